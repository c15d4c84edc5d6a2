//! Days, months, quarters and years; and the time from one to another.

use std::borrow::Cow;

use jiff::ToSpan;
use jiff::civil::Date;
use serde_json::Value as Json;

use super::super::read::{Reader, Refusal, refuse};
use super::super::said;
use super::super::spelling::Spelt;
use super::super::store::{Cell, Joint, Local, Reference, Value};
use super::duration::{self, Delay, TimeUnit};
use super::flag;
use crate::diagnostic::{Diagnostic, Lang, Say, Spoken, rules, suggest};
use crate::language::{Concept, FieldRow, Row, Type, Word};
use crate::say;
use crate::syntax::{PartKind, normal};
use crate::text::Span;

/// How precisely a date was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Grain {
    Day,
    Month,
    Quarter,
    Semester,
    Year,
}

/// A date as it is stored: its first day and its grain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day {
    pub first: Date,
    pub grain: Grain,
    pub about: bool,
}

/// A date as written: `2027-03` is every day from its first to its last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct When {
    pub first: Date,
    pub last: Date,
    pub grain: Grain,
    /// `about 2027`: the one before and the one after may be meant.
    pub about: bool,
}

impl Day {
    pub fn when(self) -> When {
        let (year, month) = (self.first.year(), self.first.month());
        let whole = match self.grain {
            Grain::Day => None,
            Grain::Month => When::month(year, month),
            Grain::Quarter => When::quarter(year, (month + 2) / 3),
            Grain::Semester => When::semester(year, (month + 5) / 6),
            Grain::Year => When::year(year),
        };
        When { about: self.about, ..whole.unwrap_or(When::day(self.first)) }
    }
}

impl When {
    pub fn day(date: Date) -> When {
        When { first: date, last: date, grain: Grain::Day, about: false }
    }

    pub fn year(year: i16) -> Option<When> {
        Some(When { first: Date::new(year, 1, 1).ok()?, last: Date::new(year, 12, 31).ok()?, grain: Grain::Year, about: false })
    }

    pub fn month(year: i16, month: i8) -> Option<When> {
        let first = Date::new(year, month, 1).ok()?;
        Some(When { first, last: first.last_of_month(), grain: Grain::Month, about: false })
    }

    pub fn quarter(year: i16, quarter: i8) -> Option<When> {
        if !(1..=4).contains(&quarter) {
            return None;
        }
        let first = Date::new(year, quarter * 3 - 2, 1).ok()?;
        let last = Date::new(year, quarter * 3, 1).ok()?.last_of_month();
        Some(When { first, last, grain: Grain::Quarter, about: false })
    }

    pub fn semester(year: i16, semester: i8) -> Option<When> {
        if !(1..=2).contains(&semester) {
            return None;
        }
        let first = Date::new(year, semester * 6 - 5, 1).ok()?;
        let last = Date::new(year, semester * 6, 1).ok()?.last_of_month();
        Some(When { first, last, grain: Grain::Semester, about: false })
    }

    /// As the language writes it.
    fn written(&self) -> String {
        let (year, month) = (self.first.year(), self.first.month());
        match self.grain {
            Grain::Year => year.to_string(),
            Grain::Quarter => format!("{year}-T{}", (month + 2) / 3),
            Grain::Semester => format!("{year}-S{}", (month + 5) / 6),
            Grain::Month => format!("{year}-{month:02}"),
            Grain::Day => self.first.to_string(),
        }
    }

    /// So long after it. A year shifted by months is a year no more: it is told by its days.
    pub fn plus(self, delay: Delay) -> When {
        let whole = match delay.unit {
            TimeUnit::Year => true,
            TimeUnit::Month => self.grain == Grain::Month,
            TimeUnit::Week | TimeUnit::Day => false,
        };
        let grain = if whole { self.grain } else { Grain::Day };
        When { first: delay.after(self.first), last: delay.after(self.last), grain, about: self.about }
    }

    fn stored(self) -> Day {
        Day { first: self.first, grain: self.grain, about: self.about }
    }

    /// Surely before: every reading of `self` is before every reading of `other`.
    pub fn before(&self, other: &When) -> bool {
        self.reach().1 < other.reach().0
    }

    /// The first and the last day that may be meant.
    pub fn reach(&self) -> (Date, Date) {
        if !self.about {
            return (self.first, self.last);
        }
        let margin = match self.grain {
            Grain::Day => 15.days(),
            Grain::Month => 1.month(),
            Grain::Quarter => 3.months(),
            Grain::Semester => 6.months(),
            Grain::Year => 1.year(),
        };
        let (before, after) = (self.first.checked_sub(margin), self.last.checked_add(margin));
        (before.unwrap_or(self.first), after.unwrap_or(self.last))
    }

