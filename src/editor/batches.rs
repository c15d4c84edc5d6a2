//! Changes of several places at once: all of a kind, all the holes of a sheet, all that is right whatever the author meant; and what is
//! named and not there, made.

use std::ops::Range;

use super::fixes::is_own;
use super::statement::Item;
use crate::analysis::Analysis;
use crate::check::Lacks;
use crate::diagnostic::{Diagnostic, Lang, Mend, rules};
use crate::language::concepts::indicator::reading;
use crate::language::concepts::sheet;
use crate::language::{Concept, FieldRow, Row, Word, named};
use crate::plan::{Entity, EntityId};
use crate::text::{SourceId, Span};

#[derive(Debug, Clone, PartialEq)]
pub struct Batch {
    pub title: String,
    /// In the order of the files and of the text; none lies on another.
    pub edits: Vec<(Span, String)>,
}

/// Those that are offered for what stands in a range of a source.
pub fn batches(analysis: &Analysis, source: SourceId, range: Range<u32>, lang: Lang) -> Vec<Batch> {
    let here = |found: &&Diagnostic| {
        let span = found.span();
        span.source == source && span.start <= range.end && range.start <= span.end
    };
    let mut found: Vec<Batch> = Vec::new();
    let mut kinds: Vec<&str> = Vec::new();
    for one in analysis.diagnostics.iter().filter(here) {
        found.extend(missing(analysis, one, lang));
        if one.one_edit().is_some() && !kinds.contains(&one.rule.id) {
            kinds.push(one.rule.id);
            found.extend(all_of_a_kind(analysis, one, lang));
        }
    }
    found.extend(holes(analysis, source, range, lang));
    found
}

/// All that may be done unseen in a source, as one change.
pub fn all_safe(analysis: &Analysis, source: SourceId, lang: Lang) -> Option<Batch> {
    let own = analysis.diagnostics.iter().filter(|found| found.span().source == source);
    let safe = own.filter_map(|found| found.edits.first().filter(|edit| edit.safe));
    let edits = apart(safe.map(|edit| analysis.plan.written(&edit.mend)).filter(|(span, _)| span.source == source).collect());
    let title = lang.of("Corriger tout ce qui peut l'être sans relire", "Fix all that needs no second look");
    (!edits.is_empty()).then(|| Batch { title: title.to_owned(), edits })
}

/// Those only that have one reading: which of several was meant, nobody chooses unseen.
fn all_of_a_kind(analysis: &Analysis, one: &Diagnostic, lang: Lang) -> Option<Batch> {
    let alike = analysis.diagnostics.iter().filter(|other| other.rule.id == one.rule.id);
    let edits: Vec<_> = alike.filter_map(Diagnostic::one_edit).map(|edit| analysis.plan.written(&edit.mend)).collect();
    let edits = apart(edits.into_iter().filter(|(span, _)| is_own(analysis, *span)).collect());
    let (count, code) = (edits.len(), one.rule.id);
    let title = lang.of(format!("Corriger les {count} constats {code} du plan"), format!("Fix all {count} findings {code} of the plan"));
    (count > 1).then_some(Batch { title, edits })
}

/// Everything that is missing in the sheet around, each as a place that is marked to be filled.
fn holes(analysis: &Analysis, source: SourceId, range: Range<u32>, lang: Lang) -> Option<Batch> {
    let plan = &analysis.plan;
    let holds = |sheet: &Entity<'_>| sheet.whole().contains(source, range.start) && sheet.whole().contains(source, range.end);
    let sheet = plan.sheets().filter(holds).last()?;
    let tongue = plan.written_in(source);
    // Its own, and those of the indicators that measure it: they are told beside them.
    let of = |id: EntityId| {
        let entity = plan.entity(id);
        let measures = entity.is(Concept::Indicator) && entity.parent() == Some(sheet);
        (entity == sheet || measures).then_some(entity)
    };
    let own = analysis.holes.iter().filter(|hole| !hole.told).filter_map(|hole| Some((hole.lacks, of(hole.entity?)?)));
    let mut lines: Vec<(Span, String)> =
        own.filter(|(lacks, entity)| !is_written(*lacks, *entity)).filter_map(|(lacks, entity)| filled(lacks, entity, tongue)).collect();
    lines.sort_by_key(|(span, _)| *span);
    let title = match lines.len() {
        0 => return None,
        1 => lang.of("Marquer à définir ce qui manque à cette fiche".to_owned(), "Mark what this sheet lacks as to be defined".to_owned()),
        count => lang.of(
            format!("Marquer à définir les {count} choses qui manquent à cette fiche"),
            format!("Mark the {count} things that this sheet lacks as to be defined"),
        ),
    };
    Some(Batch { title, edits: joined(lines) })
}

