//! What rests on what, as far as it goes: upstream and downstream, dependencies that say nothing more, and what hangs on one sheet.
//!
//! A *sheet* is a goal or an action. A dependency on a milestone is one on its sheet. A sheet *rests on*
//!
//! - what it depends on, start, end or milestone, whatever of it waits;
//! - if it is an action: what the start of its goal depends on, since it starts no earlier;
//! - if it is a goal: what its actions depend on, since it ends no earlier;
//!
//! but neither on itself, nor a goal on its own actions, nor an action on its goal: they are one work. *Upstream* is all that it rests
//! on, directly or through others; *downstream* all that rests on it.
//!
//! Sheets that rest on each other in a circle, by mistake or by different moments of theirs, are each upstream of the others; nothing
//! here loops. What is abandoned is still there: whoever asks leaves it out.

use rustc_hash::{FxHashMap, FxHashSet};

use super::graph::{Graph, Link, groups, moments};
use super::model::{GoalId, Plan};
use super::redundant::redundant;
use super::view::{Entity, Moment};

/// A dependency between two sheets, as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dependency {
    /// The sheet that waits.
    pub waits: GoalId,
    /// The sheet that is waited for, or whose milestone is.
    pub on: GoalId,
    /// Its number among those of the sheet that waits: [`super::Entity::depend`].
    pub at: u32,
}

/// See the head of this file for what is told.
#[derive(Debug, Clone, Default)]
pub struct Reach {
    sheets: usize,
    dependencies: Vec<Dependency>,
    /// Where the dependencies of each sheet begin.
    first: Vec<u32>,
    /// What each node rests on, and what rests on it. Nodes: the sheets, and behind them what the starts of goals wait for.
    rests: Rows,
    bears: Rows,
    /// The nodes by groups that rest on each other, each after all that it rests on; and the number of each node's group.
    groups: Vec<Vec<u32>>,
    group: Vec<u32>,
    redundant: Vec<bool>,
    cut: Vec<bool>,
    hanging: Vec<u32>,
}

/// In: a plan and its order. Out: all of it. Linear but for [`Reach::is_redundant`], which stops looking at a bound that is linear.
pub fn reach(plan: &Plan, graph: &Graph) -> Reach {
    let mut dependencies = Vec::new();
    let mut first = Vec::with_capacity(plan.goals.len() + 1);
    for (id, sheet) in plan.goal_ids().zip(plan.sheets()) {
        first.push(dependencies.len() as u32);
        dependencies.extend(sheet.depends().map(|depend| Dependency { waits: id, on: depend.goal().goal_id(), at: depend.at }));
    }
    first.push(dependencies.len() as u32);
    // One after the other: this is asked for within what is done once for all, and a thread that waits for another there might take up a
    // task that waits for this.
    let mut reach = of_sheets(plan, dependencies, first);
    let (goal_of, order) = moments(plan);
    let redundant_of = redundant(plan, graph, &goal_of, &order);
    let is_redundant = |dependency: &Dependency| redundant_of.contains(&Link::Depends(dependency.waits, dependency.at));
    reach.redundant = reach.dependencies.iter().map(is_redundant).collect();
    reach
}

fn of_sheets(plan: &Plan, dependencies: Vec<Dependency>, first: Vec<u32>) -> Reach {
    let sheets = plan.goals.len();
    let (nodes, edges) = rests_on(plan);
    let rests = Rows::new(nodes, edges.iter().copied());
    let bears = Rows::new(nodes, edges.iter().map(|(node, on)| (*on, *node)));
    let groups = groups(nodes, edges.iter().map(|(node, on)| (*on, *node)));
    let mut group = vec![0u32; nodes];
    for (number, members) in (0u32..).zip(&groups) {
        members.iter().for_each(|node| group[*node as usize] = number);
    }
    let cut = cut_points(sheets, &dependencies);
    let mut reach = Reach { sheets, dependencies, first, rests, bears, groups, group, redundant: Vec::new(), cut, hanging: Vec::new() };
    reach.hanging = reach.hang();
    reach
}

