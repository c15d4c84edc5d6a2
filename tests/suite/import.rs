//! `strategy import`: from the sheets that authorities fill in to a plan, with nothing lost and nothing refused.

use std::io::{Cursor, Read, Write};
use std::path::Path;

use rust_xlsxwriter::{Format, Formula, Workbook, Worksheet};
use serde_json::Value as Json;
use strategy::analysis::{Analysis, analyse};
use strategy::diagnostic::{Lang, Severity};
use strategy::import::{Imported, Wish, import};
use strategy::load::Memory;
use strategy::plan::format;

use super::support::{stderr, stdout, strategy};

/// The sheet of Territoires en transitions.
const HEADERS: [&str; 39] = [
    "Axe (x)",
    "Sous-axe (x.x)",
    "Sous-sous axe (x.x.x)",
    "Titre de la fiche action",
    "Descriptif",
    "Thématique principale",
    "Sous-thématiques",
    "Instances de gouvernance",
    "Objectifs",
    "Indicateurs liés",
    "Résultats attendus",
    "Cibles",
    "Structure pilote",
    "Moyens humains et techniques",
    "Partenaires",
    "Service-département-pôle pilote",
    "Personne pilote",
    "Élu·e référent·e",
    "Participation Citoyenne",
    "Financements",
    "Financeur 1",
    "Montant € TTC",
    "Financeur 2",
    "Montant € TTC",
    "Financeur 3",
    "Montant € TTC",
    "Budget prévisionnel total € TTC",
    "Statut",
    "Niveau de priorité",
    "Date de début",
    "Date de fin",
    "Action en amélioration continue",
    "Calendrier",
    "Actions liées",
    "Fiches des plans liées",
    "Notes de suivi",
    "Etapes de la fiche action",
    "Notes complémentaires",
    "Documents et liens",
];

fn wish<'a>() -> Wish<'a> {
    Wish { lang: Lang::Fr, sheet: None, mapping: None, title: "Plan importé" }
}

fn imported(bytes: &[u8]) -> Imported {
    import(bytes, wish()).unwrap_or_else(|refused| panic!("{}", refused.why.show(Lang::Fr)))
}

fn refused(bytes: &[u8]) -> String {
    import(bytes, wish()).err().expect("refused").why.show(Lang::Fr)
}

/// A workbook of one sheet.
fn book(fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(book.add_worksheet());
    book.save_to_buffer().expect("a workbook")
}

/// A sheet with these headers at the top, and rows of texts below.
fn sheet(headers: &[&str], rows: &[&[&str]]) -> Vec<u8> {
    book(|sheet| {
        for (at, row) in std::iter::once(&headers).chain(rows).enumerate() {
            for (column, text) in row.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
                sheet.write(at as u32, column as u16, *text).expect("written");
            }
        }
    })
}

fn analysed(imported: &Imported) -> Analysis {
    analyse(&Memory::new(imported.files.iter().map(|(name, text)| (name, text.as_str()))), Memory::root())
}

fn errors(analysis: &Analysis) -> Vec<String> {
    let errors = analysis.diagnostics.iter().filter(|found| found.severity() == Severity::Error);
    errors.map(|error| format!("{} {}", error.rule.id, error.message.show(Lang::Fr))).collect()
}

fn text(imported: &Imported) -> String {
    imported.files.iter().map(|(_, text)| text.as_str()).collect()
}

/// What holds for every import: no error, laid out as `fmt` does, and as many things as rows.
fn sound(imported: &Imported) {
    assert_eq!(errors(&analysed(imported)), Vec::<String>::new(), "{}", text(imported));
    for (name, text) in &imported.files {
        let laid = format(text, None);
        assert!(laid.kept.is_empty() && laid.text == *text, "{name} is not laid out:\n{text}");
    }
}

/// Letters and digits alone: what a text says, however it is laid out.
fn said(text: &str) -> String {
    text.lines().map(|line| line.trim().trim_start_matches('/')).flat_map(str::chars).filter(|c| c.is_alphanumeric()).collect()
}

/// Where a cell went, by its row and its letters.
fn went(imported: &Imported, row: u64, column: &str) -> (String, Option<String>, Option<String>) {
    let json: Json = serde_json::from_str(&imported.report.json(Lang::Fr)).expect("JSON");
    let cells = json["cells"].as_array().expect("cells");
    let cell = cells.iter().find(|cell| cell["row"] == row && cell["column"] == column).unwrap_or_else(|| panic!("no cell {column}{row}"));
    let of = |key: &str| cell[key].as_str().map(str::to_owned);
    (of("went").expect("a word"), of("field"), of("why"))
}