/// What is missing, as a place that is to be filled: a line of its block or, behind a target, its date.
fn filled(lacks: Lacks, entity: Entity<'_>, tongue: Lang) -> Option<(Span, String)> {
    if lacks == Lacks::TargetDate {
        let undated = entity.all(Concept::Target).find(|target| target.seen(reading::ON.at).is_none())?;
        return Some((undated.head().after(), format!(" {} {}", named(Word::On, tongue), tongue.of("à définir", "to define"))));
    }
    let line = to_fill(lacks, entity, tongue)?;
    Some(entity.plan.written(&Mend::Add { into: entity.keyword(), line }))
}

/// Does it stand there, if only as what is not known yet or as an empty block? It is not to be added again.
fn is_written(lacks: Lacks, sheet: Entity<'_>) -> bool {
    match lacks {
        Lacks::Field(concept, at) => concept == sheet.concept() && sheet.seen(at).is_some(),
        Lacks::Dates => [sheet::PERIOD.at, sheet::DURATION.at].iter().any(|at| sheet.seen(*at).is_some()),
        Lacks::Child(concept) => sheet.all(concept).next().is_some(),
        Lacks::Title | Lacks::Goals | Lacks::Strategy | Lacks::Authority | Lacks::TargetDate | Lacks::Announced => false,
    }
}

/// A line, or a block, that says that it is to be filled.
fn to_fill(lacks: Lacks, sheet: Entity<'_>, tongue: Lang) -> Option<String> {
    let undefined = tongue.of("à définir", "to define");
    let own = sheet.whole();
    let text = &sheet.plan.sources.get(own.source).text;
    let first = text[..own.start as usize].rfind('\n').map_or(0, |end| end + 1);
    let outer = &text[first..first + (text[first..].len() - text[first..].trim_start_matches([' ', '\t']).len())];
    let block = |head: String, lines: &[&str]| {
        let lines: String = lines.iter().map(|line| format!("\n{outer}    {line} {undefined}")).collect();
        format!("{head} {{{lines}\n{outer}  }}")
    };
    let word = |concept: Concept| concept.row().spelling(tongue);
    match lacks {
        Lacks::Field(concept, at) if concept.row().fields[usize::from(at)].head.is_none() => {
            Some(format!("{} {undefined}", concept.row().fields[usize::from(at)].spelling(tongue)))
        }
        Lacks::Dates => Some(format!("{} {undefined}", sheet::PERIOD.row().spelling(tongue))),
        Lacks::Child(concept @ (Concept::Baseline | Concept::Target)) => Some(format!("{} {undefined}", word(concept))),
        Lacks::Child(Concept::Budget) => Some(block(word(Concept::Budget).to_owned(), &[word(Concept::Investment)])),
        Lacks::Child(Concept::Indicator) => {
            Some(block(format!("{} \"…\"", word(Concept::Indicator)), &[word(Concept::Baseline), word(Concept::Target)]))
        }
        Lacks::Field(..)
        | Lacks::Child(_)
        | Lacks::Title
        | Lacks::Goals
        | Lacks::Strategy
        | Lacks::Authority
        | Lacks::TargetDate
        | Lacks::Announced => None,
    }
}

/// Lines at one place as one text; where each brings a block, as one block.
fn joined(lines: Vec<(Span, String)>) -> Vec<(Span, String)> {
    let mut out: Vec<(Span, String)> = Vec::new();
    for (span, text) in lines {
        let Some((place, whole)) = out.last_mut().filter(|(place, _)| *place == span) else {
            out.push((span, text));
            continue;
        };
        let brace = |text: &str| text.rfind(['\n']).map_or(0, |at| if text[..at].ends_with('\r') { at - 1 } else { at });
        match text.strip_prefix(" {").filter(|_| whole.starts_with(" {")) {
            Some(inner) => {
                let end = brace(whole);
                whole.insert_str(end, &inner[..brace(inner)]);
            }
            None => whole.push_str(&text),
        }
        *place = span;
    }
    out
}

