//! `cargo bench`: what each stage costs, against two yardsticks taken in the same run.
//!
//! For 1 000, 10 000 and 100 000 goals: the bare pest parse of the same bytes, and serde_json reading the same plan's
//! JSON into a `Value`. Rounds interleave everything, so that a noisy machine disturbs all alike; ratios are medians of
//! the rounds' own ratios. Marks: bare parse ≤ 4 × serde_json, check ≤ 1.5 × bare parse, growth linear.

#![allow(clippy::print_stdout, reason = "what a bench finds is printed")]

use std::time::{Duration, Instant};

use strategy::analysis::analyse;
use strategy::budget::ledger;
use strategy::check::{Facts, check};
use strategy::load::{Memory, library};
use strategy::plan::{Items, declare, graph, resolve};
use strategy::sample::sample;
use strategy::schedule::schedule;
use strategy::syntax::{bare_parse, parse, parse_each};
use strategy::text::{Source, Sources};

const STAGES: [&str; 7] = ["parse", "parse and declare", "resolve", "graph", "schedule", "budget", "check"];

fn main() {
    // `cargo bench` passes `--bench`; a number asks for one size only.
    let sizes: Vec<usize> = std::env::args().skip(1).filter_map(|arg| arg.parse().ok()).collect();
    let sizes = if sizes.is_empty() { vec![1_000, 10_000, 100_000] } else { sizes };
    let mut per_goal = Vec::new();
    for count in &sizes {
        per_goal.push(measure(*count));
    }
    if let (Some(first), Some(last)) = (per_goal.first(), per_goal.last())
        && sizes.len() > 1
    {
        println!("growth: a goal of the largest plan costs {:.2} × one of the smallest (linear: about 1)", last / first);
    }
}

/// Prints one size; the median time of `check` for one goal, in nanoseconds.
fn measure(count: usize) -> f64 {
    let plan = sample(count, 1);
    let json = plan.json();
    let files = plan.files();
    let bytes: usize = files.iter().map(|(_, text)| text.len()).sum();
    let world = Memory::new(files.clone()); // the disk is not what is measured
    let rounds = if count >= 100_000 { 7 } else { 15 };
    println!("\n{count} goals: {:.1} MB of text, {:.1} MB of JSON, {rounds} rounds", bytes as f64 / 1e6, json.len() as f64 / 1e6);

    let (mut bare, mut yard, mut whole) = (Vec::new(), Vec::new(), Vec::new());
    let mut stages: Vec<Vec<Duration>> = vec![Vec::new(); STAGES.len()];
    for round in 0..=rounds {
        let bare_time = time(|| files.iter().map(|(_, text)| bare_parse(text)).sum::<usize>());
        let yard_time = time(|| serde_json::from_str::<serde_json::Value>(&json).expect("our own JSON"));
        let whole_time = time(|| {
            let analysis = analyse(&world, Memory::root());
            assert!(analysis.diagnostics.is_empty(), "{:?}", analysis.diagnostics.first());
            analysis
        });
        let each = by_stage(&files);
        if round == 0 {
            continue; // warm-up
        }
        bare.push(bare_time);
        yard.push(yard_time);
        whole.push(whole_time);
        for (stage, time) in stages.iter_mut().zip(each) {
            stage.push(time);
        }
    }
    for (name, times) in STAGES.iter().zip(&stages) {
        println!("  {name:<22}{}", shown(times));
    }
    println!("  {:<22}{}", "check, whole", shown(&whole));
    println!("  {:<22}{}   {:.0} MB/s", "yardstick: bare parse", shown(&bare), bytes as f64 / 1e6 / median(&bare).as_secs_f64());
    println!("  {:<22}{}   {:.0} MB/s", "yardstick: serde_json", shown(&yard), json.len() as f64 / 1e6 / median(&yard).as_secs_f64());
    mark("bare parse / serde_json", ratio(&bare, &yard), 4.0);
    mark("check / bare parse", ratio(&whole, &bare), 1.5);
    median(&whole).as_nanos() as f64 / count as f64
}

fn by_stage(texts: &[(String, String)]) -> [Duration; 7] {
    let mut sources = Sources::default();
    let roles = library("roles").expect("a library of ours").1.to_owned();
    let mut ids = vec![sources.add(Source::new("std/roles.dsl", roles, true))];
    for (name, text) in texts {
        ids.push(sources.add(Source::new(name, text.clone(), false)));
    }
    let (_, parse_time) = timed(|| ids.iter().map(|id| parse(*id, &sources.get(*id).text).0).collect::<Vec<_>>());
    let (items, declare_time) = timed(|| {
        let mut items = Items::default();
        for id in &ids {
            let text = &sources.get(*id).text;
            for (some, _) in parse_each(*id, text, |tree| declare(*id, text, &tree)).0 {
                items.append(some);
            }
        }
        items
    });
    let ((plan, _), resolve_time) = timed(|| resolve(items, &sources));
    let (graph, graph_time) = timed(|| graph(&plan));
    let (calendar, schedule_time) = timed(|| schedule(&plan, &graph));
    let (ledger, budget_time) = timed(|| ledger(&plan));
    let facts = Facts { sources: &sources, plan: &plan, graph: &graph, calendar: &calendar, ledger: &ledger };
    let (_, check_time) = timed(|| check(&facts));
    [parse_time, declare_time, resolve_time, graph_time, schedule_time, budget_time, check_time]
}

fn timed<T>(f: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let value = std::hint::black_box(f());
    (value, start.elapsed())
}

/// What is made is dropped after the clock stops: every side is spared the same.
fn time<T>(f: impl FnOnce() -> T) -> Duration {
    timed(f).1
}

fn median(times: &[Duration]) -> Duration {
    let mut sorted = times.to_vec();
    sorted.sort_unstable();
    sorted[sorted.len() / 2]
}

fn shown(times: &[Duration]) -> String {
    let least = times.iter().min().copied().unwrap_or_default();
    format!("{:>9.2} ms   (least {:.2})", median(times).as_secs_f64() * 1e3, least.as_secs_f64() * 1e3)
}

fn ratio(over: &[Duration], under: &[Duration]) -> f64 {
    let mut ratios: Vec<f64> = over.iter().zip(under).map(|(a, b)| a.as_secs_f64() / b.as_secs_f64()).collect();
    ratios.sort_by(f64::total_cmp);
    ratios[ratios.len() / 2]
}

fn mark(name: &str, ratio: f64, most: f64) {
    println!("  {name:<26}{ratio:>5.2} ×   mark ≤ {most}   {}", if ratio <= most { "met" } else { "NOT MET" });
}
