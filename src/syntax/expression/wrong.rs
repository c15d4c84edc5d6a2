//! One thing that is wrong with an expression, and the mistakes that the grammar lets through.

use std::ops::Range;

use super::read::Ground;
use super::scan::{Token, tokens};
use crate::diagnostic::{self, Diagnostic, Say, rules};
use crate::say;

/// A diagnostic whose places are still counted in the text.
#[derive(Debug)]
pub struct Wrong {
    rule: &'static diagnostic::Rule,
    place: Range<usize>,
    message: Say,
    help: Say,
    here: Say,
    label: Option<(Range<usize>, Say)>,
    fix: Option<(Say, Range<usize>, String)>,
}

impl Wrong {
    pub fn new(place: Range<usize>, message: Say, help: Say) -> Wrong {
        Wrong { rule: &rules::UNREADABLE_CONDITION, place, message, help, here: Say::default(), label: None, fix: None }
    }

    pub fn rule(self, rule: &'static diagnostic::Rule) -> Wrong {
        Wrong { rule, ..self }
    }

    pub fn here(self, here: Say) -> Wrong {
        Wrong { here, ..self }
    }

    pub fn label(self, place: Range<usize>, text: Say) -> Wrong {
        Wrong { label: Some((place, text)), ..self }
    }

    pub fn fix(self, title: Say, place: Range<usize>, text: impl Into<String>) -> Wrong {
        Wrong { fix: Some((title, place, text.into())), ..self }
    }

    pub fn diagnostic(self, ground: Ground) -> Diagnostic {
        let mut found = Diagnostic::new(self.rule, ground.span(self.place), self.message, self.help).here(self.here);
        if let Some((place, text)) = self.label {
            found = found.label(ground.span(place), text);
        }
        match self.fix {
            Some((title, place, text)) => found.fix(title, ground.span(place), text),
            None => found,
        }
    }
}

/// A word that joins two things, where a thing is due.
pub fn no_thing(text: &str, place: Range<usize>) -> Wrong {
    let word = &text[place.clone()];
    if matches!(word, "existe" | "exists" | "connu" | "known") {
        return Wrong::new(
            place.clone(),
            say!("« {word} » n'est suivi d'aucun nom."; "No name follows \"{word}\".", word),
            say!("Écrivez `existe fiche.pilote`, ou `existe une action telle que …`."; "Write `exists sheet.owner`, or `exists an action where …`."),
        );
    }
    if matches!(word, "si" | "if") {
        return no_choice(place);
    }
    Wrong::new(
        place.clone(),
        say!("« {word} » relie deux choses : il en manque une."; "\"{word}\" joins two things: one of them is missing.", word),
        say!("Écrivez ce qui manque avant ou après `{word}`, ou supprimez ce mot."; "Write what is missing before or after `{word}`, or remove this word.", word),
    )
}

/// An `if` without the rest of it.
pub fn no_choice(place: Range<usize>) -> Wrong {
    Wrong::new(
        place,
        say!("Un `si` veut `alors` et `sinon`."; "An `if` wants `then` and `else`."),
        say!("Écrivez `si … alors … sinon …`."; "Write `if … then … else …`."),
    )
}

/// `12/03/2027`, which would be a division.
pub fn slashed_date(text: &str) -> Option<Wrong> {
    if !text.contains('/') {
        return None;
    }
    let all: Vec<Token> = tokens(text).collect();
    let (place, day, month, year) = all.windows(5).find_map(|five| {
        let word = |at: usize| &text[five[at].range()];
        let tight = five.windows(2).all(|pair| pair[0].end == pair[1].start);
        let date = tight && word(1) == "/" && word(3) == "/" && word(4).len() == 4 && word(4).bytes().all(|b| b.is_ascii_digit());
        let number = |at: usize| word(at).parse::<u8>().ok().filter(|number| (1..=31).contains(number));
        Some((five[0].start..five[4].end, number(0)?, number(2)?, word(4))).filter(|_| date)
    })?;
    let written = &text[place.clone()];
    let wrong = Wrong::new(
        place.clone(),
        say!("« {written} » ne se lit pas comme une date."; "\"{written}\" does not read as a date.", written),
        say!("Écrivez l'année, le mois, le jour : `2027-03-15`."; "Write the year, the month, the day: `2027-03-15`."),
    );
    let date = format!("{year}-{month:02}-{day:02}");
    // Elsewhere the month may stand first.
    Some(if month <= 12 && day > 12 { wrong.fix(say!("Écrire `{date}`"; "Write `{date}`", date), place, date.clone()) } else { wrong })
}
