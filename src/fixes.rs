//! L6. The changes that findings offer, made: one after the other, each kept only if it mends what it says and breaks nothing.
//!
//! In: where to read, the plan's root file. Out: each file that changes, before and after. Nothing is written here.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rustc_hash::FxHashSet;

use crate::analysis::{Analysis, analyse_whole};
use crate::diagnostic::{Diagnostic, Lang, Severity};
use crate::load::{Unread, World};

/// No more changes in one run: a plan that wants more is looked at between.
const MOST: usize = 200;

#[derive(Debug, Default)]
pub struct Fixes {
    /// By path, the text before and after.
    pub files: BTreeMap<PathBuf, (String, String)>,
    /// What was done, in the words of the changes.
    pub done: Vec<crate::diagnostic::Say>,
    /// How many more are offered that have to be read over.
    pub unsafe_left: usize,
    /// How many findings have several readings, between which only an author can choose.
    pub to_choose: usize,
}

/// `unsafe_too`: those that have to be read over as well.
pub fn fixes(world: &dyn World, root: &Path, unsafe_too: bool) -> Fixes {
    let mut fixes = Fixes::default();
    let mut changed = Changed { world, texts: BTreeMap::new() };
    let mut tried: FxHashSet<String> = FxHashSet::default();
    let mut analysis = analyse_whole(&changed, root);
    while fixes.done.len() < MOST {
        let wanted =
            |found: &&Diagnostic| found.one_edit().is_some_and(|edit| (edit.safe || unsafe_too) && !tried.contains(&key(&analysis, found)));
        let Some(found) = analysis.diagnostics.iter().find(wanted).cloned() else { break };
        let Some(edit) = found.one_edit().cloned() else { break };
        let own = key(&analysis, &found);
        tried.insert(own.clone());
        let (span, text) = analysis.plan.written(&edit.mend);
        let Some(path) = analysis.paths.get(usize::from(span.source.0)).cloned().flatten() else { continue };
        let mut after = analysis.sources.get(span.source).text.clone();
        if after.get(span.range()).is_none() {
            continue;
        }
        after.replace_range(span.range(), &text);
        let before = changed.texts.insert(path.clone(), after);
        let next = analyse_whole(&changed, root);
        if mends(&analysis, &next, &found) {
            fixes.done.push(edit.title);
            analysis = next;
        } else {
            match before {
                Some(before) => changed.texts.insert(path, before),
                None => changed.texts.remove(&path),
            };
        }
    }
    fixes.unsafe_left = analysis.diagnostics.iter().filter(|found| found.one_edit().is_some_and(|edit| !edit.safe)).count();
    fixes.to_choose = analysis.diagnostics.iter().filter(|found| found.one_edit().is_none() && !found.edits.is_empty()).count();
    for (path, after) in changed.texts {
        if let Ok(before) = world.read(&path)
            && let Ok(before) = String::from_utf8(before)
            && before != after
        {
            // The mark that some systems put before a text stays.
            let mark = if before.starts_with('\u{feff}') { "\u{feff}" } else { "" };
            fixes.files.insert(path, (before.clone(), format!("{mark}{after}")));
        }
    }
    fixes
}

/// What a finding is, wherever it stands: a change above it moves it.
fn key(analysis: &Analysis, found: &Diagnostic) -> String {
    format!("{} {} {}", found.rule.id, found.message.show(Lang::En), analysis.sources.slice(found.span()))
}

/// Is it gone, and has nothing else come?
fn mends(before: &Analysis, after: &Analysis, found: &Diagnostic) -> bool {
    let count = |analysis: &Analysis, severity: Severity| analysis.diagnostics.iter().filter(|one| one.severity() == severity).count();
    let same = |analysis: &Analysis| {
        let message = found.message.show(Lang::En);
        analysis.diagnostics.iter().filter(|one| one.rule.id == found.rule.id && one.message.show(Lang::En) == message).count()
    };
    same(after) < same(before)
        && count(after, Severity::Error) <= count(before, Severity::Error)
        && after.diagnostics.len() <= before.diagnostics.len()
}

/// A world with some texts in the place of its own.
struct Changed<'w> {
    world: &'w dyn World,
    texts: BTreeMap<PathBuf, String>,
}

impl World for Changed<'_> {
    fn read(&self, path: &Path) -> Result<Vec<u8>, Unread> {
        match self.texts.get(path) {
            Some(text) => Ok(text.clone().into_bytes()),
            None => self.world.read(path),
        }
    }

    fn boundary(&self, root: &Path) -> PathBuf {
        self.world.boundary(root)
    }

    fn real(&self, path: &Path) -> PathBuf {
        self.world.real(path)
    }

    fn display(&self, path: &Path) -> String {
        self.world.display(path)
    }

    fn today(&self) -> Option<jiff::civil::Date> {
        self.world.today()
    }

    fn library(&self, name: &str) -> Option<String> {
        self.world.library(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::Memory;

    fn fixed(text: &str, unsafe_too: bool) -> Option<String> {
        let fixes = fixes(&Memory::one(text), Memory::root(), unsafe_too);
        fixes.files.into_values().next().map(|(_, after)| after)
    }

    #[test]
    fn a_safe_change_is_made_and_an_unsafe_one_only_if_asked() {
        let plan = "use std.roles\nuse std.policies.structure\nstrategy \"S\" {\nperiod 2027 .. 2028\n}\naxis x \"X\" {\ngoal a \"A\" {\nperiod 2027-01\n}\ngoal b \"B\" {\nperiod 2027-02\ndepends on a\n}\ngoal c \"C\" {\nperiod 2027-03\ndepends on a, b\n}\n}\n";
        assert_eq!(
            fixed(plan, false).expect("a change"),
            plan.replace("depends on a, b", "depends on b"),
            "STC-04 removes what is too much"
        );
        let misspelt = "axis x \"X\" {\ngoal a \"A\" {\nowenr \"A\"\n}\n}\n";
        assert_eq!(fixed(misspelt, false), None);
        let mended = fixed(&misspelt.replace("owenr \"A\"", "perido 2027"), true).expect("a change");
        assert!(mended.contains("period 2027"), "{mended}");
    }

    #[test]
    fn what_has_several_readings_is_left_to_the_author() {
        let plan = "strategy \"S\" {\nperiod 2027 .. 2028\nenvelope {\ninvestment 2027: 450\n}\n}\n";
        let fixes = fixes(&Memory::one(plan), Memory::root(), true);
        assert!(fixes.files.is_empty(), "{:?}", fixes.files);
        assert_eq!((fixes.to_choose, fixes.unsafe_left), (1, 0));
    }
}
