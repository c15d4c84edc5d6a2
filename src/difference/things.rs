//! What changed of each thing.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::pairs::Pairs;
use crate::budget::own_amounts;
use crate::diagnostic::Lang;
use crate::language::concepts::{goal, sheet};
use crate::language::{Concept, Slot, Type};
use crate::plan::{Entity, EntityId, Grain, Money, Plan, Section, When};

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
    /// Empty where it was or is not said.
    pub old: String,
    pub new: String,
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
    /// Which of the fields of its thing it is about.
    pub fn key(&self) -> String {
        match (self.kind, self.year, &self.field) {
            (Kind::Retitled, ..) => TITLE.to_owned(),
            (Kind::Renamed, ..) => NAME.to_owned(),
            (Kind::Reworded, _, None) => TEXT.to_owned(),
            (_, Some((year, section)), _) => format!("{year} {}", section.show(Lang::En)),
            // Both ends of a period are one field.
            (Kind::Rescheduled, _, Some((name @ ("start" | "end"), _))) => format!("{PERIOD} {name}"),
            (_, _, Some((_, label))) => label.to_lowercase(),
            (_, _, None) => String::new(),
        }
    }
}

const TITLE: &str = "title";
const NAME: &str = "name";
const TEXT: &str = "text";
const PERIOD: &str = "period";

/// What a thing says: the key of each change of it, how it is called, its value. Those of its parts that have no name too.
pub fn rows(entity: Entity<'_>, lang: Lang) -> Vec<(String, String, String)> {
    let mut out: Vec<(String, String, String)> = Vec::new();
    if let Some(name) = entity.name() {
        out.push((NAME.to_owned(), lang.of("nom", "name").to_owned(), name.to_owned()));
    }
    if let Some(title) = entity.title().is() {
        out.push((TITLE.to_owned(), lang.of("titre", "title").to_owned(), title.into_owned()));
    }
    if let Some(text) = entity.doc() {
        out.push((TEXT.to_owned(), lang.of("texte", "text").to_owned(), text));
    }
    rows_of(entity, entity, lang, &mut out);
    out
}

