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

/// What is to be replaced so that a text becomes itself laid out otherwise: the fewest whole lines each, in order. Lines answer each other
/// by the words before them, so that any of the changes may be made without the others: no word is lost, none comes twice.
pub fn relaid(old: &str, new: &str) -> Vec<(Range<usize>, String)> {
    let signs = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<Vec<char>>();
    let (olds, news) = (signs(old), signs(new));
    let same = similar::capture_diff_slices(similar::Algorithm::Myers, &olds, &news);
    let same: Vec<_> = same.iter().filter(|run| run.tag() == DiffTag::Equal).map(|run| (run.old_range(), run.new_range())).collect();
    let there = breaks(new);
    // Where both texts begin a line behind the same signs.
    let answers = |(before, lines): (usize, Range<usize>)| {
        let at = |before: usize| there.binary_search_by_key(&before, |(before, _)| *before).ok().map(|at| there[at].1.clone());
        let own = same.iter().filter(|(from, _)| from.start <= before && before <= from.end);
        let other = match before {
            0 => at(0),
            _ if before == olds.len() => at(news.len()),
            _ => own.filter_map(|(from, to)| at(to.start + before - from.start)).next(),
        };
        other.map(|other| (lines, other))
    };
    let mut edits = Vec::new();
    let mut add = |from: Range<usize>, to: Range<usize>| {
        let (before, after) = (&old[from.clone()], &new[to]);
        if before != after {
            // The line break stays that both end with.
            let kept = ["\r\n", "\n"].into_iter().find(|kept| before.ends_with(kept) && after.ends_with(kept)).map_or(0, str::len);
            edits.push((from.start..from.end - kept, after[..after.len() - kept].to_owned()));
        }
    };
    let (mut from, mut to) = (0, 0);
    for (blank, other) in breaks(old).into_iter().filter_map(answers) {
        add(from..blank.start, to..other.start);
        (from, to) = (blank.end, other.end);
        add(blank, other);
    }
    edits
}

/// Where the lines of a text begin: behind how many signs, and the blank lines that stand there.
fn breaks(text: &str) -> Vec<(usize, Range<usize>)> {
    let mut breaks: Vec<(usize, Range<usize>)> = vec![(0, 0..0)];
    let (mut signs, mut at) = (0, 0);
    for line in text.split_inclusive('\n') {
        signs += line.chars().filter(|c| !c.is_whitespace()).count();
        at += line.len();
        match breaks.last_mut() {
            Some((before, lines)) if *before == signs => lines.end = at,
            _ => breaks.push((signs, at..at)),
        }
    }
    breaks
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

    #[test]
    fn any_change_of_a_layout_may_be_made_alone() {
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().concat();
        let texts = [
            ("\nuse a\nuse b", "use a\nuse b\n"),
            ("use a\n\n\nx {\n}", "use a\n\nx {\n}\n"),
            ("x { }\n}\n}", "x {\n}\n}\n}\n"),
            ("a\r\n\r\n\r\nb  c", "a\r\n\r\nb c\r\n"),
            ("a,\n  b\nc\n", "a, b\n\nc\n"),
            (" \n\n", ""),
            ("\n\nx\n y", "x\ny\n"),
        ];
        for (old, new) in texts {
            let edits = relaid(old, new);
            let mut all = old.to_owned();
            for (range, text) in edits.iter().rev() {
                all.replace_range(range.clone(), text);
                let mut one = old.to_owned();
                one.replace_range(range.clone(), text);
                assert_eq!(words(&one), words(old), "{old:?} {range:?}");
            }
            assert_eq!(all, new, "{edits:?}");
        }
        assert_eq!(relaid("\nuse a\nuse b", "use a\nuse b\n"), [(0..1, String::new()), (7..12, "use b\n".to_owned())]);
        // A word that takes its usual spelling.
        assert_eq!(relaid("x\n etat fini\ny", "x\n  état terminé\ny\n").len(), 2);
    }
}
