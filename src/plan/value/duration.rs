//! How long something takes, or how long after something else it may come.

use jiff::Span;
use jiff::civil::Date;
use rust_decimal::Decimal;
use serde_json::Value as Json;

use super::super::read::Reader;
use super::super::spelling::Spelt;
use super::super::store::{Cell, Local, Value};
use super::number;
use crate::diagnostic::{By, Diagnostic, Lang, Spoken, rules};
use crate::language::{Word, named, named_one, word};
use crate::say;
use crate::syntax::PartKind;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeUnit {
    Day,
    Week,
    Month,
    Year,
}

impl TimeUnit {
    pub fn show(self, many: bool, lang: Lang) -> &'static str {
        match self {
            TimeUnit::Day => lang.of(if many { "jours" } else { "jour" }, if many { "days" } else { "day" }),
            TimeUnit::Week => lang.of(if many { "semaines" } else { "semaine" }, if many { "weeks" } else { "week" }),
            TimeUnit::Month => lang.of("mois", if many { "months" } else { "month" }),
            TimeUnit::Year => lang.of(if many { "ans" } else { "an" }, if many { "years" } else { "year" }),
        }
    }

    pub fn code(self) -> &'static str {
        match self {
            TimeUnit::Day => "days",
            TimeUnit::Week => "weeks",
            TimeUnit::Month => "months",
            TimeUnit::Year => "years",
        }
    }
}

/// `18 months`; a quarter is three months.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Delay {
    pub count: u16,
    pub unit: TimeUnit,
}

/// The usual name of it.
pub type Duration = Delay;

impl Delay {
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
        format!("{} {}", self.count, self.unit.show(self.count > 1, lang))
    }

    /// `tous les 3 mois`, `chaque année`
    pub fn show_every(self, lang: Lang) -> String {
        if self.count > 1 {
            return lang.of(format!("tous les {}", self.show(lang)), format!("every {}", self.show(lang)));
        }
        let unit = match self.unit {
            TimeUnit::Day => lang.of("jour", "day"),
            TimeUnit::Week => lang.of("semaine", "week"),
            TimeUnit::Month => lang.of("mois", "month"),
            TimeUnit::Year => lang.of("année", "year"),
        };
        lang.of(format!("chaque {unit}"), format!("every {unit}"))
    }

    pub fn json(self) -> Json {
        serde_json::json!({ "count": self.count, "unit": self.unit.code() })
    }
}

impl Spoken for Delay {
    fn spoken(&self, lang: Lang) -> String {
        self.show(lang)
    }
}

pub fn read(reader: &mut Reader<'_>) -> Option<Cell> {
    duration(reader).map(|(delay, span)| Cell { span, value: Value::Duration(delay) })
}

/// `every year`, `every 3 months`, `chaque année`, `tous les 3 mois`; the word itself may be left out.
pub fn read_every(reader: &mut Reader<'_>) -> Option<Cell> {
    let from = reader.place();
    while reader.take_word(&[Word::Every]).is_some() {}
    if let Some(part) = reader.peek().filter(|part| part.kind == PartKind::Word) {
        let span = reader.span(part);
        if let Some((unit, count)) =
            word(reader.written(part), UNITS).and_then(|unit| Some((time_unit(unit)?, unit))).map(|((unit, factor), named)| {
                reader.spelt(span, Spelt::Counted { unit: named, one: true });
                (unit, factor)
            })
        {
            reader.at += 1;
            return Some(Cell { span: from.to(span), value: Value::Every(Delay { count, unit }) });
        }
    }
    let (delay, span) = duration(reader)?;
    Some(Cell { span: from.to(span), value: Value::Every(delay) })
}

