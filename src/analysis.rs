//! L5. The whole road, once: one analysis that the command line, the editor and the documents all read.
//! Invariant: pure but for the [`World`] it is handed; no clock, no panic, whatever the texts hold; and an analysis that was brought
//! up to date says what a new one would say.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::budget::{Ledger, ledger};
use crate::check::{self, Facts, Found, Hole};
use crate::diagnostic::{Diagnostic, Lang, MOST, Severity, rules, suggest};
use crate::language::Concept;
use crate::load::{Kept, Loaded, World, load};
use crate::plan::{Change, Entity, EntityId, GoalId, Graph, Placed, Plan, Resolution, Shift, Standing, graph, resolve};
use crate::policy::judge::{Grounds, Held, Judgement, Kept as KeptPolicies, Set, Step, day, judge_again};
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
    /// What the policies say of it.
    pub judgement: Judgement,
    /// What is missing: what `check` says, the document marks, and a draft lists.
    pub holes: Vec<Hole>,
    /// In the order of the files and of the text.
    pub diagnostics: Vec<Diagnostic>,
    /// The root file could not be read at all: there was nothing to analyse.
    pub unread: bool,
}

/// The day of a judgement where nobody says which: the same for all, so that one text has one answer.
pub const SOME_DAY: Date = jiff::civil::date(2027, 1, 1);

/// In: where to read, and the plan's root file. Out: everything that is known of the plan.
pub fn analyse(world: &dyn World, root: &Path) -> Analysis {
    Live::new(world, root).analysis
}

/// What a plan says, and the files of its sources: nothing is placed, summed or judged.
pub fn read_only(world: &dyn World, root: &Path) -> (Plan, Vec<Option<PathBuf>>) {
    let loaded = load(world, root, &mut Kept::default());
    (resolve(loaded.standing, Arc::new(loaded.sources)).plan, loaded.paths)
}

/// The same, judged by other policies than its own, those of another revision: what is wrong in its own is told all the same.
pub fn analyse_by(world: &dyn World, root: &Path, set: Set) -> Analysis {
    Live::limited_to(MOST, world, root, Some(set)).analysis
}

/// The same with every message there is, for a program that reads them all.
pub fn analyse_whole(world: &dyn World, root: &Path) -> Analysis {
    Live::limited_to(usize::MAX, world, root, None).analysis
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
    /// No more messages than this.
    most: usize,
    /// The day on which it is judged.
    today: Date,
    policies: KeptPolicies,
    /// What the last judgement left for the next.
    held: Held,
}

impl Live {
    pub fn new(world: &dyn World, root: &Path) -> Live {
        Live::limited_to(MOST, world, root, None)
    }

    fn limited_to(most: usize, world: &dyn World, root: &Path, given: Option<Set>) -> Live {
        let mut texts = Kept::default();
        let loaded = load(world, root, &mut texts);
        Live::of(loaded, root, texts, most, world.today().unwrap_or(SOME_DAY), KeptPolicies::new(given))
    }

    fn of(loaded: Loaded, root: &Path, texts: Kept, most: usize, today: Date, policies: KeptPolicies) -> Live {
        let Loaded { sources, paths, standing, incomplete, diagnostics, unread } = loaded;
        let sources = Arc::new(sources);
        let resolution = resolve(standing, sources.clone());
        let (graph, calendar, ledger) = computed(&resolution.plan);
        let analysis = Analysis {
            sources,
            paths,
            plan: Plan::default(),
            graph,
            calendar,
            ledger,
            judgement: Judgement::default(),
            holes: Vec::new(),
            diagnostics: Vec::new(),
            unread,
        };
        let mut live = Live {
            analysis,
            root: root.to_owned(),
            texts,
            resolution,
            incomplete,
            whole: true,
            found: Vec::new(),
            most,
            today,
            policies,
            held: Held::default(),
        };
        live.look(diagnostics, None, Step::Anew);
        live
    }