/// Each sheet and what it rests on. A goal whose start waits and that has actions gets a node for what it waits for.
fn rests_on(plan: &Plan) -> (usize, Vec<(u32, u32)>) {
    let mut nodes = plan.goals.len() as u32;
    let mut edges = Vec::new();
    let own = |one: Entity<'_>, other: Entity<'_>| one.holder() == Some(other);
    for (id, sheet) in plan.goal_ids().zip(plan.sheets()) {
        let waits = || {
            let apart = move |on: Entity<'_>| on != sheet && !own(on, sheet) && !own(sheet, on);
            sheet.depends().map(|depend| (depend.goal(), matches!(depend.waits, Moment::Start))).filter(move |(on, _)| apart(*on))
        };
        let mut shared = None;
        if sheet.actions().next().is_some() && waits().any(|(_, starts)| starts) {
            edges.push((id.0, nodes));
            edges.extend(sheet.actions().map(|action| (action.goal_id().0, nodes)));
            shared = Some(nodes);
            nodes += 1;
        }
        let holder = sheet.holder();
        for (on, starts) in waits() {
            edges.push((shared.filter(|_| starts).unwrap_or(id.0), on.goal_id().0));
            // What is waited for within one goal, the goal does not wait for.
            if let Some(holder) = holder.filter(|holder| !own(on, *holder)) {
                edges.push((holder.goal_id().0, on.goal_id().0));
            }
        }
    }
    (nodes as usize, edges)
}

impl Reach {
    /// All dependencies, in the order of the text.
    pub fn dependencies(&self) -> &[Dependency] {
        &self.dependencies
    }

    /// The numbers of a sheet's own dependencies among them.
    pub fn dependencies_of(&self, goal: GoalId) -> std::ops::Range<usize> {
        self.first[goal.at()] as usize..self.first[goal.at() + 1] as usize
    }

    /// All that a sheet rests on, the nearest first, each once; not itself.
    pub fn upstream(&self, goal: GoalId) -> impl Iterator<Item = GoalId> + use<> {
        self.walk(goal, &self.rests)
    }

    /// All that rests on it.
    pub fn downstream(&self, goal: GoalId) -> impl Iterator<Item = GoalId> + use<> {
        self.walk(goal, &self.bears)
    }

    fn walk(&self, goal: GoalId, rows: &Rows) -> impl Iterator<Item = GoalId> + use<> {
        let mut found = vec![goal.0];
        let mut seen = FxHashSet::from_iter([goal.0]);
        let mut at = 0;
        while at < found.len() {
            let next = rows.of(found[at]).iter().filter(|next| seen.insert(**next));
            found.extend(next);
            at += 1;
        }
        let sheets = self.sheets as u32;
        found.into_iter().skip(1).filter(move |node| *node < sheets).map(GoalId)
    }

    /// The shortest way from a sheet to one that it rests on, both included; nothing where there is none.
    pub fn way(&self, goal: GoalId, other: GoalId) -> Option<Vec<GoalId>> {
        let mut from: FxHashMap<u32, u32> = FxHashMap::default();
        let mut queue = std::collections::VecDeque::from([goal.0]);
        while let Some(node) = queue.pop_front() {
            for next in self.rests.of(node) {
                if *next == other.0 {
                    let mut way = vec![*next, node];
                    while let Some(before) = way.last().filter(|last| **last != goal.0).and_then(|last| from.get(last)) {
                        way.push(*before);
                    }
                    way.reverse();
                    // Behind the sheets stand what the starts of goals wait for.
                    return Some(way.into_iter().filter(|node| (*node as usize) < self.sheets).map(GoalId).collect());
                }
                if *next != goal.0 && !from.contains_key(next) {
                    from.insert(*next, node);
                    queue.push_back(*next);
                }
            }
        }
        None
    }

    /// Is `other` upstream of it? Looks no further back than `other` stands.
    pub fn upstream_contains(&self, goal: GoalId, other: GoalId) -> bool {
        let group = |node: u32| self.group[node as usize];
        let mut seen = FxHashSet::default();
        let mut open = vec![goal.0];
        while let Some(node) = open.pop() {
            for next in self.rests.of(node) {
                if *next == other.0 {
                    return goal != other;
                }
                if group(*next) >= group(other.0) && seen.insert(*next) {
                    open.push(*next);
                }
            }
        }
        false
    }

    /// Does another way lead there: does what waits come after that same moment without this dependency, by others, or because an
    /// action lies within its goal? One with a delay is never redundant, nor one in a loop; what is abandoned leads nowhere; of two that
    /// say the same the second is. In a plan with too many ways to look at, the rest are taken for needed.
    pub fn is_redundant(&self, dependency: usize) -> bool {
        self.redundant.get(dependency).is_some_and(|redundant| *redundant)
    }

