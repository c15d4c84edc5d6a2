//! A document as Markdown: what is on its pages, in their order. A text of the plan is a text here, whatever it looks like.

use std::borrow::Cow;

use super::super::model::{
    AxisChapter, Block, Cell, Chapter, Document, Fact, Identity, Inline, Number, Paper, Part, Piece, Row, RowKind, Section, Sheet, Table,
};
use crate::figure::Figure;

/// In: a strategy. Out: CommonMark, with the tables that GitLab and GitHub read.
pub fn markdown(document: &Document) -> String {
    let mut out = Page::default();
    out.head(1, &document.identity.title, None);
    let cover = &document.cover;
    out.paragraph(&rich(&cover.authority));
    out.paragraph(&rich(&cover.period));
    if let Some(mark) = &cover.mark {
        out.paragraph(&format!("**{}** {}", text(&mark.title), text(&mark.detail)));
    }
    out.facts(&cover.facts);
    let essential = &document.essential;
    out.head(2, &essential.title, None);
    out.paragraph(&rich(&essential.lead));
    out.numbers(&essential.numbers);
    for part in essential.axes.iter().chain(&essential.left).chain(&essential.right) {
        out.part(part);
    }
    let word = |key: &str| document.identity.words.get(key).copied().unwrap_or_default();
    if !document.foreword.is_empty() {
        out.head(2, word("foreword"), None);
        out.prose(&document.foreword);
    }
    for (at, line) in document.reading.iter().enumerate() {
        if at == 0 {
            out.paragraph(&format!("**{}**", text(word("reading"))));
        }
        out.paragraph(&rich(line));
    }
    document.before.iter().for_each(|chapter| out.chapter(chapter));
    document.axes.iter().for_each(|axis| out.axis(axis));
    document.chapters.iter().for_each(|chapter| out.chapter(chapter));
    out.paragraph(&text(&document.identity.colophon));
    out.whole()
}

/// The same of a paper.
pub fn markdown_of(paper: &Paper) -> String {
    let mut out = Page::default();
    let Identity { draft, words, colophon, .. } = &paper.identity;
    if *draft {
        out.paragraph(&format!("**{}**", text(words.get("draft").copied().unwrap_or_default())));
    }
    for piece in &paper.pieces {
        match piece {
            Piece::Opening { above, title, below } => {
                out.paragraph(&rich(above));
                out.head(1, title, None);
                out.paragraph(&rich(below));
            }
            Piece::Heading { level, text } => out.head(usize::from(*level) + 1, text, None),
            Piece::Facts { items } => out.facts(items),
            Piece::Numbers { items } => out.numbers(items),
            Piece::Prose { blocks } => out.prose(blocks),
            Piece::Lines { items } => items.iter().for_each(|line| out.paragraph(&rich(line))),
            Piece::Article { label, content } => out.paragraph(&format!("**{}** – {}", text(label), rich(content))),
            Piece::Part { part } => out.part(part),
            Piece::Sheet { sheet } => out.sheet(sheet),
            Piece::Signatures { items } => items.iter().for_each(|one| out.paragraph(&rich(one))),
            Piece::NewPage => out.paragraph("---"),
        }
    }
    out.paragraph(&text(colophon));
    out.whole()
}

/// What is written so far: blocks, with an empty line between them.
#[derive(Default)]
struct Page {
    text: String,
}

impl Page {
    fn whole(mut self) -> String {
        self.text.truncate(self.text.trim_end().len());
        self.text.push('\n');
        self.text
    }

    fn paragraph(&mut self, words: &str) {
        if !words.trim().is_empty() {
            self.text.push_str(words.trim_end());
            self.text.push_str("\n\n");
        }
    }

    fn head(&mut self, level: usize, words: &str, id: Option<&str>) {
        self.titled(level, &text(words), id);
    }

    /// The place of references stands before its heading.
    fn titled(&mut self, level: usize, words: &str, id: Option<&str>) {
        if let Some(id) = id {
            self.paragraph(&format!("<a id=\"{id}\"></a>"));
        }
        self.paragraph(&format!("{} {words}", "#".repeat(level.min(6))));
    }

