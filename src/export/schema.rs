//! `strategy schema`: the shape of the export as a JSON Schema (draft 2020-12), from the table of concepts. It lets nothing pass
//! that the table does not know.

use serde_json::{Value as Json, json};

use super::{TITLE, fields, key, tree::VERSION, word};
use crate::diagnostic::Lang;
use crate::language::{CONCEPTS, ConceptRow, FieldRow, Slot, Type, inside};
use crate::plan::shapes;
use crate::text::shape::{link, merge, object, whole};

pub fn schema() -> Json {
    let shape = object([("version", json!({ "const": VERSION })), ("entities", these(inside(None)))], &[]);
    whole("A digital strategy, as `strategy export` writes it", CONCEPTS.iter().map(|row| (word(row), concept(row))).chain(shapes()), shape)
}

fn concept(row: &ConceptRow) -> Json {
    let values = |computed| {
        let of = |(_, field): (u8, &'static FieldRow)| (key(field), value(field));
        let names: Vec<&str> = fields(row, computed).map(|(_, field)| key(field)).collect();
        object(fields(row, computed).map(of), &names)
    };
    let written = fields(row, false).map(|(_, field)| key(field).to_owned());
    let unread: Vec<String> = [TITLE.to_owned()].into_iter().chain(written).chain(row.children().map(word)).collect();
    let mut schema = object(
        [
            ("concept", json!({ "const": word(row) })),
            ("name", text_if(row.name != Slot::None)),
            ("title", text_if(row.title != Slot::None)),
            ("doc", text_if(row.documented)),
            ("path", json!({ "type": "string" })),
            ("fields", values(false)),
            ("computed", values(true)),
            ("unknown", json!({ "type": "array", "items": { "enum": unread }, "uniqueItems": true })),
            (
                "undefined",
                json!({ "type": "array", "items": { "enum": fields(row, false).map(|(_, field)| key(field)).chain([""]).collect::<Vec<_>>() }, "uniqueItems": true }),
            ),
            ("notes", noted(row)),
            ("children", these(row.children())),
        ],
        &[],
    );
    merge(&mut schema, json!({ "description": row.help_in(Lang::En) }));
    schema
}

/// What is said beside a field.
fn noted(row: &ConceptRow) -> Json {
    let names: Vec<&str> = fields(row, false).map(|(_, field)| key(field)).collect();
    object(names.iter().map(|name| (*name, json!({ "type": "string" }))), &names)
}

/// Nothing, or a text where the concept may have one: what is missing in a plan is missing here.
fn text_if(may: bool) -> Json {
    if may { json!({ "type": ["string", "null"] }) } else { json!({ "type": "null" }) }
}

/// A list of these concepts.
fn these(rows: impl Iterator<Item = &'static ConceptRow>) -> Json {
    let any: Vec<Json> = rows.map(|row| link(&word(row))).collect();
    if any.is_empty() { json!({ "type": "array", "maxItems": 0 }) } else { json!({ "type": "array", "items": { "oneOf": any } }) }
}

fn value(field: &FieldRow) -> Json {
    let mut schema = match field.of {
        Type::Text | Type::Library | Type::Name => json!({ "type": "string" }),
        Type::Names | Type::People => list(json!({ "type": "string" })),
        Type::Dependencies => list(link("dependency value")),
        Type::Word(_) if field.open => json!({ "type": "string" }),
        Type::Word(words) => json!({ "enum": words.iter().map(|word| word.en).collect::<Vec<_>>() }),
        Type::Words(words) => list(json!({ "enum": words.iter().map(|word| word.en).collect::<Vec<_>>() })),
        Type::Number => json!({ "type": "integer", "minimum": 0 }),
        Type::Date => link("moment value"),
        Type::Period => link("period value"),
        Type::Duration => link("duration value"),
        Type::Amounts => list(link("amount value")),
        Type::Share => link("share value"),
        Type::Value => link("reading value"),
        Type::Money => link("money value"),
        Type::Flag => json!({ "const": true }),
        Type::Answer => json!({ "type": "boolean" }),
        Type::Every => link("duration value"),
        Type::Capacities => list(link("capacity value")),
        Type::Efforts => list(link("effort value")),
        Type::Texts | Type::Tags => list(json!({ "type": "string" })),
        Type::Votes => link("votes value"),
    };
    merge(&mut schema, json!({ "description": field.help(Lang::En) }));
    schema
}

fn list(items: Json) -> Json {
    json!({ "type": "array", "minItems": 1, "items": items })
}
