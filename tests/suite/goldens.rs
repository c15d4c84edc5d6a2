//! What every example makes, kept as text: the document's data, and `check --format json` in both languages.
//! A change of these files is a change of behaviour: `INSTA_UPDATE=always cargo test goldens`, then read the diff.

use std::path::{Path, PathBuf};

use strategy::analysis::{Analysis, analyse};
use strategy::diagnostic::Lang;
use strategy::document::{Kind, Wish, document, paper};
use strategy::load::Disk;
use strategy::report::json;

use super::support::{files_below, top};

/// The root files of all examples, each with the name of its golden.
fn roots() -> Vec<(String, PathBuf)> {
    let named = |path: PathBuf| {
        let name = match path.file_stem().expect("a file").to_string_lossy().as_ref() {
            "plan" => path.parent().expect("a folder").file_name().expect("a name").to_string_lossy().into_owned(),
            stem => stem.to_owned(),
        };
        (name, path)
    };
    let all = files_below(&top().join("examples"), "dsl");
    let is_root = |path: &PathBuf| path.ends_with("plan.dsl") || path.parent().is_some_and(|folder| folder.ends_with("mistakes"));
    let roots: Vec<_> = all.into_iter().filter(is_root).map(named).collect();
    assert!(roots.len() > 15, "the examples are there");
    roots
}

fn analysed(path: &Path) -> Analysis {
    analyse(&Disk::new().expect("a working folder"), path)
}

fn kept(name: String, text: String) {
    insta::with_settings!({ snapshot_path => "../goldens", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(name, text);
    });
}

#[test]
fn goldens_of_check() {
    for (name, path) in roots() {
        let analysis = analysed(&path);
        for lang in [Lang::Fr, Lang::En] {
            kept(format!("{name}.check.{}", lang.code()), json(std::slice::from_ref(&analysis), Some(lang)));
        }
    }
}

/// A value a line, indented: a diff says where.
fn flat(key: &str, value: &serde_json::Value, depth: usize, out: &mut String) {
    let blanks = " ".repeat(depth);
    match value {
        // Of a drawing: how many shapes of each kind, and where each begins, in one number.
        serde_json::Value::Array(shapes) if key == "shapes" => {
            let sum: f64 = shapes.iter().flat_map(|shape| [&shape["x"], &shape["y"]]).filter_map(serde_json::Value::as_f64).sum();
            let texts: Vec<&str> = shapes.iter().filter_map(|shape| shape["text"].as_str()).collect();
            out.push_str(&format!("{blanks}{key} {} ({sum:.1}): {}\n", shapes.len(), texts.join(" | ")));
        }
        serde_json::Value::Array(items) => {
            out.push_str(&format!("{blanks}{key}\n"));
            items.iter().for_each(|item| flat("-", item, depth + 1, out));
        }
        serde_json::Value::Object(fields) => {
            out.push_str(&format!("{blanks}{key}\n"));
            fields.iter().for_each(|(name, field)| flat(name, field, depth + 1, out));
        }
        other => out.push_str(&format!("{blanks}{key} {other}\n")),
    }
}

#[test]
fn goldens_of_the_documents_data() {
    for (name, path) in roots() {
        let analysis = analysed(&path);
        let data =
            serde_json::to_value(document(&analysis, &Wish { draft: analysis.has_errors(), ..Wish::default() })).expect("plain data");
        let mut text = String::new();
        flat("document", &data, 0, &mut text);
        kept(format!("{name}.document"), text);
    }
}

#[test]
fn goldens_of_the_papers_data() {
    let voted = analysed(&top().join("examples/saint-aubin/plan.dsl"));
    let shown = ["montreval", "cherbourg-ap-numerique-2014-2019", "saint-aubin", "saint-aubin-2029"];
    for (name, path) in roots().into_iter().filter(|(name, _)| shown.contains(&name.as_str())) {
        let analysis = analysed(&path);
        let later = name == "saint-aubin-2029";
        let wish = Wish { date: later.then(|| jiff::civil::date(2029, 1, 31)), ..Wish::default() };
        for kind in Kind::ALL {
            let mut text = String::new();
            let paper = paper(&analysis, kind, &wish, later.then_some(&voted));
            if paper.pieces.is_empty() {
                continue;
            }
            flat("paper", &serde_json::to_value(paper).expect("plain data"), 0, &mut text);
            kept(format!("{name}.{}", kind.name()), text);
        }
    }
}

#[test]
fn no_golden_is_orphaned() {
    let names: Vec<String> = roots().into_iter().map(|(name, _)| name).collect();
    for golden in files_below(&top().join("tests/goldens"), "snap") {
        let file = golden.file_name().expect("a file").to_string_lossy().into_owned();
        assert!(names.iter().any(|name| file.starts_with(&format!("{name}."))), "{file} belongs to no example");
    }
}
