//! Nothing is read and then forgotten: what a plan says is in its document, in the card under the pointer and in the export.
//!
//! The plans are written from the table: each concept in each place where it may stand, with each field of it, and a mark of its own
//! as each value. Plan after plan the next word of each list comes.

use std::collections::BTreeMap;
use std::ops::Range;

use jiff::civil::date;
use rayon::prelude::*;
use strategy::analysis::Analysis;
use strategy::diagnostic::Lang;
use strategy::document::{Kind, Wish, document, paper};
use strategy::editor::hover;
use strategy::export;
use strategy::language::concepts::strategy::LANGUAGE;
use strategy::language::{CONCEPTS, Concept, ConceptRow, FieldRow, Place, Slot, Type, Word, inside, named};
use strategy::plan::When;
use strategy::text::SourceId;

use super::support::analyse_bytes;

/// What need not be shown somewhere: the concept, its part or field, where, and why not.
const EXCEPTIONS: &[(&str, &str, &str, &str)] = &[
    ("use", "what", "the document", "it says which files make the plan, which the reader of the document need not know"),
    ("document", "signatory", "the document", "it stands in the act: asserted by itself"),
    ("document", "template", "the document", "how the document looks is seen, not told"),
    ("document", "accent", "the document", "a colour that is none is refused: asserted by itself"),
    ("document", "omit", "the document", "what is left out is not printed: asserted by itself"),
    ("logo", "file", "the document", "a picture that is none is refused: asserted by itself"),
    ("logo", "means", "the document", "it goes with its picture: asserted by itself"),
    ("logo", "what is said beside a field", "the document", "what is said of the look is for who writes the plan"),
    ("document", "what is said beside a field", "the document", "what is said of the look is for who writes the plan"),
    ("document", "its documentation", "the document", "what is said of the look is for who writes the plan"),
    ("document", "dates", "the document", "the first page picks them: asserted by itself"),
    ("document", "indicators", "the document", "the first page picks them: asserted by itself"),
    ("document", "which", "the document", "it says which document"),
    ("strategy", "language", "the document", "the document is in that language: asserted by itself"),
];

#[test]
fn what_is_written_is_shown() {
    let mut missing: Vec<String> = Vec::new();
    let mut used: Vec<bool> = vec![false; EXCEPTIONS.len()];
    for (variant, spelt) in (0..variants()).flat_map(|variant| [Lang::En, Lang::Fr].map(|lang| (variant, lang))) {
        let plan = Writer::plan(variant, spelt);
        // What the plan leaves out of its document is looked for in the rest only.
        let (written, text) = (Shown::of(&plan.text, plan.speak), unomitted(&plan.text));
        let whole = Shown::of(&text, plan.speak);
        for found in &whole.analysis.diagnostics {
            let place = whole.analysis.sources.slice(found.span());
            assert!(!["E01", "E02", "E03"].iter().any(|kind| found.rule.id.starts_with(kind)), "{place}: {found:?}\n{}", plan.text);
        }
        assert_eq!(whole.analysis.language(), plan.speak);
        // The first plans show everything; the later ones have other words of the lists, and nothing else that is new.
        let marks: Vec<&Mark> = plan.marks.iter().filter(|mark| variant < 2 || mark.listed).collect();
        let (batches, count) = batches(&marks);
        let blanked = |batch| {
            let own = marks.iter().zip(&batches).filter(|(_, of)| **of == Some(batch));
            let text = own.fold(text.clone(), |text, (mark, _)| mark.blanked(&text));
            Shown::of(&text, plan.speak)
        };
        let blanked: Vec<Shown> = (0..count).into_par_iter().map(blanked).collect();
        for (mark, batch) in marks.iter().zip(&batches) {
            let omits = mark.part == "omit";
            let without = batch.filter(|_| !omits).map(|batch| &blanked[batch]);
            let whole = if omits { &written } else { &whole };
            let shown = |of: &dyn Fn(&Shown) -> String, words: &str| is_shown(&of(whole), without.map(of), &plain(words));
            let checks = [
                ("the document", mark.internal || shown(&|shown| shown.document.clone(), &mark.shown)),
                ("the hover", mark.cards.iter().any(|at| shown(&|shown| shown.card(*at), &mark.shown))),
                ("the export", shown(&|shown| shown.export.clone(), &mark.exported)),
            ];
            for (place, _) in checks.into_iter().filter(|(_, fine)| !fine) {
                let excepted =
                    EXCEPTIONS.iter().position(|(concept, part, of, _)| (*concept, *part, *of) == (mark.concept, mark.part, place));
                match excepted {
                    Some(at) => used[at] = true,
                    None => missing.push(format!("{} ({}): not in {place}", mark.what(), mark.shown)),
                }
            }
        }
    }
    missing.sort();
    missing.dedup();
    assert!(missing.is_empty(), "{} marks are not shown:\n{}", missing.len(), missing.join("\n"));
    for ((concept, part, place, _), used) in EXCEPTIONS.iter().zip(used) {
        assert!(used, "`{part}` of `{concept}` is in {place}: no exception any more");
    }
}

