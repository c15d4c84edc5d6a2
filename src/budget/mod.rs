//! L4. Who asks for how much, when, in which section; and what the council allots.
//! Invariant: every total can be traced to the amounts that make it; an amount that could not be read is in no total, and
//! what holds it is not [`complete`].
//!
//! What is abandoned, or somebody else's work (`outside`), is in no total; nor is an amount in another currency than the plan's.
//! An amount that is given for several years in all, or for no year, is a [`Lump`]: in the totals, in no year.
//!
//! A goal's `budget` is its whole and the budgets of its actions are parts of it. A goal without one costs what its
//! actions cost.

mod authorised;
mod sources;

pub use authorised::{Authorisation, Step, authorisations};
pub use sources::{Brought, Piece, Sources, Tally, by_source, fctva, funding, has_funding, own_share, refused, sources};

use std::collections::BTreeMap;
use std::ops::Range;

use rust_decimal::Decimal;

use crate::language::Concept;
use crate::language::concepts::money;
use crate::language::concepts::money::{FundingStatus, funder, line};
use crate::plan::{Amount, Entity, EntityId, Given, GoalId, Money, Percent, Plan, Section, Share, Shift};

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
    /// What is asked and not split by year, in the order of the goals.
    pub lumps: Vec<(GoalId, Lump)>,
    /// What is allotted so.
    pub allotted: Vec<Lump>,
}

/// An amount that belongs to no one year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lump {
    /// None where it is not split by section either.
    pub section: Option<Section>,
    /// The years that it is for, if they are told.
    pub years: Option<(i16, i16)>,
    pub money: Money,
    /// What holds it: a line of a budget, or the budget.
    pub line: EntityId,
}

pub fn ledger(plan: &Plan) -> Ledger {
    let mut ledger = Ledger::default();
    for (section, year, entry) in entries(plan.sheets()) {
        let line = ledger.lines.entry((section, year)).or_default();
        line.asked += entry.amount.money;
        line.entries.push(entry);
    }
    ledger.lumps = lumps_of(plan.sheets()).collect();
    ledger.allotted = plan.envelope().is().map(own_lumps).unwrap_or_default();
    for amount in plan.envelope().is().into_iter().flat_map(own_amounts) {
        for year in amount.years() {
            ledger.lines.entry((amount.section, year)).or_default().allotted.get_or_insert(amount);
        }
    }
    ledger
}

/// Does it stand in the totals by itself: no action of a goal, neither given up nor somebody else's?
fn counts(goal: &Entity<'_>) -> bool {
    goal.holder().is_none() && goal.is_counted()
}

/// The goals, and the actions of no goal, that the totals are made of.
pub fn counted(plan: &Plan) -> impl Iterator<Item = Entity<'_>> {
    plan.sheets().filter(counts)
}

/// What some goals ask for, a line a year.
fn entries<'a>(goals: impl Iterator<Item = Entity<'a>>) -> impl Iterator<Item = (Section, i16, Entry)> {
    let asked = goals.filter(counts).flat_map(amounts);
    asked.flat_map(|(goal, amount)| amount.years().map(move |year| (amount.section, year, Entry { goal, amount })))
}

fn lumps_of<'a>(goals: impl Iterator<Item = Entity<'a>>) -> impl Iterator<Item = (GoalId, Lump)> {
    goals.filter(counts).flat_map(lumps)
}

/// A budget's amounts that are not split by year: one for several years in all, or its total where nothing is split.
pub fn own_lumps(budget: Entity<'_>) -> Vec<Lump> {
    let lines = budget.lines_of_money();
    let mut lumps: Vec<Lump> = lines
        .flat_map(|(of, section)| {
            of.members(line::AMOUNTS).filter_map(move |seen| {
                let ((first, last, true), money) = (seen.years()?, seen.money()?) else { return None };
                let lump = Lump { section: Some(section), years: Some((first, last)), money, line: of.id };
                (money.currency == of.plan.currency()).then_some(lump)
            })
        })
        .collect();
    if lumps.is_empty() && budget.amounts().next().is_none() && matches!(budget.concept(), Concept::Budget | Concept::Envelope) {
        let total = budget.is_given(money::TOTAL).filter(|money| money.currency == budget.plan.currency());
        lumps.extend(total.map(|money| Lump { section: None, years: None, money, line: budget.id }));
    }
    lumps
}

