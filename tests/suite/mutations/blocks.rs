//! Mistakes of braces, quotes and lines.

use super::super::plant::{Line, Sort, Text};
use super::{Kind, Plant, kind};

const QUOTE: &[&str] = &["text-not-closed", "missing-part", "unexpected-part", "unreadable-line"];

pub fn kinds() -> Vec<Kind> {
    vec![
        kind("brace-open-missing", &["missing-part", "stray-brace"], |text, out| {
            out.extend(openers(text).map(|line| {
                let brace = line.open().expect("an opener").range();
                Plant::new(line.number, line.words_end()..brace.end, "").about()
            }));
        }),
        // It is as well shown where the block opens, where it should close, or where what cannot stand in it begins.
        // Where nothing stands in the block, its opening brace is as well the one too many.
        kind("brace-close-missing", &["block-not-closed", "stray-brace"], |text, out| {
            out.extend(openers(text).map(|line| {
                let (close, whole) = close_line(text, line);
                Plant::new(line.number, whole, "").or([close]).about()
            }));
        }),
        kind("brace-close-doubled", &["stray-brace"], |text, out| {
            out.extend(openers(text).map(|line| {
                let (close, whole) = close_line(text, line);
                let again = text.whole[whole.clone()].to_owned();
                Plant::new(close, whole.end..whole.end, again).about()
            }));
        }),
        kind("brace-close-doubled-in-line", &["stray-brace"], |text, out| {
            out.extend(openers(text).map(|line| {
                let (close, whole) = close_line(text, line);
                Plant::new(close, whole.end - 1..whole.end - 1, "}").about()
            }));
        }),
        // Among the fields of a block, below a field and as deep as it: it closes nothing that is open there.
        kind("brace-close-extra", &["stray-brace"], |text, out| {
            let fields = text.lines.iter().filter(|line| line.close.is_none() && !line.within.is_empty());
            out.extend(fields.map(|line| Plant::new(line.number + 1, below(text, line), format!("{}}}\n", line.indent())).about()));
        }),
        // As deep as the block that it closes too early: this one or the block's own is one too many.
        kind("brace-close-early", &["stray-brace"], |text, out| {
            for line in openers(text) {
                let (close, _) = close_line(text, line);
                let own = |inner: &&Line<'_>| inner.number > line.number && inner.number < close && inner.within == line.keyword;
                let own: Vec<&Line<'_>> =
                    text.lines.iter().filter(own).filter(|inner| inner.indent().len() == line.indent().len() + 2).collect();
                for two in own.windows(2).filter(|two| two[0].close.is_none()) {
                    out.push(Plant::new(two[0].number + 1, below(text, two[0]), format!("{}}}\n", line.indent())).or([close + 1]).about());
                }
            }
        }),
        kind("brace-open-doubled", &["stray-brace"], |text, out| {
            for line in openers(text) {
                let at = line.open().expect("an opener").at;
                for put in ["{", "{ "] {
                    out.push(Plant::new(line.number, at..at, put).about());
                }
            }
        }),
        kind("brace-round", &["unreadable-line"], |text, out| {
            for line in openers(text) {
                let (open, close) = (line.open().expect("an opener").range(), line.close.expect("an opener"));
                for (left, right) in [("(", ")"), ("[", "]")] {
                    out.push(Plant::new(line.number, open.clone(), left).and(close..close + 1, right));
                }
            }
        }),
        kind("brace-round-open", &["unreadable-line"], |text, out| {
            out.extend(openers(text).map(|line| Plant::new(line.number, line.open().expect("an opener").range(), "(")));
        }),
        kind("brace-of-a-field", &["unexpected-block", "block-not-closed", "stray-brace"], |text, out| {
            let fields = text.lines.iter().filter(|line| line.close.is_none() && !line.within.is_empty());
            out.extend(fields.map(|line| Plant::new(line.number, line.end()..line.end(), " {")));
        }),
        kind("quote-open-missing", QUOTE, |text, out| {
            quoted(text, |line, at, _| out.push(Plant::new(line.number, at..at + 1, "")));
        }),
        kind("quote-close-missing", &["text-not-closed"], |text, out| {
            quoted(text, |line, _, end| out.push(Plant::new(line.number, end - 1..end, "")));
        }),
        kind("quote-open-doubled", QUOTE, |text, out| {
            quoted(text, |line, at, _| out.push(Plant::new(line.number, at..at, "\"")));
        }),
        kind("quote-close-doubled", QUOTE, |text, out| {
            quoted(text, |line, _, end| out.push(Plant::new(line.number, end..end, "\"")));
        }),
        kind("quote-curly-closed-straight", QUOTE, |text, out| {
            quoted(text, |line, at, _| out.extend(["“", "«"].map(|open| Plant::new(line.number, at..at + 1, open))));
        }),
        kind("quote-curly-unclosed", &["text-not-closed"], |text, out| {
            quoted(text, |line, at, end| {
                out.extend(["“", "«\u{a0}", "« "].map(|open| Plant::new(line.number, at..at + 1, open).and(end - 1..end, "")));
            });
        }),
        kind("quotes-single", &["unreadable-line"], |text, out| {
            quoted(text, |line, at, end| out.push(Plant::new(line.number, at..at + 1, "'").and(end - 1..end, "'")));
        }),
        kind("quotes-within", QUOTE, |text, out| {
            quoted(text, |line, at, end| {
                let inner = &text.whole[at + 1..end - 1];
                if let Some(blank) = inner.find(' ').filter(|blank| inner[*blank..].chars().all(|c| c.is_alphabetic() || c == ' ')) {
                    out.push(Plant::new(line.number, at + 1..at + 1, "\"").and(at + 1 + blank..at + 1 + blank, "\""));
                }
            });
        }),
        kind("lines-joined", &["unexpected-part"], |text, out| {
            for two in text.lines.windows(2) {
                let next = two[0].number + 1 == two[1].number && two[0].close.is_none() && two[1].close.is_none();
                if next && two[0].within == two[1].within && !two[0].within.is_empty() && !two[1].keyword.is_empty() {
                    out.push(Plant::new(two[0].number, two[0].end()..two[1].first().at, " "));
                }
            }
        }),
        kind("line-broken", &["missing-part", "unknown-keyword", "unexpected-part"], |text, out| {
            for line in text.lines.iter().filter(|line| !line.keyword.is_empty() && line.close.is_none()) {
                let [first, ..] = line.arguments() else { continue };
                let before = text.whole[..first.at].trim_end().len();
                out.push(Plant::new(line.number, before..first.at, format!("\n{}  ", line.indent())).or([line.number + 1]));
            }
        }),
        // Dependencies and measures may be repeated, and a library asked for twice is there once.
        kind("line-doubled", &["given-twice", "defined-twice", "year-twice"], |text, out| {
            let single =
                |line: &&Line<'_>| line.close.is_none() && !matches!(line.keyword, "dépend de" | "mesure" | "utiliser" | "état" | "");
            for line in text.lines.iter().filter(single) {
                let end = below(text, line);
                out.push(Plant::new(line.number, end.clone(), format!("{}\n", line.text)).or([line.number + 1]));
            }
        }),
        kind("block-doubled", &["given-twice", "defined-twice"], |text, out| {
            for line in openers(text).filter(|line| matches!(line.keyword, "budget" | "enveloppe" | "financement" | "indicateur")) {
                let (close, whole) = close_line(text, line);
                let again = text.whole[line.start..whole.end].to_owned();
                out.push(Plant::new(line.number, whole.end..whole.end, again).or([close + 1]));
            }
        }),
        // Both sides of a conflict are the same line: what they say is not at fault.
        kind("merge-markers", &["unreadable-line"], |text, out| {
            for line in text.lines.iter().filter(|line| line.close.is_none() && !line.within.is_empty()) {
                let end = below(text, line);
                let start = line.start..line.start;
                let rest = format!("=======\n{}\n>>>>>>> branche\n", line.text);
                let number = line.number;
                out.push(Plant::new(number, start, "<<<<<<< HEAD\n").and(end, rest).or([number + 2, number + 4]));
            }
        }),
        kind("note-with-one-slash", &["unreadable-line", "unknown-keyword"], |text, out| {
            for (at, line) in &text.notes {
                out.extend(["/", "#", "--"].map(|put| Plant::new(*line, *at..*at + 2, put)));
            }
        }),
        // Harmless: what follows is read as it was meant.
        kind("harmless-curly-quotes", &[], |text, out| {
            quoted(text, |line, at, end| {
                for (open, close) in [("“", "”"), ("«\u{a0}", "\u{a0}»"), ("« ", " »")] {
                    out.push(Plant::new(line.number, at..at + 1, open).and(end - 1..end, close));
                }
            });
        }),
        kind("harmless-brace-below", &[], |text, out| {
            for line in openers(text) {
                let brace = line.open().expect("an opener").range();
                out.push(Plant::new(line.number, line.words_end()..brace.end, format!("\n{}{{", line.indent())));
            }
        }),
        kind("harmless-blanks", &[], |text, out| {
            for line in &text.lines {
                let tabs = "\t".repeat(line.indent().len() / 2);
                out.push(Plant::new(line.number, line.start..line.first().at, tabs));
                out.push(Plant::new(line.number, line.end()..line.end(), " \t "));
                out.push(Plant::new(line.number, line.end()..line.end(), "\r"));
                out.push(Plant::new(line.number, line.start..line.start, "\n \n"));
            }
        }),
        kind("harmless-file", &[], |text, out| {
            out.push(Plant::new(1, 0..0, "\u{feff}"));
            let breaks = text.whole.match_indices('\n').map(|(at, _)| (at..at, "\r".to_owned()));
            out.push(Plant { edits: breaks.collect(), lines: vec![1] });
        }),
        kind("harmless-note", &[], |text, out| {
            for line in &text.lines {
                out.push(Plant::new(line.number, line.end()..line.end(), " // à revoir : { \" ("));
            }
        }),
    ]
}

fn openers<'t, 'a>(text: &'t Text<'a>) -> impl Iterator<Item = &'t Line<'a>> {
    text.lines.iter().filter(|line| line.close.is_some())
}

/// The line of the brace that closes a block: its number, and all of it, its line break included.
fn close_line(text: &Text<'_>, line: &Line<'_>) -> (u32, std::ops::Range<usize>) {
    let close = line.close.expect("an opener");
    let start = text.whole[..close].rfind('\n').expect("below its opener") + 1;
    (text.line_of(close), start..(close + 2).min(text.whole.len()))
}

/// The place below a line.
fn below(text: &Text<'_>, line: &Line<'_>) -> std::ops::Range<usize> {
    let at = (line.end() + 1).min(text.whole.len());
    at..at
}

/// Each text between quotes: its line, its begin and its end.
fn quoted(text: &Text<'_>, mut each: impl FnMut(&Line<'_>, usize, usize)) {
    for line in &text.lines {
        for token in line.tokens.iter().filter(|token| token.sort == Sort::Text) {
            each(line, token.at, token.range().end);
        }
    }
}
