//! `strategy show`: the tables, their lines, and what is said where there is none.

use serde_json::Value;

use crate::suite::support::{command, stderr, stdout, strategy, top};

const PLAN: &str = r#"strategy "S" {
  period 2027 .. 2030
  envelope {
    investment 2027 .. 2028: 100 k€
  }
}
owner DSI "Direction des systèmes d'information" {
  post     to-recruit
  arrival  2027-08
  capacity 2027: 1 fte, 2028 .. 2030: 2 fte
}
axis x "Services" {
  goal guichet "Guichet unique" {
    owner    DSI
    period   2027-04 .. 2028-06
    effort   DSI 0.5 fte
    load dip DSI 0.2 fte
    milestone ouverture "Ouverture" on 2028-03
    budget {
      investment 2027: 60 k€, 2028: 50 k€
      operating  2028 .. 2029: 9 k€ in all
      fctva
    }
    funding {
      "DSIL" 40 % of investment secured
      "=FEDER" 10 k€ sought
    }
  }
  goal portail "Portail" {
    owner    DSI
    duration 6 months
    depends on guichet.ouverture
    effort   DSI 1.6 fte
  }
}
authorisation ap "AP 2027-01" {
  kind    ap
  total   110 k€
  credits 2027: 60 k€, 2028: 50 k€
  revision on 2028-01 {
    credits 2027: 40 k€, 2028: 70 k€
  }
}
"#;

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder for scratch");
    std::fs::write(folder.path().join("plan.dsl"), PLAN).expect("a file");
    folder
}

fn show(arguments: &[&str]) -> String {
    let folder = folder();
    let output = strategy(folder.path(), &[&["show"], arguments].concat());
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", stderr(&output));
    stdout(&output)
}

fn json(arguments: &[&str]) -> Value {
    serde_json::from_str(&show(&[arguments, &["--format", "json"]].concat())).expect("JSON")
}

#[test]
fn tables_in_both_languages() {
    for what in ["schedule", "load", "budget"] {
        for lang in ["fr", "en"] {
            insta::with_settings!({ snapshot_path => "../../shown", prepend_module_to_snapshot => false, omit_expression => true }, {
                insta::assert_snapshot!(format!("show.{what}.{lang}"), show(&[what, "--lang", lang]));
            });
        }
    }
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    let folder = folder();
    for (what, why) in [("schedule", "portail"), ("load", "DSI"), ("budget", "2027")] {
        for columns in [40, 60, 100] {
            for arguments in [&["show", what][..], &["show", what, "--why", why]] {
                for plan in [folder.path().join("plan.dsl"), top().join("examples/montreval/plan.dsl")] {
                    let mut command = command(&top(), arguments);
                    let text = stdout(&command.arg(plan).env("COLUMNS", columns.to_string()).output().expect("our own binary"));
                    for line in text.lines() {
                        assert!(line.chars().count() <= columns, "{columns}: {line}");
                    }
                }
            }
        }
    }
}

#[test]
fn the_lines_behind_a_cell_make_it() {
    for words in ["2027 investissement", "2027/investment", "Investissement 2027"] {
        let text = show(&["budget", "--why", words]);
        assert!(text.contains("plan.dsl:20") && text.contains("60\u{a0}000\u{a0}€") && text.contains("Guichet unique"), "{words}: {text}");
        assert!(text.contains("plan.dsl:4") && text.contains("enveloppe"), "{words}: {text}");
    }
    for words in ["DSI 2027-T3", "dsi 2027-q3", "direction des systemes d'information 2027-T3"] {
        let text = show(&["load", "--why", words]);
        assert!(text.contains("plan.dsl:16") && text.contains("creux de charge") && text.contains("arrivée"), "{words}: {text}");
    }
    let text = show(&["schedule", "--why", "Portail", "--lang", "en"]);
    assert!(text.contains("plan.dsl:31") && text.contains("waits for") && text.contains("placed"), "{text}");
    assert_eq!(json(&["load", "--why", "DSI"])["tables"]["load"].as_array().map(Vec::len), Some(6), "all of one owner");
    let text = show(&["budget", "--why", "AP 2027-01 2027"]);
    assert!(text.contains("plan.dsl:41") && text.contains("plan.dsl:39"), "{text}");
}

