//! `strategy check [PLAN…]`

use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Command};

use super::{CLEAN, Common, FAILED, FINDINGS, baseline, counted, plan, print, terminal, watch, write};
use crate::analysis::{Analysis, analyse, analyse_by};
use crate::diagnostic::{Lang, Severity};
use crate::fixes::fixes;
use crate::load::{NoRevision, Revision, World};
use crate::policy::judge::{Torn, policies_of};
use crate::report::policies::outcomes;
use crate::report::{Look, concise, human, json, machine, summary};
use crate::text::unified;

pub fn command(lang: Lang) -> Command {
    Command::new("check")
        .about(lang.of("Contrôle un plan : erreurs, oublis, dates et montants", "Checks a plan: errors, gaps, dates and amounts"))
        .args(plan::arguments(lang, true))
        .arg(
            Arg::new("format")
                .long("format")
                .value_name(lang.of("FORME", "FORM"))
                .value_parser(["human", "concise", "json", "sarif", "github", "gitlab", "junit", "rdjson", "markdown", "narrated"])
                .hide_possible_values(true)
                .help(lang.of(
                    "Forme des résultats : human, concise ou narrated pour une personne, json pour un programme, sarif, github, gitlab, rdjson, markdown ou junit pour une forge ou une chaîne d'intégration",
                    "Form of the results: human, concise or narrated for a person, json for a program, sarif, github, gitlab, rdjson, markdown or junit for a forge or a pipeline",
                )),
        )
        .arg(
            Arg::new("deny")
                .long("deny")
                .value_name("warnings")
                .value_parser(["warnings"])
                .hide_possible_values(true)
                .help(lang.of("Les avertissements comptent comme des erreurs", "Warnings count as errors")),
        )
        .arg(
            Arg::new("fix")
                .long("fix")
                .action(ArgAction::SetTrue)
                .help(lang.of("Fait d'abord les corrections toujours justes", "Makes the changes first that are always right")),
        )
        .arg(
            Arg::new("unsafe-fixes")
                .long("unsafe-fixes")
                .action(ArgAction::SetTrue)
                .help(lang.of("Fait aussi celles qui sont à relire", "Makes those too that have to be read over")),
        )
        .arg(
            Arg::new("diff")
                .long("diff")
                .action(ArgAction::SetTrue)
                .help(lang.of("Montre les corrections sans rien écrire", "Shows the changes and writes nothing")),
        )
        .args(baseline::arguments(lang))
        .arg(Arg::new("policies").long("policies").value_name("REV").help(lang.of(
            "Juge par les règles, les réglages et les seuils de cette révision git (la branche visée), non par ceux du plan",
            "Judges by the policies, settings and thresholds of that git revision (the target branch), not by the plan's own",
        )))
        .arg(Arg::new("staged").long("staged").action(ArgAction::SetTrue).conflicts_with_all(["watch", "stdin-filename"]).help(lang.of(
            "Contrôle aussi les plans dont le prochain commit change ou supprime un fichier, et seulement eux si aucun n'est nommé",
            "Checks the plans too of which the next commit changes or deletes a file, and them alone where none is named",
        )))
        .arg(watch::argument(lang))
        .arg(Arg::new("verbose").long("verbose").action(ArgAction::SetTrue).help(lang.of(
            "Dit ce que devient chaque règle : constats, respectée, non décidée, sans objet",
            "Says what became of each policy: findings, met, undecided, aside",
        )))
}

pub fn run(common: &Common, arguments: &ArgMatches) -> u8 {
    let found = if arguments.get_flag("staged") { plan::staged(common, arguments) } else { plan::roots(common, arguments) };
    let roots = match found {
        Ok(roots) => roots,
        Err(code) => return code,
    };
    if roots.is_empty() {
        common.note(common.speak().of("Le prochain commit ne touche aucun plan.", "The next commit touches no plan."));
        return CLEAN;
    }
    watch::watched(common, arguments, &roots, || once(common, arguments, &roots))
}

