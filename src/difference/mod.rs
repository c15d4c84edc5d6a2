//! L5. Two versions of a plan: what is the same thing in both, and what changed, in the plan's own words.
//! Invariant: a change is told once; what stands in something that came or went is told with it.

mod blame;
mod key;
mod pairs;
mod policies;
mod show;
mod things;

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::Analysis;
use crate::diagnostic::{Diagnostic, Lang, rules};
use crate::plan::{Money, Plan, Section, When};
use crate::policy::judge::number_of;

use key::Newer;

pub use blame::{Blamed, Version, Versions, blame};
pub use pairs::{Pairs, pairs};
pub use policies::PolicyChange;
pub use show::{json, markdown, schema, text};
pub use things::{Change, Kind, Subject};

/// All that changed from one version to the next.
pub struct Difference {
    /// In the order of the new plan, then what is gone in that of the old one.
    pub changes: Vec<Change>,
    /// Dates that nobody wrote otherwise, and that rest on others that moved.
    pub follow: Vec<Follows>,
    /// What is asked for by year and section, before and after; where it differs.
    pub money: Vec<(i16, Section, Money, Money)>,
    /// Of each section, over all years.
    pub sections: [(Money, Money); 2],
    /// The whole of it.
    pub total: (Money, Money),
    /// Findings by rule and thing: those that came, those that went. What is missing is told by the holes.
    pub gained: Vec<Told>,
    pub lost: Vec<Told>,
    /// Holes by thing and field: those that were filled, those that came.
    pub filled: Vec<Told>,
    pub opened: Vec<Told>,
    pub policies: Vec<PolicyChange>,
}

/// By a key that stays where lines move; and in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    pub key: String,
    pub words: String,
}

/// The end of a sheet that follows from others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Follows {
    pub about: Subject,
    pub old: String,
    pub new: String,
    pub values: [When; 2],
    /// How many days later; less than none: earlier.
    pub days: i64,
}

impl Difference {
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty() && self.gained.is_empty() && self.lost.is_empty() && self.policies.is_empty()
    }

    /// In a year and a section, or in what has no year.
    fn changes_money(&self) -> bool {
        !self.money.is_empty() || self.sections.iter().chain([&self.total]).any(|(old, new)| old != new)
    }
}

/// What each finding of a plan is, in order, wherever it stands.
pub fn keys(analysis: &Analysis) -> Vec<String> {
    key::keys(analysis, None)
}

/// The same of one finding.
pub fn key_of(analysis: &Analysis, found: &Diagnostic) -> String {
    key::key_of(analysis, found, None)
}

/// What the findings of an older version are in a newer one: a thing with another name now is known by that.
pub fn known(old: &Analysis, new: &Analysis) -> BTreeSet<String> {
    key::keys(old, Some(&Newer::of(&pairs(&old.plan, &new.plan)))).into_iter().collect()
}

/// In: the plan as it was, as it is, and the language that values are told in.
pub fn difference(old: &Analysis, new: &Analysis, lang: Lang) -> Difference {
    let pairs = pairs(&old.plan, &new.plan);
    let changes = things::changes(&pairs, &old.plan, &new.plan, lang);
    // What has another name now is looked for under that.
    let newer = Newer::of(&pairs);
    let (before, after) = (findings(old, Some(&newer), lang), findings(new, None, lang));
    let (had, has) = (holes(old, Some(&newer), lang), holes(new, None, lang));
    let apart = |a: &BTreeMap<String, String>, b: &BTreeMap<String, String>| {
        let apart = a.iter().filter(|(key, _)| !b.contains_key(*key));
        apart.map(|(key, words)| Told { key: key.clone(), words: words.clone() }).collect::<Vec<_>>()
    };
    Difference {
        follow: follow(&pairs, &changes, old, new, lang),
        changes,
        money: money(old, new),
        sections: Section::BOTH.map(|section| (old.ledger.asked(Some(section)), new.ledger.asked(Some(section)))),
        total: (old.ledger.asked(None), new.ledger.asked(None)),
        gained: apart(&after, &before),
        lost: apart(&before, &after),
        filled: apart(&had, &has),
        opened: apart(&has, &had),
        policies: policies::changes(old, new, lang),
    }
}

/// What is said of the plan, by its key; but for what the holes tell.
fn findings(analysis: &Analysis, newer: Option<&Newer<'_, '_, '_>>, lang: Lang) -> BTreeMap<String, String> {
    let missing = [rules::MISSING_FIELD.id, rules::TO_DEFINE.id];
    let told = analysis.diagnostics.iter().zip(key::keys(analysis, newer)).filter(|(found, _)| !missing.contains(&found.rule.id));
    told.map(|(found, key)| (key, format!("{} {}", found.rule.id, found.message.show(lang)))).collect()
}

/// The ends of sheets that are the same, where no date of them was written otherwise.
fn follow(pairs: &Pairs<'_, '_>, changes: &[Change], old: &Analysis, new: &Analysis, lang: Lang) -> Vec<Follows> {
    let told: BTreeSet<&str> =
        changes.iter().filter(|change| change.kind == Kind::Rescheduled).map(|change| change.about.path.as_str()).collect();
    let sheets = new.plan.sheets().filter(|sheet| !told.contains(sheet.path().as_str()));
    let follows = sheets.filter_map(|sheet| {
        let was = pairs.was.get(&sheet.id)?;
        let (before, after) = (old.calendar.slot(was.goal_id())?, new.calendar.slot(sheet.goal_id())?);
        let open = before.open[1] || after.open[1];
        let days = number_of(after.end.last) - number_of(before.end.last);
        (!open && days != 0).then(|| Follows {
            about: Subject { concept: sheet.concept(), path: sheet.path(), title: sheet.titled().into_owned() },
            old: before.end.show(lang),
            new: after.end.show(lang),
            values: [before.end, after.end],
            days,
        })
    });
    follows.collect()
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
fn holes(analysis: &Analysis, newer: Option<&Newer<'_, '_, '_>>, lang: Lang) -> BTreeMap<String, String> {
    let told = analysis.holes.iter().map(|hole| {
        let label = hole.lacks.label(lang).to_lowercase();
        match hole.entity.map(|id| analysis.plan.entity(id)) {
            Some(entity) => (
                format!("{} ({label})", key::path(entity, newer)),
                format!("{}{} {label}", things::titled(entity, lang), lang.of(" :", ":")),
            ),
            None => (label.clone(), label),
        }
    });
    told.collect()
}

fn more(old: Money, new: Money) -> Money {
    Money { low: new.low - old.low, high: new.high - old.high, ..new }
}

/// The plan's own title.
fn title_of(plan: &Plan) -> String {
    plan.strategy().map_or_else(|| "…".to_owned(), |strategy| strategy.titled().into_owned())
}
