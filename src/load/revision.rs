//! A revision of a git repository as a [`World`]: the texts of a plan as they stood there, read without a checkout.

use std::path::{Component, Path, PathBuf};
use std::sync::Mutex;

use git2::{ErrorCode, ObjectType, Oid, Repository};

use super::{LARGEST, Unread, World};
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
    /// The plan is not there.
    NoPlan,
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
            NoRevision::NoPlan => lang.of(
                format!("« {plan} » n'existe pas dans la révision « {revision} »."),
                format!("\"{plan}\" does not exist in the revision \"{revision}\"."),
            ),
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

impl Revision {
    /// The world that the plan is read from now; the revision `name` (a branch, a tag, a commit: what git understands) of the repository that a plan's root file lies in.
    /// The root file has to be there.
    pub fn of(world: &dyn World, root: &Path, name: &str) -> Result<Revision, NoRevision> {
        // Git speaks of folders as they really are; a plan's path may go by links.
        let start = world.real(root.parent().unwrap_or(Path::new("")));
        let repository = Repository::discover(&start).map_err(|error| match error.code() {
            ErrorCode::NotFound => NoRevision::NoRepository,
            ErrorCode::Owner => NoRevision::Distrusted,
            _ => NoRevision::Other(error.message().to_owned()),
        })?;
        let folder = world.real(repository.workdir().ok_or(NoRevision::NoRepository)?);
        let root = start.join(root.file_name().unwrap_or_default());
        let tree = match repository.revparse_single(name).and_then(|object| object.peel_to_tree()) {
            Ok(tree) => tree.id(),
            Err(_) if repository.is_empty().unwrap_or(false) => return Err(NoRevision::NoCommit),
            Err(_) if repository.is_shallow() => return Err(NoRevision::Shallow),
            Err(_) => return Err(NoRevision::Unknown),
        };
        let revision = Revision { repository: Mutex::new(repository), tree, folder, root, name: name.to_owned() };
        match revision.read(&revision.root) {
            Ok(_) => Ok(revision),
            Err(_) => Err(NoRevision::NoPlan),
        }
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
