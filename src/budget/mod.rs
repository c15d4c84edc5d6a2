//! L4. Who asks for how much, when, in which section; and what the council allots.
//! Invariant: every total can be traced to the amounts that make it; an amount that could not be read is in no total, and
//! what holds it is not [`complete`].
//!
//! A goal's `budget` is its whole and the budgets of its actions are parts of it. A goal without one costs what its
//! actions cost.

use std::collections::BTreeMap;
use std::ops::Range;

use rust_decimal::Decimal;

use crate::language::concepts::money::funder;
use crate::plan::{Amount, Entity, Given, GoalId, Money, Percent, Plan, Section, Share, Shift};

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
    for (section, year, entry) in entries(plan.sheets()) {
        let line = ledger.lines.entry((section, year)).or_default();
        line.asked += entry.amount.money;
        line.entries.push(entry);
    }
    for amount in plan.envelope().is().into_iter().flat_map(own_amounts) {
        for year in amount.years() {
            ledger.lines.entry((amount.section, year)).or_default().allotted.get_or_insert(amount);
        }
    }
    ledger
}

/// What some goals ask for, a line a year.
fn entries<'a>(goals: impl Iterator<Item = Entity<'a>>) -> impl Iterator<Item = (Section, i16, Entry)> {
    let asked = goals.filter(|goal| !goal.is_action()).flat_map(amounts);
    asked.flat_map(|(goal, amount)| amount.years().map(move |year| (amount.section, year, Entry { goal, amount })))
}

/// A budget's amounts, each year of a section once: a later line about a year that has one is a mistake that is told.
pub fn own_amounts(budget: Entity<'_>) -> Vec<Amount> {
    let mut seen = Years::default();
    let mut kept = Vec::new();
    for amount in budget.amounts() {
        kept.extend(seen.free(&amount).map(|(first, last)| Amount { first, last, ..amount }));
    }
    kept
}

/// The years that have an amount already, by section.
#[derive(Default)]
pub struct Years {
    /// First and last year of each stretch, in order.
    taken: [Vec<(i16, i16)>; 2],
}

impl Years {
    /// The stretches of an amount's years that nothing took before; they are taken then.
    pub fn free(&mut self, amount: &Amount) -> impl Iterator<Item = (i16, i16)> + use<> {
        let taken = &mut self.taken[amount.section as usize];
        let mut free = Vec::new();
        let mut from = i32::from(amount.first);
        let first = taken.partition_point(|(_, last)| *last < amount.first);
        let mut at = first;
        while at < taken.len() && taken[at].0 <= amount.last {
            if from < i32::from(taken[at].0) {
                free.push((from as i16, taken[at].0 - 1));
            }
            from = i32::from(taken[at].1) + 1;
            at += 1;
        }
        if from <= i32::from(amount.last) {
            free.push((from as i16, amount.last));
        }
        // What touches becomes one stretch.
        if !free.is_empty() {
            let start = taken[first..at].first().map_or(amount.first, |(start, _)| (*start).min(amount.first));
            let end = taken[first..at].last().map_or(amount.last, |(_, end)| (*end).max(amount.last));
            taken.splice(first..at, [(start, end)]);
        }
        free.into_iter()
    }
}

