//! `[[dose]]`: the numbers of an exercise and the rule behind each; and changes to them.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::word;
use crate::{
    content::problem::Review,
    domain::{
        dose::{Adjustment, Bounds, Dose, Mode, Protocol, Resistance, SeniorDose, Sides, Tempo},
        time::Seconds,
    },
};

/// The names of the numbers differ from mode to mode, so they are taken out of a map by name; what
/// is left over in the end is refused.
#[derive(Deserialize)]
pub(super) struct DoseShape {
    mode: String,
    #[serde(default)]
    pub(super) default: bool,
    sides: String,
    rules: Vec<String>,
    references: Vec<String>,
    source: BTreeMap<String, String>,
    #[serde(flatten)]
    numbers: BTreeMap<String, Number>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(untagged)]
enum Number {
    One(u32),
    Range([u32; 2]),
}

pub(super) fn convert(shape: DoseShape, review: &mut Review) -> Option<Dose> {
    let mode = word("mode of a dose", &shape.mode, Mode::parse, review);
    let sides = word("way to share sides", &shape.sides, Sides::parse, review);
    let (mode, sides) = (mode?, sides?);
    compare_sources(&shape, review);
    let mut numbers = Numbers { mode, left: shape.numbers, review };
    let protocol = protocol(mode, &mut numbers);
    let dose = Dose {
        protocol,
        sides,
        senior: senior(&mut numbers),
        sets: numbers.range("sets_bounds"),
        reps: numbers.range(match mode {
            Mode::PnfSelf | Mode::PnfPartner => "cycles_bounds",
            Mode::IsometricEndRange => "rounds_bounds",
            Mode::ControlledRotation => "circles_bounds",
            _ => "reps_bounds",
        }),
        hold: numbers.range("hold_s_bounds"),
        effort: numbers.range("effort_pct"),
        sources: shape.source,
        rules: shape.rules,
        references: shape.references,
    };
    numbers.refuse_the_rest();
    Some(dose)
}

/// Every number has a source, and every source a number.
fn compare_sources(shape: &DoseShape, review: &mut Review) {
    let numbers: BTreeSet<&String> = shape.numbers.keys().collect();
    let sources: BTreeSet<&String> = shape.source.keys().collect();
    for name in numbers.difference(&sources) {
        review.object(format!(
            "The {} dose does not say where `{name}` comes from; add it to [dose.source].",
            shape.mode
        ));
    }
    for name in sources.difference(&numbers) {
        review.object(format!(
            "[dose.source] names `{name}`, which the {} dose does not have; remove it.",
            shape.mode
        ));
    }
}

struct Numbers<'a, 'b> {
    mode: Mode,
    left: BTreeMap<String, Number>,
    review: &'a mut Review<'b>,
}

impl Numbers<'_, '_> {
    fn one(&mut self, name: &str) -> u32 {
        match self.left.remove(name) {
            Some(Number::One(value)) => value,
            Some(Number::Range(_)) => {
                self.review.object(format!("`{name}` is one number, without brackets."));
                0
            }
            None => {
                let mode = self.mode.slug();
                self.review.object(format!("A {mode} dose needs `{name}`; add it."));
                0
            }
        }
    }

    fn seconds(&mut self, name: &str) -> Seconds {
        Seconds(self.one(name))
    }

    fn range(&mut self, name: &str) -> Option<Bounds> {
        let [least, most] = match self.left.remove(name)? {
            Number::Range(range) => range,
            Number::One(_) => {
                self.review.object(format!("`{name}` is a range: write [lowest, highest]."));
                return None;
            }
        };
        self.review.demand(least <= most, || {
            format!("`{name}` runs backwards; put {most} before {least}.")
        });
        Some(Bounds { least, most })
    }

    fn refuse_the_rest(self) {
        for name in self.left.keys() {
            let mode = self.mode.slug();
            self.review.object(format!("A {mode} dose has no `{name}`; remove it or correct it."));
        }
    }
}

