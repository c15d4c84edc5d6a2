//! Mistakes of what stands behind a keyword: lists, values, amounts, dates.

use super::super::plant::{Line, Sort, Text, Token};
use super::{Kind, Plant, kind};

const NO_AMOUNT: &[&str] = &["not-an-amount", "missing-unit", "not-a-number", "unreadable-line", "unexpected-part", "missing-part"];
/// A value of another kind than those beside it, or an amount that is in no total.
const WRONG_UNIT: &[&str] = &[
    "not-an-amount",
    "missing-unit",
    "not-a-number",
    "unreadable-line",
    "unexpected-part",
    "missing-part",
    "dimensions-differ",
    "other-currency",
];
const NO_DATE: &[&str] = &["not-a-date"];
const NO_RANGE: &[&str] = &["missing-part", "not-a-date", "unreadable-line", "unexpected-part"];

pub fn kinds() -> Vec<Kind> {
    vec![
        kind("comma-missing", &["unexpected-part", "missing-part"], |text, out| {
            commas(text, |line, comma, _| out.push(Plant::new(line, comma.range(), "")));
        }),
        kind("comma-doubled", &["unexpected-part", "missing-part"], |text, out| {
            commas(text, |line, comma, _| {
                out.extend([",", " ,"].map(|put| Plant::new(line, comma.range().end..comma.range().end, put)));
            });
        }),
        kind("comma-at-the-end", &["unexpected-part"], |text, out| {
            for line in &text.lines {
                if line.close.is_none() && !line.keyword.is_empty() {
                    out.push(Plant::new(line.number, line.end()..line.end(), ",").or([line.number + 1]));
                }
            }
        }),
        kind("comma-at-the-head", &["unexpected-part", "missing-part"], |text, out| {
            for line in text.lines.iter().filter(|line| line.arguments().iter().any(|token| token.sort == Sort::Comma)) {
                let first = line.arguments()[0].at;
                out.push(Plant::new(line.number, first..first, ", "));
            }
        }),
        kind("semicolon-for-comma", &["unreadable-line", "unexpected-part"], |text, out| {
            commas(text, |line, comma, _| out.push(Plant::new(line, comma.range(), ";")));
        }),
        kind("semicolon-at-the-end", &["unreadable-line", "unexpected-part"], |text, out| at_the_end(text, out, ";")),
        kind("stop-at-the-end", &["unreadable-line", "unexpected-part"], |text, out| at_the_end(text, out, ".")),
        kind("word-for-comma", &["unexpected-part", "unreadable-line"], |text, out| {
            commas(text, |line, comma, _| out.extend([" et", " and", " &"].map(|put| Plant::new(line, comma.range(), put))));
        }),
        kind("list-in-brackets", &["unreadable-line"], |text, out| {
            for line in text.lines.iter().filter(|line| matches!(line.keyword, "contributeurs" | "partenaires" | "dépend de")) {
                if let [first, .., last] = line.arguments() {
                    let (start, end) = (first.at, last.range().end);
                    for (open, close) in [("[", "]"), ("(", ")")] {
                        out.push(Plant::new(line.number, start..start, open).and(end..end, close));
                    }
                }
            }
        }),
        kind("stray-word", &["unexpected-part", "unknown-value"], |text, out| {
            for line in &text.lines {
                let end = line.words_end();
                out.extend([" encore", " \"encore\"", " 12"].map(|put| Plant::new(line.number, end..end, put)));
            }
        }),
        kind("value-misspelt", &["unknown-value", "unexpected-part", "missing-part", "missing-unit"], |text, out| {
            values(text, |line, word| {
                let letters: Vec<char> = word.text.chars().collect();
                for at in 0..letters.len() {
                    let wrong: String = letters[..=at].iter().chain(&letters[at..]).collect();
                    out.push(Plant::new(line, word.range(), wrong));
                }
            });
        }),
        kind("value-unknown", &["unknown-value", "unexpected-part", "missing-part", "missing-unit"], |text, out| {
            values(text, |line, word| out.extend(["incertain", "peut-être", "xyz"].map(|put| Plant::new(line, word.range(), put))));
        }),
        kind("value-doubled", &["unexpected-part", "missing-part", "unknown-value", "missing-unit"], |text, out| {
            values(text, |line, word| out.push(Plant::new(line, word.at..word.at, format!("{} ", word.text))));
        }),
        // The status of a funding may be left out, and so may what a share is of.
        kind("value-missing", &["missing-part"], |text, out| {
            for line in text.lines.iter().filter(|line| matches!(line.keyword, "état" | "langue" | "nature")) {
                out.push(Plant::new(line.number, line.first().range().end..line.end(), ""));
            }
        }),
        kind("value-quoted", &["unknown-value", "unexpected-part", "missing-part", "missing-unit"], |text, out| {
            values(text, |line, word| out.push(Plant::new(line, word.range(), format!("\"{}\"", word.text))));
        }),
        kind("text-without-quotes", &["missing-part", "unexpected-part", "unknown-value"], |text, out| {
            for line in
                text.lines.iter().filter(|line| matches!(line.keyword, "source" | "fréquence" | "unité" | "assemblée" | "élu-référent"))
            {
                let value = line.arguments()[0];
                let inner = value.text.trim_matches('"');
                // With its apostrophes or commas it would be several mistakes.
                if inner.chars().all(|c| c.is_alphabetic() || c == ' ') {
                    out.push(Plant::new(line.number, value.range(), inner));
                }
            }
        }),
        kind("text-with-invisible", &["unreadable-line"], |text, out| {
            for line in &text.lines {
                for value in line.tokens.iter().filter(|token| token.sort == Sort::Text) {
                    let inside = value.at + 1..value.at + 1;
                    out.extend(["\u{202e}", "\u{1b}", "\0"].map(|put| Plant::new(line.number, inside.clone(), put)));
                }
            }
        }),
        kind("unit-missing", &["missing-unit"], |text, out| {
            amounts(text, |line, digits, unit| out.push(Plant::new(line, digits.end..unit.range().end, "")));
        }),
        kind("unit-without-euro", &["missing-unit"], |text, out| {
            amounts(text, |line, digits, unit| {
                if unit.is("k€") {
                    out.extend([" k", "k", " K"].map(|put| Plant::new(line, digits.end..unit.range().end, put)));
                }
            });
        }),
        kind("unit-wrong", WRONG_UNIT, |text, out| {
            amounts(text, |line, _, unit| {
                out.extend(["kg", "%", "$", "jours", "k$", "KF"].map(|put| Plant::new(line, unit.range(), put)));
            });
            // Beside another value: by itself it may well be in euros.
            let is_reading = |line: &&Line<'_>| matches!(line.keyword, "départ" | "cible" | "mesure");
            let beside = |line: &&Line<'_>| text.lines.iter().any(|other| is_reading(&other) && other.number.abs_diff(line.number) == 1);
            for line in text.lines.iter().filter(is_reading).filter(beside) {
                let number = line.arguments()[0].range();
                let unit = line.arguments().get(1).filter(|next| next.sort == Sort::Unit).map_or(number.end, |unit| unit.range().end);
                out.extend([" €", " k€", " jours"].map(|put| Plant::new(line.number, number.end..unit, put)));
            }
        }),
        kind("unit-doubled", NO_AMOUNT, |text, out| {
            amounts(text, |line, _, unit| {
                let end = unit.range().end;
                out.extend([" €", "€", " k€", " euros"].map(|put| Plant::new(line, end..end, put)));
            });
        }),
        // `€ 7k` is 7 k€: it is read.
        kind("unit-before", &[], |text, out| {
            amounts(text, |line, digits, unit| {
                let times = unit.text.trim_end_matches('€');
                out.push(Plant::new(line, digits.start..digits.start, "€ ").and(digits.end..unit.range().end, times));
            });
        }),
        kind("amount-two-readings", NO_AMOUNT, |text, out| {
            amounts(text, |line, digits, unit| {
                out.extend(["12.500 €", "12,500 €"].map(|put| Plant::new(line, digits.start..unit.range().end, put)));
            });
        }),
        kind("amount-badly-grouped", NO_AMOUNT, |text, out| {
            amounts(text, |line, digits, unit| {
                out.extend(["12 50 €", "1 2500 €", "12 500 00 €"].map(|put| Plant::new(line, digits.start..unit.range().end, put)));
            });
        }),
        kind("amount-in-words", NO_AMOUNT, |text, out| {
            amounts(text, |line, digits, unit| {
                let puts = ["douze mille euros", "12 mille euros", "à peu près 12 k€", "~ 12 k€", "<12 k€"];
                out.extend(puts.map(|put| Plant::new(line, digits.start..unit.range().end, put)));
            });
        }),
        kind("amount-negative", NO_AMOUNT, |text, out| {
            amounts(text, |line, digits, _| out.push(Plant::new(line, digits.start..digits.start, "-")));
        }),
        kind("amount-missing", &["missing-part"], |text, out| {
            amounts(text, |line, digits, unit| out.push(Plant::new(line, digits.start..unit.range().end, "")));
        }),
        kind("amount-too-many", &["unexpected-part"], |text, out| {
            amounts(text, |line, _, unit| {
                let end = unit.range().end;
                out.extend([" 12 k€", " + 12 k€"].map(|put| Plant::new(line, end..end, put)));
            });
        }),
        kind("amount-letter-for-digit", NO_AMOUNT, |text, out| {
            amounts(text, |line, digits, _| {
                for (at, c) in text.whole[digits.clone()].char_indices().filter(|(_, c)| matches!(c, '0' | '1')) {
                    out.push(Plant::new(line, digits.start + at..digits.start + at + 1, if c == '0' { "O" } else { "l" }));
                }
            });
        }),
        kind("digits-full-width", &["not-an-amount", "not-a-date", "not-a-number", "unreadable-line", "missing-part"], |text, out| {
            let wide = |digits: &str| -> String {
                digits.chars().map(|c| c.to_digit(10).and_then(|digit| char::from_u32(0xff10 + digit)).unwrap_or(c)).collect()
            };
            amounts(text, |line, digits, _| out.push(Plant::new(line, digits.clone(), wide(&text.whole[digits]))));
            dates(text, |line, date| out.push(Plant::new(line, date.range(), wide(date.text))));
        }),
        kind("colon-missing", &["missing-part"], |text, out| colons(text, out, "")),
        kind("colon-doubled", &["missing-part", "unexpected-part"], |text, out| colons(text, out, "::")),
        kind("equals-for-colon", &["missing-part", "unreadable-line"], |text, out| colons(text, out, " =")),
        kind("comma-for-colon", &["missing-part", "unexpected-part"], |text, out| colons(text, out, ",")),
        kind("year-missing", &["missing-part"], |text, out| {
            for line in &text.lines {
                for two in line.tokens.windows(3) {
                    if let [before, year, colon] = two
                        && line.years().iter().any(|known| known.at == year.at)
                        && before.sort != Sort::Range
                        && colon.sort == Sort::Colon
                    {
                        out.push(Plant::new(line.number, year.at..colon.range().end, ""));
                    }
                }
            }
        }),
        kind("year-twice", &["year-twice"], |text, out| {
            for line in &text.lines {
                let years = line.years();
                for two in years.windows(2) {
                    let apart = &text.whole[two[0].range().end..two[1].at];
                    let alone = |year: &Token<'_>| !text.whole[year.range().end..].starts_with(" ..");
                    if !apart.contains("..") && alone(two[0]) && alone(two[1]) {
                        out.push(Plant::new(line.number, two[1].range(), two[0].text));
                    }
                }
            }
        }),
        kind("years-backwards", &["end-before-start"], |text, out| {
            for line in &text.lines {
                for two in line.years().windows(2).filter(|two| text.whole[two[0].range().end..two[1].at].trim() == "..") {
                    out.push(Plant::new(line.number, two[0].range(), two[1].text).and(two[1].range(), two[0].text));
                }
            }
        }),
        kind("year-not-whole", NO_DATE, |text, out| {
            for line in &text.lines {
                for year in line.years() {
                    out.push(Plant::new(line.number, year.range(), format!("{}-03", year.text)));
                }
            }
        }),
        kind("year-outside", &["outside-period"], |text, out| {
            for line in text.lines.iter().filter(|line| line.within == "budget") {
                if let [.., year] = line.years()[..] {
                    let alone = !text.whole[..year.at].ends_with(".. ");
                    out.extend([1999, 2095].iter().filter(|_| alone).map(|put| Plant::new(line.number, year.range(), put.to_string())));
                }
            }
        }),
        kind("month-thirteen", NO_DATE, |text, out| {
            dates(text, |line, date| {
                if let Some(month) = date.text.get(5..7).filter(|month| !month.starts_with('T')) {
                    let at = date.at + 5..date.at + 5 + month.len();
                    out.extend(["13", "00", "99"].map(|put| Plant::new(line, at.clone(), put)));
                }
            });
        }),
        kind("day-thirty-two", NO_DATE, |text, out| {
            dates(text, |line, date| {
                if date.text.len() == 10 {
                    out.extend(["32", "00"].map(|put| Plant::new(line, date.at + 8..date.at + 10, put)));
                }
                if date.text.len() == 7 && !date.text.contains('T') {
                    out.push(Plant::new(line, date.range().end..date.range().end, "-32"));
                }
            });
        }),
        kind("quarter-five", NO_DATE, |text, out| {
            dates(text, |line, date| out.extend(["-T5", "-T0"].map(|put| Plant::new(line, date.at + 4..date.range().end, put))));
        }),
        kind("date-with-slashes", NO_DATE, |text, out| {
            dates(text, |line, date| {
                let year = &date.text[..4];
                out.extend(
                    [format!("12/03/{year}"), format!("03/{year}"), format!("{year}/03")].map(|put| Plant::new(line, date.range(), put)),
                );
            });
        }),
        kind("date-in-words", NO_DATE, |text, out| {
            dates(text, |line, date| {
                let year = &date.text[..4];
                let puts = [
                    "mars",
                    "1er juin",
                    "T2",
                    "14 juillet",
                    "sept.",
                    "janv.",
                    "févr.",
                    "12 avr.",
                    "juil.",
                    "oct.",
                    "nov",
                    "le 3 déc.",
                    "June",
                    "Sept.",
                    "3rd May",
                    "March 15,",
                    "Aug. 2",
                    "dec.",
                ]
                .map(|before| format!("{before} {year}"));
                out.extend(puts.map(|put| Plant::new(line, date.range(), put)));
            });
        }),
        kind("date-vague", &["not-a-date", "missing-part", "unexpected-part"], |text, out| {
            dates(text, |line, date| {
                let puts = ["mi-", "fin ", "courant ", "début "].map(|before| format!("{before}{}", &date.text[..4]));
                out.extend(puts.map(|put| Plant::new(line, date.range(), put)));
                out.push(Plant::new(line, date.range(), "bientôt"));
            });
        }),
        kind("date-with-dash", NO_DATE, |text, out| {
            dates(text, |line, date| {
                for (at, _) in date.text.match_indices('-') {
                    out.extend(["–", "—", "−"].map(|put| Plant::new(line, date.at + at..date.at + at + 1, put)));
                }
            });
        }),
        kind("date-with-stops", NO_DATE, |text, out| {
            dates(text, |line, date| {
                if date.text.contains('-') {
                    out.push(Plant::new(line, date.range(), date.text.replace('-', ".")));
                    let french = date.text.split('-').rev().collect::<Vec<_>>().join(".");
                    out.push(Plant::new(line, date.range(), french));
                }
            });
        }),
        kind("date-of-two-digits", NO_DATE, |text, out| {
            dates(text, |line, date| out.push(Plant::new(line, date.at..date.at + 2, "")));
        }),
        kind("date-implausible", NO_DATE, |text, out| {
            dates(text, |line, date| out.extend(["20277", "0027", "2"].map(|put| Plant::new(line, date.at..date.at + 4, put))));
        }),
        kind("date-missing", &["missing-part"], |text, out| {
            // A period may have no end.
            let ends = |date: &Token<'_>| text.whole[..date.at].trim_end().ends_with("..");
            dates(text, |line, date| out.extend((!ends(date)).then(|| Plant::new(line, date.range(), ""))));
        }),
        kind("date-too-many", &["unexpected-part"], |text, out| {
            for line in &text.lines {
                if let [.., last] = line.dates()[..] {
                    let end = last.range().end;
                    // A value may be of a period.
                    let reading = matches!(line.keyword, "départ" | "cible" | "mesure");
                    let puts = [" 2031", " .. 2031", ", 2031"].into_iter().filter(|put| !(reading && put.contains("..")));
                    out.extend(puts.map(|put| Plant::new(line.number, end..end, put)));
                }
            }
        }),
        kind("au-missing", &["missing-part", "unexpected-part"], |text, out| {
            for line in &text.lines {
                out.extend(line.tokens.iter().filter(|word| word.is("au")).map(|au| Plant::new(line.number, au.at..au.at + 3, "")));
            }
        }),
        kind("range-missing", NO_RANGE, |text, out| ranges(text, out, &["", " "])),
        kind("range-of-one-dot", NO_RANGE, |text, out| ranges(text, out, &["."])),
        kind("range-by-word", NO_RANGE, |text, out| ranges(text, out, &["à", "to", "au", "-", "/", "->"])),
        kind("dates-backwards", &["end-before-start"], |text, out| {
            for line in text.lines.iter().filter(|line| matches!(line.keyword, "période" | "mandat")) {
                if let [start, end] = line.dates()[..] {
                    out.push(Plant::new(line.number, start.range(), end.text).and(end.range(), start.text));
                }
            }
        }),
        // A milestone that nothing waits for, or a target: no other date is wrong with it.
        kind("date-outside", &["outside-period", "outside-goal"], |text, out| {
            for line in text.lines.iter().filter(|line| matches!(line.keyword, "jalon" | "cible")) {
                let awaited = line.declared().is_some_and(|name| text.names.used.contains(name.text));
                if let ([date], false) = (&line.dates()[..], awaited) {
                    out.extend([1950, 2095].map(|year| Plant::new(line.number, date.at..date.at + 4, year.to_string())));
                }
            }
        }),
        kind("harmless-no-break-blanks", &[], |text, out| {
            for line in &text.lines {
                for two in line.tokens.windows(2).filter(|two| two[0].range().end + 1 == two[1].at) {
                    let blank = two[0].range().end..two[1].at;
                    out.extend(["\u{a0}", "\u{202f}", "\u{2009}", "\t"].map(|put| Plant::new(line.number, blank.clone(), put)));
                }
            }
        }),
        kind("harmless-hyphens", &[], |text, out| {
            dates(text, |line, date| {
                for (at, _) in date.text.match_indices('-') {
                    out.extend(["\u{2010}", "\u{2011}", "\u{2012}"].map(|put| Plant::new(line, date.at + at..date.at + at + 1, put)));
                }
            });
        }),
        kind("harmless-amounts", &[], |text, out| {
            amounts(text, |line, digits, unit| {
                let (digits, whole) = (&text.whole[digits.clone()], digits.start..unit.range().end);
                if let (Ok(thousands), true) = (digits.parse::<u32>(), unit.is("k€")) {
                    for put in [
                        format!("{thousands}k€"),
                        format!("{thousands} K€"),
                        format!("{thousands}\u{a0}000\u{202f}€"),
                        format!("{thousands}_000 €"),
                    ] {
                        out.push(Plant::new(line, whole.clone(), put));
                    }
                }
            });
        }),
        kind("harmless-ranges", &[], |text, out| ranges(text, out, &["…", "...", "–"])),
    ]
}

