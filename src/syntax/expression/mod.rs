//! What a policy says behind its keywords, as a tree: conditions, binders, places, values, messages.
//!
//! In: the text of one argument, and where it begins in its file. Out: its tree, every node with its place, and what is wrong with
//! it. Never fails: what cannot be read is [`Node::Damaged`], and one diagnostic says why. The same tree comes from both languages.

mod build;
mod explain;
mod levels;
mod limits;
mod literal;
mod read;
mod scan;
mod signs;
mod template;
mod words;
mod wrong;

use self::read::{What, read};
use super::parse::Rule;
use crate::diagnostic::Diagnostic;
use crate::text::SourceId;

pub use self::scan::{Kind as Scanned, tokens as scanned};
pub use self::template::template;
pub use self::words::{is_fold, is_link};

/// `lorsque`, `exige`, `applicable si`, and the right side of `soit`: an expression of any type.
pub fn condition(text: &str, source: SourceId, base: u32) -> (Expr, Vec<Diagnostic>) {
    read(What::Condition, Rule::condition, text, source, base, |reader, pairs| reader.first(pairs), |damaged| damaged)
}

/// `chaque`: what is judged, without a filter. A damaged one goes through a damaged list.
pub fn each(text: &str, source: SourceId, base: u32) -> (Range, Vec<Diagnostic>) {
    read(What::Each, Rule::each, text, source, base, |reader, pairs| reader.binder_of(pairs), Range::damaged)
}

/// `sur`: paths, the first that is there is underlined.
pub fn place(text: &str, source: SourceId, base: u32) -> (Vec<Expr>, Vec<Diagnostic>) {
    read(What::Place, Rule::place, text, source, base, |reader, pairs| reader.all(pairs), |damaged| vec![damaged])
}

/// What a parameter is, or is set to: a literal, a list, or a path of one step, which is a word of an enumeration.
pub fn value(text: &str, source: SourceId, base: u32) -> (Expr, Vec<Diagnostic>) {
    read(What::Value, Rule::setting, text, source, base, |reader, pairs| reader.first(pairs), |damaged| damaged)
}

/// `montre`: more places to label. A word alone is a place.
pub fn labels(text: &str, source: SourceId, base: u32) -> (Vec<Shown>, Vec<Diagnostic>) {
    read(What::Labels, Rule::labels, text, source, base, |reader, pairs| reader.shown(pairs), |damaged| vec![Shown::Place(damaged)])
}

/// A place in the file that the text stands in, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct At {
    pub start: u32,
    pub end: u32,
}

/// A word and its place, as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    pub word: String,
    pub at: At,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Expr {
    pub at: At,
    pub node: Node,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    Literal(Literal),
    Text(String),
    /// `sheet.owner.post`; articles before the first step are no part of it.
    Path(Vec<Step>),
    List(Vec<Expr>),
    Call(Step, Vec<Expr>),
    Not(Box<Expr>),
    Negative(Box<Expr>),
    /// The second is the place of the operator.
    Binary(Op, At, Box<Expr>, Box<Expr>),
    If(Box<Expr>, Box<Expr>, Box<Expr>),
    /// `exists sheet.owner`; the path.
    Exists(Box<Expr>),
    /// `exists an action where …`
    Some(Box<Range>),
    /// `no action where …`
    No(Box<Range>),
    /// `every year in strategy.years where … satisfies …`
    Every(Box<Range>, Box<Expr>),
    Known(Box<Expr>),
    /// `sum of amount.value for amount of sheet where …`: what is folded of each, and over what.
    Measure(Fold, Box<Expr>, Box<Range>),
    /// `count of sheets where …`, `list of actions where …`: over things themselves.
    Fold(Fold, Box<Range>),
    /// `count of goal.team`, `sum of [1, 2]`: over a path or a list.
    Whole(Fold, Box<Expr>),
    Damaged,
}

/// What `montre` labels: a place, or each of some things.
#[derive(Debug, Clone, PartialEq)]
pub enum Shown {
    Place(Expr),
    Each(Range),
}

/// What is gone through: `actions a of goal where …`, `owner in sheet.team`, `year in [2027, 2028]`, `an action`.
#[derive(Debug, Clone, PartialEq)]
pub struct Range {
    pub at: At,
    /// Singular or plural, as it is written.
    pub kind: Step,
    /// The author's own name for it.
    pub name: Option<Step>,
    pub source: From,
    pub filter: Option<Expr>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum From {
    /// All of that kind.
    All,
    /// `of goal`: the list of that kind that it has. A path.
    Of(Expr),
    /// `in sheet.team`: a path or a list.
    In(Expr),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Op {
    Or,
    And,
    Equal,
    Unequal,
    Less,
    AtMost,
    More,
    AtLeast,
    Before,
    After,
    In,
    NotIn,
    Contains,
    Plus,
    Minus,
    Times,
    Divide,
    /// `à défaut`
    Otherwise,
    /// `seuil au fiche.début`
    InForce,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fold {
    Count,
    Sum,
    Least,
    Greatest,
    Share,
    List,
}

/// Numbers are exact: `scaled` is the number × 1 000 000.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Literal {
    Number {
        scaled: i64,
    },
    /// Of 1: `60 %` is 600 000.
    Share {
        scaled: i64,
    },
    Money {
        cents: i64,
        tax: Tax,
    },
    Fte {
        scaled: i64,
    },
    Duration {
        count: i64,
        unit: Unit,
    },
    Date(Day),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tax {
    None,
    Ht,
    Ttc,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    Days,
    ClearDays,
    Weeks,
    Months,
    Years,
}

/// A date as precisely as it is written. A year alone is a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Day {
    Quarter { year: i16, quarter: u8 },
    Month { year: i16, month: u8 },
    Day { year: i16, month: u8, day: u8 },
}

/// A message: words and holes.
#[derive(Debug, Clone, PartialEq)]
pub enum Piece {
    Words(String),
    /// `{goal}`, `{n|action starts|actions start}`: with the forms for one and for several.
    Hole(Expr, Option<(String, String)>),
}

impl At {
    /// From the start of the one to the end of the other.
    fn to(self, other: At) -> At {
        At { start: self.start, end: other.end }
    }
}

impl Range {
    fn damaged(expr: Expr) -> Range {
        Range { at: expr.at, kind: Step { word: String::new(), at: expr.at }, name: None, source: From::In(expr), filter: None }
    }
}
