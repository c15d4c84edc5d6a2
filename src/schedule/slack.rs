//! How much later each goal may take place before the plan ends later: early and late dates, slack, and what is critical.
//!
//! Moments are days: the first day of a start, the last day of an end or of a milestone. The early ones are the calendar's. The late
//! ones are counted backwards:
//!
//! - no moment comes after the plan's end, which is the last day of the strategy's period, or without one the last day of all the
//!   sheets; what the calendar puts after it stays where it is, with no slack;
//! - a start comes before its end by the length of its sheet: its `duration` where that places it, else the days from its start to its
//!   end; a sheet that takes place around its actions has no length of its own;
//! - a milestone that something waits for, or that waits, keeps its distance to the start and to the end of its sheet;
//! - an action starts no earlier than its goal and ends no later;
//! - what waits comes after what it waits for, delay included, as [`Calendar::possible`] and [`Calendar::awaited`] tell.
//!
//! Where the calendar leaves less than that between two moments (dates that overlap by their grain, or a mistake, which is told), what
//! it leaves is all that is asked: so no slack is less than nothing. A delay in months is taken as the days that it is in the calendar.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use rustc_hash::FxHashMap;

use super::{Calendar, Source};
use crate::language::concepts::goal::milestone;
use crate::plan::{Depend, Entity, EntityId, GoalId, Graph, Moment, Plan};

/// When a sheet may take place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Leeway {
    /// The first day of its start and the last of its end in the calendar; none where that end is not written (`2027-01 ..`).
    pub early: [Option<Date>; 2],
    /// The same, as late as they may be.
    pub late: [Option<Date>; 2],
    /// Days between the early and the late, of its start or its end, whichever are fewer; never negative.
    pub days: i64,
}

/// Indexed by goal; see the head of this file for what is counted.
#[derive(Debug, Clone, Default)]
pub struct Slack {
    of: Vec<Option<Leeway>>,
}

impl Slack {
    /// None for a sheet whose dates are not known, or end before they start; that is in a loop; that is abandoned; or that has
    /// neither a start nor an end of its own (`continuous`).
    pub fn of(&self, goal: GoalId) -> Option<&Leeway> {
        self.of.get(goal.at()).and_then(Option::as_ref)
    }

    /// In days.
    pub fn slack(&self, goal: GoalId) -> Option<i64> {
        self.of(goal).map(|leeway| leeway.days)
    }

    /// Is it known to have no slack?
    pub fn is_critical(&self, goal: GoalId) -> bool {
        self.slack(goal) == Some(0)
    }

    pub fn early_start(&self, goal: GoalId) -> Option<Date> {
        self.of(goal)?.early[0]
    }

    pub fn early_end(&self, goal: GoalId) -> Option<Date> {
        self.of(goal)?.early[1]
    }

    pub fn late_start(&self, goal: GoalId) -> Option<Date> {
        self.of(goal)?.late[0]
    }

    pub fn late_end(&self, goal: GoalId) -> Option<Date> {
        self.of(goal)?.late[1]
    }
}

/// In linear time; asked for by those who need it, not by each check.
pub fn slack(plan: &Plan, graph: &Graph, calendar: &Calendar) -> Slack {
    let moments = Moments::new(plan, graph, calendar);
    let late = moments.late(plan, calendar);
    let of = plan.goal_ids().map(|goal| {
        let nodes = [2 * goal.at(), 2 * goal.at() + 1];
        let early = nodes.map(|node| moments.early[node]);
        let late = nodes.map(|node| late[node]);
        let days = early.iter().zip(late).filter_map(|(early, late)| Some(late? - (*early)?)).min()?;
        Some(Leeway { early: early.map(|day| day.and_then(dated)), late: late.map(|day| day.and_then(dated)), days })
    });
    Slack { of: of.collect() }
}

/// From one moment to one that comes at least so many days later.
struct Edge {
    from: u32,
    to: u32,
    days: i64,
}

/// Starts and ends by goal, `2 * goal` and `2 * goal + 1`, and behind them the milestones that matter.
struct Moments {
    early: Vec<Option<i64>>,
    edges: Vec<Edge>,
    milestones: FxHashMap<EntityId, u32>,
}

