//! A funding plan that brings more than the goal costs.

use super::Facts;
use crate::budget;
use crate::diagnostic::{Diagnostic, Lang, codes};
use crate::plan::Money;
use crate::say;

pub fn check(facts: &Facts<'_>, out: &mut Vec<Diagnostic>) {
    let plan = facts.plan;
    for id in plan.goal_ids() {
        let goal = plan.goal(id);
        let Some(funding) = goal.sheet.funding.as_ref().filter(|funding| !funding.damaged && !funding.lines.is_empty()) else { continue };
        if !budget::complete(plan, goal) {
            continue;
        }
        let cost = budget::cost(plan, id, None);
        let lines: Vec<Money> = funding.lines.iter().map(|line| budget::funded(plan, id, line.share.value)).collect();
        let total: Money = lines.iter().copied().sum();
        if total <= cost {
            continue;
        }
        let called = facts.called(goal);
        let show = |money: Money| (money.show(Lang::Fr), money.show(Lang::En));
        let ((total_fr, total_en), (cost_fr, cost_en), (over_fr, over_en)) = (show(total), show(cost), show(total - cost));
        let mut diagnostic = Diagnostic::new(
            &codes::FUNDING_OVER_COST,
            funding.span,
            say!("{} reçoit {total_fr} pour un coût de {cost_fr}, soit {over_fr} de trop.", called.fr; "{} receives {total_en} for a cost of {cost_en}: {over_en} too much.", called.en),
            say!("Réduisez un financement, ou complétez le budget."; "Reduce a funding, or complete the budget."),
        );
        for (line, money) in funding.lines.iter().zip(&lines) {
            let (fr, en) = show(*money);
            diagnostic = diagnostic.label(line.share.span, crate::diagnostic::Say { fr, en });
        }
        if let Some(budget) = &goal.sheet.budget {
            diagnostic = diagnostic.label(budget.span, say!("coût : {cost_fr}"; "cost: {cost_en}"));
        }
        out.push(diagnostic);
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::testing::{found, goals};

    fn funded(lines: &str) -> usize {
        let body = format!("goal a \"A\" {{\nbudget {{\ninvestment 2027: 100 k€\noperating 2027: 20 k€\n}}\nfunding {{\n{lines}\n}}\n}}");
        found(&goals(&body), "funding-over-cost").len()
    }

    #[test]
    fn amounts_and_shares() {
        assert_eq!(funded("\"DSIL\" 120 k€"), 0);
        assert_eq!(funded("\"DSIL\" 121 k€"), 1);
        assert_eq!(funded("\"DSIL\" 80 k€\n\"FEDER\" 40 % of investment"), 0);
        assert_eq!(funded("\"DSIL\" 80 k€\n\"FEDER\" 41 % of investment"), 1);
        assert_eq!(funded("\"DSIL\" 50 %\n\"FEDER\" 51 % of total"), 1);
    }
}
