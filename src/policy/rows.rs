//! The things that policies judge, kind by kind, each at its row: what they are, where they stand, what they are called.

use std::collections::BTreeSet;
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::grounds::Grounds;
use super::kinds::Kind;
use crate::budget::{self, Authorisation, Lump, own_amounts, own_lumps};
use crate::diagnostic::Lang;
use crate::language::Concept;
use crate::language::concepts::{decision, sheet, waiver};
use crate::plan::{Amount, Entity, EntityId, Given, GoalId, Money, Section, Shift, Value};
use crate::text::Span;

/// An amount of one year of a sheet's own budget, or one that belongs to no one year.
#[derive(Debug, Clone, Copy)]
pub struct AmountRow {
    pub goal: GoalId,
    pub section: Option<Section>,
    /// Its first and its last year; the same, of one year. None where none is told.
    pub years: Option<(i16, i16)>,
    pub money: Money,
    /// The line of the budget, and what is written there.
    pub line: EntityId,
    pub amount: Option<Amount>,
}

/// Somebody outside who is named by a sheet: an actor, or a text.
#[derive(Debug, Clone)]
pub enum PartnerRow {
    Actor(EntityId),
    Text(String, Span),
}

#[derive(Debug, Clone)]
pub struct CitationRow {
    pub decision: u32,
    pub text: String,
    pub span: Span,
}

#[derive(Debug, Clone, Copy)]
pub struct CreditRow {
    pub authorisation: u32,
    pub year: i16,
    pub money: Money,
}

/// All rows of all kinds.
pub struct Rows {
    /// What is an entity of the plan, by kind.
    things: Vec<Vec<EntityId>>,
    /// Of each entity its row in its kind, by part: where the part's entities begin.
    row_of: Vec<u32>,
    first_of_part: Vec<u32>,
    pub amounts: Vec<AmountRow>,
    /// The stretch of a sheet's own amounts.
    pub amounts_of: Vec<(u32, u32)>,
    pub partners: Vec<PartnerRow>,
    pub partners_of: Vec<Vec<i32>>,
    pub lines: Vec<(Section, i16)>,
    pub years: Vec<i16>,
    pub citations: Vec<CitationRow>,
    pub credits: Vec<CreditRow>,
    pub authorisations: Vec<Authorisation>,
    /// What the lists of all leave out: what is abandoned, owners of a library that nobody names.
    left_out: Vec<Vec<bool>>,
    /// What the plan's own files name, by the number of the entity.
    named: Vec<bool>,
}

const KINDS: usize = super::kinds::KINDS.len();

/// The kind of an entity, if policies know it.
pub fn kind_of(concept: Concept) -> Option<Kind> {
    Some(match concept {
        Concept::Goal | Concept::Action => Kind::Sheet,
        Concept::Owner | Concept::Body | Concept::Partner | Concept::Authority => Kind::Owner,
        Concept::Axis => Kind::Axis,
        Concept::Risk => Kind::Risk,
        Concept::Continuity => Kind::Continuity,
        Concept::Milestone => Kind::Milestone,
        Concept::Indicator => Kind::Indicator,
        Concept::Baseline | Concept::Target | Concept::Measured => Kind::Reading,
        Concept::Budget => Kind::Budget,
        Concept::Funder => Kind::Funding,
        Concept::Authorisation => Kind::Authorisation,
        Concept::Revised => Kind::Revision,
        Concept::Decision => Kind::Decision,
        Concept::Annex => Kind::Annex,
        Concept::Theme => Kind::Theme,
        Concept::MustHave => Kind::MustHave,
        Concept::Barrier => Kind::Barrier,
        Concept::Term => Kind::Term,
        Concept::Reference => Kind::Reference,
        Concept::Figure => Kind::Figure,
        Concept::Waiver | Concept::Acknowledged => Kind::Waiver,
        Concept::Diagnosis => Kind::Diagnosis,
        _ => return None,
    })
}

