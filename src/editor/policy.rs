//! Where an offset stands in the text of a policy, a pack, a threshold or a setting; and what may be written or is meant there.

use std::ops::Range;

use super::complete::{Completion, Kind};
use super::markdown::escaped;
use crate::analysis::Analysis;
use crate::diagnostic::{Lang, suggest};
use crate::language::{Concept, ITEMS, OF_PACK, OF_THRESHOLD, PolicyWord, STATEMENTS, is_policy, policies_lean, policy_word, settings_of};
use crate::policy::judge::{self, whole_library};
use crate::policy::kinds::{FactRow, Item, KINDS, Kind as Thing, Ty, bound};
use crate::policy::typed::Policy;
use crate::syntax::cut;
use crate::syntax::expression::{Scanned, scanned};
use crate::syntax::statement::{Sentence, sentences};
use crate::text::{SourceId, Span};

/// What the statement at an offset stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Around {
    Margin,
    Pack,
    Threshold,
    Policy,
    /// The library whose policies are set: `policies.law`.
    Settings(String),
}

/// A place in the text of policies.
pub struct Inside<'a> {
    pub text: &'a str,
    pub around: Around,
    /// Its words up to the offset, and where they begin; none where a statement begins.
    pub begun: Option<Range<usize>>,
    /// The keyword of the statement, and where it ends.
    pub keyword: Option<(PolicyWord, usize)>,
}

/// Nothing where the offset stands in no such text, or in the plan of a test, in a text between quotes or in a note.
pub fn inside(analysis: &Analysis, source: SourceId, offset: u32) -> Option<Inside<'_>> {
    let (_, found) = analysis.sources.iter().find(|(id, _)| *id == source)?;
    let (text, offset) = (found.text.as_str(), offset as usize);
    let chunk = cut(text).into_iter().take_while(|chunk| chunk.range.start <= offset).last()?;
    let item = text.get(chunk.range.clone()).filter(|item| is_policy(item))?;
    let line = text[..offset].rfind('\n').map_or(0, |end| end + 1);
    if in_text_or_note(&text[line..offset]) {
        return None;
    }
    let settings = settings_of(item.trim_start()).map(|at| {
        let start = item.trim_start();
        start[..at].split_whitespace().nth(1).unwrap_or_default().trim_start_matches("std.").to_owned()
    });
    within(text, chunk.range, offset, Around::Margin, settings.as_deref())
}

fn in_text_or_note(line: &str) -> bool {
    let open = |opening: char, closing: char| line.rfind(opening) > line.rfind(closing);
    line.replace("\\\"", "").matches('"').count() % 2 == 1 || open('«', '»') || open('“', '”') || line.contains("//")
}

fn within<'a>(text: &'a str, range: Range<usize>, offset: usize, around: Around, settings: Option<&str>) -> Option<Inside<'a>> {
    let all: Vec<Sentence> = sentences(text, range);
    let last = all.into_iter().take_while(|one| one.words.start <= offset).last();
    let Some(sentence) = last else { return Some(Inside { text, around, begun: None, keyword: None }) };
    let wanted: &[PolicyWord] = match &around {
        Around::Margin => ITEMS,
        Around::Pack => OF_PACK,
        Around::Threshold => OF_THRESHOLD,
        Around::Policy => STATEMENTS,
        Around::Settings(_) => &[PolicyWord::Off, PolicyWord::Because, PolicyWord::Severity],
    };
    let keyword = policy_word(&text[sentence.words.clone()], wanted).map(|(word, length)| (word, sentence.words.start + length));
    if let Some(block) = sentence.block.clone()
        && block.start <= offset
        && (offset <= block.end || !sentence.closed)
    {
        let inner = match (keyword.map(|(word, _)| word), settings) {
            (Some(PolicyWord::Pack), _) => Around::Pack,
            (Some(PolicyWord::Threshold), _) => Around::Threshold,
            (Some(PolicyWord::Policy), _) => Around::Policy,
            (_, Some(library)) => Around::Settings(library.to_owned()),
            // The plan of a test, or a block that nobody knows.
            (Some(_), None) | (None, None) => return None,
        };
        return within(text, block, offset, inner, None);
    }
    // On a line of its own, a statement begins; but words go on behind a comma and in brackets.
    let ended = text.get(sentence.words.end..offset).is_some_and(|gap| gap.contains('\n') || gap.contains('}'));
    let begun = (!ended).then_some(sentence.words.start..offset);
    Some(Inside { text, around, keyword: keyword.filter(|_| begun.is_some()), begun })
}

