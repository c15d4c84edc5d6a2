//! The judgement: every policy in force, over the plan, once.
//!
//! In: the plan, what is computed from it, and the day. Out: what is found, the four outcomes, what is missing to decide the rest, what is
//! waived. The order is that of the policies, whatever the threads do.

use std::path::Path;
use std::sync::{Arc, LazyLock, OnceLock};

use rayon::prelude::*;

use super::facts;
pub use super::grounds::Grounds;
use super::held::StillHolds;
pub use super::held::{Held, Step};
use super::kinds::{FACTS, Kind};
use super::names::{Names, names};
use super::run::Run;
pub use super::run::{Answer, Outcome};
pub use super::settle::is_called;
use super::settle::{ELSEWHERE, References, settle};
pub use super::settle::{How, Set, Weakened, day};
use super::typed::Policy;
use super::waive::waive;
pub use super::why::Cause;
use super::why::causes;
pub use super::words::Finding;
use super::words::{findings, say};
use super::written::{self, Text, Written};
use crate::diagnostic::{Diagnostic, Lang, Say, Severity, rules};
use crate::language::concepts::waiver;
use crate::load::{LIBRARIES, World, library};
use crate::plan::{Entity, EntityId, Plan, Standing};
use crate::say;
use crate::text::{SourceId, Span};

/// What a policy said of the plan.
#[derive(Debug, Clone)]
pub struct Verdict {
    /// Its number in the set.
    pub policy: usize,
    pub outcome: Outcome,
    pub judged: usize,
    pub findings: Vec<Finding>,
    /// How many things could not be decided, and for want of what.
    pub open: usize,
    pub causes: Vec<Cause>,
    pub doubtful: usize,
    /// The line of `applies if` that said no, by its number.
    pub not_for: Option<usize>,
}

/// A fact that is missing, and the policies that it would decide.
#[derive(Debug, Clone)]
pub struct Missing {
    /// The thing and the fact, in both languages: `agents de Montreval`, `date de 12 jalons`.
    pub text: [String; 2],
    /// What to write, in both languages.
    pub help: [String; 2],
    pub policies: Vec<String>,
    pub place: Option<Span>,
    /// The fact alone, by both its names; a threshold by its own.
    pub fact: [String; 2],
}

/// All that the policies say of a plan.
#[derive(Debug, Clone, Default)]
pub struct Judgement {
    pub set: Arc<Set>,
    pub verdicts: Vec<Verdict>,
    pub missing: Vec<Missing>,
    /// Wrong policies and settings, and those that would cost too much.
    pub diagnostics: Vec<Diagnostic>,
}

/// The library that is always in force.
pub const ALWAYS: &str = "policies.completeness";

/// The library's policies, each file read once a process, when a plan first asks for it.
static LIBRARY: LazyLock<Vec<OnceLock<Arc<Written>>>> = LazyLock::new(|| LIBRARIES.iter().map(|_| OnceLock::new()).collect());

/// What a library says of policies, by its number.
fn written_in(at: usize) -> &'static Arc<Written> {
    let read = || {
        let (source, text) = (SourceId(FIRST_LIBRARY - at as u16), LIBRARIES[at].1);
        let chunks = crate::syntax::cut(text);
        let items: Vec<Text<'_>> = chunks
            .iter()
            .filter(|chunk| crate::language::is_policy(&text[chunk.range.clone()]))
            .map(|chunk| Text { source, base: chunk.range.start as u32, text: &text[chunk.range.clone()], library: true })
            .collect();
        Arc::new(written::read(&items))
    };
    LIBRARY[at].get_or_init(read)
}

/// Libraries are no sources of the plan: their places are told apart by numbers from here down.
const FIRST_LIBRARY: u16 = u16::MAX - 1;

/// The library that such a place is in: its name and its text.
pub fn library_at(source: SourceId) -> Option<(&'static str, &'static str)> {
    LIBRARIES.get(usize::from(FIRST_LIBRARY.checked_sub(source.0)?)).copied()
}

