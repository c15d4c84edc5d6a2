//! L2. From bytes to a tree of statements. Knows the shape of the text and no keyword.
//! Invariant: parsing never fails and loses nothing; what is no statement is a damaged node with a diagnostic.

mod cut;
mod damage;
mod lex;
mod mend;
mod parse;
mod text;
mod tree;

pub use cut::{Chunk, DEEPEST, cut};
pub use parse::{bare_parse, parse, parse_chunk, parse_each};
pub use text::{plain, readable};
pub use tree::{Block, File, Node, NodeId, Part, PartKind, Tree};
