//! Who names whom, read off the plan: for the editor.

use super::model::{AuthorityId, AxisId, GoalId, OwnerId, Partner, Plan, Target};
use crate::text::{Sources, Span};

/// What a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entity {
    Authority(AuthorityId),
    Owner(OwnerId),
    Axis(AxisId),
    Goal(GoalId),
    Milestone(GoalId, u32),
}

/// Every reference that was understood, in no order. `identite.ouverture` is two: the goal, and its milestone or action.
pub fn references(plan: &Plan, sources: &Sources) -> Vec<(Span, Entity)> {
    let mut found = Vec::new();
    if let Some(strategy) = &plan.strategy {
        found.extend(strategy.authority.get().map(|id| (id.span, Entity::Authority(id.value))));
        found.extend(
            [&strategy.sponsor, &strategy.lead].into_iter().filter_map(|owner| owner.get()).map(|id| (id.span, Entity::Owner(id.value))),
        );
    }
    for goal in &plan.goals {
        let partners = goal.partners.iter().filter_map(|partner| match partner {
            Partner::Owner(id) => Some(id),
            Partner::Text(_) => None,
        });
        let owners = goal.owner.get().into_iter().chain(&goal.contributors).chain(partners);
        found.extend(owners.map(|id| (id.span, Entity::Owner(id.value))));
        for depend in &goal.depends {
            let entity = match depend.on {
                Target::Goal(id) => Entity::Goal(id),
                Target::Milestone(id, at) => Entity::Milestone(id, at),
            };
            let span = depend.span;
            let Some(dot) = sources.slice(span).find('.').map(|dot| span.start + dot as u32) else {
                found.push((span, entity));
                continue;
            };
            // A path names a goal, then a part of it.
            let whole = match depend.on {
                Target::Milestone(id, _) => Some(id),
                Target::Goal(action) => plan.goal(action).parent,
            };
            found.extend(whole.map(|id| (Span::new(span.source, span.start, dot), Entity::Goal(id))));
            found.push((Span::new(span.source, dot + 1, span.end), entity));
        }
    }
    found
}