/// Every policy of the library, whether a plan uses it or not.
pub fn whole_library() -> Set {
    let packs: Vec<&Arc<Written>> = (0..LIBRARIES.len()).map(written_in).collect();
    let written: Vec<&Written> = packs.iter().map(|pack| &***pack).collect();
    let uses: String = LIBRARIES.iter().map(|(name, _)| format!("use std.{name}\n")).collect();
    let plan = reference_plan(&uses);
    settle(&written, &plan, &names(&plan), &|source, start, end| text_at(&plan, source, start, end))
}

/// What a library's own text says of the policy that is called so, if one does.
pub(super) fn library_text(word: &str) -> Option<&'static super::written::PolicyText> {
    (0..LIBRARIES.len()).find_map(|at| written_in(at).policies.iter().find(|policy| is_called(policy, word)))
}

/// The library that holds a policy of this name or code, and its code there.
pub fn in_library(word: &str) -> Option<(&'static str, String)> {
    LIBRARIES.iter().enumerate().find_map(|(at, (name, _))| {
        let policy = written_in(at).policies.iter().find(|policy| is_called(policy, word))?;
        Some((*name, policy.code.as_ref().unwrap_or(&policy.name).word.clone()))
    })
}

/// A threshold of a library, whether a plan uses it or not.
pub(super) fn threshold_in(library: &str, name: &str) -> Option<super::typed::Threshold> {
    let at = LIBRARIES.iter().position(|(known, _)| *known == library)?;
    let text = written_in(at).thresholds.iter().find(|one| one.name.word == name)?;
    let plan = reference_plan(&format!("use std.{library}\n"));
    super::settle::threshold(text, &References::of(&plan), &names(&plan), &mut Vec::new())
}

/// What a library's pack is called, as it is written there.
pub fn pack_title(library: &str) -> Option<&'static str> {
    written_in(LIBRARIES.iter().position(|(name, _)| *name == library)?).packs.first().map(|pack| pack.title.as_str())
}

/// A plan that brings in libraries, for their references.
fn reference_plan(uses: &str) -> Plan {
    let world = crate::load::Memory::one(uses);
    let loaded = crate::load::load(&world, crate::load::Memory::root(), &mut crate::load::Kept::default());
    crate::plan::resolve(loaded.standing, Arc::new(loaded.sources)).plan
}

fn text_at(plan: &Plan, source: SourceId, start: u32, end: u32) -> String {
    let text = match library_at(source) {
        Some((_, text)) => text,
        None => plan.sources.get(source).text.as_str(),
    };
    text.get(start as usize..end as usize).unwrap_or("").to_owned()
}

/// The library that a source is, by its shown name.
fn library_of(plan: &Plan, source: SourceId) -> Option<&'static str> {
    let source = plan.sources.get(source);
    let name = source.name.strip_prefix("std/").and_then(|name| name.strip_suffix(".dsl")).filter(|_| source.library)?;
    LIBRARIES.iter().map(|(known, _)| *known).find(|known| known.replace('.', "/") == name || *known == name)
}

/// The day of a number of days since 1970.
pub fn date_of(days: i64) -> jiff::civil::Date {
    super::days::date(days)
}

/// Days since the first of January 1970.
pub fn number_of(date: jiff::civil::Date) -> i64 {
    super::days::number(date)
}

pub use super::typing::months_and_days;

/// Policies that cannot be read whole: the first place where something could not be read, and what is wrong there.
pub struct Torn {
    pub place: String,
    pub message: Say,
}

/// The policies that a plan is to be judged with in place of its own: those of another text of it, read from another world. Fails where
/// one of them may be missing, since a file or a part of it cannot be read there.
pub fn policies_of(world: &dyn World, root: &Path, revision: &str) -> Result<Set, Torn> {
    let loaded = crate::load::load(world, root, &mut crate::load::Kept::default());
    let sources = Arc::new(loaded.sources);
    let torn = |found: &Diagnostic, source: SourceId, offset: u32| {
        let text = sources.get(source);
        let line = text.lines.position(&text.text, offset).line;
        Torn { place: format!("{}:{line}", text.name), message: found.message.clone() }
    };
    // Files that use each other in a circle are read all the same.
    let lacks = |found: &&Diagnostic| found.rule.severity == Severity::Error && found.rule != &rules::USE_CYCLE;
    if let Some(found) = loaded.diagnostics.iter().find(lacks) {
        return Err(torn(found, found.span().source, found.span().start));
    }
    for Standing { part, source, base } in &loaded.standing {
        // A block that is not closed takes what follows with it; where nothing is known of an item, it may be a policy.
        let lost = |found: &&Diagnostic| found.is_of_reading() && (part.entities.is_empty() || part.use_unread() || takes_more(found));
        if let Some(found) = part.diagnostics.iter().find(lost) {
            return Err(torn(found, *source, base + found.span().start));
        }
    }
    let plan = crate::plan::resolve(loaded.standing, sources.clone()).plan;
    let set = policies(&plan, true);
    match set.diagnostics.iter().find(|found| found.is_of_reading() && library_at(found.span().source).is_none()) {
        Some(found) => Err(torn(found, found.span().source, found.span().start)),
        None => Ok(set.taken_from(revision, &plan.sources)),
    }
}

