//! A plan without a strategy, and a strategy without a period or an envelope.

use super::Facts;
use crate::diagnostic::{Diagnostic, codes};
use crate::say;
use crate::text::{SourceId, Span};

pub fn check(facts: &Facts<'_>, out: &mut Vec<Diagnostic>) {
    let Some(strategy) = &facts.plan.strategy else {
        out.push(Diagnostic::new(
            &codes::NO_STRATEGY,
            Span::new(SourceId(0), 0, 0),
            say!("Ce plan ne déclare aucune stratégie."; "This plan declares no strategy."),
            say!("Ajoutez dans ce fichier : `stratégie \"Titre\" {{`, sa collectivité, sa période et son enveloppe, puis `}}`."; "Add to this file: `strategy \"Title\" {{`, its authority, period and envelope, then `}}`."),
        ));
        return;
    };
    let place = strategy.header.span;
    if strategy.period.is_absent() {
        out.push(Diagnostic::new(
            &codes::STRATEGY_WITHOUT_PERIOD,
            place,
            say!("La stratégie n'a pas de période."; "The strategy has no period."),
            say!("Ajoutez `période 2026-09 .. 2032-03`."; "Add `period 2026-09 .. 2032-03`."),
        ));
    }
    if strategy.authority.is_absent() && facts.plan.authorities.len() > 1 {
        let mut diagnostic = Diagnostic::new(
            &codes::STRATEGY_WITHOUT_AUTHORITY,
            place,
            say!("La stratégie ne dit pas quelle collectivité la porte."; "The strategy does not say whose it is."),
            say!("Ajoutez une ligne `collectivité` avec le nom de l'une d'elles."; "Add an `authority` line with the name of one of them."),
        );
        for authority in &facts.plan.authorities {
            diagnostic = diagnostic.label(authority.header.place(), say!("déclarée ici"; "declared here"));
        }
        out.push(diagnostic);
    }
    if strategy.envelope.is_none() {
        out.push(Diagnostic::new(
            &codes::STRATEGY_WITHOUT_ENVELOPE,
            place,
            say!("La stratégie n'a pas d'enveloppe."; "The strategy has no envelope."),
            say!("Ajoutez un bloc `enveloppe` : les montants que le conseil alloue, par section et par année."; "Add an `envelope` block: what the council allots, by section and year."),
        ));
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::testing::{found, plan};

    #[test]
    fn each_missing_piece_is_named() {
        assert_eq!(found(&plan("axis x \"X\" {\n}\n"), "no-strategy").len(), 1);
        let two = "strategy \"S\" {\n}\nauthority a \"A\" {\n}\nauthority b \"B\" {\n}\n";
        assert_eq!(found(&plan(two), "strategy-without-authority").len(), 1);
        let bare = plan("strategy \"S\" {\n}\n");
        assert_eq!(found(&bare, "strategy-without-period").len(), 1);
        assert_eq!(found(&bare, "strategy-without-envelope").len(), 1);
        assert!(found(&plan("strategy \"S\" {\nperiod oops\n}\n"), "strategy-without-period").is_empty(), "unreadable is not absent");
    }
}
