//! `strategy show schedule|load|budget [PLAN] --why CELL`

use clap::{Arg, ArgMatches, Command};

use super::check::verdict;
use super::{Common, plan, print, terminal};
use crate::analysis::Analysis;
use crate::diagnostic::Lang;
use crate::document::calendar_svg;
use crate::load::World;
use crate::show::{self, Board, NotFound, What};

pub fn command(lang: Lang) -> Command {
    Command::new("show")
        .about(lang.of(
            "Montre le calendrier, la charge ou le budget, et d'où vient chaque chiffre",
            "Shows the schedule, the load or the budget, and where each figure comes from",
        ))
        .arg(
            Arg::new("what")
                .value_name("schedule|load|budget")
                .required(true)
                .value_parser(["schedule", "load", "budget"])
                .hide_possible_values(true)
                .help(lang.of("schedule : le calendrier ; load : la charge ; budget : le budget", "The schedule, the load or the budget")),
        )
        .args(plan::arguments(lang, false))
        .arg(Arg::new("why").long("why").value_name(lang.of("CASE", "CELL")).help(lang.of(
            "Les lignes du plan derrière un chiffre : \"2027 investissement\", \"DSI 2027-T2\", le nom d'une fiche",
            "The lines of the plan behind a figure: \"2027 investment\", \"DSI 2027-Q2\", the name of a sheet",
        )))
        .arg(
            Arg::new("format")
                .long("format")
                .value_name("human|json|csv|svg")
                .value_parser(["human", "json", "csv", "svg"])
                .hide_possible_values(true)
                .help(lang.of("Forme des résultats ; svg : le calendrier dessiné", "Form of the results; svg: the schedule as a drawing")),
        )
}

pub fn run(common: &Common, arguments: &ArgMatches) -> u8 {
    let (analysis, lang) = match plan::read(common, arguments) {
        Ok(read) => read,
        Err(code) => return code,
    };
    let what = match arguments.get_one::<String>("what").map(String::as_str) {
        Some("load") => What::Load,
        Some("budget") => What::Budget,
        _ => What::Schedule,
    };
    let format = arguments.get_one::<String>("format").map_or("human", String::as_str);
    if format == "svg" {
        return drawn(common, &analysis, what, arguments.contains_id("why"), lang);
    }
    let board = show::board(&analysis, what);
    let text = match arguments.get_one::<String>("why") {
        None => whole(common, &analysis, &board, format, lang),
        Some(cell) => behind(common, &analysis, &board, cell, format, lang),
    };
    let printed = text.and_then(|text| print(&text));
    if let Err(code) = printed {
        return code;
    }
    if analysis.has_errors() {
        common.note(lang.of(
            "Le plan a des erreurs : ce qui n'a pas pu être lu n'est pas compté ; strategy check les montre.",
            "The plan has errors: what could not be read is not counted; strategy check shows them.",
        ));
    }
    verdict(std::slice::from_ref(&analysis), false)
}

/// The calendar as it is drawn in the document.
fn drawn(common: &Common, analysis: &Analysis, what: What, why: bool, lang: Lang) -> u8 {
    if what != What::Schedule || why {
        return common.fail(lang.of(
            "seul le calendrier entier se dessine : strategy show schedule --format svg.",
            "only the whole schedule is drawn: strategy show schedule --format svg.",
        ));
    }
    let Some(text) = calendar_svg(analysis, common.disk.today()) else {
        return common.fail(lang.of("rien à dessiner : aucune date n'est donnée.", "nothing to draw: no date is given."));
    };
    match print(&text) {
        Ok(()) => verdict(std::slice::from_ref(analysis), false),
        Err(code) => code,
    }
}

fn whole(common: &Common, analysis: &Analysis, board: &Board, format: &str, lang: Lang) -> Result<String, u8> {
    match format {
        "json" => Ok(show::json(analysis, board, None) + "\n"),
        "csv" => table(common, show::csv(board).map_err(|error| error.to_string()), lang),
        _ if board.is_empty() => Ok(terminal::wrapped(&show::human(board, lang, terminal::width()))),
        _ => Ok(show::human(board, lang, terminal::width())),
    }
}

fn behind(common: &Common, analysis: &Analysis, board: &Board, cell: &str, format: &str, lang: Lang) -> Result<String, u8> {
    let found = show::why(board, cell, lang).map_err(|none| missing(common, cell, &none, lang))?;
    match format {
        "json" => Ok(show::json(analysis, board, Some(&found)) + "\n"),
        "csv" => table(common, show::csv_of_lines(analysis, &found, lang).map_err(|error| error.to_string()), lang),
        _ => Ok(show::human_of_lines(analysis, &found, lang, terminal::width())),
    }
}

fn table(common: &Common, bytes: Result<Vec<u8>, String>, lang: Lang) -> Result<String, u8> {
    let text = bytes.and_then(|bytes| String::from_utf8(bytes).map_err(|error| error.to_string()));
    let failed = |error| lang.of(format!("le tableau ne peut pas être écrit : {error}."), format!("the table cannot be written: {error}."));
    text.map_err(|error| common.fail(&failed(error)))
}

/// There is no such cell: which there are.
fn missing(common: &Common, cell: &str, none: &NotFound, lang: Lang) -> u8 {
    let code = common.fail(&lang.of(format!("aucune case ne s'appelle « {cell} »."), format!("no cell is called \"{cell}\".")));
    if let Some(near) = &none.near {
        terminal::tell(&lang.of(format!("Vouliez-vous dire « {near} » ?"), format!("Did you mean \"{near}\"?")));
    }
    let (count, some) = (none.count, none.some.join(", "));
    let more = if count > none.some.len() { ", …" } else { "" };
    let told = match count {
        0 => lang
            .of("Il n'y en a aucune : le plan ne dit rien de cela.".to_owned(), "There is none: the plan says nothing of it.".to_owned()),
        _ => lang.of(format!("Il y a {count} cases : {some}{more}"), format!("There are {count} cells: {some}{more}")),
    };
    terminal::tell(terminal::wrapped(&told).trim_end());
    code
}
