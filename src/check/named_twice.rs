//! A member of a list that is given twice.

use rustc_hash::FxHashMap;

use super::Facts;
use crate::diagnostic::{Diagnostic, rules};
use crate::language::Type;
use crate::plan::{Seen, Value};
use crate::say;

/// Most lists are shorter.
const LONG: usize = 16;

pub fn check(facts: &Facts<'_>, part: u32, out: &mut Vec<Diagnostic>) {
    for entity in facts.plan.entities_of(part) {
        let mut present = entity.present();
        while present != 0 {
            let at = present.trailing_zeros() as u8;
            present &= present - 1;
            let Some(list) = entity.seen(at).filter(|seen| matches!(seen.cell.value, Value::List(..))) else { continue };
            if !matches!(list.row.of, Type::Names | Type::People | Type::Tags | Type::Words(_) | Type::Dependencies | Type::Efforts) {
                continue;
            }
            let members: Vec<Seen<'_>> = list.members().collect();
            if members.len() < 2 {
                continue;
            }
            // Of a long list the words are compared, so that it costs what its length is worth.
            let mut known: FxHashMap<&str, Seen<'_>> = FxHashMap::default();
            for (number, second) in members.iter().enumerate() {
                let first = match members.len() {
                    ..=LONG => members[..number].iter().copied().find(|first| same(*first, *second)),
                    _ => known.insert(second.written(), *second),
                };
                let Some(first) = first else { continue };
                let shown = second.written();
                out.push(
                    Diagnostic::new(
                        &rules::NAMED_TWICE,
                        second.span(),
                        say!("{shown} est donné deux fois."; "{shown} is given twice.", shown),
                        say!("Retirez l'un des deux."; "Remove one of them."),
                    )
                    .label(first.span(), say!("la première fois"; "the first time")),
                );
                break;
            }
        }
    }
}

/// The same name, and all that is said with it; the same words.
fn same(first: Seen<'_>, second: Seen<'_>) -> bool {
    match (first.cell.value, second.cell.value) {
        (Value::Text, Value::Text) => first.text() == second.text(),
        (Value::Name(_), Value::Name(_)) => first.target().is_some_and(|target| second.target() == Some(target)),
        (Value::Effort(_, one), Value::Effort(_, two)) => one == two && first.target().is_some_and(|target| second.target() == Some(target)),
        (Value::Depend(_, start, delay, waits), Value::Depend(_, other, later, wait)) => {
            (start, delay) == (other, later) && waits == wait && first.target().is_some_and(|target| second.target() == Some(target))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::testing::{found, goals};

    #[test]
    fn flags_and_passes() {
        let count = |line: &str| found(&goals(&format!("goal a \"A\" {{\n{line}\n}}\ngoal b \"B\"")), "named-twice").len();
        assert_eq!(count("contributors DSI, COM, DSI, DSI"), 1, "once a list");
        assert_eq!(count("contributors DSI, \"A\", \"A\""), 1);
        assert_eq!(count("contributors DSI, COM"), 0);
        assert_eq!(count("depends on b, b"), 1);
        assert_eq!(count("depends on b, b start"), 0);
        assert_eq!(count("audience agents, agents"), 1);
    }
}
