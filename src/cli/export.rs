//! `strategy export [PLAN] --format json|csv [-o OUT]`

use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command, value_parser};

use super::check::{look, verdict};
use super::{Common, FAILED, plan, print, terminal, write};
use crate::analysis::{Analysis, analyse};
use crate::diagnostic::Lang;
use crate::export;
use crate::report::{human, summary};

pub fn command(lang: Lang) -> Command {
    Command::new("export")
        .about(lang.of("Écrit tout le plan pour d'autres logiciels", "Writes the whole plan for other programs"))
        .args(plan::arguments(lang, false))
        .arg(
            Arg::new("format")
                .long("format")
                .value_name("json|csv")
                .required(true)
                .value_parser(["json", "csv"])
                .hide_possible_values(true)
                .help(lang.of("Un fichier JSON, ou un dossier de tableaux CSV", "One JSON file, or a folder of CSV tables")),
        )
        .arg(Arg::new("output").short('o').long("output").value_name(lang.of("SORTIE", "OUT")).value_parser(value_parser!(PathBuf)).help(
            lang.of(
                "Le fichier JSON à écrire, sinon la sortie standard ; pour csv, le dossier",
                "The JSON file to write, else standard output; for csv, the folder",
            ),
        ))
}

pub fn run(common: &Common, arguments: &ArgMatches) -> u8 {
    let root = match plan::root(common, arguments) {
        Ok(root) => root,
        Err(code) => return code,
    };
    let output = arguments.get_one::<PathBuf>("output");
    let csv = arguments.get_one::<String>("format").is_some_and(|format| format == "csv");
    if csv && output.is_none() {
        return common.fail(
            common
                .speak()
                .of("le format csv écrit plusieurs fichiers : ajoutez -o DOSSIER.", "the csv format writes several files: add -o FOLDER."),
        );
    }
    let analysis = analyse(&common.disk, &root);
    let lang = common.language(&analysis);
    if analysis.unread {
        terminal::tell(human(&analysis, look(common, lang)).trim_end());
        return FAILED;
    }
    let done = match output {
        Some(folder) if csv => tables(common, lang, &analysis, folder),
        Some(file) => json(common, lang, &analysis, file),
        None => print(&(export::json(&analysis) + "\n")),
    };
    if let Err(code) = done {
        return code;
    }
    if analysis.has_errors() {
        common.note(&summary(std::slice::from_ref(&analysis), lang));
        common.note(lang.of(
            "Ce qui n'a pas pu être lu figure sous « unknown » ; strategy check montre les erreurs.",
            "What could not be read is listed under \"unknown\"; strategy check shows the errors.",
        ));
    }
    verdict(std::slice::from_ref(&analysis), false)
}

fn json(common: &Common, lang: Lang, analysis: &Analysis, file: &Path) -> Result<(), u8> {
    write::harmless(common, lang, analysis, [file.to_owned()])?;
    written(common, lang, file, (export::json(analysis) + "\n").as_bytes())
}

fn tables(common: &Common, lang: Lang, analysis: &Analysis, folder: &Path) -> Result<(), u8> {
    let tables = export::tables(analysis).map_err(|error| {
        common.fail(
            &lang.of(format!("les tableaux ne peuvent pas être écrits : {error}."), format!("the tables cannot be written: {error}.")),
        )
    })?;
    write::harmless(common, lang, analysis, tables.iter().map(|(name, _)| folder.join(name)))?;
    std::fs::create_dir_all(folder).map_err(|error| common.fail(&write::unwritten(folder, &error, lang)))?;
    tables.iter().try_for_each(|(name, bytes)| written(common, lang, &folder.join(name), bytes))
}

fn written(common: &Common, lang: Lang, path: &Path, bytes: &[u8]) -> Result<(), u8> {
    write::whole(path, bytes).map_err(|error| common.fail(&write::unwritten(path, &error, lang)))
}
