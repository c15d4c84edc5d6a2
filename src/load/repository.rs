//! A plan's git repository: found, begun, and where in it the plan's root file stands and stood.

use std::cell::OnceCell;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use git2::{Commit, Delta, DiffFindOptions, DiffOptions, ErrorCode, Object, Oid, Repository, Revwalk, Sort, Tree};

use super::{NoRevision, World};

/// The repository that a plan lies in.
pub(super) struct Home {
    pub repository: Repository,
    /// The folder that the paths of the repository are below: its work tree; the repository itself where it has none.
    pub top: PathBuf,
    /// The plan's root file, below that folder.
    pub root: PathBuf,
    /// What the root file was called before, the newest first: asked for where it is not found under its name.
    names: OnceCell<Vec<PathBuf>>,
}

impl Home {
    /// Git speaks of folders as they really are, and a plan's path may go by links. The plan's folder may not be written out now.
    pub fn of(world: &dyn World, root: &Path) -> Result<Home, NoRevision> {
        let start = world.real(root.parent().unwrap_or(Path::new("")));
        let repository = found(&start)?;
        let top = world.real(repository.workdir().unwrap_or(repository.path()));
        let root = start.join(root.file_name().unwrap_or_default());
        let root = root.strip_prefix(&top).map_err(|_| NoRevision::NoRepository)?.to_owned();
        Ok(Home { repository, top, root, names: OnceCell::new() })
    }

    /// What a name (a branch, a tag, a commit) stands for.
    pub fn object(&self, name: &str) -> Result<Object<'_>, NoRevision> {
        let nothing_yet = || self.repository.is_empty().unwrap_or(false) || (name.starts_with("HEAD") && self.head().is_err());
        self.repository.revparse_single(name).map_err(|_| match () {
            () if nothing_yet() => NoRevision::NoCommit,
            () if self.repository.is_shallow() => NoRevision::Shallow,
            () => NoRevision::Unknown,
        })
    }

    /// The commit that was made last on this branch.
    pub fn head(&self) -> Result<Commit<'_>, NoRevision> {
        let head = self.repository.head().map_err(|error| match error.code() {
            ErrorCode::UnbornBranch | ErrorCode::NotFound => NoRevision::NoCommit,
            _ => said(error),
        })?;
        head.peel_to_commit().map_err(said)
    }

    /// The commits along the first parents of the last one, the newest first.
    pub fn walk(&self) -> Result<Revwalk<'_>, NoRevision> {
        let mut walk = self.repository.revwalk().map_err(said)?;
        walk.push(self.head()?.id()).map_err(said)?;
        walk.set_sorting(Sort::TOPOLOGICAL).map_err(said)?;
        walk.simplify_first_parent().map_err(said)?;
        Ok(walk)
    }

    /// The root file's path in a tree: that of today, else one that it had before.
    pub fn root_in(&self, tree: &Tree<'_>) -> Option<&Path> {
        if tree.get_path(&self.root).is_ok() {
            return Some(&self.root);
        }
        let names = self.names.get_or_init(|| self.names_kept().unwrap_or_default());
        names.iter().find(|name| tree.get_path(name).is_ok()).map(PathBuf::as_path)
    }

    /// What was read last, where it is asked for anew: a plan's versions are read one after the other.
    fn names_kept(&self) -> Result<Vec<PathBuf>, NoRevision> {
        let mut last = LAST.lock().unwrap_or_else(PoisonError::into_inner);
        let (root, head) = (self.top.join(&self.root), self.head()?.id());
        if let Some((_, _, names)) = last.as_ref().filter(|(of, at, _)| *of == root && *at == head) {
            return Ok(names.clone());
        }
        let names = self.before()?;
        *last = Some((root, head, names.clone()));
        Ok(names)
    }

    fn before(&self) -> Result<Vec<PathBuf>, NoRevision> {
        let mut names = Vec::new();
        let mut trail = Trail::of(self);
        for id in self.walk()? {
            let tree = self.repository.find_commit(id.map_err(said)?).and_then(|commit| commit.tree()).map_err(said)?;
            let path = trail.in_older(&tree);
            if names.last().unwrap_or(&self.root) != path {
                names.push(path.to_owned());
            }
        }
        Ok(names)
    }
}

