//! The small words that join values: prepositions, moments, units of time.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::types::WordRow;
use crate::diagnostic::{Lang, suggest};

/// A row of the table; of the spellings in a language, the first is the usual one.
struct Spellings {
    word: Word,
    en: &'static [&'static str],
    fr: &'static [&'static str],
}

macro_rules! words {
    ($($word:ident $($en:literal)+ | $($fr:literal)+;)*) => {
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Word { $($word),* }
        static WORDS: &[Spellings] = &[$(Spellings { word: Word::$word, en: &[$($en),+], fr: &[$($fr),+] }),*];
    };
}

// English, then French: the usual spelling, then what is also read. Of what is counted, the second is that of one.
words! {
    On "on" "by" "before" "in" | "au" "le" "en" "avant" "à"; Of "of" | "de" "du" "d'"; The "the" | "l'" "la";
    Start "start" | "début"; End "end" | "fin";
    Days "days" "day" | "jours" "jour"; Weeks "weeks" "week" | "semaines" "semaine"; Months "months" "month" | "mois";
    Quarters "quarters" "quarter" | "trimestres" "trimestre"; Years "years" "year" | "ans" "an" "années" "année";
    Investment "investment" | "investissement"; Operating "operating" | "fonctionnement"; Total "total" | "total";
    Every "every" "each" | "chaque" "tous" "toutes" "les"; Fte "fte" | "etp" "etpt"; Yes "yes" | "oui"; No "no" | "non";
    About "about" "around" "circa" "nearly" | "vers" "environ" "près de" "autour de";
    Over "over" "above" "more than" "at least" | "plus de" "au moins"; Under "under" "below" "less than" "at most" | "moins de" "au plus";
    Instead "instead of" | "au lieu de" "au lieu du" "au lieu d'"; Continuous "continuous" "continuously" | "continu" "en continu" "continue";
    InAll "in all" "in total" | "au total" "en tout"; Ht "HT" | "HT"; Ttc "TTC" | "TTC";
    For "for" | "pour"; Concerning "on" "for" | "pour" "sur"; Against "against" | "contre"; Abstentions "abstentions" "abstention" | "abstentions" "abstention";
}

/// What a part of a cost may be of. In French they are all masculine.
const NOUNS: &[Word] = &[Word::Investment, Word::Operating, Word::Total];

static BY_SPELLING: LazyLock<FxHashMap<String, Vec<Word>>> = LazyLock::new(|| {
    let mut map: FxHashMap<String, Vec<Word>> = FxHashMap::default();
    for Spellings { word, en, fr } in WORDS {
        for spelling in en.iter().chain(*fr) {
            let words = map.entry(suggest::fold(spelling)).or_default();
            if !words.contains(word) {
                words.push(*word);
            }
        }
    }
    map
});

/// Which of these words is written so, blind to case and accents.
pub fn word(text: &str, wanted: &[Word]) -> Option<Word> {
    let known = BY_SPELLING.get(text).or_else(|| BY_SPELLING.get(suggest::fold(text).as_str()))?;
    known.iter().copied().find(|word| wanted.contains(word))
}

/// The number of the row that is written so, blind to case and accents; a blank may stand for a hyphen.
pub fn numbered(text: &str, rows: &[WordRow]) -> Option<u8> {
    let exactly = |row: &WordRow| row.en == text || row.fr == text;
    if let Some(at) = rows.iter().position(exactly) {
        return Some(at as u8);
    }
    let spelt = |row: &WordRow| [row.en, row.fr].into_iter().chain(row.also.iter().copied()).any(|known| suggest::same(known, text));
    rows.iter().position(spelt).map(|at| at as u8)
}

/// How a word is spelt.
pub fn named(word: Word, lang: Lang) -> &'static str {
    spellings(word, lang)[0]
}

/// How what is counted is spelt where there is one of it: `1 month`.
pub fn named_one(word: Word, lang: Lang) -> &'static str {
    let spellings = spellings(word, lang);
    spellings.get(1).unwrap_or(&spellings[0])
}

/// Every spelling of a word in a language, the usual one first.
pub fn spellings(word: Word, lang: Lang) -> &'static [&'static str] {
    let row = WORDS.iter().find(|row| row.word == word).expect("every word has a row");
    lang.of(row.fr, row.en)
}

/// Words that follow each other, as the language joins them: `of investment`, `de l'investissement`, `du total`.
pub fn phrase(words: &[Word], lang: Lang) -> String {
    let mut out = String::new();
    let mut words = words.iter().copied().filter(|word| *word != Word::The).peekable();
    while let Some(word) = words.next() {
        let noun = words.peek().filter(|next| word == Word::Of && NOUNS.contains(next));
        match (lang, noun) {
            (Lang::Fr, Some(noun)) if suggest::fold(named(*noun, lang)).starts_with(['a', 'e', 'i', 'o', 'u']) => out += "de l'",
            (Lang::Fr, Some(_)) => out += "du ",
            _ => {
                out += named(word, lang);
                out += " ";
            }
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// The roles that `std.roles` declares: for "add `use std.roles`". A test holds them to the library's own text.
pub const ROLES: &[&str] = &["DGS", "DGA", "CDO", "DSI", "COM", "DRH", "DAF", "DPO", "RSSI"];

#[cfg(test)]
mod tests {
    use super::{Word, phrase};
    use crate::diagnostic::Lang;

    #[test]
    fn words_are_joined_as_the_language_has_it() {
        for (words, fr, en) in [
            (&[Word::Of, Word::Investment][..], "de l'investissement", "of investment"),
            (&[Word::Of, Word::The, Word::Investment], "de l'investissement", "of investment"),
            (&[Word::Of, Word::The, Word::Total], "du total", "of total"),
            (&[Word::Of, Word::Operating], "du fonctionnement", "of operating"),
            (&[Word::Of], "de", "of"),
            (&[Word::On], "au", "on"),
        ] {
            assert_eq!((phrase(words, Lang::Fr).as_str(), phrase(words, Lang::En).as_str()), (fr, en));
        }
    }

    #[test]
    fn the_roles_are_those_of_the_library() {
        let library = include_str!("../../stdlib/roles.dsl");
        let declared: Vec<&str> = library.lines().filter_map(|line| line.strip_prefix("owner ")?.split(' ').next()).collect();
        assert_eq!(declared, super::ROLES);
    }
}
