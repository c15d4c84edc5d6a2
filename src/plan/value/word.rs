//! One word of a list: a status, a kind of authority.

use super::super::read::Reader;
use super::super::spelling::Spelt;
use super::super::store::{Cell, Value};
use crate::diagnostic::{By, Diagnostic, Lang, rules, suggest};
use crate::language::{WordRow, numbered};
use crate::say;
use crate::syntax::PartKind;
use crate::text::typography::shortened;

/// A text that is no word of the list between quotes.
pub fn is_text_of_its_own(reader: &Reader<'_>, words: &[WordRow]) -> bool {
    let text = reader.peek().filter(|part| part.kind == PartKind::Text);
    text.is_some_and(|part| numbered(&super::said(reader.written(part)), words).is_none())
}

pub fn read(reader: &mut Reader<'_>, words: &'static [WordRow]) -> Option<Cell> {
    let Some(part) = reader.take(PartKind::Word) else {
        let list = move |lang: Lang| words.iter().map(|word| format!("`{}`", word.spelling(lang))).collect::<Vec<_>>().join(", ");
        reader.missing(say!("l'un de ces mots : {list}"; "one of these words: {list}", list = By(list)));
        return None;
    };
    let (span, written) = (reader.span(part), reader.written(part));
    if let Some(found) = numbered(written, words) {
        reader.spelt(span, Spelt::Listed(&words[found as usize]));
        return Some(Cell { span, value: Value::Word(found) });
    }
    // `en cours` in two words.
    if let Some(next) = reader.peek().filter(|next| next.kind == PartKind::Word)
        && let Some(found) = numbered(&format!("{written}-{}", reader.written(next)), words)
    {
        let span = span.to(reader.span(next));
        reader.at += 1;
        reader.spelt(span, Spelt::Listed(&words[found as usize]));
        return Some(Cell { span, value: Value::Word(found) });
    }
    let list = move |lang: Lang| words.iter().map(|word| word.spelling(lang)).collect::<Vec<_>>().join(", ");
    let (keyword, shown) = (reader.keyword_text(), shortened(written));
    let mut diagnostic = Diagnostic::new(
        &rules::UNKNOWN_VALUE,
        reader.place_of(span),
        say!("`{keyword}` ne connaît pas « {shown} »."; "`{keyword}` does not know \"{shown}\".", keyword, shown),
        say!("Choisissez parmi : {list}."; "Choose among: {list}.", list = By(list)),
    );
    if let Some(near) = suggest::nearest(written, words.iter().flat_map(|word| [word.fr, word.en])) {
        diagnostic = diagnostic.here(say!("vouliez-vous dire `{near}` ?"; "did you mean `{near}`?", near));
        diagnostic = diagnostic.fix(say!("Écrire `{near}`"; "Write `{near}`", near), reader.place_of(span), near);
    }
    reader.report(diagnostic);
    // What follows belongs to the wrong word: `en préparation active`.
    while reader.next_is(PartKind::Word) {
        reader.at += 1;
    }
    None
}
