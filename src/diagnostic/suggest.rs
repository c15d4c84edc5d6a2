//! "Did you mean": the nearest of some words, blind to case and accents.

/// Lower case without French accents: the form in which words are compared.
pub fn fold(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for c in word.chars().flat_map(char::to_lowercase) {
        match c {
            'à' | 'â' | 'ä' => out.push('a'),
            'é' | 'è' | 'ê' | 'ë' => out.push('e'),
            'î' | 'ï' => out.push('i'),
            'ô' | 'ö' => out.push('o'),
            'ù' | 'û' | 'ü' => out.push('u'),
            'ç' => out.push('c'),
            'œ' => out.push_str("oe"),
            '’' => out.push('\''),
            '\u{300}'..='\u{36f}' => {}
            _ => out.push(c),
        }
    }
    out
}

/// The candidate nearest to `word`, if it is near enough to be what the author meant.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    Index::new(candidates).nearest(word)
}

/// Words to be looked up by what is nearly one of them. All look-ups together cost no more than a second.
pub struct Index<'a> {
    /// Length in characters, which letters there are, the folded word, the word.
    rows: Vec<(usize, u64, String, &'a str)>,
    allowance: usize,
}

impl<'a> Index<'a> {
    /// How many words are compared letter by letter.
    const ALLOWANCE: usize = 200_000;
    /// How many are looked at.
    const LOOKED_AT: usize = 50;

    pub fn new(candidates: impl IntoIterator<Item = &'a str>) -> Index<'a> {
        let row = |candidate: &'a str| {
            let folded = fold(candidate);
            (folded.chars().count(), letters(&folded), folded, candidate)
        };
        Index { rows: candidates.into_iter().map(row).collect(), allowance: Index::ALLOWANCE * Index::LOOKED_AT }
    }

    pub fn nearest(&mut self, word: &str) -> Option<&'a str> {
        let word = fold(word);
        let length = word.chars().count();
        let limit = match length {
            // Nobody misspells a name of a thousand letters, and each comparison costs their square.
            0 | 65.. => return None,
            1..=2 => 1,
            3..=5 => 2,
            n => n / 3,
        };
        let mask = letters(&word);
        let mut best: Option<(usize, &'a str)> = None;
        for (other, others, folded, candidate) in &self.rows {
            let near = best.map_or(limit, |(distance, _)| distance.min(limit));
            self.allowance = self.allowance.saturating_sub(1);
            // A letter that one word has and the other has not costs an edit.
            let apart = (mask & !others).count_ones().max((others & !mask).count_ones()) as usize;
            if other.abs_diff(length) > near || apart > near {
                continue;
            }
            if self.allowance < Index::LOOKED_AT {
                return None;
            }
            self.allowance -= Index::LOOKED_AT;
            let distance = strsim::osa_distance(&word, folded);
            if distance <= limit && distance < length.max(2) && best.is_none_or(|known| (distance, *candidate) < known) {
                best = Some((distance, candidate));
            }
        }
        best.map(|(_, candidate)| candidate)
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
    fn finds_what_was_meant_and_nothing_else() {
        assert_eq!(nearest("Guichett", ["guichet", "socle"]), Some("guichet"));
        assert_eq!(nearest("ojbectif", ["objectif", "axe"]), Some("objectif"));
        assert_eq!(nearest("identité", ["identite"]), Some("identite"));
        assert_eq!(nearest("dsi", ["DSI", "DGS"]), Some("DSI"));
        assert_eq!(nearest("x", ["socle"]), None);
        assert_eq!(nearest("banane", ["guichet"]), None);
    }
}
