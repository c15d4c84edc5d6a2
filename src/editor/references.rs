//! Every place that means one thing: where it is defined, where it is named, and where prose speaks of it.

use super::at::{Thing, at};
use super::policy_names;
use super::test_plan::TestPlan;
use crate::analysis::Analysis;
use crate::plan::{Entity, references_in};
use crate::text::names::canonical;
use crate::text::{SourceId, Span};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    Definition,
    Name,
    /// Between backquotes, in a `///`.
    Prose,
}

/// A place that means the thing. Of `guichet.ouverture` it is the half that names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mention {
    pub span: Span,
    pub role: Role,
}

/// Of the thing at an offset, in the order of the files and of the text; none where nothing that has a place stands there. What the
/// library defines has no place where it is defined.
pub fn references(analysis: &Analysis, source: SourceId, offset: u32) -> Vec<Mention> {
    if let Some(test) = TestPlan::at(analysis, source, offset) {
        return test.mentions(references(&test.analysis, test.source, test.offset));
    }
    if let Some(called) = policy_names::at(analysis, source, offset) {
        return called.mentions;
    }
    match at(analysis, source, offset) {
        Some((_, Thing::Entity(entity))) => mentions(analysis, entity),
        Some((_, Thing::Keyword(..) | Thing::File(_) | Thing::Value(_))) | None => Vec::new(),
    }
}

/// The same, in the text that is looked at.
pub fn highlights(analysis: &Analysis, source: SourceId, offset: u32) -> Vec<Mention> {
    let mut found = references(analysis, source, offset);
    found.retain(|mention| mention.span.source == source);
    found
}

/// The places in one text that may be typed together: a name that no other text has.
pub fn linked(analysis: &Analysis, source: SourceId, offset: u32) -> Vec<Span> {
    let found = references(analysis, source, offset);
    let same = |mention: &Mention| mention.span.source == source && analysis.sources.slice(mention.span) == written(analysis, &found);
    let whole = found.iter().any(|mention| mention.role == Role::Definition) && found.iter().all(same);
    if whole { found.iter().map(|mention| mention.span).collect() } else { Vec::new() }
}

fn written<'a>(analysis: &'a Analysis, found: &[Mention]) -> &'a str {
    found.first().map_or("", |first| analysis.sources.slice(first.span))
}

pub(super) fn mentions(analysis: &Analysis, of: Entity<'_>) -> Vec<Mention> {
    let plan = &analysis.plan;
    let own = |span: &Span| !analysis.sources.get(span.source).library;
    let mut found: Vec<Mention> = Vec::new();
    let defined = of.name_span().or_else(|| of.name().is_none().then(|| of.place()));
    found.extend(defined.map(|span| Mention { span, role: Role::Definition }));
    for part in (0u32..).take(plan.parts.len()) {
        // `guichet` is named by `guichet.ouverture` too.
        let named = |id: &crate::plan::EntityId| *id == of.id || plan.entity(*id).parent().is_some_and(|parent| parent.id == of.id);
        if plan.parts[part as usize].targets.iter().flatten().any(named) {
            let here = references_in(plan, part).filter(|(_, entity)| *entity == of);
            found.extend(here.map(|(span, _)| Mention { span, role: Role::Name }));
        }
    }
    found.extend(told(analysis, of).map(|span| Mention { span, role: Role::Prose }));
    found.retain(|mention| own(&mention.span));
    found.sort_by_key(|mention| (mention.span, mention.role));
    found.dedup_by_key(|mention| mention.span);
    found
}

/// Where prose names it: `` `guichet` ``, or a half of `` `guichet.ouverture` ``.
fn told<'a>(analysis: &'a Analysis, of: Entity<'a>) -> impl Iterator<Item = Span> + 'a {
    let name = of.name().map(canonical);
    let holder = of.concept_row().local.then(|| of.parent()).flatten();
    let lines = analysis.plan.entities().flat_map(|entity| entity.prose_lines()).filter(|(_, line)| line.contains('`'));
    lines.flat_map(code).filter_map(move |(span, words)| {
        let (name, dot) = (name.as_deref()?, words.find('.'));
        let half = |from: usize, to: usize| Span::new(span.source, span.start + from as u32, span.start + to as u32);
        let is = |words: &str, entity: Entity<'_>| entity.name().is_some_and(|name| canonical(name) == canonical(words));
        match (holder, dot) {
            (Some(holder), Some(dot)) => {
                (is(&words[..dot], holder) && canonical(&words[dot + 1..]) == name).then(|| half(dot + 1, words.len()))
            }
            (None, Some(dot)) => {
                let part = || of.children().any(|child| is(&words[dot + 1..], child));
                (canonical(&words[..dot]) == name && part()).then(|| half(0, dot))
            }
            (None, None) => (canonical(words) == name).then_some(span),
            (Some(_), None) => None,
        }
    })
}

