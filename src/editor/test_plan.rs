//! The plan of a policy's test: a plan of its own within the text of the policy, with its own names.

use super::at::{Thing, at as thing_at};
use super::complete::Completion;
use super::hover::Hover;
use super::policy;
use super::references::Mention;
use crate::analysis::{Analysis, analyse};
use crate::diagnostic::{Lang, suggest::fold};
use crate::language::Row;
use crate::load::Memory;
use crate::plan::{EntityId, lang_of};
use crate::policy::flagged::flaggable;
use crate::policy::framed::{Framed, framed};
use crate::policy::judge::{Grounds, own_policies};
use crate::policy::written::{Expected, PolicyText, TestText};
use crate::text::{SourceId, Span};

pub struct TestPlan {
    pub analysis: Analysis,
    /// What was asked about, in the plan alone: in its own text, or in the library that it uses.
    pub source: SourceId,
    pub offset: u32,
    /// Where it stands among the policies, and where it begins in the text that was analysed.
    there: Span,
    here: u32,
    /// The names in the head of a test: what it flags, each with what a finding would call so; and the one that was asked about.
    flagged: Vec<(Span, Vec<EntityId>)>,
    asked: Option<Span>,
}

impl TestPlan {
    /// Nothing where no such plan stands. A name in the head of a test is that of what a finding there would name.
    pub fn at(analysis: &Analysis, source: SourceId, offset: u32) -> Option<TestPlan> {
        let (policy, test) = written_at(analysis, source, offset)?;
        let head = |name: &crate::policy::written::Step| Span::new(source, name.at.start, name.at.end);
        let asked = flags(&test).iter().map(head).find(|span| span.contains(source, offset));
        if asked.is_none() && !(test.plan.start <= offset && offset <= test.plan.end) {
            return None;
        }
        let mut own = TestPlan::of(analysis, source, &test)?;
        let judged = if flags(&test).is_empty() { Vec::new() } else { own.judged(&policy, Lang::Fr) };
        let called = |word: &str| {
            // A policy that judges the plan once names its strategy, in either language.
            let same = |(name, _): &&(String, Option<EntityId>)| fold(name) == fold(word) || policy.each.is_none();
            judged.iter().filter(same).filter_map(|(_, entity)| *entity).collect()
        };
        own.flagged = flags(&test).iter().map(|name| (head(name), called(&name.word))).collect();
        own.asked = asked;
        match asked {
            Some(asked) => {
                let (_, means) = own.flagged.iter().find(|(span, _)| *span == asked)?;
                let entity = own.analysis.plan.entity(*means.first()?);
                let place = entity.name_span().unwrap_or(entity.place());
                (own.source, own.offset) = (place.source, place.start);
            }
            None => own.offset = offset.checked_sub(own.there.start)? + own.here,
        }
        Some(own)
    }

    /// The plan of one test, with nothing asked about it.
    fn of(analysis: &Analysis, source: SourceId, test: &TestText) -> Option<TestPlan> {
        let block = analysis.sources.get(source).text.get(test.plan.start as usize..test.plan.end as usize)?;
        let lang = policy::tongue(analysis, source);
        let alone = |lang: Lang| {
            let framed = framed(block, lang);
            let analysis = analyse(&Memory::one(framed.text.as_str()), Memory::root());
            (framed, analysis)
        };
        let (mut framed, mut own) = alone(lang);
        // What is put before the test's own text is in its language: it is not to be outvoted.
        if written_in(&framed, &own) == Some(lang.other()) {
            (framed, own) = alone(lang.other());
        }
        let there = Span::new(source, test.plan.start + framed.in_block as u32, test.plan.end);
        let here = framed.in_text as u32;
        Some(TestPlan { analysis: own, source: SourceId(0), offset: here, there, here, flagged: Vec::new(), asked: None })
    }

    /// What a policy may find in this plan, by the names that it would say.
    fn judged(&self, policy: &PolicyText, lang: Lang) -> Vec<(String, Option<EntityId>)> {
        let own = &self.analysis;
        flaggable(&Grounds::new(&own.plan, &own.graph, &own.calendar, &own.ledger), policy, lang)
    }

