//! L6. An analysis as people and machines read it.
//! Invariant: a renderer reads the analysis and writes text; it judges nothing.

mod concise;
mod human;
mod json;
pub mod machine;
pub mod policies;

pub use concise::concise;
pub use human::{Look, human, summary};
pub use json::{json, schema};
