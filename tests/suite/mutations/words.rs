//! Mistakes of keywords and names.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use strategy::diagnostic::Lang;
use strategy::diagnostic::suggest::fold;
use strategy::language::all_rows;

use super::super::plant::{Line, Sort, Text, Token};
use super::{Kind, Plant, kind};

const KEYWORD: &[&str] = &["unknown-keyword"];
const NAME: &[&str] = &["unknown-name"];

pub fn kinds() -> Vec<Kind> {
    vec![
        kind("keyword-letters-swapped", KEYWORD, |text, out| {
            keywords(text, |line, word| {
                out.extend(
                    swapped(word.text).into_iter().filter(|put| no_keyword(put)).map(|put| Plant::new(line.number, word.range(), put)),
                );
            });
        }),
        kind("keyword-letter-dropped", KEYWORD, |text, out| {
            keywords(text, |line, word| {
                out.extend(
                    dropped(word.text).into_iter().filter(|put| no_keyword(put)).map(|put| Plant::new(line.number, word.range(), put)),
                );
            });
        }),
        kind("keyword-letter-doubled", KEYWORD, |text, out| {
            keywords(text, |line, word| {
                let doubled = word.text.char_indices().map(|(at, c)| format!("{}{c}{}", &word.text[..at], &word.text[at..]));
                out.extend(doubled.filter(|put| no_keyword(put)).map(|put| Plant::new(line.number, word.range(), put)));
            });
        }),
        kind("keyword-unknown", KEYWORD, |text, out| {
            keywords(text, |line, word| out.push(Plant::new(line.number, word.range(), "zzyzx")));
        }),
        // `pilote pilote CDO`: the second one is read as what is due, or is too much.
        kind("keyword-doubled", &["unexpected-part", "missing-part", "unknown-name", "unknown-value", "unknown-keyword"], |text, out| {
            keywords(text, |line, word| {
                if !line.arguments().is_empty() || line.close.is_some() {
                    out.push(Plant::new(line.number, word.at..word.at, format!("{} ", line.keyword)));
                }
            });
        }),
        kind("keyword-missing", &["unknown-keyword", "missing-part"], |text, out| {
            keywords(text, |line, _| {
                if let [next, ..] = line.arguments() {
                    out.push(Plant::new(line.number, line.first().at..next.at, ""));
                }
            });
        }),
        kind("keyword-of-a-third-language", KEYWORD, |text, out| {
            translated(text, out, |keyword| match keyword {
                "objectif" => &["zielsetzung", "objetivo", "obiettivo"],
                "axe" => &["achse", "eje", "asse"],
                "action" => &["maßnahme", "acción", "azione"],
                "pilote" => &["verantwortlich", "encargado"],
                "période" => &["zeitraum", "período", "periodo"],
                "budget" => &["haushalt", "presupuesto", "bilancio"],
                "financement" => &["förderung", "financiación"],
                "jalon" => &["meilenstein", "hito", "traguardo"],
                "indicateur" => &["kennzahl", "indicador", "indicatore"],
                "cible" => &["zielwert", "meta"],
                "départ" => &["ausgangswert", "inicio"],
                "investissement" => &["investition", "inversión"],
                "stratégie" => &["strategie-plan", "estrategia"],
                "contributeurs" => &["mitwirkende", "colaboradores"],
                _ => &[],
            });
        }),
        kind("keyword-wrong-word", &["unknown-keyword", "misplaced-keyword"], |text, out| {
            translated(text, out, |keyword| match keyword {
                "objectif" => &["objective", "but", "aim"],
                "axe" => &["pillar", "volet", "axes"],
                "action" => &["task", "projet", "fiche"],
                "pilote" => &["leader", "responsable", "manager"],
                "période" => &["deadline", "calendrier", "dates", "planning"],
                "budget" => &["cost", "coût", "crédits"],
                "financement" => &["subsidies", "subventions", "grants"],
                "jalon" => &["step", "étape", "livrable"],
                "indicateur" => &["kpi", "metric"],
                "cible" => &["goal", "objectif"],
                "départ" => &["start", "initial"],
                "investissement" => &["capital", "capex"],
                "fonctionnement" => &["opex", "running"],
                "état" => &["state", "avancement"],
                "fréquence" => &["rhythm", "périodicité"],
                "contributeurs" => &["participants", "équipe"],
                "partenaires" => &["allies", "partenariat"],
                _ => &[],
            });
        }),
        kind("keyword-then-equals", &["unreadable-line", "unexpected-part", "missing-part"], |text, out| after_keyword(text, out, " =")),
        kind("keyword-then-colon", &["unreadable-line", "unexpected-part", "missing-part"], |text, out| {
            after_keyword(text, out, ":");
            after_keyword(text, out, " :");
        }),
        kind("keyword-then-is", &["unreadable-line", "unexpected-part", "missing-part"], |text, out| after_keyword(text, out, " ->")),
        kind("keyword-look-alike", &["unknown-keyword", "unreadable-line"], |text, out| {
            keywords(text, |line, word| {
                out.extend(cyrillic(word.text).into_iter().map(|put| Plant::new(line.number, word.range(), put)));
            });
        }),
        kind("keyword-with-bullet", &["unreadable-line"], |text, out| {
            keywords(text, |line, word| {
                out.extend(["- ", "* ", "• ", "– "].map(|bullet| Plant::new(line.number, word.at..word.at, bullet)));
            });
        }),
        kind("keyword-numbered", &["unreadable-line", "unknown-keyword"], |text, out| {
            keywords(text, |line, word| {
                out.extend(["1. ", "2) ", "3 "].map(|number| Plant::new(line.number, word.at..word.at, number)));
            });
        }),
        // Put where it can stand in no case.
        kind("misplaced-field", &["misplaced-keyword"], |text, out| {
            for line in text.lines.iter().filter(|line| line.close.is_none()) {
                let put: &[&str] = match line.within {
                    "" => &["période 2027 .. 2028", "pays \"France\"", "jalon x \"X\" au 2027-12", "budget"],
                    "stratégie" => &["pilote DSI", "jalon essai \"Essai\" au 2027-12", "contact \"a@b.example\""],
                    "collectivité" => &["période 2027 .. 2028", "langue fr", "fonctionnement 2027: 1 k€"],
                    "objectif" | "action" => &["enveloppe", "cible 80 %", "langue fr", "fonctionnement 2028: 1 k€", "population 12"],
                    "indicateur" => &["pilote DSI", "état en-cours", "jalon essai \"Essai\" au 2027-12", "période 2027"],
                    "budget" | "enveloppe" => &["pilote DSI", "cible 80 %", "financement"],
                    "financement" => &["pilote DSI", "fonctionnement 2028: 1 k€"],
                    _ => &[],
                };
                let at = (line.end() + 1).min(text.whole.len());
                for put in put.iter().filter(|put| !put.starts_with("pays")) {
                    out.push(Plant::new(line.number + 1, at..at, format!("{}{put}\n", line.indent())));
                }
            }
        }),
        kind("misplaced-block", &["misplaced-keyword"], |text, out| {
            for line in text.lines.iter().filter(|line| line.close.is_none()) {
                let put: &[&str] = match line.within {
                    "" => &[
                        "jalon essai \"Essai\" au 2027-12",
                        "indicateur essai \"Essai\" {\n  cible 80 % au 2028\n}",
                        "budget {\n  fonctionnement 2028: 1 k€\n}",
                    ],
                    "indicateur" | "stratégie" => &[
                        "objectif essai \"Essai\" {\n  période 2027 .. 2028\n  pilote DSI\n}",
                        "action essai \"Essai\" {\n  jalon fin-essai \"Fin\" au 2027-12\n}",
                        "budget {\n  fonctionnement 2028: 1 k€\n}",
                    ],
                    "collectivité" => &["enveloppe {\n  fonctionnement 2028: 1 k€\n}", "indicateur essai \"Essai\" {\n  cible 80 %\n}"],
                    "objectif" => &["axe essai \"Essai\" {\n}", "objectif essai \"Essai\" {\n  pilote DSI\n  période 2027 .. 2028\n}"],
                    "action" => &["action essai \"Essai\" {\n  pilote DSI\n}", "objectif essai \"Essai\" {\n  pilote DSI\n}"],
                    "budget" | "enveloppe" | "financement" => &["budget {\n  fonctionnement 2028: 1 k€\n}", "action essai \"Essai\" {\n}"],
                    _ => &[],
                };
                // A budget at the head of a strategy is its envelope by another word.
                for put in put.iter().filter(|put| !(line.within == "stratégie" && put.starts_with("budget"))) {
                    let put: String = put.lines().map(|put| format!("{}{put}\n", line.indent())).collect();
                    let at = (line.end() + 1).min(text.whole.len());
                    out.push(Plant::new(line.number + 1, at..at, put));
                }
            }
        }),
        kind("name-letters-swapped", NAME, |text, out| {
            references(text, |line, name| {
                let wrong = swapped(name.text).into_iter().filter(|put| unknown(text, put));
                out.extend(wrong.map(|put| Plant::new(line.number, name.range(), put)));
            });
        }),
        kind("name-letter-dropped", NAME, |text, out| {
            references(text, |line, name| {
                // A hyphen dropped is another slip, and a dot leaves one name of two.
                let wrong = dropped(name.text).into_iter().filter(|put| unknown(text, put) && put.len() > 1);
                out.extend(wrong.map(|put| Plant::new(line.number, name.range(), put)));
            });
        }),
        kind("name-with-accents", NAME, |text, out| {
            references(text, |line, name| {
                for (at, c) in name.text.char_indices().filter(|(_, c)| matches!(c, 'e' | 'a' | 'o')) {
                    let accented = ["é", "à", "ô"][usize::from(c == 'a') + 2 * usize::from(c == 'o')];
                    out.push(Plant::new(line.number, name.at + at..name.at + at + 1, accented));
                }
            });
        }),
        kind("name-in-other-case", NAME, |text, out| {
            references(text, |line, name| {
                let other = if name.text.starts_with(char::is_lowercase) { name.text.to_uppercase() } else { name.text.to_lowercase() };
                out.push(Plant::new(line.number, name.range(), other));
            });
        }),
        kind("name-with-blank", &["unknown-name", "unexpected-part"], |text, out| {
            references(text, |line, name| {
                let hyphens = name.text.match_indices('-').map(|(at, _)| name.at + at..name.at + at + 1);
                out.extend(hyphens.map(|at| Plant::new(line.number, at, " ")));
            });
        }),
        kind("name-too-many", &["unexpected-part"], |text, out| {
            for line in text.lines.iter().filter(|line| matches!(line.keyword, "pilote" | "parrain" | "chef-de-file")) {
                if let [name] = line.references()[..] {
                    let end = name.range().end;
                    out.extend([", DAF", " DAF", " et DAF"].map(|put| Plant::new(line.number, end..end, put)));
                }
            }
        }),
        kind("name-missing", &["missing-part"], |text, out| {
            for line in text.lines.iter().filter(|line| line.close.is_none()) {
                if let ([name], [_]) = (&line.references()[..], line.arguments()) {
                    let end = text.whole[..name.at].trim_end().len();
                    out.push(Plant::new(line.number, end..line.end(), ""));
                }
            }
        }),
        // Where it is used nowhere, so that nothing else is wrong.
        kind("name-missing-where-due", &["missing-part"], |text, out| {
            for line in text.lines.iter().filter(|line| !matches!(line.keyword, "jalon" | "indicateur" | "axe" | "objectif" | "action")) {
                if let Some(name) = line.declared().filter(|name| !text.names.used.contains(name.text)) {
                    let next = line.arguments()[1].at;
                    out.push(Plant::new(line.number, name.at..next, ""));
                }
            }
        }),
        kind("name-quoted", &["missing-part", "unexpected-part"], |text, out| {
            references(text, |line, name| {
                // A partner or a contributor may well be a text.
                if !matches!(line.keyword, "partenaires" | "contributeurs") {
                    out.push(Plant::new(line.number, name.range(), format!("\"{}\"", name.text)));
                }
            });
        }),
        kind("name-look-alike", &["unknown-name", "unreadable-line"], |text, out| {
            references(text, |line, name| {
                out.extend(cyrillic(name.text).into_iter().map(|put| Plant::new(line.number, name.range(), put)));
            });
        }),
        kind("name-with-invisible", &["unknown-name", "unreadable-line"], |text, out| {
            references(text, |line, name| {
                let inside = name.at + 1..name.at + 1;
                out.extend(["\u{200b}", "\u{ad}", "\u{feff}"].map(|put| Plant::new(line.number, inside.clone(), put)));
            });
        }),
        kind("name-of-another-kind", &["wrong-kind", "unknown-name"], |text, out| {
            references(text, |line, name| {
                let other = if line.keyword == "dépend de" { "DSI" } else { some_goal(text) };
                out.push(Plant::new(line.number, name.range(), other));
            });
        }),
        kind("name-declared-twice", &["defined-twice"], |text, out| {
            // Another name of its own file, at a declaration that nothing refers to.
            let declared: Vec<(&Line<'_>, &Token<'_>)> =
                text.lines.iter().filter_map(|line| line.declared().map(|name| (line, name))).collect();
            for two in declared.windows(2).filter(|two| !local(two[0].0) && !local(two[1].0)) {
                let (first, second) = (two[0].1, two[1].1);
                if !text.names.used.contains(second.text) {
                    out.push(Plant::new(two[1].0.number, second.range(), first.text).or([two[0].0.number]));
                }
            }
        }),
        kind("title-missing", &["missing-part"], |text, out| {
            for line in text.lines.iter().filter(|line| line.close.is_some()) {
                if let [.., last] = line.arguments()
                    && last.sort == Sort::Text
                    && !matches!(line.keyword, "indicateur")
                {
                    let end = text.whole[..last.at].trim_end().len();
                    out.push(Plant::new(line.number, end..last.range().end, ""));
                }
            }
        }),
        kind("use-misspelt", &["cannot-read", "unknown-library", "missing-part", "use-outside"], |text, out| {
            for line in text.lines.iter().filter(|line| line.keyword == "utiliser") {
                let file = line.arguments()[0];
                for put in swapped(file.text.trim_matches('"')) {
                    let quote = if file.sort == Sort::Text { "\"" } else { "" };
                    out.push(Plant::new(line.number, file.range(), format!("{quote}{put}{quote}")));
                }
            }
        }),
        kind("harmless-english", &[], |text, out| {
            keywords(text, |line, word| {
                let english =
                    all_rows().find(|(_, row)| row.spellings(Lang::Fr).contains(&line.keyword)).map(|(_, row)| row.spelling(Lang::En));
                let end = line.first().at + line.keyword.len();
                out.extend(english.map(|english| Plant::new(line.number, word.at..end, english)));
            });
        }),
        kind("harmless-spelling", &[], |text, out| {
            keywords(text, |line, word| {
                let apart: String = word.text.replace('é', "e\u{301}");
                let capital: String = word.text.chars().take(1).flat_map(char::to_uppercase).chain(word.text.chars().skip(1)).collect();
                for put in [fold(word.text), apart, capital, word.text.to_uppercase()] {
                    if put != word.text {
                        out.push(Plant::new(line.number, word.range(), put));
                    }
                }
            });
        }),
    ]
}