    fn items(&mut self, lines: impl Iterator<Item = String>, numbered: bool) {
        let mut any = false;
        for (at, line) in lines.enumerate() {
            let lead = if numbered { format!("{}. ", at + 1) } else { "- ".to_owned() };
            self.text.push_str(&lead);
            self.text.push_str(line.trim_end());
            self.text.push('\n');
            any = true;
        }
        if any {
            self.text.push('\n');
        }
    }

    fn facts(&mut self, facts: &[Fact]) {
        let told = |fact: &Fact| match fact.label.is_empty() {
            true => rich(&fact.value),
            false => format!("**{}** {}", text(&fact.label), rich(&fact.value)),
        };
        self.items(facts.iter().map(told), false);
    }

    fn numbers(&mut self, numbers: &[Number]) {
        let told = |one: &Number| {
            let detail = one.detail.as_deref().map(|detail| format!(" ({})", text(detail))).unwrap_or_default();
            format!("**{}** {}{detail}", rich(&one.value), text(&one.label))
        };
        self.items(numbers.iter().map(told), false);
    }

    fn part(&mut self, part: &Part) {
        if !part.label.is_empty() {
            self.paragraph(&format!("**{}**", text(&part.label)));
        }
        part.text.iter().for_each(|line| self.paragraph(&rich(line)));
        self.items(part.list.iter().map(|line| rich(line)), true);
        part.figures.iter().for_each(|figure| self.paragraph(&seen(figure)));
        if let Some(caption) = &part.caption {
            self.paragraph(&text(caption));
        }
        self.items(part.gallery.iter().map(|one| format!("**{}** {}", rich(&one.title), rich(&one.values))), false);
        part.tables.iter().for_each(|table| self.table(table));
        part.notes.iter().for_each(|note| self.paragraph(&rich(note)));
    }

    fn chapter(&mut self, chapter: &Chapter) {
        self.head(2, &chapter.title, Some(chapter.id));
        chapter.intro.iter().for_each(|line| self.paragraph(&rich(line)));
        for Section { title, part, .. } in &chapter.sections {
            if !title.is_empty() {
                self.head(3, title, None);
            }
            self.part(part);
        }
    }

    fn axis(&mut self, axis: &AxisChapter) {
        let lead = if axis.label.is_empty() { String::new() } else { format!("{} – ", text(&axis.label)) };
        self.titled(2, &format!("{lead}{}", titled(&axis.title.text, axis.title.hole)), Some(&axis.id));
        self.prose(&axis.prose);
        self.facts(&axis.facts);
        self.numbers(&axis.numbers);
        axis.parts.iter().for_each(|part| self.part(part));
        axis.goals.iter().for_each(|goal| self.sheet(goal));
    }

    fn sheet(&mut self, sheet: &Sheet) {
        let words = format!("{} {}", text(&sheet.number), titled(&sheet.title.text, sheet.title.hole));
        self.titled(usize::from(sheet.level) + 1, &words, Some(&sheet.id));
        self.facts(&sheet.head);
        self.prose(&sheet.prose);
        sheet.parts.iter().for_each(|part| self.part(part));
        self.facts(&sheet.facts);
        sheet.more.iter().for_each(|part| self.part(part));
        sheet.actions.iter().for_each(|action| self.sheet(action));
    }

