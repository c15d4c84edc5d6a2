//! `strategy new`: from nothing to a first document.

use std::path::Path;

use super::support::{files_below, stderr, stdout, strategy};

const KINDS: [&str; 4] = ["commune", "epci", "departement", "region"];
const ALL: [&str; 12] = [
    "name=Ville de \"Montreval\"",
    "population=62 400",
    "agents=850",
    "mandate=2026-03-22 .. 2032-03",
    "website=https://montreval.example",
    "competences=urbanisme, vie scolaire, l'eau",
    "period=2027-01 .. 2032-03",
    "elected=Adjointe au numérique",
    "cdo=oui",
    "dsi=yes",
    "com=o",
    "dpo=non",
];

/// `new DIR`, its arguments, and `--set` for each answer.
fn new(folder: &Path, name: &str, arguments: &[&str], answers: &[&str]) -> std::process::Output {
    let sets = answers.iter().flat_map(|answer| ["--set", answer]);
    strategy(folder, &["new", name].into_iter().chain(arguments.iter().copied()).chain(sets).collect::<Vec<_>>())
}

fn texts(folder: &Path) -> String {
    files_below(folder, "dsl").iter().map(|path| std::fs::read_to_string(path).expect("a file of the plan")).collect()
}

#[test]
fn every_first_plan_is_sound_laid_out_and_printed() {
    let folder = tempfile::tempdir().expect("a folder for scratch");
    let none: Vec<String> = ["cdo=non", "dsi=non", "com=non", "dpo=non", "period=2027"].map(str::to_owned).to_vec();
    let none: Vec<&str> = none.iter().map(String::as_str).collect();
    let mut seen = Vec::new();
    for kind in KINDS {
        for lang in ["fr", "en"] {
            for (how, answers) in [("holes", &[][..]), ("all", &ALL), ("none", &none)] {
                let name = format!("{kind}-{lang}-{how}");
                let made = new(folder.path(), &name, &["--kind", kind, "--lang", lang], answers);
                assert_eq!(made.status.code(), Some(0), "{name}: {}", stderr(&made));
                let check = strategy(folder.path(), &["check", &name, "--format", "json"]);
                let report: serde_json::Value = serde_json::from_str(&stdout(&check)).expect("JSON");
                assert_eq!((check.status.code(), report["summary"]["errors"].as_u64()), (Some(0), Some(0)), "{name}: {}", stdout(&check));
                assert_eq!(strategy(folder.path(), &["fmt", "--check", &name]).status.code(), Some(0), "{name}");
                assert_eq!(strategy(folder.path(), &["fmt", "--check", &name, "--lang", lang]).status.code(), Some(0), "{name}");
                let built = strategy(folder.path(), &["build", &name, "--draft", "--emit", "typst", &format!("{name}/out")]);
                assert_eq!(built.status.code(), Some(0), "{name}: {}", stderr(&built));
                let exported = strategy(folder.path(), &["export", &name, "--format", "csv", "-o", &format!("{name}/csv")]);
                assert_eq!(exported.status.code(), Some(0), "{name}");
                let goals = std::fs::read_to_string(folder.path().join(&name).join("csv/goal.csv")).expect("the goals");
                assert_eq!(goals.lines().count(), 4, "three worked goals: {goals}");
                let text = texts(&folder.path().join(&name));
                assert_eq!(text.contains("à définir"), lang == "fr", "{name}");
                assert_eq!(text.contains("to define"), lang == "en", "{name}");
                let warnings = report["summary"]["warnings"].as_u64();
                match how {
                    // Every date is known then, but for those that only the authority knows.
                    "all" => {
                        assert!(!report["diagnostics"].to_string().contains("CPL-02") && text.contains("2027-01 .. 2027-12"), "{name}")
                    }
                    _ => assert!(warnings > Some(10), "{name}"),
                }
                seen.push(text);
            }
        }
    }
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), 24, "each kind has a plan of its own");
}

