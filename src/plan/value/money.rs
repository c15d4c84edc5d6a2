//! Euros, exact to the cent; and amounts by year and section.

use std::borrow::Cow;
use std::fmt;

use rust_decimal::Decimal;
use serde_json::Value as Json;

use super::super::read::{Reader, Refusal, refuse};
use super::super::store::{Cell, EntityId, Local, Value};
use super::date::{self, Grain};
use super::number::{self, SPACES, decimal};
use crate::diagnostic::{Diagnostic, Lang, Spoken, rules, suggest};
use crate::say;
use crate::syntax::{PartKind, normal};

/// Euros, exact to the cent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Money(pub Decimal);

impl Money {
    pub const ZERO: Money = Money(Decimal::ZERO);

    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    /// `120 000 €`, with cents only where there are some; no-break spaces, so that no amount is cut by a line's end.
    pub fn show(self, lang: Lang) -> String {
        let mut text = decimal(self.0.round_dp(2), lang);
        // Cents are two digits or none.
        if self.0.round_dp(2).normalize().scale() == 1 {
            text.push('0');
        }
        lang.of(format!("{text}\u{a0}€"), format!("€{text}"))
    }

    /// A decimal number as a text: no reader rounds it.
    pub fn json(self) -> Json {
        Json::String(self.to_string())
    }
}

impl Spoken for Money {
    fn spoken(&self, lang: Lang) -> String {
        self.show(lang)
    }
}

impl Spoken for Section {
    fn spoken(&self, lang: Lang) -> String {
        self.show(lang).to_owned()
    }
}

/// A sum stops at the largest amount there is rather than fail; what is read is far from it.
impl std::ops::Add for Money {
    type Output = Money;
    fn add(self, other: Money) -> Money {
        Money(self.0.saturating_add(other.0))
    }
}

impl std::ops::AddAssign for Money {
    fn add_assign(&mut self, other: Money) {
        *self = *self + other;
    }
}

impl std::ops::Sub for Money {
    type Output = Money;
    fn sub(self, other: Money) -> Money {
        Money(self.0.saturating_sub(other.0))
    }
}

impl std::iter::Sum for Money {
    fn sum<I: Iterator<Item = Money>>(amounts: I) -> Money {
        amounts.fold(Money::ZERO, |sum, amount| sum + amount)
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.normalize())
    }
}

/// Fonctionnement or investissement: what every amount of public money belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    Investment,
    Operating,
}

impl Section {
    pub const BOTH: [Section; 2] = [Section::Investment, Section::Operating];

    pub fn show(self, lang: Lang) -> &'static str {
        match self {
            Section::Investment => lang.of("Investissement", "Investment"),
            Section::Operating => lang.of("Fonctionnement", "Operating"),
        }
    }

    pub fn code(self) -> &'static str {
        match self {
            Section::Investment => "investment",
            Section::Operating => "operating",
        }
    }
}

/// An amount of each year from the first to the last, in a section.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Amount {
    pub section: Section,
    pub first: i16,
    pub last: i16,
    pub money: Money,
    /// The line that holds it, and its number there.
    pub line: EntityId,
    pub at: u32,
}

impl Amount {
    pub fn years(&self) -> std::ops::RangeInclusive<i16> {
        self.first..=self.last
    }

    pub fn in_year(&self, year: i16) -> bool {
        self.years().contains(&year)
    }
}

// --- reading --------------------------------------------------------------------------------------------------------

