//! Texts between quotes. What they say stays in the source: a cell keeps their place.

use super::super::read::Reader;
use super::super::store::{Cell, Value};
use crate::diagnostic::{Diagnostic, Say, rules};
use crate::say;
use crate::syntax::{Part, PartKind, plain, readable, unseen};

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
    let what = unseen(c).unwrap_or_else(|| Say::of(format!("U+{:04X}", c as u32)));
    let span = reader.span(part);
    let clean: String = reader.written(part).chars().filter(|c| readable(*c)).collect();
    reader.report(
        Diagnostic::new(
            &rules::UNREADABLE_LINE,
            reader.place_of(span),
            say!("Ce texte contient un caractère invisible : {what}."; "This text holds an invisible character: {what}.", what),
            say!("Effacez-le : un copier-coller l'a sans doute apporté."; "Delete it: copy and paste probably brought it."),
        )
        .fix(say!("Effacer ce qui ne se voit pas"; "Delete what cannot be seen"), reader.place_of(span), clean),
    );
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
