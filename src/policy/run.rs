//! From a typed policy and the columns of a plan to its answers. Every step is linear, or charged before it is made.

use std::cell::Cell;
use std::sync::{Arc, LazyLock};

use rustc_hash::FxHashMap;

use super::column::{
    Col, DOUBTFUL, Data, FALSE, HIGHEST, LOWEST, Lists, NOBODY, Num, Nums, OTHER, TRUE, Txt, UNKNOWN, UNKNOWN_ID, and, not, or, state,
    truth,
};
use super::days;
use super::facts::World;
use super::frame::Frame;
use super::kinds::{Fact, Item, Kind, Ty};
use super::typed::{Clause, Const, Node, Order, Policy, Take, Threshold, Var, Walk, What};
use super::typing::months_and_days;
use crate::diagnostic::suggest;
use crate::syntax::expression::Fold;

/// What a policy says of a plan.
#[derive(Debug, Clone, Default)]
pub struct Answer {
    /// The line of `applies if` that said no.
    pub not_for: Option<usize>,
    /// `applies if` could not be decided: its lines that were not.
    pub unsure_if: bool,
    /// How many things were judged: `where` was true, or could not be decided.
    pub judged: usize,
    /// What was found, by the row of what is judged, and which requirement is not met.
    pub found: Vec<(u32, usize)>,
    /// What could not be decided.
    pub open: Vec<u32>,
    /// There may be more to judge: a list that is gone through could not be read.
    pub more: bool,
    /// What has the benefit of the doubt.
    pub doubtful: Vec<u32>,
    /// All rows, by what stands in them.
    pub rows: Vec<i32>,
    /// A bit for each that was judged.
    asked: Vec<u64>,
    /// It would take more steps than a plan of this size allows: nothing is decided.
    pub too_costly: Option<TooCostly>,
}

/// Where a policy would take too many steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooCostly {
    pub at: crate::syntax::expression::At,
    pub steps: u64,
    pub most: u64,
}

/// The four outcomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    Found,
    Undecided,
    Met,
    Aside,
}

impl Answer {
    pub fn outcome(&self) -> Outcome {
        match () {
            _ if self.not_for.is_some() || self.too_costly.is_some() => Outcome::Aside,
            _ if self.unsure_if && (!self.found.is_empty() || !self.open.is_empty() || self.more) => Outcome::Undecided,
            _ if !self.found.is_empty() => Outcome::Found,
            _ if !self.open.is_empty() || self.more => Outcome::Undecided,
            _ if self.judged == 0 => Outcome::Aside,
            _ => Outcome::Met,
        }
    }
}

pub struct Run<'w> {
    pub world: &'w World<'w>,
    pub thresholds: &'w [Threshold],
    steps: Cell<u64>,
    most: u64,
    too_costly: Cell<Option<TooCostly>>,
}

/// Steps that a policy may take, whatever the plan's size; and for each thing of the plan.
const STEPS: u64 = 20_000_000;
const STEPS_EACH: u64 = 500;

