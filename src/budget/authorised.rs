//! Authorisations of programme and of commitment: what is authorised and paid by year, now that they have been revised.

use std::collections::BTreeMap;

use crate::language::concepts::money::authorisation::Authorised as Kind;
use crate::language::concepts::money::{authorisation, revised};
use crate::language::{Amounts, Concept, Key};
use crate::plan::{Entity, EntityId, Given, Money, Plan, When};

/// An authorisation, from its opening to its last revision.
#[derive(Debug, Clone, PartialEq)]
pub struct Authorisation {
    pub of: EntityId,
    pub kind: Given<Kind>,
    /// In the order of their dates, the opening first; never empty. The last is in force.
    pub steps: Vec<Step>,
}

/// What it is from a date on.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// The authorisation itself, or the revision.
    pub of: EntityId,
    pub on: Option<When>,
    /// All that is authorised: a revision that says none leaves it as it was.
    pub total: Option<Money>,
    /// What is paid each year: a revision that says none leaves them as they were. A year given twice is counted once.
    pub credits: BTreeMap<i16, Money>,
    /// What is given for several years in all.
    pub unsplit: Money,
}

impl Authorisation {
    /// What holds now: after the latest revision.
    pub fn now(&self) -> &Step {
        &self.steps[self.steps.len() - 1]
    }
}

impl Step {
    /// All its credits.
    pub fn paid(&self) -> Money {
        self.credits.values().copied().sum::<Money>() + self.unsplit
    }
}

/// Of the whole plan, in the order of the text. A revision without a date comes right after the one written before it.
pub fn authorisations(plan: &Plan) -> Vec<Authorisation> {
    plan.all(Concept::Authorisation).map(one).collect()
}

fn one(of: Entity<'_>) -> Authorisation {
    let mut last = None;
    let mut revisions: Vec<(Option<When>, Entity<'_>)> = Vec::new();
    for revision in of.all(Concept::Revised) {
        last = revision.is_given(revised::ON).or(last);
        revisions.push((last, revision));
    }
    revisions.sort_by_key(|(on, _)| on.map(|on| on.last));
    let opening = Step {
        of: of.id,
        on: of.is_given(authorisation::ON),
        total: of.is_given(authorisation::TOTAL),
        credits: BTreeMap::new(),
        unsplit: Money::ZERO,
    };
    let mut steps = vec![credited(opening, of, authorisation::CREDITS)];
    for (_, revision) in revisions {
        let before = &steps[steps.len() - 1];
        let step = Step {
            of: revision.id,
            on: revision.is_given(revised::ON),
            total: revision.is_given(revised::TOTAL).or(before.total),
            ..before.clone()
        };
        steps.push(credited(step, revision, revised::CREDITS));
    }
    Authorisation { of: of.id, kind: of.get(authorisation::KIND), steps }
}

/// With the credits that are written there, if any are.
fn credited(step: Step, of: Entity<'_>, key: Key<Amounts>) -> Step {
    let currency = of.plan.currency();
    let written = of.members(key).filter_map(|seen| Some((seen.years()?, seen.money().filter(|money| money.currency == currency)?)));
    let mut fresh = Step { credits: BTreeMap::new(), unsplit: Money::ZERO, ..step.clone() };
    let mut any = false;
    for ((first, last, in_all), money) in written {
        any = true;
        if in_all {
            fresh.unsplit += money;
            continue;
        }
        for year in first..=last {
            fresh.credits.entry(year).or_insert(money);
        }
    }
    if any { fresh } else { step }
}
