//! Dates as they are said: `janvier 2027 à décembre 2028`, a line for the start and one for the end. Told once, with the line that says it.

use super::{Lower, Statement, local};
use crate::diagnostic::{Diagnostic, rules, suggest};
use crate::language::concepts::sheet;
use crate::language::{Concept, Found, Place, Row, Word, find, named};
use crate::plan::said::{date, period, tokens};
use crate::plan::spelling::{lang_at_start, lang_of};
use crate::plan::store::Local;
use crate::say;
use crate::syntax::{NodeId, Part, PartKind};

/// What authors call the two ends of a period.
const STARTS: &[&str] =
    &["debut", "date de debut", "demarrage", "lancement", "commence", "start", "start date", "begin", "begins", "starts", "from"];
const ENDS: &[&str] = &[
    "fin",
    "date de fin",
    "echeance",
    "date limite",
    "date butoir",
    "termine",
    "jusqu'au",
    "end",
    "end date",
    "ends",
    "deadline",
    "due",
    "due date",
    "until",
];

/// A line that says one end of a period.
struct Half {
    end: bool,
    line: Local,
    date: String,
    words: String,
}

impl<'a> Lower<'a> {
    /// A period that could not be read and says one thing: one message for the whole line, in the place of those about its words.
    pub(super) fn period_said(&mut self, statement: &Statement<'a>, before: usize) {
        let (parts, words) = (statement.parts, statement.words);
        let Some((first, last)) = parts.get(words).zip(parts.last()) else { return };
        if self.part.diagnostics.len() == before || self.tree.node(statement.node).damaged {
            return;
        }
        let keyword = self.keyword(statement);
        let lang = lang_of(statement.row, self.slice(keyword)).or_else(|| lang_at_start(self.text)).unwrap_or_default();
        let value = local(first).to(local(last));
        let Some(said) = period(self.slice(value), lang).filter(|said| said.contains("..")) else { return };
        self.part.diagnostics.truncate(before);
        let line = format!("{} {said}", self.slice(keyword));
        let place = self.place_of(value);
        let message = say!("Une période s'écrit en chiffres, avec `..` entre le début et la fin."; "A period is written in digits, with `..` between its start and its end.");
        self.report(Diagnostic::new(&rules::NOT_A_DATE, place, message, say!("Écrivez `{line}`."; "Write `{line}`.", line)).fix(
            say!("Écrire `{said}`"; "Write `{said}`", said),
            place,
            said.clone(),
        ));
    }

    /// A line that says when, with no keyword or with one for each end. Out: was it told?
    pub(super) fn when_said(&mut self, node: NodeId, parts: &'a [Part], place: Place) -> bool {
        let takes = place.is_some_and(|concept| std::ptr::eq(concept.row().fields, sheet::PERIOD.rows));
        if !takes || parts.len() < 2 || self.tree.node(node).damaged {
            return false;
        }
        match self.half(node) {
            Some(half) => {
                self.half_said(node, &half, place);
                true
            }
            None => self.bare_period(parts),
        }
    }

    /// `janvier 2027 à décembre 2028`.
    fn bare_period(&mut self, parts: &[Part]) -> bool {
        let whole = local(&parts[0]).to(local(&parts[parts.len() - 1]));
        let lang = lang_at_start(self.text).unwrap_or_default();
        let Some(said) = period(self.slice(whole), lang).filter(|said| said.contains("..")) else { return false };
        let word = sheet::PERIOD.row().spelling(lang);
        let line = format!("{word} {said}");
        let place = self.place_of(whole);
        let message = say!("Il manque le mot-clé `{word}` devant ces dates."; "The keyword `{word}` is missing before these dates.", word);
        self.report(Diagnostic::new(&rules::UNKNOWN_KEYWORD, place, message, say!("Écrivez `{line}`."; "Write `{line}`.", line)).fix(
            say!("Écrire `{line}`"; "Write `{line}`", line),
            place,
            line.clone(),
        ));
        true
    }