impl<'w> Run<'w> {
    pub fn new(world: &'w World<'w>, thresholds: &'w [Threshold]) -> Run<'w> {
        let things = world.facts.plan.parts.iter().map(|placed| placed.part.entities.len() as u64).sum::<u64>();
        Run { world, thresholds, steps: Cell::new(0), most: STEPS + STEPS_EACH * things, too_costly: Cell::new(None) }
    }

    pub fn judge(&self, policy: &Policy) -> Answer {
        self.steps.set(0);
        self.too_costly.set(None);
        let root = Frame::root();
        let mut answer = Answer::default();
        for (at, line) in policy.applies.iter().enumerate() {
            match self.eval(line, &root).truth(0) {
                FALSE => {
                    answer.not_for = Some(at);
                    return answer;
                }
                UNKNOWN => answer.unsure_if = true,
                _ => {}
            }
        }
        match &policy.each {
            None => self.judge_in(policy, &Frame::root(), &mut answer),
            Some(walk) => {
                let list = self.eval(&walk.source, &root);
                let (rows, more) = list.list(0);
                answer.more = more == UNKNOWN;
                let rows = rows.to_vec();
                answer.rows.clone_from(&rows);
                let frame = root.through(vec![0; rows.len()], walk.var, members(walk.item, rows));
                self.judge_in(policy, &frame, &mut answer);
            }
        }
        if let Some(costly) = self.too_costly.get() {
            return Answer { too_costly: Some(costly), ..Answer::default() };
        }
        answer
    }

    /// The same answer, of which some rows, by their numbers and in order, are judged again.
    pub fn judge_again(&self, policy: &Policy, mut answer: Answer, again: &[u32]) -> Answer {
        if again.is_empty() || answer.not_for.is_some() || answer.too_costly.is_some() {
            return answer;
        }
        let mut fresh = Answer::default();
        self.steps.set(0);
        self.too_costly.set(None);
        self.with(policy, &answer.rows, again, |frame| self.judge_in(policy, &frame, &mut fresh));
        if self.too_costly.get().is_some() {
            return self.judge(policy);
        }
        let stays = |row: &u32| again.binary_search(row).is_err();
        for (own, fresh) in [(&mut answer.open, fresh.open), (&mut answer.doubtful, fresh.doubtful)] {
            own.retain(stays);
            own.extend(fresh.into_iter().map(|row| again[row as usize]));
            own.sort_unstable();
        }
        answer.found.retain(|(row, _)| stays(row));
        answer.found.extend(fresh.found.into_iter().map(|(row, which)| (again[row as usize], which)));
        answer.found.sort_unstable();
        for (at, row) in again.iter().enumerate() {
            mark(&mut answer.asked, *row as usize, fresh.asked[at / 64] & (1 << (at % 64)) != 0);
        }
        answer.judged = answer.asked.iter().map(|bits| bits.count_ones() as usize).sum();
        answer
    }

    /// Some of the rows that a policy judges, by their numbers among all.
    fn with(&self, policy: &Policy, all: &[i32], rows: &[u32], then: impl FnOnce(Frame<'_>)) {
        let root = Frame::root();
        match &policy.each {
            Some(walk) => {
                let items: Vec<i32> = rows.iter().map(|row| all[*row as usize]).collect();
                then(root.through(vec![0; items.len()], walk.var, members(walk.item, items)));
            }
            None => then(root),
        }
    }

    /// Some of the rows that a policy judges, with its `let`s: by their numbers in the answer.
    pub fn with_rows(&self, policy: &Policy, all: &[i32], rows: &[u32], then: impl FnOnce(&Frame<'_>)) {
        self.with(policy, all, rows, |mut frame| {
            for clause in &policy.clauses {
                if let Clause::Let(var, node) = clause {
                    let col = self.eval(node, &frame);
                    frame.bind(*var, &col);
                }
            }
            then(&frame);
        });
    }

    /// The rows of a frame, clause by clause: `where` leaves some out, each `require` is judged where those above it hold.
    fn judge_in(&self, policy: &Policy, frame: &Frame<'_>, answer: &mut Answer) {
        // A `let` that depends on nothing is bound at the root; others with the rows.
        let mut judged = copy(frame);
        let mut wheres: Vec<u8> = vec![TRUE; frame.len];
        let mut said: Vec<u8> = vec![TRUE; frame.len];
        let mut failed: Vec<Option<usize>> = vec![None; frame.len];
        // Rows of which a requirement does not hold: those below it are not asked.
        let mut closed = vec![false; frame.len];
        let mut number = 0;
        for clause in &policy.clauses {
            match clause {
                Clause::Let(var, node) => {
                    let col = self.over_open(node, &judged, &wheres);
                    judged.bind(*var, &col);
                }
                Clause::Where(node) => {
                    let col = self.truths(node, &judged, &wheres, &closed);
                    // What an earlier requirement decided is not undone by a later `where`: it asks less.
                    for row in (0..frame.len).filter(|row| !closed[*row]) {
                        wheres[row] = and(wheres[row], col[row]);
                    }
                }
                Clause::Require(node) => {
                    let col = self.truths(node, &judged, &wheres, &closed);
                    for row in 0..frame.len {
                        if wheres[row] == FALSE || closed[row] {
                            continue;
                        }
                        closed[row] = col[row] == FALSE;
                        let value = required(wheres[row], col[row]);
                        if value == FALSE {
                            failed[row] = Some(number);
                        }
                        said[row] = worse(said[row], value);
                    }
                    number += 1;
                }
            }
        }
        answer.asked = vec![0; frame.len.div_ceil(64)];
        for row in 0..frame.len {
            if wheres[row] == FALSE && said[row] == TRUE {
                continue;
            }
            answer.judged += 1;
            mark(&mut answer.asked, row, true);
            match said[row] {
                FALSE => answer.found.push((row as u32, failed[row].unwrap_or(0))),
                UNKNOWN => answer.open.push(row as u32),
                DOUBTFUL => answer.doubtful.push(row as u32),
                _ => {}
            }
        }
    }

    /// The truths of a condition for the rows that are open still.
    fn truths(&self, node: &Node, frame: &Frame<'_>, wheres: &[u8], closed: &[bool]) -> Vec<u8> {
        let open: Vec<u32> = (0..frame.len as u32).filter(|row| wheres[*row as usize] != FALSE && !closed[*row as usize]).collect();
        let mut out = vec![FALSE; frame.len];
        if open.len() == frame.len {
            let col = self.eval(node, frame);
            (0..frame.len).for_each(|row| out[row] = col.truth(row));
        } else if !open.is_empty() {
            let some = frame.some(open.clone());
            let col = self.eval(node, &some);
            open.iter().enumerate().for_each(|(at, row)| out[*row as usize] = col.truth(at));
        }
        out
    }

    /// A value where `where` is not false; elsewhere it is not looked at.
    fn over_open(&self, node: &Node, frame: &Frame<'_>, wheres: &[u8]) -> Col {
        if wheres.iter().all(|open| *open != FALSE) {
            return self.eval(node, frame);
        }
        // What is left out takes the first value: nobody reads it.
        let open: Vec<u32> = (0..frame.len as u32).filter(|row| wheres[*row as usize] != FALSE).collect();
        if open.is_empty() {
            return Col::new(blank(node.ty, frame.len));
        }
        let some = frame.some(open.clone());
        let col = self.eval(node, &some);
        let mut map = vec![0u32; frame.len];
        open.iter().enumerate().for_each(|(at, row)| map[*row as usize] = at as u32);
        col.gather(&map)
    }

    // --- expressions ------------------------------------------------------------------------------------------------

    pub fn eval(&self, node: &Node, frame: &Frame<'_>) -> Col {
        if self.too_costly.get().is_some() {
            return Col::single(blank(node.ty, 1));
        }
        if node.vars == 0 && !frame.is_root() {
            let col = self.eval(node, &Frame::root());
            return Col { single: true, ..col };
        }
        if let Some((above, map)) = frame.above(node.vars) {
            return self.eval(node, above).gather(map);
        }
        let single = node.vars == 0;
        let data = self.value(node, frame);
        Col { single: data.single || single, ..data }
    }

    fn value(&self, node: &Node, frame: &Frame<'_>) -> Col {
        let n = frame.len;
        let pair = |a: &Node, b: &Node| (self.eval(a, frame), self.eval(b, frame));
        match &node.what {
            What::Const(value) => Col::single(self.constant(value)),
            What::Var(var) => frame.var(*var).unwrap_or_else(|| Col::single(blank(node.ty, 1))),
            What::Root(kind) => Col::single(Data::Id(vec![self.root(*kind)])),
            What::Today => Col::single(Data::Num(Nums::of(std::iter::once(Num::point(self.world.today))))),
            What::All(kind) => Col::single(Data::List(self.world.all(*kind), vec![0])),
            What::Field(base, fact) => {
                let ids = self.eval(base, frame);
                let column = self.world.fact(*fact);
                match &*ids.data {
                    Data::Id(ids_of) => Col { data: Arc::new(column.of(ids_of, unknown_of(node.ty))), single: ids.single },
                    _ => Col::single(blank(node.ty, 1)),
                }
            }
            What::Take(base, take) => self.take(*take, base.ty, &self.eval(base, frame), n),
            What::Not(inner) => {
                let col = self.eval(inner, frame);
                each(n, &[&col], |row| not(col.truth(row)))
            }
            What::And(a, b) => self.both(a, b, frame, FALSE, and),
            What::Or(a, b) => self.both(a, b, frame, TRUE, or),
            What::If(three) => self.choice(node, three, frame),
            What::Order(order, a, b) => {
                let (a, b) = pair(a, b);
                self.order(*order, &a, &b, n)
            }
            What::Same(negated, a, b) => {
                let ty = a.ty;
                let (a, b) = pair(a, b);
                each(n, &[&a, &b], |row| {
                    let same = same(ty, &a, &b, row);
                    if *negated { not(same) } else { same }
                })
            }
            What::Member(negated, element, list) => {
                let (element, list) = pair(element, list);
                each(n, &[&element, &list], |row| {
                    let member = match &*element.data {
                        Data::Num(_) => year_among(element.num(row), list.list(row)),
                        _ => member(element.id(row), list.list(row)),
                    };
                    if *negated { not(member) } else { member }
                })
            }
            What::Within(date, period) => {
                let (date, period) = pair(date, period);
                let Data::Period(from, to) = &*period.data else { return Col::single(Data::Truth(vec![UNKNOWN])) };
                each(n, &[&date, &period], |row| {
                    let at = if period.single { 0 } else { row };
                    and(from.get(at).at_most(date.num(row)), date.num(row).at_most(to.get(at)))
                })
            }
            What::Holds(text, part) => {
                let (text, part) = (self.folded(text, frame), self.folded(part, frame));
                each(n, &[&text, &part], |row| match (text.text(row), part.text(row)) {
                    (Txt::Is(text), Txt::Is(part)) => truth(text.contains(&*part)),
                    (Txt::Absent, _) | (_, Txt::Absent) => FALSE,
                    _ => UNKNOWN,
                })
            }
            What::Empty(list) => {
                let list = self.eval(list, frame);
                each(n, &[&list], |row| not(holds_some(list.list(row))))
            }
            What::Exists(path) => {
                let path = self.eval(path, frame);
                each(n, &[&path], |row| exists(&path, row))
            }
            What::Known(path) => {
                let path = self.eval(path, frame);
                each(n, &[&path], |row| truth(exists(&path, row) != UNKNOWN && !is_unknown(&path, row)))
            }
            What::Negative(inner) => {
                let col = self.eval(inner, frame);
                marked(numbers(n, &[&col], |row| col.num(row).negative()), &[&col], |row| col.mark(row))
            }
            What::Plus(a, b) => {
                let (a, b) = pair(a, b);
                numbers(n, &[&a, &b], |row| a.num(row).plus(b.num(row)))
            }
            What::Minus(a, b) | What::Days(a, b) => {
                let (a, b) = pair(a, b);
                numbers(n, &[&a, &b], |row| a.num(row).minus(b.num(row)))
            }
            What::ClearDays(a, b) => {
                let (a, b) = pair(a, b);
                numbers(n, &[&a, &b], |row| {
                    let between = b.num(row).minus(a.num(row)).plus(Num::point(-1));
                    between.times(Num::point(1_000_000 * 1_000_000))
                })
            }
            What::Times(a, b) => {
                let (a, b) = pair(a, b);
                numbers(n, &[&a, &b], |row| a.num(row).times(b.num(row)))
            }
            What::Divide(a, b) => {
                let of_time = a.ty == Ty::Duration;
                let (a, b) = pair(a, b);
                let divided = if of_time { part_of_duration } else { Num::divided };
                numbers(n, &[&a, &b], |row| divided(a.num(row), b.num(row)))
            }
            What::Ratio(a, b) => {
                let (a, b) = pair(a, b);
                numbers(n, &[&a, &b], |row| a.num(row).divided(b.num(row)))
            }
            What::Shift(back, date, duration) => {
                let year = date.ty == Ty::Year;
                let (date, duration) = pair(date, duration);
                numbers(n, &[&date, &duration], |row| shifted(date.num(row), duration.num(row), *back, year))
            }
            What::Otherwise(a, b) => self.otherwise(&self.eval(a, frame), &self.eval(b, frame), n),
            What::Some(walk) => self.some(walk, None, frame),
            What::No(walk) => {
                let col = self.some(walk, None, frame);
                each(n, &[&col], |row| not(col.truth(row)))
            }
            What::Every(walk, body) => {
                let col = self.some(walk, Some(body), frame);
                each(n, &[&col], |row| not(col.truth(row)))
            }
            What::Fold(fold, walk, value) => self.fold(*fold, walk, value.as_deref(), frame),
            What::InForce(number, day) => match day {
                None => Col::single(Data::Num(Nums::of(std::iter::once(self.in_force(*number, Num::point(self.world.today)))))),
                Some(day) => {
                    let day = self.eval(day, frame);
                    numbers(n, &[&day], |row| self.in_force(*number, day.num(row)))
                }
            },
            What::Nothing => Col::single(blank(node.ty, 1)),
        }
    }

    /// A text as it is searched: without capitals and accents; of a fact, folded once for all policies.
    fn folded(&self, node: &Node, frame: &Frame<'_>) -> Col {
        if let What::Field(base, fact) = &node.what
            && let ids = self.eval(base, frame)
            && let Data::Id(of) = &*ids.data
        {
            let data = self.world.folded(*fact).of(of, unknown_of(node.ty));
            return Col { data: Arc::new(data), single: ids.single };
        }
        let col = self.eval(node, frame);
        Col { data: Arc::new(col.data.folded()), single: col.single }
    }

    fn constant(&self, value: &Const) -> Data {
        let one = |items: Vec<i32>| {
            let mut lists = Lists::new();
            lists.push(items.into_iter(), false);
            Data::List(Arc::new(lists), vec![0])
        };
        match value {
            Const::Truth(value) => Data::Truth(vec![truth(*value)]),
            Const::Number(low, high) => Data::Num(Nums::of(std::iter::once(Num::from(*low, *high)))),
            Const::Word(word) => Data::Id(vec![*word]),
            Const::Named(kind, name) => Data::Id(vec![self.world.thing(*kind, name)]),
            Const::Text(text) => Data::Text(vec![Txt::Is(text.as_str().into())]),
            Const::Words(words) => one(words.clone()),
            // One that the plan does not name keeps its place, so that it can be missed: by a number of its own.
            Const::Names(kind, names) => one(names.iter().map(|name| self.world.thing(*kind, name)).collect()),
        }
    }

    fn root(&self, kind: Kind) -> i32 {
        match kind {
            Kind::Diagnosis if self.world.rows.things(Kind::Diagnosis).is_empty() => NOBODY,
            _ => 0,
        }
    }

    /// `and`, `or`: the second is evaluated only for the rows that the first leaves open.
    fn both(&self, a: &Node, b: &Node, frame: &Frame<'_>, decided: u8, join: fn(u8, u8) -> u8) -> Col {
        let first = self.eval(a, frame);
        if first.single {
            if first.truth(0) == decided {
                return first;
            }
            let second = self.eval(b, frame);
            let one = first.truth(0);
            return each(frame.len, &[&second], |row| join(one, second.truth(row)));
        }
        let open: Vec<u32> = (0..frame.len as u32).filter(|row| first.truth(*row as usize) != decided).collect();
        if open.is_empty() {
            return first;
        }
        if open.len() == frame.len {
            let second = self.eval(b, frame);
            return each(frame.len, &[&first, &second], |row| join(first.truth(row), second.truth(row)));
        }
        let some = frame.some(open.clone());
        let second = self.eval(b, &some);
        let mut out = vec![decided; frame.len];
        open.iter().enumerate().for_each(|(at, row)| out[*row as usize] = join(first.truth(*row as usize), second.truth(at)));
        Col::new(Data::Truth(out))
    }

    fn choice(&self, node: &Node, [cond, then, other]: &[Node; 3], frame: &Frame<'_>) -> Col {
        let n = frame.len;
        let cond = self.eval(cond, frame);
        let (then, other) = (self.eval(then, frame), self.eval(other, frame));
        let parts = [&cond, &then, &other];
        match node.ty {
            Ty::Yes => each(n, &parts, |row| match cond.truth(row) {
                TRUE => then.truth(row),
                FALSE => other.truth(row),
                _ if then.truth(row) == other.truth(row) => then.truth(row),
                open => or(and(open, then.truth(row)), and(not(open), other.truth(row))),
            }),
            ty if ty.is_number() => {
                let col = numbers(n, &parts, |row| match cond.truth(row) {
                    TRUE => then.num(row),
                    FALSE => other.num(row),
                    open => then.num(row).hull(other.num(row), open),
                });
                marked(col, &parts, |row| match (cond.truth(row), then.mark(row), other.mark(row)) {
                    (TRUE, mark, _) | (FALSE, _, mark) => mark,
                    (_, one, two) if one == two => one,
                    _ => 0,
                })
            }
            Ty::List(_) => {
                let mut lists = Lists::new();
                let rows = if parts.iter().all(|part| part.single) { 1 } else { n };
                for row in 0..rows {
                    let (yes, no) = (then.list(row), other.list(row));
                    match cond.truth(row) {
                        TRUE => lists.push_open(yes.0.iter().copied(), yes.1),
                        FALSE => lists.push_open(no.0.iter().copied(), no.1),
                        _ if yes == no => lists.push_open(yes.0.iter().copied(), yes.1),
                        cond => {
                            let open = or(cond, or(yes.1, no.1));
                            lists.push_open(yes.0.iter().copied().filter(|one| no.0.contains(one)), open);
                        }
                    }
                }
                Col { data: Arc::new(Data::List(Arc::new(lists), (0..rows as i32).collect())), single: rows == 1 }
            }
            Ty::Text => {
                let rows = if parts.iter().all(|part| part.single) { 1 } else { n };
                let of = |row: usize| match cond.truth(row) {
                    TRUE => then.text(row),
                    FALSE => other.text(row),
                    _ if then.text(row) == other.text(row) => then.text(row),
                    _ => Txt::Unknown,
                };
                Col { data: Arc::new(Data::Text((0..rows).map(of).collect())), single: rows == 1 }
            }
            _ => {
                let rows = if parts.iter().all(|part| part.single) { 1 } else { n };
                let of = |row: usize| match cond.truth(row) {
                    TRUE => then.id(row),
                    FALSE => other.id(row),
                    _ if then.id(row) == other.id(row) => then.id(row),
                    _ => UNKNOWN_ID,
                };
                Col { data: Arc::new(Data::Id((0..rows).map(of).collect())), single: rows == 1 }
            }
        }
    }

    fn order(&self, order: Order, a: &Col, b: &Col, n: usize) -> Col {
        let (a, b, flip) = match order {
            Order::Less => (a, b, false),
            Order::AtLeast => (a, b, true),
            Order::More => (b, a, false),
            Order::AtMost => (b, a, true),
        };
        // Points on both sides: the usual case, and a quick one.
        if let (Some(left), Some(right)) = (a.nums(), b.nums())
            && left.is_plain()
            && right.is_plain()
            && !(a.single && b.single)
        {
            let of = |col: &Col, nums: &Nums, row: usize| if col.single { nums.low[0] } else { nums.low[row] };
            return Col::new(Data::Truth((0..n).map(|row| truth((of(a, left, row) < of(b, right, row)) != flip)).collect()));
        }
        each(n, &[a, b], |row| {
            let less = a.num(row).less(b.num(row));
            if flip { not(less) } else { less }
        })
    }

    fn otherwise(&self, a: &Col, b: &Col, n: usize) -> Col {
        let parts = [a, b];
        match &*a.data {
            Data::Num(_) => {
                let first = |row: usize| !a.num(row).is_absent();
                let col = numbers(n, &parts, |row| if first(row) { a.num(row) } else { b.num(row) });
                marked(col, &parts, |row| if first(row) { a.mark(row) } else { b.mark(row) })
            }
            Data::Text(_) => {
                let rows = if a.single && b.single { 1 } else { n };
                let of = |row: usize| match a.text(row) {
                    Txt::Absent => b.text(row),
                    other => other,
                };
                Col { data: Arc::new(Data::Text((0..rows).map(of).collect())), single: rows == 1 }
            }
            Data::Truth(_) => a.clone(),
            _ => {
                let rows = if a.single && b.single { 1 } else { n };
                let of = |row: usize| if a.id(row) == NOBODY { b.id(row) } else { a.id(row) };
                Col { data: Arc::new(Data::Id((0..rows).map(of).collect())), single: rows == 1 }
            }
        }
    }

    fn take(&self, take: Take, ty: Ty, base: &Col, n: usize) -> Col {
        match (take, &*base.data) {
            (Take::Start, Data::Period(start, _)) => Col { data: Arc::new(Data::Num(start.clone())), single: base.single },
            (Take::End, Data::Period(_, end)) => Col { data: Arc::new(Data::Num(end.clone())), single: base.single },
            (Take::Year, _) => numbers(n, &[base], |row| part_of_date(base.num(row), |day| i64::from(days::date(day).year()))),
            (Take::Quarter, _) => numbers(n, &[base], |row| {
                part_of_date(base.num(row), |day| {
                    let date = days::date(day);
                    i64::from(date.year()) * 4 + (i64::from(date.month()) - 1) / 3
                })
            }),
            (Take::Ht | Take::Ttc, Data::Num(_)) => numbers(n, &[base], |row| {
                let mark = match ty {
                    Ty::MoneyHt => 1,
                    Ty::MoneyTtc => 2,
                    _ => base.mark(row),
                };
                taxed(base.num(row), mark, take, self.vat())
            }),
            _ => Col::single(blank(Ty::Date, 1)),
        }
    }

    /// The rate of VAT on the day of the judgement.
    fn vat(&self) -> Num {
        static LIBRARY: LazyLock<Option<Threshold>> = LazyLock::new(|| super::judge::threshold_in("law.public-money", VAT));
        let own = self.thresholds.iter().find(|one| one.name == VAT || one.also.iter().any(|also| also == VAT));
        own.or(LIBRARY.as_ref()).map_or(Num::UNKNOWN, |threshold| value_on(threshold, Num::point(self.world.today)))
    }

    fn in_force(&self, number: usize, day: Num) -> Num {
        self.thresholds.get(number).map_or(Num::UNKNOWN, |threshold| value_on(threshold, day))
    }

    /// Has a threshold a value on some day of these?
    pub fn is_ever_in_force(&self, number: usize, day: Num) -> bool {
        let Some(threshold) = self.thresholds.get(number) else { return false };
        let first = threshold.values.first().is_some_and(|(from, _)| i64::from(*from) <= day.high);
        first && threshold.until.is_none_or(|until| day.low <= i64::from(until))
    }

    // --- what is gone through ---------------------------------------------------------------------------------------

    /// Says beforehand how many steps an expansion takes; false where that is too many.
    fn charge(&self, steps: u64, at: crate::syntax::expression::At) -> bool {
        let all = self.steps.get().saturating_add(steps);
        self.steps.set(all);
        if all > self.most && self.too_costly.get().is_none() {
            self.too_costly.set(Some(TooCostly { at, steps: all, most: self.most }));
        }
        self.too_costly.get().is_none()
    }

    /// The members of a list, a row each, with the truth of the filter: for each row of the frame those that may pass.
    /// `more`: a condition that must be false as well, of `every`.
    fn members<'f>(&self, walk: &Walk, more: Option<&Node>, frame: &'f Frame<'f>) -> Option<Members<'f>> {
        let mut conditions: Vec<Condition<'_>> = Vec::new();
        if let Some(filter) = &walk.filter {
            conjuncts(filter, &mut |node| conditions.push(Condition { node, negated: false }));
        }
        conditions.extend(more.map(|node| Condition { node, negated: true }));
        if walk.source.vars == 0 && !frame.is_root() {
            return self.joined(walk, &conditions, frame);
        }
        let list = self.eval(&walk.source, frame);
        let total: u64 = (0..frame.len).map(|row| list.list(row).0.len() as u64).sum();
        if !self.charge(total, walk.at) {
            return None;
        }
        let (mut map, mut items) = (Vec::with_capacity(total as usize), Vec::with_capacity(total as usize));
        for row in 0..frame.len {
            let (members, _) = list.list(row);
            map.extend(std::iter::repeat_n(row as u32, members.len()));
            items.extend_from_slice(members);
        }
        let open = (0..frame.len).map(|row| list.list(row).1).collect();
        let child = frame.through(map, walk.var, members(walk.item, items));
        let truths = self.all_of(&conditions, &child);
        Some(Members { child, truths, open, elements: None })
    }

    /// Over a list that is the same for all rows: what concerns the element alone is asked once of each; an equality is an index.
    fn joined<'f>(&self, walk: &Walk, conditions: &[Condition<'_>], frame: &'f Frame<'f>) -> Option<Members<'f>> {
        let root = Frame::root();
        let list = self.eval(&walk.source, &root);
        let (elements, open) = list.list(0);
        let (elements, whole) = (elements.to_vec(), elements.len());
        let own = 1u64 << walk.var;
        let (alone, outer): (Vec<Condition<'_>>, Vec<Condition<'_>>) =
            conditions.iter().copied().partition(|condition| condition.node.vars & !own == 0);
        if !self.charge(elements.len() as u64, walk.at) {
            return None;
        }
        let once = root.through(vec![0; elements.len()], walk.var, members(walk.item, elements.clone()));
        let truths = self.all_of(&alone, &once);
        let kept: Vec<u32> = (0..elements.len() as u32).filter(|at| truths[*at as usize] != FALSE).collect();
        // Which elements may pass for a row.
        let index = outer.iter().find_map(|condition| self.index(condition, walk.var, &once, &kept, frame));
        let (mut map, mut at) = (Vec::new(), Vec::new());
        match index {
            Some(index) => {
                let total: u64 = (0..frame.len).map(|row| index.count(row)).sum();
                if !self.charge(total, walk.at) {
                    return None;
                }
                for row in 0..frame.len {
                    index.each(row, |element| {
                        map.push(row as u32);
                        at.push(element);
                    });
                }
            }
            None => {
                if !self.charge((frame.len as u64).saturating_mul(kept.len() as u64), walk.at) {
                    return None;
                }
                for row in 0..frame.len as u32 {
                    map.extend(std::iter::repeat_n(row, kept.len()));
                    at.extend_from_slice(&kept);
                }
            }
        }
        let items: Vec<i32> = at.iter().map(|at| elements[*at as usize]).collect();
        let child = frame.through(map, walk.var, members(walk.item, items));
        let mut all = self.all_of(&outer, &child);
        all.iter_mut().zip(&at).for_each(|(truth, at)| *truth = and(*truth, truths[*at as usize]));
        let open = vec![open; frame.len];
        Some(Members { child, truths: all, open, elements: Some(whole) })
    }

