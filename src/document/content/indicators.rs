//! The indicators: in an axis what it is to change, and over the whole plan each one's way from its start to its targets.

use super::super::model::{Cell, Chapter, Column, Inline, Part, Picture, Rich, Table};
use super::super::words::W;
use super::calendar::middle;
use super::sheet::plain;
use super::{Build, Strand, row, section};
use crate::check::Lacks;
use crate::figure::{Figure, Point, Scale, Trajectory, trajectory};
use crate::language::Concept;
use crate::language::concepts::indicator::reading;
use crate::plan::{Entity, Figure as Read, Measure, When};
use rust_decimal::prelude::ToPrimitive;

/// More than this and there is a table in the place of drawings.
const MOST_DRAWN: usize = 40;

/// What an indicator was, is to be and was measured to be.
pub struct Series {
    pub start: Option<Point>,
    pub measured: Vec<Point>,
    pub targets: Vec<Point>,
    pub percent: bool,
}

impl Series {
    /// What it is to be at a moment: between the points that the plan gives, on the straight way from one to the next.
    pub fn expected(&self, at: f64) -> Option<f64> {
        let points: Vec<Point> = self.start.iter().chain(&self.targets).copied().collect();
        let (first, last) = (points.first()?, points.last()?);
        if at >= last.at {
            return Some(last.value);
        }
        if at <= first.at {
            return self.start.map(|start| start.value);
        }
        let pair = points.windows(2).find(|pair| pair[0].at <= at && at <= pair[1].at)?;
        let part = (at - pair[0].at) / (pair[1].at - pair[0].at).max(f64::EPSILON);
        Some(pair[0].value + part * (pair[1].value - pair[0].value))
    }

    /// Is the last measure where it is to be, or better? None where that cannot be told.
    pub fn on_its_way(&self) -> Option<bool> {
        let (measured, start, target) = (self.measured.last()?, self.start?, self.targets.last()?);
        let expected = self.expected(measured.at)?;
        Some(if target.value >= start.value { measured.value >= expected } else { measured.value <= expected })
    }
}

