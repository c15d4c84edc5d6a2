//! What money is told of things: amounts, lines, years, funding, authorisations. The ledger is asked for its sums; whether they are
//! whole is found out here.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use strategy::budget::{Entry, cost, funded, own_amounts, own_lumps};
use strategy::language::Concept;
use strategy::language::concepts::money::{self, FundingStatus};
use strategy::plan::{Entity, Given, GoalId, Money, Percent, Section, Share, Value as Cell, guess};
use strategy::policy::kinds::{Fact, Kind};

use super::facts::field_of;
use super::fields::Reading;
use super::things::{AmountOf, Things, counts, is_sheet};
use super::value::{Atom, Maybe, Number, Value};

fn points(items: impl Iterator<Item = u32>, kind: Kind) -> Vec<Atom> {
    items.map(|at| Atom::Thing(kind, at)).collect()
}

fn section(of: Section) -> Value {
    Value::One(Maybe::Is(Atom::Word(i32::from(of == Section::Operating))))
}

/// Which of two amounts of one year and section is meant, nobody knows.
fn says_a_year_twice(budget: Entity<'_>) -> bool {
    let mut seen: Vec<(Section, i16)> = Vec::new();
    for amount in budget.amounts() {
        for year in amount.first..=amount.last {
            if seen.contains(&(amount.section, year)) {
                return true;
            }
            seen.push((amount.section, year));
        }
    }
    false
}

/// Is all that its cost is made of to be read? Its own budget or, without one, those of its actions that count.
fn is_whole(sheet: Entity<'_>) -> bool {
    let own = |sheet: Entity<'_>| match sheet.budget() {
        Given::Is(budget) => !budget.broken() && !budget.has_foreign() && !says_a_year_twice(budget),
        Given::Unknown => false,
        Given::Absent => !sheet.may_hold(guess::BLOCK),
    };
    let parts = || sheet.budget().is_absent().then(|| sheet.actions().filter(|action| counts(*action))).into_iter().flatten();
    own(sheet) && parts().all(own)
}

/// Are the totals of the plan whole?
fn all_whole(things: &Things<'_>) -> bool {
    let top = |sheet: &Entity<'_>| !sheet.parent().is_some_and(is_sheet);
    things.plan.sheets().filter(top).filter(|sheet| counts(*sheet)).all(is_whole)
}

pub fn own_money(reading: &Reading<'_, '_>) -> Value {
    let (things, plan, at) = (reading.things, reading.things.plan, reading.at);
    let ledger = things.grounds.ledger;
    let total = |money: Money| reading.money(money, all_whole(things));
    match reading.row.fact {
        Fact::StrategyAsked => total(ledger.asked(None)),
        Fact::StrategyInvestment => total(ledger.asked(Some(Section::Investment))),
        Fact::StrategyEnvelope => block(reading, Concept::Envelope, None),
        Fact::StrategyTrajectory => block(reading, Concept::Trajectory, None),
        Fact::SheetCost | Fact::SheetInvestment | Fact::SheetOperating => {
            let sheet = plan.goal(GoalId(at));
            let of = match reading.row.fact {
                Fact::SheetCost => None,
                Fact::SheetInvestment => Some(Section::Investment),
                _ => Some(Section::Operating),
            };
            reading.money(cost(sheet, of), is_whole(sheet))
        }
        Fact::SheetAmounts => {
            let sheet = plan.goal(GoalId(at));
            let its = |goal: GoalId| match sheet.budget().is_absent() && sheet.is(Concept::Goal) {
                true => plan.goal(goal).parent() == Some(sheet),
                false => goal == GoalId(at),
            };
            let own = (0u32..).zip(&things.amounts).filter(|(_, amount)| its(amount.goal)).map(|(at, _)| at);
            reading.many(points(own, Kind::Amount), !is_whole(sheet))
        }
        Fact::SheetFundings => {
            let sheet = plan.goal(GoalId(at));
            match sheet.funding() {
                Given::Is(funding) => {
                    let lines = funding.all(Concept::Funder).map(|line| reading.thing(line)).collect();
                    reading.many(lines, funding.broken())
                }
                Given::Unknown => reading.many(Vec::new(), true),
                Given::Absent => reading.many(Vec::new(), sheet.may_hold(guess::BLOCK)),
            }
        }
        _ => match reading.row.kind {
            Kind::Amount => of_amount(reading, &things.amounts[at as usize]),
            Kind::Line => of_line(reading),
            Kind::FiscalYear => of_year(reading),
            Kind::Credit => {
                let (_, year, money) = things.credits[at as usize];
                match reading.row.fact {
                    Fact::CreditYear => Value::Number(Number::point(i128::from(year))),
                    _ => reading.money(money, true),
                }
            }
            _ => of_papers(reading),
        },
    }
}

