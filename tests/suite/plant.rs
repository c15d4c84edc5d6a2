//! An example in memory, its statements as a reader sees them, and what a change of one of its files makes `check` say.
//!
//! The examples are well formed: a line holds a statement, and a block is closed by a line of its own. So a walk over their lines
//! finds every place where a mistake can be planted, and owes nothing to the parser that is tested.

use std::collections::BTreeSet;
use std::ops::Range;

use strategy::analysis::{Analysis, analyse};
use strategy::diagnostic::Lang;
use strategy::load::Memory;

use super::support::{files_below, top};

/// One message, as a test reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The rule: `block-not-closed`.
    pub rule: &'static str,
    pub message: String,
    /// Where its places begin, the main one first: file and line.
    pub places: Vec<(String, u32)>,
}

impl Said {
    pub fn is_at(&self, file: &str, lines: &[u32]) -> bool {
        self.places.iter().any(|(of, line)| of == file && lines.contains(line))
    }

    pub fn show(&self) -> String {
        let (file, line) = &self.places[0];
        format!("{file}:{line} {}: {}", self.rule, self.message)
    }
}

pub struct Example {
    pub name: &'static str,
    /// Name and text; the root file is `plan.dsl`.
    pub files: Vec<(String, String)>,
    said: Vec<Said>,
}

impl Example {
    pub fn read(name: &'static str) -> Example {
        // Mistakes are planted in a plan that stays as it is, so that their counts are those of the language and not of an example.
        let planted = top().join("tests/planted").join(name);
        let folder = if planted.is_dir() { planted } else { top().join("examples").join(name) };
        let read = |path: &std::path::PathBuf| {
            let name = path.strip_prefix(&folder).expect("below").to_string_lossy().replace('\\', "/");
            (name, std::fs::read_to_string(path).expect("an example"))
        };
        let mut example = Example { name, files: files_below(&folder, "dsl").iter().map(read).collect(), said: Vec::new() };
        example.said = said(&analyse(&Memory::new(example.files.clone()), Memory::root()));
        example
    }

    /// What is said once a file reads so, and was not said before. The same words of the same rule are the same message, wherever
    /// they have moved; and so is the same rule at the same line in other words, as when it cites a title that is now unreadable.
    pub fn added(&self, file: usize, text: &str) -> Vec<Said> {
        let files = self.files.iter().enumerate().map(|(at, (name, whole))| (name, if at == file { text } else { whole }));
        let mut added = said(&analyse(&Memory::new(files), Memory::root()));
        let mut before = self.said.clone();
        let mut subtract = |same: &dyn Fn(&Said, &Said) -> bool| {
            added.retain(|found| match before.iter().position(|old| old.rule == found.rule && same(old, found)) {
                Some(at) => {
                    before.swap_remove(at);
                    false
                }
                None => true,
            });
        };
        subtract(&|old, found| old.message == found.message);
        let (name, whole) = &self.files[file];
        let moved = moved(whole, text);
        subtract(&|old, found| {
            let (of, line) = &old.places[0];
            let now = if of == name { moved(*line) } else { Some(*line) };
            found.places[0].0 == *of && now == Some(found.places[0].1)
        });
        added
    }
}

/// Where a line of one text is in the other: none for a line between the first and the last one that differ, if their number does.
fn moved(before: &str, after: &str) -> impl Fn(u32) -> Option<u32> {
    let (old, new): (Vec<&str>, Vec<&str>) = (before.split('\n').collect(), after.split('\n').collect());
    let head = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let most = old.len().min(new.len()) - head;
    let tail = old.iter().rev().zip(new.iter().rev()).take(most).take_while(|(old, new)| old == new).count();
    let (old, new) = (old.len(), new.len());
    move |line| match line as usize {
        line if line <= head || old == new => Some(line as u32),
        line if line > old - tail => Some((line + new - old) as u32),
        _ => None,
    }
}

fn said(analysis: &Analysis) -> Vec<Said> {
    analysis
        .diagnostics
        .iter()
        .map(|found| Said {
            rule: found.rule.name,
            message: found.message.show(Lang::Fr),
            places: found
                .labels
                .iter()
                .map(|label| (analysis.sources.get(label.span.source).name.clone(), analysis.sources.start(label.span).line))
                .collect(),
        })
        .collect()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    Word,
    Text,
    /// What starts with a digit: a number or a date.
    Number,
    /// `%`, `€`, `k€`, `M€`
    Unit,
    Comma,
    Colon,
    Range,
    Open,
}

