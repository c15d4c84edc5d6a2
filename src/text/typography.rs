//! French and English ways of printing what a plan says.

/// A thin space that no line breaks at, and a wide one.
const THIN: char = '\u{202f}';
const WIDE: char = '\u{a0}';

const MONTHS: [&str; 24] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// French as it is printed: no line breaks before `; : ! ? % €`, within « », within an amount, in `n° 3`, `art. 47`, `12 mars`; where the
/// space of a double sign is left out, it is put in. Leaves `https://`, `12:30` and what is right already alone.
pub fn french(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for (at, c) in text.char_indices() {
        let after = &text[at + c.len_utf8()..];
        let (before, next) = (out.chars().next_back(), after.chars().next());
        let joined = before.is_some_and(|c| c.is_alphanumeric() || "»)’".contains(c));
        let ends = next.is_none_or(|c| c.is_whitespace() || "»).,;".contains(c));
        match c {
            ' ' => out.push(match next {
                Some(';' | '!' | '?') => THIN,
                Some(':' | '»' | '%' | '€') => WIDE,
                Some('k' | 'M') if after[1..].starts_with('€') => WIDE,
                _ if before == Some('«') => WIDE,
                _ => between(&out, after),
            }),
            ';' | '!' | '?' if joined && ends => out.extend([THIN, c]),
            ':' if joined && next.is_some_and(char::is_whitespace) => out.extend([WIDE, c]),
            '%' | '€' if before.is_some_and(|c| c.is_ascii_digit()) && next.is_none_or(|c| !c.is_alphanumeric()) => out.extend([WIDE, c]),
            '»' if before.is_some_and(|c| !c.is_whitespace()) => out.extend([WIDE, c]),
            '«' if next.is_some_and(|c| !c.is_whitespace()) => out.extend([c, WIDE]),
            '\'' => out.push('’'),
            _ => out.push(c),
        }
    }
    out
}

/// English as it is printed: quotation marks and apostrophes that are turned, and no line broken in `No. 3`, `art. 47`, `12 March`.
pub fn english(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for (at, c) in text.char_indices() {
        let after = &text[at + c.len_utf8()..];
        let opens = out.chars().next_back().is_none_or(|c| c.is_whitespace() || "([{“‘–—".contains(c));
        match c {
            ' ' => out.push(between(&out, after)),
            '"' => out.push(if opens { '“' } else { '”' }),
            '\'' => out.push(if opens && after.contains('\'') { '‘' } else { '’' }),
            _ => out.push(c),
        }
    }
    out
}

/// The space between what is written and what follows: one that no line breaks at where both are read as one.
fn between(written: &str, after: &str) -> char {
    let word = written.rsplit(|c: char| c.is_whitespace() && c != THIN || c == '’').next().unwrap_or_default();
    let bare = word.trim_start_matches(|c: char| !c.is_alphanumeric());
    let next: &str = after.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let number = next.starts_with(|c: char| c.is_ascii_digit());
    // `1 234`, `12 345 678`: up to three digits, or groups of three after them.
    let group = bare.rsplit(THIN).next().unwrap_or_default();
    let grouped = (1..=3).contains(&group.len()) && (bare.len() == group.len() || group.len() == 3);
    if number && grouped && group.bytes().all(|c| c.is_ascii_digit()) && next.len() == 3 && next.bytes().all(|c| c.is_ascii_digit()) {
        return THIN;
    }
    let numbered = ["n°", "N°", "nᵒ", "no", "No.", "art.", "Art.", "art", "article", "Article", "articles", "p."].contains(&bare);
    let cited = number || next.starts_with(['L', 'R', 'D']) && next[1..].starts_with(|c: char| c.is_ascii_digit());
    let day = bare == "1er" || (1..=2).contains(&bare.len()) && bare.bytes().all(|c| c.is_ascii_digit());
    if numbered && cited || day && MONTHS.contains(&next) { WIDE } else { ' ' }
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
        for (written, printed) in [
            ("le 12 mars; voir l'art. 47, n° 3 et l'article L2121-12", "le 12_mars~; voir l’art._47, n°_3 et l’article_L2121-12"),
            ("Coût : 5 374 000 €, soit 12% !", "Coût_: 5~374~000_€, soit 12_%~!"),
            ("en 2027 300 agents, 12 agents, 3 M€, le 1er mai", "en 2027 300 agents, 12 agents, 3_M€, le 1er_mai"),
            ("«Oui»: Vraiment ?! (voir: x)", "«_Oui_»_: Vraiment~?! (voir_: x)"),
            ("article 12 345 et 1 234,50 €", "article_12~345 et 1~234,50_€"),
            ("https://a.example/?q=1;r=2 a@b.example?", "https://a.example/?q=1;r=2 a@b.example~?"),
        ] {
            let shown = super::french(written).replace('\u{a0}', "_").replace('\u{202f}', "~");
            assert_eq!(shown, printed);
            assert_eq!(super::french(&super::french(written)), super::french(written), "twice is once: {written}");
        }
        assert_eq!(super::grouped("1234567", ' '), "1 234 567");
        assert_eq!(super::grouped("12", ' '), "12");
    }

    #[test]
    fn quotation_marks_and_dates_in_english() {
        for (written, printed) in [
            ("the \"town's\" plan (\"P\")", "the “town’s” plan (“P”)"),
            ("on 12 March, No. 3, art. 47", "on 12_March, No._3, art._47"),
            ("the 'right' way, citizens' rights", "the ‘right’ way, citizens’ rights"),
            ("1 234 agents", "1~234 agents"),
        ] {
            assert_eq!(super::english(written).replace('\u{a0}', "_").replace('\u{202f}', "~"), printed);
        }
    }
}
