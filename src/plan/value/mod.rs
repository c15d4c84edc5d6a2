//! What a plan's values are, one file a type: read from a line with its refusals, shown in both languages, written as JSON.

mod capacity;
mod date;
mod duration;
mod effort;
mod flag;
mod library;
mod money;
mod name;
mod number;
mod percent;
mod shape;
mod text;
mod votes;
mod word;

pub use date::{Day, Grain, Period, When, month_name};
pub use date::{literal as date_literal, month_number};
pub use duration::{Delay, Duration, TimeUnit};
pub use money::{Amount, Mark, Money, Section, Tax, code as currency_code, money_of};
pub use number::{Figure, Measure, Reading, decimal, show as show_figure};
pub use percent::{Percent, Share};
pub use shape::shapes;

use serde_json::Value as Json;

pub use text::{check as check_text, said};
pub use word::listed;

use super::read::Reader;
use super::seen::Seen;
use super::store::{Cell, Joint, Value, Waits};
use crate::diagnostic::Lang;
use crate::language::{FieldRow, Type};

/// Reads a field's value; nothing once it has been reported why. Members of a list go into the reader's `items`.
pub fn read(reader: &mut Reader<'_>, row: &'static FieldRow) -> Option<Cell> {
    // Either end of a period may be unknown by itself.
    if !matches!(row.of, Type::Period)
        && let Some(cell) = flag::read_undefined(reader)
    {
        return Some(cell);
    }
    match row.of {
        Type::Text => text::read(reader),
        Type::Name => name::read(reader, row),
        Type::Names => reader.list(|reader| name::read(reader, row)),
        Type::People => reader.list(|reader| name::read_or_text(reader, row)),
        Type::Dependencies => reader.list(|reader| name::read_dependency(reader, row)),
        Type::Word(words) if row.open && word::is_text_of_its_own(reader, words) => text::read(reader),
        Type::Word(words) => word::read(reader, words),
        Type::Words(words) => reader.list(|reader| word::read(reader, words)),
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
        Type::Capacities => reader.list(capacity::read),
        Type::Efforts => reader.list(|reader| effort::read(reader, row)),
        Type::Texts => reader.list(text::read),
        Type::Tags => reader.list(text::read_tag),
        Type::Votes => votes::read(reader),
        Type::Money => money::read(reader),
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
        Value::Capacity(first, last, share) => capacity::show(first, last, share, lang),
        Value::Effort(_, share) => effort::show(seen, share, lang),
        Value::Votes(votes, against, abstentions) => votes::show([votes, against, abstentions], lang),
        Value::Text | Value::Library => seen.text().into_owned(),
        Value::Word(number) => seen.row.words().get(number as usize).map_or("", |word| word.spelling(lang)).to_owned(),
        Value::Number(number) => decimal(number.into(), lang),
        Value::Date(day) => day.when().show(lang),
        Value::Period(start, end, ..) => Period::show_of(start.when(), end.when(), lang),
        Value::Duration(delay) => delay.show(lang),
        Value::Amount(..) => show_amount(seen, lang),
        Value::ShareOfMoney(..) | Value::Money(..) => seen.money().map(|money| money.show(lang)).unwrap_or_default(),
        Value::ShareOf(percent, section) => percent.show_of(section, lang),
        Value::Reading(_) => number::show(seen, None, lang),
        Value::After(_, delay) => {
            let date = seen.when().map(|when| format!(" ({})", when.show(lang))).unwrap_or_default();
            format!("{} + {}{date}", name::show(seen, lang), delay.show(lang))
        }
        Value::Open => "…".to_owned(),
        Value::Continuous => lang.of("en continu", "continuous").to_owned(),
        Value::Pair(joint, _) => show_pair(seen, joint, lang),
        Value::Name(_) => name::show(seen, lang),
        Value::Depend(_, start, delay, waits) => name::show_dependency(seen, start, delay, waits, lang),
        Value::List(..) => seen.members().map(|member| show(member, lang)).collect::<Vec<_>>().join(", "),
    }
}

/// `2027 – 2029 : 120 000 €`
fn show_amount(seen: Seen<'_>, lang: Lang) -> String {
    let (Some((first, last, in_all)), Some(money)) = (seen.years(), seen.money()) else { return String::new() };
    let years = if first == last { first.to_string() } else { format!("{first} – {last}") };
    let all = if in_all { lang.of(" au total", " in all") } else { "" };
    format!("{years}{} {}{all}", lang.of("\u{a0}:", ":"), money.show(lang))
}

