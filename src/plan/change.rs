//! What a change of one part's text can have done to the plan: for an analysis that is brought up to date.

use std::ops::Range;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::model::{GoalId, Placed, Plan};
use super::resolve::Standing;
use super::store::{Cell, EntityId, EntityRow, Part, Value};
use super::view::{Entity, Moment};
use crate::language::Concept;
use crate::text::{SourceId, Sources};

/// Which of the facts that rest on the whole plan may be others now.
#[derive(Debug, Clone, Copy, Default)]
pub struct Change {
    pub dependencies: bool,
    pub dates: bool,
    pub money: bool,
    /// What is given up, or somebody else's work.
    pub standing: bool,
    /// More than texts: a value, or what could not be read.
    pub facts: bool,
    /// What could not be read.
    pub doubts: bool,
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
        // Second spellings are names too.
        let respelt = |part: &Part| {
            let named = |row: &EntityRow| matches!(row.concept, Concept::Theme | Concept::MustHave | Concept::Barrier) && row.present != 0;
            part.entities.iter().any(named)
        };
        let same = before.entities.len() == after.entities.len()
            && !respelt(before)
            && !respelt(after)
            && before.goals == after.goals
            && before.entities.iter().zip(&after.entities).all(|(a, b)| (a.concept, a.parent, a.next) == (b.concept, b.parent, b.next))
            && text(&plan.sources, old.source, old.base, before) == text(sources, new.source, new.base, after)
            && before.astray.len() == after.astray.len()
            && before.astray.iter().zip(&after.astray).all(|(a, b)| a.same(*b));
        same.then(|| Change {
            dependencies: waits(before) != waits(after),
            dates: dates(before) != dates(after),
            money: money(before) != money(after) || standing(before) != standing(after),
            standing: standing(before) != standing(after),
            facts: !before.same_facts(after),
            doubts: doubts(before) != doubts(after),
        })
    }

    pub fn and(self, other: Change) -> Change {
        Change {
            dependencies: self.dependencies || other.dependencies,
            dates: self.dates || other.dates,
            money: self.money || other.money,
            standing: self.standing || other.standing,
            facts: self.facts || other.facts,
            doubts: self.doubts || other.doubts,
        }
    }
}

/// Where the parts of a plan stand in the next one: some at the head and some at the end stay, those between are others.
#[derive(Debug, Clone)]
pub struct Shift {
    head: u32,
    old_end: u32,
    new_end: u32,
    /// What those between hold before and after, by the same name in the same place.
    met: FxHashMap<EntityId, EntityId>,
    /// The goals and actions among it.
    pub goals: Vec<(GoalId, GoalId)>,
}

/// What the parts that go hold, by what they are, in what, and under which name; and its number among the goals.
pub type Leaving = FxHashMap<(Concept, Option<EntityId>, String), (EntityId, Option<GoalId>)>;

impl Shift {
    pub fn between(old: &[Placed], new: &[Standing]) -> Shift {
        let same = |(new, old): &(&Standing, &Placed)| Arc::ptr_eq(&new.part, &old.part) && new.source == old.source;
        let head = new.iter().zip(old).take_while(same).count();
        let most = new.len().min(old.len()) - head;
        let stay = new.iter().rev().zip(old.iter().rev()).take(most).take_while(same).count();
        Shift {
            head: head as u32,
            old_end: (old.len() - stay) as u32,
            new_end: (new.len() - stay) as u32,
            met: FxHashMap::default(),
            goals: Vec::new(),
        }
    }

    /// Some parts say something else; all stand where they stood.
    pub fn within(parts: Range<u32>) -> Shift {
        Shift { head: parts.start, old_end: parts.end, new_end: parts.end, met: FxHashMap::default(), goals: Vec::new() }
    }

    /// Where what stood there stands now; nothing of what changed.
    pub fn part(&self, old: u32) -> Option<u32> {
        match old {
            old if old < self.head => Some(old),
            old if old >= self.old_end => Some(old - self.old_end + self.new_end),
            _ => None,
        }
    }

    /// What it is now, if it is there still.
    pub fn id(&self, old: EntityId) -> Option<EntityId> {
        self.stays(old).or_else(|| self.met.get(&old).copied())
    }

    /// Where it stands now, if its part is the same.
    pub fn stays(&self, old: EntityId) -> Option<EntityId> {
        self.part(old.part).map(|part| EntityId { part, ..old })
    }

