//! Who pays: the lines of the funding plans that count, by source; and what they pay of each year and section.
//!
//! As for budgets, a goal's own funding plan is its whole; a goal without one is funded as those of its actions that count are.
//!
//! A line pays for all that its sheet spends, or for one section of it (`40 % of investment`), each amount in the same proportion, to
//! the cent: what it pays of all of them together is what it brings. What it brings to a sheet that spends nothing is for no year and no
//! section. The years in which the money comes in (`receipts`) are another matter, and not counted here.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use super::{Ledger, amounts, budgets, cost, counted, funded, lumps};
use crate::language::concepts::money::{self, FundingStatus, funder};
use crate::plan::{Entity, EntityId, Given, GoalId, Money, Percent, Plan, Section, Share};

/// A line of a funding plan that counts.
#[derive(Debug, Clone, Copy)]
pub struct Brought<'a> {
    /// The goal or action that holds the funding plan.
    pub goal: GoalId,
    pub line: Entity<'a>,
    pub status: Given<FundingStatus>,
    /// What it brings; of a refused one, what it would have. None where that, or its status, could not be read.
    pub money: Option<Money>,
    /// What it pays of, where that is one section.
    pub section: Option<Section>,
}

/// Sums by status. `secured` is without what is `received` already.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Tally {
    pub secured: Money,
    pub sought: Money,
    pub received: Money,
    /// Its status is not written.
    pub unstated: Money,
    /// In no total.
    pub refused: Money,
}

impl Tally {
    /// All but what is refused.
    pub fn total(&self) -> Money {
        self.sure() + self.sought + self.unstated
    }

    /// Secured, and received already.
    pub fn sure(&self) -> Money {
        self.secured + self.received
    }

    /// With all of another.
    pub fn join(&mut self, other: &Tally) {
        self.secured += other.secured;
        self.sought += other.sought;
        self.received += other.received;
        self.unstated += other.unstated;
        self.refused += other.refused;
    }

    fn add(&mut self, status: Option<FundingStatus>, money: Money) {
        *match status {
            Some(FundingStatus::Secured) => &mut self.secured,
            Some(FundingStatus::Sought) => &mut self.sought,
            Some(FundingStatus::Received) => &mut self.received,
            Some(FundingStatus::Refused) => &mut self.refused,
            None => &mut self.unstated,
        } += money;
    }
}

/// What one line pays of one year and section.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Piece {
    pub goal: GoalId,
    /// The line of the funding plan.
    pub line: EntityId,
    /// Its number among [`Sources::names`].
    pub source: u32,
    pub status: Option<FundingStatus>,
    /// None where what it pays is not split by year, or by section.
    pub year: Option<i16>,
    pub section: Option<Section>,
    pub money: Money,
}

/// All that the plan's funding plans bring.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    /// The funders' titles, in the order in which the text first names them.
    pub names: Vec<String>,
    /// In the order of the text.
    pub pieces: Vec<Piece>,
    /// The same by year, section and source.
    pub cells: BTreeMap<(Option<i16>, Option<Section>, u32), Tally>,
}

/// Of the goals and actions that are counted.
pub fn sources(plan: &Plan) -> Sources {
    let mut sources = Sources::default();
    let mut numbers: FxHashMap<Cow<'_, str>, u32> = FxHashMap::default();
    let mut cells: FxHashMap<(Option<i16>, Option<Section>, u32), Tally> = FxHashMap::default();
    for brought in counted(plan).flat_map(by_source) {
        let Some(money) = brought.money else { continue };
        let source = *numbers.entry(brought.line.titled()).or_insert_with_key(|name| {
            sources.names.push(name.clone().into_owned());
            sources.names.len() as u32 - 1
        });
        let status = brought.status.is();
        for (year, section, money) in spread(plan.goal(brought.goal), brought.section, money) {
            cells.entry((year, section, source)).or_default().add(status, money);
            sources.pieces.push(Piece { goal: brought.goal, line: brought.line.id, source, status, year, section, money });
        }
    }
    sources.cells.extend(cells);
    sources
}

