//! What a cell says, as the language writes it; none where it says something else, or two things.

use std::str::FromStr;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::sheet::Cell;
use super::xlsx::day_of;
use crate::diagnostic::{Lang, suggest};
use crate::language::{WordRow, numbered};
use crate::plan::{decimal, money_of, month_name};

/// A date with the days that it covers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    pub written: String,
    pub first: Date,
    pub last: Date,
}

impl Moment {
    fn day(day: Date) -> Option<Moment> {
        plausible(day.year()).then(|| Moment { written: day.to_string(), first: day, last: day })
    }

    fn month(year: i16, month: i8) -> Option<Moment> {
        let first = Date::new(year, month, 1).ok().filter(|_| plausible(year))?;
        Some(Moment { written: format!("{year}-{month:02}"), first, last: first.last_of_month() })
    }

    fn quarter(year: i16, quarter: i8) -> Option<Moment> {
        let first = Date::new(year, quarter.checked_mul(3)? - 2, 1).ok().filter(|_| plausible(year) && (1..=4).contains(&quarter))?;
        let last = Date::new(year, quarter * 3, 1).ok()?.last_of_month();
        Some(Moment { written: format!("{year}-T{quarter}"), first, last })
    }

    fn semester(year: i16, semester: i8) -> Option<Moment> {
        let last = match semester {
            1 => Date::new(year, 6, 30),
            2 => Date::new(year, 12, 31),
            _ => return None,
        };
        let first = Date::new(year, semester * 6 - 5, 1).ok().filter(|_| plausible(year))?;
        Some(Moment { written: format!("{year}-S{semester}"), first, last: last.ok()? })
    }

    fn year(year: i16) -> Option<Moment> {
        let first = Date::new(year, 1, 1).ok().filter(|_| plausible(year))?;
        Some(Moment { written: year.to_string(), first, last: first.last_of_year() })
    }
}

/// The years that the language takes for years.
fn plausible(year: i16) -> bool {
    (1900..=2200).contains(&year)
}

/// A day of a spreadsheet, a number of days, or a text as the French write dates.
pub fn moment(cell: &Cell, from_1904: bool) -> Option<Moment> {
    match cell {
        Cell::Day(day) => Moment::day(*day),
        Cell::Number(number) if number.fract() == 0.0 && (1900.0..=2200.0).contains(number) => Moment::year(*number as i16),
        Cell::Number(number) => Moment::day(day_of(*number, from_1904)?),
        Cell::Text(text) => dated(text, from_1904),
        Cell::Truth(_) | Cell::Formula(_) => None,
    }
}

fn dated(text: &str, from_1904: bool) -> Option<Moment> {
    let folded = suggest::fold(text.trim());
    // The hour of an export: midnight.
    let day = folded
        .split_once(['t', ' '])
        .filter(|(day, hour)| day.len() == 10 && hour.starts_with("00:00"))
        .map_or(folded.as_str(), |(day, _)| day);
    let words: Vec<&str> =
        day.split([' ', '\u{a0}', '\u{202f}']).filter(|word| !word.is_empty() && !matches!(*word, "le" | "en" | "de" | "du")).collect();
    match words.as_slice() {
        [one] => numeric(one, from_1904),
        [first, year] => {
            let year = year_of(year)?;
            month_number(first).map_or_else(|| part(first, year), |month| Moment::month(year, month))
        }
        [ordinal, "trimestre", year] => Moment::quarter(year_of(year)?, ordinal_of(ordinal)?),
        [ordinal, "semestre", year] => Moment::semester(year_of(year)?, ordinal_of(ordinal)?),
        [day, month, year] => {
            let (day, month) = (day.strip_suffix("er").unwrap_or(day).parse().ok()?, month_number(month)?);
            Moment::day(Date::new(year_of(year)?, month, day).ok()?)
        }
        _ => None,
    }
}

