//! `strategy check [PLAN…]`

use std::collections::HashSet;
use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command, value_parser};

use super::{CLEAN, Common, FAILED, FINDINGS, paths, print, terminal};
use crate::analysis::{Analysis, analyse};
use crate::diagnostic::{Lang, Severity};
use crate::load::{Disk, World};
use crate::report::{Look, concise, human, json, summary};

pub fn command(lang: Lang) -> Command {
    Command::new("check")
        .about(lang.of("Contrôle un plan : erreurs, oublis, dates et montants", "Checks a plan: errors, gaps, dates and amounts"))
        .arg(Arg::new("plan").value_name("PLAN").num_args(0..).value_parser(value_parser!(PathBuf)).help(lang.of(
            "Fichier racine du plan, ou dossier de son plan.dsl ; sinon le plan.dsl le plus proche en remontant",
            "The plan's root file, or the folder of its plan.dsl; else the nearest plan.dsl upward",
        )))
        .arg(
            Arg::new("format")
                .long("format")
                .value_name("human|concise|json")
                .value_parser(["human", "concise", "json"])
                .hide_possible_values(true)
                .help(lang.of("Forme des résultats", "Form of the results")),
        )
        .arg(
            Arg::new("deny")
                .long("deny")
                .value_name("warnings")
                .value_parser(["warnings"])
                .hide_possible_values(true)
                .help(lang.of("Les avertissements comptent comme des erreurs", "Warnings count as errors")),
        )
}

pub fn run(common: &Common, arguments: &ArgMatches) -> u8 {
    let named = paths(arguments, "plan");
    let roots = if named.is_empty() {
        match common.plan(None) {
            Ok(root) => vec![root],
            Err(code) => return code,
        }
    } else {
        once(&common.disk, named.iter().map(|path| common.disk.plan(path)).collect())
    };
    let analyses: Vec<Analysis> = roots.iter().map(|root| analyse(&common.disk, root)).collect();
    let lang_of = |analysis: &Analysis| common.lang.unwrap_or(analysis.language());
    let printed = match arguments.get_one::<String>("format").map(String::as_str) {
        Some("json") => print(&(json(&analyses, common.lang) + "\n")),
        Some("concise") => analyses.iter().try_for_each(|analysis| print(&concise(analysis, lang_of(analysis)))),
        _ => analyses.iter().try_for_each(|analysis| print(&human(analysis, look(common, lang_of(analysis))))),
    };
    if let Err(code) = printed {
        return code;
    }
    common.note(&summary(&analyses, lang_of(&analyses[0])));
    let verdict = verdict(&analyses, arguments.contains_id("deny"));
    // The process ends: to give a plan back piece by piece would only take time.
    std::mem::forget(analyses);
    verdict
}

/// Each plan once, in the order given: hooks and shells name one file as `plan.dsl`, as `./plan.dsl`, by a link, by its folder.
pub fn once(disk: &Disk, mut roots: Vec<PathBuf>) -> Vec<PathBuf> {
    let mut seen = HashSet::new();
    roots.retain(|root| {
        // One file in two folders is two plans, since each uses the files beside it; a symbolic link leads to its file's folder.
        let folder = disk.real(root).parent().map(PathBuf::from);
        seen.insert((folder, disk.identity(root)))
    });
    roots
}

pub fn look(common: &Common, lang: Lang) -> Look {
    Look { lang, color: common.color, width: terminal::width() }
}

/// The exit code of several analyses.
pub fn verdict(analyses: &[Analysis], deny_warnings: bool) -> u8 {
    let worst = |analysis: &Analysis| match () {
        () if analysis.unread => FAILED,
        () if analysis.has_errors() || (deny_warnings && analysis.count(Severity::Warning) > 0) => FINDINGS,
        () => CLEAN,
    };
    analyses.iter().map(worst).max().unwrap_or(CLEAN)
}