/// What tells only what has happened is in the yearly report: no amendment votes it.
const FOLLOWED: &[(&str, Option<&str>)] = &[
    ("status", None),
    ("measured", None),
    ("decision", None),
    ("delegates", None),
    ("budget", Some("spent")),
    ("Funder", Some("status")),
    ("Funder", Some("date")),
];

/// Each value of the plan is taken away, as if the version before had not said it: the amendment says what came.
#[test]
fn what_is_amended_is_told() {
    let plan = Writer::plan(0, Lang::En);
    let whole = analyse_bytes(plan.text.as_bytes());
    let followed = |mark: &&Mark| {
        mark.place.contains("decision")
            || FOLLOWED.iter().any(|(concept, part)| mark.concept == *concept && part.is_none_or(|part| part == mark.part))
    };
    let marks: Vec<&Mark> = plan.marks.iter().filter(|mark| !mark.internal && !followed(mark)).collect();
    assert!(marks.len() > 300, "{} values", marks.len());
    // So many at once: each among the others of its plan.
    const BATCHES: usize = 24;
    let missing: Vec<String> = (0..BATCHES)
        .into_par_iter()
        .flat_map(|batch| {
            let own: Vec<&&Mark> = marks.iter().skip(batch).step_by(BATCHES).collect();
            let before = analyse_bytes(own.iter().fold(plan.text.clone(), |text, mark| mark.blanked(&text)).as_bytes());
            let amended = paper(&whole, Kind::Amendment, &Wish::default(), Some(&before));
            let told = self::plain(&serde_json::to_string(&amended.pieces).expect("JSON"));
            let untold = own.into_iter().filter(|mark| !told.contains(&self::plain(&mark.shown)));
            untold.map(|mark| format!("{} ({})", mark.what(), mark.shown)).collect::<Vec<_>>()
        })
        .collect();
    assert!(missing.is_empty(), "{} values are not told:\n{}", missing.len(), missing.join("\n"));
}

/// The same plan in French and in English is the same plan.
#[test]
fn the_spelling_changes_nothing_of_the_export() {
    for variant in 0..variants() {
        let [english, french] = [Lang::En, Lang::Fr].map(|spelt| plan(variant, spelt));
        assert_ne!(english, french);
        let [english, french] = [english, french].map(|text| export::json(&analyse_bytes(text.as_bytes())));
        let differ = english.lines().zip(french.lines()).find(|(english, french)| english != french);
        assert!(english == french, "plan {variant}: {differ:?}");
    }
}

/// How many plans show every word of every list.
pub fn variants() -> usize {
    fields().map(|field| field.words().len()).max().expect("a field")
}

/// A plan that says all that a plan may say, in one spelling.
pub fn plan(variant: usize, spelt: Lang) -> String {
    Writer::plan(variant, spelt).text
}

fn fields() -> impl Iterator<Item = &'static FieldRow> {
    CONCEPTS.iter().flat_map(|row| row.fields)
}

/// What a plan is turned into.
struct Shown {
    analysis: Analysis,
    document: String,
    export: String,
    speak: Lang,
}

