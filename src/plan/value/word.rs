//! One word of a list: a status, a kind of authority.

use super::super::read::Reader;
use super::super::spelling::Spelt;
use super::super::store::{Cell, Local, Value};
use crate::diagnostic::{By, Diagnostic, Lang, rules, suggest};
use crate::language::{WordRow, numbered};
use crate::say;
use crate::syntax::{PartKind, plain};
use crate::text::typography::shortened;

/// A text that is no word of the list between quotes.
pub fn is_text_of_its_own(reader: &Reader<'_>, words: &[WordRow]) -> bool {
    let text = reader.peek().filter(|part| part.kind == PartKind::Text);
    text.is_some_and(|part| numbered(&super::said(reader.written(part)), words).is_none())
}

pub fn read(reader: &mut Reader<'_>, words: &'static [WordRow]) -> Option<Cell> {
    if let Some(part) = reader.peek().filter(|part| part.kind == PartKind::Text) {
        let (span, written) = (reader.span(part), plain(reader.written(part)));
        reader.at += 1;
        return quoted(reader, words, span, &written);
    }
    let Some(part) = reader.take(PartKind::Word) else {
        reader.missing(say!("l'un de ces mots : {list}"; "one of these words: {list}", list = By(move |lang| listed(words, lang))));
        return None;
    };
    let (span, written) = (reader.span(part), reader.written(part));
    // A blank may stand for a hyphen in it, where it had quotes.
    if let Some(found) = numbered(written, words).or_else(|| numbered(&written.replace(' ', "-"), words)) {
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
    // What follows belongs to the wrong word: `en préparation active`.
    let mut whole = span;
    while let Some(next) = reader.take(PartKind::Word) {
        whole = whole.to(reader.span(next));
    }
    let diagnostic = unknown(reader, words, whole, reader.slice(whole));
    reader.report(diagnostic);
    None
}

/// One of the words, as the texts of a plan are written: `état "en cours"`.
fn quoted(reader: &mut Reader<'_>, words: &'static [WordRow], span: Local, written: &str) -> Option<Cell> {
    let diagnostic = match numbered(&written.trim().replace(' ', "-"), words) {
        None => unknown(reader, words, span, written),
        Some(found) => {
            let (place, mended) = (reader.place_of(span), words[found as usize].spelling(reader.lang()));
            let message = say!("« {written} » s'écrit sans guillemets : c'est un mot du langage."; "\"{written}\" is written without quotes: it is a word of the language.", written);
            let help = say!("Écrivez `{mended}`. Mots possibles : {list}."; "Write `{mended}`. The words are: {list}.", mended, list = By(move |lang| listed(words, lang)));
            Diagnostic::new(&rules::UNKNOWN_VALUE, place, message, help).fix(
                say!("Écrire `{mended}`"; "Write `{mended}`", mended),
                place,
                mended,
            )
        }
    };
    reader.report(diagnostic);
    None
}

fn unknown(reader: &Reader<'_>, words: &'static [WordRow], span: Local, written: &str) -> Diagnostic {
    let (keyword, shown, place) = (reader.keyword_text(), shortened(written), reader.place_of(span));
    let diagnostic = Diagnostic::new(
        &rules::UNKNOWN_VALUE,
        place,
        say!("`{keyword}` ne connaît pas « {shown} »."; "`{keyword}` does not know \"{shown}\".", keyword, shown),
        say!("Choisissez parmi : {list}."; "Choose among: {list}.", list = By(move |lang| listed(words, lang))),
    );
    let known =
        words.iter().flat_map(|word| [word.fr, word.en].into_iter().chain(word.also.iter().copied()).map(move |known| (known, word)));
    let near = suggest::nearest(&written.replace(' ', "-"), known.clone().map(|(known, _)| known));
    match near.and_then(|near| known.clone().find(|(known, _)| *known == near)) {
        Some((_, word)) => {
            let near = word.spelling(reader.lang());
            diagnostic.here(say!("vouliez-vous dire `{near}` ?"; "did you mean `{near}`?", near)).fix(
                say!("Écrire `{near}`"; "Write `{near}`", near),
                place,
                near,
            )
        }
        None => diagnostic,
    }
}

/// All the words of a list, as a sentence has them.
pub fn listed(words: &[WordRow], lang: Lang) -> String {
    words.iter().map(|word| format!("`{}`", word.spelling(lang))).collect::<Vec<_>>().join(", ")
}
