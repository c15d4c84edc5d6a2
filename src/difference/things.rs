//! What changed of each thing.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value as Json;

use super::pairs::Pairs;
use crate::budget::{own_amounts, own_lumps};
use crate::diagnostic::Lang;
use crate::language::concepts::money::line;
use crate::language::concepts::sheet;
use crate::language::{Concept, Slot, Type};
use crate::plan::{Entity, EntityId, Grain, Money, Plan, Section, Seen, Value, When};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Added,
    Dropped,
    Renamed,
    /// It stands in something else now.
    Moved,
    /// Into several, or of several.
    Split,
    Merged,
    Retitled,
    /// Its prose.
    Reworded,
    /// Somebody else owns it.
    HandedOver,
    /// A date, or an end of a period.
    Rescheduled,
    /// An amount of a year and a section.
    Money,
    Funding,
    Target,
    Dependency,
    Status,
    Waiver,
    /// Any other value.
    Value,
}

impl Kind {
    /// For other programs.
    pub const ALL: [Kind; 17] = [
        Kind::Added,
        Kind::Dropped,
        Kind::Renamed,
        Kind::Moved,
        Kind::Split,
        Kind::Merged,
        Kind::Retitled,
        Kind::Reworded,
        Kind::HandedOver,
        Kind::Rescheduled,
        Kind::Money,
        Kind::Funding,
        Kind::Target,
        Kind::Dependency,
        Kind::Status,
        Kind::Waiver,
        Kind::Value,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Kind::Added => "added",
            Kind::Dropped => "dropped",
            Kind::Renamed => "renamed",
            Kind::Moved => "moved",
            Kind::Split => "split",
            Kind::Merged => "merged",
            Kind::Retitled => "retitled",
            Kind::Reworded => "reworded",
            Kind::HandedOver => "handed-over",
            Kind::Rescheduled => "rescheduled",
            Kind::Money => "money",
            Kind::Funding => "funding",
            Kind::Target => "target",
            Kind::Dependency => "dependency",
            Kind::Status => "status",
            Kind::Waiver => "waiver",
            Kind::Value => "value",
        }
    }
}

/// Which amount of a budget, of savings, of an envelope or a trajectory: of one year, or of several in all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stretch {
    pub first: i16,
    pub last: i16,
    pub section: Section,
}

impl Stretch {
    /// The year, where it is of one.
    pub fn year(self) -> Option<i16> {
        (self.first == self.last).then_some(self.first)
    }

    /// `fonctionnement 2027`; `fonctionnement 2027 – 2029, en tout`.
    pub fn show(self, lang: Lang) -> String {
        let Stretch { first, last, section } = self;
        let section = section.show(lang).to_lowercase();
        match self.year() {
            Some(year) => format!("{section} {year}"),
            None => format!("{section} {first} – {last}, {}", lang.of("en tout", "in all")),
        }
    }
}

/// What a change is about: the nearest thing that has a name or a title, as it is called now or, where it is gone, was called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    pub concept: Concept,
    pub path: String,
    pub title: String,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    pub kind: Kind,
    pub about: Subject,
    /// The field, by its English keyword; and as people call it.
    pub field: Option<(&'static str, String)>,
    /// Of a part that has no name: which part, in English.
    pub part: Option<String>,
    /// Empty where it was or is not said.
    pub old: String,
    pub new: String,
    /// The same as data, as the export writes it: null where it was or is not said, and of what came or went as a whole.
    pub values: [Json; 2],
    /// How many days later; less than none: earlier.
    pub days: Option<i64>,
    /// The same in months, where both are months.
    pub months: Option<i64>,
    /// Of an amount.
    pub of: Option<Stretch>,
    /// How much more.
    pub more: Option<Money>,
    /// File and line, in the new plan; of what is gone, in the old one.
    pub place: (String, u32),
}

