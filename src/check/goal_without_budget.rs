//! A goal with no figure, neither its own nor its actions'.

use super::{Facts, abandoned};
use crate::diagnostic::{Diagnostic, codes};
use crate::say;

pub fn check(facts: &Facts<'_>, out: &mut Vec<Diagnostic>) {
    let plan = facts.plan;
    for goal in plan.goals.iter().filter(|goal| !goal.is_action() && !abandoned(goal)) {
        if goal.sheet.budget.is_some() || goal.actions.iter().any(|action| plan.goal(*action).sheet.budget.is_some()) {
            continue;
        }
        let called = facts.called(goal);
        out.push(Diagnostic::new(
            &codes::GOAL_WITHOUT_BUDGET,
            goal.sheet.header.place(),
            say!("{} n'a pas de budget.", called.fr; "{} has no budget.", called.en),
            say!("Ajoutez un bloc `budget`, même à `0 €` si l'objectif se fait à moyens constants."; "Add a `budget` block, even of `0 €` if it is done with the means at hand."),
        ));
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::testing::{found, goals};

    #[test]
    fn flags_and_passes() {
        let count = |body: &str| found(&goals(&format!("goal a \"A\" {{\n{body}\n}}")), "goal-without-budget").len();
        assert_eq!(count(""), 1);
        assert_eq!(count("budget {\noperating 2027: 0 €\n}"), 0);
        assert_eq!(count("budget {\noops\n}"), 0);
        assert_eq!(count("action b \"B\" {\nbudget {\noperating 2027: 1 €\n}\n}"), 0);
    }
}
