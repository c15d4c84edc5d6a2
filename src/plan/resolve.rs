//! From items to the plan: every name is looked up, in one space of names for all files.
//!
//! In: the items of all the files. Out: the [`Plan`], and what names nothing or two things.

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::item::*;
use super::model::*;
use super::references::Entity;
use crate::diagnostic::{Diagnostic, Say, codes, suggest};
use crate::language::ROLES;
use crate::say;
use crate::text::{Sources, Span, Spanned};

pub fn resolve(items: Items, sources: &Sources) -> (Plan, Vec<Diagnostic>) {
    let goals: usize =
        items.axes.iter().map(|axis| axis.goals.len() + axis.goals.iter().map(|goal| goal.actions.len()).sum::<usize>()).sum();
    let mut lookup = Lookup {
        sources,
        table: FxHashMap::with_capacity_and_hasher(goals + items.owners.len() + items.axes.len() + 8, Default::default()),
        ghosts: items.ghosts.iter().map(|name| sources.slice(name.0)).collect(),
    };
    let mut found = Found::default();
    let mut plan = Plan { authorities: items.authorities, owners: items.owners, ..Plan::default() };

    // Every name first, so that references may point forward and into other files.
    for at in 0..plan.authorities.len() {
        lookup.define(&plan.authorities[at].header, Entity::Authority(AuthorityId(at as u32)), &mut found);
    }
    for at in 0..plan.owners.len() {
        lookup.define(&plan.owners[at].header, Entity::Owner(OwnerId(at as u32)), &mut found);
    }
    let mut waiting: Vec<Waiting> = Vec::with_capacity(goals);
    plan.goals.reserve(goals);
    for item in items.axes {
        let axis = AxisId(plan.axes.len() as u32);
        lookup.define(&item.header, Entity::Axis(axis), &mut found);
        let goals = item.goals.into_iter().map(|goal| lookup.goal(goal, axis, None, &mut plan, &mut waiting, &mut found)).collect();
        plan.axes.push(Axis { header: item.header, elected_sponsor: item.elected_sponsor, goals });
    }

    // Then every reference; none needs another.
    let linked: Vec<(Linked, Found)> = waiting.into_par_iter().with_min_len(512).map(|wait| lookup.link(wait, &plan)).collect();
    for (at, (linked, more)) in linked.into_iter().enumerate() {
        let goal = &mut plan.goals[at];
        (goal.owner, goal.contributors, goal.partners, goal.depends) = (linked.owner, linked.contributors, linked.partners, linked.depends);
        found.append(more);
    }
    plan.strategy = lookup.strategy(items.strategies, &mut found);
    lookup.report_unknown(items.incomplete, &mut found);
    (plan, found.diagnostics)
}

/// How many unknown names get a "did you mean": each costs a look at every name there is.
const SUGGESTIONS: usize = 200;

/// Every name of the plan and what it stands for.
struct Lookup<'a> {
    sources: &'a Sources,
    table: FxHashMap<&'a str, (Entity, Span)>,
    ghosts: FxHashSet<&'a str>,
}

/// What is seen on the way.
#[derive(Default)]
struct Found {
    diagnostics: Vec<Diagnostic>,
    unknown: Vec<(Name, Kind)>,
}

impl Found {
    fn append(&mut self, mut other: Found) {
        self.diagnostics.append(&mut other.diagnostics);
        self.unknown.append(&mut other.unknown);
    }
}

/// What a reference may stand for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Authority,
    Owner,
    Goal,
}

impl Kind {
    fn say(self) -> Say {
        match self {
            Kind::Authority => say!("une collectivité"; "an authority"),
            Kind::Owner => say!("un responsable"; "an owner"),
            Kind::Goal => say!("un objectif, une action ou un jalon"; "a goal, an action or a milestone"),
        }
    }

    fn fits(self, entity: &Entity) -> bool {
        match self {
            Kind::Authority => matches!(entity, Entity::Authority(_)),
            Kind::Owner => matches!(entity, Entity::Owner(_)),
            Kind::Goal => matches!(entity, Entity::Goal(_)),
        }
    }
}

/// A goal whose references wait until every name is known.
struct Waiting {
    owner: Field<Name>,
    contributors: Vec<Name>,
    partners: Vec<PartnerItem>,
    depends: Vec<DependItem>,
}

