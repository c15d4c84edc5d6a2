//! `cargo bench --no-default-features`: what each stage costs, against yardsticks taken in the same run.
//!
//! 1. For 1 000, 10 000 and 100 000 goals, in the process: each stage, and two yardsticks: the bare pest parse of the same bytes by the
//!    spelt-out grammar, and serde_json reading the same plan's JSON.
//! 2. Texts made to cost more than their size is worth: each twice as large twice, which may take twice as long each time.
//! 3. Policies: the whole library against the bare parse. Three rules against `regorus` stand apart: `cargo bench -p against-rego`.
//! 4. Whole processes (`benches/processes.py`, needs python3): `check` against Python's json and graphlib, and against another binary
//!    that `STRATEGY_BEFORE` names; memory a source byte; the editor's delay.
//! 5. With Typst in it (`cargo bench`): the documents (`benches/documents.py`), against the typst command that `STRATEGY_TYPST` names.
//!
//! Rounds interleave everything, so that a noisy machine disturbs all alike; ratios are medians of the rounds' own ratios.

#![allow(clippy::print_stdout, reason = "a benchmark prints")]

mod clock;
mod policies;

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use strategy::analysis::analyse;
use strategy::budget::{self, ledger};
use strategy::check::{Facts, of_parts, of_plan};
use strategy::load::{Kept, Memory, load};
use strategy::plan::{graph, reach, resolve};
use strategy::sample::sample;
use strategy::schedule::{schedule, slack};
use strategy::syntax::bare_parse;
use strategy::workload::workload;

use clock::{mark, median, ratio, shown, time, timed};

/// The last four are the facts that only policies and `show` ask for.
const STAGES: [&str; 10] =
    ["read, parse and lower", "resolve", "graph", "schedule", "budget", "check", "slack", "upstream and so on", "workload", "funders"];

fn main() {
    // `cargo bench` passes `--bench`; a number asks for one size only, `policies` for policies only.
    let sizes: Vec<usize> = std::env::args().skip(1).filter_map(|arg| arg.parse().ok()).collect();
    let policies_only = std::env::args().any(|arg| arg == "policies");
    let sizes = if sizes.is_empty() { vec![1_000, 10_000, 100_000] } else { sizes };
    let judged: Vec<usize> = sizes.iter().copied().filter(|count| *count >= 10_000).collect();
    if policies_only {
        policies::all(&judged);
        return;
    }
    let per_goal: Vec<f64> = sizes.iter().map(|count| measure(*count)).collect();
    if let ([first, .., last], true) = (per_goal.as_slice(), sizes.len() > 1) {
        println!("growth: a goal of the largest plan costs {:.2} × one of the smallest (linear: about 1)", last / first);
    }
    growth();
    policies::all(&judged);
    processes();
    if cfg!(feature = "pdf") {
        documents();
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
        let each = by_stage(&world);
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
        println!("  {name:<24}{}", shown(times));
    }
    println!("  {:<24}{}", "check, whole", shown(&whole));
    println!("  {:<24}{}   {:.0} MB/s", "yardstick: bare parse", shown(&bare), bytes as f64 / 1e6 / median(&bare).as_secs_f64());
    println!("  {:<24}{}   {:.0} MB/s", "yardstick: serde_json", shown(&yard), json.len() as f64 / 1e6 / median(&yard).as_secs_f64());
    mark("bare parse / serde_json", ratio(&bare, &yard), 4.0);
    mark("check / bare parse", ratio(&whole, &bare), 1.5);
    median(&whole).as_nanos() as f64 / count as f64
}

fn by_stage(world: &Memory) -> [Duration; 10] {
    let (loaded, load_time) = timed(|| load(world, Memory::root(), &mut Kept::default()));
    let sources = std::sync::Arc::new(loaded.sources);
    let (resolution, resolve_time) = timed(|| resolve(loaded.standing, sources));
    let plan = &resolution.plan;
    let (graph, graph_time) = timed(|| graph(plan));
    let (calendar, schedule_time) = timed(|| schedule(plan, &graph));
    let (ledger, budget_time) = timed(|| ledger(plan));
    let facts = Facts { plan, graph: &graph, calendar: &calendar, ledger: &ledger };
    let (_, check_time) = timed(|| (of_plan(&facts), of_parts(&facts)));
    let (_, slack_time) = timed(|| slack(plan, &graph, &calendar));
    let (_, reach_time) = timed(|| reach(plan, &graph));
    let (_, workload_time) = timed(|| workload(plan, &calendar));
    let (_, sources_time) = timed(|| budget::sources(plan));
    let facts = [slack_time, reach_time, workload_time, sources_time];
    let check = [load_time, resolve_time, graph_time, schedule_time, budget_time, check_time];
    let mut all = [Duration::ZERO; 10];
    all.iter_mut().zip(check.into_iter().chain(facts)).for_each(|(slot, time)| *slot = time);
    all
}

/// A text of a size, made to be as costly as it can.
type Hostile = fn(usize) -> String;

const HEAD: &str = "strategy \"S\" {\n  period 2027 .. 2030\n}\nowner DSI \"D\"\n";

