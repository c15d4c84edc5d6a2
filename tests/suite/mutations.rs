//! One mistake, one message. One mistake of one kind is planted at one place of an example: it is reported at its line and by a rule of
//! its kind, and nothing else is said. The table of all kinds is printed:
//!
//! ```sh
//! cargo test --no-default-features mutations -- --nocapture
//! MUTATION=comma-missing cargo test --no-default-features mutations -- --nocapture    # one kind, with its failures
//! MUTATION_PLACES=9000 cargo test --no-default-features mutations -- --nocapture        # more places: minutes
//! ```
//!
//! A place is chosen so that the mistake makes nothing else wrong: a name is misspelt where it is used, a date moved where nothing waits
//! for it. What is said besides is extra. The words that an example earns without the mistake are not counted.
//!
//! What a kind may fall short is a row of `BOUNDS` with its reason. A kind that needs its row no more fails until
//! the row is removed.

#![allow(clippy::print_stdout, reason = "the test shows its table")]

mod blocks;
mod fields;
mod words;

use std::collections::BTreeMap;
use std::ops::Range;

use rayon::prelude::*;

use super::plant::{Example, Names, Said, Text};

/// How many mistakes are planted in each example, over all kinds.
const PLACES: usize = 5_000;

/// A kind of mistake, and what is expected of it.
struct Kind {
    name: &'static str,
    /// The rules that name it rightly. None: it is harmless, and nothing may be said.
    says: &'static [&'static str],
    /// All its places in a file.
    places: fn(&Text<'_>, &mut Vec<Plant>),
}

const fn kind(name: &'static str, says: &'static [&'static str], places: fn(&Text<'_>, &mut Vec<Plant>)) -> Kind {
    Kind { name, says, places }
}

/// One mistake at one place.
#[derive(Clone)]
struct Plant {
    /// What is replaced by what, in the order of the text.
    edits: Vec<(Range<usize>, String)>,
    /// The lines of the changed text where it may be reported.
    lines: Vec<u32>,
}

impl Plant {
    fn new(line: u32, at: Range<usize>, put: impl Into<String>) -> Plant {
        Plant { edits: vec![(at, put.into())], lines: vec![line] }
    }

    fn and(mut self, at: Range<usize>, put: impl Into<String>) -> Plant {
        self.edits.push((at, put.into()));
        self
    }

    /// It may be reported here too.
    fn or(mut self, lines: impl IntoIterator<Item = u32>) -> Plant {
        self.lines.extend(lines);
        self
    }

    /// A brace is as well reported a line before or after.
    fn about(mut self) -> Plant {
        self.lines = self.lines.iter().flat_map(|line| line.saturating_sub(1)..=line + 1).collect();
        self
    }

    fn put_in(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len() + 64);
        let mut from = 0;
        for (at, put) in &self.edits {
            out.push_str(&text[from..at.start]);
            out.push_str(put);
            from = at.end;
        }
        out + &text[from..]
    }
}

/// How far from 1 000 and 0 a kind may be, in a thousand of its places, and why.
struct Bound {
    kind: &'static str,
    recall: usize,
    extra: usize,
    why: &'static str,
}

#[rustfmt::skip]
const BOUNDS: &[Bound] = &[
    Bound { kind: "block-doubled",                recall: 1000, extra:    24, why: "the second indicator's own holes" },
    Bound { kind: "amount-letter-for-digit",      recall: 1000, extra:    24, why: "`l0 k€`: a word, then an amount" },
    Bound { kind: "dates-backwards",              recall: 1000, extra:    21, why: "the dates that rest on those of the goal" },
];

/// Random numbers that are the same in each run: SplitMix64.
struct Random(u64);

impl Random {
    /// Each kind has its own, so that a new kind changes nothing in the others' order.
    fn of(words: &[&str]) -> Random {
        let bytes = words.iter().flat_map(|word| word.bytes());
        Random(bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn shuffle<T>(&mut self, things: &mut [T]) {
        for last in (1..things.len()).rev() {
            things.swap(last, (self.next() % (last as u64 + 1)) as usize);
        }
    }
}

/// A mistake to plant: of which kind, and in which file.
struct Job<'a> {
    kind: &'a Kind,
    file: usize,
    plant: Plant,
}

/// As many places of each kind, until all are enough: a kind that has few leaves its share to the others.
fn jobs<'a>(example: &Example, kinds: &'a [Kind], places: usize) -> Vec<Job<'a>> {
    let names = Names::of(example);
    let texts: Vec<Text<'_>> = example.files.iter().map(|(_, text)| Text::read(text, &names)).collect();
    let mut all: Vec<Vec<Job<'a>>> = kinds.iter().map(|kind| jobs_of(kind, example, &texts)).collect();
    let mut chosen = Vec::with_capacity(places + kinds.len());
    while chosen.len() < places && all.iter().any(|jobs| !jobs.is_empty()) {
        chosen.extend(all.iter_mut().filter_map(Vec::pop));
    }
    chosen
}

