//! What judging costs: the whole library against the bare parse of the same plan, on one thread.

use std::sync::Arc;

use strategy::budget::ledger;
use strategy::load::{Kept as Texts, Memory, load};
use strategy::plan::{Plan, graph, resolve};
use strategy::policy::judge::{Grounds, Kept, day, judge};
use strategy::sample::sample;
use strategy::schedule::schedule;
use strategy::syntax::bare_parse;

use crate::clock::{mark, ratio, shown, time};

const PACKS: [&str; 5] = ["transition", "structure", "law", "finance", "council"];
/// As many as `check` puts into words.
const MOST: usize = 1_000;

pub fn all(sizes: &[usize]) {
    library(sizes);
}

/// The whole library on plans of these sizes: the ratio to the bare parse at each.
fn library(sizes: &[usize]) {
    let mut each: Vec<(usize, f64)> = Vec::new();
    for count in sizes {
        let files = sample(*count, 1).files();
        let uses: String = PACKS.iter().map(|pack| format!("use std.policies.{pack}\n")).collect();
        let mut packed = files.clone();
        packed[0].1.insert_str(0, &uses);
        let plan = plan(packed);
        let graph = graph(&plan);
        let (calendar, ledger) = (schedule(&plan, &graph), ledger(&plan));
        let one = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a thread");
        let rounds = if *count >= 100_000 { 5 } else { 15 };
        let (mut bare, mut typed, mut judged) = (Vec::new(), Vec::new(), Vec::new());
        let mut outcome = String::new();
        for round in 0..=rounds {
            let bare_time = time(|| files.iter().map(|(_, text)| bare_parse(text)).sum::<usize>());
            let mut set = Arc::default();
            let typed_time = time(|| set = Kept::default().policies(&plan));
            let judged_time = time(|| {
                let judgement = one.install(|| judge(&Grounds::new(&plan, &graph, &calendar, &ledger), today(), set.clone(), MOST));
                let findings: usize = judgement.verdicts.iter().map(|verdict| verdict.findings.len()).sum();
                outcome = format!("{} policies, {findings} findings", set.policies.len());
                judgement
            });
            if round > 0 {
                bare.push(bare_time);
                typed.push(typed_time);
                judged.push(judged_time);
            }
        }
        println!("\n{count} goals under the whole library ({outcome}), one thread, {rounds} rounds");
        println!("  {:<24}{}", "policies typed", shown(&typed));
        println!("  {:<24}{}", "plan judged", shown(&judged));
        println!("  {:<24}{}", "yardstick: bare parse", shown(&bare));
        each.push((*count, ratio(&judged, &bare)));
        match count {
            10_000 => mark("judged / bare parse", ratio(&judged, &bare), 0.6),
            _ => println!("  {:<26}{:>5.2} ×", "judged / bare parse", ratio(&judged, &bare)),
        }
    }
    if let (Some((_, first)), Some((100_000, last))) = (each.iter().find(|(count, _)| *count == 10_000), each.last()) {
        mark("growth from 10 000 to 100 000 / that of the parse", last / first, 1.0);
    }
}

fn today() -> i64 {
    day(strategy::analysis::SOME_DAY)
}

fn plan(files: Vec<(String, String)>) -> Plan {
    let loaded = load(&Memory::new(files), Memory::root(), &mut Texts::default());
    resolve(loaded.standing, Arc::new(loaded.sources)).plan
}
