//! What the plan does not say and the document needs: the same rules as the checks of that name, and whatever could
//! not be read.

use super::*;

/// One thing that is missing: of a goal, an axis' title, or the strategy itself.
pub struct Missing {
    pub goal: Option<GoalId>,
    pub what: Vec<String>,
}

impl Build<'_> {
    /// Given up: its holes are nobody's.
    pub fn abandoned(&self, goal: &Goal) -> bool {
        goal.sheet.status.is_some_and(|status| status.value == Word::Abandoned)
    }

    pub fn owner_missing(&self, goal: &Goal) -> bool {
        matches!(goal.owner, Field::Unknown) || (goal.owner.is_absent() && !self.abandoned(goal))
    }

    /// No date is known, or one could not be read.
    pub fn dates_missing(&self, id: GoalId) -> bool {
        let goal = self.goal_at(id);
        let unread = matches!(goal.sheet.period, Field::Unknown) || matches!(goal.sheet.duration, Field::Unknown);
        unread || (self.analysis.calendar.slot(id).is_none() && !self.abandoned(goal))
    }

    /// A goal without a figure, its actions' included; an action may have none.
    pub fn budget_missing(&self, id: GoalId) -> bool {
        let goal = self.goal_at(id);
        let damaged = goal.sheet.budget.as_ref().is_some_and(|budget| budget.damaged);
        let none = goal.sheet.budget.is_none() && !goal.is_action() && !self.costed_by_actions(id);
        damaged || (none && !self.abandoned(goal))
    }

    pub fn indicator_missing(&self, id: GoalId) -> bool {
        let goal = self.goal_at(id);
        let measured = |goal: &Goal| !goal.sheet.indicators.is_empty();
        !goal.is_action() && !measured(goal) && !goal.actions.iter().any(|action| measured(self.goal_at(*action))) && !self.abandoned(goal)
    }

    fn untitled(&self, header: &Header) -> bool {
        self.title(header).hole
    }

    /// In the order of the document.
    pub fn missing(&self) -> Vec<Missing> {
        let mut all: Vec<Missing> = Vec::new();
        let mut whole = |what: String| all.push(Missing { goal: None, what: vec![what] });
        let title = self.w(W::Title);
        match &self.plan.strategy {
            None => [title, self.w(W::Period), self.w(W::Lead), self.w(W::Sponsor), self.w(W::Envelope)]
                .into_iter()
                .for_each(|what| whole(what.to_owned())),
            Some(strategy) => {
                let lacks = [
                    (self.untitled(&strategy.header), title),
                    (strategy.period.get().is_none(), self.w(W::Period)),
                    (strategy.lead.get().is_none(), self.w(W::Lead)),
                    (strategy.sponsor.get().is_none(), self.w(W::Sponsor)),
                    (!self.has_envelope(), self.w(W::Envelope)),
                ];
                lacks.iter().filter(|(lacks, _)| *lacks).for_each(|(_, what)| whole((*what).to_owned()));
            }
        }
        if self.plan.authority().is_none() {
            whole(self.w(W::Authority).to_owned());
        }
        if self.plan.goals.is_empty() {
            whole(self.lang.of("aucun objectif n’est déclaré", "no goal is declared").into());
        }
        for (at, axis) in self.plan.axes.iter().enumerate() {
            if self.untitled(&axis.header) {
                whole(format!("{}\u{a0}{}{}{title}", self.w(W::Axis), at + 1, self.colon()));
            }
        }
        for id in self.plan.goal_ids() {
            let what = self.missing_of(id);
            if !what.is_empty() {
                all.push(Missing { goal: Some(id), what });
            }
        }
        // One entry a thing, so that they can be counted.
        all.into_iter()
            .flat_map(|missing| missing.what.into_iter().map(move |what| Missing { goal: missing.goal, what: vec![what] }))
            .collect()
    }

    fn missing_of(&self, id: GoalId) -> Vec<String> {
        let goal = self.goal_at(id);
        let mut what = Vec::new();
        let mut lacks = |lacks: bool, word: &str| {
            if lacks {
                what.push(word.to_owned());
            }
        };
        lacks(self.untitled(&goal.sheet.header), self.w(W::Title));
        lacks(self.owner_missing(goal), self.w(W::Owner));
        lacks(self.dates_missing(id), self.w(W::Calendar));
        lacks(self.budget_missing(id), self.w(W::Budget));
        lacks(self.indicator_missing(id), self.w(W::Indicator));
        if let Some(funding) = &goal.sheet.funding {
            lacks(funding.damaged || funding.lines.is_empty(), self.w(W::Funding));
            for line in funding.lines.iter().filter(|line| line.status.is_none()) {
                let source = self.text(&line.source.value);
                lacks(
                    true,
                    &self.lang.of(format!("état du financement «\u{a0}{source}\u{a0}»"), format!("status of the funding \"{source}\"")),
                );
            }
        }
        for milestone in goal.sheet.milestones.iter().filter(|milestone| milestone.on.get().is_none()) {
            let title = self.title(&milestone.header).text;
            lacks(true, &self.lang.of(format!("date du jalon «\u{a0}{title}\u{a0}»"), format!("date of the milestone \"{title}\"")));
        }
        for indicator in &goal.sheet.indicators {
            let title = self.title(&indicator.header).text;
            if indicator.baseline.get().is_none() {
                lacks(true, &self.lang.of(format!("valeur de départ de «\u{a0}{title}\u{a0}»"), format!("baseline of \"{title}\"")));
            }
            if indicator.target.get().is_none() {
                lacks(true, &self.lang.of(format!("cible de «\u{a0}{title}\u{a0}»"), format!("target of \"{title}\"")));
            }
        }
        what
    }

    pub fn missing_chapter(&self, missing: &[Missing]) -> Chapter {
        let mut rows: Vec<(Option<GoalId>, Vec<Rich>)> = Vec::new();
        for item in missing {
            let what = item.what.iter().map(|what| vec![Inline::text(what.clone())]);
            match rows.last_mut() {
                Some((goal, whats)) if *goal == item.goal => whats.extend(what),
                _ => rows.push((item.goal, what.collect())),
            }
        }
        let rows = rows.into_iter().map(|(goal, whats)| {
            let place = goal.map_or_else(|| Inline::text(self.w(W::Strategy)), |id| self.reference(id));
            row(vec![Cell::new(vec![place]), Cell::new(lines(whats))])
        });
        let table = Table {
            dense: false,
            columns: vec![Column::Text { weight: 1 }, Column::Text { weight: 1 }],
            head: self.head(&[W::Where, W::MissingItem]),
            rows: rows.collect(),
        };
        let mut chapter = self.chapter("missing", W::Missing);
        let text = self.lang.of(
            "Chaque élément de cette liste est signalé à sa place dans le document.",
            "Each item of this list is marked where it belongs in the document.",
        );
        chapter.intro.push(vec![Inline::text(text)]);
        chapter.sections.push(section("", Part { tables: vec![table], ..Part::default() }));
        chapter
    }
}
