//! Whether the reading matter holds together: every ID stands once, and every ID named exists.

use std::collections::BTreeSet;

use super::files::path;
use crate::domain::{
    dose::Origin,
    reading::{Basis, Ground, Reading, Rule},
    record::StopReason,
};

/// What does not hold together, each problem with its file and its cure.
pub(super) fn problems(reading: &Reading) -> Vec<String> {
    let mut check = Check { reading, problems: Vec::new() };
    check.doubles();
    check.rules();
    check.chapters();
    check.safety();
    check.problems
}

struct Check<'a> {
    reading: &'a Reading,
    problems: Vec<String>,
}

impl Check<'_> {
    fn doubles(&mut self) {
        let Reading { sources, kinds, rules, references, conflicts, glossary, stops, .. } =
            self.reading;
        self.once("sources", sources.iter().map(|source| source.code.as_str()));
        self.once("kinds", kinds.iter().map(|kind| kind.slug.as_str()));
        self.once("references", references.iter().map(|reference| reference.id.as_str()));
        self.once("conflicts", conflicts.iter().map(|conflict| conflict.id.as_str()));
        self.once("glossary", glossary.iter().map(|term| term.name.dutch.as_str()));
        self.once("safety", stops.iter().map(|stop| stop.reason.slug()));
        let mut files: Vec<String> = rules.iter().map(file).collect();
        files.dedup();
        for one in files {
            let ids = rules.iter().filter(|rule| file(rule) == one).map(|rule| rule.id.as_str());
            self.once(&one, ids);
        }
    }

    fn rules(&mut self) {
        for rule in &self.reading.rules {
            let (file, id) = (file(rule), &rule.id);
            if self.reading.kind(&rule.kind).is_none() {
                let kind = &rule.kind;
                self.report(&file, &format!("rule {id} is of kind `{kind}`"), "kinds.toml");
            }
            match &rule.basis {
                Basis::Article(code) if self.reading.source(code).is_none() => {
                    self.report(
                        &file,
                        &format!("rule {id} is of article `{code}`"),
                        "sources.toml",
                    );
                }
                Basis::Article(_) => {}
                Basis::Ours(grounds) => {
                    for ground in grounds {
                        self.ground(&file, id, ground);
                    }
                }
            }
        }
    }

    fn ground(&mut self, file: &str, id: &str, ground: &Ground) {
        let place = format!("rule {id}");
        match ground {
            Ground::Literature(reference) => self.reference(file, &place, reference),
            Ground::Rule(rule) => self.cited(file, &place, rule),
            Ground::Practice | Ground::Policy => {}
        }
    }

    fn chapters(&mut self) {
        for chapter in &self.reading.chapters {
            let file = format!("chapters/{}", chapter.slug);
            if self.reading.source(&chapter.source).is_none() {
                let source = &chapter.source;
                self.report(&file, &format!("it retells `{source}`"), "sources.toml");
            }
            for part in &chapter.parts {
                let place = format!("the part `{}`", part.heading.dutch);
                self.carried(&file, &place, &part.rules);
            }
        }
    }

    fn safety(&mut self) {
        for always in &self.reading.always {
            let place = format!("`{}`", always.text.dutch);
            self.carried("safety", &place, &always.rules);
        }
        for row in &self.reading.dos_and_donts {
            self.carried("safety", &format!("`{}`", row.good.dutch), &row.good_rules);
            self.carried("safety", &format!("`{}`", row.bad.dutch), &row.bad_rules);
        }
        for stop in &self.reading.stops {
            let place = format!("stop {}", stop.reason.slug());
            self.carried("safety", &place, &stop.rules);
            for id in &stop.references {
                self.reference("safety", &place, id);
            }
            for question in &stop.questions {
                let number = question.strip_prefix('S').and_then(|rest| rest.parse::<u8>().ok());
                if !number.is_some_and(|number| (1..=16).contains(&number)) {
                    self.report("safety", &format!("{place} asks `{question}`"), "S1 to S16");
                }
            }
        }
        for reason in StopReason::ALL {
            if self.reading.stop(*reason).is_none() {
                let slug = reason.slug();
                let problem = format!("no [[stop]] has reason `{slug}`; write what to do then");
                self.problems.push(format!("{}: {problem}", path("safety")));
            }
        }
    }

    /// No claim without a rule: at least one, and every one exists.
    fn carried(&mut self, file: &str, place: &str, rules: &[String]) {
        if rules.is_empty() {
            let problem = format!("{place} has no rule; name the rules that carry it or remove it");
            self.problems.push(format!("{}: {problem}", path(file)));
        }
        for id in rules {
            self.cited(file, place, id);
        }
    }

    fn cited(&mut self, file: &str, place: &str, id: &str) {
        if self.reading.rule(id).is_none() && self.reading.conflict(id).is_none() {
            self.report(file, &format!("{place} names `{id}`"), "the rules or conflicts");
        }
    }

    fn reference(&mut self, file: &str, place: &str, id: &str) {
        if self.reading.reference(id).is_none() {
            self.report(file, &format!("{place} names `{id}`"), "references.toml");
        }
    }

    fn once<'a>(&mut self, file: &str, ids: impl Iterator<Item = &'a str>) {
        let mut seen = BTreeSet::new();
        for id in ids {
            if !seen.insert(id) {
                let problem = format!("`{id}` stands twice; remove or rename one");
                self.problems.push(format!("{}: {problem}", path(file)));
            }
        }
    }

    fn report(&mut self, file: &str, problem: &str, where_known: &str) {
        self.problems.push(format!(
            "{}: {problem}, which is not among {where_known}; correct it or add it there",
            path(file)
        ));
    }
}

fn file(rule: &Rule) -> String {
    match (rule.origin(), rule.id.split_once('.')) {
        (Origin::Article, Some((article, _))) => format!("rules-{}", article.to_lowercase()),
        _ => "rules-x".to_owned(),
    }
}
