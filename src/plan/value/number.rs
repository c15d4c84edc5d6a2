//! Numbers as people type them, and what an indicator shows.

use rust_decimal::Decimal;
use serde_json::Value as Json;

use super::super::read::{Reader, Refusal, refuse};
use super::super::store::{Cell, Value};
use crate::diagnostic::{Diagnostic, Lang, rules, two};
use crate::say;
use crate::syntax::PartKind;
use crate::text::typography::grouped;

/// An indicator's value: `12 %`, `4 200`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reading {
    pub value: Decimal,
    pub percent: bool,
}

impl Reading {
    pub fn show(&self, unit: Option<&str>, lang: Lang) -> String {
        let number = decimal(self.value, lang);
        match (self.percent, unit) {
            (true, _) => lang.of(format!("{number}\u{a0}%"), format!("{number}%")),
            (false, Some(unit)) => format!("{number} {unit}"),
            (false, None) => number,
        }
    }

    pub fn json(&self) -> Json {
        serde_json::json!({ "number": self.value.normalize().to_string(), "percent": self.percent })
    }
}

/// `1 234,5` or `1,234.5`.
pub fn decimal(value: Decimal, lang: Lang) -> String {
    let text = value.normalize().to_string();
    let (sign, text) = text.strip_prefix('-').map_or(("", text.as_str()), |rest| ("−", rest));
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let whole = grouped(whole, lang.of('\u{a0}', ','));
    match fraction {
        "" => format!("{sign}{whole}"),
        _ => format!("{sign}{whole}{}{fraction}", lang.of(',', '.')),
    }
}

/// A whole number, with no unit.
pub fn read(reader: &mut Reader<'_>) -> Option<Cell> {
    let Some(part) = reader.take(PartKind::Literal) else {
        reader.missing(say!("un nombre"; "a number"));
        return None;
    };
    let (span, written) = (reader.span(part), reader.written(part));
    match literal(written) {
        Ok((value, "")) if value.is_integer() => u64::try_from(value).ok().map(|value| Cell { span, value: Value::Number(value) }),
        Ok(_) => {
            reader.report(Diagnostic::new(
                &rules::NOT_A_NUMBER,
                reader.place_of(span),
                say!("« {written} » n'est pas un nombre entier."; "\"{written}\" is not a whole number.", written),
                say!("Écrivez par exemple `62 400`."; "Write for instance `62 400`."),
            ));
            None
        }
        Err(refusal) => {
            reader.refused(*refusal, span);
            None
        }
    }
}

/// `12 %` or `4 200`.
pub fn read_reading(reader: &mut Reader<'_>) -> Option<Cell> {
    let Some(part) = reader.take(PartKind::Literal) else {
        reader.missing(say!("une valeur (`12 %` ou `4 200`)"; "a value (`12 %` or `4 200`)"));
        return None;
    };
    let (span, written) = (reader.span(part), reader.written(part));
    let reading = match literal(written) {
        Ok((value, "")) => Reading { value, percent: false },
        Ok((value, "%")) => Reading { value, percent: true },
        Ok(_) => {
            reader.report(Diagnostic::new(
                &rules::NOT_A_NUMBER,
                reader.place_of(span),
                say!("« {written} » n'est pas la valeur d'un indicateur."; "\"{written}\" is not an indicator's value.", written),
                say!("Écrivez un nombre ou un pourcentage ; l'unité va dans `unité \"foyers\"`."; "Write a number or a percentage; the unit goes into `unit \"households\"`."),
            ));
            reader.at = reader.parts.len();
            return None;
        }
        Err(refusal) => {
            reader.refused(*refusal, span);
            reader.at = reader.parts.len();
            return None;
        }
    };
    Some(Cell { span, value: Value::Reading(reading) })
}

pub const SPACES: [char; 5] = [' ', '\u{a0}', '\u{202f}', '\u{2009}', '\t'];

