//! What may be written at an offset. The line need not be finished, nor the text around it be right.

use std::path::PathBuf;

use rayon::prelude::*;

use super::at::relative;
use super::forms::{Setting, forms};
use super::links::{Target, links};
use super::markdown::{escaped, first_paragraph};
use super::policy;
use super::statement::{Item, Statement};
use super::test_plan::TestPlan;
use crate::analysis::Analysis;
use crate::check::Lacks;
use crate::diagnostic::{Lang, suggest};
use crate::language::concepts::plan::also::ALSO;
use crate::language::concepts::{authority, indicator, sheet, strategy, waiver};
use crate::language::{
    AUDIENCE, COMPETENCES, Concept, ConceptRow, E_SERVICES, FieldRow, Found, ITEMS, PolicyWord, Row, Slot, Type, Word, WordRow, find,
    inside, named, numbered, phrase, rows_in, word,
};
use crate::load::LIBRARIES;
use crate::plan::{Entity, Section};
use crate::syntax::{Part, PartKind};
use crate::text::{Source, SourceId, Span};

#[derive(Debug, Clone)]
pub struct Completion {
    pub label: String,
    pub kind: Kind,
    /// Beside the label: a title, or the word in the other language.
    pub detail: String,
    /// Markdown; may be empty.
    pub documentation: String,
    /// What takes the place of `over`.
    pub insert: String,
    /// What is written of it already.
    pub over: Span,
    /// The same with what stands behind the pen of the same word, or of the second of two.
    pub whole: Span,
    /// The words by which it is found, where they are others than its label.
    pub filter: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Keyword,
    /// One of a list of words, or a small word between two values.
    Word,
    /// Of something in the plan, or of a library.
    Name,
    Unit,
    /// A whole thing, with places to fill: `${1:…}`.
    Form,
    /// A policy.
    Rule,
    /// What a thing has, in a policy.
    Fact,
    /// Words between quotes.
    Text,
}

/// No more at once: what is typed next narrows them down.
pub const MOST: usize = 200;

/// In: any offset, inside the text or not. Out: the best first; the keywords in the language of the text around, the
/// explanations in `lang`.
pub fn complete(analysis: &Analysis, source: SourceId, offset: u32, lang: Lang) -> Vec<Completion> {
    if let Some(test) = TestPlan::at(analysis, source, offset).filter(TestPlan::is_within) {
        let found = complete(&test.analysis, test.source, test.offset, lang);
        return found.into_iter().filter_map(|one| test.completion(one)).collect();
    }
    if let Some((_, own)) = analysis.sources.iter().find(|(id, _)| *id == source) {
        let text = own.text.as_str();
        let offset = text.floor_char_boundary((offset as usize).min(text.len())) as u32;
        if let Some(inside) = policy::inside(analysis, source, offset) {
            let over = Span::new(source, begun(text, offset), offset);
            let mut found = policy::complete(analysis, &inside, over, lang);
            keep_begun(&mut found, text);
            found.iter_mut().for_each(|one| join(one, own));
            return found;
        }
    }
    let Some(item) = Item::at(analysis, source, offset) else { return Vec::new() };
    if let Some(found) = files(analysis, source, item.text, offset) {
        return found;
    }
    let offset = (0..=offset.min(item.text.len() as u32)).rev().find(|at| item.text.is_char_boundary(*at as usize)).unwrap_or(0);
    let start = begun(item.text, offset);
    let (around, last) = item.way(start);
    let Some(before) = before(&item, last, start) else { return Vec::new() };
    let tongue = tongue(analysis, source, &item, &around);
    let over = Span::new(source, start, offset);
    let asked = Asked { analysis, item: &item, around: &around, tongue, lang, over };
    let mut found = match (before, last) {
        ([], _) | (_, None) => asked.keywords(&|_| true),
        (before, Some(statement)) => asked.behind(statement, before),
    };
    found.retain(|completion| completion.over == over || completion.over.end == over.end);
    keep_begun(&mut found, item.text);
    found.iter_mut().for_each(|one| join(one, analysis.sources.get(source)));
    found
}

/// Between the quotes of a `use`: the plan's own files that this one does not use yet.
fn files(analysis: &Analysis, source: SourceId, text: &str, offset: u32) -> Option<Vec<Completion>> {
    let offset = text.floor_char_boundary((offset as usize).min(text.len()));
    let line = &text[text[..offset].rfind('\n').map_or(0, |end| end + 1)..offset];
    let (keyword, written) = line.split_once('"').filter(|(_, written)| !written.contains('"'))?;
    let uses = matches!(find(keyword.trim(), None, None), Found::Here(Row::Concept(row), _) if row.concept == Concept::Use);
    let own = analysis.paths.get(usize::from(source.0))?.as_ref().filter(|_| uses)?;
    let over = Span::new(source, (offset - written.len()) as u32, offset as u32);
    let rest = text[offset..].find(['"', '\n', '\r']).unwrap_or(text.len() - offset);
    let whole = Span::new(source, over.start, (offset + rest) as u32);
    let others = links(analysis, source);
    let free = |path: &&PathBuf| *path != own && !others.iter().any(|link| link.span != whole && link.to == Target::File((*path).clone()));
    let one = |path: &PathBuf| {
        let label = relative(own.parent()?, path);
        let (detail, documentation) = (String::new(), String::new());
        Some(Completion { insert: label.clone(), label, kind: Kind::Name, detail, documentation, over, whole, filter: None })
    };
    let mut found: Vec<Completion> = analysis.paths.iter().flatten().filter(free).filter_map(one).collect();
    keep_begun(&mut found, text);
    Some(found)
}

/// Those that hold what is written already, in their label or in the words by which they are found.
fn keep_begun(found: &mut Vec<Completion>, text: &str) {
    found.retain(|completion| {
        let begun = suggest::fold(&text[completion.over.range()]);
        let holds = |words: &str| suggest::fold(words).contains(&begun);
        holds(&completion.label) || completion.filter.as_deref().is_some_and(holds)
    });
    found.truncate(MOST);
}

