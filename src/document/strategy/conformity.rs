//! What the policies say of the plan, as the council reads it: findings, what somebody stands for, what cannot be decided and why, what is
//! met, what has no object.

use super::super::model::{Cell, Chapter, Column, Inline, Part, Rich, Row, RowKind, Table};
use super::super::words::W;
use super::{Build, lines, row, section};
use crate::language::concepts::waiver;
use crate::plan::Entity;
use crate::policy::judge::{Outcome, Verdict};
use crate::policy::typed::{Policy, Sure};
use crate::policy::waive::waived;

impl Build<'_> {
    /// Empty where the plan has chosen no policy: what is always in force is told by the holes.
    pub fn conformity(&self) -> Chapter {
        let mut chapter = self.chapter("conformity", W::Conformity);
        let judgement = &self.analysis.judgement;
        let chosen = |verdict: &&Verdict| judgement.policy(verdict).pack.as_deref() != Some("completeness");
        let verdicts: Vec<&Verdict> = judgement.verdicts.iter().filter(chosen).collect();
        if verdicts.is_empty() {
            return chapter;
        }
        let of = |outcome: Outcome| verdicts.iter().copied().filter(move |verdict| verdict.outcome == outcome);
        let answered = |verdict: &&Verdict| waived(verdict) == verdict.findings.len();
        let groups: [(W, Vec<&Verdict>); 5] = [
            (W::Findings, of(Outcome::Found).filter(|verdict| !answered(verdict)).collect()),
            (W::StoodFor, of(Outcome::Found).filter(answered).collect()),
            (W::Undecided, of(Outcome::Undecided).collect()),
            (W::Met, of(Outcome::Met).collect()),
            (W::Aside, of(Outcome::Aside).collect()),
        ];
        let counts: Vec<String> = groups.iter().map(|(word, of)| format!("{} {}", of.len(), self.w(*word).to_lowercase())).collect();
        let text = self.lang.of(
            format!("{} règles ont été appliquées à ce plan : {}.", verdicts.len(), counts.join(", ")),
            format!("{} policies were applied to this plan: {}.", verdicts.len(), counts.join(", ")),
        );
        chapter.intro.push(vec![Inline::text(self.text(&text))]);
        let mut rows: Vec<Row> = Vec::new();
        for (word, verdicts) in groups.into_iter().filter(|(_, verdicts)| !verdicts.is_empty()) {
            let heading = vec![Inline::Strong { content: vec![Inline::text(self.w(word))] }];
            rows.push(Row { kind: RowKind::Group, cells: vec![Cell::new(heading).spanning(3)] });
            for verdict in verdicts {
                let policy = judgement.policy(verdict);
                let asked = vec![Inline::text(self.text(policy.title.of(self.lang)))];
                rows.push(row(vec![
                    Cell::text(policy.code.clone()),
                    Cell::new(lines([asked].into_iter().chain(self.basis(policy)))),
                    Cell::new(self.result(verdict)),
                ]));
            }
        }
        let table = Table {
            dense: true,
            columns: vec![Column::Short, Column::Text { weight: 6 }, Column::Text { weight: 6 }],
            head: self.head(&[W::Policy, W::WhatItAsks, W::Result]),
            rows,
        };
        chapter.sections.push(section("", Part { tables: vec![table], ..Part::default() }));
        let waivers: Vec<Entity<'_>> =
            self.plan.all(crate::language::Concept::Waiver).chain(self.plan.all(crate::language::Concept::Acknowledged)).collect();
        if !waivers.is_empty() {
            let rows = waivers.iter().map(|one| {
                let text = |key: u8| one.seen(key).map_or_else(String::new, |seen| self.text(&seen.show(self.lang)));
                let rule = one.members(waiver::RULE).next().map_or_else(String::new, |seen| seen.text().into_owned());
                let on: Vec<String> =
                    one.members(waiver::ON).filter_map(|seen| seen.target()).map(|thing| self.text(&thing.titled())).collect();
                row(vec![
                    Cell::text(rule),
                    Cell::text(on.join(", ")),
                    Cell::new(vec![Inline::text(one.text(waiver::BECAUSE).map_or_else(String::new, |text| self.text(&text)))]),
                    Cell::text(text(waiver::BY.at)),
                    Cell::text(text(waiver::UNTIL.at)),
                ])
            });
            let table = Table {
                dense: true,
                columns: vec![
                    Column::Short,
                    Column::Text { weight: 4 },
                    Column::Text { weight: 6 },
                    Column::Text { weight: 3 },
                    Column::Text { weight: 2 },
                ],
                head: self.head(&[W::Policy, W::Where, W::Reason, W::DecidedBy, W::Until]),
                rows: rows.collect(),
            };
            chapter.sections.push(section(self.w(W::Waivers), Part { tables: vec![table], ..Part::default() }));
        }
        chapter
    }

    /// What it rests on, and how sure that is.
    fn basis(&self, policy: &Policy) -> Option<Rich> {
        let sources: Vec<String> = policy
            .bases
            .iter()
            .filter(|basis| basis.law)
            .map(|basis| {
                let sure = match basis.sure {
                    Some(Sure::G) => self.lang.of(" (à vérifier)", " (to be checked)"),
                    Some(Sure::Unsure) => self.lang.of(" (incertain)", " (unsure)"),
                    Some(Sure::A | Sure::B) | None => "",
                };
                format!("{}{sure}", basis.title)
            })
            .collect();
        (!sources.is_empty()).then(|| vec![Inline::Emph { content: vec![Inline::text(self.text(&sources.join(" ; ")))] }])
    }

    fn result(&self, verdict: &Verdict) -> Rich {
        /// No more things of one policy are named; the rest is counted.
        const MOST: usize = 4;
        let judgement = &self.analysis.judgement;
        match verdict.outcome {
            Outcome::Found => {
                let mut all: Vec<Rich> = Vec::new();
                for finding in verdict.findings.iter().take(MOST) {
                    all.push(vec![Inline::text(self.text(&finding.diagnostic.message.show(self.lang)))]);
                }
                let more = verdict.findings.len().saturating_sub(MOST);
                if more > 0 {
                    all.push(vec![Inline::text(self.lang.of(format!("… et {more} autres."), format!("… and {more} others.")))]);
                }
                lines(all)
            }
            Outcome::Undecided => {
                let code = &judgement.policy(verdict).code;
                let missing = judgement.missing.iter().filter(|missing| missing.policies.contains(code));
                let names: Vec<String> = missing.map(|missing| self.lang.of(&missing.text[0], &missing.text[1]).clone()).collect();
                let lead = self.lang.of("Il manque : ", "Missing: ");
                vec![Inline::text(self.text(&format!("{lead}{}", names.join(", "))))]
            }
            Outcome::Met => {
                let judged = verdict.judged;
                let text = match judged {
                    1 => self.lang.of("1 élément examiné".to_owned(), "1 item examined".to_owned()),
                    _ => self.lang.of(format!("{judged} éléments examinés"), format!("{judged} items examined")),
                };
                vec![Inline::text(self.text(&text))]
            }
            Outcome::Aside => match verdict.not_for.and_then(|at| judgement.policy(verdict).applies_text.get(at)) {
                Some(_) => vec![Inline::text(self.lang.of("Ne vise pas cette collectivité ou ce plan", "Not for this authority or plan"))],
                None => vec![Inline::text(self.lang.of("Rien à examiner dans ce plan", "Nothing to examine in this plan"))],
            },
        }
    }
}
