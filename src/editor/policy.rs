//! Where an offset stands in the text of a policy, a pack, a threshold or a setting; and what may be written or is meant there.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use super::at::{unquoted, used};
use super::complete::{Completion, Kind};
use super::markdown::escaped;
use super::policy_names;
use super::references::Role;
use super::signature::{FORMS, JOINTS};
use crate::analysis::{Analysis, analyse};
use crate::diagnostic::{Lang, Severity, suggest};
use crate::language::{Concept, ITEMS, OF_PACK, OF_THRESHOLD, PolicyWord, STATEMENTS, is_policy, policies_lean, policy_word, settings_of};
use crate::load::{LIBRARIES, Memory};
use crate::policy::judge::{self, whole_library};
use crate::policy::kinds::{FACTS, FactRow, Item, KINDS, Kind as Thing, Ty, both_spellings, bound};
use crate::policy::typed::{Parameter, Policy};
use crate::policy::visit::every_range;
use crate::policy::written::{PolicyText, severity_word};
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
    /// The library whose policies are set, `policies.law`, or the file of the plan.
    Settings(String),
    /// What is set of one policy: its code or its name.
    Setting(String),
}

/// A place in the text of policies.
pub struct Inside<'a> {
    pub text: &'a str,
    pub around: Around,
    /// Its words up to the offset, and where they begin; none where a statement begins.
    pub begun: Option<Range<usize>>,
    /// The keyword of the statement, and where it ends.
    pub keyword: Option<(PolicyWord, usize)>,
    /// Where the value in a message begins that the offset stands in: `{goal.owner}`.
    hole: Option<usize>,
}

/// Nothing where the offset stands in no such text, or in the plan of a test, in a text between quotes or in a note; but a message has
/// places for values.
pub fn inside(analysis: &Analysis, source: SourceId, offset: u32) -> Option<Inside<'_>> {
    let (_, found) = analysis.sources.iter().find(|(id, _)| *id == source)?;
    let (text, offset) = (found.text.as_str(), offset as usize);
    let chunk = cut(text).into_iter().take_while(|chunk| chunk.range.start <= offset).last()?;
    let item = text.get(chunk.range.clone()).filter(|item| is_policy(item))?;
    let line = text[..offset].rfind('\n').map_or(0, |end| end + 1);
    let line = &text[line..offset];
    let hole = hole_in(line).map(|at| offset - line.len() + at).filter(|_| !line.trim_start().starts_with("//"));
    if hole.is_none() && in_text_or_note(line) {
        return None;
    }
    let settings = settings_of(item.trim_start()).map(|at| {
        let head = item.trim_start()[..at].trim();
        let named = head.split_once(char::is_whitespace).map_or("", |(_, named)| named.trim());
        named[unquoted(named)].trim_start_matches("std.").to_owned()
    });
    let told = |word: PolicyWord| {
        use PolicyWord::{Fix, Help, Message, Show, Suggest};
        matches!(word, Message | Help | Show | Fix | Suggest)
    };
    let found = within(text, chunk.range, offset, Around::Margin, settings.as_deref())?;
    let told = found.keyword.is_some_and(|(word, _)| told(word));
    (hole.is_none() || told).then_some(Inside { hole, ..found })
}

/// Where the place for a value that a line ends in begins, within a text.
fn hole_in(line: &str) -> Option<usize> {
    let open = line.rfind('{')?;
    let (before, inner) = (&line[..open], &line[open + 1..]);
    (!inner.contains(['}', '"', '»', '”']) && !before.ends_with('{') && in_text_or_note(before)).then_some(open + 1)
}

fn in_text_or_note(line: &str) -> bool {
    let open = |opening: char, closing: char| line.rfind(opening) > line.rfind(closing);
    line.replace("\\\"", "").matches('"').count() % 2 == 1 || open('«', '»') || open('“', '”') || line.contains("//")
}

