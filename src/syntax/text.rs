//! What a quoted text and a doc comment say.

/// The words between the quotes: `"…"` with `\"` and `\\`, `« … »` and `“…”` without their inner blanks.
pub fn plain(quoted: &str) -> String {
    if let Some(inner) = quoted.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
        if !inner.contains('\\') {
            return inner.to_owned();
        }
        let mut out = String::with_capacity(inner.len());
        let mut chars = inner.chars().peekable();
        while let Some(c) = chars.next() {
            match (c, chars.peek()) {
                ('\\', Some('"' | '\\')) => out.extend(chars.next()),
                _ => out.push(c),
            }
        }
        return out;
    }
    quoted.trim_matches(['«', '»', '“', '”']).trim().to_owned()
}

/// A character that documents and terminals can show: no control but the tab, no mark that turns the direction of
/// what follows, so that a text reads as it is written.
pub fn readable(c: char) -> bool {
    c == '\t' || !(c.is_control() || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn quotes_of_every_kind() {
        assert_eq!(plain(r#""dit \"oui\" \\ C:\temp""#), r#"dit "oui" \ C:\temp"#);
        assert_eq!(plain("«\u{a0}Guichet\u{a0}»"), "Guichet");
        assert_eq!(plain("“Guichet”"), "Guichet");
        assert_eq!(plain("\"\""), "");
    }
}
