//! What stands around a value and does not belong there: a sign before it, other names beside it. It is told once, and the value is read.

use std::borrow::Cow;

use super::{Lower, Statement, local};
use crate::diagnostic::{By, Diagnostic, Lang, Say, rules};
use crate::language::concepts::sheet;
use crate::language::{FieldRow, Found, Row, Slot, Type, find, numbered};
use crate::plan::read::{beside, joins, title_words};
use crate::plan::spelling::{lang_at_start, lang_of};
use crate::plan::store::{Local, Reference};
use crate::plan::value::listed;
use crate::say;
use crate::syntax::{Block, Part, PartKind, plain};
use crate::text::typography::shortened;

impl<'a> Lower<'a> {
    /// The language of a statement's author.
    fn lang(&self, statement: &Statement<'_>) -> Lang {
        lang_of(statement.row, self.slice(self.keyword(statement))).or_else(|| lang_at_start(self.text)).unwrap_or_default()
    }

    /// The parts of a statement without the sign before its value, and what is to be said of it: `pilote : SGM`, `état = "en cours"`.
    pub(super) fn without_sign(&self, statement: &Statement<'a>) -> (Cow<'a, [Part]>, Vec<Diagnostic>) {
        let (parts, first) = (statement.parts, statement.words);
        let called = matches!(statement.row, Row::Concept(row) if row.name != Slot::None && row.title != Slot::None);
        let stray = |at: usize| parts.get(at).is_some_and(|part| part.kind == PartKind::Colon);
        let sign = [first, first + 1].into_iter().find(|at| stray(*at) && (*at == first || called)).filter(|at| *at > 0);
        let mut said = Vec::new();
        if self.tree.mended && matches!(value_type(statement.row), Some(Type::Amounts)) {
            said.extend((first + 1..parts.len()).filter(|at| Some(*at) != sign).filter_map(|at| self.equals_for_colon(parts, at)));
        }
        let Some(at) = sign else { return (Cow::Borrowed(parts), said) };
        let mut kept: Vec<Part> = parts.to_vec();
        kept.remove(at);
        let words = match value_type(statement.row) {
            Some(Type::Word(words)) => words,
            _ => &[],
        };
        let mut mended = String::new();
        if let Some(next) = kept.get_mut(at) {
            let written = self.slice(local(next));
            mended = written.to_owned();
            // A word of the language in quotes: both are put right at once.
            if let Some(found) =
                (next.kind == PartKind::Text).then(|| plain(written)).and_then(|text| numbered(&text.trim().replace(' ', "-"), words))
            {
                mended = words[found as usize].spelling(self.lang(statement)).to_owned();
                let inner = written.len() - written.trim_matches(['"', '«', '»', '“', '”', ' ', '\u{a0}', '\u{202f}']).len();
                let open = written.find(|c: char| c.is_alphanumeric()).unwrap_or(0) as u32;
                *next = Part { kind: PartKind::Word, start: next.start + open, end: next.end + open - inner as u32 };
            }
        }
        match self.sign(statement, at, &mended, words) {
            // The sign behind a wrong keyword goes with it.
            Some(diagnostic) if statement.sound && !self.tree.node(statement.node).damaged => said.push(diagnostic),
            Some(_) | None => {}
        }
        (Cow::Owned(kept), said)
    }

    /// `mended`: the value, as it is to be written.
    fn sign(&self, statement: &Statement<'a>, at: usize, mended: &str, words: &'static [crate::language::WordRow]) -> Option<Diagnostic> {
        let (parts, place) = (statement.parts, local(&statement.parts[at]));
        let before = Local::new(parts[at - 1].end, parts[at - 1].end);
        let keyword = shortened(self.slice(self.keyword(statement)));
        let Some(next) = parts.get(at + 1) else {
            // What is missing behind it is told, where something is due.
            let due = match statement.row {
                Row::Concept(row) => row.name == Slot::Due || row.title == Slot::Due || self.tree.node(statement.node).block == Block::None,
                Row::Field(..) => !matches!(value_type(statement.row), Some(Type::Flag | Type::Answer)),
            };
            let sign = self.slice(place);
            return (!due).then(|| {
                Diagnostic::new(
                    rule(sign),
                    self.place_of(place),
                    say!("Aucun signe « {sign} » ne suit `{keyword}`."; "No sign \"{sign}\" follows `{keyword}`.", sign, keyword),
                    say!("Retirez-le."; "Remove it."),
                )
                .fix(say!("Retirer le signe"; "Remove the sign"), self.place_of(before.to(place)), "")
            });
        };
        let sign = self.text[place.start as usize..next.start as usize].trim();
        let value = local(next);
        let last = parts.last().map_or(value.end, |last| last.end).max(value.end);
        let line = format!(
            "{} {mended}{}",
            &self.text[parts[0].start as usize..before.end as usize],
            &self.text[value.end as usize..last as usize]
        );
        let line = shortened(&line);
        let mut help: Say = say!("Retirez-le : `{line}`."; "Remove it: `{line}`.", line);
        if !words.is_empty() {
            help = help.and(say!("Mots possibles : {list}."; "The words are: {list}.", list = By(move |lang| listed(words, lang))));
        }
        Some(
            Diagnostic::new(
                rule(sign),
                self.place_of(place),
                say!("Il n'y a pas de signe « {sign} » entre `{keyword}` et sa valeur."; "There is no sign \"{sign}\" between `{keyword}` and its value.", keyword, sign),
                help,
            )
            .fix(say!("Retirer le signe"; "Remove the sign"), self.place_of(before.to(value)), format!(" {mended}")),
        )
    }

