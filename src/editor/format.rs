//! A document laid out, as the lines that change.

use std::ops::Range;

use crate::text::{LineIndex, changes};

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
    edits.retain(|(edit, _)| !edit.contains(&offset) || closes);
    edits
}

/// Of the lines that a stretch of the text touches only, where each line stays one; else whatever touches it.
pub fn format_lines(text: &str, within: Range<usize>) -> Vec<(Range<usize>, String)> {
    let laid = crate::plan::format(text, None).text;
    let (old, new) = (LineIndex::new(text), LineIndex::new(&laid));
    if old.count() != new.count() {
        return changes(text, &laid).into_iter().filter(|(edit, _)| edit.start <= within.end && within.start <= edit.end).collect();
    }
    let lines = old.line_of(within.start as u32)..=old.line_of(within.end.min(text.len()) as u32);
    let both = lines.map(|line| (old.range(text, line), &laid[new.range(&laid, line)]));
    both.filter(|(own, now)| text[own.clone()] != **now).map(|(own, now)| (own, now.to_owned())).collect()
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
    }
}
