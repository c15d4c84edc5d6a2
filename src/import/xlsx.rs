//! Excel workbooks. Nothing is unpacked before it is known how much there is: a small file may hold gigabytes.

use std::io::{Cursor, Read};

use calamine::{DataRef, Reader, Xlsx, XlsxFormulaMetadata};
use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::sheet::{Cell, Gathering, MOST_COLUMNS, Sheet, UNPACKED};
use crate::diagnostic::Say;
use crate::say;

/// No more texts in a workbook's list of them.
const MOST_STRINGS: u64 = 20_000_000;
/// Merged cells of more rows than this are no title over some rows.
const MOST_MERGED: usize = 200_000;

pub struct Workbook<'a> {
    book: Xlsx<Cursor<&'a [u8]>>,
}

/// Does a file begin as those do that Excel writes now?
pub fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// Does it begin as those do that Excel wrote before 2007, or writes with a password?
pub fn is_old(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
}

impl<'a> Workbook<'a> {
    pub fn open(bytes: &'a [u8]) -> Result<Workbook<'a>, Say> {
        bounded(bytes)?;
        let book = Xlsx::new(Cursor::new(bytes)).map_err(|_| no_workbook())?;
        Ok(Workbook { book })
    }

    pub fn sheets(&self) -> Vec<String> {
        self.book.sheet_names()
    }

    pub fn sheet(&mut self, name: &str) -> Result<Sheet, Say> {
        let damaged = || say!("La feuille « {name} » est abîmée : elle ne peut pas être lue. Ouvrez le fichier dans Excel ou LibreOffice et enregistrez-le de nouveau en .xlsx."; "The sheet \"{name}\" is damaged: it cannot be read. Open the file in Excel or LibreOffice and save it as .xlsx again.", name);
        let from_1904 = self.book.has_1904_epoch();
        let merged = self.book.merge_cells_by_sheet_name(name).map_err(|_| damaged())?;
        let mut gathering = Gathering::default();
        let mut reader = self.book.worksheet_cells_reader(name).map_err(|_| damaged())?;
        while let Some(record) = reader.next_cell_with_formula_metadata().map_err(|_| damaged())? {
            let (row, column) = (record.pos.0.saturating_add(1), record.pos.1 as usize);
            let cell = match (value(&record.value), record.formula) {
                (Some(cell), _) => cell,
                (None, Some(formula)) => Cell::Formula(formula_text(formula)),
                (None, None) => continue,
            };
            gathering.put(row, column, cell)?;
        }
        let merged = merged
            .iter()
            .take(MOST_MERGED)
            .map(|place| {
                let rows = place.start.0.saturating_add(1)..place.end.0.saturating_add(2);
                (rows, (place.start.1 as usize).min(MOST_COLUMNS)..(place.end.1 as usize + 1).min(MOST_COLUMNS))
            })
            .collect();
        Ok(Sheet { name: name.to_owned(), rows: gathering.rows(), merged, from_1904 })
    }
}

fn formula_text(formula: XlsxFormulaMetadata) -> String {
    match formula {
        XlsxFormulaMetadata::Normal { formula } | XlsxFormulaMetadata::Shared { formula, .. } => formula,
        // It is told at the first cell that shares it.
        _ => "…".to_owned(),
    }
}

fn value(value: &DataRef<'_>) -> Option<Cell> {
    match value {
        DataRef::Int(number) => Some(Cell::Number(*number as f64)),
        DataRef::Float(number) => Some(Cell::Number(*number)),
        DataRef::String(text) => Cell::text(text),
        DataRef::SharedString(text) => Cell::text(text),
        DataRef::Bool(truth) => Some(Cell::Truth(*truth)),
        DataRef::DateTime(moment) if moment.is_duration() => Some(Cell::Number(moment.as_f64())),
        DataRef::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            let day = Date::new(year as i16, month as i8, day as i8).ok();
            // Excel shows a number that is no day, and so a date of 1900, as the day zero.
            Some(day.filter(|day| day.year() > 1900).map_or(Cell::Number(moment.as_f64()), Cell::Day))
        }
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => Cell::text(text),
        DataRef::Error(error) => Cell::text(&error.to_string()),
        DataRef::Empty => None,
    }
}

/// The day of a number, as spreadsheets count days.
pub fn day_of(serial: f64, from_1904: bool) -> Option<Date> {
    let days = serial.floor();
    // 1982 to 2119: other numbers are no days of a plan, and `20260` is a year with a digit too many.
    if !(30_000.0..=80_000.0).contains(&days) {
        return None;
    }
    let zero = if from_1904 { date(1904, 1, 1) } else { date(1899, 12, 30) };
    zero.checked_add((days as i64).days()).ok()
}

fn no_workbook() -> Say {
    say!("Ce n'est pas un classeur Excel (.xlsx), ou il est abîmé. Ouvrez-le dans Excel ou LibreOffice et enregistrez-le de nouveau en .xlsx."; "This is no Excel workbook (.xlsx), or it is damaged. Open it in Excel or LibreOffice and save it as .xlsx again.")
}

/// Unpacks everything once, keeping nothing, and counts: what an archive says of itself need not be true.
fn bounded(bytes: &[u8]) -> Result<(), Say> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| no_workbook())?;
    let too_large = || say!("Une fois décompressé, ce classeur dépasse {most} Mo : il n'est pas lu. Gardez-y la seule feuille des fiches-actions."; "Once unpacked, this workbook exceeds {most} MB: it is not read. Keep the sheet of the action sheets alone in it.", most = (UNPACKED >> 20));
    let mut left = UNPACKED;
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).map_err(|_| no_workbook())?;
        let strings = entry.name().map_err(|_| no_workbook())?.to_ascii_lowercase().ends_with("sharedstrings.xml");
        let mut limited = (&mut entry).take(left + 1);
        let mut kept = Vec::new();
        let count = if strings {
            limited.read_to_end(&mut kept).map(|count| count as u64)
        } else {
            std::io::copy(&mut limited, &mut std::io::sink())
        };
        left = left.checked_sub(count.map_err(|_| no_workbook())?).ok_or_else(too_large)?;
        if strings && !honest(&kept) {
            return Err(no_workbook());
        }
    }
    Ok(())
}

/// The reader makes room for as many texts as the list says it has, before it sees one.
fn honest(strings: &[u8]) -> bool {
    // In UTF-16 the count would not be found.
    if strings.contains(&0) {
        return false;
    }
    memchr::memmem::find_iter(strings, b"uniqueCount").all(|at| {
        let rest = &strings[at + b"uniqueCount".len()..];
        let digits = rest.iter().skip_while(|byte| !byte.is_ascii_digit()).take_while(|byte| byte.is_ascii_digit());
        digits.fold(0u64, |count, digit| count.saturating_mul(10).saturating_add(u64::from(digit - b'0'))) <= MOST_STRINGS
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_by_their_number() {
        assert_eq!(day_of(44_881.0, false), Some(date(2022, 11, 16)));
        assert_eq!(day_of(44_881.75, true), Some(date(2026, 11, 17)));
        assert_eq!((day_of(2_027.0, false), day_of(1e300, false), day_of(f64::NAN, false)), (None, None, None));
    }

    #[test]
    fn a_count_of_texts_that_no_memory_holds_is_refused() {
        assert!(honest(b"<sst uniqueCount=\"12\"><si/></sst>"));
        assert!(!honest(b"<sst uniqueCount = '99999999999999999999'>"));
        assert!(!honest(b"<\0s\0s\0t\0"));
    }
}
