//! The disk as a [`World`].

use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::{fs, io};

use super::find::MADE;
use super::{Ground, LARGEST, Listing, Unread, World};
use crate::syntax::readable;

use jiff::civil::Date;

/// Reads files; paths are shown relative to the folder in which the command runs.
pub struct Disk {
    here: PathBuf,
    home: Option<PathBuf>,
    /// A file, by where it really is, and the text that stands in its place.
    instead: OnceLock<(PathBuf, Vec<u8>)>,
    /// The day on which plans are judged.
    today: OnceLock<Date>,
    /// Paths are shown as seen from the top of the repository that they lie in, and not from here.
    from_top: OnceLock<()>,
    /// A folder with the library's own files, that stand in the place of those that came with the program.
    libraries: OnceLock<PathBuf>,
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
        Ok(Disk {
            here: std::env::current_dir()?,
            home: std::env::home_dir().map(|home| fs::canonicalize(&home).unwrap_or(home)),
            instead: OnceLock::new(),
            today: OnceLock::new(),
            from_top: OnceLock::new(),
            libraries: OnceLock::new(),
        })
    }

    /// From now on plans are judged as of that day. The first one stays.
    pub fn as_of(&self, day: Date) {
        let _ = self.today.set(day);
    }

    /// From now on the library's files are those of a folder. The first one stays.
    pub fn with_libraries(&self, folder: PathBuf) {
        let _ = self.libraries.set(folder);
    }

    /// From now on paths are shown as a forge has them: from the top of the repository that they lie in; without one, as before.
    pub fn show_from_top(&self) {
        let _ = self.from_top.set(());
    }

    /// A path as seen from a folder, links followed; itself where they share no more than the root of the disk.
    pub fn seen_from(&self, folder: &Path, path: &Path) -> String {
        let (folder, path) = (self.real(folder), self.real(path));
        relative(&folder, &path).unwrap_or(path).to_string_lossy().replace('\\', "/")
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

    /// From now on this text stands in place of the file: what an editor holds, or what comes by a pipe. The first one stays.
    pub fn stand_in(&self, path: &Path, bytes: Vec<u8>) {
        let path = self.absolute(path);
        let _ = self.instead.set((self.real(&path), bytes));
    }

    fn instead(&self, path: &Path) -> Option<&Vec<u8>> {
        self.instead.get().filter(|(stood_in, _)| *stood_in == self.real(path)).map(|(_, bytes)| bytes)
    }

    /// The folder in which the command runs.
    pub fn here(&self) -> &Path {
        &self.here
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
}

impl Ground for Disk {
    fn is_file(&self, path: &Path) -> bool {
        path.is_file() || self.instead(path).is_some()
    }

    fn is_work_tree(&self, folder: &Path) -> bool {
        folder.join(".git").exists()
    }

    fn is_top(&self, folder: &Path) -> bool {
        self.is_work_tree(folder) || self.home.as_deref() == Some(folder)
    }

    fn list(&self, folder: &Path, most: usize) -> Listing {
        let mut listing = Listing::default();
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            if listing.entries == most {
                listing.cut = true;
                break;
            }
            listing.entries += 1;
            let (name, path) = (entry.file_name(), entry.path());
            let name = name.to_string_lossy();
            let Ok(kind) = entry.file_type() else { continue };
            if name.starts_with('.') {
                continue;
            }
            if kind.is_dir() && !MADE.contains(&&*name) {
                listing.folders.push(path);
            } else if name.ends_with(".dsl") && (kind.is_file() || (kind.is_symlink() && path.is_file())) {
                listing.files.push(path);
            }
        }
        listing.files.sort();
        listing.folders.sort();
        listing
    }
}

impl World for Disk {
    fn today(&self) -> Option<Date> {
        self.today.get().copied()
    }

    fn library(&self, name: &str) -> Option<String> {
        let path = self.libraries.get()?.join(format!("{}.dsl", name.replace('.', "/")));
        fs::read_to_string(path).ok()
    }

    fn read(&self, path: &Path) -> Result<Vec<u8>, Unread> {
        if let Some(bytes) = self.instead(path) {
            return if bytes.len() as u64 > LARGEST { Err(Unread::TooLarge(bytes.len() as u64)) } else { Ok(bytes.clone()) };
        }
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
        folder.ancestors().find(|folder| self.is_work_tree(folder)).map(Path::to_owned).unwrap_or(folder)
    }

    fn real(&self, path: &Path) -> PathBuf {
        // A file that is not there yet lies where its folder is.
        let real = path.ancestors().find_map(|there| Some((fs::canonicalize(there).ok()?, path.strip_prefix(there).ok()?)));
        real.map_or_else(|| path.to_owned(), |(there, rest)| if rest.as_os_str().is_empty() { there } else { there.join(rest) })
    }

    fn display(&self, path: &Path) -> String {
        let real = self.from_top.get().map(|()| self.real(path));
        let top = real.as_deref().and_then(|real| real.ancestors().skip(1).find(|folder| self.is_work_tree(folder)));
        let (from, path) = match (top, &real) {
            (Some(top), Some(real)) => (top, real.as_path()),
            _ => (self.here.as_path(), path),
        };
        let shown = match path.strip_prefix(from) {
            Ok(below) if below.as_os_str().is_empty() => PathBuf::from("."),
            Ok(below) => below.to_owned(),
            Err(_) => relative(from, path).unwrap_or_else(|| path.to_owned()),
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