    /// Where the same words stand among the policies; nothing of what the plan did not write itself.
    pub fn back(&self, span: Span) -> Option<Span> {
        let start = span.start.checked_sub(self.here).filter(|_| span.source == SourceId(0))? + self.there.start;
        let end = start + (span.end - span.start);
        (end <= self.there.end).then(|| Span::new(self.there.source, start, end))
    }

    /// The same of the words that were asked about.
    pub fn asked(&self, span: Span) -> Option<Span> {
        self.asked.or_else(|| self.back(span))
    }

    /// Was something in the plan itself asked about, and no name in the head of the test?
    pub fn is_within(&self) -> bool {
        self.asked.is_none()
    }

    /// Where an author finds what stands there: what was put before the test's own text is told at its beginning.
    pub fn told_at(&self, span: Span) -> Span {
        self.back(span).unwrap_or(self.there)
    }

    pub fn completion(&self, found: Completion) -> Option<Completion> {
        Some(Completion { over: self.back(found.over)?, whole: self.back(found.whole)?, ..found })
    }

    pub fn hover(&self, found: Hover) -> Option<Hover> {
        Some(Hover { span: self.asked(found.span)?, ..found })
    }

    /// And the names in the head of the test.
    pub fn mentions(&self, found: Vec<Mention>) -> Vec<Mention> {
        let heads = self.heads().map(|span| Mention { span, role: super::references::Role::Name });
        let mut all: Vec<Mention> =
            heads.chain(found.iter().filter_map(|one| Some(Mention { span: self.back(one.span)?, ..*one }))).collect();
        all.sort_by_key(|mention| mention.span);
        all
    }

    /// In: the edits of a renaming in the plan alone. Out: those in the text of the policies.
    pub fn renamed(&self, edits: Vec<(Span, String)>, name: &str) -> Vec<(Span, String)> {
        let heads = self.heads().filter(|_| !edits.is_empty()).map(|span| (span, name.to_owned()));
        let heads: Vec<(Span, String)> = heads.collect();
        heads.into_iter().chain(edits.into_iter().filter_map(|(span, text)| Some((self.back(span)?, text)))).collect()
    }

    /// Where the head of the test names what was asked about.
    fn heads(&self) -> impl Iterator<Item = Span> {
        let meant = match thing_at(&self.analysis, self.source, self.offset) {
            Some((_, Thing::Entity(entity))) => Some(entity.id),
            _ => None,
        };
        self.flagged.iter().filter(move |(_, means)| meant.is_some_and(|id| means.contains(&id))).map(|(span, _)| *span)
    }
}

/// What may be named in the head of the test there, with its title: what the policy would find in the test's plan.
pub fn may_flag(analysis: &Analysis, source: SourceId, offset: u32, lang: Lang) -> Vec<(String, String)> {
    let Some((policy, test)) = written_at(analysis, source, offset) else { return Vec::new() };
    let Some(own) = TestPlan::of(analysis, source, &test) else { return Vec::new() };
    let title = |id: EntityId| own.analysis.plan.entity(id).title().is().map(|title| title.into_owned());
    own.judged(&policy, lang).into_iter().map(|(name, id)| (name, id.and_then(title).unwrap_or_default())).collect()
}

fn flags(test: &TestText) -> &[crate::policy::written::Step] {
    match test.expected {
        Expected::Flags => &test.names,
        Expected::Passes | Expected::Undecided | Expected::Aside => &[],
    }
}

/// The test in whose head or plan an offset stands, and its policy.
fn written_at(analysis: &Analysis, source: SourceId, offset: u32) -> Option<(PolicyText, TestText)> {
    let plan = &analysis.plan;
    let asked = plan.parts.iter().rev().find(|placed| placed.source == source && placed.base <= offset)?;
    asked.part.policy.filter(|_| !analysis.sources.get(source).library)?;
    let written = own_policies(plan);
    let holds = |one: &&PolicyText| one.source == source && one.whole.start <= offset && offset <= one.whole.end;
    let policy = written.policies.iter().find(holds)?;
    let test = policy.tests.iter().find(|test| test.head.start <= offset && offset <= test.plan.end)?;
    Some((policy.clone(), test.clone()))
}

