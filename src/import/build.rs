//! From rows to the things of a plan: levels, actions, people, and what is said of each.

use rustc_hash::{FxHashMap, FxHashSet};

use super::able::{Able, SOMEBODY, head};
use super::columns::{Becomes, Column, Table, plain};
use super::report::{Entry, Went};
use super::sheet::{Cell, Row};
use super::value;
use crate::diagnostic::{By, Lang, Say, suggest};
use crate::language::{Concept, FieldRow, Row as Known, Slot, WordRow};
use crate::say;
use crate::syntax::{Statement, quoted};
use crate::text::typography::shortened;

/// No more people and services: beyond, the column holds something else.
const MOST_PEOPLE: usize = 10_000;
/// A longer line is no title.
const LONGEST_TITLE: usize = 300;

/// A level or an action.
pub struct Thing {
    pub concept: Concept,
    pub name: String,
    pub title: String,
    pub parent: Option<u32>,
    pub children: Vec<u32>,
    pub doc: Vec<String>,
    /// What stands before it under a column's name: the column's number, and the text.
    pub texts: Vec<(Option<u16>, String)>,
    pub pieces: Vec<Piece>,
}

/// A statement of its block, and the cells that it comes from.
pub struct Piece {
    /// The English keyword of the block around it, if it stands in one.
    pub within: Option<&'static str>,
    pub statement: Statement,
    pub entries: Vec<u32>,
}

/// Somebody who can own or contribute, or what else is declared once and named: a theme.
pub struct Person {
    pub concept: Concept,
    pub name: String,
    pub title: String,
    /// The columns that name it.
    pub headers: Vec<String>,
}

#[derive(Default)]
pub struct Built {
    pub things: Vec<Thing>,
    pub people: Vec<Person>,
    pub entries: Vec<Entry>,
    /// What stands before the strategy.
    pub texts: Vec<(Option<u16>, String)>,
    pub joined: Vec<(u32, Vec<u32>)>,
    pub actions: usize,
    /// Headers that say TTC or HT of amounts that do not.
    pub taxes: Vec<String>,
    /// Rows of actions that name no level.
    pub outside: usize,
}

/// Titles of other rows that a row names.
struct Link {
    thing: u32,
    entry: u32,
    keyword: &'static str,
    english: &'static str,
    members: Vec<String>,
}

struct Builder<'a> {
    able: &'a Able,
    columns: &'a [Column],
    from_1904: bool,
    built: Built,
    names: FxHashSet<String>,
    /// How many names begin so: the next number is found at once.
    numbers: FxHashMap<String, usize>,
    people: FxHashMap<(Concept, String), usize>,
    levels: FxHashMap<(Option<u32>, String), u32>,
    /// The last action of a title in a level.
    titles: FxHashMap<(Option<u32>, String), u32>,
    unplaced: Option<u32>,
    links: Vec<Link>,
    /// Cells of the row at work: their entry, and what they hold.
    row: Vec<(u32, &'a Cell)>,
}

pub fn build(table: &Table, from_1904: bool, able: &Able) -> Built {
    let mut builder = Builder {
        able,
        columns: &table.columns,
        from_1904,
        built: Built::default(),
        names: FxHashSet::default(),
        numbers: FxHashMap::default(),
        people: FxHashMap::default(),
        levels: FxHashMap::default(),
        titles: FxHashMap::default(),
        unplaced: None,
        links: Vec::new(),
        row: Vec::new(),
    };
    builder.names.insert(SOMEBODY.to_owned());
    for row in &table.above {
        let words: Vec<String> = row.cells.iter().map(|(_, cell)| cell.shown().replace('\n', " ")).collect();
        builder.built.texts.push((None, words.join(" · ")));
        for (at, _) in &row.cells {
            builder.built.entries.push(Entry { row: row.number, column: None, at: *at as u16, thing: None, went: Went::Text, why: None });
        }
    }
    for row in &table.hints {
        for (at, _) in &row.cells {
            builder.built.entries.push(Entry { row: row.number, column: None, at: *at as u16, thing: None, went: Went::Hint, why: None });
        }
    }
    for row in &table.rows {
        builder.row(row);
    }
    builder.link();
    builder.built
}

