//! Dates that are counted from each other: none of them is known.

use super::Facts;
use crate::diagnostic::{Diagnostic, rules};
use crate::plan::{Entity, Seen, Value};
use crate::say;

/// No circle is longer, for anybody to read.
const MOST: usize = 64;

pub fn check(facts: &Facts<'_>, out: &mut Vec<Diagnostic>) {
    for part in (0u32..).zip(&facts.plan.parts).filter(|(_, placed)| placed.part.relative).map(|(part, _)| part) {
        for entity in facts.plan.entities_of(part) {
            let Some(circle) = entity.last_moment().and_then(|moment| round(entity, moment)) else { continue };
            // Once, at the first of them.
            if circle.iter().any(|other| other.id < entity.id) {
                continue;
            }
            let Some(moment) = entity.last_moment() else { continue };
            let name = entity.titled();
            let mut diagnostic = Diagnostic::new(
                &rules::DATES_IN_A_CIRCLE,
                moment.span(),
                say!("La date de « {name} » se compte à partir d'elle-même."; "The date of \"{name}\" is counted from itself.", name),
                say!("Donnez une vraie date à l'un d'eux."; "Give one of them a date of its own."),
            );
            for other in circle.iter().filter(|other| other.id != entity.id) {
                diagnostic = diagnostic.label(other.place(), say!("passe par ici"; "goes through here"));
            }
            out.push(diagnostic);
        }
    }
}

/// What its date is counted from, and so on, back to itself.
fn round<'a>(of: Entity<'a>, moment: Seen<'a>) -> Option<Vec<Entity<'a>>> {
    let mut way = vec![of];
    let mut at = counted_from(moment)?;
    while at.id != of.id {
        if way.len() > MOST || way.iter().any(|known| known.id == at.id) {
            return None;
        }
        way.push(at);
        at = counted_from(at.last_moment()?)?;
    }
    Some(way)
}

/// Of a period, what its end is counted from.
fn counted_from(moment: Seen<'_>) -> Option<Entity<'_>> {
    let moment = moment.now();
    match (moment.cell.value, moment.both()) {
        (Value::After(..), _) => moment.target(),
        (Value::Pair(..), Some([_, end])) => counted_from(end),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::testing::{found, plan};

    #[test]
    fn flags_and_passes() {
        let count = |a: &str, b: &str| {
            found(&plan(&format!("decision a \"A\" on {a}\ndecision b \"B\" on {b}\nstrategy \"S\" {{\n}}\n")), "dates-in-a-circle").len()
        };
        assert_eq!(count("b + 1 month", "a + 1 month"), 1);
        assert_eq!(count("a + 1 month", "2027"), 1);
        assert_eq!(count("b + 1 month", "2027"), 0);
    }
}
