//! What is computed of a plan, shown in its text: dates, totals, shares of the envelope.

use std::ops::Range;

use crate::analysis::Analysis;
use crate::budget::{complete, cost, funded, together};
use crate::diagnostic::Lang;
use crate::language::{Concept, concepts};
use crate::plan::{Entity, Money, Seen, Value};
use crate::schedule::Source;
use crate::text::SourceId;

/// Which of them an author wants to see.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    pub dates: bool,
    pub totals: bool,
    pub shares: bool,
}

impl Default for Wanted {
    fn default() -> Self {
        Wanted { dates: true, totals: true, shares: true }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// It stands behind this byte.
    pub offset: u32,
    pub label: String,
    /// Where it comes from, in a sentence.
    pub why: String,
}

/// Those of a range of a source, in the order of the text.
pub fn hints(analysis: &Analysis, source: SourceId, within: Range<u32>, wanted: Wanted, lang: Lang) -> Vec<Hint> {
    let hinting = Hinting { analysis, envelope: analysis.ledger.allotted(None), wanted, lang };
    let plan = &analysis.plan;
    let mut found = Vec::new();
    for (part, placed) in (0u32..).zip(&plan.parts) {
        let next = plan.parts.get(part as usize + 1).filter(|next| next.source == source).map_or(u32::MAX, |next| next.base);
        if placed.source == source && placed.base <= within.end && within.start <= next {
            plan.entities_of(part).for_each(|entity| hinting.of(entity, &mut found));
        }
    }
    found.retain(|hint| within.start <= hint.offset && hint.offset <= within.end);
    found.sort_by_key(|hint| hint.offset);
    found
}

/// `12,5 % de l'enveloppe`; nothing of nothing.
pub(super) fn share_of_envelope(money: Money, envelope: Money, lang: Lang) -> Option<String> {
    let percent = money.percent_of(envelope, lang).filter(|_| !money.is_zero())?;
    Some(lang.of(format!("{percent} de l'enveloppe"), format!("{percent} of the envelope")))
}

struct Hinting<'a> {
    analysis: &'a Analysis,
    envelope: Money,
    wanted: Wanted,
    lang: Lang,
}

