//! The pieces that a JSON Schema (draft 2020-12) is made of. What they make lets nothing pass that they do not name.

use serde_json::{Map, Value as Json, json};

/// An object with these keys and no others; all but the `optional` are there.
pub fn object(properties: impl IntoIterator<Item = (&'static str, Json)>, optional: &[&str]) -> Json {
    let properties: Map<String, Json> = properties.into_iter().map(|(key, schema)| (key.to_owned(), schema)).collect();
    let required: Vec<&String> = properties.keys().filter(|key| !optional.contains(&key.as_str())).collect();
    json!({ "type": "object", "additionalProperties": false, "required": required, "properties": properties })
}

/// A list of these, empty or not.
pub fn list(items: Json) -> Json {
    json!({ "type": "array", "items": items })
}

pub fn or_none(of: Json) -> Json {
    json!({ "anyOf": [{ "type": "null" }, of] })
}

pub fn text() -> Json {
    json!({ "type": "string" })
}

pub fn text_or_none() -> Json {
    json!({ "type": ["string", "null"] })
}

/// A number of things; a line.
pub fn count() -> Json {
    json!({ "type": "integer", "minimum": 0 })
}

pub fn one_of(words: &[&str]) -> Json {
    json!({ "enum": words })
}

/// Where a definition stands; a blank in its name is written as links write it.
pub fn link(name: &str) -> Json {
    json!({ "$ref": format!("#/$defs/{}", name.replace(' ', "%20")) })
}

pub fn merge(schema: &mut Json, more: Json) {
    if let (Json::Object(schema), Json::Object(more)) = (schema, more) {
        schema.extend(more);
    }
}

/// The whole schema: its title, the definitions that it links to, its shape.
pub fn whole(title: &str, definitions: impl IntoIterator<Item = (String, Json)>, shape: Json) -> Json {
    let definitions: Map<String, Json> = definitions.into_iter().collect();
    let mut schema = json!({ "$schema": "https://json-schema.org/draft/2020-12/schema", "title": title, "$defs": definitions });
    merge(&mut schema, shape);
    schema.sort_all_objects();
    schema
}
