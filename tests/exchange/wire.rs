//! There and back nothing changes; what changed on the way is noticed.

use proptest::prelude::*;
use soepel::{
    app::exchange::{MOST_LINK, parcel},
    archive::exchange::{LONGEST, Refusal, file, find, pack, unpack},
    content::catalogue,
    domain::{
        advice::{Advice, check},
        dose::AgeGroup,
    },
    route::Route,
};

use crate::made::{any_plan, doing, full_plan, plan, sets_reps};
use soepel::domain::dose::Mode;

/// What is left of a plan for an adult, when all of it is.
fn read_back(packed: &str) -> Option<Advice> {
    let checked = check(&unpack(packed).ok()?, catalogue(), AgeGroup::Adult);
    checked.is_whole().then_some(checked.advice)
}

#[test]
fn a_full_plan_comes_back_as_it_went_by_link_and_by_file() {
    let plan = full_plan();
    assert_eq!(read_back(&pack(&plan)), Some(plan.clone()));
    let found = find(file(&plan).as_bytes()).unwrap();
    assert_eq!(read_back(&found), Some(plan.clone()));
    let link = parcel(&plan, "https://soepel.example/").link.unwrap();
    assert_eq!(read_back(&find(link.as_bytes()).unwrap()), Some(plan));
}

#[test]
fn the_end_of_a_link_is_an_address_of_its_own() {
    let packed = pack(&full_plan());
    let route = Route::SharedPlan(packed.clone());
    assert_eq!(Route::parse(&format!("#{}", route.path())), route);
    let edit = Route::EditPlan(Some(packed));
    assert_eq!(Route::parse(&edit.path()), edit);
}

/// Sizes are told: a plan of a week fits in a link and in a code, the largest there is in neither.
#[test]
fn a_plan_of_a_week_fits_in_a_code_and_the_largest_falls_back_to_the_file() {
    let site = "https://soepel.example/";
    let week: Vec<_> = catalogue()
        .exercises
        .iter()
        .filter(|exercise| exercise.dose(Mode::Reps).is_some())
        .take(12)
        .map(|exercise| doing(exercise.id.as_str(), Mode::Reps, sets_reps(2, 10)))
        .collect();
    let small = parcel(&plan(week), site);
    assert!(small.link.as_ref().unwrap().len() < 1_200, "{}", small.link.unwrap().len());
    assert!(small.picture.is_some());
    let mut large = full_plan();
    let note = |place: usize| {
        // Words that do not repeat, so that they do not deflate to nothing.
        let letters = (0..200_usize).map(|at| {
            let letter = (at * 7 + place * 31 + at * at * place) % 94;
            char::from(u8::try_from(33 + letter).unwrap())
        });
        soepel::domain::advice::LineNote::new(&letters.collect::<String>())
    };
    large.lines = catalogue()
        .exercises
        .iter()
        .take(40)
        .enumerate()
        .map(|(place, exercise)| {
            let mode = exercise.doses[0].protocol.mode();
            let mut line =
                doing(exercise.id.as_str(), mode, soepel::domain::dose::Adjustment::default());
            line.note = note(place + 1);
            line
        })
        .collect();
    let parcel = parcel(&large, site);
    assert_eq!((parcel.link, parcel.picture), (None, None));
    assert!(pack(&large).len() > MOST_LINK);
    let found = find(parcel.file.as_bytes()).unwrap();
    assert!(found.len() < LONGEST);
    assert_eq!(read_back(&found), Some(large), "the file holds all of it");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_plan_comes_back_equal_by_link_and_by_file(plan in any_plan()) {
        prop_assert_eq!(read_back(&pack(&plan)), Some(plan.clone()));
        let found = find(file(&plan).as_bytes()).unwrap();
        prop_assert_eq!(read_back(&found), Some(plan));
    }

    /// Whatever happens to a link on its way, it never becomes another plan.
    #[test]
    fn a_changed_link_is_refused_or_says_the_same(
        plan in any_plan(),
        at in any::<prop::sample::Index>(),
        letter in "[A-Za-z0-9_%/ é-]",
    ) {
        let packed = pack(&plan);
        let at = at.index(packed.len());
        let changed = format!("{}{letter}{}", &packed[..at], &packed[at + 1..]);
        if let Some(read) = read_back(&changed) {
            prop_assert_eq!(read, plan);
        }
    }

    #[test]
    fn a_link_cut_short_is_refused(plan in any_plan(), at in any::<prop::sample::Index>()) {
        let packed = pack(&plan);
        let cut = &packed[..at.index(packed.len())];
        let refusal = unpack(cut).err();
        prop_assert!(matches!(refusal, Some(Refusal::Damaged | Refusal::NotAPlan)), "{refusal:?}");
    }

    #[test]
    fn anything_at_all_is_read_or_refused(
        text in "\\PC{0,400}",
        bytes in prop::collection::vec(any::<u8>(), 0..400),
    ) {
        let _ = unpack(&text);
        let _ = unpack(&format!("1{text}"));
        let _ = find(&bytes);
        let _ = find(text.as_bytes());
    }

    #[test]
    fn a_changed_file_is_refused(plan in any_plan(), at in any::<prop::sample::Index>()) {
        let text = file(&plan);
        let digits: Vec<usize> =
            text.bytes().enumerate().filter(|(_, byte)| byte.is_ascii_digit()).map(|(at, _)| at).collect();
        let at = digits[at.index(digits.len())];
        let other = if &text[at..=at] == "7" { "8" } else { "7" };
        let changed = format!("{}{other}{}", &text[..at], &text[at + 1..]);
        prop_assert!(find(changed.as_bytes()).is_err());
    }
}
