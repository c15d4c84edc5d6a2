//! The command as people and scripts call it: exit codes, streams, and input that is no plan.

use std::path::Path;

use serde_json::Value;

use super::support::{command, stderr, stdout, strategy, top};

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

const GOOD: &str = "use std.roles\nstrategy \"S\" {\n  period 2027 .. 2030\n  sponsor DGS\n  lead CDO\n  envelope {\n    operating 2027: 1 k€\n  }\n}\n\
                    axis a \"A\" {\n  goal g \"G\" {\n    owner DSI\n    period 2027\n    budget {\n      operating 2027: 1 k€\n    }\n    \
                    indicator \"I\" {\n      baseline 1 % on 2026\n      target 80 % on 2029\n    }\n  }\n}\nauthority v \"V\"\n";

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
    assert_eq!((found["line"].as_u64(), found["column"].as_u64(), found["end_column"].as_u64()), (Some(12), Some(11), Some(14)));
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
fn as_wide_as_the_terminal() {
    let folder = scratch();
    write(folder.path(), "plan.dsl", "strategy \"S\" {\n  period 2027 .. 2030\n}\n");
    // The words, without the lines of the plan, which are shown as they are.
    let widest = |columns: Option<&str>| {
        let mut check = command(folder.path(), &["check"]);
        columns.map(|columns| check.env("COLUMNS", columns));
        let said = stdout(&check.output().expect("our own binary"));
        said.lines().filter(|line| line.starts_with("  ")).map(|line| line.chars().count()).max().expect("words")
    };
    let usual = widest(None);
    assert!((61..=100).contains(&usual), "{usual}");
    assert!(widest(Some("60")) <= 60);
    assert!(widest(Some("40")) <= 40 && widest(Some("7")) == widest(Some("40")), "never narrower than 40");
    for odd in ["400", "", "0", "-1", "wide"] {
        assert_eq!(widest(Some(odd)), usual, "COLUMNS={odd}");
    }
}

#[test]
fn colours_can_be_forced() {
    let folder = scratch();
    write(folder.path(), "plan.dsl", "oops\n");
    let coloured = |arguments: &[&str], value: &str| {
        let output = command(folder.path(), &[&["check"], arguments].concat()).env("FORCE_COLOR", value).output().expect("our own binary");
        stdout(&output).contains('\u{1b}')
    };
    assert!(coloured(&[], "1") && !coloured(&["--color", "never"], "1"));
    assert!(!coloured(&[], "") && !coloured(&[], "0"));
}

#[test]
fn a_folder_is_its_plan() {
    let folder = scratch();
    write(folder.path(), "town/plan.dsl", "oops\n");
    std::fs::create_dir(folder.path().join("empty")).expect("a folder");
    for (here, named) in [("town", "."), ("town", "./"), ("town", "../town"), ("", "town"), ("", "town/"), ("", "./town/.")] {
        let output = strategy(&folder.path().join(here), &["check", named, "--format", "concise"]);
        assert_eq!(output.status.code(), Some(1), "{named}: {}", stdout(&output));
        let file = if here.is_empty() { "town/plan.dsl:1:1: " } else { "plan.dsl:1:1: " };
        assert!(stdout(&output).starts_with(file), "{named}: {}", stdout(&output));
        let built = strategy(&folder.path().join(here), &["build", named, "--emit", "typst", "out"]);
        assert_eq!(built.status.code(), Some(1), "{named} is read, and its errors are told");
        assert!(stdout(&built).contains("oops"));
    }
    for (here, named, file) in [("", "empty", "empty/plan.dsl"), ("empty", ".", "plan.dsl")] {
        for command in [&["check", named][..], &["build", named, "--emit", "typst", "out"]] {
            for lang in ["fr", "en"] {
                let output = strategy(&folder.path().join(here), &[command, &["--lang", lang]].concat());
                assert_eq!(output.status.code(), Some(2), "{command:?}");
                let said = stdout(&output) + &stderr(&output);
                assert!(said.contains(&format!("« {file} »")) || said.contains(&format!("\"{file}\"")), "{command:?}: {said}");
                assert!(!said.contains("\"\"") && !said.contains("«  »") && !said.contains("`/plan.dsl`"), "an empty path: {said}");
            }
        }
    }
}

