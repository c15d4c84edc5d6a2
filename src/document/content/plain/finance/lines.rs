//! Every amount of the plan, and what each funding line pays of it: with the sheet, the file and the line that it stands in.

use super::super::super::super::plain::{Grid, Look, Value};
use super::super::super::Build;
use super::super::super::totals::UNSPLIT;
use super::super::{End, Rows};
use super::{Amount, Line, Paid};
use crate::budget;
use crate::language::concepts::money::FundingStatus;
use crate::plan::{GoalId, Money};
use crate::text::Span;

impl Build<'_> {
    pub(super) fn amounts_of_plan(&self) -> Vec<Line> {
        let mut lines = Vec::new();
        let mut add = |goal: GoalId, section, year, money, span| {
            let axis = self.axis_of_sheet(self.goal_at(goal));
            lines.push(Line { of: self.amount_of(goal, money, span), axis, section, year });
        };
        for goal in budget::counted(self.plan) {
            for (of, amount) in budget::amounts(goal) {
                for year in amount.years() {
                    add(of, Some(amount.section), year, amount.money, self.plan.entity(amount.line).span_of_amount(&amount));
                }
            }
            for (of, lump) in budget::lumps(goal) {
                add(of, lump.section, UNSPLIT, lump.money, self.plan.entity(lump.line).keyword());
            }
        }
        lines
    }

    fn amount_of(&self, goal: GoalId, money: Money, span: Span) -> Amount {
        let (source, at) = (self.analysis.sources.get(span.source), self.analysis.sources.start(span));
        let (number, title) = (self.number_of(goal).to_owned(), self.title(self.goal_at(goal)).text);
        Amount { number, title, money, file: source.name.clone(), line: at.line }
    }

    /// A row for each line of a funding plan. The ledger shares out what it brings over years and sections; nobody granted that.
    pub(super) fn paid_of_plan(&self) -> Vec<Paid> {
        let sources = budget::sources(self.plan);
        let one = |pieces: &[budget::Piece]| {
            let piece = &pieces[0];
            Paid {
                of: self.amount_of(piece.goal, pieces.iter().map(|piece| piece.money).sum(), self.plan.entity(piece.line).place()),
                funder: self.text(&sources.names[piece.source as usize]),
                status: piece.status,
                section: piece.section.filter(|_| pieces.iter().all(|one| one.section == piece.section)),
                year: piece.year.filter(|_| pieces.iter().all(|one| one.year == piece.year)).unwrap_or(UNSPLIT),
            }
        };
        sources.pieces.chunk_by(|one, other| (one.goal, one.line) == (other.goal, other.line)).map(one).collect()
    }

    pub(super) fn status_in_books(&self, status: Option<FundingStatus>) -> &'static str {
        match status {
            Some(FundingStatus::Secured) => self.lang.of("acquis", "secured"),
            Some(FundingStatus::Received) => self.lang.of("reçu", "received"),
            Some(FundingStatus::Sought) => self.lang.of("sollicité", "sought"),
            Some(FundingStatus::Refused) => self.lang.of("refusé", "refused"),
            None => self.lang.of("état non précisé", "status not stated"),
        }
    }

    fn amount_heads(&self, ends: &[End]) -> Vec<Value> {
        let sign = super::super::super::money_sign(self.plan.currency());
        let one = |end: &End| {
            let end = match (ends.len(), end) {
                (1, _) => "",
                (_, End::Low) => self.lang.of(" au moins", " at least"),
                (_, End::High) => self.lang.of(" au plus", " at most"),
            };
            Value::text(self.lang.of(format!("Montant ({sign}){end}"), format!("Amount ({sign}){end}")))
        };
        ends.iter().map(one).collect()
    }

    pub(super) fn lines_grid(&self, lines: &[Line], ends: &[End]) -> Grid {
        let heads = [("N°", "No."), ("Fiche", "Sheet"), ("Axe", "Axis"), ("Section", "Section"), ("Année", "Year")];
        let row = |one: &Line| vec![Value::text(&one.axis), Value::text(self.section_word(one.section)), self.year_value(one.year)];
        let rows = lines.iter().map(|one| (&one.of, row(one))).collect();
        self.traced(self.lang.of("Lignes", "Lines"), (&heads, &[8, 44, 32, 16, 12]), rows, ends)
    }

    pub(super) fn paid_grid(&self, paid: &[Paid], ends: &[End]) -> Grid {
        let heads =
            [("N°", "No."), ("Fiche", "Sheet"), ("Financeur", "Funder"), ("État", "Status"), ("Section", "Section"), ("Année", "Year")];
        let row = |one: &Paid| {
            vec![
                Value::text(&one.funder),
                Value::text(self.status_in_books(one.status)),
                Value::text(self.section_word(one.section)),
                self.year_value(one.year),
            ]
        };
        let rows = paid.iter().map(|one| (&one.of, row(one))).collect();
        self.traced(self.lang.of("Lignes de financement", "Funding lines"), (&heads, &[8, 40, 32, 16, 16, 12]), rows, ends)
    }

    /// Amounts with the sheet and the line of the plan that each of them stands in, what is told of each between the two.
    fn traced(&self, name: &str, (heads, first): (&[(&str, &str)], &[u16]), lines: Vec<(&Amount, Vec<Value>)>, ends: &[End]) -> Grid {
        let (look, mut head) = self.head_of(heads);
        head.extend(self.amount_heads(ends));
        head.extend(self.head_of(&[("Précision", "Precision"), ("Fichier", "File"), ("Ligne", "Line")]).1);
        let mut rows: Rows = vec![(look, head)];
        for (of, told) in lines {
            let mut row = vec![Value::text(&of.number), Value::text(&of.title)];
            row.extend(told);
            row.extend(ends.iter().map(|end| Value::Money(end.of(of.money))));
            row.extend([Value::text(self.beside_number(of.money)), Value::text(&of.file), Value::Whole(of.line.into())]);
            rows.push((Look::Body, row));
        }
        let widths = first.iter().copied().chain(ends.iter().map(|_| 16)).chain([14, 28, 8]).collect();
        Grid { name: name.to_owned(), widths, rows }
    }
}
