//! L4. The structural checks: one file each, with its rule, its words and its tests; and the list of what is missing.
//! Invariant: a check reads facts and adds diagnostics; it never stops another one. What a check says of one part rests on
//! that part and on the facts that were computed, so that an editor looks again at what changed only.

use rayon::prelude::*;

use crate::budget::Ledger;
use crate::diagnostic::{Diagnostic, Say};
use crate::plan::{Entity, Graph, Plan};
use crate::say;
use crate::schedule::Calendar;

mod holes;

pub use holes::{Hole, Lacks};
pub use look::{accent, logo, template};

macro_rules! checks {
    ($(#[$doc:meta])* $list:ident: $of:ty; $($name:ident),* $(,)?) => {
        $(mod $name;)*
        $(#[$doc])*
        pub static $list: &[(&str, $of)] = &[$((stringify!($name), $name::check)),*];
    };
}

checks! {
    /// Those that look at the whole plan, by the names of their files.
    OF_PLAN: fn(&Facts<'_>, &mut Vec<Diagnostic>);
    counts,
    figures_differ,
    dates_in_a_circle,
    order_of_decisions,
    title_years,
    dependency_cycle,
    look,
}

checks! {
    /// Those that look at one part after the other.
    OF_PART: fn(&Facts<'_>, u32, &mut Vec<Diagnostic>);
    starts_too_early,
    waits_for_abandoned,
    end_before_start,
    outside_period,
    outside_goal,
    money_outside_work,
    indicator_values,
    amounts_apart,
    over_its_base,
    credits,
    named_twice,
    year_twice,
    share_of_nothing,
    near_words,
    wide_tables,
    actions_over_goal,
}

/// What a check may look at.
pub struct Facts<'a> {
    pub plan: &'a Plan,
    pub graph: &'a Graph,
    pub calendar: &'a Calendar,
    pub ledger: &'a Ledger,
}

/// What was found in one part, and what is missing there.
#[derive(Debug, Clone, Default)]
pub struct Found {
    pub diagnostics: Vec<Diagnostic>,
    pub holes: Vec<Hole>,
}

pub fn of_plan(facts: &Facts<'_>) -> Found {
    let holes = holes::of_plan(facts);
    let mut diagnostics: Vec<Diagnostic> = holes.iter().filter_map(|hole| hole.diagnostic(facts)).collect();
    for (_, check) in OF_PLAN {
        check(facts, &mut diagnostics);
    }
    Found { diagnostics, holes }
}

pub fn of_part(facts: &Facts<'_>, part: u32) -> Found {
    // A part that only brings in others has nothing to be looked at.
    if facts.plan.entities_of(part).next().is_none() {
        return Found::default();
    }
    let holes = holes::of_part(facts, part);
    let mut diagnostics = holes::diagnostics(facts, &holes);
    for (_, check) in OF_PART {
        check(facts, part, &mut diagnostics);
    }
    Found { diagnostics, holes }
}

/// Every part, side by side.
pub fn of_parts(facts: &Facts<'_>) -> Vec<Found> {
    (0..facts.plan.parts.len()).into_par_iter().with_min_len(16).map(|part| of_part(facts, part as u32)).collect()
}

/// `L'objectif « Guichet »`, `L'action « Portail »`.
fn called(goal: Entity<'_>) -> Say {
    let title = goal.titled();
    if goal.is_action() {
        say!("L'action « {title} »"; "The action \"{title}\"", title)
    } else {
        say!("L'objectif « {title} »"; "The goal \"{title}\"", title)
    }
}
