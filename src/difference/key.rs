//! What a finding is, wherever it stands: its rule and the thing that it is about. A line above it, or another file, does not change that.

use rustc_hash::FxHashMap;

use crate::analysis::Analysis;
use crate::diagnostic::{Diagnostic, Lang};
use crate::language::Concept;
use crate::plan::Entity;
use crate::text::Span;

/// Of each finding, in order. Where two are of one rule and about one thing, the second is numbered.
pub fn keys(analysis: &Analysis) -> Vec<String> {
    let mut known: FxHashMap<String, u32> = FxHashMap::default();
    let numbered = |found: &Diagnostic| {
        let key = key_of(analysis, found);
        let count = known.entry(key.clone()).or_default();
        *count += 1;
        if *count == 1 { key } else { format!("{key} #{count}") }
    };
    analysis.diagnostics.iter().map(numbered).collect()
}

/// `CPL-01 goal guichet`, `E0204 goal guichet status`, `FIN-01 strategy 2028 investment`; of what stands in nothing that has a name, the
/// file: `E0101 plan.dsl`.
pub fn key_of(analysis: &Analysis, found: &Diagnostic) -> String {
    let plan = &analysis.plan;
    let subject = found.subject.or_else(|| plan.subject_at(found.span()));
    let thing = subject.and_then(|subject| plan.entities().find(|entity| entity.keyword() == subject.place));
    let Some(thing) = thing.or_else(|| around(analysis, found.span())) else {
        let file = analysis.sources.get(found.span().source).name.rsplit('/').next().unwrap_or_default();
        return format!("{} {file}", found.rule.id);
    };
    let field = subject.and_then(|subject| subject.field).map(str::to_owned);
    // Of an amount, its year: it begins with it.
    let year = || {
        let amounts = matches!(thing.concept(), Concept::Investment | Concept::Operating);
        let words = amounts.then(|| analysis.sources.slice(found.span()))?;
        words.split(|c: char| !c.is_ascii_digit()).find(|word| word.len() == 4).map(str::to_owned)
    };
    // There is one strategy: its title is no part of what it is.
    let path = if is_the_plan(thing) { None } else { Some(path(thing)) };
    let kind = thing.concept_row().spelling(Lang::En).to_owned();
    let part = found.part.clone().or_else(year);
    [Some(found.rule.id.to_owned()), Some(kind), path, field, part].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn is_the_plan(thing: Entity<'_>) -> bool {
    matches!(thing.concept(), Concept::Strategy | Concept::Authority) && thing.parent().is_none()
}

/// The thing in whose block a place is.
fn around(analysis: &Analysis, span: Span) -> Option<Entity<'_>> {
    analysis.plan.entities().filter(|entity| entity.whole().contains(span.source, span.start)).last()
}

/// How it is named, with what holds it where it has no name of its own.
fn path(thing: Entity<'_>) -> String {
    match (thing.name(), thing.parent()) {
        (Some(_), _) => thing.path(),
        (None, Some(parent)) => format!("{}/{}", path(parent), own(thing)),
        (None, None) => own(thing),
    }
}

fn own(thing: Entity<'_>) -> String {
    match thing.is_called() && !is_the_plan(thing) {
        true => thing.titled().into_owned(),
        false => {
            let alike = |other: &Entity<'_>| other.concept() == thing.concept() && other.id.at < thing.id.at;
            let before = thing.parent().map_or(0, |parent| parent.children().filter(alike).count());
            let word = thing.concept_row().spelling(Lang::En);
            if before == 0 { word.to_owned() } else { format!("{word} {}", before + 1) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::testing::plan;

    #[test]
    fn a_key_stays_where_lines_move() {
        let text = "use std.roles\nstrategy \"S\" {\n}\naxis x \"X\" {\n  goal g \"G\" {\n    budget {\n      investment 2027: x\n    }\n    owner NOBODY\n  }\n  goal \"No name\" {\n  }\n}\n";
        let before = keys(&plan(text));
        assert!(before.contains(&"CPL-04 goal g".to_owned()) && before.contains(&"CPL-01 goal x/No name".to_owned()), "{before:?}");
        assert!(before.contains(&"E0301 goal g owner".to_owned()), "{before:?}");
        let mut twice = before.clone();
        twice.sort();
        twice.dedup();
        assert_eq!(twice.len(), before.len(), "no two findings have one key");
        let mut after = keys(&plan(&text.replace("axis x", "// a\n\n\n// b\naxis x").replace("    owner", "    /// Text.\n    owner")));
        after.retain(|key| !key.starts_with("E0108"));
        assert_eq!(before, after);
    }
}
