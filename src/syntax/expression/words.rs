//! The words of expressions, for messages and for what no name may be.

use super::read::What;
use super::scan::{Kind, tokens};
use crate::diagnostic::Say;
use crate::say;

/// What may be written, by an example.
pub fn example(what: What) -> Say {
    match what {
        What::Condition => {
            say!("Écrivez par exemple `objectif.bénéfices après mandat.fin` ou `existe fiche.pilote`."; "Write for example `goal.benefits after mandate.end` or `exists sheet.owner`.")
        }
        What::Each => {
            say!("Écrivez ce qui est jugé, par exemple `objectif` ou `fiche s parmi objectif.actions`."; "Write what is judged, for example `goal` or `sheet s in goal.actions`.")
        }
        What::Place => {
            say!("Écrivez une place ou plusieurs, séparées par des virgules : `objectif.bénéfices, objectif`."; "Write a place or several, with commas between them: `goal.benefits, goal`.")
        }
        What::Value => {
            say!("Écrivez une valeur, par exemple `6 mois`, `60 %`, `20 k€` ou `[élus, agents]`."; "Write a value, for example `6 months`, `60 %`, `20 k€` or `[elected, staff]`.")
        }
        What::Labels => {
            say!("Écrivez une place, ou ce qui est montré de chaque chose : `jalon de l'objectif`."; "Write a place, or what is shown of each thing: `milestone of goal`.")
        }
        What::Hole => {
            say!("Écrivez entre accolades ce qui s'affiche : `{{objectif.bénéfices}}`. Une accolade à imprimer s'écrit deux fois."; "Write between braces what is shown: `{{goal.benefits}}`. A brace to be printed is written twice.")
        }
    }
}

/// The word for it in the language that the text is written in.
pub fn word_of(text: &str, fr: &'static str, en: &'static str) -> &'static str {
    if english(text) { en } else { fr }
}

/// Does the text hold a word that no French one has?
pub fn english(text: &str) -> bool {
    const OTHERS: &[&str] = &[
        "if",
        "of",
        "on",
        "exists",
        "every",
        "no",
        "known",
        "count",
        "the",
        "an",
        "goal",
        "goals",
        "sheet",
        "sheets",
        "owner",
        "mandate",
        "milestone",
        "strategy",
        "authority",
    ];
    let words = tokens(text).filter(|token| token.kind == Kind::Word).map(|token| &text[token.range()]);
    words.into_iter().any(|word| ENGLISH.contains(&word) || OTHERS.contains(&word))
}

/// A text of any length, for a message.
pub fn short(written: &str) -> String {
    const MOST: usize = 60;
    match written.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &written[..end]),
        None => written.to_owned(),
    }
}

/// Words that join two things: none of them can name one.
pub fn is_link(word: &str) -> bool {
    FRENCH.contains(&word)
        || ENGLISH.contains(&word)
        || matches!(word, "apres" | "verifie" | "hors" | "tel" | "tels" | "telles" | "existe" | "exists" | "connu" | "known" | "si" | "if")
}

/// Words that `de` follows.
pub fn is_fold(word: &str) -> bool {
    matches!(
        word,
        "nombre"
            | "somme"
            | "part"
            | "liste"
            | "minimum"
            | "maximum"
            | "count"
            | "number"
            | "sum"
            | "share"
            | "list"
            | "earliest"
            | "latest"
    )
}

/// As they are written in French.
pub const FRENCH: &[&str] =
    &["et", "ou", "non", "est", "parmi", "dans", "contient", "avant", "après", "telle", "vérifie", "alors", "sinon", "pour"];

/// As they are written in English.
pub const ENGLISH: &[&str] =
    &["and", "or", "not", "is", "in", "contains", "before", "after", "otherwise", "where", "satisfies", "then", "else", "for"];

/// What is meant by a word that other people use.
pub fn meant(word: &str) -> Option<(&'static str, &'static str)> {
    Some(match word {
        "égal" | "égale" | "égaux" | "égales" | "equal" | "equals" => ("=", "="),
        "supérieur" | "supérieure" | "greater" | "more" | "above" | "dépasse" | "exceeds" => (">", ">"),
        "inférieur" | "inférieure" | "less" | "below" => ("<", "<"),
        "différent" | "différente" | "differs" => ("!=", "!="),
        "mais" | "but" | "plus" | "puis" => ("et", "and"),
        "tel" | "telle" | "tels" | "telles" | "dont" | "qui" | "avec" | "such" | "with" | "whose" | "which" => ("telle que", "where"),
        "entre" | "between" => (">= … et … <=", ">= … and … <="),
        _ => return None,
    })
}