impl Shown {
    fn of(text: &str, speak: Lang) -> Shown {
        let analysis = analyse_bytes(text.as_bytes());
        let mut document = serde_json::to_value(document(&analysis, &Wish { draft: true, ..Wish::default() })).expect("JSON");
        // The first page picks a few things: what it shows has to stand elsewhere too.
        document.as_object_mut().expect("an object").remove("essential").expect("a page that says the whole");
        // Digits that tell texts apart hold any two letters by chance.
        document.as_object_mut().expect("an object").remove("colophon").expect("a mark of the text");
        let document = document.to_string();
        let export: serde_json::Value = serde_json::from_str(&export::json(&analysis)).expect("JSON");
        Shown { document: plain(&document), export: plain(&export.to_string()), analysis, speak }
    }

    fn card(&self, at: usize) -> String {
        hover(&self.analysis, SourceId(0), at as u32, self.speak).map_or_else(String::new, |card| plain(&card.markdown))
    }
}

/// The same text, in which nothing is left out; every other place stays where it is.
fn unomitted(text: &str) -> String {
    let lines =
        text.split_inclusive('\n').map(|line| match line.trim_start().starts_with("omit ") || line.trim_start().starts_with("omettre ") {
            true => line.chars().map(|c| if c == '\n' { '\n' } else { ' ' }).collect(),
            false => line.to_owned(),
        });
    lines.collect()
}

/// What is shared is taken away to see that it was shown: many at once, as long as no two of them have the same words.
/// Out: of each mark, with which others it goes; and how many such batches there are.
fn batches(marks: &[&Mark]) -> (Vec<Option<usize>>, usize) {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    // Two letters stand in many words: they go alone.
    let short = |mark: &Mark| mark.shown.len() < 3;
    let mut batch = |mark: &&&Mark| {
        let next = seen.entry(plain(&mark.shown)).or_default();
        *next += 1;
        (mark.shared && !short(mark)).then_some(*next - 1)
    };
    let mut batches: Vec<Option<usize>> = marks.iter().map(|mark| batch(&mark)).collect();
    let mut count = batches.iter().flatten().max().map_or(0, |last| last + 1);
    for (_, batch) in marks.iter().zip(&mut batches).filter(|(mark, _)| mark.shared && short(mark)) {
        *batch = Some(count);
        count += 1;
    }
    (batches, count)
}

/// What others say too is said more often with it than without.
fn is_shown(with: &str, without: Option<String>, words: &str) -> bool {
    let Some(without) = without else { return with.contains(words) };
    let more = |words: &str| with.matches(words).count() > without.matches(words).count();
    // A sentence that is there for want of the value may have the word; then it stands alone where it is the value.
    more(words) || more(&format!("\"{words}\""))
}

/// Words apart from their typography.
fn plain(text: &str) -> String {
    let ordinary = |c: char| if matches!(c, '\u{a0}' | '\u{202f}' | '\u{2011}' | '-') { ' ' } else { c };
    text.chars().filter(|c| *c != '\u{200b}').map(ordinary).flat_map(char::to_lowercase).collect()
}

/// A value of the plan that nothing else in it has, or that is counted.
struct Mark {
    concept: &'static str,
    place: &'static str,
    part: &'static str,
    shown: String,
    exported: String,
    /// Others say the same: a word of a list, the title of what is named.
    shared: bool,
    /// A word of a list.
    listed: bool,
    /// A name is the text's affair: documents print the title.
    internal: bool,
    /// Where it is written.
    written: Range<usize>,
    /// Where a pointer would ask for it.
    cards: Vec<usize>,
}

impl Mark {
    fn what(&self) -> String {
        format!("`{}` of `{}` in {}", self.part, self.concept, self.place)
    }

    fn blanked(&self, text: &str) -> String {
        let mut text = text.to_owned();
        let blanks = " ".repeat(self.written.len());
        text.replace_range(self.written.clone(), &blanks);
        text
    }
}

/// What a value is written as, and what becomes of it.
struct Piece {
    shown: String,
    exported: String,
    shared: bool,
    /// From the start of the value.
    at: usize,
}

/// Whose value it is.
#[derive(Clone, Copy)]
struct Here {
    row: &'static ConceptRow,
    place: Place,
    /// Where the pointer asks for its card.
    card: usize,
}

struct Writer {
    variant: usize,
    spelt: Lang,
    speak: Lang,
    text: String,
    /// What the values name, declared at the end.
    later: String,
    marks: Vec<Mark>,
    count: usize,
}

