//! What people had kept before, and files that they bring along.

use soepel::{
    app::{
        command::Command,
        event::Event,
        lease::{Lead, LeaseEvent},
        model::Model,
    },
    archive::{export::export, writes::Write},
    domain::{
        clearance::Answers,
        dose::{Adjustment, Mode, Working},
        exercise::ExerciseId,
        programme::SessionId,
        record::{Answer, DoneMode, RecordId, SessionRecord},
        routine::{Between, Routine, RoutineBlock, RoutineName},
        session::Input,
        settings::Settings,
        time::{Moment, Seconds},
    },
};

use crate::known::Texts;

const YESTERDAY: Moment = Moment { wall: 1_795_249_800_000, mono: 5_000, offset: 60 };

/// Made once, for all lives.
pub(crate) struct Shelves {
    pub(crate) all: Vec<Texts>,
    pub(crate) files: Vec<Vec<u8>>,
    pub(crate) record: SessionRecord,
    pub(crate) routine: Routine,
    pub(crate) answers: Answers,
}

struct Maker {
    model: Model,
    texts: Texts,
    now: Moment,
    leads: bool,
}

impl Maker {
    fn new() -> Self {
        let mut maker =
            Self { model: Model::default(), texts: Texts::new(), now: YESTERDAY, leads: false };
        maker
            .tell(Event::Opened { entries: Some(Vec::new()), zone: "Europe/Amsterdam".to_owned() });
        maker
    }

    fn tell(&mut self, event: Event) {
        self.now.wall += 1_000;
        self.now.mono += 1_000;
        for command in self.model.update(event, self.now).commands {
            match command {
                Command::Keep(writes) => {
                    for write in writes {
                        match write {
                            Write::Put { key, value } => self.texts.insert(key, value),
                            Write::Remove { key } => self.texts.remove(&key),
                        };
                    }
                }
                Command::GoTo(route) | Command::Replace(route) => {
                    self.tell(Event::Navigated(route));
                }
                Command::LookForLead => {
                    self.tell(Event::Lease(LeaseEvent::Seen { elsewhere: false }));
                }
                _ => {}
            }
        }
        if self.model.wants(self.now).lead != Lead::No && !self.leads {
            self.leads = true;
            self.tell(Event::Lease(LeaseEvent::Given));
        }
    }
}

impl Shelves {
    pub(crate) fn made() -> Self {
        let mut maker = Maker::new();
        let questions = &maker.model.catalogue.questions;
        let answers: Answers =
            questions.iter().map(|question| (question.id.clone(), Answer::No)).collect();
        // In silence: to make a file of sound would take most of the time.
        let settings = Settings { welcomed: true, sounds: false, ..Settings::default() };
        maker.tell(Event::ChangedSettings(settings));
        maker.tell(Event::AnsweredScreening(answers.clone()));
        let settled = maker.texts.clone();

        let record = played(&mut maker);
        for number in 1..4_u8 {
            let id = RecordId::new(record.started_wall, [number; 10]);
            maker.tell(Event::AddedAfterwards(SessionRecord { id, ..record.clone() }));
        }
        let third = RecordId::new(record.started_wall, [3; 10]);
        maker.tell(Event::Deleted(third));
        let routine = routine();
        for number in [4, 5] {
            maker.tell(Event::MadeRoutine { routine: routine.clone(), chance: [number; 10] });
        }
        let files = vec![
            export(maker.model.archive().unwrap()).into_bytes(),
            export(Maker::new().model.archive().unwrap()).into_bytes(),
        ];
        let lived_in = maker.texts.clone();
        maker.tell(check([9; 10]));
        maker.tell(Event::Pressed(Input::PressedNext));
        let mut begun = maker.texts.clone();
        for (kind, head) in [("session", "s"), ("routine", "k.routine"), ("weather", "k.weather")] {
            let id = RecordId::new(record.started_wall, [11; 10]);
            let text = format!(
                "{{\"id\":\"{id}\",\"kind\":\"{kind}\",\"rev\":1,\"updated\":{},\"v\":2,\"word\":7}}",
                record.started_wall,
            );
            let raw = format!("1|{:08x}|{text}", crc32fast::hash(text.as_bytes()));
            begun.insert(format!("soepel.p0.{head}.{id}.1"), raw);
        }
        let all = vec![Texts::new(), settled, lived_in.clone(), lived_in, begun];
        Self { all, files, record, routine, answers }
    }
}

fn check(chance: [u8; 10]) -> Event {
    let check = soepel::domain::clearance::DailyCheck {
        pain: soepel::domain::body::Score::new(0).unwrap(),
        place: None,
        sharp: false,
        news: false,
        sport: None,
        soreness: None,
        stiffness: None,
    };
    Event::AnsweredDailyCheck { session: SessionId("P6-2min".to_owned()), check, chance }
}

fn played(maker: &mut Maker) -> SessionRecord {
    maker.tell(check([8; 10]));
    while maker.model.live.is_some() {
        maker.tell(Event::Pressed(Input::SkippedExercise));
    }
    maker.model.history.oldest_first().next().unwrap().clone()
}

fn routine() -> Routine {
    let block = RoutineBlock {
        exercise: ExerciseId::new("side-plank").unwrap(),
        mode: DoneMode::Known(Mode::Hold),
        change: Adjustment::default(),
        working: Working::Both,
    };
    Routine {
        name: RoutineName::new("Thuis").unwrap(),
        between: Between::new(Seconds(15)).unwrap(),
        blocks: vec![block],
    }
}
