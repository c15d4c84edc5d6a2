//! Markdown of `///` comments → plain data.
//!
//! In: the text. Out: [`Block`]s. What a printed page has no use for (raw HTML, images, other links) stays as text.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::model::{Block, Inline, Rich};
use crate::diagnostic::Lang;
use crate::text::WIDEST_TABLE;
use crate::text::typography::{english, french};

/// A text as that language prints it.
pub fn printed(text: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => french(text),
        Lang::En => english(text),
    }
}

/// Deeper nesting than this is flattened: no page can show it, and no stack should hold it.
const DEEPEST: usize = 6;

/// Everything that some blocks say, in one run of text: for a cell that holds no blocks.
pub fn run_on(blocks: &[Block]) -> Rich {
    let mut out = Rich::new();
    let mut add = |more: Rich| {
        if !out.is_empty() && !more.is_empty() {
            out.push(Inline::text(" "));
        }
        out.extend(more);
    };
    for block in blocks {
        match block {
            Block::Paragraph { content } => add(content.clone()),
            Block::List { items, .. } => items.iter().for_each(|item| add([vec![Inline::text("– ")], run_on(item)].concat())),
            Block::Quote { content } => add(run_on(content)),
            Block::Code { text } => add(vec![Inline::text(text.clone())]),
            Block::Table { head, rows } => std::iter::once(head).chain(rows).flatten().for_each(|cell| add(cell.clone())),
        }
    }
    out
}

/// In: Markdown, and the language whose typography it gets. Never fails.
pub fn prose(markdown: &str, lang: Lang) -> Vec<Block> {
    let mut build = Build { lang, frames: vec![Frame::new(Kind::Root)], dropped: Vec::new() };
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        build.event(event);
    }
    while build.frames.len() > 1 {
        build.close();
    }
    build.frames.pop().map(Frame::into_blocks).unwrap_or_default()
}

/// Names of the plan's text in its prose, told as `call` does; a name that it does not know stays as it is.
pub fn renamed(blocks: &mut [Block], call: &dyn Fn(&str) -> Option<Inline>) {
    fn runs(content: &mut Rich, call: &dyn Fn(&str) -> Option<Inline>) {
        for inline in content {
            match inline {
                Inline::Code { text } => {
                    if let Some(told) = call(text) {
                        *inline = told;
                    }
                }
                Inline::Emph { content } | Inline::Strong { content } | Inline::Link { content, .. } => runs(content, call),
                _ => {}
            }
        }
    }
    for block in blocks {
        match block {
            Block::Paragraph { content } => runs(content, call),
            Block::List { items, .. } => items.iter_mut().for_each(|item| renamed(item, call)),
            Block::Quote { content } => renamed(content, call),
            Block::Code { .. } => {}
            Block::Table { head, rows } => head.iter_mut().chain(rows.iter_mut().flatten()).for_each(|cell| runs(cell, call)),
        }
    }
}

enum Kind {
    Root,
    Paragraph,
    Heading,
    Quote,
    Code,
    List(Option<u64>, Vec<Vec<Block>>),
    Item,
    Table(Vec<Rich>, Vec<Vec<Rich>>),
    Row(Vec<Rich>, bool),
    Cell,
    Emph,
    Strong,
    Link(Option<String>),
    /// Its content goes to its parent.
    Plain,
}

struct Frame {
    kind: Kind,
    blocks: Vec<Block>,
    inlines: Rich,
}

impl Frame {
    fn new(kind: Kind) -> Frame {
        Frame { kind, blocks: Vec::new(), inlines: Vec::new() }
    }

    /// Loose inlines (of a tight list's item) make a paragraph.
    fn settle(&mut self) {
        let content = trimmed(std::mem::take(&mut self.inlines));
        if !content.is_empty() {
            self.blocks.push(Block::Paragraph { content });
        }
    }

    fn into_blocks(mut self) -> Vec<Block> {
        self.settle();
        self.blocks
    }
}

struct Build {
    lang: Lang,
    /// Never empty: the root is the first.
    frames: Vec<Frame>,
    /// For each open tag, whether it was too deep to get a frame of its own.
    dropped: Vec<bool>,
}

