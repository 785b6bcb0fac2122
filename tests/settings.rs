//! One press on less or more, and a birth year as somebody types it.

use soepel::{
    app::view::settings::{birth_year, louder, stepped},
    domain::{
        settings::{Age, BirthYear, Pause, Volume},
        time::Seconds,
    },
};

#[test]
fn a_pause_moves_by_five_seconds_and_stays_within_its_bounds() {
    let rows = [
        (0, false, 0),
        (0, true, 5),
        (3, false, 0),
        (25, true, 30),
        (28, true, 30),
        (30, true, 30),
    ];
    for (from, more, expected) in rows {
        let pause = Pause::<30>::new(Seconds(from)).unwrap();
        assert_eq!(stepped(pause, more).seconds(), Seconds(expected), "from {from}, more: {more}");
    }
}

#[test]
fn loudness_moves_by_ten_percent_and_stays_within_its_bounds() {
    let rows = [(0, false, 0), (0, true, 10), (70, true, 80), (95, true, 100), (100, true, 100)];
    for (from, more, expected) in rows {
        let volume = Volume::new(from).unwrap();
        assert_eq!(louder(volume, more).percent(), expected, "from {from}, more: {more}");
    }
}

#[test]
fn a_birth_year_is_four_digits_of_a_year_that_has_been() {
    let year = |year| BirthYear::new(year).map(Age::BirthYear);
    let rows = [
        ("1958", year(1958)),
        (" 2026 ", year(2026)),
        ("2027", None),
        ("1899", None),
        ("58", None),
        ("", None),
        ("negentien", None),
    ];
    for (typed, expected) in rows {
        assert_eq!(birth_year(typed, 2026), expected, "{typed:?}");
    }
}