#[derive(Debug, Clone, Copy)]
pub struct Token<'a> {
    pub sort: Sort,
    pub text: &'a str,
    /// Where it begins in its file.
    pub at: usize,
}

impl Token<'_> {
    pub fn range(&self) -> Range<usize> {
        self.at..self.at + self.text.len()
    }

    pub fn is(&self, word: &str) -> bool {
        self.text == word
    }
}

/// A line that says something: all but notes, documentation and closing braces.
pub struct Line<'a> {
    /// From 1.
    pub number: u32,
    /// Where it begins in its file, its indentation included.
    pub start: usize,
    pub text: &'a str,
    /// `pilote`, `dépend de`; a funder's line has none.
    pub keyword: &'a str,
    /// The keyword of the block that holds it; none at the margin.
    pub within: &'a str,
    pub tokens: Vec<Token<'a>>,
    /// The brace that closes its block, if it opens one.
    pub close: Option<usize>,
}

impl<'a> Line<'a> {
    pub fn indent(&self) -> &'a str {
        &self.text[..self.text.len() - self.text.trim_start().len()]
    }

    /// Where it ends, its line break excluded.
    pub fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Where its own words end: before the brace.
    pub fn words_end(&self) -> usize {
        self.arguments().last().map_or(self.first().range().end, |last| last.range().end)
    }

    pub fn first(&self) -> &Token<'a> {
        &self.tokens[0]
    }

    /// What stands behind the keyword, but for the brace.
    pub fn arguments(&self) -> &[Token<'a>] {
        let keyword = if self.keyword.is_empty() { 0 } else { self.keyword.split(' ').count() };
        let brace = usize::from(self.close.is_some());
        &self.tokens[keyword..self.tokens.len() - brace]
    }

    pub fn open(&self) -> Option<&Token<'a>> {
        self.close.and(self.tokens.last())
    }

    /// Does it declare a name, as `goal guichet "Guichet"` does?
    pub fn declared(&self) -> Option<&Token<'a>> {
        let declares = match self.keyword {
            "axe" | "objectif" | "action" | "jalon" | "indicateur" => true,
            "pilote" | "collectivité" => self.within.is_empty(),
            _ => false,
        };
        self.arguments().first().filter(|first| declares && first.sort == Sort::Word)
    }

    /// The names that stand for what is declared elsewhere.
    pub fn references(&self) -> Vec<&Token<'a>> {
        let words = self.arguments().iter().filter(|token| token.sort == Sort::Word);
        match self.keyword {
            "pilote" | "collectivité" if !self.within.is_empty() => words.collect(),
            "parrain" | "chef-de-file" | "contributeurs" | "partenaires" => words.collect(),
            // `acculturation début + 3 mois`: the first word of each member.
            "dépend de" => {
                let members = self.arguments().split(|token| token.sort == Sort::Comma);
                members.filter_map(|member| member.first()).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The small words: of lists, and those that join two values.
    pub fn small_words(&self) -> Vec<&Token<'a>> {
        let names: Vec<usize> = self.references().into_iter().chain(self.declared()).map(|name| name.at).collect();
        let words = self.arguments().iter().filter(|token| token.sort == Sort::Word && self.keyword != "utiliser");
        words.filter(|word| !names.contains(&word.at)).collect()
    }

    pub fn dates(&self) -> Vec<&Token<'a>> {
        let numbers = self.arguments().iter().filter(|token| token.sort == Sort::Number);
        match self.keyword {
            "période" | "mandat" => numbers.collect(),
            "jalon" | "départ" | "cible" | "mesure" => {
                let behind = self.arguments().windows(2).filter(|two| two[0].is("au"));
                behind.map(|two| &two[1]).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Amounts of euros: where the digits stand, and the unit.
    pub fn amounts(&self) -> Vec<(Range<usize>, &Token<'a>)> {
        let by_year = matches!(self.keyword, "investissement" | "fonctionnement");
        let mut found = Vec::new();
        let mut begin = None;
        for (at, token) in self.tokens.iter().enumerate() {
            let due = at > 0 && self.tokens[at - 1].sort == if by_year { Sort::Colon } else { Sort::Text };
            match token.sort {
                Sort::Number if due && (by_year || self.within == "financement") => begin = Some(token.at),
                Sort::Number => {}
                Sort::Unit if token.text.ends_with('€') => {
                    found.extend(begin.take().map(|begin| (begin..self.tokens[at - 1].range().end, token)))
                }
                _ => begin = None,
            }
        }
        found
    }

    /// The years of amounts.
    pub fn years(&self) -> Vec<&Token<'a>> {
        let by_year = matches!(self.keyword, "investissement" | "fonctionnement");
        let before = |at: usize| matches!(self.tokens.get(at + 1).map(|next| next.sort), Some(Sort::Colon | Sort::Range));
        self.tokens
            .iter()
            .enumerate()
            .filter(|(at, token)| by_year && token.sort == Sort::Number && before(*at))
            .map(|(_, token)| token)
            .collect()
    }
}

/// A file as its reader sees it.
pub struct Text<'a> {
    pub whole: &'a str,
    pub lines: Vec<Line<'a>>,
    /// Where its notes begin, each with its line.
    pub notes: Vec<(usize, u32)>,
    pub names: &'a Names,
}

