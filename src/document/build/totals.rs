//! Sums that several parts show. Each starts from the ledger's own amounts.

use std::collections::BTreeMap;

use super::*;
use crate::budget::{self, Entry};
use crate::plan::{Section as Of, Share};

/// What a funding plan brings.
#[derive(Debug, Clone, Copy, Default)]
pub struct Funded {
    pub secured: Money,
    pub sought: Money,
    pub unstated: Money,
}

impl Funded {
    pub fn total(self) -> Money {
        self.secured + self.sought + self.unstated
    }

    pub fn add(&mut self, status: Option<Word>, money: Money) {
        match status {
            Some(Word::Secured) => self.secured += money,
            Some(Word::Sought) => self.sought += money,
            _ => self.unstated += money,
        }
    }
}

impl Build<'_> {
    /// The amounts that count towards a goal's cost, by year, in one section or in both.
    pub fn cost_by_year(&self, id: GoalId, section: Option<Of>) -> BTreeMap<i16, Money> {
        let mut years = BTreeMap::new();
        for (_, amount) in budget::amounts(self.plan, id).filter(|(_, amount)| section.is_none_or(|section| amount.section == section)) {
            *years.entry(amount.year).or_default() += amount.money;
        }
        years
    }

    /// What a goal or action costs; none if no figure is given at all.
    pub fn cost(&self, id: GoalId) -> Option<Money> {
        budget::amounts(self.plan, id).next().map(|_| budget::cost(self.plan, id, None))
    }

    pub fn costed_by_actions(&self, id: GoalId) -> bool {
        let goal = self.goal_at(id);
        goal.sheet.budget.is_none() && goal.actions.iter().any(|action| self.goal_at(*action).sheet.budget.is_some())
    }

    /// Every amount that counts towards the ledger's totals.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.analysis.ledger.lines.values().flat_map(|line| &line.entries)
    }

    pub fn asked(&self) -> Money {
        Of::BOTH.iter().map(|section| self.analysis.ledger.asked(*section)).sum()
    }

    /// The envelope; none if the plan has none, or one that could not be read.
    pub fn allotted(&self, section: Option<Of>) -> Option<Money> {
        let envelope = self.plan.strategy.as_ref()?.envelope.as_ref().filter(|envelope| !envelope.damaged)?;
        let amounts = envelope.amounts.iter().filter(|amount| section.is_none_or(|section| amount.section == section));
        Some(amounts.map(|amount| amount.money).sum())
    }

    pub fn has_envelope(&self) -> bool {
        self.allotted(None).is_some()
    }

    /// Top-level goals that have a funding plan, each with the goal or actions whose lines count: as for budgets, a
    /// goal's own plan is its whole, and a goal without one is funded as its actions are.
    pub fn funding_of(&self, id: GoalId) -> Vec<GoalId> {
        let has = |id: &GoalId| self.goal_at(*id).sheet.funding.as_ref().is_some_and(|funding| !funding.lines.is_empty());
        if has(&id) { vec![id] } else { self.goal_at(id).actions.iter().copied().filter(has).collect() }
    }

    pub fn funded(&self, id: GoalId) -> Funded {
        let mut funded = Funded::default();
        for line in self.goal_at(id).sheet.funding.iter().flat_map(|funding| &funding.lines) {
            funded.add(line.status, budget::funded(self.plan, id, line.share.value));
        }
        funded
    }

    /// `40 % de l'investissement`; nothing for an amount.
    pub fn share_text(&self, share: Share) -> Option<String> {
        let Share::Percent(percent, section) = share else { return None };
        let number = decimal(percent, self.lang);
        Some(match (section, self.lang) {
            (Some(Of::Investment), Lang::Fr) => format!("{number}\u{a0}% de l’investissement"),
            (Some(Of::Operating), Lang::Fr) => format!("{number}\u{a0}% du fonctionnement"),
            (None, Lang::Fr) => format!("{number}\u{a0}% du coût"),
            (Some(Of::Investment), Lang::En) => format!("{number}% of investment"),
            (Some(Of::Operating), Lang::En) => format!("{number}% of operating"),
            (None, Lang::En) => format!("{number}% of the cost"),
        })
    }
}
