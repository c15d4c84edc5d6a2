//! L1. What is wrong, as plain data: how it looks is `report`'s affair.
//! Invariant: every diagnostic has a code of [`codes`], a main place, and says in both languages what is wrong and what to do.

pub mod codes;
mod say;
pub mod suggest;

pub use codes::Code;
pub use say::{Lang, Say};

use crate::text::{SourceId, Span};

/// A source that is not known yet.
pub const HERE: SourceId = SourceId(u16::MAX);

/// No more messages of one run: the rest is counted, and that is said.
pub const MOST: usize = 1_000;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    Error,
    Warning,
    Advice,
}

impl Severity {
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Advice => "advice",
        }
    }
}

#[derive(Debug, Clone)]
pub struct Label {
    pub span: Span,
    pub text: Say,
}

/// An edit that mends the text: replace `span` by `replacement`.
#[derive(Debug, Clone)]
pub struct Fix {
    pub title: Say,
    pub span: Span,
    pub replacement: String,
}

#[derive(Debug, Clone)]
pub struct Diagnostic {
    pub code: &'static Code,
    /// What is wrong, in one sentence.
    pub message: Say,
    /// What to do.
    pub help: Say,
    /// The main place first; the others may lie in other files.
    pub labels: Vec<Label>,
    pub fix: Option<Fix>,
}

impl Diagnostic {
    pub fn new(code: &'static Code, span: Span, message: Say, help: Say) -> Self {
        Diagnostic { code, message, help, labels: vec![Label { span, text: Say::default() }], fix: None }
    }

    /// The words under the main place.
    pub fn here(mut self, text: Say) -> Self {
        self.labels[0].text = text;
        self
    }

    pub fn label(mut self, span: Span, text: Say) -> Self {
        self.labels.push(Label { span, text });
        self
    }

    pub fn fix(mut self, title: Say, span: Span, replacement: impl Into<String>) -> Self {
        self.fix = Some(Fix { title, span, replacement: replacement.into() });
        self
    }

    /// The same, of a text that begins at a byte of a source.
    pub fn moved(mut self, source: SourceId, base: u32) -> Self {
        self.place_all(|span| Span::new(source, base + span.start, base + span.end));
        self
    }

    /// The same for the places that are [`HERE`]; the others stay where they are.
    pub fn shifted(mut self, source: SourceId, base: u32) -> Self {
        self.place_all(|span| if span.source == HERE { Span::new(source, base + span.start, base + span.end) } else { span });
        self
    }

    fn place_all(&mut self, place: impl Fn(Span) -> Span) {
        for label in &mut self.labels {
            label.span = place(label.span);
        }
        if let Some(fix) = &mut self.fix {
            fix.span = place(fix.span);
        }
    }

    pub fn span(&self) -> Span {
        self.labels[0].span
    }

    pub fn severity(&self) -> Severity {
        self.code.severity
    }
}