fn field(imported: &Imported, row: u64, column: &str) -> Option<String> {
    went(imported, row, column).1
}

/// Three sheets of the model: one complete, one with other values, one with only a title.
fn model() -> Vec<u8> {
    book(|sheet| {
        let day = Format::new().set_num_format("dd/mm/yyyy");
        sheet.write(0, 0, "Plan climat 2027").expect("written");
        for (column, header) in HEADERS.iter().enumerate() {
            sheet.write(1, column as u16, *header).expect("written");
            sheet.write(2, column as u16, "Champ texte").expect("written");
        }
        let full = [
            "1. Énergie",
            "1.1 Bâtiments",
            "1.1.1 Écoles",
            "Rénover l'école \"Jaurès\"",
            "Isoler.\nChauffer { mieux } // ou pas",
            "Énergie",
            "Chauffage, Isolation",
            "Comité de pilotage",
            "- Réduire\n- Mesurer",
            "Kilowattheures par élève",
            "Efficacité énergétique",
            "Public Scolaire",
            "Métropole",
            "2 agents",
            "ADEME, Région Bretagne",
            "DSI, Service bâtiments",
            "Marie PAUL",
            "Renée CHARLES",
            "Consultation",
            "Subventions demandées",
            "ADEME",
        ];
        for (column, text) in full.iter().enumerate() {
            sheet.write(3, column as u16, *text).expect("written");
        }
        sheet.write(3, 21, 50_000).expect("written");
        sheet.write(3, 22, "Région").expect("written");
        sheet.write(3, 23, "12 500,50 €").expect("written");
        sheet.write(3, 24, "Département").expect("written");
        sheet.write(3, 25, "Entre 200 et 500").expect("written");
        sheet.write(3, 26, 124_566.5).expect("written");
        sheet.write(3, 27, "En cours").expect("written");
        sheet.write(3, 28, "ÉLEVÉ").expect("written");
        sheet.write_number_with_format(3, 29, 46_388, &day).expect("written");
        sheet.write(3, 30, "31/12/2028").expect("written");
        sheet.write(3, 31, true).expect("written");
        for (column, text) in
            ["Par tranches", "cae 1.2.3", "Planter des arbres", "Suivi au point", "Études\nTravaux", "Note", "https://a.example/x_y"]
                .iter()
                .enumerate()
        {
            sheet.write(3, 32 + column as u16, *text).expect("written");
        }
        // The same axis in other words, the same people, and what cannot be read.
        for (column, text) in [
            (0, "1.  Énergie "),
            (3, "Planter des arbres"),
            (12, "métropole"),
            (15, "dsi"),
            (27, "Bloqué"),
            (28, "Urgent"),
            (29, "bientôt"),
            (30, "2028"),
        ] {
            sheet.write(4, column, text).expect("written");
        }
        sheet.write(6, 3, "Sans axe").expect("written");
    })
}

#[test]
fn the_sheet_of_territoires_en_transitions() {
    let imported = imported(&model());
    sound(&imported);
    assert!(imported.mapping.is_none(), "the model is known");
    let names: Vec<&str> = imported.files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names[..3], ["plan.dsl", "actions.dsl", "axes/01-energie.dsl"], "{names:?}");
    let text = text(&imported);
    for wanted in [
        "axe energie \"1. Énergie\"",
        "\"Rénover l'école \\\"Jaurès\\\"\"",
        "pilote DSI \"DSI\"",
        "2027-01-01 .. 2028-12-31",
        "\"ADEME\"  50 000 €",
        "12 500,50 €",
        "élu-référent \"Renée CHARLES\"",
        "indicateur   \"Kilowattheures par élève\"",
        "en-cours",
        "/// **Objectifs** :",
        "/// - Réduire",
        "/// Chauffer { mieux } // ou pas",
        "langue fr",
    ] {
        assert!(text.contains(wanted), "{wanted} is missing in\n{text}");
    }
    // Whoever is named twice is declared once, and an axis is one however its blanks are.
    assert_eq!(text.matches("\"DSI\"").count() + text.matches("\"dsi\"").count(), 1);
    assert_eq!(
        (imported.report.actions, imported.report.people),
        (
            3,
            analysed(&imported)
                .plan
                .entities()
                .filter(|entity| entity.parent().is_none() && ["owner", "partner", "theme"].contains(&entity.concept_row().en[0]))
                .count()
        )
    );
    for (row, column, expected) in [
        (4, "V", Some("funding")),
        (4, "AB", Some("status")),
        (4, "AD", Some("period")),
        (4, "P", Some("owner")),
        (4, "M", Some("contributors")),
        (4, "Z", None),
        (4, "Y", None),
        (5, "AB", None),
        (5, "AD", None),
        (5, "AE", None),
    ] {
        assert_eq!(field(&imported, row, column).as_deref(), expected, "{column}{row}");
    }
    let why = went(&imported, 4, "Z").2.expect("a reason");
    assert!(why.contains("Entre 200 et 500"), "{why}");
    assert_eq!(went(&imported, 3, "A").0, "hint");
    assert_eq!(went(&imported, 1, "A").0, "text");
}

