//! An axis: an opener of a page (its words, figures, calendar, money, what it is to change), then a sheet each.

use super::super::model::{AxisChapter, Inline, Number, Part};
use super::super::words::W;
use super::calendar::Beside;
use super::{Build, Strand};
use crate::budget;
use crate::plan::{Money, Section as Of};

impl Build<'_> {
    pub fn axis(&self, at: usize, strand: &Strand<'_>) -> AxisChapter {
        let number = (at + 1).to_string();
        let (axis, goals) = (strand.axis, &strand.sheets);
        // What a small axis says on a page of its own, the chapters of a small plan say once for all.
        let mut parts: Vec<Part> = Vec::new();
        if !self.is_small() {
            parts.extend(self.axis_calendar(strand, Beside::Nothing));
            parts.extend(self.axis_columns(strand));
            parts.extend(self.axis_indicators(strand));
        }
        parts.extend(axis.into_iter().flat_map(|axis| self.parts(axis).into_iter().chain(self.remarks([axis]))));
        AxisChapter {
            id: format!("a{at}"),
            label: axis.map(|_| format!("{}\u{a0}{number}", self.w(W::Axis))).unwrap_or_default(),
            number,
            running: super::shortened(&self.strand_title(strand).text, 60),
            title: self.strand_title(strand),
            facts: axis.map(|axis| self.axis_facts(axis)).unwrap_or_default(),
            prose: axis.map(|axis| self.prose(axis)).unwrap_or_default(),
            numbers: self.axis_numbers(strand),
            parts,
            goals: goals.iter().map(|goal| self.sheet(*goal)).collect(),
        }
    }

    /// What its goals cost, in one section or in all; none if no figure is given.
    pub fn strand_cost(&self, strand: &Strand<'_>, of: Option<Of>) -> Option<Money> {
        let costed = || strand.sheets.iter().filter(|goal| goal.is_counted() && self.cost(**goal).is_some());
        costed().next()?;
        Some(costed().map(|goal| budget::cost(*goal, of)).sum())
    }

    fn axis_numbers(&self, strand: &Strand<'_>) -> Vec<Number> {
        if strand.sheets.is_empty() || self.is_small() {
            return Vec::new();
        }
        let all: Vec<_> = strand.all().collect();
        let actions = all.iter().filter(|sheet| sheet.is_action()).count();
        let goals = all.len() - actions;
        let mut numbers = Vec::new();
        let number = |value: String, label: &str, detail: Option<String>| Number {
            value: vec![Inline::text(value)],
            label: label.to_owned(),
            detail,
        };
        let of_actions = (actions > 0 && goals > 0).then(|| self.many(actions, W::Action, W::Actions));
        match goals {
            0 => numbers.push(number(actions.to_string(), &self.one_or_more(actions, W::Action, W::Actions), None)),
            _ => numbers.push(number(goals.to_string(), &self.one_or_more(goals, W::Goal, W::Goals), of_actions)),
        }
        if let Some(cost) = self.strand_cost(strand, None) {
            let asked = self.asked();
            let share = (!asked.is_zero()).then(|| {
                let share = self.percent(cost, asked);
                self.lang.of(format!("{share} du plan"), format!("{share} of the plan"))
            });
            numbers.push(number(self.millions(cost), &super::lower(self.w(W::Cost)), share));
            let [investment, operating] = Of::BOTH.map(|of| self.strand_cost(strand, Some(of)).unwrap_or_default());
            let detail = (!operating.is_zero()).then(|| {
                let operating = self.millions(operating);
                self.lang.of(format!("{operating} de fonctionnement"), format!("{operating} operating"))
            });
            numbers.push(number(self.millions(investment), &super::lower(self.w(W::Investment)), detail));
        }
        let milestones = all.iter().flat_map(|sheet| sheet.milestones()).count();
        let indicators = all.iter().flat_map(|sheet| sheet.indicators()).count();
        let measured = (indicators > 0).then(|| self.many(indicators, W::Indicator, W::Indicators));
        numbers.push(number(milestones.to_string(), &self.one_or_more(milestones, W::Milestone, W::Milestones), measured));
        numbers
    }

    /// `3 objectifs`
    pub fn many(&self, count: usize, one: W, more: W) -> String {
        format!("{count}\u{a0}{}", self.one_or_more(count, one, more))
    }

    /// In French nothing is one, in English it is many.
    pub fn one_or_more(&self, count: usize, one: W, more: W) -> String {
        let single = self.lang.of(count < 2, count == 1);
        super::lower(self.w(if single { one } else { more }))
    }
}
