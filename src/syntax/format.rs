//! Lays a text out: one statement a line, two blanks a level, values in columns.
//!
//! In: items with their trees, and the words to be written otherwise. Out: the text. Every word, comment and blank line comes out in
//! its order; of several blank lines one is left. A statement whose line would not be read as before is left as it stands.
//!
//! How a line looks depends on the words of its neighbours alone, never on how it looked: a text laid out twice is laid out once.

use std::ops::Range;

use super::lex::{is_space, lex, without_unit};
use super::lines::{line_end, line_of};
use super::{Block, NodeId, Part, PartKind, Tree, quote};

/// A longer line goes on in the next one, behind a comma.
const WIDTH: usize = 120;

/// Words to be written in the place of others, which hold no whole text.
pub struct Instead {
    pub range: Range<usize>,
    pub words: String,
    pub keyword: bool,
}

pub struct Layout<'a> {
    /// May a statement begin with this word? Then no line of a list does.
    begins: &'a dyn Fn(&str) -> bool,
    lines: Vec<Line>,
}

enum Line {
    Blank,
    /// Lines as they stand, the last line break included or not.
    Kept(String),
    /// A comment on a line of its own.
    Note {
        depth: usize,
        words: String,
    },
    Code(Code),
}

/// A statement without its block, or the brace that ends one.
struct Code {
    depth: usize,
    shape: Shape,
    /// What is written in columns; behind them comes the rest.
    columns: Vec<String>,
    rest: Vec<Stretch>,
    opens: bool,
    /// The comment behind its first line, where nothing is left to write.
    note: Option<String>,
}

/// Statements of one shape that follow each other are written in the same columns.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Alone,
    /// Words as they stood, in no column; the columns around them are one.
    Kept,
    /// `period 2027 .. 2028`
    Field,
    /// `milestone opening "Opening" on 2027`, with its name or without.
    Headed {
        named: bool,
    },
    /// `"DSIL" 60 k€ sought`
    Text,
}

/// What is written on one line, or on several if it is too long.
#[derive(Default)]
struct Stretch {
    /// A line may end behind each of them.
    members: Vec<String>,
    note: Option<String>,
    /// Comments on lines of their own that follow.
    below: Vec<String>,
}

/// A word, a value, a sign; as it is written.
#[derive(Debug, Clone, PartialEq)]
struct Token {
    kind: PartKind,
    words: String,
    /// Nothing stood between it and what follows.
    tight: bool,
}

#[derive(Clone, Copy)]
enum Piece {
    Statement(NodeId),
    /// A line that cannot be read, its blanks and its comment included; a block may open at its end.
    Line(bool),
    Open,
    Close,
}

