//! What the differences inside the pairs show: nothing before six, and a preference only at four
//! fixed looks (7.2, X25).

use crate::domain::planning::method::Method;

/// Pairs without a tie at which is looked, with the wins that it takes: a two-sided sign test of at
/// most 5 % at each look. Between them nothing is decided.
pub const LOOKS: [(usize, usize); 4] = [(6, 6), (10, 9), (14, 12), (20, 15)];
/// From so many pairs without a tie on there is a first impression.
const IMPRESSION: usize = 3;
/// From so many pairs, ties and all, on a small mean says that there is no clear difference.
const ENOUGH: usize = 10;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    NotEnough,
    FirstImpression,
    Preference(Method),
    NoDifference,
    Unclear,
}

/// What a row of differences comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judged {
    pub state: State,
    pub static_wins: usize,
    pub pnf_wins: usize,
    pub ties: usize,
    /// The pair, counted from 0, at which a preference was reached.
    pub reached_at: Option<usize>,
}

impl Judged {
    /// Pairs without a tie: k.
    pub fn untied(&self) -> usize {
        self.static_wins + self.pnf_wins
    }

    /// How many times the method that won more often won, and which; none when both did as often.
    pub fn ahead(&self) -> Option<(Method, usize)> {
        match self.pnf_wins.cmp(&self.static_wins) {
            std::cmp::Ordering::Less => Some((Method::Static, self.static_wins)),
            std::cmp::Ordering::Equal => None,
            std::cmp::Ordering::Greater => Some((Method::Pnf, self.pnf_wins)),
        }
    }

    /// The last look is behind: more pairs make nothing surer.
    pub fn is_at_the_end(&self) -> bool {
        self.untied() >= LOOKS[LOOKS.len() - 1].0
    }
}

/// The wins that a look at `untied` pairs asks for; none when there is no look then.
pub fn wins_needed(untied: usize) -> Option<usize> {
    LOOKS.iter().find(|(at, _)| *at == untied).map(|(_, wins)| *wins)
}

/// Differences of PNF minus static on the primary outcome, the oldest pair first. A preference that
/// was reached at a look stays.
pub fn judge(differences: &[i8]) -> Judged {
    let mut judged =
        Judged { state: State::NotEnough, static_wins: 0, pnf_wins: 0, ties: 0, reached_at: None };
    let mut sum = 0_i64;
    let mut preferred = None;
    for (place, difference) in differences.iter().enumerate() {
        sum += i64::from(*difference);
        match difference.signum() {
            -1 => judged.static_wins += 1,
            0 => judged.ties += 1,
            _ => judged.pnf_wins += 1,
        }
        // A tie brings no new look: k stays what it was when it was looked at.
        let looked = (*difference != 0).then(|| wins_needed(judged.untied())).flatten();
        if let (None, Some(needed), Some((method, wins))) = (preferred, looked, judged.ahead())
            && wins >= needed
            && !is_small(sum, place + 1)
        {
            preferred = Some(method);
            judged.reached_at = Some(place);
        }
    }
    judged.state = match (preferred, judged.untied()) {
        (Some(method), _) => State::Preference(method),
        _ if differences.len() >= ENOUGH && is_small(sum, differences.len()) => State::NoDifference,
        (None, ..IMPRESSION) => State::NotEnough,
        (None, untied) if untied < LOOKS[0].0 => State::FirstImpression,
        (None, _) => State::Unclear,
    };
    judged
}

/// A mean of less than half a point, whatever its sign; in whole numbers.
fn is_small(sum: i64, count: usize) -> bool {
    i64::try_from(count).is_ok_and(|count| 2 * sum.abs() < count)
}
