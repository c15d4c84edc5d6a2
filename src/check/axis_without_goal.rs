//! An axis that holds neither goal nor action. Where no axis of the plan does, and it says something of itself, the plan has no such level.

use super::Facts;
use crate::diagnostic::{Diagnostic, rules};
use crate::language::Concept;
use crate::plan::Entity;
use crate::say;

pub fn check(facts: &Facts<'_>, out: &mut Vec<Diagnostic>) {
    let no_level = facts.plan.goals.is_empty();
    let lost = |axis: &Entity<'_>| axis.lost(Concept::Goal) || axis.lost(Concept::Action) || axis.broken();
    let says = |axis: &Entity<'_>| axis.present() != 0 || axis.children().next().is_some() || axis.doc().is_some();
    let holds = |axis: &Entity<'_>| axis.children().any(|child| child.is_sheet());
    let fine = |axis: &Entity<'_>| holds(axis) || lost(axis) || (no_level && says(axis));
    for axis in facts.plan.axes().filter(|axis| !fine(axis)) {
        let title = axis.titled();
        out.push(Diagnostic::new(
            &rules::AXIS_WITHOUT_GOAL,
            axis.place(),
            say!("L'axe « {title} » n'a ni objectif ni action."; "The axis \"{title}\" has neither goal nor action.", title),
            say!("Ajoutez-y un `objectif` ou une `action`, ou supprimez l'axe."; "Add a `goal` or an `action` to it, or remove the axis."),
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
        assert!(found(&plan("axis x \"X\" {\naction \"A\"\n}\n"), "axis-without-goal").is_empty());
        let level = "/// Trois pôles.\naxis x \"X\"\n";
        assert!(found(&plan(level), "axis-without-goal").is_empty(), "no axis of the plan holds any");
        assert_eq!(found(&plan(&format!("{level}goal \"A\"\n")), "axis-without-goal").len(), 1);
    }
}
