//! Days for a diary, as iCalendar (RFC 5545): one entry a date, for the whole day.

use icalendar::{Calendar, Component, Event as Entry, Property};
use jiff::civil::Date;

use super::super::model::Identity;
use crate::diagnostic::Lang;

/// What happens on a day, or within some days.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// Unlike that of any other, and the same each time: a diary that reads the file again moves the entry.
    pub id: String,
    pub first: Date,
    /// With it.
    pub last: Date,
    pub title: String,
    pub detail: String,
}

/// In: what the diary is called, and its days. Out: the file's text. An entry is stamped with the document's day, or its own.
pub fn diary(events: &[Event], identity: &Identity, lang: Lang) -> String {
    let mut calendar = Calendar::empty();
    calendar.append_property(("VERSION", "2.0"));
    calendar.append_property(("PRODID", lang.of("-//strategy//Calendrier//FR", "-//strategy//Calendar//EN")));
    calendar.append_property(("CALSCALE", "GREGORIAN"));
    calendar.name(&plain(&identity.title));
    let compact = |day: Date| format!("{:04}{:02}{:02}", day.year(), day.month(), day.day());
    for event in events {
        let stamp = match identity.date {
            Some([year, month, day]) => format!("{year:04}{month:02}{day:02}"),
            None => compact(event.first),
        };
        // The end of a whole day is the next one.
        let next = event.last.tomorrow().unwrap_or(event.last);
        let day = |name: &str, day: Date| Property::new(name, compact(day)).add_parameter("VALUE", "DATE").done();
        let mut entry = Entry::new();
        entry.uid(&event.id);
        entry.add_property("DTSTAMP", format!("{stamp}T000000Z"));
        entry.append_property(day("DTSTART", event.first));
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
