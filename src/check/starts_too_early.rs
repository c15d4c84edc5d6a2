//! A goal whose written start comes surely before what it waits for. Dates that overlap by their grain are let be.

use super::Facts;
use crate::diagnostic::{Diagnostic, codes};
use crate::plan::{Anchor, Target};
use crate::say;
use crate::schedule::Source;

pub fn check(facts: &Facts<'_>, out: &mut Vec<Diagnostic>) {
    let plan = facts.plan;
    for id in plan.goal_ids() {
        let goal = plan.goal(id);
        // A goal that its duration places comes after what it waits for; one that its actions date may not.
        let Some(slot) = facts.calendar.slot(id).filter(|slot| slot.source != Source::Placed) else { continue };
        let place = goal.sheet.period.get().map_or(goal.sheet.header.place(), |period| period.start_span);
        for depend in &goal.depends {
            let other = depend.on.goal();
            // In a loop every date is wrong: the loop is the message.
            if facts.graph.knots[id.at()].is_some() && facts.graph.knots[id.at()] == facts.graph.knots[other.at()] {
                continue;
            }
            let Some(awaited) = facts.calendar.awaited(plan, depend) else { continue };
            if slot.start.last >= awaited.first {
                continue;
            }
            let called = facts.called(goal);
            let written = facts.sources.slice(depend.span);
            let (start, when) = (slot.start.say(), awaited.say());
            let header = &plan.goal(other).sheet.header;
            let (moment, awaited_place) = match (depend.on, depend.anchor) {
                (Target::Milestone(goal, at), _) => {
                    let milestone = &plan.goal(goal).sheet.milestones[at as usize];
                    (say!("est atteint"; "is reached"), milestone.on.get().map(|(_, span)| *span))
                }
                (_, Anchor::Start) => (say!("commence"; "starts"), plan.goal(other).sheet.period.get().map(|period| period.start_span)),
                (_, Anchor::End) => (say!("se termine"; "ends"), plan.goal(other).sheet.period.get().map(|period| period.end_span)),
            };
            let delay = depend.delay.map_or_else(Default::default, |delay| {
                say!(" (délai de {} compris)", delay.show(crate::diagnostic::Lang::Fr); " (with a delay of {})", delay.show(crate::diagnostic::Lang::En))
            });
            let computed = facts.calendar.slot(other).is_some_and(|slot| slot.source != Source::Given) && matches!(depend.on, Target::Goal(_));
            let note = if computed { say!("date calculée : {}", when.fr; "computed date: {}", when.en) } else { when.clone() };
            out.push(
                Diagnostic::new(
                    &codes::STARTS_TOO_EARLY,
                    place,
                    say!("{} commence ({}) avant que `{written}` {} ({}){}.", called.fr, start.fr, match moment.fr.as_str() { "est atteint" => "soit atteint", "commence" => "ne commence", _ => "ne se termine" }, when.fr, delay.fr;
                         "{} starts ({}) before `{written}` {} ({}){}.", called.en, start.en, moment.en, when.en, delay.en),
                    say!("Reculez ce début, avancez `{written}`, ou dépendez d'un jalon atteint plus tôt."; "Move this start back, bring `{written}` forward, or depend on a milestone reached earlier."),
                )
                .here(say!("commence ici"; "starts here"))
                .label(depend.span, say!("attend ceci"; "waits for this"))
                .label(awaited_place.unwrap_or(header.place()), note),
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
