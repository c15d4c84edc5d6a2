//! The JSON of values, as definitions of a JSON Schema: what `json` of each type writes.

use serde_json::{Value as Json, json};

use crate::language::concepts::strategy::Currency;
use crate::language::{Type, Typed};
use crate::text::shape::{link, object, or_none};

/// What values are made of. No concept's name has a blank in it, so that no name is given twice.
pub fn shapes() -> impl Iterator<Item = (String, Json)> {
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
    .map(|(name, shape)| (name.to_owned(), shape))
}

/// The words of a list.
fn words(of: Type) -> Vec<&'static str> {
    match of {
        Type::Word(rows) => rows.iter().map(|row| row.en).collect(),
        _ => Vec::new(),
    }
}
