//! A cell's text as documentation: what it says is shown as it stands, whatever its signs mean to Markdown.

use crate::diagnostic::Lang;

/// The lines of a text, each a paragraph; lines of a list stay together.
pub fn paragraphs(text: &str, lead: Option<(&str, Lang)>) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    if let Some((header, lang)) = lead {
        out.push(format!("**{}**{}", escaped(header), lang.of(" :", ":")));
    }
    let mut listed = true;
    // The first line stands behind the column's name.
    let mut beside = lead.is_some();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let bullet = ['-', '–', '•', '·', '▪', '*']
            .iter()
            .find_map(|sign| line.strip_prefix(*sign))
            .filter(|rest| rest.starts_with([' ', '\t', '\u{a0}']));
        match bullet.map(str::trim).filter(|rest| !rest.is_empty()) {
            Some(rest) => {
                if !out.is_empty() && (!listed || beside) {
                    out.push(String::new());
                }
                out.push(format!("- {}", escaped(rest)));
                (listed, beside) = (true, false);
            }
            None if beside => {
                out[0].push(' ');
                out[0].push_str(&escaped(line));
                (listed, beside) = (false, false);
            }
            None => {
                if !out.is_empty() {
                    out.push(String::new());
                }
                out.push(begun(&escaped(line)));
                listed = false;
            }
        }
    }
    out.iter().flat_map(|line| wrapped(line)).collect()
}

/// Lines are no longer than an editor shows, where there are blanks.
const WIDEST: usize = 110;

/// A paragraph over several lines, which Markdown reads as one.
fn wrapped(line: &str) -> Vec<String> {
    let indent = if line.starts_with("- ") { "  " } else { "" };
    let mut lines = vec![String::new()];
    let mut width = 0;
    for word in line.split(' ') {
        let length = word.chars().count();
        let last = lines.len() - 1;
        if width > indent.len() && width + 1 + length > WIDEST {
            let begun = begun(word);
            width = indent.len() + begun.chars().count();
            lines.push(format!("{indent}{begun}"));
            continue;
        }
        if width > 0 {
            lines[last].push(' ');
        }
        width += length + usize::from(width > 0);
        lines[last].push_str(word);
    }
    lines
}

/// Signs within a line.
fn escaped(line: &str) -> String {
    let chars: Vec<char> = line.chars().collect();
    let mut out = String::with_capacity(line.len());
    for (at, c) in chars.iter().copied().enumerate() {
        let before = at.checked_sub(1).map(|at| chars[at]);
        let after = chars.get(at + 1).copied();
        let sign = match c {
            '*' | '`' | '[' | ']' | '<' | '|' => true,
            // Within a word it is a letter like another.
            '_' => !(before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric)),
            '\\' => after.is_none_or(|next| next.is_ascii_punctuation()),
            '&' => after.is_some_and(|next| next == '#' || next.is_ascii_alphanumeric()),
            '~' => after == Some('~') || before == Some('~'),
            _ => false,
        };
        if sign {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Signs at the beginning of a line.
fn begun(line: &str) -> String {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 && line[digits..].starts_with(['.', ')']) {
        return format!("{}\\{}", &line[..digits], &line[digits..]);
    }
    if line.starts_with(['#', '>', '+', '-', '=', '~', ':']) { format!("\\{line}") } else { line.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use pulldown_cmark::{Event, Parser, Tag};

    /// What Markdown makes of it: its words, and whether it is more than words.
    fn read(lines: &[String]) -> (String, bool) {
        let text = lines.join("\n");
        let mut words = Vec::new();
        let mut more = false;
        for event in Parser::new_ext(&text, pulldown_cmark::Options::ENABLE_TABLES) {
            match event {
                Event::Text(text) => words.push(text.to_string()),
                Event::SoftBreak => words.push(" ".to_owned()),
                Event::HardBreak | Event::Code(_) | Event::Html(_) | Event::InlineHtml(_) | Event::Rule => more = true,
                Event::Start(tag) => more |= !matches!(tag, Tag::Paragraph | Tag::List(None) | Tag::Item),
                _ => {}
            }
        }
        (words.concat(), more)
    }

    #[test]
    fn no_sign_of_a_text_means_anything() {
        for text in [
            "# titre",
            "> cité",
            "1. un",
            "2027) fin",
            "+ plus",
            "---",
            "===",
            "a *b* _c_ `d` ~~e~~",
            "[a](b) <i>x</i> &amp; &#64;",
            "a | b\n--|--",
            "\\* \\",
            "mot_de_passe http://a.example/b_c_d",
            "    code",
            "```\nx\n```",
            ": x",
            "**",
            "_",
            "[x]: http://a",
            "<http://a.example>",
        ] {
            let (words, more) = read(&paragraphs(text, None));
            let expected: String = text.lines().map(str::trim).collect();
            assert_eq!((words.as_str(), more), (expected.as_str(), false), "{text}");
        }
    }

    #[test]
    fn long_lines_are_one_paragraph() {
        for sign in ["-", "1.", "#", ">", "+", "===", "mot", "|"] {
            let text = format!("début {}", vec![sign; 200].join(" "));
            for text in [text.clone(), format!("- {text}")] {
                let lines = paragraphs(&text, None);
                assert!(lines.len() > 1 && lines.iter().all(|line| line.chars().count() <= WIDEST + 2), "{text}");
                assert_eq!(read(&lines), (text.trim_start_matches("- ").to_owned(), false));
            }
        }
        let whole = "x".repeat(500);
        assert_eq!(paragraphs(&whole, None), [whole]);
    }

    #[test]
    fn lines_and_lists_are_kept() {
        let said = paragraphs("Un\ndeux\n- a\n• b\ntrois", None);
        assert_eq!(said, ["Un", "", "deux", "", "- a", "- b", "", "trois"]);
        assert_eq!(paragraphs("x\ny", Some(("Objectifs *", Lang::Fr))), ["**Objectifs \\*** : x", "", "y"]);
        assert_eq!(paragraphs("- x", Some(("O", Lang::En))), ["**O**:", "", "- x"]);
    }
}