fn takes_more(found: &Diagnostic) -> bool {
    [&rules::TEXT_NOT_CLOSED, &rules::BLOCK_NOT_CLOSED, &rules::STRAY_BRACE].contains(&found.rule)
}

/// What a plan's own text says of policies, with every place.
pub fn own_policies(plan: &Plan) -> Written {
    written::read(&in_use(plan, false).0)
}

/// What a plan and the libraries that it uses say of policies.
pub fn policies(plan: &Plan, always: bool) -> Set {
    let (own, libraries) = in_use(plan, always);
    let own = written::read(&own);
    let number = |name: &&str| LIBRARIES.iter().position(|(known, _)| known == name);
    let numbers: Vec<usize> = libraries.iter().filter_map(number).collect();
    let packs: Vec<&Arc<Written>> = numbers.into_par_iter().map(written_in).collect();
    let written: Vec<&Written> = packs.iter().map(|pack| &***pack).chain(std::iter::once(&own)).collect();
    settle(&written, plan, &names(plan), &|source, start, end| text_at(plan, source, start, end))
}

/// The plan's own policies and settings, and the libraries that it uses for theirs.
fn in_use(plan: &Plan, always: bool) -> (Vec<Text<'_>>, Vec<&'static str>) {
    let mut own: Vec<Text<'_>> = Vec::new();
    let mut libraries: Vec<&'static str> = Vec::new();
    for placed in plan.parts.iter() {
        let Some(length) = placed.part.policy else { continue };
        match library_of(plan, placed.source)
            .filter(|name| library(name).is_some_and(|(_, text)| text == plan.sources.get(placed.source).text))
        {
            Some(name) if !libraries.contains(&name) => libraries.push(name),
            Some(_) => {}
            None => {
                let text = &plan.sources.get(placed.source).text;
                let (start, end) = (placed.base as usize, (placed.base + length) as usize);
                let library = plan.sources.get(placed.source).library;
                own.push(Text { source: placed.source, base: placed.base, text: &text[start..end], library });
            }
        }
    }
    if always && !libraries.contains(&ALWAYS) {
        libraries.insert(0, ALWAYS);
    }
    (own, libraries)
}

/// The policies of a plan that changes: typed anew only where something that they are made of did.
#[derive(Default)]
pub struct Kept {
    own: Option<(Made, Arc<Set>)>,
    /// Those that are in force in place of the plan's own.
    given: Option<Set>,
}

/// All that policies are made of.
#[derive(PartialEq)]
struct Made {
    own: Vec<(SourceId, u32, String)>,
    libraries: Vec<&'static str>,
    names: Names,
    references: References,
}

impl Kept {
    pub fn new(given: Option<Set>) -> Kept {
        Kept { own: None, given }
    }

    pub fn policies(&mut self, plan: &Plan) -> Arc<Set> {
        let (own, libraries) = in_use(plan, true);
        let own = own.iter().map(|one| (one.source, one.base, one.text.to_owned())).collect();
        let made = Made { own, libraries, names: names(plan), references: References::of(plan) };
        match &self.own {
            Some((known, set)) if *known == made => set.clone(),
            _ => {
                let mut set = policies(plan, true);
                if let Some(given) = &self.given {
                    // What is wrong in the plan's own is told; what judges are the others.
                    set = Set { diagnostics: given.diagnostics.iter().chain(&set.diagnostics).cloned().collect(), ..given.clone() };
                }
                let set = Arc::new(set);
                self.own = Some((made, set.clone()));
                set
            }
        }
    }
}

