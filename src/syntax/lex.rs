//! The words of a line.
//!
//! In: a line from where a statement begins. Out: its parts, where its own words end (at a brace, a comment or the
//! line's end), and the first character that is none of them. `grammar/strategy.pest` says the same, slower.

use std::borrow::Cow;

use super::{Part, PartKind, quote};

/// Where a statement's own words end.
pub struct Words {
    pub end: usize,
    /// The first character that cannot stand there, if any; nothing is read from there to the end.
    pub wrong: Option<usize>,
}

/// Adds the parts that stand between `start` and the end of the line; `base` is the place of the text's first byte.
pub fn lex(text: &str, start: usize, line_end: usize, base: u32, parts: &mut Vec<Part>) -> Words {
    let bytes = &text.as_bytes()[..line_end];
    let mut at = start;
    let mut bullet = None;
    if let Some(length) = bullet_at(text, at, line_end) {
        // A word processor's list: the line is wrong, its words are good.
        bullet = Some(at);
        at += length;
    } else if bytes[at..].starts_with(b"--") {
        return unreadable(text, at, line_end); // a note of another language
    }
    while let Some(&b) = bytes.get(at) {
        let (kind, length) = match b {
            b' ' | b'\t' | b'\r' => {
                at += 1;
                continue;
            }
            b'd' | b'l' | b'D' | b'L' => (PartKind::Word, elided(&bytes[at..]).unwrap_or_else(|| word(text, at, line_end))),
            b'a'..=b'z' | b'A'..=b'Z' => (PartKind::Word, word(text, at, line_end)),
            b'0'..=b'9' => (PartKind::Literal, literal(&text[at..line_end])),
            b',' => (PartKind::Comma, 1),
            b':' => (PartKind::Colon, 1),
            b'+' => (PartKind::Plus, 1),
            b'-' => (PartKind::Minus, 1),
            b'.' if bytes[at..].starts_with(b"...") => (PartKind::Range, 3),
            b'.' if bytes[at..].starts_with(b"..") => (PartKind::Range, 2),
            b'{' | b'}' => break,
            b'/' if bytes.get(at + 1) == Some(&b'/') => break,
            b'"' => match quote::closed(bytes, at, line_end) {
                Some(end) => (PartKind::Text, end - at),
                None => return unreadable(text, at, line_end),
            },
            0x80.. => match rare(text, at, line_end) {
                Some((None, length)) => {
                    at += length;
                    continue;
                }
                Some((Some(kind), length)) => (kind, length),
                None => return unreadable(text, at, line_end),
            },
            // White space at the end of a line.
            b'\x0C' if bytes[at..words_end(bytes, at)].trim_ascii().is_empty() => {
                at += 1;
                continue;
            }
            _ => return unreadable(text, at, line_end),
        };
        parts.push(Part { kind, start: base + at as u32, end: base + (at + length) as u32 });
        at += length;
    }
    Words { end: at, wrong: bullet }
}

/// What begins with a character that is not ASCII; blanks are no part.
fn rare(text: &str, at: usize, line_end: usize) -> Option<(Option<PartKind>, usize)> {
    let c = text[at..].chars().next()?;
    Some(match c {
        '\u{a0}' | '\u{202f}' | '\u{2009}' => (None, c.len_utf8()),
        '−' => (Some(PartKind::Minus), c.len_utf8()),
        // Word processors make `…` of three dots and a dash of a hyphen between blanks.
        '…' | '–' | '—' => (Some(PartKind::Range), c.len_utf8()),
        // `€24 000`, `£569 000`
        '€' | '£' => {
            let sign = c.len_utf8();
            let number = text[at + sign..line_end].trim_start_matches(is_space);
            let gap = line_end - at - sign - number.len();
            number.starts_with(|c: char| c.is_ascii_digit()).then_some((Some(PartKind::Literal), sign + gap + literal(number)))?
        }
        '«' | '“' => (Some(PartKind::Text), quote::closed(text.as_bytes(), at, line_end)? - at),
        c if c.is_alphabetic() => (Some(PartKind::Word), word(text, at, line_end)),
        _ => return None,
    })
}