fn show_pair(seen: Seen<'_>, joint: Joint, lang: Lang) -> String {
    let Some([first, second]) = seen.both() else { return String::new() };
    match (joint, first.cell.value) {
        (Joint::Range, Value::Reading(_)) => number::show(seen, None, lang),
        (Joint::Range, Value::Amount(..)) => show_amount(seen, lang),
        (Joint::Range, _) => seen.money().map(|money| money.show(lang)).unwrap_or_default(),
        (Joint::Ends, _) if first.cell == second.cell => show(first, lang),
        (Joint::Ends, _) if second.cell.value == Value::Open => {
            lang.of(format!("à partir de {}", show(first, lang)), format!("from {} on", show(first, lang)))
        }
        (Joint::Ends, _) => format!("{} – {}", show(first, lang), show(second, lang)),
        (Joint::Instead, _) => {
            let (now, before) = (show(first, lang), show(second, lang));
            lang.of(format!("{now} (au lieu de {before})"), format!("{now} (instead of {before})"))
        }
    }
}

/// The same value in the export: the same in both languages.
pub fn json(seen: Seen<'_>) -> Json {
    match seen.cell.value {
        Value::Unknown | Value::Undefined => Json::Null,
        Value::Flag => true.into(),
        Value::Answer(answer) => answer.into(),
        Value::Every(delay) => delay.json(),
        Value::Capacity(first, last, share) => {
            serde_json::json!({ "first": first, "last": last, "fte": share.normalize().to_string() })
        }
        Value::Effort(_, share) => serde_json::json!({ "who": name::json(seen), "fte": share.normalize().to_string() }),
        Value::Votes(votes, against, abstentions) => serde_json::json!({ "for": votes, "against": against, "abstentions": abstentions }),
        Value::Text | Value::Library => Json::String(seen.text().into_owned()),
        Value::Word(number) => seen.row.words().get(number as usize).map_or(Json::Null, |word| word.en.into()),
        Value::Number(number) => number.into(),
        Value::Date(day) => day.when().json(),
        Value::Period(start, end, ..) => serde_json::json!({ "start": start.when().json(), "end": end.when().json() }),
        Value::Duration(delay) => delay.json(),
        Value::Amount(..) | Value::ShareOfMoney(..) | Value::Money(..) => json_of_money(seen),
        Value::ShareOf(percent, section) => serde_json::json!({ "percent": percent.json(), "of": section.map_or("total", Section::code) }),
        Value::Reading(reading) => reading.json(number::unit_of(seen).as_deref()),
        Value::After(_, delay) => {
            let date = seen.when().map_or(Json::Null, |when| when.json());
            serde_json::json!({ "after": name::json(seen), "delay": delay.json(), "date": date })
        }
        Value::Open => Json::Null,
        Value::Continuous => serde_json::json!({ "continuous": true }),
        Value::Pair(joint, _) => {
            let Some([first, second]) = seen.both() else { return Json::Null };
            match (joint, first.cell.value) {
                (Joint::Range, Value::Reading(_)) => serde_json::json!({ "low": json(first), "high": json(second) }),
                (Joint::Range, _) => json_of_money(seen),
                (Joint::Ends, _) => serde_json::json!({ "start": json(first), "end": json(second) }),
                (Joint::Instead, _) => serde_json::json!({ "now": json(first), "before": json(second) }),
            }
        }
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

/// A sum of money; of an amount by year, with its years; of a share, as an object. Plain euros stand as a number.
fn json_of_money(seen: Seen<'_>) -> Json {
    let Some(money) = seen.money() else { return Json::Null };
    let plain = money.json();
    let key = if plain.is_string() { "euros" } else { "money" };
    match (seen.years(), seen.row.of) {
        (Some((first, last, false)), _) => serde_json::json!({ "first": first, "last": last, key: plain }),
        (Some((first, last, true)), _) => serde_json::json!({ "first": first, "last": last, key: plain, "in all": true }),
        (None, Type::Share) => serde_json::json!({ key: plain }),
        (None, _) => plain,
    }
}
