//! What the READMEs show is real: the excerpt stands in the example, the message is what the command prints.

use super::support::{blocks, files_below, links, stderr, stdout, strategy, top};

fn check_readme(name: &str, lang: &str) {
    let text = std::fs::read_to_string(top().join(name)).expect("a README");
    let blocks = blocks(&text);

    let plan = blocks.iter().find(|(kind, _)| kind.starts_with("dsl")).expect("an excerpt of a plan");
    let file = plan.0.split_whitespace().nth(1).expect("```dsl FILE");
    let example = std::fs::read_to_string(top().join(file)).expect("the file of the excerpt");
    assert!(example.contains(&plan.1), "{name}: the excerpt is not a piece of {file}");

    let message = blocks.iter().find(|(kind, _)| kind.starts_with("text")).expect("a terminal message");
    let command = message.1.lines().next().and_then(|line| line.strip_prefix("$ strategy ")).expect("`$ strategy …` on its first line");
    let mut arguments: Vec<&str> = command.split_whitespace().collect();
    arguments.extend(["--lang", lang]);
    let printed = stdout(&strategy(&top(), &arguments));
    let shown = message.1.split_once('\n').expect("lines").1;
    assert!(printed.contains(shown.trim_end()), "{name}: `{command}` does not print this");

    let commands = blocks.iter().find(|(kind, _)| kind == "sh").expect("commands");
    let gate = std::fs::read_to_string(top().join(".ci/run")).expect("the gate");
    for command in commands.1.lines().filter_map(|line| line.split('#').next()).map(str::trim) {
        assert!(gate.contains(command), "{name}: the gate does not run `{command}`");
    }

    // The first plan, as a reader makes it; its document goes as far as it goes without the PDF engine.
    let first = blocks.iter().filter(|(kind, _)| kind == "sh").nth(1).expect("a first plan");
    let folder = tempfile::tempdir().expect("a folder for scratch");
    for command in first.1.lines().filter_map(|line| line.split('#').next()?.trim().strip_prefix("strategy ")) {
        let mut arguments: Vec<&str> = command.split_whitespace().collect();
        if arguments[0] == "build" {
            arguments.extend(["--emit", "typst", "out"]);
        }
        let done = strategy(folder.path(), &arguments);
        assert_eq!(done.status.code(), Some(0), "{name}: {command}: {}", stderr(&done));
    }
    assert!(folder.path().join("out/main.typ").is_file(), "{name}: no document");

    for picture in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()).filter(|link| link.ends_with(".png")) {
        assert!(top().join(picture).is_file(), "{name}: {picture} is missing");
    }
    for link in links(&text) {
        assert!(top().join(link).exists(), "{name}: {link} is missing");
    }
}

#[test]
fn the_english_one() {
    check_readme("README.md", "en");
}

#[test]
fn the_french_one() {
    check_readme("README.fr.md", "fr");
}

#[test]
fn the_repository_speaks_of_the_product_alone() {
    let named = ["README.md", "README.fr.md", "CONTRIBUTING.md", "CHANGELOG.md", "examples/README.md"].map(|name| top().join(name));
    for path in named.into_iter().chain(files_below(&top().join("docs"), "md")) {
        let (name, text) = (path.display(), std::fs::read_to_string(&path).expect("a page"));
        for folder in ["home", "Users", "root", "work"] {
            assert!(!text.contains(&format!("/{folder}/")), "{name} names a machine's path");
        }
    }
}
