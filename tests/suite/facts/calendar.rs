//! Starts and ends, early and late dates, slack: by going over everything again and again until nothing changes.

use jiff::civil::Date;
use jiff::{Span, ToSpan};
use serde_json::Value;

use strategy::plan::GoalId;
use strategy::schedule;

use super::read::{Said, Wait, Waiting, When, children, when};

/// A moment: a sheet's start, its end, or one of its milestones.
pub type Node = (usize, Waiting);

/// From what comes first to what waits; and the dependency that says so, its sheet's number and its own.
pub type Edge = (Node, Node, Option<(usize, usize)>);

/// Which moment must come before which, and the dependency that says so: the sheet's number and its own.
pub fn order(said: &Said) -> Vec<Edge> {
    let mut edges = Vec::new();
    for (at, sheet) in said.sheets.iter().enumerate() {
        edges.push(((at, Waiting::Start), (at, Waiting::End), None));
        for number in 0..sheet.milestones.len() {
            edges.push(((at, Waiting::Start), (at, Waiting::Milestone(number)), None));
            edges.push(((at, Waiting::Milestone(number)), (at, Waiting::End), None));
        }
        if let Some(holder) = sheet.holder {
            edges.push(((holder, Waiting::Start), (at, Waiting::Start), None));
            edges.push(((at, Waiting::End), (holder, Waiting::End), None));
        }
        for (number, wait) in sheet.waits.iter().enumerate() {
            edges.push((source(wait), (at, wait.waiting), Some((at, number))));
        }
    }
    edges
}

pub fn source(wait: &Wait) -> Node {
    match wait.milestone {
        Some(number) => (wait.on, Waiting::Milestone(number)),
        None if wait.start => (wait.on, Waiting::Start),
        None => (wait.on, Waiting::End),
    }
}

/// All moments that a moment leads to, by edges that `allowed` lets pass.
pub fn reached(from: Node, edges: &[Edge], allowed: impl Fn(usize) -> bool) -> Vec<Node> {
    let mut found = Vec::new();
    let mut open = vec![from];
    while let Some(node) = open.pop() {
        for (number, (_, to, _)) in edges.iter().enumerate().filter(|(_, (one, ..))| *one == node) {
            if allowed(number) && !found.contains(to) {
                found.push(*to);
                open.push(*to);
            }
        }
    }
    found
}

