//! Texts between quotes. What they say stays in the source: a cell keeps their place.

use super::super::read::Reader;
use super::super::store::{Cell, Value};
use crate::diagnostic::{Diagnostic, rules};
use crate::say;
use crate::syntax::{Part, PartKind, plain, readable};

pub fn read(reader: &mut Reader<'_>) -> Option<Cell> {
    match reader.take(PartKind::Text) {
        Some(part) => {
            check(reader, part);
            Some(Cell { span: reader.span(part), value: Value::Text })
        }
        None => {
            reader.missing(say!("un texte entre guillemets"; "a text between quotes"));
            None
        }
    }
}

/// A text, or one word of the author's own.
pub fn read_tag(reader: &mut Reader<'_>) -> Option<Cell> {
    match reader.take(PartKind::Word) {
        Some(part) => Some(Cell { span: reader.span(part), value: Value::Text }),
        None => read(reader),
    }
}

/// An invisible character in a text is reported; it is no part of what the text says.
pub fn check(reader: &mut Reader<'_>, part: &Part) {
    let Some(c) = unreadable(reader.written(part)) else { return };
    let code = format!("{:04X}", c as u32);
    reader.report(Diagnostic::new(
        &rules::UNREADABLE_LINE,
        reader.place_of(reader.span(part)),
        say!("Ce texte contient un caractère invisible (U+{code})."; "This text holds an invisible character (U+{code}).", code),
        say!("Retapez le texte : un copier-coller l'a sans doute apporté."; "Type the text again: copy and paste probably brought it."),
    ));
}

fn unreadable(written: &str) -> Option<char> {
    let plain_ascii = written.bytes().all(|byte| (b' '..0x7f).contains(&byte));
    if plain_ascii { None } else { written.chars().find(|c| !readable(*c)) }
}

/// The words of a text with its quotes, without what cannot be seen.
pub fn said(written: &str) -> String {
    let text = plain(written);
    if text.contains(|c| !readable(c)) { text.replace(|c| !readable(c), "") } else { text }
}
