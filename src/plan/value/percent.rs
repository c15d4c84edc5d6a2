//! Shares: a percentage of a cost, or an amount.

use rust_decimal::Decimal;
use serde_json::Value as Json;

use super::super::read::Reader;
use super::super::store::{Cell, Value};
use super::money::{self, Money, Section};
use super::number::{self, decimal};
use crate::diagnostic::Lang;
use crate::language::Word;
use crate::say;
use crate::syntax::PartKind;

#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Percent(pub Decimal);

impl Percent {
    pub fn json(self) -> Json {
        Json::String(self.0.normalize().to_string())
    }

    /// `40 % de l'investissement`
    pub fn show_of(self, section: Option<Section>, lang: Lang) -> String {
        let number = decimal(self.0, lang);
        match (section, lang) {
            (Some(Section::Investment), Lang::Fr) => format!("{number}\u{a0}% de l’investissement"),
            (Some(Section::Operating), Lang::Fr) => format!("{number}\u{a0}% du fonctionnement"),
            (None, Lang::Fr) => format!("{number}\u{a0}% du coût"),
            (Some(Section::Investment), Lang::En) => format!("{number}% of investment"),
            (Some(Section::Operating), Lang::En) => format!("{number}% of operating"),
            (None, Lang::En) => format!("{number}% of the cost"),
        }
    }
}

/// What a funder pays.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Share {
    Money(Money),
    /// A percentage of a section's budget, or of the whole budget.
    Percent(Percent, Option<Section>),
}

/// `60 k€`, `40 %`, `40 % of investment`.
pub fn read_share(reader: &mut Reader<'_>) -> Option<Cell> {
    let percent = reader.peek().filter(|part| part.kind == PartKind::Literal).and_then(|part| {
        let (value, rest) = number::literal(reader.written(part)).ok()?;
        (rest == "%").then(|| (Percent(value), reader.span(part)))
    });
    let Some((value, span)) = percent else {
        return money::read_part(reader);
    };
    reader.at += 1;
    let mut section = None;
    if reader.take_word(&[Word::Of]).is_some() {
        reader.take_word(&[Word::The]);
        section = match reader.take_word(&[Word::Investment, Word::Operating, Word::Total]) {
            Some(Word::Investment) => Some(Section::Investment),
            Some(Word::Operating) => Some(Section::Operating),
            Some(_) => None,
            None => {
                reader.missing(say!("`investissement`, `fonctionnement` ou `total`"; "`investment`, `operating` or `total`"));
                return None;
            }
        };
    }
    Some(Cell { span, value: Value::ShareOf(value, section) })
}
