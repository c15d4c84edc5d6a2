//! From what was found to what is said of it: the message, the help, what is underlined, the change that is offered.

use std::cell::RefCell;

use super::column::{Col, NOBODY};
use super::frame::Frame;
use super::kinds::{FACTS, Fact, Item, Kind, Ty};
use super::run::{Answer, Run};
use super::shown::show;
use super::typed::{Change, ChangeWhat, Clause, Const, Label, Node, Policy, What, Words};
use super::written::Both;
use crate::diagnostic::rules::{Written, of_policy};
use crate::diagnostic::{Diagnostic, Lang, Mend, Rule, Say, Subject, two};
use crate::language::Concept;
use crate::plan::{Entity, EntityId};
use crate::say;
use crate::text::Span;

/// No more findings of one policy are said; the rest is counted.
pub const MOST: usize = 10_000;
/// No more labels besides the first.
const LABELS: usize = 4;

/// Something that a policy found: of which row, and what is said.
#[derive(Debug, Clone)]
pub struct Finding {
    /// The thing that is judged, and its row; none of the plan as a whole.
    pub of: Option<(Kind, u32)>,
    /// What of the plan it is, where it is written.
    pub entity: Option<EntityId>,
    pub name: String,
    pub diagnostic: Diagnostic,
    /// Somebody stands for it: the waiver.
    pub waived: Option<EntityId>,
}

/// A library whose names the policy asks for, where the plan has none of that kind: its advice could not be followed.
fn library_wanted(run: &Run<'_>, policy: &Policy) -> Option<&'static str> {
    fn names(node: &Node, found: &mut Vec<Kind>) {
        match &node.what {
            What::Const(Const::Named(kind, _) | Const::Names(kind, _)) => found.push(*kind),
            _ => node.parts().into_iter().for_each(|part| names(part, found)),
        }
    }
    let mut found = Vec::new();
    for clause in &policy.clauses {
        let (Clause::Let(_, node) | Clause::Where(node) | Clause::Require(node)) = clause;
        names(node, &mut found);
    }
    found.into_iter().find_map(|kind| {
        let library = match kind {
            Kind::Theme => "themes",
            Kind::MustHave => "must-haves",
            Kind::Barrier => "barriers",
            _ => return None,
        };
        run.world.rows.things(kind).is_empty().then_some(library)
    })
}

/// The rule of a policy, as diagnostics have it.
pub fn rule(policy: &Policy) -> &'static Rule {
    of_policy(&Written {
        id: policy.code.clone(),
        name: [policy.name.clone(), policy.also.first().unwrap_or(&policy.name).clone()],
        severity: policy.severity,
        title: [policy.title.fr.clone(), policy.title.en.clone()],
        why: [sentence(policy, Lang::Fr), sentence(policy, Lang::En)],
    })
}

/// Why it matters, with its sources.
fn sentence(policy: &Policy, lang: Lang) -> String {
    let sources: Vec<String> = policy
        .bases
        .iter()
        .map(|basis| if basis.locator.is_empty() { basis.title.clone() } else { format!("{}, {}", basis.title, basis.locator) })
        .collect();
    let why = policy.why.of(lang);
    match (why.is_empty(), sources.is_empty()) {
        (true, true) => policy.title.of(lang).clone(),
        (false, true) => why.clone(),
        (true, false) => format!("{}.", sources.join(" ; ")),
        (false, false) => format!("{why} ({})", sources.join(" ; ")),
    }
}

