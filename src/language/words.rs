//! The small words that join values: prepositions, moments, units of time.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::types::WordRow;
use crate::diagnostic::{Lang, suggest};

macro_rules! words {
    ($($word:ident $en:literal $fr:literal $(+ $also:literal)*;)*) => {
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Word { $($word),* }
        static WORDS: &[(Word, &str, &str, &[&str])] = &[$((Word::$word, $en, $fr, &[$($also),*])),*];
    };
}

// English, French, then what is also read.
words! {
    On "on" "au" + "le" + "en" + "by" + "before"; Of "of" "de" + "du" + "d'"; The "the" "l'" + "la";
    Start "start" "début"; End "end" "fin";
    Days "days" "jours" + "day" + "jour"; Weeks "weeks" "semaines" + "week" + "semaine"; Months "months" "mois" + "month";
    Quarters "quarters" "trimestres" + "quarter" + "trimestre"; Years "years" "ans" + "year" + "an" + "années" + "année";
    Investment "investment" "investissement"; Operating "operating" "fonctionnement"; Total "total" "total";
}

static BY_SPELLING: LazyLock<FxHashMap<String, Vec<Word>>> = LazyLock::new(|| {
    let mut map: FxHashMap<String, Vec<Word>> = FxHashMap::default();
    for (word, en, fr, also) in WORDS {
        for spelling in [en, fr].into_iter().chain(also.iter()) {
            map.entry(suggest::fold(spelling)).or_default().push(*word);
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
    let folded = suggest::fold(text);
    let spelt = |row: &WordRow| [row.en, row.fr].into_iter().chain(row.also.iter().copied()).any(|known| suggest::fold(known) == folded);
    rows.iter().position(spelt).map(|at| at as u8)
}

/// How a word is spelt.
pub fn named(word: Word, lang: Lang) -> &'static str {
    let (_, en, fr, _) = WORDS.iter().find(|row| row.0 == word).expect("every word has a row");
    lang.of(fr, en)
}

/// The roles that `std.roles` declares: for "add `use std.roles`". A test holds them to the library's own text.
pub const ROLES: &[&str] = &["DGS", "DGA", "CDO", "DSI", "COM", "DRH", "DAF", "DPO", "RSSI"];

#[cfg(test)]
mod tests {
    #[test]
    fn the_roles_are_those_of_the_library() {
        let library = include_str!("../../stdlib/roles.dsl");
        let declared: Vec<&str> = library.lines().filter_map(|line| line.strip_prefix("owner ")?.split(' ').next()).collect();
        assert_eq!(declared, super::ROLES);
    }
}
