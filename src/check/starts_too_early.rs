//! A goal whose written start comes surely before what it waits for. Dates that overlap by their grain are let be.

use super::{Facts, called};
use crate::diagnostic::{Diagnostic, Say, rules};
use crate::language::concepts::goal::milestone;
use crate::plan::When;
use crate::say;
use crate::schedule::Source;

pub fn check(facts: &Facts<'_>, part: u32, out: &mut Vec<Diagnostic>) {
    for goal in facts.plan.sheets_of(part) {
        let id = goal.goal_id();
        // A goal that its duration places comes after what it waits for; one that its actions date may not.
        let Some(slot) = facts.calendar.slot(id).filter(|slot| slot.source != Source::Placed) else { continue };
        // A period that ends before it starts has its own message.
        let backwards = |id| facts.calendar.slot(id).is_some_and(|slot| slot.end.before(&slot.start));
        let place = goal.period().is().map_or(goal.place(), |period| period.start_span);
        for depend in goal.depends() {
            let other = depend.goal();
            // In a loop every date is wrong: the loop is the message.
            let knot = facts.graph.knots[id.at()];
            if (knot.is_some() && knot == facts.graph.knots[other.goal_id().at()]) || backwards(id) || backwards(other.goal_id()) {
                continue;
            }
            let (Some(awaited), Some(moment)) = (facts.calendar.awaited(&depend), facts.calendar.moment(&depend)) else { continue };
            if slot.start.last >= awaited.first {
                continue;
            }
            let called = called(goal);
            let written = facts.plan.sources.slice(depend.span);
            let (start, when) = (slot.start, moment);
            let own = other.period().is();
            let (verb, awaited_place) = if depend.is_milestone() {
                (say!("soit atteint"; "is reached"), depend.on.spanned(milestone::ON).map(|on| on.span))
            } else if depend.start {
                (say!("ne commence"; "starts"), own.map(|period| period.start_span))
            } else {
                (say!("ne se termine"; "ends"), own.map(|period| period.end_span))
            };
            // The moment as it is, and apart from it the first day that a delay leaves.
            let delay = depend.delay.map_or_else(Say::default, |delay| {
                let first = When::day(awaited.last);
                say!(" ; avec un délai de {delay}, pas avant le {first}"; "; with a delay of {delay}, not before {first}", delay, first)
            });
            let computed = !depend.is_milestone() && facts.calendar.slot(other.goal_id()).is_some_and(|slot| slot.source != Source::Given);
            let note = if computed { say!("date calculée : {when}"; "computed date: {when}", when) } else { Say::of(when) };
            out.push(
                Diagnostic::new(
                    &rules::STARTS_TOO_EARLY,
                    place,
                    say!("{called} commence ({start}) avant que `{written}` {verb} ({when}){delay}."; "{called} starts ({start}) before `{written}` {verb} ({when}){delay}.", written, called, start, verb, when, delay),
                    say!("Reculez ce début, avancez `{written}`, ou dépendez d'un jalon atteint plus tôt."; "Move this start back, bring `{written}` forward, or depend on a milestone reached earlier.", written),
                )
                .here(say!("commence ici"; "starts here"))
                .label(depend.span, say!("attend ceci"; "waits for this"))
                .label(awaited_place.unwrap_or(other.place()), note),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::testing::{found, goals};

    fn after(depends: &str, start: &str) -> usize {
        let plan = goals(&format!(
            "goal a \"A\" {{\nperiod 2027-01 .. 2027-06\nmilestone m \"M\" on 2027-03\n}}\ngoal b \"B\" {{\nperiod {start} .. 2028-12\ndepends on {depends}\n}}"
        ));
        found(&plan, "starts-too-early").len()
    }

    #[test]
    fn surely_before_and_not_before() {
        assert_eq!(after("a", "2027-05"), 1);
        assert_eq!(after("a", "2027-06"), 0, "the same month may do");
        assert_eq!(after("a", "2027"), 0, "a year holds days after it");
        assert_eq!(after("a start", "2027-02"), 0);
        assert_eq!(after("a start", "2026-12"), 1);
        assert_eq!(after("a.m", "2027-03"), 0);
        assert_eq!(after("a.m", "2027-02"), 1);
        assert_eq!(after("a + 3 months", "2027-08"), 1);
        assert_eq!(after("a + 3 months", "2027-09"), 0);
    }

    #[test]
    fn a_goal_dated_by_its_actions() {
        let plan = goals(
            "goal a \"A\" {\nperiod 2027 .. 2028\n}\ngoal b \"B\" {\ndepends on a\naction c \"C\" {\nperiod 2027-02 .. 2027-06\n}\n}",
        );
        assert_eq!(found(&plan, "starts-too-early").len(), 1);
    }

    #[test]
    fn a_placed_goal_is_awaited_too() {
        let plan = goals("goal a \"A\" {\nduration 12 months\n}\ngoal b \"B\" {\nperiod 2027-03 .. 2028-12\ndepends on a\n}");
        assert_eq!(found(&plan, "starts-too-early").len(), 1);
    }
}
