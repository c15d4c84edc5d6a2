//! Amounts that are not added to the others, or that are added and should not be: in another currency, with and without taxes,
//! in no year and section.

use super::{Facts, called};
use crate::budget;
use crate::diagnostic::{Diagnostic, Say, Within, rules};
use crate::language::Concept;
use crate::language::concepts::money::{TOTAL, funder, line};
use crate::plan::{Entity, Money, Seen, Tax, currency_code};
use crate::say;

pub fn check(facts: &Facts<'_>, part: u32, out: &mut Vec<Diagnostic>) {
    for entity in facts.plan.entities_of(part) {
        match entity.concept() {
            Concept::Budget | Concept::Envelope => {
                let lines = entity.lines_of_money().flat_map(|(of, _)| of.members(line::AMOUNTS));
                foreign(entity, lines.chain(entity.seen(TOTAL.at)), out);
                if entity.is(Concept::Envelope) {
                    out.extend(not_split(entity, || say!("l'enveloppe"; "the envelope")));
                }
            }
            Concept::Funder => foreign(entity, entity.seen(funder::SHARE.at), out),
            _ => {}
        }
    }
    for goal in facts.plan.sheets_of(part).filter(|goal| goal.is_counted()) {
        out.extend(mixed(goal));
        out.extend(goal.budget().is().and_then(|budget| not_split(budget, || called(goal))));
    }
}

/// Once for a block: the first amount in another currency than the plan's.
fn foreign<'a>(of: Entity<'a>, amounts: impl IntoIterator<Item = Seen<'a>>, out: &mut Vec<Diagnostic>) {
    let currency = of.plan.currency();
    let mut others = amounts.into_iter().filter(|seen| seen.money().is_some_and(|money| money.currency != currency));
    let Some((seen, money)) = others.next().and_then(|seen| Some((seen, seen.money()?))) else { return };
    let mut diagnostic = Diagnostic::new(
        &rules::OTHER_CURRENCY,
        seen.span(),
        say!("{money} : dans une autre monnaie que celle du plan, ce montant n'entre dans aucun total."; "{money}: in another currency than the plan's, this amount is in no total.", money),
        say!("Convertissez-le en {ours}, ou changez la `monnaie` de la stratégie."; "Convert it to {ours}, or change the `currency` of the strategy.", ours = currency_code(currency)),
    );
    for other in others {
        diagnostic = diagnostic.label(other.span(), say!("celui-ci aussi"; "this one too"));
    }
    out.push(diagnostic);
}

/// A goal that costs amounts with taxes and without.
fn mixed(goal: Entity<'_>) -> Option<Diagnostic> {
    let amounts: Vec<(Entity<'_>, Money, crate::text::Span)> = goal
        .budget()
        .is()
        .into_iter()
        .flat_map(|budget| budget.lines_of_money())
        .flat_map(|(of, _)| of.members(line::AMOUNTS).filter_map(move |seen| Some((of, seen.money()?, seen.span()))))
        .collect();
    let of = |tax: Tax| amounts.iter().find(|(_, money, _)| money.tax == tax);
    let ((_, _, ht), (_, _, ttc)) = (of(Tax::Ht)?, of(Tax::Ttc)?);
    let called = called(goal);
    Some(
        Diagnostic::new(
            &rules::TAXES_MIXED,
            *ttc,
            say!("{called} additionne des montants hors taxes et toutes taxes comprises."; "{called} adds amounts with and without VAT.", called),
            say!("Donnez-les tous HT, ou tous TTC ; le total imprimé porte les deux mentions."; "Give them all HT, or all TTC; the printed total bears both marks."),
        )
        .here(say!("toutes taxes comprises"; "with VAT"))
        .label(*ht, say!("hors taxes"; "without VAT")),
    )
}

/// A total without section and year: no council can vote it.
fn not_split(budget: Entity<'_>, called: impl Fn() -> Say) -> Option<Diagnostic> {
    let place = budget.seen(TOTAL.at)?.span();
    let lump = budget::own_lumps(budget).into_iter().find(|lump| lump.section.is_none())?;
    Some(Diagnostic::new(
        &rules::TOTAL_NOT_SPLIT,
        place,
        say!("Le total de {called} ({money}) n'est réparti ni par section ni par année."; "The total of {called} ({money}) is split neither by section nor by year.", money = lump.money, called = Within(called())),
        say!("Répartissez-le en `investissement` et `fonctionnement`, année par année, avant le vote."; "Split it into `investment` and `operating`, year by year, before the vote."),
    ))
}

#[cfg(test)]
mod tests {
    use crate::analysis::testing::{found, goals, plan};

    fn count(name: &str, lines: &str) -> usize {
        found(&goals(&format!("goal a \"A\" {{\nbudget {{\n{lines}\n}}\n}}")), name).len()
    }

    #[test]
    fn what_is_not_added_is_told() {
        assert_eq!(count("other-currency", "investment 2027: 10 £, 2028: 5 £"), 1);
        assert_eq!(count("other-currency", "investment 2027: 10 €"), 0);
        assert_eq!(count("taxes-mixed", "investment 2027: 10 € HT\noperating 2027: 10 € TTC"), 1);
        assert_eq!(count("taxes-mixed", "investment 2027: 10 € HT\noperating 2027: 10 €"), 0);
        assert_eq!(count("total-not-split", "total 18 M€"), 1);
        assert_eq!(count("total-not-split", "investment 2027: 18 M€"), 0);
        let envelope = |line: &str| found(&plan(&format!("strategy \"S\" {{\nenvelope {{\n{line}\n}}\n}}\n")), "total-not-split").len();
        assert_eq!([envelope("total 18 M€"), envelope("investment 2027: 18 M€")], [1, 0]);
    }
}
