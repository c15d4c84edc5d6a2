//! An edit that is offered mends what it is offered for: the message is gone, and nothing else is wrong that was right.

use std::collections::BTreeMap;
use std::path::Path;

use strategy::analysis::{Analysis, analyse};
use strategy::diagnostic::{Lang, Severity};
use strategy::load::Memory;

use super::support::{Random, files_below, top};

/// What is said of each line that has a message, but for its place within the line.
fn errors(analysis: &Analysis) -> BTreeMap<(&'static str, String), usize> {
    let mut said = BTreeMap::new();
    for found in analysis.diagnostics.iter().filter(|found| found.severity() == Severity::Error) {
        *said.entry((found.rule.id, found.message.show(Lang::En))).or_default() += 1;
    }
    said
}

/// Applies each edit alone. Out: how many there were, and what is wrong with them.
pub fn apply_all(name: &str, text: &str) -> (usize, Vec<String>) {
    let world = |text: &str| Memory::new([(Path::new("plan.dsl"), text.as_bytes())]);
    let before = analyse(&world(text), Memory::root());
    let mut wrong = Vec::new();
    let mut count = 0;
    for found in &before.diagnostics {
        for edit in &found.edits {
            count += 1;
            let (span, replacement) = before.plan.written(&edit.mend);
            let mut mended = text.to_owned();
            mended.replace_range(span.range(), &replacement);
            let after = analyse(&world(&mended), Memory::root());
            let message = found.message.show(Lang::En);
            let told = |analysis: &Analysis| {
                analysis
                    .diagnostics
                    .iter()
                    .filter(|other| other.rule.id == found.rule.id && other.message.show(Lang::En) == message)
                    .count()
            };
            if told(&after) >= told(&before) {
                wrong.push(format!("{name}: {} is told still after `{}`: {message}", found.rule.id, edit.title.show(Lang::En)));
            }
            let (old, new) = (errors(&before), errors(&after));
            for ((id, message), times) in new {
                if times > old.get(&(id, message.clone())).copied().unwrap_or(0) && !UNCOVERED.contains(&id) {
                    wrong.push(format!("{name}: `{}` of {} leads to {id}: {message}", edit.title.show(Lang::En), found.rule.id));
                }
            }
        }
    }
    (count, wrong)
}

/// What is wrong with the plan as it was meant, and could not be seen while a line was unreadable: dates, sums and loops.
const UNCOVERED: &[&str] = &["E0401", "E0402", "E0501", "E0502", "E0503", "FIN-01", "FIN-06", "E0603"];

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

#[test]
fn every_edit_mends_what_it_is_offered_for() {
    let mut all: Vec<(String, String)> = Vec::new();
    for path in files_below(&top().join("examples/mistakes"), "dsl") {
        all.push((path.file_name().expect("a file").to_string_lossy().into_owned(), std::fs::read_to_string(&path).expect("an example")));
    }
    let whole = std::fs::read_to_string(top().join("examples/bretagne/plan.dsl")).expect("an example");
    let mut random = Random::new(11);
    for number in 0..1_500 {
        all.push((format!("slip {number}"), slip(&whole, &mut random)));
    }
    let said = "strategy \"Stratégie numérique 2026-2032\" {\n  lead DGS\n}\nauthority a \"A\"\nauthority b \"B\"\nuse std.roles\n";
    all.push(("years of the title, and two authorities".to_owned(), said.to_owned()));
    let (mut count, mut wrong) = (0, Vec::new());
    for (name, text) in &all {
        let (edits, faults) = apply_all(name, text);
        count += edits;
        wrong.extend(faults);
    }
    assert!(count > 150, "only {count} edits were offered: they prove little");
    assert!(wrong.is_empty(), "{} of {count} edits:\n{}", wrong.len(), wrong.join("\n"));
}