    fn prose(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Paragraph { content } => self.paragraph(&rich(content)),
                Block::List { start, items } => {
                    for (item, number) in items.iter().zip(start.unwrap_or(1)..) {
                        let lead = if start.is_some() { format!("{number}. ") } else { "- ".to_owned() };
                        self.text.push_str(&within(item, &lead, &" ".repeat(lead.len())));
                        self.text.push('\n');
                    }
                    self.text.push('\n');
                }
                Block::Quote { content } => {
                    let quoted = within(content, "> ", "> ");
                    self.paragraph(&quoted);
                }
                Block::Code { text } => {
                    // Longer than any run of the same sign within.
                    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
                    let fence = "`".repeat(longest.max(2) + 1);
                    self.paragraph(&format!("{fence}\n{}\n{fence}", text.trim_end_matches('\n')));
                }
                Block::Table { head, rows } => {
                    let cells = |row: &Vec<Vec<Inline>>| row.iter().map(|cell| in_cell(&rich(cell))).collect::<Vec<_>>();
                    self.grid(&cells(head), rows.iter().map(cells));
                }
            }
        }
    }

    /// A table has one head here: what groups columns is said with each of them.
    fn table(&mut self, table: &Table) {
        let width = table.columns.len();
        let mut head = vec![String::new(); width];
        for row in &table.head {
            let mut at = 0;
            for cell in row {
                for word in head.iter_mut().skip(at).take(usize::from(cell.span)) {
                    let told = in_cell(&rich(&cell.content));
                    if !told.is_empty() {
                        *word = if word.is_empty() { told } else { format!("{word} – {told}") };
                    }
                }
                at += usize::from(cell.span);
            }
        }
        let row = |row: &Row| {
            let bold = matches!(row.kind, RowKind::Group | RowKind::Total);
            let mut cells = Vec::with_capacity(width);
            for Cell { content, span, .. } in &row.cells {
                let told = in_cell(&rich(content));
                cells.push(if bold && !told.trim().is_empty() { format!("**{told}**") } else { told });
                cells.extend((1..*span).map(|_| String::new()));
            }
            cells
        };
        self.grid(&head, table.rows.iter().map(row));
    }

    fn grid(&mut self, head: &[String], rows: impl Iterator<Item = Vec<String>>) {
        let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
        self.text.push_str(&line(head));
        self.text.push_str(&format!("|{}\n", " --- |".repeat(head.len())));
        for mut row in rows {
            row.resize(head.len(), String::new());
            self.text.push_str(&line(&row));
        }
        self.text.push('\n');
    }
}