impl Build<'_> {
    /// The last target of an indicator, and its year.
    pub fn last_target<'e>(&self, indicator: Entity<'e>) -> Option<Entity<'e>> {
        let dated = |target: &Entity<'e>| target.is_given(reading::ON).map(|when| when.end.last);
        indicator.all(Concept::Target).max_by_key(dated)
    }

    /// The value of a reading in words, without its date.
    pub fn reading_value(&self, indicator: Entity<'_>, of: Option<Entity<'_>>, concept: Concept) -> Rich {
        match of {
            Some(of) => self.reading_of(indicator, of),
            None => vec![self.hole_or_dash(indicator, Lacks::Child(concept))],
        }
    }

    /// The year by which a target is to be reached.
    pub fn reading_year(&self, indicator: Entity<'_>, of: Option<Entity<'_>>) -> Rich {
        let year = |when: When| when.last.year().to_string();
        match of.and_then(|of| of.is_given(reading::ON)) {
            Some(when) => vec![Inline::text(year(when.end))],
            None if self.lacks(indicator, Lacks::TargetDate) => vec![self.hole()],
            None => vec![Inline::text("–")],
        }
    }

    /// Number, title, baseline, target, year.
    pub fn indicator_row(&self, sheet: Entity<'_>, indicator: Entity<'_>) -> Vec<Cell> {
        let baseline = indicator.all(Concept::Baseline).next();
        let target = self.last_target(indicator);
        vec![
            Cell::new(vec![self.short_reference(sheet)]),
            Cell::new(self.label(indicator)),
            Cell::new(self.reading_value(indicator, baseline, Concept::Baseline)),
            Cell::new(vec![Inline::Strong { content: self.reading_value(indicator, target, Concept::Target) }]),
            Cell::new(self.reading_year(indicator, target)),
        ]
    }

    /// The table of such rows; in half a page values need more of the width.
    pub fn indicator_table(&self, rows: Vec<Vec<Cell>>, narrow: bool) -> Table {
        let title = Column::Text { weight: if narrow { 7 } else { 16 } };
        let columns = vec![Column::Short, title, Column::Text { weight: 5 }, Column::Text { weight: 5 }, Column::Short];
        let head = self.head(&[W::Sheet, W::Indicator, W::Baseline, W::Target, W::By]);
        Table { dense: true, columns, head, rows: rows.into_iter().map(row).collect() }
    }

    pub fn axis_indicators(&self, strand: &Strand<'_>) -> Option<Part> {
        /// An axis opens on one page.
        const MOST: usize = 12;
        let mut rows: Vec<Vec<Cell>> = strand
            .all()
            .flat_map(|sheet| sheet.indicators().map(move |indicator| (sheet, indicator)))
            .map(|(sheet, indicator)| self.indicator_row(sheet, indicator))
            .collect();
        let more = rows.len().saturating_sub(MOST);
        rows.truncate(MOST);
        let told = match more {
            0 => None,
            1 => Some(self.lang.of("L’autre indicateur est dans sa fiche.".to_owned(), "The other indicator is in its sheet.".to_owned())),
            _ => Some(self.lang.of(
                format!("Les {more} autres indicateurs sont dans leurs fiches."),
                format!("The {more} other indicators are in their sheets."),
            )),
        };
        (!rows.is_empty()).then(|| Part {
            label: self.w(W::ToChange).to_owned(),
            tables: vec![self.indicator_table(rows, false)],
            notes: told.into_iter().map(|line| vec![Inline::text(line)]).collect(),
            ..Part::default()
        })
    }

    pub fn indicators(&self) -> Chapter {
        let mut chapter = self.chapter("indicators", W::Indicators);
        let sheets = || self.plan.sheets().flat_map(|sheet| sheet.indicators().map(move |indicator| (sheet, indicator)));
        let scale = self.measured_years();
        let drawn = |indicator: Entity<'_>| scale.and_then(|scale| self.drawn(indicator, &scale));
        let few = sheets().filter(|(_, indicator)| drawn(*indicator).is_some()).count() <= MOST_DRAWN;
        let (mut gallery, mut rows) = (Vec::new(), Vec::new());
        for sheet in self.plan.sheets() {
            for indicator in sheet.indicators() {
                match drawn(indicator).filter(|_| few) {
                    Some(figure) => gallery.push(self.picture(sheet, indicator, figure)),
                    None => rows.push(self.indicator_row(sheet, indicator)),
                }
            }
            if self.lacks(sheet, Lacks::Child(Concept::Indicator)) {
                let hole = Cell::new(vec![self.hole()]).spanning(4);
                rows.push(vec![Cell::new(vec![self.short_reference(sheet)]), hole]);
            }
        }
        if !gallery.is_empty() {
            chapter.intro.push(vec![Inline::text(self.w(W::TrajectoriesIntro))]);
            chapter.sections.push(section("", Part { gallery, ..Part::default() }));
        }
        if !rows.is_empty() {
            let title = if chapter.sections.is_empty() { "" } else { self.w(W::OtherIndicators) };
            chapter.sections.push(section(title, Part { tables: vec![self.indicator_table(rows, false)], ..Part::default() }));
        }
        chapter
    }

    /// The years of every reading that has a date.
    pub fn measured_years(&self) -> Option<Scale> {
        let all = self.plan.sheets().flat_map(|sheet| sheet.indicators()).flat_map(|indicator| indicator.children());
        let years: Vec<i16> =
            all.filter_map(|of| of.is_given(reading::ON)).flat_map(|when| [when.start.first.year(), when.end.last.year()]).collect();
        Some(Scale { first: *years.iter().min()?, last: *years.iter().max()?, today: None, mandate: None })
    }

    /// Its dated numbers, where they are of one kind.
    pub fn series(&self, indicator: Entity<'_>) -> Option<Series> {
        let mut kinds: Vec<Measure> = Vec::new();
        let mut point = |of: Entity<'_>| {
            let (value, when) = (of.is_given(reading::VALUE)?, of.is_given(reading::ON)?);
            let Read::Number(number) = value else { return None };
            kinds.push(number.of);
            let at = middle(when.whole());
            number.value.to_f64().filter(|_| !number.relative).map(|value| Point { at, value })
        };
        let mut points = |concept: Concept| -> Vec<Point> {
            let mut all: Vec<Point> = indicator.all(concept).filter_map(&mut point).collect();
            all.sort_by(|a, b| a.at.total_cmp(&b.at));
            all
        };
        let start = points(Concept::Baseline).first().copied();
        let (measured, targets) = (points(Concept::Measured), points(Concept::Target));
        // Numbers of two kinds have no scale in common.
        let alike = kinds.iter().all(|kind| *kind == kinds[0]);
        alike.then(|| Series { start, measured, targets, percent: kinds.contains(&Measure::Percent) })
    }

    /// Its way, where it has two dated numbers of one kind.
    pub fn drawn(&self, indicator: Entity<'_>, scale: &Scale) -> Option<Figure> {
        const WIDE: f64 = 38.0;
        const HIGH: f64 = 11.0;
        let Series { start, measured, targets, percent } = self.series(indicator)?;
        if usize::from(start.is_some()) + measured.len() + targets.len() < 2 {
            return None;
        }
        let within = start.iter().chain(&measured).chain(&targets).all(|point| (0.0..=100.0).contains(&point.value));
        let whole = (percent && within).then_some(100.0);
        let said = |concept: Concept, word: W| {
            let readings = indicator.all(concept).map(|of| self.dated_value(indicator, of));
            readings.map(|text| format!("{}{}{text}. ", super::lower(self.w(word)), self.colon())).collect::<String>()
        };
        let alt = format!(
            "{} {}{}{}{}{}",
            self.lang.of("Trajectoire de l’indicateur", "Way of the indicator"),
            plain(&self.label(indicator)),
            self.colon(),
            said(Concept::Baseline, W::Baseline),
            said(Concept::Measured, W::Measure),
            said(Concept::Target, W::Target)
        );
        trajectory(&Trajectory { start, measured, targets, whole }, scale, WIDE, HIGH, alt.trim_end().to_owned())
    }

    /// `12 % (juin 2026)`
    pub fn dated_value(&self, indicator: Entity<'_>, of: Entity<'_>) -> String {
        let value = plain(&self.reading_of(indicator, of));
        match self.reading_date(of) {
            Some(date) => format!("{value} ({date})"),
            None => value,
        }
    }

    pub fn picture(&self, sheet: Entity<'_>, indicator: Entity<'_>, figure: Figure) -> Picture {
        let mut title = vec![self.short_reference(sheet), Inline::text("\u{a0} ")];
        title.extend(self.label(indicator));
        let baseline = indicator.all(Concept::Baseline).next();
        let last = indicator
            .all(Concept::Measured)
            .max_by_key(|of| of.is_given(reading::ON).map(|when| when.end.last))
            .map(|of| format!("{}{}{}", self.w(W::Measure), self.colon(), self.dated_value(indicator, of)));
        let mut values: Rich = Vec::new();
        values.extend(baseline.map(|of| Inline::text(self.dated_value(indicator, of))));
        if let Some(target) = self.last_target(indicator) {
            values.push(Inline::text(" → "));
            values.push(Inline::Strong { content: vec![Inline::text(self.dated_value(indicator, target))] });
        }
        if let Some(last) = last {
            values.extend([Inline::Break, Inline::text(last)]);
        }
        Picture { title, figure, values }
    }
}