impl Build {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.open(tag),
            Event::End(end) => {
                if !self.dropped.pop().unwrap_or(true) && self.frames.len() > 1 {
                    self.close();
                }
                // A block that was too deep still ends its line.
                if matches!(end, TagEnd::Paragraph | TagEnd::Item | TagEnd::CodeBlock | TagEnd::HtmlBlock) && !self.inlines().is_empty() {
                    let holds_inlines = matches!(self.top().kind, Kind::Item | Kind::Quote | Kind::Root | Kind::Plain);
                    if holds_inlines {
                        self.top().settle();
                    }
                }
            }
            Event::Text(text) | Event::InlineMath(text) | Event::DisplayMath(text) => self.text(&text),
            Event::Code(text) => {
                if !matches!(self.top().kind, Kind::Code) {
                    self.inlines().push(Inline::Code { text: text.into_string() });
                }
            }
            Event::Html(text) | Event::InlineHtml(text) => self.text(text.trim_end_matches('\n')),
            Event::SoftBreak => self.text(" "),
            Event::HardBreak => self.inlines().push(Inline::Break),
            Event::Rule | Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
        }
    }

    fn top(&mut self) -> &mut Frame {
        let last = self.frames.len() - 1;
        &mut self.frames[last]
    }

    fn inlines(&mut self) -> &mut Rich {
        &mut self.top().inlines
    }

    fn text(&mut self, text: &str) {
        let raw = matches!(self.top().kind, Kind::Code);
        let text = if raw { text.to_owned() } else { printed(text, self.lang) };
        match self.inlines().last_mut() {
            Some(Inline::Text { text: before }) => before.push_str(&text),
            _ => self.inlines().push(Inline::Text { text }),
        }
    }

    fn open(&mut self, tag: Tag<'_>) {
        let kind = match tag {
            Tag::Paragraph => Kind::Paragraph,
            Tag::Heading { level: HeadingLevel::H1 | HeadingLevel::H2 | HeadingLevel::H3, .. } | Tag::Heading { .. } => Kind::Heading,
            Tag::BlockQuote(_) => Kind::Quote,
            Tag::CodeBlock(_) => Kind::Code,
            Tag::List(start) => Kind::List(start, Vec::new()),
            Tag::Item => Kind::Item,
            Tag::Table(_) => Kind::Table(Vec::new(), Vec::new()),
            Tag::TableHead => Kind::Row(Vec::new(), true),
            Tag::TableRow => Kind::Row(Vec::new(), false),
            Tag::TableCell => Kind::Cell,
            Tag::Emphasis => Kind::Emph,
            Tag::Strong => Kind::Strong,
            Tag::Link { dest_url, .. } => Kind::Link(safe(&dest_url)),
            _ => Kind::Plain,
        };
        // A table's rows and cells come with it, at whatever depth.
        let bound = matches!(kind, Kind::Row(..) | Kind::Cell);
        let within = self.frames.len() > 2 * DEEPEST && !bound;
        self.dropped.push(within);
        if within {
            return;
        }
        // A block inside an item starts after the item's loose words.
        if matches!(kind, Kind::Paragraph | Kind::Heading | Kind::Quote | Kind::Code | Kind::List(..) | Kind::Table(..)) {
            self.top().settle();
        }
        self.frames.push(Frame::new(kind));
    }

    fn close(&mut self) {
        let Some(mut frame) = self.frames.pop() else { return };
        let block = match std::mem::replace(&mut frame.kind, Kind::Plain) {
            Kind::Root => None,
            Kind::Paragraph => {
                let content = trimmed(std::mem::take(&mut frame.inlines));
                (!content.is_empty()).then_some(Block::Paragraph { content })
            }
            Kind::Heading => {
                let content = trimmed(std::mem::take(&mut frame.inlines));
                (!content.is_empty()).then(|| Block::Paragraph { content: vec![Inline::Strong { content }] })
            }
            Kind::Quote => Some(Block::Quote { content: frame.into_blocks() }),
            Kind::Code => {
                let text: String =
                    frame.inlines.iter().map(|inline| if let Inline::Text { text } = inline { text.as_str() } else { "" }).collect();
                Some(Block::Code { text: text.trim_end().to_owned() })
            }
            Kind::List(start, items) => (!items.is_empty()).then_some(Block::List { start, items }),
            Kind::Item => {
                let blocks = frame.into_blocks();
                if let Kind::List(_, items) = &mut self.top().kind {
                    items.push(blocks);
                } else {
                    self.top().blocks.extend(blocks);
                }
                return;
            }
            Kind::Table(head, rows) if head.len() > WIDEST_TABLE => {
                let told = row_by_row(head, rows, self.lang);
                self.top().blocks.extend(told);
                return;
            }
            Kind::Table(head, rows) => (!head.is_empty()).then_some(Block::Table { head, rows }),
            Kind::Row(mut cells, is_head) => {
                // A short row is as long as its head, in cells with nothing in them.
                while !is_head && cells.last().is_some_and(Rich::is_empty) {
                    cells.pop();
                }
                if let Kind::Table(head, rows) = &mut self.top().kind {
                    if is_head { *head = cells } else { rows.push(cells) }
                }
                return;
            }
            Kind::Cell => {
                let content = trimmed(std::mem::take(&mut frame.inlines));
                if let Kind::Row(cells, _) = &mut self.top().kind {
                    cells.push(content);
                }
                return;
            }
            Kind::Emph => return self.wrap(frame.inlines, |content| Inline::Emph { content }),
            Kind::Strong => return self.wrap(frame.inlines, |content| Inline::Strong { content }),
            Kind::Link(Some(href)) => return self.wrap(frame.inlines, |content| Inline::Link { href, content }),
            Kind::Link(None) | Kind::Plain => {
                self.top().blocks.append(&mut frame.blocks);
                self.top().inlines.append(&mut frame.inlines);
                return;
            }
        };
        self.top().blocks.extend(block);
    }

    fn wrap(&mut self, content: Rich, f: impl FnOnce(Rich) -> Inline) {
        if !content.is_empty() {
            self.inlines().push(f(content));
        }
    }
}

