//! The result of a vote.

use super::super::read::Reader;
use super::super::store::{Cell, Value};
use super::number;
use crate::diagnostic::{Diagnostic, Lang, rules};
use crate::language::Word;
use crate::say;
use crate::syntax::PartKind;

/// `for 30, against 3, abstentions 2`, in any order; who is not named is nobody.
pub fn read(reader: &mut Reader<'_>) -> Option<Cell> {
    let from = reader.place();
    let mut votes = [0u16; 3];
    loop {
        let Some(word) = reader.take_word(&[Word::For, Word::Against, Word::Abstentions]) else {
            reader.missing(say!("`pour`, `contre` ou `abstentions`"; "`for`, `against` or `abstentions`"));
            return None;
        };
        let Some(part) = reader.take(PartKind::Literal) else {
            reader.missing(say!("un nombre de voix"; "a number of votes"));
            return None;
        };
        let place = reader.span(part);
        let at = [Word::For, Word::Against, Word::Abstentions].iter().position(|known| *known == word)?;
        match number::literal(reader.written(part))
            .ok()
            .filter(|(_, rest)| rest.is_empty())
            .and_then(|(count, _)| u16::try_from(count).ok())
        {
            Some(count) => votes[at] = count,
            None => {
                let written = reader.written(part);
                reader.report(Diagnostic::new(
                    &rules::NOT_A_NUMBER,
                    reader.place_of(place),
                    say!("« {written} » n'est pas un nombre de voix."; "\"{written}\" is no number of votes.", written),
                    say!("Écrivez par exemple `pour 30, contre 3, abstentions 2`."; "Write for instance `for 30, against 3, abstentions 2`."),
                ));
                return None;
            }
        }
        if reader.take(PartKind::Comma).is_none() {
            return Some(Cell { span: from.to(place), value: Value::Votes(votes[0], votes[1], votes[2]) });
        }
    }
}

pub fn show([votes, against, abstentions]: [u16; 3], lang: Lang) -> String {
    let s = |count: u16| if count > 1 { "s" } else { "" };
    lang.of(
        format!("{votes} pour, {against} contre, {abstentions} abstention{}", s(abstentions)),
        format!("{votes} for, {against} against, {abstentions} abstention{}", if abstentions == 1 { "" } else { "s" }),
    )
}
