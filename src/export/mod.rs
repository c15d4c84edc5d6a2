//! L6. The whole plan for other programs: a tree in JSON, tables in CSV, and the JSON Schema that tells their shape.
//! Invariant: no code of its own for a concept; the same plan gives the same bytes, whichever language its words are in.

mod paths;
mod schema;
mod tables;
mod tree;

pub use schema::schema;
pub use tables::tables;
pub use tree::{json, thing};

use serde_json::Value as Json;

use crate::analysis::Analysis;
use crate::budget;
use crate::diagnostic::Lang;
use crate::language::concepts::sheet;
use crate::language::{ConceptRow, FieldRow, Mode};
use crate::plan::{Entity, Seen, Value};

/// What a concept is called here: its English keyword or, where it begins with a text, what it is called.
fn word(row: &ConceptRow) -> String {
    row.spelling(Lang::En).to_lowercase()
}

/// What a field is called here, in whichever language it was written.
fn key(row: &FieldRow) -> &'static str {
    row.spelling(Lang::En)
}

/// A field that nobody writes: what the calendar or the budget knows of it. Nothing where it is not known whole.
pub fn computed(analysis: &Analysis, entity: Entity<'_>, at: u8) -> Option<Json> {
    if !std::ptr::eq(entity.concept_row().fields, sheet::START.rows) {
        return None;
    }
    let slot = || analysis.calendar.slot(entity.goal_id());
    match at {
        at if at == sheet::START.at => slot().map(|slot| slot.start.json()),
        at if at == sheet::END.at => slot().map(|slot| slot.end.json()),
        at if at == sheet::COST.at => budget::complete(entity).then(|| budget::cost(entity, None).json()),
        _ => None,
    }
}

/// A concept's fields that are written, or those that are computed, in the order of its declaration.
fn fields(row: &ConceptRow, mode_computed: bool) -> impl Iterator<Item = (u8, &'static FieldRow)> {
    (0u8..).zip(row.fields).filter(move |(_, field)| (field.mode == Mode::Computed) == mode_computed)
}

/// What was written and could be read: of a list, the members that could.
fn readable(seen: Seen<'_>) -> Option<Json> {
    // Of a pair of values one may be known.
    let known = |seen: &Seen<'_>| match seen.both() {
        Some(both) => both.iter().any(|one| !one.is_unread()),
        None => !seen.is_unread(),
    };
    if !matches!(seen.cell.value, Value::List(..)) {
        return known(&seen).then(|| seen.json());
    }
    let members: Vec<Json> = seen.members().filter(known).map(Seen::json).collect();
    (!members.is_empty()).then_some(Json::Array(members))
}

/// What was written and could not be read, whole or in part: the title, fields, and what its block should hold.
fn unknown(entity: Entity<'_>) -> Vec<String> {
    let row = entity.concept_row();
    let title = entity.title().is_unknown().then(|| TITLE.to_owned());
    let unread = |at: &u8| entity.seen(*at).is_some_and(|seen| seen.members().any(|member| member.is_unread() && !member.is_undefined()));
    let fields = fields(row, false).filter(|(at, _)| unread(at)).map(|(_, field)| key(field).to_owned());
    let parts = row.children().filter(|child| entity.lost(child.concept)).map(word);
    title.into_iter().chain(fields).chain(parts).collect()
}

/// What the author says is not known yet.
fn undefined(entity: Entity<'_>) -> Vec<String> {
    let open = |at: &u8| entity.seen(*at).is_some_and(|seen| seen.members().any(Seen::is_undefined));
    fields(entity.concept_row(), false).filter(|(at, _)| open(at)).map(|(_, field)| key(field).to_owned()).collect()
}

const TITLE: &str = "title";

/// What a plan says, and of the libraries what it means: roles that nobody has are no part of it.
fn exported(analysis: &Analysis) -> impl Iterator<Item = Entity<'_>> {
    let plan = &analysis.plan;
    let mut meant = vec![false; plan.parts.len()];
    for target in plan.parts.iter().flat_map(|placed| &placed.targets).flatten() {
        meant[target.part as usize] = true;
    }
    let library = |entity: &Entity<'_>| analysis.sources.get(plan.parts[entity.id.part as usize].source).library;
    // What a plan declares takes the place of the library's thing of that name.
    let own: rustc_hash::FxHashSet<&str> =
        plan.entities().filter(|entity| !library(entity) && !entity.concept_row().local).filter_map(|entity| entity.name()).collect();
    plan.entities()
        .filter(move |entity| !library(entity) || (meant[entity.id.part as usize] && entity.name().is_none_or(|name| !own.contains(name))))
}
