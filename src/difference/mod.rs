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
use crate::language::Concept;
use crate::language::concepts::sheet::status::Progress;
use crate::plan::{Entity, Money, Plan, Section, When};
use crate::policy::judge::number_of;

use key::Newer;

pub use blame::{Blamed, Version, Versions, blame};
pub use pairs::{Pairs, pairs};
pub use policies::{PolicyChange, Turn};
pub use show::{json, markdown, schema, text};
pub use things::{Change, Kind, Stretch, Subject};

/// All that changed from one version to the next.
pub struct Difference {
    /// In the order of the new plan, then what is gone in that of the old one.
    pub changes: Vec<Change>,
    /// Dates that nobody wrote otherwise, and that rest on others that moved.
    pub follow: Vec<Follows>,
    /// What is asked for by year and section, before and after; where it differs.
    pub money: Vec<Asked>,
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

/// What is asked for, before and after.
pub struct Asked {
    /// None: of no one year.
    pub year: Option<i16>,
    /// None: not split by section either.
    pub section: Option<Section>,
    pub old: Money,
    pub new: Money,
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
    let mut changes = things::changes(&pairs, &old.plan, &new.plan, lang);
    let policies = policies::changes(old, new, lang);
    // What a library brings is told with the policies.
    changes.retain(|change| !(change.about.concept == Concept::Use && policies.iter().any(|one| one.code == change.about.path)));
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
        policies,
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

fn money(old: &Analysis, new: &Analysis) -> Vec<Asked> {
    let years: BTreeSet<i16> = old.ledger.years().into_iter().chain(new.ledger.years()).collect();
    let by_year = |analysis: &Analysis, section: Section, year: i16| {
        analysis.ledger.lines.get(&(section, year)).map_or(Money::ZERO, |line| line.asked)
    };
    let at_once = |analysis: &Analysis, section: Option<Section>| -> Money {
        analysis.ledger.lumps.iter().filter(|(_, lump)| lump.section == section).map(|(_, lump)| lump.money).sum()
    };
    let both = years.into_iter().flat_map(|year| Section::BOTH.map(|section| (year, section)));
    let rows = both.map(|(year, section)| {
        let [old, new] = [old, new].map(|analysis| by_year(analysis, section, year));
        Asked { year: Some(year), section: Some(section), old, new }
    });
    let lumps = [Some(Section::BOTH[0]), Some(Section::BOTH[1]), None].map(|section| {
        let [old, new] = [old, new].map(|analysis| at_once(analysis, section));
        Asked { year: None, section, old, new }
    });
    rows.chain(lumps).filter(|one| one.old != one.new).collect()
}

/// What is missing, by thing and in two words. What is gone or given up in a newer version was not filled in.
fn holes(analysis: &Analysis, newer: Option<&Newer<'_, '_, '_>>, lang: Lang) -> BTreeMap<String, String> {
    let given_up = |entity: Entity<'_>| {
        std::iter::successors(Some(entity), |one| one.parent()).any(|one| one.is_sheet() && one.progress() == Some(Progress::Abandoned))
    };
    let stays = |entity: Entity<'_>| newer.is_none_or(|newer| newer.thing(entity).is_some_and(|is| !given_up(is)));
    let there = analysis.holes.iter().filter(|hole| hole.entity.is_none_or(|id| stays(analysis.plan.entity(id))));
    let told = there.map(|hole| {
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
