//! The tables for programs: JSON with a version, CSV with a row a cell.

use serde_json::{Map, Value as Json, json};

use super::{Board, Line, Row, Table, Value, What};
use crate::analysis::Analysis;
use crate::diagnostic::Lang;
use crate::plan::shapes;
use crate::text::in_a_spreadsheet;
use crate::text::shape::{count, link, list, merge, object as shape, one_of, text, text_or_none, whole};

const VERSION: u32 = 1;

/// The JSON Schema of what [`json`] writes.
pub fn schema() -> Json {
    let span = shape([("start", text()), ("end", text())], &[]);
    let value = json!({ "anyOf": [{ "type": ["null", "boolean", "integer", "string"] }, link("money value"), span] });
    let line = [("file", text()), ("line", count()), ("column", count()), ("what", text()), ("sheet", text_or_none())];
    let line = shape(line.into_iter().chain([("value", link("a value"))]), &[]);
    let definitions = [("a value".to_owned(), value), ("a line".to_owned(), line)];
    let tables: Map<String, Json> = super::columns()
        .into_iter()
        .map(|(code, columns)| {
            let mut row = shape([("cell", text()), ("lines", list(link("a line")))], &[]);
            for column in &columns {
                // What is named has its title beside it.
                row["properties"][column.code] = link("a value");
                row["properties"][format!("{}_title", column.code)] = text();
            }
            let required: Vec<&str> = ["cell", "lines"].into_iter().chain(columns.iter().map(|column| column.code)).collect();
            merge(&mut row, json!({ "required": required }));
            (code.to_owned(), list(row))
        })
        .collect();
    let tables = json!({ "type": "object", "additionalProperties": false, "properties": tables });
    let codes = [What::Schedule, What::Load, What::Budget, What::Council].map(What::code);
    let all = shape([("version", json!({ "const": VERSION })), ("show", one_of(&codes)), ("tables", tables)], &[]);
    whole("The tables of `strategy show --format json`", shapes().chain(definitions), all)
}

/// Version 1: `{"version", "show", "tables": {CODE: [ROW…]}}`; a row has a value for each column and the `lines` that make it. `only`: no
/// other rows than these.
pub fn json(analysis: &Analysis, board: &Board, only: Option<&[(&Table, &Row)]>) -> String {
    let mut tables = Map::new();
    for table in &board.tables {
        let wanted = |row: &&Row| only.is_none_or(|only| only.iter().any(|(_, one)| std::ptr::eq(*one, *row)));
        let rows: Vec<Json> = table.rows.iter().filter(wanted).map(|row| object(analysis, table, row)).collect();
        if only.is_none() || !rows.is_empty() {
            tables.insert(table.code.to_owned(), rows.into());
        }
    }
    let all = json!({ "version": VERSION, "show": board.what.code(), "tables": tables });
    serde_json::to_string_pretty(&all).unwrap_or_default()
}

fn object(analysis: &Analysis, table: &Table, row: &Row) -> Json {
    let mut object = Map::new();
    object.insert("cell".to_owned(), cell(row).into());
    for (column, value) in table.columns.iter().zip(&row.values) {
        object.insert(column.code.to_owned(), value.json());
        if let Value::Named { title, .. } = value {
            object.insert(format!("{}_title", column.code), title.as_str().into());
        }
    }
    object.insert("lines".to_owned(), row.lines.iter().map(|line| line_object(analysis, line)).collect());
    object.into()
}

/// What `--why` calls it.
fn cell(row: &Row) -> &str {
    row.names.get(1).or(row.names.first()).map_or("", String::as_str)
}

fn line_object(analysis: &Analysis, line: &Line) -> Json {
    let (source, at) = (analysis.sources.get(line.span.source), analysis.sources.start(line.span));
    let sheet = line.sheet.map(|sheet| analysis.plan.entity(sheet).path());
    json!({ "file": source.name, "line": at.line, "column": at.column, "what": line.role.code, "sheet": sheet, "value": line.value.json() })
}

/// Every table below the other: the columns of all, and first the table's code and the cell's name.
pub fn csv(board: &Board) -> csv::Result<Vec<u8>> {
    let mut columns: Vec<&str> = Vec::new();
    for column in board.tables.iter().flat_map(|table| &table.columns) {
        if !columns.contains(&column.code) {
            columns.push(column.code);
        }
    }
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(["table", "cell"].iter().chain(&columns))?;
    for (table, row) in board.tables.iter().flat_map(|table| table.rows.iter().map(move |row| (table, row))) {
        let value = |code: &&str| {
            let at = table.columns.iter().position(|column| column.code == *code);
            at.and_then(|at| row.values.get(at)).map_or_else(String::new, plain)
        };
        let values: Vec<String> = columns.iter().map(value).collect();
        writer.write_record([table.code.to_owned(), in_a_spreadsheet(cell(row).to_owned())].into_iter().chain(values))?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

/// The lines behind some rows, one below the other.
pub fn csv_of_lines(analysis: &Analysis, found: &[(&Table, &Row)], lang: Lang) -> csv::Result<Vec<u8>> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(["table", "cell", "file", "line", "column", "what", "sheet", "value"])?;
    for (table, row) in found {
        let name = row.names.get(lang.of(0, 1)).map_or_else(|| cell(row), String::as_str);
        for line in &row.lines {
            let (source, at) = (analysis.sources.get(line.span.source), analysis.sources.start(line.span));
            let sheet = line.sheet.map(|sheet| analysis.plan.entity(sheet).path()).unwrap_or_default();
            let texts =
                [table.code.to_owned(), in_a_spreadsheet(name.to_owned()), in_a_spreadsheet(source.name.clone()), at.line.to_string()];
            let rest = [at.column.to_string(), line.role.code.to_owned(), in_a_spreadsheet(sheet), plain(&line.value)];
            writer.write_record(texts.into_iter().chain(rest))?;
        }
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

fn plain(value: &Value) -> String {
    if value.is_text() { in_a_spreadsheet(value.plain()) } else { value.plain() }
}
