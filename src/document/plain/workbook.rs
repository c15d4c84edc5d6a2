//! Tables of numbers, as a spreadsheet program reads them: each sum is a formula over the cells that make it, with its value beside it.
//! A text is never read as a formula.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{Color, DocProperties, ExcelDateTime, Format, FormatBorder, Formula, Workbook as Book, Worksheet, XlsxError};

use super::super::model::Identity;
use crate::text::in_a_spreadsheet;

pub struct Workbook {
    pub grids: Vec<Grid>,
}

/// One sheet of a workbook.
pub struct Grid {
    /// On its tab, and its file's name as CSV: unlike all others, 31 letters at most.
    pub name: String,
    /// How wide each column is, in letters.
    pub widths: Vec<u16>,
    /// The first is the head.
    pub rows: Vec<(Look, Vec<Value>)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    Head,
    Body,
    Total,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Empty,
    Text(String),
    Whole(i64),
    Money(Decimal),
    /// Without its `=`, and what it makes.
    Sum(String, Decimal),
    /// The same of words.
    Says(String, String),
}

impl Value {
    pub fn text(text: impl Into<String>) -> Value {
        Value::Text(text.into())
    }
}

impl Grid {
    /// The place of a cell, from 0: `B3`.
    pub fn cell(row: usize, column: usize) -> String {
        rust_xlsxwriter::utility::row_col_to_cell(row as u32, column as u16)
    }

    /// The same column wherever a formula is: `$E2:$E40`, on this grid.
    pub fn column(&self, column: usize, rows: std::ops::Range<usize>) -> String {
        let (first, last) = (rows.start as u32, rows.end.max(rows.start + 1) as u32 - 1);
        let place = rust_xlsxwriter::utility::row_col_to_cell_absolute;
        format!("'{}'!{}:{}", self.name.replace('\'', "''"), place(first, column as u16), place(last, column as u16))
    }
}

/// A comma groups thousands in a file, whatever the reader's own language shows.
const MONEY: &str = "#,##0.00;-#,##0.00;\"–\"";
/// Of paper sizes, A4.
const A4: u8 = 9;
const INK: u32 = 0x17_36_5D;

/// In: the workbook, and what its document says of itself. Out: the bytes of an XLSX file, the same for the same data.
pub fn xlsx(workbook: &Workbook, identity: &Identity) -> Result<Vec<u8>, XlsxError> {
    let mut book = Book::new();
    // A file is the same whenever it is made: without a day, a fixed one.
    let [year, month, day] = identity.date.unwrap_or([2000, 1, 1]);
    let made = ExcelDateTime::from_ymd(year.unsigned_abs(), month as u8, day as u8)?;
    let properties = DocProperties::new()
        .set_title(&identity.title)
        .set_author(identity.authors.join(", "))
        .set_comment(&identity.colophon)
        .set_creation_datetime(&made);
    book.set_properties(&properties);
    for grid in &workbook.grids {
        let sheet = book.add_worksheet();
        sheet.set_name(&grid.name)?;
        sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
        sheet.set_freeze_panes(1, 0)?;
        for (column, width) in grid.widths.iter().enumerate() {
            sheet.set_column_width(column as u16, *width)?;
        }
        for (row, (look, values)) in grid.rows.iter().enumerate() {
            for (column, value) in values.iter().enumerate() {
                write(sheet, (row as u32, column as u16), *look, value)?;
            }
        }
    }
    book.save_to_buffer()
}

fn write(sheet: &mut Worksheet, (row, column): (u32, u16), look: Look, value: &Value) -> Result<(), XlsxError> {
    let plain = match look {
        Look::Head => Format::new().set_bold().set_font_color(Color::White).set_background_color(Color::RGB(INK)).set_text_wrap(),
        Look::Body => Format::new().set_text_wrap(),
        Look::Total => Format::new().set_bold().set_border_top(FormatBorder::Thin),
    };
    let money = || plain.clone().set_num_format(MONEY);
    let number = |value: &Decimal| value.to_f64().unwrap_or_default();
    match value {
        Value::Empty => sheet.write_blank(row, column, &plain)?,
        Value::Text(text) => sheet.write_string_with_format(row, column, text, &plain)?,
        Value::Whole(whole) => sheet.write_number_with_format(row, column, *whole as f64, &plain)?,
        Value::Money(amount) => sheet.write_number_with_format(row, column, number(amount), &money())?,
        Value::Sum(formula, result) => {
            let formula = Formula::new(format!("={formula}")).set_result(number(result).to_string());
            sheet.write_formula_with_format(row, column, formula, &money())?
        }
        Value::Says(formula, result) => {
            let formula = Formula::new(format!("={formula}")).set_result(result);
            sheet.write_formula_with_format(row, column, formula, &plain)?
        }
    };
    Ok(())
}

/// A file a grid, with the values that its formulas make: a name, and the bytes.
pub fn csv(workbook: &Workbook) -> csv::Result<Vec<(String, Vec<u8>)>> {
    let table = |grid: &Grid| {
        let mut writer = csv::Writer::from_writer(Vec::new());
        for (_, values) in &grid.rows {
            // Each row as wide as the head.
            let rest = grid.rows[0].1.len().saturating_sub(values.len());
            writer.write_record(values.iter().map(shown).chain(std::iter::repeat_n(String::new(), rest)))?;
        }
        let bytes = writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))?;
        Ok((format!("{}.csv", grid.name), bytes))
    };
    workbook.grids.iter().map(table).collect()
}

fn shown(value: &Value) -> String {
    match value {
        Value::Empty => String::new(),
        Value::Text(text) | Value::Says(_, text) => in_a_spreadsheet(text.clone()),
        Value::Whole(whole) => whole.to_string(),
        Value::Money(amount) | Value::Sum(_, amount) => format!("{:.2}", amount.round_dp(2)),
    }
}
