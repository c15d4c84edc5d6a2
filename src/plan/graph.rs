//! The order that dependencies impose. The only place that knows petgraph.
//!
//! Nodes are moments, not goals: the start and the end of each goal, and its milestones. Then "depends on a milestone",
//! "depends on the start", and "an action lies within its goal" are all plain edges, and a cycle of moments is a true
//! contradiction, never a false alarm.

use petgraph::algo::{kosaraju_scc, toposort};
use petgraph::graph::{DiGraph, EdgeIndex, NodeIndex};
use petgraph::visit::EdgeRef;

use rustc_hash::{FxHashMap, FxHashSet};

use super::model::{GoalId, Plan};
use super::store::EntityId;
use super::view::{Depend, Moment};

/// Why one moment comes after another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Link {
    /// The goal's dependency with that number.
    Depends(GoalId, u32),
    /// An action starts and ends within its goal; a milestone and the end come after the start.
    Within(GoalId),
}

/// One loop, as links in the order in which each waits for the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cycle {
    pub links: Vec<Link>,
    /// The goals on the way; the first is not repeated at the end.
    pub goals: Vec<GoalId>,
    /// How many goals are tied up in this knot, those of other loops included.
    pub knot: usize,
}

#[derive(Debug, Clone, Default)]
pub struct Graph {
    /// Every start and end of a goal after all that it waits for; those of a knot stand in some order.
    pub order: Vec<(GoalId, bool)>,
    pub cycles: Vec<Cycle>,
    /// For each goal the number of its knot, if it is in one.
    pub knots: Vec<Option<u32>>,
}

impl Graph {
    /// The order of before, kept for the plan as it is now. `now`: what a goal or action of before is now; `sheets`: those that are new, and
    /// those that may wait for something else than before. Nothing where the order does not hold, or where it would have to look further.
    pub fn follow(&self, plan: &Plan, now: impl Fn(GoalId) -> Option<GoalId>, sheets: impl Iterator<Item = GoalId>) -> Option<Graph> {
        if !self.cycles.is_empty() {
            return None;
        }
        let kept: Vec<(GoalId, bool)> = self.order.iter().filter_map(|(goal, end)| Some((now(*goal)?, *end))).collect();
        let mut places = vec![u32::MAX; 2 * plan.goals.len()];
        for (at, (goal, end)) in (0u32..).zip(&kept) {
            places[moment(*goal, *end) as usize] = at;
        }
        // What is new is numbered behind what is kept.
        let (old, mut fresh) = (kept.len() as u32, DiGraph::<u32, (), u32>::default());
        for (new, place) in (0u32..).zip(&mut places).filter(|(_, place)| **place == u32::MAX) {
            *place = old + fresh.add_node(new).index() as u32;
        }
        // Of each that is new: behind how many of those kept it comes at least. And which of those kept wait for it.
        let (mut behind, mut awaited) = (vec![0u32; fresh.node_count()], Vec::new());
        for sheet in sheets {
            for (from, to) in waits_of(plan, sheet)? {
                let (from, to) = (places[from as usize], places[to as usize]);
                let node = |place: u32| NodeIndex::new((place - old) as usize);
                match (from < old, to < old) {
                    (true, true) if from >= to => return None,
                    (true, true) => {}
                    (true, false) => behind[node(to).index()] = behind[node(to).index()].max(from + 1),
                    (false, true) => awaited.push((node(from), to)),
                    (false, false) => drop(fresh.add_edge(node(from), node(to), ())),
                }
            }
        }
        let mut news = toposort(&fresh, None).ok()?;
        for new in &news {
            for next in fresh.neighbors(*new) {
                behind[next.index()] = behind[next.index()].max(behind[new.index()]);
            }
        }
        if awaited.iter().any(|(new, by)| behind[new.index()] > *by) {
            return None;
        }
        news.sort_by_key(|new| behind[new.index()]);
        let (mut order, mut at) = (Vec::with_capacity(places.len()), 0);
        for new in news {
            let next = behind[new.index()] as usize;
            order.extend_from_slice(&kept[at..next]);
            order.push((GoalId(fresh[new] / 2), fresh[new] % 2 == 1));
            at = next;
        }
        order.extend_from_slice(&kept[at..]);
        Some(Graph { order, cycles: Vec::new(), knots: vec![None; plan.goals.len()] })
    }
}