/// Each cell of each row is in the plan, whatever became of it.
#[test]
fn nothing_that_a_row_says_is_lost() {
    let imported = imported(&model());
    let text = said(&text(&imported));
    for words in [
        "Plan climat 2027",
        "1. Énergie",
        "1.1 Bâtiments",
        "1.1.1 Écoles",
        "Rénover l'école \"Jaurès\"",
        "Isoler",
        "Chauffer { mieux } // ou pas",
        "Chauffage",
        "Isolation",
        "Comité de pilotage",
        "Réduire",
        "Mesurer",
        "Kilowattheures par élève",
        "Efficacité énergétique",
        "Public Scolaire",
        "Métropole",
        "2 agents",
        "ADEME",
        "Région Bretagne",
        "Service bâtiments",
        "Marie PAUL",
        "Renée CHARLES",
        "Consultation",
        "Subventions demandées",
        "50 000",
        "12 500,50",
        "Département",
        "Entre 200 et 500",
        "Par tranches",
        "cae 1.2.3",
        "Planter des arbres",
        "Suivi au point",
        "Études",
        "Travaux",
        "Note",
        "https://a.example/x_y",
        "Bloqué",
        "Urgent",
        "bientôt",
        "Sans axe",
    ] {
        assert!(text.contains(&said(words)), "{words} is lost");
    }
    // One entry a cell, none forgotten.
    let cells = 1 + 39 + 39 + 8 + 1;
    assert_eq!(imported.report.entries.len(), cells);
}

/// What is no value yet is a hole and nobody; a sum is no action; thousands are thousands; what is not read opens no period.
#[test]
fn what_is_no_value_invents_nothing() {
    let sheet = "Axe;Action;Pilote;Partenaires;Date de début;Date de fin;Coût (k€)\nUn;Ouvrir;à définir;néant;2027;fin 2028;120\nUn;Fermer;DSI / DRU;CAF;2027;2028;3\nUn;Dire;?;;;;\n;TOTAL;;;;;123\nUn;;DAF;;;;\n";
    let imported = imported(sheet.as_bytes());
    sound(&imported);
    let text = text(&imported);
    let squeezed = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(squeezed.matches("pilote à définir").count(), 2, "{text}");
    assert!(squeezed.contains("total 120 k€") && squeezed.contains("total 3 k€"), "{text}");
    assert!(squeezed.contains("pilote DSI contributeurs DRU"), "{text}");
    assert!(squeezed.contains("partenaires \"CAF\"") && !squeezed.contains("partenaires \"néant\""), "{text}");
    assert!(!text.contains("2027 ..\n") && squeezed.contains("2027 .. 2028"), "{text}");
    assert!(!text.contains("action total") && squeezed.contains("**Coût (k€)** : 123"), "{text}");
    let why = |row: u64, column: &str| went(&imported, row, column).2.expect("a reason");
    assert!(why(5, "B").contains("total") && why(6, "C").contains("titre d'action") && why(2, "E").contains("fin"), "{text}");
}

#[test]
fn both_languages_make_the_same_plan() {
    let english = import(&model(), Wish { lang: Lang::En, ..wish() }).unwrap_or_else(|refused| panic!("{}", refused.why.show(Lang::En)));
    sound(&english);
    assert!(text(&english).contains("axis energie \"1. Énergie\""));
    let went = |imported: &Imported| imported.report.entries.iter().map(|entry| (entry.row, entry.at, entry.went)).collect::<Vec<_>>();
    assert_eq!(went(&english), went(&imported(&model())));
}

