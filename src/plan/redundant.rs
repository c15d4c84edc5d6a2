//! Dependencies that say nothing more: what waits comes after that moment by another way. It is looked for among moments, starts, ends
//! and milestones, since a sheet that waits for another's start does not wait for its end.

use rustc_hash::{FxHashMap, FxHashSet};

use super::graph::{Graph, Link};
use super::model::{GoalId, Plan};
use super::reach::Rows;

/// Steps of the search, for each edge of the graph, before it is given up.
const STEPS: usize = 50;

/// `goals`: whose each moment is. `edges`: which moment comes before which, and why.
pub fn redundant(plan: &Plan, graph: &Graph, goals: &[GoalId], edges: &[(u32, u32, Link)]) -> FxHashSet<Link> {
    let mut search = Search::new(plan, graph, goals, edges);
    let mut found = FxHashSet::default();
    for moment in 0..goals.len() as u32 {
        search.at(moment, &mut found);
    }
    found
}

struct Search<'e> {
    edges: &'e [(u32, u32, Link)],
    /// By number, the edges that come to each moment.
    into: Rows,
    /// How many moments follow each other before each, at most.
    level: Vec<u32>,
    /// The moments as a tree, each below the one before it that has most before itself: when each is entered and left on a walk
    /// through it. What is above another in the tree comes before it, and that is known at once.
    walk: Vec<(u32, u32)>,
    /// It leads nowhere: its sheet is in a loop, or abandoned.
    dead: Vec<bool>,
    /// It has a delay.
    delayed: FxHashSet<Link>,
    /// At which moment's search each was reached last.
    reached: Vec<u32>,
    allowance: usize,
}

