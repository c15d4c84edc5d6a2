//! The sheets of goals and actions, each on pages of its own, to be handed out to those who lead them; with room to write how it goes.

use super::super::super::model::{Cell, Column, Inline, Part, Piece, Row, Sheet, Table};
use super::super::super::words::W;
use super::super::{Build, Wish, row};
use crate::plan::{Entity, Given};

/// Lines to write on.
const LINES: usize = 3;

impl Build<'_> {
    /// Those that are wished for: all, one by its name or number, or those of an owner.
    pub fn sheets_apart(&self, wish: &Wish) -> (String, Vec<Piece>) {
        let title = self.lang.of("Fiches-actions", "Action sheets").to_owned();
        let mut pieces = Vec::new();
        for strand in &self.strands {
            for sheet in &strand.sheets {
                for one in std::iter::once(*sheet).chain(sheet.actions()) {
                    if self.wished(one, wish) {
                        pieces.extend(self.apart(one, pieces.is_empty()));
                    }
                }
            }
        }
        (title, pieces)
    }

    /// Is there any such sheet?
    pub fn wished(&self, sheet: Entity<'_>, wish: &Wish) -> bool {
        let only = |only: &str| sheet.name() == Some(only) || self.number_of(sheet.goal_id()) == only;
        let owner = |name: &str| matches!(sheet.owner(), Given::Is(owner) if owner.name() == Some(name));
        wish.only.as_deref().is_none_or(only) && wish.owner.as_deref().is_none_or(owner)
    }

    fn apart(&self, one: Entity<'_>, first: bool) -> Vec<Piece> {
        let mut pieces = Vec::new();
        if !first {
            pieces.push(Piece::NewPage);
        }
        let axis = self.strand_of(one);
        let above = axis.map(|at| format!("{}\u{a0}{} – {}", self.w(W::Axis), at + 1, self.strand_title(&self.strands[at]).text));
        let number = self.number_of(one.goal_id());
        let kind = self.w(if one.is_action() { W::Action } else { W::Goal });
        pieces.push(Piece::Facts {
            items: vec![super::super::super::model::Fact {
                label: format!("{kind}\u{a0}{number}"),
                value: vec![Inline::text(above.unwrap_or_default())],
            }],
        });
        // A goal's actions have sheets of their own: here they are its steps.
        let sheet = Sheet { actions: Vec::new(), level: 1, head: self.sheet_head(one, true), ..self.sheet(one) };
        pieces.push(Piece::Sheet { sheet });
        let steps: Vec<Row> = one.actions().map(|action| self.step(action)).collect();
        if !steps.is_empty() {
            let columns = vec![Column::Text { weight: 6 }, Column::Text { weight: 2 }, Column::Text { weight: 4 }];
            let table = Table { dense: true, columns, head: self.head(&[W::Action, W::Owner, W::Calendar]), rows: steps };
            pieces.push(Piece::Part { part: Part { label: self.w(W::Actions).to_owned(), tables: vec![table], ..Part::default() } });
        }
        pieces.push(Piece::Part { part: self.progress_to_write() });
        pieces
    }

    fn step(&self, action: Entity<'_>) -> Row {
        row(vec![Cell::new(vec![self.reference_in_words(action)]), Cell::new(self.owner_cell(action)), Cell::new(self.dates(action))])
    }

    /// On a sheet that goes alone no number leads anywhere.
    fn reference_in_words(&self, sheet: Entity<'_>) -> Inline {
        Inline::text(format!("{}\u{a0}{}", self.number_of(sheet.goal_id()), self.title(sheet).text))
    }

    /// Empty lines: date, done, left, alert.
    fn progress_to_write(&self) -> Part {
        let columns = vec![Column::Text { weight: 2 }, Column::Text { weight: 4 }, Column::Text { weight: 4 }, Column::Text { weight: 3 }];
        let head = [("Date", "Date"), ("Fait", "Done"), ("Reste à faire", "Left to do"), ("Alerte", "Alert")];
        let head = head.into_iter().map(|(fr, en)| Cell::text(self.lang.of(fr, en))).collect();
        // The rules between the rows are the lines to write on.
        let blank = || Cell::new(vec![Inline::Break, Inline::text("\u{a0}")]);
        let rows = (0..LINES).map(|_| row(vec![blank(), blank(), blank(), blank()])).collect();
        let label = self.lang.of("Point d’avancement", "Progress").to_owned();
        Part { label, tables: vec![Table { dense: false, columns, head: vec![head], rows }], ..Part::default() }
    }
}
