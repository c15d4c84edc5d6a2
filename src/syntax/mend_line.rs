//! Puts the words of each line right: quotes, brackets that stand for braces, a `;`, a text that goes on in the next line.

use super::copy::{Mend, Row};
use super::lex::{Words, lex};
use super::{alike, damage, quote};

/// No more tries at one line.
const TRIES: usize = 8;

/// No author wrote a line of more bytes, and none is mended.
const LONGEST: usize = 4096;

/// No more rows put together.
const MOVES: usize = 1_000;

pub fn mend_lines(mend: &mut Mend<'_>) {
    let mut at = 0;
    while at < mend.rows.len() {
        line(mend, at);
        at += 1;
    }
}

fn line(mend: &mut Mend<'_>, row: usize) {
    let Row { start, mut end, .. } = mend.rows[row];
    if end - start > LONGEST {
        return;
    }
    let mut at = start + mend.copy[start..end].iter().take_while(|b| b.is_ascii_whitespace()).count();
    if let Some(length) = mend.copy.get(at..end).and_then(|_| alike::closes_block(&mend.copy, at)) {
        closing(mend, at, length);
    }
    if note(mend, at, end) {
        return;
    }
    if mend.copy[at..end].first() == Some(&b'}') {
        behind_brace(mend, at + 1, end);
    }
    let mut tries = 0;
    while at < end {
        match mend.copy[at] {
            b'{' => {
                if let Some(second) = doubled(&mend.copy[..end], at) {
                    let message = damage::doubled(mend.source, (mend.base + second) as u32);
                    mend.say(message);
                    mend.copy[second] = b' ';
                    mend.doubled.push(at);
                }
                at += 1;
            }
            b'}' | b'\t'..=b' ' => at += 1,
            b'/' if mend.copy[at..end].starts_with(b"//") => return,
            _ => {
                let Some((wrong, words_end)) = unreadable(mend, at, end) else { return };
                match wrong {
                    Some(wrong) if tries < TRIES && put_right(mend, row, at, wrong, end) => {
                        tries += 1;
                        (at, end) = (start, mend.rows[row].end);
                    }
                    _ => at = words_end.max(at + 1),
                }
            }
        }
    }
}

/// The first character that cannot be read, and where the words end.
fn unreadable(mend: &Mend<'_>, at: usize, end: usize) -> Option<(Option<usize>, usize)> {
    let text = std::str::from_utf8(&mend.copy[at..end]).ok()?;
    let words = text.strip_suffix('\n').unwrap_or(text);
    let mut parts = Vec::new();
    let Words { end, wrong } = lex(words, 0, words.len(), 0, &mut parts);
    let bullet = wrong == Some(0) && !parts.is_empty();
    Some((wrong.filter(|_| !bullet).map(|wrong| at + wrong), at + end))
}

fn doubled(bytes: &[u8], open: usize) -> Option<usize> {
    let blanks = bytes[open + 1..].iter().take_while(|b| matches!(b, b' ' | b'\t')).count();
    let second = open + 1 + blanks;
    (bytes.get(second) == Some(&b'{')).then_some(second)
}

/// A note that another mark than `//` begins: the line is passed over.
fn note(mend: &mut Mend<'_>, at: usize, end: usize) -> bool {
    let words = mend.copy[at..end].trim_ascii_end();
    let Some(mark) = ["#", "--", "<!--", "/*", "*/", "/"].into_iter().rfind(|mark| words.starts_with(mark.as_bytes())) else {
        return false;
    };
    let marks = words.iter().take_while(|b| **b == mark.as_bytes()[0]).count().max(mark.len());
    if words.starts_with(b"//") {
        return false;
    }
    let message = damage::note(mend.source, mend.text, mend.base + at, marks);
    mend.say(message);
    mend.blank(at, end);
    true
}

fn closing(mend: &mut Mend<'_>, at: usize, length: usize) {
    // The one that opened it was told; alone, it is told here.
    if !mend.replaced {
        let message = damage::bracket(mend.source, mend.text, mend.base + at, length, '}');
        mend.say(message);
    }
    mend.blank(at, at + length);
    mend.copy[at] = b'}';
}

/// Words behind a closing brace that begins the line: they are passed over, unless they open a block.
fn behind_brace(mend: &mut Mend<'_>, from: usize, end: usize) {
    let at = from + mend.copy[from..end].iter().take_while(|b| b.is_ascii_whitespace() || **b == b'}').count();
    let words = &mend.copy[at..end];
    let words = words[..memchr::memmem::find(words, b"//").unwrap_or(words.len())].trim_ascii_end();
    let opens = (at..at + words.len()).any(|at| mend.copy[at] == b'{' || alike::opens_block(&mend.copy, at).is_some());
    if words.is_empty() || opens {
        return;
    }
    let to = at + words.len();
    let message = damage::behind_brace(mend.source, (mend.base + at) as u32, (mend.base + to) as u32);
    mend.say(message);
    mend.blank(at, to);
}