    fn half_said(&mut self, node: NodeId, half: &Half, place: Place) {
        let nodes: Vec<NodeId> = match self.around {
            Some(around) => self.tree.children(around).filter(|other| *other != node).collect(),
            None => Vec::new(),
        };
        let other = nodes.iter().find_map(|other| self.half(*other).filter(|other| other.end != half.end));
        let other = other.or_else(|| nodes.iter().find_map(|other| self.one_date(*other, !half.end, place)));
        let lang = lang_at_start(self.text).unwrap_or_default();
        let word = sheet::PERIOD.row().spelling(lang);
        let written = &half.words;
        let message = match half.end {
            true => {
                say!("« {written} » n'est pas un mot-clé : la fin se dit dans la `{word}`."; "\"{written}\" is no keyword: the end is said in the `{word}`.", written, word)
            }
            false => {
                say!("« {written} » n'est pas un mot-clé : le début se dit dans la `{word}`."; "\"{written}\" is no keyword: the start is said in the `{word}`.", written, word)
            }
        };
        let diagnostic = |help| Diagnostic::new(&rules::UNKNOWN_KEYWORD, self.place_of(half.line), message, help);
        let found = match other {
            // The first of the two lines speaks for both.
            Some(other) if other.line.start < half.line.start && other.words != word => return,
            Some(other) => {
                let (start, end) = if half.end { (&other.date, &half.date) } else { (&half.date, &other.date) };
                let line = format!("{word} {start} .. {end}");
                let (first, second) = if half.line.start < other.line.start { (half.line, other.line) } else { (other.line, half.line) };
                let between = self.text[first.end as usize..second.start as usize].trim_end();
                diagnostic(say!("Écrivez une seule ligne : `{line}`."; "Write one line: `{line}`.", line)).fix(
                    say!("Écrire `{line}`"; "Write `{line}`", line),
                    self.place_of(first.to(second)),
                    format!("{line}{between}"),
                )
            }
            None if half.end => {
                let date = &half.date;
                let (milestone, on) = (Concept::Milestone.row().spelling(lang), named(Word::On, lang));
                let line = format!("{milestone} \"{}\" {on} {date}", capital(written));
                diagnostic(say!("Écrivez le début et la fin, `{word} DÉBUT .. {date}`, ou un jalon : `{line}`."; "Write the start and the end, `{word} START .. {date}`, or a milestone: `{line}`.", word, date, line))
                    .fix(say!("Écrire `{line}`"; "Write `{line}`", line), self.place_of(half.line), line.clone())
            }
            None => {
                let date = &half.date;
                diagnostic(
                    say!("Écrivez le début et la fin : `{word} {date} .. FIN`."; "Write the start and the end: `{word} {date} .. END`.", word, date),
                )
            }
        };
        self.report(found);
    }

    /// A line that begins with a word for one end, and says a date.
    fn half(&self, node: NodeId) -> Option<Half> {
        let parts = self.tree.parts(node);
        let count = parts.iter().take(4).take_while(|part| part.kind == PartKind::Word).count();
        (1..=count).rev().find_map(|count| {
            let words: Vec<&str> = parts[..count].iter().map(|part| self.slice(local(part))).collect();
            let words = words.join(" ");
            let known = suggest::fold(&words).replace('-', " ").replace("' ", "'");
            let end = ENDS.contains(&known.as_str());
            if !end && !STARTS.contains(&known.as_str()) {
                return None;
            }
            let rest = &parts[count..];
            let value = rest.iter().position(|part| part.kind != PartKind::Colon).map(|at| &rest[at..])?;
            let text = self.slice(local(&value[0]).to(local(&value[value.len() - 1])));
            let date = date(&tokens(text), lang_at_start(self.text).unwrap_or_default())?;
            Some(Half { end, line: local(&parts[0]).to(local(&parts[parts.len() - 1])), date, words })
        })
    }

    /// A period line with one date, as the other half.
    fn one_date(&self, node: NodeId, end: bool, place: Place) -> Option<Half> {
        let parts = self.tree.parts(node);
        let [keyword, value] = parts else { return None };
        let words = self.slice(local(keyword));
        let same = matches!(find(words, None, place), Found::Here(Row::Field(_, at), 1) if at == sheet::PERIOD.at);
        let date = date(&tokens(self.slice(local(value))), lang_at_start(self.text).unwrap_or_default()).filter(|_| same)?;
        let word = sheet::PERIOD.row().spelling(lang_at_start(self.text).unwrap_or_default()).to_owned();
        Some(Half { end, line: local(keyword).to(local(value)), date, words: word })
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
