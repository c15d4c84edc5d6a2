//! The commits that made a plan what it is, along all their parents: whoever wrote a line on a branch wrote it, and not who merged it.

use std::path::Path;

use git2::{Commit, Oid, Sort};
use rustc_hash::FxHashMap;

use super::past::past;
use super::repository::{Home, said};
use super::{NoRevision, Past, World};

pub struct Lineage {
    home: Home,
    /// Those after which the plan's folder is another than after any of their parents; none before what it was made from.
    pub commits: Vec<Past>,
    /// Of each, the numbers of those that it was made from.
    pub parents: Vec<Vec<usize>>,
    /// Of each: are commits before it that this copy of the repository does not hold?
    pub cut: Vec<bool>,
}

impl Lineage {
    /// In: where the plan is read from now, its root file.
    pub fn of(world: &dyn World, root: &Path) -> Result<Lineage, NoRevision> {
        let home = Home::of(world, root)?;
        let repository = &home.repository;
        let mut walk = repository.revwalk().map_err(said)?;
        walk.push(home.head()?.id()).map_err(said)?;
        walk.set_sorting(Sort::TOPOLOGICAL).map_err(said)?;
        let all = walk.map(|id| repository.find_commit(id.map_err(said)?).map_err(said)).collect::<Result<Vec<_>, _>>()?;
        let numbers: FxHashMap<Oid, usize> = all.iter().enumerate().map(|(at, commit)| (commit.id(), at)).collect();
        // The plan's folder, wherever it stood.
        let folder = |commit: &Commit<'_>| {
            let whole = commit.tree().ok()?;
            let folder = home.root_in(&whole)?.parent()?;
            if folder.as_os_str().is_empty() { Some(whole.id()) } else { whole.get_path(folder).ok().map(|entry| entry.id()) }
        };
        let trees: Vec<Option<Oid>> = all.iter().map(folder).collect();
        let made_from: Vec<Vec<usize>> =
            all.iter().map(|commit| commit.parent_ids().filter_map(|id| numbers.get(&id).copied()).collect()).collect();
        // What a commit left as one of its parents had it comes from there. Parents stand behind.
        let mut stands_for: Vec<usize> = (0..all.len()).collect();
        for at in (0..all.len()).rev() {
            if let Some(same) = made_from[at].iter().find(|parent| trees[**parent] == trees[at]) {
                stands_for[at] = stands_for[*same];
            }
        }
        let kept: Vec<usize> = (0..all.len()).filter(|at| stands_for[*at] == *at && trees[*at].is_some()).collect();
        let new: FxHashMap<usize, usize> = kept.iter().enumerate().map(|(new, at)| (*at, new)).collect();
        let parents = kept.iter().map(|at| {
            let mut all: Vec<usize> = made_from[*at].iter().filter_map(|parent| new.get(&stands_for[*parent]).copied()).collect();
            all.dedup();
            all
        });
        let parents = parents.collect();
        // Git tells no parents of a commit at which a partial copy ends; its text names them all the same.
        let named = |commit: &Commit<'_>| {
            commit.raw_header_bytes().split(|byte| *byte == b'\n').filter(|line| line.starts_with(b"parent ")).count()
        };
        let cut = kept.iter().map(|at| made_from[*at].len() < named(&all[*at])).collect();
        let commits = kept.iter().map(|at| past(&all[*at])).collect();
        drop(all);
        Ok(Lineage { home, commits, parents, cut })
    }

    /// The commit that the working tree was taken from, as far as the plan goes: the newest.
    pub fn head(&self) -> Vec<usize> {
        if self.commits.is_empty() { Vec::new() } else { vec![0] }
    }

    /// Is a file the same after both commits?
    pub fn same(&self, one: usize, other: usize, file: &Path) -> bool {
        let blob = |at: usize| {
            let commit = self.home.repository.find_commit(Oid::from_str(&self.commits[at].id).ok()?).ok()?;
            Some(commit.tree().ok()?.get_path(file.strip_prefix(&self.home.top).ok()?).ok()?.id())
        };
        blob(one).is_some_and(|id| blob(other) == Some(id))
    }
}
