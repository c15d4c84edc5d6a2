//! The act, in the order that registers know. What is known only after the sitting is a blank to be written in, no hole.

use super::super::super::model::{Block, Cell, Column, Inline, Part, Piece, Rich, Table};
use super::super::{Build, sheet};
use crate::analysis::analyse;
use crate::council::{State, known_sitting, steps};
use crate::language::Concept;
use crate::language::concepts::decision::{self, reference};
use crate::language::concepts::{authority, layout, strategy};
use crate::load::Memory;
use crate::plan::{Entity, When};
use crate::policy::judge::Outcome;
use crate::policy::typed::Sure;

/// Letters of a blank for a number, a date, a name.
const NUMBER: u8 = 12;
const DATE: u8 = 26;
const NAME: u8 = 44;

/// What the statement of reasons takes from the foreword: about fifteen lines.
const REASONS: usize = 1_500;

/// No more duties of the law are cited than fit an act.
const MOST_DUTIES: usize = 14;

impl Build<'_> {
    pub fn deliberation(&self) -> (String, Vec<Piece>) {
        let act = self.adoption();
        let strategy = self.strategy_title().text;
        let object = act.map_or_else(
            || self.text(&self.lang.of(format!("Adoption de la {}", super::super::lower(&strategy)), format!("Adoption of {strategy}"))),
            |act| self.title(act).text,
        );
        let authority = self.plan.authority().is();
        let above = authority.map_or_else(|| vec![self.hole()], |authority| vec![self.titled(authority)]);
        let mut below = vec![Inline::text(self.lang.of("Délibération n°\u{a0}", "Act no. "))];
        below.extend(self.said_or_blank(act, decision::NUMBER.at, NUMBER));
        let mut pieces = vec![Piece::Opening {
            above,
            title: self.lang.of("Extrait du registre des délibérations", "Extract from the register of acts").to_owned(),
            below,
        }];
        pieces.push(Piece::Facts { items: self.sitting(act, &object) });
        let (reasons, cut) = self.reasons();
        if !reasons.is_empty() {
            pieces.push(self.heading("Exposé des motifs", "Statement of reasons"));
            pieces.push(Piece::Prose { blocks: reasons });
            if cut {
                let rest = self.sentence(
                    "La suite est dans l’avant-propos de la stratégie annexée.",
                    "The rest is in the foreword of the annexed strategy.",
                );
                pieces.push(Piece::Lines { items: vec![rest] });
            }
        }
        let (visas, considering) = (self.visas(act), self.considering(act));
        if !visas.is_empty() {
            pieces.push(self.heading("Visas", "Texts cited"));
            pieces.push(Piece::Lines { items: visas });
            let grades = self.sentence(
                "Chaque texte porte sa sûreté : A, il a été lu ; B, d’après une source secondaire ; G, connaissance générale. Ce qui n’est pas A est à vérifier avant signature, et ces lettres sont à retirer de l’acte signé.",
                "Each text bears how sure it is: A, it was read; B, from a secondary source; G, general knowledge. What is not A is to be checked before signing, and these letters are to be taken out of the act that is signed.",
            );
            pieces.push(Piece::Lines { items: vec![vec![Inline::Emph { content: grades }]] });
        }
        if !considering.is_empty() {
            pieces.push(self.heading("Considérants", "Reasons"));
            pieces.push(Piece::Lines { items: considering });
        }
        let council = self.assembly();
        let deliberated =
            self.lang.of(format!("Après en avoir délibéré, {council} décide :"), format!("Having deliberated, {council} decides:"));
        pieces.push(Piece::Heading { level: 1, text: self.text(&deliberated) });
        for (at, content) in self.articles().into_iter().enumerate() {
            let number = match at {
                0 => self.lang.of("1er".to_owned(), "1".to_owned()),
                _ => (at + 1).to_string(),
            };
            pieces.push(Piece::Article { label: format!("Article\u{a0}{number}"), content });
        }
        pieces.push(self.heading("Vote", "Vote"));
        pieces.push(Piece::Facts { items: vec![self.told("Résultat", "Result", self.votes(act))] });
        pieces.push(self.heading("Voies de recours", "Means of appeal"));
        let appeal = self.sentence(
            "La présente délibération peut être contestée devant le tribunal administratif dans les deux mois de sa publication, par courrier ou par l’application Télérecours citoyens (code de justice administrative, article R421-1 ; référence G, à vérifier avant signature).",
            "This act may be contested before the administrative court within two months of its publication (code de justice administrative, article R421-1; grade G, to be checked before signing).",
        );
        pieces.push(Piece::Lines { items: vec![appeal] });
        let name = |fr: &str, en: &str| vec![Inline::text(self.lang.of(fr, en).to_owned()), Inline::Break, Inline::Blank { letters: 30 }];
        pieces.push(Piece::Signatures { items: vec![self.signed(), name("Secrétariat de séance", "The secretary")] });
        pieces.push(Piece::Facts {
            items: vec![
                self.told(
                    "Transmis au contrôle de légalité",
                    "Sent to the control of legality",
                    self.said_or_blank(act, decision::TRANSMITTED.at, DATE),
                ),
                self.told("Reçu le", "Received on", self.said_or_blank(act, decision::RECEIVED.at, DATE)),
                self.told("Publié le", "Published on", self.said_or_blank(act, decision::PUBLISHED.at, DATE)),
            ],
        });
        pieces.push(self.heading("Annexes", "Annexes"));
        pieces.push(Piece::Lines { items: self.annexes(act, &strategy) });
        pieces.extend(self.file(act));
        (object, pieces)
    }

    /// What the file of the sitting has to hold, and by when: no part of the act. Nothing where no sitting is known.
    fn file(&self, act: Option<Entity<'_>>) -> Vec<Piece> {
        let voted = act.is_some_and(|act| act.seen(decision::VOTES.at).is_some());
        let Some(sitting) = known_sitting(self.plan).filter(|_| !voted) else { return Vec::new() };
        let rows = steps(self.analysis, sitting, self.lang).into_iter().map(|step| {
            let day = match step.by {
                Some(by) => self.moment(When::day(by)),
                None => self.lang.of("ensuite", "then").to_owned(),
            };
            let bases: Vec<String> = step.bases.iter().map(|basis| format!("{} [{}]", basis.title, basis.grade)).collect();
            let mut rule = vec![Inline::text(self.text(&step.rule))];
            if !bases.is_empty() {
                rule.extend([Inline::Break, Inline::Emph { content: vec![Inline::text(self.text(&bases.join(" ; ")))] }]);
            }
            let mark = match step.state {
                State::Ready => "✓ ",
                State::Missing => "✗ ",
                State::Undecided => "? ",
                State::ByHand => "",
            };
            super::super::row(vec![
                Cell::text(day),
                Cell::text(self.text(&step.title)),
                Cell::text(self.text(&format!("{mark}{}", step.told))),
                Cell::new(rule),
            ])
        });
        let columns = vec![Column::Short, Column::Text { weight: 4 }, Column::Text { weight: 4 }, Column::Text { weight: 6 }];
        let head = vec![vec![
            Cell::text(self.lang.of("Au plus tard", "At the latest")),
            Cell::text(self.lang.of("Étape", "Step")),
            Cell::text(self.lang.of("Dans le plan", "In the plan")),
            Cell::text(self.lang.of("Règle", "Rule")),
        ]];
        let table = Table { dense: true, columns, head, rows: rows.collect() };
        let lead = self.sentence(
            "Cette page ne fait pas partie de l’acte : elle est à retirer avant signature.",
            "This page is no part of the act: it is to be taken out before signing.",
        );
        vec![
            Piece::NewPage,
            self.heading("Dossier de la séance", "File of the sitting"),
            Piece::Lines { items: vec![lead] },
            Piece::Part { part: Part { tables: vec![table], ..Part::default() } },
        ]
    }

    /// Who signs: as the author says it, else the chair.
    fn signed(&self) -> Rich {
        let usual = self.lang.of("Pour extrait conforme, la présidence de séance", "The chair").to_owned();
        let who = self.layout.and_then(|of| of.text(layout::SIGNATORY)).map_or(usual, |who| self.text(&who));
        vec![Inline::text(who), Inline::Break, Inline::Blank { letters: 30 }]
    }

    fn sitting(&self, act: Option<Entity<'_>>, object: &str) -> Vec<super::super::super::model::Fact> {
        let blank = |letters| vec![Inline::Blank { letters }];
        let said = |at: u8, letters: u8| self.said_or_blank(act, at, letters);
        let number = |at: u8| said(at, NUMBER);
        let date = match act.and_then(|act| act.is_given(decision::SESSION)) {
            Some(_) => said(decision::SESSION.at, DATE),
            None => said(decision::ON.at, DATE),
        };
        let mut facts = vec![
            self.told("Séance du", "Sitting of", date),
            self.told("Lieu", "Place", blank(NAME)),
            self.told("Présidence", "Chair", blank(NAME)),
            self.told("Convocation", "Convened on", said(decision::CONVENED.at, DATE)),
        ];
        let mut members = vec![Inline::text(self.lang.of("en exercice ", "in office "))];
        members.extend(number(decision::IN_OFFICE.at));
        members.extend(vec![Inline::text(self.lang.of(", présents ", ", present "))]);
        members.extend(number(decision::PRESENT.at));
        members.extend(vec![Inline::text(self.lang.of(", représentés ", ", represented "))]);
        members.extend(number(decision::REPRESENTED.at));
        facts.push(self.told("Membres", "Members", members));
        facts.push(self.told("Quorum", "Quorum", self.quorum(act).unwrap_or_else(|| blank(NUMBER))));
        facts.push(self.told("Secrétariat de séance", "Secretary", blank(NAME)));
        facts.push(self.told("Objet", "Object", vec![Inline::Strong { content: vec![Inline::text(object.to_owned())] }]));
        facts.push(self.told("Rapporteur", "Reported by", said(decision::REPORTED.at, NAME)));
        facts
    }

    /// Of those present alone; none is needed at a second call.
    fn quorum(&self, act: Option<Entity<'_>>) -> Option<Rich> {
        let act = act?;
        if act.seen(decision::SECOND_CALL.at).is_some() {
            return Some(self.sentence("seconde convocation : aucun quorum n’est requis", "second call: no quorum is needed"));
        }
        let (office, present) = (act.is_given(decision::IN_OFFICE)?, act.is_given(decision::PRESENT)?);
        let needed = office / 2 + 1;
        let reached = present >= needed;
        Some(match reached {
            true => self.sentence(
                format!("atteint : {present} présents pour {needed} nécessaires"),
                format!("reached: {present} present of {needed} needed"),
            ),
            false => self.sentence(
                format!("non atteint : {present} présents pour {needed} nécessaires"),
                format!("not reached: {present} present of {needed} needed"),
            ),
        })
    }

    /// The first paragraphs of the foreword, whole ones, and whether there are more.
    fn reasons(&self) -> (Vec<Block>, bool) {
        let foreword = self.plan.strategy().map(|strategy| self.prose(strategy)).unwrap_or_default();
        let letters = |block: &Block| serde_json::to_string(block).map_or(0, |text| text.chars().count() * 2 / 3);
        let mut room = REASONS;
        let mut taken = Vec::new();
        let count = foreword.len();
        for block in foreword {
            let long = letters(&block);
            if long > room && !taken.is_empty() {
                break;
            }
            room = room.saturating_sub(long);
            taken.push(block);
        }
        let cut = taken.len() < count;
        (taken, cut)
    }

    /// `Vu le CGCT, article L2121-29 (compétence du conseil municipal) [B, vérifié le 20 novembre 2026] ;`
    fn visas(&self, act: Option<Entity<'_>>) -> Vec<Rich> {
        let mut lines: Vec<String> = Vec::new();
        let mut add = |text: String| {
            if !lines.contains(&text) {
                lines.push(text);
            }
        };
        // Those that the author cites, first.
        for seen in act.into_iter().flat_map(|act| act.members(decision::BASIS)) {
            match seen.target() {
                Some(of) => add(self.cited(
                    &of.titled(),
                    of.is_given(reference::GRADE).map(grade),
                    of.seen(reference::CHECKED.at).map(|seen| seen.show(self.lang)),
                )),
                None => add(self.text(&seen.text())),
            }
        }
        // Then the council's competence for this kind of authority, and the duties of the law that the plan answers.
        let kind = self
            .plan
            .authority()
            .is()
            .and_then(|authority| authority.seen(authority::KIND.at))
            .map(|seen| seen.show(crate::diagnostic::Lang::En));
        if let Some(kind) = kind {
            let law = analyse(&Memory::one("use std.law.council\n"), Memory::root());
            for of in law.plan.all(Concept::Reference) {
                if of.members(reference::ACTS).any(|seen| seen.text().eq_ignore_ascii_case(&kind)) {
                    add(self.cited(
                        &of.titled(),
                        of.is_given(reference::GRADE).map(grade),
                        of.seen(reference::CHECKED.at).map(|seen| seen.show(self.lang)),
                    ));
                }
            }
        }
        let judgement = &self.analysis.judgement;
        let mut duties: Vec<String> = Vec::new();
        for verdict in judgement.verdicts.iter().filter(|verdict| verdict.outcome != Outcome::Aside) {
            let policy = judgement.policy(verdict);
            if policy.pack.as_deref() != Some("law") {
                continue;
            }
            for basis in policy.bases.iter().filter(|basis| basis.law) {
                // The day is written in the law's own file as `2026-11-20`.
                let checked = basis.checked.as_ref().map(|day| day.parse().map_or_else(|_| day.clone(), |day| self.moment(When::day(day))));
                let line = self.cited(&basis.title, basis.sure.map(sure), checked);
                if !duties.contains(&line) {
                    duties.push(line);
                }
            }
        }
        let left_out = duties.len().saturating_sub(MOST_DUTIES);
        duties.into_iter().take(MOST_DUTIES).for_each(&mut add);
        let visa = |line: String| {
            let lead = self.lang.of("Vu ", "Having regard to ");
            vec![Inline::Strong { content: vec![Inline::text(lead)] }, Inline::text(format!("{line}{}", self.lang.of("\u{202f};", ";")))]
        };
        let mut lines: Vec<Rich> = lines.into_iter().map(visa).collect();
        if left_out > 0 {
            lines.push(self.sentence(
                format!("Et {left_out} autres textes que le plan applique : voir la conformité, dans la stratégie annexée."),
                format!("And {left_out} more texts that the plan applies: see the conformity in the annexed strategy."),
            ));
        }
        lines
    }

    fn cited(&self, title: &str, grade: Option<&str>, checked: Option<String>) -> String {
        let checked = checked.map(|day| self.lang.of(format!(", vérifié le {day}"), format!(", checked on {day}"))).unwrap_or_default();
        let beside = grade.map(|grade| format!(" [{grade}{checked}]")).unwrap_or_default();
        self.text(&format!("{title}{beside}"))
    }

    fn considering(&self, act: Option<Entity<'_>>) -> Vec<Rich> {
        let mut lines: Vec<Rich> = Vec::new();
        let lead = || Inline::Strong { content: vec![Inline::text(self.lang.of("Considérant ", "Considering "))] };
        for seen in act.into_iter().flat_map(|act| act.members(decision::BECAUSE)) {
            let text = self.text(&seen.text());
            let end = if text.ends_with(['.', ';', ',', ':']) { "" } else { self.lang.of("\u{202f};", ";") };
            lines.push(vec![lead(), Inline::text(format!("{text}{end}"))]);
        }
        // The opinions that were given.
        for opinion in self.plan.all(Concept::Decision).filter(|one| one.is_given(decision::KIND) == Some(decision::DecisionKind::Opinion))
        {
            let mut line = vec![lead(), Inline::text(self.lang.of("ce qui suit : ", "this: ")), Inline::text(self.title(opinion).text)];
            for at in [decision::RESULT.at, decision::ON.at] {
                if let Some(value) = self.field_value(opinion, at) {
                    line.push(Inline::text(", "));
                    line.push(Inline::text(super::super::lower(&sheet::plain(&value))));
                }
            }
            line.push(Inline::text(self.lang.of("\u{202f};", ";")));
            lines.push(line);
        }
        lines
    }

    /// What the council decides: as written, or as such an act has it; and always who carries it out.
    fn articles(&self) -> Vec<Rich> {
        let written = self.written_articles();
        if !written.is_empty() {
            return written;
        }
        let mut articles = self.usual_articles();
        let carried_out = self.sentence(
            "Charger l’exécutif de l’exécution de la présente délibération, de sa transmission au contrôle de légalité et de sa publication.",
            "Entrust the executive with carrying out this act, sending it to the control of legality and publishing it.",
        );
        articles.push(carried_out);
        // `décide : d’approuver …`
        let led = |mut article: Rich| {
            if let (crate::diagnostic::Lang::Fr, Some(Inline::Text { text })) = (self.lang, article.first_mut()) {
                let lowered = super::super::lower(text);
                let vowel = lowered.starts_with(['a', 'e', 'é', 'i', 'o', 'u', 'y']);
                *text = if vowel { format!("d’{lowered}") } else { format!("de {lowered}") };
            }
            article
        };
        articles.into_iter().map(led).collect()
    }

    fn votes(&self, act: Option<Entity<'_>>) -> Rich {
        if let Some(votes) = act.and_then(|act| self.field_value(act, decision::VOTES.at)) {
            return votes;
        }
        let mut line = Rich::new();
        for (fr, en) in [
            ("pour ", "for "),
            (", contre ", ", against "),
            (", abstentions ", ", abstentions "),
            (", ne prend pas part au vote ", ", not voting "),
        ] {
            line.push(Inline::text(self.lang.of(fr, en)));
            line.push(Inline::Blank { letters: 8 });
        }
        line
    }

    fn annexes(&self, act: Option<Entity<'_>>, title: &str) -> Vec<Rich> {
        let version =
            self.plan.strategy().and_then(|strategy| strategy.text(strategy::VERSION)).map(|version| format!(", version {version}"));
        let mut lines = vec![vec![Inline::text(format!("1. {title}{}", version.map(|text| self.text(&text)).unwrap_or_default()))]];
        let annexes = act.into_iter().flat_map(|act| act.members(decision::ANNEX)).filter_map(|seen| seen.target());
        // It is made from the same plan: `--document finance`.
        if self.asks() {
            lines.push(vec![Inline::text(self.lang.of("2. Annexe financière", "2. Financial annex"))]);
        }
        for (annex, number) in annexes.zip(lines.len() + 1..) {
            lines.push(vec![Inline::text(format!("{number}. ")), self.titled(annex)]);
        }
        lines
    }
}

fn grade(of: reference::Grade) -> &'static str {
    match of {
        reference::Grade::A => "A",
        reference::Grade::B => "B",
        reference::Grade::G => "G",
        reference::Grade::Unsure => "?",
    }
}

fn sure(of: Sure) -> &'static str {
    match of {
        Sure::A => "A",
        Sure::B => "B",
        Sure::G => "G",
        Sure::Unsure => "?",
    }
}