/// What a cell may hold to break out of its place.
const HOSTILE: &[&str] = &[
    "\"}\naxe x \"X\" {",
    "}\n}\n}",
    "{{{{",
    "// note",
    "/// doc",
    "fin\\",
    "\\\"",
    "« a » “b”",
    "\u{0}\u{1}\u{7}\u{202e}x\u{feff}",
    "<script>*_`[a](b)`_*",
    "état terminé",
    "dépend de x",
    "=1+1",
    "a;b|c,d",
    "-",
    "\u{1F600}",
    "x\r\ny\rz",
    "_x000D_",
    "%s {0} ${x}",
    "utiliser \"../../etc/passwd\"",
];

#[test]
fn text_never_becomes_syntax() {
    let mut rows: Vec<Vec<String>> = Vec::new();
    for hostile in HOSTILE {
        // In every column but the title, then in every column.
        for title in [format!("Action {hostile}"), (*hostile).to_owned()] {
            rows.push((0..HEADERS.len()).map(|column| if column == 3 { title.clone() } else { (*hostile).to_owned() }).collect());
        }
    }
    let lines: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    let csv = csv_of(&HEADERS, &lines);
    let imported = imported(csv.as_bytes());
    sound(&imported);
    let analysis = analysed(&imported);
    let concepts = |name: &str| analysis.plan.entities().filter(|entity| entity.concept_row().en.first() == Some(&name)).count();
    assert_eq!(concepts("strategy"), 1);
    assert_eq!(concepts("depends on") + concepts("use"), imported.files.len() - 1, "no text is a `use`");
    // As many axes as first columns differ: none is opened by a text.
    assert!(concepts("axis") <= HOSTILE.len() + 1);
}

fn csv_of(headers: &[&str], rows: &[Vec<&str>]) -> String {
    let quoted = |cell: &&str| format!("\"{}\"", cell.replace('\0', "").replace('"', "\"\""));
    let line = |row: &[&str]| row.iter().map(quoted).collect::<Vec<_>>().join(";");
    std::iter::once(line(headers)).chain(rows.iter().map(|row| line(row))).collect::<Vec<_>>().join("\r\n")
}

#[test]
fn what_the_compiler_refuses_becomes_text() {
    // The inner action ends after the outer one: an error of dates, if it were written.
    let headers = ["Axe (x)", "Sous-axe (x.x)", "Objectif", "Titre de l'action", "Date de début", "Date de fin"];
    let outer = ["A", "", "Dehors", "", "01/01/2027", "31/12/2027"];
    let inner = ["A", "", "Dehors", "Dedans", "01/01/2027", "31/12/2029"];
    let imported = imported(&sheet(&headers, &[&outer, &inner]));
    sound(&imported);
    assert!(said(&text(&imported)).contains(&said("Date de fin 31/12/2029")), "{}", text(&imported));
    let (went, _, why) = went(&imported, 3, "F");
    assert_eq!(went, "text");
    assert!(why.is_some_and(|why| !why.is_empty()));
}

#[test]
fn dates_that_contradict_each_other_are_text() {
    let headers = ["Axe", "Action", "Début", "Fin"];
    let imported = imported(&sheet(
        &headers,
        &[&["A", "x", "2028", "2027"], &["A", "y", "31/02/2027", "mars 2027"], &["A", "z", "T2 2027", "S2 2027"]],
    ));
    sound(&imported);
    for (row, column) in [(2, "C"), (2, "D"), (3, "C"), (3, "D")] {
        let (went, _, why) = went(&imported, row, column);
        assert!(went == "text" && why.is_some(), "{column}{row}");
    }
    assert!(text(&imported).contains("2027-T2 .. 2027-S2"), "{}", text(&imported));
}

#[test]
fn what_an_amount_says_of_taxes_is_kept() {
    let imported = imported(&sheet(
        &["Axe", "Action", "Financeur 1", "Montant € TTC", "Financeur 2", "Montant"],
        &[&["A", "x", "DSIL", "12 000 € TTC", "FEDER", "3 000 € HT"]],
    ));
    sound(&imported);
    assert_eq!(field(&imported, 2, "D").as_deref(), Some("funding"));
    let text = text(&imported);
    assert!(text.contains("3 000 € HT") && (text.contains("12 000 € TTC") || text.contains("Montant € TTC")), "{text}");
}

