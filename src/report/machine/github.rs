//! Commands of GitHub's workflows: a line a finding, shown beside the code.

use super::{each, plain, severity};
use crate::analysis::Analysis;
use crate::diagnostic::Lang;

/// `strict`: warnings fail too.
pub fn github(analyses: &[Analysis], lang: Option<Lang>, strict: bool) -> String {
    let mut out = String::new();
    for told in each(analyses, lang).flat_map(|(_, _, told)| told).filter(|told| told.waived.is_none()) {
        let place = &told.place;
        let mut properties = format!("file={},line={},endLine={}", property(place.file()), place.line, place.end_line);
        // Columns are for one line only.
        if place.line == place.end_line {
            properties += &format!(",col={},endColumn={}", place.column, place.end_column);
        }
        let text =
            [told.message.as_str(), told.help.as_str()].iter().filter(|text| !text.is_empty()).map(|text| plain(text)).collect::<Vec<_>>();
        let level = severity(told.rule.severity, ["error", if strict { "error" } else { "warning" }, "notice"]);
        out += &format!("::{level} {properties},title={}::{}\n", property(told.rule.id), data(&text.join("\n")));
    }
    out
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
