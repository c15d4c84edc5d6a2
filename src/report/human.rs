//! The terminal. The only place that knows miette.
//!
//! What is wrong, the lines it is about, why it matters, what to do. Labels in other files follow in a view of their own.

use std::borrow::Cow;
use std::fmt;

use miette::{GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};

use crate::analysis::Analysis;
use crate::diagnostic::{Diagnostic, Label, Lang, Severity};
use crate::syntax::readable;
use crate::text::{Source, SourceId};

#[derive(Debug, Clone, Copy)]
pub struct Look {
    pub lang: Lang,
    pub color: bool,
    pub width: usize,
}

/// Longer lines than this are named, not drawn.
const LONGEST_DRAWN: usize = 2_000;

pub fn human(analysis: &Analysis, look: Look) -> String {
    if analysis.diagnostics.is_empty() {
        return String::new();
    }
    // What a terminal must not receive (escape sequences) is replaced once for each text.
    let views: Vec<View<'_>> = analysis.sources.iter().map(|(_, source)| View { source, text: harmless(&source.text) }).collect();
    let mut out = String::new();
    for diagnostic in &analysis.diagnostics {
        one(&mut out, diagnostic, &views, look);
    }
    out.replace(BOUND, " ")
}

/// `2 erreurs, 1 avertissement (3 fichiers, 34 objectifs et actions)`
pub fn summary(analyses: &[Analysis], lang: Lang) -> String {
    let count = |severity| analyses.iter().map(|analysis| analysis.count(severity)).sum::<usize>();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    let files: usize = analyses.iter().map(|analysis| analysis.sources.iter().filter(|(_, source)| !source.library).count()).sum();
    let goals: usize = analyses.iter().map(|analysis| analysis.plan.goals.len()).sum();
    let s = |count: usize| if count > 1 { "s" } else { "" };
    let counted = |count: usize, fr: &str, en: &str| match count {
        0 => lang.of(format!("aucun{} {fr}", if fr == "erreur" { "e" } else { "" }), format!("no {en}")),
        _ => lang.of(format!("{count} {fr}{}", s(count)), format!("{count} {en}{}", plural(count))),
    };
    let findings = match (errors, warnings) {
        (0, 0) => lang.of("Aucune remarque".to_owned(), "Nothing to report".to_owned()),
        _ => capital(&format!("{}, {}", counted(errors, "erreur", "error"), counted(warnings, "avertissement", "warning"))),
    };
    let sheets = match goals {
        0 => lang.of("aucun objectif", "no goal").to_owned(),
        1 => lang.of("1 objectif ou action", "1 goal or action").to_owned(),
        _ => lang.of(format!("{goals} objectifs et actions"), format!("{goals} goals and actions")),
    };
    format!("{findings} ({}, {sheets}).", counted(files, "fichier", "file"))
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}

pub fn severity_word(severity: Severity, lang: Lang) -> &'static str {
    match severity {
        Severity::Error => lang.of("erreur", "error"),
        Severity::Warning => lang.of("avertissement", "warning"),
        Severity::Advice => lang.of("conseil", "advice"),
    }
}

