//! The numbers of an amended plan: those that were voted never shift.

use rustc_hash::FxHashMap;

use super::super::Build;
use crate::difference::Pairs;
use crate::plan::{Entity, EntityId};

const LATIN: [&str; 9] = ["bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "nonies", "decies"];

/// The numbers of the new plan's sheets that leave those of the old one in their place: a sheet that is added takes the next number after
/// the last or, between two, that of the one before it with `bis`.
pub fn stable(old: &Build<'_>, new: &Build<'_>, pairs: &Pairs<'_, '_>) -> Vec<String> {
    let mut numbers = vec![String::new(); new.plan.goals.len()];
    // The axes first.
    let olds: FxHashMap<Option<EntityId>, usize> =
        old.strands.iter().enumerate().map(|(at, strand)| (strand.axis.map(|axis| axis.id), at + 1)).collect();
    let mut next = old.strands.len();
    for strand in &new.strands {
        let before = match strand.axis {
            Some(axis) => pairs.was.get(&axis.id).and_then(|was| olds.get(&Some(was.id))),
            None => olds.get(&None),
        };
        let axis = before.copied().unwrap_or_else(|| {
            next += 1;
            next
        });
        level(&axis.to_string(), &strand.sheets, old, pairs, &mut numbers);
        for sheet in &strand.sheets {
            let actions: Vec<Entity<'_>> = sheet.actions().collect();
            let number = numbers[sheet.goal_id().at()].clone();
            level(&number, &actions, old, pairs, &mut numbers);
        }
    }
    numbers
}

/// The sheets of one level, below `lead`.
fn level(lead: &str, sheets: &[Entity<'_>], old: &Build<'_>, pairs: &Pairs<'_, '_>, numbers: &mut [String]) {
    let below = |number: &str| {
        number.strip_prefix(lead).and_then(|rest| rest.strip_prefix('.')).filter(|rest| !rest.contains('.')).map(str::to_owned)
    };
    let kept: Vec<Option<String>> = sheets
        .iter()
        .map(|sheet| {
            let before = pairs.was.get(&sheet.id).filter(|before| before.is_sheet())?;
            let number = old.number_of(before.goal_id());
            below(number).map(|_| number.to_owned())
        })
        .collect();
    // Those that went keep theirs too.
    let mut last = old.numbers.iter().filter_map(|number| below(number)?.parse::<usize>().ok()).max().unwrap_or(0);
    let mut before: Option<(String, usize)> = None;
    for (at, sheet) in sheets.iter().enumerate() {
        let number = match &kept[at] {
            Some(number) => {
                before = Some((number.clone(), 0));
                number.clone()
            }
            None => match &mut before {
                Some((of, count)) if kept[at..].iter().any(Option::is_some) && *count < LATIN.len() => {
                    *count += 1;
                    format!("{of}\u{a0}{}", LATIN[*count - 1])
                }
                _ => {
                    last += 1;
                    format!("{lead}.{last}")
                }
            },
        };
        numbers[sheet.goal_id().at()] = number;
    }
}

/// `1.2 bis` after `1.2` and before `1.3`; `1.10` after `1.9`.
pub fn sorted(number: &str) -> Vec<(u32, u32)> {
    let part = |part: &str| {
        let (digits, latin) = part.split_once('\u{a0}').unwrap_or((part, ""));
        let after = LATIN.iter().position(|word| *word == latin).map_or(0, |at| at as u32 + 1);
        (digits.parse().unwrap_or(u32::MAX), after)
    };
    number.split('.').map(part).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_in_their_order() {
        let mut numbers = ["1.10", "1.2\u{a0}bis", "1.2", "1.2.1", "1.3", "1.2\u{a0}ter", "1.2\u{a0}bis.1"];
        numbers.sort_by_key(|number| sorted(number));
        assert_eq!(numbers, ["1.2", "1.2.1", "1.2\u{a0}bis", "1.2\u{a0}bis.1", "1.2\u{a0}ter", "1.3", "1.10"]);
    }
}
