//! Policies, settings and waivers as no one meant them: each is told once, at its place, and the rest is judged.

use strategy::diagnostic::{Lang, Severity};

use super::support::analyse_bytes;

/// What one policy may hold, and a plan: past it one message, at the first line that is too much.
#[test]
fn what_a_policy_and_a_plan_may_hold() {
    let policy = |name: &str, lines: &str| {
        format!(
            "policy {name} {{\n  title \"T\"\n  severity advice\n  each sheet\n{lines}  require exists sheet.owner\n  message \"M\"\n}}\n"
        )
    };
    let costly = |text: &str| -> Vec<String> {
        let analysis = analyse_bytes(format!("strategy \"S\" {{\n}}\n{text}").as_bytes());
        let found = analysis.diagnostics.iter().filter(|found| found.rule.id.starts_with("E09"));
        found
            .map(|found| format!("{} {} {}", found.rule.id, analysis.sources.start(found.span()).line, found.message.show(Lang::En)))
            .collect()
    };
    let lets = |count: usize| policy("p", &(0..count).map(|at| format!("  let x{at} = 1\n")).collect::<String>());
    assert_eq!(costly(&lets(59)), Vec::<String>::new());
    assert_eq!(costly(&lets(62)), ["E0909 68 The policy \"p\" has more than 64 lines."]);
    let tests = |count: usize| policy("p", &"  passes {\n  }\n".repeat(count));
    assert_eq!(costly(&tests(32)), Vec::<String>::new());
    assert_eq!(costly(&tests(34)), ["E0909 71 The policy \"p\" has more than 32 tests."]);
    let many = |count: usize| (0..count).map(|at| policy(&format!("p{at}"), "")).collect::<String>();
    assert_eq!(costly(&many(2_000)), Vec::<String>::new());
    assert_eq!(costly(&many(2_010)), ["E0909 14003 This plan has more than 2000 policies: \"p2000\" and those after it are not read."]);
}

const PLAN: &str = "use std.roles\nstrategy \"S\" {\n  period 2027 .. 2030\n}\nauthority v \"V\"\naxis x \"X\" {\n  goal g \"G\" {\n    owner DSI\n    period 2027\n    budget {\n      operating 2027: 0 €\n    }\n  }\n}\n";

/// What is told of some lines at the end of a plan, but for what the plan lacks anyway: codes and messages.
fn told(lines: &str) -> Vec<String> {
    let gaps = analyse_bytes(PLAN.as_bytes());
    let known: Vec<&str> = gaps.diagnostics.iter().map(|found| found.rule.id).collect();
    let analysis = analyse_bytes(format!("{PLAN}{lines}").as_bytes());
    let found = analysis.diagnostics.iter().filter(|found| found.severity() == Severity::Error && !known.contains(&found.rule.id));
    found.map(|found| format!("{} {}", found.rule.id, found.message.show(Lang::En))).collect()
}

fn policy(name: &str, body: &str) -> String {
    format!("policy {name} {{\n  title \"T\"\n  severity advice\n{body}  message \"M\"\n}}\n")
}

const WHOLE: &str = "  because \"M\"\n  by DGS\n  until 2029\n}\n";

