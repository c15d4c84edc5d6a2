//! From a tree to a part of the store, by the table. One loop for every concept.
//!
//! In: the [`Tree`] of one top-level item. Out: its [`Part`]. A wrong line costs itself only: the entity that holds it is kept, its
//! name is known, and what the line was to say is unknown, so that one mistake makes one message.

use super::read::{Reader, begins_statement};
use super::spelling::{Spelled, Spelt};
use super::store::{Cell, EntityRow, Local, MARGIN, Part, Title, Value, guess};
use super::value;
use crate::diagnostic::{By, Diagnostic, Lang, Say, rules, suggest};
use crate::language::{Concept, ConceptRow, Found, Keyword, Lead, Place, Places, Row, Slot, Type, find, inside, rows_in};
use crate::say;
use crate::syntax::{Block, NodeId, PartKind, Tree};
use crate::text::typography::shortened;
use crate::text::{SourceId, Span};

/// In: an item's own text and its tree, whose places are counted in that text.
pub fn lower(text: &str, tree: &Tree) -> Part {
    lowered(text, tree, None).0
}

/// The same, and every word of the language where it stands.
pub fn lower_words(text: &str, tree: &Tree) -> (Part, Vec<Spelled>) {
    let (part, words) = lowered(text, tree, Some(Vec::new()));
    (part, words.unwrap_or_default())
}

fn lowered(text: &str, tree: &Tree, words: Option<Vec<Spelled>>) -> (Part, Option<Vec<Spelled>>) {
    let mut lower = Lower { text, tree, part: Part::default(), pending: Vec::new(), once: Vec::new(), behind: None, holder: MARGIN, words };
    lower.block(tree.roots(), None, MARGIN, 0);
    lower.part.within = within(&lower.part, text);
    lower.part.shrink();
    (lower.part, lower.words)
}

/// A name holds within its parent where it may be left out, as a milestone's may.
fn within(part: &Part, text: &str) -> Vec<u32> {
    let inner = |row: &EntityRow| row.parent != MARGIN && row.name.written().is_some() && row.concept.row().local;
    let mut within: Vec<u32> = (0u32..).zip(&part.entities).filter(|(_, row)| inner(row)).map(|(at, _)| at).collect();
    within.sort_by_key(|at| part.name_within(text, *at));
    within
}

/// No more messages about one item.
const MOST: usize = 2_000;

struct Lower<'a> {
    text: &'a str,
    tree: &'a Tree,
    part: Part,
    /// The cells of the entities that are being read, the innermost last.
    pending: Vec<(u8, Cell)>,
    /// The keywords that were given soundly in the blocks that are being read, and where.
    once: Vec<(Row, Local)>,
    /// What the statement that is read stands in.
    holder: u32,
    /// How many parts of the line just read are a statement of their own.
    behind: Option<usize>,
    words: Option<Vec<Spelled>>,
}

/// The block that is being read.
#[derive(Clone, Copy)]
struct Inner {
    place: Place,
    entity: u32,
    /// Where its cells begin among the pending ones.
    first: usize,
    /// Where its keywords begin among those given once.
    once: usize,
}

/// A statement whose keyword is known.
struct Statement<'a> {
    node: NodeId,
    row: Row,
    /// The block that it stands in.
    place: Place,
    /// Its words, the keyword's included.
    parts: &'a [crate::syntax::Part],
    /// How many words the keyword takes.
    words: usize,
    /// Written as it should be: a misspelt or damaged line counts as no second one.
    sound: bool,
    /// The node's block is this statement's.
    block: bool,
}

impl<'a> Lower<'a> {
    /// The statements of a block, or of the margin; the fields among them become cells of `entity`, whose own begin at `first`.
    fn block(&mut self, nodes: impl Iterator<Item = NodeId>, place: Place, entity: u32, first: usize) {
        let inner = Inner { place, entity, first, once: self.once.len() };
        let mut nodes = nodes.peekable();
        while let Some(mut node) = nodes.next() {
            let mut parts = self.tree.parts(node);
            if let Some(both) = nodes.peek().and_then(|next| self.broken_line(node, *next, place)) {
                let span = local(&both[parts.len()]);
                self.report(
                    Diagnostic::new(
                        &rules::MISSING_PART,
                        self.place_of(local(&both[parts.len() - 1])),
                        say!("La valeur est à la ligne suivante."; "The value stands on the next line."),
                        say!("Écrivez le mot-clé et sa valeur sur une même ligne."; "Write the keyword and its value on one line."),
                    )
                    .label(self.place_of(span), say!("la valeur"; "the value")),
                );
                parts = both;
                node = nodes.next().unwrap_or(node);
            }
            while let Some(comma) = self.runaway_comma(parts, place) {
                let span = local(&parts[comma]);
                // A `;` was told where the shape of the text was read.
                if self.slice(span) == "," {
                    self.report(Diagnostic::new(
                        &rules::UNEXPECTED_PART,
                        self.place_of(span),
                        say!("Cette virgule fait continuer la liste sur la ligne suivante."; "This comma makes the list go on in the next line."),
                        say!("Retirez la virgule à la fin de la liste."; "Remove the comma at the end of the list."),
                    ));
                }
                self.statement(node, &parts[..comma], inner, false);
                parts = &parts[comma + 1..];
            }
            self.statement(node, parts, inner, true);
        }
        self.once.truncate(inner.once);
    }