#[test]
fn a_name_that_is_empty_is_never_shown() {
    let folder = scratch();
    write(folder.path(), "plan.dsl", "use \"\"\nuse \" \"\nstrategy \"S\" {\n}\n");
    for arguments in
        [&["check"][..], &["check", ""], &["build", ""], &["build", "-o", ""], &["build", "--typst", ""], &["new", "", "--sample", "1"]]
    {
        for (lang, empty) in [("fr", ["«  »", "« »"]), ("en", ["\"\"", "\" \""])] {
            let output = strategy(folder.path(), &[arguments, &["--lang", lang]].concat());
            let said = stdout(&output) + &stderr(&output);
            assert_ne!(output.status.code(), Some(0));
            // The lines of the plan are shown as they are.
            for line in said.lines().filter(|line| !line.contains('│')) {
                assert!(!empty.iter().any(|empty| line.contains(empty)), "{arguments:?}: {line}");
            }
        }
    }
}

#[test]
fn one_plan_once_however_it_is_spelt() {
    let folder = scratch();
    write(folder.path(), "plan.dsl", GOOD.replace("owner DSI", "owner DSY"));
    write(folder.path(), "other/plan.dsl", GOOD);
    let mut spelt = vec!["plan.dsl", "./plan.dsl", ".", "other/../plan.dsl", "plan.dsl"];
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("plan.dsl", folder.path().join("link.dsl")).expect("a link");
        std::os::unix::fs::symlink(".", folder.path().join("folder")).expect("a link");
        std::fs::hard_link(folder.path().join("plan.dsl"), folder.path().join("second.dsl")).expect("a link");
        spelt.extend(["link.dsl", "folder", "folder/plan.dsl", "second.dsl"]);
    }
    let (_, once) = check(folder.path(), &["plan.dsl"]);
    let (code, report) = check(folder.path(), &spelt);
    assert_eq!((code, &report), (1, &once));
    assert_eq!(report["diagnostics"].as_array().map(Vec::len), Some(1));
    spelt.push("other");
    let (_, both) = check(folder.path(), &spelt);
    assert_eq!(both["summary"]["files"], 2, "another plan is another plan");
}

#[cfg(target_os = "linux")]
#[test]
fn a_standard_error_that_is_full_costs_its_words_only() {
    let folder = scratch();
    write(folder.path(), "plan.dsl", GOOD);
    let full = || std::fs::OpenOptions::new().write(true).open("/dev/full").expect("a full device");
    for (arguments, code) in [
        (&["check"][..], 0),
        (&["build", "--emit", "typst", "out"][..], 0),
        (&["new", "sample", "--sample", "3"][..], 0),
        (&["check", "absent.dsl"][..], 2),
        (&["build", "-o", "absent/out.pdf"][..], 2),
        (&["chekc"][..], 2),
        (&["chekc", "--lang", "en"][..], 2),
        (&[][..], 2),
    ] {
        let status = command(folder.path(), arguments).stdout(std::process::Stdio::null()).stderr(full()).status().expect("our own binary");
        assert_eq!(status.code(), Some(code), "{arguments:?}");
    }
    assert!(folder.path().join("out/strategy.json").is_file());
    write(folder.path(), "wrong.dsl", "oops\n");
    let lost = command(folder.path(), &["check", "wrong.dsl"]).stdout(full()).stderr(full()).status().expect("our own binary");
    assert_eq!(lost.code(), Some(2), "results that are lost are a failure");
}