/// An envelope or a trajectory: in all, or of one year.
fn block(reading: &Reading<'_, '_>, concept: Concept, year: Option<i16>) -> Value {
    let Some(strategy) = reading.things.plan.strategy() else { return reading.absent() };
    let block = match strategy.child(concept) {
        Given::Is(block) => block,
        Given::Unknown => return reading.unknown(),
        Given::Absent if strategy.may_hold(guess::BLOCK) => return reading.unknown(),
        Given::Absent => return reading.absent(),
    };
    let whole = !block.broken() && !block.has_foreign() && !says_a_year_twice(block);
    let mut there = false;
    let mut sum = Money::ZERO;
    for amount in own_amounts(block) {
        for of in amount.first..=amount.last {
            if year.is_none_or(|year| year == of) {
                sum += amount.money;
                there = true;
            }
        }
    }
    if year.is_none() {
        own_lumps(block).into_iter().for_each(|lump| sum += lump.money);
        there = true;
    }
    match (there, whole) {
        (true, whole) => reading.money(sum, whole),
        (false, true) => reading.absent(),
        (false, false) => reading.unknown(),
    }
}

fn of_amount(reading: &Reading<'_, '_>, amount: &AmountOf) -> Value {
    let plan = reading.things.plan;
    match reading.row.fact {
        Fact::AmountYear => match amount.years {
            Some((first, last)) => Value::Number(Number::between(Some(first.into()), Some(last.into()))),
            None => reading.unknown(),
        },
        Fact::AmountSection => amount.section.map_or_else(|| reading.unknown(), section),
        Fact::AmountValue => reading.money(amount.money, true),
        Fact::AmountSheet => Value::One(Maybe::Is(Atom::Thing(Kind::Sheet, amount.goal.0))),
        Fact::AmountNature => {
            let line = plan.entity(amount.line);
            let is_line = line.is(Concept::Investment) || line.is(Concept::Operating);
            if is_line { reading.field(line, money::line::NATURE.at) } else { reading.absent() }
        }
        Fact::AmountFctva => {
            let budget = plan.goal(amount.goal).budget().is().expect("an amount stands in a budget");
            reading.field(budget, money::FCTVA.at)
        }
        other => panic!("no such fact of an amount: {other:?}"),
    }
}

fn of_line(reading: &Reading<'_, '_>) -> Value {
    let things = reading.things;
    let (of, year) = things.lines[reading.at as usize];
    let line = &things.grounds.ledger.lines[&(of, year)];
    match reading.row.fact {
        Fact::LineYear => Value::Number(Number::point(i128::from(year))),
        Fact::LineSection => section(of),
        Fact::LineAsked => reading.money(line.asked, all_whole(things)),
        Fact::LineAllotted => match (line.allotted, things.plan.strategy()) {
            (Some(_), Some(strategy)) if strategy.child(Concept::Envelope).is().is_some_and(says_a_year_twice) => reading.unknown(),
            (Some(amount), _) => reading.money(amount.money, true),
            (None, Some(strategy)) => match strategy.child(Concept::Envelope) {
                Given::Is(envelope) if envelope.broken() || envelope.has_foreign() => reading.unknown(),
                Given::Is(_) => reading.absent(),
                Given::Unknown => reading.unknown(),
                Given::Absent if strategy.may_hold(guess::BLOCK) => reading.unknown(),
                Given::Absent => reading.absent(),
            },
            (None, None) => reading.absent(),
        },
        // The largest first.
        _ => {
            let mut rows: BTreeMap<(_, u32, i16), u32> = BTreeMap::new();
            for (at, amount) in (0u32..).zip(&things.amounts) {
                if let (Some(written), Some((year, _))) = (amount.amount, amount.years) {
                    rows.insert((written.line, written.at, year), at);
                }
            }
            let row = |entry: &Entry| rows[&(entry.amount.line, entry.amount.at, year)];
            let mut own: Vec<(Decimal, u32)> = line.entries.iter().map(|entry| (entry.amount.money.high, row(entry))).collect();
            own.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
            reading.many(points(own.into_iter().map(|(_, at)| at), Kind::Amount), !all_whole(things))
        }
    }
}