/// The amounts of a sheet's own budget, if it counts.
fn amounts(goal: GoalId, sheet: Entity<'_>, out: &mut Vec<AmountRow>) {
    let (Given::Is(budget), true) = (sheet.budget(), sheet.is_counted()) else { return };
    for amount in own_amounts(budget) {
        let (section, money, line) = (Some(amount.section), amount.money, amount.line);
        out.extend(amount.years().map(|year| AmountRow { goal, section, years: Some((year, year)), money, line, amount: Some(amount) }));
    }
    let lumps = own_lumps(budget).into_iter();
    out.extend(lumps.map(|Lump { section, years, money, line }| AmountRow { goal, section, years, money, line, amount: None }));
}

impl Rows {
    pub fn of(facts: &Grounds<'_>) -> Rows {
        let mut rows = Rows::of_things(facts);
        rows.put_amounts(facts, 0..0, 0..facts.plan.goals.len() as u32, |row| row);
        rows.look_up(facts);
        rows
    }

    /// What there is, without what it says.
    fn of_things(facts: &Grounds<'_>) -> Rows {
        let plan = facts.plan;
        let mut things: Vec<Vec<EntityId>> = vec![Vec::new(); KINDS];
        let mut first_of_part = Vec::with_capacity(plan.parts.len());
        let mut row_of = Vec::with_capacity(8 * plan.goals.len());
        for (part, placed) in (0u32..).zip(&plan.parts) {
            first_of_part.push(row_of.len() as u32);
            for (at, row) in (0u32..).zip(&placed.part.entities) {
                row_of.push(match kind_of(row.concept) {
                    Some(Kind::Sheet) | None => u32::MAX,
                    Some(kind) => {
                        let list = &mut things[kind as usize];
                        list.push(EntityId { part, at });
                        list.len() as u32 - 1
                    }
                });
            }
        }
        things[Kind::Sheet as usize] = plan.goals.clone();
        for (at, id) in (0u32..).zip(&plan.goals) {
            row_of[(first_of_part[id.part as usize] + id.at) as usize] = at;
        }
        Rows {
            things,
            row_of,
            first_of_part,
            amounts: Vec::new(),
            amounts_of: Vec::new(),
            partners: Vec::new(),
            partners_of: Vec::new(),
            lines: Vec::new(),
            years: Vec::new(),
            citations: Vec::new(),
            credits: Vec::new(),
            authorisations: Vec::new(),
            left_out: Vec::new(),
            named: Vec::new(),
        }
    }

    /// All that is not an entity, but the amounts.
    fn look_up(&mut self, facts: &Grounds<'_>) {
        self.lines = facts.ledger.lines.keys().copied().collect();
        let years: BTreeSet<i16> = self.lines.iter().map(|(_, year)| *year).collect();
        self.years = years.into_iter().collect();
        self.authorisations = budget::authorisations(facts.plan);
        self.partners(facts);
        self.papers(facts);
        self.leave_out(facts);
    }

    /// The same things, of which those in some parts say something else. `facts`: not in their texts only.
    pub fn same_things(mut self, grounds: &Grounds<'_>, parts: &[u32], facts: bool) -> Rows {
        for part in parts.iter().filter(|_| facts) {
            let goals = self.of_parts(Kind::Sheet, *part..*part + 1);
            self.put_amounts(grounds, goals.clone(), goals, |row| row);
        }
        self.look_up(grounds);
        self
    }

    /// Other things in some parts: the others are what they were, where they stand now.
    pub fn other_things(mut self, grounds: &Grounds<'_>, shift: &Shift) -> Rows {
        let mut rows = Rows::of_things(grounds);
        let old = self.of_parts(Kind::Sheet, shift.old_parts());
        let new = rows.of_parts(Kind::Sheet, shift.new_parts());
        (rows.amounts, rows.amounts_of) = (std::mem::take(&mut self.amounts), std::mem::take(&mut self.amounts_of));
        let here = |id: EntityId| shift.stays(id).unwrap_or(id);
        rows.put_amounts(grounds, old.clone(), new.clone(), |row| AmountRow {
            goal: GoalId(row.goal.0 - old.end + new.end),
            line: here(row.line),
            amount: row.amount.map(|amount| Amount { line: here(amount.line), ..amount }),
            ..row
        });
        rows.look_up(grounds);
        rows
    }

