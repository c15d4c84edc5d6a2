//! When each field of a thing was last said otherwise.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use rustc_hash::FxHashMap;

use super::pairs::pairs;
use super::things::{Kind, changes, rows};
use crate::diagnostic::Lang;
use crate::plan::{Entity, Plan};

/// A field, what it says, and the number of the version that brought it: none where no version has it yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blamed {
    /// Which field: the same in both languages.
    pub key: String,
    pub label: String,
    pub value: String,
    pub since: Option<usize>,
}

/// A version of the plan, and the files of its sources.
pub struct Version {
    pub plan: Plan,
    pub files: Vec<Option<PathBuf>>,
}

/// The versions of a plan by number, each behind those that were made from it.
pub trait Versions {
    /// Those that one was made from; none: those that the plan as it is now was made from.
    fn parents(&self, of: Option<usize>) -> Vec<usize>;
    /// Nothing where the plan is not there or cannot be read.
    fn read(&self, number: usize) -> Option<Version>;
    /// Is a file the same in both?
    fn same(&self, one: usize, other: usize, file: &Path) -> bool;
}

/// Fields whose origin is looked for, of a thing by its name in one version.
type Open = BTreeMap<String, BTreeSet<usize>>;

struct Search<'v> {
    versions: &'v dyn Versions,
    rows: Vec<Blamed>,
    /// What is to be looked for in each version.
    open: BTreeMap<usize, Open>,
    read: FxHashMap<usize, Option<Version>>,
}

/// In: the thing, in the plan as it is; the versions before. Out: its fields, in the order of the table. Followed through other names and
/// other files, and into the branches that were merged.
pub fn blame(thing: Entity<'_>, versions: &dyn Versions, lang: Lang) -> Vec<Blamed> {
    let rows = rows(thing, lang).into_iter().map(|row| Blamed { key: row.key, label: row.label, value: row.value, since: None }).collect();
    let mut search = Search { versions, rows, open: BTreeMap::new(), read: FxHashMap::default() };
    let all = (0..search.rows.len()).collect();
    search.pass(None, Some(thing.plan), &thing.path(), all);
    while let Some((number, open)) = search.open.pop_first() {
        for (path, fields) in open {
            search.settle(number, &path, fields);
        }
        search.read.remove(&number);
    }
    search.rows
}

