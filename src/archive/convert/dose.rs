//! A dose as a row of numbers: mode, sides, then the numbers in the order written here, for ever.

use crate::domain::{
    dose::{Mode, Protocol, Resistance, Sides, Tempo},
    time::Seconds,
};

/// No number of a dose is larger: a day in seconds.
pub(super) const MOST: u32 = 86_400;

pub fn sides_name(sides: Sides) -> &'static str {
    match sides {
        Sides::Together => "together",
        Sides::InBlocks => "blocks",
        Sides::Alternating => "alternating",
        Sides::OnlyLeft => "left",
        Sides::OnlyRight => "right",
    }
}

pub fn read_sides(name: &str) -> Option<Sides> {
    Sides::ALL.iter().copied().find(|sides| sides_name(*sides) == name)
}

pub fn write(protocol: &Protocol) -> Vec<u32> {
    match *protocol {
        Protocol::Static { reps, ease_in, hold, release, rest } => {
            vec![reps, ease_in.0, hold.0, release.0, rest.0]
        }
        Protocol::Pnf { resistance: _, cycles, find, contract, relax, release } => {
            vec![cycles, find.0, contract.0, relax.0, release.0]
        }
        Protocol::IsometricEndRange {
            ease_in,
            passive,
            rounds,
            ramp,
            effort_a,
            effort_b,
            settle,
            exit,
        } => {
            vec![ease_in.0, passive.0, rounds, ramp.0, effort_a.0, effort_b.0, settle.0, exit.0]
        }
        Protocol::ControlledRotation { circles, circle, directions } => {
            vec![circles, circle.0, directions]
        }
        Protocol::EndRangeLift { sets, reps, lift, hold, lower, pause, rest } => {
            vec![sets, reps, lift.0, hold.0, lower.0, pause.0, rest.0]
        }
        Protocol::Reps { sets, reps, tempo, rest } => {
            let Tempo { out, end_hold, back, start_hold } = tempo;
            vec![sets, reps, out.0, end_hold.0, back.0, start_hold.0, rest.0]
        }
        Protocol::Hold { reps, hold, rest } => vec![reps, hold.0, rest.0],
        Protocol::Dynamic { sets, reps, rep, rest } => vec![sets, reps, rep.0, rest.0],
        Protocol::Timed { duration } => vec![duration.0],
    }
}

/// `None` when the mode has another number of numbers, or one of them is too large.
pub fn read(mode: Mode, numbers: &[u32]) -> Option<Protocol> {
    if numbers.iter().any(|number| *number > MOST) {
        return None;
    }
    let s = Seconds;
    Some(match (mode, numbers) {
        (Mode::Static, &[reps, ease_in, hold, release, rest]) => Protocol::Static {
            reps,
            ease_in: s(ease_in),
            hold: s(hold),
            release: s(release),
            rest: s(rest),
        },
        (Mode::PnfSelf | Mode::PnfPartner, &[cycles, find, contract, relax, release]) => {
            let own = mode == Mode::PnfSelf;
            Protocol::Pnf {
                resistance: if own { Resistance::Own } else { Resistance::Partner },
                cycles,
                find: s(find),
                contract: s(contract),
                relax: s(relax),
                release: s(release),
            }
        }
        (
            Mode::IsometricEndRange,
            &[ease_in, passive, rounds, ramp, effort_a, effort_b, settle, exit],
        ) => Protocol::IsometricEndRange {
            ease_in: s(ease_in),
            passive: s(passive),
            rounds,
            ramp: s(ramp),
            effort_a: s(effort_a),
            effort_b: s(effort_b),
            settle: s(settle),
            exit: s(exit),
        },
        (Mode::ControlledRotation, &[circles, circle, directions]) => {
            Protocol::ControlledRotation { circles, circle: s(circle), directions }
        }
        (Mode::EndRangeLift, &[sets, reps, lift, hold, lower, pause, rest]) => {
            Protocol::EndRangeLift {
                sets,
                reps,
                lift: s(lift),
                hold: s(hold),
                lower: s(lower),
                pause: s(pause),
                rest: s(rest),
            }
        }
        (Mode::Reps, &[sets, reps, out, end_hold, back, start_hold, rest]) => Protocol::Reps {
            sets,
            reps,
            tempo: Tempo {
                out: s(out),
                end_hold: s(end_hold),
                back: s(back),
                start_hold: s(start_hold),
            },
            rest: s(rest),
        },
        (Mode::Hold, &[reps, hold, rest]) => Protocol::Hold { reps, hold: s(hold), rest: s(rest) },
        (Mode::Dynamic, &[sets, reps, rep, rest]) => {
            Protocol::Dynamic { sets, reps, rep: s(rep), rest: s(rest) }
        }
        (Mode::Timed, &[duration]) => Protocol::Timed { duration: s(duration) },
        _ => return None,
    })
}
