//! Writes whole files or nothing: into a neighbour first, then into place.

use std::collections::HashSet;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::{fs, io::ErrorKind};

use super::Common;
use crate::analysis::Analysis;
use crate::diagnostic::Lang;
use crate::load::Identity;

/// No file of the plan may be lost under a result, whatever it is called there; and what is protected stays.
pub fn harmless(common: &Common, lang: Lang, analysis: &Analysis, paths: impl IntoIterator<Item = PathBuf>) -> Result<(), u8> {
    let plan: HashSet<Identity> = analysis.paths.iter().flatten().map(|path| common.disk.identity(path)).collect();
    for path in paths {
        if plan.contains(&common.disk.identity(&common.disk.absolute(&path))) {
            let path = path.display();
            return Err(common.fail(&lang.of(
                format!("« {path} » est un fichier du plan : l'écrire l'effacerait. Choisissez un autre nom."),
                format!("\"{path}\" is a file of the plan: writing it would erase it. Choose another name."),
            )));
        }
        replaceable(&path).map_err(|error| common.fail(&unwritten(&path, &error, lang)))?;
    }
    Ok(())
}

pub fn unwritten(path: &Path, error: &io::Error, lang: Lang) -> String {
    let (path, why) = (path.display(), reason(error, lang));
    lang.of(format!("« {path} » ne peut pas être écrit : {why}."), format!("\"{path}\" cannot be written: {why}."))
}

/// A file that appears complete, or not at all. One that is there keeps its rights, and a link leads where it led.
pub fn whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let path = &target(path);
    let old = replaceable(path)?;
    if old.as_ref().is_some_and(|old| !old.is_file() && !old.is_dir()) {
        // A device or a pipe takes the bytes; nothing may take its place.
        return fs::OpenOptions::new().write(true).open(path)?.write_all(bytes);
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".strategy-");
    #[cfg(unix)]
    {
        // What a new file may be, less what the user's umask takes away; a temporary file is otherwise its owner's alone.
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(old.as_ref().map_or(fs::Permissions::from_mode(0o666), fs::Metadata::permissions));
    }
    let mut file = builder.tempfile_in(folder)?;
    #[cfg(unix)]
    if let Some(old) = &old {
        use std::os::unix::fs::{MetadataExt, fchown};
        // The administrator's build leaves the file to its owner; nobody else may give it away.
        let _ = fchown(file.as_file(), Some(old.uid()), Some(old.gid()));
        file.as_file().set_permissions(old.permissions())?;
    }
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// A folder of files that appear together: made beside it, then moved into place, the last file last. What is there is not replaced.
pub fn folder(dir: &Path, files: &[(String, String)]) -> io::Result<()> {
    let beside = dir.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(beside)?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(".strategy-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o777));
    }
    // In the folder itself where it is there: what lies beside it may not be ours to write.
    let made = builder.tempdir_in(if dir.is_dir() { dir } else { beside })?;
    for (name, text) in files {
        let path = made.path().join(name);
        path.parent().map_or(Ok(()), fs::create_dir_all)?;
        whole(&path, text.as_bytes())?;
    }
    if !dir.is_dir() {
        fs::rename(made.path(), dir)?;
        // It is no temporary folder any more.
        let _ = made.keep();
        return Ok(());
    }
    let mut moved: Vec<PathBuf> = Vec::new();
    for (name, _) in files {
        let first = Path::new(name).components().next().map_or(Path::new(name), |part| Path::new(part.as_os_str()));
        let place = dir.join(first);
        if moved.contains(&place) {
            continue;
        }
        let done = if place.exists() { Err(ErrorKind::AlreadyExists.into()) } else { fs::rename(made.path().join(first), &place) };
        if let Err(error) = done {
            for path in moved {
                let _ = if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
            }
            return Err(error);
        }
        moved.push(place);
    }
    Ok(())
}

/// A file that was not there.
pub fn fresh(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".strategy-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(parent)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist_noclobber(path).map_err(|error| error.error)?;
    Ok(())
}

/// What lies where a file is to be written, if anything; an error when it may not be replaced.
pub fn replaceable(path: &Path) -> io::Result<Option<fs::Metadata>> {
    let old = match fs::metadata(path) {
        Ok(old) => old,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    // The folder's rights would let it be replaced all the same; but whoever protected the file meant it.
    let closed = || fs::OpenOptions::new().write(true).open(path).is_err_and(|error| error.kind() == ErrorKind::PermissionDenied);
    if old.is_file() && (old.permissions().readonly() || closed()) {
        return Err(ErrorKind::ReadOnlyFilesystem.into());
    }
    Ok(Some(old))
}

/// Where a link leads, be there a file or not.
fn target(path: &Path) -> PathBuf {
    let mut path = path.to_owned();
    for _ in 0..MOST_LINKS {
        let Ok(next) = fs::read_link(&path) else { break };
        path = path.parent().unwrap_or(Path::new("")).join(next);
    }
    path
}

/// As many links in a row as Linux follows.
const MOST_LINKS: usize = 40;

/// Why a file was not written, in words.
pub fn reason(error: &io::Error, lang: Lang) -> String {
    match error.kind() {
        ErrorKind::PermissionDenied => lang.of("droits insuffisants", "permission denied").to_owned(),
        ErrorKind::ReadOnlyFilesystem => lang.of("il est protégé en écriture", "it is read-only").to_owned(),
        ErrorKind::NotFound => lang.of("dossier introuvable", "no such folder").to_owned(),
        ErrorKind::StorageFull => lang.of("disque plein", "the disk is full").to_owned(),
        ErrorKind::NotADirectory => lang.of("ce n'est pas un dossier", "not a folder").to_owned(),
        ErrorKind::AlreadyExists => lang.of("un fichier de ce nom existe déjà", "a file of that name exists").to_owned(),
        ErrorKind::IsADirectory => lang.of("c'est un dossier", "it is a folder").to_owned(),
        _ => error.to_string(),
    }
}
