//! The sheet of a goal or of an action.

use super::years::YearRow;
use super::*;
use crate::budget;
use crate::document::prose::run_on;
use crate::plan::{Anchor, Depend, Grain, Partner, Reading, Section as Of, Target, When};
use crate::schedule::{Slot, Source};

impl Build<'_> {
    pub fn sheet(&self, id: GoalId) -> Sheet {
        let goal = self.goal_at(id);
        let kind = self.w(if goal.is_action() { W::Action } else { W::Goal });
        Sheet {
            id: format!("g{}", id.0),
            number: self.number_of(id).to_owned(),
            label: kind.to_owned(),
            level: if goal.is_action() { 3 } else { 2 },
            title: self.title(&goal.sheet.header),
            facts: self.sheet_facts(id),
            prose: self.prose(&goal.sheet.header),
            parts: [self.budget_part(id), self.funding_part(id), self.indicators_part(id)].into_iter().flatten().collect(),
            actions: goal.actions.iter().map(|action| self.sheet(*action)).collect(),
        }
    }

    // --- facts ------------------------------------------------------------------------------------------------------

    fn sheet_facts(&self, id: GoalId) -> Vec<Fact> {
        let goal = self.goal_at(id);
        let mut facts = vec![self.fact(W::Owner, self.owner_line(goal))];
        if !goal.contributors.is_empty() {
            facts.push(self.fact(W::Contributors, joined(goal.contributors.iter().map(|owner| self.owner_text(owner.value)), ", ")));
        }
        if !goal.partners.is_empty() {
            let partners = goal.partners.iter().map(|partner| match partner {
                Partner::Owner(owner) => self.owner_text(owner.value),
                Partner::Text(text) => Inline::text(self.text(&text.value)),
            });
            facts.push(self.fact(W::Partners, joined(partners, ", ")));
        }
        if let Some(elected) = &goal.sheet.elected_sponsor {
            facts.push(self.fact(W::ElectedSponsor, vec![Inline::text(self.text(&elected.value))]));
        }
        facts.push(self.fact(W::Calendar, self.calendar_line(id)));
        if let Some(status) = &goal.sheet.status {
            facts.push(self.fact(W::Status, vec![Inline::text(self.status(status.value))]));
        }
        let milestones = self.milestone_lines(id);
        if !milestones.is_empty() {
            facts.push(self.fact(W::Milestones, lines(milestones)));
        }
        if !goal.depends.is_empty() {
            facts.push(self.fact(W::DependsOn, lines(goal.depends.iter().map(|depend| self.depend_line(depend)))));
        }
        let waiting = &self.awaited_by[id.at()];
        if !waiting.is_empty() {
            facts.push(self.fact(W::AwaitedBy, lines(waiting.iter().map(|(who, at)| self.awaited_line(*who, *at)))));
        }
        if self.budget_missing(id) && goal.sheet.budget.is_none() {
            facts.push(self.fact(W::Budget, vec![self.hole()]));
        }
        if self.indicator_missing(id) {
            facts.push(self.fact(W::Indicator, vec![self.hole()]));
        }
        facts
    }

    fn owner_line(&self, goal: &Goal) -> Rich {
        match &goal.owner {
            Field::Given(owner) => vec![self.owner_text(owner.value)],
            _ if self.owner_missing(goal) => vec![self.hole()],
            _ => vec![Inline::text("–")],
        }
    }

    /// For a narrow column: the acronym if there is one.
    pub fn owner_cell(&self, goal: &Goal) -> Rich {
        match &goal.owner {
            Field::Given(owner) => vec![self.owner_short(owner.value)],
            _ => self.owner_line(goal),
        }
    }

    /// The dates, with where they come from, and the duration.
    fn calendar_line(&self, id: GoalId) -> Rich {
        let mut line = self.dates(id);
        match self.analysis.calendar.slot(id) {
            Some(Slot { source: Source::Actions, .. }) => {
                line.push(Inline::text(self.lang.of(", d’après ses actions", ", from its actions")));
            }
            Some(Slot { source: Source::Placed, .. }) => {
                line.push(Inline::text(self.lang.of(", après ce dont il dépend", ", after what it depends on")));
            }
            _ => {}
        }
        if let Some(duration) = self.goal_at(id).sheet.duration.get() {
            let duration = duration.value.show(self.lang).replace(' ', "\u{a0}");
            line.push(Inline::text(self.lang.of(format!("\u{202f}; durée\u{a0}: {duration}"), format!("; duration: {duration}"))));
        }
        line
    }

    /// `janvier 2027 – juin 2028`, with "(dates calculées)" where nobody wrote them; a hole where there are none.
    pub fn dates(&self, id: GoalId) -> Rich {
        let mut out = match self.analysis.calendar.slot(id) {
            Some(slot) => {
                let computed = slot.source != Source::Given;
                let mut dates = vec![Inline::whole(self.span_text(slot.start, slot.end))];
                if computed {
                    dates.push(Inline::whole(format!(" ({})", self.w(W::ComputedDates))));
                }
                dates
            }
            None if self.dates_missing(id) => vec![self.hole()],
            None => vec![Inline::text("–")],
        };
        let unread = matches!(self.goal_at(id).sheet.period, Field::Unknown);
        if unread && self.analysis.calendar.slot(id).is_some() {
            out.extend([Inline::text(" "), self.hole()]);
        }
        if self.analysis.graph.knots[id.at()].is_some() && self.analysis.calendar.slot(id).is_none() {
            out.push(Inline::text(format!(" ({})", lower(self.w(W::InLoop)))));
        }
        out
    }

    /// Computed days that bound whole months are written as months.
    fn span_text(&self, start: When, end: When) -> String {
        let months = start.grain == Grain::Day && end.grain == Grain::Day && start.first.day() == 1 && end.last == end.last.last_of_month();
        let (start, end) = match months {
            true => (When { grain: Grain::Month, ..start }, When { grain: Grain::Month, ..end }),
            false => (start, end),
        };
        let bound = |when: When| when.show(self.lang).replace(' ', "\u{a0}");
        let (start, end) = (bound(start), bound(end));
        if start == end { start } else { format!("{start} – {end}") }
    }

    /// A date, its day bound to its month.
    pub fn moment(&self, when: When) -> String {
        let text = when.show(self.lang);
        if when.grain == Grain::Month || when.grain == Grain::Year { text } else { text.replacen(' ', "\u{a0}", 1) }
    }

    // --- dependencies -----------------------------------------------------------------------------------------------

    /// `1.2 Identité (jalon « Ouverture », décembre 2027)`
    pub fn depend_line(&self, depend: &Depend) -> Rich {
        vec![self.reference(depend.on.goal()), Inline::text(format!(" ({})", self.depend_detail(depend)))]
    }

    /// `fin, décembre 2027, plus 3 mois : mars 2028`
    pub fn depend_detail(&self, depend: &Depend) -> String {
        let what = self.depend_what(depend);
        let awaited = |depend: &Depend| self.analysis.calendar.awaited(self.plan, depend).map(|when| self.moment(when));
        let undelayed = Depend { delay: None, ..*depend };
        let mut text = match awaited(&undelayed) {
            Some(when) => format!("{what}, {when}"),
            None => format!("{what}, {}", self.lang.of("date inconnue", "date unknown")),
        };
        if let Some(delay) = depend.delay {
            let delay = delay.show(self.lang).replace(' ', "\u{a0}");
            text += &self.lang.of(format!(", plus {delay}"), format!(", plus {delay}"));
            if let Some(when) = awaited(depend) {
                text += &format!("{}{when}", self.colon());
            }
        }
        text
    }

    /// `fin`, `début`, `jalon « Ouverture »`
    pub fn depend_what(&self, depend: &Depend) -> String {
        match (depend.on, depend.anchor) {
            (Target::Milestone(goal, at), _) => {
                let milestone = self.goal_at(goal).sheet.milestones.get(at as usize);
                let title = milestone.map(|milestone| plain(&self.label(&milestone.header))).unwrap_or_default();
                self.lang.of(format!("jalon «\u{a0}{title}\u{a0}»"), format!("milestone \"{title}\""))
            }
            (Target::Goal(_), Anchor::Start) => self.lang.of("début", "start").to_owned(),
            (Target::Goal(_), Anchor::End) => self.lang.of("fin", "end").to_owned(),
        }
    }

    fn awaited_line(&self, who: GoalId, at: usize) -> Rich {
        let mut line = vec![self.reference(who)];
        if let Some(depend) = self.goal_at(who).depends.get(at) {
            let delay = depend.delay.map(|delay| format!(" + {}", delay.show(self.lang).replace(' ', "\u{a0}"))).unwrap_or_default();
            line.push(Inline::text(format!(" ({}{delay})", self.depend_what(depend))));
        }
        line
    }

    // --- money ------------------------------------------------------------------------------------------------------

    fn budget_part(&self, id: GoalId) -> Option<Part> {
        let goal = self.goal_at(id);
        let mut part = Part { label: format!("{} ({})", self.w(W::Budget), self.w(W::InEuros)), ..Part::default() };
        if goal.sheet.budget.as_ref().is_some_and(|budget| budget.damaged) {
            part.text
                .push(vec![self.hole(), Inline::text(self.lang.of(" un montant n’a pas pu être lu.", " an amount could not be read."))]);
        }
        let whole = self.cost_by_year(id, None);
        if whole.is_empty() {
            // A budget that is not there at all is a fact's hole.
            return (!part.text.is_empty()).then_some(part);
        }
        let years: Vec<i16> = whole.keys().copied().collect();
        let mut rows = Vec::new();
        for section in Of::BOTH {
            let amounts = self.cost_by_year(id, Some(section));
            if !amounts.is_empty() {
                rows.push(YearRow::new(vec![Inline::text(section.show(self.lang))], amounts));
            }
        }
        if rows.len() > 1 {
            rows.push(YearRow::new(vec![Inline::text(self.w(W::Total))], whole).kind(RowKind::Total));
        }
        part.tables = self.year_tables(self.w(W::Section), 90, &years, &rows);
        part.notes.extend(self.budget_note(id));
        Some(part)
    }

    /// Where the amounts come from, when they are not all the sheet's own.
    fn budget_note(&self, id: GoalId) -> Option<Rich> {
        let goal = self.goal_at(id);
        let costed: Vec<GoalId> = goal.actions.iter().copied().filter(|action| self.cost(*action).is_some()).collect();
        if let Some(parent) = goal.parent {
            let whole = self.goal_at(parent).sheet.budget.is_some();
            let text = if whole {
                self.lang.of("Part du budget de l’objectif ", "Part of the budget of goal ")
            } else {
                self.lang.of("Compté dans le coût de l’objectif ", "Counted in the cost of goal ")
            };
            return Some(vec![Inline::text(text), self.short_reference(parent), Inline::text(".")]);
        }
        if costed.is_empty() {
            return None;
        }
        let list = joined(costed.iter().map(|action| self.short_reference(*action)), ", ");
        let mut note = if goal.sheet.budget.is_some() {
            let parts: Money = costed.iter().filter_map(|action| self.cost(*action)).sum();
            let text = self.lang.of(
                format!("Dont {} détaillés dans les fiches des actions ", self.euros(parts)),
                format!("Of which {} told in the sheets of actions ", self.euros(parts)),
            );
            vec![Inline::text(text)]
        } else {
            vec![Inline::text(self.lang.of("Somme des budgets de ses actions ", "Sum of the budgets of its actions "))]
        };
        note.extend(list);
        note.push(Inline::text("."));
        Some(note)
    }

    fn funding_part(&self, id: GoalId) -> Option<Part> {
        let funding = self.goal_at(id).sheet.funding.as_ref()?;
        let mut part = Part { label: format!("{} ({})", self.w(W::Funding), self.w(W::InEuros)), ..Part::default() };
        if funding.damaged || funding.lines.is_empty() {
            part.text.push(vec![self.hole()]);
        }
        if funding.lines.is_empty() {
            return Some(part);
        }
        let complete = budget::complete(self.plan, self.goal_at(id));
        let mut rows = Vec::new();
        for line in &funding.lines {
            let share = line.share.value;
            let mut source = vec![Inline::text(self.text(&line.source.value))];
            source.extend(self.share_text(share).map(|text| Inline::text(format!(", {text}"))));
            let status = match line.status {
                Some(Word::Secured) => vec![Inline::text(self.w(W::Secured))],
                Some(Word::Sought) => vec![Inline::text(self.w(W::Sought))],
                _ => vec![self.hole()],
            };
            rows.push(row(vec![Cell::new(source), Cell::new(status), self.amount_cell(Some(budget::funded(self.plan, id, share)))]));
        }
        let funded = self.funded(id);
        let mut total = |label: &str, money: Option<Money>| {
            let amount = money.map_or_else(|| Cell::new(vec![self.hole()]), |money| Cell::text(self.amount(money)));
            rows.push(Row { kind: RowKind::Total, cells: vec![Cell::text(label).spanning(2), amount] });
        };
        if funding.lines.len() > 1 {
            total(self.w(W::FundingTotal), Some(funded.total()));
        }
        let cost = complete.then(|| budget::cost(self.plan, id, None));
        total(self.w(W::OwnShare), cost.map(|cost| cost - funded.total()));
        if funded.secured != funded.total() {
            total(self.w(W::OwnShareSecured), cost.map(|cost| cost - funded.secured));
        }
        let columns = vec![Column::Text { weight: 1 }, Column::Short, Column::Amount];
        part.tables.push(Table { dense: false, columns, head: self.head(&[W::Funder, W::Status, W::Amount]), rows });
        Some(part)
    }

    // --- milestones and indicators ----------------------------------------------------------------------------------

    /// `Ouverture au public, décembre 2027`
    pub fn milestone_line(&self, milestone: &crate::plan::Milestone) -> Rich {
        let mut line = self.label(&milestone.header);
        line.push(Inline::text(", "));
        line.extend(self.or_hole(&milestone.on, |(when, _)| vec![Inline::whole(self.moment(*when))]));
        line
    }

    /// A line each, with what is said of it.
    fn milestone_lines(&self, id: GoalId) -> Vec<Rich> {
        let line = |milestone: &crate::plan::Milestone| {
            let mut line = self.milestone_line(milestone);
            let content = run_on(&self.prose(&milestone.header));
            if !content.is_empty() {
                line.extend([Inline::text(self.colon()), Inline::Emph { content }]);
            }
            line
        };
        self.goal_at(id).sheet.milestones.iter().map(line).collect()
    }

    fn indicators_part(&self, id: GoalId) -> Option<Part> {
        let goal = self.goal_at(id);
        if goal.sheet.indicators.is_empty() {
            return None;
        }
        let mut part = Part { label: self.w(W::Indicators).to_owned(), ..Part::default() };
        let rows = goal.sheet.indicators.iter().map(|indicator| row(self.indicator_cells(indicator, false)));
        let columns = vec![Column::Text { weight: 9 }, Column::Text { weight: 4 }, Column::Text { weight: 4 }, Column::Text { weight: 4 }];
        let head = self.head(&[W::Indicator, W::Baseline, W::Measures, W::Target]);
        part.tables.push(Table { dense: false, columns, head, rows: rows.collect() });
        Some(part)
    }

    /// What is measured and where from, baseline, measures (all, or the last), target.
    pub fn indicator_cells(&self, indicator: &crate::plan::Indicator, last_only: bool) -> Vec<Cell> {
        let unit = indicator.unit.as_ref().map(|unit| self.text(&unit.value));
        let reading = |reading: &Reading| {
            let value = reading.show(unit.as_deref(), self.lang).replacen(' ', "\u{a0}", 1);
            match reading.on {
                Some((when, _)) => vec![Inline::text(value), Inline::Break, Inline::whole(format!("({})", self.moment(when)))],
                None => vec![Inline::text(value)],
            }
        };
        let measures: Vec<Rich> = match last_only {
            true => {
                indicator.measured.iter().max_by_key(|measure| measure.on.map(|(when, _)| when.last)).map(reading).into_iter().collect()
            }
            false => indicator.measured.iter().map(reading).collect(),
        };
        let measures = if measures.is_empty() { vec![Inline::text("–")] } else { lines(measures) };
        let mut title = self.label(&indicator.header);
        let content = run_on(&self.prose(&indicator.header));
        if !content.is_empty() {
            title.extend([Inline::Break, Inline::Emph { content }]);
        }
        for (word, text) in [(W::Source, &indicator.source), (W::Frequency, &indicator.frequency)] {
            if let Some(text) = text {
                title.extend([Inline::Break, Inline::text(format!("{}{}{}", self.w(word), self.colon(), self.text(&text.value)))]);
            }
        }
        vec![
            Cell::new(title),
            Cell::new(self.or_hole(&indicator.baseline, reading)),
            Cell::new(measures),
            Cell::new(self.or_hole(&indicator.target, reading)),
        ]
    }

    /// The title of a milestone or an indicator, or its name: either will do.
    pub fn label(&self, header: &Header) -> Rich {
        match (self.title(header), self.name(header)) {
            (Title { hole: true, .. }, Some(name)) => vec![Inline::text(name)],
            (Title { hole: true, text }, None) => vec![Inline::Hole { text }],
            (Title { text, .. }, _) => vec![Inline::text(text)],
        }
    }
}

/// The words of a run, without its looks.
pub fn plain(content: &[Inline]) -> String {
    content
        .iter()
        .map(|inline| match inline {
            Inline::Text { text } | Inline::Hole { text } | Inline::Code { text } | Inline::Whole { text } | Inline::Ref { text, .. } => {
                text.clone()
            }
            Inline::Emph { content } | Inline::Strong { content } | Inline::Link { content, .. } => plain(content),
            Inline::Break => " ".to_owned(),
        })
        .collect()
}

fn lower(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_lowercase().chain(chars).collect()).unwrap_or_default()
}
