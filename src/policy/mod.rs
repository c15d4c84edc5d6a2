//! L4. Policies: judgement that its users can read, change and trust.

mod column;
mod days;
mod facts;
mod frame;
mod grounds;
pub mod kinds;
mod names;
mod proof;
mod rows;
mod run;
mod settle;
pub mod typed;
mod typing;
pub mod written;
