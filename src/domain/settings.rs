//! What somebody has set, with the values that hold until they do.

use super::{
    body::{Side, named},
    dose::AgeGroup,
    text::Language,
    time::{Day, Seconds},
};

named! {
    /// The rough answer of somebody who would rather not give a birth year.
    AgeBand {
        /// Blocked, with an explanation (X31).
        Under16 = "under-16",
        /// Amber (X31).
        SixteenSeventeen = "16-17",
        Adult = "adult",
        SixtyFivePlus = "65-plus",
    }
}

/// A year of birth, 1900 to 2100.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct BirthYear(u16);

impl BirthYear {
    pub fn new(year: u16) -> Option<Self> {
        (1900..=2100).contains(&year).then_some(Self(year))
    }

    pub fn value(self) -> u16 {
        self.0
    }
}

/// What somebody said about their age.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Age {
    #[default]
    Unknown,
    BirthYear(BirthYear),
    Band(AgeBand),
}

impl Age {
    /// The band in this year. A year leaves the birthday open, so both ends are read the careful
    /// way: the young as if it were still to come (X31), the old as if it were past (R0.18).
    pub fn band(self, year: i32) -> Option<AgeBand> {
        match self {
            Self::Unknown => None,
            Self::Band(band) => Some(band),
            Self::BirthYear(birth) => Some(match year - i32::from(birth.value()) {
                ..=16 => AgeBand::Under16,
                17..=18 => AgeBand::SixteenSeventeen,
                19..=64 => AgeBand::Adult,
                65.. => AgeBand::SixtyFivePlus,
            }),
        }
    }

    /// Which doses hold in this year; an unknown age gets those for adults.
    pub fn group(self, year: i32) -> AgeGroup {
        match self.band(year) {
            Some(AgeBand::SixtyFivePlus) => AgeGroup::Senior,
            _ => AgeGroup::Adult,
        }
    }
}

named! {
    Theme { System = "system", Light = "light", Dark = "dark" }
}

named! {
    TextSize { Normal = "normal", Large = "large", Larger = "larger" }
}

named! {
    /// How much the voice says.
    Voice { Off = "off", KeyMoments = "key-moments", Full = "full" }
}

named! {
    /// What leads by ear.
    Sound {
        /// One file of sound with the lock screen's controls; it takes the place of music.
        Alone = "alone",
        /// Single tones beside whatever else plays.
        WithMusic = "with-music",
    }
}

named! {
    /// What ends a repetition.
    Pace {
        /// The tempo of the dose.
        Tempo = "tempo",
        /// The person, by saying so with any tap or key.
        OwnPace = "own-pace",
    }
}

named! {
    /// How the player fills the screen.
    Screen {
        Full = "full",
        /// Large and dim, to be read from the floor.
        Floor = "floor",
    }
}

named! {
    /// The side a session begins with.
    FirstSide {
        /// The stiffer or weaker side, else left on odd days and right on even ones.
        Rule = "rule",
        Left = "left",
        Right = "right",
    }
}

impl FirstSide {
    pub fn side(self, weaker: Option<Side>, day: Day) -> Side {
        match self {
            Self::Left => Side::Left,
            Self::Right => Side::Right,
            Self::Rule => weaker.unwrap_or(if day.is_odd() { Side::Left } else { Side::Right }),
        }
    }
}

named! {
    /// The hand that holds the phone.
    Hand { Right = "right", Left = "left" }
}

/// Loudness of sounds and voice, 0 to 100 percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Volume(u8);

impl Volume {
    pub fn new(percent: u8) -> Option<Self> {
        (percent <= 100).then_some(Self(percent))
    }

    pub fn percent(self) -> u8 {
        self.0
    }
}

/// A pause that somebody may set, 0 to `MOST` seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pause<const MOST: u32>(Seconds);

impl<const MOST: u32> Pause<MOST> {
    pub const MOST: Seconds = Seconds(MOST);

