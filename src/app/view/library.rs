//! The library: which exercises match what somebody types and chooses.

use std::collections::BTreeSet;

use crate::domain::{
    body::{HipMovement, Position},
    catalogue::Catalogue,
    exercise::{Equipment, Exercise},
    programme::ProgrammeId,
    text::Bilingual,
};

/// What somebody looks for. Within a group one match is enough; every group that says something
/// has to match.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wishes {
    /// As typed; each word has to occur in a name.
    pub words: String,
    pub positions: Vec<Position>,
    pub kit: Kit,
    pub movements: Vec<HipMovement>,
    /// 1 to 3.
    pub levels: Vec<u8>,
    pub programmes: Vec<ProgrammeId>,
}

/// The things somebody has at hand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Kit {
    /// It does not matter.
    #[default]
    Any,
    /// These and no more; empty for nothing at all.
    Only(BTreeSet<Equipment>),
}

impl Wishes {
    /// The exercises that match, in the order of lists.
    pub fn find(&self, catalogue: &'static Catalogue) -> Vec<&'static Exercise> {
        let words = words(&self.words);
        catalogue
            .exercises
            .iter()
            .filter(|exercise| {
                matches(&words, &[&exercise.plain_name, &exercise.technical_name])
                    && one_of(&self.positions, |position| exercise.position == *position)
                    && self.kit.suffices(exercise)
                    && one_of(&self.movements, |movement| exercise.movements.contains(movement))
                    && one_of(&self.levels, |level| exercise.level == *level)
                    && one_of(&self.programmes, |id| is_in(catalogue, exercise, id))
            })
            .collect()
    }

    /// How many filters are on; what is typed is not one.
    pub fn filters(&self) -> usize {
        let kit = match &self.kit {
            Kit::Any => 0,
            Kit::Only(things) => things.len().max(1),
        };
        self.positions.len()
            + kit
            + self.movements.len()
            + self.levels.len()
            + self.programmes.len()
    }
}

impl Kit {
    /// `None` is the choice "nothing"; a thing that goes off as the last one makes it not matter
    /// again.
    #[must_use]
    pub fn toggled(self, thing: Option<Equipment>) -> Self {
        match (self, thing) {
            (Self::Only(things), None) if things.is_empty() => Self::Any,
            (_, None) => Self::Only(BTreeSet::new()),
            (Self::Any, Some(thing)) => Self::Only(BTreeSet::from([thing])),
            (Self::Only(mut things), Some(thing)) => {
                if !things.remove(&thing) {
                    things.insert(thing);
                } else if things.is_empty() {
                    return Self::Any;
                }
                Self::Only(things)
            }
        }
    }

    /// What is on, in the terms of [`Kit::toggled`].
    pub fn chosen(&self) -> Vec<Option<Equipment>> {
        match self {
            Self::Any => Vec::new(),
            Self::Only(things) if things.is_empty() => vec![None],
            Self::Only(things) => things.iter().copied().map(Some).collect(),
        }
    }

