//! Which things there are, kind by kind in the order of the text, and which of them a list of all holds.

use std::collections::{BTreeSet, HashMap, HashSet};

use strategy::budget::{Authorisation, authorisations, own_amounts, own_lumps};
use strategy::language::Concept;
use strategy::language::concepts::sheet::status::Progress;
use strategy::language::concepts::{decision, sheet};
use strategy::plan::{Amount, Entity, EntityId, Given, GoalId, Money, Plan, Section, Value as Cell};
use strategy::policy::judge::Grounds;
use strategy::policy::kinds::Kind;

pub struct AmountOf {
    pub goal: GoalId,
    pub section: Option<Section>,
    pub years: Option<(i16, i16)>,
    pub money: Money,
    pub line: EntityId,
    /// As it is written; none of what is given in all.
    pub amount: Option<Amount>,
}

pub enum Partner {
    Actor(EntityId),
    Text(String),
}

pub struct Things<'p> {
    pub grounds: &'p Grounds<'p>,
    pub plan: &'p Plan,
    entities: HashMap<Kind, Vec<EntityId>>,
    numbers: HashMap<EntityId, u32>,
    pub amounts: Vec<AmountOf>,
    pub partners: Vec<Partner>,
    /// Of each sheet; nothing for one that could not be read.
    pub partners_of: Vec<Vec<Option<u32>>>,
    pub lines: Vec<(Section, i16)>,
    pub years: Vec<i16>,
    /// The decision, and what it cites.
    pub citations: Vec<(u32, String)>,
    pub authorisations: Vec<Authorisation>,
    /// The authorisation, the year, the amount.
    pub credits: Vec<(u32, i16, Money)>,
    left_out: HashSet<(Kind, u32)>,
    pub named: HashSet<EntityId>,
}

pub fn base(kind: Kind) -> Kind {
    if matches!(kind, Kind::Goal | Kind::Action) { Kind::Sheet } else { kind }
}

fn kind_of(concept: Concept) -> Option<Kind> {
    let table = [
        (Concept::Owner, Kind::Owner),
        (Concept::Body, Kind::Owner),
        (Concept::Partner, Kind::Owner),
        (Concept::Authority, Kind::Owner),
        (Concept::Axis, Kind::Axis),
        (Concept::Risk, Kind::Risk),
        (Concept::Continuity, Kind::Continuity),
        (Concept::Milestone, Kind::Milestone),
        (Concept::Indicator, Kind::Indicator),
        (Concept::Baseline, Kind::Reading),
        (Concept::Target, Kind::Reading),
        (Concept::Measured, Kind::Reading),
        (Concept::Budget, Kind::Budget),
        (Concept::Funder, Kind::Funding),
        (Concept::Authorisation, Kind::Authorisation),
        (Concept::Revised, Kind::Revision),
        (Concept::Decision, Kind::Decision),
        (Concept::Annex, Kind::Annex),
        (Concept::Theme, Kind::Theme),
        (Concept::MustHave, Kind::MustHave),
        (Concept::Barrier, Kind::Barrier),
        (Concept::Term, Kind::Term),
        (Concept::Reference, Kind::Reference),
        (Concept::Figure, Kind::Figure),
        (Concept::Waiver, Kind::Waiver),
        (Concept::Acknowledged, Kind::Waiver),
        (Concept::Diagnosis, Kind::Diagnosis),
    ];
    table.iter().find(|(known, _)| *known == concept).map(|(_, kind)| *kind)
}