/// `120 k€`, `450 000 €`, `1,2 M€`, `12 500 EUR`.
pub fn read(reader: &mut Reader<'_>) -> Option<(Money, Local)> {
    match reader.take(PartKind::Literal) {
        Some(part) => {
            let mut span = reader.span(part);
            let mut written = Cow::Borrowed(reader.written(part));
            // `120 k` and then nothing: the unit was cut short; show it with its number. `120 euros`: its unit is a word.
            if let Some(next) = reader.peek().filter(|next| next.kind == PartKind::Word && is_unit(reader.written(next))) {
                reader.at += 1;
                span = span.to(reader.span(next));
                written = format!("{written} {}", reader.written(next)).into();
            }
            // `2 4000 €`: digits that a blank holds apart.
            if written.bytes().all(|b| b.is_ascii_digit() || b == b' ')
                && let Some(next) = reader.peek().filter(|next| next.kind == PartKind::Literal && is_number(reader.written(next)))
            {
                reader.at += 1;
                span = span.to(reader.span(next));
                written = reader.slice(span).into();
            }
            if let Some(refusal) = counted(reader, &mut span, &written) {
                reader.refused(refusal, span);
                return None;
            }
            match literal(&written) {
                Ok(money) => Some((money, span)),
                Err(refusal) => {
                    reader.refused(*refusal, span);
                    None
                }
            }
        }
        None => {
            // `EUR 24 000`
            let currency = reader.peek().filter(|part| part.kind == PartKind::Word && thousands(reader.written(part)) == Some(0));
            let number = reader.parts.get(reader.at + 1).filter(|next| next.kind == PartKind::Literal);
            if let (Some(currency), Some(number)) = (currency, number)
                && let Ok(money) = literal(&format!("{} €", reader.written(number)))
            {
                reader.at += 2;
                return Some((money, reader.span(currency).to(reader.span(number))));
            }
            reader.missing(say!("un montant (`120 k€`)"; "an amount (`120 k€`)"));
            None
        }
    }
}

fn is_number(written: &str) -> bool {
    !written.contains('-') && number::literal(written).is_ok_and(|(_, rest)| rest.is_empty() || thousands(rest).is_some())
}

/// `2,4 millions d'euros`: the words are taken, and the sign that stands for them is offered.
fn counted(reader: &mut Reader<'_>, span: &mut Local, number: &str) -> Option<Refusal> {
    let rest = &reader.parts[reader.at..];
    let word = |at: usize| rest.get(at).filter(|part| part.kind == PartKind::Word).map(|part| suggest::fold(reader.written(part)));
    let unit = match word(0)?.as_str() {
        "mille" | "milliers" | "thousand" => "k€",
        "million" | "millions" => "M€",
        "milliard" | "milliards" | "billion" | "billions" => "Md€",
        _ => return None,
    };
    let of = usize::from(word(1).is_some_and(|word| matches!(word.as_str(), "d'" | "de" | "of")));
    let taken = if word(1 + of).is_some_and(|word| word.starts_with("eur")) { 2 + of } else { 1 };
    *span = span.to(reader.span(&rest[taken - 1]));
    reader.at += taken;
    let (text, mended) = (reader.slice(*span), format!("{number} {unit}"));
    Some(Refusal {
        rule: &rules::NOT_AN_AMOUNT,
        message: say!("« {text} » : un montant s'écrit avec le signe {unit}."; "\"{text}\": an amount is written with the sign {unit}.", text, unit),
        help: say!("Écrivez `{mended}`."; "Write `{mended}`.", mended),
        replacement: Some(mended),
        other: None,
    })
}

fn is_unit(word: &str) -> bool {
    matches!(word, "k" | "K" | "M" | "Md") || thousands(word).is_some()
}

/// How many times a thousand euros a unit is: `€`, `k€`, `kEUR`, `Md€`.
fn thousands(unit: &str) -> Option<u32> {
    let (times, currency) = match unit {
        _ if unit.starts_with("Md") => (3, &unit[2..]),
        _ if unit.starts_with('M') => (2, &unit[1..]),
        _ if unit.starts_with(['k', 'K']) => (1, &unit[1..]),
        _ => (0, unit),
    };
    ["€", "eur", "euro", "euros"].iter().any(|known| currency.trim_start_matches(SPACES).eq_ignore_ascii_case(known)).then_some(times)
}