/// The commas of lists, and what stands behind each.
fn commas(text: &Text<'_>, mut each: impl FnMut(u32, &Token<'_>, &Token<'_>)) {
    for line in &text.lines {
        for two in line.tokens.windows(2).filter(|two| two[0].sort == Sort::Comma) {
            each(line.number, &two[0], &two[1]);
        }
    }
}

fn at_the_end(text: &Text<'_>, out: &mut Vec<Plant>, put: &str) {
    out.extend(text.lines.iter().filter(|line| line.close.is_none()).map(|line| Plant::new(line.number, line.end()..line.end(), put)));
}

fn values(text: &Text<'_>, mut each: impl FnMut(u32, &Token<'_>)) {
    for line in &text.lines {
        line.small_words().into_iter().for_each(|word| each(line.number, word));
    }
}

fn amounts(text: &Text<'_>, mut each: impl FnMut(u32, std::ops::Range<usize>, &Token<'_>)) {
    for line in &text.lines {
        for (digits, unit) in line.amounts() {
            each(line.number, digits, unit);
        }
    }
}

fn dates(text: &Text<'_>, mut each: impl FnMut(u32, &Token<'_>)) {
    for line in &text.lines {
        for date in line.dates() {
            each(line.number, date);
        }
    }
}

/// The colons between a year and its amount.
fn colons(text: &Text<'_>, out: &mut Vec<Plant>, put: &str) {
    for line in &text.lines {
        out.extend(line.tokens.iter().filter(|token| token.sort == Sort::Colon).map(|colon| Plant::new(line.number, colon.range(), put)));
    }
}

/// The `..` of periods.
fn ranges(text: &Text<'_>, out: &mut Vec<Plant>, puts: &[&str]) {
    for line in text.lines.iter().filter(|line| matches!(line.keyword, "période" | "mandat")) {
        for range in line.tokens.iter().filter(|token| token.sort == Sort::Range) {
            out.extend(puts.iter().map(|put| Plant::new(line.number, range.range(), *put)));
        }
    }
}
