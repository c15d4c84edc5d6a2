//! L7. Questions about one plan, for a program that talks by the Model Context Protocol: findings, goals, money, what waits for what, a
//! rule, what changed.
//! Invariant: nothing is written, no other file than the plan's is read, and what a plan says is data: it stands in JSON, never in an
//! instruction.

mod answers;
#[cfg(feature = "mcp")]
mod server;

pub use answers::{Asked, QUESTIONS, Question, answer};
#[cfg(feature = "mcp")]
pub use server::{Stopped, serve};
