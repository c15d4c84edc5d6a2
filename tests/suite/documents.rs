//! The document: its data, its files, and the PDF itself.

use std::path::Path;

use strategy::document::{Wish, bundle, document};

use super::support::{analyse_bytes, stderr, strategy};

fn scratch() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder for scratch")
}

const GOOD: &str = "use std.roles\nstrategy \"Stratégie numérique\" {\n  authority v\n  period 2027 .. 2030\n  sponsor DGS\n  lead CDO\n  envelope {\n    operating 2027: 1 k€\n  }\n}\n\
                    authority v \"Ville\" {\n}\n\
                    axis a \"A\" {\n  goal g \"Guichet\" {\n    owner DSI\n    period 2027\n    budget {\n      operating 2027: 1 k€\n    }\n    \
                    indicator \"I\" {\n      baseline 1 % on 2026\n      target 80 %\n    }\n  }\n}\n";

/// What a plan's `strategy.json` says.
fn data(text: &str, draft: bool) -> String {
    let bundle = bundle(&document(&analyse_bytes(text.as_bytes()), Wish { draft, date: None }));
    String::from_utf8(bundle.file("strategy.json").expect("the data").to_vec()).expect("UTF-8")
}

fn build(folder: &Path, text: &str, arguments: &[&str]) -> std::process::Output {
    std::fs::write(folder.join("plan.dsl"), text).expect("a file");
    let mut all = vec!["build", "plan.dsl"];
    all.extend(arguments);
    strategy(folder, &all)
}

#[test]
fn the_data_speaks_the_plans_language() {
    let french = data(GOOD, false);
    assert!(french.contains("\"lang\": \"fr\"") && french.contains("Trajectoire financière"));
    let english = data(&GOOD.replace("  authority v\n", "  language en\n  authority v\n"), false);
    assert!(english.contains("\"lang\": \"en\"") && english.contains("Financial plan") && !english.contains("Objectif"));
    assert!(english.contains("€1,000"));
}

#[cfg(feature = "pdf")]
#[test]
fn nothing_is_written_when_the_plan_has_errors() {
    let folder = scratch();
    let wrong = GOOD.replace("owner DSI", "owner DSY");
    let output = build(folder.path(), &wrong, &["-o", "out.pdf", "--typst", "typst"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(super::support::stdout(&output).contains("DSY"), "the same messages as check");
    assert!(stderr(&output).contains("--draft"));
    assert!(!folder.path().join("out.pdf").exists());
}

#[test]
fn the_command_line_is_told_what_is_wrong() {
    let folder = scratch();
    std::fs::create_dir(folder.path().join("d.pdf")).expect("a folder");
    let cases: &[(&[&str], &str)] = &[
        (&[], "-o"),
        (&["-o", "out.txt"], ".pdf"),
        (&["-o", "d.pdf"], "dossier"),
        (&["-o", "absent/out.pdf"], "absent"),
        (&["-o", "out.pdf", "--typst", "./no-such-command"], "no-such-command"),
        (&["--emit", "html", "x"], "typst"),
        (&["--emit", "typst", "plan.dsl"], "plan.dsl"),
    ];
    for (arguments, said) in cases {
        let output = build(folder.path(), GOOD, arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {}", stderr(&output));
        assert!(stderr(&output).contains(said), "{arguments:?}: {}", stderr(&output));
        assert!(!folder.path().join("out.pdf").exists());
    }
    let output = strategy(folder.path(), &["build", ".", "-o", "out.pdf"]);
    assert_eq!(output.status.code(), Some(2), "a folder is no plan");
}

#[test]
fn the_files_of_typst_are_whole() {
    let folder = scratch();
    let output = build(folder.path(), GOOD, &["--emit", "typst", "b/c"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    for file in ["main.typ", "look.typ", "roadmap.typ", "strategy.json", "fonts/Inter-Regular.otf", "fonts/OFL.txt"] {
        assert!(folder.path().join("b/c").join(file).is_file(), "{file}");
    }
    let data = std::fs::read_to_string(folder.path().join("b/c/strategy.json")).expect("the data");
    assert!(serde_json::from_str::<serde_json::Value>(&data).is_ok_and(|data| data["version"] == 1));
}

#[cfg(unix)]
#[test]
fn a_typst_that_fails_is_heard() {
    use std::os::unix::fs::PermissionsExt;
    let folder = scratch();
    let command = folder.path().join("typst");
    std::fs::write(&command, "#!/bin/sh\necho 'error: no such luck' >&2\nexit 1\n").expect("a script");
    std::fs::set_permissions(&command, std::fs::Permissions::from_mode(0o755)).expect("a script that runs");
    let output = build(folder.path(), GOOD, &["-o", "out.pdf", "--typst", command.to_str().expect("UTF-8")]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("no such luck"));
    assert!(!folder.path().join("out.pdf").exists());
}

#[cfg(not(feature = "pdf"))]
#[test]
fn without_typst_the_way_out_is_told() {
    let folder = scratch();
    let output = build(folder.path(), GOOD, &["-o", "out.pdf"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("--typst") && stderr(&output).contains("--emit"));
}

#[cfg(feature = "pdf")]
mod pdf {
    use super::*;

    fn holds(bytes: &[u8], wanted: &str) -> bool {
        bytes.windows(wanted.len()).any(|part| part == wanted.as_bytes())
    }

    #[test]
    fn an_accessible_file_the_same_twice() {
        let folder = scratch();
        for out in ["a.pdf", "b.pdf"] {
            let output = build(folder.path(), GOOD, &["-o", out]);
            assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
            assert!(stderr(&output).contains(&format!("{out} : ")) && stderr(&output).contains("pages."), "{}", stderr(&output));
        }
        let bytes = std::fs::read(folder.path().join("a.pdf")).expect("a PDF");
        assert!(bytes.starts_with(b"%PDF-"));
        for mark in ["/StructTreeRoot", "/Lang(fr-FR)", "pdfuaid:part", "/Marked true"] {
            assert!(holds(&bytes, mark), "no {mark}");
        }
        assert!(!holds(&bytes, "CreationDate"), "no clock");
        assert!(bytes == std::fs::read(folder.path().join("b.pdf")).expect("a PDF"), "the same plan, the same bytes");
    }

    #[test]
    fn a_draft_of_anything() {
        let hostile = "#panic() *pas* @x <y> $z$";
        let plans = [
            String::new(),
            "strategy \"S\" {\n".to_owned(),
            format!("strategy \"{hostile}\" {{\n}}\naxis x \"{hostile}\" {{\ngoal g \"{hostile}\" {{\n}}\n}}\n"),
            format!("axis x \"{}\" {{\ngoal g \"{}\" {{\n}}\n}}\n", "long ".repeat(400), "x".repeat(2_000)),
            "axis x \"🚀 中文\" {\ngoal g \"\u{202e}\u{feff}\" {\n}\n}\n".to_owned(),
        ];
        for plan in &plans {
            let folder = scratch();
            let output = build(folder.path(), plan, &["--draft", "-o", "out.pdf"]);
            assert_eq!(output.status.code(), Some(0), "{plan}: {}", stderr(&output));
            let bytes = std::fs::read(folder.path().join("out.pdf")).expect("a PDF");
            assert!(holds(&bytes, "pdfuaid:part"), "{plan}: {}", stderr(&output));
        }
        let folder = scratch();
        let output = build(folder.path(), &plans[4], &["--draft", "-o", "out.pdf"]);
        assert!(stderr(&output).contains("U+1F680"), "{}", stderr(&output));
    }
}