fn unreadable(text: &str, at: usize, line_end: usize) -> Words {
    Words { end: words_end(&text.as_bytes()[..line_end], at), wrong: Some(at) }
}

/// Where a statement's words end when they cannot be read: texts are passed over, and what they hold counts for nothing.
fn words_end(bytes: &[u8], mut at: usize) -> usize {
    while at < bytes.len() {
        at = match bytes[at] {
            b'{' | b'}' => break,
            b'/' if bytes.get(at + 1) == Some(&b'/') => break,
            _ if quote::opens(bytes, at) => match quote::closed(bytes, at, bytes.len()) {
                Some(end) => end,
                None => return quote::open_end(bytes, at, bytes.len()),
            },
            _ => at + 1,
        };
    }
    at
}

/// What a word processor puts before a line of a list: a bullet, or the line's number or letter (`1.`, `2)`, `1.2)`, `a)`).
pub fn bullet_at(text: &str, at: usize, line_end: usize) -> Option<usize> {
    let bytes = &text.as_bytes()[at..line_end];
    let length = match *bytes.first()? {
        b'0'..=b'9' => number_of_line(bytes)?,
        b'a'..=b'z' | b'A'..=b'Z' if matches!(bytes.get(1), Some(b')' | b'.')) => 2,
        b'-' | b'*' => 1,
        0x80.. => text[at..line_end].chars().next().filter(|c| is_bullet(*c))?.len_utf8(),
        _ => return None,
    };
    let rest = &text[at + length..line_end];
    let alone = rest.is_empty() || rest.starts_with(['{', '}', '\x0C']) || rest.starts_with("//") || rest.starts_with(is_space);
    alone.then_some(length)
}

/// `1.`, `2)`, `1.2.`, `3°`
fn number_of_line(bytes: &[u8]) -> Option<usize> {
    let digits = |at: usize| bytes[at..].iter().take(3).take_while(|b| b.is_ascii_digit()).count();
    let mut at = digits(0);
    while bytes.get(at) == Some(&b'.') && digits(at + 1) > 0 {
        at += 1 + digits(at + 1);
    }
    let mark = [".", ")", "°"].into_iter().find(|mark| bytes[at..].starts_with(mark.as_bytes()))?;
    Some(at + mark.len())
}

/// Dots, dashes, squares and arrows that lists begin with; some are letters of a symbol font.
pub fn is_bullet(c: char) -> bool {
    const BULLETS: &str = "•–—−·●▪◦‣⁃■□○◆◇►▶➢➤➔→✓✔☐☑\u{f0b7}\u{f0a7}\u{f0d8}\u{f0fc}\u{f0e0}\u{f02d}";
    BULLETS.contains(c)
}

/// Blanks within a line, the no-break ones that French typing puts in `120 000 €` included.
pub fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\r' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

/// The hyphens that word processors put in words and dates, no-break ones among them.
fn is_hyphen(c: char) -> bool {
    matches!(c, '\u{2010}'..='\u{2012}')
}

/// A word or a literal as if it were typed on a plain keyboard: `2027‑03` with a no-break hyphen is `2027-03`.
pub fn normal(written: &str) -> Cow<'_, str> {
    if written.is_ascii() || !written.contains(is_hyphen) { Cow::Borrowed(written) } else { Cow::Owned(written.replace(is_hyphen, "-")) }
}

