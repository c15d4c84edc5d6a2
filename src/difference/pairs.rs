//! Which thing of one version of a plan is which of the other.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::diagnostic::Lang;
use crate::language::Concept;
use crate::language::concepts::usage;
use crate::plan::{Entity, EntityId, Plan};

/// Everything that each declares by a key, and what goes with what.
pub struct Pairs<'o, 'n> {
    pub olds: Vec<(EntityId, String)>,
    pub news: Vec<(EntityId, String)>,
    /// What each thing of the new plan was.
    pub was: FxHashMap<EntityId, Entity<'o>>,
    /// What each thing of the old plan is.
    pub is: FxHashMap<EntityId, Entity<'n>>,
}

/// Names tell what is the same thing; of what has none, its kind and its place. A goal or an action that has another name and its old
/// title is the same too.
pub fn pairs<'o, 'n>(old: &'o Plan, new: &'n Plan) -> Pairs<'o, 'n> {
    let (olds, mut news) = (keyed(old, &FxHashMap::default()), keyed(new, &FxHashMap::default()));
    let renamed = renamed(old, new, &olds, &news);
    if !renamed.is_empty() {
        news = keyed(new, &renamed);
    }
    let by_key: FxHashMap<&str, EntityId> = olds.iter().map(|(id, key)| (key.as_str(), *id)).collect();
    let found: Vec<(EntityId, EntityId)> = news.iter().filter_map(|(id, key)| by_key.get(key.as_str()).map(|old| (*old, *id))).collect();
    let was = found.iter().map(|(one, other)| (*other, old.entity(*one))).collect();
    let is = found.iter().map(|(one, other)| (*one, new.entity(*other))).collect();
    Pairs { olds, news, was, is }
}

/// Does it bring in another file of the plan? In which of its files a plan says something is no matter of the plan.
fn brings_a_file(entity: Entity<'_>) -> bool {
    entity.seen(usage::WHAT.at).is_some_and(|seen| entity.concept() == Concept::Use && seen.show(Lang::En).ends_with(".dsl"))
}

/// Everything that the plan's own text declares, by a key that its next version has too.
fn keyed(plan: &Plan, renamed: &FxHashMap<EntityId, String>) -> Vec<(EntityId, String)> {
    let mut keys: FxHashMap<EntityId, String> = FxHashMap::default();
    let mut taken: FxHashSet<String> = FxHashSet::default();
    let mut out = Vec::new();
    // A parent stands before what it holds.
    let declared = |entity: &Entity<'_>| !plan.sources.get(entity.head().source).library && !brings_a_file(*entity);
    for entity in plan.entities().filter(declared) {
        let kind = match entity.concept() {
            // A goal that becomes an action is the same work.
            Concept::Action => Concept::Goal,
            of => of,
        };
        let kind = kind as u8;
        let parent = entity.parent().and_then(|parent| keys.get(&parent.id));
        let own = match (renamed.get(&entity.id), entity.name()) {
            (Some(name), _) => format!("{kind}:{name}"),
            (None, Some(name)) if !entity.concept_row().local => format!("{kind}:{name}"),
            (None, named) => {
                let own = named.map(str::to_owned).or_else(|| entity.title().is().map(|title| title.into_owned())).unwrap_or_default();
                format!("{}/{kind}:{own}", parent.map(String::as_str).unwrap_or_default())
            }
        };
        let key = std::iter::once(own.clone()).chain((2u32..).map(|number| format!("{own}#{number}"))).find(|key| !taken.contains(key));
        let Some(key) = key else { continue };
        taken.insert(key.clone());
        keys.insert(entity.id, key.clone());
        out.push((entity.id, key));
    }
    out
}

/// The old names of goals, actions and axes that have another one now and the same title.
fn renamed(old: &Plan, new: &Plan, olds: &[(EntityId, String)], news: &[(EntityId, String)]) -> FxHashMap<EntityId, String> {
    let kept: FxHashSet<&str> = news.iter().map(|(_, key)| key.as_str()).collect();
    let mut gone: FxHashMap<String, Option<String>> = FxHashMap::default();
    for (id, _) in olds.iter().filter(|(_, key)| !kept.contains(key.as_str())) {
        let entity = old.entity(*id);
        if let (true, Some(title), Some(name)) = (entity.is_sheet() || entity.is(Concept::Axis), entity.title().is(), entity.name()) {
            // Two of one title tell nothing.
            gone.entry(title.into_owned()).and_modify(|name| *name = None).or_insert(Some(name.to_owned()));
        }
    }
    let had: FxHashSet<&str> = olds.iter().map(|(_, key)| key.as_str()).collect();
    let mut renamed = FxHashMap::default();
    for (id, _) in news.iter().filter(|(_, key)| !had.contains(key.as_str())) {
        let entity = new.entity(*id);
        if !(entity.is_sheet() || entity.is(Concept::Axis)) {
            continue;
        }
        let name = entity.title().is().and_then(|title| gone.get_mut(title.as_ref())).and_then(Option::take);
        renamed.extend(name.map(|name| (*id, name)));
    }
    renamed
}