    /// As people of that language write it: `mars 2027`, `T2 2027`, `12/03/2027`.
    pub fn show(&self, lang: Lang) -> String {
        let (year, month) = (self.first.year(), self.first.month());
        if self.about {
            let exactly = When { about: false, ..*self }.show(lang);
            return lang.of(format!("vers {exactly}"), format!("about {exactly}"));
        }
        match self.grain {
            Grain::Year => year.to_string(),
            Grain::Quarter => format!("{}{} {year}", lang.of("T", "Q"), (month + 2) / 3),
            Grain::Semester => match ((month + 5) / 6, lang) {
                (1, Lang::Fr) => format!("1er semestre {year}"),
                (_, Lang::Fr) => format!("2e semestre {year}"),
                (1, Lang::En) => format!("first half of {year}"),
                (_, Lang::En) => format!("second half of {year}"),
            },
            Grain::Month => format!("{} {year}", month_name(month, lang)),
            Grain::Day => format!("{} {} {year}", day_number(self.first.day(), lang), month_name(month, lang)),
        }
    }

    pub fn json(&self) -> Json {
        let grain = match self.grain {
            Grain::Day => "day",
            Grain::Month => "month",
            Grain::Quarter => "quarter",
            Grain::Semester => "semester",
            Grain::Year => "year",
        };
        serde_json::json!({ "first": self.first.to_string(), "last": self.last.to_string(), "grain": grain, "about": self.about })
    }
}

impl Spoken for When {
    fn spoken(&self, lang: Lang) -> String {
        self.show(lang)
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
    pub start_span: Span,
    pub end_span: Span,
}

impl Period {
    pub fn span(&self) -> Span {
        self.start_span.to(self.end_span)
    }

    /// From its first day to its last, as one date that is not known better.
    pub fn whole(&self) -> When {
        When { last: self.end.last, ..self.start }
    }

    /// Surely outside: every reading of `when` lies before the start or after the end.
    pub fn excludes(&self, when: &When) -> bool {
        when.before(&self.start) || self.end.before(when)
    }

    pub fn show(&self, lang: Lang) -> String {
        Period::show_of(self.start, self.end, lang)
    }

