//! From a tree to its items, by the table.
//!
//! In: the [`Tree`] of one top-level item. Out: its [`Items`] and what is wrong in each line. A wrong line costs itself only: the item that
//! holds it is kept, and its name is known, so that one mistake makes one message.

use super::item::*;
use super::read::{Reader, shown};
use super::value::{Amount, Grain, Reading, Section, Share};
use crate::diagnostic::{Diagnostic, Lang, codes, suggest};
use crate::language::{Concept, Found, Place, Row, Shape, Word, find, row};
use crate::say;
use crate::syntax::{Block, NodeId, Part, PartKind, Tree};
use crate::text::{SourceId, Span, Spanned};

pub fn declare(source: SourceId, text: &str, tree: &Tree) -> (Items, Vec<Diagnostic>) {
    let mut declare = Declare { text, source, tree, items: Items::default(), diagnostics: Vec::new() };
    declare.root();
    (declare.items, declare.diagnostics)
}

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

/// Which fields of an item were given, and where: to tell a second one.
type Seen = Vec<(Concept, Span)>;

impl<'a> Declare<'a> {
    fn root(&mut self) {
        let roots = self.tree.roots().collect();
        for statement in self.statements(roots, Place::Root) {
            match statement.row.concept {
                Concept::Use => self.use_item(&statement),
                Concept::Strategy => self.strategy(&statement),
                Concept::Authority => self.authority(&statement),
                Concept::Owner => self.owner(&statement),
                Concept::Axis => self.axis(&statement),
                other => unreachable!("{other:?} is no item of a file's margin: the table says where it stands"),
            }
        }
    }

    // --- statements -------------------------------------------------------------------------------------------------

    fn span(&self, start: u32, end: u32) -> Span {
        Span::new(self.source, start, end)
    }

    fn node_span(&self, node: NodeId) -> Span {
        let node = self.tree.node(node);
        self.span(node.start, node.end)
    }

