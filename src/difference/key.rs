//! What a finding is, wherever it stands: its rule, the thing that it is about, and the word where it is about one. A line above it, or
//! another file, does not change that.

use rustc_hash::FxHashMap;

use super::pairs::Pairs;
use crate::analysis::Analysis;
use crate::diagnostic::{Diagnostic, Lang, Rule, rules};
use crate::language::Concept;
use crate::language::concepts::{usage, waiver};
use crate::plan::Entity;
use crate::text::Span;
use crate::text::typography::shortened;

/// Rules that speak of one word where several may stand: the word belongs to what their finding is.
static OF_A_WORD: &[&Rule] = &[
    &rules::UNKNOWN_KEYWORD,
    &rules::MISPLACED_KEYWORD,
    &rules::UNKNOWN_VALUE,
    &rules::NAMED_TWICE,
    &rules::NEAR_WORD,
    &rules::UNKNOWN_NAME,
    &rules::WRONG_KIND,
    &rules::NO_SUCH_FIELD,
];

/// How an older version's things are called in a newer one.
pub struct Newer<'p, 'o, 'n> {
    pairs: &'p Pairs<'o, 'n>,
    /// By the older name: where it is another one now.
    renamed: FxHashMap<String, String>,
}

impl<'p, 'o, 'n> Newer<'p, 'o, 'n> {
    pub fn of(pairs: &'p Pairs<'o, 'n>) -> Newer<'p, 'o, 'n> {
        let names = pairs.was.values().filter_map(|was| Some((was.path(), pairs.is.get(&was.id)?.path())));
        Newer { pairs, renamed: names.filter(|(was, is)| was != is).collect() }
    }

    pub fn thing(&self, older: Entity<'_>) -> Option<Entity<'n>> {
        self.pairs.is.get(&older.id).copied()
    }
}

/// Of each finding, in order. Where two are of one rule and about one thing, the second is numbered. `newer`: of an older version, as
/// its findings would be called there.
pub fn keys(analysis: &Analysis, newer: Option<&Newer<'_, '_, '_>>) -> Vec<String> {
    let mut known: FxHashMap<String, u32> = FxHashMap::default();
    let numbered = |found: &Diagnostic| {
        let key = key_of(analysis, found, newer);
        let count = known.entry(key.clone()).or_default();
        *count += 1;
        if *count == 1 { key } else { format!("{key} #{count}") }
    };
    analysis.diagnostics.iter().map(numbered).collect()
}

/// `CPL-01 goal guichet`, `E0204 goal guichet status soon`, `FIN-01 strategy 2028 investment`; of what stands in nothing that has a name,
/// the file: `E0101 plan.dsl`.
pub fn key_of(analysis: &Analysis, found: &Diagnostic, newer: Option<&Newer<'_, '_, '_>>) -> String {
    let plan = &analysis.plan;
    let subject = found.subject.or_else(|| plan.subject_at(found.span()));
    let thing = subject.and_then(|subject| plan.entities().find(|entity| entity.keyword() == subject.place));
    let words = || analysis.sources.slice(found.span());
    // What is renamed is meant under its new name.
    let word = || OF_A_WORD.contains(&found.rule).then(|| shortened(&words().split_whitespace().collect::<Vec<_>>().join(" ")));
    let as_now = |word: String| newer.and_then(|newer| newer.renamed.get(&word).cloned()).unwrap_or(word);
    let Some(thing) = thing.or_else(|| around(analysis, found.span())) else {
        let file = analysis.sources.get(found.span().source).name.rsplit('/').next().unwrap_or_default();
        return [Some(found.rule.id.to_owned()), Some(file.to_owned()), word()].into_iter().flatten().collect::<Vec<_>>().join(" ");
    };
    let field = subject.and_then(|subject| subject.field).map(str::to_owned);
    // Of an amount, its year: it begins with it.
    let year = || {
        let amounts = matches!(thing.concept(), Concept::Investment | Concept::Operating);
        let words = amounts.then(words)?;
        words.split(|c: char| !c.is_ascii_digit()).find(|word| word.len() == 4).map(str::to_owned)
    };
    // There is one strategy: its title is no part of what it is.
    let path = if is_the_plan(thing) { None } else { Some(path(thing, newer)) };
    let kind = newer.and_then(|newer| newer.thing(thing)).unwrap_or(thing).concept_row().spelling(Lang::En).to_owned();
    let part = found.part.clone().or_else(word).map(as_now).or_else(year);
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
pub fn path(thing: Entity<'_>, newer: Option<&Newer<'_, '_, '_>>) -> String {
    if let Some(is) = newer.and_then(|newer| newer.thing(thing)) {
        return path(is, None);
    }
    match (thing.name(), thing.parent()) {
        (Some(_), _) => thing.path(),
        (None, Some(parent)) => format!("{}/{}", path(parent, newer), own(thing, newer)),
        (None, None) => own(thing, newer),
    }
}

fn own(thing: Entity<'_>, newer: Option<&Newer<'_, '_, '_>>) -> String {
    if thing.is_called() && !is_the_plan(thing) {
        return thing.titled().into_owned();
    }
    if let Some(words) = known_by(thing, newer).filter(|words| !words.is_empty()) {
        return words;
    }
    let alike = |other: &Entity<'_>| other.concept() == thing.concept() && other.id.at < thing.id.at;
    let before = thing.parent().map_or(0, |parent| parent.children().filter(alike).count());
    let word = thing.concept_row().spelling(Lang::En);
    if before == 0 { word.to_owned() } else { format!("{word} {}", before + 1) }
}

/// Of a line that has neither name nor title: which policy is not met, and by what; what is used.
fn known_by(thing: Entity<'_>, newer: Option<&Newer<'_, '_, '_>>) -> Option<String> {
    match thing.concept() {
        Concept::Use => thing.text(usage::WHAT).map(|what| what.into_owned()),
        Concept::Waiver | Concept::Acknowledged => {
            let things =
                thing.members(waiver::ON).map(|seen| seen.target().map_or(seen.written().to_owned(), |target| path(target, newer)));
            let policy = thing.members(waiver::RULE).map(|seen| seen.written().to_owned());
            Some(policy.chain(things).collect::<Vec<_>>().join(" "))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::testing::plan;

    #[test]
    fn a_key_stays_where_lines_move() {
        let text = "use std.roles\nstrategy \"S\" {\n}\naxis x \"X\" {\n  goal g \"G\" {\n    budget {\n      investment 2027: x\n    }\n    owner NOBODY\n  }\n  goal \"No name\" {\n  }\n}\n";
        let before = keys(&plan(text), None);
        assert!(before.contains(&"CPL-04 goal g".to_owned()) && before.contains(&"CPL-01 goal x/No name".to_owned()), "{before:?}");
        assert!(before.contains(&"E0301 goal g owner NOBODY".to_owned()), "{before:?}");
        let mut twice = before.clone();
        twice.sort();
        twice.dedup();
        assert_eq!(twice.len(), before.len(), "no two findings have one key");
        let mut after =
            keys(&plan(&text.replace("axis x", "// a\n\n\n// b\naxis x").replace("    owner", "    /// Text.\n    owner")), None);
        after.retain(|key| !key.starts_with("E0108"));
        assert_eq!(before, after);
    }
}
