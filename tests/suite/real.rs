//! Published plans as the test of the language: what nine documents say, fact by fact (`tests/real/NAME.yaml`), and the same as a plan
//! (`examples/real/NAME/plan.dsl`). `tests/real/NAME.map` says where each fact is; nothing is left out, nothing is invented, and what
//! is wrong in a document is found.

#![allow(clippy::print_stdout, reason = "the test shows its table")]

mod agree;
mod exported;
mod facts;
mod map;
mod tiny;

use std::collections::{BTreeMap, BTreeSet};

use strategy::analysis::Analysis;

use self::agree::{Words, is_date, is_number, tokens};
use self::exported::Exported;
use self::facts::{Leaf, fits, leaves};
use self::map::{Finding, Line, Map, Place, Said};
use super::support::{analyse_bytes, files_below, top};

/// What is no fact of the document: where it was read, how much of it, and what is to be found in it.
const APART: &[&str] = &["meta.sources", "meta.completeness", "missing", "expect"];

/// So much of what a document says is in a field, of a hundred facts.
const LEAST: usize = 90;

#[derive(Debug, Default)]
struct Held {
    faults: Vec<String>,
    leaves: usize,
    nulls: usize,
    fields: usize,
    prose: usize,
    /// An `id` that nothing is called by.
    nowhere: usize,
    invented: usize,
    found: usize,
    policy: usize,
    /// Rows of the table of words that were needed.
    rows: BTreeSet<usize>,
}

/// Everything that does not hold between a document and a plan, by name; and how much of it is where.
fn hold(yaml: &str, plan: &Analysis, map: &str, words: &Words) -> Held {
    let mut held = Held::default();
    let (all, map) = match (leaves(yaml), Map::read(map)) {
        (Ok(all), Ok(map)) => (all, map),
        (all, map) => {
            held.faults.extend(all.err().into_iter().chain(map.err()));
            return held;
        }
    };
    let apart =
        |path: &str| APART.iter().any(|apart| path.strip_prefix(apart).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)));
    let mut exported = Exported::of(plan);
    let mut used = BTreeSet::new();
    for leaf in all.iter().filter(|leaf| !apart(&leaf.path)) {
        let lines = lines_of(&map, leaf);
        if lines.is_empty() {
            held.faults.push(format!("{}: no line says where it is", leaf.path));
        }
        for line in &lines {
            used.insert(line.number);
            match exported.line(line, leaf, &all, words) {
                Ok(row) => held.rows.extend(row),
                Err(fault) => held.faults.push(format!("line {}: {}: {fault}", line.number, leaf.path)),
            }
        }
        held.faults.extend(numbers_left_out(leaf, &lines));
        let field = lines.iter().any(|line| matches!(line.place, Place::Field { .. } | Place::Sound { .. }));
        let note = lines.iter().any(|line| matches!(line.place, Place::Note { .. }));
        *match (&leaf.text, field) {
            (None, _) => &mut held.nulls,
            (_, true) => &mut held.fields,
            _ if note => &mut held.prose,
            _ => &mut held.nowhere,
        } += 1;
        held.leaves += usize::from(leaf.text.is_some());
    }
    for line in map.lines.iter().filter(|line| !used.contains(&line.number)) {
        held.faults.push(format!("line {}: {}: the document has no such fact", line.number, line.leaf));
    }
    if held.fields * 100 < held.leaves * LEAST {
        held.faults.push(format!("{} of {} facts are in a field, less than {LEAST} %", held.fields, held.leaves));
    }
    nothing_is_invented(&exported, &map, &mut held);
    findings(&exported, &map, &all, &mut held);
    held
}

/// Numbers are the same in every language: none of a fact said in other words is left out.
fn numbers_left_out(leaf: &Leaf, lines: &[&Line]) -> Option<String> {
    let mut said = Vec::new();
    for line in lines {
        match &line.place {
            Place::Field { said: Said::Text(text), .. } | Place::Note { words: text, .. } => said.extend(tokens(text)),
            Place::Field { .. } | Place::Sound { .. } | Place::Nowhere => return None,
        }
    }
    let numbers = tokens(leaf.text.as_deref()?).into_iter().filter(|word| is_number(word) && !said.contains(word)).collect::<Vec<_>>();
    (!numbers.is_empty() && !said.is_empty()).then(|| format!("{}: {} is left out", leaf.path, numbers.join(", ")))
}

/// The lines of a fact: those with its very path, else those of the first pattern that fits.
fn lines_of<'m>(map: &'m Map, leaf: &Leaf) -> Vec<&'m Line> {
    let exact: Vec<&Line> = map.lines.iter().filter(|line| line.leaf == leaf.path).collect();
    if !exact.is_empty() {
        return exact;
    }
    let wanted = |line: &&Line| match line.place == Place::Nowhere {
        true => leaf.text.is_none() || leaf.path.ends_with(".id"),
        false => leaf.text.is_some(),
    };
    let pattern = map.lines.iter().filter(wanted).find(|line| fits(&line.leaf, &leaf.path)).map(|line| &line.leaf);
    map.lines.iter().filter(wanted).filter(|line| Some(&line.leaf) == pattern).collect()
}

