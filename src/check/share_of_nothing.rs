//! A funding line that pays a share of nothing: `10 % of operating` of what has no operating money.

use super::{Facts, called};
use crate::budget;
use crate::diagnostic::{Diagnostic, Say, Within, rules};
use crate::language::concepts::money::funder;
use crate::plan::{Entity, Section, Share};
use crate::say;

pub fn check(facts: &Facts<'_>, part: u32, out: &mut Vec<Diagnostic>) {
    for goal in facts.plan.sheets_of(part) {
        let Some(funding) = goal.funding().is().filter(|_| budget::complete(goal)) else { continue };
        out.extend(funding.funders().filter_map(|line| of_nothing(goal, line)));
    }
}

/// `10 % of operating` of what has no operating money.
fn of_nothing(goal: Entity<'_>, line: Entity<'_>) -> Option<Diagnostic> {
    let share = line.spanned(funder::SHARE)?;
    let Share::Percent(percent, section) = share.value else { return None };
    if percent.0.is_zero() || line.seen(funder::OF.at).is_some() || !budget::costs_nothing(goal, section) {
        return None;
    }
    let (title, of) = (line.titled(), section.map_or(say!("coût"; "cost"), |section: Section| {
        say!("coût en {section}"; "{section} cost", section = Within(Say::of(section)))
    }));
    let called = called(goal);
    Some(Diagnostic::new(
        &rules::SHARE_OF_NOTHING,
        share.span,
        say!("« {title} » paie une part de rien : {called} n'a pas de {of}."; "\"{title}\" pays a share of nothing: {called} has no {of}.", title, called = Within(called), of),
        say!("Donnez un montant à la place du pourcentage, changez de section, ou complétez le budget."; "Give an amount in place of the percentage, change the section, or complete the budget."),
    ))
}

#[cfg(test)]
mod tests {
    use crate::analysis::testing::{found, goals};

    fn funded(lines: &str) -> usize {
        let body = format!("goal a \"A\" {{\nbudget {{\ninvestment 2027: 100 k€\noperating 2027: 20 k€\n}}\nfunding {{\n{lines}\n}}\n}}");
        found(&goals(&body), "FIN-06").len()
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
