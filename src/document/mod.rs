//! L6. The document that the council votes: Analysis → [`Document`] (plain data) → `strategy.json` → Typst → PDF.
//! Invariant: everything is computed and written in words here; the template lays out and nothing else. Typst in the
//! process and a Typst command read the very same files ([`Bundle`]).

mod bundle;
mod content;
mod external;
mod glyphs;
mod model;
#[cfg(feature = "pdf")]
mod pdf;
mod plain;
mod prose;
mod words;
mod workshop;

pub use bundle::{Bundle, bundle, bundle_of};
pub use content::plain::{days, finance as finance_books, sheets as sheet_books};
pub use content::{Annexed, Form, Kind, Wish, annexes, calendar_svg, document, graph, graph_schema, graph_svg, missing, paper};
pub use external::compile_with;
pub use model::{Block, Document, Identity, Inline, VERSION};
#[cfg(feature = "pdf")]
pub use pdf::compile;
pub use plain::{Event, Workbook, csv, diary, markdown, markdown_of, xlsx};

use crate::diagnostic::Say;
use crate::say;

/// A finished PDF.
#[derive(Debug)]
pub struct Pdf {
    pub bytes: Vec<u8>,
    /// Unknown where a command made a file that does not tell.
    pub pages: Option<usize>,
    /// What the author should know: the standard that could not be kept.
    pub warnings: Vec<Say>,
}

/// A standard that could not be kept, and Typst's reason.
fn unkept(standard: &str, why: &str) -> Say {
    say!("le PDF n'est pas conforme à {standard} : {why}"; "the PDF does not conform to {standard}: {why}", standard = standard.to_owned(), why = why.to_owned())
}

/// Why there is no PDF.
#[derive(Debug)]
pub enum Failure {
    /// The command could not be started, or its files not be written.
    Io(String, std::io::Error),
    /// Typst refuses: its own words.
    Typst(String),
    /// The command ended well and left no PDF: it is no Typst.
    Nothing,
}
