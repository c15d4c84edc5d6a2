//! An axis: its words, its goals at a glance, then a sheet each.

use super::super::model::{AxisChapter, Cell, Column, Inline, Table};
use super::super::words::W;
use super::{Build, IN_A_CELL, goals_of, row, shortened};
use crate::check::Lacks;
use crate::language::Concept;
use crate::plan::Entity;

impl Build<'_> {
    pub fn axis(&self, at: usize, axis: Entity<'_>) -> AxisChapter {
        let number = (at + 1).to_string();
        let goals: Vec<Entity<'_>> = goals_of(axis).collect();
        AxisChapter {
            id: format!("a{at}"),
            label: format!("{}\u{a0}{number}", self.w(W::Axis)),
            number,
            title: self.title(axis),
            facts: self.axis_facts(axis),
            prose: self.prose(axis),
            parts: self.parts(axis).into_iter().chain(self.remarks([axis])).collect(),
            table: (!goals.is_empty()).then(|| self.at_a_glance(&goals)),
            goals: goals.iter().map(|goal| self.sheet(*goal)).collect(),
        }
    }

    fn at_a_glance(&self, goals: &[Entity<'_>]) -> Table {
        let columns =
            vec![Column::Short, Column::Text { weight: 6 }, Column::Text { weight: 3 }, Column::Text { weight: 4 }, Column::Amount];
        let mut head = self.head(&[W::Number, W::Goal, W::Owner, W::Calendar]);
        head[0].push(Cell::text(format!("{} ({})", self.w(W::Cost), self.w(W::InEuros))));
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
