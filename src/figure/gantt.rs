//! Bars over years. A drawing does not break: more rows than a page holds are several drawings, cut by their measured height.

use super::{Figure, Fill, Hand, Pad, Pen, SMALL, Side, Sign, TINY, Tone, wrapped};

/// The years of a scale, the first and the last whole. Moments are years and parts of years: `2027.5`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    pub first: i16,
    pub last: i16,
    pub today: Option<f64>,
    /// The end of the term of office.
    pub mandate: Option<f64>,
}

/// What a row is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strength {
    Goal,
    Action,
}

/// A row: its number and title, and what is drawn of it.
#[derive(Debug, Clone)]
pub struct Line {
    pub number: String,
    pub title: String,
    /// The place in the document that the number leads to.
    pub target: Option<String>,
    pub strength: Strength,
    pub bar: Option<Bar>,
    /// What has happened of it, drawn within.
    pub actual: Option<Bar>,
    /// Said in the place of a bar.
    pub without: Option<String>,
    pub diamonds: Vec<Diamond>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bar {
    pub from: f64,
    pub to: f64,
    /// Not written but computed.
    pub computed: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Diamond {
    pub at: f64,
    pub number: Option<String>,
}

/// Millimetres, and points for the size of the labels.
#[derive(Debug, Clone, Copy)]
pub struct Gantt {
    pub width: f64,
    /// Of the labels' column.
    pub label: f64,
    pub size: f64,
    /// The least height of a row.
    pub row: f64,
    /// No drawing is higher.
    pub most: f64,
    /// What has happened is drawn within what was planned.
    pub actual: bool,
}

impl Scale {
    pub fn years(&self) -> usize {
        usize::try_from(i32::from(self.last) - i32::from(self.first) + 1).unwrap_or(1).max(1)
    }

    /// Its part of the whole width.
    pub(super) fn place(&self, moment: f64) -> f64 {
        ((moment - f64::from(self.first)) / self.years() as f64).clamp(0.0, 1.0)
    }

    /// Every how many years one is named, so that the names stand apart.
    pub(super) fn step(&self, width: f64, hand: Hand) -> usize {
        let name = hand.wide("2000") + 1.6;
        (self.years() as f64 * name / width).ceil().max(1.0) as usize
    }

    fn heads(&self, pad: &mut Pad, left: f64, width: f64, baseline: f64, hand: Hand) {
        let step = self.step(width, hand);
        let each = width / self.years() as f64;
        for at in (0..self.years()).step_by(step) {
            let x = left + (at as f64 + step.min(self.years() - at) as f64 / 2.0) * each;
            pad.text(x, baseline, &(i32::from(self.first) + at as i32).to_string(), hand, Side::Middle, None);
        }
    }

    fn uprights(&self, pad: &mut Pad, left: f64, width: f64, top: f64, bottom: f64) {
        let step = if self.years() > 40 { 10 } else { 1 };
        for at in (0..=self.years()).step_by(step) {
            let x = left + at as f64 / self.years() as f64 * width;
            pad.line(x, top, x, bottom, Pen::Grid);
        }
        for (moment, pen) in [(self.today, Pen::Today), (self.mandate, Pen::Mandate)] {
            let inside = moment.filter(|at| *at > f64::from(self.first) && *at < f64::from(self.last) + 1.0);
            if let Some(at) = inside {
                let x = left + self.place(at) * width;
                pad.line(x, top, x, bottom, pen);
            }
        }
    }
}

fn bar(pad: &mut Pad, bar: Bar, (strength, pale): (Strength, bool), scale: &Scale, left: f64, width: f64, middle: f64) {
    let (thick, fill) = match strength {
        // What has happened is drawn dark on it.
        Strength::Goal if pale => (3.0, Fill::Pale),
        Strength::Goal => (3.0, Fill::Accent),
        Strength::Action => (2.0, Fill::Pale),
    };
    let (from, to) = (left + scale.place(bar.from) * width, left + scale.place(bar.to) * width);
    let (fill, pen) = if bar.computed { (Fill::White, Pen::Dashed) } else { (fill, Pen::Edge) };
    pad.rect(from, middle - thick / 2.0, (to - from).max(0.6), thick, fill, pen);
}

/// In: the rows, the scale, the legend's signs, and what each drawing says to somebody who does not see it: of the rows from one to
/// another. Out: the drawings, in order; none without rows.
pub fn gantt(lines: &[Line], scale: &Scale, signs: &[Sign], look: &Gantt, alt: impl Fn(std::ops::Range<usize>) -> String) -> Vec<Figure> {
    const HEAD: f64 = 5.2;
    let mut drawings = Vec::new();
    let legend = Pad::default().legend(signs, 0.0, 0.0, look.width) + 3.0;
    let mut start = 0;
    while start < lines.len() {
        let mut pad = Pad::default();
        let (left, width) = (look.label, look.width - look.label);
        let heights: Vec<(Vec<String>, f64)> = lines[start..].iter().map(|line| label(line, scale, look)).collect();
        let mut end = start;
        let mut high = HEAD;
        while end < lines.len() && (end == start || high + heights[end - start].1 + legend <= look.most) {
            high += heights[end - start].1;
            end += 1;
        }
        // A goal does not stand alone at the foot, its actions overleaf.
        if end < lines.len() && end > start + 1 && lines[end - 1].strength == Strength::Goal && lines[end].strength == Strength::Action {
            end -= 1;
            high -= heights[end - start].1;
        }
        let names = Hand::bold(7.4, Tone::Accent);
        scale.heads(&mut pad, left, width, HEAD - 2.0, names);
        scale.uprights(&mut pad, left, width, HEAD, high);
        let mut y = HEAD;
        for (line, (words, tall)) in lines[start..end].iter().zip(&heights) {
            row(&mut pad, line, words, scale, look, y, *tall);
            y += tall;
        }
        high += 3.0;
        high += pad.legend(signs, 0.0, high, look.width);
        drawings.push(pad.figure(alt(start..end), look.width, high));
        start = end;
    }
    drawings
}

fn hand_of(line: &Line, look: &Gantt) -> Hand {
    Hand { size: look.size, bold: line.strength == Strength::Goal, tone: Tone::Ink }
}

/// Where the number and the title start.
fn indents(line: &Line, look: &Gantt) -> (f64, f64) {
    let before = if line.strength == Strength::Goal { 0.0 } else { 2.5 };
    let number = hand_of(line, look).wide(&line.number) + 1.8;
    (before, before + number.max(if line.strength == Strength::Goal { 7.5 } else { 9.0 }))
}

/// The lines of a row's title, and how high the row is.
fn label(line: &Line, scale: &Scale, look: &Gantt) -> (Vec<String>, f64) {
    let hand = hand_of(line, look);
    let words = wrapped(&line.title, look.label - indents(line, look).1 - 3.0, look.size, hand.bold);
    let high = words.len() as f64 * hand.leading() + 1.6;
    (words, high.max(look.row).max(tiers(line, scale, look.width - look.label) as f64 * TIER + 4.5))
}

/// How thick the bar of what has happened is, in millimetres.
const ACTUAL: f64 = 0.9;

/// From the numbers of one line over the diamonds to those of the next.
const TIER: f64 = 2.3;
const APART: f64 = 0.7;
const NUMBERS: Hand = Hand::new(TINY, Tone::Ink);

/// How many lines the numbers over a row's diamonds need.
fn tiers(line: &Line, scale: &Scale, width: f64) -> usize {
    numbers(line, scale, width).iter().map(|(_, tier, _)| tier + 1).max().unwrap_or(0)
}

/// Each number over its own diamond, in the lowest line where it touches no other; where none has room, behind the last of one. Out: the
/// number, its line from below, and where it starts.
fn numbers<'l>(line: &'l Line, scale: &Scale, width: f64) -> Vec<(&'l str, usize, f64)> {
    /// A row is no higher than these.
    const MOST: usize = 4;
    let mut ends: Vec<f64> = Vec::new();
    let mut placed = Vec::new();
    for diamond in sorted(line) {
        let Some(number) = diamond.number.as_deref() else { continue };
        let wide = NUMBERS.wide(number);
        let own = (scale.place(diamond.at) * width - wide / 2.0).clamp(0.0, (width + 1.0 - wide).max(0.0));
        let free = ends.iter().position(|end| end + APART <= own);
        let (tier, from) = match free {
            Some(tier) => (tier, own),
            None if ends.len() < MOST => (ends.len(), own),
            None => {
                let (tier, end) = ends.iter().copied().enumerate().min_by(|one, other| one.1.total_cmp(&other.1)).unwrap_or((0, 0.0));
                (tier, end + APART)
            }
        };
        if tier == ends.len() {
            ends.push(0.0);
        }
        ends[tier] = from + wide;
        placed.push((number, tier, from));
    }
    back(&mut placed, width);
    placed
}

/// What was put behind the last of its line may stand past the edge: then all before it give way.
fn back(placed: &mut [(&str, usize, f64)], width: f64) {
    let mut free: Vec<f64> = Vec::new();
    for (number, tier, from) in placed.iter_mut().rev() {
        if free.len() <= *tier {
            free.resize(*tier + 1, width + 1.0);
        }
        *from = from.min(free[*tier] - NUMBERS.wide(number));
        free[*tier] = *from - APART;
    }
}

fn sorted(line: &Line) -> Vec<&Diamond> {
    let mut sorted: Vec<&Diamond> = line.diamonds.iter().collect();
    sorted.sort_by(|a, b| a.at.total_cmp(&b.at));
    sorted
}

fn row(pad: &mut Pad, line: &Line, words: &[String], scale: &Scale, look: &Gantt, top: f64, tall: f64) {
    let hand = hand_of(line, look);
    let (left, width, middle) = (look.label, look.width - look.label, top + tall / 2.0);
    // The numbers stand over the bar, and have the room above it.
    let drawn_at = middle.max(top + tiers(line, scale, width) as f64 * TIER + 2.4);
    let (number_at, title_at) = indents(line, look);
    let block = (words.len() - 1) as f64 * hand.leading() + hand.rise();
    let first = middle - block / 2.0 + hand.rise();
    pad.text(number_at, first, &line.number, hand, Side::Start, line.target.as_deref());
    for (at, text) in words.iter().enumerate() {
        pad.text(title_at, first + at as f64 * hand.leading(), text, hand, Side::Start, line.target.as_deref());
    }
    match (line.bar, &line.without) {
        (Some(drawn), _) => bar(pad, drawn, (line.strength, look.actual), scale, left, width, drawn_at),
        (None, Some(words)) => {
            pad.text(
                left + 1.5,
                drawn_at + Hand::new(SMALL, Tone::Warm).rise() / 2.0,
                words,
                Hand::bold(SMALL, Tone::Warm),
                Side::Start,
                None,
            );
        }
        (None, None) => {}
    }
    if let Some(actual) = line.actual {
        let (from, to) = (left + scale.place(actual.from) * width, left + scale.place(actual.to) * width);
        pad.rect(from, drawn_at - ACTUAL / 2.0, (to - from).max(0.6), ACTUAL, Fill::Ink, Pen::None);
    }
    diamonds(pad, line, scale, left, width, drawn_at);
}

fn diamonds(pad: &mut Pad, line: &Line, scale: &Scale, left: f64, width: f64, middle: f64) {
    const SIZE: f64 = 2.4;
    for diamond in sorted(line) {
        pad.diamond(left + scale.place(diamond.at) * width, middle, SIZE, Fill::Ink);
    }
    for (number, tier, from) in numbers(line, scale, width) {
        pad.text(left + from, middle - 1.8 - tier as f64 * TIER, number, NUMBERS, Side::Start, None);
    }
}

/// Bars alone, for a cell of a table or a cover: the years are named by the head beside them. One under the other, each at most that high;
/// where the room is short, those that follow each other share a line.
pub fn strip(bars: &[Bar], scale: &Scale, width: f64, (room, most): (f64, f64), alt: String) -> Figure {
    /// A bar of less is no bar.
    const LEAST: f64 = 0.8;
    let mut pad = Pad::default();
    let lines = if bars.len() as f64 * LEAST <= room { (0..bars.len()).collect() } else { shared(bars) };
    let count = lines.iter().max().map_or(1, |last| last + 1) as f64;
    let each = (room / count).clamp(0.4, most);
    let high = count * each;
    scale.uprights(&mut pad, 0.0, width, 0.0, high);
    for (at, bar) in lines.into_iter().zip(bars) {
        let (from, to) = (scale.place(bar.from) * width, scale.place(bar.to) * width);
        let (fill, pen) = if bar.computed { (Fill::White, Pen::Dashed) } else { (Fill::Accent, Pen::None) };
        let inset = f64::min(if bar.computed { 0.45 } else { 0.3 }, each / 4.0);
        pad.rect(from, at as f64 * each + inset, (to - from).max(0.5), each - 2.0 * inset, fill, pen);
    }
    pad.figure(alt, width, high)
}

/// The line of each bar: the first whose last bar has ended.
fn shared(bars: &[Bar]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..bars.len()).collect();
    order.sort_by(|one, other| bars[*one].from.total_cmp(&bars[*other].from));
    let mut ends: Vec<f64> = Vec::new();
    let mut lines = vec![0; bars.len()];
    for at in order {
        let line = ends.iter().position(|end| *end <= bars[at].from).unwrap_or(ends.len());
        match ends.get_mut(line) {
            Some(end) => *end = bars[at].to,
            None => ends.push(bars[at].to),
        }
        lines[at] = line;
    }
    lines
}

