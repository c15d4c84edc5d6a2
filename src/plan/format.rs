//! A text in its usual form: laid out, each word of the language in its usual spelling, or all of them in one language.
//!
//! In: a file's text. Out: the same plan. What cannot be read keeps its words as they are, and it is told where that is.

use std::ops::Range;

use super::lower::{lower, lower_words};
use super::spelling::{Rewritten, Spelled, leaning, rewritten};
use super::store::alone;
use crate::diagnostic::Lang;
use crate::language::{begins, is_policy};
use crate::syntax::{Instead, Layout, Tree, cut, parse_chunk, parse_shape};
use crate::text::SourceId;

/// A text laid out.
pub struct Formatted {
    pub text: String,
    /// The lines, from 1, that were left as they are since they cannot be read; in the order of the text.
    pub kept: Vec<Range<usize>>,
}

/// A top-level item whose shape is right, and what was read in it.
struct Read {
    tree: Tree,
    words: Vec<Spelled>,
    /// Where there is something wrong.
    wrong: Vec<u32>,
    /// Something is wrong: what its author meant was guessed, and the margins may have had a say.
    doubtful: bool,
}

/// A policy laid out; nothing where its braces do not balance, or where that would not be the end of it.
fn policy_laid(item: &str, lang: Option<Lang>) -> Option<String> {
    let whole = |text: &str| matches!(cut(text).as_slice(), [one] if !one.unbalanced && one.too_deep.is_none());
    let laid = super::format_policy::layout(item, lang);
    let same = || super::format_policy::statements(item) == super::format_policy::statements(&laid);
    (whole(item) && whole(&laid) && same() && super::format_policy::layout(&laid, lang) == laid).then_some(laid)
}

/// Would an item say, once it is laid out, what it says now?
fn says_the_same(item: &str, read: &Read, instead: &[Instead]) -> bool {
    let mut layout = Layout::new(&begins);
    layout.item(item, &read.tree, instead, &read.wrong);
    let laid = layout.finish();
    same_plan(item, &laid)
}

/// Do two texts say the same, and earn the same messages?
fn same_plan(one: &str, other: &str) -> bool {
    let said = |text: &str| {
        let chunks = cut(text);
        let parts = chunks.iter().map(|chunk| {
            let item = &text[chunk.range.clone()];
            let (tree, shape) = parse_chunk(SourceId(0), item, &alone(chunk));
            let part = lower(item, &tree);
            let rules: Vec<&str> = shape.iter().chain(&part.diagnostics).map(|found| found.rule.id).collect();
            (part, rules)
        });
        parts.collect::<Vec<_>>()
    };
    let (before, after) = (said(one), said(other));
    before.len() == after.len() && before.iter().zip(&after).all(|((a, told), (b, told_now))| a.same_facts(b) && told == told_now)
}

/// `lang`: the language that all words are to be in; without it each stays in its own. Never fails.
pub fn format(text: &str, lang: Option<Lang>) -> Formatted {
    let (mark, text) = match text.strip_prefix(MARK) {
        Some(text) => (MARK, text),
        None => ("", text),
    };
    let line_break = usual_break(text);
    let plain = plain_breaks(text);
    // Line breaks of two kinds, in a text that is torn by one of them: with one kind it would be another plan.
    if text.contains('\r') && text.replace("\r\n", "").contains('\n') && !same_plan(text, &plain) {
        return Formatted { text: format!("{mark}{text}"), kept: std::iter::once(1..plain.matches('\n').count() + 2).collect() };
    }
    let text = &plain;
    let items: Vec<(Range<usize>, Option<Read>)> = cut(text)
        .iter()
        .map(|chunk| {
            let item = &text[chunk.range.clone()];
            // Policies are laid out by themselves.
            let shape = if is_policy(item) { None } else { parse_shape(item, &alone(chunk)) };
            let read = shape.map(|(tree, meant)| {
                let (part, words) = lower_words(item, meant.as_ref().unwrap_or(&tree));
                let wrong: Vec<u32> = part.diagnostics.iter().map(|found| found.span().start).collect();
                let (_, shape) = parse_chunk(SourceId(0), item, &alone(chunk));
                Read { doubtful: !wrong.is_empty() || !shape.is_empty(), wrong, words, tree }
            });
            (chunk.range.clone(), read)
        })
        .collect();
    let french: i64 = items.iter().filter_map(|(range, read)| Some(leaning(&text[range.clone()], &read.as_ref()?.words))).sum();
    let usual = if french < 0 { Lang::En } else { Lang::Fr };

    let mut layout = Layout::new(&begins);
    let mut kept: Vec<Range<usize>> = Vec::new();
    let (mut line, mut counted) = (1, 0);
    for (range, read) in &items {
        line += text[counted..range.start].matches('\n').count();
        counted = range.start;
        let item = &text[range.clone()];
        let left = match read {
            Some(read) => {
                let instead: Vec<Instead> = rewritten(item, &read.words, lang, usual).into_iter().map(Instead::from).collect();
                match read.doubtful && !says_the_same(item, read, &instead) {
                    true => layout.keep(item),
                    false => layout.item(item, &read.tree, &instead, &read.wrong),
                }
            }
            None if is_policy(item) => match policy_laid(item, lang) {
                Some(laid) => {
                    layout.keep(&laid);
                    Vec::new()
                }
                None => layout.keep(item),
            },
            None => layout.keep(item),
        };
        for left in left {
            let lines = lines_of(item, left);
            let (first, end) = (line + lines.start, line + lines.end);
            match kept.last_mut() {
                Some(last) if last.end >= first => last.end = last.end.max(end),
                _ => kept.push(first..end),
            }
        }
    }
    let mut laid = layout.finish();
    if mark.is_empty() && laid.starts_with(MARK) {
        // No mark: something that stood below the first line.
        laid.insert(0, '\n');
    }
    let laid = if line_break == "\n" { laid } else { laid.replace('\n', line_break) };
    Formatted { text: mark.to_owned() + &laid, kept }
}

impl From<Rewritten> for Instead {
    fn from(Rewritten { span, words, keyword }: Rewritten) -> Instead {
        Instead { range: span.range(), words, keyword }
    }
}

/// What some systems put before a text, to say that it is UTF-8.
const MARK: &str = "\u{feff}";

/// The line break that most lines have.
fn usual_break(text: &str) -> &'static str {
    let both = text.matches("\r\n").count();
    let (feed, back) = (text.matches('\n').count() - both, text.matches('\r').count() - both);
    if both > feed && both >= back {
        "\r\n"
    } else if back > feed {
        "\r"
    } else {
        "\n"
    }
}

fn plain_breaks(text: &str) -> String {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.to_owned() }
}

/// The lines of a place, blank ones at its ends not counted, from 0.
fn lines_of(text: &str, place: Range<usize>) -> Range<usize> {
    let inner = &text[place.clone()];
    let start = place.start + (inner.len() - inner.trim_start().len());
    let first = text[..start].matches('\n').count();
    first..first + inner.trim().matches('\n').count() + 1
}
