//! A plan as its export tells it, for the second reckoning.

use std::collections::HashMap;

use jiff::civil::Date;
use serde_json::Value;

use strategy::analysis::Analysis;
use strategy::export;

/// A date as written: its first day and its last.
pub type When = (Date, Date);

pub struct Said {
    pub export: Value,
    /// Goals and actions in the order of the text.
    pub sheets: Vec<Sheet>,
    pub strategy: Value,
}

pub struct Sheet {
    pub json: Value,
    pub path: String,
    /// The goal that an action is in.
    pub holder: Option<usize>,
    pub actions: Vec<usize>,
    /// Is it abandoned itself?
    pub abandoned: bool,
    /// Is it in the sums?
    pub counted: bool,
    pub milestones: Vec<(String, Option<When>)>,
    pub waits: Vec<Wait>,
}

/// A dependency.
#[derive(Clone)]
pub struct Wait {
    /// The sheet waited for, and the number of its milestone where that is.
    pub on: usize,
    pub milestone: Option<usize>,
    pub start: bool,
    pub delay: Option<(i64, String)>,
    pub waiting: Waiting,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Waiting {
    Start,
    End,
    Milestone(usize),
}

pub fn day(text: &Value) -> Date {
    text.as_str().expect("a day").parse().expect("a date")
}

/// A date, one counted from another, or one instead of another.
pub fn when(json: &Value) -> Option<When> {
    if json["now"].is_object() {
        return when(&json["now"]);
    }
    if json["after"].is_string() {
        return when(&json["date"]);
    }
    json["first"].is_string().then(|| (day(&json["first"]), day(&json["last"])))
}

pub fn children<'v>(json: &'v Value, concept: &'static str) -> impl Iterator<Item = &'v Value> {
    json["children"].as_array().into_iter().flatten().filter(move |child| child["concept"] == concept)
}

pub fn list<'v>(json: &'v Value, field: &str) -> Vec<&'v Value> {
    json["fields"][field].as_array().map(|all| all.iter().collect()).unwrap_or_default()
}

fn abandoned(json: &Value) -> bool {
    children(json, "status").last().is_some_and(|status| status["fields"]["progress"] == "abandoned")
}

fn works(json: &Value) -> bool {
    !abandoned(json) && json["fields"]["outside"] != true
}

impl Said {
    pub fn of(analysis: &Analysis) -> Said {
        let export: Value = serde_json::from_str(&export::json(analysis)).expect("JSON");
        let mut said = Said { export: Value::Null, sheets: Vec::new(), strategy: Value::Null };
        for entity in export["entities"].as_array().expect("a list") {
            said.collect(entity, None, true);
            if entity["concept"] == "strategy" && said.strategy.is_null() {
                said.strategy = entity.clone();
            }
        }
        assert_eq!(said.sheets.len(), analysis.plan.goals.len());
        said.join();
        said.export = export;
        said
    }

    fn collect(&mut self, json: &Value, holder: Option<usize>, axis_works: bool) {
        let sheet = json["concept"] == "goal" || json["concept"] == "action";
        let mut own = holder;
        if sheet {
            let at = self.sheets.len();
            if let Some(holder) = holder {
                self.sheets[holder].actions.push(at);
            }
            let holder_works = holder.is_none_or(|holder| works(&self.sheets[holder].json));
            let milestones = children(json, "milestone");
            self.sheets.push(Sheet {
                path: json["path"].as_str().expect("a path").to_owned(),
                holder,
                actions: Vec::new(),
                abandoned: abandoned(json),
                counted: works(json) && holder_works && axis_works,
                milestones: milestones.map(|of| (of["path"].as_str().expect("a path").to_owned(), when(&of["fields"]["date"]))).collect(),
                waits: Vec::new(),
                json: json.clone(),
            });
            own = Some(at);
        }
        let axis_works = json["concept"] != "axis" || works(json);
        for child in json["children"].as_array().into_iter().flatten() {
            self.collect(child, own, axis_works);
        }
    }

    /// What the dependencies mean.
    fn join(&mut self) {
        let sheets: HashMap<String, usize> = self.sheets.iter().enumerate().map(|(at, sheet)| (sheet.path.clone(), at)).collect();
        let all = self.sheets.iter().enumerate();
        let milestones: HashMap<String, (usize, usize)> = all
            .flat_map(|(at, sheet)| sheet.milestones.iter().enumerate().map(move |(number, (path, _))| (path.clone(), (at, number))))
            .collect();
        for at in 0..self.sheets.len() {
            let json = self.sheets[at].json.clone();
            for wait in list(&json, "depends on") {
                let on = wait["on"].as_str().expect("a path");
                let (target, milestone) = match (sheets.get(on), milestones.get(on)) {
                    (Some(sheet), _) => (*sheet, None),
                    (_, Some((sheet, number))) => (*sheet, Some(*number)),
                    _ => continue,
                };
                let waiting = match wait["for"].as_str() {
                    Some("start") => Waiting::Start,
                    Some("end") => Waiting::End,
                    Some(path) => Waiting::Milestone(milestones[path].1),
                    None => continue,
                };
                let delay = wait["delay"].is_object().then(|| {
                    (wait["delay"]["count"].as_i64().expect("a number"), wait["delay"]["unit"].as_str().expect("a unit").to_owned())
                });
                let start = wait["moment"] == "start";
                self.sheets[at].waits.push(Wait { on: target, milestone, start, delay, waiting });
            }
        }
    }

    /// Is it abandoned, or a part of what is?
    pub fn gone(&self, at: usize) -> bool {
        let sheet = &self.sheets[at];
        sheet.abandoned || sheet.holder.is_some_and(|holder| self.sheets[holder].abandoned)
    }
}
