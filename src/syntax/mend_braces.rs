//! Where braces do not balance, the indentation says what belongs to what.
//!
//! In: rows whose words are right. Out: the braces that are missing put in, and those too many taken out, each told
//! once. A text that is not indented is left as its braces have it.

use super::DEEPEST;
use super::copy::Mend;
use super::damage;
use super::quote;

/// A row that says something, and what it has of braces.
struct Line {
    row: usize,
    /// Its first word, brace or bracket.
    first: usize,
    /// Behind its last word, before a comment.
    end: usize,
    column: usize,
    /// In order, outside texts.
    braces: Vec<usize>,
    /// It goes on with the list of the line before.
    continues: bool,
    /// The next line that is indented no deeper.
    after: usize,
}

/// A block that is open: its column, the line that it belongs to, its brace, and whether that brace stands twice.
struct Open {
    column: usize,
    line: usize,
    brace: usize,
    doubled: bool,
}

/// What is to be done, once all is known.
#[derive(Default)]
struct Repairs {
    missing_open: Vec<usize>,
    /// The line of the block, the line before which it ends.
    missing_close: Vec<(usize, usize, usize)>,
    extra: Vec<usize>,
    /// Opening braces with nothing to open.
    idle: Vec<usize>,
    /// Closing braces of blocks that were opened twice: told already.
    silent: Vec<usize>,
    /// The blocks still open at the end.
    open: Vec<(usize, usize)>,
    /// A brace closes a block of another column.
    crooked: bool,
}

impl Repairs {
    /// A block that ends before this line, and has no brace there. Where nothing stands in it, its own brace is one too many.
    fn not_closed(&mut self, block: &Open, before: usize) {
        if block.line + 1 == before {
            self.idle.push(block.brace);
        } else {
            self.missing_close.push((block.line, block.brace, before));
        }
    }
}

pub fn balance(mend: &mut Mend<'_>) {
    let lines = read(mend);
    let (opens, closes) = count(mend, &lines);
    if opens == closes && mend.doubled.is_empty() && ordered(mend, &lines) {
        return;
    }
    let mut repairs = by_indentation(mend, &lines, closes > opens);
    let wrong = repairs.missing_open.len() + repairs.missing_close.len() + repairs.extra.len() + repairs.idle.len() + repairs.silent.len();
    // More than the count of braces accounts for, and one mistake that hides another: the indentation means nothing here.
    if wrong > (opens.abs_diff(closes) + 1).max(2) + mend.doubled.len() {
        repairs = by_braces(mend, &lines);
    }
    apply(mend, &lines, repairs);
}

/// Braces that balance: a closing one is missing where an opening one is missing too. Told only where the indentation explains every brace;
/// a text that is only out of line stays as it is.
pub fn realign(mend: &mut Mend<'_>) -> bool {
    let lines = read(mend);
    // Where some lines are indented with tabs and others with blanks, no two columns can be compared.
    let indented_with = |blank: u8| mend.rows.iter().any(|row| mend.copy[row.start..row.start + row.column].contains(&blank));
    if indented_with(b'\t') && indented_with(b' ') {
        return false;
    }
    let repairs = by_indentation(mend, &lines, false);
    let others = repairs.extra.len() + repairs.idle.len() + repairs.silent.len() + repairs.open.len();
    let heads = repairs.missing_open.iter().all(|line| is_head(mend, &lines[*line]));
    let paired = !repairs.missing_open.is_empty() && repairs.missing_open.len() == repairs.missing_close.len();
    let explained = paired && others == 0 && heads && !repairs.crooked;
    if explained {
        apply(mend, &lines, repairs);
    }
    explained
}

