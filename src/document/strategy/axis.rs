//! An axis: its words, what it holds at a glance, then a sheet each.

use super::super::model::{AxisChapter, Cell, Column, Inline, Table};
use super::super::words::W;
use super::{Build, IN_A_CELL, Strand, row, shortened};
use crate::check::Lacks;
use crate::language::Concept;
use crate::plan::Entity;

impl Build<'_> {
    pub fn axis(&self, at: usize, strand: &Strand<'_>) -> AxisChapter {
        let number = (at + 1).to_string();
        let (axis, goals) = (strand.axis, &strand.sheets);
        AxisChapter {
            id: format!("a{at}"),
            label: axis.map(|_| format!("{}\u{a0}{number}", self.w(W::Axis))).unwrap_or_default(),
            number,
            title: self.strand_title(strand),
            facts: axis.map(|axis| self.axis_facts(axis)).unwrap_or_default(),
            prose: axis.map(|axis| self.prose(axis)).unwrap_or_default(),
            parts: axis.map(|axis| self.parts(axis).into_iter().chain(self.remarks([axis])).collect()).unwrap_or_default(),
            table: (!goals.is_empty()).then(|| self.at_a_glance(goals)),
            goals: goals.iter().map(|goal| self.sheet(*goal)).collect(),
        }
    }

    fn at_a_glance(&self, goals: &[Entity<'_>]) -> Table {
        let columns =
            vec![Column::Short, Column::Text { weight: 6 }, Column::Text { weight: 3 }, Column::Text { weight: 4 }, Column::Amount];
        let what = match goals.iter().any(|goal| goal.is_action()) {
            true if goals.iter().all(|goal| goal.is_action()) => W::Action,
            true => W::GoalOrAction,
            false => W::Goal,
        };
        let mut head = self.head(&[W::Number, what, W::Owner, W::Calendar]);
        head[0].push(Cell::text(format!("{} ({})", self.w(W::Cost), self.in_currency())));
        let rows = goals.iter().map(|&goal| {
            let (id, title) = (goal.goal_id(), self.title(goal));
            row(vec![
                Cell::text(self.number_of(id)),
                Cell::new(vec![Inline::Ref { to: format!("g{}", id.0), text: shortened(&title.text, IN_A_CELL) }]),
                Cell::new(self.owner_cell(goal)),
                Cell::new(self.dates(goal)),
                match self.cost(goal) {
                    Some(cost) => Cell::text(self.amount(cost)),
                    None => Cell::new(vec![self.hole_or_dash(goal, Lacks::Child(Concept::Budget))]),
                },
            ])
        });
        Table { dense: false, columns, head, rows: rows.collect() }
    }
}
