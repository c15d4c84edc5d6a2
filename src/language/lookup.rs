//! From what is written to a row: a concept's keyword, or a field's.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::concept::{ConceptRow, FieldRow, inside};
use super::concepts::{CONCEPTS, Concept};
use crate::diagnostic::{Lang, Spoken, suggest};

/// Where a statement stands: at the margin of a file, or in the block of something.
pub type Place = Option<Concept>;

/// What a keyword opens.
#[derive(Clone, Copy)]
pub enum Row {
    Concept(&'static ConceptRow),
    /// A field of this concept, and its number.
    Field(Concept, u8),
}

/// What a statement's first words are.
pub enum Found {
    /// A keyword that may stand here, and how many words it takes.
    Here(Row, usize),
    /// A keyword, but of other places; the one that was meant here, if that is plain.
    Elsewhere(Row, Option<(Row, &'static str)>),
    /// No keyword; the nearest one that may stand here, if any is near, with its usual spelling.
    Unknown(Option<(Row, &'static str)>),
}

impl std::fmt::Debug for Row {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.spelling(Lang::En))
    }
}

impl Row {
    pub fn spellings(self, lang: Lang) -> &'static [&'static str] {
        match self {
            Row::Concept(row) => lang.of(row.fr, row.en),
            Row::Field(concept, at) => {
                let row = &concept.row().fields[at as usize];
                lang.of(row.fr, row.en)
            }
        }
    }

    pub fn spelling(self, lang: Lang) -> &'static str {
        self.spellings(lang).first().copied().unwrap_or("")
    }

    pub fn help(self, lang: Lang) -> &'static str {
        match self {
            Row::Concept(row) => row.help_in(lang),
            Row::Field(concept, at) => concept.row().fields[at as usize].help(lang),
        }
    }

    pub fn field(self) -> Option<&'static FieldRow> {
        match self {
            Row::Concept(_) => None,
            Row::Field(concept, at) => Some(&concept.row().fields[at as usize]),
        }
    }

    /// May it stand more than once?
    pub fn repeats(self) -> bool {
        match self {
            Row::Concept(row) => row.repeats,
            Row::Field(concept, at) => concept.row().fields[at as usize].repeats,
        }
    }

    /// Where it may stand.
    pub fn places(self) -> Vec<Place> {
        match self {
            Row::Concept(row) => row.within.to_vec(),
            Row::Field(concept, at) => {
                let row = &concept.row().fields[at as usize];
                let same = |other: &&&ConceptRow| other.fields.iter().any(|field| std::ptr::eq(field, row));
                CONCEPTS.iter().filter(same).map(|concept| Some(concept.concept)).collect()
            }
        }
    }

    /// The same keyword, whatever the place.
    pub fn same(self, other: Row) -> bool {
        match (self, other) {
            (Row::Concept(a), Row::Concept(b)) => a.concept == b.concept,
            (Row::Field(a, at), Row::Field(b, bt)) => a == b && at == bt,
            (Row::Concept(_), Row::Field(..)) | (Row::Field(..), Row::Concept(_)) => false,
        }
    }

    /// The places where it may stand, as a list of keywords for a message.
    pub fn places_in(self, lang: Lang) -> String {
        let names: Vec<String> = self
            .places()
            .iter()
            .map(|place| match place {
                Some(concept) => format!("`{}`", concept.row().spelling(lang)),
                None => lang.of("la marge d'un fichier", "the margin of a file").to_owned(),
            })
            .collect();
        names.join(", ")
    }
}

/// A row in a sentence, by its keyword.
#[derive(Clone, Copy)]
pub struct Keyword(pub Row);

/// By its label, as it stands within a sentence.
#[derive(Clone, Copy)]
pub struct Label(pub Row);

/// What it is for: a sentence of its own.
#[derive(Clone, Copy)]
pub struct Help(pub Row);

/// The keywords in whose blocks it may stand.
#[derive(Clone, Copy)]
pub struct Places(pub Row);

impl Spoken for Keyword {
    fn spoken(&self, lang: Lang) -> String {
        self.0.spelling(lang).to_owned()
    }
}

