//! L6. The tests of policies: plans in blocks, and what each policy is to say of them.
//!
//! In: a file of policies. Out: of each test what was wanted and what came. Each test plan is analysed once; of a mutant only the policy
//! runs again.

mod mutants;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use crate::analysis::{Analysis, SOME_DAY, analyse};
use crate::diagnostic::{Diagnostic, Lang, Severity, suggest};
use crate::load::{Memory, World};
use crate::policy::framed::framed;
use crate::policy::judge::{Grounds, Judgement, Outcome, Set, day, judge, library_at, policies};
use crate::policy::kinds::{FACTS, KINDS};
use crate::policy::typed::Policy;
use crate::policy::written::{Expected, TestText};
use crate::text::Span;

pub use mutants::{Mutant, mutants};

/// A test that was run.
#[derive(Debug)]
pub struct Trial {
    pub policy: String,
    pub expected: Expected,
    pub span: Span,
    pub wanted: String,
    pub got: String,
    pub passed: bool,
    /// The test plan's own errors: then it proves nothing.
    pub errors: Vec<String>,
}

/// All tests of the policies of one file.
pub struct Report {
    pub analysis: Analysis,
    pub policies: usize,
    pub trials: Vec<Trial>,
    /// Wrong policies: they are not run.
    pub diagnostics: Vec<Diagnostic>,
    pub mutants: Vec<Mutant>,
}

/// A test plan, analysed: what a policy runs on.
struct Ready<'p> {
    test: &'p TestText,
    analysis: Analysis,
    today: i64,
}

/// Runs the tests of the policies that a root file holds, itself or by the files that it uses; `mutate`: and every mutant of them.
pub fn run(world: &dyn World, root: &Path, mutate: bool) -> Report {
    let analysis = analyse(world, root);
    let set = policies(&analysis.plan, false);
    let library = |policy: &Policy| library_at(policy.head.source).is_some();
    let own: Vec<&Policy> = set.policies.iter().filter(|policy| !library(policy)).collect();
    let done: Vec<(Vec<Trial>, Vec<Mutant>)> = own
        .par_iter()
        .map(|policy| {
            let ready: Vec<Ready<'_>> = policy.tests.iter().map(|test| ready(&analysis, policy, test)).collect();
            let trials: Vec<Trial> = ready.iter().map(|one| trial(one, policy, &set)).collect();
            let sound = trials.iter().all(|trial| trial.passed);
            let mutants = if mutate && sound { mutants::of(policy, &set, &ready, &analysis) } else { Vec::new() };
            (trials, mutants)
        })
        .collect();
    let (mut trials, mut mutants) = (Vec::new(), Vec::new());
    for (own, mutated) in done {
        trials.extend(own);
        mutants.extend(mutated);
    }
    let mutants = of_packs_once(mutants);
    let diagnostics = set.diagnostics.clone();
    let policies = own.len();
    Report { analysis, policies, trials, diagnostics, mutants }
}

/// A line of a pack is a line of each of its policies: one mutant, that any of their tests may notice.
fn of_packs_once(mutants: Vec<Mutant>) -> Vec<Mutant> {
    let mut once: Vec<Mutant> = Vec::with_capacity(mutants.len());
    let mut known: rustc_hash::FxHashMap<(Span, &'static str, usize), usize> = rustc_hash::FxHashMap::default();
    for mutant in mutants {
        let key = (mutant.span, mutant.change, mutant.number);
        match known.get(&key).filter(|_| mutant.of_pack) {
            Some(at) => once[*at].killed |= mutant.killed,
            None => {
                if mutant.of_pack {
                    known.insert(key, once.len());
                }
                once.push(mutant);
            }
        }
    }
    once
}

/// The plan of a test with its frame.
fn ready<'p>(analysis: &Analysis, policy: &Policy, test: &'p TestText) -> Ready<'p> {
    let source = &analysis.sources.get(policy.head.source).text;
    let block = source.get(test.plan.start as usize..test.plan.end as usize).unwrap_or("");
    let framed = framed(block, Lang::Fr);
    let analysis = analyse(&Memory::one(framed.text), Memory::root());
    Ready { test, analysis, today: framed.day.unwrap_or(day(SOME_DAY)) }
}