    /// Reads again what may have changed.
    pub fn refresh(&mut self, world: &dyn World) {
        let loaded = load(world, &self.root, &mut self.texts);
        let plan = std::mem::take(&mut self.analysis.plan);
        let comparable =
            loaded.paths == self.analysis.paths && loaded.incomplete == self.incomplete && loaded.unread == self.analysis.unread;
        if !comparable {
            let (texts, policies) = (std::mem::take(&mut self.texts), std::mem::take(&mut self.policies));
            *self = Live::of(loaded, &self.root.clone(), texts, self.most, self.today, policies);
            return;
        }
        self.whole = false;
        let same_parts = loaded.standing.len() == plan.parts.len()
            && loaded.standing.iter().zip(&plan.parts).all(|(new, old)| new.source == old.source)
            && self.resolution.names.unique();
        let same = |(new, old): (&Standing, &Placed)| Arc::ptr_eq(&new.part, &old.part) && new.source == old.source;
        let changed: Vec<u32> =
            (0u32..).zip(loaded.standing.iter().zip(&plan.parts)).filter(|(_, two)| !same(*two)).map(|(at, _)| at).collect();
        let between = |at: &u32| Change::between(&plan, *at, &loaded.standing[*at as usize], &loaded.sources);
        let change =
            if same_parts { changed.iter().map(between).try_fold(Change::default(), |all, one| one.map(|one| all.and(one))) } else { None };
        match change {
            Some(change) => self.values_changed(loaded, plan, &changed, change),
            None => self.things_changed(loaded, plan),
        }
    }

    /// The same things with the same names: their values are others.
    fn values_changed(&mut self, loaded: Loaded, plan: Plan, changed: &[u32], mut change: Change) {
        let Loaded { sources, standing, diagnostics, .. } = loaded;
        let moved = plan.moved(&sources);
        self.analysis.sources = Arc::new(sources);
        self.resolution.plan = plan;
        self.resolution.plan.put(standing, self.analysis.sources.clone());
        // What says something else: what changed, and what names something else.
        let mut others = changed.to_vec();
        for part in 0..self.resolution.plan.parts.len() as u32 {
            let found = &self.resolution.parts[part as usize];
            if (changed.contains(&part) || found.by_title || found.diagnostics().iter().any(|found| stale(found, &moved)))
                && self.resolution.again(part)
            {
                (change.dependencies, change.facts) = (true, true);
                others.push(part);
            }
        }
        let plan = &self.resolution.plan;
        let mut calm = self.analysis.graph.cycles.is_empty();
        let sheets = || others.iter().flat_map(|part| plan.goals_in(*part..*part + 1)).map(GoalId);
        if change.dependencies {
            self.analysis.graph = self.analysis.graph.follow(plan, Some, sheets()).unwrap_or_else(|| graph(plan));
            calm &= self.analysis.graph.cycles.is_empty();
        }
        let mut look: Vec<bool> = plan.parts.iter().map(|placed| moved[usize::from(placed.source.0)]).collect();
        if change.dependencies || change.dates {
            let framed = changed.iter().any(|part| plan.holds_frame(*part));
            let calendar = match (framed, others.iter().min(), others.iter().max()) {
                (false, Some(first), Some(last)) => {
                    let goals = plan.goals_in(*first..*last + 1);
                    self.analysis.calendar.follow(plan, &self.analysis.graph, goals.clone(), goals)
                }
                _ => schedule(plan, &self.analysis.graph),
            };
            let before = std::mem::replace(&mut self.analysis.calendar, calendar);
            let moved = before.differs(&self.analysis.calendar, 0..0, 0..0);
            for goal in &moved {
                look[plan.goal(*goal).id.part as usize] = true;
            }
            let other = |goal: Entity<'_>| moved.binary_search(&goal.goal_id()).is_ok();
            others.extend((0u32..).zip(&plan.parts).filter(|(_, placed)| placed.part.relative).map(|(at, _)| at));
            // A milestone's date is told where it is waited for.
            let milestone = |id: &EntityId| changed.contains(&id.part) && plan.entity(*id).is(Concept::Milestone);
            for (at, placed) in plan.parts.iter().enumerate().filter(|_| change.dates || !moved.is_empty()) {
                let mut targets = placed.targets.iter().flatten();
                look[at] |=
                    placed.part.relative || targets.clone().any(milestone) || targets.any(|id| plan.goal_of(*id).is_some_and(other));
            }
        }
        let framed = changed.iter().any(|part| plan.holds_frame(*part));
        if change.money && framed {
            self.analysis.ledger = ledger(plan);
        } else if let (true, Some(first), Some(last)) = (change.money, changed.first(), changed.last()) {
            let goals = plan.goals_in(*first..*last + 1);
            self.analysis.ledger.follow(plan, &Shift::within(*first..*last + 1), goals.clone(), goals);
        }
        // That something is given up is told where it is waited for.
        if change.standing {
            for (at, placed) in plan.parts.iter().enumerate() {
                look[at] |= placed.targets.iter().flatten().any(|id| changed.contains(&id.part) && plan.goal_of(*id).is_some());
            }
        }
        // The strategy's own period is every part's affair, and so are loops.
        let everywhere = (change.dependencies && !calm) || framed;
        for (at, found) in self.found.iter().enumerate() {
            look[at] |= everywhere || found.diagnostics.iter().any(|found| stale(found, &moved));
        }
        others.sort_unstable();
        others.dedup();
        self.look(diagnostics, Some(&look), if framed { Step::Anew } else { Step::Values { parts: &others, change } });
    }

