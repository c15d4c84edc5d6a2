//! An action or a milestone surely outside its own goal's period.

use super::Facts;
use crate::diagnostic::{Diagnostic, Two, rules, two};
use crate::language::concepts::goal::milestone;
use crate::plan::{Entity, Period, When};
use crate::say;
use crate::text::Span;

pub fn check(facts: &Facts<'_>, part: u32, out: &mut Vec<Diagnostic>) {
    for goal in facts.plan.sheets_of(part) {
        // A milestone lies in the goal or action that holds it, an action in its goal.
        if let Some(own) = goal.period().is() {
            for milestone in goal.milestones() {
                if let Some(on) = milestone.spanned(milestone::ON) {
                    out.extend(outside(facts, goal, &own, &on.value, on.span, two("Le jalon", "The milestone")));
                }
            }
        }
        let Some(parent) = goal.parent().filter(|_| goal.is_action()) else { continue };
        let (Some(whole), Some(own)) = (parent.period().is(), goal.period().is()) else { continue };
        out.extend(outside(facts, parent, &whole, &own.start, own.start_span, two("Le début de l'action", "The action's start")));
        if own.end_span != own.start_span {
            out.extend(outside(facts, parent, &whole, &own.end, own.end_span, two("La fin de l'action", "The action's end")));
        }
    }
}

fn outside(facts: &Facts<'_>, goal: Entity<'_>, period: &Period, when: &When, span: Span, what: Two) -> Option<Diagnostic> {
    // A period that ends before it starts has its own message, and so has a date outside the strategy altogether.
    let said_already = period.end.before(&period.start) || facts.plan.period().is_some_and(|all| !all.end.before(&all.start) && all.excludes(when));
    if said_already || !period.excludes(when) {
        return None;
    }
    let title = goal.titled();
    let side = if when.before(&period.start) { two("précède", "comes before") } else { two("dépasse", "lies past") };
    Some(
        Diagnostic::new(
            &rules::OUTSIDE_GOAL,
            span,
            say!("{what} ({date}) {side} la période de « {title} »."; "{what} ({date}) {side} the period of \"{title}\".", title, what, date = *when, side),
            say!("Corrigez cette date, ou élargissez la période de « {title} »."; "Correct this date, or widen the period of \"{title}\".", title),
        )
        .label(period.span(), say!("sa période"; "its period")),
    )
}

#[cfg(test)]
mod tests {
    use crate::analysis::testing::{found, goals};

    #[test]
    fn actions_and_milestones() {
        let count = |body: &str| found(&goals(&format!("goal a \"A\" {{\nperiod 2028-03 .. 2029\n{body}\n}}")), "outside-goal").len();
        assert_eq!(count("action b \"B\" {\nperiod 2028 .. 2029-12\n}"), 0, "2028 holds days within");
        assert_eq!(count("action b \"B\" {\nperiod 2028-01 .. 2030-01\n}"), 2);
        assert_eq!(count("action b \"B\" {\nperiod 2027\n}"), 1, "one date, one message");
        assert_eq!(count("milestone m \"M\" on 2030"), 1);
        assert_eq!(count("milestone m \"M\" on 2029-12-31"), 0);
    }
}
