//! The values of law that a policy rests on, as they are written, with their dates.

use super::example::outdented;
use crate::analysis::Analysis;
use crate::diagnostic::{Lang, suggest};
use crate::language::{ITEMS, OF_THRESHOLD, PolicyWord, policy_word};
use crate::load::LIBRARIES;
use crate::policy::judge::Set;
use crate::policy::typed::{Clause, Node, Policy, What};
use crate::syntax::statement::{Sentence, sentences, without_notes};

/// A block a threshold that the policy's lines name; their keywords in the language. Nothing where it names none.
pub fn thresholds(policy: &Policy, set: &Set, analysis: Option<&Analysis>, lang: Lang) -> String {
    let mut numbers: Vec<usize> = Vec::new();
    let clauses = policy.clauses.iter().map(|clause| match clause {
        Clause::Let(_, node) | Clause::Where(node) | Clause::Require(node) => node,
    });
    policy.applies.iter().chain(clauses).for_each(|node| look(node, &mut numbers));
    let names = numbers.iter().filter_map(|number| set.thresholds.get(*number)).map(|threshold| threshold.name.as_str());
    names.filter_map(|name| written(name, analysis, lang)).collect::<Vec<_>>().join("\n")
}

fn look(node: &Node, found: &mut Vec<usize>) {
    if let What::InForce(number, _) = &node.what
        && !found.contains(number)
    {
        found.push(*number);
    }
    node.parts().into_iter().for_each(|part| look(part, found));
}

/// The threshold of that name, in the plan or in the library.
fn written(name: &str, analysis: Option<&Analysis>, lang: Lang) -> Option<String> {
    let own = analysis.iter().flat_map(|analysis| analysis.sources.iter()).map(|(_, source)| source.text.as_str());
    let texts = own.chain(LIBRARIES.iter().map(|(_, text)| *text)).filter(|text| text.contains(name));
    texts.flat_map(|text| sentences(text, 0..text.len()).into_iter().map(move |item| (text, item))).find_map(|(text, item)| {
        let words = without_notes(text, item.words.clone());
        let (word, length) = policy_word(&words, ITEMS)?;
        let called = words[length..].split_whitespace().next()?;
        let is = word == PolicyWord::Threshold && suggest::same(called, name);
        is.then(|| laid_out(text, &item, words[length..].trim(), lang))
    })
}

fn laid_out(text: &str, item: &Sentence, head: &str, lang: Lang) -> String {
    let mut out = format!("{} {} {{\n", PolicyWord::Threshold.spelling(lang), head.split_whitespace().collect::<Vec<_>>().join(" "));
    for statement in sentences(text, item.block.clone().unwrap_or(0..0)) {
        let words = without_notes(text, statement.words);
        let line = match policy_word(&words, OF_THRESHOLD) {
            Some((word, length)) => format!("{} {}", word.spelling(lang), words[length..].split_whitespace().collect::<Vec<_>>().join(" ")),
            None => outdented(&words).trim_end().to_owned(),
        };
        out += &format!("  {line}\n");
    }
    out + "}\n"
}
