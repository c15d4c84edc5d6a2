//! `grammar/strategy.pest` says what the language is; the fast reading must say the same of every text.

use rayon::prelude::*;
use strategy::diagnostic::{Diagnostic, Label};
use strategy::syntax::{
    Block, Chunk, NodeId, Tree, chunk_by_grammar, chunk_by_hand, cut, parse_chunk, tokens, tokens_by_grammar, value_by_grammar,
};
use strategy::text::SourceId;

use super::support::{files_below, top};

/// How many changed texts each test reads.
const CHANGED: u64 = 100_000;

/// SplitMix64: the same numbers on every machine, for ever.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % end as u64) as usize
    }
}

/// All that we write in the language ourselves: the examples, the library, the blocks of the reference.
fn our_texts() -> Vec<String> {
    let read = |path: &std::path::PathBuf| std::fs::read_to_string(path).expect("a text of ours");
    let plans = ["examples", "stdlib"].iter().flat_map(|folder| files_below(&top().join(folder), "dsl"));
    let mut texts: Vec<String> = plans.map(|path| read(&path)).collect();
    for page in files_below(&top().join("tests/spec"), "md") {
        texts.extend(read(&page).split("```dsl\n").skip(1).filter_map(|rest| rest.split("\n```").next()).map(str::to_owned));
    }
    assert!(texts.len() > 30);
    texts
}

/// What changes the shape of a text, or looks as if it did.
const ODD: &[&str] = &[
    "{", "}", "\"", "\\", "\\\"", "«", "»", "“", "”", "/", "//", "///", "////", "\n", "\r\n", "\r", " ", "\t", "\u{a0}", "\u{202f}",
    "\u{0b}", "\u{0c}", "\u{1b}", "\0", "\u{7f}", ",", ", ", ":", ".", "..", "...", "…", "-", "–", "—", "−", "+", "=", ";", "(", ")", "'",
    "’", "d'", "l’", "é", "e\u{301}", "ß", "中", "😀", "•", "* ", "- ", "€", "k€", " %", "0", "12 500", "1,5", "2027-T2", "12/03",
    "\u{2011}", " EUR", " euro", "%", "_", "a", "x.y", "{\n", "}\n", "\n}", " {\n",
];

/// A few lines of a text, changed in one to four places.
fn changed(texts: &[String], seed: u64) -> String {
    let mut random = Random(seed);
    let text = &texts[random.below(texts.len())];
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let first = random.below(lines.len());
    let mut out: Vec<char> = lines[first..(first + 1 + random.below(12)).min(lines.len())].concat().chars().collect();
    for _ in 0..1 + random.below(4) {
        let at = random.below(out.len() + 1);
        let end = if random.below(3) == 0 { (at + 1 + random.below(3)).min(out.len()) } else { at };
        let odd = if random.below(4) == 0 { "" } else { ODD[random.below(ODD.len())] };
        out.splice(at..end, odd.chars());
    }
    out.into_iter().collect()
}

/// The tree and where it is wrong, by both roads.
fn same_tree(text: &str) {
    for chunk in cut(text).iter().filter(|chunk| chunk.too_deep.is_none()) {
        let (by_hand, by_grammar) = (chunk_by_hand(text, chunk), chunk_by_grammar(text, chunk));
        assert_eq!(format!("{by_hand:?}"), format!("{by_grammar:?}"), "{text:?}");
    }
}

#[test]
fn the_fast_road_makes_the_same_trees() {
    let texts = our_texts();
    texts.par_iter().for_each(|text| same_tree(text));
    (0..CHANGED).into_par_iter().for_each(|seed| same_tree(&changed(&texts, seed)));
}

#[test]
fn the_lexer_reads_the_same_words() {
    let texts = our_texts();
    let same = |text: &str| {
        for line in text.split('\n') {
            // All that may begin a line's words; the road passes over the blanks and the comments before.
            let line = line.trim_start_matches(|c| matches!(c, '\t'..=' '));
            if !line.starts_with(['{', '}']) && !line.starts_with("//") {
                let (fast, slow) = (tokens(line), tokens_by_grammar(line));
                assert_eq!(format!("{fast:?}"), format!("{slow:?}"), "{line:?}");
            }
        }
    };
    texts.par_iter().for_each(|text| same(text));
    (0..CHANGED).into_par_iter().for_each(|seed| same(&changed(&texts, seed)));
}