/// The findings, in the order of the rows, each at its place. What they say is for [`say`]: of a large plan few are ever read.
pub fn findings(run: &Run<'_>, policy: &Policy, answer: &Answer) -> Vec<Finding> {
    let rows: Vec<u32> = answer.found.iter().take(MOST).map(|(row, _)| *row).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let kind = policy.each.as_ref().map(|walk| walk.item);
    let rule = rule(policy);
    let facts = run.world.facts;
    let mut found = Vec::with_capacity(rows.len());
    run.with_rows(policy, &answer.rows, &rows, |frame| {
        let places: Vec<Place<'_>> = policy.at.iter().map(|node| Place::of(run, node, frame)).collect();
        for (at, row) in rows.iter().enumerate() {
            let id = answer.rows.get(*row as usize).copied();
            let of = match (kind, id) {
                (Some(Item::Thing(kind)), Some(id)) if id >= 0 => Some((kind, id as u32)),
                _ => None,
            };
            // What the library declares is not the plan's to be underlined.
            let own = |span: &Span| !facts.plan.sources.get(span.source).library;
            let mut spans = places.iter().filter_map(|place| place.at(run, at)).filter(own);
            let judged = || of.and_then(|(kind, at)| run.world.rows.place(facts, kind, at)).filter(own);
            let strategy = || facts.plan.strategy().map(Entity::place);
            let first = spans.next().or_else(judged).or_else(strategy).unwrap_or(beginning());
            let mut diagnostic = Diagnostic::new(rule, first, Say::default(), Say::default());
            let entity = of.and_then(|(kind, at)| run.world.rows.entity(facts, kind, at));
            let name = match (kind, of, id) {
                (_, Some((kind, at)), _) => run.world.rows.name(facts, kind, at),
                (Some(Item::Word(words)), _, Some(id)) if id >= 0 => words.rows()[id as usize].fr.to_owned(),
                (Some(Item::Year), _, Some(id)) => id.to_string(),
                _ => "stratégie".to_owned(),
            };
            let subject = entity.or_else(|| facts.plan.strategy());
            if let Some(entity) = subject {
                diagnostic =
                    diagnostic.about(Subject { concept: entity.concept_row().spelling(Lang::En), place: entity.keyword(), field: None });
            }
            diagnostic.part = match of {
                Some((kind, at)) => run.world.rows.part(facts, kind, at),
                None => kind.map(|_| name.clone()),
            };
            found.push(Finding { of, entity: entity.map(|entity| entity.id), name, diagnostic, waived: None });
        }
    });
    found
}

/// Gives some of the findings, by their numbers, their words, labels and changes.
pub fn say(run: &Run<'_>, policy: &Policy, answer: &Answer, found: &mut [Finding], which: &[usize]) {
    let rows: Vec<u32> = which.iter().map(|at| answer.found[*at].0).collect();
    let library = library_wanted(run, policy);
    run.with_rows(policy, &answer.rows, &rows, |frame| {
        let message = texts(run, &policy.message, frame);
        let help = texts(run, &policy.help, frame);
        for (at, number) in which.iter().enumerate() {
            let mut diagnostic = found[*number].diagnostic.clone();
            (diagnostic.message, diagnostic.help) = (said(&message[at]), said(&help[at]));
            if let (Some(library), false) = (library, diagnostic.help.is_empty()) {
                let (fr, en) = (format!("utiliser std.{library}"), format!("use std.{library}"));
                let first = say!("Écrivez d'abord `{fr}` au début du plan."; "Write `{en}` at the beginning of the plan first.", fr, en);
                diagnostic.help = std::mem::take(&mut diagnostic.help).and(first);
            }
            diagnostic = labels(run, policy, frame, at, diagnostic);
            if let Some(change) = &policy.change {
                diagnostic = changed(run, change, frame, at, diagnostic);
            }
            found[*number].diagnostic = diagnostic;
        }
    });
    let more = answer.found.len().saturating_sub(found.len());
    if let (true, Some(last)) = (more > 0, found.last_mut()) {
        let text = say!("Et {more} autres constats de la même règle."; "And {more} more findings of the same policy.", more);
        last.diagnostic.help = std::mem::take(&mut last.diagnostic.help).and(text);
    }
}

/// Nothing of the plan has a place: its first file's beginning.
fn beginning() -> Span {
    Span::new(crate::text::SourceId(0), 0, 0)
}

fn said(texts: &[String; 2]) -> Say {
    let [fr, en] = texts.each_ref().map(|text| capital(text));
    if fr.is_empty() && en.is_empty() { Say::default() } else { Say::of(two(fr, en)) }
}

fn as_is([fr, en]: &[String; 2]) -> Say {
    if fr.is_empty() && en.is_empty() { Say::default() } else { Say::of(two(fr.clone(), en.clone())) }
}