    fn suffices(&self, exercise: &Exercise) -> bool {
        match self {
            Self::Any => true,
            Self::Only(things) => exercise.equipment.iter().all(|thing| things.contains(thing)),
        }
    }
}

/// Puts it in, or takes it out.
pub fn toggle<T: PartialEq>(chosen: &mut Vec<T>, value: T) {
    match chosen.iter().position(|other| *other == value) {
        Some(index) => {
            chosen.remove(index);
        }
        None => chosen.push(value),
    }
}

/// What somebody typed, in words as [`fold`] writes them.
pub fn words(typed: &str) -> Vec<String> {
    fold(typed).split_whitespace().map(str::to_owned).collect()
}

/// Whether each word occurs in one of these texts, in either language.
pub fn matches(words: &[String], texts: &[&Bilingual]) -> bool {
    let all: Vec<String> =
        texts.iter().flat_map(|text| [fold(&text.dutch), fold(&text.english)]).collect();
    words.iter().all(|word| all.iter().any(|text| text.contains(word.as_str())))
}

/// Small letters without accents, and plain quotes: what Dutch and English write, and what people
/// type for it.
pub fn fold(text: &str) -> String {
    text.chars()
        .flat_map(char::to_lowercase)
        .filter(|sign| !('\u{300}'..='\u{36f}').contains(sign))
        .map(|sign| match sign {
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => 'a',
            'ç' => 'c',
            'è' | 'é' | 'ê' | 'ë' => 'e',
            'ì' | 'í' | 'î' | 'ï' => 'i',
            'ñ' => 'n',
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' => 'o',
            'ù' | 'ú' | 'û' | 'ü' => 'u',
            '‘' | '’' => '\'',
            '–' | '-' | '/' => ' ',
            other => other,
        })
        .collect()
}

fn one_of<T>(chosen: &[T], holds: impl Fn(&T) -> bool) -> bool {
    chosen.is_empty() || chosen.iter().any(holds)
}

fn is_in(catalogue: &Catalogue, exercise: &Exercise, programme: &ProgrammeId) -> bool {
    catalogue.programmes.iter().filter(|known| known.id == *programme).any(|known| {
        known
            .sessions
            .iter()
            .any(|session| session.blocks.iter().any(|block| block.exercise == exercise.id))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::catalogue;

    fn found(wishes: &Wishes) -> Vec<&'static str> {
        wishes.find(catalogue()).into_iter().map(|exercise| exercise.id.as_str()).collect()
    }

    fn typed(words: &str) -> Vec<&'static str> {
        found(&Wishes { words: words.to_owned(), ..Wishes::default() })
    }

    #[test]
    fn without_wishes_every_exercise_is_there() {
        assert_eq!(found(&Wishes::default()).len(), catalogue().exercises.len());
    }

    #[test]
    fn either_name_finds_an_exercise_in_either_language() {
        for words in ["hiel naar je bil", "quadriceps buiklig", "heel bottom", "prone quadriceps"] {
            assert!(typed(words).contains(&"quad-stretch-prone"), "{words}");
        }
    }

    #[test]
    fn case_accents_and_the_order_of_words_do_not_matter() {
        assert_eq!(typed("BÍL  hièl"), typed("hiel bil"));
        assert!(!typed("hiel bil").is_empty());
        assert_eq!(fold("Één knie – ’s avonds"), "een knie   's avonds");
        assert_eq!(fold("e\u{301}e\u{301}n"), "een");
    }

    #[test]
    fn a_word_that_no_name_has_finds_nothing() {
        assert_eq!(typed("hiel zwembad"), Vec::<&str>::new());
    }

    #[test]
    fn whoever_has_nothing_gets_what_needs_nothing() {
        let wishes = Wishes { kit: Kit::Any.toggled(None), ..Wishes::default() };
        let hits = wishes.find(catalogue());
        assert!(!hits.is_empty());
        assert!(hits.iter().all(|exercise| exercise.equipment.is_empty()));
    }

    #[test]
    fn a_thing_more_never_takes_an_exercise_away() {
        let mat = Kit::Any.toggled(Some(Equipment::Mat));
        let more = mat.clone().toggled(Some(Equipment::Chair));
        let with_mat = found(&Wishes { kit: mat, ..Wishes::default() });
        let with_both = found(&Wishes { kit: more, ..Wishes::default() });
        assert!(with_mat.contains(&"quad-stretch-prone"));
        assert!(with_mat.iter().all(|id| with_both.contains(id)));
        assert!(with_both.len() > with_mat.len());
    }

    #[test]
    fn the_last_thing_that_goes_off_makes_things_not_matter() {
        let mat = Some(Equipment::Mat);
        assert_eq!(Kit::Any.toggled(mat).toggled(mat), Kit::Any);
        assert_eq!(Kit::Any.toggled(None).toggled(None), Kit::Any);
        assert_eq!(Kit::Any.toggled(mat).toggled(None).chosen(), vec![None]);
    }

    #[test]
    fn within_a_group_one_match_is_enough_and_every_group_counts() {
        let mut wishes =
            Wishes { positions: vec![Position::Prone, Position::Supine], ..Wishes::default() };
        let lying = wishes.find(catalogue());
        assert!(lying.iter().any(|exercise| exercise.position == Position::Prone));
        assert!(lying.iter().any(|exercise| exercise.position == Position::Supine));
        wishes.levels = vec![1];
        wishes.movements = vec![HipMovement::Extension];
        let fewer = wishes.find(catalogue());
        assert!(!fewer.is_empty() && fewer.len() < lying.len());
        for exercise in fewer {
            assert_eq!(exercise.level, 1);
            assert!(exercise.movements.contains(&HipMovement::Extension));
        }
        assert_eq!(wishes.filters(), 4);
    }

    #[test]
    fn a_programme_shows_the_exercises_of_its_sessions() {
        let gentle = ProgrammeId("P7".to_owned());
        let hits = found(&Wishes { programmes: vec![gentle], ..Wishes::default() });
        assert!(hits.contains(&"warm-up-march") && hits.contains(&"good-morning"));
        assert!(!hits.contains(&"box-jump"));
    }

    #[test]
    fn toggling_twice_changes_nothing() {
        let mut levels = vec![1, 3];
        toggle(&mut levels, 2);
        toggle(&mut levels, 2);
        assert_eq!(levels, [1, 3]);
    }
}
