//! Says why an expression cannot be read, in the words of someone who has never met a grammar.
//!
//! In: the text, where the parser gave up, and what it would have read there. Out: one thing that is wrong, with its place in the text.

use super::read::What;
use super::scan::{Kind, Token, tokens};
use super::words::{ENGLISH, FRENCH, english, example, is_fold, is_link, meant, short};
use super::wrong::{Wrong, no_choice, no_thing};
use crate::diagnostic::{suggest, two};
use crate::say;
use crate::syntax::parse::Rule;

/// What stands at `at`, where the parser gave up; `due` is what it would have read there.
pub fn unreadable(what: What, text: &str, at: usize, due: &[Rule]) -> Wrong {
    let all: Vec<Token> = tokens(text).collect();
    let Some(last) = all.last().copied() else {
        return Wrong::new(0..0, say!("Il manque quelque chose ici."; "Something is missing here."), example(what));
    };
    let next = all.iter().position(|token| token.end > at).unwrap_or(all.len());
    let (before, here) = (&all[..next], all.get(next).copied());
    let stuck = Stuck { what, text, at, due, before, here };
    match here {
        None => stuck.at_the_end(last),
        Some(here) if here == last && matches!(&text[here.range()], "de" | "des" | "du" | "of") => stuck.too_early(here),
        Some(here) => stuck.at_token(here),
    }
}

/// Where the parser stands and cannot go on.
pub struct Stuck<'a> {
    pub what: What,
    pub text: &'a str,
    pub at: usize,
    /// What the parser would have read here.
    pub due: &'a [Rule],
    pub before: &'a [Token],
    pub here: Option<Token>,
}

impl<'a> Stuck<'a> {
    pub(super) fn at_the_end(&self, last: Token) -> Wrong {
        if !self.complete() {
            return if self.word(last) == "." { self.dot(last) } else { self.too_early(last) };
        }
        if let Some(wrong) = self.not_closed(last) {
            return wrong;
        }
        let opener = |words: &[&str]| self.before.iter().rev().find(|token| words.contains(&self.word(**token))).copied().unwrap_or(last);
        if self.is_due(Rule::w_satisfies) {
            return Wrong::new(
                opener(&["toute", "tout", "every"]).range(),
                say!("Il manque `vérifie`, et ce que chacune doit vérifier."; "`satisfies` is missing, and what each of them must satisfy."),
                say!("Écrivez par exemple `toute année parmi fiche.années vérifie année >= 2027`."; "Write for example `every year in sheet.years satisfies year >= 2027`."),
            );
        }
        if self.is_due(Rule::w_then) || self.is_due(Rule::w_else) {
            return no_choice(opener(&["si", "if"]).range());
        }
        self.too_early(last)
    }

    fn too_early(&self, last: Token) -> Wrong {
        Wrong::new(
            last.range(),
            say!("La ligne s'arrête trop tôt : il manque quelque chose après « {word} »."; "The line ends too early: something is missing after \"{word}\".", word = short(self.word(last))),
            example(self.what),
        )
    }