fn within<'a>(text: &'a str, range: Range<usize>, offset: usize, around: Around, settings: Option<&str>) -> Option<Inside<'a>> {
    let all: Vec<Sentence> = sentences(text, range);
    let last = all.into_iter().take_while(|one| one.words.start <= offset).last();
    let Some(sentence) = last else { return Some(Inside { text, around, begun: None, keyword: None, hole: None }) };
    let wanted: &[PolicyWord] = match &around {
        Around::Margin => ITEMS,
        Around::Pack => OF_PACK,
        Around::Threshold => OF_THRESHOLD,
        Around::Policy => STATEMENTS,
        Around::Settings(_) => &[PolicyWord::Off, PolicyWord::Because, PolicyWord::Severity],
        Around::Setting(_) => &[PolicyWord::Severity, PolicyWord::Because],
    };
    let keyword = policy_word(&text[sentence.words.clone()], wanted).map(|(word, length)| (word, sentence.words.start + length));
    if let Some(block) = sentence.block.clone()
        && block.start <= offset
        && (offset <= block.end || !sentence.closed)
    {
        let inner = match (keyword.map(|(word, _)| word), settings) {
            _ if matches!(around, Around::Settings(_)) => {
                Around::Setting(text[sentence.words.clone()].split_whitespace().next().unwrap_or_default().to_owned())
            }
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
    Some(Inside { text, around, keyword: keyword.filter(|_| begun.is_some()), begun, hole: None })
}

impl Inside<'_> {
    /// What stands behind the keyword, up to the offset; and where that begins.
    pub fn behind(&self) -> Option<(usize, &str)> {
        let (begun, (_, end)) = (self.begun.clone()?, self.keyword?);
        Some((end, self.text.get(end..begun.end)?))
    }

    /// Does the text there belong to policies alone? Of a `use … with`, what stands before its block is the plan's too.
    pub fn is_of_policies(&self) -> bool {
        self.around != Around::Margin
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
        (Around::Setting(policy), first) => asked.setting(policy, first),
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
            whole: self.over,
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
        // A text has places for values, and nothing else to be completed.
        if let Some(hole) = self.inside.hole {
            return self.expression(&self.inside.text[hole..self.over.end as usize]);
        }
        let Some((end, behind)) = self.inside.behind() else { return Vec::new() };
        let before = self.text(end).trim();
        match word {
            PolicyWord::Severity if before.is_empty() => self.severities(),
            PolicyWord::Flags => self.flagged(before),
            PolicyWord::Undecided => self.wanting(before),
            PolicyWord::Fix | PolicyWord::Suggest if before.is_empty() => {
                let words = self.tongue.of(["retire", "écrit", "ajoute"], ["remove", "set", "add"]);
                words.map(|word| Completion { insert: format!("{word} "), ..self.plain(word, Kind::Word, "", "") }).into()
            }
            PolicyWord::Source => self.references(),
            PolicyWord::Each => self.things(),
            PolicyWord::Where
            | PolicyWord::Require
            | PolicyWord::Applies
            | PolicyWord::Let
            | PolicyWord::At
            | PolicyWord::Show
            | PolicyWord::Fix
            | PolicyWord::Suggest => self.expression(behind),
            _ => Vec::new(),
        }
    }

    /// What stands from there up to the words that are being written.
    fn text(&self, from: usize) -> &str {
        self.inside.text.get(from..self.over.start as usize).unwrap_or_default()
    }

    fn severities(&self) -> Vec<Completion> {
        let all = [Severity::Error, Severity::Warning, Severity::Advice];
        all.map(|severity| self.plain(severity_word(severity, self.tongue), Kind::Word, "", "")).into()
    }

    /// In the head of a test: what the policy would find in the test's plan.
    fn flagged(&self, before: &str) -> Vec<Completion> {
        if before.is_empty() {
            let lead = self.tongue.of("sur", "on");
            return vec![Completion { insert: format!("{lead} "), ..self.plain(lead, Kind::Word, "", "") }];
        }
        let named: Vec<String> = before.split([',', ' ']).map(|name| suggest::fold(name.trim())).collect();
        let all = super::test_plan::may_flag(self.analysis, self.over.source, self.over.start, self.tongue);
        let others = all.into_iter().filter(|(name, _)| !named.contains(&suggest::fold(name)));
        let one = |(name, title): (String, String)| {
            let plain = name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
            let insert = if plain { name.clone() } else { crate::syntax::quoted(&name) };
            let filter = Some(format!("{name} {title}"));
            Completion { insert, filter, ..self.plain(&name, Kind::Name, &title, "") }
        };
        others.map(one).collect()
    }

    /// In the head of a test: the facts for want of which a policy cannot be decided, its own first.
    fn wanting(&self, before: &str) -> Vec<Completion> {
        if before.is_empty() {
            let lead = self.tongue.of("faute de", "for want of");
            return vec![Completion { insert: format!("{lead} "), ..self.plain(lead, Kind::Word, "", "") }];
        }
        let own = own_policy(self.analysis, self.over.source, self.over.start);
        let text = own.map_or("", |policy| self.analysis.sources.slice(policy.whole));
        let asked = |fact: &FactRow| [fact.fr, fact.en].iter().any(|name| text.contains(&format!(".{name}")));
        let mut facts: Vec<&FactRow> = FACTS.iter().collect();
        facts.sort_by_key(|fact| (!asked(fact), fact.name(self.tongue)));
        facts.dedup_by_key(|fact| fact.name(self.tongue));
        facts.into_iter().map(|fact| self.fact(fact)).collect()
    }

    /// The sources that a policy may rest on: those of the plan, then those that a library would bring in.
    fn references(&self) -> Vec<Completion> {
        let plan = &self.analysis.plan;
        let own = plan.all(Concept::Reference).filter_map(|entity| {
            let title = entity.title().is().unwrap_or_default();
            Some(self.plain(entity.name()?, Kind::Name, &title, ""))
        });
        let mut found: Vec<Completion> = own.collect();
        for (name, title, library) in LIBRARY_REFERENCES.iter() {
            if !found.iter().any(|one| one.label == *name) {
                let line = format!("{} std.{library}", self.tongue.of("utiliser", "use"));
                let first = self.lang.of(
                    format!("Écrivez d'abord `{line}` au début du plan."),
                    format!("Write `{line}` at the beginning of the plan first."),
                );
                found.push(self.plain(name, Kind::Name, title, &first));
            }
        }
        for one in &mut found {
            one.filter = Some(format!("{} {}", one.label, one.detail));
        }
        found
    }

    fn things(&self) -> Vec<Completion> {
        KINDS.iter().map(|row| self.plain(self.tongue.of(row.fr, row.en)[0], Kind::Word, self.tongue.of(row.en, row.fr)[0], "")).collect()
    }

    /// Behind a dot, what the thing before it has; else things, own names, values of law and the words that join them.
    fn expression(&self, behind: &str) -> Vec<Completion> {
        let own = binders(self.analysis, self.over.source, self.over.start);
        let path = path_before(behind);
        if let Some((word, steps)) = path.split_last() {
            if !steps.is_empty() {
                return self.facts(steps, &own);
            }
            let compared = compared(&behind[..behind.len() - word.len()]).and_then(|path| type_of(&path_before(path), &own));
            let mut found = compared.map_or_else(Vec::new, |ty| self.values(ty));
            found.extend(self.operands(&own));
            return found;
        }
        self.operands(&own)
    }

    /// The words that a value of that type may be.
    fn values(&self, ty: Ty) -> Vec<Completion> {
        let words = match ty {
            Ty::Word(words) | Ty::List(Item::Word(words)) => words.rows(),
            Ty::Thing(Thing::Theme) | Ty::List(Item::Thing(Thing::Theme)) => return self.named(Concept::Theme),
            Ty::Thing(Thing::MustHave) | Ty::List(Item::Thing(Thing::MustHave)) => return self.named(Concept::MustHave),
            Ty::Thing(Thing::Barrier) | Ty::List(Item::Thing(Thing::Barrier)) => return self.named(Concept::Barrier),
            _ => return Vec::new(),
        };
        let one = |row: &crate::language::WordRow| {
            let (label, other) = self.tongue.of((row.fr, row.en), (row.en, row.fr));
            self.plain(label, Kind::Word, if label == other { "" } else { other }, "")
        };
        words.iter().map(one).collect()
    }

    /// What the plan and its libraries call so.
    fn named(&self, concept: Concept) -> Vec<Completion> {
        let one = |entity: crate::plan::Entity<'_>| {
            let title = entity.title().is().unwrap_or_default();
            let (name, filter) = super::complete::called(entity, self.tongue)?;
            Some(Completion { filter: Some(filter), ..self.plain(&name, Kind::Name, &title, "") })
        };
        self.analysis.plan.all(concept).filter_map(one).collect()
    }

    fn operands(&self, own: &[(String, Ty)]) -> Vec<Completion> {
        let mut found: Vec<Completion> = own.iter().map(|(name, ty)| self.plain(name, Kind::Name, &ty.called(self.lang), "")).collect();
        found.extend(self.things());
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

    fn fact(&self, fact: &FactRow) -> Completion {
        self.plain(fact.name(self.tongue), Kind::Fact, &fact.ty.called(self.lang), &fact_help(fact, self.lang))
    }

    fn facts(&self, steps: &[&str], own: &[(String, Ty)]) -> Vec<Completion> {
        let Some(ty) = type_of(steps, own) else { return Vec::new() };
        let parts = parts_of(ty, self.tongue);
        let facts = thing_of(ty).into_iter().flat_map(Thing::facts).map(|fact| self.fact(fact));
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
        let file = used(self.analysis, self.over.source, library);
        let of_it = |policy: &&Policy| match policy.library {
            true => in_pack(policy, library),
            // A file may bring in others: then it is any of the plan's own.
            false => file.is_some_and(|file| policy.head.source == file || !set.policies.iter().any(|other| other.head.source == file)),
        };
        let all = set.policies.iter().filter(of_it);
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

    /// What may be set of one policy, and to what.
    fn setting(&self, code: &str, first: bool) -> Vec<Completion> {
        let policy = set_policy(self.analysis, code);
        let policy = policy.as_deref();
        if first {
            let because = self.keywords(&[PolicyWord::Because]);
            let own = policy.map_or_else(|| self.keywords(&[PolicyWord::Severity]), |policy| self.parameters(policy));
            return own.into_iter().chain(because).collect();
        }
        match self.inside.keyword {
            Some((PolicyWord::Severity, end)) if self.text(end).trim().is_empty() => self.severities(),
            Some(_) => Vec::new(),
            None => {
                let begun = self.inside.begun.as_ref().map_or(self.over.start as usize, |begun| begun.start);
                let line = self.text(begun).replace('=', " ");
                let mut words = line.split_whitespace();
                let (Some(name), None) = (words.next(), words.next()) else { return Vec::new() };
                let parameter = policy.and_then(|policy| policy.parameters.iter().find(|one| is_called(one, name)));
                parameter.map_or_else(Vec::new, |parameter| {
                    // As it is now, to be written otherwise; or the words that it may be.
                    let now = self.plain(&parameter.written, Kind::Word, parameter.label.of(self.lang), "");
                    let words = self.values(parameter.ty);
                    if words.is_empty() { vec![now] } else { words }
                })
            }
        }
    }

    fn parameters(&self, policy: &Policy) -> Vec<Completion> {
        let one = |parameter: &Parameter| {
            let name = parameter_in(self.analysis, policy, parameter, self.tongue);
            let told = Some(parameter.label.of(self.lang)).filter(|text| !text.is_empty()).unwrap_or(policy.title.of(self.lang));
            let label = self.plain(name, Kind::Fact, &parameter.written, told);
            let filter = std::iter::once(&parameter.name).chain(&parameter.also).cloned().collect::<Vec<_>>().join(" ");
            Completion { insert: format!("{name} "), filter: Some(filter), ..label }
        };
        let severity = self.keywords(&[PolicyWord::Severity]);
        policy.parameters.iter().map(one).chain(severity).collect()
    }
}

/// What libraries declare that a policy may rest on: its name, its title, the library.
static LIBRARY_REFERENCES: LazyLock<Vec<(String, String, &'static str)>> = LazyLock::new(|| {
    let of = |library: &'static str| {
        let analysis = analyse(&Memory::one(format!("utiliser std.{library}\n")), Memory::root());
        let one = |entity: crate::plan::Entity<'_>| {
            Some((entity.name()?.to_owned(), entity.title().is().unwrap_or_default().into_owned(), library))
        };
        analysis.plan.all(Concept::Reference).filter_map(one).collect::<Vec<_>>()
    };
    let names = LIBRARIES.iter().map(|(name, _)| *name).filter(|name| name.starts_with("law") || name.starts_with("policies"));
    let mut found: Vec<(String, String, &'static str)> = names.flat_map(of).collect();
    found.sort();
    found.dedup_by(|one, other| one.0 == other.0);
    found
});

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
            whole: over,
            filter: Some(format!("{} {} {title}", policy.code, policy.name)),
        }
    };
    analysis.judgement.set.policies.iter().map(one).collect()
}