/// Blocks within a list's item or a quotation: the first line led by one sign, the others by another.
fn within(blocks: &[Block], first: &str, then: &str) -> String {
    let mut inner = Page::default();
    inner.prose(blocks);
    let inner = inner.whole();
    let lines = inner.trim_end().lines().enumerate().map(|(at, line)| {
        let lead = if at == 0 { first } else { then };
        if line.is_empty() { lead.trim_end().to_owned() } else { format!("{lead}{line}") }
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// What a drawing shows, for somebody who does not see it; nothing of one that is said beside it.
fn seen(figure: &Figure) -> String {
    if figure.alt.is_empty() { String::new() } else { format!("*{}*", text(&figure.alt)) }
}

fn titled(title: &str, hole: bool) -> String {
    if hole { format!("**{}**", text(title)) } else { text(title).into_owned() }
}

fn rich(content: &[Inline]) -> String {
    let mut out = String::new();
    for inline in content {
        match inline {
            Inline::Text { text: words } | Inline::Whole { text: words } => out.push_str(&text(words)),
            Inline::Hole { text: words } => out.push_str(&format!("**{}**", text(words))),
            Inline::Emph { content } => out.push_str(&marked(&rich(content), "*")),
            Inline::Strong { content } => out.push_str(&marked(&rich(content), "**")),
            Inline::Code { text: words } => out.push_str(&code(words)),
            Inline::Link { href, content } => out.push_str(&format!("[{}](<{}>)", rich(content), href.replace(['<', '>'], ""))),
            Inline::Ref { to, text: words } => out.push_str(&format!("[{}](#{to})", text(words))),
            Inline::Drawing { figure } => out.push_str(&seen(figure)),
            Inline::Blank { letters } => out.push_str(&"\\_".repeat(usize::from(*letters))),
            Inline::Gone { text: words } => out.push_str(&marked(&text(words), "~~")),
            Inline::Come { text: words } => out.push_str(&marked(&text(words), "**")),
            Inline::Break => out.push_str("<br>"),
        }
    }
    out
}

/// A sign of emphasis beside a blank would be none.
fn marked(words: &str, sign: &str) -> String {
    let inner = words.trim();
    if inner.is_empty() {
        return words.to_owned();
    }
    let (before, after) = (&words[..words.len() - words.trim_start().len()], &words[words.trim_end().len()..]);
    format!("{before}{sign}{inner}{sign}{after}")
}

fn code(words: &str) -> String {
    let longest = words.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let blank = if words.starts_with('`') || words.ends_with('`') { " " } else { "" };
    format!("{fence}{blank}{words}{blank}{fence}")
}

/// On one line, and no bar of it parts cells: a bar is escaped in a text already, and in code here.
fn in_cell(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut escaped = false;
    for c in words.chars() {
        match c {
            '\n' => out.push(' '),
            '|' if !escaped => out.push_str("\\|"),
            _ => out.push(c),
        }
        escaped = c == '\\' && !escaped;
    }
    out
}

/// A text that stays the text that it is: no sign of it makes a heading, a list, a link, an element, or calls a person or an issue.
fn text(words: &str) -> Cow<'_, str> {
    const SIGNS: &[char] = &['\\', '`', '*', '_', '[', ']', '<', '>', '#', '|', '~', '$', '&', '@', '!', '\n', '\r', '\t', ':'];
    let leads = words.trim_start().starts_with(|c: char| matches!(c, '-' | '+' | '=') || c.is_ascii_digit());
    if !words.contains(SIGNS) && !leads {
        return Cow::Borrowed(words);
    }
    let mut out = String::with_capacity(words.len() + 8);
    // What could begin a list or underline a heading.
    let start = words.len() - words.trim_start().len();
    let digits = words[start..].bytes().take_while(u8::is_ascii_digit).count();
    let mut chars = words.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        match c {
            '\n' | '\r' | '\t' => out.push(' '),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '$' | '&' => out.extend(['\\', c]),
            // A comment between the sign and the name is seen by nobody, and nobody is called.
            '@' | '#' | '!' if next.is_some_and(char::is_alphanumeric) => out.push_str(&format!("\\{c}<!-- -->")),
            '#' | '!' => out.extend(['\\', c]),
            // `http://…` is an address only where it was written as one.
            ':' if next == Some('/') => out.push_str("\\:"),
            '-' | '+' | '=' if at == start => out.extend(['\\', c]),
            '.' | ')' if digits > 0 && at == start + digits => out.extend(['\\', c]),
            _ => out.push(c),
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Event, Options, Parser, Tag};

    use super::*;

    /// What a reader sees of it.
    fn read(markdown: &str) -> String {
        let mut out = String::new();
        for event in Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
            match event {
                Event::Text(words) | Event::Code(words) => out.push_str(&words),
                Event::SoftBreak | Event::HardBreak => out.push(' '),
                Event::Start(Tag::Paragraph) | Event::InlineHtml(_) | Event::End(_) => {}
                other => out.push_str(&format!("⟨{other:?}⟩")),
            }
        }
        out
    }

    #[test]
    fn a_text_is_the_text_that_it_is() {
        for words in [
            "#panic()",
            "# titre",
            "$x$ et @maire, #12 et !7",
            "<script>alert(1)</script> & &amp;",
            "- pas une liste",
            "1. pas un numéro",
            "12) ni ici",
            "=HYPERLINK(\"http://x\")",
            "*gras* _souligné_ `code` ~~barré~~",
            "[lien](http://x.fr) ![image](y)",
            "a | b \\| c \\",
            "> citation",
            "---",
            "===",
            "\u{202e}renversé\u{202c}",
        ] {
            assert_eq!(read(&text(words)), words, "{}", text(words));
            let table = format!("| {} | b |\n| --- | --- |\n| {} | d |\n", in_cell(&text(words)), in_cell(&text(words)));
            let cells = read(&table);
            assert_eq!(cells.matches(words).count(), 2, "{table}{cells}");
        }
    }

    #[test]
    fn what_is_long_in_code_is_fenced_longer() {
        let mut page = Page::default();
        page.prose(&[Block::Code { text: "```\n````\n".to_owned() }]);
        assert!(page.text.starts_with("`````\n"), "{}", page.text);
        assert_eq!(code("a`b"), "``a`b``");
    }
}
