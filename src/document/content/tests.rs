use serde_json::Value;

use super::super::model::{Cell, Chapter, Document, Inline, Piece, Rich, Row, RowKind, Sheet};
use super::{Kind, Wish, document, paper, sheet};
use crate::analysis::Analysis;
use crate::analysis::testing::{goals, plan};
use crate::figure::{Figure, Pen, Shape};
use crate::plan::Section as Of;
use rust_decimal::Decimal;

fn json(analysis: &Analysis) -> Value {
    serde_json::to_value(document(analysis, &Wish { draft: true, ..Wish::default() })).expect("plain data")
}

/// Every text of the data, holes marked, cells and lines apart.
fn words(value: &Value, out: &mut String) {
    match value {
        Value::String(text) => {
            out.push_str(text);
            out.push('\n');
        }
        Value::Array(items) => items.iter().for_each(|item| words(item, out)),
        Value::Object(fields) => fields.values().for_each(|field| words(field, out)),
        _ => {}
    }
}

fn text_of(value: &Value) -> String {
    let mut out = String::new();
    words(value, &mut out);
    out
}

fn fact<'a>(sheet: &'a Sheet, label: &str) -> Option<&'a Rich> {
    sheet.head.iter().chain(&sheet.facts).find(|fact| fact.label == label).map(|fact| &fact.value)
}

fn chapter<'a>(document: &'a Document, id: &str) -> &'a Chapter {
    document.chapters.iter().find(|chapter| chapter.id == id).unwrap_or_else(|| panic!("no chapter {id}"))
}

fn cell(cell: &Cell) -> String {
    sheet::plain(&cell.content).replace('\u{a0}', " ")
}

const MONEY: &str = "strategy \"S\" {\nperiod 2027 .. 2031\nenvelope {\ninvestment 2027: 450 k€, 2028: 100 k€\noperating 2027 .. 2029: 50 k€\n}\n}\n\
axis x \"X\" {\n\
goal a \"A\" {\nbudget {\ninvestment 2027: 100 k€\noperating 2028: 20 k€\n}\naction a1 \"A1\" {\nbudget {\ninvestment 2027: 60 k€\n}\n}\n}\n\
goal b \"B\" {\naction b1 \"B1\" {\nbudget {\ninvestment 2028: 30,5 k€\n}\n}\naction b2 \"B2\" {\nbudget {\noperating 2030: 1 000,50 €\n}\n}\n}\n}\n\
axis y \"Y\" {\ngoal c \"C\" {\nbudget {\noperating 2029: 70 k€\n}\n}\n}\n";

/// A figure as the document writes it.
fn figure(text: &str) -> Decimal {
    text.replace(['\u{a0}', ' '], "").replace(',', ".").replace('−', "-").parse().unwrap_or_default()
}

#[test]
fn each_total_is_the_ledgers_and_the_sum_of_its_column() {
    let analysis = plan(MONEY);
    let document = document(&analysis, &Wish::default());
    let money = chapter(&document, "money");
    for (of, title) in [(Of::Investment, "Investissement"), (Of::Operating, "Fonctionnement")] {
        let section = money.sections.iter().find(|section| section.title.starts_with(title)).expect("a section a kind");
        let table = &section.part.tables[0];
        let asked = table.rows.iter().position(|row| cell(&row.cells[0]) == "Demandé").expect("a total");
        for column in 1..table.columns.len() {
            let sum: Decimal =
                table.rows[..asked].iter().filter(|row| row.cells.len() > 1).map(|row| figure(&cell(&row.cells[column]))).sum();
            assert_eq!(sum, figure(&cell(&table.rows[asked].cells[column])), "{title}, column {column}");
        }
        let total = figure(&cell(table.rows[asked].cells.last().expect("a last column")));
        assert_eq!(total, analysis.ledger.asked(Some(of)).low);
        let (envelope, balance) = (&table.rows[asked + 1], &table.rows[asked + 2]);
        for column in 1..table.columns.len() {
            let at = |row: &Row| figure(&cell(&row.cells[column]));
            assert_eq!(at(envelope) - at(&table.rows[asked]), at(balance), "{title}, column {column}");
        }
    }
}

