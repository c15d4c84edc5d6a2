//! The clock of the benches: rounds, medians, ratios, marks.

use std::time::{Duration, Instant};

pub fn timed<T>(f: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let value = std::hint::black_box(f());
    (value, start.elapsed())
}

/// What is made is dropped after the clock stops: every side is spared the same.
pub fn time<T>(f: impl FnOnce() -> T) -> Duration {
    timed(f).1
}

pub fn median(times: &[Duration]) -> Duration {
    let mut sorted = times.to_vec();
    sorted.sort_unstable();
    sorted[sorted.len() / 2]
}

pub fn shown(times: &[Duration]) -> String {
    let least = times.iter().min().copied().unwrap_or_default();
    format!("{:>9.2} ms   (least {:.2})", median(times).as_secs_f64() * 1e3, least.as_secs_f64() * 1e3)
}

pub fn ratio(over: &[Duration], under: &[Duration]) -> f64 {
    let mut ratios: Vec<f64> = over.iter().zip(under).map(|(a, b)| a.as_secs_f64() / b.as_secs_f64()).collect();
    ratios.sort_by(f64::total_cmp);
    ratios[ratios.len() / 2]
}

pub fn mark(name: &str, ratio: f64, most: f64) {
    println!("  {name:<26}{ratio:>5.2} ×   mark ≤ {most}   {}", if ratio <= most { "met" } else { "NOT MET" });
}
