//! The language as `grammar/strategy.pest` spells it out: what the benchmark measures, and what the tests hold the fast
//! reading against. It recurses once a block: not for a text that nothing bounds.

use pest::{Parser, Token};

use super::Tree;
use super::cut::Chunk;
use super::parse::{Grammar, Rule, read};
use crate::diagnostic::Diagnostic;
use crate::text::SourceId;

/// The bare pest parse of a whole text, for the benchmark: how many pairs it found.
pub fn bare_parse(text: &str) -> usize {
    Grammar::parse(Rule::file, text).map_or(0, |pairs| pairs.len())
}

/// The same as [`super::parse_chunk`].
pub fn chunk_by_grammar(source: SourceId, text: &str, chunk: &Chunk) -> (Tree, Vec<Diagnostic>) {
    let item = &text[chunk.range.clone()];
    read(source, text, chunk, |build| {
        let mut start = 0;
        let Ok(pairs) = Grammar::parse(Rule::file, item) else { return };
        for token in pairs.tokens() {
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
                        let line = item[start..pos.pos()].split('\n').next().unwrap_or("");
                        build.statement(start, start + line.len());
                    }
                    Rule::close | Rule::stray => build.close(start),
                    Rule::note => build.note(start, pos.pos()),
                    _ => {}
                },
            }
        }
    })
}