impl Moments {
    fn new(plan: &Plan, graph: &Graph, calendar: &Calendar) -> Moments {
        let mut moments = Moments { early: Vec::new(), edges: Vec::new(), milestones: FxHashMap::default() };
        for (id, sheet) in plan.goal_ids().zip(plan.sheets()) {
            let given_up = |sheet: Entity<'_>| sheet.is_abandoned();
            let left_out = graph.knots[id.at()].is_some() || given_up(sheet) || sheet.holder().is_some_and(given_up);
            let slot = calendar.slot(id).filter(|slot| !left_out && !slot.end.before(&slot.start) && slot.start.first <= slot.end.last);
            let closed = |end: usize| slot.filter(|slot| !slot.open[end]);
            moments.early.push(closed(0).map(|slot| number(slot.start.first)));
            moments.early.push(closed(1).map(|slot| number(slot.end.last)));
        }
        for (id, sheet) in plan.goal_ids().zip(plan.sheets()) {
            let [start, end] = [2 * id.0, 2 * id.0 + 1];
            if let Some(holder) = sheet.holder().map(|holder| holder.goal_id()) {
                moments.edge(2 * holder.0, start, Some(0));
                moments.edge(end, 2 * holder.0 + 1, Some(0));
            }
            moments.edge(start, end, length(sheet, calendar));
            for depend in sheet.depends() {
                moments.depend(id, &depend, calendar);
            }
        }
        moments
    }

    /// `days`: none where nothing is asked. Never more than there are.
    fn edge(&mut self, from: u32, to: u32, days: Option<i64>) {
        let early = |node: u32| self.early[node as usize];
        if let (Some(days), Some(first), Some(then)) = (days, early(from), early(to)) {
            self.edges.push(Edge { from, to, days: days.min(then - first) });
        }
    }

    /// The node of a milestone, held to its sheet when it is first met.
    fn milestone(&mut self, milestone: Entity<'_>) -> Option<u32> {
        if let Some(node) = self.milestones.get(&milestone.id) {
            return Some(*node);
        }
        let sheet = milestone.parent()?.goal_id();
        let day = number(milestone.is_given(milestone::ON)?.last);
        let [start, end] = [2 * sheet.0, 2 * sheet.0 + 1];
        // Of a sheet that is left out nothing is counted.
        if self.early[start as usize].is_none() && self.early[end as usize].is_none() {
            return None;
        }
        let node = self.early.len() as u32;
        self.early.push(Some(day));
        self.milestones.insert(milestone.id, node);
        self.edge(start, node, Some(i64::MAX));
        self.edge(node, end, Some(i64::MAX));
        Some(node)
    }

    fn depend(&mut self, id: GoalId, depend: &Depend<'_>, calendar: &Calendar) -> Option<()> {
        // Both are met, whatever is known of the other.
        let from = match depend.is_milestone() {
            true => self.milestone(depend.on),
            false => Some(2 * depend.on.goal_id().0 + u32::from(!depend.start)),
        };
        let to = match depend.waits {
            Moment::Start => Some(2 * id.0),
            Moment::End => Some(2 * id.0 + 1),
            Moment::Milestone(own) => self.milestone(own),
        };
        let (from, to) = (from?, to?);
        let due = match depend.waits {
            Moment::Start => calendar.possible(depend)?,
            Moment::End | Moment::Milestone(_) => calendar.awaited(depend)?.last,
        };
        let early = self.early[from as usize]?;
        self.edge(from, to, Some(number(due) - early));
        Some(())
    }

