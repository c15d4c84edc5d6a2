//! The values of one indicator: of one dimension, the target after its baseline, a relative target with something to be relative to,
//! and two measures of one date that differ.

use super::Facts;
use crate::diagnostic::{Diagnostic, Lang, Say, rules, two};
use crate::language::Concept;
use crate::language::concepts::indicator::reading;
use crate::plan::{Entity, Figure, Measure, Period, Seen, show_figure};
use crate::say;

pub fn check(facts: &Facts<'_>, part: u32, out: &mut Vec<Diagnostic>) {
    let period = facts.plan.period();
    for indicator in facts.plan.entities_of(part).filter(|entity| entity.is(Concept::Indicator)) {
        let values: Vec<Value<'_>> = indicator.children().filter_map(Value::of).collect();
        out.extend(dimensions(&values));
        let baseline = values.iter().find(|value| value.of.is(Concept::Baseline));
        for target in values.iter().filter(|value| value.of.is(Concept::Target)) {
            // A date outside the strategy has its own message.
            let outside = |due: &Period| period.is_some_and(|period| period.excludes(&due.end));
            if !target.of.is_given(reading::ON).is_some_and(|due| outside(&due)) {
                out.extend(baseline.and_then(|baseline| too_soon(target, baseline)));
            }
            out.extend(relative_to_nothing(target, baseline));
        }
        out.extend(measured_twice(&values));
        out.extend(aimed_twice(&values));
    }
}

struct Value<'a> {
    of: Entity<'a>,
    seen: Seen<'a>,
    figure: Figure,
}

