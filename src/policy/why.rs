//! Why a policy cannot be decided: the facts that it read as unknown and that matter, all of them.
//!
//! Columns carry no cause. For what comes out undecided, the typed tree is read again for that row alone.

use rustc_hash::FxHashSet;

use super::column::{FALSE, HIGHEST, NOBODY, Num, TRUE, Txt, UNKNOWN, UNKNOWN_ID, and, not};
use super::frame::Frame;
use super::kinds::{FACTS, Fact, Kind, Ty};
use super::run::{Answer, Run, exists, required};
use super::typed::{Clause, Node, Policy, Take, Var, Walk, What};
use crate::syntax::expression::Fold;

/// A fact that is not known, of a thing; or a threshold, on a day that it says nothing of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cause {
    Fact(Fact, u32),
    Threshold(u32),
}

impl Cause {
    pub fn kind(self) -> Option<Kind> {
        match self {
            Cause::Fact(fact, _) => Some(FACTS[fact as usize].kind),
            Cause::Threshold(_) => None,
        }
    }
}

/// No more rows of one policy are looked at: the others are counted.
const MOST: usize = 100;

/// What is missing for the rows that could not be decided, each cause once, in the order of the facts.
pub fn causes(run: &Run<'_>, policy: &Policy, answer: &Answer) -> Vec<Cause> {
    let (mut found, mut seen) = (Vec::new(), Seen::default());
    if answer.unsure_if {
        let root = Frame::root();
        for line in &policy.applies {
            let mut why = Why { run, policy, found: &mut found, seen: &mut seen };
            if run.eval(line, &root).truth(0) == UNKNOWN {
                why.truth(line, &root);
            }
        }
    }
    if let (true, Some(walk)) = (answer.more, &policy.each) {
        Why { run, policy, found: &mut found, seen: &mut seen }.value(&walk.source, &Frame::root());
    }
    let rows = &answer.open[..answer.open.len().min(MOST)];
    if !rows.is_empty() {
        run.with_rows(policy, &answer.rows, rows, |frame| Why { run, policy, found: &mut found, seen: &mut seen }.rows(frame));
    }
    found.sort();
    found.dedup();
    found
}

/// What a condition, or a value, is open for want of, in a frame of one row.
pub fn causes_of(run: &Run<'_>, policy: &Policy, node: &Node, frame: &Frame<'_>) -> Vec<Cause> {
    let (mut found, mut seen) = (Vec::new(), Seen::default());
    let mut why = Why { run, policy, found: &mut found, seen: &mut seen };
    match node.ty {
        Ty::Yes => why.truth(node, frame),
        _ => why.value(node, frame),
    }
    found.sort();
    found.dedup();
    found
}

struct Why<'y> {
    run: &'y Run<'y>,
    policy: &'y Policy,
    found: &'y mut Vec<Cause>,
    seen: &'y mut Seen,
}

/// What has been explained already, and would be explained the same for other rows: what depends on nothing; and a member of a list whose
/// conditions ask of it alone. Known by where the policy holds it.
#[derive(Default)]
struct Seen(FxHashSet<(*const Node, i32)>);

impl Seen {
    /// No member of a list: the truth of a condition, the value of a path.
    const WHOLE: i32 = i32::MIN;
    const VALUE: i32 = i32::MIN + 1;

    /// For the first time? `vars`: what it depends on besides `own`.
    fn first(&mut self, node: &Node, own: u64, item: i32) -> bool {
        node.vars & !own != 0 || self.0.insert((std::ptr::from_ref(node), item))
    }
}

impl<'y> Why<'y> {
    /// The causes of what is undecided of each row: of each requirement that is open, and of whether it is asked.
    fn rows(&mut self, frame: &Frame<'_>) {
        let mut wheres = vec![TRUE; frame.len];
        let mut asked: Vec<Vec<&Node>> = vec![Vec::new(); frame.len];
        let mut closed = vec![false; frame.len];
        for clause in &self.policy.clauses {
            let (node, required_too) = match clause {
                Clause::Let(..) => continue,
                Clause::Where(node) => (node, false),
                Clause::Require(node) => (node, true),
            };
            let col = self.run.eval(node, frame);
            for row in 0..frame.len {
                if closed[row] {
                    continue;
                }
                let truth = col.truth(row);
                closed[row] = truth == FALSE;
                if !required_too {
                    wheres[row] = and(wheres[row], truth);
                    if truth == UNKNOWN {
                        asked[row].push(node);
                    }
                } else if required(wheres[row], truth) == UNKNOWN {
                    let one = frame.some(vec![row as u32]);
                    if wheres[row] == UNKNOWN {
                        asked[row].drain(..).for_each(|node| self.truth(node, &one));
                    }
                    if truth == UNKNOWN {
                        self.truth(node, &one);
                    }
                }
            }
        }
    }

