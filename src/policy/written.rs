//! From the text of policies, packs, thresholds and settings to what they say, every argument a tree. Nothing is typed yet.
//!
//! In: the texts of a plan and of its libraries that hold policies. Out: [`Written`], and what is wrong with its shape. Never fails.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Lang, Say, Severity, rules, suggest};
use crate::language::{ITEMS, OF_PACK, OF_THRESHOLD, PolicyWord, STATEMENTS, policy_word, settings_of};
use crate::say;
use crate::syntax::expression::{self, At, Expr, Piece, Shown};
use crate::syntax::plain;
use crate::syntax::statement::{Sentence, sentences, without_notes};
use crate::text::{SourceId, Span};

/// A word and its place.
pub use crate::syntax::expression::Step;

/// A text that is judged by: an item of a file, with what it says before its block and in it.
#[derive(Debug, Clone, Copy)]
pub struct Text<'a> {
    pub source: SourceId,
    /// Where the item begins in its file.
    pub base: u32,
    /// The item's own text.
    pub text: &'a str,
    /// It is the library's.
    pub library: bool,
}

/// In French and in English; a bare text serves both.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Both<T> {
    pub fr: T,
    pub en: T,
}

impl<T> Both<T> {
    pub fn of(&self, lang: Lang) -> &T {
        lang.of(&self.fr, &self.en)
    }
}

#[derive(Debug, Clone)]
pub struct PolicyText {
    pub source: SourceId,
    pub library: bool,
    /// Its head, for what is said of it as a whole.
    pub head: Span,
    pub whole: Span,
    pub name: Step,
    pub also: Vec<Step>,
    pub code: Option<Step>,
    pub title: Both<String>,
    pub why: Both<String>,
    pub severity: Option<(Severity, At)>,
    pub sources: Vec<Source>,
    pub parameters: Vec<ParameterText>,
    pub applies: Vec<Expr>,
    pub each: Option<expression::Range>,
    /// In the order of the text: each line holds for those below.
    pub clauses: Vec<Clause>,
    pub at: Vec<Expr>,
    pub show: Vec<(Shown, Both<Vec<Piece>>)>,
    pub message: Both<Vec<Piece>>,
    pub help: Both<Vec<Piece>>,
    pub edit: Option<EditText>,
    pub tests: Vec<TestText>,
    /// The pack that it stands in, by its number.
    pub pack: Option<usize>,
    /// Something of it could not be read: it is not run.
    pub broken: bool,
}

#[derive(Debug, Clone)]
pub enum Clause {
    Let(Step, Expr),
    Where(Expr),
    Require(Expr),
}

/// A reference, and where in it.
#[derive(Debug, Clone)]
pub struct Source {
    pub reference: Step,
    pub locator: String,
}

#[derive(Debug, Clone)]
pub struct ParameterText {
    pub name: Step,
    pub also: Vec<Step>,
    pub value: Expr,
    /// What it is for.
    pub label: Both<String>,
}

/// A change of the plan that it offers.
#[derive(Debug, Clone)]
pub struct EditText {
    pub safe: bool,
    pub at: At,
    pub what: EditWhat,
}

#[derive(Debug, Clone)]
pub enum EditWhat {
    /// `retire dépendance`
    Remove(Expr),
    /// `écrit fiche.état = abandonné`
    Write(Expr, Expr),
    /// `ajoute fr "…" en "…" dans fiche`
    Add(Both<Vec<Piece>>, Expr),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    Flags,
    Passes,
    Undecided,
    Aside,
}

/// A plan in a block, and what the policy is to say of it.
#[derive(Debug, Clone)]
pub struct TestText {
    pub expected: Expected,
    /// What it flags by name, or the facts for want of which it is undecided.
    pub names: Vec<Step>,
    pub head: At,
    /// The plan, in the file.
    pub plan: At,
}

#[derive(Debug, Clone)]
pub struct PackText {
    pub whole: Span,
    pub name: Step,
    pub also: Vec<Step>,
    pub title: String,
    pub source: SourceId,
    pub library: bool,
}

/// A value that the law sets, from days on.
#[derive(Debug, Clone)]
pub struct ThresholdText {
    pub source: SourceId,
    pub whole: Span,
    pub name: Step,
    pub also: Vec<Step>,
    pub title: String,
    pub sources: Vec<Source>,
    /// In the order of the text.
    pub values: Vec<(Expr, Expr)>,
    pub until: Option<Expr>,
}

/// What a `use … with { … }` sets of one policy.
#[derive(Debug, Clone)]
pub struct SettingText {
    pub source: SourceId,
    /// The library whose `use` it stands in: `policies.law`.
    pub library: String,
    /// Code or name.
    pub policy: Step,
    pub what: SettingWhat,
    pub at: At,
}

#[derive(Debug, Clone)]
pub enum SettingWhat {
    Severity(Severity),
    Parameter(Step, Expr),
    Off,
}

/// Why a policy is switched off or lowered.
#[derive(Debug, Clone)]
pub struct Reason {
    pub source: SourceId,
    pub policy: Step,
    pub because: Option<String>,
}

