//! `strategy diff [REV|REV..REV|DIR] [PLAN]`

use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command};

use super::check::unread;
use super::{CLEAN, Common, baseline, plan, print, terminal};
use crate::analysis::{Analysis, analyse};
use crate::diagnostic::Lang;
use crate::difference::{difference, json, markdown, text};
use crate::load::{Finder, Fork, Revision, fork};

pub fn command(lang: Lang) -> Command {
    Command::new("diff")
        .about(lang.of(
            "Dit ce qui a changé dans un plan : fiches, dates, argent, responsables, règles",
            "Says what changed in a plan: sheets, dates, money, owners, policies",
        ))
        .arg(Arg::new("before").value_name("REV|REV..REV|DIR").help(lang.of(
            "La version d'avant : une révision git (HEAD si rien n'est dit), deux séparées par « .. » (par « ... » : depuis le départ de la seconde), ou un dossier",
            "The version before: a git revision (HEAD if nothing is said), two with `..` between them (`...`: from where the second left the first), or a folder",
        )))
        .arg(plan::argument(lang))
        .arg(
            Arg::new("format")
                .long("format")
                .value_name("human|markdown|json")
                .value_parser(["human", "markdown", "json"])
                .hide_possible_values(true)
                .help(lang.of("Forme des résultats", "Form of the results")),
        )
}

pub fn run(common: &Common, arguments: &ArgMatches) -> u8 {
    let mut named = arguments.get_one::<String>("before").map(String::as_str);
    let mut wanted = arguments.get_one::<PathBuf>("plan").cloned();
    // `strategy diff plan.dsl`: the plan alone, against what was committed last.
    if let (Some(path), None) = (named, &wanted)
        && is_own(common, Path::new(path))
    {
        (named, wanted) = (None, Some(PathBuf::from(path)));
    }
    let root = match &wanted {
        Some(path) => plan::one(common, path),
        None => plan::on_disk(common, arguments),
    };
    let root = match root {
        Ok(root) => root,
        Err(code) => return code,
    };
    let (before, after) = match both(common, &root, named.unwrap_or("HEAD")) {
        Ok(both) => both,
        Err(code) => return code,
    };
    let lang = common.language(&after);
    let found = difference(&before, &after, lang);
    let told = match arguments.get_one::<String>("format").map(String::as_str) {
        Some("json") => json(&found),
        Some("markdown") => markdown(&found, &after, lang),
        _ => terminal::folded(&text(&found, lang)),
    };
    baseline::tell_unreadable(common, &before, before_named(named.unwrap_or("HEAD")));
    print(&told).err().unwrap_or(CLEAN)
}

/// What is called before: `a` of `a..b`.
fn before_named(named: &str) -> &str {
    match named.split_once("..") {
        Some(("", _)) => "HEAD",
        Some((first, _)) => first,
        None => named,
    }
}

/// Does a path lead to the plan that this folder is in, and not to another version of it?
fn is_own(common: &Common, path: &Path) -> bool {
    if !common.disk.absolute(path).exists() {
        return false;
    }
    let mut finder = Finder::new(&common.disk);
    let roots = plan::at(&common.disk, &mut finder, path);
    let nearest = crate::load::nearest_plan(&common.disk, common.disk.here());
    path.is_file() || nearest.is_none() || roots.iter().any(|root| Some(root) == nearest.as_ref())
}

/// The plan before and after. `a...b`: from where `b` left `a`.
fn both(common: &Common, root: &Path, named: &str) -> Result<(Analysis, Analysis), u8> {
    let at = |revision: &str| version(common, root, revision);
    if !is_on_disk(common, named)
        && let Some((first, second)) = named.split_once("..")
    {
        let or_head = |name: &str| if name.is_empty() { "HEAD".to_owned() } else { name.to_owned() };
        return match second.strip_prefix('.') {
            None => Ok((at(&or_head(first))?, at(&or_head(second))?)),
            Some(second) => {
                let (first, second) = (or_head(first), or_head(second));
                Ok((at(&base(common, root, &first, &second)?)?, at(&second)?))
            }
        };
    }
    Ok((at(named)?, analyse(&common.disk, root)))
}

/// The revision at which the second one left the first.
fn base(common: &Common, root: &Path, first: &str, second: &str) -> Result<String, u8> {
    // Which of the two cannot be read, reading it tells.
    let fork = fork(&common.disk, root, first, second).map_err(|why| {
        let named = if Revision::of(&common.disk, root, first).is_ok() { second } else { first };
        unread(common, root, named, &why)
    })?;
    match fork {
        Fork::Here => Ok(first.to_owned()),
        Fork::At(past) => Ok(past.id),
        Fork::Nowhere { partial } => Err(common.fail(&match partial {
            true => common.speak().of(
                format!("cette copie partielle du dépôt ne dit pas où « {second} » a quitté « {first} » ; tapez `git fetch --unshallow`."),
                format!("this shallow clone does not tell where \"{second}\" left \"{first}\"; type `git fetch --unshallow`."),
            ),
            false => common.speak().of(
                format!("« {first} » et « {second} » n'ont aucune version en commun ; `{first}..{second}` les compare telles quelles."),
                format!("\"{first}\" and \"{second}\" have no version in common; `{first}..{second}` compares them as they are."),
            ),
        })),
    }
}

/// Is it a folder or a file of a plan? A bare repository holds a file `HEAD`, which is neither.
fn is_on_disk(common: &Common, named: &str) -> bool {
    let path = common.disk.absolute(Path::new(named));
    path.is_dir() || (path.is_file() && path.extension().is_some())
}

/// Another version of a plan: a folder or a file, or a revision of its repository.
pub fn version(common: &Common, root: &Path, named: &str) -> Result<Analysis, u8> {
    if is_on_disk(common, named) {
        return Ok(analyse(&common.disk, &plan::one(common, Path::new(named))?));
    }
    let world = Revision::of(&common.disk, root, named).map_err(|why| unread(common, root, named, &why))?;
    Ok(analyse(&world, world.root()))
}
