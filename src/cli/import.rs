//! `strategy import FILE -o DIR`

use std::ffi::OsString;
use std::io::Read;
use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command, value_parser};

use super::{CLEAN, Common, FAILED, print, terminal, write};
use crate::diagnostic::Lang;
use crate::import::{self, Wish};

pub fn command(lang: Lang) -> Command {
    Command::new("import")
        .about(lang.of("Fait un plan d'un tableau de fiches-actions", "Makes a plan from a table of action sheets"))
        .arg(
            Arg::new("file")
                .value_name(lang.of("FICHIER.xlsx|csv", "FILE.xlsx|csv"))
                .required(true)
                .value_parser(value_parser!(PathBuf))
                .help(lang.of(
                    "Le tableau, une ligne par action ; celui de Territoires en transitions est connu",
                    "The table, a row an action; that of Territoires en transitions is known",
                )),
        )
        .arg(
            Arg::new("output")
                .short('o')
                .long("output")
                .value_name(lang.of("DOSSIER", "FOLDER"))
                .required(true)
                .value_parser(value_parser!(PathBuf))
                .help(lang.of("Le dossier à créer pour le plan", "The folder to make for the plan")),
        )
        .arg(
            Arg::new("sheet")
                .long("sheet")
                .value_name(lang.of("FEUILLE", "SHEET"))
                .help(lang.of("La feuille du classeur, s'il y en a plusieurs", "The workbook's sheet, if there are several")),
        )
        .arg(Arg::new("mapping").long("mapping").value_name(lang.of("LISTE.csv", "LIST.csv")).value_parser(value_parser!(PathBuf)).help(
            lang.of(
                "Ce que devient chaque colonne ; une proposition est écrite à côté du plan quand la feuille n'est pas connue",
                "What each column becomes; a proposal is written beside the plan when the sheet is not known",
            ),
        ))
        .arg(Arg::new("format").long("format").value_name("human|json").value_parser(["human", "json"]).hide_possible_values(true).help(
            lang.of(
                "Forme du compte rendu : un tableau sur la sortie d'erreur, ou du JSON sur la sortie standard",
                "Form of the account: a table on standard error, or JSON on standard output",
            ),
        ))
}

pub fn run(common: &Common, arguments: &ArgMatches) -> u8 {
    done(common, arguments).map_or_else(|code| code, |()| CLEAN)
}