/// All that is written about policies.
#[derive(Debug, Clone, Default)]
pub struct Written {
    pub policies: Vec<PolicyText>,
    pub packs: Vec<PackText>,
    pub thresholds: Vec<ThresholdText>,
    pub settings: Vec<SettingText>,
    pub reasons: Vec<Reason>,
    pub diagnostics: Vec<Diagnostic>,
    /// There are more policies than are read.
    full: bool,
}

/// What a policy may hold, and a plan.
const MOST_STATEMENTS: usize = 64;
const MOST_TESTS: usize = 32;
const MOST_POLICIES: usize = 2_000;

pub fn read(texts: &[Text<'_>]) -> Written {
    let mut written = Written::default();
    for text in texts {
        let mut reader = Reader { text, written: &mut written };
        for sentence in sentences(text.text, 0..text.text.len()) {
            reader.item(&sentence);
        }
    }
    written
}

struct Reader<'r, 'a> {
    text: &'r Text<'a>,
    written: &'r mut Written,
}

/// A statement's words behind its keyword, and where they stand.
struct Argument {
    /// Notes are blanks in it.
    words: String,
    /// In the item.
    start: usize,
}

impl Argument {
    fn step(&self, word: &str, base: u32) -> Step {
        let offset = word.as_ptr() as usize - self.words.as_ptr() as usize;
        let start = base + (self.start + offset) as u32;
        Step { word: word.to_owned(), at: At { start, end: start + word.len() as u32 } }
    }
}

impl Reader<'_, '_> {
    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.text.source, self.text.base + range.start as u32, self.text.base + range.end as u32)
    }

    fn at(&self, range: Range<usize>) -> At {
        let span = self.span(range);
        At { start: span.start, end: span.end }
    }

    fn report(&mut self, diagnostic: Diagnostic) {
        self.written.diagnostics.push(diagnostic);
    }

    fn wrong(&mut self, range: Range<usize>, message: Say, help: Say) {
        let span = self.span(range);
        self.report(Diagnostic::new(&rules::UNREADABLE_CONDITION, span, message, help));
    }

    /// The keyword of a statement and the rest of its words; nothing once an unknown one was reported.
    fn keyword(&mut self, sentence: &Sentence, wanted: &[PolicyWord]) -> Option<(PolicyWord, Argument)> {
        let words = without_notes(self.text.text, sentence.words.clone());
        match policy_word(&words, wanted) {
            Some((word, length)) => {
                let argument = Argument { words: words[length..].to_owned(), start: sentence.words.start + length };
                Some((word, argument))
            }
            None => {
                self.unknown(sentence, &words, wanted);
                None
            }
        }
    }

    fn unknown(&mut self, sentence: &Sentence, words: &str, wanted: &[PolicyWord]) {
        let first = words.split_whitespace().next().unwrap_or("").to_owned();
        let start = sentence.words.start;
        let span = self.span(start..start + first.len());
        let spellings = wanted.iter().flat_map(|word| word.row().en.iter().chain(word.row().fr).copied());
        let near = suggest::nearest(&first, spellings);
        let list = move |lang: Lang| wanted_words(wanted, lang);
        let (fr, en) = (list(Lang::Fr), list(Lang::En));
        let words = crate::diagnostic::two(fr, en);
        let mut found = Diagnostic::new(
            &rules::UNKNOWN_KEYWORD,
            span,
            say!("« {first} » n'est pas un mot des règles à cet endroit."; "\"{first}\" is no word of policies at this place.", first),
            match near {
                Some(near) => say!("Vouliez-vous dire `{near}` ?"; "Did you mean `{near}`?", near),
                None => say!("Ici peuvent se trouver : {words}."; "Here may stand: {words}.", words),
            },
        );
        if let Some(near) = near {
            found = found.fix(say!("Écrire `{near}`"; "Write `{near}`", near), span, near);
        }
        self.report(found);
    }

    fn item(&mut self, sentence: &Sentence) {
        let words = without_notes(self.text.text, sentence.words.clone());
        if let Some(at) = settings_of(&words) {
            self.settings(sentence, &words[..at]);
            return;
        }
        match self.keyword(sentence, ITEMS) {
            Some((PolicyWord::Policy, argument)) => self.policy(sentence, &argument, None, None),
            Some((PolicyWord::Pack, argument)) => self.pack(sentence, &argument),
            Some((PolicyWord::Threshold, argument)) => self.threshold(sentence, &argument),
            _ => {}
        }
    }

    /// `NAME "Title"`: an item's head.
    fn head(&mut self, sentence: &Sentence, argument: &Argument) -> Option<(Step, String)> {
        let words = argument.words.trim();
        let name = words.split(|c: char| c.is_whitespace() || matches!(c, '"' | '«' | '“')).next().unwrap_or("");
        if name.is_empty() || !name.starts_with(char::is_alphabetic) {
            self.wrong(
                sentence.words.clone(),
                say!("Il faut ici un nom."; "A name is due here."),
                say!("Écrivez par exemple `règle budget-suivi {{`."; "Write for instance `policy followed-budget {{`."),
            );
            return None;
        }
        let step = argument.step(&argument.words[argument.words.find(name).unwrap_or(0)..][..name.len()], self.text.base);
        let title = words[name.len()..].trim();
        Some((step, plain(title).to_string()))
    }

    fn block_due(&mut self, sentence: &Sentence) -> Option<Range<usize>> {
        if let (Some(block), false) = (&sentence.block, sentence.closed) {
            self.report(Diagnostic::new(
                &rules::BLOCK_NOT_CLOSED,
                self.span(block.start - 1..block.start),
                say!("Cette accolade n'est pas fermée."; "This brace is not closed."),
                say!("Ajoutez `}}` là où le bloc se termine."; "Add `}}` where the block ends."),
            ));
        }
        if sentence.block.is_none() {
            self.wrong(
                sentence.words.clone(),
                say!("Il faut ici un bloc entre accolades."; "A block between braces is due here."),
                say!("Ajoutez `{{`, les lignes de la règle, puis `}}`."; "Add `{{`, the lines of the policy, then `}}`."),
            );
        }
        sentence.block.clone()
    }

    fn pack(&mut self, sentence: &Sentence, argument: &Argument) {
        let Some((name, title)) = self.head(sentence, argument) else { return };
        let Some(block) = self.block_due(sentence) else { return };
        let number = self.written.packs.len();
        let whole = self.span(sentence.words.start..block.end);
        self.written.packs.push(PackText { whole, name, also: Vec::new(), title, source: self.text.source, library: self.text.library });
        let mut shared = Shared::default();
        let mut policies = Vec::new();
        for inner in sentences(self.text.text, block) {
            let Some((word, argument)) = self.keyword(&inner, OF_PACK) else { continue };
            match word {
                PolicyWord::Policy => policies.push((inner, argument)),
                PolicyWord::Also => {
                    let names = self.names(&argument);
                    self.written.packs[number].also.extend(names);
                }
                PolicyWord::Source => shared.sources.extend(self.sources(&argument)),
                PolicyWord::Applies => shared.applies.push(self.condition(&argument)),
                PolicyWord::Parameter => shared.parameters.extend(self.parameter(&argument, None)),
                _ => {}
            }
        }
        for (inner, argument) in policies {
            self.policy(&inner, &argument, Some(number), Some(&shared));
        }
    }

    fn threshold(&mut self, sentence: &Sentence, argument: &Argument) {
        let Some((name, title)) = self.head(sentence, argument) else { return };
        let Some(block) = self.block_due(sentence) else { return };
        let mut text = ThresholdText {
            source: self.text.source,
            whole: self.span(sentence.words.start..block.end),
            name,
            also: Vec::new(),
            title,
            sources: Vec::new(),
            values: Vec::new(),
            until: None,
        };
        for inner in sentences(self.text.text, block) {
            let Some((word, argument)) = self.keyword(&inner, OF_THRESHOLD) else { continue };
            match word {
                PolicyWord::Also => text.also.extend(self.names(&argument)),
                PolicyWord::Source => text.sources.extend(self.sources(&argument)),
                PolicyWord::Until => text.until = Some(self.value(&argument)),
                PolicyWord::Since => match argument.words.split_once(':') {
                    Some((day, value)) => {
                        let day = self.value_of(day, argument.start);
                        let value = self.value_of(value, argument.start + argument.words.len() - value.len());
                        text.values.push((day, value));
                    }
                    None => self.wrong(
                        inner.words,
                        say!("Il faut une date, `:` et une valeur."; "A date, `:` and a value are due."),
                        say!("Écrivez par exemple `à partir du 2026-01-01: 216 k€ HT`."; "Write for instance `from 2026-01-01: 216 k€ HT`."),
                    ),
                },
                _ => {}
            }
        }
        self.written.thresholds.push(text);
    }

    // --- one policy -------------------------------------------------------------------------------------------------

    fn policy(&mut self, sentence: &Sentence, argument: &Argument, pack: Option<usize>, shared: Option<&Shared>) {
        let Some((name, _)) = self.head(sentence, argument) else { return };
        if self.written.policies.len() >= MOST_POLICIES {
            if !self.written.full {
                self.written.full = true;
                let span = self.span(sentence.words.clone());
                self.report(Diagnostic::new(
                    &rules::TOO_COSTLY,
                    span,
                    say!("Ce plan a plus de {most} règles : « {name} » et les suivantes ne sont pas lues."; "This plan has more than {most} policies: \"{name}\" and those after it are not read.", most = MOST_POLICIES, name = name.word.clone()),
                    say!("Gardez celles qui servent à ce plan ; une règle peut juger toutes les fiches par `pour chaque`."; "Keep those that serve this plan; one policy judges all sheets with `for each`."),
                ));
            }
            return;
        }
        let before = self.written.diagnostics.len();
        let Some(block) = self.block_due(sentence) else { return };
        let shared = shared.cloned().unwrap_or_default();
        let mut policy = PolicyText {
            source: self.text.source,
            library: self.text.library,
            head: self.span(sentence.words.clone()),
            whole: self.span(sentence.words.start..block.end),
            name,
            also: Vec::new(),
            code: None,
            title: Both::default(),
            why: Both::default(),
            severity: None,
            sources: shared.sources,
            parameters: shared.parameters,
            applies: shared.applies,
            each: None,
            clauses: Vec::new(),
            at: Vec::new(),
            show: Vec::new(),
            message: Both::default(),
            help: Both::default(),
            edit: None,
            tests: Vec::new(),
            pack,
            broken: false,
        };
        let mut once: Vec<(PolicyWord, Range<usize>)> = Vec::new();
        let (mut statements, mut tests, mut whole) = (0, 0, true);
        for inner in sentences(self.text.text, block) {
            let Some((word, argument)) = self.keyword(&inner, STATEMENTS) else { continue };
            if self.too_many(&policy, word, &inner, &mut statements, &mut tests) {
                whole = false;
                break;
            }
            if ONCE.contains(&word) {
                if let Some((_, first)) = once.iter().find(|(other, _)| *other == word) {
                    let first = self.span(first.clone());
                    let keyword = crate::diagnostic::two(word.spelling(Lang::Fr), word.spelling(Lang::En));
                    let found = Diagnostic::new(
                        &rules::GIVEN_TWICE,
                        self.span(inner.words.clone()),
                        say!("`{keyword}` est écrit deux fois."; "`{keyword}` is written twice.", keyword),
                        say!("Gardez-en un seul."; "Keep one of them."),
                    );
                    self.report(found.label(first, say!("déjà ici"; "already here")));
                    continue;
                }
                once.push((word, inner.words.clone()));
            }
            self.statement(&mut policy, word, &inner, &argument);
        }
        if whole {
            self.complete(&policy);
        }
        policy.broken = self.written.diagnostics.len() > before;
        self.written.policies.push(policy);
    }

    /// Does a statement pass what one policy may hold? Said at the first that does; what follows is not read.
    fn too_many(&mut self, policy: &PolicyText, word: PolicyWord, inner: &Sentence, statements: &mut usize, tests: &mut usize) -> bool {
        let test = matches!(word, PolicyWord::Flags | PolicyWord::Passes | PolicyWord::Undecided | PolicyWord::Aside);
        let (count, most) = if test { (tests, MOST_TESTS) } else { (statements, MOST_STATEMENTS) };
        *count += 1;
        if *count <= most {
            return false;
        }
        let (name, span) = (policy.name.word.clone(), self.span(inner.words.clone()));
        self.report(match test {
            true => Diagnostic::new(
                &rules::TOO_COSTLY,
                span,
                say!("La règle « {name} » a plus de {most} essais."; "The policy \"{name}\" has more than {most} tests.", name, most),
                say!("Retirez ceux qui disent la même chose, ou réunissez-les en un plan d'essai."; "Remove those that say the same, or join them in one test plan."),
            ),
            false => Diagnostic::new(
                &rules::TOO_COSTLY,
                span,
                say!("La règle « {name} » a plus de {most} lignes."; "The policy \"{name}\" has more than {most} lines.", name, most),
                say!("Faites-en plusieurs règles : une obligation par règle."; "Make several policies of it: one duty a policy."),
            ),
        });
        true
    }

    fn statement(&mut self, policy: &mut PolicyText, word: PolicyWord, sentence: &Sentence, argument: &Argument) {
        let source = self.text.source;
        match word {
            PolicyWord::Also => policy.also.extend(self.names(argument)),
            PolicyWord::Code => policy.code = self.names(argument).into_iter().next(),
            PolicyWord::Title => policy.title = self.texts(argument),
            PolicyWord::Why => policy.why = self.texts(argument),
            PolicyWord::Severity => policy.severity = self.severity(argument),
            PolicyWord::Source => policy.sources.extend(self.sources(argument)),
            PolicyWord::Parameter => policy.parameters.extend(self.parameter(argument, sentence.block.clone())),
            PolicyWord::Applies => policy.applies.push(self.grouped(sentence, argument)),
            PolicyWord::Each => {
                let (range, found) = expression::each(&argument.words, source, self.text.base + argument.start as u32);
                self.written.diagnostics.extend(found);
                policy.each = Some(range);
            }
            PolicyWord::Let => {
                let Some((name, value)) = argument.words.split_once('=') else {
                    self.wrong(
                        sentence.words.clone(),
                        say!("Il faut un nom, `=` et une valeur."; "A name, `=` and a value are due."),
                        say!("Écrivez par exemple `soit délai = 6 mois`."; "Write for instance `let delay = 6 months`."),
                    );
                    return;
                };
                let name = argument.step(name.trim(), self.text.base);
                let start = argument.start + argument.words.len() - value.len();
                let value = self.condition(&Argument { words: value.to_owned(), start });
                policy.clauses.push(Clause::Let(name, value));
            }
            PolicyWord::Where => {
                let condition = self.grouped(sentence, argument);
                policy.clauses.push(Clause::Where(condition));
            }
            PolicyWord::Require => {
                let condition = self.grouped(sentence, argument);
                policy.clauses.push(Clause::Require(condition));
            }
            PolicyWord::At => {
                let (places, found) = expression::place(&argument.words, source, self.text.base + argument.start as u32);
                self.written.diagnostics.extend(found);
                policy.at = places;
            }
            PolicyWord::Show => {
                // What is shown, and the words for it.
                let words = &argument.words;
                let split = texts_start(words);
                let (labels, found) = expression::labels(&words[..split], source, self.text.base + argument.start as u32);
                self.written.diagnostics.extend(found);
                let texts = match split < words.len() {
                    true => self.templates(&Argument { words: words[split..].to_owned(), start: argument.start + split }),
                    false => Both::default(),
                };
                policy.show.extend(labels.into_iter().map(|label| (label, texts.clone())));
            }
            PolicyWord::Message => policy.message = self.templates(argument),
            PolicyWord::Help => policy.help = self.templates(argument),
            PolicyWord::Fix | PolicyWord::Suggest => policy.edit = self.edit(argument, word == PolicyWord::Fix),
            PolicyWord::Flags | PolicyWord::Passes | PolicyWord::Undecided | PolicyWord::Aside => {
                let Some(block) = self.block_due(sentence) else { return };
                let expected = match word {
                    PolicyWord::Flags => Expected::Flags,
                    PolicyWord::Passes => Expected::Passes,
                    PolicyWord::Undecided => Expected::Undecided,
                    _ => Expected::Aside,
                };
                let names = self.test_names(argument);
                policy.tests.push(TestText { expected, names, head: self.at(sentence.words.clone()), plan: self.at(block) });
            }
            _ => {}
        }
    }

    /// What is missing of a policy, said once.
    fn complete(&mut self, policy: &PolicyText) {
        let requires = policy.clauses.iter().any(|clause| matches!(clause, Clause::Require(_)));
        let missing: Vec<PolicyWord> = [
            (PolicyWord::Title, !policy.title.fr.is_empty()),
            (PolicyWord::Severity, policy.severity.is_some()),
            (PolicyWord::Require, requires),
            (PolicyWord::Message, !policy.message.fr.is_empty()),
        ]
        .into_iter()
        .filter_map(|(word, there)| (!there).then_some(word))
        .collect();
        let spelt = |lang: Lang| missing.iter().map(|word| format!("`{}`", word.spelling(lang))).collect::<Vec<_>>().join(", ");
        if !missing.is_empty() {
            let (name, words) = (policy.name.word.clone(), crate::diagnostic::two(spelt(Lang::Fr), spelt(Lang::En)));
            self.report(Diagnostic::new(
                &rules::POLICY_INCOMPLETE,
                policy.head,
                say!("Il manque à la règle « {name} » : {words}."; "The policy \"{name}\" lacks: {words}.", name, words),
                say!("Ajoutez dans son bloc ce qui manque."; "Add what is missing to its block."),
            ));
        }
    }

    /// `exige a`, `exige l'une { … }`, `exige { … }`
    fn grouped(&mut self, sentence: &Sentence, argument: &Argument) -> Expr {
        let Some(block) = &sentence.block else { return self.condition(argument) };
        if !sentence.closed {
            self.block_due(sentence);
        }
        self.group(&argument.words, argument.start, block.clone())
    }

    fn group(&mut self, words: &str, start: usize, block: Range<usize>) -> Expr {
        let folded = suggest::fold(words.trim()).replace('’', "'");
        let any = ["any", "l'une", "l'un", "l'une de", "une de"].contains(&folded.as_str());
        if !any && !["all", "toutes", "tout", ""].contains(&folded.as_str()) {
            self.wrong(
                start..start + words.len(),
                say!("Devant un bloc de conditions, il faut `l'une` ou `toutes`."; "Before a block of conditions, `any` or `all` is due."),
                say!("Écrivez `exige l'une {{` ou `exige toutes {{`."; "Write `require any {{` or `require all {{`."),
            );
        }
        let at = self.at(block.clone());
        let mut lines: Vec<Expr> = Vec::new();
        for inner in sentences(self.text.text, block) {
            let words = without_notes(self.text.text, inner.words.clone());
            lines.push(match inner.block {
                Some(block) => self.group(&words, inner.words.start, block),
                None => self.condition(&Argument { words, start: inner.words.start }),
            });
        }
        let op = if any { expression::Op::Or } else { expression::Op::And };
        let join = |left: Expr, right: Expr| Expr { at, node: expression::Node::Binary(op, right.at, Box::new(left), Box::new(right)) };
        lines.into_iter().reduce(join).unwrap_or(Expr { at, node: expression::Node::Damaged })
    }

    fn condition(&mut self, argument: &Argument) -> Expr {
        let (expr, found) = expression::condition(&argument.words, self.text.source, self.text.base + argument.start as u32);
        self.written.diagnostics.extend(found);
        expr
    }

    fn value(&mut self, argument: &Argument) -> Expr {
        self.value_of(&argument.words, argument.start)
    }

    fn value_of(&mut self, words: &str, start: usize) -> Expr {
        let (expr, found) = expression::value(words, self.text.source, self.text.base + start as u32);
        self.written.diagnostics.extend(found);
        expr
    }

    /// Names behind each other, with or without commas.
    fn names(&mut self, argument: &Argument) -> Vec<Step> {
        let base = self.text.base;
        argument.words.split([',', ' ', '\t', '\n', '\r']).filter(|word| !word.is_empty()).map(|word| argument.step(word, base)).collect()
    }

    /// `sur a, "B"`, `faute de agents, population`
    fn test_names(&mut self, argument: &Argument) -> Vec<Step> {
        let leads = ["sur", "on", "at", "faute de", "faute d'", "for want of", "for lack of"];
        let trimmed = argument.words.trim_start();
        let folded = suggest::fold(trimmed);
        let lead = leads.iter().find(|lead| folded.starts_with(**lead)).map_or(0, |lead| lead.len());
        let rest = &argument.words[argument.words.len() - trimmed.len() + lead.min(trimmed.len())..];
        let base = self.text.base;
        rest.split(',')
            .map(str::trim)
            .filter(|name| !name.is_empty())
            .map(|name| {
                let step = argument.step(name, base);
                Step { word: plain(name).to_string(), ..step }
            })
            .collect()
    }

    fn severity(&mut self, argument: &Argument) -> Option<(Severity, At)> {
        let word = argument.words.trim();
        let at = argument.step(word, self.text.base).at;
        match severity_of(word) {
            Some(severity) => Some((severity, at)),
            None => {
                let near = suggest::nearest(word, SEVERITIES.iter().flat_map(|(_, words)| words.iter().copied()));
                let span = Span::new(self.text.source, at.start, at.end);
                let word = word.to_owned();
                self.report(Diagnostic::new(
                    &rules::UNKNOWN_VALUE,
                    span,
                    say!("« {word} » n'est pas une gravité."; "\"{word}\" is no severity.", word),
                    match near {
                        Some(near) => say!("Vouliez-vous dire `{near}` ?"; "Did you mean `{near}`?", near),
                        None => say!("Écrivez `erreur`, `avertissement` ou `conseil`."; "Write `error`, `warning` or `advice`."),
                    },
                ));
                None
            }
        }
    }

    /// `source crpa "art. L312-1-1"`
    fn sources(&mut self, argument: &Argument) -> Vec<Source> {
        let base = self.text.base;
        split_list(&argument.words)
            .into_iter()
            .filter_map(|one| {
                let name = one.split_whitespace().next()?;
                let locator = one[name.len()..].trim();
                Some(Source { reference: argument.step(name, base), locator: plain(locator).to_string() })
            })
            .collect()
    }

    /// `paramètre marge = 6 mois { aussi margin }`; without the block the second spelling may stand on the line: `aussi margin`.
    fn parameter(&mut self, argument: &Argument, block: Option<Range<usize>>) -> Option<ParameterText> {
        let Some((name, value)) = argument.words.split_once('=') else {
            self.wrong(
                argument.start..argument.start + argument.words.len(),
                say!("Il faut un nom, `=` et une valeur."; "A name, `=` and a value are due."),
                say!("Écrivez par exemple `paramètre marge = 6 mois`."; "Write for instance `parameter margin = 6 months`."),
            );
            return None;
        };
        let start = argument.start + argument.words.len() - value.len();
        let name = argument.step(name.trim(), self.text.base);
        // What it is for may stand behind: a text in one language or in both.
        let before = value.len() - value.trim_start().len();
        let own_text = text_end(&value[before..]).map_or(0, |end| before + end);
        let split = own_text + texts_start(&value[own_text..]);
        let label = match split < value.len() {
            true => self.texts(&Argument { words: value[split..].to_owned(), start: start + split }),
            false => Both::default(),
        };
        let value = self.value_of(&value[..split], start);
        let mut also = Vec::new();
        for inner in block.into_iter().flat_map(|block| sentences(self.text.text, block)) {
            if let Some((PolicyWord::Also, argument)) = self.keyword(&inner, &[PolicyWord::Also]) {
                also.extend(self.names(&argument));
            }
        }
        Some(ParameterText { name, also, value, label })
    }

    /// `fr "…" en "…"`, or one text for both: each with its place in the item.
    fn both(&mut self, argument: &Argument) -> Both<Option<Range<usize>>> {
        let words = &argument.words;
        let mut both: Both<Option<Range<usize>>> = Both { fr: None, en: None };
        let (mut at, mut lang) = (0, None);
        while at < words.len() {
            let rest = &words[at..];
            let gap = rest.len() - rest.trim_start().len();
            if gap > 0 {
                at += gap;
                continue;
            }
            if let Some(end) = text_end(rest) {
                match lang.take() {
                    Some(Lang::Fr) => both.fr = Some(at..at + end),
                    Some(Lang::En) => both.en = Some(at..at + end),
                    None => (both.fr, both.en) = (Some(at..at + end), Some(at..at + end)),
                }
                at += end;
                continue;
            }
            let word = rest.split(|c: char| c.is_whitespace() || matches!(c, '"' | '«' | '“')).next().unwrap_or("");
            match Lang::parse(word) {
                Some(told) => lang = Some(told),
                None => {
                    let end = argument.start + words.len();
                    self.wrong(
                        argument.start + at..end,
                        say!("Il faut ici un texte entre guillemets."; "A text between quotes is due here."),
                        say!("Écrivez `fr \"…\"`, puis sur la ligne suivante `en \"…\"`."; "Write `fr \"…\"`, then on the next line `en \"…\"`."),
                    );
                    return both;
                }
            }
            at += word.len().max(1);
        }
        // What is said in one language only serves both.
        (both.fr, both.en) = (both.fr.clone().or(both.en.clone()), both.en.clone().or(both.fr.clone()));
        both
    }

    fn texts(&mut self, argument: &Argument) -> Both<String> {
        let both = self.both(argument);
        let text = |range: Option<Range<usize>>| range.map_or(String::new(), |range| plain(&argument.words[range]).to_string());
        Both { fr: text(both.fr), en: text(both.en) }
    }

    fn templates(&mut self, argument: &Argument) -> Both<Vec<Piece>> {
        let both = self.both(argument);
        let same = both.fr == both.en;
        let mut read = |range: &Option<Range<usize>>, quiet: bool| {
            let Some(range) = range else { return Vec::new() };
            let base = self.text.base + (argument.start + range.start) as u32;
            let (pieces, found) = expression::template(&argument.words[range.clone()], self.text.source, base);
            if !quiet {
                self.written.diagnostics.extend(found);
            }
            pieces
        };
        Both { fr: read(&both.fr, false), en: read(&both.en, same) }
    }

    /// `retire dépendance`, `écrit fiche.état = abandonné`, `ajoute fr "…" en "…" dans fiche`
    fn edit(&mut self, argument: &Argument, safe: bool) -> Option<EditText> {
        let words = argument.words.trim_start();
        let verb = words.split_whitespace().next().unwrap_or("");
        let start = argument.start + argument.words.len() - words.len() + verb.len();
        let rest = words[verb.len()..].to_owned();
        let at = self.at(argument.start..argument.start + argument.words.trim_end().len());
        let path = |reader: &mut Self, words: &str, start: usize| {
            let (mut places, found) = expression::place(words, reader.text.source, reader.text.base + start as u32);
            reader.written.diagnostics.extend(found);
            (!places.is_empty()).then(|| places.remove(0))
        };
        let what = match suggest::fold(verb).as_str() {
            "retire" | "remove" => EditWhat::Remove(path(self, &rest, start)?),
            "ecrit" | "set" | "write" => {
                let (target, value) = rest.split_once('=')?;
                let value_start = start + rest.len() - value.len();
                let value = self.condition(&Argument { words: value.to_owned(), start: value_start });
                EditWhat::Write(path(self, target, start)?, value)
            }
            "ajoute" | "add" => {
                let (lead, at) =
                    [" dans ", " in "].into_iter().filter_map(|lead| Some((lead, rest.rfind(lead)?))).max_by_key(|(_, at)| *at)?;
                let texts = self.templates(&Argument { words: rest[..at].to_owned(), start });
                EditWhat::Add(texts, path(self, &rest[at + lead.len()..], start + at + lead.len())?)
            }
            _ => {
                self.wrong(
                    argument.start..argument.start + argument.words.len(),
                    say!("Il faut ici `retire`, `écrit` ou `ajoute`."; "Here `remove`, `set` or `add` is due."),
                    say!("Écrivez par exemple `corrige retire dépendance`."; "Write for instance `fix remove dependency`."),
                );
                return None;
            }
        };
        Some(EditText { safe, at, what })
    }

    // --- settings ---------------------------------------------------------------------------------------------------

    /// `use std.policies.law with { … }`
    fn settings(&mut self, sentence: &Sentence, head: &str) {
        let library = head.split_whitespace().nth(1).unwrap_or("").trim_start_matches("std.").to_owned();
        let Some(block) = self.block_due(sentence) else { return };
        for inner in sentences(self.text.text, block) {
            let words = without_notes(self.text.text, inner.words.clone());
            let argument = Argument { words: words.clone(), start: inner.words.start };
            if let Some((PolicyWord::Off, length)) = policy_word(&words, &[PolicyWord::Off]) {
                let rest = Argument { words: words[length..].to_owned(), start: inner.words.start + length };
                let Some(name) = rest.words.split_whitespace().next() else { continue };
                let policy = rest.step(name, self.text.base);
                let because =
                    rest.words.split_once(['"', '«', '“']).map(|(before, _)| plain(rest.words[before.len()..].trim()).to_string());
                self.written.reasons.push(Reason { source: self.text.source, policy: policy.clone(), because });
                let at = self.at(inner.words.clone());
                self.written.settings.push(SettingText {
                    source: self.text.source,
                    library: library.clone(),
                    policy,
                    what: SettingWhat::Off,
                    at,
                });
                continue;
            }
            let Some(name) = words.split_whitespace().next() else { continue };
            let policy = argument.step(&argument.words[argument.words.find(name).unwrap_or(0)..][..name.len()], self.text.base);
            let Some(block) = self.block_due(&inner) else { continue };
            for line in sentences(self.text.text, block) {
                self.setting(&library, &policy, &line);
            }
        }
    }

    fn setting(&mut self, library: &str, policy: &Step, line: &Sentence) {
        let words = without_notes(self.text.text, line.words.clone());
        let at = self.at(line.words.clone());
        let what = match policy_word(&words, &[PolicyWord::Severity, PolicyWord::Because]) {
            Some((PolicyWord::Because, length)) => {
                let because = Some(plain(words[length..].trim()).to_string());
                self.written.reasons.push(Reason { source: self.text.source, policy: policy.clone(), because });
                return;
            }
            Some((_, length)) => {
                let argument = Argument { words: words[length..].to_owned(), start: line.words.start + length };
                match self.severity(&argument) {
                    Some((severity, _)) => SettingWhat::Severity(severity),
                    None => return,
                }
            }
            None => {
                let name = words.split([' ', '=', '\t']).next().unwrap_or("");
                let argument = Argument { words: words.clone(), start: line.words.start };
                let step = argument.step(&argument.words[..name.len()], self.text.base);
                let value = words[name.len()..].trim_start_matches([' ', '\t', '=']);
                let start = line.words.start + words.len() - value.len();
                SettingWhat::Parameter(step, self.value_of(value, start))
            }
        };
        self.written.settings.push(SettingText { source: self.text.source, library: library.to_owned(), policy: policy.clone(), what, at });
    }
}

