//! A name for everything in the export: no two are alike, so that rows of one table can speak of those of another.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{exported, word};
use crate::analysis::Analysis;
use crate::language::Slot;
use crate::plan::{Entity, EntityId};

pub struct Paths(FxHashMap<EntityId, String>);

impl Paths {
    pub fn of(analysis: &Analysis) -> Paths {
        let (mut paths, mut taken) = (FxHashMap::default(), FxHashSet::default());
        // What has a name is meant by it elsewhere in the plan: no other thing may have that path.
        for entity in exported(analysis).filter(|entity| entity.name().is_some()) {
            paths.insert(entity.id, free(&mut taken, entity.path()));
        }
        // A parent stands before what it holds.
        for entity in exported(analysis).filter(|entity| entity.name().is_none()) {
            let own = entity.title().is().map_or_else(|| word(entity.concept_row()), Into::into);
            let parent = entity.parent().filter(|_| entity.concept_row().name != Slot::Due);
            let path = match parent.and_then(|parent| paths.get(&parent.id)) {
                Some(parent) => format!("{parent}.{own}"),
                None => own,
            };
            paths.insert(entity.id, free(&mut taken, path));
        }
        Paths(paths)
    }

    pub fn get(&self, entity: Entity<'_>) -> &str {
        self.0.get(&entity.id).map_or("", String::as_str)
    }
}

/// The path or, where another thing has it, the path with a number.
fn free(taken: &mut FxHashSet<String>, path: String) -> String {
    let numbered = (2u32..).map(|number| format!("{path}#{number}"));
    let free = std::iter::once(path.clone()).chain(numbered).find(|path| !taken.contains(path)).unwrap_or(path);
    taken.insert(free.clone());
    free
}
