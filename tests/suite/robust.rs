//! Bad input is normal input: every example, cut at every byte, is analysed and says where.

use rayon::prelude::*;
use strategy::analysis::{Analysis, analyse};
use strategy::diagnostic::Lang;
use strategy::load::Memory;
use strategy::report::{Look, human, json};

use super::support::{Random, analyse_bytes, files_below, top};

/// Every place lies in its text, and every form of report can be made.
fn says_where(analysis: &Analysis, render: bool) {
    for found in &analysis.diagnostics {
        for label in &found.labels {
            let text = &analysis.sources.get(label.span.source).text;
            assert!(text.get(label.span.range()).is_some(), "{}: {:?} of {} bytes", found.rule.id, label.span, text.len());
        }
        assert!(!found.message.show(Lang::Fr).is_empty() && !found.message.show(Lang::En).is_empty(), "{}", found.rule.id);
    }
    if render {
        human(analysis, Look { lang: Lang::Fr, color: true, width: 80 });
        let text = json(std::slice::from_ref(analysis), None);
        serde_json::from_str::<serde_json::Value>(&text).expect("valid JSON on any input");
    }
}

#[test]
fn every_example_cut_at_every_byte() {
    for path in files_below(&top().join("examples"), "dsl") {
        let bytes = std::fs::read(&path).expect("an example");
        // Published plans are many and alike.
        let step = if path.starts_with(top().join("examples/real")) { 5 } else { 1 };
        (0..=bytes.len()).into_par_iter().filter(|cut| cut % step == 0).for_each(|cut| {
            let analysis = analyse_bytes(&bytes[..cut]);
            says_where(&analysis, cut % 61 == 0);
            // In the middle of a character the text is no text, and that is said.
            let whole = std::str::from_utf8(&bytes[..cut]).is_ok();
            assert_eq!(analysis.unread, !whole, "{} cut at {cut}", path.display());
            assert!(whole || analysis.diagnostics[0].rule.name == "not-utf8");
        });
    }
}

/// One file of several, cut: the other files keep their facts.
#[test]
fn one_file_of_montreval_cut_now_and_then() {
    let folder = top().join("examples/montreval");
    let files: Vec<(String, Vec<u8>)> = files_below(&folder, "dsl")
        .iter()
        .map(|path| (path.strip_prefix(&folder).expect("below").to_string_lossy().into_owned(), std::fs::read(path).expect("an example")))
        .collect();
    for at in 0..files.len() {
        (0..files[at].1.len()).into_par_iter().step_by(211).for_each(|cut| {
            let mut some = files.clone();
            some[at].1.truncate(cut);
            says_where(&analyse(&Memory::new(some), Memory::root()), cut % 5 == 0);
        });
    }
}

/// Bytes of an example replaced by what editors, word processors and attackers leave in texts.
#[test]
fn odd_characters_anywhere() {
    let text = std::fs::read_to_string(top().join("examples/montreval/axes/usagers.dsl")).expect("an example");
    let odd = [
        "\0",
        "\u{1b}[31m",
        "\u{202e}",
        "\u{feff}",
        "{",
        "}",
        "\"",
        "«",
        "”",
        "\\",
        "😀",
        "\u{a0}",
        "\r\n",
        "///",
        "//",
        "..",
        "−",
        "€",
        ",",
    ];
    let places: Vec<usize> = text.char_indices().map(|(at, _)| at).step_by(37).collect();
    places.par_iter().enumerate().for_each(|(number, at)| {
        for some in odd {
            let mut mended = text.clone();
            mended.insert_str(*at, some);
            let analysis = analyse_bytes(mended.as_bytes());
            let render = number % 16 == 0;
            says_where(&analysis, render);
            if render {
                let shown = human(&analysis, Look { lang: Lang::Fr, color: false, width: 80 });
                assert!(!shown.contains(['\u{1b}', '\0', '\u{202e}']), "what a terminal obeys reached it");
            }
        }
    });
}

/// Places are between characters, whatever was put right to read a text: else nobody can show them.
#[test]
fn every_place_lies_between_two_characters() {
    const SIGNS: [&str; 24] = [
        "u", "é", "»", "«", "\"", "“", "”", "„", "{", "}", "(", "[", "😀", " ", "\n", ";", ",", "axe x ", "2027", "€", "// ", "\u{301}",
        "\u{a0}", "’",
    ];
    let mut random = Random::new(5);
    for round in 0..6_000 {
        let text: String = (0..1 + random.below(14)).map(|_| SIGNS[random.below(SIGNS.len())]).collect();
        let text = if round == 0 { "u»é»\"".to_owned() } else { text };
        let analysis = analyse_bytes(text.as_bytes());
        let own = |span: strategy::text::Span| !analysis.sources.get(span.source).library;
        for found in &analysis.diagnostics {
            let mends = found.edits.iter().map(|edit| analysis.plan.written(&edit.mend).0);
            for span in found.labels.iter().map(|label| label.span).chain(mends).filter(|span| own(*span)) {
                assert!(analysis.sources.get(span.source).text.get(span.range()).is_some(), "{text:?} {} {span:?}", found.rule.id);
            }
        }
        for entity in analysis.plan.entities().filter(|entity| own(entity.head())) {
            for span in [entity.head(), entity.keyword(), entity.whole(), entity.place()] {
                assert!(analysis.sources.get(span.source).text.get(span.range()).is_some(), "{text:?} {entity:?} {span:?}");
            }
        }
    }
}
