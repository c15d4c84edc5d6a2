//! `strategy mcp [PLAN]`

use clap::{ArgMatches, Command};

use super::{CLEAN, Common, plan};
use crate::diagnostic::Lang;
use crate::mcp;

pub fn command(lang: Lang) -> Command {
    Command::new("mcp")
        .about(lang.of(
            "Répond sur un plan à un assistant, par le protocole MCP ; n'écrit rien",
            "Answers an assistant about a plan by the MCP protocol; writes nothing",
        ))
        .arg(plan::argument(lang))
}

pub fn run(common: Common, arguments: &ArgMatches) -> u8 {
    let root = match plan::on_disk(&common, arguments) {
        Ok(root) => root,
        Err(code) => return code,
    };
    let speak = common.speak();
    match mcp::serve(common.disk, root, common.lang) {
        Ok(()) => CLEAN,
        Err(why) => {
            super::terminal::tell(
                &speak.of(format!("erreur : la conversation s'est arrêtée : {why}."), format!("error: the conversation stopped: {why}.")),
            );
            super::FAILED
        }
    }
}
