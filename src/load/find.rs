//! From a file or a folder to the root file of its plan: the nearest `plan.dsl` above that uses the file, else the file that uses
//! it, directly or through others, else itself.

use std::collections::{BTreeSet, VecDeque};
use std::path::{Path, PathBuf};

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Unread, World, belongs, break_lines, kept, within};
use crate::plan::UseTarget;

/// What a folder's plan is called.
pub const PLAN: &str = "plan.dsl";

/// No more entries of folders are looked at in one search.
const MOST_ENTRIES: usize = 100_000;
/// No more files are read in one search.
const MOST_READ: usize = 10_000;
/// No more bytes are read in one search.
const MOST_BYTES: usize = 256 << 20;

/// A world in which plans can be looked for.
pub trait Ground: World {
    fn is_file(&self, path: &Path) -> bool;
    /// A git work tree begins here.
    fn is_work_tree(&self, folder: &Path) -> bool;
    /// No search goes above this folder.
    fn is_top(&self, folder: &Path) -> bool;
    /// What lies in a folder, in order, and no more than so many entries.
    fn list(&self, folder: &Path, most: usize) -> Listing;
}

#[derive(Debug, Clone, Default)]
pub struct Listing {
    /// Those that end in `.dsl`.
    pub files: Vec<PathBuf>,
    /// Those that may hold plans: not hidden, not what programs make, no links.
    pub folders: Vec<PathBuf>,
    pub entries: usize,
    /// There was more.
    pub cut: bool,
}

/// Folders full of what programs make.
pub const MADE: &[&str] = &["target", "node_modules"];

/// A folder and those above it, as far as a search may go.
fn upward<'p>(ground: &dyn Ground, folder: &'p Path) -> Vec<&'p Path> {
    let mut all = Vec::new();
    for folder in folder.ancestors() {
        all.push(folder);
        if ground.is_top(folder) {
            break;
        }
    }
    all
}

/// Every `plan.dsl` that may use a file: the nearest first.
pub fn plans_above(ground: &dyn Ground, file: &Path) -> Vec<PathBuf> {
    let Some(folder) = file.parent() else { return Vec::new() };
    let plans = upward(ground, folder).into_iter().map(|folder| folder.join(PLAN));
    plans.filter(|plan| plan != file && ground.is_file(plan)).collect()
}

/// The nearest `plan.dsl` in a folder or above.
pub fn nearest_plan(ground: &dyn Ground, folder: &Path) -> Option<PathBuf> {
    upward(ground, folder).into_iter().map(|folder| folder.join(PLAN)).find(|plan| ground.is_file(plan))
}

/// Looks for the plans of files and folders; what it reads, it reads once.
pub struct Finder<'g> {
    ground: &'g dyn Ground,
    /// What each file asks for, as written; by where it really is.
    asked: FxHashMap<PathBuf, Vec<String>>,
    /// What each root reads, by where it really is.
    read: FxHashMap<PathBuf, FxHashSet<PathBuf>>,
    /// Who uses whom, for each folder that was searched.
    webs: FxHashMap<PathBuf, Web>,
    bytes: usize,
    /// A search was given up because there was too much.
    pub cut: bool,
    /// Files below a folder of plans that belong to none.
    pub strays: Vec<PathBuf>,
}

/// Files by where they really are.
#[derive(Default)]
struct Web {
    users: FxHashMap<PathBuf, Vec<PathBuf>>,
    /// How each is spelt.
    paths: FxHashMap<PathBuf, PathBuf>,
}

