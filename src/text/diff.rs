//! Where two texts differ, line by line.

use std::ops::Range;

use similar::{DiffTag, TextDiff};

/// What is to be replaced in the old text, and by what, so that it becomes the new one; whole lines, in order.
pub fn changes(old: &str, new: &str) -> Vec<(Range<usize>, String)> {
    let diff = TextDiff::from_lines(old, new);
    let starts = |lines: &[&str]| {
        let mut at = 0;
        let ends = lines.iter().map(|line| {
            at += line.len();
            at
        });
        std::iter::once(0).chain(ends).collect::<Vec<usize>>()
    };
    let (olds, news) = (starts(diff.old_slices()), starts(diff.new_slices()));
    let differ = diff.ops().iter().filter(|change| change.tag() != DiffTag::Equal);
    differ
        .map(|change| {
            let (from, to) = (change.old_range(), change.new_range());
            (olds[from.start]..olds[from.end], new[news[to.start]..news[to.end]].to_owned())
        })
        .collect()
}

/// The same for people and for `patch`.
pub fn unified(name: &str, old: &str, new: &str) -> String {
    TextDiff::from_lines(old, new).unified_diff().header(name, name).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_make_the_new_text_of_the_old_one() {
        for (old, new) in [("a\nb\nc\n", "a\nB\nc\n"), ("a", "a\n"), ("", "a\n"), ("a\r\n\r\n\r\nb", "a\r\n\r\nb\r\n"), ("x\ny\n", "")] {
            let mut text = old.to_owned();
            for (range, words) in changes(old, new).into_iter().rev() {
                text.replace_range(range, &words);
            }
            assert_eq!(text, new);
        }
        assert_eq!(changes("a\nb\nc\n", "a\nB\nc\n"), [(2..4, "B\n".to_owned())], "only what differs");
    }
}