impl Change {
    /// Which of the fields of its thing it is about: the same in both languages.
    pub fn key(&self) -> String {
        let part = self.part.as_deref();
        match (self.kind, self.of, &self.field) {
            (Kind::Retitled, ..) => labelled(TITLE.to_owned(), part),
            (Kind::Renamed, ..) => NAME.to_owned(),
            (Kind::Reworded, _, None) => labelled(TEXT.to_owned(), part),
            (_, Some(of), _) => labelled(of.show(Lang::En), part),
            // Both ends of a period are one field.
            (Kind::Rescheduled, _, Some((name @ ("start" | "end"), _))) => format!("{PERIOD} {name}"),
            (_, _, Some((name, _))) => labelled((*name).to_owned(), part),
            (_, _, None) => String::new(),
        }
    }
}

impl Change {
    /// From one date to another: `end` counts from the last day of each.
    fn slips(&mut self, before: Option<When>, after: Option<When>, end: bool) {
        self.values = [before, after].map(|when| when.map_or(Json::Null, |when| when.json()));
        let both = before.zip(after);
        self.days = both.map(|(before, after)| apart(before, after, end));
        self.months = both.and_then(|(before, after)| months(before, after));
    }
}

const TITLE: &str = "title";
const NAME: &str = "name";
const TEXT: &str = "text";
const PERIOD: &str = "period";

/// Something that a thing says, itself or by a part that has no name.
pub struct Row {
    /// Of each change of it.
    pub key: String,
    pub label: String,
    pub value: String,
    /// What says it.
    pub of: EntityId,
}

/// What a thing says. Those of its parts that have no name too.
pub fn rows(entity: Entity<'_>, lang: Lang) -> Vec<Row> {
    let own = |key: &str, label: &str, value: String| Row { key: key.to_owned(), label: label.to_owned(), value, of: entity.id };
    let mut out: Vec<Row> = Vec::new();
    out.extend(entity.name().map(|name| own(NAME, lang.of("nom", "name"), name.to_owned())));
    out.extend(entity.title().is().map(|title| own(TITLE, lang.of("titre", "title"), title.into_owned())));
    out.extend(entity.doc().map(|text| own(TEXT, lang.of("texte", "text"), text)));
    rows_of(entity, entity, lang, &mut out);
    out
}

fn rows_of(thing: Entity<'_>, entity: Entity<'_>, lang: Lang, out: &mut Vec<Row>) {
    let of = entity.id;
    let [part, english] = [lang, Lang::En].map(|lang| part_of(entity, lang));
    for at in (0u8..).take(entity.concept_row().fields.len()) {
        let Some(seen) = entity.seen(at) else { continue };
        let ends = if entity.is_sheet() && at == sheet::PERIOD.at { ends_of(entity, lang) } else { Default::default() };
        if ends.iter().all(|(_, value)| !value.is_empty()) {
            let names = [("start", lang.of("début", "start")), ("end", lang.of("fin", "end"))];
            out.extend(names.into_iter().zip(ends).map(|((name, label), (_, value))| Row {
                key: format!("{PERIOD} {name}"),
                label: label.to_owned(),
                value,
                of,
            }));
            continue;
        }
        out.push(Row {
            key: labelled(seen.row.spelling(Lang::En).to_owned(), english.as_deref()),
            label: labelled(seen.row.label_in(lang), part.as_deref()),
            value: shown(seen, lang),
            of,
        });
    }
    if holds_money(entity) {
        out.extend(amounts(entity).into_iter().map(|(amount, money)| Row {
            key: labelled(amount.show(Lang::En), english.as_deref()),
            label: labelled(amount.show(lang), part.as_deref()),
            value: money.show(lang),
            of,
        }));
        return;
    }
    for child in entity.children().filter(|child| holder(*child) == thing) {
        rows_of(thing, child, lang, out);
    }
}

/// Of a part that has no name: which part.
fn part_of(entity: Entity<'_>, lang: Lang) -> Option<String> {
    (holder(entity) != entity && !entity.is(Concept::Budget)).then(|| match entity.has_title() {
        true => entity.titled().into_owned(),
        false => entity.concept_row().label_in(lang).to_lowercase(),
    })
}

fn labelled(label: String, part: Option<&str>) -> String {
    match part {
        Some(part) if label.to_lowercase() != part => format!("{part}, {}", label.to_lowercase()),
        Some(_) | None => label,
    }
}

/// In the order of the new plan, then what is gone in that of the old one.
pub fn changes(pairs: &Pairs<'_, '_>, old: &Plan, new: &Plan, lang: Lang) -> Vec<Change> {
    let mut look = Look { pairs, old, new, lang, out: Vec::new() };
    look.all();
    look.out
}

