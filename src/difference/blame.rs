//! When each field of a thing was last said otherwise.

use rustc_hash::FxHashMap;

use super::difference;
use super::things::{Kind, rows};
use crate::analysis::Analysis;
use crate::diagnostic::Lang;
use crate::plan::Entity;

/// A field, what it says, and the number of the version that brought it: none where no version has it yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blamed {
    pub label: String,
    pub value: String,
    pub since: Option<usize>,
}

/// In: the thing, in the plan as it is; the versions before, the newest first, each read when it is asked for. Out: its fields, in the
/// order of the table. Followed through other names and other files.
pub fn blame(now: &Analysis, thing: Entity<'_>, mut version: impl FnMut(usize) -> Option<Analysis>, lang: Lang) -> Vec<Blamed> {
    let mut all: Vec<(String, Blamed)> =
        rows(thing, lang).into_iter().map(|(key, label, value)| (key, Blamed { label, value, since: None })).collect();
    let mut open: FxHashMap<String, usize> = all.iter().enumerate().map(|(at, (key, _))| (key.clone(), at)).collect();
    let mut path = thing.path();
    let mut newer: Option<Analysis> = None;
    for number in 0usize.. {
        if open.is_empty() {
            break;
        }
        // What the version before the first one holds was brought by the first.
        let settle = |since: Option<usize>, at: &usize, all: &mut Vec<(String, Blamed)>| all[*at].1.since = since;
        let since = number.checked_sub(1);
        let Some(older) = version(number) else {
            open.values().for_each(|at| settle(since, at, &mut all));
            break;
        };
        let found = difference(&older, newer.as_ref().unwrap_or(now), lang);
        let own = found.changes.iter().filter(|change| change.about.path == path);
        let mut born = false;
        let mut before = path.clone();
        for change in own {
            match change.kind {
                Kind::Added | Kind::Merged => born = true,
                Kind::Renamed => before.clone_from(&change.old),
                _ => {}
            }
            if let Some(at) = open.remove(&change.key()) {
                settle(since, &at, &mut all);
            }
        }
        if born {
            open.values().for_each(|at| settle(since, at, &mut all));
            break;
        }
        path = before;
        newer = Some(older);
    }
    all.into_iter().map(|(_, row)| row).collect()
}
