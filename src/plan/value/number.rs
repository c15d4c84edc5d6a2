//! Numbers as people type them, and what an indicator shows.

use rust_decimal::Decimal;
use serde_json::Value as Json;

use super::super::read::{Reader, Refusal, begins_statement, refuse};
use super::super::seen::{Datum, Seen};
use super::super::store::{Cell, Joint, Local, Value};
use super::duration::{self, TimeUnit};
use super::money::Money;
use super::text;
use crate::diagnostic::{Diagnostic, Lang, rules, two};
use crate::language::concepts::strategy::Currency;
use crate::language::{self, Word};
use crate::say;
use crate::syntax::PartKind;
use crate::text::typography::grouped;

/// A number that an indicator shows: `12 %`, `4 200`, `environ 30 "communes"`, `plus de 2 ans`, `-40 %`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reading {
    pub value: Decimal,
    pub of: Measure,
    pub bound: Bound,
    /// Told by its sign: how much more or less than the value at the start.
    pub relative: bool,
}

/// What a number counts. Values are compared where it is the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// What the indicator's unit says.
    Plain,
    Percent,
    Money(Currency),
    Time(TimeUnit),
    /// A unit of its own, in the text behind the number.
    Own,
}

/// What an indicator shows: a number, what it lies between, yes or no, or words.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Figure {
    Number(Reading),
    Range(Reading, Reading),
    Answer(bool),
    Text,
}

impl Figure {
    /// Of a number or a range, the reading that tells what it counts.
    pub fn reading(self) -> Option<Reading> {
        match self {
            Figure::Number(reading) | Figure::Range(reading, _) => Some(reading),
            Figure::Answer(_) | Figure::Text => None,
        }
    }

    /// Does it count what only the indicator's unit says?
    pub fn is_bare(self) -> bool {
        self.reading().is_some_and(|reading| reading.of == Measure::Plain)
    }
}

/// A unit as so many of it are counted: `1 jour ouvré` of `jours ouvrés`. An author writes it once, for many.
fn agreed(unit: &str, count: Decimal, lang: Lang) -> String {
    /// They end so, and are one as well.
    const ONE_AS_WELL: &[&str] = &[
        "accès",
        "avis",
        "bus",
        "campus",
        "cas",
        "colis",
        "concours",
        "corps",
        "cours",
        "devis",
        "dossiers-types",
        "fois",
        "mois",
        "parcours",
        "pas",
        "permis",
        "procès",
        "recours",
        "relais",
        "repas",
        "secours",
        "succès",
        "temps",
        "tiers",
        "access",
        "business",
        "process",
        "series",
    ];
    let single = match lang {
        Lang::Fr => count < Decimal::TWO,
        Lang::En => count == Decimal::ONE,
    };
    let words: Vec<&str> = unit.split(' ').collect();
    // What follows a preposition is counted apart: `personnes par an`, `jours de retard`.
    let end = words.iter().position(|word| {
        ["par", "de", "des", "du", "à", "en", "pour", "sur", "per", "of", "a", "by", "in"].contains(word) || word.contains(['’', '\''])
    });
    let end = end.unwrap_or(words.len());
    let alone = |(at, word): (usize, &&str)| {
        let known = ONE_AS_WELL.contains(&word.to_lowercase().as_str()) || word.len() < 4 || word.ends_with("ss");
        let capitals = word.chars().all(char::is_uppercase);
        match word.strip_suffix('s').filter(|_| single && at < end && !known && !capitals) {
            Some(one) => one.to_owned(),
            None => (*word).to_owned(),
        }
    };
    words.iter().enumerate().map(alone).collect::<Vec<_>>().join(" ")
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    Exactly,
    About,
    Over,
    Under,
}

impl Reading {
    /// `unit`: what a bare number counts.
    pub fn show(&self, unit: Option<&str>, lang: Lang) -> String {
        let number = decimal(self.value, lang);
        let sign = if self.relative && !self.value.is_sign_negative() { "+" } else { "" };
        let number = format!("{sign}{number}");
        let text = match (self.of, unit) {
            (Measure::Percent, _) => lang.of(format!("{number}\u{a0}%"), format!("{number}%")),
            (Measure::Money(currency), _) => {
                let money = Money { currency, ..Money::euros(self.value) };
                format!("{sign}{}", money.show(lang))
            }
            (Measure::Time(unit), _) => format!("{number} {}", unit.show(self.value.abs() > Decimal::ONE, lang)),
            (Measure::Plain | Measure::Own, Some(unit)) => format!("{number} {}", agreed(unit, self.value.abs(), lang)),
            (Measure::Plain | Measure::Own, None) => number,
        };
        match self.bound {
            Bound::Exactly => text,
            Bound::About => lang.of(format!("environ {text}"), format!("about {text}")),
            Bound::Over => lang.of(format!("plus de {text}"), format!("over {text}")),
            Bound::Under => lang.of(format!("moins de {text}"), format!("under {text}")),
        }
    }

