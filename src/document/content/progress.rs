//! How far the plan is on a day: what its dated statuses tell, held against its calendar.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::super::model::Rich;
use super::calendar::{evening, morning};
use super::{Build, Strand};
use crate::difference::pairs;
use crate::figure::Bar;
use crate::language::Concept;
use crate::language::concepts::sheet::status::{self, Progress};
use crate::plan::{Entity, EntityId, Money};
use crate::schedule::Slot;

/// What the plan said when it was voted: that is what progress is held against.
pub struct Voted {
    /// The dates of each sheet that the plan still has, as they were, and as they were printed.
    pub dates: FxHashMap<EntityId, (Option<Slot>, Rich)>,
    /// What was planned for each year.
    pub planned: BTreeMap<i16, Money>,
    /// The numbers and titles of the sheets that it has no more.
    pub gone: Vec<String>,
}

impl Voted {
    pub fn of(old: &Build<'_>, new: &Build<'_>) -> Voted {
        let pairs = pairs(old.plan, new.plan);
        let both = new.plan.sheets().filter_map(|sheet| Some((sheet, *pairs.was.get(&sheet.id)?)));
        let dates = both
            .filter(|(_, before)| before.is_sheet())
            .map(|(sheet, before)| (sheet.id, (old.analysis.calendar.slot(before.goal_id()).copied(), old.dates(before))))
            .collect();
        let gone = old.plan.sheets().filter(|sheet| !pairs.is.contains_key(&sheet.id));
        let gone = gone.map(|sheet| format!("{}\u{a0}{}", old.number_of(sheet.goal_id()), old.title(sheet).text)).collect();
        Voted { dates, planned: old.planned_by_year(), gone }
    }
}

/// Where a sheet is on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Done,
    /// Under way, within its dates.
    Running,
    /// Not due yet.
    Planned,
    /// Its end is past, and nothing says that it is done.
    Overdue,
    /// Its start is past, and what is said of it is that it has not begun.
    NotBegun,
    Postponed,
    Suspended,
    Abandoned,
    /// Its start is past and nothing is said of it.
    Unsaid,
}

impl State {
    /// Does it ask for somebody's attention?
    pub fn is_late(self) -> bool {
        matches!(self, State::Overdue | State::NotBegun)
    }
}

impl<'a> Build<'a> {
    /// What the plan asks for each year.
    pub fn planned_by_year(&self) -> BTreeMap<i16, Money> {
        let mut planned = BTreeMap::new();
        for (year, entry) in self.entries() {
            *planned.entry(year).or_insert(Money::default()) += entry.amount.money;
        }
        planned
    }

    /// The last status that is said of a sheet until a day; without a day the last of all.
    pub fn status_on(&self, sheet: Entity<'a>, day: Option<Date>) -> Option<Entity<'a>> {
        let until = |one: &Entity<'_>| match (one.is_given(status::ON), day) {
            (Some(on), Some(day)) => on.first <= day,
            _ => true,
        };
        sheet.all(Concept::Status).filter(until).last()
    }

    fn as_voted(&self, sheet: Entity<'_>) -> Option<&(Option<Slot>, Rich)> {
        self.voted.as_ref().and_then(|voted| voted.dates.get(&sheet.id))
    }

    /// When it is to be done: what was voted is held to, until the council has moved it.
    pub fn slot_held(&self, sheet: Entity<'_>) -> Option<&Slot> {
        let voted = self.as_voted(sheet).and_then(|(slot, _)| slot.as_ref());
        voted.or(self.analysis.calendar.slot(sheet.goal_id()))
    }

    /// The same, as it is printed.
    pub fn dates_held(&self, sheet: Entity<'_>) -> Rich {
        self.as_voted(sheet).map_or_else(|| self.dates(sheet), |(_, dates)| dates.clone())
    }

    pub fn state(&self, sheet: Entity<'a>) -> State {
        let said = self.status_on(sheet, self.date).and_then(|status| status.is_given(status::PROGRESS));
        let slot = self.slot_held(sheet);
        let on = |date: Option<Date>| date.zip(self.date);
        let end = on(slot.map(|slot| slot.end.last)).is_some_and(|(end, day)| end < day);
        let start = on(slot.map(|slot| slot.start.last)).is_some_and(|(start, day)| start <= day);
        match said {
            Some(Progress::Done) => State::Done,
            Some(Progress::Abandoned) => State::Abandoned,
            Some(Progress::Suspended) => State::Suspended,
            Some(Progress::Postponed) => State::Postponed,
            _ if end => State::Overdue,
            Some(Progress::Running) => State::Running,
            Some(Progress::Planned) if start => State::NotBegun,
            None if start => State::Unsaid,
            Some(Progress::Planned) | None => State::Planned,
        }
    }

    pub fn state_word(&self, state: State) -> &'static str {
        match state {
            State::Done => self.lang.of("terminée", "done"),
            State::Running => self.lang.of("en cours", "under way"),
            State::Planned => self.lang.of("à venir", "to come"),
            State::Overdue => self.lang.of("échéance dépassée", "past its end"),
            State::NotBegun => self.lang.of("pas commencée, début dépassé", "not begun, past its start"),
            State::Postponed => self.lang.of("reportée", "postponed"),
            State::Suspended => self.lang.of("suspendue", "suspended"),
            State::Abandoned => self.lang.of("abandonnée", "given up"),
            State::Unsaid => self.lang.of("état non renseigné", "no status given"),
        }
    }

    /// From when it was under way until it was done, or until the day of the document; none where no dated status tells.
    pub fn actual(&self, sheet: Entity<'a>) -> Option<Bar> {
        let dated = |progress: Progress| {
            let all = sheet.all(Concept::Status).filter(|one| one.is_given(status::PROGRESS) == Some(progress));
            all.filter_map(|one| one.is_given(status::ON)).find(|on| self.date.is_none_or(|day| on.first <= day))
        };
        let begun = dated(Progress::Running);
        let stopped = [Progress::Done, Progress::Abandoned, Progress::Suspended].into_iter().find_map(dated);
        let start = begun.or(stopped.and_then(|_| self.analysis.calendar.slot(sheet.goal_id()).map(|slot| slot.start)))?;
        let to = stopped.map(|when| evening(when.last)).or(self.date.map(morning))?;
        let from = morning(start.first);
        (from <= to).then_some(Bar { from, to, computed: false })
    }

    /// The work itself: the actions of a goal, or a goal that has none.
    pub fn work_of<'s>(&self, strand: &'s Strand<'a>) -> impl Iterator<Item = Entity<'a>> + 's {
        strand.all().filter(|sheet| sheet.actions().next().is_none() && !sheet.is_outside())
    }
}
