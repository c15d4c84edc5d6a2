//! Every name is looked up, in one space of names for all files. One loop for every kind of reference.
//!
//! In: the parts of all the files. Out: the [`Plan`], and what names nothing or two things.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::hash::{Hash, Hasher};
use std::sync::{Arc, OnceLock};

use hashbrown::HashTable;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet, FxHasher};

use super::change::Shift;
use super::model::{Placed, Plan};
use super::read::slug;
use super::store::{EntityId, Local, Part};
use crate::diagnostic::{Diagnostic, HERE, Lang, Say, rules, suggest, two};
use crate::language::concepts::plan::also;
use crate::language::{Concept, FieldRow, ROLES, Slot, Type};
use crate::say;
use crate::text::names::canonical;
use crate::text::typography::shortened;
use crate::text::{SourceId, Sources, Span};

/// A part and where it stands: its source, and its first byte there.
pub struct Standing {
    pub part: Arc<Part>,
    pub source: SourceId,
    pub base: u32,
}

/// What was resolved, and what an editor needs to resolve one part anew.
#[derive(Default)]
pub struct Resolution {
    pub plan: Plan,
    pub names: Names,
    /// Of each part, what its references earned.
    pub parts: Vec<PartFound>,
}

/// In: the parts where they stand. Out: the plan, with what each name stands for.
pub fn resolve(standing: Vec<Standing>, sources: Arc<Sources>) -> Resolution {
    Resolution::of(Plan::placed(standing, sources, 0, 0))
}

impl Resolution {
    fn of(plan: Plan) -> Resolution {
        let names = Names::of(&plan);
        let parts = vec![PartFound::default(); plan.parts.len()];
        let mut resolution = Resolution { plan, names, parts };
        let all: Vec<u32> = (0..resolution.parts.len() as u32).collect();
        resolution.look(&all);
        resolution
    }

    /// Resolves these parts.
    fn look(&mut self, parts: &[u32]) {
        let look = Look::new(&self.plan, &self.names);
        let resolved: Vec<Resolved> = parts.par_iter().with_min_len(64).map(|part| look.part(*part)).collect();
        for (part, one) in parts.iter().zip(resolved) {
            self.parts[*part as usize] = one.found;
            self.plan.parts[*part as usize].targets = one.targets;
        }
    }

    /// Other parts than before: what named and names the same in those that stay is not looked up again. Out: of each part, does it name
    /// the same things as before?
    pub fn follow(&mut self, standing: Vec<Standing>, sources: Arc<Sources>, shift: &mut Shift) -> Vec<bool> {
        let respelt = self.names.also.iter().any(|(_, id)| shift.stays(*id).is_none());
        let steady = self.names.unique() && !respelt && !self.names.replaces(&self.plan, shift);
        let leaving = shift.leaving(&self.plan);
        self.plan.follow(standing, sources, shift);
        let (old, new) = (shift.old_parts(), shift.new_parts());
        self.parts.splice(old.start as usize..old.end as usize, new.clone().map(|_| PartFound::default()));
        let steady = steady && self.names.follow(&self.plan, shift);
        match steady {
            true => shift.meet(&leaving, &self.plan),
            false => self.names = Names::of(&self.plan),
        }
        let mut again: Vec<u32> = Vec::new();
        let mut before: Vec<Option<Vec<Option<EntityId>>>> = Vec::new();
        for (at, (placed, found)) in (0u32..).zip(self.plan.parts.iter_mut().zip(&self.parts)) {
            let mut whole = steady && !new.contains(&at) && found.diagnostics.is_empty() && found.unknown.is_empty();
            let mut lost = new.contains(&at);
            for target in &mut placed.targets {
                let now = target.and_then(|id| shift.id(id));
                (whole, lost) = (whole && now.is_some(), lost || (target.is_some() && now.is_none()));
                *target = now;
            }
            if !whole {
                again.push(at);
                before.push(Some(std::mem::take(&mut placed.targets)).filter(|_| !lost));
            }
        }
        self.look(&again);
        let mut same = vec![true; self.plan.parts.len()];
        for (at, before) in again.into_iter().zip(before) {
            same[at as usize] = before.is_some_and(|before| self.plan.parts[at as usize].targets == before);
        }
        same
    }

    /// One part anew, after its text changed and no name did. Out: did a reference of it change its meaning?
    pub fn again(&mut self, part: u32) -> bool {
        let Resolved { targets, found } = Look::new(&self.plan, &self.names).part(part);
        self.parts[part as usize] = found;
        let known = &mut self.plan.parts[part as usize].targets;
        let changed = *known != targets;
        *known = targets;
        changed
    }

