//! Sums made in two ways, and whether they are one.

use rust_decimal::Decimal;

use super::super::super::super::plain::{Grid, Look, Value};
use super::super::super::Build;
use super::super::{End, Rows};
use super::{Line, Over, REFUSED, SECTION, STATUSES, quoted};
use crate::plan::Section as Of;

impl Build<'_> {
    /// Sums made in two ways, and whether they are one.
    pub(super) fn adds_up(&self, lines: &[Line], asked: &Over<'_>, paid: Option<&Over<'_>>, grids: &[Grid], ends: &[End]) -> Grid {
        let mut rows: Rows = vec![self.head_of(&[
            ("Ce qui doit tomber juste", "What has to add up"),
            ("D’une façon", "One way"),
            ("De l’autre", "The other"),
            ("Résultat", "Result"),
        ])];
        let (right, wrong) = (self.lang.of("juste", "right"), self.lang.of("à revoir", "to be checked"));
        let mut check = |what: String, one: (String, Decimal), other: (String, Decimal)| {
            let row = rows.len();
            let formula = format!("IF(ROUND({}-{},2)=0,{},{})", Grid::cell(row, 1), Grid::cell(row, 2), quoted(right), quoted(wrong));
            let result = if (one.1 - other.1).round_dp(2).is_zero() { right } else { wrong };
            let values =
                vec![Value::text(what), Value::Sum(one.0, one.1), Value::Sum(other.0, other.1), Value::Says(formula, result.to_owned())];
            rows.push((Look::Body, values));
        };
        let at = |grid: &Grid, row: usize, column: usize| format!("'{}'!{}", grid.name.replace('\'', "''"), Grid::cell(row, column));
        let result = |value: &Value| match value {
            Value::Sum(_, sum) | Value::Money(sum) => *sum,
            _ => Decimal::ZERO,
        };
        for end in ends {
            let all = (asked.sum(*end, &[]), lines.iter().map(|line| end.of(line.of.money)).sum::<Decimal>());
            // In its demand, by section and year.
            let label = self.ended(self.lang.of("Demande totale", "All that is asked"), *end, ends);
            let found = grids.iter().find_map(|grid| {
                let row = grid.rows.iter().position(|(look, values)| *look == Look::Total && values[0] == Value::text(&label))?;
                let column = grid.rows[row].1.len() - 1;
                Some((at(grid, row, column), result(&grid.rows[row].1[column])))
            });
            if let Some(found) = found {
                let what = self
                    .lang
                    .of("Lignes du plan = demande par section et par année", "Lines of the plan = what is asked by section and year");
                check(self.ended(what, *end, ends), all, found);
            }
        }
        for section in [Of::Investment, Of::Operating] {
            let Some(grid) = grids.iter().find(|grid| grid.name == self.operations(section)) else { continue };
            let totals = grid.rows.iter().enumerate().filter(|(_, (look, _))| *look == Look::Total);
            for ((row, (_, values)), end) in totals.zip(ends) {
                let (column, word) = (values.len() - 1, self.section_word(Some(section)));
                let of: Decimal = lines.iter().filter(|line| line.section == Some(section)).map(|line| end.of(line.of.money)).sum();
                let what = self
                    .lang
                    .of(format!("Lignes du plan = {word}, fiche par fiche"), format!("Lines of the plan = {word}, sheet by sheet"));
                let both = (asked.sum(*end, &[(SECTION, quoted(word))]), of);
                check(self.ended(&what, *end, ends), both, (at(grid, row, column), result(&values[column])));
            }
        }
        if let (Some(paid), Some(grid)) = (paid, grids.iter().find(|grid| grid.name == self.funding_plan_name())) {
            let totals = grid.rows.iter().enumerate().filter(|(_, (look, _))| *look == Look::Total);
            for ((row, (_, values)), end) in totals.zip(ends) {
                let (all, refused) = (STATUSES.len() + 1, REFUSED + 1);
                let made = format!("{}+{}", at(grid, row, all), at(grid, row, refused));
                let what = self.lang.of("Lignes de financement = plan de financement", "Funding lines = funding plan");
                let column = paid.column(*end);
                let written: Decimal = paid.grid.rows[1..].iter().map(|(_, values)| result(&values[column])).sum();
                let other = (made, result(&values[all]) + result(&values[refused]));
                check(self.ended(what, *end, ends), (paid.sum(*end, &[]), written), other);
            }
        }
        if let Some(grid) = grids.iter().find(|grid| grid.name == "AP-CP") {
            for (row, (look, values)) in grid.rows.iter().enumerate() {
                let difference = values.len() - 1;
                if *look != Look::Body
                    || matches!(values[difference], Value::Empty | Value::Text(_))
                    || values[4] != Value::text(self.lang.of("oui", "yes"))
                {
                    continue;
                }
                let (Value::Text(name), Value::Money(total)) = (&values[1], &values[5]) else { continue };
                let what = self.lang.of(format!("Crédits = autorisation « {name} »"), format!("Credits = authorisation \"{name}\""));
                let sum = result(&values[difference - 1]);
                check(self.text(&what), (at(grid, row, difference - 1), sum), (at(grid, row, 5), *total));
            }
        }
        Grid { name: self.lang.of("Vérifications", "Checks").to_owned(), widths: vec![56, 20, 20, 14], rows }
    }
}
