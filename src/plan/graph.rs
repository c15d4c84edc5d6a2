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
    /// Does the order hold still, whatever these sheets wait for now? The sheets of the plan are those of before, and all others wait for
    /// what they waited for. Where it would have to look further, it says no.
    pub fn holds(&self, plan: &Plan, mut sheets: impl Iterator<Item = GoalId>) -> bool {
        if !self.cycles.is_empty() || self.order.len() != 2 * plan.goals.len() {
            return false;
        }
        let mut places = vec![0u32; self.order.len()];
        for (at, (goal, end)) in (0u32..).zip(&self.order) {
            places[2 * goal.at() + usize::from(*end)] = at;
        }
        let (start, end) = (|goal: GoalId| places[2 * goal.at()], |goal: GoalId| places[2 * goal.at() + 1]);
        sheets.all(|id| {
            let sheet = plan.goal(id);
            let within = sheet.holder().map(|holder| holder.goal_id()).is_none_or(|of| start(of) < start(id) && end(id) < end(of));
            within
                && start(id) < end(id)
                && sheet.depends().all(|depend| {
                    let of = depend.goal();
                    let waits_itself = |other: Depend<'_>| matches!(other.waits, Moment::Milestone(own) if own.id == depend.on.id);
                    let from = match depend.is_milestone() {
                        true if of.depends().any(waits_itself) => return false,
                        true => start(of.goal_id()),
                        false if depend.start => start(of.goal_id()),
                        false => end(of.goal_id()),
                    };
                    match depend.waits {
                        Moment::Start => from < start(id),
                        Moment::End => from < end(id),
                        Moment::Milestone(_) => false,
                    }
                })
        })
    }
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
