//! What changes from one version of a plan to the next: things by their names, and each field that is said otherwise.

use super::Build;
use super::sheet::plain;
use crate::difference::Pairs;
use crate::document::prose::run_on;
use crate::language::concepts::money::funder;
use crate::language::concepts::{money, sheet};
use crate::language::{Concept, Type};
use crate::plan::Entity;

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

/// What differs, in the order of the new plan; then what is gone, in that of the old one.
pub fn changes<'o, 'n>(pairs: &Pairs<'o, 'n>, old: &Build<'o>, new: &Build<'n>) -> Vec<Change<'o, 'n>> {
    let mut all = Vec::new();
    for id in &pairs.news {
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
    let gone = pairs.olds.iter().filter(|id| !pairs.is.contains_key(id));
    all.extend(gone.map(|id| Change { old: Some(old.plan.entity(*id)), new: None, fields: Vec::new() }));
    all
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
                // What was paid, and what a funder answered, has happened: no council votes it.
                let paid = (after.is(Concept::Budget) && at == money::SPENT.at)
                    || (after.is(Concept::Funder) && [funder::STATUS.at, funder::ON.at].contains(&at));
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
