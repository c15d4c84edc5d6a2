//! What a text leads to: the files that it uses, the addresses that it gives.

use std::path::PathBuf;

use super::at::{unquoted, used, values};
use crate::analysis::Analysis;
use crate::language::Concept;
use crate::language::concepts::decision::reference;
use crate::plan::{Entity, Seen, Value};
use crate::text::{SourceId, Span};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    File(PathBuf),
    /// `https:`, `http:` or `mailto:`: nothing else is ever opened.
    Address(String),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Without the quotes.
    pub span: Span,
    pub to: Target,
}

/// Those of a source, in the order of the text.
pub fn links(analysis: &Analysis, source: SourceId) -> Vec<Link> {
    let plan = &analysis.plan;
    let parts = (0u32..).zip(&plan.parts).filter(|(_, placed)| placed.source == source).map(|(part, _)| part);
    let mut found: Vec<Link> = Vec::new();
    for entity in parts.flat_map(|part| plan.entities_of(part)) {
        for seen in values(entity).flat_map(Seen::members) {
            let (written, span) = (seen.text(), inner(seen));
            let to = match seen.cell.value {
                Value::Library => {
                    used(analysis, source, &written).and_then(|file| analysis.paths.get(usize::from(file.0))?.clone()).map(Target::File)
                }
                Value::Text => address(&written).map(Target::Address),
                // A text of law, by its name.
                Value::Name(_) => seen.target().and_then(read_at).map(Target::Address),
                _ => None,
            };
            found.extend(to.map(|to| Link { span, to }));
        }
        for (line, text) in entity.prose_lines() {
            found.extend(addresses(text).map(|(at, written)| {
                let start = line.start + 3 + at as u32;
                Link { span: Span::new(source, start, start + written.len() as u32), to: Target::Address(written.to_owned()) }
            }));
        }
    }
    found.sort_by_key(|link| link.span);
    found.dedup_by_key(|link| link.span);
    found
}

/// Where the text is read that a policy rests on: the first of its sources that has an address.
pub fn source_of(analysis: &Analysis, code: &str) -> Option<String> {
    let policy = analysis.judgement.set.policies.iter().find(|policy| policy.code == code)?;
    let known = |name: &str| analysis.plan.all(Concept::Reference).find(|reference| reference.name() == Some(name));
    policy.bases.iter().find_map(|basis| known(&basis.name).and_then(read_at))
}

/// The address of a reference.
fn read_at(reference: Entity<'_>) -> Option<String> {
    let written = Some(reference).filter(|one| one.is(Concept::Reference))?.text(reference::ADDRESS)?;
    address(&written)
}

fn inner(seen: Seen<'_>) -> Span {
    let (span, bare) = (seen.span(), unquoted(seen.written()));
    Span::new(span.source, span.start + bare.start as u32, span.start + bare.end as u32)
}

/// A text that is an address as a whole.
fn address(text: &str) -> Option<String> {
    let text = text.trim();
    if text.chars().any(|c| c.is_whitespace() || c.is_control()) {
        return None;
    }
    if text.starts_with("https://") || text.starts_with("http://") || text.starts_with("mailto:") {
        return Some(text.to_owned());
    }
    if text.starts_with("www.") {
        return Some(format!("https://{text}"));
    }
    let (before, behind) = text.split_once('@')?;
    let mail = !before.is_empty() && behind.contains('.') && !behind.starts_with('.') && !behind.contains('@');
    mail.then(|| format!("mailto:{text}"))
}

/// The addresses in a line of prose, and where they begin.
fn addresses(line: &str) -> impl Iterator<Item = (usize, &str)> {
    let starts = line.match_indices("http").map(|(at, _)| at);
    starts.filter(|at| line[*at..].starts_with("https://") || line[*at..].starts_with("http://")).map(|at| {
        let rest = &line[at..];
        let end = rest.find(|c: char| c.is_whitespace() || matches!(c, ')' | '>' | ']' | '"' | '»' | '`')).unwrap_or(rest.len());
        (at, rest[..end].trim_end_matches(['.', ',', ';', ':', '!', '?']))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::analyse;
    use crate::load::Memory;

    #[test]
    fn a_text_of_law_is_read_at_its_address() {
        let plan = "utiliser std.policies.law\nréférence r \"Charte\" \"https://a.example/charte\"\ndécision v \"Vote\" au 2027 {\n  visa r, decret-2018-689\n}\n";
        let analysis = analyse(&Memory::one(plan), Memory::root());
        let found = links(&analysis, SourceId(0)).into_iter().map(|link| analysis.sources.slice(link.span).to_owned()).collect::<Vec<_>>();
        assert_eq!(found, ["https://a.example/charte", "r", "decret-2018-689"]);
        let address = source_of(&analysis, "LEG-PAI-01").unwrap_or_default();
        assert!(address.starts_with("https://"), "{address}");
        assert_eq!(source_of(&analysis, "E0202"), None);
    }

    #[test]
    fn files_and_addresses() {
        let root = "utiliser std.roles\nutiliser \"axes/a.dsl\"\nstratégie \"S\" {\n  voir \"Schéma\" \"https://a.example/x?y=1\"\n}\n/// Voir https://b.example/c, puis (http://d.example).\npilote p \"P\" {\n  contact \"dsi@a.example\"\n}\ncollectivité c \"C\" {\n  site \"javascript:alert(1)\"\n}\n";
        let analysis = analyse(&Memory::new([("plan.dsl", root), ("axes/a.dsl", "")]), Memory::root());
        let found: Vec<(String, String)> = links(&analysis, SourceId(0))
            .into_iter()
            .map(|link| {
                let to = match link.to {
                    Target::File(path) => path.to_string_lossy().replace('\\', "/"),
                    Target::Address(to) => to,
                };
                (analysis.sources.slice(link.span).to_owned(), to)
            })
            .collect();
        let file = analysis.paths.iter().flatten().find(|path| path.ends_with("a.dsl")).unwrap().to_string_lossy().replace('\\', "/");
        let wanted = [
            ("axes/a.dsl", file.as_str()),
            ("https://a.example/x?y=1", "https://a.example/x?y=1"),
            ("https://b.example/c", "https://b.example/c"),
            ("http://d.example", "http://d.example"),
            ("dsi@a.example", "mailto:dsi@a.example"),
        ];
        assert_eq!(found, wanted.map(|(words, to)| (words.to_owned(), to.to_owned())));
    }
}
