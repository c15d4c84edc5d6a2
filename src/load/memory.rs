//! A plan in memory as a [`World`]: for tests, benchmarks, and wherever there is no disk.

use std::path::{Path, PathBuf};

use super::{Unread, World};

/// Files by name; names are shown as they are. The plan's folder is `/plan`.
#[derive(Debug, Clone, Default)]
pub struct Memory(Vec<(PathBuf, Vec<u8>)>);

impl Memory {
    pub fn new(files: impl IntoIterator<Item = (impl AsRef<Path>, impl Into<Vec<u8>>)>) -> Memory {
        Memory(files.into_iter().map(|(name, bytes)| (Path::new("/plan").join(name), bytes.into())).collect())
    }

    /// A plan of one file, `plan.dsl`.
    pub fn one(bytes: impl Into<Vec<u8>>) -> Memory {
        Memory::new([("plan.dsl", bytes)])
    }

    /// Where its root file is.
    pub fn root() -> &'static Path {
        Path::new("/plan/plan.dsl")
    }
}

impl World for Memory {
    fn read(&self, path: &Path) -> Result<Vec<u8>, Unread> {
        self.0.iter().find(|(known, _)| known == path).map(|(_, bytes)| bytes.clone()).ok_or(Unread::NotFound)
    }

    fn boundary(&self, _: &Path) -> PathBuf {
        PathBuf::from("/plan")
    }

    fn display(&self, path: &Path) -> String {
        path.strip_prefix("/plan").unwrap_or(path).to_string_lossy().into_owned()
    }
}
