//! One list of holes: what `check` says is missing is what the document marks, and nothing else is marked.

use rayon::prelude::*;
use strategy::analysis::{Analysis, analyse};
use strategy::document::{Wish, document, missing};
use strategy::load::Memory;

use super::support::{Random, analyse_bytes, files_below, top};

fn marks(analysis: &Analysis) -> usize {
    let data = serde_json::to_string(&document(analysis, &Wish::default())).expect("plain data");
    data.matches("[À COMPLÉTER]").count() + data.matches("[TO BE COMPLETED]").count()
}

fn montreval() -> Vec<(String, String)> {
    let folder = top().join("examples/montreval");
    let read = |path: &std::path::PathBuf| {
        let name = path.strip_prefix(&folder).expect("below").to_string_lossy().into_owned();
        (name, std::fs::read_to_string(path).expect("an example"))
    };
    files_below(&folder, "dsl").iter().map(read).collect()
}

/// Lines and blocks taken out of an example: each is a hole, or it is none, in both.
#[test]
fn marked_where_it_is_said_and_nowhere_else() {
    let whole = montreval();
    let seen: Vec<(usize, usize)> = (0u64..600)
        .into_par_iter()
        .map(|seed| {
            let mut random = Random::new(seed);
            let mut files = whole.clone();
            for _ in 0..1 + random.below(3) {
                let at = random.below(files.len());
                let text = &mut files[at].1;
                let lines: Vec<&str> = text.lines().collect();
                let line = random.below(lines.len());
                // A line without a brace; or the block that it opens, to the line that closes it at its own depth.
                let depth = |line: &str| line.len() - line.trim_start().len();
                let last = if lines[line].trim_end().ends_with('{') {
                    (line + 1..lines.len())
                        .find(|end| lines[*end].trim() == "}" && depth(lines[*end]) == depth(lines[line]))
                        .unwrap_or(line)
                } else {
                    line
                };
                if lines[line].trim() != "}" {
                    let kept: Vec<&str> = lines[..line].iter().chain(&lines[last + 1..]).copied().collect();
                    *text = kept.join("\n") + "\n";
                }
            }
            let analysis = analyse(&Memory::new(files), Memory::root());
            let (holes, marks) = (analysis.holes.len(), marks(&analysis));
            assert_eq!(holes == 0, marks == 0, "seed {seed}: {holes} holes, {marks} marks: {:?}", missing(&analysis));
            assert_eq!(missing(&analysis).len(), holes, "seed {seed}: the list is the list");
            // What is not told as missing was told as unreadable.
            if analysis.diagnostics.is_empty() {
                assert_eq!(marks, 0, "seed {seed}: `check` is clean and the document has holes");
            }
            (holes, marks)
        })
        .collect();
    assert!(seen.iter().filter(|(holes, _)| *holes > 0).count() > 100, "some have holes");
    assert!(seen.iter().any(|(holes, _)| *holes == 0), "some have none");
}

#[test]
fn what_could_not_be_read_is_a_hole_and_no_second_message() {
    for (line, code) in [("kind comune", "unknown-value"), ("population beaucoup", "missing-part"), ("agents 12 %", "not-a-number")] {
        let text = format!("authority v \"V\" {{\n  {line}\n}}\nstrategy \"S\" {{\n}}\n");
        let analysis = analyse_bytes(text.as_bytes());
        let errors: Vec<&str> =
            analysis.diagnostics.iter().filter(|found| found.rule.id.starts_with('E')).map(|found| found.rule.name).collect();
        assert_eq!(errors, [code], "{line}");
        let data = serde_json::to_value(document(&analysis, &Wish::default())).expect("plain data");
        let frame = data["before"].as_array().and_then(|all| all.iter().find(|chapter| chapter["id"] == "frame")).expect("what frames it");
        let authority = frame["sections"][0]["part"]["tables"][0]["rows"][0].to_string();
        assert!(authority.contains("À COMPLÉTER"), "{line}: {authority}");
    }
}
