//! `strategy show schedule|load|budget [PLAN] --why CELL`, `strategy show council [PLAN] --session DATE`

use clap::{Arg, ArgMatches, Command};

use super::check::verdict;
use super::{Common, plan, print, terminal};
use crate::analysis::Analysis;
use crate::council::{Step, known_sitting, steps};
use crate::diagnostic::Lang;
use crate::document::{Event, calendar_svg, diary};
use crate::load::World;
use crate::plan::When;
use crate::show::{self, Board, NotFound, What};

pub fn command(lang: Lang) -> Command {
    Command::new("show")
        .about(lang.of(
            "Montre le calendrier, la charge, le budget ou le chemin jusqu'au vote, et d'où vient chaque chiffre",
            "Shows the schedule, the load, the budget or the way to the vote, and where each figure comes from",
        ))
        .arg(
            Arg::new("what")
                .value_name(lang.of("QUOI", "WHAT"))
                .required(true)
                .value_parser(["schedule", "load", "budget", "council"])
                .hide_possible_values(true)
                .help(lang.of(
                    "schedule : le calendrier ; load : la charge ; budget : le budget ; council : le chemin jusqu'au vote",
                    "schedule, load, budget, or council: the way to the vote",
                )),
        )
        .args(plan::arguments(lang, false))
        .arg(Arg::new("why").long("why").value_name(lang.of("CASE", "CELL")).help(lang.of(
            "Les lignes du plan derrière un chiffre : \"2027 investissement\", \"DSI 2027-T2\", le nom d'une fiche",
            "The lines of the plan behind a figure: \"2027 investment\", \"DSI 2027-Q2\", the name of a sheet",
        )))
        .arg(Arg::new("session").long("session").value_name("DATE").help(lang.of(
            "Avec council : le jour de la séance ; sinon celui que dit la décision d'adoption",
            "With council: the day of the sitting; else the one that the decision of adoption says",
        )))
        .arg(
            Arg::new("format")
                .long("format")
                .value_name("FORMAT")
                .value_parser(["human", "json", "csv", "svg", "ics"])
                .hide_possible_values(true)
                .help(lang.of(
                    "human, json ou csv ; svg : le calendrier dessiné ; ics : les jours de council, pour un agenda",
                    "human, json or csv; svg: the schedule as a drawing; ics: the days of council, for a diary",
                )),
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
        Some("council") => return council(common, &analysis, arguments, lang),
        _ => What::Schedule,
    };
    let format = arguments.get_one::<String>("format").map_or("human", String::as_str);
    if format == "ics" || arguments.contains_id("session") {
        return common.fail(lang.of(
            "--session et --format ics vont avec council : strategy show council.",
            "--session and --format ics go with council: strategy show council.",
        ));
    }
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

/// What is to be done before and after a sitting.
fn council(common: &Common, analysis: &Analysis, arguments: &ArgMatches, lang: Lang) -> u8 {
    let asked = arguments.get_one::<String>("session");
    let sitting = match asked.map(|written| written.parse::<jiff::civil::Date>()) {
        Some(Ok(day)) => Some(day),
        Some(Err(_)) => {
            let written = asked.map(String::as_str).unwrap_or_default();
            return common.fail(&lang.of(
                format!("« {written} » n'est pas un jour ; écrivez par exemple --session 2026-12-14."),
                format!("\"{written}\" is no day; write for instance --session 2026-12-14."),
            ));
        }
        None => known_sitting(&analysis.plan),
    };
    let Some(sitting) = sitting else {
        return common.fail(lang.of(
            "le plan ne dit pas quand le conseil siège : ajoutez --session et son jour.",
            "the plan does not say when the council sits: add --session and its day.",
        ));
    };
    let format = arguments.get_one::<String>("format").map_or("human", String::as_str);
    if format == "svg" || arguments.contains_id("why") {
        return common.fail(lang.of("--why et svg ne vont pas avec council.", "--why and svg do not go with council."));
    }
    let steps = steps(analysis, sitting, lang);
    let board = show::council(&steps);
    let text = match format {
        "json" => Ok(show::json(analysis, &board, None) + "\n"),
        "csv" => table(common, show::csv(&board).map_err(|error| error.to_string()), lang),
        "ics" => Ok(diary_of(analysis, &steps, common, lang)),
        _ => Ok(terminal::wrapped(&show::human_of_council(&steps, When::day(sitting), lang))),
    };
    match text.and_then(|text| print(&text)) {
        Ok(()) => verdict(std::slice::from_ref(analysis), false),
        Err(code) => code,
    }
}

/// The steps that have a day.
fn diary_of(analysis: &Analysis, steps: &[Step], common: &Common, lang: Lang) -> String {
    let name = analysis.plan.strategy().map(|strategy| strategy.titled().into_owned()).unwrap_or_default();
    let of = analysis.plan.authority().is().map(|of| of.titled().into_owned()).unwrap_or_default();
    let event = |step: &Step| {
        let day = step.by?;
        // A window is told in the text; what is due is due on its last day.
        let detail =
            format!("{}\n{}\n{}", step.told, step.rule, step.bases.iter().map(|basis| basis.title.as_str()).collect::<Vec<_>>().join("\n"));
        Some(Event::new(&format!("council.{}", step.code), &of, day, step.title.clone(), detail))
    };
    let events: Vec<Event> = steps.iter().filter_map(event).collect();
    diary(&name, &events, common.disk.today(), lang)
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
    let told = none.told(cell, lang);
    let code = common.fail(&told[0]);
    for line in &told[1..] {
        terminal::tell(terminal::wrapped(line).trim_end());
    }
    code
}
