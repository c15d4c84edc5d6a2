//! `cargo bench -p against-rego`: three rules of the library against the same in Rego, by `regorus`, on the same data.

#![allow(clippy::print_stdout, reason = "a benchmark prints")]

#[path = "../stages/clock.rs"]
#[allow(dead_code, reason = "the other bench uses all of it")]
mod clock;

use std::sync::Arc;
use std::time::Duration;

use strategy::budget::ledger;
use strategy::load::{Kept as Texts, Memory, load};
use strategy::plan::{Plan, graph, resolve};
use strategy::policy::judge::{Grounds, Kept, Set, day, judge};
use strategy::sample::sample;
use strategy::schedule::schedule;

use clock::{mark, median, ratio, time};

/// As many as `check` puts into words.
const MOST: usize = 1_000;

fn main() {
    against_rego(1_000, true);
    against_rego(10_000, false);
}

/// The same three rules in Rego: an owner, the envelope of each year, no loop.
const REGO: &str = r#"
package plan
import rego.v1

without_owner contains goal.id if {
    some goal in input.goals
    not goal.owner
}

over contains year if {
    some year, limit in input.envelope
    sum([amount | some goal in input.goals; amount := goal.budget[year]]) > limit
}
"#;

const REGO_LOOP: &str = r#"
edges := {goal.id: goal.deps | some goal in input.goals}

looped contains id if {
    some id, next in edges
    id in graph.reachable(edges, next)
}
"#;

/// Three rules against `regorus`, both from data that is loaded to what they find.
fn against_rego(count: usize, with_loops: bool) {
    let sample = sample(count, 1);
    let plan = plan(sample.files());
    let whole = Kept::default().policies(&plan);
    let set = Arc::new(Set {
        policies: whole.policies.iter().filter(|policy| ["CPL-01", "FIN-01"].contains(&policy.code.as_str())).cloned().collect(),
        thresholds: whole.thresholds.clone(),
        ..Set::default()
    });
    assert_eq!(set.policies.len(), 2, "the two policies");
    let mut engine = regorus::Engine::new();
    let text = if with_loops { REGO.to_owned() + REGO_LOOP } else { REGO.to_owned() };
    engine.add_policy("plan.rego".to_owned(), text).expect("a policy in Rego");
    engine.set_input(regorus::Value::from_json_str(&sample.json()).expect("our own JSON"));
    let rules: &[&str] = if with_loops { &["without_owner", "over", "looped"] } else { &["without_owner", "over"] };
    let (mut ours, mut theirs): (Vec<Duration>, Vec<Duration>) = (Vec::new(), Vec::new());
    for round in 0..=5 {
        let ours_time = time(|| {
            let graph = graph(&plan);
            assert!(graph.cycles.is_empty());
            let (calendar, ledger) = (schedule(&plan, &graph), ledger(&plan));
            let judgement = judge(&Grounds::new(&plan, &graph, &calendar, &ledger), today(), set.clone(), MOST);
            assert!(judgement.verdicts.iter().all(|verdict| verdict.findings.is_empty()));
        });
        let mut engine = engine.clone();
        let theirs_time = time(|| {
            for rule in rules {
                let found = engine.eval_rule(format!("data.plan.{rule}")).expect("it runs");
                assert!(found.as_set().expect("a set").is_empty());
            }
        });
        if round > 0 {
            ours.push(ours_time);
            theirs.push(theirs_time);
        }
    }
    let what = if with_loops { "owner, envelope, no loop" } else { "owner, envelope" };
    println!(
        "\n{count} goals, {what}: ours {:.2} ms, regorus {:.2} ms",
        median(&ours).as_secs_f64() * 1e3,
        median(&theirs).as_secs_f64() * 1e3
    );
    mark("ours / regorus", ratio(&ours, &theirs), if with_loops { 0.1 } else { 1.0 });
}

fn today() -> i64 {
    day(strategy::analysis::SOME_DAY)
}

fn plan(files: Vec<(String, String)>) -> Plan {
    let loaded = load(&Memory::new(files), Memory::root(), &mut Texts::default());
    resolve(loaded.standing, Arc::new(loaded.sources)).plan
}