impl Inside<'_> {
    /// What stands behind the keyword, up to the offset; and where that begins.
    pub fn behind(&self) -> Option<(usize, &str)> {
        let (begun, (_, end)) = (self.begun.clone()?, self.keyword?);
        Some((end, self.text.get(end..begun.end)?))
    }
}

/// The language of the policies of a file: that of most of their keywords; where they do not tell, the file's.
pub fn tongue(analysis: &Analysis, source: SourceId) -> Lang {
    let Some((_, found)) = analysis.sources.iter().find(|(id, _)| *id == source) else { return analysis.language() };
    let items = cut(&found.text).into_iter().filter_map(|chunk| found.text.get(chunk.range)).filter(|item| is_policy(item));
    match items.map(policies_lean).sum::<i32>() {
        1.. => Lang::Fr,
        0 => analysis.plan.written_in(source),
        _ => Lang::En,
    }
}

// --- what may be written ------------------------------------------------------------------------------------------------

/// In: a place, the offset there, the words of it that are written already.
pub fn complete(analysis: &Analysis, inside: &Inside<'_>, over: Span, lang: Lang) -> Vec<Completion> {
    let tongue = tongue(analysis, over.source);
    let asked = Asked { analysis, inside, over, tongue, lang };
    let first = inside
        .begun
        .as_ref()
        .is_none_or(|begun| begun.start >= over.start as usize || inside.text[begun.start..over.start as usize].trim().is_empty());
    match (&inside.around, first) {
        (Around::Settings(library), _) => asked.settings(library),
        (Around::Margin, true) => asked.keywords(ITEMS),
        (Around::Pack, true) => asked.keywords(OF_PACK),
        (Around::Threshold, true) => asked.keywords(OF_THRESHOLD),
        (Around::Policy, true) => asked.keywords(STATEMENTS),
        (Around::Margin, false) => Vec::new(),
        (Around::Pack | Around::Threshold | Around::Policy, false) => asked.behind(),
    }
}

struct Asked<'a> {
    analysis: &'a Analysis,
    inside: &'a Inside<'a>,
    over: Span,
    tongue: Lang,
    lang: Lang,
}

