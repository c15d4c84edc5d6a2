//! Dates as they are said, and how the language writes them: where a text has one reading, that is it.

use super::read::Refusal;
use super::value::{date_literal, month_number};
use crate::diagnostic::{Lang, suggest};

/// The words of a text, folded; an elided article stands alone, and so does what joins two dates.
pub fn tokens(text: &str) -> Vec<String> {
    let folded = suggest::fold(text).replace("..", " .. ").replace(['–', '—', '→', '…'], " .. ").replace("d'", "d' ").replace("l'", "l' ");
    folded.split([' ', '\t', '\n', ',', '\u{a0}', '\u{202f}']).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// `du 1er mars 2027 au 30 juin 2028` as the language writes it.
pub fn period(text: &str, lang: Lang) -> Option<String> {
    const JOINTS: &[&str] = &[
        "..", "...", "a", "au", "jusqu'a", "jusqu'au", "jusqu'en", "to", "until", "till", "through", "et", "and", "-", "->", "=>", "/",
        "puis",
    ];
    let all = tokens(text);
    let start = all.iter().take_while(|word| ["de", "du", "d'", "des", "from", "entre", "between"].contains(&word.as_str())).count();
    let words = &all[start..];
    if let [one] = words {
        let years = one.split_once(['-', '/']).filter(|(from, to)| is_year(from) && is_year(to) && from < to);
        return years.map(|(from, to)| format!("{from} .. {to}"));
    }
    (1..words.len().saturating_sub(1)).filter(|at| JOINTS.contains(&words[*at].as_str())).find_map(|at| {
        let (left, right) = (&words[..at], &words[at + 1..]);
        let end = date(right, lang)?;
        // `janvier à décembre 2027`
        let year = || right.iter().find_map(|word| word.get(..4).filter(|year| is_year(year)));
        let start = date(left, lang).or_else(|| date(&[left, &[year()?.to_owned()]].concat(), lang))?;
        let (first, last) = (date_literal(&start).ok()?, date_literal(&end).ok()?);
        (!last.before(&first)).then(|| format!("{start} .. {end}"))
    })
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit()) && ("1900"..="2200").contains(&word)
}

/// One date in words, as the language writes it.
pub fn date(words: &[String], lang: Lang) -> Option<String> {
    let small = ["le", "la", "l'", "the", "en", "au", "du", "de", "d'", "in", "of", "on", "courant", "annee", "year"];
    let words: Vec<&str> = words.iter().map(String::as_str).filter(|word| !small.contains(word)).collect();
    let letter = lang.of("T", "Q");
    let part_of_year = |word: &str| {
        let (kind, number) = (word.chars().next()?, word.get(1..)?);
        match (kind, number) {
            ('t' | 'q', "1" | "2" | "3" | "4") => Some(format!("{letter}{number}")),
            ('s' | 'h', "1" | "2") => Some(format!("S{number}")),
            _ => None,
        }
    };
    let day = |word: &str| {
        let digits = ["er", "st", "nd", "rd", "th"].into_iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
        digits.parse::<u8>().ok().filter(|day| (1..=31).contains(day) && digits.len() <= 2)
    };
    let said = match words.as_slice() {
        [one] => match date_literal(one) {
            Ok(_) => one.to_uppercase().replace(['T', 'Q'], letter),
            Err(refusal) => match *refusal {
                Refusal { replacement: Some(mended), .. } => mended,
                _ => {
                    let (before, year) = one.split_once(['-', '.', '/']).filter(|(_, year)| is_year(year))?;
                    return date(&[before.to_owned(), year.to_owned()], lang);
                }
            },
        },
        [month, year] if is_year(year) && month_number(month).is_some() => format!("{year}-{:02}", month_number(month)?),
        [part, year] | [year, part] if is_year(year) && part_of_year(part).is_some() => format!("{year}-{}", part_of_year(part)?),
        ["fin" | "end", rest @ ..] if !rest.is_empty() => end_of(rest, "12", lang)?,
        ["debut" | "start" | "beginning" | "early", rest @ ..] if !rest.is_empty() => end_of(rest, "01", lang)?,
        ["mi" | "mid" | "milieu", year] if is_year(year) => format!("{year}-06"),
        [order, kind, year] if is_year(year) && ["trimestre", "semestre", "quarter", "semester", "half"].contains(kind) => {
            let number = match *order {
                "1er" | "1ere" | "premier" | "first" | "1st" => 1,
                "2e" | "2eme" | "2nd" | "deuxieme" | "second" => 2,
                "3e" | "3eme" | "3rd" | "troisieme" | "third" => 3,
                "4e" | "4eme" | "4th" | "quatrieme" | "fourth" => 4,
                _ => return None,
            };
            format!("{year}-{}{number}", if ["trimestre", "quarter"].contains(kind) { letter } else { "S" })
        }
        [one, month, year] if is_year(year) && month_number(month).is_some() => {
            format!("{year}-{:02}-{:02}", month_number(month)?, day(one)?)
        }
        [month, one, year] if is_year(year) && month_number(month).is_some() => {
            format!("{year}-{:02}-{:02}", month_number(month)?, day(one)?)
        }
        _ => return None,
    };
    date_literal(&said).is_ok().then_some(said)
}

/// `fin 2027` is its last month; `fin mars 2027` that month.
fn end_of(rest: &[&str], month: &str, lang: Lang) -> Option<String> {
    match rest {
        [year] if is_year(year) => Some(format!("{year}-{month}")),
        rest => date(&rest.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>(), lang),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_has_one_reading() {
        for (text, written) in [
            ("janvier 2027 à décembre 2028", "2027-01 .. 2028-12"),
            ("janvier à décembre 2027", "2027-01 .. 2027-12"),
            ("du 1er mars 2027 au 30 juin 2028", "2027-03-01 .. 2028-06-30"),
            ("de mars 2027 à fin 2028", "2027-03 .. 2028-12"),
            ("entre 2027 et 2030", "2027 .. 2030"),
            ("2027-2030", "2027 .. 2030"),
            ("2027-01 à 2028-06", "2027-01 .. 2028-06"),
            ("01/2027 - 06/2028", "2027-01 .. 2028-06"),
            ("T2 2027 au 2e semestre 2028", "2027-T2 .. 2028-S2"),
            ("mars 2027 .. 2028", "2027-03 .. 2028"),
        ] {
            assert_eq!(period(text, Lang::Fr).as_deref(), Some(written), "{text}");
        }
        assert_eq!(period("from January 2027 to Q2 2028", Lang::En).as_deref(), Some("2027-01 .. 2028-Q2"));
        for text in ["2028 à 2027", "janvier", "2027-01 .. bientôt", "2027", "31 février 2027 à 2028"] {
            assert_eq!(period(text, Lang::Fr), None, "{text}");
        }
    }
}
