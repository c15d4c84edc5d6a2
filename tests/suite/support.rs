//! What several tests need: the examples, plans in memory, the command.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use strategy::analysis::{Analysis, analyse};
use strategy::load::Memory;

pub fn top() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every file with this ending below a folder, in order.
pub fn files_below(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder of ours") {
            let path = entry.expect("an entry of ours").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

pub fn analyse_bytes(bytes: &[u8]) -> Analysis {
    analyse(&Memory::one(bytes), Memory::root())
}

/// What a `dsl` block of a page earns, against what its `// → CODE` comments say.
pub fn earns_what_it_says(block: &str, place: &str) {
    let analysis = analyse_bytes(block.as_bytes());
    let found: Vec<(usize, String)> = analysis
        .diagnostics
        .iter()
        // What a whole plan would need and an excerpt need not have.
        .filter(|found| !is_a_gap(found.rule.id) && found.rule.name != "no-strategy" || block.contains(found.rule.id))
        .map(|found| (analysis.sources.start(found.span()).line as usize, found.rule.id.to_owned()))
        .collect();
    assert_eq!(found, told(block), "{place}:\n{block}");
}

/// What a plan at its beginnings lacks: a hole, or what `std.policies.completeness` says of one.
pub fn is_a_gap(rule: &str) -> bool {
    rule.starts_with("W07") || rule.starts_with("CPL-")
}

/// The line and the code of each `// → CODE CODE`.
fn told(block: &str) -> Vec<(usize, String)> {
    block
        .lines()
        .enumerate()
        .filter_map(|(at, line)| line.split_once("// → ").map(|(_, codes)| (at + 1, codes)))
        .flat_map(|(at, codes)| codes.split_whitespace().map(move |code| (at, code.to_owned())))
        .collect()
}

/// The fenced blocks of a Markdown text: what stands behind the fence, and the lines.
pub fn blocks(text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut open: Option<(String, String)> = None;
    for line in text.lines() {
        match (&mut open, line.strip_prefix("```")) {
            (None, Some(kind)) => open = Some((kind.to_owned(), String::new())),
            (Some(_), Some(_)) => found.extend(open.take()),
            (Some((_, body)), None) => {
                body.push_str(line);
                body.push('\n');
            }
            (None, None) => {}
        }
    }
    found
}

/// Where the links of a Markdown text lead, but for other sites and places of the same page.
pub fn links(text: &str) -> impl Iterator<Item = &str> {
    text.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next()).filter(|link| !link.contains(':') && !link.is_empty())
}

/// The command, to be run in a folder; the surroundings of the tests change nothing of what it prints.
pub fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_strategy"));
    command.args(arguments).current_dir(folder);
    for variable in ["NO_COLOR", "FORCE_COLOR", "COLUMNS", "LC_ALL", "LC_MESSAGES", "LANG"] {
        command.env_remove(variable);
    }
    command
}

/// The command, run in a folder.
pub fn strategy(folder: &Path, arguments: &[&str]) -> Output {
    command(folder, arguments).output().expect("our own binary")
}

pub fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8 on standard output")
}

pub fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8 on standard error")
}

/// SplitMix64: the same numbers on every machine, for ever.
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Random {
        Random(seed.wrapping_mul(0x2545_F491_4F6C_DD1D))
    }

    /// From 0 to `end`, which is excluded; 0 where nothing is there to choose from.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % end.max(1) as u64) as usize
    }
}
