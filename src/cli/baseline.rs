//! What was found before: in a revision (`--since`), or as a file keeps it (`--baseline`). Only what is new is told.

use std::collections::{BTreeMap, BTreeSet};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, value_parser};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{Common, write};
use crate::analysis::{Analysis, analyse};
use crate::diagnostic::Lang;
use crate::difference::{keys, known};
use crate::load::{Fork, NoRevision, Revision, World, fork};
use crate::starter::quoted;
use crate::text::shape;

/// A file of what is known: findings by rule and thing, plan by plan, in the order of the alphabet, so that a change of it reads well.
#[derive(Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Baseline {
    version: u32,
    /// What an older file knows, of any plan.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    findings: BTreeSet<String>,
    /// By the plan's root file, as seen from the folder of this file.
    #[serde(default)]
    plans: BTreeMap<String, BTreeSet<String>>,
}

const VERSION: u32 = 2;

/// The JSON Schema of what `check --write-baseline` writes.
pub fn schema() -> Value {
    let keys = json!({ "type": "array", "items": shape::text(), "uniqueItems": true });
    let plans = json!({ "type": "object", "additionalProperties": keys });
    let all = [("version", json!({ "const": VERSION })), ("plans", plans)];
    shape::whole("Known findings, as `strategy check --write-baseline` writes them", [], shape::object(all, &[]))
}

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
    let folder = common.disk.absolute(path).parent().map(PathBuf::from).unwrap_or_default();
    let plans: Vec<String> = roots.iter().map(|root| common.disk.seen_from(&folder, root)).collect();
    if arguments.get_flag("write-baseline") {
        return Err(record(common, path, &plans, analyses).err().unwrap_or(super::CLEAN));
    }
    against(common, path, &plans, &typed(arguments, path), analyses)
}

/// What a page of new findings says of the others, where it shows new ones only.
pub fn said(arguments: &ArgMatches, lang: Lang) -> Option<String> {
    let (since, path) = (arguments.get_one::<String>("since"), arguments.get_one::<PathBuf>("baseline"));
    Some(match (since, path.map(|path| path.display())) {
        (Some(revision), _) => lang.of(
            format!("Seuls sont montrés les constats nouveaux depuis « {revision} »."),
            format!("Only the findings that are new since \"{revision}\" are shown."),
        ),
        (None, Some(path)) => lang.of(
            format!("Seuls sont montrés les constats qui ne sont pas déjà dans {path}."),
            format!("Only the findings that are not in {path} already are shown."),
        ),
        (None, None) => return None,
    })
}

/// The revision that a branch is compared with, and the words for "in it": where the branch began, or the other branch itself.
fn base(common: &Common, root: &Path, revision: &str) -> Result<(String, String), NoRevision> {
    let speak = common.speak();
    let itself = (revision.to_owned(), speak.of(format!("dans « {revision} »"), format!("in \"{revision}\"")));
    Ok(match fork(&common.disk, root, revision, "HEAD")? {
        Fork::Here => itself,
        Fork::At(past) => {
            let short = past.short().to_owned();
            common.note(&speak.of(
                format!("Comparaison par rapport au point de départ de la branche ({short}), depuis {revision}."),
                format!("Compared with where the branch began ({short}), from {revision}."),
            ));
            (past.id, speak.of(format!("à ce point de départ ({short})"), format!("at that point ({short})")))
        }
        Fork::Nowhere { partial } => {
            common.note(&match partial {
                true => speak.of(
                    format!(
                        "Cette copie partielle du dépôt ne dit pas où la branche a quitté {revision} : comparé à {revision} même. \
                         `git fetch --unshallow` apporte le reste."
                    ),
                    format!(
                        "This shallow clone does not tell where the branch left {revision}: compared with {revision} itself. \
                         `git fetch --unshallow` brings the rest."
                    ),
                ),
                false => speak.of(
                    format!("La branche n'a rien de commun avec {revision} : comparé à {revision} même."),
                    format!("The branch has nothing in common with {revision}: compared with {revision} itself."),
                ),
            });
            itself
        }
    })
}