/// The language of what the test writes itself.
fn written_in(framed: &Framed, own: &Analysis) -> Option<Lang> {
    let plan = &own.plan;
    let keywords = plan.entities().map(|entity| (entity.concept_row(), entity.keyword()));
    let keywords = keywords.filter(|(_, span)| span.source == SourceId(0) && span.start as usize >= framed.in_text);
    let leans = |lang: Lang| lang.of(1, -1);
    match keywords.filter_map(|(row, span)| lang_of(Row::Concept(row), own.sources.slice(span))).map(leans).sum::<i32>() {
        1.. => Some(Lang::Fr),
        0 => None,
        _ => Some(Lang::En),
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

    /// An indicator and a milestone of one name, and an owner of the library; no line of the plan tells the language.
    const HEADS: &str = r#"règle mesures {
  titre     fr "Une source"
  gravité   conseil
  chaque    indicateur
  exige     connu indicateur.départ.date
  message   fr "M"
  signale sur calls, demarches {
    objectif g "G" {
      jalon calls "Calls" au 2028-01
      indicateur calls "Appels"
      indicateur demarches "Démarches"
    }
  }
  accepte { }
}

règle charges {
  titre     fr "Peu"
  gravité   conseil
  chaque    pilote
  exige     connu pilote.capacité
  message   fr "M"
  signale sur DSI {
    objectif g "G" {
      pilote DSI
    }
  }
}
"#;

    fn asked(words: &str, shift: usize) -> u32 {
        (HEADS.find(words).expect(words) + shift) as u32
    }

    #[test]
    fn a_name_in_the_head_is_what_a_finding_would_name() {
        let analysis = testing::plan(HEADS);
        let source = SourceId(0);
        let lines = |offset: u32| {
            let line = |span: crate::text::Span| HEADS[..span.start as usize].lines().count();
            references(&analysis, source, offset).into_iter().map(|one| line(one.span)).collect::<Vec<_>>()
        };
        assert_eq!(lines(asked("jalon calls", 7)), [9], "a milestone is no indicator");
        for offset in [asked("sur calls", 5), asked("indicateur calls", 12)] {
            assert_eq!(lines(offset), [7, 10]);
            assert_eq!(rename(&analysis, source, offset, "appels").expect("renamed").len(), 2);
        }
        let demarches = asked("calls, demarches", 8);
        assert_eq!(definition(&analysis, source, demarches).expect("defined").name.start, asked("indicateur demarches", 11));
        assert!(hover(&analysis, source, demarches, Lang::Fr).expect("a card").markdown.contains("Démarches"));
        for offset in [asked("sur DSI", 5), asked("pilote DSI", 8)] {
            assert_eq!(lines(offset), [23, 25], "the library's");
            let why = rename(&analysis, source, offset, "x").expect_err("the library's").show(Lang::Fr);
            assert!(why.contains("bibliothèque"), "{why}");
            assert!(hover(&analysis, source, offset, Lang::Fr).is_some());
        }
    }

    #[test]
    fn a_clash_is_told_where_the_author_reads() {
        let analysis = testing::plan(POLICY);
        let why = rename(&analysis, SourceId(0), at("dépend de portail", "portail"), "guichet").expect_err("taken").show(Lang::Fr);
        let line = POLICY[..at("objectif guichet", "guichet") as usize].lines().count();
        assert!(why.contains(&format!("(plan.dsl, ligne {line})")), "{why}");
    }

    #[test]
    fn a_test_is_in_its_own_language_and_else_in_that_of_its_policy() {
        let labels = |text: &str| {
            let offset = text.find('|').expect("a place");
            let analysis = testing::plan(&text.replacen('|', "", 1));
            complete(&analysis, SourceId(0), offset as u32, Lang::Fr).into_iter().map(|one| one.label).collect::<Vec<_>>()
        };
        let empty = labels(&HEADS.replace("accepte { }", "accepte { | }"));
        assert!(empty.contains(&"objectif".to_owned()) && !empty.contains(&"goal".to_owned()), "{empty:?}");
        let english = labels(&HEADS.replace("accepte { }", "accepte {\n    goal h \"H\"\n    |\n  }"));
        assert!(english.contains(&"goal".to_owned()) && !english.contains(&"objectif".to_owned()), "{english:?}");
    }

    #[test]
    fn a_card_in_a_test_tells_no_findings() {
        let analysis = testing::plan(POLICY);
        let told = hover(&analysis, SourceId(0), at("objectif guichet", "guichet"), Lang::Fr).expect("a card").markdown;
        assert!(told.contains("Guichet") && !told.contains("Constats"), "{told}");
    }
}
