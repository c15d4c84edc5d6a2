//! Policies, packs and thresholds in their usual form: two blanks a level, arguments in a column, test plans laid out as plans are.
//!
//! In: an item's text. Out: the same words. Only blanks change, but in the plans of tests, where each word takes its usual spelling.

use super::format::format;
use crate::diagnostic::Lang;
use crate::language::{ITEMS, OF_PACK, OF_THRESHOLD, PolicyWord, STATEMENTS, policy_word};
use crate::syntax::statement::{block_end, sentences, without_notes};

/// The column in which arguments begin, counted from their statement; behind a longer keyword, one blank.
const COLUMN: usize = 10;

const TESTS: &[PolicyWord] = &[PolicyWord::Flags, PolicyWord::Passes, PolicyWord::Undecided, PolicyWord::Aside];

/// `lang`: the language that the words of test plans are to be in.
pub fn layout(item: &str, lang: Option<Lang>) -> String {
    let mut writer =
        Writer { out: String::with_capacity(item.len() + item.len() / 8), depth: 0, column: 0, brackets: 0, lang, blank: false };
    let mut at = 0;
    while at < item.len() {
        let end = item[at..].find('\n').map_or(item.len(), |end| at + end);
        let line = item[at..end].trim();
        let next = (end + 1).min(item.len());
        at = if end == item.len() { item.len() } else { next };
        if let Some(open) = writer.test_begins(line) {
            // Where in the text the block begins: behind the brace that ends the line.
            let brace = end - (item[..end].len() - item[..end].trim_end().len()) - 1;
            debug_assert_eq!(&item[brace..=brace], "{");
            let (inner, behind) = block_end(item, brace);
            writer.test(open, &item[inner]);
            at = behind;
            // What stands behind the closing brace on its line is a line of its own.
            let rest = item[at..].trim_start_matches([' ', '\t', '\r']);
            if let Some(next) = rest.strip_prefix('\n') {
                at = item.len() - next.len();
            }
            continue;
        }
        writer.line(&squeezed(line));
    }
    // What stands apart from the next item stays apart.
    if writer.blank {
        writer.out.push('\n');
    }
    writer.out
}

/// A line with one blank between its words; texts and notes as they are.
fn squeezed(line: &str) -> String {
    let (mut out, mut close, mut escaped, mut blank) = (String::with_capacity(line.len()), None, false, false);
    for (at, c) in line.char_indices() {
        match close {
            None if line[at..].starts_with("//") => {
                if blank {
                    out.push(' ');
                }
                out.push_str(&line[at..]);
                return out;
            }
            None if matches!(c, ' ' | '\t') => {
                blank = true;
                continue;
            }
            None => {
                close = match c {
                    '"' => Some('"'),
                    '«' => Some('»'),
                    '“' => Some('”'),
                    _ => None,
                }
            }
            Some(_) if escaped => escaped = false,
            Some('"') if c == '\\' => escaped = true,
            Some(end) if c == end => close = None,
            Some(_) => {}
        }
        if std::mem::take(&mut blank) {
            out.push(' ');
        }
        out.push(c);
    }
    out
}

/// What an item says, statement by statement, whatever its blanks: the plans of tests are told by their heads.
pub fn statements(item: &str) -> Vec<String> {
    fn of(text: &str, within: std::ops::Range<usize>, out: &mut Vec<String>) {
        for one in sentences(text, within) {
            let words = without_notes(text, one.words);
            out.push(words.split_whitespace().collect::<Vec<_>>().join(" "));
            match one.block {
                Some(block) if policy_word(&words, TESTS).is_none() => of(text, block, out),
                Some(_) => out.push("{}".to_owned()),
                None => {}
            }
        }
    }
    let mut out = Vec::new();
    of(item, 0..item.len(), &mut out);
    out
}

struct Writer {
    out: String,
    depth: usize,
    /// Where the argument of the last statement begins.
    column: usize,
    /// Open brackets of a statement that goes on.
    brackets: usize,
    lang: Option<Lang>,
    blank: bool,
}

