//! A second evaluator of policies, which shares nothing with the first: one thing at a time, by loops, with the tables as they are
//! printed. Both must say the same of any plan: the same outcome, the same things, for want of the same facts.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "the test shows what it compared")]

mod eval;
mod facts;
mod fields;
mod mended;
mod money;
pub mod plans;
mod policies;
mod things;
mod value;

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;
use strategy::analysis::{Analysis, analyse};
use strategy::diagnostic::Lang;
use strategy::load::Memory;
use strategy::policy::judge::{self, Cause, Grounds, Judgement, Outcome, Set, Verdict, judge, whole_library};
use strategy::policy::kinds::{FACTS, Item};
use strategy::policy::typed::{Clause, Node, Policy, Take, What};

use eval::{Judged, Second};
use things::{Things, base};
use value::{Atom, Why};

/// The days on which plans are judged.
const DAYS: [i64; 4] = [20_454, 20_819, 21_200, 22_000];

fn analysed(text: &str) -> Analysis {
    analyse(&Memory::one(text), Memory::root())
}

fn grounds(analysis: &Analysis) -> Grounds<'_> {
    Grounds::new(&analysis.plan, &analysis.graph, &analysis.calendar, &analysis.ledger)
}

/// What the first evaluator found, in the words of the second.
fn found(policy: &Policy, verdict: &Verdict) -> Vec<Option<Atom>> {
    let item = policy.each.as_ref().map(|walk| walk.item);
    let one = |name: &str| match item {
        Some(Item::Word(words)) => Some(words.rows().iter().position(|row| row.fr == name).map_or(Atom::Own, |at| Atom::Word(at as i32))),
        Some(Item::Year) => Some(Atom::Year(name.parse().expect("a year"))),
        _ => None,
    };
    verdict
        .findings
        .iter()
        .map(|finding| match finding.of {
            Some((kind, at)) => Some(Atom::Thing(base(kind), at)),
            None => one(&finding.name),
        })
        .collect()
}

