//! A period whose end comes surely before its start: of the strategy, a mandate, a goal, an action.

use super::Facts;
use crate::diagnostic::{Diagnostic, codes};
use crate::plan::Period;
use crate::say;

pub fn check(facts: &Facts<'_>, out: &mut Vec<Diagnostic>) {
    let plan = facts.plan;
    let strategy = plan.strategy.iter().filter_map(|strategy| strategy.period.get());
    let mandates = plan.authorities.iter().filter_map(|authority| authority.mandate.get());
    let goals = plan.goals.iter().filter_map(|goal| goal.sheet.period.get());
    for Period { start, end, start_span, end_span } in strategy.chain(mandates).chain(goals) {
        if end.before(start) {
            let (from, to) = (start.say(), end.say());
            out.push(
                Diagnostic::new(
                    &codes::END_BEFORE_START,
                    *end_span,
                    say!("La fin ({}) vient avant le début ({}).", to.fr, from.fr; "The end ({}) comes before the start ({}).", to.en, from.en),
                    say!("Corrigez l'une des deux dates : d'abord le début, puis la fin."; "Correct one of the dates: first the start, then the end."),
                )
                .here(say!("la fin"; "the end"))
                .label(*start_span, say!("le début"; "the start")),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::testing::{found, goals};

    #[test]
    fn flags_and_passes() {
        let period = |period: &str| found(&goals(&format!("goal a \"A\" {{\nperiod {period}\n}}")), "end-before-start").len();
        assert_eq!(period("2028-06 .. 2027-01"), 1);
        assert_eq!(period("2027-06 .. 2027-06"), 0);
        assert_eq!(period("2027-06 .. 2027"), 0, "the year holds days after June");
    }
}
