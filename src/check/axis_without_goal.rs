//! An axis that holds no goal.

use super::Facts;
use crate::diagnostic::{Diagnostic, codes};
use crate::say;

pub fn check(facts: &Facts<'_>, out: &mut Vec<Diagnostic>) {
    for axis in facts.plan.axes.iter().filter(|axis| axis.goals.is_empty()) {
        let title = facts.title(&axis.header);
        out.push(Diagnostic::new(
            &codes::AXIS_WITHOUT_GOAL,
            axis.header.place(),
            say!("L'axe « {title} » n'a aucun objectif."; "The axis \"{title}\" has no goal."),
            say!("Ajoutez-y un `objectif`, ou supprimez l'axe."; "Add a `goal` to it, or remove the axis."),
        ));
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::testing::{found, plan};

    #[test]
    fn flags_and_passes() {
        assert_eq!(found(&plan("axis x \"X\" {\n}\n"), "axis-without-goal").len(), 1);
        assert!(found(&plan("axis x \"X\" {\ngoal a \"A\" {\n}\n}\n"), "axis-without-goal").is_empty());
    }
}
