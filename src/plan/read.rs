//! Reads the arguments of one statement, left to right, and says what is missing or too much.

use super::spelling::{Spelled, Spelt};
use super::store::{Cell, Joint, Local, Reference, UseItem, Value};
use crate::diagnostic::{Diagnostic, Lang, Rule, Say, rules, suggest};
use crate::language::{Found, Help, Keyword, Place, Row, Type, Word, find, inside, spellings, word};
use crate::say;
use crate::syntax::{Part, PartKind};
use crate::text::typography::shortened;
use crate::text::{SourceId, Span};

/// Why a literal is not what is expected: a code, what is wrong, what to do, and what to write instead if that is sure.
#[derive(Debug)]
pub struct Refusal {
    pub rule: &'static Rule,
    pub message: Say,
    pub help: Say,
    pub replacement: Option<String>,
}

pub fn refuse<T>(rule: &'static Rule, message: Say, help: Say) -> Result<T, Box<Refusal>> {
    Err(Box::new(Refusal { rule, message, help, replacement: None }))
}

/// The parts of a statement after its keyword. Every reader takes what it expects or reports why it cannot.
pub struct Reader<'a> {
    /// The item's text; places are counted in it.
    pub text: &'a str,
    pub row: Row,
    /// The block that the statement stands in.
    pub place: Place,
    /// How many parts at the end of the line are a statement of their own.
    pub behind: Option<usize>,
    /// The keyword as written.
    pub keyword: Local,
    pub parts: &'a [Part],
    pub at: usize,
    /// Where the statement's own words end, what could not be read included.
    pub end: u32,
    /// The line was damaged: what is missing has been reported already.
    pub quiet: bool,
    /// Something was left at its end that nobody understands.
    pub spoilt: bool,
    /// A member of a list is read: what is wrong costs the text up to the next comma.
    pub in_list: bool,
    pub diagnostics: Vec<Diagnostic>,
    pub items: &'a mut Vec<Cell>,
    pub pairs: &'a mut Vec<[Cell; 2]>,
    pub references: &'a mut Vec<Reference>,
    pub uses: &'a mut Vec<UseItem>,
    pub mentions: &'a mut Vec<Local>,
    pub ghosts: &'a mut Vec<Local>,
    /// What the statement stands in.
    pub holder: u32,
    /// Where somebody asks for them: the words of the language that are read.
    pub words: Option<&'a mut Vec<Spelled>>,
}

impl<'a> Reader<'a> {
    pub fn span(&self, part: &Part) -> Local {
        Local::new(part.start, part.end)
    }

    pub fn place_of(&self, span: Local) -> Span {
        Span::new(SourceId(0), span.start, span.end)
    }

