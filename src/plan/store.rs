//! The one store of a plan: entities in the order of the text, and a cell for each value that was written.
//!
//! A top-level item of a file is lowered by itself into a [`Part`], whose places are counted from the item's own first byte: a
//! part depends on nothing but the item's text, so that an editor keeps it as long as that text stays. The [`super::Plan`]
//! puts the parts one behind the other.

use super::value::{Day, Delay, Mark, Percent, Reading, Section};
use std::borrow::Cow;

use rust_decimal::Decimal;

use crate::diagnostic::Diagnostic;
use crate::language::{Concept, FieldRow};
use crate::syntax::Chunk;
use crate::text::names::canonical;

/// A stretch of an item's text, in bytes from its start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Local {
    pub start: u32,
    pub end: u32,
}

impl Local {
    /// Nothing was written.
    pub const NONE: Local = Local { start: u32::MAX, end: u32::MAX };

    pub fn new(start: u32, end: u32) -> Local {
        Local { start, end }
    }

    pub fn written(self) -> Option<Local> {
        (self != Local::NONE).then_some(self)
    }

    pub fn to(self, other: Local) -> Local {
        Local { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// What is known of a value. The only way to say "unreadable": it has been reported, makes no second message, and is never
/// taken for absent or for zero.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum Given<T> {
    #[default]
    Absent,
    Unknown,
    Is(T),
}

impl<T> Given<T> {
    pub fn is(self) -> Option<T> {
        match self {
            Given::Is(value) => Some(value),
            Given::Absent | Given::Unknown => None,
        }
    }

    pub fn is_absent(&self) -> bool {
        matches!(self, Given::Absent)
    }

    pub fn is_unknown(&self) -> bool {
        matches!(self, Given::Unknown)
    }

    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Given<U> {
        match self {
            Given::Absent => Given::Absent,
            Given::Unknown => Given::Unknown,
            Given::Is(value) => Given::Is(f(value)),
        }
    }
}

/// One value, and where it was written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cell {
    pub span: Local,
    pub value: Value,
}

/// A value as it is stored: 24 bytes. Texts stay in the source, under their cell's span.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value {
    /// Written, and not to be read: reported already.
    Unknown,
    /// The author says that it is not known yet: a hole that is counted, and no mistake.
    Undefined,
    Flag,
    Answer(bool),
    Every(Delay),
    /// A reference, and how much of a full-time post.
    Effort(u32, Decimal),
    /// How much of its time somebody can give, each year from the first to the last.
    Capacity(i16, i16, Decimal),
    /// For, against, abstaining.
    Votes(u16, u16, u16),
    Text,
    /// A library or a file, as written.
    Library,
    /// The number of the word in its row's list.
    Word(u8),
    Number(u64),
    Date(Day),
    /// Start and end, and how many bytes of the span each takes.
    Period(Day, Day, u16, u16),
    Duration(Delay),
    /// The same amount each year from the first to the last; or one for all of them, if its mark says so.
    Amount(i16, i16, Decimal, Mark),
    ShareOfMoney(Decimal, Mark),
    ShareOf(Percent, Option<Section>),
    Reading(Reading),
    Money(Decimal, Mark),
    /// So long after a moment of something: a reference.
    After(u32, Delay),
    /// The end of a period that has none.
    Open,
    /// A period without start or end.
    Continuous,
    /// Two values that are one, in the part's `pairs`.
    Pair(Joint, u32),
    /// A reference, by its number in its part.
    Name(u32),
    /// What is waited for: a reference, whether its start is, how long after, and what waits for it.
    Depend(u32, bool, Option<Delay>, Waits),
    /// Members, in the part's `items`: the first, and how many.
    List(u32, u32),
}

impl Value {
    /// The same without places: those of a period's ends are no facts.
    pub fn fact(self) -> Value {
        match self {
            Value::Period(start, end, ..) => Value::Period(start, end, 0, 0),
            other => other,
        }
    }
}

/// How two values are one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joint {
    /// From the first to the second.
    Range,
    /// The ends of a period that are not both dates.
    Ends,
    /// The first, instead of the second that was promised before.
    Instead,
}

/// What of a goal waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Waits {
    Start,
    /// Only its end.
    End,
    /// Only that milestone of its own: a reference.
    Milestone(u32),
}

/// Which part, and which of its entities.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityId {
    pub part: u32,
    pub at: u32,
}

