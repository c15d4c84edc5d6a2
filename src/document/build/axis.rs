//! An axis: its words, its goals at a glance, then a sheet each.

use super::*;

impl Build<'_> {
    pub fn axis(&self, id: AxisId) -> AxisChapter {
        let axis = &self.plan.axes[id.at()];
        let number = (id.at() + 1).to_string();
        let mut facts = Vec::new();
        if let Some(elected) = &axis.elected_sponsor {
            facts.push(self.fact(W::ElectedSponsor, vec![Inline::text(self.text(&elected.value))]));
        }
        AxisChapter {
            id: format!("a{}", id.0),
            label: format!("{}\u{a0}{number}", self.w(W::Axis)),
            number,
            title: self.title(&axis.header),
            facts,
            prose: self.prose(&axis.header),
            table: (!axis.goals.is_empty()).then(|| self.at_a_glance(&axis.goals)),
            goals: axis.goals.iter().map(|goal| self.sheet(*goal)).collect(),
        }
    }

    fn at_a_glance(&self, goals: &[GoalId]) -> Table {
        let columns =
            vec![Column::Short, Column::Text { weight: 6 }, Column::Text { weight: 3 }, Column::Text { weight: 4 }, Column::Amount];
        let mut head = self.head(&[W::Number, W::Goal, W::Owner, W::Calendar]);
        head[0].push(Cell::text(format!("{} ({})", self.w(W::Cost), self.w(W::InEuros))));
        let rows = goals.iter().map(|&id| {
            let goal = self.goal_at(id);
            let title = self.title(&goal.sheet.header);
            row(vec![
                Cell::text(self.number_of(id)),
                Cell::new(vec![Inline::Ref { to: format!("g{}", id.0), text: shortened(&title.text, IN_A_CELL) }]),
                Cell::new(self.owner_cell(goal)),
                Cell::new(self.dates(id)),
                match self.cost(id) {
                    Some(cost) => Cell::text(self.amount(cost)),
                    None if self.budget_missing(id) => Cell::new(vec![self.hole()]),
                    None => Cell::text("–"),
                },
            ])
        });
        Table { dense: false, columns, head, rows: rows.collect() }
    }
}
