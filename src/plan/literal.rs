//! Reads what starts with a digit: `2027-T2`, `120 000 €`, `0,5`, `80 %`. Says what is wrong with the rest.
//!
//! In: the text of one literal and what is expected. Out: the value, or why it is none (the caller knows the place).

use rust_decimal::Decimal;

use super::value::{Money, When};
use crate::diagnostic::{Code, Say, codes};
use crate::say;

/// Why a literal is not what is expected: a code, what is wrong, what to do, and what to write instead if that is sure.
#[derive(Debug)]
pub struct Refusal {
    pub code: &'static Code,
    pub message: Say,
    pub help: Say,
    pub replacement: Option<String>,
}

fn refuse<T>(code: &'static Code, message: Say, help: Say) -> Result<T, Box<Refusal>> {
    Err(Box::new(Refusal { code, message, help, replacement: None }))
}

const SPACES: [char; 4] = [' ', '\u{a0}', '\u{202f}', '\u{2009}'];

/// A day, month, quarter or year. Years from 1900 to 2200: anything else is a slip.
pub fn date(text: &str) -> Result<When, Box<Refusal>> {
    let how = || say!("Écrivez une année `2027`, un mois `2027-03`, un trimestre `2027-T2` ou un jour `2027-03-15`."; "Write a year `2027`, a month `2027-03`, a quarter `2027-Q2` or a day `2027-03-15`.");
    let none = || say!("« {text} » n'est pas une date."; "\"{text}\" is not a date.");
    if let Some(day) = slashed(text) {
        return Err(Box::new(Refusal {
            code: &codes::NOT_A_DATE,
            message: say!("« {text} » : les dates s'écrivent dans l'ordre année, mois, jour."; "\"{text}\": dates are written in the order year, month, day."),
            help: say!("Écrivez `{day}`."; "Write `{day}`."),
            replacement: Some(day),
        }));
    }
    let bytes = text.as_bytes();
    if bytes.len() < 4 || !bytes[..4].iter().all(u8::is_ascii_digit) {
        return refuse(&codes::NOT_A_DATE, none(), how());
    }
    let year: i16 = text[..4].parse().unwrap_or(0);
    if !(1900..=2200).contains(&year) {
        return refuse(
            &codes::NOT_A_DATE,
            say!("« {text} » : {year} n'est pas une année plausible."; "\"{text}\": {year} is no plausible year."),
            how(),
        );
    }
    if bytes.len() == 4 {
        return Ok(When::year(year).expect("a year of the calendar"));
    }
    let Some(rest) = text[4..].strip_prefix('-') else { return refuse(&codes::NOT_A_DATE, none(), how()) };
    if let Some(quarter) = rest.strip_prefix(['T', 't', 'Q', 'q']) {
        return match number_of(quarter).and_then(|q| When::quarter(year, q)) {
            Some(when) => Ok(when),
            None => refuse(
                &codes::NOT_A_DATE,
                say!("« {text} » : un trimestre va de T1 à T4."; "\"{text}\": a quarter goes from Q1 to Q4."),
                how(),
            ),
        };
    }
    let (month, day) = rest.split_once('-').map_or((rest, None), |(month, day)| (month, Some(day)));
    let Some(month) = number_of(month) else { return refuse(&codes::NOT_A_DATE, none(), how()) };
    let Some(whole) = When::month(year, month) else {
        return refuse(
            &codes::NOT_A_DATE,
            say!("« {text} » : il n'y a pas de mois {month}."; "\"{text}\": there is no month {month}."),
            how(),
        );
    };
    let Some(day) = day else { return Ok(whole) };
    match number_of(day).map(|day| jiff::civil::Date::new(year, month, day)) {
        Some(Ok(date)) => Ok(When::day(date)),
        Some(Err(_)) => {
            let last = whole.last.day();
            refuse(
                &codes::NOT_A_DATE,
                say!("« {text} » : ce mois n'a que {last} jours."; "\"{text}\": that month has only {last} days."),
                how(),
            )
        }
        None => refuse(&codes::NOT_A_DATE, none(), how()),
    }
}

fn number_of(digits: &str) -> Option<i8> {
    (matches!(digits.len(), 1 | 2) && digits.bytes().all(|b| b.is_ascii_digit())).then(|| digits.parse().ok()).flatten()
}