/// A budget's amounts, each year of a section once: a later line about a year that has one is a mistake that is told.
pub fn own_amounts(budget: Entity<'_>) -> Vec<Amount> {
    let all: Vec<Amount> = budget.amounts().collect();
    // The usual case: each is later than those before it.
    let mut last = [i16::MIN; 2];
    let in_order =
        |amount: &Amount| std::mem::replace(&mut last[amount.section as usize], amount.last) < amount.first && amount.first <= amount.last;
    if all.iter().all(in_order) {
        return all;
    }
    let mut seen = Years::default();
    all.iter().flat_map(|amount| seen.free(amount).map(|(first, last)| Amount { first, last, ..*amount }).collect::<Vec<_>>()).collect()
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
    budgets(goal).flat_map(|(id, budget)| own_amounts(budget).into_iter().map(move |amount| (id, amount)))
}

/// The same of what is not split by year.
pub fn lumps(goal: Entity<'_>) -> impl Iterator<Item = (GoalId, Lump)> + '_ {
    budgets(goal).flat_map(|(id, budget)| own_lumps(budget).into_iter().map(move |lump| (id, lump)))
}

/// Its own budget or, without one, those of its actions that count.
fn budgets(goal: Entity<'_>) -> impl Iterator<Item = (GoalId, Entity<'_>)> {
    let own = goal.budget();
    let parts = own.is_absent().then(|| goal.actions().filter(|action| action.is_counted())).into_iter().flatten();
    std::iter::once((goal, own))
        .chain(parts.map(|action| (action, action.budget())))
        .filter_map(|(of, budget)| budget.is().map(|budget| (of.goal_id(), budget)))
}

/// What some sheets cost together, as the totals have it: nothing of what is abandoned, nor of somebody else's work.
pub fn together<'a>(sheets: impl Iterator<Item = Entity<'a>>, section: Option<Section>) -> Money {
    sheets.filter(counts).map(|sheet| cost(sheet, section)).sum()
}

/// What a goal or action costs, in one section or in all.
pub fn cost(goal: Entity<'_>, section: Option<Section>) -> Money {
    let [all, investment, operating] = costs(goal);
    match section {
        None => all,
        Some(Section::Investment) => investment,
        Some(Section::Operating) => operating,
    }
}

/// The same in all, for investment and for operating, read once.
pub fn costs(goal: Entity<'_>) -> [Money; 3] {
    let mut costs = [Money::ZERO; 3];
    let mut add = |section: Option<Section>, money: Money| {
        costs[0] += money;
        if let Some(section) = section {
            costs[section as usize + 1] += money;
        }
    };
    for (_, budget) in budgets(goal) {
        own_amounts(budget).iter().for_each(|amount| add(Some(amount.section), amount.money.times(amount.years().count())));
    }
    for (_, budget) in budgets(goal) {
        own_lumps(budget).iter().for_each(|lump| add(lump.section, lump.money));
    }
    costs
}

/// Does it cost nothing, in one section or in all? Cheaper than to add it up.
pub fn costs_nothing(goal: Entity<'_>, section: Option<Section>) -> bool {
    let within = |of: Option<Section>| section.is_none() || of == section;
    let by_year =
        budgets(goal).flat_map(|(_, budget)| budget.amounts()).any(|amount| within(Some(amount.section)) && !amount.money.is_zero());
    !by_year && lumps(goal).all(|(_, lump)| !within(lump.section) || lump.money.is_zero())
}

