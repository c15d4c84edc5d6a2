//! `strategy completions SHELL`, and what a shell asks while one types: options and commands from the command line itself, names from the
//! plan that the folder is in, rules from the library.

use std::collections::HashSet;
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command};
use clap_complete::CompleteEnv;
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate};
use clap_complete::env::Shells;

use super::{CLEAN, FAILED, print, terminal};
use crate::analysis::{Analysis, analyse};
use crate::diagnostic::Lang;
use crate::load::{Disk, nearest_plan};
use crate::plan::Entity;
use crate::rules::catalogue;

/// A shell that asks sets it to its own name.
const VARIABLE: &str = "STRATEGY_COMPLETE";
/// No shell shows more.
const MOST: usize = 500;

pub fn command(lang: Lang) -> Command {
    Command::new("completions")
        .about(lang.of("Écrit ce qui complète les commandes dans un terminal", "Writes what completes the commands in a terminal"))
        .arg(
            Arg::new("shell")
                .value_name("bash|zsh|fish|powershell")
                .required(true)
                .hide_possible_values(true)
                .value_parser(["bash", "zsh", "fish", "powershell"])
                .help(lang.of("Le terminal", "The shell")),
        )
}

pub fn run(arguments: &ArgMatches) -> u8 {
    let shell = arguments.get_one::<String>("shell").map_or("bash", String::as_str);
    let mut text = Vec::new();
    let written =
        Shells::builtins().completer(shell).map(|shell| shell.write_registration(VARIABLE, "strategy", "strategy", "strategy", &mut text));
    match written {
        Some(Ok(())) => print(&String::from_utf8_lossy(&text)).err().unwrap_or(CLEAN),
        _ => FAILED,
    }
}

/// Is it a shell that asks? Then it has its answer.
pub fn answered(args: &[OsString], whole: fn(Lang) -> Command) -> bool {
    let lang = terminal::locale();
    let here = std::env::current_dir().ok();
    CompleteEnv::with_factory(|| whole(lang)).var(VARIABLE).try_complete(args.iter().cloned(), here.as_deref()).unwrap_or(true)
}

/// Names of the plan that this folder is in.
pub fn names() -> ArgValueCompleter {
    ArgValueCompleter::new(|typed: &OsStr| of_plan(typed, |_| true))
}

/// Goals and actions.
pub fn sheets() -> ArgValueCompleter {
    ArgValueCompleter::new(|typed: &OsStr| of_plan(typed, |entity| entity.is_sheet()))
}

/// Those who may own something, the roles of the libraries that the plan uses included.
pub fn owners() -> ArgValueCompleter {
    ArgValueCompleter::new(|typed: &OsStr| {
        let Some(analysis) = plan() else { return Vec::new() };
        let actors = analysis.plan.entities().filter(|entity| entity.is_actor() && entity.name().is_some());
        candidates(typed, actors.map(|entity| (entity.path(), entity.titled().into_owned())))
    })
}

/// Codes and names of the rules, the plan's own included.
pub fn rules() -> ArgValueCompleter {
    ArgValueCompleter::new(|typed: &OsStr| {
        let lang = terminal::locale();
        let rows = catalogue(plan().as_ref());
        let both =
            rows.iter().flat_map(|row| [&row.code, &row.name].map(|word| (word.clone(), lang.of(&row.title[0], &row.title[1]).clone())));
        candidates(typed, both)
    })
}

fn of_plan(typed: &OsStr, wanted: fn(Entity<'_>) -> bool) -> Vec<CompletionCandidate> {
    let Some(analysis) = plan() else { return Vec::new() };
    let all = analysis.names().filter(|entity| wanted(*entity)).map(|entity| (entity.path(), entity.titled().into_owned()));
    candidates(typed, all)
}

fn plan() -> Option<Analysis> {
    let disk = Disk::new().ok()?;
    let root: PathBuf = nearest_plan(&disk, disk.here())?;
    Some(analyse(&disk, &root))
}

/// What begins as typed, each word once, with what it is beside it, on one line.
fn candidates(typed: &OsStr, all: impl Iterator<Item = (String, String)>) -> Vec<CompletionCandidate> {
    let typed = typed.to_string_lossy();
    let begins = |(word, _): &(String, String)| word.starts_with(typed.as_ref());
    let candidate = |(word, title): (String, String)| {
        let title: String = title.chars().filter(|c| !c.is_control()).take(80).collect();
        CompletionCandidate::new(word).help((!title.is_empty()).then(|| title.into()))
    };
    let mut known = HashSet::new();
    all.filter(begins).filter(|(word, _)| known.insert(word.clone())).take(MOST).map(candidate).collect()
}
