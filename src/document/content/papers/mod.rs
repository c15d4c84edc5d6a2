//! The papers beside the strategy: the act, the note for the councillors, the sheets to hand out, what the finance directorate checks,
//! what the council hears each year, what it changes.

mod amendment;
mod deliberation;
mod finance;
mod note;
mod numbers;
mod report;
mod sheets;

use super::super::model::{Fact, Inline, Paper, Piece, Rich};
use super::progress::Voted;
use super::{Build, Wish, shortened};
use crate::analysis::Analysis;
use crate::language::concepts::authority::{self, AuthorityKind};
use crate::language::concepts::decision;
use crate::plan::Entity;

/// A paper, by the name that the command line knows it by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Deliberation,
    Note,
    Sheets,
    Finance,
    Report,
    Amendment,
}

impl Kind {
    pub const ALL: [Kind; 6] = [Kind::Deliberation, Kind::Note, Kind::Sheets, Kind::Finance, Kind::Report, Kind::Amendment];

    pub fn name(self) -> &'static str {
        match self {
            Kind::Deliberation => "deliberation",
            Kind::Note => "note",
            Kind::Sheets => "sheets",
            Kind::Finance => "finance",
            Kind::Report => "report",
            Kind::Amendment => "amendment",
        }
    }
}

/// In: an analysis, sound or not, which paper, and for those that compare the plan as it was before. Out: the paper; what the plan does
/// not say is a hole in it, or a blank where it is known only after the vote. An amendment of nothing is empty.
pub fn paper(analysis: &Analysis, kind: Kind, wish: &Wish, against: Option<&Analysis>) -> Paper {
    let mut build = Build::new(analysis, wish.date);
    if let (Kind::Report, Some(old)) = (kind, against) {
        build.voted = Some(Voted::of(&Build::new(old, wish.date), &build));
    }
    let (title, pieces) = match kind {
        Kind::Deliberation => build.deliberation(wish.annexed),
        Kind::Note => build.explanatory_note(),
        Kind::Sheets => build.sheets_apart(wish),
        Kind::Finance => build.finance(),
        Kind::Report => build.report(against.map(|old| amendment::amended_in_lines(old, analysis, wish)).unwrap_or_default()),
        Kind::Amendment => against.map(|old| amendment::amendment(old, analysis, wish)).unwrap_or_default(),
    };
    let mut identity = build.identity(title, wish);
    // A page that goes alone says of which strategy it is; an act's title does.
    let strategy = build.strategy_title();
    if kind != Kind::Deliberation && !strategy.hole {
        identity.running = shortened(&format!("{} – {}", identity.title, strategy.text), 90);
    }
    Paper { identity, pieces }
}

/// What the act of this plan is voted with, made from the same text: the strategy (none), and the financial annex where there is money.
pub fn annexes(analysis: &Analysis) -> Vec<Option<Kind>> {
    let asks = Build::new(analysis, None).asks();
    std::iter::once(None).chain(asks.then_some(Some(Kind::Finance))).collect()
}

impl<'a> Build<'a> {
    /// The decision, once its sitting is over: on the day of the document it may be still to come.
    fn once_voted(&self, act: Option<Entity<'a>>) -> Option<Entity<'a>> {
        let over = |act: &Entity<'a>| match (act.is_given(decision::ON), self.date) {
            (Some(on), Some(today)) => on.start.first <= today,
            _ => true,
        };
        act.filter(|act| act.seen(decision::VOTES.at).is_some()).filter(over)
    }

    /// What a decision says, or a blank: it is known after the vote only.
    fn said_or_blank(&self, decision: Option<Entity<'_>>, at: u8, letters: u8) -> Rich {
        let said = decision.and_then(|decision| self.field_value(decision, at));
        said.filter(|said| !said.iter().any(|inline| matches!(inline, Inline::Hole { .. })))
            .unwrap_or_else(|| vec![Inline::Blank { letters }])
    }

    /// The authority, what the paper is called, and what it is about.
    fn opening(&self, title: &str, below: Rich) -> Piece {
        let above = self.plan.authority().is().map_or_else(|| vec![self.hole()], |authority| vec![self.titled(authority)]);
        Piece::Opening { above, title: title.to_owned(), below }
    }

    /// An article of an act, by its place from 0.
    fn article(&self, at: usize, content: Rich) -> Piece {
        let number = if at == 0 { self.lang.of("1er", "1").to_owned() } else { (at + 1).to_string() };
        Piece::Article { label: format!("Article\u{a0}{number}"), content }
    }

    /// The last article of an act.
    fn carried_out(&self) -> Rich {
        let executive = match self.plan.authority().is().and_then(|authority| authority.is_given(authority::KIND)) {
            Some(AuthorityKind::Commune) => "le maire",
            _ => "l’exécutif",
        };
        self.sentence(
            format!("Charger {executive} de l’exécution de la présente délibération, de sa transmission au contrôle de légalité et de sa publication."),
            "Entrust the executive with carrying out this act, sending it to the control of legality and publishing it.",
        )
    }

    fn heading(&self, fr: &str, en: &str) -> Piece {
        Piece::Heading { level: 1, text: self.lang.of(fr, en).to_owned() }
    }

    /// A label in both languages.
    fn told(&self, fr: &str, en: &str, value: Rich) -> Fact {
        Fact { label: self.lang.of(fr, en).to_owned(), value }
    }

    fn sentence(&self, fr: impl Into<String>, en: impl Into<String>) -> Rich {
        vec![Inline::text(self.text(&self.lang.of(fr.into(), en.into())))]
    }

    /// What the authority's council is called, as it is written in the plan.
    fn assembly(&self) -> String {
        let authority = self.plan.authority().is();
        let written = authority.and_then(|authority| authority.text(crate::language::concepts::authority::ASSEMBLY));
        written.map_or_else(
            || self.lang.of("l’assemblée", "the council").to_owned(),
            |name| self.lang.of(format!("le {name}"), format!("the {name}")),
        )
    }
}
