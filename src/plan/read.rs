//! Reads the arguments of one statement, left to right, and says what is missing or too much.

use super::said::{date, tokens};
use super::spelling::{Spelled, Spelt, lang_at_start, lang_of};
use super::store::{Cell, Joint, Local, Reference, UseItem, Value};
use crate::diagnostic::{Diagnostic, Lang, Rule, Say, rules, suggest};
use crate::language::{Found, Help, Keyword, Place, Row, Type, Word, find, inside, named, spellings, word};
use crate::say;
use crate::syntax::{Part, PartKind, plain};
use crate::text::typography::shortened;
use crate::text::{SourceId, Span};

/// Why a literal is not what is expected: a code, what is wrong, what to do, and what to write instead if that is sure.
#[derive(Debug)]
pub struct Refusal {
    pub rule: &'static Rule,
    pub message: Say,
    pub help: Say,
    pub replacement: Option<String>,
    /// What else it may be: then the author chooses.
    pub other: Option<String>,
}

pub fn refuse<T>(rule: &'static Rule, message: Say, help: Say) -> Result<T, Box<Refusal>> {
    Err(Box::new(Refusal { rule, message, help, replacement: None, other: None }))
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
        let (start, mut gaps) = (self.place().start, Vec::new());
        self.in_list = true;
        loop {
            let from = self.place();
            let cell = member(self).unwrap_or_else(|| {
                self.skip_member();
                Cell { span: from, value: Value::Unknown }
            });
            self.items.push(cell);
            let Some(comma) = self.take(PartKind::Comma) else {
                match self.gap() {
                    Some(gap) => gaps.push(gap),
                    None => break,
                }
                continue;
            };
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
        self.commas(start, &gaps);
        let span = self.items[first..].iter().map(|cell| cell.span).reduce(Local::to)?;
        Some(Cell { span, value: Value::List(first as u32, (self.items.len() - first) as u32) })
    }

    /// Between two members without their comma: `SCI et DAF`, `SCI & DAF`, `SCI DAF`. What stands there is passed over.
    fn gap(&mut self) -> Option<Local> {
        let before = self.parts.get(self.at.checked_sub(1)?)?;
        let part = self.peek().filter(|_| !self.quiet)?;
        let joint = joins(self.text, part);
        let next = if joint { self.parts.get(self.at + 1)? } else { part };
        let member = match next.kind {
            PartKind::Word | PartKind::Text => true,
            // A year, and its amount behind it.
            PartKind::Literal => {
                let behind = self.parts.get(self.at + usize::from(joint) + 1).map(|part| part.kind);
                matches!(behind, Some(PartKind::Colon | PartKind::Range))
            }
            _ => false,
        };
        if !member || !(joint || self.is_member(before)) {
            return None;
        }
        self.at += usize::from(joint);
        Some(Local::new(before.end, next.start))
    }

    /// Do the next parts read as a member of the list?
    fn is_member(&self, before: &Part) -> bool {
        let rest = &self.parts[self.at..];
        let kind = |at: usize| rest.get(at).map(|part| part.kind);
        let of = match self.row {
            Row::Field(..) => self.row.field().map(|field| field.of),
            Row::Concept(row) => row.fields_in(true).next().map(|(_, field)| field.of),
        };
        match of {
            Some(Type::Names | Type::Dependencies) => beside(self.text, before, rest, self.place),
            Some(Type::People | Type::Tags) => {
                let texts = before.kind == PartKind::Text && kind(0) == Some(PartKind::Text);
                texts || beside(self.text, before, rest, self.place)
            }
            Some(Type::Texts) => kind(0) == Some(PartKind::Text),
            Some(Type::Efforts) => kind(0) == Some(PartKind::Word) && kind(1) == Some(PartKind::Literal),
            Some(Type::Amounts | Type::Capacities) => {
                kind(0) == Some(PartKind::Literal) && matches!(kind(1), Some(PartKind::Colon | PartKind::Range))
            }
            _ => false,
        }
    }

    /// The commas that a list lacks: told once, with the whole list as it should be.
    fn commas(&mut self, start: u32, gaps: &[Local]) {
        let (Some(first), Some(last)) = (gaps.first(), self.at.checked_sub(1).and_then(|at| self.parts.get(at))) else { return };
        let (mut mended, mut from) = (String::new(), start);
        for gap in gaps {
            mended += &self.text[from as usize..gap.start as usize];
            mended += ", ";
            from = gap.end;
        }
        mended += &self.text[from as usize..last.end as usize];
        let sign = self.text[first.start as usize..first.end as usize].trim();
        let message = match sign {
            "" => say!("Il manque une virgule entre deux éléments de la liste."; "A comma is missing between two members of the list."),
            _ => {
                say!("Les éléments d'une liste se séparent par des virgules, et non par « {sign} »."; "The members of a list are separated by commas, not by \"{sign}\".", sign)
            }
        };
        let (place, list) = (self.place_of(Local::new(start, last.end)), shortened(&mended));
        self.report(Diagnostic::new(&rules::UNEXPECTED_PART, place, message, say!("Écrivez `{list}`."; "Write `{list}`.", list)).fix(
            say!("Mettre les virgules"; "Put the commas"),
            place,
            mended,
        ));
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
            | Value::Capacity(..)
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

    /// The language of its author: that of the keyword, or of the item.
    pub fn lang(&self) -> Lang {
        lang_of(self.row, self.slice(self.keyword)).or_else(|| lang_at_start(self.text)).unwrap_or_default()
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
                say!("Après `{keyword}`, il manque {what}."; "After `{keyword}`, {what} is missing.", keyword, what),
                help,
            ),
            Some(part) => {
                let found = shortened(self.written(part));
                if matches!(part.kind, PartKind::Word | PartKind::Text) {
                    self.mention(place);
                }
                // `période "2027"`: what has digits first was no text.
                let bare = plain(self.written(part)).trim().to_owned();
                let bare = Some(bare).filter(|bare| part.kind == PartKind::Text && bare.starts_with(|c: char| c.is_ascii_digit()));
                let help = match &bare {
                    Some(bare) => say!("Retirez les guillemets : `{bare}`."; "Remove the quotes: `{bare}`.", bare),
                    None => help,
                };
                let diagnostic = Diagnostic::new(
                    &rules::MISSING_PART,
                    self.place_of(place),
                    say!("Après `{keyword}`, il faut {what}, et non « {found} »."; "After `{keyword}`, {what} is due, not \"{found}\".", keyword, what, found),
                    help,
                );
                match bare {
                    Some(bare) => diagnostic.fix(say!("Retirer les guillemets"; "Remove the quotes"), self.place_of(place), bare),
                    None => diagnostic,
                }
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
        let opens_block = matches!(self.row, Row::Concept(row) if row.block && row.name == crate::language::Slot::None && row.title == crate::language::Slot::None);
        let names = self.row.field().is_some_and(|field| matches!(field.of, Type::Names | Type::People));
        let titled = part.kind == PartKind::Text && self.row.field().is_some_and(|field| matches!(field.of, Type::Name | Type::Names));
        let flag = self.row.field().is_some_and(|field| matches!(field.of, Type::Flag));
        let denied = flag && part.kind == PartKind::Word && matches!(suggest::fold(self.written(part)).as_str(), "non" | "no");
        let help = if denied {
            let keyword = self.keyword_text();
            say!("Retirez toute la ligne : `{keyword}` seul veut dire oui."; "Remove the whole line: `{keyword}` alone means yes.", keyword)
        } else if trailing_comma {
            say!("Retirez la virgule finale."; "Remove the comma at the end.")
        } else if opens_block && self.at == 1 {
            say!("Ouvrez un bloc : `{word} {{`, une ligne par élément, puis `}}`."; "Open a block: `{word} {{`, a line for each, then `}}`.", word = Keyword(self.row))
        } else if titled {
            say!("Le nom suffit, sans le titre."; "The name is enough, without the title.")
        } else if names && part.kind == PartKind::Word {
            say!("Séparez les noms par des virgules."; "Separate the names with commas.")
        } else {
            say!("Retirez-le, ou passez à la ligne : une phrase par ligne."; "Remove it, or start a new line: one statement a line.")
        };
        let keyword = self.keyword_text();
        let dated = self.dated(rest);
        let help = match &dated {
            Some(date) => say!("Écrivez la date ainsi : `{date}`."; "Write the date so: `{date}`.", date),
            None => help,
        };
        for part in &self.parts[self.at..] {
            if part.kind == PartKind::Word {
                let span = self.span(part);
                self.mention(span);
            }
        }
        self.spoilt = true;
        let place = self.place_of(rest);
        let message = say!("`{keyword}` ne prend pas « {found} »."; "`{keyword}` does not take \"{found}\".", keyword, found);
        let mut diagnostic = Diagnostic::new(&rules::UNEXPECTED_PART, place, message, help);
        if let Some(date) = dated {
            diagnostic = diagnostic.fix(say!("Écrire `{date}`"; "Write `{date}`", date), place, date.clone());
        } else if titled && self.at + 1 == self.parts.len() {
            let before = self.parts[..self.at].last().map_or(rest.start, |before| before.end);
            diagnostic = diagnostic.fix(say!("Retirer le titre"; "Remove the title"), self.place_of(Local::new(before, rest.end)), "");
        }
        self.report(diagnostic);
        self.at = self.parts.len();
    }

    /// `fin 2028` where a date led by `au` may stand.
    fn dated(&self, rest: Local) -> Option<String> {
        let Row::Concept(row) = self.row else { return None };
        let led = row
            .fields_in(true)
            .find(|(_, field)| matches!(field.of, Type::Date | Type::Period) && field.head.is_some_and(|lead| lead.word.is_some()));
        let word = led?.1.head?.word?;
        let spellings = [Lang::Fr, Lang::En].map(|lang| named(word, lang));
        // One that was given already is told as such.
        if self.parts[..self.at].iter().any(|part| spellings.contains(&self.written(part))) {
            return None;
        }
        let lang = self.lang();
        let words = tokens(self.slice(rest));
        let led_in =
            words.iter().take_while(|word| ["d'", "ici", "a", "pour", "jusqu'en", "by", "until", "for"].contains(&word.as_str())).count();
        Some(format!("{} {}", named(word, lang), date(&words[led_in..], lang)?))
    }

    pub fn refused(&mut self, refusal: Refusal, span: Local) {
        let place = self.place_of(span);
        let mut diagnostic = Diagnostic::new(refusal.rule, place, refusal.message, refusal.help);
        for replacement in refusal.replacement.into_iter().chain(refusal.other) {
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

/// Does this part join two names as a comma would: `et`, `&`?
pub fn joins(text: &str, part: &Part) -> bool {
    let written = &text[part.start as usize..part.end as usize];
    match part.kind {
        PartKind::Word => ["et", "and", "avec", "with", "puis", "then"].contains(&suggest::fold(written).as_str()),
        // `&` and `/` come as a plus.
        PartKind::Plus | PartKind::Minus => true,
        _ => false,
    }
}

/// Are the words up to the next comma names that stand beside another one, as `DAF` in `SCI DAF`?
pub fn beside(text: &str, before: &Part, parts: &[Part], place: Place) -> bool {
    /// More words are a sentence.
    const MOST: usize = 3;
    let written = |part: &Part| &text[part.start as usize..part.end as usize];
    let names = parts.iter().take_while(|part| part.kind == PartKind::Word && !joins(text, part)).count();
    // Words in small letters may be one name with a blank in it, or something else.
    let acronym = |part: &Part| written(part).chars().count() > 2 && written(part).chars().all(|c| !c.is_lowercase());
    (1..=MOST).contains(&names) && acronym(before) && parts[..names].iter().all(acronym) && !begins_statement(text, parts, place)
}

/// How many words go on a title that begins without its quotes, up to a comma: `Direction générale des services`. No name begins as
/// `Direction` does: names are `SGM`, or `guichet`.
pub fn title_words(text: &str, parts: &[Part], place: Place) -> usize {
    let written = |part: &Part| &text[part.start as usize..part.end as usize];
    let [first, rest @ ..] = parts else { return 0 };
    let mut letters = written(first).chars();
    if first.kind != PartKind::Word || !(letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)) {
        return 0;
    }
    let words = rest.iter().take_while(|part| part.kind == PartKind::Word).count();
    let capitals = |part: &Part| written(part).chars().all(|c| !c.is_lowercase());
    let ends = rest.get(words).is_none_or(|part| part.kind == PartKind::Comma);
    if ends && !rest[..words].iter().any(capitals) && !begins_statement(text, rest, place) { words } else { 0 }
}

/// A name made from a title: `Guichet numérique` → `guichet-numerique`.
pub fn slug(title: &str) -> String {
    let folded = suggest::fold(title);
    let words: Vec<&str> = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| word.len() > 2).take(3).collect();
    let slug = words.join("-");
    if slug.starts_with(|c: char| c.is_ascii_alphabetic()) { slug } else { format!("nom-{slug}").trim_end_matches('-').to_owned() }
}
