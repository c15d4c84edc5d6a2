//! The years that the strategy's title names, against its period.

use super::Facts;
use crate::diagnostic::{Diagnostic, rules};
use crate::say;

pub fn check(facts: &Facts<'_>, out: &mut Vec<Diagnostic>) {
    let Some(strategy) = facts.plan.strategy() else { return };
    let (Some((first, last)), Some(period)) = (years_of(&strategy.titled()), facts.plan.period()) else { return };
    let (start, end) = (period.start.first.year(), period.end.last.year());
    if (first, last) == (start, end) || period.end.before(&period.start) || period.start.about || period.end.about {
        return;
    }
    out.push(
        Diagnostic::new(
            &rules::TITLE_YEARS,
            period.span(),
            say!("Le titre annonce {first}-{last}, et la période va de {start} à {end}."; "The title says {first}-{last}, and the period goes from {start} to {end}.", first, last, start, end),
            say!("Corrigez le titre ou la période : le conseil vote les deux."; "Correct the title or the period: the council votes both."),
        )
        .label(strategy.head(), say!("le titre"; "the title")),
    );
}

/// The years that a title names: `Stratégie numérique 2026-2032`.
pub fn years_of(title: &str) -> Option<(i16, i16)> {
    let numbers = title.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 4);
    let years: Vec<i16> = numbers.filter_map(|digits| digits.parse().ok()).filter(|year| (1900..=2200).contains(year)).collect();
    match years.as_slice() {
        [first, last] if first < last => Some((*first, *last)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::testing::{found, plan};

    #[test]
    fn flags_and_passes() {
        let count = |title: &str, period: &str| {
            found(&plan(&format!("strategy \"{title}\" {{\nperiod {period}\n}}\naxis \"A\" {{\ngoal \"G\"\n}}\n")), "title-years").len()
        };
        assert_eq!(count("Stratégie 2026-2032", "2026-09 .. 2032-03"), 0);
        assert_eq!(count("Stratégie 2026-2032", "2026-09 .. 2031-12"), 1);
        assert_eq!(count("Stratégie 2032", "2026 .. 2031"), 0, "one year says nothing");
        assert_eq!(count("Stratégie", "2026 .. 2031"), 0);
    }
}
