//! L4. The structural checks: one file each, with its rule, its words and its tests.
//! Invariant: a check reads facts and adds diagnostics; it never stops another one.

use rayon::prelude::*;

use crate::budget::Ledger;
use crate::diagnostic::{Diagnostic, Say};
use crate::plan::{Goal, Graph, Header, Plan};
use crate::say;
use crate::schedule::Calendar;
use crate::text::Sources;

macro_rules! checks {
    ($($name:ident),* $(,)?) => {
        $(mod $name;)*
        /// Every check, by the name of its file.
        pub static CHECKS: &[(&str, fn(&Facts<'_>, &mut Vec<Diagnostic>))] = &[$((stringify!($name), $name::check)),*];
    };
}

checks! {
    dependency_cycle,
    starts_too_early,
    end_before_start,
    outside_period,
    outside_goal,
    over_envelope,
    funding_over_cost,
    actions_over_goal,
    strategy_frame,
    axis_without_goal,
    goal_without_owner,
    goal_without_date,
    goal_without_budget,
    goal_without_indicator,
    owner_without_goal,
}

/// What a check may look at.
pub struct Facts<'a> {
    pub sources: &'a Sources,
    pub plan: &'a Plan,
    pub graph: &'a Graph,
    pub calendar: &'a Calendar,
    pub ledger: &'a Ledger,
}

pub fn check(facts: &Facts<'_>) -> Vec<Diagnostic> {
    let run = |(_, check): &(&str, fn(&Facts<'_>, &mut Vec<Diagnostic>))| {
        let mut found = Vec::new();
        check(facts, &mut found);
        found
    };
    CHECKS.par_iter().flat_map_iter(run).collect()
}

impl Facts<'_> {
    /// The title or, failing that, the name.
    fn title<'b>(&'b self, header: &'b Header) -> &'b str {
        match (&header.title, header.name) {
            (Some(title), _) if !title.value.trim().is_empty() => &title.value,
            (_, Some(name)) => self.sources.slice(name.0),
            _ => "…",
        }
    }

    fn name<'b>(&'b self, header: &'b Header) -> &'b str {
        header.name.map_or_else(|| self.title(header), |name| self.sources.slice(name.0))
    }

    /// `L'objectif « Guichet »`, `L'action « Portail »`.
    fn called(&self, goal: &Goal) -> Say {
        let title = self.title(&goal.sheet.header);
        if goal.is_action() {
            say!("L'action « {title} »"; "The action \"{title}\"")
        } else {
            say!("L'objectif « {title} »"; "The goal \"{title}\"")
        }
    }
}

/// Is it given up? Its holes are then nobody's.
fn abandoned(goal: &Goal) -> bool {
    goal.sheet.status.is_some_and(|status| status.value == crate::language::Word::Abandoned)
}
