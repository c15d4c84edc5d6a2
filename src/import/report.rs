//! Where each cell went, as data, as a table for a terminal, and as JSON.

use std::fmt::Write;

use rustc_hash::FxHashMap;
use serde::Serialize;
use serde_json::json;

use super::sheet::letters;
use crate::diagnostic::{Lang, Say};
use crate::language::all_rows;
use crate::text::shape;
use crate::text::typography::shortened;

/// `--format json`: version 1.
pub const VERSION: u32 = 1;
/// No more cells one by one in the table for a terminal; JSON has them all.
const MOST_SHOWN: usize = 40;
/// No more cells by name in one line of it.
const MOST_CELLS: usize = 3;

/// What became of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Went {
    /// The title of what its row is about.
    Title,
    /// A level above it.
    Level,
    /// What stands before it as documentation, without a heading.
    Description,
    /// A field, by its English keyword.
    Field(&'static str),
    /// A field, and text for what the field could not take.
    Both(&'static str),
    /// Documentation under the column's name.
    Text,
    /// The list of columns has it left out.
    Nothing,
    /// The sheet's own word on how to fill it in.
    Hint,
}

/// One cell.
#[derive(Debug, Clone)]
pub struct Entry {
    pub row: u32,
    /// Its number among the table's columns; none for what stands above the headers.
    pub column: Option<u16>,
    pub at: u16,
    /// What it is about, by its number; none for the strategy.
    pub thing: Option<u32>,
    pub went: Went,
    /// Why it is not what its column becomes.
    pub why: Option<Box<Say>>,
}

#[derive(Debug, Default)]
pub struct Report {
    pub sheet: String,
    pub headers: Vec<String>,
    pub entries: Vec<Entry>,
    /// What each thing is called, and the file where it stands.
    pub things: Vec<(String, String)>,
    /// Rows that a merged title made one with the row before.
    pub joined: Vec<(u32, Vec<u32>)>,
    /// What holds for the whole sheet.
    pub remarks: Vec<Say>,
    pub actions: usize,
    pub axes: usize,
    pub people: usize,
}

#[derive(Serialize)]
struct Json<'a> {
    version: u32,
    sheet: &'a str,
    actions: usize,
    axes: usize,
    owners: usize,
    remarks: Vec<String>,
    joined: Vec<JsonJoined<'a>>,
    cells: Vec<JsonCell<'a>>,
}

#[derive(Serialize)]
struct JsonJoined<'a> {
    row: u32,
    with: &'a [u32],
}

#[derive(Serialize)]
struct JsonCell<'a> {
    row: u32,
    column: String,
    header: Option<&'a str>,
    went: &'static str,
    field: Option<&'static str>,
    about: Option<&'a str>,
    file: &'a str,
    why: Option<String>,
}

/// The JSON Schema of what [`Report::json`] writes.
pub fn schema() -> serde_json::Value {
    let rows = json!({ "type": "array", "items": { "type": "integer", "minimum": 1 } });
    let kinds = [Went::Title, Went::Level, Went::Description, Went::Field(""), Went::Both(""), Went::Text, Went::Nothing, Went::Hint];
    let cell = [
        ("row", shape::count()),
        ("column", shape::text()),
        ("header", shape::text_or_none()),
        ("went", shape::one_of(&kinds.map(Went::code))),
        ("field", shape::text_or_none()),
        ("about", shape::text_or_none()),
        ("file", shape::text()),
        ("why", shape::text_or_none()),
    ];
    let all = [
        ("version", json!({ "const": VERSION })),
        ("sheet", shape::text()),
        ("actions", shape::count()),
        ("axes", shape::count()),
        ("owners", shape::count()),
        ("remarks", shape::list(shape::text())),
        ("joined", shape::list(shape::object([("row", shape::count()), ("with", rows)], &[]))),
        ("cells", shape::list(shape::object(cell, &[]))),
    ];
    shape::whole("Where each cell went, as `strategy import --format json` writes it", [], shape::object(all, &[]))
}