/// The first word of each line that begins with a keyword.
fn keywords(text: &Text<'_>, mut each: impl FnMut(&Line<'_>, &Token<'_>)) {
    for line in text.lines.iter().filter(|line| !line.keyword.is_empty()) {
        each(line, line.first());
    }
}

fn references(text: &Text<'_>, mut each: impl FnMut(&Line<'_>, &Token<'_>)) {
    for line in &text.lines {
        for name in line.references() {
            each(line, name);
        }
    }
}

fn after_keyword(text: &Text<'_>, out: &mut Vec<Plant>, put: &str) {
    keywords(text, |line, _| {
        let at = line.first().at + line.keyword.len();
        out.push(Plant::new(line.number, at..at, put));
    });
}

fn translated(text: &Text<'_>, out: &mut Vec<Plant>, words: impl Fn(&str) -> &'static [&'static str]) {
    keywords(text, |line, word| out.extend(words(line.keyword).iter().map(|put| Plant::new(line.number, word.range(), *put))));
}

static KEYWORDS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    all_rows().flat_map(|(_, row)| row.spellings(Lang::En).iter().chain(row.spellings(Lang::Fr))).map(|spelling| fold(spelling)).collect()
});

fn no_keyword(word: &str) -> bool {
    !KEYWORDS.contains(&fold(word))
}

