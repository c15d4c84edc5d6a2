//! What the literals of an expression say. In: one as it is written, in parts. Out: its value, exact, or why it has none.

use jiff::civil::Date;

use super::words::short;
use super::{Day, Literal};
use crate::diagnostic::Say;
use crate::say;

/// Numbers are kept in millionths.
const DECIMALS: u32 = 6;

/// What is wrong, and what to do.
pub type Refused = (Say, Say);

/// `2027-03-15`, `2027-03`, `2027-T2`, as the grammar lets them through.
pub fn day(written: &str) -> Result<Literal, Refused> {
    let mut parts = written.split(|c: char| matches!(c, '-' | '\u{2010}'..='\u{2012}'));
    let refused = || {
        (
            say!("« {written} » n'est pas une date du calendrier."; "\"{written}\" is no date of the calendar.", written),
            say!("Écrivez l'année, le mois, le jour : `2027-03-15`, `2027-03` ou `2027-T1`."; "Write the year, the month, the day: `2027-03-15`, `2027-03` or `2027-Q1`."),
        )
    };
    let year = parts.next().and_then(|year| year.parse().ok()).ok_or_else(refused)?;
    let second = parts.next().unwrap_or_default();
    if let Some(quarter) = second.strip_prefix(['T', 't', 'Q', 'q']) {
        return quarter.parse().map(|quarter| Literal::Date(Day::Quarter { year, quarter })).map_err(|_| refused());
    }
    let number = |part: &str| part.parse::<u8>().ok();
    let month = number(second).filter(|month| (1..=12).contains(month)).ok_or_else(refused)?;
    let Some(third) = parts.next() else {
        return Ok(Literal::Date(Day::Month { year, month }));
    };
    let day = number(third).filter(|day| Date::new(year, month as i8, *day as i8).is_ok()).ok_or_else(refused)?;
    Ok(Literal::Date(Day::Day { year, month, day }))
}

/// A number as it is written, times ten to the power of `shift`, in whole units: `3 500`, `0,5`.
pub fn whole(digits: &str, shift: u32) -> Result<i64, Refused> {
    let (mut value, mut behind, mut decimal) = (0i128, 0u32, false);
    for c in digits.chars() {
        match c {
            ',' | '.' => decimal = true,
            '0'..='9' => {
                value = value * 10 + i128::from(c as u8 - b'0');
                behind += u32::from(decimal);
            }
            _ => {} // what parts the thousands
        }
        if value > i128::from(i64::MAX) {
            return Err(too_large(digits));
        }
    }
    // Zeros at the end say nothing.
    while behind > shift && value % 10 == 0 {
        value /= 10;
        behind -= 1;
    }
    if behind > shift {
        return Err((
            say!("« {digits} » a trop de décimales."; "\"{digits}\" has too many decimals.", digits = short(digits)),
            say!("Arrondissez : un montant a deux décimales au plus, un pourcentage quatre, un nombre six, une durée aucune."; "Round it: an amount has two decimals at most, a percentage four, a number six, a duration none."),
        ));
    }
    let scaled = value.checked_mul(10i128.pow(shift - behind));
    scaled.and_then(|scaled| i64::try_from(scaled).ok()).ok_or_else(|| too_large(digits))
}

/// Millionths.
pub fn millionths(digits: &str) -> Result<i64, Refused> {
    whole(digits, DECIMALS)
}

/// A number without a unit, in millionths.
pub fn number(digits: &str) -> Result<i64, Refused> {
    one_way(digits)?;
    millionths(digits)
}

/// A percentage, in millionths of 1.
pub fn percent(digits: &str) -> Result<i64, Refused> {
    whole(digits, DECIMALS - 2)
}

/// An amount in cents; the sign is `€` with what stands before it.
pub fn cents(digits: &str, sign: &str) -> Result<i64, Refused> {
    let thousands = match sign {
        "k€" | "K€" => 3,
        "M€" => 6,
        "Md€" => 9,
        _ => {
            one_way(digits)?;
            0
        }
    };
    whole(digits, 2 + thousands)
}

/// `3,500` is three and a half to one reader and three thousand five hundred to another; `2027,2028` is two years without a blank.
fn one_way(digits: &str) -> Result<(), Refused> {
    let Some((before, behind)) = digits.split_once([',', '.']) else { return Ok(()) };
    if behind.len() == 3 && matches!(before.len(), 1..=3) && !before.starts_with('0') {
        let short = behind.trim_end_matches('0');
        let decimal = if short.is_empty() { before.to_owned() } else { format!("{before},{short}") };
        return Err((
            say!("« {digits} » se lit de deux façons."; "\"{digits}\" can be read in two ways.", digits),
            say!("Écrivez `{before} {behind}` pour des milliers, `{decimal}` pour un nombre à virgule."; "Write `{before} {behind}` for thousands, `{decimal}` for a decimal number.", before, behind, decimal),
        ));
    }
    if before.len() == 4 && behind.len() == 4 {
        return Err((
            say!("« {digits} » se lit comme un nombre à virgule."; "\"{digits}\" reads as a decimal number.", digits),
            say!("Pour deux années, mettez un blanc après la virgule : `{before}, {behind}`."; "For two years, put a blank after the comma: `{before}, {behind}`.", before, behind),
        ));
    }
    Ok(())
}

fn too_large(digits: &str) -> Refused {
    (
        say!("« {digits} » est un nombre trop grand."; "\"{digits}\" is too large a number.", digits = short(digits)),
        say!("Écrivez un nombre plus petit, ou une unité plus grande : `2 M€`."; "Write a smaller number, or a larger unit: `2 M€`."),
    )
}
