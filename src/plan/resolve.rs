//! Every name is looked up, in one space of names for all files. One loop for every kind of reference.
//!
//! In: the parts of all the files. Out: the [`Plan`], and what names nothing or two things.

use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::model::{Placed, Plan};
use super::store::{EntityId, MARGIN, Part};
use crate::diagnostic::{Diagnostic, Say, codes, suggest};
use crate::language::{Concept, FieldRow, ROLES, Slot};
use crate::say;
use crate::text::typography::shortened;
use crate::text::{SourceId, Sources, Span};

/// A part and where it stands: its source, and its first byte there.
pub struct Standing {
    pub part: Arc<Part>,
    pub source: SourceId,
    pub base: u32,
}

/// `incomplete`: a `use` brought nothing, so that names may be missing for that reason.
pub fn resolve(standing: Vec<Standing>, sources: Arc<Sources>, incomplete: bool) -> (Plan, Vec<Diagnostic>) {
    let mut plan = placed(standing, sources);
    let mut found = Vec::new();
    let names = Names::of(&plan, &mut found);
    let resolved: Vec<Resolved> = (0..plan.parts.len()).into_par_iter().with_min_len(64).map(|part| names.part(part as u32)).collect();
    let mut unknown = Vec::new();
    let mut targets = Vec::with_capacity(resolved.len());
    for mut one in resolved {
        unknown.append(&mut one.unknown);
        found.append(&mut one.diagnostics);
        targets.push(one.targets);
    }
    let mut mentioned = names.report(unknown, incomplete, &mut found);
    mentioned.extend(names.mentioned());
    mentioned.extend(&names.second);
    drop(names);
    for (placed, targets) in plan.parts.iter_mut().zip(targets) {
        placed.targets = targets;
    }
    mentioned.sort_unstable();
    mentioned.dedup();
    plan.mentioned = mentioned;
    (plan, found)
}

/// The parts one behind the other, and what stands at the margin by its concept.
fn placed(standing: Vec<Standing>, sources: Arc<Sources>) -> Plan {
    let mut plan = Plan { sources, ..Plan::default() };
    plan.parts.reserve(standing.len());
    for (number, Standing { part, source, base }) in (0u32..).zip(standing) {
        let first_goal = plan.goals.len() as u32;
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
        plan.parts.push(Placed { part, source, base, first_goal, targets: Vec::new() });
    }
    plan
}

/// Every name of the plan and what it stands for.
struct Names<'a> {
    plan: &'a Plan,
    /// Names that hold everywhere.
    table: FxHashMap<&'a str, EntityId>,
    /// Names that hold within something: a goal's milestones.
    within: FxHashMap<(EntityId, &'a str), EntityId>,
    ghosts: FxHashSet<&'a str>,
    /// What is defined a second time: it is not forgotten.
    second: Vec<EntityId>,
}

