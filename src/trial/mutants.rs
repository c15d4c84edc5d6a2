//! Policies with one thing wrong: tests that do not notice prove little.

use super::{Answered, Ready, answer};
use crate::analysis::Analysis;
use crate::policy::judge::Set;
use crate::policy::kinds::{Fact, Ty};
use crate::policy::typed::{Clause, Const, Node, Order, Policy, What};
use crate::syntax::expression::{At, Fold};
use crate::text::Span;

/// A policy with one change, and whether a test noticed.
#[derive(Debug, Clone)]
pub struct Mutant {
    pub policy: String,
    pub span: Span,
    /// The kind of the change: `drop-where`, `negate`, `and-or`, …
    pub change: &'static str,
    pub killed: bool,
    /// It is a line of the pack, which all its policies have.
    pub of_pack: bool,
    /// Which of the policy's mutants of one place and change.
    pub number: usize,
}

impl Mutant {
    /// What it is called in the list of those that may live.
    pub fn key(&self, text: &str) -> String {
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        format!("{} {} {words}", self.policy, self.change)
    }
}

/// Every mutant of a policy, run against its tests.
pub(super) fn of(policy: &Policy, set: &Set, ready: &[Ready<'_>], _: &Analysis) -> Vec<Mutant> {
    let before: Vec<Answered> = ready.iter().map(|one| answer(one, policy, set)).collect();
    let mut seen: rustc_hash::FxHashMap<(&'static str, u32, u32), usize> = rustc_hash::FxHashMap::default();
    mutants(policy)
        .into_iter()
        .map(|(change, at, mutant)| {
            let number = seen.entry((change, at.start, at.end)).or_default();
            *number += 1;
            let (number, of_pack) = (*number, at.start < policy.whole.start || at.end > policy.whole.end);
            let killed = ready.iter().zip(&before).any(|(one, before)| answer(one, &mutant, set) != *before);
            Mutant { policy: policy.code.clone(), span: Span::new(policy.head.source, at.start, at.end), change, killed, of_pack, number }
        })
        .collect()
}

/// One change each: of its lines, and of their expressions.
pub fn mutants(policy: &Policy) -> Vec<(&'static str, At, Policy)> {
    let mut found = Vec::new();
    for at in 0..policy.applies.len() {
        let mut dropped = policy.clone();
        let place = dropped.applies.remove(at).at;
        found.push(("drop-applies", place, dropped));
        for (change, place, node) in changes(&policy.applies[at]) {
            let mut changed = policy.clone();
            changed.applies[at] = node;
            found.push((change, place, changed));
        }
    }
    let requires = policy.clauses.iter().filter(|clause| matches!(clause, Clause::Require(_))).count();
    for (at, clause) in policy.clauses.iter().enumerate() {
        let (node, drop) = match clause {
            Clause::Let(_, node) => (node, None),
            Clause::Where(node) => (node, Some("drop-where")),
            Clause::Require(node) => (node, (requires > 1).then_some("drop-require")),
        };
        if let Some(change) = drop {
            let mut dropped = policy.clone();
            dropped.clauses.remove(at);
            found.push((change, node.at, dropped));
        }
        if let Clause::Require(node) = clause {
            let mut negated = policy.clone();
            negated.clauses[at] = Clause::Require(not(node.clone()));
            found.push(("negate", node.at, negated));
        }
        for (change, place, node) in changes(node) {
            let mut changed = policy.clone();
            changed.clauses[at] = match clause {
                Clause::Let(var, _) => Clause::Let(*var, node),
                Clause::Where(_) => Clause::Where(node),
                Clause::Require(_) => Clause::Require(node),
            };
            found.push((change, place, changed));
        }
    }
    found
}

fn not(node: Node) -> Node {
    Node { at: node.at, ty: Ty::Yes, optional: false, vars: node.vars, what: What::Not(Box::new(node)) }
}

/// An expression with one change, each; where it was made.
fn changes(node: &Node) -> Vec<(&'static str, At, Node)> {
    let mut found: Vec<(&'static str, At, Node)> = Vec::new();
    let with = |what: What| Node { what, ..node.clone() };
    let mut own = |change: &'static str, node: Node| found.push((change, node.at, node));
    match &node.what {
        What::And(a, b) | What::Or(a, b) => {
            let and = matches!(node.what, What::And(..));
            own("drop-side", Node { at: node.at, ..(**a).clone() });
            // What guards a value is no condition of its own: without it nothing is asked.
            own("drop-side", Node { at: node.at, ..(**b).clone() });
            own("and-or", with(if and { What::Or(a.clone(), b.clone()) } else { What::And(a.clone(), b.clone()) }));
        }
        What::Order(order, a, b) => {
            let other = match order {
                Order::Less => Order::AtMost,
                Order::AtMost => Order::Less,
                Order::More => Order::AtLeast,
                Order::AtLeast => Order::More,
            };
            own("bound", with(What::Order(other, a.clone(), b.clone())));
        }
        What::Same(negated, a, b) => own("equal", with(What::Same(!negated, a.clone(), b.clone()))),
        What::Some(walk) => {
            if let Some(filter) = &walk.filter {
                let every = crate::policy::typed::Walk { filter: None, ..(**walk).clone() };
                own("exists-every", with(What::Every(Box::new(every), Box::new(filter.clone()))));
            }
        }
        What::Every(walk, body) => {
            let filter = match &walk.filter {
                Some(filter) => Node {
                    at: body.at,
                    ty: Ty::Yes,
                    optional: false,
                    vars: filter.vars | body.vars,
                    what: What::And(Box::new(filter.clone()), body.clone()),
                },
                None => (**body).clone(),
            };
            own("exists-every", with(What::Some(Box::new(crate::policy::typed::Walk { filter: Some(filter), ..(**walk).clone() }))));
        }
        What::No(walk) => own("no-exists", with(What::Some(walk.clone()))),
        What::Field(base, fact) => {
            let other = match fact {
                Fact::SheetStart => Some(Fact::SheetEnd),
                Fact::SheetEnd => Some(Fact::SheetStart),
                _ => None,
            };
            if let Some(other) = other {
                own("start-end", with(What::Field(base.clone(), other)));
            }
        }
        What::Fold(fold @ (Fold::Least | Fold::Greatest), walk, value) => {
            let other = if *fold == Fold::Least { Fold::Greatest } else { Fold::Least };
            own("min-max", with(What::Fold(other, walk.clone(), value.clone())));
        }
        What::Otherwise(a, _) => own("drop-otherwise", Node { at: node.at, optional: false, ..(**a).clone() }),
        What::Const(Const::Number(low, high)) => {
            for step in [1, -1] {
                let unit = unit(node.ty) * step;
                own("one-unit", with(What::Const(Const::Number(low + unit, high + unit))));
            }
        }
        _ => {}
    }
    // A filter that is gone.
    if let What::Some(walk) | What::No(walk) = &node.what
        && walk.filter.is_some()
    {
        let bare = Box::new(crate::policy::typed::Walk { filter: None, ..(**walk).clone() });
        own("drop-filter", with(if matches!(node.what, What::Some(_)) { What::Some(bare) } else { What::No(bare) }));
    }
    if let What::Every(walk, body) = &node.what
        && walk.filter.is_some()
    {
        let bare = Box::new(crate::policy::typed::Walk { filter: None, ..(**walk).clone() });
        own("drop-filter", with(What::Every(bare, body.clone())));
    }
    if let What::Fold(fold, walk, value) = &node.what
        && walk.filter.is_some()
    {
        let bare = Box::new(crate::policy::typed::Walk { filter: None, ..(**walk).clone() });
        own("drop-filter", with(What::Fold(*fold, bare, value.clone())));
    }
    for number in 0..node.parts().len() {
        for (change, at, part) in changes(node.parts()[number]) {
            let mut whole = node.clone();
            replace(&mut whole, number, part);
            found.push((change, at, whole));
        }
    }
    found
}

/// Puts another node in the place of a part, by its number.
fn replace(node: &mut Node, number: usize, part: Node) {
    if let Some(place) = node.parts_mut().into_iter().nth(number) {
        *place = part;
    }
}

/// One unit of a quantity: one, one euro, one per cent, one day.
fn unit(ty: Ty) -> i64 {
    match ty {
        Ty::Number => 1_000_000,
        Ty::Money | Ty::MoneyHt | Ty::MoneyTtc => 100,
        Ty::Share => 10_000,
        Ty::Fte => 100_000,
        _ => 1,
    }
}