    /// The amounts of the sheets `new` in the place of those that `old` had; `moved`: what those behind are now.
    fn put_amounts(&mut self, facts: &Grounds<'_>, old: Range<u32>, new: Range<u32>, moved: impl Fn(AmountRow) -> AmountRow) {
        let edge = |all: &[(u32, u32)], at: u32| all.get(at as usize).map_or(self.amounts.len() as u32, |(first, _)| *first);
        let (from, to) = (edge(&self.amounts_of, old.start), edge(&self.amounts_of, old.end));
        let (mut fresh, mut stretches) = (Vec::new(), Vec::new());
        for goal in new.map(GoalId) {
            let first = from + fresh.len() as u32;
            amounts(goal, facts.plan.goal(goal), &mut fresh);
            stretches.push((first, from + fresh.len() as u32));
        }
        let count = fresh.len() as u32;
        for row in self.amounts[to as usize..].iter_mut() {
            *row = moved(*row);
        }
        self.amounts.splice(from as usize..to as usize, fresh);
        for (first, last) in &mut self.amounts_of[old.end as usize..] {
            (*first, *last) = (*first - to + from + count, *last - to + from + count);
        }
        self.amounts_of.splice(old.start as usize..old.end as usize, stretches);
    }

    /// The rows of what stands in some parts.
    pub fn of_parts(&self, kind: Kind, parts: Range<u32>) -> Range<u32> {
        let things = self.things(kind);
        let at = |part: u32| things.partition_point(|id| id.part < part) as u32;
        at(parts.start)..at(parts.end)
    }

    /// Does it leave out the sheets that were left out before, but for those that stood `there` and stand `here`?
    pub fn leaves_out(&self, before: &[bool], there: &Range<u32>, here: &Range<u32>) -> bool {
        let others = |all: &[bool], but: &Range<u32>| -> Vec<u32> {
            let out = (0u32..).zip(all).filter(|(at, out)| **out && !but.contains(at)).map(|(at, _)| at);
            out.map(|at| if at < but.start { at } else { at - but.end + but.start }).collect()
        };
        others(&self.left_out[Kind::Sheet as usize], here) == others(before, there)
    }

    /// What the lists of all leave out.
    pub fn left_out(&self) -> &[Vec<bool>] {
        &self.left_out
    }

    fn partners(&mut self, facts: &Grounds<'_>) {
        let plan = facts.plan;
        let mut known: FxHashMap<EntityId, i32> = FxHashMap::default();
        self.partners.clear();
        self.partners_of.clear();
        for sheet in plan.sheets() {
            let mut own = Vec::new();
            for seen in sheet.members(sheet::PARTNERS) {
                own.push(match (seen.target(), seen.cell.value) {
                    (Some(actor), _) => *known.entry(actor.id).or_insert_with(|| {
                        self.partners.push(PartnerRow::Actor(actor.id));
                        self.partners.len() as i32 - 1
                    }),
                    (None, Value::Text) => {
                        self.partners.push(PartnerRow::Text(seen.text().into_owned(), seen.span()));
                        self.partners.len() as i32 - 1
                    }
                    (None, _) => super::column::UNKNOWN_ID,
                });
            }
            self.partners_of.push(own);
        }
        // Declared partners that no sheet names are there all the same.
        for partner in plan.all(Concept::Partner).filter(|partner| !known.contains_key(&partner.id)) {
            self.partners.push(PartnerRow::Actor(partner.id));
        }
    }