    /// What names nothing, or two things; and which owners are not forgotten though no line that could be read names them.
    /// `incomplete`: a `use` brought nothing, so that names may be missing for that reason.
    pub fn report(&mut self, incomplete: bool) -> Vec<Diagnostic> {
        let look = Look::new(&self.plan, &self.names);
        let ghosts = OnceCell::new();
        // What stands where it cannot, or could not be read, is not missing.
        let ghost = |found: &Diagnostic| {
            found.rule.id == rules::UNKNOWN_NAME.id && ghosts.get_or_init(|| look.ghosts()).contains(look.plan.sources.slice(found.span()))
        };
        let mut found: Vec<Diagnostic> = self
            .parts
            .iter()
            .zip(&self.plan.parts)
            .flat_map(|(part, placed)| part.diagnostics.iter().map(|found| found.clone().shifted(placed.source, placed.base)))
            .filter(|found| !ghost(found))
            .collect();
        found.extend(look.defined_twice());
        let mut mentioned = look.unknown_names(&self.parts, incomplete, &mut found);
        mentioned.extend(look.mentioned());
        mentioned.extend(self.names.twice.iter().map(|(second, _)| *second));
        mentioned.sort_unstable();
        mentioned.dedup();
        self.plan.mentioned = mentioned;
        found
    }
}

impl Plan {
    /// The parts one behind the other, and what stands at the margin by its concept. `first`: the number of the first of them, and of its
    /// first goal.
    pub(super) fn placed(standing: Vec<Standing>, sources: Arc<Sources>, first: u32, first_goal: u32) -> Plan {
        let mut plan = Plan { sources, ..Plan::default() };
        plan.parts.reserve(standing.len());
        for (number, Standing { part, source, base }) in (first..).zip(standing) {
            let first_goal = first_goal + plan.goals.len() as u32;
            plan.goals.extend(part.goals.iter().map(|at| EntityId { part: number, at: *at }));
            let mut at = 0;
            while let Some(row) = part.entities.get(at as usize) {
                let id = EntityId { part: number, at };
                match row.concept {
                    Concept::Axis => plan.axes.push(id),
                    Concept::Owner => plan.owners.push(id),
                    Concept::Authority => plan.authorities.push(id),
                    Concept::Strategy => plan.strategies.push(id),
                    // Others stand at the margin of an item that is damaged, or not at all.
                    _ => {}
                }
                at = row.next;
            }
            plan.parts.push(Placed { remarks: part.has_remarks(), part, source, base, first_goal, targets: Vec::new() });
        }
        plan
    }
}

/// Every name of the plan and what it stands for.
#[derive(Default)]
pub struct Names {
    /// Names that hold everywhere, by what they read.
    table: HashTable<EntityId>,
    /// Second spellings: few, and a name comes first.
    also: Vec<(String, EntityId)>,
    /// What is defined a second time, and what came first.
    twice: Vec<(EntityId, EntityId)>,
    /// What the library defines, and the plan in its place.
    replaced: Vec<EntityId>,
    /// What may be meant by a name that is nearly one of these, in the order of the text: made when the first is looked for.
    near: OnceLock<Vec<suggest::Known<EntityId>>>,
}

/// What is seen in one part.
#[derive(Default)]
struct Resolved {
    targets: Vec<Option<EntityId>>,
    found: PartFound,
}

/// What the references of one part earned, with places counted from the part's start.
#[derive(Debug, Clone, Default)]
pub struct PartFound {
    diagnostics: Vec<Diagnostic>,
    unknown: Vec<(Local, &'static FieldRow)>,
    /// A name is sought by a title: what it stands for rests on titles too.
    pub by_title: bool,
}

impl PartFound {
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }
}

impl Names {
    fn of(plan: &Plan) -> Names {
        let mut names = Names::default();
        names.table.reserve(plan.goals.len() + plan.owners.len() + plan.axes.len() + 8, |_| 0);
        for part in 0..plan.parts.len() as u32 {
            names.define_part(plan, part);
        }
        names
    }

    fn define_part(&mut self, plan: &Plan, part: u32) {
        let placed = &plan.parts[part as usize];
        for (at, row) in (0u32..).zip(&placed.part.entities) {
            if row.concept.row().name != Slot::None && !row.concept.row().local {
                self.define(plan, EntityId { part, at });
            }
        }
        let text = plan.text_of(part);
        let name = |at: u32| placed.part.name_within(text, at);
        for same in placed.part.within.chunk_by(|a, b| name(*a) == name(*b)) {
            self.twice.extend(same[1..].iter().map(|at| (EntityId { part, at: *at }, EntityId { part, at: same[0] })));
        }
    }

