//! What the finance directorate checks, as a workbook: every amount of the plan with its line, and sums that are formulas over them.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::super::super::model::Identity;
use super::super::super::plain::{Grid, Look, Value, Workbook};
use super::super::sheet::plain;
use super::super::totals::UNSPLIT;
use super::super::{Build, Wish};
use super::{End, Rows};
use crate::analysis::Analysis;
use crate::budget::{self, Authorisation};
use crate::language::Concept;
use crate::language::concepts::money::FundingStatus;
use crate::language::concepts::money::authorisation::Authorised;
use crate::plan::{Entity, Given, Money, Section as Of};
use crate::text::Span;

/// In: an analysis, sound or not. Out: what the workbook says of itself, and its grids.
pub fn finance(analysis: &Analysis, wish: &Wish) -> (Identity, Workbook) {
    let build = Build::new(analysis, wish.date);
    let title = build.lang.of("Annexe financière", "Financial annex").to_owned();
    (build.identity(title, wish), build.books())
}

/// An amount of the plan in one year.
struct Line {
    number: String,
    title: String,
    axis: String,
    section: Option<Of>,
    year: i16,
    money: Money,
    file: String,
    line: u32,
}

/// What a funding line pays of a year and a section.
struct Paid {
    number: String,
    title: String,
    funder: String,
    status: Option<FundingStatus>,
    section: Option<Of>,
    year: i16,
    money: Money,
    file: String,
    line: u32,
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
}

