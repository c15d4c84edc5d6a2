//! PLAN on the command line: any file or folder of a plan, or a text that stands in a file's place.

use std::collections::HashSet;
use std::io::Read;
use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, value_parser};

use super::check::{look, unread};
use super::{Common, FAILED, paths, terminal, write};
use crate::analysis::{Analysis, analyse};
use crate::diagnostic::Lang;
use crate::load::{Disk, Finder, Ground, PLAN, World, nearest_plan, staged as staged_files};
use crate::report::human;

/// Several plans may be named, or one.
pub fn arguments(lang: Lang, several: bool) -> [Arg; 2] {
    let plan = Arg::new("plan").value_name("PLAN").value_parser(value_parser!(PathBuf)).help(lang.of(
        "Un fichier ou un dossier du plan ; - : l'entrée standard ; sinon le plan.dsl le plus proche en remontant",
        "Any file or folder of the plan; -: standard input; else the nearest plan.dsl upward",
    ));
    [if several { plan.num_args(0..) } else { plan }, stdin_filename(lang)]
}

/// One plan that lies on the disk, as git knows it.
pub fn argument(lang: Lang) -> Arg {
    Arg::new("plan").value_name("PLAN").value_parser(value_parser!(PathBuf)).help(lang.of(
        "Un fichier ou un dossier du plan ; sinon le plan.dsl le plus proche en remontant",
        "Any file or folder of the plan; else the nearest plan.dsl upward",
    ))
}

/// The root of the plan that [`argument`] names.
pub fn on_disk(common: &Common, arguments: &ArgMatches) -> Result<PathBuf, u8> {
    match arguments.get_one::<PathBuf>("plan") {
        Some(path) => one(common, path),
        None => nearest(common, &mut Finder::new(&common.disk)),
    }
}

pub fn stdin_filename(lang: Lang) -> Arg {
    Arg::new("stdin-filename")
        .long("stdin-filename")
        .value_name(lang.of("FICHIER", "FILE"))
        .value_parser(value_parser!(PathBuf))
        .help(lang.of("Le fichier dont l'entrée standard (-) prend la place", "The file in whose place standard input (-) stands"))
}

/// The root of the one plan that is meant.
pub fn root(common: &Common, arguments: &ArgMatches) -> Result<PathBuf, u8> {
    alone(common, roots(common, arguments)?)
}

/// The same of a path that an option names.
pub fn one(common: &Common, path: &Path) -> Result<PathBuf, u8> {
    let roots = at(&common.disk, &mut Finder::new(&common.disk), path);
    alone(common, once(&common.disk, roots))
}

fn alone(common: &Common, roots: Vec<PathBuf>) -> Result<PathBuf, u8> {
    let [root] = roots.as_slice() else {
        const SHOWN: usize = 5;
        let more = if roots.len() > SHOWN { ", …" } else { "" };
        let names = roots.iter().take(SHOWN).map(|root| common.disk.display(root)).collect::<Vec<_>>().join(", ") + more;
        return Err(common.fail(&common.speak().of(
            format!("il y a là plusieurs plans : {names}. Indiquez l'un d'eux."),
            format!("there are several plans: {names}. Name one of them."),
        )));
    };
    Ok(root.clone())
}

/// Reads the one plan that is meant. What cannot be read at all is told, and ends the command.
pub fn read(common: &Common, arguments: &ArgMatches) -> Result<(Analysis, Lang), u8> {
    let analysis = analyse(&common.disk, &root(common, arguments)?);
    let lang = common.language(&analysis);
    if analysis.unread {
        terminal::tell(human(&analysis, look(common, lang)).trim_end());
        return Err(FAILED);
    }
    Ok((analysis, lang))
}

/// The roots of all the plans that are meant, each once.
pub fn roots(common: &Common, arguments: &ArgMatches) -> Result<Vec<PathBuf>, u8> {
    let (named, speak) = (paths(arguments, "plan"), common.speak());
    let stands_for = arguments.get_one::<PathBuf>("stdin-filename");
    let mut finder = Finder::new(&common.disk);
    let roots = if named.iter().any(|path| path.as_os_str() == "-") {
        if named.len() > 1 {
            return Err(common.fail(speak.of("« - » ne va pas avec d'autres fichiers.", "`-` does not go with other files.")));
        }
        let path = common.disk.absolute(stands_for.map_or(Path::new(STDIN), PathBuf::as_path));
        if path.is_dir() {
            let shown = common.disk.display(&path);
            return Err(common.fail(&speak.of(
                format!("« {shown} » est un dossier ; --stdin-filename attend un fichier."),
                format!("\"{shown}\" is a folder; --stdin-filename takes a file."),
            )));
        }
        common.disk.stand_in(&path, standard_input(common)?);
        if stands_for.is_some() { finder.of_file(&path) } else { vec![path] }
    } else if stands_for.is_some() {
        return Err(common.fail(speak.of(
            "--stdin-filename ne sert qu'avec « - », qui lit l'entrée standard.",
            "--stdin-filename goes with `-`, which reads standard input.",
        )));
    } else if named.is_empty() {
        vec![nearest(common, &mut finder)?]
    } else {
        named.iter().flat_map(|path| at(&common.disk, &mut finder, path)).collect()
    };
    told(common, &finder);
    Ok(once(&common.disk, roots))
}