/// The same with ids for names.
struct Linked {
    owner: Field<Spanned<OwnerId>>,
    contributors: Vec<Spanned<OwnerId>>,
    partners: Vec<Partner>,
    depends: Vec<Depend>,
}

impl<'a> Lookup<'a> {
    fn link(&self, wait: Waiting, plan: &Plan) -> (Linked, Found) {
        let mut found = Found::default();
        let linked = Linked {
            owner: wait.owner.and_then(|name| self.owner(name, &mut found)),
            contributors: wait.contributors.into_iter().filter_map(|name| self.owner(name, &mut found)).collect(),
            partners: wait
                .partners
                .into_iter()
                .filter_map(|partner| match partner {
                    PartnerItem::Name(name) => self.owner(name, &mut found).map(Partner::Owner),
                    PartnerItem::Text(text) => Some(Partner::Text(text)),
                })
                .collect(),
            depends: wait.depends.into_iter().filter_map(|depend| self.depend(depend, plan, &mut found)).collect(),
        };
        (linked, found)
    }

    fn goal(
        &mut self,
        item: GoalItem,
        axis: AxisId,
        parent: Option<GoalId>,
        plan: &mut Plan,
        waiting: &mut Vec<Waiting>,
        found: &mut Found,
    ) -> GoalId {
        let id = GoalId(plan.goals.len() as u32);
        self.define(&item.sheet.header, Entity::Goal(id), found);
        self.milestones_twice(&item.sheet, found);
        plan.goals.push(Goal {
            sheet: item.sheet,
            axis,
            parent,
            owner: Field::Absent,
            contributors: Vec::new(),
            partners: Vec::new(),
            depends: Vec::new(),
            actions: Vec::new(),
        });
        waiting.push(Waiting { owner: item.owner, contributors: item.contributors, partners: item.partners, depends: item.depends });
        let actions: Vec<GoalId> = item.actions.into_iter().map(|action| self.goal(action, axis, Some(id), plan, waiting, found)).collect();
        plan.goals[id.at()].actions = actions;
        id
    }

    fn strategy(&self, mut items: Vec<StrategyItem>, found: &mut Found) -> Option<Strategy> {
        if items.len() > 1 {
            let extra = items.drain(1..).collect::<Vec<_>>();
            for item in extra {
                found.diagnostics.push(
                    Diagnostic::new(
                        &codes::DEFINED_TWICE,
                        item.header.span,
                        say!("Un plan contient une seule stratégie."; "A plan holds one strategy only."),
                        say!("Gardez-en une ; le reste du plan s'y rattache."; "Keep one; the rest of the plan belongs to it."),
                    )
                    .here(say!("la seconde"; "the second"))
                    .label(items[0].header.span, say!("la première"; "the first")),
                );
            }
        }
        let item = items.pop()?;
        Some(Strategy {
            header: item.header,
            language: item.language,
            authority: item.authority.and_then(|name| self.authority(name, found)),
            period: item.period,
            sponsor: item.sponsor.and_then(|name| self.owner(name, found)),
            lead: item.lead.and_then(|name| self.owner(name, found)),
            envelope: item.envelope,
        })
    }

    // --- definitions ------------------------------------------------------------------------------------------------

    fn define(&mut self, header: &Header, entity: Entity, found: &mut Found) {
        let Some(Name(span)) = header.name else { return };
        let sources = self.sources;
        let name = sources.slice(span);
        let library = |span: Span| sources.get(span.source).library;
        match self.table.get(name) {
            // The plan's own `owner CDO "…"` takes the place of the library's.
            Some((_, first)) if library(*first) && !library(span) => {}
            Some((_, first)) if library(span) && !library(*first) => return,
            Some((_, first)) => {
                let first = *first;
                found.diagnostics.push(
                    Diagnostic::new(
                        &codes::DEFINED_TWICE,
                        span,
                        say!("Le nom `{name}` désigne deux choses."; "The name `{name}` stands for two things."),
                        say!("Renommez l'une des deux : un nom vaut pour tous les fichiers du plan."; "Rename one of them: a name holds for all the files of the plan."),
                    )
                    .here(say!("ici de nouveau"; "here again"))
                    .label(first, say!("défini ici d'abord"; "defined here first")),
                );
                return;
            }
            None => {}
        }
        self.table.insert(name, (entity, span));
    }

