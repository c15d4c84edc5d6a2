//! The commits of a git repository in which a plan became another, the newest first; and its tags.

use std::path::{Path, PathBuf};

use git2::{Commit, DiffOptions, ErrorCode, Index, Oid};
use jiff::civil::Date;

use super::repository::{Home, Trail, said};
use super::{NoRevision, World};

/// A commit, as people speak of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Past {
    /// All its digits.
    pub id: String,
    pub date: Date,
    pub author: String,
    pub summary: String,
}

impl Past {
    /// Enough digits to know it by.
    pub fn short(&self) -> &str {
        &self.id[..self.id.len().min(10)]
    }
}

/// In: where the plan is read from now, its root file. Out: each commit that changed something in the root's folder, along the first
/// parents of HEAD, the newest first. The file is followed where it was moved.
pub fn commits(world: &dyn World, root: &Path) -> Result<Vec<Past>, NoRevision> {
    let home = Home::of(world, root)?;
    let mut found: Vec<Past> = Vec::new();
    let mut trail = Trail::of(&home);
    // The tree of the folder after each commit: only where it is another than its parent's did the commit change it.
    let mut newer: Option<(Past, Option<Oid>)> = None;
    for id in home.walk()? {
        let commit = home.repository.find_commit(id.map_err(said)?).map_err(said)?;
        let whole = commit.tree().map_err(said)?;
        let folder = trail.in_older(&whole).parent().unwrap_or(Path::new(""));
        let tree = if folder.as_os_str().is_empty() { Some(whole.id()) } else { whole.get_path(folder).ok().map(|entry| entry.id()) };
        if let Some((past, after)) = newer.take()
            && after != tree
        {
            found.push(past);
        }
        newer = Some((past(&commit), tree));
    }
    found.extend(newer.filter(|(_, tree)| tree.is_some()).map(|(past, _)| past));
    Ok(found)
}

/// Is the repository a partial copy, that lacks older commits?
pub fn is_partial(world: &dyn World, root: &Path) -> bool {
    Home::of(world, root).is_ok_and(|home| home.repository.is_shallow())
}

/// The whole name (`refs/heads/main`) of a branch or a tag, where there is one of that name.
pub fn whole_name(world: &dyn World, root: &Path, name: &str) -> Option<String> {
    let home = Home::of(world, root).ok()?;
    let found = home.repository.resolve_reference_from_short_name(name).ok()?;
    found.name().ok().map(str::to_owned)
}

/// The files of plans that the next commit changes, brings or takes away. In: a path of the repository; the file that git keeps what is to
/// be committed in, where that is not the usual one.
pub fn staged(world: &dyn World, root: &Path, index: Option<&Path>) -> Result<Vec<PathBuf>, NoRevision> {
    let home = Home::of(world, root)?;
    let index = match index {
        Some(path) => Index::open(path),
        None => home.repository.index(),
    }
    .map_err(said)?;
    let before = match home.head() {
        Ok(head) => Some(head.tree().map_err(said)?),
        Err(NoRevision::NoCommit) => None,
        Err(why) => return Err(why),
    };
    let mut options = DiffOptions::new();
    options.pathspec("*.dsl");
    let changes = home.repository.diff_tree_to_index(before.as_ref(), Some(&index), Some(&mut options)).map_err(said)?;
    Ok(changes.deltas().filter_map(|delta| Some(home.top.join(delta.new_file().path()?))).collect())
}

/// Where one revision left another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fork {
    /// At what the other one is now: it has gone no further since.
    Here,
    /// At an older commit.
    At(Past),
    /// They have nothing in common; or, `partial`, this copy of the repository does not go back so far.
    Nowhere { partial: bool },
}

/// In: two names of revisions of the plan's repository. Out: where the second left the first.
pub fn fork(world: &dyn World, root: &Path, first: &str, second: &str) -> Result<Fork, NoRevision> {
    let home = Home::of(world, root)?;
    let (first, second) = (home.object(first)?, home.object(second)?);
    // What is no commit has no past.
    let (Ok(first), Ok(second)) = (first.peel_to_commit(), second.peel_to_commit()) else { return Ok(Fork::Here) };
    match home.repository.merge_base(first.id(), second.id()) {
        Ok(base) if base == first.id() => Ok(Fork::Here),
        Ok(base) => Ok(Fork::At(past(&home.repository.find_commit(base).map_err(said)?))),
        Err(error) if error.code() == ErrorCode::NotFound => Ok(Fork::Nowhere { partial: home.repository.is_shallow() }),
        Err(error) => Err(said(error)),
    }
}

/// The commit that a plan is read from, in few digits, and whether its folder's files were changed since; none where git keeps none.
/// `revision`: the one that is read, and not the files.
pub fn provenance(world: &dyn World, root: &Path, revision: Option<&str>) -> Option<(String, bool)> {
    let home = Home::of(world, root).ok()?;
    let folder = home.root.parent().unwrap_or(Path::new(""));
    let commit = home.repository.revparse_single(revision.unwrap_or("HEAD")).ok()?.peel_to_commit().ok()?;
    let mut options = git2::StatusOptions::new();
    options.include_untracked(true).recurse_untracked_dirs(true);
    // Only what a plan is made of.
    let pattern =
        if folder.as_os_str().is_empty() { "*.dsl".to_owned() } else { format!("{}/*.dsl", folder.to_string_lossy().replace('\\', "/")) };
    options.pathspec(pattern);
    let changed = revision.is_none() && home.repository.statuses(Some(&mut options)).is_ok_and(|statuses| !statuses.is_empty());
    Some((past(&commit).short().to_owned(), changed))
}

/// The tags under which the plan is kept, the oldest commit first.
pub fn tags(world: &dyn World, root: &Path) -> Result<Vec<(String, Past)>, NoRevision> {
    let home = Home::of(world, root)?;
    home.head()?;
    let mut found: Vec<(String, Past, i64)> = Vec::new();
    for name in home.repository.tag_names(None).map_err(said)?.iter().flatten().flatten() {
        let commit = home.repository.revparse_single(&format!("refs/tags/{name}")).and_then(|object| object.peel_to_commit());
        if let Ok(commit) = commit
            && commit.tree().is_ok_and(|tree| home.root_in(&tree).is_some())
        {
            found.push((name.to_owned(), past(&commit), commit.time().seconds()));
        }
    }
    found.sort_by_key(|(name, _, when)| (*when, name.clone()));
    Ok(found.into_iter().map(|(name, past, _)| (name, past)).collect())
}

pub(super) fn past(commit: &Commit<'_>) -> Past {
    let seconds = commit.time().seconds() + i64::from(commit.time().offset_minutes()) * 60;
    let days = jiff::Span::new().try_days(seconds.div_euclid(86_400)).unwrap_or_default();
    let date = jiff::civil::date(1970, 1, 1).checked_add(days).unwrap_or(Date::ZERO);
    let line = |text: Option<&str>| text.unwrap_or_default().trim().to_owned();
    Past { id: commit.id().to_string(), date, author: line(commit.author().name().ok()), summary: line(commit.summary().ok().flatten()) }
}
