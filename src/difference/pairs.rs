//! Which thing of one version of a plan is which of the other.
//!
//! A name tells it wherever the thing stands; then, within what is the same, a name that holds there, a title, what a line says. What is
//! left on both sides may have another name or another title: it is the same where the other of both stayed, or nearly all that it says.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use super::things::{Stretch, amounts, said};
use crate::diagnostic::{Lang, suggest::fold};
use crate::language::Concept;
use crate::language::concepts::{usage, waiver};
use crate::plan::{Entity, EntityId, Plan};

/// Everything that each declares, and what goes with what.
pub struct Pairs<'o, 'n> {
    pub olds: Vec<EntityId>,
    pub news: Vec<EntityId>,
    /// What each thing of the new plan was.
    pub was: FxHashMap<EntityId, Entity<'o>>,
    /// What each thing of the old plan is.
    pub is: FxHashMap<EntityId, Entity<'n>>,
    /// Sheets of the old plan, and those of the new one that they became: one of them may have kept the name.
    pub split: BTreeMap<EntityId, Vec<EntityId>>,
    /// Sheets of the new plan, and those of the old one that they were made of.
    pub merged: BTreeMap<EntityId, Vec<EntityId>>,
}

pub fn pairs<'o, 'n>(old: &'o Plan, new: &'n Plan) -> Pairs<'o, 'n> {
    let (olds, news) = (declared(old), declared(new));
    let mut look = Look {
        old,
        new,
        found: Pairs {
            olds: olds.iter().map(|one| one.id).collect(),
            news: news.iter().map(|one| one.id).collect(),
            was: FxHashMap::default(),
            is: FxHashMap::default(),
            split: BTreeMap::new(),
            merged: BTreeMap::new(),
        },
        olds: by_parent(&olds),
        news: by_parent(&news),
    };
    look.by_name(&olds, &news);
    look.by_title(&olds, &news);
    look.split_and_merged();
    look.retitled(&news);
    look.by_likeness(&olds, &news);
    look.carried(&olds, &news);
    look.waivers(&olds, &news);
    look.found
}

/// What the plan's own text declares. In which of its files a plan says something is no matter of the plan.
fn declared(plan: &Plan) -> Vec<Entity<'_>> {
    let own = |entity: &Entity<'_>| !plan.sources.get(entity.head().source).library && !brings_a_file(*entity);
    plan.entities().filter(own).collect()
}

fn brings_a_file(entity: Entity<'_>) -> bool {
    entity.is(Concept::Use) && entity.seen(usage::WHAT.at).is_some_and(|seen| seen.show(Lang::En).ends_with(".dsl"))
}

/// By what holds them: none at the margin.
type Held<'p> = FxHashMap<Option<EntityId>, Vec<Entity<'p>>>;

fn by_parent<'p>(all: &[Entity<'p>]) -> Held<'p> {
    let mut held: Held<'p> = FxHashMap::default();
    for one in all {
        held.entry(one.parent().map(|parent| parent.id)).or_default().push(*one);
    }
    held
}

/// A goal that becomes an action is the same work.
fn kind(entity: Entity<'_>) -> Concept {
    if entity.is(Concept::Action) { Concept::Goal } else { entity.concept() }
}

/// Is it known by a name, or may it be by its title, wherever it stands?
fn is_known_anywhere(entity: Entity<'_>) -> bool {
    let named = entity.name().is_some() && !entity.concept_row().local;
    named || ((entity.is_sheet() || entity.is(Concept::Axis)) && !entity.title().is_absent())
}

/// The words by which a line that has neither name nor title is known, whatever else it says.
fn identity(entity: Entity<'_>) -> Option<String> {
    let words = |keys: &[u8]| keys.iter().filter_map(|at| entity.seen(*at)).map(|seen| seen.show(Lang::En)).collect::<Vec<_>>().join(" ");
    match entity.concept() {
        Concept::Use => Some(words(&[usage::WHAT.at])),
        Concept::Waiver | Concept::Acknowledged => Some(words(&[waiver::RULE.at, waiver::ON.at])),
        _ => None,
    }
}

struct Look<'o, 'n> {
    old: &'o Plan,
    new: &'n Plan,
    found: Pairs<'o, 'n>,
    olds: Held<'o>,
    news: Held<'n>,
}

impl<'o, 'n> Look<'o, 'n> {
    fn pair(&mut self, was: Entity<'o>, is: Entity<'n>) {
        self.found.was.insert(is.id, was);
        self.found.is.insert(was.id, is);
    }