    fn all_of(&self, conditions: &[Condition<'_>], frame: &Frame<'_>) -> Vec<u8> {
        let Some((first, others)) = conditions.split_first() else { return vec![TRUE; frame.len] };
        let col = self.eval(first.node, frame);
        let mut truths: Vec<u8> = match (&*col.data, first.negated) {
            (Data::Truth(values), false) if !col.single => values.clone(),
            (_, negated) => (0..frame.len).map(|row| if negated { not(col.truth(row)) } else { col.truth(row) }).collect(),
        };
        for condition in others {
            let open: Vec<u32> = (0..frame.len as u32).filter(|row| truths[*row as usize] != FALSE).collect();
            if open.is_empty() {
                break;
            }
            let all = open.len() == frame.len;
            let some = if all { None } else { Some(frame.some(open.clone())) };
            let col = self.eval(condition.node, some.as_ref().unwrap_or(frame));
            for (at, row) in open.iter().enumerate() {
                let value = col.truth(at);
                let value = if condition.negated { not(value) } else { value };
                truths[*row as usize] = and(truths[*row as usize], value);
            }
        }
        truths
    }

    /// An index on the elements, where a condition asks that something of theirs be something of the row's.
    fn index(&self, condition: &Condition<'_>, var: Var, once: &Frame<'_>, kept: &[u32], frame: &Frame<'_>) -> Option<Index> {
        if condition.negated {
            return None;
        }
        let own = 1u64 << var;
        let inner = |node: &Node| node.vars & !own == 0 && node.vars & own != 0;
        let outer = |node: &Node| node.vars & own == 0;
        let by_word = |ty: Ty| matches!(ty, Ty::Thing(_) | Ty::Word(_) | Ty::Year);
        let keys_of_element = |node: &Node| -> Vec<Keys> {
            let col = self.eval(node, once);
            kept.iter().map(|at| Keys::of(&col, *at as usize, node.ty)).collect()
        };
        let keys_of_row = |node: &Node| -> Vec<Keys> {
            let col = self.eval(node, frame);
            (0..frame.len).map(|row| Keys::of(&col, row, node.ty)).collect()
        };
        match &condition.node.what {
            What::Same(false, a, b) if by_word(a.ty) => {
                let (element, row) = if inner(a) && outer(b) {
                    (a, b)
                } else if inner(b) && outer(a) {
                    (b, a)
                } else {
                    return None;
                };
                Some(Index::new(kept, keys_of_element(element), keys_of_row(row)))
            }
            What::Member(false, element, list) if inner(element) && outer(list) && by_word(element.ty) => {
                Some(Index::new(kept, keys_of_element(element), keys_of_row(list)))
            }
            What::Member(false, element, list) if outer(element) && inner(list) && by_word(element.ty) => {
                Some(Index::new(kept, keys_of_element(list), keys_of_row(element)))
            }
            _ => None,
        }
    }

    /// The list of a frame of one row. What a sheet rests on is walked to for that sheet alone: the whole column is square.
    pub fn list_of_row(&self, source: &Node, frame: &Frame<'_>) -> Col {
        let What::Field(base, fact @ (Fact::SheetUpstream | Fact::SheetDownstream)) = &source.what else { return self.eval(source, frame) };
        let Ok(row) = u32::try_from(self.eval(base, frame).id(0)) else { return self.eval(source, frame) };
        let (goal, reach) = (crate::plan::GoalId(row), self.world.facts.reach());
        let mut all: Vec<u32> = match fact {
            Fact::SheetUpstream => reach.upstream(goal).map(|goal| goal.0).collect(),
            _ => reach.downstream(goal).map(|goal| goal.0).collect(),
        };
        all.sort_unstable();
        let mut lists = Lists::new();
        lists.push(all.into_iter().filter(|at| self.world.rows.has(Kind::Sheet, *at)).map(|at| at as i32), false);
        Col::new(Data::List(Arc::new(lists), vec![0]))
    }

    /// Is there one that passes? `body`: one that fails it, of `every`.
    fn some(&self, walk: &Walk, body: Option<&Node>, frame: &Frame<'_>) -> Col {
        self.folded_closure(walk, body, frame).unwrap_or_else(|| self.enumerated(walk, body, frame))
    }

    /// The same, by every member.
    fn enumerated(&self, walk: &Walk, body: Option<&Node>, frame: &Frame<'_>) -> Col {
        let Some(members) = self.members(walk, body, frame) else { return Col::single(Data::Truth(vec![UNKNOWN])) };
        let mut out: Vec<u8> = members.open.clone();
        for (row, value) in members.map().iter().zip(&members.truths) {
            let row = *row as usize;
            out[row] = or(out[row], *value);
        }
        Col::new(Data::Truth(out))
    }

    /// `exists`, `no`, `every` over all that a sheet rests on: one pass along the graph, however far that goes, where at most one condition
    /// compares with something outside.
    fn folded_closure(&self, walk: &Walk, body: Option<&Node>, frame: &Frame<'_>) -> Option<Col> {
        let What::Field(base, fact @ (Fact::SheetUpstream | Fact::SheetDownstream)) = &walk.source.what else { return None };
        let own = 1u64 << walk.var;
        let mut conditions: Vec<Condition<'_>> = Vec::new();
        if let Some(filter) = &walk.filter {
            conjuncts(filter, &mut |node| conditions.push(Condition { node, negated: false }));
        }
        conditions.extend(body.map(|node| Condition { node, negated: true }));
        let (alone, outer): (Vec<Condition<'_>>, Vec<Condition<'_>>) =
            conditions.into_iter().partition(|condition| condition.node.vars & !own == 0);
        if outer.iter().any(|condition| condition.negated) {
            return None;
        }
        // `s.start <= action.start`: of the sheets, the least start decides; `>=`: the greatest.
        let (element, other, order) = match outer.as_slice() {
            [] => (None, None, Order::AtMost),
            [Condition { node: Node { what: What::Order(order, a, b), .. }, .. }] => {
                if a.vars == own && b.vars & own == 0 {
                    (Some(&**a), Some(&**b), *order)
                } else if b.vars == own && a.vars & own == 0 {
                    (Some(&**b), Some(&**a), flipped(*order))
                } else {
                    return None;
                }
            }
            _ => return None,
        };
        let reach = self.world.facts.reach();
        let sheets = self.world.facts.plan.goals.len();
        if !self.charge(2 * sheets as u64, walk.at) {
            return Some(Col::single(Data::Truth(vec![UNKNOWN])));
        }
        let root = Frame::root();
        let every: Vec<i32> = (0..sheets as i32).collect();
        let all = root.through(vec![0; sheets], walk.var, Data::Id(every));
        let mut truths = self.all_of(&alone, &all);
        let stays = |at: usize| self.world.rows.has(Kind::Sheet, at as u32);
        (0..sheets).filter(|at| !stays(*at)).for_each(|at| truths[at] = FALSE);
        let value = element.map(|element| self.eval(element, &all));
        let (ids, upwards) = (self.eval(base, frame), *fact == Fact::SheetUpstream);
        let fold = |own: &dyn Fn(crate::plan::GoalId) -> Best| {
            if upwards {
                reach.fold_upstream(Best::NONE, own, |a, b| a.join(*b))
            } else {
                reach.fold_downstream(Best::NONE, own, |a, b| a.join(*b))
            }
        };
        let least = matches!(order, Order::Less | Order::AtMost);
        let best = fold(&|goal| Best::of(truths[goal.at()], value.as_ref().map(|value| value.num(goal.at())), least));
        let outside = other.map(|other| self.eval(other, frame));
        let n = frame.len;
        let mut parts = vec![&ids];
        parts.extend(outside.as_ref());
        let compared = |row: usize| match ids.id(row) {
            NOBODY => FALSE,
            id if id < 0 => UNKNOWN,
            id => best[id as usize].compared(outside.as_ref().map(|outside| outside.num(row)), order),
        };
        // Of what passes for want of a fact, one that compares by doubt weighs more than the one that decides: the least value does not
        // tell of it. Then each is looked at.
        let spread = |num: Num| num.state == 0 && num.low < num.high;
        let coarse = value.as_ref().is_some_and(|value| (0..sheets).any(|at| truths[at] == UNKNOWN && spread(value.num(at))));
        let open = truths.contains(&UNKNOWN);
        let hidden = |row: usize| coarse || (open && outside.as_ref().is_some_and(|outside| spread(outside.num(row))));
        let single = parts.iter().all(|part| part.single);
        let again: Vec<u32> = (0..if single { n.min(1) } else { n })
            .filter(|row| value.is_some() && compared(*row) == UNKNOWN && ids.id(*row) >= 0 && hidden(*row))
            .map(|row| row as u32)
            .collect();
        if again.is_empty() {
            return Some(each(n, &parts, compared));
        }
        let looked_at = self.enumerated(walk, body, &frame.some(again.clone()));
        Some(each(n, &parts, |row| match again.binary_search(&(row as u32)) {
            Ok(at) => looked_at.truth(at),
            Err(_) => compared(row),
        }))
    }

    fn fold(&self, fold: Fold, walk: &Walk, value: Option<&Node>, frame: &Frame<'_>) -> Col {
        // What is the same for every row is folded once.
        if walk.vars() == 0 && value.is_none_or(|value| value.vars & !(1 << walk.var) == 0) && !frame.is_root() {
            let col = self.fold(fold, walk, value, &Frame::root());
            return Col { single: true, ..col };
        }
        let Some(members) = self.members(walk, None, frame) else { return Col::single(blank(Ty::Number, 1)) };
        let values = value.map(|value| {
            let open: Vec<u32> = (0..members.child.len as u32).filter(|at| members.truths[*at as usize] != FALSE).collect();
            let some = members.child.some(open.clone());
            let col = self.eval(value, &some);
            let mut place = vec![u32::MAX; members.child.len];
            open.iter().enumerate().for_each(|(at, row)| place[*row as usize] = at as u32);
            (col, place)
        });
        let num = |at: usize| values.as_ref().map_or(Num::UNKNOWN, |(col, place)| col.num(place[at] as usize));
        let n = frame.len;
        match fold {
            Fold::List => {
                let mut own: Vec<(Vec<i32>, u8)> = members.open.iter().map(|open| (Vec::new(), *open)).collect();
                for (at, row) in members.map().iter().enumerate() {
                    let (list, open) = &mut own[*row as usize];
                    match members.truths[at] {
                        TRUE if !list.contains(&members.item(at)) => list.push(members.item(at)),
                        TRUE | FALSE => {}
                        truth => *open = or(*open, truth),
                    }
                }
                let mut lists = Lists::new();
                own.into_iter().for_each(|(list, open)| lists.push_open(list.into_iter(), open));
                Col::new(Data::List(Arc::new(lists), (0..n as i32).collect()))
            }
            Fold::Count | Fold::Share => {
                let mut counts: Vec<(i64, i64, u8, i64)> = vec![(0, 0, 0, 0); n];
                for (row, value) in members.map().iter().zip(&members.truths) {
                    let (sure, possible, state, all) = &mut counts[*row as usize];
                    *all += 1;
                    *sure += i64::from(*value == TRUE);
                    *possible += i64::from(*value != FALSE);
                    *state |= if *value == UNKNOWN { state::UNKNOWN } else { 0 };
                }
                Col::new(Data::Num(Nums::of((0..n).map(|row| {
                    let (sure, possible, state, all) = counts[row];
                    let all = members.elements.map_or(all, |whole| whole as i64);
                    let open = members.open[row];
                    match fold {
                        Fold::Count => Num {
                            low: sure * 1_000_000,
                            high: if open != FALSE { HIGHEST } else { possible * 1_000_000 },
                            state: state | state_of(open),
                        },
                        _ if open != FALSE => Num { low: 0, high: 1_000_000, state: state | state_of(open) },
                        _ if all == 0 => Num::NOTHING,
                        _ => Num { low: part(sure, all), high: part(possible, all), state },
                    }
                }))))
            }
            Fold::Sum => {
                let mut sums = vec![Num::point(0); n];
                for (at, row) in members.map().iter().enumerate() {
                    let sum = &mut sums[*row as usize];
                    match members.truths[at] {
                        TRUE => *sum = sum.plus(num(at)),
                        FALSE => {}
                        open => *sum = sum.plus(Num::point(0).hull(num(at), open)),
                    }
                }
                let with_rest = |row: usize| match members.open[row] {
                    FALSE => sums[row],
                    open => sums[row].plus(Num { low: 0, high: HIGHEST, state: state_of(open) }),
                };
                Col::new(Data::Num(Nums::of((0..n).map(with_rest))))
            }
            Fold::Least | Fold::Greatest => {
                let greatest = fold == Fold::Greatest;
                let value = |at: usize| if greatest { num(at).negative() } else { num(at) };
                // No more than the greatest value of any that is one of them for sure: what lies beyond changes nothing.
                let mut high = vec![HIGHEST; n];
                let mut any = vec![false; n];
                for (at, row) in members.map().iter().enumerate() {
                    let row = *row as usize;
                    any[row] |= members.truths[at] != FALSE;
                    if members.truths[at] == TRUE {
                        high[row] = high[row].min(value(at).high);
                    }
                }
                let mut low = high.clone();
                let mut state = vec![0u8; n];
                for (at, row) in members.map().iter().enumerate() {
                    let row = *row as usize;
                    if members.truths[at] != FALSE && value(at).low < high[row] {
                        low[row] = low[row].min(value(at).low);
                        state[row] |= value(at).state | state_of(members.truths[at]);
                    }
                }
                Col::new(Data::Num(Nums::of((0..n).map(|row| {
                    let least = match members.open[row] {
                        FALSE if !any[row] => return Num::NOTHING,
                        FALSE => Num { low: low[row], high: high[row], state: state[row] },
                        open => Num { low: LOWEST, high: high[row], state: state[row] | state_of(open) },
                    };
                    if greatest { least.negative() } else { least }
                }))))
            }
        }
    }
}

fn mark(bits: &mut [u64], at: usize, on: bool) {
    let bit = 1 << (at % 64);
    if on {
        bits[at / 64] |= bit;
    } else {
        bits[at / 64] &= !bit;
    }
}

/// A list gone through: a row for each member of each row.
struct Members<'f> {
    child: Frame<'f>,
    /// Of each member: does it pass?
    truths: Vec<u8>,
    /// Of each row: may there be more members than are known, and why?
    open: Vec<u8>,
    /// How many there are of a whole list: those that cannot pass have no row.
    elements: Option<usize>,
}