/// The roots of the plans that are named, and of those of which the next commit changes or deletes a file. There may be none.
pub fn staged(common: &Common, arguments: &ArgMatches) -> Result<Vec<PathBuf>, u8> {
    let (disk, mut finder) = (&common.disk, Finder::new(&common.disk));
    let mut roots: Vec<PathBuf> = paths(arguments, "plan").iter().flat_map(|path| at(disk, &mut finder, path)).collect();
    let here = disk.here().join(PLAN);
    // `git commit -a` keeps what it is about to commit elsewhere, and says so to its hooks.
    let index = std::env::var_os("GIT_INDEX_FILE").map(PathBuf::from);
    for file in staged_files(disk, &here, index.as_deref()).map_err(|why| unread(common, &here, "HEAD", &why))? {
        let of = if disk.is_file(&file) { finder.of_file(&file) } else { finder.asking_for(&file) };
        roots.extend(of);
    }
    told(common, &finder);
    Ok(once(disk, roots))
}

/// What a text is called that comes by a pipe and stands for no file.
pub const STDIN: &str = "<stdin>";

pub fn standard_input(common: &Common) -> Result<Vec<u8>, u8> {
    let mut bytes = Vec::new();
    let read = std::io::stdin().lock().read_to_end(&mut bytes);
    read.map(|_| bytes).map_err(|error| {
        let (speak, why) = (common.speak(), write::reason(&error, common.speak()));
        common.fail(&speak.of(format!("l'entrée standard ne peut pas être lue : {why}."), format!("standard input cannot be read: {why}.")))
    })
}

/// The roots of the plans that a path is of. Where there is no plan, the file that would be one: reading it tells what is wrong.
pub fn at(disk: &Disk, finder: &mut Finder<'_>, path: &Path) -> Vec<PathBuf> {
    let path = disk.absolute(path);
    if !path.is_dir() {
        return finder.of_file(&path);
    }
    let roots = finder.of_folder(&path);
    if roots.is_empty() { vec![path.join(PLAN)] } else { roots }
}

/// The nearest `plan.dsl` in this folder or above.
pub fn nearest(common: &Common, finder: &mut Finder<'_>) -> Result<PathBuf, u8> {
    let here = common.disk.here();
    nearest_plan(&common.disk, here).ok_or_else(|| {
        let below = finder.of_folder(here).first().map(|root| common.disk.display(root));
        let name = below.unwrap_or_else(|| "town/plan.dsl".to_owned());
        common.fail(&common.speak().of(
            format!("aucun fichier plan.dsl dans ce dossier ni au-dessus ; indiquez le fichier de votre plan, par exemple {name}."),
            format!("no plan.dsl in this folder or above; name the file of your plan, for instance {name}."),
        ))
    })
}

/// What the search passed over.
pub fn told(common: &Common, finder: &Finder<'_>) {
    const SHOWN: usize = 5;
    let (strays, speak) = (&finder.strays, common.speak());
    if !strays.is_empty() {
        let more = if strays.len() > SHOWN { ", …" } else { "" };
        let names = strays.iter().take(SHOWN).map(|path| common.disk.display(path)).collect::<Vec<_>>().join(", ") + more;
        common.note(
            &speak.of(format!("Utilisé par aucun plan, et laissé de côté : {names}"), format!("Used by no plan, and left aside: {names}")),
        );
    }
    if finder.cut {
        common.note(speak.of(
            "Il y a trop de fichiers pour les parcourir tous : un plan a pu échapper. Indiquez son fichier racine.",
            "There are too many files to look at them all: a plan may have been missed. Name its root file.",
        ));
    }
}

/// Each plan once, in the order given: hooks and shells name one file as `plan.dsl`, as `./plan.dsl`, by a link, by its folder.
fn once(disk: &Disk, mut roots: Vec<PathBuf>) -> Vec<PathBuf> {
    let mut seen = HashSet::new();
    roots.retain(|root| {
        // One file in two folders is two plans, since each uses the files beside it; a symbolic link leads to its file's folder.
        let folder = disk.real(root).parent().map(PathBuf::from);
        seen.insert((folder, disk.identity(root)))
    });
    roots
}