    /// `2027 = 120 k€`.
    fn equals_for_colon(&self, parts: &[Part], at: usize) -> Option<Diagnostic> {
        let (part, next) = (&parts[at], parts.get(at + 1)?);
        if part.kind != PartKind::Colon || self.slice(local(part)) == ":" {
            return None;
        }
        let (before, sign) = (parts[at - 1].end, self.text[part.start as usize..next.start as usize].trim());
        let start = parts[..at].iter().rposition(|part| !matches!(part.kind, PartKind::Literal | PartKind::Range)).map_or(0, |at| at + 1);
        let years = self.slice(Local::new(parts[start.min(at - 1)].start, before));
        let mended = format!("{years}: {}", self.slice(local(next)));
        Some(
            Diagnostic::new(
                &rules::UNREADABLE_LINE,
                self.place_of(local(part)),
                say!("Il faut `:` entre l'année et le montant, et non « {sign} »."; "`:` is due between year and amount, not \"{sign}\".", sign),
                say!("Écrivez `{mended}`."; "Write `{mended}`.", mended),
            )
            .fix(say!("Écrire `:`"; "Write `:`"), self.place_of(Local::new(before, next.start)), ": "),
        )
    }

    /// `pilote SGM ; période 2027`: two statements on a line.
    pub(super) fn semicolon_between(&self, parts: &[Part], at: usize) -> Diagnostic {
        let before = at.checked_sub(1).map_or(parts[at].start, |before| parts[before].end);
        let behind = &parts[at + 1];
        let found = self.slice(local(behind));
        let start = self.text[..parts[0].start as usize].rfind('\n').map_or(0, |end| end + 1);
        let indent: String = self.text[start..].chars().take_while(|c| matches!(c, ' ' | '\t')).collect();
        Diagnostic::new(
            &rules::UNREADABLE_LINE,
            self.place_of(local(&parts[at])),
            say!("Un point-virgule ne sépare pas deux phrases du plan."; "A semicolon does not separate two statements."),
            say!("Passez à la ligne avant `{found}`."; "Start a new line before `{found}`.", found),
        )
        .fix(say!("Passer à la ligne"; "Start a new line"), self.place_of(Local::new(before, behind.start)), format!("\n{indent}"))
    }

    /// `2027: 24 k€ ; 2028: 3 k€`: all of a line at once.
    pub(super) fn semicolons(&self, parts: &[Part]) -> Option<Diagnostic> {
        let is = |part: &&Part| part.kind == PartKind::Comma && self.slice(local(part)) == ";";
        let (first, last) = (parts.iter().position(|part| is(&part))?, parts.iter().rposition(|part| is(&part))?);
        let (mut mended, mut from) = (String::new(), parts.get(first.checked_sub(1)?)?.end);
        let start = from;
        for at in (first..=last).filter(|at| is(&&parts[*at])) {
            mended += &self.text[from as usize..parts[at - 1].end as usize];
            mended += ", ";
            from = parts.get(at + 1)?.start;
        }
        let end = parts[parts.len() - 1].end;
        let behind = &self.text[end as usize..];
        let last = behind.len() - behind.trim_start_matches([' ', '\t']).len();
        if behind[last..].starts_with(';') {
            mended += self.slice(Local::new(from, end));
            from = end + last as u32 + 1;
        }
        let list =
            format!("{}{mended}{}", self.slice(local(&parts[first - 1])), if from < end { self.slice(Local::new(from, end)) } else { "" });
        let list = shortened(&list);
        Some(
            Diagnostic::new(
                &rules::UNREADABLE_LINE,
                self.place_of(local(&parts[first])),
                say!("Un point-virgule ne sépare pas les éléments d'une liste."; "A semicolon does not separate the members of a list."),
                say!("Mettez une virgule : `{list}`."; "Put a comma: `{list}`.", list),
            )
            .fix(say!("Mettre des virgules"; "Put commas"), self.place_of(Local::new(start, from)), mended),
        )
    }