/// A table too wide for a page: what its columns are, then its rows, each cell behind the head of its column.
fn row_by_row(head: Vec<Rich>, rows: Vec<Vec<Rich>>, lang: Lang) -> [Block; 2] {
    let colon = lang.of("\u{a0}: ", ": ");
    let cell = |(at, cell): (usize, Rich)| {
        let mut out = head.get(at).cloned().unwrap_or_default();
        if !out.is_empty() {
            out.push(Inline::text(colon));
        }
        out.extend(cell);
        out
    };
    let run = |cells: Vec<Rich>, between: &str| -> Block {
        let mut content = Rich::new();
        for cell in cells {
            if !content.is_empty() {
                content.push(Inline::text(between));
            }
            content.extend(cell);
        }
        Block::Paragraph { content }
    };
    let filled = |row: Vec<Rich>| row.into_iter().enumerate().filter(|(_, cell)| !cell.is_empty()).map(cell).collect::<Vec<_>>();
    let items = rows.into_iter().map(|row| vec![run(filled(row), lang.of("\u{202f}; ", "; "))]).collect();
    let columns = run(head.iter().filter(|cell| !cell.is_empty()).cloned().collect(), " · ");
    [columns, Block::List { start: None, items }]
}

/// A link that a reader may follow from a public document.
fn safe(url: &str) -> Option<String> {
    let lower = url.to_ascii_lowercase();
    let known = ["http://", "https://", "mailto:"].iter().any(|scheme| lower.starts_with(scheme) && lower.len() > scheme.len());
    (known && !url.chars().any(|c| c.is_control() || c.is_whitespace())).then(|| url.to_owned())
}

