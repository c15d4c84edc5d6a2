//! How much of its time somebody can give, by year.

use rust_decimal::Decimal;

use super::super::read::Reader;
use super::super::store::{Cell, Value};
use super::effort;
use super::money::year_or_years;
use super::number::decimal;
use crate::diagnostic::{Diagnostic, Lang, rules};
use crate::say;
use crate::syntax::PartKind;

/// `2027: 1.5 fte`, `2028 .. 2030: 2 fte`
pub fn read(reader: &mut Reader<'_>) -> Option<Cell> {
    let (first, last) = year_or_years(reader)?;
    if reader.take(PartKind::Colon).is_none() {
        reader.missing(say!("`:` entre l'année et le temps de travail"; "`:` between year and working time"));
        return None;
    }
    let (share, span) = effort::share(reader)?;
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
    Some(Cell { span: first.1.to(span), value: Value::Capacity(first.0, last.0, share) })
}

/// `2028 – 2030 : 1,5 ETP`
pub fn show(first: i16, last: i16, share: Decimal, lang: Lang) -> String {
    let years = if first == last { first.to_string() } else { format!("{first} – {last}") };
    let share = decimal(share, lang);
    lang.of(format!("{years}\u{a0}: {share}\u{a0}ETP"), format!("{years}: {share}\u{a0}FTE"))
}
