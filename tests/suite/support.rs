//! What several tests need: the examples, plans in memory, the command.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use strategy::analysis::{Analysis, analyse};
use strategy::load::{Unread, World};

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

/// A plan in memory; its root is `/plan/plan.dsl`.
pub struct Texts(pub Vec<(String, Vec<u8>)>);

impl World for Texts {
    fn read(&self, path: &Path) -> Result<Vec<u8>, Unread> {
        let name = path.strip_prefix("/plan").unwrap_or(path).to_string_lossy();
        self.0.iter().find(|(known, _)| *known == name).map(|(_, bytes)| bytes.clone()).ok_or(Unread::NotFound)
    }
    fn boundary(&self, _: &Path) -> PathBuf {
        PathBuf::from("/plan")
    }
    fn display(&self, path: &Path) -> String {
        path.strip_prefix("/plan").unwrap_or(path).to_string_lossy().into_owned()
    }
}

pub fn analyse_bytes(bytes: &[u8]) -> Analysis {
    analyse(&Texts(vec![("plan.dsl".to_owned(), bytes.to_vec())]), Path::new("/plan/plan.dsl"))
}

/// The command, run in a folder.
pub fn strategy(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_strategy"))
        .args(arguments)
        .current_dir(folder)
        .env_remove("NO_COLOR")
        .output()
        .expect("our own binary")
}

pub fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8 on standard output")
}

pub fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8 on standard error")
}
