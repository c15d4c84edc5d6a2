//! Who names whom, read off the plan: for the editor.

use super::model::Plan;
use super::store::EntityId;
use super::view::Entity;
use crate::language::Slot;
use crate::text::Span;

/// Every reference of one part that was understood, in no order. `identite.ouverture` is two: the goal, and its milestone or action.
pub fn references_in(plan: &Plan, part: u32) -> impl Iterator<Item = (Span, Entity<'_>)> {
    let placed = &plan.parts[part as usize];
    let found = placed.part.references.iter().zip(&placed.targets).filter_map(move |(reference, target)| {
        let span = Span::new(placed.source, placed.base + reference.span.start, placed.base + reference.span.end);
        target.map(|target| split(plan, span, target))
    });
    found.flatten()
}

fn split(plan: &Plan, span: Span, target: EntityId) -> Vec<(Span, Entity<'_>)> {
    let entity = plan.entity(target);
    // A title may hold a dot.
    let written = plan.sources.slice(span);
    let dot = written.find('.').filter(|_| !written.contains([' ', '"'])).map(|dot| span.start + dot as u32);
    let (Some(dot), Some(whole)) = (dot, entity.parent()) else { return vec![(span, entity)] };
    debug_assert!(entity.concept_row().name != Slot::None);
    vec![(Span::new(span.source, span.start, dot), whole), (Span::new(span.source, dot + 1, span.end), entity)]
}
