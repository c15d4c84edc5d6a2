//! What the finance directorate checks: demand against envelope, authorisations and credits, investment by operation, who pays, what runs
//! on, what is saved; and whether all of it adds up.

use std::collections::BTreeMap;

use super::super::super::model::{Cell, Column, Inline, Part, Piece, Rich, Row, RowKind, Table};
use super::super::super::words::W;
use super::super::totals::{FundingLine, UNSPLIT};
use super::super::years::YearRow;
use super::super::{Build, joined, row};
use crate::budget::{self, Authorisation};
use crate::language::Concept;
use crate::language::concepts::money::authorisation::Authorised;
use crate::language::concepts::money::funder;
use crate::plan::{Entity, Given, Money, Section as Of};

impl Build<'_> {
    pub fn finance(&self) -> (String, Vec<Piece>) {
        let title = self.lang.of("Annexe financière", "Financial annex").to_owned();
        let mut pieces = vec![self.opening(&title, vec![Inline::text(self.strategy_title().text)])];
        // The chapter of the strategy is the ground: the same sums, in the same words.
        let chapter = self.money();
        pieces.push(Piece::Lines { items: chapter.intro });
        let mut sections = chapter.sections.into_iter();
        let section = |pieces: &mut Vec<Piece>, title: String, part: Part| {
            pieces.push(Piece::Heading { level: 1, text: title });
            pieces.push(Piece::Part { part });
        };
        if let Some(first) = sections.next() {
            section(&mut pieces, first.title, first.part);
        }
        for (fr, en, kind) in [
            ("Autorisations de programme et crédits de paiement", "Authorisations of programme and credits", Authorised::Programme),
            ("Autorisations d’engagement et crédits de paiement", "Authorisations of commitment and credits", Authorised::Commitment),
        ] {
            if let Some(part) = self.authorised(kind) {
                section(&mut pieces, self.lang.of(fr, en).to_owned(), part);
            }
        }
        for rest in sections {
            let funded = rest.title == self.w(W::FundingPlan);
            section(&mut pieces, rest.title, rest.part);
            if funded && let Some(part) = self.grants() {
                section(&mut pieces, self.lang.of("Financements, ligne par ligne", "Funding, line by line").to_owned(), part);
            }
        }
        if let Some(part) = self.running_on() {
            section(
                &mut pieces,
                self.lang.of("Fonctionnement des objectifs qui investissent", "Running cost of the goals that invest").to_owned(),
                part,
            );
        }
        if let Some(part) = self.savings() {
            section(
                &mut pieces,
                self.lang.of("Économies attendues, hors de tout solde", "Savings expected, in no balance").to_owned(),
                part,
            );
        }
        section(&mut pieces, self.lang.of("Vérifications", "Checks").to_owned(), self.checks());
        (title, pieces)
    }

    fn holder_of(&self, of: Entity<'_>) -> Rich {
        let sheet = std::iter::successors(Some(of), |of| of.parent()).find(|of| of.is_sheet());
        sheet.map_or_else(|| vec![Inline::text(self.w(W::Strategy))], |sheet| vec![self.in_words(sheet)])
    }

    /// In this paper no number leads to a sheet.
    fn in_words(&self, sheet: Entity<'_>) -> Inline {
        Inline::text(format!("{}\u{a0}{}", self.number_of(sheet.goal_id()), self.title(sheet).text))
    }

    fn authorisations_of(&self, kind: Authorised) -> Vec<Authorisation> {
        budget::authorisations(self.plan).into_iter().filter(|one| one.kind == Given::Is(kind)).collect()
    }

    /// Each with its credits by year as they stand now, then what its revisions changed.
    pub fn authorised(&self, kind: Authorised) -> Option<Part> {
        let all = self.authorisations_of(kind);
        if all.is_empty() {
            return None;
        }
        let mut years: Vec<i16> = all.iter().flat_map(|one| one.now().credits.keys().copied()).collect();
        years.sort_unstable();
        years.dedup();
        let unsplit = all.iter().any(|one| !one.now().unsplit.is_zero());
        if unsplit {
            years.push(UNSPLIT);
        }
        let credits = |of: &budget::Step| -> BTreeMap<i16, Money> {
            let mut credits = of.credits.clone();
            if !of.unsplit.is_zero() {
                credits.insert(UNSPLIT, of.unsplit);
            }
            credits
        };
        let mut rows = Vec::new();
        let mut sum: BTreeMap<i16, Money> = BTreeMap::new();
        let mut notes: Vec<Rich> = Vec::new();
        for one in &all {
            let entity = self.plan.entity(one.of);
            let now = credits(one.now());
            for (year, money) in &now {
                *sum.entry(*year).or_default() += *money;
            }
            let mut label = self.label(entity);
            if label.iter().all(|inline| matches!(inline, Inline::Hole { .. })) {
                label = self.holder_of(entity);
            }
            rows.push(YearRow::new(label.clone(), now));
            let mut line = label;
            line.push(Inline::text(self.colon()));
            let total = |money: Option<Money>| {
                money.map_or_else(|| self.lang.of("montant non précisé", "amount not stated").to_owned(), |money| self.euros(money))
            };
            for (at, step) in one.steps.iter().enumerate() {
                let on = step
                    .on
                    .map(|on| self.lang.of(format!(" ({})", self.moment(on)), format!(" ({})", self.moment(on))))
                    .unwrap_or_default();
                line.push(Inline::text(match at {
                    0 => self.lang.of(format!("ouverte à {}{on}", total(step.total)), format!("opened at {}{on}", total(step.total))),
                    _ => self.lang.of(format!(", révisée à {}{on}", total(step.total)), format!(", revised to {}{on}", total(step.total))),
                }));
            }
            let paid = one.now().paid();
            let left = one.now().total.map(|total| total - paid);
            let left = left.filter(|left| !left.is_zero()).map(|left| self.euros(left));
            line.push(Inline::text(match left {
                Some(left) => self.lang.of(
                    format!("\u{202f}; crédits : {}, écart : {left}.", self.euros(paid)),
                    format!("; credits: {}, difference: {left}.", self.euros(paid)),
                ),
                None => self.lang.of(format!("\u{202f}; crédits : {}.", self.euros(paid)), format!("; credits: {}.", self.euros(paid))),
            }));
            notes.push(line);
        }
        if all.len() > 1 {
            rows.push(YearRow::new(vec![Inline::text(self.w(W::Total))], sum).kind(RowKind::Total));
        }
        let tables = self.year_tables(self.lang.of("Autorisation", "Authorisation"), 110, &years, &rows);
        Some(Part { tables, notes, ..Part::default() })
    }

    /// Who pays what of each goal: the rate and its base, the years of receipt, how sure; and how much of the cost that is.
    fn grants(&self) -> Option<Part> {
        let mut rows = Vec::new();
        for goal in budget::counted(self.plan).filter(|goal| budget::has_funding(*goal)) {
            rows.push(Row { kind: RowKind::Group, cells: vec![Cell::new(vec![self.in_words(goal)]).spanning(3)] });
            let lines = self.funding_lines(goal);
            rows.extend(lines.iter().map(|line| self.funder_row(line)));
            let whole = budget::cost(goal, None);
            if !budget::complete(goal) || whole.is_zero() {
                continue;
            }
            let paid = |kept: &dyn Fn(&FundingLine<'_>) -> bool| lines.iter().filter(|line| kept(line)).filter_map(|line| line.money).sum();
            let all: Money = paid(&|_| true);
            let (share, cost) = (self.percent(all, whole), self.euros(whole));
            let mut told = vec![(
                self.lang.of(format!("Ensemble : {share} d’un coût de {cost}"), format!("Together: {share} of a cost of {cost}")),
                all,
            )];
            // A share of public money is known where each line says whether it is.
            let is_public = |line: &FundingLine<'_>| line.line.is_given(funder::PUBLIC);
            if lines.iter().all(|line| is_public(line).is_some()) {
                let public = paid(&|line| is_public(line) == Some(true));
                let share = self.percent(public, whole);
                told.push((
                    self.lang.of(format!("dont argent public : {share} du coût"), format!("of which public money: {share} of the cost")),
                    public,
                ));
            }
            let total =
                |(label, money): (String, Money)| row(vec![Cell::text(self.text(&label)).spanning(2), Cell::text(self.amount(money))]);
            rows.extend(told.into_iter().map(total));
        }
        if rows.is_empty() {
            return None;
        }
        let sum = budget::sources(self.plan).tally(None, None, None);
        let cells = vec![Cell::text(self.w(W::FundingTotal)).spanning(2), Cell::text(self.amount(sum.total()))];
        rows.push(Row { kind: RowKind::Total, cells });
        Some(Part { tables: vec![self.funders_table(rows)], ..Part::default() })
    }

    /// Of the goals that invest, what they spend on running, by year.
    fn running_on(&self) -> Option<Part> {
        let mut rows = Vec::new();
        let mut sum: BTreeMap<i16, Money> = BTreeMap::new();
        let mut years: Vec<i16> = Vec::new();
        for goal in budget::counted(self.plan) {
            let operating = self.cost_by_year(goal, Some(Of::Operating));
            if operating.is_empty() || self.cost_by_year(goal, Some(Of::Investment)).is_empty() {
                continue;
            }
            for (year, money) in &operating {
                *sum.entry(*year).or_default() += *money;
                years.push(*year);
            }
            rows.push(YearRow::new(vec![self.in_words(goal)], operating));
        }
        if rows.is_empty() {
            return None;
        }
        years.sort_unstable();
        years.dedup();
        rows.push(YearRow::new(vec![Inline::text(self.w(W::Total))], sum).kind(RowKind::Total));
        Some(Part { tables: self.year_tables(self.w(W::Goal), 125, &years, &rows), ..Part::default() })
    }

    fn savings(&self) -> Option<Part> {
        let rows: Vec<Row> =
            self.plan.all(Concept::Savings).map(|one| row(vec![Cell::new(self.holder_of(one)), Cell::new(self.within(one))])).collect();
        let columns = vec![Column::Text { weight: 4 }, Column::Text { weight: 6 }];
        let head = vec![vec![Cell::text(self.w(W::GoalOrAction)), Cell::text(self.lang.of("Économie", "Saving"))]];
        (!rows.is_empty()).then(|| Part { tables: vec![Table { dense: true, columns, head, rows }], ..Part::default() })
    }

    /// What has to add up, and whether it does: each sum is made again from the amounts themselves.
    fn checks(&self) -> Part {
        let mut rows: Vec<Row> = Vec::new();
        let mut check = |what: String, one: Money, other: Money| {
            let same = one.low == other.low && one.high == other.high;
            let result = match same {
                true => format!("✓ {} = {}", self.euros(one), self.euros(other)),
                false => self.lang.of(
                    format!("✗ {} et {}", self.euros(one), self.euros(other)),
                    format!("✗ {} and {}", self.euros(one), self.euros(other)),
                ),
            };
            rows.push(row(vec![Cell::text(self.text(&what)), Cell::text(result)]));
        };
        let ledger = &self.analysis.ledger;
        let by_goal: Money = budget::counted(self.plan).map(|goal| budget::cost(goal, None)).sum();
        check(self.lang.of("Somme des objectifs = demande totale", "Sum of goals = all that is asked").to_owned(), by_goal, self.asked());
        let lumps: Money = ledger.lumps.iter().map(|(_, lump)| lump.money).sum();
        let by_year: Money = ledger.lines.values().map(|line| line.asked).sum::<Money>() + lumps;
        check(
            self.lang.of("Somme des années et des sections = demande totale", "Sum of years and sections = all that is asked").to_owned(),
            by_year,
            self.asked(),
        );
        if self.asks() {
            let sources = budget::sources(self.plan);
            let pieces: Money = sources
                .pieces
                .iter()
                .filter(|piece| piece.status != Some(crate::language::concepts::money::FundingStatus::Refused))
                .map(|piece| piece.money)
                .sum();
            check(
                self.lang.of("Somme des lignes de financement = total des financements", "Sum of funding lines = all funding").to_owned(),
                pieces,
                sources.tally(None, None, None).total(),
            );
        }
        for kind in [Authorised::Programme, Authorised::Commitment] {
            for one in self.authorisations_of(kind) {
                let Some(total) = one.now().total else { continue };
                let name = self.plan.entity(one.of).titled().into_owned();
                let what =
                    self.lang.of(format!("Crédits de paiement = autorisation « {name} »"), format!("Credits = authorisation \"{name}\""));
                check(what, one.now().paid(), total);
            }
        }
        let columns = vec![Column::Text { weight: 6 }, Column::Text { weight: 4 }];
        let head = vec![vec![Cell::text(self.lang.of("Ce qui doit tomber juste", "What has to add up")), Cell::text(self.w(W::Result))]];
        let mut notes = Vec::new();
        let fctva: Vec<Inline> = budget::fctva(self.plan).into_iter().map(|(goal, _)| self.in_words(self.goal_at(goal))).collect();
        if !fctva.is_empty() {
            let mut note = vec![Inline::text(self.lang.of("FCTVA demandé pour\u{a0}: ", "Refund of VAT asked for: "))];
            note.extend(joined(fctva, "\u{202f}; "));
            notes.push(note);
        }
        Part { tables: vec![Table { dense: true, columns, head, rows }], notes, ..Part::default() }
    }
}
