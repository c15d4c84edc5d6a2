//! The budgets of a goal's actions are parts of the goal's own budget: they cannot exceed it.

use super::Facts;
use crate::diagnostic::{Diagnostic, Lang, codes};
use crate::plan::{Money, Section};
use crate::say;

pub fn check(facts: &Facts<'_>, out: &mut Vec<Diagnostic>) {
    let plan = facts.plan;
    for goal in plan.goals.iter().filter(|goal| !goal.actions.is_empty()) {
        let Some(budget) = goal.sheet.budget.as_ref().filter(|budget| !budget.damaged) else { continue };
        let parts = || goal.actions.iter().filter_map(|action| plan.goal(*action).sheet.budget.as_ref().map(|budget| (*action, budget)));
        let mut keys: Vec<(Section, i16)> = parts().flat_map(|(_, budget)| budget.amounts.iter().map(|amount| (amount.section, amount.year))).collect();
        keys.sort_unstable();
        keys.dedup();
        for (section, year) in keys {
            let own = budget.amounts.iter().find(|amount| (amount.section, amount.year) == (section, year));
            let whole = own.map_or(Money::ZERO, |amount| amount.money);
            let entries: Vec<_> = parts()
                .flat_map(|(action, budget)| budget.amounts.iter().map(move |amount| (action, amount)))
                .filter(|(_, amount)| (amount.section, amount.year) == (section, year))
                .collect();
            let sum: Money = entries.iter().map(|(_, amount)| amount.money).sum();
            if sum <= whole {
                continue;
            }
            let called = facts.called(goal);
            let mut diagnostic = Diagnostic::new(
                &codes::ACTIONS_OVER_GOAL,
                own.map_or(budget.span, |amount| amount.span),
                say!("{} {year} : les actions demandent {}, mais {} n'en prévoit que {}.", section.show(Lang::Fr), sum.show(Lang::Fr), lower_first(&called.fr), whole.show(Lang::Fr);
                     "{} {year}: the actions ask {}, but {} has only {}.", section.show(Lang::En), sum.show(Lang::En), lower_first(&called.en), whole.show(Lang::En)),
                say!("Augmentez le budget de l'objectif, réduisez celui d'une action, ou retirez le budget de l'objectif : il sera la somme de ses actions.";
                     "Raise the goal's budget, reduce an action's, or remove the goal's: it will be the sum of its actions."),
            )
            .here(say!("l'objectif : {}", whole.show(Lang::Fr); "the goal: {}", whole.show(Lang::En)));
            for (action, amount) in entries {
                let name = facts.name(&plan.goal(action).sheet.header);
                diagnostic = diagnostic.label(amount.span, say!("`{name}` : {}", amount.money.show(Lang::Fr); "`{name}`: {}", amount.money.show(Lang::En)));
            }
            out.push(diagnostic);
        }
    }
}

fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use crate::analysis::testing::{found, goals};

    #[test]
    fn parts_and_whole() {
        let count = |whole: &str, part: &str| {
            let body = format!("goal a \"A\" {{\nbudget {{\ninvestment {whole}\n}}\naction b \"B\" {{\nbudget {{\ninvestment {part}\n}}\n}}\n}}");
            found(&goals(&body), "actions-over-goal").len()
        };
        assert_eq!(count("2027: 10 k€", "2027: 10 k€"), 0);
        assert_eq!(count("2027: 10 k€", "2027: 11 k€"), 1);
        assert_eq!(count("2027: 10 k€", "2028: 1 k€"), 1);
    }
}
