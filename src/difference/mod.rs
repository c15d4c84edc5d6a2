//! L5. Two versions of a plan: what is the same thing in both, and what changed, in the plan's own words.
//! Invariant: a change is told once; what stands in something that came or went is told with it.

mod blame;
mod key;
mod pairs;
mod show;
mod things;

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::Analysis;
use crate::check::Lacks;
use crate::diagnostic::Lang;
use crate::plan::{Entity, Money, Plan, Section};

pub use blame::{Blamed, blame};
pub use key::{key_of, keys};
pub use pairs::{Pairs, pairs};
pub use show::{json, markdown, schema, text};
pub use things::{Change, Kind, Subject};

/// All that changed from one version to the next.
pub struct Difference {
    /// In the order of the new plan, then what is gone in that of the old one.
    pub changes: Vec<Change>,
    /// What is asked for by year and section, before and after; where it differs.
    pub money: Vec<(i16, Section, Money, Money)>,
    /// The whole of it.
    pub total: (Money, Money),
    /// Findings by rule and thing: those that came, those that went.
    pub gained: Vec<String>,
    pub lost: Vec<String>,
    /// Holes by thing and field: those that were filled, those that came.
    pub filled: Vec<String>,
    pub opened: Vec<String>,
    /// Policies that the plan weakens now and did not before, by code; and the other way round.
    pub weakened: Vec<String>,
    pub restored: Vec<String>,
}

impl Difference {
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty() && self.gained.is_empty() && self.lost.is_empty() && self.weakened.is_empty() && self.restored.is_empty()
    }
}

/// In: the plan as it was, as it is, and the language that values are told in.
pub fn difference(old: &Analysis, new: &Analysis, lang: Lang) -> Difference {
    let pairs = pairs(&old.plan, &new.plan);
    let changes = things::changes(&pairs, &old.plan, &new.plan, lang);
    // What has another name now is looked for under that.
    let renamed: BTreeMap<String, String> =
        pairs.was.iter().map(|(id, was)| (was.path(), new.plan.entity(*id).path())).filter(|(was, is)| was != is).collect();
    let now = |key: String| key.split(' ').map(|word| renamed.get(word).map_or(word, String::as_str)).collect::<Vec<_>>().join(" ");
    let (before, after): (BTreeSet<String>, BTreeSet<String>) = (keys(old).into_iter().map(now).collect(), keys(new).into_iter().collect());
    let (had, has) = (holes(old, lang).into_iter().map(now).collect::<BTreeSet<_>>(), holes(new, lang));
    let (weak, weaker) = (weakened(old), weakened(new));
    let apart = |a: &BTreeSet<String>, b: &BTreeSet<String>| a.difference(b).cloned().collect::<Vec<_>>();
    Difference {
        changes,
        money: money(old, new),
        total: (old.ledger.asked(None), new.ledger.asked(None)),
        gained: apart(&after, &before),
        lost: apart(&before, &after),
        filled: apart(&had, &has),
        opened: apart(&has, &had),
        weakened: apart(&weaker, &weak),
        restored: apart(&weak, &weaker),
    }
}

fn money(old: &Analysis, new: &Analysis) -> Vec<(i16, Section, Money, Money)> {
    let years: BTreeSet<i16> = old.ledger.years().into_iter().chain(new.ledger.years()).collect();
    let asked = |analysis: &Analysis, section: Section, year: i16| {
        analysis.ledger.lines.get(&(section, year)).map_or(Money::ZERO, |line| line.asked)
    };
    let both = years.into_iter().flat_map(|year| Section::BOTH.map(|section| (year, section)));
    let rows = both.map(|(year, section)| (year, section, asked(old, section, year), asked(new, section, year)));
    rows.filter(|(_, _, before, after)| before != after).collect()
}

/// What is missing, by thing and in two words.
fn holes(analysis: &Analysis, lang: Lang) -> BTreeSet<String> {
    let named = |entity: Option<Entity<'_>>| entity.map_or_else(String::new, |entity| format!("{} ", entity.path()));
    analysis
        .holes
        .iter()
        .map(|hole| format!("{}({})", named(hole.entity.map(|id| analysis.plan.entity(id))), label(hole.lacks, lang)))
        .collect()
}

fn label(lacks: Lacks, lang: Lang) -> String {
    lacks.label(lang).to_lowercase()
}

/// Policies that are off or lowered, by code and how.
fn weakened(analysis: &Analysis) -> BTreeSet<String> {
    analysis.judgement.set.weakened.iter().map(|one| format!("{} ({})", one.code, one.how.code())).collect()
}

fn more(old: Money, new: Money) -> Money {
    Money { low: new.low - old.low, high: new.high - old.high, ..new }
}

/// The plan's own title.
fn title_of(plan: &Plan) -> String {
    plan.strategy().map_or_else(|| "…".to_owned(), |strategy| strategy.titled().into_owned())
}
