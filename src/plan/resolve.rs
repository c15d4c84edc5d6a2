//! From items to the plan: every name is looked up, in one space of names for all files.
//!
//! In: the items of all the files. Out: the [`Plan`], its [`Names`], and what names nothing or two things.

use rustc_hash::{FxHashMap, FxHashSet};

use super::item::*;
use super::model::*;
use crate::diagnostic::{Diagnostic, Say, codes, suggest};
use crate::say;
use crate::text::{Sources, Span, Spanned};

/// What a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entity {
    Authority(AuthorityId),
    Owner(OwnerId),
    Axis(AxisId),
    Goal(GoalId),
    Milestone(GoalId, u32),
}

/// Every reference that was understood, in no order: for the editor.
#[derive(Debug, Clone, Default)]
pub struct Names {
    pub references: Vec<(Span, Entity)>,
}

pub fn resolve(items: Items, sources: &Sources) -> (Plan, Names, Vec<Diagnostic>) {
    let mut resolve = Resolve {
        sources,
        table: FxHashMap::default(),
        ghosts: items.ghosts.iter().map(|name| sources.slice(name.0)).collect(),
        names: Names::default(),
        diagnostics: Vec::new(),
        suggestions: 200,
    };
    let goals: usize =
        items.axes.iter().map(|axis| axis.goals.len() + axis.goals.iter().map(|goal| goal.actions.len()).sum::<usize>()).sum();
    resolve.table.reserve(goals + items.owners.len() + items.axes.len() + 8);
    let plan = resolve.plan(items, goals);
    (plan, resolve.names, resolve.diagnostics)
}

struct Resolve<'a> {
    sources: &'a Sources,
    table: FxHashMap<&'a str, (Entity, Span)>,
    ghosts: FxHashSet<&'a str>,
    names: Names,
    diagnostics: Vec<Diagnostic>,
    /// How many more unknown names get a "did you mean": each costs a look at every name there is.
    suggestions: usize,
}

/// A goal whose references wait until every name is known.
struct Waiting {
    owner: Field<Name>,
    contributors: Vec<Name>,
    partners: Vec<PartnerItem>,
    depends: Vec<DependItem>,
}

impl<'a> Resolve<'a> {
    fn plan(&mut self, items: Items, count: usize) -> Plan {
        let mut plan = Plan { authorities: items.authorities, owners: items.owners, ..Plan::default() };

        // Every name first, so that references may point forward and into other files.
        for at in 0..plan.authorities.len() {
            self.define(&plan.authorities[at].header, Entity::Authority(AuthorityId(at as u32)));
        }
        for at in 0..plan.owners.len() {
            self.define(&plan.owners[at].header, Entity::Owner(OwnerId(at as u32)));
        }
        let mut waiting: Vec<Waiting> = Vec::with_capacity(count);
        plan.goals.reserve(count);
        for item in items.axes {
            let axis = AxisId(plan.axes.len() as u32);
            self.define(&item.header, Entity::Axis(axis));
            let mut goals = Vec::with_capacity(item.goals.len());
            for goal in item.goals {
                goals.push(self.goal(goal, axis, None, &mut plan, &mut waiting));
            }
            plan.axes.push(Axis { header: item.header, elected_sponsor: item.elected_sponsor, goals });
        }

        for (at, wait) in waiting.into_iter().enumerate() {
            let owner = wait.owner.and_then(|name| self.owner(name));
            let contributors = wait.contributors.into_iter().filter_map(|name| self.owner(name)).collect();
            let partners = wait
                .partners
                .into_iter()
                .filter_map(|partner| match partner {
                    PartnerItem::Name(name) => self.owner(name).map(Partner::Owner),
                    PartnerItem::Text(text) => Some(Partner::Text(text)),
                })
                .collect();
            let depends = wait.depends.into_iter().filter_map(|depend| self.depend(depend, &plan)).collect();
            let goal = &mut plan.goals[at];
            (goal.owner, goal.contributors, goal.partners, goal.depends) = (owner, contributors, partners, depends);
        }
        plan.strategy = self.strategy(items.strategies);
        plan
    }

    fn goal(&mut self, item: GoalItem, axis: AxisId, parent: Option<GoalId>, plan: &mut Plan, waiting: &mut Vec<Waiting>) -> GoalId {
        let id = GoalId(plan.goals.len() as u32);
        self.define(&item.sheet.header, Entity::Goal(id));
        self.milestones_twice(&item.sheet);
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
        let actions: Vec<GoalId> = item.actions.into_iter().map(|action| self.goal(action, axis, Some(id), plan, waiting)).collect();
        plan.goals[id.at()].actions = actions;
        id
    }

