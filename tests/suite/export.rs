//! The export: whole, exact, the same in both languages, and safe to open.

use std::collections::HashSet;

use serde_json::Value;
use strategy::analysis::Analysis;
use strategy::export;
use strategy::language::{CONCEPTS, Mode};

use super::support::{analyse_bytes, files_below, stderr, stdout, strategy, top};

fn exported(analysis: &Analysis) -> Value {
    serde_json::from_str(&export::json(analysis)).expect("JSON")
}

/// Everything in an export, in the order of the text.
fn flat(export: &Value) -> Vec<&Value> {
    fn add<'a>(entities: &'a Value, all: &mut Vec<&'a Value>) {
        for entity in entities.as_array().expect("a list") {
            all.push(entity);
            add(&entity["children"], all);
        }
    }
    let mut all = Vec::new();
    add(&export["entities"], &mut all);
    all
}

fn at<'a>(export: &'a Value, path: &str) -> &'a Value {
    flat(export).into_iter().find(|entity| entity["path"] == path).unwrap_or_else(|| panic!("nothing is called {path}"))
}

fn montreval() -> Value {
    let output = strategy(&top(), &["export", "examples/montreval", "--format", "json"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    serde_json::from_str(&stdout(&output)).expect("JSON")
}

#[test]
fn montreval_is_exported_whole() {
    let export = montreval();
    let paths: Vec<&str> = flat(&export).iter().filter_map(|entity| entity["path"].as_str()).collect();
    for (keyword, concept) in [("  objectif ", "goal"), ("    action ", "action")] {
        let written: Vec<String> = files_below(&top().join("examples/montreval"), "dsl")
            .iter()
            .flat_map(|path| {
                let text = std::fs::read_to_string(path).expect("an example");
                let name = |line: &str| line.strip_prefix(keyword)?.split(' ').next().map(str::to_owned);
                text.lines().filter_map(name).collect::<Vec<_>>()
            })
            .collect();
        assert!(written.len() > 10, "{concept}: {written:?}");
        for name in &written {
            assert_eq!(at(&export, name)["concept"], concept);
        }
        assert_eq!(flat(&export).iter().filter(|entity| entity["concept"] == concept).count(), written.len());
    }
    assert_eq!(paths.iter().collect::<HashSet<_>>().len(), paths.len(), "no two things have one path");
    assert!(flat(&export).iter().all(|entity| entity["unknown"] == serde_json::json!([])));
}

#[test]
fn amounts_are_exact_texts_and_names_are_paths() {
    let export = montreval();
    let action = at(&export, "instances");
    assert_eq!(action["fields"]["contributors"], serde_json::json!(["DSI", "COM", "DRH", "DAF"]));
    assert_eq!(action["computed"]["cost"], "3000");
    assert_eq!(action["computed"]["end"]["last"], "2026-12-31");
    let paths: HashSet<&str> = flat(&export).iter().filter_map(|entity| entity["path"].as_str()).collect();
    let mut names = 0;
    for entity in flat(&export) {
        let fields = &entity["fields"];
        let on = fields["depends on"].as_array().into_iter().flatten().map(|depend| &depend["on"]);
        for name in on.chain(["owner", "lead", "sponsor"].iter().map(|key| &fields[*key]).filter(|name| !name.is_null())) {
            assert!(paths.contains(name.as_str().expect("a name")), "{name} is nowhere in the export");
            names += 1;
        }
        for amount in fields["amounts"].as_array().into_iter().flatten() {
            let euros = amount["euros"].as_str().expect("a text: a number would be rounded by who reads it");
            assert!(euros.parse::<rust_decimal::Decimal>().is_ok(), "{euros}");
        }
    }
    assert!(names > 50, "{names}");
    let cents = exported(&analyse_bytes("axis a \"A\" {\ngoal g \"G\" {\nbudget {\noperating 2027: 120 000,57 €\n}\n}\n}".as_bytes()));
    assert_eq!(at(&cents, "g")["computed"]["cost"], "120000.57");
}

const FRENCH: &str = "utiliser std.roles\nstratégie \"S\" {\nlangue fr\npériode 2027 .. 2030\nchef-de-file CDO\n}\n\
    axe a \"A\" {\n/// Pourquoi.\nobjectif g \"G\" {\npilote DSI\npartenaires \"INSEE\", DAF\npériode 2027-T2 .. 2028\nétat en-cours\n\
    budget {\ninvestissement 2027: 1,5 k€\nfonctionnement 2027 .. 2028: 10 €\n}\nfinancement {\n\"DSIL\" 40 % de investissement acquis\n}\n\
    indicateur i \"I\" {\ndépart 12 % au 2026\ncible 80 % au 2029\n}\njalon j \"J\" au 2028-03\n}\n\
    objectif h \"H\" {\ndurée 18 mois\ndépend de g début + 3 mois, g.j\nrisque \"R\" {\nprobabilité forte\n}\n}\n}\n";

const ENGLISH: &str = "use std.roles\nstrategy \"S\" {\nlanguage fr\nperiod 2027 .. 2030\nlead CDO\n}\n\
    axis a \"A\" {\n/// Pourquoi.\ngoal g \"G\" {\nowner DSI\npartners \"INSEE\", DAF\nperiod 2027-Q2 .. 2028\nstatus running\n\
    budget {\ninvestment 2027: 1.5 k€\noperating 2027 .. 2028: 10 €\n}\nfunding {\n\"DSIL\" 40 % of investment secured\n}\n\
    indicator i \"I\" {\nbaseline 12 % on 2026\ntarget 80 % on 2029\n}\nmilestone j \"J\" on 2028-03\n}\n\
    goal h \"H\" {\nduration 18 months\ndepends on g start + 3 months, g.j\nrisk \"R\" {\nlikelihood high\n}\n}\n}\n";

#[test]
fn one_plan_in_two_languages_is_one_export() {
    let (french, english) = (analyse_bytes(FRENCH.as_bytes()), analyse_bytes(ENGLISH.as_bytes()));
    assert!(!french.has_errors() && !english.has_errors(), "{:?} {:?}", french.diagnostics, english.diagnostics);
    // `std.roles` is named the same in both.
    assert_eq!(export::json(&french), export::json(&english));
    assert_eq!(export::tables(&french).expect("tables"), export::tables(&english).expect("tables"));
    let export = exported(&french);
    assert!(at(&export, "h")["computed"]["start"].is_object(), "what is placed is exported");
    let owners: Vec<&Value> =
        flat(&export).into_iter().filter(|entity| entity["concept"] == "owner").map(|entity| &entity["name"]).collect();
    assert_eq!(owners, ["CDO", "DSI", "DAF"], "of a library, what the plan means and nothing else");
}

#[test]
fn what_could_not_be_read_is_unknown_and_not_absent() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = "axis a \"A\" {\ngoal g \"G\" {\nowner NOBODY\nperiod 2027-13\ndepends on h, nothing\nbudget {\noperating 2027: 12 pommes\n}\n}\n\
                goal h \"H\" {\n}\n}\n";
    std::fs::write(folder.path().join("plan.dsl"), text).expect("a plan");
    let output = strategy(folder.path(), &["export", "--format", "json", "--lang", "en"]);
    assert_eq!(output.status.code(), Some(1), "errors are errors, as for check");
    assert!(stderr(&output).contains("unknown"), "{}", stderr(&output));
    let export: Value = serde_json::from_str(&stdout(&output)).expect("JSON");
    let goal = at(&export, "g");
    assert_eq!(goal["unknown"], serde_json::json!(["owner", "period", "depends on"]));
    assert_eq!(goal["fields"], serde_json::json!({ "depends on": [{ "on": "h", "moment": "end", "for": "start", "delay": null }] }));
    assert_eq!(goal["computed"], serde_json::json!({}), "a cost that is not known whole is not told");
    assert_eq!(at(&export, "h")["unknown"], serde_json::json!([]), "what was not written is absent");
}

#[test]
fn a_spreadsheet_runs_nothing_of_what_a_plan_says() {
    let folder = tempfile::tempdir().expect("a folder");
    let plan = "axis a \"=1+1\" {\ngoal g \"+G\" {\nelected-sponsor \"@SUM(A1)\"\npartners \"-x\", \"=y\"\n}\ngoal h \"plain, \\\"G\\\"\" {\n}\n}\n";
    std::fs::write(folder.path().join("plan.dsl"), plan).expect("a plan");
    let output = strategy(folder.path(), &["export", "--format", "csv", "-o", "out"]);
    assert!(output.status.code().is_some_and(|code| code < 2), "{}", stderr(&output));
    for file in ["axis", "goal"] {
        let mut reader = csv::Reader::from_path(folder.path().join(format!("out/{file}.csv"))).expect("a table");
        let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("as many cells as columns")).collect();
        assert!(!rows.is_empty());
        for cell in rows.iter().flatten() {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{file}: {cell}");
        }
    }
    let goals = std::fs::read_to_string(folder.path().join("out/goal.csv")).expect("a table");
    assert!(goals.contains("'+G") && goals.contains("'@SUM(A1)") && goals.contains("'-x; =y"), "{goals}");
    assert!(!folder.path().join("out/risk.csv").exists(), "no table for what does not occur");
}