    /// Other things than before. What stands before and behind them is looked at again where it rests on what changed.
    fn things_changed(&mut self, loaded: Loaded, plan: Plan) {
        let Loaded { sources, standing, diagnostics, .. } = loaded;
        let moved = plan.moved(&sources);
        let mut shift = Shift::between(&plan.parts, &standing);
        let (old_parts, new_parts) = (shift.old_parts(), shift.new_parts());
        let given_up = |goal: Entity<'_>| goal.is_abandoned() || goal.holder().is_some_and(|holder| holder.is_abandoned());
        let gone: Vec<bool> = plan.goals_in(old_parts.clone()).map(|goal| given_up(plan.goal(GoalId(goal)))).collect();
        let frame = |plan: &Plan, mut parts: Range<u32>| parts.any(|part| plan.holds_frame(part));
        let (framed, waiting, old_goals) =
            (frame(&plan, old_parts.clone()), plan.waiting(old_parts.clone()), plan.goals_in(old_parts.clone()));

        self.analysis.sources = Arc::new(sources);
        self.resolution.plan = plan;
        let same = self.resolution.follow(standing, self.analysis.sources.clone(), &mut shift);
        let after = &self.resolution.plan;
        let (framed, new_goals) = (framed || frame(after, new_parts.clone()), after.goals_in(new_parts.clone()));
        // Where the same goals wait for the same, the order is the same, whatever else changed.
        let same_order =
            (0u32..).zip(&same).all(|(at, same)| *same || new_parts.contains(&at)) && waiting == after.waiting(new_parts.clone());
        let old = &mut self.analysis;
        let (old_graph, old_calendar, old_ledger) = (std::mem::take(&mut old.graph), std::mem::take(&mut old.calendar), &mut old.ledger);
        let calm = old_graph.cycles.is_empty();
        let met: FxHashMap<GoalId, GoalId> = shift.goals.iter().copied().collect();
        let now = |old: GoalId| match old.0 {
            at if at < old_goals.start => Some(old),
            at if at >= old_goals.end => Some(GoalId(at - old_goals.end + new_goals.end)),
            _ => met.get(&old).copied(),
        };
        let says_else = || {
            let parts = (0u32..).zip(&same).filter(|(at, same)| !**same || new_parts.contains(at)).map(|(at, _)| at);
            parts.flat_map(|part| after.goals_in(part..part + 1)).map(GoalId)
        };
        let ((graph, calendar), ()) = rayon::join(
            || {
                let kept = if same_order { Some(old_graph) } else { old_graph.follow(after, now, says_else()) };
                let graph = kept.unwrap_or_else(|| graph(after));
                let calendar = old_calendar.follow(after, &graph, old_goals.clone(), new_goals.clone());
                (graph, calendar)
            },
            || match framed {
                true => *old_ledger = ledger(after),
                false => old_ledger.follow(after, &shift, old_goals.clone(), new_goals.clone()),
            },
        );
        let everywhere = framed || !calm || !graph.cycles.is_empty();
        let mut others = old_calendar.differs(&calendar, old_goals.clone(), new_goals.clone());
        let gone = |old: GoalId| gone.get((old.0 - old_goals.start) as usize).copied().unwrap_or(false);
        let other =
            |(old, new): &&(GoalId, GoalId)| old_calendar.slot(*old) != calendar.slot(*new) || gone(*old) != given_up(after.goal(*new));
        others.extend(shift.goals.iter().filter(other).map(|(_, new)| *new));
        others.sort_unstable();
        (self.analysis.graph, self.analysis.calendar) = (graph, calendar);

        let fresh = new_parts.clone().map(|_| Found::default());
        self.found.splice(old_parts.start as usize..old_parts.end as usize, fresh);
        let mut look = vec![everywhere; after.parts.len()];
        for (at, (placed, found)) in after.parts.iter().zip(&mut self.found).enumerate() {
            if new_parts.contains(&(at as u32)) {
                look[at] = true;
                continue;
            }
            for hole in &mut found.holes {
                hole.entity = hole.entity.and_then(|id| shift.id(id));
            }
            look[at] |= placed.part.relative
                || !same[at]
                || moved[usize::from(placed.source.0)]
                || found.diagnostics.iter().any(|found| stale(found, &moved));
            if !look[at] {
                let other = |goal: Entity<'_>| others.binary_search(&goal.goal_id()).is_ok();
                // A milestone's date is told where it is waited for.
                let milestone = |id: &EntityId| new_parts.contains(&id.part) && after.entity(*id).is(Concept::Milestone);
                let mut targets = placed.targets.iter().flatten();
                look[at] = targets.clone().any(milestone)
                    || (!others.is_empty()
                        && (after.sheets_of(at as u32).any(other) || targets.any(|id| after.goal_of(*id).is_some_and(other))));
            }
        }
        let says = |(at, placed): &(u32, &Placed)| new_parts.contains(at) || !same[*at as usize] || placed.part.relative;
        let says_else: Vec<u32> = (0u32..).zip(&after.parts).filter(says).map(|(at, _)| at).collect();
        let step = if framed { Step::Anew } else { Step::Things { shift: &shift, parts: &says_else } };
        self.look(diagnostics, Some(&look), step);
    }

