//! An action or a milestone surely outside its own goal's dates, as written or as computed.

use jiff::civil::Date;

use super::Facts;
use crate::diagnostic::{Diagnostic, Two, rules, two};
use crate::language::concepts::goal::milestone;
use crate::language::concepts::sheet;
use crate::plan::{Entity, Period, When};
use crate::say;
use crate::schedule::Source;
use crate::text::{Span, Spanned};

pub fn check(facts: &Facts<'_>, part: u32, out: &mut Vec<Diagnostic>) {
    for goal in facts.plan.sheets_of(part) {
        let own = Bounds::of(facts, goal);
        // A milestone lies in the goal or action that holds it, an action in its goal.
        if let Some(own) = &own {
            for milestone in goal.milestones() {
                if let Some(on) = milestone.spanned(milestone::ON) {
                    out.extend(outside(facts, own, &on.value, on.span, two("Le jalon", "The milestone"), None));
                }
            }
        }
        let Some(parent) = goal.parent().filter(|_| !goal.is_outside()) else { continue };
        let (Some(whole), Some(own)) = (Bounds::of(facts, parent), own) else { continue };
        let (start, end) = match own.computed {
            true if goal.is_action() => (two("Le début calculé de l'action", "The action's computed start"), two("La fin calculée de l'action", "The action's computed end")),
            false if goal.is_action() => (two("Le début de l'action", "The action's start"), two("La fin de l'action", "The action's end")),
            true => (two("Le début calculé de l'objectif", "The goal's computed start"), two("La fin calculée de l'objectif", "The goal's computed end")),
            false => (two("Le début de l'objectif", "The goal's start"), two("La fin de l'objectif", "The goal's end")),
        };
        let chain = own.computed.then_some(goal);
        let found = outside(facts, &whole, &own.start, own.start_span, start, chain);
        // Of what is computed one message is enough, and of one date.
        let both = !own.computed && own.end_span != own.start_span;
        if found.is_none() || both {
            out.extend(outside(facts, &whole, &own.end, own.end_span, end, chain));
        }
        out.extend(found);
    }
}

/// When a goal or an action takes place, as written or as placed by its duration.
struct Bounds<'a> {
    of: Entity<'a>,
    start: When,
    end: When,
    start_span: Span,
    end_span: Span,
    computed: bool,
}

impl<'a> Bounds<'a> {
    /// An axis may have a period of its own.
    fn of(facts: &Facts<'_>, goal: Entity<'a>) -> Option<Bounds<'a>> {
        if let Some(Period { start, end, start_span, end_span }) = goal.period().is() {
            return Some(Bounds { of: goal, start, end, start_span, end_span, computed: false });
        }
        if let [start, end] = goal.bounds()
            && let Some(span) = start.as_ref().or(end.as_ref()).map(|known| known.span)
        {
            // An end that is not written lies nowhere.
            let far = |date| When::day(date);
            let at = |known: Option<Spanned<When>>, far| known.map_or((far, span), |known| (known.value, known.span));
            let ((start, start_span), (end, end_span)) = (at(start, far(Date::MIN)), at(end, far(Date::MAX)));
            return Some(Bounds { of: goal, start, end, start_span, end_span, computed: false });
        }
        let slot = Some(goal).filter(|goal| goal.is_sheet()).and_then(|goal| facts.calendar.slot(goal.goal_id()));
        let slot = slot.filter(|slot| slot.source == Source::Placed)?;
        let span = goal.spanned(sheet::DURATION)?.span;
        Some(Bounds { of: goal, start: slot.start, end: slot.end, start_span: span, end_span: span, computed: true })
    }

    fn excludes(&self, when: &When) -> bool {
        when.before(&self.start) || self.end.before(when)
    }
}