pub fn duration(reader: &mut Reader<'_>) -> Option<(Delay, Local)> {
    let Some(part) = reader.take(PartKind::Literal) else {
        reader.missing(say!("une durée (`18 mois`)"; "a duration (`18 months`)"));
        return None;
    };
    let mut span = reader.span(part);
    let (value, rest) = match number::literal(reader.written(part)) {
        Ok(read) => read,
        Err(refusal) => {
            reader.refused(*refusal, span);
            return None;
        }
    };
    let Some((unit, factor)) = unit_behind(reader, value, rest, &mut span) else {
        let months = By(move |lang| (if value == Decimal::ONE { named_one } else { named })(Word::Months, lang).to_owned());
        // A word that is no unit of time is the unit that was meant.
        if rest.is_empty()
            && let Some(next) = reader.peek().filter(|next| next.kind == PartKind::Word)
        {
            span = span.to(reader.span(next));
        }
        reader.report(Diagnostic::new(
            &rules::MISSING_UNIT,
            reader.place_of(span),
            say!("Une durée a une unité : jours, semaines, mois, trimestres ou ans."; "A duration has a unit: days, weeks, months, quarters or years."),
            match value.is_integer() {
                true => say!("Écrivez par exemple `{value} {months}`."; "Write for instance `{value} {months}`.", value, months),
                false => say!("Écrivez un nombre entier et son unité : `18 mois`."; "Write a whole number and its unit: `18 months`."),
            },
        ));
        reader.at = reader.parts.len();
        return None;
    };
    match u16::try_from(value).ok().filter(|_| value.is_integer()).and_then(|count| count.checked_mul(factor)) {
        Some(0) => {
            reader.report(Diagnostic::new(
                &rules::NOT_A_NUMBER,
                reader.place_of(span),
                say!("Une durée est d'au moins un jour."; "A duration is at least one day."),
                say!("Écrivez par exemple `18 mois`."; "Write for instance `18 months`."),
            ));
            None
        }
        Some(count) => Some((Delay { count, unit }, span)),
        None => {
            reader.report(Diagnostic::new(
                &rules::NOT_A_NUMBER,
                reader.place_of(span),
                say!("« {value} » n'est pas une durée possible."; "\"{value}\" is no possible duration.", value),
                say!("Écrivez un nombre entier : `18 mois`."; "Write a whole number: `18 months`."),
            ));
            None
        }
    }
}

/// The unit behind a number that was just taken, in its literal (`rest`) or in the next word; `span` goes on to its end.
fn unit_behind(reader: &mut Reader<'_>, value: Decimal, rest: &str, span: &mut Local) -> Option<(TimeUnit, u16)> {
    let place = match reader.peek().filter(|next| next.kind == PartKind::Word) {
        _ if !rest.is_empty() => Local::new(span.end - rest.len() as u32, span.end),
        Some(next) => reader.span(next),
        None => return None,
    };
    let unit = word(reader.slice(place), UNITS)?;
    reader.spelt(place, Spelt::Counted { unit, one: value == Decimal::ONE });
    if rest.is_empty() {
        reader.at += 1;
        *span = span.to(place);
    }
    time_unit(unit)
}

/// Is it a unit of time?
pub fn is_unit(written: &str) -> bool {
    word(written, UNITS).is_some()
}

/// A number of days, weeks, months or years, with decimals if there are some.
pub fn counted(reader: &mut Reader<'_>) -> Option<(Decimal, TimeUnit, Local)> {
    let part = reader.take(PartKind::Literal)?;
    let mut span = reader.span(part);
    let (value, rest) = number::literal(reader.written(part)).ok()?;
    let (unit, factor) = unit_behind(reader, value, rest, &mut span)?;
    Some((value * Decimal::from(factor), unit, span))
}

const UNITS: &[Word] = &[Word::Days, Word::Weeks, Word::Months, Word::Quarters, Word::Years];

fn time_unit(unit: Word) -> Option<(TimeUnit, u16)> {
    match unit {
        Word::Days => Some((TimeUnit::Day, 1)),
        Word::Weeks => Some((TimeUnit::Week, 1)),
        Word::Months => Some((TimeUnit::Month, 1)),
        Word::Quarters => Some((TimeUnit::Month, 3)),
        Word::Years => Some((TimeUnit::Year, 1)),
        Word::On
        | Word::Concerning
        | Word::Of
        | Word::The
        | Word::Start
        | Word::End
        | Word::Investment
        | Word::Operating
        | Word::Total
        | Word::Every
        | Word::Fte
        | Word::Yes
        | Word::No
        | Word::About
        | Word::Over
        | Word::Under
        | Word::Instead
        | Word::Continuous
        | Word::InAll
        | Word::Ht
        | Word::Ttc
        | Word::For
        | Word::Against
        | Word::Abstentions => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duration_ends_past_month_ends_and_never_overflows() {
        let from = Date::new(2027, 1, 31).unwrap();
        assert_eq!(Delay { count: 1, unit: TimeUnit::Month }.after(from), Date::new(2027, 2, 28).unwrap());
        assert_eq!(Delay { count: u16::MAX, unit: TimeUnit::Year }.after(from), Date::MAX);
    }
}
