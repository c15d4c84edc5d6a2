//! What is said by a keyword alone, by yes or no, or not yet.

use super::super::read::Reader;
use super::super::spelling::Spelt;
use super::super::store::{Cell, Value};
use crate::diagnostic::suggest;
use crate::language::Word;
use crate::syntax::PartKind;

/// The keyword alone.
pub fn read(reader: &mut Reader<'_>) -> Cell {
    Cell { span: reader.keyword, value: Value::Flag }
}

pub fn read_answer(reader: &mut Reader<'_>) -> Cell {
    let span = reader.place();
    match reader.take_word(&[Word::Yes, Word::No]) {
        Some(word) => Cell { span, value: Value::Answer(word == Word::Yes) },
        None => Cell { span: reader.keyword, value: Value::Answer(true) },
    }
}

/// `unknown`, `to define`, `inconnu`, `à définir`: where any value stands.
pub fn read_undefined(reader: &mut Reader<'_>) -> Option<Cell> {
    let part = reader.peek().filter(|part| part.kind == PartKind::Word)?;
    let mut span = reader.span(part);
    // Most words have another length, or begin otherwise.
    let written = reader.written(part);
    if !matches!(written.len(), 1 | 2 | 7 | 8) || !written.starts_with(['u', 'U', 'i', 'I', 't', 'T', 'a', 'A', 'à', 'À']) {
        return None;
    }
    let first = suggest::fold(reader.written(part));
    let second = reader.parts.get(reader.at + 1).filter(|part| part.kind == PartKind::Word);
    match (first.as_str(), second.map(|part| suggest::fold(reader.written(part))).as_deref()) {
        ("unknown" | "inconnu" | "inconnue" | "inconnus", _) => reader.at += 1,
        ("a" | "to", Some("definir" | "define" | "be")) => {
            span = span.to(second.map_or(span, |part| reader.span(part)));
            reader.at += 2;
            let third = reader.peek().filter(|part| part.kind == PartKind::Word && suggest::fold(reader.written(part)) == "defined");
            if let Some(third) = third {
                span = span.to(reader.span(third));
                reader.at += 1;
            }
        }
        _ => return None,
    }
    reader.spelt(span, Spelt::Undefined);
    Some(Cell { span, value: Value::Undefined })
}