/// Joins what is offered to the words behind the pen: the rest of the word goes, and the second word of two where one stands; no blank
/// comes twice; and its lines end as those of the file.
fn join(one: &mut Completion, source: &Source) {
    const BLANKS: [char; 2] = [' ', '\t'];
    let text = source.text.as_str();
    one.insert = source.broken(&one.insert);
    let pen = one.over.end as usize;
    let word_at = |from: usize| text.len() - text[from..].trim_start_matches(continues).len();
    let rest = word_at(pen);
    let mut end = rest;
    let next = text.len() - text[rest..].trim_start_matches(BLANKS).len();
    let second = one.label.split_once(' ').filter(|_| one.kind != Kind::Form && next > rest && !text[one.over.range()].contains(BLANKS));
    if second.is_some_and(|(_, second)| answers(&text[next..word_at(next)], second)) {
        end = word_at(next);
        // Behind a whole first word there is nothing to choose.
        if rest == pen {
            one.over.end = end as u32;
        }
    }
    one.whole = Span::new(one.over.source, one.over.start, end as u32);
    if text[end..].starts_with(BLANKS) {
        one.insert.truncate(one.insert.trim_end_matches(BLANKS).len());
    }
}

/// Does a word stand where another would: is it that, or a unit of time as that is?
fn answers(written: &str, other: &str) -> bool {
    let time = |text: &str| word(text, &TIMES).is_some();
    suggest::same(written, other) || (time(written) && time(other))
}

const TIMES: [Word; 5] = [Word::Months, Word::Years, Word::Quarters, Word::Weeks, Word::Days];

/// Where the word that ends at an offset begins; there, if none does.
fn begun(text: &str, offset: u32) -> u32 {
    text[..offset as usize].trim_end_matches(continues).len() as u32
}

fn continues(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '\u{300}'..='\u{36f}')
}

/// The words of a statement before the one that is being written: none where a statement begins. Nothing inside a
/// text, a comment, or what cannot be read.
fn before<'t>(item: &'t Item<'_>, last: Option<Statement>, start: u32) -> Option<&'t [Part]> {
    let until = &item.text[..start as usize];
    let line = &until[until.rfind('\n').map_or(0, |end| end + 1)..];
    if in_text_or_comment(line) {
        return None;
    }
    let words = last.map_or(&[][..], |statement| item.tree.parts(statement.node));
    let words = &words[..words.partition_point(|part| part.end <= start)];
    if let Some(end) = words.last() {
        let gap = &until[end.end as usize..];
        if gap.trim().is_empty() && (!gap.contains('\n') || end.kind == PartKind::Comma) {
            return Some(words);
        }
    }
    let begins = line.rfind(['{', '}']).map_or(line, |brace| &line[brace + 1..]);
    begins.trim().is_empty().then_some(&[])
}

fn in_text_or_comment(line: &str) -> bool {
    let open = |opening: char, closing: char| line.rfind(opening) > line.rfind(closing);
    line.contains("//") || line.replace("\\\"", "").matches('"').count() % 2 == 1 || open('«', '»') || open('“', '”')
}

/// The language of the keywords: that of the nearest statement around that has one, else of most of the file, else of the plan.
fn tongue(analysis: &Analysis, source: SourceId, item: &Item<'_>, around: &[Statement]) -> Lang {
    let near = around.iter().rev().find_map(|statement| {
        let (row, words) = statement.keyword?;
        let parts = item.tree.parts(statement.node).get(..words)?;
        spelt(row, &item.text[parts.first()?.start as usize..parts.last()?.end as usize])
    });
    near.unwrap_or_else(|| {
        let here = analysis.plan.parts.iter().zip(0u32..).filter(|(placed, _)| placed.source == source);
        let keywords = here.flat_map(|(_, part)| analysis.plan.entities_of(part)).take(ENOUGH);
        let written = keywords.filter_map(|entity| spelt(Row::Concept(entity.concept_row()), analysis.sources.slice(entity.keyword())));
        let (french, english): (Vec<Lang>, Vec<Lang>) = written.partition(|lang| *lang == Lang::Fr);
        match french.len().cmp(&english.len()) {
            std::cmp::Ordering::Greater => Lang::Fr,
            std::cmp::Ordering::Less => Lang::En,
            std::cmp::Ordering::Equal => analysis.language(),
        }
    })
}

/// So many keywords tell the language of a file.
const ENOUGH: usize = 200;

/// The language in which a keyword is spelt, if that tells it.
fn spelt(row: Row, written: &str) -> Option<Lang> {
    let written = suggest::fold(written);
    let is = |lang: Lang| row.spellings(lang).iter().any(|spelling| suggest::fold(spelling) == written);
    match (is(Lang::Fr), is(Lang::En)) {
        (true, false) => Some(Lang::Fr),
        (false, true) => Some(Lang::En),
        (true, true) | (false, false) => None,
    }
}

struct Asked<'a> {
    analysis: &'a Analysis,
    item: &'a Item<'a>,
    around: &'a [Statement],
    tongue: Lang,
    lang: Lang,
    over: Span,
}

impl<'a> Asked<'a> {
    fn place(&self) -> Option<Concept> {
        self.around.iter().rev().find_map(|statement| statement.opens)
    }

    // --- keywords ---------------------------------------------------------------------------------------------------

    /// What may begin a line here: what is missing first, and nothing that stands once and is there.
    fn keywords(&self, fits: &dyn Fn(&str) -> bool) -> Vec<Completion> {
        let place = self.place();
        let written: Vec<Row> = self.around.last().map_or_else(Vec::new, |block| {
            let others = self.item.tree.children(block.node).filter(|node| self.item.tree.node(*node).start != self.over.start);
            others.filter_map(|node| Some(self.item.statement(node, place).keyword?.0)).collect()
        });
        let free = |row: &Row| row.repeats() || !written.iter().any(|other| other.same(*row));
        let mut rows: Vec<Row> = rows_in(place).filter(free).filter(|row| fits(row.spelling(self.tongue))).collect();
        let missing = self.missing();
        rows.sort_by_key(|row| match (missing.iter().any(|other| other.same(*row)), row.field().is_some_and(|field| field.wanted)) {
            (true, _) => 0,
            (false, true) => 1,
            (false, false) => 2,
        });
        let forms: Vec<Completion> = rows.iter().filter_map(|row| self.form(*row)).collect();
        let funders = if place == Some(Concept::Funding) { self.funders() } else { Vec::new() };
        let policies = if place.is_none() && self.around.is_empty() { self.policies() } else { Vec::new() };
        funders
            .into_iter()
            .chain(rows.into_iter().map(|row| self.keyword(row)))
            .chain(forms)
            .chain(policies.into_iter().filter(|one| fits(&one.label)))
            .collect()
    }

