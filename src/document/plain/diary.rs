//! Days for a diary, as iCalendar (RFC 5545): one entry a date, for the whole day.

use icalendar::{Calendar, Component, Event as Entry, Property};
use jiff::civil::Date;

use crate::diagnostic::Lang;

/// What happens on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// Unlike that of any other, and the same each time: a diary that reads the file again moves the entry.
    pub id: String,
    pub day: Date,
    pub title: String,
    pub detail: String,
}

impl Event {
    /// `place`: where it stands in a plan; `of`: whose plan it is. Together they name it, the same each time.
    pub fn new(place: &str, of: &str, day: Date, title: String, detail: String) -> Event {
        Event { id: format!("{place}@{}", slug(of)), day, title, detail }
    }
}

/// The letters and digits of a name.
fn slug(name: &str) -> String {
    let kept: String = name.chars().map(|c| if c.is_alphanumeric() { c.to_ascii_lowercase() } else { '-' }).collect();
    let slug = kept.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
    if slug.is_empty() { "plan".to_owned() } else { slug }
}

/// In: what the diary is called, its days, and the day on which it is made. Out: the file's text. Without a day each entry is stamped with
/// its own.
pub fn diary(title: &str, events: &[Event], made: Option<Date>, lang: Lang) -> String {
    let mut calendar = Calendar::empty();
    calendar.append_property(("VERSION", "2.0"));
    calendar.append_property(("PRODID", lang.of("-//strategy//Calendrier//FR", "-//strategy//Calendar//EN")));
    calendar.append_property(("CALSCALE", "GREGORIAN"));
    calendar.name(&plain(title));
    let compact = |day: Date| format!("{:04}{:02}{:02}", day.year(), day.month(), day.day());
    for event in events {
        let stamp = compact(made.unwrap_or(event.day));
        // The end of a whole day is the next one.
        let next = event.day.tomorrow().unwrap_or(event.day);
        let day = |name: &str, day: Date| Property::new(name, compact(day)).add_parameter("VALUE", "DATE").done();
        let mut entry = Entry::new();
        entry.uid(&event.id);
        entry.add_property("DTSTAMP", format!("{stamp}T000000Z"));
        entry.append_property(day("DTSTART", event.day));
        entry.append_property(day("DTEND", next));
        entry.summary(&plain(&event.title));
        if !event.detail.is_empty() {
            entry.description(&plain(&event.detail));
        }
        // Nobody is busy because of it.
        entry.add_property("TRANSP", "TRANSPARENT");
        calendar.push(entry);
    }
    calendar.to_string()
}

/// Without the signs that no such file may hold.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() || *c == '\n').collect()
}
