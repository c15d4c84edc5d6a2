//! `strategy graph [PLAN] --format svg|dot|mermaid|json`

use clap::{Arg, ArgMatches, Command};

use super::check::verdict;
use super::{Common, plan, print};
use crate::diagnostic::Lang;
use crate::document::{Form, graph, graph_svg};

pub fn command(lang: Lang) -> Command {
    Command::new("graph").about(lang.of("Dessine qui attend quoi", "Draws what waits for what")).args(plan::arguments(lang, false)).arg(
        Arg::new("format")
            .long("format")
            .value_name("svg|dot|mermaid|json")
            .value_parser(["svg", "dot", "mermaid", "json"])
            .hide_possible_values(true)
            .help(lang.of(
                "svg (par défaut) : le dessin du document ; dot, mermaid, json : pour d'autres outils",
                "svg (the default): the drawing of the document; dot, mermaid, json: for other tools",
            )),
    )
}

pub fn run(common: &Common, arguments: &ArgMatches) -> u8 {
    let (analysis, lang) = match plan::read(common, arguments) {
        Ok(read) => read,
        Err(code) => return code,
    };
    let text = match arguments.get_one::<String>("format").map(String::as_str) {
        Some("dot") => Some(graph(&analysis, Form::Dot)),
        Some("mermaid") => Some(graph(&analysis, Form::Mermaid)),
        Some("json") => Some(graph(&analysis, Form::Json)),
        _ => graph_svg(&analysis),
    };
    let Some(text) = text else {
        return common.fail(lang.of(
            "rien à dessiner : aucune fiche n'en attend une autre, ou il y en a trop pour un dessin ; --format json dit tout.",
            "nothing to draw: no sheet waits for another, or there are too many for a drawing; --format json tells all.",
        ));
    };
    match print(&text) {
        Ok(()) => verdict(std::slice::from_ref(&analysis), false),
        Err(code) => code,
    }
}
