//! Characters that no font of the bundle can draw are printed as `�`, and the author is told which.
//!
//! PDF/UA forbids a glyph that is in no font, and a reader gets nothing from an empty box. To drop the standard for one
//! emoji would take the document's accessibility from every reader; to replace the character keeps it, shows the gap,
//! and gives the same text whoever runs Typst.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde_json::Value;

use crate::diagnostic::Say;
use crate::say;

/// What the fonts hold, as hexadecimal ranges: those of the bundle and those that every Typst has in it. A test
/// compares it with the fonts.
static GLYPHS: &str = include_str!("../../stdlib/documents/glyphs.txt");

static RANGES: LazyLock<Vec<(u32, u32)>> = LazyLock::new(|| {
    let number = |text: &str| u32::from_str_radix(text, 16).ok();
    let range = |word: &str| {
        let (first, last) = word.split_once('-').unwrap_or((word, word));
        Some((number(first)?, number(last)?))
    };
    GLYPHS.split_whitespace().filter_map(range).collect()
});

/// The longest stretch without a place to break a line.
const LONGEST_WORD: usize = 22;

/// Can it be printed?
pub fn known(c: char) -> bool {
    let code = c as u32;
    let at = RANGES.partition_point(|(first, _)| *first <= code);
    at > 0 && code <= RANGES[at - 1].1
}

/// Every text of the data made printable. Out: the characters that had to be replaced.
pub fn printable(data: &mut Value) -> BTreeSet<char> {
    let mut lost = BTreeSet::new();
    walk(data, &mut lost);
    lost
}

fn walk(value: &mut Value, lost: &mut BTreeSet<char>) {
    match value {
        Value::String(text) if !is_plain(text) => *text = clean(text, lost),
        Value::Array(items) => items.iter_mut().for_each(|item| walk(item, lost)),
        Value::Object(fields) => {
            for (name, field) in fields.iter_mut() {
                // Addresses are followed, not printed.
                if name != "href" {
                    walk(field, lost);
                }
            }
        }
        _ => {}
    }
}

/// Letters and signs that every font has, in a word that no line is too short for.
fn is_plain(text: &str) -> bool {
    text.len() <= LONGEST_WORD && text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
}

fn clean(text: &str, lost: &mut BTreeSet<char>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut run = 0;
    for c in text.chars() {
        let printed = match c {
            '\n' | ' '..='~' => c,
            c if c.is_whitespace() && !known(c) => ' ',
            c if ignorable(c) => continue,
            c if known(c) => c,
            c => {
                lost.insert(c);
                '\u{fffd}'
            }
        };
        run = if printed.is_whitespace() || matches!(printed, '-' | '/' | '–' | '\u{200b}') { 0 } else { run + 1 };
        if run > LONGEST_WORD {
            out.push('\u{200b}');
            run = 1;
        }
        out.push(printed);
    }
    out
}

/// Has no glyph and needs none: controls, marks of direction (which could disguise a text), joiners of emoji.
fn ignorable(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// What to tell of the characters that were replaced.
pub fn warning(lost: &BTreeSet<char>) -> Option<Say> {
    const MOST: usize = 8;
    let mut names: Vec<String> = lost.iter().take(MOST).map(|c| format!("{c} (U+{:04X})", *c as u32)).collect();
    if lost.len() > MOST {
        names.push("…".to_owned());
    }
    let names = names.join(", ");
    match lost.len() {
        0 => None,
        1 => Some(
            say!("aucune police n'a ce caractère, remplacé par « \u{fffd} » : {names}"; "no font has this character, replaced by \"\u{fffd}\": {names}", names),
        ),
        _ => Some(
            say!("aucune police n'a ces caractères, remplacés par « \u{fffd} » : {names}"; "no font has these characters, replaced by \"\u{fffd}\": {names}", names),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Lang;

    #[test]
    fn what_no_font_has_is_shown_as_a_gap() {
        let mut lost = BTreeSet::new();
        assert_eq!(clean("Été 🚀\u{202e}x\u{7}", &mut lost), "Été \u{fffd}x");
        assert_eq!(lost, BTreeSet::from(['🚀']));
        assert!(warning(&lost).is_some_and(|said| said.show(Lang::Fr).contains("U+1F680")));
        assert!(warning(&BTreeSet::new()).is_none());
    }

    #[test]
    fn french_and_the_documents_own_signs_are_known() {
        for c in "àâçéèêëîïôùûüÿœæÀÉŒÆ«»’–—…€%°²→◆●−\u{a0}\u{202f}\u{200b}\u{fffd}".chars() {
            assert!(known(c), "{c:?}");
        }
        assert!(!known('🚀') && !known('中') && !known('\u{e000}'));
    }

    #[test]
    fn a_word_without_end_can_be_broken() {
        let long = clean(&"a".repeat(100), &mut BTreeSet::new());
        assert_eq!(long.matches('\u{200b}').count(), 4);
        assert_eq!(clean("intercommunalisation", &mut BTreeSet::new()), "intercommunalisation");
    }
}
