//! Texts between quotes. What they say stays in the source: a cell keeps their place.

use super::super::read::Reader;
use super::super::store::{Cell, Value};
use crate::diagnostic::{Diagnostic, codes};
use crate::say;
use crate::syntax::{Part, PartKind, plain, readable};

pub fn read(reader: &mut Reader<'_>) -> Option<Cell> {
    match reader.take(PartKind::Text) {
        Some(part) => {
            of(reader, part);
            Some(Cell { span: reader.span(part), value: Value::Text })
        }
        None => {
            reader.missing(say!("un texte entre guillemets"; "a text between quotes"));
            None
        }
    }
}

/// What a text says; an invisible character in it is reported, and is no part of it.
pub fn of(reader: &mut Reader<'_>, part: &Part) -> String {
    let text = plain(reader.written(part));
    let Some(c) = text.chars().find(|c| !readable(*c)) else { return text };
    let code = c as u32;
    reader.report(Diagnostic::new(
        &codes::UNREADABLE_LINE,
        reader.place_of(reader.span(part)),
        say!("Ce texte contient un caractère invisible (U+{code:04X})."; "This text holds an invisible character (U+{code:04X})."),
        say!("Retapez le texte : un copier-coller l'a sans doute apporté."; "Type the text again: copy and paste probably brought it."),
    ));
    said(reader.written(part))
}

/// The words of a text with its quotes, without what cannot be seen.
pub fn said(written: &str) -> String {
    let text = plain(written);
    if text.contains(|c| !readable(c)) { text.replace(|c| !readable(c), "") } else { text }
}
