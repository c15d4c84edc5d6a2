//! The budgets of a goal's actions are parts of the goal's own budget: they cannot exceed it.

use std::collections::BTreeMap;

use super::{Facts, called};
use crate::budget::{cost, own_amounts, own_lumps};
use crate::diagnostic::{Diagnostic, Within, rules};
use crate::plan::{Amount, Entity, Money, Section, When};
use crate::say;

pub fn check(facts: &Facts<'_>, part: u32, out: &mut Vec<Diagnostic>) {
    for goal in facts.plan.sheets_of(part) {
        let Some(budget) = goal.budget().is().filter(|budget| !budget.broken() && !budget.has_foreign() && goal.actions().next().is_some()) else { continue };
        let own = own_amounts(budget);
        if !own_lumps(budget).is_empty() || goal.actions().any(|action| action.budget().is().is_some_and(|budget| !own_lumps(budget).is_empty())) {
            out.extend(as_a_whole(goal, budget));
            continue;
        }
        // A year that is given twice, or lies outside the strategy, is told as such.
        let outside = |year| facts.plan.period().is_some_and(|period| When::year(year).is_some_and(|when| period.excludes(&when)));
        let twice = own.len() != budget.amounts().count();
        if twice || own.iter().any(|amount| amount.years().any(outside)) {
            continue;
        }
        // What each year and section asks, and of whom.
        let mut asked: BTreeMap<(Section, i16), Vec<(Entity<'_>, Amount)>> = BTreeMap::new();
        for action in goal.actions().filter(|action| action.is_counted()) {
            for amount in action.budget().is().into_iter().flat_map(own_amounts) {
                for year in amount.years() {
                    asked.entry((amount.section, year)).or_default().push((action, amount));
                }
            }
        }
        for ((section, year), entries) in asked {
            let own = own.iter().find(|amount| amount.section == section && amount.in_year(year));
            let whole = own.map_or(Money::ZERO, |amount| amount.money);
            let sum: Money = entries.iter().map(|(_, amount)| amount.money).sum();
            if !sum.surely_over(whole) || outside(year) {
                continue;
            }
            let called = called(goal);
            let mut diagnostic = Diagnostic::new(
                &rules::ACTIONS_OVER_GOAL,
                own.map_or(budget.keyword(), |amount| budget.span_of_amount(amount)),
                say!("{section} {year} : les actions demandent {sum}, mais {called} n'en prévoit que {whole}."; "{section} {year}: the actions ask {sum}, but {called} has only {whole}.", year, section, sum, called = Within(called), whole),
                say!("Augmentez le budget de l'objectif, réduisez celui d'une action, ou retirez le budget de l'objectif : il sera la somme de ses actions."; "Raise the goal's budget, reduce an action's, or remove the goal's: it will be the sum of its actions."),
            )
            .here(say!("l'objectif : {whole}"; "the goal: {whole}", whole));
            for (action, amount) in entries {
                let called = action.shown();
                diagnostic = diagnostic.label(budget.span_of_amount(&amount), say!("{called} : {money}"; "{called}: {money}", called, money = amount.money));
            }
            out.push(diagnostic);
        }
    }
}

/// Where an amount is not split by year, the whole of the one is compared with the whole of the others.
fn as_a_whole(goal: Entity<'_>, budget: Entity<'_>) -> Option<Diagnostic> {
    let parts: Vec<(Entity<'_>, Money)> = goal.actions().filter(|action| action.is_counted()).map(|action| (action, cost(action, None))).collect();
    let (sum, whole): (Money, Money) = (parts.iter().map(|(_, money)| *money).sum(), cost(goal, None));
    if !sum.surely_over(whole) {
        return None;
    }
    let called = called(goal);
    let mut diagnostic = Diagnostic::new(
        &rules::ACTIONS_OVER_GOAL,
        budget.keyword(),
        say!("En tout, les actions demandent {sum}, mais {called} n'en prévoit que {whole}."; "In all the actions ask {sum}, but {called} has only {whole}.", sum, called = Within(called), whole),
        say!("Augmentez le budget de l'objectif, ou réduisez celui d'une action."; "Raise the goal's budget, or reduce an action's."),
    )
    .here(say!("l'objectif : {whole}"; "the goal: {whole}", whole));
    for (action, money) in parts.into_iter().filter(|(_, money)| !money.is_zero()) {
        let name = action.named();
        diagnostic = diagnostic.label(action.place(), say!("`{name}` : {money}"; "`{name}`: {money}", name, money));
    }
    Some(diagnostic)
}

#[cfg(test)]
mod tests {
    use crate::analysis::testing::{found, goals};

    #[test]
    fn parts_and_whole() {
        let count = |whole: &str, part: &str| {
            let body = format!("goal a \"A\" {{\nbudget {{\ninvestment {whole}\n}}\naction b \"B\" {{\nbudget {{\ninvestment {part}\n}}\n}}\n}}");
            found(&goals(&body), "actions-over-goal").len()
        };
        assert_eq!(count("2027: 10 k€", "2027: 10 k€"), 0);
        assert_eq!(count("2027: 10 k€", "2027: 11 k€"), 1);
        assert_eq!(count("2027: 10 k€", "2028: 1 k€"), 1);
        assert_eq!(count("2027: 10 k€", "2027 .. 2028: 11 k€ in all"), 1);
        assert_eq!(count("2027: 10 k€", "2027 .. 2028: 10 k€ in all"), 0);
        assert_eq!(count("2027: 10 k€", "2027: 8 .. 12 k€"), 0, "not surely more");
    }
}
