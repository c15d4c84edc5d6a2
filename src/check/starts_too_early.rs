//! A moment of a goal, its start, its end or one of its milestones, that comes surely before what it waits for. Dates that overlap by
//! their grain are let be.

use super::{Facts, called};
use crate::diagnostic::{Diagnostic, Lang, Say, rules};
use crate::language::concepts::goal::milestone;
use crate::language::{Word, named};
use crate::plan::{Moment, When};
use crate::say;
use crate::schedule::Source;

pub fn check(facts: &Facts<'_>, part: u32, out: &mut Vec<Diagnostic>) {
    for goal in facts.plan.sheets_of(part) {
        let id = goal.goal_id();
        // A goal that its duration places comes after what it waits for; one that its actions date may not.
        let Some(slot) = facts.calendar.slot(id) else { continue };
        // A period that ends before it starts has its own message.
        let backwards = |id| facts.calendar.slot(id).is_some_and(|slot| slot.end.before(&slot.start));
        let place = |end: usize| goal.bounds()[end].as_ref().map_or(goal.place(), |known| known.span);
        for depend in goal.depends() {
            let other = depend.goal();
            // In a loop every date is wrong: the loop is the message.
            let knot = facts.graph.knots[id.at()];
            if (knot.is_some() && knot == facts.graph.knots[other.goal_id().at()]) || backwards(id) || backwards(other.goal_id()) {
                continue;
            }
            let (Some(awaited), Some(moment)) = (facts.calendar.awaited(&depend), facts.calendar.moment(&depend)) else { continue };
            let waiting = match depend.waits {
                Moment::Start | Moment::End if slot.source == Source::Placed => continue,
                // A start or an end that is not written comes neither too early nor too late.
                Moment::Start if slot.open[0] => continue,
                Moment::End if slot.open[1] => continue,
                Moment::Start => Some((slot.start, place(0))),
                Moment::End => Some((slot.end, place(1))),
                Moment::Milestone(own) => own.spanned(milestone::ON).map(|on| (on.value, on.span)),
            };
            let Some((start, place)) = waiting.filter(|(waiting, _)| waiting.before(&awaited)) else { continue };
            let called = called(goal);
            let written = facts.plan.sources.slice(depend.span);
            let when = moment;
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
            let (does, help, here) = match depend.waits {
                Moment::Start => (
                    say!("{called} commence"; "{called} starts", called),
                    say!("Reculez ce début, avancez `{written}`, ou dépendez d'un jalon atteint plus tôt."; "Move this start back, bring `{written}` forward, or depend on a milestone reached earlier.", written),
                    say!("commence ici"; "starts here"),
                ),
                Moment::End => (
                    say!("{called} se termine"; "{called} ends", called),
                    say!("Reculez cette fin, ou avancez `{written}`."; "Move this end back, or bring `{written}` forward.", written),
                    say!("se termine ici"; "ends here"),
                ),
                Moment::Milestone(own) => {
                    let title = own.titled();
                    (
                        say!("{called} : le jalon « {title} » est atteint"; "{called}: the milestone \"{title}\" is reached", called, title),
                        say!("Reculez ce jalon, ou avancez `{written}`."; "Move this milestone back, or bring `{written}` forward.", written),
                        say!("atteint ici"; "reached here"),
                    )
                }
            };
            let mut diagnostic = Diagnostic::new(
                &rules::STARTS_TOO_EARLY,
                place,
                say!("{does} ({start}) avant que `{written}` {verb} ({when}){delay}."; "{does} ({start}) before `{written}` {verb} ({when}){delay}.", does, start, written, verb, when, delay),
                help,
            )
            .here(here)
            .label(depend.span, say!("attend ceci"; "waits for this"))
            .label(awaited_place.unwrap_or(other.place()), note);
            diagnostic.part = Some(depend.on.path());
            // Where its end comes late enough, that may be all that waits.
            if matches!(depend.waits, Moment::Start) && !depend.start && depend.delay.is_none() && slot.end.last >= awaited.last {
                let (fr, en) = ([Word::For, Word::End].map(|word| named(word, Lang::Fr)), [Word::For, Word::End].map(|word| named(word, Lang::En)));
                let french = facts.plan.language().unwrap_or_default() == Lang::Fr;
                let words = if french { fr } else { en }.join(" ");
                diagnostic.help = diagnostic.help.and(say!("Si seule sa fin l'attend, écrivez `{written} {words}`."; "If only its end waits for it, write `{written} {words}`.", written, words));
                let text = format!("{written} {words}");
                diagnostic = diagnostic.fix(say!("Écrire `{text}`"; "Write `{text}`", text), depend.span, text.clone());
            }
            out.push(diagnostic);
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
    fn only_the_end_or_a_milestone_waits() {
        assert_eq!(after("a for end", "2027-01"), 0, "only its end waits");
        let two = |rest: &str| {
            let text = format!("goal a \"A\" {{\nperiod 2027-01 .. 2028-06\n}}\ngoal b \"B\" {{\nperiod 2027-02 .. 2027-12\nmilestone m \"M\" on 2027-10\n{rest}\n}}");
            found(&goals(&text), "starts-too-early").len()
        };
        assert_eq!(two("depends on a for end"), 1, "its end comes before");
        assert_eq!(two("depends on a start for m"), 0);
        assert_eq!(two("depends on a for m"), 1);
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