#[test]
fn names_that_are_keywords_are_names() {
    for name in ["policy", "goal", "require", "règle", "not"] {
        assert_eq!(told(&policy(name, "  each sheet\n  require exists sheet.owner\n")), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn a_kind_that_the_plan_has_not_leaves_nothing_to_judge() {
    let analysis =
        analyse_bytes(format!("{PLAN}{}", policy("p", "  each authorisation\n  require authorisation.total > 0 €\n")).as_bytes());
    let verdict =
        analysis.judgement.verdicts.iter().find(|verdict| analysis.judgement.policy(verdict).name == "p").expect("it is in force");
    assert_eq!((verdict.outcome, verdict.judged), (strategy::policy::judge::Outcome::Aside, 0));
    assert_eq!(told(&policy("p", "  each zorglub\n  require zorglub.total > 0 €\n")).len(), 1, "a kind that there is not is told");
}

#[test]
fn settings_that_set_nothing_are_told() {
    assert_eq!(told("use std.policies.lw\n"), ["E0007 There is no library of that name."]);
    let set = |block: &str| told(&format!("use std.policies.structure with {{\n{block}}}\n"));
    assert_eq!(set("  STR-99 {\n    severity advice\n  }\n"), ["E0301 No policy is called \"STR-99\"."]);
    assert_eq!(set("  STR-04 {\n    nothing 3\n  }\n"), ["E0301 \"STR-04\" has no parameter \"nothing\"."]);
    assert_eq!(set("  STR-04 {\n    severity advice\n    severity warning\n  }\n"), ["E0109 \"STR-04\" is set twice."]);
    let law = told("use std.policies.law with {\n  off LEG-RGPD-02\n}\n");
    assert!(law.contains(&"E0915 \"LEG-RGPD-02\" comes from the law: to switch it off or lower it wants a reason.".to_owned()), "{law:?}");
}

#[test]
fn waivers_of_nothing_are_told_and_hide_nothing() {
    let gone = told(&format!("waive CPL-04 on gone {{\n{WHOLE}"));
    let due = "the name of a goal, an action, an owner or another thing of the plan is due";
    assert_eq!(gone, [format!("E0301 `gone` is defined nowhere: {due}.")]);
    let expired = told("waive CPL-04 on g {\n  because \"M\"\n  by DGS\n  until 2020\n}\n");
    assert_eq!(expired, ["E0916 This waiver has expired: 2020."]);
    assert_eq!(told(&format!("waive CPL-03 on g {{\n{WHOLE}")), ["E0916 This waiver covers no finding of \"CPL-03\"."]);
    assert_eq!(told(&format!("waive XYZ-9 {{\n{WHOLE}")), ["E0916 No policy in force is called \"XYZ-9\"."]);
    assert_eq!(told(&format!("waive CPL-04 on g {{\n{WHOLE}")), Vec::<String>::new(), "this one covers something");
    let count = |lines: &str| {
        let analysis = analyse_bytes(format!("{PLAN}{lines}").as_bytes());
        analysis.diagnostics.iter().filter(|found| found.rule.id == "CPL-04").count()
    };
    assert_eq!([count(""), count("waive CPL-04 on g {\n  because \"M\"\n  by DGS\n  until 2020\n}\n")], [1, 1]);
    assert_eq!(count(&format!("waive CPL-04 on g {{\n{WHOLE}")), 0);
}

/// A policy holds for any plan: what is a name of this one says what to write instead.
#[test]
fn a_name_of_one_plan_says_what_to_write() {
    let policy =
        |line: &str| format!("policy p {{\n  title \"T\"\n  severity advice\n  each goal\n  require {line}\n  message \"M\"\n}}\n");
    let analysis = analyse_bytes(format!("{PLAN}{}", policy("goal.owner = DSI")).as_bytes());
    let found: Vec<_> = analysis.diagnostics.iter().filter(|found| found.rule.id.starts_with("E09")).collect();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].message.show(Lang::En), "\"DSI\" is a name of one plan; a policy holds for any plan.");
    assert!(found[0].help.show(Lang::En).contains("`.role is dsi`"), "{}", found[0].help.show(Lang::En));
    assert_eq!(told(&policy("goal.owner.role is dsi")), Vec::<String>::new(), "the advice can be followed");
}

/// The rate of VAT is a threshold of the library, and a plan may have another.
#[test]
fn the_rate_of_vat_may_be_the_plans_own() {
    let plan = |more: &str| {
        let goal = "goal h \"H\" {\n  owner DSI\n  period 2027\n  purchase 120 € TTC\n}\n";
        let policy = "policy p {\n  title \"T\"\n  severity advice\n  each goal\n  where exists goal.purchase\n  require goal.purchase.ht <= 100 € HT\n  message \"{goal.purchase.ht}\"\n}\n";
        let analysis = analyse_bytes(format!("{PLAN}{goal}{policy}{more}").as_bytes());
        let found = analysis.diagnostics.iter().filter(|found| found.rule.id == "p");
        found.map(|found| found.message.show(Lang::Fr).replace(['\u{a0}', '\u{202f}'], " ")).collect::<Vec<_>>()
    };
    assert_eq!(plan(""), Vec::<String>::new(), "20 %");
    assert_eq!(plan("threshold taux-tva \"VAT\" {\n  from 2014-01-01: 10 %\n}\n"), ["109,09 € HT"]);
}