    /// Does the graph of dependencies fall apart without it: are there two sheets that dependencies join, in whichever direction, only
    /// through this one? Dependencies as they are written; that an action is part of its goal joins nothing here.
    pub fn is_cut_point(&self, goal: GoalId) -> bool {
        self.cut.get(goal.at()).is_some_and(|cut| *cut)
    }

    /// How many sheets are reached only through it, from those that rest on nothing on: the size of its subtree in the dominator tree,
    /// without itself and what it makes a circle with.
    pub fn hanging(&self, goal: GoalId) -> u32 {
        self.hanging.get(goal.at()).copied().unwrap_or(0)
    }

    /// For each sheet, `join` over what `own` says of all that is upstream of it: in one pass, however far that goes. `join` must not
    /// care how often or in which order it meets a value (least, most, any, all); `none` changes nothing in it.
    pub fn fold_upstream<T: Clone>(&self, none: T, own: impl Fn(GoalId) -> T, join: impl Fn(&T, &T) -> T) -> Vec<T> {
        self.fold(self.groups.iter(), &self.rests, none, own, join)
    }

    /// The same of all that is downstream.
    pub fn fold_downstream<T: Clone>(&self, none: T, own: impl Fn(GoalId) -> T, join: impl Fn(&T, &T) -> T) -> Vec<T> {
        self.fold(self.groups.iter().rev(), &self.bears, none, own, join)
    }

    fn fold<'g, T: Clone>(
        &self,
        groups: impl Iterator<Item = &'g Vec<u32>>,
        rows: &Rows,
        none: T,
        own: impl Fn(GoalId) -> T,
        join: impl Fn(&T, &T) -> T,
    ) -> Vec<T> {
        let own = |node: u32| if (node as usize) < self.sheets { own(GoalId(node)) } else { none.clone() };
        // Of each node what is behind it, and that with its own.
        let mut behind = vec![none.clone(); self.group.len()];
        let mut whole = behind.clone();
        for group in groups {
            let outside = |node: u32| rows.of(node).iter().filter(move |next| self.group[**next as usize] != self.group[node as usize]);
            let far = group.iter().flat_map(|node| outside(*node)).fold(none.clone(), |sum, next| join(&sum, &whole[*next as usize]));
            // Of a circle, the others: those before each and those after it.
            let mut before = far;
            for node in group {
                behind[*node as usize] = before.clone();
                before = join(&before, &own(*node));
            }
            let mut after = none.clone();
            for node in group.iter().rev() {
                behind[*node as usize] = join(&behind[*node as usize], &after);
                after = join(&own(*node), &after);
            }
            for node in group {
                whole[*node as usize] = before.clone();
            }
        }
        behind.truncate(self.sheets);
        behind
    }

    /// The dominator tree of the groups, from a root before all that rest on nothing; from it, how many sheets hang on each.
    fn hang(&self) -> Vec<u32> {
        const ROOT: usize = 0;
        let sheets = |group: &[u32]| group.iter().filter(|node| (**node as usize) < self.sheets).count();
        // What a goal's start waits for may be in a circle with one of its actions; for the others it is a way of its own.
        let mut ways: FxHashMap<u32, usize> = FxHashMap::default();
        for group in self.groups.iter().filter(|group| group.len() > 1) {
            for node in group.iter().filter(|node| (**node as usize) >= self.sheets) {
                ways.insert(*node, self.groups.len() + 1 + ways.len());
            }
        }
        let mut tree = Tree::new(self.groups.len() + 1 + ways.len());
        let mut order = Vec::with_capacity(tree.parent.len());
        for (at, group) in self.groups.iter().enumerate() {
            let of = |node: u32| self.group[node as usize] as usize;
            let before = group.iter().flat_map(|node| self.rests.of(*node)).filter(|on| of(**on) != at);
            let before = before.map(|on| ways.get(on).copied().unwrap_or(of(*on) + 1));
            let parent = before.reduce(|one, other| tree.meet(one, other)).unwrap_or(ROOT);
            tree.hang(at + 1, parent);
            order.push(at + 1);
            for (node, way) in group.iter().filter_map(|node| Some((*node, *ways.get(node)?))) {
                let before = self.rests.of(node).iter().map(|on| of(*on) + 1);
                let parent = before.reduce(|one, other| tree.meet(one, other)).unwrap_or(ROOT);
                tree.hang(way, parent);
                order.push(way);
            }
        }
        let mut below = vec![0u32; tree.parent.len()];
        for at in order.into_iter().rev() {
            let own = self.groups.get(at - 1).map_or(0, |group| sheets(group) as u32);
            below[tree.parent[at]] += below[at] + own;
        }
        self.group[..self.sheets].iter().map(|group| below[*group as usize + 1]).collect()
    }
}

