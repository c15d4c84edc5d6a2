//! A policy with its types: what is run. A typed tree evaluates on any plan, and holds no name but those of its words.

use super::kinds::{Fact, Item, Kind, Ty};
use super::written::{Both, Expected, TestText};
use crate::diagnostic::Severity;
use crate::language::Concept;
use crate::syntax::expression::{At, Fold};
use crate::text::Span;

/// A variable, by its number in the policy.
pub type Var = u8;

#[derive(Debug, Clone)]
pub struct Node {
    pub at: At,
    pub ty: Ty,
    /// Its value may be absent there.
    pub optional: bool,
    /// A bit for each variable that it reads.
    pub vars: u64,
    pub what: What,
}

#[derive(Debug, Clone)]
pub enum What {
    Const(Const),
    Var(Var),
    /// The strategy, the authority, the diagnosis.
    Root(Kind),
    Today,
    All(Kind),
    Field(Box<Node>, Fact),
    Take(Box<Node>, Take),
    Not(Box<Node>),
    Negative(Box<Node>),
    And(Box<Node>, Box<Node>),
    Or(Box<Node>, Box<Node>),
    If(Box<[Node; 3]>),
    Order(Order, Box<Node>, Box<Node>),
    /// Equal; or not, where the flag is set.
    Same(bool, Box<Node>, Box<Node>),
    /// An element of a list; or not.
    Member(bool, Box<Node>, Box<Node>),
    Within(Box<Node>, Box<Node>),
    /// One text holds the other, blind to case and accents.
    Holds(Box<Node>, Box<Node>),
    Empty(Box<Node>),
    Plus(Box<Node>, Box<Node>),
    Minus(Box<Node>, Box<Node>),
    /// A date, or a year, and a duration; backwards where the flag is set.
    Shift(bool, Box<Node>, Box<Node>),
    /// How many days from the second date to the first.
    Days(Box<Node>, Box<Node>),
    Times(Box<Node>, Box<Node>),
    /// A quantity by a number.
    Divide(Box<Node>, Box<Node>),
    /// Two of a kind: a share.
    Ratio(Box<Node>, Box<Node>),
    Otherwise(Box<Node>, Box<Node>),
    Exists(Box<Node>),
    Known(Box<Node>),
    Some(Box<Walk>),
    No(Box<Walk>),
    Every(Box<Walk>, Box<Node>),
    /// Of each: the value, or the thing itself.
    Fold(Fold, Box<Walk>, Option<Box<Node>>),
    /// A threshold by its number, on a day; today, without one.
    InForce(usize, Option<Box<Node>>),
    ClearDays(Box<Node>, Box<Node>),
    /// It has no type: nothing is said of it a second time.
    Nothing,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Const {
    Truth(bool),
    /// From one to the other: the same, of a point.
    Number(i64, i64),
    /// A word, by its number in its list.
    Word(i32),
    /// A theme, a must-have, a barrier: by its name in the library, or in the plan.
    Named(Kind, String),
    Text(String),
    Words(Vec<i32>),
    Names(Kind, Vec<String>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Take {
    Start,
    End,
    Year,
    Quarter,
    Ht,
    Ttc,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    Less,
    AtMost,
    More,
    AtLeast,
}

/// A list that is gone through, each member in a variable.
#[derive(Debug, Clone)]
pub struct Walk {
    pub at: At,
    pub var: Var,
    pub item: Item,
    pub source: Node,
    pub filter: Option<Node>,
}

#[derive(Debug, Clone)]
pub enum Clause {
    Let(Var, Node),
    Where(Node),
    Require(Node),
}

/// A message: words, and values that are shown.
#[derive(Debug, Clone)]
pub enum Words {
    Text(String),
    Value(Node, Option<(String, String)>),
}

/// A change that is offered, with its types.
#[derive(Debug, Clone)]
pub struct Change {
    pub safe: bool,
    pub what: ChangeWhat,
}

#[derive(Debug, Clone)]
pub enum ChangeWhat {
    Remove(Node),
    Write(Node, Node),
    Add(Both<Vec<Words>>, Node),
}

/// A label: a place, or each of some things.
#[derive(Debug, Clone)]
pub enum Label {
    Place(Node, Both<Vec<Words>>),
    Each(Walk, Both<Vec<Words>>),
}

/// How sure what a policy rests on is; in the order of trust.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sure {
    A,
    B,
    G,
    Unsure,
}

/// A source of a policy as it is printed.
#[derive(Debug, Clone, PartialEq)]
pub struct Basis {
    pub name: String,
    pub title: String,
    pub locator: String,
    pub sure: Option<Sure>,
    /// The day when it was checked, as it is written.
    pub checked: Option<String>,
    /// A text of law: not to be waived.
    pub law: bool,
}

#[derive(Debug, Clone)]
pub struct Policy {
    pub name: String,
    pub also: Vec<String>,
    /// Its code; its name where it has none.
    pub code: String,
    pub title: Both<String>,
    pub why: Both<String>,
    pub severity: Severity,
    /// What it had before the plan set it.
    pub own_severity: Severity,
    pub bases: Vec<Basis>,
    pub pack: Option<String>,
    pub library: bool,
    pub head: Span,
    pub whole: Span,
    pub parameters: Vec<Parameter>,
    pub applies: Vec<Node>,
    /// The same as they are written.
    pub applies_text: Vec<String>,
    /// What is judged; without it, the plan, once.
    pub each: Option<Walk>,
    pub clauses: Vec<Clause>,
    pub at: Vec<Node>,
    pub show: Vec<Label>,
    pub message: Both<Vec<Words>>,
    pub help: Both<Vec<Words>>,
    pub change: Option<Change>,
    pub tests: Vec<TestText>,
}

#[derive(Debug, Clone)]
pub struct Parameter {
    pub name: String,
    pub also: Vec<String>,
    pub ty: Ty,
    /// As it is written, and as the plan sets it.
    pub written: String,
    pub set: bool,
    /// What it is for.
    pub label: Both<String>,
}

/// A value of law by days: from each on, the value; unknown before the first, and after the last.
#[derive(Debug, Clone)]
pub struct Threshold {
    pub name: String,
    pub also: Vec<String>,
    pub title: String,
    pub ty: Ty,
    /// In the order of the days.
    pub values: Vec<(i32, Const)>,
    pub until: Option<i32>,
    pub bases: Vec<Basis>,
}

impl Policy {
    /// The weakest of its sources.
    pub fn sure(&self) -> Option<Sure> {
        self.bases.iter().filter_map(|basis| basis.sure).max()
    }

    pub fn is_law(&self) -> bool {
        self.bases.iter().any(|basis| basis.law)
    }

    /// How somebody stands for a finding of it: what the law asks is acknowledged, the rest is waived.
    pub fn waiver(&self) -> Concept {
        if self.is_law() { Concept::Acknowledged } else { Concept::Waiver }
    }

    /// Is it called so: by its code, its name or its other spelling?
    pub fn is_called(&self, word: &str) -> bool {
        [&self.code, &self.name].into_iter().chain(&self.also).any(|name| crate::diagnostic::suggest::same(name, word))
    }

    pub fn flags(&self) -> impl Iterator<Item = &TestText> {
        self.tests.iter().filter(|test| test.expected == Expected::Flags)
    }
}

impl Walk {
    pub fn parts(&self) -> Vec<&Node> {
        std::iter::once(&self.source).chain(&self.filter).collect()
    }

    pub fn parts_mut(&mut self) -> Vec<&mut Node> {
        std::iter::once(&mut self.source).chain(&mut self.filter).collect()
    }
}

impl Node {
    pub fn nothing(at: At) -> Node {
        Node { at, ty: Ty::Any, optional: false, vars: 0, what: What::Nothing }
    }

    /// The nodes that it is made of; those of a list that is gone through included.
    pub fn parts(&self) -> Vec<&Node> {
        match &self.what {
            What::Const(_) | What::Var(_) | What::Root(_) | What::Today | What::All(_) | What::Nothing | What::InForce(_, None) => {
                Vec::new()
            }
            What::Field(one, _)
            | What::Take(one, _)
            | What::Not(one)
            | What::Negative(one)
            | What::Empty(one)
            | What::Exists(one)
            | What::Known(one)
            | What::InForce(_, Some(one)) => vec![one],
            What::And(a, b)
            | What::Or(a, b)
            | What::Order(_, a, b)
            | What::Same(_, a, b)
            | What::Member(_, a, b)
            | What::Within(a, b)
            | What::Holds(a, b)
            | What::Plus(a, b)
            | What::Minus(a, b)
            | What::Shift(_, a, b)
            | What::Days(a, b)
            | What::Times(a, b)
            | What::Divide(a, b)
            | What::Ratio(a, b)
            | What::Otherwise(a, b)
            | What::ClearDays(a, b) => vec![a, b],
            What::If(three) => three.iter().collect(),
            What::Some(range) | What::No(range) => range.parts(),
            What::Every(range, body) => range.parts().into_iter().chain([&**body]).collect(),
            What::Fold(_, range, value) => range.parts().into_iter().chain(value.as_deref()).collect(),
        }
    }

    /// The same, to be changed.
    pub fn parts_mut(&mut self) -> Vec<&mut Node> {
        match &mut self.what {
            What::Const(_) | What::Var(_) | What::Root(_) | What::Today | What::All(_) | What::Nothing | What::InForce(_, None) => {
                Vec::new()
            }
            What::Field(one, _)
            | What::Take(one, _)
            | What::Not(one)
            | What::Negative(one)
            | What::Empty(one)
            | What::Exists(one)
            | What::Known(one)
            | What::InForce(_, Some(one)) => vec![one],
            What::And(a, b)
            | What::Or(a, b)
            | What::Order(_, a, b)
            | What::Same(_, a, b)
            | What::Member(_, a, b)
            | What::Within(a, b)
            | What::Holds(a, b)
            | What::Plus(a, b)
            | What::Minus(a, b)
            | What::Shift(_, a, b)
            | What::Days(a, b)
            | What::Times(a, b)
            | What::Divide(a, b)
            | What::Ratio(a, b)
            | What::Otherwise(a, b)
            | What::ClearDays(a, b) => vec![a, b],
            What::If(three) => three.iter_mut().collect(),
            What::Some(range) | What::No(range) => range.parts_mut(),
            What::Every(range, body) => range.parts_mut().into_iter().chain([&mut **body]).collect(),
            What::Fold(_, range, value) => range.parts_mut().into_iter().chain(value.as_deref_mut()).collect(),
        }
    }
}