/// Does a name or a path lead nowhere?
fn unknown(text: &Text<'_>, name: &str) -> bool {
    let hyphen = name.starts_with(['-', '.'])
        || name.ends_with(['-', '.'])
        || name.contains("--")
        || name.contains(['.', '-']) && {
            let odd = |two: &[u8]| !two[0].is_ascii_alphanumeric() && !two[1].is_ascii_alphanumeric();
            name.as_bytes().windows(2).any(odd)
        };
    !hyphen && name.split('.').any(|part| !text.names.declared.contains(part))
}

/// A name that a goal of every example has.
fn some_goal(text: &Text<'_>) -> &'static str {
    if text.names.declared.contains("guichet") { "guichet" } else { "label" }
}

/// Is its name one within its own goal only?
fn local(line: &Line<'_>) -> bool {
    matches!(line.keyword, "jalon" | "indicateur")
}

/// Two neighbouring letters in each other's place, at every place where that makes another word.
fn swapped(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let mut all = Vec::new();
    for at in 1..letters.len() {
        if letters[at] != letters[at - 1] && letters[at].is_alphabetic() && letters[at - 1].is_alphabetic() {
            let mut wrong = letters.clone();
            wrong.swap(at, at - 1);
            all.push(wrong.into_iter().collect());
        }
    }
    all
}

fn dropped(word: &str) -> Vec<String> {
    word.char_indices().filter(|(_, c)| c.is_alphabetic()).map(|(at, c)| word[..at].to_owned() + &word[at + c.len_utf8()..]).collect()
}

/// One letter replaced by a Cyrillic one that looks the same.
fn cyrillic(word: &str) -> Vec<String> {
    const ALIKE: &[(char, char)] = &[
        ('a', 'а'),
        ('c', 'с'),
        ('e', 'е'),
        ('o', 'о'),
        ('p', 'р'),
        ('x', 'х'),
        ('A', 'А'),
        ('C', 'С'),
        ('M', 'М'),
        ('O', 'О'),
        ('P', 'Р'),
    ];
    let alike = |c: char| ALIKE.iter().find(|(latin, _)| *latin == c).map(|(_, other)| *other);
    word.char_indices().filter_map(|(at, c)| alike(c).map(|other| format!("{}{other}{}", &word[..at], &word[at + 1..]))).collect()
}