/// `12/03/2027`, `03-2027`, `2027/03` as the language writes them.
fn slashed(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split(['/', '-']).collect();
    let is_year = |part: &&str| part.len() == 4 && part.bytes().all(|b| b.is_ascii_digit());
    let written = match parts.as_slice() {
        [day, month, year] if is_year(year) => format!("{year}-{:02}-{:02}", number_of(month)?, number_of(day)?),
        [month, year] if is_year(year) => format!("{year}-{:02}", number_of(month)?),
        [year, month, day] if is_year(year) && text.contains('/') => format!("{year}-{:02}-{:02}", number_of(month)?, number_of(day)?),
        [year, month] if is_year(year) && text.contains('/') => format!("{year}-{:02}", number_of(month)?),
        _ => return None,
    };
    date(&written).is_ok().then_some(written)
}

/// What stands where the year of an amount is due: an amount, or a year and an amount without their colon.
pub fn no_year(text: &str) -> Option<Refusal> {
    let (year, rest) = text.split_at(text.find(|c: char| !c.is_ascii_digit())?);
    let amount = rest.trim_start_matches(SPACES);
    if year.len() == 4 && rest.len() > amount.len() && amount.starts_with(|c: char| c.is_ascii_digit()) {
        let mended = format!("{year}: {amount}");
        return Some(Refusal {
            code: &codes::MISSING_PART,
            message: say!("Il manque `:` entre l'année et le montant."; "`:` between year and amount is missing."),
            help: say!("Écrivez `{mended}`."; "Write `{mended}`."),
            replacement: Some(mended),
        });
    }
    money(text).is_ok().then(|| Refusal {
        code: &codes::MISSING_PART,
        message: say!("Il manque l'année de ce montant."; "The year of this amount is missing."),
        help: say!("Écrivez par exemple `2027: {text}`."; "Write for instance `2027: {text}`."),
        replacement: None,
    })
}

/// A number with what follows it, if anything does: `120 000`, `k€`.
pub fn number(text: &str) -> Result<(Decimal, &str), Box<Refusal>> {
    let bytes = text.as_bytes();
    let mut digits: i64 = 0;
    let (mut scale, mut in_fraction, mut at, mut count, mut first_group) = (0, false, 0, 0, None);
    while at < bytes.len() {
        match bytes[at] {
            b @ b'0'..=b'9' => {
                count += 1;
                digits = digits.saturating_mul(10).saturating_add(i64::from(b - b'0'));
                scale += u32::from(in_fraction);
                at += 1;
            }
            b'_' => at += 1,
            b'.' | b',' if !in_fraction && bytes.get(at + 1).is_some_and(u8::is_ascii_digit) => {
                in_fraction = true;
                at += 1;
            }
            _ => {
                let rest = text[at..].trim_start_matches(SPACES);
                if rest.len() < text.len() - at && rest.starts_with(|c: char| c.is_ascii_digit()) {
                    first_group.get_or_insert(at);
                    at = text.len() - rest.len();
                } else {
                    break;
                }
            }
        }
    }
    // `120,000` is 120 to a Frenchman and 120 000 to an Englishman; `0,125` is the same to both.
    if let Some(point) = text.find(['.', ',']).filter(|_| scale == 3 && !text.starts_with('0')) {
        let (whole, rest) = (&text[..point], &text[point + 1..]);
        let decimals = rest.get(..3).unwrap_or(rest);
        return refuse(
            &codes::NOT_A_NUMBER,
            say!("« {text} » se lit de deux façons : {whole} virgule {decimals}, ou {whole} mille {decimals}."; "\"{text}\" reads in two ways: {whole} point {decimals}, or {whole} thousand {decimals}."),
            say!("Groupez les milliers par une espace : `{whole} {decimals}`."; "Group thousands with a blank: `{whole} {decimals}`."),
        );
    }
    if first_group.is_some_and(|group| group > 3) {
        return refuse(
            &codes::NOT_A_NUMBER,
            say!("« {text} » : les chiffres ne sont pas groupés par trois."; "\"{text}\": the digits are not in groups of three."),
            say!("Vérifiez les espaces : `120 000`."; "Check the blanks: `120 000`."),
        );
    }
    if count > 15 || scale > 6 {
        return refuse(
            &codes::NOT_A_NUMBER,
            say!("« {text} » est un nombre trop long."; "\"{text}\" is too long a number."),
            say!("Vérifiez les zéros."; "Check the zeros."),
        );
    }
    Ok((Decimal::new(digits, scale), text[at..].trim_start_matches(SPACES)))
}