    /// Checks these parts, or all of them, and the plan; and puts what is said in order.
    fn look(&mut self, mut diagnostics: Vec<Diagnostic>, parts: Option<&[bool]>, step: Step<'_>) {
        diagnostics.extend(self.resolution.report(self.incomplete));
        let analysis = &mut self.analysis;
        let plan = &self.resolution.plan;
        for placed in plan.parts.iter().filter(|placed| placed.remarks) {
            diagnostics.extend(placed.part.diagnostics.iter().map(|found| found.clone().moved(placed.source, placed.base)));
        }
        analysis.holes.clear();
        if !analysis.unread {
            let facts = Facts { plan, graph: &analysis.graph, calendar: &analysis.calendar, ledger: &analysis.ledger };
            let grounds = Grounds::new(plan, &analysis.graph, &analysis.calendar, &analysis.ledger);
            // The checks and the policies need nothing of each other.
            let (of_plan, judgement) = rayon::join(
                || {
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
                    check::of_plan(&facts)
                },
                || judge_again(&grounds, day(self.today), self.policies.policies(plan), self.most, &mut self.held, step),
            );
            for found in [&of_plan].into_iter().chain(&self.found) {
                diagnostics.extend(found.diagnostics.iter().cloned());
                analysis.holes.extend(&found.holes);
            }
            analysis.judgement = judgement;
            let mut judged: Vec<(&str, &Hole)> = Vec::new();
            for hole in &analysis.holes {
                if let Some(rule) = hole.judged_by().filter(|rule| judged.iter().all(|(known, _)| known != rule)) {
                    judged.push((rule, hole));
                }
            }
            diagnostics.extend(analysis.judgement.diagnostics().map(|found| {
                match judged.iter().find(|(rule, _)| *rule == found.rule.id).map(|(_, hole)| hole) {
                    Some(hole) => hole.offers(&facts, found),
                    None => found,
                }
            }));
        }
        analysis.diagnostics = to_authors(limited(diagnostics, self.most), plan);
        analysis.plan = std::mem::take(&mut self.resolution.plan);
    }
}

#[cfg(test)]
impl Live {
    /// A fact that the last judgement left to the next otherwise than it is.
    pub fn stale_fact(&mut self) -> Option<crate::policy::kinds::Fact> {
        let Analysis { plan, graph, calendar, ledger, .. } = &self.analysis;
        self.held.stale_fact(&Grounds::new(plan, graph, calendar, ledger))
    }
}

/// What rests on the plan as a whole.
fn computed(plan: &Plan) -> (Graph, Calendar, Ledger) {
    let ((graph, calendar), ledger) = rayon::join(
        || {
            let graph = graph(plan);
            let calendar = schedule(plan, &graph);
            (graph, calendar)
        },
        || ledger(plan),
    );
    (graph, calendar, ledger)
}

