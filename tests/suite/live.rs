//! An analysis that is brought up to date after each edit says what a new one would say, over thousands of random edits.

#![allow(clippy::print_stdout, reason = "the test shows its table")]

use std::path::Path;

use rayon::prelude::*;
use strategy::analysis::{Analysis, Live, analyse};
use strategy::diagnostic::Lang;
use strategy::load::Memory;

use super::support::{Random, files_below, top};

/// All that people are shown.
fn said(analysis: &Analysis) -> Vec<String> {
    let found = analysis.diagnostics.iter().map(|found| {
        let labels: Vec<String> = found.labels.iter().map(|label| format!("{:?} {}", label.span, label.text.show(Lang::Fr))).collect();
        format!("{} {} {labels:?} {:?}", found.rule.id, found.message.show(Lang::Fr), found.edits)
    });
    let judged = analysis.judgement.verdicts.iter().map(|verdict| {
        let found: Vec<&str> = verdict.findings.iter().map(|finding| finding.name.as_str()).collect();
        format!(
            "{} {:?} {} {found:?} {} {:?}",
            analysis.judgement.policy(verdict).code,
            verdict.outcome,
            verdict.judged,
            verdict.open,
            verdict.causes
        )
    });
    let missing = analysis.judgement.missing.iter().map(|missing| format!("{:?} {:?} {:?}", missing.text, missing.policies, missing.place));
    let holes = analysis.holes.iter().map(|hole| format!("{hole:?}"));
    let ledger = analysis.ledger.lines.iter().map(|(key, line)| format!("{key:?} {:?} {:?}", line.asked, line.allotted));
    let lumps = [format!("{:?} {:?}", analysis.ledger.lumps, analysis.ledger.allotted)];
    let slots = analysis.plan.goal_ids().map(|goal| format!("{:?}", analysis.calendar.slot(goal)));
    found.chain(judged).chain(missing).chain(holes).chain(ledger).chain(lumps).chain(slots).collect()
}

type Files = Vec<(String, String)>;