/// What the plan says and the document does not, each with its reason; all the rest belongs to a fact.
fn nothing_is_invented(exported: &Exported, map: &Map, held: &mut Held) {
    let mut needed = BTreeSet::new();
    let mut excused = |entity: usize, field: &str, step: &str| {
        let path = exported.path(entity);
        let names = |of: &str| of == path || exported.entity(of) == Some(entity);
        let whole = if step.is_empty() { field.to_owned() } else { format!("{field}.{step}") };
        let mut found = false;
        for entry in map.invented.iter().filter(|entry| [field, &whole].contains(&entry.field.as_str())) {
            for name in entry.entities.iter().filter(|name| names(name)) {
                needed.insert((entry.number, name.clone()));
                found = true;
            }
        }
        found
    };
    for fact in &exported.facts {
        let more = fact.more();
        let numbers: Vec<&str> = more.iter().copied().filter(|word| is_number(word)).collect();
        // A date is told whole; a note is told sentence by sentence, with every number of it.
        let more = match fact.field.as_str() {
            _ if is_date(&fact.json) => Vec::new(),
            "note" => numbers,
            _ => more,
        };
        if fact.claimed && more.is_empty() {
            continue;
        }
        if excused(fact.entity, &fact.field, &fact.step) {
            held.invented += 1;
        } else {
            let what = if fact.claimed {
                format!("says more than the document: {}", more.join(" "))
            } else {
                "the document does not say it".to_owned()
            };
            held.faults.push(format!("{} {}: {what}: {}", exported.path(fact.entity), fact.field, fact.json));
        }
    }
    for (entity, field) in &exported.open {
        if excused(*entity, field, "") {
            held.invented += 1;
        } else {
            held.faults.push(format!("{} {field}: the document does not say that it is open", exported.path(*entity)));
        }
    }
    for entry in &map.invented {
        for name in entry.entities.iter().filter(|name| !needed.contains(&(entry.number, (*name).clone()))) {
            held.faults.push(format!("line {}: {name} {} is not there, or the document says it", entry.number, entry.field));
        }
    }
}

/// What is wrong in the document is found where it is, and no error that it does not expect.
fn findings(exported: &Exported, map: &Map, all: &[Leaf], held: &mut Held) {
    let expected: BTreeSet<usize> =
        all.iter().filter_map(|leaf| leaf.path.strip_prefix("expect[")?.split_once(']')?.0.parse().ok()).collect();
    let mut seen = BTreeSet::new();
    let mut allowed = BTreeSet::new();
    for (at, finding) in &map.findings {
        seen.insert(*at);
        let mut fault = |what: String| held.faults.push(format!("expect[{at}]: {what}"));
        if !expected.contains(at) {
            fault("the document expects no such finding".to_owned());
        }
        let (Finding::Code(_, places) | Finding::None(_, places)) = finding else {
            held.policy += 1;
            continue;
        };
        for place in places {
            let Some(entity) = exported.entity(place) else {
                fault(format!("nothing is called {place}"));
                continue;
            };
            let here = exported.findings.iter().enumerate().filter(|(_, found)| found.within.contains(&entity));
            let code = |code: &str| here.clone().filter(|(_, found)| found.code == code).map(|(number, _)| number).collect::<Vec<_>>();
            match finding {
                Finding::Code(wanted, _) => {
                    let found = code(wanted);
                    if found.is_empty() {
                        fault(format!("no {wanted} at {place}"));
                    }
                    allowed.extend(found);
                }
                Finding::None(Some(unwanted), _) if !code(unwanted).is_empty() => fault(format!("{unwanted} at {place}")),
                Finding::None(None, _) if here.clone().next().is_some() => {
                    let codes: Vec<&str> = here.clone().map(|(_, found)| found.code).collect();
                    fault(format!("{} at {place}", codes.join(", ")));
                }
                _ => {}
            }
        }
        held.found += 1;
    }
    held.faults.extend(expected.difference(&seen).map(|at| format!("expect[{at}]: no line says what becomes of it")));
    for (number, found) in exported.findings.iter().enumerate() {
        if found.error && !allowed.contains(&number) {
            let (code, place) = (found.code, found.within.last().map_or("the plan", |at| exported.path(*at)));
            held.faults.push(format!("{code} at {place}: an error that the document does not expect"));
        }
    }
}

fn table() -> Words {
    Words::read(&std::fs::read_to_string(top().join("tests/real/words.txt")).expect("the table")).expect("a table of words")
}

#[test]
fn every_document_is_said_by_its_plan() {
    let words = table();
    let mut rows = BTreeSet::new();
    let mut faults = Vec::new();
    let mut shown = BTreeMap::new();
    for yaml in files_below(&top().join("tests/real"), "yaml") {
        let name = yaml.file_stem().expect("a file").to_string_lossy().into_owned();
        let plan = std::fs::read_to_string(top().join("examples/real").join(&name).join("plan.dsl"));
        let (Ok(plan), Ok(map)) = (plan, std::fs::read_to_string(yaml.with_extension("map"))) else {
            faults.push(format!("{name}: no plan or no map"));
            continue;
        };
        let facts = std::fs::read_to_string(&yaml).expect("the facts");
        let held = hold(&facts, &analyse_bytes(plan.as_bytes()), &map, &words);
        faults.extend(held.faults.iter().map(|fault| format!("{name}: {fault}")));
        rows.extend(held.rows.iter().copied());
        let share = held.fields * 1000 / held.leaves.max(1);
        let line = format!(
            "{:6} {:5} {:5} {:3}.{} % {:8} {:5} {:6}",
            held.leaves,
            held.fields,
            held.prose,
            share / 10,
            share % 10,
            held.invented,
            held.found,
            held.policy
        );
        shown.insert(name, line);
    }
    println!("{:52} {:>6} {:>5} {:>5} {:>7} {:>8} {:>5} {:>6}", "plan", "leaves", "field", "prose", "share", "invented", "found", "policy");
    shown.iter().for_each(|(name, line)| println!("{name:52} {line}"));
    let dead =
        (0..words.0.len()).filter(|row| !rows.contains(row)).map(|row| format!("words.txt: no plan needs {}", words.0[row].0.join(" ")));
    faults.extend(dead);
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    let plans = files_below(&top().join("examples/real"), "dsl").len();
    assert_eq!(plans, shown.len(), "each plan has its document, and each document its plan");
}
