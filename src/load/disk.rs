//! The disk as a [`World`].

use std::io::Read;
use std::path::{Path, PathBuf};
use std::{fs, io};

use super::{LARGEST, Unread, World};
use crate::syntax::readable;

/// Reads files; paths are shown relative to the folder in which the command runs.
pub struct Disk {
    here: PathBuf,
}

/// Equal for two paths that lead to one file.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Identity {
    /// The file system's own number, where it has one: hard links are one file.
    Number(u64, u64),
    Path(PathBuf),
}

impl Disk {
    pub fn new() -> io::Result<Disk> {
        Ok(Disk { here: std::env::current_dir()? })
    }

    /// The absolute form of a path that somebody typed, without `.` and `..`.
    pub fn absolute(&self, path: &Path) -> PathBuf {
        let mut out = PathBuf::new();
        for component in self.here.join(path).components() {
            match component {
                std::path::Component::CurDir => {}
                std::path::Component::ParentDir => {
                    out.pop();
                }
                other => out.push(other),
            }
        }
        out
    }

    /// The root file of the plan that somebody named: a file, or a folder for its `plan.dsl`.
    pub fn plan(&self, named: &Path) -> PathBuf {
        let path = self.absolute(named);
        if path.is_dir() { path.join("plan.dsl") } else { path }
    }

    /// Which file a path leads to, whatever it is called there.
    pub fn identity(&self, path: &Path) -> Identity {
        #[cfg(unix)]
        if let Ok(facts) = fs::metadata(path) {
            use std::os::unix::fs::MetadataExt;
            return Identity::Number(facts.dev(), facts.ino());
        }
        Identity::Path(self.real(path))
    }

    /// The nearest other `plan.dsl` that a file may belong to: in its folder or above, not above the git work tree.
    pub fn plan_above(&self, path: &Path) -> Option<PathBuf> {
        for folder in path.ancestors().skip(1) {
            let plan = folder.join("plan.dsl");
            if plan.is_file() && plan != path {
                return Some(plan);
            }
            if folder.join(".git").exists() {
                break;
            }
        }
        None
    }

    /// The nearest `plan.dsl` in this folder or above.
    pub fn nearest_plan(&self) -> Option<PathBuf> {
        self.here.ancestors().map(|folder| folder.join("plan.dsl")).find(|path| path.is_file())
    }
}

impl World for Disk {
    fn read(&self, path: &Path) -> Result<Vec<u8>, Unread> {
        let facts = fs::metadata(path).map_err(reason)?;
        if facts.is_dir() {
            return Err(Unread::Directory);
        }
        if !facts.is_file() {
            return Err(Unread::Special);
        }
        if facts.len() > LARGEST {
            return Err(Unread::TooLarge(facts.len()));
        }
        // The length of some files is known only by reading them.
        let mut bytes = Vec::new();
        fs::File::open(path).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes)).map_err(reason)?;
        Ok(bytes)
    }

    fn boundary(&self, root: &Path) -> PathBuf {
        let folder = root.parent().unwrap_or(Path::new("")).to_owned();
        folder.ancestors().find(|folder| folder.join(".git").exists()).map(Path::to_owned).unwrap_or(folder)
    }

    fn real(&self, path: &Path) -> PathBuf {
        // A file that is not there yet lies where its folder is.
        let real = path.ancestors().find_map(|there| Some((fs::canonicalize(there).ok()?, path.strip_prefix(there).ok()?)));
        real.map_or_else(|| path.to_owned(), |(there, rest)| if rest.as_os_str().is_empty() { there } else { there.join(rest) })
    }

    fn display(&self, path: &Path) -> String {
        let shown = match path.strip_prefix(&self.here) {
            Ok(below) if below.as_os_str().is_empty() => PathBuf::from("."),
            Ok(below) => below.to_owned(),
            Err(_) => relative(&self.here, path).unwrap_or_else(|| path.to_owned()),
        };
        // One spelling on every system, so that outputs can be compared.
        // And no character of a folder's name may command the terminal that shows it.
        let shown = shown.to_string_lossy().replace('\\', "/");
        shown.chars().map(|c| if readable(c) { c } else { '?' }).collect()
    }
}

/// `../other/plan.dsl`, when both share more than the root of the disk.
fn relative(from: &Path, to: &Path) -> Option<PathBuf> {
    let common = from.components().zip(to.components()).take_while(|(a, b)| a == b).count();
    if common < 2 {
        return None;
    }
    let up = from.components().skip(common).map(|_| std::path::Component::ParentDir);
    Some(up.chain(to.components().skip(common)).collect())
}

fn reason(error: io::Error) -> Unread {
    match error.kind() {
        io::ErrorKind::NotFound => Unread::NotFound,
        io::ErrorKind::IsADirectory => Unread::Directory,
        io::ErrorKind::PermissionDenied => Unread::Denied,
        _ => Unread::Other(error.raw_os_error().unwrap_or(0)),
    }
}
