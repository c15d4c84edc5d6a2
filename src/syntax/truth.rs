//! The language as `grammar/strategy.pest` spells it out: what the benchmark measures, and what the tests hold the fast
//! reading against. It recurses once a block: not for a text that nothing bounds.

use pest::{Parser, Token};

use super::build::Build;
use super::cut::Chunk;
use super::lex::lex;
use super::parse::{Grammar, Rule, by_hand};
use super::{Part, PartKind, Tree};

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

/// The parts of a line from where its words begin, and the first place that cannot be read, by the rules of the grammar.
pub fn tokens_by_grammar(line: &str) -> (Vec<Part>, Option<usize>) {
    let mut parts = Vec::new();
    let (mut end, mut bullet) = (0, None);
    for pair in Grammar::parse(Rule::words, line).into_iter().flatten() {
        end = pair.as_span().end();
        for token in pair.into_inner() {
            let kind = match token.as_rule() {
                Rule::word => PartKind::Word,
                Rule::literal => PartKind::Literal,
                Rule::quoted => PartKind::Text,
                Rule::comma => PartKind::Comma,
                Rule::colon => PartKind::Colon,
                Rule::dots => PartKind::Range,
                Rule::plus => PartKind::Plus,
                Rule::minus => PartKind::Minus,
                _ => {
                    bullet = Some(0);
                    continue;
                }
            };
            parts.push(Part { kind, start: token.as_span().start() as u32, end: token.as_span().end() as u32 });
        }
    }
    let rest = &line[end..];
    let stops = rest.is_empty() || rest.starts_with(['{', '}']) || rest.starts_with("//");
    (parts, if stops { bullet } else { Some(end) })
}

/// The same by the road that every line takes.
pub fn tokens(line: &str) -> (Vec<Part>, Option<usize>) {
    let mut parts = Vec::new();
    let wrong = lex(line, 0, line.len(), 0, &mut parts).wrong;
    (parts, wrong)
}

/// Which of the grammar's values a literal is.
pub fn value_by_grammar(written: &str) -> Option<String> {
    let value = Grammar::parse(Rule::value, written).ok()?.next()?.into_inner().next()?;
    Some(format!("{:?}", value.as_rule()))
}