    fn statement(&mut self, node: NodeId, parts: &'a [crate::syntax::Part], inner: Inner, block: bool) {
        let Inner { place, entity, first, once } = inner;
        self.holder = entity;
        let Some(statement) = self.known(node, parts, place, block) else {
            let guesses = self.guesses(node, parts);
            if let Some(row) = self.part.entities.get_mut(entity as usize) {
                row.broken = true;
                row.guesses |= guesses;
            }
            return;
        };
        self.check_doc(&statement);
        if !statement.row.repeats() && statement.sound {
            if let Some((_, first)) = self.once[once..].iter().find(|(row, _)| row.same(statement.row)) {
                let (span, first) = (self.keyword(&statement), *first);
                let written = self.slice(span);
                self.report(
                    Diagnostic::new(
                        &rules::GIVEN_TWICE,
                        self.place_of(span),
                        say!("`{written}` est donné deux fois."; "`{written}` is given twice.", written),
                        say!("Gardez une seule des deux lignes."; "Keep one of the two lines."),
                    )
                    .here(say!("la seconde fois"; "the second time"))
                    .label(self.place_of(first), say!("la première fois"; "the first time")),
                );
                // What it names is not forgotten.
                for part in parts.iter().skip(statement.words).filter(|part| part.kind == PartKind::Word) {
                    self.part.mentions.push(local(part));
                }
                self.check_block(&statement);
                return;
            }
            self.once.push((statement.row, self.keyword(&statement)));
        }
        match statement.row {
            Row::Concept(row) => self.entity(&statement, row, entity),
            Row::Field(concept, at) => {
                let cell = self.field(&statement, concept, at);
                if block {
                    self.note(node, entity, at);
                }
                match self.pending[first..].iter().position(|(known, _)| *known == at) {
                    None => self.pending.push((at, cell)),
                    // Another line of a list that repeats; or a misspelt line beside a sound one, which counts.
                    Some(place) => self.pending[first + place].1 = self.joined(self.pending[first + place].1, cell, statement.sound),
                }
            }
        }
        match self.behind.take() {
            // The block belongs to the statement that takes one.
            Some(rest) => self.statement(node, &parts[parts.len() - rest..], inner, block && !takes_block(statement.row)),
            None => self.check_block(&statement),
        }
    }

    /// A field's value, or that it is unknown.
    fn field(&mut self, statement: &Statement<'a>, concept: Concept, at: u8) -> Cell {
        let row = &concept.row().fields[at as usize];
        let span = self.keyword(statement);
        let cell = self.arguments(statement, |reader| {
            let cell = value::read(reader, row)?;
            reader.joined_line();
            let whole = reader.peek().is_none() && !reader.quiet;
            reader.finish();
            Some(if whole { cell } else { reader.partial(cell) })
        });
        cell.unwrap_or(Cell { span, value: Value::Unknown })
    }

    /// The `///` lines before a field.
    fn note(&mut self, node: NodeId, entity: u32, at: u8) {
        let first = self.part.docs.len() as u32;
        self.part.docs.extend(self.tree.docs(node).iter().map(|(start, end)| Local::new(*start, *end)));
        let end = self.part.docs.len() as u32;
        if end > first {
            self.part.noted.push((entity, at, first, end));
        }
    }

    /// Two lines of one list as one.
    fn joined(&mut self, first: Cell, second: Cell, sound: bool) -> Cell {
        let (Value::List(a, n), Value::List(b, m)) = (first.value, second.value) else {
            return match (first.value, sound) {
                (Value::Unknown, _) => second,
                _ => first,
            };
        };
        let start = self.part.items.len() as u32;
        if a + n == b {
            return Cell { span: first.span.to(second.span), value: Value::List(a, n + m) };
        }
        let members: Vec<Cell> = (a..a + n).chain(b..b + m).map(|at| self.part.items[at as usize]).collect();
        self.part.items.extend(members);
        Cell { span: first.span.to(second.span), value: Value::List(start, n + m) }
    }

    // --- entities ---------------------------------------------------------------------------------------------------

