//! Dates as numbers of days, for columns.

use jiff::civil::Date;

/// Days since the first of January 1970.
pub fn number(date: Date) -> i64 {
    // Civil days from the era: the year begins in March, so that a leap day is its last.
    let (year, month, day) = (i64::from(date.year()), i64::from(date.month()), i64::from(date.day()));
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * (if month > 2 { month - 3 } else { month + 9 }) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// The day of a number; the last one that there is where it is past the calendar's end.
pub fn date(number: i64) -> Date {
    let days = number + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    i16::try_from(year).ok().and_then(|year| Date::new(year, month as i8, day as i8).ok()).unwrap_or(if number < 0 {
        Date::MIN
    } else {
        Date::MAX
    })
}

/// So many months and days from a day on; a day that the month has not is its last.
pub fn shifted(number: i64, months: i64, days: i64) -> i64 {
    let start = date(number);
    let whole = i64::from(start.year()) * 12 + i64::from(start.month()) - 1 + months;
    let (year, month) = (whole.div_euclid(12), whole.rem_euclid(12) + 1);
    let first = i16::try_from(year).ok().and_then(|year| Date::new(year, month as i8, 1).ok());
    let moved = first.map(|first| Date::new(first.year(), first.month(), start.day().min(first.days_in_month())).unwrap_or(first));
    self::number(moved.unwrap_or(if months < 0 { Date::MIN } else { Date::MAX })) + days
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_has_its_number() {
        let mut day = Date::new(1899, 12, 31).expect("a day");
        let first = number(day);
        assert_eq!(number(Date::new(1970, 1, 1).expect("a day")), 0);
        for next in first + 1..first + 80_000 {
            day = day.tomorrow().expect("a day");
            assert_eq!(number(day), next);
            assert_eq!(date(next), day);
        }
    }

    #[test]
    fn months_end_where_they_end() {
        let at = |year, month, day| number(Date::new(year, month, day).expect("a day"));
        assert_eq!(shifted(at(2027, 1, 31), 1, 0), at(2027, 2, 28));
        assert_eq!(shifted(at(2027, 3, 15), -6, 0), at(2026, 9, 15));
        assert_eq!(shifted(at(2027, 12, 1), 3, 5), at(2028, 3, 6));
    }
}