/// What was paid for a goal or action, by year: as its own budget tells, or where that tells nothing as those of its actions do.
pub fn spent(goal: Entity<'_>) -> BTreeMap<i16, Money> {
    let of = |sheet: Entity<'_>| -> BTreeMap<i16, Money> {
        let mut years = BTreeMap::new();
        let currency = sheet.plan.currency();
        for seen in sheet.budget().is().into_iter().flat_map(|budget| budget.members(money::SPENT)) {
            let (Some((first, last, in_all)), Some(money)) = (seen.years(), seen.money().filter(|money| money.currency == currency)) else {
                continue;
            };
            // Several years in all are counted in the last of them: by then it was paid.
            let years_of = if in_all { last..=last } else { first..=last };
            for year in years_of {
                *years.entry(year).or_default() += money;
            }
        }
        years
    };
    let own = of(goal);
    if !own.is_empty() {
        return own;
    }
    let mut years: BTreeMap<i16, Money> = BTreeMap::new();
    for action in goal.actions().filter(|action| action.is_counted()) {
        for (year, money) in of(action) {
            *years.entry(year).or_default() += money;
        }
    }
    years
}

/// The same in all.
pub fn paid(goal: Entity<'_>) -> Money {
    spent(goal).into_values().sum()
}

/// Is every amount of a goal's cost known?
pub fn complete(goal: Entity<'_>) -> bool {
    match goal.budget() {
        Given::Is(budget) => !budget.broken(),
        Given::Unknown => false,
        Given::Absent => {
            let budgets = || goal.actions().filter(|action| action.is_counted()).map(|action| action.budget());
            budgets().any(|budget| budget.is().is_some())
                && budgets().all(|budget| budget.is_absent() || budget.is().is_some_and(|budget| !budget.broken()))
        }
    }
}

/// What each line of a goal's funding plan brings, in order; nothing for one whose share could not be read, or that is refused. Shares of
/// one base are shared out to the cent: their sum is the share of the whole, rounded once. No line brings more than its cap.
pub fn funded(goal: Entity<'_>) -> Vec<(Entity<'_>, Option<Money>)> {
    funded_of(goal, |section| cost(goal, section))
}

