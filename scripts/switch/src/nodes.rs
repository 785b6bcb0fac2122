//! Where in a file each mutant is, and what surrounds it.

use std::collections::BTreeMap;

use proc_macro2::{LineColumn, Span};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{BinOp, Expr, UnOp};

pub type Range = std::ops::Range<usize>;

/// The mutants by line, column and genre.
pub type Places = BTreeMap<(usize, usize, &'static str), Vec<Mutant>>;

/// One change that cargo-mutants lists.
#[derive(Clone, Debug)]
pub struct Mutant {
    pub id: usize,
    pub genre: String,
    pub replacement: String,
}

#[derive(Debug)]
pub enum Kind {
    /// A function that may answer at once.
    Answer(Vec<Mutant>),
    /// One that answers with some iterator, which may be another one.
    Iterate(Vec<Mutant>),
    Compare {
        left: Range,
        right: Range,
        operator: String,
        mutants: Vec<Mutant>,
    },
    Reckon {
        left: Range,
        right: Range,
        operator: String,
        mutants: Vec<Mutant>,
    },
    Assign {
        left: Range,
        right: Range,
        operator: String,
        mutants: Vec<Mutant>,
    },
    Logic {
        left: Range,
        right: Range,
        and: bool,
        mutants: Vec<Mutant>,
    },
    Not {
        inner: Range,
        mutants: Vec<Mutant>,
    },
    Minus {
        inner: Range,
        mutants: Vec<Mutant>,
    },
    /// An arm without a guard: the place after its pattern.
    Arm(Vec<Mutant>),
    /// A guard, and whether the whole arm may go.
    Guard {
        arm: Vec<Mutant>,
        guard: Vec<Mutant>,
    },
    Struct {
        fields: Vec<(Range, Mutant)>,
    },
}

#[derive(Debug)]
pub struct Node {
    pub range: Range,
    pub kind: Kind,
}

pub struct Found {
    pub nodes: Vec<Node>,
    at: Places,
    fixed: usize,
}

impl Found {
    pub fn within(file: &syn::File, at: Places) -> (Vec<Node>, Vec<Mutant>) {
        let mut found = Self { nodes: Vec::new(), at, fixed: 0 };
        found.visit_file(file);
        let left = found.at.into_values().flatten().collect();
        (found.nodes, left)
    }

    fn take(&mut self, at: LineColumn, genre: &'static str) -> Vec<Mutant> {
        // What is worked out by the compiler cannot ask which mutant is on.
        if self.fixed > 0 {
            return Vec::new();
        }
        self.at.remove(&(at.line, at.column + 1, genre)).unwrap_or_default()
    }

    fn add(&mut self, range: Range, kind: Kind) {
        self.nodes.push(Node { range, kind });
    }

    fn function(&mut self, sig: &syn::Signature, block: &syn::Block) {
        let fixed = sig.constness.is_some();
        self.fixed += usize::from(fixed);
        let opaque = matches!(&sig.output, syn::ReturnType::Type(_, kind)
            if quote(kind.span()).contains("impl "));
        if let Some(first) = block.stmts.first() {
            let mutants = self.take(first.span().start(), "FnValue");
            let at = block.brace_token.span.open().byte_range().end;
            let end = block.brace_token.span.close().byte_range().start;
            if mutants.is_empty() {
            } else if opaque {
                self.add(at..end, Kind::Iterate(mutants));
            } else {
                self.add(at..at, Kind::Answer(mutants));
            }
        }
        visit::visit_block(self, block);
        self.fixed -= usize::from(fixed);
    }
}

fn quote(span: Span) -> String {
    span.source_text().unwrap_or_default()
}

fn lets(expr: &Expr) -> bool {
    match expr {
        Expr::Let(_) => true,
        Expr::Binary(it) if matches!(it.op, BinOp::And(_)) => lets(&it.left) || lets(&it.right),
        _ => false,
    }
}

impl<'a> Visit<'a> for Found {
    fn visit_item_fn(&mut self, it: &'a syn::ItemFn) {
        self.function(&it.sig, &it.block);
    }

    fn visit_impl_item_fn(&mut self, it: &'a syn::ImplItemFn) {
        self.function(&it.sig, &it.block);
    }

    fn visit_item_const(&mut self, it: &'a syn::ItemConst) {
        self.fixed += 1;
        visit::visit_item_const(self, it);
        self.fixed -= 1;
    }

    fn visit_impl_item_const(&mut self, it: &'a syn::ImplItemConst) {
        self.fixed += 1;
        visit::visit_impl_item_const(self, it);
        self.fixed -= 1;
    }

    fn visit_item_static(&mut self, it: &'a syn::ItemStatic) {
        self.fixed += 1;
        visit::visit_item_static(self, it);
        self.fixed -= 1;
    }

    fn visit_expr_binary(&mut self, it: &'a syn::ExprBinary) {
        visit::visit_expr_binary(self, it);
        let logic = matches!(it.op, BinOp::And(_) | BinOp::Or(_));
        if logic && (lets(&it.left) || lets(&it.right)) {
            return;
        }
        let mutants = self.take(it.op.span().start(), "BinaryOperator");
        if mutants.is_empty() {
            return;
        }
        let (left, right) = (it.left.span().byte_range(), it.right.span().byte_range());
        let operator = quote(it.op.span());
        let kind = match it.op {
            BinOp::And(_) => Kind::Logic { left, right, and: true, mutants },
            BinOp::Or(_) => Kind::Logic { left, right, and: false, mutants },
            BinOp::Eq(_)
            | BinOp::Ne(_)
            | BinOp::Lt(_)
            | BinOp::Le(_)
            | BinOp::Gt(_)
            | BinOp::Ge(_) => Kind::Compare { left, right, operator, mutants },
            _ if operator.ends_with('=') => Kind::Assign { left, right, operator, mutants },
            _ => Kind::Reckon { left, right, operator, mutants },
        };
        self.add(it.span().byte_range(), kind);
    }

    fn visit_expr_unary(&mut self, it: &'a syn::ExprUnary) {
        visit::visit_expr_unary(self, it);
        let mutants = self.take(it.op.span().start(), "UnaryOperator");
        if mutants.is_empty() {
            return;
        }
        let inner = it.expr.span().byte_range();
        let kind = match it.op {
            UnOp::Not(_) => Kind::Not { inner, mutants },
            _ => Kind::Minus { inner, mutants },
        };
        self.add(it.span().byte_range(), kind);
    }

    fn visit_arm(&mut self, it: &'a syn::Arm) {
        visit::visit_arm(self, it);
        let arm = self.take(it.span().start(), "MatchArm");
        if let Some((_, guard)) = &it.guard {
            let range = guard.span().byte_range();
            let guard = self.take(guard.span().start(), "MatchArmGuard");
            if arm.len() + guard.len() > 0 {
                self.add(range, Kind::Guard { arm, guard });
            }
        } else if !arm.is_empty() {
            let at = it.pat.span().byte_range().end;
            self.add(at..at, Kind::Arm(arm));
        }
    }

    fn visit_expr_struct(&mut self, it: &'a syn::ExprStruct) {
        visit::visit_expr_struct(self, it);
        let mut fields = Vec::new();
        for (index, field) in it.fields.iter().enumerate() {
            for mutant in self.take(field.span().start(), "StructField") {
                let start = field.span().byte_range().start;
                let end = match it.fields.iter().nth(index + 1) {
                    Some(next) => next.span().byte_range().start,
                    None => it.dot2_token.map_or(start, |dots| dots.span().byte_range().start),
                };
                fields.push((start..end, mutant));
            }
        }
        if !fields.is_empty() {
            self.add(it.span().byte_range(), Kind::Struct { fields });
        }
    }
}
