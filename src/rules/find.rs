//! The rule that somebody means: by its code, its name or another spelling of it, accents or not.

use crate::analysis::Analysis;
use crate::diagnostic::{Lang, Rule, rules, suggest};
use crate::policy::judge::Set;

/// What a word leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// A rule of the compiler.
    Compiler(&'static Rule),
    /// A policy, by its number in the plan's set.
    InPlan(usize),
    /// A policy of the library, by its number; not in force in the plan, if there is one.
    InLibrary(usize),
    /// A code that is no more, and what it became.
    Retired(&'static str, &'static str),
    /// Nothing; what was meant, if something is near.
    Nothing(Option<String>),
}

/// `aucune règle ne s'appelle « STR-99 ».`, and what may be meant.
pub fn not_found(word: &str, near: Option<&str>, lang: Lang) -> String {
    let (fr, en) =
        near.map_or_else(Default::default, |near| (format!(" Vouliez-vous dire « {near} » ?"), format!(" Did you mean \"{near}\"?")));
    lang.of(format!("aucune règle ne s'appelle « {word} ».{fr}"), format!("no rule is called \"{word}\".{en}"))
}

/// In: the word, the library, and a plan if one is given. Out: the plan's own policies come first.
pub fn find(word: &str, library: &Set, analysis: Option<&Analysis>) -> Found {
    let folded = suggest::fold(word.trim());
    if let Some(at) = analysis.and_then(|analysis| analysis.judgement.set.policies.iter().position(|policy| policy.is_called(&folded))) {
        return Found::InPlan(at);
    }
    if let Some(rule) = rules::ALL.iter().find(|rule| suggest::fold(rule.id) == folded || rule.name == folded) {
        return Found::Compiler(rule);
    }
    if let Some(at) = library.policies.iter().position(|policy| policy.is_called(&folded)) {
        return Found::InLibrary(at);
    }
    if let Some((old, new)) = rules::RETIRED.iter().find(|(old, _)| suggest::fold(old) == folded) {
        return Found::Retired(old, new);
    }
    let of_plan = analysis.map_or(&[][..], |analysis| analysis.judgement.set.policies.as_slice());
    let policies = of_plan.iter().chain(&library.policies);
    let names = policies.flat_map(|policy| [&policy.code, &policy.name].into_iter().chain(&policy.also)).map(String::as_str);
    let known = names.chain(rules::ALL.iter().flat_map(|rule| [rule.id, rule.name]));
    Found::Nothing(suggest::nearest(&folded, known).map(str::to_owned))
}
