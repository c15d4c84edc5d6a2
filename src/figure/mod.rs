//! L0. What is drawn: shapes in millimetres, from plain data. The document's template and the SVG draw the same shapes; nothing here
//! knows the plan. Invariant: every label stands whole, and none lies on another.

mod columns;
mod font;
mod gantt;
mod layers;
mod shares;
mod svg;
mod trajectory;

use serde::Serialize;

pub use columns::{Column, Columns, columns};
pub use font::{BOLD, REGULAR, wide, wrapped};
pub use gantt::{Bar, Diamond, Gantt, Line, Scale, Strength, gantt, strip};
pub use layers::{Edge, Layers, Node, crossings, layers};
pub use shares::{Share, shares};
pub use trajectory::{Point, Trajectory, trajectory};

/// A drawing, and what is said to somebody who does not see it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Figure {
    /// What it shows, its range and its extremes.
    pub alt: String,
    /// Millimetres.
    pub width: f64,
    pub height: f64,
    pub shapes: Vec<Shape>,
}

/// Places are millimetres from the upper left corner.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Shape {
    Rect {
        x: f64,
        y: f64,
        w: f64,
        h: f64,
        fill: Fill,
        pen: Pen,
    },
    Line {
        x: f64,
        y: f64,
        to_x: f64,
        to_y: f64,
        pen: Pen,
    },
    /// A start, then straight lines and curves.
    Path {
        x: f64,
        y: f64,
        steps: Vec<Step>,
        pen: Pen,
    },
    Polygon {
        points: Vec<[f64; 2]>,
        fill: Fill,
        pen: Pen,
    },
    Circle {
        x: f64,
        y: f64,
        r: f64,
        fill: Fill,
        pen: Pen,
    },
    /// One line of text; `y` is its baseline, `x` where it starts, and `w` how wide it is taken to be.
    Text {
        x: f64,
        y: f64,
        w: f64,
        text: String,
        /// Points.
        size: f64,
        bold: bool,
        tone: Tone,
        side: Side,
        /// The place in the document that it leads to.
        #[serde(rename = "to")]
        target: Option<String>,
    },
}

/// `c` holds the two control points of a curve; a straight line has none.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Step {
    pub c: Option<[f64; 4]>,
    pub x: f64,
    pub y: f64,
}

/// What fills a shape. Each meaning has a second sign: a hatch, a form, a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Fill {
    White,
    /// Solid: a goal, investment, what is secured.
    Accent,
    /// An action.
    Pale,
    /// The authority's own share.
    Tint,
    /// Operating.
    Hatch,
    /// What is only sought.
    Dots,
    Ink,
    Quiet,
}

/// What draws a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Pen {
    None,
    /// Around a bar.
    Edge,
    /// Around a bar whose dates are computed.
    Dashed,
    /// A year.
    Grid,
    /// A level of a scale.
    Hair,
    /// The foot of a scale.
    Foot,
    Today,
    /// The end of the mandate.
    Mandate,
    /// What is allotted.
    Allotted,
    /// Around a goal in the graph.
    Goal,
    /// Around an action in the graph.
    Action,
    /// What waits for an end or a milestone.
    Hard,
    /// What waits for a start.
    Soft,
    /// The way planned.
    Planned,
    /// The way gone.
    Gone,
    /// Around a diamond: it stands out of its bar.
    Halo,
    /// Around a circle.
    Ring,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Tone {
    Ink,
    Quiet,
    Accent,
    Warm,
}

/// Where a text stands of its `x`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    Start,
    Middle,
    End,
}

/// A sign of a legend and its words.
#[derive(Debug, Clone)]
pub struct Sign {
    pub mark: Mark,
    pub words: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    Swatch(Fill, Pen),
    Diamond,
    Upright(Pen),
    Level(Pen),
}

/// The size of what is said beside a drawing, in points.
pub const SMALL: f64 = 7.6;
/// Of the figures within it: nothing is smaller.
pub const TINY: f64 = 6.8;
/// Millimetres of a point.
const POINT: f64 = 0.352_778;

/// Collects the shapes of a figure.
#[derive(Default)]
struct Pad {
    shapes: Vec<Shape>,
}

/// How a line of text looks.
#[derive(Clone, Copy)]
struct Hand {
    size: f64,
    bold: bool,
    tone: Tone,
}

impl Hand {
    const fn new(size: f64, tone: Tone) -> Hand {
        Hand { size, bold: false, tone }
    }

    const fn bold(size: f64, tone: Tone) -> Hand {
        Hand { size, bold: true, tone }
    }

    fn wide(self, text: &str) -> f64 {
        wide(text, self.size, self.bold)
    }

    /// From one baseline to the next.
    fn leading(self) -> f64 {
        self.size * POINT * 1.12
    }

    /// From the baseline to the top of a capital.
    fn rise(self) -> f64 {
        self.size * POINT * 0.73
    }
}

impl Pad {
    fn rect(&mut self, x: f64, y: f64, w: f64, h: f64, fill: Fill, pen: Pen) {
        self.shapes.push(Shape::Rect { x: round(x), y: round(y), w: round(w), h: round(h), fill, pen });
    }

