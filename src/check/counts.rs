//! More is written than is announced. What is announced and not written is a hole.

use super::Facts;
use super::holes::{announced, what_is_announced};
use crate::diagnostic::{Diagnostic, rules};
use crate::language::Concept;
use crate::say;

pub fn check(facts: &Facts<'_>, out: &mut Vec<Diagnostic>) {
    for announces in facts.plan.all(Concept::Announces) {
        let Some((_, written)) = announced(announces).filter(|(count, written)| written > count) else { continue };
        out.push(Diagnostic::new(
            &rules::COUNT_DIFFERS,
            announces.head(),
            say!("Annoncé : {what} ; écrit : {written}."; "Announced: {what}; written: {written}.", what = what_is_announced(announces), written),
            say!("Corrigez le nombre annoncé, ou retirez ce qui est de trop."; "Correct the number announced, or remove what is too much."),
        ));
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::testing::{found, goals, plan};

    #[test]
    fn more_fewer_and_as_many() {
        let count = |announced: u32| {
            let body = format!("announces {announced} actions\ngoal a \"A\" {{\naction \"B\"\naction \"C\"\n}}");
            found(&goals(&body), "count-differs").iter().map(|found| found.message.clone()).collect::<Vec<_>>()
        };
        assert!(count(2).is_empty());
        assert_eq!(count(1), ["Annoncé : 1 action ; écrit : 2."]);
        assert_eq!(count(5), ["Annoncé : 5 actions ; écrit : 2."]);
        let whole = "strategy \"S\" {\nannounces 3 axes\n}\naxis \"A\"\naxis \"B\"\n";
        assert_eq!(found(&plan(whole), "count-differs").len(), 1);
    }
}