fn one(out: &mut String, diagnostic: &Diagnostic, views: &[View<'_>], look: Look) {
    let lang = look.lang;
    let footer = format!(
        "{} {}\n{} {}",
        lang.of("pourquoi :", "why:"),
        diagnostic.rule.why(lang),
        lang.of("à faire :", "to do:"),
        diagnostic.help.show(lang),
    );
    let footer = if diagnostic.help.is_empty() { footer.lines().next().unwrap_or("").to_owned() } else { footer };

    let views_of = grouped(diagnostic, views);
    let last = views_of.len() - 1;
    for (at, labels) in views_of.into_iter().enumerate() {
        let view = &views[labels[0].span.source.0 as usize];
        let drawable = !view.source.text.is_empty() && labels.iter().all(|label| view.drawable(label));
        let place = view.source.lines.position(&view.source.text, labels[0].span.start);
        let mut message = if at == 0 {
            clean(&diagnostic.message.show(lang))
        } else {
            match labels[0].span.source == diagnostic.span().source {
                true => lang.of("Voir aussi, plus haut :".to_owned(), "See also, above:".to_owned()),
                false => lang.of(format!("Voir aussi dans {} :", view.source.name), format!("See also in {}:", view.source.name)),
            }
        };
        if !drawable && !view.source.text.is_empty() {
            message += &lang.of(
                format!(" ({}, ligne {}, colonne {})", view.source.name, place.line, place.column),
                format!(" ({}, line {}, column {})", view.source.name, place.line, place.column),
            );
        }
        let shown = Shown {
            severity: if at == 0 { diagnostic.severity() } else { Severity::Advice },
            code: (at == 0).then(|| {
                format!("{} {} · {}", severity_word(diagnostic.severity(), lang), diagnostic.rule.id, diagnostic.rule.called(lang))
            }),
            message,
            labels: if drawable {
                labels.iter().enumerate().map(|(n, label)| drawn(label, n == 0 && at == 0, lang)).collect()
            } else {
                Vec::new()
            },
            view: drawable.then_some(view),
        };
        let mut handler =
            GraphicalReportHandler::new_themed(if look.color { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() })
                .with_width(look.width)
                .with_links(false)
                .with_word_separator(textwrap::WordSeparator::AsciiSpace)
                .with_word_splitter(textwrap::WordSplitter::NoHyphenation)
                .with_context_lines(1);
        if at == last {
            handler = handler.with_footer(clean(&footer));
        }
        // Writing into a String cannot fail, and the view answers for every span that `drawable` let pass.
        if handler.render_report(out, &shown).is_err() {
            out.push_str(&shown.message);
        }
    }
    out.push('\n');
}

/// The labels by the view that shows them: first the file of the main place, then each other file. What stands well
/// above the main place in its file goes to a view after it, so that the place named first is the main one.
fn grouped<'d>(diagnostic: &'d Diagnostic, views: &[View<'_>]) -> Vec<Vec<&'d Label>> {
    let main = diagnostic.span();
    let line = |label: &Label| views[label.span.source.0 as usize].source.lines.line_of(label.span.start);
    let first_line = line(&diagnostic.labels[0]);
    let above = |label: &Label| label.span.source == main.source && line(label) + 3 < first_line;
    let mut groups: Vec<((SourceId, bool), Vec<&Label>)> = Vec::new();
    for label in &diagnostic.labels {
        let key = (label.span.source, above(label));
        match groups.iter_mut().find(|(known, _)| *known == key) {
            Some((_, group)) => group.push(label),
            None => groups.push((key, vec![label])),
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

fn drawn(label: &Label, main: bool, lang: Lang) -> LabeledSpan {
    let text = clean(&label.text.show(lang));
    let text = (!text.is_empty()).then_some(text);
    let span = label.span.range();
    match main {
        true => LabeledSpan::new_primary_with_span(text, span),
        false => LabeledSpan::new_with_span(text, span),
    }
}

/// What a terminal may show, and no line of it begins or ends with a guillemet alone.
fn clean(text: &str) -> String {
    harmless(&bound(text)).into_owned()
}

/// Stands for a blank where no line may be broken, until the lines are made.
const BOUND: char = '\u{e000}';

/// A guillemet stays with its word, and a colon with the word before it; what is to be copied, between backquotes, keeps its blanks.
fn bound(text: &str) -> String {
    let parts = text.split('`').enumerate().map(|(at, part)| match at % 2 {
        0 => [(" »", "»"), (" :", ":"), (" ;", ";"), (" ?", "?")]
            .iter()
            .fold(part.replace("« ", &format!("«{BOUND}")), |part, (apart, mark)| part.replace(apart, &format!("{BOUND}{mark}"))),
        _ => part.to_owned(),
    });
    parts.collect::<Vec<_>>().join("`")
}

/// The same text, byte for byte as long, without control characters and direction marks.
fn harmless(text: &str) -> Cow<'_, str> {
    let odd = |c: char| c != '\n' && c != '\r' && !readable(c);
    if !text.contains(odd) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match (odd(c), c.len_utf8()) {
            (false, _) => out.push(c),
            (true, 3) => out.push('\u{fffd}'),
            (true, bytes) => out.extend(std::iter::repeat_n('?', bytes)),
        }
    }
    Cow::Owned(out)
}

/// A source for miette: the line table answers, instead of a count from the first line for each message.
struct View<'a> {
    source: &'a Source,
    text: Cow<'a, str>,
}

impl View<'_> {
    fn drawable(&self, label: &Label) -> bool {
        let (first, last) = (self.source.lines.line_of(label.span.start), self.source.lines.line_of(label.span.end));
        last - first < 40 && (first..=last).all(|line| self.source.lines.range(&self.source.text, line).len() <= LONGEST_DRAWN)
    }
}

impl SourceCode for View<'_> {
    fn read_span<'a>(&'a self, span: &SourceSpan, before: usize, after: usize) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let lines = &self.source.lines;
        let (start, end) = (span.offset(), span.offset() + span.len());
        if end > self.text.len() {
            return Err(MietteError::OutOfBounds);
        }
        if before == 0 && after == 0 {
            // miette asks so for the place that it writes above the lines.
            let at = lines.position(&self.source.text, start as u32);
            let data = &self.text.as_bytes()[start..end];
            let (line, column) = (at.line as usize - 1, at.column as usize - 1);
            return Ok(Box::new(MietteSpanContents::new_named(self.source.name.clone(), data, *span, line, column, 1)));
        }
        let short = |line: usize| lines.range(&self.text, line).len() <= LONGEST_DRAWN;
        let (start_line, end_line) = (lines.line_of(start as u32), lines.line_of(end as u32));
        let first = (start_line.saturating_sub(before)..start_line).rev().take_while(|line| short(*line)).last().unwrap_or(start_line);
        let last = (end_line + 1..=end_line + after).take_while(|line| *line < lines.count() && short(*line)).last().unwrap_or(end_line);
        let (from, to) = (lines.range(&self.text, first).start, lines.range(&self.text, last).end);
        let data = &self.text.as_bytes()[from..to];
        let covered: SourceSpan = (from, to - from).into();
        Ok(Box::new(MietteSpanContents::new_named(self.source.name.clone(), data, covered, first, 0, last - first + 1)))
    }
}

/// One diagnostic in the form that miette draws.
struct Shown<'a> {
    severity: Severity,
    code: Option<String>,
    message: String,
    labels: Vec<LabeledSpan>,
    view: Option<&'a View<'a>>,
}

impl fmt::Debug for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Shown<'_> {}

impl miette::Diagnostic for Shown<'_> {
    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.severity {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
            Severity::Advice => miette::Severity::Advice,
        })
    }

    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.code.as_ref().map(|code| Box::new(code) as Box<dyn fmt::Display>)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        if self.labels.is_empty() { None } else { Some(Box::new(self.labels.iter().cloned())) }
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.view.map(|view| view as &dyn SourceCode)
    }
}