    fn line(&mut self, x: f64, y: f64, to_x: f64, to_y: f64, pen: Pen) {
        self.shapes.push(Shape::Line { x: round(x), y: round(y), to_x: round(to_x), to_y: round(to_y), pen });
    }

    fn circle(&mut self, x: f64, y: f64, r: f64, fill: Fill, pen: Pen) {
        self.shapes.push(Shape::Circle { x: round(x), y: round(y), r, fill, pen });
    }

    /// A milestone, or a target.
    fn diamond(&mut self, x: f64, y: f64, size: f64, fill: Fill) {
        let half = size / 2.0;
        let points = [[x - half, y], [x, y - half], [x + half, y], [x, y + half]].map(|point| point.map(round)).to_vec();
        self.shapes.push(Shape::Polygon { points, fill, pen: Pen::Halo });
    }

    /// One line; `y` is its baseline.
    fn text(&mut self, x: f64, y: f64, text: &str, hand: Hand, side: Side, target: Option<&str>) {
        let Hand { size, bold, tone } = hand;
        let target = target.map(str::to_owned);
        self.shapes.push(Shape::Text {
            x: round(x),
            y: round(y),
            w: round(hand.wide(text)),
            text: text.to_owned(),
            size,
            bold,
            tone,
            side,
            target,
        });
    }

    /// The signs of a legend, in as many lines as they need. Out: how high they are.
    fn legend(&mut self, signs: &[Sign], left: f64, top: f64, width: f64) -> f64 {
        const MARK: f64 = 5.0;
        const GAP: f64 = 4.5;
        let hand = Hand::new(SMALL, Tone::Ink);
        let (mut x, mut y) = (left, top);
        for sign in signs {
            let mark = if matches!(sign.mark, Mark::Swatch(..) | Mark::Level(_)) { MARK } else { 2.4 };
            let wide = mark + 1.4 + hand.wide(&sign.words);
            if x > left && x + wide > left + width {
                (x, y) = (left, y + hand.leading() + 0.8);
            }
            let middle = y + hand.rise() / 2.0;
            match sign.mark {
                Mark::Swatch(fill, pen) => self.rect(x, middle - 1.2, mark, 2.4, fill, pen),
                Mark::Diamond => self.diamond(x + mark / 2.0, middle, 2.4, Fill::Ink),
                Mark::Upright(pen) => self.line(x + mark / 2.0, middle - 1.6, x + mark / 2.0, middle + 1.6, pen),
                Mark::Level(pen) => self.line(x, middle, x + mark, middle, pen),
            }
            self.text(x + mark + 1.4, y + hand.rise(), &sign.words, hand, Side::Start, None);
            x += wide + GAP;
        }
        if signs.is_empty() { 0.0 } else { y - top + hand.leading() }
    }

    fn figure(self, alt: String, width: f64, height: f64) -> Figure {
        Figure { alt, width: round(width), height: round(height), shapes: self.shapes }
    }
}

/// Drawings one under the other, as one.
pub fn stacked(figures: Vec<Figure>) -> Figure {
    const BETWEEN: f64 = 6.0;
    let mut whole = Figure { alt: String::new(), width: 0.0, height: 0.0, shapes: Vec::new() };
    for mut figure in figures {
        let down = if whole.shapes.is_empty() { 0.0 } else { whole.height + BETWEEN };
        figure.shapes.iter_mut().for_each(|shape| shape.lower(down));
        whole.shapes.append(&mut figure.shapes);
        whole.height = round(down + figure.height);
        whole.width = whole.width.max(figure.width);
        if !whole.alt.is_empty() {
            whole.alt.push(' ');
        }
        whole.alt.push_str(&figure.alt);
    }
    whole
}

impl Shape {
    /// So many millimetres down.
    fn lower(&mut self, by: f64) {
        match self {
            Shape::Rect { y, .. } | Shape::Circle { y, .. } | Shape::Text { y, .. } => *y = round(*y + by),
            Shape::Line { y, to_y, .. } => (*y, *to_y) = (round(*y + by), round(*to_y + by)),
            Shape::Polygon { points, .. } => points.iter_mut().for_each(|point| point[1] = round(point[1] + by)),
            Shape::Path { y, steps, .. } => {
                *y = round(*y + by);
                for step in steps {
                    step.y = round(step.y + by);
                    if let Some(c) = &mut step.c {
                        (c[1], c[3]) = (round(c[1] + by), round(c[3] + by));
                    }
                }
            }
        }
    }
}

/// No voice reads a page of numbers, and an archive refuses a text of more than 32 767 bytes: what is too long ends at a full phrase, and
/// says where the rest stands.
pub fn brief(phrases: impl IntoIterator<Item = String>, rest: &str) -> String {
    const MOST: usize = 1_150;
    let mut out = String::new();
    for phrase in phrases {
        if out.chars().count() + phrase.chars().count() > MOST {
            out.push_str(rest);
            break;
        }
        out.push_str(&phrase);
    }
    out
}

/// A hundredth of a millimetre is finer than any printer, and the same on every machine.
fn round(place: f64) -> f64 {
    (place * 100.0).round() / 100.0
}
