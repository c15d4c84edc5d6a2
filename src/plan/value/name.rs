//! Names of other things: one, several, or what is waited for.

use serde_json::Value as Json;

use super::super::read::{Reader, title_words};
use super::super::seen::Seen;
use super::super::store::{Cell, Local, Reference, Value, Waits};
use super::duration::{self, Delay};
use super::text;
use crate::diagnostic::{Diagnostic, Lang, rules, suggest};
use crate::language::{FieldRow, Word};
use crate::say;
use crate::syntax::PartKind;

pub fn read(reader: &mut Reader<'_>, row: &'static FieldRow) -> Option<Cell> {
    let (number, span) = reference(reader, row)?;
    Some(Cell { span, value: Value::Name(number) })
}

pub fn read_or_text(reader: &mut Reader<'_>, row: &'static FieldRow) -> Option<Cell> {
    if reader.next_is(PartKind::Text) { text::read(reader) } else { read(reader, row) }
}

/// `identite`, `socle start`, `socle + 3 months`, `identite.ouverture`; `hub for end`, `hub for ouverture`: only that waits
pub fn read_dependency(reader: &mut Reader<'_>, row: &'static FieldRow) -> Option<Cell> {
    let (number, span) = reference(reader, row)?;
    let start = reader.take_word(&[Word::Start, Word::End]) == Some(Word::Start);
    // `socle & identite` comes as a plus: what stands behind it is another name.
    let names = reader.parts.get(reader.at + 1).is_some_and(|part| part.kind == PartKind::Word);
    let delay: Option<Delay> = match (!names).then(|| reader.take(PartKind::Plus)).flatten() {
        Some(_) => Some(duration::duration(reader)?.0),
        None => None,
    };
    let waits = match reader.take_word(&[Word::For]) {
        None => Waits::Start,
        Some(_) => match reader.take_word(&[Word::Start, Word::End]) {
            Some(Word::End) => Waits::End,
            Some(_) => Waits::Start,
            None => {
                let Some(part) = reader.take(PartKind::Word) else {
                    reader.missing(say!("`fin` ou un jalon"; "`end` or a milestone"));
                    return None;
                };
                let place = reader.span(part);
                reader.references.push(Reference { span: place, row, within: Some(reader.holder), quiet: false });
                Waits::Milestone(reader.references.len() as u32 - 1)
            }
        },
    };
    Some(Cell { span, value: Value::Depend(number, start, delay, waits) })
}

pub fn reference(reader: &mut Reader<'_>, row: &'static FieldRow) -> Option<(u32, crate::plan::store::Local)> {
    small_word(reader);
    if let Some(part) = reader.take(PartKind::Word) {
        let mut span = reader.span(part);
        let words = title_words(reader.text, &reader.parts[reader.at - 1..], reader.place);
        if words > 0 {
            reader.at += words;
            span = span.to(reader.span(&reader.parts[reader.at - 1]));
        }
        reader.references.push(Reference { span, row, within: None, quiet: false });
        return Some((reader.references.len() as u32 - 1, span));
    }
    // A title: whether something has it is known where names are.
    if let Some(part) = reader.take(PartKind::Text) {
        let span = reader.span(part);
        reader.references.push(Reference { span, row, within: None, quiet: false });
        return Some((reader.references.len() as u32 - 1, span));
    }
    reader.missing(say!("un nom"; "a name"));
    None
}

/// `pilote la DSI`, `contributeurs SCI, et DAF`: a small word before a name. It is told and passed over.
fn small_word(reader: &mut Reader<'_>) {
    const SMALL: &[&str] =
        &["la", "le", "les", "l'", "par", "est", "et", "du", "de", "des", "d'", "avec", "the", "by", "is", "and", "with", "of"];
    let [small, next, ..] = &reader.parts[reader.at..] else { return };
    let written = reader.written(small);
    // `La Région` is a title.
    if title_words(reader.text, &reader.parts[reader.at..], reader.place) > 0 {
        return;
    }
    if small.kind != PartKind::Word || next.kind != PartKind::Word || !SMALL.contains(&suggest::fold(written).as_str()) {
        return;
    }
    let (place, name) = (reader.place_of(Local::new(small.start, next.start)), reader.written(next));
    let diagnostic = Diagnostic::new(
        &rules::UNEXPECTED_PART,
        reader.place_of(reader.span(small)),
        say!("« {written} » n'est pas un nom."; "\"{written}\" is no name.", written),
        say!("Écrivez le nom seul : `{name}`."; "Write the name alone: `{name}`.", name),
    );
    reader.report(diagnostic.fix(say!("Retirer « {written} »"; "Remove \"{written}\"", written), place, ""));
    reader.at += 1;
}

/// The title of what is meant; the name as written where nothing is.
pub fn show(seen: Seen<'_>, lang: Lang) -> String {
    match seen.target() {
        Some(entity) => entity.called(lang),
        None => seen.text().into_owned(),
    }
}

pub fn show_dependency(seen: Seen<'_>, start: bool, delay: Option<Delay>, waits: Waits, lang: Lang) -> String {
    let mut text = show(seen, lang);
    if start {
        text += lang.of(" (début)", " (start)");
    }
    if let Some(delay) = delay {
        text += &format!(" + {}", delay.show(lang));
    }
    match waits {
        Waits::Start => {}
        Waits::End => text += lang.of(", pour sa fin", ", for its end"),
        Waits::Milestone(number) => {
            let title = seen.reference(number).map_or_else(|| "?".to_owned(), |milestone| milestone.titled().into_owned());
            text += &lang.of(format!(", pour son jalon «\u{a0}{title}\u{a0}»"), format!(", for its milestone \"{title}\""));
        }
    }
    text
}

/// The full name: `socle.ouverture` for a part of something.
pub fn json(seen: Seen<'_>) -> Json {
    seen.target().map_or(Json::Null, |entity| entity.path().into())
}