impl<'a> Builder<'a> {
    fn row(&mut self, row: &'a Row) {
        if !row.joined.is_empty() {
            self.built.joined.push((row.number, row.joined.clone()));
        }
        self.row.clear();
        for (number, column) in self.columns.iter().enumerate() {
            let Some(cell) = row.get(column.at) else { continue };
            let entry =
                Entry { row: row.number, column: Some(number as u16), at: column.at as u16, thing: None, went: Went::Text, why: None };
            self.row.push((self.built.entries.len() as u32, cell));
            self.built.entries.push(entry);
        }
        if self.row.is_empty() {
            return;
        }
        let about = self.place();
        for (entry, _) in &self.row {
            self.built.entries[*entry as usize].thing = about;
        }
        if let Some(thing) = about {
            self.fields(thing);
        }
        // What is no field is text beside what it is about.
        for at in 0..self.row.len() {
            let (entry, cell) = self.row[at];
            let said = &self.built.entries[entry as usize];
            if matches!(said.went, Went::Text | Went::Both(_)) {
                let text = (said.column, cell.shown());
                match about {
                    Some(thing) => self.built.things[thing as usize].texts.push(text),
                    None => self.built.texts.push(text),
                }
            }
        }
    }

    fn column(&self, entry: u32) -> &'a Column {
        &self.columns[usize::from(self.built.entries[entry as usize].column.unwrap_or_default())]
    }

    fn of(&self, becomes: &Becomes) -> Vec<(u32, &'a Cell)> {
        self.row.iter().filter(|(entry, _)| self.column(*entry).becomes == *becomes).copied().collect()
    }

    fn went(&mut self, entry: u32, went: Went) {
        self.built.entries[entry as usize].went = went;
    }

    fn why(&mut self, entry: u32, why: Say) {
        self.built.entries[entry as usize].why = Some(Box::new(why));
    }

    // --- where it stands ------------------------------------------------------------------------------------------

    /// The level or the action that the row is about; none where it names neither.
    fn place(&mut self) -> Option<u32> {
        let mut container: Option<u32> = None;
        for (entry, cell) in self.of(&Becomes::Level) {
            let title = one_line(&cell.shown());
            let Some(level) = self.level(container, &title) else {
                self.why(entry, say!("Le langage n'a pas de niveau de plus à cet endroit."; "The language has no further level there."));
                continue;
            };
            container = Some(level);
            self.went(entry, Went::Level);
        }
        let (title, within) = (self.of(&Becomes::Title), self.of(&Becomes::Within));
        if title.is_empty() && within.is_empty() {
            // What a row without a title says is said of its level.
            let level = container.map(|level| self.built.things[level as usize].title.clone());
            let says = |(entry, _): &&(u32, &Cell)| !matches!(self.column(*entry).becomes, Becomes::Level | Becomes::Nothing);
            if let (Some(level), Some((entry, _))) = (level, self.row.iter().find(says).copied()) {
                self.why(entry, say!("Cette ligne n'a pas de titre d'action : ce qu'elle dit va à « {level} »."; "This row has no action's title: what it says goes to \"{level}\".", level));
            }
            return container;
        }
        if let Some((entry, cell)) = title.first().copied()
            && within.is_empty()
            && value::is_total(&cell.shown())
        {
            self.why(entry, say!("Une ligne de total n'est pas une action : le plan fait ses sommes."; "A row of totals is no action: the plan makes its own sums."));
            return None;
        }
        self.built.actions += 1;
        let titled = title.first().map(|(entry, cell)| (*entry, one_line(&cell.shown())));
        let Some((entry, cell)) = within.first().copied() else {
            let (entry, title) = titled?;
            self.went(entry, Went::Title);
            let thing = self.action(container, &title);
            return Some(thing);
        };
        // An action within another: under it where the language has it so, beside it otherwise.
        let inner = one_line(&cell.shown());
        self.went(entry, Went::Title);
        let Some((outer_entry, outer)) = titled else { return Some(self.action(container, &inner)) };
        let known = self.titles.get(&(container, plain(&outer))).copied();
        let outer_thing = match known {
            Some(thing) => thing,
            None => {
                self.built.actions += 1;
                self.action(container, &outer)
            }
        };
        if self.able.holds(Some(self.built.things[outer_thing as usize].concept), Concept::Action) {
            self.went(outer_entry, Went::Level);
            return Some(self.add(Concept::Action, &inner, Some(outer_thing)));
        }
        self.why(outer_entry, say!("Le langage n'a pas d'action dans une action : celle-ci est à côté."; "The language has no action within an action: this one stands beside it."));
        let container = self.built.things[outer_thing as usize].parent;
        let concept = self.built.things[outer_thing as usize].concept;
        Some(self.add(concept, &inner, container))
    }

    /// An axis, or what stands for one in an axis; none where nothing may.
    fn level(&mut self, container: Option<u32>, title: &str) -> Option<u32> {
        let key = (container, plain(title));
        if let Some(known) = self.levels.get(&key) {
            return Some(*known);
        }
        let place = container.map(|thing| self.built.things[thing as usize].concept);
        let concept = [Concept::Axis, Concept::Goal].into_iter().find(|concept| {
            self.able.holds(place, *concept)
                && self.able.holds(Some(*concept), if *concept == Concept::Axis { Concept::Goal } else { Concept::Action })
        })?;
        let thing = self.add(concept, title, container);
        self.levels.insert(key, thing);
        Some(thing)
    }

    fn action(&mut self, container: Option<u32>, title: &str) -> u32 {
        let place = container.map(|thing| self.built.things[thing as usize].concept);
        let concept = [Concept::Action, Concept::Goal].into_iter().find(|concept| self.able.holds(place, *concept));
        let (concept, parent) = match concept {
            Some(concept) => (concept, container),
            None => {
                let axis = self.unplaced();
                let concept = if self.able.holds(Some(Concept::Axis), Concept::Action) { Concept::Action } else { Concept::Goal };
                (concept, Some(axis))
            }
        };
        if container.is_none() {
            self.built.outside += 1;
        }
        let thing = self.add(concept, title, parent);
        self.titles.insert((container, plain(title)), thing);
        thing
    }

    /// The axis of the actions that name none, where the language wants one.
    fn unplaced(&mut self) -> u32 {
        if let Some(axis) = self.unplaced {
            return axis;
        }
        let axis = self.add(Concept::Axis, self.able.lang.of("Actions sans axe", "Actions without an axis"), None);
        self.unplaced = Some(axis);
        axis
    }

    fn add(&mut self, concept: Concept, title: &str, parent: Option<u32>) -> u32 {
        let name = self.name(title, concept.row().spelling(self.able.lang));
        let at = self.built.things.len() as u32;
        let thing = Thing {
            concept,
            name,
            title: title.to_owned(),
            parent,
            children: Vec::new(),
            doc: Vec::new(),
            texts: Vec::new(),
            pieces: Vec::new(),
        };
        self.built.things.push(thing);
        if let Some(parent) = parent {
            self.built.things[parent as usize].children.push(at);
        }
        at
    }

    /// A name that nothing else has, in any case of letters.
    fn name(&mut self, title: &str, kind: &str) -> String {
        let slug = slug(title, kind);
        let folded = slug.to_lowercase();
        if self.names.insert(folded.clone()) {
            return slug;
        }
        let number = self.numbers.entry(folded).or_insert(1);
        loop {
            *number += 1;
            let name = format!("{slug}-{number}");
            if self.names.insert(name.to_lowercase()) {
                return name;
            }
        }
    }

    // --- what is said of it -----------------------------------------------------------------------------------------

    fn fields(&mut self, thing: u32) {
        self.owners(thing);
        self.period(thing);
        self.funders(thing);
        for at in 0..self.row.len() {
            let (entry, cell) = self.row[at];
            match self.column(entry).becomes.clone() {
                Becomes::Description => {
                    self.built.things[thing as usize].doc.push(cell.shown());
                    self.went(entry, Went::Description);
                }
                Becomes::Nothing => self.went(entry, Went::Nothing),
                Becomes::Total => self.total(thing, entry, cell),
                Becomes::Field("owner") => {}
                Becomes::Field("continuous") if self.able.row(self.place_of(thing), "continuous").is_none() => {
                    self.continuous(thing, entry, cell)
                }
                Becomes::Field(english) => self.field(thing, entry, cell, english),
                Becomes::Level
                | Becomes::Title
                | Becomes::Within
                | Becomes::Start
                | Becomes::End
                | Becomes::Funder
                | Becomes::Amount
                | Becomes::Text => {}
            }
        }
    }

    fn place_of(&self, thing: u32) -> Option<Concept> {
        Some(self.built.things[thing as usize].concept)
    }

    fn piece(&mut self, thing: u32, within: Option<&'static str>, words: String, entries: &[u32]) {
        let piece = Piece { within, statement: Statement::new(words), entries: entries.to_vec() };
        self.built.things[thing as usize].pieces.push(piece);
    }

    /// Would the language take it there?
    fn takes(&self, thing: u32, within: Option<&'static str>, words: &str) -> bool {
        let concept = self.built.things[thing as usize].concept;
        let statement = Statement::new(words);
        match within {
            None => self.able.takes(concept, &statement),
            Some(within) => self
                .able
                .keyword(Some(concept), within)
                .is_some_and(|keyword| self.able.takes(concept, &Statement::new(keyword).with(vec![statement]))),
        }
    }

    /// One owner: a service before a structure before a person. The others of the pilot columns take part.
    fn owners(&mut self, thing: u32) {
        let rank = |header: &str| {
            let header = plain(header);
            if header.contains("service") || header.contains("direction") {
                0
            } else if header.contains("structure") {
                1
            } else {
                2
            }
        };
        let mut cells = self.of(&Becomes::Field("owner"));
        cells.sort_by_key(|(entry, _)| rank(&self.column(*entry).header));
        let place = self.place_of(thing);
        let (owner, contributors) = (self.able.keyword(place, "owner"), self.able.keyword(place, "contributors"));
        let mut seen: Vec<usize> = Vec::new();
        let mut others: Vec<(u32, usize)> = Vec::new();
        let mut unknown: Option<u32> = None;
        for (entry, cell) in cells {
            let Cell::Text(text) = cell else { continue };
            let Some(owner) = owner.filter(|owner| self.takes(thing, None, &format!("{owner} {SOMEBODY}"))) else { continue };
            let members: Vec<String> = value::members(text).iter().flat_map(|member| value::each_acronym(member)).collect();
            for (at, member) in members.iter().enumerate() {
                if let Some(nothing) = value::nothing(member) {
                    unknown = unknown.or(Some(entry).filter(|_| nothing == value::Nothing::Unknown));
                    continue;
                }
                let Some(person) = self.person(Concept::Owner, member, &self.column(entry).header) else {
                    self.why(entry, say!("Plus de {most} pilotes différents : ceux-ci restent du texte."; "More than {most} different owners: these stay text.", most = MOST_PEOPLE));
                    self.went(entry, Went::Text);
                    break;
                };
                if seen.contains(&person) {
                    if at == 0 {
                        self.went(entry, Went::Field(if seen[0] == person { "owner" } else { "contributors" }));
                    }
                    continue;
                }
                seen.push(person);
                if seen.len() == 1 {
                    let name = self.built.people[person].name.clone();
                    self.piece(thing, None, format!("{owner} {name}"), &[entry]);
                    self.went(entry, Went::Field("owner"));
                } else {
                    others.push((entry, person));
                }
            }
        }
        // Nobody yet: a hole that the plan marks.
        if let (Some(entry), Some(owner), true) = (unknown, owner, seen.is_empty()) {
            let words = format!("{owner} {}", self.able.lang.of("à définir", "to be defined"));
            if self.takes(thing, None, &words) {
                self.piece(thing, None, words, &[entry]);
                self.went(entry, Went::Field("owner"));
            }
        }
        let Some(contributors) = contributors.filter(|keyword| self.takes(thing, None, &format!("{keyword} {SOMEBODY}"))) else {
            for (entry, _) in others {
                let went = if self.built.entries[entry as usize].went == Went::Text { Went::Text } else { Went::Both("owner") };
                self.went(entry, went);
            }
            return;
        };
        if !others.is_empty() {
            let names: Vec<&str> = others.iter().map(|(_, person)| self.built.people[*person].name.as_str()).collect();
            let words = format!("{contributors} {}", names.join(", "));
            let mut entries: Vec<u32> = others.iter().map(|(entry, _)| *entry).collect();
            entries.dedup();
            self.piece(thing, None, words, &entries);
            for entry in entries {
                if self.built.entries[entry as usize].went == Went::Text && self.built.entries[entry as usize].why.is_none() {
                    self.went(entry, Went::Field("contributors"));
                }
            }
        }
    }

    /// The one who is called so, declared once however often it is named.
    fn person(&mut self, concept: Concept, called: &str, header: &str) -> Option<usize> {
        let key = (concept, plain(called));
        if key.1.is_empty() {
            return None;
        }
        if let Some(known) = self.people.get(&key).copied() {
            let headers = &mut self.built.people[known].headers;
            if !headers.iter().any(|known| known == header) {
                headers.push(header.to_owned());
            }
            return Some(known);
        }
        if self.built.people.len() >= MOST_PEOPLE {
            return None;
        }
        // An acronym stays as it is.
        let acronym = (2..=8).contains(&called.len())
            && called.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
            && called.starts_with(|c: char| c.is_ascii_uppercase());
        let name = if acronym && self.names.insert(called.to_lowercase()) {
            called.to_owned()
        } else {
            self.name(called, concept.row().spelling(self.able.lang))
        };
        self.built.people.push(Person { concept, name, title: called.to_owned(), headers: vec![header.to_owned()] });
        self.people.insert(key, self.built.people.len() - 1);
        Some(self.built.people.len() - 1)
    }

    fn period(&mut self, thing: u32) {
        let (starts, ends) = (self.of(&Becomes::Start), self.of(&Becomes::End));
        let Some(keyword) = self.able.keyword(self.place_of(thing), "period") else { return };
        let mut read = |cells: &[(u32, &Cell)]| {
            let (entry, cell) = *cells.first()?;
            let moment = value::moment(cell, self.from_1904);
            if moment.is_none() {
                let shown = shortened(&cell.shown());
                self.why(entry, say!("« {shown} » n'est pas une date."; "\"{shown}\" is no date.", shown));
            }
            Some((entry, moment?))
        };
        let (start, end) = (read(&starts), read(&ends));
        match (start, end) {
            (Some((from, start)), Some((to, end))) if end.last < start.first => {
                for entry in [from, to] {
                    self.why(entry, say!("La fin vient avant le début."; "The end comes before the start."));
                }
            }
            (Some((from, start)), Some((to, end))) => {
                self.piece(thing, None, format!("{keyword} {} .. {}", start.written, end.written), &[from, to]);
                self.went(from, Went::Field("period"));
                self.went(to, Went::Field("period"));
            }
            // An end that is there and not read is no open end.
            (Some((entry, _)), None) if !ends.is_empty() => {
                self.why(entry, say!("La fin n'est pas lue : la période reste du texte."; "The end is not read: the period stays text."))
            }
            (None, Some((entry, _))) if !starts.is_empty() => {
                self.why(entry, say!("Le début n'est pas lu : la période reste du texte."; "The start is not read: the period stays text."))
            }
            (Some((from, start)), None) if self.takes(thing, None, &format!("{keyword} 2027 ..")) => {
                self.piece(thing, None, format!("{keyword} {} ..", start.written), &[from]);
                self.went(from, Went::Field("period"));
            }
            (None, Some((to, end))) if self.takes(thing, None, &format!("{keyword} .. 2027")) => {
                self.piece(thing, None, format!("{keyword} .. {}", end.written), &[to]);
                self.went(to, Went::Field("period"));
            }
            (Some((entry, _)), None) => self.why(
                entry,
                say!("Une période a un début et une fin ; la fin manque."; "A period has a start and an end; the end is missing."),
            ),
            (None, Some((entry, _))) => self.why(
                entry,
                say!("Une période a un début et une fin ; le début manque."; "A period has a start and an end; the start is missing."),
            ),
            (None, None) => {}
        }
    }

    /// `continuous` as a period, where the row has no other.
    fn continuous(&mut self, thing: u32, entry: u32, cell: &Cell) {
        if value::truth(cell) != Some(true) || self.built.things[thing as usize].pieces.iter().any(|piece| self.is_period(piece)) {
            return;
        }
        let Some(keyword) = self.able.keyword(self.place_of(thing), "period") else { return };
        let word = ["continu", "continuous"].map(|word| format!("{keyword} {word}"));
        if let Some(words) = word.into_iter().find(|words| self.takes(thing, None, words)) {
            self.piece(thing, None, words, &[entry]);
            self.went(entry, Went::Field("period"));
        }
    }

    fn is_period(&self, piece: &Piece) -> bool {
        piece.entries.iter().any(|entry| self.built.entries[*entry as usize].went == Went::Field("period"))
    }

    /// Each funder with the amount of the column behind it.
    fn funders(&mut self, thing: u32) {
        let mut funder: Option<(u32, String)> = None;
        for at in 0..self.row.len() {
            let (entry, cell) = self.row[at];
            let becomes = &self.column(entry).becomes;
            if *becomes == Becomes::Amount {
                self.funding(thing, funder.take(), entry, cell);
            } else if *becomes == Becomes::Funder
                && let Some((last, _)) = funder.replace((entry, one_line(&cell.shown())))
            {
                self.why(last, say!("Ce financeur n'a pas de montant."; "This funder has no amount."));
            }
        }
        if let Some((last, _)) = funder {
            self.why(last, say!("Ce financeur n'a pas de montant."; "This funder has no amount."));
        }
    }

    fn funding(&mut self, thing: u32, funder: Option<(u32, String)>, entry: u32, cell: &Cell) {
        // The funder stands in the column before, or the amount is of nobody.
        let number = |entry: u32| self.built.entries[entry as usize].column.unwrap_or_default();
        let Some((who, title)) = funder.filter(|(who, _)| number(*who) + 1 == number(entry)) else {
            self.why(entry, say!("Ce montant n'a pas de financeur."; "This amount has no funder."));
            return;
        };
        let Some(amount) = self.amount(entry, cell) else { return };
        let Some(words) = self.taxed(thing, Some("funding"), &format!("{} ", quoted(&title)), "\"x\" ", &amount, entry, cell) else {
            return;
        };
        self.piece(thing, Some("funding"), words, &[who, entry]);
        self.went(who, Went::Field("funding"));
        self.went(entry, Went::Field("funding"));
    }

    /// As the language writes it; or why it is none.
    fn amount(&mut self, entry: u32, cell: &Cell) -> Option<String> {
        let amount = value::amount(cell, &self.column(entry).header, self.able.lang);
        if amount.is_none() {
            let shown = shortened(&cell.shown());
            self.why(
                entry,
                match cell {
                    Cell::Formula(_) => say!("« {shown} » est une formule dont le classeur ne garde pas le résultat : ouvrez-le dans un tableur et enregistrez-le."; "\"{shown}\" is a formula whose result the workbook does not keep: open it in a spreadsheet and save it.", shown),
                    _ => say!("« {shown} » n'est pas un montant."; "\"{shown}\" is no amount.", shown),
                },
            );
        }
        amount
    }

    fn total(&mut self, thing: u32, entry: u32, cell: &Cell) {
        let Some(amount) = self.amount(entry, cell) else { return };
        let places = [(Some("budget"), Some(Concept::Budget)), (None, self.place_of(thing))];
        for (within, place) in places {
            let Some(keyword) = self.able.keyword(place, "total") else { continue };
            let before = format!("{keyword} ");
            if let Some(words) = self.taxed(thing, within, &before, &before, &amount, entry, cell) {
                self.piece(thing, within, words, &[entry]);
                self.went(entry, Went::Field("total"));
                return;
            }
        }
    }

    /// An amount behind its words, with TTC or HT where the header or the cell says it and the language takes it.
    #[expect(clippy::too_many_arguments, reason = "the words that are written, and those that are tried for them")]
    fn taxed(
        &mut self,
        thing: u32,
        within: Option<&'static str>,
        before: &str,
        tried: &str,
        amount: &str,
        entry: u32,
        cell: &Cell,
    ) -> Option<String> {
        let header = self.column(entry).header.clone();
        let tax = value::tax(&cell.shown()).or_else(|| value::tax(&header));
        if let Some(tax) = tax.filter(|tax| self.takes(thing, within, &format!("{tried}1 € {tax}"))) {
            return Some(format!("{before}{amount} {tax}"));
        }
        if !self.takes(thing, within, &format!("{tried}1 €")) {
            return None;
        }
        if let Some(tax) = value::tax(&cell.shown()).filter(|tax| value::tax(&header) != Some(tax)) {
            // It would be lost with the field.
            self.why(entry, say!("Le langage ne dit pas {tax} d'un montant, et l'en-tête ne le dit pas."; "The language does not say {tax} of an amount, and the header does not say it.", tax));
            return None;
        }
        if tax.is_some() && !self.built.taxes.contains(&header) {
            self.built.taxes.push(header);
        }
        Some(format!("{before}{amount}"))
    }

    /// A field of any name, in the first form that the language takes.
    fn field(&mut self, thing: u32, entry: u32, cell: &Cell, english: &'static str) {
        let place = self.place_of(thing);
        let row = match self.able.row(place, english) {
            Some(Known::Concept(row)) => {
                if row.title == Slot::None
                    && let Some((_, field)) = row.fields_in(true).next().filter(|(_, field)| !field.words().is_empty())
                {
                    if let Some(words) = self.word(thing, entry, cell, field, row.spelling(self.able.lang)) {
                        self.piece(thing, None, words, &[entry]);
                        self.went(entry, Went::Field(english));
                    }
                    return;
                }
                // Several of it, each with a title.
                if row.title == Slot::None || row.name == Slot::Due || matches!(row.concept, Concept::Goal | Concept::Action) {
                    return;
                }
                let titles: Vec<String> = value::lines(&cell.shown()).into_iter().filter(|title| value::nothing(title).is_none()).collect();
                if titles.is_empty() {
                    return;
                }
                let long = titles.iter().any(|title| title.chars().count() > LONGEST_TITLE);
                let of = |title: &str| format!("{} {}", row.spelling(self.able.lang), quoted(title));
                if matches!(cell, Cell::Text(_)) && !long && (titles.len() == 1 || row.repeats) && self.takes(thing, None, &of("x")) {
                    for title in &titles {
                        self.piece(thing, None, of(title), &[entry]);
                    }
                    self.went(entry, Went::Field(english));
                }
                return;
            }
            Some(row @ Known::Field(..)) => row,
            None => return,
        };
        let (Some(field), keyword) = (row.field(), row.spelling(self.able.lang)) else { return };
        if let Some(words) = self.written(thing, entry, cell, field, keyword, english) {
            self.piece(thing, None, words, &[entry]);
            if self.built.entries[entry as usize].went == Went::Text {
                self.went(entry, Went::Field(english));
            }
        }
    }

    fn written(
        &mut self,
        thing: u32,
        entry: u32,
        cell: &Cell,
        field: &'static FieldRow,
        keyword: &'static str,
        english: &'static str,
    ) -> Option<String> {
        let takes = |form: &str| self.takes(thing, None, format!("{keyword} {form}").trim_end());
        let shown = cell.shown();
        if !field.words().is_empty() {
            return self.word(thing, entry, cell, field, keyword);
        }
        let text = matches!(cell, Cell::Text(_));
        if text && field.names.iter().any(|concept| matches!(concept, Concept::Goal | Concept::Action)) {
            self.links.push(Link { thing, entry, keyword, english, members: value::lines(&shown) });
            return None;
        }
        // What the field names is declared once, somebody outside as such; otherwise a text says it.
        let named = if english == "partners" { [Concept::Partner, Concept::Owner] } else { [Concept::Owner, Concept::Partner] };
        let named = named.into_iter().filter(|concept| field.names.contains(concept)).chain(field.names.iter().copied());
        let named = named.filter(|concept| self.able.declares(*concept)).find(|concept| {
            let place = self.built.things[thing as usize].concept;
            self.able.takes_naming(*concept, place, &Statement::new(format!("{keyword} {SOMEBODY}")))
        });
        if text && let Some(concept) = named {
            let header = self.column(entry).header.clone();
            let mut names: Vec<String> = Vec::new();
            for member in value::members(&shown).into_iter().filter(|member| value::nothing(member).is_none()) {
                let person = self.person(concept, &member, &header)?;
                let name = self.built.people[person].name.clone();
                if !names.contains(&name) {
                    names.push(name);
                }
            }
            return (!names.is_empty()).then(|| format!("{keyword} {}", names.join(", ")));
        }
        if text && takes("\"a\", \"b\"") {
            let members = value::members(&shown).into_iter().filter(|member| value::nothing(member).is_none());
            let written: Vec<String> = members.map(|member| quoted(&member)).collect();
            return (!written.is_empty()).then(|| format!("{keyword} {}", written.join(", ")));
        }
        if text && value::nothing(&shown).is_some() {
            return None;
        }
        if text && takes("\"a\"") {
            return Some(format!("{keyword} {}", quoted(&value::lines(&shown).join(", "))));
        }
        let answers = self.able.lang.of(["oui", "non"], ["yes", "no"]);
        if takes(answers[0]) && takes(answers[1]) {
            return value::truth(cell).map(|truth| format!("{keyword} {}", answers[usize::from(!truth)]));
        }
        if takes("") {
            return value::truth(cell).filter(|truth| *truth).map(|_| keyword.to_owned());
        }
        if takes("2027-01-02")
            && let Some(moment) = value::moment(cell, self.from_1904)
        {
            return Some(format!("{keyword} {}", moment.written));
        }
        if takes("1 €")
            && let Some(amount) = value::amount(cell, &self.column(entry).header, self.able.lang)
        {
            return Some(format!("{keyword} {amount}"));
        }
        let whole = matches!(cell, Cell::Number(number) if number.fract() == 0.0 && (0.0..1e12).contains(number));
        (whole && takes("12")).then(|| format!("{keyword} {shown}"))
    }

    /// One word of a list.
    fn word(&mut self, thing: u32, entry: u32, cell: &Cell, field: &'static FieldRow, keyword: &'static str) -> Option<String> {
        let shown = cell.shown();
        let word = value::word(&shown, field.words(), self.able.lang);
        if word.is_none() {
            let list = words_of(field.words());
            let said = shortened(&shown);
            self.why(entry, say!("« {said} » n'est pas un mot de `{keyword}` : {list}."; "\"{said}\" is no word of `{keyword}`: {list}.", said, keyword, list));
        }
        Some(format!("{keyword} {}", word?)).filter(|words| self.takes(thing, None, words))
    }

    /// Titles that are those of one other row each become names.
    fn link(&mut self) {
        let mut known: FxHashMap<String, Option<u32>> = FxHashMap::default();
        for (at, thing) in self.built.things.iter().enumerate().filter(|(_, thing)| thing.concept != Concept::Axis) {
            known.entry(plain(&thing.title)).and_modify(|only| *only = None).or_insert(Some(at as u32));
        }
        for Link { thing, entry, keyword, english, members } in std::mem::take(&mut self.links) {
            let found: Vec<Option<u32>> =
                members.iter().map(|member| known.get(&plain(member)).copied().flatten().filter(|other| *other != thing)).collect();
            let mut names: Vec<String> = found.iter().flatten().map(|other| self.path(*other)).collect();
            names.sort_unstable();
            names.dedup();
            if let Some(missing) = found.iter().position(Option::is_none) {
                let title = shortened(&members[missing]);
                self.why(entry, say!("« {title} » n'est pas le titre d'une seule autre action de la feuille."; "\"{title}\" is not the title of one other action of the sheet.", title));
            }
            if names.is_empty() {
                continue;
            }
            let whole = found.iter().all(Option::is_some);
            self.piece(thing, None, format!("{keyword} {}", names.join(", ")), &[entry]);
            self.went(entry, if whole { Went::Field(english) } else { Went::Both(english) });
            if whole {
                // It was put down as text when its row was read.
                let column = self.built.entries[entry as usize].column;
                self.built.things[thing as usize].texts.retain(|(known, _)| *known != column);
            }
        }
    }

    /// The name by which the rest of the plan means it.
    fn path(&self, thing: u32) -> String {
        let Thing { concept, name, parent, .. } = &self.built.things[thing as usize];
        match parent {
            Some(parent) if concept.row().local => format!("{}.{name}", self.path(*parent)),
            _ => name.clone(),
        }
    }
}

