use clap::{ArgMatches, Command};
use super::{Common, FAILED};
use crate::diagnostic::Lang;
pub fn command(_lang: Lang) -> Command { Command::new("new") }
pub fn run(_common: &Common, _arguments: &ArgMatches) -> u8 { FAILED }
