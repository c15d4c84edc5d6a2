//! What a file declares, item by item. Names are still places in the text: nothing is looked up yet.

use super::value::{Amount, Duration, Period, Reading, Share, When};
use crate::diagnostic::Lang;
use crate::language::Word;
use crate::text::{Span, Spanned};

/// A name as written: the text under its span.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Name(pub Span);

/// A field of an item. What could not be read is `Unknown` and stays silent afterwards.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum Field<T> {
    #[default]
    Absent,
    Unknown,
    Given(T),
}

impl<T> Field<T> {
    pub fn get(&self) -> Option<&T> {
        match self {
            Field::Given(value) => Some(value),
            _ => None,
        }
    }

    pub fn is_absent(&self) -> bool {
        matches!(self, Field::Absent)
    }

    pub fn and_then<U>(self, f: impl FnOnce(T) -> Option<U>) -> Field<U> {
        match self {
            Field::Absent => Field::Absent,
            Field::Unknown => Field::Unknown,
            Field::Given(value) => f(value).map_or(Field::Unknown, Field::Given),
        }
    }

    pub fn from_read(value: Option<T>) -> Field<T> {
        value.map_or(Field::Unknown, Field::Given)
    }
}

/// What every item begins with: `goal guichet "Guichet numérique unique"`.
#[derive(Debug, Clone)]
pub struct Header {
    /// Keyword, name and title.
    pub span: Span,
    /// With its block.
    pub whole: Span,
    pub name: Option<Name>,
    pub title: Option<Spanned<String>>,
    /// Markdown of the `///` lines before it.
    pub doc: Option<String>,
}

impl Header {
    /// The place to point at: the name, else the whole header.
    pub fn place(&self) -> Span {
        self.name.map_or(self.span, |name| name.0)
    }
}

#[derive(Debug, Clone)]
pub enum UseTarget {
    /// `std.roles`: the words after `std.`.
    Library(String),
    /// A path as written.
    File(String),
}

#[derive(Debug, Clone)]
pub struct UseItem {
    pub target: UseTarget,
    pub span: Span,
}

#[derive(Debug, Clone)]
pub struct StrategyItem {
    pub header: Header,
    pub language: Option<Lang>,
    pub authority: Field<Name>,
    pub period: Field<Period>,
    pub sponsor: Field<Name>,
    pub lead: Field<Name>,
    pub envelope: Option<Budget>,
}

#[derive(Debug, Clone)]
pub struct Authority {
    pub header: Header,
    pub kind: Option<Spanned<Word>>,
    pub population: Option<Spanned<u64>>,
    pub agents: Option<Spanned<u64>>,
    pub mandate: Field<Period>,
    pub assembly: Option<Spanned<String>>,
    pub website: Option<Spanned<String>>,
}

#[derive(Debug, Clone)]
pub struct Owner {
    pub header: Header,
    pub contact: Option<Spanned<String>>,
}

#[derive(Debug, Clone)]
pub struct AxisItem {
    pub header: Header,
    pub elected_sponsor: Option<Spanned<String>>,
    pub goals: Vec<GoalItem>,
}

/// A `budget` or an `envelope`: its amounts, one a year and section.
#[derive(Debug, Clone)]
pub struct Budget {
    pub span: Span,
    pub amounts: Vec<Amount>,
    /// A line of it could not be read: its totals mean nothing.
    pub damaged: bool,
}

#[derive(Debug, Clone)]
pub struct FundingLine {
    pub source: Spanned<String>,
    pub share: Spanned<Share>,
    /// `Secured` or `Sought`.
    pub status: Option<Word>,
}

#[derive(Debug, Clone)]
pub struct Funding {
    pub span: Span,
    pub lines: Vec<FundingLine>,
    pub damaged: bool,
}

#[derive(Debug, Clone)]
pub struct Milestone {
    pub header: Header,
    pub on: Field<(When, Span)>,
}

#[derive(Debug, Clone)]
pub struct Indicator {
    pub header: Header,
    pub baseline: Field<Reading>,
    pub target: Field<Reading>,
    pub measured: Vec<Reading>,
    pub unit: Option<Spanned<String>>,
    pub source: Option<Spanned<String>>,
    pub frequency: Option<Spanned<String>>,
}

/// The fields of a goal or an action that name nothing else: they stay as they are when names are resolved.
#[derive(Debug, Clone)]
pub struct Sheet {
    pub header: Header,
    pub elected_sponsor: Option<Spanned<String>>,
    pub period: Field<Period>,
    pub duration: Field<Spanned<Duration>>,
    pub budget: Option<Budget>,
    pub funding: Option<Funding>,
    pub milestones: Vec<Milestone>,
    pub indicators: Vec<Indicator>,
    pub status: Option<Spanned<Word>>,
}

#[derive(Debug, Clone)]
pub enum PartnerItem {
    Name(Name),
    Text(Spanned<String>),
}

/// What of the other must have come: its end, unless `start` is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    Start,
    End,
}

#[derive(Debug, Clone)]
pub struct DependItem {
    /// A goal, an action, or a milestone of one.
    pub on: Name,
    pub anchor: Anchor,
    pub delay: Option<Duration>,
}

#[derive(Debug, Clone)]
pub struct GoalItem {
    pub sheet: Sheet,
    pub owner: Field<Name>,
    pub contributors: Vec<Name>,
    pub partners: Vec<PartnerItem>,
    pub depends: Vec<DependItem>,
    pub actions: Vec<GoalItem>,
}

/// All that one file (or several) declares.
#[derive(Debug, Clone, Default)]
pub struct Items {
    pub uses: Vec<UseItem>,
    pub strategies: Vec<StrategyItem>,
    pub authorities: Vec<Authority>,
    pub owners: Vec<Owner>,
    pub axes: Vec<AxisItem>,
    /// Names of items that stand where they cannot: references to them stay quiet.
    pub ghosts: Vec<Name>,
    /// A `use` brought nothing: names may be missing for that reason.
    pub incomplete: bool,
}

impl Items {
    pub fn append(&mut self, mut other: Items) {
        self.uses.append(&mut other.uses);
        self.strategies.append(&mut other.strategies);
        self.authorities.append(&mut other.authorities);
        self.owners.append(&mut other.owners);
        self.axes.append(&mut other.axes);
        self.ghosts.append(&mut other.ghosts);
        self.incomplete |= other.incomplete;
    }
}