/// Letters, digits, `_`, and the accents that some systems write apart from their letter.
fn continues(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || (!c.is_ascii() && (c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}')))
}

/// An elided article is a word of its own: `d'identite`, `l'investissement`.
fn elided(bytes: &[u8]) -> Option<usize> {
    ["'", "’"].into_iter().find(|mark| bytes[1..].starts_with(mark.as_bytes())).map(|mark| 1 + mark.len())
}

/// A word or a dotted path. A dot or a hyphen belongs to it when a word goes on behind.
fn word(text: &str, start: usize, line_end: usize) -> usize {
    let bytes = &text.as_bytes()[..line_end];
    let next = |at: usize| text[at..line_end].chars().next();
    let mut at = start;
    loop {
        at += bytes[at..].iter().take_while(|b| b.is_ascii_alphanumeric() || **b == b'_').count();
        let Some(&b) = bytes.get(at) else { break };
        match b {
            b'-' | b'.' if next(at + 1).is_some_and(continues) => at += 1,
            // `sept. 2027`: the point of a shortened month.
            b'.' if year_behind(&bytes[at + 1..]) => return at + 1 - start,
            0x80.. => match next(at) {
                Some(c) if continues(c) || (is_hyphen(c) && next(at + c.len_utf8()).is_some_and(continues)) => at += c.len_utf8(),
                _ => break,
            },
            _ => break,
        }
    }
    at - start
}

/// Blanks, then four digits and no fifth; a day may stand before them: `sept. 2027`, `Sept. 15, 2027`.
fn year_behind(bytes: &[u8]) -> bool {
    let blanks = bytes.iter().take_while(|b| **b == b' ').count();
    let rest = &bytes[blanks..];
    let digits = rest.iter().take(5).take_while(|b| b.is_ascii_digit()).count();
    let comma = usize::from(rest.get(digits) == Some(&b','));
    blanks > 0
        && (digits == 4 || (matches!(digits, 1 | 2) && rest.get(digits + comma) == Some(&b' ') && year_behind(&rest[digits + comma..])))
}

/// Everything that starts with a digit, its unit included. Read strictly by `plan/literal.rs`, which can say what is
/// wrong with `2027-13` or `12/03/2027`.
fn literal(text: &str) -> usize {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let (mut at, mut number) = (0, true);
    loop {
        match bytes.get(at) {
            Some(b'0'..=b'9') => at += 1,
            Some(b) if b.is_ascii_alphabetic() || *b == b'_' => (at, number) = (at + 1, false),
            Some(b'.' | b',') if digit(at + 1) => (at, number) = (at + 1, false),
            // `2027.T3`
            Some(b'.') if matches!(bytes.get(at + 1), Some(b'T' | b'Q' | b't' | b'q')) && digit(at + 2) => (at, number) = (at + 1, false),
            Some(b'-' | b'/') if bytes.get(at + 1).is_some_and(u8::is_ascii_alphanumeric) => (at, number) = (at + 1, false),
            _ => {
                let hyphen = text[at..].chars().next().filter(|c| is_hyphen(*c)).map_or(0, char::len_utf8);
                if hyphen > 0 && bytes.get(at + hyphen).is_some_and(u8::is_ascii_alphanumeric) {
                    (at, number) = (at + hyphen, false);
                    continue;
                }
                // `120 000`: a blank, three digits and no fourth.
                let Some(space) = text[at..].chars().next().filter(|c| is_space(*c) && *c != '\r' && *c != '\t') else { break };
                let next = at + space.len_utf8();
                if !(number && (next..next + 3).all(digit) && !digit(next + 3)) {
                    break;
                }
                at = next;
            }
        }
    }
    let gap = text[at..].len() - text[at..].trim_start_matches(is_space).len();
    let unit = &text[at + gap..];
    // What follows most numbers begins no unit.
    if !unit.starts_with(['%', '‰', '€', '£', '$', 'k', 'K', 'M', 'E', 'e', 'G', 'C', 'U']) {
        return at;
    }
    let known = SIGNS.into_iter().find(|known| unit.starts_with(known));
    let word = || NAMES.into_iter().find(|known| unit.starts_with(known) && !unit[known.len()..].starts_with(continues));
    known.or_else(word).map_or(at, |unit| at + gap + unit.len())
}

/// The units that a literal takes in.
const SIGNS: [&str; 13] = ["%", "‰", "€", "k€", "K€", "M€", "Md€", "£", "k£", "M£", "$", "k$", "M$"];
const NAMES: [&str; 9] = ["EUR", "euros", "euro", "GBP", "CHF", "kCHF", "MCHF", "USD", "CAD"];

/// A literal's number, and its unit if it has one: `120`, `k€` of `120k€`.
pub fn without_unit(written: &str) -> (&str, &str) {
    let number = written.trim_end_matches(|c: char| !c.is_ascii_digit());
    let unit = written[number.len()..].trim_start_matches(is_space);
    if SIGNS.contains(&unit) || NAMES.contains(&unit) { (number, unit) } else { (written, "") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(line: &str) -> (Vec<&str>, Option<usize>) {
        let mut parts = Vec::new();
        let stop = lex(line, 0, line.len(), 0, &mut parts).wrong;
        (parts.iter().map(|part| &line[part.start as usize..part.end as usize]).collect(), stop)
    }

    #[test]
    fn words_paths_and_literals() {
        assert_eq!(
            parts("dépend de identite.ouverture, socle + 3 mois").0,
            ["dépend", "de", "identite.ouverture", ",", "socle", "+", "3", "mois"]
        );
        assert_eq!(
            parts("investment 2027: 120 k€, 2028 .. 2030: 35\u{a0}000\u{202f}€").0,
            ["investment", "2027", ":", "120 k€", ",", "2028", "..", "2030", ":", "35\u{a0}000\u{202f}€"]
        );
        assert_eq!(parts("12 500 EUR, 12 500,50 euros 3 eurosignes").0, ["12 500 EUR", ",", "12 500,50 euros", "3", "eurosignes"]);
        assert_eq!(
            parts("1 234,567 k€ 120.000,50 € 1.234.567 € 1_000_00 €").0,
            ["1 234,567 k€", "120.000,50 €", "1.234.567 €", "1_000_00 €"]
        );
        assert_eq!(
            parts("period 2027‑03 .. 2028‐04‒01 user‑approach a ‑ b").0,
            ["period", "2027‑03", "..", "2028‐04‒01", "user‑approach", "a"]
        );
        assert_eq!((normal("2027‑03"), normal("é-2")), ("2027-03".into(), "é-2".into()));
        assert_eq!(parts("dépend d’identite").0, ["dépend", "d’", "identite"]);
        assert_eq!(parts("2027-01 – 2027-06 ... 2028").0, ["2027-01", "–", "2027-06", "...", "2028"]);
        assert_eq!(parts("period 2027-03..2027-T2").0, ["period", "2027-03", "..", "2027-T2"]);
        assert_eq!(parts("12/03/2027 120k€ 0,5 80% 1,2").0, ["12/03/2027", "120k€", "0,5", "80%", "1,2"]);
        assert_eq!(parts("2027 120 000 €").0, ["2027 120 000 €"], "read strictly later");
        assert_eq!(parts("€24 000, £ 1,5").0, ["€24 000", ",", "£ 1,5"]);
        assert_eq!(parts("\"a \\\" b\"«c, d»“e”").0, ["\"a \\\" b\"", "«c, d»", "“e”"]);
        assert_eq!(parts("e\u{301}tat user-approach - fin.").0, ["e\u{301}tat", "user-approach", "-", "fin"]);
    }

    #[test]
    fn stops_at_what_cannot_stand_there() {
        assert_eq!(parts("• pilote DSI"), (vec!["pilote", "DSI"], Some(0)), "a bullet costs nothing but itself");
        assert_eq!(parts("owner = DSI"), (vec!["owner"], Some(6)));
        assert_eq!(parts("owner DSI;"), (vec!["owner", "DSI"], Some(9)));
        assert_eq!(parts("a (b)").1, Some(2));
        assert_eq!(parts("a \"b").1, Some(2));
        assert_eq!(parts("a \"b\\").1, Some(2));
        assert_eq!(parts("a «b").1, Some(2));
        assert_eq!(parts("fin.").1, Some(3));
        assert_eq!(parts("a\u{1b}b").1, Some(1));
    }
}