/// What stands between two backquotes of a line of prose, and where.
fn code((line, text): (Span, &str)) -> impl Iterator<Item = (Span, &str)> {
    let mut at = line.start + 3;
    text.split('`').enumerate().filter_map(move |(number, words)| {
        let span = Span::new(line.source, at, at + words.len() as u32);
        at = span.end + 1;
        (number % 2 == 1).then_some((span, words))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::analyse;
    use crate::load::Memory;

    const ROOT: &str = "utiliser std.roles\nutiliser \"b.dsl\"\nstratégie \"S\" {\n  chef-de-file CDO\n}\n/// Après `guichet` et `guichet.fin`, pas `guichets`.\naxe x \"X\" {\n  objectif suite \"Suite\" {\n    pilote cia\n    dépend de guichet.fin\n    dépend de guichet\n  }\n}\n";
    const OTHER: &str =
        "pilote cia \"CIAS\"\naxe y \"Y\" {\n  objectif guichet \"G\" {\n    pilote cia\n    jalon fin \"Fin\" au 2027-12\n  }\n}\n";

    fn plan() -> Analysis {
        analyse(&Memory::new([("plan.dsl", ROOT), ("b.dsl", OTHER)]), Memory::root())
    }

    /// File, line and role of each place of what `word` names.
    fn found(analysis: &Analysis, file: &str, word: &str, shift: usize) -> Vec<(String, Role)> {
        let (id, source) = analysis.sources.iter().find(|(_, source)| source.name == file).unwrap();
        let offset = source.text.find(word).unwrap() + shift;
        let place = |span: Span| {
            let start = analysis.sources.start(span);
            format!("{}:{}:{} {}", analysis.sources.get(span.source).name, start.line, start.column, analysis.sources.slice(span))
        };
        references(analysis, id, offset as u32).into_iter().map(|mention| (place(mention.span), mention.role)).collect()
    }

    #[test]
    fn a_name_is_found_in_all_files_and_in_prose() {
        let analysis = plan();
        let all = [
            ("plan.dsl:6:12 guichet", Role::Prose),
            ("plan.dsl:6:25 guichet", Role::Prose),
            ("plan.dsl:10:15 guichet", Role::Name),
            ("plan.dsl:11:15 guichet", Role::Name),
            ("b.dsl:3:12 guichet", Role::Definition),
        ]
        .map(|(place, role)| (place.to_owned(), role));
        assert_eq!(found(&analysis, "b.dsl", "guichet \"", 3), all);
        assert_eq!(found(&analysis, "plan.dsl", "guichet.fin\n", 2), all, "from a place that names it");
        let parts = [("plan.dsl:6:33 fin", Role::Prose), ("plan.dsl:10:23 fin", Role::Name), ("b.dsl:5:11 fin", Role::Definition)];
        assert_eq!(found(&analysis, "plan.dsl", "guichet.fin\n", 9), parts.map(|(place, role)| (place.to_owned(), role)));
        assert!(found(&analysis, "plan.dsl", "pilote", 1).is_empty(), "a keyword names nothing");
    }

    #[test]
    fn what_the_library_defines_is_named_here_only() {
        let roles: Vec<Role> = found(&plan(), "plan.dsl", "CDO", 1).into_iter().map(|(_, role)| role).collect();
        assert_eq!(roles, [Role::Name]);
    }

    #[test]
    fn only_a_name_of_one_text_is_typed_together() {
        let analysis = plan();
        let (id, source) = analysis.sources.iter().find(|(_, source)| source.name == "b.dsl").unwrap();
        let at = |word: &str| linked(&analysis, id, source.text.find(word).unwrap() as u32).len();
        assert_eq!(at("cia \""), 0, "another file names it");
        let one = crate::analysis::testing::plan(&format!("{OTHER}objectif h \"H\" {{\n dépend de guichet\n}}\n"));
        let text = &one.sources.get(SourceId(0)).text;
        assert_eq!(linked(&one, SourceId(0), text.find("guichet").unwrap() as u32).len(), 2);
    }
}
