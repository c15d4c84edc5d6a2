//! An owner whom the plan declares and never names. Those of the library are an offer, not a promise.

use rustc_hash::FxHashSet;

use super::Facts;
use crate::diagnostic::{Diagnostic, rules};
use crate::plan::{Entity, EntityId};
use crate::say;

pub fn check(facts: &Facts<'_>, out: &mut Vec<Diagnostic>) {
    let plan = facts.plan;
    let library = |owner: &Entity<'_>| plan.sources.get(owner.head().source).library;
    let own = plan.owners().filter(|owner| owner.name().is_some() && !library(owner)).map(|owner| owner.id);
    let mut forgotten: FxHashSet<EntityId> = own.filter(|id| !plan.mentioned.contains(id)).collect();
    for target in plan.parts.iter().flat_map(|placed| &placed.targets).flatten() {
        if forgotten.remove(target) && forgotten.is_empty() {
            return;
        }
    }
    for owner in plan.owners().filter(|owner| forgotten.contains(&owner.id)) {
        let title = owner.titled();
        out.push(Diagnostic::new(
            &rules::OWNER_WITHOUT_GOAL,
            owner.place(),
            say!("« {title} » ne pilote rien et ne contribue à rien."; "\"{title}\" owns nothing and contributes to nothing.", title),
            say!("Confiez-lui un objectif, nommez-le parmi les contributeurs, ou retirez-le."; "Give it a goal, name it among the contributors, or remove it."),
        ));
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::testing::{found, plan};

    #[test]
    fn flags_and_passes() {
        assert_eq!(found(&plan("owner A \"A\"\n"), "owner-without-goal").len(), 1);
        let named = "owner A \"A\"\naxis x \"X\" {\ngoal g \"G\" {\ncontributors A\n}\n}\n";
        assert!(found(&plan(named), "owner-without-goal").is_empty());
        assert!(found(&plan("use std.roles\n"), "owner-without-goal").is_empty());
    }
}