impl Members<'_> {
    /// Of which row each member is.
    fn map(&self) -> &[u32] {
        self.child.map()
    }

    /// What a member is.
    fn item(&self, at: usize) -> i32 {
        match self.child.own() {
            Some(Data::Id(ids)) => ids[at],
            Some(Data::Num(years)) => years.low[at] as i32,
            _ => UNKNOWN_ID,
        }
    }
}

#[derive(Clone, Copy)]
struct Condition<'n> {
    node: &'n Node,
    negated: bool,
}

/// The lines of an `and`.
fn conjuncts<'n>(node: &'n Node, each: &mut impl FnMut(&'n Node)) {
    match &node.what {
        What::And(a, b) => {
            conjuncts(a, each);
            conjuncts(b, each);
        }
        _ => each(node),
    }
}

/// What something is known by: its words, and whether there may be others.
struct Keys {
    of: Vec<i32>,
    open: bool,
}

impl Keys {
    fn of(col: &Col, row: usize, ty: Ty) -> Keys {
        match ty {
            Ty::List(_) => {
                let (items, open) = col.list(row);
                Keys { of: items.to_vec(), open: open != FALSE }
            }
            _ => match col.id(row) {
                UNKNOWN_ID => Keys { of: Vec::new(), open: true },
                NOBODY => Keys { of: Vec::new(), open: false },
                id => Keys { of: vec![id], open: false },
            },
        }
    }
}