    fn at_token(&self, here: Token) -> Wrong {
        let word = self.word(here);
        if let Some(wrong) = self.foreign(here) {
            return wrong;
        }
        match here.kind {
            Kind::OpenQuote => {
                return Wrong::new(
                    here.range(),
                    say!("Ce texte n'est pas fermé."; "This text is not closed."),
                    say!("Ajoutez le guillemet à la fin du texte ; un texte tient sur une ligne."; "Add the quote at the end of the text; a text stands on one line."),
                );
            }
            Kind::Number if self.at > here.start => return self.number(here),
            Kind::Close => return self.closes(here),
            _ => {}
        }
        if !self.complete() {
            match (self.before.last(), word) {
                (Some(dot), _) if self.word(*dot) == "." => return self.dot(*dot),
                (_, "'" | "’" | "‘") => {
                    return Wrong::new(
                        here.range(),
                        say!("Un texte ne se met pas entre apostrophes."; "A text does not stand between apostrophes."),
                        say!("Mettez-le entre guillemets : `\"…\"` ; un mot d'une liste du plan s'écrit sans rien."; "Put it in quotes: `\"…\"`; a word of one of the plan's lists stands alone."),
                    );
                }
                _ => {}
            }
            return Wrong::new(
                here.range(),
                say!("« {word} » ne peut pas venir ici : un nom ou une valeur est attendu."; "\"{word}\" cannot come here: a name or a value is expected.", word = short(word)),
                example(self.what),
            )
            .here(say!("un nom ou une valeur est attendu ici"; "a name or a value is expected here"));
        }
        if let Some(wrong) = self.joined_to_nothing() {
            return wrong;
        }
        match word {
            "alors" | "then" | "sinon" | "else" | "vérifie" | "verifie" | "satisfies" => {
                if let Some(wrong) = self.before.last().and_then(|last| self.not_closed(*last)) {
                    return wrong;
                }
            }
            "," if matches!(self.what, What::Condition | What::Value | What::Hole) => return self.comma(here),
            "." => return self.dot(here),
            "'" | "’" => return self.elided(here),
            "|" => {
                return Wrong::new(
                    here.range(),
                    say!("Un accord a deux formes : une pour un, une pour plusieurs."; "An agreement has two forms: one for one, one for several."),
                    say!("Écrivez `{{n|action démarre|actions démarrent}}`."; "Write `{{n|action starts|actions start}}`."),
                );
            }
            ";" => {
                return Wrong::new(
                    here.range(),
                    say!("Un point-virgule ne sépare rien."; "A semicolon separates nothing."),
                    say!("Écrivez une condition par ligne."; "Write one condition a line."),
                );
            }
            "-" | "−" if self.operator_due() => {
                return Wrong::new(
                    here.range(),
                    say!("Le signe moins se confond ici avec un trait d'union."; "The minus sign looks like a hyphen here."),
                    say!("Mettez un blanc de chaque côté : `mandat.fin - 6 mois`."; "Put a blank on each side: `mandate.end - 6 months`."),
                )
                .fix(say!("Ajouter les blancs"; "Add the blanks"), here.range(), self.apart(here.range(), "-"));
            }
            _ => {}
        }
        if let Some(open) = self.open_brackets().last().filter(|open| self.word(**open) == "[") {
            return Wrong::new(
                here.range(),
                say!("Une liste ne contient que des noms et des valeurs, séparés par des virgules."; "A list holds only names and values, with commas between them."),
                say!("Écrivez par exemple `[élus, agents]`."; "Write for example `[elected, staff]`."),
            )
            .label(open.range(), say!("la liste s'ouvre ici"; "the list opens here"));
        }
        if self.operator_due() { self.operator(here) } else { self.too_much(here) }
    }

    /// A word that joins was read as a name: what precedes it wants something else.
    fn joined_to_nothing(&self) -> Option<Wrong> {
        let last = self.before.last().filter(|token| token.kind == Kind::Word)?;
        let word = self.word(*last);
        if !is_link(word) {
            return self.capitals(*last);
        }
        let words: Vec<&str> = self.before.iter().rev().take(5).map(|token| self.word(*token)).collect();
        let (length, fr, en) = match words.as_slice() {
            ["in" | "parmi" | "dans", "not", "is", ..] => (3, "hors de", "not in"),
            ["in" | "parmi" | "dans", "pas", "est", "'" | "’", "n", ..] => (5, "hors de", "not in"),
            ["in" | "parmi" | "dans", "is" | "est", ..] => (2, "parmi", "in"),
            ["hors", "est", ..] => (2, "hors de", "not in"),
            _ => return Some(no_thing(self.text, last.range())),
        };
        let of = self.here.filter(|here| word == "hors" && matches!(self.word(*here), "de" | "des" | "du"));
        let place = self.before[self.before.len() - length].start..of.unwrap_or(*last).end;
        let written = &self.text[place.clone()];
        let wrong = Wrong::new(
            place.clone(),
            say!("« {written} » compare deux fois."; "\"{written}\" compares twice.", written),
            say!("Écrivez `{word}` seul."; "Write `{word}` alone.", word = two(fr, en)),
        );
        Some(self.with_word(wrong, place, fr, en))
    }

    /// `ET`, `Not`: an operator in capital letters.
    fn capitals(&self, token: Token) -> Option<Wrong> {
        let written = self.word(token);
        let small = written.to_lowercase();
        (token.kind == Kind::Word && small != written && is_link(&small)).then(|| {
            Wrong::new(
                token.range(),
                say!("« {written} » s'écrit en minuscules."; "\"{written}\" is written in small letters.", written),
                say!("Écrivez `{small}`."; "Write `{small}`.", small),
            )
            .fix(say!("Écrire `{small}`"; "Write `{small}`", small), token.range(), small.clone())
        })
    }

