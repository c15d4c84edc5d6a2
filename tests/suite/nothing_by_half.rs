//! Nothing is read by half. Every statement of every example is read to its end, whatever its keyword: a stray word, a block, a `///`
//! or a misspelt word of value put there is said, at that line.

#![allow(clippy::print_stdout, reason = "the test shows its table")]

use std::collections::BTreeMap;

use rayon::prelude::*;

use strategy::diagnostic::Lang;
use strategy::language::{CONCEPTS, ConceptRow};

use super::plant::{Example, Line, Names, Text};

/// What is put, and where: the place of the text, the words, and the lines that a message must name.
type Put = (usize, String, Vec<u32>);

struct Attack {
    name: &'static str,
    puts: fn(&Text<'_>, &Line<'_>) -> Vec<Put>,
}

const ATTACKS: &[Attack] = &[
    Attack { name: "word", puts: |_, line| vec![(line.words_end(), " stray".to_owned(), vec![line.number])] },
    // A status may say why.
    Attack {
        name: "text",
        puts: |_, line| match line.keyword {
            "état" => Vec::new(),
            _ => vec![(line.words_end(), " \"stray\"".to_owned(), vec![line.number])],
        },
    },
    Attack { name: "number", puts: |_, line| vec![(line.words_end(), " 17".to_owned(), vec![line.number])] },
    Attack { name: "empty block", puts: |_, line| if takes_block(line) { Vec::new() } else { block(line, " { }") } },
    Attack { name: "block", puts: |_, line| block(line, " { stray }") },
    Attack { name: "doc", puts: |_, line| doc(line) },
    Attack {
        name: "doc at end",
        puts: |text, line| {
            let put = |close| (close, format!("/// stray\n{}", line.indent()), vec![text.line_of(close)]);
            line.close.into_iter().map(put).collect()
        },
    },
    Attack {
        name: "value",
        puts: |_, line| {
            let misspelt = |word: usize| (word, "x".to_owned(), vec![line.number]);
            line.small_words().iter().map(|word| misspelt(word.range().end)).collect()
        },
    },
];

/// What passes in silence: the attack, the keyword of the statement and that of the block around it, and why.
const EXCEPTIONS: &[(&str, &str, &str, &str)] = &[];

/// Does it open a block, or may it?
fn takes_block(line: &Line<'_>) -> bool {
    let here =
        |row: &ConceptRow| row.within.iter().any(|place| place.map_or("", |concept| concept.row().spelling(Lang::Fr)) == line.within);
    let spelt = |row: &ConceptRow| row.fr.first().copied().unwrap_or_default() == line.keyword;
    line.close.is_some() || CONCEPTS.iter().any(|row| row.block && spelt(row) && here(row))
}

/// Behind a statement that has no block.
fn block(line: &Line<'_>, put: &str) -> Vec<Put> {
    if line.close.is_some() { Vec::new() } else { vec![(line.end(), put.to_owned(), vec![line.number])] }
}

/// Before what no document prints documentation for.
fn doc(line: &Line<'_>) -> Vec<Put> {
    // The marker test holds the document to all others.
    let printed = line.keyword != "utiliser";
    let before = (line.start, format!("{}/// stray\n", line.indent()), vec![line.number, line.number + 1]);
    if printed { Vec::new() } else { vec![before] }
}

#[test]
fn every_statement_is_read_to_its_end() {
    // By attack, keyword and block: how many were tried, and where nothing was said.
    let mut seen: BTreeMap<(&str, String, String), (usize, Vec<String>)> = BTreeMap::new();
    for example in ["montreval", "bretagne"].map(Example::read) {
        let names = Names::of(&example);
        let texts: Vec<Text<'_>> = example.files.iter().map(|(_, text)| Text::read(text, &names)).collect();
        let mut jobs = Vec::new();
        for (file, text) in texts.iter().enumerate() {
            for line in &text.lines {
                let puts = |attack: &'static Attack| (attack.puts)(text, line).into_iter().map(move |put| (attack, file, line, put));
                jobs.extend(ATTACKS.iter().flat_map(puts));
            }
        }
        let tried = jobs.par_iter().map(|(attack, file, line, (at, put, due))| {
            let (name, whole) = &example.files[*file];
            let text = format!("{}{put}{}", &whole[..*at], &whole[*at..]);
            let heard = example.added(*file, &text).iter().any(|found| found.is_at(name, due));
            let changed = text.lines().nth(line.number as usize - 1).unwrap_or_default().trim().to_owned();
            let missed = (!heard).then(|| format!("{}/{name}:{} {changed}", example.name, line.number));
            ((attack.name, line.keyword.to_owned(), line.within.to_owned()), missed)
        });
        for (key, missed) in tried.collect::<Vec<_>>() {
            let entry = seen.entry(key).or_default();
            entry.0 += 1;
            entry.1.extend(missed);
        }
    }

    let (mut total, mut silent, mut failures, mut stale) = (0, 0, String::new(), Vec::new());
    println!("{:<12} {:<16} {:<14} {:>6} {:>7}", "attack", "statement", "in", "tried", "silent");
    for ((attack, keyword, within), (tried, missed)) in &seen {
        (total, silent) = (total + tried, silent + missed.len());
        let excepted = EXCEPTIONS.iter().any(|row| (row.0, row.1, row.2) == (attack, keyword, within));
        if !missed.is_empty() {
            println!("{attack:<12} {keyword:<16} {within:<14} {tried:>6} {:>7}", missed.len());
        }
        if !missed.is_empty() && !excepted {
            let shown: Vec<&str> = missed.iter().take(3).map(String::as_str).collect();
            failures.push_str(&format!("{attack} at `{keyword}` in `{within}`: {} of {tried}\n  {}\n", missed.len(), shown.join("\n  ")));
        }
        if missed.is_empty() && excepted {
            stale.push((attack, keyword, within));
        }
    }
    println!("{:<12} {:<16} {:<14} {total:>6} {silent:>7}", "all", "", "");
    assert!(total > 2_000, "every statement is attacked");
    assert!(failures.is_empty(), "read by half, and nothing is said there:\n{failures}");
    assert!(stale.is_empty(), "EXCEPTIONS holds what is no exception any more: {stale:?}");
    assert!(EXCEPTIONS.iter().all(|row| seen.contains_key(&(row.0, row.1.to_owned(), row.2.to_owned())) && !row.3.is_empty()));
}
