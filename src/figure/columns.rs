//! Money by year: investment solid, operating hatched on top of it, and what is allotted as a step.

use super::{Figure, Fill, Hand, Pad, Pen, Side, Sign, Tone};

/// A year.
#[derive(Debug, Clone)]
pub struct Column {
    pub name: String,
    /// In the unit of the scale.
    pub investment: f64,
    pub operating: f64,
    pub allotted: Option<f64>,
    /// What stands over it: the sum, in words.
    pub sum: String,
}

/// Millimetres.
#[derive(Debug, Clone, Copy)]
pub struct Columns {
    pub width: f64,
    /// Of the scale alone.
    pub height: f64,
}

/// In: the years, the unit of the scale and how a value of it is written, the legend. Out: the drawing, from zero; negative amounts have no column.
pub fn columns(all: &[Column], look: Columns, (unit, say): (&str, impl Fn(f64) -> String), signs: &[Sign], alt: String) -> Figure {
    const TOP: f64 = 7.6;
    let values = Hand::bold(7.2, Tone::Ink);
    let names = Hand::new(7.4, Tone::Ink);
    let ticks = Hand::new(6.8, Tone::Quiet);
    let asked = |column: &Column| column.investment.max(0.0) + column.operating.max(0.0);
    let high = all.iter().map(|column| asked(column).max(column.allotted.unwrap_or(0.0))).fold(0.0, f64::max);
    let (step, levels) = levels(high);
    let height = |value: f64| value.max(0.0) / (step * levels as f64) * look.height;
    let foot = TOP + look.height;
    let mut pad = Pad::default();
    let said: Vec<String> = (0..=levels).map(|at| say(at as f64 * step)).collect();
    let left = said.iter().map(|text| ticks.wide(text)).fold(0.0, f64::max) + 1.6;
    for (at, text) in said.iter().enumerate() {
        let y = foot - height(at as f64 * step);
        pad.line(left, y, look.width, y, if at == 0 { Pen::Foot } else { Pen::Hair });
        pad.text(left - 1.4, y + ticks.rise() / 2.0, text, ticks, Side::End, None);
    }
    pad.text(0.0, ticks.rise(), unit, ticks, Side::Start, None);
    let each = (look.width - left) / all.len().max(1) as f64;
    // Over a column, near the line of what is allotted, a sum would be read as that line's: there it stands under the year.
    let below = all.iter().any(|column| column.allotted.is_some());
    // So many years that their names and sums would touch: every second, every third.
    let widest = all.iter().map(|column| names.wide(&column.name).max(values.wide(&column.sum))).fold(0.0, f64::max) + 1.0;
    let named = (widest / each).ceil().max(1.0) as usize;
    for (at, column) in all.iter().enumerate() {
        let x = left + at as f64 * each;
        let (low, more) = (height(column.investment), height(column.operating));
        if low > 0.0 {
            pad.rect(x + 0.2 * each, foot - low, 0.6 * each, low, Fill::Accent, Pen::Edge);
        }
        if more > 0.0 {
            pad.rect(x + 0.2 * each, foot - low - more, 0.6 * each, more, Fill::Hatch, Pen::Edge);
        }
        if let Some(allotted) = column.allotted {
            let y = foot - height(allotted);
            pad.line(x + 0.08 * each, y, x + 0.92 * each, y, Pen::Allotted);
        }
        if at % named == 0 {
            let under = foot + 1.4 + names.rise();
            pad.text(x + each / 2.0, under, &column.name, names, Side::Middle, None);
            if asked(column) > 0.0 {
                let y = if below { under + names.leading() } else { foot - height(asked(column)) - 1.3 };
                pad.text(x + each / 2.0, y, &column.sum, values, Side::Middle, None);
            }
        }
    }
    let mut bottom = foot + 1.4 + if below { 2.0 } else { 1.0 } * names.leading();
    if !signs.is_empty() {
        bottom += 1.6;
        bottom += pad.legend(signs, 0.0, bottom, look.width);
    }
    pad.figure(alt, look.width, bottom + 0.4)
}

/// Out: the step of a scale and how many it has: no more than five, and the highest value below the top.
fn levels(high: f64) -> (f64, usize) {
    if high <= 0.0 {
        return (1.0, 1);
    }
    let ten = 10f64.powf((high / 5.0).log10().floor());
    let step = [1.0, 2.0, 2.5, 5.0, 10.0].into_iter().map(|by| by * ten).find(|step| high / step <= 5.0).unwrap_or(high);
    (step, (high / step).ceil().max(1.0) as usize)
}

#[cfg(test)]
mod tests {
    use super::levels;

    #[test]
    fn a_scale_has_at_most_five_round_steps() {
        for high in [0.3, 1.0, 7.0, 49.9, 50.0, 1317.0, 5_374.0, 99_999.0] {
            let (step, count) = levels(high);
            assert!((1..=5).contains(&count), "{high}: {count}");
            assert!(step * count as f64 >= high && step * (count as f64 - 1.0) < high, "{high}: {step} × {count}");
        }
        assert_eq!(levels(1317.0), (500.0, 3));
    }
}
