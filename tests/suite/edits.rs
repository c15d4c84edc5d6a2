//! An edit that is offered mends what it is offered for: the message is gone from its place, and nothing is wrong that was right.

use std::collections::BTreeMap;

use rayon::prelude::*;
use strategy::analysis::{Analysis, analyse};
use strategy::diagnostic::{Diagnostic, Edit, Lang, Severity};
use strategy::load::Memory;

use super::support::{Random, files_below, top};

/// A plan by its files; its root is `plan.dsl`.
type Files = Vec<(String, String)>;

fn read(files: &Files) -> Analysis {
    analyse(&Memory::new(files.iter().map(|(name, text)| (name, text.as_str()))), Memory::root())
}

/// What is wrong, but for its place.
fn errors(analysis: &Analysis) -> BTreeMap<(&'static str, String), usize> {
    let mut said = BTreeMap::new();
    for found in analysis.diagnostics.iter().filter(|found| found.severity() == Severity::Error) {
        *said.entry((found.rule.id, found.message.show(Lang::En))).or_default() += 1;
    }
    said
}

/// What is wrong with one edit, applied alone.
fn faults(files: &Files, before: &Analysis, found: &Diagnostic, edit: &Edit) -> Vec<String> {
    let (span, replacement) = before.plan.written(&edit.mend);
    let name = &before.sources.get(span.source).name;
    let mut mended = files.clone();
    let (_, text) = mended.iter_mut().find(|(known, _)| known == name).expect("an edit of a file of the plan");
    text.replace_range(span.range(), &replacement);
    let after = read(&mended);
    let (title, message) = (edit.title.show(Lang::En), found.message.show(Lang::En));
    let mut wrong = Vec::new();
    // Where its place is now: behind the edit it has moved, within it it may be anywhere.
    let (main, grown) = (found.span(), span.start + replacement.len() as u32);
    let now = match main.start {
        start if main.source != span.source || start < span.start => start..=start,
        start if start >= span.end && start > span.start => start - span.end + grown..=start - span.end + grown,
        _ => span.start..=grown,
    };
    let place = &before.sources.get(main.source).name;
    let same = |other: &&Diagnostic| {
        let at = other.span();
        other.rule.id == found.rule.id
            && other.message.show(Lang::En) == message
            && after.sources.get(at.source).name == *place
            && now.contains(&at.start)
    };
    if after.diagnostics.iter().any(|other| same(&other)) {
        wrong.push(format!("{} is told still after `{title}`: {message}", found.rule.id));
    }
    let (old, new) = (errors(before), errors(&after));
    for ((id, message), times) in new {
        if times > old.get(&(id, message.clone())).copied().unwrap_or(0) && !UNCOVERED.iter().any(|(known, _)| *known == id) {
            wrong.push(format!("`{title}` of {} leads to {id}: {message}", found.rule.id));
        }
    }
    wrong
}

/// What an edit may lead to, and why.
const UNCOVERED: &[(&str, &str)] = &[];

/// Outside texts, a letter that is left out, doubled, or in the place of its neighbour.
fn slip(text: &str, random: &mut Random) -> String {
    let mut quoted = false;
    let plain = |(_, c): &(usize, char)| {
        quoted ^= *c == '"';
        !quoted && *c != '"'
    };
    let places: Vec<(usize, char)> = text.char_indices().filter(plain).filter(|(_, c)| c.is_alphanumeric()).collect();
    let at = random.below(places.len() - 1);
    let ((first, one), (second, other)) = (places[at], places[at + 1]);
    let mut text = text.to_owned();
    match random.below(3) {
        0 => text.replace_range(first..first + one.len_utf8(), ""),
        1 => text.insert(first, one),
        _ => {
            text.replace_range(second..second + other.len_utf8(), &one.to_string());
            text.replace_range(first..first + one.len_utf8(), &other.to_string());
        }
    }
    text
}

/// The plans of mistakes, with what they use.
fn mistakes() -> Vec<(String, Files)> {
    let folder = top().join("examples/mistakes");
    let all: Files = files_below(&folder, "dsl")
        .iter()
        .map(|path| {
            let name = path.strip_prefix(&folder).expect("below").to_string_lossy().replace('\\', "/");
            (name, std::fs::read_to_string(path).expect("an example"))
        })
        .collect();
    let as_root = |(name, text): &(String, String)| {
        let mut files = all.clone();
        files.retain(|(other, _)| other != name);
        files.push(("plan.dsl".to_owned(), text.clone()));
        (name.clone(), files)
    };
    all.iter().filter(|(_, text)| text.starts_with("// planted:")).map(as_root).collect()
}

