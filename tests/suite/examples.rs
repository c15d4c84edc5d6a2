//! The examples are what they say they are.

use strategy::analysis::{Analysis, analyse};
use strategy::budget;
use strategy::diagnostic::Severity;
use strategy::language::concepts::authority;
use strategy::load::Disk;
use strategy::plan::{Money, Section};

use super::support::{stdout, strategy, top};

fn example(name: &str) -> Analysis {
    let disk = Disk::new().expect("a working folder");
    analyse(&disk, &top().join("examples").join(name).join("plan.dsl"))
}

#[test]
fn montreval_is_clean_and_whole() {
    let analysis = example("montreval");
    assert!(analysis.diagnostics.is_empty(), "{:?}", analysis.diagnostics.first());
    assert_eq!(analysis.plan.axes.len(), 5);
    assert!(analysis.plan.goals.len() >= 30);
    assert!(analysis.sources.iter().filter(|(_, source)| !source.library).count() > 1, "several files");
    assert_eq!(analysis.plan.authority().is().and_then(|town| town.is_given(authority::POPULATION)), Some(62_400));
    let output = strategy(&top(), &["check", "examples/montreval/plan.dsl"]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(stdout(&output), "");
}

#[test]
fn montreval_adds_up() {
    let analysis = example("montreval");
    for section in Section::BOTH {
        let goals: Money = analysis.plan.sheets().filter(|goal| !goal.is_action()).map(|goal| budget::cost(goal, Some(section))).sum();
        assert_eq!(goals, analysis.ledger.asked(Some(section)), "the ledger holds every goal's amounts once");
        assert!(!goals.surely_over(analysis.ledger.allotted(Some(section))));
        assert!(!goals.is_zero());
    }
}

#[test]
fn bretagne_has_the_warnings_of_its_holes_and_no_error() {
    let analysis = example("bretagne");
    assert_eq!(analysis.count(Severity::Error), 0);
    let names: std::collections::BTreeSet<&str> = analysis.diagnostics.iter().map(|found| found.rule.id).collect();
    for hole in ["CPL-01", "CPL-02", "CPL-03", "CPL-04", "CPL-08"] {
        assert!(names.contains(hole), "{hole}");
    }
    let output = strategy(&top(), &["check", "examples/bretagne/plan.dsl"]);
    assert_eq!(output.status.code(), Some(0), "warnings only");
    let output = strategy(&top(), &["check", "--deny", "warnings", "examples/bretagne/plan.dsl"]);
    assert_eq!(output.status.code(), Some(1), "warnings denied");
}