#[test]
fn merged_cells_are_said_of_each_row() {
    let bytes = book(|sheet| {
        for (column, header) in ["Axe", "Action", "Pilote", "Description"].iter().enumerate() {
            sheet.write(0, column as u16, *header).expect("written");
        }
        let plain = Format::new();
        sheet.merge_range(1, 0, 3, 0, "Énergie", &plain).expect("merged");
        sheet.merge_range(1, 1, 2, 1, "Isoler", &plain).expect("merged");
        sheet.merge_range(1, 2, 3, 2, "DSI", &plain).expect("merged");
        sheet.write(1, 3, "les toits").expect("written");
        sheet.write(2, 3, "les murs").expect("written");
        sheet.write(3, 1, "Chauffer").expect("written");
    });
    let imported = imported(&bytes);
    sound(&imported);
    assert_eq!((imported.report.actions, imported.report.axes, imported.report.people), (2, 1, 1));
    assert_eq!(imported.report.joined, [(2, vec![3])]);
    let text = text(&imported);
    assert!(text.contains("/// les toits\n  ///\n  /// les murs"), "{text}");
    assert_eq!(text.matches("pilote DSI").count(), 3, "declared, and once for each action\n{text}");
}

#[test]
fn formulas_have_their_result_or_are_text() {
    let bytes = book(|sheet| {
        for (column, header) in ["Axe", "Action", "Début", "Fin", "Pilote"].iter().enumerate() {
            sheet.write(0, column as u16, *header).expect("written");
        }
        sheet.write(1, 0, "A").expect("written");
        sheet.write_formula(1, 1, Formula::new("=\"Iso\"&\"ler\"").set_result("Isoler")).expect("written");
        sheet.write_formula(1, 2, Formula::new("=46000+388").set_result("46388")).expect("written");
        sheet.write(1, 3, "2029").expect("written");
        sheet.write_formula(1, 4, Formula::new("=Autre!B2").set_result("7")).expect("written");
    });
    let bytes = rewritten(&bytes, "xl/worksheets/sheet1.xml", |text| {
        assert!(text.contains("<f>Autre!B2</f><v>7</v>"), "{text}");
        text.replace("<f>Autre!B2</f><v>7</v>", "<f>Autre!B2</f>")
    });
    let imported = imported(&bytes);
    sound(&imported);
    let text = text(&imported);
    assert!(text.contains("\"Isoler\"") && text.contains("2027-01-01 .. 2029"), "{text}");
    assert!(text.contains("**Pilote** : =Autre!B2"), "{text}");
}

#[test]
fn the_sheet_is_found_or_asked_for() {
    let mut book = Workbook::new();
    let notice = book.add_worksheet();
    notice.set_name("Mode d'emploi").expect("a name");
    notice.write(0, 0, "Bonjour").expect("written");
    let data = book.add_worksheet();
    data.set_name("Données").expect("a name");
    for (column, text) in ["Axe", "Action"].iter().enumerate() {
        data.write(4, column as u16, *text).expect("written");
        data.write(6, column as u16, *text).expect("written");
    }
    let bytes = book.save_to_buffer().expect("a workbook");
    let found = imported(&bytes);
    assert_eq!((found.report.sheet.as_str(), found.report.actions), ("Données", 1));
    let named = import(&bytes, Wish { sheet: Some("Données"), ..wish() });
    assert!(named.is_ok_and(|named| text(&named) == text(&found)));
    let other = import(&bytes, Wish { sheet: Some("Mode d'emploi"), ..wish() }).err().expect("no headers");
    assert!(other.why.show(Lang::Fr).contains("Mode d'emploi"));
    let absent = import(&bytes, Wish { sheet: Some("Feuil9"), ..wish() }).err().expect("no sheet");
    assert!(absent.why.show(Lang::Fr).contains("Mode d'emploi, Données"));

    let mut book = Workbook::new();
    for _ in 0..2 {
        let sheet = book.add_worksheet();
        sheet.write(0, 0, "Action").expect("written");
        sheet.write(1, 0, "x").expect("written");
    }
    assert!(refused(&book.save_to_buffer().expect("a workbook")).contains("--sheet : Sheet1, Sheet2"));
}

#[test]
fn csv_in_every_way_of_spreadsheets() {
    let expected = {
        let imported = imported("Axe;Action;Pilote\nÉnergie;\"Isoler; vite\";DSI\n".as_bytes());
        sound(&imported);
        text(&imported)
    };
    let latin: Vec<u8> = "Axe;Action;Pilote\r\nÉnergie;\"Isoler; vite\";DSI\r\n"
        .chars()
        .map(|c| u8::try_from(u32::from(c)).expect("of Windows-1252"))
        .collect();
    for bytes in [
        "\u{feff}Axe,Action,Pilote\r\nÉnergie,Isoler; vite,DSI\r\n".as_bytes(),
        "Axe\tAction\tPilote\nÉnergie\tIsoler; vite\tDSI".as_bytes(),
        &latin,
    ] {
        assert_eq!(text(&imported(bytes)), expected);
    }
}

