//! `--watch`: the same again each time that a file of the plan was saved.

use std::io::{IsTerminal, stdout};
use std::path::PathBuf;
use std::sync::mpsc::channel;
use std::time::Duration;

use clap::{Arg, ArgAction, ArgMatches};
use notify_debouncer_full::notify::RecursiveMode;
use notify_debouncer_full::{DebouncedEvent, new_debouncer};

use super::{Common, print, progress, terminal};
use crate::diagnostic::Lang;

/// An editor writes a file in several steps.
const QUIET: Duration = Duration::from_millis(200);
/// What a plan and its documents are made of. What is written from them is none of these.
const KINDS: [&str; 6] = ["dsl", "typ", "svg", "png", "jpg", "jpeg"];

pub fn argument(lang: Lang) -> Arg {
    Arg::new("watch")
        .long("watch")
        .action(ArgAction::SetTrue)
        .help(lang.of("Recommence chaque fois qu'un fichier du plan est enregistré", "Does it again each time a file of the plan is saved"))
}

/// Runs once or, where `--watch` is given, again and again until it is interrupted. In: the plans' root files; what is to be run.
pub fn watched(common: &Common, arguments: &ArgMatches, roots: &[PathBuf], mut once: impl FnMut() -> u8) -> u8 {
    let mut run = || {
        progress::reads(common);
        once()
    };
    if !arguments.get_flag("watch") {
        return run();
    }
    let speak = common.speak();
    let failed = |error: &dyn std::fmt::Display| {
        common.fail(
            &speak.of(format!("les fichiers ne peuvent pas être surveillés : {error}."), format!("the files cannot be watched: {error}.")),
        )
    };
    let (send, saved) = channel();
    let mut watcher = match new_debouncer(QUIET, None, send) {
        Ok(watcher) => watcher,
        Err(error) => return failed(&error),
    };
    for folder in roots.iter().filter_map(|root| root.parent()) {
        if let Err(error) = watcher.watch(folder, RecursiveMode::Recursive) {
            return failed(&error);
        }
    }
    let waits = || common.note(speak.of("Attend la suite ; Ctrl+C arrête.", "Waits for more; Ctrl+C stops."));
    run();
    waits();
    for events in saved {
        let of_plan = |path: &PathBuf| path.extension().and_then(|kind| kind.to_str()).is_some_and(|kind| KINDS.contains(&kind));
        // What is read changes nothing; we read it ourselves.
        let is_saved = |events: Vec<DebouncedEvent>| events.iter().any(|event| !event.kind.is_access() && event.paths.iter().any(of_plan));
        if !events.is_ok_and(is_saved) {
            continue;
        }
        // On a terminal the page begins anew; elsewhere a blank line stands between.
        let cleared = if stdout().is_terminal() { "\x1b[2J\x1b[3J\x1b[H" } else { "\n" };
        if print(cleared).is_err() {
            return super::FAILED;
        }
        run();
        waits();
    }
    terminal::tell(speak.of("La surveillance s'est arrêtée.", "The watch has ended."));
    super::FAILED
}