    pub fn leaving(&self, before: &Plan) -> Leaving {
        let named = self.old_parts().flat_map(|part| before.entities_of(part)).filter_map(|entity| Some((entity, entity.name()?)));
        let key = |entity: Entity<'_>, name: &str| (entity.concept(), entity.parent().map(|parent| parent.id), name.to_owned());
        named.map(|(entity, name)| (key(entity, name), (entity.id, number(entity)))).collect()
    }

    /// Finds again what is in the new parts under its old name. No name may stand for two things.
    pub fn meet(&mut self, leaving: &Leaving, after: &Plan) {
        let mut olds: FxHashMap<EntityId, EntityId> = FxHashMap::default();
        for entity in self.new_parts().flat_map(|part| after.entities_of(part)) {
            let parent = match entity.parent() {
                Some(parent) => match olds.get(&parent.id) {
                    Some(old) => Some(*old),
                    None => continue,
                },
                None => None,
            };
            let Some(name) = entity.name() else { continue };
            if let Some((old, goal)) = leaving.get(&(entity.concept(), parent, name.to_owned())) {
                olds.insert(entity.id, *old);
                self.met.insert(*old, entity.id);
                self.goals.extend(goal.zip(number(entity)));
            }
        }
    }

    /// The parts that are no more.
    pub fn old_parts(&self) -> Range<u32> {
        self.head..self.old_end
    }

    /// The parts that are new.
    pub fn new_parts(&self) -> Range<u32> {
        self.head..self.new_end
    }
}

fn number(entity: Entity<'_>) -> Option<GoalId> {
    entity.is_sheet().then(|| entity.goal_id())
}

/// A value: of what, its place among the values there, and itself.
type Placement = (u32, u32, Value);

/// Every value of a part that `pick` takes, each where it is. One that cannot be read keeps its place.
fn values(part: &Part, pick: impl Fn(&Value) -> bool) -> Vec<Placement> {
    let mut picked = Vec::new();
    for (at, row) in (0u32..).zip(&part.entities) {
        let cells = &part.cells[row.first_cell as usize..(row.first_cell + row.present.count_ones()) as usize];
        let mut place = 0;
        for cell in cells {
            let members = match cell.value {
                Value::List(first, count) => &part.items[first as usize..(first + count) as usize],
                _ => std::slice::from_ref(cell),
            };
            for member in members {
                let inner = match member.value {
                    Value::Pair(_, pair) => flat(part, pair),
                    _ => vec![*member],
                };
                picked.extend(inner.into_iter().filter(|inner| pick(&inner.value)).map(|inner| (at, place, inner.value)));
                place += 1;
            }
        }
    }
    picked
}

/// The values that a pair is made of, pairs within it too.
fn flat(part: &Part, pair: u32) -> Vec<Cell> {
    let both = part.pairs[pair as usize];
    both.into_iter().flat_map(|cell| if let Value::Pair(_, inner) = cell.value { flat(part, inner) } else { vec![cell] }).collect()
}

/// The names that are waited for, or counted from, are compared once they are resolved.
fn waits(part: &Part) -> Vec<Placement> {
    values(part, |value| matches!(value, Value::Depend(..) | Value::After(..)))
}

fn dates(part: &Part) -> Vec<Placement> {
    let is_date = |value: &Value| {
        matches!(
            value,
            Value::Date(_)
                | Value::Period(..)
                | Value::Duration(_)
                | Value::Depend(..)
                | Value::After(..)
                | Value::Open
                | Value::Continuous
                | Value::Every(_)
                | Value::Undefined
        )
    };
    let dates = values(part, is_date);
    dates.into_iter().map(|(at, place, value)| (at, place, value.fact())).collect()
}

/// Words and flags: a status, a currency, `outside`.
fn standing(part: &Part) -> Vec<Placement> {
    values(part, |value| matches!(value, Value::Word(_) | Value::Flag))
}

fn doubts(part: &Part) -> Vec<(u128, u8, bool)> {
    part.entities.iter().map(|row| (row.lost, row.guesses, row.broken)).collect()
}

fn money(part: &Part) -> Vec<Placement> {
    values(part, |value| matches!(value, Value::Amount(..) | Value::Money(..)))
}

