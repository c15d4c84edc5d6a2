//! A goal that nothing measures.

use super::{Facts, abandoned};
use crate::diagnostic::{Diagnostic, codes};
use crate::say;

pub fn check(facts: &Facts<'_>, out: &mut Vec<Diagnostic>) {
    let plan = facts.plan;
    for goal in plan.goals.iter().filter(|goal| !goal.is_action() && !abandoned(goal)) {
        if !goal.sheet.indicators.is_empty() || goal.actions.iter().any(|action| !plan.goal(*action).sheet.indicators.is_empty()) {
            continue;
        }
        let called = facts.called(goal);
        out.push(Diagnostic::new(
            &codes::GOAL_WITHOUT_INDICATOR,
            goal.sheet.header.place(),
            say!("{} n'a pas d'indicateur.", called.fr; "{} has no indicator.", called.en),
            say!("Ajoutez un bloc `indicateur` : une valeur de départ datée et une cible datée."; "Add an `indicator` block: a dated baseline and a dated target."),
        ));
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::testing::{found, goals};

    #[test]
    fn flags_and_passes() {
        let count = |body: &str| found(&goals(&format!("goal a \"A\" {{\n{body}\n}}")), "goal-without-indicator").len();
        assert_eq!(count(""), 1);
        assert_eq!(count("indicator i \"I\" {\ntarget 80 %\n}"), 0);
        assert_eq!(count("action b \"B\" {\nindicator i \"I\" {\n}\n}"), 0);
    }
}