fn of_year(reading: &Reading<'_, '_>) -> Value {
    let things = reading.things;
    let year = things.years[reading.at as usize];
    let asked = |of: Option<Section>| {
        let lines = things.grounds.ledger.lines.iter();
        let own = lines.filter(|((section, own), _)| *own == year && of.is_none_or(|of| of == *section));
        reading.money(own.map(|(_, line)| line.asked).sum(), all_whole(things))
    };
    match reading.row.fact {
        Fact::FiscalYearYear => Value::Number(Number::point(i128::from(year))),
        Fact::FiscalYearAsked => asked(None),
        Fact::FiscalYearInvestment => asked(Some(Section::Investment)),
        Fact::FiscalYearReceived => {
            let cells = things.grounds.sources().cells.iter().filter(|((of, ..), _)| *of == Some(year));
            reading.money(cells.map(|(_, tally)| tally.total()).sum(), all_whole(things))
        }
        _ => block(reading, Concept::Trajectory, Some(year)),
    }
}

/// Budgets, funding lines, authorisations.
fn of_papers(reading: &Reading<'_, '_>) -> Value {
    let (things, at) = (reading.things, reading.at);
    let entity = things.entity(reading.row.kind, at).expect("it is written");
    let sheet_of = |entity: Option<Entity<'_>>| match entity.filter(|entity| is_sheet(*entity)) {
        Some(sheet) => Value::One(Maybe::Is(reading.thing(sheet))),
        None => Value::One(Maybe::Absent),
    };
    match reading.row.fact {
        Fact::BudgetSheet | Fact::AuthorisationSheet => sheet_of(entity.parent()),
        Fact::FundingSheet => sheet_of(entity.parent().and_then(|funding| funding.parent())),
        Fact::BudgetAmounts => {
            let sheet = entity.parent().expect("a budget stands in a sheet").goal_id();
            let own = (0u32..).zip(&things.amounts).filter(|(_, amount)| amount.goal == sheet).map(|(at, _)| at);
            reading.many(points(own, Kind::Amount), entity.broken() || entity.has_foreign())
        }
        Fact::FundingSource => match entity.title() {
            Given::Is(title) => Value::Text(Maybe::Is(title.into_owned())),
            Given::Absent => Value::Text(Maybe::Absent),
            Given::Unknown => reading.unknown(),
        },
        Fact::FundingSection => match entity.seen(money::funder::SHARE.at).map(|seen| seen.cell.value) {
            Some(Cell::ShareOf(_, Some(of))) => section(of),
            Some(Cell::Unknown | Cell::Undefined) => reading.unknown(),
            _ => Value::One(Maybe::Absent),
        },
        Fact::FundingValue => reading_of_funding(reading, entity),
        Fact::AuthorisationTotal => {
            let now = things.authorisations[at as usize].steps.last().expect("an opening");
            match now.total {
                Some(total) if total.currency == things.plan.currency() => reading.money(total, true),
                _ => reading.unknown(),
            }
        }
        Fact::AuthorisationCredits => {
            let own = (0u32..).zip(&things.credits).filter(|(_, (of, ..))| *of == at).map(|(at, _)| at);
            let now = things.authorisations[at as usize].steps.last().expect("an opening");
            reading.many(points(own, Kind::Credit), !now.unsplit.is_zero())
        }
        other => {
            let key = field_of(other).unwrap_or_else(|| panic!("no such fact: {other:?}"));
            reading.field(entity, key)
        }
    }
}

/// What a line of a funding plan brings; of one that is refused, what it would have brought.
pub fn reading_of_funding(reading: &Reading<'_, '_>, line: Entity<'_>) -> Value {
    let sheet = line.parent().and_then(|funding| funding.parent()).expect("a line stands in a funding plan, and that in a sheet");
    let share = line.is_given(money::funder::SHARE);
    let refused = line.is_given(money::funder::STATUS) == Some(FundingStatus::Refused);
    let (_, mut brought) = funded(sheet).into_iter().find(|(own, _)| *own == line).expect("a line of its sheet");
    if refused {
        brought = share.map(|share| match share {
            Share::Money(money) => money,
            Share::Percent(Percent(percent), of) => {
                let base = line.is_given(money::funder::OF).unwrap_or_else(|| cost(sheet, of));
                base.map(|base| (base * percent / Decimal::ONE_HUNDRED).round_dp(2))
            }
        });
        if let (Some(money), Some(cap)) = (&mut brought, line.is_given(money::funder::CAP)) {
            (money.low, money.high) = (money.low.min(cap.low), money.high.min(cap.high));
        }
        brought = brought.filter(|money| money.currency == reading.things.plan.currency());
    }
    let of_cost = matches!(share, Some(Share::Percent(..))) && line.is_given(money::funder::OF).is_none();
    match brought {
        Some(money) => reading.money(money, !of_cost || is_whole(sheet)),
        None => reading.unknown(),
    }
}