fn rows_of(thing: Entity<'_>, entity: Entity<'_>, lang: Lang, out: &mut Vec<(String, String, String)>) {
    let part = part_of(entity, lang);
    for at in (0u8..).take(entity.concept_row().fields.len()) {
        let Some(seen) = entity.seen(at) else { continue };
        if entity.is_sheet() && at == sheet::PERIOD.at && entity.bounds().iter().all(Option::is_some) {
            for ((name, label), end) in
                [("start", lang.of("début", "start")), ("end", lang.of("fin", "end"))].into_iter().zip(entity.bounds())
            {
                out.extend(end.map(|end| (format!("{PERIOD} {name}"), label.to_owned(), end.value.show(lang))));
            }
            continue;
        }
        let label = labelled(seen.row.label_in(lang), part.as_deref());
        out.push((label.to_lowercase(), label, seen.show(lang)));
    }
    if matches!(entity.concept(), Concept::Budget | Concept::Envelope) {
        for ((year, section), money) in amounts(entity) {
            out.push((
                format!("{year} {}", section.show(Lang::En)),
                format!("{} {year}", section.show(lang).to_lowercase()),
                money.show(lang),
            ));
        }
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
        let (split, merged) = self.splits();
        for (id, _) in &self.pairs.news {
            let entity = self.new.entity(*id);
            match self.pairs.was.get(id) {
                Some(was) => self.both(*was, entity),
                // What stands in something new comes with it.
                None if self.is_within(entity, |one| !self.pairs.was.contains_key(&one.id)) => {}
                None if split.values().flatten().any(|part| part == id) => {}
                None => match merged.get(id) {
                    Some(parts) => {
                        let old = names(parts.iter().map(|id| self.old.entity(*id)));
                        self.add(Kind::Merged, entity, None, old, entity.path());
                    }
                    None => self.came(entity),
                },
            }
        }
        for (id, _) in &self.pairs.olds {
            let entity = self.old.entity(*id);
            if self.pairs.is.contains_key(id) || self.is_within(entity, |one| !self.pairs.is.contains_key(&one.id)) {
                continue;
            }
            if let Some(parts) = split.get(id) {
                let new = names(parts.iter().map(|id| self.new.entity(*id)));
                self.add(Kind::Split, entity, None, entity.path(), new);
            } else if !merged.values().flatten().any(|part| part == id) {
                self.went(entity);
            }
        }
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
        let part = part_of(entity, self.lang);
        let field = field.map(|(name, label)| (name, labelled(label, part.as_deref())));
        let place = entity.place();
        let sources = &entity.plan.sources;
        let place = (sources.get(place.source).name.clone(), sources.start(place).line);
        Change { kind, about: self.subject(entity), field, old, new, days: None, months: None, year: None, more: None, place }
    }

    fn add(&mut self, kind: Kind, entity: Entity<'_>, field: Option<(&'static str, String)>, old: String, new: String) {
        let change = self.change(kind, entity, field, old, new);
        self.out.push(change);
    }

    fn came(&mut self, entity: Entity<'n>) {
        self.whole(entity, true);
    }

    fn went(&mut self, entity: Entity<'o>) {
        self.whole(entity, false);
    }

    /// Something that is there now, or is there no more.
    fn whole(&mut self, entity: Entity<'_>, came: bool) {
        let said = |entity: Entity<'_>| said(entity, self.lang);
        let (old, new) = if came { (String::new(), said(entity)) } else { (said(entity), String::new()) };
        let row = entity.concept_row();
        let field = Some((row.spelling(Lang::En), row.label_in(self.lang)));
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
            _ if entity.concept_row().name == Slot::None && !entity.has_title() => Kind::Value,
            _ => {
                let kind = if came { Kind::Added } else { Kind::Dropped };
                return self.add(kind, entity, None, old, new);
            }
        };
        self.add(kind, entity, field, old, new);
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
            let value = seen.show(self.lang);
            let (old, new) = if came { (String::new(), value) } else { (value, String::new()) };
            let field = Some((seen.row.spelling(Lang::En), seen.row.label_in(self.lang)));
            self.add(Kind::Value, entity, field, old, new);
        }
    }

    // --- one thing in both --------------------------------------------------------------------------------------------

    fn both(&mut self, was: Entity<'o>, is: Entity<'n>) {
        if was.name() != is.name() && was.name().is_some() && is.name().is_some() {
            self.add(Kind::Renamed, is, None, was.path(), is.path());
        }
        let now = was.parent().and_then(|parent| self.pairs.is.get(&parent.id)).map(|parent| parent.id);
        let moved = match (was.parent(), is.parent()) {
            (None, None) => false,
            (_, other) => now != other.map(|parent| parent.id),
        };
        if moved {
            let called = |parent: Option<Entity<'_>>| parent.map_or_else(String::new, |parent| parent.titled().into_owned());
            self.add(Kind::Moved, is, None, called(was.parent()), called(is.parent()));
        }
        if was.concept() != is.concept() {
            let word = |entity: Entity<'_>| entity.concept_row().label_in(self.lang);
            self.add(Kind::Value, is, Some(("kind", self.lang.of("Nature", "Kind").to_owned())), word(was), word(is));
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
        let show = |seen: Option<crate::plan::Seen<'_>>| seen.map_or_else(String::new, |seen| seen.show(self.lang));
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
            return self.add(kind, is, field, join(&old), join(&new));
        }
        let (old, new) = (show(before), show(after));
        if old == new {
            return;
        }
        let kind = match (is.concept(), row.of) {
            (_, Type::Date | Type::Period) => return self.dates(was, is, at, field, old, new),
            (Concept::Funder, _) => Kind::Funding,
            (Concept::Target, _) => Kind::Target,
            (Concept::Status, _) => Kind::Status,
            (Concept::Waiver | Concept::Acknowledged, _) => Kind::Waiver,
            _ => Kind::Value,
        };
        self.add(kind, is, field, old, new);
    }

    /// A date, or both ends of a period: by how many days each.
    fn dates(&mut self, was: Entity<'o>, is: Entity<'n>, at: u8, field: Option<(&'static str, String)>, old: String, new: String) {
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
                    change.days = Some(apart(before.value, after.value, name == "end"));
                    change.months = months(before.value, after.value);
                    told.push(change);
                }
            }
        }
        if told.is_empty() {
            let mut change = self.change(kind, is, field, old, new);
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
        let told = |entity: Entity<'_>, now: &dyn Fn(EntityId) -> Option<String>| {
            let all = entity.members(sheet::DEPENDS).map(|seen| {
                let path = seen.target().and_then(|target| now(target.id)).unwrap_or_else(|| seen.text().into_owned());
                let called = seen.target().map_or_else(String::new, |target| target.called(lang));
                let more = seen.show(lang).strip_prefix(&called).unwrap_or_default().to_owned();
                format!("{path}{more}")
            });
            all.collect::<BTreeSet<String>>()
        };
        let before = told(was, &|id| Some(self.pairs.is.get(&id).map_or_else(|| self.old.entity(id).path(), |one| one.path())));
        let after = told(is, &|id| Some(self.new.entity(id).path()));
        for gone in before.difference(&after) {
            self.add(Kind::Dependency, is, field.clone(), gone.clone(), String::new());
        }
        for come in after.difference(&before) {
            self.add(Kind::Dependency, is, field.clone(), String::new(), come.clone());
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
            change.more = Some(super::more(old.unwrap_or(Money::ZERO), new.unwrap_or(Money::ZERO)));
            self.out.push(change);
        }
    }

    // --- split and merged ---------------------------------------------------------------------------------------------

    /// A sheet that is gone, and new ones beside each other that cost together what it cost, year by year: it was split. And the other
    /// way round.
    fn splits(&self) -> (BTreeMap<EntityId, Vec<EntityId>>, BTreeMap<EntityId, Vec<EntityId>>) {
        let came: Vec<Entity<'_>> = self.new.sheets().filter(|sheet| !self.pairs.was.contains_key(&sheet.id)).collect();
        let went: Vec<Entity<'_>> = self.old.sheets().filter(|sheet| !self.pairs.is.contains_key(&sheet.id)).collect();
        let was_in = |sheet: &Entity<'_>| sheet.parent().and_then(|parent| self.pairs.is.get(&parent.id)).map(|parent| parent.id);
        let is_in = |sheet: &Entity<'_>| sheet.parent().map(|parent| parent.id);
        let split = parts_of(&went, &came, &was_in, &is_in);
        let merged = parts_of(&came, &went, &is_in, &was_in);
        (split, merged)
    }
}