/// The same, where it is known what it costs.
pub fn funded_of(goal: Entity<'_>, cost: impl Fn(Option<Section>) -> Money) -> Vec<(Entity<'_>, Option<Money>)> {
    let mut bases: BTreeMap<Option<Section>, (Money, Decimal)> = BTreeMap::new();
    let lines = goal.funding().is().into_iter().flat_map(|funding| funding.funders());
    lines
        .map(|line| {
            let share = line.is_given(funder::SHARE).filter(|_| line.is_given(funder::STATUS) != Some(FundingStatus::Refused));
            let part = |base: Money, percent: Decimal| base.map(|base| (base.saturating_mul(percent) / Decimal::ONE_HUNDRED).round_dp(2));
            let money = share.map(|share| match (share, line.is_given(funder::OF)) {
                (Share::Money(money), _) => money,
                (Share::Percent(Percent(percent), _), Some(base)) => part(base, percent),
                (Share::Percent(Percent(percent), section), None) => {
                    let (base, shared) = bases.entry(section).or_insert_with(|| (cost(section), Decimal::ZERO));
                    let before = part(*base, *shared);
                    *shared += percent;
                    let whole = part(*base, *shared);
                    Money { low: whole.low.saturating_sub(before.low), high: whole.high.saturating_sub(before.high), ..whole }
                }
            });
            let cap = line.is_given(funder::CAP);
            let capped = |money: Money| match cap {
                Some(cap) => Money { low: money.low.min(cap.low), high: money.high.min(cap.high), ..money },
                None => money,
            };
            (line, money.map(capped).filter(|money| money.currency == goal.plan.currency()))
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
        let at = |goal: u32| self.lumps.partition_point(|(of, _)| of.0 < goal);
        let (from, to) = (at(old.start), at(old.end));
        for (goal, lump) in &mut self.lumps[to..] {
            goal.0 = goal.0 - old.end + new.end;
            lump.line = shift.stays(lump.line).unwrap_or(lump.line);
        }
        for lump in &mut self.allotted {
            lump.line = shift.stays(lump.line).unwrap_or(lump.line);
        }
        let fresh: Vec<(GoalId, Lump)> = lumps_of(new.map(|at| plan.goal(GoalId(at)))).collect();
        self.lumps.splice(from..to, fresh);
        self.lines.retain(|_, line| !line.entries.is_empty() || line.allotted.is_some());
    }

    pub fn years(&self) -> Vec<i16> {
        let mut years: Vec<i16> = self.lines.keys().map(|(_, year)| *year).collect();
        years.sort_unstable();
        years.dedup();
        years
    }

    /// In one section, or in all; what is not split by section is in all only.
    pub fn asked(&self, section: Option<Section>) -> Money {
        let lines = self.lines.iter().filter(|((of, _), _)| section.is_none_or(|section| *of == section)).map(|(_, line)| line.asked);
        lines.chain(lumped(self.lumps.iter().map(|(_, lump)| lump), section)).sum()
    }

    pub fn allotted(&self, section: Option<Section>) -> Money {
        let lines = self.lines.iter().filter(|((of, _), _)| section.is_none_or(|section| *of == section));
        let lines = lines.filter_map(|(_, line)| line.allotted).map(|amount| amount.money);
        lines.chain(lumped(self.allotted.iter(), section)).sum()
    }
}

fn lumped<'l>(lumps: impl Iterator<Item = &'l Lump>, section: Option<Section>) -> impl Iterator<Item = Money> {
    lumps.filter(move |lump| section.is_none() || lump.section == section).map(|lump| lump.money)
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
        assert!(parts.iter().all(|part| (part.low - Decimal::new(2_500_001, 2)).abs() <= Decimal::new(1, 2)), "{parts:?}");
    }

    #[test]
    fn ranges_lumps_and_what_is_in_no_total() {
        let goal = |body: &str| goals(&format!("goal a \"A\" {{\n{body}\n}}"));
        let whole = |body: &str| ledger(&goal(body).plan).asked(None).show(crate::diagnostic::Lang::Fr).replace('\u{a0}', " ");
        assert_eq!(whole("budget {\ninvestment 2027: 120 .. 180 k€\noperating 2028: 20 k€\n}"), "140 000 à 200 000 €");
        assert_eq!(whole("budget {\ninvestment 2027 .. 2029: 600 k€ in all\n}"), "600 000 €");
        assert_eq!(whole("budget {\ntotal about 18 M€\n}"), "environ 18 000 000 €");
        assert_eq!(whole("budget {\ninvestment 2027: 10 € HT\noperating 2027: 5 € HT\n}"), "15 € HT");
        assert_eq!(whole("budget {\ninvestment 2027: 10 £, 2028: 1 €\n}"), "1 €", "another currency is never added");
        assert_eq!(whole("status abandoned\nbudget {\ninvestment 2027: 10 €\n}"), "0 €");
        assert_eq!(whole("outside\nbudget {\ntotal 10 €\n}"), "0 €");
        let parts = "action b \"B\" {\nstatus abandoned\nbudget {\ntotal 10 €\n}\n}\naction c \"C\" {\nbudget {\ntotal 1 €\n}\n}";
        assert_eq!(whole(parts), "1 €");
        let brings = |line: &str| {
            let body = format!("budget {{\ninvestment 2027: 100 €\n}}\nfunding {{\n{line}\n}}");
            let plan = goal(&body);
            funded(plan.plan.goal(GoalId(0))).into_iter().filter_map(|(_, money)| money).sum::<Money>()
        };
        assert_eq!(brings("\"A\" 40 % refused"), Money::ZERO);
        assert_eq!(brings("\"A\" 40 % secured {\nof 50 €\n}"), Money::euros(Decimal::from(20)));
        assert_eq!(brings("\"A\" 40 % secured {\ncap 30 €\n}"), Money::euros(Decimal::from(30)));
    }

    #[test]
    fn a_year_is_counted_once_however_often_it_is_written() {
        let plan = goals("goal a \"A\" {\nbudget {\ninvestment 2027 .. 2029: 10 €, 2028 .. 2031: 1 €, 2026: 5 €\n}\n}");
        assert_eq!(cost(plan.plan.goal(GoalId(0)), None), Money::euros(Decimal::from(30 + 2 + 5)));
    }
}
