//! What is drawn over the years: the axes' calendars and the roadmap with its numbered milestones.

use std::ops::Range;

use jiff::civil::Date;

use super::super::model::{Cell, Chapter, Column, Inline, Part, Row, Table};
use super::super::words::W;
use super::sheet::plain;
use super::{Build, Strand, row, wide};
use crate::check::Lacks;
use crate::figure::{Bar, Diamond, Figure, Gantt, Line, Mark, Scale, Strength, brief, gantt};
use crate::figure::{Fill, Pen, Sign};
use crate::language::Concept;
use crate::language::concepts::authority;
use crate::language::concepts::goal::milestone;
use crate::plan::{Entity, Plan, When};
use crate::schedule::Source;

/// The text of a page, in millimetres, upright and lying.
pub const UPRIGHT: f64 = 170.0;
pub const LYING: f64 = 257.0;
/// What a figure may take of its height: two drawings a page, or one.
const UPRIGHT_MOST: f64 = 118.0;
pub const LYING_MOST: f64 = 148.0;

/// Years and parts of years: the morning of a day.
pub fn morning(date: Date) -> f64 {
    f64::from(date.year()) + f64::from(date.day_of_year() - 1) / f64::from(date.days_in_year())
}

/// The evening of a day.
pub fn evening(date: Date) -> f64 {
    f64::from(date.year()) + f64::from(date.day_of_year()) / f64::from(date.days_in_year())
}

/// In the middle of the days that a date may mean.
pub fn middle(when: When) -> f64 {
    (morning(when.first) + evening(when.last)) / 2.0
}

/// The milestones that have a date, in the order of their dates.
pub fn marks(plan: &Plan) -> Vec<Entity<'_>> {
    let mut dated: Vec<(Entity<'_>, When)> = plan
        .sheets()
        .flat_map(|sheet| sheet.milestones())
        .filter_map(|milestone| Some((milestone, milestone.is_given(milestone::ON)?)))
        .collect();
    // In the order of their places on the scale.
    dated.sort_by(|(_, a), (_, b)| middle(*a).total_cmp(&middle(*b)));
    dated.into_iter().map(|(milestone, _)| milestone).collect()
}

/// What a calendar shows beside the bars.
#[derive(Clone, Copy, PartialEq)]
pub enum Beside {
    /// Each sheet's own milestones, without a number.
    Nothing,
    /// Each sheet's own milestones, by their numbers.
    OwnNumbers,
    /// A goal's and its actions', by their numbers.
    Numbers,
    /// What has happened until the day of the document.
    Actual,
}

impl<'a> Build<'a> {
    /// The years of the strategy and of every date in it.
    pub fn scale(&self) -> Option<Scale> {
        let mut years: Vec<i16> = Vec::new();
        let mut add = |when: When| years.extend([when.first.year(), when.last.year()]);
        if let Some(period) = self.plan.period() {
            add(period.start);
            add(period.end);
        }
        for goal in self.plan.sheets() {
            if let Some(slot) = self.slot_held(goal) {
                add(slot.start);
                add(slot.end);
            }
            goal.milestones().filter_map(|milestone| milestone.is_given(milestone::ON)).for_each(&mut add);
        }
        let (first, last) = (*years.iter().min()?, *years.iter().max()?);
        Some(Scale { first, last, today: self.date.map(morning), mandate: self.mandate_end().map(|when| evening(when.last)) })
    }

    /// The end of the term of office in which the plan is made.
    pub fn mandate_end(&self) -> Option<When> {
        Some(self.plan.authority().is()?.is_given(authority::MANDATE)?.end)
    }

    /// An end before its start is an error that the check tells; nothing can be drawn of it.
    pub fn bar(&self, sheet: Entity<'_>) -> Option<Bar> {
        let slot = self.slot_held(sheet)?;
        let bar = Bar { from: morning(slot.start.first), to: evening(slot.end.last), computed: slot.source != Source::Given };
        (slot.start.first <= slot.end.last).then_some(bar)
    }

