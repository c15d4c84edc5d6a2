//! `strategy new DIR --sample N --seed S`

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command, value_parser};

use super::{CLEAN, Common};
use crate::diagnostic::Lang;
use crate::sample::sample;

/// More goals than this would make files that `check` refuses to read.
const MOST: u64 = 1_000_000;

pub fn command(lang: Lang) -> Command {
    Command::new("new")
        .about(lang.of("Écrit un plan d'exemple dans un nouveau dossier", "Writes a sample plan into a new folder"))
        .arg(
            Arg::new("dir")
                .value_name(lang.of("DOSSIER", "FOLDER"))
                .required(true)
                .value_parser(value_parser!(PathBuf))
                .help(lang.of("Dossier à créer", "Folder to create")),
        )
        .arg(
            Arg::new("sample")
                .long("sample")
                .value_name("N")
                .required(true)
                .value_parser(value_parser!(u64).range(0..=MOST))
                .help(lang.of("Un plan de synthèse de N objectifs", "A synthetic plan of N goals")),
        )
        .arg(
            Arg::new("seed")
                .long("seed")
                .value_name("S")
                .default_value("1")
                .hide_default_value(true)
                .value_parser(value_parser!(u64))
                .help(lang.of("La même graine donne le même plan ; sinon 1", "The same seed gives the same plan; else 1")),
        )
}

pub fn run(common: &Common, arguments: &ArgMatches) -> u8 {
    let lang = common.speak();
    let (Some(dir), Some(count), Some(seed)) =
        (arguments.get_one::<PathBuf>("dir"), arguments.get_one::<u64>("sample"), arguments.get_one::<u64>("seed"))
    else {
        return super::FAILED;
    };
    let shown = dir.display();
    let occupied = dir.read_dir().is_ok_and(|mut entries| entries.next().is_some());
    if occupied || dir.is_file() {
        return common.fail(&lang.of(
            format!("« {shown} » existe déjà et n'est pas un dossier vide ; choisissez un autre nom."),
            format!("\"{shown}\" exists and is no empty folder; choose another name."),
        ));
    }
    let files = sample(*count as usize, *seed).files();
    for (name, text) in &files {
        let path = dir.join(name);
        let written = path.parent().map_or(Ok(()), std::fs::create_dir_all).and_then(|()| super::write::whole(&path, text.as_bytes()));
        if let Err(error) = written {
            let (path, why) = (path.display(), super::write::reason(&error, lang));
            return common
                .fail(&lang.of(format!("« {path} » ne peut pas être écrit : {why}."), format!("\"{path}\" cannot be written: {why}.")));
        }
    }
    common.note(&lang.of(
        format!("{} fichiers écrits. Pour les contrôler : strategy check {shown}/plan.dsl", files.len()),
        format!("{} files written. To check them: strategy check {shown}/plan.dsl", files.len()),
    ));
    CLEAN
}
