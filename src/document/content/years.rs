//! Tables with a column a year, cut into as many tables as the page's width asks for.

use std::collections::BTreeMap;

use super::super::model::{Cell, Column, Rich, Row, RowKind, Table};
use super::super::words::W;
use super::Build;
use super::totals::UNSPLIT;
use crate::plan::Money;

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

/// Widths in points, as the template draws them: the page's text, and for a table and a dense one a character of an
/// amount and a cell's margins.
const PAGE: usize = 470;
const USUAL: (usize, usize) = (5, 10);
const DENSE: (usize, usize) = (5, 6);

impl Build<'_> {
    /// In: the first column's title, its least width in points, the years, and the rows. Out: one table or several, the total in the last.
    pub fn year_tables(&self, first: &str, label_width: usize, years: &[i16], rows: &[YearRow]) -> Vec<Table> {
        let longest =
            |amounts: &mut dyn Iterator<Item = Money>| amounts.map(|money| self.amount(money).chars().count()).max().unwrap_or(0).max(5);
        let widths: Vec<usize> =
            years.iter().map(|year| longest(&mut rows.iter().filter_map(|row| row.years.get(year).copied()))).collect();
        let total = longest(&mut rows.iter().filter_map(|row| row.total));
        let room = PAGE.saturating_sub(label_width);
        let fits = |(digit, margins): (usize, usize), widths: &[usize]| {
            widths.iter().chain([&total]).map(|width| width * digit + margins).sum::<usize>() <= room
        };
        if fits(USUAL, &widths) || fits(DENSE, &widths) {
            return vec![self.year_table(first, years, rows, true, !fits(USUAL, &widths))];
        }
        // As even as possible: 7 years in tables of at most 6 make 4 and 3.
        let widest = widths.iter().copied().max().unwrap_or(5).max(total);
        let most = (room / (widest * USUAL.0 + USUAL.1)).saturating_sub(1).max(2);
        let each = years.len().div_ceil(years.len().div_ceil(most).max(1)).max(1);
        let last = years.len().div_ceil(each).saturating_sub(1);
        years.chunks(each).enumerate().map(|(at, chunk)| self.year_table(first, chunk, rows, at == last, false)).collect()
    }

    fn year_table(&self, first: &str, years: &[i16], rows: &[YearRow], with_total: bool, dense: bool) -> Table {
        let mut columns = vec![Column::Text { weight: 1 }];
        let mut head = vec![Cell::text(first)];
        for year in years {
            columns.push(Column::Amount);
            head.push(Cell::text(if *year == UNSPLIT { self.w(W::Unsplit).to_owned() } else { year.to_string() }));
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
        Table { dense, columns, head: vec![head], rows: rows.collect() }
    }
}