/// A number with what follows it, if anything does: `120 000`, `k€`.
///
/// Blanks and `_` group; a point or a comma groups where it cannot be decimal (two of it, or one before a comma). Where one
/// reading is left it is taken; `12.500` has two.
pub fn literal(text: &str) -> Result<(Decimal, &str), Box<Refusal>> {
    let (groups, rest) = split(text);
    let (Some(first), Some(last)) = (groups.first(), groups.last()) else {
        return refuse(
            &rules::NOT_A_NUMBER,
            say!("« {text} » n'est pas un nombre."; "\"{text}\" is not a number.", text),
            say!("Écrivez par exemple `62 400`."; "Write for instance `62 400`."),
        );
    };
    let points = groups[1..].iter().filter(|group| matches!(group.mark, '.' | ',')).count();
    let same = groups[1..].iter().all(|group| group.mark == last.mark);
    // The last mark is a decimal one if it is a point or a comma, the only one of its kind, and not the last of several alike.
    let decimal =
        matches!(last.mark, '.' | ',') && groups[1..groups.len() - 1].iter().all(|group| group.mark != last.mark) && (points == 1 || !same);
    let mut whole: Vec<&Group> = groups.iter().collect();
    let fraction = if decimal { whole.pop().map_or("", |group| group.digits) } else { "" };
    // `120,000` is 120 to a Frenchman and 120 000 to an Englishman; `0,125` is the same to both.
    if decimal && groups.len() == 2 && fraction.len() == 3 && !first.digits.starts_with('0') && first.digits.len() <= 3 {
        let (number, short) = (first.digits, fraction.trim_end_matches('0'));
        let unit = if rest.is_empty() { String::new() } else { format!(" {rest}") };
        let small = if short.is_empty() { format!("{number}{unit}") } else { format!("{number},{short}{unit}") };
        let large = format!("{number} {fraction}{unit}");
        return Err(two_ways(text, small, large));
    }
    let grouped = whole.len() == 1
        || (whole[0].digits.len() <= 3 && whole[1..].iter().all(|group| group.digits.len() == 3 && alike(group.mark, whole[1].mark)));
    if !grouped && let Some((one, other)) = regrouped(&groups) {
        let unit = if rest.is_empty() { String::new() } else { format!(" {rest}") };
        return Err(two_ways(text, format!("{one}{unit}"), format!("{other}{unit}")));
    }
    if !grouped || rest.starts_with('_') {
        return refuse(
            &rules::NOT_A_NUMBER,
            say!("« {text} » : les chiffres ne sont pas groupés par trois."; "\"{text}\": the digits are not in groups of three.", text),
            say!("Vérifiez les chiffres : un nombre s'écrit `120 000`."; "Check the digits: a number is written `120 000`."),
        );
    }
    let digits = || whole.iter().map(|group| group.digits).chain([fraction]).flat_map(str::bytes);
    if digits().count() > 15 || fraction.len() > 6 {
        return refuse(
            &rules::NOT_A_NUMBER,
            say!("« {text} » est un nombre trop long."; "\"{text}\" is too long a number.", text),
            say!("Vérifiez les zéros."; "Check the zeros."),
        );
    }
    let value = digits().fold(0i64, |value, digit| value * 10 + i64::from(digit - b'0'));
    Ok((Decimal::new(value, fraction.len() as u32), rest))
}

/// A number that says one of two things: the author chooses.
pub fn two_ways(text: &str, one: String, other: String) -> Box<Refusal> {
    let (small, large) = (two(one.clone(), one.replace(',', ".")), two(other.clone(), other.replace(',', ".")));
    Box::new(Refusal {
        rule: &rules::NOT_A_NUMBER,
        message: say!("« {text} » se lit de deux façons : {small} ou {large}."; "\"{text}\" reads in two ways: {small} or {large}.", text, small, large),
        help: say!("Écrivez `{small}` ou `{large}`, selon ce que vous voulez dire."; "Write `{small}` or `{large}`, as you mean it.", small, large),
        replacement: Some(one),
        other: Some(other),
    })
}

