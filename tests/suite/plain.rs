//! The outputs without pages: nothing that the pages print is missing in the text, sums are formulas over the cells that make them, and
//! a text of the plan is a text in each of them.

use std::collections::BTreeSet;
use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use csv as csv_crate;
use pulldown_cmark::{Event, Options, Parser};
use strategy::analysis::{Analysis, analyse};
use strategy::diagnostic::Lang;
use strategy::document::{Kind, Wish, csv, days, diary, document, finance_books, markdown, markdown_of, paper, sheet_books, xlsx};
use strategy::load::Disk;

use super::support::{analyse_bytes, top};

const HARD: &str = r##"stratégie "#panic() $x$ @maire" {
  période 2026 .. 2030
  enveloppe {
    investissement 2027: 100 .. 200 k€, 2028: 50 k€
    fonctionnement 2027: 10 k€
  }
}
/// Du texte : `code | barre`, *vif*, et un faux titre
/// # non
///
/// - a
/// - b
///
/// | x | y |
/// |---|---|
/// | 1 | 2 |
objectif a "=HYPERLINK(\"http://x\")" {
  budget {
    investissement 2027: 120 .. 180 k€, 2028: 33,33 k€
    fonctionnement 2027: 1,10 €
  }
  financement {
    "@Fonds * ?" 40 % acquis
    "-2+3" 10 k€ refusé
  }
  jalon x "+33 ; virgule, barre \\ et <b>" au 2027-03
}
objectif b "1. [lien](http://x.fr) | renversé" {
  budget {
    investissement 2027: 2 €
  }
}
"##;

fn hard() -> Analysis {
    let analysis = analyse_bytes(HARD.as_bytes());
    assert!(!analysis.has_errors(), "{:?}", analysis.diagnostics.iter().map(|one| one.rule.id).collect::<Vec<_>>());
    analysis
}

fn examples() -> Vec<Analysis> {
    let disk = Disk::new().expect("a working folder");
    let names = ["montreval", "bretagne", "real/cherbourg-ap-numerique-2014-2019", "real/maidstone-digital-strategy-2022-2025"];
    names.iter().map(|name| analyse(&disk, &top().join("examples").join(name).join("plan.dsl"))).chain([hard()]).collect()
}

