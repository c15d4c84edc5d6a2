//! What stands at an offset of a source: a keyword, a name, a file, a date or an amount.

use std::path::{Component, Path};

use crate::analysis::Analysis;
use crate::language::{Concept, Found, Place, Row, find};
use crate::plan::{AuthorityId, AxisId, Budget, Entity, GoalId, Header, Money, OwnerId, Period, Plan, Share, When};
use crate::syntax::{File, NodeId, Part, PartKind, Tree, parse, plain};
use crate::text::{SourceId, Span};

/// Something that a plan defines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Item {
    Strategy,
    Authority(AuthorityId),
    Owner(OwnerId),
    Axis(AxisId),
    Goal(GoalId),
    Milestone(GoalId, usize),
    Indicator(GoalId, usize),
}

pub enum Thing {
    Keyword(&'static Row),
    Item(Item),
    /// A file of the plan, named by a `use`.
    File(SourceId),
    Date(When),
    /// An amount of each year from the first to the last.
    Amount(Money, i16, i16),
    /// What a line of a funding plan brings to a goal.
    Share(GoalId, Share),
}

/// In: any offset, inside the text or not. Out: the thing there with its place.
pub fn at(analysis: &Analysis, source: SourceId, offset: u32) -> Option<(Span, Thing)> {
    // The analysis keeps no trees: one text is read again faster than a pointer rests on a word.
    let (_, source_text) = analysis.sources.iter().find(|(id, _)| *id == source)?;
    let text = source_text.text.as_str();
    let (file, _) = parse(source, text);
    let found = statement(&file, text, offset)?;
    let parts = found.tree.parts(found.node);
    if let Some((row, words)) = found.row
        && let Some(keyword) = parts.get(..words)
        && offset <= keyword.last()?.end
    {
        return Some((file.span(keyword[0].start, keyword.last()?.end), Thing::Keyword(row)));
    }
    let part = part(parts, offset)?;
    let span = file.span(part.start, part.end);
    match part.kind {
        PartKind::Word => name(analysis, source, offset).map(|(span, item)| (span, Thing::Item(item))),
        PartKind::Literal => literal(analysis, span).map(|thing| (span, thing)),
        PartKind::Text if found.row.is_some_and(|(row, _)| row.concept == Concept::Use) => {
            used(analysis, source, &plain(&text[span.range()])).map(|file| (span, Thing::File(file)))
        }
        _ => None,
    }
}

struct Statement<'a> {
    tree: &'a Tree,
    node: NodeId,
    /// Its keyword, and how many words that takes.
    row: Option<(&'static Row, usize)>,
}

/// The statement whose own words hold the offset.
fn statement<'a>(file: &'a File, text: &str, offset: u32) -> Option<Statement<'a>> {
    let starts_before = |tree: &&Tree| tree.roots().next().is_some_and(|first| tree.node(first).start <= offset);
    let tree = file.trees.iter().rev().find(starts_before)?;
    let mut place = Place::Root;
    let mut node = tree.roots().take_while(|node| tree.node(*node).start <= offset).last()?;
    loop {
        let (row, near) = keyword(tree, node, text, place);
        if offset <= tree.node(node).end {
            return Some(Statement { tree, node, row });
        }
        place = row.map(|(row, _)| row.concept).or(near).and_then(Concept::opens).unwrap_or(place);
        node = tree.children(node).take_while(|child| tree.node(*child).start <= offset).last()?;
    }
}

