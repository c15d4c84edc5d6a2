//! What the command's surroundings want: a word on standard error, colours, how wide.

use std::io::{IsTerminal, Write};

use textwrap::{Options, WordSeparator, WordSplitter};

use crate::diagnostic::Lang;

/// A line on standard error. One that cannot be written (a full disk, a reader that is gone) is lost and nothing else.
pub fn tell(text: &str) {
    super::progress::end();
    let _ = writeln!(std::io::stderr(), "{text}");
}

/// Are results coloured? What the command line says wins, then what the surroundings ask, then whether a terminal reads.
pub fn colours(asked: Option<&str>) -> bool {
    let variable = |name: &str| std::env::var_os(name).and_then(|value| value.into_string().ok());
    wanted(asked, &variable, std::io::stdout().is_terminal())
}

/// How many columns there are, where the shell or the terminal tells; a wider line is not read with ease.
pub fn width() -> usize {
    let measured = || terminal_size::terminal_size_of(std::io::stdout()).map(|(width, _)| usize::from(width.0));
    told().or_else(measured).filter(|columns| *columns > 0).map_or(WIDEST, |columns: usize| columns.clamp(NARROWEST, WIDEST))
}

/// How many columns the shell tells of.
fn told() -> Option<usize> {
    std::env::var("COLUMNS").ok().and_then(|columns| columns.trim().parse().ok()).filter(|columns| *columns > 0)
}

/// How many columns a reader has in front of him; none where nothing tells: a file or another program takes a line as it is.
pub fn room() -> Option<usize> {
    told()
        .or_else(|| terminal_size::terminal_size_of(std::io::stderr()).map(|(width, _)| usize::from(width.0)))
        .map(|columns| columns.max(NARROWEST))
}

/// A sentence on standard error, on as many lines as the reader's columns ask for. What is to be copied, between backquotes, stays whole.
pub fn say(text: &str) {
    tell(folded(text).trim_end());
}

/// Sentences, on as many lines as the reader's columns ask for.
pub fn folded(text: &str) -> String {
    room().map_or_else(|| text.to_owned(), |room| folded_to(text, room))
}

fn folded_to(text: &str, room: usize) -> String {
    let bound = |(at, part): (usize, &str)| if at % 2 == 1 { part.replace(' ', BOUND) } else { part.to_owned() };
    let bound: String = text.split('`').enumerate().map(bound).collect::<Vec<_>>().join("`");
    filled(&bound, room).replace(BOUND, " ")
}

/// Stands for a blank where no line may be broken, until the lines are made.
const BOUND: &str = "\u{a0}";

/// Lines that are too long go on below their own words.
pub fn wrapped(text: &str) -> String {
    filled(text, width())
}

fn filled(text: &str, width: usize) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let words = line.trim_start();
        let indent = line.len() - words.len() + if ["- ", "✓ ", "✗ "].iter().any(|sign| words.starts_with(sign)) { 2 } else { 0 };
        let indent = " ".repeat(indent);
        let options = Options::new(width).word_separator(WordSeparator::AsciiSpace).word_splitter(WordSplitter::NoHyphenation);
        out += &textwrap::fill(line, options.break_words(false).subsequent_indent(&indent));
        out += "\n";
    }
    out
}

/// The language of the surroundings: French where they name none.
pub fn locale() -> Lang {
    // By the customs of the three, the first that is not empty holds.
    let named = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().filter_map(|name| std::env::var(name).ok()).find(|value| !value.is_empty());
    language_of(named.as_deref().unwrap_or_default())
}

fn language_of(locale: &str) -> Lang {
    match locale.split(['_', '.', '@', '-']).next().unwrap_or_default().to_ascii_lowercase().as_str() {
        "" | "c" | "posix" | "fr" => Lang::Fr,
        _ => Lang::En,
    }
}

const NARROWEST: usize = 40;
const WIDEST: usize = 100;

fn wanted(asked: Option<&str>, variable: &dyn Fn(&str) -> Option<String>, terminal: bool) -> bool {
    // By the customs of both variables, one that is empty is as if it were not there.
    let set = |name: &str| variable(name).filter(|value| !value.is_empty());
    match asked {
        Some("always") => true,
        Some("never") => false,
        _ if set("NO_COLOR").is_some() => false,
        _ if set("FORCE_COLOR").is_some_and(|value| value != "0") => true,
        _ => terminal && set("TERM").as_deref() != Some("dumb"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(terminal: bool, asked: Option<&str>, variables: &[(&str, &str)]) -> bool {
        let variable = |name: &str| variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned());
        wanted(asked, &variable, terminal)
    }

    #[test]
    fn a_sentence_is_folded_and_what_is_to_be_copied_is_not() {
        let text = "erreur : la révision « v1 » manque à cette copie ; tapez `git fetch --unshallow`.";
        let lines = folded_to(text, 40);
        assert_eq!(lines, "erreur : la révision « v1 » manque à\ncette copie ; tapez\n`git fetch --unshallow`.\n");
    }

    #[test]
    fn the_language_of_a_locale() {
        for locale in ["", "C", "C.UTF-8", "POSIX", "fr", "fr_FR.UTF-8", "FR-ca", "fr@euro"] {
            assert_eq!(language_of(locale), Lang::Fr, "{locale}");
        }
        for locale in ["en", "en_GB.UTF-8", "de_DE", "fry_NL"] {
            assert_eq!(language_of(locale), Lang::En, "{locale}");
        }
    }

    #[test]
    fn colours_by_the_surroundings() {
        for (variables, expected) in [
            (&[][..], true),
            (&[("TERM", "xterm")][..], true),
            (&[("TERM", "dumb")][..], false),
            (&[("NO_COLOR", "")][..], true),
            (&[("NO_COLOR", "1")][..], false),
            (&[("NO_COLOR", "1"), ("FORCE_COLOR", "1")][..], false),
            (&[("FORCE_COLOR", "0")][..], true),
            (&[("TERM", "dumb"), ("FORCE_COLOR", "1")][..], true),
        ] {
            assert_eq!(on(true, None, variables), expected, "{variables:?}");
            assert_eq!(on(true, Some("auto"), variables), expected, "{variables:?}");
            assert!(on(false, Some("always"), variables) && !on(true, Some("never"), variables), "the command line wins: {variables:?}");
        }
        for (variables, expected) in [(&[][..], false), (&[("FORCE_COLOR", "1")][..], true), (&[("FORCE_COLOR", "")][..], false)] {
            assert_eq!(on(false, None, variables), expected, "no terminal: {variables:?}");
        }
    }
}
