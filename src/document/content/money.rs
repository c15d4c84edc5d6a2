//! The financial chapter: what is asked, what is allotted, and goal by goal what makes each total.

use std::collections::BTreeMap;

use super::super::model::{Cell, Chapter, Column, Inline, Part, Rich, Row, RowKind, Table};
use super::super::words::W;
use super::calendar::UPRIGHT;
use super::totals::UNSPLIT;
use super::years::YearRow;
use super::{Build, IN_A_CELL, joined, row, section, shortened};
use crate::budget::{self, Lump, Tally};
use crate::figure::{Figure, Fill, Share, shares};
use crate::plan::Section as Of;
use crate::plan::{Entity, GoalId, Money, Tax};
use jiff::civil::date;
use rust_decimal::prelude::ToPrimitive;

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
        chapter.intro.push(vec![Inline::text(self.text(self.taxes()))]);
        chapter.intro.extend(self.broken_years());
        let drawn = self.plan_columns(UPRIGHT, 44.0).map(|part| part.figures).unwrap_or_default();
        chapter.sections.push(section(self.w(W::ByYear), Part { figures: drawn, ..self.by_year() }));
        if let Some(part) = self.funding_plan() {
            chapter.sections.push(section(self.w(W::FundingPlan), part));
        }
        chapter.sections.extend(self.afterwards().map(|part| section(self.w(W::Afterwards), part)));
        // The sums of a few goals stand under the axes' own heads, below.
        if !self.plan.axes.is_empty() && !self.is_small() {
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
        chapter
    }

    /// Are the amounts with or without taxes? Who pays must know, and who asks for a refund.
    fn taxes(&self) -> &'static str {
        let is = |tax: Tax| self.entries().any(|(_, entry)| entry.amount.money.tax == tax);
        match (is(Tax::Ht), is(Tax::Ttc), is(Tax::Unsaid), is(Tax::Mixed)) {
            (false, false, _, false) => self.lang.of(
                "Les montants sont repris tels que le plan les écrit, sans mention HT ou TTC à côté de chacun.",
                "Amounts are as the plan writes them, with no mark of taxes beside each.",
            ),
            (true, false, false, false) => self.lang.of("Les montants sont hors taxes.", "Amounts are without taxes."),
            (false, true, false, false) => self.lang.of("Les montants sont toutes taxes comprises.", "Amounts are with all taxes."),
            _ => self.lang.of(
                "Des montants sont hors taxes, d’autres toutes taxes comprises ou sans mention : leurs sommes ne valent qu’à cette réserve près.",
                "Some amounts are without taxes, others with taxes or unsaid: their sums hold with that reservation only.",
            ),
        }
    }

    /// The plan's first and last years, where it holds a part of them only.
    fn broken_years(&self) -> Option<Rich> {
        let period = self.plan.period()?;
        let years = self.asked_years(None);
        let mut broken: Vec<i16> = Vec::new();
        let (start, end) = (period.start.first, period.end.last);
        if (start.month(), start.day()) != (1, 1) {
            broken.push(start.year());
        }
        if (end.month(), end.day()) != (12, 31) {
            broken.push(end.year());
        }
        broken.retain(|year| years.contains(year));
        broken.dedup();
        let told: Vec<String> = broken.iter().map(i16::to_string).collect();
        let span = super::sheet::plain(&self.period_text());
        let line = match told.as_slice() {
            [] => return None,
            [one] => self.lang.of(
                format!("Le plan couvre {span} : {one} n’y est pas une année entière."),
                format!("The plan covers {span}: {one} is no whole year of it."),
            ),
            all => {
                let all = all.join(self.lang.of(" et ", " and "));
                self.lang.of(
                    format!("Le plan couvre {span} : {all} n’y sont pas des années entières."),
                    format!("The plan covers {span}: {all} are no whole years of it."),
                )
            }
        };
        Some(vec![Inline::text(self.text(&line))])
    }

    /// Asked, allotted and balance: a row a year, three columns a section.
    fn by_year(&self) -> Part {
        let ledger = &self.analysis.ledger;
        let envelope = self.splits_envelope();
        let each: usize = if envelope { 3 } else { 1 };
        let mut columns = vec![Column::Text { weight: 1 }];
        let mut head = vec![vec![Cell::text("")], vec![Cell::text(self.w(W::Year))]];
        let both = Of::BOTH.iter().all(|of| !ledger.asked(Some(*of)).is_zero());
        for group in Of::BOTH.map(|of| of.show(self.lang)).into_iter().chain(both.then(|| self.w(W::Together))) {
            columns.extend(std::iter::repeat_n(Column::Amount, each));
            head[0].push(Cell::text(group).spanning(each));
            head[1].push(Cell::text(self.w(W::Asked)));
            if envelope {
                head[1].extend([Cell::text(self.w(W::Envelope)), Cell::text(self.w(W::Balance))]);
            }
        }
        let mut over = false;
        let mut cells = |label: String, of_section: &dyn Fn(Of) -> (Money, Option<Money>)| {
            let mut cells = vec![Cell::text(label)];
            let mut columns: Vec<(Money, Option<Money>)> = Of::BOTH.iter().map(|of| of_section(*of)).collect();
            if both {
                let allotted = columns.iter().filter_map(|(_, allotted)| *allotted).reduce(|sum, money| sum + money);
                columns.push((columns.iter().map(|(asked, _)| *asked).sum(), allotted));
            }
            for (asked, allotted) in columns {
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
        let mut part = Part { tables: vec![Table { dense: true, columns, head, rows }], ..Part::default() };
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
            tables: self.year_tables(self.w(W::GoalOrAction), 105, &years, &rows),
            text: vec![vec![Inline::text(note)]],
            ..Part::default()
        }
    }

    /// All funders together, and what is left to the authority.
    pub fn funding_plan(&self) -> Option<Part> {
        let sources = budget::sources(self.plan);
        if sources.names.is_empty() {
            return None;
        }
        let sum = sources.tally(None, None, None);
        let mut columns = vec![Column::Text { weight: 2 }, Column::Amount, Column::Amount];
        let mut head = self.head(&[W::Funder, W::Secured, W::Sought]);
        /// A column of its own, where there is something in it.
        type Extra = (W, fn(&Tally) -> Money);
        let extra: [Extra; 2] = [(W::StatusUnknown, |tally| tally.unstated), (W::Refused, |tally| tally.refused)];
        let extra: Vec<Extra> = extra.into_iter().filter(|(_, of)| !of(&sum).is_zero()).collect();
        for (word, _) in &extra {
            columns.push(Column::Amount);
            head[0].push(Cell::text(self.w(*word)));
        }
        columns.extend([Column::Amount, Column::Text { weight: 1 }]);
        head[0].extend([Cell::text(self.w(W::Total)), Cell::text(self.w(W::Sheets))]);
        let width = columns.len();
        let line = |label: String, tally: &Tally, sheets: Rich| {
            let mut cells = vec![Cell::text(label), self.zero_cell(tally.sure()), self.zero_cell(tally.sought)];
            cells.extend(extra.iter().map(|(_, of)| self.zero_cell(of(tally))));
            cells.extend([self.zero_cell(tally.total()), Cell::new(sheets)]);
            cells
        };
        let mut rows = Vec::new();
        for (at, name) in sources.names.iter().enumerate() {
            let mut goals: Vec<GoalId> =
                sources.pieces.iter().filter(|piece| piece.source as usize == at).map(|piece| piece.goal).collect();
            goals.sort_unstable();
            goals.dedup();
            let sheets = joined(goals.into_iter().map(|id| self.short_reference(self.goal_at(id))), ", ");
            rows.push(row(line(self.text(name), &sources.tally(None, None, Some(at as u32)), sheets)));
        }
        rows.push(Row { kind: RowKind::Total, cells: line(self.w(W::FundingTotal).to_owned(), &sum, Rich::new()) });
        let asked = self.asked();
        let own = asked - sum.total();
        for (label, left) in [(W::TotalCost, asked), (W::OwnShare, own), (W::OwnShareSecured, asked - sum.sure())] {
            let mut cells = vec![Cell::text(self.w(label))];
            cells.resize_with(width - 2, || Cell::text(""));
            cells.extend([Cell::text(self.amount(left)), Cell::text("")]);
            rows.push(Row { kind: RowKind::Total, cells });
        }
        let mut notes = Vec::new();
        let goals = budget::counted(self.plan).filter(|goal| budget::has_funding(*goal));
        let aside: Vec<Entity<'_>> = goals.flat_map(|goal| goal.actions()).filter(|action| budget::has_funding(*action)).collect();
        if !aside.is_empty() {
            let mut note = vec![Inline::text(self.lang.of(
                "Comme pour les budgets, le financement d’un objectif comprend celui de ses actions\u{a0}: les lignes des actions suivantes n’y sont pas ajoutées\u{a0}: ",
                "As for budgets, a goal’s funding holds that of its actions: the lines of these actions are not added to it: ",
            ))];
            note.extend(joined(aside.iter().map(|action| self.short_reference(*action)), ", "));
            note.push(Inline::text("."));
            notes.push(note);
        }
        let tables = vec![Table { dense: true, columns, head, rows }];
        Some(Part { figures: self.shares_of(&sum, own).into_iter().collect(), tables, notes, ..Part::default() })
    }

    /// What is secured, what is sought, what is left to the authority: one bar.
    fn shares_of(&self, sum: &Tally, own: Money) -> Option<Figure> {
        let parts = [
            (sum.sure(), Fill::Accent, W::Secured),
            (sum.sought, Fill::Dots, W::Sought),
            (sum.unstated, Fill::White, W::StatusUnknown),
            (own, Fill::Tint, W::OwnShare),
        ];
        // Nobody draws a bar of which a part is less than nothing.
        if parts.iter().any(|(money, ..)| money.surely_negative()) {
            return None;
        }
        let parts: Vec<Share> = parts
            .into_iter()
            .filter(|(money, ..)| !money.is_zero())
            .map(|(money, fill, word)| Share {
                value: money.high.to_f64().unwrap_or_default(),
                fill,
                words: format!("{}{}{}", self.w(word), self.colon(), self.euros(money)),
            })
            .collect();
        let words: Vec<&str> = parts.iter().map(|part| part.words.as_str()).collect();
        let alt = format!("{}{}{}.", self.w(W::FundingPlan), self.colon(), words.join(", "));
        Some(shares(&parts, UPRIGHT, alt))
    }

    /// Zero is a dash.
    fn zero_cell(&self, money: Money) -> Cell {
        self.amount_cell(Some(money).filter(|money| !money.is_zero()))
    }

    /// What the plan leaves behind it: what is spent after the term of office, and a year's running cost when it ends.
    pub fn afterwards(&self) -> Option<Part> {
        let mut text: Vec<String> = Vec::new();
        if let Some(end) = self.mandate_end() {
            let year = end.last.year();
            let spent_after =
                |year: i16| -> Money { self.entries().filter(|(at, _)| *at > year).map(|(_, entry)| entry.amount.money).sum() };
            let after = spent_after(year);
            let last = self.plan.period().map(|period| period.end.last.year());
            let last = last.filter(|last| *last < year && spent_after(*last).is_zero());
            let date = self.moment(end);
            text.push(match (after.is_zero(), last) {
                (true, Some(last)) => self.lang.of(
                    format!("Aucune dépense n’est inscrite après {last}, dernière année du plan."),
                    format!("No spending is written after {last}, the plan’s last year."),
                ),
                (true, None) => self.lang.of(
                    format!("Aucune dépense n’est inscrite après l’année de fin du mandat ({date})."),
                    format!("No spending is written after the year in which the term of office ends ({date})."),
                ),
                (false, _) => {
                    let after = self.euros(after);
                    self.lang.of(
                        format!("Dépense inscrite après l’année de fin du mandat ({date}) : {after}."),
                        format!("Spending written after the year in which the term of office ends ({date}): {after}."),
                    )
                }
            });
        }
        let whole = |year: i16| {
            let period = self.plan.period();
            period.is_none_or(|period| period.end.last >= date(year, 12, 31) && period.start.first <= date(year, 1, 1))
        };
        let mut lines =
            self.analysis.ledger.lines.iter().filter(|((of, year), line)| *of == Of::Operating && whole(*year) && !line.asked.is_zero());
        if let Some(((_, year), line)) = lines.next_back() {
            let money = self.euros(line.asked);
            text.push(self.lang.of(
                format!("Fonctionnement de {year}, dernière année entière qui en porte : {money}. C’est ce qu’il faudrait encore payer chaque année si rien ne s’arrête avec le plan."),
                format!("Operating cost of {year}, the last whole year that has some: {money}. That is what would still have to be paid each year if nothing stops with the plan."),
            ));
        }
        let text: Vec<Rich> = text.into_iter().map(|line| vec![Inline::text(self.text(&line))]).collect();
        (!text.is_empty()).then(|| Part { text, ..Part::default() })
    }
}