/// Something that the plan holds. Its block is the entities that follow it, up to `next`.
#[derive(Debug, Clone)]
pub struct EntityRow {
    pub concept: Concept,
    pub title: Title,
    /// A line of its block could not be read: what is counted in it is not whole.
    pub broken: bool,
    /// Its place among the goals and actions of its part, if it is one.
    pub ordinal: u32,
    /// `u32::MAX` at the margin.
    pub parent: u32,
    pub next: u32,
    /// A bit a field: its cell is the one after those of the lower bits.
    pub present: u64,
    /// A bit a concept: one was written in its block, or near it, and could not be read.
    pub lost: u128,
    /// What lines with no known keyword hold, [`guess`] by bits: any of them may be what is missing.
    pub guesses: u8,
    pub first_cell: u32,
    pub name: Local,
    pub title_span: Local,
    /// Keyword, name and title.
    pub head: Local,
    /// The keyword alone.
    pub keyword: Local,
    /// Where its block ends.
    pub end: u32,
    /// Its `///` lines, in the part's `docs`.
    pub docs: (u32, u32),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Title {
    Absent,
    Unknown,
    Written,
}

/// What a line with no known keyword holds.
pub mod guess {
    pub const NAME: u8 = 1;
    pub const LITERAL: u8 = 2;
    pub const TEXT: u8 = 4;
    pub const BLOCK: u8 = 8;
}

/// The root of a tree of entities.
pub const MARGIN: u32 = u32::MAX;

/// A name where something else is meant by it.
#[derive(Debug, Clone)]
pub struct Reference {
    pub span: Local,
    /// What it may stand for.
    pub row: &'static FieldRow,
    /// The name holds within this only: a milestone of one's own.
    pub within: Option<u32>,
    /// Its line could not be read to the end: that is the message, whatever the name stands for.
    pub quiet: bool,
}

/// A library or a file that an item asks for.
#[derive(Debug, Clone)]
pub struct UseItem {
    pub target: UseTarget,
    pub span: Local,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UseTarget {
    /// `std.roles`: the words after `std.`.
    Library(String),
    /// A path as written.
    File(String),
}

/// All that one top-level item says.
#[derive(Debug, Clone, Default)]
pub struct Part {
    pub entities: Vec<EntityRow>,
    pub cells: Vec<Cell>,
    pub items: Vec<Cell>,
    pub pairs: Vec<[Cell; 2]>,
    pub docs: Vec<Local>,
    /// Which fields have `///` lines before them: of what, which, and where they stand in `docs`.
    pub noted: Vec<(u32, u8, u32, u32)>,
    pub references: Vec<Reference>,
    pub uses: Vec<UseItem>,
    /// Names of what stands where it cannot: references to them stay quiet.
    pub ghosts: Vec<Local>,
    /// Words of lines that could not be read: what they name is not forgotten.
    pub mentions: Vec<Local>,
    /// Keywords of what stands where it cannot and belongs to what came before: a field's, or a concept's.
    pub astray: Vec<crate::language::Row>,
    /// A bit for each concept that it holds.
    pub kinds: u128,
    /// A line in it, or a value, could not be read.
    pub broken: bool,
    /// Is a date in it counted from another one, that may stand anywhere?
    pub relative: bool,
    /// Goals and actions.
    pub goals: Vec<u32>,
    /// What has a name that holds within its parent only, by parent and name.
    pub within: Vec<u32>,
    /// With places counted from the item's start.
    pub diagnostics: Vec<Diagnostic>,
    /// The item holds policies or settings of them: so many bytes of text, which another road reads.
    pub policy: Option<u32>,
}

impl Part {
    /// Does it ask for a file or a library by words that could not be read?
    pub fn use_unread(&self) -> bool {
        let unread = |entity: u32| self.cell(entity, 0).is_none_or(|cell| cell.value == Value::Unknown);
        (0u32..).zip(&self.entities).any(|(at, row)| row.concept == Concept::Use && unread(at))
    }

    /// Does reading it leave anything to be said: messages, words of unreadable lines, names of what stands where it cannot?
    pub fn has_remarks(&self) -> bool {
        !(self.diagnostics.is_empty() && self.mentions.is_empty() && self.ghosts.is_empty())
    }

    /// The cell of a field, if anything was written there.
    pub fn cell(&self, entity: u32, at: u8) -> Option<&Cell> {
        let entity = &self.entities[entity as usize];
        let bit = 1u64 << at;
        (entity.present & bit != 0).then(|| &self.cells[entity.first_cell as usize + (entity.present & (bit - 1)).count_ones() as usize])
    }

    /// What a name within a parent is known by. `text`: the item's.
    pub fn name_within<'t>(&self, text: &'t str, at: u32) -> (u32, Cow<'t, str>) {
        let row = &self.entities[at as usize];
        (row.parent, canonical(&text[row.name.range()]))
    }

    pub fn shrink(&mut self) {
        self.entities.shrink_to_fit();
        self.cells.shrink_to_fit();
        self.items.shrink_to_fit();
        self.pairs.shrink_to_fit();
        self.references.shrink_to_fit();
        self.docs.shrink_to_fit();
        self.noted.shrink_to_fit();
    }

    /// Do both say the same but for texts and places? Then what is computed from one holds for the other.
    pub fn same_facts(&self, other: &Part) -> bool {
        let entity = |a: &EntityRow, b: &EntityRow| {
            (a.concept, a.parent, a.next, a.present, a.lost, a.guesses, a.broken)
                == (b.concept, b.parent, b.next, b.present, b.lost, b.guesses, b.broken)
        };
        let cell = |a: &Cell, b: &Cell| a.value.fact() == b.value.fact();
        self.entities.len() == other.entities.len()
            && self.cells.len() == other.cells.len()
            && self.items.len() == other.items.len()
            && self.pairs.len() == other.pairs.len()
            && self.entities.iter().zip(&other.entities).all(|(a, b)| entity(a, b))
            && self.cells.iter().zip(&other.cells).all(|(a, b)| cell(a, b))
            && self.items.iter().zip(&other.items).all(|(a, b)| cell(a, b))
            && self.pairs.iter().flatten().zip(other.pairs.iter().flatten()).all(|(a, b)| cell(a, b))
    }
}

/// A chunk as a text of its own.
pub fn alone(chunk: &Chunk) -> Chunk {
    let start = chunk.range.start;
    Chunk { range: 0..chunk.range.len(), too_deep: chunk.too_deep.map(|at| at - start), unbalanced: chunk.unbalanced }
}
