//! What may be folded away: blocks, notes, the files that a plan is made of.

use std::ops::Range;

use crate::language::is_policy;
use crate::syntax::statement::sentences;
use crate::syntax::{Block, cut, parse_chunk};
use crate::text::{LineIndex, SourceId};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fold {
    Block,
    Notes,
    Uses,
}

/// Stretches of at least two lines, by their lines from 0, the last one included; in order. The line of a closing brace stays in view.
pub fn folding(text: &str) -> Vec<(Range<usize>, Fold)> {
    let lines = LineIndex::new(text);
    let mut found = Vec::new();
    let mut block = |open: usize, close: usize| {
        let (first, last) = (lines.line_of(open as u32), lines.line_of(close as u32));
        if last > first + 1 {
            found.push((first..last - 1, Fold::Block));
        }
    };
    for chunk in cut(text) {
        if is_policy(&text[chunk.range.clone()]) {
            blocks_of(text, chunk.range.clone(), &mut block);
            continue;
        }
        let (tree, _) = parse_chunk(SourceId(0), text, &chunk);
        for node in 0..tree.count() {
            if let Block::Closed(open, close) = tree.node(node).block {
                block(open as usize, close as usize);
            }
        }
    }
    runs(text, &lines, |line| line.starts_with("//"), |first, last| found.push((first..last, Fold::Notes)));
    let uses = |line: &str| line.split_whitespace().next().is_some_and(|word| matches!(word, "use" | "utiliser")) && !line.ends_with('{');
    runs(text, &lines, uses, |first, last| found.push((first..last, Fold::Uses)));
    found.sort_by_key(|(lines, fold)| (lines.start, std::cmp::Reverse(lines.end), *fold));
    found.dedup_by_key(|(lines, _)| lines.start);
    found
}

/// The blocks of a policy, and those in them.
fn blocks_of(text: &str, within: Range<usize>, found: &mut impl FnMut(usize, usize)) {
    for sentence in sentences(text, within) {
        if let Some(block) = sentence.block.filter(|_| sentence.closed) {
            found(block.start, block.end);
            blocks_of(text, block, found);
        }
    }
}

/// Lines that follow each other and are of one kind.
fn runs(text: &str, lines: &LineIndex, is: impl Fn(&str) -> bool, mut found: impl FnMut(usize, usize)) {
    let mut first = None;
    for line in 0..=lines.count() {
        let one = line < lines.count() && is(text[lines.range(text, line)].trim_start());
        match (first, one) {
            (None, true) => first = Some(line),
            (Some(start), false) => {
                if line - start > 1 {
                    found(start, line - 1);
                }
                first = None;
            }
            (None, false) | (Some(_), true) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_notes_and_files_fold() {
        let text = "utiliser std.roles\nutiliser \"a.dsl\"\n\n/// Une.\n/// Deux.\naxe x \"X\" {\n  objectif g \"G\" {\n    pilote CDO\n  }\n  jalon \"J\" {\n  }\n}\nrègle r {\n  signale {\n    axe y \"Y\"\n  }\n}\n";
        let shown: Vec<(usize, usize, Fold)> = folding(text).into_iter().map(|(lines, fold)| (lines.start, lines.end, fold)).collect();
        assert_eq!(
            shown,
            [
                (0, 1, Fold::Uses),
                (3, 4, Fold::Notes),
                (5, 10, Fold::Block),
                (6, 7, Fold::Block),
                (12, 15, Fold::Block),
                (13, 14, Fold::Block)
            ]
        );
    }

    #[test]
    fn what_is_never_closed_folds_nothing_and_ends_nothing() {
        for text in ["", "axe x {\n\n\n", "}\n}\n", "règle r {\n  signale {\n", "\r\r\n{"] {
            let _ = folding(text);
        }
    }
}
