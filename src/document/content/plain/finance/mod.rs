//! What the finance directorate checks, as a workbook: every amount of the plan with its line, and sums that are formulas over them.

mod checks;
mod credits;
mod demand;
mod funding;
mod lines;

use super::super::super::model::Identity;
use super::super::super::plain::{Grid, Look, Value, Workbook};
use super::super::{Build, Wish};
use super::End;
use crate::analysis::Analysis;
use crate::budget;
use crate::language::concepts::money::FundingStatus;
use crate::plan::{Money, Section as Of};

/// In: an analysis, sound or not. Out: what the workbook says of itself, and its grids.
pub fn finance(analysis: &Analysis, wish: &Wish) -> (Identity, Workbook) {
    let build = Build::new(analysis, wish.date);
    let title = build.lang.of("Annexe financière", "Financial annex").to_owned();
    (build.identity(title, wish), build.books())
}

/// An amount, with the sheet and the line of the plan that it stands in.
struct Amount {
    number: String,
    title: String,
    money: Money,
    file: String,
    line: u32,
}

/// What is asked in one year.
struct Line {
    of: Amount,
    axis: String,
    section: Option<Of>,
    year: i16,
}

/// What a funding line pays of a year and a section.
struct Paid {
    of: Amount,
    funder: String,
    status: Option<FundingStatus>,
    section: Option<Of>,
    year: i16,
}

const STATUSES: [Option<FundingStatus>; 5] =
    [Some(FundingStatus::Secured), Some(FundingStatus::Received), Some(FundingStatus::Sought), None, Some(FundingStatus::Refused)];
const REFUSED: usize = 4;

/// The columns of the lines.
const NUMBER: usize = 0;
const SECTION: usize = 3;
const YEAR: usize = 4;
const AMOUNT: usize = 5;
/// The columns of the funding lines.
const FUNDER: usize = 2;
const STATUS: usize = 3;
const PAID: usize = 6;

/// Adds up the lines of a grid that fit.
struct Over<'g> {
    grid: &'g Grid,
    amount: usize,
    /// Has it a column for each end?
    ranged: bool,
}

impl Over<'_> {
    /// The column of an end.
    fn column(&self, end: End) -> usize {
        self.amount + usize::from(end == End::High && self.ranged)
    }

    fn sum(&self, end: End, fits: &[(usize, String)]) -> String {
        let rows = 1..self.grid.rows.len();
        let column = |at: usize| self.grid.column(at, rows.clone());
        let amounts = column(self.column(end));
        if fits.is_empty() {
            return format!("SUM({amounts})");
        }
        // By `=` in a product: SUMIF would take `1.1` and `1.10` for one number, and `*` in a name for any name.
        let fits: Vec<String> = fits.iter().map(|(at, value)| format!("({}={value})", column(*at))).collect();
        format!("SUMPRODUCT({}*{amounts})", fits.join("*"))
    }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// Some rows of a column added up.
fn down(rows: &[usize], column: usize) -> String {
    rows.iter().map(|row| Grid::cell(*row, column)).collect::<Vec<_>>().join("+")
}

/// `B` for the second column.
fn column_letters(column: usize) -> String {
    Grid::cell(0, column).trim_end_matches(|c: char| c.is_ascii_digit()).to_owned()
}

impl Build<'_> {
    fn books(&self) -> Workbook {
        let (lines, paid) = (self.amounts_of_plan(), self.paid_of_plan());
        let authorisations = budget::authorisations(self.plan);
        let ledger = &self.analysis.ledger;
        let envelope = ledger
            .lines
            .values()
            .filter_map(|line| line.allotted.map(|amount| amount.money))
            .chain(ledger.allotted.iter().map(|lump| lump.money));
        let steps = authorisations.iter().flat_map(|one| &one.steps);
        let authorised = steps.flat_map(|step| step.credits.values().copied().chain(step.total).chain([step.unsplit]));
        let ranged = lines
            .iter()
            .map(|one| one.of.money)
            .chain(paid.iter().map(|one| one.of.money))
            .chain(envelope)
            .chain(authorised)
            .any(Money::is_range);
        let ends: &[End] = if ranged { &[End::Low, End::High] } else { &[End::High] };
        let lines_grid = self.lines_grid(&lines, ends);
        let asked = Over { grid: &lines_grid, amount: AMOUNT, ranged };
        let mut grids = vec![self.demand(&lines, &asked, ends)];
        grids.extend(self.credits(&authorisations, ends));
        grids.extend(self.by_operation(&lines, &asked, ends, Of::Investment));
        let paid_grid = (!paid.is_empty()).then(|| self.paid_grid(&paid, ends));
        let over_paid = paid_grid.as_ref().map(|grid| Over { grid, amount: PAID, ranged });
        if let Some(over) = &over_paid {
            grids.push(self.by_funder(&paid, over, &lines, &asked, ends));
        }
        grids.extend(self.by_operation(&lines, &asked, ends, Of::Operating));
        grids.extend(self.saved());
        grids.push(self.adds_up(&lines, &asked, over_paid.as_ref(), &grids, ends));
        grids.push(lines_grid);
        grids.extend(paid_grid);
        Workbook { grids }
    }

    fn operations(&self, section: Of) -> &'static str {
        match section {
            Of::Investment => self.lang.of("Investissement", "Investment"),
            Of::Operating => self.lang.of("Fonctionnement", "Operating"),
        }
    }

    fn funding_plan_name(&self) -> &'static str {
        self.lang.of("Plan de financement", "Funding plan")
    }

    fn ended(&self, label: &str, end: End, ends: &[End]) -> String {
        match (ends.len(), end) {
            (1, _) => label.to_owned(),
            (_, End::Low) => self.lang.of(format!("{label}, au moins"), format!("{label}, at least")),
            (_, End::High) => self.lang.of(format!("{label}, au plus"), format!("{label}, at most")),
        }
    }

    /// The head of a grid by year, and its last column.
    fn yearly(&self, first: &[(&str, &str)], years: &[i16]) -> (Look, Vec<Value>) {
        let (look, mut head) = self.head_of(first);
        head.extend(years.iter().map(|year| self.year_value(*year)));
        head.push(Value::text(self.lang.of("Total", "Total")));
        (look, head)
    }

    fn widths_by_year(first: &[u16], years: &[i16]) -> Vec<u16> {
        first.iter().copied().chain(years.iter().map(|_| 16)).chain([18]).collect()
    }
}
