//! The one writer of plan texts. In: statements as data. Out: a text that reads back as them.
//!
//! What an author or a spreadsheet wrote comes in by [`quoted`] or as documentation, and never becomes syntax.

use std::ops::Range;

use super::text::readable;

/// A statement to be written: the lines before it, the words of its own line, and its block.
#[derive(Debug, Clone, Default)]
pub struct Statement {
    /// Markdown, a line each.
    pub doc: Vec<String>,
    /// Keywords, names, literals and [`quoted`] texts.
    pub words: String,
    pub block: Vec<Statement>,
    /// Whoever wrote it finds it again by this.
    pub mark: Option<u32>,
}

/// A text, and where the marked statements stand in it, outer ones before those within them.
#[derive(Debug, Default)]
pub struct Written {
    pub text: String,
    pub marks: Vec<(Range<u32>, u32)>,
    apart: bool,
}

impl Statement {
    pub fn new(words: impl Into<String>) -> Statement {
        Statement { words: words.into(), ..Statement::default() }
    }

    pub fn with(mut self, block: Vec<Statement>) -> Statement {
        self.block = block;
        self
    }

    fn large(&self) -> bool {
        !self.doc.is_empty() || !self.block.is_empty()
    }

    pub fn marked(mut self, mark: u32) -> Statement {
        self.mark = Some(mark);
        self
    }
}

impl Written {
    /// What has a block or documentation stands apart from what comes before it, and what follows a block from it.
    pub fn add(&mut self, statement: &Statement) {
        if self.apart || (!self.text.is_empty() && statement.large()) {
            self.text.push('\n');
        }
        self.apart = statement.large();
        self.statement(statement, 0);
    }

    fn statement(&mut self, statement: &Statement, depth: usize) {
        for line in &statement.doc {
            self.indent(depth);
            self.text.push_str("///");
            let said: String = line.chars().filter(|c| readable(*c)).collect();
            if !said.trim().is_empty() {
                self.text.push(' ');
                self.text.push_str(said.trim_end());
            }
            self.text.push('\n');
        }
        self.indent(depth);
        let (start, at) = (self.text.len() as u32, self.marks.len());
        if let Some(mark) = statement.mark {
            self.marks.push((start..start, mark));
        }
        self.text.push_str(&statement.words);
        if !statement.block.is_empty() {
            self.text.push_str(" {\n");
            for (at, inner) in statement.block.iter().enumerate() {
                if at > 0 && (!inner.doc.is_empty() || inner.block.iter().any(Statement::large)) {
                    self.text.push('\n');
                }
                self.statement(inner, depth + 1);
            }
            self.indent(depth);
            self.text.push('}');
        }
        if statement.mark.is_some() {
            self.marks[at].0.end = self.text.len() as u32;
        }
        self.text.push('\n');
    }

    fn indent(&mut self, depth: usize) {
        self.text.extend(std::iter::repeat_n("  ", depth));
    }
}

/// A text between straight quotes, on one line, whatever it says.
pub fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for (at, word) in text.split_whitespace().enumerate() {
        if at > 0 {
            out.push(' ');
        }
        for c in word.chars().filter(|c| readable(*c)) {
            if matches!(c, '"' | '\\') {
                out.push('\\');
            }
            out.push(c);
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::plain;

    #[test]
    fn a_text_reads_back_as_it_was() {
        for text in ["dit \"oui\"", "C:\\temp", "a { b } // c", "« x » “y”", "\\", "\\\"", "", "/// #"] {
            assert_eq!(plain(&quoted(text)), text);
        }
        assert_eq!(quoted("deux\r\nlignes\u{0}\u{202e} "), "\"deux lignes\"");
    }

    #[test]
    fn marks_are_where_their_statements_stand() {
        let mut written = Written::default();
        let inner = Statement { doc: vec!["b\nc".to_owned()], ..Statement::new("owner x") };
        written.add(&Statement::new("axis a \"A\"").with(vec![inner.marked(2)]).marked(1));
        assert_eq!(written.text, "axis a \"A\" {\n  /// bc\n  owner x\n}\n");
        let found: Vec<(&str, u32)> =
            written.marks.iter().map(|(range, mark)| (&written.text[range.start as usize..range.end as usize], *mark)).collect();
        assert_eq!(found, [("axis a \"A\" {\n  /// bc\n  owner x\n}", 1), ("owner x", 2)]);
    }
}
