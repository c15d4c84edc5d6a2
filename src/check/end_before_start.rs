//! A period whose end comes surely before its start: of the strategy, a mandate, a goal, an action.

use super::Facts;
use crate::diagnostic::{Diagnostic, rules};
use crate::language::Concept;
use crate::language::concepts::{authority, strategy};
use crate::plan::Period;
use crate::say;

pub fn check(facts: &Facts<'_>, part: u32, out: &mut Vec<Diagnostic>) {
    let periods = facts.plan.entities_of(part).filter_map(|entity| match entity.concept() {
        Concept::Strategy => entity.is_given(strategy::PERIOD),
        Concept::Authority => entity.is_given(authority::MANDATE),
        Concept::Goal | Concept::Action => entity.period().is(),
        _ => None,
    });
    for Period { start, end, start_span, end_span } in periods {
        if end.before(&start) {
            out.push(
                Diagnostic::new(
                    &rules::END_BEFORE_START,
                    end_span,
                    say!("La fin ({to}) vient avant le début ({from})."; "The end ({to}) comes before the start ({from}).", to = end, from = start),
                    say!("Corrigez l'une des deux dates : d'abord le début, puis la fin."; "Correct one of the dates: first the start, then the end."),
                )
                .here(say!("la fin"; "the end"))
                .label(start_span, say!("le début"; "the start")),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::testing::{found, goals};

    #[test]
    fn flags_and_passes() {
        let period = |period: &str| found(&goals(&format!("goal a \"A\" {{\nperiod {period}\n}}")), "end-before-start").len();
        assert_eq!(period("2028-06 .. 2027-01"), 1);
        assert_eq!(period("2027-06 .. 2027-06"), 0);
        assert_eq!(period("2027-06 .. 2027"), 0, "the year holds days after June");
    }
}