impl Went {
    fn code(self) -> &'static str {
        match self {
            Went::Title => "title",
            Went::Level => "level",
            Went::Description => "description",
            Went::Field(_) => "field",
            Went::Both(_) => "field and text",
            Went::Text => "text",
            Went::Nothing => "nothing",
            Went::Hint => "hint",
        }
    }

    fn field(self) -> Option<&'static str> {
        match self {
            Went::Field(field) | Went::Both(field) => Some(field),
            Went::Title | Went::Level | Went::Description | Went::Text | Went::Nothing | Went::Hint => None,
        }
    }

    fn shown(self, lang: Lang) -> String {
        match self {
            Went::Title => lang.of("titre", "title").to_owned(),
            Went::Level => lang.of("niveau", "level").to_owned(),
            Went::Description => lang.of("description", "description").to_owned(),
            Went::Field(field) => format!("`{}`", spelt(field, lang)),
            Went::Both(field) => lang.of(format!("`{}` et texte", spelt(field, lang)), format!("`{}` and text", spelt(field, lang))),
            Went::Text => lang.of("texte", "text").to_owned(),
            Went::Nothing => lang.of("rien (à votre demande)", "nothing (as you asked)").to_owned(),
            Went::Hint => lang.of("rien (consigne de saisie)", "nothing (a hint for who fills it in)").to_owned(),
        }
    }
}

