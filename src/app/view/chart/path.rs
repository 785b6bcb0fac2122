//! Paths for SVG, from whole tenths of a unit.

use std::fmt::Write;

/// A path that grows.
#[derive(Clone, Debug, Default)]
pub(super) struct Path(String);

impl Path {
    pub(super) fn line(&mut self, from: (i64, i64), to: (i64, i64)) -> &mut Self {
        self.go('M', from).go('L', to)
    }

    pub(super) fn go(&mut self, how: char, to: (i64, i64)) -> &mut Self {
        self.0.push(how);
        self.number(to.0);
        self.0.push(' ');
        self.number(to.1);
        self
    }

    /// A box by two corners.
    pub(super) fn block(&mut self, from: (i64, i64), to: (i64, i64)) -> &mut Self {
        self.go('M', from).go('L', (to.0, from.1)).go('L', to).go('L', (from.0, to.1));
        self.0.push('Z');
        self
    }

    pub(super) fn disc(&mut self, centre: (i64, i64), radius: i64) -> &mut Self {
        self.go('M', (centre.0 - radius, centre.1));
        for step in [2 * radius, -2 * radius] {
            self.0.push('a');
            self.number(radius);
            self.0.push(' ');
            self.number(radius);
            self.0.push_str(" 0 1 0 ");
            self.number(step);
            self.0.push_str(" 0");
        }
        self.0.push('Z');
        self
    }

    pub(super) fn cross(&mut self, centre: (i64, i64), arm: i64) -> &mut Self {
        let (x, y) = centre;
        self.line((x - arm, y - arm), (x + arm, y + arm));
        self.line((x - arm, y + arm), (x + arm, y - arm))
    }

    pub(super) fn text(self) -> String {
        self.0
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn number(&mut self, tenths: i64) {
        let sign = if tenths < 0 { "-" } else { "" };
        let (whole, rest) = (tenths.abs() / 10, tenths.abs() % 10);
        let written = match rest {
            0 => write!(self.0, "{sign}{whole}"),
            rest => write!(self.0, "{sign}{whole}.{rest}"),
        };
        debug_assert!(written.is_ok(), "a text takes everything");
    }
}
