//! What follows when a phone on a limb measures: listening, what is said and sounds, the result.

use super::Update;
use crate::{
    app::{
        command::Command,
        model::Model,
        testing::{
            Step, Testing,
            meter::{Meter, MeterEvent, Phase, Place, to_let_go},
        },
        view::meter as words,
        wants::Wants,
    },
    domain::{
        cue::CueKind,
        selftest::How,
        settings::Voice,
        tilt::site,
        time::{Millis, Moment, Seconds},
        timeline::PhaseKind,
        tone,
    },
};

/// So often the moment is looked at while it measures. Ours.
const LOOK: Millis = Millis(100);
/// The last counts before it begins.
const COUNTS: [u8; 3] = [3, 2, 1];

impl Model {
    pub(super) fn on_meter(&mut self, event: MeterEvent, now: Moment) -> Update {
        match event {
            MeterEvent::Opened(how) => self.open_meter(how),
            MeterEvent::Left => {
                let left = self.testing.as_mut().and_then(Testing::close_meter);
                if left.is_some() { Update::with(vec![Command::Hush]) } else { Update::nothing() }
            }
            MeterEvent::Began => {
                let Some(meter) = self.meter_mut() else { return Update::nothing() };
                meter.ask();
                let commands = [Command::WakeSound, Command::Hush, Command::AskForTilt];
                Update::with(commands.to_vec())
            }
            MeterEvent::Allowed(permission) => {
                let Some(meter) = self.meter_mut() else { return Update::nothing() };
                meter.hear_permission(permission, now);
                Update::with(self.say_where_the_meter_is())
            }
            MeterEvent::Believed => {
                let Some(meter) = self.meter_mut() else { return Update::nothing() };
                meter.believe();
                Update::changed()
            }
            MeterEvent::Sensed(told) => {
                let Some(meter) = self.meter_mut() else { return Update::nothing() };
                meter.sense(&told, now);
                self.tick_meter(now)
            }
        }
    }

    fn open_meter(&mut self, how: How) -> Update {
        let Some(testing) = &mut self.testing else { return Update::nothing() };
        let Step::Movement(movement, _) = testing.step() else { return Update::nothing() };
        if site(movement, how).is_none() {
            return Update::nothing();
        }
        testing.open_meter(Meter::open(movement, how));
        Update::with(vec![Command::Hush])
    }

    /// It goes on by the moments that come by, and says where it is whenever it is somewhere else.
    pub(super) fn tick_meter(&mut self, now: Moment) -> Update {
        let ready = to_let_go(self.settings.ready.seconds());
        let Some(meter) = self.meter_mut() else { return Update::nothing() };
        if !meter.look(ready, now) {
            return Update::nothing();
        }
        let phase = meter.phase();
        let mut commands = vec![Command::Hush];
        commands.extend(self.sound_of(phase));
        commands.extend(self.say_where_the_meter_is());
        Update::with(commands)
    }

    /// A screen reader hears it too, for its reader looks no more than anybody.
    fn say_where_the_meter_is(&self) -> Vec<Command> {
        let meter = self.testing.as_ref().and_then(Testing::meter);
        let Some(line) = meter.and_then(|meter| {
            words::said(meter, to_let_go(self.settings.ready.seconds()), self.settings.language)
        }) else {
            return Vec::new();
        };
        let said = (self.settings.voice != Voice::Off).then(|| Command::Say(line.clone()));
        said.into_iter().chain([Command::Announce(line)]).collect()
    }

    /// Hold, let go and done differ in pitch, for who has the voice off.
    fn sound_of(&self, phase: Phase) -> Vec<Command> {
        let cue = match phase {
            Phase::Ready(_) => CueKind::Start(PhaseKind::Ready),
            Phase::Holding(..) => CueKind::Start(PhaseKind::Hold),
            Phase::Moving(..) => CueKind::Start(PhaseKind::Release),
            Phase::Done(_) | Phase::Strange(..) | Phase::Trouble(_) => CueKind::End,
            Phase::Placing | Phase::Asking | Phase::Listening(_) => return Vec::new(),
        };
        let mut commands = Vec::new();
        if self.settings.sounds {
            let counts = if matches!(phase, Phase::Ready(_)) { &COUNTS[..] } else { &[] };
            let begins = to_let_go(self.settings.ready.seconds()).millis();
            let counted = counts.iter().flat_map(|count| {
                tone::notes(CueKind::Count(*count), begins - Seconds((*count).into()).millis())
            });
            commands.push(Command::Play(
                tone::notes(cue, Millis(0)).into_iter().chain(counted).collect(),
            ));
        }
        // A phone that hums would shake what it measures; by then it has measured.
        let felt = matches!(phase, Phase::Moving(Place::Start, _) | Phase::Done(_));
        if felt && self.settings.vibration {
            commands.push(Command::Vibrate);
        }
        commands
    }

    fn meter_mut(&mut self) -> Option<&mut Meter> {
        self.testing.as_mut().and_then(Testing::meter_mut)
    }

    /// The screen stays on and the sensor is listened to for as long as it measures.
    pub(in crate::app) fn wants_for_meter(&self) -> Option<Wants> {
        let meter = self.testing.as_ref().and_then(Testing::meter)?;
        meter.listens().then(|| Wants {
            awake: true,
            tilt: true,
            wake_in: Some(LOOK),
            ..Wants::default()
        })
    }
}
