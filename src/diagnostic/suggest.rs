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
    let word = fold(word);
    let length = word.chars().count();
    let limit = match length {
        // Nobody misspells a name of a thousand letters, and each comparison costs their square.
        0 | 65.. => return None,
        1..=2 => 1,
        3..=5 => 2,
        n => n / 3 + 1,
    };
    candidates
        .into_iter()
        .filter(|candidate| candidate.chars().count().abs_diff(length) <= limit)
        .map(|candidate| (strsim::osa_distance(&word, &fold(candidate)), candidate))
        .filter(|(distance, _)| *distance <= limit && *distance < length.max(2))
        .min_by(|a, b| a.0.cmp(&b.0).then(a.1.cmp(b.1)))
        .map(|(_, candidate)| candidate)
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