#[test]
fn an_action_is_a_part_and_counted_once() {
    let analysis = plan(MONEY);
    let document = document(&analysis, &Wish::default());
    let text = text_of(&serde_json::to_value(chapter(&document, "money")).expect("plain data"));
    assert!(text.contains("1.1\u{a0}A\n") && !text.contains("1.1.1\u{a0}A1"), "the goal's own budget is the whole");
    assert!(text.contains("1.2.1\u{a0}B1") && text.contains("1.2.2\u{a0}B2"), "the actions make the goal's cost");
    let goals = &document.axes[0].goals;
    assert!(text_of(&serde_json::to_value(&goals[0]).expect("data")).contains("Dont 60\u{a0}000\u{a0}€ détaillés"));
    assert!(text_of(&serde_json::to_value(&goals[1]).expect("data")).contains("Somme des budgets de ses actions"));
    assert!(text.contains("1\u{a0}000,50"), "cents have two digits");
}

#[test]
fn holes_are_marked_and_listed() {
    let analysis = goals(
        "goal g \"G\" {\n}\ngoal h \"H\" {\nowner ZZZ\nperiod 2027-13\nbudget {\ninvestment oops\n}\nmilestone m \"M\"\n}\ngoal k \"K\" {\nstatus abandoned\n}",
    );
    let document = document(&analysis, &Wish { draft: true, ..Wish::default() });
    let sheets = &document.axes[0].goals;
    let hole = vec![Inline::Hole { text: "[À COMPLÉTER]".into() }];
    assert_eq!(fact(&sheets[0], "Coût"), Some(&hole));
    assert!(sheets[1].parts.iter().any(|part| part.text.first().is_some_and(|line| line[0] == hole[0])), "one that cannot be read");
    for sheet in &sheets[..2] {
        assert_eq!(fact(sheet, "Pilote"), Some(&hole));
        assert_eq!(fact(sheet, "Calendrier"), Some(&hole));
        assert_eq!(fact(sheet, "Indicateur"), Some(&hole));
    }
    assert!(!text_of(&serde_json::to_value(&sheets[2]).expect("data")).contains("À COMPLÉTER"), "what is given up lacks nothing");
    let listed = text_of(&serde_json::to_value(chapter(&document, "missing")).expect("data"));
    assert!(listed.contains("1.1\u{a0}G") && listed.contains("1.2\u{a0}H") && !listed.contains("1.3\u{a0}K"));
    assert!(document.cover.mark.as_ref().is_some_and(|mark| mark.title.contains("éléments à compléter")));
    assert_eq!(document.cover.mark.map(|mark| mark.detail.contains(&document.holes.to_string())), Some(true));
}

#[test]
fn a_plan_of_nothing_is_a_document() {
    for text in ["", "strategy \"S\" {\n}\n", "axis a \"A\" {\n}\n", "goal", "strategy \"\" {\n"] {
        let analysis = plan(text);
        let document = document(&analysis, &Wish { draft: true, ..Wish::default() });
        assert!(document.holes > 0, "{text}");
        assert!(chapter(&document, "missing").sections.len() == 1);
    }
}

#[test]
fn a_hostile_title_stays_a_text() {
    let title = "#panic() *pas* @x <y> $z$";
    let analysis = goals(&format!("goal g \"{title}\" {{\n}}"));
    assert_eq!(document(&analysis, &Wish::default()).axes[0].goals[0].title.text, title);
}

