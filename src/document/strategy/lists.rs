//! The tables across goals: who waits for what, who owns what, what is measured.

use super::super::model::{Cell, Chapter, Column, Fact, Inline, Part, Rich, Row, RowKind, Table};
use super::super::words::W;
use super::sheet::led;
use super::{Build, joined, lines, row, section};
use crate::check::Lacks;
use crate::document::prose::run_on;
use crate::language::Concept;
use crate::language::concepts::goal::milestone;
use crate::language::concepts::{owner, strategy};
use crate::plan::Entity;
use crate::plan::{Given, Moment, Person};

impl Build<'_> {
    /// A row for each dependency, in the order of the plan.
    pub fn dependencies(&self) -> Chapter {
        let mut chapter = self.chapter("dependencies", W::Dependencies);
        let mut rows = Vec::new();
        for goal in self.plan.sheets() {
            let id = goal.goal_id();
            for depend in goal.depends() {
                let awaited = self.analysis.calendar.awaited(&depend);
                let slot = self.analysis.calendar.slot(id);
                let other = depend.goal().goal_id();
                let knots = &self.analysis.graph.knots;
                let remark = match (awaited, goal.period().is()) {
                    _ if knots[id.at()].is_some() && knots[id.at()] == knots[other.at()] => self.w(W::InLoop),
                    (Some(awaited), Some(period)) if period.start.last < awaited.first => self.w(W::TooEarly),
                    _ => "",
                };
                let mut what = vec![self.reference(depend.goal())];
                let delay = depend.delay.map(|delay| format!(" + {}", delay.show(self.lang).replace(' ', "\u{a0}"))).unwrap_or_default();
                if depend.delay.is_some() || depend.is_milestone() || depend.start || !matches!(depend.waits, Moment::Start) {
                    what.push(Inline::text(format!(" ({}{delay})", self.depend_what(&depend))));
                }
                let date = |of: Entity<'_>, when: Option<crate::plan::When>| match when {
                    Some(when) => vec![Inline::whole(self.moment(when))],
                    // A milestone's own date, or the calendar of a goal.
                    None => {
                        let milestone = of.is(Concept::Milestone) && self.lacks(of, Lacks::Field(Concept::Milestone, milestone::ON.at));
                        let missing = milestone || self.lacks(of, Lacks::Dates);
                        vec![if missing { self.hole() } else { Inline::text("–") }]
                    }
                };
                rows.push((
                    remark,
                    vec![
                        Cell::new(vec![self.reference(goal)]),
                        Cell::new(what),
                        Cell::new(date(depend.on, awaited)),
                        Cell::new(date(goal, slot.map(|slot| slot.start))),
                        Cell::new(vec![Inline::Strong { content: vec![Inline::text(remark)] }]),
                    ],
                ));
            }
        }
        if rows.is_empty() {
            return chapter;
        }
        chapter.intro.push(vec![Inline::text(self.lang.of(
            "Une ligne par dépendance\u{a0}: ce qui doit être atteint, et pour quand, avant de commencer. Sans autre précision, c’est la fin qui est attendue.",
            "A row a dependency: what must have come, and by when, before starting. Unless told otherwise, the end is awaited.",
        ))]);
        // The last column only where there is something to say.
        let remarks = rows.iter().any(|(remark, _)| !remark.is_empty());
        let mut columns =
            vec![Column::Text { weight: 6 }, Column::Text { weight: 6 }, Column::Text { weight: 4 }, Column::Text { weight: 4 }];
        let mut words = vec![W::GoalOrAction, W::WaitsFor, W::Available, W::Start];
        if remarks {
            columns.push(Column::Text { weight: 3 });
            words.push(W::Remark);
        }
        let rows = rows
            .into_iter()
            .map(|(remark, mut cells)| {
                if !remarks {
                    cells.pop();
                } else if remark.is_empty() {
                    cells[4] = Cell::text("–");
                }
                row(cells)
            })
            .collect();
        let table = Table { dense: false, columns, head: self.head(&words), rows };
        chapter.sections.push(section("", Part { tables: vec![table], ..Part::default() }));
        chapter
    }

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
                roles.push(self.lang.of("parrain de la stratégie", "sponsor of the strategy"));
            }
            if strategy.and_then(|strategy| strategy.is_given(strategy::LEAD)) == Some(person) {
                roles.push(self.lang.of("chef de file de la stratégie", "lead of the strategy"));
            }
            let library = self.plan.sources.get(person.head().source).library;
            if library && owns.is_empty() && contributes.is_empty() && partner.is_empty() && roles.is_empty() {
                continue;
            }
            rows.push(Row { kind: RowKind::Group, cells: vec![Cell::new(vec![self.owner_text(person)]).spanning(2)] });
            let whole = |content: Rich| row(vec![Cell::new(content).spanning(2)]);
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
            rows.push(Row { kind: RowKind::Group, cells: vec![Cell::new(vec![self.hole()]).spanning(2)] });
            rows.extend(orphans.iter().map(|goal| self.owned(*goal)));
        }
        if rows.is_empty() {
            return chapter;
        }
        chapter.intro.push(vec![Inline::text(
            self.lang.of("Qui répond de quoi. Les numéros renvoient aux fiches.", "Who answers for what. The numbers lead to the sheets."),
        )]);
        let columns = vec![Column::Text { weight: 7 }, Column::Text { weight: 4 }];
        let table = Table { dense: false, columns, head: self.head(&[W::GoalOrAction, W::Calendar]), rows };
        chapter.sections.push(section("", Part { tables: vec![table], ..Part::default() }));
        chapter
    }

    /// Of an owner, a sheet in a row of its own: no row grows with how many there are.
    fn owned(&self, goal: Entity<'_>) -> Row {
        row(vec![Cell::new(vec![self.reference(goal)]), Cell::new(self.dates(goal))])
    }

    /// An address that can be written to, or the text as it is.
    fn contact(&self, text: &str) -> Inline {
        let text = text.trim();
        let address = text.split_once('@').is_some_and(|(who, host)| !who.is_empty() && host.contains('.') && !host.contains('@'));
        let odd = |c: char| c.is_whitespace() || c.is_control() || "<>\"?&%,;".contains(c);
        if !address || text.contains(odd) {
            return Inline::text(format!("{}{}{}", self.w(W::Contact), self.colon(), self.text(text)));
        }
        // It may go on the next line before its @.
        let shown = text.replacen('@', "\u{200b}@", 1);
        Inline::Link { href: format!("mailto:{text}"), content: vec![Inline::whole(shown)] }
    }

    pub fn indicators(&self) -> Chapter {
        let mut chapter = self.chapter("indicators", W::Indicators);
        let mut rows = Vec::new();
        for goal in self.plan.sheets() {
            for indicator in goal.indicators() {
                let mut cells = vec![Cell::new(vec![self.short_reference(goal)])];
                cells.extend(self.indicator_cells(indicator, true));
                rows.push(row(cells));
            }
            if self.lacks(goal, Lacks::Child(Concept::Indicator)) {
                let hole = Cell::new(vec![self.hole()]).spanning(4);
                rows.push(row(vec![Cell::new(vec![self.short_reference(goal)]), hole]));
            }
        }
        if rows.is_empty() {
            return chapter;
        }
        let columns = vec![
            Column::Short,
            Column::Text { weight: 9 },
            Column::Text { weight: 4 },
            Column::Text { weight: 4 },
            Column::Text { weight: 4 },
        ];
        let head = self.head(&[W::Number, W::Indicator, W::Baseline, W::LastMeasure, W::Target]);
        chapter.sections.push(section("", Part { tables: vec![Table { dense: false, columns, head, rows }], ..Part::default() }));
        chapter
    }
}
