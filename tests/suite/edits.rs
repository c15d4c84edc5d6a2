//! An edit that is offered mends what it is offered for: the message is gone, and nothing else is wrong that was right.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use strategy::analysis::{Analysis, SOME_DAY, analyse};
use strategy::diagnostic::{Lang, Severity};
use strategy::export::json;
use strategy::load::Memory;
use strategy::policy::framed::framed;
use strategy::policy::judge::{Grounds, Judgement, Set, day, judge, whole_library};

use rayon::prelude::*;
use serde_json::Value;

use super::second::plans;
use super::support::{Random, files_below, top};

/// What is said of each line that has a message, but for its place within the line.
fn errors(analysis: &Analysis) -> BTreeMap<(&'static str, String), usize> {
    let mut said = BTreeMap::new();
    for found in analysis.diagnostics.iter().filter(|found| found.severity() == Severity::Error) {
        *said.entry((found.rule.id, found.message.show(Lang::En))).or_default() += 1;
    }
    said
}

/// What each thing of a plan says, but for what is computed and what could not be read; of itself alone.
fn said(analysis: &Analysis) -> Vec<Value> {
    fn flat(entity: &Value, out: &mut Vec<Value>) {
        let mut own = entity.clone();
        let own_fields = own.as_object_mut().expect("an entity is an object");
        let children = own_fields.remove("children").unwrap_or_default();
        own_fields.remove("computed");
        let whole = ["unknown", "undefined"].iter().all(|what| own_fields[*what].as_array().is_some_and(Vec::is_empty));
        if whole {
            out.push(own);
        }
        children.as_array().into_iter().flatten().for_each(|child| flat(child, out));
    }
    let export: Value = serde_json::from_str(&json(analysis)).expect("an export is JSON");
    let mut out = Vec::new();
    export["entities"].as_array().into_iter().flatten().for_each(|entity| flat(entity, &mut out));
    out
}

/// How many things said something else before, or are gone.
fn lost(before: &Analysis, after: &Analysis) -> usize {
    let mut left = said(after);
    said(before)
        .iter()
        .filter(|one| match left.iter().position(|other| other == *one) {
            Some(at) => {
                left.swap_remove(at);
                false
            }
            None => true,
        })
        .count()
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
            if lost(&before, &after) > 1 {
                wrong.push(format!("{name}: `{}` of {} changes more than one thing", edit.title.show(Lang::En), found.rule.id));
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

/// The policies of the library that offer a change.
fn that_mend() -> Arc<Set> {
    let whole = whole_library();
    let policies: Vec<_> = whole.policies.iter().filter(|policy| policy.change.is_some()).cloned().collect();
    Arc::new(Set { policies, thresholds: whole.thresholds, ..Set::default() })
}

fn judged(analysis: &Analysis, set: &Arc<Set>, day: i64) -> Judgement {
    let grounds = Grounds::new(&analysis.plan, &analysis.graph, &analysis.calendar, &analysis.ledger);
    judge(&grounds, day, set.clone(), usize::MAX)
}

/// What is found, by policy and by thing.
fn found(judgement: &Judgement) -> Vec<(usize, String)> {
    let of = |number: usize| judgement.verdicts[number].findings.iter().map(move |finding| (number, finding.name.clone()));
    (0..judgement.verdicts.len()).flat_map(of).collect()
}

/// Each change that a policy offers for a plan, made alone: the plan is read as well as before, that finding is gone and no other of
/// these policies has come, and one thing says something else. Out: how many there were, by policy, and what is wrong with them.
fn policies_mend(name: &str, text: &str, day: i64, set: &Arc<Set>) -> (BTreeMap<String, usize>, Vec<String>) {
    let before = analyse(&Memory::one(text), Memory::root());
    let judgement = judged(&before, set, day);
    let (mut counts, mut wrong) = (BTreeMap::new(), Vec::new());
    for (number, verdict) in judgement.verdicts.iter().enumerate() {
        let code = &judgement.policy(verdict).code;
        for finding in &verdict.findings {
            let Some(edit) = finding.diagnostic.edits.first() else { continue };
            *counts.entry(code.clone()).or_default() += 1;
            let (span, replacement) = before.plan.written(&edit.mend);
            let mut mended = text.to_owned();
            mended.replace_range(span.range(), &replacement);
            let after = analyse(&Memory::one(mended.as_bytes()), Memory::root());
            let mut tell = |what: &str| wrong.push(format!("{name}: {code} for {}: {what}\n{replacement}", finding.name));
            let (old, new) = (errors(&before), errors(&after));
            // Where dates contradict each other already, the contradiction may be told at another place.
            let contradicts = old.keys().any(|(id, _)| ["E0402", "E0503"].contains(id));
            let more = |(key, times): (&(&str, String), &usize)| {
                *times > old.get(key).copied().unwrap_or(0) && !(contradicts && ["E0402", "E0503"].contains(&key.0))
            };
            if new.iter().any(more) {
                tell(&format!("leads to another error: {:?}", new.keys().filter(|key| !old.contains_key(*key)).collect::<Vec<_>>()));
            }
            let (old, mut new) = (found(&judgement), found(&judged(&after, set, day)));
            let own = |list: &[(usize, String)]| list.iter().filter(|one| **one == (number, finding.name.clone())).count();
            if own(&new) >= own(&old) {
                tell("it is found still");
            }
            new.retain(|one| !old.contains(one));
            if !new.is_empty() {
                tell(&format!("others are found: {new:?}"));
            }
            if lost(&before, &after) > 1 {
                tell("more than one thing says something else");
            }
        }
    }
    (counts, wrong)
}

#[test]
fn every_change_of_a_policy_mends_what_it_flags() {
    let set = that_mend();
    assert!(set.policies.len() >= 12, "{} policies offer a change", set.policies.len());
    let mut wrong = Vec::new();
    for policy in &set.policies {
        for (at, test) in policy.flags().enumerate() {
            let (library, text) = strategy::policy::judge::library_at(policy.head.source).expect("a policy of the library");
            let plan = framed(&text[test.plan.start as usize..test.plan.end as usize], Lang::Fr);
            let today = plan.day.unwrap_or(day(SOME_DAY));
            let alone = Arc::new(Set { policies: vec![policy.clone()], thresholds: set.thresholds.clone(), ..Set::default() });
            let (counts, faults) = policies_mend(&format!("{library} {} {at}", policy.code), &plan.text, today, &alone);
            assert!(counts.values().sum::<usize>() > 0, "{}: nothing is offered for its own example {at}", policy.code);
            wrong.extend(faults);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_change_of_a_policy_mends_plans_made_by_chance() {
    let set = that_mend();
    let all: Vec<(BTreeMap<String, usize>, Vec<String>)> =
        (0..3_000u64).into_par_iter().map(|seed| policies_mend(&format!("plan {seed}"), &plans::plan(seed), 20_500, &set)).collect();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for (code, count) in all.iter().flat_map(|(counts, _)| counts) {
        *counts.entry(code.clone()).or_default() += count;
    }
    let wrong: Vec<&String> = all.iter().flat_map(|(_, wrong)| wrong).collect();
    assert!(counts.values().sum::<usize>() > 1_000 && counts.len() >= 7, "{counts:?}");
    assert!(wrong.is_empty(), "{} of them:\n{}", wrong.len(), wrong.iter().take(20).map(|one| one.as_str()).collect::<Vec<_>>().join("\n"));
}