/// Which sheets are in a loop of moments.
pub fn loops(said: &Said) -> Vec<bool> {
    let edges = order(said);
    // Only what waits for something that waits can be in one.
    let in_loop = |node: Node| reached(node, &edges, |_| true).contains(&node);
    let nodes = |at: usize| {
        let milestones = (0..said.sheets[at].milestones.len()).map(Waiting::Milestone);
        [Waiting::Start, Waiting::End].into_iter().chain(milestones).map(move |moment| (at, moment))
    };
    (0..said.sheets.len()).map(|at| nodes(at).any(in_loop)).collect()
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Slot {
    pub start: When,
    pub end: When,
    pub open: [bool; 2],
    pub kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Written,
    Placed,
    Actions,
}

fn later(day: Date, delay: &Option<(i64, String)>) -> Date {
    let Some((count, unit)) = delay else { return day };
    let span = match unit.as_str() {
        "days" => Span::new().days(*count),
        "weeks" => Span::new().weeks(*count),
        "months" => Span::new().months(*count),
        _ => Span::new().years(*count),
    };
    day.checked_add(span).unwrap_or(Date::MAX)
}

fn period(json: &Value) -> Option<(When, When)> {
    let json = if json["now"].is_object() { &json["now"] } else { json };
    Some((when(&json["start"])?, when(&json["end"])?))
}

/// What its own period says.
fn written(said: &Said, json: &Value) -> Option<Slot> {
    let json = if json["now"].is_object() { &json["now"] } else { json };
    let whole = period(&said.strategy["fields"]["period"]);
    let slot = |start, end, open| Some(Slot { start, end, open, kind: Kind::Written });
    if json["continuous"] == true || json["count"].is_number() {
        return whole.and_then(|(start, end)| slot(start, end, [true, true]));
    }
    match (when(&json["start"]), when(&json["end"])) {
        (Some(start), Some(end)) => slot(start, end, [false, false]),
        (Some(start), None) => slot(start, whole.map(|whole| whole.1).filter(|end| start.0 <= end.1).unwrap_or(start), [false, true]),
        (None, Some(end)) => slot(whole.map(|whole| whole.0).filter(|start| start.0 <= end.1).unwrap_or(end), end, [true, false]),
        (None, None) => None,
    }
}

/// The first and the last day that a dependency waits for.
fn awaited(said: &Said, slots: &[Option<Slot>], wait: &Wait) -> Option<When> {
    let moment = match wait.milestone {
        Some(number) => said.sheets[wait.on].milestones[number].1?,
        None => {
            let slot = slots[wait.on].filter(|slot| slot.start.0 <= slot.end.1)?;
            if slot.open[usize::from(!wait.start)] {
                return None;
            }
            if wait.start { slot.start } else { slot.end }
        }
    };
    Some((later(moment.0, &wait.delay), later(moment.1, &wait.delay)))
}

fn possible(said: &Said, slots: &[Option<Slot>], wait: &Wait) -> Option<Date> {
    let (first, last) = awaited(said, slots, wait)?;
    if wait.start && wait.milestone.is_none() { Some(first) } else { last.checked_add(1.day()).ok() }
}

pub fn slots(said: &Said) -> Vec<Option<Slot>> {
    let loops = loops(said);
    let given: Vec<Option<Slot>> = said.sheets.iter().map(|sheet| written(said, &sheet.json["fields"]["period"])).collect();
    let mut slots = given.clone();
    for _ in 0..=4 * said.sheets.len() {
        let before = slots.clone();
        for (at, sheet) in said.sheets.iter().enumerate() {
            if !loops[at] && given[at].is_none() {
                slots[at] = placed(said, &slots, at).or_else(|| {
                    let actions: Vec<Slot> = sheet.actions.iter().filter_map(|action| slots[*action]).collect();
                    let start = actions.iter().map(|slot| slot.start).min_by_key(|start| start.0)?;
                    let end = actions.iter().rev().map(|slot| slot.end).max_by_key(|end| end.1)?;
                    Some(Slot { start, end, open: [false, false], kind: Kind::Actions })
                });
            }
        }
        if before == slots {
            break;
        }
    }
    slots
}

fn placed(said: &Said, slots: &[Option<Slot>], at: usize) -> Option<Slot> {
    let sheet = &said.sheets[at];
    let length = &sheet.json["fields"]["duration"];
    let delay = Some((length["count"].as_i64()?, length["unit"].as_str()?.to_owned()));
    let holder = sheet.holder.and_then(|holder| period(&said.sheets[holder].json["fields"]["period"]));
    let beside = || sheet.holder.and_then(|holder| slots[holder]).filter(|slot| slot.kind == Kind::Placed).map(|slot| slot.start);
    let whole = || period(&said.strategy["fields"]["period"]).map(|(start, _)| start);
    let mut start = holder.map(|(start, _)| start).or_else(beside).or_else(whole).map(|start| start.0);
    // That an action starts with its goal says nothing where the goal starts with its actions.
    let own = |wait: &&Wait| {
        let dated_by_it = Some(wait.on) == sheet.holder && slots[wait.on].is_none_or(|slot| slot.kind == Kind::Actions);
        !(wait.start && wait.milestone.is_none() && dated_by_it)
    };
    for wait in sheet.waits.iter().filter(|wait| wait.waiting == Waiting::Start).filter(own) {
        start = start.max(possible(said, slots, wait));
    }
    // A goal whose dates are those of its actions waits by them.
    if let Some(holder) = sheet.holder.filter(|holder| slots[*holder].is_none_or(|slot| slot.kind == Kind::Actions)) {
        let inside = |sheet: usize| sheet == holder || said.sheets[sheet].holder == Some(holder);
        for wait in said.sheets[holder].waits.iter().filter(|wait| wait.waiting == Waiting::Start && !inside(wait.on)) {
            start = start.max(possible(said, slots, wait));
        }
    }
    let start = start?;
    let mut end = later(start, &delay).checked_sub(1.day()).ok()?.max(start);
    for wait in sheet.waits.iter().filter(|wait| wait.waiting == Waiting::End) {
        end = awaited(said, slots, wait).map_or(end, |(_, last)| end.max(last));
    }
    Some(Slot { start: (start, start), end: (end, end), open: [false, false], kind: Kind::Placed })
}

fn between(from: Date, to: Date) -> i64 {
    i64::from(from.until(to).expect("days").get_days())
}

/// The days that each sheet may be late, by the rules of `schedule::slack`.
fn slack(said: &Said, slots: &[Option<Slot>]) -> Vec<Option<i64>> {
    let loops = loops(said);
    let usable = |at: usize| slots[at].filter(|slot| !loops[at] && !said.gone(at) && slot.start.0 <= slot.end.1);
    let early = |(at, moment): Node| -> Option<Date> {
        let slot = usable(at)?;
        match moment {
            Waiting::Start => (!slot.open[0]).then_some(slot.start.0),
            Waiting::End => (!slot.open[1]).then_some(slot.end.1),
            Waiting::Milestone(number) => {
                (slot.open != [true, true]).then_some(())?;
                said.sheets[at].milestones[number].1.map(|(_, last)| last)
            }
        }
    };
    let awaits = |node: Node| {
        said.sheets.iter().enumerate().any(|(at, sheet)| sheet.waits.iter().any(|wait| source(wait) == node || (at, wait.waiting) == node))
    };
    let end = period(&said.strategy["fields"]["period"]).map(|(_, end)| end.1);
    let end = end.or_else(|| slots.iter().flatten().map(|slot| slot.end.1).max());
    let mut gaps: Vec<(Node, Node, i64)> = Vec::new();
    for (from, to, dependency) in order(said) {
        let (Some(first), Some(then)) = (early(from), early(to)) else { continue };
        let gap = between(first, then);
        let least = match dependency {
            Some((at, number)) => {
                let wait = &said.sheets[at].waits[number];
                let due = match wait.waiting {
                    Waiting::Start => possible(said, slots, wait),
                    Waiting::End | Waiting::Milestone(_) => awaited(said, slots, wait).map(|(_, last)| last),
                };
                let Some(due) = due else { continue };
                between(first, due)
            }
            None if from.0 != to.0 => 0,
            None if matches!(from.1, Waiting::Milestone(_)) && !awaits(from) => continue,
            None if matches!(to.1, Waiting::Milestone(_)) && !awaits(to) => continue,
            None if from.1 == Waiting::Start && to.1 == Waiting::End => {
                let slot = slots[from.0].expect("it has days");
                let length = &said.sheets[from.0].json["fields"]["duration"];
                match slot.kind {
                    Kind::Written => gap,
                    Kind::Actions => 0,
                    Kind::Placed => {
                        let delay = Some((length["count"].as_i64().expect("a count"), length["unit"].as_str().expect("a unit").to_owned()));
                        between(first, later(first, &delay)) - 1
                    }
                }
            }
            None => gap,
        };
        gaps.push((from, to, least.min(gap)));
    }
    let nodes: Vec<Node> = gaps.iter().flat_map(|(from, to, _)| [*from, *to]).collect();
    let all = (0..said.sheets.len()).flat_map(|at| [(at, Waiting::Start), (at, Waiting::End)]).chain(nodes);
    let mut late: Vec<(Node, Date)> = Vec::new();
    for node in all {
        if let (Some(day), false) = (early(node), late.iter().any(|(known, _)| *known == node)) {
            late.push((node, end.map_or(day, |end| day.max(end))));
        }
    }
    let at = |late: &[(Node, Date)], node: Node| late.iter().position(|(known, _)| *known == node);
    loop {
        let before = late.clone();
        for (from, to, least) in &gaps {
            let (from, to) = (at(&late, *from).expect("a node"), at(&late, *to).expect("a node"));
            let day = late[to].1.checked_sub(least.days()).expect("a day");
            late[from].1 = late[from].1.min(day);
        }
        if before == late {
            break;
        }
    }
    let days = |node: Node| Some(between(early(node)?, late[at(&late, node)?].1));
    (0..said.sheets.len()).map(|at| [days((at, Waiting::Start)), days((at, Waiting::End))].into_iter().flatten().min()).collect()
}

#[test]
fn dates_and_slack_are_those_of_a_second_reckoning() {
    let (mut dated, mut critical, mut slacks) = (0, 0, 0);
    super::each(|name, analysis, said| {
        // `about` has its own margins, which only the mistakes of the examples need.
        let slots = slots(said);
        let found = schedule::slack(&analysis.plan, &analysis.graph, &analysis.calendar);
        let days = slack(said, &slots);
        for (at, sheet) in said.sheets.iter().enumerate() {
            let computed = [&sheet.json["computed"]["start"], &sheet.json["computed"]["end"]].map(when);
            assert_eq!(computed, slots[at].map_or([None, None], |slot| [Some(slot.start), Some(slot.end)]), "{name}: {}", sheet.path);
            let goal = GoalId(at as u32);
            assert_eq!(found.slack(goal), days[at], "{name}: slack of {}", sheet.path);
            assert_eq!(found.is_critical(goal), days[at] == Some(0), "{name}: {}", sheet.path);
            if let Some(leeway) = found.of(goal) {
                let shifts = leeway.early.iter().zip(leeway.late).filter_map(|(early, late)| Some(between((*early)?, late?)));
                assert_eq!(shifts.min(), Some(leeway.days), "{name}: {}", sheet.path);
            }
            dated += usize::from(slots[at].is_some());
            critical += usize::from(days[at] == Some(0));
            slacks += usize::from(days[at].is_some_and(|days| days > 0));
        }
    });
    assert!(dated > 500 && critical > 100 && slacks > 300, "{dated} {critical} {slacks}");
}

#[test]
fn a_strategy_s_children_are_read() {
    let plan = strategy::analysis::analyse(
        &strategy::load::Memory::one("strategy \"S\" {\nenvelope {\ntotal 1 €\n}\n}"),
        strategy::load::Memory::root(),
    );
    assert_eq!(children(&Said::of(&plan).strategy, "envelope").count(), 1);
}