    fn gone(&self, one: &Entity<'_>) -> bool {
        !self.found.is.contains_key(&one.id)
    }

    fn come(&self, one: &Entity<'_>) -> bool {
        !self.found.was.contains_key(&one.id)
    }

    fn by_name(&mut self, olds: &[Entity<'o>], news: &[Entity<'n>]) {
        let key = |one: &Entity<'_>| Some((kind(*one), one.name().filter(|_| !one.concept_row().local)?.to_owned()));
        let mut known = by_key(olds.iter().rev(), key);
        let mut met = vec![(None, None)];
        for one in news {
            if let Some(was) = key(one).and_then(|key| known.get_mut(&key)?.pop()) {
                self.pair(was, *one);
                met.push((Some(was), Some(*one)));
            }
        }
        self.within(met);
    }

    /// What is the same holds things that are: these, and all that they hold.
    fn within(&mut self, mut met: Vec<(Option<Entity<'o>>, Option<Entity<'n>>)>) {
        while let Some((was, is)) = met.pop() {
            let left = |held: Option<&Vec<Entity<'_>>>| held.is_some_and(|all| !all.is_empty());
            let (before, after) = (was.map(|one| one.id), is.map(|one| one.id));
            if !left(self.olds.get(&before)) || !left(self.news.get(&after)) {
                continue;
            }
            let mut kinds: BTreeMap<u8, (Vec<Entity<'o>>, Vec<Entity<'n>>)> = BTreeMap::new();
            for one in self.olds[&before].iter().filter(|one| self.gone(one)) {
                kinds.entry(kind(*one) as u8).or_default().0.push(*one);
            }
            for one in self.news[&after].iter().filter(|one| self.come(one)) {
                kinds.entry(kind(*one) as u8).or_default().1.push(*one);
            }
            for (olds, news) in kinds.into_values() {
                for (was, is) in beside(olds, news) {
                    self.pair(was, is);
                    met.push((Some(was), Some(is)));
                }
            }
        }
    }

    /// Another name and the old title, or none before or now. Two of one title tell nothing.
    fn by_title(&mut self, olds: &[Entity<'o>], news: &[Entity<'n>]) {
        let key = |one: &Entity<'_>| Some((kind(*one), one.title().is()?.into_owned())).filter(|_| is_known_anywhere(*one));
        let gone = by_key(olds.iter().filter(|one| self.gone(one)), key);
        let come = by_key(news.iter().filter(|one| self.come(one)), key);
        self.meet(alone(gone, &come));
    }

    fn meet(&mut self, mut same: Vec<(Entity<'o>, Entity<'n>)>) {
        same.sort_by_key(|(_, is)| is.id);
        for (was, is) in &same {
            self.pair(*was, *is);
        }
        self.within(same.into_iter().map(|(was, is)| (Some(was), Some(is))).collect());
    }

    /// A sheet without a name that stands where it stood, with most of its title and of what it says.
    fn retitled(&mut self, news: &[Entity<'n>]) {
        let bare = |one: &Entity<'_>| one.is_sheet() && one.name().is_none() && !one.title().is_absent();
        let mut met = Vec::new();
        for parent in news.iter().filter(|one| !self.come(one)) {
            let was = self.found.was[&parent.id];
            let held =
                |all: Option<&Vec<Entity<'o>>>| all.into_iter().flatten().copied().filter(|one| self.gone(one) && bare(one)).collect();
            let gone: Vec<Entity<'o>> = held(self.olds.get(&Some(was.id)));
            let come = self.news.get(&Some(parent.id)).into_iter().flatten().copied().filter(|one| self.come(one) && bare(one));
            let come: Vec<Entity<'n>> = if gone.is_empty() { Vec::new() } else { come.collect() };
            met.extend(alike(&gone, &come, &facts_and_title, |share, common| share >= 0.5 && common >= 3));
        }
        self.meet(met);
    }

    /// A part that has the same name and the same title in another thing that was there too: it was carried over.
    fn carried(&mut self, olds: &[Entity<'o>], news: &[Entity<'n>]) {
        let key = |one: &Entity<'_>| Some((kind(*one), one.name()?.to_owned(), one.title().is()?.into_owned()));
        let gone = olds.iter().filter(|one| self.gone(one) && one.parent().is_some_and(|parent| !self.gone(&parent)));
        let come = news.iter().filter(|one| self.come(one) && one.parent().is_some_and(|parent| !self.come(&parent)));
        let (gone, come) = (by_key(gone, key), by_key(come, key));
        self.meet(alone(gone, &come));
    }

    /// A waiver is of a policy and a thing, however that is called now.
    fn waivers(&mut self, olds: &[Entity<'o>], news: &[Entity<'n>]) {
        let of = |one: &Entity<'_>| matches!(one.concept(), Concept::Waiver | Concept::Acknowledged);
        let rule = |one: &Entity<'_>| one.seen(waiver::RULE.at).map(|seen| seen.show(Lang::En));
        let on = |one: &Entity<'_>| {
            let things: Vec<EntityId> = one.members(waiver::ON).filter_map(|seen| seen.target()).map(|target| target.id).collect();
            (!things.is_empty()).then_some(things)
        };
        let now = |one: &Entity<'_>| on(one)?.iter().map(|id| self.found.is.get(id).map(|is| is.id)).collect::<Option<Vec<EntityId>>>();
        let gone = by_key(olds.iter().filter(|one| of(one) && self.gone(one)), |one| Some((one.concept() as u8, rule(one)?, now(one)?)));
        let come = by_key(news.iter().filter(|one| of(one) && self.come(one)), |one| Some((one.concept() as u8, rule(one)?, on(one)?)));
        self.meet(alone(gone, &come));
    }

