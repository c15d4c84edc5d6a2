//! CSV files, as French spreadsheets write them: `;` or `,` or a tab, UTF-8 or Windows-1252.

use super::sheet::{Cell, Gathering, Sheet};
use crate::diagnostic::Say;
use crate::say;

/// In: a file's bytes. Out: its text, without the mark that some systems put before it.
pub fn decoded(bytes: &[u8]) -> String {
    match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding.decode_with_bom_removal(bytes).0.into_owned(),
        None => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            // Every byte means something there: Excel's CSV in France.
            Err(_) => encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
        },
    }
}

/// Rows keep the numbers that a spreadsheet gives them: a row is one, however many lines its cells have.
pub fn sheet(text: &str, name: &str) -> Result<Sheet, Say> {
    if text.contains('\0') {
        return Err(
            say!("Ce fichier n'est pas un texte : enregistrez le tableau en CSV ou en .xlsx."; "This file is no text: save the table as CSV or as .xlsx."),
        );
    }
    let mut gathering = Gathering::default();
    for (number, record) in records(text, None).enumerate() {
        for (column, said) in record?.iter().enumerate() {
            if let Some(cell) = Cell::text(said) {
                gathering.put(number as u32 + 1, column, cell)?;
            }
        }
    }
    Ok(Sheet { name: name.to_owned(), rows: gathering.rows(), ..Sheet::default() })
}

/// The rows of a text; empty lines too, since a spreadsheet counts them.
pub fn records(text: &str, comment: Option<u8>) -> impl Iterator<Item = Result<Vec<String>, Say>> {
    let delimiter = delimiter(text);
    let mut at = 0;
    let mut blank = 0;
    let mut builder = csv::ReaderBuilder::new();
    builder.has_headers(false).flexible(true).delimiter(delimiter).comment(comment);
    let bytes = text.as_bytes().to_vec();
    let mut reader = builder.from_reader(std::io::Cursor::new(bytes));
    let mut record = csv::StringRecord::new();
    let mut pending = None;
    let text = text.to_owned();
    std::iter::from_fn(move || {
        if blank > 0 {
            blank -= 1;
            return Some(Ok(Vec::new()));
        }
        if let Some(row) = pending.take() {
            return Some(Ok(row));
        }
        match reader.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => return None,
            Err(_) => {
                return Some(Err(
                    say!("Ce fichier CSV ne peut pas être lu. Enregistrez le tableau de nouveau, en CSV UTF-8 ou en .xlsx."; "This CSV file cannot be read. Save the table again, as CSV UTF-8 or as .xlsx."),
                ));
            }
        }
        // What the library passes over between two records: empty lines.
        let start = record.position().map_or(0, |place| place.byte() as usize);
        blank = if comment.is_none() { skipped(&text, at, start) } else { 0 };
        at = reader.position().byte() as usize;
        let row: Vec<String> = record.iter().map(str::to_owned).collect();
        if blank == 0 {
            return Some(Ok(row));
        }
        blank -= 1;
        pending = Some(row);
        Some(Ok(Vec::new()))
    })
}

/// How many empty lines stand before a record whose bytes begin at or after `start`.
fn skipped(text: &str, end_of_last: usize, start: usize) -> usize {
    let bytes = text.as_bytes();
    let mut from = end_of_last.min(start);
    // The library leaves the second half of `\r\n` to the next record.
    from += usize::from(from > 0 && bytes[from - 1] == b'\r' && bytes.get(from) == Some(&b'\n'));
    let between = bytes.get(from..).unwrap_or_default();
    let breaks = between.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).copied().collect::<Vec<u8>>();
    let lines = breaks.iter().filter(|byte| **byte == b'\n').count();
    if lines > 0 { lines } else { breaks.len() }
}

/// What stands most often in the first filled line, outside quotes.
fn delimiter(text: &str) -> u8 {
    let line = text.lines().find(|line| !line.trim().is_empty() && !line.starts_with('#')).unwrap_or("");
    let mut quoted = false;
    let mut counts = [(b';', 0), (b',', 0), (b'\t', 0)];
    for byte in line.bytes() {
        quoted ^= byte == b'"';
        if !quoted && let Some((_, count)) = counts.iter_mut().find(|(known, _)| *known == byte) {
            *count += 1;
        }
    }
    // Of equals the first.
    counts.iter().rev().max_by_key(|(_, count)| *count).map_or(b';', |(delimiter, _)| *delimiter)
}

/// Rows as a text that French spreadsheets open as they should: with a mark, and `;`.
pub fn written(rows: &[Vec<String>]) -> Result<Vec<u8>, String> {
    lines(rows).map_err(|error| error.to_string())
}

fn lines(rows: &[Vec<String>]) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::WriterBuilder::new().delimiter(b';').flexible(true).from_writer("\u{feff}".as_bytes().to_vec());
    for row in rows {
        writer.write_record(row)?;
    }
    Ok(writer.into_inner().map_err(csv::IntoInnerError::into_error)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(bytes: &[u8]) -> Vec<(u32, Vec<String>)> {
        let sheet = sheet(&decoded(bytes), "s").expect("a table");
        sheet.rows.iter().map(|row| (row.number, row.cells.iter().map(|(_, cell)| cell.shown()).collect())).collect()
    }

    #[test]
    fn every_way_of_french_spreadsheets() {
        let expected = vec![(1, vec!["Élu".to_owned(), "b".to_owned()]), (2, vec!["x;y\n\"z\"".to_owned(), "2".to_owned()])];
        assert_eq!(rows("Élu;b\n\"x;y\n\"\"z\"\"\";2\n".as_bytes()), expected);
        assert_eq!(rows("\u{feff}Élu,b\r\n\"x;y\r\n\"\"z\"\"\",2\r\n".as_bytes()), expected);
        assert_eq!(rows(b"\xC9lu\tb\n\"x;y\n\"\"z\"\"\"\t2"), expected);
        let utf_16: Vec<u8> =
            [0xFF, 0xFE].into_iter().chain("Élu;b\n\"x;y\n\"\"z\"\"\";2\n".encode_utf16().flat_map(u16::to_le_bytes)).collect();
        assert_eq!(rows(&utf_16), expected);
    }

    #[test]
    fn rows_are_counted_as_a_spreadsheet_does() {
        let numbers = |text: &str| rows(text.as_bytes()).iter().map(|(number, _)| *number).collect::<Vec<_>>();
        assert_eq!(numbers("a;b\n\n\nc;d\n;\ne;f\n"), [1, 4, 6]);
        assert_eq!(numbers("\r\na;b\r\n\r\nc;\"d\r\n\r\nd\"\r\ne;f\r\n"), [2, 4, 5]);
    }
}