#[test]
fn computed_dates_say_so() {
    let analysis = goals(
        "goal a \"A\" {\nperiod 2027-01 .. 2027-06\n}\ngoal b \"B\" {\nduration 3 months\ndepends on a\n}\ngoal c \"C\" {\naction d \"D\" {\nperiod 2028\n}\n}",
    );
    let document = document(&analysis, &Wish::default());
    let calendar = |at: usize| sheet::plain(fact(&document.axes[0].goals[at], "Calendrier").expect("a calendar")).replace('\u{a0}', " ");
    assert_eq!(calendar(0), "janvier 2027 – juin 2027");
    assert!(calendar(1).starts_with("juillet 2027 – septembre 2027 (dates calculées)"), "{}", calendar(1));
    assert!(calendar(2).contains("d’après ses actions"), "{}", calendar(2));
    let bars = |figure: &Figure| -> Vec<(Pen, f64, f64)> {
        // A swatch of the legend is of another height than a bar.
        let bar = |shape: &Shape| match shape {
            Shape::Rect { x, w, h, pen, .. } if *h != 2.4 => Some((*pen, *x, x + w)),
            _ => None,
        };
        figure.shapes.iter().filter_map(bar).collect()
    };
    // A small plan has one calendar, of goals and actions.
    assert!(document.axes[0].parts.is_empty());
    let roadmap = &chapter(&document, "roadmap").sections[0].part.figures[0];
    let drawn = bars(roadmap);
    assert_eq!(drawn.iter().map(|(pen, ..)| *pen).collect::<Vec<_>>(), [Pen::Edge, Pen::Dashed, Pen::Dashed, Pen::Edge]);
    assert!(drawn.iter().all(|(_, from, to)| *from > 80.0 && from < to && *to <= roadmap.width + 0.01), "{drawn:?}");
    assert!(roadmap.alt.replace('\u{a0}', " ").contains("1.1 A : janvier 2027 – juin 2027."), "{}", roadmap.alt);
    // In another each axis has its own, and the roadmap holds the goals.
    let more: String = (0..14).map(|at| format!("goal g{at} \"G{at}\"\n")).collect();
    let analysis = goals(&format!("{more}goal c \"C\" {{\naction d \"D\" {{\nperiod 2028\n}}\n}}"));
    let document = super::document(&analysis, &Wish::default());
    assert_eq!(bars(&document.axes[0].parts[0].figures[0]).len(), 2);
    assert_eq!(bars(&chapter(&document, "roadmap").sections[0].part.figures[0]).len(), 1, "a bar a goal");
}

#[test]
fn dependencies_go_both_ways() {
    let analysis =
        goals("goal a \"A\" {\nperiod 2027\nmilestone m \"M\" on 2027-06\n}\ngoal b \"B\" {\nperiod 2028\ndepends on a.m + 2 months\n}");
    let document = document(&analysis, &Wish::default());
    let [a, b] = &document.axes[0].goals[..] else { panic!("two goals") };
    let line = |sheet: &Sheet, label: &str| sheet::plain(fact(sheet, label).expect("a line")).replace('\u{a0}', " ");
    assert_eq!(line(b, "Dépend de"), "1.1 A (jalon « M », juin 2027, plus 2 mois : août 2027)");
    assert_eq!(line(a, "Attendu par"), "1.2");
    let [told] = &chapter(&document, "dependencies").sections[..] else { panic!("a few waits are read in their table") };
    assert_eq!(told.part.tables[0].rows.len(), 1);
    // In a plan that is not small they are drawn as well.
    let more: String = (0..14).map(|at| format!("goal g{at} \"G{at}\"\n")).collect();
    let analysis = goals(&format!("{more}goal a \"A\"\ngoal b \"B\" {{\ndepends on a\n}}"));
    let document = super::document(&analysis, &Wish::default());
    let [drawn, told] = &chapter(&document, "dependencies").sections[..] else { panic!("a graph and its table") };
    assert_eq!(told.part.tables[0].rows.len(), 1);
    assert!(drawn.part.figures[0].alt.contains("1.16 attend 1.15."), "{}", drawn.part.figures[0].alt);
}

