//! One line a finding: `plan.dsl:12:5: erreur E0301 unknown-name : …`

use super::human::severity_word;
use crate::analysis::Analysis;
use crate::diagnostic::Lang;
use crate::syntax::readable;

pub fn concise(analysis: &Analysis, lang: Lang) -> String {
    let mut out = String::new();
    for diagnostic in &analysis.diagnostics {
        let span = diagnostic.span();
        let (source, at) = (analysis.sources.get(span.source), analysis.sources.start(span));
        let message: String = diagnostic.message.show(lang).chars().filter(|c| readable(*c)).collect();
        out.push_str(&format!(
            "{}:{}:{}: {} {} {}{} {message}\n",
            source.name,
            at.line,
            at.column,
            severity_word(diagnostic.severity(), lang),
            diagnostic.rule.id,
            diagnostic.rule.called(lang),
            lang.of(" :", ":"),
        ));
    }
    out
}
