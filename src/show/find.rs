//! Which cell is meant: its words in any order, in either language, with or without accents.

use std::collections::BTreeSet;

use super::{Board, Row, Table};
use crate::diagnostic::{Lang, suggest};

/// No cell is called so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotFound {
    /// The one that may be meant.
    pub near: Option<String>,
    /// Some that there are, and how many there are.
    pub some: Vec<String>,
    pub count: usize,
}

impl NotFound {
    /// `aucune case ne s'appelle « 2031 ».`, which one may be meant, and which there are: a line each.
    pub fn told(&self, words: &str, lang: Lang) -> Vec<String> {
        let near = self.near.as_ref().map(|near| lang.of(format!("Vouliez-vous dire « {near} » ?"), format!("Did you mean \"{near}\"?")));
        let (count, some) = (self.count, self.some.join(", "));
        let more = if count > self.some.len() { ", …" } else { "" };
        let there = match count {
            0 => lang.of("Il n'y en a aucune : le plan ne dit rien de cela.", "There is none: the plan says nothing of it.").to_owned(),
            _ => lang.of(format!("Il y a {count} cases : {some}{more}"), format!("There are {count} cells: {some}{more}")),
        };
        let none = lang.of(format!("aucune case ne s'appelle « {words} »."), format!("no cell is called \"{words}\"."));
        [Some(none), near, Some(there)].into_iter().flatten().collect()
    }
}

/// The rows that `words` names: `2027 investissement`, `2027/investment`, `DSI 2027-T2`, a sheet by its name or title. Where none is called
/// just so, all whose names have these words: `2027`, `DSI`.
pub fn why<'b>(board: &'b Board, words: &str, lang: Lang) -> Result<Vec<(&'b Table, &'b Row)>, NotFound> {
    let asked = folded(words);
    let rows = || board.tables.iter().flat_map(|table| table.rows.iter().map(move |row| (table, row)));
    let exactly: Vec<_> = rows().filter(|(_, row)| row.names.iter().any(|name| folded(name) == asked)).collect();
    if !exactly.is_empty() {
        return Ok(exactly);
    }
    let holds = |name: &String| !asked.is_empty() && BTreeSet::from_iter(folded(name)).is_superset(&asked.iter().cloned().collect());
    let some: Vec<_> = rows().filter(|(table, row)| !table.detail && row.names.iter().any(holds)).collect();
    if !some.is_empty() {
        return Ok(some);
    }
    let within: Vec<_> = rows().filter(|(_, row)| row.names.iter().any(holds)).collect();
    if !within.is_empty() {
        return Ok(within);
    }
    let own = |row: &'b Row| row.names.get(lang.of(0, 1)).or(row.names.first()).cloned();
    let known: Vec<String> = rows().filter(|(table, _)| !table.detail).filter_map(|(_, row)| own(row)).collect();
    let near = suggest::nearest(words, rows().flat_map(|(_, row)| row.names.iter().map(String::as_str))).map(str::to_owned);
    const SHOWN: usize = 6;
    Err(NotFound { near, some: known.iter().take(SHOWN).cloned().collect(), count: known.len() })
}

/// Its words, in the order of the alphabet.
fn folded(name: &str) -> Vec<String> {
    let folded = suggest::fold(name);
    let mut words: Vec<String> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect();
    words.sort_unstable();
    words
}