/// For each whole, the parts in the same place that cost together what it costs, in each year and section; at least two, and no others.
fn parts_of(
    wholes: &[Entity<'_>],
    parts: &[Entity<'_>],
    whole_in: &dyn Fn(&Entity<'_>) -> Option<EntityId>,
    part_in: &dyn Fn(&Entity<'_>) -> Option<EntityId>,
) -> BTreeMap<EntityId, Vec<EntityId>> {
    let mut found = BTreeMap::new();
    for whole in wholes {
        let own: Vec<&Entity<'_>> = parts.iter().filter(|part| part_in(part) == whole_in(whole)).collect();
        let alone = wholes.iter().filter(|other| whole_in(other) == whole_in(whole)).count() == 1;
        let all = cost(std::slice::from_ref(whole).iter());
        if alone && own.len() > 1 && !all.is_empty() && cost(own.iter().copied()) == all {
            found.insert(whole.id, own.iter().map(|part| part.id).collect());
        }
    }
    found
}

fn cost<'a, 'e: 'a>(sheets: impl Iterator<Item = &'a Entity<'e>>) -> BTreeMap<(i16, Section), Decimal> {
    let mut all = BTreeMap::new();
    for budget in sheets.filter_map(|sheet| sheet.budget().is()) {
        for (key, money) in amounts(budget) {
            *all.entry(key).or_insert(Decimal::ZERO) += money.high;
        }
    }
    all.retain(|_, sum| !sum.is_zero());
    all
}

/// By year and section, as they are written.
fn amounts(budget: Entity<'_>) -> BTreeMap<(i16, Section), Money> {
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
fn members(seen: Option<crate::plan::Seen<'_>>, now: impl Fn(EntityId) -> Option<EntityId>, lang: Lang) -> Vec<(Option<EntityId>, String)> {
    let all = seen.into_iter().flat_map(|seen| seen.members());
    all.map(|seen| {
        let id = seen.target().and_then(|target| match target.plan.sources.get(target.place().source).library {
            // The library's own are known by their names.
            true => None,
            false => now(target.id),
        });
        (id, seen.target().map_or_else(|| seen.show(lang), |target| target.named().into_owned()))
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

fn names<'a>(entities: impl Iterator<Item = Entity<'a>>) -> String {
    entities.map(|entity| entity.path()).collect::<Vec<_>>().join(", ")
}

/// What a line says, its values one after the other.
fn said(entity: Entity<'_>, lang: Lang) -> String {
    let title = entity.title().is().map_or_else(String::new, |title| title.into_owned());
    let values = (0u8..).take(entity.concept_row().fields.len()).filter_map(|at| entity.seen(at));
    let head = values.filter(|seen| seen.row.head.is_some() || !entity.concept_row().block).map(|seen| seen.show(lang));
    std::iter::once(title).chain(head).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ")
}