struct Look<'a, 'o, 'n> {
    pairs: &'a Pairs<'o, 'n>,
    old: &'o Plan,
    new: &'n Plan,
    lang: Lang,
    out: Vec<Change>,
}

impl<'o, 'n> Look<'_, 'o, 'n> {
    fn all(&mut self) {
        let (split, merged) = (&self.pairs.split, &self.pairs.merged);
        let is_part = |id: &EntityId, all: &BTreeMap<EntityId, Vec<EntityId>>| all.values().flatten().any(|part| part == id);
        for id in &self.pairs.news {
            let entity = self.new.entity(*id);
            if let Some(parts) = merged.get(id) {
                let old = titles(parts.iter().map(|id| self.old.entity(*id)), self.lang);
                self.add(Kind::Merged, entity, None, old, String::new());
            }
            match self.pairs.was.get(id) {
                Some(was) => {
                    if let Some(parts) = split.get(&was.id) {
                        self.splits(entity, parts);
                    }
                    self.both(*was, entity);
                }
                // What stands in something new comes with it.
                None if self.is_within(entity, |one| !self.pairs.was.contains_key(&one.id)) => {}
                None if is_part(id, split) || merged.contains_key(id) => {}
                None => self.whole(entity, true),
            }
        }
        for id in &self.pairs.olds {
            let entity = self.old.entity(*id);
            if self.pairs.is.contains_key(id) || self.is_within(entity, |one| !self.pairs.is.contains_key(&one.id)) {
                continue;
            }
            match split.get(id) {
                Some(parts) => self.splits(entity, parts),
                None if is_part(id, merged) => {}
                None => self.whole(entity, false),
            }
        }
    }

    fn splits(&mut self, whole: Entity<'_>, parts: &[EntityId]) {
        let new = titles(parts.iter().map(|id| self.new.entity(*id)), self.lang);
        self.add(Kind::Split, whole, None, String::new(), new);
    }

    fn is_within(&self, entity: Entity<'_>, is: impl Fn(Entity<'_>) -> bool) -> bool {
        std::iter::successors(entity.parent(), |one| one.parent()).any(is)
    }

    // --- telling ----------------------------------------------------------------------------------------------------

    fn subject(&self, entity: Entity<'_>) -> Subject {
        let called = holder(entity);
        match called.is_called() {
            true => Subject { concept: called.concept(), path: called.path(), title: called.titled().into_owned() },
            // A waiver, by its policy and the thing.
            false => {
                let words = said(called, self.lang);
                Subject { concept: called.concept(), path: words.clone(), title: words }
            }
        }
    }

    fn change(&self, kind: Kind, entity: Entity<'_>, field: Option<(&'static str, String)>, old: String, new: String) -> Change {
        let [part, english] = [self.lang, Lang::En].map(|lang| part_of(entity, lang));
        let field = field.map(|(name, label)| (name, labelled(first_small(&label), part.as_deref())));
        let place = entity.place();
        let sources = &entity.plan.sources;
        let place = (sources.get(place.source).name.clone(), sources.start(place).line);
        let values = match kind {
            Kind::Renamed | Kind::Retitled | Kind::Reworded => {
                [&old, &new].map(|text| if text.is_empty() { Json::Null } else { text.as_str().into() })
            }
            _ => [Json::Null, Json::Null],
        };
        Change {
            kind,
            about: self.subject(entity),
            field,
            part: english,
            old,
            new,
            values,
            days: None,
            months: None,
            of: None,
            more: None,
            place,
        }
    }

    fn add(&mut self, kind: Kind, entity: Entity<'_>, field: Option<(&'static str, String)>, old: String, new: String) -> &mut Change {
        let change = self.change(kind, entity, field, old, new);
        let at = self.out.len();
        self.out.push(change);
        &mut self.out[at]
    }

    /// Something that is there now, or is there no more.
    fn whole(&mut self, entity: Entity<'_>, came: bool) {
        let kind = match entity.concept() {
            _ if holds_money(entity) => return self.amounts_of(entity, came),
            // Its amounts are told with what holds them.
            Concept::Investment | Concept::Operating => return self.fields_alone(entity, came),
            // Its lines tell it.
            Concept::Funding => {
                let lines: Vec<Entity<'_>> = entity.children().collect();
                return lines.into_iter().for_each(|line| self.whole(line, came));
            }
            Concept::Funder => Kind::Funding,
            Concept::Target => Kind::Target,
            Concept::Status => Kind::Status,
            Concept::Waiver | Concept::Acknowledged => Kind::Waiver,
            _ if entity.concept_row().name == Slot::None && !entity.has_title() && holder(entity) != entity => Kind::Value,
            _ if came => Kind::Added,
            _ => Kind::Dropped,
        };
        let within = self.within(entity, came);
        let told = match (entity.is_sheet(), holder(entity) == entity) {
            (true, _) => brief(entity, self.lang),
            // What it is called stands above.
            (false, true) if entity.is(Concept::Axis) => String::new(),
            (false, true) => said(entity, self.lang),
            (false, false) => told(entity, self.lang),
        };
        let told = [told, within].into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(apart_by(self.lang));
        let (old, new) = if came { (String::new(), told) } else { (told, String::new()) };
        let mut change = self.change(kind, entity, None, old, new);
        change.field = part(entity, self.lang);
        change.more = entity.is_sheet().then(|| cost(entity)).filter(|cost| !cost.is_zero());
        change.more = change.more.map(|cost| if came { cost } else { super::more(cost, Money::ZERO) });
        self.out.push(change);
    }

    /// The sheets that come or go with what holds them.
    fn within(&self, entity: Entity<'_>, came: bool) -> String {
        let other = |one: &Entity<'_>| if came { self.pairs.was.contains_key(&one.id) } else { self.pairs.is.contains_key(&one.id) };
        let held = |one: &Entity<'_>| std::iter::successors(one.parent(), |one| one.parent()).any(|holder| holder == entity);
        let sheets: Vec<Entity<'_>> = entity.plan.sheets().filter(|sheet| held(sheet) && !other(sheet)).collect();
        if sheets.is_empty() {
            return String::new();
        }
        let count = sheets.len();
        let s = if count > 1 { "s" } else { "" };
        let with = self.lang.of(format!("avec {count} fiche{s}"), format!("with {count} sheet{s}"));
        format!("{with}{} {}", self.lang.of("\u{a0}:", ":"), titles(sheets.into_iter(), self.lang))
    }

    /// What holds money and came or went: its amounts did, and what else it says.
    fn amounts_of(&mut self, entity: Entity<'_>, came: bool) {
        let (before, after) = if came { (None, Some(entity)) } else { (Some(entity), None) };
        self.money(entity, before, after);
        self.fields_alone(entity, came);
        for line in entity.children().collect::<Vec<_>>() {
            self.fields_alone(line, came);
        }
    }

    /// The fields of what holds money, or of a line of it, that came or went, but for its amounts: a total, what was paid, a nature.
    fn fields_alone(&mut self, entity: Entity<'_>, came: bool) {
        for at in (0u8..).take(entity.concept_row().fields.len()) {
            let Some(seen) = entity.seen(at).filter(|_| !is_amounts(entity, at)) else { continue };
            let value = shown(seen, self.lang);
            let (old, new) = if came { (String::new(), value) } else { (value, String::new()) };
            let field = Some((seen.row.spelling(Lang::En), seen.row.label_in(self.lang)));
            let values = if came { [Json::Null, seen.json()] } else { [seen.json(), Json::Null] };
            self.add(Kind::Value, entity, field, old, new).values = values;
        }
    }

    // --- one thing in both --------------------------------------------------------------------------------------------

    fn both(&mut self, was: Entity<'o>, is: Entity<'n>) {
        if was.name() != is.name() && (was.name().is_some() || is.name().is_some()) {
            self.add(Kind::Renamed, is, None, was.path(), is.path());
        }
        let now = was.parent().and_then(|parent| self.pairs.is.get(&parent.id)).map(|parent| parent.id);
        let moved = match (was.parent(), is.parent()) {
            (None, None) => false,
            (_, other) => now != other.map(|parent| parent.id),
        };
        if moved {
            let called = |parent: Option<Entity<'_>>| parent.map_or_else(String::new, |parent| parent.titled().into_owned());
            let path = |parent: Option<Entity<'_>>| parent.map_or(Json::Null, |parent| parent.path().into());
            self.add(Kind::Moved, is, None, called(was.parent()), called(is.parent())).values = [path(was.parent()), path(is.parent())];
        }
        if was.concept() != is.concept() {
            let word = |entity: Entity<'_>| entity.concept_row().label_in(self.lang);
            let values = [was, is].map(|entity| entity.concept_row().spelling(Lang::En).into());
            self.add(Kind::Value, is, Some(("kind", self.lang.of("Nature", "Kind").to_owned())), word(was), word(is)).values = values;
        }
        let title = |entity: Entity<'_>| entity.title().is().map_or_else(String::new, |title| title.into_owned());
        if title(was) != title(is) {
            let part = part(is, self.lang);
            self.add(Kind::Retitled, is, None, title(was), title(is)).field = part;
        }
        let prose = |entity: Entity<'_>| entity.doc().unwrap_or_default();
        if prose(was) != prose(is) {
            let part = part(is, self.lang);
            self.add(Kind::Reworded, is, None, prose(was), prose(is)).field = part;
        }
        if holds_money(is) {
            self.money(is, Some(was), Some(is));
        }
        // A goal that became an action says most of the same.
        let (before, after) = (was.concept_row().fields, is.concept_row().fields);
        for (at, _) in (0u8..).zip(after.iter().zip(before)).filter(|(_, (one, other))| one.spelling(Lang::En) == other.spelling(Lang::En))
        {
            self.field(was, is, at);
        }
    }

    fn field(&mut self, was: Entity<'o>, is: Entity<'n>, at: u8) {
        let row = &is.concept_row().fields[usize::from(at)];
        let (before, after) = (was.seen(at), is.seen(at));
        if (before.is_none() && after.is_none()) || is_amounts(is, at) {
            return;
        }
        let field = Some((row.spelling(Lang::En), row.label_in(self.lang)));
        let note = |entity: Entity<'_>| entity.note(at).unwrap_or_default();
        if note(was) != note(is) {
            self.add(Kind::Reworded, is, field.clone(), note(was), note(is));
        }
        let lang = self.lang;
        let show = |seen: Option<Seen<'_>>| seen.map_or_else(String::new, |seen| shown(seen, lang));
        let values = [before, after].map(|seen| seen.map_or(Json::Null, Seen::json));
        if is.is_sheet() && at == sheet::DEPENDS.at {
            return self.dependencies(was, is, &field);
        }
        if matches!(row.of, Type::Name | Type::Names | Type::People) {
            // Who is meant counts, and not what they are called.
            let old: Vec<(Option<EntityId>, String)> = members(before, |id| self.pairs.is.get(&id).map(|one| one.id), self.lang);
            let new: Vec<(Option<EntityId>, String)> = members(after, Some, self.lang);
            let same = old.len() == new.len()
                && old.iter().zip(&new).all(|(a, b)| if a.0.is_some() || b.0.is_some() { a.0 == b.0 } else { a.1 == b.1 });
            if same {
                return;
            }
            let join = |all: &[(Option<EntityId>, String)]| all.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>().join(", ");
            let kind = if is.is_sheet() && at == sheet::OWNER.at { Kind::HandedOver } else { Kind::Value };
            self.add(kind, is, field, join(&old), join(&new)).values = values;
            return;
        }
        let (old, new) = (show(before), show(after));
        if old == new {
            return;
        }
        let kind = match (is.concept(), row.of) {
            (_, Type::Date | Type::Period) => return self.dates(was, is, at, field, [old, new]),
            (Concept::Funder, _) => Kind::Funding,
            (Concept::Target, _) => Kind::Target,
            (Concept::Status, _) => Kind::Status,
            (Concept::Waiver | Concept::Acknowledged, _) => Kind::Waiver,
            _ => Kind::Value,
        };
        let sums = [before, after].map(|seen| seen.and_then(Seen::money));
        let change = self.add(kind, is, field, old, new);
        change.values = values;
        if let [Some(before), Some(after)] = sums {
            change.more = Some(super::more(before, after));
        }
    }

    /// A date, or both ends of a period: by how many days each.
    fn dates(&mut self, was: Entity<'o>, is: Entity<'n>, at: u8, field: Option<(&'static str, String)>, [old, new]: [String; 2]) {
        let kind = match is.concept() {
            Concept::Waiver | Concept::Acknowledged => Kind::Waiver,
            Concept::Status => Kind::Status,
            Concept::Target => Kind::Target,
            _ => Kind::Rescheduled,
        };
        let lang = self.lang;
        let mut told = Vec::new();
        if kind == Kind::Rescheduled && is.is_sheet() && at == sheet::PERIOD.at {
            let ends = [("start", lang.of("Début", "Start")), ("end", lang.of("Fin", "End"))];
            for ((name, label), (before, after)) in ends.into_iter().zip(ends_of(was, lang).into_iter().zip(ends_of(is, lang))) {
                let ((before, old), (after, new)) = (before, after);
                if old != new && !old.is_empty() && !new.is_empty() {
                    let mut change = self.change(kind, is, Some((name, label.to_owned())), old, new);
                    change.slips(before, after, name == "end");
                    told.push(change);
                }
            }
        }
        if told.is_empty() {
            let mut change = self.change(kind, is, field, old, new);
            let [before, after] = [was, is].map(|entity| entity.seen(at));
            change.slips(before.and_then(Seen::when), after.and_then(Seen::when), true);
            change.values = [before, after].map(|seen| seen.map_or(Json::Null, Seen::json));
            told.push(change);
        }
        self.out.extend(told);
    }

    fn dependencies(&mut self, was: Entity<'o>, is: Entity<'n>, field: &Option<(&'static str, String)>) {
        let lang = self.lang;
        // What is waited for, as it is called now, and how.
        let told = |entity: Entity<'_>, now: &dyn Fn(EntityId) -> String| {
            let all = entity.members(sheet::DEPENDS).map(|seen| {
                let on = seen.target().map_or_else(|| seen.text().into_owned(), |target| now(target.id));
                let called = seen.target().map_or_else(|| seen.text().into_owned(), |target| target.called(lang));
                ((on, seen.show(lang).strip_prefix(&called).unwrap_or_default().to_owned()), seen.json())
            });
            all.collect::<BTreeMap<(String, String), Json>>()
        };
        let called = |one: Entity<'_>| titled(one, lang);
        let before = told(was, &|id| self.pairs.is.get(&id).map_or_else(|| called(self.old.entity(id)), |one| called(*one)));
        let after = told(is, &|id| called(self.new.entity(id)));
        let mut come: Vec<_> = after.iter().filter(|(one, _)| !before.contains_key(one)).collect();
        let whole = |(on, how): &(String, String)| format!("{on}{how}");
        for (gone, value) in before.iter().filter(|(one, _)| !after.contains_key(one)) {
            // The same, waited for otherwise.
            let otherwise = come.iter().position(|((on, _), _)| *on == gone.0).map(|at| come.remove(at));
            let new = otherwise.map(|(one, _)| whole(one)).unwrap_or_default();
            let now = otherwise.map_or(Json::Null, |(_, value)| value.clone());
            self.add(Kind::Dependency, is, field.clone(), whole(gone), new).values = [value.clone(), now];
        }
        for (come, value) in come {
            self.add(Kind::Dependency, is, field.clone(), String::new(), whole(come)).values = [Json::Null, value.clone()];
        }
    }

    /// The amounts of what holds money, as it was and as it is; one of both may not be there.
    fn money(&mut self, about: Entity<'_>, was: Option<Entity<'_>>, is: Option<Entity<'_>>) {
        let lang = self.lang;
        let row = about.concept_row();
        let field = || Some((row.spelling(Lang::En), row.label_in(lang)));
        let [before, after] = [was, is].map(|one| one.map(amounts).unwrap_or_default());
        let all: BTreeSet<Stretch> = before.keys().chain(after.keys()).copied().collect();
        for of in all {
            let (old, new) = (before.get(&of).copied(), after.get(&of).copied());
            if old == new {
                continue;
            }
            let show = |money: Option<Money>| money.map_or_else(String::new, |money| money.show(lang));
            let change = self.add(Kind::Money, about, field(), show(old), show(new));
            change.of = Some(of);
            change.values = [old, new].map(|money| money.map_or(Json::Null, Money::json));
            change.more = Some(super::more(old.unwrap_or(Money::ZERO), new.unwrap_or(Money::ZERO)));
        }
        // What is in another currency is in no sum.
        let [old, new] = [was, is].map(|one| one.map_or_else(String::new, |one| in_other_currencies(one, lang)));
        if old != new {
            self.add(Kind::Value, about, field(), old, new);
        }
    }
}