/// Was something put right?
fn put_right(mend: &mut Mend<'_>, row: usize, words: usize, wrong: usize, end: usize) -> bool {
    if let Some(length) = alike::opens_block(&mend.copy, wrong) {
        let message = damage::bracket(mend.source, mend.text, mend.base + wrong, length, '{');
        mend.say(message);
        mend.replaced = true;
        mend.blank(wrong, wrong + length);
        mend.copy[wrong] = b'{';
        return true;
    }
    if mend.copy[wrong] == b';' {
        semicolon(mend, words, wrong, end);
        return true;
    }
    if mend.copy[wrong] == b'=' || mend.copy[wrong..].starts_with(b">") && wrong > 0 && matches!(mend.copy[wrong - 1], b'-' | b':') {
        sign(mend, wrong);
        return true;
    }
    // `SCI & DAF`, `SCI/DAF`: told where it is known that names stand there.
    if matches!(mend.copy[wrong], b'&' | b'/')
        && wrong > words
        && mend.copy.get(wrong + 1).is_some_and(|b| !matches!(b, b'&' | b'/' | b'*' | b'\n'))
    {
        mend.copy[wrong] = b'+';
        return true;
    }
    if let Some((message, length)) = damage::comparison(mend.source, mend.text, mend.base + wrong) {
        mend.say(message);
        mend.doubtful.push(wrong);
        mend.blank(wrong, wrong + length);
        return true;
    }
    if mend.copy[wrong] == b'#' || mend.copy[wrong..end].starts_with(b"/*") {
        let rest = quote::open_end(&mend.copy, wrong, end);
        let length = if mend.copy[wrong] == b'#' { 1 } else { 2 };
        let message = damage::note(mend.source, mend.text, mend.base + wrong, length);
        mend.say(message);
        mend.blank(wrong, rest);
        return true;
    }
    if quote::opens(&mend.copy, wrong) {
        return quotes(mend, row, words, wrong, end);
    }
    let Ok(rest) = std::str::from_utf8(&mend.copy[wrong..end]) else { return false };
    let Some((open, closing)) = alike::quoted(rest.strip_suffix('\n').unwrap_or(rest)) else { return outside(mend, words, wrong, end) };
    let message = damage::damaged_line(mend.source, mend.text, (mend.base + wrong) as u32);
    let (text_end, length) = match closing {
        Some((at, length)) => (wrong + at, length),
        // What nothing closes ends with its line, as any text.
        None => (quote::open_end(&mend.copy, wrong, end), 0),
    };
    // Quotes within it would end it.
    if mend.copy[wrong + open..text_end].iter().any(|b| matches!(b, b'"' | b'\\')) {
        return outside(mend, words, wrong, end);
    }
    mend.say(message);
    mend.doubtful.push(wrong);
    mend.blank(wrong, wrong + open);
    if mend.copy[wrong..text_end].trim_ascii().is_empty() {
        return true;
    }
    mend.copy[wrong] = b'"';
    if length > 0 {
        mend.blank(text_end, text_end + length);
        mend.copy[text_end + length - 1] = b'"';
    } else {
        add_quote(mend, text_end);
    }
    true
}

/// `=`, `=>`, `->`, `:=`: read as a colon, and told where it is known what follows it.
fn sign(mend: &mut Mend<'_>, at: usize) {
    if at > 0 && matches!(mend.copy[at - 1], b':' | b'-') {
        mend.copy[at - 1] = b':';
        mend.copy[at] = b' ';
    } else {
        mend.copy[at] = b':';
    }
}

/// Between two words it is read as a comma: whether a list or a statement goes on behind it, its words say, and it is told there.
fn semicolon(mend: &mut Mend<'_>, words: usize, at: usize, end: usize) {
    let rest = mend.copy[at + 1..end].trim_ascii_start();
    let joins = words < at && !(rest.is_empty() || rest.starts_with(b"//") || matches!(rest[0], b'{' | b'}' | b';' | b','));
    mend.copy[at] = if joins { b',' } else { b' ' };
    // One behind others is told with them.
    let others = mend.text.as_bytes()[mend.base + words..mend.base + at].contains(&b';');
    if !joins && !others {
        let message = damage::semicolon(mend.source, (mend.base + at) as u32);
        mend.say(message);
    }
}

