//! The financial chapter: what is asked, what is allotted, and goal by goal what makes each total.

use std::collections::BTreeMap;

use super::super::model::{Cell, Chapter, Column, Inline, Part, Rich, Row, RowKind, Table};
use super::super::words::W;
use super::totals::{Funded, FundingLine, UNSPLIT, has_funding};
use super::years::YearRow;
use super::{Build, IN_A_CELL, joined, row, section, shortened};
use crate::budget::{self, Lump};
use crate::plan::Section as Of;
use crate::plan::{Entity, GoalId, Money};

impl Build<'_> {
    pub fn money(&self) -> Chapter {
        let mut chapter = self.chapter("money", W::Money);
        let allotted = self.plan.envelope().is().is_some_and(|envelope| envelope.has_money());
        if !self.asks() && !allotted {
            chapter.intro.push(vec![self.no_amount(), Inline::text(self.lang.of(" aucun montant n’est donné.", " no amount is given."))]);
            return chapter;
        }
        let rule = self.lang.of(
            "Le coût d’un objectif est son propre budget ; les budgets de ses actions en sont des parts et ne s’y ajoutent pas. Un objectif sans budget propre coûte la somme des budgets de ses actions. Chaque montant n’est donc compté qu’une fois. Tous les montants sont {currency}.",
            "A goal costs its own budget; the budgets of its actions are parts of it and are not added. A goal without a budget of its own costs the sum of its actions’ budgets. Each amount is thus counted once. All amounts are {currency}.",
        );
        chapter.intro.push(vec![Inline::text(self.text(&rule.replace("{currency}", self.in_currency())))]);
        chapter.sections.push(section(self.w(W::ByYear), self.by_year()));
        if !self.plan.axes.is_empty() {
            chapter.sections.push(section(self.w(W::ByAxisSection), self.by_axis_and_section()));
            chapter.sections.push(section(self.w(W::ByAxisYear), self.by_axis_and_year()));
        }
        for of in Of::BOTH {
            let lumps = &self.analysis.ledger.lumps;
            if self.entries().any(|(_, entry)| entry.amount.section == of) || lumps.iter().any(|(_, lump)| lump.section == Some(of)) {
                let title = format!("{}{}{}", of.show(self.lang), self.colon(), self.w(W::Trace));
                chapter.sections.push(section(title, self.trace(of)));
            }
        }
        if let Some(part) = self.funding_plan() {
            chapter.sections.push(section(self.w(W::FundingPlan), part));
        }
        chapter
    }

    /// Asked, allotted and balance: a row a year, three columns a section.
    fn by_year(&self) -> Part {
        let ledger = &self.analysis.ledger;
        let envelope = self.splits_envelope();
        let each: usize = if envelope { 3 } else { 1 };
        let mut columns = vec![Column::Text { weight: 1 }];
        let mut head = vec![vec![Cell::text("")], vec![Cell::text(self.w(W::Year))]];
        for of in Of::BOTH {
            columns.extend(std::iter::repeat_n(Column::Amount, each));
            head[0].push(Cell::text(of.show(self.lang)).spanning(each));
            head[1].push(Cell::text(self.w(W::Asked)));
            if envelope {
                head[1].extend([Cell::text(self.w(W::Envelope)), Cell::text(self.w(W::Balance))]);
            }
        }
        let mut over = false;
        let mut cells = |label: String, of_section: &dyn Fn(Of) -> (Money, Option<Money>)| {
            let mut cells = vec![Cell::text(label)];
            for of in Of::BOTH {
                let (asked, allotted) = of_section(of);
                cells.push(Cell::text(self.amount(asked)));
                if envelope {
                    let balance = allotted.unwrap_or_default() - asked;
                    over |= balance.surely_negative();
                    cells.push(self.amount_cell(allotted));
                    let balance_text = Inline::text(self.amount(balance));
                    cells.push(Cell::new(vec![if balance.surely_negative() {
                        Inline::Strong { content: vec![balance_text] }
                    } else {
                        balance_text
                    }]));
                }
            }
            cells
        };
        let mut rows: Vec<Row> = ledger
            .years()
            .into_iter()
            .map(|year| {
                row(cells(year.to_string(), &|of| {
                    let line = ledger.lines.get(&(of, year));
                    (line.map(|line| line.asked).unwrap_or_default(), line.and_then(|line| line.allotted).map(|amount| amount.money))
                }))
            })
            .collect();
        // What is asked or allotted for no year of its own; what is not split by section is told below.
        if ledger.lumps.iter().any(|(_, lump)| lump.section.is_some()) || ledger.allotted.iter().any(|lump| lump.section.is_some()) {
            rows.push(row(cells(self.w(W::Unsplit).to_owned(), &|of| {
                let sum = |lumps: &mut dyn Iterator<Item = &Lump>| {
                    lumps.filter(|lump| lump.section == Some(of)).map(|lump| lump.money).sum::<Money>()
                };
                (sum(&mut ledger.lumps.iter().map(|(_, lump)| lump)), Some(sum(&mut ledger.allotted.iter())))
            })));
        }
        let total = cells(self.w(W::Total).to_owned(), &|of| (ledger.asked(Some(of)), self.allotted(Some(of))));
        rows.push(Row { kind: RowKind::Total, cells: total });
        let mut part = Part { tables: vec![Table { dense: false, columns, head, rows }], ..Part::default() };
        if !self.has_envelope() {
            let label = format!("{}{}", self.w(W::Envelope), self.colon());
            part.text.push(vec![Inline::text(label), self.hole()]);
        }
        part.notes.extend(self.plan.envelope().is().map(|envelope| self.beside_amounts(envelope)).unwrap_or_default());
        let whole =
            |lumps: &mut dyn Iterator<Item = &Lump>| lumps.filter(|lump| lump.section.is_none()).map(|lump| lump.money).sum::<Money>();
        let (asked, allotted) = (whole(&mut ledger.lumps.iter().map(|(_, lump)| lump)), whole(&mut ledger.allotted.iter()));
        if !asked.is_zero() {
            let asked = self.euros(asked);
            part.notes.push(vec![Inline::text(self.lang.of(
                format!("Non répartis par section ni par année, et donc hors de ce tableau\u{a0}: {asked} demandés."),
                format!("Split neither by section nor by year, and so not in this table: {asked} asked."),
            ))]);
        }
        if !allotted.is_zero() {
            let allotted = self.euros(allotted);
            part.notes.push(vec![Inline::text(self.lang.of(
                format!("Enveloppe non répartie par section ni par année\u{a0}: {allotted}."),
                format!("Envelope split neither by section nor by year: {allotted}."),
            ))]);
        }
        if over {
            part.notes.push(vec![Inline::text(self.lang.of(
                "Un solde négatif, en gras, signale une demande qui dépasse l’enveloppe.",
                "A negative balance, in bold, tells that more is asked than allotted.",
            ))]);
        }
        part
    }

    fn by_axis_and_section(&self) -> Part {
        let columns = vec![Column::Text { weight: 1 }, Column::Amount, Column::Amount, Column::Amount, Column::Amount];
        let head = self.head(&[W::Axis, W::Investment, W::Operating, W::Total, W::Share]);
        let asked = self.asked();
        let ledger = &self.analysis.ledger;
        let mut rows: Vec<Row> = self
            .strands
            .iter()
            .enumerate()
            .map(|(at, strand)| {
                let of =
                    |section| strand.sheets.iter().filter(|goal| goal.is_counted()).map(|goal| budget::cost(*goal, section)).sum::<Money>();
                let total = of(None);
                row(vec![
                    Cell::new(self.axis_reference(at)),
                    Cell::text(self.amount(of(Some(Of::Investment)))),
                    Cell::text(self.amount(of(Some(Of::Operating)))),
                    Cell::text(self.amount(total)),
                    Cell::text(self.percent(total, asked)),
                ])
            })
            .collect();
        let totals = [ledger.asked(Some(Of::Investment)), ledger.asked(Some(Of::Operating)), asked];
        let mut cells = vec![Cell::text(self.w(W::Total))];
        cells.extend(totals.map(|money| Cell::text(self.amount(money))));
        cells.push(Cell::text(self.percent(asked, asked)));
        rows.push(Row { kind: RowKind::Total, cells });
        Part { tables: vec![Table { dense: false, columns, head, rows }], ..Part::default() }
    }

    fn by_axis_and_year(&self) -> Part {
        let mut rows = Vec::new();
        let mut total: BTreeMap<i16, Money> = BTreeMap::new();
        for (at, strand) in self.strands.iter().enumerate() {
            let mut years: BTreeMap<i16, Money> = BTreeMap::new();
            for (year, money) in strand.sheets.iter().filter(|goal| goal.is_counted()).flat_map(|goal| self.cost_by_year(*goal, None)) {
                *years.entry(year).or_default() += money;
                *total.entry(year).or_default() += money;
            }
            rows.push(YearRow::new(self.axis_reference(at), years));
        }
        rows.push(YearRow::new(vec![Inline::text(self.w(W::Total))], total).kind(RowKind::Total));
        Part { tables: self.year_tables(self.w(W::Axis), 110, &self.asked_years(None), &rows), ..Part::default() }
    }

    /// Years in which something is asked.
    fn asked_years(&self, section: Option<Of>) -> Vec<i16> {
        let mut years: Vec<i16> = self
            .entries()
            .filter(|(_, entry)| section.is_none_or(|section| entry.amount.section == section))
            .map(|(year, _)| year)
            .collect();
        if self.analysis.ledger.lumps.iter().any(|(_, lump)| section.is_none() || lump.section == section) {
            years.push(UNSPLIT);
        }
        years.sort_unstable();
        years.dedup();
        years
    }

    fn axis_reference(&self, at: usize) -> Rich {
        vec![Inline::Ref { to: format!("a{at}"), text: self.axis_text(at) }]
    }

    /// For a heading within a table: it comes back on the next page, where a link may not.
    pub fn axis_name(&self, at: usize) -> Rich {
        vec![Inline::text(self.axis_text(at))]
    }

    fn axis_text(&self, at: usize) -> String {
        let title = self.strand_title(&self.strands[at]);
        format!("{}\u{a0}{}", at + 1, shortened(&title.text, IN_A_CELL))
    }

    /// Every goal and action whose own amounts are counted in one section, and under them the total that they make.
    fn trace(&self, of: Of) -> Part {
        let mut by_goal: BTreeMap<GoalId, BTreeMap<i16, Money>> = BTreeMap::new();
        for (year, entry) in self.entries().filter(|(_, entry)| entry.amount.section == of) {
            *by_goal.entry(entry.goal).or_default().entry(year).or_default() += entry.amount.money;
        }
        let lumps = self.analysis.ledger.lumps.iter().filter(|(_, lump)| lump.section == Some(of));
        for (goal, lump) in lumps.clone() {
            *by_goal.entry(*goal).or_default().entry(UNSPLIT).or_default() += lump.money;
        }
        let lumped: Option<Money> = lumps.map(|(_, lump)| lump.money).reduce(|sum, money| sum + money);
        let mut rows = Vec::new();
        for (at, strand) in self.strands.iter().enumerate() {
            let mut here = Vec::new();
            for sheet in strand.all() {
                if let Some(years) = by_goal.remove(&sheet.goal_id()) {
                    here.push(YearRow::new(vec![self.reference(sheet)], years));
                }
            }
            if !here.is_empty() {
                rows.push(YearRow::heading(self.axis_name(at)));
                rows.append(&mut here);
            }
        }
        let ledger = &self.analysis.ledger;
        let allotted: Vec<Money> = ledger.allotted.iter().filter(|lump| lump.section == Some(of)).map(|lump| lump.money).collect();
        let mut years: Vec<i16> = ledger.years().into_iter().filter(|year| ledger.lines.contains_key(&(of, *year))).collect();
        if lumped.is_some() || !allotted.is_empty() {
            years.push(UNSPLIT);
        }
        let unsplit_allotted = (!allotted.is_empty()).then(|| allotted.into_iter().sum::<Money>());
        let per_year =
            |f: &dyn Fn(i16) -> Option<Money>| years.iter().filter_map(|year| Some((*year, f(*year)?))).collect::<BTreeMap<_, _>>();
        let line = |year: i16| ledger.lines.get(&(of, year));
        let total = |label: String, years| YearRow::new(vec![Inline::text(label)], years).kind(RowKind::Total);
        rows.push(total(
            self.w(W::Asked).to_owned(),
            per_year(&|year| if year == UNSPLIT { lumped } else { line(year).map(|line| line.asked) }),
        ));
        if self.splits_envelope() {
            let allotted = |year| {
                if year == UNSPLIT { unsplit_allotted } else { line(year).and_then(|line| line.allotted).map(|amount| amount.money) }
            };
            rows.push(total(self.w(W::Envelope).to_owned(), per_year(&allotted)));
            let asked = |year| if year == UNSPLIT { lumped } else { line(year).map(|line| line.asked) };
            let balance = per_year(&|year| match (asked(year), allotted(year)) {
                (None, None) => None,
                (asked, allotted) => Some(allotted.unwrap_or_default() - asked.unwrap_or_default()),
            });
            rows.push(total(self.w(W::Balance).to_owned(), balance));
        }
        let note = self.lang.of(
            "Chaque ligne est la fiche qui porte les montants. Leur somme, au bas de chaque colonne, est la demande que l’on compare à l’enveloppe.",
            "Each row is the sheet that holds the amounts. Their sum, at the foot of each column, is what is compared with the envelope.",
        );
        Part {
            tables: self.year_tables(self.w(W::GoalOrAction), 125, &years, &rows),
            text: vec![vec![Inline::text(note)]],
            ..Part::default()
        }
    }

    /// All funders together, and what is left to the authority.
    fn funding_plan(&self) -> Option<Part> {
        let mut by_source: Vec<(String, Funded)> = Vec::new();
        let mut aside: Vec<Entity<'_>> = Vec::new();
        for goal in self.plan.sheets().filter(|goal| goal.holder().is_none() && goal.is_counted()) {
            let counted = self.funding_of(goal);
            if counted.first() == Some(&goal) {
                aside.extend(goal.actions().filter(|action| has_funding(*action)));
            }
            for FundingLine { line, status, money } in counted.into_iter().flat_map(|goal| self.funding_lines(goal)) {
                let (Some(money), false) = (money, status.is_unknown()) else { continue };
                let source = self.text(&line.titled());
                let at = by_source.iter().position(|(known, _)| *known == source).unwrap_or_else(|| {
                    by_source.push((source, Funded::default()));
                    by_source.len() - 1
                });
                by_source[at].1.add(status.is(), money);
            }
        }
        if by_source.is_empty() {
            return None;
        }
        let unstated = by_source.iter().any(|(_, funded)| !funded.unstated.is_zero());
        let mut columns = vec![Column::Text { weight: 1 }, Column::Amount, Column::Amount];
        let mut head = self.head(&[W::Funder, W::Secured, W::Sought]);
        if unstated {
            columns.push(Column::Amount);
            head[0].push(Cell::text(self.w(W::StatusUnknown)));
        }
        columns.push(Column::Amount);
        head[0].push(Cell::text(self.w(W::Total)));
        let width = columns.len();
        let line = |label: String, funded: Funded| {
            let mut cells = vec![Cell::text(label), self.amount_cell(Some(funded.secured)), self.amount_cell(Some(funded.sought))];
            if unstated {
                cells.push(self.amount_cell(Some(funded.unstated)));
            }
            cells.push(self.amount_cell(Some(funded.total())));
            cells
        };
        let mut sum = Funded::default();
        let mut rows = Vec::new();
        for (source, funded) in by_source {
            sum.secured += funded.secured;
            sum.sought += funded.sought;
            sum.unstated += funded.unstated;
            rows.push(row(line(source, funded)));
        }
        rows.push(Row { kind: RowKind::Total, cells: line(self.w(W::FundingTotal).to_owned(), sum) });
        let asked = self.asked();
        for (label, left) in [(W::TotalCost, asked), (W::OwnShare, asked - sum.total()), (W::OwnShareSecured, asked - sum.secured)] {
            rows.push(Row {
                kind: RowKind::Total,
                cells: vec![Cell::text(self.w(label)).spanning(width - 1), Cell::text(self.amount(left))],
            });
        }
        let mut notes = Vec::new();
        if !aside.is_empty() {
            let mut note = vec![Inline::text(self.lang.of(
                "Comme pour les budgets, le financement d’un objectif comprend celui de ses actions\u{a0}: les lignes des actions suivantes n’y sont pas ajoutées\u{a0}: ",
                "As for budgets, a goal’s funding holds that of its actions: the lines of these actions are not added to it: ",
            ))];
            note.extend(joined(aside.iter().map(|action| self.short_reference(*action)), ", "));
            note.push(Inline::text("."));
            notes.push(note);
        }
        Some(Part { tables: vec![Table { dense: false, columns, head, rows }], notes, ..Part::default() })
    }
}
