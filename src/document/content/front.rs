//! The title page.

use super::super::model::{Cover, Inline, Logo, Mark, Rich};
use super::super::words::W;
use super::Build;
use super::calendar::UPRIGHT;
use crate::check::{self, Lacks};
use crate::figure::{Bar, Figure, strip};
use crate::language::Concept;
use crate::language::concepts::{authority, strategy};
use crate::language::{Key, Name};

impl Build<'_> {
    pub fn cover(&self, draft: bool, holes: usize) -> Cover {
        let strategy = self.plan.strategy();
        let authority = self.plan.authority();
        let mut facts = Vec::new();
        if let Some(assembly) = authority.is().and_then(|authority| self.field_value(authority, authority::ASSEMBLY.at)) {
            facts.push(self.fact(W::Assembly, assembly));
        }
        let who = |key: Key<Name>| match strategy.and_then(|strategy| strategy.is_given(key)) {
            Some(owner) => vec![self.owner_text(owner)],
            None => vec![self.hole()],
        };
        facts.push(self.fact(W::Lead, who(strategy::LEAD)));
        facts.push(self.fact(W::Sponsor, who(strategy::SPONSOR)));
        let mark = draft.then(|| Mark {
            title: self.w(if holes > 0 { W::DraftTitle } else { W::DraftHeader }).to_owned(),
            detail: self.draft_detail(holes),
        });
        Cover {
            authority: authority.is().map_or_else(|| vec![self.hole()], |authority| vec![self.titled(authority)]),
            title: self.strategy_title(),
            period: self.period_text(),
            facts,
            logo: self.layout.and_then(check::logo).map(|(from, alt)| {
                let form = from.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
                Logo { file: format!("logo.{form}"), alt: self.text(&alt), from }
            }),
            mark,
            picture: self.picture_of_all(),
        }
    }

    /// A band of bars an axis, where that is few enough to be a picture.
    fn picture_of_all(&self) -> Vec<Figure> {
        const MOST_AXES: usize = 7;
        const MOST_GOALS: usize = 28;
        let Some(scale) = self.scale() else { return Vec::new() };
        let bars: Vec<Vec<Bar>> =
            self.strands.iter().map(|strand| strand.sheets.iter().filter_map(|sheet| self.bar(*sheet)).collect()).collect();
        if bars.len() > MOST_AXES || bars.iter().map(Vec::len).sum::<usize>() > MOST_GOALS {
            return Vec::new();
        }
        let scale = crate::figure::Scale { today: None, mandate: None, ..scale };
        let bands = bars
            .iter()
            .filter(|bars| !bars.is_empty())
            .map(|bars| strip(bars, &scale, UPRIGHT, (bars.len() as f64 * 2.1, 2.1), String::new()));
        let mut picture: Vec<Figure> = bands.collect();
        if !picture.is_empty() {
            picture.push(scale.head(UPRIGHT));
        }
        picture
    }

    fn draft_detail(&self, holes: usize) -> String {
        let errors = self.analysis.count(crate::diagnostic::Severity::Error);
        let s = |count: usize| if count > 1 { "s" } else { "" };
        let en_s = |count: usize| if count == 1 { "" } else { "s" };
        let mut text = match holes {
            0 => self.lang.of("Aucun élément ne manque.".to_owned(), "Nothing is missing.".to_owned()),
            _ => self.lang.of(
                format!("{holes} élément{} à compléter, listé{} en fin de document.", s(holes), s(holes)),
                format!("{holes} item{} to be completed, listed at the end of the document.", en_s(holes)),
            ),
        };
        if errors > 0 {
            text += &self.lang.of(
                format!(
                    " Le contrôle du plan relève {errors} erreur{}\u{a0}: ce document ne peut pas être soumis au vote en l’état.",
                    s(errors)
                ),
                format!(" The check of the plan finds {errors} error{}: this document is not fit for a vote as it stands.", en_s(errors)),
            );
        }
        text
    }

    pub fn period_text(&self) -> Rich {
        let seen = self.plan.strategy().and_then(|strategy| strategy.seen(strategy::PERIOD.at)).filter(|seen| !seen.is_unread());
        seen.map_or_else(|| vec![self.hole()], |seen| vec![Inline::text(self.text(&seen.show(self.lang)))])
    }

    /// Of a plan without amounts: a hole if one was due.
    pub fn no_amount(&self) -> Inline {
        let due = self.lacks.iter().any(|(_, lacks)| matches!(lacks, Lacks::Child(Concept::Budget) | Lacks::Goals | Lacks::Strategy));
        if due { self.hole() } else { Inline::text("–") }
    }

    /// `Ville de Montreval, commune, 62 400 habitants, 850 agents`
    pub fn authority_line(&self) -> Rich {
        let Some(authority) = self.plan.authority().is() else { return vec![self.hole()] };
        let mut line = vec![self.titled(authority)];
        // A fact that could not be read leaves a hole; one that nobody wrote leaves none.
        let facts = [
            (authority::KIND.at, ""),
            (authority::POPULATION.at, self.lang.of("\u{a0}habitants", "\u{a0}inhabitants")),
            (authority::AGENTS.at, "\u{a0}agents"),
        ];
        for (at, word) in facts {
            let Some(seen) = authority.seen(at) else { continue };
            line.push(Inline::text(", "));
            match seen.cell.value {
                crate::plan::Value::Unknown => line.push(self.hole()),
                _ => line.push(Inline::text(format!("{}{word}", seen.show(self.lang)))),
            }
        }
        line
    }
}
