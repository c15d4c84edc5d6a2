//! A sheet as plain data: rows of cells, whatever file it came from.

use std::ops::Range;

use jiff::civil::Date;

use crate::diagnostic::Say;
use crate::say;

/// No more bytes in the file.
pub const LARGEST: u64 = 64 << 20;
/// No more bytes of an XLSX once it is unpacked.
pub const UNPACKED: u64 = 512 << 20;
/// No more rows.
pub const MOST_ROWS: usize = 200_000;
/// No more columns.
pub const MOST_COLUMNS: usize = 256;
/// No more bytes in all the cells together.
pub const MOST_TEXT: usize = 256 << 20;

/// What a cell holds; one that holds nothing is not kept.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Lines end with `\n`.
    Text(String),
    Number(f64),
    Day(Date),
    Truth(bool),
    /// A formula whose result the file does not hold.
    Formula(String),
}

/// A row that holds something.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// As the spreadsheet counts it, from 1.
    pub number: u32,
    /// In the order of the columns.
    pub cells: Vec<(usize, Cell)>,
    /// Further rows that a merged title makes one with this.
    pub joined: Vec<u32>,
}

#[derive(Debug, Default)]
pub struct Sheet {
    pub name: String,
    pub rows: Vec<Row>,
    /// Cells merged into one: their rows, as they are counted, and their columns.
    pub merged: Vec<(Range<u32>, Range<usize>)>,
    /// Days are counted from 1904, as some Macs did.
    pub from_1904: bool,
}

impl Cell {
    /// A text with its line ends and blanks put right; none if nothing is left.
    pub fn text(text: &str) -> Option<Cell> {
        let text = text.replace("_x000D_", "").replace("\r\n", "\n").replace('\r', "\n");
        let lines: Vec<&str> = text.lines().map(|line| line.trim_matches([' ', '\t', '\u{a0}', '\u{feff}'])).collect();
        let text = lines.join("\n");
        let text = text.trim_matches('\n');
        (!text.is_empty()).then(|| Cell::Text(text.to_owned()))
    }

    /// As the spreadsheet's reader would see it.
    pub fn shown(&self) -> String {
        match self {
            Cell::Text(text) => text.clone(),
            Cell::Number(number) => number_shown(*number),
            Cell::Day(day) => format!("{:02}/{:02}/{}", day.day(), day.month(), day.year()),
            Cell::Truth(true) => "VRAI".to_owned(),
            Cell::Truth(false) => "FAUX".to_owned(),
            Cell::Formula(formula) => format!("={formula}"),
        }
    }
}

/// As many digits as a spreadsheet keeps, so that `0.1 + 0.2` is `0,3`.
fn number_shown(number: f64) -> String {
    if number == 0.0 {
        return "0".to_owned();
    }
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    rounded.to_string().replace('.', ",")
}

impl Row {
    pub fn get(&self, column: usize) -> Option<&Cell> {
        let at = self.cells.binary_search_by_key(&column, |(known, _)| *known).ok()?;
        Some(&self.cells[at].1)
    }
}

/// Cells as a file gives them, row by row, with the bounds held.
#[derive(Default)]
pub struct Gathering {
    rows: Vec<Row>,
    text: usize,
}

impl Gathering {
    /// `row` counts from 1. Cells come in any order; a later one takes the place of an earlier one.
    pub fn put(&mut self, row: u32, column: usize, cell: Cell) -> Result<(), Say> {
        if column >= MOST_COLUMNS {
            return Err(
                say!("La ligne {row} va au-delà de {most} colonnes : ce n'est pas un tableau de fiches-actions. Supprimez les colonnes de trop."; "Row {row} goes past {most} columns: this is no table of action sheets. Remove the columns that are too many.", row, most = MOST_COLUMNS),
            );
        }
        if let Cell::Text(text) | Cell::Formula(text) = &cell {
            self.text += text.len();
        }
        if self.text > MOST_TEXT {
            return Err(
                say!("Les textes de cette feuille dépassent {most} Mo. Répartissez-la en plusieurs fichiers."; "The texts of this sheet exceed {most} MB. Spread it over several files.", most = (MOST_TEXT >> 20)),
            );
        }
        let at = match self.rows.last() {
            Some(last) if last.number == row => self.rows.len() - 1,
            Some(last) if last.number > row => match self.rows.binary_search_by_key(&row, |row| row.number) {
                Ok(at) => at,
                Err(at) => {
                    self.rows.insert(at, Row { number: row, cells: Vec::new(), joined: Vec::new() });
                    at
                }
            },
            Some(_) | None => {
                self.rows.push(Row { number: row, cells: Vec::new(), joined: Vec::new() });
                self.rows.len() - 1
            }
        };
        if self.rows.len() > MOST_ROWS {
            return Err(
                say!("Cette feuille a plus de {most} lignes remplies. Répartissez-la en plusieurs fichiers."; "This sheet has more than {most} filled rows. Spread it over several files.", most = MOST_ROWS),
            );
        }
        let cells = &mut self.rows[at].cells;
        match cells.binary_search_by_key(&column, |(known, _)| *known) {
            Ok(same) => cells[same].1 = cell,
            Err(free) => cells.insert(free, (column, cell)),
        }
        Ok(())
    }

    pub fn rows(self) -> Vec<Row> {
        self.rows
    }
}

/// `A`, `Z`, `AA`: as spreadsheets name columns.
pub fn letters(column: usize) -> String {
    let (mut left, mut out) = (column + 1, Vec::new());
    while left > 0 {
        out.push((b'A' + ((left - 1) % 26) as u8) as char);
        left = (left - 1) / 26;
    }
    out.iter().rev().collect()
}

/// The column of such a name.
pub fn column_of(letters: &str) -> Option<usize> {
    let mut at = 0usize;
    for c in letters.trim().chars() {
        let letter = c.to_ascii_uppercase();
        if !letter.is_ascii_uppercase() || at > MOST_COLUMNS {
            return None;
        }
        at = at * 26 + (letter as usize - 'A' as usize + 1);
    }
    at.checked_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_letters() {
        for (column, name) in [(0, "A"), (25, "Z"), (26, "AA"), (38, "AM"), (255, "IV")] {
            assert_eq!(letters(column), name);
            assert_eq!(column_of(&name.to_lowercase()), Some(column));
        }
        assert_eq!((column_of(""), column_of("A1"), column_of("ZZZZZZZZZZ")), (None, None, None));
    }

    #[test]
    fn numbers_are_shown_as_a_spreadsheet_does() {
        for (number, shown) in [(0.1 + 0.2, "0,3"), (60_000.0, "60000"), (-0.5, "-0,5"), (0.0, "0"), (1e15, "1000000000000000")] {
            assert_eq!(Cell::Number(number).shown(), shown);
        }
    }
}
