//! The plan with every name resolved: ids in place of names.

use super::item::{Anchor, Authority, Budget, Field, Header, Owner, Sheet};
use super::value::{Duration, Period};
use crate::diagnostic::Lang;
use crate::text::{Span, Spanned};

macro_rules! ids {
    ($($name:ident),*) => {$(
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);
        impl $name {
            pub fn at(self) -> usize { self.0 as usize }
        }
    )*};
}
ids!(AuthorityId, OwnerId, AxisId, GoalId);

/// Everything a plan says. Vectors are indexed by their ids, in the order of the text.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    pub strategy: Option<Strategy>,
    pub authorities: Vec<Authority>,
    pub owners: Vec<Owner>,
    pub axes: Vec<Axis>,
    /// Goals and actions; an action follows its goal.
    pub goals: Vec<Goal>,
}

#[derive(Debug, Clone)]
pub struct Strategy {
    pub header: Header,
    pub language: Option<Lang>,
    pub authority: Field<Spanned<AuthorityId>>,
    pub period: Field<Period>,
    pub sponsor: Field<Spanned<OwnerId>>,
    pub lead: Field<Spanned<OwnerId>>,
    pub envelope: Option<Budget>,
}

#[derive(Debug, Clone)]
pub struct Axis {
    pub header: Header,
    pub elected_sponsor: Option<Spanned<String>>,
    pub goals: Vec<GoalId>,
}

/// A goal, or an action: the same fields, one level down.
#[derive(Debug, Clone)]
pub struct Goal {
    pub sheet: Sheet,
    pub axis: AxisId,
    /// The goal of an action; none for a goal.
    pub parent: Option<GoalId>,
    pub owner: Field<Spanned<OwnerId>>,
    pub contributors: Vec<Spanned<OwnerId>>,
    pub partners: Vec<Partner>,
    pub depends: Vec<Depend>,
    pub actions: Vec<GoalId>,
}

#[derive(Debug, Clone)]
pub enum Partner {
    Owner(Spanned<OwnerId>),
    Text(Spanned<String>),
}

/// What a goal or an action waits for.
#[derive(Debug, Clone, Copy)]
pub struct Depend {
    pub on: Target,
    pub anchor: Anchor,
    pub delay: Option<Duration>,
    pub span: Span,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    Goal(GoalId),
    /// A milestone of a goal, by its place in the goal's list.
    Milestone(GoalId, u32),
}

impl Target {
    pub fn goal(self) -> GoalId {
        match self {
            Target::Goal(goal) | Target::Milestone(goal, _) => goal,
        }
    }
}

impl Goal {
    pub fn is_action(&self) -> bool {
        self.parent.is_some()
    }
}

impl Plan {
    pub fn goal(&self, id: GoalId) -> &Goal {
        &self.goals[id.at()]
    }

    pub fn owner(&self, id: OwnerId) -> &Owner {
        &self.owners[id.at()]
    }

    pub fn goal_ids(&self) -> impl Iterator<Item = GoalId> + use<> {
        (0..self.goals.len() as u32).map(GoalId)
    }

    /// The strategy's authority or, when it names none, the only one there is.
    pub fn authority(&self) -> Option<&Authority> {
        match self.strategy.as_ref().map(|strategy| &strategy.authority) {
            Some(Field::Given(id)) => self.authorities.get(id.value.at()),
            _ if self.authorities.len() == 1 => self.authorities.first(),
            _ => None,
        }
    }

    pub fn language(&self) -> Option<Lang> {
        self.strategy.as_ref().and_then(|strategy| strategy.language)
    }

    pub fn period(&self) -> Option<&Period> {
        self.strategy.as_ref().and_then(|strategy| strategy.period.get())
    }
}
