//! The sheets as a workbook: one row each, with columns to write in how it goes; then their milestones and indicators.

use rust_decimal::Decimal;

use super::super::super::model::Identity;
use super::super::super::plain::{Grid, Look, Value, Workbook};
use super::super::sheet::plain;
use super::super::words::W;
use super::super::{Build, Wish};
use super::Rows;
use crate::analysis::Analysis;
use crate::budget;
use crate::language::Concept;
use crate::plan::{Entity, Section as Of};

/// In: an analysis, sound or not, and which sheets. Out: what the workbook says of itself, and its grids; none where there is no such
/// sheet.
pub fn sheets(analysis: &Analysis, wish: &Wish) -> (Identity, Workbook) {
    let build = Build::new(analysis, wish.date);
    let title = build.lang.of("Fiches-actions", "Action sheets").to_owned();
    let wished: Vec<Entity<'_>> = build.strands.iter().flat_map(|strand| strand.all()).filter(|sheet| build.wished(*sheet, wish)).collect();
    let grids = if wished.is_empty() { Vec::new() } else { build.registers(&wished) };
    (build.identity(title, wish), Workbook { grids })
}

/// Where the amounts stand, and whether they count in the total.
const INVESTMENT: usize = 9;
const COUNTS: usize = 13;

impl Build<'_> {
    fn registers(&self, sheets: &[Entity<'_>]) -> Vec<Grid> {
        let mut grids = vec![self.register(sheets)];
        grids.extend(self.milestones_apart(sheets));
        grids.extend(self.indicators_apart(sheets));
        grids
    }

    fn register(&self, sheets: &[Entity<'_>]) -> Grid {
        let heads = [
            ("N°", "No."),
            ("Nature", "Kind"),
            ("Intitulé", "Title"),
            ("Axe", "Axis"),
            ("Pilote", "Owner"),
            ("Calendrier", "Calendar"),
            ("État", "Status"),
            ("Attend", "Waits for"),
            ("Attendu par", "Awaited by"),
            ("Investissement", "Investment"),
            ("Fonctionnement", "Operating"),
            ("Total", "Total"),
            ("Financements hors refusé", "Funding but refused"),
            ("Compte dans le total", "Counts in the total"),
            ("Fait", "Done"),
            ("Reste à faire", "Left to do"),
            ("Alerte", "Alert"),
        ];
        let mut rows: Rows = vec![self.head_of(&heads)];
        let (yes, no) = (self.lang.of("oui", "yes"), self.lang.of("non", "no"));
        let mut sums = [Decimal::ZERO; 4];
        for sheet in sheets {
            let amounts = [
                budget::cost(*sheet, Some(Of::Investment)).high,
                budget::cost(*sheet, Some(Of::Operating)).high,
                budget::cost(*sheet, None).high,
                budget::funding(*sheet).total().high,
            ];
            // The amounts of a goal's actions are parts of its own.
            let holder = sheet.holder().is_some_and(|holder| sheets.contains(&holder));
            let counts = sheet.is_counted() && !holder;
            if counts {
                sums.iter_mut().zip(amounts).for_each(|(sum, amount)| *sum += amount);
            }
            let depends: Vec<String> = sheet.depends().map(|depend| plain(&self.depend_line(&depend))).collect();
            let awaited: Vec<&str> = self.awaited_by[sheet.goal_id().at()].iter().map(|id| self.number_of(*id)).collect();
            let status = self.status_fact(*sheet).map(|fact| plain(&fact.value)).unwrap_or_default();
            let mut row = vec![
                Value::text(self.number_of(sheet.goal_id())),
                Value::text(self.w(if sheet.is_action() { W::Action } else { W::Goal })),
                Value::text(self.title(*sheet).text),
                Value::text(self.axis_of_sheet(*sheet)),
                Value::text(plain(&self.owner_cell(*sheet))),
                Value::text(plain(&self.dates(*sheet))),
                Value::text(status),
                Value::text(depends.join(" ; ")),
                Value::text(awaited.join(", ")),
            ];
            row.extend(amounts.map(Value::Money));
            row.push(Value::text(if counts { yes } else { no }));
            row.extend([Value::Empty, Value::Empty, Value::Empty]);
            rows.push((Look::Body, row));
        }
        let last = rows.len() - 1;
        let range = |column: usize| format!("{}:{}", Grid::cell(1, column), Grid::cell(last, column));
        let mut total = vec![Value::Empty, Value::Empty, Value::text(self.lang.of("Total", "Total"))];
        total.extend((3..INVESTMENT).map(|_| Value::Empty));
        for (at, sum) in sums.into_iter().enumerate() {
            total.push(Value::Sum(format!("SUMPRODUCT(({}=\"{yes}\")*{})", range(COUNTS), range(INVESTMENT + at)), sum));
        }
        rows.push((Look::Total, total));
        let widths = vec![8, 10, 44, 30, 14, 26, 14, 30, 14, 16, 16, 16, 18, 12, 24, 24, 24];
        Grid { name: self.lang.of("Fiches", "Sheets").to_owned(), widths, rows }
    }

    fn milestones_apart(&self, sheets: &[Entity<'_>]) -> Option<Grid> {
        let mut rows: Rows = vec![self.head_of(&[("N°", "No."), ("Fiche", "Sheet"), ("Jalon", "Milestone"), ("Date", "Date")])];
        for sheet in sheets {
            for milestone in sheet.milestones() {
                rows.push((
                    Look::Body,
                    vec![
                        Value::text(self.number_of(sheet.goal_id())),
                        Value::text(self.title(*sheet).text),
                        Value::text(plain(&self.label(milestone))),
                        Value::text(plain(&self.milestone_date(milestone))),
                    ],
                ));
            }
        }
        (rows.len() > 1).then(|| Grid { name: self.lang.of("Jalons", "Milestones").to_owned(), widths: vec![8, 44, 50, 20], rows })
    }

    fn indicators_apart(&self, sheets: &[Entity<'_>]) -> Option<Grid> {
        let heads = [
            ("N°", "No."),
            ("Fiche", "Sheet"),
            ("Indicateur", "Indicator"),
            ("Point de départ", "Baseline"),
            ("Mesures", "Measures"),
            ("Cibles", "Targets"),
            ("Source", "Source"),
        ];
        let mut rows: Rows = vec![self.head_of(&heads)];
        for sheet in sheets {
            for indicator in sheet.all(Concept::Indicator) {
                let readings = |concept: Concept| {
                    let told = indicator.all(concept).map(|of| plain(&self.reading_of(indicator, of)));
                    told.collect::<Vec<_>>().join(" ; ")
                };
                let source = self.field_value(indicator, crate::language::concepts::indicator::SOURCE.at);
                rows.push((
                    Look::Body,
                    vec![
                        Value::text(self.number_of(sheet.goal_id())),
                        Value::text(self.title(*sheet).text),
                        Value::text(plain(&self.label(indicator))),
                        Value::text(readings(Concept::Baseline)),
                        Value::text(readings(Concept::Measured)),
                        Value::text(readings(Concept::Target)),
                        Value::text(source.map(|source| plain(&source)).unwrap_or_default()),
                    ],
                ));
            }
        }
        let widths = vec![8, 40, 44, 24, 30, 30, 30];
        (rows.len() > 1).then(|| Grid { name: self.lang.of("Indicateurs", "Indicators").to_owned(), widths, rows })
    }
}