/// `31/12/2025`, `2025-12-31`, `12/2025`, `2025-12`, `2025`, `2025-T4`, `46022`
fn numeric(text: &str, from_1904: bool) -> Option<Moment> {
    let parts: Vec<&str> = text.split(['/', '-', '.']).collect();
    let small = |part: &str| {
        (matches!(part.len(), 1 | 2) && part.bytes().all(|byte| byte.is_ascii_digit())).then(|| part.parse::<i8>().ok()).flatten()
    };
    match parts.as_slice() {
        [year] if year.len() == 4 => Moment::year(year_of(year)?),
        [serial] if serial.len() == 5 && serial.bytes().all(|byte| byte.is_ascii_digit()) => {
            Moment::day(day_of(serial.parse().ok()?, from_1904)?)
        }
        [year, half] if half.starts_with(['t', 's']) => part(half, year_of(year)?),
        [half, year] if half.starts_with(['t', 's']) => part(half, year_of(year)?),
        [year, month] if year.len() == 4 => Moment::month(year_of(year)?, small(month)?),
        [month, year] => Moment::month(year_of(year)?, small(month)?),
        [year, month, day] if year.len() == 4 => Moment::day(Date::new(year_of(year)?, small(month)?, small(day)?).ok()?),
        [day, month, year] => Moment::day(Date::new(year_of(year)?, small(month)?, small(day)?).ok()?),
        _ => None,
    }
}

/// `t2`, `s1`
fn part(text: &str, year: i16) -> Option<Moment> {
    let number = |digits: &str| if digits.len() == 1 { digits.parse().ok() } else { None };
    match (text.strip_prefix('t'), text.strip_prefix('s')) {
        (Some(quarter), _) => Moment::quarter(year, number(quarter)?),
        (None, Some(semester)) => Moment::semester(year, number(semester)?),
        (None, None) => None,
    }
}

/// In four digits: `25` may be a day, or 1925.
fn year_of(text: &str) -> Option<i16> {
    (text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

fn ordinal_of(text: &str) -> Option<i8> {
    ["1er", "2e", "3e", "4e", "2eme", "3eme", "4eme"].iter().position(|known| *known == text).map(|at| [1, 2, 3, 4, 2, 3, 4][at])
}

/// A month by its French name, or by the first letters that are of no other.
fn month_number(name: &str) -> Option<i8> {
    let name = name.trim_end_matches('.');
    let mut found = (1..=12).filter(|month| name.len() >= 3 && suggest::fold(month_name(*month, Lang::Fr)).starts_with(name));
    found.next().filter(|_| found.next().is_none())
}

/// `k€` or `M€`, where a header says that the numbers below it are thousands or millions.
fn unit(header: &str) -> &'static str {
    let folded = suggest::fold(header);
    let said = |units: &[&str]| {
        let word = |c: char| !c.is_alphanumeric() && c != '€';
        units.iter().any(|unit| folded.split(word).any(|known| known == *unit))
            || units.iter().any(|unit| unit.len() > 5 && folded.contains(unit))
    };
    if said(&["k€", "keur", "keuros", "milliers d'euros", "milliers"]) {
        "k€"
    } else if said(&["m€", "meur", "meuros", "millions d'euros", "millions"]) {
        "M€"
    } else {
        "€"
    }
}

/// An amount of euros, as the language writes it; a number alone is in the unit of its header.
pub fn amount(cell: &Cell, header: &str, lang: Lang) -> Option<String> {
    let unit = unit(header);
    let written = match cell {
        Cell::Number(_) => {
            let number = Decimal::from_str(&cell.shown().replace(',', ".")).ok().filter(|number| !number.is_sign_negative())?;
            let text = decimal(number, Lang::Fr).replace('\u{a0}', " ");
            format!("{} {unit}", lang.of(text.clone(), text.replace(',', ".")))
        }
        Cell::Text(text) => {
            let text = text.trim();
            let bare = ["TTC", "ttc", "HT", "ht"].iter().find_map(|tax| text.strip_suffix(tax)).unwrap_or(text).trim_end();
            let allowed = |c: char| {
                c.is_ascii_digit()
                    || matches!(
                        c,
                        ' ' | '\u{a0}'
                            | '\u{202f}'
                            | '.'
                            | ','
                            | '€'
                            | 'k'
                            | 'K'
                            | 'M'
                            | 'd'
                            | 'E'
                            | 'U'
                            | 'R'
                            | 'e'
                            | 'u'
                            | 'r'
                            | 'o'
                            | 's'
                    )
            };
            if !bare.starts_with(|c: char| c.is_ascii_digit()) || !bare.chars().all(allowed) {
                return None;
            }
            let plain = bare.replace(['\u{a0}', '\u{202f}'], " ");
            if plain.ends_with(|c: char| c.is_ascii_digit()) { format!("{plain} {unit}") } else { plain }
        }
        Cell::Day(_) | Cell::Truth(_) | Cell::Formula(_) => return None,
    };
    money_of(&written).map(|_| written)
}

/// `TTC` or `HT`, where a cell or its header says so.
pub fn tax(text: &str) -> Option<&'static str> {
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).collect();
    ["TTC", "HT"].into_iter().find(|tax| words.iter().any(|word| word.eq_ignore_ascii_case(tax)))
}

