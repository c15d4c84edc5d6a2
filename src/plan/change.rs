//! What a change of one part's text can have done to the plan: for an analysis that is brought up to date.

use std::sync::Arc;

use super::model::{GoalId, Plan};
use super::resolve::Standing;
use super::store::{EntityId, Part, Value};
use super::view::Entity;
use crate::language::Concept;
use crate::text::{SourceId, Sources};

/// Which of the facts that rest on the whole plan may be others now.
#[derive(Debug, Clone, Copy, Default)]
pub struct Change {
    pub dependencies: bool,
    pub dates: bool,
    pub money: bool,
}

impl Change {
    /// Nothing where more changed than values: what there is, and what it is called.
    pub fn between(plan: &Plan, number: u32, new: &Standing, sources: &Sources) -> Option<Change> {
        let old = &plan.parts[number as usize];
        let (before, after) = (&old.part, &new.part);
        let text = |sources: &Sources, source: SourceId, base: u32, part: &Part| -> Vec<String> {
            let names = part.entities.iter().map(|row| row.name);
            let text = &sources.get(source).text;
            names
                .map(|name| {
                    name.written().map_or(String::new(), |name| text[(base + name.start) as usize..(base + name.end) as usize].to_owned())
                })
                .collect()
        };
        let same = before.entities.len() == after.entities.len()
            && before.goals == after.goals
            && before.entities.iter().zip(&after.entities).all(|(a, b)| (a.concept, a.parent, a.next) == (b.concept, b.parent, b.next))
            && text(&plan.sources, old.source, old.base, before) == text(sources, new.source, new.base, after)
            && before.astray.len() == after.astray.len()
            && before.astray.iter().zip(&after.astray).all(|(a, b)| a.same(*b));
        same.then(|| Change {
            dependencies: waits(before) != waits(after),
            dates: dates(before) != dates(after),
            money: money(before) != money(after),
        })
    }

    pub fn and(self, other: Change) -> Change {
        Change { dependencies: self.dependencies || other.dependencies, dates: self.dates || other.dates, money: self.money || other.money }
    }
}

/// Every value of a part that `pick` takes, each with what it belongs to.
fn values(part: &Part, pick: impl Fn(&Value) -> bool) -> Vec<(u32, Value)> {
    let mut picked = Vec::new();
    for (at, row) in (0u32..).zip(&part.entities) {
        let cells = &part.cells[row.first_cell as usize..(row.first_cell + row.present.count_ones()) as usize];
        for cell in cells {
            let members = match cell.value {
                Value::List(first, count) => &part.items[first as usize..(first + count) as usize],
                _ => std::slice::from_ref(cell),
            };
            picked.extend(members.iter().filter(|member| pick(&member.value)).map(|member| (at, member.value)));
        }
    }
    picked
}

/// The names that are waited for are compared once they are resolved.
fn waits(part: &Part) -> Vec<(u32, Value)> {
    values(part, |value| matches!(value, Value::Depend(..)))
}

fn dates(part: &Part) -> Vec<(u32, Value)> {
    // The places of a period's ends are no facts.
    let dates = values(part, |value| matches!(value, Value::Date(_) | Value::Period(..) | Value::Duration(_) | Value::Depend(..)));
    dates
        .into_iter()
        .map(|(at, value)| match value {
            Value::Period(start, end, ..) => (at, Value::Period(start, end, 0, 0)),
            other => (at, other),
        })
        .collect()
}

fn money(part: &Part) -> Vec<(u32, Value)> {
    values(part, |value| matches!(value, Value::Amount(..)))
}

/// What the place of one goal in the order rests on.
#[derive(Debug, PartialEq)]
pub struct Waiting<'a> {
    goal: GoalId,
    holder: Option<GoalId>,
    milestones: Vec<Option<&'a str>>,
    depends: Vec<(GoalId, Option<&'a str>, bool, u32)>,
}

impl Plan {
    /// Of each source: is its text another one now, so that places in it may have moved?
    pub fn moved(&self, sources: &Sources) -> Vec<bool> {
        (0..sources.len()).map(|id| !self.sources.same(SourceId(id as u16), sources)).collect()
    }

    /// All that the order of the goals of some parts rests on: how they hold each other, their milestones, and what they wait for.
    pub fn waiting(&self, parts: std::ops::Range<u32>) -> Vec<Waiting<'_>> {
        parts
            .flat_map(|part| self.sheets_of(part))
            .map(|goal| Waiting {
                goal: goal.goal_id(),
                holder: goal.parent().filter(|_| goal.is_action()).map(|parent| parent.goal_id()),
                milestones: goal.milestones().map(|milestone| milestone.name()).collect(),
                depends: goal
                    .depends()
                    .map(|depend| {
                        (depend.goal().goal_id(), depend.is_milestone().then(|| depend.on.name()).flatten(), depend.start, depend.at)
                    })
                    .collect(),
            })
            .collect()
    }

    /// The goal or action that something is, or is a milestone of.
    pub fn goal_of(&self, id: EntityId) -> Option<Entity<'_>> {
        let sheet = |entity: &Entity<'_>| matches!(entity.concept(), Concept::Goal | Concept::Action);
        let entity = self.entity(id);
        Some(entity).filter(sheet).or_else(|| entity.parent().filter(sheet))
    }

    /// The same parts, with their new texts and places.
    pub fn put(&mut self, standing: Vec<Standing>, sources: Arc<Sources>) {
        self.sources = sources;
        for (placed, new) in self.parts.iter_mut().zip(standing) {
            (placed.part, placed.base) = (new.part, new.base);
        }
    }

    /// Does a part hold the strategy or the authority, which every other part is measured by?
    pub fn holds_frame(&self, part: u32) -> bool {
        let frame = |at: u32| matches!(self.entity(EntityId { part, at }).concept(), Concept::Strategy | Concept::Authority);
        (0..self.parts[part as usize].part.entities.len() as u32).any(frame)
    }
}