#[test]
fn funding_leaves_the_own_share() {
    let funded = |more: &str| {
        let lines = format!("\"DSIL\" 30 k€ secured\n\"FEDER\" 20 % of investment sought\n{more}");
        let analysis = goals(&format!("goal a \"A\" {{\nbudget {{\ninvestment 2027: 100 k€\n}}\nfunding {{\n{lines}}}\n}}"));
        document(&analysis, &Wish::default())
    };
    // One funder or two stand in a line.
    let two = funded("");
    let fact = two.axes[0].goals[0].facts.iter().find(|fact| fact.label == "Financement").expect("a line");
    let told = super::sheet::plain(&fact.value).replace(['\u{a0}', '\u{202f}'], " ");
    assert_eq!(
        told,
        "DSIL : 30 000 € (acquis), FEDER : 20 000 € (sollicité, 20 % de l’investissement) ; autofinancement : 50 000 € si tout est obtenu, 70 000 € avec les seuls acquis"
    );
    // More make a table.
    let document = funded("\"Région\" 10 k€ sought\n");
    let part = document.axes[0].goals[0].parts.iter().find(|part| cell(&part.tables[0].head[0][0]) == "Financeur").expect("a funding");
    let totals: Vec<(String, String)> =
        part.tables[0].rows.iter().filter(|row| row.kind == RowKind::Total).map(|row| (cell(&row.cells[0]), cell(&row.cells[1]))).collect();
    let expected = [("Total des financements", "60 000"), ("Autofinancement si tout est obtenu", "40 000")];
    assert_eq!(totals, expected.map(|(label, amount)| (label.to_owned(), amount.to_owned())));
    let note = super::sheet::plain(&part.notes[0]).replace(['\u{a0}', '\u{202f}'], " ");
    assert_eq!(note, "Autofinancement avec les seuls financements acquis : 70 000 €.");
}

#[test]
fn many_years_are_cut_into_tables_that_fit() {
    let analysis = goals("goal a \"A\" {\nbudget {\ninvestment 2027 .. 2046: 1 234 567 €\n}\n}");
    let document = document(&analysis, &Wish::default());
    let part = document.axes[0].goals[0].parts.iter().find(|part| !part.tables.is_empty());
    let tables = &part.expect("a budget").tables;
    assert!(tables.len() > 1 && tables.iter().all(|table| table.columns.len() <= 10));
    assert_eq!(tables.iter().map(|table| table.columns.len() - 1).sum::<usize>(), 20 + 1, "each year once, and the total");
}

#[test]
fn every_row_fills_its_table() {
    fn check(value: &Value) {
        if let Some(columns) = value.get("columns").and_then(Value::as_array) {
            let width = |cells: &Value| cells.as_array().into_iter().flatten().map(|cell| cell["span"].as_u64().unwrap_or(0)).sum::<u64>();
            for row in value["head"].as_array().into_iter().flatten() {
                assert_eq!(width(row), columns.len() as u64, "{row}");
            }
            for row in value["rows"].as_array().into_iter().flatten() {
                assert_eq!(width(&row["cells"]), columns.len() as u64, "{row}");
            }
        }
        match value {
            Value::Array(items) => items.iter().for_each(check),
            Value::Object(fields) => fields.values().for_each(check),
            _ => {}
        }
    }
    for text in [MONEY, "", "axis x \"X\" {\ngoal a \"A\" {\nindicator i \"I\" {\n}\nfunding {\n\"F\" 1 €\n}\n}\n}\n"] {
        check(&json(&plan(text)));
    }
}

// --- papers ----------------------------------------------------------------------------------------------------------

fn pieces(text: &str, kind: Kind) -> (Analysis, Vec<Piece>) {
    let analysis = plan(text);
    let pieces = paper(&analysis, kind, &Wish::default(), None).pieces;
    (analysis, pieces)
}

fn said(pieces: &[Piece]) -> String {
    text_of(&serde_json::to_value(pieces).expect("plain data")).replace('\u{a0}', " ")
}

const ACT: &str = "authority v \"Ville\" {\nkind commune\npopulation 12 000\nassembly \"conseil municipal\"\n}\nowner A \"A\"\nreference r \"Loi n° 2005-102, article 47\" {\nchecked 2026-11-20\ngrade B\n}\n\
decision vote \"Adoption de la stratégie\" on 2026-12-14 {\nkind adoption\nnumber \"2026-112\"\nconvened 2026-12-07\nin office 35\npresent 20\nvotes for 18, against 1, abstentions 1\nbasis r, \"le règlement intérieur\"\nbecause \"que les portails sont onze\"\narticle \"Approuver la stratégie annexée.\", \"Charger le maire de l'exécution.\"\n}\n";

