//! `strategy`: a digital strategy as a text, compiled and checked.
//!
//! ```text
//! bytes ─load, parse→ Tree ─declare→ Items ─resolve→ Plan ─┬─graph────→ Graph     (order, cycles)
//!       (never fails)      (names are places)  (names are ids) ├─schedule─→ Calendar  (given, placed, around its actions)
//!                                                            ├─budget───→ Ledger    (year × section, envelope)
//!                                                            └─check────→ Diagnostics
//! Analysis { sources, plan, graph, calendar, ledger, diagnostics }   ← pure: no IO, no clock, no panic
//!    ├→ report     terminal (miette) · concise · JSON
//!    ├→ document   Analysis → Document (plain data) → JSON → Typst → PDF
//!    └→ editor     answers in offsets and texts → lsp
//! ```
//!
//! Layers, lowest first; a module uses lower ones only (`tests/suite/layers.rs` asserts it):
//!
//! | layer | rooms | invariant |
//! |---|---|---|
//! | L0 | [`text`] | a span lies on character boundaries of its source |
//! | L1 | [`diagnostic`], [`language`] | every message has a code and both languages; no keyword outside the table |
//! | L2 | [`syntax`] | parsing never fails and loses nothing; the only room that knows pest |
//! | L3 | [`plan`] | names are places before `resolve`, ids after; `Unknown` makes no second message |
//! | L4 | [`load`], [`schedule`], [`budget`], [`check`] | a plan reads its own folder only; a check never stops another |
//! | L5 | [`analysis`] | the whole road, once |
//! | L6 | [`report`], [`document`], [`editor`], [`sample`] | each knows the analysis, none knows another |
//! | L7 | [`lsp`], [`cli`] | the only rooms that know the protocol and the command line |

pub mod analysis;
pub mod budget;
pub mod check;
pub mod cli;
pub mod diagnostic;
pub mod document;
pub mod editor;
pub mod language;
pub mod load;
pub mod lsp;
pub mod plan;
pub mod report;
pub mod sample;
pub mod schedule;
pub mod syntax;
pub mod text;
