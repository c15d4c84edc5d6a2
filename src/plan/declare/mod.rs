//! From a tree to its items, by the table.
//!
//! In: the [`Tree`] of one top-level item. Out: its [`Items`] and what is wrong in each line. A wrong line costs itself only: the item that
//! holds it is kept, and its name is known, so that one mistake makes one message.

mod goals;
mod items;
mod money;

use super::item::*;
use super::read::{Reader, shown};
use crate::diagnostic::{Diagnostic, Lang, codes, suggest};
use crate::language::{Concept, Found, Place, Row, Shape, find, row};
use crate::say;
use crate::syntax::{Block, NodeId, Part, PartKind, Tree};
use crate::text::{SourceId, Span};

pub fn declare(source: SourceId, text: &str, tree: &Tree) -> (Items, Vec<Diagnostic>) {
    let mut declare = Declare { text, source, tree, items: Items::default(), diagnostics: Vec::new() };
    declare.root();
    (declare.items, declare.diagnostics)
}

/// No more messages about one item.
const MOST: usize = 10_000;

struct Declare<'a> {
    text: &'a str,
    source: SourceId,
    tree: &'a Tree,
    items: Items,
    diagnostics: Vec<Diagnostic>,
}

/// A statement whose keyword is known.
struct Statement<'a> {
    node: NodeId,
    row: &'static Row,
    /// Its words, the keyword's included.
    parts: &'a [Part],
    /// How many words the keyword takes.
    words: usize,
    /// Written as it should be: a misspelt or damaged line counts as no second one.
    sound: bool,
    /// The node's block is this statement's.
    block: bool,
}

impl<'a> Declare<'a> {
    fn root(&mut self) {
        for statement in self.statements(self.tree.roots(), Place::Root) {
            self.check_doc(&statement);
            match statement.row.concept {
                Concept::Use => self.use_item(&statement),
                Concept::Strategy => self.strategy(&statement),
                Concept::Authority => self.authority(&statement),
                Concept::Owner => self.owner(&statement),
                Concept::Axis => self.axis(&statement),
                _ => {} // the table puts nothing else at the margin
            }
        }
    }

    // --- statements -------------------------------------------------------------------------------------------------

    fn span(&self, start: u32, end: u32) -> Span {
        Span::new(self.source, start, end)
    }

    fn report(&mut self, diagnostic: Diagnostic) {
        if self.diagnostics.len() < MOST {
            self.diagnostics.push(diagnostic);
        }
    }

    fn node_span(&self, node: NodeId) -> Span {
        let node = self.tree.node(node);
        self.span(node.start, node.end)
    }