impl Asked<'_> {
    fn plain(&self, label: &str, kind: Kind, detail: &str, documentation: &str) -> Completion {
        Completion {
            label: label.to_owned(),
            kind,
            detail: detail.to_owned(),
            documentation: documentation.to_owned(),
            insert: label.to_owned(),
            over: self.over,
            filter: None,
        }
    }

    fn keywords(&self, words: &[PolicyWord]) -> Vec<Completion> {
        let one = |word: &PolicyWord| {
            let (label, other) = (word.spelling(self.tongue), word.spelling(self.tongue.other()));
            let keyword = self.plain(label, Kind::Keyword, if label == other { "" } else { other }, word.help(self.lang));
            Completion { insert: format!("{label} "), ..keyword }
        };
        words.iter().map(one).collect()
    }

    fn behind(&self) -> Vec<Completion> {
        let Some((word, _)) = self.inside.keyword else { return Vec::new() };
        match word {
            PolicyWord::Severity => ["erreur", "avertissement", "conseil"]
                .iter()
                .zip(["error", "warning", "advice"])
                .map(|(fr, en)| self.plain(self.tongue.of(fr, en), Kind::Word, "", ""))
                .collect(),
            PolicyWord::Source => self.references(),
            PolicyWord::Each => self.things(),
            PolicyWord::Where
            | PolicyWord::Require
            | PolicyWord::Applies
            | PolicyWord::Let
            | PolicyWord::At
            | PolicyWord::Show
            | PolicyWord::Fix
            | PolicyWord::Suggest => self.expression(),
            _ => Vec::new(),
        }
    }

    /// The sources that a policy may rest on.
    fn references(&self) -> Vec<Completion> {
        let all = self.analysis.plan.all(Concept::Reference).filter_map(|entity| {
            let title = entity.title().is().unwrap_or_default();
            Some(self.plain(entity.name()?, Kind::Name, &title, ""))
        });
        all.collect()
    }

    fn things(&self) -> Vec<Completion> {
        KINDS.iter().map(|row| self.plain(self.tongue.of(row.fr, row.en)[0], Kind::Word, self.tongue.of(row.en, row.fr)[0], "")).collect()
    }

    /// Behind a dot, what the thing before it has; else things, own names, values of law and the words that join them.
    fn expression(&self) -> Vec<Completion> {
        let Some((_, behind)) = self.inside.behind() else { return Vec::new() };
        let path = path_before(behind);
        if let Some((_, steps)) = path.split_last().filter(|(_, steps)| !steps.is_empty()) {
            return self.facts(steps);
        }
        let mut found = self.things();
        let policy = self.inside.begun.as_ref().map_or(0, |begun| begun.start);
        for name in own_names(self.inside.text, policy) {
            found.push(self.plain(&name, Kind::Name, "", ""));
        }
        let set = &self.analysis.judgement.set;
        found.extend(set.thresholds.iter().map(|one| self.plain(&one.name, Kind::Name, &one.title, "")));
        for form in super::signature::FORMS {
            let (opens, other) = self.tongue.of((form.fr.0, form.en.0), (form.en.0, form.fr.0));
            found.push(self.plain(opens, Kind::Word, other, self.lang.of(form.help_fr, form.help_en)));
        }
        found
    }

    fn facts(&self, steps: &[&str]) -> Vec<Completion> {
        let Some(ty) = type_of(steps) else { return Vec::new() };
        let parts = parts_of(ty, self.tongue);
        let facts = thing_of(ty).into_iter().flat_map(Thing::facts).map(|fact| {
            let documentation = fact_help(fact, self.lang);
            self.plain(fact.name(self.tongue), Kind::Fact, &fact.ty.called(self.lang), &documentation)
        });
        let over = self.over;
        // The word that is written begins behind the last dot.
        let written = &self.inside.text[over.range()];
        let start = over.start + written.rfind('.').map_or(0, |dot| dot as u32 + 1);
        let over = Span::new(over.source, start, over.end);
        facts.chain(parts.iter().map(|part| self.plain(part, Kind::Fact, "", ""))).map(|one| Completion { over, ..one }).collect()
    }

    /// The policies of a library, by their codes; behind one, what may be set of it.
    fn settings(&self, library: &str) -> Vec<Completion> {
        let set = &self.analysis.judgement.set;
        let line = self.inside.begun.clone().map_or("", |begun| &self.inside.text[begun.start..self.over.start as usize]);
        let words: Vec<&str> = line.split_whitespace().collect();
        let all = set.policies.iter().filter(|policy| policy.library && in_pack(policy, library));
        match words.as_slice() {
            [] => {
                let off = self.keywords(&[PolicyWord::Off]);
                all.map(|policy| self.policy(policy)).chain(off).collect()
            }
            [word] if policy_word(word, &[PolicyWord::Off]).is_some() => all.map(|policy| self.policy(policy)).collect(),
            [code] => set.policies.iter().filter(|policy| policy.is_called(code)).flat_map(|policy| self.parameters(policy)).collect(),
            [word, _] if policy_word(word, &[PolicyWord::Off]).is_some() => self.keywords(&[PolicyWord::Because]),
            _ => Vec::new(),
        }
    }

    fn policy(&self, policy: &Policy) -> Completion {
        let title = policy.title.of(self.lang);
        Completion {
            filter: Some(format!("{} {} {title}", policy.code, policy.name)),
            ..self.plain(&policy.code, Kind::Rule, title, policy.why.of(self.lang))
        }
    }

    fn parameters(&self, policy: &Policy) -> Vec<Completion> {
        let one = |parameter: &crate::policy::typed::Parameter| {
            let name = parameter.name.as_str();
            let label = self.plain(name, Kind::Fact, &parameter.written, parameter.label.of(self.lang));
            Completion { insert: format!("{name} = "), ..label }
        };
        let severity = self.keywords(&[PolicyWord::Severity]);
        policy.parameters.iter().map(one).chain(severity).collect()
    }
}