/// What it costs in all, as it is written.
fn cost(sheet: Entity<'_>) -> Money {
    sheet.budget().is().map_or(Money::ZERO, |budget| amounts(budget).into_values().sum())
}

/// Who does it, when, and for how much: of a sheet that came or went as a whole.
fn brief(sheet: Entity<'_>, lang: Lang) -> String {
    let shown = |at: u8| sheet.seen(at).map(|seen| seen.show(lang));
    let cost = Some(cost(sheet)).filter(|cost| !cost.is_zero()).map(|cost| cost.show(lang));
    [shown(sheet::OWNER.at), shown(sheet::PERIOD.at), cost].into_iter().flatten().collect::<Vec<_>>().join(apart_by(lang))
}

fn apart_by(lang: Lang) -> &'static str {
    lang.of("\u{202f}; ", "; ")
}

/// Its lines hold amounts, which are told by year and section.
fn holds_money(entity: Entity<'_>) -> bool {
    matches!(entity.concept(), Concept::Budget | Concept::Envelope | Concept::Savings | Concept::Trajectory)
}

/// The amounts of a line of money: what holds the line tells them.
fn is_amounts(entity: Entity<'_>, at: u8) -> bool {
    matches!(entity.concept(), Concept::Investment | Concept::Operating) && at == line::AMOUNTS.at
}