/// Which elements have a key of a row.
struct Index {
    by: FxHashMap<i32, Vec<u32>>,
    /// Elements whose keys are not all known: they may be any row's.
    open: Vec<u32>,
    all: Vec<u32>,
    rows: Vec<Keys>,
}

impl Index {
    fn new(kept: &[u32], elements: Vec<Keys>, rows: Vec<Keys>) -> Index {
        let mut by: FxHashMap<i32, Vec<u32>> = FxHashMap::default();
        let mut open = Vec::new();
        for (at, keys) in kept.iter().zip(elements) {
            if keys.open {
                open.push(*at);
                continue;
            }
            for key in keys.of {
                let known = by.entry(key).or_default();
                if known.last() != Some(at) {
                    known.push(*at);
                }
            }
        }
        Index { by, open, all: kept.to_vec(), rows }
    }

    fn count(&self, row: usize) -> u64 {
        let keys = &self.rows[row];
        if keys.open {
            return self.all.len() as u64;
        }
        let there: usize = keys.of.iter().filter_map(|key| self.by.get(key)).map(Vec::len).sum();
        (there + self.open.len()) as u64
    }

    /// In the order of the elements, each once.
    fn each(&self, row: usize, mut each: impl FnMut(u32)) {
        let keys = &self.rows[row];
        if keys.open {
            self.all.iter().copied().for_each(each);
            return;
        }
        match keys.of.as_slice() {
            [one] if self.open.is_empty() => self.by.get(one).into_iter().flatten().copied().for_each(each),
            several => {
                let mut there: Vec<u32> = several.iter().filter_map(|key| self.by.get(key)).flatten().copied().collect();
                there.extend(&self.open);
                there.sort_unstable();
                there.dedup();
                there.into_iter().for_each(&mut each);
            }
        }
    }
}

