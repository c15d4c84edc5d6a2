//! The plan of a policy's test: a plan of its own within the text of the policy, with its own names.

use super::complete::Completion;
use super::hover::Hover;
use super::references::{Mention, Role};
use crate::analysis::{Analysis, analyse};
use crate::diagnostic::suggest::fold;
use crate::load::Memory;
use crate::policy::framed::framed;
use crate::policy::judge::own_policies;
use crate::policy::written::{Expected, TestText};
use crate::text::{SourceId, Span};

pub struct TestPlan {
    pub analysis: Analysis,
    /// The offset that was asked about, in the plan alone.
    pub offset: u32,
    /// Where it stands among the policies, and where it begins in the text that was analysed.
    there: Span,
    here: u32,
    /// The names in the head of a test: what it flags; and the one among them that was asked about.
    flagged: Vec<(String, Span)>,
    asked: Option<Span>,
}

impl TestPlan {
    pub const SOURCE: SourceId = SourceId(0);

    /// Nothing where no such plan stands. A name in the head of a test is that of what the plan declares.
    pub fn at(analysis: &Analysis, source: SourceId, offset: u32) -> Option<TestPlan> {
        let plan = &analysis.plan;
        let asked = plan.parts.iter().rev().find(|placed| placed.source == source && placed.base <= offset)?;
        asked.part.policy.filter(|_| !analysis.sources.get(source).library)?;
        let written = own_policies(plan);
        let policy = written.policies.iter().find(|one| one.source == source && one.whole.start <= offset && offset <= one.whole.end)?;
        let named = |test: &TestText| match test.expected {
            Expected::Flags => test.names.clone(),
            Expected::Passes | Expected::Undecided | Expected::Aside => Vec::new(),
        };
        let in_head = |test: &&TestText| named(test).iter().any(|name| name.at.start <= offset && offset <= name.at.end);
        let in_plan = |test: &&TestText| test.plan.start <= offset && offset <= test.plan.end;
        let test = policy.tests.iter().find(|test| in_plan(test) || in_head(test))?;
        let block = analysis.sources.get(source).text.get(test.plan.start as usize..test.plan.end as usize)?;
        let framed = framed(block, plan.written_in(source));
        let there = Span::new(source, test.plan.start + framed.in_block as u32, test.plan.end);
        let alone = analyse(&Memory::one(framed.text), Memory::root());
        let flagged: Vec<(String, Span)> =
            named(test).into_iter().map(|name| (name.word, Span::new(source, name.at.start, name.at.end))).collect();
        let here = framed.in_text as u32;
        let asked = flagged.iter().find(|(_, span)| span.contains(source, offset));
        let offset = match asked {
            Some((name, _)) => alone.named(name)?.name_span().filter(|span| span.source == Self::SOURCE)?.start,
            None => offset.checked_sub(there.start)? + here,
        };
        let asked = asked.map(|(_, span)| *span);
        Some(TestPlan { analysis: alone, offset, there, here, flagged, asked })
    }

    /// Where the same words stand among the policies; nothing of what the plan did not write itself.
    pub fn back(&self, span: Span) -> Option<Span> {
        let start = span.start.checked_sub(self.here).filter(|_| span.source == Self::SOURCE)? + self.there.start;
        let end = start + (span.end - span.start);
        (end <= self.there.end).then(|| Span::new(self.there.source, start, end))
    }

    /// The same of the words that were asked about.
    pub fn asked(&self, span: Span) -> Option<Span> {
        self.asked.or_else(|| self.back(span))
    }

    pub fn completion(&self, found: Completion) -> Option<Completion> {
        Some(Completion { over: self.back(found.over)?, ..found })
    }

    pub fn hover(&self, found: Hover) -> Option<Hover> {
        Some(Hover { span: self.asked(found.span)?, ..found })
    }

    /// And the names in the head of the test.
    pub fn mentions(&self, found: Vec<Mention>) -> Vec<Mention> {
        let defined = found.iter().find(|mention| mention.role == Role::Definition);
        let name = defined.map(|mention| fold(self.analysis.sources.slice(mention.span)));
        let heads = self.flagged.iter().filter(|(flagged, _)| Some(fold(flagged)) == name);
        let heads = heads.map(|(_, span)| Mention { span: *span, role: Role::Name });
        let mut all: Vec<Mention> =
            heads.chain(found.iter().filter_map(|one| Some(Mention { span: self.back(one.span)?, ..*one }))).collect();
        all.sort_by_key(|mention| mention.span);
        all
    }