/// The definition of what is named and defined nowhere: an owner beside the others, a goal behind this one, a milestone in its goal.
fn missing(analysis: &Analysis, found: &Diagnostic, lang: Lang) -> Vec<Batch> {
    if found.rule.id != rules::UNKNOWN_NAME.id {
        return Vec::new();
    }
    let (span, plan) = (found.span(), &analysis.plan);
    let name = analysis.sources.slice(span).trim();
    let plain = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
    let Some(field) = field_at(analysis, span).filter(|_| plain) else { return Vec::new() };
    let tongue = plan.written_in(span.source);
    let made = |concept: Concept, edit: (Span, String)| {
        let kind = concept.row().label_in(lang).to_lowercase();
        let edit = (edit.0, plan.sources.get(edit.0.source).broken(&edit.1));
        Batch { title: lang.of(format!("Créer « {name} » ({kind})"), format!("Create \"{name}\" ({kind})")), edits: vec![edit] }
    };
    let keyword = |concept: Concept| concept.row().spelling(tongue);
    let mut batches = Vec::new();
    if let Some(goal) = part_of(analysis, span) {
        let line =
            format!("{} {name} \"…\" {} {}", keyword(Concept::Milestone), tongue.of("au", "on"), tongue.of("à définir", "to define"));
        batches.push(made(Concept::Milestone, plan.written(&Mend::Add { into: goal.keyword(), line })));
        return batches;
    }
    // Where a goal may stand too, as in what a waiver is about, nothing tells that somebody was meant.
    if field.names.contains(&Concept::Owner) && !field.names.contains(&Concept::Goal) {
        let text = format!("{} {name} \"…\"", keyword(Concept::Owner));
        batches.push(made(Concept::Owner, beside(analysis, span.source, Concept::Owner, &text)));
    }
    if field.names.contains(&Concept::Goal) {
        let sheets = plan.sheets().filter(|sheet| !sheet.is_action() && sheet.whole().contains(span.source, span.start));
        if let Some(sheet) = sheets.last() {
            let whole = sheet.whole();
            let text = &plan.sources.get(whole.source).text;
            let line = text[..whole.start as usize].rfind('\n').map_or(0, |end| end + 1);
            let indent = &text[line..whole.start as usize];
            // A blank line before it, and one behind where something follows.
            let next = text[whole.end as usize..].lines().nth(1).map_or("", str::trim);
            let behind = if next.is_empty() || next.starts_with('}') { "" } else { "\n" };
            let block = format!("\n\n{indent}{} {name} \"…\" {{\n{indent}}}{behind}", keyword(Concept::Goal));
            batches.push(made(Concept::Goal, (whole.after(), block)));
        }
    }
    batches
}

/// The sheet before the dot, where the name stands behind one.
fn part_of<'a>(analysis: &'a Analysis, span: Span) -> Option<Entity<'a>> {
    let text = &analysis.sources.get(span.source).text;
    let before = text[..span.start as usize].strip_suffix('.')?;
    let word = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '\u{300}'..='\u{36f}');
    let name = &before[before.trim_end_matches(word).len()..];
    let known = crate::text::names::canonical(name);
    analysis.plan.sheets().find(|sheet| sheet.name().is_some_and(|name| crate::text::names::canonical(name) == known))
}

/// Behind the last of a concept that the plan's own files hold; else at the end of this file.
fn beside(analysis: &Analysis, source: SourceId, concept: Concept, line: &str) -> (Span, String) {
    let own = analysis.plan.at_margin(concept).map(Entity::whole).filter(|whole| is_own(analysis, *whole));
    let last = own.last();
    let text = &analysis.sources.get(last.map_or(source, |whole| whole.source)).text;
    match last {
        Some(whole) => (whole.after(), format!("\n{line}")),
        None => {
            let end = text.len() as u32;
            let before = if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
            (Span::new(source, end, end), format!("{before}\n{line}\n"))
        }
    }
}

/// The field whose value stands there.
fn field_at(analysis: &Analysis, span: Span) -> Option<&'static FieldRow> {
    let item = Item::at(analysis, span.source, span.start)?;
    let (row, _) = item.way(span.start).1?.keyword?;
    match row {
        Row::Field(concept, at) => Some(&concept.row().fields[usize::from(at)]),
        Row::Concept(row) => row.fields.iter().find(|field| field.head.is_some() && !field.names.is_empty()),
    }
}

