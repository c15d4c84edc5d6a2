//! Dates and budget years surely outside the strategy's period. A baseline may be older: it is measured before.

use super::Facts;
use crate::diagnostic::{By, Diagnostic, Say, rules, two};
use crate::language::Concept;
use crate::language::concepts::goal::milestone;
use crate::language::concepts::sheet;
use crate::language::concepts::indicator::reading;
use crate::plan::{Amount, Entity, Period, When};
use crate::say;
use crate::schedule::Source;
use crate::text::Span;

pub fn check(facts: &Facts<'_>, part: u32, out: &mut Vec<Diagnostic>) {
    let Some(period) = facts.plan.period().filter(|period| !period.end.before(&period.start)) else { return };
    let mut look = |when: &When, span: Span, fr: &str, en: &str| {
        out.extend(outside(&period, when, span, |date| say!("{what} ({date})"; "{what} ({date})", what = two(fr, en), date)));
    };
    for goal in facts.plan.sheets_of(part) {
        if let (Some(duration), Some(slot)) = (goal.spanned(sheet::DURATION), facts.calendar.slot(goal.goal_id()))
            && slot.source == Source::Placed
        {
            look(&slot.end, duration.span, "La fin calculée", "The computed end");
        }
        if goal.is_outside() {
            continue;
        }
        let [start, end] = goal.bounds();
        let first = start.as_ref().map(|start| start.span);
        if let Some(start) = start {
            look(&start.value, start.span, "Le début", "The start");
        }
        // One date alone is both ends, and one message.
        if let Some(end) = end.filter(|end| Some(end.span) != first) {
            look(&end.value, end.span, "La fin", "The end");
        }
        for on in goal.milestones().filter_map(|milestone| milestone.spanned(milestone::ON)) {
            look(&on.value, on.span, "Le jalon", "The milestone");
        }
        for target in goal.indicators().flat_map(|indicator| indicator.all(Concept::Target)) {
            if let Some(on) = target.spanned(reading::ON) {
                look(&on.value.end, on.span, "La cible", "The target");
            }
        }
    }
    for budget in facts.plan.entities_of(part) {
        let (fr, en) = match budget.concept() {
            Concept::Budget => ("Le budget de", "The budget of"),
            Concept::Envelope => ("L'enveloppe de", "The envelope of"),
            _ => continue,
        };
        for (when, amount) in years(budget, &period) {
            let what = |date: When| say!("{what} {date}"; "{what} {date}", what = two(fr, en), date);
            out.extend(outside(&period, &when, budget.span_of_amount(&amount), what));
        }
    }
}

/// The years of a budget, once for each place where they are written: the one that lies outside, of a range.
fn years<'a>(budget: Entity<'a>, period: &'a Period) -> impl Iterator<Item = (When, Amount)> + 'a {
    let within = period.start.first.year()..=period.end.last.year();
    budget.amounts().filter(move |amount| !(within.contains(&amount.first) && within.contains(&amount.last))).filter_map(|amount| {
        let when = amount.years().filter_map(When::year).find(|when| period.excludes(when))?;
        Some((when, amount))
    })
}

/// `what` names the date in a sentence.
fn outside(period: &Period, when: &When, span: Span, what: impl FnOnce(When) -> Say) -> Option<Diagnostic> {
    if !period.excludes(when) {
        return None;
    }
    let what = what(*when);
    let own = Period { start_span: span, end_span: span, ..*period };
    let all = By(move |lang| own.show(lang));
    let label = say!("la période de la stratégie : {all}"; "the strategy's period: {all}", all);
    let side = if when.before(&period.start) { two("précède", "comes before") } else { two("dépasse", "lies past") };
    Some(
        Diagnostic::new(
            &rules::OUTSIDE_PERIOD,
            span,
            say!("{what} {side} la période de la stratégie."; "{what} {side} the strategy's period.", what, side),
            say!("Choisissez une date dans cette période ({all}), ou modifiez la période de la stratégie."; "Choose a date within that period ({all}), or change the strategy's period.", all),
        )
        .label(period.span(), label),
    )
}

#[cfg(test)]
mod tests {
    use crate::analysis::testing::{found, goals};

    #[test]
    fn every_kind_of_date_on_both_sides() {
        let count = |body: &str| found(&goals(&format!("goal a \"A\" {{\n{body}\n}}")), "outside-period").len();
        assert_eq!(count("period 2026-07 .. 2027-03"), 1, "the start");
        assert_eq!(count("period 2027-07 .. 2032-05"), 1, "the end");
        assert_eq!(count("period 2026 .. 2032"), 0, "these years overlap the period");
        assert_eq!(count("milestone \"M\" on 2033"), 1);
        assert_eq!(count("budget {\ninvestment 2025: 1 k€\noperating 2031 .. 2034: 1 k€\n}"), 2, "one a written amount");
        assert_eq!(count("period 2025-01 .."), 1, "an open end lies nowhere");
        assert_eq!(count("period unknown .. 2040"), 1);
        assert_eq!(count("outside\nperiod 2020 .. 2040"), 0, "somebody else's work");
        assert_eq!(count("duration 20 years"), 1, "the computed end");
        assert_eq!(count("indicator \"I\" {\nbaseline 1 % on 2020\ntarget 2 % on 2040\n}"), 1, "a baseline may be older");
    }
}