/// What a pack gives to each of its policies.
#[derive(Debug, Clone, Default)]
struct Shared {
    sources: Vec<Source>,
    applies: Vec<Expr>,
    parameters: Vec<ParameterText>,
}

/// What a policy says once.
const ONCE: &[PolicyWord] = &[
    PolicyWord::Code,
    PolicyWord::Title,
    PolicyWord::Why,
    PolicyWord::Severity,
    PolicyWord::Each,
    PolicyWord::At,
    PolicyWord::Message,
    PolicyWord::Help,
];

const SEVERITIES: &[(Severity, &[&str])] = &[
    (Severity::Error, &["erreur", "error"]),
    (Severity::Warning, &["avertissement", "warning"]),
    (Severity::Advice, &["conseil", "advice"]),
];

pub fn severity_of(word: &str) -> Option<Severity> {
    let folded = suggest::fold(word);
    SEVERITIES.iter().find(|(_, words)| words.contains(&folded.as_str())).map(|(severity, _)| *severity)
}

pub fn severity_word(severity: Severity, lang: Lang) -> &'static str {
    let words = SEVERITIES.iter().find(|(known, _)| *known == severity).map_or(&["", ""][..], |(_, words)| words);
    lang.of(words[0], words[1])
}

fn wanted_words(wanted: &[PolicyWord], lang: Lang) -> String {
    wanted.iter().map(|word| format!("`{}`", word.spelling(lang))).collect::<Vec<_>>().join(", ")
}

