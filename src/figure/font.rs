//! How wide a text is, in the font that the documents carry. The only file that knows the crate that reads it.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use ttf_parser::Face;

use super::POINT;

/// The fonts of the documents.
pub const REGULAR: &[u8] = include_bytes!("../../stdlib/documents/fonts/Inter-Regular.otf");
pub const BOLD: &[u8] = include_bytes!("../../stdlib/documents/fonts/Inter-Bold.otf");

/// How wide each letter is, in parts of the size.
struct Widths {
    known: FxHashMap<char, f64>,
}

static FACES: LazyLock<[Widths; 2]> = LazyLock::new(|| [REGULAR, BOLD].map(Widths::of));

/// A letter that the font has not is taken for a wide one.
const OTHER: f64 = 1.0;

impl Widths {
    fn of(bytes: &[u8]) -> Widths {
        let mut known = FxHashMap::default();
        if let Ok(face) = Face::parse(bytes, 0) {
            let em = f64::from(face.units_per_em());
            let width = |c: char| face.glyph_index(c).and_then(|glyph| face.glyph_hor_advance(glyph)).map(|width| f64::from(width) / em);
            for c in ('\u{20}'..'\u{2100}').chain('\u{2190}'..'\u{2600}') {
                known.extend(width(c).map(|width| (c, width)));
            }
            // Digits are set in columns: all as wide as the widest.
            let digit = ('0'..='9').filter_map(width).fold(0.0, f64::max);
            known.extend(('0'..='9').map(|c| (c, digit)));
        }
        Widths { known }
    }

    fn wide(&self, text: &str) -> f64 {
        text.chars().map(|c| if c == '\u{200b}' { 0.0 } else { self.known.get(&c).copied().unwrap_or(OTHER) }).sum()
    }
}

/// Millimetres, at a size in points.
pub fn wide(text: &str, size: f64, bold: bool) -> f64 {
    FACES[usize::from(bold)].wide(text) * size * POINT
}

/// In: a text on one line, and how wide it may be. Out: its lines, at least one. A word that is too wide is cut where it must.
pub fn wrapped(text: &str, width: f64, size: f64, bold: bool) -> Vec<String> {
    let fits = |text: &str| wide(text, size, bold) <= width;
    let mut lines = vec![String::new()];
    for word in text.split_inclusive([' ', '\u{200b}', '-', '/']) {
        let line = lines.last_mut().expect("there is a line");
        if fits(format!("{line}{word}").trim_end()) {
            line.push_str(word);
            continue;
        }
        if fits(word.trim_end()) {
            lines.push(word.to_owned());
            continue;
        }
        if !line.is_empty() {
            lines.push(String::new());
        }
        for c in word.chars() {
            let line = lines.last_mut().expect("there is a line");
            if line.is_empty() || fits(&format!("{line}{c}")) {
                line.push(c);
            } else {
                lines.push(c.to_string());
            }
        }
    }
    let lines: Vec<String> = lines.into_iter().map(|line| line.trim_end().to_owned()).filter(|line| !line.is_empty()).collect();
    if lines.is_empty() { vec![String::new()] } else { lines }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_font_is_read() {
        assert!((wide("0123456789", 10.0, false) - 10.0 * wide("4", 10.0, false)).abs() < 1e-9);
        assert!(wide("WWW", 10.0, true) > wide("iii", 10.0, true) * 2.0);
        assert!(wide("élu", 10.0, false) < 8.0);
    }

    #[test]
    fn a_text_is_wrapped_and_nothing_of_it_is_lost() {
        let text = "Un pilotage clair, porté par la direction générale et anticonstitutionnellementissimement";
        for width in [12.0, 25.0, 60.0, 200.0] {
            let lines = wrapped(text, width, 8.0, false);
            assert!(lines.iter().all(|line| wide(line, 8.0, false) <= width), "{lines:?}");
            let (told, said): (String, String) = (lines.concat().split(' ').collect(), text.split(' ').collect());
            assert_eq!(told, said);
        }
        assert_eq!(wrapped("", 10.0, 8.0, false), [""]);
    }
}
