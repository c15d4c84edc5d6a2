//! What a `use` brings in: a library, or a file between quotes.

use super::super::read::Reader;
use super::super::store::{Cell, UseItem, UseTarget, Value};
use super::text;
use crate::diagnostic::{Diagnostic, rules};
use crate::say;
use crate::syntax::PartKind;

pub fn read(reader: &mut Reader<'_>) -> Option<Cell> {
    if let Some(part) = reader.take(PartKind::Text) {
        text::check(reader, part);
        let path = text::said(reader.written(part));
        let span = reader.span(part);
        reader.uses.push(UseItem { target: UseTarget::File(path), span });
        return Some(Cell { span, value: Value::Library });
    }
    let Some(part) = reader.take(PartKind::Word) else {
        reader.missing(say!("une bibliothèque (`std.roles`) ou un fichier (`\"axes/usagers.dsl\"`)"; "a library (`std.roles`) or a file (`\"axes/usagers.dsl\"`)"));
        return None;
    };
    let (mut span, written) = (reader.span(part), reader.written(part));
    // `use axes/usagers.dsl`: the quotes are missing. The line stops at its slash, or reads it as a sign.
    let slash = reader.peek().is_some_and(|part| reader.written(part) == "/");
    if written.ends_with(".dsl") || slash || reader.stopped_at('/') {
        let line = reader.rest_of_line(span.start);
        span.end = span.start + line.len() as u32;
        reader.report_always(
            Diagnostic::new(
                &rules::MISSING_PART,
                reader.place_of(span),
                say!("Un fichier s'écrit entre guillemets."; "A file is written between quotes."),
                say!("Écrivez `utiliser \"{line}\"`."; "Write `use \"{line}\"`.", line),
            )
            .fix(say!("Mettre entre guillemets"; "Put it between quotes"), reader.place_of(span), format!("\"{line}\"")),
        );
        reader.at = reader.parts.len();
        return None;
    }
    // What follows is told; then nobody knows what was to be brought in.
    if reader.peek().is_some() {
        return Some(Cell { span, value: Value::Unknown });
    }
    let name = written.strip_prefix("std.").unwrap_or(written);
    reader.uses.push(UseItem { target: UseTarget::Library(name.to_owned()), span });
    Some(Cell { span, value: Value::Library })
}