fn protocol(mode: Mode, n: &mut Numbers) -> Protocol {
    match mode {
        Mode::Static => Protocol::Static {
            reps: n.one("reps"),
            ease_in: n.seconds("ease_in_s"),
            hold: n.seconds("hold_s"),
            release: n.seconds("release_s"),
            rest: n.seconds("rest_s"),
        },
        Mode::PnfSelf => press_and_relax(Resistance::Own, n),
        Mode::PnfPartner => press_and_relax(Resistance::Partner, n),
        Mode::IsometricEndRange => Protocol::IsometricEndRange {
            ease_in: n.seconds("ease_in_s"),
            passive: n.seconds("passive_s"),
            rounds: n.one("rounds"),
            ramp: n.seconds("ramp_s"),
            effort_a: n.seconds("effort_a_s"),
            effort_b: n.seconds("effort_b_s"),
            settle: n.seconds("settle_s"),
            exit: n.seconds("exit_s"),
        },
        Mode::ControlledRotation => Protocol::ControlledRotation {
            circles: n.one("circles"),
            circle: n.seconds("circle_s"),
            directions: n.one("directions"),
        },
        Mode::EndRangeLift => Protocol::EndRangeLift {
            sets: n.one("sets"),
            reps: n.one("reps"),
            lift: n.seconds("lift_s"),
            hold: n.seconds("hold_s"),
            lower: n.seconds("lower_s"),
            pause: n.seconds("pause_s"),
            rest: n.seconds("rest_s"),
        },
        Mode::Reps => Protocol::Reps {
            sets: n.one("sets"),
            reps: n.one("reps"),
            tempo: Tempo {
                out: n.seconds("out_s"),
                end_hold: n.seconds("end_hold_s"),
                back: n.seconds("back_s"),
                start_hold: n.seconds("start_hold_s"),
            },
            rest: n.seconds("rest_s"),
        },
        Mode::Hold => Protocol::Hold {
            reps: n.one("reps"),
            hold: n.seconds("hold_s"),
            rest: n.seconds("rest_s"),
        },
        Mode::Dynamic => Protocol::Dynamic {
            sets: n.one("sets"),
            reps: n.one("reps"),
            rep: n.seconds("rep_s"),
            rest: n.seconds("rest_s"),
        },
        Mode::Timed => Protocol::Timed { duration: n.seconds("duration_s") },
    }
}

fn press_and_relax(resistance: Resistance, n: &mut Numbers) -> Protocol {
    Protocol::Pnf {
        resistance,
        cycles: n.one("cycles"),
        find: n.seconds("find_s"),
        contract: n.seconds("contract_s"),
        relax: n.seconds("relax_s"),
        release: n.seconds("release_s"),
    }
}

/// A dose for 65 and older is whole or absent.
fn senior(numbers: &mut Numbers) -> Option<SeniorDose> {
    if !numbers.left.keys().any(|name| name.starts_with("senior_")) {
        return None;
    }
    let range = numbers.range("senior_hold_s_bounds").unwrap_or_else(|| {
        numbers.review.object("A dose for 65 and older needs `senior_hold_s_bounds`; add it.");
        Bounds { least: 0, most: 0 }
    });
    Some(SeniorDose {
        reps: numbers.one("senior_reps"),
        hold: numbers.seconds("senior_hold_s"),
        shortest_hold: Seconds(range.least),
        longest_hold: Seconds(range.most),
    })
}

/// Numbers that a session or a ladder step sets differently, under the names the mode has for them.
pub(super) fn adjustment(
    mode: Mode,
    numbers: &BTreeMap<String, u32>,
    review: &mut Review,
) -> Adjustment {
    let mut change = Adjustment::default();
    for (name, &value) in numbers {
        match (name.as_str(), mode) {
            ("sets", Mode::EndRangeLift | Mode::Reps | Mode::Dynamic) => change.sets = Some(value),
            (
                "reps",
                Mode::Static | Mode::Hold | Mode::EndRangeLift | Mode::Reps | Mode::Dynamic,
            )
            | ("cycles", Mode::PnfSelf | Mode::PnfPartner)
            | ("rounds", Mode::IsometricEndRange)
            | ("circles", Mode::ControlledRotation) => change.reps = Some(value),
            ("hold_s", Mode::Static | Mode::Hold | Mode::EndRangeLift) => {
                change.hold = Some(Seconds(value));
            }
            ("passive_s", Mode::IsometricEndRange) => change.passive = Some(Seconds(value)),
            ("duration_s", Mode::Timed) => change.duration = Some(Seconds(value)),
            _ => review.object(format!(
                "A {} dose has no `{name}` to change; remove it or correct it.",
                mode.slug()
            )),
        }
    }
    change
}
