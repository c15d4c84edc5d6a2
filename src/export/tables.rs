//! `export --format csv`: a table for each concept that the plan holds, a row for each thing.

use serde_json::Value as Json;

use super::paths::Paths;
use super::{computed, exported, fields, key, readable, undefined, unknown, word};
use crate::analysis::Analysis;
use crate::language::{CONCEPTS, ConceptRow, FieldRow, Type};
use crate::plan::Entity;
use crate::text::in_a_spreadsheet;

/// The name of each file, and what it holds.
pub fn tables(analysis: &Analysis) -> csv::Result<Vec<(String, Vec<u8>)>> {
    let paths = Paths::of(analysis);
    let mut found = Vec::new();
    for row in CONCEPTS {
        let entities: Vec<Entity<'_>> = exported(analysis).filter(|entity| entity.is(row.concept)).collect();
        if !entities.is_empty() {
            found.push((word(row) + ".csv", table(analysis, &paths, row, &entities)?));
        }
    }
    Ok(found)
}

fn table(analysis: &Analysis, paths: &Paths, row: &ConceptRow, entities: &[Entity<'_>]) -> csv::Result<Vec<u8>> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let columns = || fields(row, false).chain(fields(row, true));
    let head = ["path", "parent", "name", "title", "doc"].into_iter().chain(columns().map(|(_, field)| key(field)));
    writer.write_record(head.chain(["unknown", "undefined", "notes"]))?;
    for entity in entities {
        let own = [
            paths.get(*entity).to_owned(),
            entity.parent().map_or("", |parent| paths.get(parent)).to_owned(),
            entity.name().unwrap_or_default().to_owned(),
            entity.title().is().unwrap_or_default().into_owned(),
            entity.doc().unwrap_or_default(),
        ];
        let value = |at| entity.seen(at).and_then(readable).or_else(|| computed(analysis, *entity, at));
        let values = columns().map(|(at, field)| value(at).map_or(String::new(), |value| shown(&value, field)));
        let notes = entity.notes().map(|(at, note)| format!("{}: {note}", key(&row.fields[at as usize]))).collect::<Vec<_>>();
        let rest = [unknown(*entity).join(BETWEEN), undefined(*entity).join(BETWEEN), notes.join("\n")];
        writer.write_record(own.into_iter().chain(values).chain(rest).map(in_a_spreadsheet))?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

const BETWEEN: &str = "; ";

/// A value in one cell, spelt as an English plan spells it; the members of a list one behind the other.
fn shown(value: &Json, field: &FieldRow) -> String {
    match value {
        Json::Array(members) => members.iter().map(|member| one(member, field.of)).collect::<Vec<_>>().join(BETWEEN),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) | Json::Object(_) => one(value, field.of),
    }
}

fn one(value: &Json, of: Type) -> String {
    let part = |key: &str| plain(&value[key]);
    match of {
        Type::Text | Type::Name | Type::Names | Type::People | Type::Word(_) | Type::Words(_) | Type::Number | Type::Library => {
            plain(value)
        }
        Type::Money => money_of(value),
        Type::Flag | Type::Answer | Type::Texts | Type::Tags => plain(value),
        Type::Every => format!("every {}", duration(value)),
        Type::Capacities => {
            let years = if value["first"] == value["last"] { part("first") } else { format!("{} .. {}", part("first"), part("last")) };
            format!("{years}: {} fte", part("fte"))
        }
        Type::Efforts => format!("{} {} fte", part("who"), part("fte")),
        Type::Votes => format!("for {}, against {}, abstentions {}", part("for"), part("against"), part("abstentions")),
        Type::Date => moment(value),
        Type::Period => period(value),
        Type::Duration => duration(value),
        Type::Dependencies => {
            let moment = if value["moment"] == "start" { " start" } else { "" };
            let delay = if value["delay"].is_null() { String::new() } else { format!(" + {}", duration(&value["delay"])) };
            let waits = match value["for"].as_str() {
                Some("start") | None => String::new(),
                Some(what) => format!(" for {}", what.rsplit('.').next().unwrap_or(what)),
            };
            format!("{}{moment}{delay}{waits}", part("on"))
        }
        Type::Amounts => {
            let years = if value["first"] == value["last"] { part("first") } else { format!("{} .. {}", part("first"), part("last")) };
            let all = if value["in all"] == true { " in all" } else { "" };
            format!("{years}: {}{all}", money(value))
        }
        Type::Share if value["percent"].is_null() => money(value),
        Type::Share => format!("{} % of {}", part("percent"), part("of")),
        Type::Value if value["low"].is_object() => format!("{} .. {}", reading(&value["low"]), reading(&value["high"])),
        Type::Value if value.is_object() => reading(value),
        Type::Value if value.is_boolean() => if value == true { "yes" } else { "no" }.to_owned(),
        Type::Value => plain(value),
    }
}

/// A sum of euros, or an object with more.
fn money(value: &Json) -> String {
    match (&value["euros"], &value["money"]) {
        (Json::String(euros), _) => format!("{euros} €"),
        (_, more) => money_of(more),
    }
}

/// `120000`, `about 120000 .. 180000 GBP HT`
fn money_of(value: &Json) -> String {
    if !value.is_object() {
        return plain(value);
    }
    let about = if value["about"] == true { "about " } else { "" };
    let number =
        if value["low"] == value["high"] { plain(&value["low"]) } else { format!("{} .. {}", plain(&value["low"]), plain(&value["high"])) };
    let tax = value["tax"].as_str().map(|tax| format!(" {tax}")).unwrap_or_default();
    format!("{about}{number} {}{tax}", plain(&value["currency"]))
}

fn reading(value: &Json) -> String {
    let bound = match value["bound"].as_str() {
        Some("exactly") | None => String::new(),
        Some(bound) => format!("{bound} "),
    };
    let number = plain(&value["number"]);
    let sign = if value["relative"] == true && !number.starts_with('-') { "+" } else { "" };
    let unit = value["unit"].as_str().map(|unit| format!(" {unit}")).unwrap_or_default();
    format!("{bound}{sign}{number}{unit}")
}

/// A date, one counted from something, or one instead of another.
fn moment(value: &Json) -> String {
    if value.is_null() {
        return String::new();
    }
    match (&value["after"], &value["now"]) {
        (Json::String(after), _) => format!("{after} + {}", duration(&value["delay"])),
        (_, now) if now.is_object() => format!("{} instead of {}", moment(now), moment(&value["before"])),
        _ => date(value),
    }
}

fn period(value: &Json) -> String {
    if value["continuous"] == true {
        return "continuous".to_owned();
    }
    if value["count"].is_number() {
        return format!("every {}", duration(value));
    }
    if value["now"].is_object() {
        return format!("{} instead of {}", period(&value["now"]), period(&value["before"]));
    }
    format!("{} .. {}", moment(&value["start"]), moment(&value["end"]))
}

fn duration(value: &Json) -> String {
    format!("{} {}", plain(&value["count"]), plain(&value["unit"]))
}

/// `2027`, `2027-Q2`, `2027-04`, `2027-04-12`: as precise as it was written.
fn date(value: &Json) -> String {
    let first = plain(&value["first"]);
    let (year, rest) = first.split_at_checked(4).unwrap_or((&first, ""));
    if value["about"] == true {
        let mut exactly = value.clone();
        exactly["about"] = false.into();
        return format!("about {}", date(&exactly));
    }
    match value["grain"].as_str() {
        Some("year") => year.to_owned(),
        Some("quarter") => {
            let month: usize = rest.get(1..3).and_then(|month| month.parse().ok()).unwrap_or(1);
            format!("{year}-Q{}", month.div_ceil(3))
        }
        Some("semester") => format!("{year}-S{}", if rest.starts_with("-01") { 1 } else { 2 }),
        Some("month") => first.get(..7).unwrap_or(&first).to_owned(),
        _ => first,
    }
}

/// A text without its quotes; anything else as JSON writes it.
fn plain(value: &Json) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
