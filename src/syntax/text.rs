//! What may stand in a text.

/// A character that documents and terminals can show: no control but the tab, no mark that turns the direction of
/// what follows, so that a text reads as it is written.
pub fn readable(c: char) -> bool {
    c == '\t' || !(c.is_control() || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
}
