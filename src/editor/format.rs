//! A document laid out, as the lines that change.

use std::ops::Range;

use crate::text::{LineIndex, changes, relaid};

/// What is to be replaced in a text, and by what; in order. Nothing where it is laid out already.
pub fn format(text: &str) -> Vec<(Range<usize>, String)> {
    changes(text, &crate::plan::format(text, None).text)
}

/// The same behind a sign that was just typed: of a block, behind the brace that closes it; of a line, behind its end. What is still
/// being written stays as it is.
pub fn format_typed(text: &str, offset: usize) -> Vec<(Range<usize>, String)> {
    let lines = LineIndex::new(text);
    let offset = text.floor_char_boundary(offset.min(text.len()));
    let line = lines.line_of(offset as u32);
    let here = lines.range(text, line);
    let closes = text[..offset].trim_end_matches([' ', '\t']).ends_with('}') && text[here.start..offset].trim() == "}";
    let wanted = match (closes, line.checked_sub(1)) {
        (true, _) => opening(text, offset)..here.end,
        // The line that was ended.
        (false, Some(before)) if text[here.start..offset].trim().is_empty() => lines.range(text, before),
        (false, _) => return Vec::new(),
    };
    let mut edits = format_lines(text, wanted);
    // Behind an end of line the blank lines are the author's, who is at work there.
    edits.retain(|(edit, _)| closes || (!edit.contains(&offset) && !text[edit.clone()].trim().is_empty()));
    edits
}

/// Of the lines that a stretch of the text touches only; what goes with lines outside of it stays as it is.
pub fn format_lines(text: &str, within: Range<usize>) -> Vec<(Range<usize>, String)> {
    let lines = LineIndex::new(text);
    let first = lines.line_of(within.start as u32);
    let mut last = lines.line_of(within.end.min(text.len()) as u32);
    // A stretch that ends where a line begins does not touch it.
    if first < last && lines.range(text, last).start == within.end {
        last -= 1;
    }
    let begins = |line: usize| if line < lines.count() { lines.range(text, line).start } else { text.len() };
    let (start, end) = (begins(first), begins(last + 1));
    let mut edits = relaid(text, &crate::plan::format(text, None).text);
    edits.retain(|(edit, _)| start <= edit.start && edit.end <= end);
    edits
}

/// Where the line begins that opens the block which ends at an offset.
fn opening(text: &str, offset: usize) -> usize {
    let mut depth = 0;
    for (at, c) in text[..offset].char_indices().rev() {
        match c {
            '}' => depth += 1,
            '{' => depth -= 1,
            _ => continue,
        }
        if depth == 0 {
            return text[..at].rfind('\n').map_or(0, |end| end + 1);
        }
    }
    0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str) -> String {
        let offset = text.find('|').unwrap();
        let text = text.replacen('|', "", 1);
        let mut after = text.clone();
        format_typed(&text, offset).into_iter().rev().for_each(|(range, new)| after.replace_range(range, &new));
        after
    }

    #[test]
    fn a_line_that_was_ended_and_a_block_that_was_closed() {
        assert_eq!(typed("axe x \"X\" {\n objectif  g  \"G\" {\n|\n  }\n}\n"), "axe x \"X\" {\n  objectif g \"G\" {\n\n  }\n}\n");
        let block = "axe  x \"X\" {\n  objectif  g \"G\" {\n pilote   CDO\n }|\n}\n";
        assert_eq!(typed(block), "axe  x \"X\" {\n  objectif g \"G\" {\n    pilote CDO\n  }\n}\n");
        assert_eq!(typed("axe  x \"X\" {|\n}\n"), "axe  x \"X\" {\n}\n", "nothing was ended");
        assert_eq!(typed("utiliser  std.roles\n\n|"), "utiliser  std.roles\n\n", "a blank line is the author's");
    }

    fn done(text: &str, edits: Vec<(Range<usize>, String)>) -> String {
        let mut after = text.to_owned();
        edits.into_iter().rev().for_each(|(range, new)| after.replace_range(range, &new));
        after
    }

    #[test]
    fn lines_that_come_and_go_shift_no_other() {
        let text = "\nutiliser std.roles\nutiliser std.themes";
        assert_eq!(done(text, format_lines(text, 1..20)), text, "the first is right, the second is outside");
        assert_eq!(done(text, format_lines(text, 0..text.len())), "utiliser std.roles\nutiliser std.themes\n");
        let plan = "utiliser std.roles\n\n\nstratégie \"S\" {\n période  2027 .. 2028\n}";
        let at = plan.find(" période").unwrap();
        assert_eq!(done(plan, format_lines(plan, at..at + 3)), plan.replace(" période  2027", "  période 2027"));
    }

    #[test]
    fn words_stay_and_so_does_what_is_outside() {
        let words = |text: &str| text.split_whitespace().collect::<String>();
        let laid = |text: &str| crate::plan::format(text, None).text;
        let mut files: Vec<_> = std::fs::read_dir("examples/mistakes").unwrap().map(|file| file.unwrap().path()).collect();
        files.sort();
        for file in files {
            let Ok(text) = std::fs::read_to_string(&file) else { continue };
            // Blank lines before and between, none at the end, everything askew.
            let text = format!("\n\n{}", text.trim_end().replace("\n", "\n ").replacen('}', "}\n\n\n", 3));
            let lines = LineIndex::new(&text);
            for line in (0..lines.count()).step_by(7) {
                let (from, to) = (lines.range(&text, line), lines.range(&text, (line + 3).min(lines.count() - 1)));
                for (edits, whole) in
                    [(format_lines(&text, from.start..to.end), from.start..to.end), (format_typed(&text, to.end), 0..to.end)]
                {
                    for (range, _) in &edits {
                        assert!(whole.start <= range.start && range.start <= whole.end, "{file:?} {line} {range:?}");
                    }
                    let after = done(&text, edits);
                    assert!(words(&after) == words(&text) || laid(&after) == laid(&text), "{file:?} {line}\n{after}");
                    assert!(after.ends_with(&text[(to.end + 1).min(text.len())..]), "{file:?} {line}");
                }
            }
        }
    }
}
