//! L5. The whole road, once: one analysis that the command line, the editor and the documents all read.
//! Invariant: pure but for the [`World`] it is handed; no clock, no panic, whatever the texts hold.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::budget::{Ledger, ledger};
use crate::check::{self, Facts, Hole};
use crate::diagnostic::{Diagnostic, Lang, MOST, Severity, codes};
use crate::load::{Kept, Loaded, World, load};
use crate::plan::{Graph, Plan, graph, resolve};
use crate::say;
use crate::schedule::{Calendar, schedule};
use crate::text::{Sources, Span};

pub struct Analysis {
    pub sources: Arc<Sources>,
    /// The path of each source that is a file; none for the library's.
    pub paths: Vec<Option<PathBuf>>,
    pub plan: Plan,
    pub graph: Graph,
    pub calendar: Calendar,
    pub ledger: Ledger,
    /// What is missing: what `check` says, the document marks, and a draft lists.
    pub holes: Vec<Hole>,
    /// In the order of the files and of the text.
    pub diagnostics: Vec<Diagnostic>,
    /// The root file could not be read at all: there was nothing to analyse.
    pub unread: bool,
}

/// In: where to read, and the plan's root file. Out: everything that is known of the plan.
pub fn analyse(world: &dyn World, root: &Path) -> Analysis {
    analyse_again(world, root, &mut Kept::default())
}

/// The same, with what an earlier run has kept of the texts.
pub fn analyse_again(world: &dyn World, root: &Path, kept: &mut Kept) -> Analysis {
    let Loaded { sources, paths, standing, incomplete, mut diagnostics, unread } = load(world, root, kept);
    let sources = Arc::new(sources);
    for item in &standing {
        diagnostics.extend(item.part.diagnostics.iter().map(|found| found.clone().moved(item.source, item.base)));
    }
    let (plan, found) = resolve(standing, sources.clone(), incomplete);
    diagnostics.extend(found);
    let ((graph, calendar), ledger) = rayon::join(
        || {
            let graph = graph(&plan);
            let calendar = schedule(&plan, &graph);
            (graph, calendar)
        },
        || ledger(&plan),
    );
    let mut holes = Vec::new();
    if !unread {
        let facts = Facts { plan: &plan, graph: &graph, calendar: &calendar, ledger: &ledger };
        for found in [check::of_plan(&facts)].into_iter().chain(check::of_parts(&facts)) {
            diagnostics.extend(found.diagnostics);
            holes.extend(found.holes);
        }
    }
    let diagnostics = limited(diagnostics);
    Analysis { sources, paths, plan, graph, calendar, ledger, holes, diagnostics, unread }
}

/// In the order of the text, and no more than anybody reads; the rest is counted.
fn limited(mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    diagnostics.sort_by_key(|diagnostic| (diagnostic.span(), diagnostic.code.id));
    let more = diagnostics.len().saturating_sub(MOST);
    if more > 0 {
        let place = diagnostics[MOST - 1].span().after();
        diagnostics.retain(|diagnostic| !diagnostic.message.is_empty());
        diagnostics.truncate(MOST);
        diagnostics.push(Diagnostic::new(
            &codes::TOO_MANY,
            Span::new(place.source, place.start, place.start),
            say!("Il y a {more} autres messages ; les {MOST} premiers sont montrés."; "There are {more} more messages; the first {MOST} are shown."),
            say!("Corrigez d'abord ceux-ci, puis recommencez."; "Correct these first, then check again."),
        ));
    }
    diagnostics
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
