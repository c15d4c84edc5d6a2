//! `strategy man`, `strategy doctor`: what a machine needs to know of the program, and the other way round.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command, value_parser};

use super::{CLEAN, Common, FINDINGS, counted, print, terminal, write};
use crate::analysis::analyse;
use crate::diagnostic::Lang;
use crate::load::{NoRevision, Revision, World, is_partial, nearest_plan};

pub fn man_command(lang: Lang) -> Command {
    Command::new("man").about(lang.of("Écrit les pages de manuel", "Writes the manual pages")).arg(
        Arg::new("output").short('o').long("output").value_name("DIR").value_parser(value_parser!(PathBuf)).help(lang.of(
            "Le dossier où les écrire, une par commande ; sans lui, la première est affichée",
            "The folder to write them to, one a command; without it the first is shown",
        )),
    )
}

pub fn man(common: &Common, arguments: &ArgMatches, whole: Command) -> u8 {
    let page = |command: &Command| {
        let mut text = Vec::new();
        // A writer into memory refuses nothing.
        let _ = clap_mangen::Man::new(command.clone()).render(&mut text);
        text
    };
    let Some(folder) = arguments.get_one::<PathBuf>("output") else {
        return print(&String::from_utf8_lossy(&page(&whole))).err().unwrap_or(CLEAN);
    };
    let mut pages = vec![("strategy.1".to_owned(), page(&whole))];
    for command in whole.get_subcommands() {
        let name = format!("strategy-{}", command.get_name());
        // A manual page is named after the whole command.
        let own: &'static str = Box::leak(name.clone().into_boxed_str());
        pages.push((format!("{name}.1"), page(&command.clone().name(own))));
    }
    let speak = common.speak();
    let written =
        std::fs::create_dir_all(folder).and_then(|()| pages.iter().try_for_each(|(name, text)| write::whole(&folder.join(name), text)));
    match written {
        Ok(()) => {
            let (count, shown) = (pages.len(), folder.display());
            common.note(&speak.of(format!("{count} pages écrites dans {shown}."), format!("{count} pages written to {shown}.")));
            CLEAN
        }
        Err(error) => {
            let (shown, why) = (folder.display(), write::reason(&error, speak));
            common.fail(&speak.of(format!("{shown} ne peut pas être écrit : {why}."), format!("{shown} cannot be written: {why}.")))
        }
    }
}

pub fn doctor_command(lang: Lang) -> Command {
    Command::new("doctor").about(lang.of(
        "Dit ce que cette machine et ce dossier permettent, et ce qui y manque",
        "Says what this machine and this folder allow, and what they lack",
    ))
}

/// A line a thing: what it is, how it is, what to do where it is not well.
pub fn doctor(common: &Common) -> u8 {
    let lang = common.speak();
    let mut wrong = false;
    let mut out = format!("strategy {}\n", env!("CARGO_PKG_VERSION"));
    let mut line = |well: bool, what: &str, how: String| {
        wrong |= !well;
        out += &format!("{} {what}{} {how}\n", if well { "✓" } else { "✗" }, lang.of(" :", ":"));
    };
    let program = std::env::current_exe().map_or_else(|_| "?".to_owned(), |path| path.display().to_string());
    line(true, lang.of("programme", "program"), program);
    let pdf = cfg!(feature = "pdf");
    let how = match pdf {
        true => lang.of("dans le programme", "within the program"),
        false => lang.of(
            "absent de ce programme : `build` demande --typst et le chemin de la commande typst",
            "not in this program: `build` asks for --typst and the path of the typst command",
        ),
    };
    line(true, "PDF", how.to_owned());
    let here = common.disk.here();
    match nearest_plan(&common.disk, here) {
        None => line(
            false,
            lang.of("plan", "plan"),
            lang.of(
                "aucun plan.dsl ici ni au-dessus ; `strategy new ma-ville` en commence un".to_owned(),
                "no plan.dsl here or above; `strategy new my-town` begins one".to_owned(),
            ),
        ),
        Some(root) => {
            let analysis = analyse(&common.disk, &root);
            let shown = common.disk.display(&root);
            let (files, errors) = (analysis.sources.iter().filter(|(_, source)| !source.library).count(), analysis.has_errors());
            let how = match errors {
                true => lang.of("a des erreurs : `strategy check` les montre", "has errors: `strategy check` shows them"),
                false => lang.of("sans erreur", "without errors"),
            };
            let files = counted(files, lang.of("fichier", "file"), lang.of("fichiers", "files"));
            line(!errors, lang.of("plan", "plan"), format!("{shown}, {files}, {how}"));
            match Revision::of(&common.disk, &root, "HEAD") {
                Ok(_) if is_partial(&common.disk, &root) => line(
                    true,
                    "git",
                    lang.of(
                        "le plan y est enregistré, dans une copie partielle du dépôt ; `git fetch --unshallow --tags` apporte les versions d'avant",
                        "the plan is kept in it, in a shallow clone; `git fetch --unshallow --tags` brings the versions before",
                    )
                    .to_owned(),
                ),
                Ok(_) => line(true, "git", lang.of("le plan y est enregistré", "the plan is kept in it").to_owned()),
                Err(NoRevision::NoRepository) => line(
                    true,
                    "git",
                    lang.of(
                        "aucun dépôt : `diff` et `check --since` n'ont rien à comparer ; `git init` en fait un",
                        "no repository: `diff` and `check --since` have nothing to compare with; `git init` makes one",
                    )
                    .to_owned(),
                ),
                Err(NoRevision::Distrusted) => line(
                    false,
                    "git",
                    lang.of(
                        "refuse ce dépôt, qui appartient à un autre utilisateur ; s'il est sûr : git config --global --add safe.directory, puis son chemin",
                        "refuses this repository, which belongs to another user; if it is safe: git config --global --add safe.directory, and its path",
                    )
                    .to_owned(),
                ),
                Err(_) => line(true, "git", lang.of("le plan n'y est pas encore enregistré", "the plan is not kept in it yet").to_owned()),
            }
        }
    }
    let (fr, en) = ("français", "English");
    line(true, lang.of("langue", "language"), lang.of(fr, en).to_owned());
    match print(&terminal::folded(&out)) {
        Err(code) => code,
        Ok(()) if wrong => FINDINGS,
        Ok(()) => CLEAN,
    }
}