/// By section and year, and those of several years in all, as they are written.
pub(super) fn amounts(budget: Entity<'_>) -> BTreeMap<Stretch, Money> {
    let mut all: BTreeMap<Stretch, Money> = BTreeMap::new();
    let by_year = own_amounts(budget).into_iter().flat_map(|amount| {
        amount.years().map(move |year| (Stretch { first: year, last: year, section: amount.section }, amount.money)).collect::<Vec<_>>()
    });
    let in_all = own_lumps(budget).into_iter().filter_map(|lump| {
        let (first, last) = lump.years?;
        Some((Stretch { first, last, section: lump.section? }, lump.money))
    });
    for (of, money) in by_year.chain(in_all) {
        all.entry(of).and_modify(|known| *known = [*known, money].into_iter().sum()).or_insert(money);
    }
    all
}

/// What is written in a currency that is not the plan's.
fn in_other_currencies(budget: Entity<'_>, lang: Lang) -> String {
    let own = budget.plan.currency();
    let lines = budget.lines_of_money().flat_map(|(line, section)| {
        let other = line.members(line::AMOUNTS).filter(|seen| seen.money().is_some_and(|money| money.currency != own));
        other.map(move |seen| format!("{} {}", section.show(lang).to_lowercase(), seen.show(lang))).collect::<Vec<_>>()
    });
    lines.collect::<Vec<_>>().join(", ")
}

