//! The reference runs: every `dsl` block of `tests/spec/*.md` is analysed, and each `// → CODE` names what its line earns.

use super::support::{blocks, earns_what_it_says, files_below, top};
use strategy::language::{CONCEPTS, Mode};

#[test]
fn every_block_earns_what_it_says() {
    let mut seen = 0;
    for page in files_below(&top().join("tests/spec"), "md") {
        let text = std::fs::read_to_string(&page).expect("a page");
        for (number, (_, block)) in blocks(&text).iter().filter(|(kind, _)| kind == "dsl").enumerate() {
            earns_what_it_says(block, &format!("{} block {}", page.display(), number + 1));
            seen += 1;
        }
    }
    assert!(seen > 10, "the reference has examples");
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
