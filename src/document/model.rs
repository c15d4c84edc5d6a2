//! The document as plain data: what `strategy.json` holds and what the template lays out.
//!
//! Every number is already added up and every value already written in the document's language: the template only
//! places things. Texts are data; nothing in them is ever read as Typst.

use std::collections::BTreeMap;

use serde::Serialize;

/// Raised when a template for an older `strategy.json` could no longer read it.
pub const VERSION: u32 = 1;

#[derive(Debug, Clone, Serialize)]
pub struct Document {
    pub version: u32,
    /// `fr` or `en`.
    pub lang: &'static str,
    /// `FR` or `GB`.
    pub region: &'static str,
    /// The words that the template itself writes.
    pub words: BTreeMap<&'static str, &'static str>,
    /// For the PDF's metadata.
    pub title: String,
    pub authors: Vec<String>,
    /// Year, month, day; none when no date was asked for, so that the same plan makes the same file.
    pub date: Option<[i16; 3]>,
    pub draft: bool,
    /// The title at the head of each page, cut if long.
    pub running: String,
    pub cover: Cover,
    /// How many levels the table of contents shows.
    pub contents_depth: u8,
    pub foreword: Vec<Block>,
    pub summary: Summary,
    pub axes: Vec<AxisChapter>,
    /// What cuts across the axes, in order: roadmap, money, dependencies, owners, indicators, and in a draft what is missing.
    pub chapters: Vec<Chapter>,
    /// How many holes the document marks.
    pub holes: usize,
}

