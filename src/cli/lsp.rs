use super::{Common, FAILED};
use crate::diagnostic::Lang;
use clap::{ArgMatches, Command};
pub fn command(_lang: Lang) -> Command {
    Command::new("lsp")
}
pub fn run(_common: &Common, _arguments: &ArgMatches) -> u8 {
    FAILED
}