/// The number of a goal's start or end among the moments.
fn moment(goal: GoalId, end: bool) -> u32 {
    2 * goal.0 + u32::from(end)
}

/// What of a sheet comes after what, without the milestones, which stand between the two. Nothing where a milestone waits for something of
/// its own.
fn waits_of(plan: &Plan, id: GoalId) -> Option<Vec<(u32, u32)>> {
    let sheet = plan.goal(id);
    let mut waits = vec![(moment(id, false), moment(id, true))];
    if let Some(holder) = sheet.holder().map(|holder| holder.goal_id()) {
        waits.extend([(moment(holder, false), moment(id, false)), (moment(id, true), moment(holder, true))]);
    }
    for depend in sheet.depends() {
        let of = depend.goal();
        let waits_itself = |other: Depend<'_>| matches!(other.waits, Moment::Milestone(own) if own.id == depend.on.id);
        if depend.is_milestone() && of.depends().any(waits_itself) {
            return None;
        }
        let from = moment(of.goal_id(), !depend.start && !depend.is_milestone());
        match depend.waits {
            Moment::Start => waits.push((from, moment(id, false))),
            Moment::End => waits.push((from, moment(id, true))),
            Moment::Milestone(_) => return None,
        }
    }
    Some(waits)
}

/// In: a plan. Out: its order and one shortest cycle for each knot.
pub fn graph(plan: &Plan) -> Graph {
    let moments = Moments::new(plan);
    let mut graph = Graph { knots: vec![None; plan.goals.len()], ..Graph::default() };
    match toposort(&moments.graph, None) {
        Ok(order) => graph.order = order.into_iter().filter_map(|node| moments.end_of(node)).collect(),
        Err(_) => {
            // Kosaraju: an explicit stack; Tarjan's recursion would overflow on a long chain.
            let mut groups = kosaraju_scc(&moments.graph);
            groups.reverse();
            let mut group_of = vec![0u32; moments.graph.node_count()];
            for (at, group) in groups.iter().enumerate() {
                for node in group {
                    group_of[node.index()] = at as u32;
                }
            }
            for mut group in groups {
                group.sort();
                graph.order.extend(group.iter().filter_map(|node| moments.end_of(*node)));
                // A moment that waits for itself is a loop too.
                if group.len() > 1 || group.iter().any(|node| moments.graph.find_edge(*node, *node).is_some()) {
                    let knot = graph.cycles.len() as u32;
                    for node in &group {
                        graph.knots[moments.goal_of(*node).at()] = Some(knot);
                    }
                    graph.cycles.push(moments.shortest_cycle(&group, &group_of));
                }
            }
        }
    }
    graph
}

/// The moments of a plan without petgraph: how many, which comes before which and why, and the goal of each.
pub(super) fn moments(plan: &Plan) -> (Vec<GoalId>, Vec<(u32, u32, Link)>) {
    let moments = Moments::new(plan);
    let goals = moments.graph.node_indices().map(|node| moments.goal_of(node)).collect();
    let edges = moments.graph.edge_references();
    (goals, edges.map(|edge| (edge.source().index() as u32, edge.target().index() as u32, *edge.weight())).collect())
}

/// The strongly connected groups of a graph, each after those that edges come to it from.
pub(super) fn groups(nodes: usize, edges: impl Iterator<Item = (u32, u32)>) -> Vec<Vec<u32>> {
    let mut graph: DiGraph<(), (), u32> = DiGraph::with_capacity(nodes, edges.size_hint().0);
    for _ in 0..nodes {
        graph.add_node(());
    }
    graph.extend_with_edges(edges.map(|(from, to)| (NodeIndex::new(from as usize), NodeIndex::new(to as usize))));
    match toposort(&graph, None) {
        Ok(order) => order.into_iter().map(|node| vec![node.index() as u32]).collect(),
        Err(_) => {
            let groups = kosaraju_scc(&graph).into_iter().rev();
            groups.map(|group| group.into_iter().map(|node| node.index() as u32).collect()).collect()
        }
    }
}

struct Moments {
    graph: DiGraph<(), Link, u32>,
    goals: usize,
    /// The goal of each milestone node, from the node `2 * goals` on.
    milestones: Vec<GoalId>,
}