/// `placed`: whose computed date it is.
fn outside(facts: &Facts<'_>, whole: &Bounds<'_>, when: &When, span: Span, what: Two, placed: Option<Entity<'_>>) -> Option<Diagnostic> {
    // A period that ends before it starts has its own message, and so has a date outside the strategy altogether.
    let said_already = whole.end.before(&whole.start) || facts.plan.period().is_some_and(|all| !all.end.before(&all.start) && all.excludes(when));
    if said_already || !whole.excludes(when) {
        return None;
    }
    let title = whole.of.titled();
    let side = if when.before(&whole.start) { two("précède", "comes before") } else { two("dépasse", "lies past") };
    let mut help = say!("Corrigez cette date, ou élargissez la période de « {title} »."; "Correct this date, or widen the period of \"{title}\".", title);
    if let Some(chain) = placed.and_then(|placed| chain(facts, placed)) {
        help = help.and(say!("Elle est placée après {chain}."; "It is placed after {chain}.", chain));
    }
    let label = match whole.computed {
        false => say!("sa période"; "its period"),
        true => {
            let (start, end) = (whole.start, whole.end);
            say!("dates calculées : {start} – {end}"; "computed dates: {start} – {end}", start, end)
        }
    };
    Some(
        Diagnostic::new(
            &rules::OUTSIDE_GOAL,
            span,
            say!("{what} ({date}) {side} la période de « {title} »."; "{what} ({date}) {side} the period of \"{title}\".", title, what, date = *when, side),
            help,
        )
        .label(whole.start_span.to(whole.end_span), label),
    )
}

/// What placed it where it is, one behind the other: `« Socle », « Marché »`.
fn chain(facts: &Facts<'_>, placed: Entity<'_>) -> Option<String> {
    /// No more of them in a message.
    const SHOWN: usize = 5;
    let mut names = Vec::new();
    let mut at = placed;
    while names.len() < SHOWN {
        let start = facts.calendar.slot(at.goal_id()).filter(|slot| slot.source == Source::Placed).map(|slot| slot.start.first);
        let Some(start) = start else { break };
        let Some(depend) = facts.calendar.waits(at).find(|depend| facts.calendar.possible(depend) == Some(start)) else { break };
        names.push(format!("`{}`", depend.on.path()));
        at = depend.goal();
    }
    (!names.is_empty()).then(|| names.join(", "))
}

#[cfg(test)]
mod tests {
    use crate::analysis::testing::{found, goals, plan};

    #[test]
    fn actions_and_milestones() {
        let count = |body: &str| found(&goals(&format!("goal a \"A\" {{\nperiod 2028-03 .. 2029\n{body}\n}}")), "outside-goal").len();
        assert_eq!(count("action b \"B\" {\nperiod 2028 .. 2029-12\n}"), 0, "2028 holds days within");
        assert_eq!(count("action b \"B\" {\nperiod 2028-01 .. 2030-01\n}"), 2);
        assert_eq!(count("action b \"B\" {\nperiod 2027\n}"), 1, "one date, one message");
        assert_eq!(count("milestone m \"M\" on 2030"), 1);
        assert_eq!(count("milestone m \"M\" on 2029-12-31"), 0);
        assert_eq!(count("action b \"B\" {\nperiod 2028-01 ..\n}"), 1, "an open end lies nowhere");
        assert_eq!(count("action b \"B\" {\nperiod 2029 ..\nmilestone m \"M\" on 2028-06\n}"), 1);
        assert_eq!(count("action b \"B\" {\nduration 3 years\n}"), 1, "a computed end past it");
    }

    #[test]
    fn an_axis_may_have_a_period() {
        let text = "strategy \"S\" {\nperiod 2026 .. 2032\n}\naxis x \"X\" {\nperiod 2027 .. 2028\ngoal a \"A\" {\nperiod 2027 .. 2029\n}\n}\n";
        assert_eq!(found(&plan(text), "outside-goal").len(), 1);
    }

    #[test]
    fn what_is_computed_contradicts_too() {
        let placed = "goal a \"A\" {\nduration 6 months\naction b \"B\" {\nperiod 2028-01 .. 2028-06\n}\nmilestone m \"M\" on 2029\n}";
        assert_eq!(found(&goals(placed), "outside-goal").len(), 3, "written work and a milestone outside a placed goal");
        let chain = "goal a \"A\" {\nperiod 2027 .. 2028\naction first \"X\" {\nduration 20 months\n}\naction second \"Y\" {\nduration 8 months\ndepends on first\n}\n}";
        let plan = goals(chain);
        let help = plan.diagnostics.iter().find(|found| found.rule.name == "outside-goal").expect("told").help.show(crate::diagnostic::Lang::En);
        assert!(help.contains("after `first`"), "{help}");
    }
}
