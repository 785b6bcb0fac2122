//! Every text of the catalogue, with the file it stands in and what kind of text it is.

use super::{exercise_path, programme_path, selftest_path};
use crate::domain::{
    catalogue::Catalogue,
    exercise::{Exercise, Variant},
    programme::Programme,
    selftest::{AttemptText, Picture, SelfTest},
    text::Bilingual,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// At most four plain words, without any technical one.
    PlainName,
    /// A heading in which a technical word may follow plain ones, in brackets.
    Title,
    /// The technical name, which may be as it is.
    TechnicalName,
    /// Words without a full stop: a cue, a label, a shout of the voice.
    Phrase,
    /// Ends with a full stop, a question mark or an exclamation mark.
    Sentence,
}

pub(super) struct Text<'a> {
    pub(super) path: String,
    pub(super) kind: Kind,
    /// Where in the file, in the words of the file.
    pub(super) place: String,
    pub(super) said: &'a Bilingual,
}

pub(super) fn all(catalogue: &Catalogue) -> Vec<Text<'_>> {
    let mut texts = Vec::new();
    for exercise in &catalogue.exercises {
        of_exercise(exercise, &mut texts);
    }
    for programme in catalogue.programmes.iter().chain(&catalogue.gentle_start) {
        of_programme(programme, &mut texts);
    }
    for ladder in &catalogue.ladders {
        let place = format!("then of {}", ladder.exercise.as_str());
        push(&mut texts, "ladders", Kind::Sentence, place, &ladder.then);
    }
    of_conditions(catalogue, &mut texts);
    of_screening(catalogue, &mut texts);
    for test in &catalogue.selftests {
        of_selftest(test, &mut texts);
    }
    for (key, line) in &catalogue.voice {
        push(&mut texts, "voice", Kind::Phrase, key.clone(), line);
    }
    texts
}

fn of_exercise<'a>(exercise: &'a Exercise, texts: &mut Vec<Text<'a>>) {
    let path = exercise_path(exercise);
    let mut put = |kind, place: &str, text: &'a Bilingual| {
        push(texts, &path, kind, place.to_owned(), text);
    };
    put(Kind::PlainName, "plain", &exercise.plain_name);
    put(Kind::TechnicalName, "name", &exercise.technical_name);
    put(Kind::Sentence, "why", &exercise.why);
    put(Kind::Sentence, "feel", &exercise.feel);
    put(Kind::Sentence, "not_feel", &exercise.not_feel);
    put(Kind::Sentence, "breathing", &exercise.breathing);
    exercise.steps.iter().for_each(|text| put(Kind::Sentence, "step", text));
    exercise.cues.iter().for_each(|text| put(Kind::Phrase, "cue", text));
    exercise.mistakes.iter().for_each(|text| put(Kind::Sentence, "mistake", text));
    for Variant { id, name, change, .. } in exercise.variants() {
        put(Kind::Title, id, name);
        put(Kind::Sentence, id, change);
    }
    for prerequisite in &exercise.prerequisites {
        put(Kind::Sentence, "prerequisite", &prerequisite.text);
    }
    for adaptation in &exercise.adapt_if {
        put(Kind::Sentence, adaptation.condition.slug(), &adaptation.text);
    }
    let varied = exercise.variants().flat_map(|variant| &variant.poses);
    for pose in exercise.poses.iter().chain(varied) {
        put(Kind::Title, "label of a pose", &pose.label);
    }
}

fn of_programme<'a>(programme: &'a Programme, texts: &mut Vec<Text<'a>>) {
    let path = programme_path(programme);
    let mut put = |kind, place: &str, text: &'a Bilingual| {
        push(texts, &path, kind, place.to_owned(), text);
    };
    put(Kind::PlainName, "plain", &programme.plain_name);
    put(Kind::TechnicalName, "name", &programme.technical_name);
    put(Kind::Sentence, "for_whom", &programme.for_whom);
    put(Kind::Sentence, "frequency", &programme.frequency);
    for session in &programme.sessions {
        put(Kind::Title, &session.id.0, &session.name);
    }
}