    fn entity(&mut self, statement: &Statement<'a>, row: &'static ConceptRow, parent: u32) {
        let node = self.tree.node(statement.node);
        let id = self.part.entities.len() as u32;
        let docs = self.part.docs.len() as u32;
        if statement.block && row.documented {
            self.part.docs.extend(self.tree.docs(statement.node).iter().map(|(start, end)| Local::new(*start, *end)));
        }
        let end = match node.block {
            Block::Closed(_, close) => close + 1,
            Block::Open(_) => self.tree.children(statement.node).last().map_or(node.end, |last| self.tree.node(last).end),
            Block::None => node.end,
        };
        let goal = matches!(row.concept, Concept::Goal | Concept::Action);
        let ordinal = self.part.goals.len() as u32;
        if goal {
            self.part.goals.push(id);
        }
        let first = statement.parts.first().map_or(node.start, |part| part.start);
        self.part.entities.push(EntityRow {
            concept: row.concept,
            title: Title::Absent,
            broken: node.damaged || !statement.sound,
            ordinal,
            parent,
            next: id + 1,
            present: 0,
            lost: 0,
            guesses: 0,
            first_cell: 0,
            name: Local::NONE,
            title_span: Local::NONE,
            head: Local::new(first, node.end.max(first)),
            keyword: self.keyword(statement),
            end,
            docs: (docs, self.part.docs.len() as u32),
        });
        let first_cell = self.pending.len();
        self.head(statement, row, id);
        // A block that this concept does not take has been reported; it is read all the same, so that its names are known.
        if statement.block && row.block {
            self.block(self.tree.children(statement.node), Some(row.concept), id, first_cell);
        }
        let cells = &mut self.pending[first_cell..];
        cells.sort_by_key(|(at, _)| *at);
        let entity = &mut self.part.entities[id as usize];
        entity.first_cell = self.part.cells.len() as u32;
        entity.present = cells.iter().fold(0, |bits, (at, _)| bits | 1 << at);
        self.part.cells.extend(self.pending.drain(first_cell..).map(|(_, cell)| cell));
        let next = self.part.entities.len() as u32;
        self.part.entities[id as usize].next = next;
    }

    /// `name "Title" value`: what the row says is due.
    fn head(&mut self, statement: &Statement<'a>, row: &'static ConceptRow, id: u32) {
        let first = self.pending.len();
        let mut cells = std::mem::take(&mut self.pending);
        let (mut name, mut title, mut title_span) = (Local::NONE, Title::Absent, Local::NONE);
        self.arguments(statement, |reader| {
            let mut sound = true;
            if row.name == Slot::Due || (row.name == Slot::Either && reader.next_is(PartKind::Word)) {
                match reader.take(PartKind::Word) {
                    Some(part) => {
                        name = local(part);
                        dotted(reader, part);
                    }
                    None => {
                        sound = false;
                        if let Some((first, second)) = name_due(reader) {
                            (name, title, title_span) = (second, Title::Written, first);
                        }
                    }
                }
            }
            let named = name != Local::NONE;
            if row.title != Slot::None && title == Title::Absent {
                if let Some(part) = reader.take(PartKind::Text) {
                    value::check_text(reader, part);
                    (title, title_span) = (Title::Written, local(part));
                } else if row.title == Slot::Due || !named {
                    // Where the name was missing too and nothing is left, that was the message.
                    if sound && (reader.peek().is_some() || named || row.name != Slot::Due) {
                        // `collectivité collectivité ville "…"`: one of these words is the name.
                        reader.ghosts.extend(reader.parts[reader.at..].iter().filter(|part| part.kind == PartKind::Word).map(local));
                        reader.missing(say!("un titre entre guillemets"; "a title between quotes"));
                    }
                    sound = false;
                    title = Title::Unknown;
                }
            }
            for (at, field) in row.fields_in(true) {
                let lead = field.head.unwrap_or(Lead { word: None, optional: true });
                let unknown = Cell { span: reader.place(), value: Value::Unknown };
                if !sound && reader.peek().is_none() {
                    if !lead.optional || field.wanted {
                        cells.push((at, unknown));
                    }
                    continue;
                }
                let there = match lead.word {
                    Some(word) => reader.take_word(&[word]).is_some(),
                    None if lead.optional => match field.of {
                        Type::Text => reader.next_is(PartKind::Text),
                        Type::Word(_) => reader.next_is(PartKind::Word),
                        _ => reader.peek().is_some(),
                    },
                    None => true,
                };
                if !there {
                    if !lead.optional {
                        reader.missing(say!("`au` et une date (`au 2027-12`)"; "`on` and a date (`on 2027-12`)"));
                        cells.push((at, unknown));
                        sound = false;
                    } else if reader.quiet {
                        // The line could not be read to its end: what is not there may have been written.
                        cells.push((at, unknown));
                    }
                    continue;
                }
                match value::read(reader, field) {
                    Some(cell) => cells.push((at, cell)),
                    None => {
                        // That was the message; what follows belongs to it.
                        cells.push((at, unknown));
                        reader.at = reader.parts.len();
                        sound = false;
                    }
                }
            }
            if sound {
                reader.joined_line();
            }
            if let (true, Some((_, last))) = (sound && (reader.peek().is_some() || reader.quiet), cells[first..].last_mut()) {
                *last = reader.partial(*last);
            }
            // An empty text where the line could not be read is none.
            if reader.quiet || !sound || reader.peek().is_some() {
                let blank = title == Title::Written && value::said(reader.slice(title_span)).trim().is_empty();
                title = if blank { Title::Unknown } else { title };
            }
            if sound && reader.peek().is_some() {
                // What was not understood may have been any of them.
                let missing = row.fields_in(true).filter(|(at, _)| cells[first..].iter().all(|(known, _)| known != at));
                cells.extend(missing.map(|(at, _)| (at, Cell { span: reader.place(), value: Value::Unknown })).collect::<Vec<_>>());
                reader.finish();
            }
            Some(())
        });
        let entity = &mut self.part.entities[id as usize];
        (entity.name, entity.title, entity.title_span) = (name, title, title_span);
        self.pending = cells;
    }

