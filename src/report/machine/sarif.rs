//! SARIF 2.1.0, which forges show beside the lines of a merge request. Columns count characters.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::{Place, Told, each, severity, speaks};
use crate::analysis::Analysis;
use crate::diagnostic::{Lang, Rule};

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// One run for one or several plans.
pub fn sarif(analyses: &[Analysis], lang: Option<Lang>) -> String {
    let speak = speaks(analyses, lang);
    let mut rules: BTreeMap<&str, &Rule> = BTreeMap::new();
    let all: Vec<(&Analysis, Told<'_>)> =
        each(analyses, lang).flat_map(|(analysis, _, told)| told.into_iter().map(move |one| (analysis, one))).collect();
    all.iter().for_each(|(_, told)| _ = rules.insert(told.rule.id, told.rule));
    let number = |id: &str| rules.keys().position(|known| *known == id);
    let results: Vec<Value> = all.iter().map(|(_, told)| result(told, number(told.rule.id))).collect();
    let report = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "strategy",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "language": speak.of("fr", "en"),
                "rules": rules.values().map(|rule| descriptor(rule, speak)).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    serde_json::to_string_pretty(&report).unwrap_or_default()
}

fn descriptor(rule: &Rule, lang: Lang) -> Value {
    let (title, why) = (rule.title(lang), rule.why(lang));
    json!({
        "id": rule.id,
        "name": rule.called(lang),
        "shortDescription": { "text": text_or(title, rule.id) },
        "fullDescription": { "text": text_or(why, title) },
        "help": { "text": text_or(why, title), "markdown": format!("{why}\n\n`strategy explain {}`", rule.id) },
        "defaultConfiguration": { "level": level(rule) },
    })
}

/// A message must hold words.
fn text_or<'a>(text: &'a str, other: &'a str) -> &'a str {
    if text.is_empty() { other } else { text }
}

fn level(rule: &Rule) -> &'static str {
    severity(rule.severity, ["error", "warning", "note"])
}

fn result(told: &Told<'_>, number: Option<usize>) -> Value {
    let text = if told.help.is_empty() { told.message.clone() } else { format!("{}\n{}", told.message, told.help) };
    let mut result = json!({
        "ruleId": told.rule.id,
        "level": level(told.rule),
        "message": { "text": text },
        "locations": [{ "physicalLocation": physical(&told.place), "logicalLocations": [{ "fullyQualifiedName": told.key }] }],
        "partialFingerprints": { "strategyKey/v2": fingerprint(told) },
    });
    if let Some(number) = number {
        result["ruleIndex"] = json!(number);
    }
    if !told.others.is_empty() {
        let related = told.others.iter().zip(1..).map(|((text, place), id)| {
            let mut related = json!({ "id": id, "physicalLocation": physical(place) });
            if !text.is_empty() {
                related["message"] = json!({ "text": text });
            }
            related
        });
        result["relatedLocations"] = related.collect();
    }
    if !told.fixes.is_empty() {
        let fixes = told.fixes.iter().map(|fix| {
            let change = json!({ "deletedRegion": region(&fix.place), "insertedContent": { "text": fix.text } });
            json!({
                "description": { "text": fix.title },
                "artifactChanges": [{ "artifactLocation": { "uri": uri(fix.place.file()) }, "replacements": [change] }],
            })
        });
        result["fixes"] = fixes.collect();
    }
    if let Some((because, place)) = &told.waived {
        let mut suppression = json!({ "kind": "inSource", "status": "accepted", "location": { "physicalLocation": physical(place) } });
        if !because.is_empty() {
            suppression["justification"] = json!(because);
        }
        result["suppressions"] = json!([suppression]);
    }
    result
}

fn physical(place: &Place<'_>) -> Value {
    json!({ "artifactLocation": { "uri": uri(place.file()) }, "region": region(place) })
}

fn region(place: &Place<'_>) -> Value {
    json!({ "startLine": place.line, "startColumn": place.column, "endLine": place.end_line, "endColumn": place.end_column })
}

/// A path as a relative address: `mon plan/é.dsl` is `mon%20plan/%C3%A9.dsl`.
pub(super) fn uri(path: &str) -> String {
    let mut out = String::new();
    for byte in path.bytes() {
        match byte {
            b'/' | b'-' | b'.' | b'_' | b'~' => out.push(char::from(byte)),
            _ if byte.is_ascii_alphanumeric() => out.push(char::from(byte)),
            _ => out += &format!("%{byte:02X}"),
        }
    }
    out
}

/// The same finding of two plans is two findings.
pub(super) fn fingerprint(told: &Told<'_>) -> String {
    Sha256::digest(format!("{} {}", told.plan, told.key))[..16].iter().map(|byte| format!("{byte:02x}")).collect()
}