    pub fn show_of(start: When, end: When, lang: Lang) -> String {
        let (start, end) = (start.show(lang), end.show(lang));
        if start == end { start } else { format!("{start} – {end}") }
    }
}

// --- reading --------------------------------------------------------------------------------------------------------

/// A date, or one instead of another: `2028-03 instead of 2027-12`.
pub fn read(reader: &mut Reader<'_>) -> Option<Cell> {
    let now = moment(reader)?;
    if reader.peek().is_none() || reader.take_phrase(&[Word::Instead]).is_none() {
        return Some(now);
    }
    let before = moment(reader)?;
    Some(reader.pair(Joint::Instead, now, before))
}

/// A date, or so long after something: `adoption + 12 months`.
fn moment(reader: &mut Reader<'_>) -> Option<Cell> {
    if let Some(after) = after(reader) {
        return after;
    }
    date(reader).map(|(when, span)| Cell { span, value: Value::Date(when.stored()) })
}

/// The outer nothing: it is none. The inner: it was told why it cannot be read.
fn after(reader: &mut Reader<'_>) -> Option<Option<Cell>> {
    let [name, plus, ..] = reader.parts.get(reader.at..)? else { return None };
    if (name.kind, plus.kind) != (PartKind::Word, PartKind::Plus) {
        return None;
    }
    let span = reader.span(name);
    reader.references.push(Reference { span, row: &MOMENTS, within: None, quiet: false });
    let number = reader.references.len() as u32 - 1;
    reader.at += 2;
    Some(duration::duration(reader).map(|(delay, end)| Cell { span: span.to(end), value: Value::After(number, delay) }))
}

/// What a date may be counted from.
static MOMENTS: FieldRow =
    FieldRow::new(&["after"], &["après"], Type::Name, "What the date is counted from.", "Ce à partir de quoi la date se compte.").names(&[
        Concept::Decision,
        Concept::Milestone,
        Concept::Goal,
        Concept::Action,
    ]);

/// `2027-01 .. 2028-06`, `2027`, `2027-01 ..`, `inconnu .. 2028`, `continuous`, `every 3 months`; one instead of another.
pub fn read_period(reader: &mut Reader<'_>) -> Option<Cell> {
    let now = span(reader)?;
    if reader.peek().is_none() || reader.take_phrase(&[Word::Instead]).is_none() {
        return Some(now);
    }
    let before = span(reader)?;
    Some(reader.pair(Joint::Instead, now, before))
}

fn span(reader: &mut Reader<'_>) -> Option<Cell> {
    let place = reader.place();
    if reader.next_is(PartKind::Word) {
        if reader.take_phrase(&[Word::Continuous]).is_some() {
            let end = reader.parts[reader.at - 1].end;
            return Some(Cell { span: Local::new(place.start, end), value: Value::Continuous });
        }
        if reader.peek().is_some_and(|part| crate::language::word(reader.written(part), &[Word::Every]).is_some()) {
            return duration::read_every(reader);
        }
    }
    let start = bound(reader);
    let dots = reader.place();
    if reader.take(PartKind::Range).is_none() {
        if let Some(start) = start {
            // In a head, what follows is the head's affair.
            let head = matches!(reader.row, Row::Concept(_));
            if reader.peek().is_none() || head || ends_here(reader) {
                return Some(match start.value {
                    // One date alone: the whole of that day, month, quarter or year.
                    Value::Date(day) => {
                        let bytes = (start.span.end - start.span.start) as u16;
                        Cell { span: start.span, value: Value::Period(day, day, bytes, bytes) }
                    }
                    Value::After(..) => Cell { span: start.span, ..reader.pair(Joint::Ends, start, start) },
                    _ => start,
                });
            }
            reader.missing(say!("`..` entre le début et la fin"; "`..` between start and end"));
        }
        reader.at = reader.parts.len();
        return None;
    }
    let end = match reader.peek().is_none() || ends_here(reader) {
        true => Some(Cell { span: dots, value: Value::Open }),
        false => bound(reader),
    };
    let (start, end) = (start?, end?);
    let bytes = |span: Local| (span.end - span.start) as u16;
    Some(match (start.value, end.value) {
        (Value::Date(first), Value::Date(last)) => {
            Cell { span: start.span.to(end.span), value: Value::Period(first, last, bytes(start.span), bytes(end.span)) }
        }
        _ => reader.pair(Joint::Ends, start, end),
    })
}

/// Does a period that needs no more end before what stands here?
fn ends_here(reader: &Reader<'_>) -> bool {
    let folded = |ahead: usize| reader.parts.get(reader.at + ahead).map(|part| suggest::fold(reader.written(part)));
    matches!((folded(0).as_deref(), folded(1).as_deref()), (Some("instead"), Some("of")) | (Some("au"), Some("lieu")))
}

/// One end of a period: a date, or that it is not known.
fn bound(reader: &mut Reader<'_>) -> Option<Cell> {
    match flag::read_undefined(reader) {
        Some(undefined) => Some(undefined),
        None => moment(reader),
    }
}

/// A date, `about` it or not.
pub fn date(reader: &mut Reader<'_>) -> Option<(When, Local)> {
    let from = reader.place();
    let about = reader.parts.get(reader.at + 1).is_some() && reader.take_phrase(&[Word::About]).is_some();
    let (when, span) = exact_date(reader)?;
    Some((When { about, ..when }, if about { from.to(span) } else { span }))
}

fn exact_date(reader: &mut Reader<'_>) -> Option<(When, Local)> {
    if let Some((mended, taken)) = dashed(reader) {
        let message = say!("Dans une date, il faut un trait d'union, et non un tiret."; "A date takes hyphens, not dashes.");
        respelled(reader, mended, taken, message);
        return None;
    }
    if let Some((mended, taken)) = spelled(reader) {
        let message = say!("Les dates s'écrivent en chiffres, l'année d'abord."; "Dates are written in digits, the year first.");
        respelled(reader, mended, taken, message);
        return None;
    }
    match reader.take(PartKind::Literal) {
        Some(part) => {
            let span = reader.span(part);
            match literal(reader.written(part)) {
                Ok(when) => {
                    if let Some(letter) = reader.written(part).rfind(['T', 't', 'Q', 'q']) {
                        let letter = part.start + letter as u32;
                        reader.spelt(Local::new(letter, letter + 1), Spelt::Quarter);
                    }
                    Some((when, span))
                }
                Err(refusal) => {
                    reader.refused(*refusal, span);
                    None
                }
            }
        }
        None => {
            match in_words(reader) {
                Some((mended, taken)) => {
                    let message =
                        say!("Les dates s'écrivent en chiffres, l'année d'abord."; "Dates are written in digits, the year first.");
                    respelled(reader, mended, taken, message);
                }
                None => reader.missing(say!("une date (`2027-03`)"; "a date (`2027-03`)")),
            }
            None
        }
    }
}

/// `fin 2028`, `end of March 2028`: the longest run of parts that says a date.
fn in_words(reader: &Reader<'_>) -> Option<(String, usize)> {
    /// No date takes more parts.
    const MOST: usize = 6;
    let rest = &reader.parts[reader.at..];
    // What leads a date in, twice, is no date in words.
    let small = ["au", "le", "la", "en", "du", "de", "a", "on", "in", "by", "the"];
    let first =
        rest.first().filter(|part| part.kind == PartKind::Word && !small.contains(&suggest::fold(reader.written(part)).as_str()))?;
    (1..=rest.len().min(MOST)).rev().find_map(|count| {
        let text = reader.slice(Local::new(first.start, rest[count - 1].end));
        Some((said::date(&said::tokens(text), reader.lang())?, count))
    })
}

/// A date that takes so many parts, and how the language writes it.
fn respelled(reader: &mut Reader<'_>, mended: String, taken: usize, message: Say) {
    let span = reader.span(&reader.parts[reader.at]).to(reader.span(&reader.parts[reader.at + taken - 1]));
    let mended = mended.replace('T', reader.lang().of("T", "Q"));
    reader.at += taken;
    reader.report(
        Diagnostic::new(&rules::NOT_A_DATE, reader.place_of(span), message, say!("Écrivez `{mended}`."; "Write `{mended}`.", mended)).fix(
            say!("Écrire `{mended}`"; "Write `{mended}`", mended),
            reader.place_of(span),
            mended.clone(),
        ),
    );
}

/// `2027–03`, `2027−03–29`: dashes for hyphens. `2027-01–06` may as well be two months, unless it is one end of a period.
fn dashed(reader: &Reader<'_>) -> Option<(String, usize)> {
    const DASHES: [&str; 4] = ["–", "—", "−", "-"];
    let part = |ahead: usize| reader.parts.get(reader.at + ahead);
    let is_dash = |ahead: usize| {
        part(ahead).is_some_and(|part| matches!(part.kind, PartKind::Range | PartKind::Minus) && DASHES.contains(&reader.written(part)))
    };
    let digits = |ahead: usize| part(ahead).filter(|part| part.kind == PartKind::Literal).map(|part| normal(reader.written(part)));
    let mut taken = 1;
    if !is_dash(taken) {
        return None; // most dates stop here
    }
    let mut joined = digits(0)?.into_owned();
    while let (true, Some(more)) = (is_dash(taken), digits(taken + 1).filter(|more| matches!(more.find('-').unwrap_or(more.len()), 1 | 2)))
    {
        joined = format!("{joined}-{more}");
        taken += 2;
    }
    let ends = reader.parts[reader.at.saturating_sub(1)..]
        .iter()
        .filter(|part| part.kind == PartKind::Range && !DASHES.contains(&reader.written(part)));
    let months = taken == 3
        && digits(0)?.contains('-')
        && ends.count() == 0
        && is_dash(1)
        && matches!(reader.row.field().map(|field| field.of), Some(Type::Period));
    let when = literal(&joined).ok().filter(|_| taken > 1 && !months)?;
    Some((when.written(), taken))
}

/// `mars 2027`, `15 mars 2027`, `March 15, 2027`, `T2 2027`: a date in words, as the language writes it, and how many parts it takes.
fn spelled(reader: &Reader<'_>) -> Option<(String, usize)> {
    // There is a word in it, first or second: most dates stop here.
    let word = |ahead: usize| reader.parts.get(reader.at + ahead).is_some_and(|part| part.kind == PartKind::Word);
    if !word(0) && !word(1) {
        return None;
    }
    let written = |ahead: usize| reader.parts.get(reader.at + ahead).map(|part| reader.written(part));
    let year = |ahead: usize| written(ahead).filter(|text| text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit()));
    // `le 15 mars 2027`
    let article = usize::from(written(0).is_some_and(|word| matches!(word, "le" | "Le" | "the" | "The")));
    let (one, two, three) = (article, article + 1, article + 2);
    let first = suggest::fold(written(one)?);
    if let Some(month) = month_number(&first) {
        if let Some(year) = year(two) {
            return Some((format!("{year}-{month:02}"), two + 1));
        }
        let comma = usize::from(written(three) == Some(","));
        let (day, year) = (day_of_month(&suggest::fold(written(two)?))?, year(three + comma)?);
        return Some((format!("{year}-{month:02}-{day:02}"), three + comma + 1));
    }
    if let (Some(quarter), Some(year)) = (first.strip_prefix(['t', 'q']).filter(|digit| matches!(*digit, "1" | "2" | "3" | "4")), year(two))
    {
        return Some((format!("{year}-T{quarter}"), two + 1));
    }
    // `T2.2027`, `mars-2027`
    if let Some((before, year)) =
        first.split_once(['.', '-']).filter(|(_, year)| year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()))
    {
        let quarter = before.strip_prefix(['t', 'q']).filter(|digit| matches!(*digit, "1" | "2" | "3" | "4"));
        let month = month_number(before).map(|month| format!("{year}-{month:02}"));
        return quarter.map(|quarter| format!("{year}-T{quarter}")).or(month).map(|mended| (mended, one + 1));
    }
    let day = day_of_month(&first)?;
    let month = month_number(&suggest::fold(written(two)?))?;
    Some((format!("{}-{month:02}-{day:02}", year(three)?), three + 1))
}

