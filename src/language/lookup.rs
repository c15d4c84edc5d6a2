//! From what is written to a row of the table.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::table::MEANT;
use super::{Concept, Place, Row, TABLE, row};
use crate::diagnostic::{Lang, suggest};

/// What a statement's first words are.
pub enum Found {
    /// A keyword that may stand here, and how many words it takes.
    Here(&'static Row, usize),
    /// A keyword, but of other places; the one that was meant here, if that is plain.
    Elsewhere(&'static Row, Option<(Concept, &'static str)>),
    /// No keyword; the nearest one that may stand here, if any is near, with its usual spelling.
    Unknown(Option<(Concept, &'static str)>),
}

/// One spelling of a row: its first word is the key.
struct Spelling {
    second: Option<String>,
    row: &'static Row,
}

static BY_FIRST_WORD: LazyLock<FxHashMap<String, Vec<Spelling>>> = LazyLock::new(|| {
    let mut map: FxHashMap<String, Vec<Spelling>> = FxHashMap::default();
    for row in TABLE {
        let mut seen = Vec::new();
        for spelling in row.en.iter().chain(row.fr) {
            // The exact spelling too: it spares the folding of every accent.
            for form in [spelling.to_string(), suggest::fold(spelling)] {
                if !seen.contains(&form) {
                    let (first, second) = match form.split_once(' ') {
                        Some((first, second)) => (first.to_owned(), Some(second.to_owned())),
                        None => (form.clone(), None),
                    };
                    map.entry(first).or_default().push(Spelling { second, row });
                    seen.push(form);
                }
            }
        }
    }
    map
});

/// Looks up a statement's first word, with its second when that is a word too, at a place.
pub fn find(first: &str, second: Option<&str>, place: Place) -> Found {
    let known = BY_FIRST_WORD.get(first).or_else(|| BY_FIRST_WORD.get(suggest::fold(first).as_str()));
    let mut elsewhere = None;
    for spelling in known.into_iter().flatten() {
        let words = match (&spelling.second, second) {
            (None, _) => 1,
            (Some(wanted), Some(second)) if wanted == second || *wanted == suggest::fold(second) => 2,
            _ => continue,
        };
        if spelling.row.within.contains(&place) {
            return Found::Here(spelling.row, words);
        }
        elsewhere.get_or_insert(spelling.row);
    }
    match elsewhere {
        Some(row) => Found::Elsewhere(row, meant(first, place)),
        None => Found::Unknown(suggestion(first, second, place)),
    }
}

fn suggestion(first: &str, second: Option<&str>, place: Place) -> Option<(Concept, &'static str)> {
    if let Some(near) = meant(first, place) {
        return Some(near);
    }
    let both = second.map(|second| format!("{first} {second}"));
    let spellings: Vec<&'static str> = spellings_in(place).map(|(_, spelling)| spelling).collect();
    let near = both
        .and_then(|both| suggest::nearest(&both, spellings.iter().copied().filter(|spelling| spelling.contains(' '))))
        .or_else(|| suggest::nearest(first, spellings.iter().copied()))
        // `depends` with its second word forgotten
        .or_else(|| spellings.iter().copied().find(|spelling| spelling.split(' ').next() == Some(&suggest::fold(first))))?;
    spellings_in(place).find(|(_, spelling)| *spelling == near)
}

/// The keyword that a common other word means at a place, in the language of that word.
fn meant(word: &str, place: Place) -> Option<(Concept, &'static str)> {
    let folded = suggest::fold(word);
    let (word, concept, lang) =
        MEANT.iter().copied().find(|(known, concept, _)| *known == folded && row(*concept).within.contains(&place))?;
    let spelling = row(concept).spelling(lang);
    (spelling != word).then_some((concept, spelling))
}

/// Every spelling that may stand at a place, in both languages.
pub fn spellings_in(place: Place) -> impl Iterator<Item = (Concept, &'static str)> {
    TABLE
        .iter()
        .filter(move |row| row.within.contains(&place))
        .flat_map(|row| row.en.iter().chain(row.fr).map(|spelling| (row.concept, *spelling)))
}

/// The places where a row may stand, as a list of keywords for a message.
impl Row {
    pub fn places(&self, lang: Lang) -> String {
        let names: Vec<String> = self
            .within
            .iter()
            .map(|place| match place.concept() {
                Some(concept) => format!("`{}`", super::row(concept).spelling(lang)),
                None => lang.of("la marge d'un fichier", "the margin of a file").to_owned(),
            })
            .collect();
        names.join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn here(first: &str, second: Option<&str>, place: Place) -> Option<(Concept, usize)> {
        match find(first, second, place) {
            Found::Here(row, words) => Some((row.concept, words)),
            _ => None,
        }
    }

    #[test]
    fn both_languages_with_and_without_accents() {
        for word in ["strategy", "stratégie", "strategie", "Stratégie"] {
            assert_eq!(here(word, None, Place::Root), Some((Concept::Strategy, 1)), "{word}");
        }
        for (first, second) in [("depends", "on"), ("dépend", "de"), ("depend", "de")] {
            assert_eq!(here(first, Some(second), Place::Goal), Some((Concept::DependsOn, 2)));
        }
        assert_eq!(here("owner", Some("CDO"), Place::Goal), Some((Concept::OwnedBy, 1)));
        assert_eq!(here("pilote", Some("CDO"), Place::Root), Some((Concept::Owner, 1)));
    }

    #[test]
    fn what_is_misspelt_or_misplaced() {
        assert!(matches!(find("goal", None, Place::Root), Found::Elsewhere(row, None) if row.concept == Concept::Goal));
        assert!(matches!(find("ojbectif", None, Place::Axis), Found::Unknown(Some((Concept::Goal, "objectif")))));
        assert!(matches!(find("dépend", Some("dee"), Place::Goal), Found::Unknown(Some((Concept::DependsOn, _)))));
        assert!(matches!(find("depends", Some("socle"), Place::Goal), Found::Unknown(Some((Concept::DependsOn, _)))));
        assert!(matches!(find("zzzzzz", None, Place::Axis), Found::Unknown(None)));
    }

    #[test]
    fn every_row_says_where_it_stands_and_helps() {
        for row in TABLE {
            assert!(!row.within.is_empty() && !row.en.is_empty() && !row.fr.is_empty());
            assert!(row.help_en.ends_with('.') && row.help_fr.ends_with('.'), "{:?}", row.concept);
            assert_eq!(super::super::row(row.concept).help_en, row.help_en, "{:?} has two rows", row.concept);
        }
    }
}
