//! `strategy schema`: the shape of the export as a JSON Schema (draft 2020-12), from the table of concepts. It lets nothing pass
//! that the table does not know.

use serde_json::{Map, Value as Json, json};

use super::{TITLE, fields, key, tree::VERSION, word};
use crate::diagnostic::Lang;
use crate::language::concepts::strategy::Currency;
use crate::language::{CONCEPTS, ConceptRow, FieldRow, Slot, Type, Typed, inside};

pub fn schema() -> String {
    let mut definitions: Map<String, Json> = CONCEPTS.iter().map(|row| (word(row), concept(row))).collect();
    definitions.extend(shared().map(|(name, schema)| (name.to_owned(), schema)));
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A digital strategy, as `strategy export` writes it",
        "$defs": definitions,
    });
    let shape = object([("version", json!({ "const": VERSION })), ("entities", these(inside(None)))], &[]);
    merge(&mut schema, shape);
    schema.sort_all_objects();
    serde_json::to_string_pretty(&schema).expect("plain data becomes JSON")
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

/// What values are made of. No concept's name has a blank in it, so that no name is given twice.
fn shared() -> impl Iterator<Item = (&'static str, Json)> {
    let day = || json!({ "type": "string", "pattern": "^-?[0-9]{4,6}-[0-9]{2}-[0-9]{2}$" });
    let year = || json!({ "type": "integer" });
    let count = || json!({ "type": "integer", "minimum": 0 });
    let decimal = || link("decimal value");
    let money = || link("money value");
    let euros = || object([("euros", decimal())], &[]);
    let other = || object([("money", money())], &[]);
    let currency = json!({ "enum": words(Currency::TYPE) });
    let tax = json!({ "enum": [null, "HT", "TTC", "mixed"] });
    let flag = || json!({ "type": "boolean" });
    let more = object([("low", decimal()), ("high", decimal()), ("currency", currency), ("tax", tax), ("about", flag())], &[]);
    let amount = |key: &'static str, of: Json| {
        object([("first", year()), ("last", year()), (key, of), ("in all", json!({ "const": true }))], &["in all"])
    };
    let changed = |of: Json| object([("now", of.clone()), ("before", of)], &[]);
    let after = object(
        [("after", json!({ "type": ["string", "null"] })), ("delay", link("duration value")), ("date", or_none(link("date value")))],
        &[],
    );
    let end = || or_none(json!({ "anyOf": [link("date value"), after.clone()] }));
    let reading = object(
        [
            ("number", decimal()),
            ("unit", json!({ "type": ["string", "null"] })),
            ("bound", json!({ "enum": ["exactly", "about", "over", "under"] })),
            ("relative", flag()),
        ],
        &[],
    );
    let percent = object([("percent", decimal()), ("of", json!({ "enum": ["investment", "operating", "total"] }))], &[]);
    let grain = json!({ "enum": ["day", "month", "quarter", "semester", "year"] });
    let unit = json!({ "enum": ["days", "weeks", "months", "years"] });
    let moment = json!({ "enum": ["start", "end"] });
    let delay = json!({ "oneOf": [{ "type": "null" }, link("duration value")] });
    [
        ("decimal value", json!({ "type": "string", "pattern": "^-?[0-9]+(\\.[0-9]+)?$" })),
        ("date value", object([("first", day()), ("last", day()), ("grain", grain), ("about", flag())], &[])),
        ("moment value", json!({ "anyOf": [link("date value"), after, changed(link("moment value"))] })),
        (
            "period value",
            json!({ "anyOf": [
                object([("start", end()), ("end", end())], &[]),
                object([("continuous", json!({ "const": true }))], &[]),
                link("duration value"),
                changed(link("period value")),
            ] }),
        ),
        ("duration value", object([("count", json!({ "type": "integer", "minimum": 0 })), ("unit", unit)], &[])),
        (
            "dependency value",
            object(
                [("on", json!({ "type": "string" })), ("moment", moment), ("delay", delay), ("for", json!({ "type": ["string", "null"] }))],
                &[],
            ),
        ),
        ("money value", json!({ "oneOf": [decimal(), more] })),
        ("amount value", json!({ "oneOf": [amount("euros", decimal()), amount("money", money())] })),
        ("share value", json!({ "oneOf": [euros(), other(), percent] })),
        ("capacity value", object([("first", year()), ("last", year()), ("fte", decimal())], &[])),
        ("effort value", object([("who", json!({ "type": "string" })), ("fte", decimal())], &[])),
        ("votes value", object([("for", count()), ("against", count()), ("abstentions", count())], &[])),
        ("number value", reading),
        (
            "reading value",
            json!({ "anyOf": [
                link("number value"),
                object([("low", link("number value")), ("high", link("number value"))], &[]),
                { "type": "boolean" },
                { "type": "string" },
            ] }),
        ),
    ]
    .into_iter()
}

/// An object with these keys and no others; all but the `optional` are there.
fn object(properties: impl IntoIterator<Item = (&'static str, Json)>, optional: &[&str]) -> Json {
    let properties: Map<String, Json> = properties.into_iter().map(|(key, schema)| (key.to_owned(), schema)).collect();
    let required: Vec<&String> = properties.keys().filter(|key| !optional.contains(&key.as_str())).collect();
    json!({ "type": "object", "additionalProperties": false, "required": required, "properties": properties })
}

fn or_none(of: Json) -> Json {
    json!({ "anyOf": [{ "type": "null" }, of] })
}

/// The words of a list.
fn words(of: Type) -> Vec<&'static str> {
    match of {
        Type::Word(rows) => rows.iter().map(|row| row.en).collect(),
        _ => Vec::new(),
    }
}

fn list(items: Json) -> Json {
    json!({ "type": "array", "minItems": 1, "items": items })
}

/// Where a definition stands; a blank in its name is written as links write it.
fn link(name: &str) -> Json {
    json!({ "$ref": format!("#/$defs/{}", name.replace(' ', "%20")) })
}

fn merge(schema: &mut Json, more: Json) {
    if let (Json::Object(schema), Json::Object(more)) = (schema, more) {
        schema.extend(more);
    }
}