    fn define(&mut self, plan: &Plan, id: EntityId) {
        let entity = plan.entity(id);
        let Some(name) = entity.name() else { return };
        if matches!(entity.concept(), Concept::Theme | Concept::MustHave | Concept::Barrier) {
            self.also.extend(entity.members(also::ALSO).map(|seen| (canonical(&seen.text()).into_owned(), id)));
        }
        let name = canonical(name);
        let known = self.table.find_mut(hash(&name), |other| same(plan, *other, &name));
        let library = |id: EntityId| plan.sources.get(plan.parts[id.part as usize].source).library;
        match known {
            // The plan's own `owner CDO "…"` takes the place of the library's.
            Some(first) if library(*first) && !library(id) => self.replaced.push(std::mem::replace(first, id)),
            Some(first) if library(id) && !library(*first) => self.replaced.push(id),
            // Two libraries may name one thing: the first is meant.
            Some(first) if library(id) && library(*first) => self.replaced.push(id),
            Some(first) => self.twice.push((id, *first)),
            None => {
                self.table.insert_unique(hash(&name), id, |id| hash(canonical(plan.entity(*id).name().unwrap_or_default())));
            }
        }
    }

    /// Did something go whose name the library has too? Then the library's is meant again.
    fn replaces(&self, before: &Plan, shift: &Shift) -> bool {
        self.replaced.iter().any(|id| {
            let first = before.entity(*id).name().and_then(|name| self.find(before, name));
            shift.stays(*id).is_none() || first.is_none_or(|first| shift.stays(first).is_none())
        })
    }

    /// The names of other parts than before. Out: false where a new name stands for two things: then the order of the whole text decides.
    fn follow(&mut self, plan: &Plan, shift: &Shift) -> bool {
        self.table.retain(|id| shift.stays(*id).map(|now| *id = now).is_some());
        self.replaced.iter_mut().for_each(|id| *id = shift.stays(*id).unwrap_or(*id));
        self.also.retain_mut(|(_, id)| shift.stays(*id).map(|now| *id = now).is_some());
        let (replaced, also) = (self.replaced.len(), self.also.len());
        for part in shift.new_parts() {
            self.define_part(plan, part);
        }
        if let Some(near) = self.near.get_mut() {
            near.retain_mut(|known| shift.stays(known.of).map(|now| known.of = now).is_some());
            let new = self.table.iter().filter(|id| shift.new_parts().contains(&id.part));
            near.extend(new.filter_map(|id| known(plan, *id)));
            near.sort_unstable_by_key(|known| known.of);
        }
        self.unique() && self.replaced.len() == replaced && self.also.len() == also
    }

    fn find(&self, plan: &Plan, name: &str) -> Option<EntityId> {
        let name = canonical(name);
        let own = self.table.find(hash(&name), |id| same(plan, *id, &name)).copied();
        own.or_else(|| self.also.iter().find(|(other, _)| *other == name).map(|(_, id)| *id))
    }

    /// Is every name that of one thing only?
    pub fn unique(&self) -> bool {
        self.twice.is_empty()
    }
}

/// Has it this name, in the one form of names?
fn same(plan: &Plan, id: EntityId, name: &str) -> bool {
    plan.entity(id).name().is_some_and(|other| other == name || canonical(other) == name)
}

/// A name as it may be meant by one that is nearly it.
fn known(plan: &Plan, id: EntityId) -> Option<suggest::Known<EntityId>> {
    Some(suggest::Known::new(plan.entity(id).name()?, id))
}

fn hash(value: impl Hash) -> u64 {
    let mut hasher = FxHasher::default();
    value.hash(&mut hasher);
    hasher.finish()
}

impl Plan {
    /// A part's own text.
    fn text_of(&self, part: u32) -> &str {
        let placed = &self.parts[part as usize];
        &self.sources.get(placed.source).text[placed.base as usize..]
    }

    /// What has a name that holds within `parent`.
    fn find_within(&self, parent: EntityId, name: &str) -> Option<EntityId> {
        let (part, text) = (&self.parts[parent.part as usize].part, self.text_of(parent.part));
        let sought = (parent.at, canonical(name));
        let at = *part.within.get(part.within.partition_point(|at| part.name_within(text, *at) < sought))?;
        (part.name_within(text, at) == sought).then_some(EntityId { at, ..parent })
    }
}

/// A plan with its names.
struct Look<'a> {
    plan: &'a Plan,
    names: &'a Names,
    /// What may be meant by a title: made when the first is looked for.
    titles: OnceLock<FxHashMap<String, Vec<EntityId>>>,
}

