//! What a plan's values are, one file a type: read from a line with its refusals, shown in both languages, written as JSON.

mod date;
mod duration;
mod effort;
mod flag;
mod library;
mod money;
mod name;
mod number;
mod percent;
mod text;
mod votes;
mod word;

pub use date::{Day, Grain, Period, When, month_name};
pub use duration::{Delay, Duration, TimeUnit};
pub use money::{Amount, Money, Section, money_of, read as read_money};
pub use number::{Reading, decimal};
pub use percent::{Percent, Share};

use serde_json::Value as Json;

pub use text::{check as check_text, said};

use super::read::Reader;
use super::store::{Cell, Value, Waits};
use super::view::Seen;
use crate::diagnostic::Lang;
use crate::language::{FieldRow, Type};
use crate::syntax::PartKind;

/// Reads a field's value; nothing once it has been reported why. Members of a list go into the reader's `items`.
pub fn read(reader: &mut Reader<'_>, row: &'static FieldRow) -> Option<Cell> {
    if let Some(cell) = flag::read_undefined(reader) {
        return Some(cell);
    }
    match row.of {
        Type::Text => text::read(reader),
        Type::Name => name::read(reader, row),
        Type::Names => reader.list(|reader| name::read(reader, row)),
        Type::People => reader.list(|reader| name::read_or_text(reader, row)),
        Type::Dependencies => reader.list(|reader| name::read_dependency(reader, row)),
        Type::Word(_) if row.open && reader.next_is(PartKind::Text) => text::read(reader),
        Type::Word(words) => word::read(reader, words),
        Type::Number => number::read(reader),
        Type::Date => date::read(reader),
        Type::Period => date::read_period(reader),
        Type::Duration => duration::read(reader),
        Type::Amounts => reader.list(money::read_amount),
        Type::Share => percent::read_share(reader),
        Type::Value => number::read_reading(reader),
        Type::Library => library::read(reader),
        Type::Flag => Some(flag::read(reader)),
        Type::Answer => Some(flag::read_answer(reader)),
        Type::Every => duration::read_every(reader),
        Type::Efforts => reader.list(|reader| effort::read(reader, row)),
        Type::Texts => reader.list(text::read),
        Type::Tags => reader.list(text::read_tag),
        Type::Votes => votes::read(reader),
        Type::Money => reader.money().map(|(money, span)| Cell { span, value: Value::Money(money) }),
    }
}

/// A value as people of that language read it; members of a list are separated by commas.
pub fn show(seen: Seen<'_>, lang: Lang) -> String {
    match seen.cell.value {
        Value::Unknown => "?".to_owned(),
        Value::Undefined => lang.of("à définir", "to be defined").to_owned(),
        Value::Flag | Value::Answer(true) => lang.of("oui", "yes").to_owned(),
        Value::Answer(false) => lang.of("non", "no").to_owned(),
        Value::Every(delay) => delay.show_every(lang),
        Value::Effort(_, share) => effort::show(seen, share, lang),
        Value::Votes(votes, against, abstentions) => votes::show([votes, against, abstentions], lang),
        Value::Text | Value::Library => seen.text().into_owned(),
        Value::Word(number) => seen.row.words().get(number as usize).map_or("", |word| word.spelling(lang)).to_owned(),
        Value::Number(number) => decimal(number.into(), lang),
        Value::Date(day) => day.when().show(lang),
        Value::Period(start, end, ..) => Period::show_of(start.when(), end.when(), lang),
        Value::Duration(delay) => delay.show(lang),
        Value::Amount(first, last, money) => {
            let years = if first == last { first.to_string() } else { format!("{first} – {last}") };
            format!("{years}{} {}", lang.of("\u{a0}:", ":"), money.show(lang))
        }
        Value::ShareOfMoney(money) | Value::Money(money) => money.show(lang),
        Value::ShareOf(percent, section) => percent.show_of(section, lang),
        Value::Reading(reading) => reading.show(None, lang),
        Value::Name(_) => name::show(seen, lang),
        Value::Depend(_, start, delay, waits) => name::show_dependency(seen, start, delay, waits, lang),
        Value::List(..) => seen.members().map(|member| show(member, lang)).collect::<Vec<_>>().join(", "),
    }
}

/// The same value in the export: the same in both languages.
pub fn json(seen: Seen<'_>) -> Json {
    match seen.cell.value {
        Value::Unknown | Value::Undefined => Json::Null,
        Value::Flag => true.into(),
        Value::Answer(answer) => answer.into(),
        Value::Every(delay) => delay.json(),
        Value::Effort(_, share) => serde_json::json!({ "who": name::json(seen), "fte": share.normalize().to_string() }),
        Value::Votes(votes, against, abstentions) => serde_json::json!({ "for": votes, "against": against, "abstentions": abstentions }),
        Value::Text | Value::Library => Json::String(seen.text().into_owned()),
        Value::Word(number) => seen.row.words().get(number as usize).map_or(Json::Null, |word| word.en.into()),
        Value::Number(number) => number.into(),
        Value::Date(day) => day.when().json(),
        Value::Period(start, end, ..) => serde_json::json!({ "start": start.when().json(), "end": end.when().json() }),
        Value::Duration(delay) => delay.json(),
        Value::Amount(first, last, money) => serde_json::json!({ "first": first, "last": last, "euros": money.json() }),
        Value::ShareOfMoney(money) => serde_json::json!({ "euros": money.json() }),
        Value::Money(money) => money.json(),
        Value::ShareOf(percent, section) => serde_json::json!({ "percent": percent.json(), "of": section.map_or("total", Section::code) }),
        Value::Reading(reading) => reading.json(),
        Value::Name(_) => name::json(seen),
        Value::Depend(_, start, delay, waits) => {
            let waiting = match waits {
                Waits::Start => Json::from("start"),
                Waits::End => Json::from("end"),
                Waits::Milestone(number) => seen.reference(number).map_or(Json::Null, |milestone| milestone.path().into()),
            };
            let moment = if start { "start" } else { "end" };
            serde_json::json!({ "on": name::json(seen), "moment": moment, "delay": delay.map(Delay::json), "for": waiting })
        }
        Value::List(..) => seen.members().map(json).collect(),
    }
}
