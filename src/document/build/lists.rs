//! The tables across goals: who waits for what, who owns what, what is measured.

use super::*;
use crate::document::prose::run_on;
use crate::plan::{Partner, Target};

impl Build<'_> {
    /// A row for each dependency, in the order of the plan.
    pub fn dependencies(&self) -> Chapter {
        let mut chapter = self.chapter("dependencies", W::Dependencies);
        let mut rows = Vec::new();
        for id in self.plan.goal_ids() {
            let goal = self.goal_at(id);
            for depend in &goal.depends {
                let awaited = self.analysis.calendar.awaited(self.plan, depend);
                let slot = self.analysis.calendar.slot(id);
                let other = depend.on.goal();
                let knots = &self.analysis.graph.knots;
                let remark = match (awaited, goal.sheet.period.get()) {
                    _ if knots[id.at()].is_some() && knots[id.at()] == knots[other.at()] => self.w(W::InLoop),
                    (Some(awaited), Some(period)) if period.start.last < awaited.first => self.w(W::TooEarly),
                    _ => "",
                };
                let mut what = vec![self.reference(other)];
                let delay = depend.delay.map(|delay| format!(" + {}", delay.show(self.lang).replace(' ', "\u{a0}"))).unwrap_or_default();
                if depend.delay.is_some() || matches!(depend.on, Target::Milestone(..)) || depend.anchor == crate::plan::Anchor::Start {
                    what.push(Inline::text(format!(" ({}{delay})", self.depend_what(depend))));
                }
                let date =
                    |when: Option<crate::plan::When>| when.map_or_else(|| vec![self.hole()], |when| vec![Inline::whole(self.moment(when))]);
                rows.push((
                    remark,
                    vec![
                        Cell::new(vec![self.reference(id)]),
                        Cell::new(what),
                        Cell::new(date(awaited)),
                        Cell::new(date(slot.map(|slot| slot.start))),
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
        let strategy = self.plan.strategy.as_ref();
        let mut rows = Vec::new();
        for at in 0..self.plan.owners.len() {
            let id = OwnerId(at as u32);
            let (mut owns, mut contributes, mut partner) = (Vec::new(), Vec::new(), Vec::new());
            for goal in self.plan.goal_ids() {
                let sheet = self.goal_at(goal);
                if sheet.owner.get().is_some_and(|owner| owner.value == id) {
                    owns.push(goal);
                }
                if sheet.contributors.iter().any(|owner| owner.value == id) {
                    contributes.push(goal);
                }
                if sheet.partners.iter().any(|owner| matches!(owner, Partner::Owner(owner) if owner.value == id)) {
                    partner.push(goal);
                }
            }
            let mut roles = Vec::new();
            if strategy.and_then(|strategy| strategy.sponsor.get()).is_some_and(|owner| owner.value == id) {
                roles.push(self.lang.of("parrain de la stratégie", "sponsor of the strategy"));
            }
            if strategy.and_then(|strategy| strategy.lead.get()).is_some_and(|owner| owner.value == id) {
                roles.push(self.lang.of("chef de file de la stratégie", "lead of the strategy"));
            }
            if owns.is_empty() && contributes.is_empty() && partner.is_empty() && roles.is_empty() {
                continue;
            }
            let owner = self.plan.owner(id);
            let mut who = vec![Inline::Strong { content: vec![self.owner_text(id)] }];
            for role in roles {
                who.extend([Inline::Break, Inline::text(role)]);
            }
            if let Some(contact) = &owner.contact {
                who.extend([Inline::Break, self.contact(&contact.value)]);
            }
            let said = run_on(&self.prose(&owner.header));
            if !said.is_empty() {
                who.extend([Inline::Break, Inline::Emph { content: said }]);
            }
            let mut helps = self.references(&contributes);
            if !partner.is_empty() {
                if contributes.is_empty() {
                    helps.clear();
                } else {
                    helps.push(Inline::Break);
                }
                helps.push(Inline::text(format!("{} ", self.w(W::PartnerOf))));
                helps.extend(joined(partner.iter().map(|goal| self.short_reference(*goal)), ", "));
            }
            rows.push(row(vec![Cell::new(who), Cell::new(self.full_references(&owns)), Cell::new(helps)]));
        }
        let orphans: Vec<GoalId> = self.plan.goal_ids().filter(|id| self.owner_missing(self.goal_at(*id))).collect();
        if !orphans.is_empty() {
            rows.push(row(vec![Cell::new(vec![self.hole()]), Cell::new(self.full_references(&orphans)), Cell::text("–")]));
        }
        if rows.is_empty() {
            return chapter;
        }
        chapter.intro.push(vec![Inline::text(
            self.lang.of("Qui répond de quoi. Les numéros renvoient aux fiches.", "Who answers for what. The numbers lead to the sheets."),
        )]);
        let columns = vec![Column::Text { weight: 6 }, Column::Text { weight: 7 }, Column::Text { weight: 4 }];
        let table = Table { dense: false, columns, head: self.head(&[W::Who, W::Owns, W::ContributesTo]), rows };
        chapter.sections.push(section("", Part { tables: vec![table], ..Part::default() }));
        chapter
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

    fn references(&self, goals: &[GoalId]) -> Rich {
        match goals {
            [] => vec![Inline::text("–")],
            _ => joined(goals.iter().map(|goal| self.short_reference(*goal)), ", "),
        }
    }

    fn full_references(&self, goals: &[GoalId]) -> Rich {
        match goals {
            [] => vec![Inline::text("–")],
            _ => lines(goals.iter().map(|goal| vec![self.reference(*goal)])),
        }
    }

    pub fn indicators(&self) -> Chapter {
        let mut chapter = self.chapter("indicators", W::Indicators);
        let mut rows = Vec::new();
        for id in self.plan.goal_ids() {
            for indicator in &self.goal_at(id).sheet.indicators {
                let mut cells = vec![Cell::new(vec![self.short_reference(id)])];
                cells.extend(self.indicator_cells(indicator, true));
                rows.push(row(cells));
            }
            if self.indicator_missing(id) {
                let hole = Cell::new(vec![self.hole()]).spanning(4);
                rows.push(row(vec![Cell::new(vec![self.short_reference(id)]), hole]));
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