/// How many edits were offered, by the rules that offer them; none may fail.
fn hold(plans: Vec<(String, Files)>) -> BTreeMap<&'static str, usize> {
    let looked: Vec<(Vec<&'static str>, Vec<String>)> = plans
        .par_iter()
        .map(|(name, files)| {
            let before = read(files);
            let edits = || before.diagnostics.iter().flat_map(|found| found.edits.iter().map(move |edit| (found, edit)));
            let wrong = edits().flat_map(|(found, edit)| faults(files, &before, found, edit)).map(|fault| format!("{name}: {fault}"));
            (edits().map(|(found, _)| found.rule.id).collect(), wrong.collect())
        })
        .collect();
    let mut offered = BTreeMap::new();
    for rule in looked.iter().flat_map(|(rules, _)| rules) {
        *offered.entry(*rule).or_default() += 1;
    }
    let wrong: Vec<&String> = looked.iter().flat_map(|(_, wrong)| wrong).collect();
    let shown: Vec<&str> = wrong.iter().take(40).map(|fault| fault.as_str()).collect();
    assert!(wrong.is_empty(), "{} faults of {} edits:\n{}", wrong.len(), offered.values().sum::<usize>(), shown.join("\n"));
    offered
}

#[test]
fn edits_of_the_plans_of_mistakes() {
    let offered = hold(mistakes());
    assert!(offered.values().sum::<usize>() > 40 && offered.len() > 8, "few edits were offered, they prove little: {offered:?}");
}

#[test]
fn edits_of_planted_mistakes() {
    let offered = hold(super::mutations::samples(600));
    assert!(offered.values().sum::<usize>() > 400 && offered.len() > 8, "few edits were offered, they prove little: {offered:?}");
}

#[test]
fn edits_of_slips() {
    let whole = std::fs::read_to_string(top().join("examples/bretagne/plan.dsl")).expect("an example");
    let mut random = Random::new(11);
    let plans = (0..1_500).map(|number| (format!("slip {number}"), vec![("plan.dsl".to_owned(), slip(&whole, &mut random))]));
    let offered = hold(plans.collect());
    assert!(offered.values().sum::<usize>() > 150, "few edits were offered, they prove little: {offered:?}");
}

/// In: a plan of one file. Out: what each of its edits makes of it.
fn mended(text: &str) -> Vec<String> {
    let files = vec![("plan.dsl".to_owned(), text.to_owned())];
    hold(vec![(text.to_owned(), files.clone())]);
    let before = read(&files);
    let write = |edit: &Edit| {
        let (span, replacement) = before.plan.written(&edit.mend);
        let mut text = text.to_owned();
        text.replace_range(span.range(), &replacement);
        text
    };
    before.diagnostics.iter().flat_map(|found| &found.edits).map(write).collect()
}

#[test]
fn a_line_is_written_as_its_neighbours_are() {
    let with = |head: &str, tail: &str| mended(&format!("{head}{tail}"));
    for (before, after) in [
        ("stratégie \"Plan {n} 2026-2032\"", "stratégie \"Plan {n} 2026-2032\" {\n  période 2026 .. 2032\n}"),
        ("strategy \"Plan 2026-2032\" // a note", "strategy \"Plan 2026-2032\" {\n  period 2026 .. 2032\n} // a note"),
        ("strategy \"Plan 2026-2032\" // {\n{\n}", "strategy \"Plan 2026-2032\" // {\n{\n  period 2026 .. 2032\n}"),
        ("strategy \"Plan 2026-2032\" {}", "strategy \"Plan 2026-2032\" {\n  period 2026 .. 2032\n}"),
        ("strategy \"Plan 2026-2032\" { lead A }", "strategy \"Plan 2026-2032\" { lead A\n  period 2026 .. 2032\n}"),
        ("strategy \"Plan 2026-2032\" {\r\n\tlead A\r\n}", "strategy \"Plan 2026-2032\" {\r\n\tlead A\r\n\tperiod 2026 .. 2032\r\n}"),
    ] {
        let tail = if before.contains('\r') { "\r\nowner A \"A\"\r\n" } else { "\nowner A \"A\"\n" };
        assert!(with(before, tail).contains(&format!("{after}{tail}")), "{before}: {:?}", with(before, tail));
    }
}

#[test]
fn a_choice_is_an_edit_each() {
    let text = "strategy \"S\" {\n  period 2027\n}\nauthority a \"A\"\nauthority b \"B\"\n";
    let chosen = mended(text);
    for name in ["a", "b"] {
        assert!(chosen.contains(&text.replace("2027\n", &format!("2027\n  authority {name}\n"))), "{chosen:?}");
    }
}

#[test]
fn a_statement_goes_with_its_lines() {
    let text = "stratégie \"S\" {\n  période 2027\n  enveloppe {\n    fonctionnement 2027: 1 k€\n  }\n  enveloppe { // bis\n  }\n}\n";
    assert!(mended(text).contains(&text.replace("  enveloppe { // bis\n  }\n", "")));
    let text = "stratégie \"S\" {\n  période 2027\n  période 2028 // ou bien\n}\n";
    assert!(mended(text).contains(&text.replace("période 2028 // ou bien", "// ou bien")));
}

#[test]
fn the_library_comes_first_in_the_plan_s_language() {
    let text = "stratégie \"S\" {\n  pilote DSI\n}\n";
    assert!(mended(text).contains(&format!("utiliser std.roles\n{text}")), "{:?}", mended(text));
}
