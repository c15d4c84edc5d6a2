//! What the findings of a policy may be about in a plan, each by the name that a finding gives it: the names in the head of a test.

use super::grounds::Grounds;
use super::kinds::{Item, Kind, bound};
use super::rows::Rows;
use super::written::PolicyText;
use crate::diagnostic::Lang;
use crate::plan::{Entity, EntityId};

/// In the order of the text; what has no place of its own in the plan, as a year, is called and is no entity.
pub fn flaggable(facts: &Grounds<'_>, policy: &PolicyText, lang: Lang) -> Vec<(String, Option<EntityId>)> {
    let kind = match policy.each.as_ref().map(|each| bound(&each.kind.word)) {
        None => Kind::Strategy,
        Some(Some(Item::Thing(kind))) => kind,
        Some(_) => return Vec::new(),
    };
    let rows = Rows::of(facts);
    let one = |at: i32| {
        let name = match kind {
            Kind::Strategy => lang.of("stratégie", "strategy").to_owned(),
            kind => rows.name(facts, kind, at as u32),
        };
        (name, rows.entity(facts, kind, at as u32).and_then(called).map(|entity| entity.id))
    };
    rows.all(facts, kind).into_iter().map(one).filter(|(name, _)| !name.is_empty()).collect()
}

/// It, or what it stands in, where it has neither name nor title.
fn called(entity: Entity<'_>) -> Option<Entity<'_>> {
    std::iter::successors(Some(entity), |one| one.parent()).find(|one| one.is_called())
}