/// What people do to a text: a letter, a word, a line, a copy, a brace.
fn edit(random: &mut Random, files: &mut Files) {
    const PUT: [&str; 32] = [
        "x",
        "7",
        " ",
        "\n",
        "\"",
        "{",
        "}",
        ",",
        "2029",
        "é",
        ".",
        ":",
        "// note\n",
        "k€",
        " + 3 months",
        "\n  goal neuf \"Neuf\" {\n  }\n",
        "owner DSI\n",
        "\nduration 3 months\n",
        "depends on g000003\n",
        "status abandoned\n",
        "pilote CDO\n",
        "«",
        "///",
        "0 €",
        " HT",
        " in all",
        "about ",
        " instead of 2028",
        "outside\n",
        "total 5 k€\n",
        " .. ",
        "adoption + 1 month",
    ];
    let at = random.below(files.len());
    let text = &mut files[at].1;
    let place = |random: &mut Random, text: &str| {
        let mut at = random.below(text.len() + 1);
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let from = place(random, text);
    match random.below(4) {
        0 => {
            let mut to = (from + 1 + random.below(12)).min(text.len());
            while !text.is_char_boundary(to) {
                to += 1;
            }
            text.replace_range(from..to, "");
        }
        1 => {
            let line = text[from..].lines().next().unwrap_or("").to_owned();
            let to = place(random, text);
            text.insert_str(to, &format!("\n{line}\n"));
        }
        _ => text.insert_str(from, PUT[random.below(PUT.len())]),
    }
}

/// Out: how many of the edits were followed without looking at everything anew.
fn follows(start: &Files, seed: u64, edits: usize) -> usize {
    let mut kept = 0;
    let mut random = Random::new(seed);
    let mut files = start.clone();
    let world = |files: &Files| Memory::new(files.iter().map(|(name, text)| (Path::new(name), text.as_bytes())));
    let mut live = Live::new(&world(&files), Memory::root());
    for number in 0..edits {
        // Now and then the author takes it all back, so that the plan does not fall to pieces.
        if number % 7 == 6 {
            files = start.clone();
        } else {
            edit(&mut random, &mut files);
        }
        let world = world(&files);
        live.refresh(&world);
        kept += usize::from(!live.whole);
        let cold = analyse(&world, Memory::root());
        let (own, cold) = (said(&live.analysis), said(&cold));
        let differs = own.iter().zip(&cold).find(|(own, cold)| own != cold);
        assert!(differs.is_none() && own.len() == cold.len(), "seed {seed}, edit {number}: {differs:#?}");
    }
    kept
}

fn montreval() -> Files {
    let folder = top().join("examples/montreval");
    let named = |path: &std::path::PathBuf| path.strip_prefix(&folder).expect("below").to_string_lossy().into_owned();
    files_below(&folder, "dsl").iter().map(|path| (named(path), std::fs::read_to_string(path).expect("an example"))).collect()
}

/// All that judges: what a policy reads of a plan is what changed, and nothing of what was.
const PACKS: [&str; 5] = ["transition", "structure", "law", "finance", "council"];

/// A sample with each axis in a file of its own.
fn sample() -> Files {
    let mut files = strategy::sample::sample(60, 3).files();
    let (name, axes) = files.pop().expect("axes");
    let root = &mut files[0].1;
    let pieces: Vec<String> =
        axes.split("\n\naxis ").enumerate().map(|(at, axis)| if at == 0 { axis.to_owned() } else { format!("axis {axis}\n") }).collect();
    let uses: String = (0..pieces.len()).map(|at| format!("use \"axes/{at}.dsl\"\n")).collect();
    *root = root.replace(&format!("use \"{name}\"\n"), &uses);
    let packs: String = PACKS.iter().map(|pack| format!("use std.policies.{pack}\n")).collect();
    root.insert_str(0, &packs);
    files.extend(pieces.into_iter().enumerate().map(|(at, text)| (format!("axes/{at}.dsl"), text)));
    files
}

/// Dates that are counted from those of another file, amounts in no year, work that is somebody else's.
fn moments() -> Files {
    let plan = "use std.policies.finance\nuse std.policies.law\nuse std.policies.structure\nuse \"a.dsl\"\nuse \"b.dsl\"\nstrategy \"S\" {\n  period 2027 .. 2032\n  envelope {\n    total 900 k€\n    investment 2028: 90 k€\n  }\n  announces 6 actions\n}\nowner DSI \"DSI\"\n";
    let a = "decision adoption \"Adoption\" on 2027-03 {\n  kind adoption\n}\naxis a \"A\" {\n  goal g000001 \"G1\" {\n    owner DSI\n    period adoption + 1 month .. adoption + 24 months\n    milestone m \"M\" on adoption + 40 months\n    budget {\n      investment 2027 .. 2029: 60 k€ in all\n    }\n  }\n  action \"Sans nom\" {\n    period 2028 ..\n    depends on g000001\n  }\n}\n";
    let b = "goal g000002 \"G2\" {\n  period g000001.m + 1 month .. 2032\n  depends on g000003 start\n  budget {\n    total 20 .. 30 k€\n  }\n}\n\naction g000003 \"G3\" {\n  duration 3 months\n  depends on g000001 for end\n  indicator i \"I\" {\n    baseline 3 \"x\" on 2027\n    target -40 % on 2030\n  }\n}\n\ngoal g000004 \"G4\" {\n  outside\n  period continuous\n}\n";
    [("plan.dsl", plan), ("a.dsl", a), ("b.dsl", b)].map(|(name, text)| (name.to_owned(), text.to_owned())).into()
}

#[test]
fn two_thousand_edits() {
    let starts = [montreval(), sample(), moments()];
    assert!(starts[1].len() > 3, "several files");
    // `LIVE_SEEDS=400 cargo test --no-default-features two_thousand`: more of them, for minutes.
    let seeds: u64 = std::env::var("LIVE_SEEDS").ok().and_then(|seeds| seeds.parse().ok()).unwrap_or(20);
    let kept: usize = (0..seeds).into_par_iter().map(|seed| follows(&starts[seed as usize % 3], seed, 100)).sum();
    assert!(kept > 800, "only {kept} of 2 000 edits were followed: the others prove nothing");
    println!("{kept} of 2 000 edits were followed");
}
