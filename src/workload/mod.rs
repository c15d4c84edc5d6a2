//! L4. How much of whose time is asked, quarter by quarter, and how much there is.
//! Invariant: every quarter's sum can be traced to the sheets that make it, and is their parts to the last millionth.
//!
//! What a sheet asks of somebody (`effort`), and what the change costs meanwhile (`load dip`), it asks on each of its days in the
//! calendar. A quarter counts it by the share of its days that lie in the sheet: `1 fte` from 1 February to 31 March 2027 is 59/90 of a
//! post in the first quarter. The sum of a quarter is exact and rounded once, half up, to the millionth of a post; the part of each
//! sheet is what the sum grows by with it, in the order of the text.
//!
//! As for budgets, nothing is counted twice: what a goal asks of somebody is its whole, and what its actions ask of the same is a part
//! of it; of whom the goal asks nothing, its actions ask it, each on its own days. `effort` and `load dip` are apart in this. What is
//! abandoned, or somebody else's work, asks nothing; what has no dates is [`Load::undated`].
//!
//! Capacity is what the owner's `capacity` says for the year. Of a post that is `vacant` or `to-recruit`, or has an `arrival` and is not
//! said to be filled, there is none before the first day of that arrival; the quarter of the arrival counts the days from it on. It is
//! not known where `capacity` says nothing for the year, or where nobody knows when somebody arrives.

use jiff::civil::Date;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::diagnostic::Lang;
use crate::language::concepts::owner::{self, Post};
use crate::language::concepts::sheet;
use crate::language::{Concept, Efforts, Key};
use crate::plan::{Entity, EntityId, Given, GoalId, Plan, Value, When, decimal};
use crate::schedule::Calendar;

/// Full-time posts, in millionths of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Fte(pub i64);

impl Fte {
    pub const ZERO: Fte = Fte(0);

    /// To the millionth; no more than a thousand million posts.
    pub fn of(value: Decimal) -> Fte {
        const MOST: i64 = 1_000_000_000_000_000;
        let millionths = value.saturating_mul(Decimal::from(1_000_000)).round().to_i64().unwrap_or(MOST);
        Fte(millionths.clamp(0, MOST))
    }

    pub fn exact(self) -> Decimal {
        Decimal::new(self.0, 6).normalize()
    }

    /// `0,65`: to the hundredth.
    pub fn show(self, lang: Lang) -> String {
        decimal(self.exact().round_dp(2), lang)
    }
}

impl std::ops::Add for Fte {
    type Output = Fte;
    fn add(self, other: Fte) -> Fte {
        Fte(self.0.saturating_add(other.0))
    }
}

/// What a sheet asks of somebody, on each of its days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ask {
    pub owner: EntityId,
    pub goal: GoalId,
    pub effort: Fte,
    pub dip: Fte,
}

/// A part of what is asked of somebody in a quarter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    pub goal: GoalId,
    pub effort: Fte,
    pub dip: Fte,
}

/// Somebody in a quarter in which something is asked of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    pub owner: EntityId,
    pub year: i16,
    /// 1 to 4.
    pub quarter: u8,
    /// Load dips included.
    pub asked: Fte,
    /// The load dips alone.
    pub dip: Fte,
    /// None where it is not known.
    pub capacity: Option<Fte>,
    /// What makes `asked`, in the order of the text.
    pub sheets: Vec<Share>,
}

impl Cell {
    /// Is more asked than there is, as far as is known?
    pub fn is_over(&self) -> bool {
        self.capacity.is_some_and(|capacity| self.asked > capacity)
    }
}

#[derive(Debug, Clone, Default)]
pub struct Load {
    /// By owner, in the order of the text, then by quarter.
    pub cells: Vec<Cell>,
    /// What is asked on no known day.
    pub undated: Vec<Ask>,
}

impl Load {
    pub fn cell(&self, owner: EntityId, year: i16, quarter: u8) -> Option<&Cell> {
        let at = self.cells.binary_search_by_key(&(owner, year, quarter), |cell| (cell.owner, cell.year, cell.quarter)).ok()?;
        Some(&self.cells[at])
    }
}