impl<'a> Value<'a> {
    fn of(of: Entity<'a>) -> Option<Value<'a>> {
        if !matches!(of.concept(), Concept::Baseline | Concept::Target | Concept::Measured) {
            return None;
        }
        Some(Value { of, seen: of.seen(reading::VALUE.at)?, figure: of.is_given(reading::VALUE)? })
    }

    fn is_of_the_date_of(&self, other: &Value<'_>) -> bool {
        let date = |value: &Value<'_>| value.of.is_given(reading::ON).map(|on| (on.start, on.end));
        // What could not be read may be another date.
        let unread = |value: &Value<'_>| value.of.get(reading::ON).is_unknown();
        !unread(self) && !unread(other) && date(self) == date(other)
    }

    fn words(&self) -> Say {
        Say::of(two(show_figure(self.seen, None, Lang::Fr), show_figure(self.seen, None, Lang::En)))
    }

    /// Words are of any dimension.
    fn dimension(&self) -> Option<Dimension> {
        Some(match self.figure {
            Figure::Text => return None,
            Figure::Answer(_) => Dimension::Answer,
            Figure::Number(reading) | Figure::Range(reading, _) => match reading.of {
                // `-40 %` of whatever the baseline counts.
                Measure::Percent if reading.relative => return None,
                Measure::Percent => Dimension::Percent,
                Measure::Money(_) => Dimension::Money,
                Measure::Time(_) => Dimension::Time,
                Measure::Plain | Measure::Own => Dimension::Count,
            },
        })
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Dimension {
    Answer,
    Percent,
    Money,
    Time,
    Count,
}

/// Once for an indicator: the first value that cannot be compared with the first.
fn dimensions(values: &[Value<'_>]) -> Option<Diagnostic> {
    let mut known = values.iter().filter_map(|value| Some((value, value.dimension()?)));
    let (first, dimension) = known.next()?;
    let (other, _) = known.find(|(_, other)| *other != dimension)?;
    let (one, two) = (first.words(), other.words());
    Some(
        Diagnostic::new(
            &rules::DIMENSIONS_DIFFER,
            other.seen.span(),
            say!("« {two} » ne se compare pas à « {one} »."; "\"{two}\" cannot be compared with \"{one}\".", two, one),
            say!("Donnez toutes les valeurs de l'indicateur dans la même unité, ou faites-en deux indicateurs."; "Give all values of the indicator in one unit, or make two indicators of it."),
        )
        .label(first.seen.span(), say!("l'autre valeur"; "the other value")),
    )
}

fn too_soon(target: &Value<'_>, baseline: &Value<'_>) -> Option<Diagnostic> {
    let (due, measured) = (target.of.spanned(reading::ON)?, baseline.of.spanned(reading::ON)?);
    let (to, from) = (due.value.end, measured.value.start);
    to.before(&from).then(|| {
        Diagnostic::new(
            &rules::TARGET_TOO_SOON,
            due.span,
            say!("La cible ({to}) vient avant la valeur de départ ({from})."; "The target ({to}) comes before the baseline ({from}).", to, from),
            say!("Corrigez l'une des deux dates."; "Correct one of the dates."),
        )
        .label(measured.span, say!("le départ"; "the baseline"))
    })
}

fn relative_to_nothing(target: &Value<'_>, baseline: Option<&Value<'_>>) -> Option<Diagnostic> {
    let relative = target.figure.reading().is_some_and(|reading| reading.relative);
    // No baseline at all is a hole.
    let words = baseline.is_some_and(|baseline| baseline.figure.reading().is_none());
    (relative && words).then(|| {
        let value = target.words();
        Diagnostic::new(
            &rules::RELATIVE_TO_NOTHING,
            target.seen.span(),
            say!("« {value} » : par rapport à quoi ? La valeur de départ n'est pas chiffrée."; "\"{value}\": compared with what? The baseline is not in figures.", value),
            say!("Donnez au départ une valeur chiffrée, ou une cible qui n'est pas relative."; "Give the baseline a value in figures, or a target that is not relative."),
        )
    })
}

/// Two targets of one date: nobody knows which one is meant.
fn aimed_twice(values: &[Value<'_>]) -> Option<Diagnostic> {
    let targets: Vec<&Value<'_>> = values.iter().filter(|value| value.of.is(Concept::Target)).collect();
    targets.iter().enumerate().find_map(|(at, second)| {
        let first = targets[..at].iter().find(|first| first.is_of_the_date_of(second))?;
        let written = second.of.plan.sources.slice(second.of.keyword());
        Some(
            Diagnostic::new(
                &rules::GIVEN_TWICE,
                second.of.keyword(),
                say!("`{written}` est donné deux fois pour la même date."; "`{written}` is given twice for one date.", written),
                say!("Gardez une seule des deux lignes, ou donnez à chacune sa date."; "Keep one of the two lines, or give each its own date."),
            )
            .here(say!("la seconde fois"; "the second time"))
            .label(first.of.keyword(), say!("la première fois"; "the first time")),
        )
    })
}

/// Two values of one date, by two sources or by a slip.
fn measured_twice(values: &[Value<'_>]) -> Option<Diagnostic> {
    let measured: Vec<&Value<'_>> = values.iter().filter(|value| value.of.is(Concept::Measured)).collect();
    for (at, second) in measured.iter().enumerate() {
        let Some(first) = measured[..at].iter().find(|first| first.is_of_the_date_of(second) && first.of.seen(reading::ON.at).is_some()).filter(|first| first.figure != second.figure) else { continue };
        let (one, two) = (first.words(), second.words());
        return Some(
            Diagnostic::new(
                &rules::MEASURES_DIFFER,
                second.seen.span(),
                say!("Deux mesures de la même date diffèrent : {one} et {two}."; "Two measures of one date differ: {one} and {two}.", one, two),
                say!("Gardez celle qui est vérifiée, ou dites de chacune sa `source`."; "Keep the one that is verified, or tell the `source` of each."),
            )
            .label(first.seen.span(), say!("l'autre mesure"; "the other measure")),
        );
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::analysis::testing::{found, goals};

    fn count(name: &str, lines: &str) -> usize {
        found(&goals(&format!("goal a \"A\" {{\nindicator i \"I\" {{\n{lines}\n}}\n}}")), name).len()
    }

    #[test]
    fn values_of_one_dimension() {
        let differ = |lines: &str| count("dimensions-differ", lines);
        assert_eq!(differ("baseline 12 % on 2026\ntarget 40 on 2028"), 1);
        assert_eq!(differ("baseline 12 on 2026\ntarget 3 days on 2028\nmeasured yes on 2027"), 1, "once for an indicator");
        assert_eq!(differ("baseline 12 \"homes\" on 2026\ntarget 40 on 2028"), 0);
        assert_eq!(differ("baseline 2 weeks on 2026\ntarget under 3 days on 2028"), 0);
        assert_eq!(differ("baseline 200 k€ on 2026\ntarget -40 % on 2028"), 0, "of whatever the baseline counts");
        assert_eq!(differ("baseline no on 2026\ntarget yes on 2028\nmeasured \"soon\" on 2027"), 0);
    }

    #[test]
    fn dates_and_what_is_relative() {
        assert_eq!(count("target-too-soon", "baseline 12 % on 2028\ntarget 40 % on 2027"), 1);
        assert_eq!(count("target-too-soon", "baseline 12 % on 2028\ntarget 40 % on 2028"), 0);
        assert_eq!(count("relative-to-nothing", "baseline \"beaucoup\" on 2026\ntarget -40 % on 2028"), 1);
        assert_eq!(count("relative-to-nothing", "target -40 % on 2028"), 0, "that is a hole");
        assert_eq!(count("relative-to-nothing", "baseline 5 on 2026\ntarget -40 % on 2028"), 0);
    }

    #[test]
    fn two_measures_of_one_date() {
        assert_eq!(count("measures-differ", "measured 8 on 2015\nmeasured 9 on 2015"), 1);
        assert_eq!(count("measures-differ", "measured 8 on 2015\nmeasured 8 on 2015"), 0);
        assert_eq!(count("measures-differ", "measured 8 on 2015\nmeasured 9 on 2016"), 0);
        assert_eq!(count("given-twice", "target 8 on 2027\ntarget 8 on 2027"), 1);
        assert_eq!(count("given-twice", "target 8\ntarget 9"), 1, "neither has a date");
        assert_eq!(count("given-twice", "target 8 on 2027\ntarget 9 on 2028"), 0, "a trajectory");
    }
}
