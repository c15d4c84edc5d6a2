//! What a plan's values are: dates with their grain, money, shares, durations. No text, no name.

use std::fmt;

use jiff::Span;
use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::diagnostic::{Lang, Say};
use crate::text;
use crate::text::typography::grouped;

/// How precisely a date was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Grain {
    Day,
    Month,
    Quarter,
    Year,
}

/// A date as written: `2027-03` is every day from its first to its last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct When {
    pub first: Date,
    pub last: Date,
    pub grain: Grain,
}

impl When {
    pub fn day(date: Date) -> When {
        When { first: date, last: date, grain: Grain::Day }
    }

    pub fn year(year: i16) -> Option<When> {
        Some(When { first: Date::new(year, 1, 1).ok()?, last: Date::new(year, 12, 31).ok()?, grain: Grain::Year })
    }

    pub fn month(year: i16, month: i8) -> Option<When> {
        let first = Date::new(year, month, 1).ok()?;
        Some(When { first, last: first.last_of_month(), grain: Grain::Month })
    }

    pub fn quarter(year: i16, quarter: i8) -> Option<When> {
        if !(1..=4).contains(&quarter) {
            return None;
        }
        let first = Date::new(year, quarter * 3 - 2, 1).ok()?;
        let last = Date::new(year, quarter * 3, 1).ok()?.last_of_month();
        Some(When { first, last, grain: Grain::Quarter })
    }

    /// Surely before: every reading of `self` is before every reading of `other`.
    pub fn before(&self, other: &When) -> bool {
        self.last < other.first
    }

    /// As people of that language write it: `mars 2027`, `T2 2027`, `12/03/2027`.
    pub fn show(&self, lang: Lang) -> String {
        let (year, month) = (self.first.year(), self.first.month());
        match self.grain {
            Grain::Year => year.to_string(),
            Grain::Quarter => format!("{}{} {year}", lang.of("T", "Q"), (month + 2) / 3),
            Grain::Month => format!("{} {year}", month_name(month, lang)),
            Grain::Day => format!("{} {} {year}", day_number(self.first.day(), lang), month_name(month, lang)),
        }
    }

    pub fn say(&self) -> Say {
        Say { fr: self.show(Lang::Fr), en: self.show(Lang::En) }
    }
}

fn day_number(day: i8, lang: Lang) -> String {
    if day == 1 { lang.of("1er".to_owned(), "1".to_owned()) } else { day.to_string() }
}

pub fn month_name(month: i8, lang: Lang) -> &'static str {
    const FR: [&str; 12] =
        ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];
    const EN: [&str; 12] =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
    lang.of(FR, EN)[(month.clamp(1, 12) - 1) as usize]
}

/// From the first day of `start` to the last day of `end`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Period {
    pub start: When,
    pub end: When,
    pub start_span: text::Span,
    pub end_span: text::Span,
}

impl Period {
    pub fn span(&self) -> text::Span {
        self.start_span.to(self.end_span)
    }

    /// Surely outside: every reading of `when` lies before the start or after the end.
    pub fn excludes(&self, when: &When) -> bool {
        when.before(&self.start) || self.end.before(when)
    }

    pub fn show(&self, lang: Lang) -> String {
        let (start, end) = (self.start.show(lang), self.end.show(lang));
        if start == end { start } else { format!("{start} – {end}") }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeUnit {
    Day,
    Week,
    Month,
    Year,
}

/// `18 months`; a quarter is three months.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Duration {
    pub count: u16,
    pub unit: TimeUnit,
}

impl Duration {
    /// The date this long after `from`; the last possible date if that is past the calendar's end.
    pub fn after(self, from: Date) -> Date {
        let count = i64::from(self.count);
        let span = match self.unit {
            TimeUnit::Day => Span::new().try_days(count),
            TimeUnit::Week => Span::new().try_weeks(count),
            TimeUnit::Month => Span::new().try_months(count),
            TimeUnit::Year => Span::new().try_years(count),
        };
        span.and_then(|span| from.checked_add(span)).unwrap_or(Date::MAX)
    }

    pub fn show(self, lang: Lang) -> String {
        let many = self.count > 1;
        let unit = match self.unit {
            TimeUnit::Day => lang.of(if many { "jours" } else { "jour" }, if many { "days" } else { "day" }),
            TimeUnit::Week => lang.of(if many { "semaines" } else { "semaine" }, if many { "weeks" } else { "week" }),
            TimeUnit::Month => lang.of("mois", if many { "months" } else { "month" }),
            TimeUnit::Year => lang.of(if many { "ans" } else { "an" }, if many { "years" } else { "year" }),
        };
        format!("{} {unit}", self.count)
    }
}

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
}

/// A sum stops at the largest amount there is rather than fail; `plan/literal.rs` refuses amounts near it.
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
}

/// One amount of a year and a section, and where it was written. `2027 .. 2029: 35 k€` is three of them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Amount {
    pub section: Section,
    pub year: i16,
    pub money: Money,
    pub span: text::Span,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Share {
    Money(Money),
    /// A percentage of a section's budget, or of the whole budget.
    Percent(Decimal, Option<Section>),
}

/// An indicator's value: `12 %`, `4 200`, and when.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reading {
    pub value: Decimal,
    pub percent: bool,
    pub on: Option<(When, text::Span)>,
    pub span: text::Span,
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
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_span_their_grain() {
        let march = When::month(2027, 3).unwrap();
        assert_eq!(march.last, Date::new(2027, 3, 31).unwrap());
        assert_eq!(When::quarter(2027, 2).unwrap().last, Date::new(2027, 6, 30).unwrap());
        assert_eq!(When::month(2027, 13), None);
        assert!(march.before(&When::month(2027, 4).unwrap()));
        assert!(!march.before(&When::year(2027).unwrap()), "a month of that year is not surely before it");
        assert_eq!(march.show(Lang::Fr), "mars 2027");
        assert_eq!(When::quarter(2027, 2).unwrap().show(Lang::Fr), "T2 2027");
    }

    #[test]
    fn money_is_exact_and_readable() {
        let money = Money(Decimal::new(123_456_750, 2));
        assert_eq!(money.show(Lang::Fr), "1\u{a0}234\u{a0}567,50\u{a0}€");
        assert_eq!(money.show(Lang::En), "€1,234,567.50");
        assert_eq!(Money(Decimal::MAX) + Money(Decimal::MAX), Money(Decimal::MAX));
    }

    #[test]
    fn a_duration_ends_past_month_ends_and_never_overflows() {
        let from = Date::new(2027, 1, 31).unwrap();
        assert_eq!(Duration { count: 1, unit: TimeUnit::Month }.after(from), Date::new(2027, 2, 28).unwrap());
        assert_eq!(Duration { count: u16::MAX, unit: TimeUnit::Year }.after(from), Date::MAX);
    }
}