/// The policies that a plan may wave or stand for, by their codes.
pub fn policies(analysis: &Analysis, over: Span, lang: Lang) -> Vec<Completion> {
    let one = |policy: &Policy| {
        let title = policy.title.of(lang);
        Completion {
            label: policy.code.clone(),
            kind: Kind::Rule,
            detail: title.clone(),
            documentation: policy.why.of(lang).clone(),
            insert: format!("{} ", policy.code),
            over,
            filter: Some(format!("{} {} {title}", policy.code, policy.name)),
        }
    };
    analysis.judgement.set.policies.iter().map(one).collect()
}

fn in_pack(policy: &Policy, library: &str) -> bool {
    judge::library_at(policy.head.source).is_some_and(|(name, _)| name == library)
}

/// The steps of the path that ends a text, the last one perhaps empty: `objectif.pilote.` is `objectif`, `pilote` and nothing.
fn path_before(text: &str) -> Vec<&str> {
    let inner = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '\u{300}'..='\u{36f}');
    let start = text.trim_end_matches(inner).len();
    text[start..].split('.').collect()
}

/// The type of what a path leads to; nothing where it begins with a name of the author's own.
fn type_of(steps: &[&str]) -> Option<Ty> {
    let (first, rest) = steps.split_first()?;
    let start = match suggest::fold(first).as_str() {
        "mandat" | "mandate" => Ty::Period,
        "ce-jour" | "today" => Ty::Date,
        _ => bound(first)?.ty(),
    };
    rest.iter().try_fold(start, |ty, step| thing_of(ty)?.fact(step).map(|fact| fact.ty))
}

fn thing_of(ty: Ty) -> Option<Thing> {
    match ty {
        Ty::Thing(kind) | Ty::List(Item::Thing(kind)) => Some(kind),
        _ => None,
    }
}

/// What a value has that is no fact of a thing.
fn parts_of(ty: Ty, tongue: Lang) -> &'static [&'static str] {
    match ty {
        Ty::Period => tongue.of(&["début", "fin"], &["start", "end"]),
        Ty::Date => tongue.of(&["année", "trimestre"], &["year", "quarter"]),
        Ty::Money | Ty::MoneyTtc | Ty::MoneyHt => &["ht", "ttc"],
        _ => &[],
    }
}

/// Names that the policy itself gives: `soit`, `paramètre`.
fn own_names(text: &str, before: usize) -> Vec<String> {
    let mut names = Vec::new();
    for line in text[..before].lines().rev() {
        let line = line.trim();
        if policy_word(line, ITEMS).is_some() {
            break;
        }
        if let Some((_, length)) = policy_word(line, &[PolicyWord::Let, PolicyWord::Parameter]) {
            names.extend(line[length..].split_whitespace().next().map(str::to_owned));
        }
    }
    names
}

// --- what is meant there ------------------------------------------------------------------------------------------------

/// What is known of the word at an offset, as Markdown, and where it stands.
pub fn hover(analysis: &Analysis, source: SourceId, offset: u32, lang: Lang) -> Option<(Span, String)> {
    let inside = inside(analysis, source, offset)?;
    // The whole statement, and not only what stands before the offset.
    let start = inside.begun.clone()?.start;
    let text = inside.text;
    if let Some((word, end)) = inside.keyword.filter(|(_, end)| offset as usize <= *end) {
        let (own, other) = (word.spelling(lang), word.spelling(lang.other()));
        let other = if own == other { String::new() } else { format!(" · `{other}`") };
        return Some((Span::new(source, start as u32, end as u32), format!("**`{own}`**{other}\n\n{}", word.help(lang))));
    }
    let token = scanned(&text[start..])
        .map(|token| (start + token.start, start + token.end, token.kind))
        .take_while(|(from, ..)| *from <= offset as usize)
        .last()?;
    let (from, to, kind) = token;
    if kind != Scanned::Word || to < offset as usize {
        return None;
    }
    let (span, word) = (Span::new(source, from as u32, to as u32), &text[from..to]);
    let path = path_before(&text[start..to]);
    if path.len() > 1 {
        let (_, steps) = path.split_last()?;
        let fact = thing_of(type_of(steps)?)?.fact(word)?;
        return Some((
            span,
            format!("**`{}`** · `{}` · {}\n\n{}", fact.name(lang), fact.name(lang.other()), fact.ty.called(lang), fact_help(fact, lang)),
        ));
    }
    if let Some(policy) = analysis.judgement.set.policies.iter().find(|policy| policy.is_called(word)) {
        return Some((span, policy_card(policy, lang)));
    }
    let threshold = analysis.judgement.set.thresholds.iter().find(|one| one.name == word || one.also.iter().any(|also| also == word))?;
    Some((span, format!("**`{}`** · {}", threshold.name, escaped(&threshold.title))))
}