impl Spoken for Label {
    fn spoken(&self, lang: Lang) -> String {
        label_of(self.0, lang).to_lowercase()
    }
}

impl Spoken for Help {
    fn spoken(&self, lang: Lang) -> String {
        self.0.help(lang).to_owned()
    }
}

impl Spoken for Places {
    fn spoken(&self, lang: Lang) -> String {
        self.0.places_in(lang)
    }
}

/// What a value of the plan is called in a message: `collectivité`, `pilote`.
pub fn label_of(row: Row, lang: Lang) -> String {
    match row {
        Row::Concept(row) => row.label_in(lang),
        Row::Field(concept, at) => concept.row().fields[at as usize].label_in(lang),
    }
}

/// Everything that may begin a line at a place: the fields of its concept, then the concepts that may stand in it.
pub fn rows_in(place: Place) -> impl Iterator<Item = Row> {
    let fields = place.into_iter().flat_map(|concept| concept.row().fields_in(false).map(move |(at, _)| Row::Field(concept, at)));
    fields.chain(inside(place).filter(|row| !row.en.is_empty()).map(Row::Concept))
}

/// Everything that begins a line somewhere, place by place: a row that may stand in two places comes twice.
pub fn all_rows() -> impl Iterator<Item = (Place, Row)> {
    let places = std::iter::once(None).chain(CONCEPTS.iter().map(|row| Some(row.concept)));
    places.flat_map(|place| rows_in(place).map(move |row| (place, row)))
}

/// One spelling of a row: its first word is the key.
struct Spelling {
    second: Option<String>,
    place: Place,
    row: Row,
}

static BY_FIRST_WORD: LazyLock<FxHashMap<String, Vec<Spelling>>> = LazyLock::new(|| {
    let mut map: FxHashMap<String, Vec<Spelling>> = FxHashMap::default();
    for (place, row) in all_rows() {
        let mut seen = Vec::new();
        for spelling in row.spellings(Lang::En).iter().chain(row.spellings(Lang::Fr)) {
            // The exact spelling too: it spares the folding of every accent.
            for form in [spelling.to_string(), suggest::fold(spelling)] {
                if !seen.contains(&form) {
                    let (first, second) = match form.split_once(' ') {
                        Some((first, second)) => (first.to_owned(), Some(second.to_owned())),
                        None => (form.clone(), None),
                    };
                    map.entry(first).or_default().push(Spelling { second, place, row });
                    seen.push(form);
                }
            }
        }
    }
    map
});

/// May a line begin with this word somewhere?
pub fn begins(word: &str) -> bool {
    BY_FIRST_WORD.contains_key(word) || BY_FIRST_WORD.contains_key(suggest::fold(word).as_str())
}

/// The same as [`find`] for one word, with no look at what is near.
fn exactly(word: &str, place: Place) -> Found {
    let known = BY_FIRST_WORD.get(word).or_else(|| BY_FIRST_WORD.get(suggest::fold(word).as_str()));
    let here = known.into_iter().flatten().find(|spelling| spelling.second.is_none() && spelling.place == place);
    here.map_or(Found::Unknown(None), |spelling| Found::Here(spelling.row, 1))
}

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
        if spelling.place == place {
            return Found::Here(spelling.row, words);
        }
        elsewhere.get_or_insert(spelling.row);
    }
    match elsewhere {
        Some(row) => Found::Elsewhere(row, meant(first, place)),
        None => Found::Unknown(suggestion(first, second, place)),
    }
}

