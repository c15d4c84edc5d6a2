//! The tests of a policy as examples: a plan that it flags and what it says there, a plan that it passes.

use std::sync::Arc;

use crate::analysis::{Analysis, SOME_DAY, analyse};
use crate::diagnostic::Lang;
use crate::load::Memory;
use crate::plan::format;
use crate::policy::framed::framed;
use crate::policy::judge::{Grounds, Set, day, judge, library_at};
use crate::policy::typed::Policy;
use crate::policy::written::{Expected, TestText};

/// A test, laid out to be read.
pub struct Example {
    /// The plan, in one language.
    pub plan: String,
    /// The day on which it is judged, where the test says one.
    pub day: Option<String>,
    /// What the policy says of it.
    pub messages: Vec<String>,
    pub help: Option<String>,
}

/// The text that a policy is written in.
pub fn text_of<'a>(policy: &Policy, analysis: Option<&'a Analysis>) -> &'a str {
    match library_at(policy.head.source) {
        Some((_, text)) => text,
        None => analysis.map_or("", |analysis| analysis.sources.get(policy.head.source).text.as_str()),
    }
}

/// The shortest test that expects this.
pub fn example(policy: &Policy, set: &Set, analysis: Option<&Analysis>, expected: Expected, lang: Lang) -> Option<Example> {
    let text = text_of(policy, analysis);
    let block = |test: &TestText| text.get(test.plan.start as usize..test.plan.end as usize);
    let blocks = policy.tests.iter().filter(|test| test.expected == expected).filter_map(block);
    let block = blocks.min_by_key(|block| block.len())?;
    let framed = framed(block, lang);
    let written = framed.day.and_then(|_| block.split_whitespace().nth(1).map(str::to_owned));
    let today = framed.day.unwrap_or(day(SOME_DAY));
    let (messages, help) = if expected == Expected::Flags { said(policy, set, &framed.text, today, lang) } else { (Vec::new(), None) };
    Some(Example { plan: format(&outdented(&block[framed.in_block..]), Some(lang)).text, day: written, messages, help })
}

fn said(policy: &Policy, set: &Set, plan: &str, today: i64, lang: Lang) -> (Vec<String>, Option<String>) {
    let analysis = analyse(&Memory::one(plan), Memory::root());
    let grounds = Grounds::new(&analysis.plan, &analysis.graph, &analysis.calendar, &analysis.ledger);
    let alone = Set { policies: vec![policy.clone()], thresholds: set.thresholds.clone(), ..Set::default() };
    let judgement = judge(&grounds, today, Arc::new(alone), usize::MAX);
    let found: Vec<_> = judgement.verdicts.iter().flat_map(|verdict| &verdict.findings).collect();
    let help = found.first().map(|finding| finding.diagnostic.help.show(lang)).filter(|help| !help.is_empty());
    (found.iter().map(|finding| finding.diagnostic.message.show(lang)).collect(), help)
}

/// Without the blanks that all its lines begin with.
pub fn outdented(text: &str) -> String {
    let lines = || text.lines().filter(|line| !line.trim().is_empty());
    let least = lines().map(|line| line.len() - line.trim_start_matches(' ').len()).min().unwrap_or(0);
    let whole: Vec<&str> = text.lines().map(|line| line.get(least..).unwrap_or("").trim_end()).collect();
    whole.join("\n").trim_matches('\n').to_owned() + "\n"
}
