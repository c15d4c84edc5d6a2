//! Reviewdog's form of findings. Columns count bytes.

use serde_json::{Value, json};

use super::{Place, each, severity};
use crate::analysis::Analysis;
use crate::diagnostic::Lang;

pub fn rdjson(analyses: &[Analysis], lang: Option<Lang>) -> String {
    let told = each(analyses, lang).flat_map(|(_, _, told)| told).filter(|told| told.waived.is_none());
    let rows: Vec<Value> = told
        .map(|told| {
            let text = if told.help.is_empty() { told.message.clone() } else { format!("{}\n{}", told.message, told.help) };
            let own = told.fixes.iter().filter(|fix| fix.place.file() == told.place.file());
            json!({
                "message": text,
                "location": { "path": told.place.file(), "range": range(&told.place) },
                "severity": severity(told.rule.severity, ["ERROR", "WARNING", "INFO"]),
                "code": { "value": told.rule.id },
                "suggestions": own.map(|fix| json!({ "range": range(&fix.place), "text": fix.text })).collect::<Vec<_>>(),
            })
        })
        .collect();
    serde_json::to_string_pretty(&json!({ "source": { "name": "strategy" }, "diagnostics": rows })).unwrap_or_default()
}

fn range(place: &Place<'_>) -> Value {
    let (start, end) = place.byte_columns();
    json!({ "start": { "line": place.line, "column": start }, "end": { "line": place.end_line, "column": end } })
}
