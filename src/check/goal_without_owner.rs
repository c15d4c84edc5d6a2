//! A goal or an action that nobody answers for.

use super::{Facts, abandoned};
use crate::diagnostic::{Diagnostic, codes};
use crate::say;

pub fn check(facts: &Facts<'_>, out: &mut Vec<Diagnostic>) {
    for goal in facts.plan.goals.iter().filter(|goal| goal.owner.is_absent() && !abandoned(goal)) {
        let called = facts.called(goal);
        out.push(Diagnostic::new(
            &codes::GOAL_WITHOUT_OWNER,
            goal.sheet.header.place(),
            say!("{} n'a pas de pilote.", called.fr; "{} has no owner.", called.en),
            say!("Ajoutez une ligne `pilote` avec un seul nom, par exemple `pilote DSI`."; "Add an `owner` line with one name, for instance `owner DSI`."),
        ));
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::testing::{found, goals};

    #[test]
    fn flags_and_passes() {
        let count = |body: &str| found(&goals(&format!("goal a \"A\" {{\n{body}\n}}")), "goal-without-owner").len();
        assert_eq!(count(""), 1);
        assert_eq!(count("owner DSI"), 0);
        assert_eq!(count("owner DSY"), 0, "an unknown owner has its own message");
        assert_eq!(count("owner DSI\naction b \"B\" {\n}"), 1);
        assert_eq!(count("status abandoned"), 0);
    }
}