fn suggestion(first: &str, second: Option<&str>, place: Place) -> Option<(Row, &'static str)> {
    if let Some(near) = meant(first, place) {
        return Some(near);
    }
    let both = second.map(|second| format!("{first} {second}"));
    let spellings: Vec<(Row, &'static str)> = rows_in(place)
        .flat_map(|row| row.spellings(Lang::En).iter().chain(row.spellings(Lang::Fr)).map(move |spelling| (row, *spelling)))
        .collect();
    let all = || spellings.iter().map(|(_, spelling)| *spelling);
    let near = both
        .and_then(|both| suggest::nearest(&both, all().filter(|spelling| spelling.contains(' '))))
        .or_else(|| suggest::nearest(first, all()))
        // `depends` with its second word forgotten
        .or_else(|| {
            all().find(|spelling| spelling.contains(' ') && spelling.split(' ').next().map(suggest::fold) == Some(suggest::fold(first)))
        })?;
    spellings.iter().copied().find(|(_, spelling)| *spelling == near)
}

/// The same for a keyword of several words that no two-word keyword is: `chef de file`, `élu référent`. What it means here, and how many
/// words it takes.
pub fn find_phrase(words: &[&str], place: Place) -> Option<(Row, &'static str, usize)> {
    (2..=words.len().min(4)).rev().find_map(|count| {
        let joined = words[..count].join("-").replace("d'-", "d'");
        if let Found::Here(row, 1) = exactly(&joined, place) {
            let lang = [Lang::Fr, Lang::En].into_iter().find(|lang| row.spellings(*lang).iter().any(|known| suggest::same(known, &joined)));
            return Some((row, row.spelling(lang.unwrap_or_default()), count));
        }
        let (row, spelling) = meant(&joined, place)?;
        Some((row, spelling, count))
    })
}

/// The keyword that a common other word means at a place, in the language of that word.
fn meant(word: &str, place: Place) -> Option<(Row, &'static str)> {
    let folded = suggest::fold(word);
    MEANT.iter().filter(|(known, ..)| *known == folded).find_map(|(known, keyword, lang)| {
        let row = rows_in(place).find(|row| row.spelling(Lang::En) == *keyword)?;
        let spelling = row.spelling(*lang);
        (spelling != *known).then_some((row, spelling))
    })
}

/// Is it no keyword, but a word that means one? In which language that is spelt, the words around tell.
pub fn is_other_word(word: &str) -> bool {
    let folded = suggest::fold(word).replace(' ', "-");
    MEANT.iter().any(|(known, ..)| *known == folded)
}

/// The keyword that such a word means, wherever that stands; the word comes folded.
pub fn meant_anywhere(folded: &str) -> Option<&'static str> {
    let (_, keyword, lang) = MEANT.iter().find(|(known, ..)| *known == folded)?;
    all_rows().find(|(_, row)| row.spelling(Lang::En) == *keyword).map(|(_, row)| row.spelling(*lang))
}

