//! L6. What an editor asks of a plan: what stands here, where it is defined, what a file holds.
//! Invariant: answers are offsets, spans and texts; no protocol, no IO.

mod at;
mod definition;
mod hover;
mod symbols;

pub use definition::{Definition, definition};
pub use hover::{Hover, hover};
pub use symbols::{Symbol, symbols};

/// What a [`Symbol`] is.
pub use crate::language::Concept;