    /// `own`: the unit in the text behind the number.
    pub fn json(&self, own: Option<&str>) -> Json {
        let unit = match self.of {
            Measure::Plain => None,
            Measure::Percent => Some("%"),
            Measure::Money(currency) => Some(super::money::code(currency)),
            Measure::Time(unit) => Some(unit.code()),
            Measure::Own => own,
        };
        let bound = match self.bound {
            Bound::Exactly => "exactly",
            Bound::About => "about",
            Bound::Over => "over",
            Bound::Under => "under",
        };
        let number = self.value.normalize().to_string();
        serde_json::json!({ "number": number, "unit": unit, "bound": bound, "relative": self.relative })
    }
}

/// The text behind a number that tells what it counts.
pub fn unit_of(seen: Seen<'_>) -> Option<String> {
    let written = seen.written();
    let quote = written.find(['"', '«', '“'])?;
    Some(text::said(&written[quote..]))
}

/// A number or a range, with the unit of its own or the one that bare numbers have; yes, no, or the text.
pub fn show(seen: Seen<'_>, unit: Option<&str>, lang: Lang) -> String {
    let own = matches!(seen.cell.value, Value::Reading(_) | Value::Pair(..)).then(|| unit_of(seen)).flatten();
    let unit = own.as_deref().or(unit);
    match <language::Value as Datum>::of(seen) {
        Some(Figure::Number(reading)) => reading.show(unit, lang),
        Some(Figure::Range(low, high)) => {
            let bare = Reading { of: Measure::Plain, ..low };
            let high = Reading { bound: Bound::Exactly, relative: false, ..high };
            lang.of(
                format!("{} à {}", bare.show(None, lang), high.show(unit, lang)),
                format!("{} to {}", bare.show(None, lang), high.show(unit, lang)),
            )
        }
        Some(Figure::Answer(true)) => lang.of("oui", "yes").to_owned(),
        Some(Figure::Answer(false)) => lang.of("non", "no").to_owned(),
        Some(Figure::Text) => seen.text().into_owned(),
        None => "?".to_owned(),
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

/// `12 %`, `4 200`, `environ 18 "communes"`, `8 .. 10`, `-40 %`, `oui`, `"en cours"`.
pub fn read_reading(reader: &mut Reader<'_>) -> Option<Cell> {
    if reader.next_is(PartKind::Text) {
        return text::read(reader);
    }
    let from = reader.place();
    if let Some(word) = reader.take_word(&[Word::Yes, Word::No]) {
        return Some(Cell { span: from, value: Value::Answer(word == Word::Yes) });
    }
    let bound = match reader.take_phrase(&[Word::About, Word::Over, Word::Under]) {
        Some(Word::Over) => Bound::Over,
        Some(Word::Under) => Bound::Under,
        Some(_) => Bound::About,
        None => Bound::Exactly,
    };
    let sign = [PartKind::Plus, PartKind::Minus].into_iter().find(|kind| reader.take(*kind).is_some());
    let first = number_with_unit(reader)?;
    let second = match reader.take(PartKind::Range) {
        Some(_) => Some(number_with_unit(reader)?),
        None => None,
    };
    let end = second.as_ref().map_or(first.2, |second| second.2);
    let mut of = match (&first, &second) {
        ((_, Measure::Plain, _), Some((_, of, _))) => *of,
        ((_, of, _), _) => *of,
    };
    let mut span = from.to(end);
    if of == Measure::Plain && reader.next_is(PartKind::Text) {
        let unit = text::read(reader)?;
        (of, span) = (Measure::Own, span.to(unit.span));
    }
    let reading = |value: Decimal| {
        let value = if sign == Some(PartKind::Minus) { -value } else { value };
        Cell { span, value: Value::Reading(Reading { value, of, bound, relative: sign.is_some() }) }
    };
    // `8 .. 10 k€`: the unit of the second is the first's too.
    let scaled = |value: Decimal, measure: Measure, times: Decimal| if measure == Measure::Plain { value * times } else { value };
    let Some((high, _, place)) = second else { return Some(reading(first.0)) };
    let times = if matches!(of, Measure::Money(_)) { super::money::range_unit(reader, place) } else { Decimal::ONE };
    let low = scaled(first.0, first.1, times);
    if low >= high {
        let written = reader.slice(span);
        reader.report(Diagnostic::new(
            &rules::NOT_A_NUMBER,
            reader.place_of(span),
            say!("« {written} » : la première borne n'est pas sous la seconde."; "\"{written}\": the first bound is not below the second.", written),
            say!("Écrivez d'abord la plus petite valeur : `8 .. 10`."; "Write the smaller value first: `8 .. 10`."),
        ));
        return None;
    }
    Some(Cell { span, ..reader.pair(Joint::Range, reading(low), reading(high)) })
}

/// A word behind a number that leads in nothing else.
fn is_unit_word(reader: &Reader<'_>) -> bool {
    let Some(next) = reader.peek() else { return false };
    let leads = crate::language::word(reader.written(next), &[Word::On, Word::Instead, Word::About]).is_some();
    // `60 aau 2029-12`: a slip in what leads in a date.
    let before_a_date = reader.parts.get(reader.at + 1).is_some_and(|part| part.kind == PartKind::Literal);
    next.kind == PartKind::Word && !leads && !before_a_date && !begins_statement(reader.text, &reader.parts[reader.at..], reader.place)
}

/// A number and what it counts, as far as signs and words tell; and its place.
fn number_with_unit(reader: &mut Reader<'_>) -> Option<(Decimal, Measure, Local)> {
    let Some(part) = reader.peek().filter(|part| part.kind == PartKind::Literal) else {
        reader.missing(say!("une valeur (`12 %` ou `4 200`)"; "a value (`12 %` or `4 200`)"));
        return None;
    };
    let (span, written) = (reader.span(part), reader.written(part));
    let next = reader.parts.get(reader.at + 1).filter(|next| next.kind == PartKind::Word);
    match literal(written) {
        Ok((value, "%")) => {
            reader.at += 1;
            Some((value, Measure::Percent, span))
        }
        Ok((value, rest)) => {
            let unit = if rest.is_empty() { next.map_or("", |next| reader.written(next)) } else { rest };
            if duration::is_unit(unit) {
                let (value, unit, span) = duration::counted(reader)?;
                return Some((value, Measure::Time(unit), span));
            }
            if super::money::is_unit(unit) {
                let (value, currency, span) = super::money::one(reader)?;
                return Some((value, Measure::Money(currency), span));
            }
            reader.at += 1;
            if rest.is_empty() && !unit.is_empty() && is_unit_word(reader) {
                let place = reader.place();
                let written = reader.written(part);
                reader.report(
                    Diagnostic::new(
                        &rules::NOT_A_NUMBER,
                        reader.place_of(place),
                        say!("« {unit} » : une unité se met entre guillemets."; "\"{unit}\": a unit goes between quotes.", unit),
                        say!("Écrivez `{written} \"{unit}\"`."; "Write `{written} \"{unit}\"`.", written, unit),
                    )
                    .fix(
                        say!("Mettre l'unité entre guillemets"; "Put the unit between quotes"),
                        reader.place_of(place),
                        format!("\"{unit}\""),
                    ),
                );
                reader.at = reader.parts.len();
                return None;
            }
            if rest.is_empty() {
                return Some((value, Measure::Plain, span));
            }
            reader.report(Diagnostic::new(
                &rules::NOT_A_NUMBER,
                reader.place_of(span),
                say!("« {written} » n'est pas la valeur d'un indicateur."; "\"{written}\" is not an indicator's value.", written),
                say!("Écrivez un nombre ou un pourcentage ; une autre unité se met entre guillemets : `30 \"foyers\"`."; "Write a number or a percentage; another unit goes between quotes: `30 \"households\"`."),
            ));
            reader.at = reader.parts.len();
            None
        }
        Err(refusal) => {
            reader.refused(*refusal, span);
            reader.at = reader.parts.len();
            None
        }
    }
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
    fn a_unit_agrees_with_its_number() {
        let told = |unit: &str, count: i64, lang: Lang| agreed(unit, Decimal::from(count), lang);
        for (unit, one) in [
            ("jours", "jour"),
            ("agents formés", "agent formé"),
            ("personnes par an", "personne par an"),
            ("mois", "mois"),
            ("jours de retard", "jour de retard"),
            ("élus", "élu"),
            ("kg", "kg"),
            ("accès", "accès"),
            ("CMS", "CMS"),
        ] {
            assert_eq!(told(unit, 1, Lang::Fr), one);
            assert_eq!(told(unit, 0, Lang::Fr), one, "in French nothing is one");
            assert_eq!(told(unit, 2, Lang::Fr), unit);
        }
        assert_eq!((told("days", 1, Lang::En), told("days", 0, Lang::En)), ("day".to_owned(), "days".to_owned()));
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