/// What of an older version could not be read may seem new.
pub fn tell_unreadable(common: &Common, before: &Analysis, revision: &str) {
    if let Some(place) = unreadable(before, revision) {
        common.note(&common.speak().of(
            format!("{place} n'a pas pu être lu en entier : ce qui manque alors peut paraître nouveau."),
            format!("{place} could not be read whole: what is missing there may seem new."),
        ));
    }
}

fn since(common: &Common, root: &Path, revision: &str, analysis: &mut Analysis) -> Result<(), u8> {
    let speak = common.speak();
    let unread = |why: NoRevision| super::check::unread(common, root, revision, &why);
    let (id, there) = base(common, root, revision).map_err(unread)?;
    let before = match Revision::of(&common.disk, root, &id) {
        Ok(world) => analyse(&world, world.root()),
        // A plan that was not there: all of it is new.
        Err(NoRevision::NoPlan(_)) => {
            let shown = common.disk.display(root);
            common.note(&speak.of(
                format!("{shown} n'existait pas {there} : tout y est nouveau."),
                format!("{shown} did not exist {there}: all of it is new."),
            ));
            return Ok(());
        }
        Err(why) => return Err(unread(why)),
    };
    tell_unreadable(common, &before, revision);
    let hidden = keep_new(analysis, &known(&before, analysis)).0;
    if hidden > 0 {
        let counted = super::counted(hidden, speak.of("constat existait", "finding was"), speak.of("constats existaient", "findings were"));
        common.note(&speak.of(format!("{counted} déjà {there}."), format!("{counted} {there} already.")));
    }
    Ok(())
}

/// The first file of an older version of the plan that could not be read whole, named as a revision's.
fn unreadable(before: &Analysis, revision: &str) -> Option<String> {
    let found = before.diagnostics.iter().find(|found| found.is_of_reading())?;
    let name = &before.sources.get(found.span().source).name;
    Some(name.split_once(':').map_or_else(|| name.clone(), |(_, path)| format!("{revision}:{path}")))
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

/// The command that writes the file anew, of the plans that were named.
fn typed(arguments: &ArgMatches, path: &Path) -> String {
    let plans = super::paths(arguments, "plan");
    let words: String = plans.iter().map(|plan| quoted(&plan.to_string_lossy()) + " ").collect();
    format!("strategy check {words}--baseline {} --write-baseline", quoted(&path.to_string_lossy()))
}

fn record(common: &Common, path: &Path, plans: &[String], analyses: &[Analysis]) -> Result<(), u8> {
    let (speak, shown) = (common.speak(), path.display());
    analyses.iter().try_for_each(|analysis| write::harmless(common, speak, analysis, [path.to_owned()]))?;
    let mut baseline = Baseline { version: VERSION, ..Baseline::default() };
    // What the file knows of other plans stays, as long as they are there.
    if let Some(old) = kept(common, path)? {
        let folder = path.parent().unwrap_or(Path::new(""));
        baseline.plans.extend(old.plans.into_iter().filter(|(plan, _)| folder.join(plan).is_file()));
    }
    let found = analyses.iter().map(|analysis| keys(analysis).into_iter().collect::<BTreeSet<_>>());
    baseline.plans.extend(plans.iter().cloned().zip(found));
    let text = serde_json::to_string_pretty(&baseline).unwrap_or_default() + "\n";
    let count: usize = plans.iter().filter_map(|plan| baseline.plans.get(plan)).map(BTreeSet::len).sum();
    let known = super::counted(count, speak.of("constat connu", "known finding"), speak.of("constats connus", "known findings"));
    write::whole(path, text.as_bytes()).map_err(|error| common.fail(&write::unwritten(path, &error, speak)))?;
    common.note(&speak.of(
        format!("{shown} : {known}. Un contrôle avec `--baseline {shown}` ne dira que les nouveaux."),
        format!("{shown}: {known}. A check with `--baseline {shown}` will say only new ones."),
    ));
    Ok(())
}

/// What a file of this version or of the one before, which named no plan, keeps; nothing where it is not there or empty. Anything else is
/// somebody's work.
fn kept(common: &Common, path: &Path) -> Result<Option<Baseline>, u8> {
    let (speak, shown) = (common.speak(), path.display());
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => {
            let why = write::reason(&error, speak);
            return Err(common.fail(&speak.of(
                format!("{shown} ne peut pas être lu : {why}. --baseline attend un fichier."),
                format!("{shown} cannot be read: {why}. --baseline takes a file."),
            )));
        }
    };
    if bytes.trim_ascii().is_empty() {
        return Ok(None);
    }
    let known = serde_json::from_slice(&bytes).ok().filter(|read: &Baseline| (1..=VERSION).contains(&read.version));
    known.map(Some).ok_or_else(|| {
        common.fail(&speak.of(
            format!("{shown} n'est pas une liste de constats connus. Indiquez un autre fichier, ou supprimez celui-ci."),
            format!("{shown} is no list of known findings. Name another file, or delete this one."),
        ))
    })
}