#[test]
fn what_is_no_table_is_refused_with_a_reason() {
    let mut damaged = model();
    let middle = damaged.len() / 2;
    damaged.truncate(middle);
    let empty = book(|_| {});
    for (bytes, words) in [
        (b"PK\x03\x04nothing".as_slice(), "pas un classeur Excel"),
        (&damaged, "pas un classeur Excel"),
        (&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], "ancien format"),
        (b"", "vide"),
        (b"Axe;Couleur\nA;rouge\n\0", "pas un texte"),
        (b"Couleur;Taille\nrouge;1\n", "en-têtes"),
        (b"Axe;Action\n", "aucune ligne"),
        (&empty, "vide"),
    ] {
        let said = refused(bytes);
        assert!(said.contains(words), "{said} / {words}");
    }
}

#[test]
fn a_small_file_that_holds_gigabytes_is_not_unpacked() {
    // Its own word on how much it holds is a lie: the bytes are counted.
    let zeros = bomb(1 << 30);
    assert!(zeros.len() < 4 << 20, "{}", zeros.len());
    assert!(refused(&zeros).contains("512 Mo"));
}

/// A workbook whose sheet is so many blanks.
fn bomb(bytes: u64) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().compression_level(Some(9));
    archive.start_file("xl/worksheets/sheet1.xml", options).expect("an entry");
    std::io::copy(&mut std::io::repeat(b' ').take(bytes), &mut archive).expect("written");
    archive.finish().expect("an archive").into_inner()
}

#[test]
fn counts_that_no_memory_holds_and_cells_far_away() {
    let far = book(|sheet| {
        sheet.write(0, 0, "Action").expect("written");
        sheet.write(1_048_575, 16_383, "x").expect("written");
    });
    assert!(refused(&far).contains("256 colonnes"));
    // A cell on the last row costs a row, not a million.
    let low = book(|sheet| {
        sheet.write(0, 0, "Action").expect("written");
        sheet.write(1_048_575, 0, "x").expect("written");
    });
    assert_eq!(imported(&low).report.actions, 1);
    let lying = rewritten(&sheet(&["Axe", "Action"], &[&["A", "x"]]), "xl/sharedStrings.xml", |text| {
        let at = text.find("uniqueCount=\"").expect("a count") + "uniqueCount=\"".len();
        format!("{}9999999999999{}", &text[..at], &text[at..])
    });
    assert!(refused(&lying).contains("abîmé"));
}

/// The same archive with another text in one file.
fn rewritten(bytes: &[u8], name: &str, change: impl Fn(&str) -> String) -> Vec<u8> {
    let mut from = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut to = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..from.len() {
        let mut entry = from.by_index(at).expect("an entry");
        let entry_name = entry.name().expect("a name").to_string();
        let mut text = Vec::new();
        entry.read_to_end(&mut text).expect("read");
        to.start_file(entry_name.as_str(), zip::write::SimpleFileOptions::default()).expect("an entry");
        let text = if entry_name == name { change(std::str::from_utf8(&text).expect("text")).into_bytes() } else { text };
        to.write_all(&text).expect("written");
    }
    to.finish().expect("an archive").into_inner()
}

#[test]
fn headers_twice_and_columns_without_one() {
    let imported = imported(&sheet(&["Action", "Remarque", "Remarque", ""], &[&["x", "un", "deux", "trois"]]));
    sound(&imported);
    let text = text(&imported);
    for said in ["**Remarque** : un", "**Remarque** : deux", "**Colonne D** : trois"] {
        assert!(text.contains(said), "{text}");
    }
}

#[test]
fn rows_of_a_level_alone_and_rows_of_nothing() {
    let imported =
        imported(&sheet(&["Axe", "Action", "Objectifs"], &[&["A", "", "de l'axe"], &["", "", "de personne"], &["A", "x", "de l'action"]]));
    sound(&imported);
    let text = text(&imported);
    let (axis, action) = (text.find("de l'axe").expect("said"), text.find("de l'action").expect("said"));
    assert!(axis < text.find("axe a \"A\"").expect("the axis") && axis < action, "{text}");
    assert!(imported.files[0].1.contains("/// **Objectifs** : de personne"), "{text}");
}