/// Without spaces at its ends; empty if there is nothing else.
fn trimmed(mut content: Rich) -> Rich {
    if let Some(Inline::Text { text }) = content.first_mut() {
        *text = text.trim_start().to_owned();
    }
    if let Some(Inline::Text { text }) = content.last_mut() {
        *text = text.trim_end().to_owned();
    }
    content.retain(|inline| !matches!(inline, Inline::Text { text } if text.is_empty()));
    content
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(markdown: &str) -> Vec<Block> {
        prose(markdown, Lang::Fr)
    }

    fn text(text: &str) -> Inline {
        Inline::text(text)
    }

    #[test]
    fn paragraphs_emphasis_and_code() {
        let blocks = read("Un *mot* et\n**deux** `x: 'y'`.\n\nL'autre ?");
        assert_eq!(
            blocks,
            [
                Block::Paragraph {
                    content: vec![
                        text("Un "),
                        Inline::Emph { content: vec![text("mot")] },
                        text(" et "),
                        Inline::Strong { content: vec![text("deux")] },
                        text(" "),
                        Inline::Code { text: "x: 'y'".into() },
                        text("."),
                    ]
                },
                Block::Paragraph { content: vec![text("L’autre\u{202f}?")] },
            ]
        );
    }

    #[test]
    fn headings_become_bold_paragraphs() {
        assert_eq!(read("## Titre"), [Block::Paragraph { content: vec![Inline::Strong { content: vec![text("Titre")] }] }]);
    }

    #[test]
    fn lists_tight_loose_and_nested() {
        let point = |word: &str| vec![Block::Paragraph { content: vec![text(word)] }];
        assert_eq!(read("- a\n- b"), [Block::List { start: None, items: vec![point("a"), point("b")] }]);
        assert_eq!(read("3. a\n\n4. b"), [Block::List { start: Some(3), items: vec![point("a"), point("b")] }]);
        let Block::List { items, .. } = &read("- a\n  - b")[0] else { panic!("a list") };
        assert_eq!(items[0].len(), 2);
        assert_eq!(items[0][1], Block::List { start: None, items: vec![point("b")] });
    }

    #[test]
    fn links_of_the_web_only() {
        let link = |markdown: &str| match &read(markdown)[0] {
            Block::Paragraph { content } => content[0].clone(),
            other => panic!("{other:?}"),
        };
        assert_eq!(link("[a](https://b.example)"), Inline::Link { href: "https://b.example".into(), content: vec![text("a")] });
        for other in ["[a](javascript:alert(1))", "[a](file:///etc/passwd)", "[a](b.md)", "![a](https://b.example/x.png)"] {
            assert_eq!(link(other), text("a"), "{other}");
        }
    }

    #[test]
    fn html_is_text_and_tables_are_tables() {
        assert_eq!(read("<b>x</b>"), [Block::Paragraph { content: vec![text("<b>x</b>")] }]);
        assert_eq!(read("<div>\n#panic()\n</div>"), [Block::Paragraph { content: vec![text("<div>#panic()</div>")] }]);
        assert_eq!(
            read("| a | b |\n|---|---|\n| 1 | `2` |"),
            [Block::Table {
                head: vec![vec![text("a")], vec![text("b")]],
                rows: vec![vec![vec![text("1")], vec![Inline::Code { text: "2".into() }]]]
            }]
        );
    }

    #[test]
    fn a_table_too_wide_is_told_row_by_row() {
        let line =
            |cell: &dyn Fn(usize) -> String, count: usize| format!("|{}\n", (1..=count).map(|at| cell(at) + "|").collect::<String>());
        let of = |columns: usize| {
            let (head, rule) = (line(&|at| format!("c{at}"), columns), line(&|_| "-".into(), columns));
            read(&(head + &rule + "| un | | *trois* |\n| x |\n"))
        };
        assert!(matches!(&of(12)[..], [Block::Table { head, rows }] if head.len() == 12 && rows[1].len() == 1));
        let [Block::Paragraph { content }, Block::List { items, .. }] = &of(13)[..] else { panic!("{:?}", of(13)) };
        assert!(content.contains(&text("c13")), "no head is lost: {content:?}");
        let three = Inline::Emph { content: vec![text("trois")] };
        let row = vec![text("c1"), text("\u{a0}: "), text("un"), text("\u{202f}; "), text("c3"), text("\u{a0}: "), three];
        assert_eq!(items[0], [Block::Paragraph { content: row }]);
        assert_eq!(items.len(), 2);
    }

    #[test]
    fn nesting_has_an_end() {
        let deep: String = (0..200).map(|depth| format!("{}- x{depth}\n", "  ".repeat(depth))).collect();
        let all = format!("{:?}", read(&deep));
        assert!(all.contains("x0") && all.contains("x199"));
        let quotes = format!("{} fin", ">".repeat(500));
        assert!(format!("{:?}", read(&quotes)).contains("fin"));
        let stars = format!("{}x{}", "*a _b ".repeat(300), "_ *".repeat(300));
        assert!(!read(&stars).is_empty());
    }
}
