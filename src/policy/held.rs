//! What one judgement leaves to the next: the columns that it read and the answers that it came to. After a change of the plan only what
//! rests on the change is looked up again, and only the policies that read something else than before are run again.
//!
//! Invariant: what is held is what would be found anew. A column of a fact that rests on its thing's own part ([`Rests::Part`]) is mended
//! where parts changed; any other is looked up again as a whole.

use std::ops::Range;
use std::sync::{Arc, OnceLock, PoisonError};

use super::column::{Data, UNKNOWN_ID};
use super::facts::{Rests, World, is_made_of_values, rests, unsure};
use super::grounds::Grounds;
use super::kinds::{FACTS, Fact, Item, KINDS, Kind, Ty};
use super::rows::Rows;
use super::run::Answer;
use super::settle::Set;
use super::typed::{Clause, Node, Policy, Walk, What};
use crate::plan::{Change, Entity, EntityId, GoalId, Shift};

/// What lies between the plan that was judged last and this one.
#[derive(Clone, Copy)]
pub enum Step<'s> {
    /// Anything.
    Anew,
    /// The same things; those of some parts say something else.
    Values { parts: &'s [u32], change: Change },
    /// Other things in some parts; `parts`: by their new numbers those that are new, and those whose names stand for something else.
    Things { shift: &'s Shift, parts: &'s [u32] },
}

#[derive(Default)]
pub struct Held {
    set: Arc<Set>,
    today: i64,
    rows: Option<Rows>,
    columns: Vec<Option<Arc<Data>>>,
    folded: Vec<Option<Arc<Data>>>,
    unsure: Option<Vec<bool>>,
    absent: Vec<(Kind, String)>,
    answers: Vec<Answer>,
}

/// What is not as it was.
pub struct Stale {
    all: bool,
    facts: Vec<bool>,
    /// Kinds of which there may be others.
    kinds: Vec<bool>,
    /// Where things say something else.
    parts: Vec<u32>,
}

/// An answer that holds, but for some of its rows, which are to be judged again.
pub struct StillHolds {
    pub answer: Answer,
    pub again: Vec<u32>,
}

/// How much of an answer rests on what is stale.
enum Touched {
    Nothing,
    /// Only what stands in the parts that say something else.
    There,
    Whole,
}

impl Touched {
    fn and(self, other: Touched) -> Touched {
        match (self, other) {
            (Touched::Whole, _) | (_, Touched::Whole) => Touched::Whole,
            (Touched::There, _) | (_, Touched::There) => Touched::There,
            (Touched::Nothing, Touched::Nothing) => Touched::Nothing,
        }
    }
}

impl Stale {
    fn all() -> Stale {
        Stale { all: true, facts: Vec::new(), kinds: Vec::new(), parts: Vec::new() }
    }

    /// `here`: the variables that stand for something in the same part as the thing that is judged.
    fn reads(&self, node: &Node, here: u64) -> Touched {
        let own = match &node.what {
            What::Field(base, fact) if self.facts[*fact as usize] => match rests_there(*fact) && stays(base, here) {
                true => Touched::There,
                false => Touched::Whole,
            },
            What::All(kind) if self.kinds[kind.base() as usize] => Touched::Whole,
            _ => Touched::Nothing,
        };
        let here = match &node.what {
            What::Some(walk) | What::No(walk) | What::Every(walk, _) | What::Fold(_, walk, _) => here | through(walk, here),
            _ => here,
        };
        node.parts().into_iter().fold(own, |all, part| all.and(self.reads(part, here)))
    }

    fn touched(&self, policy: &Policy) -> Touched {
        if self.all {
            return Touched::Whole;
        }
        let mut touched = policy.applies.iter().fold(Touched::Nothing, |all, line| all.and(self.reads(line, 0)));
        let mut here = 0;
        if let Some(walk) = &policy.each {
            touched = touched.and(self.reads(&walk.source, 0));
            if matches!(walk.source.what, What::All(_)) {
                here |= 1 << walk.var;
            }
        }
        for clause in &policy.clauses {
            let (Clause::Let(_, node) | Clause::Where(node) | Clause::Require(node)) = clause;
            touched = touched.and(self.reads(node, here));
            if let Clause::Let(var, node) = clause {
                here |= u64::from(stays(node, here)) << var;
            }
        }
        touched
    }
}

/// Does the variable of a list that is gone through stand for something in the same part?
fn through(walk: &Walk, here: u64) -> u64 {
    u64::from(stays(&walk.source, here)) << walk.var
}

