//! Where a name is defined.

use super::at::{Thing, at};
use super::policy_names;
use super::references::Role;
use super::test_plan::TestPlan;
use crate::analysis::Analysis;
use crate::text::{SourceId, Span};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Definition {
    /// The words that were asked about.
    pub from: Span,
    /// The definition's name; the start of the file for a `use "…"`.
    pub name: Span,
    /// The whole definition with its block.
    pub whole: Span,
}

/// Nothing for a name of the library: it lies in no file.
pub fn definition(analysis: &Analysis, source: SourceId, offset: u32) -> Option<Definition> {
    if let Some(test) = TestPlan::at(analysis, source, offset) {
        let found = definition(&test.analysis, test.source, test.offset)?;
        return Some(Definition { from: test.asked(found.from)?, name: test.back(found.name)?, whole: test.back(found.whole)? });
    }
    if let Some(called) = policy_names::at(analysis, source, offset) {
        let defined = called.mentions.iter().find(|mention| mention.role == Role::Definition)?;
        return Some(Definition { from: called.span, name: defined.span, whole: defined.span });
    }
    let (from, thing) = at(analysis, source, offset)?;
    let (name, whole) = match thing {
        Thing::Entity(entity) => (entity.place(), entity.whole()),
        Thing::File(file) => (Span::new(file, 0, 0), Span::new(file, 0, 0)),
        Thing::Keyword(..) | Thing::Value(_) => return None,
    };
    (!analysis.sources.get(name.source).library).then_some(Definition { from, name, whole })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{analyse, testing};
    use crate::load::Memory;

    const ROOT: &str = "utiliser std.roles\nutiliser \"axes/a.dsl\"\nstratégie \"S\" {\n  direction CDO\n  chef-de-file CDO\n  collectivité cc\n}\ncollectivité cc \"CC 😀\" {\n}\npilote cia \"CIAS\"\n";
    const AXIS: &str = "utiliser \"../b.dsl\"\naxe x \"X\" {\n  objectif socle \"Socle\" {\n    jalon fin \"Fin\" au 2027-12\n  }\n  objectif guichet \"Guichet 😀\" {\n    pilote cia\n    contributeurs CDO, cia\n    dépend de socle.fin\n  }\n}\n";

    fn plan() -> Analysis {
        analyse(&Memory::new([("plan.dsl", ROOT), ("axes/a.dsl", AXIS), ("b.dsl", "")]), Memory::root())
    }

    /// The source and the line (from 1) of the definition of what `word` names, `shift` bytes into it.
    fn found(source: usize, word: &str, shift: usize) -> Option<(u16, u32, String)> {
        let analysis = plan();
        let id = analysis.sources.iter().find(|(_, s)| s.name == ["plan.dsl", "axes/a.dsl"][source]).unwrap().0;
        let offset = analysis.sources.get(id).text.find(word).unwrap() + shift;
        let found = definition(&analysis, id, offset as u32)?;
        Some((found.name.source.0, analysis.sources.start(found.name).line, analysis.sources.slice(found.name).to_owned()))
    }

    #[test]
    fn references_lead_to_names_in_any_file() {
        assert_eq!(found(1, "cia\n", 1), Some((0, 10, "cia".into())));
        assert_eq!(found(1, ", cia", 2), Some((0, 10, "cia".into())));
        assert_eq!(found(0, "cc\n", 0), Some((0, 8, "cc".into())));
        assert_eq!(found(1, "socle.fin", 0).map(|f| f.2), Some("socle".into()));
        assert_eq!(found(1, "socle.fin", 6).map(|f| f.2), Some("fin".into()));
        assert_eq!(found(1, "socle.fin", 9).map(|f| f.2), Some("fin".into()), "just after the last letter");
    }

    #[test]
    fn a_definition_leads_to_itself_and_a_use_to_its_file() {
        assert_eq!(found(1, "guichet \"", 2).map(|f| f.2), Some("guichet".into()));
        assert_eq!(found(1, "fin \"", 0).map(|f| f.2), Some("fin".into()));
        assert_eq!(found(0, "axes/a.dsl", 3).map(|f| (f.1, f.2)), Some((1, "".into())));
        assert_eq!(found(1, "../b.dsl", 3).map(|f| (f.1, f.2)), Some((1, "".into())));
    }

    #[test]
    fn the_library_and_keywords_lead_nowhere() {
        assert_eq!(found(1, "CDO", 1), None);
        assert_eq!(found(0, "std.roles", 1), None);
        assert_eq!(found(1, "pilote", 1), None);
        assert_eq!(found(1, "2027", 1), None);
    }

    #[test]
    fn every_offset_of_a_cut_text_is_answered() {
        for end in (0..=AXIS.len()).filter(|end| AXIS.is_char_boundary(*end)) {
            let analysis = testing::plan(&AXIS[..end]);
            for offset in [0, end / 2, end, end + 9] {
                let _ = definition(&analysis, SourceId(0), offset as u32);
            }
        }
        let unread = analyse(&Memory::default(), Memory::root());
        assert_eq!(definition(&unread, SourceId(0), 0), None);
        assert_eq!(definition(&unread, SourceId(7), 0), None);
    }
}