#[test]
fn an_unknown_sheet_gets_a_list_that_may_be_given_back() {
    let bytes = sheet(&["Volet", "Chantier", "Qui", "Échéance"], &[&["Énergie", "Isoler", "DSI", "2028"]]);
    let doubtful = import(&bytes, wish()).err().expect("no title");
    assert!(doubtful.why.show(Lang::Fr).contains("le titre des actions"), "{}", doubtful.why.show(Lang::Fr));
    let list = String::from_utf8(doubtful.mapping.expect("a list")).expect("UTF-8");
    let corrected = list.replace("B;Chantier;texte", "B;Chantier;titre");
    assert!(import(&bytes, Wish { mapping: Some(corrected.as_bytes()), ..wish() }).is_ok_and(|made| made.report.actions == 1));
    let bytes = sheet(&["Volet", "Action", "Qui", "Démarrage", "Échéance"], &[&["Énergie", "Isoler", "DSI", "2027", "2028"]]);
    let first = imported(&bytes);
    sound(&first);
    let list = String::from_utf8(first.mapping.clone().expect("a list")).expect("UTF-8");
    assert!(list.contains("A;Volet;texte") && list.contains("B;Action;titre") && list.contains("E;Échéance;fin"), "{list}");
    let corrected = list.replace("A;Volet;texte", "A;Volet;axe").replace("C;Qui;texte", "C;Qui;pilote");
    let second = import(&bytes, Wish { mapping: Some(corrected.as_bytes()), ..wish() })
        .unwrap_or_else(|refused| panic!("{}", refused.why.show(Lang::Fr)));
    sound(&second);
    assert!(
        second.mapping.is_none() && text(&second).contains("axe energie \"Énergie\"") && text(&second).contains("pilote  DSI"),
        "{}",
        text(&second)
    );
    // In the other language, and as a spreadsheet saves it again.
    let english = "column,header,becomes\nA,Volet,axis\nB,Action,title\nC,Qui,owner\nD,Démarrage,start\nE,Échéance,end\n";
    let third = import(&bytes, Wish { mapping: Some(english.as_bytes()), ..wish() })
        .unwrap_or_else(|refused| panic!("{}", refused.why.show(Lang::Fr)));
    assert_eq!(text(&third), text(&second));
    for (wrong, said) in [
        ("A;Volet", "trois cellules"),
        ("7;Volet;axe", "n'est pas une colonne"),
        ("A;Volet;titr", "« titre »"),
        ("A;Volet;axe\nA;Volet;titre", "répète"),
        ("A;Volet;axe", "titre"),
        ("A;Autre;axe\nB;Action;titre", "« Autre »"),
        ("Z;Autre;axe\nB;Action;titre", "rien dans la colonne Z"),
    ] {
        let why = import(&bytes, Wish { mapping: Some(wrong.as_bytes()), ..wish() })
            .err()
            .unwrap_or_else(|| panic!("{wrong}"))
            .why
            .show(Lang::Fr);
        assert!(why.contains(said), "{why}");
    }
}

#[test]
fn titles_that_are_named_become_links() {
    let headers = ["Axe (x)", "Titre de la fiche action", "Fiches des plans liées"];
    let imported = imported(&sheet(
        &headers,
        &[&["A", "Isoler", "chauffer"], &["A", "Chauffer", "Isoler\nAutre plan"], &["A", "Seule", "Nulle part"]],
    ));
    sound(&imported);
    assert_eq!(field(&imported, 2, "C").as_deref(), Some("linked with"));
    assert_eq!(went(&imported, 3, "C").0, "field and text");
    assert_eq!(went(&imported, 4, "C").0, "text");
    assert!(text(&imported).contains("Autre plan"));
}

/// Twice the rows take no more than about twice the time.
#[test]
fn many_rows_cost_what_they_are() {
    let of = |count: usize| {
        let mut text = String::from("Axe;Sous-axe (x.x);Action;Pilote;Début;Fin;Descriptif\n");
        for row in 0..count {
            text += &format!("Axe {};Sous-axe {};Action {};Service {};2027;2028;Texte {row}\n", row % 5, row % 50, row % 1000, row % 40);
        }
        let start = std::time::Instant::now();
        let imported = imported(text.as_bytes());
        assert_eq!((imported.report.actions, imported.report.axes, imported.report.people), (count, 5, 40));
        start.elapsed()
    };
    of(500);
    let (small, large) = (of(2_000), of(8_000));
    assert!(large < small * 10, "{small:?} for 2 000 rows, {large:?} for 8 000");
}

