//! Why a policy cannot be decided: the facts that it read as unknown and that matter, all of them.
//!
//! Columns carry no cause. For what comes out undecided, the typed tree is read again for that row alone.

use super::column::{FALSE, NOBODY, TRUE, Txt, UNKNOWN, UNKNOWN_ID};
use super::frame::Frame;
use super::kinds::{FACTS, Fact, Kind, Ty};
use super::run::{Answer, Run};
use super::typed::{Clause, Node, Policy, Walk, What};

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
    let mut found = Vec::new();
    if answer.unsure_if {
        let root = Frame::root();
        for line in &policy.applies {
            let mut why = Why { run, policy, found: &mut found };
            if run.eval(line, &root).truth(0) == UNKNOWN {
                why.truth(line, &root);
            }
        }
    }
    for row in answer.open.iter().take(MOST) {
        run.with_rows(policy, &answer.rows, &[*row], |frame| {
            let mut why = Why { run, policy, found: &mut found };
            for clause in &policy.clauses {
                match clause {
                    Clause::Let(..) => {}
                    Clause::Where(node) | Clause::Require(node) => match run.eval(node, frame).truth(0) {
                        UNKNOWN => why.truth(node, frame),
                        FALSE if matches!(clause, Clause::Where(_)) => return,
                        _ => {}
                    },
                }
            }
        });
    }
    found.sort();
    found.dedup();
    found
}

/// What a condition, or a value, is open for want of, in a frame of one row.
pub fn causes_of(run: &Run<'_>, policy: &Policy, node: &Node, frame: &Frame<'_>) -> Vec<Cause> {
    let mut found = Vec::new();
    let mut why = Why { run, policy, found: &mut found };
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
}

impl Why<'_> {
    /// The causes of a condition that is open, in a frame of one row.
    fn truth(&mut self, node: &Node, frame: &Frame<'_>) {
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
                match self.run.eval(cond, frame).truth(0) {
                    TRUE => self.truth(then, frame),
                    FALSE => self.truth(other, frame),
                    _ => self.truth(cond, frame),
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
        if !self.is_open(node, frame) {
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
            What::Take(base, _) => match self.is_open(base, frame) {
                true => self.value(base, frame),
                // The amount is known, and not whether it is with tax.
                false => {
                    if let What::Field(of, fact) = &base.what
                        && let row @ 0.. = self.run.eval(of, frame).id(0)
                    {
                        self.found.push(Cause::Fact(*fact, row as u32));
                    }
                }
            },
            What::Var(var) => {
                let bound = self.policy.clauses.iter().find_map(|clause| match clause {
                    Clause::Let(known, node) if known == var => Some(node),
                    _ => None,
                });
                if let Some(node) = bound {
                    match node.ty {
                        Ty::Yes => self.truth(node, frame),
                        _ => self.value(node, frame),
                    }
                }
            }
            What::InForce(number, day) => match day {
                Some(day) if self.is_open(day, frame) => self.value(day, frame),
                _ => self.found.push(Cause::Threshold(*number as u32)),
            },
            What::If(three) => {
                let [cond, then, other] = &**three;
                match self.run.eval(cond, frame).truth(0) {
                    TRUE => self.value(then, frame),
                    FALSE => self.value(other, frame),
                    _ => self.truth(cond, frame),
                }
            }
            What::Fold(_, walk, value) => {
                self.walk(walk, None, frame);
                if let Some(value) = value {
                    self.each(walk, frame, |why, child, truth| {
                        if truth != FALSE {
                            why.value(value, child);
                        }
                    });
                }
            }
            What::Otherwise(a, b) => {
                self.value(a, frame);
                self.value(b, frame);
            }
            What::Some(_) | What::No(_) | What::Every(..) | What::And(..) | What::Or(..) | What::Not(_) | What::Order(..) | What::Same(..)
            | What::Member(..) | What::Within(..) | What::Holds(..) | What::Empty(_) | What::Exists(_) => self.truth(node, frame),
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
            Ty::List(_) => col.list(0).1,
            Ty::Period => super::run::exists(&col, 0) == UNKNOWN,
            ty if ty.is_number() => col.num(0).is_unknown(),
            _ => col.id(0) == UNKNOWN_ID,
        }
    }

    /// What a list that is gone through leaves open: its members, or what its conditions ask of one.
    fn walk(&mut self, walk: &Walk, body: Option<&Node>, frame: &Frame<'_>) {
        if self.run.eval(&walk.source, frame).list(0).1 {
            self.value(&walk.source, frame);
        }
        self.each(walk, frame, |why, child, truth| {
            if truth == UNKNOWN
                && let Some(filter) = &walk.filter
            {
                why.truth(filter, child);
            }
            if let Some(body) = body
                && truth != FALSE
                && why.run.eval(body, child).truth(0) == UNKNOWN
            {
                why.truth(body, child);
            }
        });
    }

    fn each(&mut self, walk: &Walk, frame: &Frame<'_>, mut each: impl FnMut(&mut Self, &Frame<'_>, u8)) {
        let col = self.run.eval(&walk.source, frame);
        for item in col.list(0).0.iter().take(10 * MOST) {
            let child = frame.through(vec![0], walk.var, super::run::members(walk.item, vec![*item]));
            let truth = walk.filter.as_ref().map_or(TRUE, |filter| self.run.eval(filter, &child).truth(0));
            each(self, &child, truth);
        }
    }
}