/// Words without what lies between them.
fn run(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// What a reader of the text sees.
fn read(markdown: &str) -> String {
    let events = Parser::new_ext(markdown, Options::ENABLE_TABLES);
    let words = events.filter_map(|event| match event {
        Event::Text(words) | Event::Code(words) => Some(words.into_string()),
        _ => None,
    });
    run(&words.collect::<Vec<_>>().concat())
}

/// The texts of the data that a reader must find.
fn texts(data: &serde_json::Value, key: &str, out: &mut BTreeSet<String>) {
    const TOLD: &[&str] = &["text", "label", "title", "detail", "caption", "number"];
    match data {
        serde_json::Value::String(text) if TOLD.contains(&key) => {
            out.insert(text.clone());
        }
        serde_json::Value::Array(items) => items.iter().for_each(|item| texts(item, key, out)),
        serde_json::Value::Object(fields) => {
            // Drawings are told by their words.
            let told = fields.iter().filter(|(key, _)| !["shapes", "words", "picture"].contains(&key.as_str()));
            told.for_each(|(key, field)| texts(field, key, out));
        }
        _ => {}
    }
}

fn missing(data: &impl serde::Serialize, markdown: &str) -> Vec<String> {
    let mut wanted = BTreeSet::new();
    texts(&serde_json::to_value(data).expect("plain data"), "", &mut wanted);
    assert!(wanted.len() > 10, "there is something to look for");
    let seen = read(markdown);
    wanted.into_iter().filter(|text| !seen.contains(&run(text))).collect()
}

#[test]
fn every_text_of_a_document_is_in_its_markdown() {
    for analysis in examples() {
        let wish = Wish::default();
        let strategy = document(&analysis, &wish);
        let written = markdown(&strategy);
        assert_eq!(missing(&strategy, &written), Vec::<String>::new());
        // Lines that are lost are missed.
        let half = written.lines().count() / 2;
        let cut: Vec<&str> = written.lines().take(half).collect();
        assert_ne!(missing(&strategy, &cut.join("\n")), Vec::<String>::new());
        for kind in Kind::ALL {
            let paper = paper(&analysis, kind, &wish, None);
            if !paper.pieces.is_empty() {
                assert_eq!(missing(&paper.pieces, &markdown_of(&paper)), Vec::<String>::new(), "{kind:?}");
            }
        }
    }
}

#[test]
fn a_workbook_holds_its_values_and_no_text_is_a_formula() {
    for analysis in examples() {
        let wish = Wish::default();
        for (identity, books) in [finance_books(&analysis, &wish), sheet_books(&analysis, &wish)] {
            if books.grids.is_empty() {
                continue;
            }
            let bytes = xlsx(&books, &identity).expect("a workbook");
            assert_eq!(bytes, xlsx(&books, &identity).expect("a workbook"), "the same twice");
            let mut read: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook that opens");
            let tables = csv(&books).expect("tables");
            assert_eq!(read.sheet_names().len(), tables.len());
            for (grid, (name, table)) in books.grids.iter().zip(&tables) {
                assert_eq!(name, &format!("{}.csv", grid.name));
                let formulas = read.worksheet_formula(&grid.name).expect("a sheet");
                let values = read.worksheet_range(&grid.name).expect("a sheet");
                let records: Vec<csv_crate::StringRecord> = csv_crate::ReaderBuilder::new()
                    .has_headers(false)
                    .from_reader(table.as_slice())
                    .records()
                    .map(|row| row.expect("a row"))
                    .collect();
                assert_eq!(records.len(), grid.rows.len());
                for (at, (record, (_, row))) in records.iter().zip(&grid.rows).enumerate() {
                    for (column, (shown, value)) in record.iter().zip(row).enumerate() {
                        let place = (at as u32, column as u32);
                        let formula = formulas.get_value(place).map(String::as_str).unwrap_or_default();
                        let sum = format!("{value:?}");
                        assert_eq!(formula.is_empty(), !(sum.starts_with("Sum") || sum.starts_with("Says")), "{sum}: {formula}");
                        match values.get_value(place) {
                            Some(Data::Float(number)) => {
                                assert!((number - shown.parse::<f64>().expect("a number")).abs() < 0.005, "{shown} {number}");
                            }
                            Some(Data::String(text)) => {
                                // A file of text has no types: what looks like a formula is told to be none.
                                assert_eq!(shown.strip_prefix('\'').unwrap_or(shown), text);
                                assert!(!shown.starts_with(['=', '+', '-', '@']), "{shown}");
                            }
                            Some(Data::Empty) | None => assert_eq!(shown, ""),
                            Some(other) => panic!("{other:?}"),
                        }
                    }
                }
            }
        }
    }
}

/// The printed annex and the workbook say the same sums.
#[test]
fn the_workbook_adds_up_to_the_ledger() {
    for analysis in examples() {
        let (_, books) = finance_books(&analysis, &Wish::default());
        let tables = csv(&books).expect("tables");
        let all = analysis.ledger.asked(None).high;
        let (_, demand) = &tables[0];
        let text = String::from_utf8(demand.clone()).expect("text");
        assert!(all.is_zero() || text.contains(&format!("{:.2}", all.round_dp(2))), "{all}\n{text}");
        let name = analysis.language().of("Vérifications.csv", "Checks.csv");
        let checks = &tables.iter().find(|(table, _)| table == name).expect("the checks").1;
        let checks = String::from_utf8(checks.clone()).expect("text");
        assert!(!checks.contains(analysis.language().of("à revoir", "to be checked")), "{checks}");
    }
}

#[test]
fn a_diary_has_each_milestone_on_its_day() {
    let wish = Wish { date: Some(jiff::civil::date(2027, 1, 31)), ..Wish::default() };
    let (title, events) = days(&hard(), &wish);
    let text = diary(&title, &events, wish.date, Lang::Fr);
    assert!(text.contains("SUMMARY:+33\u{202f}\\; virgule\\, barre \\\\ et <b>\r\n"), "{text}");
    assert!(text.contains("DTSTART;VALUE=DATE:20270331\r\n"), "a month ends on its last day: {text}");
    assert!(text.contains("DTEND;VALUE=DATE:20270401\r\n"), "{text}");
    assert_eq!(text, diary(&title, &events, wish.date, Lang::Fr));
    let montreval = analyse(&Disk::new().expect("a folder"), &top().join("examples/montreval/plan.dsl"));
    let (_, events) = days(&montreval, &wish);
    let dated = montreval.plan.sheets().flat_map(|sheet| sheet.milestones().collect::<Vec<_>>());
    for milestone in dated {
        let path = milestone.path();
        assert!(events.iter().any(|event| event.id.starts_with(&format!("{path}@"))), "{path}");
    }
    assert!(events.windows(2).all(|pair| pair[0].day <= pair[1].day), "in order");
}