    /// Another name, another title, and the rest is nearly the same.
    fn by_likeness(&mut self, olds: &[Entity<'o>], news: &[Entity<'n>]) {
        let apart = |one: &Entity<'_>| {
            let pairs = &self.found;
            let parts =
                |all: &BTreeMap<EntityId, Vec<EntityId>>| all.contains_key(&one.id) || all.values().flatten().any(|id| *id == one.id);
            is_known_anywhere(*one) && !parts(&pairs.split) && !parts(&pairs.merged)
        };
        let gone: Vec<Entity<'o>> = olds.iter().copied().filter(|one| self.gone(one) && apart(one)).collect();
        let come: Vec<Entity<'n>> = news.iter().copied().filter(|one| self.come(one) && apart(one)).collect();
        // An axis is what it holds; of anything else a few words that are the same tell nothing.
        let (gone_axes, gone): (Vec<_>, Vec<_>) = gone.into_iter().partition(|one| one.is(Concept::Axis));
        let (come_axes, come): (Vec<_>, Vec<_>) = come.into_iter().partition(|one| one.is(Concept::Axis));
        let axes = alike(&gone_axes, &come_axes, &facts, |share, _| share >= 0.5);
        let same = alike(&gone, &come, &facts, |share, common| share >= 0.5 && common >= 3);
        self.meet(axes.into_iter().chain(same).collect());
    }

    /// A sheet, and new ones beside it that cost together what it cost, year by year: it was split. And the other way round.
    fn split_and_merged(&mut self) {
        let (old, new, pairs) = (self.old, self.new, &self.found);
        let came: Vec<Entity<'n>> = new.sheets().filter(|sheet| self.come(sheet)).collect();
        let went: Vec<Entity<'o>> = old.sheets().filter(|sheet| self.gone(sheet)).collect();
        let was_in = |sheet: Entity<'_>| sheet.parent().and_then(|parent| pairs.is.get(&parent.id)).map(|parent| parent.id);
        let is_in = |sheet: Entity<'_>| sheet.parent().map(|parent| parent.id);
        // One that kept its name, and costs something else.
        let kept: Vec<(Entity<'o>, Entity<'n>)> = old.sheets().filter_map(|was| Some((was, *pairs.is.get(&was.id)?))).collect();
        let mut split = parts_of(&went, &came, &was_in, &is_in);
        let mut merged = parts_of(&came, &went, &is_in, &was_in);
        let free = |parts: &[EntityId], all: &BTreeMap<EntityId, Vec<EntityId>>| {
            !parts.iter().any(|id| all.values().flatten().any(|one| one == id))
        };
        for (was, is) in kept {
            let (before, after) = (cost([was]), cost([is]));
            if before == after || was_in(was) != is_in(is) {
                continue;
            }
            let beside: Vec<Entity<'n>> = came.iter().copied().filter(|one| is_in(*one) == is_in(is)).collect();
            let parts: Vec<EntityId> = [is].iter().chain(&beside).map(|one| one.id).collect();
            if !beside.is_empty() && cost([is].into_iter().chain(beside)) == before && free(&parts, &split) {
                split.insert(was.id, parts);
            }
            let beside: Vec<Entity<'o>> = went.iter().copied().filter(|one| was_in(*one) == was_in(was)).collect();
            let parts: Vec<EntityId> = [was].iter().chain(&beside).map(|one| one.id).collect();
            if !beside.is_empty() && cost([was].into_iter().chain(beside)) == after && free(&parts, &merged) {
                merged.insert(is.id, parts);
            }
        }
        (self.found.split, self.found.merged) = (split, merged);
    }
}

