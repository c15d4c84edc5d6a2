//! Findings in the forms that forges and pipelines read: one row a finding, the same for all of them.

mod github;
mod gitlab;
mod junit;
mod markdown;
mod narrated;
mod rdjson;
mod sarif;

pub use github::github;
pub use gitlab::gitlab;
pub use junit::junit;
pub use markdown::markdown;
pub use narrated::narrated;
pub use rdjson::rdjson;
pub use sarif::sarif;

use crate::analysis::Analysis;
use crate::diagnostic::{Diagnostic, Edit, Lang, Rule, Severity};
use crate::difference::{key_of, keys};
use crate::language::concepts::waiver;
use crate::syntax::readable;
use crate::text::{Source, Span};

/// A finding as it is told to another program.
pub struct Told<'a> {
    /// The root file of the plan.
    pub plan: &'a str,
    pub rule: &'static Rule,
    pub message: String,
    pub help: String,
    pub place: Place<'a>,
    /// The other places, with their words.
    pub others: Vec<(String, Place<'a>)>,
    /// The best first.
    pub fixes: Vec<Fix<'a>>,
    /// What it is about, whatever the line: `CPL-01 goal guichet`.
    pub key: String,
    /// Somebody stands for it: why, and where that is written.
    pub waived: Option<(String, Place<'a>)>,
}

/// A change that a finding offers.
pub struct Fix<'a> {
    pub title: String,
    pub place: Place<'a>,
    pub text: String,
}

/// A place in a file: lines and columns from 1, columns in characters; an end is exclusive.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    pub source: &'a Source,
    pub line: u32,
    pub column: u32,
    pub end_line: u32,
    pub end_column: u32,
    span: Span,
}

impl<'a> Place<'a> {
    fn of(analysis: &'a Analysis, span: Span) -> Place<'a> {
        let (start, end) = (analysis.sources.start(span), analysis.sources.end(span));
        let source = analysis.sources.get(span.source);
        Place { source, line: start.line, column: start.column, end_line: end.line, end_column: end.column, span }
    }

    pub fn file(&self) -> &'a str {
        &self.source.name
    }

    /// Columns from 1 in bytes, of the start and of the end.
    pub fn byte_columns(&self) -> (u32, u32) {
        let column = |offset: u32| {
            let line = self.source.lines.range(&self.source.text, self.source.lines.line_of(offset));
            offset - line.start as u32 + 1
        };
        (column(self.span.start), column(self.span.end))
    }
}

/// Every finding of a plan, in order; then those that a waiver covers.
pub fn told(analysis: &Analysis, lang: Lang) -> Vec<Told<'_>> {
    let keys = keys(analysis);
    let mut all: Vec<Told<'_>> = analysis.diagnostics.iter().zip(keys).map(|(found, key)| one(analysis, found, key, lang)).collect();
    let judged = analysis.judgement.verdicts.iter().flat_map(|verdict| &verdict.findings);
    for finding in judged {
        let Some(id) = finding.waived else { continue };
        let waiver = analysis.plan.entity(id);
        let because = waiver.text(waiver::BECAUSE).map_or_else(String::new, |text| text.into_owned());
        let mut told = one(analysis, &finding.diagnostic, key_of(analysis, &finding.diagnostic), lang);
        told.waived = Some((because, Place::of(analysis, waiver.head())));
        all.push(told);
    }
    all
}

fn one<'a>(analysis: &'a Analysis, found: &Diagnostic, key: String, lang: Lang) -> Told<'a> {
    let own = |span: Span| !analysis.sources.get(span.source).library;
    let fix = |edit: &Edit| {
        let (span, text) = analysis.plan.written(&edit.mend);
        own(span).then(|| Fix { title: edit.title.show(lang), place: Place::of(analysis, span), text })
    };
    let others = found.labels.iter().skip(1).filter(|label| own(label.span));
    Told {
        plan: analysis.sources.iter().next().map_or("plan", |(_, source)| source.name.as_str()),
        rule: found.rule,
        message: found.message.show(lang),
        help: found.help.show(lang),
        place: Place::of(analysis, found.span()),
        others: others.map(|label| (label.text.show(lang), Place::of(analysis, label.span))).collect(),
        fixes: found.edits.iter().filter_map(fix).collect(),
        key,
        waived: None,
    }
}

/// What each of several plans tells, in its own language where none is asked for.
fn each(analyses: &[Analysis], lang: Option<Lang>) -> impl Iterator<Item = (&Analysis, Lang, Vec<Told<'_>>)> {
    analyses.iter().map(move |analysis| {
        let lang = lang.unwrap_or(analysis.language());
        (analysis, lang, told(analysis, lang))
    })
}

/// One language for what is said of all.
fn speaks(analyses: &[Analysis], lang: Option<Lang>) -> Lang {
    lang.or(analyses.first().map(Analysis::language)).unwrap_or_default()
}

/// Without what a terminal or a page would take for something else than words.
fn plain(text: &str) -> String {
    text.chars().filter(|c| readable(*c)).collect()
}

fn severity(severity: Severity, names: [&'static str; 3]) -> &'static str {
    names[match severity {
        Severity::Error => 0,
        Severity::Warning => 1,
        Severity::Advice => 2,
    }]
}