impl Thing {
    pub fn head(&self, lang: Lang) -> String {
        head(self.concept, &self.name, &self.title, lang)
    }
}

fn words_of(words: &'static [WordRow]) -> By<impl Fn(Lang) -> String + Clone + Send + Sync> {
    By(move |lang: Lang| words.iter().map(|word| word.spelling(lang)).collect::<Vec<_>>().join(", "))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A short word made from a title: `1.1. Améliorer la qualité de l'air` → `ameliorer-qualite-air`.
fn slug(title: &str, kind: &str) -> String {
    const MOST_WORDS: usize = 5;
    const LONGEST: usize = 40;
    const SMALL: [&str; 12] = ["les", "des", "aux", "une", "pour", "sur", "dans", "par", "avec", "the", "and", "for"];
    let folded = suggest::fold(title);
    let words: Vec<&str> = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    // Words with a number (`Axe 1`) keep it; a number alone at the beginning is a numbering.
    let meant = |word: &&&str| word.bytes().all(|byte| byte.is_ascii_digit()) || (word.len() > 2 && !SMALL.contains(*word));
    let numbering = |word: &&&str| word.starts_with(|c: char| c.is_ascii_digit());
    let large: Vec<&&str> = words.iter().filter(meant).skip_while(numbering).take(MOST_WORDS).collect();
    let chosen = if large.is_empty() { words.iter().skip_while(numbering).take(MOST_WORDS).collect() } else { large };
    let mut slug = String::new();
    for word in chosen {
        if !slug.is_empty() && slug.len() + word.len() >= LONGEST {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(word.get(..LONGEST).unwrap_or(word));
    }
    if slug.is_empty() { suggest::fold(kind).replace(' ', "-") } else { slug }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_made_from_titles() {
        for (title, name) in [
            ("1.1. Améliorer la qualité de l'air pour tous", "ameliorer-qualite-air-tous"),
            ("Axe 1. COORDINATION DU CLS", "axe-1-coordination-cls"),
            ("2027", "action"),
            ("A", "a"),
            ("行动", "action"),
            ("Œuvrer", "oeuvrer"),
        ] {
            assert_eq!(slug(title, "action"), name);
        }
        assert!(slug(&"x".repeat(1000), "action").len() <= 40);
    }
}
