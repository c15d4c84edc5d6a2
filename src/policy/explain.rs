//! One policy on one thing of the plan: each of its lines with what it says there, and what comes of it. Plain data, in both languages.

use super::column::{FALSE, TRUE, UNKNOWN};
use super::facts::World;
use super::frame::Frame;
use super::grounds::Grounds;
use super::judge::{library_at, of_fr};
use super::kinds::{FACTS, Item, Kind, Ty};
use super::run::{Answer, Outcome, Run, members};
use super::settle::Set;
use super::shown::show;
use super::typed::{Clause, Node, Policy, What};
use super::why::{Cause, causes_of};
use crate::diagnostic::{Lang, suggest};
use crate::language::PolicyWord;
use crate::syntax::expression::At;

/// What a condition is, of one thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Truth {
    True,
    False,
    /// For want of a fact.
    Unknown,
    /// Dates that are only coarse: it has the benefit of the doubt.
    Doubtful,
}

/// A line of a policy, and what it says of the thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub word: PolicyWord,
    /// As it is written, without its keyword; in one line.
    pub text: String,
    /// Of a condition.
    pub truth: Option<Truth>,
    /// Of a value, in French and in English.
    pub value: Option<[String; 2]>,
    /// Of a condition, what its sides are: as they are written, then what they are there in French and in English.
    pub sides: Vec<(String, [String; 2])>,
    /// The facts that are missing to say more: `bénéfices de guichet`.
    pub missing: Vec<[String; 2]>,
    /// A line above decided already: nobody asks this one.
    pub passed_over: bool,
}

/// What a policy says of one thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    Found,
    Met,
    Undecided,
    Doubtful,
    /// A `where` is false: it is none of those that are judged.
    NotJudged,
    /// An `applies if` is false: nothing is judged in this plan.
    NotFor,
    TooCostly,
}

/// One thing, line by line.
#[derive(Debug, Clone)]
pub struct Explained {
    /// The thing; none where the plan is judged as a whole.
    pub of: Option<(Kind, u32)>,
    pub name: String,
    pub title: [String; 2],
    pub lines: Vec<Line>,
    pub said: Said,
}

/// What a name leads to.
#[derive(Debug, Clone)]
pub struct On {
    /// The things that are called so.
    pub found: Vec<Explained>,
    /// What the policy judges, in French and in English: `chaque objectif`; none where it judges the plan as a whole.
    pub each: Option<[String; 2]>,
    /// All that it could judge, each name once.
    pub there: Vec<String>,
}

/// No more things of one name are told.
const MOST: usize = 10;
/// What the plan as a whole is called.
const WHOLE: [&str; 5] = ["stratégie", "strategy", "plan", "collectivité", "authority"];

/// In: the plan, the policies, the policy's number, the day, and what the thing is called. Never fails: a name of nothing finds nothing.
pub fn explain(grounds: &Grounds<'_>, set: &Set, policy: usize, today: i64, name: &str) -> On {
    let Some(policy) = set.policies.get(policy) else { return On { found: Vec::new(), each: None, there: Vec::new() } };
    let world = World::new(grounds, today);
    let answer = Run::new(&world, &set.thresholds).judge(policy);
    let explainer = Explainer { world: &world, set, policy, answer };
    let wanted = suggest::fold(name.trim());
    let Some(walk) = &policy.each else {
        let whole = WHOLE.iter().any(|word| suggest::fold(word) == wanted) || explainer.plan_is_called(&wanted);
        let found = if whole { vec![explainer.of(None, 0)] } else { Vec::new() };
        return On { found, each: None, there: vec![WHOLE[0].to_owned()] };
    };
    let root = Frame::root();
    let items = Run::new(&world, &set.thresholds).eval(&walk.source, &root).list(0).0.to_vec();
    let mut there: Vec<String> = Vec::new();
    let mut found = Vec::new();
    for (row, item) in items.iter().enumerate() {
        let names = explainer.names(walk.item, *item);
        if names.iter().any(|known| suggest::fold(known) == wanted) && found.len() < MOST {
            found.push(explainer.of(Some(*item), row as u32));
        }
        if !names[0].is_empty() && !there.contains(&names[0]) {
            there.push(names[0].clone());
        }
    }
    let [en, fr] = super::kinds::singular(walk.item);
    On { found, each: Some([format!("chaque {fr}"), format!("each {en}")]), there }
}

struct Explainer<'e> {
    world: &'e World<'e>,
    set: &'e Set,
    policy: &'e Policy,
    answer: Answer,
}

