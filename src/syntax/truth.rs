//! The language as `grammar/strategy.pest` spells it out: what the benchmark measures, and what the tests hold the fast
//! reading against. It recurses once a block: not for a text that nothing bounds.

use pest::{Parser, Token};

use super::Tree;
use super::build::Build;
use super::cut::Chunk;
use super::parse::{Grammar, Rule, by_hand};

/// The bare pest parse of a whole text, for the benchmark: how many pairs it found.
pub fn bare_parse(text: &str) -> usize {
    Grammar::parse(Rule::file, text).map_or(0, |pairs| pairs.len())
}

/// What an item says as it stands, by the rules of the grammar: its tree, where it went wrong, and its extra braces.
pub fn chunk_by_grammar(text: &str, chunk: &Chunk) -> (Tree, Vec<u32>, Vec<u32>) {
    let item = &text[chunk.range.clone()];
    let mut build = Build::new(item, chunk.range.start);
    let mut start = 0;
    for token in Grammar::parse(Rule::file, item).map(|pairs| pairs.tokens()).into_iter().flatten() {
        match token {
            Token::Start { rule, pos } => {
                start = pos.pos();
                if rule == Rule::block {
                    build.open(start);
                }
            }
            Token::End { rule, pos } => match rule {
                // Every token holds the white space behind it, that of other lines included.
                Rule::line => {
                    let line_end = start + item[start..].split('\n').next().unwrap_or("").len();
                    let end = build.statement(start, line_end);
                    if item[start..end].trim_end() != item[start..pos.pos().min(line_end)].trim_end() {
                        build.damages.push(u32::MAX); // the two do not agree on where it ends
                    }
                }
                Rule::close | Rule::stray => build.close(start),
                Rule::note => build.note(start, start + item[start..pos.pos()].split('\n').next().unwrap_or("").len()),
                _ => {}
            },
        }
    }
    build.finish();
    (build.tree, build.damages, build.strays)
}

/// The same by the road that every text takes.
pub fn chunk_by_hand(text: &str, chunk: &Chunk) -> (Tree, Vec<u32>, Vec<u32>) {
    let build = by_hand(text, chunk);
    (build.tree, build.damages, build.strays)
}
