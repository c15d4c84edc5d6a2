//! `strategy diff [REV|REV..REV|DIR] [PLAN]`

use std::path::{Component, Path, PathBuf};

use clap::{Arg, ArgMatches, Command};

use super::check::unread;
use super::{CLEAN, Common, baseline, plan, print, terminal};
use crate::analysis::{Analysis, analyse};
use crate::diagnostic::Lang;
use crate::difference::{difference, json, markdown, text};
use crate::load::{Finder, Fork, Revision, fork, whole_name};

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
        && !is_range(path)
        && is_own(common, Path::new(path))
    {
        if let Err(code) = only_on_disk(common, &common.disk.absolute(Path::new(path)), path) {
            return code;
        }
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
    let at = |name: &str| revision(common, root, name);
    if let Some((first, second)) = named.split_once("..").filter(|_| is_range(named)) {
        let or_head = |name: &str| if name.is_empty() { "HEAD".to_owned() } else { name.to_owned() };
        return match second.strip_prefix('.') {
            None => Ok((at(&or_head(first))?, at(&or_head(second))?)),
            Some(second) => {
                let (first, second) = (or_head(first), or_head(second));
                Ok((at(&base(common, root, &first, &second)?)?, at(&second)?))
            }
        };
    }
    Ok((version(common, root, named)?, analyse(&common.disk, root)))
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

/// Two revisions with `..` or `...` between them, and no path by the folder above: no name of a revision holds two dots.
fn is_range(named: &str) -> bool {
    named.contains("..") && Path::new(named).components().all(|part| matches!(part, Component::Normal(_)))
}

/// Is it a folder or a file of a plan? A bare repository holds a file `HEAD`, which is neither.
fn is_on_disk(common: &Common, named: &str) -> bool {
    let path = common.disk.absolute(Path::new(named));
    path.is_dir() || (path.is_file() && path.extension().is_some())
}

/// Another version of a plan: a folder or a file, or a revision of its repository.
pub fn version(common: &Common, root: &Path, named: &str) -> Result<Analysis, u8> {
    if is_on_disk(common, named) {
        only_on_disk(common, root, named)?;
        return Ok(analyse(&common.disk, &plan::one(common, Path::new(named))?));
    }
    revision(common, root, named)
}

/// What is on the disk may be a branch or a tag of the plan's repository too: nobody knows which is meant.
fn only_on_disk(common: &Common, root: &Path, named: &str) -> Result<(), u8> {
    let Some(whole) = whole_name(&common.disk, root, named) else { return Ok(()) };
    let (fr, en) = if common.disk.absolute(Path::new(named)).is_dir() { ("le dossier", "the folder") } else { ("le fichier", "the file") };
    Err(common.fail(&common.speak().of(
        format!(
            "« {named} » est sur le disque, et une révision git s'appelle ainsi ; tapez `./{named}` pour {fr}, `{whole}` pour la révision."
        ),
        format!("\"{named}\" is on the disk, and a git revision is called so; type `./{named}` for {en}, `{whole}` for the revision."),
    )))
}

fn revision(common: &Common, root: &Path, named: &str) -> Result<Analysis, u8> {
    let world = Revision::of(&common.disk, root, named).map_err(|why| unread(common, root, named, &why))?;
    Ok(analyse(&world, world.root()))
}