// --- the command ------------------------------------------------------------------------------------------------------

fn run(folder: &Path, arguments: &[&str]) -> (Option<i32>, String, String) {
    let output = strategy(folder, arguments);
    (output.status.code(), stdout(&output), stderr(&output))
}

#[test]
fn the_command_writes_a_plan_that_checks() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("plan_climat.xlsx"), model()).expect("written");
    let (code, out, err) = run(folder.path(), &["import", "plan_climat.xlsx", "-o", "plan"]);
    assert_eq!((code, out.as_str()), (Some(0), ""), "{err}");
    assert!(err.contains("Financeur 3") && err.contains("Entre 200 et 500") && err.contains("strategy check plan/plan.dsl"), "{err}");
    let (code, _, err) = run(folder.path(), &["check", "plan"]);
    assert_eq!(code, Some(0), "{err}");
    assert!(std::fs::read_to_string(folder.path().join("plan/plan.dsl")).expect("a plan").contains("\"plan climat\""));
    assert_eq!(run(folder.path(), &["fmt", "plan", "--check"]).0, Some(0));
    // It is never written over.
    let before = std::fs::read(folder.path().join("plan/plan.dsl")).expect("a plan");
    let (code, _, err) = run(folder.path(), &["import", "plan_climat.xlsx", "-o", "plan"]);
    assert!(code == Some(2) && err.contains("existe déjà"), "{err}");
    assert_eq!(std::fs::read(folder.path().join("plan/plan.dsl")).expect("a plan"), before);
    let (code, out, _) = run(folder.path(), &["import", "plan_climat.xlsx", "-o", "autre", "--format", "json", "--lang", "en"]);
    let json: Json = serde_json::from_str(&out).expect("JSON");
    assert_eq!((code, json["version"].as_u64(), json["actions"].as_u64()), (Some(0), Some(1), Some(3)));
    assert!(
        json["cells"].as_array().expect("cells").iter().all(|cell| cell["file"].as_str().is_some_and(|file| folder
            .path()
            .join("autre")
            .join(file)
            .is_file()))
    );
    // An empty folder may be there, and nothing is left behind.
    std::fs::create_dir(folder.path().join("vide")).expect("a folder");
    assert_eq!(run(folder.path(), &["import", "plan_climat.xlsx", "-o", "vide/"]).0, Some(0));
    let left: Vec<_> = std::fs::read_dir(folder.path())
        .expect("a folder")
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.starts_with('.'))
        .collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn the_command_says_what_is_wrong_and_writes_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("faux.xlsx"), "PK\u{3}\u{4}").expect("written");
    std::fs::write(folder.path().join("autre.csv"), "Volet;Action\nA;x\n").expect("written");
    for arguments in [
        &["import", "absent.xlsx", "-o", "plan"][..],
        &["import", "faux.xlsx", "-o", "plan"],
        &["import", "autre.csv", "-o", "plan", "--sheet", "x"],
        &["import", "autre.csv"],
    ] {
        let (code, out, err) = run(folder.path(), arguments);
        assert!(code == Some(2) && out.is_empty() && err.starts_with("erreur"), "{arguments:?}: {err}");
        assert!(!folder.path().join("plan").exists());
    }
    // A list that is there is somebody's work.
    std::fs::write(folder.path().join("plan.mapping.csv"), "x").expect("written");
    let (code, _, err) = run(folder.path(), &["import", "autre.csv", "-o", "plan"]);
    assert!(code == Some(2) && err.contains("--mapping") && !folder.path().join("plan").exists(), "{err}");
    std::fs::remove_file(folder.path().join("plan.mapping.csv")).expect("removed");
    assert_eq!(run(folder.path(), &["import", "autre.csv", "-o", "plan"]).0, Some(0));
    let list = std::fs::read_to_string(folder.path().join("plan.mapping.csv")).expect("a list");
    std::fs::write(folder.path().join("plan.mapping.csv"), list.replace("A;Volet;texte", "A;Volet;axe")).expect("written");
    let (code, _, err) = run(folder.path(), &["import", "autre.csv", "-o", "deux", "--mapping", "plan.mapping.csv"]);
    assert_eq!(code, Some(0), "{err}");
    assert!(
        folder.path().join("deux/axes/01-volet.dsl").exists()
            || std::fs::read_dir(folder.path().join("deux/axes")).is_ok_and(|mut files| files.next().is_some())
    );
}