/// A sentence begins with a capital, whatever its first word is.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// A text of each row, in both languages.
fn texts(run: &Run<'_>, both: &Both<Vec<Words>>, frame: &Frame<'_>) -> Vec<[String; 2]> {
    let mut out = vec![[String::new(), String::new()]; frame.len];
    for (at, lang) in [Lang::Fr, Lang::En].into_iter().enumerate() {
        for piece in both.of(lang) {
            match piece {
                Words::Text(text) => out.iter_mut().for_each(|texts| texts[at].push_str(text)),
                Words::Value(node, forms) => {
                    let col = run.eval(node, frame);
                    for (row, texts) in out.iter_mut().enumerate() {
                        let value = show(run.world, node.ty, &col, row, lang);
                        texts[at].push_str(&value);
                        if let Some((one, several)) = forms {
                            let number = col.num(row).high;
                            // In French none and one are singular; in English only one is.
                            let single = number == 1_000_000 || (number < 2_000_000 && lang == Lang::Fr);
                            texts[at].push_str(lang.of("\u{a0}", " "));
                            texts[at].push_str(if single { one } else { several });
                        }
                    }
                }
            }
        }
    }
    out
}

/// Where something is written, for every row of a frame: its value, and where that is read from.
struct Place<'n> {
    node: &'n Node,
    col: Col,
    base: Option<Box<Place<'n>>>,
    /// Of each concept that was met, its field or its blocks that are spelt as the fact is.
    spelt: RefCell<Vec<(Concept, Spelt)>>,
}

#[derive(Clone, Copy)]
enum Spelt {
    Field(u8),
    Block,
}