/// The names that a root file had before, as of the commit that was the last then.
static LAST: Mutex<Option<(PathBuf, Oid, Vec<PathBuf>)>> = Mutex::new(None);

/// A root file's path, followed from commit to commit into the past.
pub(super) struct Trail<'h> {
    repository: &'h Repository,
    path: PathBuf,
    /// The tree that was looked at last; none: what is on the disk.
    newer: Option<Oid>,
    /// Was the file in it?
    there: bool,
}

impl<'h> Trail<'h> {
    pub fn of(home: &'h Home) -> Trail<'h> {
        Trail { repository: &home.repository, path: home.root.clone(), newer: None, there: true }
    }

    /// The file's path in the tree that comes next, or what it was called last.
    pub fn in_older(&mut self, tree: &Tree<'_>) -> &Path {
        let mut there = tree.get_path(&self.path).is_ok();
        if !there
            && self.there
            && let Some(before) = self.moved(tree)
        {
            (self.path, there) = (before, true);
        }
        (self.newer, self.there) = (Some(tree.id()), there);
        &self.path
    }

    /// From where the file came to its path, if it came from somewhere.
    fn moved(&self, older: &Tree<'_>) -> Option<PathBuf> {
        let mut options = DiffOptions::new();
        options.include_untracked(true).recurse_untracked_dirs(true).pathspec("*.dsl");
        let mut diff = match self.newer {
            None => self.repository.diff_tree_to_workdir_with_index(Some(older), Some(&mut options)),
            Some(newer) => {
                let newer = self.repository.find_tree(newer).ok()?;
                self.repository.diff_tree_to_tree(Some(older), Some(&newer), Some(&mut options))
            }
        }
        .ok()?;
        diff.find_similar(Some(DiffFindOptions::new().renames(true).for_untracked(true))).ok()?;
        let mut moves = diff.deltas().filter(|delta| delta.status() == Delta::Renamed);
        let before = moves.find(|delta| delta.new_file().path() == Some(&self.path))?.old_file().path()?.to_owned();
        // What git has forgotten and is there all the same was not moved.
        let stays = self.newer.is_none() && self.repository.workdir().is_some_and(|top| top.join(&before).exists());
        (!stays).then_some(before)
    }
}

/// The repository that a folder lies in, be the folder there or not.
fn found(folder: &Path) -> Result<Repository, NoRevision> {
    for there in folder.ancestors() {
        match Repository::discover(there) {
            Ok(repository) => return Ok(repository),
            Err(error) if error.code() == ErrorCode::NotFound => {}
            Err(error) if error.code() == ErrorCode::Owner => return Err(NoRevision::Distrusted),
            Err(error) => return Err(said(error)),
        }
    }
    Err(NoRevision::NoRepository)
}

/// What git itself says of a failure.
pub(super) fn said(error: git2::Error) -> NoRevision {
    NoRevision::Other(error.message().to_owned())
}

/// A repository that is there already.
pub struct Around {
    /// The folder of its work tree.
    pub top: PathBuf,
    /// The folder that holds git's own settings of it.
    pub settings: PathBuf,
}

/// The repository with a work tree that a folder lies in, be the folder there or not. In: the folder, links followed.
pub fn around(folder: &Path) -> Result<Option<Around>, NoRevision> {
    match found(folder) {
        Ok(repository) => Ok(repository.workdir().map(|top| Around { top: top.to_owned(), settings: repository.commondir().to_owned() })),
        Err(NoRevision::NoRepository) => Ok(None),
        Err(why) => Err(why),
    }
}

/// Makes a repository of a folder. In: the folder, and the file of settings in it that git is to take up. Fails with what git says.
pub fn begin(folder: &Path, settings: &str) -> Result<(), String> {
    let made = Repository::init(folder).and_then(|repository| repository.config()?.set_str("include.path", &format!("../{settings}")));
    made.map_err(|error| error.message().to_owned())
}