    pub fn new(seconds: Seconds) -> Option<Self> {
        (seconds <= Self::MOST).then_some(Self(seconds))
    }

    pub fn seconds(self) -> Seconds {
        self.0
    }
}

/// How many versions of Soepel somebody has read about. Whoever was there before this was counted
/// knows the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Releases(pub u16);

/// Everything that can be set. The pauses are READY, SWITCH and TRANSITION of section 6 of the
/// fact sheet; their ranges and the volume are our choice.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of its own on the settings page"
)]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    pub language: Language,
    pub age: Age,
    pub theme: Theme,
    pub text_size: TextSize,
    pub sounds: bool,
    pub volume: Volume,
    pub voice: Voice,
    pub sound: Sound,
    /// Where the device can.
    pub vibration: bool,
    /// The screen lights up at a change.
    pub flash: bool,
    pub pace: Pace,
    pub screen: Screen,
    /// Countdown before the first side: 0 to 30 s.
    pub ready: Pause<30>,
    /// Time to change sides: 0 to 60 s.
    pub switch: Pause<60>,
    /// Time between exercises: 0 to 120 s.
    pub transition: Pause<120>,
    pub first_side: FirstSide,
    pub hand: Hand,
    /// The welcome was read to the end.
    pub welcomed: bool,
    /// What is new was read up to here.
    pub news: Releases,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: Language::default(),
            age: Age::default(),
            theme: Theme::System,
            text_size: TextSize::Normal,
            sounds: true,
            volume: Volume(70),
            voice: Voice::KeyMoments,
            sound: Sound::Alone,
            vibration: true,
            flash: true,
            pace: Pace::Tempo,
            screen: Screen::Full,
            ready: Pause(Seconds(5)),
            switch: Pause(Seconds(10)),
            transition: Pause(Seconds(15)),
            first_side: FirstSide::Rule,
            hand: Hand::Right,
            welcomed: false,
            news: Releases(1),
        }
    }
}

impl Settings {
    pub fn age_group(&self, year: i32) -> AgeGroup {
        self.age.group(year)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_birth_year_is_read_the_careful_way_at_both_ends() {
        let band = |born: u16| Age::BirthYear(BirthYear::new(born).unwrap()).band(2026).unwrap();
        assert_eq!(band(2010), AgeBand::Under16);
        assert_eq!(band(2009), AgeBand::SixteenSeventeen);
        assert_eq!(band(2008), AgeBand::SixteenSeventeen);
        assert_eq!(band(2007), AgeBand::Adult);
        assert_eq!(band(1962), AgeBand::Adult);
        assert_eq!(band(1961), AgeBand::SixtyFivePlus);
    }

    #[test]
    fn only_who_is_65_gets_the_doses_for_65() {
        assert_eq!(Age::Unknown.group(2026), AgeGroup::Adult);
        assert_eq!(Age::Band(AgeBand::SixteenSeventeen).group(2026), AgeGroup::Adult);
        assert_eq!(Age::Band(AgeBand::SixtyFivePlus).group(2026), AgeGroup::Senior);
    }

    #[test]
    fn the_stiffer_side_goes_first_and_else_the_day_decides() {
        let odd = Day::parse("2026-11-21").unwrap();
        let even = Day::parse("2026-11-22").unwrap();
        assert_eq!(FirstSide::Rule.side(Some(Side::Right), odd), Side::Right);
        assert_eq!(FirstSide::Rule.side(None, odd), Side::Left);
        assert_eq!(FirstSide::Rule.side(None, even), Side::Right);
        assert_eq!(FirstSide::Left.side(Some(Side::Right), even), Side::Left);
    }

    #[test]
    fn the_pauses_begin_as_section_6_has_them() {
        let settings = Settings::default();
        let pauses = [settings.ready.seconds(), settings.switch.seconds()];
        assert_eq!(pauses, [Seconds(5), Seconds(10)]);
        assert_eq!(settings.transition.seconds(), Seconds(15));
        assert_eq!(Pause::<30>::new(Seconds(31)), None);
    }
}
