//! What is asked, by section and year against the envelope, and by sheet and year.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::super::super::super::plain::{Grid, Look, Value};
use super::super::super::Build;
use super::super::super::totals::UNSPLIT;
use super::super::{End, Rows};
use super::{Line, NUMBER, Over, SECTION, YEAR, column_letters, down, quoted};
use crate::plan::{Money, Section as Of};

impl Build<'_> {
    /// What is asked and allotted by section and year, and what is left.
    pub(super) fn demand(&self, lines: &[Line], asked: &Over<'_>, ends: &[End]) -> Grid {
        let mut allotted: BTreeMap<(Option<Of>, i16), Money> = BTreeMap::new();
        for ((section, year), line) in &self.analysis.ledger.lines {
            if let Some(amount) = line.allotted {
                *allotted.entry((Some(*section), *year)).or_default() += amount.money;
            }
        }
        for lump in &self.analysis.ledger.allotted {
            *allotted.entry((lump.section, UNSPLIT)).or_default() += lump.money;
        }
        let mut years: Vec<i16> = lines.iter().map(|line| line.year).chain(allotted.keys().map(|(_, year)| *year)).collect();
        years.sort_unstable();
        years.dedup();
        let mut sections: Vec<Option<Of>> =
            lines.iter().map(|line| line.section).chain(allotted.keys().map(|(section, _)| *section)).collect();
        sections.sort_by_key(|section| (section.is_none(), *section));
        sections.dedup();
        let mut rows: Rows = vec![self.yearly(&[("", "")], &years)];
        rows[0].1[0] = Value::text(self.in_currency());
        let total_at = years.len() + 1;
        let across = |row: usize| format!("SUM({}:{})", Grid::cell(row, 1), Grid::cell(row, total_at - 1));
        let total = |money: &dyn Fn(i16) -> Decimal| years.iter().map(|year| money(*year)).sum::<Decimal>();
        let (mut asked_rows, mut allotted_rows): (BTreeMap<End, Vec<usize>>, BTreeMap<End, Vec<usize>>) = Default::default();
        let sum_of = |section: Option<Of>, year: i16, end: End| {
            lines.iter().filter(|line| line.section == section && line.year == year).map(|line| end.of(line.of.money)).sum::<Decimal>()
        };
        let given = |section: Option<Of>, year: i16, end: End| allotted.get(&(section, year)).map(|money| end.of(*money));
        for section in &sections {
            let word = self.section_word(*section);
            for end in ends {
                let row = rows.len();
                let label = self.lang.of(format!("{word} : demande"), format!("{word}: asked"));
                let mut values = vec![Value::text(self.ended(&label, *end, ends))];
                for (column, year) in years.iter().enumerate() {
                    let head = format!("{}$1", column_letters(column + 1));
                    let formula = asked.sum(*end, &[(SECTION, quoted(word)), (YEAR, head)]);
                    values.push(Value::Sum(formula, sum_of(*section, *year, *end)));
                }
                values.push(Value::Sum(across(row), total(&|year| sum_of(*section, year, *end))));
                rows.push((Look::Body, values));
                asked_rows.entry(*end).or_default().push(row);
            }
            if !allotted.keys().any(|(of, _)| of == section) {
                continue;
            }
            for end in ends {
                let row = rows.len();
                let label = self.lang.of(format!("{word} : enveloppe"), format!("{word}: envelope"));
                let mut values = vec![Value::text(self.ended(&label, *end, ends))];
                values.extend(years.iter().map(|year| given(*section, *year, *end).map_or(Value::Empty, Value::Money)));
                values.push(Value::Sum(across(row), total(&|year| given(*section, year, *end).unwrap_or_default())));
                rows.push((Look::Body, values));
                allotted_rows.entry(*end).or_default().push(row);
            }
        }
        let mut sums: [BTreeMap<End, usize>; 2] = Default::default();
        for (kind, (label, over, value)) in [
            (
                self.lang.of("Demande totale", "All that is asked"),
                &asked_rows,
                &(|year, end| sections.iter().map(|section| sum_of(*section, year, end)).sum()) as &dyn Fn(i16, End) -> Decimal,
            ),
            (self.lang.of("Enveloppe totale", "Whole envelope"), &allotted_rows, &|year, end| {
                sections.iter().filter_map(|section| given(*section, year, end)).sum()
            }),
        ]
        .into_iter()
        .enumerate()
        {
            for end in ends {
                let Some(over) = over.get(end) else { continue };
                let row = rows.len();
                let mut values = vec![Value::text(self.ended(label, *end, ends))];
                values.extend(years.iter().enumerate().map(|(column, year)| Value::Sum(down(over, column + 1), value(*year, *end))));
                values.push(Value::Sum(across(row), total(&|year| value(year, *end))));
                rows.push((Look::Total, values));
                sums[kind].insert(*end, row);
            }
        }
        // What is left is least where most is asked.
        if !allotted.is_empty() {
            for end in ends {
                let other = if ends.len() == 1 || *end == End::Low { End::High } else { End::Low };
                let row = rows.len();
                let (Some(of_asked), Some(of_allotted)) = (sums[0].get(&other), sums[1].get(end)) else { continue };
                let left = |year: i16| {
                    let given: Decimal = sections.iter().filter_map(|section| given(*section, year, *end)).sum();
                    given - sections.iter().map(|section| sum_of(*section, year, other)).sum::<Decimal>()
                };
                let mut values = vec![Value::text(self.ended(self.lang.of("Reste", "Left"), *end, ends))];
                for (column, year) in years.iter().enumerate() {
                    let formula = format!("{}-{}", Grid::cell(*of_allotted, column + 1), Grid::cell(*of_asked, column + 1));
                    values.push(Value::Sum(formula, left(*year)));
                }
                values.push(Value::Sum(across(row), total(&left)));
                rows.push((Look::Total, values));
            }
        }
        Grid {
            name: self.lang.of("Demande et enveloppe", "Asked and allotted").to_owned(),
            widths: Self::widths_by_year(&[34], &years),
            rows,
        }
    }

    /// One section by sheet and year.
    pub(super) fn by_operation(&self, lines: &[Line], asked: &Over<'_>, ends: &[End], section: Of) -> Option<Grid> {
        let of: Vec<&Line> = lines.iter().filter(|line| line.section == Some(section)).collect();
        if of.is_empty() {
            return None;
        }
        let mut years: Vec<i16> = of.iter().map(|line| line.year).collect();
        years.sort_unstable();
        years.dedup();
        let mut sheets: Vec<(&str, &str)> = Vec::new();
        for line in &of {
            if !sheets.contains(&(line.of.number.as_str(), line.of.title.as_str())) {
                sheets.push((&line.of.number, &line.of.title));
            }
        }
        let heads = [("N°", "No."), ("Fiche", "Sheet")];
        let mut rows: Rows = vec![self.yearly(&heads, &years)];
        let first = heads.len();
        let across = |row: usize| format!("SUM({}:{})", Grid::cell(row, first), Grid::cell(row, first + years.len() - 1));
        let word = self.section_word(Some(section));
        let sum_of = |number: Option<&str>, year: Option<i16>, end: End| {
            let fits = |line: &&&Line| number.is_none_or(|number| line.of.number == number) && year.is_none_or(|year| line.year == year);
            of.iter().filter(fits).map(|line| end.of(line.of.money)).sum::<Decimal>()
        };
        for (number, title) in &sheets {
            for end in ends {
                let row = rows.len();
                let mut values = vec![Value::text(*number), Value::text(self.ended(title, *end, ends))];
                for (at, year) in years.iter().enumerate() {
                    let fits =
                        [(NUMBER, format!("$A{}", row + 1)), (SECTION, quoted(word)), (YEAR, format!("{}$1", column_letters(first + at)))];
                    values.push(Value::Sum(asked.sum(*end, &fits), sum_of(Some(number), Some(*year), *end)));
                }
                values.push(Value::Sum(across(row), sum_of(Some(number), None, *end)));
                rows.push((Look::Body, values));
            }
        }
        let body = rows.len();
        for end in ends {
            let row = rows.len();
            let mut values = vec![Value::Empty, Value::text(self.ended(self.lang.of("Total", "Total"), *end, ends))];
            for (at, year) in years.iter().enumerate() {
                // Where each sheet has two rows, its own end is added up from the lines themselves.
                let formula = match ends.len() {
                    1 => format!("SUM({}:{})", Grid::cell(1, first + at), Grid::cell(body - 1, first + at)),
                    _ => asked.sum(*end, &[(SECTION, quoted(word)), (YEAR, format!("{}$1", column_letters(first + at)))]),
                };
                values.push(Value::Sum(formula, sum_of(None, Some(*year), *end)));
            }
            values.push(Value::Sum(across(row), sum_of(None, None, *end)));
            rows.push((Look::Total, values));
        }
        Some(Grid { name: self.operations(section).to_owned(), widths: Self::widths_by_year(&[8, 50], &years), rows })
    }
}
