//! What a condition proves to exist, where it is true, and where it is false.
//!
//! `exists a.b.c` proves `a`, `a.b` and `a.b.c`; so does a true `=`, `is` or `in` with something that exists. Proofs only add up; they are
//! forgotten with the scope that they were made in.

use super::kinds::{Fact, Kind};
use super::typed::{Node, Take, Var, What};

/// A value that may be absent, by the way to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    pub base: Base,
    pub steps: Vec<Step>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Base {
    Var(Var),
    Root(Kind),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Fact(Fact),
    Take(Take),
}

/// The way to a value, if it is a path.
pub fn key(node: &Node) -> Option<Key> {
    match &node.what {
        What::Var(var) => Some(Key { base: Base::Var(*var), steps: Vec::new() }),
        What::Root(kind) => Some(Key { base: Base::Root(*kind), steps: Vec::new() }),
        What::Field(base, fact) => key(base).map(|key| key.then(Step::Fact(*fact))),
        What::Take(base, take) => key(base).map(|key| key.then(Step::Take(*take))),
        _ => None,
    }
}

impl Key {
    fn then(mut self, step: Step) -> Key {
        self.steps.push(step);
        self
    }

    /// Itself, and all on the way to it.
    pub fn with_way(&self) -> impl Iterator<Item = Key> + '_ {
        (0..=self.steps.len()).map(|end| Key { base: self.base, steps: self.steps[..end].to_vec() })
    }
}

/// What is proved where the condition has this truth.
pub fn proves(node: &Node, truth: bool) -> Vec<Key> {
    match (&node.what, truth) {
        (What::Not(inner), _) => proves(inner, !truth),
        (What::And(a, b), true) | (What::Or(a, b), false) => both(proves(a, truth), proves(b, truth)),
        (What::And(a, b), false) | (What::Or(a, b), true) => common(&proves(a, truth), proves(b, truth)),
        (What::Exists(path), true) | (What::Empty(path), false) => way(path),
        (What::Same(false, a, b), true) | (What::Same(true, a, b), false) => match (a.optional, b.optional) {
            (true, false) => way(a),
            (false, true) => way(b),
            _ => Vec::new(),
        },
        // Equal to nothing it can be where both are absent.
        (What::Member(false, element, list), true) | (What::Member(true, element, list), false) => both(way(element), base(list)),
        (What::Some(walk), true) | (What::No(walk), false) => base(&walk.source),
        (What::Order(..) | What::Within(..) | What::Holds(..), true) => Vec::new(),
        _ => Vec::new(),
    }
}

fn way(node: &Node) -> Vec<Key> {
    key(node).map(|key| key.with_way().collect()).unwrap_or_default()
}

/// What a list that holds something hangs on.
fn base(list: &Node) -> Vec<Key> {
    match &list.what {
        What::Field(base, _) => way(base),
        _ => Vec::new(),
    }
}

fn both(mut a: Vec<Key>, b: Vec<Key>) -> Vec<Key> {
    a.extend(b);
    a
}

fn common(a: &[Key], mut b: Vec<Key>) -> Vec<Key> {
    b.retain(|key| a.contains(key));
    b
}
