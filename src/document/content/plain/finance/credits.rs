//! Authorisations and their credits, as each of their steps left them.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::super::super::super::plain::{Grid, Look, Value};
use super::super::super::Build;
use super::super::super::sheet::plain;
use super::super::super::totals::UNSPLIT;
use super::super::{End, Rows};
use super::down;
use crate::budget::{self, Authorisation};
use crate::language::concepts::money::authorisation::Authorised;
use crate::plan::{Given, Money};

impl Build<'_> {
    /// Each authorisation as each of its steps left it.
    pub(super) fn credits(&self, authorisations: &[Authorisation], ends: &[End]) -> Option<Grid> {
        if authorisations.is_empty() {
            return None;
        }
        let credits = |step: &budget::Step| -> BTreeMap<i16, Money> {
            let unsplit = (!step.unsplit.is_zero()).then_some((UNSPLIT, step.unsplit));
            step.credits.iter().map(|(year, money)| (*year, *money)).chain(unsplit).collect()
        };
        let steps = || authorisations.iter().flat_map(|one| one.steps.iter().enumerate().map(move |(at, step)| (one, at, step)));
        let mut years: Vec<i16> = steps().flat_map(|(_, _, step)| credits(step).into_keys()).collect();
        years.sort_unstable();
        years.dedup();
        let heads = [
            ("Nature", "Kind"),
            ("Autorisation", "Authorisation"),
            ("Acte", "Act"),
            ("Date", "Date"),
            ("En vigueur", "In force"),
            ("Autorisé", "Authorised"),
        ];
        let mut head = self.yearly(&heads, &years);
        head.1.push(Value::text(self.lang.of("Écart", "Difference")));
        let first = heads.len();
        let mut rows: Rows = vec![head];
        let mut in_force: BTreeMap<End, Vec<usize>> = BTreeMap::new();
        for (one, at, step) in steps() {
            for end in ends {
                let row = rows.len();
                let kind = match one.kind {
                    Given::Is(Authorised::Programme) => "AP",
                    Given::Is(Authorised::Commitment) => "AE",
                    _ => "",
                };
                let act = if at == 0 { self.lang.of("ouverture", "opening") } else { self.lang.of("révision", "revision") };
                let now = at + 1 == one.steps.len();
                if now {
                    in_force.entry(*end).or_default().push(row);
                }
                let credits = credits(step);
                let paid: Decimal = credits.values().map(|money| end.of(*money)).sum();
                let mut values = vec![
                    Value::text(kind),
                    Value::text(self.ended(&plain(&self.label(self.plan.entity(one.of))), *end, ends)),
                    Value::text(act),
                    Value::text(step.on.map(|on| self.moment(on)).unwrap_or_default()),
                    Value::text(if now { self.lang.of("oui", "yes") } else { self.lang.of("non", "no") }),
                    step.total.map_or(Value::Empty, |total| Value::Money(end.of(total))),
                ];
                values.extend(years.iter().map(|year| credits.get(year).map_or(Value::Empty, |money| Value::Money(end.of(*money)))));
                // With no credits at all there is nothing to add up.
                let across = match years.len() {
                    0 => "0".to_owned(),
                    count => format!("SUM({}:{})", Grid::cell(row, first), Grid::cell(row, first + count - 1)),
                };
                values.push(Value::Sum(across, paid));
                values.push(match step.total {
                    Some(total) => {
                        let formula = format!("{}-{}", Grid::cell(row, first - 1), Grid::cell(row, first + years.len()));
                        Value::Sum(formula, end.of(total) - paid)
                    }
                    None => Value::Empty,
                });
                rows.push((Look::Body, values));
            }
        }
        // What is in force, by year.
        for (end, over) in &in_force {
            let mut values = vec![Value::text(self.ended(self.lang.of("En vigueur", "In force"), *end, ends))];
            values.extend((2..first).map(|_| Value::Empty));
            let mut add = |column: usize, sum: Decimal| values.push(Value::Sum(down(over, column), sum));
            let now = || authorisations.iter().map(Authorisation::now);
            add(first - 1, now().filter_map(|step| step.total).map(|total| end.of(total)).sum());
            for (at, year) in years.iter().enumerate() {
                add(first + at, now().filter_map(|step| credits(step).get(year).map(|money| end.of(*money))).sum());
            }
            add(first + years.len(), now().map(|step| credits(step).values().map(|money| end.of(*money)).sum::<Decimal>()).sum());
            rows.push((Look::Total, values));
        }
        let mut widths = Self::widths_by_year(&[8, 40, 12, 16, 12, 18], &years);
        widths.push(16);
        Some(Grid { name: "AP-CP".to_owned(), widths, rows })
    }
}