impl Explainer<'_> {
    fn plan_is_called(&self, wanted: &str) -> bool {
        let plan = self.world.facts.plan;
        let called = |entity: Option<crate::plan::Entity<'_>>| {
            entity.is_some_and(|one| suggest::fold(&one.titled()) == wanted || one.name().is_some_and(|name| suggest::fold(name) == wanted))
        };
        called(plan.strategy()) || called(plan.authority().is())
    }

    /// Its name, then its titles.
    fn names(&self, item: Item, id: i32) -> [String; 3] {
        match item {
            Item::Thing(kind) if id >= 0 => {
                let title = |lang| self.world.rows.title(self.world.facts, kind, id as u32, lang);
                [self.world.rows.name(self.world.facts, kind, id as u32), title(Lang::Fr), title(Lang::En)]
            }
            Item::Word(words) => match words.rows().get(id.max(0) as usize) {
                Some(row) => [row.fr.to_owned(), row.fr.to_owned(), row.en.to_owned()],
                None => Default::default(),
            },
            Item::Year => [id.to_string(), id.to_string(), id.to_string()],
            _ => Default::default(),
        }
    }

    fn of(&self, item: Option<i32>, row: u32) -> Explained {
        let walk = self.policy.each.as_ref();
        let (name, title) = match (walk, item) {
            (Some(walk), Some(item)) => {
                let [name, fr, en] = self.names(walk.item, item);
                (name, [fr, en])
            }
            _ => {
                let plan = self.world.facts.plan.strategy().map_or_else(String::new, |strategy| strategy.titled().into_owned());
                (WHOLE[0].to_owned(), [plan.clone(), plan])
            }
        };
        let of = match (walk.map(|walk| walk.item), item) {
            (Some(Item::Thing(kind)), Some(item)) if item >= 0 => Some((kind, item as u32)),
            _ => None,
        };
        let mut lines = Vec::new();
        let said = self.lines(item, row, &mut lines);
        Explained { of, name, title, lines, said }
    }

    fn lines(&self, item: Option<i32>, row: u32, lines: &mut Vec<Line>) -> Said {
        let run = Run::new(self.world, &self.set.thresholds);
        let root = Frame::root();
        let mut decided = false;
        for (node, text) in self.policy.applies.iter().zip(&self.policy.applies_text) {
            let line = self.line(&run, PolicyWord::Applies, joined(text), node, &root, decided);
            decided |= line.truth == Some(Truth::False);
            lines.push(line);
        }
        let not_for = decided;
        let mut frame = match (&self.policy.each, item) {
            (Some(walk), Some(item)) => root.through(vec![0], walk.var, members(walk.item, vec![item])),
            _ => Frame::root(),
        };
        let (mut not_judged, mut open) = (false, false);
        for clause in &self.policy.clauses {
            let (word, node) = match clause {
                Clause::Let(_, node) => (PolicyWord::Let, node),
                Clause::Where(node) => (PolicyWord::Where, node),
                Clause::Require(node) => (PolicyWord::Require, node),
            };
            let text = match word {
                PolicyWord::Let => self.named(node),
                _ => self.written(node.at),
            };
            let line = self.line(&run, word, text, node, &frame, decided);
            match (word, line.truth) {
                (PolicyWord::Where, Some(Truth::False)) => (decided, not_judged) = (true, true),
                (PolicyWord::Where, Some(Truth::Unknown | Truth::Doubtful)) => open = true,
                // Where it is not sure that the thing is judged, a requirement decides nothing alone.
                (PolicyWord::Require, Some(Truth::False)) => decided |= !open,
                _ => {}
            }
            lines.push(line);
            if let Clause::Let(var, node) = clause {
                let value = run.eval(node, &frame);
                frame.bind(*var, &value);
            }
        }
        self.said(row, not_for, not_judged)
    }

    fn said(&self, row: u32, not_for: bool, not_judged: bool) -> Said {
        let answer = &self.answer;
        let found = answer.found.iter().any(|(at, _)| *at == row);
        match () {
            () if answer.too_costly.is_some() => Said::TooCostly,
            () if not_for => Said::NotFor,
            () if answer.open.contains(&row) => Said::Undecided,
            // Whether the policy applies at all is not known.
            () if found && answer.outcome() == Outcome::Undecided => Said::Undecided,
            () if found => Said::Found,
            () if answer.doubtful.contains(&row) => Said::Doubtful,
            () if not_judged => Said::NotJudged,
            () => Said::Met,
        }
    }

    fn line(&self, run: &Run<'_>, word: PolicyWord, text: String, node: &Node, frame: &Frame<'_>, passed_over: bool) -> Line {
        let mut line = Line { word, text, truth: None, value: None, sides: Vec::new(), missing: Vec::new(), passed_over };
        if passed_over {
            return line;
        }
        let col = run.eval(node, frame);
        if node.ty == Ty::Yes {
            line.truth = Some(match col.truth(0) {
                TRUE => Truth::True,
                FALSE => Truth::False,
                UNKNOWN => Truth::Unknown,
                _ => Truth::Doubtful,
            });
            self.sides(run, node, frame, &mut line.sides);
        } else {
            line.value = Some([Lang::Fr, Lang::En].map(|lang| show(self.world, node.ty, &col, 0, lang)));
        }
        if line.truth.is_none_or(|truth| truth == Truth::Unknown) {
            line.missing = causes_of(run, self.policy, node, frame).into_iter().map(|cause| self.cause(cause)).collect();
        }
        line
    }

    /// What a condition compares, outside of the lists that it goes through: each side that is no value written there.
    fn sides(&self, run: &Run<'_>, node: &Node, frame: &Frame<'_>, found: &mut Vec<(String, [String; 2])>) {
        match &node.what {
            What::Not(one) => self.sides(run, one, frame, found),
            What::And(a, b) | What::Or(a, b) => {
                self.sides(run, a, frame, found);
                self.sides(run, b, frame, found);
            }
            What::Order(_, a, b) | What::Same(_, a, b) | What::Member(_, a, b) | What::Within(a, b) | What::Holds(a, b) => {
                self.side(run, a, frame, found);
                self.side(run, b, frame, found);
            }
            What::Exists(one) | What::Empty(one) => self.side(run, one, frame, found),
            _ => {}
        }
    }

    fn side(&self, run: &Run<'_>, node: &Node, frame: &Frame<'_>, found: &mut Vec<(String, [String; 2])>) {
        let text = self.written(node.at);
        // A parameter is worth showing, a number that stands in the line is not.
        let is_named = text.starts_with(char::is_alphabetic);
        let is_written = matches!(&node.what, What::Const(_)) && !(is_named && node.ty.is_number());
        if is_written || text.is_empty() || found.iter().any(|(known, _)| *known == text) {
            return;
        }
        let col = run.eval(node, frame);
        found.push((text, [Lang::Fr, Lang::En].map(|lang| show(self.world, node.ty, &col, 0, lang))));
    }

    fn cause(&self, cause: Cause) -> [String; 2] {
        match cause {
            Cause::Fact(fact, row) => {
                let fact = &FACTS[fact as usize];
                let title = |lang| self.world.rows.title(self.world.facts, fact.kind, row, lang);
                match fact.kind {
                    Kind::Strategy => [fact.fr.to_owned(), fact.en.to_owned()],
                    _ => [of_fr(fact.fr, &title(Lang::Fr)), format!("{} of {}", fact.en, title(Lang::En))],
                }
            }
            Cause::Threshold(number) => {
                let name = self.set.thresholds.get(number as usize).map_or_else(String::new, |threshold| threshold.name.clone());
                [format!("« {name} » à cette date"), format!("\"{name}\" on that day")]
            }
        }
    }

    fn source(&self) -> &str {
        let source = self.policy.head.source;
        match library_at(source) {
            Some((_, text)) => text,
            None => &self.world.facts.plan.sources.get(source).text,
        }
    }

    /// An expression as it is written: brackets that it stands in are taken with it.
    fn written(&self, at: At) -> String {
        let text = self.source();
        let (mut start, mut end) = (at.start as usize, at.end as usize);
        loop {
            let Some(slice) = text.get(start..end) else { return String::new() };
            let depth = slice.bytes().fold((0i32, 0i32), |(depth, lowest), byte| match byte {
                b'(' => (depth + 1, lowest),
                b')' => (depth - 1, lowest.min(depth - 1)),
                _ => (depth, lowest),
            });
            match depth {
                (_, lowest) if lowest < 0 => match text[..start].rfind('(') {
                    Some(before) => start = before,
                    None => return joined(slice),
                },
                (depth, _) if depth > 0 => match text[end..].find(')') {
                    Some(behind) => end += behind + 1,
                    None => return joined(slice),
                },
                _ => return joined(slice),
            }
        }
    }

    /// `NAME = VALUE` of a `let`.
    fn named(&self, node: &Node) -> String {
        let written = self.written(node.at);
        let before = self.source().get(..node.at.start as usize).unwrap_or("").trim_end_matches([' ', '(', '\n', '\t']);
        match before.strip_suffix('=').map(str::trim_end).and_then(|before| before.rsplit(char::is_whitespace).next()) {
            Some(name) => format!("{name} = {written}"),
            None => written,
        }
    }
}

/// In one line, without notes.
fn joined(text: &str) -> String {
    let lines = text.lines().map(|line| if line.trim_start().starts_with("//") { "" } else { line });
    lines.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
}