/// `2027: 120 k€`, `2028 .. 2030: 35 k€`. What is wrong costs its own member of the list.
pub fn read_amount(reader: &mut Reader<'_>) -> Option<Cell> {
    let (first, last) = match years(reader) {
        Some(both) => both,
        None => {
            let first = year(reader)?;
            (first, if reader.take(PartKind::Range).is_some() { year(reader)? } else { first })
        }
    };
    // `2027, 120 k€`: the comma stands where the colon is due.
    if reader.next_is(PartKind::Comma)
        && let Some(next) = reader.parts.get(reader.at + 1).filter(|next| literal(reader.written(next)).is_ok())
    {
        let span = reader.place();
        let (between, mended) = (Local::new(last.1.end, next.start), format!("{}: {}", last.0, reader.written(next)));
        let diagnostic = Diagnostic::new(
            &rules::MISSING_PART,
            reader.place_of(span),
            say!("Il faut `:` entre l'année et le montant, et non une virgule."; "`:` is due between year and amount, not a comma."),
            say!("Écrivez `{mended}`."; "Write `{mended}`.", mended),
        );
        reader.report(diagnostic.fix(say!("Écrire `{mended}`"; "Write `{mended}`", mended), reader.place_of(between), ": "));
        reader.at += 2;
        return None;
    }
    // `2027 24 k€`
    if let Some(next) = reader.peek().filter(|next| next.kind == PartKind::Literal && literal(reader.written(next)).is_ok()) {
        let (between, mended) = (Local::new(last.1.end, next.start), format!("{}: {}", last.0, reader.written(next)));
        let place = reader.place_of(reader.span(next));
        reader.report(
            Diagnostic::new(
                &rules::MISSING_PART,
                place,
                say!("Il manque `:` entre l'année et le montant."; "`:` between year and amount is missing."),
                say!("Écrivez `{mended}`."; "Write `{mended}`.", mended),
            )
            .fix(say!("Écrire `{mended}`"; "Write `{mended}`", mended), reader.place_of(between), ": "),
        );
        reader.at += 1;
        return None;
    }
    if reader.take(PartKind::Colon).is_none() {
        reader.missing(say!("`:` entre l'année et le montant"; "`:` between year and amount"));
        return None;
    }
    let (money, span) = read(reader)?;
    if last.0 < first.0 {
        let (from, to) = (first.0, last.0);
        reader.report(Diagnostic::new(
            &rules::END_BEFORE_START,
            reader.place_of(first.1.to(last.1)),
            say!("De {from} à {to} : la fin vient avant le début."; "From {from} to {to}: the end comes before the start.", from, to),
            say!("Écrivez `{to} .. {from}`."; "Write `{to} .. {from}`.", to, from),
        ));
        return None;
    }
    Some(Cell { span: first.1.to(span), value: Value::Amount(first.0, last.0, money) })
}

/// `2028-2030` and `2028/2030`, which are read; `de 2028 à 2030`, which is told and read.
fn years(reader: &mut Reader<'_>) -> Option<((i16, Local), (i16, Local))> {
    let rest = &reader.parts[reader.at..];
    let number = |text: &str| text.parse::<i16>().ok().filter(|year| text.len() == 4 && (1900..=2200).contains(year));
    let kind = |at: usize| rest.get(at).map(|part| part.kind);
    if kind(0) == Some(PartKind::Literal) && kind(1) == Some(PartKind::Colon) {
        let (span, written) = (reader.span(&rest[0]), normal(reader.written(&rest[0])));
        let (from, to) = written.split_once(['-', '/'])?;
        let both = ((number(from)?, span), (number(to)?, span));
        reader.at += 1;
        return Some(both);
    }
    let from = usize::from(kind(0) == Some(PartKind::Word));
    let joint = rest.get(from + 1).filter(|part| part.kind == PartKind::Word).map(|part| suggest::fold(reader.written(part)));
    if !joint.is_some_and(|joint| ["a", "au", "to", "et", "and", "jusqu'en"].contains(&joint.as_str()))
        || kind(from + 3) != Some(PartKind::Colon)
    {
        return None;
    }
    let (one, other) = (reader.span(&rest[from]), reader.span(&rest[from + 2]));
    let (first, last) = (number(reader.slice(one))?, number(reader.slice(other))?);
    let (place, mended) = (reader.place_of(reader.span(&rest[0]).to(other)), format!("{first} .. {last}"));
    reader.at += from + 3;
    reader.report(
        Diagnostic::new(
            &rules::MISSING_PART,
            place,
            say!("Plusieurs années se suivent avec `..`."; "Years that follow each other are joined by `..`."),
            say!("Écrivez `{mended}`."; "Write `{mended}`.", mended),
        )
        .fix(say!("Écrire `{mended}`"; "Write `{mended}`", mended), place, mended.clone()),
    );
    Some(((first, one), (last, other)))
}

