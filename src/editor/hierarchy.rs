//! Who waits for whom, one step at a time, both ways.

use super::at::{Thing, at};
use crate::analysis::Analysis;
use crate::plan::{Depend, Entity};
use crate::text::{SourceId, Span};

/// A goal or an action, and the lines that tie it to the one that was asked about.
#[derive(Clone)]
pub struct Step<'a> {
    pub sheet: Entity<'a>,
    pub lines: Vec<Span>,
}

/// The goal or the action at an offset: by its name or its keyword, or as the one that a named milestone belongs to.
pub fn sheet_at(analysis: &Analysis, source: SourceId, offset: u32) -> Option<Entity<'_>> {
    let sheet = |entity: Entity<'_>| std::iter::successors(Some(entity), |one| one.parent()).find(|one| one.is_sheet()).map(|one| one.id);
    let id = match at(analysis, source, offset)?.1 {
        Thing::Entity(entity) | Thing::Keyword(_, Some(entity)) => sheet(entity),
        Thing::Keyword(_, None) => {
            let heads = analysis.plan.sheets().filter(|one| one.keyword().contains(source, offset));
            heads.map(|one| one.id).next()
        }
        Thing::File(_) | Thing::Value(_) => None,
    };
    id.map(|id| analysis.plan.entity(id))
}

/// What waits for it, in the order of the text.
pub fn waiting<'a>(analysis: &'a Analysis, sheet: Entity<'a>) -> Vec<Step<'a>> {
    let own = move |depend: &Depend<'_>| depend.goal() == sheet;
    let steps =
        analysis.plan.sheets().map(|other| Step { sheet: other, lines: other.depends().filter(own).map(|depend| depend.span).collect() });
    steps.filter(|step| !step.lines.is_empty()).collect()
}

/// What it waits for, in the order of its lines.
pub fn awaited<'a>(sheet: Entity<'a>) -> Vec<Step<'a>> {
    let mut steps: Vec<Step<'a>> = Vec::new();
    for depend in sheet.depends() {
        match steps.iter_mut().find(|step| step.sheet == depend.goal()) {
            Some(step) => step.lines.push(depend.span),
            None => steps.push(Step { sheet: depend.goal(), lines: vec![depend.span] }),
        }
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::testing;

    #[test]
    fn both_ways_agree() {
        let text = "goal a \"A\" {\n milestone m \"M\" on 2027-05\n}\ngoal b \"B\" {\n depends on a\n depends on a.m\n depends on c\n}\ngoal c \"C\" {\n depends on a\n}";
        let analysis = testing::goals(text);
        let whole = &analysis.sources.get(SourceId(0)).text;
        let sheet = |word: &str| sheet_at(&analysis, SourceId(0), whole.find(word).unwrap() as u32).unwrap();
        let shown =
            |steps: Vec<Step<'_>>| steps.iter().map(|step| (step.sheet.name().unwrap().to_owned(), step.lines.len())).collect::<Vec<_>>();
        assert_eq!(shown(waiting(&analysis, sheet("a \"A\""))), [("b".to_owned(), 2), ("c".to_owned(), 1)]);
        assert_eq!(shown(awaited(sheet("goal b"))), [("a".to_owned(), 2), ("c".to_owned(), 1)]);
        assert_eq!(sheet("m \"M\"").name(), Some("a"));
        assert!(sheet_at(&analysis, SourceId(0), 0).is_none());
        for one in analysis.plan.sheets() {
            for step in awaited(one) {
                assert!(waiting(&analysis, step.sheet).iter().any(|back| back.sheet == one));
            }
        }
    }
}
