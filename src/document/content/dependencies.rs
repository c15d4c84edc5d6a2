//! Who waits for whom: drawn in columns, then a row for each dependency with what is left between the two.

use super::super::model::{Cell, Chapter, Column, Inline, Part, Rich, Table};
use super::super::words::W;
use super::calendar::{LYING, LYING_MOST};
use super::{Build, row, section, wide};
use crate::check::Lacks;
use crate::figure::{Edge, Figure, Layers, Node, brief, layers};
use crate::language::Concept;
use crate::language::concepts::goal::milestone;
use crate::plan::{Depend, Entity, GoalId, Moment, When};

/// More boxes than this in one drawing cannot be followed: then one drawing of the goals, and one for each axis.
const MOST_BOXES: usize = 60;

/// `to` waits for `from`, by its start only (`soft`) or not.
pub struct Wait {
    from: GoalId,
    to: GoalId,
    soft: bool,
}

/// A plan that has more waits tells in one table those that have little to spare; the sheets tell all.
const MOST: usize = 400;
/// Days: two months.
const AMPLE: i64 = 60;

impl Wait {
    pub fn of(sheet: Entity<'_>, depend: &Depend<'_>) -> Wait {
        Wait { from: depend.goal().goal_id(), to: sheet.goal_id(), soft: depend.start }
    }
}