/// What it stands in, from the inside out, itself first.
pub fn upwards(entity: Entity<'_>) -> impl Iterator<Item = Entity<'_>> {
    std::iter::successors(Some(entity), |one| one.parent())
}

pub fn is_sheet(entity: Entity<'_>) -> bool {
    matches!(entity.concept(), Concept::Goal | Concept::Action)
}

/// Given up: itself, or the goal or the axis that it stands in.
pub fn given_up(entity: Entity<'_>) -> bool {
    let last = |one: Entity<'_>| one.all(Concept::Status).last().and_then(|status| status.is_given(sheet::status::PROGRESS));
    let of_work = |one: &Entity<'_>| is_sheet(*one) || one.is(Concept::Axis);
    upwards(entity).filter(of_work).any(|one| last(one) == Some(Progress::Abandoned))
}

/// In the sums: neither given up nor somebody else's work, nor a part of such.
pub fn counts(entity: Entity<'_>) -> bool {
    let of_work = |one: &Entity<'_>| is_sheet(*one) || one.is(Concept::Axis);
    !given_up(entity) && upwards(entity).filter(of_work).all(|one| one.seen(sheet::OUTSIDE.at).is_none())
}

impl<'p> Things<'p> {
    pub fn of(grounds: &'p Grounds<'p>) -> Things<'p> {
        let plan = grounds.plan;
        let mut things = Things {
            grounds,
            plan,
            entities: HashMap::new(),
            numbers: HashMap::new(),
            amounts: Vec::new(),
            partners: Vec::new(),
            partners_of: Vec::new(),
            lines: grounds.ledger.lines.keys().copied().collect(),
            years: Vec::new(),
            citations: Vec::new(),
            authorisations: authorisations(plan),
            credits: Vec::new(),
            left_out: HashSet::new(),
            named: HashSet::new(),
        };
        things.years = things.lines.iter().map(|(_, year)| *year).collect::<BTreeSet<i16>>().into_iter().collect();
        for sheet in plan.sheets() {
            things.enter(Kind::Sheet, sheet.id);
        }
        for entity in plan.entities() {
            if let Some(kind) = kind_of(entity.concept()) {
                things.enter(kind, entity.id);
            }
        }
        things.money();
        things.people();
        things.papers();
        things.leave_out();
        things
    }

    fn enter(&mut self, kind: Kind, id: EntityId) {
        let all = self.entities.entry(kind).or_default();
        self.numbers.insert(id, all.len() as u32);
        all.push(id);
    }

    fn money(&mut self) {
        for (at, sheet) in (0u32..).zip(self.plan.sheets()) {
            let Given::Is(budget) = sheet.budget() else { continue };
            if !counts(sheet) {
                continue;
            }
            let goal = GoalId(at);
            for amount in own_amounts(budget) {
                for year in amount.first..=amount.last {
                    let years = Some((year, year));
                    let (section, money, line) = (Some(amount.section), amount.money, amount.line);
                    self.amounts.push(AmountOf { goal, section, years, money, line, amount: Some(amount) });
                }
            }
            for lump in own_lumps(budget) {
                let (section, years, money, line) = (lump.section, lump.years, lump.money, lump.line);
                self.amounts.push(AmountOf { goal, section, years, money, line, amount: None });
            }
        }
        for (at, authorisation) in (0u32..).zip(&self.authorisations) {
            let credits = &authorisation.steps.last().expect("an opening").credits;
            self.credits.extend(credits.iter().map(|(year, money)| (at, *year, *money)));
        }
    }

    fn people(&mut self) {
        let mut known: HashMap<EntityId, u32> = HashMap::new();
        for sheet in self.plan.sheets() {
            let mut own = Vec::new();
            for member in sheet.members(sheet::PARTNERS) {
                let next = self.partners.len() as u32;
                own.push(match (member.target(), member.cell.value) {
                    (Some(actor), _) => Some(*known.entry(actor.id).or_insert_with(|| {
                        self.partners.push(Partner::Actor(actor.id));
                        next
                    })),
                    (None, Cell::Text) => {
                        self.partners.push(Partner::Text(member.text().into_owned()));
                        Some(next)
                    }
                    _ => None,
                });
            }
            self.partners_of.push(own);
        }
        for partner in self.plan.all(Concept::Partner) {
            if !known.contains_key(&partner.id) {
                self.partners.push(Partner::Actor(partner.id));
            }
        }
    }

    fn papers(&mut self) {
        for (at, id) in (0u32..).zip(self.entities_of(Kind::Decision).to_vec()) {
            for member in self.plan.entity(id).members(decision::BASIS) {
                let text = match (member.target(), member.cell.value) {
                    (Some(reference), _) => reference.titled().into_owned(),
                    (None, Cell::Text) => member.text().into_owned(),
                    _ => continue,
                };
                self.citations.push((at, text));
            }
        }
    }

    fn leave_out(&mut self) {
        let own = |part: u32| !self.plan.sources.get(self.plan.parts[part as usize].source).library;
        for (part, placed) in (0u32..).zip(&self.plan.parts) {
            if own(part) {
                self.named.extend(placed.targets.iter().flatten());
            }
        }
        let of_work = [
            Kind::Sheet,
            Kind::Axis,
            Kind::Milestone,
            Kind::Indicator,
            Kind::Reading,
            Kind::Risk,
            Kind::Budget,
            Kind::Funding,
            Kind::Continuity,
        ];
        let of_library = [Kind::Owner, Kind::Theme, Kind::MustHave, Kind::Barrier, Kind::Reference];
        let mut out = HashSet::new();
        for kind in of_work {
            for (at, id) in (0u32..).zip(self.entities_of(kind)) {
                let entity = self.plan.entity(*id);
                if given_up(entity) {
                    out.insert((kind, at));
                }
            }
        }
        for kind in of_library {
            for (at, id) in (0u32..).zip(self.entities_of(kind)) {
                let other_actor = kind == Kind::Owner && !self.plan.entity(*id).is(Concept::Owner);
                if other_actor || !(own(id.part) || self.named.contains(id)) {
                    out.insert((kind, at));
                }
            }
        }
        self.left_out = out;
    }

    pub fn entities_of(&self, kind: Kind) -> &[EntityId] {
        self.entities.get(&base(kind)).map_or(&[], Vec::as_slice)
    }

    pub fn number(&self, entity: Entity<'_>) -> u32 {
        self.numbers[&entity.id]
    }

    pub fn kind(&self, entity: Entity<'_>) -> Option<Kind> {
        if is_sheet(entity) { Some(Kind::Sheet) } else { kind_of(entity.concept()) }
    }

    /// Is it in lists: not given up, and no owner that nobody names?
    pub fn stays(&self, kind: Kind, at: u32) -> bool {
        !self.left_out.contains(&(base(kind), at))
    }

    fn count(&self, kind: Kind) -> usize {
        match kind {
            Kind::Strategy => usize::from(self.plan.strategy().is_some()),
            Kind::Authority => usize::from(self.plan.authority().is().is_some()),
            Kind::Partner => self.partners.len(),
            Kind::Amount => self.amounts.len(),
            Kind::Line => self.lines.len(),
            Kind::FiscalYear => self.years.len(),
            Kind::Citation => self.citations.len(),
            Kind::Credit => self.credits.len(),
            Kind::Dependency => self.grounds.reach().dependencies().len(),
            Kind::Workload => self.grounds.load().cells.len(),
            other => self.entities_of(other).len(),
        }
    }

    /// Is a dependency in lists: are both its ends?
    pub fn binds(&self, at: usize) -> bool {
        let one = self.grounds.reach().dependencies()[at];
        self.stays(Kind::Sheet, one.waits.0) && self.stays(Kind::Sheet, one.on.0)
    }

    /// All of a kind that its list holds.
    pub fn all(&self, kind: Kind) -> Vec<u32> {
        let fits = |at: &u32| match kind {
            Kind::Goal => !self.plan.goal(GoalId(*at)).is(Concept::Action),
            Kind::Action => self.plan.goal(GoalId(*at)).is(Concept::Action),
            Kind::Amount => self.stays(Kind::Sheet, self.amounts[*at as usize].goal.0),
            Kind::Dependency => self.binds(*at as usize),
            _ => true,
        };
        (0..self.count(kind) as u32).filter(|at| self.stays(kind, *at)).filter(fits).collect()
    }

    /// The thing that the plan writes, where it is one.
    pub fn entity(&self, kind: Kind, at: u32) -> Option<Entity<'p>> {
        match kind {
            Kind::Strategy => self.plan.strategy(),
            Kind::Authority => self.plan.authority().is(),
            Kind::Partner => match &self.partners[at as usize] {
                Partner::Actor(id) => Some(self.plan.entity(*id)),
                Partner::Text(_) => None,
            },
            _ => self.entities_of(kind).get(at as usize).map(|id| self.plan.entity(*id)),
        }
    }
}

impl Things<'_> {
    /// A theme, a must-have, a barrier by a name of it.
    pub fn named(&self, kind: Kind, name: &str) -> Option<u32> {
        let wanted = super::value::plain(name);
        let is = |entity: Entity<'_>| {
            let also = entity.members(strategy::language::concepts::plan::also::ALSO).map(|seen| seen.text().into_owned());
            entity.name().map(str::to_owned).into_iter().chain(also).any(|name| super::value::plain(&name) == wanted)
        };
        let at = self.entities_of(kind).iter().position(|id| is(self.plan.entity(*id)))?;
        Some(at as u32)
    }
}