/// A policy in a few lines: what it asks for, why, on what it rests.
pub fn policy_card(policy: &Policy, lang: Lang) -> String {
    let mut card =
        format!("**{}** `{}` · {}\n\n{}", policy.code, policy.name, escaped(policy.title.of(lang)), escaped(policy.why.of(lang)));
    for basis in &policy.bases {
        card += &format!("\n\n*{}*, {}", escaped(&basis.title), escaped(&basis.locator));
    }
    for parameter in &policy.parameters {
        card += &format!("\n\n- `{}` = `{}` – {}", parameter.name, parameter.written, escaped(parameter.label.of(lang)));
    }
    card
}

/// The policy that a word is the code or the name of, whether the plan uses it or not, as a card.
pub fn card_of(analysis: &Analysis, word: &str, lang: Lang) -> Option<String> {
    if let Some(policy) = analysis.judgement.set.policies.iter().find(|policy| policy.is_called(word)) {
        return Some(policy_card(policy, lang));
    }
    judge::in_library(word)?;
    whole_library().policies.iter().find(|policy| policy.is_called(word)).map(|policy| policy_card(policy, lang))
}

fn fact_help(fact: &FactRow, lang: Lang) -> String {
    fact.written().map_or_else(String::new, |(_, field)| lang.of(field.help_fr, field.help_en).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::testing;

    const PLAN: &str = "utiliser std.policies.law avec {\n  LEG-ACC-01 gravité avertissement\n  désactive LEG-ACC-02 motif \"non\"\n}\nrègle r {\n  code T-01\n  chaque objectif\n  soit durée-x = 6 mois\n  lorsque existe objectif.pilote\n  exige objectif.pilote.rôle est dsi et nombre de objectif.actions > 2\n  signale {\n    axe x \"X\"\n  }\n}\n";

    /// The labels at the end of a part of the text.
    fn at(end: &str) -> Vec<String> {
        let text = &PLAN[..PLAN.find(end).unwrap() + end.len()];
        let whole = format!("{text}{}", &PLAN[text.len()..]);
        let analysis = testing::plan(&whole);
        let found = super::super::complete::complete(&analysis, SourceId(0), text.len() as u32, Lang::Fr);
        found.into_iter().map(|one| one.label).collect()
    }

    #[test]
    fn what_may_be_written_in_a_policy() {
        assert!(at("exige objectif.").contains(&"pilote".to_owned()));
        let owner = at("exige objectif.pilote.");
        assert!(owner.contains(&"rôle".to_owned()) && !owner.contains(&"actions".to_owned()), "{owner:?}");
        assert!(at("\n  chaque ").contains(&"objectif".to_owned()));
        let words = at("\n  exige ");
        assert!(words.contains(&"nombre de".to_owned()) && words.contains(&"durée-x".to_owned()), "{words:?}");
        assert!(at("  code T-01\n  ").contains(&"chaque".to_owned()));
        assert!(at("désactive ").iter().any(|code| code.starts_with("LEG-ACC")));
        assert!(at("gravité ").is_empty() || at("gravité ").len() < 10);
    }

    #[test]
    fn what_words_of_a_policy_mean() {
        let analysis = testing::plan(PLAN);
        let over = |word: &str, shift: usize| {
            hover(&analysis, SourceId(0), (PLAN.find(word).unwrap() + shift) as u32, Lang::Fr).map(|(_, text)| text)
        };
        assert!(over("lorsque", 2).unwrap().starts_with("**`lorsque`** · `where`"));
        assert!(over("objectif.pilote.rôle", 17).unwrap().contains("`role`"));
        assert!(over("LEG-ACC-01", 3).unwrap().contains("LEG-ACC-01"));
        assert_eq!(over("axe x", 1), None, "the plan of a test");
    }
}