/// In: a plan and its calendar. Out: who is asked for how much, when.
pub fn workload(plan: &Plan, calendar: &Calendar) -> Load {
    let mut load = Load::default();
    let mut asked: Vec<(EntityId, i16, u8, Daily)> = Vec::new();
    for ask in plan.sheets().filter(|sheet| sheet.holder().is_none()).flat_map(asks) {
        let slot = calendar.slot(ask.goal).filter(|slot| slot.start.first <= slot.end.last);
        let Some(slot) = slot else {
            load.undated.push(ask);
            continue;
        };
        for (year, quarter, days) in quarters(slot.start.first, slot.end.last) {
            asked.push((ask.owner, year, quarter, Daily { ask, days }));
        }
    }
    asked.sort_by_key(|(owner, year, quarter, _)| (*owner, *year, *quarter));
    let cells = asked.chunk_by(|one, other| (one.0, one.1, one.2) == (other.0, other.1, other.2));
    load.cells = cells.filter_map(|chunk| cell(plan, chunk)).collect();
    load
}

/// What a goal and its actions ask, of whom; see the head of this file for what counts. `goal`: one that has no holder.
pub fn asks(goal: Entity<'_>) -> Vec<Ask> {
    if !goal.is_counted() {
        return Vec::new();
    }
    let mut asks = of_sheet(goal, |_, _| true);
    let (own_efforts, own_dips): (Vec<EntityId>, Vec<EntityId>) =
        (named(goal, sheet::EFFORT).map(|(owner, _)| owner).collect(), named(goal, sheet::LOAD_DIP).map(|(owner, _)| owner).collect());
    for action in goal.actions().filter(|action| action.is_counted()) {
        asks.extend(of_sheet(action, |owner, dip| !if dip { &own_dips } else { &own_efforts }.contains(&owner)));
    }
    asks
}

/// One sheet's own, each owner once: of those that `counts` says so, of an effort or (true) of a load dip.
fn of_sheet(sheet: Entity<'_>, counts: impl Fn(EntityId, bool) -> bool) -> Vec<Ask> {
    let mut asks: Vec<Ask> = Vec::new();
    for (dip, key) in [(false, sheet::EFFORT), (true, sheet::LOAD_DIP)] {
        for (owner, fte) in named(sheet, key).filter(|(owner, _)| counts(*owner, dip)) {
            let at = asks.iter().position(|ask| ask.owner == owner).unwrap_or_else(|| {
                asks.push(Ask { owner, goal: sheet.goal_id(), effort: Fte::ZERO, dip: Fte::ZERO });
                asks.len() - 1
            });
            let sum = if dip { &mut asks[at].dip } else { &mut asks[at].effort };
            *sum = *sum + fte;
        }
    }
    asks
}

fn named(sheet: Entity<'_>, key: Key<Efforts>) -> impl Iterator<Item = (EntityId, Fte)> {
    sheet.members(key).filter_map(|seen| match seen.cell.value {
        Value::Effort(_, share) => Some((seen.target()?.id, Fte::of(share))),
        _ => None,
    })
}

/// What is asked on so many days of a quarter.
#[derive(Clone, Copy)]
struct Daily {
    ask: Ask,
    days: i64,
}

fn cell(plan: &Plan, asked: &[(EntityId, i16, u8, Daily)]) -> Option<Cell> {
    let (owner, year, quarter, _) = *asked.first()?;
    let whole = i128::from(days_of(When::quarter(year, quarter as i8)?));
    let (mut sum, mut told) = (0i128, 0i64);
    let mut part = |fte: Fte, days: i64| {
        sum += i128::from(fte.0) * i128::from(days);
        let now = i64::try_from((2 * sum + whole) / (2 * whole)).unwrap_or(i64::MAX);
        Fte(now - std::mem::replace(&mut told, now))
    };
    let mut sheets = Vec::with_capacity(asked.len());
    for (.., Daily { ask, days }) in asked {
        sheets.push(Share { goal: ask.goal, effort: part(ask.effort, *days), dip: part(ask.dip, *days) });
    }
    let dip = sheets.iter().fold(Fte::ZERO, |sum, share| sum + share.dip);
    Some(Cell { owner, year, quarter, asked: Fte(told), dip, capacity: capacity(plan.entity(owner), year, quarter), sheets })
}

/// The quarters from one day to another, each with how many of its days lie between.
fn quarters(first: Date, last: Date) -> impl Iterator<Item = (i16, u8, i64)> {
    let number = |day: Date| i32::from(day.year()) * 4 + (i32::from(day.month()) - 1) / 3;
    (number(first)..=number(last)).filter_map(move |number| {
        let (year, quarter) = (number.div_euclid(4) as i16, number.rem_euclid(4) as u8 + 1);
        let whole = When::quarter(year, quarter as i8)?;
        Some((year, quarter, days_of(When { first: whole.first.max(first), last: whole.last.min(last), ..whole })))
    })
}

