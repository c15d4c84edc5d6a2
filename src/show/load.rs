//! Who is asked for how much time, quarter by quarter, and how much there is.

use super::{Both, Column, Line, Role, Row, Table, Value, role};
use crate::analysis::Analysis;
use crate::language::concepts::{owner, sheet};
use crate::language::{Concept, Efforts, Key};
use crate::plan::{Entity, EntityId, Plan, Seen};
use crate::text::Span;
use crate::workload::{self, Ask, workload};

pub const COLUMNS: [Column; 6] = [
    Column::text("owner", "Pilote", "Owner"),
    Column::text("quarter", "Trimestre", "Quarter"),
    Column::number("asked_fte", "ETP demandés", "FTE asked"),
    Column::number("dip_fte", "dont creux", "of which dip"),
    Column::number("capacity_fte", "Capacité", "Capacity"),
    Column::number("rest_fte", "Reste", "Rest"),
];

pub const UNDATED: [Column; 4] = [
    Column::text("owner", "Pilote", "Owner"),
    Column::text("sheet", "Fiche", "Sheet"),
    Column::number("asked_fte", "ETP demandés", "FTE asked"),
    Column::number("dip_fte", "dont creux", "of which dip"),
];

const EFFORT: Role = role("effort", "charge", "effort");
const DIP: Role = role("dip", "creux de charge", "load dip");
const CAPACITY: Role = role("capacity", "capacité", "capacity");
const ARRIVAL: Role = role("arrival", "arrivée", "arrival");

pub fn tables(analysis: &Analysis) -> Vec<Table> {
    let plan = &analysis.plan;
    let load = workload(plan, &analysis.calendar);
    let title = Both { fr: "Charge par pilote et par trimestre", en: "Load by owner and quarter" };
    let rows = load.cells.iter().map(|cell| row(plan, cell)).collect();
    let mut tables = vec![Table { code: "load", title, columns: COLUMNS.to_vec(), keys: 2, rows, detail: false }];
    if !load.undated.is_empty() {
        let title = Both { fr: "Charge sans date connue", en: "Load of no known date" };
        let rows = load.undated.iter().map(|ask| undated(plan, ask)).collect();
        tables.push(Table { code: "undated", title, columns: UNDATED.to_vec(), keys: 2, rows, detail: false });
    }
    tables
}

fn row(plan: &Plan, cell: &workload::Cell) -> Row {
    let owner = plan.entity(cell.owner);
    let rest = cell.capacity.map_or(Value::None, |capacity| Value::FteLeft(capacity.0 - cell.asked.0));
    let values = vec![
        Value::named(owner),
        Value::Quarter(cell.year, cell.quarter),
        Value::Fte(cell.asked),
        Value::Fte(cell.dip),
        cell.capacity.map_or(Value::None, Value::Fte),
        rest,
    ];
    let mut lines = Vec::new();
    for share in &cell.sheets {
        for (role, key, fte) in [(EFFORT, sheet::EFFORT, share.effort), (DIP, sheet::LOAD_DIP, share.dip)] {
            let span = span_of(plan.goal(share.goal), key, cell.owner).filter(|_| fte.0 != 0);
            lines.extend(span.map(|span| Line { span, role, sheet: Some(plan.goal(share.goal).id), value: Value::Fte(fte) }));
        }
    }
    lines.extend(capacity(owner, cell));
    Row {
        values,
        names: names(owner, &format!("{}-T{}", cell.year, cell.quarter), &format!("{}-Q{}", cell.year, cell.quarter)),
        lines,
        total: false,
    }
}

/// In French, in English, and by its title.
fn names(owner: Entity<'_>, fr: &str, en: &str) -> Vec<String> {
    let (named, titled) = (owner.named(), owner.titled());
    [fr, en].iter().map(|rest| format!("{named} {rest}")).chain([fr, en].iter().map(|rest| format!("{titled} {rest}"))).collect()
}

/// Where a sheet first names somebody in a field.
fn span_of(sheet: Entity<'_>, key: Key<Efforts>, owner: EntityId) -> Option<Span> {
    sheet.members(key).find(|seen| seen.target().is_some_and(|target| target.id == owner)).map(Seen::span)
}

/// Where the capacity of the year is written, and when somebody arrives.
fn capacity<'a>(owner: Entity<'a>, cell: &workload::Cell) -> impl Iterator<Item = Line> + use<'a> {
    let actor = matches!(owner.concept(), Concept::Owner | Concept::Body | Concept::Partner);
    let year = cell.year;
    let seen = |at: u8| actor.then(|| owner.seen(at)).flatten();
    let stated = seen(owner::CAPACITY.at).and_then(|seen| {
        seen.members()
            .find(|seen| matches!(seen.cell.value, crate::plan::Value::Capacity(first, last, _) if (first..=last).contains(&year)))
    });
    let arrival = seen(owner::ARRIVAL.at);
    let line = move |seen: Seen<'a>, role, value| Line { span: seen.span(), role, sheet: Some(owner.id), value };
    let capacity = cell.capacity.map_or(Value::None, Value::Fte);
    let stated = stated.map(move |seen| line(seen, CAPACITY, capacity));
    stated
        .into_iter()
        .chain(arrival.map(move |seen| line(seen, ARRIVAL, seen.when().map_or(Value::None, |when| Value::Moment(when, false)))))
}

fn undated(plan: &Plan, ask: &Ask) -> Row {
    let (owner, of) = (plan.entity(ask.owner), plan.goal(ask.goal));
    let asked = [(EFFORT, sheet::EFFORT, ask.effort), (DIP, sheet::LOAD_DIP, ask.dip)];
    let line = |(role, key, fte): (Role, Key<Efforts>, workload::Fte)| {
        let span = span_of(of, key, ask.owner).filter(|_| fte.0 != 0)?;
        Some(Line { span, role, sheet: Some(of.id), value: Value::Fte(fte) })
    };
    let values = vec![Value::named(owner), Value::named(of), Value::Fte(ask.effort + ask.dip), Value::Fte(ask.dip)];
    let path = of.path();
    Row { values, names: names(owner, &path, &path), lines: asked.into_iter().filter_map(line).collect(), total: false }
}