impl<'g> Finder<'g> {
    pub fn new(ground: &'g dyn Ground) -> Finder<'g> {
        Finder {
            ground,
            asked: FxHashMap::default(),
            read: FxHashMap::default(),
            webs: FxHashMap::default(),
            bytes: 0,
            cut: false,
            strays: Vec::new(),
        }
    }

    /// The roots of the plans that a file belongs to: several where several files use it and no `plan.dsl` above does.
    pub fn of_file(&mut self, file: &Path) -> Vec<PathBuf> {
        if file.file_name().is_some_and(|name| name == PLAN) || !self.ground.is_file(file) {
            return vec![file.to_owned()];
        }
        let asking = self.asking_for(file);
        if asking.is_empty() { vec![file.to_owned()] } else { asking }
    }

    /// The roots of the plans that ask for a file, be it there or not.
    pub fn asking_for(&mut self, file: &Path) -> Vec<PathBuf> {
        match plans_above(self.ground, file).into_iter().find(|plan| self.reads(plan, file)) {
            Some(plan) => vec![plan],
            None => self.users(file),
        }
    }

    /// The roots of a folder's plans: its `plan.dsl`, else those below it, else those that its files belong to, else the nearest
    /// `plan.dsl` above. None where there is no plan at all.
    pub fn of_folder(&mut self, folder: &Path) -> Vec<PathBuf> {
        let plan = folder.join(PLAN);
        if self.ground.is_file(&plan) {
            return vec![plan];
        }
        let (mut roots, mut loose) = (BTreeSet::new(), Vec::new());
        let (mut folders, mut entries) = (VecDeque::from([folder.to_owned()]), 0);
        while let Some(folder) = folders.pop_front() {
            let listing = self.list(&folder, &mut entries);
            let plan = folder.join(PLAN);
            if listing.files.contains(&plan) {
                roots.insert(plan);
                continue;
            }
            folders.extend(listing.folders);
            loose.extend(listing.files);
        }
        if loose.len() > MOST_READ {
            loose.truncate(MOST_READ);
            self.cut = true;
        }
        let mut alone = Vec::new();
        for file in loose {
            let of = self.of_file(&file);
            if of == [file.clone()] { alone.push(file) } else { roots.extend(of) }
        }
        // What is nobody's part and says that it is a strategy is a plan; where there is nothing better, the rest is too.
        let (plans, others): (Vec<PathBuf>, Vec<PathBuf>) = alone.into_iter().partition(|file| self.holds_strategy(file));
        roots.extend(plans);
        match roots.is_empty() {
            true => roots.extend(others),
            false => self.strays.extend(others.into_iter().filter(|file| !roots.contains(file))),
        }
        if roots.is_empty() {
            roots.extend(nearest_plan(self.ground, folder));
        }
        roots.into_iter().collect()
    }

    /// Does the plan of a root file read a file?
    fn reads(&mut self, root: &Path, file: &Path) -> bool {
        if !self.read.contains_key(root) {
            let folder = root.parent().unwrap_or(Path::new(""));
            let boundary = self.ground.boundary(root);
            let (real_folder, real_boundary) = (self.ground.real(folder), self.ground.real(&boundary));
            let mut read = FxHashSet::default();
            let mut waiting = vec![root.to_owned()];
            while let Some(path) = waiting.pop() {
                let real = self.ground.real(&path);
                if belongs(&real, &real_folder, &real_boundary) && read.insert(real.clone()) {
                    waiting.extend(self.uses(&path, &real, &boundary));
                }
            }
            self.read.insert(root.to_owned(), read);
        }
        self.read[root].contains(&self.ground.real(file))
    }

    /// The files that use a file, directly or through others, and that no file uses.
    fn users(&mut self, file: &Path) -> Vec<PathBuf> {
        let folder = file.parent().unwrap_or(Path::new(""));
        let above: Vec<PathBuf> = upward(self.ground, folder).into_iter().map(Path::to_owned).collect();
        let top = above.last().cloned().unwrap_or_default();
        let tree = self.ground.is_work_tree(&top);
        // Outside a work tree a plan reads below its own folder only: its root is above.
        let scope = if tree { top.clone() } else { folder.to_owned() };
        if !self.webs.contains_key(&scope) {
            let web = self.web(&above, &top, tree);
            self.webs.insert(scope.clone(), web);
        }
        let (web, real) = (&self.webs[&scope], self.ground.real(file));
        let mut seen = BTreeSet::new();
        let mut waiting = vec![&real];
        let mut tops = BTreeSet::new();
        while let Some(at) = waiting.pop() {
            let users = web.users.get(at).map_or(&[][..], Vec::as_slice);
            if users.is_empty() && *at != real {
                tops.extend(web.paths.get(at).cloned());
            }
            waiting.extend(users.iter().filter(|user| seen.insert(user.to_path_buf())));
        }
        tops.into_iter().filter(|root| self.reads(root, file)).collect()
    }

    fn web(&mut self, above: &[PathBuf], top: &Path, tree: bool) -> Web {
        let (mut entries, mut files) = (0, Vec::new());
        let mut folders = VecDeque::new();
        for folder in above {
            files.extend(self.list(folder, &mut entries).files);
        }
        if tree {
            folders.push_back(top.to_owned());
        }
        while let Some(folder) = folders.pop_front() {
            let listing = self.list(&folder, &mut entries);
            files.extend(listing.files);
            folders.extend(listing.folders);
        }
        let mut web = Web::default();
        let mut waiting = VecDeque::from(files);
        while let Some(path) = waiting.pop_front() {
            let real = self.ground.real(&path);
            if web.paths.contains_key(&real) {
                continue;
            }
            web.paths.insert(real.clone(), path.clone());
            for used in self.uses(&path, &real, top) {
                web.users.entry(self.ground.real(&used)).or_default().push(real.clone());
                waiting.push_back(used);
            }
        }
        web
    }

    fn list(&mut self, folder: &Path, entries: &mut usize) -> Listing {
        let listing = self.ground.list(folder, MOST_ENTRIES.saturating_sub(*entries));
        *entries += listing.entries;
        self.cut |= listing.cut;
        listing
    }

    /// The files that one file uses, as far as they stay below a folder.
    fn uses(&mut self, path: &Path, real: &Path, boundary: &Path) -> Vec<PathBuf> {
        if !self.asked.contains_key(real) {
            let text = self.text(path);
            let written = kept::asked(&text).into_iter().filter_map(|target| match target {
                UseTarget::File(written) => Some(written),
                UseTarget::Library(_) => None,
            });
            self.asked.insert(real.to_owned(), written.collect());
        }
        self.asked[real].iter().filter_map(|written| within(boundary, path, written)).collect()
    }

    /// The text of a file; nothing where it has none, which is told when its plan is read.
    fn text(&mut self, path: &Path) -> String {
        if self.asked.len() >= MOST_READ || self.bytes >= MOST_BYTES {
            self.cut = true;
            return String::new();
        }
        let read: Result<Vec<u8>, Unread> = self.ground.read(path);
        let mut bytes = read.unwrap_or_default();
        self.bytes += bytes.len();
        break_lines(&mut bytes);
        let text = String::from_utf8(bytes).unwrap_or_default();
        text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)
    }

