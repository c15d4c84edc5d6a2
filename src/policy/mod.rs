//! L4. Policies: judgement that its users can read, change and trust.

pub mod kinds;
