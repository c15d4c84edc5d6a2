//! An unresolved merge of git: two versions of the same lines, between marks.

use super::lines::line_end;

/// An unresolved merge: the marks of git at the start of lines.
pub struct Conflict {
    pub open: usize,
    pub first: std::ops::Range<usize>,
    pub second: std::ops::Range<usize>,
    /// After the line of the last mark.
    pub end: usize,
}

/// The conflict whose first mark stands at this start of a line, if it has all of them.
pub fn conflict(bytes: &[u8], open: usize) -> Option<Conflict> {
    if !bytes[open..].starts_with(b"<<<<<<<") {
        return None;
    }
    let next = |from: usize| (line_end(bytes, from) + 1).min(bytes.len());
    let first = next(open);
    let (mut first_end, mut second) = (None, None);
    let mut at = first;
    while at < bytes.len() {
        let line = &bytes[at..];
        if line.starts_with(b"<<<<<<<") {
            return None;
        } else if line.starts_with(b"|||||||") && first_end.is_none() {
            first_end = Some(at);
        } else if line.starts_with(b"=======") && second.is_none() {
            first_end.get_or_insert(at);
            second = Some(next(at));
        } else if line.starts_with(b">>>>>>>") {
            return Some(Conflict { open, first: first..first_end?, second: second?..at, end: next(at) });
        }
        at = next(at);
    }
    None
}
