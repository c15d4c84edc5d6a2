//! The guide is true: its examples earn what they say, its commands run and print what is shown, in both languages.
//!
//! A ` ```dsl ` block is a plan of its own, or, where a file stands behind the word, a block that the reader puts into that file in place
//! of the one that begins with the same words. Each line of a ` ```sh ` block is run; a ` ```text ` block is what it printed, where a line
//! `…` stands for lines that are left out.

use std::path::{Path, PathBuf};

use strategy::diagnostic::Lang;
use strategy::language::{CONCEPTS, pages};

use super::support::{blocks, command, earns_what_it_says, files_below, links, stderr, stdout, top};

/// Each page by its French and its English name.
const PAGES: [(&str, &str); 10] = [
    ("README.md", "README.md"),
    ("dix-minutes.md", "ten-minutes.md"),
    ("niveaux.md", "levels.md"),
    ("personnes.md", "people.md"),
    ("temps.md", "time.md"),
    ("argent.md", "money.md"),
    ("indicateurs.md", "indicators.md"),
    ("decisions.md", "decisions.md"),
    ("ecrire-une-regle.md", "write-a-policy.md"),
    // Its commands are run by `tests/clients/repository.sh`, in a repository.
    ("ci.md", "ci.md"),
];

fn folder(lang: Lang) -> PathBuf {
    top().join("docs").join(lang.code())
}

fn text(lang: Lang, name: &str) -> String {
    std::fs::read_to_string(folder(lang).join(name)).unwrap_or_else(|error| panic!("docs/{}/{name}: {error}", lang.code()))
}

/// Each page: its language, its name, its text.
fn guide() -> impl Iterator<Item = (Lang, &'static str, String)> {
    PAGES.iter().flat_map(|(fr, en)| [(Lang::Fr, *fr), (Lang::En, *en)]).map(|(lang, name)| (lang, name, text(lang, name)))
}

#[test]
fn both_languages_have_the_same_pages() {
    for lang in [Lang::Fr, Lang::En] {
        let found: Vec<PathBuf> = files_below(&folder(lang), "md");
        let mut named: Vec<PathBuf> = PAGES.iter().map(|(fr, en)| folder(lang).join(lang.of(*fr, *en))).collect();
        named.sort();
        assert_eq!(found, named);
        let index = text(lang, "README.md");
        for (fr, en) in &PAGES[1..] {
            assert!(index.contains(&format!("]({})", lang.of(*fr, *en))), "the index does not lead to {}", lang.of(fr, en));
        }
    }
    for (fr, en) in PAGES {
        let shape = |lang, name| {
            let text = text(lang, name);
            let parts = text.lines().filter(|line| line.starts_with("## ")).count();
            let kinds: Vec<String> = blocks(&text).into_iter().filter_map(|(kind, _)| kind.split(' ').next().map(str::to_owned)).collect();
            (parts, kinds)
        };
        assert_eq!(shape(Lang::Fr, fr), shape(Lang::En, en), "{fr} and {en} show the same things");
    }
}

#[test]
fn links_lead_somewhere() {
    for (lang, name, text) in guide() {
        for link in links(&text) {
            assert!(folder(lang).join(link).exists(), "docs/{}/{name}: {link} is missing", lang.code());
        }
    }
}

/// A new concept is a word that some page has to lead to, in both languages.
#[test]
fn every_concept_is_led_to_and_every_word_has_its_page() {
    for lang in [Lang::Fr, Lang::En] {
        let guide: String = PAGES[2..].iter().map(|(fr, en)| text(lang, lang.of(*fr, *en))).collect();
        for word in CONCEPTS.iter().filter_map(|row| lang.of(row.fr, row.en).first()) {
            let link = format!("[`strategy reference {word}`](../reference.{}.md#{})", lang.code(), word.replace(' ', "-"));
            assert!(guide.contains(&link), "no page of docs/{} leads to {link}", lang.code());
        }
    }
    for (lang, name, text) in guide() {
        for word in text.split("strategy reference ").skip(1).filter_map(|rest| rest.split(['`', '\n']).next()) {
            assert!(["MOT", "WORD"].contains(&word) || pages(word, lang).is_ok(), "docs/{}/{name}: {word} has no page", lang.code());
        }
    }
}

#[test]
fn every_page_is_true() {
    for (lang, name, text) in guide() {
        let scratch = tempfile::tempdir().expect("a folder for scratch");
        let mut printed: Option<String> = None;
        let blocks = blocks(&text);
        for (at, (kind, body)) in blocks.iter().enumerate() {
            let place = format!("docs/{}/{name}, block {}", lang.code(), at + 1);
            let shown = blocks.get(at + 1).filter(|(kind, _)| kind == "text").map_or("", |(_, body)| body);
            match kind.split_once(' ').unwrap_or((kind, "")) {
                // In a repository: `tests/clients/repository.sh`.
                ("bash" | "yaml" | "json" | "text", "") if name == "ci.md" => {}
                ("dsl", "") => earns_what_it_says(body, &place),
                ("dsl", file) => put(&scratch.path().join(file), body, &place),
                ("sh", "") => printed = Some(body.lines().map(|line| run(scratch.path(), lang, line, shown, &place)).collect()),
                ("text", "") => compare(body, &printed.take().unwrap_or_else(|| panic!("{place}: behind no command")), &place),
                _ => panic!("{place}: nobody reads a block of {kind}"),
            }
        }
    }
}

