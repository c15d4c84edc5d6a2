//! The command as people and scripts call it: exit codes, streams, and input that is no plan.

use std::path::Path;

use serde_json::Value;

use super::support::{stderr, stdout, strategy, top};

fn scratch() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder for scratch")
}

fn write(folder: &Path, name: &str, text: impl AsRef<[u8]>) {
    let path = folder.join(name);
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    std::fs::write(path, text).expect("a file");
}

/// Exit code, and the report that `--format json` gives.
fn check(folder: &Path, arguments: &[&str]) -> (i32, Value) {
    let mut all = vec!["check", "--format", "json"];
    all.extend(arguments);
    let output = strategy(folder, &all);
    let report = serde_json::from_str(&stdout(&output)).unwrap_or_else(|error| panic!("{error}: {}", stdout(&output)));
    (output.status.code().expect("an exit code"), report)
}

fn codes(report: &Value) -> Vec<&str> {
    report["diagnostics"].as_array().expect("a list").iter().filter_map(|found| found["name"].as_str()).collect()
}

const GOOD: &str = "use std.roles\nstrategy \"S\" {\n  period 2027 .. 2030\n  envelope {\n    operating 2027: 1 k€\n  }\n}\n\
                    axis a \"A\" {\n  goal g \"G\" {\n    owner DSI\n    period 2027\n    budget {\n      operating 2027: 1 k€\n    }\n    \
                    indicator \"I\" {\n      target 80 %\n    }\n  }\n}\n";

