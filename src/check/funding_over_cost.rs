//! A funding plan that brings more than the goal costs.

use super::actions_over_goal::lower_first;
use super::{Facts, called};
use crate::budget;
use crate::diagnostic::{Diagnostic, Lang, codes};
use crate::language::concepts::money::funder;
use crate::plan::{Entity, Money, Section, Share};
use crate::say;

pub fn check(facts: &Facts<'_>, part: u32, out: &mut Vec<Diagnostic>) {
    for goal in facts.plan.sheets_of(part) {
        let Some(funding) = goal.funding().is().filter(|_| budget::complete(goal)) else { continue };
        out.extend(funding.funders().filter_map(|line| of_nothing(goal, line)));
        if funding.broken() {
            continue;
        }
        let cost = budget::cost(goal, None);
        let lines: Vec<(Entity<'_>, Money)> = budget::funded(goal).into_iter().filter_map(|(line, money)| Some((line, money?))).collect();
        let total: Money = lines.iter().map(|(_, money)| *money).sum();
        if total <= cost {
            continue;
        }
        let called = called(goal);
        let show = |money: Money| (money.show(Lang::Fr), money.show(Lang::En));
        let ((total_fr, total_en), (cost_fr, cost_en), (over_fr, over_en)) = (show(total), show(cost), show(total - cost));
        let mut diagnostic = Diagnostic::new(
            &codes::FUNDING_OVER_COST,
            funding.keyword(),
            say!("{} reçoit {total_fr} pour un coût de {cost_fr}, soit {over_fr} de trop.", called.fr; "{} receives {total_en} for a cost of {cost_en}: {over_en} too much.", called.en),
            say!("Réduisez un financement, ou complétez le budget."; "Reduce a funding, or complete the budget."),
        );
        for (line, money) in lines {
            let (fr, en) = show(money);
            let place = line.spanned(funder::SHARE).map_or(line.place(), |share| share.span);
            diagnostic = diagnostic.label(place, crate::diagnostic::Say { fr, en });
        }
        if let Some(budget) = goal.budget().is() {
            diagnostic = diagnostic.label(budget.keyword(), say!("coût : {cost_fr}"; "cost: {cost_en}"));
        }
        out.push(diagnostic);
    }
}

/// `10 % of operating` of what has no operating money.
fn of_nothing(goal: Entity<'_>, line: Entity<'_>) -> Option<Diagnostic> {
    let share = line.spanned(funder::SHARE)?;
    let Share::Percent(percent, section) = share.value else { return None };
    if percent.0.is_zero() || !budget::cost(goal, section).is_zero() {
        return None;
    }
    let (title, of) = (line.titled(), section.map_or(say!("coût"; "cost"), |section: Section| {
        let (fr, en) = (section.show(Lang::Fr).to_lowercase(), section.show(Lang::En).to_lowercase());
        say!("coût en {fr}"; "{en} cost")
    }));
    let called = called(goal);
    Some(Diagnostic::new(
        &codes::SHARE_OF_NOTHING,
        share.span,
        say!("« {title} » paie une part de rien : {} n'a pas de {}.", lower_first(&called.fr), of.fr; "\"{title}\" pays a share of nothing: {} has no {}.", lower_first(&called.en), of.en),
        say!("Donnez un montant à la place du pourcentage, changez de section, ou complétez le budget."; "Give an amount in place of the percentage, change the section, or complete the budget."),
    ))
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

    #[test]
    fn a_share_of_nothing() {
        let count = |budget: &str, share: &str| {
            let body = format!("goal a \"A\" {{\nbudget {{\n{budget}\n}}\nfunding {{\n\"R\" {share} sought\n}}\n}}");
            found(&goals(&body), "share-of-nothing").len()
        };
        assert_eq!(count("investment 2027: 100 €", "10 % of operating"), 1);
        assert_eq!(count("investment 2027: 0 €", "10 %"), 1);
        assert_eq!(count("investment 2027: 100 €", "10 % of investment"), 0);
        assert_eq!(count("investment 2027: oops", "10 % of operating"), 0, "what cannot be read may be much");
    }
}