/// A straight quote put on the blank behind the last word before `limit` or, where there is none, on its last letter.
fn add_quote(mend: &mut Mend<'_>, limit: usize) {
    let mut at = mend.copy[..limit].trim_ascii_end().len();
    if at == limit && !mend.copy[limit].is_ascii_whitespace() {
        at -= 1;
        while mend.copy[at] & 0xC0 == 0x80 {
            at -= 1;
        }
        mend.blank(at, limit);
    }
    mend.copy[at] = b'"';
    mend.added.push(at);
}

/// A text that nothing closes: one quote is missing, or one is too many.
fn quotes(mend: &mut Mend<'_>, row: usize, words: usize, wrong: usize, end: usize) -> bool {
    let base = mend.base;
    mend.doubtful.push(wrong);
    if mend.copy[wrong] != b'"' {
        return not_closed(mend, row, wrong, end);
    }
    // `""Titre"`, `"Titre""`.
    if let Some(extra) = doubled_quote(&mend.copy[..end], words) {
        let message = damage::quote_too_many(mend.source, (base + extra) as u32);
        mend.say(message);
        mend.copy[extra] = b' ';
        return true;
    }
    // An opening quote stands behind a blank and before a word; a closing one behind a word.
    let (mut open, mut at) = (None, words);
    while let Some(found) = memchr::memchr(b'"', &mend.copy[at..end]) {
        let here = at + found;
        at = here + 1;
        let begins = here == words || matches!(mend.copy[here - 1], b' ' | b'\t' | b',' | b':' | 0xA0 | 0xAF);
        let goes_on = mend.copy.get(here + 1).is_some_and(|b| b.is_ascii_alphanumeric() || *b >= 0x80 || *b == b'\'');
        match open {
            None if goes_on && begins => open = Some(here),
            None if !begins => return not_opened(mend, words, here),
            None => {}
            Some(before) if begins && goes_on => {
                // Another text opens: the one before it was not closed.
                let message = damage::damaged_line(mend.source, mend.text, (base + before) as u32);
                mend.say(message);
                let inner = mend.copy[..here].iter().rposition(|b| !matches!(b, b' ' | b'\t' | b',')).map_or(here, |last| last + 1);
                if inner > before && inner < here {
                    // The comma or the blank there becomes the quote, and the comma follows where there is room.
                    let comma = mend.copy[inner] == b',';
                    mend.copy[inner] = b'"';
                    mend.added.push(inner);
                    if comma && inner + 1 < here {
                        mend.copy[inner + 1] = b',';
                    }
                    return true;
                }
                return false;
            }
            Some(_) => open = None,
        }
    }
    not_closed(mend, row, wrong, end)
}

/// A character that stands in texts only, and a text is closed behind it: its opening quote is missing, or was closed at once.
fn outside(mend: &mut Mend<'_>, words: usize, wrong: usize, end: usize) -> bool {
    let line = &mend.copy[..end];
    let quotes: Vec<usize> = memchr::memchr_iter(b'"', &line[words..]).map(|found| words + found).collect();
    let Some(close) = quotes.iter().copied().find(|quote| *quote > wrong).filter(|_| quotes.len() % 2 == 1) else { return false };
    if let Some(extra) = doubled_quote(line, words) {
        let message = damage::quote_too_many(mend.source, (mend.base + extra) as u32);
        mend.say(message);
        mend.doubtful.push(wrong);
        mend.copy[extra] = b' ';
        return true;
    }
    let closes = !line[close - 1].is_ascii_whitespace() && not_opened(mend, words, close);
    if closes {
        mend.doubtful.push(wrong);
    }
    closes
}

fn doubled_quote(bytes: &[u8], from: usize) -> Option<usize> {
    memchr::memmem::find_iter(&bytes[from..], b"\"\"").map(|found| from + found).find_map(|at| {
        let before = bytes[..at].last().is_some_and(|b| !matches!(b, b' ' | b'\t' | b',' | b':' | b'\n'));
        let behind = bytes.get(at + 2).is_some_and(|b| b.is_ascii_alphanumeric() || *b >= 0x80);
        match (at > from && before, behind) {
            (false, true) => Some(at),
            (true, false) => Some(at + 1),
            _ => None,
        }
    })
}

