//! Reads the arguments of one statement, left to right, and says what is missing or too much.

use super::item::Name;
use super::literal::{self, Refusal};
use super::value::{Duration, Money, Period, TimeUnit, When};
use crate::diagnostic::{Diagnostic, Lang, Say, codes, suggest};
use crate::language::{Row, Shape, Word, named, word};
use crate::say;
use crate::syntax::{Part, PartKind, plain, readable};
use crate::text::{SourceId, Span, Spanned};

/// The parts of a statement after its keyword. Every reader takes what it expects or reports why it cannot.
pub struct Reader<'a> {
    pub text: &'a str,
    pub source: SourceId,
    pub row: &'static Row,
    /// The keyword as written.
    pub keyword: Span,
    pub parts: &'a [Part],
    pub at: usize,
    /// The line was damaged: what is missing has been reported already.
    pub quiet: bool,
    pub diagnostics: Vec<Diagnostic>,
}

impl<'a> Reader<'a> {
    pub fn span(&self, part: &Part) -> Span {
        Span::new(self.source, part.start, part.end)
    }

    pub fn written(&self, part: &Part) -> &'a str {
        &self.text[part.start as usize..part.end as usize]
    }

    pub fn peek(&self) -> Option<&'a Part> {
        self.parts.get(self.at)
    }

    pub fn next_is(&self, kind: PartKind) -> bool {
        self.peek().is_some_and(|part| part.kind == kind)
    }

    pub fn take(&mut self, kind: PartKind) -> Option<&'a Part> {
        let part = self.peek().filter(|part| part.kind == kind)?;
        self.at += 1;
        Some(part)
    }

    /// The next part as one of the small words, if it is one of these.
    pub fn take_word(&mut self, wanted: &[Word]) -> Option<Word> {
        let part = self.peek().filter(|part| part.kind == PartKind::Word)?;
        let found = word(self.written(part), wanted)?;
        self.at += 1;
        Some(found)
    }

    /// Where the next part stands, or the empty place after the last one.
    pub fn place(&self) -> Span {
        match (self.peek(), self.at.checked_sub(1).and_then(|last| self.parts.get(last))) {
            (Some(part), _) => self.span(part),
            (None, Some(last)) => self.span(last).after(),
            (None, None) => self.keyword.after(),
        }
    }

    pub fn report(&mut self, diagnostic: Diagnostic) {
        if !self.quiet {
            self.diagnostics.push(diagnostic);
        }
    }

    fn keyword_text(&self) -> &'a str {
        &self.text[self.keyword.range()]
    }

    /// Something is missing, or something else stands in its place.
    pub fn missing(&mut self, what: Say) {
        let keyword = self.keyword_text();
        let (place, help) = (self.place(), Say { fr: self.row.help_fr.to_owned(), en: self.row.help_en.to_owned() });
        let diagnostic = match self.peek() {
            None => Diagnostic::new(
                &codes::MISSING_PART,
                self.keyword.to(place),
                say!("Il manque {} après `{keyword}`.", what.fr; "After `{keyword}`, {} is missing.", what.en),
                help,
            ),
            Some(part) => {
                let found = shown(self.written(part));
                Diagnostic::new(
                    &codes::MISSING_PART,
                    place,
                    say!("Après `{keyword}`, il faut {}, et non « {found} ».", what.fr; "After `{keyword}`, {} is due, not \"{found}\".", what.en),
                    help,
                )
            }
        };
        self.report(diagnostic);
        self.at = self.parts.len();
    }

    /// Nothing more may follow.
    pub fn finish(&mut self) {
        let Some(part) = self.peek() else { return };
        let rest = self.span(part).to(self.span(self.parts.last().expect("a part was just seen")));
        let found = shown(&self.text[rest.range()]);
        let trailing_comma = part.kind == PartKind::Comma && self.at + 1 == self.parts.len();
        let word = suggest::fold(self.written(part));
        let help = if trailing_comma {
            say!("Retirez la virgule finale."; "Remove the comma at the end.")
        } else if matches!(self.row.shape, Shape::Block(_)) && self.at == 1 {
            let (fr, en) = (self.row.spelling(Lang::Fr), self.row.spelling(Lang::En));
            say!("Ouvrez un bloc : `{fr} {{`, une ligne par élément, puis `}}`."; "Open a block: `{en} {{`, a line for each, then `}}`.")
        } else if matches!(word.as_str(), "et" | "and" | "&") {
            say!("Séparez les noms par des virgules. Un seul pilote : les autres sont des contributeurs."; "Separate names with commas. One owner only: the others are contributors.")
        } else {
            say!("Retirez-le, ou passez à la ligne : une phrase par ligne."; "Remove it, or start a new line: one statement a line.")
        };
        let keyword = self.keyword_text();
        self.report(Diagnostic::new(
            &codes::UNEXPECTED_PART,
            rest,
            say!("`{keyword}` ne prend pas « {found} »."; "`{keyword}` does not take \"{found}\"."),
            help,
        ));
        self.at = self.parts.len();
    }

    pub fn refused(&mut self, refusal: Refusal, span: Span) {
        let mut diagnostic = Diagnostic::new(refusal.code, span, refusal.message, refusal.help);
        if let Some(replacement) = refusal.replacement {
            diagnostic = diagnostic.fix(say!("Écrire `{replacement}`"; "Write `{replacement}`"), span, replacement);
        }
        self.report(diagnostic);
    }

    pub fn name(&mut self) -> Option<Name> {
        if let Some(part) = self.take(PartKind::Word) {
            return Some(Name(self.span(part)));
        }
        if let Some(part) = self.peek().filter(|part| part.kind == PartKind::Text) {
            let (span, slug) = (self.span(part), slug(&plain(self.written(part))));
            self.report(Diagnostic::new(
                &codes::MISSING_PART,
                span,
                say!("Il faut ici un nom, sans guillemets."; "A name is due here, without quotes."),
                say!("Écrivez par exemple `{slug}`."; "Write for instance `{slug}`."),
            ));
            self.at += 1;
            return None;
        }
        self.missing(say!("un nom"; "a name"));
        None
    }

    pub fn text(&mut self) -> Option<Spanned<String>> {
        match self.take(PartKind::Text) {
            Some(part) => Some(self.text_of(part)),
            None => {
                self.missing(say!("un texte entre guillemets"; "a text between quotes"));
                None
            }
        }
    }

    pub fn text_of(&mut self, part: &Part) -> Spanned<String> {
        let (span, text) = (self.span(part), plain(self.written(part)));
        let Some(c) = text.chars().find(|c| !readable(*c)) else { return Spanned::new(text, span) };
        let code = c as u32;
        self.report(Diagnostic::new(
            &codes::UNREADABLE_LINE,
            span,
            say!("Ce texte contient un caractère invisible (U+{code:04X})."; "This text holds an invisible character (U+{code:04X})."),
            say!("Retapez le texte : un copier-coller l'a sans doute apporté."; "Type the text again: copy and paste probably brought it."),
        ));
        Spanned::new(text.replace(|c| !readable(c), ""), span)
    }

    /// `mars 2027`, `15 mars 2027`, `T2 2027`: a date in words, as the language writes it, and how many parts it takes.
    fn spelled_date(&self) -> Option<(String, usize)> {
        // There is a word in it, first or second: most dates stop here.
        let word = |ahead: usize| self.parts.get(self.at + ahead).is_some_and(|part| part.kind == PartKind::Word);
        if !word(0) && !word(1) {
            return None;
        }
        let written = |ahead: usize| self.parts.get(self.at + ahead).map(|part| self.written(part));
        let year = |ahead: usize| written(ahead).filter(|text| text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit()));
        let first = suggest::fold(written(0)?);
        if let (Some(month), Some(year)) = (month_number(&first), year(1)) {
            return Some((format!("{year}-{month:02}"), 2));
        }
        if let (Some(quarter), Some(year)) =
            (first.strip_prefix(['t', 'q']).filter(|digit| matches!(*digit, "1" | "2" | "3" | "4")), year(1))
        {
            return Some((format!("{year}-T{quarter}"), 2));
        }
        let day: u8 = first.trim_end_matches("er").parse().ok().filter(|day| (1..=31).contains(day))?;
        let month = month_number(&suggest::fold(written(1)?))?;
        Some((format!("{}-{month:02}-{day:02}", year(2)?), 3))
    }

    pub fn date(&mut self) -> Option<(When, Span)> {
        if let Some((mended, taken)) = self.spelled_date() {
            let span = self.span(&self.parts[self.at]).to(self.span(&self.parts[self.at + taken - 1]));
            self.at += taken;
            self.report(
                Diagnostic::new(
                    &codes::NOT_A_DATE,
                    span,
                    say!("Les dates s'écrivent en chiffres, l'année d'abord."; "Dates are written in digits, the year first."),
                    say!("Écrivez `{mended}`."; "Write `{mended}`."),
                )
                .fix(say!("Écrire `{mended}`"; "Write `{mended}`"), span, mended.clone()),
            );
            return None;
        }
        match self.take(PartKind::Literal) {
            Some(part) => {
                let span = self.span(part);
                match literal::date(self.written(part)) {
                    Ok(when) => Some((when, span)),
                    Err(refusal) => {
                        self.refused(*refusal, span);
                        None
                    }
                }
            }
            None => {
                self.missing(say!("une date (`2027-03`)"; "a date (`2027-03`)"));
                None
            }
        }
    }

    pub fn period(&mut self) -> Option<Period> {
        let start = self.date();
        if self.take(PartKind::Range).is_none() {
            if let (Some((start, span)), None) = (start, self.peek()) {
                // One date alone: the whole of that day, month, quarter or year.
                return Some(Period { start, end: start, start_span: span, end_span: span });
            }
            if self.peek().is_some() {
                self.missing(say!("`..` entre le début et la fin"; "`..` between start and end"));
            }
            return None;
        }
        let end = self.date();
        let ((start, start_span), (end, end_span)) = (start?, end?);
        Some(Period { start, end, start_span, end_span })
    }

    pub fn money(&mut self) -> Option<Spanned<Money>> {
        match self.take(PartKind::Literal) {
            Some(part) => {
                let mut span = self.span(part);
                let mut written = self.written(part).to_owned();
                // `120 k` and then nothing: the unit was cut short; show it with its number.
                if let Some(next) =
                    self.peek().filter(|next| next.kind == PartKind::Word && matches!(self.written(next), "k" | "K" | "M" | "Md"))
                {
                    self.at += 1;
                    span = span.to(self.span(next));
                    written = format!("{written} {}", self.written(next));
                }
                match literal::money(&written) {
                    Ok(money) => Some(Spanned::new(money, span)),
                    Err(refusal) => {
                        self.refused(*refusal, span);
                        None
                    }
                }
            }
            None => {
                self.missing(say!("un montant (`120 k€`)"; "an amount (`120 k€`)"));
                None
            }
        }
    }

    /// A whole number, with no unit.
    pub fn whole_number(&mut self) -> Option<Spanned<u64>> {
        let Some(part) = self.take(PartKind::Literal) else {
            self.missing(say!("un nombre"; "a number"));
            return None;
        };
        let (span, written) = (self.span(part), self.written(part));
        match literal::number(written) {
            Ok((value, "")) if value.is_integer() => u64::try_from(value).ok().map(|value| Spanned::new(value, span)),
            Ok(_) => {
                self.report(Diagnostic::new(
                    &codes::NOT_A_NUMBER,
                    span,
                    say!("« {written} » n'est pas un nombre entier."; "\"{written}\" is not a whole number."),
                    say!("Écrivez par exemple `62 400`."; "Write for instance `62 400`."),
                ));
                None
            }
            Err(refusal) => {
                self.refused(*refusal, span);
                None
            }
        }
    }

    pub fn duration(&mut self) -> Option<Spanned<Duration>> {
        let Some(part) = self.take(PartKind::Literal) else {
            self.missing(say!("une durée (`18 mois`)"; "a duration (`18 months`)"));
            return None;
        };
        let mut span = self.span(part);
        let (value, rest) = match literal::number(self.written(part)) {
            Ok(read) => read,
            Err(refusal) => {
                self.refused(*refusal, span);
                return None;
            }
        };
        let unit = if rest.is_empty() {
            match self.peek().filter(|next| next.kind == PartKind::Word) {
                Some(next) => {
                    let unit = word(self.written(next), TIME_UNITS);
                    if unit.and_then(time_unit).is_some() {
                        self.at += 1;
                        span = span.to(self.span(next));
                    }
                    unit
                }
                None => None,
            }
        } else {
            word(rest, TIME_UNITS)
        };
        let Some((unit, factor)) = unit.and_then(time_unit) else {
            let months = named(Word::Months, Lang::Fr);
            self.report(Diagnostic::new(
                &codes::MISSING_UNIT,
                span,
                say!("Une durée a une unité : jours, semaines, mois, trimestres ou ans."; "A duration has a unit: days, weeks, months, quarters or years."),
                say!("Écrivez `{value} {months}`."; "Write `{value} months`."),
            ));
            self.at = self.parts.len();
            return None;
        };
        match u16::try_from(value).ok().filter(|_| value.is_integer()).and_then(|count| count.checked_mul(factor)) {
            Some(count) => Some(Spanned::new(Duration { count, unit }, span)),
            None => {
                self.report(Diagnostic::new(
                    &codes::NOT_A_NUMBER,
                    span,
                    say!("« {value} » n'est pas une durée possible."; "\"{value}\" is no possible duration."),
                    say!("Écrivez un nombre entier : `18 mois`."; "Write a whole number: `18 months`."),
                ));
                None
            }
        }
    }

    pub fn one_of(&mut self, wanted: &'static [Word]) -> Option<Spanned<Word>> {
        let Some(part) = self.take(PartKind::Word) else {
            self.missing(say!("un mot de la liste"; "a word of the list"));
            return None;
        };
        let (span, written) = (self.span(part), self.written(part));
        if let Some(found) = word(written, wanted) {
            return Some(Spanned::new(found, span));
        }
        // `en cours` in two words.
        if let Some(next) = self.peek().filter(|next| next.kind == PartKind::Word)
            && let Some(found) = word(&format!("{written}-{}", self.written(next)), wanted)
        {
            self.at += 1;
            return Some(Spanned::new(found, span.to(self.span(next))));
        }
        let (fr, en) = (crate::language::words_of(wanted, Lang::Fr), crate::language::words_of(wanted, Lang::En));
        let keyword = self.keyword_text();
        let mut diagnostic = Diagnostic::new(
            &codes::UNKNOWN_VALUE,
            span,
            say!("`{keyword}` ne connaît pas « {written} »."; "`{keyword}` does not know \"{written}\"."),
            say!("Choisissez parmi : {}.", fr.join(", "); "Choose among: {}.", en.join(", ")),
        );
        if let Some(near) = suggest::nearest(written, fr.iter().chain(&en).copied()) {
            diagnostic = diagnostic.here(say!("vouliez-vous dire `{near}` ?"; "did you mean `{near}`?"));
            diagnostic = diagnostic.fix(say!("Écrire `{near}`"; "Write `{near}`"), span, near);
        }
        self.report(diagnostic);
        None
    }
}