/// Judges a plan by policies. `today`: the day of the judgement; `most`: no more findings than this are put into words.
pub fn judge(grounds: &Grounds<'_>, today: i64, set: Arc<Set>, most: usize) -> Judgement {
    judge_again(grounds, today, set, most, &mut Held::default(), Step::Anew)
}

/// The same of a plan that was judged before: what a step did not touch is taken as it was.
pub fn judge_again(grounds: &Grounds<'_>, today: i64, set: Arc<Set>, most: usize, held: &mut Held, step: Step<'_>) -> Judgement {
    let (world, stale) = held.world(grounds, today, step);
    let known: Vec<Option<StillHolds>> = (0..set.policies.len()).map(|number| held.answer(&world, &set, number, &stale)).collect();
    let one = |((number, policy), known): ((usize, &Policy), Option<StillHolds>)| {
        let run = Run::new(&world, &set.thresholds);
        let answer = match known {
            Some(StillHolds { answer, again }) => run.judge_again(policy, answer, &again),
            None => run.judge(policy),
        };
        let (verdict, costly) = verdict(&run, number, policy, &answer);
        (verdict, costly, answer)
    };
    let judged: Vec<(Verdict, Option<Diagnostic>, Answer)> = set.policies.par_iter().enumerate().zip(known).map(one).collect();
    let mut diagnostics = set.diagnostics.clone();
    let (mut all, mut answers) = (Vec::with_capacity(judged.len()), Vec::with_capacity(judged.len()));
    for (verdict, costly, answer) in judged {
        diagnostics.extend(costly);
        all.push(verdict);
        answers.push(answer);
    }
    // What is wrong in the library itself, or in another revision, has no place in the plan: it is told at the plan's beginning, with
    // the name of where it is.
    for found in &mut diagnostics {
        let at = found.span().source;
        let text = match library_at(at) {
            Some((name, _)) => Say::of(format!("std.{name}")),
            None if at == ELSEWHERE && found.labels[0].text.is_empty() => Say::of(set.revision.clone().unwrap_or_default()),
            None if at == ELSEWHERE => found.labels[0].text.clone(),
            None => continue,
        };
        let place = grounds.plan.strategy().map_or(Span::new(SourceId(0), 0, 0), |strategy| strategy.place());
        found.labels = vec![crate::diagnostic::Label { span: place, text }];
        found.edits.clear();
    }
    let missing = missing(&world, &set, &all);
    let mut judgement = Judgement { set: set.clone(), verdicts: all, missing, diagnostics };
    waive(grounds.plan, today, &mut judgement);
    let wanted = to_say(&judgement, most);
    let verdicts = &mut judgement.verdicts;
    verdicts.par_iter_mut().zip(&wanted).filter(|(_, which)| !which.is_empty()).for_each(|(verdict, which)| {
        say(&Run::new(&world, &set.thresholds), &set.policies[verdict.policy], &answers[verdict.policy], &mut verdict.findings, which);
    });
    held.hold(world, set, answers);
    judgement
}

/// Of each policy, the findings that somebody reads: the first ones of the plan, errors before the rest; the first ones of the policy; those
/// that are waived.
fn to_say(judgement: &Judgement, most: usize) -> Vec<Vec<usize>> {
    let all: usize = judgement.verdicts.iter().map(|verdict| verdict.findings.len()).sum();
    let of = |verdict: &Verdict| 0..verdict.findings.len();
    if all <= most {
        return judgement.verdicts.iter().map(|verdict| of(verdict).collect()).collect();
    }
    let mut places: Vec<_> = Vec::with_capacity(all);
    for (number, verdict) in judgement.verdicts.iter().enumerate() {
        let wrong = judgement.set.policies[verdict.policy].severity == Severity::Error;
        for (at, finding) in verdict.findings.iter().enumerate().filter(|(_, finding)| finding.waived.is_none()) {
            places.push((!wrong, finding.diagnostic.span(), finding.diagnostic.rule.id, number, at));
        }
    }
    if places.len() > most {
        places.select_nth_unstable(most);
        places.truncate(most);
    }
    let mut wanted: Vec<Vec<usize>> = Vec::with_capacity(judgement.verdicts.len());
    for verdict in &judgement.verdicts {
        let first = of(verdict).filter(|at| *at < FIRST || verdict.findings[*at].waived.is_some());
        wanted.push(first.collect());
    }
    for (.., number, at) in places {
        wanted[number].push(at);
    }
    for which in &mut wanted {
        which.sort_unstable();
        which.dedup();
    }
    wanted
}