    fn papers(&mut self, facts: &Grounds<'_>) {
        let plan = facts.plan;
        self.citations.clear();
        self.credits.clear();
        for (at, id) in (0u32..).zip(self.things[Kind::Decision as usize].clone()) {
            // What could not be read is no citation.
            for seen in plan.entity(id).members(decision::BASIS).filter(|seen| seen.target().is_some() || seen.cell.value == Value::Text) {
                let text = seen.target().map_or_else(|| seen.text().into_owned(), |reference| reference.titled().into_owned());
                self.citations.push(CitationRow { decision: at, text, span: seen.span() });
            }
        }
        for (at, authorisation) in (0u32..).zip(&self.authorisations) {
            let credits = authorisation.now().credits.iter();
            self.credits.extend(credits.map(|(year, money)| CreditRow { authorisation: at, year: *year, money: *money }));
        }
    }

    fn leave_out(&mut self, facts: &Grounds<'_>) {
        let plan = facts.plan;
        self.left_out = vec![Vec::new(); KINDS];
        for kind in [Kind::Sheet, Kind::Axis] {
            for (at, id) in (0u32..).zip(self.things[kind as usize].clone()) {
                if plan.entity(id).is_given_up() {
                    self.leave(kind, at);
                }
            }
        }
        if self.left_out.iter().any(|rows| !rows.is_empty()) {
            for kind in [Kind::Milestone, Kind::Indicator, Kind::Reading, Kind::Risk, Kind::Budget, Kind::Funding, Kind::Continuity] {
                for (at, id) in (0u32..).zip(self.things[kind as usize].clone()) {
                    if plan.entity(id).is_given_up() {
                        self.leave(kind, at);
                    }
                }
            }
        }
        let library = |id: EntityId| plan.sources.get(plan.parts[id.part as usize].source).library;
        self.named = vec![false; self.row_of.len()];
        for placed in plan.parts.iter().filter(|placed| !plan.sources.get(placed.source).library) {
            for id in placed.targets.iter().flatten() {
                self.named[(self.first_of_part[id.part as usize] + id.at) as usize] = true;
            }
        }
        for kind in [Kind::Owner, Kind::Theme, Kind::MustHave, Kind::Barrier, Kind::Reference] {
            for (at, id) in (0u32..).zip(self.things[kind as usize].clone()) {
                let actor = kind == Kind::Owner && !plan.entity(id).is(Concept::Owner);
                if actor || (library(id) && !self.names(id)) {
                    self.leave(kind, at);
                }
            }
        }
    }

    fn leave(&mut self, kind: Kind, at: u32) {
        let count = self.things[kind as usize].len();
        let rows = &mut self.left_out[kind as usize];
        rows.resize(count, false);
        rows[at as usize] = true;
    }

    fn names(&self, id: EntityId) -> bool {
        self.named[(self.first_of_part[id.part as usize] + id.at) as usize]
    }

    /// How many there are of a kind, left out or not.
    pub fn count(&self, facts: &Grounds<'_>, kind: Kind) -> usize {
        match kind.base() {
            Kind::Strategy | Kind::Authority => 1,
            Kind::Partner => self.partners.len(),
            Kind::Amount => self.amounts.len(),
            Kind::Line => self.lines.len(),
            Kind::FiscalYear => self.years.len(),
            Kind::Citation => self.citations.len(),
            Kind::Credit => self.credits.len(),
            Kind::Dependency => facts.reach().dependencies().len(),
            Kind::Workload => facts.load().cells.len(),
            kind => self.things[kind as usize].len(),
        }
    }

