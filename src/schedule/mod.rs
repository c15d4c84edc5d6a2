//! L4. When each goal takes place: as written, or placed after what it depends on, or around its actions.
//! Invariant: no clock; a goal in a loop of dependencies keeps only the dates that it was given.

use std::ops::Range;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::language::concepts::goal::milestone;
use crate::language::concepts::strategy;
use crate::plan::{Depend, Entity, GoalId, Grain, Graph, Plan, TimeUnit, When};

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
    /// The goals `old` were, and `new` are instead; what the others say themselves is as it was.
    pub fn follow(&self, plan: &Plan, graph: &Graph, old: Range<u32>, new: Range<u32>) -> Calendar {
        let kept = |slots: &[Option<Slot>]| slots.iter().map(|slot| slot.filter(|slot| slot.source == Source::Given)).collect::<Vec<_>>();
        let mut slots = kept(&self.slots[..old.start as usize]);
        slots.extend(new.map(|at| given(plan.goal(GoalId(at)))));
        slots.extend(kept(&self.slots[old.end as usize..]));
        computed(Calendar { slots }, plan, graph)
    }

    pub fn slot(&self, goal: GoalId) -> Option<&Slot> {
        self.slots.get(goal.at()).and_then(Option::as_ref)
    }

    /// The goals of `after` whose dates are others than here, in order; but for those that are `new`, in the place of `old`.
    pub fn differs(&self, after: &Calendar, old: Range<u32>, new: Range<u32>) -> Vec<GoalId> {
        let pairs = |from: u32, to: u32| self.slots[from as usize..].iter().zip(&after.slots[to as usize..]).zip(to..);
        let both = pairs(0, 0).take(old.start as usize).chain(pairs(old.end, new.end));
        both.filter(|((a, b), _)| a != b).map(|(_, at)| GoalId(at)).collect()
    }

    /// The moment that a dependency waits for, before its delay.
    pub fn moment(&self, depend: &Depend<'_>) -> Option<When> {
        if depend.is_milestone() {
            return depend.on.is_given(milestone::ON);
        }
        // A period that ends before it starts has its own message, and dates nothing else.
        let slot = self.slot(depend.on.goal_id()).filter(|slot| !slot.end.before(&slot.start))?;
        Some(if depend.start { slot.start } else { slot.end })
    }

    /// The moment that a dependency waits for, its delay included.
    pub fn awaited(&self, depend: &Depend<'_>) -> Option<When> {
        let moment = self.moment(depend)?;
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
    computed(Calendar { slots: plan.sheets().map(given).collect() }, plan, graph)
}

/// Its own period.
fn given(goal: Entity<'_>) -> Option<Slot> {
    goal.period().is().map(|period| Slot { start: period.start, end: period.end, source: Source::Given })
}

/// What is given is there; the rest is placed.
fn computed(mut calendar: Calendar, plan: &Plan, graph: &Graph) -> Calendar {
    // Goals come after all that they wait for, and after their actions: one pass is enough.
    for &id in &graph.order {
        if calendar.slots[id.at()].is_none() && graph.knots[id.at()].is_none() {
            let goal = plan.goal(id);
            calendar.slots[id.at()] = placed(&calendar, goal).or_else(|| around_actions(&calendar, goal));
        }
    }
    calendar
}

fn placed(calendar: &Calendar, goal: Entity<'_>) -> Option<Slot> {
    let duration = goal.duration().is()?;
    let parent = goal.parent().filter(|_| goal.is_action()).and_then(|parent| parent.period().is());
    let whole = || goal.plan.strategy().and_then(|strategy| strategy.is_given(strategy::PERIOD));
    let earliest = parent.or_else(whole).map(|period| period.start.first);
    let start = goal.depends().filter_map(|depend| calendar.possible(&depend)).chain(earliest).max()?;
    let end = duration.after(start).checked_sub(1.day()).ok()?.max(start);
    Some(Slot { start: When::day(start), end: When::day(end), source: Source::Placed })
}

impl Calendar {
    /// The first day on which what waits may start: the day after an end, the same day for a start.
    pub fn possible(&self, depend: &Depend<'_>) -> Option<Date> {
        let awaited = self.awaited(depend)?;
        match depend.start && !depend.is_milestone() {
            true => Some(awaited.first),
            false => awaited.last.checked_add(1.day()).ok(),
        }
    }
}

fn around_actions(calendar: &Calendar, goal: Entity<'_>) -> Option<Slot> {
    let slots = || goal.actions().filter_map(|action| calendar.slot(action.goal_id()));
    let start = slots().map(|slot| slot.start).min_by_key(|when| when.first)?;
    let end = slots().map(|slot| slot.end).max_by_key(|when| when.last)?;
    Some(Slot { start, end, source: Source::Actions })
}
