//! The reference: whole, current, and found by any word of the language.

use strategy::diagnostic::Lang;
use strategy::language::{CONCEPTS, Mode, manual, pages, plain};

use super::support::{stderr, stdout, strategy, top};

/// `REFERENCE_UPDATE=1 cargo test reference` writes the pages anew.
#[test]
fn the_pages_are_current() {
    for lang in [Lang::Fr, Lang::En] {
        let path = top().join(format!("docs/reference.{}.md", lang.code()));
        if std::env::var_os("REFERENCE_UPDATE").is_some() {
            std::fs::write(&path, manual(lang)).expect("a page of ours");
        }
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(kept == manual(lang), "docs/reference.{}.md is not current: REFERENCE_UPDATE=1 cargo test reference", lang.code());
    }
}

#[test]
fn every_word_has_its_page_with_or_without_accents() {
    for lang in [Lang::Fr, Lang::En] {
        let whole = manual(lang);
        for row in CONCEPTS {
            for spelling in row.en.iter().chain(row.fr) {
                let page = pages(spelling, lang).unwrap_or_else(|_| panic!("`{spelling}` has no page"));
                assert!(page.contains(row.help_in(lang)), "`{spelling}`:\n{page}");
            }
            assert!(whole.contains(row.help_in(lang)), "{:?} is not in the reference", row.concept);
            for field in row.fields {
                for spelling in field.en.iter().chain(field.fr) {
                    let page = pages(spelling, lang).unwrap_or_else(|_| panic!("`{spelling}` has no page"));
                    assert!(page.contains(field.help(lang)), "`{spelling}`:\n{page}");
                    assert_eq!(pages(&spelling.to_uppercase().replace(['É', 'È'], "e"), lang), Ok(page), "{spelling}");
                }
                assert!(whole.contains(field.help(lang)), "{field:?} of {:?} is not in the reference", row.concept);
                assert!(field.mode == Mode::Computed || field.head.is_some() || whole.contains(&format!("**{}**", field.spelling(lang))));
                for word in field.words() {
                    assert!(pages(word.fr, lang).is_ok_and(|page| page.contains(word.en) && page.contains(word.fr)), "{}", word.fr);
                }
            }
        }
    }
}

#[test]
fn links_lead_to_headings_and_no_mark_is_left() {
    for lang in [Lang::Fr, Lang::En] {
        let whole = manual(lang);
        let headings: Vec<String> = whole.lines().filter_map(|line| line.strip_prefix("## ")).map(|line| line.replace(' ', "-")).collect();
        for link in whole.split("](#").skip(1).filter_map(|rest| rest.split(')').next()) {
            assert_eq!(headings.iter().filter(|heading| *heading == link).count(), 1, "#{link}");
        }
        let text = plain(&whole);
        for mark in ["`", "**", "](", "#"] {
            assert!(!text.contains(mark), "{mark} is left:\n{text}");
        }
        assert!(text.contains(lang.of("[au DATE]", "[on DATE]")), "the brackets of a pattern stay");
    }
}

#[test]
fn the_command_answers_and_suggests() {
    let run = |arguments: &[&str]| strategy(&top(), arguments);
    let output = run(&["reference", "pilote"]);
    assert_eq!(output.status.code(), Some(0));
    let text = stdout(&output);
    assert!(text.contains("En anglais : owner") && text.contains("pilote, dans axe, objectif ou action") && !text.contains('`'), "{text}");
    assert_eq!(stdout(&run(&["reference", "depends", "on"])), stdout(&run(&["reference", "depend de"])));
    assert!(stdout(&run(&["reference", "--lang", "en"])).contains("In French: objectif"));
    for (word, lang, told) in [("piltoe", "fr", "« pilote »"), ("responsable", "fr", "« pilote »"), ("gaol", "en", "\"goal\"")] {
        let output = run(&["reference", word, "--lang", lang]);
        assert_eq!(output.status.code(), Some(2), "{word}");
        assert!(stderr(&output).contains(told) && stdout(&output).is_empty(), "{word}: {}", stderr(&output));
    }
    assert!(!stderr(&run(&["reference", "zzzzzzzz"])).contains('?'));
}
