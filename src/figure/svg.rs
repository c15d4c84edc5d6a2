//! A figure as SVG: the same shapes, in the same places.

use std::fmt::Write;

use super::{Figure, Fill, POINT, Pen, Shape, Side, Tone};

/// The colours of the documents.
const INK: &str = "#1a1c20";
const QUIET: &str = "#4b5058";
const ACCENT: &str = "#17365d";
const WARM: &str = "#9a4300";

impl Figure {
    /// A file of its own, with its words for somebody who does not see it.
    pub fn svg(&self, title: &str) -> String {
        let (w, h) = (self.width, self.height);
        let mut out = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}mm\" height=\"{h}mm\" viewBox=\"0 0 {w} {h}\" role=\"img\" \
             font-family=\"Inter, Helvetica, Arial, sans-serif\">\n<title>{}</title>\n<desc>{}</desc>\n",
            escaped(title),
            escaped(&self.alt)
        );
        out.push_str(
            "<defs>\n<pattern id=\"hatch\" width=\"1.1\" height=\"1.1\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(-45)\">\
             <rect width=\"1.1\" height=\"1.1\" fill=\"#fff\"/><rect width=\"1.1\" height=\"0.3\" fill=\"#17365d\"/></pattern>\n\
             <pattern id=\"dots\" width=\"1.2\" height=\"1.2\" patternUnits=\"userSpaceOnUse\">\
             <rect width=\"1.2\" height=\"1.2\" fill=\"#fff\"/><circle cx=\"0.5\" cy=\"0.5\" r=\"0.2\" fill=\"#4b5058\"/></pattern>\n</defs>\n",
        );
        let _ = writeln!(out, "<rect width=\"{w}\" height=\"{h}\" fill=\"#fff\"/>");
        for shape in &self.shapes {
            shape_in(&mut out, shape);
        }
        out.push_str("</svg>\n");
        out
    }
}

fn shape_in(out: &mut String, shape: &Shape) {
    // Writing to a text never fails.
    let _ = match shape {
        Shape::Rect { x, y, w, h, fill, pen } => {
            writeln!(out, "<rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\"{}{}/>", filled(*fill), drawn(*pen))
        }
        Shape::Line { x, y, to_x, to_y, pen } => writeln!(out, "<path d=\"M{x} {y}L{to_x} {to_y}\" fill=\"none\"{}/>", drawn(*pen)),
        Shape::Path { x, y, steps, pen } => {
            let mut way = format!("M{x} {y}");
            for step in steps {
                let _ = match step.c {
                    Some([a, b, c, d]) => write!(way, "C{a} {b} {c} {d} {} {}", step.x, step.y),
                    None => write!(way, "L{} {}", step.x, step.y),
                };
            }
            writeln!(out, "<path d=\"{way}\" fill=\"none\"{}/>", drawn(*pen))
        }
        Shape::Polygon { points, fill, pen } => {
            let points: Vec<String> = points.iter().map(|[x, y]| format!("{x},{y}")).collect();
            writeln!(out, "<polygon points=\"{}\"{}{}/>", points.join(" "), filled(*fill), drawn(*pen))
        }
        Shape::Circle { x, y, r, fill, pen } => writeln!(out, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{r}\"{}{}/>", filled(*fill), drawn(*pen)),
        Shape::Text { x, y, text, size, bold, tone, side, .. } => {
            let anchor = match side {
                Side::Start => "start",
                Side::Middle => "middle",
                Side::End => "end",
            };
            let colour = match tone {
                Tone::Ink => INK,
                Tone::Quiet => QUIET,
                Tone::Accent => ACCENT,
                Tone::Warm => WARM,
            };
            let weight = if *bold { " font-weight=\"700\"" } else { "" };
            let size = (size * POINT * 100.0).round() / 100.0;
            writeln!(
                out,
                "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" text-anchor=\"{anchor}\" fill=\"{colour}\"{weight}>{}</text>",
                escaped(text)
            )
        }
    };
}

fn filled(fill: Fill) -> String {
    let colour = match fill {
        Fill::White => "#fff",
        Fill::Accent => ACCENT,
        Fill::Pale => "#b9c8dd",
        Fill::Tint => "#e8edf4",
        Fill::Hatch => "url(#hatch)",
        Fill::Dots => "url(#dots)",
        Fill::Ink => INK,
        Fill::Quiet => QUIET,
    };
    format!(" fill=\"{colour}\"")
}

/// Colour, points, dashes.
fn drawn(pen: Pen) -> String {
    let (colour, points, dash) = match pen {
        Pen::None => return String::new(),
        Pen::Edge => (ACCENT, 0.6, None),
        Pen::Dashed => (ACCENT, 0.8, Some("0.8 0.6")),
        Pen::Grid => ("#b4bcc7", 0.4, None),
        Pen::Hair => ("#d9dee5", 0.4, None),
        Pen::Foot => (INK, 0.8, None),
        Pen::Today => (WARM, 0.9, None),
        Pen::Mandate => (WARM, 0.9, Some("1 0.8")),
        Pen::Allotted => (INK, 1.6, None),
        Pen::Goal => (ACCENT, 1.2, None),
        Pen::Action => (QUIET, 0.5, None),
        Pen::Hard => (ACCENT, 0.7, None),
        Pen::Soft => (QUIET, 0.6, Some("0.7 0.5")),
        Pen::Planned => (ACCENT, 1.0, Some("0.9 0.6")),
        Pen::Gone => (INK, 1.4, None),
        Pen::Halo => ("#fff", 0.5, None),
        Pen::Ring => (INK, 1.0, None),
    };
    let width = (points * POINT * 100.0_f64).round() / 100.0;
    let dash = dash.map(|dash| format!(" stroke-dasharray=\"{dash}\"")).unwrap_or_default();
    format!(" stroke=\"{colour}\" stroke-width=\"{width}\"{dash}")
}

/// Text as it is; what XML does not allow is left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{200b}' => {}
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
