//! Says why an expression cannot be read, in the words of someone who has never met a grammar.
//!
//! In: the text, where the parser gave up, and what it would have read there. Out: one thing that is wrong, with its place in the text.

use std::ops::Range;

use super::read::{Ground, What};
use super::scan::{Kind, Token, is_blank, tokens};
use crate::diagnostic::{self, Diagnostic, Say, Two, rules, suggest, two};
use crate::say;
use crate::syntax::parse::Rule;

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
        Some(here) => stuck.at_token(here),
    }
}

/// A word that joins two things, where a thing is due.
pub fn no_thing(text: &str, place: Range<usize>) -> Wrong {
    let word = &text[place.clone()];
    Wrong::new(
        place.clone(),
        say!("« {word} » relie deux choses : il en manque une."; "\"{word}\" joins two things: one of them is missing.", word),
        say!("Écrivez ce qui manque avant ou après `{word}`, ou supprimez ce mot."; "Write what is missing before or after `{word}`, or remove this word.", word),
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

/// Where the parser stands and cannot go on.
struct Stuck<'a> {
    what: What,
    text: &'a str,
    at: usize,
    due: &'a [Rule],
    before: &'a [Token],
    here: Option<Token>,
}

impl<'a> Stuck<'a> {
    fn at_the_end(&self, last: Token) -> Wrong {
        let word = self.word(last);
        if !self.complete() {
            return Wrong::new(
                last.range(),
                say!("La ligne s'arrête trop tôt : il manque quelque chose après « {word} »."; "The line ends too early: something is missing after \"{word}\".", word),
                example(self.what),
            );
        }
        if let Some(open) = self.open_brackets().last().copied() {
            let close = closing(self.word(open));
            let wrong = Wrong::new(
                open.range(),
                match close {
                    ")" => say!("Cette parenthèse n'est pas fermée."; "This parenthesis is not closed."),
                    _ => say!("Ce crochet n'est pas fermé."; "This bracket is not closed."),
                },
                say!("Ajoutez `{close}` là où se termine ce qu'elle contient."; "Add `{close}` where what it holds ends.", close),
            );
            return wrong.fix(say!("Ajouter `{close}` à la fin"; "Add `{close}` at the end", close), last.end..last.end, close);
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
            return Wrong::new(
                opener(&["si", "if"]).range(),
                say!("Un `si` veut `alors` et `sinon`."; "An `if` wants `then` and `else`."),
                say!("Écrivez `si … alors … sinon …`."; "Write `if … then … else …`."),
            );
        }
        Wrong::new(
            last.range(),
            say!("La suite manque après « {word} »."; "Something is missing after \"{word}\".", word),
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
            return Wrong::new(
                here.range(),
                say!("« {word} » ne peut pas venir ici : un nom ou une valeur est attendu."; "\"{word}\" cannot come here: a name or a value is expected.", word),
                example(self.what),
            )
            .here(say!("un nom ou une valeur est attendu ici"; "a name or a value is expected here"));
        }
        if let Some(wrong) = self.joined_to_nothing() {
            return wrong;
        }
        match word {
            "," => return self.comma(here),
            "." => {
                return Wrong::new(
                    here.range(),
                    say!("Ce point n'est suivi d'aucun nom."; "No name follows this dot."),
                    say!("Écrivez le nom sans blanc, comme `fiche.début`, ou supprimez le point."; "Write the name without a blank, as in `sheet.start`, or remove the dot."),
                );
            }
            "-" | "−" | "->" if self.operator_due() => {
                let sign = here.start..here.start + if word == "−" { word.len() } else { 1 };
                return Wrong::new(
                    sign.clone(),
                    say!("Le signe moins se confond ici avec un trait d'union."; "The minus sign looks like a hyphen here."),
                    say!("Mettez un blanc de chaque côté : `mandat.fin - 6 mois`."; "Put a blank on each side: `mandate.end - 6 months`."),
                )
                .fix(say!("Ajouter les blancs"; "Add the blanks"), sign.clone(), self.apart(sign, "-"));
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

    /// What another language writes.
    fn foreign(&self, here: Token) -> Option<Wrong> {
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
    fn number(&self, here: Token) -> Wrong {
        let written = self.word(here);
        let digits = written.bytes().take_while(u8::is_ascii_digit).count();
        if digits == 4 && written[digits..].starts_with(['-', '\u{2010}', '\u{2011}', '\u{2012}']) {
            return Wrong::new(
                here.range(),
                say!("« {written} » ne se lit pas comme une date."; "\"{written}\" does not read as a date.", written),
                say!("Écrivez `2027`, `2027-T2`, `2027-03` ou `2027-03-15`."; "Write `2027`, `2027-Q2`, `2027-03` or `2027-03-15`."),
            );
        }
        let unit = &written[digits..];
        let wrong = Wrong::new(
            here.range(),
            say!("« {written} » ne se lit pas."; "\"{written}\" cannot be read.", written),
            say!("Écrivez le nombre, un blanc, puis l'unité : `6 mois`, `20 k€`, `0,5 etp`."; "Write the number, a blank, then the unit: `6 months`, `20 k€`, `0.5 fte`."),
        );
        if unit.starts_with(char::is_alphabetic) {
            return wrong.fix(say!("Ajouter le blanc"; "Add the blank"), here.start + digits..here.start + digits, " ");
        }
        wrong
    }

    /// A closing bracket where none is due.
    fn closes(&self, here: Token) -> Wrong {
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
            ["hors", "est", ..] => (2, "hors", "not in"),
            _ => return Some(no_thing(self.text, last.range())),
        };
        let place = self.before[self.before.len() - length].start..last.end;
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

    fn comma(&self, here: Token) -> Wrong {
        let help = say!("Une liste s'écrit entre crochets : `[élus, agents]`. Deux conditions se joignent par `et` ou `ou`."; "A list stands in brackets: `[elected, staff]`. Two conditions are joined by `and` or `or`.");
        Wrong::new(here.range(), say!("Cette virgule ne sépare rien."; "This comma separates nothing."), help)
    }

    /// An operator is due.
    fn operator(&self, here: Token) -> Wrong {
        if let Some(wrong) = self.capitals(here) {
            return wrong;
        }
        let written = self.word(here);
        let message = say!("Un opérateur est attendu avant « {written} »."; "An operator is expected before \"{written}\".", written);
        let due = say!("un opérateur est attendu ici"; "an operator is expected here");
        if let Some((place, word)) = meant(self.text, here) {
            let message = say!("« {written} » n'est pas un mot des règles."; "\"{written}\" is no word of policies.", written);
            return Wrong::new(place, message, say!("Écrivez `{word}`."; "Write `{word}`.", word)).here(due);
        }
        let near = (here.kind == Kind::Word).then(|| suggest::nearest(written, OPERATORS.iter().copied())).flatten();
        if let Some(word) = near {
            let help = say!("Vouliez-vous dire `{word}` ?"; "Did you mean `{word}`?", word);
            return Wrong::new(here.range(), message, help).here(due).fix(
                say!("Écrire `{word}`"; "Write `{word}`", word),
                here.range(),
                word,
            );
        }
        let help = say!(
            "Joignez deux conditions par `et` ou `ou` ; comparez par `=`, `<`, `>`, `parmi`. Un nom de plusieurs mots prend des traits d'union.";
            "Join two conditions with `and` or `or`; compare with `=`, `<`, `>`, `in`. A name of several words takes hyphens."
        );
        Wrong::new(here.range(), message, help).here(due)
    }

    /// All was said before this.
    fn too_much(&self, here: Token) -> Wrong {
        let word = self.word(here);
        Wrong::new(here.range(), say!("« {word} » est de trop ici."; "\"{word}\" is too much here.", word), example(self.what))
    }

    /// With the change that puts a word in a place, in the language of the rest.
    fn with_word(&self, wrong: Wrong, place: Range<usize>, fr: &'static str, en: &'static str) -> Wrong {
        let word = word_of(self.text, fr, en);
        let text = self.apart(place.clone(), word);
        wrong.fix(say!("Écrire `{word}`"; "Write `{word}`", word), place, text)
    }

    /// A word with blanks around it, but for those that stand there.
    fn apart(&self, place: Range<usize>, word: &str) -> String {
        let left = self.text[..place.start].chars().next_back().is_some_and(|c| !is_blank(c) && c != '(');
        let right = self.text[place.end..].chars().next().is_some_and(|c| !is_blank(c));
        format!("{}{word}{}", if left { " " } else { "" }, if right { " " } else { "" })
    }

    fn word(&self, token: Token) -> &'a str {
        &self.text[token.range()]
    }

    fn is_due(&self, rule: Rule) -> bool {
        self.due.contains(&rule)
    }

    fn operator_due(&self) -> bool {
        [Rule::compare, Rule::and, Rule::add].into_iter().any(|rule| self.is_due(rule))
    }

    /// Could what stands before be all?
    fn complete(&self) -> bool {
        const BEHIND: [Rule; 8] =
            [Rule::next, Rule::close_paren, Rule::close_list, Rule::w_then, Rule::w_else, Rule::w_satisfies, Rule::w_for, Rule::EOI];
        self.operator_due() || BEHIND.into_iter().any(|rule| self.is_due(rule))
    }

    /// The brackets that are open here, the outermost first.
    fn open_brackets(&self) -> Vec<Token> {
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
}

fn closing(open: &str) -> &'static str {
    if open == "(" { ")" } else { "]" }
}

/// What may be written, by an example.
fn example(what: What) -> Say {
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
    const ENGLISH: &[&str] = &[
        "and",
        "or",
        "not",
        "is",
        "in",
        "contains",
        "before",
        "after",
        "otherwise",
        "on",
        "where",
        "satisfies",
        "if",
        "then",
        "else",
        "for",
        "of",
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
        "mandate",
        "milestone",
        "strategy",
        "authority",
    ];
    if tokens(text).any(|token| token.kind == Kind::Word && ENGLISH.contains(&text[token.range()].split('.').next().unwrap_or(""))) {
        en
    } else {
        fr
    }
}

/// Words that join two things: none of them can name one.
pub fn is_link(word: &str) -> bool {
    OPERATORS.contains(&word) || matches!(word, "apres" | "verifie" | "hors" | "tel" | "tels" | "telles" | "existe" | "exists")
}

/// Of both languages, as they are written.
const OPERATORS: &[&str] = &[
    "et",
    "and",
    "ou",
    "or",
    "non",
    "not",
    "est",
    "is",
    "parmi",
    "dans",
    "in",
    "contient",
    "contains",
    "avant",
    "before",
    "après",
    "after",
    "otherwise",
    "telle",
    "where",
    "vérifie",
    "satisfies",
    "alors",
    "then",
    "sinon",
    "else",
    "pour",
    "for",
];

/// What is meant by a word that other people use, and how much of the text says it.
fn meant(text: &str, here: Token) -> Option<(Range<usize>, Two)> {
    let (fr, en) = match &text[here.range()] {
        "égal" | "égale" | "égaux" | "égales" | "equal" | "equals" => ("=", "="),
        "supérieur" | "supérieure" | "greater" | "more" | "above" | "dépasse" | "exceeds" => (">", ">"),
        "inférieur" | "inférieure" | "less" | "below" => ("<", "<"),
        "différent" | "différente" | "differs" => ("!=", "!="),
        "mais" | "but" | "plus" | "puis" => ("et", "and"),
        "tel" | "telle" | "tels" | "telles" | "dont" | "qui" | "avec" | "such" | "with" | "whose" | "which" => ("telle que", "where"),
        _ => return None,
    };
    Some((here.range(), two(fr, en)))
}
