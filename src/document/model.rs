//! The document as plain data: what `strategy.json` holds and what the template lays out.
//!
//! Every number is already added up and every value already written in the document's language: the template only
//! places things. Texts are data; nothing in them is ever read as Typst.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::figure::Figure;

/// Raised when a template for an older `strategy.json` could no longer read it.
pub const VERSION: u32 = 2;

/// What every document says of itself.
#[derive(Debug, Clone, Serialize)]
pub struct Identity {
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
    /// The colour of titles and lines, where the author chose one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accent: Option<String>,
    /// The title at the head of each page, and the authority at its foot, cut if long.
    pub running: String,
    pub foot: String,
    /// On the last page: which version of which text this is, so that an annex can be matched with its act.
    pub colophon: String,
}

#[derive(Debug, Clone, Serialize)]
pub struct Document {
    #[serde(flatten)]
    pub identity: Identity,
    pub cover: Cover,
    /// How many levels the table of contents shows.
    pub contents_depth: u8,
    /// A small plan: its chapters follow each other without new pages.
    pub compact: bool,
    /// The plan on one page.
    pub essential: Essential,
    pub foreword: Vec<Block>,
    /// How to read the document.
    pub reading: Vec<Rich>,
    /// Before the axes: what is found, what is wanted.
    pub before: Vec<Chapter>,
    pub axes: Vec<AxisChapter>,
    /// What cuts across the axes, in order: roadmap, dependencies, money, indicators, owners, and so on; in a draft what is missing.
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
    /// The coat of arms: its file, as it is called here, and what it shows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub logo: Option<Logo>,
    /// Each axis' goals over the years: an ornament, which the roadmap says in words.
    pub picture: Vec<Figure>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Logo {
    /// Beside the template.
    pub file: String,
    pub alt: String,
    /// Where it is in the plan's folder.
    #[serde(skip)]
    pub from: String,
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

/// A figure to remember.
#[derive(Debug, Clone, Serialize)]
pub struct Number {
    pub value: Rich,
    pub label: String,
    pub detail: Option<String>,
}

/// The plan on one page.
#[derive(Debug, Clone, Serialize)]
pub struct Essential {
    pub title: String,
    pub lead: Rich,
    pub numbers: Vec<Number>,
    /// The axes: what they cost, and when.
    pub axes: Option<Part>,
    /// Side by side.
    pub left: Vec<Part>,
    pub right: Vec<Part>,
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
    /// At the head of each page, cut if long.
    pub running: String,
    pub prose: Vec<Block>,
    pub facts: Vec<Fact>,
    pub numbers: Vec<Number>,
    /// Its calendar, its money, what it is to change; and what it says that has no place of its own.
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
    /// Heading level: 2 for a goal, 3 for an action.
    pub level: u8,
    pub title: Title,
    /// Who, when, for how much.
    pub head: Vec<Fact>,
    pub prose: Vec<Block>,
    pub parts: Vec<Part>,
    pub facts: Vec<Fact>,
    /// Tables of what has no place of its own, after the facts.
    pub more: Vec<Part>,
    pub actions: Vec<Sheet>,
}

/// A chapter before or after the axes.
#[derive(Debug, Clone, Serialize)]
pub struct Chapter {
    pub id: &'static str,
    pub title: String,
    pub intro: Vec<Rich>,
    pub sections: Vec<Section>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Section {
    /// Empty where the chapter has one section only.
    pub title: String,
    /// On a page that is wider than high.
    pub wide: bool,
    pub part: Part,
}

/// A few lines, drawings, tables and notes under a label.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Part {
    pub label: String,
    pub text: Vec<Rich>,
    /// One line each, numbered.
    pub list: Vec<Rich>,
    pub figures: Vec<Figure>,
    /// Below the last drawing: where the same is said in words.
    pub caption: Option<String>,
    /// Small drawings side by side, each under its words.
    pub gallery: Vec<Picture>,
    pub tables: Vec<Table>,
    /// Its tables run in so many columns of the page, if more than one.
    pub columns: u8,
    pub notes: Vec<Rich>,
}

/// A small drawing, what it is of, and its values in words.
#[derive(Debug, Clone, Serialize)]
pub struct Picture {
    pub title: Rich,
    pub figure: Figure,
    pub values: Rich,
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
    /// As wide as its drawings, in millimetres.
    Drawing { width: f64 },
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
    /// From 0 to 4: the more, the darker.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shade: Option<u8>,
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
    /// Drawn within a cell.
    Drawing {
        figure: Figure,
    },
    /// To be written in by hand, so many letters wide: no hole.
    Blank {
        letters: u8,
    },
    /// Words that an amendment takes away, and that it brings: struck or underlined, and told to be so.
    Gone {
        text: String,
    },
    Come {
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
        Cell { content, span: 1, shade: None }
    }

    pub fn text(text: impl Into<String>) -> Cell {
        Cell::new(vec![Inline::text(text)])
    }

    pub fn spanning(mut self, span: usize) -> Cell {
        self.span = span.min(u8::MAX as usize) as u8;
        self
    }
}

/// A document that is no strategy: an act, a note, sheets to hand out, what the finance directorate checks.
#[derive(Debug, Clone, Serialize)]
pub struct Paper {
    #[serde(flatten)]
    pub identity: Identity,
    pub pieces: Vec<Piece>,
}

/// What a paper is made of, from its head to its foot.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "piece", rename_all = "lowercase")]
pub enum Piece {
    /// What stands at the head: whose paper it is, what it is, and what it is about.
    Opening {
        above: Rich,
        title: String,
        below: Rich,
    },
    /// Of a section or of a smaller part, 1 or 2.
    Heading {
        level: u8,
        text: String,
    },
    Facts {
        items: Vec<Fact>,
    },
    Numbers {
        items: Vec<Number>,
    },
    Prose {
        blocks: Vec<Block>,
    },
    /// A line a text: what an act cites, and why it is taken.
    Lines {
        items: Vec<Rich>,
    },
    /// `Article 1er`, and what it says.
    Article {
        label: String,
        content: Rich,
    },
    Part {
        part: Part,
    },
    Sheet {
        sheet: Sheet,
    },
    /// Side by side, each with room to sign.
    Signatures {
        items: Vec<Rich>,
    },
    NewPage,
}