#[test]
fn csv_wants_a_folder_and_no_file_of_the_plan_is_written_over() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("plan.dsl"), FRENCH).expect("a plan");
    let output = strategy(folder.path(), &["export", "--format", "csv"]);
    assert_eq!((output.status.code(), stdout(&output)), (Some(2), String::new()));
    assert!(stderr(&output).contains("-o"), "{}", stderr(&output));
    let output = strategy(folder.path(), &["export", "--format", "json", "-o", "./plan.dsl"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(std::fs::read_to_string(folder.path().join("plan.dsl")).expect("the plan"), FRENCH);
    // A plan's root file may be called anything.
    std::fs::create_dir(folder.path().join("out")).expect("a folder");
    std::fs::write(folder.path().join("out/goal.csv"), FRENCH).expect("a plan");
    let output = strategy(folder.path(), &["export", "out/goal.csv", "--format", "csv", "-o", "out"]);
    assert_eq!(output.status.code(), Some(2), "{}", stderr(&output));
    assert_eq!(std::fs::read_dir(folder.path().join("out")).expect("a folder").count(), 1, "nothing was written");
}

#[test]
fn the_schema_knows_every_concept_and_field_and_nothing_else() {
    let schema: Value = serde_json::from_str(&stdout(&strategy(&top(), &["schema"]))).expect("JSON");
    for row in CONCEPTS {
        let word = row.spelling(strategy::diagnostic::Lang::En).to_lowercase();
        let concept = &schema["$defs"][&word];
        assert_eq!(concept["properties"]["concept"]["const"], word.as_str());
        for field in row.fields {
            let (within, other) = if field.mode == Mode::Computed { ("computed", "fields") } else { ("fields", "computed") };
            assert!(concept["properties"][within]["properties"][field.en[0]].is_object(), "{word}: {field:?}");
            assert!(concept["properties"][other]["properties"][field.en[0]].is_null(), "{word}: {field:?}");
        }
    }
    closed(&schema);
}

/// Every object of a schema says that it holds no other keys, and every link leads somewhere.
fn closed(schema: &Value) {
    fn look(part: &Value, schema: &Value) {
        if part["type"] == "object" {
            assert_eq!(part["additionalProperties"], false, "{part}");
        }
        if let Some(link) = part["$ref"].as_str() {
            let name = link.strip_prefix("#/$defs/").expect("a definition of this schema").replace("%20", " ");
            assert!(schema["$defs"][&name].is_object(), "{link}");
        }
        match part {
            Value::Object(map) => map.values().for_each(|part| look(part, schema)),
            Value::Array(list) => list.iter().for_each(|part| look(part, schema)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    look(schema, schema);
}