fn year(reader: &mut Reader<'_>) -> Option<(i16, Local)> {
    if let Some(part) = reader.peek().filter(|part| part.kind == PartKind::Literal) {
        let (span, written) = (reader.span(part), reader.written(part));
        if let Some(refusal) = no_year(written) {
            reader.refused(refusal, span);
            return None;
        }
    }
    let (when, span) = date::date(reader)?;
    if when.grain == Grain::Year {
        return Some((when.first.year(), span));
    }
    let (written, year) = (reader.slice(span), when.first.year());
    reader.report(
        Diagnostic::new(
            &rules::NOT_A_DATE,
            reader.place_of(span),
            say!("Un budget se donne par année, et non pour « {written} »."; "A budget goes by year, not for \"{written}\".", written),
            say!("Écrivez `{year}`."; "Write `{year}`.", year),
        )
        .fix(say!("Écrire `{year}`"; "Write `{year}`", year), reader.place_of(span), year.to_string()),
    );
    None
}

/// What stands where the year of an amount is due: an amount, a share, or a year and an amount without their colon.
fn no_year(text: &str) -> Option<Refusal> {
    let digits = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (year, rest) = text.split_at(digits);
    let amount = rest.trim_start_matches(SPACES);
    if year.len() == 4 && rest.len() > amount.len() && amount.starts_with(|c: char| c.is_ascii_digit()) {
        let mended = format!("{year}: {amount}");
        return Some(Refusal {
            rule: &rules::MISSING_PART,
            message: say!("Il manque `:` entre l'année et le montant."; "`:` between year and amount is missing."),
            help: say!("Écrivez `{mended}`."; "Write `{mended}`.", mended),
            replacement: Some(mended),
            other: None,
        });
    }
    literal(text).is_ok().then(|| Refusal {
        rule: &rules::MISSING_PART,
        message: say!("Il manque l'année de ce montant."; "The year of this amount is missing."),
        help: say!("Écrivez par exemple `2027: {text}`."; "Write for instance `2027: {text}`.", text),
        replacement: None,
        other: None,
    })
}

/// The amount that a text is, if the language reads it as one.
pub fn money_of(text: &str) -> Option<Money> {
    literal(text).ok()
}

