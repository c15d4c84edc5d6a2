//! The rules of quotes, for all who read a text: the cutter, the lexer, the messages.
//!
//! A text stands on one line. `"…"` knows `\"` and `\\`; `« … »` and `“…”`, which word processors make of straight
//! quotes, know nothing of the kind.

/// After the text that opens at `open`, if it is closed on its line, which ends at `end`. `None` too where no quote stands.
pub fn closed(bytes: &[u8], open: usize, end: usize) -> Option<usize> {
    let closing = match bytes[open] {
        b'"' => return straight(bytes, open + 1, end),
        _ if bytes[open..].starts_with("«".as_bytes()) => "»",
        _ if bytes[open..].starts_with("“".as_bytes()) => "”",
        _ => return None,
    };
    let found = memchr::memmem::find(&bytes[open..end], closing.as_bytes())?;
    Some(open + found + closing.len())
}

fn straight(bytes: &[u8], mut at: usize, end: usize) -> Option<usize> {
    loop {
        at += memchr::memchr2(b'"', b'\\', &bytes[at..end])?;
        if bytes[at] == b'"' {
            return Some(at + 1);
        }
        // Of the character behind a backslash the first byte is enough: the others are neither `"` nor `\`.
        at = (at + 2 <= end).then_some(at + 2)?;
    }
}

/// Does a text open here?
pub fn opens(bytes: &[u8], at: usize) -> bool {
    match bytes[at] {
        b'"' => true,
        0xC2 => bytes.get(at + 1) == Some(&0xAB),
        0xE2 => bytes[at..].starts_with("“".as_bytes()),
        _ => false,
    }
}

/// Where a text that nothing closes ends: at its line's end, or at a brace that opens a block there.
pub fn open_end(bytes: &[u8], open: usize, end: usize) -> usize {
    let opens_block = |at: &usize| {
        let blanks = bytes[at + 1..end].iter().take_while(|b| matches!(b, b' ' | b'\t' | b'\r')).count();
        let rest = &bytes[at + 1 + blanks..end];
        rest.is_empty() || rest.starts_with(b"//")
    };
    memchr::memchr_iter(b'{', &bytes[open..end]).map(|found| open + found).find(opens_block).unwrap_or(end)
}

/// The words between the quotes, without the inner blanks of `« … »`.
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
    if let Some(inner) = quoted.strip_prefix(['«', '“']).and_then(|rest| rest.strip_suffix(['»', '”'])) {
        return inner.trim().to_owned();
    }
    // A text whose quotes are wrong: one is missing, or both only look like quotes.
    let marks = ['"', '«', '»', '“', '”', '‘', '’', '‚', '„', '‹', '›', '″', '＂', '\'', '`', '´'];
    quoted.trim().trim_matches(marks).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_of_every_kind() {
        assert_eq!(plain(r#""dit \"oui\" \\ C:\temp""#), r#"dit "oui" \ C:\temp"#);
        assert_eq!(plain("«\u{a0}Guichet\u{a0}»"), "Guichet");
        assert_eq!(plain("“Guichet”"), "Guichet");
        assert_eq!(plain("\"\""), "");
    }

    #[test]
    fn a_text_ends_at_its_quote_and_on_its_line() {
        let end = |text: &str| closed(text.as_bytes(), 0, text.len());
        assert_eq!(end(r#""a" b""#), Some(3));
        assert_eq!(end(r#""a\" b" c"#), Some(7));
        assert_eq!(end(r#""a\\" b""#), Some(5));
        assert_eq!(end(r#""a\é" b"#), Some(6));
        assert_eq!(end(r#""a\""#), None);
        assert_eq!(end(r#""a\"#), None);
        assert_eq!(end("« \" » \""), Some("« \" »".len()));
        assert_eq!(end("«a\""), None);
        assert_eq!(open_end("\"a {b {  // c".as_bytes(), 0, 12), 6);
        assert_eq!(open_end("\"a {b".as_bytes(), 0, 5), 5);
    }
}
