//! What the plan does not say and the document needs: the list that `check` says, in the order of the document.

use super::super::model::{Cell, Chapter, Column, Inline, Part, Rich, Table};
use super::super::words::W;
use super::{Build, lines, row, section, sheet};
use crate::analysis::Analysis;
use crate::check::Hole;
use crate::check::Lacks;
use crate::language::Concept;
use crate::language::concepts::sheet as rows;
use crate::plan::Entity;

impl Build<'_> {
    pub fn owner_missing(&self, goal: Entity<'_>) -> bool {
        self.lacks(goal, Lacks::Field(goal.concept(), rows::OWNER.at))
    }

    /// First the strategy's, then those of each sheet, in the order of the document.
    pub fn missing(&self) -> Vec<Hole> {
        let mut holes = self.analysis.holes.clone();
        holes.sort_by_key(|hole| {
            let entity = hole.entity.map(|id| self.plan.entity(id));
            (entity.and_then(|entity| self.sheet_of(entity)).is_some(), hole.entity.is_some())
        });
        holes
    }

    /// The goal or action that something belongs to.
    fn sheet_of<'e>(&self, entity: Entity<'e>) -> Option<Entity<'e>> {
        std::iter::successors(Some(entity), |entity| entity.parent()).find(|entity| entity.is_sheet())
    }

    /// `Cible de « Démarches en ligne »`: what is missing, of what if that has no sheet of its own.
    pub fn missing_what(&self, hole: &Hole) -> String {
        let what = hole.lacks.label(self.lang);
        let Some(entity) = hole.entity.map(|id| self.plan.entity(id)) else { return what };
        if matches!(entity.concept(), Concept::Goal | Concept::Action | Concept::Strategy) {
            return what;
        }
        let kind = |entity: Entity<'_>| entity.concept_row().label_in(self.lang).to_lowercase();
        // `(cible, indicateur « Démarches en ligne »)`: what is called nothing is told by what holds it.
        if !entity.is_called() {
            let holder = entity.parent().filter(|holder| !holder.is_sheet() && !holder.is(Concept::Strategy));
            let Some(holder) = holder else { return format!("{what} ({})", kind(entity)) };
            let (kind, holders, title) = (kind(entity), kind(holder), self.text(&holder.titled()));
            return self
                .lang
                .of(format!("{what} ({kind}, {holders} «\u{a0}{title}\u{a0}»)"), format!("{what} ({kind}, {holders} \"{title}\")"));
        }
        let (kind, title) = (kind(entity), self.text(&entity.titled()));
        self.lang.of(format!("{what} ({kind} «\u{a0}{title}\u{a0}»)"), format!("{what} ({kind} \"{title}\")"))
    }

    pub fn missing_chapter(&self, missing: &[Hole]) -> Chapter {
        let mut rows: Vec<(Option<Entity<'_>>, Vec<Rich>)> = Vec::new();
        for hole in missing {
            let sheet = hole.entity.and_then(|id| self.sheet_of(self.plan.entity(id)));
            let what = vec![Inline::text(self.missing_what(hole))];
            match rows.last_mut() {
                Some((known, whats)) if *known == sheet => whats.push(what),
                _ => rows.push((sheet, vec![what])),
            }
        }
        let rows = rows.into_iter().map(|(sheet, whats)| {
            let place = sheet.map_or_else(|| Inline::text(self.w(W::Strategy)), |sheet| self.reference(sheet));
            row(vec![Cell::new(vec![place]), Cell::new(lines(whats))])
        });
        let table = Table {
            dense: false,
            columns: vec![Column::Text { weight: 1 }, Column::Text { weight: 1 }],
            head: self.head(&[W::Where, W::MissingItem]),
            rows: rows.collect(),
        };
        let mut chapter = self.chapter("missing", W::Missing);
        let text = self.lang.of(
            "Chaque élément de cette liste est signalé à sa place dans le document.",
            "Each item of this list is marked where it belongs in the document.",
        );
        chapter.intro.push(vec![Inline::text(text)]);
        chapter.sections.push(section("", Part { tables: vec![table], ..Part::default() }));
        chapter
    }
}

/// What a document of this plan would leave empty, a line each: for `build`.
pub fn missing(analysis: &Analysis) -> Vec<String> {
    let build = Build::new(analysis, None);
    let line = |hole: &Hole| {
        let sheet = hole.entity.and_then(|id| build.sheet_of(analysis.plan.entity(id)));
        let place = sheet.map_or_else(|| build.w(W::Strategy).to_owned(), |sheet| sheet::plain(&[build.reference(sheet)]));
        format!("{place}{}{}", build.colon(), build.missing_what(hole))
    };
    build.missing().iter().map(line).collect()
}