/// Of all that a sheet rests on: does one pass, and of those the values that decide.
#[derive(Debug, Clone, Copy)]
struct Best {
    /// Without a comparison: the truth of the conditions.
    truth: u8,
    /// The least value, by both its bounds, of what passes surely, for want of a fact, by doubt; of each what is known, and what is not:
    /// an unknown one makes no other unknown.
    least: [[i64; 2]; 6],
    /// One that may pass has no value: the least of nothing.
    nothing: u8,
    greatest: bool,
}

/// How something passes that has a least value.
const PASSES: [u8; 3] = [TRUE, UNKNOWN, DOUBTFUL];

impl Best {
    const NONE: Best = Best { truth: FALSE, least: [[HIGHEST; 2]; 6], nothing: FALSE, greatest: false };

    fn of(truth: u8, value: Option<Num>, least: bool) -> Best {
        let mut own = Best { truth, greatest: !least, ..Best::NONE };
        let value = value.unwrap_or(Num::point(0));
        let value = if least { value } else { value.negative() };
        match PASSES.iter().position(|passes| *passes == truth) {
            Some(_) if value.state & state::NOTHING != 0 => own.nothing = and(truth, DOUBTFUL),
            Some(at) => own.least[2 * at + usize::from(value.state != 0)] = [value.low, value.high],
            None => {}
        }
        own
    }