/// The text is read to the end of its line, and on into the next lines where a closing quote waits there.
fn not_closed(mend: &mut Mend<'_>, row: usize, wrong: usize, end: usize) -> bool {
    let text_end = quote::open_end(&mend.copy, wrong, end - 1);
    let later = (text_end == end - 1).then(|| closed_later(mend, row, wrong)).flatten();
    if let Some((last, close)) = later.filter(|_| mend.moves < MOVES) {
        let message = damage::not_closed_text(mend.source, mend.text, mend.base + wrong, Some(mend.base + close));
        mend.say(message);
        // One row of them all.
        mend.copy[end - 1..close].iter_mut().filter(|b| **b == b'\n').for_each(|b| *b = b' ');
        mend.rows[row].end = mend.rows[last].end;
        mend.rows.drain(row + 1..=last);
        mend.moves += 1;
        return true;
    }
    let length = match mend.copy[wrong] {
        b'"' => 1,
        0xC2 => 2,
        _ => 3,
    };
    let empty = mend.copy[wrong + length..text_end].trim_ascii().is_empty();
    if empty && length == 1 {
        // Nothing but the quote: the words before it are the text.
        let words = words_of(mend, row, wrong);
        return words < wrong && not_opened(mend, words, wrong);
    }
    let message = damage::not_closed_text(mend.source, mend.text, mend.base + wrong, None);
    mend.say(message);
    if empty {
        mend.blank(wrong, wrong + length);
        return true;
    }
    mend.blank(wrong, wrong + length);
    mend.copy[wrong] = b'"';
    for b in &mut mend.copy[wrong + length..text_end] {
        if matches!(*b, b'"' | b'\\') {
            *b = b' ';
        }
    }
    add_quote(mend, text_end);
    true
}

fn words_of(mend: &Mend<'_>, row: usize, wrong: usize) -> usize {
    let start = mend.rows[row].start;
    start + mend.copy[start..wrong].iter().take_while(|b| b.is_ascii_whitespace()).count()
}

/// The row and the end of the text in one of the next lines: none between has a quote, and that one has nothing but the
/// closing one.
fn closed_later(mend: &Mend<'_>, first: usize, wrong: usize) -> Option<(usize, usize)> {
    let closing: &[u8] = match mend.copy[wrong] {
        b'"' => b"\"",
        0xC2 => "»".as_bytes(),
        _ => "”".as_bytes(),
    };
    for (number, row) in mend.rows.iter().enumerate().skip(first + 1).take(5) {
        let line = &mend.copy[row.start..row.end];
        let mut found = memchr::memmem::find_iter(line, closing);
        if let Some(at) = found.next() {
            let glued = at > row.column && !line[at - 1].is_ascii_whitespace();
            let other = (0..at).any(|at| quote::opens(line, at));
            let alone = found.next().is_none() && !other && (glued || closing != b"\"");
            return alone.then_some((number, row.start + at + closing.len()));
        }
        if line.iter().any(|b| matches!(b, b'{' | b'}')) || (0..line.len()).any(|at| quote::opens(line, at)) {
            return None;
        }
    }
    None
}

/// `Organisations`, which is no name as `DSI` and `guichet` are.
fn title_case(word: &[u8]) -> bool {
    let capital = word[0].is_ascii_uppercase() || word[0] == 0xC3 && word[1] < 0xA0;
    let second = &word[if word[0].is_ascii() { 1 } else { 2 }..];
    capital && second.first().is_some_and(|b| b.is_ascii_lowercase() || *b >= 0x80)
}

/// A closing quote without its opening one: the text is what stands behind the keyword and the name, or the last comma.
fn not_opened(mend: &mut Mend<'_>, words: usize, close: usize) -> bool {
    let from = match mend.copy[words..close].iter().rposition(|b| *b == b',' || *b == b'"') {
        Some(comma) => words + comma + 1,
        None => words,
    };
    let mut starts = Vec::new();
    let mut blank = true;
    for at in from..close {
        let is_blank = mend.copy[at].is_ascii_whitespace();
        if blank && !is_blank {
            starts.push(at);
        }
        blank = is_blank;
    }
    let start = match (starts.as_slice(), from > words) {
        ([], _) => return false,
        ([first, ..], true) | ([first], false) => *first,
        ([_, second], false) => *second,
        ([_, second, ..], false) if title_case(&mend.copy[*second..close]) => *second,
        ([_, _, third, ..], false) => *third,
    };
    let message = damage::not_opened_text(mend.source, (mend.base + start) as u32, (mend.base + close + 1) as u32);
    mend.say(message);
    if start == 0 || !mend.copy[start - 1].is_ascii_whitespace() || mend.copy[start - 1] == b'\n' {
        // No room for a quote: the whole of it is passed over.
        mend.blank(start, close + 1);
        return true;
    }
    mend.copy[start - 1] = b'"';
    mend.added.push(start - 1);
    true
}