fn is_called(parameter: &Parameter, word: &str) -> bool {
    std::iter::once(&parameter.name).chain(&parameter.also).any(|name| suggest::same(name, word))
}

/// How a parameter is called in a language: its second spelling is of the other language than its policy.
fn parameter_in<'p>(analysis: &Analysis, policy: &Policy, parameter: &'p Parameter, lang: Lang) -> &'p str {
    let own = if policy.library { Lang::Fr } else { tongue(analysis, policy.head.source) };
    parameter.also.first().filter(|_| own != lang).unwrap_or(&parameter.name)
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

/// The path that is compared with what stands behind a text: `action.nature est`, `action.nature parmi [technique,`.
fn compared(before: &str) -> Option<&str> {
    let before = before.trim_end();
    let list = before.rfind('[').filter(|open| !before[*open..].contains(']'));
    let before = list.map_or(before, |open| before[..open].trim_end());
    // The longer ones first.
    const COMPARE: &[&str] = &[
        "n'est pas",
        "n’est pas",
        "is not",
        "not in",
        "hors de",
        "contient",
        "contains",
        "parmi",
        "dans",
        "est",
        "in",
        "is",
        "<>",
        "!=",
        "≠",
        "=",
    ];
    let path = COMPARE.iter().find_map(|word| {
        let rest = before.strip_suffix(word)?;
        let whole = rest.ends_with(char::is_whitespace) || !word.starts_with(char::is_alphabetic);
        whole.then(|| rest.trim_end())
    })?;
    path.ends_with(|c: char| c.is_alphanumeric()).then_some(path)
}

