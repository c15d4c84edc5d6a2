//! L4. When each goal takes place: as written, or placed after what it depends on, or around its actions.
//! Invariant: no clock; a goal in a loop of dependencies keeps only the dates that it was given.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::plan::{Anchor, Depend, Goal, GoalId, Grain, Graph, Plan, Target, TimeUnit, When};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// Its own `period`.
    Given,
    /// Its `duration`, after what it depends on.
    Placed,
    /// From its first action to its last.
    Actions,
}

/// The first and the last moment of a goal, as precisely as they are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    pub start: When,
    pub end: When,
    pub source: Source,
}

/// Indexed by goal.
#[derive(Debug, Clone, Default)]
pub struct Calendar {
    slots: Vec<Option<Slot>>,
}

impl Calendar {
    pub fn slot(&self, goal: GoalId) -> Option<&Slot> {
        self.slots.get(goal.at()).and_then(Option::as_ref)
    }

    /// The moment that a dependency waits for, its delay included.
    pub fn awaited(&self, plan: &Plan, depend: &Depend) -> Option<When> {
        let moment = match (depend.on, depend.anchor) {
            (Target::Milestone(goal, at), _) => plan.goal(goal).sheet.milestones.get(at as usize)?.on.get()?.0,
            (Target::Goal(goal), Anchor::Start) => self.slot(goal)?.start,
            (Target::Goal(goal), Anchor::End) => self.slot(goal)?.end,
        };
        match depend.delay {
            // A year shifted by months is a year no more: it is told by its first day.
            Some(delay) => {
                let whole = match delay.unit {
                    TimeUnit::Year => true,
                    TimeUnit::Month => moment.grain == Grain::Month,
                    TimeUnit::Week | TimeUnit::Day => false,
                };
                let grain = if whole { moment.grain } else { Grain::Day };
                Some(When { first: delay.after(moment.first), last: delay.after(moment.last), grain })
            }
            None => Some(moment),
        }
    }
}

pub fn schedule(plan: &Plan, graph: &Graph) -> Calendar {
    let mut calendar = Calendar { slots: vec![None; plan.goals.len()] };
    for (at, goal) in plan.goals.iter().enumerate() {
        if let Some(period) = goal.sheet.period.get() {
            calendar.slots[at] = Some(Slot { start: period.start, end: period.end, source: Source::Given });
        }
    }
    // Goals come after all that they wait for, and after their actions: one pass is enough.
    for &id in &graph.order {
        if calendar.slots[id.at()].is_none() && graph.knots[id.at()].is_none() {
            let goal = plan.goal(id);
            calendar.slots[id.at()] = placed(plan, &calendar, goal).or_else(|| around_actions(&calendar, goal));
        }
    }
    calendar
}

fn placed(plan: &Plan, calendar: &Calendar, goal: &Goal) -> Option<Slot> {
    let duration = goal.sheet.duration.get()?.value;
    let parent = goal.parent.and_then(|parent| plan.goal(parent).sheet.period.get()).map(|period| period.start.first);
    let earliest = parent.or(plan.period().map(|period| period.start.first));
    let after = |depend: &Depend| -> Option<Date> {
        let awaited = calendar.awaited(plan, depend)?;
        // The day after an end; the same day for a start.
        match (depend.on, depend.anchor) {
            (Target::Goal(_), Anchor::Start) => Some(awaited.first),
            _ => awaited.last.checked_add(1.day()).ok(),
        }
    };
    let start = goal.depends.iter().filter_map(after).chain(earliest).max()?;
    let end = duration.after(start).checked_sub(1.day()).ok()?.max(start);
    Some(Slot { start: When::day(start), end: When::day(end), source: Source::Placed })
}

fn around_actions(calendar: &Calendar, goal: &Goal) -> Option<Slot> {
    let slots = || goal.actions.iter().filter_map(|action| calendar.slot(*action));
    let start = slots().map(|slot| slot.start).min_by_key(|when| when.first)?;
    let end = slots().map(|slot| slot.end).max_by_key(|when| when.last)?;
    Some(Slot { start, end, source: Source::Actions })
}