impl<'a> Text<'a> {
    pub fn read(whole: &'a str, names: &'a Names) -> Text<'a> {
        let mut lines: Vec<Line<'a>> = Vec::new();
        let (mut notes, mut open, mut start) = (Vec::new(), Vec::<usize>::new(), 0);
        for (at, text) in whole.split('\n').enumerate() {
            let number = at as u32 + 1;
            let words = text.trim();
            let first = start + text.len() - text.trim_start().len();
            if words.starts_with("//") {
                if !words.starts_with("///") {
                    notes.push((first, number));
                }
            } else if words == "}" {
                let opened = open.pop().expect("a well-formed example");
                lines[opened].close = Some(first);
            } else if !words.is_empty() {
                let tokens = tokens(text, start);
                let within = open.last().map_or("", |outer| lines[*outer].keyword);
                let keyword = match tokens.as_slice() {
                    [first, ..] if first.sort != Sort::Word => "",
                    [first, second, ..] if first.is("dépend") => &whole[first.at..second.range().end],
                    tokens => tokens[0].text,
                };
                if tokens.last().is_some_and(|last| last.sort == Sort::Open) {
                    open.push(lines.len());
                }
                lines.push(Line { number, start, text, keyword, within, tokens, close: None });
            }
            start += text.len() + 1;
        }
        assert!(open.is_empty(), "a well-formed example");
        Text { whole, lines, notes, names }
    }

    pub fn line_of(&self, at: usize) -> u32 {
        self.whole[..at].matches('\n').count() as u32 + 1
    }
}

fn tokens(line: &str, base: usize) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(c) = line[at..].chars().next() {
        let rest = &line[at..];
        let (sort, length) = match c {
            ' ' => {
                at += 1;
                continue;
            }
            '"' => (Sort::Text, 2 + rest[1..].find('"').expect("a well-formed example")),
            ',' => (Sort::Comma, 1),
            ':' => (Sort::Colon, 1),
            '{' => (Sort::Open, 1),
            '.' => (Sort::Range, 2),
            _ => {
                // `0,5` is one number.
                let mut chars = rest.char_indices().peekable();
                let mut length = rest.len();
                while let Some((offset, c)) = chars.next() {
                    let next = chars.peek().map(|(_, next)| *next);
                    let ends = match c {
                        ' ' | ':' | '{' => true,
                        ',' => !next.is_some_and(|next| next.is_ascii_digit()),
                        '.' => next == Some('.'),
                        _ => false,
                    };
                    if ends {
                        length = offset;
                        break;
                    }
                }
                let sort = match &rest[..length] {
                    "%" | "€" | "k€" | "M€" => Sort::Unit,
                    _ if c.is_ascii_digit() => Sort::Number,
                    _ => Sort::Word,
                };
                (sort, length)
            }
        };
        tokens.push(Token { sort, text: &rest[..length], at: base + at });
        at += length;
    }
    tokens
}

/// The names of a plan.
#[derive(Default)]
pub struct Names {
    pub declared: BTreeSet<String>,
    /// Referred to somewhere, alone or as a part of a path.
    pub used: BTreeSet<String>,
}

impl Names {
    pub fn of(example: &Example) -> Names {
        // The roles of the library are names of every plan.
        let roles = ["DGS", "DGA", "CDO", "DSI", "COM", "DRH", "DAF", "DPO", "RSSI"];
        let mut names = Names { declared: roles.iter().map(|role| role.to_string()).collect(), used: BTreeSet::new() };
        let none = Names::default();
        for (_, text) in &example.files {
            for line in Text::read(text, &none).lines {
                names.declared.extend(line.declared().map(|name| name.text.to_owned()));
                names.used.extend(line.references().iter().flat_map(|name| name.text.split('.')).map(str::to_owned));
            }
        }
        names
    }
}