    fn join(self, other: Best) -> Best {
        let mut least = self.least;
        least.iter_mut().zip(other.least).for_each(|(own, other)| *own = [own[0].min(other[0]), own[1].min(other[1])]);
        Best {
            truth: or(self.truth, other.truth),
            least,
            nothing: or(self.nothing, other.nothing),
            greatest: self.greatest || other.greatest,
        }
    }

    /// Does one pass that compares so with a value outside?
    fn compared(self, outside: Option<Num>, order: Order) -> u8 {
        let Some(outside) = outside else { return self.truth };
        let outside = if self.greatest { outside.negative() } else { outside };
        let strict = matches!(order, Order::Less | Order::More);
        let mut any = self.nothing;
        for (at, [low, high]) in self.least.into_iter().enumerate().filter(|(_, ends)| *ends != [HIGHEST; 2]) {
            let value = Num { low, high, state: if at % 2 == 0 { 0 } else { state::UNKNOWN } };
            let truth = if strict { value.less(outside) } else { value.at_most(outside) };
            any = or(any, and(PASSES[at / 2], truth));
        }
        any
    }
}

fn flipped(order: Order) -> Order {
    match order {
        Order::Less => Order::More,
        Order::AtMost => Order::AtLeast,
        Order::More => Order::Less,
        Order::AtLeast => Order::AtMost,
    }
}

/// Where → require, by the table of the specification.
pub fn required(wheres: u8, require: u8) -> u8 {
    match (wheres, require) {
        (TRUE, value) => value,
        (UNKNOWN, FALSE | UNKNOWN) => UNKNOWN,
        (DOUBTFUL, FALSE | UNKNOWN) => DOUBTFUL,
        (_, DOUBTFUL) => DOUBTFUL,
        _ => TRUE,
    }
}

/// Of two requirements, the one that weighs more: false, unknown, doubtful, true.
fn worse(a: u8, b: u8) -> u8 {
    a.min(b)
}

fn copy<'f>(frame: &'f Frame<'f>) -> Frame<'f> {
    frame.some((0..frame.len as u32).collect())
}

/// The members of a list as a column.
pub fn members(item: Item, rows: Vec<i32>) -> Data {
    match item {
        Item::Year => Data::Num(Nums { low: rows.into_iter().map(i64::from).collect(), ..Nums::default() }),
        _ => Data::Id(rows),
    }
}

/// A number of which nothing is known; but an amount is no less than nothing.
fn unknown_of(ty: Ty) -> Num {
    if ty.is_money() { Num { low: 0, ..Num::UNKNOWN } } else { Num::UNKNOWN }
}

/// A column of unknown values.
fn blank(ty: Ty, rows: usize) -> Data {
    match ty {
        Ty::Yes => Data::Truth(vec![UNKNOWN; rows]),
        ty if ty.is_number() => Data::Num(Nums::of((0..rows).map(|_| unknown_of(ty)))),
        Ty::Text => Data::Text(vec![Txt::Unknown; rows]),
        Ty::Period => Data::Period(Nums::of((0..rows).map(|_| Num::UNKNOWN)), Nums::of((0..rows).map(|_| Num::UNKNOWN))),
        Ty::List(_) => Data::List(Arc::new(Lists::new()), vec![UNKNOWN_ID; rows]),
        _ => Data::Id(vec![UNKNOWN_ID; rows]),
    }
}

fn each(n: usize, parts: &[&Col], of: impl Fn(usize) -> u8) -> Col {
    let single = parts.iter().all(|part| part.single);
    let rows = if single { 1 } else { n };
    Col { data: Arc::new(Data::Truth((0..rows).map(of).collect())), single }
}

fn numbers(n: usize, parts: &[&Col], of: impl Fn(usize) -> Num) -> Col {
    let single = parts.iter().all(|part| part.single);
    let rows = if single { 1 } else { n };
    Col { data: Arc::new(Data::Num(Nums::of((0..rows).map(of)))), single }
}

/// The same with the marks of tax, where one of the parts has any.
fn marked(mut col: Col, parts: &[&Col], mark: impl Fn(usize) -> u8) -> Col {
    let any = parts.iter().filter_map(|part| part.nums()).any(|nums| nums.mark.is_some());
    if let (true, Data::Num(nums)) = (any, Arc::make_mut(&mut col.data)) {
        nums.mark = Some((0..nums.len()).map(mark).collect());
    }
    col
}