fn done(common: &Common, arguments: &ArgMatches) -> Result<(), u8> {
    let lang = common.speak();
    let (Some(file), Some(folder)) = (arguments.get_one::<PathBuf>("file"), arguments.get_one::<PathBuf>("output")) else {
        return Err(FAILED);
    };
    let beside = beside(folder);
    let mapping = arguments.get_one::<PathBuf>("mapping");
    // What is there stays: that is known before the work is done.
    if folder.exists() && (!folder.is_dir() || folder.read_dir().is_ok_and(|mut entries| entries.next().is_some())) {
        let shown = folder.display();
        return Err(common.fail(&lang.of(
            format!("« {shown} » existe déjà et n'est pas un dossier vide ; choisissez un autre nom."),
            format!("\"{shown}\" exists and is no empty folder; choose another name."),
        )));
    }
    let bytes = read(common, lang, file)?;
    let list = mapping.map(|mapping| read(common, lang, mapping)).transpose()?;
    let title = file.file_stem().map(|stem| stem.to_string_lossy().replace('_', " ")).unwrap_or_default();
    let wish = Wish { lang, sheet: arguments.get_one::<String>("sheet").map(String::as_str), mapping: list.as_deref(), title: &title };
    let imported = import::import(&bytes, wish).map_err(|refused| {
        let code = common.fail(
            &lang.of(format!("{} : {}", file.display(), refused.why.show(lang)), format!("{}: {}", file.display(), refused.why.show(lang))),
        );
        if let Some(list) = refused.mapping.filter(|_| !beside.exists()) {
            match write::fresh(&beside, &list) {
                Ok(()) => told(common, lang, file, folder, &beside, false),
                Err(error) => {
                    common.fail(&write::unwritten(&beside, &error, lang));
                }
            }
        }
        code
    })?;
    if imported.mapping.is_some() && beside.exists() {
        let shown = beside.display();
        return Err(common.fail(&lang.of(
            format!("« {shown} » existe déjà : donnez-le avec --mapping, ou supprimez-le pour en avoir un nouveau."),
            format!("\"{shown}\" exists: give it with --mapping, or remove it to have a new one."),
        )));
    }
    write::folder(folder, &imported.files).map_err(|error| common.fail(&write::unwritten(folder, &error, lang)))?;
    if let Some(list) = &imported.mapping {
        write::fresh(&beside, list).map_err(|error| common.fail(&write::unwritten(&beside, &error, lang)))?;
    }
    let report = &imported.report;
    match arguments.get_one::<String>("format").is_some_and(|format| format == "json") {
        true => print(&(report.json(lang) + "\n"))?,
        // What became of the cells is the result: -q leaves it.
        false => terminal::tell(report.table(lang).trim_end()),
    }
    let (actions, axes, people, files, shown) = (report.actions, report.axes, report.people, imported.files.len(), folder.display());
    common.note(&lang.of(
        format!("\nActions : {actions} ; axes : {axes} ; pilotes et contributeurs : {people} ; fichiers écrits : {files}."),
        format!("\nActions: {actions}; axes: {axes}; owners and contributors: {people}; files written: {files}."),
    ));
    if imported.mapping.is_some() {
        told(common, lang, file, folder, &beside, true);
    }
    common.note(&lang.of(
        format!("Pour voir ce qui manque au plan : strategy check {shown}/plan.dsl"),
        format!("To see what the plan lacks: strategy check {shown}/plan.dsl"),
    ));
    Ok(())
}

/// How the list of columns is corrected and given back.
fn told(common: &Common, lang: Lang, file: &Path, folder: &Path, list: &Path, made: bool) {
    let (file, folder, list, words) = (file.display(), folder.display(), list.display(), import::words(lang));
    let remove = if made { lang.of(format!(", supprimez {folder}"), format!(", remove {folder}")) } else { String::new() };
    common.note(&lang.of(
        format!(
            "Cette feuille n'est pas d'un modèle connu : ce que devient chaque colonne est proposé dans {list}. Corrigez-y la troisième \
             colonne{remove}, puis : strategy import {file} -o {folder} --mapping {list}\nMots possibles : {words}."
        ),
        format!(
            "This sheet is of no known model: what each column becomes is proposed in {list}. Correct the third column \
             there{remove}, then: strategy import {file} -o {folder} --mapping {list}\nPossible words: {words}."
        ),
    ));
}

/// `plan.mapping.csv` beside a folder `plan`.
fn beside(folder: &Path) -> PathBuf {
    let mut name = folder.file_name().map_or(OsString::from("plan"), OsString::from);
    name.push(".mapping.csv");
    folder.with_file_name(name)
}

/// A file's bytes; one that is too large is not read to its end.
fn read(common: &Common, lang: Lang, path: &Path) -> Result<Vec<u8>, u8> {
    let mut bytes = Vec::new();
    let read = std::fs::File::open(path).and_then(|file| file.take(import::LARGEST + 1).read_to_end(&mut bytes));
    match read {
        Ok(_) => Ok(bytes),
        Err(error) => {
            let path = path.display();
            let why = match error.kind() {
                std::io::ErrorKind::NotFound => lang.of("fichier introuvable", "no such file").to_owned(),
                _ => write::reason(&error, lang),
            };
            Err(common.fail(&lang.of(format!("« {path} » ne peut pas être lu : {why}."), format!("\"{path}\" cannot be read: {why}."))))
        }
    }
}
