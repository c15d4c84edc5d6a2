//! L6. From a spreadsheet of action sheets to a plan. Rows become actions, columns what they say of them.
//! Invariant: nothing that a row says is lost: what is no field is documentation under its column's name, and the report says
//! where each cell went; the plan that comes out has no error.

mod able;
mod build;
mod columns;
mod delimited;
mod files;
mod prose;
mod report;
mod sheet;
mod value;
mod xlsx;

pub use report::{Report, VERSION, schema};
pub use sheet::{LARGEST, MOST_COLUMNS, MOST_ROWS, MOST_TEXT, UNPACKED};

use self::able::Able;
use self::columns::Table;
use self::sheet::Sheet;
use crate::diagnostic::{Lang, Say};
use crate::say;

/// What is asked for beyond the file.
#[derive(Debug, Clone, Copy)]
pub struct Wish<'a> {
    /// Plans are written in it.
    pub lang: Lang,
    pub sheet: Option<&'a str>,
    /// The user's list of columns, as it is in its file.
    pub mapping: Option<&'a [u8]>,
    /// What the strategy is called.
    pub title: &'a str,
}

pub struct Imported {
    /// Their paths below the plan's folder, and their texts.
    pub files: Vec<(String, String)>,
    pub report: Report,
    /// What the columns were taken for, where that was guessed: a CSV to be corrected and given back.
    pub mapping: Option<Vec<u8>>,
}

/// Why there is no plan.
#[derive(Debug)]
pub struct Refused {
    pub why: Say,
    /// Where only the columns are in doubt: what they were taken for, as [`Imported::mapping`].
    pub mapping: Option<Vec<u8>>,
}

impl From<Say> for Refused {
    fn from(why: Say) -> Refused {
        Refused { why, mapping: None }
    }
}

/// In: an XLSX or a CSV file. Out: a plan, or why there is none.
pub fn import(bytes: &[u8], wish: Wish<'_>) -> Result<Imported, Refused> {
    let able = Able::new(wish.lang);
    let sheet = read(bytes, wish.sheet)?;
    let (name, from_1904) = (sheet.name.clone(), sheet.from_1904);
    let table: Table = match wish.mapping {
        Some(list) => columns::by_list(sheet, &delimited::decoded(list), &able)?,
        None => columns::by_headers(sheet, &able).map_err(|(why, columns)| {
            let mapping = if columns.is_empty() { None } else { columns::list(&columns, &able).ok() };
            Refused { why, mapping }
        })?,
    };
    if table.rows.is_empty() {
        return Err(
            say!("Il n'y a aucune ligne sous les en-têtes de « {name} »."; "There is no row below the headers of \"{name}\".", name).into(),
        );
    }
    let mut built = build::build(&table, from_1904, &able);
    let made = files::files(&mut built, &table, wish.title, &able)?;
    let mapping = match table.guessed {
        true => Some(columns::list(&table.columns, &able).map_err(
            |why| say!("La liste des colonnes ne peut pas être écrite : {why}."; "The list of columns cannot be written: {why}.", why),
        )?),
        false => None,
    };
    let mut remarks = Vec::new();
    let numbers = |rows: &[sheet::Row]| rows.iter().map(|row| row.number.to_string()).collect::<Vec<_>>().join(", ");
    if !table.above.is_empty() {
        remarks.push(say!("Au-dessus des en-têtes (ligne {rows}) : écrit devant la stratégie."; "Above the headers (row {rows}): written before the strategy.", rows = numbers(&table.above)));
    }
    if !table.hints.is_empty() {
        remarks.push(say!("Consigne de saisie (ligne {rows}) : laissée de côté."; "Hints for who fills it in (row {rows}): left out.", rows = numbers(&table.hints)));
    }
    if built.outside > 0 {
        remarks.push(say!("Actions sans axe : {count}."; "Actions without an axis: {count}.", count = built.outside));
    }
    let file_of = |at: usize| made.files[made.file_of[at]].0.clone();
    let report = Report {
        sheet: name,
        headers: table.columns.iter().map(|column| column.header.clone()).collect(),
        things: built.things.iter().enumerate().map(|(at, thing)| (thing.name.clone(), file_of(at))).collect(),
        entries: built.entries,
        joined: built.joined,
        remarks,
        actions: built.actions,
        axes: built.things.iter().filter(|thing| thing.parent.is_none() && thing.concept == crate::language::Concept::Axis).count(),
        people: built.people.len(),
    };
    Ok(Imported { files: made.files, report, mapping })
}

fn read(bytes: &[u8], wanted: Option<&str>) -> Result<Sheet, Say> {
    if bytes.len() as u64 > LARGEST {
        return Err(
            say!("Ce fichier dépasse {most} Mo : il n'est pas lu. Gardez-y la seule feuille des fiches-actions."; "This file exceeds {most} MB: it is not read. Keep the sheet of the action sheets alone in it.", most = (LARGEST >> 20)),
        );
    }
    if xlsx::is_old(bytes) {
        return Err(
            say!("Ce classeur est d'un ancien format (.xls), ou protégé par un mot de passe. Enregistrez-le en .xlsx, sans mot de passe."; "This workbook is of an old format (.xls), or has a password. Save it as .xlsx, without a password."),
        );
    }
    if !xlsx::is_zip(bytes) {
        if let Some(wanted) = wanted {
            return Err(
                say!("Un fichier CSV n'a qu'une feuille : retirez --sheet « {wanted} »."; "A CSV file has one sheet: remove --sheet \"{wanted}\".", wanted),
            );
        }
        return delimited::sheet(&delimited::decoded(bytes), "CSV");
    }
    let mut book = xlsx::Workbook::open(bytes)?;
    let names = book.sheets();
    let list = names.join(", ");
    if let Some(wanted) = wanted {
        if !names.iter().any(|name| name == wanted) {
            return Err(
                say!("Il n'y a pas de feuille « {wanted} » ; il y a : {list}."; "There is no sheet \"{wanted}\"; there are: {list}.", wanted, list),
            );
        }
        return book.sheet(wanted);
    }
    // The one whose headers are most like those of action sheets.
    let mut best: Vec<(usize, Sheet)> = Vec::new();
    for name in &names {
        let sheet = match book.sheet(name) {
            Ok(sheet) => sheet,
            // A chart is no sheet of cells; one sheet alone tells its own trouble.
            Err(why) if names.len() == 1 => return Err(why),
            Err(_) => continue,
        };
        let likeness = columns::likeness(&sheet);
        if names.len() == 1 || best.first().is_none_or(|(known, _)| likeness > *known) {
            best = vec![(likeness, sheet)];
        } else if best.first().is_some_and(|(known, _)| likeness == *known) {
            best.push((likeness, sheet));
        }
    }
    match best.pop() {
        Some((likeness, sheet)) if best.is_empty() && (likeness > 0 || names.len() == 1) => Ok(sheet),
        Some(_) | None => Err(
            say!("Ce classeur a plusieurs feuilles ; dites laquelle avec --sheet : {list}."; "This workbook has several sheets; say which with --sheet: {list}.", list),
        ),
    }
}

/// The words that the list of columns may have.
pub fn words(lang: Lang) -> String {
    columns::words(&Able::new(lang))
}
