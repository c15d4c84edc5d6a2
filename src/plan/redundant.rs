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
        Search { edges, into, level, dead, delayed: delays.collect(), reached: vec![u32::MAX; goals.len()], allowance: STEPS * edges.len() }
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
        let floor = wanted.iter().map(|(from, _)| self.level[*from as usize]).min().unwrap_or(0);
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
        let again = |(from, link): &&(u32, Link)| self.reached[*from as usize] == moment || strongest[from].3 != *link;
        found.extend(wanted.iter().filter(again).map(|(_, link)| *link));
    }
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