    /// The rows of a kind that a list of all holds, in the order of the text.
    pub fn all(&self, facts: &Grounds<'_>, kind: Kind) -> Vec<i32> {
        let stays = |at: &i32| self.has(kind, *at as u32);
        let rows = 0..self.count(facts, kind) as i32;
        match kind {
            Kind::Strategy if facts.plan.strategy().is_none() => Vec::new(),
            Kind::Authority if !matches!(facts.plan.authority(), Given::Is(_)) => Vec::new(),
            Kind::Goal | Kind::Action => {
                let action = kind == Kind::Action;
                rows.filter(stays).filter(|at| facts.plan.goal(GoalId(*at as u32)).is_action() == action).collect()
            }
            Kind::Amount => rows.filter(|at| self.has(Kind::Sheet, self.amounts[*at as usize].goal.0)).collect(),
            Kind::Dependency => rows.filter(|at| self.binds(facts, *at as usize)).collect(),
            _ if self.left_out[kind.base() as usize].is_empty() => rows.collect(),
            _ => rows.filter(stays).collect(),
        }
    }

    /// Is neither end of a dependency left out?
    pub fn binds(&self, facts: &Grounds<'_>, at: usize) -> bool {
        let one = facts.reach().dependencies()[at];
        self.has(Kind::Sheet, one.waits.0) && self.has(Kind::Sheet, one.on.0)
    }

    pub fn has(&self, kind: Kind, at: u32) -> bool {
        !self.left_out[kind.base() as usize].get(at as usize).copied().unwrap_or(false)
    }