/// What the place of one goal in the order rests on.
#[derive(Debug, PartialEq)]
pub struct Waiting {
    goal: GoalId,
    holder: Option<GoalId>,
    milestones: Vec<Option<String>>,
    depends: Vec<Wait>,
}

/// One dependency: of what, of which milestone of it, its start, its number, and what waits.
type Wait = (GoalId, Option<String>, bool, u32, Option<String>);

impl Plan {
    /// Of each source: is its text another one now, so that places in it may have moved?
    pub fn moved(&self, sources: &Sources) -> Vec<bool> {
        (0..sources.len()).map(|id| !self.sources.same(SourceId(id as u16), sources)).collect()
    }

    /// All that the order of the goals of some parts rests on: how they hold each other, their milestones, and what they wait for.
    pub fn waiting(&self, parts: Range<u32>) -> Vec<Waiting> {
        parts
            .flat_map(|part| self.sheets_of(part))
            .map(|goal| Waiting {
                goal: goal.goal_id(),
                holder: goal.holder().map(|parent| parent.goal_id()),
                milestones: goal.milestones().map(|milestone| milestone.name().map(str::to_owned)).collect(),
                depends: goal
                    .depends()
                    .map(|depend| {
                        let milestone = depend.on.name().filter(|_| depend.is_milestone());
                        let waits = match depend.waits {
                            Moment::Start => None,
                            Moment::End => Some(String::new()),
                            Moment::Milestone(own) => own.name().map(str::to_owned),
                        };
                        (depend.goal().goal_id(), milestone.map(str::to_owned), depend.start, depend.at, waits)
                    })
                    .collect(),
            })
            .collect()
    }

    /// The goal or action that something is, or is a milestone of.
    pub fn goal_of(&self, id: EntityId) -> Option<Entity<'_>> {
        let sheet = |entity: &Entity<'_>| entity.is_sheet();
        let entity = self.entity(id);
        Some(entity).filter(sheet).or_else(|| entity.parent().filter(sheet))
    }

    /// The same parts, with their new texts and places.
    pub fn put(&mut self, standing: Vec<Standing>, sources: Arc<Sources>) {
        self.sources = sources;
        for (placed, new) in self.parts.iter_mut().zip(standing) {
            (placed.remarks, placed.part, placed.base) = (new.part.has_remarks(), new.part, new.base);
        }
    }

    /// Other parts, where they stand now. References still stand for what they stood for, where it stood.
    pub fn follow(&mut self, mut standing: Vec<Standing>, sources: Arc<Sources>, shift: &Shift) {
        let new = shift.new_parts();
        let fresh: Vec<Standing> = standing.drain(new.start as usize..new.end as usize).collect();
        let goals = self.goals_in(shift.old_parts());
        let kept = |old: &[EntityId]| old.iter().filter_map(|id| shift.stays(*id)).collect::<Vec<_>>();
        let mut between = Plan::placed(fresh, sources.clone(), new.start, goals.start);
        let added = between.goals.len() as u32;
        let put = |list: &mut Vec<EntityId>, fresh: Vec<EntityId>| {
            let at = |part: u32| list.partition_point(|id| id.part < part);
            let (from, to) = (at(shift.old_parts().start), at(shift.old_parts().end));
            let behind = kept(&list[to..]);
            list.truncate(from);
            list.extend(fresh);
            list.extend(behind);
        };
        put(&mut self.goals, between.goals);
        put(&mut self.axes, between.axes);
        put(&mut self.owners, between.owners);
        put(&mut self.authorities, between.authorities);
        put(&mut self.strategies, between.strategies);
        let old = shift.old_parts();
        self.parts.splice(old.start as usize..old.end as usize, between.parts.drain(..));
        for placed in &mut self.parts[new.end as usize..] {
            placed.first_goal = placed.first_goal - goals.end + goals.start + added;
        }
        let (head, tail) = self.parts.split_at_mut(new.start as usize);
        for (placed, now) in head.iter_mut().chain(&mut tail[new.len()..]).zip(standing) {
            placed.base = now.base;
        }
        self.sources = sources;
    }

    /// Does a part hold the strategy or the authority, which every other part is measured by?
    pub fn holds_frame(&self, part: u32) -> bool {
        let frame = |at: u32| matches!(self.entity(EntityId { part, at }).concept(), Concept::Strategy | Concept::Authority);
        (0..self.parts[part as usize].part.entities.len() as u32).any(frame)
    }
}
