//! One movement of the hip check as somebody fills it in: what is asked next, and what it means.

use crate::domain::{
    body::HipMovement,
    selftest::{Attempt, Class, How, MovementText, Range, Reading, Stopper},
};

/// What is chosen for one attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    Class(Class),
    Pain,
}

/// What may be typed instead of looking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tape {
    Degrees,
    /// A shift in centimetres, beside the length of the shin.
    BesideShin,
    BesideFoot,
    Height,
}

/// One attempt. Texts are as they were typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AttemptForm {
    pub pick: Option<Pick>,
    pub degrees: String,
    pub cm: String,
    pub beside: String,
    /// What the phone on the limb found.
    pub phone: Option<u16>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MovementForm {
    pub active: AttemptForm,
    pub passive: AttemptForm,
    pub stopped: Option<Stopper>,
}

/// What is typed is no number, or none that fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoNumber;

/// The ways of measuring that belong to an attempt.
pub fn tapes(movement: HipMovement, how: How) -> &'static [Tape] {
    match (movement, how) {
        (HipMovement::InternalRotation | HipMovement::ExternalRotation, _) => {
            &[Tape::Degrees, Tape::BesideShin]
        }
        (HipMovement::Flexion, _) => &[Tape::Degrees],
        (HipMovement::Extension, How::Active) => &[Tape::Height],
        (HipMovement::Extension, How::Passive) => &[],
        (HipMovement::Abduction | HipMovement::Adduction, _) => &[Tape::BesideFoot],
    }
}

impl AttemptForm {
    fn of(attempt: Attempt) -> Self {
        let (range, painful) = match attempt {
            Attempt::NotTested => (None, false),
            Attempt::Painful(range) => (range, true),
            Attempt::Reached(range) => (Some(range), false),
        };
        let mut form = Self { pick: painful.then_some(Pick::Pain), ..Self::default() };
        match range {
            Some(Range::ByEye(class)) if !painful => form.pick = Some(Pick::Class(class)),
            Some(Range::Degrees(angle)) => form.degrees = angle.to_string(),
            Some(Range::Phone(angle)) => form.phone = Some(angle),
            Some(Range::Lift { cm }) => form.cm = cm.to_string(),
            Some(Range::Shift { cm, of_cm }) => {
                (form.cm, form.beside) = (cm.to_string(), of_cm.to_string());
            }
            _ => {}
        }
        form
    }

    /// A number outweighs what was seen.
    pub fn measured(&self, movement: HipMovement, how: How) -> Result<Option<Range>, NoNumber> {
        if let Some(angle) = self.phone {
            return Ok(Some(Range::Phone(angle)));
        }
        let ways = tapes(movement, how);
        let number = |text: &str, least: u16, most: u16| -> Result<Option<u16>, NoNumber> {
            let text = text.trim();
            if text.is_empty() {
                return Ok(None);
            }
            match text.parse() {
                Ok(number) if (least..=most).contains(&number) => Ok(Some(number)),
                _ => Err(NoNumber),
            }
        };
        if ways.contains(&Tape::Degrees)
            && let Some(angle) = number(&self.degrees, 0, 180)?
        {
            return Ok(Some(Range::Degrees(angle)));
        }
        if ways.contains(&Tape::Height) {
            return Ok(number(&self.cm, 0, 100)?.map(|cm| Range::Lift { cm }));
        }
        if !ways.contains(&Tape::BesideShin) && !ways.contains(&Tape::BesideFoot) {
            return Ok(None);
        }
        match (number(&self.cm, 0, 100)?, number(&self.beside, 10, 100)?) {
            (Some(cm), Some(of_cm)) => Ok(Some(Range::Shift { cm, of_cm })),
            (None, None) => Ok(None),
            _ => Err(NoNumber),
        }
    }

    /// The class that stands, measured or seen; none where nothing does, or it hurt.
    pub fn class(&self, movement: HipMovement, how: How) -> Option<Class> {
        match self.attempt(movement, how).ok()? {
            Attempt::Reached(range) => range.class(movement, how),
            Attempt::NotTested | Attempt::Painful(_) => None,
        }
    }

    fn attempt(&self, movement: HipMovement, how: How) -> Result<Attempt, NoNumber> {
        let measured = self.measured(movement, how)?;
        Ok(match (self.pick, measured) {
            (Some(Pick::Pain), range) => Attempt::Painful(range),
            (_, Some(range)) => Attempt::Reached(range),
            (Some(Pick::Class(class)), None) => Attempt::Reached(Range::ByEye(class)),
            (None, None) => Attempt::NotTested,
        })
    }
}

impl MovementForm {
    pub fn of(reading: Reading) -> Self {
        Self {
            active: AttemptForm::of(reading.active),
            passive: AttemptForm::of(reading.passive),
            stopped: reading.stopped,
        }
    }

    pub fn attempt(&self, how: How) -> &AttemptForm {
        match how {
            How::Active => &self.active,
            How::Passive => &self.passive,
        }
    }

    pub fn attempt_mut(&mut self, how: How) -> &mut AttemptForm {
        match how {
            How::Active => &mut self.active,
            How::Passive => &mut self.passive,
        }
    }

    /// The attempts that are asked now, in order. Help is asked for only where it can show more,
    /// and never after pain.
    pub fn asked(&self, text: &MovementText) -> Vec<How> {
        let movement = text.movement;
        let hurt = |how: How| self.attempt(how).pick == Some(Pick::Pain);
        if text.passive_first {
            let on =
                if hurt(How::Passive) { &[How::Passive][..] } else { &[How::Passive, How::Active] };
            return on.to_vec();
        }
        let own = self.active.class(movement, How::Active);
        let more = text.passive.is_some() && !hurt(How::Active);
        match own {
            Some(Class::Limited | Class::Fair) if more => vec![How::Active, How::Passive],
            _ => vec![How::Active],
        }
    }

    /// The attempt that comes next: the first that is asked and not filled in.
    pub fn open(&self, text: &MovementText) -> Option<How> {
        let empty = |how: &How| {
            let attempt = self.attempt(*how);
            attempt.pick.is_none() && attempt.phone.is_none()
        };
        self.asked(text).into_iter().find(empty)
    }

    /// What could have stopped it, as far as that is worth asking.
    pub fn stoppers(&self, text: &MovementText) -> &'static [Stopper] {
        let asked = self.asked(text);
        if asked.iter().any(|how| self.attempt(*how).pick == Some(Pick::Pain)) {
            return &[Stopper::Pinch, Stopper::Pain];
        }
        let classes = asked.iter().map(|how| self.attempt(*how).class(text.movement, *how));
        if classes.flatten().any(|class| class < Class::Good) { Stopper::ALL } else { &[] }
    }

    /// What is asked makes the reading; what was filled in before and is no longer asked does not.
    pub fn reading(&self, text: &MovementText) -> Result<Reading, NoNumber> {
        let mut reading = Reading::default();
        for how in self.asked(text) {
            let attempt = self.attempt(how).attempt(text.movement, how)?;
            match how {
                How::Active => reading.active = attempt,
                How::Passive => reading.passive = attempt,
            }
        }
        reading.stopped = self.stopped.filter(|stopper| self.stoppers(text).contains(stopper));
        Ok(reading)
    }
}