/// One command of a page, as its reader types it; what the screen shows. Without the PDF engine a document goes as far as it goes.
fn run(folder: &Path, lang: Lang, line: &str, shown: &str, place: &str) -> String {
    let mut arguments: Vec<&str> = line.strip_prefix("strategy ").unwrap_or_else(|| panic!("{place}: {line}")).split_whitespace().collect();
    let emitted = arguments[0] == "build" && !cfg!(feature = "pdf");
    if emitted {
        arguments.extend(["--emit", "typst", "out"]);
    }
    let output = command(folder, &arguments).env("LANG", lang.of("fr_FR.UTF-8", "en_GB.UTF-8")).output().expect("our own binary");
    let printed = stdout(&output) + &stderr(&output);
    let wrong = shown.lines().any(|line| line.starts_with(lang.of("erreur ", "error ")));
    assert_eq!(output.status.code(), Some(i32::from(wrong)), "{place}: {line}:\n{printed}");
    if arguments[0] == "build" {
        let made = if emitted { "out/main.typ".to_owned() } else { format!("{}.pdf", arguments[1]) };
        assert!(folder.join(&made).is_file(), "{place}: no {made}");
    }
    printed
}

/// The pieces between the lines `…` stand in what was printed, one behind the other; where none is left out, nothing else is printed.
fn compare(shown: &str, printed: &str, place: &str) {
    let (shown, printed): (Vec<&str>, Vec<&str>) = (shown.lines().collect(), printed.trim_end().lines().collect());
    let pieces: Vec<&[&str]> = shown.split(|line| *line == "…").collect();
    let mut at = 0;
    for (number, piece) in pieces.iter().enumerate() {
        let rest = &printed[at..];
        let found = match (number, number + 1 == pieces.len()) {
            (0, false) => rest.starts_with(piece).then_some(0),
            (0, true) => (rest == *piece).then_some(0),
            (_, true) => rest.ends_with(piece).then(|| rest.len() - piece.len()),
            (_, false) => (0..=rest.len().saturating_sub(piece.len())).find(|from| rest[*from..].starts_with(piece)),
        };
        let found = found.unwrap_or_else(|| panic!("{place}: not printed:\n{}\n--- but\n{}", piece.join("\n"), printed.join("\n")));
        at += found + piece.len();
    }
}

/// In place of the block of that file that begins with the same two words, else with the same first one.
fn put(path: &Path, block: &str, place: &str) {
    let file = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{place}: {}: {error}", path.display()));
    let lines: Vec<&str> = file.lines().collect();
    let begins = |count: usize| {
        let words = |line: &str| line.split_whitespace().take(count).map(str::to_owned).collect::<Vec<_>>();
        lines.iter().position(|line| line.ends_with('{') && words(line) == words(block))
    };
    let first = begins(2).or_else(|| begins(1)).unwrap_or_else(|| panic!("{place}: nothing there to replace in\n{file}"));
    let indent = &lines[first][..lines[first].len() - lines[first].trim_start().len()];
    let last = first + lines[first..].iter().position(|line| *line == format!("{indent}}}")).expect("the end of the block");
    let whole: Vec<&str> = lines[..first].iter().copied().chain(block.lines()).chain(lines[last + 1..].iter().copied()).collect();
    std::fs::write(path, whole.join("\n") + "\n").expect("our own file");
}

#[test]
fn every_example_is_listed_in_both_languages() {
    let examples = top().join("examples");
    let text = std::fs::read_to_string(examples.join("README.md")).expect("a list of the examples");
    let (french, english) = text.split_once("\n# ").and_then(|(french, rest)| Some((french, rest.split_once('\n')?.1))).expect("two parts");
    for path in files_below(&examples, "dsl") {
        let name = path.strip_prefix(&examples).expect("an example").to_string_lossy().replace('\\', "/");
        for part in [french, english] {
            let row = part.lines().find(|line| line.contains(&format!("]({name})"))).unwrap_or_else(|| panic!("{name} is not listed"));
            assert!(
                row.rsplit("](").next().and_then(|rest| rest.split_once(')')).is_some_and(|(_, says)| says.len() > 20),
                "{row}: shows what?"
            );
        }
    }
    for entry in
        std::fs::read_dir(&examples).expect("the examples").map(|entry| entry.expect("an entry").path()).filter(|path| path.is_dir())
    {
        let name = entry.file_name().expect("a name").to_string_lossy().into_owned();
        assert!([french, english].iter().all(|part| part.contains(&format!("]({name})"))), "{name}/ is not listed");
    }
    for link in links(&text) {
        assert!(examples.join(link).exists(), "examples/README.md: {link} is missing");
    }
}

/// What the pages say to write is what `strategy new --git` writes.
#[test]
fn the_pages_about_git_show_the_files_that_new_writes() {
    for lang in [Lang::Fr, Lang::En] {
        let page = text(lang, "ci.md");
        let shown: Vec<String> =
            blocks(&page).into_iter().filter(|(kind, _)| ["yaml", "text"].contains(&kind.as_str())).map(|(_, body)| body).collect();
        let written = strategy::starter::repository(lang, "");
        for body in &shown {
            let file = written.iter().find(|(_, text)| text.trim() == body.trim());
            let (name, _) = file.unwrap_or_else(|| panic!("docs/{}/ci.md shows what nobody writes:\n{body}", lang.code()));
            assert!(page.contains(&format!("`{name}`")), "{name} is not named");
        }
        assert_eq!(shown.len(), 4);
    }
}