    /// These nodes' statements; what is none has been reported.
    fn statements(&mut self, nodes: impl Iterator<Item = NodeId>, place: Place) -> Vec<Statement<'a>> {
        let mut statements = Vec::with_capacity(8);
        for node in nodes {
            let mut parts = self.tree.parts(node);
            while let Some(comma) = self.runaway_comma(parts, place) {
                let span = self.span(parts[comma].start, parts[comma].end);
                self.report(Diagnostic::new(
                    &codes::UNEXPECTED_PART,
                    span,
                    say!("Cette virgule fait continuer la liste sur la ligne suivante."; "This comma makes the list go on in the next line."),
                    say!("Retirez la virgule à la fin de la liste."; "Remove the comma at the end of the list."),
                ));
                statements.extend(self.statement(node, &parts[..comma], place, false));
                parts = &parts[comma + 1..];
            }
            statements.extend(self.statement(node, parts, place, true));
        }
        statements
    }

    /// A comma at the end of a line, before a line that starts with a keyword: the list was over.
    fn runaway_comma(&self, parts: &[Part], place: Place) -> Option<usize> {
        parts.windows(2).position(|two| {
            two[0].kind == PartKind::Comma
                && two[1].kind == PartKind::Word
                && self.text[two[0].end as usize..two[1].start as usize].contains('\n')
                && matches!(find(&self.text[two[1].start as usize..two[1].end as usize], None, place), Found::Here(..))
        })
    }

    /// The statement's row, or nothing once it has been reported why.
    fn statement(&mut self, node: NodeId, parts: &'a [Part], place: Place, block: bool) -> Option<Statement<'a>> {
        let damaged = self.tree.node(node).damaged;
        let Some(first) = parts.first().filter(|part| part.kind == PartKind::Word) else {
            if !damaged {
                let span = self.node_span(node);
                let found = shown(&self.text[span.range()]);
                self.report(Diagnostic::new(
                    &codes::UNKNOWN_KEYWORD,
                    span,
                    say!("Une ligne commence par un mot-clé, et non par « {found} »."; "A line starts with a keyword, not with \"{found}\"."),
                    self.keywords_of(place),
                ));
            }
            return None;
        };
        let written = &self.text[first.start as usize..first.end as usize];
        let second = parts.get(1).filter(|part| part.kind == PartKind::Word).map(|part| &self.text[part.start as usize..part.end as usize]);
        let span = self.span(first.start, first.end);
        match find(written, second, place) {
            Found::Here(row, words) => Some(Statement { node, row, parts, words, sound: !damaged, block }),
            Found::Elsewhere(row, near) => {
                let diagnostic = self.misplaced(span, row, place);
                self.meant(node, parts, place, block, diagnostic, near.map(|(concept, spelling)| (concept, spelling, span)))
            }
            Found::Unknown(near) => {
                let diagnostic = Diagnostic::new(
                    &codes::UNKNOWN_KEYWORD,
                    span,
                    say!("Le mot-clé « {written} » n'existe pas."; "There is no keyword \"{written}\"."),
                    self.keywords_of(place),
                );
                let near = near.map(|(concept, spelling)| {
                    // `dépend dee socle`: the second word is the one that is wrong.
                    let second_meant = second.is_some_and(|second| suggest::nearest(second, spelling.split(' ').skip(1)).is_some());
                    let words = if spelling.contains(' ') && second_meant { 2 } else { 1 };
                    (concept, spelling, self.span(first.start, parts[words - 1].end))
                });
                self.meant(node, parts, place, block, diagnostic, near)
            }
        }
    }

    /// A wrong keyword: reported, and read as the one that was meant, if there is one.
    fn meant(
        &mut self,
        node: NodeId,
        parts: &'a [Part],
        place: Place,
        block: bool,
        mut diagnostic: Diagnostic,
        near: Option<(Concept, &'static str, Span)>,
    ) -> Option<Statement<'a>> {
        if let Some((_, spelling, wrong)) = near {
            diagnostic.labels[0].span = wrong;
            diagnostic.help = say!("Écrivez `{spelling}`."; "Write `{spelling}`.");
            diagnostic = diagnostic.here(say!("vouliez-vous dire `{spelling}` ?"; "did you mean `{spelling}`?")).fix(
                say!("Écrire `{spelling}`"; "Write `{spelling}`"),
                wrong,
                spelling,
            );
        }
        if !self.tree.node(node).damaged {
            self.report(diagnostic);
        }
        let Some((concept, _, wrong)) = near else {
            self.ghosts(node);
            return None;
        };
        let words = parts.iter().take_while(|part| part.end <= wrong.end).count().max(1);
        debug_assert!(row(concept).within.contains(&place));
        Some(Statement { node, row: row(concept), parts, words, sound: false, block })
    }

    fn misplaced(&self, span: Span, row: &'static Row, place: Place) -> Diagnostic {
        let written = &self.text[span.range()];
        let (fr, en) = match place.concept() {
            Some(concept) => {
                let around = crate::language::row(concept);
                (format!("dans un bloc `{}`", around.spelling(Lang::Fr)), format!("in the block of `{}`", around.spelling(Lang::En)))
            }
            None => ("à la marge d'un fichier".to_owned(), "at the margin of a file".to_owned()),
        };
        Diagnostic::new(
            &codes::MISPLACED_KEYWORD,
            span,
            say!("`{written}` n'a pas sa place {fr}."; "`{written}` does not belong {en}."),
            say!("Sa place : {}.", row.places(Lang::Fr); "It belongs in: {}.", row.places(Lang::En)),
        )
    }

    /// The names declared by a statement that stands nowhere, and by what it holds.
    fn ghosts(&mut self, node: NodeId) {
        if let [keyword, name, ..] = self.tree.parts(node)
            && keyword.kind == PartKind::Word
            && name.kind == PartKind::Word
        {
            let name = Name(self.span(name.start, name.end));
            self.items.ghosts.push(name);
        }
        for child in self.tree.children(node) {
            self.ghosts(child);
        }
    }

    fn keywords_of(&self, place: Place) -> crate::diagnostic::Say {
        let list = |lang: Lang| {
            let words: Vec<String> = crate::language::TABLE
                .iter()
                .filter(|row| row.within.contains(&place))
                .map(|row| format!("`{}`", row.spelling(lang)))
                .collect();
            words.join(", ")
        };
        match place {
            Place::Funding => {
                say!("Ici, chaque ligne nomme un financeur : `\"DSIL\" 60 k€ acquis`."; "Here each line names a funder: `\"DSIL\" 60 k€ secured`.")
            }
            _ => say!("Ici, une ligne peut commencer par : {}.", list(Lang::Fr); "Here a line may start with: {}.", list(Lang::En)),
        }
    }

    /// The statements of a block whose keywords may stand there. A single field given twice is reported.
    fn fields(&mut self, statement: &Statement<'a>, place: Place) -> Vec<Statement<'a>> {
        // A bit for each concept that was given soundly.
        let mut seen = 0u64;
        let children = self.children(statement);
        let mut statements = self.statements(children, place);
        let mut twice = Vec::new();
        for (at, statement) in statements.iter().enumerate() {
            self.check_block(statement);
            self.check_doc(statement);
            let bit = 1u64 << statement.row.concept as u32;
            if statement.row.repeats || !statement.sound {
                continue;
            }
            if seen & bit == 0 {
                seen |= bit;
                continue;
            }
            twice.push(at);
            let same = |other: &&Statement<'a>| other.sound && other.row.concept == statement.row.concept;
            let (span, first) =
                (self.keyword(statement), statements.iter().find(same).map_or(self.keyword(statement), |first| self.keyword(first)));
            let written = &self.text[span.range()];
            self.report(
                Diagnostic::new(
                    &codes::GIVEN_TWICE,
                    span,
                    say!("`{written}` est donné deux fois."; "`{written}` is given twice."),
                    say!("Gardez une seule des deux lignes."; "Keep one of the two lines."),
                )
                .here(say!("la seconde fois"; "the second time"))
                .label(first, say!("la première fois"; "the first time")),
            );
        }
        for at in twice.into_iter().rev() {
            statements.remove(at);
        }
        statements
    }

    fn children(&self, statement: &Statement<'_>) -> impl Iterator<Item = NodeId> + use<'a> {
        self.tree.children(statement.node).take(if statement.block { usize::MAX } else { 0 })
    }

    /// Documentation before what no document prints it for.
    fn check_doc(&mut self, statement: &Statement<'_>) {
        use Concept::{Action, Axis, Goal, Indicator, Milestone, Owner, Strategy};
        let documented = matches!(statement.row.concept, Strategy | Axis | Goal | Action | Indicator | Milestone | Owner);
        // Of two statements on one node, the last answers for what stands before them.
        if let (false, true, [first, .., last] | [first @ last]) = (documented, statement.block, self.tree.docs(statement.node)) {
            let span = self.span(first.0, last.1);
            self.report(Diagnostic::new(
                &codes::UNEXPECTED_PART,
                span,
                say!("Aucun document n'imprime `///` à cet endroit."; "No document prints `///` at this place."),
                say!("Placez ce texte avant l'objectif, l'action ou l'axe, ou écrivez `//` pour une note de travail."; "Put this text before the goal, the action or the axis, or write `//` for a working note."),
            ));
        }
    }

    /// A block where the keyword takes none.
    fn check_block(&mut self, statement: &Statement<'a>) {
        let takes = matches!(statement.row.shape, Shape::TitledBlock | Shape::NamedBlock(_) | Shape::Block(_));
        if let (false, true, Block::Open(at) | Block::Closed(at, _)) = (takes, statement.block, self.tree.node(statement.node).block) {
            let keyword = self.keyword(statement);
            let written = &self.text[keyword.range()];
            self.report(Diagnostic::new(
                &codes::UNEXPECTED_BLOCK,
                self.span(at, at + 1),
                say!("`{written}` ne prend pas de bloc."; "`{written}` takes no block."),
                say!("Écrivez ses valeurs sur la même ligne, sans accolades."; "Write its values on the same line, without braces."),
            ));
        }
    }

    fn keyword(&self, statement: &Statement<'_>) -> Span {
        self.span(statement.parts[0].start, statement.parts[statement.words.max(1) - 1].end)
    }

    /// Reads a statement's arguments with `f`; what is left over is reported. `None` where the line is damaged.
    fn arguments<T>(&mut self, statement: &Statement<'a>, f: impl FnOnce(&mut Reader<'a>) -> Option<T>) -> Option<T> {
        let mut reader = Reader {
            text: self.text,
            source: self.source,
            row: statement.row,
            keyword: self.keyword(statement),
            parts: statement.parts,
            at: statement.words,
            quiet: self.tree.node(statement.node).damaged,
            diagnostics: Vec::new(),
        };
        let value = f(&mut reader);
        if value.is_some() {
            reader.finish();
        }
        for diagnostic in reader.diagnostics.drain(..) {
            self.report(diagnostic);
        }
        value
    }

    fn field<T>(&mut self, statement: &Statement<'a>, f: impl FnOnce(&mut Reader<'a>) -> Option<T>) -> Field<T> {
        Field::from_read(self.arguments(statement, f))
    }

    fn doc(&self, node: NodeId) -> Option<String> {
        let docs = self.tree.docs(node);
        if docs.is_empty() {
            return None;
        }
        let lines: Vec<&str> = docs
            .iter()
            .map(|(start, end)| {
                let line = self.text[*start as usize + 3..*end as usize].trim_end();
                line.strip_prefix(' ').unwrap_or(line)
            })
            .collect();
        Some(lines.join("\n"))
    }

    /// `name "Titre"`: which of the two are due is the caller's to say.
    fn header(&mut self, statement: &Statement<'a>, named: bool) -> Header {
        let node = self.tree.node(statement.node);
        let whole_end = match node.block {
            Block::Closed(_, close) => close + 1,
            Block::Open(_) => self.tree.children(statement.node).last().map_or(node.end, |last| self.tree.node(last).end),
            Block::None => node.end,
        };
        let mut header = Header {
            span: self.span(node.start, node.end),
            whole: self.span(node.start, whole_end),
            name: None,
            title: None,
            doc: self.doc(statement.node),
        };
        self.arguments(statement, |reader| {
            if named && (reader.next_is(PartKind::Word) || !matches!(statement.row.concept, Concept::Milestone | Concept::Indicator)) {
                header.name = reader.name();
            }
            if reader.next_is(PartKind::Text) {
                header.title = reader.text();
            } else if reader.at < reader.parts.len() || header.name.is_some() || !named {
                let is_owner_like = matches!(statement.row.concept, Concept::Milestone | Concept::Indicator) && header.name.is_some();
                if !is_owner_like {
                    reader.missing(say!("un titre entre guillemets"; "a title between quotes"));
                }
            }
            Some(())
        });
        header
    }
}