    /// An operator is due.
    fn operator(&self, here: Token) -> Wrong {
        if let Some(wrong) = self.capitals(here) {
            return wrong;
        }
        let written = self.word(here);
        let message = say!("Un opérateur est attendu avant « {written} »."; "An operator is expected before \"{written}\".", written = short(written));
        let due = say!("un opérateur est attendu ici"; "an operator is expected here");
        // `a supérieur à b`; `action qui dure`, where `qui` was read as a name; `a est égal à b`.
        let before = self.before.last().copied().filter(|token| {
            let follows = matches!(self.word(here), "à" | "to" | "than" | "that" | "de" | "from");
            meant(self.word(*token)).is_some_and(|(fr, _)| fr == "telle que" || fr.starts_with(">= ") || follows)
        });
        let said = before.unwrap_or(here);
        if let Some((fr, en)) = meant(self.word(said)) {
            let foreign = self.word(said);
            let message = say!("« {foreign} » n'est pas un mot des règles."; "\"{foreign}\" is no word of policies.", foreign);
            return Wrong::new(said.range(), message, say!("Écrivez `{word}`."; "Write `{word}`.", word = two(fr, en)));
        }
        if let Some(fold) = self.before.last().filter(|token| is_fold(self.word(**token))) {
            return Wrong::new(
                fold.range(),
                say!("« {fold} » est suivi de `de`."; "\"{fold}\" is followed by `of`.", fold = self.word(*fold)),
                say!("Écrivez par exemple `nombre de objectif.actions`."; "Write for example `count of goal.actions`."),
            );
        }
        let (own, other) = if english(self.text) { (ENGLISH, FRENCH) } else { (FRENCH, ENGLISH) };
        let nearest =
            |words: &[&'static str]| suggest::nearest(self.word(here), words.iter().copied()).filter(|near| *near != self.word(here));
        let near = if here.kind == Kind::Word { nearest(own).or_else(|| nearest(other)) } else { None };
        if let Some(word) = near {
            let help = say!("Vouliez-vous dire `{word}` ?"; "Did you mean `{word}`?", word);
            return Wrong::new(here.range(), message, help).here(due).fix(
                say!("Écrire `{word}`"; "Write `{word}`", word),
                here.range(),
                word,
            );
        }
        if let (Kind::Word, Some(number)) = (here.kind, self.before.last().filter(|token| token.kind == Kind::Number)) {
            return Wrong::new(
                number.start..here.end,
                say!("« {written} » n'est pas une unité des règles."; "\"{written}\" is no unit of policies.", written = short(written)),
                say!("Les unités sont `€`, `k€`, `M€`, `%`, `etp`, `jours`, `semaines`, `mois`, `ans`."; "The units are `€`, `k€`, `M€`, `%`, `fte`, `days`, `weeks`, `months`, `years`."),
            );
        }
        let help = say!(
            "Joignez deux conditions par `et` ou `ou` ; comparez par `=`, `<`, `>`, `parmi`. Un nom de plusieurs mots prend des traits d'union.";
            "Join two conditions with `and` or `or`; compare with `=`, `<`, `>`, `in`. A name of several words takes hyphens."
        );
        Wrong::new(here.range(), message, help).here(due)
    }

    /// All was said before this.
    pub(super) fn too_much(&self, here: Token) -> Wrong {
        let word = self.word(here);
        if self.what == What::Each && matches!(word, "telle" | "tel" | "where") {
            return Wrong::new(
                here.range(),
                say!("Un filtre ne s'écrit pas sur cette ligne."; "A filter cannot be written on this line."),
                say!("Écrivez la condition sur la ligne suivante : `lorsque …`."; "Write the condition on the next line: `where …`."),
            );
        }
        Wrong::new(
            here.range(),
            say!("« {word} » est de trop ici."; "\"{word}\" is too much here.", word = short(word)),
            example(self.what),
        )
    }

    pub(super) fn word(&self, token: Token) -> &'a str {
        &self.text[token.range()]
    }

    pub(super) fn is_due(&self, rule: Rule) -> bool {
        self.due.contains(&rule)
    }

    pub(super) fn operator_due(&self) -> bool {
        [Rule::compare, Rule::and, Rule::add].into_iter().any(|rule| self.is_due(rule))
    }

    /// Could what stands before be all?
    pub(super) fn complete(&self) -> bool {
        const BEHIND: [Rule; 8] =
            [Rule::next, Rule::close_paren, Rule::close_list, Rule::w_then, Rule::w_else, Rule::w_satisfies, Rule::w_for, Rule::EOI];
        self.operator_due() || BEHIND.into_iter().any(|rule| self.is_due(rule))
    }
}
