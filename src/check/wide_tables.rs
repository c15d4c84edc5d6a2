//! A table of the prose with more columns than a page holds.

use super::Facts;
use crate::diagnostic::{Diagnostic, rules};
use crate::say;
use crate::text::{Span, WIDEST_TABLE};

pub fn check(facts: &Facts<'_>, part: u32, out: &mut Vec<Diagnostic>) {
    for entity in facts.plan.entities_of(part) {
        let mut head: Option<Span> = None;
        for (span, line) in entity.prose_lines() {
            let columns = ruled(line);
            if let Some(head) = head.filter(|_| columns > WIDEST_TABLE) {
                out.push(Diagnostic::new(
                    &rules::WIDE_TABLE,
                    head,
                    say!("Ce tableau a {columns} colonnes, une page en tient {most}."; "This table has {columns} columns, a page holds {most}.", columns, most = WIDEST_TABLE),
                    say!("Partagez-le en plusieurs tableaux, ou mettez ses colonnes en lignes."; "Split it into several tables, or turn its columns into rows."),
                ));
            }
            head = Some(span);
        }
    }
}

/// How many columns the line below a table's head sets apart: `|---|:-:|`. None elsewhere.
fn ruled(line: &str) -> usize {
    let line = line.trim();
    let cells = || line.trim_start_matches('|').trim_end_matches('|').split('|').map(str::trim);
    let rule = |cell: &str| cell.contains('-') && cell.trim_matches(':').bytes().all(|c| c == b'-');
    if line.contains('|') && cells().all(rule) { cells().count() } else { 0 }
}

#[cfg(test)]
mod tests {
    use crate::analysis::testing::{found, goals};

    #[test]
    fn flags_and_passes() {
        let count = |columns: usize| {
            let table = format!("/// |{}\n/// |{}\n", "a|".repeat(columns), ":-:|".repeat(columns));
            found(&goals(&format!("{table}goal a \"A\" {{\n{table}period 2027\n}}")), "wide-table").len()
        };
        assert_eq!(count(12), 0);
        assert_eq!(count(13), 2, "before the goal, and before its field");
    }
}