const HOSTILE: [(&str, usize, Hostile); 7] = [
    ("a loop of goals", 20_000, |count| {
        let goal = |at: usize| format!("  goal g{at} \"G\" {{\n    depends on g{}\n  }}\n", (at + count - 1) % count);
        let axes = (0..count).step_by(10_000).map(|first| {
            let goals: String = (first..(first + 10_000).min(count)).map(goal).collect();
            format!("axis a{first} \"A\" {{\n{goals}}}\n")
        });
        HEAD.to_owned() + &axes.collect::<String>()
    }),
    ("milestones of one goal", 10_000, |count| {
        let lines: String = (0..count).map(|at| format!("    milestone m{at} \"M\" on 2027\n")).collect();
        format!("{HEAD}axis a \"A\" {{\n  goal g \"G\" {{\n    owner DSI\n{lines}  }}\n}}\n")
    }),
    ("unknown parts of a goal", 2_000, |count| {
        let lines: String = (0..count).map(|at| format!("    milestone m{at} \"M\" on 2027\n")).collect();
        let waits: String = (0..count).map(|at| format!("    depends on g.x{at}\n")).collect();
        format!("{HEAD}axis a \"A\" {{\n  goal g \"G\" {{\n{lines}  }}\n  goal h \"H\" {{\n{waits}  }}\n}}\n")
    }),
    ("unknown names on one line", 50_000, |count| {
        let names: Vec<String> = (0..count).map(|at| format!("n{at}")).collect();
        format!("{HEAD}axis a \"A\" {{\n  goal g \"G\" {{\n    contributors {}\n  }}\n}}\n", names.join(","))
    }),
    ("misspelt names among many", 10_000, |count| {
        let owners: String = (0..count).map(|at| format!("owner Direction_de_la_chose_{at} \"O\"\n")).collect();
        let goals: String = (0..200).map(|at| format!("  goal g{at} \"G\" {{\n    owner Direktion_de_la_chos_{at}x\n  }}\n")).collect();
        format!("{HEAD}{owners}axis a \"A\" {{\n{goals}}}\n")
    }),
    ("ranges of years that overlap", 2_000, |count| {
        let lines: String = (0..count).map(|_| "      investment 2027 .. 2030: 1 €\n").collect();
        format!("{HEAD}axis a \"A\" {{\n  goal g \"G\" {{\n    budget {{\n{lines}    }}\n  }}\n}}\n")
    }),
    ("blocks behind many items", 12_500, |count| "x\n".repeat(4 * count) + &"x {\n".repeat(count)),
];

/// Twice the text may cost twice the time; the clock's own noise is allowed for.
fn growth() {
    println!("\ntexts made to cost: time for N, 2 N and 4 N (linear: about 2 each time)");
    for (name, count, text) in HOSTILE {
        let times: Vec<Duration> = [1, 2, 4].iter().map(|times| best(&text(count * times))).collect();
        let worst = times.windows(2).map(|two| two[1].as_secs_f64() / two[0].as_secs_f64()).fold(0.0, f64::max);
        let each: Vec<String> = times.iter().map(|time| format!("{:>8.1} ms", time.as_secs_f64() * 1e3)).collect();
        println!("  {name:<30}{}   worst {worst:.2} ×   {}", each.join(""), if worst <= 2.6 { "met" } else { "NOT MET" });
    }
}

/// The best of three, with the message that a person would read.
fn best(text: &str) -> Duration {
    let world = Memory::one(text);
    let run = || {
        time(|| {
            let analysis = analyse(&world, Memory::root());
            strategy::report::concise(&analysis, analysis.language())
        })
    };
    (0..3).map(|_| run()).min().unwrap_or_default()
}

/// Whole processes, which a script can measure from outside.
fn processes() {
    let folder = tempfile::tempdir().expect("a folder for scratch");
    for count in [50usize, 10_000, 100_000] {
        let plan = sample(count, 1);
        let own = folder.path().join(count.to_string());
        write(&own, &plan.files());
        std::fs::write(own.join("plan.json"), plan.json()).expect("a file");
    }
    let many = folder.path().join("editor");
    write(&many, &in_files(100));
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/processes.py");
    let status = Command::new("python3").arg(script).arg(env!("CARGO_BIN_EXE_strategy")).arg(folder.path()).status();
    if !status.is_ok_and(|status| status.success()) {
        println!("NOT MEASURED: benches/processes.py could not run");
    }
}

/// What the documents cost, against the typst command that `STRATEGY_TYPST` names.
fn documents() {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/documents.py");
    let mut command = Command::new("python3");
    command.arg(script).arg(env!("CARGO_BIN_EXE_strategy")).args(std::env::var_os("STRATEGY_TYPST"));
    if !command.status().is_ok_and(|status| status.success()) {
        println!("NOT MET or NOT MEASURED: benches/documents.py");
    }
}

/// 10 000 goals in as many files as asked for.
fn in_files(count: usize) -> Vec<(String, String)> {
    let mut files = sample(10_000, 1).files();
    let texts: String = files.drain(1..).map(|(_, text)| text).collect();
    let axes: Vec<&str> = texts.split_inclusive("\n}\n\n").collect();
    let root = files[0].1.replace("use \"axes/000.dsl\"\n", "");
    let uses: String = (0..count).map(|at| format!("use \"axes/{at:03}.dsl\"\n")).collect();
    files[0].1 = root.replace("use std.roles\n", &format!("use std.roles\n{uses}"));
    let each = axes.len().div_ceil(count);
    files.extend(axes.chunks(each).enumerate().map(|(at, axes)| (format!("axes/{at:03}.dsl"), axes.concat())));
    files
}

fn write(folder: &Path, files: &[(String, String)]) {
    for (name, text) in files {
        let path = folder.join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, text).expect("a file");
    }
}
