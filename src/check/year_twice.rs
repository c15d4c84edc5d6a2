//! Two amounts for one year and section of a budget or an envelope: nobody knows which one counts.

use rustc_hash::{FxHashMap, FxHashSet};

use super::Facts;
use crate::diagnostic::{Diagnostic, rules};
use crate::language::Concept;
use crate::plan::{Amount, EntityId, Section};
use crate::say;

pub fn check(facts: &Facts<'_>, part: u32, out: &mut Vec<Diagnostic>) {
    for budget in facts.plan.entities_of(part).filter(|entity| matches!(entity.concept(), Concept::Budget | Concept::Envelope)) {
        if budget.amounts().nth(1).is_none() {
            continue;
        }
        let mut first: FxHashMap<(Section, i16), Amount> = FxHashMap::default();
        let mut told: FxHashSet<(EntityId, EntityId)> = FxHashSet::default();
        for amount in budget.amounts() {
            // Two ranges that overlap are one mistake, however many years they share; so are two lines.
            let taken = amount.years().find_map(|year| first.get(&(amount.section, year)).map(|other| (year, *other)));
            if let Some((year, other)) = taken.filter(|(_, other)| other.line == amount.line || told.insert((other.line, amount.line))) {
                let section = amount.section;
                out.push(
                    Diagnostic::new(
                        &rules::YEAR_TWICE,
                        budget.span_of_amount(&amount),
                        say!("{section} : l'année {year} reçoit deux montants."; "{section}: the year {year} has two amounts.", year, section),
                        say!("Gardez-en un, ou écrivez leur somme."; "Keep one, or write their sum."),
                    )
                    .here(say!("le second"; "the second"))
                    .label(budget.span_of_amount(&other), say!("le premier"; "the first")),
                );
            }
            for year in amount.years() {
                first.entry((amount.section, year)).or_insert(amount);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::testing::{found, goals};

    #[test]
    fn once_a_pair() {
        let count = |lines: &str| found(&goals(&format!("goal a \"A\" {{\nbudget {{\n{lines}\n}}\n}}")), "year-twice").len();
        assert_eq!(count("investment 2027: 1 €, 2027: 2 €"), 1);
        assert_eq!(count("investment 2027: 1 €\noperating 2027: 2 €"), 0);
        assert_eq!(count("investment 2027 .. 2031: 1 €\ninvestment 2028 .. 2030: 2 €"), 1);
    }
}
