//! Any file or folder of a plan finds its plan: what hooks, editors and people pass on the command line.

use std::io::Write;
use std::path::Path;
use std::process::{Output, Stdio};
use std::time::{Duration, Instant};

use super::support::{command, stderr, stdout, strategy};

fn laid(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder for scratch");
    for (name, text) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, text).expect("a file");
    }
    folder
}

/// A plan of two files: the second has a mistake, and knows its names only within the plan.
fn town() -> tempfile::TempDir {
    laid(&[("town/plan.dsl", ROOT), ("town/axes/a.dsl", AXIS), ("town/notes.txt", ""), ("town/axes/alone.dsl", "oops\n")])
}

const ROOT: &str = "use std.roles\nuse \"axes/a.dsl\"\nstrategy \"S\" {\n  period 2027 .. 2030\n}\n";
const AXIS: &str = "axis a \"A\" {\n  goal g \"G\" {\n    owner DSI\n    period 2031\n  }\n}\n";

/// The names of what is found, with their files; without the holes.
fn found(output: &Output) -> Vec<String> {
    let report: serde_json::Value = serde_json::from_str(&stdout(output)).unwrap_or_else(|error| panic!("{error}: {}", stderr(output)));
    let found = report["diagnostics"]
        .as_array()
        .expect("a list")
        .iter()
        .filter(|found| found["severity"] == "error" || found["name"] == "outside-period");
    found.map(|found| format!("{} {}", found["file"].as_str().expect("a file"), found["name"].as_str().expect("a name"))).collect()
}

fn check(folder: &Path, arguments: &[&str]) -> Vec<String> {
    found(&strategy(folder, &[&["check", "--format", "json"], arguments].concat()))
}