#[test]
fn an_act_says_what_is_known_and_leaves_blanks_for_the_rest() {
    let (_, act) = pieces(&format!("{ACT}{MONEY}"), Kind::Deliberation);
    let text = said(&act);
    for wanted in [
        "2026-112",
        "Adoption de la stratégie",
        "14 décembre 2026",
        "7 décembre 2026",
        "35",
        "atteint : 20 présents pour 18 nécessaires",
        "la loi n° 2005-102, article 47",
        "le règlement intérieur",
        "L2121-29",
        "que les portails sont onze",
        "Article 1er",
        "Approuver la stratégie annexée.",
        "Article 2",
        "Charger le maire de l’exécution.",
        "18",
    ] {
        assert!(text.contains(wanted), "{wanted} is not in\n{text}");
    }
    // How sure a text is matters until it is voted.
    assert!(!text.contains("vérifié le") && !text.contains("à vérifier"), "{text}");
    let open = ACT.replace("votes for 18, against 1, abstentions 1\n", "");
    let open = said(&pieces(&format!("{open}{MONEY}"), Kind::Deliberation).1);
    assert!(open.contains("la loi n° 2005-102, article 47 [B, vérifié le 20 novembre 2026]"), "{open}");
    assert!(!text.contains("L3211-1") && !text.contains("L4221-1"), "the competence of this kind of authority alone");
    // The place, the chair and the secretary, the dates of transmission: known after the sitting only.
    let blanks = serde_json::to_string(&act).expect("data").matches("\"blank\"").count();
    assert!(blanks >= 6, "{blanks}");
    assert!(!text.contains("À COMPLÉTER"), "{text}");
}

#[test]
fn an_act_without_a_decision_has_the_usual_articles_with_the_ledgers_amounts() {
    let (analysis, pieces) = pieces(MONEY, Kind::Deliberation);
    let text = said(&pieces);
    let allotted = analysis.ledger.allotted(None).show(crate::diagnostic::Lang::Fr).replace('\u{a0}', " ");
    assert!(text.contains(&allotted), "{allotted} is not in\n{text}");
    let articles = pieces.iter().filter(|piece| matches!(piece, Piece::Article { .. })).count();
    assert!((3..=6).contains(&articles), "{articles}");
}

#[test]
fn what_the_finance_paper_checks_adds_up_and_is_seen_when_it_does_not() {
    let authorised = "goal z \"Z\" {\nauthorisation \"AP portail\" {\nkind ap\ntotal 100 k€\ncredits 2027: 40 k€, 2028: 50 k€\n}\n}\n";
    let (_, good) = pieces(MONEY, Kind::Finance);
    let text = said(&good);
    assert!(text.contains("✓ 220 500") || text.contains('✓'), "{text}");
    assert!(!text.contains('✗'), "{text}");
    let (_, bad) = pieces(&format!("{MONEY}axis w \"W\" {{\n{authorised}}}\n"), Kind::Finance);
    let text = said(&bad);
    assert!(text.contains("✗ 90 000 € et 100 000 €"), "credits that do not make their authorisation are seen\n{text}");
}

#[test]
fn the_note_picks_a_few_and_counts_the_rest() {
    let risks: String = (0..5)
        .map(|at| format!("risk \"Risque {at}\" {{\nlikelihood low\nimpact {}\n}}\n", if at == 4 { "high" } else { "low" }))
        .collect();
    let (_, pieces) = pieces(&format!("strategy \"S\" {{\n{risks}}}\n"), Kind::Note);
    let text = said(&pieces);
    assert!(text.contains("Risque 4") && text.contains("et 2 de plus"), "{text}");
    let first = text.find("Risque 4").expect("the gravest");
    assert!(text.find("Risque 0").is_none_or(|at| first < at), "the gravest first");
}