/// Things by what they are known by.
fn by_key<'a, 'p: 'a, K: std::hash::Hash + Eq>(
    all: impl Iterator<Item = &'a Entity<'p>>,
    key: impl Fn(&Entity<'p>) -> Option<K>,
) -> FxHashMap<K, Vec<Entity<'p>>> {
    let mut known: FxHashMap<K, Vec<Entity<'p>>> = FxHashMap::default();
    for one in all {
        if let Some(key) = key(one) {
            known.entry(key).or_default().push(*one);
        }
    }
    known
}

/// What only one has on each side.
fn alone<'o, 'n, K: std::hash::Hash + Eq>(
    gone: FxHashMap<K, Vec<Entity<'o>>>,
    come: &FxHashMap<K, Vec<Entity<'n>>>,
) -> Vec<(Entity<'o>, Entity<'n>)> {
    let pair = |(key, olds): (K, Vec<Entity<'o>>)| match (olds.as_slice(), come.get(&key)?.as_slice()) {
        ([was], [is]) => Some((*was, *is)),
        _ => None,
    };
    gone.into_iter().filter_map(pair).collect()
}

/// For each whole, the parts in the same place that cost together what it costs, in each year and section; at least two, and no others.
fn parts_of(
    wholes: &[Entity<'_>],
    parts: &[Entity<'_>],
    whole_in: &dyn Fn(Entity<'_>) -> Option<EntityId>,
    part_in: &dyn Fn(Entity<'_>) -> Option<EntityId>,
) -> BTreeMap<EntityId, Vec<EntityId>> {
    let mut found = BTreeMap::new();
    for whole in wholes {
        let own: Vec<Entity<'_>> = parts.iter().copied().filter(|part| part_in(*part) == whole_in(*whole)).collect();
        let alone = wholes.iter().filter(|other| whole_in(**other) == whole_in(*whole)).count() == 1;
        let all = cost([*whole]);
        if alone && own.len() > 1 && !all.is_empty() && cost(own.iter().copied()) == all {
            found.insert(whole.id, own.iter().map(|part| part.id).collect());
        }
    }
    found
}

fn cost<'e>(sheets: impl IntoIterator<Item = Entity<'e>>) -> BTreeMap<Stretch, Decimal> {
    let mut all = BTreeMap::new();
    for budget in sheets.into_iter().filter_map(|sheet| sheet.budget().is()) {
        for (of, money) in amounts(budget) {
            *all.entry(of).or_insert(Decimal::ZERO) += money.high;
        }
    }
    all.retain(|_, sum| !sum.is_zero());
    all
}

/// Things of one kind that stand in the same thing.
fn beside<'o, 'n>(mut olds: Vec<Entity<'o>>, mut news: Vec<Entity<'n>>) -> Vec<(Entity<'o>, Entity<'n>)> {
    let mut found: Vec<(Entity<'o>, Entity<'n>)> = Vec::new();
    let title = |one: Entity<'_>| one.title().is().map(|title| title.into_owned());
    // By a name that holds here; by a title; by what the line is known by, else by all that it says.
    equal(&mut olds, &mut news, &mut found, |one| one.name().map(str::to_owned));
    equal(&mut olds, &mut news, &mut found, title);
    equal(&mut olds, &mut news, &mut found, |one| {
        let nameless = one.name().is_none() && title(one).is_none();
        nameless.then(|| identity(one).unwrap_or_else(|| said(one, Lang::En)))
    });
    // Those that are known by something else are other ones.
    let by_these_only = |one: &Entity<'_>| identity(*one).is_some() || is_known_anywhere(*one);
    olds.retain(|one| !by_these_only(one));
    news.retain(|one| !by_these_only(one));
    let bare = |one: &Entity<'_>| one.name().is_none() && one.title().is_absent();
    let near = alike(&olds, &news, &facts, |share, _| share >= 0.5);
    olds.retain(|one| near.iter().all(|(was, _)| was != one));
    news.retain(|one| near.iter().all(|(_, is)| is != one));
    found.extend(near);
    // What has neither name nor title is known by its place.
    found.extend(olds.into_iter().filter(bare).zip(news.into_iter().filter(bare)));
    found
}

/// Takes out those whose key is the same on both sides, in their order.
fn equal<'o, 'n>(
    olds: &mut Vec<Entity<'o>>,
    news: &mut Vec<Entity<'n>>,
    found: &mut Vec<(Entity<'o>, Entity<'n>)>,
    key: impl for<'e> Fn(Entity<'e>) -> Option<String>,
) {
    let mut known: FxHashMap<String, Vec<Entity<'o>>> = FxHashMap::default();
    for one in olds.iter().rev() {
        if let Some(key) = key(*one) {
            known.entry(key).or_default().push(*one);
        }
    }
    let before = found.len();
    news.retain(|one| match key(*one).and_then(|key| known.get_mut(&key)?.pop()) {
        Some(was) => {
            found.push((was, *one));
            false
        }
        None => true,
    });
    let taken: BTreeSet<EntityId> = found[before..].iter().map(|(was, _)| was.id).collect();
    olds.retain(|one| !taken.contains(&one.id));
}

/// The pairs that say most of the same, the most alike first. `facts`: what one says; `enough`: of which share of all that both say, and how
/// much it is.
fn alike<'o, 'n>(
    olds: &[Entity<'o>],
    news: &[Entity<'n>],
    facts: &dyn Fn(Entity<'_>) -> BTreeSet<String>,
    enough: impl Fn(f64, usize) -> bool,
) -> Vec<(Entity<'o>, Entity<'n>)> {
    /// So many comparisons are worth their time.
    const MOST: usize = 40_000;
    if olds.len().saturating_mul(news.len()) > MOST {
        return Vec::new();
    }
    let (before, after): (Vec<_>, Vec<_>) = (olds.iter().map(|one| facts(*one)).collect(), news.iter().map(|one| facts(*one)).collect());
    let mut all: Vec<(usize, usize, usize, usize)> = Vec::new();
    for (at, was) in before.iter().enumerate() {
        for (to, is) in after.iter().enumerate().filter(|(to, _)| kind(olds[at]) == kind(news[*to])) {
            let common = was.intersection(is).count();
            let whole = was.len() + is.len() - common;
            if whole > 0 && enough(common as f64 / whole as f64, common) {
                all.push((common, whole, at, to));
            }
        }
    }
    all.sort_by(|a, b| (b.0 * a.1).cmp(&(a.0 * b.1)).then(a.2.cmp(&b.2)).then(a.3.cmp(&b.3)));
    let (mut used, mut taken) = (BTreeSet::new(), BTreeSet::new());
    let free = |(_, _, at, to): (usize, usize, usize, usize)| {
        let free = !used.contains(&at) && !taken.contains(&to);
        free.then(|| {
            used.insert(at);
            taken.insert(to);
            (olds[at], news[to])
        })
    };
    all.into_iter().filter_map(free).collect()
}

/// What a thing says and holds, and the words of its title.
fn facts_and_title(one: Entity<'_>) -> BTreeSet<String> {
    let title = one.title().is().unwrap_or_default();
    let words = title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(|word| format!("says {}", fold(word)));
    facts(one).into_iter().chain(words).collect()
}

/// What a thing says and holds, but for its name and its title.
fn facts(one: Entity<'_>) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    facts_in(one, "", &mut out);
    out
}

fn facts_in(one: Entity<'_>, before: &str, out: &mut BTreeSet<String>) {
    let said = (0u8..).take(one.concept_row().fields.len()).filter_map(|at| one.seen(at));
    out.extend(said.map(|seen| format!("{before}{}={}", seen.row.spelling(Lang::En), seen.show(Lang::En))));
    out.extend(one.doc().map(|text| format!("{before}{text}")));
    if matches!(one.concept(), Concept::Budget | Concept::Envelope) {
        out.extend(amounts(one).into_iter().map(|(of, money)| format!("{before}{}={}", of.show(Lang::En), money.show(Lang::En))));
        return;
    }
    for child in one.children() {
        match child.name() {
            Some(name) => drop(out.insert(format!("{before}holds {name}"))),
            None => {
                let within = format!("{before}{} {}/", child.concept_row().spelling(Lang::En), child.titled());
                out.insert(within.clone());
                facts_in(child, &within, out);
            }
        }
    }
}
