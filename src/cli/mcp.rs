//! `strategy mcp [PLAN]`

use clap::{ArgMatches, Command};

use super::{CLEAN, Common, plan};
use crate::diagnostic::Lang;
use crate::mcp::{self, Stopped};

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
            super::terminal::say(&match why {
                Stopped::NoGreeting => speak.of(
                    "erreur : la conversation n'a pas commencé : l'assistant doit d'abord envoyer la demande `initialize` du protocole MCP.".to_owned(),
                    "error: the conversation did not begin: the assistant has to send the request `initialize` of the MCP protocol first.".to_owned(),
                ),
                Stopped::Other(said) => speak.of(
                    format!("erreur : la conversation s'est arrêtée ; le protocole dit : « {said} »."),
                    format!("error: the conversation stopped; the protocol says: \"{said}\"."),
                ),
            });
            super::FAILED
        }
    }
}