/// The funding lines that count for a goal, each with what it brings.
pub fn by_source(goal: Entity<'_>) -> impl Iterator<Item = Brought<'_>> {
    let own = has_funding(goal);
    let parts = goal.actions().filter(move |action| !own && action.is_counted() && has_funding(*action));
    own.then_some(goal).into_iter().chain(parts).flat_map(|sheet| {
        funded(sheet).into_iter().map(move |(line, money)| {
            let status = line.get(funder::STATUS);
            let money = match status {
                Given::Unknown => None,
                Given::Is(FundingStatus::Refused) => refused(sheet, line),
                Given::Is(_) | Given::Absent => money,
            };
            let section = match line.is_given(funder::SHARE) {
                Some(Share::Percent(_, section)) => section,
                Some(Share::Money(_)) | None => None,
            };
            Brought { goal: sheet.goal_id(), line, status, money, section }
        })
    })
}

/// What a goal's funding lines bring in all.
pub fn funding(goal: Entity<'_>) -> Tally {
    let mut tally = Tally::default();
    for brought in by_source(goal) {
        if let Some(money) = brought.money {
            tally.add(brought.status.is(), money);
        }
    }
    tally
}

/// What is left to the authority of a goal's cost, all that is sought, unstated or secured taken off.
pub fn own_share(goal: Entity<'_>) -> Money {
    cost(goal, None) - funding(goal).total()
}

/// The budgets of counted goals and actions that ask for the refund of VAT, each with its sheet.
pub fn fctva(plan: &Plan) -> Vec<(GoalId, EntityId)> {
    let asked = counted(plan).flat_map(budgets).filter(|(_, budget)| budget.seen(money::FCTVA.at).is_some());
    asked.map(|(goal, budget)| (goal, budget.id)).collect()
}

impl Sources {
    /// What all sources bring, in one year and section or in all: `Some(None)` is what is not split.
    pub fn tally(&self, year: Option<Option<i16>>, section: Option<Option<Section>>, source: Option<u32>) -> Tally {
        let mut sum = Tally::default();
        let fits = |(of_year, of_section, of_source): &(Option<i16>, Option<Section>, u32)| {
            year.is_none_or(|year| year == *of_year)
                && section.is_none_or(|section| section == *of_section)
                && source.is_none_or(|source| source == *of_source)
        };
        for (_, cell) in self.cells.iter().filter(|(key, _)| fits(key)) {
            sum.join(cell);
        }
        sum
    }

    /// The authority's own share of all that is asked: what no source brings, be it secured or not.
    pub fn own(&self, ledger: &Ledger) -> Money {
        ledger.asked(None) - self.tally(None, None, None).total()
    }
}

/// Has it a funding plan with lines?
pub fn has_funding(goal: Entity<'_>) -> bool {
    goal.funding().is().is_some_and(|funding| funding.funders().next().is_some())
}

/// What a line of a sheet's funding plan would have brought, had it not been refused.
pub fn refused(sheet: Entity<'_>, line: Entity<'_>) -> Option<Money> {
    let money = match line.is_given(funder::SHARE)? {
        Share::Money(money) => money,
        Share::Percent(Percent(percent), section) => {
            let base = line.is_given(funder::OF).unwrap_or_else(|| cost(sheet, section));
            base.map(|base| (base.saturating_mul(percent) / Decimal::ONE_HUNDRED).round_dp(2))
        }
    };
    let cap = line.is_given(funder::CAP);
    let money = cap.map_or(money, |cap| Money { low: money.low.min(cap.low), high: money.high.min(cap.high), ..money });
    (money.currency == sheet.plan.currency()).then_some(money)
}

/// A sum over what a sheet spends, in proportion. The parts make the sum: each is what the amounts up to it get, less what those before
/// it got.
fn spread(sheet: Entity<'_>, section: Option<Section>, money: Money) -> Vec<(Option<i16>, Option<Section>, Money)> {
    let by_year = amounts(sheet).flat_map(|(_, amount)| amount.years().map(move |year| (Some(year), Some(amount.section), amount.money)));
    let at_once = lumps(sheet).map(|(_, lump)| (None, lump.section, lump.money));
    let fits = |(_, of, _): &(Option<i16>, Option<Section>, Money)| section.is_none_or(|section| *of == Some(section));
    let spent: Vec<_> = by_year.chain(at_once).filter(fits).collect();
    let all: Money = spent.iter().map(|(.., spent)| *spent).sum();
    if all.high.is_zero() {
        return vec![(None, None, money)];
    }
    // Where the least that is spent is nothing, the most tells the proportion.
    let least = |money: Money| if all.low.is_zero() { money.high } else { money.low };
    let upto = |sum: Decimal, of: Decimal, whole: Decimal| {
        let part = if sum == of { Some(whole) } else { sum.checked_mul(whole).and_then(|product| product.checked_div(of)) };
        part.unwrap_or(whole).round_dp(2)
    };
    let exact = !all.is_range() && !money.is_range();
    let mut before = Money { low: Decimal::ZERO, high: Decimal::ZERO, ..money };
    let (mut low, mut high) = (Decimal::ZERO, Decimal::ZERO);
    let mut parts = Vec::with_capacity(spent.len());
    for (year, section, amount) in spent {
        low = low.saturating_add(least(amount));
        high = high.saturating_add(amount.high);
        let most = upto(high, all.high, money.high);
        let now = Money { low: if exact { most } else { upto(low, least(all), money.low) }, high: most, ..money };
        parts.push((year, section, Money { low: now.low.saturating_sub(before.low), high: now.high.saturating_sub(before.high), ..money }));
        before = now;
    }
    parts
}
