//! L4. Who asks for how much, when, in which section; and what the council allots.
//! Invariant: every total can be traced to the amounts that make it.
//!
//! A goal's `budget` is its whole and the budgets of its actions are parts of it. A goal without one costs what its
//! actions cost.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::plan::{Amount, Goal, GoalId, Money, Plan, Section, Share};

/// One amount that counts towards a total.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Entry {
    pub goal: GoalId,
    pub amount: Amount,
}

#[derive(Debug, Clone, Default)]
pub struct Line {
    pub asked: Money,
    pub entries: Vec<Entry>,
    /// What the envelope allots; none where it says nothing for that year.
    pub allotted: Option<Amount>,
}

#[derive(Debug, Clone, Default)]
pub struct Ledger {
    /// By section and year; every year that is asked or allotted.
    pub lines: BTreeMap<(Section, i16), Line>,
}

pub fn ledger(plan: &Plan) -> Ledger {
    let mut ledger = Ledger::default();
    for id in plan.goal_ids().filter(|id| !plan.goal(*id).is_action()) {
        for (owner, amount) in amounts(plan, id) {
            let line = ledger.lines.entry((amount.section, amount.year)).or_default();
            line.asked += amount.money;
            line.entries.push(Entry { goal: owner, amount });
        }
    }
    let envelope = plan.strategy.as_ref().and_then(|strategy| strategy.envelope.as_ref());
    for amount in envelope.iter().flat_map(|envelope| &envelope.amounts) {
        ledger.lines.entry((amount.section, amount.year)).or_default().allotted = Some(*amount);
    }
    ledger
}

/// The amounts that make a goal's cost, each with the goal or action that declares it.
pub fn amounts(plan: &Plan, id: GoalId) -> impl Iterator<Item = (GoalId, Amount)> + '_ {
    let goal = plan.goal(id);
    let parts = if goal.sheet.budget.is_some() { &[][..] } else { &goal.actions };
    std::iter::once(id)
        .chain(parts.iter().copied())
        .filter_map(|id| plan.goal(id).sheet.budget.as_ref().map(|budget| (id, budget)))
        .flat_map(|(id, budget)| budget.amounts.iter().map(move |amount| (id, *amount)))
}

/// What a goal or action costs, in one section or in all.
pub fn cost(plan: &Plan, id: GoalId, section: Option<Section>) -> Money {
    amounts(plan, id).filter(|(_, amount)| section.is_none_or(|section| amount.section == section)).map(|(_, amount)| amount.money).sum()
}

/// Is every amount of a goal's cost known?
pub fn complete(plan: &Plan, goal: &Goal) -> bool {
    let sound = |goal: &Goal| goal.sheet.budget.as_ref().is_some_and(|budget| !budget.damaged);
    match &goal.sheet.budget {
        Some(budget) => !budget.damaged,
        None => {
            !goal.actions.is_empty()
                && goal.actions.iter().any(|action| sound(plan.goal(*action)))
                && goal.actions.iter().all(|action| {
                    let action = plan.goal(*action);
                    action.sheet.budget.is_none() || sound(action)
                })
        }
    }
}

/// What one line of a funding plan brings.
pub fn funded(plan: &Plan, id: GoalId, share: Share) -> Money {
    match share {
        Share::Money(money) => money,
        Share::Percent(percent, section) => {
            let base = cost(plan, id, section).0;
            Money((base.saturating_mul(percent) / Decimal::ONE_HUNDRED).round_dp(2))
        }
    }
}

impl Ledger {
    pub fn years(&self) -> Vec<i16> {
        let mut years: Vec<i16> = self.lines.keys().map(|(_, year)| *year).collect();
        years.sort_unstable();
        years.dedup();
        years
    }

    pub fn asked(&self, section: Section) -> Money {
        self.lines.iter().filter(|((of, _), _)| *of == section).map(|(_, line)| line.asked).sum()
    }

    pub fn allotted(&self, section: Section) -> Money {
        self.lines.iter().filter(|((of, _), _)| *of == section).filter_map(|(_, line)| line.allotted).map(|amount| amount.money).sum()
    }
}