/// Where `fr "…"`, `en "…"` or a bare text begins in an argument; its end, where there is none.
fn texts_start(words: &str) -> usize {
    let quote = words.find(['"', '«', '“']).unwrap_or(words.len());
    let before = words[..quote].trim_end();
    let lead = ["fr", "en"].iter().find_map(|lang| before.strip_suffix(lang)).filter(|rest| rest.ends_with(char::is_whitespace));
    match (quote == words.len(), lead) {
        (true, _) => words.len(),
        (false, Some(rest)) => rest.len(),
        (false, None) => quote,
    }
}

/// Where a text that begins here ends, its quotes included.
fn text_end(text: &str) -> Option<usize> {
    let mut chars = text.char_indices();
    let (_, open) = chars.next()?;
    let close = match open {
        '"' => '"',
        '«' => '»',
        '“' => '”',
        _ => return None,
    };
    let mut escaped = false;
    for (at, c) in chars {
        match c {
            _ if escaped => escaped = false,
            '\\' if open == '"' => escaped = true,
            '\n' => return None,
            c if c == close => return Some(at + c.len_utf8()),
            _ => {}
        }
    }
    None
}

/// The members of a list, texts kept whole.
fn split_list(words: &str) -> Vec<&str> {
    let (mut members, mut start, mut at) = (Vec::new(), 0, 0);
    while at < words.len() {
        if let Some(end) = text_end(&words[at..]) {
            at += end;
            continue;
        }
        let c = words[at..].chars().next().map_or(1, char::len_utf8);
        if words[at..].starts_with(',') {
            members.push(words[start..at].trim());
            start = at + c;
        }
        at += c;
    }
    members.push(words[start..].trim());
    members.retain(|member| !member.is_empty());
    members
}
