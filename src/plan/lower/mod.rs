//! From a tree to a part of the store, by the table. One loop for every concept.
//!
//! In: the [`Tree`] of one top-level item. Out: its [`Part`]. A wrong line costs itself only: the entity that holds it is kept, its
//! name is known, and what the line was to say is unknown, so that one mistake makes one message.

mod around;
mod meant;
mod when;

use crate::diagnostic::{Diagnostic, rules};
use crate::language::{Concept, ConceptRow, Lead, Place, Row, Slot, Type, Word};
use crate::plan::read::{Reader, begins_statement};
use crate::plan::spelling::Spelled;
use crate::plan::store::{Cell, EntityRow, Local, MARGIN, Part, Title, Value};
use crate::plan::value;
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
    let mut lower = Lower {
        text,
        tree,
        part: Part::default(),
        pending: Vec::new(),
        once: Vec::new(),
        behind: None,
        holder: MARGIN,
        around: None,
        words,
    };
    lower.block(tree.roots(), None, MARGIN, 0);
    lower.part.within = within(&lower.part, text);
    let after = |cell: &Cell| matches!(cell.value, Value::After(..));
    lower.part.kinds = lower.part.entities.iter().fold(0, |kinds, row| kinds | 1 << row.concept as u128);
    let unread = |cell: &Cell| cell.value == Value::Unknown;
    lower.part.broken = lower.part.entities.iter().any(|row| row.broken) || lower.part.cells.iter().chain(&lower.part.items).any(unread);
    lower.part.relative = lower.part.cells.iter().chain(lower.part.pairs.iter().flatten()).any(after);
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
    /// The statement whose block is read.
    around: Option<NodeId>,
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
                if self.slice(span) == ";" {
                    let diagnostic = self.semicolon_between(parts, comma);
                    self.report(diagnostic);
                } else {
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
            let said = self.part.diagnostics.len();
            self.statement(node, parts, inner, true);
            if self.tree.mended && self.part.diagnostics.len() == said {
                let diagnostic = self.semicolons(parts);
                diagnostic.into_iter().for_each(|diagnostic| self.report(diagnostic));
            }
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
        // A line with a sign in it counts as no second one, as a misspelt one.
        let sign = statement.parts.get(statement.words).is_some_and(|part| part.kind == PartKind::Colon);
        if !statement.row.repeats() && statement.sound && !sign {
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
        let before = self.part.diagnostics.len();
        let one = if matches!(row.of, Type::Name) { self.one_name(statement, row) } else { None };
        let cell = self.arguments(one.as_ref().unwrap_or(statement), |reader| {
            let cell = value::read(reader, row)?;
            reader.joined_line();
            let whole = reader.peek().is_none() && !reader.quiet;
            reader.finish();
            Some(if whole { cell } else { reader.partial(cell) })
        });
        if cell.is_none() && matches!(row.of, Type::Period) {
            self.period_said(statement, before);
        }
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
            let around = self.around.replace(statement.node);
            self.block(self.tree.children(statement.node), Some(row.concept), id, first_cell);
            self.around = around;
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
            if row.name == Slot::Due || (row.name == Slot::Either && (reader.next_is(PartKind::Word) || swapped(reader, row))) {
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
                        Type::Word(_) => reader.next_is(PartKind::Word) || (field.open && reader.next_is(PartKind::Text)),
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
        let (parts, signs) = self.without_sign(statement);
        let Part { items, pairs, references, uses, mentions, ghosts, .. } = &mut self.part;
        let mut reader = Reader {
            text: self.text,
            row: statement.row,
            place: statement.place,
            behind: None,
            keyword,
            parts: &parts,
            at: statement.words,
            end: node.end,
            quiet: node.damaged,
            in_list: false,
            diagnostics: Vec::new(),
            items,
            pairs,
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
        for diagnostic in signs.into_iter().chain(reader.diagnostics) {
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

/// A name is due and is not there. Out: title and name, where both are, the other way round: `axis "Axe" a`.
/// A title and behind it a word that is nothing but its name.
fn swapped(reader: &Reader<'_>, row: &ConceptRow) -> bool {
    let [title, name, rest @ ..] = &reader.parts[reader.at..] else { return false };
    let leads = |part: &crate::syntax::Part| {
        let words: Vec<Word> = row.fields_in(true).filter_map(|(_, field)| field.head?.word).collect();
        crate::language::word(reader.written(part), &words).is_some()
    };
    title.kind == PartKind::Text
        && name.kind == PartKind::Word
        && !leads(name)
        && rest.first().is_none_or(leads)
        && row.fields_in(true).all(|(_, field)| field.head.is_some_and(|lead| lead.word.is_some()))
        && !begins_statement(reader.text, &reader.parts[reader.at + 1..], reader.place)
}

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
    let slug = crate::plan::read::slug(&crate::syntax::plain(written));
    reader.report(Diagnostic::new(
        &rules::MISSING_PART,
        reader.place_of(span),
        say!("Il faut ici un nom, sans guillemets."; "A name is due here, without quotes."),
        say!("Écrivez par exemple `{slug}`."; "Write for instance `{slug}`.", slug),
    ));
    None
}
