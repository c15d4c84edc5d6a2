//! What is asked of a plan against what is written: every row is a policy, or `docs/policies-not-written.md` says why not; and every policy of
//! the library is whole: both languages, sources, tests, no number of the law in its text.

use std::collections::BTreeSet;

use strategy::diagnostic::Severity;
use strategy::language::{ITEMS, OF_PACK, PolicyWord, STATEMENTS, policy_word};
use strategy::load::LIBRARIES;
use strategy::policy::judge::{library_at, whole_library};
use strategy::policy::typed::{Sure, Words};
use strategy::policy::written::Expected;
use strategy::syntax::statement::{sentences, without_notes};

use super::support::top;

/// Every row of the lists of what is asked: a series, and its numbers.
const ASKED: &[(&str, &[u8])] = &[
    ("ART", &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23]),
    ("STR", &[1, 2, 3, 4, 5, 6, 7, 8]),
    ("STC", &[1, 2, 3, 4]),
    ("CPL", &[1, 2, 3, 4, 5, 6, 7, 8, 9]),
    ("FIN", &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17]),
    ("DEL", &[1, 2, 3, 4, 5, 6, 7, 8]),
    ("LEG-ACC", &[1, 2, 3]),
    ("LEG-ACH", &[1, 2, 3]),
    ("LEG-ACHDUR", &[1]),
    ("LEG-ACT", &[1, 2]),
    ("LEG-AI", &[1, 2, 3, 4]),
    ("LEG-ALG", &[1, 2]),
    ("LEG-ARC", &[1]),
    ("LEG-BAL", &[1]),
    ("LEG-CST", &[1]),
    ("LEG-DLN", &[1]),
    ("LEG-FAC", &[1]),
    ("LEG-FC", &[1]),
    ("LEG-FR", &[1]),
    ("LEG-INC", &[1]),
    ("LEG-NIS", &[1]),
    ("LEG-ODA", &[1, 2]),
    ("LEG-PAI", &[1]),
    ("LEG-PUB", &[1]),
    ("LEG-REEN", &[1, 2, 3, 4, 5, 6, 7]),
    ("LEG-RGPD", &[1, 2, 3]),
    ("LEG-SEC", &[1, 2, 3]),
    ("LEG-SVE", &[1]),
    ("LEG-URB", &[1]),
];

/// Rows of the library's own, that nobody asked for by number: with the reason.
const BESIDE: &[(&str, &str)] = &[
    ("LEG-REEN-08", "the declaration of eco-design, on which the pages of the law disagree"),
    ("STR-09", "what published plans lack: a vote"),
    ("STR-10", "what published plans lack: a review, and in time"),
    ("STR-11", "what published plans lack: what their sheets deal with"),
    ("STR-12", "what published plans get wrong: their lead judges the work"),
];

fn asked() -> BTreeSet<String> {
    ASKED.iter().flat_map(|(series, numbers)| numbers.iter().map(move |number| format!("{series}-{number:02}"))).collect()
}

/// `ART-01b` is a part of the row `ART-01`.
fn row_of(code: &str) -> &str {
    code.trim_end_matches(|c: char| c.is_ascii_lowercase())
}

struct NotWritten {
    row: String,
    whole: bool,
    what: String,
    why: String,
}

fn not_written() -> Vec<NotWritten> {
    let text = std::fs::read_to_string(top().join("docs/policies-not-written.md")).expect("the page");
    let rows = text.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| row"));
    rows.map(|line| {
        let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
        let [row, much, what, why] = cells.as_slice() else { panic!("four cells: {line}") };
        assert!(["whole", "part"].contains(much), "{line}");
        NotWritten { row: (*row).to_owned(), whole: *much == "whole", what: (*what).to_owned(), why: (*why).to_owned() }
    })
    .collect()
}

#[test]
fn every_row_is_a_policy_or_is_said_not_to_be_one() {
    let library = whole_library();
    let written: BTreeSet<&str> = library.policies.iter().map(|policy| row_of(&policy.code)).collect();
    let page = not_written();
    let asked = asked();
    for row in &asked {
        let left_out = page.iter().any(|one| one.row == *row && one.whole);
        assert!(written.contains(row.as_str()) || left_out, "{row} is no policy, and docs/policies-not-written.md does not say why");
        assert!(!(written.contains(row.as_str()) && left_out), "{row} is a policy, and docs/policies-not-written.md says that it is none");
    }
    for one in &page {
        let row = &one.row;
        assert!(asked.contains(row), "{row} is no row of what is asked");
        assert!(one.whole || written.contains(row.as_str()), "{row}: no policy judges the rest");
        assert!(one.what.len() > 8 && one.why.len() > 6 && one.why.ends_with('.'), "{row}: why not?");
    }
    for row in written {
        assert!(asked.contains(row) || BESIDE.iter().any(|(known, why)| *known == row && !why.is_empty()), "{row} is asked for nowhere");
    }
}

