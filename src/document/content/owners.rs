//! Who leads what: how much at a time, against what they can give, and sheet by sheet.

use jiff::civil::Date;

use super::super::model::{Cell, Chapter, Column, Fact, Inline, Part, Rich, Row, RowKind, Table};
use super::super::words::W;
use super::sheet::{address, led};
use super::{Build, joined, lines, row, section};
use crate::document::prose::run_on;
use crate::language::concepts::{owner, strategy};
use crate::plan::{Entity, Given, Person, When};
use crate::workload::{Fte, capacity, workload};

impl Build<'_> {
    pub fn owners(&self) -> Chapter {
        let mut chapter = self.chapter("owners", W::Owners);
        let strategy = self.plan.strategy();
        let mut rows = Vec::new();
        for person in self.plan.owners() {
            let (mut owns, mut contributes, mut partner) = (Vec::new(), Vec::new(), Vec::new());
            for goal in self.plan.sheets() {
                if goal.owner() == Given::Is(person) {
                    owns.push(goal);
                }
                if goal.contributors().any(|seen| seen.target() == Some(person)) {
                    contributes.push(goal);
                }
                if goal.partners().any(|other| matches!(other, Person::Entity(other) if other == person)) {
                    partner.push(goal);
                }
            }
            let mut roles = Vec::new();
            if strategy.and_then(|strategy| strategy.is_given(strategy::SPONSOR)) == Some(person) {
                roles.push(self.lang.of("élu référent de la stratégie", "elected sponsor of the strategy"));
            }
            if strategy.and_then(|strategy| strategy.is_given(strategy::LEAD)) == Some(person) {
                roles.push(self.lang.of("chef de file de la stratégie", "lead of the strategy"));
            }
            let library = self.plan.sources.get(person.head().source).library;
            if library && owns.is_empty() && contributes.is_empty() && partner.is_empty() && roles.is_empty() {
                continue;
            }
            rows.push(Row { kind: RowKind::Group, cells: vec![Cell::new(vec![self.owner_text(person)])] });
            let whole = |content: Rich| row(vec![Cell::new(content)]);
            let mut about: Vec<Rich> = roles.into_iter().map(|role| vec![Inline::text(role)]).collect();
            match person.get(owner::CONTACT) {
                Given::Is(contact) => about.push(vec![self.contact(&contact)]),
                Given::Unknown => about.push(vec![self.hole()]),
                Given::Absent => {}
            }
            let noted = self.note(person, owner::CONTACT.at);
            about.extend(Some(noted).filter(|noted| !noted.is_empty()));
            about.extend(self.facts(person).into_iter().map(|Fact { label, value }| led(format!("{label}{}", self.colon()), value)));
            about.extend(
                person
                    .children()
                    .map(|child| led(format!("{}{}", child.concept_row().label_in(self.lang), self.colon()), self.within(child))),
            );
            let said = run_on(&self.prose(person));
            if !said.is_empty() {
                about.push(vec![Inline::Emph { content: said }]);
            }
            let nothing = about.is_empty() && owns.is_empty() && contributes.is_empty() && partner.is_empty();
            if !about.is_empty() {
                rows.push(whole(lines(about)));
            }
            rows.extend(owns.iter().map(|goal| self.owned(*goal)));
            for (word, goals) in [(W::ContributesTo, &contributes), (W::PartnerOf, &partner)] {
                if !goals.is_empty() {
                    let goals = joined(goals.iter().map(|goal| self.short_reference(*goal)), ", ");
                    rows.push(whole(led(format!("{}{}", self.w(word), self.colon()), goals)));
                }
            }
            if nothing {
                rows.push(whole(vec![Inline::text("–")]));
            }
        }
        let orphans: Vec<Entity<'_>> = self.plan.sheets().filter(|goal| self.owner_missing(*goal)).collect();
        if !orphans.is_empty() {
            rows.push(Row { kind: RowKind::Group, cells: vec![Cell::new(vec![self.hole()])] });
            rows.extend(orphans.iter().map(|goal| self.owned(*goal)));
        }
        if rows.is_empty() {
            return chapter;
        }
        chapter.sections.extend(self.led_by_half_year().map(|part| section(self.w(W::LoadByHalfYear), part)));
        chapter.sections.extend(self.asked_by_half_year().map(|part| section(self.w(W::LoadInFte), part)));
        let table = |head: Vec<Vec<Cell>>, rows: Vec<Row>| Table { dense: true, columns: vec![Column::Text { weight: 1 }], head, rows };
        let tables = if self.is_small() {
            // A few stand in two tables side by side, an owner whole in one of them.
            let groups = rows.iter().enumerate().filter(|(_, row)| row.kind == RowKind::Group).map(|(at, _)| at);
            let half = groups.min_by_key(|at| at.abs_diff(rows.len() / 2)).unwrap_or_default();
            let second = rows.split_off(if half == 0 { rows.len() } else { half });
            let filled = [rows, second].into_iter().filter(|rows| !rows.is_empty());
            filled.map(|rows| table(self.head(&[W::GoalOrAction]), rows)).collect()
        } else {
            // Many run from a column to the next: each owner has a table, whose head comes again with what goes on.
            let mut tables: Vec<Table> = Vec::new();
            for row in rows {
                match tables.last_mut() {
                    Some(open) if row.kind != RowKind::Group => open.rows.push(row),
                    _ => tables.push(table(vec![row.cells], Vec::new())),
                }
            }
            tables
        };
        let title = if chapter.sections.is_empty() { "" } else { self.w(W::WhoAnswers) };
        chapter.sections.push(section(title, Part { tables, columns: 2, ..Part::default() }));
        chapter
    }

    /// The half-years from the plan's first day to its last, or its years where there are too many; the first and the last day of each.
    fn halves(&self) -> Vec<(String, Date, Date)> {
        /// No more columns stand side by side.
        const MOST: usize = 14;
        let Some(scale) = self.scale() else { return Vec::new() };
        let years = scale.first..=scale.last;
        let column = |name: String, when: When| (name, when.first, when.last);
        let halves: Vec<_> = years
            .clone()
            .flat_map(|year| [1, 2].map(|half| (year, half)))
            .filter_map(|(year, half)| Some(column(format!("{}{half}\n{year}", self.lang.of("S", "H")), When::semester(year, half)?)))
            .collect();
        let used = |(_, first, last): &&(String, Date, Date)| {
            self.plan
                .sheets()
                .filter_map(|sheet| self.analysis.calendar.slot(sheet.goal_id()))
                .any(|slot| slot.start.first <= *last && slot.end.last >= *first)
        };
        let halves: Vec<_> = halves.iter().filter(used).cloned().collect();
        if halves.len() <= MOST {
            return halves;
        }
        let years: Vec<_> = years.filter_map(|year| Some(column(year.to_string(), When::year(year)?))).collect();
        if years.len() <= MOST { years } else { Vec::new() }
    }

    /// How many sheets each owner leads at a time. A goal counts where it has no actions: else they are the work.
    fn led_by_half_year(&self) -> Option<Part> {
        let halves = self.halves();
        let work: Vec<Entity<'_>> = self.plan.sheets().filter(|sheet| sheet.actions().next().is_none() && !sheet.is_given_up()).collect();
        let mut rows = Vec::new();
        for person in self.plan.owners() {
            let own: Vec<_> = work
                .iter()
                .filter(|sheet| sheet.owner() == Given::Is(person))
                .filter_map(|sheet| self.analysis.calendar.slot(sheet.goal_id()))
                .collect();
            if own.is_empty() {
                continue;
            }
            let mut cells = vec![Cell::new(vec![self.owner_text(person)])];
            for (_, first, last) in &halves {
                let count = own.iter().filter(|slot| slot.start.first <= *last && slot.end.last >= *first).count();
                cells.push(shaded(if count == 0 { "–".to_owned() } else { count.to_string() }, shade(count)));
            }
            rows.push(row(cells));
        }
        let note = vec![Inline::text(self.w(W::LoadNote))];
        (!rows.is_empty() && !halves.is_empty()).then(|| self.by_half_year(&halves, rows, note))
    }

    /// The posts that the plan asks of each owner, against what they can give: both as means over the days.
    fn asked_by_half_year(&self) -> Option<Part> {
        let halves = self.halves();
        let load = workload(self.plan, &self.analysis.calendar);
        let mut rows = Vec::new();
        let mut over = false;
        for person in self.plan.owners().filter(|person| load.cells.iter().any(|cell| cell.owner == person.id)) {
            let mut cells = vec![Cell::new(vec![self.owner_text(person)])];
            for (_, first, last) in &halves {
                let quarters: Vec<(i16, u8)> = quarters_of(*first, *last);
                let asked: i64 =
                    quarters.iter().filter_map(|(year, quarter)| load.cell(person.id, *year, *quarter)).map(|cell| cell.asked.0).sum();
                let given: Option<Vec<i64>> =
                    quarters.iter().map(|(year, quarter)| capacity(person, *year, *quarter).map(|fte| fte.0)).collect();
                let mean = |sum: i64| Fte(sum / quarters.len().max(1) as i64);
                let (asked, given) = (mean(asked), given.map(|all| mean(all.iter().sum())));
                let heavy = given.is_some_and(|given| asked > given);
                over |= heavy;
                let text = match (asked.0, given) {
                    (0, _) => "–".to_owned(),
                    (_, Some(given)) => format!("{}\n/\u{a0}{}", asked.show(self.lang), given.show(self.lang)),
                    (_, None) => asked.show(self.lang),
                };
                cells.push(shaded(text, if heavy { 4 } else { u8::from(asked.0 > 0) }));
            }
            rows.push(row(cells));
        }
        let mut note = vec![Inline::text(self.w(W::LoadInFteNote))];
        if over {
            note.push(Inline::text(format!(" {}", self.w(W::LoadOver))));
        }
        (!rows.is_empty() && !halves.is_empty()).then(|| self.by_half_year(&halves, rows, note))
    }

    fn by_half_year(&self, halves: &[(String, Date, Date)], rows: Vec<Row>, note: Rich) -> Part {
        let mut columns = vec![Column::Text { weight: 1 }];
        columns.extend(halves.iter().map(|_| Column::Amount));
        let mut head = vec![Cell::text(self.w(W::Owner))];
        head.extend(halves.iter().map(|(name, ..)| Cell::new(broken(name))));
        Part { tables: vec![Table { dense: true, columns, head: vec![head], rows }], notes: vec![note], ..Part::default() }
    }

    /// Of an owner, a sheet in a row of its own: no row grows with how many there are.
    fn owned(&self, goal: Entity<'_>) -> Row {
        row(vec![Cell::new(vec![self.reference(goal)])])
    }

    /// An address that can be written to, or the text as it is.
    fn contact(&self, text: &str) -> Inline {
        address(text).unwrap_or_else(|| Inline::text(format!("{}{}{}", self.w(W::Contact), self.colon(), self.text(text.trim()))))
    }
}

/// More and more: 1, 3, 5 are the steps.
fn shade(count: usize) -> u8 {
    match count {
        0 => 0,
        1 => 1,
        2..=3 => 2,
        4..=5 => 3,
        _ => 4,
    }
}

fn shaded(text: String, shade: u8) -> Cell {
    Cell { shade: Some(shade), ..Cell::new(broken(&text)) }
}

/// A text of several lines.
fn broken(text: &str) -> Rich {
    lines(text.split('\n').map(|line| vec![Inline::whole(line)]))
}

/// The quarters from one day to another.
fn quarters_of(first: Date, last: Date) -> Vec<(i16, u8)> {
    let number = |day: Date| i32::from(day.year()) * 4 + (i32::from(day.month()) - 1) / 3;
    (number(first)..=number(last)).map(|number| (number.div_euclid(4) as i16, number.rem_euclid(4) as u8 + 1)).collect()
}