/// `2 4000`: 24 000, or 2 400 and a digit too many; `12 50`: 1 250 or 12,50; `120 00`: 12 000, or 120 000 without its last digit.
fn regrouped(groups: &[Group<'_>]) -> Option<(String, String)> {
    let [first, rest @ ..] = groups else { return None };
    let blanks = rest.iter().all(|group| SPACES.contains(&group.mark));
    let whole = rest[..rest.len().saturating_sub(1)].iter().all(|group| group.digits.len() == 3);
    let last = rest.last().filter(|_| blanks && whole && first.digits.len() <= 3)?;
    let digits: String = groups.iter().map(|group| group.digits).collect();
    let other = match (last.digits.len(), last.digits.trim_end_matches('0')) {
        (1 | 2, "") => grouped(&format!("{digits}{}", &"00"[..3 - last.digits.len()]), ' '),
        (1 | 2, _) => format!("{},{}", grouped(&digits[..digits.len() - last.digits.len()], ' '), last.digits),
        (4, _) => grouped(&digits[..digits.len() - 1], ' '),
        _ => return None,
    };
    Some((grouped(&digits, ' '), other))
}

/// Some digits, and what stands before them: a blank, `_`, a point or a comma.
struct Group<'t> {
    mark: char,
    digits: &'t str,
}

/// All blanks are one mark.
fn alike(a: char, b: char) -> bool {
    a == b || (SPACES.contains(&a) && SPACES.contains(&b))
}

fn split(text: &str) -> (Vec<Group<'_>>, &str) {
    let mut groups = Vec::with_capacity(4);
    let (mut at, mut mark) = (0, '\0');
    loop {
        let digits = text[at..].bytes().take_while(u8::is_ascii_digit).count();
        if digits == 0 {
            break;
        }
        groups.push(Group { mark, digits: &text[at..at + digits] });
        at += digits;
        let Some(next) = text[at..].chars().next() else { break };
        let behind = at + next.len_utf8();
        let joins = matches!(next, '.' | ',' | '_') || SPACES.contains(&next);
        if !(joins && text.as_bytes().get(behind).is_some_and(u8::is_ascii_digit)) {
            break;
        }
        (mark, at) = (next, behind);
    }
    (groups, text[at..].trim_start_matches(SPACES))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> String {
        match literal(text) {
            Ok((value, rest)) => format!("{value}|{rest}"),
            Err(refusal) => refusal.help.show(Lang::En),
        }
    }

    #[test]
    fn what_has_one_reading_is_read() {
        for (text, expected) in [
            ("120", "120|"),
            ("62_400", "62400|"),
            ("120 000 €", "120000|€"),
            ("120\u{a0}000\u{a0}€", "120000|€"),
            ("1 234,567 k€", "1234.567|k€"),
            ("120.000,50 €", "120000.50|€"),
            ("120,000.50 €", "120000.50|€"),
            ("1.234.567 €", "1234567|€"),
            ("1,234,567 €", "1234567|€"),
            ("12 500,50 €", "12500.50|€"),
            ("0,125 k€", "0.125|k€"),
            ("0.5", "0.5|"),
            ("1234,567", "1234.567|"),
            ("80 %", "80|%"),
        ] {
            assert_eq!(number(text), expected, "{text}");
        }
    }

    #[test]
    fn what_has_two_is_offered_in_both() {
        assert_eq!(number("12.500 €"), "Write `12.5 €` or `12 500 €`, as you mean it.");
        assert_eq!(number("120,000"), "Write `120` or `120 000`, as you mean it.");
        assert_eq!(number("2 4000 €"), "Write `24 000 €` or `2 400 €`, as you mean it.");
        assert_eq!(number("12 50 €"), "Write `1 250 €` or `12.50 €`, as you mean it.");
        assert_eq!(number("120 00 €"), "Write `12 000 €` or `120 000 €`, as you mean it.");
    }

    #[test]
    fn what_has_none_is_refused() {
        for text in ["1_000_00 €", "120__ €", "2027 120 €", "1.234.56 €", "12 34,5 €", "1.234 567 €", "1 234_567 €", "120_ €"]
        {
            assert!(number(text).starts_with("Check the digits"), "{text}: {}", number(text));
        }
        assert!(number("9999999999999999").contains("zeros"));
    }
}