fn of_conditions<'a>(catalogue: &'a Catalogue, texts: &mut Vec<Text<'a>>) {
    for condition in &catalogue.conditions {
        let place = condition.condition.slug().to_owned();
        push(texts, "conditions", Kind::Phrase, place, &condition.text);
    }
    for label in &catalogue.labels {
        push(texts, "conditions", Kind::Phrase, label.id.clone(), &label.name);
        push(texts, "conditions", Kind::Sentence, label.id.clone(), &label.effect);
    }
}

fn of_screening<'a>(catalogue: &'a Catalogue, texts: &mut Vec<Text<'a>>) {
    let mut put = |place: &str, text: &'a Bilingual| {
        push(texts, "screening", Kind::Sentence, place.to_owned(), text);
    };
    for question in &catalogue.questions {
        put(&question.id, &question.text);
        question.help.iter().for_each(|help| put(&question.id, help));
        if let Some(narrowing) = &question.narrowing {
            for follow_up in narrowing.all_of.iter().chain(&narrowing.one_of) {
                put(&follow_up.id, &follow_up.text);
            }
        }
    }
    for question in &catalogue.daily_questions {
        put(&question.id, &question.text);
    }
    for light in &catalogue.lights {
        put(light.light.slug(), &light.title);
        put(light.light.slug(), &light.text);
    }
}

fn of_selftest<'a>(test: &'a SelfTest, texts: &mut Vec<Text<'a>>) {
    let path = selftest_path(test.id);
    let mut put = |kind, place: &str, text: &'a Bilingual| {
        push(texts, &path, kind, place.to_owned(), text);
    };
    put(Kind::PlainName, "plain", &test.plain_name);
    put(Kind::TechnicalName, "name", &test.technical_name);
    put(Kind::Sentence, "why", &test.why);
    put(Kind::Sentence, "needs", &test.needs);
    put(Kind::Sentence, "caution", &test.caution);
    test.steps.iter().for_each(|text| put(Kind::Sentence, "step", text));
    labels(test.picture.as_ref()).for_each(|label| put(Kind::Title, "label of a pose", label));
    for question in &test.questions {
        put(Kind::Sentence, &question.key, &question.text);
        question.choices.iter().for_each(|choice| put(Kind::Phrase, &choice.key, &choice.text));
    }
    for outcome in &test.outcomes {
        put(Kind::Phrase, &outcome.key, &outcome.label);
        put(Kind::Sentence, &outcome.key, &outcome.text);
    }
    for text in &test.movements {
        let place = text.movement.slug();
        put(Kind::PlainName, place, &text.plain_name);
        put(Kind::TechnicalName, place, &text.technical_name);
        text.note.iter().for_each(|note| put(Kind::Sentence, place, note));
        for attempt in [Some(&text.active), text.passive.as_ref()].into_iter().flatten() {
            let AttemptText { steps, question, limited, fair, good, measure, .. } = attempt;
            for sentence in steps.iter().chain([question]).chain(measure) {
                put(Kind::Sentence, place, sentence);
            }
            for phrase in [limited, fair, good] {
                put(Kind::Phrase, place, phrase);
            }
            for label in labels(attempt.picture.as_ref()) {
                put(Kind::Title, "label of a pose", label);
            }
        }
    }
}

fn labels(picture: Option<&Picture>) -> impl Iterator<Item = &Bilingual> {
    let poses = match picture {
        Some(Picture::Own { poses, .. }) => &poses[..],
        _ => &[],
    };
    poses.iter().map(|pose| &pose.label)
}

fn push<'a>(texts: &mut Vec<Text<'a>>, path: &str, kind: Kind, place: String, text: &'a Bilingual) {
    texts.push(Text { path: path.to_owned(), kind, place, said: text });
}
