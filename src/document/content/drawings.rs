//! The drawings of the strategy by themselves: its calendar and its graph as SVG, the same shapes as on the pages; and the graph as a text
//! that other tools draw.

use std::fmt::Write;

use serde_json::{Value, json};

use super::Build;
use super::calendar::{Beside, LYING};
use super::dependencies::Wait;
use super::sheet::plain;
use crate::analysis::Analysis;
use crate::figure::{Figure, Gantt, stacked};
use crate::plan::{Depend, Entity, Moment, shapes};
use crate::text::shape;
use jiff::civil::Date;

/// The forms of a graph that is no drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Dot,
    Mermaid,
    Json,
}

/// Raised when a reader of an older JSON could no longer read it.
const VERSION: u32 = 1;

/// The calendar of all goals and actions as one SVG; none without dates. `date`: where today is drawn.
pub fn calendar_svg(analysis: &Analysis, date: Option<Date>) -> Option<String> {
    let build = Build::new(analysis, date);
    let scale = build.scale()?;
    let sheets: Vec<Entity<'_>> = build.strands.iter().flat_map(|strand| strand.all()).collect();
    // No page ends it.
    let look = Gantt { width: LYING, label: 92.0, size: 8.4, row: 5.2, most: f64::INFINITY, actual: false };
    let figures = build.calendar(&sheets, &scale, Beside::Nothing, &look);
    (!figures.is_empty()).then(|| stacked(figures).svg(&build.strategy_title().text))
}

/// Who waits for whom, as one SVG; none where nothing waits, or where it cannot be drawn.
pub fn graph_svg(analysis: &Analysis) -> Option<String> {
    let build = Build::new(analysis, None);
    let waits: Vec<Wait> = build.waits().map(|(goal, depend)| Wait::of(goal, &depend)).collect();
    let figures: Vec<Figure> = build.graphs(&waits);
    (!figures.is_empty()).then(|| stacked(figures).svg(&build.strategy_title().text))
}

/// The same as a text. Every goal and action is a node, in the order of the document.
pub fn graph(analysis: &Analysis, form: Form) -> String {
    let build = Build::new(analysis, None);
    match form {
        Form::Dot => build.dot(),
        Form::Mermaid => build.mermaid(),
        Form::Json => build.graph_json(),
    }
}

impl<'a> Build<'a> {
    /// Each dependency with the sheet that has it.
    fn waits(&self) -> impl Iterator<Item = (Entity<'a>, Depend<'a>)> {
        self.plan.sheets().flat_map(|sheet| sheet.depends().map(move |depend| (sheet, depend)))
    }

    fn nodes(&self) -> impl Iterator<Item = Entity<'a>> {
        self.strands.iter().flat_map(|strand| strand.all())
    }

    /// `fin`, `jalon « Ouverture » + 2 mois`
    fn wait_label(&self, depend: &Depend<'_>) -> String {
        let delay = depend.delay.map(|delay| format!(" + {}", delay.show(self.lang))).unwrap_or_default();
        format!("{}{delay}", self.depend_what(depend))
    }

    fn dot(&self) -> String {
        let quoted = |text: &str| format!("\"{}\"", one_line(text).replace('\\', "\\\\").replace('"', "\\\""));
        let mut out = String::from("digraph strategy {\n  rankdir=LR;\n  node [shape=box];\n");
        for sheet in self.nodes() {
            let number = self.number_of(sheet.goal_id());
            let pen = if sheet.holder().is_none() { ", penwidth=2" } else { "" };
            let _ = writeln!(out, "  {} [label={}{pen}];", quoted(number), quoted(&format!("{number} {}", self.title(sheet).text)));
        }
        for (sheet, depend) in self.waits() {
            let (from, to) = (self.number_of(depend.goal().goal_id()), self.number_of(sheet.goal_id()));
            let style = if depend.start { ", style=dashed" } else { "" };
            let _ = writeln!(out, "  {} -> {} [label={}{style}];", quoted(from), quoted(to), quoted(&self.wait_label(&depend)));
        }
        out + "}\n"
    }

    fn mermaid(&self) -> String {
        // Within quotes Mermaid reads entities; nothing else of a text means anything to it.
        let quoted = |text: &str| {
            let mut out = String::from("\"");
            for c in one_line(text).chars() {
                match c {
                    '"' | '#' | '&' | '<' | '>' | '`' | '\\' => {
                        let _ = write!(out, "#{};", u32::from(c));
                    }
                    c => out.push(c),
                }
            }
            out + "\""
        };
        let mut out = String::from("flowchart LR\n");
        for sheet in self.nodes() {
            let id = sheet.goal_id();
            let _ = writeln!(out, "  n{}[{}]", id.0, quoted(&format!("{} {}", self.number_of(id), self.title(sheet).text)));
        }
        for (sheet, depend) in self.waits() {
            let arrow = if depend.start { "-.->" } else { "-->" };
            let (from, to) = (depend.goal().goal_id().0, sheet.goal_id().0);
            let _ = writeln!(out, "  n{from} {arrow}|{}| n{to}", quoted(&self.wait_label(&depend)));
        }
        out
    }

    fn graph_json(&self) -> String {
        let nodes: Vec<Value> = self
            .nodes()
            .map(|sheet| {
                json!({
                    "number": self.number_of(sheet.goal_id()),
                    "name": sheet.name(),
                    "title": sheet.titled(),
                    "kind": if sheet.is_action() { "action" } else { "goal" },
                })
            })
            .collect();
        let edges: Vec<Value> = self
            .waits()
            .map(|(sheet, depend)| {
                let milestone = depend.is_milestone().then(|| plain(&self.label(depend.on)));
                let waits = match depend.waits {
                    Moment::Start => "start",
                    Moment::End => "end",
                    Moment::Milestone(_) => "milestone",
                };
                json!({
                    "from": self.number_of(depend.goal().goal_id()),
                    "to": self.number_of(sheet.goal_id()),
                    "awaits": if milestone.is_some() { "milestone" } else if depend.start { "start" } else { "end" },
                    "milestone": milestone,
                    "for": waits,
                    "delay": depend.delay.map(|delay| delay.json()),
                    "date": self.analysis.calendar.awaited(&depend).map(|when| when.json()),
                })
            })
            .collect();
        serde_json::to_string_pretty(&json!({ "version": VERSION, "nodes": nodes, "edges": edges })).unwrap_or_default() + "\n"
    }
}

/// No control character, no new line, no mark that turns the direction of what follows it.
fn one_line(text: &str) -> String {
    let turning = |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars().map(|c| if c.is_control() || turning(c) { ' ' } else { c }).filter(|c| *c != '\u{200b}').collect()
}

/// The JSON Schema of the graph as JSON.
pub fn graph_schema() -> Value {
    let node = [
        ("number", shape::text()),
        ("name", shape::text_or_none()),
        ("title", shape::text()),
        ("kind", shape::one_of(&["action", "goal"])),
    ];
    let edge = [
        ("from", shape::text()),
        ("to", shape::text()),
        ("awaits", shape::one_of(&["milestone", "start", "end"])),
        ("milestone", shape::text_or_none()),
        ("for", shape::one_of(&["start", "end", "milestone"])),
        ("delay", shape::or_none(shape::link("duration value"))),
        ("date", shape::or_none(shape::link("date value"))),
    ];
    let all = [
        ("version", json!({ "const": VERSION })),
        ("nodes", shape::list(shape::object(node, &[]))),
        ("edges", shape::list(shape::object(edge, &[]))),
    ];
    shape::whole("What waits for what, as `strategy graph --format json` writes it", shapes(), shape::object(all, &[]))
}
