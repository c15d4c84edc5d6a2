//! Tables with a column a year, cut into as many tables as the page's width asks for.

use std::collections::BTreeMap;

use super::*;

/// One row of amounts by year.
pub struct YearRow {
    pub kind: RowKind,
    pub label: Rich,
    pub years: BTreeMap<i16, Money>,
    /// Shown in the last column; none leaves it empty.
    pub total: Option<Money>,
    /// A heading: no amounts at all.
    pub heading: bool,
}

impl YearRow {
    pub fn new(label: Rich, years: BTreeMap<i16, Money>) -> YearRow {
        let total = Some(years.values().copied().sum());
        YearRow { kind: RowKind::Body, label, years, total, heading: false }
    }

    pub fn heading(label: Rich) -> YearRow {
        YearRow { kind: RowKind::Group, label, years: BTreeMap::new(), total: None, heading: true }
    }

    pub fn kind(mut self, kind: RowKind) -> YearRow {
        self.kind = kind;
        self
    }
}

/// Widths in points, as the template draws them: a digit of a table, a cell's margins, the page's text.
const DIGIT: usize = 5;
const MARGINS: usize = 10;
const PAGE: usize = 470;

impl Build<'_> {
    /// In: the first column's title, its least width in points, the years, and the rows. Out: one table or several, the total in the last.
    pub fn year_tables(&self, first: &str, label_width: usize, years: &[i16], rows: &[YearRow]) -> Vec<Table> {
        let longest = rows
            .iter()
            .flat_map(|row| row.years.values().copied().chain(row.total))
            .map(|money| self.amount(money).chars().count())
            .max()
            .unwrap_or(0)
            .max(5);
        let fit = (PAGE - label_width) / (longest * DIGIT + MARGINS);
        let most = fit.saturating_sub(1).clamp(2, 10);
        // As even as possible: 7 years in tables of at most 6 make 4 and 3.
        let tables = years.len().div_ceil(most).max(1);
        let each = years.len().div_ceil(tables).max(1);
        let chunks: Vec<&[i16]> = if years.is_empty() { vec![&[]] } else { years.chunks(each).collect() };
        let last = chunks.len() - 1;
        chunks.iter().enumerate().map(|(at, chunk)| self.year_table(first, chunk, rows, at == last)).collect()
    }

    fn year_table(&self, first: &str, years: &[i16], rows: &[YearRow], with_total: bool) -> Table {
        let mut columns = vec![Column::Text { weight: 1 }];
        let mut head = vec![Cell::text(first)];
        for year in years {
            columns.push(Column::Amount);
            head.push(Cell::text(year.to_string()));
        }
        let with_total = with_total && (rows.iter().any(|row| row.years.len() > 1) || years.len() > 1);
        if with_total {
            columns.push(Column::Amount);
            head.push(Cell::text(self.w(W::AllYears)));
        }
        let width = columns.len();
        let rows = rows.iter().map(|row| {
            let label = Cell::new(row.label.clone());
            let mut cells = vec![if row.heading { label.spanning(width) } else { label }];
            if !row.heading {
                cells.extend(years.iter().map(|year| self.amount_cell(row.years.get(year).copied())));
                if with_total {
                    cells.push(self.amount_cell(row.total));
                }
            }
            Row { kind: row.kind, cells }
        });
        Table { columns, head: vec![head], rows: rows.collect() }
    }
}