pub fn literal(text: &str) -> Result<Money, Box<Refusal>> {
    // `€24 000`, `€24k`
    if let Some(number) = text.strip_prefix('€').map(|rest| rest.trim_start_matches(SPACES)) {
        return literal(&format!("{number}{}€", if number.ends_with(|c: char| c.is_ascii_digit()) { " " } else { "" }));
    }
    let (value, unit) = number::literal(text)?;
    let thousands = match unit {
        "" => {
            return Err(Box::new(Refusal {
                rule: &rules::MISSING_UNIT,
                message: say!("« {text} » : il manque l'unité."; "\"{text}\": the unit is missing.", text),
                help: say!("Écrivez `{text} €` ou `{text} k€`."; "Write `{text} €` or `{text} k€`.", text),
                replacement: Some(format!("{text} €")),
                other: Some(format!("{text} k€")),
            }));
        }
        "%" => {
            return refuse(
                &rules::NOT_AN_AMOUNT,
                say!("« {text} » est une part, pas un montant."; "\"{text}\" is a share, not an amount.", text),
                say!("Écrivez un montant en euros : `120 k€`."; "Write an amount in euros: `120 k€`."),
            );
        }
        "k" | "K" | "M" | "Md" => {
            let mended = format!("{} {unit}€", text.trim_end_matches(unit).trim_end_matches(SPACES));
            return Err(Box::new(Refusal {
                rule: &rules::MISSING_UNIT,
                message: say!("« {text} » : il manque le signe €."; "\"{text}\": the € sign is missing.", text),
                help: say!("Écrivez `{mended}`."; "Write `{mended}`.", mended),
                replacement: Some(mended),
                other: None,
            }));
        }
        unit => match thousands(unit) {
            Some(times) => times,
            None => {
                return refuse(
                    &rules::NOT_AN_AMOUNT,
                    say!("« {text} » n'est pas un montant."; "\"{text}\" is not an amount.", text),
                    say!("Écrivez par exemple `120 000 €`, `120 k€` ou `1,2 M€`."; "Write for instance `120 000 €`, `120 k€` or `1.2 M€`."),
                );
            }
        },
    };
    let value = value * Decimal::from(1000i64.pow(thousands));
    if value.normalize().scale() > 2 {
        return refuse(
            &rules::NOT_AN_AMOUNT,
            say!("« {text} » descend sous le centime."; "\"{text}\" goes below a cent.", text),
            say!("Arrondissez au centime."; "Round it to the cent."),
        );
    }
    if value > Decimal::from(1_000_000_000_000_000i64) {
        return refuse(
            &rules::NOT_AN_AMOUNT,
            say!("« {text} » dépasse tout budget public."; "\"{text}\" exceeds any public budget.", text),
            say!("Vérifiez l'unité : €, k€ ou M€."; "Check the unit: €, k€ or M€."),
        );
    }
    Ok(Money(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amount(text: &str) -> String {
        literal(text).map_or_else(|refusal| refusal.rule.name.to_owned(), |money| money.to_string())
    }

    #[test]
    fn amounts_as_people_type_them() {
        for (text, expected) in [
            ("120 k€", "120000"),
            ("120k€", "120000"),
            ("120\u{202f}000 €", "120000"),
            ("1,2 M€", "1200000"),
            ("1.25 Md€", "1250000000"),
            ("12 500 EUR", "12500"),
            ("12 500 euros", "12500"),
            ("€24 000", "24000"),
            ("€ 12.500,50", "12500.5"),
            ("€1.2M", "1200000"),
            ("12 500,50 €", "12500.5"),
            ("0,5 €", "0.5"),
            ("120", "missing-unit"),
            ("120k", "missing-unit"),
            ("80 %", "not-an-amount"),
            ("120,000 €", "not-a-number"),
            ("0,125 €", "not-an-amount"),
            ("0,125 k€", "125"),
            ("1 234,567 k€", "1234567"),
            ("9999999999999999 €", "not-a-number"),
            ("999999999999999 Md€", "not-an-amount"),
            ("12fte", "not-an-amount"),
        ] {
            assert_eq!(amount(text), expected, "{text}");
        }
    }

    #[test]
    fn money_is_exact_and_readable() {
        let money = Money(Decimal::new(123_456_750, 2));
        assert_eq!(money.show(Lang::Fr), "1\u{a0}234\u{a0}567,50\u{a0}€");
        assert_eq!(money.show(Lang::En), "€1,234,567.50");
        assert_eq!(Money(Decimal::MAX) + Money(Decimal::MAX), Money(Decimal::MAX));
    }
}