    /// The causes of a condition that is open, in a frame of one row.
    fn truth(&mut self, node: &Node, frame: &Frame<'_>) {
        if !self.seen.first(node, 0, Seen::WHOLE) {
            return;
        }
        let open = |why: &Why<'_>, node: &Node| why.run.eval(node, frame).truth(0) == UNKNOWN;
        match &node.what {
            What::Not(inner) => self.truth(inner, frame),
            What::And(a, b) | What::Or(a, b) => {
                let decided = if matches!(node.what, What::And(..)) { FALSE } else { TRUE };
                if open(self, a) {
                    self.truth(a, frame);
                }
                if self.run.eval(a, frame).truth(0) != decided && open(self, b) {
                    self.truth(b, frame);
                }
            }
            What::If(three) => {
                let [cond, then, other] = &**three;
                let cond_truth = self.run.eval(cond, frame).truth(0);
                if cond_truth == UNKNOWN {
                    self.truth(cond, frame);
                }
                for branch in
                    [then, other].into_iter().filter(|branch| cond_truth != if std::ptr::eq(*branch, then) { FALSE } else { TRUE })
                {
                    if open(self, branch) {
                        self.truth(branch, frame);
                    }
                }
            }
            What::Order(_, a, b) | What::Same(_, a, b) | What::Member(_, a, b) | What::Within(a, b) | What::Holds(a, b) => {
                self.value(a, frame);
                self.value(b, frame);
            }
            What::Empty(path) | What::Exists(path) => self.value(path, frame),
            What::Some(walk) | What::No(walk) => self.walk(walk, None, frame),
            What::Every(walk, body) => self.walk(walk, Some(body), frame),
            _ => self.value(node, frame),
        }
    }

    /// The causes of a value that is not known, or not whole.
    fn value(&mut self, node: &Node, frame: &Frame<'_>) {
        if !self.is_open(node, frame) || !self.seen.first(node, 0, Seen::VALUE) {
            return;
        }
        match &node.what {
            What::Field(base, fact) => {
                let col = self.run.eval(base, frame);
                match col.id(0) {
                    UNKNOWN_ID => self.value(base, frame),
                    NOBODY => {}
                    row if row >= 0 => self.found.push(Cause::Fact(*fact, row as u32)),
                    _ => {}
                }
            }
            What::Take(base, take) => {
                self.value(base, frame);
                if matches!(take, Take::Ht | Take::Ttc) {
                    self.unmarked(base, frame);
                }
            }
            What::Var(var) => {
                if let Some(node) = self.bound(*var) {
                    match node.ty {
                        Ty::Yes => self.truth(node, frame),
                        _ => self.value(node, frame),
                    }
                }
            }
            What::InForce(number, day) => match day {
                // What is missing is the day, if there is a value on some of those that it may be.
                Some(day) if self.is_open(day, frame) && self.run.is_ever_in_force(*number, self.run.eval(day, frame).num(0)) => {
                    self.value(day, frame);
                }
                _ => self.found.push(Cause::Threshold(*number as u32)),
            },
            What::If(three) => {
                let [cond, then, other] = &**three;
                match self.run.eval(cond, frame).truth(0) {
                    TRUE => self.value(then, frame),
                    FALSE => self.value(other, frame),
                    truth => {
                        self.value(then, frame);
                        self.value(other, frame);
                        if truth == UNKNOWN && self.differ(then, other, frame) {
                            self.truth(cond, frame);
                        }
                    }
                }
            }
            What::Fold(fold, walk, Some(value)) => self.folded(*fold, walk, value, frame),
            What::Fold(_, walk, None) => self.walk(walk, None, frame),
            What::Otherwise(a, b) => match exists(&self.run.eval(a, frame), 0) {
                FALSE => self.value(b, frame),
                _ => self.value(a, frame),
            },
            What::Some(_)
            | What::No(_)
            | What::Every(..)
            | What::And(..)
            | What::Or(..)
            | What::Not(_)
            | What::Order(..)
            | What::Same(..)
            | What::Member(..)
            | What::Within(..)
            | What::Holds(..)
            | What::Empty(_)
            | What::Exists(_) => self.truth(node, frame),
            _ => {
                for part in node.parts() {
                    self.value(part, frame);
                }
            }
        }
    }

    fn is_open(&self, node: &Node, frame: &Frame<'_>) -> bool {
        let col = self.run.eval(node, frame);
        match node.ty {
            Ty::Yes => col.truth(0) == UNKNOWN,
            Ty::Text => col.text(0) == Txt::Unknown,
            Ty::List(_) => col.list(0).1 == UNKNOWN,
            Ty::Period => super::run::is_unknown(&col, 0),
            ty if ty.is_number() => col.num(0).is_unknown(),
            _ => col.id(0) == UNKNOWN_ID,
        }
    }

