//! The tables in a terminal: no line wider than it; where a table cannot be that narrow, each row is told below the other.

use super::{Board, Column, Line, Row, Table, What};
use crate::analysis::Analysis;
use crate::diagnostic::Lang;
use crate::syntax::readable;

/// How a column stands: a text may be cut, a place may not, a number stands at the right.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stand {
    Text,
    Place,
    Number,
}

/// Between two columns.
const GAP: &str = "  ";
/// A text is not cut below so many characters.
const NARROWEST: usize = 10;

pub fn human(board: &Board, lang: Lang, width: usize) -> String {
    let shown = board.tables.iter().filter(|table| !table.detail && !table.rows.is_empty());
    let tables: Vec<String> = shown.map(|table| headed(table, table.rows.iter(), lang, width)).collect();
    if tables.is_empty() {
        let (fr, en) = match board.what {
            What::Schedule => ("le plan n'a ni objectif ni action", "the plan has no goal and no action"),
            What::Load => (
                "aucune fiche ne dit combien de temps elle demande (`charge DSI 0,5 etp`)",
                "no sheet says how much time it asks for (`effort DSI 0.5 fte`)",
            ),
            What::Council => ("Aucune étape.", "No step."),
            What::Budget => ("le plan ne donne aucun montant", "the plan gives no amount"),
        };
        return lang.of(format!("Rien à montrer : {fr}.\n"), format!("Nothing to show: {en}.\n"));
    }
    tables.join("\n")
}

/// Some rows, each with the lines of the plan that make it.
pub fn human_of_lines(analysis: &Analysis, found: &[(&Table, &Row)], lang: Lang, width: usize) -> String {
    let one = |(table, row): &(&Table, &Row)| {
        let mut out = headed(table, [*row].into_iter(), lang, width);
        let lines: Vec<[String; 4]> = row.lines.iter().map(|line| told(analysis, line, lang)).collect();
        if lines.is_empty() {
            out += lang.of("  (aucune ligne du plan)\n", "  (no line of the plan)\n");
        }
        out + &aligned(&lines, &[Stand::Place, Stand::Number, Stand::Text, Stand::Text], width, "  ")
    };
    found.iter().map(one).collect::<Vec<_>>().join("\n")
}

/// `plan.dsl:12`, the figure, what it is, whose.
fn told(analysis: &Analysis, line: &Line, lang: Lang) -> [String; 4] {
    let (source, at) = (analysis.sources.get(line.span.source), analysis.sources.start(line.span));
    let sheet = line.sheet.map(|sheet| clean(&analysis.plan.entity(sheet).titled())).unwrap_or_default();
    [format!("{}:{}", clean(&source.name), at.line), clean(&line.value.show(lang)), line.role.words.of(lang).to_owned(), sheet]
}

fn headed<'r>(table: &Table, rows: impl Iterator<Item = &'r Row> + Clone, lang: Lang, width: usize) -> String {
    let told = |at: usize| rows.clone().any(|row| row.values.get(at).is_some_and(|value| !value.is_nothing()));
    let shown = |(at, column): &(usize, &Column)| !column.detail && (!column.spare || told(*at));
    let columns: Vec<(usize, &Column)> = table.columns.iter().enumerate().filter(shown).collect();
    let head: Vec<String> = columns.iter().map(|(_, column)| column.head.of(lang).to_owned()).collect();
    let cell = |row: &Row, at: usize| row.values.get(at).map_or_else(String::new, |value| clean(&value.show(lang)));
    let cells: Vec<Vec<String>> = rows.clone().map(|row| columns.iter().map(|(at, _)| cell(row, *at)).collect()).collect();
    let stands: Vec<Stand> = columns.iter().map(|(_, column)| if column.number { Stand::Number } else { Stand::Text }).collect();
    let all: Vec<&[String]> = std::iter::once(head.as_slice()).chain(cells.iter().map(Vec::as_slice)).collect();
    let body = match widths(&all, &stands, width) {
        Some(widths) => {
            let mut lines = vec![row(&head, &widths, &stands)];
            lines.push(widths.iter().map(|width| "─".repeat(*width)).collect::<Vec<_>>().join(GAP));
            let mut before = "";
            for cells in &cells {
                // Where two tell which cell it is, the first is told once.
                let same = table.keys > 1 && cells[0] == before;
                before = &cells[0];
                let mut shown = cells.clone();
                if same {
                    shown[0] = String::new();
                }
                lines.push(row(&shown, &widths, &stands));
            }
            lines.join("\n")
        }
        None => cells.iter().map(|cells| stacked(&head, cells, table.keys, width, lang)).collect::<Vec<_>>().join("\n\n"),
    };
    format!("{}\n\n{body}\n", table.title.of(lang))
}