fn same(ty: Ty, a: &Col, b: &Col, row: usize) -> u8 {
    match ty {
        Ty::Yes => match (a.truth(row), b.truth(row)) {
            (a @ (TRUE | FALSE), b @ (TRUE | FALSE)) => truth(a == b),
            (a, b) => or(and(a, b), and(not(a), not(b))),
        },
        Ty::Text => match (a.text(row), b.text(row)) {
            (Txt::Is(a), Txt::Is(b)) => truth(suggest::same(&a, &b)),
            (Txt::Absent, _) | (_, Txt::Absent) => FALSE,
            _ => UNKNOWN,
        },
        ty if ty.is_number() => a.num(row).same(b.num(row)),
        Ty::Period => {
            let ends = |col: &Col| match &*col.data {
                Data::Period(start, end) => [start, end].map(|nums| nums.get(if col.single { 0 } else { row })),
                _ => [Num::UNKNOWN; 2],
            };
            let ([from, to], [start, end]) = (ends(a), ends(b));
            and(from.same(start), to.same(end))
        }
        _ => match (a.id(row), b.id(row)) {
            (NOBODY, _) | (_, NOBODY) => FALSE,
            (UNKNOWN_ID, _) | (_, UNKNOWN_ID) => UNKNOWN,
            (OTHER, _) | (_, OTHER) => FALSE,
            (a, b) => truth(a == b),
        },
    }
}

fn member(element: i32, (items, open): (&[i32], u8)) -> u8 {
    match element {
        NOBODY | OTHER => FALSE,
        UNKNOWN_ID if items.is_empty() && open == FALSE => FALSE,
        UNKNOWN_ID => or(UNKNOWN, open),
        element if items.contains(&element) => TRUE,
        _ if items.contains(&UNKNOWN_ID) => or(UNKNOWN, open),
        _ => open,
    }
}

/// A year that is only known from one to another may be any of these.
fn year_among(year: Num, (items, open): (&[i32], u8)) -> u8 {
    let same = items.iter().map(|item| year.same(Num::point(i64::from(*item))));
    if year.is_absent() { FALSE } else { same.fold(open, or) }
}

fn holds_some((items, open): (&[i32], u8)) -> u8 {
    if items.is_empty() { open } else { TRUE }
}

/// What a number rests on that is open for this reason.
fn state_of(open: u8) -> u8 {
    if open == UNKNOWN { state::UNKNOWN } else { 0 }
}

/// Is a value there?
pub fn exists(col: &Col, row: usize) -> u8 {
    match &*col.data {
        Data::List(..) => holds_some(col.list(row)),
        Data::Truth(_) => col.truth(row),
        Data::Num(_) => match col.num(row) {
            num if num.is_absent() => FALSE,
            num if num.is_unknown() && num.low == i64::MIN && num.high == HIGHEST => UNKNOWN,
            num if num.is_unknown() && num.low == 0 && num.high == HIGHEST => UNKNOWN,
            _ => TRUE,
        },
        Data::Text(_) => match col.text(row) {
            Txt::Absent => FALSE,
            Txt::Unknown => UNKNOWN,
            Txt::Is(_) => TRUE,
        },
        Data::Period(start, end) => {
            let at = if col.single { 0 } else { row };
            match (start.get(at), end.get(at)) {
                (start, end) if start.is_absent() && end.is_absent() => FALSE,
                (start, end) if start.is_unknown() && end.is_unknown() => UNKNOWN,
                _ => TRUE,
            }
        }
        Data::Id(_) => match col.id(row) {
            NOBODY => FALSE,
            UNKNOWN_ID => UNKNOWN,
            _ => TRUE,
        },
    }
}

pub fn is_unknown(col: &Col, row: usize) -> bool {
    match &*col.data {
        Data::Truth(_) => col.truth(row) == UNKNOWN,
        Data::Num(_) => col.num(row).is_unknown(),
        Data::List(..) => col.list(row).1 == UNKNOWN,
        Data::Period(start, end) => {
            let at = if col.single { 0 } else { row };
            start.get(at).is_unknown() || end.get(at).is_unknown()
        }
        _ => exists(col, row) == UNKNOWN,
    }
}

fn part(of: i64, all: i64) -> i64 {
    // Rounded to the nearest millionth.
    ((2 * of * 1_000_000 + all) / (2 * all)).clamp(0, 1_000_000)
}

fn part_of_date(date: Num, part: impl Fn(i64) -> i64) -> Num {
    let end = |day: i64| if day == i64::MIN || day == HIGHEST { day } else { part(day) };
    Num { low: end(date.low), high: end(date.high), state: date.state }
}

fn shifted(date: Num, duration: Num, back: bool, year: bool) -> Num {
    let state = date.state | duration.state;
    if duration.low == LOWEST || duration.high == HIGHEST {
        return Num { low: LOWEST, high: HIGHEST, state };
    }
    let by = |day: i64, duration: i64| {
        let (months, of_days) = months_and_days(duration);
        let (months, of_days) = if back { (-months, -of_days) } else { (months, of_days) };
        match day {
            LOWEST | HIGHEST => day,
            day if year => day + months.div_euclid(12),
            day => days::shifted(day, months, of_days),
        }
    };
    let ends = |day: i64| (by(day, duration.low), by(day, duration.high));
    let (from, to) = (ends(date.low), ends(date.high));
    Num { low: from.0.min(from.1), high: to.0.max(to.1), state }
}

/// A duration is months and days: each is shared out by itself.
fn part_of_duration(whole: Num, by: Num) -> Num {
    let parted = |part: fn((i64, i64)) -> i64| part_of_date(whole, |end| part(months_and_days(end))).divided(by);
    let (months, of_days) = (parted(|(months, _)| months), parted(|(_, of_days)| of_days));
    let end = |months: i64, of_days: i64| match months {
        LOWEST | HIGHEST => months,
        months => (months << 32) + of_days,
    };
    Num { low: end(months.low, of_days.low), high: end(months.high, of_days.high), state: months.state }
}

/// What a threshold is on a day: unknown before its first one, and after its last.
fn value_on(threshold: &Threshold, day: Num) -> Num {
    let none = unknown_of(threshold.ty);
    if day.state & (state::NOTHING | state::ABSENT) != 0 {
        return Num { state: day.state, ..Num::NOTHING };
    }
    let on = |day: i64| {
        let over = threshold.until.is_some_and(|until| day > i64::from(until));
        let value = threshold.values.iter().rev().find(|(from, _)| i64::from(*from) <= day);
        match value {
            Some((_, Const::Number(low, high))) if !over => Num::from(*low, *high),
            _ => none,
        }
    };
    // A day that is coarse, or not known, may lie on both sides of a change, be it the last.
    let changes = threshold.values.iter().map(|(from, _)| i64::from(*from)).chain(threshold.until.map(|until| i64::from(until) + 1));
    let open = if day.is_unknown() { UNKNOWN } else { DOUBTFUL };
    changes.filter(|from| *from > day.low && *from <= day.high).fold(on(day.low), |value, from| value.hull(on(from), open))
}

/// The threshold that is the rate of VAT: the plan's own by this name, else the library's.
const VAT: &str = "taux-tva";

/// An amount without tax, or with it: unknown where the plan does not say which it is. `vat`: the rate.
fn taxed(num: Num, mark: u8, take: Take, vat: Num) -> Num {
    let rate = vat.plus(Num::point(1_000_000));
    match (mark, take) {
        (1, Take::Ht) | (2, Take::Ttc) => num,
        (2, Take::Ht) => num.divided(rate),
        (1, Take::Ttc) => num.times(rate),
        _ if num.is_absent() => num,
        _ => Num { low: 0, ..Num::UNKNOWN },
    }
}
