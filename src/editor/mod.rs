//! L6. What an editor asks of a plan: what stands here, where it is defined, what may stand here, what may be done about it, what a file
//! holds.
//! Invariant: answers are offsets, spans and texts; no protocol, no IO.

mod at;
mod batches;
mod complete;
mod definition;
mod fixes;
mod folding;
mod format;
mod forms;
mod hierarchy;
mod hints;
mod hover;
mod lenses;
mod links;
mod markdown;
mod policy;
mod policy_names;
mod references;
mod rename;
mod selection;
mod signature;
mod statement;
mod symbols;
mod test_plan;
mod tokens;

pub use at::relative;
pub use batches::{Batch, all_safe, batches};
pub use complete::{Completion, Kind, MOST, complete};
pub use definition::{Definition, definition};
pub use fixes::{Fix, fixes};
pub use folding::{Fold, folding};
pub use format::{format, format_lines, format_typed};
pub use hierarchy::{Step, awaited, sheet_at, waiting};
pub use hints::{Hint, Wanted, hints};
pub use hover::{Hover, hover};
pub use lenses::{Lens, lenses};
pub use links::{Link, Target, links, source_of};
pub use references::{Mention, Role, highlights, linked, references};
pub use rename::{Renaming, rename, renaming};
pub use selection::selection;
pub use signature::{Signature, signature};
pub use symbols::{Sort, Symbol, found_in, symbols};
pub use tokens::{Kind as TokenKind, Token, tokens};

/// What a [`Symbol`] of a plan is.
pub use crate::language::Concept;