/// What a cell says that is not known yet, or that there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nothing {
    Unknown,
    None,
}

/// `à définir`, `?`, `néant`: no name, no title and no value.
pub fn nothing(text: &str) -> Option<Nothing> {
    let folded = suggest::fold(text.trim().trim_end_matches('.'));
    match folded.as_str() {
        "a definir" | "a preciser" | "a determiner" | "a completer" | "a designer" | "a confirmer" | "non defini" | "tbd" | "todo" => {
            Some(Nothing::Unknown)
        }
        "neant" | "aucun" | "aucune" | "sans objet" | "n/a" | "n.a" | "none" | "nc" => Some(Nothing::None),
        signs if !signs.is_empty() && signs.chars().all(|c| c == '?') => Some(Nothing::Unknown),
        signs if signs.chars().all(|c| !c.is_alphanumeric()) => Some(Nothing::None),
        _ => None,
    }
}

/// `TOTAL`, `Sous-total`: a line that sums others up.
pub fn is_total(title: &str) -> bool {
    let folded = suggest::fold(title.trim());
    let first = folded.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty());
    let words = folded.split_whitespace().count();
    words <= 3 && (first == Some("total") || folded.starts_with("sous-total") || folded.starts_with("sous total"))
}

/// Acronyms between `et`, `/`, `+` are as many people: `DSI / DRU`. Anything else may be one name.
pub fn each_acronym(member: &str) -> Vec<String> {
    let spaced = member.replace(['/', '+', '&'], " et ");
    let parts: Vec<&str> = spaced.split_whitespace().filter(|word| *word != "et").collect();
    let acronym = |word: &&str| word.chars().count() <= 8 && word.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
    match parts.len() > 1 && parts.len() - 1 == spaced.split_whitespace().filter(|word| *word == "et").count() && parts.iter().all(acronym)
    {
        true => parts.into_iter().map(str::to_owned).collect(),
        false => vec![member.to_owned()],
    }
}

/// Yes or no, as spreadsheets and people say it.
pub fn truth(cell: &Cell) -> Option<bool> {
    match cell {
        Cell::Truth(truth) => Some(*truth),
        Cell::Number(number) if *number == 1.0 => Some(true),
        Cell::Number(number) if *number == 0.0 => Some(false),
        Cell::Text(text) => match suggest::fold(text.trim()).as_str() {
            "oui" | "vrai" | "true" | "yes" | "x" => Some(true),
            "non" | "faux" | "false" | "no" => Some(false),
            _ => None,
        },
        Cell::Number(_) | Cell::Day(_) | Cell::Formula(_) => None,
    }
}

