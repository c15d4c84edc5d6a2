//! Who gives how much of a full-time post.

use rust_decimal::Decimal;

use super::super::read::Reader;
use super::super::seen::Seen;
use super::super::store::{Cell, Local, Value};
use super::name;
use super::number::{self, decimal};
use crate::diagnostic::{Diagnostic, Lang, rules};
use crate::language::{FieldRow, Word};
use crate::say;
use crate::syntax::PartKind;

/// `CDO 0.4 fte`
pub fn read(reader: &mut Reader<'_>, row: &'static FieldRow) -> Option<Cell> {
    let (number, span) = name::reference(reader, row)?;
    let (share, place) = share(reader)?;
    Some(Cell { span: span.to(place), value: Value::Effort(number, share) })
}

/// `0.4 fte`: how much, and where its number stands.
pub fn share(reader: &mut Reader<'_>) -> Option<(Decimal, Local)> {
    let Some(part) = reader.take(PartKind::Literal) else {
        reader.missing(say!("un temps de travail (`0,5 etp`)"; "a working time (`0.5 fte`)"));
        return None;
    };
    let place = reader.span(part);
    match number::literal(reader.written(part)) {
        Ok((share, rest)) => {
            let unit = if rest.is_empty() { reader.take_word(&[Word::Fte]) } else { crate::language::word(rest, &[Word::Fte]) };
            if unit.is_none() {
                let written = reader.written(part);
                reader.report(Diagnostic::new(
                    &rules::MISSING_UNIT,
                    reader.place_of(place),
                    say!("« {written} » : il manque l'unité."; "\"{written}\": the unit is missing.", written),
                    say!("Écrivez `{written} etp` : en équivalents temps plein."; "Write `{written} fte`: in full-time equivalents.", written),
                ));
                return None;
            }
            Some((share, place))
        }
        Err(refusal) => {
            reader.refused(*refusal, place);
            None
        }
    }
}

/// `Direction du numérique : 0,4 ETP`
pub fn show(seen: Seen<'_>, share: Decimal, lang: Lang) -> String {
    let who = name::show(seen, lang);
    let share = decimal(share, lang);
    lang.of(format!("{who}\u{a0}: {share}\u{a0}ETP"), format!("{who}: {share}\u{a0}FTE"))
}
