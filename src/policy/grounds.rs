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
}
