//! A document laid out, as the lines that change.

use std::ops::Range;

use crate::text::changes;

/// What is to be replaced in a text, and by what; in order. Nothing where it is laid out already.
pub fn format(text: &str) -> Vec<(Range<usize>, String)> {
    changes(text, &crate::plan::format(text, None).text)
}
