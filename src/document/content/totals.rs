//! Sums that several parts show. Each starts from the ledger's own amounts.

use std::collections::BTreeMap;

use super::Build;
use crate::budget::{self, Entry};
use crate::check::Lacks;
use crate::language::Concept;
use crate::language::concepts::money::FundingStatus;
use crate::language::concepts::money::funder;
use crate::plan::{Entity, EntityId, Given, Money};
use crate::plan::{Section as Of, Share};

/// In the place of a year: what is not split by year.
pub const UNSPLIT: i16 = i16::MAX;

/// What one line of a funding plan brings; nothing where that is not known. Money whose status could not be read is not counted.
pub struct FundingLine<'a> {
    pub line: Entity<'a>,
    pub status: Given<FundingStatus>,
    pub money: Option<Money>,
}

impl Build<'_> {
    /// The amounts that count towards a goal's cost, by year, in one section or in both.
    pub fn cost_by_year(&self, goal: Entity<'_>, section: Option<Of>) -> BTreeMap<i16, Money> {
        let mut years = BTreeMap::new();
        for (_, amount) in budget::amounts(goal).filter(|(_, amount)| section.is_none_or(|section| amount.section == section)) {
            for year in amount.years() {
                *years.entry(year).or_default() += amount.money;
            }
        }
        for (_, lump) in budget::lumps(goal).filter(|(_, lump)| section.is_none() || lump.section == section) {
            *years.entry(UNSPLIT).or_default() += lump.money;
        }
        years
    }

    /// What a goal or action costs; none if no figure is given at all.
    pub fn cost(&self, goal: Entity<'_>) -> Option<Money> {
        let given = budget::amounts(goal).next().is_some() || budget::lumps(goal).next().is_some();
        given.then(|| budget::cost(goal, None))
    }

    /// Is anything asked at all?
    pub fn asks(&self) -> bool {
        self.entries().next().is_some() || !self.analysis.ledger.lumps.is_empty()
    }

    /// Every amount that counts towards the ledger's totals.
    pub fn entries(&self) -> impl Iterator<Item = (i16, &Entry)> {
        self.analysis.ledger.lines.iter().flat_map(|((_, year), line)| line.entries.iter().map(move |entry| (*year, entry)))
    }

    pub fn asked(&self) -> Money {
        self.analysis.ledger.asked(None)
    }

    /// The envelope; none if the plan has none, or one that could not be read.
    pub fn allotted(&self, section: Option<Of>) -> Option<Money> {
        let missing = |(_, lacks): &(Option<EntityId>, Lacks)| *lacks == Lacks::Child(Concept::Envelope);
        if self.lacks.iter().any(missing) {
            return None;
        }
        Some(self.analysis.ledger.allotted(section))
    }

    /// Does the envelope allot anything by section? Only then is there a balance of one.
    pub fn splits_envelope(&self) -> bool {
        let ledger = &self.analysis.ledger;
        let split = ledger.lines.values().any(|line| line.allotted.is_some()) || ledger.allotted.iter().any(|lump| lump.section.is_some());
        self.has_envelope() && split
    }

    pub fn has_envelope(&self) -> bool {
        self.allotted(None).is_some()
    }

    pub fn funding_lines<'g>(&self, goal: Entity<'g>) -> Vec<FundingLine<'g>> {
        let line = |(line, money): (Entity<'g>, Option<Money>)| FundingLine { line, status: line.get(funder::STATUS), money };
        budget::funded(goal).into_iter().map(line).collect()
    }

    /// `40 % de l'investissement`; nothing for an amount.
    pub fn share_text(&self, share: Share) -> Option<String> {
        match share {
            Share::Money(_) => None,
            Share::Percent(percent, section) => Some(percent.show_of(section, self.lang)),
        }
    }
}