impl Moments {
    fn new(plan: &Plan) -> Moments {
        let goals = plan.goals.len();
        let start = |goal: GoalId| NodeIndex::new(2 * goal.at());
        let end = |goal: GoalId| NodeIndex::new(2 * goal.at() + 1);
        let waits: Vec<(GoalId, Depend<'_>)> =
            plan.goal_ids().zip(plan.sheets()).flat_map(|(id, goal)| goal.depends().map(move |on| (id, on))).collect();
        // A milestone that waits for nothing, and that nothing waits for, changes no order.
        let own = |depend: &Depend<'_>| match depend.waits {
            Moment::Milestone(milestone) => Some(milestone.id),
            Moment::Start | Moment::End => None,
        };
        let mut awaited: Vec<EntityId> = waits.iter().filter(|(_, depend)| depend.is_milestone()).map(|(_, depend)| depend.on.id).collect();
        awaited.extend(waits.iter().filter_map(|(_, depend)| own(depend)));
        awaited.sort_unstable();
        awaited.dedup();
        let milestones: Vec<GoalId> = awaited.iter().filter_map(|id| plan.goal_of(*id)).map(|goal| goal.goal_id()).collect();
        let mut graph = DiGraph::with_capacity(2 * goals + milestones.len(), 2 * goals + waits.len());
        for _ in 0..2 * goals + milestones.len() {
            graph.add_node(());
        }
        for (id, goal) in plan.goal_ids().zip(plan.sheets()) {
            graph.add_edge(start(id), end(id), Link::Within(id));
            if let Some(holder) = goal.holder().map(|holder| holder.goal_id()) {
                graph.add_edge(start(holder), start(id), Link::Within(id));
                graph.add_edge(end(id), end(holder), Link::Within(id));
            }
        }
        for (at, goal) in milestones.iter().enumerate() {
            graph.add_edge(start(*goal), NodeIndex::new(2 * goals + at), Link::Within(*goal));
            graph.add_edge(NodeIndex::new(2 * goals + at), end(*goal), Link::Within(*goal));
        }
        for (id, depend) in waits {
            let from = match awaited.binary_search(&depend.on.id) {
                Ok(at) => NodeIndex::new(2 * goals + at),
                Err(_) if depend.start => start(depend.goal().goal_id()),
                Err(_) => end(depend.goal().goal_id()),
            };
            let to = match own(&depend).map(|own| awaited.binary_search(&own)) {
                Some(Ok(at)) => NodeIndex::new(2 * goals + at),
                Some(Err(_)) => continue,
                None if matches!(depend.waits, Moment::End) => end(id),
                None => start(id),
            };
            graph.add_edge(from, to, Link::Depends(id, depend.at));
        }
        Moments { graph, goals, milestones }
    }

    fn goal_of(&self, node: NodeIndex) -> GoalId {
        let at = node.index();
        if at < 2 * self.goals { GoalId(at as u32 / 2) } else { self.milestones[at - 2 * self.goals] }
    }

    /// Which goal's start or end (true) it is; none for a milestone.
    fn end_of(&self, node: NodeIndex) -> Option<(GoalId, bool)> {
        (node.index() < 2 * self.goals).then(|| (self.goal_of(node), node.index() % 2 == 1))
    }

    /// A shortest cycle of one strongly connected group; of its first nodes, as far as a few looks at the whole of it go.
    fn shortest_cycle(&self, group: &[NodeIndex], group_of: &[u32]) -> Cycle {
        let mut best: Option<Vec<EdgeIndex>> = None;
        let mut allowance = 4 * group.len() + 10_000;
        for root in group {
            let limit = best.as_ref().map_or(usize::MAX, Vec::len);
            if let Some(path) = self.cycle_from(*root, group_of, limit, &mut allowance) {
                best = Some(path);
            }
            if allowance == 0 {
                break;
            }
        }
        // Edges run from what comes first to what waits; people read "waits for".
        let links: Vec<Link> = best.unwrap_or_default().into_iter().rev().map(|edge| self.graph[edge]).collect();
        let waiting = |link: &Link| match *link {
            Link::Depends(goal, _) => Some(goal),
            Link::Within(_) => None,
        };
        let mut seen: FxHashSet<GoalId> = FxHashSet::default();
        let mut goals: Vec<GoalId> = links.iter().filter_map(waiting).filter(|goal| seen.insert(*goal)).collect();
        // The loop is told from its first goal in the text.
        let first = goals.iter().enumerate().min_by_key(|(_, goal)| **goal).map_or(0, |(at, _)| at);
        goals.rotate_left(first);
        let mut knot: Vec<GoalId> = group.iter().map(|node| self.goal_of(*node)).collect();
        knot.dedup();
        Cycle { links, goals, knot: knot.len() }
    }