/// `15`, `1er`, `2nd`
fn day_of_month(written: &str) -> Option<u8> {
    let digits = ["er", "st", "nd", "rd", "th"].into_iter().find_map(|end| written.strip_suffix(end)).unwrap_or(written);
    digits.parse().ok().filter(|day| (1..=31).contains(day))
}

/// The number of a month's folded name, in either language; its first letters will do (`janv`, `sept`).
pub fn month_number(name: &str) -> Option<u8> {
    let names = |lang: Lang| (1..=12).map(move |month| (month as u8, suggest::fold(month_name(month, lang))));
    let name = name.trim_end_matches('.');
    let mut found =
        names(Lang::Fr).chain(names(Lang::En)).filter(|(_, full)| name.len() >= 3 && full.starts_with(name)).map(|(month, _)| month);
    let first = found.next()?;
    found.all(|other| other == first).then_some(first)
}

/// A day, month, quarter or year. Years from 1900 to 2200: anything else is a slip. A hyphen may be a no-break one.
pub fn literal(text: &str) -> Result<When, Box<Refusal>> {
    if let Cow::Owned(typed) = normal(text) {
        return literal(&typed);
    }
    let how = || say!("Écrivez une année `2027`, un semestre `2027-S1`, un trimestre `2027-T2`, un mois `2027-03` ou un jour `2027-03-15`."; "Write a year `2027`, a semester `2027-S1`, a quarter `2027-Q2`, a month `2027-03` or a day `2027-03-15`.");
    let none = || say!("« {text} » n'est pas une date."; "\"{text}\" is not a date.", text);
    if let Some(day) = slashed(text) {
        return Err(Box::new(Refusal {
            rule: &rules::NOT_A_DATE,
            message: say!("« {text} » : les dates s'écrivent dans l'ordre année, mois, jour."; "\"{text}\": dates are written in the order year, month, day.", text),
            help: say!("Écrivez `{day}`."; "Write `{day}`.", day),
            replacement: Some(day),
            other: None,
        }));
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits < 4 {
        return refuse(&rules::NOT_A_DATE, none(), how());
    }
    let year: i16 = if digits == 4 { text[..4].parse().unwrap_or(0) } else { 0 };
    if !(1900..=2200).contains(&year) {
        let shown = &text[..digits];
        return refuse(
            &rules::NOT_A_DATE,
            say!("« {text} » : {shown} n'est pas une année plausible."; "\"{text}\": {shown} is no plausible year.", text, shown),
            how(),
        );
    }
    if text.len() == 4 {
        return Ok(When::year(year).expect("a year of the calendar"));
    }
    let Some(rest) = text[4..].strip_prefix('-') else { return refuse(&rules::NOT_A_DATE, none(), how()) };
    if let Some(quarter) = rest.strip_prefix(['T', 't', 'Q', 'q']) {
        return match number_of(quarter).and_then(|q| When::quarter(year, q)) {
            Some(when) => Ok(when),
            None => refuse(
                &rules::NOT_A_DATE,
                say!("« {text} » : un trimestre va de T1 à T4."; "\"{text}\": a quarter goes from Q1 to Q4.", text),
                how(),
            ),
        };
    }
    if let Some(semester) = rest.strip_prefix(['S', 's']) {
        return match number_of(semester).and_then(|semester| When::semester(year, semester)) {
            Some(when) => Ok(when),
            None => refuse(
                &rules::NOT_A_DATE,
                say!("« {text} » : un semestre va de S1 à S2."; "\"{text}\": a semester goes from S1 to S2.", text),
                how(),
            ),
        };
    }
    let (month, day) = rest.split_once('-').map_or((rest, None), |(month, day)| (month, Some(day)));
    let Some(month) = number_of(month) else { return refuse(&rules::NOT_A_DATE, none(), how()) };
    let Some(whole) = When::month(year, month) else {
        return refuse(
            &rules::NOT_A_DATE,
            say!("« {text} » : il n'y a pas de mois {month}."; "\"{text}\": there is no month {month}.", text, month),
            how(),
        );
    };
    let Some(day) = day else { return Ok(whole) };
    match number_of(day).map(|day| Date::new(year, month, day)) {
        Some(Ok(date)) => Ok(When::day(date)),
        Some(Err(_)) => {
            let last = whole.last.day();
            refuse(
                &rules::NOT_A_DATE,
                say!("« {text} » : ce mois n'a que {last} jours."; "\"{text}\": that month has only {last} days.", text, last),
                how(),
            )
        }
        None => refuse(&rules::NOT_A_DATE, none(), how()),
    }
}

fn number_of(digits: &str) -> Option<i8> {
    (matches!(digits.len(), 1 | 2) && digits.bytes().all(|b| b.is_ascii_digit())).then(|| digits.parse().ok()).flatten()
}

/// `12/03/2027`, `12.03.2027`, `03-2027`, `2027/03`, `2027.T3` as the language writes them.
fn slashed(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split(['/', '-', '.']).collect();
    let is_year = |part: &&str| part.len() == 4 && part.bytes().all(|b| b.is_ascii_digit());
    let other = text.contains(['/', '.']);
    let written = match parts.as_slice() {
        [day, month, year] if is_year(year) => format!("{year}-{:02}-{:02}", number_of(month)?, number_of(day)?),
        [month, year] if is_year(year) => format!("{year}-{:02}", number_of(month)?),
        [year, month, day] if is_year(year) && other => format!("{year}-{:02}-{:02}", number_of(month)?, number_of(day)?),
        [year, quarter] if is_year(year) && other && quarter.starts_with(['T', 't', 'Q', 'q']) => format!("{year}-{quarter}"),
        [year, month] if is_year(year) && other => format!("{year}-{:02}", number_of(month)?),
        _ => return None,
    };
    literal(&written).is_ok().then_some(written)
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
        let about = When { about: true, ..march };
        assert!(!about.before(&When::month(2027, 4).unwrap()) && about.before(&When::month(2027, 6).unwrap()), "one more may be meant");
        assert_eq!(about.show(Lang::En), "about March 2027");
        for text in ["2027", "2027-T3", "2027-S1", "2027-03", "2027-03-31"] {
            let when = literal(text).unwrap();
            assert_eq!(when.stored().when(), when, "stored and back");
        }
    }

    #[test]
    fn dates_and_what_is_none() {
        for (text, expected) in [
            ("2027", "2027"),
            ("2027-03", "mars 2027"),
            ("2027-T2", "T2 2027"),
            ("2027-q4", "T4 2027"),
            ("2027-S2", "2e semestre 2027"),
            ("2027-03-01", "1er mars 2027"),
            ("2027\u{2011}03", "mars 2027"),
        ] {
            assert_eq!(literal(text).unwrap().show(Lang::Fr), expected);
        }
        for text in ["2027-13", "2027-02-30", "2027-T5", "20270", "0027", "12 k€", "2027-", "2027-3-4-5", "2027/", "1/2/3/4"] {
            assert!(literal(text).is_err(), "{text}");
        }
        assert!(literal("12027").unwrap_err().message.show(Lang::En).contains("12027 is no plausible year"));
        let refused = [("12.03.2027", "2027-03-12"), ("2027.12.10", "2027-12-10"), ("2027.T4", "2027-T4"), ("2027.3", "2027-03")];
        for (text, mended) in
            refused.into_iter().chain([("12/03/2027", "2027-03-12"), ("03-2027", "2027-03"), ("2027/03", "2027-03"), ("3/2027", "2027-03")])
        {
            assert_eq!(literal(text).unwrap_err().replacement.as_deref(), Some(mended));
        }
    }
}