    fn holds_strategy(&mut self, file: &Path) -> bool {
        kept::holds_strategy(&self.text(file))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::Disk;

    fn laid(files: &[(&str, &str)]) -> (tempfile::TempDir, Disk) {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            let path = folder.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
        (folder, Disk::new().unwrap())
    }

    fn found(folder: &Path, disk: &Disk, name: &str) -> Vec<String> {
        let (mut finder, path) = (Finder::new(disk), folder.join(name));
        let roots = if path.is_dir() { finder.of_folder(&path) } else { finder.of_file(&path) };
        assert!(!finder.cut);
        roots.iter().map(|root| root.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/")).collect()
    }

    const STRATEGY: &str = "strategy \"S\" {\n}\n";

    #[test]
    fn the_nearest_plan_that_uses_the_file() {
        let (folder, disk) = laid(&[
            ("plan.dsl", "use \"a/b/deep.dsl\"\nuse \"loop.dsl\"\n"),
            ("loop.dsl", "use \"loop.dsl\"\nuse \"plan.dsl\"\n"),
            ("a/plan.dsl", "use std.roles\n"),
            ("a/b/deep.dsl", "use \"deeper.dsl\"\n"),
            ("a/b/deeper.dsl", ""),
            ("a/b/alone.dsl", "use \"absent.dsl\"\n"),
        ]);
        for (name, roots) in [
            ("plan.dsl", &["plan.dsl"]),
            ("a/plan.dsl", &["a/plan.dsl"]),
            ("a/b/deeper.dsl", &["plan.dsl"]),
            ("a/b/alone.dsl", &["a/b/alone.dsl"]),
            ("a/b/absent.dsl", &["a/b/absent.dsl"]),
            ("loop.dsl", &["plan.dsl"]),
            (".", &["plan.dsl"]),
            ("a", &["a/plan.dsl"]),
        ] {
            assert_eq!(found(folder.path(), &disk, name), roots, "{name}");
        }
        assert_eq!(found(folder.path(), &disk, "a/b"), ["plan.dsl"], "what belongs to no plan is told, and is none where there is one");
    }

    #[test]
    fn the_file_that_uses_it() {
        let files = [
            ("town/root.dsl", "use \"axes/a.dsl\"\nuse \"../shared.dsl\"\nuse \"round.dsl\"\n"),
            ("town/axes/a.dsl", "use \"b.dsl\"\n"),
            ("town/axes/b.dsl", ""),
            ("town/round.dsl", "use \"axes/a.dsl\"\nuse \"root2.dsl\"\n"),
            ("other/other.dsl", "use \"../shared.dsl\"\n"),
            ("shared.dsl", ""),
            (".hidden/x.dsl", "use \"../shared.dsl\"\n"),
            ("target/x.dsl", "use \"../shared.dsl\"\n"),
            ("node_modules/x.dsl", "use \"../shared.dsl\"\n"),
        ];
        let (folder, disk) = laid(&files);
        assert_eq!(found(folder.path(), &disk, "town/axes/b.dsl"), ["town/root.dsl"]);
        assert_eq!(found(folder.path(), &disk, "shared.dsl"), ["shared.dsl"], "outside a work tree a plan reads below its own folder");
        std::fs::create_dir(folder.path().join(".git")).unwrap();
        assert_eq!(found(folder.path(), &disk, "town/axes/b.dsl"), ["town/root.dsl"]);
        assert_eq!(found(folder.path(), &disk, "shared.dsl"), ["other/other.dsl", "town/root.dsl"]);
    }

    #[test]
    fn no_further_than_the_work_tree() {
        let (folder, disk) = laid(&[("plan.dsl", "use \"town/a.dsl\"\n"), ("town/a.dsl", ""), ("town/.git", "gitdir: elsewhere\n")]);
        assert_eq!(found(folder.path(), &disk, "town/a.dsl"), ["town/a.dsl"]);
        assert_eq!(found(folder.path(), &disk, "town"), ["town/a.dsl"]);
    }

    #[test]
    fn the_plans_below_a_folder() {
        let (folder, disk) = laid(&[
            ("a/plan.dsl", ""),
            ("a/below/plan.dsl", ""),
            ("b/c/plan.dsl", "use \"x.dsl\"\n"),
            ("b/c/x.dsl", ""),
            ("b/own.dsl", STRATEGY),
            ("b/stray.dsl", "axis a \"A\" {\n}\n"),
            (".hidden/plan.dsl", ""),
            ("target/plan.dsl", ""),
            ("node_modules/m/plan.dsl", ""),
            ("empty/readme.txt", ""),
            ("lost/x.dsl", ""),
        ]);
        assert_eq!(found(folder.path(), &disk, "."), ["a/plan.dsl", "b/c/plan.dsl", "b/own.dsl"]);
        let mut finder = Finder::new(&disk);
        finder.of_folder(&folder.path().join("b"));
        assert_eq!(finder.strays, [folder.path().join("b/stray.dsl")]);
        assert_eq!(found(folder.path(), &disk, "lost"), ["lost/x.dsl"], "where there is nothing better");
        assert!(found(folder.path(), &disk, "empty").is_empty());
        std::fs::write(folder.path().join("plan.dsl"), "").unwrap();
        assert_eq!(found(folder.path(), &disk, "empty"), ["plan.dsl"]);
    }

    #[test]
    fn a_search_has_an_end() {
        let (folder, disk) = laid(&[]);
        for at in 0..40 {
            std::fs::write(folder.path().join(format!("{at}.dsl")), "").unwrap();
        }
        let listing = disk.list(folder.path(), 30);
        assert_eq!((listing.entries, listing.cut), (30, true));
        assert!(!disk.list(folder.path(), 40).cut);
    }
}