#[test]
fn what_is_answered_stands_in_the_plan() {
    let folder = tempfile::tempdir().expect("a folder for scratch");
    let made = new(folder.path(), "town", &["--kind", "commune"], &ALL);
    assert!(!stderr(&made).contains("Restent"), "{}", stderr(&made));
    let text = texts(&folder.path().join("town"));
    for words in [
        "\"Ville de 'Montreval'\"",
        "population  62 400",
        "mandat      2026-03-22 .. 2032-03",
        "compétences urbanisme, \"vie scolaire\", \"l'eau\"",
        "chef-de-file CDO",
        "élu-référent         \"Adjointe au numérique\"",
        "pilote DSI ",
        "poste à-recruter",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    let spelt = new(folder.path(), "french", &["--kind", "département"], &["compétences=solidarité", "PERIODE=2028", "cdo=non"]);
    assert_eq!(spelt.status.code(), Some(0), "{}", stderr(&spelt));
    assert!(texts(&folder.path().join("french")).contains("chef-de-file DGS"));
}

#[test]
fn without_a_terminal_all_that_is_open_is_named() {
    let folder = tempfile::tempdir().expect("a folder for scratch");
    let made = new(folder.path(), "town", &["--kind", "commune"], &[]);
    for key in ["nom", "population", "agents", "mandat", "site", "compétences", "période", "élu", "cdo", "dsi", "com", "dpo"] {
        assert!(stderr(&made).contains(key), "{key}: {}", stderr(&made));
    }
    assert_eq!(stdout(&made), "");
    let made = new(folder.path(), "other", &["--kind", "commune"], &["agents=12", "population="]);
    let left = stderr(&made);
    assert!(left.contains("Restent à définir : nom, population, mandat,"), "{left}");
}

#[test]
fn what_cannot_be_is_refused_and_nothing_is_written() {
    let folder = tempfile::tempdir().expect("a folder for scratch");
    for (arguments, words) in [
        (&["--kind", "commune", "--set", "population=beaucoup"][..], "population=\"62 400\""),
        (&["--kind", "commune", "--set", "mandat=2032 .. 2026"], "mandat"),
        (&["--kind", "commune", "--set", "population=12\n}\nowner x \"X\""], "population"),
        (&["--kind", "commune", "--set", "cdo=peut-être"], "oui ou par non"),
        (&["--kind", "commune", "--set", "popultion=12"], "Vouliez-vous dire « population » ?"),
        (&["--kind", "commune", "--set", "population"], "MOT=VALEUR"),
        (&["--kind", "commune", "--set", "agents=1", "--set", "agents=2"], "deux fois"),
        (&["--kind", "comune"], "Vouliez-vous dire « commune » ?"),
        (&["--kind", "commune", "--sample", "3"], "ne va pas avec"),
        (&[], "--kind"),
    ] {
        let output = strategy(folder.path(), &[&["new", "town"], arguments].concat());
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let said = stderr(&output).split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(said.contains(words) && said.starts_with("erreur : "), "{arguments:?}: {said}");
        assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 0, "{arguments:?}");
    }
}

#[test]
fn nothing_is_written_over_and_nothing_by_half() {
    let folder = tempfile::tempdir().expect("a folder for scratch");
    let put = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, text).expect("a file");
    };
    put("full/plan.dsl", "mine");
    put("file", "mine");
    put("git/.git/HEAD", "mine");
    for (name, code) in [("full", 2), ("file", 2), ("file/below", 2), ("git", 0), ("a/b/c", 0)] {
        let made = new(folder.path(), name, &["--kind", "epci"], &[]);
        assert_eq!(made.status.code(), Some(code), "{name}: {}", stderr(&made));
    }
    assert_eq!(
        (
            std::fs::read_to_string(folder.path().join("full/plan.dsl")).expect("a file"),
            std::fs::read_dir(folder.path().join("full")).expect("a folder").count()
        ),
        ("mine".to_owned(), 1)
    );
    assert_eq!(std::fs::read_to_string(folder.path().join("file")).expect("a file"), "mine");
    assert_eq!(std::fs::read_to_string(folder.path().join("git/.git/HEAD")).expect("a file"), "mine");
    let names = |name: &str| {
        let mut names: Vec<String> = std::fs::read_dir(folder.path().join(name))
            .expect("a folder")
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    };
    assert_eq!(names("git"), [".git", "axes", "organisation.dsl", "plan.dsl"], "nothing of the making is left");
    assert_eq!(names("a/b/c"), ["axes", "organisation.dsl", "plan.dsl"]);
    assert_eq!(names("a/b"), ["c"]);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &str| std::fs::metadata(folder.path().join(path)).expect("a file").permissions().mode() & 0o777;
        let usual = {
            put("usual/file", "");
            (mode("usual"), mode("usual/file"))
        };
        assert_eq!((mode("a/b/c"), mode("a/b/c/plan.dsl")), usual, "the rights of any new file");
    }
}
