//! `docs/cli.md` holds, row by row: the commands, what each takes, its options and their words, and no others.

use std::collections::BTreeSet;

use super::support::{stderr, stdout, strategy, top};

const COMMON: [&str; 6] = ["--lang", "--color", "--quiet", "--as-of", "--help", "--version"];

/// A row: the command, what it takes by its place, its options with what follows each.
struct Row {
    command: String,
    places: Vec<String>,
    options: Vec<(String, Vec<String>)>,
}

fn rows() -> Vec<Row> {
    let page = std::fs::read_to_string(top().join("docs/cli.md")).expect("docs/cli.md");
    let block = page.split("```text\n").nth(1).and_then(|rest| rest.split("```").next()).expect("the rows");
    block
        .lines()
        .filter(|line| cfg!(feature = "mcp") || !line.starts_with("strategy mcp"))
        .map(|line| {
            let mut parts = line.split("  ").filter(|part| !part.is_empty());
            let mut head = parts.next().expect("a command").split(' ').skip(1).map(str::to_owned);
            let command = head.next().expect("a command's name");
            let option = |part: &str| {
                let mut words = part.split(' ').map(str::to_owned);
                (words.next().unwrap_or_default(), words.collect())
            };
            Row { command, places: head.collect(), options: parts.map(option).collect() }
        })
        .collect()
}

/// The long options on a page of help.
fn options(page: &str) -> BTreeSet<String> {
    let lines = page.lines().map(str::trim_start).filter(|line| line.starts_with('-'));
    let long = lines.filter_map(|line| line.split([' ', ',']).find(|word| word.starts_with("--")));
    long.map(str::to_owned).filter(|name| !COMMON.contains(&name.as_str())).collect()
}

#[test]
fn every_row_is_what_the_help_says() {
    let rows = rows();
    let page = stdout(&strategy(&top(), &["help", "--lang", "en"]));
    let listed = page.lines().skip_while(|line| !line.starts_with("Command")).skip(1).take_while(|line| !line.is_empty());
    let listed: BTreeSet<&str> =
        listed.filter_map(|line| line.strip_prefix("  ")?.split(' ').next().filter(|name| !name.is_empty())).collect();
    assert_eq!(rows.iter().map(|row| row.command.as_str()).collect::<BTreeSet<_>>(), listed, "the commands");
    for row in &rows {
        let page = stdout(&strategy(&top(), &["help", &row.command, "--lang", "en"]));
        let told: BTreeSet<String> = row.options.iter().map(|(name, _)| name.clone()).collect();
        assert_eq!(told, options(&page), "{}", row.command);
        let usage = page.lines().find_map(|line| line.strip_prefix("Usage: ")).expect("how it is used");
        let optional = row.places.iter().filter(|place| place.starts_with('[')).count();
        // An option that must be there stands in it with its value.
        let words: Vec<&str> = usage.split(' ').skip(2).filter(|word| !word.contains("OPTIONS")).collect();
        let of_option = |at: usize| words[at].starts_with("--") || (at > 0 && words[at - 1].starts_with("--"));
        let places = (0..words.len()).filter(|at| !of_option(*at)).map(|at| words[at]);
        let (may, must): (Vec<&str>, Vec<&str>) = places.partition(|word| word.starts_with('['));
        assert_eq!(
            (may.len(), must.iter().filter(|word| word.starts_with('<')).count()),
            (optional, row.places.len() - optional),
            "{usage}"
        );
    }
}

#[test]
fn every_word_of_a_row_is_taken_and_no_other() {
    for Row { command, options, .. } in rows() {
        for (option, follows) in options {
            let Some(words) = follows.first() else { continue };
            // What an option takes besides words stands in capitals.
            if words.chars().any(char::is_uppercase) || follows.len() > 1 {
                continue;
            }
            for word in words.split('|') {
                let output = strategy(&top(), &[&command, &option, word, "--help"]);
                assert_eq!(output.status.code(), Some(0), "{command} {option} {word}: {}", stderr(&output));
            }
            let output = strategy(&top(), &[&command, &option, "no-such-word", "--help"]);
            assert_eq!(output.status.code(), Some(2), "{command} {option} takes anything");
        }
    }
}