    /// A policy, a pack, a threshold of one's own.
    fn policies(&self) -> Vec<Completion> {
        let one = |item: &PolicyWord| {
            let (label, other) = (item.spelling(self.tongue), item.spelling(self.tongue.other()));
            let keyword = self.plain(label, Kind::Keyword, if label == other { "" } else { other });
            Completion { insert: format!("{label} "), documentation: item.help(self.lang).to_owned(), ..keyword }
        };
        ITEMS.iter().map(one).collect()
    }

    /// What somebody asks for here and does not find.
    fn missing(&self) -> Vec<Row> {
        let Some(entity) = self.held() else { return Vec::new() };
        let own = self.analysis.holes.iter().filter(|hole| hole.entity == Some(entity.id) && !hole.told);
        let row = |lacks: Lacks| match lacks {
            Lacks::Field(concept, at) => Some(Row::Field(concept, at)),
            Lacks::Child(concept) => Some(Row::Concept(concept.row())),
            Lacks::Dates => Some(Row::Field(entity.concept(), sheet::PERIOD.at)),
            Lacks::Authority => Some(Row::Field(Concept::Strategy, strategy::AUTHORITY.at)),
            Lacks::Title | Lacks::Goals | Lacks::Strategy | Lacks::TargetDate | Lacks::Announced => None,
        };
        own.filter_map(|hole| row(hole.lacks)).collect()
    }

    /// The whole of what a keyword opens, to be filled in.
    fn form(&self, row: Row) -> Option<Completion> {
        let Row::Concept(concept) = row else { return None };
        let (_, form) = forms().into_iter().find(|(known, _)| *known == concept.concept)?;
        let keyword = self.keyword(row);
        Some(Completion {
            label: format!("{} …", keyword.label),
            kind: Kind::Form,
            insert: form(&self.setting()),
            filter: Some(keyword.label.clone()),
            ..keyword
        })
    }