    fn line(&self, sheet: Entity<'_>, beside: Beside) -> Line {
        let id = sheet.goal_id();
        let bar = self.bar(sheet);
        let undated = bar.is_none() && self.lacks(sheet, Lacks::Dates);
        let mut milestones: Vec<Entity<'_>> = sheet.milestones().collect();
        if beside == Beside::Numbers {
            milestones.extend(sheet.actions().flat_map(|action| action.milestones()));
        }
        let diamond = |milestone: &Entity<'_>| {
            let at = middle(milestone.is_given(milestone::ON)?);
            let number = || self.numbered.get(&milestone.id).map(usize::to_string);
            Some(Diamond { at, number: if matches!(beside, Beside::Numbers | Beside::OwnNumbers) { number() } else { None } })
        };
        Line {
            number: self.number_of(id).to_owned(),
            title: self.title(sheet).text,
            target: Some(format!("g{}", id.0)),
            strength: if sheet.holder().is_some() { Strength::Action } else { Strength::Goal },
            bar,
            actual: if beside == Beside::Actual { self.actual(sheet) } else { None },
            without: undated.then(|| self.w(W::Hole).to_owned()),
            diamonds: milestones.iter().filter_map(diamond).collect(),
        }
    }

    fn signs(&self, lines: &[Line], scale: &Scale, actual: bool) -> Vec<Sign> {
        let strong = |strength| lines.iter().any(|line| line.strength == strength);
        let inside = |at: Option<f64>| at.is_some_and(|at| at > f64::from(scale.first) && at < f64::from(scale.last) + 1.0);
        let today = || {
            let date = self.date.map(|date| self.moment(When::day(date))).unwrap_or_default();
            self.lang.of(format!("Situation au {date}"), format!("As at {date}"))
        };
        let mandate = || {
            let end = self.mandate_end().map(|when| self.moment(when)).unwrap_or_default();
            self.lang.of(format!("Fin du mandat ({end})"), format!("End of the term of office ({end})"))
        };
        let word = |word: W| self.w(word).to_owned();
        let mut signs = Vec::new();
        let mut sign = |used: bool, mark: Mark, words: &dyn Fn() -> String| {
            if used {
                signs.push(Sign { mark, words: words() });
            }
        };
        sign(actual, Mark::Swatch(Fill::Pale, Pen::Edge), &|| word(W::Planned));
        sign(!actual && strong(Strength::Goal), Mark::Swatch(Fill::Accent, Pen::Edge), &|| word(W::Goal));
        sign(!actual && strong(Strength::Action), Mark::Swatch(Fill::Pale, Pen::Edge), &|| word(W::Action));
        let computed = lines.iter().any(|line| line.bar.is_some_and(|bar| bar.computed));
        sign(computed, Mark::Swatch(Fill::White, Pen::Dashed), &|| word(W::LegendComputed));
        sign(lines.iter().any(|line| line.actual.is_some()), Mark::Swatch(Fill::Ink, Pen::None), &|| word(W::LegendActual));
        sign(lines.iter().any(|line| !line.diamonds.is_empty()), Mark::Diamond, &|| word(W::LegendMilestone));
        sign(inside(scale.today), Mark::Upright(Pen::Today), &today);
        sign(inside(scale.mandate), Mark::Upright(Pen::Mandate), &mandate);
        signs
    }

    pub fn calendar(&self, sheets: &[Entity<'_>], scale: &Scale, beside: Beside, look: &Gantt) -> Vec<Figure> {
        let lines: Vec<Line> = sheets.iter().map(|sheet| self.line(*sheet, beside)).collect();
        let signs = self.signs(&lines, scale, look.actual);
        let alt = |rows: Range<usize>| {
            let lead = self.lang.of(
                format!("Calendrier de {} à {}, une barre par fiche : ", lines[rows.start].number, lines[rows.end - 1].number),
                format!("Calendar from {} to {}, a bar a sheet: ", lines[rows.start].number, lines[rows.end - 1].number),
            );
            let phrase = |at: usize| {
                let (number, title, dates) = (&lines[at].number, &lines[at].title, plain(&self.dates_held(sheets[at])));
                self.lang.of(format!("{number} {title} : {dates}. "), format!("{number} {title}: {dates}. "))
            };
            let rest = self.lang.of("La suite est dans les fiches.", "The rest is in the sheets.");
            brief(std::iter::once(lead).chain(rows.map(phrase)), rest).trim_end().to_owned()
        };
        gantt(&lines, scale, &signs, look, alt)
    }

    /// An axis: its goals and actions, their own milestones.
    pub fn axis_calendar(&self, strand: &Strand<'_>, beside: Beside) -> Option<Part> {
        let scale = self.scale()?;
        let sheets: Vec<Entity<'_>> = strand.all().collect();
        if sheets.is_empty() {
            return None;
        }
        let look = Gantt { width: UPRIGHT, label: 82.0, size: 7.8, row: 4.6, most: UPRIGHT_MOST, actual: beside == Beside::Actual };
        let figures = self.calendar(&sheets, &scale, beside, &look);
        Some(Part { figures, caption: Some(self.w(W::AxisCalendar).to_owned()), ..Part::default() })
    }

    /// A bar a goal with numbered milestones, and of a small plan its actions' too; then the milestones by their dates.
    pub fn roadmap(&self) -> Chapter {
        let mut chapter = self.chapter("roadmap", W::Roadmap);
        if self.plan.goals.is_empty() {
            return chapter;
        }
        let Some(scale) = self.scale() else {
            let undated = self.lacks.iter().any(|(_, lacks)| *lacks == Lacks::Dates);
            let mark = if undated { self.hole() } else { Inline::text("–") };
            chapter.intro.push(vec![mark, Inline::text(self.lang.of(" aucune date n’est donnée.", " no date is given."))]);
            return chapter;
        };
        let small = self.is_small();
        let goals = || self.strands.iter().flat_map(|strand| strand.sheets.iter().copied());
        let sheets: Vec<Entity<'_>> = if small { self.strands.iter().flat_map(Strand::all).collect() } else { goals().collect() };
        let look = match small {
            true => Gantt { width: UPRIGHT, label: 82.0, size: 7.8, row: 4.6, most: UPRIGHT_MOST, actual: false },
            false => Gantt { width: LYING, label: 92.0, size: 8.4, row: 5.2, most: LYING_MOST, actual: false },
        };
        let figures = self.calendar(&sheets, &scale, if small { Beside::OwnNumbers } else { Beside::Numbers }, &look);
        let caption = match (self.marks.is_empty(), small) {
            (true, false) => W::RoadmapCaptionBare,
            (false, false) => W::RoadmapCaption,
            (true, true) => W::RoadmapCaptionBareOfAll,
            (false, true) => W::RoadmapCaptionOfAll,
        };
        let part = Part { figures, caption: Some(self.w(caption).to_owned()), ..Part::default() };
        chapter.sections.push(if small { super::section("", part) } else { wide("", part) });
        let rows = self.milestone_rows();
        if !rows.is_empty() {
            let columns = vec![Column::Amount, Column::Short, Column::Text { weight: 1 }, Column::Short];
            let table = Table { dense: true, columns, head: self.head(&[W::Number, W::Date, W::Milestone, W::Sheet]), rows };
            chapter.sections.push(super::section(self.w(W::MilestonesByDate), Part { tables: vec![table], ..Part::default() }));
        }
        chapter
    }

    /// By date; those without one at the end.
    fn milestone_rows(&self) -> Vec<Row> {
        let undated: Vec<Entity<'a>> = self
            .plan
            .sheets()
            .flat_map(|sheet| sheet.milestones())
            .filter(|milestone| milestone.is_given(milestone::ON).is_none())
            .collect();
        let cells = |number: String, milestone: Entity<'a>| {
            let sheet = milestone.parent().filter(|sheet| sheet.is_sheet());
            row(vec![
                Cell::text(number),
                Cell::new(self.milestone_date(milestone)),
                Cell::new(self.label(milestone)),
                Cell::new(sheet.map(|sheet| self.short_reference(sheet)).into_iter().collect()),
            ])
        };
        let dated = self.marks.iter().enumerate().map(|(at, milestone)| cells((at + 1).to_string(), *milestone));
        dated.chain(undated.into_iter().map(|milestone| cells("–".to_owned(), milestone))).collect()
    }

    /// A milestone's date, or a hole.
    pub fn milestone_date(&self, milestone: Entity<'_>) -> Vec<Inline> {
        let seen = milestone.seen(milestone::ON.at).filter(|seen| !seen.is_unread());
        match (seen, milestone.is_given(milestone::ON)) {
            (Some(seen), Some(when)) if matches!(seen.cell.value, crate::plan::Value::Date(_)) => vec![Inline::whole(self.moment(when))],
            (Some(seen), _) => vec![Inline::whole(self.text(&seen.show(self.lang)))],
            (None, _) => vec![self.hole_or_dash(milestone, Lacks::Field(Concept::Milestone, milestone::ON.at))],
        }
    }
}