/// A keyword by its English spelling.
fn spelt(english: &'static str, lang: Lang) -> &'static str {
    all_rows().find(|(_, row)| row.spelling(Lang::En) == english).map_or(english, |(_, row)| row.spelling(lang))
}

impl Report {
    fn about(&self, entry: &Entry) -> (Option<&str>, &str) {
        match entry.thing.and_then(|thing| self.things.get(thing as usize)) {
            Some((name, file)) => (Some(name), file),
            None => (None, "plan.dsl"),
        }
    }

    fn header(&self, entry: &Entry) -> Option<&str> {
        self.headers.get(usize::from(entry.column?)).map(String::as_str)
    }

    pub fn json(&self, lang: Lang) -> String {
        let cell = |entry: &Entry| {
            let (about, file) = self.about(entry);
            (letters(entry.at.into()), entry.went, about.map(str::to_owned), file.to_owned())
        };
        let told: Vec<(String, Went, Option<String>, String)> = self.entries.iter().map(cell).collect();
        let cells = self.entries.iter().zip(&told).map(|(entry, (column, went, about, file))| JsonCell {
            row: entry.row,
            column: column.clone(),
            header: self.header(entry),
            went: went.code(),
            field: went.field(),
            about: about.as_deref(),
            file,
            why: entry.why.as_ref().map(|why| why.show(lang)),
        });
        let json = Json {
            version: VERSION,
            sheet: &self.sheet,
            actions: self.actions,
            axes: self.axes,
            owners: self.people,
            remarks: self.remarks.iter().map(|remark| remark.show(lang)).collect(),
            joined: self.joined.iter().map(|(row, with)| JsonJoined { row: *row, with }).collect(),
            cells: cells.collect(),
        };
        serde_json::to_string_pretty(&json).expect("plain data becomes JSON")
    }

    /// Column by column what became of it; then, one by one, the cells that are not what their column becomes.
    pub fn table(&self, lang: Lang) -> String {
        let mut rows: Vec<[String; 4]> = Vec::new();
        let mut columns: Vec<Vec<&Entry>> = vec![Vec::new(); self.headers.len()];
        for entry in &self.entries {
            if let Some(column) = entry.column.and_then(|column| columns.get_mut(usize::from(column))) {
                column.push(entry);
            }
        }
        for (header, of_column) in self.headers.iter().zip(&columns) {
            let Some(first) = of_column.first() else { continue };
            let mut counts: Vec<(Went, usize)> = Vec::new();
            for entry in of_column {
                match counts.iter_mut().find(|(went, _)| *went == entry.went) {
                    Some((_, count)) => *count += 1,
                    None => counts.push((entry.went, 1)),
                }
            }
            let went: Vec<String> = counts
                .iter()
                .map(|(went, count)| if counts.len() == 1 { went.shown(lang) } else { format!("{} : {count}", went.shown(lang)) })
                .collect();
            rows.push([letters(first.at.into()), shortened(header), of_column.len().to_string(), went.join(", ")]);
        }
        let mut out = laid_out(lang.of(["", "Colonne", "Cellules", "Devient"], ["", "Column", "Cells", "Becomes"]), &rows);
        for remark in &self.remarks {
            let _ = writeln!(out, "{}", remark.show(lang));
        }
        for (row, with) in self.joined.iter().take(MOST_SHOWN) {
            let list = with.iter().map(u32::to_string).collect::<Vec<_>>().join(", ");
            let _ = writeln!(
                out,
                "{}",
                lang.of(
                    format!("Ligne {row} : titre fusionné, une seule action avec {list}."),
                    format!("Row {row}: merged title, one action with {list}.")
                )
            );
        }
        // Cells of one column with one reason are one line.
        let mut doubtful: Vec<(&Entry, String, Vec<u32>)> = Vec::new();
        let mut place: FxHashMap<(u16, String), usize> = FxHashMap::default();
        for (entry, why) in self.entries.iter().filter_map(|entry| Some((entry, entry.why.as_ref()?.show(lang)))) {
            match place.get(&(entry.at, why.clone())) {
                Some(at) => doubtful[*at].2.push(entry.row),
                None => {
                    place.insert((entry.at, why.clone()), doubtful.len());
                    doubtful.push((entry, why, vec![entry.row]));
                }
            }
        }
        if !doubtful.is_empty() {
            let line = |(entry, why, rows): &(&Entry, String, Vec<u32>)| {
                let column = letters(entry.at.into());
                let mut cells = rows.iter().take(MOST_CELLS).map(|row| format!("{column}{row}")).collect::<Vec<_>>().join(", ");
                if rows.len() > MOST_CELLS {
                    cells += &format!(" (+{})", rows.len() - MOST_CELLS);
                }
                [cells, self.header(entry).map(shortened).unwrap_or_default(), entry.went.shown(lang), why.clone()]
            };
            let rows: Vec<[String; 4]> = doubtful.iter().take(MOST_SHOWN).map(line).collect();
            out.push('\n');
            out += &laid_out(lang.of(["Cellule", "Colonne", "Devient", "Pourquoi"], ["Cell", "Column", "Becomes", "Why"]), &rows);
            let more: usize = doubtful.iter().skip(MOST_SHOWN).map(|(.., rows)| rows.len()).sum();
            if more > 0 {
                let _ = writeln!(
                    out,
                    "{}",
                    lang.of(
                        format!("… et {more} cellules de plus : --format json les donne toutes."),
                        format!("… and {more} more cells: --format json has them all.")
                    )
                );
            }
        }
        out
    }
}

/// Columns as wide as what they hold; the last one is as long as it is.
fn laid_out<const N: usize>(head: [&str; N], rows: &[[String; N]]) -> String {
    let width = |at: usize| rows.iter().map(|row| row[at].chars().count()).chain([head[at].chars().count()]).max().unwrap_or(0);
    let widths: Vec<usize> = (0..N).map(width).collect();
    let mut out = String::new();
    for row in std::iter::once(head.map(str::to_owned)).chain(rows.iter().cloned()) {
        let cells =
            row.iter().zip(&widths).map(|(cell, width)| format!("{cell}{}", " ".repeat(width.saturating_sub(cell.chars().count()))));
        out += cells.collect::<Vec<_>>().join("  ").trim_end();
        out.push('\n');
    }
    out
}
