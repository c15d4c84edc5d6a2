//! What is typed for a brace or a quote and looks like one.

/// Brackets that stand for `{` at the end of a line, and for `}` at its start.
const BRACES: [(&str, &str); 7] = [("(", ")"), ("[", "]"), ("｛", "｝"), ("﹛", "﹜"), ("❴", "❵"), ("（", "）"), ("［", "］")];

/// Opening marks of texts, and what closes them.
const QUOTES: [(&str, &[&str]); 14] = [
    ("‘", &["’", "‘", "'"]),
    ("’", &["’", "‘", "'"]),
    ("‚", &["‘", "’", "'"]),
    ("„", &["“", "”", "\"", "„"]),
    ("‹", &["›"]),
    ("›", &["‹", "›"]),
    ("″", &["″", "\""]),
    ("＂", &["＂", "\""]),
    ("”", &["”", "“", "\""]),
    ("»", &["«", "»"]),
    ("'", &["'", "’"]),
    ("`", &["`", "'", "´"]),
    ("´", &["´", "'"]),
    ("''", &["''"]),
];

/// The length of what opens a block here, if it ends its line.
pub fn opens_block(bytes: &[u8], at: usize) -> Option<usize> {
    let length = BRACES.iter().find(|(open, _)| bytes[at..].starts_with(open.as_bytes()))?.0.len();
    let rest = &bytes[at + length..];
    let rest = &rest[rest.iter().take_while(|b| matches!(b, b' ' | b'\t' | b'\r')).count()..];
    (rest.is_empty() || rest[0] == b'\n' || rest.starts_with(b"//")).then_some(length)
}

/// The length of what closes a block here; the caller knows that it begins its line.
pub fn closes_block(bytes: &[u8], at: usize) -> Option<usize> {
    BRACES.iter().find(|(_, close)| bytes[at..].starts_with(close.as_bytes())).map(|(_, close)| close.len())
}

/// A text in look-alike quotes: the lengths of its opening and its closing mark, and where the latter stands.
pub fn quoted(line: &str) -> Option<(usize, Option<(usize, usize)>)> {
    let (open, closes) = QUOTES.iter().rev().find(|(open, _)| line.starts_with(open))?;
    let inner = &line[open.len()..];
    // An apostrophe closes where no word goes on: `'L'usager'`.
    let closing = closes
        .iter()
        .flat_map(|close| inner.match_indices(close))
        .filter(|(at, close)| *at > 0 && inner[at + close.len()..].chars().next().is_none_or(|c| !c.is_alphanumeric()))
        .min_by_key(|(at, _)| *at)
        .map(|(at, close)| (open.len() + at, close.len()));
    Some((open.len(), closing))
}