/// All the places of a kind, in random order, but each keyword in its turn: most lines are amounts, and a `use` is rare.
fn jobs_of<'a>(kind: &'a Kind, example: &Example, texts: &[Text<'_>]) -> Vec<Job<'a>> {
    let mut by_keyword: BTreeMap<&str, Vec<Job<'a>>> = BTreeMap::new();
    for (file, text) in texts.iter().enumerate() {
        let mut plants = Vec::new();
        (kind.places)(text, &mut plants);
        for plant in plants {
            let above = text.lines.partition_point(|line| line.start <= plant.edits[0].0.start);
            let keyword = text.lines[above.saturating_sub(1)].keyword;
            by_keyword.entry(keyword).or_default().push(Job { kind, file, plant });
        }
    }
    let mut random = Random::of(&[example.name, kind.name]);
    by_keyword.values_mut().for_each(|jobs| random.shuffle(jobs));
    let mut rounds = Vec::new();
    while by_keyword.values().any(|jobs| !jobs.is_empty()) {
        let mut round: Vec<Job<'a>> = by_keyword.values_mut().filter_map(Vec::pop).collect();
        random.shuffle(&mut round);
        rounds.append(&mut round);
    }
    // They are taken from the end.
    rounds.reverse();
    rounds
}

/// What became of a planted mistake.
struct Outcome {
    kind: &'static str,
    reported: bool,
    extra: Vec<Said>,
    /// For people: the example, the place, the lines before and after, all that was said.
    shown: String,
}

fn outcome(example: &Example, job: &Job<'_>) -> Outcome {
    let (file, before) = &example.files[job.file];
    let after = job.plant.put_in(before);
    let mut extra = example.added(job.file, &after);
    let all = extra.clone();
    let right = |found: &Said| job.kind.says.contains(&found.rule) && found.is_at(file, &job.plant.lines);
    let found = extra.iter().position(right);
    if let Some(at) = found {
        extra.remove(at);
    }
    let reported = found.is_some() || job.kind.says.is_empty();
    let shown = if reported && extra.is_empty() { String::new() } else { shown(example, file, (before, &after), &job.plant.lines, &all) };
    Outcome { kind: job.kind.name, reported, extra, shown }
}

/// The lines that differ, and what was said of them.
fn shown(example: &Example, file: &str, (before, after): (&str, &str), due: &[u32], all: &[Said]) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (before.split('\n').collect(), after.split('\n').collect());
    let same = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let most = old.len().min(new.len()) - same;
    let tail = old.iter().rev().zip(new.iter().rev()).take(most).take_while(|(old, new)| old == new).count();
    let mut out = format!("  {}/{file}:{}  (due at line {due:?})\n", example.name, same + 1);
    for (sign, lines) in [("-", &old[same..old.len() - tail]), ("+", &new[same..new.len() - tail])] {
        for line in lines.iter().take(4) {
            out.push_str(&format!("    {sign} {}\n", line.escape_debug().to_string().replace("\\\"", "\"").replace("\\'", "'")));
        }
        if lines.len() > 4 {
            out.push_str(&format!("    {sign} … {} lines\n", lines.len()));
        }
    }
    if all.is_empty() {
        out.push_str("    nothing is said\n");
    }
    for found in all.iter().take(8) {
        out.push_str(&format!("    got {}\n", found.show()));
    }
    if all.len() > 8 {
        out.push_str(&format!("    got {} more\n", all.len() - 8));
    }
    out
}