    /// A milestone's name holds within its goal.
    fn milestones_twice(&self, sheet: &Sheet, found: &mut Found) {
        for (at, milestone) in sheet.milestones.iter().enumerate() {
            let Some(Name(span)) = milestone.header.name else { continue };
            let name = self.sources.slice(span);
            let first =
                sheet.milestones[..at].iter().filter_map(|other| other.header.name).find(|other| self.sources.slice(other.0) == name);
            if let Some(Name(first)) = first {
                found.diagnostics.push(
                    Diagnostic::new(
                        &codes::DEFINED_TWICE,
                        span,
                        say!("Le jalon `{name}` est défini deux fois dans cet objectif."; "The milestone `{name}` is defined twice in this goal."),
                        say!("Renommez l'un des deux."; "Rename one of them."),
                    )
                    .here(say!("ici de nouveau"; "here again"))
                    .label(first, say!("défini ici d'abord"; "defined here first")),
                );
            }
        }
    }

    // --- references -------------------------------------------------------------------------------------------------

    fn owner(&self, name: Name, found: &mut Found) -> Option<Spanned<OwnerId>> {
        match self.find(name, Kind::Owner, found)? {
            Entity::Owner(id) => Some(Spanned::new(id, name.0)),
            other => self.wrong_kind(name, other, Kind::Owner, found),
        }
    }

    fn authority(&self, name: Name, found: &mut Found) -> Option<Spanned<AuthorityId>> {
        match self.find(name, Kind::Authority, found)? {
            Entity::Authority(id) => Some(Spanned::new(id, name.0)),
            other => self.wrong_kind(name, other, Kind::Authority, found),
        }
    }

    fn depend(&self, item: DependItem, plan: &Plan, found: &mut Found) -> Option<Depend> {
        let written = self.sources.slice(item.on.0);
        let on = match written.split_once('.') {
            None => match self.find(item.on, Kind::Goal, found)? {
                Entity::Goal(id) => Target::Goal(id),
                other => return self.wrong_kind(item.on, other, Kind::Goal, found),
            },
            Some((goal, part)) => {
                let span = item.on.0;
                let first = Span::new(span.source, span.start, span.start + goal.len() as u32);
                match self.find(Name(first), Kind::Goal, found)? {
                    Entity::Goal(id) => self.part_of(id, part, span, plan, found)?,
                    other => return self.wrong_kind(Name(first), other, Kind::Goal, found),
                }
            }
        };
        Some(Depend { on, anchor: item.anchor, delay: item.delay, span: item.on.0 })
    }

    /// `identite.ouverture`, `guichet.portail`: a milestone or an action of a goal.
    fn part_of(&self, id: GoalId, part: &str, span: Span, plan: &Plan, found: &mut Found) -> Option<Target> {
        let sources = self.sources;
        let goal = plan.goal(id);
        let name_of = |header: &Header| header.name.map(|name| sources.slice(name.0));
        let here = Span::new(span.source, span.end - part.len() as u32, span.end);
        if let Some(at) = goal.sheet.milestones.iter().position(|milestone| name_of(&milestone.header) == Some(part)) {
            return Some(Target::Milestone(id, at as u32));
        }
        if let Some(action) = goal.actions.iter().find(|action| name_of(&plan.goal(**action).sheet.header) == Some(part)) {
            return Some(Target::Goal(*action));
        }
        let owner = sources.slice(goal.sheet.header.place());
        let parts: Vec<&str> = goal
            .sheet
            .milestones
            .iter()
            .filter_map(|milestone| name_of(&milestone.header))
            .chain(goal.actions.iter().filter_map(|action| name_of(&plan.goal(*action).sheet.header)))
            .collect();
        let near = suggest::nearest(part, parts.iter().copied());
        let help = match parts.as_slice() {
            [] => say!("`{owner}` n'a ni jalon ni action nommés."; "`{owner}` has no named milestone or action."),
            _ => say!("`{owner}` connaît : {}.", parts.join(", "); "`{owner}` knows: {}.", parts.join(", ")),
        };
        let message = say!("`{owner}` n'a ni jalon ni action `{part}`."; "`{owner}` has no milestone or action `{part}`.");
        found.diagnostics.push(unknown(here, message, help, near));
        None
    }

