//! What stands in a cell: as people read it, and as programs do.

use rust_decimal::Decimal;
use serde_json::Value as Json;

use crate::diagnostic::Lang;
use crate::plan::{Entity, Money, Period, When, decimal};
use crate::workload::Fte;

/// Words in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Both {
    pub fr: &'static str,
    pub en: &'static str,
}

impl Both {
    pub fn of(self, lang: Lang) -> &'static str {
        lang.of(self.fr, self.en)
    }
}

#[derive(Debug, Clone, PartialEq, Default)]
pub enum Value {
    /// Nothing is known of it.
    #[default]
    None,
    Text(String),
    /// Something of the plan: how it is named from elsewhere, and its title.
    Named {
        path: String,
        title: String,
    },
    Word(&'static str, Both),
    Number(i64),
    /// A year and one of its quarters.
    Quarter(i16, u8),
    Money(Money),
    Fte(Fte),
    /// What may be less than nothing, in millionths of a post.
    FteLeft(i64),
    Days(i64),
    /// The first day of it counts, or (true) the last.
    Moment(When, bool),
    Span(When, When),
    Yes(bool),
}

impl Value {
    pub fn named(entity: Entity<'_>) -> Value {
        Value::Named { path: entity.path(), title: entity.titled().into_owned() }
    }

    pub fn word(code: &'static str, fr: &'static str, en: &'static str) -> Value {
        Value::Word(code, Both { fr, en })
    }

    /// As people of that language read it.
    pub fn show(&self, lang: Lang) -> String {
        match self {
            Value::None => "–".to_owned(),
            Value::Text(text) => text.clone(),
            Value::Named { title, .. } => title.clone(),
            Value::Word(_, words) => words.of(lang).to_owned(),
            Value::Number(number) => number.to_string(),
            Value::Quarter(year, quarter) => format!("{year}-{}{quarter}", lang.of('T', 'Q')),
            Value::Money(money) => money.show(lang),
            Value::Fte(fte) => fte.show(lang),
            Value::FteLeft(left) => decimal(Decimal::new(*left, 6).round_dp(2), lang),
            Value::Days(days) => format!("{}\u{a0}{}", decimal((*days).into(), lang), lang.of("j", "d")),
            Value::Moment(when, _) => when.show(lang),
            Value::Span(start, end) => Period::show_of(*start, *end, lang),
            Value::Yes(true) => lang.of("oui", "yes").to_owned(),
            Value::Yes(false) => String::new(),
        }
    }

    /// The same in every language; dates as days, numbers with a fraction as texts, which no reader rounds.
    pub fn json(&self) -> Json {
        match self {
            Value::None => Json::Null,
            Value::Number(number) | Value::Days(number) => (*number).into(),
            Value::Money(money) => money.json(),
            Value::Yes(yes) => (*yes).into(),
            Value::Span(start, end) => serde_json::json!({ "start": start.first.to_string(), "end": end.last.to_string() }),
            other => other.plain().into(),
        }
    }

    /// In one cell of a table for programs.
    pub fn plain(&self) -> String {
        match self {
            Value::None => String::new(),
            Value::Text(text) => text.clone(),
            Value::Named { path, .. } => path.clone(),
            Value::Word(code, _) => (*code).to_owned(),
            Value::Number(number) | Value::Days(number) => number.to_string(),
            Value::Quarter(year, quarter) => format!("{year}-Q{quarter}"),
            Value::Money(money) if money.is_range() => format!("{} .. {}", money.low.normalize(), money.high.normalize()),
            Value::Money(money) => money.low.normalize().to_string(),
            Value::Fte(fte) => fte.exact().to_string(),
            Value::FteLeft(left) => Decimal::new(*left, 6).normalize().to_string(),
            Value::Moment(when, last) => if *last { when.last } else { when.first }.to_string(),
            Value::Span(start, end) => format!("{} .. {}", start.first, end.last),
            Value::Yes(yes) => yes.to_string(),
        }
    }

    /// Does it say nothing, or that there is none?
    pub fn is_nothing(&self) -> bool {
        match self {
            Value::None | Value::Yes(false) => true,
            Value::Money(money) => money.is_zero(),
            Value::Fte(fte) => *fte == Fte::ZERO,
            _ => false,
        }
    }

    /// Is it a text of the plan's, that a spreadsheet might take for a formula?
    pub fn is_text(&self) -> bool {
        matches!(self, Value::Text(_) | Value::Named { .. })
    }
}
