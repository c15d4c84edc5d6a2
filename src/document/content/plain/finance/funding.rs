//! Who pays how much, surely or not; what is left to the authority; what is saved.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::super::super::super::plain::{Grid, Look, Value};
use super::super::super::Build;
use super::super::super::sheet::plain;
use super::super::{End, Rows};
use super::{FUNDER, Line, Over, Paid, REFUSED, STATUS, STATUSES, column_letters, quoted};
use crate::language::Concept;
use crate::language::concepts::money::FundingStatus;

impl Build<'_> {
    /// Who pays how much, surely or not, and what is left to the authority.
    pub(super) fn by_funder(&self, paid: &[Paid], over: &Over<'_>, lines: &[Line], asked: &Over<'_>, ends: &[End]) -> Grid {
        let mut head = vec![Value::text(self.lang.of("Financeur", "Funder"))];
        head.extend(STATUSES.iter().map(|status| Value::text(self.status_in_books(*status))));
        head.push(Value::text(self.lang.of("Total hors refusé", "Total but refused")));
        let mut rows: Rows = vec![(Look::Head, head)];
        let mut funders: Vec<&str> = Vec::new();
        for one in paid {
            if !funders.contains(&one.funder.as_str()) {
                funders.push(&one.funder);
            }
        }
        let sum_of = |funder: Option<&str>, status: Option<FundingStatus>, end: End| {
            let fits = |one: &&Paid| funder.is_none_or(|funder| one.funder == funder) && one.status == status;
            paid.iter().filter(fits).map(|one| end.of(one.of.money)).sum::<Decimal>()
        };
        let all = |funder: Option<&str>, end: End| STATUSES[..REFUSED].iter().map(|status| sum_of(funder, *status, end)).sum::<Decimal>();
        let across = |row: usize| format!("SUM({}:{})", Grid::cell(row, 1), Grid::cell(row, REFUSED));
        for funder in &funders {
            for end in ends {
                let row = rows.len();
                let mut values = vec![Value::text(self.ended(funder, *end, ends))];
                for (at, status) in STATUSES.iter().enumerate() {
                    let name = if ends.len() == 1 { format!("$A{}", row + 1) } else { quoted(funder) };
                    let fits = [(FUNDER, name), (STATUS, format!("{}$1", column_letters(at + 1)))];
                    values.push(Value::Sum(over.sum(*end, &fits), sum_of(Some(funder), *status, *end)));
                }
                values.push(Value::Sum(across(row), all(Some(funder), *end)));
                rows.push((Look::Body, values));
            }
        }
        let mut totals: BTreeMap<End, usize> = BTreeMap::new();
        for end in ends {
            let row = rows.len();
            let mut values = vec![Value::text(self.ended(self.lang.of("Total des financements", "All funding"), *end, ends))];
            for (at, status) in STATUSES.iter().enumerate() {
                values.push(Value::Sum(over.sum(*end, &[(STATUS, format!("{}$1", column_letters(at + 1)))]), sum_of(None, *status, *end)));
            }
            values.push(Value::Sum(across(row), all(None, *end)));
            rows.push((Look::Total, values));
            totals.insert(*end, row);
        }
        let width = STATUSES.len() + 1;
        let demand = |end: End| lines.iter().map(|line| end.of(line.of.money)).sum::<Decimal>();
        let mut add = |label: String, formula: String, sum: Decimal| {
            let row = rows.len();
            let mut values = vec![Value::text(label)];
            values.extend((1..width).map(|_| Value::Empty));
            values.push(Value::Sum(formula, sum));
            rows.push((Look::Total, values));
            row
        };
        let mut asked_at: BTreeMap<End, usize> = BTreeMap::new();
        for end in ends {
            let row = add(self.ended(self.lang.of("Demande totale", "All that is asked"), *end, ends), asked.sum(*end, &[]), demand(*end));
            asked_at.insert(*end, row);
        }
        for end in ends {
            // As everywhere in the plan, both ends go together.
            let (of_asked, of_total) = (asked_at[end], totals[end]);
            let own = self.ended(self.lang.of("Autofinancement si tout est obtenu", "Own share if all is obtained"), *end, ends);
            add(own, format!("{}-{}", Grid::cell(of_asked, width), Grid::cell(of_total, width)), demand(*end) - all(None, *end));
            let sure = [Some(FundingStatus::Secured), Some(FundingStatus::Received)]
                .map(|status| sum_of(None, status, *end))
                .iter()
                .sum::<Decimal>();
            let own = self.ended(self.lang.of("Autofinancement avec les seuls acquis", "Own share with secured funding only"), *end, ends);
            let formula = format!("{}-{}-{}", Grid::cell(of_asked, width), Grid::cell(of_total, 1), Grid::cell(of_total, 2));
            add(own, formula, demand(*end) - sure);
        }
        let widths = std::iter::once(44).chain(STATUSES.iter().map(|_| 18)).chain([20]).collect();
        Grid { name: self.funding_plan_name().to_owned(), widths, rows }
    }

    pub(super) fn saved(&self) -> Option<Grid> {
        let mut rows: Rows =
            vec![self.head_of(&[("Fiche", "Sheet"), ("Économie attendue, dans aucun total", "Saving expected, in no total")])];
        for one in self.plan.all(Concept::Savings) {
            let sheet = std::iter::successors(Some(one), |of| of.parent()).find(|of| of.is_sheet());
            let title = sheet.map(|sheet| format!("{} {}", self.number_of(sheet.goal_id()), self.title(sheet).text));
            rows.push((Look::Body, vec![Value::text(title.unwrap_or_default()), Value::text(plain(&self.within(one)))]));
        }
        (rows.len() > 1).then(|| Grid { name: self.lang.of("Économies", "Savings").to_owned(), widths: vec![50, 70], rows })
    }
}
