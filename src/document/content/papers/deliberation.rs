//! The act, in the order that registers know. What is known only after the sitting is a blank to be written in, no hole.

use super::super::super::model::{Block, Cell, Column, Inline, Part, Piece, Rich, Table};
use super::super::{Annexed, Build, lower, sheet};
use crate::council::{State, grade, known_sitting, law, steps};
use crate::diagnostic::{Lang, suggest};
use crate::language::Concept;
use crate::language::concepts::decision::{self, reference};
use crate::language::concepts::{authority, layout};
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

impl<'a> Build<'a> {
    pub fn deliberation(&self, annexed: Annexed) -> (String, Vec<Piece>) {
        let act = self.adoption();
        let after = self.once_voted(act);
        let strategy = self.strategy_title().text;
        let object = act.map_or_else(
            || self.text(&self.lang.of(format!("Adoption de la {}", lower(&strategy)), format!("Adoption of {strategy}"))),
            |act| self.title(act).text,
        );
        let mut below = vec![Inline::text(self.lang.of("Délibération n°\u{a0}", "Act no. "))];
        below.extend(self.said_or_blank(act, decision::NUMBER.at, NUMBER));
        let called = match after {
            Some(_) => self.lang.of("Extrait du registre des délibérations", "Extract from the register of acts"),
            None => self.lang.of("Projet de délibération", "Draft of an act"),
        };
        let mut pieces = vec![self.opening(called, below)];
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
            let grades = || {
                self.sentence(
                "Chaque texte porte sa sûreté : A, il a été lu ; B, d’après une source secondaire ; G, connaissance générale ; ?, incertain. Ce qui n’est pas A est à vérifier avant signature ; ces mentions ne sont plus imprimées une fois l’acte voté.",
                "Each text bears how sure it is: A, it was read; B, from a secondary source; G, general knowledge; ?, unsure. What is not A is to be checked before signing; once the act is voted they are printed no more.",
            )
            };
            if after.is_none() {
                pieces.push(Piece::Lines { items: vec![vec![Inline::Emph { content: grades() }]] });
            }
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
            pieces.push(self.article(at, content));
        }
        pieces.push(self.heading("Vote", "Vote"));
        pieces.push(Piece::Facts { items: vec![self.told("Résultat", "Result", self.votes(after))] });
        pieces.push(self.heading("Voies de recours", "Means of appeal"));
        let appeal = self.sentence(
            format!("La présente délibération peut être contestée devant le tribunal administratif dans les deux mois de sa publication, par courrier ou par l’application Télérecours citoyens (code de justice administrative, article R421-1{fr}).", fr = if after.is_some() { "" } else { "\u{202f}; référence G, à vérifier avant signature" }),
            format!("This act may be contested before the administrative court within two months of its publication (code de justice administrative, article R421-1{en}).", en = if after.is_some() { "" } else { "; grade G, to be checked before signing" }),
        );
        pieces.push(Piece::Lines { items: vec![appeal] });
        let name = |fr: &str, en: &str| vec![Inline::text(self.lang.of(fr, en).to_owned()), Inline::Break, Inline::Blank { letters: 30 }];
        pieces.push(Piece::Signatures { items: vec![self.signed(after.is_some()), name("Secrétariat de séance", "The secretary")] });
        pieces.push(Piece::Facts {
            items: vec![
                self.told(
                    "Transmis au contrôle de légalité",
                    "Sent to the control of legality",
                    self.said_or_blank(after, decision::TRANSMITTED.at, DATE),
                ),
                self.told("Reçu le", "Received on", self.said_or_blank(after, decision::RECEIVED.at, DATE)),
                self.told("Publié le", "Published on", self.said_or_blank(after, decision::PUBLISHED.at, DATE)),
            ],
        });
        pieces.push(self.heading("Annexes", "Annexes"));
        pieces.push(Piece::Lines { items: self.annexes(act, &strategy, annexed) });
        pieces.extend(self.file(act));
        (object, pieces)
    }

    /// What the file of the sitting has to hold, and by when: no part of the act. Nothing where no sitting is known.
    fn file(&self, act: Option<Entity<'a>>) -> Vec<Piece> {
        let Some(sitting) = known_sitting(self.plan).filter(|_| self.once_voted(act).is_none()) else { return Vec::new() };
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
    fn signed(&self, voted: bool) -> Rich {
        let usual = if voted { "Pour extrait conforme, la présidence de séance" } else { "La présidence de séance" };
        let usual = self.lang.of(usual, "The chair").to_owned();
        let who = self.layout.and_then(|of| of.text(layout::SIGNATORY)).map_or(usual, |who| self.text(&who));
        vec![Inline::text(who), Inline::Break, Inline::Blank { letters: 30 }]
    }

    fn sitting(&self, act: Option<Entity<'a>>, object: &str) -> Vec<super::super::super::model::Fact> {
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
        let after = self.once_voted(act);
        members.extend(self.said_or_blank(after, decision::PRESENT.at, NUMBER));
        members.extend(vec![Inline::text(self.lang.of(", représentés ", ", represented "))]);
        members.extend(self.said_or_blank(after, decision::REPRESENTED.at, NUMBER));
        let counted = |at| after.and_then(|act| act.is_given(at));
        if let (Some(office), Some(present), Some(represented)) =
            (counted(decision::IN_OFFICE), counted(decision::PRESENT), counted(decision::REPRESENTED))
        {
            let voting = present + represented;
            let absent = office.saturating_sub(voting);
            members.extend(self.sentence(format!(", absents {absent}, votants {voting}"), format!(", absent {absent}, voting {voting}")));
        }
        facts.push(self.told("Membres", "Members", members));
        facts.push(self.told("Quorum", "Quorum", self.quorum(after).unwrap_or_else(|| blank(NUMBER))));
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
    fn visas(&self, act: Option<Entity<'a>>) -> Vec<Rich> {
        let open = self.once_voted(act).is_none();
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
                    of.is_given(reference::GRADE).map(|of| grade(Some(of))),
                    of.seen(reference::CHECKED.at).map(|seen| seen.show(self.lang)),
                    open,
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
            for of in law().plan.all(Concept::Reference) {
                if of.members(reference::ACTS).any(|seen| seen.text().eq_ignore_ascii_case(&kind)) {
                    add(self.cited(
                        &of.titled(),
                        of.is_given(reference::GRADE).map(|of| grade(Some(of))),
                        of.seen(reference::CHECKED.at).map(|seen| seen.show(self.lang)),
                        open,
                    ));
                }
            }
        }
        let judgement = &self.analysis.judgement;
        let answered = judgement.verdicts.iter().filter(|verdict| verdict.outcome != Outcome::Aside);
        let bases = answered.flat_map(|verdict| &judgement.policy(verdict).bases).filter(|basis| basis.law);
        // An act cites no text that nobody is sure of; the surest come first.
        let mut bases: Vec<_> = bases.filter_map(|basis| Some((basis.sure.filter(|of| *of != Sure::Unsure)?, basis))).collect();
        bases.sort_by_key(|(of, _)| sure(*of));
        let mut duties: Vec<String> = Vec::new();
        for (of, basis) in bases {
            // The day is written in the law's own file as `2026-11-20`.
            let checked = basis.checked.as_ref().map(|day| day.parse().map_or_else(|_| day.clone(), |day| self.moment(When::day(day))));
            let line = self.cited(&basis.title, Some(sure(of)), checked, open);
            if !duties.contains(&line) {
                duties.push(line);
            }
        }
        let more = duties.len() > MOST_DUTIES;
        duties.into_iter().take(MOST_DUTIES).for_each(&mut add);
        // The opinions that were given.
        let opinion = |one: &Entity<'_>| one.is_given(decision::KIND) == Some(decision::DecisionKind::Opinion);
        for opinion in self.plan.all(Concept::Decision).filter(opinion) {
            let title = self.title(opinion).text;
            let mut line = match (self.lang, title.starts_with("Avis")) {
                (Lang::Fr, true) => format!("l’{}", super::super::lower(&title)),
                _ => title,
            };
            for at in [decision::RESULT.at, decision::ON.at] {
                if let Some(value) = self.field_value(opinion, at) {
                    line += &format!(", {}", super::super::lower(&sheet::plain(&value)));
                }
            }
            add(line);
        }
        let visa = |line: String| {
            let lead = self.lang.of("Vu ", "Having regard to ");
            vec![Inline::Strong { content: vec![Inline::text(lead)] }, Inline::text(format!("{line}{}", self.lang.of("\u{202f};", ";")))]
        };
        let mut lines: Vec<Rich> = lines.into_iter().map(visa).collect();
        if more {
            let rest = self.sentence(
                "La conformité, dans la stratégie annexée, donne tous les textes auxquels le plan répond.",
                "The conformity, in the annexed strategy, gives all texts that the plan answers.",
            );
            lines.push(vec![Inline::Emph { content: rest }]);
        }
        lines
    }

    /// The text as an act cites it, and while the act is open how sure it is.
    fn cited(&self, title: &str, grade: Option<&str>, checked: Option<String>, open: bool) -> String {
        let title = self.lang.of(in_full(title), title.to_owned());
        let grade = grade.filter(|_| open);
        let checked = checked.map(|day| self.lang.of(format!(", vérifié le {day}"), format!(", checked on {day}"))).unwrap_or_default();
        let beside = grade.map(|grade| format!(" [{grade}{checked}]")).unwrap_or_default();
        self.text(&format!("{title}{beside}"))
    }

    fn considering(&self, act: Option<Entity<'a>>) -> Vec<Rich> {
        let mut lines: Vec<Rich> = Vec::new();
        let lead = || Inline::Strong { content: vec![Inline::text(self.lang.of("Considérant ", "Considering "))] };
        for seen in act.into_iter().flat_map(|act| act.members(decision::BECAUSE)) {
            let text = self.text(&seen.text());
            let end = if text.ends_with(['.', ';', ',', ':']) { "" } else { self.lang.of("\u{202f};", ";") };
            // `Considérant les besoins`, `Considérant que…`: a sentence stands behind `que`.
            let told = match (text.starts_with(char::is_uppercase), self.lang) {
                (false, _) => text.clone(),
                (true, Lang::Fr) => behind_que(&text),
                (true, Lang::En) => format!("that {text}"),
            };
            lines.push(vec![lead(), Inline::text(format!("{told}{end}"))]);
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
        articles.push(self.carried_out());
        // `décide : d’approuver …`
        let led = |mut article: Rich| {
            if let (Lang::Fr, Some(Inline::Text { text })) = (self.lang, article.first_mut()) {
                let lowered = lower(text);
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

    fn annexes(&self, act: Option<Entity<'_>>, title: &str, annexed: Annexed) -> Vec<Rich> {
        let of = |pages: Option<usize>| {
            pages.map(|pages| {
                self.lang.of(
                    format!(" ({pages} page{})", if pages > 1 { "s" } else { "" }),
                    format!(" ({pages} page{})", if pages == 1 { "" } else { "s" }),
                )
            })
        };
        let version = self.version().map(|version| format!(", version {version}"));
        let written = |annex: String, pages: Option<usize>| annex + &of(pages).unwrap_or_default();
        let mut made = vec![written(format!("{title}{}", version.unwrap_or_default()), annexed.strategy)];
        // It is made from the same plan: `--document finance`.
        if self.asks() {
            made.push(written(self.lang.of("Annexe financière", "Financial annex").to_owned(), annexed.finance));
        }
        let mut lines: Vec<Rich> =
            made.into_iter().zip(1..).map(|(annex, number)| vec![Inline::text(format!("{number}. {annex}"))]).collect();
        let own = act.into_iter().flat_map(|act| act.members(decision::ANNEX)).filter_map(|seen| seen.target());
        for (annex, number) in own.zip(lines.len() + 1..) {
            lines.push(vec![Inline::text(format!("{number}. ")), self.titled(annex)]);
        }
        let fingerprint = self.analysis.sources.fingerprint();
        lines.push(self.sentence(
            format!("Ces annexes et le présent acte sont faits du même texte, dont l’empreinte est {fingerprint} : elle figure à la dernière page de chacun."),
            format!("These annexes and this act are made of the same text, whose fingerprint is {fingerprint}: it stands on the last page of each."),
        ));
        lines
    }
}

/// A sentence behind `Considérant`: what begins it loses its capital, unless it may be a name.
fn behind_que(sentence: &str) -> String {
    const BEGIN: [&str; 40] = [
        "le",
        "la",
        "les",
        "un",
        "une",
        "des",
        "du",
        "de",
        "ce",
        "cet",
        "cette",
        "ces",
        "chaque",
        "tout",
        "toute",
        "tous",
        "toutes",
        "aucun",
        "aucune",
        "il",
        "elle",
        "ils",
        "elles",
        "on",
        "deux",
        "trois",
        "quatre",
        "cinq",
        "six",
        "sept",
        "huit",
        "neuf",
        "dix",
        "onze",
        "douze",
        "quinze",
        "vingt",
        "trente",
        "plusieurs",
        "certains",
    ];
    let first = sentence.split([' ', '\u{a0}']).next().unwrap_or_default();
    let small = first.to_lowercase();
    let known = BEGIN.contains(&small.as_str()) || small.starts_with("l’") || small.starts_with("l'");
    let told = if known { lower(sentence) } else { sentence.to_owned() };
    // Before `onze` nothing is left out.
    let vowel = !small.starts_with("onze") && suggest::fold(&small).starts_with(['a', 'e', 'i', 'o', 'u']);
    format!("{}{told}", if vowel { "qu’" } else { "que " })
}

/// A text by its whole name, as French acts have it behind `Vu`: `le code général des collectivités territoriales, article L2121-29`.
fn in_full(title: &str) -> String {
    const NAMES: [(&str, &str); 14] = [
        ("CGCT", "le code général des collectivités territoriales"),
        ("CRPA", "le code des relations entre le public et l’administration"),
        ("RGPD", "le règlement (UE) 2016/679 du 27 avril 2016 (RGPD)"),
        ("CGFP", "le code général de la fonction publique"),
        ("Code ", "le code "),
        ("Loi ", "la loi "),
        ("Décret ", "le décret "),
        ("Ordonnance ", "l’ordonnance "),
        ("Arrêté ", "l’arrêté "),
        ("Règlement ", "le règlement "),
        ("Directive ", "la directive "),
        ("Référentiel ", "le référentiel "),
        ("Circulaire ", "la circulaire "),
        ("Constitution", "la Constitution"),
    ];
    let named = NAMES.iter().find_map(|(short, full)| Some(format!("{full}{}", title.strip_prefix(short)?)));
    named.unwrap_or_else(|| title.to_owned())
}

fn sure(of: Sure) -> &'static str {
    match of {
        Sure::A => "A",
        Sure::B => "B",
        Sure::G => "G",
        Sure::Unsure => "?",
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_text_has_its_whole_name_in_an_act() {
        for (title, full) in [
            ("CGCT, article L2121-29", "le code général des collectivités territoriales, article L2121-29"),
            ("Loi n° 2005-102, article 47", "la loi n° 2005-102, article 47"),
            ("Ordonnance n° 2005-1516", "l’ordonnance n° 2005-1516"),
            ("le règlement intérieur", "le règlement intérieur"),
        ] {
            assert_eq!(super::in_full(title), full);
        }
    }
}