    /// The entity of a row, where it is one.
    pub fn entity<'a>(&self, facts: &Grounds<'a>, kind: Kind, at: u32) -> Option<Entity<'a>> {
        let plan = facts.plan;
        match kind.base() {
            Kind::Strategy => plan.strategy(),
            Kind::Authority => plan.authority().is(),
            Kind::Partner => match &self.partners[at as usize] {
                PartnerRow::Actor(id) => Some(plan.entity(*id)),
                PartnerRow::Text(..) => None,
            },
            Kind::Amount => Some(plan.entity(self.amounts[at as usize].line)),
            Kind::Dependency => Some(plan.goal(facts.reach().dependencies()[at as usize].waits)),
            Kind::Workload => Some(plan.entity(facts.load().cells[at as usize].owner)),
            Kind::Citation => self.entity(facts, Kind::Decision, self.citations[at as usize].decision),
            Kind::Credit => self.entity(facts, Kind::Authorisation, self.credits[at as usize].authorisation),
            Kind::Line | Kind::FiscalYear => None,
            kind => self.things[kind as usize].get(at as usize).map(|id| plan.entity(*id)),
        }
    }

    /// The row of an entity in its kind.
    pub fn row(&self, id: EntityId) -> Option<u32> {
        let at = self.row_of[(self.first_of_part[id.part as usize] + id.at) as usize];
        (at != u32::MAX).then_some(at)
    }

    pub fn things(&self, kind: Kind) -> &[EntityId] {
        &self.things[kind.base() as usize]
    }

    /// Does the plan name it: a line that could be read, or one that could not?
    pub fn is_named(&self, facts: &Grounds<'_>, entity: Entity<'_>) -> bool {
        self.names(entity.id) || facts.plan.mentioned.contains(&entity.id)
    }

    /// Where the plan names first what a library declares.
    fn first_mention(&self, facts: &Grounds<'_>, id: EntityId) -> Option<Span> {
        let plan = facts.plan;
        plan.parts.iter().filter(|placed| !plan.sources.get(placed.source).library).find_map(|placed| {
            let at = placed.targets.iter().position(|target| *target == Some(id))?;
            let span = placed.part.references.get(at)?.span;
            Some(Span::new(placed.source, placed.base + span.start, placed.base + span.end))
        })
    }

    /// Where it is written.
    pub fn place(&self, facts: &Grounds<'_>, kind: Kind, at: u32) -> Option<Span> {
        match kind.base() {
            Kind::Partner => match &self.partners[at as usize] {
                PartnerRow::Text(_, span) => Some(*span),
                PartnerRow::Actor(id) => Some(facts.plan.entity(*id).place()),
            },
            Kind::Amount => {
                let row = &self.amounts[at as usize];
                let line = facts.plan.entity(row.line);
                Some(row.amount.map_or(line.keyword(), |amount| line.span_of_amount(&amount)))
            }
            Kind::Dependency => {
                let one = facts.reach().dependencies()[at as usize];
                facts.plan.goal(one.waits).depend(one.at).map(|depend| depend.span)
            }
            Kind::Citation => Some(self.citations[at as usize].span),
            Kind::Line => {
                let line = facts.ledger.lines.get(&self.lines[at as usize])?;
                let written = |amount: &Amount| facts.plan.entity(amount.line).span_of_amount(amount);
                line.allotted.as_ref().map(&written).or_else(|| line.entries.first().map(|entry| written(&entry.amount)))
            }
            Kind::FiscalYear => facts.plan.envelope().is().map(Entity::place),
            kind => self.entity(facts, kind, at).map(|entity| {
                let place = entity.place();
                let library = facts.plan.sources.get(place.source).library;
                if library { self.first_mention(facts, entity.id).unwrap_or(place) } else { place }
            }),
        }
        .or_else(|| facts.plan.strategy().map(Entity::place))
    }

    /// What it is called: by its name, else by its title; by the sheet that it stands in, where it has neither.
    pub fn name(&self, facts: &Grounds<'_>, kind: Kind, at: u32) -> String {
        match kind.base() {
            Kind::Strategy => "stratégie".to_owned(),
            Kind::Line => self.lines[at as usize].1.to_string(),
            Kind::FiscalYear => self.years[at as usize].to_string(),
            Kind::Partner => match &self.partners[at as usize] {
                PartnerRow::Text(text, _) => text.clone(),
                PartnerRow::Actor(id) => facts.plan.entity(*id).named().into_owned(),
            },
            Kind::Waiver => {
                let rule = self.entity(facts, kind, at).and_then(|waiver| waiver.members(waiver::RULE).next());
                rule.map_or_else(String::new, |rule| rule.text().into_owned())
            }
            kind => {
                let mut entity = self.entity(facts, kind, at);
                while let Some(one) = entity {
                    if one.is_called() {
                        return one.named().into_owned();
                    }
                    entity = one.parent();
                }
                String::new()
            }
        }
    }

    /// Of a row that is no thing of the plan, what tells it from the others of its thing: a year and a section, a quarter.
    pub fn part(&self, facts: &Grounds<'_>, kind: Kind, at: u32) -> Option<String> {
        let at = at as usize;
        let of = |year: i16, section: Section| format!("{year} {}", section.show(Lang::En).to_lowercase());
        match kind.base() {
            Kind::Line => self.lines.get(at).map(|(section, year)| of(*year, *section)),
            Kind::FiscalYear => self.years.get(at).map(i16::to_string),
            Kind::Credit => self.credits.get(at).map(|credit| credit.year.to_string()),
            Kind::Amount => self.amounts.get(at)?.years.map(|(first, _)| first.to_string()),
            Kind::Workload => facts.load().cells.get(at).map(|cell| format!("{}-Q{}", cell.year, cell.quarter)),
            _ => None,
        }
    }

    /// The same in a message: by its title.
    pub fn title(&self, facts: &Grounds<'_>, kind: Kind, at: u32, lang: Lang) -> String {
        match kind.base() {
            Kind::Strategy => facts.plan.strategy().map_or_else(String::new, |strategy| strategy.titled().into_owned()),
            Kind::Line | Kind::FiscalYear | Kind::Waiver => self.name(facts, kind, at),
            Kind::Workload => {
                let cell = &facts.load().cells[at as usize];
                let owner = facts.plan.entity(cell.owner).called(lang);
                format!("{owner}, {}-{}{}", cell.year, lang.of("T", "Q"), cell.quarter)
            }
            kind => {
                let mut entity = self.entity(facts, kind, at);
                while let Some(one) = entity {
                    if one.is_called() {
                        return one.titled().into_owned();
                    }
                    entity = one.parent();
                }
                self.name(facts, kind, at)
            }
        }
    }
}