    /// These nodes' statements; what is none has been reported.
    fn statements(&mut self, nodes: Vec<NodeId>, place: Place) -> Vec<Statement<'a>> {
        let mut statements = Vec::with_capacity(nodes.len());
        for node in nodes {
            let mut parts = self.tree.parts(node);
            while let Some(comma) = self.runaway_comma(parts, place) {
                let span = self.span(parts[comma].start, parts[comma].end);
                self.diagnostics.push(Diagnostic::new(
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
            let between = &self.text[two[0].end as usize..two[1].start as usize];
            let word = || &self.text[two[1].start as usize..two[1].end as usize];
            two[0].kind == PartKind::Comma
                && two[1].kind == PartKind::Word
                && between.contains('\n')
                && matches!(find(word(), None, place), Found::Here(..))
        })
    }

    /// The statement's row, or nothing once it has been reported why.
    fn statement(&mut self, node: NodeId, parts: &'a [Part], place: Place, block: bool) -> Option<Statement<'a>> {
        let damaged = self.tree.node(node).damaged;
        let Some(first) = parts.first().filter(|part| part.kind == PartKind::Word) else {
            if !damaged {
                let span = self.node_span(node);
                let found = shown(&self.text[span.range()]);
                self.diagnostics.push(Diagnostic::new(
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
            diagnostic = diagnostic.here(say!("vouliez-vous dire `{spelling}` ?"; "did you mean `{spelling}`?")).fix(
                say!("Écrire `{spelling}`"; "Write `{spelling}`"),
                wrong,
                spelling,
            );
        }
        if !self.tree.node(node).damaged {
            self.diagnostics.push(diagnostic);
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
        let mut seen: Seen = Vec::new();
        let children = self.children(statement);
        let mut statements = self.statements(children, place);
        statements.retain(|statement| {
            self.check_block(statement);
            self.check_doc(statement);
            if statement.row.repeats || !statement.sound {
                return true;
            }
            let (concept, span) = (statement.row.concept, self.keyword(statement));
            let Some((_, first)) = seen.iter().find(|(other, _)| *other == concept) else {
                seen.push((concept, span));
                return true;
            };
            let written = &self.text[span.range()];
            self.diagnostics.push(
                Diagnostic::new(
                    &codes::GIVEN_TWICE,
                    span,
                    say!("`{written}` est donné deux fois."; "`{written}` is given twice."),
                    say!("Gardez une seule des deux lignes."; "Keep one of the two lines."),
                )
                .here(say!("la seconde fois"; "the second time"))
                .label(*first, say!("la première fois"; "the first time")),
            );
            false
        });
        statements
    }

    fn children(&self, statement: &Statement<'_>) -> Vec<NodeId> {
        if statement.block { self.tree.children(statement.node).collect() } else { Vec::new() }
    }

    /// Documentation before what no document prints it for.
    fn check_doc(&mut self, statement: &Statement<'_>) {
        let documented = matches!(statement.row.shape, Shape::TitledBlock | Shape::NamedBlock(_) | Shape::NamedDate);
        if let (false, [first, .., last] | [first @ last]) = (documented, self.tree.docs(statement.node)) {
            let span = self.span(first.0, last.1);
            self.diagnostics.push(Diagnostic::new(
                &codes::UNEXPECTED_PART,
                span,
                say!("Aucun document n'imprime `///` à cet endroit."; "No document prints `///` at this place."),
                say!("Placez ce texte avant l'objectif, l'action ou l'axe, ou écrivez `//` pour une note de travail."; "Put this text before the goal, the action or the axis, or write `//` for a working note."),
            ));
        }
    }

    /// A block where the keyword takes none.
    fn check_block(&mut self, statement: &Statement<'a>) {
        let takes = match statement.row.shape {
            Shape::TitledBlock | Shape::NamedBlock(_) | Shape::Block(_) => true,
            _ => false,
        };
        if let (false, true, Block::Open(at) | Block::Closed(at, _)) = (takes, statement.block, self.tree.node(statement.node).block) {
            let keyword = self.keyword(statement);
            let written = &self.text[keyword.range()];
            self.diagnostics.push(Diagnostic::new(
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
        self.diagnostics.append(&mut reader.diagnostics);
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

    // --- items of a file's margin -----------------------------------------------------------------------------------

    fn use_item(&mut self, statement: &Statement<'a>) {
        self.check_block(statement);
        let read = self.arguments(statement, |reader| {
            if let Some(part) = reader.take(PartKind::Text) {
                let path = reader.text_of(part);
                return Some(UseItem { target: UseTarget::File(path.value), span: path.span });
            }
            let name = reader.name()?;
            let written = &reader.text[name.0.range()];
            let target = match written.strip_prefix("std.") {
                Some(library) => UseTarget::Library(library.to_owned()),
                None => UseTarget::Library(written.to_owned()),
            };
            Some(UseItem { target, span: name.0 })
        });
        self.items.uses.extend(read);
    }

    fn strategy(&mut self, statement: &Statement<'a>) {
        let mut item = StrategyItem {
            header: self.header(statement, false),
            language: None,
            authority: Field::Absent,
            period: Field::Absent,
            sponsor: Field::Absent,
            lead: Field::Absent,
            envelope: None,
        };
        for field in self.fields(statement, Place::Strategy) {
            match field.row.concept {
                Concept::Language => {
                    let word = self.arguments(&field, |reader| reader.one_of(&[Word::Fr, Word::En]));
                    item.language = word.map(|word| if word.value == Word::En { Lang::En } else { Lang::Fr });
                }
                Concept::AuthorityOf => item.authority = self.field(&field, Reader::name),
                Concept::Period => item.period = self.field(&field, Reader::period),
                Concept::Sponsor => item.sponsor = self.field(&field, Reader::name),
                Concept::Lead => item.lead = self.field(&field, Reader::name),
                Concept::Envelope => item.envelope = Some(self.budget(&field)),
                _ => {}
            }
        }
        self.items.strategies.push(item);
    }

    fn authority(&mut self, statement: &Statement<'a>) {
        let mut item = Authority {
            header: self.header(statement, true),
            kind: None,
            population: None,
            agents: None,
            mandate: Field::Absent,
            assembly: None,
            website: None,
        };
        for field in self.fields(statement, Place::Authority) {
            match field.row.concept {
                Concept::Kind => item.kind = self.choice(&field),
                Concept::Population => item.population = self.arguments(&field, Reader::whole_number),
                Concept::Agents => item.agents = self.arguments(&field, Reader::whole_number),
                Concept::Mandate => item.mandate = self.field(&field, Reader::period),
                Concept::Assembly => item.assembly = self.arguments(&field, Reader::text),
                Concept::Website => item.website = self.arguments(&field, Reader::text),
                _ => {}
            }
        }
        self.items.authorities.push(item);
    }

    fn owner(&mut self, statement: &Statement<'a>) {
        let mut item = Owner { header: self.header(statement, true), contact: None };
        for field in self.fields(statement, Place::Owner) {
            if field.row.concept == Concept::Contact {
                item.contact = self.arguments(&field, Reader::text);
            }
        }
        self.items.owners.push(item);
    }

    fn axis(&mut self, statement: &Statement<'a>) {
        let mut item = AxisItem { header: self.header(statement, true), elected_sponsor: None, goals: Vec::new() };
        for field in self.fields(statement, Place::Axis) {
            match field.row.concept {
                Concept::ElectedSponsor => item.elected_sponsor = self.arguments(&field, Reader::text),
                Concept::Goal => item.goals.push(self.goal(&field, Place::Goal)),
                _ => {}
            }
        }
        self.items.axes.push(item);
    }

    fn choice(&mut self, statement: &Statement<'a>) -> Option<Spanned<Word>> {
        let Shape::OneOf(words) = statement.row.shape else { return None };
        self.arguments(statement, |reader| reader.one_of(words))
    }

    // --- goals and actions ------------------------------------------------------------------------------------------

    fn goal(&mut self, statement: &Statement<'a>, place: Place) -> GoalItem {
        let mut item = GoalItem {
            sheet: Sheet {
                header: self.header(statement, true),
                elected_sponsor: None,
                period: Field::Absent,
                duration: Field::Absent,
                budget: None,
                funding: None,
                milestones: Vec::new(),
                indicators: Vec::new(),
                status: None,
            },
            owner: Field::Absent,
            contributors: Vec::new(),
            partners: Vec::new(),
            depends: Vec::new(),
            actions: Vec::new(),
        };
        for field in self.fields(statement, place) {
            let sheet = &mut item.sheet;
            match field.row.concept {
                Concept::OwnedBy => item.owner = self.field(&field, Reader::name),
                Concept::Contributors => item.contributors = self.names(&field),
                Concept::Partners => item.partners = self.partners(&field),
                Concept::ElectedSponsor => sheet.elected_sponsor = self.arguments(&field, Reader::text),
                Concept::Period => sheet.period = self.field(&field, Reader::period),
                Concept::Duration => sheet.duration = self.field(&field, Reader::duration),
                Concept::DependsOn => item.depends.append(&mut self.dependencies(&field)),
                Concept::Budget => sheet.budget = Some(self.budget(&field)),
                Concept::Funding => sheet.funding = Some(self.funding(&field)),
                Concept::Milestone => {
                    let milestone = self.milestone(&field);
                    sheet.milestones.push(milestone);
                }
                Concept::Indicator => {
                    let indicator = self.indicator(&field);
                    sheet.indicators.push(indicator);
                }
                Concept::Status => sheet.status = self.choice(&field),
                Concept::Action => {
                    let action = self.goal(&field, Place::Action);
                    item.actions.push(action);
                }
                _ => {}
            }
        }
        if let (Field::Given(period), Field::Given(duration)) = (&item.sheet.period, &item.sheet.duration) {
            self.diagnostics.push(
                Diagnostic::new(
                    &codes::GIVEN_TWICE,
                    duration.span,
                    say!("Les dates sont données deux fois : par une période et par une durée."; "The dates are given twice: by a period and by a duration."),
                    say!("Gardez la période, ou la durée pour un placement automatique."; "Keep the period, or the duration to have it placed."),
                )
                .label(period.span(), say!("la période"; "the period")),
            );
        }
        item
    }

    fn names(&mut self, statement: &Statement<'a>) -> Vec<Name> {
        let mut names = Vec::new();
        self.arguments(statement, |reader| {
            loop {
                names.push(reader.name()?);
                if reader.take(PartKind::Comma).is_none() || reader.peek().is_none() {
                    return Some(());
                }
            }
        });
        names
    }

    fn partners(&mut self, statement: &Statement<'a>) -> Vec<PartnerItem> {
        let mut partners = Vec::new();
        self.arguments(statement, |reader| {
            loop {
                partners.push(match reader.take(PartKind::Text) {
                    Some(part) => PartnerItem::Text(reader.text_of(part)),
                    None => PartnerItem::Name(reader.name()?),
                });
                if reader.take(PartKind::Comma).is_none() || reader.peek().is_none() {
                    return Some(());
                }
            }
        });
        partners
    }

    fn dependencies(&mut self, statement: &Statement<'a>) -> Vec<DependItem> {
        let mut depends = Vec::new();
        self.arguments(statement, |reader| {
            loop {
                let on = reader.name()?;
                let anchor = match reader.take_word(&[Word::Start, Word::End]) {
                    Some(Word::Start) => Anchor::Start,
                    _ => Anchor::End,
                };
                let delay = match reader.take(PartKind::Plus) {
                    Some(_) => Some(reader.duration()?.value),
                    None => None,
                };
                depends.push(DependItem { on, anchor, delay });
                if reader.take(PartKind::Comma).is_none() || reader.peek().is_none() {
                    return Some(());
                }
            }
        });
        depends
    }

    fn milestone(&mut self, statement: &Statement<'a>) -> Milestone {
        let node = self.tree.node(statement.node);
        let span = self.span(node.start, node.end);
        let mut header = Header { span, whole: span, name: None, title: None, doc: self.doc(statement.node) };
        let on = self.field(statement, |reader| {
            if reader.next_is(PartKind::Word) {
                header.name = reader.name();
            }
            header.title = Some(reader.text()?);
            if reader.take_word(&[Word::On]).is_none() {
                reader.missing(say!("`au` et une date (`au 2027-12`)"; "`on` and a date (`on 2027-12`)"));
                return None;
            }
            reader.date()
        });
        Milestone { header, on }
    }

    fn indicator(&mut self, statement: &Statement<'a>) -> Indicator {
        let mut item = Indicator {
            header: self.header(statement, true),
            baseline: Field::Absent,
            target: Field::Absent,
            measured: Vec::new(),
            unit: None,
            source: None,
            frequency: None,
        };
        for field in self.fields(statement, Place::Indicator) {
            match field.row.concept {
                Concept::Baseline => item.baseline = self.field(&field, reading),
                Concept::Target => item.target = self.field(&field, reading),
                Concept::Measured => item.measured.extend(self.arguments(&field, reading)),
                Concept::Unit => item.unit = self.arguments(&field, Reader::text),
                Concept::DataSource => item.source = self.arguments(&field, Reader::text),
                Concept::Frequency => item.frequency = self.arguments(&field, Reader::text),
                _ => {}
            }
        }
        item
    }

    // --- money ------------------------------------------------------------------------------------------------------

    fn budget(&mut self, statement: &Statement<'a>) -> Budget {
        let mut budget = Budget { span: self.keyword(statement), amounts: Vec::new(), damaged: self.tree.node(statement.node).damaged };
        self.arguments(statement, |_| Some(()));
        let children = self.children(statement).len();
        let fields = self.fields(statement, Place::Amounts);
        budget.damaged |= fields.len() < children;
        for field in &fields {
            let section = if field.row.concept == Concept::Investment { Section::Investment } else { Section::Operating };
            let complete = self.arguments(field, |reader| year_amounts(reader, section, &mut budget.amounts));
            budget.damaged |= complete.is_none();
        }
        self.years_twice(&mut budget);
        budget
    }

    fn years_twice(&mut self, budget: &mut Budget) {
        let mut kept: Vec<Amount> = Vec::with_capacity(budget.amounts.len());
        for amount in std::mem::take(&mut budget.amounts) {
            match kept.iter().find(|other| other.year == amount.year && other.section == amount.section) {
                None => kept.push(amount),
                Some(first) => {
                    let (year, section) = (amount.year, amount.section);
                    budget.damaged = true;
                    self.diagnostics.push(
                        Diagnostic::new(
                            &codes::YEAR_TWICE,
                            amount.span,
                            say!("{} : l'année {year} reçoit deux montants.", section.show(Lang::Fr); "{}: the year {year} has two amounts.", section.show(Lang::En)),
                            say!("Gardez-en un, ou écrivez leur somme."; "Keep one, or write their sum."),
                        )
                        .here(say!("le second"; "the second"))
                        .label(first.span, say!("le premier"; "the first")),
                    );
                }
            }
        }
        budget.amounts = kept;
    }

    fn funding(&mut self, statement: &Statement<'a>) -> Funding {
        let mut funding = Funding { span: self.keyword(statement), lines: Vec::new(), damaged: self.tree.node(statement.node).damaged };
        self.arguments(statement, |_| Some(()));
        for node in self.children(statement) {
            let parts = self.tree.parts(node);
            match parts.first() {
                Some(part) if part.kind == PartKind::Text => {
                    // A funder is the keyword of its own line.
                    let line = Statement { node, row: statement.row, parts, words: 0, sound: true, block: true };
                    match self.funding_line(&line) {
                        Some(line) => funding.lines.push(line),
                        None => funding.damaged = true,
                    }
                }
                _ => {
                    funding.damaged = true;
                    self.statement(node, parts, Place::Funding, true);
                }
            }
        }
        funding
    }

    fn funding_line(&mut self, statement: &Statement<'a>) -> Option<FundingLine> {
        let quiet = self.tree.node(statement.node).damaged;
        let parts = self.tree.parts(statement.node);
        let first = self.span(parts[0].start, parts[0].end);
        let mut reader = Reader {
            text: self.text,
            source: self.source,
            row: statement.row,
            keyword: first,
            parts,
            at: 0,
            quiet,
            diagnostics: Vec::new(),
        };
        let line = funding_line(&mut reader);
        self.diagnostics.append(&mut reader.diagnostics);
        line
    }
}

/// `"DSIL" 60 k€ secured`.
fn funding_line(reader: &mut Reader<'_>) -> Option<FundingLine> {
    let source = reader.text()?;
    let share = share(reader)?;
    let status = reader.take_word(&[Word::Secured, Word::Sought]);
    Some(FundingLine { source, share, status })
}

/// `60 k€`, `40 %`, `40 % of investment`.
fn share(reader: &mut Reader<'_>) -> Option<Spanned<Share>> {
    let percent = reader.peek().filter(|part| part.kind == PartKind::Literal).and_then(|part| {
        let (value, rest) = super::literal::number(reader.written(part)).ok()?;
        (rest == "%").then(|| (value, reader.span(part)))
    });
    let Some((value, span)) = percent else {
        return reader.money().map(|money| money.map(Share::Money));
    };
    reader.at += 1;
    let mut section = None;
    if reader.take_word(&[Word::Of]).is_some() {
        reader.take_word(&[Word::The]);
        section = match reader.take_word(&[Word::Investment, Word::Operating, Word::Total]) {
            Some(Word::Investment) => Some(Section::Investment),
            Some(Word::Operating) => Some(Section::Operating),
            Some(_) => None,
            None => {
                reader.missing(say!("`investissement`, `fonctionnement` ou `total`"; "`investment`, `operating` or `total`"));
                return None;
            }
        };
    }
    Some(Spanned::new(Share::Percent(value, section), span))
}

/// `12 % on 2026-06`, `4 200`.
fn reading(reader: &mut Reader<'_>) -> Option<Reading> {
    let Some(part) = reader.take(PartKind::Literal) else {
        reader.missing(say!("une valeur (`12 %` ou `4 200`)"; "a value (`12 %` or `4 200`)"));
        return None;
    };
    let (span, written) = (reader.span(part), reader.written(part));
    let (value, percent) = match super::literal::number(written) {
        Ok((value, "")) => (value, false),
        Ok((value, "%")) => (value, true),
        _ => {
            reader.report(Diagnostic::new(
                &codes::NOT_A_NUMBER,
                span,
                say!("« {written} » n'est pas la valeur d'un indicateur."; "\"{written}\" is not an indicator's value."),
                say!("Écrivez un nombre ou un pourcentage ; l'unité va dans `unité \"foyers\"`."; "Write a number or a percentage; the unit goes into `unit \"households\"`."),
            ));
            reader.at = reader.parts.len();
            return None;
        }
    };
    let on = match reader.take_word(&[Word::On]) {
        Some(_) => Some(reader.date()?),
        None => None,
    };
    Some(Reading { value, percent, on, span })
}

/// `2027: 120 k€, 2028 .. 2030: 35 k€`, an amount a year.
fn year_amounts(reader: &mut Reader<'_>, section: Section, amounts: &mut Vec<Amount>) -> Option<()> {
    loop {
        let first = year(reader)?;
        let last = match reader.take(PartKind::Range) {
            Some(_) => year(reader)?,
            None => first,
        };
        if reader.take(PartKind::Colon).is_none() {
            reader.missing(say!("`:` entre l'année et le montant"; "`:` between year and amount"));
            return None;
        }
        let money = reader.money()?;
        if last.value < first.value {
            let (from, to) = (first.value, last.value);
            reader.report(Diagnostic::new(
                &codes::END_BEFORE_START,
                first.span.to(last.span),
                say!("De {from} à {to} : la fin vient avant le début."; "From {from} to {to}: the end comes before the start."),
                say!("Écrivez `{to} .. {from}`."; "Write `{to} .. {from}`."),
            ));
            return None;
        }
        for year in first.value..=last.value {
            amounts.push(Amount { section, year, money: money.value, span: first.span.to(money.span) });
        }
        if reader.take(PartKind::Comma).is_none() || reader.peek().is_none() {
            return Some(());
        }
    }
}

fn year(reader: &mut Reader<'_>) -> Option<Spanned<i16>> {
    if let Some(part) = reader.peek().filter(|part| part.kind == PartKind::Literal) {
        let (span, written) = (reader.span(part), reader.written(part));
        if let Some(refusal) = super::literal::no_year(written) {
            reader.refused(refusal, span);
            reader.at = reader.parts.len();
            return None;
        }
    }
    let (when, span) = reader.date()?;
    if when.grain == Grain::Year {
        return Some(Spanned::new(when.first.year(), span));
    }
    let (written, year) = (&reader.text[span.range()], when.first.year());
    reader.report(
        Diagnostic::new(
            &codes::NOT_A_DATE,
            span,
            say!("Un budget se donne par année, et non pour « {written} »."; "A budget goes by year, not for \"{written}\"."),
            say!("Écrivez `{year}`."; "Write `{year}`."),
        )
        .fix(say!("Écrire `{year}`"; "Write `{year}`"), span, year.to_string()),
    );
    None
}