/// Without those that lie on another, in the order of the files and of the text.
fn apart(mut edits: Vec<(Span, String)>) -> Vec<(Span, String)> {
    edits.sort_by_key(|(span, _)| *span);
    edits.dedup();
    let mut last: Option<Span> = None;
    edits.retain(|(span, _)| {
        let free = last
            .is_none_or(|last| last.source != span.source || last.end < span.start || (last.end == span.start && last.start < last.end));
        last = if free { Some(*span) } else { last };
        free
    });
    edits
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::testing;

    fn offered(text: &str, at: &str) -> Vec<(String, String)> {
        let analysis = testing::plan(text);
        let start = text.find(at).unwrap() as u32;
        let done = |batch: Batch| {
            let mut after = text.to_owned();
            batch.edits.iter().rev().for_each(|(span, new)| after.replace_range(span.range(), new));
            (batch.title, after)
        };
        batches(&analysis, SourceId(0), start..start + at.len() as u32, Lang::Fr).into_iter().map(done).collect()
    }

    const PLAN: &str = "utiliser std.roles\nstratégie \"S\" {\n  langue fr\n}\npilote dsi \"DSI\"\naxe x \"X\" {\n  objectif g \"G\" {\n    pilote service\n    dépend de socle\n    dépend de h.ouverture\n  }\n  objectif h \"H\"\n}\n";

    #[test]
    fn what_is_named_and_not_there_is_made() {
        let (title, after) = &offered(PLAN, "service")[0];
        assert_eq!(title, "Créer « service » (pilote)");
        assert!(after.contains("pilote dsi \"DSI\"\npilote service \"…\"\naxe"), "{after}");
        let (title, after) = &offered(PLAN, "socle")[0];
        assert_eq!(title, "Créer « socle » (objectif)");
        assert!(after.contains("  }\n\n  objectif socle \"…\" {\n  }\n\n  objectif h"), "{after}");
        let (title, after) = &offered(PLAN, "ouverture")[0];
        assert_eq!(title, "Créer « ouverture » (jalon)");
        assert!(after.contains("objectif h \"H\" {\n    jalon ouverture \"…\" au à définir\n  }"), "{after}");
        for (title, after) in offered(PLAN, "service").into_iter().chain(offered(PLAN, "socle")).chain(offered(PLAN, "ouverture")) {
            if title.starts_with("Créer") {
                let unknown = |text: &str| testing::found(&testing::plan(text), "unknown-name").len();
                assert_eq!(unknown(&after), unknown(PLAN) - 1, "{title}");
            }
        }
    }

    #[test]
    fn every_change_ends_its_lines_as_the_file_does() {
        let bare = |text: &str| text.replace("\r\n", "").contains('\n');
        let plan = PLAN
            .replace("    pilote service", "    pilote service, dsi")
            .replace("objectif h \"H\"\n}\n", "objectif h \"H\"\n")
            .replace('\n', "\r\n");
        let analysis = testing::plan(&plan);
        let all = 0..plan.len() as u32;
        let fixes = super::super::fixes(&analysis, SourceId(0), all.clone(), Lang::Fr).into_iter().map(|fix| fix.change.1);
        let batches = batches(&analysis, SourceId(0), all, Lang::Fr).into_iter().flat_map(|batch| batch.edits).map(|(_, text)| text);
        let texts: Vec<String> = fixes.chain(batches).filter(|text| text.contains('\n')).collect();
        assert!(texts.len() > 4 && texts.iter().all(|text| !bare(text)), "{texts:?}");
    }

    #[test]
    fn nobody_is_made_where_a_goal_is_wanted() {
        for line in ["dérogation CPL-02 pour hh {\n}", "objectif g \"G\" {\n  dépend de hh\n}", "objectif g \"G\" {\n  sert hh\n}"] {
            let text = format!("stratégie \"S\" {{\n}}\n{line}\n");
            let titles: Vec<String> = offered(&text, "hh").into_iter().map(|(title, _)| title).collect();
            assert!(titles.iter().all(|title| !title.contains("(pilote)")), "{line}: {titles:?}");
        }
    }

    #[test]
    fn all_the_holes_of_a_sheet_are_marked_at_once() {
        for text in [PLAN.to_owned(), PLAN.replace("objectif h \"H\"", "objectif h \"H\" {\n  }")] {
            let (_, after) = offered(&text, "h \"H\"").into_iter().find(|(title, _)| title.contains("les 4 choses")).unwrap();
            assert!(after.ends_with("  objectif h \"H\" {\n    pilote à définir\n    période à définir\n    budget {\n      investissement à définir\n    }\n    indicateur \"…\" {\n      départ à définir\n      cible à définir\n    }\n  }\n}\n"), "{after}");
            let wrong = |text: &str| testing::plan(text).diagnostics.iter().filter(|found| found.rule.id.starts_with('E')).count();
            assert_eq!(wrong(&after), wrong(&text));
            let lacks = |text: &str| {
                let analysis = testing::plan(text);
                let h = analysis.plan.sheets().find(|sheet| sheet.name() == Some("h")).unwrap().whole();
                analysis
                    .diagnostics
                    .iter()
                    .filter(|found| found.rule.id.starts_with("CPL") && h.contains(found.span().source, found.span().start))
                    .count()
            };
            assert_eq!((lacks(&text), lacks(&after)), (4, 0));
        }
    }

    #[test]
    fn what_an_indicator_lacks_is_marked_with_the_rest_of_its_sheet() {
        let text = "utiliser std.roles\naxe x \"X\" {\n  objectif g \"G\" {\n    pilote CDO\n    indicateur \"I\" {\n      cible 80\n    }\n  }\n}\n";
        let incomplete = |text: &str| testing::found(&testing::plan(text), "indicator-incomplete").len();
        assert_eq!(incomplete(text), 1);
        let (_, after) = offered(text, "indicateur").into_iter().find(|(title, _)| title.starts_with("Marquer")).unwrap();
        assert!(after.contains("      cible 80 au à définir\n"), "{after}");
        assert!(after.contains("      départ à définir\n") && after.contains("      unité à définir\n"), "{after}");
        assert!(after.contains("    période à définir\n"), "{after}");
        let errors = |text: &str| testing::plan(text).diagnostics.iter().filter(|found| found.rule.id.starts_with('E')).count();
        assert_eq!(errors(&after), errors(text), "{after}");
        assert!(offered(&after, "indicateur").iter().all(|(title, _)| !title.starts_with("Marquer")), "{after}");
    }

    #[test]
    fn what_is_marked_already_is_not_added_again() {
        let marked =
            |text: &str| offered(text, "objectif").into_iter().find(|(title, _)| title.starts_with("Marquer")).map(|(_, after)| after);
        let twice = |text: &str| testing::found(&testing::plan(text), "given-twice").len();
        for own in [
            "pilote à définir  période à définir",
            "pilote à définir\n lève inconnu",
            "période inconnu",
            "durée à définir",
            "budget {}",
            "",
        ] {
            let text = format!("utiliser std.roles\nutiliser std.barriers\naxe x \"X\" {{\n  objectif g \"G\" {{ {own} }}\n}}\n");
            let after = marked(&text).unwrap_or_else(|| panic!("{own}"));
            assert_eq!(twice(&after), 0, "{after}");
            for word in ["pilote ", "période ", "lève ", "budget "] {
                assert!(after.matches(word).count() <= 1, "{after}");
            }
            assert_eq!(marked(&after), None, "{after}");
        }
        // Of every sheet of the plans with mistakes: nothing is given twice that was not, and a second time there is nothing to add.
        for file in std::fs::read_dir("examples/mistakes").unwrap().map(|file| file.unwrap().path()) {
            let Ok(text) = std::fs::read_to_string(&file) else { continue };
            let analysis = testing::plan(&text);
            let before = testing::found(&analysis, "given-twice").len();
            let sheets: Vec<Span> = analysis.plan.sheets().map(Entity::keyword).filter(|span| span.source == SourceId(0)).collect();
            for span in sheets {
                let marks = |analysis: &Analysis| holes(analysis, SourceId(0), span.start..span.end, Lang::Fr);
                let Some(batch) = marks(&analysis) else { continue };
                let mut after = text.clone();
                batch.edits.iter().rev().for_each(|(span, new)| after.replace_range(span.range(), new));
                let again = testing::plan(&after);
                assert_eq!((testing::found(&again, "given-twice").len(), marks(&again)), (before, None), "{file:?}: {after}");
            }
        }
    }

    #[test]
    fn all_of_a_kind_at_once() {
        let text = "utiliser std.roles\nstratégie \"S\" {\n}\naxe x \"X\" {\n  objectif g \"G\" {\n    pilote CDOO\n  }\n  objectif h \"H\" {\n    pilote DSSI\n  }\n}\n";
        let all = offered(text, "CDOO").into_iter().find(|(title, _)| title.starts_with("Corriger les 2")).unwrap();
        assert!(all.1.contains("pilote CDO\n") && all.1.contains("pilote DSI\n"), "{}", all.1);
    }

    #[test]
    fn what_has_several_readings_is_in_no_change_of_all() {
        let text = "stratégie \"S\" {\n  période 2027 .. 2028\n  enveloppe {\n    investissement 2027: 450, 2028: 120\n  }\n}\n";
        let titles: Vec<String> = offered(text, "450").into_iter().map(|(title, _)| title).collect();
        assert!(titles.iter().all(|title| !title.starts_with("Corriger les")), "{titles:?}");
    }
}
