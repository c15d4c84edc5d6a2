//! A module uses lower layers only, and each outside crate has one door. A new edge is a decision that a reader sees.

use super::support::{files_below, top};

/// Each room and the rooms that it may use.
const EDGES: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("figure", &[]),
    ("diagnostic", &["text"]),
    ("language", &["diagnostic"]),
    ("syntax", &["text", "diagnostic"]),
    ("plan", &["text", "diagnostic", "language", "syntax"]),
    ("load", &["text", "diagnostic", "language", "syntax", "plan"]),
    ("schedule", &["language", "plan"]),
    ("budget", &["language", "plan"]),
    ("workload", &["diagnostic", "language", "plan", "schedule"]),
    ("policy", &["text", "diagnostic", "language", "syntax", "plan", "load", "schedule", "budget", "workload"]),
    ("check", &["text", "diagnostic", "language", "plan", "schedule", "budget"]),
    ("analysis", &["text", "diagnostic", "language", "plan", "load", "schedule", "budget", "policy", "check"]),
    ("council", &["diagnostic", "language", "plan", "load", "policy", "analysis"]),
    ("report", &["text", "diagnostic", "language", "syntax", "plan", "policy", "analysis", "difference"]),
    ("fixes", &["diagnostic", "load", "plan", "analysis"]),
    ("trial", &["text", "diagnostic", "load", "policy", "syntax", "analysis"]),
    ("rules", &["text", "diagnostic", "language", "syntax", "plan", "load", "policy", "analysis"]),
    (
        "document",
        &[
            "text",
            "figure",
            "diagnostic",
            "language",
            "plan",
            "load",
            "schedule",
            "budget",
            "workload",
            "policy",
            "check",
            "analysis",
            "council",
            "difference",
        ],
    ),
    ("difference", &["text", "diagnostic", "language", "syntax", "plan", "budget", "policy", "check", "analysis"]),
    ("editor", &["text", "diagnostic", "language", "syntax", "plan", "load", "schedule", "budget", "policy", "check", "analysis"]),
    ("export", &["text", "diagnostic", "language", "plan", "budget", "analysis"]),
    ("show", &["text", "diagnostic", "language", "syntax", "plan", "schedule", "budget", "workload", "analysis", "council"]),
    ("import", &["text", "diagnostic", "language", "syntax", "plan", "load", "analysis"]),
    ("sample", &[]),
    ("starter", &["text", "diagnostic", "language", "plan", "load", "analysis"]),
    ("lsp", &["text", "diagnostic", "load", "plan", "policy", "analysis", "rules", "editor"]),
    (
        "mcp",
        &[
            "text",
            "diagnostic",
            "language",
            "load",
            "plan",
            "budget",
            "policy",
            "analysis",
            "difference",
            "document",
            "export",
            "report",
            "rules",
            "show",
        ],
    ),
    (
        "cli",
        &[
            "text",
            "diagnostic",
            "language",
            "plan",
            "load",
            "analysis",
            "check",
            "council",
            "difference",
            "report",
            "rules",
            "document",
            "export",
            "fixes",
            "show",
            "import",
            "policy",
            "sample",
            "trial",
            "starter",
            "lsp",
            "mcp",
        ],
    ),
    ("main", &["cli"]),
];

/// Crates that only these files or rooms may name.
const DOORS: &[(&str, &[&str])] = &[
    ("pest", &["syntax/parse.rs", "syntax/truth.rs", "syntax/expression/"]),
    ("pest_derive", &["syntax/parse.rs"]),
    ("petgraph", &["plan/graph.rs"]),
    ("miette", &["report/human.rs"]),
    ("textwrap", &["report/human.rs", "cli/terminal.rs"]),
    ("typst", &["document/pdf.rs"]),
    ("typst_kit", &["document/pdf.rs"]),
    ("typst_layout", &["document/pdf.rs"]),
    ("typst_pdf", &["document/pdf.rs"]),
    ("ttf_parser", &["figure/font.rs"]),
    ("pulldown_cmark", &["document/prose.rs"]),
    ("similar", &["text/diff.rs"]),
    ("strsim", &["diagnostic/suggest.rs"]),
    ("csv", &["document/plain/workbook.rs", "export/tables.rs", "import/delimited.rs", "rules/table.rs", "show/data.rs"]),
    ("calamine", &["import/xlsx.rs"]),
    ("rust_xlsxwriter", &["document/plain/workbook.rs"]),
    ("icalendar", &["document/plain/diary.rs"]),
    ("zip", &["import/xlsx.rs"]),
    ("encoding_rs", &["import/delimited.rs"]),
    ("clap", &["cli/"]),
    ("clap_complete", &["cli/completions.rs"]),
    ("indicatif", &["cli/progress.rs"]),
    ("notify_debouncer_full", &["cli/watch.rs"]),
    ("git2", &["load/"]),
    ("rmcp", &["mcp/server.rs"]),
    ("tokio", &["mcp/server.rs"]),
    ("lsp_server", &["lsp/", "cli/lsp.rs"]),
    ("gen_lsp_types", &["lsp/"]),
    ("terminal_size", &["cli/terminal.rs"]),
    ("tempfile", &["cli/write.rs", "document/workshop.rs"]),
    ("ctrlc", &["document/workshop.rs"]),
    ("rustix", &["document/workshop.rs"]),
    ("hashbrown", &["plan/resolve.rs"]),
    // What is outside: files, the environment, other programs, the clock.
    (
        "std::fs",
        &["load/disk.rs", "lsp/documents.rs", "lsp/plans.rs", "cli/", "document/bundle.rs", "document/external.rs", "document/workshop.rs"],
    ),
    ("std::env", &["load/disk.rs", "cli/", "document/external.rs", "main.rs"]),
    ("std::process", &["cli/", "document/external.rs", "document/workshop.rs", "main.rs"]),
    ("std::time", &["lsp/", "document/workshop.rs", "cli/mod.rs", "cli/progress.rs", "cli/watch.rs"]),
];

#[test]
fn every_use_goes_down() {
    let source = top().join("src");
    for path in files_below(&source, "rs") {
        let name = path.strip_prefix(&source).expect("below").to_string_lossy().replace('\\', "/");
        let room = name.split(['/', '.']).next().expect("a name");
        if room == "lib" {
            continue;
        }
        let allowed = EDGES.iter().find(|(known, _)| *known == room).unwrap_or_else(|| panic!("{room} is no room of this table")).1;
        let text = std::fs::read_to_string(&path).expect("our own source");
        let shipped = text.split("#[cfg(test)]").next().expect("a text");
        for (line, words) in shipped.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//")) {
            for target in words.split("crate::").skip(1).filter(|_| !words.contains("$crate::")) {
                let target = target.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').next().expect("a name");
                let fine = target == room || target == "say" || allowed.contains(&target);
                assert!(fine, "{name}:{}: {room} uses {target}, which its layer may not", line + 1);
            }
            for (door, files) in DOORS {
                let named = words.contains(&format!("use {door}::"))
                    || words.contains(&format!(" {door}::"))
                    || words.contains(&format!("({door}::"));
                assert!(
                    !named || files.iter().any(|file| name.starts_with(file)),
                    "{name}:{}: {door} has another door: {files:?}",
                    line + 1
                );
            }
        }
    }
}

#[test]
fn the_map_names_every_room() {
    let map = std::fs::read_to_string(top().join("src/lib.rs")).expect("the map");
    for (room, _) in EDGES.iter().filter(|(room, _)| *room != "main") {
        assert!(map.contains(&format!("[`{room}`]")) && map.contains(&format!("pub mod {room};")), "src/lib.rs does not name {room}");
    }
}