/// The members of a list of names: what each is in the new plan, and how it is called.
fn members(seen: Option<Seen<'_>>, now: impl Fn(EntityId) -> Option<EntityId>, lang: Lang) -> Vec<(Option<EntityId>, String)> {
    let all = seen.into_iter().flat_map(|seen| seen.members());
    all.map(|seen| {
        let id = seen.target().and_then(|target| match target.plan.sources.get(target.place().source).library {
            // The library's own are known by their names.
            true => None,
            false => now(target.id),
        });
        let called = |target: Entity<'_>| if target.is_actor() { target.named().into_owned() } else { target.called(lang) };
        (id, seen.target().map_or_else(|| seen.show(lang), called))
    })
    .collect()
}

/// The nearest thing that is called by itself: a sheet, what has a name, what stands at the margin.
fn holder(entity: Entity<'_>) -> Entity<'_> {
    let own = |one: &Entity<'_>| one.name().is_some() || one.is_sheet() || one.parent().is_none();
    std::iter::successors(Some(entity), |one| one.parent()).find(own).unwrap_or(entity)
}

/// The start and the end of a sheet's period, each as a date where it has one, and as it is told; nothing where it has not these two.
fn ends_of(sheet: Entity<'_>, lang: Lang) -> [(Option<When>, String); 2] {
    let Some(seen) = sheet.seen(sheet::PERIOD.at).map(Seen::now) else { return Default::default() };
    match seen.both() {
        Some([start, end]) => {
            let open = if end.cell.value == Value::Open { lang.of("sans fin", "open").to_owned() } else { end.show(lang) };
            [(start.when(), start.show(lang)), (end.when(), open)]
        }
        None => sheet.bounds().map(|end| end.map_or_else(Default::default, |end| (Some(end.value), end.value.show(lang)))),
    }
}

/// Where neither is a day and both are as long.
fn months(before: When, after: When) -> Option<i64> {
    let month = |when: When| i64::from(when.first.year()) * 12 + i64::from(when.first.month());
    (before.grain == after.grain && before.grain != Grain::Day).then(|| month(after) - month(before))
}

/// In days; of an end, from its last day.
fn apart(before: When, after: When, end: bool) -> i64 {
    let day = |when: When| if end { when.last } else { when.first };
    crate::policy::judge::number_of(day(after)) - crate::policy::judge::number_of(day(before))
}

/// A word of the language is written with hyphens, and told without.
fn shown(seen: Seen<'_>, lang: Lang) -> String {
    let text = seen.show(lang);
    if matches!(seen.cell.value, Value::Word(_)) { text.replace('-', " ") } else { text }
}

/// `« Guichet unique » (guichet)`; of a part without a title, `« Guichet unique » (guichet), continuité`.
pub(super) fn titled(entity: Entity<'_>, lang: Lang) -> String {
    let around = holder(entity);
    if around != entity && !entity.has_title() {
        return format!("{}, {}", titled(around, lang), first_small(&entity.concept_row().label_in(lang)));
    }
    let title = entity.titled();
    let title = lang.of(format!("«\u{a0}{title}\u{a0}»"), format!("\"{title}\""));
    if entity.name().is_some() { format!("{title} ({})", entity.path()) } else { title }
}

fn titles<'a>(entities: impl Iterator<Item = Entity<'a>>, lang: Lang) -> String {
    entities.map(|entity| titled(entity, lang)).collect::<Vec<_>>().join(", ")
}