/// What is to be written is told in the language of the file that it is told of.
fn to_authors(diagnostics: Vec<Diagnostic>, plan: &Plan) -> Vec<Diagnostic> {
    let mut known: Vec<(SourceId, Lang)> = Vec::new();
    let mut lang = |source: SourceId| match known.iter().find(|(other, _)| *other == source) {
        Some((_, lang)) => *lang,
        None => {
            let lang = plan.written_in(source);
            known.push((source, lang));
            lang
        }
    };
    diagnostics
        .into_iter()
        .map(|found| {
            let lang = lang(found.span().source);
            found.to_plan(lang)
        })
        .collect()
}

/// Was it told with a place in a text that has moved since?
fn stale(diagnostic: &Diagnostic, moved: &[bool]) -> bool {
    diagnostic.labels.iter().any(|label| moved.get(usize::from(label.span.source.0)).is_some_and(|moved| *moved))
}

/// In the order of the text, and no more than anybody reads; the rest is counted. No error is left out for a warning before it.
fn limited(mut diagnostics: Vec<Diagnostic>, most: usize) -> Vec<Diagnostic> {
    let in_order = |diagnostic: &Diagnostic| (diagnostic.span(), diagnostic.rule.id);
    diagnostics.sort_by_key(in_order);
    let more = diagnostics.len().saturating_sub(most);
    if more > 0 {
        let wrong = |diagnostic: &&Diagnostic| diagnostic.severity() == Severity::Error;
        let errors = diagnostics.iter().filter(wrong).count();
        diagnostics.retain(|diagnostic| !diagnostic.message.is_empty());
        diagnostics.sort_by_key(|diagnostic| diagnostic.severity() != Severity::Error);
        diagnostics.truncate(most);
        let left_out = diagnostics.iter().filter(wrong).count() < errors;
        let rule = if left_out { &rules::TOO_MANY } else { &rules::TOO_MANY_WARNINGS };
        diagnostics.sort_by_key(in_order);
        let place = diagnostics[diagnostics.len() - 1].span().after();
        diagnostics.push(Diagnostic::new(
            rule,
            Span::new(place.source, place.start, place.start),
            say!("Il y a {more} autres messages ; les {most} premiers sont montrés."; "There are {more} more messages; the first {most} are shown.", more, most),
            say!("Corrigez d'abord ceux-ci, puis recommencez."; "Correct these first, then check again."),
        ));
    }
    diagnostics
}

impl Analysis {
    /// What has a name of the plan's own, in the order of the text.
    pub fn names(&self) -> impl Iterator<Item = Entity<'_>> {
        self.plan.entities().filter(|entity| entity.name().is_some() && !self.sources.get(entity.head().source).library)
    }

    /// What is called so from elsewhere: by its path or, where the name is one of the whole plan, by that.
    pub fn named(&self, name: &str) -> Option<Entity<'_>> {
        self.names().find(|entity| entity.path() == name || (!entity.concept_row().local && entity.name() == Some(name)))
    }

    /// Nothing is called so, in a sentence; and what may have been meant.
    pub fn not_named(&self, name: &str, lang: Lang) -> String {
        let names: Vec<String> = self.names().map(Entity::path).take(5_000).collect();
        let near = suggest::nearest(name, names.iter().map(String::as_str));
        let (fr, en) = near
            .map_or((String::new(), String::new()), |near| (format!(" Vouliez-vous dire `{near}` ?"), format!(" Did you mean `{near}`?")));
        lang.of(format!("le plan n'a rien qui s'appelle « {name} ».{fr}"), format!("nothing in the plan is called \"{name}\".{en}"))
    }

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
        let policy = name.starts_with(char::is_uppercase);
        assert!(policy || crate::diagnostic::rules::ALL.iter().any(|code| code.name == name), "no code is named {name}");
        // `CPL-01` is `CPL-01b` as well: the same of an action.
        let is =
            |rule: &crate::diagnostic::Rule| if policy { rule.id.trim_end_matches(char::is_lowercase) == name } else { rule.name == name };
        analysis
            .diagnostics
            .iter()
            .filter(|diagnostic| is(diagnostic.rule))
            .map(|diagnostic| Seen {
                message: diagnostic.message.show(Lang::Fr).clone(),
                underlined: diagnostic.labels.iter().map(|label| analysis.sources.slice(label.span).to_owned()).collect(),
            })
            .collect()
    }
}
