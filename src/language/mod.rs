//! L1. The words of the language: one table, both spellings, one line of help each.
//! Invariant: no keyword is written in the code anywhere else.

mod lookup;
mod table;
mod words;

pub use lookup::{Found, find, spellings_in};
pub use table::{Concept, Place, Row, Shape, TABLE, row};
pub use words::{ROLES, Word, named, word, words_of};