impl<'a> Look<'a> {
    fn new(plan: &'a Plan, names: &'a Names) -> Look<'a> {
        Look { plan, names, titles: OnceLock::new() }
    }

    /// Names that stand for two things, and a plan with two strategies.
    fn defined_twice(&self) -> Vec<Diagnostic> {
        let plan = self.plan;
        let mut found = Vec::new();
        for (second, first) in &self.names.twice {
            let (entity, first) = (plan.entity(*second), plan.entity(*first).place());
            let shown = shortened(entity.name().unwrap_or_default());
            let (message, help) = if !entity.concept_row().local {
                (
                    say!("Le nom `{shown}` désigne deux choses."; "The name `{shown}` stands for two things.", shown),
                    say!("Renommez l'une des deux : un nom vaut pour tous les fichiers du plan."; "Rename one of them: a name holds for all the files of the plan."),
                )
            } else {
                (
                    say!("Le nom `{shown}` est donné deux fois dans ce bloc."; "The name `{shown}` is given twice in this block.", shown),
                    say!("Renommez l'une des deux choses qui le portent."; "Rename one of the two things that bear it."),
                )
            };
            found.push(twice(entity.place(), first, message, help));
        }
        if let [first, rest @ ..] = plan.strategies.as_slice() {
            for second in rest {
                found.push(
                    Diagnostic::new(
                        &rules::DEFINED_TWICE,
                        plan.entity(*second).head(),
                        say!("Un plan contient une seule stratégie."; "A plan holds one strategy only."),
                        say!("Gardez-en une ; le reste du plan s'y rattache."; "Keep one; the rest of the plan belongs to it."),
                    )
                    .here(say!("la seconde"; "the second"))
                    .label(plan.entity(*first).head(), say!("la première"; "the first")),
                );
            }
        }
        found
    }

    // --- references -------------------------------------------------------------------------------------------------

    fn part(&self, number: u32) -> Resolved {
        let placed = &self.plan.parts[number as usize];
        let mut out = Resolved::default();
        out.targets.reserve_exact(placed.part.references.len());
        for reference in &placed.part.references {
            let (said, unknown) = (out.found.diagnostics.len(), out.found.unknown.len());
            let written = self.plan.slice(number, reference.span);
            let target = match reference.within {
                None => self.reference(written, reference.span, reference.row, &mut out.found),
                Some(at) => self.part_of(EntityId { part: number, at }, written, reference.span, reference.row, &mut out.found),
            };
            if reference.quiet {
                out.found.diagnostics.truncate(said);
                out.found.unknown.truncate(unknown);
            }
            out.targets.push(target);
        }
        out
    }

    fn reference(&self, written: &str, span: Local, row: &'static FieldRow, out: &mut PartFound) -> Option<EntityId> {
        if is_title(written) {
            return self.by_title(written, span, row, out);
        }
        let holds_parts = row.names.iter().any(|concept| is_part(*concept));
        match written.split_once('.').filter(|_| holds_parts) {
            None => {
                let id = self.find(span, written, row, out)?;
                self.fits(id, row).then_some(id).or_else(|| self.wrong_kind(span, written, id, row, out))
            }
            Some((whole, part)) => {
                let first = Local::new(span.start, span.start + whole.len() as u32);
                let id = self.find(first, whole, row, out)?;
                if !self.plan.entity(id).is_sheet() {
                    return self.wrong_kind(first, whole, id, row, out);
                }
                self.part_of(id, part, Local::new(span.end - part.len() as u32, span.end), row, out)
            }
        }
    }

    /// A title where a name is due: `pilote "Secrétariat général"`, `pilote Secrétariat général`. It is read as the one thing that has it.
    fn by_title(&self, written: &str, span: Local, row: &'static FieldRow, out: &mut PartFound) -> Option<EntityId> {
        out.by_title = true;
        let title = crate::syntax::plain(written);
        let shown = shortened(&title);
        let expected = expected(row);
        let titles = self.titles.get_or_init(|| {
            let mut titles: FxHashMap<String, Vec<EntityId>> = FxHashMap::default();
            for entity in self.plan.entities().filter(|entity| entity.name().is_some()) {
                titles.entry(spoken(&entity.titled())).or_default().push(entity.id);
            }
            titles
        });
        // `"SGM"`, `"identite.ouverture"`: a name, and no title.
        let named = Some(title.trim()).filter(|title| !is_title(title)).and_then(|name| {
            let mut silent = PartFound::default();
            self.reference(name, span, row, &mut silent).filter(|_| silent.diagnostics.is_empty())
        });
        let titled = || titles.get(&spoken(&title)).into_iter().flatten().copied().filter(|id| self.fits(*id, row)).collect::<Vec<_>>();
        let found = named.map_or_else(titled, |id| vec![id]);
        let message = say!("« {shown} » est un titre : il faut ici un nom."; "\"{shown}\" is a title: a name is due here.", shown);
        match found.as_slice() {
            [] => {
                let near = suggest::nearest(&spoken(&title), self.near_titles(titles, row));
                let near = near.or_else(|| {
                    let begin = spoken(&title);
                    let mut longer = self.near_titles(titles, row).filter(|other| other.starts_with(&begin));
                    longer.next().filter(|_| longer.next().is_none())
                });
                let near = near.and_then(|near| titles.get(near)?.iter().copied().find(|id| self.fits(*id, row)));
                let message = say!("Rien dans le plan ne porte le titre « {shown} » : il faut ici un nom."; "Nothing in the plan has the title \"{shown}\": a name is due here.", shown);
                let name = slug(&title);
                let help = match near.map(|near| self.plan.entity(near).path()) {
                    Some(near) => say!("Écrivez `{near}`."; "Write `{near}`.", near),
                    None if is_anything(row) => {
                        say!("Donnez le nom d'une chose du plan, comme il y est écrit."; "Give the name of a thing of the plan, as it is written there.")
                    }
                    None if row.names.contains(&Concept::Owner) => {
                        let line = shown.replace('"', "");
                        say!("Déclarez à la marge d'un fichier `pilote {name} \"{line}\"`, puis écrivez ici `{name}`."; "Declare `owner {name} \"{line}\"` at the margin of a file, then write `{name}` here.", name, line)
                    }
                    None => {
                        say!("Il faut {expected}, sans guillemets."; "It takes {expected}, without quotes.", expected)
                    }
                };
                let near = near.map(|near| self.plan.entity(near).path());
                // Where a text may stand, it may be meant as one.
                let text = Some(format!("\"{title}\"")).filter(|_| matches!(row.of, Type::People) && !written.contains('"'));
                let diagnostic = unknown(place(span), message, help, near.as_deref());
                out.diagnostics.push(match text {
                    Some(text) if near.is_none() => {
                        let help = say!("Mettez-le entre guillemets, `{text}`, ou déclarez-le à la marge d'un fichier."; "Put it between quotes, `{text}`, or declare it at the margin of a file.", text);
                        let message = say!("« {shown} » n'est ni un nom déclaré ni un texte entre guillemets."; "\"{shown}\" is neither a declared name nor a text between quotes.", shown);
                        Diagnostic { message, help, ..diagnostic }.fix(say!("Mettre entre guillemets"; "Put it between quotes"), place(span), text)
                    }
                    Some(_) | None => diagnostic,
                });
                None
            }
            [one, others @ ..] => {
                let name = self.plan.entity(*one).path();
                let help = match (named, others) {
                    (Some(_), _) | (None, []) => say!("Écrivez `{name}`."; "Write `{name}`.", name),
                    (None, _) => {
                        say!("Plusieurs portent ce titre : écrivez le nom de celui qu'il faut."; "Several have this title: write the name of the one that is meant.")
                    }
                };
                let message = match named {
                    Some(_) => say!("Un nom s'écrit sans guillemets."; "A name is written without quotes."),
                    None => message,
                };
                let mut diagnostic = Diagnostic::new(&rules::MISSING_PART, place(span), message, help);
                for id in found.iter().take(5) {
                    let name = self.plan.entity(*id).path();
                    diagnostic = diagnostic.fix(say!("Écrire `{name}`"; "Write `{name}`", name), place(span), name.clone());
                }
                out.diagnostics.push(diagnostic);
                Some(*one)
            }
        }
    }

    /// The titles that may be meant by one that is nearly theirs; none where there are too many to compare.
    fn near_titles<'t>(&'t self, titles: &'t FxHashMap<String, Vec<EntityId>>, row: &'static FieldRow) -> impl Iterator<Item = &'t str> {
        const MOST: usize = 2_000;
        let few = titles.len() <= MOST;
        titles.iter().filter(move |(_, ids)| few && ids.iter().any(|id| self.fits(*id, row))).map(|(title, _)| title.as_str())
    }

    fn fits(&self, id: EntityId, row: &FieldRow) -> bool {
        row.names.contains(&self.plan.entity(id).concept())
    }

    fn find(&self, span: Local, written: &str, row: &'static FieldRow, out: &mut PartFound) -> Option<EntityId> {
        let found = self.names.find(self.plan, written);
        if found.is_none() {
            out.unknown.push((span, row));
        }
        found
    }

    /// `identite.ouverture`, `guichet.portail`: a milestone or an action of a goal; where one is due, an indicator.
    fn part_of(&self, goal: EntityId, part: &str, here: Local, row: &'static FieldRow, out: &mut PartFound) -> Option<EntityId> {
        let entity = self.plan.entity(goal);
        let wanted = |of: super::Entity<'_>| is_part(of.concept()) && row.names.contains(&of.concept());
        let within = self.plan.find_within(goal, part).filter(|id| wanted(self.plan.entity(*id)));
        let action = || {
            let named = self.names.find(self.plan, part).filter(|_| row.names.contains(&Concept::Milestone));
            named.filter(|id| self.plan.entity(*id).parent().is_some_and(|parent| parent.id == goal))
        };
        if let Some(id) = within.or_else(action) {
            return Some(id);
        }
        if out.diagnostics.len() >= MOST_IN_A_PART {
            return None;
        }
        /// No more names in a help.
        const SHOWN: usize = 10;
        let owner = entity.shown();
        let indicators = !row.names.contains(&Concept::Milestone);
        let fits = |child: &super::Entity<'_>| wanted(*child) || (!indicators && child.is(Concept::Action));
        let names = || entity.children().filter(fits).filter_map(|child| child.name());
        let mut parts: Vec<&str> = names().take(SHOWN).collect();
        let near = suggest::nearest(part, names().take(200));
        if names().nth(SHOWN).is_some() {
            parts.push("…");
        }
        let help = match parts.as_slice() {
            [] if indicators => say!("{owner} n'a aucun indicateur nommé."; "{owner} has no named indicator.", owner),
            [] => say!("{owner} n'a ni jalon ni action nommés."; "{owner} has no named milestone or action.", owner),
            _ => say!("{owner} connaît : {parts}."; "{owner} knows: {parts}.", owner, parts = parts.join(", ")),
        };
        let shown = shortened(part);
        let message = match indicators {
            true => say!("{owner} n'a pas d'indicateur `{shown}`."; "{owner} has no indicator `{shown}`.", owner, shown),
            false => say!("{owner} n'a ni jalon ni action `{shown}`."; "{owner} has no milestone or action `{shown}`.", owner, shown),
        };
        out.diagnostics.push(unknown(place(here), message, help, near));
        None
    }

    fn wrong_kind<T>(&self, span: Local, written: &str, id: EntityId, row: &FieldRow, out: &mut PartFound) -> Option<T> {
        let expected = expected(row);
        let entity = self.plan.entity(id);
        let kind = match entity.concept() {
            Concept::Owner => say!("un responsable"; "an owner"),
            other => other.row().one(),
        };
        let shown = shortened(written);
        out.diagnostics.push(
            Diagnostic::new(
                &rules::WRONG_KIND,
                place(span),
                say!("`{shown}` est {kind} ; il faut ici {expected}."; "`{shown}` is {kind}; {expected} is due here.", shown, kind, expected),
                say!("Donnez le nom qui convient."; "Give the name that fits."),
            )
            .label(entity.place(), say!("défini ici"; "defined here")),
        );
        None
    }

    // --- what names nothing -----------------------------------------------------------------------------------------

    /// Says which names are defined nowhere. Roles of the library that nobody brought in are one mistake; and where a
    /// `use` brought nothing, a name is what it should have brought. Out: the owners that were probably meant.
    fn unknown_names(&self, parts: &[PartFound], incomplete: bool, found: &mut Vec<Diagnostic>) -> Vec<EntityId> {
        let all = (0u32..).zip(parts).flat_map(|(part, found)| found.unknown.iter().map(move |(span, row)| (part, *span, *row)));
        let mut all = all.peekable();
        if all.peek().is_none() {
            return Vec::new();
        }
        let ghosts = self.ghosts();
        let unknown = all
            .map(|(part, span, row)| (self.plan.span(part, span), row))
            .filter(|(span, _)| !ghosts.contains(self.plan.sources.slice(*span)));
        let is_role = |(span, row): &(Span, &'static FieldRow)| {
            row.names.contains(&Concept::Owner) && ROLES.contains(&self.plan.sources.slice(*span))
        };
        // A role beside the library's own is a slip like any other.
        let brought = self.plan.sources.iter().any(|(_, source)| source.library);
        let (roles, others): (Vec<_>, Vec<_>) = unknown.partition(|one| !brought && is_role(one));
        let mut meant = Vec::new();
        let mut search = suggest::Search::new(self.near());
        let mut inner: Option<FxHashMap<Cow<'_, str>, Vec<EntityId>>> = None;
        for (span, row) in others {
            if found.len() >= crate::diagnostic::MOST {
                found.push(too_many(span));
                continue;
            }
            if row.names.contains(&Concept::Milestone) {
                let inner = inner.get_or_insert_with(|| self.inner());
                if let Some(diagnostic) = self.of_a_goal(span, inner) {
                    found.extend((!incomplete).then_some(diagnostic));
                    continue;
                }
            }
            let near = search.nearest(self.plan.sources.slice(span), |id| self.fits(*id, row)).copied();
            meant.extend(near);
            if let (None, Some(inner), false) = (near, &inner, incomplete) {
                let names = inner.keys().map(Cow::as_ref).take(2_000);
                let near = suggest::nearest(self.plan.sources.slice(span), names).map(str::to_owned);
                if let Some(near) = near.and_then(|near| inner.get(near.as_str())).filter(|ids| ids.len() == 1) {
                    found.push(self.unknown(span, row, Some(&self.plan.entity(near[0]).path())));
                    continue;
                }
            }
            if !incomplete {
                found.push(self.unknown(span, row, near.and_then(|near| self.plan.entity(near).name())));
            }
        }
        if let ([(first, _), rest @ ..], false) = (roles.as_slice(), incomplete) {
            found.push(self.roles(*first, rest));
        }
        meant
    }

    /// The milestones by their own names.
    fn inner(&self) -> FxHashMap<Cow<'_, str>, Vec<EntityId>> {
        let mut inner: FxHashMap<Cow<'_, str>, Vec<EntityId>> = FxHashMap::default();
        for (part, placed) in (0u32..).zip(&self.plan.parts) {
            for id in placed.part.within.iter().map(|at| EntityId { part, at: *at }) {
                if let Some(name) = self.plan.entity(id).name().filter(|_| self.plan.entity(id).is(Concept::Milestone)) {
                    inner.entry(canonical(name)).or_default().push(id);
                }
            }
        }
        inner
    }

    /// `dépend de ouverture`: a milestone that is named with what holds it. Its own is none that a goal could wait for.
    fn of_a_goal(&self, span: Span, inner: &FxHashMap<Cow<'_, str>, Vec<EntityId>>) -> Option<Diagnostic> {
        /// No more of them in a message.
        const SHOWN: usize = 5;
        let written = self.plan.sources.slice(span);
        let own = |id: &EntityId| self.plan.entity(*id).parent().is_some_and(|parent| parent.whole().contains(span.source, span.start));
        let ids: Vec<EntityId> = inner.get(&canonical(written))?.iter().copied().filter(|id| !own(id)).take(SHOWN).collect();
        let paths: Vec<String> = ids.iter().map(|id| self.plan.entity(*id).path()).collect();
        let list = paths.iter().map(|path| format!("`{path}`")).collect::<Vec<_>>();
        let shown = shortened(written);
        let (message, help) = match list.as_slice() {
            [] => return None,
            [one] => {
                let title = self.plan.entity(ids[0]).parent().map_or_else(String::new, |parent| shortened(&parent.titled()));
                (
                    say!("`{shown}` est un jalon de « {title} » : il se nomme avec lui."; "`{shown}` is a milestone of \"{title}\": it is named together with it.", shown, title),
                    say!("Écrivez {one}."; "Write {one}.", one),
                )
            }
            [first @ .., last] => {
                let first = first.join(", ");
                (
                    say!("Plusieurs objectifs ou actions ont un jalon `{shown}`."; "Several goals or actions have a milestone `{shown}`.", shown),
                    say!("Écrivez {first} ou {last}."; "Write {first} or {last}.", first, last),
                )
            }
        };
        let diagnostic = Diagnostic::new(&rules::UNKNOWN_NAME, span, message, help);
        let offered =
            |diagnostic: Diagnostic, path: &String| diagnostic.fix(say!("Écrire `{path}`"; "Write `{path}`", path), span, path.clone());
        Some(paths.iter().fold(diagnostic, offered))
    }

    /// The names of what stands where it cannot.
    fn ghosts(&self) -> FxHashSet<&str> {
        let parts = (0u32..).zip(&self.plan.parts).filter(|(_, placed)| placed.remarks);
        parts.flat_map(|(part, placed)| placed.part.ghosts.iter().map(move |ghost| self.plan.slice(part, *ghost))).collect()
    }

    fn near(&self) -> &[suggest::Known<EntityId>] {
        self.names.near.get_or_init(|| {
            let mut near: Vec<_> = self.names.table.iter().filter_map(|id| known(self.plan, *id)).collect();
            near.sort_unstable_by_key(|known| known.of);
            near
        })
    }

    /// What unreadable lines name.
    fn mentioned(&self) -> Vec<EntityId> {
        let remarks = (0u32..).zip(&self.plan.parts).filter(|(_, placed)| placed.remarks);
        let words = remarks.flat_map(|(part, placed)| placed.part.mentions.iter().map(move |span| (part, *span)));
        let bare = |(part, span)| self.plan.slice(part, span).trim_matches(['"', '«', '»', '“', '”', ' ']);
        words.filter_map(|word| self.names.find(self.plan, bare(word))).collect()
    }

    fn roles(&self, first: Span, rest: &[(Span, &'static FieldRow)]) -> Diagnostic {
        let mut names = vec![self.plan.sources.slice(first)];
        let mut labels = Vec::new();
        for (span, _) in rest {
            let name = self.plan.sources.slice(*span);
            if !names.contains(&name) {
                names.push(name);
                labels.push(*span);
            }
        }
        let list: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
        let list = list.join(", ");
        let message = match names.len() {
            1 => say!("{list} n'est défini nulle part : il faut un responsable."; "{list} is defined nowhere: an owner is due.", list),
            _ => say!("{list} ne sont définis nulle part : il faut des responsables."; "{list} are defined nowhere: owners are due.", list),
        };
        let help = say!("Ajoutez `utiliser std.roles` en tête du plan : cette bibliothèque définit les rôles courants."; "Add `use std.roles` at the head of the plan: that library defines the usual roles.");
        let diagnostic = unknown(first, message, help, None);
        labels.into_iter().fold(diagnostic, |diagnostic, span| diagnostic.label(span, Say::default()))
    }

    /// The library that declares what such a field names, where the plan does not use it.
    fn not_brought(&self, row: &FieldRow) -> Option<&'static str> {
        let all = [(Concept::Theme, "themes"), (Concept::Barrier, "barriers"), (Concept::MustHave, "must-haves")];
        let (_, library) = all.into_iter().find(|(concept, _)| row.names.contains(concept))?;
        let name = format!("std/{library}.dsl");
        (!self.plan.sources.iter().any(|(_, source)| source.name == name)).then_some(library)
    }

    fn unknown(&self, span: Span, row: &FieldRow, near: Option<&str>) -> Diagnostic {
        let written = shortened(self.plan.sources.slice(span));
        let help = match near {
            Some(near) => say!("Écrivez `{near}`, ou définissez `{written}`."; "Write `{near}`, or define `{written}`.", near, written),
            None if row.names.contains(&Concept::Owner) => {
                say!("Déclarez-le à la marge d'un fichier : `pilote {written} \"Son intitulé\"`."; "Declare it at the margin of a file: `owner {written} \"Its title\"`.", written)
            }
            None => match self.not_brought(row) {
                Some(library) => {
                    say!("Ajoutez `utiliser std.{library}` en tête du plan, qui définit les plus courants, ou définissez `{written}`."; "Add `use std.{library}` at the head of the plan, which defines the usual ones, or define `{written}`.", library, written)
                }
                None => say!("Définissez `{written}`, ou corrigez ce renvoi."; "Define `{written}`, or correct this reference.", written),
            },
        };
        let expected = expected(row);
        let message = say!("`{written}` n'est défini nulle part : il faut {expected}."; "`{written}` is defined nowhere: {expected} is due.", written, expected);
        unknown(span, message, help, near)
    }
}

