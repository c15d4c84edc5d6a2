//! What changed of each thing.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value as Json;

use super::pairs::Pairs;
use crate::budget::own_amounts;
use crate::diagnostic::Lang;
use crate::language::concepts::{goal, sheet};
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
    pub year: Option<(i16, Section)>,
    /// How much more.
    pub more: Option<Money>,
    /// File and line, in the new plan; of what is gone, in the old one.
    pub place: (String, u32),
}

impl Change {
    /// Which of the fields of its thing it is about: the same in both languages.
    pub fn key(&self) -> String {
        match (self.kind, self.year, &self.field) {
            (Kind::Retitled, ..) => TITLE.to_owned(),
            (Kind::Renamed, ..) => NAME.to_owned(),
            (Kind::Reworded, _, None) => TEXT.to_owned(),
            (_, Some((year, section)), _) => format!("{year} {}", section.show(Lang::En)),
            // Both ends of a period are one field.
            (Kind::Rescheduled, _, Some((name @ ("start" | "end"), _))) => format!("{PERIOD} {name}"),
            (_, _, Some((name, _))) => labelled((*name).to_owned(), self.part.as_deref()),
            (_, _, None) => String::new(),
        }
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
        if entity.is_sheet() && at == sheet::PERIOD.at && entity.bounds().iter().all(Option::is_some) {
            for ((name, label), end) in
                [("start", lang.of("début", "start")), ("end", lang.of("fin", "end"))].into_iter().zip(entity.bounds())
            {
                let row = |end: When| Row { key: format!("{PERIOD} {name}"), label: label.to_owned(), value: end.show(lang), of };
                out.extend(end.map(|end| row(end.value)));
            }
            continue;
        }
        out.push(Row {
            key: labelled(seen.row.spelling(Lang::En).to_owned(), english.as_deref()),
            label: labelled(seen.row.label_in(lang), part.as_deref()),
            value: shown(seen, lang),
            of,
        });
    }
    if matches!(entity.concept(), Concept::Budget | Concept::Envelope) {
        out.extend(amounts(entity).into_iter().map(|((year, section), money)| Row {
            key: format!("{year} {}", section.show(Lang::En)),
            label: format!("{} {year}", section.show(lang).to_lowercase()),
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
    (holder(entity) != entity && !matches!(entity.concept(), Concept::Budget)).then(|| match entity.has_title() {
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
            year: None,
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
            Concept::Budget | Concept::Envelope | Concept::Investment | Concept::Operating => return self.amounts_of(entity, came),
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
        let told = if entity.is_sheet() { brief(entity, self.lang) } else { said(entity, self.lang) };
        let (old, new) = if came { (String::new(), told) } else { (told, String::new()) };
        let mut change = self.change(kind, entity, None, old, new);
        // A part of something: which part.
        if holder(entity) != entity {
            let row = entity.concept_row();
            change.field = Some((row.spelling(Lang::En), first_small(&row.label_in(self.lang))));
        }
        change.more = entity.is_sheet().then(|| cost(entity)).filter(|cost| !cost.is_zero());
        change.more = change.more.map(|cost| if came { cost } else { super::more(cost, Money::ZERO) });
        self.out.push(change);
    }

    /// A budget, or a line of one, that came or went: its amounts did.
    fn amounts_of(&mut self, entity: Entity<'_>, came: bool) {
        let budget = std::iter::successors(Some(entity), |one| one.parent())
            .find(|one| matches!(one.concept(), Concept::Budget | Concept::Envelope));
        // A line of a budget that is in both: the budget tells it.
        let Some(budget) = budget.filter(|budget| *budget == entity) else { return };
        let all = amounts(budget);
        let none = BTreeMap::new();
        if came {
            self.money(budget, &none, &all)
        } else {
            self.money(budget, &all, &none)
        }
        self.fields_alone(budget, came);
    }

    /// The fields of a budget that came or went, but for its lines: a total, what was paid.
    fn fields_alone(&mut self, entity: Entity<'_>, came: bool) {
        for at in (0u8..).take(entity.concept_row().fields.len()) {
            let Some(seen) = entity.seen(at) else { continue };
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
            return;
        }
        let title = |entity: Entity<'_>| entity.title().is().map_or_else(String::new, |title| title.into_owned());
        if title(was) != title(is) {
            self.add(Kind::Retitled, is, None, title(was), title(is));
        }
        let prose = |entity: Entity<'_>| entity.doc().unwrap_or_default();
        if prose(was) != prose(is) {
            self.add(Kind::Reworded, is, None, prose(was), prose(is));
        }
        if matches!(is.concept(), Concept::Budget | Concept::Envelope) {
            self.money(is, &amounts(was), &amounts(is));
        }
        // The amounts of its lines are the budget's.
        if matches!(is.concept(), Concept::Investment | Concept::Operating)
            && is.parent().is_some_and(|parent| matches!(parent.concept(), Concept::Budget | Concept::Envelope))
        {
            return;
        }
        for at in (0u8..).take(is.concept_row().fields.len()) {
            self.field(was, is, at);
        }
    }

    fn field(&mut self, was: Entity<'o>, is: Entity<'n>, at: u8) {
        let row = &is.concept_row().fields[usize::from(at)];
        let (before, after) = (was.seen(at), is.seen(at));
        if before.is_none() && after.is_none() {
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
            for ((name, label), (before, after)) in ends.into_iter().zip(was.bounds().into_iter().zip(is.bounds())) {
                if let (Some(before), Some(after)) = (before, after)
                    && before.value.show(lang) != after.value.show(lang)
                {
                    let mut change = self.change(kind, is, Some((name, label.to_owned())), before.value.show(lang), after.value.show(lang));
                    change.values = [before.value.json(), after.value.json()];
                    change.days = Some(apart(before.value, after.value, name == "end"));
                    change.months = months(before.value, after.value);
                    told.push(change);
                }
            }
        }
        if told.is_empty() {
            let mut change = self.change(kind, is, field, old, new);
            change.values = [was, is].map(|entity| entity.seen(at).map_or(Json::Null, Seen::json));
            let when = |entity: Entity<'_>| entity.seen(at).and_then(|seen| seen.when());
            change.days = when(was)
                .zip(when(is))
                .map(|(before, after)| apart(before, after, true))
                .filter(|_| is.is(Concept::Milestone) && at == goal::milestone::ON.at);
            change.months = change.days.and_then(|_| when(was).zip(when(is))).and_then(|(before, after)| months(before, after));
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
                let called = seen.target().map_or_else(String::new, |target| target.called(lang));
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

    fn money(&mut self, budget: Entity<'_>, before: &BTreeMap<(i16, Section), Money>, after: &BTreeMap<(i16, Section), Money>) {
        let years: BTreeSet<(i16, Section)> = before.keys().chain(after.keys()).copied().collect();
        for key in years {
            let (old, new) = (before.get(&key).copied(), after.get(&key).copied());
            if old == new {
                continue;
            }
            let show = |money: Option<Money>| money.map_or_else(String::new, |money| money.show(self.lang));
            let row = budget.concept_row();
            let mut change =
                self.change(Kind::Money, budget, Some((row.spelling(Lang::En), row.label_in(self.lang))), show(old), show(new));
            change.year = Some(key);
            change.values = [old, new].map(|money| money.map_or(Json::Null, Money::json));
            change.more = Some(super::more(old.unwrap_or(Money::ZERO), new.unwrap_or(Money::ZERO)));
            self.out.push(change);
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
    [shown(sheet::OWNER.at), shown(sheet::PERIOD.at), cost].into_iter().flatten().collect::<Vec<_>>().join(lang.of("\u{202f}; ", "; "))
}

/// By year and section, as they are written.
pub(super) fn amounts(budget: Entity<'_>) -> BTreeMap<(i16, Section), Money> {
    let mut all: BTreeMap<(i16, Section), Money> = BTreeMap::new();
    for amount in own_amounts(budget) {
        for year in amount.years() {
            let sum = all.get(&(year, amount.section)).map_or(amount.money, |known| [*known, amount.money].into_iter().sum());
            all.insert((year, amount.section), sum);
        }
    }
    all
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

fn months(before: When, after: When) -> Option<i64> {
    let month = |when: When| (when.grain == Grain::Month).then(|| i64::from(when.first.year()) * 12 + i64::from(when.first.month()));
    Some(month(after)? - month(before)?)
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

/// `« Guichet unique » (guichet)`
pub(super) fn titled(entity: Entity<'_>, lang: Lang) -> String {
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

/// What a line says, its values one after the other.
pub(super) fn said(entity: Entity<'_>, lang: Lang) -> String {
    let title = entity.title().is().map_or_else(String::new, |title| title.into_owned());
    let values = (0u8..).take(entity.concept_row().fields.len()).filter_map(|at| entity.seen(at));
    let head = values.filter(|seen| seen.row.head.is_some() || !entity.concept_row().block).map(|seen| shown(seen, lang));
    std::iter::once(title).chain(head).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ")
}
