//! What an authority brings of its own to its documents: its coat of arms, its template. Files of the plan's folder, and no others.

use std::path::{Path, PathBuf};

use crate::analysis::Analysis;
use crate::check::{logo, template};
use crate::cli::{Common, write};
use crate::diagnostic::Lang;
use crate::document::Bundle;
use crate::language::Concept;
use crate::load::World;

/// What the papers are laid out by, in an authority's own folder too.
const PAPER: &str = "paper.typ";
const MAIN: &str = "main.typ";

/// Puts them into the bundle. Out: the code to end with, where a file cannot be read or stands elsewhere.
pub fn dress(common: &Common, lang: Lang, analysis: &Analysis, root: &Path, bundle: &mut Bundle, paper: bool) -> Result<(), u8> {
    let Some(of) = analysis.plan.all(Concept::Layout).next() else { return Ok(()) };
    let beside = root.parent().unwrap_or(Path::new("."));
    if let Some((file, _)) = logo(of).filter(|_| !paper) {
        let path = within(common, lang, root, beside.join(&file))?;
        let form = file.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
        bundle.put(&format!("logo.{form}"), read(common, lang, &path)?);
    }
    let Some(folder) = template(of) else { return Ok(()) };
    let folder = within(common, lang, root, beside.join(folder))?;
    let listed = std::fs::read_dir(&folder).and_then(|entries| entries.collect::<Result<Vec<_>, _>>());
    let listed = listed.map_err(|error| common.fail(&unread(&folder, &error, lang)))?;
    let mut files: Vec<PathBuf> = listed.into_iter().map(|entry| entry.path()).filter(|path| path.is_file()).collect();
    files.sort();
    for path in files {
        let Some(name) = path.file_name().and_then(|name| name.to_str()).map(str::to_owned) else { continue };
        // Each kind of document has its own beginning.
        let name = match (name.as_str(), paper) {
            (MAIN, true) | (PAPER, false) => continue,
            (PAPER, true) => MAIN.to_owned(),
            _ => name,
        };
        let path = within(common, lang, root, path)?;
        bundle.put(&name, read(common, lang, &path)?);
    }
    Ok(())
}

/// Links followed, it has to lie where the plan's own files may.
fn within(common: &Common, lang: Lang, root: &Path, path: PathBuf) -> Result<PathBuf, u8> {
    let (real, boundary) = (common.disk.real(&path), common.disk.real(&common.disk.boundary(root)));
    match real.starts_with(&boundary) {
        true => Ok(path),
        false => {
            let shown = common.disk.display(&path);
            Err(common.fail(&lang.of(
                format!("« {shown} » mène hors du dossier du plan : rien n'en est lu."),
                format!("\"{shown}\" leads out of the plan's folder: nothing of it is read."),
            )))
        }
    }
}

fn read(common: &Common, lang: Lang, path: &Path) -> Result<Vec<u8>, u8> {
    std::fs::read(path).map_err(|error| common.fail(&unread(path, &error, lang)))
}

fn unread(path: &Path, error: &std::io::Error, lang: Lang) -> String {
    let (path, why) = (path.display(), write::reason(error, lang));
    lang.of(format!("« {path} » ne peut pas être lu : {why}."), format!("\"{path}\" cannot be read: {why}."))
}
