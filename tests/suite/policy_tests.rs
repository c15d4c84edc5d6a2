//! The library's own tests pass, and its mutants die, but for those of `tests/mutants-alive.txt`: each with a reason.

use std::collections::{BTreeMap, BTreeSet};

use strategy::load::Disk;
use strategy::trial::{Report, run};

use super::support::{files_below, top};

/// `INSTA_UPDATE` has no part in this: a reason is written by hand.
const ALIVE: &str = "tests/mutants-alive.txt";

fn reports(mutate: bool) -> Vec<(String, Report)> {
    let disk = Disk::new().expect("a working folder");
    disk.with_libraries(top().join("stdlib"));
    let files = files_below(&top().join("stdlib/policies"), "dsl");
    assert!(files.len() >= 6, "the packs are found");
    files.iter().map(|file| (file.file_stem().expect("a file").to_string_lossy().into_owned(), run(&disk, file, mutate))).collect()
}

#[test]
fn every_test_of_the_library_passes() {
    let mut wrong = Vec::new();
    for (pack, report) in reports(false) {
        assert!(report.policies > 0, "{pack} holds no policy");
        let told = report.diagnostics.iter().map(|found| format!("{pack}: {} {}", found.rule.id, found.message.show(Default::default())));
        wrong.extend(told);
        for trial in report.trials.iter().filter(|trial| !trial.passed) {
            let line = report.analysis.sources.start(trial.span).line;
            wrong.push(format!("{pack}.dsl:{line} {}: wanted {}, got {} {:?}", trial.policy, trial.wanted, trial.got, trial.errors));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Each line: the key of a mutant, ` # `, and why no test can notice it.
fn listed() -> BTreeMap<String, String> {
    let text = std::fs::read_to_string(top().join(ALIVE)).unwrap_or_default();
    let lines = text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
    let split = |line: &str| {
        let (key, why) = line.rsplit_once(" # ").unwrap_or_else(|| panic!("{ALIVE}: no reason: {line}"));
        assert!(why.trim().len() > 10, "{ALIVE}: {line}");
        (key.trim().to_owned(), why.trim().to_owned())
    };
    lines.map(split).collect()
}

#[test]
fn every_mutant_of_the_library_dies_but_those_that_say_the_same() {
    let mut alive = BTreeSet::new();
    let mut all = 0;
    for (_, report) in reports(true) {
        all += report.mutants.len();
        for mutant in report.mutants.iter().filter(|mutant| !mutant.killed) {
            alive.insert(mutant.key(report.analysis.sources.slice(mutant.span)));
        }
    }
    assert!(all > 1_000, "{all} mutants");
    let listed = listed();
    let unlisted: Vec<&String> = alive.iter().filter(|key| !listed.contains_key(*key)).collect();
    assert!(unlisted.is_empty(), "no test notices, and {ALIVE} gives no reason:\n{unlisted:#?}");
    let dead: Vec<&String> = listed.keys().filter(|key| !alive.contains(*key)).collect();
    assert!(dead.is_empty(), "these die now, and {ALIVE} lists them still:\n{dead:#?}");
}
