//! Where braces do not balance, the indentation says what belongs to what.
//!
//! In: the tree of such an item. Out: the same nodes, each in the block that its indentation puts it in. A file without
//! indentation is left as its braces have it.

use super::lines::{indent, line_of};
use super::{Block, Tree};

pub fn mend(tree: &mut Tree, text: &str) {
    // What does not begin its line belongs to what does.
    let depth = |start: u32| {
        let line = line_of(text, start);
        if text[line..start as usize].trim().is_empty() { indent(text, start) } else { usize::MAX }
    };
    let depths: Vec<usize> = tree.nodes.iter().map(|node| depth(node.start)).collect();
    if depths.iter().all(|depth| *depth <= depths[0] || *depth == usize::MAX) {
        return;
    }
    let mut open: Vec<usize> = Vec::new();
    for at in 0..tree.nodes.len() {
        while let Some(&outer) = open.last() {
            if depths[outer] < depths[at] && tree.nodes[outer].block != Block::None {
                break;
            }
            tree.nodes[outer].next = at as u32;
            open.pop();
        }
        open.push(at);
    }
    for outer in open {
        tree.nodes[outer].next = tree.nodes.len() as u32;
    }
}