impl Build<'_> {
    /// A row for each dependency, in the order of the plan.
    pub fn dependencies(&self) -> Chapter {
        let mut chapter = self.chapter("dependencies", W::Dependencies);
        let mut rows = Vec::new();
        let mut waits = Vec::new();
        let many = self.plan.sheets().map(|goal| goal.depends().count()).sum::<usize>() > MOST;
        let mut ample = 0;
        for goal in self.plan.sheets() {
            for depend in goal.depends() {
                waits.push(Wait::of(goal, &depend));
                if many && self.spare(goal, &depend).is_some_and(|days| days >= AMPLE) {
                    ample += 1;
                    continue;
                }
                let mut what = vec![self.reference(depend.goal())];
                let delay = depend.delay.map(|delay| format!(" + {}", delay.show(self.lang).replace(' ', "\u{a0}"))).unwrap_or_default();
                if depend.delay.is_some() || depend.is_milestone() || depend.start || !matches!(depend.waits, Moment::Start) {
                    what.push(Inline::text(format!(" ({}{delay})", self.depend_what(&depend))));
                }
                let awaited = self.analysis.calendar.awaited(&depend);
                rows.push(row(vec![
                    Cell::new(vec![self.short_reference(goal)]),
                    Cell::new(what),
                    Cell::new(self.awaited_date(depend.on, awaited)),
                    Cell::new(self.margin(goal, &depend)),
                ]));
            }
        }
        if rows.is_empty() {
            return chapter;
        }
        // A few waits are read in their table.
        let figures = if self.is_small() { Vec::new() } else { self.graphs(&waits) };
        if !figures.is_empty() {
            let caption = Some(self.w(W::GraphCaption).to_owned());
            chapter.sections.push(wide("", Part { figures, caption, ..Part::default() }));
        }
        let mut text = vec![vec![Inline::text(self.w(W::DependenciesIntro))]];
        if ample > 0 {
            text.push(vec![Inline::text(self.lang.of(
                format!("{ample} attentes qui ont deux mois de marge ou plus ne sont dites que dans les fiches."),
                format!("{ample} waits that have two months to spare or more are told in the sheets only."),
            ))]);
        }
        let columns = vec![Column::Short, Column::Text { weight: 1 }, Column::Short, Column::Short];
        let head = self.head(&[W::Sheet, W::WaitsFor, W::Available, W::Margin]);
        let table = Table { dense: true, columns, head, rows };
        let title = if chapter.sections.is_empty() { "" } else { self.w(W::EachWait) };
        chapter.sections.push(section(title, Part { text, tables: vec![table], ..Part::default() }));
        chapter
    }

    fn awaited_date(&self, of: Entity<'_>, when: Option<When>) -> Rich {
        match when {
            Some(when) => vec![Inline::whole(self.moment(when))],
            // A milestone's own date, or the calendar of a goal.
            None => {
                let milestone = of.is(Concept::Milestone) && self.lacks(of, Lacks::Field(Concept::Milestone, milestone::ON.at));
                vec![if milestone || self.lacks(of, Lacks::Dates) { self.hole() } else { Inline::text("–") }]
            }
        }
    }

    /// The time between what is awaited and what waits; in words where they contradict each other.
    fn margin(&self, goal: Entity<'_>, depend: &Depend<'_>) -> Rich {
        let strong = |word: W| vec![Inline::Strong { content: vec![Inline::text(self.w(word))] }];
        let (id, other) = (goal.goal_id(), depend.goal().goal_id());
        let knots = &self.analysis.graph.knots;
        if knots[id.at()].is_some() && knots[id.at()] == knots[other.at()] {
            return strong(W::InLoop);
        }
        let awaited = self.analysis.calendar.awaited(depend);
        if let (Some(awaited), Some(period), Moment::Start) = (awaited, goal.period().is(), depend.waits)
            && period.start.last < awaited.first
        {
            return strong(W::TooEarly);
        }
        match self.spare(goal, depend) {
            None | Some(..0) => vec![Inline::text("–")],
            Some(0) => vec![Inline::text(self.lang.of("aucune", "none"))],
            Some(days) => vec![Inline::whole(self.days(days))],
        }
    }

    /// The days between what is awaited and what waits, where both are known.
    fn spare(&self, goal: Entity<'_>, depend: &Depend<'_>) -> Option<i64> {
        let slot = self.analysis.calendar.slot(goal.goal_id());
        let waits = match depend.waits {
            Moment::Start => slot.map(|slot| slot.start.first),
            Moment::End => slot.map(|slot| slot.end.last),
            Moment::Milestone(own) => own.is_given(milestone::ON).map(|when| when.last),
        };
        Some(waits?.duration_since(self.analysis.calendar.possible(depend)?).as_hours() / 24)
    }

    /// `12 jours`, `3 mois`
    fn days(&self, days: i64) -> String {
        const MONTH: i64 = 30;
        let s = if days > 1 { "s" } else { "" };
        match days {
            ..60 => self.lang.of(format!("{days}\u{a0}jour{s}"), format!("{days}\u{a0}day{s}")),
            _ => self.lang.of(format!("{}\u{a0}mois", days / MONTH), format!("{}\u{a0}months", days / MONTH)),
        }
    }

    pub fn graphs(&self, waits: &[Wait]) -> Vec<Figure> {
        let all: Vec<GoalId> = self.in_order(|_| true);
        if let Some(figure) = self.graph(&all, waits, MOST_BOXES) {
            return vec![figure];
        }
        // Between goals, what their actions wait for; then within each axis.
        let top = |id: GoalId| {
            let sheet = self.goal_at(id);
            sheet.holder().unwrap_or(sheet).goal_id()
        };
        let mut between: Vec<Wait> = Vec::new();
        for wait in waits {
            let (from, to) = (top(wait.from), top(wait.to));
            match between.iter_mut().find(|known| (known.from, known.to) == (from, to)) {
                _ if from == to => {}
                Some(known) => known.soft &= wait.soft,
                None => between.push(Wait { from, to, soft: wait.soft }),
            }
        }
        let goals = self.in_order(|sheet| sheet.holder().is_none());
        let mut figures: Vec<Figure> = self.graph(&goals, &between, 2 * MOST_BOXES).into_iter().collect();
        for strand in &self.strands {
            let own: Vec<GoalId> = strand.all().map(|sheet| sheet.goal_id()).collect();
            figures.extend(self.graph(&own, waits, 2 * MOST_BOXES));
        }
        figures
    }

    fn in_order(&self, keep: impl Fn(Entity<'_>) -> bool) -> Vec<GoalId> {
        self.strands.iter().flat_map(|strand| strand.all()).filter(|sheet| keep(*sheet)).map(|sheet| sheet.goal_id()).collect()
    }

    /// Of some sheets: those that wait or are waited for among them.
    fn graph(&self, among: &[GoalId], waits: &[Wait], most: usize) -> Option<Figure> {
        let mut place = vec![usize::MAX; self.plan.goals.len()];
        for id in among {
            place[id.at()] = usize::MAX - 1;
        }
        let inside: Vec<&Wait> =
            waits.iter().filter(|wait| place[wait.from.at()] != usize::MAX && place[wait.to.at()] != usize::MAX).collect();
        let mut used = vec![false; self.plan.goals.len()];
        for wait in &inside {
            (used[wait.from.at()], used[wait.to.at()]) = (true, true);
        }
        let boxes: Vec<GoalId> = among.iter().copied().filter(|id| used[id.at()]).collect();
        if boxes.len() > most {
            return None;
        }
        for (at, id) in boxes.iter().enumerate() {
            place[id.at()] = at;
        }
        let nodes: Vec<Node> = boxes
            .iter()
            .map(|id| {
                let sheet = self.goal_at(*id);
                Node {
                    number: self.number_of(*id).to_owned(),
                    title: super::shortened(&self.title(sheet).text, super::IN_A_CELL),
                    target: Some(format!("g{}", id.0)),
                    goal: sheet.holder().is_none(),
                }
            })
            .collect();
        let mut edges: Vec<Edge> = Vec::new();
        for wait in &inside {
            let (from, to) = (place[wait.from.at()], place[wait.to.at()]);
            match edges.iter_mut().find(|edge| (edge.from, edge.to) == (from, to)) {
                _ if from == to => {}
                Some(edge) => edge.soft &= wait.soft,
                None => edges.push(Edge { from, to, soft: wait.soft }),
            }
        }
        let (count, sheets) = (edges.len(), nodes.len());
        let lead = self.lang.of(
            format!("Graphe de {count} attentes entre {sheets} fiches, de gauche à droite : ce qui n’attend rien, puis ce qui l’attend. "),
            format!("Graph of {count} waits between {sheets} sheets, from left to right: what waits for nothing, then what waits for it. "),
        );
        let phrase = |edge: &Edge| {
            let (from, to) = (&nodes[edge.from].number, &nodes[edge.to].number);
            self.lang.of(format!("{to} attend {from}. "), format!("{to} waits for {from}. "))
        };
        let rest = self.lang.of("La suite est dans la table.", "The rest is in the table.");
        let alt = brief(std::iter::once(lead).chain(edges.iter().map(phrase)), rest).trim_end().to_owned();
        layers(&nodes, &edges, Layers { width: LYING, most: LYING_MOST }, alt)
    }
}
