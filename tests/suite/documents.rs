//! The document: its data, its files, and the PDF itself.

use std::path::Path;

use strategy::document::{Wish, bundle, document};

#[cfg(unix)]
use super::support::command;
use super::support::{analyse_bytes, stderr, strategy};

fn scratch() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder for scratch")
}

const GOOD: &str = "use std.roles\nstrategy \"Stratégie numérique\" {\n  authority v\n  period 2027 .. 2030\n  sponsor DGS\n  lead CDO\n  envelope {\n    operating 2027: 1 k€\n  }\n}\n\
                    authority v \"Ville\" {\n}\n\
                    axis a \"A\" {\n  goal g \"Guichet\" {\n    owner DSI\n    period 2027\n    budget {\n      operating 2027: 1 k€\n    }\n    \
                    indicator \"I\" {\n      baseline 1 % on 2026\n      target 80 % on 2029\n    }\n  }\n}\n";

/// What a plan's `strategy.json` says.
fn data(text: &str, draft: bool) -> String {
    let bundle = bundle(&document(&analyse_bytes(text.as_bytes()), &Wish { draft, ..Wish::default() }));
    let data: serde_json::Value = serde_json::from_slice(bundle.file("strategy.json").expect("the data")).expect("JSON");
    serde_json::to_string_pretty(&data).expect("JSON")
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

/// The act and its annexes bear the mark of the text that they are made from; another text has another, other ends of lines have not.
#[test]
fn a_document_bears_the_mark_of_its_text() {
    let mark = |text: &str, document: &str| {
        let folder = scratch();
        let output = build(folder.path(), text, &["--document", document, "--emit", "typst", "out", "--as-of", "2027-01-31"]);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        let data = std::fs::read_to_string(folder.path().join("out/strategy.json")).expect("the data");
        let data: serde_json::Value = serde_json::from_str(&data).expect("JSON");
        (data["colophon"].as_str().expect("a mark").to_owned(), data)
    };
    let (own, _) = mark(GOOD, "strategy");
    let digits = own.strip_prefix("établi le 31\u{a0}janvier 2027 · Empreinte du texte du plan\u{a0}: ").expect("its words").to_owned();
    // In no repository there is no revision to tell.
    let digits = digits.strip_suffix(&format!(" · strategy {}", env!("CARGO_PKG_VERSION"))).expect("the tool's version").to_owned();
    assert!(digits.len() == 14 && digits.chars().all(|c| c.is_ascii_hexdigit() || c == '-'), "{digits}");
    let (same, act) = mark(GOOD, "deliberation");
    assert_eq!(same, own);
    assert!(act["pieces"].to_string().contains(&format!("dont l’empreinte est {digits}")), "the act names it");
    assert_eq!(mark(&GOOD.replace('\n', "\r\n"), "note").0, own);
    assert_ne!(mark(&GOOD.replace("Guichet", "Guichets"), "strategy").0, own);
    let versioned = mark(&GOOD.replace("  authority v\n", "  authority v\n  version \"2\"\n"), "finance").0;
    assert!(versioned.starts_with("Version 2 · établi le 31") && versioned.contains("Empreinte"), "{versioned}");
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
        (&["-o", "out.txt"], ".pdf"),
        (&["-o", "d.pdf"], "dossier"),
        (&["-o", "absent/out.pdf"], "absent"),
        (&["-o", "out.pdf", "--typst", "./no-such-command"], "no-such-command"),
        (&["--emit", "html", "x"], "typst"),
        (&["--emit", "typst", "plan.dsl"], "plan.dsl"),
        (&["--emit", "typst", ""], "--emit"),
    ];
    for (arguments, said) in cases {
        let output = build(folder.path(), GOOD, arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {}", stderr(&output));
        assert!(stderr(&output).contains(said), "{arguments:?}: {}", stderr(&output));
        assert!(!folder.path().join("out.pdf").exists());
    }
}

#[test]
fn the_files_of_typst_are_whole() {
    let folder = scratch();
    let output = build(folder.path(), GOOD, &["--emit", "typst", "b/c"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    for file in ["main.typ", "look.typ", "figure.typ", "parts.typ", "strategy.json", "fonts/Inter-Regular.otf", "fonts/OFL.txt"] {
        assert!(folder.path().join("b/c").join(file).is_file(), "{file}");
    }
    let data = std::fs::read_to_string(folder.path().join("b/c/strategy.json")).expect("the data");
    assert!(serde_json::from_str::<serde_json::Value>(&data).is_ok_and(|data| data["version"] == 2));
}

#[test]
fn a_paper_is_chosen_by_its_name() {
    const TWO: &str = "strategy \"S\" {\n  period 2027 .. 2028\n  lead A\n  sponsor A\n  envelope {\n    operating 2027: 9 k€\n  }\n}\nauthority v \"V\"\nowner A \"A\"\nowner B \"B\"\naxis x \"X\" {\n  goal one \"Un\" {\n    owner A\n    period 2027\n    budget {\n      operating 2027: 1 k€\n    }\n  }\n  goal two \"Deux\" {\n    owner B\n    period 2027\n    budget {\n      operating 2027: 2 k€\n    }\n  }\n}\n";
    let folder = scratch();
    let made = |arguments: &[&str]| {
        let output = build(folder.path(), TWO, &[arguments, &["--emit", "typst", "out"]].concat());
        let data = std::fs::read_to_string(folder.path().join("out/strategy.json")).unwrap_or_default();
        let _ = std::fs::remove_dir_all(folder.path().join("out"));
        (output.status.code(), stderr(&output), serde_json::from_str::<serde_json::Value>(&data).unwrap_or_default())
    };
    for name in ["deliberation", "note", "sheets", "finance"] {
        let (code, said, data) = made(&["--document", name]);
        assert_eq!(code, Some(0), "{name}: {said}");
        assert!(data["pieces"].as_array().is_some_and(|pieces| pieces.len() > 3), "{name}");
    }
    assert!(made(&["--document", "strategy"]).2["axes"].is_array());
    let sheets = |arguments: &[&str]| {
        let (code, said, data) = made(&[&["--document", "sheets"], arguments].concat());
        assert_eq!(code, Some(0), "{said}");
        let pieces = data["pieces"].as_array().cloned().unwrap_or_default();
        pieces.iter().filter_map(|piece| Some(piece["sheet"]["title"]["text"].as_str()?.to_owned())).collect::<Vec<_>>()
    };
    assert_eq!(sheets(&[]), ["Un", "Deux"]);
    assert_eq!(sheets(&["--only", "two"]), ["Deux"]);
    assert_eq!(sheets(&["--only", "1.1"]), ["Un"]);
    assert_eq!(sheets(&["--owner", "B"]), ["Deux"]);
    for (arguments, word) in [
        (&["--document", "sheets", "--only", "three"][..], "three"),
        (&["--document", "acte"], "deliberation"),
        (&["--only", "two"], "sheets"),
        (&["--document", "note", "--owner", "B"], "sheets"),
    ] {
        let (code, said, data) = made(arguments);
        assert_eq!(code, Some(2), "{arguments:?}: {said}");
        assert!(said.contains(word) && data.is_null(), "{arguments:?}: {said}");
    }
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

/// Commands that stand for Typst, without Typst.
#[cfg(unix)]
mod outside {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
    use std::time::{Duration, Instant};

    use super::*;

    /// A script that ends as Typst would, with a PDF where its last argument says.
    const WRITES: &str = "for out; do :; done; printf '%%PDF-1.7 new' > \"$out\"";

    fn script(folder: &Path, name: &str, body: &str) {
        std::fs::write(folder.join(name), format!("#!/bin/sh\n{body}\n")).expect("a script");
        mode(&folder.join(name), 0o755);
    }

    fn mode(path: &Path, mode: u32) {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).expect("rights");
    }

    fn rights(path: &Path) -> u32 {
        std::fs::metadata(path).expect("a file").mode() & 0o7777
    }

    fn place(name: &str) -> (tempfile::TempDir, std::path::PathBuf) {
        let folder = scratch();
        let inner = folder.path().join(name);
        std::fs::create_dir(&inner).expect("a folder");
        script(&inner, "typst", WRITES);
        (folder, inner)
    }

    #[test]
    fn the_document_is_named_after_the_plan_s_folder() {
        let (_kept, folder) = place("Ville d'Aix 1.2");
        let output = build(&folder, GOOD, &["--typst", "./typst"]);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        assert!(stderr(&output).contains("Ville d'Aix 1.2.pdf"), "and it is said: {}", stderr(&output));
        assert!(folder.join("Ville d'Aix 1.2.pdf").is_file());
        let below = folder.join("below");
        std::fs::create_dir(&below).expect("a folder");
        assert_eq!(strategy(&below, &["build", "--typst", "../typst"]).status.code(), Some(0));
        assert!(below.join("Ville d'Aix 1.2.pdf").is_file(), "where it is called");
        assert_eq!(strategy(&below, &["build", "--emit", "typst", "files"]).status.code(), Some(0));
        assert_eq!(std::fs::read_dir(&below).expect("a folder").count(), 2, "files that are asked for, and no document");
    }

    #[test]
    fn what_is_there_keeps_its_rights() {
        let (_kept, folder) = place("plan");
        let out = folder.join("out.pdf");
        let built = |arguments: &[&str]| build(&folder, GOOD, &[&["--typst", "./typst"], arguments].concat());
        for some in [0o600, 0o640, 0o666, 0o444] {
            std::fs::write(&out, "old").expect("a file");
            mode(&out, some);
            let output = built(&["-o", "out.pdf"]);
            assert_eq!(rights(&out), some);
            if some == 0o444 {
                assert_eq!(output.status.code(), Some(2), "what is protected is not replaced");
                assert!(stderr(&output).contains("« out.pdf » ne peut pas être écrit : il est protégé en écriture"), "{}", stderr(&output));
                assert_eq!(std::fs::read(&out).expect("a file"), b"old");
            } else {
                assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
                assert_eq!(std::fs::read(&out).expect("a file"), b"%PDF-1.7 new");
            }
        }
        assert_eq!(built(&["--emit", "typst", "files"]).status.code(), Some(0));
        let data = folder.join("files/strategy.json");
        mode(&data, 0o600);
        assert_eq!(built(&["--emit", "typst", "files"]).status.code(), Some(0));
        assert_eq!(rights(&data), 0o600);
        mode(&folder.join("files/parts.typ"), 0o400);
        std::fs::write(folder.join("files/main.typ"), "mine").expect("a file");
        let output = built(&["--emit", "typst", "files", "--lang", "en"]);
        assert_eq!(output.status.code(), Some(2));
        assert!(stderr(&output).contains("\"files/parts.typ\" cannot be written: it is read-only"), "{}", stderr(&output));
        assert_eq!(std::fs::read(folder.join("files/main.typ")).expect("a file"), b"mine", "all of them or none");
    }

    #[test]
    fn a_link_leads_where_it_led() {
        let (_kept, folder) = place("plan");
        std::fs::create_dir(folder.join("real")).expect("a folder");
        std::fs::write(folder.join("real/old.pdf"), "old").expect("a file");
        mode(&folder.join("real/old.pdf"), 0o600);
        symlink("real/old.pdf", folder.join("middle.pdf")).expect("a link");
        symlink("middle.pdf", folder.join("old.pdf")).expect("a link");
        symlink("real/absent.pdf", folder.join("new.pdf")).expect("a link");
        for (link, target) in [("old.pdf", "real/old.pdf"), ("new.pdf", "real/absent.pdf")] {
            let output = build(&folder, GOOD, &["--typst", "./typst", "-o", link]);
            assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
            assert!(folder.join(link).is_symlink() && !folder.join(target).is_symlink());
            assert_eq!(std::fs::read(folder.join(target)).expect("a file"), b"%PDF-1.7 new");
        }
        assert_eq!(rights(&folder.join("real/old.pdf")), 0o600);
    }

    #[test]
    fn no_file_of_the_plan_is_overwritten() {
        let (_kept, folder) = place("plan");
        let plan = format!("use \"part.dsl\"\n{GOOD}");
        for name in ["plan.pdf", "main.typ"] {
            std::fs::write(folder.join(name), &plan).expect("a plan");
        }
        std::fs::write(folder.join("part.dsl"), "// a part\n").expect("a part");
        symlink("plan.pdf", folder.join("link.pdf")).expect("a link");
        symlink("part.dsl", folder.join("part.pdf")).expect("a link");
        symlink(".", folder.join("here")).expect("a link");
        std::fs::hard_link(folder.join("part.dsl"), folder.join("hard.pdf")).expect("a link");
        std::fs::create_dir(folder.join("files")).expect("a folder");
        symlink("../part.dsl", folder.join("files/strategy.json")).expect("a link");
        let before = std::fs::read_dir(&folder).expect("a folder").count();
        for arguments in [
            &["plan.pdf", "-o", "plan.pdf"][..],
            &["plan.pdf", "-o", "./plan.pdf"],
            &["link.pdf", "-o", "plan.pdf"],
            &["plan.pdf", "-o", "link.pdf"],
            &["plan.pdf", "-o", "here/plan.pdf"],
            &["plan.pdf", "-o", "part.pdf"],
            &["plan.pdf", "-o", "hard.pdf"],
            &["main.typ", "--emit", "typst", "."],
            &["plan.pdf", "--emit", "typst", "files"],
            &["plan.pdf", "--emit", "typst", "files", "-o", "fine.pdf"],
        ] {
            for (lang, said) in [("fr", "est un fichier du plan"), ("en", "is a file of the plan")] {
                let output = strategy(&folder, &[&["build", "--typst", "./typst", "--draft", "--lang", lang], arguments].concat());
                assert_eq!(output.status.code(), Some(2), "{arguments:?}: {}", stderr(&output));
                assert!(stderr(&output).contains(said), "{arguments:?}: {}", stderr(&output));
            }
        }
        assert_eq!(std::fs::read_to_string(folder.join("plan.pdf")).expect("the plan"), plan);
        assert_eq!(std::fs::read_to_string(folder.join("part.dsl")).expect("the part"), "// a part\n");
        assert_eq!(std::fs::read_dir(&folder).expect("a folder").count(), before, "nothing was written");
        assert_eq!(std::fs::read_dir(folder.join("files")).expect("a folder").count(), 1, "nothing was written");
    }

    #[test]
    fn a_command_that_is_no_typst() {
        let folder = scratch();
        for body in ["exit 0", "for out; do :; done; echo text > \"$out\""] {
            script(folder.path(), "typst", body);
            let output = build(folder.path(), GOOD, &["-o", "out.pdf", "--typst", "./typst"]);
            assert_eq!(output.status.code(), Some(2));
            assert!(stderr(&output).contains("n'a pas écrit de PDF"), "{}", stderr(&output));
            assert!(!folder.path().join("out.pdf").exists());
        }
    }

    /// A draft may be confidential: nothing of it stays in the temporary folder, and nobody works on it any more.
    #[test]
    fn an_interrupted_build_leaves_nothing() {
        for signal in ["INT", "TERM", "HUP"] {
            let folder = scratch();
            let temporary = folder.path().join("temporary");
            std::fs::create_dir(&temporary).expect("a folder");
            std::fs::write(folder.path().join("plan.dsl"), GOOD).expect("a plan");
            // A script that calls another command, as wrappers do, and tells which.
            script(folder.path(), "typst", "sleep 60 &\necho $! > started\nwait");
            let arguments = ["build", "plan.dsl", "-o", "out.pdf", "--typst", "./typst"];
            let mut running = command(folder.path(), &arguments).env("TMPDIR", &temporary).spawn().expect("our own binary");
            let soon = Instant::now() + Duration::from_secs(20);
            let called = loop {
                match std::fs::read_to_string(folder.path().join("started")) {
                    Ok(number) if number.ends_with('\n') => break number.trim().to_owned(),
                    _ => assert!(Instant::now() < soon, "the command was not started"),
                }
                std::thread::sleep(Duration::from_millis(10));
            };
            assert_eq!(std::fs::read_dir(&temporary).expect("a folder").count(), 1, "the plan's data is there meanwhile");
            let signalled = |signal: &str, number: &str| {
                let kill = std::process::Command::new("kill").args(["-s", signal, number]).stderr(std::process::Stdio::null()).status();
                kill.expect("kill").success()
            };
            assert!(signalled(signal, &running.id().to_string()));
            assert_eq!(running.wait().expect("an end").code(), Some(130), "{signal}");
            assert_eq!(std::fs::read_dir(&temporary).expect("a folder").count(), 0, "{signal}");
            assert!(!folder.path().join("out.pdf").exists());
            while signalled("0", &called) && !gone(&called) {
                assert!(Instant::now() < soon, "{signal}: the command that was called lives on");
                std::thread::sleep(Duration::from_millis(10));
            }
        }
    }

    /// Ended, though nobody has asked how it ended.
    fn gone(number: &str) -> bool {
        std::fs::read_to_string(format!("/proc/{number}/stat")).is_ok_and(|stat| stat.contains(") Z "))
    }
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
            let output = build(folder.path(), GOOD, &["-o", out, "--as-of", "2027-01-31"]);
            assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
            assert!(stderr(&output).contains(&format!("{out} : ")) && stderr(&output).contains("pages."), "{}", stderr(&output));
        }
        let bytes = std::fs::read(folder.path().join("a.pdf")).expect("a PDF");
        assert!(bytes.starts_with(b"%PDF-"));
        // An archive wants a date: the day that is asked for, and nothing of the moment.
        for mark in ["/StructTreeRoot", "/Lang(fr-FR)", "pdfuaid:part", "pdfaid:part", "/Marked true", "CreationDate(D:20270131"] {
            assert!(holds(&bytes, mark), "no {mark}");
        }
        assert!(bytes == std::fs::read(folder.path().join("b.pdf")).expect("a PDF"), "the same plan, the same bytes");
    }

    /// The act is laid out after its annexes, and both bear the same mark.
    #[test]
    fn an_act_tells_the_pages_of_its_annexes() {
        let folder = scratch();
        let pages = |document: &str| {
            let output = build(folder.path(), GOOD, &["--document", document, "-o", "out.pdf"]);
            assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
            let said = stderr(&output);
            let told = said.lines().find_map(|line| line.strip_prefix("out.pdf : ")?.split_once(" page")?.0.parse::<usize>().ok());
            told.unwrap_or_else(|| panic!("{said}"))
        };
        let (strategy, finance) = (pages("strategy"), pages("finance"));
        let output = build(folder.path(), GOOD, &["--document", "deliberation", "-o", "out.pdf", "--emit", "typst", "out"]);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        let data = std::fs::read_to_string(folder.path().join("out/strategy.json")).expect("the data");
        let s = |pages: usize| if pages > 1 { "s" } else { "" };
        for line in [
            format!("1. Stratégie numérique ({strategy} page{})", s(strategy)),
            format!("2. Annexe financière ({finance} page{})", s(finance)),
        ] {
            assert!(data.contains(&line), "no {line}");
        }
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
