//! The words of a line.
//!
//! In: a statement's own text and where it begins. Out: its parts, and the first character that is none of them.

use super::{Part, PartKind};

/// Adds the parts of a line; the offset (in it) of the first character that cannot stand there, if any.
pub fn lex(line: &str, base: u32, parts: &mut Vec<Part>) -> Option<usize> {
    let mut at = 0;
    let mut bullet = None;
    while let Some(c) = line[at..].chars().next() {
        if is_space(c) {
            at += c.len_utf8();
            continue;
        }
        let rest = &line[at..];
        if at == 0 && is_bullet(rest) {
            // A word processor's list: the line is wrong, its words are good.
            bullet = Some(0);
            at = c.len_utf8();
            continue;
        }
        let (kind, length) = match c {
            ',' => (PartKind::Comma, 1),
            ':' => (PartKind::Colon, 1),
            '+' => (PartKind::Plus, 1),
            '-' | '−' => (PartKind::Minus, c.len_utf8()),
            // Word processors make `…` of three dots and a dash of a hyphen between blanks.
            '…' | '–' | '—' => (PartKind::Range, c.len_utf8()),
            '.' if rest.starts_with("...") => (PartKind::Range, 3),
            '.' if rest.starts_with("..") => (PartKind::Range, 2),
            '0'..='9' => (PartKind::Literal, literal(rest)),
            c if is_letter(c) => (PartKind::Word, word(rest)),
            '"' | '«' | '“' => match text(rest) {
                Some(length) => (PartKind::Text, length),
                None => return Some(at),
            },
            _ => return Some(at),
        };
        parts.push(Part { kind, start: base + at as u32, end: base + (at + length) as u32 });
        at += length;
    }
    bullet
}

fn is_bullet(line: &str) -> bool {
    let mut chars = line.chars();
    matches!(chars.next(), Some('-' | '*' | '•' | '–' | '—' | '·' | '●' | '▪' | '◦')) && chars.next().is_none_or(is_space)
}

/// Blanks within a line, the no-break ones that French typing puts in `120 000 €` included.
pub fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\r' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || (!c.is_ascii() && c.is_alphabetic())
}

/// Letters, digits, `_`, and the accents that some systems write apart from their letter.
fn continues(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || (!c.is_ascii() && (c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}')))
}

/// A text with its quotes, if it is closed.
fn text(line: &str) -> Option<usize> {
    for (open, close) in [("«", "»"), ("“", "”")] {
        if let Some(inner) = line.strip_prefix(open) {
            return inner.find(close).map(|found| open.len() + found + close.len());
        }
    }
    let mut at = 1;
    loop {
        at += memchr::memchr2(b'"', b'\\', &line.as_bytes()[at..])?;
        if line.as_bytes()[at] == b'"' {
            return Some(at + 1);
        }
        at += 1 + line[at + 1..].chars().next()?.len_utf8();
    }
}

/// A word or a dotted path. A dot or a hyphen belongs to it when a word goes on behind.
fn word(text: &str) -> usize {
    // An elided article is a word of its own: `d'identite`, `l'investissement`.
    let mut elided = text.chars();
    if matches!((elided.next(), elided.next()), (Some('d' | 'l' | 'D' | 'L'), Some('\'' | '’'))) {
        return 1 + text[1..].chars().next().map_or(0, char::len_utf8);
    }
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let joins = matches!(c, '.' | '-') && chars.peek().is_some_and(|(_, next)| continues(*next));
        if !continues(c) && !joins {
            return at;
        }
    }
    text.len()
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
            Some(b'-' | b'/') if bytes.get(at + 1).is_some_and(u8::is_ascii_alphanumeric) => (at, number) = (at + 1, false),
            _ => {
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
    match ["%", "‰", "€", "k€", "K€", "M€", "Md€"].into_iter().find(|known| unit.starts_with(known)) {
        Some(unit) => at + gap + unit.len(),
        None => at,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(line: &str) -> (Vec<&str>, Option<usize>) {
        let mut parts = Vec::new();
        let stop = lex(line, 0, &mut parts);
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
        assert_eq!(parts("dépend d’identite").0, ["dépend", "d’", "identite"]);
        assert_eq!(parts("2027-01 – 2027-06 ... 2028").0, ["2027-01", "–", "2027-06", "...", "2028"]);
        assert_eq!(parts("period 2027-03..2027-T2").0, ["period", "2027-03", "..", "2027-T2"]);
        assert_eq!(parts("12/03/2027 120k€ 0,5 80% 1,2").0, ["12/03/2027", "120k€", "0,5", "80%", "1,2"]);
        assert_eq!(parts("2027 120 000 €").0, ["2027 120 000 €"], "read strictly later");
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
