//! The chapters that are printed where something is written: what is found and wanted, how the plan is steered, the words it uses, the
//! authority; and what has no place of its own.

use rustc_hash::FxHashSet;

use super::super::model::{Cell, Chapter, Column, Fact, Inline, Part, Rich, Row, Table};
use super::super::prose::run_on;
use super::super::words::W;
use super::sheet::address;
use super::{Build, row, section};
use crate::language::concepts::layout::Chapter as Omitted;
use crate::language::concepts::plan::term;
use crate::language::concepts::{authority, risk, strategy};
use crate::language::{Concept, inside};
use crate::plan::Entity;

/// Which chapter tells what stands at the margin, in the strategy or in the authority.
const SITUATION: &[Concept] = &[Concept::Diagnosis, Concept::Figure, Concept::Principle];
const GOVERNANCE: &[Concept] = &[Concept::Body, Concept::Partner, Concept::Decision, Concept::Risk, Concept::Continuity, Concept::Event];
const MONEY: &[Concept] = &[Concept::Trajectory, Concept::Authorisation];
const WORDS: &[Concept] = &[Concept::Glossary, Concept::Annex];

/// No more acronyms than this stand on one page, half of them in each column.
const SIDE_BY_SIDE: usize = 60;

/// Has it a chapter of its own?
fn elsewhere(concept: Concept) -> bool {
    [SITUATION, GOVERNANCE, MONEY, WORDS].iter().any(|all| all.contains(&concept))
}

/// So many rows stand in one table.
const SHORT: usize = 8;

impl<'a> Build<'a> {
    /// The things of one kind that belong to no sheet, in a table of their own.
    fn loose(&self, concept: Concept) -> Option<Part> {
        let library = |entity: &Entity<'_>| self.plan.sources.get(entity.head().source).library;
        let holders = self.plan.strategy().into_iter().chain(self.plan.authority().is());
        let mut things: Vec<Entity<'a>> = holders.flat_map(|holder| holder.all(concept)).collect();
        things.extend(self.plan.at_margin(concept).filter(|thing| !library(thing)));
        let of = things.first()?.concept_row();
        self.part(things, of)
    }

    fn gathered(&self, mut chapter: Chapter, concepts: &[Concept]) -> Chapter {
        for concept in concepts {
            if let Some(part) = self.loose(*concept) {
                chapter.sections.push(section(part.label.clone(), Part { label: String::new(), ..part }));
            }
        }
        chapter
    }

    /// Where things stand, and what is wanted.
    pub fn situation(&self) -> Chapter {
        let mut chapter = self.gathered(self.chapter("situation", W::Situation), SITUATION);
        let wanted = |key: u8| self.plan.strategy().and_then(|strategy| self.noted_value(strategy, key));
        for key in [strategy::VISION.at, strategy::MOTTO.at] {
            chapter.intro.extend(wanted(key).map(|value| vec![Inline::Strong { content: value }]));
        }
        chapter
    }

    pub fn governance(&self) -> Chapter {
        let mut chapter = self.gathered(self.chapter("governance", W::Governance), GOVERNANCE);
        if !self.omits(Omitted::Risks) {
            chapter.sections.extend(self.risks_of(|_| true).map(|part| section(self.w(W::Risks), part)));
        }
        chapter
    }

