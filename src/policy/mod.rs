//! L4. Policies: judgement that its users can read, change and trust.

mod column;
mod days;
mod edits;
pub mod explain;
mod facts;
pub mod flagged;
mod frame;
pub mod framed;
mod grounds;
mod held;
pub mod judge;
pub mod kinds;
mod names;
mod phrases;
mod proof;
mod rows;
mod run;
mod settle;
mod shown;
mod translate;
pub mod typed;
mod typing;
pub mod visit;
pub mod waive;
mod why;
mod words;
pub mod written;

pub use translate::translated;
