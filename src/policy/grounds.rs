//! What policies rest on: the plan and what is computed from it, each once, and only when a policy asks for it.

use std::sync::OnceLock;

use crate::budget::{Ledger, Sources, sources};
use crate::plan::{Graph, Plan, Reach, reach};
use crate::schedule::{Calendar, Slack, slack};
use crate::workload::{Load, workload};

pub struct Grounds<'a> {
    pub plan: &'a Plan,
    pub graph: &'a Graph,
    pub calendar: &'a Calendar,
    pub ledger: &'a Ledger,
    reach: OnceLock<Reach>,
    slack: OnceLock<Slack>,
    load: OnceLock<Load>,
    sources: OnceLock<Sources>,
    unsure: OnceLock<Vec<bool>>,
}

impl<'a> Grounds<'a> {
    pub fn new(plan: &'a Plan, graph: &'a Graph, calendar: &'a Calendar, ledger: &'a Ledger) -> Grounds<'a> {
        Grounds {
            plan,
            graph,
            calendar,
            ledger,
            reach: OnceLock::new(),
            slack: OnceLock::new(),
            load: OnceLock::new(),
            sources: OnceLock::new(),
            unsure: OnceLock::new(),
        }
    }

    pub fn reach(&self) -> &Reach {
        self.reach.get_or_init(|| reach(self.plan, self.graph))
    }

    pub fn slack(&self) -> &Slack {
        self.slack.get_or_init(|| slack(self.plan, self.graph, self.calendar))
    }

    pub fn load(&self) -> &Load {
        self.load.get_or_init(|| workload(self.plan, self.calendar))
    }

    pub fn sources(&self) -> &Sources {
        self.sources.get_or_init(|| sources(self.plan))
    }

    /// Of each sheet: is there a line of its budget, or of its actions', that could not be read?
    pub fn unsure(&self) -> &[bool] {
        self.unsure.get_or_init(|| self.plan.sheets().map(super::facts::unsure).collect())
    }

    /// Is there a budget that counts, of which not all could be read? Then the totals of the plan are at least what is known.
    pub fn unsure_budgets(&self) -> bool {
        let all = self.plan.sheets().zip(self.unsure());
        all.filter(|(_, unsure)| **unsure).any(|(sheet, _)| sheet.holder().is_none() && sheet.is_counted())
    }
}
