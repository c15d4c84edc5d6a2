//! GitLab's report of code quality.

use serde_json::json;

use super::sarif::fingerprint;
use super::{each, severity};
use crate::analysis::Analysis;
use crate::diagnostic::Lang;

pub fn gitlab(analyses: &[Analysis], lang: Option<Lang>) -> String {
    let told = each(analyses, lang).flat_map(|(_, _, told)| told).filter(|told| told.waived.is_none());
    let rows: Vec<_> = told
        .map(|told| {
            let place = &told.place;
            let text = if told.help.is_empty() { told.message.clone() } else { format!("{} {}", told.message, told.help) };
            json!({
                "description": text,
                "check_name": told.rule.id,
                "fingerprint": fingerprint(&told),
                "severity": severity(told.rule.severity, ["critical", "minor", "info"]),
                "categories": ["Style"],
                "location": {
                    "path": place.file(),
                    "positions": {
                        "begin": { "line": place.line, "column": place.column },
                        "end": { "line": place.end_line, "column": place.end_column },
                    },
                },
            })
        })
        .collect();
    serde_json::to_string_pretty(&rows).unwrap_or_default()
}