/// Is a thing, or are the things of a list, in the same part as the thing that is judged?
fn stays(node: &Node, here: u64) -> bool {
    match &node.what {
        What::Var(var) => here & (1 << var) != 0,
        What::Field(base, fact) => leads_within(*fact) && stays(base, here),
        _ => false,
    }
}

/// Is it another one only for what stands where something changed? A sheet's amounts are: their numbers may be others, but who looks at an
/// amount reads a fact of it.
fn rests_there(fact: Fact) -> bool {
    rests(fact) == Rests::Part || matches!(fact, Fact::SheetAmounts | Fact::BudgetAmounts)
}

/// Does a fact lead from a thing to what stands in its block, or holds it?
fn leads_within(fact: Fact) -> bool {
    matches!(
        fact,
        Fact::SheetParent
            | Fact::SheetAxis
            | Fact::SheetActions
            | Fact::SheetMilestones
            | Fact::SheetBudget
            | Fact::SheetFundings
            | Fact::SheetIndicators
            | Fact::SheetRisks
            | Fact::SheetContinuity
            | Fact::AxisGoals
            | Fact::AxisSheets
            | Fact::MilestoneSheet
            | Fact::IndicatorSheet
            | Fact::IndicatorBaseline
            | Fact::IndicatorTarget
            | Fact::IndicatorMeasures
            | Fact::BudgetSheet
            | Fact::FundingSheet
            | Fact::AuthorisationRevisions
            | Fact::DiagnosisFigures
    )
}