#[test]
fn without_a_plan_the_nearest_upward_is_taken() {
    let folder = scratch();
    write(folder.path(), "plan.dsl", GOOD);
    std::fs::create_dir_all(folder.path().join("a/b")).expect("folders");
    let output = strategy(&folder.path().join("a/b"), &["check"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert_eq!(stdout(&output), "", "nothing to report is nothing on standard output");
    assert!(stderr(&output).contains("Aucune remarque"));
}

#[test]
fn no_plan_anywhere_is_a_clear_failure() {
    let folder = scratch();
    let output = strategy(folder.path(), &["check"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("plan.dsl"));
}

#[test]
fn the_json_has_the_contract_s_shape() {
    let folder = scratch();
    write(folder.path(), "plan.dsl", GOOD.replace("owner DSI", "owner DSY").replace("\"G\"", "\"Guichet 😀 é\""));
    let (code, report) = check(folder.path(), &["plan.dsl"]);
    assert_eq!(code, 1);
    assert_eq!(report["version"], 1);
    let found = &report["diagnostics"][0];
    for key in ["code", "name", "severity", "message", "help", "file", "line", "column", "end_line", "end_column", "labels", "fix"] {
        assert!(found.get(key).is_some(), "{key}");
    }
    assert_eq!((found["code"].as_str(), found["file"].as_str()), (Some("E0301"), Some("plan.dsl")));
    assert_eq!((found["line"].as_u64(), found["column"].as_u64(), found["end_column"].as_u64()), (Some(10), Some(11), Some(14)));
    assert_eq!(found["fix"]["replacement"], "DSI");
    for key in ["errors", "warnings", "advice", "files", "goals"] {
        assert!(report["summary"][key].is_u64(), "{key}");
    }
    assert_eq!((report["summary"]["errors"].as_u64(), report["summary"]["goals"].as_u64()), (Some(1), Some(1)));
}

#[test]
fn several_plans_make_one_report_and_the_worst_code() {
    let folder = scratch();
    write(folder.path(), "a/plan.dsl", GOOD);
    write(folder.path(), "b/plan.dsl", GOOD.replace("period 2027\n", "period 2027-13\n"));
    let (code, report) = check(folder.path(), &["a/plan.dsl", "b/plan.dsl"]);
    assert_eq!(code, 1);
    assert_eq!(report["summary"]["files"], 2);
    assert_eq!(report["diagnostics"][0]["file"], "b/plan.dsl");
}

#[test]
fn the_language_is_the_plan_s_unless_said_otherwise() {
    let folder = scratch();
    write(folder.path(), "plan.dsl", GOOD.replace("owner DSI", "owner DSY").replace("period 2027 ..", "language en\n  period 2027 .."));
    let said = |arguments: &[&str]| stdout(&strategy(folder.path(), arguments));
    assert!(said(&["check"]).contains("did you mean"));
    assert!(said(&["check", "--lang", "fr"]).contains("vouliez-vous dire"));
}

#[test]
fn colours_only_where_they_are_wanted() {
    let folder = scratch();
    write(folder.path(), "plan.dsl", "oops\n");
    assert!(!stdout(&strategy(folder.path(), &["check"])).contains('\u{1b}'), "standard output is no terminal here");
    assert!(stdout(&strategy(folder.path(), &["check", "--color", "always"])).contains('\u{1b}'));
}

#[test]
fn input_that_is_no_plan() {
    let folder = scratch();
    let root = folder.path();
    std::fs::create_dir(root.join("dossier")).expect("a folder");
    write(root, "latin1.dsl", b"strat\xe9gie \"\xc9t\xe9\" {\n}\n");
    write(root, "utf16.dsl", [0xFF, 0xFE, b's', 0, b't', 0]);
    write(root, "nested.dsl", format!("{}{}", "axis a \"A\" {\n".repeat(10_000), "}\n".repeat(10_000)));
    write(root, "open.dsl", format!("axis a \"A\" {{\n{}", " goal g \"G\" {\n".repeat(10_000)));
    write(root, "braces.dsl", "{".repeat(10_000));
    write(root, "empty.dsl", "");
    write(root, "binary.dsl", [0u8, 1, 2, 3, 10, 27, 91, 0]);
    // A hole in the disk: 100 MB of a line without writing them.
    let huge = std::fs::File::create(root.join("huge.dsl")).expect("a file");
    huge.set_len(100 << 20).expect("a length");
    for (name, expected, exit) in [
        ("absent.dsl", "cannot-read", 2),
        ("dossier", "cannot-read", 2),
        ("latin1.dsl", "not-utf8", 2),
        ("utf16.dsl", "not-utf8", 2),
        ("huge.dsl", "too-large", 2),
        ("nested.dsl", "too-deep", 1),
        ("open.dsl", "too-deep", 1),
        ("braces.dsl", "too-deep", 1),
        ("empty.dsl", "no-strategy", 1),
        ("binary.dsl", "unreadable-line", 1),
    ] {
        let (code, report) = check(root, &[name]);
        assert_eq!(code, exit, "{name}");
        assert!(codes(&report).contains(&expected), "{name}: {:?}", codes(&report).get(..5));
        assert!(report["diagnostics"][0]["line"].as_u64() >= Some(1), "{name} says where");
        let output = strategy(root, &["check", name]);
        assert!(stdout(&output).len() < 20_000, "{name}: the message is short");
        let built = strategy(root, &["build", name, "-o", "out.pdf"]);
        assert_ne!(built.status.code(), Some(0), "{name}");
        assert!(!root.join("out.pdf").exists(), "{name} left a file");
    }
}

#[test]
fn one_line_of_thirty_megabytes() {
    let folder = scratch();
    write(folder.path(), "plan.dsl", format!("strategy \"S\" {{\n  period {}\n}}\n", "x ".repeat(15_000_000)));
    let (code, report) = check(folder.path(), &["plan.dsl"]);
    assert_eq!(code, 1);
    assert!(codes(&report).contains(&"too-large"));
    assert!(stdout(&strategy(folder.path(), &["check"])).len() < 20_000);
}

#[test]
fn files_that_use_each_other() {
    let folder = scratch();
    write(folder.path(), "plan.dsl", "use \"a.dsl\"\nstrategy \"S\" {\n}\n");
    write(folder.path(), "a.dsl", "use \"b.dsl\"\n");
    write(folder.path(), "b.dsl", "use \"a.dsl\"\n");
    let (code, report) = check(folder.path(), &["plan.dsl"]);
    assert_eq!(code, 1);
    let cycles: Vec<&Value> =
        report["diagnostics"].as_array().expect("a list").iter().filter(|found| found["name"] == "use-cycle").collect();
    assert_eq!(cycles.len(), 1);
    assert_eq!(cycles[0]["file"], "b.dsl");
    assert_eq!(cycles[0]["labels"][1]["file"], "a.dsl", "the whole way is shown");
}

#[test]
fn a_plan_reads_its_own_folder_only() {
    let folder = scratch();
    write(folder.path(), "secret.dsl", "axis secret \"Secret\" {\n}\n");
    write(
        folder.path(),
        "town/plan.dsl",
        "use \"../secret.dsl\"\nuse \"../../etc/passwd\"\nuse \"/etc/passwd\"\nuse \"absent.dsl\"\nuse std.rolse\nstrategy \"S\" {\n}\n",
    );
    let (code, report) = check(folder.path(), &["town/plan.dsl"]);
    assert_eq!(code, 1);
    assert_eq!(&codes(&report)[..5], ["use-outside", "use-outside", "use-outside", "cannot-read", "unknown-library"]);
    assert_eq!(report["summary"]["files"], 1);
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_folder_is_not_followed() {
    let folder = scratch();
    write(folder.path(), "secret.dsl", "axis secret \"Secret\" {\n}\n");
    write(folder.path(), "town/plan.dsl", "use \"link.dsl\"\nstrategy \"S\" {\n}\n");
    std::os::unix::fs::symlink(folder.path().join("secret.dsl"), folder.path().join("town/link.dsl")).expect("a link");
    let (_, report) = check(folder.path(), &["town/plan.dsl"]);
    assert_eq!(codes(&report)[0], "use-outside");
}

#[test]
fn a_command_line_that_is_wrong() {
    let folder = scratch();
    for (arguments, said) in [
        (&["chekc"][..], "check"),
        (&["check", "--formt", "json"][..], "--formt"),
        (&["check", "--format", "xml"][..], "xml"),
        (&["check", "--lang", "de"][..], "de"),
        (&["new", "x"][..], "--sample"),
    ] {
        let output = strategy(folder.path(), arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(stderr(&output).contains(said), "{}", stderr(&output));
        assert!(stderr(&output).contains("erreur"), "in French: {}", stderr(&output));
        assert_eq!(stdout(&output), "");
    }
    let output = strategy(folder.path(), &["--help"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(stdout(&output).contains("check"));
}

#[test]
fn a_sample_checks_without_errors_and_is_the_same_twice() {
    let folder = scratch();
    for name in ["a", "b"] {
        assert_eq!(strategy(folder.path(), &["new", name, "--sample", "300", "--seed", "5"]).status.code(), Some(0));
    }
    let read = |name: &str| std::fs::read_to_string(folder.path().join(name)).expect("a file of the sample");
    assert_eq!(read("a/axes/000.dsl"), read("b/axes/000.dsl"));
    let (code, report) = check(folder.path(), &["a/plan.dsl"]);
    assert_eq!(code, 0);
    assert_eq!((report["summary"]["errors"].as_u64(), report["summary"]["goals"].as_u64()), (Some(0), Some(300)));
    let again = strategy(folder.path(), &["new", "a", "--sample", "3"]);
    assert_eq!(again.status.code(), Some(2), "an occupied folder is left alone");
    assert_eq!(read("a/axes/000.dsl"), read("b/axes/000.dsl"));
    let _ = top();
}
