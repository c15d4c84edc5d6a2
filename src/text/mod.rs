//! L0. Texts and places in them. Knows nothing of the language.
//! Invariant: a [`Span`] always lies on character boundaries of its source.

mod diff;
mod lines;
pub mod names;
pub mod shape;
mod source;
mod span;
pub mod typography;

pub use diff::{Run, changes, relaid, unified, words};
pub use lines::{LineIndex, Position};
pub use source::{Source, SourceId, Sources};
pub use span::{Span, Spanned};

/// A page holds no table of more columns.
pub const WIDEST_TABLE: usize = 12;

/// Words in a comment of a forge: no Markdown nor HTML, on one line, and nobody is called by them.
pub fn in_a_comment(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' => out.push(' '),
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '&' => out += "&amp;",
            '@' => out += "@\u{200b}",
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '~' | '$' => out.extend(['\\', c]),
            _ => out.push(c),
        }
    }
    out
}

/// A spreadsheet program takes a text that begins so for a formula, and runs it: one that is no formula does not begin so.
pub fn in_a_spreadsheet(text: String) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text }
}
