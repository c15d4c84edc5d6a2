//! `check --format json`: version 1. Lines and columns count from 1, columns in characters; an end is exclusive.

use serde::Serialize;

use crate::analysis::Analysis;
use crate::diagnostic::{Diagnostic, Lang, Severity};
use crate::text::{Sources, Span};

#[derive(Serialize)]
struct Report<'a> {
    version: u32,
    diagnostics: Vec<Finding<'a>>,
    summary: Summary,
}

#[derive(Serialize)]
struct Finding<'a> {
    code: &'a str,
    name: &'a str,
    severity: &'a str,
    message: &'a str,
    help: &'a str,
    #[serde(flatten)]
    place: Place<'a>,
    labels: Vec<Label<'a>>,
    fix: Option<Fix<'a>>,
}

#[derive(Serialize)]
struct Place<'a> {
    file: &'a str,
    line: u32,
    column: u32,
    end_line: u32,
    end_column: u32,
}

#[derive(Serialize)]
struct Label<'a> {
    message: &'a str,
    #[serde(flatten)]
    place: Place<'a>,
}

#[derive(Serialize)]
struct Fix<'a> {
    title: &'a str,
    replacement: &'a str,
    #[serde(flatten)]
    place: Place<'a>,
}

#[derive(Default, Serialize)]
struct Summary {
    errors: usize,
    warnings: usize,
    advice: usize,
    files: usize,
    goals: usize,
}

/// One report for one or several plans.
pub fn json(analyses: &[Analysis], lang: Option<Lang>) -> String {
    let mut report = Report { version: 1, diagnostics: Vec::new(), summary: Summary::default() };
    for analysis in analyses {
        let lang = lang.unwrap_or(analysis.language());
        report.diagnostics.extend(analysis.diagnostics.iter().map(|diagnostic| finding(&analysis.sources, diagnostic, lang)));
        let summary = &mut report.summary;
        summary.errors += analysis.count(Severity::Error);
        summary.warnings += analysis.count(Severity::Warning);
        summary.advice += analysis.count(Severity::Advice);
        summary.files += analysis.sources.iter().filter(|(_, source)| !source.library).count();
        summary.goals += analysis.plan.goals.len();
    }
    serde_json::to_string_pretty(&report).expect("plain data becomes JSON")
}

fn finding<'a>(sources: &'a Sources, diagnostic: &'a Diagnostic, lang: Lang) -> Finding<'a> {
    Finding {
        code: diagnostic.code.id,
        name: diagnostic.code.name,
        severity: diagnostic.severity().name(),
        message: diagnostic.message.get(lang),
        help: diagnostic.help.get(lang),
        place: place(sources, diagnostic.span()),
        labels: diagnostic.labels.iter().map(|label| Label { message: label.text.get(lang), place: place(sources, label.span) }).collect(),
        fix: diagnostic.fix.as_ref().map(|fix| Fix {
            title: fix.title.get(lang),
            replacement: &fix.replacement,
            place: place(sources, fix.span),
        }),
    }
}

fn place(sources: &Sources, span: Span) -> Place<'_> {
    let (start, end) = (sources.start(span), sources.end(span));
    Place { file: &sources.get(span.source).name, line: start.line, column: start.column, end_line: end.line, end_column: end.column }
}