    /// What a form is to fit into: the period around, and the budget that it would be a part of.
    fn setting(&self) -> Setting {
        let around = || std::iter::successors(self.held(), |one| one.parent());
        let period = around().filter(|one| one.is_sheet()).find_map(|sheet| sheet.period().is());
        let period = period.or_else(|| self.analysis.plan.strategy()?.is_given(strategy::PERIOD));
        let written = period.as_ref().map(|period| self.analysis.sources.slice(period.span()));
        // As it is written, where that is no more than two dates.
        let plain = |text: &&str| text.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '.' | ' '));
        // The goal's, of which the budget of an action is a part.
        let budget = around().filter(|one| one.is(Concept::Goal)).find_map(|goal| goal.budget().is());
        Setting {
            lang: self.tongue,
            period: written.filter(plain).map(str::to_owned),
            years: period.map(|period| (period.start.first.year(), period.end.last.year())),
            section: budget.map(|budget| budget.amounts().next().map_or(Section::Investment, |amount| amount.section)),
        }
    }

    /// Those who fund something else in the plan.
    fn funders(&self) -> Vec<Completion> {
        let mut titles: Vec<String> =
            self.analysis.plan.all(Concept::Funder).filter_map(|line| Some(line.title().is()?.into_owned())).collect();
        titles.sort();
        titles.dedup();
        let text = |title: &String| Completion { insert: crate::syntax::quoted(title), ..self.plain(title, Kind::Text, "") };
        titles.iter().map(text).collect()
    }

    fn keyword(&self, row: Row) -> Completion {
        let (label, other) =
            self.tongue.of((row.spelling(Lang::Fr), row.spelling(Lang::En)), (row.spelling(Lang::En), row.spelling(Lang::Fr)));
        let detail = if label == other { String::new() } else { other.to_owned() };
        let documentation = row.help(self.lang).to_owned();
        Completion {
            label: label.to_owned(),
            kind: Kind::Keyword,
            detail,
            documentation,
            insert: format!("{label} "),
            over: self.over,
            whole: self.over,
            filter: None,
        }
    }

    // --- behind a keyword -------------------------------------------------------------------------------------------

    fn behind(&self, statement: Statement, before: &[Part]) -> Vec<Completion> {
        // The first word of two: `dépend`.
        if let [first] = before {
            let begun = format!("{} ", suggest::fold(self.item.written(first)));
            let over = Span::new(self.over.source, first.start, self.over.end);
            let rest = suggest::fold(&self.item.text[over.range()]);
            let whole =
                self.keywords(&|spelling| suggest::fold(spelling).starts_with(&begun) && suggest::fold(spelling).starts_with(&rest));
            if !whole.is_empty() {
                return whole.into_iter().map(|completion| Completion { over, ..completion }).collect();
            }
        }
        let by_text = || inside(self.place()).find(|row| row.en.is_empty()).map(|row| (Row::Concept(row), 0));
        let keyword = statement.keyword.or_else(|| by_text().filter(|_| before.first().is_some_and(|part| part.kind == PartKind::Text)));
        let Some((row, words)) = keyword else { return Vec::new() };
        let Some(values) = before.get(words..) else { return Vec::new() };
        match row {
            Row::Field(concept, at) => self.value(&concept.row().fields[at as usize], values),
            Row::Concept(row) => self.head(row, values),
        }
    }

    /// Behind the keyword of something: name and title are the author's own, what follows is not.
    fn head(&self, row: &'static ConceptRow, values: &[Part]) -> Vec<Completion> {
        let mut rest = values;
        for (slot, kind) in [(row.name, PartKind::Word), (row.title, PartKind::Text)] {
            match rest {
                _ if slot == Slot::None => {}
                [first, others @ ..] if first.kind == kind => rest = others,
                [] if slot == Slot::Due => return Vec::new(),
                [] | [_, ..] => {}
            }
        }
        let mut fields = row.fields_in(true).map(|(_, field)| field).peekable();
        while let Some(field) = fields.next() {
            let lead = field.head.and_then(|lead| lead.word);
            match (lead, rest) {
                (Some(_), []) => return self.beginning(field),
                (Some(lead), [first, others @ ..]) if word(self.item.written(first), &[lead]).is_some() => rest = others,
                (None | Some(_), _) => {}
            }
            // The policies that a plan may waive.
            if std::ptr::eq(field, waiver::RULE.row()) && rest.is_empty() {
                return policy::policies(self.analysis, self.over, self.lang);
            }
            let next = fields.peek().copied();
            match rest.iter().position(|part| next.is_some_and(|next| self.begins(next, part))) {
                Some(at) => rest = &rest[at..],
                None => {
                    let mut found = self.value(field, rest);
                    // What follows, behind a value that is whole.
                    let whole =
                        rest.last().is_some_and(|last| !(self.leads(last) || matches!(field.of, Type::Share) && self.is_bare(last)));
                    found.extend(next.filter(|_| whole).into_iter().flat_map(|next| self.beginning(next)));
                    return found;
                }
            }
        }
        Vec::new()
    }

    fn begins(&self, field: &FieldRow, part: &Part) -> bool {
        let lead = field.head.and_then(|lead| lead.word);
        let written = self.item.written(part);
        lead.is_some_and(|lead| word(written, &[lead]).is_some()) || numbered(written, field.words()).is_some()
    }

    fn beginning(&self, field: &'static FieldRow) -> Vec<Completion> {
        match field.head.and_then(|lead| lead.word) {
            Some(lead) => vec![self.small(lead, Kind::Word)],
            None => self.words(field.words()),
        }
    }

    /// What a value may be, or how it may go on.
    fn value(&self, field: &'static FieldRow, values: &[Part]) -> Vec<Completion> {
        let first = values.is_empty();
        let member = values.last().is_none_or(|part| part.kind == PartKind::Comma);
        match field.of {
            Type::Word(words) if first => self.words(words),
            Type::Words(words) if member => self.words(words),
            Type::Name if first => self.names(field, values),
            Type::Names | Type::People | Type::Dependencies | Type::Efforts if member => self.names(field, values),
            Type::Dependencies => match values {
                [.., plus, number] if plus.kind == PartKind::Plus && self.is_bare(number) => self.times(),
                [.., _, lead] if word(self.item.written(lead), &[Word::For]).is_some() => self.what_waits(),
                [name] | [.., _, name] if name.kind == PartKind::Word => {
                    [Word::Start, Word::For].map(|word| self.small(word, Kind::Word)).into()
                }
                _ => Vec::new(),
            },
            Type::Efforts if matches!(values, [.., name, number] if name.kind == PartKind::Word && self.is_bare(number)) => self.working(),
            Type::Capacities if matches!(values, [.., colon, number] if colon.kind == PartKind::Colon && self.is_bare(number)) => {
                self.working()
            }
            Type::Money if matches!(values, [number] if self.is_bare(number)) => self.euros(),
            Type::Answer if first => [Word::Yes, Word::No].map(|word| self.small(word, Kind::Word)).into(),
            Type::Every => match values {
                [.., number] if self.is_bare(number) => self.times(),
                [] => self.rhythms(self.tongue.of("chaque ", "every ")),
                [each] if word(self.item.written(each), &[Word::Every]).is_some() => self.rhythms(""),
                _ => Vec::new(),
            },
            Type::Duration if matches!(values, [number] if self.is_bare(number)) => self.times(),
            Type::Amounts if matches!(values, [.., colon, number] if colon.kind == PartKind::Colon && self.is_bare(number)) => self.euros(),
            Type::Share => self.share(values),
            Type::Value if matches!(values, [.., number] if self.is_bare(number)) => self.measures(),
            Type::Money | Type::Amounts if values.last().is_some_and(|amount| self.ends_with(amount, "€")) => {
                [Word::Ht, Word::Ttc].map(|word| self.small(word, Kind::Word)).into()
            }
            Type::Tags if member => self.tags(field, values),
            Type::Votes if member => {
                let free = |way: &Word| !values.iter().any(|part| word(self.item.written(part), &[*way]).is_some());
                let ways = [Word::For, Word::Against, Word::Abstentions].into_iter().filter(free);
                ways.map(|way| self.small(way, Kind::Word)).collect()
            }
            Type::Library if first => self.libraries(),
            // The settings of its policies.
            Type::Library if matches!(values, [pack] if self.item.written(pack).starts_with("std.policies.")) => {
                vec![self.plain(self.tongue.of("avec", "with"), Kind::Keyword, self.tongue.of("with", "avec"))]
            }
            Type::Text
            | Type::Name
            | Type::Names
            | Type::People
            | Type::Word(_)
            | Type::Words(_)
            | Type::Number
            | Type::Date
            | Type::Period
            | Type::Duration
            | Type::Amounts
            | Type::Value
            | Type::Library
            | Type::Money
            | Type::Flag
            | Type::Answer
            | Type::Efforts
            | Type::Capacities
            | Type::Texts
            | Type::Tags
            | Type::Votes => Vec::new(),
        }
    }

    /// What a funder pays: so many euros, or a part of a cost and of which.
    fn share(&self, values: &[Part]) -> Vec<Completion> {
        let sections = [Word::Investment, Word::Operating, Word::Total];
        match values {
            [number] if self.is_bare(number) => self.euros().into_iter().chain([self.percent()]).collect(),
            [part] if self.ends_with(part, "%") => {
                sections.map(|section| self.plain(&phrase(&[Word::Of, section], self.tongue), Kind::Word, "")).into()
            }
            [part, lead @ ..] if self.ends_with(part, "%") && lead.iter().all(|word| self.leads(word)) => {
                // `l'` goes before a vowel only.
                let elided = lead.last().is_some_and(|lead| self.item.written(lead).ends_with('\''));
                let elides = |section: &Word| *section == Word::Investment || !elided;
                sections.into_iter().filter(elides).map(|section| self.small(section, Kind::Word)).collect()
            }
            _ => Vec::new(),
        }
    }

    fn percent(&self) -> Completion {
        self.plain("%", Kind::Unit, "")
    }

    /// What a figure may be in: a percentage, or the unit of its indicator.
    fn measures(&self) -> Vec<Completion> {
        let indicator = self.held().filter(|entity| entity.is(Concept::Indicator));
        let unit = indicator.and_then(|indicator| indicator.text(indicator::UNIT));
        let unit = unit.map(|unit| Completion { insert: crate::syntax::quoted(&unit), ..self.plain(&unit, Kind::Unit, "") });
        unit.into_iter().chain([self.percent()]).collect()
    }

    /// The words that policies know of a field that takes any.
    fn tags(&self, field: &FieldRow, values: &[Part]) -> Vec<Completion> {
        let known =
            [(authority::E_SERVICES.row(), E_SERVICES), (authority::COMPETENCES.row(), COMPETENCES), (sheet::AUDIENCE.row(), AUDIENCE)];
        let rows = known.into_iter().find(|(row, _)| std::ptr::eq(*row, field)).map_or(&[][..], |(_, rows)| rows);
        let written: Vec<&str> = values.iter().map(|part| self.item.written(part)).collect();
        let mut found = self.words(rows);
        found.retain(|one| !written.contains(&one.label.as_str()));
        found
    }

    /// Does a word lead to another, which is missing: `de`, `environ`?
    fn leads(&self, part: &Part) -> bool {
        word(self.item.written(part), &[Word::Of, Word::The, Word::About, Word::Over, Word::Under]).is_some()
    }

    fn ends_with(&self, part: &Part, sign: &str) -> bool {
        part.kind == PartKind::Literal && self.item.written(part).ends_with(sign)
    }

    /// Is it a number that waits for its unit?
    fn is_bare(&self, part: &Part) -> bool {
        part.kind == PartKind::Literal
            && self.item.written(part).chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || matches!(c, ',' | '.'))
    }

    // --- words, units, names ----------------------------------------------------------------------------------------

    fn words(&self, rows: &'static [WordRow]) -> Vec<Completion> {
        let one = |row: &WordRow| {
            let (label, other) = self.tongue.of((row.fr, row.en), (row.en, row.fr));
            self.plain(label, Kind::Word, if label == other { "" } else { other })
        };
        rows.iter().map(one).collect()
    }

    fn small(&self, word: Word, kind: Kind) -> Completion {
        self.plain(named(word, self.tongue), kind, "")
    }

    fn times(&self) -> Vec<Completion> {
        TIMES.map(|word| self.small(word, Kind::Unit)).into()
    }

    fn euros(&self) -> Vec<Completion> {
        ["k€", "€", "M€"].map(|unit| self.plain(unit, Kind::Unit, "")).into()
    }

    fn working(&self) -> Vec<Completion> {
        vec![self.small(Word::Fte, Kind::Unit)]
    }

    /// `chaque année`
    fn rhythms(&self, lead: &str) -> Vec<Completion> {
        let units = self.tongue.of(["année", "trimestre", "mois"], ["year", "quarter", "month"]);
        units.map(|unit| self.plain(&format!("{lead}{unit}"), Kind::Unit, "")).into()
    }

    /// What of the sheet around waits: its beginning, its end, or one of its milestones.
    fn what_waits(&self) -> Vec<Completion> {
        let ends = [Word::Start, Word::End].map(|word| self.small(word, Kind::Word));
        let own = self.held().into_iter().flat_map(|sheet| sheet.all(Concept::Milestone));
        let milestone = |one: Entity<'_>| {
            let title = one.title().is().unwrap_or_default();
            Some(Completion { documentation: told(one), ..self.plain(one.name()?, Kind::Name, &title) })
        };
        ends.into_iter().chain(own.filter_map(milestone)).collect()
    }

    /// What the block around the offset is of.
    fn held(&self) -> Option<Entity<'a>> {
        let start = self.item.tree.node(self.around.last()?.node).start;
        self.analysis.plan.entities().find(|entity| entity.keyword().source == self.over.source && entity.keyword().start == start)
    }

    fn libraries(&self) -> Vec<Completion> {
        LIBRARIES.iter().map(|(name, _)| self.plain(&format!("std.{name}"), Kind::Name, "")).collect()
    }

    /// What a name may stand for here, but for what is named already and for what holds this line.
    fn names(&self, field: &'static FieldRow, values: &[Part]) -> Vec<Completion> {
        let begun = suggest::fold(&self.item.text[self.over.range()]);
        let named: Vec<&str> = values.iter().map(|part| self.item.written(part)).collect();
        let holder = self.around.last().map(|block| self.item.tree.node(block.node).start);
        let own = |entity: Entity<'_>| entity.keyword().source == self.over.source && Some(entity.keyword().start) == holder;
        // Nothing waits for what it holds, nor for what holds it.
        let held = self.held().filter(|_| matches!(field.of, Type::Dependencies)).map(Entity::whole);
        let within = |inner: Span, outer: Span| outer.contains(inner.source, inner.start) && inner.end <= outer.end;
        let waits = |entity: Entity<'_>| held.is_some_and(|held| within(entity.whole(), held) || within(held, entity.whole()));
        let fits = |entity: &Entity<'_>| {
            field.names.contains(&entity.concept())
                && !own(*entity)
                && !waits(*entity)
                && !entity.parent().is_some_and(|parent| entity.is(Concept::Milestone) && own(parent))
        };
        let fitting: Vec<Entity<'_>> = self.analysis.plan.entities().filter(fits).collect();
        // There may be ten thousand, and this is asked at each letter.
        let ranked = |entity: Entity<'a>| {
            let (own, others) = names_of(entity, self.tongue)?;
            let all = || std::iter::once(&own).chain(&others);
            let told = || entity.title().is().is_some_and(|title| suggest::fold(&title).contains(&begun));
            let is_named = || !named.is_empty() && all().any(|name| named.contains(&name.as_str()));
            let holds = || begun.is_empty() || all().any(|name| suggest::fold(name).contains(&begun)) || told();
            // Those that begin so, by any spelling, before those that only hold it.
            let begins = || begun.is_empty() || all().any(|name| suggest::fold(name).starts_with(&begun));
            (!is_named() && holds()).then(|| (!begins(), own.clone(), entity))
        };
        let mut found: Vec<_> = fitting.into_par_iter().filter_map(ranked).collect();
        let first = |one: &(bool, String, Entity<'_>), other: &(bool, String, Entity<'_>)| (one.0, &one.1).cmp(&(other.0, &other.1));
        if found.len() > MOST {
            found.select_nth_unstable_by(MOST, first);
            found.truncate(MOST);
        }
        found.sort_by(first);
        let one = |(_, path, entity): (bool, String, Entity<'_>)| Completion {
            detail: entity.title().is().map_or_else(String::new, |title| title.into_owned()),
            // By its title and its other spellings too.
            filter: called(entity, self.tongue).map(|(_, words)| words),
            documentation: told(entity),
            ..self.plain(&path, Kind::Name, "")
        };
        found.into_iter().map(one).collect()
    }

    fn plain(&self, label: &str, kind: Kind, detail: &str) -> Completion {
        let (label, detail) = (label.to_owned(), detail.to_owned());
        Completion {
            insert: label.clone(),
            label,
            kind,
            detail,
            documentation: String::new(),
            over: self.over,
            whole: self.over,
            filter: None,
        }
    }
}

