//! Reads an item whose shape is wrong as its author meant it.
//!
//! In: the text of an item that cannot be read as it stands. Out: a copy of the same length in which each mistake is put
//! right, so that every place stays what it was, and one message a mistake. The rows are mended one by one; where the
//! braces then do not balance, the indentation says what belongs to what.

use super::build::Build;
use super::cut::Chunk;
use super::mend_braces::balance;
use super::mend_line::mend_lines;
use super::{Tree, damage, lines};
use crate::diagnostic::Diagnostic;
use crate::text::SourceId;

/// No more messages about the shape of one item.
pub const MOST: usize = 10_000;

/// A line of the copy, or what stands behind a `;` of it.
#[derive(Clone, Copy)]
pub struct Row {
    pub start: usize,
    pub end: usize,
    /// The blanks before its first word.
    pub column: usize,
}

pub struct Mend<'a> {
    pub source: SourceId,
    /// The file, for the messages, and where the item begins in it.
    pub text: &'a str,
    pub base: usize,
    /// The item, mended, and a line break behind it.
    pub copy: Vec<u8>,
    pub rows: Vec<Row>,
    /// Quotes that stand in the copy and not in the text.
    pub added: Vec<usize>,
    /// Where a mended line may still say something else than its author meant: nothing more is said of it.
    pub doubtful: Vec<usize>,
    /// Before which rows a block ends that nothing closes, and where it does.
    pub closes: Vec<(usize, usize)>,
    /// Blocks whose opening brace stood there twice.
    pub doubled: Vec<usize>,
    /// A bracket was read as an opening brace: the one that closes it is not told again.
    pub replaced: bool,
    /// How many rows were cut or put together.
    pub moves: usize,
    pub found: Vec<Diagnostic>,
}

impl<'a> Mend<'a> {
    pub fn new(source: SourceId, text: &'a str, chunk: &Chunk) -> Mend<'a> {
        let mut copy = text.as_bytes()[chunk.range.clone()].to_vec();
        copy.push(b'\n');
        let mut mend = Mend {
            source,
            text,
            base: chunk.range.start,
            copy,
            rows: Vec::new(),
            added: Vec::new(),
            doubtful: Vec::new(),
            closes: Vec::new(),
            doubled: Vec::new(),
            replaced: false,
            moves: 0,
            found: Vec::new(),
        };
        mend.conflicts();
        mend.rows();
        mend_lines(&mut mend);
        balance(&mut mend);
        mend
    }

    pub fn say(&mut self, diagnostic: Diagnostic) {
        if self.found.len() < MOST {
            self.found.push(diagnostic);
        }
    }

    pub fn blank(&mut self, from: usize, to: usize) {
        for b in &mut self.copy[from..to] {
            if *b != b'\n' {
                *b = b' ';
            }
        }
    }

    /// What two versions of a plan left behind: the first is read.
    fn conflicts(&mut self) {
        let mut at = 0;
        while at < self.copy.len() {
            match conflict(&self.copy, at) {
                Some(conflict) => {
                    self.say(damage::conflict(self.source, self.text, self.base, &conflict));
                    self.blank(conflict.open, conflict.first.start);
                    self.blank(conflict.first.end, conflict.end);
                    at = conflict.end;
                }
                None => at = lines::line_end(&self.copy, at) + 1,
            }
        }
    }

    /// The tree of the copy, with its places as in the text.
    pub fn tree(self) -> (Tree, Vec<Diagnostic>) {
        let Ok(copy) = String::from_utf8(self.copy) else { return (Tree::default(), self.found) };
        let mut build = Build::new(&copy, self.base);
        let mut closes = self.closes.iter().peekable();
        for (number, row) in self.rows.iter().enumerate() {
            while let Some((_, at)) = closes.next_if(|(before, _)| *before <= number) {
                build.close(*at);
            }
            build.line(row.start, row.end);
        }
        build.finish();
        let (mut tree, mut found) = (build.tree, self.found);
        found.extend(damage::report(self.source, self.text, &build.damages, &build.loose_docs));
        found.sort_by_key(|found| found.span().start);
        tree.put_back(self.text, self.base, &self.added, &self.doubtful);
        (tree, found)
    }

    fn rows(&mut self) {
        let mut start = 0;
        while start < self.copy.len() {
            let end = lines::line_end(&self.copy, start) + 1;
            let column = self.copy[start..].iter().take_while(|b| matches!(b, b' ' | b'\t')).count();
            self.rows.push(Row { start, end: end.min(self.copy.len()), column });
            start = end;
        }
    }
}

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
    let next = |from: usize| (lines::line_end(bytes, from) + 1).min(bytes.len());
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

#[cfg(test)]
mod tests {
    use super::super::{Tree, cut, parse_chunk};
    use super::*;