fn trial(ready: &Ready<'_>, policy: &Policy, set: &Set) -> Trial {
    let errors: Vec<String> = ready
        .analysis
        .diagnostics
        .iter()
        .filter(|found| found.severity() == Severity::Error && is_of_the_text(found))
        .map(|found| format!("{} {}", found.rule.id, found.message.show(Lang::Fr)))
        .collect();
    let answer = answer(ready, policy, set);
    let test = ready.test;
    let names: BTreeSet<String> = test.names.iter().map(|name| plain(&name.word)).collect();
    let passed = match test.expected {
        Expected::Flags if names.is_empty() => answer.outcome == Some(Outcome::Found),
        Expected::Flags => answer.outcome == Some(Outcome::Found) && answer.flagged == names,
        Expected::Passes => answer.outcome == Some(Outcome::Met),
        Expected::Undecided => answer.outcome == Some(Outcome::Undecided) && (names.is_empty() || answer.is_for_want_of(&names)),
        Expected::Aside => answer.outcome == Some(Outcome::Aside),
    };
    let list = |names: &BTreeSet<String>| names.iter().cloned().collect::<Vec<_>>().join(", ");
    let wanted = match test.expected {
        Expected::Flags => format!("signale {}", list(&names)),
        Expected::Passes => "accepte".to_owned(),
        Expected::Undecided => format!("indécis faute de {}", list(&names)),
        Expected::Aside => "sans objet".to_owned(),
    };
    Trial {
        policy: policy.code.clone(),
        expected: test.expected,
        span: Span::new(policy.head.source, test.head.start, test.head.end),
        wanted,
        got: answer.text(),
        passed: passed && errors.is_empty(),
        errors,
    }
}

/// Is it said by the compiler: by no policy, and of no waiver of one that is not in force here?
fn is_of_the_text(found: &Diagnostic) -> bool {
    !found.rule.id.contains('-') && !found.rule.id.starts_with("E09")
}

/// What a policy says of a test plan: enough to tell two answers apart.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Answered {
    outcome: Option<Outcome>,
    flagged: BTreeSet<String>,
    /// The facts for want of which it is undecided: each by both its names.
    causes: BTreeSet<[String; 2]>,
    findings: usize,
}

impl Answered {
    fn is_for_want_of(&self, names: &BTreeSet<String>) -> bool {
        let each = |name: &String| self.causes.iter().any(|both| both.contains(name));
        names.iter().all(each) && self.causes.iter().all(|both| both.iter().any(|name| names.contains(name)))
    }

    fn text(&self) -> String {
        let flagged = || self.flagged.iter().cloned().collect::<Vec<_>>().join(", ");
        let causes = || self.causes.iter().map(|[fr, _]| fr.clone()).collect::<Vec<_>>().join(", ");
        match self.outcome {
            Some(Outcome::Found) => format!("signale {}", flagged()),
            Some(Outcome::Met) => "accepte".to_owned(),
            Some(Outcome::Undecided) => format!("indécis faute de {}", causes()),
            Some(Outcome::Aside) => "sans objet".to_owned(),
            None => "trop coûteuse".to_owned(),
        }
    }
}

fn answer(ready: &Ready<'_>, policy: &Policy, set: &Set) -> Answered {
    let analysis = &ready.analysis;
    let grounds = Grounds::new(&analysis.plan, &analysis.graph, &analysis.calendar, &analysis.ledger);
    let alone = Set { policies: vec![policy.clone()], thresholds: set.thresholds.clone(), ..Set::default() };
    let judgement: Judgement = judge(&grounds, ready.today, Arc::new(alone), usize::MAX);
    let verdict = &judgement.verdicts[0];
    let costly = judgement.diagnostics.iter().any(|found| std::ptr::eq(found.rule, &crate::diagnostic::rules::TOO_COSTLY));
    let fact = |row: &crate::policy::kinds::FactRow| [plain(row.fr), plain(row.en)];
    let causes = judgement.missing.iter().map(|missing| missing.fact.clone().map(|name| plain(&name)));
    let causes: BTreeSet<[String; 2]> = causes.map(|names| FACTS.iter().map(fact).find(|both| *both == names).unwrap_or(names)).collect();
    Answered {
        outcome: (!costly).then_some(verdict.outcome),
        flagged: verdict.findings.iter().map(|finding| plain(&finding.name)).collect(),
        causes,
        findings: verdict.findings.len(),
    }
}

/// A name as tests compare it: without case and accents, `strategy` as `stratégie`.
fn plain(name: &str) -> String {
    let folded = suggest::fold(name);
    let strategy = &KINDS[0];
    if folded == strategy.en[0] { suggest::fold(strategy.fr[0]) } else { folded }
}