/// So many findings of each policy are always put into words: a page of it shows some.
pub const FIRST: usize = 10;

fn verdict(run: &Run<'_>, number: usize, policy: &Policy, answer: &Answer) -> (Verdict, Option<Diagnostic>) {
    let outcome = answer.outcome();
    let findings = if outcome == Outcome::Found { findings(run, policy, answer) } else { Vec::new() };
    let causes = match outcome {
        Outcome::Undecided => causes(run, policy, answer),
        Outcome::Found if !answer.open.is_empty() => causes(run, policy, answer),
        _ => Vec::new(),
    };
    let not_for = answer.not_for;
    let costly = answer.too_costly.map(|costly| {
        let (name, steps, most) = (policy.name.clone(), costly.steps / 1_000_000, costly.most / 1_000_000);
        Diagnostic::new(
            &rules::TOO_COSTLY,
            Span::new(policy.head.source, costly.at.start, costly.at.end),
            say!("La règle « {name} » compare chaque chose à chaque autre ({steps} millions de pas ; limite {most}).";
                 "The policy \"{name}\" compares each thing with each other ({steps} million steps; limit {most}).", name, steps, most),
            say!("Ajoutez une égalité entre les deux (`f.pilote = fiche.pilote`), ou une condition sur la seconde seule.";
                 "Add an equality between the two (`f.owner = sheet.owner`), or a condition on the second alone."),
        )
    });
    let verdict = Verdict {
        policy: number,
        outcome,
        judged: answer.judged,
        findings,
        open: answer.open.len(),
        causes,
        doubtful: answer.doubtful.len(),
        not_for,
    };
    (verdict, costly)
}

/// What is missing to decide what is open, by how many policies it would decide; the things of one fact together.
fn missing(world: &facts::World<'_>, set: &Set, verdicts: &[Verdict]) -> Vec<Missing> {
    /// A fact, or a threshold by its number; the rows that lack it; the policies that ask for it.
    type Lacking = (Option<super::kinds::Fact>, u32, Vec<u32>, Vec<String>);
    let mut by: Vec<Lacking> = Vec::new();
    for verdict in verdicts.iter().filter(|verdict| verdict.outcome == Outcome::Undecided) {
        let code = &set.policies[verdict.policy].code;
        for cause in &verdict.causes {
            let (fact, number, row) = match cause {
                Cause::Fact(fact, row) => (Some(*fact), 0, Some(*row)),
                Cause::Threshold(number) => (None, *number, None),
            };
            let at = match by.iter().position(|(known, other, ..)| *known == fact && (fact.is_some() || *other == number)) {
                Some(at) => at,
                None => {
                    by.push((fact, number, Vec::new(), Vec::new()));
                    by.len() - 1
                }
            };
            let (_, _, rows, codes) = &mut by[at];
            if let Some(row) = row.filter(|row| !rows.contains(row)) {
                rows.push(row);
            }
            if !codes.contains(code) {
                codes.push(code.clone());
            }
        }
    }
    by.sort_by(|a, b| b.3.len().cmp(&a.3.len()).then(a.0.cmp(&b.0)).then(a.1.cmp(&b.1)));
    by.into_iter()
        .map(|(fact, number, rows, policies)| match fact {
            Some(fact) => {
                let row = &FACTS[fact as usize];
                let thing = |lang: Lang| match rows.as_slice() {
                    [one] => match world.rows.title(world.facts, row.kind, *one, lang) {
                        // The plan names none, and there is one all the same.
                        title if title.is_empty() && row.kind == Kind::Authority => lang.of("la collectivité", "the authority").to_owned(),
                        title => title,
                    },
                    several => {
                        let kind = row.kind.row();
                        format!("{} {}", several.len(), lang.of(kind.fr[1], kind.en[1]))
                    }
                };
                let of = match (row.kind, rows.len()) {
                    (Kind::Strategy, _) => two_of(row.name(Lang::Fr).to_owned(), row.name(Lang::En).to_owned()),
                    _ => two_of(of_fr(row.name(Lang::Fr), &thing(Lang::Fr)), format!("{} of {}", row.name(Lang::En), thing(Lang::En))),
                };
                let help = match row.written() {
                    _ if fact == super::kinds::Fact::StrategyAdopted => two_of(
                        "Ajoutez une `décision` de nature `adoption`, avec sa date.".to_owned(),
                        "Add a `decision` of kind `adoption`, with its date.".to_owned(),
                    ),
                    Some((concept, field)) if concept.row().en.is_empty() => two_of(
                        format!("Ajoutez `{} …` à la ligne : {}", field.spelling(Lang::Fr), field.help(Lang::Fr)),
                        format!("Add `{} …` to the line: {}", field.spelling(Lang::En), field.help(Lang::En)),
                    ),
                    Some((concept, field)) => two_of(
                        format!(
                            "Ajoutez `{} …` dans `{}` : {}",
                            field.spelling(Lang::Fr),
                            concept.row().spelling(Lang::Fr),
                            field.help(Lang::Fr)
                        ),
                        format!("Add `{} …` in `{}`: {}", field.spelling(Lang::En), concept.row().spelling(Lang::En), field.help(Lang::En)),
                    ),
                    None => two_of(String::new(), String::new()),
                };
                let place = rows.first().and_then(|one| world.rows.place(world.facts, row.kind, *one));
                Missing { text: of, help, policies, place, fact: [row.fr.to_owned(), row.en.to_owned()] }
            }
            None => {
                let threshold = set.thresholds.get(number as usize);
                let name = threshold.map_or(String::new(), |threshold| threshold.name.clone());
                let title = threshold.map_or(String::new(), |threshold| {
                    if threshold.title.is_empty() { threshold.name.clone() } else { threshold.title.clone() }
                });
                let text = two_of(format!("la valeur de « {title} » à cette date"), format!("the value of \"{title}\" on that day"));
                Missing { text, help: two_of(String::new(), String::new()), policies, place: None, fact: [name.clone(), name] }
            }
        })
        .collect()
}