/// The number of a month's folded name, in either language; its first letters will do (`janv`, `sept`).
fn month_number(name: &str) -> Option<u8> {
    let names = |lang: Lang| (1..=12).map(move |month| (month as u8, suggest::fold(super::value::month_name(month, lang))));
    let name = name.trim_end_matches('.');
    let mut found =
        names(Lang::Fr).chain(names(Lang::En)).filter(|(_, full)| name.len() >= 3 && full.starts_with(name)).map(|(month, _)| month);
    let first = found.next()?;
    found.all(|other| other == first).then_some(first)
}

const TIME_UNITS: &[Word] = &[Word::Days, Word::Weeks, Word::Months, Word::Quarters, Word::Years];

fn time_unit(unit: Word) -> Option<(TimeUnit, u16)> {
    Some(match unit {
        Word::Days => (TimeUnit::Day, 1),
        Word::Weeks => (TimeUnit::Week, 1),
        Word::Months => (TimeUnit::Month, 1),
        Word::Quarters => (TimeUnit::Month, 3),
        Word::Years => (TimeUnit::Year, 1),
        _ => return None,
    })
}

/// A text made short enough for a message.
pub fn shown(text: &str) -> String {
    let line = text.lines().next().unwrap_or("").trim();
    if line.chars().count() > 40 { format!("{}…", line.chars().take(40).collect::<String>()) } else { line.to_owned() }
}

/// A name made from a title: `Guichet numérique` → `guichet-numerique`.
pub fn slug(title: &str) -> String {
    let folded = suggest::fold(title);
    let words: Vec<&str> = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| word.len() > 2).take(3).collect();
    let slug = words.join("-");
    if slug.starts_with(|c: char| c.is_ascii_alphabetic()) { slug } else { format!("nom-{slug}").trim_end_matches('-').to_owned() }
}