impl Scale {
    /// The years' names alone, as wide as the bars below them.
    pub fn head(&self, width: f64) -> Figure {
        let mut pad = Pad::default();
        self.heads(&mut pad, 0.0, width, 2.4, Hand::new(TINY, Tone::Quiet));
        pad.figure(String::new(), width, 3.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::Shape;

    fn scale() -> Scale {
        Scale { first: 2026, last: 2029, today: None, mandate: None }
    }

    fn at(months: &[f64]) -> Line {
        Line {
            diamonds: months
                .iter()
                .zip(10..)
                .map(|(at, number)| Diamond { at: 2026.0 + at / 12.0, number: Some(number.to_string()) })
                .collect(),
            number: String::new(),
            title: String::new(),
            target: None,
            strength: Strength::Goal,
            bar: None,
            actual: None,
            without: None,
        }
    }

    /// A number that stands over another's diamond would give it a wrong date.
    #[test]
    fn each_number_stands_over_its_own_diamond() {
        let (scale, width) = (scale(), 120.0);
        for months in [&[1.0, 1.0, 1.2, 1.4][..], &[0.0, 6.0, 12.0], &[40.0, 40.1, 47.9]] {
            let line = at(months);
            for ((number, tier, from), diamond) in numbers(&line, &scale, width).iter().zip(sorted(&line)) {
                let wide = NUMBERS.wide(number);
                let own = (scale.place(diamond.at) * width - wide / 2.0).clamp(0.0, width + 1.0 - wide);
                assert!((from - own).abs() < 1e-9, "{months:?}: {number} in line {tier}");
            }
        }
        let piled = numbers(&at(&[1.0; 12]), &scale, width).iter().map(|(_, tier, _)| *tier).max();
        assert_eq!(piled, Some(3), "no row is higher than four lines of numbers");
    }

    /// Diamonds lie on their bar, and numbers above it.
    #[test]
    fn numbers_stand_over_the_bar() {
        let line = Line { bar: Some(Bar { from: 2026.2, to: 2028.5, computed: false }), ..at(&[6.0, 6.2, 6.4, 6.6, 20.0]) };
        let look = Gantt { label: 40.0, width: 160.0, most: 200.0, row: 5.0, size: 8.0, actual: false };
        let drawn = gantt(&[line], &scale(), &[], &look, |_| String::new());
        let bar = drawn[0].shapes.iter().find_map(|shape| match shape {
            Shape::Rect { y, h, w, .. } if *w > 20.0 => Some((*y, y + h)),
            _ => None,
        });
        let (top, foot) = bar.expect("a bar");
        let mut seen = (0, 0);
        for shape in &drawn[0].shapes {
            match shape {
                Shape::Polygon { points, .. } => {
                    let middle = points.iter().map(|point| point[1]).sum::<f64>() / points.len() as f64;
                    assert!((middle - (top + foot) / 2.0).abs() < 1e-6, "a diamond beside its bar: {middle}, {top} to {foot}");
                    seen.0 += 1;
                }
                Shape::Text { y, text, .. } if text.len() == 2 && text.starts_with('1') => {
                    assert!(*y <= top, "{text} stands on the bar: {y}, {top}");
                    seen.1 += 1;
                }
                _ => {}
            }
        }
        assert_eq!(seen, (5, 5));
    }

    #[test]
    fn a_strip_is_no_higher_than_its_room() {
        let bars: Vec<Bar> =
            (0..25).map(|at| Bar { from: 2026.0 + f64::from(at) / 8.0, to: 2026.2 + f64::from(at) / 8.0, computed: false }).collect();
        let high = |room: f64| strip(&bars, &scale(), 60.0, (room, 1.9), String::new()).height;
        assert!(high(6.0) <= 6.0 + 1e-9, "{}", high(6.0));
        assert!((high(200.0) - 25.0 * 1.9).abs() < 1e-9, "with room, a line each");
    }
}
