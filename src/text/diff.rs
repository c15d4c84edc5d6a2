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

/// A run of words that both texts have, or one of them only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Run {
    Same,
    Gone,
    Come,
}

/// Where two texts differ, word by word: the runs of the old one, and those of the new one. What a blank keeps together (`46 000 €`) is one
/// word; and blanks alone between words that change are part of the change.
pub fn words(old: &str, new: &str) -> [Vec<(Run, String)>; 2] {
    let (olds, news): (Vec<&str>, Vec<&str>) = (old.split_inclusive(' ').collect(), new.split_inclusive(' ').collect());
    // A word is the same with or without a blank behind it.
    let bare = |words: &[&str]| words.iter().map(|word| word.trim_end_matches(' ').to_owned()).collect::<Vec<_>>();
    let (bare_olds, bare_news) = (bare(&olds), bare(&news));
    let mut runs = [Vec::new(), Vec::new()];
    for change in similar::capture_diff_slices(similar::Algorithm::Myers, &bare_olds, &bare_news) {
        let same = change.tag() == DiffTag::Equal;
        for (side, words, range, run) in [(0, &olds, change.old_range(), Run::Gone), (1, &news, change.new_range(), Run::Come)] {
            let text = words[range].concat();
            if !text.is_empty() {
                runs[side].push((if same { Run::Same } else { run }, text));
            }
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_tell_what_goes_and_what_comes() {
        let told =
            |old, new| words(old, new).map(|runs| runs.into_iter().map(|(run, text)| format!("{run:?}({text})")).collect::<String>());
        assert_eq!(
            told("de mars à mai 2027", "de mars à juin 2028"),
            ["Same(de mars à )Gone(mai 2027)", "Same(de mars à )Come(juin 2028)"]
        );
        assert_eq!(told("46\u{202f}000\u{a0}€", "18\u{202f}000\u{a0}€"), ["Gone(46\u{202f}000\u{a0}€)", "Come(18\u{202f}000\u{a0}€)"]);
        assert_eq!(told("", "un"), ["", "Come(un)"]);
        assert_eq!(told("un deux", "un"), ["Same(un )Gone(deux)", "Same(un)"]);
    }

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
