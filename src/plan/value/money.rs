//! Amounts, exact to the cent: in a currency, with or without taxes, one or a range; and amounts by year and section.

use std::borrow::Cow;

use rust_decimal::{Decimal, RoundingStrategy};
use serde_json::Value as Json;

use super::super::read::{Reader, Refusal, refuse};
use super::super::store::{Cell, EntityId, Joint, Local, Value};
use super::date::{self, Grain};
use super::number::{self, SPACES, decimal};
use crate::diagnostic::{Diagnostic, Lang, Spoken, rules, suggest};
use crate::language::concepts::strategy::Currency;
use crate::language::{Type, Typed, Word, Words};
use crate::say;
use crate::syntax::{PartKind, normal};

/// What is said of an amount beside its number, in one byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Mark(u8);

impl Mark {
    const ABOUT: u8 = 1 << 5;
    const IN_ALL: u8 = 1 << 6;

    pub fn new(currency: Currency, tax: Tax, about: bool) -> Mark {
        Mark(currency as u8 | (tax as u8) << 3 | if about { Mark::ABOUT } else { 0 })
    }

    pub fn currency(self) -> Currency {
        Currency::numbered(self.0 & 7)
    }

    pub fn tax(self) -> Tax {
        [Tax::Unsaid, Tax::Ht, Tax::Ttc, Tax::Mixed][usize::from(self.0 >> 3 & 3)]
    }

    pub fn about(self) -> bool {
        self.0 & Mark::ABOUT != 0
    }

    /// One sum for all the years.
    pub fn in_all(self) -> bool {
        self.0 & Mark::IN_ALL != 0
    }

    fn for_all(self) -> Mark {
        Mark(self.0 | Mark::IN_ALL)
    }
}

/// Without taxes (hors taxes), with them (toutes taxes comprises), or not said; a sum of both is mixed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tax {
    #[default]
    Unsaid,
    Ht,
    Ttc,
    Mixed,
}

impl Tax {
    /// Of a sum of both. What does not say it takes what the other says.
    fn and(self, other: Tax) -> Tax {
        match (self, other) {
            (Tax::Unsaid, tax) | (tax, Tax::Unsaid) => tax,
            (one, two) if one == two => one,
            _ => Tax::Mixed,
        }
    }

    pub fn show(self, lang: Lang) -> Option<&'static str> {
        match self {
            Tax::Unsaid => None,
            Tax::Ht => Some(lang.of("HT", "excl. VAT")),
            Tax::Ttc => Some(lang.of("TTC", "incl. VAT")),
            Tax::Mixed => Some(lang.of("HT et TTC mêlés", "with and without VAT")),
        }
    }

    fn code(self) -> Option<&'static str> {
        match self {
            Tax::Unsaid => None,
            Tax::Ht => Some("HT"),
            Tax::Ttc => Some("TTC"),
            Tax::Mixed => Some("mixed"),
        }
    }
}

/// An amount, exact to the cent; or what it lies between.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Money {
    pub low: Decimal,
    pub high: Decimal,
    pub currency: Currency,
    pub tax: Tax,
    pub about: bool,
}

impl Default for Money {
    fn default() -> Money {
        Money::ZERO
    }
}

impl Money {
    pub const ZERO: Money = Money { low: Decimal::ZERO, high: Decimal::ZERO, currency: Currency::Eur, tax: Tax::Unsaid, about: false };

    /// So many euros.
    pub fn euros(value: Decimal) -> Money {
        Money { low: value, high: value, ..Money::ZERO }
    }

    pub fn of(value: Decimal, mark: Mark) -> Money {
        Money { low: value, high: value, currency: mark.currency(), tax: mark.tax(), about: mark.about() }
    }

    pub fn is_zero(self) -> bool {
        self.low.is_zero() && self.high.is_zero()
    }

    pub fn is_range(self) -> bool {
        self.low != self.high
    }

    /// More, whatever of the two ranges is meant; what is about a number may be a tenth less, or more.
    pub fn surely_over(self, other: Money) -> bool {
        let tenth = |value: Decimal| value / Decimal::TEN;
        let low = if self.about { self.low - tenth(self.low) } else { self.low };
        let high = if other.about { other.high.saturating_add(tenth(other.high)) } else { other.high };
        low > high
    }

    /// Less than nothing, whatever is meant.
    pub fn surely_negative(self) -> bool {
        self.high < Decimal::ZERO
    }