/// What is seen in one part.
#[derive(Default)]
struct Resolved {
    targets: Vec<Option<EntityId>>,
    diagnostics: Vec<Diagnostic>,
    unknown: Vec<(Span, &'static FieldRow)>,
}

impl<'a> Names<'a> {
    fn of(plan: &'a Plan, found: &mut Vec<Diagnostic>) -> Names<'a> {
        let mut names = Names {
            plan,
            table: FxHashMap::with_capacity_and_hasher(plan.goals.len() + plan.owners.len() + plan.axes.len() + 8, Default::default()),
            within: FxHashMap::default(),
            ghosts: FxHashSet::default(),
            second: Vec::new(),
        };
        for (part, placed) in (0u32..).zip(&plan.parts) {
            for (at, row) in (0u32..).zip(&placed.part.entities) {
                let id = EntityId { part, at };
                match row.concept.row().name {
                    Slot::None => {}
                    Slot::Due => names.define(id, found),
                    Slot::Either if row.parent != MARGIN => names.define_within(id, EntityId { part, at: row.parent }, found),
                    Slot::Either => {}
                }
            }
            names.ghosts.extend(placed.part.ghosts.iter().map(|ghost| names.plan.slice(part, *ghost)));
        }
        if let [first, rest @ ..] = plan.strategies.as_slice() {
            for second in rest {
                found.push(
                    Diagnostic::new(
                        &codes::DEFINED_TWICE,
                        plan.entity(*second).head(),
                        say!("Un plan contient une seule stratégie."; "A plan holds one strategy only."),
                        say!("Gardez-en une ; le reste du plan s'y rattache."; "Keep one; the rest of the plan belongs to it."),
                    )
                    .here(say!("la seconde"; "the second"))
                    .label(plan.entity(*first).head(), say!("la première"; "the first")),
                );
            }
        }
        names
    }

    fn define(&mut self, id: EntityId, found: &mut Vec<Diagnostic>) {
        let entity = self.plan.entity(id);
        let (Some(name), Some(span)) = (entity.name(), entity.name_span()) else { return };
        let library = |span: Span| self.plan.sources.get(span.source).library;
        if let Some(first) = self.table.get(name) {
            let first = self.plan.entity(*first).place();
            match (library(first), library(span)) {
                // The plan's own `owner CDO "…"` takes the place of the library's.
                (true, false) => {}
                (false, true) => return,
                _ => {
                    self.second.push(id);
                    let shown = shortened(name);
                    found.push(twice(
                        span,
                        first,
                        say!("Le nom `{shown}` désigne deux choses."; "The name `{shown}` stands for two things."),
                        say!("Renommez l'une des deux : un nom vaut pour tous les fichiers du plan."; "Rename one of them: a name holds for all the files of the plan."),
                    ));
                    return;
                }
            }
        }
        self.table.insert(name, id);
    }

    fn define_within(&mut self, id: EntityId, parent: EntityId, found: &mut Vec<Diagnostic>) {
        let entity = self.plan.entity(id);
        let (Some(name), Some(span)) = (entity.name(), entity.name_span()) else { return };
        match self.within.get(&(parent, name)) {
            None => {
                self.within.insert((parent, name), id);
            }
            Some(first) => {
                let (first, shown) = (self.plan.entity(*first).place(), shortened(name));
                let (fr, en) = (
                    entity.concept_row().spelling(crate::diagnostic::Lang::Fr),
                    entity.concept_row().spelling(crate::diagnostic::Lang::En),
                );
                found.push(twice(
                    span,
                    first,
                    say!("Le {fr} `{shown}` est défini deux fois dans cet objectif."; "The {en} `{shown}` is defined twice in this goal."),
                    say!("Renommez l'un des deux."; "Rename one of them."),
                ));
            }
        }
    }

    // --- references -------------------------------------------------------------------------------------------------

    fn part(&self, number: u32) -> Resolved {
        let placed = &self.plan.parts[number as usize];
        let mut out = Resolved::default();
        out.targets.reserve_exact(placed.part.references.len());
        for reference in &placed.part.references {
            let span = Span::new(placed.source, placed.base + reference.span.start, placed.base + reference.span.end);
            let (said, unknown) = (out.diagnostics.len(), out.unknown.len());
            let target = self.reference(span, reference.row, &mut out);
            if reference.quiet {
                out.diagnostics.truncate(said);
                out.unknown.truncate(unknown);
            }
            out.targets.push(target);
        }
        out
    }

    fn reference(&self, span: Span, row: &'static FieldRow, out: &mut Resolved) -> Option<EntityId> {
        let written = self.plan.sources.slice(span);
        let holds_parts = row.names.contains(&Concept::Milestone);
        match written.split_once('.').filter(|_| holds_parts) {
            None => {
                let id = self.find(span, written, row, out)?;
                self.fits(id, row).then_some(id).or_else(|| self.wrong_kind(span, written, id, row, out))
            }
            Some((whole, part)) => {
                let first = Span::new(span.source, span.start, span.start + whole.len() as u32);
                let id = self.find(first, whole, row, out)?;
                if !matches!(self.plan.entity(id).concept(), Concept::Goal | Concept::Action) {
                    return self.wrong_kind(first, whole, id, row, out);
                }
                let here = Span::new(span.source, span.end - part.len() as u32, span.end);
                self.part_of(id, part, here, out)
            }
        }
    }

    fn fits(&self, id: EntityId, row: &FieldRow) -> bool {
        row.names.contains(&self.plan.entity(id).concept())
    }

    fn find(&self, span: Span, written: &str, row: &'static FieldRow, out: &mut Resolved) -> Option<EntityId> {
        if let Some(id) = self.table.get(written) {
            return Some(*id);
        }
        if !self.ghosts.contains(written) {
            out.unknown.push((span, row));
        }
        None
    }

    /// `identite.ouverture`, `guichet.portail`: a milestone or an action of a goal.
    fn part_of(&self, goal: EntityId, part: &str, here: Span, out: &mut Resolved) -> Option<EntityId> {
        let entity = self.plan.entity(goal);
        let milestone = self.within.get(&(goal, part)).filter(|id| self.plan.entity(**id).is(Concept::Milestone));
        let action = || self.table.get(part).filter(|id| self.plan.entity(**id).parent().is_some_and(|parent| parent.id == goal));
        if let Some(id) = milestone.or_else(action) {
            return Some(*id);
        }
        if self.ghosts.contains(part) || out.diagnostics.len() >= MOST_IN_A_PART {
            return None;
        }
        /// No more names in a help.
        const SHOWN: usize = 10;
        let owner = shortened(&entity.named());
        let names =
            || entity.children().filter(|child| child.is(Concept::Milestone) || child.is(Concept::Action)).filter_map(|child| child.name());
        let mut parts: Vec<&str> = names().take(SHOWN).collect();
        let near = suggest::nearest(part, names().take(200));
        if names().nth(SHOWN).is_some() {
            parts.push("…");
        }
        let help = match parts.as_slice() {
            [] => say!("`{owner}` n'a ni jalon ni action nommés."; "`{owner}` has no named milestone or action."),
            _ => say!("`{owner}` connaît : {}.", parts.join(", "); "`{owner}` knows: {}.", parts.join(", ")),
        };
        let shown = shortened(part);
        let message = say!("`{owner}` n'a ni jalon ni action `{shown}`."; "`{owner}` has no milestone or action `{shown}`.");
        out.diagnostics.push(unknown(here, message, help, near));
        None
    }

    fn wrong_kind<T>(&self, span: Span, written: &str, id: EntityId, row: &FieldRow, out: &mut Resolved) -> Option<T> {
        let expected = expected(row);
        let entity = self.plan.entity(id);
        let kind = match entity.concept() {
            Concept::Authority => say!("une collectivité"; "an authority"),
            Concept::Owner => say!("un responsable"; "an owner"),
            Concept::Axis => say!("un axe"; "an axis"),
            Concept::Goal | Concept::Action => say!("un objectif ou une action"; "a goal or an action"),
            other => Say {
                fr: other.row().label_in(crate::diagnostic::Lang::Fr).to_lowercase(),
                en: other.row().label_in(crate::diagnostic::Lang::En).to_lowercase(),
            },
        };
        let shown = shortened(written);
        out.diagnostics.push(
            Diagnostic::new(
                &codes::WRONG_KIND,
                span,
                say!("`{shown}` est {} ; il faut ici {}.", kind.fr, expected.fr; "`{shown}` is {}; {} is due here.", kind.en, expected.en),
                say!("Donnez le nom qui convient."; "Give the name that fits."),
            )
            .label(entity.place(), say!("défini ici"; "defined here")),
        );
        None
    }

    // --- what names nothing -----------------------------------------------------------------------------------------

    /// Says which names are defined nowhere. Roles of the library that nobody brought in are one mistake; and where a
    /// `use` brought nothing, a name is what it should have brought. Out: the owners that were probably meant.
    fn report(&self, unknown: Vec<(Span, &'static FieldRow)>, incomplete: bool, found: &mut Vec<Diagnostic>) -> Vec<EntityId> {
        let is_role = |(span, row): &(Span, &'static FieldRow)| {
            row.names.contains(&Concept::Owner) && ROLES.contains(&self.plan.sources.slice(*span))
        };
        // A role beside the library's own is a slip like any other.
        let brought = self.plan.sources.iter().any(|(_, source)| source.library);
        let (roles, others): (Vec<_>, Vec<_>) = unknown.into_iter().partition(|one| !brought && is_role(one));
        let mut meant = Vec::new();
        let mut indexes: Vec<(*const Concept, suggest::Index<'_>)> = Vec::new();
        for (span, row) in others {
            if found.len() >= crate::diagnostic::MOST {
                found.push(too_many(span));
                continue;
            }
            let key = row.names.as_ptr();
            let at = match indexes.iter().position(|(known, _)| *known == key) {
                Some(at) => at,
                None => {
                    let fitting = self.table.iter().filter(|(_, id)| self.fits(**id, row)).map(|(name, _)| *name);
                    indexes.push((key, suggest::Index::new(fitting)));
                    indexes.len() - 1
                }
            };
            let near = indexes[at].1.nearest(self.plan.sources.slice(span));
            meant.extend(near.and_then(|near| self.table.get(near)).copied());
            if !incomplete {
                found.push(self.unknown(span, row, near));
            }
        }
        if let ([(first, _), rest @ ..], false) = (roles.as_slice(), incomplete) {
            found.push(self.roles(*first, rest));
        }
        meant
    }

    /// What unreadable lines name.
    fn mentioned(&self) -> Vec<EntityId> {
        let words = (0u32..).zip(&self.plan.parts).flat_map(|(part, placed)| placed.part.mentions.iter().map(move |span| (part, *span)));
        words
            .filter_map(|(part, span)| self.table.get(self.plan.slice(part, span).trim_matches(['"', '«', '»', '“', '”', ' '])).copied())
            .collect()
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
            1 => say!("{list} n'est défini nulle part : il faut un responsable."; "{list} is defined nowhere: an owner is due."),
            _ => say!("{list} ne sont définis nulle part : il faut des responsables."; "{list} are defined nowhere: owners are due."),
        };
        let help = say!("Ajoutez `utiliser std.roles` en tête du plan : cette bibliothèque définit les rôles courants."; "Add `use std.roles` at the head of the plan: that library defines the usual roles.");
        let diagnostic = unknown(first, message, help, None);
        labels.into_iter().fold(diagnostic, |diagnostic, span| diagnostic.label(span, Say::default()))
    }

    fn unknown(&self, span: Span, row: &FieldRow, near: Option<&str>) -> Diagnostic {
        let written = shortened(self.plan.sources.slice(span));
        let help = match near {
            Some(near) => say!("Écrivez `{near}`, ou définissez `{written}`."; "Write `{near}`, or define `{written}`."),
            None if row.names.contains(&Concept::Owner) => {
                say!("Déclarez-le à la marge d'un fichier : `pilote {written} \"Son intitulé\"`."; "Declare it at the margin of a file: `owner {written} \"Its title\"`.")
            }
            None => say!("Définissez `{written}`, ou corrigez ce renvoi."; "Define `{written}`, or correct this reference."),
        };
        let expected = expected(row);
        let message = say!("`{written}` n'est défini nulle part : il faut {}.", expected.fr; "`{written}` is defined nowhere: {} is due.", expected.en);
        unknown(span, message, help, near)
    }
}

/// No more messages of one part about parts of goals.
const MOST_IN_A_PART: usize = 2_000;

impl Plan {
    fn slice(&self, part: u32, span: super::store::Local) -> &str {
        let placed = &self.parts[part as usize];
        self.sources.slice(Span::new(placed.source, placed.base + span.start, placed.base + span.end))
    }
}

/// What may stand where a name is due.
fn expected(row: &FieldRow) -> Say {
    match row.names.first() {
        Some(Concept::Authority) => say!("une collectivité"; "an authority"),
        Some(Concept::Owner) => say!("un responsable"; "an owner"),
        _ => say!("un objectif, une action ou un jalon"; "a goal, an action or a milestone"),
    }
}

/// Past the limit a message is counted, not written.
fn too_many(span: Span) -> Diagnostic {
    Diagnostic::new(&codes::UNKNOWN_NAME, span, Say::default(), Say::default())
}

fn twice(span: Span, first: Span, message: Say, help: Say) -> Diagnostic {
    Diagnostic::new(&codes::DEFINED_TWICE, span, message, help)
        .here(say!("ici de nouveau"; "here again"))
        .label(first, say!("défini ici d'abord"; "defined here first"))
}

fn unknown(span: Span, message: Say, help: Say, near: Option<&str>) -> Diagnostic {
    let diagnostic = Diagnostic::new(&codes::UNKNOWN_NAME, span, message, help);
    match near {
        Some(near) => diagnostic.here(say!("vouliez-vous dire `{near}` ?"; "did you mean `{near}`?")).fix(
            say!("Écrire `{near}`"; "Write `{near}`"),
            span,
            near,
        ),
        None => diagnostic,
    }
}
