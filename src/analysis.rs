//! L5. The whole road, once: one analysis that the command line, the editor and the documents all read.
//! Invariant: pure but for the [`World`] it is handed; no clock, no panic, whatever the texts hold.

use std::path::{Path, PathBuf};

use crate::budget::{Ledger, ledger};
use crate::check::{Facts, check};
use crate::diagnostic::{Diagnostic, Lang, Severity};
use crate::load::{World, load};
use crate::plan::{Graph, Plan, graph, resolve};
use crate::schedule::{Calendar, schedule};
use crate::text::Sources;

pub struct Analysis {
    pub sources: Sources,
    /// The path of each source that is a file; none for the library's.
    pub paths: Vec<Option<PathBuf>>,
    pub plan: Plan,
    pub graph: Graph,
    pub calendar: Calendar,
    pub ledger: Ledger,
    /// In the order of the files and of the text.
    pub diagnostics: Vec<Diagnostic>,
    /// The root file could not be read at all: there was nothing to analyse.
    pub unread: bool,
}

/// In: where to read, and the plan's root file. Out: everything that is known of the plan.
pub fn analyse(world: &dyn World, root: &Path) -> Analysis {
    let loaded = load(world, root);
    let (sources, mut diagnostics) = (loaded.sources, loaded.diagnostics);
    let (plan, found) = resolve(loaded.items, &sources);
    diagnostics.extend(found);
    let ((graph, calendar), ledger) = rayon::join(
        || {
            let graph = graph(&plan);
            let calendar = schedule(&plan, &graph);
            (graph, calendar)
        },
        || ledger(&plan),
    );
    if !loaded.unread {
        let facts = Facts { sources: &sources, plan: &plan, graph: &graph, calendar: &calendar, ledger: &ledger };
        diagnostics.extend(check(&facts));
    }
    diagnostics.sort_by_key(|diagnostic| (diagnostic.span(), diagnostic.code.id));
    Analysis { sources, paths: loaded.paths, plan, graph, calendar, ledger, diagnostics, unread: loaded.unread }
}

impl Analysis {
    pub fn count(&self, severity: Severity) -> usize {
        self.diagnostics.iter().filter(|diagnostic| diagnostic.severity() == severity).count()
    }

    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.severity() == Severity::Error)
    }

    /// The plan's language; French when it names none.
    pub fn language(&self) -> Lang {
        self.plan.language().unwrap_or_default()
    }
}

/// Plans from texts, for tests.
#[cfg(test)]
pub mod testing {
    use super::*;
    use crate::load::Memory;

    pub fn plan(text: &str) -> Analysis {
        analyse(&Memory::one(text), Memory::root())
    }

    /// A plan with a strategy of 2026-09 to 2032-03 and one axis that holds `goals`.
    pub fn goals(goals: &str) -> Analysis {
        plan(&format!("use std.roles\nstrategy \"S\" {{\nperiod 2026-09 .. 2032-03\n}}\naxis x \"X\" {{\n{goals}\n}}\n"))
    }

    /// One diagnostic as a test reads it.
    #[derive(Debug)]
    pub struct Seen {
        pub message: String,
        pub underlined: Vec<String>,
    }

    pub fn found(analysis: &Analysis, name: &str) -> Vec<Seen> {
        assert!(crate::diagnostic::codes::ALL.iter().any(|code| code.name == name), "no code is named {name}");
        analysis
            .diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.code.name == name)
            .map(|diagnostic| Seen {
                message: diagnostic.message.fr.clone(),
                underlined: diagnostic.labels.iter().map(|label| analysis.sources.slice(label.span).to_owned()).collect(),
            })
            .collect()
    }
}
