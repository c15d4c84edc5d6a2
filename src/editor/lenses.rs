//! What is said above a sheet: what waits for it, and what is found in it.

use rustc_hash::FxHashMap;

use crate::analysis::Analysis;
use crate::diagnostic::{Lang, Severity};
use crate::plan::{Entity, EntityId};
use crate::text::{SourceId, Span};

#[derive(Debug, Clone, PartialEq)]
pub struct Lens {
    /// The sheet's head.
    pub span: Span,
    pub label: String,
    /// The places that it counts.
    pub places: Vec<Span>,
}

/// Those of a source, in the order of the text.
pub fn lenses(analysis: &Analysis, source: SourceId, lang: Lang) -> Vec<Lens> {
    let plan = &analysis.plan;
    let mut waiting: FxHashMap<EntityId, Vec<Span>> = FxHashMap::default();
    for depend in plan.sheets().flat_map(Entity::depends) {
        waiting.entry(depend.goal().id).or_default().push(depend.span);
    }
    let mut found = vec![Vec::new(); plan.goals.len()];
    let own = |span: Span| span.source == source;
    let sheets: Vec<Entity<'_>> = plan.sheets().filter(|sheet| own(sheet.head())).collect();
    for diagnostic in analysis.diagnostics.iter().filter(|found| own(found.span())) {
        // They stand in the order of the text: the last that begins before it and holds it is the innermost.
        let after = sheets.partition_point(|sheet| sheet.head().start <= diagnostic.span().start);
        let holds = |sheet: &&Entity<'_>| diagnostic.span().end <= sheet.whole().end;
        if let Some(sheet) = sheets[..after].iter().rev().take(DEEPEST).find(holds) {
            found[sheet.goal_id().at()].push((diagnostic.severity(), diagnostic.span()));
        }
    }
    let mut lenses = Vec::new();
    for sheet in sheets {
        let span = sheet.head();
        if let Some(places) = waiting.remove(&sheet.id) {
            lenses.push(Lens { span, label: waits(places.len(), lang), places });
        }
        let here = std::mem::take(&mut found[sheet.goal_id().at()]);
        if !here.is_empty() {
            let label = counted(here.iter().map(|(severity, _)| *severity), lang);
            lenses.push(Lens { span, label, places: here.into_iter().map(|(_, span)| span).collect() });
        }
    }
    lenses
}

/// So many sheets may lie between one and the goal that holds it: its actions.
const DEEPEST: usize = 1_000;

fn waits(count: usize, lang: Lang) -> String {
    match (count, lang) {
        (1, Lang::Fr) => "1 travail attend celui-ci".to_owned(),
        (1, Lang::En) => "1 work waits for this one".to_owned(),
        (_, Lang::Fr) => format!("{count} travaux attendent celui-ci"),
        (_, Lang::En) => format!("{count} works wait for this one"),
    }
}

fn counted(severities: impl Iterator<Item = Severity> + Clone, lang: Lang) -> String {
    let names = [
        (Severity::Error, ["erreur", "erreurs"], ["error", "errors"]),
        (Severity::Warning, ["avertissement", "avertissements"], ["warning", "warnings"]),
        (Severity::Advice, ["conseil", "conseils"], ["advice", "advices"]),
    ];
    let parts: Vec<String> = names
        .into_iter()
        .filter_map(|(severity, fr, en)| {
            let count = severities.clone().filter(|one| *one == severity).count();
            (count > 0).then(|| format!("{count} {}", lang.of(fr, en)[usize::from(count > 1)]))
        })
        .collect();
    parts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::testing;

    #[test]
    fn what_waits_and_what_is_found() {
        let text = "utiliser std.roles\nstratégie \"S\" {\n  langue fr\n}\naxe x \"X\" {\n  objectif g \"G\" {\n    pilote CDOO\n    jalon fin \"F\" au 2027-12\n  }\n  objectif h \"H\" {\n    dépend de g\n  }\n  objectif i \"I\" {\n    dépend de g.fin\n  }\n}\n";
        let analysis = testing::plan(text);
        let shown: Vec<(u32, String, usize)> = lenses(&analysis, SourceId(0), Lang::Fr)
            .into_iter()
            .map(|lens| (analysis.sources.start(lens.span).line, lens.label, lens.places.len()))
            .collect();
        assert_eq!(shown[0], (6, "2 travaux attendent celui-ci".to_owned(), 2));
        assert!(shown[1].0 == 6 && shown[1].1.starts_with("1 erreur"), "{shown:?}");
        let all: usize = shown.iter().filter(|(_, label, _)| !label.contains("atten")).map(|(.., count)| count).sum();
        let inside = analysis.diagnostics.iter().filter(|found| analysis.sources.start(found.span()).line >= 6).count();
        assert_eq!(all, inside, "each is counted once");
    }
}