fn two_of(fr: String, en: String) -> [String; 2] {
    [fr, en]
}

/// `date de l'objectif`: with the word that French wants before a vowel.
pub(super) fn of_fr(fact: &str, thing: &str) -> String {
    let vowel = crate::diagnostic::suggest::fold(thing).starts_with(['a', 'e', 'i', 'o', 'u']);
    if vowel { format!("{fact} d'{thing}") } else { format!("{fact} de {thing}") }
}

impl Judgement {
    /// How many policies came out so: found, met, undecided, aside.
    pub fn count(&self, outcome: Outcome) -> usize {
        self.verdicts.iter().filter(|verdict| verdict.outcome == outcome).count()
    }

    /// Everything that is to be said: findings that nobody stands for, and what is wrong with policies, settings and waivers.
    pub fn diagnostics(&self) -> impl Iterator<Item = Diagnostic> + '_ {
        let found = self.verdicts.iter().flat_map(|verdict| &verdict.findings).filter(|finding| finding.waived.is_none());
        self.diagnostics.iter().cloned().chain(found.map(|finding| finding.diagnostic.clone()))
    }

    pub fn findings(&self) -> impl Iterator<Item = (&Policy, &Finding)> {
        self.verdicts.iter().flat_map(|verdict| verdict.findings.iter().map(|finding| (&self.set.policies[verdict.policy], finding)))
    }

    /// What somebody stands for by a waiver.
    pub fn covered_by(&self, waiver: EntityId) -> impl Iterator<Item = &Finding> {
        self.verdicts.iter().flat_map(|verdict| &verdict.findings).filter(move |found| found.waived == Some(waiver))
    }

    /// The policy that a waiver names.
    pub fn waived_policy(&self, waiver: Entity<'_>) -> Option<&Policy> {
        let rule = waiver.members(waiver::RULE).next()?.text();
        self.set.policies.iter().find(|policy| policy.is_called(&rule))
    }

    pub fn policy(&self, verdict: &Verdict) -> &Policy {
        &self.set.policies[verdict.policy]
    }
}