    /// Breadth first from `root` back to it, within a group; `None` when it is not shorter than `limit`, or the allowance is
    /// used up and some cycle is known.
    fn cycle_from(&self, root: NodeIndex, group_of: &[u32], limit: usize, allowance: &mut usize) -> Option<Vec<EdgeIndex>> {
        let mut reached: FxHashMap<NodeIndex, (EdgeIndex, usize)> = FxHashMap::default();
        let mut queue = std::collections::VecDeque::from([(root, 0)]);
        while let Some((node, steps)) = queue.pop_front() {
            *allowance = allowance.saturating_sub(1);
            if steps + 1 >= limit || (*allowance == 0 && limit < usize::MAX) {
                return None;
            }
            for edge in self.graph.edges(node) {
                let next = edge.target();
                if group_of[next.index()] != group_of[root.index()] {
                    continue;
                }
                if next == root {
                    let mut path = vec![edge.id()];
                    let mut at = node;
                    while at != root {
                        let (through, _) = reached[&at];
                        path.push(through);
                        at = self.graph.edge_endpoints(through)?.0;
                    }
                    path.reverse();
                    return Some(path);
                }
                reached.entry(next).or_insert_with(|| {
                    queue.push_back((next, steps + 1));
                    (edge.id(), steps + 1)
                });
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::{moment, moments};
    use crate::analysis::Live;
    use crate::load::Memory;

    /// A quote or a brace swallows the goals behind it, and gives them back: the order that is kept is one of the plan as it is.
    #[test]
    fn an_order_that_is_kept_is_an_order() {
        let mut files = crate::sample::sample(60, 3).files();
        let axes = files.pop().expect("axes").1;
        let start = files.remove(0).1.replace("use \"axes/000.dsl\"\n", "") + &axes;
        let mut live = Live::new(&Memory::one(start.as_str()), Memory::root());
        let mut seed = 5u64;
        let mut below = |most: usize| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) as usize % most
        };
        let (mut text, mut in_order) = (start.clone(), 0);
        for number in 0..600 {
            match number % 3 {
                2 => text = start.clone(),
                _ => {
                    let lines: Vec<&str> = text.lines().collect();
                    let at: usize = lines[..below(lines.len())].iter().map(|line| line.len() + 1).sum();
                    let put = ["\"", "{", "}", "goal n \"N\" { depends on g000007 }\n", "depends on g000050, g000021\n", "//"][below(6)];
                    text.insert_str(at, put);
                }
            }
            live.refresh(&Memory::one(text.as_str()));
            let (plan, graph) = (&live.analysis.plan, &live.analysis.graph);
            let mut places = vec![usize::MAX; 2 * plan.goals.len()];
            for (at, (goal, end)) in graph.order.iter().enumerate() {
                places[moment(*goal, *end) as usize] = at;
            }
            assert_eq!((graph.order.len(), graph.knots.len()), (places.len(), plan.goals.len()), "change {number}");
            assert!(!places.contains(&usize::MAX), "change {number}: a goal is not in the order");
            if !graph.cycles.is_empty() {
                continue;
            }
            in_order += 1;
            let (_, edges) = moments(plan);
            let place = |node: u32| places.get(node as usize).copied();
            for (from, to, link) in &edges {
                // What waits for a milestone waits for what the milestone waits for.
                let befores: Vec<u32> = match place(*from) {
                    Some(_) => vec![*from],
                    None => edges.iter().filter(|(_, other, _)| other == from).map(|(before, ..)| *before).collect(),
                };
                for (before, after) in befores.into_iter().filter_map(place).zip(std::iter::repeat(place(*to))) {
                    assert!(after.is_none_or(|after| before < after), "change {number}: {link:?} is not in order");
                }
            }
        }
        assert!(in_order > 300, "{in_order} plans without a loop");
    }
}
