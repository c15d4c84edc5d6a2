//! How much an expression may hold, counted before the parser sees it: it recurses once a level.
//!
//! A condition behind `where` is a level too: it ends with the brackets around it, and holds all that follows.

use super::scan::{Kind, tokens};
use super::wrong::Wrong;
use crate::say;

pub const MOST_BYTES: usize = 4_096;
pub const MOST_LEVELS: usize = 32;
pub const MOST_OPERATORS: usize = 256;

/// What passes a limit, if anything does.
pub fn passed(text: &str) -> Option<Wrong> {
    if text.len() > MOST_BYTES {
        let start = text.floor_char_boundary(MOST_BYTES);
        return Some(Wrong::new(
            start..text.len(),
            say!("Ce texte est trop long : plus de {most} octets."; "This text is too long: more than {most} bytes.", most = MOST_BYTES),
            say!("Répartissez-le en plusieurs lignes : une condition par ligne."; "Spread it over several lines: one condition a line."),
        ));
    }
    // The conditions that are open in each pair of brackets around.
    let (mut outer, mut levels, mut operators) = (Vec::new(), 0, 0);
    for token in tokens(text) {
        match token.kind {
            Kind::Open => {
                outer.push(levels);
                levels += 1;
            }
            Kind::Close => levels = outer.pop().unwrap_or(levels),
            Kind::Word if opens_level(&text[token.range()]) => levels += 1,
            Kind::Sign if is_operator(&text[token.range()]) => operators += 1,
            Kind::Word if is_operator(&text[token.range()]) => operators += 1,
            _ => {}
        }
        if levels > MOST_LEVELS {
            return Some(Wrong::new(
                token.range(),
                say!("Trop de conditions les unes dans les autres : plus de {most} niveaux."; "Too many conditions within one another: more than {most} levels.", most = MOST_LEVELS),
                say!("Nommez une partie par `soit`, ou écrivez une condition par ligne."; "Name a part with `let`, or write one condition a line."),
            ));
        }
        if operators > MOST_OPERATORS {
            return Some(Wrong::new(
                token.range(),
                say!("Trop d'opérateurs dans une seule expression : plus de {most}."; "Too many operators in one expression: more than {most}.", most = MOST_OPERATORS),
                say!("Nommez une partie par `soit`, ou écrivez une condition par ligne."; "Name a part with `let`, or write one condition a line."),
            ));
        }
    }
    None
}

fn opens_level(word: &str) -> bool {
    matches!(word, "where" | "telle" | "tel" | "telles" | "tels" | "satisfies" | "vérifie" | "verifie" | "ve\u{301}rifie" | "if" | "si")
}

fn is_operator(word: &str) -> bool {
    matches!(
        word,
        "<" | ">"
            | "="
            | "<="
            | ">="
            | "<>"
            | "!="
            | "≤"
            | "≥"
            | "≠"
            | "+"
            | "-"
            | "−"
            | "*"
            | "/"
            | "×"
            | "÷"
            | "->"
            | "!"
            | "&&"
            | "||"
            | "=="
            | "et"
            | "and"
            | "ou"
            | "or"
            | "non"
            | "not"
            | "est"
            | "is"
            | "parmi"
            | "in"
            | "dans"
            | "hors"
            | "contient"
            | "contains"
            | "avant"
            | "before"
            | "après"
            | "apres"
            | "apre\u{300}s"
            | "after"
            | "otherwise"
            | "défaut"
            | "defaut"
            | "de\u{301}faut"
            | "au"
            | "on"
    )
}
