//! One binary for all the integration tests: one link, one run.

mod suite {
    pub mod cli;
    pub mod docs;
    pub mod documents;
    pub mod edits;
    pub mod examples;
    pub mod export;
    pub mod expressions;
    pub mod facts;
    pub mod faults;
    pub mod finding;
    pub mod format;
    pub mod goldens;
    pub mod grammar;
    pub mod help;
    pub mod holes;
    pub mod import;
    pub mod layers;
    pub mod live;
    pub mod marker;
    pub mod mistakes;
    pub mod mutations;
    pub mod newcomer;
    pub mod nothing_by_half;
    pub mod plant;
    pub mod policies_listed;
    pub mod policy_tests;
    pub mod readme;
    pub mod real;
    pub mod reference;
    pub mod robust;
    pub mod rules;
    pub mod spec;
    pub mod support;
    pub mod wordings;
}
