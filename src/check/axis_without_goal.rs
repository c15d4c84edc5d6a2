//! An axis that holds no goal.

use super::Facts;
use crate::diagnostic::{Diagnostic, rules};
use crate::language::Concept;
use crate::say;

pub fn check(facts: &Facts<'_>, part: u32, out: &mut Vec<Diagnostic>) {
    let axes = facts.plan.entities_of(part).filter(|entity| entity.is(Concept::Axis));
    for axis in axes.filter(|axis| axis.all(Concept::Goal).next().is_none() && !axis.lost(Concept::Goal) && !axis.broken()) {
        let title = axis.titled();
        out.push(Diagnostic::new(
            &rules::AXIS_WITHOUT_GOAL,
            axis.place(),
            say!("L'axe « {title} » n'a aucun objectif."; "The axis \"{title}\" has no goal.", title),
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