#[derive(Debug, Clone, Serialize)]
pub struct Cover {
    pub authority: Rich,
    pub title: Title,
    pub period: Rich,
    pub facts: Vec<Fact>,
    /// "Document de travail", in a draft.
    pub mark: Option<Mark>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Mark {
    pub title: String,
    pub detail: String,
}

/// A title, or a hole that says whose title is missing.
#[derive(Debug, Clone, Serialize)]
pub struct Title {
    pub text: String,
    pub hole: bool,
}

/// A label and its value.
#[derive(Debug, Clone, Serialize)]
pub struct Fact {
    pub label: String,
    pub value: Rich,
}

#[derive(Debug, Clone, Serialize)]
pub struct Summary {
    /// The few figures to remember.
    pub figures: Vec<Fact>,
    pub facts: Vec<Fact>,
    pub table: Option<Table>,
    pub notes: Vec<Rich>,
    /// What the strategy itself says that has no place of its own.
    pub parts: Vec<Part>,
}

#[derive(Debug, Clone, Serialize)]
pub struct AxisChapter {
    /// The target of references: `a0`.
    pub id: String,
    /// `1`
    pub number: String,
    /// `Axe 1`
    pub label: String,
    pub title: Title,
    pub facts: Vec<Fact>,
    pub prose: Vec<Block>,
    /// The axis' goals at a glance.
    pub table: Option<Table>,
    /// What it says that has no place of its own.
    pub parts: Vec<Part>,
    pub goals: Vec<Sheet>,
}

/// The sheet of a goal or of an action.
#[derive(Debug, Clone, Serialize)]
pub struct Sheet {
    /// The target of references: `g12`.
    pub id: String,
    /// `1.2`, or `1.2.3` for an action.
    pub number: String,
    /// `Objectif`, `Action`
    pub label: String,
    /// Heading level: 2 for a goal, 3 for an action.
    pub level: u8,
    pub title: Title,
    pub facts: Vec<Fact>,
    pub prose: Vec<Block>,
    pub parts: Vec<Part>,
    pub actions: Vec<Sheet>,
}

/// A chapter after the axes.
#[derive(Debug, Clone, Serialize)]
pub struct Chapter {
    pub id: &'static str,
    pub number: String,
    pub title: String,
    pub intro: Vec<Rich>,
    pub roadmap: Option<Roadmap>,
    pub sections: Vec<Section>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Section {
    /// With its number, `7.2`; none where the chapter has one section only.
    pub number: Option<String>,
    pub title: String,
    pub part: Part,
}

/// A few lines, tables and notes under a label.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Part {
    pub label: String,
    pub text: Vec<Rich>,
    pub tables: Vec<Table>,
    pub notes: Vec<Rich>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Table {
    /// Set a little smaller, so that all its columns fit on the page.
    pub dense: bool,
    pub columns: Vec<Column>,
    /// One or two rows; each fills the columns.
    pub head: Vec<Vec<Cell>>,
    pub rows: Vec<Row>,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Column {
    /// Text that may wrap; widths are shared by weight.
    Text { weight: u8 },
    /// Short text that must not wrap.
    Short,
    /// Amounts and counts: on the right, never wrapped.
    Amount,
}

#[derive(Debug, Clone, Serialize)]
pub struct Row {
    pub kind: RowKind,
    pub cells: Vec<Cell>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum RowKind {
    Body,
    /// A heading within the table.
    Group,
    /// A part of the row above.
    Detail,
    Total,
}

#[derive(Debug, Clone, Serialize)]
pub struct Cell {
    pub content: Rich,
    /// How many columns it takes.
    pub span: u8,
}

/// A run of text.
pub type Rich = Vec<Inline>;

#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Inline {
    Text {
        text: String,
    },
    /// Something that the plan does not say.
    Hole {
        text: String,
    },
    Emph {
        content: Rich,
    },
    Strong {
        content: Rich,
    },
    Code {
        text: String,
    },
    /// `http`, `https` or `mailto`.
    Link {
        href: String,
        content: Rich,
    },
    /// A goal, an action or an axis: where it is told, whatever the page.
    Ref {
        to: String,
        text: String,
    },
    /// A date or an address: no word of it is hyphenated.
    Whole {
        text: String,
    },
    /// A new line.
    Break,
}

/// Prose of a `///` comment.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Block {
    Paragraph {
        content: Rich,
    },
    List {
        /// The first number; none for a list of points.
        start: Option<u64>,
        items: Vec<Vec<Block>>,
    },
    Quote {
        content: Vec<Block>,
    },
    Code {
        text: String,
    },
    Table {
        head: Vec<Rich>,
        rows: Vec<Vec<Rich>>,
    },
}

/// A row a goal or action, with a bar from fractions of the whole width.
#[derive(Debug, Clone, Serialize)]
pub struct Roadmap {
    /// `Calendrier, de 2026 à 2032`
    pub head: String,
    /// What each year (or group of years) is called, and where it starts and ends.
    pub years: Vec<Tick>,
    /// Quarters; empty where they would be too narrow to read.
    pub quarters: Vec<Tick>,
    pub rows: Vec<RoadmapRow>,
    pub legend: Vec<Legend>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Tick {
    pub text: String,
    pub from: f64,
    pub to: f64,
}

#[derive(Debug, Clone, Serialize)]
pub struct RoadmapRow {
    pub kind: RoadmapKind,
    pub title: Rich,
    /// The dates in words.
    pub when: Rich,
    /// The milestones in words.
    pub milestones: Vec<Rich>,
    pub bar: Option<Bar>,
    pub diamonds: Vec<f64>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum RoadmapKind {
    Axis,
    Goal,
    Action,
}

#[derive(Debug, Clone, Copy, Serialize)]
pub struct Bar {
    pub from: f64,
    pub to: f64,
    /// Drawn hollow: the dates were not written but computed.
    pub computed: bool,
}

#[derive(Debug, Clone, Serialize)]
pub struct Legend {
    /// `goal`, `action`, `computed` or `milestone`.
    pub sign: &'static str,
    pub text: String,
}

impl Inline {
    pub fn whole(text: impl Into<String>) -> Inline {
        Inline::Whole { text: text.into() }
    }

    pub fn text(text: impl Into<String>) -> Inline {
        Inline::Text { text: text.into() }
    }
}

impl Cell {
    pub fn new(content: Rich) -> Cell {
        Cell { content, span: 1 }
    }

    pub fn text(text: impl Into<String>) -> Cell {
        Cell::new(vec![Inline::text(text)])
    }

    pub fn spanning(mut self, span: usize) -> Cell {
        self.span = span.min(u8::MAX as usize) as u8;
        self
    }
}