    /// The same done to both ends.
    pub fn map(self, f: impl Fn(Decimal) -> Decimal) -> Money {
        Money { low: f(self.low), high: f(self.high), ..self }
    }

    /// So many times: the same each year.
    pub fn times(self, count: usize) -> Money {
        self.map(|value| value.saturating_mul(Decimal::from(count)))
    }

    /// `12,5 %` of a whole; none of nothing.
    pub fn percent_of(self, whole: Money, lang: Lang) -> Option<String> {
        let share = self.high.checked_div(whole.high)?.checked_mul(Decimal::ONE_HUNDRED).unwrap_or_default();
        let text = decimal(share.round_dp_with_strategy(1, RoundingStrategy::MidpointAwayFromZero), lang);
        Some(lang.of(format!("{text}\u{a0}%"), format!("{text}%")))
    }

    /// `120 000`, with cents only where there are some, both digits of them.
    pub fn number(self, lang: Lang) -> String {
        let one = |value: Decimal| {
            let rounded = value.round_dp(2).normalize();
            let text = decimal(rounded, lang);
            if rounded.scale() == 1 { text + "0" } else { text }
        };
        match self.is_range() {
            true => lang.of(format!("{} à {}", one(self.low), one(self.high)), format!("{} to {}", one(self.low), one(self.high))),
            false => one(self.low),
        }
    }

    /// `120 000 €`, `environ 120 000 à 180 000 € HT`; no-break spaces, so that no amount is cut by a line's end.
    pub fn show(self, lang: Lang) -> String {
        let one = |value: Decimal| {
            let number = Money { low: value, high: value, ..self }.number(lang);
            match (number.strip_prefix('−'), lang) {
                (Some(rest), Lang::En) => format!("−{}{rest}", sign(self.currency, lang)),
                (None, Lang::En) => format!("{}{number}", sign(self.currency, lang)),
                (_, Lang::Fr) => format!("{number}\u{a0}{}", sign(self.currency, lang)),
            }
        };
        let mut text = match (self.is_range(), lang) {
            (true, Lang::Fr) => format!("{} à {}", Money { low: self.low, high: self.low, ..self }.number(lang), one(self.high)),
            (true, Lang::En) => format!("{} to {}", one(self.low), one(self.high)),
            (false, _) => one(self.low),
        };
        if self.about {
            text = lang.of(format!("environ {text}"), format!("about {text}"));
        }
        if let Some(tax) = self.tax.show(lang) {
            text += &format!("\u{a0}{tax}");
        }
        text
    }

    /// A decimal number as a text: no reader rounds it. An object where more is said than so many euros.
    pub fn json(self) -> Json {
        let plain = !self.is_range() && self.currency == Currency::Eur && self.tax == Tax::Unsaid && !self.about;
        let text = |value: Decimal| value.normalize().to_string();
        match plain {
            true => Json::String(text(self.low)),
            false => serde_json::json!({
                "low": text(self.low), "high": text(self.high), "currency": code(self.currency), "tax": self.tax.code(), "about": self.about,
            }),
        }
    }
}

/// `EUR`
pub fn code(currency: Currency) -> &'static str {
    let Type::Word(rows) = Currency::TYPE else { return "" };
    rows.get(currency as usize).map_or("", |row| row.en)
}

/// As it stands behind a French number, or before an English one.
fn sign(currency: Currency, lang: Lang) -> &'static str {
    match currency {
        Currency::Eur => "€",
        Currency::Gbp => "£",
        Currency::Chf => lang.of("CHF", "CHF\u{a0}"),
        Currency::Usd => lang.of("$ US", "US$"),
        Currency::Cad => lang.of("$ CA", "CA$"),
    }
}

impl Spoken for Money {
    fn spoken(&self, lang: Lang) -> String {
        self.show(lang)
    }
}

/// A sum stops at the largest amount there is rather than fail; what is read is far from it. Nothing has no currency of its own:
/// whoever adds sees to it that all are in one.
impl std::ops::Add for Money {
    type Output = Money;
    fn add(self, other: Money) -> Money {
        Money {
            low: self.low.saturating_add(other.low),
            high: self.high.saturating_add(other.high),
            currency: if self.is_zero() { other.currency } else { self.currency },
            tax: self.tax.and(other.tax),
            about: self.about || other.about,
        }
    }
}

impl std::ops::AddAssign for Money {
    fn add_assign(&mut self, other: Money) {
        *self = *self + other;
    }
}