impl Held {
    /// The plan as the policies see it now, and what of it is not as it was.
    pub fn world<'g>(&mut self, grounds: &'g Grounds<'g>, today: i64, step: Step<'_>) -> (World<'g>, Stale) {
        // To mend a column in many places costs more than to look it up.
        const MANY: usize = 256;
        let few = match step {
            Step::Anew => false,
            Step::Values { parts, .. } | Step::Things { parts, .. } => parts.len() <= MANY,
        };
        let before = self.rows.take().filter(|_| few && self.today == today);
        self.today = today;
        match (before, step) {
            (Some(before), Step::Values { parts, change }) => self.other_values(before, grounds, parts, change),
            (Some(before), Step::Things { shift, parts }) => self.other_things(before, grounds, shift, parts),
            (_, Step::Anew) | (None, _) => (World::new(grounds, today), Stale::all()),
        }
    }

    fn other_values<'g>(&mut self, before: Rows, grounds: &'g Grounds<'g>, parts: &[u32], change: Change) -> (World<'g>, Stale) {
        let left_out = before.left_out().to_vec();
        let rows = before.same_things(grounds, parts, change.facts);
        if left_out != rows.left_out() {
            return (World::with(rows, grounds, self.today), Stale::all());
        }
        let mut world = self.follow(rows, grounds);
        if let Some(mut known) = self.unsure.take() {
            for sheet in parts.iter().flat_map(|part| grounds.plan.sheets_of(*part)) {
                known[sheet.goal_id().at()] = unsure(sheet);
            }
            world.unsure = OnceLock::from(known);
        }
        let mut stale = Stale { all: false, facts: vec![false; FACTS.len()], kinds: vec![false; KINDS.len()], parts: parts.to_vec() };
        for row in FACTS {
            let at = row.fact as usize;
            let again = match rests(row.fact) {
                Rests::Part | Rests::Texts => true,
                Rests::Order => change.dates || change.dependencies || change.doubts,
                Rests::Plan => change.facts,
            };
            // What no column was made of was read otherwise, or not at all.
            let Some(mut column) = self.columns[at].take() else {
                stale.facts[at] = again;
                continue;
            };
            let mut folded = self.folded[at].take();
            match rests(row.fact) {
                Rests::Part => {
                    for part in parts {
                        stale.facts[at] |= mend(&world, row.fact, *part, &mut column, &mut folded);
                    }
                }
                Rests::Order | Rests::Plan | Rests::Texts => {
                    if again {
                        let fresh = world.rows_of(row.fact, 0..world.rows.count(grounds, row.kind) as u32);
                        let same = column.len() == fresh.len() && column.says(0..fresh.len(), &fresh);
                        if !same {
                            stale.facts[at] = true;
                            (column, folded) = (Arc::new(fresh), None);
                        }
                    }
                }
            }
            world.columns[at] = OnceLock::from(column);
            world.folded[at] = folded.map(OnceLock::from).unwrap_or_default();
        }
        for row in KINDS.iter().filter(|row| change.facts && is_made_of_values(row.kind)) {
            stale.kinds[row.kind as usize] = true;
        }
        (world, stale)
    }

    fn other_things<'g>(&mut self, before: Rows, grounds: &'g Grounds<'g>, shift: &Shift, parts: &[u32]) -> (World<'g>, Stale) {
        let each = |rows: &Rows, parts: Range<u32>| -> Vec<Range<u32>> {
            KINDS.iter().map(|row| rows.of_parts(row.kind, parts.clone())).collect()
        };
        let old = each(&before, shift.old_parts());
        let gone: Vec<Vec<EntityId>> =
            KINDS.iter().zip(&old).map(|(row, old)| before.things(row.kind)[old.start as usize..old.end as usize].to_vec()).collect();
        let sheets = before.left_out()[Kind::Sheet as usize].clone();
        let rows = before.other_things(grounds, shift);
        let new = each(&rows, shift.new_parts());
        let of_sheets = Kind::Sheet as usize;
        if !rows.leaves_out(&sheets, &old[of_sheets], &new[of_sheets]) {
            return (World::with(rows, grounds, self.today), Stale::all());
        }
        // Of each kind, what the rows that go are now.
        let now: Vec<Vec<i32>> = gone
            .iter()
            .map(|gone| gone.iter().map(|id| shift.id(*id).and_then(|id| rows.row(id)).map_or(UNKNOWN_ID, |at| at as i32)).collect())
            .collect();
        let mut world = self.follow(rows, grounds);
        if let Some(mut known) = self.unsure.take() {
            let (old, new) = (&old[of_sheets], new[of_sheets].clone());
            known.splice(old.start as usize..old.end as usize, new.map(|at| unsure(grounds.plan.goal(GoalId(at)))));
            world.unsure = OnceLock::from(known);
        }
        for row in FACTS.iter().filter(|row| rests(row.fact) == Rests::Part) {
            let at = row.fact as usize;
            let Some(mut column) = self.columns[at].take() else { continue };
            let mut folded = self.folded[at].take();
            if let Ty::Thing(kind) | Ty::List(Item::Thing(kind)) = row.ty {
                let (old, new, now) = (&old[kind.base() as usize], &new[kind.base() as usize], &now[kind.base() as usize]);
                let (from, to, end) = (old.start as i32, old.end as i32, new.end as i32);
                let stays = to == end && now.iter().zip(from..).all(|(now, at)| *now == at);
                if !stays {
                    Arc::make_mut(&mut column).renumber(|id| match id {
                        id if id < from => id,
                        id if id < to => now[(id - from) as usize],
                        id => id - to + end,
                    });
                }
            }
            let (old, new) = (old[row.kind.base() as usize].clone(), new[row.kind.base() as usize].clone());
            if !old.is_empty() || !new.is_empty() {
                let fresh = world.rows_of(row.fact, new);
                if let Some(folded) = &mut folded {
                    Arc::make_mut(folded).put(old.start as usize..old.end as usize, fresh.folded());
                }
                Arc::make_mut(&mut column).put(old.start as usize..old.end as usize, fresh);
            }
            for part in parts.iter().filter(|part| !shift.new_parts().contains(part)) {
                mend(&world, row.fact, *part, &mut column, &mut folded);
            }
            world.columns[at] = OnceLock::from(column);
            world.folded[at] = folded.map(OnceLock::from).unwrap_or_default();
        }
        (world, Stale::all())
    }

    fn follow<'g>(&mut self, rows: Rows, grounds: &'g Grounds<'g>) -> World<'g> {
        let world = World::with(rows, grounds, self.today);
        *world.absent.lock().unwrap_or_else(PoisonError::into_inner) = std::mem::take(&mut self.absent);
        world
    }

    /// What is left of a policy's answer; nothing where it is to be judged anew.
    pub fn answer(&mut self, world: &World<'_>, set: &Arc<Set>, number: usize, stale: &Stale) -> Option<StillHolds> {
        let policy = &set.policies[number];
        let touched = if Arc::ptr_eq(&self.set, set) { stale.touched(policy) } else { Touched::Whole };
        let again: Vec<u32> = match (touched, policy.each.as_ref().map(|walk| walk.item)) {
            (Touched::Nothing, _) => Vec::new(),
            (Touched::There, Some(Item::Thing(kind))) => {
                let known = &self.answers.get(number)?.rows;
                let at = |row: u32| known.partition_point(|known| *known < row as i32) as u32;
                let there = stale.parts.iter().map(|part| rows_in(world, kind.base(), *part));
                there.flat_map(|rows| at(rows.start)..at(rows.end)).collect()
            }
            (Touched::There | Touched::Whole, _) => return None,
        };
        Some(StillHolds { answer: std::mem::take(self.answers.get_mut(number)?), again })
    }

    /// A fact whose column is not what would be looked up anew; then every fact is held.
    #[cfg(test)]
    pub fn stale_fact(&mut self, grounds: &Grounds<'_>) -> Option<Fact> {
        let world = World::new(grounds, self.today);
        let mut stale = None;
        for row in FACTS {
            let fresh = world.fact(row.fact);
            let held = self.columns[row.fact as usize].replace(fresh.clone());
            let same = held.is_none_or(|held| held.len() == fresh.len() && held.says(0..fresh.len(), &fresh));
            stale = stale.or((!same).then_some(row.fact));
        }
        stale
    }

    /// Keeps what the next judgement may ask for.
    pub fn hold(&mut self, world: World<'_>, set: Arc<Set>, answers: Vec<Answer>) {
        let kept = |columns: Vec<OnceLock<Arc<Data>>>| columns.into_iter().map(OnceLock::into_inner).collect();
        (self.columns, self.folded) = (kept(world.columns), kept(world.folded));
        self.unsure = world.unsure.into_inner();
        self.absent = world.absent.into_inner().unwrap_or_else(PoisonError::into_inner);
        (self.rows, self.set, self.answers) = (Some(world.rows), set, answers);
    }
}

