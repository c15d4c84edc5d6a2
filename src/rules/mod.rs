//! L6. Every rule there is, the compiler's own and the policies: listed, explained, and one of them asked about one thing.
//!
//! In: the library, and a plan where one is given. Out: texts, JSON and CSV; the pages of `docs/rules/` are the same texts.
//! Invariant: it judges nothing; what it says of a rule is what the rule says of itself.

mod catalogue;
mod compiler;
mod example;
mod find;
mod manual;
mod mistakes;
mod on;
mod packs;
mod page;
mod table;
mod thresholds;

pub use catalogue::{Outcome, Row, Source, State, catalogue};
pub use find::{Found, find, not_found};
pub use manual::pages;
pub use mistakes::MISTAKES;
pub use on::on;
pub use packs::{Pack, pack_of, packs};
pub use page::{Asked, page};
pub use table::{csv, human, json, schema};

use crate::diagnostic::Lang;

/// Of two texts, the one in a language.
fn of(texts: &[String; 2], lang: Lang) -> &str {
    &texts[usize::from(lang == Lang::En)]
}
