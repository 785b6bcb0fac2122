//! A programme, or the whole plan, on one page of paper, for a physiotherapist.

use chrono::Weekday;

use super::today::{Prescribed, SessionCard};
use crate::{
    app::{calendar::rhythm, model::Model},
    archive::store::Archive,
    domain::{
        breaks::ClockTime,
        dose::Protocol,
        exercise::Exercise,
        programme::{Programme, ProgrammeId, SessionId},
        record::{Answer, ScreeningRecord},
        text::Bilingual,
        time::{Day, Moment},
    },
};

/// More sessions do not fit on one page. Our choice.
pub const MOST_SESSIONS: usize = 3;
/// The weeks that can be ticked off: after six weeks R0.11 and X37 look back.
pub const WEEKS: u32 = 6;

#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    pub programme: &'static Programme,
    /// Each with the letter that stands for it on the sheet.
    pub sessions: Vec<(char, SessionCard)>,
    pub exercises: Vec<SheetExercise>,
    pub days: Vec<Weekday>,
    /// The letter of the session of each time in a week, in turn.
    pub turns: Vec<char>,
    /// False while a session on it is closed: then there is nothing to tick off.
    pub open: bool,
}

/// The plan on one page.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanSheet {
    pub programmes: Vec<&'static Programme>,
    /// Each with the letter that stands for it on the sheet.
    pub sessions: Vec<(char, SessionCard)>,
    /// Sessions of the week for which there is no room.
    pub not_shown: Vec<SessionCard>,
    pub exercises: Vec<SheetExercise>,
    /// The days with a session, and its letter.
    pub week: Vec<(Weekday, char)>,
}

/// An exercise with one dose, and the sessions that hold it so.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetExercise {
    pub exercise: &'static Exercise,
    pub protocol: Protocol,
    pub effort_most: Option<u32>,
    pub sided: bool,
    pub letters: String,
}

/// The answers to the safety questions, as somebody hands them over.
#[derive(Clone, Debug, PartialEq)]
pub struct PaperAnswers {
    pub day: Day,
    /// Everything but a no: the question, and the answer.
    pub told: Vec<(Bilingual, Answer)>,
    /// How many were answered with no.
    pub no: usize,
}

impl Model {
    /// The sessions that stand on the sheet of a programme until somebody chooses others.
    pub fn usual_sheet(&self, id: &ProgrammeId) -> Vec<SessionId> {
        let programme = self.catalogue.programmes.iter().find(|programme| programme.id == *id);
        let sessions = programme.map(rhythm::usual_sessions).unwrap_or_default();
        sessions.into_iter().map(|outline| outline.id.clone()).collect()
    }

    /// The sheet of a programme with these of its sessions, in the order of the programme.
    pub fn sheet(&self, id: &ProgrammeId, chosen: &[SessionId], now: Moment) -> Option<Sheet> {
        let programme = self.catalogue.programmes.iter().find(|programme| programme.id == *id)?;
        let sessions: Vec<(char, SessionCard)> = programme
            .sessions
            .iter()
            .filter(|outline| chosen.contains(&outline.id))
            .filter_map(|outline| self.session_card(&outline.id, now))
            .take(MOST_SESSIONS)
            .zip('A'..)
            .map(|(card, letter)| (letter, card))
            .collect();
        let week = rhythm::usual_week(programme, ClockTime::of(now), 1);
        let letters: Vec<char> = sessions.iter().map(|(letter, _)| *letter).collect();
        Some(Sheet {
            programme,
            exercises: self.sheet_exercises(&sessions, now),
            days: week.iter().map(|planned| planned.day).collect(),
            turns: letters.iter().copied().cycle().take(week.len()).collect(),
            open: !sessions.is_empty() && sessions.iter().all(|(_, card)| card.open),
            sessions,
        })
    }

    /// The plan as it stands: none before anything was chosen. While sessions are closed its week
    /// is empty.
    pub fn plan_sheet(&self, now: Moment) -> Option<PlanSheet> {
        let page = self.plan_page(now)?;
        let settled = self.settled_week(now);
        let mut ids: Vec<SessionId> = Vec::new();
        for one in &settled {
            if !ids.contains(&one.session) {
                ids.push(one.session.clone());
            }
        }
        let mut cards: Vec<SessionCard> =
            ids.iter().filter_map(|id| self.session_card(id, now)).collect();
        let not_shown = cards.split_off(cards.len().min(MOST_SESSIONS));
        let sessions: Vec<(char, SessionCard)> = ('A'..).zip(cards).collect();
        let letter = |id: &SessionId| {
            sessions.iter().find(|(_, card)| card.outline.id == *id).map(|(letter, _)| *letter)
        };
        let week = settled.iter().filter_map(|one| Some((one.day, letter(&one.session)?)));
        Some(PlanSheet {
            programmes: page.programmes.into_iter().map(|one| one.programme).collect(),
            week: week.collect(),
            exercises: self.sheet_exercises(&sessions, now),
            not_shown,
            sessions,
        })
    }

    /// With the doses of this person today: what a condition changes and the steps that they
    /// reached are in them.
    fn sheet_exercises(&self, sessions: &[(char, SessionCard)], now: Moment) -> Vec<SheetExercise> {
        let mut found: Vec<SheetExercise> = Vec::new();
        for (letter, card) in sessions {
            for block in self.blocks(card.outline, now) {
                let Prescribed { exercise, protocol, sided, effort_most, .. } = block;
                let same = found.iter_mut().find(|it| {
                    (it.exercise, it.protocol, it.effort_most) == (exercise, protocol, effort_most)
                });
                match same {
                    Some(same) if same.letters.contains(*letter) => {}
                    Some(same) => same.letters.push(*letter),
                    None => found.push(SheetExercise {
                        exercise,
                        protocol,
                        sided,
                        effort_most,
                        letters: letter.to_string(),
                    }),
                }
            }
        }
        found
    }

    pub fn paper_answers(&self) -> Option<PaperAnswers> {
        let record = self.archive().and_then(Archive::screening)?;
        let ScreeningRecord { day, answers, .. } = record;
        let told = answers
            .iter()
            .filter(|(_, answer)| **answer != Answer::No)
            .map(|(id, answer)| (self.words_of(id), *answer))
            .collect();
        let no = answers.values().filter(|answer| **answer == Answer::No).count();
        (!answers.is_empty()).then_some(PaperAnswers { day: *day, told, no })
    }

    /// The words of a question, of what is asked on after it, or of a condition.
    fn words_of(&self, id: &str) -> Bilingual {
        let questions = &self.catalogue.questions;
        let own = questions.iter().find(|question| question.id == id).map(|it| &it.text);
        let after = || {
            let narrowings = questions.iter().filter_map(|question| question.narrowing.as_ref());
            let mut asked = narrowings.flat_map(|it| it.all_of.iter().chain(&it.one_of));
            asked.find(|follow| follow.id == id).map(|follow| &follow.text)
        };
        let condition = || {
            let mut known = self.catalogue.conditions.iter();
            known.find(|text| text.condition.slug() == id).map(|text| &text.text)
        };
        let plain = || Bilingual { dutch: id.to_owned(), english: id.to_owned() };
        own.or_else(after).or_else(condition).cloned().unwrap_or_else(plain)
    }
}
