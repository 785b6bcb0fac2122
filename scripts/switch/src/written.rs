//! A file with every mutant in it, each behind the question whether it is the one.
//!
//! `/*@7*/ … /*/@*/` stands around what mutant 7 does instead, `/*#7,8*/ … /*/#*/` around what was
//! changed to make room for 7 and 8, so that an error of the compiler finds who caused it.

use crate::nodes::{Kind, Mutant, Node, Range};

pub struct Writer<'a> {
    pub source: &'a str,
    /// In order of their beginning, the widest first.
    pub nodes: Vec<Node>,
}

impl Writer<'_> {
    pub fn write(&self) -> String {
        self.between(0..self.source.len(), 0)
    }

    /// The text of a range; nodes from `from` on are looked at.
    fn between(&self, range: Range, from: usize) -> String {
        let mut text = String::new();
        let mut at = range.start;
        let mut next = from;
        while next < self.nodes.len() {
            let node = &self.nodes[next];
            if node.range.start >= range.end
                && !(node.range.is_empty() && node.range.start == range.end)
                || node.range.start > range.end
            {
                break;
            }
            if node.range.start < at || node.range.end > range.end {
                next += 1;
                continue;
            }
            text.push_str(&self.source[at..node.range.start]);
            text.push_str(&self.node(node, next));
            at = node.range.end;
            next += 1;
        }
        text.push_str(&self.source[at..range.end]);
        text
    }

    fn node(&self, node: &Node, index: usize) -> String {
        let inner = |range: &Range| self.between(range.clone(), index + 1);
        match &node.kind {
            Kind::Answer(mutants) => mutants
                .iter()
                .map(|it| {
                    let answer = around(it, &format!("return {};", it.replacement));
                    format!("{} if {} {{ {answer} }} {}", opening(&[it]), is(it), CLOSING)
                })
                .collect(),
            Kind::Iterate(mutants) => {
                let whole = self.between(node.range.clone(), index + 1);
                let either = "crate::chosen_mutant::Either";
                let mut text = format!("{{ {whole} }}");
                for it in mutants {
                    let answer = around(it, &it.replacement);
                    text = format!(
                        "{{ if {} {{ {either}::One({answer}) }} else {{ {either}::Other({text}) }} }}",
                        is(it)
                    );
                }
                wrapped(mutants, &text)
            }
            Kind::Compare { left, right, operator, mutants } => {
                let arms = chosen(mutants, &format!("*x__ {operator} *y__"), |it| {
                    format!("*x__ {} *y__", it.replacement)
                });
                let (left, right) = (inner(left), inner(right));
                wrapped(
                    mutants,
                    &format!("(match (&({left}), &({right})) {{ (x__, y__) => {arms} }})"),
                )
            }
            Kind::Reckon { left, right, operator, mutants } => {
                let arms = chosen(mutants, &format!("x__ {operator} y__"), |it| {
                    format!("x__ {} y__", it.replacement)
                });
                let (left, right) = (inner(left), inner(right));
                wrapped(
                    mutants,
                    &format!("(match (({left}), ({right})) {{ (x__, y__) => {arms} }})"),
                )
            }
            Kind::Assign { left, right, operator, mutants } => {
                let (left, right) = (inner(left), inner(right));
                let arms = chosen(mutants, &format!("{left} {operator} y__"), |it| {
                    format!("{left} {} y__", it.replacement)
                });
                wrapped(mutants, &format!("(match ({right}) {{ y__ => {arms} }})"))
            }
            Kind::Logic { left, right, and, mutants } => {
                let (left, right) = (inner(left), inner(right));
                let is = format!("{}{}", if *and { "" } else { "!" }, is(&mutants[0]));
                wrapped(mutants, &format!("(if ({left}) ^ {is} {{ {right} }} else {{ {is} }})"))
            }
            Kind::Not { inner: range, mutants } => {
                let arms = chosen(mutants, "!x__", |_| "x__".to_owned());
                wrapped(mutants, &format!("(match ({}) {{ x__ => {arms} }})", inner(range)))
            }
            Kind::Minus { inner: range, mutants } => {
                let arms = chosen(mutants, "-x__", |_| "x__".to_owned());
                wrapped(mutants, &format!("(match ({}) {{ x__ => {arms} }})", inner(range)))
            }
            Kind::Arm(mutants) => wrapped(mutants, &format!(" if !{} ", is(&mutants[0]))),
            Kind::Guard { arm, guard } => {
                let all: Vec<_> = arm.iter().chain(guard).cloned().collect();
                let kept = self.between(node.range.clone(), index + 1);
                let text = chosen(&all, &kept, |it| match it.genre.as_str() {
                    "MatchArm" => "false".to_owned(),
                    _ => it.replacement.clone(),
                });
                wrapped(&all, &format!("({text})"))
            }
            Kind::Struct { fields } => {
                let mutants: Vec<_> = fields.iter().map(|(_, it)| it.clone()).collect();
                let whole = self.between(node.range.clone(), index + 1);
                let text = chosen(&mutants, &whole, |it| {
                    let gap = &fields.iter().find(|(_, other)| other.id == it.id).expect("it").0;
                    let before = self.between(node.range.start..gap.start, index + 1);
                    let after = self.between(gap.end..node.range.end, index + 1);
                    format!("{before}{after}")
                });
                wrapped(&mutants, &format!("({text})"))
            }
        }
    }
}

const CLOSING: &str = "/*/#*/";

fn opening(mutants: &[&Mutant]) -> String {
    let ids: Vec<_> = mutants.iter().map(|it| it.id.to_string()).collect();
    format!("/*#{}*/", ids.join(","))
}

fn is(mutant: &Mutant) -> String {
    format!("crate::chosen_mutant::is({})", mutant.id)
}

fn around(mutant: &Mutant, text: &str) -> String {
    format!("/*@{}*/ {text} /*/@*/", mutant.id)
}

fn wrapped(mutants: &[Mutant], text: &str) -> String {
    let all: Vec<_> = mutants.iter().collect();
    format!("{}{text}{CLOSING}", opening(&all))
}

fn chosen(mutants: &[Mutant], kept: &str, change: impl Fn(&Mutant) -> String) -> String {
    let mut text = String::new();
    for it in mutants {
        text.push_str(&format!("if {} {{ {} }} else ", is(it), around(it, &change(it))));
    }
    text + &format!("{{ {kept} }}")
}