fn against(common: &Common, path: &Path, plans: &[String], typed: &str, analyses: &mut [Analysis]) -> Result<(), u8> {
    let (speak, shown) = (common.speak(), path.display());
    let baseline = kept(common, path)?.ok_or_else(|| {
        let (fr, en) = match path.exists() {
            true => ("ce fichier est vide", "the file is empty"),
            false => ("ce fichier n'existe pas", "there is no such file"),
        };
        common.fail(&speak.of(
            format!("{shown} ne peut pas être lu : {fr}. `{typed}` l'écrit."),
            format!("{shown} cannot be read: {en}. `{typed}` writes it."),
        ))
    })?;
    // Of an older file, an entry is of no use where no plan has it; of this one, where its own plan has it not.
    let (mut hidden, mut stale, mut of_any) = (0, Vec::new(), baseline.findings.clone());
    for (plan, analysis) in plans.iter().zip(analyses) {
        let own = baseline.plans.get(plan);
        let known: BTreeSet<String> = baseline.findings.iter().chain(own.into_iter().flatten()).cloned().collect();
        let (count, gone) = keep_new(analysis, &known);
        hidden += count;
        of_any.retain(|key| gone.contains(key));
        stale.extend(own.into_iter().flatten().filter(|key| gone.contains(*key)).cloned());
    }
    stale.extend(of_any);
    if hidden > 0 {
        let known = super::counted(hidden, speak.of("constat connu", "finding known"), speak.of("constats connus", "findings known"));
        common.note(&speak.of(format!("{known} de {shown}."), format!("{known} by {shown}.")));
    }
    if !stale.is_empty() {
        const SHOWN: usize = 5;
        let more = if stale.len() > SHOWN { ", …" } else { "" };
        let names =
            stale.iter().take(SHOWN).map(|key| speak.of(format!("« {key} »"), format!("\"{key}\""))).collect::<Vec<_>>().join(", ") + more;
        let one = stale.len() == 1;
        let entries = match speak {
            Lang::Fr => super::counted(stale.len(), "entrée ne correspond", "entrées ne correspondent"),
            Lang::En => super::counted(stale.len(), "entry matches", "entries match"),
        };
        let (them_fr, them_en) = if one { ("la", "it") } else { ("les", "them") };
        common.note(&speak.of(
            format!("{shown} : {entries} plus à rien ({names}) : corrigé, ou renommé dans le plan. `{typed}` {them_fr} retire."),
            format!("{shown}: {entries} nothing any more ({names}): mended, or renamed in the plan. `{typed}` takes {them_en} out."),
        ));
    }
    Ok(())
}