impl Hinting<'_> {
    fn of(&self, entity: Entity<'_>, found: &mut Vec<Hint>) {
        if entity.is_sheet() && self.wanted.dates {
            found.extend(self.dates(entity));
        }
        match entity.concept() {
            Concept::Budget | Concept::Envelope => found.extend(self.total(entity)),
            Concept::Axis => found.extend(self.level(entity)),
            Concept::Funding if self.wanted.totals => self.funding(entity, found),
            _ => {}
        }
    }

    /// The dates of a sheet that does not write them.
    fn dates(&self, sheet: Entity<'_>) -> Option<Hint> {
        let slot = self.analysis.calendar.slot(sheet.goal_id()).filter(|slot| slot.open == [false; 2])?;
        let why = match slot.source {
            Source::Given => return None,
            Source::Placed => self.lang.of("Calculé : après ce dont il dépend.", "Computed: after what it depends on."),
            Source::Actions => self.lang.of("Calculé : d'après ses actions.", "Computed: from its actions."),
        };
        let (start, end) = (slot.start.show(self.lang), slot.end.show(self.lang));
        let label = if start == end { start } else { format!("{start} – {end}") };
        Some(Hint { offset: sheet.head().end, label, why: why.to_owned() })
    }

    /// What a budget or an envelope adds up to, where it is more than one amount.
    fn total(&self, budget: Entity<'_>) -> Option<Hint> {
        let amounts = budget
            .lines_of_money()
            .map(|(line, _)| line.members(concepts::money::line::AMOUNTS))
            .flat_map(Iterator::collect::<Vec<Seen<'_>>>);
        let several = amounts.map(|seen| seen.years().map_or(2, |(first, last, _)| i32::from(last - first) + 1)).sum::<i32>() > 1;
        let (all, why) = match budget.parent().filter(|parent| parent.is_sheet()) {
            Some(sheet) if complete(sheet) => (cost(sheet, None), self.lang.of("La somme de ses montants.", "The sum of its amounts.")),
            Some(_) => return None,
            None if budget.is(Concept::Envelope) => (self.envelope, self.lang.of("La somme de l'enveloppe.", "The sum of the envelope.")),
            None => return None,
        };
        // What is abandoned, or somebody else's work, draws nothing from it.
        let share = budget.parent().filter(|parent| parent.is_sheet() && parent.is_counted()).and_then(|_| self.share(all));
        self.shown(budget, all, several, share, why)
    }

    /// What the sheets of an axis cost together.
    fn level(&self, level: Entity<'_>) -> Option<Hint> {
        let all = together(level.inner().filter(|one| one.is_sheet()), None);
        let why = self.lang.of("La somme des budgets de ses objectifs.", "The sum of the budgets of its goals.");
        self.shown(level, all, true, self.share(all), why)
    }

    fn shown(&self, of: Entity<'_>, all: Money, several: bool, share: Option<String>, why: &str) -> Option<Hint> {
        let total = (self.wanted.totals && several && !all.is_zero()).then(|| all.show(self.lang));
        let share = share.filter(|_| self.wanted.shares);
        let parts: Vec<String> = total.into_iter().chain(share).collect();
        (!parts.is_empty()).then(|| Hint { offset: of.head().end, label: parts.join(" · "), why: why.to_owned() })
    }

    fn share(&self, money: Money) -> Option<String> {
        share_of_envelope(money, self.envelope, self.lang)
    }

    /// What a share of a cost is in euros.
    fn funding(&self, funding: Entity<'_>, found: &mut Vec<Hint>) {
        let Some(sheet) = funding.parent().filter(|parent| parent.is_sheet()) else { return };
        for (line, money) in funded(sheet) {
            let share = super::at::values(line).find(|seen| matches!(seen.cell.value, Value::ShareOf(..)));
            if let (Some(share), Some(money)) = (share, money) {
                let why = self.lang.of("La part de ce que coûte l'objectif.", "The share of what the goal costs.").to_owned();
                found.push(Hint { offset: share.span().end, label: format!("= {}", money.show(self.lang)), why });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::testing;

    const PLAN: &str = "utiliser std.roles\nstratégie \"S\" {\n  période 2027 .. 2030\n  enveloppe {\n    investissement 2027: 300 k€, 2028: 100 k€\n  }\n}\naxe x \"X\" {\n  objectif g \"G\" {\n    pilote CDO\n    période 2027-01 .. 2027-06\n    budget {\n      investissement 2027: 80 k€, 2028: 20 k€\n    }\n    financement {\n      \"DSIL\" 40 % acquis\n    }\n  }\n  objectif h \"H\" {\n    durée 6 mois\n    dépend de g\n    budget {\n      fonctionnement 2028: 5 k€\n    }\n  }\n}\n";

    fn shown(wanted: Wanted, lang: Lang) -> Vec<String> {
        let analysis = testing::plan(PLAN);
        let line = |offset: u32| PLAN[..offset as usize].matches('\n').count() + 1;
        hints(&analysis, SourceId(0), 0..PLAN.len() as u32, wanted, lang)
            .into_iter()
            .map(|hint| format!("{} {}", line(hint.offset), hint.label.replace('\u{a0}', " ")))
            .collect()
    }

    #[test]
    fn dates_totals_and_shares() {
        assert_eq!(
            shown(Wanted::default(), Lang::Fr),
            [
                "4 400 000 €",
                "8 105 000 € · 26,3 % de l'enveloppe",
                "12 100 000 € · 25 % de l'enveloppe",
                "16 = 40 000 €",
                "19 1er juillet 2027 – 31 décembre 2027",
                "22 1,3 % de l'enveloppe"
            ]
        );
        let none = Wanted { dates: false, totals: false, shares: false };
        assert!(shown(none, Lang::Fr).is_empty());
        assert_eq!(shown(Wanted { dates: true, ..none }, Lang::En), ["19 1 July 2027 – 31 December 2027"]);
        assert_eq!(shown(Wanted { totals: true, ..none }, Lang::En).len(), 4);
        assert_eq!(shown(Wanted { shares: true, ..none }, Lang::En)[2], "22 1.3% of the envelope");
    }

    #[test]
    fn what_is_abandoned_or_outside_draws_nothing_from_the_envelope() {
        let plan = PLAN.replace("    durée 6 mois\n", "    durée 6 mois\n    hors-plan\n");
        let plan = plan.replace("    pilote CDO\n    période", "    pilote CDO\n    état abandonné au 2027-02\n    période");
        let analysis = testing::plan(&plan);
        let found = hints(&analysis, SourceId(0), 0..plan.len() as u32, Wanted { dates: false, ..Wanted::default() }, Lang::Fr);
        let labels: Vec<String> = found.iter().map(|hint| hint.label.replace('\u{a0}', " ")).collect();
        assert_eq!(labels, ["400 000 €", "100 000 €", "= 40 000 €"]);
    }

    #[test]
    fn only_those_of_the_range() {
        let analysis = testing::plan(PLAN);
        let start = PLAN.find("objectif h").unwrap() as u32;
        let found = hints(&analysis, SourceId(0), start..start + 20, Wanted::default(), Lang::Fr);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].why, "Calculé : après ce dont il dépend.");
    }
}