fn piped(folder: &Path, arguments: &[&str], text: &str) -> Output {
    let mut child =
        command(folder, arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("our own binary");
    let _ = child.stdin.take().expect("a pipe").write_all(text.as_bytes());
    child.wait_with_output().expect("our own binary")
}

#[test]
fn any_file_or_folder_of_a_plan() {
    let folder = town();
    let whole = check(folder.path(), &["town/plan.dsl"]);
    assert_eq!(whole.len(), 1, "{whole:?}");
    assert!(whole[0].starts_with("town/axes/a.dsl "));
    for named in [&["town/axes/a.dsl"][..], &["town"], &["."], &["town/axes/a.dsl", "town", "town/plan.dsl", "./town/axes/../axes/a.dsl"]] {
        assert_eq!(check(folder.path(), named), whole, "{named:?}");
    }
    let alone = check(folder.path(), &["town/axes/alone.dsl"]);
    assert!(
        !alone.is_empty() && alone.iter().all(|found| found.starts_with("town/axes/alone.dsl ")),
        "a plan that does not use it: {alone:?}"
    );

    let axes = strategy(folder.path(), &["check", "town/axes"]);
    assert!(stdout(&axes).contains("town/axes/a.dsl") && !stdout(&axes).contains("oops"), "{}", stdout(&axes));
    assert!(stderr(&axes).contains("town/axes/alone.dsl"), "what is left aside is told: {}", stderr(&axes));
}

#[test]
fn every_command_that_takes_a_plan() {
    let folder = town();
    for named in ["town/axes/a.dsl", "town", ".", "town/axes"] {
        let exported = strategy(folder.path(), &["export", named, "--format", "json"]);
        assert!(stdout(&exported).contains("\"title\": \"S\""), "{named}: {}", stderr(&exported));
        let built = strategy(folder.path(), &["build", named, "--draft", "--emit", "typst", "out"]);
        assert_eq!(built.status.code(), Some(0), "{named}: {}", stderr(&built));
    }
    let other = folder.path().join("other");
    std::fs::create_dir(&other).expect("a folder");
    std::fs::write(other.join("plan.dsl"), ROOT).expect("a file");
    for command in [&["export", ".", "--format", "json"][..], &["build", ".", "--emit", "typst", "out"]] {
        let output = strategy(folder.path(), command);
        assert_eq!(output.status.code(), Some(2));
        assert!(stderr(&output).contains("other/plan.dsl, town/plan.dsl"), "{}", stderr(&output));
    }
    let both = check(folder.path(), &["."]);
    assert_eq!(both.iter().filter(|found| found.starts_with("other/")).count(), 1, "{both:?}");
}

#[test]
fn a_file_used_by_two_plans_is_checked_with_both() {
    let folder = laid(&[
        (".git/HEAD", ""),
        ("shared.dsl", "owner CHAT \"C\"\n"),
        ("a/plan.dsl", "use \"../shared.dsl\"\nstrategy \"A\" {\n  lead CHIEN\n}\n"),
        ("b/plan.dsl", "use \"../shared.dsl\"\nstrategy \"B\" {\n  lead CHEVAL\n}\n"),
    ]);
    assert_eq!(check(folder.path(), &["shared.dsl"]), ["a/plan.dsl unknown-name", "b/plan.dsl unknown-name"]);
}

#[test]
fn a_text_stands_in_place_of_a_file() {
    let folder = town();
    let with = |name: &str, text: &str| found(&piped(folder.path(), &["check", "-", "--stdin-filename", name, "--format", "json"], text));
    assert!(with("town/axes/a.dsl", &AXIS.replace("2031", "2030")).is_empty(), "the plan with the corrected text is sound");
    assert_eq!(with("town/axes/a.dsl", &AXIS.replace("DSI", "DSY")).len(), 2);
    assert!(with("town/plan.dsl", &ROOT.replace("2030", "2031")).is_empty());
    std::fs::remove_file(folder.path().join("town/axes/a.dsl")).expect("a file");
    assert!(with("town/axes/a.dsl", &AXIS.replace("2031", "2030")).is_empty(), "a file that is not saved yet");

    let own = piped(&folder.path().join("town"), &["check", "-", "--format", "concise"], ROOT);
    assert!(stdout(&own).contains("<stdin>:2:5: erreur"), "a plan of its own, which uses the files beside it: {}", stdout(&own));
    assert_eq!(found(&piped(folder.path(), &["check", "-", "--format", "json"], &AXIS.replace("DSI", "DSY"))).len(), 2);
    let exported = piped(folder.path(), &["export", "-", "--format", "json"], "strategy \"Sent\" {\n}\n");
    assert!(stdout(&exported).contains("Sent"));
    for wrong in [&["check", "-", "town"][..], &["check", "town", "--stdin-filename", "x.dsl"], &["check", "-", "--stdin-filename", "town"]]
    {
        let output = piped(folder.path(), wrong, "");
        assert_eq!(output.status.code(), Some(2), "{wrong:?}");
        assert!(stderr(&output).starts_with("erreur : "), "{}", stderr(&output));
    }
}

#[test]
fn a_part_of_a_plan_is_laid_out_alone() {
    let folder = laid(&[("plan.dsl", "use   \"axes/a.dsl\"\nstrategy   \"S\" {\n}\n"), ("axes/a.dsl", "axis  a   \"A\" {\n}\n")]);
    let output = strategy(folder.path(), &["fmt", "axes", "--check"]);
    assert_eq!((stdout(&output).as_str(), output.status.code()), ("axes/a.dsl\n", Some(1)));
    assert_eq!(stdout(&strategy(folder.path(), &["fmt", ".", "--check"])), "plan.dsl\naxes/a.dsl\n");
}

#[test]
fn a_hint_where_no_plan_is_above() {
    let folder = town();
    let output = strategy(folder.path(), &["check"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("par exemple town/plan.dsl"), "{}", stderr(&output));
}

/// The search ends, and says so when it saw too little.
#[test]
fn a_folder_of_a_hundred_thousand_files() {
    let folder = laid(&[(".git/HEAD", ""), ("z/root.dsl", "use \"part.dsl\"\n"), ("z/part.dsl", "oops\n")]);
    let full = folder.path().join("full");
    std::fs::create_dir(&full).expect("a folder");
    for at in 0..100_000 {
        std::fs::File::create(full.join(format!("{at}.txt"))).expect("a file");
    }
    for named in [".", "full", "z/part.dsl"] {
        let start = Instant::now();
        let output = strategy(folder.path(), &["check", named]);
        assert!(start.elapsed() < Duration::from_secs(20), "{named}: {:?}", start.elapsed());
        let said = stderr(&output);
        assert_eq!(said.contains("trop de fichiers"), named != "full", "{named}: {said}");
    }
}