    /// `pilote SGM et SCI`: where one name stands, the first is read. Out: the statement with that one.
    pub(super) fn one_name(&mut self, statement: &Statement<'a>, row: &'static FieldRow) -> Option<Statement<'a>> {
        let parts = statement.parts;
        let first = statement.words + usize::from(parts.get(statement.words).is_some_and(|part| part.kind == PartKind::Colon));
        // Most lines hold one name, and end here.
        if parts.len() < first + 2 || parts[first].kind != PartKind::Word || self.tree.node(statement.node).damaged {
            return None;
        }
        if title_words(self.text, &parts[first..], statement.place) > 0 {
            return None;
        }
        let (mut others, mut at) = (Vec::new(), first + 1);
        while let Some(part) = parts.get(at) {
            let joint = part.kind == PartKind::Comma || joins(self.text, part);
            let next = if joint { parts.get(at + 1)? } else { part };
            if next.kind != PartKind::Word || (!joint && !beside(self.text, &parts[at - 1], &parts[at..], statement.place)) {
                return None;
            }
            others.push(local(next));
            at += 1 + usize::from(joint);
        }
        let contributors = Row::Field(statement.place?, sheet::CONTRIBUTORS.at);
        let takes_several = std::ptr::eq(statement.place?.row().fields, sheet::CONTRIBUTORS.rows);
        let others_row = if takes_several { sheet::CONTRIBUTORS.row() } else { row };
        for span in &others {
            self.part.references.push(Reference { span: *span, row: others_row, within: None, quiet: false });
        }
        let (one, lang) = (local(&parts[first]), self.lang(statement));
        // A sign before the names goes too.
        let (lead, start) = if first > statement.words { (" ", parts[first - 2].end) } else { ("", one.start) };
        let (name, whole) = (format!("{lead}{}", self.slice(one)), Local::new(start, others.last()?.end));
        let (keyword, kept) = (shortened(self.slice(self.keyword(statement))), self.slice(one));
        let rest = others.iter().map(|span| self.slice(*span)).collect::<Vec<_>>().join(", ");
        let message = say!("Un seul nom suit `{keyword}`."; "Only one name follows `{keyword}`.", keyword);
        let place = self.place_of(whole);
        let diagnostic = if takes_several {
            let word = contributors.spelling(lang);
            let line = format!("{word} {rest}");
            let diagnostic = Diagnostic::new(
                &rules::UNEXPECTED_PART,
                place,
                message,
                say!("Gardez `{keyword} {kept}` ; les autres contribuent : `{line}`."; "Keep `{keyword} {kept}`; the others contribute: `{line}`.", keyword, kept, line),
            );
            let title = say!("Garder `{kept}`, les autres comme contributeurs"; "Keep `{kept}`, the others as contributors", kept);
            match self.sibling(statement, contributors) {
                Some(list) if list.start > whole.end => {
                    let between = &self.text[whole.end as usize..list.end as usize];
                    diagnostic.fix(title, self.place_of(whole.to(list)), format!("{name}{between}, {rest}"))
                }
                Some(list) => {
                    let between = &self.text[list.end as usize..whole.start as usize];
                    diagnostic.fix(title, self.place_of(Local::new(list.end, whole.end)), format!(", {rest}{between}{name}"))
                }
                None => {
                    let start = self.text[..parts[0].start as usize].rfind('\n').map_or(0, |end| end + 1);
                    let indent: String = self.text[start..].chars().take_while(|c| matches!(c, ' ' | '\t')).collect();
                    diagnostic.fix(title, place, format!("{name}\n{indent}{line}"))
                }
            }
        } else {
            let help = say!("Gardez un seul de ces noms : {kept} ou {rest}."; "Keep one of these names: {kept} or {rest}.", kept, rest);
            let diagnostic = Diagnostic::new(&rules::UNEXPECTED_PART, place, message, help);
            [one].iter().chain(&others).fold(diagnostic, |diagnostic, span| {
                let name = self.slice(*span);
                diagnostic.fix(say!("Garder `{name}`"; "Keep `{name}`", name), place, format!("{lead}{name}"))
            })
        };
        self.report(diagnostic);
        Some(Statement { parts: &parts[..=first], sound: statement.sound && lead.is_empty(), ..*statement })
    }

    /// Another line of the same block that begins with this keyword: its words.
    fn sibling(&self, statement: &Statement<'_>, row: Row) -> Option<Local> {
        let written = |part: &Part| (part.kind == PartKind::Word).then(|| self.slice(local(part)));
        let mut nodes = match self.around {
            Some(around) => self.tree.children(around),
            None => self.tree.roots(),
        };
        nodes.find_map(|node| {
            let parts = self.tree.parts(node);
            let found = parts.first().and_then(written).map(|word| find(word, parts.get(1).and_then(written), statement.place));
            let same = matches!(found, Some(Found::Here(other, _)) if other.same(row));
            (node != statement.node && same && !self.tree.node(node).damaged).then(|| local(&parts[0]).to(local(&parts[parts.len() - 1])))
        })
    }
}

/// What the value behind a keyword is.
fn value_type(row: Row) -> Option<Type> {
    match row {
        Row::Field(..) => row.field().map(|field| field.of),
        Row::Concept(row) if row.name == Slot::None && row.title == Slot::None => row.fields_in(true).next().map(|(_, field)| field.of),
        Row::Concept(_) => None,
    }
}

fn rule(sign: &str) -> &'static crate::diagnostic::Rule {
    if sign == ":" { &rules::UNEXPECTED_PART } else { &rules::UNREADABLE_LINE }
}