/// Words that authors try and that are no keywords, with the one that they mean: for "did you mean" only.
#[rustfmt::skip]
static MEANT: &[(&str, &str, Lang)] = &[
    ("responsable", "owner", Lang::Fr), ("chef", "owner", Lang::Fr), ("porteur", "owner", Lang::Fr), ("porteuse", "owner", Lang::Fr), ("referent", "owner", Lang::Fr),
    ("referente", "owner", Lang::Fr), ("pilotage", "owner", Lang::Fr), ("chef-de-file", "owner", Lang::Fr), ("cheffe-de-file", "owner", Lang::Fr), ("chef-de-projet", "owner", Lang::Fr),
    ("cheffe-de-projet", "owner", Lang::Fr), ("maitrise-d'ouvrage", "owner", Lang::Fr), ("lead", "owner", Lang::En), ("project-manager", "owner", Lang::En), ("project-lead", "owner", Lang::En),
    ("responsible", "owner", Lang::En), ("accountable", "owner", Lang::En), ("date-limite", "period", Lang::Fr), ("date-butoir", "period", Lang::Fr), ("date-de-fin", "period", Lang::Fr),
    ("date-de-debut", "period", Lang::Fr), ("start-date", "period", Lang::En), ("end-date", "period", Lang::En), ("due-date", "period", Lang::En), ("due", "period", Lang::En), ("manager", "owner", Lang::En), ("leader", "owner", Lang::En),
    ("echeance", "period", Lang::Fr), ("date", "period", Lang::Fr), ("dates", "period", Lang::Fr), ("calendrier", "period", Lang::Fr), ("debut", "period", Lang::Fr),
    ("fin", "period", Lang::Fr), ("time", "period", Lang::En), ("deadline", "period", Lang::En), ("start", "period", Lang::En), ("end", "period", Lang::En),
    ("cout", "budget", Lang::Fr), ("montant", "budget", Lang::Fr), ("cost", "budget", Lang::En), ("budget", "envelope", Lang::Fr), ("plafond", "envelope", Lang::Fr),
    ("partenaire", "partners", Lang::Fr), ("contributeur", "contributors", Lang::Fr), ("projet", "action", Lang::Fr), ("chantier", "action", Lang::Fr),
    ("tache", "action", Lang::Fr), ("project", "action", Lang::En), ("task", "action", Lang::En), ("kpi", "indicator", Lang::En), ("habitants", "population", Lang::Fr),
    ("effectif", "agents", Lang::Fr), ("objective", "goal", Lang::En), ("orientation", "goal", Lang::Fr), ("besoin", "depends on", Lang::Fr),
    ("apres", "depends on", Lang::Fr), ("after", "depends on", Lang::En), ("avancement", "status", Lang::Fr), ("import", "use", Lang::En), ("inclure", "use", Lang::Fr),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Mode;

    fn here(first: &str, second: Option<&str>, place: Place) -> Option<(&'static str, usize)> {
        match find(first, second, place) {
            Found::Here(row, words) => Some((row.spelling(Lang::En), words)),
            _ => None,
        }
    }

    const GOAL: Place = Some(Concept::Goal);

    #[test]
    fn both_languages_with_and_without_accents() {
        for word in ["strategy", "stratégie", "strategie", "Stratégie"] {
            assert_eq!(here(word, None, None), Some(("strategy", 1)), "{word}");
        }
        for (first, second) in [("depends", "on"), ("dépend", "de"), ("depend", "de")] {
            assert_eq!(here(first, Some(second), GOAL), Some(("depends on", 2)));
        }
        assert!(matches!(find("owner", Some("CDO"), GOAL), Found::Here(Row::Field(..), 1)));
        assert!(matches!(find("pilote", Some("CDO"), None), Found::Here(Row::Concept(_), 1)));
    }

    #[test]
    fn what_is_misspelt_or_misplaced() {
        let axis = Some(Concept::Axis);
        assert!(matches!(find("milestone", None, None), Found::Elsewhere(Row::Concept(row), None) if row.concept == Concept::Milestone));
        assert!(matches!(find("ojbectif", None, axis), Found::Unknown(Some((_, "objectif")))));
        assert!(matches!(find("dépend", Some("dee"), GOAL), Found::Unknown(Some((row, _))) if row.spelling(Lang::En) == "depends on"));
        assert!(matches!(find("depends", Some("socle"), GOAL), Found::Unknown(Some((row, _))) if row.spelling(Lang::En) == "depends on"));
        assert!(matches!(find("zzzzzz", None, axis), Found::Unknown(None)));
    }

    #[test]
    fn every_row_is_whole() {
        for (at, row) in CONCEPTS.iter().enumerate() {
            assert_eq!(row.concept as usize, at);
            assert!(!row.within.is_empty() && row.help_en.ends_with(['.', '?']) && row.help_fr.ends_with(['.', '?']), "{:?}", row.concept);
            assert!(!row.spelling(Lang::En).is_empty() && !row.spelling(Lang::Fr).is_empty(), "{:?}", row.concept);
            for field in row.fields {
                assert!(!field.en.is_empty() && !field.fr.is_empty(), "{:?}", row.concept);
                assert!(field.help_en.ends_with(['.', '?']) && field.help_fr.ends_with(['.', '?']), "{:?} {}", row.concept, field.en[0]);
                assert!(field.mode != Mode::Computed || field.head.is_none());
            }
        }
    }

    #[test]
    fn every_other_word_means_a_keyword() {
        for (word, keyword, _) in MEANT {
            assert!(all_rows().any(|(_, row)| row.spelling(Lang::En) == *keyword), "{word} → {keyword}");
        }
    }
}
