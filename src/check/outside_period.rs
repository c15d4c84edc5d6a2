//! Dates and budget years surely outside the strategy's period. A baseline may be older: it is measured before.

use super::Facts;
use crate::diagnostic::{Diagnostic, Say, codes};
use crate::plan::{Budget, Field, Period, When};
use crate::say;
use crate::schedule::Source;
use crate::text::Span;

pub fn check(facts: &Facts<'_>, out: &mut Vec<Diagnostic>) {
    let Some(period) = facts.plan.period().filter(|period| !period.end.before(&period.start)) else { return };
    let mut look = |when: &When, span: Span, what: Say| {
        if let Some(diagnostic) = outside(period, when, span, what) {
            out.push(diagnostic);
        }
    };
    for id in facts.plan.goal_ids() {
        let goal = facts.plan.goal(id);
        if let (Field::Given(duration), Some(slot)) = (&goal.sheet.duration, facts.calendar.slot(id))
            && slot.source == Source::Placed
        {
            look(&slot.end, duration.span, say!("La fin calculée"; "The computed end"));
        }
        if let Some(own) = goal.sheet.period.get() {
            look(&own.start, own.start_span, say!("Le début"; "The start"));
            // One date alone is both ends, and one message.
            if own.end_span != own.start_span {
                look(&own.end, own.end_span, say!("La fin"; "The end"));
            }
        }
        for milestone in &goal.sheet.milestones {
            if let Some((when, span)) = milestone.on.get() {
                look(when, *span, say!("Le jalon"; "The milestone"));
            }
        }
        for indicator in &goal.sheet.indicators {
            if let Some((when, span)) = indicator.target.get().and_then(|target| target.on) {
                look(&when, span, say!("La cible"; "The target"));
            }
        }
        for (when, span) in goal.sheet.budget.iter().flat_map(|budget| years(budget, period)) {
            look(&when, span, say!("Le budget de"; "The budget of"));
        }
    }
    let envelope = facts.plan.strategy.as_ref().and_then(|strategy| strategy.envelope.as_ref());
    for (when, span) in envelope.into_iter().flat_map(|envelope| years(envelope, period)) {
        look(&when, span, say!("L'enveloppe de"; "The envelope of"));
    }
}

/// The years of a budget, once for each place where they are written: the one that lies outside, of a range.
fn years<'a>(budget: &'a Budget, period: &'a Period) -> impl Iterator<Item = (When, Span)> + 'a {
    let ranges = budget.amounts.chunk_by(|one, next| one.span == next.span);
    ranges.filter_map(|range| {
        let when = range.iter().filter_map(|amount| When::year(amount.year)).find(|when| period.excludes(when))?;
        Some((when, range[0].span))
    })
}

fn outside(period: &Period, when: &When, span: Span, what: Say) -> Option<Diagnostic> {
    if !period.excludes(when) {
        return None;
    }
    let (date, start, end) = (when.say(), period.start.say(), period.end.say());
    let label = say!("la période de la stratégie : {} – {}", start.fr, end.fr; "the strategy's period: {} – {}", start.en, end.en);
    let (side_fr, side_en) = if when.before(&period.start) { ("précède", "comes before") } else { ("dépasse", "lies past") };
    Some(
        Diagnostic::new(
            &codes::OUTSIDE_PERIOD,
            span,
            say!("{} ({}) {side_fr} la période de la stratégie.", what.fr, date.fr; "{} ({}) {side_en} the strategy's period.", what.en, date.en),
            say!("Ramenez cette date entre {} et {}, ou modifiez la période de la stratégie.", start.fr, end.fr;
                 "Bring this date between {} and {}, or change the strategy's period.", start.en, end.en),
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
        assert_eq!(count("duration 20 years"), 1, "the computed end");
        assert_eq!(count("indicator \"I\" {\nbaseline 1 % on 2020\ntarget 2 % on 2040\n}"), 1, "a baseline may be older");
    }
}