    /// In: the edits of a renaming in the plan alone. Out: those in the text of the policies.
    pub fn renamed(&self, edits: Vec<(Span, String)>, name: &str) -> Vec<(Span, String)> {
        let old = edits.first().map(|(span, _)| fold(self.analysis.sources.slice(*span)));
        let heads = self.flagged.iter().filter(|(flagged, _)| Some(fold(flagged)) == old);
        let heads: Vec<(Span, String)> = heads.map(|(_, span)| (*span, name.to_owned())).collect();
        heads.into_iter().chain(edits.into_iter().filter_map(|(span, text)| Some((self.back(span)?, text)))).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::{Analysis, testing};
    use crate::diagnostic::Lang;
    use crate::editor::{complete, definition, hover, references, rename, renaming};
    use crate::text::SourceId;

    const POLICY: &str = r#"stratégie "S" {
  période 2027-01 .. 2030-12
}

règle mienne {
  titre     fr "Sans pilote"
  gravité   conseil
  chaque    fiche
  exige     connu fiche.pilote
  message   fr "{fiche.titre} n'a pas de pilote."
  signale sur guichet, portail {
    au 2029-03-01
    objectif guichet "Guichet" {
      dépend de portail
    }
    objectif portail "Portail" {
      budget {
        investissement 2028: 10 k€
      }
    }
  }
  accepte {
    objectif guichet "Guichet d'ailleurs" {
      pilote DSI
      
    }
  }
}
"#;

    fn at(words: &str, within: &str) -> u32 {
        let start = POLICY.find(words).expect(words);
        (start + words.find(within).expect(within)) as u32
    }

    fn text(analysis: &Analysis, span: crate::text::Span) -> &str {
        analysis.sources.slice(span)
    }

    #[test]
    fn a_test_is_a_plan_of_its_own() {
        let analysis = testing::plan(POLICY);
        let source = SourceId(0);
        // Its names are those of its own plan, and stand in its head too.
        for asked in [at("dépend de portail", "portail"), at("guichet, portail", "portail"), at("objectif portail", "portail")] {
            let found = references(&analysis, source, asked);
            let lines: Vec<usize> = found.iter().map(|one| POLICY[..one.span.start as usize].lines().count()).collect();
            assert_eq!(lines, [11, 14, 16], "from {asked}");
            assert!(found.iter().all(|one| text(&analysis, one.span) == "portail"));
            let there = definition(&analysis, source, asked).expect("defined");
            assert_eq!(there.name.start, at("objectif portail", "portail"));
            assert!(there.from.contains(source, asked));
            let may = renaming(&analysis, source, asked).expect("may be renamed").expect("a name");
            assert!(may.span.contains(source, asked) && may.name == "portail", "{may:?}");
            let edits = rename(&analysis, source, asked, "familles").expect("renamed");
            let mut renamed = POLICY.to_owned();
            let mut edits: Vec<_> = edits.into_iter().collect();
            edits.sort_by_key(|(span, _)| std::cmp::Reverse(span.start));
            for (span, text) in edits {
                renamed.replace_range(span.range(), &text);
            }
            assert_eq!(renamed, POLICY.replace("portail", "familles"));
        }
        assert!(rename(&analysis, source, at("dépend de portail", "portail"), "guichet").is_err(), "the name is taken in this test");
        // The other test has a goal of the same name: another one.
        let other = references(&analysis, source, at("guichet \"Guichet d'ailleurs\"", "guichet"));
        assert_eq!(other.len(), 1);
        let told = hover(&analysis, source, at("dépend de portail", "portail"), Lang::Fr).expect("a card").markdown;
        assert!(told.contains("Portail") && told.contains("10"), "{told}");
    }

    #[test]
    fn what_may_be_written_in_a_test() {
        let analysis = testing::plan(POLICY);
        let labels = |offset: u32| complete(&analysis, SourceId(0), offset, Lang::Fr).into_iter().map(|one| one.label).collect::<Vec<_>>();
        let names = labels(at("dépend de portail", "portail"));
        assert!(names.iter().any(|label| label == "portail"), "{names:?}");
        let keywords = labels(at("pilote DSI\n      \n", "\n      \n") + 7);
        for word in ["dépend de", "budget", "jalon"] {
            assert!(keywords.iter().any(|label| label == word), "{word}: {keywords:?}");
        }
        assert!(keywords.iter().all(|label| label != "pilote" && label != "exige"), "{keywords:?}");
        let owners = labels(at("pilote DSI", "DSI"));
        assert!(owners.iter().any(|label| label == "DSI"), "{owners:?}");
        let over = complete(&analysis, SourceId(0), at("pilote DSI", "DSI") + 2, Lang::Fr).remove(0).over;
        assert_eq!(text(&analysis, over), "DS");
        // The line that gives the day is no line of the plan.
        assert_eq!(labels(at("au 2029-03-01", "2029")), [""; 0]);
    }
}