    pub fn slice(&self, span: Local) -> &'a str {
        &self.text[span.range()]
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
        self.spelt(self.span(part), Spelt::Word(found));
        Some(found)
    }

    /// The next parts as one of these words, which may be of several parts: `instead of`, `plus de`.
    pub fn take_phrase(&mut self, wanted: &[Word]) -> Option<Word> {
        let first = self.peek().filter(|part| part.kind == PartKind::Word)?;
        let rest = &self.parts[self.at..];
        let folded = |part: &Part| suggest::fold(self.written(part)).replace('’', "'");
        let head = folded(first);
        let long = |spelling: &str| {
            let mut words = spelling.split(' ').map(suggest::fold);
            let count = spelling.split(' ').count();
            let same = words.next().as_deref() == Some(&head)
                && rest.len() >= count
                && rest[1..].iter().zip(words).all(|(part, word)| part.kind == PartKind::Word && folded(part) == word);
            same.then_some(count)
        };
        let all = wanted
            .iter()
            .flat_map(|word| [Lang::En, Lang::Fr].into_iter().flat_map(|lang| spellings(*word, lang)).map(|known| (*word, *known)));
        let (count, found) = all.filter_map(|(word, known)| Some((long(known)?, word))).max_by_key(|(count, _)| *count)?;
        let span = self.span(first).to(self.span(&rest[count - 1]));
        self.at += count;
        self.spelt(span, Spelt::Word(found));
        Some(found)
    }

    /// Two values that are one: the range of an amount, a date and the one that it stands instead of.
    pub fn pair(&mut self, joint: Joint, first: Cell, second: Cell) -> Cell {
        self.pairs.push([first, second]);
        Cell { span: first.span.to(second.span), value: Value::Pair(joint, self.pairs.len() as u32 - 1) }
    }

    /// A word of the language was read here: whoever reads one says so, and it can be written in the other language.
    pub fn spelt(&mut self, span: Local, what: Spelt) {
        if let Some(words) = &mut self.words {
            words.push(Spelled { span, what });
        }
    }

    /// Members separated by commas. A member that cannot be read is unknown, and the others are read all the same.
    pub fn list(&mut self, mut member: impl FnMut(&mut Self) -> Option<Cell>) -> Option<Cell> {
        let first = self.items.len();
        self.in_list = true;
        loop {
            let from = self.place();
            let cell = member(self).unwrap_or_else(|| {
                self.skip_member();
                Cell { span: from, value: Value::Unknown }
            });
            self.items.push(cell);
            let Some(comma) = self.take(PartKind::Comma) else { break };
            if self.peek().is_none() {
                let span = self.span(comma);
                self.report(Diagnostic::new(
                    &rules::UNEXPECTED_PART,
                    self.place_of(span),
                    say!("La liste finit par une virgule."; "The list ends with a comma."),
                    say!("Retirez la virgule finale."; "Remove the comma at the end."),
                ));
                break;
            }
        }
        self.in_list = false;
        let span = self.items[first..].iter().map(|cell| cell.span).reduce(Local::to)?;
        Some(Cell { span, value: Value::List(first as u32, (self.items.len() - first) as u32) })
    }

    fn skip_member(&mut self) {
        while self.peek().is_some_and(|part| part.kind != PartKind::Comma) {
            self.at += 1;
        }
    }

    /// Nothing more is read here: the rest of the member, or of the line.
    fn skip(&mut self) {
        if self.in_list {
            self.skip_member();
        } else {
            self.at = self.parts.len();
        }
    }

    /// Where the next part stands, or the empty place after the last one.
    pub fn place(&self) -> Local {
        match (self.peek(), self.at.checked_sub(1).and_then(|last| self.parts.get(last))) {
            (Some(part), _) => self.span(part),
            (None, Some(last)) => Local::new(last.end, last.end),
            (None, None) => Local::new(self.keyword.end, self.keyword.end),
        }
    }

    /// What this text names is not forgotten, though it could not be read.
    pub fn mention(&mut self, span: Local) {
        self.mentions.push(span);
    }

    /// A value of a line that goes on with what nobody understands: a list may have more members, and what a member waits for may be
    /// something else.
    pub fn partial(&mut self, cell: Cell) -> Cell {
        match cell.value {
            Value::List(first, count) if (first + count) as usize == self.items.len() => {
                let unknown = Cell { span: self.place(), value: Value::Unknown };
                match self.items.last_mut() {
                    Some(last) if matches!(last.value, Value::Depend(..)) => *last = unknown,
                    _ => {}
                }
                self.items.push(unknown);
                Cell { span: cell.span, value: Value::List(first, count + 1) }
            }
            Value::Word(_)
            | Value::Text
            | Value::Name(_)
            | Value::Library
            | Value::Unknown
            | Value::Undefined
            | Value::Flag
            | Value::Answer(_)
            | Value::List(..) => cell,
            Value::Number(_)
            | Value::Date(_)
            | Value::Period(..)
            | Value::Duration(_)
            | Value::Amount(..)
            | Value::ShareOfMoney(..)
            | Value::ShareOf(..)
            | Value::Reading(_)
            | Value::Money(..)
            | Value::After(..)
            | Value::Open
            | Value::Continuous
            | Value::Pair(..)
            | Value::Every(_)
            | Value::Effort(..)
            | Value::Votes(..)
            | Value::Depend(..) => Cell { span: cell.span, value: Value::Unknown },
        }
    }

    /// Did the line become unreadable at this character, right behind the last part?
    pub fn stopped_at(&self, c: char) -> bool {
        self.quiet && self.parts.last().is_some_and(|last| self.text[last.end as usize..].starts_with(c))
    }

    /// The statement's own words from a place on, without the blanks at their end.
    pub fn rest_of_line(&self, from: u32) -> &'a str {
        self.text[from as usize..(self.end.max(from)) as usize].lines().next().unwrap_or("").trim_end()
    }

    pub fn report(&mut self, diagnostic: Diagnostic) {
        if !self.quiet {
            self.diagnostics.push(diagnostic);
        }
    }

    /// What is better said than "this line cannot be read".
    pub fn report_always(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    pub fn keyword_text(&self) -> String {
        shortened(self.slice(self.keyword))
    }

    /// Something is missing, or something else stands in its place.
    pub fn missing(&mut self, what: Say) {
        let keyword = self.keyword_text();
        let help = Say::of(Help(self.row));
        let place = self.place();
        let diagnostic = match self.peek() {
            None => Diagnostic::new(
                &rules::MISSING_PART,
                self.place_of(self.keyword.to(place)),
                say!("Il manque {what} après `{keyword}`."; "After `{keyword}`, {what} is missing.", keyword, what),
                help,
            ),
            Some(part) => {
                let found = shortened(self.written(part));
                if matches!(part.kind, PartKind::Word | PartKind::Text) {
                    self.mention(place);
                }
                Diagnostic::new(
                    &rules::MISSING_PART,
                    self.place_of(place),
                    say!("Après `{keyword}`, il faut {what}, et non « {found} »."; "After `{keyword}`, {what} is due, not \"{found}\".", keyword, found, what),
                    help,
                )
            }
        };
        self.report(diagnostic);
        self.skip();
    }

    /// Another statement stands behind this one: it is told, and read as if it stood on a line of its own.
    pub fn joined_line(&mut self) {
        let rest = &self.parts[self.at..];
        if rest.len() < 2 || self.quiet || !begins_statement(self.text, rest, self.place) {
            return;
        }
        let place = self.place_of(self.span(&rest[0]));
        let found = shortened(self.written(&rest[0]));
        self.report(
            Diagnostic::new(
                &rules::UNEXPECTED_PART,
                place,
                say!("Deux phrases sur une même ligne."; "Two statements on one line."),
                say!("Passez à la ligne avant `{found}`."; "Start a new line before `{found}`.", found),
            )
            .here(say!("la seconde commence ici"; "the second begins here")),
        );
        self.behind = Some(rest.len());
        self.parts = &self.parts[..self.at];
    }

    /// Nothing more may follow.
    pub fn finish(&mut self) {
        let Some(part) = self.peek() else { return };
        let rest = self.span(part).to(self.span(self.parts.last().unwrap_or(part)));
        let found = shortened(self.slice(rest));
        let trailing_comma = part.kind == PartKind::Comma && self.at + 1 == self.parts.len();
        let word = suggest::fold(self.written(part));
        let opens_block = matches!(self.row, Row::Concept(row) if row.block && row.name == crate::language::Slot::None && row.title == crate::language::Slot::None);
        let one_name = self.row.field().is_some_and(|field| matches!(field.of, Type::Name));
        let names = self.row.field().is_some_and(|field| matches!(field.of, Type::Names | Type::People));
        let help = if trailing_comma {
            say!("Retirez la virgule finale."; "Remove the comma at the end.")
        } else if opens_block && self.at == 1 {
            say!("Ouvrez un bloc : `{word} {{`, une ligne par élément, puis `}}`."; "Open a block: `{word} {{`, a line for each, then `}}`.", word = Keyword(self.row))
        } else if one_name && (part.kind == PartKind::Comma || matches!(word.as_str(), "et" | "and" | "&")) {
            say!("Gardez un seul nom ; les autres sont des contributeurs : `contributeurs …`."; "Keep one name; the others are contributors: `contributors …`.")
        } else if names && part.kind == PartKind::Word {
            say!("Séparez les noms par des virgules."; "Separate the names with commas.")
        } else {
            say!("Retirez-le, ou passez à la ligne : une phrase par ligne."; "Remove it, or start a new line: one statement a line.")
        };
        let keyword = self.keyword_text();
        for part in &self.parts[self.at..] {
            if part.kind == PartKind::Word {
                let span = self.span(part);
                self.mention(span);
            }
        }
        self.spoilt = true;
        self.report(Diagnostic::new(
            &rules::UNEXPECTED_PART,
            self.place_of(rest),
            say!("`{keyword}` ne prend pas « {found} »."; "`{keyword}` does not take \"{found}\".", keyword, found),
            help,
        ));
        self.at = self.parts.len();
    }

    pub fn refused(&mut self, refusal: Refusal, span: Local) {
        let place = self.place_of(span);
        let mut diagnostic = Diagnostic::new(refusal.rule, place, refusal.message, refusal.help);
        if let Some(replacement) = refusal.replacement {
            diagnostic = diagnostic.fix(say!("Écrire `{replacement}`"; "Write `{replacement}`", replacement), place, replacement);
        }
        self.report(diagnostic);
    }
}

/// Can these parts be a statement of the block at `place`: do they begin with a keyword of it, or with the text that stands for one?
pub fn begins_statement(text: &str, parts: &[Part], place: Place) -> bool {
    let written = |part: &Part| &text[part.start as usize..part.end as usize];
    match parts {
        [first, second, ..] if first.kind == PartKind::Text => {
            second.kind == PartKind::Literal && inside(place).any(|row| row.en.is_empty())
        }
        [first, rest @ ..] if first.kind == PartKind::Word => {
            let second = rest.first().filter(|part| part.kind == PartKind::Word).map(written);
            matches!(find(written(first), second, place), Found::Here(..))
        }
        _ => false,
    }
}

/// A name made from a title: `Guichet numérique` → `guichet-numerique`.
pub fn slug(title: &str) -> String {
    let folded = suggest::fold(title);
    let words: Vec<&str> = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| word.len() > 2).take(3).collect();
    let slug = words.join("-");
    if slug.starts_with(|c: char| c.is_ascii_alphabetic()) { slug } else { format!("nom-{slug}").trim_end_matches('-').to_owned() }
}