    /// The risks of some sheets, those of the greatest impact first.
    pub fn risks_of(&self, kept: impl Fn(Entity<'a>) -> bool) -> Option<Part> {
        let sheets = self.plan.sheets().filter(|sheet| kept(*sheet));
        let mut risks: Vec<(Entity<'a>, Entity<'a>)> =
            sheets.flat_map(|sheet| sheet.all(Concept::Risk).map(move |risk| (sheet, risk))).collect();
        risks.sort_by_key(|(_, risk)| std::cmp::Reverse(gravity(*risk)));
        let cell = |risk: Entity<'_>, at: u8| Cell::new(self.field_value(risk, at).unwrap_or_else(|| vec![Inline::text("–")]));
        let rows = risks.iter().map(|(sheet, risk)| {
            row(vec![
                Cell::new(vec![self.short_reference(*sheet)]),
                Cell::new(self.label(*risk)),
                cell(*risk, risk::LIKELIHOOD.at),
                cell(*risk, risk::IMPACT.at),
                cell(*risk, risk::MITIGATION.at),
            ])
        });
        let columns = vec![
            Column::Short,
            Column::Text { weight: 6 },
            Column::Text { weight: 2 },
            Column::Text { weight: 2 },
            Column::Text { weight: 8 },
        ];
        let label = |at: u8| Cell::text(Concept::Risk.row().fields[usize::from(at)].label_in(self.lang));
        let mut head = self.head(&[W::Sheet, W::Risk]);
        head[0].extend([risk::LIKELIHOOD.at, risk::IMPACT.at, risk::MITIGATION.at].map(label));
        let tables = vec![Table { dense: true, columns, head, rows: rows.collect() }];
        (!risks.is_empty()).then(|| Part { tables, ..Part::default() })
    }

    /// What the ledger adds up, then what was voted of it: the finance paper has that by year, with what each revision changed.
    pub fn money_and_votes(&self) -> Chapter {
        let mut chapter = self.money();
        // Of a small plan the years are drawn on the first page, and not once more.
        if let Some(years) = chapter.sections.first_mut().filter(|_| self.is_small()) {
            years.part.figures.clear();
        }
        self.gathered(chapter, MONEY)
    }

    /// The glossary, the acronyms that the other chapters use, the annexes.
    pub fn words_explained(&self, others: &[Chapter]) -> Chapter {
        let mut chapter = self.chapter("words", W::WordsExplained);
        let terms: Vec<Entity<'_>> = self.plan.all(Concept::Term).collect();
        if !terms.is_empty() {
            let rows = terms.iter().map(|one| {
                let mut definition = self.noted_value(*one, term::DEFINITION.at).unwrap_or_else(|| vec![Inline::text("–")]);
                let said = run_on(&self.prose(*one));
                if !said.is_empty() {
                    definition.extend([Inline::Break, Inline::Emph { content: said }]);
                }
                row(vec![Cell::new(vec![Inline::Strong { content: vec![self.titled(*one)] }]), Cell::new(definition)])
            });
            let columns = vec![Column::Text { weight: 3 }, Column::Text { weight: 8 }];
            let table = Table { dense: false, columns, head: self.head(&[W::Term, W::Meaning]), rows: rows.collect() };
            let remarks = self.remarks(self.plan.all(Concept::Glossary)).map(|part| part.text).unwrap_or_default();
            chapter.sections.push(section(self.w(W::Glossary), Part { tables: vec![table], notes: remarks, ..Part::default() }));
        }
        let acronyms: Vec<(String, Entity<'_>)> = self
            .plan
            .owners()
            .chain(self.plan.all(Concept::Partner))
            .filter(|owner| self.plays_a_part(*owner))
            .filter_map(|owner| Some((owner.acronym()?.to_owned(), owner)))
            .collect();
        let explained: Vec<&str> = acronyms.iter().map(|(acronym, _)| acronym.as_str()).collect();
        let usual = self.usual_acronyms(&explained, others);
        let own = acronyms.iter().map(|(acronym, owner)| (acronym.clone(), self.titled(*owner)));
        let mut acronyms: Vec<(String, Inline)> = own.chain(usual).collect();
        acronyms.sort_by(|a, b| a.0.cmp(&b.0));
        if !acronyms.is_empty() {
            let rows = acronyms.into_iter().map(|(acronym, meaning)| {
                row(vec![Cell::new(vec![Inline::Strong { content: vec![Inline::text(acronym)] }]), Cell::new(vec![meaning])])
            });
            let mut rows: Vec<Row> = rows.collect();
            // A few stand in two tables side by side; many run from a column to the next, and on.
            let half = if (4..=SIDE_BY_SIDE).contains(&rows.len()) { rows.len().div_ceil(2) } else { rows.len() };
            let second = rows.split_off(half);
            let table = |rows: Vec<Row>| Table {
                dense: true,
                columns: vec![Column::Short, Column::Text { weight: 1 }],
                head: self.head(&[W::Acronym, W::Meaning]),
                rows,
            };
            let tables = [rows, second].into_iter().filter(|rows| !rows.is_empty()).map(table).collect();
            chapter.sections.push(section(self.w(W::Acronyms), Part { tables, columns: 2, ..Part::default() }));
        }
        let annexes = WORDS.iter().filter(|concept| **concept != Concept::Glossary).filter_map(|concept| self.loose(*concept));
        for part in annexes {
            chapter.sections.push(section(part.label.clone(), Part { label: String::new(), ..part }));
        }
        // A chapter of one thing bears its name.
        if let [only] = chapter.sections.as_mut_slice() {
            chapter.title = std::mem::take(&mut only.title);
        }
        chapter
    }

    /// Acronyms of French administration that the plan's own text uses, or this document, and that the plan does not explain itself.
    fn usual_acronyms(&self, explained: &[&str], others: &[Chapter]) -> Vec<(String, Inline)> {
        static USUAL: &str = include_str!("../../../stdlib/documents/sigles.txt");
        let printed = serde_json::to_string(others).expect("data of our own");
        let own = self.plan.sources.iter().filter(|(_, source)| !source.library).map(|(_, source)| source.text.as_str());
        let mut used: FxHashSet<&str> = own
            .chain([printed.as_str()])
            .flat_map(|text| text.split(|c: char| !c.is_alphanumeric() && c != '-'))
            .filter(|word| word.chars().all(char::is_uppercase))
            .collect();
        // The letters of an act.
        if self.plan.all(Concept::Authorisation).next().is_some() {
            used.extend(["AP", "CP"]);
        }
        let terms: Vec<String> = self.plan.all(Concept::Term).map(|term| term.titled().into_owned()).collect();
        let known = |acronym: &str| explained.contains(&acronym) || terms.iter().any(|term| term == acronym);
        let rows = USUAL.lines().filter_map(|line| {
            let mut parts = line.split('|');
            let (acronym, fr, en) = (parts.next()?, parts.next()?, parts.next()?);
            (used.contains(acronym) && !known(acronym)).then(|| (acronym.to_owned(), Inline::text(self.lang.of(fr, en))))
        });
        rows.collect()
    }

    /// Is an owner named anywhere in the plan? Those of a library that is only used are not printed.
    pub fn plays_a_part(&self, owner: Entity<'_>) -> bool {
        let library = self.plan.sources.get(owner.head().source).library;
        !library || self.used.contains(&owner.id)
    }

    /// What the strategy and the authority say of themselves and no other chapter does.
    pub fn frame(&self) -> Chapter {
        let mut chapter = self.chapter("frame", W::Frame);
        let (strategy, authority) = (self.plan.strategy(), self.plan.authority().is());
        let mut facts = vec![self.fact(W::Authority, self.authority_line())];
        if let Some(mandate) = authority.and_then(|authority| self.field_value(authority, authority::MANDATE.at)) {
            facts.push(self.fact(W::Mandate, mandate));
        }
        if let Some(authority) = authority.filter(|authority| authority.seen(authority::WEBSITE.at).is_some()) {
            // An address is printed as it is.
            let site = authority.text(authority::WEBSITE);
            let site = site.map_or_else(|| self.hole(), |site| address(&site).unwrap_or_else(|| Inline::text(site)));
            facts.push(self.fact(W::Website, vec![site]));
        }
        facts.push(self.fact(W::Period, self.period_text()));
        let told = [strategy::VISION.at, strategy::MOTTO.at];
        facts.extend(strategy.into_iter().flat_map(|strategy| self.facts_but(strategy, &told)));
        facts.extend(authority.into_iter().flat_map(|authority| self.facts(authority)));
        let rows: Vec<Row> = facts.into_iter().map(|Fact { label, value }| row(vec![Cell::text(label), Cell::new(value)])).collect();
        let table = |rows: &[Row]| {
            let columns = vec![Column::Text { weight: 4 }, Column::Text { weight: 7 }];
            Table { dense: true, columns, head: self.head(&[W::Fact, W::Value]), rows: rows.to_vec() }
        };
        // Many stand in two tables side by side.
        let tables: Vec<Table> = match rows.len() {
            0..=SHORT => vec![table(&rows)],
            many => rows.chunks(many.div_ceil(2)).map(table).collect(),
        };
        let columns = if tables.len() == 2 { 2 } else { 0 };
        chapter.sections.push(section("", Part { tables, columns, ..Part::default() }));
        let holders = strategy.into_iter().chain(authority);
        let mut parts: Vec<Part> = Vec::new();
        for holder in holders.clone() {
            let rows = holder.concept_row().children().filter(|row| !row.drawn && !elsewhere(row.concept));
            parts.extend(rows.filter_map(|row| self.part(holder.all(row.concept).collect(), row)));
        }
        parts.extend(self.remarks(holders));
        let parts = parts.into_iter().map(|part| section(part.label.clone(), Part { label: String::new(), ..part }));
        chapter.sections.extend(parts);
        chapter
    }

    /// What stands at the margin of the files and has no place of its own.
    pub fn more(&self) -> Chapter {
        let mut chapter = self.chapter("more", W::More);
        let (own, library) = (self.plan.authority().is(), |entity: &Entity<'_>| self.plan.sources.get(entity.head().source).library);
        let told = |concept: Concept| matches!(concept, Concept::Waiver | Concept::Acknowledged) || elsewhere(concept);
        for row in inside(None).filter(|row| (!row.drawn || row.concept == Concept::Authority) && !told(row.concept)) {
            let things = self.plan.at_margin(row.concept).filter(|thing| Some(*thing) != own && !library(thing)).collect();
            if let Some(part) = self.part(things, row) {
                chapter.sections.push(section(part.label.clone(), Part { label: String::new(), ..part }));
            }
        }
        chapter
    }

    /// How to read the document.
    pub fn reading(&self) -> Vec<Rich> {
        let costed = self.asks();
        let mut lines = vec![self.w(if self.is_small() { W::ReadingSmall } else { W::ReadingOrder })];
        if costed {
            lines.push(self.w(W::ReadingMoney));
        }
        lines.push(self.w(W::ReadingFigures));
        lines.into_iter().map(|line| vec![Inline::text(line)]).collect()
    }
}

/// How grave, then how likely: the greater comes first.
pub fn gravity(of: Entity<'_>) -> u8 {
    let level = |level: Option<risk::Level>| match level {
        Some(risk::Level::High) => 3,
        Some(risk::Level::Medium) => 2,
        Some(risk::Level::Low) => 1,
        None => 0,
    };
    level(of.is_given(risk::IMPACT)) * 4 + level(of.is_given(risk::LIKELIHOOD))
}