    /// Statements and their nesting, in the words of the text without its quotes; and the codes of the messages, with their lines.
    fn read(text: &str) -> (String, Vec<(usize, &'static str)>) {
        fn below(text: &str, tree: &Tree, ids: impl Iterator<Item = usize>, depth: usize, out: &mut String) {
            for id in ids {
                let words = tree.parts(id).iter().map(|part| super::super::plain(&text[part.start as usize..part.end as usize]));
                let words: Vec<String> = words.flat_map(|words| words.split_whitespace().map(str::to_owned).collect::<Vec<_>>()).collect();
                *out += &format!("{depth} {}\n", words.join(" "));
                below(text, tree, tree.children(id), depth + 1, out);
            }
        }
        let (mut out, mut codes) = (String::new(), Vec::new());
        for chunk in cut(text) {
            let (tree, found) = parse_chunk(SourceId(0), text, &chunk);
            below(text, &tree, tree.roots(), 0, &mut out);
            codes.extend(found.iter().map(|found| (text[..found.span().start as usize].matches('\n').count() + 1, found.code.id)));
        }
        (out, codes)
    }

    const RIGHT: &str = r#"axis a "Axe un" {
  goal g "But deux" {
    owner DSI
    partners "A b", "C d"
    budget {
      investment 2027: 3 k€
    }
    // a note
  }

  /// What it is.
  goal h "Trois" {
    owner DSI
  }
}
owner DSI "Direction"
"#;

    #[test]
    fn one_mistake_is_one_message_and_the_tree_is_as_if_it_were_right() {
        let (right, none) = read(RIGHT);
        assert!(none.is_empty(), "{none:?}");
        for (from, to, line, code) in [
            ("goal g \"But deux\" {", "goal g \"But deux\"", 2, "E0107"),
            ("axis a \"Axe un\" {", "axis a \"Axe un\" // note", 1, "E0107"),
            ("k€\n    }", "k€", 6, "E0103"),
            ("    // a note\n  }\n", "", 7, "E0103"),
            ("  }\n}\nowner", "  }\nowner", 14, "E0103"),
            ("k€\n    }", "k€\n    }\n    }", 8, "E0104"),
            ("k€\n    }", "k€\n    }}", 7, "E0104"),
            ("budget {", "budget {{", 5, "E0104"),
            ("budget {", "budget (", 5, "E0101"),
            ("axis a \"Axe un\" {", "axis a \"Axe un\" [", 1, "E0101"),
            ("k€\n    }", "k€\n    )", 7, "E0101"),
            ("But deux\" {", "But deux\" ｛", 2, "E0101"),
            ("\"But deux\"", "\"But deux", 2, "E0102"),
            ("\"But deux\"", "But deux\"", 2, "E0101"),
            ("\"But deux\"", "\"\"But deux\"", 2, "E0101"),
            ("\"But deux\"", "\"But deux\"\"", 2, "E0101"),
            ("\"But deux\"", "‘But deux’", 2, "E0101"),
            ("\"But deux\"", "„But deux“", 2, "E0101"),
            ("\"But deux\"", "«But deux", 2, "E0102"),
            ("\"But deux\"", "\"But\n      deux\"", 2, "E0102"),
            ("\"Axe un\"", "\"Axe\n    un\"", 1, "E0102"),
            ("\"A b\", \"C d\"", "\"A b, \"C d\"", 4, "E0102"),
            ("\"A b\", \"C d\"", "\"A b\", C d\"", 4, "E0101"),
            ("    owner DSI\n    p", "    owner DSI;\n    p", 3, "E0101"),
            ("    owner DSI\n    p", "    owner DSI; p", 3, "E0101"),
            ("    owner DSI\n    p", "    • owner DSI\n    p", 3, "E0101"),
            ("k€\n    }", "k€\n    } fin \"x\"", 7, "E0108"),
            ("    owner DSI\n    p", "<<<<<<< HEAD\n    owner DSI\n||||||| base\n=======\n    owner X {\n>>>>>>> x\n    p", 3, "E0101"),
        ] {
            let text = RIGHT.replacen(from, to, 1);
            assert_ne!(text, RIGHT, "{from}");
            let (tree, found) = read(&text);
            assert_eq!(found, [(line, code)], "{text}");
            // A comma that gave its place to a quote is the one part that may be missing.
            assert_eq!(tree.replace(" ,", ""), right.replace(" ,", ""), "{text}");
        }
    }

    #[test]
    fn a_text_without_indentation_is_left_as_its_braces_have_it() {
        let (tree, found) = read("axis a \"A\" {\n  goal g \"G\" {\n  owner DSI\n  }\n  goal h \"H\" {\n  owner DSI\n  }\n");
        assert_eq!(found, [(7, "E0103")]);
        assert_eq!(tree, "0 axis a A\n1 goal g G\n2 owner DSI\n1 goal h H\n2 owner DSI\n");
    }

    #[test]
    fn nothing_makes_a_tree_deeper_than_its_bound() {
        fn depth(tree: &Tree, ids: impl Iterator<Item = usize>) -> usize {
            ids.map(|id| 1 + depth(tree, tree.children(id))).max().unwrap_or(0)
        }
        let stairs: String = (0..200).map(|at| format!("{:at$}x\n", "")).collect();
        let back: String = (0..200).rev().map(|at| format!("{:at$}}}\n", "")).collect();
        for text in
            [format!("{stairs}{back}"), "x\n".repeat(50_010) + &"x {\n".repeat(300), format!("a {{\n{}", "b {}\n c {\n".repeat(100))]
        {
            for chunk in cut(&text) {
                let (tree, found) = parse_chunk(SourceId(0), &text, &chunk);
                assert!(depth(&tree, tree.roots()) <= super::super::DEEPEST + 1);
                assert!(chunk.too_deep.is_none() || found.len() == 1);
            }
        }
    }
}
