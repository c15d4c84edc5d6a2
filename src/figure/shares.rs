//! A whole and its parts, side by side in one bar.

use super::{Figure, Fill, Hand, Mark, Pad, Pen, SMALL, Side, Sign, Tone};

/// A part of the whole: how much, how it looks, what is said of it.
#[derive(Debug, Clone)]
pub struct Share {
    pub value: f64,
    pub fill: Fill,
    pub words: String,
}

/// In: the parts; what is not above zero is in the legend only. Out: the bar with its legend.
pub fn shares(parts: &[Share], width: f64, alt: String) -> Figure {
    const HIGH: f64 = 7.0;
    let whole: f64 = parts.iter().map(|part| part.value.max(0.0)).sum();
    let mut pad = Pad::default();
    let percent = Hand::bold(SMALL, Tone::Ink);
    let mut x = 0.0;
    for part in parts.iter().filter(|part| part.value > 0.0) {
        let wide = part.value / whole * width;
        pad.rect(x, 0.0, wide, HIGH, part.fill, Pen::Edge);
        // On a solid or dotted ground a figure would be hard to read.
        let text = format!("{}\u{a0}%", (part.value / whole * 100.0).round());
        if part.fill == Fill::Tint && percent.wide(&text) + 2.0 < wide {
            pad.text(x + wide / 2.0, HIGH / 2.0 + percent.rise() / 2.0, &text, percent, Side::Middle, None);
        }
        x += wide;
    }
    let signs: Vec<Sign> = parts.iter().map(|part| Sign { mark: Mark::Swatch(part.fill, Pen::Edge), words: part.words.clone() }).collect();
    let top = HIGH + 2.0;
    let high = pad.legend(&signs, 0.0, top, width);
    pad.figure(alt, width, top + high + 0.4)
}
