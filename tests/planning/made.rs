//! Made-up choices and histories, and the ground that a plan is made on.

use proptest::{collection, option, prelude::*, sample};
use soepel::{
    content::catalogue,
    domain::{
        body::Side,
        clearance::Level,
        dose::AgeGroup,
        exercise::{Equipment, ExerciseId},
        plan::Prescription,
        planning::{
            choices::{Choices, Comparison, Goal, Minutes, Situation, TimeOfDay, Weekday},
            choosing::{Chosen, Hips, choose},
            load::{Load, Placed},
            method::{Method, Stretched},
            week::{Ground, open_sessions},
        },
        programme::{ProgrammeId, SessionId, SessionOutline},
        spell::{Spell, SpellEnd, SpellKind},
        time::{Day, Seconds},
        timeline::Pacing,
    },
};

/// A Monday.
pub(crate) fn monday() -> Day {
    Day::parse("2026-11-23").unwrap()
}

pub(crate) fn day(after_monday: i64) -> Day {
    Day::of(monday().noon_utc() + after_monday * 86_400_000, 0)
}

/// Somebody, and all that their plan depends on.
#[derive(Clone, Debug)]
pub(crate) struct Somebody {
    pub(crate) choices: Choices,
    pub(crate) hips: Hips,
    pub(crate) age: AgeGroup,
    pub(crate) light: Option<Level>,
    /// Exercises that are left out for them.
    pub(crate) banned: Vec<ExerciseId>,
    /// Sessions done on days before (negative) and on this Monday (0), oldest first.
    pub(crate) done: Vec<(i64, SessionId)>,
    /// Stages that they said yes to.
    pub(crate) passed: Vec<SessionId>,
    pub(crate) spell: Option<Spell>,
}

impl Default for Somebody {
    fn default() -> Self {
        Self {
            choices: Choices::default(),
            hips: Hips::Untested,
            age: AgeGroup::Adult,
            light: Some(Level::Green),
            banned: Vec::new(),
            done: Vec::new(),
            passed: Vec::new(),
            spell: None,
        }
    }
}

impl Somebody {
    pub(crate) fn who(goal: Option<Goal>, situations: &[Situation]) -> Self {
        let situations = situations.iter().copied().collect();
        Self { choices: Choices { goal, situations, ..Choices::default() }, ..Self::default() }
    }

    pub(crate) fn has_done(mut self, done: &[(i64, &str)]) -> Self {
        self.done = done.iter().map(|(day, id)| (*day, SessionId((*id).to_owned()))).collect();
        self
    }

    pub(crate) fn has_passed(mut self, stage: &str) -> Self {
        self.passed.push(SessionId(stage.to_owned()));
        self
    }

    pub(crate) fn chosen(&self) -> Chosen {
        choose(&catalogue().programmes, &self.choices, &self.hips, self.age)
    }

    pub(crate) fn prescribed(&self, outline: &SessionOutline) -> Option<Vec<Prescription>> {
        let blocks = outline.blocks.iter().map(|block| {
            let dose = catalogue().exercise(&block.exercise)?.dose(block.mode)?;
            let may = !self.banned.contains(&block.exercise);
            may.then(|| Prescription {
                exercise: block.exercise.clone(),
                protocol: dose.resolve(self.age, block.change),
                sides: dose.sides,
                effort_most: None,
            })
        });
        blocks.collect()
    }

    pub(crate) fn load(&self, id: &SessionId) -> Load {
        let (programme, outline) = catalogue().session(id).unwrap();
        let unhindered = Self { banned: Vec::new(), ..self.clone() };
        let what = unhindered.prescribed(outline).unwrap();
        Load::of(catalogue(), programme, id, &what, Pacing::default()).unwrap()
    }

    pub(crate) fn past(&self) -> Vec<Placed> {
        let placed = |(ago, id): &(i64, SessionId)| Placed { day: day(*ago), load: self.load(id) };
        self.done.iter().map(placed).collect()
    }

    pub(crate) fn stretched(&self) -> Vec<Stretched> {
        self.done.iter().filter_map(|(ago, id)| Stretched::planned(id, day(*ago))).collect()
    }

