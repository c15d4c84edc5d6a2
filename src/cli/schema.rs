//! `strategy schema`

use clap::Command;

use super::{CLEAN, print};
use crate::diagnostic::Lang;
use crate::export;

pub fn command(lang: Lang) -> Command {
    Command::new("schema").about(
        lang.of("Affiche le schéma JSON de ce que « strategy export » écrit", "Prints the JSON Schema of what `strategy export` writes"),
    )
}

pub fn run() -> u8 {
    print(&(export::schema() + "\n")).err().unwrap_or(CLEAN)
}
