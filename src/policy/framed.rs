//! The plan of a policy's test as a plan that stands alone: with what every test plan is given that it does not write itself.

use super::judge::day;
use crate::diagnostic::Lang;

/// The libraries that every test plan uses.
const USED: &[&str] = &["roles", "themes", "must-haves", "barriers"];

pub struct Framed {
    pub text: String,
    /// The day that the test names, in days since 1970.
    pub day: Option<i64>,
    /// Where what the test writes of the plan begins: in its block, and in `text`.
    pub in_block: usize,
    pub in_text: usize,
}

/// In: what stands between the braces of a test, and the language of what is added to it.
pub fn framed(block: &str, lang: Lang) -> Framed {
    let (day, body) = as_of(block);
    let begins = |line: &str| ["stratégie", "strategie", "strategy"].iter().any(|word| line.split_whitespace().next() == Some(word));
    let strategy = match body.lines().any(begins) {
        true => "",
        false => {
            lang.of("stratégie \"Essai\" {\n  période 2027-01 .. 2032-12\n}\n", "strategy \"Trial\" {\n  period 2027-01 .. 2032-12\n}\n")
        }
    };
    let uses: String = USED.iter().map(|library| format!("{} std.{library}\n", lang.of("utiliser", "use"))).collect();
    let before = uses + strategy;
    Framed { day, in_block: block.len() - body.len(), in_text: before.len(), text: before + body + "\n" }
}

/// `au 2029-01-01` as the first line of a test: the day on which it is judged; and what stands behind it.
fn as_of(block: &str) -> (Option<i64>, &str) {
    let start = block.trim_start();
    let line = start.lines().next().unwrap_or("");
    let mut words = line.split_whitespace();
    if let (Some("au" | "on"), Some(date), None) = (words.next(), words.next(), words.next())
        && let Ok(date) = date.parse::<jiff::civil::Date>()
    {
        return (Some(day(date)), &start[line.len()..]);
    }
    (None, block)
}
