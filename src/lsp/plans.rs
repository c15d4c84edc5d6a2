//! Which plan each open document belongs to, and the analysis of every such plan.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::{Path, PathBuf};

use super::documents::Overlay;
use crate::analysis::{Analysis, Live};
use crate::load::{Ground, PLAN};
use crate::text::SourceId;

/// What happened since the last analysis.
#[derive(Default)]
pub struct Stale {
    /// Files may have come or gone.
    pub all: bool,
    /// Only these texts changed.
    pub texts: HashSet<PathBuf>,
}

#[derive(Default)]
pub struct Plans {
    /// By root file. Some were read only to see that they do not use an open document.
    analyses: BTreeMap<PathBuf, Live>,
    /// Those of them that a change has touched.
    touched: BTreeSet<PathBuf>,
    /// The root of each open document's plan.
    homes: HashMap<PathBuf, PathBuf>,
    /// The roots whose findings are shown.
    shown: BTreeSet<PathBuf>,
}

impl Plans {
    pub fn refresh(&mut self, world: &Overlay<'_>, stale: &Stale) {
        let touched = |live: &Live| stale.all || live.analysis.paths.iter().flatten().any(|path| stale.texts.contains(path));
        self.touched.extend(self.analyses.iter().filter(|(_, live)| touched(live)).map(|(root, _)| root.clone()));

        let mut documents: Vec<&PathBuf> = world.documents.paths().collect();
        documents.sort();
        self.homes.clear();
        let mut read = BTreeSet::new();
        let mut alone = Vec::new();
        for document in documents {
            // A root file is a plan of its own, whatever uses it.
            if document.ends_with(PLAN) {
                read.insert(document.clone());
                self.analysis(world, document);
                self.homes.insert(document.clone(), document.clone());
                continue;
            }
            let home = world.plans_above(document).into_iter().find(|plan| {
                read.insert(plan.clone());
                uses(self.analysis(world, plan), document)
            });
            if let Some(plan) = home {
                self.homes.insert(document.clone(), plan);
                continue;
            }
            alone.push(document.clone());
        }
        for document in &alone {
            self.analysis(world, document);
            read.insert(document.clone());
        }
        // A document that another open one uses belongs to that one's plan; where both use each other, to the first.
        for document in &alone {
            let other = alone.iter().find(|other| {
                let (own, theirs) = (&self.analyses[document].analysis, &self.analyses[*other].analysis);
                *other != document && uses(theirs, document) && (!uses(own, other) || *other < document)
            });
            self.homes.insert(document.clone(), other.unwrap_or(document).clone());
        }
        // A plan stays in view when its last document is closed, as long as it lies on the disk.
        let kept = std::mem::take(&mut self.shown).into_iter().filter(|root| root.ends_with(PLAN) && world.is_file(root));
        self.shown = kept.chain(self.homes.values().cloned()).collect();
        for root in self.shown.clone() {
            self.analysis(world, &root);
        }
        self.analyses.retain(|root, _| self.shown.contains(root) || read.contains(root));
        self.touched.clear();
    }

    fn analysis(&mut self, world: &Overlay<'_>, root: &Path) -> &Analysis {
        match self.analyses.entry(root.to_owned()) {
            Entry::Vacant(entry) => &entry.insert(Live::new(world, root)).analysis,
            Entry::Occupied(entry) => {
                let live = entry.into_mut();
                if self.touched.remove(root) {
                    live.refresh(world);
                }
                &live.analysis
            }
        }
    }

    pub fn shown(&self) -> impl Iterator<Item = &Analysis> {
        self.shown.iter().filter_map(|root| self.analyses.get(root)).map(|live| &live.analysis)
    }

    /// Open files on the disk that are no plan and that no plan uses.
    pub fn lonely(&self) -> impl Iterator<Item = (&PathBuf, &Analysis)> {
        let alone = self.homes.iter().filter(|(document, root)| document == root && document.is_absolute() && !document.ends_with(PLAN));
        let plan = alone.filter_map(|(document, root)| Some((document, &self.analyses.get(root)?.analysis)));
        plan.filter(|(_, analysis)| analysis.plan.strategies.is_empty())
    }

    /// The plan that a file is seen in, and which of its sources it is.
    pub fn of(&self, path: &Path) -> Option<(&Analysis, SourceId)> {
        let home = self.homes.get(path).and_then(|root| self.analyses.get(root)).map(|live| &live.analysis);
        home.into_iter().chain(self.shown()).find_map(|analysis| {
            let at = analysis.paths.iter().position(|known| known.as_deref() == Some(path))?;
            u16::try_from(at).ok().map(|at| (analysis, SourceId(at)))
        })
    }
}

fn uses(analysis: &Analysis, path: &Path) -> bool {
    analysis.paths.iter().flatten().any(|known| known == path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::Disk;
    use crate::lsp::documents::{Change, Documents};
    use crate::lsp::uri;

    #[test]
    fn a_file_that_did_not_change_is_not_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let (plan, axis) = (folder.path().join("plan.dsl"), folder.path().join("axis.dsl"));
        std::fs::write(&axis, "axis x \"X\" {\n}\n").unwrap();
        let disk = Disk::new().unwrap();
        let mut documents = Documents::default();
        documents.open(gen_lsp_types::Uri(uri::from_path(&plan)), 1, "use \"axis.dsl\"\n".to_owned(), &disk);
        documents.files_changed();
        let mut plans = Plans::default();
        let mut axes = |documents: &Documents, stale: Stale| {
            plans.refresh(&Overlay { disk: &disk, documents, folders: &[] }, &stale);
            plans.of(&plan).unwrap().0.plan.axes.len()
        };
        assert_eq!(axes(&documents, Stale { all: true, ..Stale::default() }), 1);

        std::fs::remove_file(&axis).unwrap();
        documents.get_mut(&plan).unwrap().change(Change { range: None, text: "use \"axis.dsl\"\naxis y \"Y\" {\n}\n".to_owned() });
        assert_eq!(axes(&documents, Stale { texts: [plan.clone()].into(), ..Stale::default() }), 2, "nobody said that it is gone");
        documents.files_changed();
        assert_eq!(axes(&documents, Stale { all: true, ..Stale::default() }), 1);
    }

    #[test]
    fn a_plan_that_does_not_use_a_file_is_not_its_plan() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        std::fs::create_dir(path("below")).unwrap();
        std::fs::write(path("plan.dsl"), "use \"below/axis.dsl\"\nuse \"below/plan.dsl\"\n").unwrap();
        std::fs::write(path("below/plan.dsl"), "strategy \"S\" {\n}\n").unwrap();
        let disk = Disk::new().unwrap();
        let mut documents = Documents::default();
        for name in ["below/axis.dsl", "below/plan.dsl"] {
            documents.open(gen_lsp_types::Uri(uri::from_path(&path(name))), 1, String::new(), &disk);
        }
        let mut plans = Plans::default();
        plans.refresh(&Overlay { disk: &disk, documents: &documents, folders: &[] }, &Stale { all: true, ..Stale::default() });
        let home = |name: &str| plans.homes[&path(name)].clone();
        assert_eq!(home("below/axis.dsl"), path("plan.dsl"));
        assert_eq!(home("below/plan.dsl"), path("below/plan.dsl"));
    }
}
