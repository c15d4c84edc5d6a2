//! `check --format json`: version 1. Lines and columns count from 1, columns in characters; an end is exclusive.

use serde::Serialize;
use serde_json::{Value as Json, json};

use crate::analysis::Analysis;
use crate::diagnostic::{Diagnostic, Edit, Lang, Severity};
use crate::text::shape::{count, link, list, object, one_of, or_none, text, text_or_none, whole};
use crate::text::{Sources, Span};

const VERSION: u32 = 1;

/// The JSON Schema of what [`json`] writes.
pub fn schema() -> Json {
    let place = || [("file", text()), ("line", count()), ("column", count()), ("end_line", count()), ("end_column", count())];
    let placed = |more: &[(&'static str, Json)]| object(place().into_iter().chain(more.iter().cloned()), &[]);
    let severity = one_of(&[Severity::Error, Severity::Warning, Severity::Advice].map(Severity::name));
    let finding = placed(&[
        ("code", text()),
        ("name", text()),
        ("severity", severity),
        ("message", text()),
        ("help", text()),
        ("subject", or_none(placed(&[("concept", text()), ("field", text_or_none())]))),
        ("labels", list(placed(&[("message", text())]))),
        ("fix", or_none(link("an edit"))),
        ("edits", list(link("an edit"))),
    ]);
    let summary = ["errors", "warnings", "advice", "files", "goals"].map(|key| (key, count()));
    let shape = object(
        [
            ("version", json!({ "const": VERSION })),
            ("diagnostics", list(finding)),
            ("policies", super::policies::shape()),
            ("summary", object(summary, &[])),
        ],
        &[],
    );
    let edit = placed(&[("title", text()), ("replacement", text())]);
    whole("The findings of `strategy check --format json`", [("an edit".to_owned(), edit)], shape)
}

#[derive(Serialize)]
struct Report<'a> {
    version: u32,
    diagnostics: Vec<Finding<'a>>,
    policies: super::policies::Policies,
    summary: Summary,
}

#[derive(Serialize)]
struct Finding<'a> {
    code: &'a str,
    name: &'a str,
    severity: &'a str,
    message: String,
    help: String,
    subject: Option<Subject<'a>>,
    #[serde(flatten)]
    place: Place<'a>,
    labels: Vec<Label<'a>>,
    /// The best of the edits.
    fix: Option<Fix<'a>>,
    edits: Vec<Fix<'a>>,
}

/// What it is about: the concept and the field by their English keywords.
#[derive(Serialize)]
struct Subject<'a> {
    concept: &'a str,
    field: Option<&'a str>,
    #[serde(flatten)]
    place: Place<'a>,
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
    message: String,
    #[serde(flatten)]
    place: Place<'a>,
}

#[derive(Serialize)]
struct Fix<'a> {
    title: String,
    replacement: String,
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
    let policies = super::policies::data(analyses, lang);
    let mut report = Report { version: VERSION, diagnostics: Vec::new(), policies, summary: Summary::default() };
    for analysis in analyses {
        let lang = lang.unwrap_or(analysis.language());
        report.diagnostics.extend(analysis.diagnostics.iter().map(|diagnostic| finding(analysis, diagnostic, lang)));
        let summary = &mut report.summary;
        summary.errors += analysis.count(Severity::Error);
        summary.warnings += analysis.count(Severity::Warning);
        summary.advice += analysis.count(Severity::Advice);
        summary.files += analysis.sources.iter().filter(|(_, source)| !source.library).count();
        summary.goals += analysis.plan.goals.len();
    }
    serde_json::to_string_pretty(&report).expect("plain data becomes JSON")
}

fn finding<'a>(analysis: &'a Analysis, diagnostic: &'a Diagnostic, lang: Lang) -> Finding<'a> {
    let sources = &*analysis.sources;
    let fix = |edit: &Edit| {
        let (span, replacement) = analysis.plan.written(&edit.mend);
        Fix { title: edit.title.show(lang), replacement, place: place(sources, span) }
    };
    // What it says that it is about; else what stands at its place.
    let subject = diagnostic.subject.or_else(|| analysis.plan.subject_at(diagnostic.span()));
    Finding {
        code: diagnostic.rule.id,
        name: diagnostic.rule.name,
        severity: diagnostic.severity().name(),
        message: diagnostic.message.show(lang),
        help: diagnostic.help.show(lang),
        place: place(sources, diagnostic.span()),
        labels: diagnostic.labels.iter().map(|label| Label { message: label.text.show(lang), place: place(sources, label.span) }).collect(),
        subject: subject.map(|of| Subject { concept: of.concept, field: of.field, place: place(sources, of.place) }),
        fix: diagnostic.edits.first().map(fix),
        edits: diagnostic.edits.iter().map(fix).collect(),
    }
}

fn place(sources: &Sources, span: Span) -> Place<'_> {
    let (start, end) = (sources.start(span), sources.end(span));
    Place { file: &sources.get(span.source).name, line: start.line, column: start.column, end_line: end.line, end_column: end.column }
}
