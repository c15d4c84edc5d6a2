//! The roadmap: dates as fractions of the whole width, and the same dates in words.

use jiff::civil::Date;

use super::super::model::{Bar, Chapter, Inline, Legend, Rich, Roadmap, RoadmapKind, RoadmapRow, Tick};
use super::super::words::W;
use super::Build;
use crate::check::Lacks;
use crate::language::concepts::goal::milestone;
use crate::plan::Entity;
use crate::plan::When;
use crate::schedule::Source;

/// More years than this and quarters are too narrow to read.
const QUARTERS_UP_TO: i32 = 8;
/// More years than this and they are named by groups.
const NAMES_UP_TO: i32 = 12;

/// No more letters of milestones in one row.
const MOST_LETTERS: usize = 420;

/// Whole years, first and last included.
#[derive(Clone, Copy)]
struct Scale {
    first: i16,
    last: i16,
}

impl Scale {
    fn years(self) -> i32 {
        i32::from(self.last) - i32::from(self.first) + 1
    }

    /// The place of the morning of a day.
    fn place(self, date: Date) -> f64 {
        let within = f64::from(date.day_of_year() - 1) / f64::from(date.days_in_year());
        round((f64::from(i32::from(date.year()) - i32::from(self.first)) + within) / f64::from(self.years()))
    }

    /// The place of the evening of a day.
    fn place_after(self, date: Date) -> f64 {
        let within = f64::from(date.day_of_year()) / f64::from(date.days_in_year());
        round((f64::from(i32::from(date.year()) - i32::from(self.first)) + within) / f64::from(self.years()))
    }
}

/// How much room a run of text takes: a line at least.
fn letters_in(line: &[Inline]) -> usize {
    const LINE: usize = 60;
    let letters = |inline: &Inline| match inline {
        Inline::Text { text } | Inline::Hole { text } | Inline::Code { text } | Inline::Ref { text, .. } | Inline::Whole { text } => {
            text.chars().count()
        }
        Inline::Emph { content } | Inline::Strong { content } | Inline::Link { content, .. } => letters_in(content),
        Inline::Break => LINE,
    };
    line.iter().map(letters).sum::<usize>().div_ceil(LINE).max(1) * LINE
}

/// Four digits are finer than any printer, and the same on every machine.
fn round(place: f64) -> f64 {
    (place.clamp(0.0, 1.0) * 10_000.0).round() / 10_000.0
}

impl Build<'_> {
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
        let mut rows = Vec::new();
        for (at, strand) in self.strands.iter().enumerate() {
            rows.push(RoadmapRow {
                kind: RoadmapKind::Axis,
                title: self.axis_name(at),
                when: Rich::new(),
                milestones: Vec::new(),
                bar: None,
                diamonds: Vec::new(),
            });
            for sheet in strand.all() {
                rows.extend(self.roadmap_rows(sheet, scale));
            }
        }
        let drawn = |f: &dyn Fn(&RoadmapRow) -> bool| rows.iter().any(f);
        let signs = [
            ("goal", W::LegendGoal, true),
            ("action", W::LegendAction, drawn(&|row| row.kind == RoadmapKind::Action)),
            ("computed", W::LegendComputed, drawn(&|row| row.bar.is_some_and(|bar| bar.computed))),
            ("milestone", W::LegendMilestone, drawn(&|row| !row.diamonds.is_empty())),
        ];
        let legend =
            signs.iter().filter(|(.., used)| *used).map(|(sign, word, _)| Legend { sign, text: self.w(*word).to_owned() }).collect();
        chapter.roadmap = Some(Roadmap {
            head: self.w(W::GoalOrAction).to_owned(),
            years: self.years(scale),
            quarters: self.quarters(scale),
            rows,
            legend,
        });
        chapter
    }

    /// The years of the strategy and of every date in it.
    fn scale(&self) -> Option<Scale> {
        let mut years: Vec<i16> = Vec::new();
        let mut add = |when: When| years.extend([when.first.year(), when.last.year()]);
        if let Some(period) = self.plan.period() {
            add(period.start);
            add(period.end);
        }
        for goal in self.plan.sheets() {
            if let Some(slot) = self.analysis.calendar.slot(goal.goal_id()) {
                add(slot.start);
                add(slot.end);
            }
            goal.milestones().filter_map(|milestone| milestone.is_given(milestone::ON)).for_each(&mut add);
        }
        Some(Scale { first: *years.iter().min()?, last: *years.iter().max()? })
    }

    fn years(&self, scale: Scale) -> Vec<Tick> {
        let step = (scale.years() + NAMES_UP_TO - 1) / NAMES_UP_TO;
        let total = f64::from(scale.years());
        (0..scale.years())
            .step_by(step.max(1) as usize)
            .map(|at| Tick {
                text: (i32::from(scale.first) + at).to_string(),
                from: round(f64::from(at) / total),
                to: round(f64::from((at + step).min(scale.years())) / total),
            })
            .collect()
    }

    fn quarters(&self, scale: Scale) -> Vec<Tick> {
        if scale.years() > QUARTERS_UP_TO {
            return Vec::new();
        }
        let mut ticks = Vec::new();
        for year in scale.first..=scale.last {
            for quarter in 1..=4 {
                if let Some(when) = When::quarter(year, quarter) {
                    let text = format!("{}{quarter}", self.lang.of("T", "Q"));
                    ticks.push(Tick { text, from: scale.place(when.first), to: scale.place_after(when.last) });
                }
            }
        }
        ticks
    }

    /// A row, and as many more as its milestones need: none is taller than a part of a page.
    fn roadmap_rows(&self, goal: Entity<'_>, scale: Scale) -> Vec<RoadmapRow> {
        let slot = self.analysis.calendar.slot(goal.goal_id());
        // An end before its start is an error that the check tells; nothing can be drawn of it.
        let bar = slot.filter(|slot| slot.start.first <= slot.end.last).map(|slot| Bar {
            from: scale.place(slot.start.first),
            to: scale.place_after(slot.end.last),
            computed: slot.source != Source::Given,
        });
        let mut when = self.dates(goal);
        if let Some(status) = goal.progress() {
            when.push(Inline::text(format!(", {}", self.status(status).to_lowercase())));
        }
        let kind = if goal.is_action() { RoadmapKind::Action } else { RoadmapKind::Goal };
        let empty = || RoadmapRow { kind, title: Rich::new(), when: Rich::new(), milestones: Vec::new(), bar: None, diamonds: Vec::new() };
        let mut rows = vec![RoadmapRow { title: vec![self.reference(goal)], when, bar, ..empty() }];
        let mut letters = 0;
        for milestone in goal.milestones() {
            let line = self.milestone_line(milestone);
            let long = letters_in(&line);
            if letters + long > MOST_LETTERS && letters > 0 {
                rows.push(empty());
                letters = 0;
            }
            letters += long;
            let row = rows.last_mut().expect("there is a first row");
            row.milestones.push(line);
            // In the middle of the days that the date may mean.
            let on = milestone.is_given(milestone::ON);
            row.diamonds.extend(on.map(|when| round((scale.place(when.first) + scale.place_after(when.last)) / 2.0)));
        }
        rows
    }
}