impl<'n> Place<'n> {
    fn of(run: &Run<'_>, node: &'n Node, frame: &Frame<'_>) -> Place<'n> {
        let base = match &node.what {
            What::Field(base, _) | What::Take(base, _) => Some(Box::new(Place::of(run, base, frame))),
            _ => None,
        };
        Place { node, col: run.eval(node, frame), base, spelt: RefCell::default() }
    }

    fn at(&self, run: &Run<'_>, row: usize) -> Option<Span> {
        let facts = run.world.facts;
        if let (What::Field(of, fact), Some(base)) = (&self.node.what, &self.base) {
            let Ty::Thing(kind) = of.ty else { return None };
            let id = base.col.id(row);
            if id >= 0 {
                let entity = run.world.rows.entity(facts, kind, id as u32);
                let written = entity.and_then(|entity| self.written(entity, *fact));
                if written.is_some() {
                    return written;
                }
            }
        }
        match self.node.ty {
            Ty::Thing(Kind::Strategy) => facts.plan.strategy().map(Entity::place),
            Ty::Thing(kind) => match self.col.id(row) {
                NOBODY => None,
                id if id < 0 => None,
                id => run.world.rows.place(facts, kind, id as u32),
            },
            _ => self.base.as_ref().and_then(|base| base.at(run, row)),
        }
    }

    /// The value of a field, or the block, that is spelt as a fact is.
    fn written(&self, entity: Entity<'_>, fact: Fact) -> Option<Span> {
        let (row, concept) = (&FACTS[fact as usize], entity.concept());
        let is = |words: &[&str], word: &str| words.first().is_some_and(|first| first.split(' ').next() == Some(word));
        let mut known = self.spelt.borrow_mut();
        let spelt = match known.iter().find(|(known, _)| *known == concept) {
            Some((_, spelt)) => *spelt,
            None => {
                let field = (0u8..).zip(concept.row().fields).find(|(_, field)| is(field.en, row.en) || is(field.fr, row.fr));
                let spelt = field.map_or(Spelt::Block, |(at, _)| Spelt::Field(at));
                known.push((concept, spelt));
                spelt
            }
        };
        if let Spelt::Field(at) = spelt
            && let Some(seen) = entity.seen(at)
        {
            return Some(seen.span());
        }
        let one = row.en.strip_suffix('s').unwrap_or(row.en);
        let block = |child: &Entity<'_>| is(child.concept_row().en, row.en) || is(child.concept_row().en, one);
        entity.children().find(block).map(Entity::place)
    }
}

fn labels(run: &Run<'_>, policy: &Policy, frame: &Frame<'_>, row: usize, mut diagnostic: Diagnostic) -> Diagnostic {
    let facts = run.world.facts;
    for label in &policy.show {
        match label {
            Label::Place(node, words) => {
                let one = frame.some(vec![row as u32]);
                if let Some(span) = Place::of(run, node, &one).at(run, 0) {
                    let text = as_is(&texts(run, words, &one)[0]);
                    // What is underlined already gets its words.
                    match diagnostic.labels.iter_mut().find(|label| label.span == span) {
                        Some(label) => label.text = text,
                        None => diagnostic = diagnostic.label(span, text),
                    }
                }
            }
            Label::Each(walk, words) => {
                let one = frame.some(vec![row as u32]);
                let col = run.eval(&walk.source, &one);
                let items = col.list(0).0.to_vec();
                let Item::Thing(kind) = walk.item else { continue };
                let mut shown = 0;
                let mut more = 0;
                for item in items.iter().filter(|item| **item >= 0) {
                    let child = one.through(vec![0], walk.var, super::run::members(walk.item, vec![*item]));
                    if walk.filter.as_ref().is_some_and(|filter| run.eval(filter, &child).truth(0) != super::column::TRUE) {
                        continue;
                    }
                    if shown == LABELS {
                        more += 1;
                        continue;
                    }
                    if let Some(span) = run.world.rows.place(facts, kind, *item as u32) {
                        let title = |lang: Lang| run.world.rows.title(facts, kind, *item as u32, lang);
                        let own = as_is(&texts(run, words, &child)[0]);
                        let text = if own.is_empty() { Say::of(two(title(Lang::Fr), title(Lang::En))) } else { own };
                        diagnostic = diagnostic.label(span, text);
                        shown += 1;
                    }
                }
                if more > 0 {
                    let text = say!("Et {more} autres."; "And {more} others.", more);
                    diagnostic.help = std::mem::take(&mut diagnostic.help).and(text);
                }
            }
        }
    }
    diagnostic
}

/// The change that is offered, ready to be done; only in the plan's own files.
fn changed(run: &Run<'_>, change: &Change, frame: &Frame<'_>, row: usize, diagnostic: Diagnostic) -> Diagnostic {
    let before = diagnostic.edits.len();
    let diagnostic = offered(run, change, &frame.some(vec![row as u32]), diagnostic);
    if change.safe && diagnostic.edits.len() > before { diagnostic.safe() } else { diagnostic }
}

/// `frame`: of one row.
fn offered(run: &Run<'_>, change: &Change, frame: &Frame<'_>, diagnostic: Diagnostic) -> Diagnostic {
    let plan = run.world.facts.plan;
    let own = |span: Span| !plan.sources.get(span.source).library;
    match &change.what {
        ChangeWhat::Remove(node) => {
            let Some(span) = Place::of(run, node, frame).at(run, 0).filter(|span| own(*span)) else { return diagnostic };
            let whole = super::edits::removed(plan, span, matches!(node.ty, Ty::Thing(Kind::Dependency)));
            diagnostic
                .edit(say!("Retirer ce qui est en trop"; "Remove what is too much"), Mend::Replace { span: whole, text: String::new() })
        }
        ChangeWhat::Write(target, value) => {
            let What::Field(base, fact) = &target.what else { return diagnostic };
            let Ty::Thing(kind) = base.ty else { return diagnostic };
            let id = run.eval(base, frame).id(0);
            let Some(entity) = (id >= 0).then(|| run.world.rows.entity(run.world.facts, kind, id as u32)).flatten() else {
                return diagnostic;
            };
            let lang = plan.written_in(entity.head().source);
            let value = show(run.world, value.ty, &run.eval(value, frame), 0, lang);
            super::edits::written(entity, &FACTS[*fact as usize], &value, lang, diagnostic)
        }
        ChangeWhat::Add(texts_of, target) => {
            let col = run.eval(target, frame);
            let Ty::Thing(kind) = target.ty else { return diagnostic };
            let id = col.id(0);
            let Some(entity) = (id >= 0).then(|| run.world.rows.entity(run.world.facts, kind, id as u32)).flatten() else {
                return diagnostic;
            };
            let lang = plan.written_in(entity.head().source);
            let text = texts(run, texts_of, frame)[0][usize::from(lang == Lang::En)].clone();
            super::edits::added(entity, &text, diagnostic)
        }
    }
}
