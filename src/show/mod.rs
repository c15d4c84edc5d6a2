//! L6. The facts of a plan as tables: the calendar, the load, the budget, the way to the vote; and behind each figure the lines of the plan that make it.
//! Invariant: nothing is computed here that has no room of its own below; the tables are plain data, the same in both languages.

mod budget;
mod council;
mod data;
mod find;
mod human;
mod load;
mod schedule;
mod value;

pub use council::{council, human_of_council};
pub use data::{csv, csv_of_lines, json, schema};
pub use find::{NotFound, why};
pub use human::{human, human_of_lines};
pub use value::{Both, Value};

use crate::analysis::Analysis;
use crate::plan::EntityId;
use crate::text::Span;

/// What may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    Schedule,
    Load,
    Budget,
    Council,
}

impl What {
    pub fn code(self) -> &'static str {
        match self {
            What::Schedule => "schedule",
            What::Load => "load",
            What::Budget => "budget",
            What::Council => "council",
        }
    }
}

/// All the tables of one of them.
#[derive(Debug, Clone)]
pub struct Board {
    pub what: What,
    pub tables: Vec<Table>,
}

impl Board {
    pub fn is_empty(&self) -> bool {
        self.tables.iter().all(|table| table.rows.is_empty())
    }
}

#[derive(Debug, Clone)]
pub struct Table {
    /// In JSON and CSV.
    pub code: &'static str,
    pub title: Both,
    pub columns: Vec<Column>,
    /// How many of the first columns tell which cell it is.
    pub keys: usize,
    pub rows: Vec<Row>,
    /// Too much for a terminal: in JSON and CSV, and found by its cells.
    pub detail: bool,
}

#[derive(Debug, Clone, Copy)]
pub struct Column {
    pub code: &'static str,
    pub head: Both,
    /// A number: at the right.
    pub number: bool,
    /// In JSON and CSV only.
    pub detail: bool,
    /// Not in a terminal where there is nothing in it.
    pub spare: bool,
}

impl Column {
    const fn text(code: &'static str, fr: &'static str, en: &'static str) -> Column {
        Column { code, head: Both { fr, en }, number: false, detail: false, spare: false }
    }

    const fn number(code: &'static str, fr: &'static str, en: &'static str) -> Column {
        Column { number: true, ..Column::text(code, fr, en) }
    }

    const fn spare(self) -> Column {
        Column { spare: true, ..self }
    }

    const fn detail(self) -> Column {
        Column { detail: true, ..self }
    }
}

/// A total, or a sheet's dates: a cell that one may ask about.
#[derive(Debug, Clone, Default)]
pub struct Row {
    /// One for each column.
    pub values: Vec<Value>,
    /// What it is called: in French, in English, and otherwise.
    pub names: Vec<String>,
    /// The lines that make it.
    pub lines: Vec<Line>,
    /// The sum of those above.
    pub total: bool,
}

/// A line of the plan behind a figure.
#[derive(Debug, Clone)]
pub struct Line {
    pub span: Span,
    /// What it is in the figure.
    pub role: Role,
    /// Whose it is.
    pub sheet: Option<EntityId>,
    pub value: Value,
}

/// What a line is in a figure: its code, and its words.
#[derive(Debug, Clone, Copy)]
pub struct Role {
    pub code: &'static str,
    pub words: Both,
}

const fn role(code: &'static str, fr: &'static str, en: &'static str) -> Role {
    Role { code, words: Both { fr, en } }
}

/// The columns of every table there may be, by its code.
fn columns() -> Vec<(&'static str, Vec<Column>)> {
    let others = [
        ("schedule", schedule::COLUMNS.to_vec()),
        ("load", load::COLUMNS.to_vec()),
        ("undated", load::UNDATED.to_vec()),
        ("steps", council::COLUMNS.to_vec()),
    ];
    others.into_iter().chain(budget::columns()).collect()
}

/// In: an analysis. Out: the tables of what is asked for.
pub fn board(analysis: &Analysis, what: What) -> Board {
    let tables = match what {
        What::Schedule => schedule::tables(analysis),
        What::Load => load::tables(analysis),
        What::Budget => budget::tables(analysis),
        // It hangs on a sitting: [`council`] makes it.
        What::Council => Vec::new(),
    };
    Board { what, tables }
}
