//! L6. What an editor asks of a plan: what stands here, where it is defined, what may stand here, what may be done about it, what a file
//! holds.
//! Invariant: answers are offsets, spans and texts; no protocol, no IO.

mod at;
mod complete;
mod definition;
mod fixes;
mod format;
mod hover;
mod markdown;
mod statement;
mod symbols;

pub use complete::{Completion, Kind, MOST, complete};
pub use definition::{Definition, definition};
pub use fixes::{Fix, fixes};
pub use format::format;
pub use hover::{Hover, hover};
pub use symbols::{Symbol, symbols};

/// What a [`Symbol`] is.
pub use crate::language::Concept;