/// `Pilote` within a sentence; an acronym stays as it is.
fn first_small(label: &str) -> String {
    let mut chars = label.chars();
    match (chars.next(), chars.clone().next()) {
        (Some(first), second) if second.is_none_or(|second| !second.is_uppercase()) => first.to_lowercase().chain(chars).collect(),
        _ => label.to_owned(),
    }
}

/// Of a part of something: which part.
fn part(entity: Entity<'_>, lang: Lang) -> Option<(&'static str, String)> {
    let row = entity.concept_row();
    (holder(entity) != entity).then(|| (row.spelling(Lang::En), first_small(&row.label_in(lang))))
}

/// A part, by its line; where that says nothing, by all that it says; at the least, by what it is.
fn told(entity: Entity<'_>, lang: Lang) -> String {
    let line = said(entity, lang);
    if !line.is_empty() {
        return line;
    }
    let all = (0u8..).take(entity.concept_row().fields.len()).filter_map(|at| entity.seen(at));
    let all: Vec<String> =
        all.map(|seen| format!("{}{} {}", first_small(&seen.row.label_in(lang)), lang.of("\u{a0}:", ":"), shown(seen, lang))).collect();
    if all.is_empty() { first_small(&entity.concept_row().label_in(lang)) } else { all.join(apart_by(lang)) }
}

/// What a line says, its values one after the other.
pub(super) fn said(entity: Entity<'_>, lang: Lang) -> String {
    let title = entity.title().is().map_or_else(String::new, |title| title.into_owned());
    let values = (0u8..).take(entity.concept_row().fields.len()).filter_map(|at| entity.seen(at));
    let head = values.filter(|seen| seen.row.head.is_some() || !entity.concept_row().block).map(|seen| shown(seen, lang));
    std::iter::once(title).chain(head).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ")
}
