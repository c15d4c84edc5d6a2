//! An owner whom the plan declares and never names. Those of the library are an offer, not a promise.

use super::Facts;
use crate::diagnostic::{Diagnostic, codes};
use crate::plan::Partner;
use crate::say;

pub fn check(facts: &Facts<'_>, out: &mut Vec<Diagnostic>) {
    let plan = facts.plan;
    let mut named = vec![false; plan.owners.len()];
    for goal in &plan.goals {
        let partners = goal.partners.iter().filter_map(|partner| match partner {
            Partner::Owner(id) => Some(id),
            Partner::Text(_) => None,
        });
        for id in goal.owner.get().into_iter().chain(&goal.contributors).chain(partners) {
            named[id.value.at()] = true;
        }
    }
    if let Some(strategy) = &plan.strategy {
        for id in strategy.sponsor.get().into_iter().chain(strategy.lead.get()) {
            named[id.value.at()] = true;
        }
    }
    for (owner, named) in plan.owners.iter().zip(named) {
        if named || facts.sources.get(owner.header.span.source).library || owner.header.name.is_none() {
            continue;
        }
        let title = facts.title(&owner.header);
        out.push(Diagnostic::new(
            &codes::OWNER_WITHOUT_GOAL,
            owner.header.place(),
            say!("« {title} » ne pilote rien et ne contribue à rien."; "\"{title}\" owns nothing and contributes to nothing."),
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
