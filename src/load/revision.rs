//! A revision of a git repository as a [`World`]: the texts of a plan as they stood there, read without a checkout.

use std::path::{Component, Path, PathBuf};
use std::sync::Mutex;

use git2::{ObjectType, Oid, Repository, Tree, TreeWalkMode, TreeWalkResult};

use super::repository::Home;
use super::{LARGEST, PLAN, Unread, World};
use crate::diagnostic::Lang;

/// Why a revision cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoRevision {
    /// The plan lies in no repository.
    NoRepository,
    /// Git does not trust a folder that belongs to somebody else.
    Distrusted,
    /// Nothing was ever committed.
    NoCommit,
    /// No branch, tag or commit of that name.
    Unknown,
    /// A shallow clone does not hold it.
    Shallow,
    /// The plan is not there; the root files of plans that are.
    NoPlan(Vec<String>),
    /// What git itself says.
    Other(String),
}

impl NoRevision {
    /// In words: what is wrong and what to do. `plan`: its root file, as people call it; `revision`: the one that was asked for.
    pub fn told(&self, plan: &str, revision: &str, lang: Lang) -> String {
        match self {
            NoRevision::NoRepository => lang.of(
                format!("« {plan} » n'est dans aucun dépôt git : il n'y a pas de révision « {revision} » à lire."),
                format!("\"{plan}\" is in no git repository: there is no revision \"{revision}\" to read."),
            ),
            NoRevision::Distrusted => lang.of(
                "git refuse ce dépôt : son dossier appartient à un autre utilisateur. S'il est sûr, tapez `git config --global --add safe.directory` suivi du chemin du dépôt.",
                "git refuses this repository: its folder belongs to another user. If it is safe, type `git config --global --add safe.directory` and the repository's path.",
            ).to_owned(),
            NoRevision::NoCommit => lang.of(
                "ce dépôt git n'a encore aucune version enregistrée ; faites un premier `git commit`.",
                "nothing was committed in this git repository yet; make a first `git commit`.",
            ).to_owned(),
            NoRevision::Unknown => lang.of(
                format!("git ne connaît aucune révision « {revision} » ; indiquez une branche, une étiquette ou un numéro de version (`git branch --all` les liste)."),
                format!("git knows no revision \"{revision}\"; name a branch, a tag or a commit (`git branch --all` lists them)."),
            ),
            NoRevision::Shallow => lang.of(
                format!("la révision « {revision} » manque à cette copie partielle du dépôt ; tapez `git fetch --unshallow`."),
                format!("this shallow clone lacks the revision \"{revision}\"; type `git fetch --unshallow`."),
            ),
            NoRevision::NoPlan(others) if others.is_empty() => lang.of(
                format!("« {plan} » n'existe pas dans la révision « {revision} »."),
                format!("\"{plan}\" does not exist in the revision \"{revision}\"."),
            ),
            NoRevision::NoPlan(others) => {
                let more = if others.len() > SHOWN { ", …" } else { "" };
                let others = others.iter().take(SHOWN).map(String::as_str).collect::<Vec<_>>().join(", ") + more;
                lang.of(
                    format!("« {plan} » n'existe pas dans la révision « {revision} » ; on y trouve {others}."),
                    format!("\"{plan}\" does not exist in the revision \"{revision}\"; {others} is there."),
                )
            }
            NoRevision::Other(said) => lang.of(
                format!("la révision « {revision} » ne peut pas être lue ; git dit : {said}."),
                format!("the revision \"{revision}\" cannot be read; git says: {said}."),
            ),
        }
    }
}

/// The tree of a revision. Paths are those of the work tree, without links.
pub struct Revision {
    repository: Mutex<Repository>,
    tree: Oid,
    folder: PathBuf,
    root: PathBuf,
    name: String,
}

/// Links within a revision that lead on more often than this lead nowhere.
const MOST_LINKS: usize = 16;