#[test]
fn every_policy_is_whole() {
    let library = whole_library();
    assert!(library.policies.len() >= 90, "{} policies", library.policies.len());
    assert_eq!(library.unreadable, Vec::<String>::new());
    let told: Vec<String> = library.diagnostics.iter().map(|found| found.message.show(strategy::diagnostic::Lang::Fr)).collect();
    assert!(told.is_empty(), "{told:#?}");
    let mut codes = BTreeSet::new();
    for policy in &library.policies {
        let code = &policy.code;
        assert!(codes.insert(code.clone()), "{code} twice");
        for (what, texts) in [("title", [&policy.title.fr, &policy.title.en]), ("why", [&policy.why.fr, &policy.why.en])] {
            assert!(texts.iter().all(|text| !text.trim().is_empty()) && texts[0] != texts[1], "{code}: {what} in both languages");
        }
        for (what, both) in [("message", &policy.message), ("help", &policy.help)] {
            assert!(!both.fr.is_empty() && !both.en.is_empty() && plain(&both.fr) != plain(&both.en), "{code}: {what} in both languages");
        }
        let count = |expected| policy.tests.iter().filter(|test| test.expected == expected).count();
        assert!(count(Expected::Flags) > 0 && count(Expected::Passes) > 0, "{code}: no test that flags, or none that passes");
        for basis in &policy.bases {
            assert!(
                !basis.law || (basis.sure.is_some() && basis.checked.is_some()),
                "{code}: {} has no grade or no date of check",
                basis.name
            );
        }
        assert!(policy.severity != Severity::Error || policy.sure() != Some(Sure::Unsure), "{code} is an error on an unsure source");
        let pack = library_at(policy.head.source).map(|(name, _)| name);
        assert!(pack != Some("policies.law") || policy.is_law(), "{code}: of what law?");
    }
}

fn plain(words: &[Words]) -> String {
    words.iter().map(|words| if let Words::Text(text) = words { text.as_str() } else { "…" }).collect()
}

/// Packs whose numbers are the law's.
const OF_LAW: [&str; 3] = ["policies.law", "policies.finance", "policies.council"];
/// Numbers that are nobody's threshold: nothing, one, more than one, the whole.
const PLAIN: [&str; 4] = ["0", "1", "2", "100 %"];
/// Others that stand in a line of a policy: with the reason.
const ALLOWED: &[(&str, &str, &str)] = &[];

#[test]
fn no_number_of_the_law_stands_in_a_policy() {
    let mut found = Vec::new();
    for (name, text) in LIBRARIES.iter().filter(|(name, _)| OF_LAW.contains(name)) {
        for (code, words) in lines(text) {
            for number in numbers(&words) {
                let allowed = ALLOWED.iter().any(|(of, known, _)| *of == code && *known == number);
                if !PLAIN.contains(&number.as_str()) && !allowed {
                    found.push(format!("{name} {code}: {number} in `{words}`"));
                }
            }
        }
    }
    assert!(found.is_empty(), "write a `seuil` in stdlib/law, or a parameter:\n{}", found.join("\n"));
}

/// The lines of the policies of a library that judge: each with the policy's code.
fn lines(text: &str) -> Vec<(String, String)> {
    const JUDGE: [PolicyWord; 4] = [PolicyWord::Applies, PolicyWord::Let, PolicyWord::Where, PolicyWord::Require];
    let mut found = Vec::new();
    let of = |range: std::ops::Range<usize>, wanted: &[PolicyWord]| {
        let each = sentences(text, range).into_iter().filter_map(|one| {
            let words = without_notes(text, one.words.clone());
            policy_word(&words, wanted).map(|(word, length)| (word, words[length..].trim().to_owned(), one.block))
        });
        each.collect::<Vec<_>>()
    };
    for (word, _, block) in of(0..text.len(), ITEMS) {
        if word != PolicyWord::Pack {
            continue;
        }
        for (word, words, block) in of(block.expect("a pack has a block"), OF_PACK) {
            match word {
                PolicyWord::Applies => found.push(("the pack".to_owned(), words)),
                PolicyWord::Policy => {
                    let statements = of(block.expect("a policy has a block"), STATEMENTS);
                    let code = statements.iter().find(|(word, ..)| *word == PolicyWord::Code).map_or(words, |(_, code, _)| code.clone());
                    for (_, words, block) in statements.into_iter().filter(|(word, ..)| JUDGE.contains(word)) {
                        let inner = block.map_or("", |block| &text[block]);
                        found.push((code.clone(), format!("{words} {inner}").trim().to_owned()));
                    }
                }
                _ => {}
            }
        }
    }
    assert!(found.len() > 30, "the lines are found");
    found
}

/// The numbers of a line outside its texts, `100 %` with its sign.
fn numbers(line: &str) -> Vec<String> {
    let mut found = Vec::new();
    let chars: Vec<char> = line.chars().collect();
    let (mut at, mut quoted) = (0, false);
    while at < chars.len() {
        let before = at.checked_sub(1).map_or(' ', |before| chars[before]);
        match chars[at] {
            '"' | '«' | '»' => quoted = !quoted,
            c if c.is_ascii_digit() && !quoted && !before.is_alphanumeric() && !matches!(before, '-' | '_') => {
                let start = at;
                while at + 1 < chars.len() && (chars[at + 1].is_ascii_digit() || matches!(chars[at + 1], ',' | '.' | '-')) {
                    at += 1;
                }
                let number: String = chars[start..=at].iter().collect::<String>().trim_end_matches(',').to_owned();
                let rest: String = chars[at + 1..].iter().collect();
                let is_share = rest.trim_start().starts_with('%');
                found.push(if is_share { format!("{number} %") } else { number });
            }
            _ => {}
        }
        at += 1;
    }
    found
}

#[test]
fn numbers_are_seen_and_names_are_none() {
    assert_eq!(numbers("collectivité.population >= 3500 et n-2 = \"12\""), ["3500"]);
    assert_eq!(numbers("fiche.coût * (100 % - plancher) > 0 €"), ["100 %", "0"]);
    assert_eq!(numbers("fiche.début >= 2027-01-01"), ["2027-01-01"]);
}