impl Over<'_> {
    fn sum(&self, end: End, fits: &[(usize, String)]) -> String {
        let rows = 1..self.grid.rows.len();
        let column = |at: usize| self.grid.column(at, rows.clone());
        let amounts = column(self.amount + usize::from(end == End::High && self.ranged()));
        if fits.is_empty() {
            return format!("SUM({amounts})");
        }
        // By `=` in a product: SUMIF would take `1.1` and `1.10` for one number, and `*` in a name for any name.
        let fits: Vec<String> = fits.iter().map(|(at, value)| format!("({}={value})", column(*at))).collect();
        format!("SUMPRODUCT({}*{amounts})", fits.join("*"))
    }

    /// Has it a column for each end?
    fn ranged(&self) -> bool {
        self.grid.rows[0].1.len() == self.amount + 5
    }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
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
            .map(|one| one.money)
            .chain(paid.iter().map(|one| one.money))
            .chain(envelope)
            .chain(authorised)
            .any(Money::is_range);
        let ends: &[End] = if ranged { &[End::Low, End::High] } else { &[End::High] };
        let lines_grid = self.lines_grid(&lines, ends);
        let asked = Over { grid: &lines_grid, amount: AMOUNT };
        let mut grids = vec![self.demand(&lines, &asked, ends)];
        grids.extend(self.credits(&authorisations, ends));
        grids.extend(self.by_operation(&lines, &asked, ends, Of::Investment));
        let paid_grid = (!paid.is_empty()).then(|| self.paid_grid(&paid, ends));
        if let Some(grid) = &paid_grid {
            grids.push(self.by_funder(&paid, &Over { grid, amount: PAID }, &lines, &asked, ends));
        }
        grids.extend(self.by_operation(&lines, &asked, ends, Of::Operating));
        grids.extend(self.saved());
        let over_paid = paid_grid.as_ref().map(|grid| Over { grid, amount: PAID });
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

    fn place(&self, span: Span) -> (String, u32) {
        let (source, at) = (self.analysis.sources.get(span.source), self.analysis.sources.start(span));
        (source.name.clone(), at.line)
    }

    fn axis_of(&self, sheet: Entity<'_>) -> String {
        let at = self.strands.iter().position(|strand| strand.all().any(|one| one == sheet));
        at.map(|at| format!("{}\u{a0}{}", at + 1, self.strand_title(&self.strands[at]).text)).unwrap_or_default()
    }

    fn amounts_of_plan(&self) -> Vec<Line> {
        let mut lines = Vec::new();
        let mut add = |sheet: Entity<'_>, section, year, money, span| {
            let (file, line) = self.place(span);
            let (number, title) = (self.number_of(sheet.goal_id()).to_owned(), self.title(sheet).text);
            lines.push(Line { number, title, axis: self.axis_of(sheet), section, year, money, file, line });
        };
        for goal in self.plan.sheets().filter(|goal| goal.holder().is_none() && goal.is_counted()) {
            for (of, amount) in budget::amounts(goal) {
                for year in amount.years() {
                    add(self.goal_at(of), Some(amount.section), year, amount.money, self.plan.entity(amount.line).span_of_amount(&amount));
                }
            }
            for (of, lump) in budget::lumps(goal) {
                add(self.goal_at(of), lump.section, UNSPLIT, lump.money, self.plan.entity(lump.line).keyword());
            }
        }
        lines
    }

    fn paid_of_plan(&self) -> Vec<Paid> {
        let sources = budget::sources(self.plan);
        let one = |piece: &budget::Piece| {
            let sheet = self.goal_at(piece.goal);
            let (file, line) = self.place(self.plan.entity(piece.line).place());
            Paid {
                number: self.number_of(piece.goal).to_owned(),
                title: self.title(sheet).text,
                funder: self.text(&sources.names[piece.source as usize]),
                status: piece.status,
                section: piece.section,
                year: piece.year.unwrap_or(UNSPLIT),
                money: piece.money,
                file,
                line,
            }
        };
        sources.pieces.iter().map(one).collect()
    }

    fn status_in_books(&self, status: Option<FundingStatus>) -> &'static str {
        match status {
            Some(FundingStatus::Secured) => self.lang.of("acquis", "secured"),
            Some(FundingStatus::Received) => self.lang.of("reçu", "received"),
            Some(FundingStatus::Sought) => self.lang.of("sollicité", "sought"),
            Some(FundingStatus::Refused) => self.lang.of("refusé", "refused"),
            None => self.lang.of("état non précisé", "status not stated"),
        }
    }

    fn amount_heads(&self, ends: &[End]) -> Vec<Value> {
        let sign = super::super::money_sign(self.plan.currency());
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

    fn lines_grid(&self, lines: &[Line], ends: &[End]) -> Grid {
        let (_, mut head) = self.head_of(&[("N°", "No."), ("Fiche", "Sheet"), ("Axe", "Axis"), ("Section", "Section"), ("Année", "Year")]);
        head.extend(self.amount_heads(ends));
        head.extend(self.head_of(&[("Précision", "Precision"), ("Fichier", "File"), ("Ligne", "Line")]).1);
        let mut rows: Rows = vec![(Look::Head, head)];
        for one in lines {
            let mut row = vec![
                Value::text(&one.number),
                Value::text(&one.title),
                Value::text(&one.axis),
                Value::text(self.section_word(one.section)),
                self.year_value(one.year),
            ];
            row.extend(ends.iter().map(|end| Value::Money(end.of(one.money))));
            row.extend([Value::text(self.beside_number(one.money)), Value::text(&one.file), Value::Whole(one.line.into())]);
            rows.push((Look::Body, row));
        }
        let mut widths = vec![8, 44, 32, 16, 12];
        widths.extend(ends.iter().map(|_| 16));
        widths.extend([14, 28, 8]);
        Grid { name: self.lang.of("Lignes", "Lines").to_owned(), widths, rows }
    }

    fn paid_grid(&self, paid: &[Paid], ends: &[End]) -> Grid {
        let heads =
            [("N°", "No."), ("Fiche", "Sheet"), ("Financeur", "Funder"), ("État", "Status"), ("Section", "Section"), ("Année", "Year")];
        let (_, mut head) = self.head_of(&heads);
        head.extend(self.amount_heads(ends));
        head.extend(self.head_of(&[("Précision", "Precision"), ("Fichier", "File"), ("Ligne", "Line")]).1);
        let mut rows: Rows = vec![(Look::Head, head)];
        for one in paid {
            let mut row = vec![
                Value::text(&one.number),
                Value::text(&one.title),
                Value::text(&one.funder),
                Value::text(self.status_in_books(one.status)),
                Value::text(self.section_word(one.section)),
                self.year_value(one.year),
            ];
            row.extend(ends.iter().map(|end| Value::Money(end.of(one.money))));
            row.extend([Value::text(self.beside_number(one.money)), Value::text(&one.file), Value::Whole(one.line.into())]);
            rows.push((Look::Body, row));
        }
        let mut widths = vec![8, 40, 32, 16, 16, 12];
        widths.extend(ends.iter().map(|_| 16));
        widths.extend([14, 28, 8]);
        Grid { name: self.lang.of("Lignes de financement", "Funding lines").to_owned(), widths, rows }
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

    /// What is asked and allotted by section and year, and what is left.
    fn demand(&self, lines: &[Line], asked: &Over<'_>, ends: &[End]) -> Grid {
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
            lines.iter().filter(|line| line.section == section && line.year == year).map(|line| end.of(line.money)).sum::<Decimal>()
        };
        let given = |section: Option<Of>, year: i16, end: End| allotted.get(&(section, year)).map(|money| end.of(*money));
        for section in &sections {
            let word = self.section_word(*section);
            let mut at: Vec<(End, usize)> = Vec::new();
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
                at.push((*end, row));
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
        let mut sums: Vec<(End, usize)> = Vec::new();
        let down = |over: &[usize], column: usize| over.iter().map(|row| Grid::cell(*row, column)).collect::<Vec<_>>().join("+");
        for (label, over, value) in [
            (
                self.lang.of("Demande totale", "All that is asked"),
                &asked_rows,
                &(|year, end| sections.iter().map(|section| sum_of(*section, year, end)).sum()) as &dyn Fn(i16, End) -> Decimal,
            ),
            (self.lang.of("Enveloppe totale", "Whole envelope"), &allotted_rows, &|year, end| {
                sections.iter().filter_map(|section| given(*section, year, end)).sum()
            }),
        ] {
            for end in ends {
                let Some(over) = over.get(end) else { continue };
                let row = rows.len();
                let mut values = vec![Value::text(self.ended(label, *end, ends))];
                values.extend(years.iter().enumerate().map(|(column, year)| Value::Sum(down(over, column + 1), value(*year, *end))));
                values.push(Value::Sum(across(row), total(&|year| value(year, *end))));
                rows.push((Look::Total, values));
                sums.push((*end, row));
            }
        }
        // What is left is least where most is asked.
        if !allotted.is_empty() {
            for end in ends {
                let other = if ends.len() == 1 || *end == End::Low { End::High } else { End::Low };
                let row = rows.len();
                let find = |end: End, last: bool| {
                    let mut fits = sums.iter().filter(|(of, _)| *of == end).map(|(_, row)| *row);
                    if last { fits.next_back() } else { fits.next() }
                };
                let (Some(of_asked), Some(of_allotted)) = (find(other, false), find(*end, true)) else { continue };
                let left = |year: i16| {
                    let given: Decimal = sections.iter().filter_map(|section| given(*section, year, *end)).sum();
                    given - sections.iter().map(|section| sum_of(*section, year, other)).sum::<Decimal>()
                };
                let mut values = vec![Value::text(self.ended(self.lang.of("Reste", "Left"), *end, ends))];
                for (column, year) in years.iter().enumerate() {
                    let formula = format!("{}-{}", Grid::cell(of_allotted, column + 1), Grid::cell(of_asked, column + 1));
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

    /// Each authorisation as each of its steps left it.
    fn credits(&self, authorisations: &[Authorisation], ends: &[End]) -> Option<Grid> {
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
        for (one, at, step) in steps() {
            for end in ends {
                let row = rows.len();
                let kind = match one.kind {
                    Given::Is(Authorised::Programme) => "AP",
                    Given::Is(Authorised::Commitment) => "AE",
                    _ => "",
                };
                let act = if at == 0 { self.lang.of("ouverture", "opening") } else { self.lang.of("révision", "revision") };
                let in_force = if at + 1 == one.steps.len() { self.lang.of("oui", "yes") } else { self.lang.of("non", "no") };
                let credits = credits(step);
                let paid: Decimal = credits.values().map(|money| end.of(*money)).sum();
                let mut values = vec![
                    Value::text(kind),
                    Value::text(self.ended(&plain(&self.label(self.plan.entity(one.of))), *end, ends)),
                    Value::text(act),
                    Value::text(step.on.map(|on| self.moment(on)).unwrap_or_default()),
                    Value::text(in_force),
                    step.total.map_or(Value::Empty, |total| Value::Money(end.of(total))),
                ];
                values.extend(years.iter().map(|year| credits.get(year).map_or(Value::Empty, |money| Value::Money(end.of(*money)))));
                let across =
                    format!("SUM({}:{})", Grid::cell(row, first), Grid::cell(row, (first + years.len()).saturating_sub(1).max(first)));
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
        let last = rows.len();
        let held = |column: usize| format!("{}:{}", Grid::cell(1, column), Grid::cell(last - 1, column));
        for end in ends {
            let mut values = vec![
                Value::text(self.ended(self.lang.of("En vigueur", "In force"), *end, ends)),
                Value::Empty,
                Value::Empty,
                Value::Empty,
                Value::Empty,
            ];
            let named = match ends.len() {
                1 => String::new(),
                _ => format!("*(RIGHT({},LEN({word}))={word})", held(1), word = quoted(&self.ended("", *end, ends))),
            };
            let mut add = |column: usize, sum: Decimal| {
                let yes = quoted(self.lang.of("oui", "yes"));
                values.push(Value::Sum(format!("SUMPRODUCT(({}={yes}){named}*{})", held(4), held(column)), sum));
            };
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

    /// One section by sheet and year.
    fn by_operation(&self, lines: &[Line], asked: &Over<'_>, ends: &[End], section: Of) -> Option<Grid> {
        let of: Vec<&Line> = lines.iter().filter(|line| line.section == Some(section)).collect();
        if of.is_empty() {
            return None;
        }
        let mut years: Vec<i16> = of.iter().map(|line| line.year).collect();
        years.sort_unstable();
        years.dedup();
        let mut sheets: Vec<(&str, &str)> = Vec::new();
        for line in &of {
            if !sheets.contains(&(line.number.as_str(), line.title.as_str())) {
                sheets.push((&line.number, &line.title));
            }
        }
        let heads = [("N°", "No."), ("Fiche", "Sheet")];
        let mut rows: Rows = vec![self.yearly(&heads, &years)];
        let first = heads.len();
        let across = |row: usize| format!("SUM({}:{})", Grid::cell(row, first), Grid::cell(row, first + years.len() - 1));
        let word = self.section_word(Some(section));
        let sum_of = |number: Option<&str>, year: Option<i16>, end: End| {
            let fits = |line: &&&Line| number.is_none_or(|number| line.number == number) && year.is_none_or(|year| line.year == year);
            of.iter().filter(fits).map(|line| end.of(line.money)).sum::<Decimal>()
        };
        let mut by_end: BTreeMap<End, Vec<usize>> = BTreeMap::new();
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
                by_end.entry(*end).or_default().push(row);
            }
        }
        let body = rows.len();
        for end in ends {
            let row = rows.len();
            let mut values = vec![Value::Empty, Value::text(self.ended(self.lang.of("Total", "Total"), *end, ends))];
            for (at, year) in years.iter().enumerate() {
                // Where each sheet has two rows, its own end of them.
                let formula = match ends.len() {
                    1 => format!("SUM({}:{})", Grid::cell(1, first + at), Grid::cell(body - 1, first + at)),
                    _ => {
                        let offset = usize::from(*end == End::Low);
                        let range = format!("{}:{}", Grid::cell(1, first + at), Grid::cell(body - 1, first + at));
                        format!("SUMPRODUCT((MOD(ROW({range}),2)={})*{range})", (1 - offset) % 2)
                    }
                };
                values.push(Value::Sum(formula, sum_of(None, Some(*year), *end)));
            }
            values.push(Value::Sum(across(row), sum_of(None, None, *end)));
            rows.push((Look::Total, values));
        }
        Some(Grid { name: self.operations(section).to_owned(), widths: Self::widths_by_year(&[8, 50], &years), rows })
    }

    /// Who pays how much, surely or not, and what is left to the authority.
    fn by_funder(&self, paid: &[Paid], over: &Over<'_>, lines: &[Line], asked: &Over<'_>, ends: &[End]) -> Grid {
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
            paid.iter().filter(fits).map(|one| end.of(one.money)).sum::<Decimal>()
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
        let demand = |end: End| lines.iter().map(|line| end.of(line.money)).sum::<Decimal>();
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
            let own = self.ended(self.lang.of("Part propre si tout est obtenu", "Own share if all is obtained"), *end, ends);
            add(own, format!("{}-{}", Grid::cell(of_asked, width), Grid::cell(of_total, width)), demand(*end) - all(None, *end));
            let sure = [Some(FundingStatus::Secured), Some(FundingStatus::Received)]
                .map(|status| sum_of(None, status, *end))
                .iter()
                .sum::<Decimal>();
            let own = self.ended(self.lang.of("Part propre avec les seuls acquis", "Own share with secured funding only"), *end, ends);
            let formula = format!("{}-{}-{}", Grid::cell(of_asked, width), Grid::cell(of_total, 1), Grid::cell(of_total, 2));
            add(own, formula, demand(*end) - sure);
        }
        let widths = std::iter::once(44).chain(STATUSES.iter().map(|_| 18)).chain([20]).collect();
        Grid { name: self.funding_plan_name().to_owned(), widths, rows }
    }

    fn saved(&self) -> Option<Grid> {
        let mut rows: Rows =
            vec![self.head_of(&[("Fiche", "Sheet"), ("Économie attendue, dans aucun total", "Saving expected, in no total")])];
        for one in self.plan.all(Concept::Savings) {
            let sheet = std::iter::successors(Some(one), |of| of.parent()).find(|of| of.is_sheet());
            let title = sheet.map(|sheet| format!("{} {}", self.number_of(sheet.goal_id()), self.title(sheet).text));
            rows.push((Look::Body, vec![Value::text(title.unwrap_or_default()), Value::text(plain(&self.within(one)))]));
        }
        (rows.len() > 1).then(|| Grid { name: self.lang.of("Économies", "Savings").to_owned(), widths: vec![50, 70], rows })
    }

    /// Sums made in two ways, and whether they are one.
    fn adds_up(&self, lines: &[Line], asked: &Over<'_>, paid: Option<&Over<'_>>, grids: &[Grid], ends: &[End]) -> Grid {
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
            let all = (asked.sum(*end, &[]), lines.iter().map(|line| end.of(line.money)).sum::<Decimal>());
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
                let of: Decimal = lines.iter().filter(|line| line.section == Some(section)).map(|line| end.of(line.money)).sum();
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
                let column = paid.amount + usize::from(*end == End::High && paid.ranged());
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

/// `B` for the second column.
fn column_letters(column: usize) -> String {
    Grid::cell(0, column).trim_end_matches(|c: char| c.is_ascii_digit()).to_owned()
}
