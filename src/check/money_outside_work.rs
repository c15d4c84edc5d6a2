//! Money of a year in which the goal has not begun, and investment long after it is over: the last bills come in the year after. What it
//! costs to run goes on.

use super::{Facts, called};
use crate::diagnostic::{Diagnostic, rules};
use crate::plan::{Section, When};
use crate::say;

pub fn check(facts: &Facts<'_>, part: u32, out: &mut Vec<Diagnostic>) {
    for goal in facts.plan.sheets_of(part).filter(|goal| goal.is_counted()) {
        let (Some(period), Some(budget)) = (goal.period().is(), goal.budget().is()) else { continue };
        // A period that ends before it starts, or an amount outside the strategy, has its own message.
        if period.end.before(&period.start) {
            continue;
        }
        let outside = |when: &When| facts.plan.period().is_some_and(|whole| whole.excludes(when));
        for amount in budget.amounts().filter(|amount| !amount.money.is_zero()) {
            let late = |when: &When| amount.section == Section::Investment && when.first.year() > period.end.last.year() + 1;
            let wrong = |when: &When| when.before(&period.start) || late(when);
            let Some(year) = amount.years().filter_map(When::year).find(|when| wrong(when) && !outside(when)) else { continue };
            let (called, start, end) = (called(goal), period.start, period.end);
            let message = match year.before(&period.start) {
                true => say!("{called} dépense en {year} et ne commence qu'en {start}."; "{called} spends in {year} and starts in {start} only.", called, year, start),
                false => say!("{called} investit encore en {year} et se termine en {end}."; "{called} still invests in {year} and ends in {end}.", called, year, end),
            };
            out.push(
                Diagnostic::new(
                    &rules::MONEY_OUTSIDE_WORK,
                    budget.span_of_amount(&amount),
                    message,
                    say!("Changez l'année de ce montant, ou la période."; "Change the year of this amount, or the period."),
                )
                .label(period.span(), say!("la période"; "the period")),
            );
            break;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::testing::{found, goals};

    #[test]
    fn flags_and_passes() {
        let count = |lines: &str| {
            found(&goals(&format!("goal a \"A\" {{\nperiod 2028-03 .. 2029-06\nbudget {{\n{lines}\n}}\n}}")), "money-outside-work").len()
        };
        assert_eq!(count("operating 2027: 1 €"), 1);
        assert_eq!(count("investment 2031: 1 €"), 1);
        assert_eq!(count("investment 2030: 1 €"), 0, "the last bills");
        assert_eq!(count("operating 2028 .. 2031: 1 €"), 0, "what it costs to run goes on");
        assert_eq!(count("investment 2028 .. 2029: 1 €"), 0);
        assert_eq!(count("investment 2027: 0 €"), 0);
    }
}