    fn find(&self, name: Name, kind: Kind, found: &mut Found) -> Option<Entity> {
        let written = self.sources.slice(name.0);
        if let Some((entity, _)) = self.table.get(written) {
            return Some(*entity);
        }
        if !self.ghosts.contains(written) {
            found.unknown.push((name, kind));
        }
        None
    }

    /// Says which names are defined nowhere. Roles of the library that nobody brought in are one mistake; and where a
    /// `use` brought nothing, a name without a neighbour is what it should have brought.
    fn report_unknown(&self, incomplete: bool, found: &mut Found) {
        let is_role = |name: &Name, kind: Kind| kind == Kind::Owner && ROLES.contains(&self.sources.slice(name.0));
        let mut unknown = std::mem::take(&mut found.unknown);
        let (roles, others): (Vec<_>, Vec<_>) = unknown.drain(..).partition(|(name, kind)| is_role(name, *kind));
        // A role beside the library's own is a slip like any other.
        let brought = self.table.values().any(|(_, span)| self.sources.get(span.source).library);
        let others = if brought { [others, roles.clone()].concat() } else { others };
        for (at, (name, kind)) in others.into_iter().enumerate() {
            let diagnostic = self.unknown((name, kind), at < SUGGESTIONS);
            if !incomplete || diagnostic.fix.is_some() {
                found.diagnostics.push(diagnostic);
            }
        }
        if let ([(Name(first), _), rest @ ..], false, false) = (roles.as_slice(), brought, incomplete) {
            found.diagnostics.push(self.roles(*first, rest));
        }
    }

    fn roles(&self, first: Span, rest: &[(Name, Kind)]) -> Diagnostic {
        let mut names = vec![self.sources.slice(first)];
        let mut labels = Vec::new();
        for (Name(span), _) in rest {
            let name = self.sources.slice(*span);
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

    fn unknown(&self, (name, kind): (Name, Kind), suggest: bool) -> Diagnostic {
        let written = self.sources.slice(name.0);
        let candidates = self.table.iter().filter(|(_, (entity, _))| suggest && kind.fits(entity)).map(|(name, _)| *name);
        let near = suggest::nearest(written, candidates);
        let help = match near {
            Some(near) => say!("Écrivez `{near}`, ou définissez `{written}`."; "Write `{near}`, or define `{written}`."),
            None if kind == Kind::Owner => {
                say!("Déclarez-le à la marge d'un fichier : `pilote {written} \"Son intitulé\"`."; "Declare it at the margin of a file: `owner {written} \"Its title\"`.")
            }
            None => say!("Définissez `{written}`, ou corrigez ce renvoi."; "Define `{written}`, or correct this reference."),
        };
        let expected = kind.say();
        let message = say!("`{written}` n'est défini nulle part : il faut {}.", expected.fr; "`{written}` is defined nowhere: {} is due.", expected.en);
        unknown(name.0, message, help, near)
    }

    fn wrong_kind<T>(&self, name: Name, entity: Entity, expected: Kind, found: &mut Found) -> Option<T> {
        let expected = expected.say();
        let written = self.sources.slice(name.0);
        let kind = match entity {
            Entity::Authority(_) => say!("une collectivité"; "an authority"),
            Entity::Owner(_) => say!("un responsable"; "an owner"),
            Entity::Axis(_) => say!("un axe"; "an axis"),
            Entity::Goal(_) => say!("un objectif ou une action"; "a goal or an action"),
            Entity::Milestone(..) => say!("un jalon"; "a milestone"),
        };
        let defined = self.table[written].1;
        found.diagnostics.push(
            Diagnostic::new(
                &codes::WRONG_KIND,
                name.0,
                say!("`{written}` est {} ; il faut ici {}.", kind.fr, expected.fr; "`{written}` is {}; {} is due here.", kind.en, expected.en),
                say!("Donnez le nom qui convient."; "Give the name that fits."),
            )
            .label(defined, say!("défini ici"; "defined here")),
        );
        None
    }
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