/// The place of a message about bytes is where they are.
#[test]
fn bytes_that_are_no_text_have_a_place() {
    let folder = scratch();
    let place = |report: &Value| {
        let found = &report["diagnostics"][0];
        assert_eq!(found["name"], "not-utf8");
        let number = |key: &str| found[key].as_u64().expect("a number");
        (found["file"].as_str().expect("a file").to_owned(), number("line"), number("column"), number("end_line"), number("end_column"))
    };
    for (bytes, line, column) in [
        (&b"strategy \"\xc3\xa9t\xc3\xa9\" {\n}\naxis a \"\xc3\xa9t\xe9\" {\n}\n"[..], 3, 11),
        (b"\xef\xbb\xbfstrat\xe9gie", 1, 6),
        (b"a\rb\r\nc\rd \xe9\xe8\xff\n\n\n", 4, 3),
        (b"\xe9", 1, 1),
        (b"a\n\xc3", 2, 1),
    ] {
        write(folder.path(), "plan.dsl", bytes);
        let (code, report) = check(folder.path(), &["plan.dsl"]);
        assert_eq!((code, place(&report)), (2, ("plan.dsl".to_owned(), line, column, line, column + 1)));
        for (lang, said) in [("fr", "ligne"), ("en", "line")] {
            let (_, report) = check(folder.path(), &["plan.dsl", "--lang", lang]);
            assert!(report["diagnostics"][0]["message"].as_str().expect("words").contains(&format!("{said} {line})")), "{report}");
        }
        strategy(folder.path(), &["check", "--color", "always"]);
        write(folder.path(), "plan.dsl", "strategy \"S\" {\n}\nuse \"part.dsl\"\nuse \"part.dsl\"\n");
        write(folder.path(), "part.dsl", bytes);
        let (code, report) = check(folder.path(), &["plan.dsl"]);
        assert_eq!(code, 1);
        let all: Vec<&Value> =
            report["diagnostics"].as_array().expect("a list").iter().filter(|found| found["name"] == "not-utf8").collect();
        assert_eq!(all.len(), 1, "one message for one file");
        assert_eq!((all[0]["file"].as_str(), all[0]["line"].as_u64()), (Some("part.dsl"), Some(line)));
        assert_eq!((all[0]["labels"][1]["file"].as_str(), all[0]["labels"][1]["line"].as_u64()), (Some("plan.dsl"), Some(3)));
    }
    for (bytes, name) in [
        (&[0xFF, 0xFE, b'a', 0][..], "UTF-16"),
        (&[0xFE, 0xFF, 0, b'a'], "UTF-16"),
        (&[0xFF, 0xFE, 0, 0, b'a', 0, 0, 0], "UTF-32"),
        (&[0, 0, 0xFE, 0xFF, 0, 0, 0, b'a'], "UTF-32"),
    ] {
        write(folder.path(), "plan.dsl", bytes);
        let (code, report) = check(folder.path(), &["plan.dsl"]);
        assert_eq!((code, place(&report).1), (2, 1));
        assert!(report["diagnostics"][0]["message"].as_str().expect("words").contains(name), "{report}");
    }
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

/// As many circles as one likes are one message a knot of files: the shortest way round, and not more of it than one reads.
#[test]
fn a_knot_of_files_is_one_message() {
    let folder = scratch();
    let cycles = |report: &Value| -> Vec<Value> {
        report["diagnostics"].as_array().expect("a list").iter().filter(|found| found["name"] == "use-cycle").cloned().collect()
    };
    write(folder.path(), "plan.dsl", "use \"f0.dsl\"\nuse \"g0.dsl\"\nstrategy \"S\" {\n}\n");
    let uses = |numbers: std::ops::RangeInclusive<usize>| numbers.map(|at| format!("use \"f{at}.dsl\"\n")).collect::<String>();
    for at in 0..60 {
        write(folder.path(), &format!("f{at}.dsl"), uses(0..=at).replace(&format!("use \"f{at}.dsl\"\n"), "") + &uses(at + 1..=at + 1));
        write(folder.path(), &format!("g{at}.dsl"), format!("use \"g{}.dsl\"\n", (at + 1) % 60));
    }
    write(folder.path(), "f60.dsl", "");
    let (_, report) = check(folder.path(), &["plan.dsl", "--lang", "en"]);
    let found = cycles(&report);
    assert_eq!(found.len(), 2);
    assert_eq!((found[0]["file"].as_str(), found[0]["labels"].as_array().map(Vec::len)), (Some("f1.dsl"), Some(2)));
    assert!(found[0]["help"].as_str().expect("words").contains("the shortest among 60 files"), "{}", found[0]["help"]);
    assert_eq!((found[1]["file"].as_str(), found[1]["labels"].as_array().map(Vec::len)), (Some("g59.dsl"), Some(20)));
    assert!(found[1]["help"].as_str().expect("words").contains("goes through 60 files"), "{}", found[1]["help"]);
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
