//! L4. When each goal takes place: as written, or placed after what it depends on, or around its actions.
//! Invariant: no clock; a goal in a loop of dependencies keeps only the dates that it was given.

mod slack;

pub use slack::{Leeway, Slack, slack};

use std::ops::Range;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::language::concepts::goal::milestone;
use crate::language::concepts::strategy;
use crate::plan::{Depend, Entity, GoalId, Graph, Moment, Plan, When};

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
    /// The start, the end, is not written: drawn from and to those of the strategy, and nothing can wait for it.
    pub open: [bool; 2],
    /// Its dates rest on others: those of the strategy, or of what they are counted from.
    pub floats: bool,
}

impl Slot {
    fn new(start: When, end: When, source: Source) -> Slot {
        Slot { start, end, source, open: [false; 2], floats: false }
    }
}

/// Indexed by goal.
#[derive(Debug, Clone, Default)]
pub struct Calendar {
    slots: Vec<Option<Slot>>,
}

impl Calendar {
    /// The goals `old` were, and `new` are instead; what the others say themselves is as it was.
    pub fn follow(&self, plan: &Plan, graph: &Graph, old: Range<u32>, new: Range<u32>) -> Calendar {
        let firm = |slot: &Slot| slot.source == Source::Given && !slot.floats;
        let kept = |slots: &[Option<Slot>]| slots.iter().map(|slot| slot.filter(firm)).collect::<Vec<_>>();
        let mut slots = kept(&self.slots[..old.start as usize]);
        slots.extend(new.map(|at| given(plan.goal(GoalId(at)))));
        slots.extend(kept(&self.slots[old.end as usize..]));
        for (at, slot) in (0u32..).zip(&mut slots).filter(|(_, slot)| slot.is_none()) {
            *slot = given(plan.goal(GoalId(at)));
        }
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
        let [no_start, no_end] = slot.open;
        match depend.start {
            true => (!no_start).then_some(slot.start),
            false => (!no_end).then_some(slot.end),
        }
    }

    /// The moment that a dependency waits for, its delay included.
    pub fn awaited(&self, depend: &Depend<'_>) -> Option<When> {
        let moment = self.moment(depend)?;
        Some(depend.delay.map_or(moment, |delay| moment.plus(delay)))
    }
}

pub fn schedule(plan: &Plan, graph: &Graph) -> Calendar {
    computed(Calendar { slots: plan.sheets().map(given).collect() }, plan, graph)
}

/// Its own period. An end that it has not is the strategy's.
fn given(goal: Entity<'_>) -> Option<Slot> {
    let spell = goal.spell()?;
    let whole = || goal.plan.period();
    let (start, end) = match (spell.start, spell.end) {
        (Some(start), Some(end)) => (start, end),
        (Some(start), None) => (start, whole().map(|whole| whole.end).filter(|end| start.first <= end.last).unwrap_or(start)),
        (None, Some(end)) => (whole().map(|whole| whole.start).filter(|start| start.first <= end.last).unwrap_or(end), end),
        (None, None) if spell.continuous => whole().map(|whole| (whole.start, whole.end))?,
        (None, None) => return None,
    };
    let open = [spell.start.is_none(), spell.end.is_none()];
    Some(Slot { open, floats: spell.relative || open != [false; 2], ..Slot::new(start, end, Source::Given) })
}

/// What is given is there; the rest is placed, a start and an end at a time, each after all that it waits for. A goal that its actions
/// date has a start only once theirs are known, which come after it: where something waits for such a start, all is placed again
/// until nothing moves.
fn computed(mut calendar: Calendar, plan: &Plan, graph: &Graph) -> Calendar {
    /// Starts that wait for each other without an end to it are a contradiction that is no loop of moments.
    const MOST: usize = 16;
    for _ in 0..MOST {
        let before = calendar.clone();
        if !once(&mut calendar, plan, graph) || calendar.slots == before.slots {
            break;
        }
    }
    calendar
}

/// All in the order of what waits for what. Out: does something wait for the start of a goal that its actions date?
fn once(calendar: &mut Calendar, plan: &Plan, graph: &Graph) -> bool {
    let mut again = false;
    for &(id, end) in &graph.order {
        if graph.knots[id.at()].is_some() {
            continue;
        }
        let goal = plan.goal(id);
        let slot = calendar.slots[id.at()];
        if slot.is_some_and(|slot| slot.source == Source::Given) {
            continue;
        }
        if !end && goal.duration().is().is_some() {
            again |= calendar.waits(goal).any(|depend| depend.start && calendar.late(depend.on));
        }
        calendar.slots[id.at()] = match (end, slot) {
            (false, _) => placed(calendar, goal).or_else(|| around_actions(calendar, goal)),
            (true, Some(slot)) if slot.source == Source::Placed => Some(ended(calendar, goal, slot)),
            (true, _) => around_actions(calendar, goal),
        };
    }
    again
}