/// Words that hardly are those of a field: one alone, or a keyword, a name and a title.
fn is_head(mend: &Mend<'_>, line: &Line) -> bool {
    let words = &mend.copy[line.first..line.end];
    let quote = (0..words.len()).find(|at| quote::opens(words, *at));
    let before = words[..quote.unwrap_or(words.len())].split(u8::is_ascii_whitespace).filter(|word| !word.is_empty());
    let closed = quote.is_some_and(|quote| quote::closed(words, quote, words.len()) == Some(words.len()));
    let count = before.clone().take_while(|word| !word.ends_with(b",")).count();
    count == before.count() && if closed { count == 2 } else { quote.is_none() && count == 1 }
}

fn read(mend: &Mend<'_>) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut listing = false;
    for (number, row) in mend.rows.iter().enumerate() {
        let bytes = &mend.copy[..row.end];
        let first = row.start + bytes[row.start..].iter().take_while(|b| b.is_ascii_whitespace()).count();
        if first == row.end || bytes[first..].starts_with(b"//") {
            continue;
        }
        let mut braces = Vec::new();
        let mut at = first;
        while at < row.end && !bytes[at..].starts_with(b"//") {
            match bytes[at] {
                b'{' | b'}' => braces.push(at),
                _ if quote::opens(bytes, at) => {
                    at = quote::closed(bytes, at, row.end).unwrap_or_else(|| quote::open_end(bytes, at, row.end));
                    continue;
                }
                _ => {}
            }
            at += 1;
        }
        let end = mend.copy[..at].trim_ascii_end().len();
        lines.push(Line { row: number, first, end, column: row.column, braces, continues: listing, after: usize::MAX });
        listing = mend.copy[..end].ends_with(b",");
    }
    let mut deeper: Vec<usize> = Vec::new();
    for at in 0..lines.len() {
        while let Some(last) = deeper.pop_if(|last| lines[*last].column >= lines[at].column) {
            lines[last].after = at;
        }
        deeper.push(at);
    }
    lines
}

fn count(mend: &Mend<'_>, lines: &[Line]) -> (usize, usize) {
    let braces = || lines.iter().flat_map(|line| &line.braces);
    let opens = braces().filter(|at| mend.copy[**at] == b'{').count();
    (opens, braces().count() - opens)
}

/// Does no brace close what is not open?
fn ordered(mend: &Mend<'_>, lines: &[Line]) -> bool {
    let mut depth = 0usize;
    lines.iter().flat_map(|line| &line.braces).all(|at| {
        let deeper = if mend.copy[*at] == b'{' { depth.checked_add(1) } else { depth.checked_sub(1) };
        depth = deeper.unwrap_or(0);
        deeper.is_some()
    })
}

