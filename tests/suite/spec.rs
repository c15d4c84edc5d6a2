//! The reference runs: every `dsl` block of `tests/spec/*.md` is analysed, and each `// → CODE` names what its line earns.

use super::support::{analyse_bytes, files_below, top};
use strategy::language::{CONCEPTS, Mode};

#[test]
fn every_block_earns_what_it_says() {
    let mut blocks = 0;
    for page in files_below(&top().join("tests/spec"), "md") {
        let text = std::fs::read_to_string(&page).expect("a page");
        for (number, block) in text.split("```dsl\n").skip(1).enumerate() {
            let block = block.split("\n```").next().expect("a fenced block");
            let expected: Vec<(usize, String)> = block
                .lines()
                .enumerate()
                .filter_map(|(at, line)| line.split_once("// → ").map(|(_, codes)| (at + 1, codes)))
                .flat_map(|(at, codes)| codes.split_whitespace().map(move |code| (at, code.to_owned())))
                .collect();
            let analysis = analyse_bytes(block.as_bytes());
            let found: Vec<(usize, String)> = analysis
                .diagnostics
                .iter()
                // What a whole plan would need and an excerpt need not have.
                .filter(|found| !found.rule.id.starts_with("W07") && found.rule.name != "no-strategy" || block.contains(found.rule.id))
                .map(|found| (analysis.sources.start(found.span()).line as usize, found.rule.id.to_owned()))
                .collect();
            assert_eq!(found, expected, "{} block {}:\n{block}", page.display(), number + 1);
            blocks += 1;
        }
    }
    assert!(blocks > 10, "the reference has examples");
}

#[test]
fn every_keyword_is_explained_in_both_spellings() {
    let pages: String =
        files_below(&top().join("tests/spec"), "md").iter().map(|page| std::fs::read_to_string(page).expect("a page")).collect();
    let fields = CONCEPTS.iter().flat_map(|row| row.fields.iter().filter(|field| field.mode != Mode::Computed && field.head.is_none()));
    let spellings = CONCEPTS.iter().flat_map(|row| [row.en, row.fr]).chain(fields.flat_map(|row| [row.en, row.fr]));
    for spelling in spellings.filter_map(|all| all.first()) {
        assert!(pages.contains(&format!("`{spelling}`")), "tests/spec says nothing of `{spelling}`");
    }
}
