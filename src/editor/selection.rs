//! What is taken hold of around a place, step by step: a word, a value, a line, a block, all that holds it.

use super::at::unquoted;
use crate::language::is_policy;
use crate::syntax::statement::sentences;
use crate::syntax::{Block, NodeId, PartKind, Tree, cut, parse_chunk};
use crate::text::SourceId;

/// Stretches of the text that hold the offset, each within the next; the last is the whole text. Never empty.
pub fn selection(text: &str, offset: usize) -> Vec<std::ops::Range<usize>> {
    let mut steps = Vec::new();
    let offset = offset.min(text.len());
    steps.push(0..text.len());
    if let Some(chunk) = cut(text).into_iter().find(|chunk| chunk.range.start <= offset && offset <= chunk.range.end) {
        let item = chunk.range.start..chunk.range.start + text[chunk.range.clone()].trim_end().len();
        steps.push(item.clone());
        match is_policy(&text[item]) {
            true => of_policy(text, chunk.range.clone(), offset, &mut steps),
            false => {
                let (tree, _) = parse_chunk(SourceId(0), text, &chunk);
                of_plan(text, &tree, offset, &mut steps);
            }
        }
    }
    // Where the text is damaged, a place may be another one's.
    steps.retain(|step| step.start <= offset && offset <= step.end && text.get(step.clone()).is_some());
    steps.sort_by_key(|step| (step.len(), step.start));
    steps.dedup();
    // Only what lies in one another.
    let mut kept: Vec<std::ops::Range<usize>> = Vec::new();
    for step in steps {
        if kept.last().is_none_or(|last| step.start <= last.start && last.end <= step.end) {
            kept.push(step);
        }
    }
    kept
}

fn of_plan(text: &str, tree: &Tree, offset: usize, steps: &mut Vec<std::ops::Range<usize>>) {
    for id in 0..tree.count() {
        let node = tree.node(id);
        let end = whole_end(tree, id);
        if offset < node.start as usize || end < offset {
            continue;
        }
        steps.push(node.start as usize..end);
        steps.push(node.start as usize..node.end as usize);
        if let Some((first, _)) = tree.docs(id).first() {
            steps.push(*first as usize..end);
        }
        if let Block::Closed(open, close) = node.block {
            steps.push(open as usize + 1..close as usize);
        }
        for part in tree.parts(id) {
            steps.push(part.start as usize..part.end as usize);
            // What stands between the quotes.
            if part.kind == PartKind::Text {
                let (start, bare) = (part.start as usize, unquoted(&text[part.start as usize..part.end as usize]));
                steps.push(start + bare.start..start + bare.end);
            }
        }
        // Its values, without the keyword.
        if let [_, first, .., last] = tree.parts(id) {
            steps.push(first.start as usize..last.end as usize);
        }
    }
}

fn whole_end(tree: &Tree, id: NodeId) -> usize {
    let node = tree.node(id);
    match node.block {
        Block::Closed(_, close) => close as usize + 1,
        Block::None | Block::Open(_) => node.end as usize,
    }
}

fn of_policy(text: &str, within: std::ops::Range<usize>, offset: usize, steps: &mut Vec<std::ops::Range<usize>>) {
    for sentence in sentences(text, within) {
        let end = sentence.block.as_ref().map_or(sentence.words.end, |block| (block.end + usize::from(sentence.closed)).min(text.len()));
        if offset < sentence.words.start || end < offset {
            continue;
        }
        steps.push(sentence.words.start..end);
        steps.push(sentence.words.clone());
        let word = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
        if sentence.words.contains(&offset) {
            let start = text[..offset].trim_end_matches(word).len();
            let behind = &text[offset..];
            steps.push(start..offset + behind.len() - behind.trim_start_matches(word).len());
        }
        if let Some(block) = sentence.block {
            steps.push(block.clone());
            of_policy(text, block, offset, steps);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn steps(text: &str) -> Vec<&str> {
        let offset = text.find('|').unwrap();
        let bare: &'static str = Box::leak(text.replacen('|', "", 1).into_boxed_str());
        selection(bare, offset).into_iter().map(|step| &bare[step]).collect()
    }

    #[test]
    fn from_a_word_to_the_whole_text() {
        let text = "axe x \"X\" {\n  objectif g \"Un gui|chet\" {\n    pilote CDO\n  }\n}\npilote p \"P\"\n";
        let found = steps(text);
        let goal = "objectif g \"Un guichet\" {\n    pilote CDO\n  }";
        assert_eq!(found[..4], ["Un guichet", "\"Un guichet\"", "g \"Un guichet\"", "objectif g \"Un guichet\""]);
        assert_eq!(found[4], goal);
        assert_eq!(found[5].trim(), goal);
        assert!(found[6].starts_with("axe") && found[6].ends_with('}'));
        assert_eq!(found.last().unwrap().len(), text.len() - 1);
        assert_eq!(steps("a: pilote C|DO\n")[0], "CDO");
    }

    #[test]
    fn each_step_holds_the_one_before_wherever_one_stands() {
        let text = "/// é\naxe x \"X\" {\n  objectif g \"G\" {\n    budget {\n      investissement 2027: 3 k€\n    }\n  }\n}\nrègle r {\n  exige a.b > 3\n  signale { axe x }\n}\n";
        for offset in (0..=text.len()).filter(|at| text.is_char_boundary(*at)) {
            let found = selection(text, offset);
            assert_eq!(found.last(), Some(&(0..text.len())));
            assert!(found.iter().all(|step| step.start <= offset && offset <= step.end && text.get(step.clone()).is_some()));
            assert!(found.windows(2).all(|two| two[1].start <= two[0].start && two[0].end <= two[1].end && two[0] != two[1]));
        }
    }
}