impl<'a> Layout<'a> {
    pub fn new(begins: &'a dyn Fn(&str) -> bool) -> Layout<'a> {
        Layout { begins, lines: Vec::new() }
    }

    /// An item that is left as it stands; all of it is what was kept.
    pub fn keep(&mut self, item: &str) -> Vec<Range<usize>> {
        self.lines.push(Line::Kept(item.to_owned()));
        let whole = 0..item.len();
        vec![whole]
    }

    /// An item that can be read; `instead` in the order of the text, `wrong` are places of statements that are to keep their words.
    /// Out: the places of the statements that did.
    pub fn item(&mut self, item: &str, tree: &Tree, instead: &[Instead], wrong: &[u32]) -> Vec<Range<usize>> {
        let Some(pieces) = pieces(item, tree) else {
            return self.keep(item);
        };
        let mut kept = Vec::new();
        let mut wrong = wrong.to_vec();
        wrong.sort_unstable();
        let (mut at, mut depth) = (0, 0);
        for (start, piece) in pieces {
            if start < at {
                continue; // the brace of a line that is kept
            }
            let from = if let Piece::Line(..) = piece { line_of(item, start as u32) } else { start };
            self.gap(&item[at..from], depth, at == 0 || item[..at].ends_with('\n'));
            match piece {
                Piece::Line(opens) => {
                    kept.push(from..start);
                    at = (line_end(item.as_bytes(), start) + 1).min(item.len());
                    self.lines.push(Line::Kept(item[from..at].to_owned()));
                    depth += usize::from(opens);
                }
                Piece::Statement(id) => {
                    let node = tree.node(id);
                    at = node.end as usize;
                    let is_wrong = wrong.get(wrong.partition_point(|place| *place < node.start)).is_some_and(|place| *place < node.end);
                    let opens = node.block != Block::None;
                    let code = if is_wrong { None } else { statement(self.begins, item, tree, id, instead, depth) };
                    let code = code.unwrap_or_else(|| {
                        kept.push(start..at);
                        Code { shape: Shape::Kept, ..Code::words(depth, item[start..at].to_owned()) }
                    });
                    self.lines.push(Line::Code(Code { opens, shape: if opens { Shape::Alone } else { code.shape }, ..code }));
                    depth += usize::from(opens);
                }
                Piece::Open => at = start + 1,
                Piece::Close => {
                    depth = depth.saturating_sub(1);
                    self.lines.push(Line::Code(Code::words(depth, "}".to_owned())));
                    at = start + 1;
                }
            }
        }
        self.gap(&item[at..], depth, at == 0 || item[..at].ends_with('\n'));
        kept
    }

    /// What stands between two pieces: comments and blank lines. `fresh`: a line begins with it.
    fn gap(&mut self, gap: &str, depth: usize, fresh: bool) {
        let lines: Vec<&str> = gap.split('\n').map(trimmed).collect();
        for (at, words) in lines.iter().enumerate() {
            let behind = at == 0 && !fresh;
            if !words.is_empty() {
                self.comment(words, depth, behind);
            } else if !behind && at + 1 < lines.len() {
                self.lines.push(Line::Blank);
            }
        }
    }

    fn comment(&mut self, words: &str, depth: usize, behind: bool) {
        match self.lines.last_mut() {
            Some(Line::Code(code)) if behind && !code.has_note() => code.put_note(words),
            _ => self.lines.push(Line::Note { depth, words: words.to_owned() }),
        }
    }

    pub fn finish(self) -> String {
        let Layout { begins: _, lines } = &self;
        let mut rows: Vec<Row> = Vec::with_capacity(lines.len());
        let mut at = 0;
        while at < lines.len() {
            match &lines[at] {
                Line::Blank => rows.push(Row::Blank),
                Line::Kept(text) => rows.push(Row::Kept(text)),
                Line::Note { depth, words } => rows.push(Row::Words { text: indented(*depth, words), note: None }),
                Line::Code(_) => {
                    let end = run_end(lines, at);
                    let widths = widths(&lines[at..end]);
                    for line in &lines[at..end] {
                        match line {
                            Line::Code(code) => code.write(&widths, &mut rows),
                            Line::Note { depth, words } => rows.push(Row::Words { text: indented(*depth, words), note: None }),
                            Line::Kept(text) => rows.push(Row::Kept(text)),
                            Line::Blank => {}
                        }
                    }
                    at = end;
                    continue;
                }
            }
            at += 1;
        }
        written(&rows)
    }
}

/// The statements and braces of an item in their order; nothing where something else stands between them, or where more than one statement
/// stands outside all braces: then those of the file do not match, and which lines begin at its margin says what belongs to what.
fn pieces(item: &str, tree: &Tree) -> Option<Vec<(usize, Piece)>> {
    if tree.roots().nth(1).is_some() {
        return None;
    }
    let mut pieces = Vec::new();
    for id in 0..tree.count() {
        let node = tree.node(id);
        let piece = if node.damaged { Piece::Line(node.block != Block::None) } else { Piece::Statement(id) };
        pieces.push((node.start as usize, piece, node.end as usize));
        match node.block {
            Block::None => {}
            Block::Open(_) => return None,
            Block::Closed(open, close) => {
                let brace = |at: u32, piece| (at as usize, piece, at as usize + 1);
                pieces.extend([brace(open, Piece::Open), brace(close, Piece::Close)]);
            }
        }
    }
    pieces.sort_by_key(|(start, ..)| *start);
    let mut at = 0;
    for (number, (start, piece, end)) in pieces.iter().enumerate() {
        if *start < at || !is_gap(&item[at..*start]) {
            return None;
        }
        at = *end;
        if let Piece::Line(opens) = piece {
            let (line, next) = (line_of(item, *start as u32), line_end(item.as_bytes(), *start));
            let inside = |other: Option<&(usize, Piece, usize)>| other.is_some_and(|(start, ..)| *start < next);
            let alone = trimmed(&item[line..*start]).is_empty() && at <= next && inside(pieces.get(number + 1)) == *opens;
            if !alone || inside(pieces.get(number + 2)) {
                return None;
            }
        }
    }
    // Documentation behind the item would be another's.
    let documented = at > 0 && item[at..].split('\n').skip(1).any(|line| trimmed(line).starts_with("///"));
    (is_gap(&item[at..]) && !documented).then(|| pieces.into_iter().map(|(start, piece, _)| (start, piece)).collect())
}

/// Blanks and comments, and nothing else.
fn is_gap(text: &str) -> bool {
    text.split('\n').all(|line| {
        let words = trimmed(line);
        words.is_empty() || words.starts_with("//")
    })
}

fn trimmed(line: &str) -> &str {
    line.trim_matches(|c| is_space(c) || matches!(c, '\x0B' | '\x0C'))
}

// --- a statement ----------------------------------------------------------------------------------------------------

/// A statement in its columns; nothing where it would not be read as before. `begins`: see [`Layout`].
fn statement(begins: &dyn Fn(&str) -> bool, item: &str, tree: &Tree, id: NodeId, instead: &[Instead], depth: usize) -> Option<Code> {
    let parts = tree.parts(id);
    let node = tree.node(id);
    let first = instead.partition_point(|other| other.range.start < node.start as usize);
    let instead = &instead[first..];
    let last = instead.partition_point(|other| other.range.start < node.end as usize);
    let mut stretches: Vec<(Vec<Token>, Stretch)> = vec![Default::default()];
    let (mut at, mut others) = (0, instead[..last].iter().peekable());
    let mut keyword = 0;
    let mut end = node.start as usize;
    while let Some(part) = parts.get(at) {
        let gap = &item[end..part.start as usize];
        if !is_gap(gap) {
            return None;
        }
        if gap.contains("//") {
            let (_, stretch) = stretches.last_mut()?;
            let mut lines = gap.split('\n').map(trimmed);
            stretch.note = lines.next().filter(|words| !words.is_empty()).map(str::to_owned);
            stretch.below = lines.filter(|words| !words.is_empty()).map(str::to_owned).collect();
            stretches.push(Default::default());
        }
        let tokens = &mut stretches.last_mut()?.0;
        let other = others.next_if(|other| other.range.start < part.end as usize);
        at += 1;
        let mut words = match other {
            Some(other) => {
                while parts.get(at).is_some_and(|part| (part.start as usize) < other.range.end) {
                    at += 1;
                }
                other.in_place_of(item, part)
            }
            None => vec![Token { kind: part.kind, words: usual(part.kind, &item[part.start as usize..part.end as usize]), tight: false }],
        };
        end = parts[at - 1].end as usize;
        if let Some(last) = words.last_mut() {
            last.tight = parts.get(at).is_some_and(|next| next.start as usize == end);
        }
        tokens.append(&mut words);
        if other.is_some_and(|other| other.keyword) {
            keyword = tokens.len();
        }
    }
    let all: Vec<&Token> = stretches.iter().flat_map(|(tokens, _)| tokens).collect();
    // A line whose keyword nobody knows stands in a block that nobody knows.
    let known = keyword > 0 || all.first().is_some_and(|token| token.kind == PartKind::Text);
    if end != node.end as usize || !known || !reads(&all) {
        return None;
    }
    drop(all);
    Some(code(begins, stretches, keyword, depth))
}

impl Instead {
    /// The words, and what of a value they leave: the number of `3months`.
    fn in_place_of(&self, item: &str, part: &Part) -> Vec<Token> {
        let mut text = item[part.start as usize..self.range.start].to_owned();
        if text.ends_with(|c: char| c.is_ascii_digit()) {
            text.push(' ');
        }
        text += &self.words;
        text += item.get(self.range.end..part.end as usize).unwrap_or("");
        let mut parts = Vec::new();
        lex(&text, 0, text.len(), 0, &mut parts);
        let token = |part: &Part| Token {
            kind: part.kind,
            words: usual(part.kind, &text[part.start as usize..part.end as usize]),
            tight: text[part.end as usize..].starts_with(|c| !is_space(c)),
        };
        parts.iter().map(token).collect()
    }
}

/// How a part is usually written.
fn usual(kind: PartKind, written: &str) -> String {
    match kind {
        PartKind::Word => written.to_owned(),
        PartKind::Literal => {
            let (number, unit) = without_unit(written);
            let number: String = number.chars().map(|c| if is_space(c) { ' ' } else { c }).collect();
            if unit.is_empty() { number } else { format!("{number} {unit}") }
        }
        PartKind::Text if written.starts_with('"') => written.to_owned(),
        PartKind::Text => format!("\"{}\"", quote::plain(written).replace('\\', "\\\\").replace('"', "\\\"")),
        PartKind::Comma => ",".to_owned(),
        PartKind::Range => "..".to_owned(),
        PartKind::Colon => ":".to_owned(),
        PartKind::Plus => "+".to_owned(),
        PartKind::Minus => "-".to_owned(),
    }
}

/// Are these the words of the line that they make?
fn reads(tokens: &[&Token]) -> bool {
    let line = joined(tokens);
    let mut parts = Vec::with_capacity(tokens.len());
    let words = lex(&line, 0, line.len(), 0, &mut parts);
    let same = |(part, token): (&Part, &&Token)| part.kind == token.kind && line[part.start as usize..part.end as usize] == token.words;
    words.wrong.is_none() && words.end == line.len() && parts.len() == tokens.len() && parts.iter().zip(tokens).all(same)
}

fn joined(tokens: &[&Token]) -> String {
    let mut line = String::new();
    for (at, token) in tokens.iter().enumerate() {
        if at > 0 && apart(&tokens[..at], token) {
            line.push(' ');
        }
        line += &token.words;
    }
    line
}

/// Does a blank stand between what was written last and what follows?
fn apart(before: &[&Token], next: &Token) -> bool {
    let [.., last] = before else { return false };
    match (last.kind, next.kind) {
        (_, PartKind::Comma | PartKind::Colon) => false,
        // An elided article: `d'identite`.
        (PartKind::Word, _) if last.words.ends_with(['\'', '’']) => false,
        // The sign of a number: `-40 %`.
        (PartKind::Minus, _) => !(last.tight && before.len() >= 2 && !before[before.len() - 2].tight),
        _ => true,
    }
}

fn code(begins: &dyn Fn(&str) -> bool, stretches: Vec<(Vec<Token>, Stretch)>, keyword: usize, depth: usize) -> Code {
    let (shape, columns) = columns(&stretches[0].0, keyword);
    let mut code = Code { depth, shape, columns: Vec::new(), rest: Vec::new(), opens: false, note: None };
    for (number, (tokens, mut stretch)) in stretches.into_iter().enumerate() {
        let mut from = 0;
        if number == 0 {
            for end in columns.iter().copied() {
                code.columns.push(joined(&tokens[from..end].iter().collect::<Vec<_>>()));
                from = end;
            }
        }
        let rest: Vec<&Token> = tokens[from..].iter().collect();
        let mut start = 0;
        for at in 0..rest.len() {
            let may_begin = |next: &Token| match next.kind {
                PartKind::Literal | PartKind::Text => true,
                PartKind::Word => !begins(&next.words),
                PartKind::Comma | PartKind::Range | PartKind::Colon | PartKind::Plus | PartKind::Minus => false,
            };
            if rest.get(at + 1).is_none_or(|next| rest[at].kind == PartKind::Comma && may_begin(next)) {
                stretch.members.push(joined(&rest[start..=at]));
                start = at + 1;
            }
        }
        code.rest.push(stretch);
    }
    code
}

/// A statement's shape, and where each of its columns ends.
fn columns(tokens: &[Token], keyword: usize) -> (Shape, Vec<usize>) {
    let kind = |at: usize| tokens.get(at).map(|token| token.kind);
    if keyword == 0 {
        return (Shape::Text, vec![1]);
    }
    match (kind(keyword), kind(keyword + 1), kind(keyword + 2)) {
        (Some(PartKind::Word), Some(PartKind::Text), after) if after != Some(PartKind::Comma) => {
            (Shape::Headed { named: true }, vec![keyword, keyword + 1, keyword + 2])
        }
        (Some(PartKind::Text), Some(PartKind::Word | PartKind::Literal | PartKind::Text), _) => {
            (Shape::Headed { named: false }, vec![keyword, keyword + 1])
        }
        _ => (Shape::Field, vec![keyword]),
    }
}

// --- columns and lines ----------------------------------------------------------------------------------------------

/// One line of the result, or the lines of what is kept.
enum Row<'a> {
    Blank,
    Kept(&'a str),
    Words { text: String, note: Option<&'a str> },
}

/// After the statements that share their columns with the one at `at`: comments may stand between them.
fn run_end(lines: &[Line], at: usize) -> usize {
    let mut end = at + 1;
    let Some(Line::Code(first)) = lines.get(at) else { return end };
    if matches!(first.shape, Shape::Alone | Shape::Kept) {
        return end;
    }
    for (next, line) in lines.iter().enumerate().skip(end) {
        match line {
            Line::Code(code) if code.shape == first.shape && code.depth == first.depth => end = next + 1,
            Line::Code(code) if code.shape == Shape::Kept && code.depth == first.depth => {}
            Line::Kept(text) if !text.trim_end_matches('\n').contains('\n') => {}
            Line::Note { words, .. } if !words.starts_with("///") => {}
            Line::Blank | Line::Kept(_) | Line::Code(_) | Line::Note { .. } => break,
        }
    }
    end
}

/// How wide each column of these statements is. A column behind the first is as wide as its own words where it would make a line too long.
fn widths(lines: &[Line]) -> Vec<usize> {
    let codes = || {
        lines.iter().filter_map(|line| match line {
            Line::Code(code) if !matches!(code.shape, Shape::Alone | Shape::Kept) => Some(code),
            Line::Code(_) | Line::Blank | Line::Kept(_) | Line::Note { .. } => None,
        })
    };
    let mut widths: Vec<usize> = Vec::new();
    for code in codes() {
        for (at, column) in code.columns.iter().enumerate() {
            if at == widths.len() {
                widths.push(0);
            }
            widths[at] = widths[at].max(width(column));
        }
    }
    let longest = |widths: &[usize]| codes().map(|code| width(&code.head(widths)) + code.rest_width()).max().unwrap_or(0);
    while widths.len() > 1 && longest(&widths) > WIDTH {
        widths.pop();
    }
    widths
}

fn width(text: &str) -> usize {
    text.chars().count()
}

impl Code {
    /// Words that are written as they are.
    fn words(depth: usize, words: String) -> Code {
        Code { depth, shape: Shape::Alone, columns: vec![words], rest: Vec::new(), opens: false, note: None }
    }

    fn has_note(&self) -> bool {
        self.rest.last().map_or(&self.note, |stretch| &stretch.note).is_some()
    }

    fn put_note(&mut self, words: &str) {
        *self.rest.last_mut().map_or(&mut self.note, |stretch| &mut stretch.note) = Some(words.to_owned());
    }

    /// Its columns, with the blanks before what follows them.
    fn head(&self, widths: &[usize]) -> String {
        let mut line = indented(self.depth, "");
        let filled = self.columns.len() - usize::from(self.is_bare());
        let in_columns = !matches!(self.shape, Shape::Alone | Shape::Kept);
        for (at, column) in self.columns.iter().enumerate() {
            line += column;
            if at < filled {
                let gap = widths.get(at).filter(|_| in_columns).map_or(0, |widest| widest.saturating_sub(width(column)));
                line.extend(std::iter::repeat_n(' ', gap + 1));
            }
        }
        line
    }

    /// Nothing follows its columns.
    fn is_bare(&self) -> bool {
        self.rest.iter().all(|stretch| stretch.members.is_empty())
    }

    /// The width of its rest as long as it takes one line.
    fn rest_width(&self) -> usize {
        let stretch = |stretch: &Stretch| stretch.members.iter().map(|member| width(member) + 1).sum::<usize>().saturating_sub(1);
        self.rest.iter().map(stretch).max().unwrap_or(0)
    }

    fn write<'a>(&'a self, widths: &[usize], rows: &mut Vec<Row<'a>>) {
        let mut line = self.head(widths);
        let indent = if self.is_bare() { (self.depth + 1) * STEP } else { width(&line) };
        let brace = if self.opens { " {" } else { "" };
        let last = self.rest.len().saturating_sub(1);
        let mut fresh = true;
        for (number, stretch) in self.rest.iter().enumerate() {
            for member in &stretch.members {
                if !fresh && width(&line) + 1 + width(member) + brace.len() > WIDTH {
                    rows.push(Row::Words { text: std::mem::take(&mut line), note: None });
                    (line, fresh) = (" ".repeat(indent), true);
                }
                if !fresh {
                    line.push(' ');
                }
                line += member;
                fresh = false;
            }
            if number == last {
                line += brace;
            }
            rows.push(Row::Words { text: std::mem::take(&mut line), note: stretch.note.as_deref() });
            rows.extend(stretch.below.iter().map(|words| Row::Words { text: " ".repeat(indent) + words, note: None }));
            (line, fresh) = (" ".repeat(indent), true);
        }
        if self.rest.is_empty() {
            rows.push(Row::Words { text: line + brace, note: self.note.as_deref() });
        }
    }
}

/// Blanks a level.
const STEP: usize = 2;

fn indented(depth: usize, words: &str) -> String {
    format!("{:1$}{words}", "", depth * STEP)
}

/// The rows as a text: of blank lines that follow each other one is left, none at the ends; comments behind neighbouring lines begin in
/// one column.
fn written(rows: &[Row<'_>]) -> String {
    let mut out = String::new();
    let mut blank = false;
    let mut at = 0;
    while at < rows.len() {
        let noted = rows[at..].iter().take_while(|row| matches!(row, Row::Words { note: Some(_), .. })).count();
        let column = rows[at..at + noted].iter().map(|row| if let Row::Words { text, .. } = row { width(text) } else { 0 }).max();
        for row in &rows[at..at + noted.max(1)] {
            if std::mem::take(&mut blank) && !out.is_empty() && !matches!(row, Row::Blank) {
                out.push('\n');
            }
            match row {
                Row::Blank => blank = true,
                Row::Kept(text) => {
                    out += text;
                    if !text.ends_with('\n') {
                        out.push('\n');
                    }
                }
                Row::Words { text, note } => {
                    out += text;
                    if let (Some(note), Some(column)) = (note, column) {
                        out.extend(std::iter::repeat_n(' ', column - width(text) + 2));
                        out += note;
                    }
                    out.push('\n');
                }
            }
        }
        at += noted.max(1);
    }
    out
}
