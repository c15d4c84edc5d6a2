//! "Did you mean": the nearest of some words, blind to case and accents.

/// Lower case without French accents: the form in which words are compared.
pub fn fold(word: &str) -> String {
    if word.is_ascii() { word.to_ascii_lowercase() } else { folded(word).collect() }
}

/// Whether two words are one, blind to case and accents.
pub fn same(one: &str, other: &str) -> bool {
    if one.is_ascii() && other.is_ascii() { one.eq_ignore_ascii_case(other) } else { folded(one).eq(folded(other)) }
}

fn folded(word: &str) -> impl Iterator<Item = char> {
    word.chars().flat_map(|c| {
        let lower = if c.is_ascii() { c.to_ascii_lowercase() } else { c.to_lowercase().next().unwrap_or(c) };
        let (plain, own) = bare(lower).map_or(("", Some(lower)), |plain| (plain, None));
        plain.chars().chain(own)
    })
}

/// A letter without its accent, where French writes it so.
fn bare(c: char) -> Option<&'static str> {
    Some(match c {
        'à' | 'â' | 'ä' => "a",
        'é' | 'è' | 'ê' | 'ë' => "e",
        'î' | 'ï' => "i",
        'ô' | 'ö' => "o",
        'ù' | 'û' | 'ü' => "u",
        'ç' => "c",
        'œ' => "oe",
        '’' => "'",
        '\u{300}'..='\u{36f}' => "",
        _ => return None,
    })
}

/// The candidate nearest to `word`, if it is near enough to be what the author meant.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let known: Vec<Known<&'a str>> = candidates.into_iter().map(|candidate| Known::new(candidate, candidate)).collect();
    Search::new(&known).nearest(word, |_| true).copied()
}

/// A word that may have been meant, ready to be compared, and what it stands for.
pub struct Known<T> {
    length: usize,
    letters: u64,
    folded: String,
    pub of: T,
}

impl<T> Known<T> {
    pub fn new(word: &str, of: T) -> Known<T> {
        let folded = fold(word);
        Known { length: folded.chars().count(), letters: letters(&folded), folded, of }
    }
}

/// Look-ups of what is nearly a known word. All of them together cost no more than a second.
pub struct Search<'a, T> {
    known: &'a [Known<T>],
    allowance: usize,
}

impl<'a, T> Search<'a, T> {
    /// How many words are compared letter by letter.
    const COMPARED: usize = 200_000;
    /// A comparison costs as much as so many glances.
    const GLANCES: usize = 50;

    pub fn new(known: &'a [Known<T>]) -> Search<'a, T> {
        Search { known, allowance: Self::COMPARED * Self::GLANCES }
    }

    /// The nearest of those that may be meant.
    pub fn nearest(&mut self, word: &str, mut fits: impl FnMut(&T) -> bool) -> Option<&'a T> {
        let word = Known::new(word, ());
        let limit = match word.length {
            // Nobody misspells a name of a thousand letters, and each comparison costs their square.
            0 | 65.. => return None,
            // A guess that is wrong costs more than none: `siren` is no `site`, `permanent` no `terminé`.
            1..=5 => 1,
            6..=9 => 2,
            n => 3.max(n / 5),
        };
        let mut best: Option<(usize, &'a Known<T>)> = None;
        for known in self.known {
            let near = best.map_or(limit, |(distance, _)| distance);
            self.allowance = self.allowance.saturating_sub(1);
            // A letter that one word has and the other has not costs an edit.
            let apart = (word.letters & !known.letters).count_ones().max((known.letters & !word.letters).count_ones()) as usize;
            if known.length.abs_diff(word.length) > near || apart > near || !fits(&known.of) {
                continue;
            }
            if self.allowance < Self::GLANCES {
                return None;
            }
            self.allowance -= Self::GLANCES;
            let distance = strsim::osa_distance(&word.folded, &known.folded);
            let better = best.is_none_or(|(least, other)| (distance, &known.folded) < (least, &other.folded));
            if distance <= limit && distance < word.length.max(2) && better {
                best = Some((distance, known));
            }
        }
        best.map(|(_, known)| &known.of)
    }
}

/// Which characters a word has, a bit each.
fn letters(word: &str) -> u64 {
    word.chars().fold(0, |bits, c| bits | 1 << (c as u32 % 64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_accents_are_nothing() {
        for (one, other) in [("Échéance", "ECHEANCE"), ("Œuvre", "oeuvre"), ("e\u{301}te\u{301}", "été"), ("l’élu", "L'ÉLU")] {
            assert_eq!(fold(one), fold(other));
            assert!(same(one, other));
        }
        assert!(!same("élu", "élus") && !same("elus", "élu"));
        assert_eq!(fold("Straße İzmir"), "straße izmir");
    }

    #[test]
    fn finds_what_was_meant_and_nothing_else() {
        assert_eq!(nearest("Guichett", ["guichet", "socle"]), Some("guichet"));
        assert_eq!(nearest("ojbectif", ["objectif", "axe"]), Some("objectif"));
        assert_eq!(nearest("identité", ["identite"]), Some("identite"));
        assert_eq!(nearest("dsi", ["DSI", "DGS"]), Some("DSI"));
        assert_eq!(nearest("x", ["socle"]), None);
        assert_eq!(nearest("siren", ["site"]), None);
        assert_eq!(nearest("permanent", ["terminé", "prévu"]), None);
        assert_eq!(nearest("contributurs", ["contributeurs"]), Some("contributeurs"));
        assert_eq!(nearest("banane", ["guichet"]), None);
    }
}
