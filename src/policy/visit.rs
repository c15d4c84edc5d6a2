//! A walk through all that a policy says, as it is written.

use super::written::{Clause, EditWhat, PolicyText};
use crate::syntax::expression::{Expr, From, Node, Piece, Range, Shown};

/// Every expression of a policy, those within others too.
pub fn every_expr(policy: &PolicyText, look: &mut dyn FnMut(&Expr)) {
    let mut visit = Visit { expr: look, range: &mut |_| {} };
    visit.policy(policy);
}

/// Everything that a policy goes through.
pub fn every_range(policy: &PolicyText, look: &mut dyn FnMut(&Range)) {
    let mut visit = Visit { expr: &mut |_| {}, range: look };
    visit.policy(policy);
}

/// Calls `expr` and `range` for each, the outer before the inner.
pub struct Visit<'a> {
    pub expr: &'a mut dyn FnMut(&Expr),
    pub range: &'a mut dyn FnMut(&Range),
}

impl Visit<'_> {
    pub fn policy(&mut self, policy: &PolicyText) {
        policy.parameters.iter().for_each(|parameter| self.expr(&parameter.value));
        policy.applies.iter().chain(&policy.at).for_each(|expr| self.expr(expr));
        if let Some(each) = &policy.each {
            self.range(each);
        }
        for clause in &policy.clauses {
            match clause {
                Clause::Let(_, expr) | Clause::Where(expr) | Clause::Require(expr) => self.expr(expr),
            }
        }
        for (shown, label) in &policy.show {
            match shown {
                Shown::Place(expr) => self.expr(expr),
                Shown::Each(range) => self.range(range),
            }
            self.pieces(label.fr.iter().chain(&label.en));
        }
        let told = [&policy.message, &policy.help];
        told.into_iter().for_each(|both| self.pieces(both.fr.iter().chain(&both.en)));
        match policy.edit.as_ref().map(|edit| &edit.what) {
            Some(EditWhat::Remove(expr)) => self.expr(expr),
            Some(EditWhat::Write(place, value)) => [place, value].into_iter().for_each(|expr| self.expr(expr)),
            Some(EditWhat::Add(both, place)) => {
                self.pieces(both.fr.iter().chain(&both.en));
                self.expr(place);
            }
            None => {}
        }
    }

    fn pieces<'p>(&mut self, pieces: impl Iterator<Item = &'p Piece>) {
        for piece in pieces {
            match piece {
                Piece::Hole(expr, _) => self.expr(expr),
                Piece::Words(_) => {}
            }
        }
    }

    pub fn range(&mut self, range: &Range) {
        (self.range)(range);
        match &range.source {
            From::Of(expr) | From::In(expr) => self.expr(expr),
            From::All => {}
        }
        if let Some(filter) = &range.filter {
            self.expr(filter);
        }
    }

    pub fn expr(&mut self, expr: &Expr) {
        (self.expr)(expr);
        match &expr.node {
            Node::List(all) | Node::Call(_, all) => all.iter().for_each(|one| self.expr(one)),
            Node::Not(one) | Node::Negative(one) | Node::Exists(one) | Node::Known(one) | Node::Whole(_, one) => self.expr(one),
            Node::Binary(_, _, one, other) => [one, other].into_iter().for_each(|one| self.expr(one)),
            Node::If(one, two, three) => [one, two, three].into_iter().for_each(|one| self.expr(one)),
            Node::Some(range) | Node::No(range) | Node::Fold(_, range) => self.range(range),
            Node::Every(range, one) | Node::Measure(_, one, range) => {
                self.range(range);
                self.expr(one);
            }
            Node::Literal(_) | Node::Text(_) | Node::Path(_) | Node::Damaged => {}
        }
    }
}