#[test]
fn a_cell_that_is_not_there_is_told_with_those_that_are() {
    let folder = folder();
    let output = strategy(folder.path(), &["show", "budget", "--why", "2027 investisement"]);
    assert_eq!(output.status.code(), Some(2));
    let said = stderr(&output);
    assert!(said.contains("Vouliez-vous dire « 2027 investissement » ?") && said.contains("cases"), "{said}");
    assert_eq!(stdout(&output), "");
    let output = strategy(folder.path(), &["show", "shedule"]);
    assert_eq!(output.status.code(), Some(2), "{}", stderr(&output));
    assert!(stderr(&output).contains("schedule"), "{}", stderr(&output));
    std::fs::write(folder.path().join("plan.dsl"), "strategy \"S\"\n").expect("a file");
    let output = strategy(folder.path(), &["show", "load", "--lang", "en"]);
    assert!(stdout(&output).starts_with("Nothing to show"), "{}", stdout(&output));
    let output = strategy(folder.path(), &["show", "load", "--why", "DSI", "--lang", "en"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("There is none"), "{}", stderr(&output));
}

#[test]
fn json_has_a_version_and_the_lines_of_each_total() {
    let budget = json(&["budget"]);
    assert_eq!((&budget["version"], &budget["show"]), (&Value::from(1), &Value::from("budget")));
    let row = &budget["tables"]["years"][0];
    assert_eq!(
        (&row["year"], &row["section"], &row["asked"], &row["rest"]),
        (&2027.into(), &"investment".into(), &"60000".into(), &"40000".into())
    );
    assert_eq!(
        (&row["lines"][0]["file"], &row["lines"][0]["line"], &row["lines"][0]["sheet"]),
        (&"plan.dsl".into(), &20.into(), &"guichet".into())
    );
    for table in ["years", "parts"] {
        for row in budget["tables"][table].as_array().expect("rows").iter().filter(|row| row["source"] != "own" && !row["asked"].is_null())
        {
            let lines = row["lines"].as_array().expect("lines").iter().filter(|line| line["what"] == "asked");
            let sum: rust_decimal::Decimal =
                lines.map(|line| line["value"].as_str().expect("money").parse::<rust_decimal::Decimal>().expect("a decimal")).sum();
            assert_eq!(sum.normalize().to_string(), row["asked"], "{row}");
        }
    }
    let schedule = json(&["schedule"]);
    let portail = &schedule["tables"]["schedule"][1];
    assert_eq!((&portail["start"], &portail["dates"], &portail["sheet"]), (&"2028-04-01".into(), &"placed".into(), &"portail".into()));
    assert!(portail["slack_days"].is_i64() && portail["late_end"] == "2030-12-31", "{portail}");
    let load = json(&["load"]);
    assert_eq!(load["tables"]["load"][1]["capacity_fte"], "0.663043");
}

#[test]
fn csv_has_a_row_for_each_cell_and_no_formula() {
    let text = show(&["budget", "--format", "csv"]);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let head = reader.headers().expect("a head").clone();
    assert_eq!(head.iter().take(3).collect::<Vec<_>>(), ["table", "cell", "year"]);
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    let budget = json(&["budget"]);
    let cells: usize = budget["tables"].as_object().expect("tables").values().map(|rows| rows.as_array().map_or(0, Vec::len)).sum();
    assert_eq!(rows.len(), cells);
    assert!(rows.iter().flat_map(csv::StringRecord::iter).all(|cell| !cell.starts_with('=')), "{text}");
    let lines = show(&["budget", "--why", "2027 investment", "--format", "csv"]);
    assert!(lines.starts_with("table,cell,file,line,column,what,sheet,value\n") && lines.contains("plan.dsl,20,"), "{lines}");
}
