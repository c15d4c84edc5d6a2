//! `strategy`: a digital strategy as a text, compiled and checked.
//!
//! ```text
//! bytes ─load, parse→ Tree ─lower→ Part ─resolve→ Plan ─┬─graph────→ Graph     (order, cycles)
//!       (never fails)   (by the table)  (names are entities) ├─schedule─→ Calendar  (given, placed, around its actions)
//!                       one item each                        ├─budget───→ Ledger    (year × section, envelope)
//!                                                            ├─workload─→ Load       (owner × quarter, capacity)
//!                                                            ├─check────→ Diagnostics, and the list of Holes
//!                                                            └─policy───→ Judgement  (findings, met, undecided, aside)
//! Analysis { sources, plan, graph, calendar, ledger, judgement, holes, diagnostics }   ← pure: no IO, no clock, no panic
//!    │  asked for when needed: schedule::slack, plan::reach, budget::sources, workload
//!    ├→ report     terminal (miette) · concise · JSON
//!    ├→ document   Analysis → Document (plain data, with its figures) → JSON → Typst → PDF
//!    ├→ council    the way to the vote, counted back from a sitting → show, document
//!    ├→ export     the whole plan: JSON, CSV, and their schema
//!    ├→ fixes      the changes that findings offer, made
//!    ├→ trial      the tests of policies, and their mutants
//!    ├→ show       the calendar, the load, the budget as tables, and the lines behind each figure
//!    ├→ difference two versions of a plan: what is what, and what changed → document, report, cli
//!    ├→ rules      every rule, listed and explained; a policy asked about one thing
//!    ├→ mcp        questions about one plan, answered as JSON
//!    └→ editor     answers in offsets and texts → lsp
//!
//! XLSX, CSV ─import→ the files of a plan, and where each cell went
//! ```
//!
//! Everything that knows a word of the language reads the table: `language/concepts/`, one declaration a concept. Everything that
//! a plan says is in one store: `plan/store.rs`, entities and cells, read through `plan/view.rs`.
//!
//! Layers, lowest first; a module uses lower ones only (`tests/suite/layers.rs` asserts it):
//!
//! | layer | rooms | invariant |
//! |---|---|---|
//! | L0 | [`text`] | a span lies on character boundaries of its source |
//! | L0 | [`figure`] | shapes in millimetres from plain data: every label stands whole, none on another |
//! | L1 | [`diagnostic`], [`language`] | every message has a code and both languages; no keyword outside the table |
//! | L2 | [`syntax`] | parsing never fails and loses nothing; the only room that knows pest |
//! | L3 | [`plan`] | a part knows its own text only; `Unknown` makes no second message, and is neither absent nor zero |
//! | L4 | [`load`], [`schedule`], [`budget`], [`workload`], [`policy`], [`check`] | a plan reads its own folder only; a check never stops another |
//! | L5 | [`analysis`] | the whole road, once; brought up to date, it says what a new one would say |
//! | L5 | [`difference`] | what is the same thing in two versions is told once; a key of a finding holds no line |
//! | L5 | [`council`] | the way to the vote, from the library's dated law; no number of the law in it |
//! | L6 | [`report`], [`document`], [`export`], [`fixes`], [`show`], [`editor`], [`import`], [`sample`], [`starter`], [`trial`] | each knows the analysis, none knows another |
//! | L6 | [`rules`] | a policy's tests are its examples; it judges nothing |
//! | L7 | [`lsp`], [`mcp`], [`cli`] | the only rooms that know the protocols and the command line |

pub mod analysis;
pub mod budget;
pub mod check;
pub mod cli;
pub mod council;
pub mod diagnostic;
pub mod difference;
pub mod document;
pub mod editor;
pub mod export;
pub mod figure;
pub mod fixes;
pub mod import;
pub mod language;
pub mod load;
pub mod lsp;
pub mod mcp;
pub mod plan;
pub mod policy;
pub mod report;
pub mod rules;
pub mod sample;
pub mod schedule;
pub mod show;
pub mod starter;
pub mod syntax;
pub mod text;
pub mod trial;
pub mod workload;
