//! L2. From bytes to a tree of statements. Knows the shape of the text and no keyword.
//! Invariant: parsing never fails and loses nothing; what is no statement is a damaged node with a diagnostic.

mod alike;
mod build;
mod conflict;
mod copy;
mod cut;
mod damage;
pub mod expression;
mod format;
mod lex;
mod lines;
mod mend;
mod mend_braces;
mod mend_line;
mod parse;
mod quote;
pub mod statement;
mod text;
mod tree;
mod truth;
mod write;

pub use cut::{Chunk, DEEPEST, cut};
pub use damage::unseen;
pub use format::{Instead, Layout};
pub use lex::normal;
pub use parse::{parse, parse_chunk, parse_each, parse_shape};
pub use quote::plain;
pub use text::readable;
pub use tree::{Block, File, Node, NodeId, Part, PartKind, Tree};
pub use truth::{bare_parse, chunk_by_grammar, chunk_by_hand, tokens, tokens_by_grammar, value_by_grammar};
pub use write::{Statement, Written, quoted};
