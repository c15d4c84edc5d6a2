//! French and English ways of printing what a plan says.

/// Typographic no-break spaces of French: before `; : ! ? % €` and inside « ». Leaves `http://` and `12:30` alone.
pub fn french(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match (c, chars.peek()) {
            (' ', Some(':' | '»' | '%' | '€')) => out.push('\u{a0}'),
            (' ', Some(';' | '!' | '?')) => out.push('\u{202f}'),
            ('«', Some(' ')) => {
                out.push_str("«\u{a0}");
                chars.next();
            }
            ('\'', _) => out.push('’'),
            _ => out.push(c),
        }
    }
    out
}

/// Digits in groups of three: `1234567` → `1 234 567` (with `gap` between the groups).
pub fn grouped(digits: &str, gap: char) -> String {
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, c) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(gap);
        }
        out.push(c);
    }
    out
}

/// What is quoted from a plan, short enough for a message: its first line, and `…` where more was left out.
pub fn shortened(text: &str) -> String {
    const MOST: usize = 60;
    let line = text.lines().next().unwrap_or("").trim();
    match line.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn no_break_spaces_where_french_wants_them() {
        assert_eq!(super::french("« Oui » : 80 % ! l'eau"), "«\u{a0}Oui\u{a0}»\u{a0}: 80\u{a0}%\u{202f}! l’eau");
        assert_eq!(super::french("https://a.example 12:30"), "https://a.example 12:30");
        assert_eq!(super::grouped("1234567", ' '), "1 234 567");
        assert_eq!(super::grouped("12", ' '), "12");
    }
}