    /// Plans on the ground of this person.
    pub(crate) fn plan<T>(&self, plan: impl FnOnce(Ground<'_>, &[Placed], &[Stretched]) -> T) -> T {
        let open = open_sessions(
            catalogue(),
            self.light,
            &|_, outline| self.prescribed(outline),
            Pacing::default(),
        );
        let ground = Ground {
            catalogue: catalogue(),
            choices: &self.choices,
            hips: &self.hips,
            age: self.age,
            passed: &self.passed,
            chosen: &self.chosen(),
            open: &open,
            gentle: self.light == Some(Level::Amber),
            spell: self.spell,
        };
        plan(ground, &self.past(), &self.stretched())
    }
}

pub(crate) fn choices() -> impl Strategy<Value = Choices> {
    let comparison = prop_oneof![
        Just(Comparison::ByDay),
        any::<u32>().prop_map(|seed| Comparison::Fairer { seed }),
        sample::select(Method::ALL).prop_map(|keep| Comparison::Off { keep }),
    ];
    let sport = (sample::select(Weekday::ALL), 0_u16..1_440)
        .prop_map(|(day, minute)| (day, TimeOfDay::new(minute).unwrap()));
    let programme = sample::select(
        catalogue().programmes.iter().map(|one| one.id.clone()).collect::<Vec<ProgrammeId>>(),
    );
    (
        option::of(sample::select(Goal::ALL)),
        collection::btree_set(sample::select(Situation::ALL), 0..4),
        collection::btree_set(sample::select(Weekday::ALL), 0..7),
        option::of(sample::select(Minutes::ALL)),
        option::of(collection::btree_set(sample::select(Equipment::ALL), 0..10)),
        collection::btree_map(sample::select(Weekday::ALL), sport.prop_map(|(_, time)| time), 0..3),
        comparison,
        collection::vec(programme, 0..4),
    )
        .prop_map(
            |(goal, situations, days, minutes, equipment, sport, comparison, programmes)| Choices {
                goal,
                situations,
                days,
                minutes,
                equipment,
                anchor: None,
                sport,
                comparison,
                chosen_on: None,
                compared_since: None,
                week_goal: None,
                programmes,
                in_calendar: 0,
            },
        )
}

fn hips() -> impl Strategy<Value = Hips> {
    let side = || option::of(prop_oneof![Just(Side::Left), Just(Side::Right)]);
    let focus = || {
        let ids = catalogue().exercises.iter().map(|exercise| exercise.id.clone());
        collection::vec(sample::select(ids.collect::<Vec<_>>()), 0..3)
    };
    prop_oneof![
        Just(Hips::Untested),
        (focus(), side()).prop_map(|(focus, weaker)| Hips::RotationFirst { focus, weaker }),
        (focus(), side()).prop_map(|(focus, weaker)| Hips::Open { focus, weaker }),
    ]
}

fn spell() -> impl Strategy<Value = Spell> {
    let end = prop_oneof![
        Just(SpellEnd::Open),
        (-3_i64..9).prop_map(|on| SpellEnd::On(day(on))),
        (-3_i64..=0).prop_map(|on| SpellEnd::Said { day: day(on), at: day(on).noon_utc() }),
    ];
    (sample::select(SpellKind::ALL), -9_i64..=-4, end).prop_map(|(kind, from, end)| Spell {
        kind,
        from: day(from),
        end,
    })
}

pub(crate) fn somebody() -> impl Strategy<Value = Somebody> {
    let sessions: Vec<SessionId> = catalogue()
        .programmes
        .iter()
        .flat_map(|programme| programme.sessions.iter().map(|outline| outline.id.clone()))
        .collect();
    let exercises: Vec<ExerciseId> =
        catalogue().exercises.iter().map(|exercise| exercise.id.clone()).collect();
    let light = prop_oneof![
        Just(None),
        sample::select(vec![Level::Green, Level::Green, Level::Green, Level::Amber]).prop_map(Some),
        sample::select(vec![Level::RedUrgent, Level::RedEmergency]).prop_map(Some),
    ];
    (
        choices(),
        hips(),
        prop_oneof![Just(AgeGroup::Adult), Just(AgeGroup::Senior)],
        light,
        collection::vec(sample::select(exercises), 0..5),
        collection::vec((-40_i64..=0, sample::select(sessions)), 0..14),
        option::of(spell()),
    )
        .prop_map(|(choices, hips, age, light, banned, mut done, spell)| {
            done.sort_by_key(|(day, _)| *day);
            let passed = Vec::new();
            Somebody { choices, hips, age, light, banned, done, passed, spell }
        })
}

/// The seconds that a muscle is stretched by these.
pub(crate) fn total<'a>(
    loads: impl Iterator<Item = &'a Load>,
    muscle: soepel::domain::body::Muscle,
) -> Seconds {
    loads.filter_map(|load| load.stretch.get(&muscle).copied()).sum()
}
