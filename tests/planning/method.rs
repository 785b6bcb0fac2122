//! Static or PNF: which is due, and what makes a pair (R0.26, 7.2).

use proptest::prelude::*;
use soepel::domain::{
    planning::{
        choices::Comparison,
        method::{Method, Stretched, done_by, due, method_of, pairs},
    },
    programme::SessionId,
};

use crate::made::day;

fn id(text: &str) -> SessionId {
    SessionId(text.to_owned())
}

fn sessions(list: &[(i64, &str)]) -> Vec<Stretched> {
    list.iter().map(|(on, text)| Stretched::planned(&id(text), day(*on)).unwrap()).collect()
}

#[test]
fn a_session_and_its_mirror_hold_the_same_stretches() {
    assert_eq!(method_of(&id("P1-B")), Some(("P1-B", Method::Static)));
    assert_eq!(method_of(&id("P1-B-pnf")), Some(("P1-B", Method::Pnf)));
    // Minis are excluded (7.2).
    for other in ["P1-mini", "P4-A", "P2-A", "own"] {
        assert_eq!(method_of(&id(other)), None);
        assert_eq!(done_by(&id(other), Method::Pnf), id(other));
    }
    let catalogue = soepel::content::catalogue();
    for set in ["P1-A", "P1-B", "P1-C"] {
        let exercises = |id: &SessionId| {
            let (_, outline) = catalogue.session(id).unwrap();
            outline.blocks.iter().map(|block| block.exercise.clone()).collect::<Vec<_>>()
        };
        let by = |method| exercises(&done_by(&id(set), method));
        assert_eq!(by(Method::Static), by(Method::Pnf));
    }
}

/// R0.26: day n static, day n+1 PNF, the same stretches.
#[test]
fn the_day_after_static_is_pnf_and_after_a_pair_it_begins_anew() {
    let due = |list: &[(i64, &str)], on| due(Comparison::ByDay, &sessions(list), "P1-A", day(on));
    assert_eq!(due(&[], 0), Method::Static);
    assert_eq!(due(&[(0, "P1-A")], 1), Method::Pnf);
    assert_eq!(due(&[(0, "P1-A"), (1, "P1-A-pnf")], 2), Method::Static);
    // Whoever did PNF first owes the other half; a second static asks for it still.
    assert_eq!(due(&[(0, "P1-A-pnf")], 1), Method::Static);
    assert_eq!(due(&[(0, "P1-A"), (1, "P1-A")], 2), Method::Pnf);
    // A half that waits longer than four days makes no pair any more (7.2).
    assert_eq!(due(&[(0, "P1-A")], 4), Method::Pnf);
    assert_eq!(due(&[(0, "P1-A")], 5), Method::Static);
    // Another stage is another set.
    assert_eq!(due(&[(0, "P1-B")], 1), Method::Static);
}

#[test]
fn a_pair_is_one_of_each_of_the_same_stretches_within_four_days() {
    let list = sessions(&[
        (0, "P1-A"),
        (4, "P1-A-pnf"),
        (6, "P1-A"),
        (11, "P1-A-pnf"),
        (12, "P1-B"),
        (13, "P1-B"),
        (14, "P1-B-pnf"),
    ]);
    let (pairs, open) = pairs(&list);
    let days: Vec<_> = pairs.iter().map(|pair| (pair.first.day, pair.second.day)).collect();
    assert_eq!(days, [(day(0), day(4)), (day(13), day(14))]);
    assert_eq!(open, None);
}

proptest! {
    /// X25: in the fairer order each pair still holds both, and chance begins about half of them.
    #[test]
    fn the_fairer_order_gives_both_in_each_pair_and_is_the_same_on_every_look(seed in any::<u32>()) {
        let fairer = Comparison::Fairer { seed };
        let mut list: Vec<Stretched> = Vec::new();
        for on in 0..128 {
            let method = due(fairer, &list, "P1-A", day(on));
            prop_assert_eq!(method, due(fairer, &list, "P1-A", day(on)));
            list.extend(Stretched::planned(&done_by(&id("P1-A"), method), day(on)));
        }
        let (made, open) = pairs(&list);
        prop_assert_eq!((made.len(), open), (64, None));
        let static_first = made.iter().filter(|pair| pair.first.method == Method::Static).count();
        prop_assert!((10..=54).contains(&static_first), "{}", static_first);
    }
}

#[test]
fn who_stopped_comparing_gets_their_own_method() {
    for keep in Method::ALL {
        let list = sessions(&[(0, "P1-A"), (1, "P1-A-pnf"), (2, "P1-A")]);
        assert_eq!(due(Comparison::Off { keep: *keep }, &list, "P1-A", day(3)), *keep);
    }
}

/// X25: an update of Soepel changes nothing in the order of a comparison that runs.
#[test]
fn the_fairer_order_of_a_seed_is_for_ever() {
    for (seed, order) in [
        (0, "ppspssspssspppspppssspssspssssss"),
        (1, "spsppsppspppppssppppppppppspppss"),
        (42, "pssppsspsppspppsppppspssppsspppp"),
        (u32::MAX, "ppppssppsspsppsssppsspspspsspppp"),
    ] {
        let mut list: Vec<Stretched> = Vec::new();
        let mut told = String::new();
        for on in 0..64 {
            let method = due(Comparison::Fairer { seed }, &list, "P1-A", day(on));
            if on % 2 == 0 {
                told.push(if method == Method::Static { 's' } else { 'p' });
            }
            list.extend(Stretched::planned(&done_by(&id("P1-A"), method), day(on)));
        }
        assert_eq!(told, order, "{seed}");
    }
}
