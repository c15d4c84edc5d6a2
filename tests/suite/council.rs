//! The way to the vote, by dates counted by hand on a calendar.

use jiff::civil::{Date, date};
use strategy::council::{State, Step, known_sitting, steps};
use strategy::diagnostic::Lang;

use super::support::{analyse_bytes, strategy, top};

fn plan(authority: &str, rest: &str) -> String {
    format!("strategy \"S\" {{\nperiod 2027 .. 2030\n}}\nauthority v \"V\" {{\n{authority}\n}}\n{rest}\n")
}

fn walked(authority: &str, rest: &str, sitting: Date) -> Vec<Step> {
    steps(&analyse_bytes(plan(authority, rest).as_bytes()), sitting, Lang::En)
}

fn step<'s>(steps: &'s [Step], code: &str) -> &'s Step {
    steps.iter().find(|step| step.code == code).unwrap_or_else(|| panic!("no step {code}"))
}

const LARGE: &str = "kind commune\npopulation 12 000";
const SMALL: &str = "kind commune\npopulation 800";

/// A Monday's sitting: five clear days are Tuesday to Saturday before it and Sunday, so that the letter leaves on Tuesday.
#[test]
fn clear_days_leave_both_ends_out() {
    let by = |authority: &str, sitting| step(&walked(authority, "", sitting), "convened").by;
    assert_eq!(by(LARGE, date(2026, 12, 14)), Some(date(2026, 12, 8)), "9, 10, 11, 12 and 13 are clear");
    assert_eq!(by(SMALL, date(2026, 12, 14)), Some(date(2026, 12, 10)), "11, 12 and 13 are clear");
    assert_eq!(by(LARGE, date(2027, 3, 3)), Some(date(2027, 2, 25)), "26, 27, 28, 1 and 2 are clear");
    assert_eq!(by("kind commune\npopulation 3 500", date(2026, 12, 14)), Some(date(2026, 12, 8)), "from 3 500 on");
    assert_eq!(by("kind region", date(2026, 12, 14)), Some(date(2026, 12, 2)), "twelve days");
    assert_eq!(by("kind departement", date(2026, 12, 14)), Some(date(2026, 12, 2)));
}

#[test]
fn what_is_not_known_is_said() {
    for authority in ["kind commune", "kind epci\npopulation 40 000", ""] {
        let steps = walked(authority, "", date(2026, 12, 14));
        let convened = step(&steps, "convened");
        assert_eq!(convened.state, State::Undecided, "{authority}");
        assert!(convened.rule.contains("for want of knowing"), "{authority}: {}", convened.rule);
        assert_eq!(convened.by, Some(date(2026, 12, 8)), "the longer delay is the safe one");
    }
}

#[test]
fn each_step_has_its_text_and_how_sure_it_is() {
    let steps = walked(LARGE, "", date(2026, 12, 14));
    for one in steps.iter() {
        assert!(!one.bases.is_empty(), "{}", one.code);
        for basis in &one.bases {
            assert!(["A", "B", "G", "?"].contains(&basis.grade), "{basis:?}");
            assert!(basis.checked.starts_with("2026-"), "{basis:?}");
        }
    }
    // A département's acts rest on other articles: none of a commune's is named.
    let other = walked("kind departement", "", date(2026, 12, 14));
    let titles: Vec<&str> = other.iter().flat_map(|step| &step.bases).map(|basis| basis.title.as_str()).collect();
    assert!(titles.iter().all(|title| !title.contains("L2121") && !title.contains("L2131")), "{titles:?}");
}

#[test]
fn the_debate_is_before_the_budget_that_can_still_be_voted() {
    let debate = |authority: &str, sitting| {
        let steps = walked(authority, "", sitting);
        steps.iter().find(|step| step.code == "debate").map(|step| (step.from, step.by))
    };
    assert_eq!(debate(LARGE, date(2026, 12, 14)), Some((Some(date(2027, 2, 4)), Some(date(2027, 4, 15)))));
    assert_eq!(debate(LARGE, date(2027, 3, 1)), Some((Some(date(2027, 2, 4)), Some(date(2027, 4, 15)))));
    assert_eq!(debate(SMALL, date(2026, 12, 14)), None, "a small commune has none");
    assert!(debate("kind region", date(2027, 12, 14)).is_some_and(|(_, by)| by == Some(date(2028, 4, 30))), "the year of its renewal");
    assert_eq!(debate(LARGE, date(2040, 1, 1)), None, "no limit is known so far ahead");
}

#[test]
fn what_the_plan_shows_is_ready() {
    let act = "decision a \"Adoption\" on 2026-12-14 {\nkind adoption\nconvened 2026-12-08\nreported by \"The deputy\"\nsession 2026-12-14\n}\n\
               decision o \"Opinion\" on 2026-11-20 {\nkind opinion\nresult favourable\n}";
    let on = walked(LARGE, act, date(2026, 12, 14));
    assert_eq!(step(&on, "convened").state, State::Ready);
    assert_eq!(step(&on, "opinion").state, State::Ready);
    assert_eq!(step(&on, "sitting").state, State::Ready);
    assert_eq!(step(&on, "money").state, State::Missing, "no amount");
    // A day too late.
    let late = walked(LARGE, &act.replace("2026-12-08", "2026-12-09"), date(2026, 12, 14));
    assert_eq!(step(&late, "convened").state, State::Missing);
    let late = walked(LARGE, &act.replace("2026-11-20", "2026-12-10"), date(2026, 12, 14));
    assert_eq!(step(&late, "opinion").state, State::Missing);
    // Of another sitting.
    let other = walked(LARGE, act, date(2027, 2, 1));
    assert_eq!((step(&other, "sitting").state, step(&other, "convened").state), (State::Missing, State::Missing));
    assert_eq!(known_sitting(&analyse_bytes(plan(LARGE, act).as_bytes()).plan), Some(date(2026, 12, 14)));
    // Two months after publication.
    let done = walked(LARGE, &act.replace("session", "published 2026-12-31\nsession"), date(2026, 12, 14));
    assert_eq!(step(&done, "appeal").by, Some(date(2027, 2, 28)));
}

#[test]
fn the_command_takes_a_day_and_gives_four_forms() {
    let at =
        |arguments: &[&str]| strategy(&top(), &[&["show", "council", "examples/saint-aubin", "--as-of", "2026-11-30"], arguments].concat());
    let human = String::from_utf8(at(&[]).stdout).expect("text");
    assert!(human.starts_with("Séance du 17 décembre 2026"), "{human}");
    assert!(human.contains("le 11 décembre 2026 au plus tard"), "{human}");
    let json: serde_json::Value = serde_json::from_slice(&at(&["--format", "json"]).stdout).expect("JSON");
    assert_eq!(json["show"], "council");
    assert_eq!(json["tables"]["steps"].as_array().map(Vec::len), Some(10), "{json}");
    let ics = String::from_utf8(at(&["--format", "ics"]).stdout).expect("text");
    assert!(ics.contains("DTSTART;VALUE=DATE:20261211\r\n"), "{ics}");
    assert_eq!(at(&["--session", "demain"]).status.code(), Some(2));
    assert_eq!(strategy(&top(), &["show", "budget", "examples/saint-aubin", "--session", "2026-12-14"]).status.code(), Some(2));
    assert_eq!(strategy(&top(), &["show", "council", "examples/bretagne"]).status.code(), Some(2), "it says no sitting");
}