/// The policy of the plan's own that an offset stands in, as it is written.
fn own_policy(analysis: &Analysis, source: SourceId, offset: u32) -> Option<PolicyText> {
    let holds = |one: &PolicyText| one.source == source && one.whole.start <= offset && offset <= one.whole.end;
    judge::own_policies(&analysis.plan).policies.into_iter().find(holds)
}

/// The author's names for what the policy there goes through, and what each is.
fn binders(analysis: &Analysis, source: SourceId, offset: u32) -> Vec<(String, Ty)> {
    let mut found: Vec<(String, Ty)> = Vec::new();
    if let Some(policy) = own_policy(analysis, source, offset) {
        every_range(&policy, &mut |range| {
            if let (Some(name), Some(item)) = (&range.name, bound(&range.kind.word)) {
                found.push((name.word.clone(), item.ty()));
            }
        });
    }
    found
}

/// The type of what a path leads to; nothing where it begins with a name that is not known. `own`: the author's names.
fn type_of(steps: &[&str], own: &[(String, Ty)]) -> Option<Ty> {
    let (first, rest) = steps.split_first()?;
    let folded = suggest::fold(first);
    let start = match folded.as_str() {
        "mandat" | "mandate" => Ty::Period,
        "ce-jour" | "today" => Ty::Date,
        _ => match own.iter().find(|(name, _)| suggest::fold(name) == folded) {
            Some((_, ty)) => *ty,
            None => bound(first)?.ty(),
        },
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
    let start = inside.hole.unwrap_or(start);
    let token = scanned(&text[start..])
        .map(|token| (start + token.start, start + token.end, token.kind))
        .take_while(|(from, ..)| *from <= offset as usize)
        .last()?;
    let (from, to, kind) = token;
    if kind != Scanned::Word || to < offset as usize {
        return None;
    }
    let (span, word) = (Span::new(source, from as u32, to as u32), &text[from..to]);
    if let Around::Setting(code) = &inside.around {
        let policy = set_policy(analysis, code)?;
        let parameter = policy.parameters.iter().find(|one| is_called(one, word)).filter(|_| from == start)?;
        return Some((span, parameter_card(&policy, parameter, lang)));
    }
    let path = path_before(&text[start..to]);
    if path.len() > 1 {
        let (_, steps) = path.split_last()?;
        let fact = thing_of(type_of(steps, &binders(analysis, source, offset))?)?.fact(word)?;
        return Some((
            span,
            format!("**`{}`** · `{}` · {}\n\n{}", fact.name(lang), fact.name(lang.other()), fact.ty.called(lang), fact_help(fact, lang)),
        ));
    }
    if let Some(policy) = analysis.judgement.set.policies.iter().find(|policy| policy.is_called(word)) {
        return Some((span, policy_card(policy, lang)));
    }
    let threshold = analysis.judgement.set.thresholds.iter().find(|one| one.name == word || one.also.iter().any(|also| also == word));
    if let Some(threshold) = threshold {
        return Some((span, format!("**`{}`** · {}", threshold.name, escaped(&threshold.title))));
    }
    if let Some(card) = phrase_card(&inside, &text[start..to], word, lang) {
        return Some((span, card));
    }
    // A name of the policy's own: as it is given; else what is judged or gone through, in both languages.
    let Some(called) = policy_names::at(analysis, source, offset) else {
        let [en, fr] = both_spellings(word)?;
        let (own, other) = lang.of((fr, en), (en, fr));
        let other = if own == other { String::new() } else { format!(" · `{other}`") };
        let told = match bound(word)? {
            Item::Thing(kind) => CONCEPTS.iter().find(|(known, _)| *known == kind).map(|(_, concept)| concept.row().help_in(lang)),
            Item::Word(_) | Item::Year | Item::Any => None,
        };
        let told = told.map_or_else(String::new, |told| format!("\n\n{told}"));
        return Some((span, format!("**`{own}`**{other}{told}")));
    };
    let given = called.mentions.iter().find(|mention| mention.role == Role::Definition && mention.span.source == source)?.span;
    let line = text[..given.start as usize].rfind('\n').map_or(0, |end| end + 1);
    let end = text[line..].find('\n').map_or(text.len(), |length| line + length);
    Some((called.span, format!("**`{word}`**\n\n```\n{}\n```", text[line..end].trim())))
}

/// What a word of an expression says: the phrase that it begins, or how it joins two values; and of a severity what it does.
fn phrase_card(inside: &Inside<'_>, line: &str, word: &str, lang: Lang) -> Option<String> {
    let folded = suggest::fold(word);
    let card = |own: &str, other: &str, help: &str| {
        let other = if own == other { String::new() } else { format!(" · `{other}`") };
        format!("**`{own}`**{other}\n\n{help}")
    };
    if inside.keyword.is_some_and(|(word, _)| word == PolicyWord::Severity) {
        let severity = [Severity::Error, Severity::Warning, Severity::Advice]
            .into_iter()
            .find(|severity| [Lang::Fr, Lang::En].iter().any(|lang| suggest::fold(severity_word(*severity, *lang)) == folded))?;
        let help = match severity {
            Severity::Error => lang.of("Le contrôle échoue.", "The check fails."),
            Severity::Warning => {
                lang.of("Le contrôle n'échoue que si l'on refuse les avertissements.", "The check fails only where warnings are denied.")
            }
            Severity::Advice => lang.of("Un conseil : le contrôle n'échoue jamais.", "A piece of advice: the check never fails."),
        };
        return Some(card(severity_word(severity, lang), severity_word(severity, lang.other()), help));
    }
    // The second word of two: `telle que`, `minimum de`.
    let before = line[..line.len() - word.len()].split_whitespace().last().map(suggest::fold).unwrap_or_default();
    let begins = |phrase: &str| {
        let mut words = phrase.split(' ').map(suggest::fold);
        let (first, second) = (words.next().unwrap_or_default(), words.next());
        first == folded || (second.is_some_and(|second| second == folded) && first == before)
    };
    if let Some(form) = FORMS.iter().find(|form| begins(form.fr.0) || begins(form.en.0)) {
        let whole = |(lead, places): (&str, &[(&str, &str)])| {
            let places: String = places.iter().map(|(word, due)| format!(" {word} {due}")).collect();
            (lead.to_owned() + &places).split_whitespace().collect::<Vec<_>>().join(" ")
        };
        let (own, other) = lang.of((form.fr, form.en), (form.en, form.fr));
        return Some(card(&whole(own), &whole(other), lang.of(form.help_fr, form.help_en)));
    }
    let joint = JOINTS.iter().find(|joint| joint.fr.iter().chain(joint.en).any(|phrase| begins(phrase)))?;
    let (own, other) = lang.of((joint.fr, joint.en), (joint.en, joint.fr));
    Some(card(own[0], other[0], lang.of(joint.help.0, joint.help.1)))
}

/// The kinds that a plan declares by a keyword of the same word.
const CONCEPTS: &[(Thing, Concept)] = &[
    (Thing::Strategy, Concept::Strategy),
    (Thing::Authority, Concept::Authority),
    (Thing::Goal, Concept::Goal),
    (Thing::Action, Concept::Action),
    (Thing::Owner, Concept::Owner),
    (Thing::Axis, Concept::Axis),
    (Thing::Risk, Concept::Risk),
    (Thing::Milestone, Concept::Milestone),
    (Thing::Indicator, Concept::Indicator),
    (Thing::Budget, Concept::Budget),
    (Thing::Decision, Concept::Decision),
    (Thing::Theme, Concept::Theme),
];

/// What a parameter is for, and its value.
fn parameter_card(policy: &Policy, parameter: &Parameter, lang: Lang) -> String {
    let other: String = parameter.also.iter().map(|name| format!(" · `{name}`")).collect();
    let value = lang.of(format!("Valeur : `{}`", parameter.written), format!("Value: `{}`", parameter.written));
    let label = escaped(parameter.label.of(lang));
    let (code, title) = (&policy.code, escaped(policy.title.of(lang)));
    format!("**`{}`**{other} · {}\n\n{label}\n\n{value}\n\n**{code}** · {title}", parameter.name, parameter.ty.called(lang))
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

/// The pack of a library, `policies.law`, as a card: its title, and the codes of its policies.
pub fn pack_card(library: &str, lang: Lang) -> Option<String> {
    let title = judge::pack_title(library)?;
    let set = whole_library();
    let codes: Vec<&str> = set.policies.iter().filter(|policy| in_pack(policy, library)).map(|policy| policy.code.as_str()).collect();
    let count = codes.len();
    let told = lang.of(format!("{count} règles : {}", codes.join(", ")), format!("{count} policies: {}", codes.join(", ")));
    Some(format!("**`std.{library}`** · {}\n\n{told}", escaped(title)))
}

/// The policy that a word is the code or the name of, whether the plan uses it or not, as a card.
pub fn card_of(analysis: &Analysis, word: &str, lang: Lang) -> Option<String> {
    set_policy(analysis, word).map(|policy| policy_card(&policy, lang))
}

/// The policy that is called so: as the plan sets it or, where that cannot be read or it is switched off, as the library has it.
fn set_policy<'a>(analysis: &'a Analysis, word: &str) -> Option<Cow<'a, Policy>> {
    if let Some(policy) = analysis.judgement.set.policies.iter().find(|policy| policy.is_called(word)) {
        return Some(Cow::Borrowed(policy));
    }
    judge::in_library(word)?;
    whole_library().policies.into_iter().find(|policy| policy.is_called(word)).map(Cow::Owned)
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

    const SET: &str = "utiliser std.policies.transition with {\n  ART-10 {\n    \n    seuil 30 k€\n    gravité conseil\n  }\n}\n";

    fn labels(text: &str) -> Vec<String> {
        let offset = text.find('|').unwrap();
        let analysis = testing::plan(&text.replacen('|', "", 1));
        let found = super::super::complete::complete(&analysis, SourceId(0), offset as u32, Lang::Fr);
        found.into_iter().map(|one| one.label).collect()
    }

    #[test]
    fn what_may_be_set_of_a_policy() {
        assert_eq!(labels(&SET.replace("{\n    \n", "{\n    |\n")), ["seuil", "gravité", "motif"]);
        assert_eq!(labels(&SET.replace("{\n    \n", "{\n    seu|\n")), ["seuil"]);
        assert_eq!(labels(&SET.replace("gravité conseil", "gravité |")), ["erreur", "avertissement", "conseil"]);
        let english = "use std.policies.transition with {\n  ART-10 {\n    |\n    severity advice\n  }\n}\n";
        assert_eq!(labels(english), ["seuil", "severity", "because"]);
        assert!(labels("utiliser std.policies.transition with {\n  |\n}\n").contains(&"ART-10".to_owned()));
        let unread = SET.replace("seuil 30 k€", "seuil oui et").replace("{\n    \n", "{\n    |\n");
        assert_eq!(labels(&unread)[0], "seuil", "while another line cannot be read");
        let analysis = testing::plan(SET);
        let card = |word: &str| {
            let found = super::super::hover(&analysis, SourceId(0), (SET.find(word).unwrap() + 2) as u32, Lang::Fr);
            found.map(|found| found.markdown).unwrap_or_default()
        };
        assert!(card("seuil 30").starts_with("**`seuil`** · un montant"), "{}", card("seuil 30"));
        assert!(card("gravité conseil").contains("`avertissement`"), "{}", card("gravité conseil"));
        assert_eq!(card("30 k€"), "");
        let wrong = testing::plan(&SET.replace("seuil 30", "seuils 30"));
        let found = wrong.diagnostics.iter().find(|found| found.rule.name == "unknown-name").unwrap();
        assert_eq!(wrong.plan.written(&found.edits[0].mend).1, "seuil");
    }

    #[test]
    fn the_policies_of_a_file_may_be_set() {
        let root = "utiliser \"regles.dsl\" avec {\n  \n}\n";
        let rules = "règle r {\n  code T-01\n  titre fr \"T\"\n  gravité conseil\n  chaque objectif\n  exige connu objectif.pilote\n  message fr \"M\"\n}\n";
        let analysis =
            crate::analysis::analyse(&crate::load::Memory::new([("plan.dsl", root), ("regles.dsl", rules)]), crate::load::Memory::root());
        let offset = root.find("{\n  ").unwrap() + 4;
        let found = super::super::complete::complete(&analysis, SourceId(0), offset as u32, Lang::Fr);
        assert_eq!(found.iter().map(|one| one.label.as_str()).collect::<Vec<_>>(), ["T-01", "désactive"]);
    }

    fn in_policy(line: &str) -> Vec<String> {
        labels(&format!(
            "référence crpa \"Code\"\nrègle r {{\n  titre fr \"T\"\n  gravité conseil\n  chaque fiche f\n  {line}\n  exige connu f.pilote\n  message fr \"M\"\n  signale sur g {{\n    action g \"G\"\n  }}\n}}\n"
        ))
    }

    #[test]
    fn what_a_value_is_compared_with() {
        assert_eq!(in_policy("exige f.état est |")[..2], ["prévu", "en-cours"]);
        assert_eq!(in_policy("exige f.état n'est pas ab|")[0], "abandonné");
        assert_eq!(in_policy("exige fiche.état parmi [prévu, |")[1], "en-cours");
        assert_eq!(in_policy("exige fiche.nature est tech|")[0], "technique");
        assert!(in_policy("exige f.|").contains(&"pilote".to_owned()), "a name of the author's own");
        assert_eq!(in_policy("corrige |"), ["retire", "écrit", "ajoute"]);
        assert_eq!(in_policy("source |")[0], "crpa");
        assert!(in_policy("source défis|").contains(&"défis-numériques".to_owned()), "what a library would bring in");
        assert!(in_policy("aide fr \"Il faut {|}.\"").contains(&"f".to_owned()));
        assert!(in_policy("aide fr \"Il faut {f.|}.\"").contains(&"pilote".to_owned()));
        assert_eq!(in_policy("aide fr \"Il faut {f.pilote} |.\""), [""; 0]);
    }

    #[test]
    fn what_may_stand_in_the_head_of_a_test() {
        let plan = "règle r {\n  chaque objectif\n  exige connu objectif.pilote\n  HEAD {\n    objectif guichet \"G\"\n    objectif portail \"P\"\n    action a \"A\"\n  }\n}\n";
        let head = |words: &str| labels(&plan.replace("HEAD", words));
        assert_eq!(head("signale |"), ["sur"]);
        assert_eq!(head("signale sur |"), ["guichet", "portail"]);
        assert_eq!(head("signale sur guichet, |"), ["portail"]);
        assert_eq!(head("signale sur guichet, po|"), ["portail"]);
        assert_eq!(head("signale sur guichet|"), ["guichet"], "a name that is whole already");
        assert_eq!(head("indécis |"), ["faute de"]);
        assert_eq!(head("indécis faute de |")[0], "pilote", "what the policy asks");
    }

    #[test]
    fn what_a_policy_calls_so_is_told_as_it_is_given() {
        let text = "règle r {\n  paramètre mesures = 1 fr \"Combien\"\n  chaque objectif o\n  soit trouvé = nombre de o.indicateurs\n  exige trouvé >= mesures\n  message fr \"M\"\n}\n";
        let analysis = testing::plan(text);
        let card = |word: &str, shift: usize| {
            hover(&analysis, SourceId(0), (text.find(word).unwrap() + shift) as u32, Lang::Fr).map(|(_, card)| card).unwrap_or_default()
        };
        assert!(card(">= mesures", 4).contains("paramètre mesures = 1 fr \"Combien\""));
        assert!(card("trouvé >=", 1).contains("soit trouvé = nombre de o.indicateurs"));
        assert!(card("o.indicateurs", 0).contains("chaque objectif o"));
        assert!(card("objectif o", 3).starts_with("**`objectif`** · `goal`\n\nUn objectif"));
    }

    #[test]
    fn a_text_may_be_cut_anywhere() {
        let rules = "règle é {\n  gravité conseil\n  applicable si existe fiche\n  chaque fiche f\n  exige f.état est prévu\n  message fr \"Là {f.pilote} : {é\"\n  corrige écrit f.état = prévu\n  indécis faute de début { axe é \"É\" }\n}\n";
        let text = format!("{rules}{SET}");
        for end in (0..=text.len()).filter(|end| text.is_char_boundary(*end)).step_by(23) {
            let analysis = testing::plan(&text[..end]);
            for offset in (0..=end).filter(|at| text.is_char_boundary(*at)).filter(|at| *at + 40 > end || at % 7 == end % 7) {
                let _ = super::super::complete::complete(&analysis, SourceId(0), offset as u32, Lang::Fr);
                let _ = super::super::hover(&analysis, SourceId(0), offset as u32, Lang::Fr);
            }
        }
    }

    #[test]
    fn a_value_in_a_message_has_its_card() {
        let text = "règle r {\n  chaque fiche f\n  exige connu f.pilote\n  message fr \"Là : {f.pilote.rôle}.\"\n}\n";
        let analysis = testing::plan(text);
        let card = |word: &str, shift: usize| hover(&analysis, SourceId(0), (text.find(word).unwrap() + shift) as u32, Lang::Fr);
        assert!(card("rôle}", 1).unwrap().1.contains("`role`"));
        assert!(card("{f.pilote", 4).unwrap().1.contains("`owner`"));
        assert_eq!(card("Là :", 1), None);
    }
}