fn days_of(when: When) -> i64 {
    when.last.duration_since(when.first).as_hours() / 24 + 1
}

/// How much of its time somebody can give in a quarter, as far as that is known.
pub fn capacity(owner: Entity<'_>, year: i16, quarter: u8) -> Option<Fte> {
    if !matches!(owner.concept(), Concept::Owner | Concept::Body | Concept::Partner) {
        return None;
    }
    let stated = || {
        owner.members(owner::CAPACITY).find_map(|seen| match seen.cell.value {
            Value::Capacity(first, last, share) if (first..=last).contains(&year) => Some(Fte::of(share)),
            _ => None,
        })
    };
    let arrival = owner.get(owner::ARRIVAL);
    let waits = match owner.get(owner::POST) {
        Given::Is(Post::Vacant | Post::ToRecruit) => true,
        Given::Is(Post::Filled) => false,
        // The post's own words say neither.
        Given::Absent | Given::Unknown => !arrival.is_absent(),
    };
    if !waits {
        return stated();
    }
    let whole = When::quarter(year, quarter as i8)?;
    let from = arrival.is()?.first;
    if from > whole.last {
        return Some(Fte::ZERO);
    }
    let there = days_of(When { first: whole.first.max(from), ..whole });
    let (there, of) = (i128::from(there), i128::from(days_of(whole)));
    let part = |fte: Fte| (2 * i128::from(fte.0) * there + of) / (2 * of);
    stated().and_then(|fte| i64::try_from(part(fte)).ok()).map(Fte)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::testing::plan;

    fn cells(text: &str) -> Vec<(i16, u8, i64, i64, Option<i64>)> {
        let frame = "use std.roles\nstrategy \"S\" {\nperiod 2026-09 .. 2032-03\n}\nowner O \"O\" {\ncapacity 2027: 1 fte\n}\nowner V \"V\" {\npost to-recruit\narrival 2027-08-16\ncapacity 2027: 1 fte\n}\naxis x \"X\"";
        let analysis = plan(&format!("{frame} {{\n{text}\n}}\n"));
        assert!(!analysis.has_errors(), "{:?}", analysis.diagnostics);
        let load = workload(&analysis.plan, &analysis.calendar);
        load.cells.iter().map(|cell| (cell.year, cell.quarter, cell.asked.0, cell.dip.0, cell.capacity.map(|fte| fte.0))).collect()
    }

    #[test]
    fn a_quarter_counts_the_share_of_its_days() {
        let goal = "goal g \"G\" {\nperiod 2027-02-01 .. 2027-03-31\neffort O 0.9 fte\nload dip O 0.45 fte\n}";
        assert_eq!(cells(goal), [(2027, 1, 885_000, 295_000, Some(1_000_000))]);
        let over = "goal g \"G\" {\nperiod 2027-12 .. 2028-01\neffort O 1 fte\n}";
        assert_eq!(cells(over), [(2027, 4, 336_957, 0, Some(1_000_000)), (2028, 1, 340_659, 0, None)]);
        let thirds = "goal a \"A\" {\nperiod 2027-07\neffort O 1 fte\n}\ngoal b \"B\" {\nperiod 2027-08\neffort O 1 fte\n}\ngoal c \"C\" {\nperiod 2027-09\neffort O 1 fte\n}";
        assert_eq!(cells(thirds), [(2027, 3, 1_000_000, 0, Some(1_000_000))], "the sum is exact");
    }

    #[test]
    fn actions_are_parts_of_what_their_goal_asks() {
        let goal = |own: &str| {
            format!(
                "goal g \"G\" {{\nperiod 2027-01 .. 2027-03\n{own}\naction a \"A\" {{\nperiod 2027-01 .. 2027-03\neffort O 0.5 fte\n}}\n}}"
            )
        };
        assert_eq!(cells(&goal("effort O 0.2 fte")), [(2027, 1, 200_000, 0, Some(1_000_000))]);
        assert_eq!(cells(&goal("")), [(2027, 1, 500_000, 0, Some(1_000_000))]);
        assert_eq!(cells(&goal("status abandoned")), []);
    }

    #[test]
    fn nobody_is_there_before_they_arrive() {
        let goal = "goal g \"G\" {\nperiod 2027-04 .. 2027-12\neffort V 0.5 fte\n}";
        assert_eq!(cells(goal).iter().map(|cell| cell.4).collect::<Vec<_>>(), [Some(0), Some(500_000), Some(1_000_000)]);
    }
}