fn once(common: &Common, arguments: &ArgMatches, roots: &[PathBuf]) -> u8 {
    let form = arguments.get_one::<String>("format").map_or("human", String::as_str);
    if FOR_A_FORGE.contains(&form) {
        common.disk.show_from_top();
    }
    let (fix, unsafe_too, diff) = (arguments.get_flag("fix"), arguments.get_flag("unsafe-fixes"), arguments.get_flag("diff"));
    if (fix || unsafe_too || diff)
        && let Some(code) = roots.iter().find_map(|root| mend(common, root, unsafe_too, diff).err())
    {
        return code;
    }
    let mut analyses: Vec<Analysis> = match arguments.get_one::<String>("policies") {
        None => roots.iter().map(|root| analyse(&common.disk, root)).collect(),
        Some(revision) => {
            let judged = |root: &PathBuf| {
                let world = Revision::of(&common.disk, root, revision).map_err(|why| unread(common, root, revision, &why))?;
                let set = policies_of(&world, world.root(), revision).map_err(|torn| torn_policies(common, revision, &torn))?;
                Ok(analyse_by(&common.disk, root, set))
            };
            match roots.iter().map(judged).collect() {
                Ok(analyses) => analyses,
                Err(code) => return code,
            }
        }
    };
    if let Err(code) = baseline::only_new(common, arguments, roots, &mut analyses) {
        return code;
    }
    let lang_of = |analysis: &Analysis| common.language(analysis);
    let strict = arguments.contains_id("deny");
    let printed = match form {
        "json" => print(&(json(&analyses, common.lang) + "\n")),
        "sarif" => whole(machine::sarif(&analyses, common.lang)),
        "github" => whole(machine::github(&analyses, common.lang, strict)),
        "gitlab" => whole(machine::gitlab(&analyses, common.lang)),
        "junit" => whole(machine::junit(&analyses, common.lang, strict)),
        "rdjson" => whole(machine::rdjson(&analyses, common.lang)),
        "narrated" => whole(machine::narrated(&analyses, common.lang)),
        "markdown" => {
            let only_new = baseline::said(arguments, lang_of(&analyses[0]));
            whole(machine::markdown(&analyses, common.lang, only_new.as_deref()))
        }
        "concise" => analyses.iter().try_for_each(|analysis| print(&concise(analysis, lang_of(analysis)))),
        _ => analyses.iter().try_for_each(|analysis| {
            print(&human(analysis, look(common, lang_of(analysis))))?;
            let verbose = arguments.get_flag("verbose");
            let told = outcomes(analysis, lang_of(analysis), verbose);
            match verbose {
                true => print(&told),
                false => {
                    common.note(told.trim_end());
                    Ok(())
                }
            }
        }),
    };
    if let Err(code) = printed {
        return code;
    }
    common.note(&summary(&analyses, lang_of(&analyses[0])));
    let verdict = verdict(&analyses, strict);
    if !arguments.get_flag("watch") {
        // The process ends: to give a plan back piece by piece would only take time.
        std::mem::forget(analyses);
    }
    verdict
}

/// The forms that a forge reads: its paths begin at the top of the repository.
const FOR_A_FORGE: [&str; 6] = ["sarif", "github", "gitlab", "junit", "rdjson", "markdown"];

/// A text that ends its last line.
fn whole(text: String) -> Result<(), u8> {
    print(&if text.is_empty() || text.ends_with('\n') { text } else { text + "\n" })
}

/// Policies of another revision of which some may be missing judge nothing.
fn torn_policies(common: &Common, revision: &str, torn: &Torn) -> u8 {
    let (speak, place) = (common.speak(), &torn.place);
    let why = torn.message.show(speak);
    let why = why.trim_end_matches('.');
    common.fail(&speak.of(
        format!(
            "les règles de « {revision} » ne peuvent pas être lues en entier ({place} : {why}). \
             Corrigez-y ce fichier, ou jugez par une autre révision."
        ),
        format!(
            "the policies of \"{revision}\" cannot be read whole ({place}: {why}). Mend that file there, or judge by another revision."
        ),
    ))
}

/// Why a revision of a plan cannot be read, and what to do.
pub fn unread(common: &Common, root: &Path, revision: &str, why: &NoRevision) -> u8 {
    common.fail(&why.told(&common.disk.display(root), revision, common.speak()))
}

/// Makes the changes that the findings offer, or shows them.
fn mend(common: &Common, root: &Path, unsafe_too: bool, diff: bool) -> Result<(), u8> {
    let fixes = fixes(&common.disk, root, unsafe_too);
    let speak = common.speak();
    for (path, (before, after)) in &fixes.files {
        match diff {
            true => print(&unified(&common.disk.display(path), before, after))?,
            false => write::whole(path, after.as_bytes()).map_err(|error| {
                let why = write::reason(&error, speak);
                let shown = common.disk.display(path);
                common.fail(&speak.of(format!("{shown} ne peut pas être écrit : {why}."), format!("{shown} cannot be written: {why}.")))
            })?,
        }
    }
    let (done, left) = (fixes.done.len(), fixes.unsafe_left);
    let more = match left {
        0 => String::new(),
        1 => speak.of(" ; 1 autre à relire : --unsafe-fixes", "; 1 more to be read over: --unsafe-fixes").to_owned(),
        _ => speak.of(format!(" ; {left} autres à relire : --unsafe-fixes"), format!("; {left} more to be read over: --unsafe-fixes")),
    };
    let more = more
        + &match fixes.to_choose {
            0 => String::new(),
            1 => speak
                .of(" ; 1 autre à plusieurs lectures : à vous de choisir", "; 1 more with several readings: yours to choose")
                .to_owned(),
            some => speak.of(
                format!(" ; {some} autres à plusieurs lectures : à vous de choisir"),
                format!("; {some} more with several readings: yours to choose"),
            ),
        };
    let made = match (diff, speak) {
        (true, Lang::Fr) => counted(done, "correction possible", "corrections possibles"),
        (true, Lang::En) => counted(done, "change possible", "changes possible"),
        (false, Lang::Fr) => counted(done, "correction faite", "corrections faites"),
        (false, Lang::En) => counted(done, "change made", "changes made"),
    };
    common.note(&format!("{made}{more}."));
    Ok(())
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
