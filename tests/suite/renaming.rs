//! Every name of every example takes another one: the plan says what it said, under the new name; and a word that would be read as
//! something else is refused, or changes nothing but the name.

use std::path::Path;

use strategy::analysis::{Analysis, analyse};
use strategy::diagnostic::Lang;
use strategy::editor;
use strategy::language::all_rows;
use strategy::load::Memory;
use strategy::text::Span;

use super::support::{Random, files_below, top};

type Files = Vec<(String, String)>;

fn read(folder: &Path) -> Files {
    let name = |path: &Path| path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
    files_below(folder, "dsl").iter().map(|path| (name(path), std::fs::read_to_string(path).unwrap())).collect()
}

fn analysed(files: &Files) -> Analysis {
    analyse(&Memory::new(files.iter().map(|(name, text)| (name.as_str(), text.as_str()))), Memory::root())
}

/// The rules of what is found with the words that are underlined, and how every thing is tied to others. Under no name.
fn said(analysis: &Analysis) -> Vec<String> {
    let found = analysis.diagnostics.iter().map(|found| format!("{} {}", found.rule.id, analysis.sources.start(found.span()).line));
    let plan = &analysis.plan;
    let things = plan.entities().map(|entity| format!("{:?} {:?} {:b}", entity.concept(), entity.id, entity.present()));
    let ties = plan.parts.iter().map(|placed| format!("{:?}", placed.targets));
    let missing = analysis.judgement.missing.iter().map(|missing| format!("{:?}", missing.policies));
    found.chain(things).chain(ties).chain(missing).collect()
}

fn changed(analysis: &Analysis, files: &Files, edits: &[(Span, String)]) -> Files {
    let mut files = files.clone();
    for (span, new) in edits.iter().rev() {
        let name = &analysis.sources.get(span.source).name;
        let (_, text) = files.iter_mut().find(|(known, _)| known == name).expect("a file of the plan");
        text.replace_range(span.range(), new);
    }
    files
}

/// The first difference is enough.
fn same(before: &[String], after: &[String], about: &str) {
    let differs = before.iter().zip(after).find(|(a, b)| a != b);
    assert!(differs.is_none() && before.len() == after.len(), "{about}: {} {} {differs:?}", before.len(), after.len());
}

/// Every folder of the examples that holds a plan.
fn plans() -> Vec<Files> {
    let roots = files_below(&top().join("examples"), "dsl").into_iter().filter(|path| path.ends_with("plan.dsl"));
    let plans: Vec<Files> = roots.map(|root| read(root.parent().unwrap())).filter(|files| files.len() < 40).collect();
    assert!(plans.len() >= 12);
    plans
}

#[test]
fn another_name_changes_nothing_else() {
    let mut random = Random::new(7);
    let (mut all, mut places) = (0, 0);
    for files in plans() {
        let analysis = analysed(&files);
        let before = said(&analysis);
        let own = |span: Span| !analysis.sources.get(span.source).library;
        let named = analysis.plan.entities().filter_map(|entity| Some((entity.id, entity.name_span()?)));
        for (id, span) in named.filter(|(_, span)| own(*span)) {
            // All of the small plans, some of the large ones.
            if analysis.plan.entities().count() > 150 && random.below(4) > 0 {
                continue;
            }
            let old = analysis.sources.slice(span).to_owned();
            let edits = match editor::rename(&analysis, span.source, span.start, "nouveau-nom-é") {
                Ok(edits) => edits,
                // It stands for the library's, by its name.
                Err(why) if why.show(Lang::Fr).contains("tient la place") => continue,
                Err(why) => panic!("{} {old}: {}", files[0].1.lines().next().unwrap_or_default(), why.show(Lang::Fr)),
            };
            (all, places) = (all + 1, places + edits.len());
            assert!(edits.iter().any(|(place, _)| *place == span), "{old}: where it is defined");
            let after = analysed(&changed(&analysis, &files, &edits));
            same(&before, &said(&after), &old);
            // The same places bear the name afterwards, and the old name may be had back.
            let now = after.plan.entity(id).name_span().unwrap();
            let back = match editor::rename(&after, now.source, now.start, &old) {
                Ok(back) => back,
                // The library has another kind of thing of that name: an author who has it keeps it, and nobody takes it anew.
                Err(why) if why.show(Lang::Fr).contains("de la bibliothèque") => continue,
                Err(why) => panic!("{old}: {}", why.show(Lang::Fr)),
            };
            assert_eq!(back.len(), edits.len(), "{old}");
            assert_eq!(changed(&after, &changed(&analysis, &files, &edits), &back), files, "{old}");
        }
    }
    assert!(all > 250 && places > all, "{all} names, {places} places");
}

#[test]
fn a_word_of_the_language_is_refused_or_read_as_a_name() {
    let mut random = Random::new(11);
    let words: Vec<&str> = all_rows().flat_map(|(_, row)| [Lang::Fr, Lang::En].map(|lang| row.spelling(lang))).collect();
    let others =
        ["début", "start", "fin", "end", "le", "pour", "for", "au", "on", "de", "of", "et", "inconnu", "DSI", "std", "true", "jamais"];
    let (mut taken, mut refused) = (0, 0);
    for files in plans().into_iter().take(8) {
        let analysis = analysed(&files);
        let before = said(&analysis);
        let own = |span: Span| !analysis.sources.get(span.source).library;
        let named: Vec<Span> = analysis.plan.entities().filter_map(|entity| entity.name_span()).filter(|span| own(*span)).collect();
        for _ in 0..25 {
            let span = named[random.below(named.len())];
            let word = if random.below(2) == 0 { words[random.below(words.len())] } else { others[random.below(others.len())] };
            match editor::rename(&analysis, span.source, span.start, word) {
                Ok(edits) => {
                    taken += 1;
                    let after = said(&analysed(&changed(&analysis, &files, &edits)));
                    same(&before, &after, &format!("{} → {word}", analysis.sources.slice(span)));
                }
                Err(_) => refused += 1,
            }
        }
    }
    assert!(taken > 100 && refused > 5, "{taken} taken, {refused} refused");
}
