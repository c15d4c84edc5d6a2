//! A plan: its parts, one behind the other, with every name resolved.

use std::ops::Range;
use std::sync::Arc;

use super::store::{EntityId, Given, Part};
use super::value::Period;
use super::view::Entity;
use crate::diagnostic::Lang;
use crate::language::Concept;
use crate::language::concepts::decision::{self, DecisionKind};
use crate::language::concepts::strategy::{self, Currency, Tongue};
use crate::text::{SourceId, Sources};

/// A goal or an action, by its number in the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GoalId(pub u32);

impl GoalId {
    pub fn at(self) -> usize {
        self.0 as usize
    }
}

/// A part where it stands.
#[derive(Debug, Clone)]
pub struct Placed {
    pub part: Arc<Part>,
    pub source: SourceId,
    /// The item's first byte in its source.
    pub base: u32,
    pub first_goal: u32,
    /// [`Part::has_remarks`], here so that a walk over all the parts need not look into each.
    pub remarks: bool,
    /// What each reference of the part stands for.
    pub targets: Vec<Option<EntityId>>,
}

/// Everything that a plan says.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    pub sources: Arc<Sources>,
    pub parts: Vec<Placed>,
    /// Goals and actions, in the order of the text; an action follows its goal.
    pub goals: Vec<EntityId>,
    pub axes: Vec<EntityId>,
    pub owners: Vec<EntityId>,
    pub authorities: Vec<EntityId>,
    pub strategies: Vec<EntityId>,
    /// Owners that a line names which could not be read, or by a name that is nearly theirs.
    pub mentioned: Vec<EntityId>,
}

impl Plan {
    pub fn entity(&self, id: EntityId) -> Entity<'_> {
        Entity { plan: self, id }
    }

    pub fn goal(&self, id: GoalId) -> Entity<'_> {
        self.entity(self.goals[id.at()])
    }

    pub fn goal_ids(&self) -> impl Iterator<Item = GoalId> + use<> {
        (0..self.goals.len() as u32).map(GoalId)
    }

    /// Goals and actions.
    pub fn sheets(&self) -> impl Iterator<Item = Entity<'_>> + Clone {
        self.goals.iter().map(|id| self.entity(*id))
    }

    pub fn axes(&self) -> impl ExactSizeIterator<Item = Entity<'_>> + Clone {
        self.axes.iter().map(|id| self.entity(*id))
    }

    /// What stands at the margin, of one concept.
    pub fn at_margin(&self, concept: Concept) -> impl Iterator<Item = Entity<'_>> {
        self.all(concept).filter(|entity| entity.parent().is_none())
    }

    pub fn owners(&self) -> impl ExactSizeIterator<Item = Entity<'_>> + Clone {
        self.owners.iter().map(|id| self.entity(*id))
    }

    pub fn authorities(&self) -> impl ExactSizeIterator<Item = Entity<'_>> + Clone {
        self.authorities.iter().map(|id| self.entity(*id))
    }

    /// A plan holds one; the first is it.
    pub fn strategy(&self) -> Option<Entity<'_>> {
        self.strategies.first().map(|id| self.entity(*id))
    }

    /// The decision by which the council adopts it.
    pub fn adoption(&self) -> Option<Entity<'_>> {
        self.all(Concept::Decision).find(|one| one.is_given(decision::KIND) == Some(DecisionKind::Adoption))
    }

    /// All of one concept, in the order of the text; parts that hold none are passed over.
    pub fn all(&self, concept: Concept) -> impl Iterator<Item = Entity<'_>> {
        let holds = move |(placed, _): &(&Placed, u32)| placed.part.kinds & (1 << concept as u128) != 0;
        let parts = self.parts.iter().zip(0u32..).filter(holds);
        parts.flat_map(move |(_, part)| self.entities_of(part)).filter(move |entity| entity.is(concept))
    }

    /// Everything, in the order of the text.
    pub fn entities(&self) -> impl Iterator<Item = Entity<'_>> {
        self.parts.iter().zip(0u32..).flat_map(move |(placed, part)| {
            (0..placed.part.entities.len() as u32).map(move |at| Entity { plan: self, id: EntityId { part, at } })
        })
    }

    /// The strategy's authority or, when it names none, the only one there is.
    pub fn authority(&self) -> Given<Entity<'_>> {
        match self.strategy().map(|strategy| strategy.get(strategy::AUTHORITY)) {
            Some(Given::Is(authority)) => Given::Is(authority),
            Some(Given::Unknown) => Given::Unknown,
            _ => match self.authorities.as_slice() {
                [one] => Given::Is(self.entity(*one)),
                _ => Given::Absent,
            },
        }
    }

    pub fn language(&self) -> Option<Lang> {
        self.strategy()?.is_given(strategy::LANGUAGE).map(|tongue| match tongue {
            Tongue::French => Lang::Fr,
            Tongue::English => Lang::En,
        })
    }

    /// What its amounts are in.
    pub fn currency(&self) -> Currency {
        self.strategy().and_then(|strategy| strategy.is_given(strategy::CURRENCY)).unwrap_or(Currency::Eur)
    }

    pub fn period(&self) -> Option<Period> {
        self.strategy()?.is_given(strategy::PERIOD)
    }

    pub fn envelope(&self) -> Given<Entity<'_>> {
        self.strategy().map_or(Given::Absent, |strategy| strategy.child(Concept::Envelope))
    }
}

/// One part of it.
impl Plan {
    /// Everything that one part holds, in the order of the text.
    pub fn entities_of(&self, part: u32) -> impl Iterator<Item = Entity<'_>> + Clone {
        (0..self.parts[part as usize].part.entities.len() as u32).map(move |at| self.entity(EntityId { part, at }))
    }

    /// The numbers of the goals and actions of some parts.
    pub fn goals_in(&self, parts: Range<u32>) -> Range<u32> {
        let first = |part: u32| self.parts.get(part as usize).map_or(self.goals.len() as u32, |placed| placed.first_goal);
        first(parts.start)..first(parts.end)
    }

    /// The goals and actions of one part.
    pub fn sheets_of(&self, part: u32) -> impl Iterator<Item = Entity<'_>> + Clone {
        self.parts[part as usize].part.goals.iter().map(move |at| self.entity(EntityId { part, at: *at }))
    }
}