const LINK: i32 = 0o120_000;

/// No more plans are named in one message.
const SHOWN: usize = 5;

impl Revision {
    /// The world that the plan is read from now; the revision `name` (a branch, a tag, a commit: what git understands) of the repository that a plan's root file lies in.
    /// The root file has to be there, under the path that it has now or one that it had before it was moved.
    pub fn of(world: &dyn World, root: &Path, name: &str) -> Result<Revision, NoRevision> {
        let home = Home::of(world, root)?;
        let tree = home.object(name)?.peel_to_tree().map_err(|_| NoRevision::Unknown)?;
        let root = home.root_in(&tree).map(|root| home.top.join(root));
        let (id, others) = (tree.id(), if root.is_none() { plans(&tree) } else { Vec::new() });
        drop(tree);
        let Home { repository, top: folder, .. } = home;
        let root = root.ok_or(NoRevision::NoPlan(others))?;
        Ok(Revision { repository: Mutex::new(repository), tree: id, folder, root, name: name.to_owned() })
    }

    /// The plan's root file, to be read from here.
    pub fn root(&self) -> &Path {
        &self.root
    }
}

impl World for Revision {
    fn read(&self, path: &Path) -> Result<Vec<u8>, Unread> {
        let repository = self.repository.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let tree = repository.find_tree(self.tree).map_err(|error| Unread::Other(error.raw_code()))?;
        let mut within = path.strip_prefix(&self.folder).map_err(|_| Unread::Outside)?.to_owned();
        for _ in 0..MOST_LINKS {
            let entry = tree.get_path(&within).map_err(|_| Unread::NotFound)?;
            match entry.kind() {
                Some(ObjectType::Blob) => {}
                Some(ObjectType::Tree) => return Err(Unread::Directory),
                _ => return Err(Unread::NotFound),
            }
            let object = entry.to_object(&repository).map_err(|error| Unread::Other(error.raw_code()))?;
            let blob = object.as_blob().ok_or(Unread::Special)?;
            if blob.size() as u64 > LARGEST {
                return Err(Unread::TooLarge(blob.size() as u64));
            }
            if entry.filemode() != LINK {
                return Ok(blob.content().to_owned());
            }
            let target = std::str::from_utf8(blob.content()).map_err(|_| Unread::NotFound)?;
            within = led(within.parent().unwrap_or(Path::new("")), Path::new(target)).ok_or(Unread::Outside)?;
        }
        Err(Unread::NotFound)
    }

    fn boundary(&self, _: &Path) -> PathBuf {
        self.folder.clone()
    }

    fn display(&self, path: &Path) -> String {
        let shown = path.strip_prefix(&self.folder).unwrap_or(path).to_string_lossy().replace('\\', "/");
        format!("{}:{shown}", self.name)
    }
}

/// The root files of the plans in a tree, and one more than are shown at most.
fn plans(tree: &Tree<'_>) -> Vec<String> {
    let mut found = Vec::new();
    // Stopped half-way, it says so as a failure.
    let _ = tree.walk(TreeWalkMode::PreOrder, |folder, entry| {
        if let (Ok(PLAN), Ok(folder)) = (entry.name(), std::str::from_utf8(folder.as_bytes())) {
            found.push(format!("{folder}{PLAN}"));
        }
        if found.len() > SHOWN { TreeWalkResult::Abort } else { TreeWalkResult::Ok }
    });
    found
}

/// Where a link in a folder of the tree leads; none where it leaves the tree.
fn led(folder: &Path, target: &Path) -> Option<PathBuf> {
    let mut out = folder.to_owned();
    for component in target.components() {
        match component {
            Component::Normal(name) => out.push(name),
            Component::CurDir => {}
            Component::ParentDir => {
                if !out.pop() {
                    return None;
                }
            }
            Component::RootDir | Component::Prefix(_) => return None,
        }
    }
    Some(out)
}
