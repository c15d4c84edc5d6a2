//! The facts that policies judge, each against a second reckoning of its own: plain loops over what `strategy export` writes, that share
//! no code with the first. On hundreds of small plans, and on every example.

mod calendar;
mod graph;
mod load;
mod money;
mod plans;
mod read;
mod shown;

use strategy::analysis::{Analysis, analyse};
use strategy::load::Disk;

use super::support::{analyse_bytes, files_below, top};
use plans::plan;
use read::Said;

const PLANS: u64 = 600;

/// Every plan that is looked at: what it is called, its text where it is a made one, and its analysis.
fn each(mut look: impl FnMut(&str, &Analysis, &Said)) {
    for seed in 0..PLANS {
        let text = plan(seed);
        let analysis = analyse_bytes(text.as_bytes());
        look(&format!("plan {seed}:\n{text}"), &analysis, &Said::of(&analysis));
    }
    let mut examples = 0;
    for path in files_below(&top().join("examples"), "dsl") {
        let analysis = analyse(&Disk::new().expect("a working folder"), &path);
        look(&path.display().to_string(), &analysis, &Said::of(&analysis));
        examples += 1;
    }
    assert!(examples > 15, "the examples are there");
}
