//! The words of the language where a plan has them, and how each is spelt in the other language.
//!
//! Whoever reads such a word says so ([`super::read::Reader::spelt`]): what is read can be written, and there is no second list
//! of what a type may say.

use super::model::Plan;
use super::store::Local;
use super::view::Entity;
use crate::diagnostic::{Lang, suggest};
use crate::language::{Found, Row, Word, WordRow, find, named_one, phrase, spellings};
use crate::syntax::normal;
use crate::text::SourceId;

/// A word of the language, and where it stands.
pub struct Spelled {
    pub span: Local,
    pub what: Spelt,
}

#[derive(Clone, Copy)]
pub enum Spelt {
    Keyword(Row),
    Word(Word),
    /// What is counted: `1 month`, `2 months`.
    Counted {
        unit: Word,
        one: bool,
    },
    Listed(&'static WordRow),
    /// `to define`, `à définir`.
    Undefined,
    /// The letter of a quarter: `2027-T2`, `2027-Q2`.
    Quarter,
}

/// Some words that follow each other as one, and how they are written.
pub struct Rewritten {
    pub span: Local,
    pub words: String,
    pub keyword: bool,
}

impl Spelt {
    /// Is it written so in this language?
    fn is(self, written: &str, lang: Lang) -> bool {
        let same = |spelling: &&str| suggest::fold(spelling) == written;
        match self {
            Spelt::Keyword(row) => row.spellings(lang).iter().any(same),
            Spelt::Word(word) | Spelt::Counted { unit: word, .. } => spellings(word, lang).iter().any(same),
            Spelt::Listed(row) => same(&row.spelling(lang)),
            Spelt::Undefined => lang.of(["a definir", "inconnu"], ["to define", "unknown"]).contains(&written),
            Spelt::Quarter => written == lang.of("t", "q"),
        }
    }

    /// The language of a word as it is written; none where both have it, or where it is read and not usual.
    fn lang(self, written: &str) -> Option<Lang> {
        // Two words of a keyword, with any blanks between them; one of a list, with a blank for its hyphen.
        let words: Vec<&str> = written.split_whitespace().collect();
        let written = suggest::fold(&normal(&words.join(if matches!(self, Spelt::Listed(_)) { "-" } else { " " })));
        match (self.is(&written, Lang::Fr), self.is(&written, Lang::En)) {
            (true, false) => Some(Lang::Fr),
            (false, true) => Some(Lang::En),
            (true, true) | (false, false) => None,
        }
    }

    fn spelling(self, lang: Lang) -> String {
        match self {
            Spelt::Keyword(row) => row.spelling(lang).to_owned(),
            Spelt::Word(word) => phrase(&[word], lang),
            Spelt::Counted { unit, one: true } => named_one(unit, lang).to_owned(),
            Spelt::Counted { unit, one: false } => phrase(&[unit], lang),
            Spelt::Listed(row) => row.spelling(lang).to_owned(),
            Spelt::Undefined => lang.of("à définir", "to define").to_owned(),
            Spelt::Quarter => lang.of("T", "Q").to_owned(),
        }
    }
}

/// The language that a keyword is written in; none where both have it, or where it is none.
pub fn lang_of(row: Row, written: &str) -> Option<Lang> {
    Spelt::Keyword(row).lang(written)
}

/// The language of the first keyword of a text that tells it: of those that a line begins with.
pub fn lang_at_start(text: &str) -> Option<Lang> {
    text.lines().find_map(|line| {
        let line = line.trim_start();
        let word = &line[..line.find(|c: char| !(c.is_alphanumeric() || c == '-')).unwrap_or(line.len())];
        match find(word, None, None) {
            Found::Here(row, _) | Found::Elsewhere(row, _) => lang_of(row, word),
            Found::Unknown(_) => None,
        }
    })
}

impl Plan {
    /// The language that a file is written in: that of most of its first keywords; where they do not tell, the plan's.
    pub fn written_in(&self, source: SourceId) -> Lang {
        /// So many keywords tell.
        const MOST: usize = 60;
        let parts = (0u32..).zip(&self.parts).filter(|(_, placed)| placed.source == source);
        let entities = parts.flat_map(|(part, _)| self.entities_of(part)).take(MOST);
        let lang = |entity: Entity<'_>| lang_of(Row::Concept(entity.concept_row()), self.sources.slice(entity.keyword()));
        match entities.filter_map(lang).map(|lang| lang.of(1, -1)).sum::<i32>() {
            1.. => Lang::Fr,
            0 => self.language().unwrap_or_default(),
            _ => Lang::En,
        }
    }
}

/// How many keywords are French, less those that are English.
pub fn leaning(text: &str, words: &[Spelled]) -> i64 {
    let keywords = words.iter().filter(|word| matches!(word.what, Spelt::Keyword(_)));
    let of = |word: &Spelled| word.what.lang(&text[word.span.range()]).map_or(0, |lang| lang.of(1, -1));
    keywords.map(of).sum()
}

/// Every word in its usual spelling: in the language asked for; else each in its own, and in `usual` where it has none.
pub fn rewritten(text: &str, words: &[Spelled], asked: Option<Lang>, usual: Lang) -> Vec<Rewritten> {
    let lang_of = |word: &Spelled| asked.or_else(|| word.what.lang(&text[word.span.range()])).unwrap_or(usual);
    let mut out = Vec::with_capacity(words.len());
    let mut at = 0;
    while let Some(first) = words.get(at) {
        let mut joined = Vec::new();
        let mut span = first.span;
        while let Some((Spelt::Word(word), place)) = words.get(at + joined.len()).map(|word| (word.what, word.span))
            && (joined.is_empty() || text[span.end as usize..place.start as usize].trim().is_empty())
        {
            joined.push(word);
            span = span.to(place);
        }
        let lang = lang_of(first);
        let words = if joined.len() > 1 { phrase(&joined, lang) } else { first.what.spelling(lang) };
        out.push(Rewritten { span, words, keyword: matches!(first.what, Spelt::Keyword(_)) });
        at += joined.len().max(1);
    }
    out
}