impl Writer {
    fn plan(variant: usize, spelt: Lang) -> Writer {
        let speak = [Lang::Fr, Lang::En][variant % LANGUAGE.row().words().len()];
        let mut writer = Writer { variant, spelt, speak, text: String::new(), later: String::new(), marks: Vec::new(), count: 0 };
        for row in inside(None) {
            writer.entity(row, None);
        }
        // Another one, so that it matters which the strategy names.
        writer.later += &format!("{} autre \"Autre\" {{\n}}\n", Concept::Authority.row().spelling(spelt));
        let later = std::mem::take(&mut writer.later);
        writer.text += &later;
        writer
    }

    fn entity(&mut self, row: &'static ConceptRow, place: Place) {
        let first = self.marks.len();
        let mut parts: Vec<(&'static str, Piece, Range<usize>)> = Vec::new();
        if row.documented {
            let piece = self.words();
            let start = self.text.len();
            self.text += &format!("/// {}\n", piece.shown);
            parts.push(("its documentation", piece, start..self.text.len() - 1));
        }
        let mut card = self.text.len();
        if !row.en.is_empty() {
            self.text += row.spelling(self.spelt);
            self.text += " ";
        }
        if row.name != Slot::None {
            let name = if row.concept == Concept::Authority { AUTHORITY.to_owned() } else { self.name() };
            card = self.text.len();
            self.text += &format!("{name} ");
            let piece = Piece { exported: name.clone(), shown: name, shared: false, at: 0 };
            parts.push(("its name", piece, card..self.text.len() - 1));
        }
        if row.title != Slot::None {
            let mut piece = self.words();
            if row.concept == Concept::Authority {
                (piece.shown, piece.exported) = (AUTHORITY_TITLE.to_owned(), AUTHORITY_TITLE.to_owned());
            }
            let start = self.text.len();
            if row.name == Slot::None {
                card = start;
            }
            self.text += &format!("\"{}\" ", piece.shown);
            parts.push(("its title", piece, start..self.text.len() - 1));
        }
        let here = Here { row, place, card };
        for (part, piece, written) in parts {
            let internal = part == "its name";
            self.mark(here, part, piece, written);
            self.marks.last_mut().expect("a mark").internal = internal;
        }
        for (_, field) in row.fields_in(true) {
            let start = self.text.len();
            if let Some(word) = field.head.and_then(|lead| lead.word) {
                self.text += &format!("{} ", named(word, self.spelt));
            }
            self.value(here, field, start);
            self.text += " ";
        }
        let inner: Vec<&'static FieldRow> = row.fields_in(false).map(|(_, field)| field).collect();
        let block = !inner.is_empty() || row.children().next().is_some();
        if row.block && block {
            self.text += "{\n";
            for field in inner {
                let (note, start) = (self.words(), self.text.len());
                self.text += &format!("/// {}\n", note.shown);
                self.mark(here, "what is said beside a field", note, start..self.text.len() - 1);
                let start = self.text.len();
                self.text += &format!("{} ", field.spelling(self.spelt));
                self.value(here, field, start);
                self.text += "\n";
            }
            for child in row.children() {
                self.entity(child, Some(row.concept));
            }
            self.text += "}";
        }
        self.text += "\n";
        assert!(self.marks.len() > first || row.children().next().is_some(), "`{}` says nothing", row.spelling(Lang::En));
    }

    /// A field's value, and its marks.
    fn value(&mut self, here: Here, field: &'static FieldRow, start: usize) {
        let (written, pieces) = self.written(field);
        let value = self.text.len();
        self.text += &written;
        for piece in pieces {
            // A name under the pointer is what it names: that it is a value of this, only the card tells.
            let own = (!piece.shared).then_some(value + piece.at);
            self.mark(here, field.en[0], piece, start..self.text.len());
            let mark = self.marks.last_mut().expect("a mark");
            mark.cards.extend(own);
            mark.listed = matches!(field.of, Type::Word(_) | Type::Words(_));
        }
    }

    fn mark(&mut self, Here { row, place, card }: Here, part: &'static str, piece: Piece, written: Range<usize>) {
        let Piece { shown, exported, shared, .. } = piece;
        let place = place.map_or("the margin", |concept| concept.row().spelling(Lang::En));
        let concept = row.spelling(Lang::En);
        self.marks.push(Mark { concept, place, part, shown, exported, shared, listed: false, internal: false, written, cards: vec![card] });
    }

    // --- values -----------------------------------------------------------------------------------------------------

    fn written(&mut self, field: &FieldRow) -> (String, Vec<Piece>) {
        let (spelt, speak, variant) = (self.spelt, self.speak, self.variant);
        let odd = variant % 2 == 1;
        match field.of {
            Type::Text => {
                let piece = self.words();
                (format!("\"{}\"", piece.shown), vec![piece])
            }
            Type::Name => {
                let piece = self.owner(field.names[0]);
                (piece.exported.clone(), vec![piece])
            }
            Type::Names => {
                let pieces = [self.owner(field.names[0]), self.owner(field.names[0])];
                list(pieces.map(|piece| (piece.exported.clone(), piece)))
            }
            Type::People => {
                let (owner, text) = (self.owner(field.names[0]), self.words());
                list([(owner.exported.clone(), owner), (format!("\"{}\"", text.shown), text)])
            }
            Type::Dependencies => {
                let awaited: Vec<(String, Piece)> = field.names.iter().map(|concept| self.awaited(*concept)).collect();
                list(awaited)
            }
            Type::Word(words) => {
                let word = &words[variant % words.len()];
                let exported = format!("\"{}\"", word.en);
                (word.spelling(spelt).to_owned(), vec![Piece { shown: word.spelling(speak).to_owned(), exported, shared: true, at: 0 }])
            }
            Type::Words(words) => {
                let pieces = [variant, variant + 1].map(|at| {
                    let word = &words[at % words.len()];
                    let piece = Piece { shown: word.spelling(speak).to_owned(), exported: format!("\"{}\"", word.en), shared: true, at: 0 };
                    (word.spelling(spelt).to_owned(), piece)
                });
                list(pieces)
            }
            Type::Number => self.number(""),
            Type::Date if variant % 4 == 1 => {
                let (now, before) = (self.day(), self.day());
                let written = format!("{} {} {}", now.0, named(Word::Instead, spelt), before.0);
                let at = written.len() - before.0.len();
                let piece = |(written, shown): (String, String), at| Piece { shown, exported: written, shared: false, at };
                (written, vec![piece(now, 0), piece(before, at)])
            }
            Type::Date => {
                let (written, shown) = self.day();
                (written.clone(), vec![Piece { shown, exported: written, shared: false, at: 0 }])
            }
            Type::Period if variant % 4 == 1 => {
                let (written, shown) = self.day();
                (format!("{written} .."), vec![Piece { shown, exported: written, shared: false, at: 0 }])
            }
            Type::Period if variant % 4 == 2 => self.every(),
            Type::Period if variant % 4 == 3 => {
                let (now, before) = (self.day(), self.day());
                let written = format!("{} .. {} {} {}", now.0, now.0, named(Word::Instead, spelt), before.0);
                let at = written.len() - before.0.len();
                let piece = |(written, shown): (String, String), at| Piece { shown, exported: written, shared: false, at };
                (written, vec![piece(now, 0), piece(before, at)])
            }
            Type::Period => {
                let (first, last) = (self.day(), self.day());
                let text = format!("{} .. {}", first.0, last.0);
                let at = first.0.len() + 4;
                let piece = |(written, shown), at| Piece { shown, exported: written, shared: false, at };
                (text, vec![piece(first, 0), piece(last, at)])
            }
            Type::Duration => {
                let count = 100 + self.next();
                let (text, shown) = [spelt, speak].map(|lang| format!("{count} {}", named(Word::Days, lang))).into();
                (text, vec![Piece { shown, exported: format!("\"count\":{count}"), shared: false, at: 0 }])
            }
            Type::Amounts => {
                let (one, two) = (self.number(" €"), self.number(" €"));
                let all = if odd { format!(" {}", named(Word::InAll, spelt)) } else { String::new() };
                let two = (format!("{}{all}", two.0), two.1);
                let line = |years: &str, (written, pieces): (String, Vec<Piece>)| {
                    let at = years.len() + 2;
                    (format!("{years}: {written}"), pieces.into_iter().map(|piece| Piece { at, ..piece }).next().expect("a piece"))
                };
                list([line("2027", one), line("2028 .. 2029", two)])
            }
            Type::Share if odd => self.number(" € TTC"),
            Type::Share => {
                let (percent, pieces) = self.percent();
                let of = [Word::Investment, Word::Operating, Word::Total][variant / 2 % 3];
                (format!("{percent} {} {}", named(Word::Of, spelt), named(of, spelt)), pieces)
            }
            Type::Value if variant % 5 == 1 => self.number(""),
            Type::Value if variant % 5 == 2 => self.range(" \"ânes\""),
            Type::Value if variant % 5 == 3 => {
                let (written, pieces) = self.number(" €");
                let over = named(Word::Over, spelt);
                (format!("{over} {written}"), pieces.into_iter().map(|piece| Piece { at: over.len() + 1, ..piece }).collect())
            }
            Type::Value if variant % 5 == 4 => {
                let piece = self.words();
                (format!("\"{}\"", piece.shown), vec![piece])
            }
            Type::Value => self.percent(),
            Type::Library => {
                let name = "std.roles".to_owned();
                (name.clone(), vec![Piece { shown: name.clone(), exported: name, shared: true, at: 0 }])
            }
            Type::Money if variant % 3 == 1 => {
                let (written, pieces) = self.number(" € HT");
                let about = named(Word::About, spelt);
                (format!("{about} {written}"), pieces.into_iter().map(|piece| Piece { at: about.len() + 1, ..piece }).collect())
            }
            Type::Money if variant % 3 == 2 => self.range(" €"),
            Type::Money => self.number(" €"),
            Type::Flag => (String::new(), Vec::new()),
            Type::Answer => {
                let (word, exported) = if odd { (Word::No, "false") } else { (Word::Yes, "true") };
                let shown = named(word, speak).to_owned();
                (named(word, spelt).to_owned(), vec![Piece { shown, exported: exported.to_owned(), shared: true, at: 0 }])
            }
            Type::Every => self.every(),
            Type::Capacities => {
                let one = |years: &str| {
                    let share = format!("{:03}", self.next());
                    let shown = speak.of(format!("1,{share}7 etp"), format!("1.{share}7 fte"));
                    let piece = Piece { shown, exported: format!("1.{share}7"), shared: true, at: years.len() + 2 };
                    (format!("{years}: 1.{share}7 {}", named(Word::Fte, spelt)), piece)
                };
                let both = ["2027", "2028 .. 2029"].map(one);
                list(both)
            }
            Type::Efforts => {
                let who = self.owner(field.names[0]);
                let share = format!("{:03}", self.next());
                let shown = speak.of(format!("1,{share}7 etp"), format!("1.{share}7 fte"));
                let written = format!("{} 1.{share}7 {}", who.exported, named(Word::Fte, spelt));
                let at = who.exported.len() + 1;
                (written, vec![who, Piece { shown, exported: format!("1.{share}7"), shared: true, at }])
            }
            Type::Texts => {
                let pieces = [self.words(), self.words()];
                list(pieces.map(|piece| (format!("\"{}\"", piece.shown), piece)))
            }
            Type::Tags => {
                let (word, text) = (self.words(), self.words());
                list([(word.shown.clone(), word), (format!("\"{}\"", text.shown), text)])
            }
            Type::Votes => {
                let votes = [(); 3].map(|()| 10_000 + self.next());
                let words = [Word::For, Word::Against, Word::Abstentions];
                let written: Vec<String> =
                    words.iter().zip(votes).map(|(word, count)| format!("{} {count}", named(*word, spelt))).collect();
                let piece = |count: usize| Piece { shown: count.to_string(), exported: count.to_string(), shared: false, at: 0 };
                (written.join(", "), votes.map(piece).into())
            }
        }
    }

    fn every(&mut self) -> (String, Vec<Piece>) {
        let count = 100 + self.next();
        let text = format!("{} {count} {}", named(Word::Every, self.spelt), named(Word::Days, self.spelt));
        let shown = format!("{count} {}", named(Word::Days, self.speak));
        (text, vec![Piece { shown, exported: format!("\"count\":{count}"), shared: false, at: 0 }])
    }

    /// Two numbers, the greater behind the smaller.
    fn range(&mut self, unit: &str) -> (String, Vec<Piece>) {
        let (low, mut pieces) = self.number("");
        let (high, more) = self.number("");
        let at = low.len() + 4;
        pieces.extend(more.into_iter().map(|piece| Piece { at, ..piece }));
        (format!("{low} .. {high}{unit}"), pieces)
    }

    fn next(&mut self) -> usize {
        self.count += 1;
        self.count
    }

    fn name(&mut self) -> String {
        format!("nom{:04}", self.next())
    }

    fn words(&mut self) -> Piece {
        let words = format!("marque-{:04}", self.next());
        Piece { shown: words.clone(), exported: words, shared: false, at: 0 }
    }

    /// Five digits, as each language groups them.
    fn number(&mut self, unit: &str) -> (String, Vec<Piece>) {
        let number = (10_000 + self.next()).to_string();
        let shown = format!("{}{}{}", &number[..2], self.speak.of(' ', ','), &number[2..]);
        (format!("{number}{unit}"), vec![Piece { shown, exported: number, shared: false, at: 0 }])
    }

    fn percent(&mut self) -> (String, Vec<Piece>) {
        let digits = format!("{:03}7", self.next());
        let shown = self.speak.of(format!("1,{digits} %"), format!("1.{digits}%"));
        (format!("1.{digits} %"), vec![Piece { shown, exported: format!("1.{digits}"), shared: false, at: 0 }])
    }

    /// A day of two digits: none is the end of another.
    fn day(&mut self) -> (String, String) {
        let n = self.next() as i16;
        let day = date(2027 + n / (12 * 18), (n / 18 % 12 + 1) as i8, (n % 18 + 10) as i8);
        (day.to_string(), When::day(day).show(self.speak))
    }

    /// Somebody, or the authority that the plan describes.
    fn owner(&mut self, of: Concept) -> Piece {
        if of == Concept::Authority {
            return Piece { shown: AUTHORITY_TITLE.to_owned(), exported: AUTHORITY.to_owned(), shared: true, at: 0 };
        }
        // What stands in a sheet only is named by it.
        if matches!(of, Concept::Indicator | Concept::Milestone) {
            return self.awaited(of).1;
        }
        let (name, title) = (self.name(), self.words().shown);
        self.later += &format!("{} {name} \"{title}\"\n", of.row().spelling(self.spelt));
        Piece { shown: title, exported: name, shared: true, at: 0 }
    }

    /// Something to wait for, in an axis of its own.
    fn awaited(&mut self, of: Concept) -> (String, Piece) {
        let spelt = self.spelt;
        let key = |concept: Concept| concept.row().spelling(spelt);
        let (axis, goal, part, title) = (self.name(), self.name(), self.name(), self.words().shown);
        let on = named(Word::On, spelt);
        let (named_by, goal_title, inside) = if of == Concept::Action {
            (part.clone(), "But", format!("{} {part} \"{title}\" {{\n}}\n", key(of)))
        } else if of == Concept::Milestone {
            (format!("{goal}.{part}"), "But", format!("{} {part} \"{title}\" {on} 2028\n", key(of)))
        } else if of == Concept::Indicator {
            (format!("{goal}.{part}"), "But", format!("{} {part} \"{title}\" {{\n}}\n", key(of)))
        } else {
            (goal.clone(), title.as_str(), String::new())
        };
        self.later +=
            &format!("{} {axis} \"Axe\" {{\n{} {goal} \"{goal_title}\" {{\n{inside}}}\n}}\n", key(Concept::Axis), key(Concept::Goal));
        (named_by.clone(), Piece { shown: title, exported: named_by, shared: true, at: 0 })
    }
}

// The strategy names the one authority of the plan: a second one would be another plan's.
const AUTHORITY: &str = "collectivite-marquee";
const AUTHORITY_TITLE: &str = "marque-authority";

/// Members of a list, each at its place.
fn list(members: impl IntoIterator<Item = (String, Piece)>) -> (String, Vec<Piece>) {
    let (mut text, mut pieces) = (String::new(), Vec::new());
    for (written, piece) in members {
        if !text.is_empty() {
            text += ", ";
        }
        pieces.push(Piece { at: text.len() + piece.at, ..piece });
        text += &written;
    }
    (text, pieces)
}
