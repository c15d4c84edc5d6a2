//! The commits of a git repository in which a plan became another, the newest first; and its tags.

use std::path::Path;

use git2::{Commit, ErrorCode, Oid, Repository, Sort};
use jiff::civil::Date;

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
/// parents of HEAD, the newest first.
pub fn commits(world: &dyn World, root: &Path) -> Result<Vec<Past>, NoRevision> {
    let (repository, folder) = open(world, root)?;
    let mut walk = repository.revwalk().map_err(said)?;
    walk.push_head().map_err(|error| if error.code() == ErrorCode::UnbornBranch { NoRevision::NoCommit } else { said(error) })?;
    walk.set_sorting(Sort::TOPOLOGICAL).map_err(said)?;
    walk.simplify_first_parent().map_err(said)?;
    let mut found: Vec<Past> = Vec::new();
    // The tree of the folder after each commit: only where it is another than its parent's did the commit change it.
    let mut newer: Option<(Past, Option<Oid>)> = None;
    for id in walk {
        let commit = repository.find_commit(id.map_err(said)?).map_err(said)?;
        let tree = tree_of(&commit, &folder);
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

/// The commit that a plan is read from, in few digits, and whether its folder's files were changed since; none where git keeps none.
/// `revision`: the one that is read, and not the files.
pub fn provenance(world: &dyn World, root: &Path, revision: Option<&str>) -> Option<(String, bool)> {
    let (repository, folder) = open(world, root).ok()?;
    let commit = repository.revparse_single(revision.unwrap_or("HEAD")).ok()?.peel_to_commit().ok()?;
    let mut options = git2::StatusOptions::new();
    options.include_untracked(true).recurse_untracked_dirs(true);
    // Only what a plan is made of.
    let pattern =
        if folder.as_os_str().is_empty() { "*.dsl".to_owned() } else { format!("{}/*.dsl", folder.to_string_lossy().replace('\\', "/")) };
    options.pathspec(pattern);
    let changed = revision.is_none() && repository.statuses(Some(&mut options)).is_ok_and(|statuses| !statuses.is_empty());
    Some((past(&commit).short().to_owned(), changed))
}

/// The tags under which the plan is kept, the oldest commit first.
pub fn tags(world: &dyn World, root: &Path) -> Result<Vec<(String, Past)>, NoRevision> {
    let (repository, folder) = open(world, root)?;
    let mut found: Vec<(String, Past, i64)> = Vec::new();
    for name in repository.tag_names(None).map_err(said)?.iter().flatten().flatten() {
        let commit = repository.revparse_single(&format!("refs/tags/{name}")).and_then(|object| object.peel_to_commit());
        if let Ok(commit) = commit
            && tree_of(&commit, &folder).is_some()
        {
            found.push((name.to_owned(), past(&commit), commit.time().seconds()));
        }
    }
    found.sort_by_key(|(name, _, when)| (*when, name.clone()));
    Ok(found.into_iter().map(|(name, past, _)| (name, past)).collect())
}

/// The repository, and the plan's folder in it.
pub(super) fn open(world: &dyn World, root: &Path) -> Result<(Repository, std::path::PathBuf), NoRevision> {
    let start = world.real(root.parent().unwrap_or(Path::new("")));
    let repository = Repository::discover(&start).map_err(|error| match error.code() {
        ErrorCode::NotFound => NoRevision::NoRepository,
        ErrorCode::Owner => NoRevision::Distrusted,
        _ => said(error),
    })?;
    let top = world.real(repository.workdir().ok_or(NoRevision::NoRepository)?);
    let folder = start.strip_prefix(&top).map_err(|_| NoRevision::NoRepository)?.to_owned();
    Ok((repository, folder))
}

pub(super) fn tree_of(commit: &Commit<'_>, folder: &Path) -> Option<Oid> {
    let tree = commit.tree().ok()?;
    if folder.as_os_str().is_empty() { Some(tree.id()) } else { tree.get_path(folder).ok().map(|entry| entry.id()) }
}

pub(super) fn past(commit: &Commit<'_>) -> Past {
    let seconds = commit.time().seconds() + i64::from(commit.time().offset_minutes()) * 60;
    let days = jiff::Span::new().try_days(seconds.div_euclid(86_400)).unwrap_or_default();
    let date = jiff::civil::date(1970, 1, 1).checked_add(days).unwrap_or(Date::ZERO);
    let line = |text: Option<&str>| text.unwrap_or_default().trim().to_owned();
    Past { id: commit.id().to_string(), date, author: line(commit.author().name().ok()), summary: line(commit.summary().ok().flatten()) }
}

pub(super) fn said(error: git2::Error) -> NoRevision {
    NoRevision::Other(error.message().to_owned())
}