/// Looks up again the rows of a column that stand in a part; were they others?
fn mend(world: &World<'_>, fact: Fact, part: u32, column: &mut Arc<Data>, folded: &mut Option<Arc<Data>>) -> bool {
    let rows = rows_in(world, FACTS[fact as usize].kind, part);
    if rows.is_empty() {
        return false;
    }
    let fresh = world.rows_of(fact, rows.clone());
    let at = rows.start as usize..rows.end as usize;
    if column.says(at.clone(), &fresh) {
        return false;
    }
    if let Some(folded) = folded {
        Arc::make_mut(folded).put(at.clone(), fresh.folded());
    }
    Arc::make_mut(column).put(at, fresh);
    true
}

fn rows_in(world: &World<'_>, kind: Kind, part: u32) -> Range<u32> {
    let plan = world.facts.plan;
    let only = |entity: Option<Entity<'_>>| if entity.is_some_and(|entity| entity.id.part == part) { 0..1 } else { 0..0 };
    match kind {
        Kind::Strategy => only(plan.strategy()),
        Kind::Authority => only(plan.authority().is()),
        kind => world.rows.of_parts(kind, part..part + 1),
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::Live;
    use crate::load::Memory;

    /// Every fact there is, asked for beforehand: after each change what is held is what would be looked up anew.
    #[test]
    fn each_column_is_what_would_be_looked_up_anew() {
        let mut files = crate::sample::sample(40, 7).files();
        let axes = files.pop().expect("axes").1;
        let root = files.remove(0).1.replace("use \"axes/000.dsl\"\n", "");
        let start = format!("{root}{axes}\naxis z \"Z\" {{\n  goal zz \"ZZ\" {{\n    depends on g000003\n    serves g000002\n  }}\n}}\n");
        let mut live = Live::new(&Memory::one(start.as_str()), Memory::root());
        let mut seed = 11u64;
        let mut below = |most: usize| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) as usize % most
        };
        const PUT: [&str; 12] = [
            "7",
            "x",
            "\n",
            " k€",
            "}",
            "\n    goal n \"N\" {\n    owner DSI\n    budget {\n      investment 2027: 5 k€\n    }\n  }\n",
            "\n    status abandoned\n",
            "\n    partners \"Région\"\n",
            "\n    risk \"R\" {\n      owner DSI\n    }\n",
            "\n    depends on g000001\n",
            "\n    outside\n",
            "\n    effort DSI 0.5 fte\n",
        ];
        let mut text = start.clone();
        for number in 0..400 {
            if number % 5 == 4 {
                text = start.clone();
            } else {
                // A line is put in or broken somewhere; now and then one goes.
                let lines: Vec<&str> = text.lines().collect();
                let at = below(lines.len());
                let put = PUT[below(PUT.len())];
                let mut lines: Vec<String> = lines.into_iter().map(str::to_owned).collect();
                if below(6) == 0 {
                    lines.remove(at);
                } else {
                    lines[at].push_str(put);
                }
                text = lines.join("\n") + "\n";
            }
            live.refresh(&Memory::one(text.as_str()));
            if let Some(fact) = live.stale_fact() {
                panic!("change {number}: {fact:?} is not what it was held to be");
            }
        }
    }
}