/// Its title, and the first paragraph of what is said of it.
fn told(entity: Entity<'_>) -> String {
    let title = entity.title().is().map(|title| format!("**{}**", escaped(&title)));
    let paragraph = entity.doc().as_deref().and_then(first_paragraph);
    title.into_iter().chain(paragraph).collect::<Vec<_>>().join("\n\n")
}

/// How something is called in a language, and all the words by which it is found. What the library declares in English has its spelling
/// in French beside it.
pub fn called(entity: Entity<'_>, lang: Lang) -> Option<(String, String)> {
    let (own, others) = names_of(entity, lang)?;
    let title = entity.title().is().unwrap_or_default();
    let words = format!("{own} {}{title}", others.iter().map(|name| format!("{name} ")).collect::<String>());
    Some((own, words.trim_end().to_owned()))
}

/// How something is called in a language, and its other spellings.
fn names_of(entity: Entity<'_>, lang: Lang) -> Option<(String, Vec<String>)> {
    entity.name()?;
    let (path, mut others) = (entity.path(), spellings_of(entity));
    let library = || entity.plan.sources.get(entity.place().source).library;
    let own = others.first().filter(|_| lang == Lang::Fr && library()).cloned();
    let own = own.unwrap_or_else(|| path.clone());
    others.push(path);
    others.retain(|name| *name != own);
    Some((own, others))
}