impl<'e> Search<'e> {
    fn new(plan: &Plan, graph: &Graph, goals: &[GoalId], edges: &'e [(u32, u32, Link)]) -> Search<'e> {
        let gone = |goal: GoalId| {
            let sheet = plan.goal(goal);
            graph.knots[goal.at()].is_some() || sheet.is_abandoned() || sheet.holder().is_some_and(|holder| holder.is_abandoned())
        };
        let gone: Vec<bool> = plan.goal_ids().map(gone).collect();
        let dead: Vec<bool> = goals.iter().map(|goal| gone[goal.at()]).collect();
        let delays = plan.goal_ids().zip(plan.sheets()).flat_map(|(id, sheet)| {
            sheet.depends().filter(|depend| depend.delay.is_some()).map(move |depend| Link::Depends(id, depend.at))
        });
        let into = Rows::new(goals.len(), (0u32..).zip(edges).map(|(at, (_, to, _))| (*to, at)));
        let level = levels(goals.len(), edges, &dead);
        let walk = walk(edges, &into, &level, &dead);
        Search {
            edges,
            into,
            level,
            walk,
            dead,
            delayed: delays.collect(),
            reached: vec![u32::MAX; goals.len()],
            allowance: STEPS * edges.len(),
        }
    }

    /// The dependencies by which a moment waits for another that it comes after anyway.
    fn at(&mut self, moment: u32, found: &mut FxHashSet<Link>) {
        let into = self.into.of(moment).iter().map(|at| &self.edges[*at as usize]);
        let before: Vec<(u32, Link)> = into.map(|(from, _, link)| (*from, *link)).collect();
        let candidate =
            |(from, link): &&(u32, Link)| matches!(link, Link::Depends(..)) && !self.delayed.contains(link) && !self.dead[*from as usize];
        let wanted: Vec<(u32, Link)> = before.iter().filter(candidate).copied().collect();
        if wanted.is_empty() || before.len() < 2 || self.dead[moment as usize] {
            return;
        }
        // The same moment, waited for twice: the first says it, or one with a delay.
        let mut strongest: FxHashMap<u32, (bool, bool, std::cmp::Reverse<u32>, Link)> = FxHashMap::default();
        for (from, link) in &before {
            let number = match link {
                Link::Depends(_, at) => *at,
                Link::Within(_) => 0,
            };
            let strength = (self.delayed.contains(link), matches!(link, Link::Within(_)), std::cmp::Reverse(number));
            let best = strongest.entry(*from).or_insert((strength.0, strength.1, strength.2, *link));
            if strength > (best.0, best.1, best.2) {
                *best = (strength.0, strength.1, strength.2, *link);
            }
        }
        let again = |(from, link): &(u32, Link)| strongest[from].3 != *link;
        let (known, mut wanted): (Vec<_>, Vec<_>) = wanted.into_iter().partition(|one| again(one) || self.is_above(one.0, &before));
        found.extend(known.into_iter().map(|(_, link)| link));
        let Some(floor) = wanted.iter().map(|(from, _)| self.level[*from as usize]).min() else { return };
        let mut open: Vec<u32> = before.iter().map(|(from, _)| *from).filter(|from| !self.dead[*from as usize]).collect();
        while let Some(node) = open.pop() {
            let into = self.into.of(node);
            if into.len() > self.allowance {
                self.allowance = 0;
                return;
            }
            self.allowance -= into.len();
            for at in into {
                let from = self.edges[*at as usize].0;
                let known = std::mem::replace(&mut self.reached[from as usize], moment) == moment;
                if !known && self.level[from as usize] > floor && !self.dead[from as usize] {
                    open.push(from);
                }
            }
        }
        wanted.retain(|(from, _)| self.reached[*from as usize] == moment);
        found.extend(wanted.into_iter().map(|(_, link)| link));
    }

    /// Is it above one of some moments in the tree? The first few are looked at.
    fn is_above(&self, moment: u32, below: &[(u32, Link)]) -> bool {
        const LOOKED_AT: usize = 16;
        let (enter, leave) = self.walk[moment as usize];
        let inside = |other: u32| other != moment && !self.dead[other as usize] && (enter..leave).contains(&self.walk[other as usize].0);
        below.iter().take(LOOKED_AT).any(|(other, _)| inside(*other))
    }
}

/// When each moment is entered and left on a walk through the tree; what is dead is in no tree.
fn walk(edges: &[(u32, u32, Link)], into: &Rows, level: &[u32], dead: &[bool]) -> Vec<(u32, u32)> {
    let moments = level.len() as u32;
    let alive = |node: u32| !dead[node as usize];
    let parent = |node: u32| {
        let before = into.of(node).iter().map(|at| edges[*at as usize].0).filter(|from| alive(*from));
        before.max_by_key(|from| level[*from as usize]).filter(|_| alive(node))
    };
    let parents: Vec<(u32, u32)> = (0..moments).filter_map(|node| Some((parent(node)?, node))).collect();
    let children = Rows::new(level.len(), parents.iter().copied());
    let mut is_root = vec![true; level.len()];
    parents.iter().for_each(|(_, node)| is_root[*node as usize] = false);
    let mut walk = vec![(0, 0); level.len()];
    let mut clock = 0;
    for root in (0..moments).filter(|node| is_root[*node as usize]) {
        let mut open = vec![(root, false)];
        while let Some((node, done)) = open.pop() {
            if done {
                walk[node as usize].1 = clock;
                continue;
            }
            walk[node as usize].0 = clock;
            clock += 1;
            open.push((node, true));
            open.extend(children.of(node).iter().map(|child| (*child, false)));
        }
    }
    walk
}

/// The longest way to each moment from those that nothing comes before. What is dead has none, and none leads through it.
fn levels(moments: usize, edges: &[(u32, u32, Link)], dead: &[bool]) -> Vec<u32> {
    let alive = || edges.iter().filter(|(from, to, _)| !dead[*from as usize] && !dead[*to as usize]);
    let out = Rows::new(moments, alive().map(|(from, to, _)| (*from, *to)));
    let mut waiting = vec![0u32; moments];
    alive().for_each(|(_, to, _)| waiting[*to as usize] += 1);
    let mut ready: Vec<u32> = (0..moments as u32).filter(|moment| waiting[*moment as usize] == 0).collect();
    let mut level = vec![0u32; moments];
    while let Some(moment) = ready.pop() {
        for next in out.of(moment) {
            let at = *next as usize;
            level[at] = level[at].max(level[moment as usize] + 1);
            waiting[at] -= 1;
            if waiting[at] == 0 {
                ready.push(*next);
            }
        }
    }
    level
}