impl Search<'_> {
    fn settle(&mut self, number: usize, path: &str, fields: BTreeSet<usize>) {
        let parents = self.versions.parents(Some(number));
        // Where the file that holds it is the same, so is all that it says.
        let version = self.take(number);
        let file = version.as_ref().and_then(|version| {
            let thing = version.plan.entities().find(|one| one.path() == path)?;
            version.files.get(usize::from(thing.head().source.0))?.clone()
        });
        let mut from = parents.iter().copied();
        match file.and_then(|file| from.find(|parent| self.versions.same(number, *parent, &file))) {
            Some(parent) => self.look_in(parent, path.to_owned(), fields),
            None => self.pass(Some(number), version.as_ref().map(|version| &version.plan), path, fields),
        }
        self.read.insert(number, version);
    }

    fn take(&mut self, number: usize) -> Option<Version> {
        self.read.remove(&number).unwrap_or_else(|| self.versions.read(number))
    }

    fn look_in(&mut self, number: usize, path: String, fields: BTreeSet<usize>) {
        if !fields.is_empty() {
            self.open.entry(number).or_default().entry(path).or_default().extend(fields);
        }
    }

    /// What a parent says already comes from there; what none says came with this version.
    fn pass(&mut self, number: Option<usize>, plan: Option<&Plan>, path: &str, mut left: BTreeSet<usize>) {
        for parent in self.versions.parents(number) {
            let Some(plan) = plan.filter(|_| !left.is_empty()) else { break };
            let older = self.take(parent);
            let found = older.as_ref().and_then(|older| self.before(&older.plan, plan, path));
            if let Some((before, changed)) = found {
                let same: BTreeSet<usize> = left.iter().copied().filter(|at| !changed.contains(&self.rows[*at].key)).collect();
                left.retain(|at| !same.contains(at));
                self.look_in(parent, before, same);
            }
            self.read.insert(parent, older);
        }
        for at in left {
            self.rows[at].since = number;
        }
    }

    /// How a thing was called in an older version, and the keys of what it says otherwise now; nothing where it was not there.
    fn before(&self, older: &Plan, newer: &Plan, path: &str) -> Option<(String, BTreeSet<String>)> {
        let pairs = pairs(older, newer);
        let thing = newer.entities().find(|one| one.path() == path && pairs.was.contains_key(&one.id))?;
        let own = changes(&pairs, older, newer, Lang::En).into_iter().filter(|change| change.about.path == path);
        let changed = own.filter(|change| !matches!(change.kind, Kind::Split | Kind::Merged)).map(|change| change.key());
        // A part that was not there.
        let new = rows(thing, Lang::En).into_iter().filter(|row| !pairs.was.contains_key(&row.of)).map(|row| row.key);
        Some((pairs.was[&thing.id].path(), changed.chain(new).collect()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::read_only;
    use crate::load::Memory;

    /// Texts by number, and what each was made from.
    struct Told(Vec<(String, Vec<usize>)>);

    impl Versions for Told {
        fn parents(&self, of: Option<usize>) -> Vec<usize> {
            of.map_or(vec![0], |at| self.0[at].1.clone())
        }

        fn read(&self, number: usize) -> Option<Version> {
            let (plan, files) = read_only(&Memory::one(self.0[number].0.as_str()), Memory::root());
            Some(Version { plan, files })
        }

        fn same(&self, one: usize, other: usize, _: &Path) -> bool {
            self.0[one].0 == self.0[other].0
        }
    }

    #[test]
    fn who_wrote_it_on_a_branch_and_not_who_merged_it() {
        let text = |name: &str, owner: &str, sum: &str, end: &str| {
            format!(
                "use std.roles\nstrategy \"S\" {{\n  period 2027 .. 2030\n}}\ngoal {name} \"Desk\" {{\n  owner {owner}\n  period 2027-01 .. {end}\n  budget {{\n    investment 2028: {sum}\n  }}\n}}\n"
            )
        };
        let versions = Told(vec![
            // A merger, in which one date was written too.
            (text("desk", "CDO", "20 k€", "2027-09"), vec![1, 2]),
            // The main branch: another owner.
            (text("desk", "CDO", "10 k€", "2027-06"), vec![3]),
            // The other one: another sum, after another name; then nothing.
            (text("desk", "DSI", "20 k€", "2027-06"), vec![4]),
            (text("counter", "DSI", "10 k€", "2027-06"), vec![5]),
            (text("counter", "DSI", "20 k€", "2027-06"), vec![3]),
            (text("counter", "DSI", "10 k€", "2027-06"), vec![]),
        ]);
        let now = versions.read(0).expect("read").plan;
        let thing = now.entities().find(|one| one.path() == "desk").expect("there");
        let told = blame(thing, &versions, Lang::En);
        let since =
            |label: &str| told.iter().find(|row| row.label.to_lowercase() == label).unwrap_or_else(|| panic!("{label}: {told:?}")).since;
        assert_eq!(since("owner"), Some(1));
        assert_eq!(since("investment 2028"), Some(4));
        assert_eq!(since("end"), Some(0));
        // Both branches say it: the first is asked.
        assert_eq!(since("name"), Some(1));
        assert_eq!((since("start"), since("title")), (Some(5), Some(5)));
        // What no version has yet.
        let (plan, _) = read_only(&Memory::one(text("desk", "COM", "20 k€", "2027-09")), Memory::root());
        let thing = plan.entities().find(|one| one.path() == "desk").expect("there");
        assert!(blame(thing, &versions, Lang::En).iter().all(|row| row.since.is_none() == (row.label == "Owner")));
    }
}
