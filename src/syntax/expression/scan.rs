//! The signs and words of an expression, one after the other: what the limits count, and what messages speak of.
//!
//! In: any text. Out: its tokens, which cover all of it but blanks and comments. Knows no operator.

use std::ops::Range;

use crate::syntax::quote;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Word,
    /// All that begins with a digit and holds no blank.
    Number,
    Quoted,
    /// A quote that nothing closes, with the rest of its line.
    OpenQuote,
    Open,
    Close,
    /// One sign, or several that are written as one.
    Sign,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    pub kind: Kind,
    pub start: usize,
    pub end: usize,
}

impl Token {
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

/// Signs of several characters, those of other languages too; the longer first.
const SIGNS: &[&str] = &["===", "!==", "==", "!=", "<=", ">=", "<>", "=>", "=<", "&&", "||", "->"];

pub fn tokens(text: &str) -> Tokens<'_> {
    Tokens { text, at: 0 }
}

pub struct Tokens<'a> {
    text: &'a str,
    at: usize,
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        loop {
            let rest = &self.text[self.at..];
            let first = rest.chars().next()?;
            if is_blank(first) {
                self.at += first.len_utf8();
            } else if rest.starts_with("//") {
                self.at += rest.find('\n').unwrap_or(rest.len());
            } else {
                let (kind, length) = self.token(first, rest);
                let start = self.at;
                self.at += length;
                return Some(Token { kind, start, end: self.at });
            }
        }
    }
}

impl Tokens<'_> {
    fn token(&self, first: char, rest: &str) -> (Kind, usize) {
        match first {
            '(' | '[' => (Kind::Open, 1),
            ')' | ']' => (Kind::Close, 1),
            '0'..='9' => (Kind::Number, run(rest, true)),
            '"' | '«' | '“' => {
                let line_end = self.at + rest.find('\n').unwrap_or(rest.len());
                match quote::closed(self.text.as_bytes(), self.at, line_end) {
                    Some(end) => (Kind::Quoted, end - self.at),
                    None => (Kind::OpenQuote, self.text[self.at..line_end].trim_end().len()),
                }
            }
            _ if first.is_alphabetic() => (Kind::Word, run(rest, false)),
            _ => (Kind::Sign, SIGNS.iter().find(|sign| rest.starts_with(**sign)).map_or(first.len_utf8(), |sign| sign.len())),
        }
    }
}

/// How long the word or the number is that begins here: hyphens within it belong to it, and the separators of decimals to a number.
fn run(text: &str, number: bool) -> usize {
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        let within = match c {
            '-' | '\u{2010}'..='\u{2012}' => next.is_some_and(is_rest),
            ',' | '.' if number => next.is_some_and(|next| next.is_ascii_digit()),
            _ => is_rest(c) || number && matches!(c, '€' | '%'),
        };
        if !within {
            return at;
        }
    }
    text.len()
}

fn is_rest(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '\u{300}'..='\u{36F}')
}

/// The blanks of the grammar.
pub fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t'..='\r' | '\u{A0}' | '\u{202F}' | '\u{2009}')
}
