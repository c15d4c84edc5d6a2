//! `strategy rules [PLAN]`

use clap::{Arg, ArgMatches, Command};

use super::check::look;
use super::{CLEAN, Common, FAILED, plan, print, terminal};
use crate::analysis::{Analysis, analyse_whole};
use crate::diagnostic::Lang;
use crate::report::human as findings;
use crate::rules::{catalogue, csv, human, json};

pub fn command(lang: Lang) -> Command {
    Command::new("rules")
        .about(lang.of(
            "Liste toutes les règles et tous les contrôles, et ce qu'ils deviennent dans un plan",
            "Lists every policy and every check, and what became of them in a plan",
        ))
        .arg(Arg::new("plan").value_name("PLAN").value_parser(clap::value_parser!(std::path::PathBuf)).help(lang.of(
            "Un fichier ou un dossier du plan ; sans lui, toute la bibliothèque",
            "Any file or folder of the plan; without it, the whole library",
        )))
        .arg(plan::stdin_filename(lang))
        .arg(
            Arg::new("format")
                .long("format")
                .value_name("human|json|csv")
                .value_parser(["human", "json", "csv"])
                .hide_possible_values(true)
                .help(lang.of("Forme des résultats", "Form of the results")),
        )
}

pub fn run(common: &Common, arguments: &ArgMatches) -> u8 {
    let analysis = match read(common, arguments) {
        Ok(analysis) => analysis,
        Err(code) => return code,
    };
    let lang = analysis.as_ref().map_or_else(|| common.speak(), |analysis| common.language(analysis));
    let rows = catalogue(analysis.as_ref());
    let text = match arguments.get_one::<String>("format").map(String::as_str) {
        Some("json") => json(&rows, lang) + "\n",
        Some("csv") => match csv(&rows, lang).ok().and_then(|bytes| String::from_utf8(bytes).ok()) {
            Some(text) => text,
            None => return common.fail(lang.of("le tableau n'a pas pu être écrit.", "the table could not be written.")),
        },
        _ => human(&rows, lang, terminal::width()),
    };
    print(&text).err().unwrap_or(CLEAN)
}

/// The plan that is named, whole; none where none is.
pub fn read(common: &Common, arguments: &ArgMatches) -> Result<Option<Analysis>, u8> {
    let named = arguments.contains_id("plan") || arguments.contains_id("stdin-filename");
    if named { whole(common, arguments).map(Some) } else { Ok(None) }
}

/// The plan that is named, or the nearest, with every finding.
pub fn whole(common: &Common, arguments: &ArgMatches) -> Result<Analysis, u8> {
    let analysis = analyse_whole(&common.disk, &plan::root(common, arguments)?);
    if analysis.unread {
        let lang = common.language(&analysis);
        terminal::tell(findings(&analysis, look(common, lang)).trim_end());
        return Err(FAILED);
    }
    Ok(analysis)
}