    fn strategy(&mut self, mut items: Vec<StrategyItem>) -> Option<Strategy> {
        if items.len() > 1 {
            let extra = items.drain(1..).collect::<Vec<_>>();
            for item in extra {
                self.diagnostics.push(
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
            authority: item.authority.and_then(|name| self.authority(name)),
            period: item.period,
            sponsor: item.sponsor.and_then(|name| self.owner(name)),
            lead: item.lead.and_then(|name| self.owner(name)),
            envelope: item.envelope,
        })
    }

    // --- definitions ------------------------------------------------------------------------------------------------

    fn define(&mut self, header: &Header, entity: Entity) {
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
                self.diagnostics.push(
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
    fn milestones_twice(&mut self, sheet: &Sheet) {
        for (at, milestone) in sheet.milestones.iter().enumerate() {
            let Some(Name(span)) = milestone.header.name else { continue };
            let name = self.sources.slice(span);
            let first =
                sheet.milestones[..at].iter().filter_map(|other| other.header.name).find(|other| self.sources.slice(other.0) == name);
            if let Some(Name(first)) = first {
                self.diagnostics.push(
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

    fn owner(&mut self, name: Name) -> Option<Spanned<OwnerId>> {
        match self.find(name, "owner", say!("un responsable"; "an owner"))? {
            Entity::Owner(id) => Some(Spanned::new(id, name.0)),
            other => self.wrong_kind(name, other, say!("un responsable"; "an owner")),
        }
    }

    fn authority(&mut self, name: Name) -> Option<Spanned<AuthorityId>> {
        match self.find(name, "authority", say!("une collectivité"; "an authority"))? {
            Entity::Authority(id) => Some(Spanned::new(id, name.0)),
            other => self.wrong_kind(name, other, say!("une collectivité"; "an authority")),
        }
    }

    fn depend(&mut self, item: DependItem, plan: &Plan) -> Option<Depend> {
        let expected = || say!("un objectif, une action ou un jalon"; "a goal, an action or a milestone");
        let sources = self.sources;
        let written = sources.slice(item.on.0);
        let on = match written.split_once('.') {
            None => match self.find(item.on, "goal", expected())? {
                Entity::Goal(id) => Target::Goal(id),
                other => return self.wrong_kind(item.on, other, expected()),
            },
            Some((goal, part)) => {
                let span = item.on.0;
                let first = Span::new(span.source, span.start, span.start + goal.len() as u32);
                match self.find(Name(first), "goal", expected())? {
                    Entity::Goal(id) => self.part_of(id, part, span, plan)?,
                    other => return self.wrong_kind(Name(first), other, expected()),
                }
            }
        };
        Some(Depend { on, anchor: item.anchor, delay: item.delay, span: item.on.0 })
    }

    /// `identite.ouverture`, `guichet.portail`: a milestone or an action of a goal.
    fn part_of(&mut self, id: GoalId, part: &str, span: Span, plan: &Plan) -> Option<Target> {
        let sources = self.sources;
        let goal = plan.goal(id);
        let name_of = |header: &Header| header.name.map(|name| sources.slice(name.0));
        let here = Span::new(span.source, span.end - part.len() as u32, span.end);
        if let Some(at) = goal.sheet.milestones.iter().position(|milestone| name_of(&milestone.header) == Some(part)) {
            self.names.references.push((here, Entity::Milestone(id, at as u32)));
            return Some(Target::Milestone(id, at as u32));
        }
        if let Some(action) = goal.actions.iter().find(|action| name_of(&plan.goal(**action).sheet.header) == Some(part)) {
            self.names.references.push((here, Entity::Goal(*action)));
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
        self.unknown(here, message, help, near);
        None
    }

    fn find(&mut self, name: Name, kind: &str, expected: Say) -> Option<Entity> {
        let written = self.sources.slice(name.0);
        if let Some((entity, _)) = self.table.get(written) {
            self.names.references.push((name.0, *entity));
            return Some(*entity);
        }
        if self.ghosts.contains(written) {
            return None;
        }
        let fits = |entity: &Entity| match kind {
            "owner" => matches!(entity, Entity::Owner(_)),
            "authority" => matches!(entity, Entity::Authority(_)),
            _ => matches!(entity, Entity::Goal(_)),
        };
        self.suggestions = self.suggestions.saturating_sub(1);
        let candidates = if self.suggestions > 0 { self.table.len() } else { 0 };
        let near =
            suggest::nearest(written, self.table.iter().take(candidates).filter(|(_, (entity, _))| fits(entity)).map(|(name, _)| *name));
        let roles = ["CDO", "DSI", "COM", "DGS", "DGA", "DPO", "RSSI", "DRH", "DAF"];
        let help = match near {
            Some(near) => say!("Écrivez `{near}`, ou définissez `{written}`."; "Write `{near}`, or define `{written}`."),
            None if kind == "owner" && roles.contains(&written) => {
                say!("Ajoutez `utiliser std.roles` en tête du plan : cette bibliothèque définit les rôles courants."; "Add `use std.roles` at the head of the plan: that library defines the usual roles.")
            }
            None if kind == "owner" => {
                say!("Déclarez-le à la marge d'un fichier : `pilote {written} \"Son intitulé\"`."; "Declare it at the margin of a file: `owner {written} \"Its title\"`.")
            }
            None => say!("Définissez `{written}`, ou corrigez ce renvoi."; "Define `{written}`, or correct this reference."),
        };
        let message = say!("`{written}` n'est défini nulle part : il faut {}.", expected.fr; "`{written}` is defined nowhere: {} is due.", expected.en);
        self.unknown(name.0, message, help, near);
        None
    }

    fn unknown(&mut self, span: Span, message: Say, help: Say, near: Option<&str>) {
        let mut diagnostic = Diagnostic::new(&codes::UNKNOWN_NAME, span, message, help);
        if let Some(near) = near {
            diagnostic = diagnostic.here(say!("vouliez-vous dire `{near}` ?"; "did you mean `{near}`?")).fix(
                say!("Écrire `{near}`"; "Write `{near}`"),
                span,
                near,
            );
        }
        self.diagnostics.push(diagnostic);
    }

    fn wrong_kind<T>(&mut self, name: Name, found: Entity, expected: Say) -> Option<T> {
        let written = self.sources.slice(name.0);
        let kind = match found {
            Entity::Authority(_) => say!("une collectivité"; "an authority"),
            Entity::Owner(_) => say!("un responsable"; "an owner"),
            Entity::Axis(_) => say!("un axe"; "an axis"),
            Entity::Goal(_) => say!("un objectif ou une action"; "a goal or an action"),
            Entity::Milestone(..) => say!("un jalon"; "a milestone"),
        };
        let defined = self.table[written].1;
        self.diagnostics.push(
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
