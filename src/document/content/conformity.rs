//! What the policies say of the plan, as the council reads it: what the law asks and what the plan answers, then the other policies, and
//! the gaps that somebody stands for.

use super::super::model::{Cell, Chapter, Column, Inline, Part, Rich, Row, RowKind, Table};
use super::super::prose::run_on;
use super::super::words::W;
use super::{Build, joined, lines, row, section};
use crate::language::Concept;
use crate::language::concepts::waiver;
use crate::plan::{Entity, When};
use crate::policy::judge::{Finding, Outcome, Verdict};
use crate::policy::typed::{Policy, Sure};
use crate::policy::waive::waived;

/// The outcomes as they are told, in their order: a gap that somebody stands for is one of its own.
const ORDER: &[W] = &[W::Findings, W::StoodFor, W::Undecided, W::Met, W::Aside];

/// The word for one thing of that outcome.
fn one(outcome: W) -> W {
    match outcome {
        W::Findings => W::Finding,
        W::StoodFor => W::OneStoodFor,
        W::Undecided => W::OneUndecided,
        W::Met => W::OneMet,
        other => other,
    }
}

impl Build<'_> {
    /// Empty where the plan has chosen no policy: what is always in force is told by the holes.
    pub fn conformity(&self) -> Chapter {
        let mut chapter = self.chapter("conformity", W::Conformity);
        let judgement = &self.analysis.judgement;
        let chosen = |verdict: &&Verdict| judgement.policy(verdict).pack.as_deref() != Some("completeness");
        let verdicts: Vec<&Verdict> = judgement.verdicts.iter().filter(chosen).collect();
        // What departs from the policies comes first, each with its reason.
        let waivers = self.waivers().map(|part| section(self.w(W::Waivers), part));
        if verdicts.is_empty() {
            chapter.sections.extend(waivers);
        } else {
            let of_law = |verdict: &&Verdict| judgement.policy(verdict).bases.iter().any(|basis| basis.law);
            let is_sure = |verdict: &&Verdict| {
                let mut law = judgement.policy(verdict).bases.iter().filter(|basis| basis.law);
                law.any(|basis| basis.sure.is_some_and(|sure| sure != Sure::Unsure))
            };
            // What finds nothing to judge is told last, once for all.
            let apart = |verdict: &&Verdict| outcome(verdict) == W::Aside;
            let (aside, here): (Vec<&Verdict>, Vec<&Verdict>) = verdicts.iter().copied().partition(apart);
            let (law, others): (Vec<&Verdict>, Vec<&Verdict>) = here.into_iter().partition(of_law);
            // What rests on nothing sure is no duty yet.
            let (law, unsure): (Vec<&Verdict>, Vec<&Verdict>) = law.into_iter().partition(is_sure);
            chapter.intro.push(vec![Inline::text(self.counts(&verdicts))]);
            if !law.is_empty() {
                chapter.intro.push(vec![Inline::text(self.grades(&law))]);
            }
            chapter.sections.extend(waivers);
            for (word, told) in [(W::Law, law), (W::UnsureLaw, unsure), (W::OtherPolicies, others)] {
                let lawful = word != W::OtherPolicies;
                // What is fulfilled stands apart, in two columns.
                let apart = |verdict: &&Verdict| word == W::Law && outcome(verdict) == W::Met;
                let (met, mut told): (Vec<&Verdict>, Vec<&Verdict>) = told.into_iter().partition(apart);
                // What somebody stands for is told with their reason, above.
                told.retain(|verdict| outcome(verdict) != W::StoodFor);
                if !told.is_empty() {
                    chapter.sections.push(section(self.w(word), self.verdicts(&told, lawful)));
                }
                if !met.is_empty() {
                    chapter.sections.push(section(self.w(W::DutiesMet), self.met_apart(&met)));
                }
            }
            if !aside.is_empty() {
                chapter.sections.push(section(self.w(W::Aside), self.verdicts(&aside, false)));
            }
        }
        chapter
    }

    fn counts(&self, verdicts: &[&Verdict]) -> String {
        let count = |word: W| verdicts.iter().filter(|verdict| outcome(verdict) == word).count();
        let counts: Vec<String> = ORDER.iter().map(|word| self.many(count(*word), one(*word), *word)).collect();
        self.text(&self.lang.of(
            format!("{} règles ont été appliquées à ce plan : {}.", verdicts.len(), counts.join(", ")),
            format!("{} policies were applied to this plan: {}.", verdicts.len(), counts.join(", ")),
        ))
    }

    /// What is not met has a row each; of the rest the names are told in a line.
    fn verdicts(&self, verdicts: &[&Verdict], lawful: bool) -> Part {
        let judgement = &self.analysis.judgement;
        let mut part = Part::default();
        let mut rows: Vec<Row> = Vec::new();
        for word in ORDER {
            let here: Vec<&Verdict> = verdicts.iter().copied().filter(|verdict| outcome(verdict) == *word).collect();
            if here.is_empty() {
                continue;
            }
            if *word == W::Met {
                part.notes.push(self.named(self.w(W::Met), &here));
                continue;
            }
            if *word == W::Aside {
                let (not_for, nothing): (Vec<&Verdict>, Vec<&Verdict>) = here.into_iter().partition(|verdict| verdict.not_for.is_some());
                let told = [
                    (
                        not_for,
                        self.lang.of(
                            "Sans objet, ce qui les déclenche n’étant pas dans le plan",
                            "Not applicable, for what calls for them is not in the plan",
                        ),
                    ),
                    (
                        nothing,
                        self.lang.of(
                            "Rien à examiner, faute d’éléments de cette nature dans le plan",
                            "Nothing to examine, for the plan has nothing of the kind",
                        ),
                    ),
                ];
                let told = told.into_iter().filter(|(verdicts, _)| !verdicts.is_empty());
                // Their names would fill a page of a small plan, which has nothing of most: they are counted, and `strategy rules` names them.
                let brief = |lead: &str, count: usize| vec![Inline::text(self.text(&format!("{lead}{}{count}.", self.colon())))];
                part.notes.extend(told.map(|(verdicts, lead)| match self.is_small() {
                    true => brief(lead, verdicts.len()),
                    false => self.named(lead, &verdicts),
                }));
                continue;
            }
            let width = if lawful { 3 } else { 2 };
            rows.push(Row { kind: RowKind::Group, cells: vec![Cell::text(self.w(*word)).spanning(width)] });
            for verdict in here {
                let policy = judgement.policy(verdict);
                let mut cells = vec![Cell::text(self.duty(policy))];
                cells.extend(lawful.then(|| Cell::new(self.basis(policy))));
                cells.push(Cell::new(self.result(verdict)));
                rows.push(row(cells));
            }
        }
        if rows.is_empty() {
            return part;
        }
        let (columns, head) = match lawful {
            true => (vec![6, 5, 4], self.head(&[W::Duty, W::Reference, W::Answer])),
            false => (vec![6, 7], self.head(&[W::WhatItAsks, W::Result])),
        };
        let columns = columns.into_iter().map(|weight| Column::Text { weight }).collect();
        part.tables.push(Table { dense: true, columns, head, rows });
        part
    }

    /// What is asked and fulfilled: what rests on the same texts together, and those texts once.
    fn met_apart(&self, verdicts: &[&Verdict]) -> Part {
        let judgement = &self.analysis.judgement;
        let basis = |verdict: &&Verdict| self.basis(judgement.policy(verdict));
        let together = verdicts.chunk_by(|one, other| basis(one) == basis(other));
        // A table of them would fill a page of a small plan.
        if self.is_small() {
            let told = |told: &[&Verdict]| {
                let duties: Vec<String> = told.iter().map(|verdict| self.duty(judgement.policy(verdict))).collect();
                let mut line = vec![Inline::text(self.text(&duties.join(self.lang.of("\u{202f}; ", "; "))))];
                let basis = basis(&told[0]);
                if !basis.is_empty() {
                    line.extend([Inline::text(" – "), Inline::Emph { content: basis }]);
                }
                line.push(Inline::text(". "));
                line
            };
            return Part { notes: vec![together.flat_map(told).collect()], ..Part::default() };
        }
        let rows = together.map(|told| {
            let mut cell = lines(told.iter().map(|verdict| vec![Inline::text(self.duty(judgement.policy(verdict)))]));
            let basis = basis(&told[0]);
            if !basis.is_empty() {
                cell.extend([Inline::Break, Inline::Emph { content: basis }]);
            }
            row(vec![Cell::new(cell)])
        });
        let table = Table { dense: true, columns: vec![Column::Text { weight: 1 }], head: self.head(&[W::Duty]), rows: rows.collect() };
        Part { tables: vec![table], columns: 2, ..Part::default() }
    }

    /// What a policy asks, and its code: `strategy explain` tells the rest.
    fn duty(&self, policy: &Policy) -> String {
        self.text(&format!("{} ({})", policy.title.of(self.lang), policy.code))
    }

    /// `Respectées (58) : …`
    fn named(&self, lead: &str, verdicts: &[&Verdict]) -> Rich {
        let judgement = &self.analysis.judgement;
        let name = |policy: &Policy| self.duty(policy);
        let names: Vec<String> = verdicts.iter().map(|verdict| name(judgement.policy(verdict))).collect();
        let lead = format!("{lead} ({}){}", verdicts.len(), self.colon());
        vec![
            Inline::Strong { content: vec![Inline::text(self.text(lead.trim_end()))] },
            Inline::text(format!(" {}.", names.join(self.lang.of("\u{202f}; ", "; ")))),
        ]
    }

    /// What the letters behind the references mean, and when they were last checked.
    fn grades(&self, verdicts: &[&Verdict]) -> String {
        let bases = verdicts.iter().flat_map(|verdict| &self.analysis.judgement.policy(verdict).bases);
        let checked = bases.filter_map(|basis| basis.checked.as_deref()).max().unwrap_or_default();
        let checked = match checked {
            "" => String::new(),
            date => {
                let date = date.parse().map_or_else(|_| date.to_owned(), |day| self.moment(When::day(day)));
                self.lang.of(format!(" Dernière vérification : {date}."), format!(" Last checked: {date}."))
            }
        };
        self.text(&self.lang.of(
            format!("Derrière un texte : A, il a été lu ; B, d’après une source secondaire ; G, connaissance générale, à vérifier avant signature ; incertain, à confirmer.{checked}"),
            format!("Behind a text: A, it was read; B, from a secondary source; G, general knowledge, to be checked before signing; unsure, to be confirmed.{checked}"),
        ))
    }

    fn waivers(&self) -> Option<Part> {
        let waivers: Vec<Entity<'_>> = self.plan.all(Concept::Waiver).chain(self.plan.all(Concept::Acknowledged)).collect();
        let value = |one: Entity<'_>, at: u8| Cell::new(self.noted_value(one, at).unwrap_or_else(|| vec![Inline::text("–")]));
        let judgement = &self.analysis.judgement;
        let rows = waivers.iter().map(|one| {
            let said = run_on(&self.prose(*one));
            let mut because = value(*one, waiver::BECAUSE.at);
            if !said.is_empty() {
                because.content.extend([Inline::Break, Inline::Emph { content: said }]);
            }
            let mut rule = value(*one, waiver::RULE.at);
            if let Some(policy) = judgement.waived_policy(*one) {
                rule.content = vec![Inline::text(self.duty(policy))];
                let basis = self.basis(policy);
                if !basis.is_empty() {
                    rule.content.extend([Inline::Break, Inline::Emph { content: basis }]);
                }
            }
            // What it is about, and what the policy says of that.
            let covered: Vec<&Finding> = judgement.covered_by(one.id).collect();
            let on = self.noted_value(*one, waiver::ON.at);
            let found = Some(self.found(&covered)).filter(|_| !covered.is_empty());
            let told: Vec<Rich> = on.into_iter().chain(found).collect();
            let told = if told.is_empty() { vec![Inline::text("–")] } else { lines(told) };
            row(vec![rule, Cell::new(told), because, value(*one, waiver::BY.at), value(*one, waiver::UNTIL.at)])
        });
        let columns = vec![
            Column::Text { weight: 5 },
            Column::Text { weight: 5 },
            Column::Text { weight: 5 },
            Column::Text { weight: 2 },
            Column::Text { weight: 2 },
        ];
        let head = self.head(&[W::Policy, W::Result, W::Reason, W::DecidedBy, W::Until]);
        let tables = vec![Table { dense: true, columns, head, rows: rows.collect() }];
        (!waivers.is_empty()).then(|| Part { tables, ..Part::default() })
    }

    /// What it rests on, and how sure that is.
    fn basis(&self, policy: &Policy) -> Rich {
        let sources: Vec<String> = policy
            .bases
            .iter()
            .filter(|basis| basis.law)
            .map(|basis| {
                let sure = match basis.sure {
                    Some(Sure::A) => " (A)",
                    Some(Sure::B) => " (B)",
                    Some(Sure::G) => " (G)",
                    Some(Sure::Unsure) => self.lang.of(" (incertain)", " (unsure)"),
                    None => "",
                };
                format!("{}{sure}", basis.title)
            })
            .collect();
        vec![Inline::text(self.text(&sources.join(" ; ")))]
    }

    /// What one policy found.
    fn found(&self, findings: &[&Finding]) -> Rich {
        /// So many findings of one policy are told whole; of more, one is, and the others by their numbers.
        const WHOLE: usize = 2;
        /// No more things of one policy are named; the rest is counted.
        const MOST: usize = 40;
        let whole = if findings.len() > WHOLE { 1 } else { WHOLE };
        let (told, others) = findings.split_at(whole.min(findings.len()));
        let mut all: Vec<Rich> =
            told.iter().map(|finding| vec![Inline::text(self.said(&finding.diagnostic.message.show(self.lang)))]).collect();
        if !others.is_empty() {
            let mut line = vec![Inline::text(self.lang.of("De même\u{a0}: ", "Likewise: "))];
            line.extend(joined(others.iter().take(MOST).map(|finding| self.found_in(finding)), ", "));
            let more = others.len().saturating_sub(MOST);
            let more = if more > 0 { self.lang.of(format!(" et {more} autres"), format!(" and {more} others")) } else { String::new() };
            line.push(Inline::text(format!("{more}.")));
            all.push(line);
        }
        lines(all)
    }

    fn result(&self, verdict: &Verdict) -> Rich {
        let judgement = &self.analysis.judgement;
        match verdict.outcome {
            Outcome::Found => self.found(&verdict.findings.iter().collect::<Vec<_>>()),
            Outcome::Undecided => {
                let code = &judgement.policy(verdict).code;
                let missing = judgement.missing.iter().filter(|missing| missing.policies.contains(code));
                let names: Vec<String> = missing.map(|missing| self.lang.of(&missing.text[0], &missing.text[1]).clone()).collect();
                let lead = self.lang.of("Il manque : ", "Missing: ");
                vec![Inline::text(self.said(&format!("{lead}{}", names.join(", "))))]
            }
            // They are named only.
            Outcome::Met | Outcome::Aside => Rich::new(),
        }
    }

    /// A message as print has it: a word of the language stands in it as a reader would say it.
    pub fn said(&self, message: &str) -> String {
        let said: Vec<String> =
            message.split('`').enumerate().map(|(at, part)| if at % 2 == 1 { part.replace('-', " ") } else { part.to_owned() }).collect();
        self.text(&said.concat())
    }

    /// The thing that a policy found something in.
    fn found_in(&self, finding: &Finding) -> Inline {
        match finding.entity.map(|id| self.plan.entity(id)) {
            Some(sheet) if sheet.is_sheet() => self.short_reference(sheet),
            Some(other) => self.titled(other),
            None => Inline::text(self.text(&finding.name)),
        }
    }
}

/// A finding that is wholly waived is stood for.
fn outcome(verdict: &Verdict) -> W {
    match verdict.outcome {
        Outcome::Found if waived(verdict) == verdict.findings.len() => W::StoodFor,
        Outcome::Found => W::Findings,
        Outcome::Undecided => W::Undecided,
        Outcome::Met => W::Met,
        Outcome::Aside => W::Aside,
    }
}
