//! L5. The whole road, once: one analysis that the command line, the editor and the documents all read.
//! Invariant: pure but for the [`World`] it is handed; no clock, no panic, whatever the texts hold; and an analysis that was brought
//! up to date says what a new one would say.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use crate::budget::{Ledger, ledger};
use crate::check::{self, Facts, Found, Hole};
use crate::diagnostic::{Diagnostic, Lang, MOST, Severity, codes};
use crate::load::{Kept, Loaded, World, load};
use crate::plan::{Change, Graph, Plan, Resolution, graph, resolve};
use crate::say;
use crate::schedule::{Calendar, schedule};
use crate::text::{SourceId, Sources, Span};

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
    Live::new(world, root).analysis
}

/// An analysis that is brought up to date after each change of a text: what the change does not touch is taken as it was.
pub struct Live {
    pub analysis: Analysis,
    root: PathBuf,
    texts: Kept,
    /// The resolved names; its plan is the analysis' own, in here while the names are at work.
    resolution: Resolution,
    incomplete: bool,
    /// The last change was of such a kind that everything was looked at anew.
    pub whole: bool,
    /// What the checks found in each part.
    found: Vec<Found>,
}

impl Live {
    pub fn new(world: &dyn World, root: &Path) -> Live {
        let mut texts = Kept::default();
        let loaded = load(world, root, &mut texts);
        Live::of(loaded, root, texts)
    }

    fn of(loaded: Loaded, root: &Path, texts: Kept) -> Live {
        let Loaded { sources, paths, standing, incomplete, diagnostics, unread } = loaded;
        let sources = Arc::new(sources);
        let resolution = resolve(standing, sources.clone());
        let plan = &resolution.plan;
        let ((graph, calendar), ledger) = rayon::join(
            || {
                let graph = graph(plan);
                let calendar = schedule(plan, &graph);
                (graph, calendar)
            },
            || ledger(plan),
        );
        let analysis =
            Analysis { sources, paths, plan: Plan::default(), graph, calendar, ledger, holes: Vec::new(), diagnostics: Vec::new(), unread };
        let mut live = Live { analysis, root: root.to_owned(), texts, resolution, incomplete, whole: true, found: Vec::new() };
        live.look(diagnostics, None);
        live
    }

    /// Reads again what may have changed.
    pub fn refresh(&mut self, world: &dyn World) {
        let loaded = load(world, &self.root, &mut self.texts);
        let plan = std::mem::take(&mut self.analysis.plan);
        let comparable = loaded.paths == self.analysis.paths
            && loaded.incomplete == self.incomplete
            && loaded.unread == self.analysis.unread
            && loaded.standing.len() == plan.parts.len()
            && loaded.standing.iter().zip(&plan.parts).all(|(new, old)| new.source == old.source)
            && self.resolution.names.unique();
        if !comparable {
            return self.anew(loaded);
        }
        let changed: Vec<u32> = (0u32..)
            .zip(loaded.standing.iter().zip(&plan.parts))
            .filter(|(_, (new, old))| !Arc::ptr_eq(&new.part, &old.part))
            .map(|(at, _)| at)
            .collect();
        let change = changed
            .iter()
            .map(|at| Change::between(&plan, *at, &loaded.standing[*at as usize], &loaded.sources))
            .try_fold(Change::default(), |all, one| one.map(|one| all.and(one)));
        let Some(mut change) = change else { return self.anew(loaded) };
        self.whole = false;

        let Loaded { sources, paths, standing, diagnostics, .. } = loaded;
        let moved: Vec<bool> = (0..sources.len()).map(|id| plan.is_moved(SourceId(id as u16), &sources)).collect();
        self.analysis.sources = Arc::new(sources);
        self.analysis.paths = paths;
        self.resolution.plan = plan;
        self.resolution.plan.put(standing, self.analysis.sources.clone());
        // What was told with a place in a text that moved is told again.
        let stale = |diagnostic: &Diagnostic| {
            diagnostic.labels.iter().any(|label| moved.get(usize::from(label.span.source.0)).is_some_and(|moved| *moved))
        };
        for part in 0..self.resolution.plan.parts.len() as u32 {
            if changed.contains(&part) || self.resolution.parts[part as usize].diagnostics().iter().any(stale) {
                change.dependencies |= self.resolution.again(part);
            }
        }
        let plan = &self.resolution.plan;
        if change.dependencies {
            self.analysis.graph = graph(plan);
        }
        let mut look: Vec<bool> = plan.parts.iter().map(|placed| moved[usize::from(placed.source.0)]).collect();
        if change.dependencies || change.dates {
            let before = std::mem::replace(&mut self.analysis.calendar, schedule(plan, &self.analysis.graph));
            for goal in before.differs(&self.analysis.calendar) {
                let goal = plan.goal(goal);
                look[goal.id.part as usize] = true;
            }
            for (at, placed) in plan.parts.iter().enumerate() {
                look[at] |= placed.targets.iter().flatten().any(|target| look_at(&before, &self.analysis.calendar, plan, *target));
            }
        }
        if change.money {
            self.analysis.ledger = ledger(plan);
        }
        // The strategy's own period is every part's affair, and so are loops.
        let everywhere = change.dependencies || changed.iter().any(|part| plan.holds_frame(*part));
        for (at, found) in self.found.iter().enumerate() {
            look[at] |= everywhere || found.diagnostics.iter().any(stale);
        }
        self.look(diagnostics, Some(&look));
    }

    fn anew(&mut self, loaded: Loaded) {
        *self = Live::of(loaded, &self.root.clone(), std::mem::take(&mut self.texts));
    }

    /// Checks these parts, or all of them, and the plan; and puts what is said in order.
    fn look(&mut self, mut diagnostics: Vec<Diagnostic>, parts: Option<&[bool]>) {
        diagnostics.extend(self.resolution.report(self.incomplete));
        let analysis = &mut self.analysis;
        let plan = &self.resolution.plan;
        for placed in &plan.parts {
            diagnostics.extend(placed.part.diagnostics.iter().map(|found| found.clone().moved(placed.source, placed.base)));
        }
        analysis.holes.clear();
        if !analysis.unread {
            let facts = Facts { plan, graph: &analysis.graph, calendar: &analysis.calendar, ledger: &analysis.ledger };
            match parts {
                None => self.found = check::of_parts(&facts),
                Some(parts) => {
                    let wanted: Vec<usize> = (0..parts.len()).filter(|at| parts[*at]).collect();
                    let again: Vec<(usize, Found)> =
                        wanted.into_par_iter().with_min_len(16).map(|at| (at, check::of_part(&facts, at as u32))).collect();
                    for (at, found) in again {
                        self.found[at] = found;
                    }
                }
            }
            for found in [&check::of_plan(&facts)].into_iter().chain(&self.found) {
                diagnostics.extend(found.diagnostics.iter().cloned());
                analysis.holes.extend(&found.holes);
            }
        }
        analysis.diagnostics = limited(diagnostics);
        analysis.plan = std::mem::take(&mut self.resolution.plan);
    }
}

/// Does something that waits for this wait for another day than before?
fn look_at(before: &Calendar, after: &Calendar, plan: &Plan, target: crate::plan::EntityId) -> bool {
    let entity = plan.entity(target);
    let goal = if entity.is(crate::language::Concept::Milestone) { entity.parent() } else { Some(entity) };
    goal.filter(|goal| goal.is(crate::language::Concept::Goal) || goal.is(crate::language::Concept::Action))
        .is_some_and(|goal| before.slot(goal.goal_id()) != after.slot(goal.goal_id()))
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
