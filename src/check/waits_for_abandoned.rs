//! Work that waits for what is given up: it would wait for ever.

use super::{Facts, called};
use crate::diagnostic::{Diagnostic, rules};
use crate::language::Concept;
use crate::say;

pub fn check(facts: &Facts<'_>, part: u32, out: &mut Vec<Diagnostic>) {
    for goal in facts.plan.sheets_of(part).filter(|goal| !goal.is_abandoned()) {
        for depend in goal.depends() {
            let awaited = depend.goal();
            let Some(given_up) = [Some(awaited), awaited.holder()].into_iter().flatten().find(|sheet| sheet.is_abandoned()) else { continue };
            let (called, title) = (called(goal), given_up.titled());
            let mut diagnostic = Diagnostic::new(
                &rules::WAITS_FOR_ABANDONED,
                depend.span,
                say!("{called} attend « {title} », qui est abandonné."; "{called} waits for \"{title}\", which is abandoned.", called, title),
                say!("Retirez cette dépendance, ou dépendez de ce qui remplace ce travail."; "Remove this dependency, or depend on what takes the place of that work."),
            );
            diagnostic.part = Some(depend.on.path());
            if let Some(status) = given_up.all(Concept::Status).last() {
                diagnostic = diagnostic.label(status.head(), say!("abandonné ici"; "abandoned here"));
            }
            out.push(diagnostic);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::testing::{found, goals};

    #[test]
    fn flags_and_passes() {
        let count = |status: &str, depends: &str| {
            let text = format!("goal a \"A\" {{\n{status}\nmilestone m \"M\" on 2028\naction c \"C\"\n}}\ngoal b \"B\" {{\ndepends on {depends}\n}}");
            found(&goals(&text), "waits-for-abandoned").len()
        };
        assert_eq!(count("status abandoned", "a"), 1);
        assert_eq!(count("status abandoned", "a.m"), 1);
        assert_eq!(count("status abandoned", "c"), 1, "a part of what is given up");
        assert_eq!(count("status abandoned\nstatus running", "a"), 0, "the last one counts");
        assert_eq!(count("status running", "a"), 0);
    }
}