/// The rules that say what a literal is: each value is one token, but for the unit of a duration and the dots of a period.
#[test]
fn values_are_what_the_grammar_says() {
    for (kind, values) in [
        ("date", &["2027", "2027-T2", "2027-03", "2027-03-15", "2027\u{2011}03"][..]),
        ("money", &["120 k€", "120k€", "12 500,50 €", "35\u{a0}000\u{202f}€", "1_000 €", "3 Md€", "12 500 EUR", "12 500 euros"]),
        ("percent", &["80 %", "80%", "12,5 %"]),
        ("number", &["62 400", "62_400", "0,5", "12", "20271"]),
        ("duration", &["18 mois", "2 years"]),
        ("period", &["2027-01 .. 2028-06", "2027..2028", "2027-01 – 2027-06"]),
    ] {
        for value in values {
            assert_eq!(value_by_grammar(value).as_deref(), Some(kind), "{value}");
            let due = match kind {
                "duration" => 2,
                "period" => 3,
                _ => 1,
            };
            assert_eq!((tokens(value).0.len(), tokens(value).1), (due, None), "{value}");
        }
    }
    for wrong in ["12/03/2027", "2027-13-1-1", "120.000,50 €", "a", ""] {
        assert_eq!(value_by_grammar(wrong), None, "{wrong}");
    }
}

/// All of a tree, with its places counted from `base`.
fn shape(tree: &Tree, base: u32) -> Vec<String> {
    fn below(tree: &Tree, base: u32, nodes: impl Iterator<Item = NodeId>, depth: usize, out: &mut Vec<String>) {
        for id in nodes {
            let node = tree.node(id);
            let parts: Vec<_> = tree.parts(id).iter().map(|part| (part.kind, part.start - base, part.end - base)).collect();
            let docs: Vec<_> = tree.docs(id).iter().map(|(start, end)| (start - base, end - base)).collect();
            let block = match node.block {
                Block::None => (0, 0),
                Block::Open(open) => (open - base, 0),
                Block::Closed(open, close) => (open - base, close - base),
            };
            out.push(format!("{depth} {} {} {block:?} {parts:?} {docs:?} {}", node.start - base, node.end - base, node.damaged));
            below(tree, base, tree.children(id), depth + 1, out);
        }
    }
    let mut out = Vec::new();
    below(tree, base, tree.roots(), 0, &mut out);
    out
}

/// What an item says depends on its own text only: it may be kept while the rest of its file changes.
#[test]
fn an_item_alone_reads_as_in_its_place() {
    let texts = our_texts();
    let places = |found: &[Diagnostic], base: u32| -> Vec<_> {
        let place = |label: &Label| (label.span.start - base, label.span.end - base, label.text.clone());
        found.iter().map(|found| (found.rule.id, found.message.clone(), found.labels.iter().map(place).collect::<Vec<_>>())).collect()
    };
    let alone = |text: &str| {
        for chunk in cut(text) {
            let (item, base) = (&text[chunk.range.clone()], chunk.range.start as u32);
            let (tree, found) = parse_chunk(SourceId(0), text, &chunk);
            let (own_tree, own_found) = parse_chunk(SourceId(0), item, &Chunk { range: 0..item.len(), ..chunk });
            assert_eq!(shape(&tree, base), shape(&own_tree, 0), "{text:?}");
            assert_eq!(places(&found, base), places(&own_found, 0), "{text:?}");
        }
    };
    texts.par_iter().for_each(|text| alone(text));
    (0..CHANGED / 10).into_par_iter().for_each(|seed| alone(&changed(&texts, seed)));
    alone(&format!("x\n{}", "a {\n".repeat(40)));
}
