//! Every plan of `examples/mistakes/` says in its first line which mistakes it holds. They are all found, nothing else
//! is, and what people read is kept as text, in French and in English: `tests/snapshots/`.

use std::path::Path;

use strategy::analysis::analyse;
use strategy::diagnostic::Lang;
use strategy::load::Disk;
use strategy::report::{Look, human};

use super::support::{files_below, strategy, top};

fn mistakes() -> Vec<std::path::PathBuf> {
    let found = files_below(&top().join("examples/mistakes"), "dsl");
    let roots: Vec<_> = found.into_iter().filter(|path| first_line(path).starts_with("// planted:")).collect();
    assert!(roots.len() >= 8, "examples/mistakes holds the plans that newcomers get wrong");
    roots
}

fn first_line(path: &Path) -> String {
    std::fs::read_to_string(path).expect("an example").lines().next().unwrap_or("").to_owned()
}

#[test]
fn all_that_was_planted_and_nothing_else() {
    let disk = Disk::new().expect("a working folder");
    for path in mistakes() {
        let planted: Vec<String> = first_line(&path)["// planted:".len()..].split_whitespace().map(str::to_owned).collect();
        let found: Vec<&str> = analyse(&disk, &path).diagnostics.iter().map(|found| found.rule.id).collect();
        assert_eq!(found, planted, "{}", path.display());
        assert!(planted.iter().any(|code| code.starts_with('E')), "{} would exit 0", path.display());
        for lang in ["fr", "en"] {
            let output = strategy(&top(), &["check", "--lang", lang, &path.to_string_lossy()]);
            assert_eq!(output.status.code(), Some(1), "{}", path.display());
        }
    }
}

#[test]
fn every_message_reads_well_in_both_languages() {
    let disk = Disk::new().expect("a working folder");
    for path in mistakes() {
        let name = path.file_stem().expect("a file").to_string_lossy().into_owned();
        let analysis = analyse(&disk, &path);
        let shown = |lang| human(&analysis, Look { lang, color: false, width: 100 });
        let text = format!("{}\n{}", shown(Lang::Fr), shown(Lang::En));
        insta::with_settings!({ snapshot_path => "../snapshots", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(name, text);
        });
    }
}

#[test]
fn no_snapshot_is_orphaned() {
    let names: Vec<String> = mistakes().iter().map(|path| path.file_stem().expect("a file").to_string_lossy().into_owned()).collect();
    for snapshot in files_below(&top().join("tests/snapshots"), "snap") {
        let name = snapshot.file_stem().expect("a file").to_string_lossy().into_owned();
        assert!(names.contains(&name), "{name}.snap belongs to no plan of examples/mistakes");
    }
}

/// Every code that a plan's own text can earn is shown by one of the examples.
#[test]
fn every_code_has_an_example() {
    let planted: String = mistakes().iter().map(|path| first_line(path)).collect();
    // A file that is not UTF-8 or too large is no example to read; tests/suite/cli.rs makes them.
    let made_elsewhere = ["E0002", "E0003", "E0004", "E0008", "W0009", "E0909"];
    for code in strategy::diagnostic::rules::ALL {
        assert!(planted.contains(code.id) || made_elsewhere.contains(&code.id), "{} {} is shown nowhere", code.id, code.name);
    }
}