#[test]
fn one_mistake_one_message() {
    let only = std::env::var("MUTATION").ok();
    let places = std::env::var("MUTATION_PLACES").ok().map_or(PLACES, |places| places.parse().expect("a number of places"));
    let kinds: Vec<Kind> = [blocks::kinds(), words::kinds(), fields::kinds()].into_iter().flatten().collect();
    assert!(kinds.iter().filter(|kind| !kind.says.is_empty()).count() >= 30, "thirty kinds of mistakes");
    for bound in BOUNDS {
        assert!(kinds.iter().any(|kind| kind.name == bound.kind), "BOUNDS: {} is no kind", bound.kind);
        assert!(!bound.why.is_empty() && (bound.recall < 1000 || bound.extra > 0), "BOUNDS: {} needs no row", bound.kind);
    }
    for rule in kinds.iter().flat_map(|kind| kind.says) {
        assert!(strategy::diagnostic::rules::ALL.iter().any(|code| code.name == *rule), "no rule is named {rule}");
    }

    let mut outcomes: BTreeMap<&str, Vec<Outcome>> = BTreeMap::new();
    for example in ["montreval", "bretagne"].map(Example::read) {
        let jobs = jobs(&example, &kinds, places);
        assert!(jobs.len() >= places.min(2_000), "{}: {} places only", example.name, jobs.len());
        let wanted = jobs.par_iter().filter(|job| only.as_deref().is_none_or(|only| job.kind.name == only));
        for outcome in wanted.map(|job| outcome(&example, job)).collect::<Vec<_>>() {
            outcomes.entry(outcome.kind).or_default().push(outcome);
        }
    }
    assert!(!outcomes.is_empty(), "MUTATION: no kind is named {}", only.unwrap_or_default());

    println!("{:<28} {:>7} {:>8} {:>9} {:>12}  worst", "kind", "planted", "recall %", "extra/100", "bound ‰");
    let (mut failures, mut better) = (String::new(), Vec::new());
    let (mut planted, mut reported, mut extras) = (0, 0, 0);
    for kind in &kinds {
        let Some(outcomes) = outcomes.get(kind.name) else { continue };
        let count = outcomes.len();
        let found = outcomes.iter().filter(|outcome| outcome.reported).count();
        let extra: usize = outcomes.iter().map(|outcome| outcome.extra.len()).sum();
        (planted, reported, extras) = (planted + count, reported + found, extras + extra);
        let worst = outcomes.iter().max_by_key(|outcome| outcome.extra.len()).and_then(|outcome| outcome.extra.first());
        let worst = worst.map_or_else(String::new, |worst| worst.show().chars().take(90).collect::<String>());
        let row = BOUNDS.iter().find(|bound| bound.kind == kind.name);
        let (least, most) = row.map_or((1000, 0), |row| (row.recall, row.extra));
        let bound = row.map_or_else(String::new, |row| format!("{} {}", row.recall, row.extra));
        println!("{:<28} {count:>7} {:>8.1} {:>9.1} {bound:>12}  {worst}", kind.name, percent(found, count), percent(extra, count));
        let over = found * 1000 < least * count || extra * 1000 > most * count;
        if row.is_some() && extra == 0 && found == count {
            better.push(kind.name);
        }
        if over || only.is_some() {
            let bad = outcomes.iter().filter(|outcome| !outcome.shown.is_empty());
            let shown: Vec<&str> = bad.take(if only.is_some() { 50 } else { 5 }).map(|outcome| outcome.shown.as_str()).collect();
            failures.push_str(&format!(
                "\n{}: recall {:.1} %, {:.1} extra messages per 100; due: {:?}\nits row would be: Bound {{ kind: {:?}, recall: {}, extra: {}, why: … }}\n{}",
                kind.name,
                percent(found, count),
                percent(extra, count),
                kind.says,
                kind.name,
                found * 1000 / count,
                (extra * 1000).div_ceil(count),
                shown.concat(),
            ));
        }
        if over && only.is_some() {
            failures.push_str("OVER ITS BOUND\n");
        }
    }
    println!("{:<28} {planted:>7} {:>8.1} {:>9.1}", "all", percent(reported, planted), percent(extras, planted));
    if only.is_some() {
        println!("{failures}");
    }
    let over = if only.is_some() { failures.contains("OVER ITS BOUND") } else { !failures.is_empty() };
    assert!(!over, "kinds over their bound:\n{failures}");
    assert!(better.is_empty(), "these kinds need no row in BOUNDS any more: {better:?}");
}

fn percent(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole.max(1) as f64
}

#[test]
fn random_numbers_are_those_of_splitmix64() {
    // The first numbers of the reference implementation for the seed 1234567.
    let mut random = Random(1_234_567);
    assert_eq!([random.next(), random.next()], [6457827717110365317, 3203168211198807973]);
}