    // --- statements -------------------------------------------------------------------------------------------------

    fn place_of(&self, span: Local) -> Span {
        Span::new(SourceId(0), span.start, span.end)
    }

    fn slice(&self, span: Local) -> &'a str {
        &self.text[span.range()]
    }

    fn report(&mut self, diagnostic: Diagnostic) {
        if self.part.diagnostics.len() < MOST {
            self.part.diagnostics.push(diagnostic);
        }
    }

    /// A comma at the end of a line, or a `;`, before a keyword: the list was over.
    fn runaway_comma(&self, parts: &[crate::syntax::Part], place: Place) -> Option<usize> {
        parts.windows(2).enumerate().find_map(|(at, two)| {
            let ends = two[0].kind == PartKind::Comma
                && (self.slice(local(&two[0])) == ";" || self.text[two[0].end as usize..two[1].start as usize].contains('\n'));
            (ends && begins_statement(self.text, &parts[at + 1..], place)).then_some(at)
        })
    }

    /// A keyword alone on its line, and its value on the next one, which begins with no keyword: the parts of both.
    fn broken_line(&self, node: NodeId, next: NodeId, place: Place) -> Option<&'a [crate::syntax::Part]> {
        let (first, second) = (self.tree.node(node), self.tree.node(next));
        let (own, other) = (self.tree.parts(node), self.tree.parts(next));
        // Most lines hold more than a keyword, and end here.
        if own.len() > 2 || first.block != Block::None || first.damaged || second.damaged || other.is_empty() {
            return None;
        }
        let written = |part: &crate::syntax::Part| (part.kind == PartKind::Word).then(|| self.slice(local(part)));
        let found = |parts: &[crate::syntax::Part]| match parts {
            [] => None,
            [first, rest @ ..] => written(first).map(|word| find(word, rest.first().and_then(written), place)),
        };
        let Some(Found::Here(row, words)) = found(own).filter(|_| own.iter().all(|part| part.kind == PartKind::Word)) else { return None };
        let takes = match row {
            Row::Field(..) => true,
            Row::Concept(row) => row.name != Slot::None || row.title != Slot::None || row.fields_in(true).next().is_some(),
        };
        // `annonce "Annonce du plan"` below `jalon` is a name and a title, though the name is a keyword elsewhere.
        let named = matches!(row, Row::Concept(row) if row.name != Slot::None && row.title != Slot::None)
            && matches!(other, [name, title, ..] if name.kind == PartKind::Word && title.kind == PartKind::Text);
        let keyword = || match found(other) {
            Some(Found::Here(row, _) | Found::Elsewhere(row, _)) => !named || takes_text(row),
            Some(Found::Unknown(_)) | None => false,
        };
        (takes && words == own.len() && !keyword()).then(|| self.tree.parts_of_both(node, next)).flatten()
    }

    /// The statement's row, or nothing once it has been reported why.
    fn known(&mut self, node: NodeId, parts: &'a [crate::syntax::Part], place: Place, block: bool) -> Option<Statement<'a>> {
        let damaged = self.tree.node(node).damaged;
        let Some(first) = parts.first() else {
            self.mentioned(node, parts);
            return None;
        };
        if first.kind == PartKind::Text
            && let Some(row) = inside(place).find(|row| row.en.is_empty())
        {
            return Some(Statement { node, row: Row::Concept(row), place, parts, words: 0, sound: !damaged, block });
        }
        if first.kind == PartKind::Text
            && let Some((row, words)) = self.by_shape(node, parts, place)
        {
            let found = shortened(self.slice(local(first)));
            let diagnostic = Diagnostic::new(
                &rules::UNKNOWN_KEYWORD,
                self.place_of(local(first)),
                say!("Une ligne commence par un mot-clé, et non par « {found} »."; "A line starts with a keyword, not with \"{found}\".", found),
                keywords_of(place),
            );
            return Some(self.shaped(node, parts, place, block, diagnostic, (row, words)));
        }
        if let Some(rest) = self.numbered(parts, place) {
            if !damaged {
                let number = self.slice(local(first));
                let span = self.place_of(local(first));
                self.report(
                    Diagnostic::new(
                        &rules::UNKNOWN_KEYWORD,
                        span,
                        say!("Une ligne commence par un mot-clé, et non par « {number} »."; "A line starts with a keyword, not with \"{number}\".", number),
                        say!("Retirez « {number} » : les lignes du plan ne portent ni numéro ni puce."; "Remove \"{number}\": the lines of a plan bear no number and no bullet.", number),
                    )
                    .fix(say!("Retirer « {number} »"; "Remove \"{number}\"", number), span, ""),
                );
            }
            return self.known(node, rest, place, block).map(|statement| Statement { sound: false, ..statement });
        }
        if first.kind != PartKind::Word {
            if !damaged {
                let span = Local::new(self.tree.node(node).start, self.tree.node(node).end);
                let found = shortened(self.slice(span));
                self.report(Diagnostic::new(
                    &rules::UNKNOWN_KEYWORD,
                    self.place_of(span),
                    say!("Une ligne commence par un mot-clé, et non par « {found} »."; "A line starts with a keyword, not with \"{found}\".", found),
                    keywords_of(place),
                ));
            }
            self.mentioned(node, parts);
            return None;
        }
        let written = self.slice(local(first));
        let second = parts.get(1).filter(|part| part.kind == PartKind::Word).map(|part| self.slice(local(part)));
        let span = local(first);
        match find(written, second, place) {
            Found::Here(row, words) => {
                if damaged {
                    self.mentioned(node, parts);
                }
                if let Some(spelled) = &mut self.words {
                    spelled.push(Spelled { span: Local::new(first.start, parts[words - 1].end), what: Spelt::Keyword(row) });
                }
                Some(Statement { node, row, place, parts, words, sound: !damaged, block })
            }
            Found::Elsewhere(row, near) => {
                let diagnostic = self.misplaced(span, row, place);
                if near.is_none() {
                    self.astray(row);
                }
                self.meant(node, parts, place, block, diagnostic, near.map(|(row, spelling)| (row, spelling, span)))
            }
            Found::Unknown(near) => {
                // `education "…" {` is no `duration`: a field has no block, and most have no text.
                let opens = block && self.tree.node(node).block != Block::None;
                let titled = parts.get(1).is_some_and(|part| part.kind == PartKind::Text);
                let near = near.filter(|(row, _)| matches!(row, Row::Concept(_)) || !(opens || (titled && !takes_text(*row))));
                let shown = shortened(written);
                let diagnostic = Diagnostic::new(
                    &rules::UNKNOWN_KEYWORD,
                    self.place_of(span),
                    say!("Le mot-clé « {shown} » n'existe pas."; "There is no keyword \"{shown}\".", shown),
                    keywords_of(place),
                );
                // `étape pose "Pose" au 2027-12` is no `état`.
                let has_text = parts.iter().take(3).any(|part| part.kind == PartKind::Text);
                let field = near.as_ref().is_none_or(|(row, _)| match row {
                    Row::Field(..) => true,
                    Row::Concept(row) => row.title == Slot::None && has_text,
                });
                if field && let Some((row, words)) = self.by_shape(node, parts, place) {
                    return Some(self.shaped(node, parts, place, block, diagnostic, (row, words)));
                }
                let near = near.map(|(row, spelling)| {
                    // `dépend dee socle`: the second word is the one that is wrong.
                    let second_meant = second.is_some_and(|second| suggest::nearest(second, spelling.split(' ').skip(1)).is_some());
                    let words = if spelling.contains(' ') && second_meant { 2 } else { 1 };
                    (row, spelling, Local::new(first.start, parts[words - 1].end))
                });
                self.meant(node, parts, place, block, diagnostic, near)
            }
        }
    }

    /// Where a keyword is missing or unknown: the one concept that takes these words and every line of this block, and how many of the
    /// words are no part of its own. `"axes/usagers.dsl"`, `inventaire "Inventaire" au 2027-12`, `project guichet "Guichet" {`.
    fn by_shape(&self, node: NodeId, parts: &[crate::syntax::Part], place: Place) -> Option<(&'static ConceptRow, usize)> {
        let block = self.tree.node(node).block != Block::None;
        if block && matches!(parts, [word] if word.kind == PartKind::Word) {
            let bare = |row: &&'static ConceptRow| row.name == Slot::None && row.title == Slot::None && row.block && !row.en.is_empty();
            let mut rows = inside(place).filter(bare).filter(|row| self.holds(row.concept, node));
            return rows.next().filter(|_| rows.next().is_none()).map(|row| (row, 1));
        }
        let text = parts.iter().take(3).position(|part| part.kind == PartKind::Text)?;
        let behind = parts.get(text + 1);
        if parts[..text].iter().any(|part| part.kind != PartKind::Word) {
            return None;
        }
        // Of the words before the title one may be a name, and one a keyword.
        let head = |row: &ConceptRow| match (row.name, text) {
            (_, 0) if row.name != Slot::Due => Some(0),
            (Slot::Due | Slot::Either, 1) => Some(0),
            (Slot::None, 1) | (Slot::Due | Slot::Either, 2) => Some(1),
            _ => None,
        };
        let file = self.slice(local(&parts[text])).contains(".dsl");
        let fits = |row: &ConceptRow| match row.fields_in(true).find_map(|(_, field)| field.head?.word.filter(|_| behind.is_some())) {
            Some(word) => {
                let written = behind.filter(|part| part.kind == PartKind::Word).map(|part| self.slice(local(part)));
                written.is_some_and(|written| crate::language::word(written, &[word]).is_some())
            }
            None if row.concept == Concept::Use => file && !block && behind.is_none(),
            None => row.title != Slot::None && row.block && block && behind.is_none() && self.holds(row.concept, node),
        };
        let rows: Vec<(&'static ConceptRow, usize)> =
            inside(place).filter(|row| fits(row)).filter_map(|row| head(row).map(|words| (row, words))).collect();
        // Of several, the one that every plan has.
        let usual = || rows.iter().filter(|(row, _)| row.drawn);
        match rows.as_slice() {
            [one] => Some(*one),
            _ if usual().count() == 1 => usual().next().copied(),
            _ => None,
        }
    }

    /// Can every line of this block stand in the block of this concept?
    fn holds(&self, concept: Concept, node: NodeId) -> bool {
        /// What so many lines leave open, more will not tell.
        const MOST: usize = 30;
        let mut lines =
            self.tree.children(node).map(|child| self.tree.parts(child)).filter(|parts| !parts.is_empty()).take(MOST).peekable();
        lines.peek().is_some() && lines.all(|parts| begins_statement(self.text, parts, Some(concept)))
    }

    /// `3 pilote DSI`, `1.2 pilote DSI`, `o pilote DSI`: what stands behind a number, or behind a letter that was a bullet in its font.
    fn numbered(&self, parts: &'a [crate::syntax::Part], place: Place) -> Option<&'a [crate::syntax::Part]> {
        let [first, rest @ ..] = parts else { return None };
        let written = self.slice(local(first));
        let number = match first.kind {
            PartKind::Literal => written.len() <= 8 && written.bytes().all(|b| b.is_ascii_digit() || b == b'.'),
            PartKind::Word => written.len() == 1,
            PartKind::Minus | PartKind::Plus | PartKind::Range => true,
            PartKind::Text | PartKind::Comma | PartKind::Colon => false,
        };
        (number && rest.first().is_some_and(|next| next.kind == PartKind::Word) && begins_statement(self.text, rest, place)).then_some(rest)
    }

    /// What a line without a known keyword may have been.
    fn guesses(&self, node: NodeId, parts: &[crate::syntax::Part]) -> u8 {
        let block = if self.tree.node(node).block == Block::None { 0 } else { guess::BLOCK };
        parts.iter().fold(block, |bits, part| {
            bits | match part.kind {
                PartKind::Word => guess::NAME,
                PartKind::Literal => guess::LITERAL,
                PartKind::Text => guess::TEXT,
                PartKind::Comma | PartKind::Range | PartKind::Colon | PartKind::Plus | PartKind::Minus => 0,
            }
        })
    }

    /// A line that can be this only, whatever its keyword: reported, and read so; `words` of it stand where the keyword should.
    fn shaped(
        &mut self,
        node: NodeId,
        parts: &'a [crate::syntax::Part],
        place: Place,
        block: bool,
        mut diagnostic: Diagnostic,
        (row, words): (&'static ConceptRow, usize),
    ) -> Statement<'a> {
        let word = Keyword(Row::Concept(row));
        diagnostic.help = match words {
            0 => say!("Écrivez `{word}` devant."; "Write `{word}` before it.", word),
            _ => say!("Écrivez `{word}`."; "Write `{word}`.", word),
        };
        if self.tree.node(node).damaged {
            self.mentioned(node, parts);
        } else {
            self.report(diagnostic.here(say!("lu comme `{word}`"; "read as `{word}`", word)));
        }
        Statement { node, row: Row::Concept(row), place, parts, words, sound: false, block }
    }

    /// A wrong keyword: reported, and read as the one that was meant, if there is one.
    fn meant(
        &mut self,
        node: NodeId,
        parts: &'a [crate::syntax::Part],
        place: Place,
        block: bool,
        mut diagnostic: Diagnostic,
        near: Option<(Row, &'static str, Local)>,
    ) -> Option<Statement<'a>> {
        if let Some((_, spelling, wrong)) = near {
            diagnostic.labels[0].span = self.place_of(wrong);
            diagnostic.help = say!("Écrivez `{spelling}`."; "Write `{spelling}`.", spelling);
            diagnostic = diagnostic.here(say!("vouliez-vous dire `{spelling}` ?"; "did you mean `{spelling}`?", spelling)).fix(
                say!("Écrire `{spelling}`"; "Write `{spelling}`", spelling),
                self.place_of(wrong),
                spelling,
            );
        }
        if !self.tree.node(node).damaged {
            self.report(diagnostic);
        }
        let Some((row, _, wrong)) = near else {
            self.ghosts(node);
            return None;
        };
        self.mentioned(node, parts);
        let words = parts.iter().take_while(|part| part.end <= wrong.end).count().max(1);
        debug_assert!(row.places().contains(&place));
        Some(Statement { node, row, place, parts, words, sound: false, block })
    }

    fn misplaced(&self, span: Local, row: Row, place: Place) -> Diagnostic {
        let written = self.slice(span);
        let place = match place {
            Some(concept) => {
                let around = Keyword(Row::Concept(concept.row()));
                say!("dans un bloc `{around}`"; "in the block of `{around}`", around)
            }
            None => say!("à la marge d'un fichier"; "at the margin of a file"),
        };
        Diagnostic::new(
            &rules::MISPLACED_KEYWORD,
            self.place_of(span),
            say!("`{written}` n'a pas sa place {place}."; "`{written}` does not belong {place}.", written, place),
            say!("Sa place : {places}."; "It belongs in: {places}.", places = Places(row)),
        )
    }

    /// A statement of another place belongs to the last thing before it that may hold it: that lacks it no more.
    fn astray(&mut self, row: Row) {
        let places = row.places();
        let bit = match row {
            Row::Concept(row) => Some(row.concept),
            Row::Field(..) => None,
        };
        let Part { entities, .. } = &mut self.part;
        let holder = entities.iter_mut().rev().find(|other| places.contains(&Some(other.concept)));
        match (holder, bit) {
            (Some(holder), Some(concept)) => holder.lost |= 1 << concept as u128,
            (Some(holder), None) => holder.broken = true,
            (None, _) => {}
        }
        self.part.astray.push(row);
    }

    /// The names declared by a statement that stands nowhere, and by what it holds; and all that it names.
    fn ghosts(&mut self, node: NodeId) {
        let mut waiting = vec![node];
        while let Some(node) = waiting.pop() {
            let parts = self.tree.parts(node);
            match parts {
                [keyword, name, ..] if keyword.kind == PartKind::Word && name.kind == PartKind::Word => self.part.ghosts.push(local(name)),
                // `ARCH "Archives"`: the keyword is missing.
                [name, title, ..] if name.kind == PartKind::Word && title.kind == PartKind::Text => self.part.ghosts.push(local(name)),
                _ => {}
            }
            self.mentioned(node, parts);
            waiting.extend(self.tree.children(node));
        }
    }

    /// The words of a line that could not be read name what they name.
    fn mentioned(&mut self, node: NodeId, parts: &[crate::syntax::Part]) {
        self.part.mentions.extend(parts.iter().skip(1).filter(|part| part.kind == PartKind::Word).map(local));
        let node = self.tree.node(node);
        let from = parts.last().map_or(node.start, |last| last.end).min(node.end);
        if !node.damaged {
            return;
        }
        let rest = &self.text[from as usize..node.end as usize];
        let mut start = None;
        for (at, c) in rest.char_indices().chain([(rest.len(), ' ')]) {
            let word = c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
            match (start, word) {
                (None, true) => start = Some(at),
                (Some(first), false) => {
                    let word = Local::new(from + first as u32, from + at as u32);
                    self.part.mentions.push(word);
                    self.part.ghosts.push(word);
                    start = None;
                }
                _ => {}
            }
        }
    }

    /// Documentation before what no document prints it for.
    fn check_doc(&mut self, statement: &Statement<'_>) {
        let documented = match statement.row {
            Row::Concept(row) => row.documented,
            Row::Field(..) => true,
        };
        // Of two statements on one node, the last answers for what stands before them.
        if let (false, true, [first, .., last] | [first @ last]) = (documented, statement.block, self.tree.docs(statement.node)) {
            let span = Local::new(first.0, last.1);
            self.report(Diagnostic::new(
                &rules::UNEXPECTED_PART,
                self.place_of(span),
                say!("Aucun document n'imprime `///` à cet endroit."; "No document prints `///` at this place."),
                say!("Placez ce texte avant ce dont il parle, ou écrivez `//` pour une note de travail."; "Put this text before what it is about, or write `//` for a working note."),
            ));
        }
    }

    /// A block where the keyword takes none.
    fn check_block(&mut self, statement: &Statement<'a>) {
        if let (false, true, Block::Open(at) | Block::Closed(at, _)) =
            (takes_block(statement.row), statement.block, self.tree.node(statement.node).block)
        {
            let keyword = self.keyword(statement);
            let written = shortened(self.slice(keyword));
            self.report(Diagnostic::new(
                &rules::UNEXPECTED_BLOCK,
                self.place_of(Local::new(at, at + 1)),
                say!("`{written}` ne prend pas de bloc."; "`{written}` takes no block.", written),
                say!("Écrivez ses valeurs sur la même ligne, sans accolades."; "Write its values on the same line, without braces."),
            ));
            for child in self.tree.children(statement.node) {
                self.ghosts(child);
            }
        }
    }

    /// The keyword as written; the text that a line begins with, where that is its keyword.
    fn keyword(&self, statement: &Statement<'_>) -> Local {
        match (statement.parts, statement.words.max(1)) {
            ([], _) => Local::new(self.tree.node(statement.node).start, self.tree.node(statement.node).start),
            (parts, words) => Local::new(parts[0].start, parts[words.min(parts.len()) - 1].end),
        }
    }

    /// Reads a statement's arguments with `f`.
    fn arguments<T>(&mut self, statement: &Statement<'a>, f: impl FnOnce(&mut Reader<'_>) -> Option<T>) -> Option<T> {
        let keyword = self.keyword(statement);
        let node = self.tree.node(statement.node);
        let Part { items, references, uses, mentions, ghosts, .. } = &mut self.part;
        let mut reader = Reader {
            text: self.text,
            row: statement.row,
            place: statement.place,
            behind: None,
            keyword,
            parts: statement.parts,
            at: statement.words,
            end: node.end,
            quiet: node.damaged,
            in_list: false,
            diagnostics: Vec::new(),
            items,
            references,
            uses,
            mentions,
            ghosts,
            spoilt: false,
            holder: self.holder,
            words: self.words.as_mut(),
        };
        let first = reader.references.len();
        let value = f(&mut reader);
        if reader.quiet || reader.spoilt {
            reader.references[first..].iter_mut().for_each(|reference| reference.quiet = true);
        }
        self.behind = reader.behind;
        for diagnostic in reader.diagnostics {
            self.report(diagnostic);
        }
        value
    }
}

fn takes_block(row: Row) -> bool {
    matches!(row, Row::Concept(row) if row.block)
}

fn local(part: &crate::syntax::Part) -> Local {
    Local::new(part.start, part.end)
}

/// `objectif phase.un`: a dot reaches inside something, and no name holds one.
fn dotted(reader: &mut Reader<'_>, part: &crate::syntax::Part) {
    let written = reader.written(part);
    let Some(dot) = written.find('.') else { return };
    let (span, mended) = (reader.span(part), written.replace('.', "-"));
    // Whoever names it so has no second message.
    reader.ghosts.push(Local::new(part.start, part.start + dot as u32));
    reader.report(
        Diagnostic::new(
            &rules::MISSING_PART,
            reader.place_of(span),
            say!("« {written} » : un nom ne contient pas de point."; "\"{written}\": a name has no dot in it.", written),
            say!("Écrivez `{mended}`, ici et là où il est nommé."; "Write `{mended}`, here and where it is named.", mended),
        )
        .fix(say!("Écrire `{mended}`"; "Write `{mended}`", mended), reader.place_of(span), mended.clone()),
    );
}

/// May a text follow the keyword at once?
fn takes_text(row: Row) -> bool {
    match row {
        Row::Concept(row) => row.title != Slot::None && row.name != Slot::Due,
        Row::Field(concept, at) => matches!(concept.row().fields[at as usize].of, Type::Text | Type::Texts | Type::Tags | Type::People),
    }
}

/// A name is due and is not there. Out: title and name, where both are, the other way round: `axis "Axe" a`.
fn name_due(reader: &mut Reader<'_>) -> Option<(Local, Local)> {
    let Some(part) = reader.peek().filter(|part| part.kind == PartKind::Text) else {
        // `axis: usagers "…"`: the name is there all the same.
        reader.ghosts.extend(reader.parts[reader.at..].iter().filter(|part| part.kind == PartKind::Word).map(local));
        reader.missing(say!("un nom"; "a name"));
        return None;
    };
    let (span, written) = (reader.span(part), reader.written(part));
    if let Some(next) = reader.parts.get(reader.at + 1).filter(|next| next.kind == PartKind::Word) {
        let (whole, name) = (span.to(reader.span(next)), reader.written(next));
        reader.report(
            Diagnostic::new(
                &rules::MISSING_PART,
                reader.place_of(whole),
                say!("Le nom vient d'abord, le titre ensuite."; "The name comes first, then the title."),
                say!("Écrivez `{name} {written}`."; "Write `{name} {written}`.", name, written),
            )
            .fix(say!("Mettre le nom devant"; "Put the name first"), reader.place_of(whole), format!("{name} {written}")),
        );
        reader.at += 2;
        return Some((span, reader.span(next)));
    }
    let slug = super::read::slug(&crate::syntax::plain(written));
    reader.report(Diagnostic::new(
        &rules::MISSING_PART,
        reader.place_of(span),
        say!("Il faut ici un nom, sans guillemets."; "A name is due here, without quotes."),
        say!("Écrivez par exemple `{slug}`."; "Write for instance `{slug}`.", slug),
    ));
    None
}

fn keywords_of(place: Place) -> Say {
    let by_text = inside(place).find(|row| row.en.is_empty());
    if let Some(row) = by_text {
        let example = move |lang: Lang| row.help_in(lang).split(" : ").last().unwrap_or("").split(": ").last().unwrap_or("").to_owned();
        return say!("Ici, chaque ligne nomme un financeur : {example}"; "Here each line names a funder: {example}", example = By(example));
    }
    let list = move |lang: Lang| {
        let words: Vec<String> = rows_in(place).map(|row| format!("`{}`", row.spelling(lang))).collect();
        words.join(", ")
    };
    say!("Ici, une ligne peut commencer par : {list}."; "Here a line may start with: {list}.", list = By(list))
}
