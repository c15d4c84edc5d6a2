//! Names that look the same are the same: an accent may be part of its letter or stand behind it, as some systems write it.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

/// A name in the one form in which names are compared.
pub fn canonical(name: &str) -> Cow<'_, str> {
    let apart = |c: char| matches!(c, '\u{300}'..='\u{36f}');
    if name.is_ascii() || !name.contains(apart) { Cow::Borrowed(name) } else { Cow::Owned(name.nfc().collect()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_accent_apart_is_the_same_accent() {
        assert_eq!(canonical("E\u{301}quipe"), "Équipe");
        assert!(matches!(canonical("Équipe"), Cow::Borrowed(_)));
    }
}