    /// Each moment after all that comes behind it, from the plan's end backwards.
    fn late(&self, plan: &Plan, calendar: &Calendar) -> Vec<Option<i64>> {
        let whole = plan.period().map(|period| number(period.end.last));
        let last = || plan.goal_ids().filter_map(|goal| calendar.slot(goal)).map(|slot| number(slot.end.last)).max();
        let end = whole.or_else(last).unwrap_or(i64::MIN);
        let mut late: Vec<Option<i64>> = self.early.iter().map(|early| early.map(|early| early.max(end))).collect();
        let mut waiting = vec![0u32; late.len()];
        let mut first = vec![0u32; late.len() + 1];
        for edge in &self.edges {
            waiting[edge.from as usize] += 1;
            first[edge.to as usize + 1] += 1;
        }
        for at in 0..late.len() {
            first[at + 1] += first[at];
        }
        let mut into = vec![0u32; self.edges.len()];
        let mut next = first.clone();
        for (at, edge) in (0u32..).zip(&self.edges) {
            into[next[edge.to as usize] as usize] = at;
            next[edge.to as usize] += 1;
        }
        let mut ready: Vec<u32> = (0u32..).zip(&waiting).filter(|(_, count)| **count == 0).map(|(node, _)| node).collect();
        let mut done = 0;
        while let Some(node) = ready.pop() {
            done += 1;
            for at in &into[first[node as usize] as usize..first[node as usize + 1] as usize] {
                let edge = &self.edges[*at as usize];
                let from = edge.from as usize;
                let least = late[edge.to as usize].map(|late| late.saturating_sub(edge.days));
                late[from] = late[from].min(least);
                waiting[from] -= 1;
                if waiting[from] == 0 {
                    ready.push(edge.from);
                }
            }
        }
        debug_assert!(done == late.len(), "what is in a loop was left out");
        late
    }
}

/// The days from a sheet's start to its end that it needs.
fn length(sheet: Entity<'_>, calendar: &Calendar) -> Option<i64> {
    let slot = calendar.slot(sheet.goal_id())?;
    match slot.source {
        Source::Given => Some(i64::MAX),
        Source::Placed => sheet.duration().is().map(|duration| number(duration.after(slot.start.first)) - 1 - number(slot.start.first)),
        Source::Actions => Some(0),
    }
}

const ORIGIN: Date = date(1970, 1, 1);

fn number(day: Date) -> i64 {
    day.duration_since(ORIGIN).as_hours() / 24
}

fn dated(number: i64) -> Option<Date> {
    ORIGIN.checked_add(number.days()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::testing::goals;

    fn days(text: &str) -> Vec<Option<i64>> {
        let plan = goals(text);
        let slack = slack(&plan.plan, &plan.graph, &plan.calendar);
        plan.plan.goal_ids().map(|goal| slack.slack(goal)).collect()
    }

    #[test]
    fn a_chain_shares_the_time_that_is_left() {
        // The strategy ends on 31 March 2032.
        let chain = "goal a \"A\" {\nperiod 2027\n}\ngoal b \"B\" {\nperiod 2028-02-01 .. 2032-03-01\ndepends on a\n}";
        assert_eq!(days(chain), [Some(61), Some(30)]);
        let tight = "goal a \"A\" {\nperiod 2027\n}\ngoal b \"B\" {\nperiod 2028-01 .. 2032-03\ndepends on a\n}";
        assert_eq!(days(tight), [Some(0), Some(0)]);
        let delayed = "goal a \"A\" {\nperiod 2027\n}\ngoal b \"B\" {\nperiod 2028-03-01 .. 2032-03-31\ndepends on a + 1 month\n}";
        assert_eq!(days(delayed), [Some(29), Some(0)]);
    }

    #[test]
    fn what_has_no_dates_or_no_end_of_its_own() {
        assert_eq!(days("goal a \"A\""), [None]);
        assert_eq!(days("goal a \"A\" {\nperiod continuous\n}"), [None]);
        assert_eq!(days("goal a \"A\" {\nperiod 2032-03-01 ..\n}"), [Some(30)]);
        assert_eq!(days("goal a \"A\" {\nperiod 2033\n}"), [Some(0)], "after the end of all");
        let knot = "goal a \"A\" {\nperiod 2027\ndepends on b\n}\ngoal b \"B\" {\nperiod 2028\ndepends on a\n}";
        assert_eq!(days(knot), [None, None]);
    }

    #[test]
    fn an_action_stays_within_its_goal_and_a_milestone_keeps_its_place() {
        let within = "goal a \"A\" {\nperiod 2031 .. 2032-03-31\naction c \"C\" {\nperiod 2031-01-01 .. 2032-03-11\n}\n}";
        assert_eq!(days(within), [Some(0), Some(20)]);
        let milestone = "goal a \"A\" {\nperiod 2027\nmilestone m \"M\" on 2027-06-30\n}\ngoal b \"B\" {\nperiod 2027-07-11 .. 2032-03-31\ndepends on a.m\n}";
        assert_eq!(days(milestone), [Some(10), Some(0)]);
    }
}
