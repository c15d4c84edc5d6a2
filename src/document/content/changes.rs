//! What changes from one version of a plan to the next: things by their names, and each field that is said otherwise.

use rustc_hash::{FxHashMap, FxHashSet};

use super::Build;
use super::sheet::plain;
use crate::document::prose::run_on;
use crate::language::concepts::{money, sheet};
use crate::language::{Concept, Type};
use crate::plan::{Entity, EntityId, Plan};

/// A field, or another part of a thing, before and after; empty where it was or is not said.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    pub label: String,
    pub old: String,
    pub new: String,
    /// What was paid: no council votes it.
    pub paid: bool,
    /// A value, no text: it is told whole. An amount that moves to another year would seem to have stayed.
    pub whole: bool,
}

impl Field {
    pub fn new(label: impl Into<String>, old: impl Into<String>, new: impl Into<String>) -> Field {
        Field { label: label.into(), old: old.into(), new: new.into(), paid: false, whole: false }
    }
}

/// Of one thing: what it was, what it is, and the fields that differ.
pub struct Change<'o, 'n> {
    pub old: Option<Entity<'o>>,
    pub new: Option<Entity<'n>>,
    pub fields: Vec<Field>,
}

/// Which thing of one version is which of the other.
pub struct Pairs<'o, 'n> {
    olds: Vec<(EntityId, String)>,
    news: Vec<(EntityId, String)>,
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

/// What differs, in the order of the new plan; then what is gone, in that of the old one.
pub fn changes<'o, 'n>(pairs: &Pairs<'o, 'n>, old: &Build<'o>, new: &Build<'n>) -> Vec<Change<'o, 'n>> {
    let mut all = Vec::new();
    for (id, _) in &pairs.news {
        let entity = new.plan.entity(*id);
        match pairs.was.get(id) {
            None => all.push(Change { old: None, new: Some(entity), fields: Vec::new() }),
            Some(before) => {
                let fields = fields(old, new, *before, entity);
                if !fields.is_empty() {
                    all.push(Change { old: Some(*before), new: Some(entity), fields });
                }
            }
        }
    }
    let gone = pairs.olds.iter().filter(|(id, _)| !pairs.is.contains_key(id));
    all.extend(gone.map(|(id, _)| Change { old: Some(old.plan.entity(*id)), new: None, fields: Vec::new() }));
    all
}

/// Everything that the plan's own text declares, by a key that its next version has too.
fn keyed(plan: &Plan, renamed: &FxHashMap<EntityId, String>) -> Vec<(EntityId, String)> {
    let mut keys: FxHashMap<EntityId, String> = FxHashMap::default();
    let mut taken: FxHashSet<String> = FxHashSet::default();
    let mut out = Vec::new();
    // A parent stands before what it holds.
    for entity in plan.entities().filter(|entity| !plan.sources.get(entity.head().source).library) {
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

/// What differs of one thing.
fn fields(old: &Build<'_>, new: &Build<'_>, before: Entity<'_>, after: Entity<'_>) -> Vec<Field> {
    let lang = new.lang;
    let mut out: Vec<Field> = Vec::new();
    let mut add = |label: String, old: String, new: String, (paid, whole): (bool, bool)| {
        if old != new {
            out.push(Field { label, old, new, paid, whole });
        }
    };
    let text = (false, false);
    let title = |build: &Build<'_>, entity: Entity<'_>| if entity.has_title() { build.title(entity).text } else { String::new() };
    add(lang.of("Intitulé", "Title").to_owned(), title(old, before), title(new, after), text);
    let said = |build: &Build<'_>, entity: Entity<'_>| plain(&run_on(&build.prose(entity)));
    add(lang.of("Texte", "Text").to_owned(), said(old, before), said(new, after), text);
    if before.concept() == after.concept() {
        for (at, row) in (0u8..).zip(after.concept_row().fields) {
            let value = |build: &Build<'_>, entity: Entity<'_>| {
                let told = entity.seen(at).and_then(|_| build.field_value(entity, at));
                told.map(|value| plain(&value)).unwrap_or_default()
            };
            let beside = |build: &Build<'_>, entity: Entity<'_>| plain(&build.note(entity, at));
            add(format!("{} {}", row.label_in(lang), lang.of("(remarque)", "(remark)")), beside(old, before), beside(new, after), text);
            // What leads to a sheet says its number, which is another matter than where it leads.
            let leads = matches!(row.of, Type::Name | Type::Names | Type::People | Type::Dependencies);
            let names = |entity: Entity<'_>| {
                let seen = entity.seen(at)?;
                Some(seen.members().chain(std::iter::once(seen)).map(|one| one.text().into_owned()).collect::<Vec<_>>())
            };
            if !leads || names(before) != names(after) {
                let paid = after.is(Concept::Budget) && at == money::SPENT.at;
                let whole = !leads && !matches!(row.of, Type::Text | Type::Texts | Type::Tags | Type::Words(_));
                add(row.label_in(lang), value(old, before), value(new, after), (paid, whole));
            }
        }
    }
    if before.is_sheet() && after.is_sheet() {
        // What nobody wrote here, but follows from elsewhere.
        if before.seen(sheet::OWNER.at).is_none() && after.seen(sheet::OWNER.at).is_none() {
            add(lang.of("Pilote", "Owner").to_owned(), plain(&old.owner_cell(before)), plain(&new.owner_cell(after)), (false, true));
        }
        if before.seen(sheet::PERIOD.at).is_none() || after.seen(sheet::PERIOD.at).is_none() {
            add(lang.of("Calendrier", "Calendar").to_owned(), plain(&old.dates(before)), plain(&new.dates(after)), (false, true));
        }
    }
    out
}