/// Rows without a head; where they are too wide, each cell below the other.
fn aligned<const N: usize>(rows: &[[String; N]], stands: &[Stand; N], width: usize, indent: &str) -> String {
    let all: Vec<&[String]> = rows.iter().map(<[String; N]>::as_slice).collect();
    let room = width.saturating_sub(indent.len());
    let below = |(cell, stand): (&String, &Stand)| match stand {
        Stand::Place => ending(cell, room),
        Stand::Text | Stand::Number => cut(cell, room.saturating_sub(indent.len())),
    };
    let line = |cells: &[String; N]| match widths(&all, stands, room) {
        Some(widths) => row(cells, &widths, stands),
        None => {
            let told = cells.iter().zip(stands).filter(|(cell, _)| !cell.is_empty());
            told.map(below).collect::<Vec<_>>().join(&format!("\n{indent}{indent}"))
        }
    };
    rows.iter().map(|cells| format!("{indent}{}\n", line(cells))).collect()
}

/// How wide each column is, texts cut where the table would be too wide; none where that does not do.
fn widths(rows: &[&[String]], stands: &[Stand], width: usize) -> Option<Vec<usize>> {
    let mut widths = vec![0; stands.len()];
    for row in rows {
        for (at, cell) in row.iter().enumerate() {
            widths[at] = widths[at].max(cell.chars().count());
        }
    }
    let gaps = GAP.len() * stands.len().saturating_sub(1);
    loop {
        let over = (widths.iter().sum::<usize>() + gaps).saturating_sub(width);
        if over == 0 {
            return Some(widths);
        }
        let texts = (0..widths.len()).filter(|at| stands[*at] == Stand::Text);
        let widest = texts.max_by_key(|at| widths[*at]).filter(|at| widths[*at] > NARROWEST)?;
        // No narrower than the next widest text at once, so that none is cut for another's sake.
        let next = (0..widths.len()).filter(|at| stands[*at] == Stand::Text && *at != widest).map(|at| widths[at]).max().unwrap_or(0);
        let least = NARROWEST.max(next.min(widths[widest] - 1));
        widths[widest] = least.max(widths[widest].saturating_sub(over));
    }
}

fn row(cells: &[String], widths: &[usize], stands: &[Stand]) -> String {
    let cell = |at: usize| {
        let text = cut(&cells[at], widths[at]);
        let blanks = " ".repeat(widths[at] - text.chars().count());
        if stands[at] == Stand::Number { blanks + &text } else { text + &blanks }
    };
    (0..cells.len()).map(cell).collect::<Vec<_>>().join(GAP).trim_end().to_owned()
}

/// A row as lines: what tells which it is, and each of the others under it.
fn stacked(head: &[String], cells: &[String], keys: usize, width: usize, lang: Lang) -> String {
    let own = cut(&cells[..keys.min(cells.len())].join(" "), width);
    let told = head.iter().zip(cells).skip(keys).filter(|(_, cell)| !matches!(cell.as_str(), "" | "–"));
    let line = |(head, cell): (&String, &String)| {
        format!("  {}", cut(&format!("{head}{} {cell}", lang.of("\u{a0}:", ":")), width.saturating_sub(2)))
    };
    std::iter::once(own).chain(told.map(line)).collect::<Vec<_>>().join("\n")
}

fn cut(text: &str, width: usize) -> String {
    if text.chars().count() <= width {
        return text.to_owned();
    }
    text.chars().take(width.saturating_sub(1)).chain(['…']).collect()
}

/// The end of a place: its line is what matters.
fn ending(text: &str, width: usize) -> String {
    let count = text.chars().count();
    if count <= width {
        return text.to_owned();
    }
    ['…'].into_iter().chain(text.chars().skip(count + 1 - width.max(1))).collect()
}

/// Without what would command a terminal.
fn clean(text: &str) -> String {
    text.chars().filter(|c| readable(*c)).map(|c| if c == '\t' { ' ' } else { c }).collect()
}
