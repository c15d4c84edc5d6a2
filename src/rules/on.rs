//! One policy asked about one thing: each of its lines with what it says there, and the outcome in a sentence.

use std::sync::Arc;

use super::of;
use crate::analysis::Analysis;
use crate::diagnostic::{Lang, suggest};
use crate::policy::explain::{Explained, Line, On, Said, Truth, explain};
use crate::policy::judge::{Grounds, Judgement, Set, judge};
use crate::policy::typed::Policy;

/// In: the plan, the policies that the policy is one of, the day, and what the thing is called. Out: the lines; or what there is instead.
pub fn on(analysis: &Analysis, set: &Set, policy: usize, today: i64, name: &str, lang: Lang) -> Result<String, String> {
    let grounds = Grounds::new(&analysis.plan, &analysis.graph, &analysis.calendar, &analysis.ledger);
    let told = explain(&grounds, set, policy, today, name);
    let Some(one) = set.policies.get(policy).filter(|_| !told.found.is_empty()) else { return Err(nothing(&told, name, lang)) };
    let alone = Set { policies: vec![one.clone()], thresholds: set.thresholds.clone(), ..Set::default() };
    let judgement = judge(&grounds, today, Arc::new(alone), usize::MAX);
    let in_force = analysis.judgement.set.policies.iter().any(|known| known.code == one.code);
    let mut out = String::new();
    for explained in &told.found {
        if !out.is_empty() {
            out.push('\n');
        }
        out += &page(one, told.each.as_ref(), explained, &judgement, lang);
    }
    if !in_force {
        out += &lang.of(
            format!("\n{} n'est pas en vigueur dans ce plan : `strategy check` n'en dit rien.\n", one.code),
            format!("\n{} is not in force in this plan: `strategy check` says nothing of it.\n", one.code),
        );
    }
    Ok(out)
}

fn page(policy: &Policy, each: Option<&[String; 2]>, one: &Explained, judgement: &Judgement, lang: Lang) -> String {
    let title = of(&one.title, lang);
    let called = if title.is_empty() { one.name.clone() } else { lang.of(format!("« {title} »"), format!("\"{title}\"")) };
    let mut out = format!("{} · {}\n", policy.code, policy.title.of(lang));
    out += &match each {
        Some(each) => format!(
            "{} {called}\n\n",
            lang.of(format!("Elle juge {} ; ici :", of(each, lang)), format!("It judges {}; here:", of(each, lang)))
        ),
        None => lang.of(format!("Elle juge le plan en entier : {called}\n\n"), format!("It judges the plan as a whole: {called}\n\n")),
    };
    for line in &one.lines {
        out += &told(line, lang);
    }
    out.push('\n');
    out += &outcome(policy, one, judgement, &called, lang);
    out
}

/// `lorsque  objectif.bénéfices après mandat.fin`, and below it what that is.
fn told(line: &Line, lang: Lang) -> String {
    let word = line.word.spelling(lang);
    let value = match (line.passed_over, line.truth, &line.value) {
        (true, ..) => lang.of("non examinée : une ligne au-dessus a décidé", "not looked at: a line above decided").to_owned(),
        (_, Some(Truth::True), _) => lang.of("vrai", "true").to_owned(),
        (_, Some(Truth::False), _) => lang.of("faux", "false").to_owned(),
        (_, Some(Truth::Doubtful), _) => lang
            .of(
                "douteux : les dates sont trop vagues, le doute profite au plan",
                "doubtful: the dates are too coarse, and the plan has the benefit",
            )
            .to_owned(),
        (_, Some(Truth::Unknown), _) => lang.of("inconnu", "unknown").to_owned(),
        (_, None, Some(value)) => of(value, lang).to_owned(),
        (_, None, None) => String::new(),
    };
    let missing = line.missing.iter().map(|missing| of(missing, lang)).collect::<Vec<_>>().join(", ");
    let missing = match (missing.is_empty(), line.truth) {
        (true, _) => String::new(),
        (false, Some(_)) => lang.of(format!(" : {missing}"), format!(": {missing}")),
        (false, None) => lang.of(format!(" (inconnu : {missing})"), format!(" (unknown: {missing})")),
    };
    let sides = line.sides.iter().map(|(text, value)| format!("      {text} = {}\n", of(value, lang))).collect::<String>();
    format!("{word} {}\n    → {value}{missing}\n{sides}", line.text)
}

