//! `export --format json`: version 1. A tree, as the plan's blocks are; [`super::schema`] tells its shape.

use serde::{Serialize, Serializer};
use serde_json::Value as Json;

use super::paths::Paths;
use super::{computed, exported, fields, key, readable, undefined, unknown, word};
use crate::analysis::Analysis;
use crate::plan;

pub const VERSION: u32 = 1;

#[derive(Serialize)]
struct Export<'a> {
    version: u32,
    entities: Vec<Entity<'a>>,
}

#[derive(Serialize)]
struct Entity<'a> {
    concept: String,
    name: Option<&'a str>,
    title: Option<String>,
    doc: Option<String>,
    path: &'a str,
    #[serde(serialize_with = "in_order")]
    fields: Vec<(&'static str, Json)>,
    #[serde(serialize_with = "in_order")]
    computed: Vec<(&'static str, Json)>,
    unknown: Vec<String>,
    undefined: Vec<String>,
    #[serde(serialize_with = "in_order")]
    notes: Vec<(&'static str, Json)>,
    children: Vec<Entity<'a>>,
}

/// The whole plan as JSON.
pub fn json(analysis: &Analysis) -> String {
    let paths = Paths::of(analysis);
    let top = exported(analysis).filter(|entity| entity.parent().is_none());
    let export = Export { version: VERSION, entities: top.map(|entity| entity_of(analysis, &paths, entity)).collect() };
    serde_json::to_string_pretty(&export).expect("plain data becomes JSON")
}

/// One thing of it, with all that it holds.
pub fn thing(analysis: &Analysis, entity: plan::Entity<'_>) -> Json {
    serde_json::to_value(entity_of(analysis, &Paths::of(analysis), entity)).expect("plain data becomes JSON")
}

fn entity_of<'a>(analysis: &'a Analysis, paths: &'a Paths, entity: plan::Entity<'a>) -> Entity<'a> {
    let row = entity.concept_row();
    let written = fields(row, false).filter_map(|(at, field)| Some((key(field), readable(entity.seen(at)?)?)));
    let known = fields(row, true).filter_map(|(at, field)| Some((key(field), computed(analysis, entity, at)?)));
    Entity {
        concept: word(row),
        name: entity.name(),
        title: entity.title().is().map(Into::into),
        doc: entity.doc(),
        path: paths.get(entity),
        fields: written.collect(),
        computed: known.collect(),
        unknown: unknown(entity),
        undefined: undefined(entity),
        notes: entity.notes().map(|(at, note)| (key(&row.fields[at as usize]), Json::String(note))).collect(),
        children: entity.children().map(|child| entity_of(analysis, paths, child)).collect(),
    }
}

/// An object in the order given. Within values keys are in the order of the alphabet: how a library keeps them depends on
/// what else is built.
fn in_order<S: Serializer>(entries: &[(&'static str, Json)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(entries.iter().map(|(key, value)| {
        let mut value = value.clone();
        value.sort_all_objects();
        (key, value)
    }))
}
