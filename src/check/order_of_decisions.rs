//! An adoption before the opinion that it needs, and work or money dated before the adoption.

use super::Facts;
use crate::diagnostic::{Diagnostic, rules};
use crate::language::Concept;
use crate::language::concepts::decision::{self, DecisionKind};
use crate::plan::{Entity, When};
use crate::say;
use crate::text::Spanned;

/// No more goals in a message.
const SHOWN: usize = 4;

pub fn check(facts: &Facts<'_>, out: &mut Vec<Diagnostic>) {
    let dated = |kind: DecisionKind| {
        facts
            .plan
            .all(Concept::Decision)
            .filter(move |decision| decision.is_given(decision::KIND) == Some(kind))
            .filter_map(move |decision| {
                // Of several days: an adoption is over on the last, an opinion may come from the first on.
                let Spanned { value: on, span } = decision.spanned(decision::ON)?;
                Some((decision, Spanned::new(if kind == DecisionKind::Adoption { on.end } else { on.start }, span)))
            })
    };
    // The adoption of a plan: what came before it may have been adopted too.
    let Some((adoption, adopted)) = dated(DecisionKind::Adoption).min_by_key(|(_, on)| on.value.first) else { return };
    for (opinion, on) in dated(DecisionKind::Opinion).filter(|(_, on)| adopted.value.before(&on.value)) {
        let (title, given, voted) = (opinion.titled(), on.value, adopted.value);
        out.push(
            Diagnostic::new(
                &rules::ADOPTION_BEFORE_OPINION,
                on.span,
                say!("« {title} » est daté du {given}, après l'adoption ({voted})."; "\"{title}\" is dated {given}, after the adoption ({voted}).", title, given, voted),
                say!("Corrigez l'une des deux dates : un avis se rend avant le vote qu'il éclaire."; "Correct one of the dates: an opinion is given before the vote that it informs."),
            )
            .label(adopted.span, say!("l'adoption"; "the adoption")),
        );
    }
    out.extend(begun(facts, adoption, &adopted));
}

/// Work that begins, or money that is spent, before the council has voted.
fn begun(facts: &Facts<'_>, adoption: Entity<'_>, adopted: &Spanned<When>) -> Option<Diagnostic> {
    let early = |goal: &Entity<'_>| {
        let start = goal.bounds()[0].filter(|start| start.value.before(&adopted.value)).map(|start| start.span);
        let spent = || {
            let budget = goal.budget().is()?;
            let mut amounts = budget.amounts().filter(|amount| !amount.money.is_zero());
            let amount = amounts.find(|amount| When::year(amount.first).is_some_and(|year| year.before(&adopted.value)))?;
            Some(budget.span_of_amount(&amount))
        };
        start.or_else(spent)
    };
    let found: Vec<_> = facts.plan.sheets().filter(|goal| goal.is_counted()).filter_map(|goal| Some((goal, early(&goal)?))).collect();
    let (count, first) = (found.len(), found.first()?);
    let (title, when) = (adoption.titled(), adopted.value);
    let message = match count {
        1 => say!("Un objectif ou une action commence ou dépense avant « {title} » ({when})."; "A goal or an action starts or spends before \"{title}\" ({when}).", title, when),
        _ => say!("{count} objectifs ou actions commencent ou dépensent avant « {title} » ({when})."; "{count} goals or actions start or spend before \"{title}\" ({when}).", count, title, when),
    };
    let mut diagnostic = Diagnostic::new(
        &rules::BEFORE_ADOPTION,
        first.1,
        message,
        say!("Reculez-les, ou dites ce qui les autorise : rien n'est voté avant l'adoption."; "Move them back, or tell what authorises them: nothing is voted before the adoption."),
    );
    for (_, span) in found.iter().skip(1).take(SHOWN - 1) {
        diagnostic = diagnostic.label(*span, say!("ici aussi"; "here too"));
    }
    Some(diagnostic.label(adopted.span, say!("l'adoption"; "the adoption")))
}

#[cfg(test)]
mod tests {
    use crate::analysis::testing::{found, plan};

    fn count(name: &str, opinion: &str, adoption: &str, goal: &str) -> usize {
        let text = format!(
            "strategy \"S\" {{\nperiod 2026 .. 2032\ndecision a \"Avis\" on {opinion} {{\nkind opinion\n}}\ndecision b \"Vote\" on {adoption} {{\nkind adoption\n}}\n}}\naxis \"X\" {{\ngoal \"G\" {{\n{goal}\n}}\n}}\n"
        );
        found(&plan(&text), name).len()
    }

    #[test]
    fn flags_and_passes() {
        assert_eq!(count("adoption-before-opinion", "2026-12-15", "2026-12-14", ""), 1);
        assert_eq!(count("adoption-before-opinion", "2026-12", "2026-12-14", ""), 0, "the same month");
        assert_eq!(count("before-adoption", "2026-10", "2026-12-14", "period 2026-11 .. 2027"), 1);
        assert_eq!(count("before-adoption", "2027-01", "2027-02", "budget {\noperating 2026: 1 €\n}"), 1);
        assert_eq!(count("before-adoption", "2026-10", "2026-12-14", "period 2026 .. 2027\nbudget {\noperating 2026: 1 €\n}"), 0, "that year has days after it");
    }
}