    /// What a list that is gone through leaves open: its members, or what its conditions ask of one.
    fn walk(&mut self, walk: &Walk, body: Option<&Node>, frame: &Frame<'_>) {
        if self.run.list_of_row(&walk.source, frame).list(0).1 == UNKNOWN {
            self.value(&walk.source, frame);
        }
        let own = 1u64 << walk.var;
        let alone = [walk.filter.as_ref(), body].into_iter().flatten().all(|condition| condition.vars & !own == 0);
        let first = |why: &mut Self, item: i32| !alone || why.seen.first(&walk.source, u64::MAX, item);
        self.each(walk, frame, first, |why, child, truth| {
            let body = body.filter(|_| truth != FALSE).map(|body| (body, why.run.eval(body, child).truth(0)));
            // What fails the filter, or holds anyway, leaves nothing open.
            if and(truth, body.map_or(TRUE, |(_, truth)| not(truth))) != UNKNOWN {
                return;
            }
            if let (UNKNOWN, Some(filter)) = (truth, &walk.filter) {
                why.truth(filter, child);
            }
            if let Some((body, UNKNOWN)) = body {
                why.truth(body, child);
            }
        });
    }

    /// What a sum, a least or a greatest leaves open: of each member that changes it, its value, and whether it is one.
    fn folded(&mut self, fold: Fold, walk: &Walk, value: &Node, frame: &Frame<'_>) {
        if self.run.list_of_row(&walk.source, frame).list(0).1 == UNKNOWN {
            self.value(&walk.source, frame);
        }
        let of = |why: &Self, child: &Frame<'_>| {
            let num = why.run.eval(value, child).num(0);
            if fold == Fold::Greatest { num.negative() } else { num }
        };
        let mut high = HIGHEST;
        self.each(
            walk,
            frame,
            |_, _| true,
            |why, child, truth| {
                if truth == TRUE {
                    high = high.min(of(why, child).high);
                }
            },
        );
        self.each(
            walk,
            frame,
            |_, _| true,
            |why, child, truth| {
                let changes = match (truth, fold) {
                    (FALSE, _) => false,
                    (TRUE, Fold::Sum) => true,
                    (_, Fold::Sum) => of(why, child) != Num::point(0),
                    _ => of(why, child).low < high,
                };
                if changes {
                    why.value(value, child);
                    if let (UNKNOWN, Some(filter)) = (truth, &walk.filter) {
                        why.truth(filter, child);
                    }
                }
            },
        );
    }

    /// The fields of an amount that do not say whether they are with tax.
    fn unmarked(&mut self, node: &Node, frame: &Frame<'_>) {
        let mark = |why: &Self, node: &Node| match node.ty {
            Ty::Money => why.run.eval(node, frame).mark(0),
            _ => 1,
        };
        if mark(self, node) != 0 {
            return;
        }
        match &node.what {
            What::Field(of, fact) => {
                if let row @ 0.. = self.run.eval(of, frame).id(0) {
                    self.found.push(Cause::Fact(*fact, row as u32));
                }
            }
            What::Var(var) => {
                if let Some(node) = self.bound(*var) {
                    self.unmarked(node, frame);
                }
            }
            What::Negative(inner) => self.unmarked(inner, frame),
            What::Otherwise(a, b) => match exists(&self.run.eval(a, frame), 0) {
                FALSE => self.unmarked(b, frame),
                _ => self.unmarked(a, frame),
            },
            What::If(three) => {
                let [cond, then, other] = &**three;
                match self.run.eval(cond, frame).truth(0) {
                    TRUE => self.unmarked(then, frame),
                    FALSE => self.unmarked(other, frame),
                    truth => {
                        self.unmarked(then, frame);
                        self.unmarked(other, frame);
                        if truth == UNKNOWN && mark(self, then) != mark(self, other) {
                            self.truth(cond, frame);
                        }
                    }
                }
            }
            _ => {}
        }
    }

    /// Do the two branches make a difference?
    fn differ(&self, then: &Node, other: &Node, frame: &Frame<'_>) -> bool {
        let (one, two) = (self.run.eval(then, frame), self.run.eval(other, frame));
        match then.ty {
            Ty::List(_) => one.list(0) != two.list(0),
            ty if ty.is_number() => one.num(0) != two.num(0),
            _ => true,
        }
    }

    /// What a `let` is.
    fn bound(&self, var: Var) -> Option<&'y Node> {
        let policy = self.policy;
        policy.clauses.iter().find_map(|clause| match clause {
            Clause::Let(known, node) if *known == var => Some(node),
            _ => None,
        })
    }

    /// The members of a list of which something is asked, each in a frame of its own.
    fn each(
        &mut self,
        walk: &Walk,
        frame: &Frame<'_>,
        asks: impl Fn(&mut Self, i32) -> bool,
        mut each: impl FnMut(&mut Self, &Frame<'_>, u8),
    ) {
        let col = self.run.list_of_row(&walk.source, frame);
        for item in col.list(0).0.iter().take(10 * MOST) {
            if !asks(self, *item) {
                continue;
            }
            let child = frame.through(vec![0], walk.var, super::run::members(walk.item, vec![*item]));
            let truth = walk.filter.as_ref().map_or(TRUE, |filter| self.run.eval(filter, &child).truth(0));
            each(self, &child, truth);
        }
    }
}