impl Writer {
    /// The words of a test's head, where a line is one.
    fn test_begins<'l>(&self, line: &'l str) -> Option<&'l str> {
        let head = line.strip_suffix('{')?.trim_end();
        policy_word(head, TESTS).map(|_| head)
    }

    fn push(&mut self, indent: usize, line: &str) {
        if self.blank && !self.out.is_empty() {
            self.out.push('\n');
        }
        self.blank = false;
        self.out.extend(std::iter::repeat_n(' ', indent));
        self.out.push_str(line);
        self.out.push('\n');
    }

    fn test(&mut self, head: &str, block: &str) {
        let indent = 2 * self.depth;
        self.push(indent, &format!("{} {{", squeezed(head)));
        let start = block.trim_start();
        let first = start.lines().next().unwrap_or("");
        let mut words = first.split_whitespace();
        let dated = matches!((words.next(), words.next(), words.next()), (Some("au" | "on"), Some(date), None) if date.starts_with(|c: char| c.is_ascii_digit()));
        let body = if dated { &start[first.len()..] } else { block };
        if dated {
            self.push(indent + 2, first.trim());
        }
        let laid = format(&unindented(body), self.lang).text;
        for line in laid.trim_matches('\n').lines() {
            match line.trim().is_empty() {
                true => self.blank = true,
                false => self.push(indent + 2, line.trim_end()),
            }
        }
        self.blank = false;
        self.push(indent, "}");
    }

    fn line(&mut self, line: &str) {
        if line.is_empty() {
            self.blank = true;
            return;
        }
        if line.starts_with('}') {
            self.depth = self.depth.saturating_sub(1);
            self.blank = false;
        }
        let indent = 2 * self.depth;
        let (opens, brackets) = counted(line);
        let goes_on = self.brackets > 0
            || ["en", "fr", "and", "or", "et", "ou"]
                .iter()
                .any(|word| line.strip_prefix(word).is_some_and(|rest| rest.starts_with([' ', '\t', '"', '«', '“', '('])));
        if line.starts_with("//") {
            self.push(indent, line);
            return;
        }
        if goes_on && !line.starts_with('}') && self.column > indent {
            let column = self.column;
            self.push(column, line);
        } else {
            let all: Vec<PolicyWord> = [STATEMENTS, OF_PACK, OF_THRESHOLD].concat();
            let item = policy_word(line, ITEMS).is_some();
            let spaced = match policy_word(line, &all).filter(|_| !item && opens == 0) {
                Some((_, length)) => {
                    let width = line[..length].chars().count();
                    let rest = line[length..].trim_start();
                    self.column = indent + (width + 1).max(COLUMN);
                    if rest.is_empty() {
                        line.to_owned()
                    } else {
                        format!("{}{}{rest}", &line[..length], " ".repeat((width + 1).max(COLUMN) - width))
                    }
                }
                None => {
                    self.column = indent + 2;
                    line.to_owned()
                }
            };
            self.push(indent, &spaced);
        }
        // The brace that closed the line's own block was counted before.
        let opens = opens + i32::from(line.starts_with('}'));
        self.depth = self.depth.saturating_add_signed(opens as isize);
        self.brackets = self.brackets.saturating_add_signed(brackets as isize);
    }
}

/// How many more braces, and brackets, a line opens than it closes; those of texts and notes count for nothing.
fn counted(line: &str) -> (i32, i32) {
    let (mut braces, mut brackets, mut close, mut escaped) = (0, 0, None, false);
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        match close {
            Some(_) if escaped => escaped = false,
            Some('"') if c == '\\' => escaped = true,
            Some(end) if c == end => close = None,
            Some(_) => {}
            None => match c {
                '"' => close = Some('"'),
                '«' => close = Some('»'),
                '“' => close = Some('”'),
                '{' => braces += 1,
                '}' => braces -= 1,
                '(' | '[' => brackets += 1,
                ')' | ']' => brackets -= 1,
                '/' if chars.peek() == Some(&'/') => break,
                _ => {}
            },
        }
    }
    (braces, brackets)
}

/// A block's lines at the margin: the columns of a plan are its own.
fn unindented(block: &str) -> String {
    let indent =
        block.lines().filter(|line| !line.trim().is_empty()).map(|line| line.len() - line.trim_start_matches(' ').len()).min().unwrap_or(0);
    let lines: Vec<&str> = block.lines().map(|line| line.get(indent..).unwrap_or("")).collect();
    lines.join("\n").trim_matches('\n').to_owned() + "\n"
}

#[cfg(test)]
mod tests {
    use super::layout;

    #[test]
    fn a_policy_is_laid_out_once() {
        let text = "règle a {\n code A-1\n  titre fr \"A {x}\"\nen \"B\"\n  lorsque (existe x\n et y)\n exige l'une {\n a\n  b\n}\n\n\n  signale sur g {\n objectif g \"G\" {\n budget {\n investissement 2027:1 €\n}\n}\n }\n  }\n";
        let laid = "règle a {\n  code      A-1\n  titre     fr \"A {x}\"\n            en \"B\"\n  lorsque   (existe x\n            et y)\n  exige l'une {\n    a\n    b\n  }\n\n  signale sur g {\n    objectif g \"G\" {\n      budget {\n        investissement 2027: 1 €\n      }\n    }\n  }\n}\n";
        assert_eq!(layout(text, None), laid);
        assert_eq!(layout(laid, None), laid);
    }

    #[test]
    fn no_cut_of_a_policy_loses_a_word() {
        let text = "recueil p \"P\" {\n  règle a {\n    message fr \"{x} { \" // {\n    en \"y\"\n    signale sur b {\n      axe x \"X\" {\n      }\n    }\n  }\n}\n";
        let words = |text: &str| text.split_whitespace().collect::<String>();
        for end in (0..=text.len()).filter(|at| text.is_char_boundary(*at)) {
            assert!(words(&layout(&text[..end], None)).len() >= words(&text[..end]).len(), "{}", &text[..end]);
        }
    }
}