/// A statement's keyword or, where it is misspelt, the one that was probably meant.
fn keyword(tree: &Tree, node: NodeId, text: &str, place: Place) -> (Option<(&'static Row, usize)>, Option<Concept>) {
    let written = |part: &Part| (part.kind == PartKind::Word).then(|| &text[part.start as usize..part.end as usize]);
    let parts = tree.parts(node);
    let Some(first) = parts.first().and_then(written) else { return (None, None) };
    match find(first, parts.get(1).and_then(written), place) {
        Found::Here(row, words) => (Some((row, words)), None),
        Found::Elsewhere(row, _) => (Some((row, row.en[0].split(' ').count().min(parts.len()))), None),
        Found::Unknown(near) => (None, near.map(|(concept, _)| concept)),
    }
}

/// The part that holds the offset; between two that touch, the second.
fn part(parts: &[Part], offset: u32) -> Option<&Part> {
    parts.iter().rev().find(|part| part.start <= offset && offset <= part.end)
}

fn name(analysis: &Analysis, source: SourceId, offset: u32) -> Option<(Span, Item)> {
    let here = |span: Span| span.contains(source, offset);
    let reference = analysis.names.references.iter().find(|(span, _)| here(*span));
    reference.map(|(span, entity)| (*span, Item::from(*entity))).or_else(|| {
        let mut items = items(&analysis.plan);
        items.find_map(|(item, header)| header.name.filter(|name| here(name.0)).map(|name| (name.0, item)))
    })
}

impl From<Entity> for Item {
    fn from(entity: Entity) -> Item {
        match entity {
            Entity::Authority(id) => Item::Authority(id),
            Entity::Owner(id) => Item::Owner(id),
            Entity::Axis(id) => Item::Axis(id),
            Entity::Goal(id) => Item::Goal(id),
            Entity::Milestone(goal, at) => Item::Milestone(goal, at as usize),
        }
    }
}

impl Item {
    pub fn header(self, plan: &Plan) -> Option<&Header> {
        match self {
            Item::Strategy => plan.strategy.as_ref().map(|strategy| &strategy.header),
            Item::Authority(id) => plan.authorities.get(id.at()).map(|authority| &authority.header),
            Item::Owner(id) => plan.owners.get(id.at()).map(|owner| &owner.header),
            Item::Axis(id) => plan.axes.get(id.at()).map(|axis| &axis.header),
            Item::Goal(id) => plan.goals.get(id.at()).map(|goal| &goal.sheet.header),
            Item::Milestone(goal, at) => plan.goals.get(goal.at())?.sheet.milestones.get(at).map(|milestone| &milestone.header),
            Item::Indicator(goal, at) => plan.goals.get(goal.at())?.sheet.indicators.get(at).map(|indicator| &indicator.header),
        }
    }

    /// The keyword that defines it.
    pub fn concept(self, plan: &Plan) -> Concept {
        match self {
            Item::Strategy => Concept::Strategy,
            Item::Authority(_) => Concept::Authority,
            Item::Owner(_) => Concept::Owner,
            Item::Axis(_) => Concept::Axis,
            Item::Goal(id) if plan.goals.get(id.at()).is_some_and(|goal| goal.is_action()) => Concept::Action,
            Item::Goal(_) => Concept::Goal,
            Item::Milestone(..) => Concept::Milestone,
            Item::Indicator(..) => Concept::Indicator,
        }
    }
}

/// Everything that the plan defines, in no particular order.
fn items(plan: &Plan) -> impl Iterator<Item = (Item, &Header)> {
    let parts = |id: GoalId| {
        let sheet = &plan.goal(id).sheet;
        let milestones = (0..sheet.milestones.len()).map(move |at| Item::Milestone(id, at));
        let indicators = (0..sheet.indicators.len()).map(move |at| Item::Indicator(id, at));
        std::iter::once(Item::Goal(id)).chain(milestones).chain(indicators)
    };
    std::iter::once(Item::Strategy)
        .chain((0..plan.authorities.len() as u32).map(|at| Item::Authority(AuthorityId(at))))
        .chain((0..plan.owners.len() as u32).map(|at| Item::Owner(OwnerId(at))))
        .chain((0..plan.axes.len() as u32).map(|at| Item::Axis(AxisId(at))))
        .chain(plan.goal_ids().flat_map(parts))
        .filter_map(|item| item.header(plan).map(|header| (item, header)))
}

/// The source that `use "written"` brings in, if it could be read.
fn used(analysis: &Analysis, source: SourceId, written: &str) -> Option<SourceId> {
    let from = analysis.paths.get(usize::from(source.0))?.as_ref()?;
    let mut path = from.parent()?.to_owned();
    for component in Path::new(&written.replace('\\', "/")).components() {
        match component {
            Component::Normal(part) => path.push(part),
            Component::CurDir => {}
            Component::ParentDir => {
                path.pop();
            }
            Component::RootDir | Component::Prefix(_) => return None,
        }
    }
    let known = analysis.paths.iter().position(|known| known.as_ref() == Some(&path))?;
    u16::try_from(known).ok().map(SourceId)
}

/// What the plan read from a literal: a date or an amount.
fn literal(analysis: &Analysis, span: Span) -> Option<Thing> {
    let plan = &analysis.plan;
    let in_period = |period: Option<&Period>| -> Option<Thing> {
        let period = period?;
        let dates = [(period.start_span, period.start), (period.end_span, period.end)];
        dates.into_iter().find(|(place, _)| *place == span).map(|(_, when)| Thing::Date(when))
    };
    let is_on = |on: Option<(When, Span)>| on.filter(|(_, place)| *place == span).map(|(when, _)| Thing::Date(when));
    let in_budget = |budget: Option<&Budget>| {
        let covers = |of: Span| of.source == span.source && of.start <= span.start && span.end <= of.end;
        let mut years = budget?.amounts.iter().filter(|amount| covers(amount.span));
        let first = years.next()?;
        if span.end < first.span.end {
            return analysis.sources.slice(span).parse().ok().and_then(When::year).map(Thing::Date);
        }
        Some(Thing::Amount(first.money, first.year, years.next_back().unwrap_or(first).year))
    };

    in_period(plan.period())
        .or_else(|| in_budget(plan.strategy.as_ref()?.envelope.as_ref()))
        .or_else(|| plan.authorities.iter().find_map(|authority| in_period(authority.mandate.get())))
        .or_else(|| {
            plan.goal_ids().find_map(|id| {
                let sheet = &plan.goal(id).sheet;
                let mut milestones = sheet.milestones.iter();
                let mut readings = sheet
                    .indicators
                    .iter()
                    .flat_map(|indicator| indicator.baseline.get().into_iter().chain(indicator.target.get()).chain(&indicator.measured));
                let mut lines = sheet.funding.iter().flat_map(|funding| &funding.lines);
                in_period(sheet.period.get())
                    .or_else(|| in_budget(sheet.budget.as_ref()))
                    .or_else(|| milestones.find_map(|milestone| is_on(milestone.on.get().copied())))
                    .or_else(|| readings.find_map(|reading| is_on(reading.on)))
                    .or_else(|| lines.find(|line| line.share.span == span).map(|line| Thing::Share(id, line.share.value)))
            })
        })
}
