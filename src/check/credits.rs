//! The payment credits of an authorisation, and of each of its revisions, make its total.

use super::Facts;
use crate::diagnostic::{Diagnostic, rules};
use crate::language::concepts::money::{authorisation, revised};
use crate::language::{Amounts, Concept, Key};
use crate::plan::{Entity, Money};
use crate::say;
use crate::text::Span;

pub fn check(facts: &Facts<'_>, part: u32, out: &mut Vec<Diagnostic>) {
    for authorisation in facts.plan.entities_of(part).filter(|entity| entity.is(Concept::Authorisation) && !entity.broken()) {
        let mut total = authorisation.is_given(authorisation::TOTAL);
        out.extend(differs(authorisation, authorisation::CREDITS, total));
        for revision in authorisation.all(Concept::Revised) {
            total = revision.is_given(revised::TOTAL).or(total);
            out.extend(differs(revision, revised::CREDITS, total));
        }
    }
}

fn differs(of: Entity<'_>, credits: Key<Amounts>, total: Option<Money>) -> Option<Diagnostic> {
    let lines = of.members(credits).filter_map(|seen| Some((seen.money()?, seen.years()?, seen.span())));
    let lines: Vec<(Money, (i16, i16, bool), Span)> = lines.collect();
    let sum: Money = lines
        .iter()
        .map(|(money, (first, last, in_all), _)| money.times(if *in_all { 1 } else { (i32::from(*last) - i32::from(*first) + 1).max(1) as usize }))
        .sum();
    let total = total.filter(|total| sum.surely_over(*total) || total.surely_over(sum))?;
    let place = lines.iter().map(|(.., span)| *span).reduce(Span::to)?;
    Some(Diagnostic::new(
        &rules::CREDITS_DIFFER,
        place,
        say!("Les crédits de paiement font {sum}, et l'autorisation {total}."; "The payment credits make {sum}, and the authorisation {total}.", sum, total),
        say!("Corrigez un crédit ou le total : leur somme est l'autorisation."; "Correct a credit or the total: their sum is the authorisation."),
    ))
}

#[cfg(test)]
mod tests {
    use crate::analysis::testing::{found, plan};

    #[test]
    fn flags_and_passes() {
        let count = |lines: &str| found(&plan(&format!("strategy \"S\" {{\nauthorisation \"AP\" {{\n{lines}\n}}\n}}\n")), "credits-differ").len();
        assert_eq!(count("total 30 €\ncredits 2027: 10 €, 2028: 20 €"), 0);
        assert_eq!(count("total 30 €\ncredits 2027 .. 2028: 10 €"), 1);
        assert_eq!(count("total 30 €\ncredits 2027: 30 €\nrevision on 2028 {\ncredits 2027: 10 €, 2028: 10 €\n}"), 1, "the total stays");
        assert_eq!(count("total 30 €\nrevision on 2028 {\ntotal 20 €\ncredits 2027: 10 €, 2028: 10 €\n}"), 0);
        assert_eq!(count("total 30 €"), 0);
    }
}
