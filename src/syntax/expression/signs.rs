//! What is said of signs: brackets, dots, commas, apostrophes, numbers that something is glued to, and those of other languages.

use std::ops::Range;

use super::explain::Stuck;
use super::read::What;
use super::scan::{Kind, Token, is_blank};
use super::words::{example, short, word_of};
use super::wrong::Wrong;
use crate::diagnostic::two;
use crate::say;
use crate::syntax::parse::Rule;

impl Stuck<'_> {
    pub(super) fn dot(&self, dot: Token) -> Wrong {
        let number = self.before.iter().rev().find(|token| token.end <= dot.start).is_some_and(|token| token.kind == Kind::Number);
        if number && self.text[dot.end..].starts_with('.') {
            return Wrong::new(
                dot.start..dot.end + 1,
                say!("Une période ne s'écrit pas ici."; "A period cannot be written here."),
                say!("Comparez le début et la fin : `fiche.début >= 2027-03 et fiche.fin <= 2027-06`."; "Compare the start and the end: `sheet.start >= 2027-03 and sheet.end <= 2027-06`."),
            );
        }
        Wrong::new(
            dot.range(),
            say!("Ce point n'est suivi d'aucun nom."; "No name follows this dot."),
            say!("Écrivez le nom sans blanc, comme `fiche.début`, ou supprimez le point."; "Write the name without a blank, as in `sheet.start`, or remove the dot."),
        )
    }

    /// What another language writes.
    pub(super) fn foreign(&self, here: Token) -> Option<Wrong> {
        let (fr, en) = match self.word(here) {
            "==" | "===" => ("=", "="),
            "!==" => ("!=", "!="),
            "=>" => (">=", ">="),
            "=<" => ("<=", "<="),
            "&&" | "&" => ("et", "and"),
            "||" => ("ou", "or"),
            "|" if self.what != What::Hole => ("ou", "or"),
            "!" => ("non", "not"),
            _ => return None,
        };
        let written = self.word(here);
        let wrong = Wrong::new(
            here.range(),
            say!("« {written} » n'est pas un mot des règles."; "\"{written}\" is no word of policies.", written),
            say!("Écrivez `{word}`."; "Write `{word}`.", word = two(fr, en)),
        );
        Some(self.with_word(wrong, here.range(), fr, en))
    }

    /// A number that something is glued to.
    pub(super) fn number(&self, here: Token) -> Wrong {
        let written = self.word(here);
        let digits = written.bytes().take_while(u8::is_ascii_digit).count();
        if digits == 4 && written[digits..].starts_with(['-', '\u{2010}', '\u{2011}', '\u{2012}']) {
            return Wrong::new(
                here.range(),
                say!("« {written} » ne se lit pas comme une date."; "\"{written}\" does not read as a date.", written = short(written)),
                say!("Écrivez `2027`, `2027-T2`, `2027-03` ou `2027-03-15`."; "Write `2027`, `2027-Q2`, `2027-03` or `2027-03-15`."),
            );
        }
        let unit = &written[digits..];
        let wrong = Wrong::new(
            here.range(),
            say!("« {written} » ne se lit pas."; "\"{written}\" cannot be read.", written = short(written)),
            say!("Écrivez le nombre, un blanc, puis l'unité : `6 mois`, `20 k€`, `0,5 etp`."; "Write the number, a blank, then the unit: `6 months`, `20 k€`, `0.5 fte`."),
        );
        if unit.starts_with(char::is_alphabetic) {
            return wrong.fix(say!("Ajouter le blanc"; "Add the blank"), here.start + digits..here.start + digits, " ");
        }
        wrong
    }

    /// A closing bracket where none is due.
    pub(super) fn closes(&self, here: Token) -> Wrong {
        let word = self.word(here);
        if !self.complete() {
            return Wrong::new(
                here.range(),
                say!("Il manque un nom ou une valeur avant « {word} »."; "A name or a value is missing before \"{word}\".", word),
                example(self.what),
            );
        }
        match self.open_brackets().last() {
            Some(open) if closing(self.word(*open)) != word => {
                let close = closing(self.word(*open));
                Wrong::new(
                    here.range(),
                    say!("« {word} » ne ferme pas ce qui est ouvert."; "\"{word}\" does not close what is open.", word),
                    say!("Écrivez `{close}`."; "Write `{close}`.", close),
                )
                .label(open.range(), say!("ouvert ici"; "opened here"))
                .fix(say!("Écrire `{close}`"; "Write `{close}`", close), here.range(), close)
            }
            Some(open) if self.is_due(Rule::w_then) || self.is_due(Rule::w_else) || self.is_due(Rule::w_satisfies) => {
                let inner = Stuck { before: self.before, here: None, ..*self };
                inner.without_brackets(*open)
            }
            Some(_) => self.too_much(here),
            None => Wrong::new(
                here.range(),
                match word {
                    ")" => say!("Une parenthèse fermante de trop."; "A closing parenthesis too many."),
                    _ => say!("Un crochet fermant de trop."; "A closing bracket too many."),
                },
                say!("Supprimez `{word}`, ou ouvrez ce qu'il ferme."; "Remove `{word}`, or open what it closes.", word),
            )
            .fix(say!("Supprimer `{word}`"; "Remove `{word}`", word), here.range(), ""),
        }
    }

    /// What is missing before the bracket that closes `open`, as if the line ended there.
    fn without_brackets(&self, open: Token) -> Wrong {
        let start = self.before.iter().position(|token| *token == open).map_or(0, |at| at + 1);
        let before = &self.before[start..];
        Stuck { before, ..*self }.at_the_end(before.last().copied().unwrap_or(open))
    }

    pub(super) fn comma(&self, here: Token) -> Wrong {
        let help = say!("Une liste s'écrit entre crochets : `[élus, agents]`. Deux conditions se joignent par `et` ou `ou`."; "A list stands in brackets: `[elected, staff]`. Two conditions are joined by `and` or `or`.");
        Wrong::new(here.range(), say!("Cette virgule ne sépare rien."; "This comma separates nothing."), help)
    }

    /// An apostrophe that elides nothing that is known there.
    pub(super) fn elided(&self, here: Token) -> Wrong {
        let words: Vec<&str> = self.before.iter().rev().take(5).map(|token| self.word(*token)).collect();
        let start = self.before.last().map_or(here.start, |word| word.start);
        let absent = words.first() == Some(&"n") || matches!(words.as_slice(), ["d", "pas", "existe", _, "n"]);
        if absent {
            return Wrong::new(
                start..here.end,
                say!("`n'existe pas` est suivi du nom d'une donnée."; "`n'existe pas` is followed by the name of a fact."),
                say!("Écrivez `n'existe pas fiche.pilote`, ou `aucune action telle que …`."; "Write `not exists sheet.owner`, or `no action where …`."),
            );
        }
        let written = &self.text[start..here.end];
        Wrong::new(
            start..here.end,
            say!("« {written} » ne peut pas venir ici."; "\"{written}\" cannot come here.", written = short(written)),
            say!("Écrivez le nom sans article ni préposition, comme `fiche.début`."; "Write the name without an article or a preposition, as in `sheet.start`."),
        )
    }

    /// With the change that puts a word in a place, in the language of the rest.
    pub(super) fn with_word(&self, wrong: Wrong, place: Range<usize>, fr: &'static str, en: &'static str) -> Wrong {
        let word = word_of(self.text, fr, en);
        let text = self.apart(place.clone(), word);
        wrong.fix(say!("Écrire `{word}`"; "Write `{word}`", word), place, text)
    }

    /// A word with blanks around it, but for those that stand there.
    pub(super) fn apart(&self, place: Range<usize>, word: &str) -> String {
        let left = self.text[..place.start].chars().next_back().is_some_and(|c| !is_blank(c) && c != '(');
        let right = self.text[place.end..].chars().next().is_some_and(|c| !is_blank(c));
        format!("{}{word}{}", if left { " " } else { "" }, if right { " " } else { "" })
    }

    /// The brackets that are open here, the outermost first.
    pub(super) fn open_brackets(&self) -> Vec<Token> {
        let mut open = Vec::new();
        for token in self.before {
            match token.kind {
                Kind::Open => open.push(*token),
                Kind::Close => drop(open.pop()),
                _ => {}
            }
        }
        open
    }

    /// The innermost bracket that is still open behind `last`.
    pub(super) fn not_closed(&self, last: Token) -> Option<Wrong> {
        let brackets = self.open_brackets();
        let open = *brackets.last()?;
        let close = closing(self.word(open));
        let all: String = brackets.iter().rev().map(|open| closing(self.word(*open))).collect();
        let wrong = Wrong::new(
            open.range(),
            match close {
                ")" => say!("Cette parenthèse n'est pas fermée."; "This parenthesis is not closed."),
                _ => say!("Ce crochet n'est pas fermé."; "This bracket is not closed."),
            },
            say!("Ajoutez `{close}` là où finit son contenu."; "Add `{close}` where its content ends.", close),
        );
        Some(wrong.fix(say!("Ajouter `{all}`"; "Add `{all}`", all), last.end..last.end, all.clone()))
    }
}

fn closing(open: &str) -> &'static str {
    if open == "(" { ")" } else { "]" }
}
