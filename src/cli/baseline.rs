//! What was found before: in a revision (`--since`), or as a file keeps it (`--baseline`). Only what is new is told.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, value_parser};
use serde::{Deserialize, Serialize};

use super::{Common, write};
use crate::analysis::{Analysis, analyse};
use crate::diagnostic::Lang;
use crate::difference::keys;
use crate::load::{NoRevision, Revision, World};

/// A file of what is known: findings by rule and thing, in the order of the alphabet, so that a change of it reads well.
#[derive(Serialize, Deserialize)]
struct Baseline {
    version: u32,
    findings: BTreeSet<String>,
}

const VERSION: u32 = 1;

pub fn arguments(lang: Lang) -> [Arg; 3] {
    [
        Arg::new("since").long("since").value_name("REV").conflicts_with("baseline").help(lang.of(
            "Ne dit que ce qui est nouveau depuis cette révision git : la branche visée, par exemple main",
            "Says only what is new since that git revision: the target branch, for instance main",
        )),
        Arg::new("baseline").long("baseline").value_name(lang.of("FICHIER", "FILE")).value_parser(value_parser!(PathBuf)).help(
            lang.of(
                "Ne dit que ce qui n'est pas dans ce fichier de constats connus",
                "Says only what is not in that file of known findings",
            ),
        ),
        Arg::new("write-baseline")
            .long("write-baseline")
            .action(ArgAction::SetTrue)
            .requires("baseline")
            .help(lang.of("Écrit dans ce fichier les constats d'aujourd'hui", "Writes today's findings to that file")),
    ]
}

/// Leaves what is new. In: each plan with its root. Out: the code to end with, where nothing can be told or all is done.
pub fn only_new(common: &Common, arguments: &ArgMatches, roots: &[PathBuf], analyses: &mut [Analysis]) -> Result<(), u8> {
    if let Some(revision) = arguments.get_one::<String>("since") {
        return roots.iter().zip(analyses).try_for_each(|(root, analysis)| since(common, root, revision, analysis));
    }
    let Some(path) = arguments.get_one::<PathBuf>("baseline") else { return Ok(()) };
    if arguments.get_flag("write-baseline") {
        return Err(record(common, path, analyses));
    }
    against(common, path, analyses)
}

fn since(common: &Common, root: &Path, revision: &str, analysis: &mut Analysis) -> Result<(), u8> {
    let speak = common.speak();
    let known = match Revision::of(&common.disk, root, revision) {
        Ok(world) => keys(&analyse(&world, world.root())).into_iter().collect(),
        // A plan that was not there: all of it is new.
        Err(NoRevision::NoPlan(_)) => {
            let shown = common.disk.display(root);
            common.note(&speak.of(
                format!("{shown} n'existait pas dans « {revision} » : tout y est nouveau."),
                format!("{shown} did not exist in \"{revision}\": all of it is new."),
            ));
            return Ok(());
        }
        Err(why) => return Err(super::check::unread(common, root, revision, &why)),
    };
    let hidden = keep_new(analysis, &known).0;
    if hidden > 0 {
        common.note(&match hidden {
            1 => {
                speak.of(format!("1 constat existait déjà dans « {revision} »."), format!("1 finding was there in \"{revision}\" already."))
            }
            _ => speak.of(
                format!("{hidden} constats existaient déjà dans « {revision} »."),
                format!("{hidden} findings were there in \"{revision}\" already."),
            ),
        });
    }
    Ok(())
}

/// Out: how many findings were known, and which known ones are there no more.
fn keep_new(analysis: &mut Analysis, known: &BTreeSet<String>) -> (usize, BTreeSet<String>) {
    let keys = keys(analysis);
    let before = analysis.diagnostics.len();
    let mut own = keys.iter();
    analysis.diagnostics.retain(|_| own.next().is_none_or(|key| !known.contains(key)));
    let there: BTreeSet<String> = keys.into_iter().collect();
    (before - analysis.diagnostics.len(), known.difference(&there).cloned().collect())
}

fn record(common: &Common, path: &Path, analyses: &[Analysis]) -> u8 {
    let baseline = Baseline { version: VERSION, findings: analyses.iter().flat_map(keys).collect() };
    let text = serde_json::to_string_pretty(&baseline).unwrap_or_default() + "\n";
    let (speak, shown, count) = (common.speak(), path.display(), baseline.findings.len());
    match write::whole(path, text.as_bytes()) {
        Ok(()) => {
            common.note(&speak.of(
                format!("{shown} : {count} constats connus. Un contrôle avec --baseline {shown} ne dira que les nouveaux."),
                format!("{shown}: {count} known findings. A check with --baseline {shown} will say only new ones."),
            ));
            super::CLEAN
        }
        Err(error) => {
            let why = write::reason(&error, speak);
            common.fail(&speak.of(format!("{shown} ne peut pas être écrit : {why}."), format!("{shown} cannot be written: {why}.")))
        }
    }
}

fn against(common: &Common, path: &Path, analyses: &mut [Analysis]) -> Result<(), u8> {
    let (speak, shown) = (common.speak(), path.display().to_string());
    let text = std::fs::read_to_string(path).map_err(|error| {
        let why = write::reason(&error, speak);
        common.fail(&speak.of(
            format!("{shown} ne peut pas être lu : {why}. `strategy check --baseline {shown} --write-baseline` l'écrit."),
            format!("{shown} cannot be read: {why}. `strategy check --baseline {shown} --write-baseline` writes it."),
        ))
    })?;
    let baseline: Baseline = serde_json::from_str(&text).ok().filter(|read: &Baseline| read.version == VERSION).ok_or_else(|| {
        common.fail(&speak.of(
            format!(
                "{shown} n'est pas une liste de constats connus. `strategy check --baseline {shown} --write-baseline` l'écrit de nouveau."
            ),
            format!("{shown} is no list of known findings. `strategy check --baseline {shown} --write-baseline` writes it anew."),
        ))
    })?;
    let (mut hidden, mut stale) = (0, baseline.findings.clone());
    for analysis in analyses {
        let (known, gone) = keep_new(analysis, &baseline.findings);
        hidden += known;
        stale = stale.intersection(&gone).cloned().collect();
    }
    if hidden > 0 {
        common.note(&speak.of(format!("{hidden} constats connus de {shown}."), format!("{hidden} findings known by {shown}.")));
    }
    if !stale.is_empty() {
        const SHOWN: usize = 5;
        let more = if stale.len() > SHOWN { ", …" } else { "" };
        let names = stale.iter().take(SHOWN).map(|key| format!("« {key} »")).collect::<Vec<_>>().join(", ") + more;
        let count = stale.len();
        common.note(&speak.of(
            format!("{shown} : {count} entrées ne correspondent plus à rien ({names}). `strategy check --baseline {shown} --write-baseline` les retire."),
            format!("{shown}: {count} entries match nothing any more ({names}). `strategy check --baseline {shown} --write-baseline` takes them out."),
        ));
    }
    Ok(())
}