/// Of two ranges, the least and the most that may be left.
impl std::ops::Sub for Money {
    type Output = Money;
    fn sub(self, other: Money) -> Money {
        let less = Money { low: -other.high, high: -other.low, ..other };
        self + less
    }
}

impl std::iter::Sum for Money {
    fn sum<I: Iterator<Item = Money>>(amounts: I) -> Money {
        amounts.fold(Money::ZERO, |sum, amount| sum + amount)
    }
}

impl Spoken for Section {
    fn spoken(&self, lang: Lang) -> String {
        self.show(lang).to_owned()
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

/// `120 k€`, `450 000 €`, `1,2 M€`, `12 500 EUR`; `environ 18 M€`, `120 .. 180 k€ HT`.
pub fn read(reader: &mut Reader<'_>) -> Option<Cell> {
    figure(reader, Value::Money)
}

pub fn read_part(reader: &mut Reader<'_>) -> Option<Cell> {
    figure(reader, Value::ShareOfMoney)
}

/// An amount, or a range of them, each as `value` makes it.
fn figure(reader: &mut Reader<'_>, value: impl Fn(Decimal, Mark) -> Value) -> Option<Cell> {
    let from = reader.place();
    let about = reader.parts.len() > reader.at + 1 && reader.take_phrase(&[Word::About]).is_some();
    let begun = range_begun(reader);
    let (low, high, currency, span) = match begun {
        Some((low, _)) => {
            let (high, currency, span) = one(reader)?;
            let times = range_unit(reader, span);
            (low * times, high, currency, span)
        }
        None => {
            let (low, currency, span) = one(reader)?;
            match reader.take(PartKind::Range) {
                Some(_) => {
                    let (high, other, end) = one(reader)?;
                    if other != currency {
                        let written = reader.slice(span.to(end));
                        reader.report(Diagnostic::new(
                            &rules::NOT_AN_AMOUNT,
                            reader.place_of(span.to(end)),
                            say!("« {written} » va d'une monnaie à une autre."; "\"{written}\" goes from one currency to another.", written),
                            say!("Donnez les deux bornes dans la même monnaie."; "Give both bounds in one currency."),
                        ));
                        return None;
                    }
                    (low, high, currency, span.to(end))
                }
                None => (low, low, currency, span),
            }
        }
    };
    let mut span = from.to(span);
    let mut tax = Tax::Unsaid;
    let place = reader.place();
    if let Some(word) = reader.take_word(&[Word::Ht, Word::Ttc]) {
        tax = if word == Word::Ht { Tax::Ht } else { Tax::Ttc };
        span = span.to(place);
    }
    if low > high {
        let written = reader.slice(span);
        reader.report(Diagnostic::new(
            &rules::NOT_AN_AMOUNT,
            reader.place_of(span),
            say!("« {written} » : la première borne dépasse la seconde."; "\"{written}\": the first bound is over the second.", written),
            say!("Écrivez d'abord le plus petit montant : `120 .. 180 k€`."; "Write the smaller amount first: `120 .. 180 k€`."),
        ));
        return None;
    }
    let mark = Mark::new(currency, tax, about);
    let cell = |amount| Cell { span, value: value(amount, mark) };
    Some(if low == high { cell(low) } else { Cell { span, ..reader.pair(Joint::Range, cell(low), cell(high)) } })
}

/// `120 ..` with its unit behind the second amount: the number, its place.
fn range_begun(reader: &mut Reader<'_>) -> Option<(Decimal, Local)> {
    let [first, dots, second, ..] = reader.parts.get(reader.at..)? else { return None };
    if (first.kind, dots.kind, second.kind) != (PartKind::Literal, PartKind::Range, PartKind::Literal) {
        return None;
    }
    let (value, unit) = number::literal(reader.written(first)).ok()?;
    let span = reader.span(first);
    unit.is_empty().then(|| reader.at += 2)?;
    Some((value, span))
}

/// How many times the unit of an amount that was just read is one euro.
pub fn range_unit(reader: &Reader<'_>, span: Local) -> Decimal {
    let written = reader.slice(span);
    let (_, unit) = number::literal(written).unwrap_or((Decimal::ONE, ""));
    let times = unit_of(unit).map_or(0, |(times, _)| times);
    Decimal::from(1000i64.pow(times))
}

/// One amount: its value, its currency and its place.
pub fn one(reader: &mut Reader<'_>) -> Option<(Decimal, Currency, Local)> {
    match reader.take(PartKind::Literal) {
        Some(part) => {
            let mut span = reader.span(part);
            let mut written = Cow::Borrowed(reader.written(part));
            // `120 k` and then nothing: the unit was cut short; show it with its number. `120 euros`, `23 M CAD`: its unit is words.
            while let Some(next) = reader.peek().filter(|next| next.kind == PartKind::Word && goes_on(&written, reader.written(next))) {
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
            // `120 k€ euros`
            if let Some(next) = reader.peek().filter(|next| next.kind == PartKind::Word && unit_of(reader.written(next)).is_some()) {
                let (place, unit) = (reader.span(next), reader.written(next));
                reader.report(
                    Diagnostic::new(
                        &rules::UNEXPECTED_PART,
                        reader.place_of(place),
                        say!("L'unité est donnée deux fois : « {unit} »."; "The unit is given twice: \"{unit}\".", unit),
                        say!("Retirez la seconde."; "Remove the second."),
                    )
                    .fix(say!("Retirer « {unit} »"; "Remove \"{unit}\"", unit), reader.place_of(place), ""),
                );
                reader.at += 1;
                return None;
            }
            match literal(&written) {
                Ok((value, currency)) => Some((value, currency, span)),
                Err(refusal) => {
                    reader.refused(*refusal, span);
                    None
                }
            }
        }
        None => {
            // `EUR 24 000`
            let currency = reader
                .peek()
                .filter(|part| part.kind == PartKind::Word && unit_of(reader.written(part)).is_some_and(|(times, _)| times == 0));
            let number = reader.parts.get(reader.at + 1).filter(|next| next.kind == PartKind::Literal);
            if let (Some(currency), Some(number)) = (currency, number)
                && let Ok((value, currency_of)) = literal(&format!("{} {}", reader.written(number), reader.written(currency)))
            {
                reader.at += 2;
                return Some((value, currency_of, reader.span(currency).to(reader.span(number))));
            }
            reader.missing(say!("un montant (`120 k€`)"; "an amount (`120 k€`)"));
            None
        }
    }
}

fn is_number(written: &str) -> bool {
    !written.contains('-') && number::literal(written).is_ok_and(|(_, rest)| rest.is_empty() || unit_of(rest).is_some())
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

/// Is a word a part of the unit of an amount that was begun: `120` and `k`, `23 M` and `CAD`, `23 M$` and `CAD`?
fn goes_on(begun: &str, word: &str) -> bool {
    let unit = begun.trim_start_matches(|c: char| c.is_ascii_digit() || SPACES.contains(&c) || matches!(c, '.' | ',' | '_'));
    match unit_of(unit) {
        _ if unit.is_empty() => is_unit(word),
        Some(_) => unit.ends_with('$') && matches!(word, "USD" | "CAD" | "CA" | "US"),
        None => unit_of(word).is_some_and(|(times, _)| times == 0),
    }
}

pub fn is_unit(word: &str) -> bool {
    matches!(word, "k" | "K" | "M" | "Md") || unit_of(word).is_some()
}

/// How many times a thousand a unit is, and of what: `€`, `k€`, `kEUR`, `Md€`, `M$ CAD`.
fn unit_of(unit: &str) -> Option<(u32, Currency)> {
    let (times, currency) = match unit {
        _ if unit.starts_with("Md") => (3, &unit[2..]),
        _ if unit.starts_with('M') => (2, &unit[1..]),
        _ if unit.starts_with(['k', 'K']) => (1, &unit[1..]),
        _ => (0, unit),
    };
    let currency = currency.trim_matches(SPACES);
    // `$ CAD`: the letters tell which dollar.
    let (currency, letters) = currency.split_once(SPACES).unwrap_or((currency, ""));
    let known = |written: &str| {
        let rows = match Currency::TYPE {
            Type::Word(rows) => rows,
            _ => return None,
        };
        crate::language::numbered(written, rows).map(Currency::numbered)
    };
    match (known(currency)?, letters.trim()) {
        (found, "") => Some((times, found)),
        (found, letters) => {
            let told = known(letters)?;
            let dollars = |currency| matches!(currency, Currency::Usd | Currency::Cad);
            (found == told || (currency == "$" && dollars(told))).then_some((times, told))
        }
    }
}

/// `2027: 120 k€`, `2028 .. 2030: 35 k€`. What is wrong costs its own member of the list.
pub fn read_amount(reader: &mut Reader<'_>) -> Option<Cell> {
    let (first, last) = year_or_years(reader)?;
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
    let mut cell = figure(reader, |amount, mark| Value::Amount(first.0, last.0, amount, mark))?;
    let place = reader.place();
    if reader.take_phrase(&[Word::InAll]).is_some() {
        let end = reader.at.checked_sub(1).map_or(place, |at| reader.span(&reader.parts[at]));
        cell.span = cell.span.to(end);
        cell.value = in_all(reader, cell.value);
    }
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
    Some(Cell { span: first.1.to(cell.span), value: cell.value })
}

/// The same amount as one for all its years. One year alone is what it was.
fn in_all(reader: &mut Reader<'_>, value: Value) -> Value {
    let for_all = |value| match value {
        Value::Amount(first, last, amount, mark) if first != last => Value::Amount(first, last, amount, mark.for_all()),
        other => other,
    };
    if let Value::Pair(_, at) = value {
        for cell in &mut reader.pairs[at as usize] {
            cell.value = for_all(cell.value);
        }
    }
    for_all(value)
}

/// The first and the last year that something is for, each with its place: `2027`, `2028 .. 2030`.
pub fn year_or_years(reader: &mut Reader<'_>) -> Option<((i16, Local), (i16, Local))> {
    if let Some(both) = years(reader) {
        return Some(both);
    }
    let first = year(reader)?;
    Some((first, if reader.take(PartKind::Range).is_some() { year(reader)? } else { first }))
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
    let (text, tax) = match text.trim_end().rsplit_once(SPACES) {
        Some((rest, "HT")) => (rest, Tax::Ht),
        Some((rest, "TTC")) => (rest, Tax::Ttc),
        _ => (text, Tax::Unsaid),
    };
    literal(text).ok().map(|(value, currency)| Money::of(value, Mark::new(currency, tax, false)))
}

/// The value in units of its currency, to the cent.
pub fn literal(text: &str) -> Result<(Decimal, Currency), Box<Refusal>> {
    // `€24 000`, `£24k`
    if let Some(sign) = text.chars().next().filter(|sign| matches!(sign, '€' | '£')) {
        let number = text[sign.len_utf8()..].trim_start_matches(SPACES);
        return literal(&format!("{number}{}{sign}", if number.ends_with(|c: char| c.is_ascii_digit()) { " " } else { "" }));
    }
    let (value, unit) = number::literal(text)?;
    let (thousands, currency) = match unit {
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
        unit => match unit_of(unit) {
            Some(found) => found,
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
    Ok((value, currency))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amount(text: &str) -> String {
        literal(text).map_or_else(|refusal| refusal.rule.name.to_owned(), |(value, _)| value.normalize().to_string())
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
            ("569 000 £", "569000"),
            ("23 M$ CAD", "23000000"),
            ("23 M CAD", "23000000"),
            ("5 kCHF", "5000"),
            ("5 £ CAD", "not-an-amount"),
        ] {
            assert_eq!(amount(text), expected, "{text}");
        }
    }

    #[test]
    fn money_is_exact_and_readable() {
        let money = Money::euros(Decimal::new(123_456_750, 2));
        assert_eq!(money.show(Lang::Fr), "1\u{a0}234\u{a0}567,50\u{a0}€");
        assert_eq!(money.show(Lang::En), "€1,234,567.50");
        assert_eq!(Money::euros(Decimal::MAX) + Money::euros(Decimal::MAX), Money::euros(Decimal::MAX));
        let range = Money { low: Decimal::from(120_000), high: Decimal::from(180_000), ..Money::ZERO };
        let sum = range + Money::euros(Decimal::from(20_000));
        assert_eq!(sum.show(Lang::Fr), "140\u{a0}000 à 200\u{a0}000\u{a0}€");
        assert_eq!((Money::euros(Decimal::from(150_000)) - range).show(Lang::En), "−€30,000 to €30,000");
        let sterling = |tax, about| Money::of(Decimal::from(5), Mark::new(Currency::Gbp, tax, about));
        assert_eq!((Money::ZERO + sterling(Tax::Ht, true)).show(Lang::Fr), "environ 5\u{a0}£\u{a0}HT");
        assert_eq!((sterling(Tax::Ht, false) + sterling(Tax::Ttc, false)).tax, Tax::Mixed, "never in silence");
    }
}
