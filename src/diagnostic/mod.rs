//! L1. What is wrong, as plain data: how it looks is `report`'s affair.
//! Invariant: every diagnostic has a rule of [`rules`], a main place, and says in both languages what is wrong and what to do.

pub mod rules;
mod say;
pub mod suggest;

pub use rules::Rule;
pub use say::{Argument, By, Lang, Say, Spoken, Two, Within, speaks_of, two};

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

/// What an author may do about it, ready to be done.
#[derive(Debug, Clone, PartialEq)]
pub struct Edit {
    pub title: Say,
    pub mend: Mend,
    /// It is right whatever the author meant: it may be done unseen.
    pub safe: bool,
}

/// A change of the text, as a thought: one writer makes it a text (`plan/edit.rs`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mend {
    /// Other words in the place of these.
    Replace { span: Span, text: String },
    /// A line with a field, in the block of what has its keyword there. The field is known by its English keyword.
    Insert { into: Span, field: &'static str, value: String },
    /// A line of its own words, in the block of what has its keyword there.
    Add { into: Span, line: String },
}

/// What it is about, for other programs: the concept and the field by their English keywords.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Subject {
    pub concept: &'static str,
    /// The keyword of the thing, where it stands.
    pub place: Span,
    pub field: Option<&'static str>,
}

#[derive(Debug, Clone)]
pub struct Diagnostic {
    pub rule: &'static Rule,
    /// What is wrong, in one sentence.
    pub message: Say,
    /// What to do.
    pub help: Say,
    /// The main place first; the others may lie in other files.
    pub labels: Vec<Label>,
    pub subject: Option<Subject>,
    /// Which part of it: a year and a section, a quarter, what is waited for.
    pub part: Option<String>,
    /// The best first.
    pub edits: Vec<Edit>,
}

impl Diagnostic {
    pub fn new(rule: &'static Rule, span: Span, message: Say, help: Say) -> Self {
        Diagnostic { rule, message, help, labels: vec![Label { span, text: Say::default() }], subject: None, part: None, edits: Vec::new() }
    }

    /// Does it say that something that stands there could not be read?
    pub fn is_of_reading(&self) -> bool {
        let hundred = ["E00", "E01"].iter().any(|hundred| self.rule.id.starts_with(hundred));
        self.rule.severity == Severity::Error && (hundred || self.rule == &rules::UNREADABLE_CONDITION)
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

    /// Offers other words.
    pub fn fix(self, title: Say, span: Span, text: impl Into<String>) -> Self {
        self.edit(title, Mend::Replace { span, text: text.into() })
    }

    pub fn edit(mut self, title: Say, mend: Mend) -> Self {
        self.edits.push(Edit { title, mend, safe: false });
        self
    }

    /// The last edit is right whatever the author meant.
    pub fn safe(mut self) -> Self {
        if let Some(edit) = self.edits.last_mut() {
            edit.safe = true;
        }
        self
    }

    pub fn about(mut self, subject: Subject) -> Self {
        self.subject = Some(subject);
        self
    }

    /// The same, of a text that begins at a byte of a source.
    pub fn moved(mut self, source: SourceId, base: u32) -> Self {
        self.place_all(|span| Span::new(source, base + span.start, base + span.end));
        self
    }

    /// The same, every place between two characters of the text.
    pub fn on_boundaries(mut self, text: &str) -> Self {
        let floor = |at: u32| text.floor_char_boundary(at as usize) as u32;
        self.place_all(|span| Span::new(span.source, floor(span.start), floor(span.end)));
        self
    }

    /// The same for the places that are [`HERE`]; the others stay where they are.
    pub fn shifted(mut self, source: SourceId, base: u32) -> Self {
        self.place_all(|span| if span.source == HERE { Span::new(source, base + span.start, base + span.end) } else { span });
        self
    }

    /// Said to the author of a plan in this language.
    pub fn to_plan(mut self, lang: Lang) -> Self {
        let tell = |said: &mut Say| *said = std::mem::take(said).to_plan(lang);
        tell(&mut self.message);
        tell(&mut self.help);
        self.labels.iter_mut().for_each(|label| tell(&mut label.text));
        self.edits.iter_mut().for_each(|edit| tell(&mut edit.title));
        self
    }

    fn place_all(&mut self, place: impl Fn(Span) -> Span) {
        for label in &mut self.labels {
            label.span = place(label.span);
        }
        if let Some(subject) = &mut self.subject {
            subject.place = place(subject.place);
        }
        for edit in &mut self.edits {
            match &mut edit.mend {
                Mend::Replace { span, .. } | Mend::Insert { into: span, .. } | Mend::Add { into: span, .. } => *span = place(*span),
            }
        }
    }

    /// What may be done about it with nobody asked: none where it has several readings, and an author has to choose.
    pub fn one_edit(&self) -> Option<&Edit> {
        match self.edits.as_slice() {
            [first, ..] if first.safe => Some(first),
            [one] => Some(one),
            _ => None,
        }
    }

    pub fn span(&self) -> Span {
        self.labels[0].span
    }

    pub fn severity(&self) -> Severity {
        self.rule.severity
    }
}