/// The amounts that make a goal's cost, each with the goal or action that declares it.
pub fn amounts(goal: Entity<'_>) -> impl Iterator<Item = (GoalId, Amount)> + '_ {
    let own = goal.budget();
    let parts = own.is_absent().then(|| goal.actions()).into_iter().flatten();
    std::iter::once((goal, own))
        .chain(parts.map(|action| (action, action.budget())))
        .filter_map(|(of, budget)| budget.is().map(|budget| (of.goal_id(), budget)))
        .flat_map(|(id, budget)| own_amounts(budget).into_iter().map(move |amount| (id, amount)))
}

/// What a goal or action costs, in one section or in all.
pub fn cost(goal: Entity<'_>, section: Option<Section>) -> Money {
    amounts(goal)
        .filter(|(_, amount)| section.is_none_or(|section| amount.section == section))
        .map(|(_, amount)| amount.years().map(|_| amount.money).sum())
        .sum()
}

/// Is every amount of a goal's cost known?
pub fn complete(goal: Entity<'_>) -> bool {
    match goal.budget() {
        Given::Is(budget) => !budget.broken(),
        Given::Unknown => false,
        Given::Absent => {
            let budgets = || goal.actions().map(|action| action.budget());
            budgets().any(|budget| budget.is().is_some())
                && budgets().all(|budget| budget.is_absent() || budget.is().is_some_and(|budget| !budget.broken()))
        }
    }
}

/// What each line of a goal's funding plan brings, in order; nothing for one whose share could not be read. Shares of one base are shared
/// out to the cent: their sum is the share of the whole, rounded once.
pub fn funded(goal: Entity<'_>) -> Vec<(Entity<'_>, Option<Money>)> {
    let mut bases: BTreeMap<Option<Section>, (Decimal, Decimal)> = BTreeMap::new();
    let lines = goal.funding().is().into_iter().flat_map(|funding| funding.funders());
    lines
        .map(|line| {
            let money = line.is_given(funder::SHARE).map(|share| match share {
                Share::Money(money) => money,
                Share::Percent(Percent(percent), section) => {
                    let (base, shared) = bases.entry(section).or_insert_with(|| (cost(goal, section).0, Decimal::ZERO));
                    let share = |percent: Decimal| (base.saturating_mul(percent) / Decimal::ONE_HUNDRED).round_dp(2);
                    let before = share(*shared);
                    *shared += percent;
                    Money(share(*shared).saturating_sub(before))
                }
            });
            (line, money)
        })
        .collect()
}

impl Ledger {
    /// The goals `old` were, and `new` are instead; the others are as they were, and so is the envelope.
    pub fn follow(&mut self, plan: &Plan, shift: &Shift, old: Range<u32>, new: Range<u32>) {
        let mut fresh: BTreeMap<(Section, i16), Vec<Entry>> = BTreeMap::new();
        for (section, year, entry) in entries(new.clone().map(|at| plan.goal(GoalId(at)))) {
            fresh.entry((section, year)).or_default().push(entry);
        }
        for key in fresh.keys() {
            self.lines.entry(*key).or_default();
        }
        for (key, line) in &mut self.lines {
            let at = |goal: u32| line.entries.partition_point(|entry| entry.goal.0 < goal);
            let (from, to) = (at(old.start), at(old.end));
            let moved = |amount: &mut Amount| amount.line = shift.stays(amount.line).unwrap_or(amount.line);
            for entry in &mut line.entries[to..] {
                entry.goal.0 = entry.goal.0 - old.end + new.end;
                moved(&mut entry.amount);
            }
            line.allotted.iter_mut().for_each(moved);
            let fresh = fresh.remove(key).unwrap_or_default();
            if from < to || !fresh.is_empty() {
                line.entries.splice(from..to, fresh);
                line.asked = line.entries.iter().map(|entry| entry.amount.money).sum();
            }
        }
        self.lines.retain(|_, line| !line.entries.is_empty() || line.allotted.is_some());
    }

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::testing::goals;

    #[test]
    fn shares_of_one_base_add_up_to_the_cent() {
        let lines = "\"A\" 25 %\n\"B\" 25 %\n\"C\" 25 %\n\"D\" 25 %";
        let plan = goals(&format!("goal a \"A\" {{\nbudget {{\ninvestment 2027: 100 000,03 €\n}}\nfunding {{\n{lines}\n}}\n}}"));
        let goal = plan.plan.goal(GoalId(0));
        let parts: Vec<Money> = funded(goal).into_iter().filter_map(|(_, money)| money).collect();
        assert_eq!(parts.iter().copied().sum::<Money>(), cost(goal, None));
        assert!(parts.iter().all(|part| (part.0 - Decimal::new(2_500_001, 2)).abs() <= Decimal::new(1, 2)), "{parts:?}");
    }

    #[test]
    fn a_year_is_counted_once_however_often_it_is_written() {
        let plan = goals("goal a \"A\" {\nbudget {\ninvestment 2027 .. 2029: 10 €, 2028 .. 2031: 1 €, 2026: 5 €\n}\n}");
        assert_eq!(cost(plan.plan.goal(GoalId(0)), None), Money(Decimal::from(30 + 2 + 5)));
    }
}