/// The members of a list: a line each, or between commas and semicolons that stand in no brackets and no quotes.
pub fn members(text: &str) -> Vec<String> {
    split(text, &[',', ';', '|', '\n'])
}

/// The members of a list of sentences: a line each, or between semicolons.
pub fn lines(text: &str) -> Vec<String> {
    split(text, &[';', '|', '\n'])
}

fn split(text: &str, between: &[char]) -> Vec<String> {
    let mut out = Vec::new();
    let (mut member, mut depth, mut straight) = (String::new(), 0usize, false);
    for c in text.chars() {
        match c {
            '(' | '«' | '“' => depth += 1,
            ')' | '»' | '”' => depth = depth.saturating_sub(1),
            '"' => straight = !straight,
            // A line's end ends what was left open.
            '\n' => (depth, straight) = (0, false),
            _ => {}
        }
        if between.contains(&c) && depth == 0 && !straight { out.push(std::mem::take(&mut member)) } else { member.push(c) }
    }
    out.push(member);
    let bare = |member: &String| {
        let member = member.trim();
        let bullet = member.strip_prefix(['-', '–', '•', '·', '▪', '*']).filter(|rest| rest.starts_with(' '));
        bullet.unwrap_or(member).split_whitespace().collect::<Vec<_>>().join(" ")
    };
    out.iter().map(bare).filter(|member| !member.is_empty()).collect()
}

/// What French sheets say for a word of the language, by its English word.
#[rustfmt::skip]
static SAID: &[(&str, &[&str])] = &[
    ("planned", &["a venir", "prevu", "planifie", "non demarre", "a faire"]),
    ("running", &["en cours", "engage", "demarre"]),
    ("done", &["realise", "termine", "acheve", "fait", "clos"]),
    ("suspended", &["en pause", "suspendu"]),
    ("postponed", &["reporte", "differe"]),
    ("abandoned", &["abandonne", "annule"]),
    ("high", &["eleve", "elevee", "haut", "haute", "fort", "forte"]),
    ("medium", &["moyen", "moyenne"]),
    ("low", &["bas", "basse", "faible"]),
];

