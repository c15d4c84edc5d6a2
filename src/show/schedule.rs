//! When each sheet takes place, why then, and how much later it may.

use super::{Both, Column, Line, Role, Row, Table, Value, role};
use crate::analysis::Analysis;
use crate::language::concepts::{sheet, strategy};
use crate::plan::{Entity, Seen};
use crate::schedule::{Slack, Source, slack};

pub const COLUMNS: [Column; 8] = [
    Column::text("sheet", "Fiche", "Sheet"),
    Column::text("start", "Début", "Start"),
    Column::text("end", "Fin", "End"),
    Column::text("dates", "Dates", "Dates"),
    Column::text("late_start", "Début au plus tard", "Latest start").detail(),
    Column::text("late_end", "Fin au plus tard", "Latest end").detail(),
    Column::number("slack_days", "Marge", "Slack"),
    Column::text("critical", "Critique", "Critical"),
];

pub fn tables(analysis: &Analysis) -> Vec<Table> {
    let slack = slack(&analysis.plan, &analysis.graph, &analysis.calendar);
    let rows = analysis.plan.sheets().map(|sheet| row(analysis, &slack, sheet)).collect();
    let title = Both { fr: "Calendrier", en: "Schedule" };
    vec![Table { code: "schedule", title, columns: COLUMNS.to_vec(), keys: 1, rows, detail: false }]
}

fn row(analysis: &Analysis, slack: &Slack, sheet: Entity<'_>) -> Row {
    let id = sheet.goal_id();
    let slot = analysis.calendar.slot(id);
    let dates = match slot.map(|slot| slot.source) {
        Some(Source::Given) => Value::word("written", "écrites", "written"),
        Some(Source::Placed) => Value::word("placed", "placées", "placed"),
        Some(Source::Actions) => Value::word("actions", "de ses actions", "of its actions"),
        None if analysis.graph.knots[id.at()].is_some() => Value::word("loop", "en boucle", "in a loop"),
        None => Value::word("none", "aucune", "none"),
    };
    let day = |date| Value::Moment(crate::plan::When::day(date), false);
    let values = vec![
        Value::named(sheet),
        slot.map_or(Value::None, |slot| Value::Moment(slot.start, false)),
        slot.map_or(Value::None, |slot| Value::Moment(slot.end, true)),
        dates,
        slack.late_start(id).map_or(Value::None, day),
        slack.late_end(id).map_or(Value::None, day),
        slack.slack(id).map_or(Value::None, Value::Days),
        slack.of(id).map_or(Value::None, |leeway| Value::Yes(leeway.days == 0)),
    ];
    let path = sheet.path();
    let names = [path.clone(), path, sheet.titled().into_owned()].into_iter().chain(sheet.name().map(str::to_owned));
    Row { values, names: names.collect(), lines: lines(analysis, sheet), total: false }
}

const WRITTEN: Role = role("period", "période écrite", "written period");
const DURATION: Role = role("duration", "durée", "duration");
const NOT_BEFORE: Role = role("not_before", "pas avant", "not before");
const WAITS: Role = role("waits", "attend", "waits for");
const ACTION: Role = role("action", "une de ses actions", "one of its actions");

/// What its dates come from: its own period; or its duration, and what it is placed after; or its actions. And what it waits for.
fn lines(analysis: &Analysis, sheet: Entity<'_>) -> Vec<Line> {
    let calendar = &analysis.calendar;
    let own = Some(sheet.id);
    let mut lines = Vec::new();
    let slot = calendar.slot(sheet.goal_id());
    match slot.map(|slot| (slot.source, Value::Span(slot.start, slot.end))) {
        Some((Source::Given, dates)) => {
            lines.extend(sheet.seen(sheet::PERIOD.at).map(|seen| Line { span: seen.span(), role: WRITTEN, sheet: own, value: dates }));
        }
        Some((Source::Placed, dates)) => {
            let duration = sheet.seen(sheet::DURATION.at).map(Seen::span);
            lines.extend(duration.map(|span| Line { span, role: DURATION, sheet: own, value: dates }));
            let within = sheet.holder().and_then(|holder| Some((holder.id, holder.period().is()?)));
            let whole = || analysis.plan.strategy().and_then(|all| Some((all.id, all.is_given(strategy::PERIOD)?)));
            lines.extend(within.or_else(whole).map(|(of, period)| Line {
                span: period.start_span,
                role: NOT_BEFORE,
                sheet: Some(of),
                value: Value::Moment(period.start, false),
            }));
        }
        Some((Source::Actions, _)) => {
            for action in sheet.actions() {
                let dates = calendar.slot(action.goal_id()).map(|slot| Value::Span(slot.start, slot.end));
                lines.extend(dates.map(|value| Line { span: action.place(), role: ACTION, sheet: Some(action.id), value }));
            }
        }
        None => {}
    }
    lines.extend(sheet.depends().map(|depend| {
        let value = calendar.awaited(&depend).map_or(Value::None, |when| Value::Moment(when, !depend.start));
        Line { span: depend.span, role: WAITS, sheet: Some(depend.goal().id), value }
    }));
    lines
}