/// An amount of euros: `120 k€`, `450 000 €`, `1,2 M€`.
pub fn money(text: &str) -> Result<Money, Box<Refusal>> {
    let (value, unit) = number(text)?;
    let thousands = match unit {
        "€" => 0,
        "k€" | "K€" => 1,
        "M€" => 2,
        "Md€" => 3,
        "" => {
            return Err(Box::new(Refusal {
                code: &codes::MISSING_UNIT,
                message: say!("« {text} » : il manque l'unité."; "\"{text}\": the unit is missing."),
                help: say!("Écrivez `{text} €` ou `{text} k€`."; "Write `{text} €` or `{text} k€`."),
                replacement: None,
            }));
        }
        "%" => {
            return refuse(
                &codes::NOT_AN_AMOUNT,
                say!("« {text} » est une part, pas un montant."; "\"{text}\" is a share, not an amount."),
                say!("Écrivez un montant en euros : `120 k€`."; "Write an amount in euros: `120 k€`."),
            );
        }
        "k" | "K" | "M" | "Md" => {
            let mended = format!("{} {unit}€", text.trim_end_matches(unit).trim_end_matches(SPACES));
            return Err(Box::new(Refusal {
                code: &codes::MISSING_UNIT,
                message: say!("« {text} » : il manque le signe €."; "\"{text}\": the € sign is missing."),
                help: say!("Écrivez `{mended}`."; "Write `{mended}`."),
                replacement: Some(mended),
            }));
        }
        _ => {
            return refuse(
                &codes::NOT_AN_AMOUNT,
                say!("« {text} » n'est pas un montant."; "\"{text}\" is not an amount."),
                say!("Écrivez par exemple `120 000 €`, `120 k€` ou `1,2 M€`."; "Write for instance `120 000 €`, `120 k€` or `1.2 M€`."),
            );
        }
    };
    let value = value * Decimal::from(1000i64.pow(thousands));
    if value.normalize().scale() > 2 {
        return refuse(
            &codes::NOT_AN_AMOUNT,
            say!("« {text} » descend sous le centime."; "\"{text}\" goes below a cent."),
            say!("Arrondissez au centime."; "Round it to the cent."),
        );
    }
    if value > Decimal::from(1_000_000_000_000_000i64) {
        return refuse(
            &codes::NOT_AN_AMOUNT,
            say!("« {text} » dépasse tout budget public."; "\"{text}\" exceeds any public budget."),
            say!("Vérifiez l'unité : €, k€ ou M€."; "Check the unit: €, k€ or M€."),
        );
    }
    Ok(Money(value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Lang;

    fn euros(text: &str) -> String {
        money(text).map_or_else(|refusal| refusal.code.name.to_owned(), |money| money.to_string())
    }

    #[test]
    fn amounts_as_people_type_them() {
        for (text, expected) in [
            ("120 k€", "120000"),
            ("120k€", "120000"),
            ("120\u{a0}000\u{a0}€", "120000"),
            ("120\u{202f}000 €", "120000"),
            ("62_400 €", "62400"),
            ("1,2 M€", "1200000"),
            ("1.25 Md€", "1250000000"),
            ("0,5 €", "0.5"),
            ("120", "missing-unit"),
            ("120k", "missing-unit"),
            ("80 %", "not-an-amount"),
            ("2027 120 €", "not-a-number"),
            ("120,000 €", "not-a-number"),
            ("1.200 €", "not-a-number"),
            ("0,125 €", "not-an-amount"),
            ("0,125 k€", "125"),
            ("1,25 €", "1.25"),
            ("9999999999999999 €", "not-a-number"),
            ("999999999999999 Md€", "not-an-amount"),
            ("12fte", "not-an-amount"),
        ] {
            assert_eq!(euros(text), expected, "{text}");
        }
    }

    #[test]
    fn dates_and_what_is_none() {
        for (text, expected) in
            [("2027", "2027"), ("2027-03", "mars 2027"), ("2027-T2", "T2 2027"), ("2027-q4", "T4 2027"), ("2027-03-01", "1er mars 2027")]
        {
            assert_eq!(date(text).unwrap().show(Lang::Fr), expected);
        }
        for text in ["2027-13", "2027-02-30", "2027-T5", "20270", "0027", "12 k€", "2027-", "2027-3-4-5", "2027/", "1/2/3/4"] {
            assert!(date(text).is_err(), "{text}");
        }
        assert_eq!(date("12/03/2027").unwrap_err().replacement.as_deref(), Some("2027-03-12"));
        assert_eq!(date("03-2027").unwrap_err().replacement.as_deref(), Some("2027-03"));
        assert_eq!(date("2027/03").unwrap_err().replacement.as_deref(), Some("2027-03"));
        assert_eq!(date("3/2027").unwrap_err().replacement.as_deref(), Some("2027-03"));
    }
}
