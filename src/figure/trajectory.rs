//! The way of an indicator: from its start to its targets, and what was measured on the way.

use super::{Figure, Fill, Hand, Pad, Pen, Scale, Side, TINY, Tone};

/// A value and when: years and parts of years.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    pub at: f64,
    pub value: f64,
}

#[derive(Debug, Clone, Default)]
pub struct Trajectory {
    pub start: Option<Point>,
    pub measured: Vec<Point>,
    pub targets: Vec<Point>,
    /// The whole, where values are shares of one.
    pub whole: Option<f64>,
}

/// The scale starts from zero, or below it where a value does. Out: none where nothing has a place.
pub fn trajectory(of: &Trajectory, scale: &Scale, width: f64, height: f64, alt: String) -> Option<Figure> {
    const SIDE: f64 = 1.4;
    let all: Vec<Point> = of.start.iter().chain(&of.measured).chain(&of.targets).copied().collect();
    if all.is_empty() {
        return None;
    }
    let high = all.iter().map(|point| point.value).chain(of.whole).fold(f64::NEG_INFINITY, f64::max);
    let low = all.iter().map(|point| point.value).fold(0.0, f64::min);
    let high = if of.whole.is_some() { high } else { high.max(0.0) * 1.05 };
    let span = if high > low { high - low } else { 1.0 };
    let x = |point: &Point| SIDE + scale.place(point.at) * (width - 2.0 * SIDE);
    let y = |point: &Point| SIDE + height - (point.value - low) / span * height;
    let mut pad = Pad::default();
    let foot = SIDE + height + low / span * height;
    pad.line(0.0, foot, width, foot, Pen::Foot);
    let hand = Hand::new(TINY, Tone::Quiet);
    let step = scale.step(width - 2.0 * SIDE, hand);
    for at in 0..=scale.years() {
        let tick = SIDE + at as f64 / scale.years() as f64 * (width - 2.0 * SIDE);
        pad.line(tick, SIDE + height, tick, SIDE + height + 0.8, Pen::Grid);
        if at % step == 0 && at < scale.years() {
            let name = (i32::from(scale.first) + at as i32).to_string();
            if tick + hand.wide(&name) <= width {
                pad.text(tick, SIDE + height + 1.0 + hand.leading(), &name, hand, Side::Start, None);
            }
        }
    }
    let mut way = |from: Option<Point>, to: &[Point], pen: Pen| {
        let points: Vec<Point> = from.into_iter().chain(to.iter().copied()).collect();
        for pair in points.windows(2) {
            pad.line(x(&pair[0]), y(&pair[0]), x(&pair[1]), y(&pair[1]), pen);
        }
    };
    way(of.start, &of.targets, Pen::Planned);
    way(of.start, &of.measured, Pen::Gone);
    for point in &of.targets {
        pad.diamond(x(point), y(point), 2.4, Fill::Accent);
    }
    for point in &of.measured {
        pad.circle(x(point), y(point), 0.9, Fill::Ink, Pen::None);
    }
    if let Some(point) = &of.start {
        pad.circle(x(point), y(point), 0.9, Fill::White, Pen::Ring);
    }
    Some(pad.figure(alt, width, 2.0 * SIDE + height + 1.0 + hand.leading()))
}