fn shown(why: &Why) -> String {
    let one = |cause: &Cause| match cause {
        Cause::Fact(fact, row) => format!("{:?} {row}", FACTS[*fact as usize].fact),
        Cause::Threshold(at) => format!("threshold {at}"),
    };
    why.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// Where the two differ, if they do.
fn difference(policy: &Policy, verdict: &Verdict, judged: &Judged) -> Option<String> {
    let mut said = Vec::new();
    let mut differ = |what: &str, first: String, second: String| {
        if first != second {
            said.push(format!("{what}: {first} / {second}"));
        }
    };
    differ("outcome", format!("{:?}", verdict.outcome), format!("{:?}", judged.outcome));
    differ("not for", format!("{:?}", verdict.not_for), format!("{:?}", judged.not_for));
    differ("judged", verdict.judged.to_string(), judged.judged.to_string());
    differ("open", verdict.open.to_string(), judged.open.to_string());
    differ("doubtful", verdict.doubtful.to_string(), judged.doubtful.to_string());
    if verdict.outcome == Outcome::Found && judged.outcome == Outcome::Found {
        differ("found", format!("{:?}", found(policy, verdict)), format!("{:?}", judged.found));
    }
    let with_causes = verdict.outcome == Outcome::Undecided || (verdict.outcome == Outcome::Found && verdict.open > 0);
    if with_causes {
        differ("causes", shown(&verdict.causes.iter().copied().collect()), shown(&judged.why));
    }
    (!said.is_empty()).then(|| said.join("; "))
}

#[derive(Default)]
struct Counts {
    compared: AtomicUsize,
    outcomes: [AtomicUsize; 4],
    differences: AtomicUsize,
}

/// All policies of a set on one plan, by both.
fn compare(set: &Arc<Set>, analysis: &Analysis, today: i64, counts: &Counts, tell: &dyn Fn(&Policy, String)) -> Judgement {
    let grounds = grounds(analysis);
    let judgement = judge(&grounds, today, set.clone(), usize::MAX);
    let second = Second::new(Things::of(&grounds), &set.thresholds, today);
    for (policy, verdict) in set.policies.iter().zip(&judgement.verdicts) {
        let judged = second.judge(policy);
        counts.compared.fetch_add(1, Ordering::Relaxed);
        counts.outcomes[judged.outcome as usize].fetch_add(1, Ordering::Relaxed);
        if let Some(difference) = difference(policy, verdict, &judged) {
            counts.differences.fetch_add(1, Ordering::Relaxed);
            tell(policy, difference);
        }
    }
    judgement
}

fn report(counts: &Counts) -> String {
    let of = |at: usize| counts.outcomes[at].load(Ordering::Relaxed);
    format!(
        "{} compared: {} found, {} undecided, {} met, {} aside; {} differ",
        counts.compared.load(Ordering::Relaxed),
        of(0),
        of(1),
        of(2),
        of(3),
        counts.differences.load(Ordering::Relaxed)
    )
}

/// The library on so many plans; of its policies one in `of` on each, another time others.
fn library_on(plans: u64, of: u64) {
    let whole = whole_library();
    assert!(whole.policies.len() > 100);
    let part = |turn: u64| {
        let policies = (0u64..).zip(&whole.policies).filter(|(at, _)| at % of == turn).map(|(_, policy)| policy.clone()).collect();
        Arc::new(Set { policies, thresholds: whole.thresholds.clone(), ..Set::default() })
    };
    let parts: Vec<Arc<Set>> = (0..of).map(part).collect();
    let counts = Counts::default();
    (0..plans).into_par_iter().for_each(|seed| {
        let text = plans::plan(seed);
        let analysis = analysed(&text);
        let turn = (seed / 4 % of) as usize;
        compare(&parts[turn], &analysis, DAYS[(seed % 4) as usize], &counts, &|policy, difference| {
            eprintln!("seed {seed}, {}: {difference}", policy.name);
        });
    });
    println!("{plans} plans, {} policies, one in {of} on each: {}", whole.policies.len(), report(&counts));
    assert_eq!(counts.differences.load(Ordering::Relaxed), 0);
}

/// Each policy sees 2 500 plans; all of them, in [`the_whole_library_on_all_plans_made_by_chance`].
#[test]
fn the_library_on_plans_made_by_chance() {
    library_on(10_000, 4);
}

#[test]
#[ignore = "two minutes: the whole library on each of the plans"]
fn the_whole_library_on_all_plans_made_by_chance() {
    library_on(10_000, 1);
}

/// So many policies made by chance, each on a few plans made by chance.
fn policies_on(policies: u64, each: u64) {
    const TOGETHER: u64 = 25;
    let counts = Counts::default();
    let refused = AtomicUsize::new(0);
    (0..policies / TOGETHER).into_par_iter().for_each(|batch| {
        let text: String = (batch * TOGETHER..(batch + 1) * TOGETHER).map(policies::policy).collect();
        let plan = analysed(&format!("{}{text}", policies::THRESHOLDS)).plan;
        let set = judge::policies(&plan, false);
        let lost = TOGETHER as usize - set.policies.len();
        if lost > 0 {
            refused.fetch_add(lost, Ordering::Relaxed);
            for found in &set.diagnostics {
                let line = plan.sources.slice(found.span());
                eprintln!("batch {batch}: {} {} — {line}", found.rule.id, found.message.show(Lang::En));
            }
        }
        let set = Arc::new(Set { policies: set.policies, thresholds: set.thresholds, ..Set::default() });
        for turn in 0..each {
            let seed = 20_000 + batch * each + turn;
            let analysis = analysed(&plans::plan(seed));
            compare(&set, &analysis, DAYS[(seed % 4) as usize], &counts, &|policy, difference| {
                eprintln!("plan {seed}, {}: {difference}", policy.name);
            });
        }
    });
    let refused = refused.load(Ordering::Relaxed);
    println!("{policies} policies, {refused} refused, {each} plans each: {}", report(&counts));
    assert!(refused * 50 < policies as usize, "a maker of policies whose policies do not type");
    assert_eq!(counts.differences.load(Ordering::Relaxed), 0);
}

#[test]
fn policies_made_by_chance_on_plans_made_by_chance() {
    policies_on(10_000, 5);
}

/// Policies made by chance that type.
fn some_policies(first: u64, count: u64) -> Arc<Set> {
    let text: String = (first..first + count).map(policies::policy).collect();
    let set = judge::policies(&analysed(&format!("{}{text}", policies::THRESHOLDS)).plan, false);
    Arc::new(Set { policies: set.policies, thresholds: set.thresholds, ..Set::default() })
}

/// To ask whether a fact is known is to ask for no value of it; and what is reckoned has lost its mark of tax, which nobody can tell.
fn asks_what_is_known(policy: &Policy) -> bool {
    fn known(node: &Node) -> bool {
        let of_name = matches!(&node.what, What::Take(base, Take::Ht | Take::Ttc) if matches!(base.what, What::Var(_)));
        of_name || matches!(node.what, What::Known(_)) || node.parts().into_iter().any(known)
    }
    let lines = policy.clauses.iter().map(|clause| match clause {
        Clause::Let(_, node) | Clause::Where(node) | Clause::Require(node) => node,
    });
    policy.applies.iter().chain(lines).any(known)
}

#[test]
fn what_is_not_told_as_missing_does_not_matter_and_what_is_told_is_enough() {
    let library = Arc::new(whole_library());
    let asked = AtomicUsize::new(0);
    (0..400u64).into_par_iter().for_each(|turn| {
        let analysis = analysed(&plans::plan(70_000 + turn));
        let grounds = grounds(&analysis);
        let set = if turn % 2 == 0 { library.clone() } else { some_policies(500_000 + turn * 100, 100) };
        let today = DAYS[(turn % 4) as usize];
        let unread = analysis.plan.authority().is_unknown();
        for policy in &set.policies {
            let second = Second::new(Things::of(&grounds), &set.thresholds, today);
            let judged = second.judge(policy);
            if judged.outcome != Outcome::Undecided || unread || second.doubted.get() || asks_what_is_known(policy) {
                continue;
            }
            asked.fetch_add(1, Ordering::Relaxed);
            let others = second.unknown_facts().into_iter().filter(|fact| !judged.why.contains(&Cause::Fact(fact.0, fact.1)));
            let other = Second::new(Things::of(&grounds), &set.thresholds, today);
            others.for_each(|(fact, at)| other.tell(fact, at));
            let again = other.judge(policy);
            // A part of nothing is doubtful whatever was known before.
            if other.doubted.get() {
                continue;
            }
            assert_eq!((again.outcome, again.open), (judged.outcome, judged.open), "turn {turn}, {}: {}", policy.name, shown(&judged.why));
            // Told fact by fact, it is decided in the end, and at each step says what is missing.
            let told = Second::new(Things::of(&grounds), &set.thresholds, today);
            let mut now = judged;
            for _ in 0..40 {
                let fact = |cause: &Cause| match cause {
                    Cause::Fact(fact, at) => Some((*fact, *at)),
                    Cause::Threshold(_) => None,
                };
                let facts: Vec<_> = now.why.iter().filter_map(fact).collect();
                if now.outcome != Outcome::Undecided || facts.len() < now.why.len() {
                    break;
                }
                assert!(!facts.is_empty(), "turn {turn}, {}: undecided for want of nothing", policy.name);
                facts.into_iter().for_each(|(fact, at)| told.tell(fact, at));
                now = told.judge(policy);
            }
            let by_law = now.why.iter().any(|cause| matches!(cause, Cause::Threshold(_)));
            assert!(now.outcome != Outcome::Undecided || by_law, "turn {turn}, {}: {}", policy.name, shown(&now.why));
        }
    });
    println!("{} undecided policies told what is missing", asked.load(Ordering::Relaxed));
    assert!(asked.load(Ordering::Relaxed) > 2_000);
}

#[test]
fn one_thread_says_what_two_say() {
    let library = Arc::new(whole_library());
    let pools = [1, 2].map(|threads| rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads"));
    for seed in 0..60u64 {
        let set = if seed % 2 == 0 { library.clone() } else { some_policies(900_000 + seed * 50, 50) };
        let text = plans::plan(90_000 + seed);
        let [one, two] = pools.each_ref().map(|pool| {
            pool.install(|| {
                let analysis = analysed(&text);
                let judgement = judge(&grounds(&analysis), DAYS[0], set.clone(), usize::MAX);
                format!("{:?} {:?} {:?}", judgement.verdicts, judgement.missing, analysis.diagnostics)
            })
        });
        assert_eq!(one, two, "seed {seed}");
    }
}