/// `too_many`: more braces close than open.
fn by_indentation(mend: &Mend<'_>, lines: &[Line], too_many: bool) -> Repairs {
    let mut repairs = Repairs::default();
    let mut open: Vec<Open> = Vec::new();
    // The statement that a deeper line could belong to: it has no block.
    let mut bare: Option<usize> = None;
    let closes_at = |line: usize, column: usize| lines.get(line).is_some_and(|line| line.column == column && mend.copy[line.first] == b'}');
    for (number, line) in lines.iter().enumerate() {
        let words = !matches!(mend.copy[line.first], b'{' | b'}');
        if words && !line.continues {
            while let Some(block) = open.pop_if(|block| block.column >= line.column) {
                repairs.not_closed(&block, number);
            }
            let headless = bare.filter(|bare| lines[*bare].column < line.column && closes_at(lines[*bare].after, lines[*bare].column));
            if let Some(bare) = headless.filter(|_| open.len() < DEEPEST) {
                repairs.missing_open.push(bare);
                open.push(Open { column: lines[bare].column, line: bare, brace: lines[bare].end - 1, doubled: false });
            }
        }
        let own = open.len();
        for (order, &brace) in line.braces.iter().enumerate() {
            if mend.copy[brace] == b'{' {
                let statement = if words { number } else { bare.unwrap_or(number) };
                let doubled = mend.doubled.binary_search(&brace).is_ok();
                open.push(Open { column: lines[statement].column, line: statement, brace, doubled });
                continue;
            }
            if repairs.silent.last() == Some(&brace) {
                continue;
            }
            let Some(top) = open.last() else {
                repairs.extra.push(brace);
                continue;
            };
            let (column, after) = (top.column, lines[top.line].after);
            if brace != line.first {
                let inside = |next: &Line| next.column > column || closes_at(number + 1, column);
                let closes_own_line = open.len() > own;
                if top.line != number && !closes_own_line && lines.get(number + 1).is_some_and(inside) {
                    repairs.extra.push(brace);
                } else {
                    open.pop();
                }
                continue;
            }
            // The block goes on below, and is closed there.
            let early = too_many
                && column == line.column
                && lines.get(number + 1).is_some_and(|next| next.column > column)
                && closes_at(line.after, column);
            if early {
                repairs.extra.push(brace);
            } else if column == line.column {
                let doubled = open.pop().is_some_and(|block| block.doubled);
                if doubled && let Some(second) = line.braces.get(order + 1).filter(|second| mend.copy[**second] == b'}') {
                    repairs.silent.push(*second);
                }
            } else if let Some(found) = open.iter().rposition(|block| block.column == line.column) {
                for block in open.drain(found + 1..).rev() {
                    repairs.not_closed(&block, number);
                }
                open.pop();
            } else if line.column > column && after > number && closes_at(after, column) {
                repairs.extra.push(brace);
            } else {
                repairs.crooked = true;
                open.pop();
            }
        }
        if words && !line.continues {
            bare = Some(number);
        }
        if !line.braces.is_empty() && words {
            bare = None;
        }
    }
    repairs.open = open.iter().map(|block| (block.line, block.brace)).collect();
    repairs
}

/// What the braces alone say.
fn by_braces(mend: &Mend<'_>, lines: &[Line]) -> Repairs {
    let mut repairs = Repairs::default();
    let mut bare = 0;
    for (number, line) in lines.iter().enumerate() {
        if !matches!(mend.copy[line.first], b'{' | b'}') {
            bare = number;
        }
        for &brace in &line.braces {
            if mend.copy[brace] == b'{' {
                repairs.open.push((bare, brace));
            } else if repairs.open.pop().is_none() {
                repairs.extra.push(brace);
            }
        }
    }
    repairs
}

fn apply(mend: &mut Mend<'_>, lines: &[Line], repairs: Repairs) {
    let (source, base) = (mend.source, mend.base);
    // A quote that was added may stand behind the text's last byte.
    let most = base + mend.copy.len() - 1;
    let place = |at: usize| (base + at).min(most) as u32;
    for bare in repairs.missing_open {
        let (end, row) = (lines[bare].end, mend.rows[lines[bare].row]);
        let message = damage::not_opened(source, place(lines[bare].first), place(end));
        mend.say(message);
        mend.blank(end, row.end);
        mend.copy[end] = b'{';
    }
    for brace in repairs.extra {
        let message = damage::stray(source, place(brace));
        mend.say(message);
        mend.copy[brace] = b' ';
    }
    for brace in repairs.idle {
        let message = damage::idle(source, place(brace));
        mend.say(message);
        mend.copy[brace] = b' ';
    }
    for brace in repairs.silent {
        mend.copy[brace] = b' ';
    }
    for (line, brace, before) in repairs.missing_close {
        let last = &lines[before - 1];
        let message = damage::not_closed(source, place(lines[line].first), place(brace) + 1, place(last.end), lines[line].column);
        mend.say(message);
        // Before the comments above the next line: they are its own.
        mend.closes.push((last.row + 1, last.end - 1));
    }
    mend.closes.sort_unstable();
    // Those within it were opened later and lack a brace for the same reason.
    if let (Some((line, brace)), Some(last)) = (repairs.open.first(), lines.last()) {
        let message = damage::not_closed(source, place(lines[*line].first), place(*brace) + 1, place(last.end), lines[*line].column);
        mend.say(message);
    }
}
