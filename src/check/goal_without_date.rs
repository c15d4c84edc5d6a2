//! A goal or an action with neither period nor duration, nor dated actions.

use super::{Facts, abandoned};
use crate::diagnostic::{Diagnostic, codes};
use crate::plan::Goal;
use crate::say;

pub fn check(facts: &Facts<'_>, out: &mut Vec<Diagnostic>) {
    let undated = |goal: &Goal| goal.sheet.period.is_absent() && goal.sheet.duration.is_absent();
    for goal in facts.plan.goals.iter().filter(|goal| undated(goal) && !abandoned(goal)) {
        if goal.actions.iter().any(|action| !undated(facts.plan.goal(*action))) {
            continue;
        }
        let called = facts.called(goal);
        out.push(Diagnostic::new(
            &codes::GOAL_WITHOUT_DATE,
            goal.sheet.header.place(),
            say!("{} n'a pas de date.", called.fr; "{} has no date.", called.en),
            say!("Ajoutez `période 2027-01 .. 2028-06`, ou `durée 18 mois` pour un placement après ses dépendances."; "Add `period 2027-01 .. 2028-06`, or `duration 18 months` to have it placed after its dependencies."),
        ));
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::testing::{found, goals};

    #[test]
    fn flags_and_passes() {
        let count = |body: &str| found(&goals(&format!("goal a \"A\" {{\n{body}\n}}")), "goal-without-date").len();
        assert_eq!(count(""), 1);
        assert_eq!(count("period 2027"), 0);
        assert_eq!(count("duration 3 months"), 0);
        assert_eq!(count("period 2027-13"), 0, "an unreadable date has its own message");
        assert_eq!(count("action b \"B\" {\nperiod 2027\n}"), 0, "its actions date it");
        assert_eq!(count("action b \"B\" {\n}"), 2);
    }
}
