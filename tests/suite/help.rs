//! Help and usage errors: in the language of who asks, and no wider than the terminal.

use std::path::Path;
use std::process::Output;

use super::support::{command, stderr, stdout, strategy, top};

fn run(arguments: &[&str], variables: &[(&str, &str)]) -> Output {
    command(&top(), arguments).envs(variables.iter().copied()).output().expect("our own binary")
}

/// The commands that the page of all commands names.
fn commands(page: &str) -> Vec<String> {
    let listed = page.lines().skip_while(|line| !line.starts_with("Command")).skip(1).take_while(|line| !line.is_empty());
    listed.filter_map(|line| line.strip_prefix("  ")?.split(' ').next().filter(|name| !name.is_empty()).map(str::to_owned)).collect()
}

#[test]
fn every_command_is_explained_in_both_languages_at_every_width() {
    let names = commands(&stdout(&strategy(&top(), &["help"])));
    for name in ["new", "check", "build", "export", "fmt", "schema", "reference", "rules", "explain", "lsp", "help"] {
        assert!(names.iter().any(|known| known == name), "{name}: {names:?}");
    }
    for name in &names {
        for (lang, usage) in [("fr", "Utilisation : "), ("en", "Usage: ")] {
            for columns in [40, 80] {
                let width = [("COLUMNS", columns.to_string())];
                let width: Vec<(&str, &str)> = width.iter().map(|(name, value)| (*name, value.as_str())).collect();
                let page = run(&["help", name, "--lang", lang], &width);
                assert_eq!(page.status.code(), Some(0), "{name}");
                assert_eq!(stdout(&page), stdout(&run(&[name, "--help", "--lang", lang], &width)), "{name}");
                let text = stdout(&page);
                assert!(text.contains(usage), "{text}");
                for line in text.lines().filter(|line| !line.starts_with(usage)) {
                    assert!(line.chars().count() <= columns, "{name}, {lang}, {columns} columns: {line}");
                }
                let foreign = if lang == "fr" {
                    ["Usage:", "Options:", "<FILE", "<COMMAND>"]
                } else {
                    ["Utilisation", "<FICHIER", "<DOSSIER>", "<CHEMIN>"]
                };
                assert!(!foreign.iter().any(|word| text.contains(word)), "{text}");
            }
        }
    }
}

#[test]
fn the_locale_is_the_language_where_nothing_else_says_it() {
    for (variables, french) in [
        (&[][..], true),
        (&[("LANG", "fr_FR.UTF-8")], true),
        (&[("LANG", "en_GB.UTF-8")], false),
        (&[("LC_ALL", "fr_FR.UTF-8"), ("LANG", "en_GB.UTF-8")], true),
        (&[("LC_ALL", ""), ("LC_MESSAGES", "en_US"), ("LANG", "fr_FR")], false),
    ] {
        assert_eq!(stdout(&run(&["help"], variables)).contains("Utilisation"), french, "{variables:?}");
        assert_eq!(stderr(&run(&["chekc"], variables)).contains("erreur"), french, "{variables:?}");
        assert_eq!(stderr(&run(&["check", "absent"], variables)).contains("erreur"), french, "{variables:?}");
    }
    assert!(stdout(&run(&["help", "--lang", "en"], &[("LANG", "fr_FR")])).contains("Usage: "), "the command line wins");
}

#[test]
fn the_plan_s_language_wins_over_the_locale() {
    let folder = tempfile::tempdir().expect("a folder for scratch");
    let said = |plan: &str, locale: &str| {
        std::fs::write(folder.path().join("plan.dsl"), plan).expect("a file");
        stderr(&command(folder.path(), &["check"]).env("LANG", locale).output().expect("our own binary")).contains("avertissement")
    };
    assert!(said("strategy \"S\" {\n  language fr\n}\n", "en_GB") && !said("strategy \"S\" {\n  language en\n}\n", "fr_FR"));
    assert!(said("strategy \"S\" {\n}\n", "fr_FR") && !said("strategy \"S\" {\n}\n", "en_GB"));
}

#[test]
fn what_was_meant_is_offered() {
    for (arguments, meant, help) in [
        (&["chekc"][..], "check", "strategy help"),
        (&["biuld"], "build", "strategy help"),
        (&["help", "exprot"], "export", "strategy help"),
        (&["check", "--formt", "json"], "--format", "strategy help check"),
        (&["build", "--drfat"], "--draft", "strategy help build"),
        (&["check", "--format", "jsno"], "json", "strategy help check"),
    ] {
        for (lang, words) in [("fr", format!("Vouliez-vous dire « {meant} » ?")), ("en", format!("Did you mean \"{meant}\"?"))] {
            let output = run(&[arguments, &["--lang", lang]].concat(), &[]);
            assert_eq!((output.status.code(), stdout(&output).as_str()), (Some(2), ""), "{arguments:?}");
            let said = stderr(&output);
            assert!(said.contains(&words) && said.ends_with(&format!(" {help}\n")), "{said}");
        }
    }
    assert!(!stderr(&run(&["zzzzzz"], &[])).contains("Vouliez-vous"));
}

#[test]
fn each_mistake_has_its_words() {
    for (arguments, words) in [
        (&["build", "a", "b"][..], "« b » est de trop."),
        (&["check", "--format", "json", "--format", "json"], "est donné deux fois."),
        (&["export", "--format"], "il manque une valeur après « --format <json|csv> »."),
        (&["export"], "il manque : --format <json|csv>."),
    ] {
        let said = stderr(&strategy(Path::new("."), arguments));
        assert!(said.contains(words), "{said}");
    }
    let narrow = stderr(&run(&["check", "--format", "xml"], &[("COLUMNS", "40")]));
    assert!(narrow.lines().all(|line| line.chars().count() <= 40), "{narrow}");
}
