//! How an entry stands in its file, and what it becomes in the subject.

use serde::Deserialize;

use crate::domain::{
    reading::{
        Always, Basis, Chapter, ChapterPart, Conflict, DoAndDont, Ground, Kind, Reference, Release,
        Rule, Source, StopAdvice, Term,
    },
    record::StopReason,
    text::Bilingual,
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pair {
    nl: String,
    en: String,
}

/// A name or a heading: never empty.
#[derive(Deserialize)]
#[serde(try_from = "Pair")]
struct Words(Bilingual);

/// Sentences: never empty, and the last one is finished.
#[derive(Deserialize)]
#[serde(try_from = "Pair")]
struct Prose(Bilingual);

#[derive(Deserialize)]
#[serde(try_from = "String")]
struct Reason(StopReason);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SourceShape {
    code: String,
    title: Words,
    about: Prose,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct KindShape {
    slug: String,
    name: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ArticleRuleShape {
    id: String,
    kind: String,
    text: Prose,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OwnRuleShape {
    id: String,
    kind: String,
    text: Prose,
    basis: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ReferenceShape {
    id: String,
    text: String,
    verification: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ConflictShape {
    id: String,
    issue: Prose,
    resolution: Prose,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TermShape {
    name: Words,
    definition: Prose,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ChapterShape {
    source: String,
    title: Words,
    summary: Prose,
    part: Vec<PartShape>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PartShape {
    heading: Words,
    rules: Vec<String>,
    paragraph: Vec<Prose>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AlwaysShape {
    text: Prose,
    rules: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StopShape {
    reason: Reason,
    name: Words,
    advice: Prose,
    rules: Vec<String>,
    #[serde(default)]
    references: Vec<String>,
    #[serde(default)]
    questions: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct RowShape {
    good: Prose,
    good_rules: Vec<String>,
    bad: Prose,
    bad_rules: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ReleaseShape {
    version: String,
    point: Vec<Prose>,
}

impl TryFrom<Pair> for Words {
    type Error = String;

    fn try_from(Pair { nl, en }: Pair) -> Result<Self, String> {
        for (text, language) in [(&nl, "nl"), (&en, "en")] {
            if text.trim().is_empty() {
                return Err(format!("a text in `{language}` is empty"));
            }
        }
        Ok(Self(Bilingual { dutch: nl, english: en }))
    }
}

impl TryFrom<Pair> for Prose {
    type Error = String;

    fn try_from(pair: Pair) -> Result<Self, String> {
        let Words(both) = pair.try_into()?;
        for (text, language) in [(&both.dutch, "nl"), (&both.english, "en")] {
            if !text.trim_end_matches([')', '’']).ends_with(['.', '?', '!']) {
                return Err(format!("a sentence in `{language}` has no full stop"));
            }
        }
        Ok(Self(both))
    }
}

impl TryFrom<String> for Reason {
    type Error = String;

    fn try_from(slug: String) -> Result<Self, String> {
        StopReason::parse(&slug).map(Self).ok_or_else(|| {
            let known: Vec<&str> = StopReason::ALL.iter().map(|reason| reason.slug()).collect();
            format!("`{slug}` is none of {}", known.join(", "))
        })
    }
}

impl From<SourceShape> for Source {
    fn from(SourceShape { code, title, about }: SourceShape) -> Self {
        Self { code, title: title.0, about: about.0 }
    }
}

impl From<KindShape> for Kind {
    fn from(KindShape { slug, name }: KindShape) -> Self {
        Self { slug, name: name.0 }
    }
}

impl TryFrom<ArticleRuleShape> for Rule {
    type Error = String;

    fn try_from(shape: ArticleRuleShape) -> Result<Self, String> {
        let ArticleRuleShape { id, kind, text } = shape;
        let (article, _) = id
            .split_once('.')
            .filter(|_| id.starts_with('R'))
            .ok_or("the ID of a rule from an article looks like `R0.7`")?;
        let basis = Basis::Article(article.to_owned());
        Ok(Self { id, kind, text: text.0, basis })
    }
}

impl TryFrom<OwnRuleShape> for Rule {
    type Error = String;

    fn try_from(shape: OwnRuleShape) -> Result<Self, String> {
        let OwnRuleShape { id, kind, text, basis } = shape;
        if !id.starts_with('X') {
            return Err("the ID of a rule of our own looks like `X7`".to_owned());
        }
        if basis.is_empty() {
            return Err("nothing stands in `basis`".to_owned());
        }
        let basis = Basis::Ours(basis.into_iter().map(ground).collect());
        Ok(Self { id, kind, text: text.0, basis })
    }
}

/// A rule ID is a letter and a number; some references (`Russell2010`) begin with the same letter.
fn ground(text: String) -> Ground {
    match text.as_bytes() {
        b"practice" => Ground::Practice,
        b"policy" => Ground::Policy,
        [b'R' | b'X', b'0'..=b'9', ..] => Ground::Rule(text),
        _ => Ground::Literature(text),
    }
}

impl TryFrom<ReferenceShape> for Reference {
    type Error = String;

    fn try_from(shape: ReferenceShape) -> Result<Self, String> {
        let ReferenceShape { id, text, verification } = shape;
        if text.trim().is_empty() {
            return Err("its `text` is empty".to_owned());
        }
        Ok(Self { id, text, verification: verification.0 })
    }
}

impl From<ConflictShape> for Conflict {
    fn from(ConflictShape { id, issue, resolution }: ConflictShape) -> Self {
        Self { id, issue: issue.0, resolution: resolution.0 }
    }
}

impl From<ReleaseShape> for Release {
    fn from(ReleaseShape { version, point }: ReleaseShape) -> Self {
        Self { version, points: point.into_iter().map(|text| text.0).collect() }
    }
}

impl From<TermShape> for Term {
    fn from(TermShape { name, definition }: TermShape) -> Self {
        Self { name: name.0, definition: definition.0 }
    }
}

/// A chapter is one file, and its slug is the name of that file.
impl From<(String, ChapterShape)> for Chapter {
    fn from((slug, shape): (String, ChapterShape)) -> Self {
        let ChapterShape { source, title, summary, part } = shape;
        let parts = part.into_iter().map(ChapterPart::from).collect();
        Self { slug, source, title: title.0, summary: summary.0, parts }
    }
}

impl From<PartShape> for ChapterPart {
    fn from(PartShape { heading, rules, paragraph }: PartShape) -> Self {
        let paragraphs = paragraph.into_iter().map(|prose| prose.0).collect();
        Self { heading: heading.0, paragraphs, rules }
    }
}

impl From<AlwaysShape> for Always {
    fn from(AlwaysShape { text, rules }: AlwaysShape) -> Self {
        Self { text: text.0, rules }
    }
}

impl From<StopShape> for StopAdvice {
    fn from(shape: StopShape) -> Self {
        let StopShape { reason, name, advice, rules, references, questions } = shape;
        Self { reason: reason.0, name: name.0, advice: advice.0, rules, references, questions }
    }
}

impl From<RowShape> for DoAndDont {
    fn from(RowShape { good, good_rules, bad, bad_rules }: RowShape) -> Self {
        Self { good: good.0, good_rules, bad: bad.0, bad_rules }
    }
}
