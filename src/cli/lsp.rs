//! `strategy lsp`

use clap::{Arg, ArgAction, ArgMatches, Command};

use super::{CLEAN, Common, FINDINGS};
use crate::diagnostic::Lang;
use crate::lsp;

pub fn command(lang: Lang) -> Command {
    Command::new("lsp")
        .about(lang.of(
            "Serveur de langage pour un éditeur, sur l'entrée et la sortie standard",
            "Language server for an editor, on standard input and output",
        ))
        .arg(
            Arg::new("stdio").long("stdio").action(ArgAction::SetTrue).help(
                lang.of("Ce qui se fait de toute façon ; VS Code ajoute cette option", "What happens anyway; VS Code adds this option"),
            ),
        )
}

pub fn run(common: &Common, _: &ArgMatches) -> u8 {
    // The protocol's own exit codes: 0 after `shutdown`, else 1.
    if lsp::run(&common.disk, common.lang) { CLEAN } else { FINDINGS }
}
