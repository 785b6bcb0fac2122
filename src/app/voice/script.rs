//! Each thing to say gets its moment on the plan's time: never over the end of a phase, never over
//! another one. What does not fit is said shorter, earlier, later in the preparation, or not.

use super::{
    Speaker,
    lines::{When, Wish},
    reckon,
};
use crate::domain::{text::Language, time::Millis, timeline::PhaseKind};

/// Looks at the clock come a little late; this much is kept free. Our choice.
const SLACK: Millis = Millis(200);

/// One thing to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Utterance {
    /// On the plan's time.
    pub at: Millis,
    pub lasts: Millis,
    /// By then it has to be over; none where the plan's time stands still or is at its end.
    pub until: Option<Millis>,
    pub text: String,
}

impl Utterance {
    /// Whether it still fits when it is begun now.
    pub fn fits_at(&self, now: Millis) -> bool {
        self.until.is_none_or(|until| now + self.lasts <= until)
    }
}

/// Everything that is said from some moment on, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Script {
    utterances: Vec<Utterance>,
}

impl Script {
    /// From `from` on. Whoever comes into the middle of a phase hears what it is about, unless
    /// `quiet`: then only what follows.
    pub fn new(speaker: &Speaker, from: Millis, quiet: bool) -> Self {
        let plan = speaker.plan;
        let mut utterances: Vec<Utterance> = Vec::new();
        let mut carried: Vec<Wish> = Vec::new();
        let mut said_early = false;
        for (index, phase) in plan.phases().iter().enumerate() {
            let start = plan.starts_at(index);
            let end = start + phase.lasts.millis();
            if end <= from {
                continue;
            }
            let mut wishes = speaker.wishes(index);
            if start < from && quiet {
                wishes.retain(|wish| matches!(wish.when, When::At(_) | When::Before));
            }
            if speaker.begins_exercise(index) {
                carried.clear();
            }
            wishes.append(&mut carried);
            if said_early {
                wishes.remove(0);
            }
            // A long name starts earlier: in the phase before, where its own has no room.
            let early = (!speaker.is_work(index)).then(|| early(speaker, index)).flatten();
            let early_line = early.clone();
            wishes.extend(early.map(|line| Wish { when: When::Early, lines: vec![line] }));
            wishes.sort_by_key(|wish| match wish.when {
                When::Before | When::Early => 2,
                When::At(_) => 1,
                _ => 0,
            });
            let free =
                utterances.last().map_or(start, |last| ceil(last.at + last.lasts).max(start));
            let (placed, later) = place(wishes, free.max(ceil(from)), end, speaker.language);
            carried.extend(later);
            said_early =
                early_line.is_some() && placed.last().map(|last| &last.text) == early_line.as_ref();
            utterances.extend(placed);
        }
        if let Some(text) = speaker.at_end().filter(|_| plan.lasts().millis() >= from) {
            let lasts = reckon(&text, speaker.language);
            utterances.push(Utterance { at: plan.lasts().millis(), lasts, until: None, text });
        }
        Self { utterances }
    }

    pub fn utterances(&self) -> &[Utterance] {
        &self.utterances
    }

    /// What is to be said now, of all that came since `since`: the newest, if it still fits.
    pub fn due(&self, since: Millis, now: Millis) -> Option<&Utterance> {
        let passed = self.utterances.iter().rev().find(|one| one.at <= now)?;
        (passed.at >= since && passed.fits_at(now)).then_some(passed)
    }
}

/// The whole of the next phase's line, when that is too short for it.
fn early(speaker: &Speaker, index: usize) -> Option<String> {
    let next = speaker
        .phase(index + 1)
        .filter(|next| matches!(next.kind, PhaseKind::Ready | PhaseKind::SwitchSides))?;
    let line = speaker.wishes(index + 1).into_iter().next()?.lines.into_iter().next()?;
    let too_long = reckon(&line, speaker.language) + SLACK > next.lasts.millis();
    too_long.then_some(line)
}

/// The wishes of one phase between `from` and `end`, and those that may be said in the next.
pub fn place(
    wishes: Vec<Wish>,
    from: Millis,
    end: Millis,
    language: Language,
) -> (Vec<Utterance>, Vec<Wish>) {
    let mut placed: Vec<Utterance> = Vec::new();
    let mut later = Vec::new();
    let mut free = from;
    // What leads up to a beat matters most: its shortest wording is kept room for.
    let before = wishes.iter().filter(|wish| wish.when == When::Before);
    let kept: Millis =
        before.filter_map(|wish| wish.lines.last()).map(|line| whole(line, language)).sum();
    for wish in wishes {
        let fit = |at: Millis, end: Millis| {
            let mut lines = wish.lines.iter().map(|line| (line, reckon(line, language)));
            lines.find(|(_, lasts)| at + *lasts + SLACK <= end)
        };
        let found = match wish.when {
            When::Still => wish.lines.first().map(|line| (free, (line, reckon(line, language)))),
            When::Soon | When::SoonOrLater => fit(free, end - kept).map(|one| (free, one)),
            When::At(moment) => {
                let at = ceil(moment);
                fit(at, end - kept).filter(|_| at >= free).map(|one| (at, one))
            }
            When::Before | When::Early => fit(free, end).map(|(line, lasts)| {
                let at = floor(end - lasts - SLACK);
                (at.max(free), (line, lasts))
            }),
        };
        match found {
            Some((at, (line, lasts))) => {
                let until = (wish.when != When::Still).then_some(end);
                placed.push(Utterance { at, lasts, until, text: line.clone() });
                free = ceil(at + lasts);
            }
            None if wish.when == When::SoonOrLater && !wish.lines.is_empty() => later.push(wish),
            None => {}
        }
    }
    (placed, later)
}

/// The page wakes when the shown second changes, so everything begins on a whole one.
fn ceil(at: Millis) -> Millis {
    at.seconds_up().millis()
}

fn floor(at: Millis) -> Millis {
    at.seconds_down().millis()
}

fn whole(line: &str, language: Language) -> Millis {
    ceil(reckon(line, language) + SLACK)
}
