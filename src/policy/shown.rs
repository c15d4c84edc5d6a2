//! A value as a reader of that language has it: amounts, dates by grain, words, things by their titles, lists.

use rust_decimal::Decimal;

use super::column::{Col, Data, FALSE, HIGHEST, LOWEST, NOBODY, Num, OTHER, TRUE, Txt, UNKNOWN, UNKNOWN_ID};
use super::days;
use super::facts::World;
use super::kinds::{Item, Ty, Words};
use super::typing::months_and_days;
use crate::diagnostic::Lang;
use crate::plan::{Grain, Money, TimeUnit, When, decimal};

/// No more members of a list are named; the rest is counted.
const MOST: usize = 10;

pub fn show(world: &World<'_>, ty: Ty, col: &Col, row: usize, lang: Lang) -> String {
    match ty {
        Ty::Yes => match col.truth(row) {
            TRUE => lang.of("oui", "yes").to_owned(),
            UNKNOWN => unknown(lang),
            _ => lang.of("non", "no").to_owned(),
        },
        Ty::Text => match col.text(row) {
            Txt::Is(text) => text.to_string(),
            Txt::Absent => nothing(lang),
            Txt::Unknown => unknown(lang),
        },
        Ty::Period => match &*col.data {
            Data::Period(start, end) => {
                let at = if col.single { 0 } else { row };
                let (start, end) = (number(world, Ty::Date, start.get(at), lang), number(world, Ty::Date, end.get(at), lang));
                if start == end { start } else { format!("{start} – {end}") }
            }
            _ => unknown(lang),
        },
        Ty::Word(words) => one(world, Item::Word(words), col.id(row), lang),
        Ty::Thing(kind) => one(world, Item::Thing(kind), col.id(row), lang),
        Ty::List(item) => {
            let (items, open) = col.list(row);
            let mut words: Vec<String> = items.iter().take(MOST).map(|id| one(world, item, *id, lang)).collect();
            let more = items.len().saturating_sub(MOST);
            if more > 0 {
                words.push(lang.of(format!("{more} autres"), format!("{more} others")));
            }
            if open != FALSE {
                words.push(lang.of("peut-être d'autres", "maybe others").to_owned());
            }
            joined(&words, lang)
        }
        ty => number(world, ty, col.num(row), lang),
    }
}

/// `A, B et C`
pub fn joined(words: &[String], lang: Lang) -> String {
    match words {
        [] => nothing(lang),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {} {last}", first.join(", "), lang.of("et", "and")),
    }
}

fn one(world: &World<'_>, item: Item, id: i32, lang: Lang) -> String {
    match (item, id) {
        (Item::Year, year) => year.to_string(),
        (_, NOBODY) => nothing(lang),
        (_, UNKNOWN_ID) => unknown(lang),
        (_, OTHER) => lang.of("autre", "other").to_owned(),
        (Item::Word(Words::Role), id) => Words::Role.rows().get(id as usize).map_or_else(String::new, |word| word.fr.to_uppercase()),
        (Item::Word(words), id) => words.rows().get(id as usize).map_or_else(String::new, |word| word.spelling(lang).replace('-', " ")),
        (Item::Thing(kind), id) if id >= 0 => world.rows.title(world.facts, kind, id as u32, lang),
        (Item::Thing(_), id) if world.absent_name(id).is_some() => {
            world.absent_name(id).map_or_else(String::new, |(kind, name)| super::names::title(kind, &name))
        }
        _ => unknown(lang),
    }
}

pub fn unknown(lang: Lang) -> String {
    lang.of("inconnu", "unknown").to_owned()
}

fn nothing(lang: Lang) -> String {
    lang.of("rien", "none").to_owned()
}

pub fn number(world: &World<'_>, ty: Ty, num: Num, lang: Lang) -> String {
    if num.is_absent() {
        return nothing(lang);
    }
    let point = |value: i64| scalar(world, ty, value, lang);
    match (num.low, num.high) {
        _ if ty == Ty::Date && num.low != LOWEST && num.high != HIGHEST => date(num, lang),
        (LOWEST, HIGHEST) => unknown(lang),
        (0, HIGHEST) if num.is_unknown() => unknown(lang),
        (low, HIGHEST) => lang.of(format!("au moins {}", point(low)), format!("at least {}", point(low))),
        (LOWEST, high) => lang.of(format!("au plus {}", point(high)), format!("at most {}", point(high))),
        (low, high) if low == high => point(low),
        (low, high) => lang.of(format!("{} à {}", point(low), point(high)), format!("{} to {}", point(low), point(high))),
    }
}

fn scalar(world: &World<'_>, ty: Ty, value: i64, lang: Lang) -> String {
    match ty {
        Ty::Money | Ty::MoneyHt | Ty::MoneyTtc => {
            let money = Money { currency: world.facts.plan.currency(), ..Money::euros(Decimal::new(value, 2)) };
            let mark = match ty {
                Ty::MoneyHt => lang.of(" HT", " excl. VAT"),
                Ty::MoneyTtc => lang.of(" TTC", " incl. VAT"),
                _ => "",
            };
            format!("{}{mark}", money.show(lang))
        }
        Ty::Share => {
            let number = decimal(Decimal::new(value, 4).round_dp(1), lang);
            lang.of(format!("{number}\u{a0}%"), format!("{number}%"))
        }
        Ty::Fte => format!("{} {}", decimal(Decimal::new(value, 6).round_dp(2), lang), lang.of("ETP", "FTE")),
        Ty::Year => value.to_string(),
        Ty::Quarter => format!("{}{} {}", lang.of("T", "Q"), value.rem_euclid(4) + 1, value.div_euclid(4)),
        Ty::Duration => duration(value, lang),
        _ => decimal(Decimal::new(value, 6), lang),
    }
}

fn duration(value: i64, lang: Lang) -> String {
    let (months, of_days) = months_and_days(value);
    let count = |count: i64, unit: TimeUnit| format!("{count} {}", unit.show(count.abs() > 1, lang));
    match (months, of_days) {
        (0, of_days) => count(of_days, TimeUnit::Day),
        (months, 0) if months % 12 == 0 => count(months / 12, TimeUnit::Year),
        (months, 0) => count(months, TimeUnit::Month),
        (months, of_days) => format!("{} {} {}", count(months, TimeUnit::Month), lang.of("et", "and"), count(of_days, TimeUnit::Day)),
    }
}

/// By its grain: a day, a month, a quarter, a half-year, a year; else from one day to another.
fn date(num: Num, lang: Lang) -> String {
    let (first, last) = (days::date(num.low), days::date(num.high));
    let whole = [
        Some(When::day(first)),
        When::month(first.year(), first.month()),
        When::quarter(first.year(), (first.month() + 2) / 3),
        When::semester(first.year(), (first.month() + 5) / 6),
        When::year(first.year()),
    ];
    let same = |when: &When| when.first == first && when.last == last;
    match whole.into_iter().flatten().find(same) {
        Some(when) => when.show(lang),
        None => {
            let [from, to] = [first, last].map(|day| When { first: day, last: day, grain: Grain::Day, about: false }.show(lang));
            format!("{from} – {to}")
        }
    }
}