/// The word of a list that is meant, whatever its accents, case and gender.
pub fn word(text: &str, words: &'static [WordRow], lang: Lang) -> Option<&'static str> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let folded = suggest::fold(&text);
    // `prévue`, `terminées`
    let bare = folded.trim_end_matches('s');
    let bare = bare.strip_suffix("ee").map_or(bare.to_owned(), |stem| format!("{stem}e"));
    let bare = bare.strip_suffix("ue").map_or(bare.clone(), |stem| format!("{stem}u"));
    let found = [folded.as_str(), &folded.replace(' ', "-"), &bare].into_iter().find_map(|said| numbered(said, words));
    if let Some(at) = found {
        return Some(words[at as usize].spelling(lang));
    }
    let (english, _) = SAID.iter().find(|(_, said)| said.contains(&folded.as_str()) || said.contains(&bare.as_str()))?;
    words.iter().find(|row| row.en == *english).map(|row| row.spelling(lang))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_as_the_french_write_them() {
        for (text, expected) in [
            ("31/12/2025", "2025-12-31"),
            ("1.3.2026", "2026-03-01"),
            ("2026-03-01T00:00:00", "2026-03-01"),
            ("2026-03-01 00:00:00", "2026-03-01"),
            ("03/2026", "2026-03"),
            ("2026", "2026"),
            ("juin 2026", "2026-06"),
            ("Déc. 2026", "2026-12"),
            ("le 1er mars 2026", "2026-03-01"),
            ("15 février 2026", "2026-02-15"),
            ("T2 2026", "2026-T2"),
            ("2026-T4", "2026-T4"),
            ("2ème trimestre 2026", "2026-T2"),
            ("S1 2026", "2026-S1"),
            ("2e semestre 2026", "2026-S2"),
            ("44881", "2022-11-16"),
        ] {
            assert_eq!(dated(text, false).map(|moment| moment.written).as_deref(), Some(expected), "{text}");
        }
        for text in [
            "",
            "bientôt",
            "31/02/2026",
            "12/25",
            "01/02/25",
            "T5 2026",
            "3e semestre 2026",
            "S0 2026",
            "fin 2026",
            "ma 2026",
            "ju 2026",
            "1/2/3/4",
            "20260",
            "3026",
            "-",
            "€",
        ] {
            assert_eq!(dated(text, false), None, "{text}");
        }
    }

    #[test]
    fn amounts_have_one_reading_or_are_text() {
        let of = |text: &str| amount(&Cell::Text(text.to_owned()), "Montant", Lang::Fr);
        for (header, expected) in
            [("Coût (k€)", "120 k€"), ("Budget en M€", "120 M€"), ("Coût en milliers d’euros", "120 k€"), ("Km", "120 €")]
        {
            assert_eq!(amount(&Cell::Number(120.0), header, Lang::Fr).as_deref(), Some(expected), "{header}");
            assert_eq!(amount(&Cell::Text("120".to_owned()), header, Lang::Fr).as_deref(), Some(expected), "{header}");
            assert_eq!(amount(&Cell::Text("60 k€".to_owned()), header, Lang::Fr).as_deref(), Some("60 k€"), "{header}");
        }
        for (text, expected) in [
            ("12 500", "12 500 €"),
            ("12\u{202f}500,50 €", "12 500,50 €"),
            ("60 k€", "60 k€"),
            ("1,2 M€ TTC", "1,2 M€"),
            ("120 euros", "120 euros"),
        ] {
            assert_eq!(of(text).as_deref(), Some(expected), "{text}");
        }
        for text in ["Entre 200 et 500", "12.500", "-5", "à définir", "", "20 %", "2027: 5 €", "1 2 3"] {
            assert_eq!(of(text), None, "{text}");
        }
        let number = |number: f64| amount(&Cell::Number(number), "", Lang::En);
        assert_eq!((number(60_000.0).as_deref(), number(0.5).as_deref()), (Some("60 000 €"), Some("0.5 €")));
        assert_eq!((number(-3.0), number(0.001), number(1e300), number(f64::NAN)), (None, None, None, None));
    }

    #[test]
    fn what_is_no_value_is_known() {
        for text in ["À définir", "?", "???", "à préciser.", "TBD"] {
            assert_eq!(nothing(text), Some(Nothing::Unknown), "{text}");
        }
        for text in ["Néant", "N/A", "-", "–", "sans objet"] {
            assert_eq!(nothing(text), Some(Nothing::None), "{text}");
        }
        for text in ["DSI", "Définir la cible", "Aucune panne de plus d’un jour"] {
            assert_eq!(nothing(text), None, "{text}");
        }
        assert!(is_total("TOTAL") && is_total("Total général :") && is_total("Sous-total axe 1") && !is_total("Totaliser les votes"));
        assert_eq!(each_acronym("DSI / DRU"), ["DSI", "DRU"]);
        assert_eq!(each_acronym("DSI et DST"), ["DSI", "DST"]);
        assert_eq!(each_acronym("Secrétariat général et état civil"), ["Secrétariat général et état civil"]);
    }

    #[test]
    fn lists_are_cut_where_nothing_holds_them_together() {
        assert_eq!(members("DSI, DRH (paie, carrières); « Eau, air »\n- COM"), ["DSI", "DRH (paie, carrières)", "« Eau, air »", "COM"]);
        assert_eq!(lines("Un, deux ; trois\n\n• quatre"), ["Un, deux", "trois", "quatre"]);
        assert_eq!(members("a (b\nc, d"), ["a (b", "c", "d"]);
    }
}