/// The second spellings of a theme, a barrier, a must-have.
fn spellings_of(entity: Entity<'_>) -> Vec<String> {
    match entity.concept() {
        Concept::Theme | Concept::MustHave | Concept::Barrier => entity.members(ALSO).map(|seen| seen.text().into_owned()).collect(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::testing;

    /// The labels at `|`.
    fn at(text: &str) -> Vec<String> {
        found(text).into_iter().map(|completion| completion.label).collect()
    }

    fn found(text: &str) -> Vec<Completion> {
        let offset = text.find('|').unwrap();
        let analysis = testing::plan(&text.replacen('|', "", 1));
        let found = complete(&analysis, SourceId(0), offset as u32, Lang::En);
        let sound = |completion: &Completion| {
            let (over, whole) = (completion.over, completion.whole);
            !completion.label.is_empty()
                && over.end as usize >= offset
                && over.start <= over.end
                && whole.start == over.start
                && over.end <= whole.end
        };
        assert!(found.iter().all(sound), "{found:?}");
        found
    }

    fn in_goal(line: &str) -> Vec<String> {
        at(&format!(
            "utiliser std.roles\naxe x \"X\" {{\n  objectif socle \"Socle\" {{\n    jalon fin \"Fin\" au 2027\n    action essai \"Essai\" {{\n    }}\n  }}\n  objectif g \"G\" {{\n    jalon mien \"Mien\" au 2028\n    {line}\n  }}\n}}\npilote dsi \"DSI\"\n"
        ))
    }

    #[test]
    fn keywords_by_place() {
        let margin = at("|");
        assert!(
            ["utiliser", "stratégie", "axe", "pilote", "collectivité"].iter().all(|word| margin.contains(&(*word).to_owned())),
            "{margin:?}"
        );
        assert!(margin.contains(&"objectif".to_owned()) && !margin.contains(&"jalon".to_owned()));
        for axis in ["axe x \"X\" {\n|\n}\n", "axe x \"X\" {|}"] {
            let within = at(axis);
            assert!(within.contains(&"objectif".to_owned()) && within.contains(&"élu-référent".to_owned()), "{within:?}");
            assert!(!within.contains(&"axe".to_owned()), "{within:?}");
        }
        let goal = in_goal("|");
        assert_eq!(goal[0], "pilote", "what is wanted comes first");
        assert!(goal.contains(&"dépend de".to_owned()) && goal.contains(&"jalon".to_owned()), "{goal:?}");
        assert_eq!(
            at("axe x \"X\" {\nobjectif g \"G\" {\nfinancement {\n|\n}\n}\n}"),
            [""; 0],
            "a line of a funding plan begins with a text"
        );
    }

    #[test]
    fn what_stands_once_is_not_offered_again() {
        let goal = in_goal("pilote dsi\n    budget {\n    }\n    dépend de socle\n    |");
        assert!(!goal.contains(&"pilote".to_owned()) && !goal.contains(&"budget".to_owned()), "{goal:?}");
        assert!(goal.contains(&"dépend de".to_owned()) && goal.contains(&"jalon".to_owned()));
        assert!(in_goal("pilo|").contains(&"pilote".to_owned()), "the word under the pen is not there yet");
    }

    #[test]
    fn keywords_in_the_language_of_the_text() {
        assert!(at("axis x \"X\" {\n  goal g \"G\" {\n    ow|\n  }\n}").contains(&"owner".to_owned()));
        assert!(at("stratégie \"S\" {\n}\nstrategy \"S\" {\n  per|\n}").contains(&"period".to_owned()));
        assert!(at("axis x \"X\" {\n}\nowner o \"O\"\n|").contains(&"owner".to_owned()));
        let found = found("axe x \"X\" {\n  obj|\n}");
        assert_eq!((found[0].insert.as_str(), found[0].detail.as_str(), found[0].kind), ("objectif ", "goal", Kind::Keyword));
        assert!(found[0].documentation.starts_with("A goal: owner"), "{}", found[0].documentation);
    }

    #[test]
    fn the_second_word_of_a_keyword() {
        assert_eq!(in_goal("dépend |"), ["dépend de"]);
        assert_eq!(in_goal("dépend d|"), ["dépend de"]);
        assert_eq!(in_goal("dep|"), ["dépend de"]);
    }

    #[test]
    fn words_and_units() {
        assert_eq!(in_goal("état |"), ["prévu", "en-cours", "terminé", "abandonné", "suspendu", "reporté"]);
        assert_eq!(in_goal("état ab|"), ["abandonné"]);
        assert_eq!(in_goal("durée 6 |")[0], "mois");
        assert_eq!(in_goal("dépend de socle + 3 |")[0], "mois");
        assert_eq!(in_goal("dépend de socle |"), ["début", "pour"]);
        assert_eq!(in_goal("dépend de socle pour |"), ["début", "fin", "mien"]);
        assert_eq!(in_goal("charge CDO 0,4 |"), ["etp"]);
        assert_eq!(in_goal("creux DSI 0,2 etp, CDO 0,4 |"), ["etp"]);
        assert_eq!(in_goal("données-personnelles |"), ["oui", "non"]);
        assert_eq!(at("pilote o \"O\" {\n  capacité 2027 .. 2032: 2 |\n}\n"), ["etp"]);
        assert_eq!(at("pilote o \"O\" {\n  coût 80 |\n}\n"), ["k€", "€", "M€"]);
        assert_eq!(at("collectivité c \"C\" {\n  algorithmes |\n}\n"), ["oui", "non"]);
        assert_eq!(at("stratégie \"S\" {\n  revue |\n}\n"), ["chaque année", "chaque trimestre", "chaque mois"]);
        assert_eq!(at("stratégie \"S\" {\n  revue chaque |\n}\n"), ["année", "trimestre", "mois"]);
        assert_eq!(in_goal("budget {\n investissement 2027: 120 |\n }"), ["k€", "€", "M€"]);
        assert_eq!(in_goal("financement {\n \"DSIL\" 60 k€ |\n }"), ["acquis", "sollicité", "refusé", "reçu"]);
        assert_eq!(in_goal("jalon m \"M\" |"), ["au"]);
        assert_eq!(in_goal("indicateur i \"I\" {\n cible 12 % |\n }"), ["au"]);
        assert_eq!(in_goal("indicateur i \"I\" {\n unité \"dossiers\"\n cible 12 |\n }"), ["dossiers", "%", "au"]);
        assert_eq!(in_goal("indicateur i \"I\" {\n mesure environ |\n }"), [""; 0], "a number is due");
        assert_eq!(in_goal("budget {\n investissement 2027: 80 k€ |\n }"), ["HT", "TTC"]);
        assert_eq!(at("décision v \"V\" au 2027 {\n  voix |\n}\n"), ["pour", "contre", "abstentions"]);
        assert_eq!(at("décision v \"V\" au 2027 {\n  voix pour 30, |\n}\n"), ["contre", "abstentions"]);
        assert_eq!(
            at("collectivité c \"C\" {\n  téléservices saisine, |\n}\n"),
            ["accusé-de-réception", "paiement", "urbanisme", "adresses", "données-ouvertes"]
        );
        let libraries: Vec<String> = crate::load::LIBRARIES.iter().map(|(name, _)| format!("std.{name}")).collect();
        assert_eq!(at("use |"), libraries);
        assert_eq!(at("use std.|\naxis x \"X\" {\n}"), libraries);
        assert!(libraries.contains(&"std.policies.law".to_owned()));
    }

    #[test]
    fn names_that_fit() {
        assert!(in_goal("pilote |").contains(&"CDO".to_owned()));
        assert_eq!(in_goal("pilote ds|"), ["DSI", "dsi"]);
        assert_eq!(in_goal("contributeurs DSI, ds|"), ["dsi"], "not what is named already");
        assert_eq!(in_goal("contributeurs DSI,\n      ds|"), ["dsi"], "a list goes on behind its comma");
        assert_eq!(in_goal("dépend de |"), ["essai", "socle", "socle.fin"]);
        assert_eq!(in_goal("dépend de socle.|"), ["socle.fin"]);
        assert_eq!(in_goal("pilote dsi |"), [""; 0]);
        assert_eq!(in_goal("action |"), [""; 0], "a new name is the author's");
    }

    #[test]
    fn names_of_the_library_in_the_language_of_the_text() {
        let themes = |line: &str| at(&format!("utiliser std.themes\nobjectif g \"G\" {{\n  {line}\n}}\n"));
        assert!(themes("thèmes télés|").starts_with(&["téléservice".to_owned()]));
        assert!(themes("thèmes online-s|").starts_with(&["téléservice".to_owned()]), "by any spelling");
        assert!(!themes("thèmes e-service, |").contains(&"téléservice".to_owned()), "named already");
        assert!(at("use std.themes\ngoal g \"G\" {\n  themes télés|\n}\n").starts_with(&["online-service".to_owned()]));
        let found = found("/// Le socle.\nobjectif socle \"Socle [commun]\"\nobjectif g \"G\" {\n  dépend de soc|\n}\n");
        assert_eq!(found[0].documentation, "**Socle \\[commun\\]**\n\nLe socle.");
    }

    #[test]
    fn what_is_asked_for_comes_first() {
        assert_eq!(in_goal("|")[..4], ["pilote", "période", "budget", "indicateur"]);
        let rest = in_goal("pilote DSI\n    période 2027 .. 2028\n    |");
        assert_eq!(rest[..2], ["budget", "indicateur"]);
    }

    #[test]
    fn a_line_of_funding() {
        let line = |line: &str| in_goal(&format!("financement {{\n \"FEDER\" {line}\n }}"));
        assert_eq!(line("40 |"), ["k€", "€", "M€", "%"]);
        let behind = line("40 % |");
        assert_eq!(behind[..4], ["de l'investissement", "du fonctionnement", "du total", "acquis"]);
        assert_eq!(line("40 % de |"), ["investissement", "fonctionnement", "total"]);
        assert_eq!(line("40 % de l'|"), ["investissement"]);
        let block = line("40 % {\n  |\n }");
        assert!(block.contains(&"plafond".to_owned()) && block.contains(&"source".to_owned()), "{block:?}");
        assert!(!block.contains(&"FEDER".to_owned()) && !block.contains(&"pilote".to_owned()), "{block:?}");
    }

    #[test]
    fn nothing_waits_for_what_it_holds_or_what_holds_it() {
        let plan = |goal: &str, action: &str| {
            at(&format!("objectif g \"G\" {{\n  {goal}\n  action a \"A\" {{\n    {action}\n  }}\n  action b \"B\"\n}}\nobjectif h \"H\"\n"))
        };
        assert_eq!(plan("dépend de |", ""), ["h"]);
        assert_eq!(plan("", "dépend de |"), ["b", "h"]);
    }

    #[test]
    fn files_of_the_plan() {
        use crate::load::Memory;
        let root = "utiliser \"axes/a.dsl\"\nutiliser \"gens.dsl\"\n";
        let axis = "utiliser \"\"\n";
        let world = Memory::new([("plan.dsl", root), ("axes/a.dsl", axis), ("gens.dsl", "")]);
        let analysis = crate::analysis::analyse(&world, Memory::root());
        let at =
            |source, offset| complete(&analysis, SourceId(source), offset, Lang::Fr).into_iter().map(|one| one.insert).collect::<Vec<_>>();
        assert_eq!(at(1, 10), ["../plan.dsl", "../gens.dsl"]);
        assert_eq!(at(0, 15), ["axes/a.dsl"], "the one that stands there");
    }

    #[test]
    fn a_form_fits_into_what_is_around() {
        // The errors once a form is accepted whole.
        let wrong = |text: &str, label: &str| {
            let one = found(text).into_iter().find(|one| one.label == label).unwrap_or_else(|| panic!("{label}"));
            let mut after = text.replacen('|', "", 1);
            after.replace_range(one.whole.range(), &crate::editor::forms::filled(&one.insert));
            let codes: Vec<&str> =
                testing::plan(&after).diagnostics.iter().map(|found| found.rule.id).filter(|code| code.starts_with('E')).collect();
            assert!(codes.is_empty(), "{codes:?}\n{after}");
        };
        let goal = "utiliser std.roles\nstratégie \"S\" {\n  période 2024 .. 2026\n}\naxe x \"X\" {\n  objectif g \"G\" {\n    période 2024-03 .. 2025-06\n    budget {\n      fonctionnement 2024: 5 k€\n    }\n    action a \"A\" {\n      période 2024-03 .. 2024-04\n      INNER\n    }\n    OUTER\n  }\n  BELOW\n}\n";
        let at = |place: &str| goal.replace(place, "|").replace("INNER", "").replace("OUTER", "").replace("BELOW", "");
        wrong(&at("OUTER"), "action …");
        wrong(&at("OUTER"), "indicateur …");
        wrong(&at("INNER"), "budget …");
        wrong(&at("BELOW"), "objectif …");
        wrong("utiliser std.roles\nstratégie \"S\" {\n}\naxe x \"X\" {\n  objectif g \"G\" {\n    |\n  }\n}\n", "action …");
    }

    #[test]
    fn policies_of_ones_own_may_be_begun() {
        for text in ["axe x \"X\"\n|", "seuil s {\n}\n|"] {
            let margin = at(text);
            assert!(["règle", "recueil", "seuil"].iter().all(|word| margin.contains(&(*word).to_owned())), "{margin:?}");
        }
        assert_eq!(at("utiliser std.policies.finance |\n"), ["avec"]);
        assert_eq!(at("use std.policies.finance |\n"), ["with"]);
    }

    #[test]
    fn what_stands_behind_the_pen_is_part_of_the_word() {
        // The text where the whole word is replaced.
        let accepted = |line: &str, label: &str| {
            let text = format!("utiliser std.roles\nstratégie \"S\" {{\n  {line}\n}}\n");
            let one = found(&text).into_iter().find(|one| one.label == label).unwrap_or_else(|| panic!("{line}"));
            let mut after = text.replacen('|', "", 1);
            after.replace_range(one.whole.range(), &one.insert);
            after.lines().nth(2).unwrap().trim().to_owned()
        };
        assert_eq!(accepted("par|rain DGS", "parrain"), "parrain DGS");
        assert_eq!(accepted("parrain DG|S", "DGA"), "parrain DGA");
        assert_eq!(accepted("chef|-de-file DGS", "chef-de-file"), "chef-de-file DGS");
        assert_eq!(accepted("revue chaque| an", "chaque mois"), "revue chaque mois");
        assert_eq!(accepted("revue cha|", "chaque mois"), "revue chaque mois");
        let text = "objectif g \"G\" {\n  dépend| de h\n}\nobjectif h \"H\"\n";
        let one = &found(text)[0];
        let mut after = text.replacen('|', "", 1);
        after.replace_range(one.over.range(), &one.insert);
        assert_eq!((one.label.as_str(), after.contains("  dépend de h\n")), ("dépend de", true), "{after}");
        let (over, whole) = (one.over, one.whole);
        assert_eq!(over, whole, "a whole word is in front of the pen");
    }

    #[test]
    fn nothing_in_texts_and_comments() {
        for line in ["// pil|", "/// pil|", "partenaires \"pil|\"", "élu-référent « pil|", "pilote = |"] {
            assert_eq!(in_goal(line), [""; 0], "{line}");
        }
    }

    #[test]
    fn broken_text() {
        assert!(at("axe x \"X\" {\n  objectif g \"G\" {\n    |").contains(&"pilote".to_owned()));
        assert!(at("axe x \"X\" {\n  objectif g \"G\" {\n    pil|\n}\naxe y \"Y\" {\n}\n").contains(&"pilote".to_owned()));
        assert!(at("ax x \"X\" {\n  |\n}").contains(&"objectif".to_owned()), "in the block of what was meant");
        let text = "axe x \"X\" {\n objectif é \"É\" {\n  pilote CDO,\n  dépend d'é + 3 mois }\n }\n}";
        for offset in 0..text.len() + 3 {
            for end in (0..=text.len()).filter(|end| text.is_char_boundary(*end)).step_by(7) {
                let analysis = testing::plan(&text[..end]);
                let _ = complete(&analysis, SourceId(0), offset as u32, Lang::Fr);
            }
        }
    }
}