/// Is it written as a title, and not as a name?
fn is_title(written: &str) -> bool {
    written.starts_with(['"', '«', '“']) || written.contains(' ')
}

/// Titles that are spoken alike are the same.
fn spoken(title: &str) -> String {
    suggest::fold(title).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// No more messages of one part about parts of goals.
const MOST_IN_A_PART: usize = 2_000;

impl Plan {
    fn span(&self, part: u32, local: Local) -> Span {
        let placed = &self.parts[part as usize];
        Span::new(placed.source, placed.base + local.start, placed.base + local.end)
    }

    fn slice(&self, part: u32, local: Local) -> &str {
        self.sources.slice(self.span(part, local))
    }
}

/// A place of a part, before it is known where the part stands.
fn place(local: Local) -> Span {
    Span::new(HERE, local.start, local.end)
}

/// May a name of nearly any thing stand there?
fn is_anything(row: &FieldRow) -> bool {
    row.names.contains(&Concept::Owner) && row.names.contains(&Concept::Goal)
}

/// What may stand where a name is due.
/// What is named by the sheet that it stands in: `site.ouverture`.
fn is_part(concept: Concept) -> bool {
    matches!(concept, Concept::Milestone | Concept::Indicator)
}

fn expected(row: &FieldRow) -> Say {
    if is_anything(row) {
        return say!("le nom d'un objectif, d'une action, d'un responsable ou d'une autre chose du plan"; "the name of a goal, an action, an owner or another thing of the plan");
    }
    if row.names.contains(&Concept::Owner) {
        return say!("un responsable"; "an owner");
    }
    if row.names.contains(&Concept::Milestone) {
        return say!("un objectif, une action ou un jalon"; "a goal, an action or a milestone");
    }
    match row.names {
        [Concept::Authority] => say!("une collectivité"; "an authority"),
        names => {
            let list = |lang: Lang| names.iter().map(|name| format!("`{}`", name.row().spelling(lang))).collect::<Vec<_>>().join(", ");
            say!("un nom déclaré avec {list}"; "a name declared with {list}", list = two(list(Lang::Fr), list(Lang::En)))
        }
    }
}

/// Past the limit a message is counted, not written.
fn too_many(span: Span) -> Diagnostic {
    Diagnostic::new(&rules::UNKNOWN_NAME, span, Say::default(), Say::default())
}

fn twice(span: Span, first: Span, message: Say, help: Say) -> Diagnostic {
    Diagnostic::new(&rules::DEFINED_TWICE, span, message, help)
        .here(say!("ici de nouveau"; "here again"))
        .label(first, say!("défini ici d'abord"; "defined here first"))
}

fn unknown(span: Span, message: Say, help: Say, near: Option<&str>) -> Diagnostic {
    let diagnostic = Diagnostic::new(&rules::UNKNOWN_NAME, span, message, help);
    match near {
        Some(near) => diagnostic.here(say!("vouliez-vous dire `{near}` ?"; "did you mean `{near}`?", near)).fix(
            say!("Écrire `{near}`"; "Write `{near}`", near),
            span,
            near,
        ),
        None => diagnostic,
    }
}