/// A tree that grows at its leaves, in which two nodes find where they meet in logarithmic time: each knows its parent and one
/// ancestor further up (Myers, 1983: skew-binary jumps).
struct Tree {
    parent: Vec<usize>,
    jump: Vec<usize>,
    depth: Vec<u32>,
}

impl Tree {
    fn new(nodes: usize) -> Tree {
        Tree { parent: vec![0; nodes], jump: vec![0; nodes], depth: vec![0; nodes] }
    }

    fn hang(&mut self, node: usize, parent: usize) {
        let (first, second) = (self.jump[parent], self.jump[self.jump[parent]]);
        self.parent[node] = parent;
        self.depth[node] = self.depth[parent] + 1;
        let even = self.depth[parent] - self.depth[first] == self.depth[first] - self.depth[second];
        self.jump[node] = if even { second } else { parent };
    }

    fn meet(&self, mut one: usize, mut other: usize) -> usize {
        if self.depth[one] < self.depth[other] {
            std::mem::swap(&mut one, &mut other);
        }
        while self.depth[one] > self.depth[other] {
            let jump = self.jump[one];
            one = if self.depth[jump] >= self.depth[other] { jump } else { self.parent[one] };
        }
        while one != other {
            let jumps = (self.jump[one], self.jump[other]);
            (one, other) = if jumps.0 != jumps.1 { jumps } else { (self.parent[one], self.parent[other]) };
        }
        one
    }
}

/// The articulation points of the graph that dependencies make (Hopcroft and Tarjan, 1973), with a stack of its own.
fn cut_points(sheets: usize, dependencies: &[Dependency]) -> Vec<bool> {
    let both = dependencies.iter().filter(|of| of.waits != of.on).flat_map(|of| [(of.waits.0, of.on.0), (of.on.0, of.waits.0)]);
    let rows = Rows::new(sheets, both);
    let mut cut = vec![false; sheets];
    // When each was met, from 1 on; and the earliest that it, or what was met behind it, leads back to.
    let (mut met, mut low) = (vec![0u32; sheets], vec![0u32; sheets]);
    let mut count = 0;
    for root in 0..sheets as u32 {
        if met[root as usize] > 0 {
            continue;
        }
        let mut branches = 0;
        let mut stack = vec![(root, root, 0)];
        count += 1;
        (met[root as usize], low[root as usize]) = (count, count);
        while let Some((node, parent, next)) = stack.last_mut() {
            let (here, came_from) = (*node as usize, *parent);
            if let Some(other) = rows.of(*node).get(*next) {
                *next += 1;
                let there = *other as usize;
                if met[there] == 0 {
                    count += 1;
                    (met[there], low[there]) = (count, count);
                    branches += u32::from(*node == root);
                    let child = (*other, *node, 0);
                    stack.push(child);
                } else if *other != came_from {
                    low[here] = low[here].min(met[there]);
                }
                continue;
            }
            stack.pop();
            let parent = came_from as usize;
            if here != root as usize {
                low[parent] = low[parent].min(low[here]);
                cut[parent] |= came_from != root && low[here] >= met[parent];
            }
        }
        cut[root as usize] = branches > 1;
    }
    cut
}

/// Lists by number, one behind the other.
#[derive(Debug, Clone, Default)]
pub(super) struct Rows {
    first: Vec<u32>,
    items: Vec<u32>,
}

impl Rows {
    pub fn new(count: usize, pairs: impl Iterator<Item = (u32, u32)> + Clone) -> Rows {
        let mut first = vec![0u32; count + 1];
        for (of, _) in pairs.clone() {
            first[of as usize + 1] += 1;
        }
        for at in 0..count {
            first[at + 1] += first[at];
        }
        let mut next = first.clone();
        let mut items = vec![0u32; first[count] as usize];
        for (of, item) in pairs {
            items[next[of as usize] as usize] = item;
            next[of as usize] += 1;
        }
        Rows { first, items }
    }

    pub fn of(&self, at: u32) -> &[u32] {
        &self.items[self.first[at as usize] as usize..self.first[at as usize + 1] as usize]
    }
}