/// From its first day on, as long as it lasts.
fn placed(calendar: &Calendar, goal: Entity<'_>) -> Option<Slot> {
    let duration = goal.duration().is()?;
    let parent = goal.holder().and_then(|parent| parent.period().is()).map(|period| period.start.first);
    let beside = || {
        let slot = calendar.slot(goal.holder()?.goal_id())?;
        (slot.source == Source::Placed).then_some(slot.start.first)
    };
    let whole = || goal.plan.strategy().and_then(|strategy| strategy.is_given(strategy::PERIOD)).map(|period| period.start.first);
    let earliest = parent.or_else(beside).or_else(whole);
    // That an action starts with its goal says nothing where the goal starts with its actions.
    let own = |depend: &Depend<'_>| depend.start && goal.holder() == Some(depend.on) && calendar.late(depend.on);
    let waits = goal.depends().filter(|depend| matches!(depend.waits, Moment::Start) && !own(depend));
    let inherited = inherited(calendar, goal);
    let start = waits.chain(inherited).filter_map(|depend| calendar.possible(&depend)).chain(earliest).max()?;
    let end = duration.after(start).checked_sub(1.day()).ok()?.max(start);
    Some(Slot::new(When::day(start), When::day(end), Source::Placed))
}

/// What the start of its goal waits for, where the goal has no dates but its actions': then none of them starts before it.
fn inherited<'a>(calendar: &Calendar, action: Entity<'a>) -> impl Iterator<Item = Depend<'a>> {
    let holder = action.holder().filter(|holder| calendar.late(*holder));
    holder.into_iter().flat_map(move |holder| {
        let other = move |depend: &Depend<'_>| depend.goal() != holder && depend.goal().holder() != Some(holder);
        holder.depends().filter(move |depend| matches!(depend.waits, Moment::Start) && other(depend))
    })
}

/// Not before what its end waits for.
fn ended(calendar: &Calendar, goal: Entity<'_>, slot: Slot) -> Slot {
    let waits = goal.depends().filter(|depend| matches!(depend.waits, Moment::End));
    let last = waits.filter_map(|depend| calendar.awaited(&depend)).map(|awaited| awaited.last).max();
    Slot { end: last.filter(|last| *last > slot.end.last).map_or(slot.end, When::day), ..slot }
}

impl Calendar {
    /// Is its start that of its actions, as far as is known?
    fn late(&self, goal: Entity<'_>) -> bool {
        self.slot(goal.goal_id()).is_none_or(|slot| slot.source == Source::Actions) && goal.actions().next().is_some()
    }

    /// All that a sheet waits for: what it says itself, and what its goal does.
    pub fn waits<'a>(&self, sheet: Entity<'a>) -> impl Iterator<Item = Depend<'a>> {
        sheet.depends().chain(inherited(self, sheet))
    }

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
    Some(Slot::new(start, end, Source::Actions))
}

#[cfg(test)]
mod tests {
    use crate::analysis::testing::goals;
    use crate::diagnostic::Lang;
    use crate::plan::Period;

    fn ends(text: &str) -> Vec<String> {
        let plan = goals(text);
        plan.plan
            .goal_ids()
            .map(|goal| plan.calendar.slot(goal).map_or_else(String::new, |slot| Period::show_of(slot.start, slot.end, Lang::En)))
            .collect()
    }

    #[test]
    fn what_a_goal_waits_for_its_actions_wait_for_too() {
        let text = "goal a \"A\" {\nperiod 2027-01 .. 2027-06\n}\ngoal b \"B\" {\ndepends on a\naction x \"X\" {\nduration 1 month\n}\naction y \"Y\" {\nperiod 2028\n}\n}";
        assert_eq!(ends(text)[1..], ["1 July 2027 – 2028", "1 July 2027 – 31 July 2027", "2028"]);
        assert!(crate::analysis::testing::found(&goals(text), "starts-too-early").is_empty());
        let placed = text.replace("depends on a\n", "duration 6 months\ndepends on a\n");
        assert_eq!(
            ends(&placed)[1..],
            ["1 July 2027 – 31 December 2027", "1 July 2027 – 31 July 2027", "2028"],
            "in a goal that is placed"
        );
        let given = text.replace("depends on a\n", "period 2027\ndepends on a\n");
        assert_eq!(ends(&given)[2], "1 January 2027 – 31 January 2027", "its own period says when it starts, and that is told there");
    }

    #[test]
    fn starts_and_ends_are_placed_each_after_what_it_waits_for() {
        // The start of the second is placed before its end is: the third waits for its start only.
        let text = "goal a \"A\" {\nperiod 2027-01 .. 2027-06\n}\ngoal c \"C\" {\nduration 1 month\ndepends on b start\n}\ngoal b \"B\" {\nduration 12 months\ndepends on a\n}";
        assert_eq!(ends(text)[1..], ["1 July 2027 – 31 July 2027", "1 July 2027 – 30 June 2028"]);
        let late = "goal a \"A\" {\nperiod 2027-01 .. 2028-06\n}\ngoal b \"B\" {\nduration 1 month\ndepends on a for end\n}";
        assert_eq!(ends(late)[1], "1 September 2026 – 30 June 2028", "only its end waits");
    }
}