fn outcome(policy: &Policy, one: &Explained, judgement: &Judgement, called: &str, lang: Lang) -> String {
    let code = &policy.code;
    let missing: Vec<&str> = one.lines.iter().flat_map(|line| line.missing.iter().map(|missing| of(missing, lang))).collect();
    let mut known: Vec<&str> = Vec::new();
    missing.into_iter().for_each(|missing| {
        if !known.contains(&missing) {
            known.push(missing);
        }
    });
    let missing = known.join(", ");
    let finding = judgement
        .verdicts
        .iter()
        .flat_map(|verdict| &verdict.findings)
        .find(|finding| finding.of == one.of && (one.of.is_some() || finding.name == one.name));
    let message = finding.map_or_else(String::new, |finding| finding.diagnostic.message.show(lang));
    let waived = finding.is_some_and(|finding| finding.waived.is_some());
    let (fr, en) = match one.said {
        Said::Found if waived => (
            format!("{code} trouve à redire à {called}, et une dérogation l'assume : {message}"),
            format!("{code} finds fault with {called}, and a waiver stands for it: {message}"),
        ),
        Said::Found => (format!("{code} trouve à redire à {called} : {message}"), format!("{code} finds fault with {called}: {message}")),
        Said::Met => (format!("{code} est respectée pour {called}."), format!("{code} is met by {called}.")),
        Said::Undecided => (
            format!("{code} ne peut pas être décidée pour {called} ; il manque : {missing}."),
            format!("{code} cannot be decided for {called}; missing: {missing}."),
        ),
        Said::Doubtful => (
            format!("{code} laisse passer {called} : les dates sont trop vagues pour en juger."),
            format!("{code} lets {called} pass: the dates are too coarse to judge."),
        ),
        Said::NotJudged => (
            format!("{code} ne juge pas {called} : une ligne `lorsque` est fausse."),
            format!("{code} does not judge {called}: a line of `where` is false."),
        ),
        Said::NotFor => (
            format!("{code} est sans objet dans ce plan : une ligne `applicable si` est fausse."),
            format!("{code} has no object in this plan: a line of `applies if` is false."),
        ),
        Said::TooCostly => (
            format!("{code} demanderait trop de calculs sur ce plan : elle n'est pas jugée."),
            format!("{code} would take too many steps on this plan: it is not judged."),
        ),
    };
    lang.of(fr, en) + "\n"
}

/// Nothing is called so: what there is.
fn nothing(told: &On, name: &str, lang: Lang) -> String {
    const SHOWN: usize = 20;
    let Some(each) = &told.each else {
        return lang.of(
            format!("cette règle juge le plan en entier, et rien qui s'appelle « {name} » : écrivez --on stratégie."),
            format!("this policy judges the plan as a whole, and nothing that is called \"{name}\": write --on strategy."),
        );
    };
    let each = of(each, lang);
    let mut text = lang.of(
        format!("cette règle juge {each}, et aucun ne s'appelle « {name} »."),
        format!("this policy judges {each}, and none is called \"{name}\"."),
    );
    if let Some(near) = suggest::nearest(name, told.there.iter().map(String::as_str)) {
        text += &lang.of(format!(" Vouliez-vous dire « {near} » ?"), format!(" Did you mean \"{near}\"?"));
    }
    let list = told.there.iter().take(SHOWN).cloned().collect::<Vec<_>>().join(", ");
    let more = told.there.len().saturating_sub(SHOWN);
    text += &match (told.there.is_empty(), more) {
        (true, _) => lang.of("\nCe plan n'en a aucun.".to_owned(), "\nThis plan has none.".to_owned()),
        (false, 0) => lang.of(format!("\nIl y a : {list}"), format!("\nThere are: {list}")),
        (false, more) => lang.of(format!("\nIl y a : {list}, et {more} autres"), format!("\nThere are: {list}, and {more} others")),
    };
    text
}
