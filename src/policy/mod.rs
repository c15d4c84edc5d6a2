//! L4. Policies: judgement that its users can read, change and trust.

mod days;
pub mod kinds;
mod proof;
pub mod typed;
mod typing;
pub mod written;
