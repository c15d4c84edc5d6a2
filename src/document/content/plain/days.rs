//! Milestones, ends of goals and actions, decisions, the end of the mandate: each on the last day that its date may mean.

use super::super::super::plain::Event;
use super::super::sheet::plain;
use super::super::{Build, Wish};
use crate::analysis::Analysis;
use crate::language::Concept;
use crate::language::concepts::decision;
use crate::language::concepts::goal::milestone;
use crate::plan::{Entity, When};
use crate::schedule::Source;

/// In: an analysis, sound or not. Out: what the diary is called, and its days in order.
pub fn days(analysis: &Analysis, wish: &Wish) -> (String, Vec<Event>) {
    let build = Build::new(analysis, wish.date);
    let mut days = build.dated();
    days.sort_by(|one, other| (one.day, &one.id).cmp(&(other.day, &other.id)));
    (build.strategy_title().text, days)
}

impl Build<'_> {
    fn dated(&self) -> Vec<Event> {
        let mut days = Vec::new();
        let owner = |sheet: Entity<'_>| match plain(&self.owner_cell(sheet)) {
            name if name.is_empty() => String::new(),
            name => format!("\n{}{}{name}", self.lang.of("Pilote", "Owner"), self.colon()),
        };
        for sheet in self.plan.sheets() {
            let (number, title) = (self.number_of(sheet.goal_id()), self.title(sheet).text);
            let told = format!("{number} {title}");
            for milestone in sheet.milestones() {
                let Some(when) = milestone.is_given(milestone::ON) else { continue };
                let date = plain(&self.milestone_date(milestone));
                let label = plain(&self.label(milestone));
                let detail = format!("{}{}{date}\n{told}{}", self.lang.of("Jalon", "Milestone"), self.colon(), owner(sheet));
                days.push(self.day(milestone, when, label, detail));
            }
            let Some(slot) = self.analysis.calendar.slot(sheet.goal_id()).filter(|slot| slot.start.first <= slot.end.last) else {
                continue;
            };
            // What goes on without an end has none.
            if slot.open[1] {
                continue;
            }
            let word = match sheet.is_action() {
                true => self.lang.of("Fin de l’action", "End of action"),
                false => self.lang.of("Fin de l’objectif", "End of goal"),
            };
            let computed = match slot.source {
                Source::Given => "",
                Source::Placed | Source::Actions => self.lang.of(" (date calculée)", " (computed date)"),
            };
            let detail = format!("{}{computed}{}", plain(&self.dates(sheet)), owner(sheet));
            days.push(self.day(sheet, slot.end, format!("{word} {told}"), detail));
        }
        for one in self.plan.all(Concept::Decision) {
            let Some(period) = one.is_given(decision::ON) else { continue };
            days.push(self.day(one, period.whole(), plain(&self.label(one)), plain(&self.date_told(one))));
        }
        if let (Some(end), Some(authority)) = (self.mandate_end(), self.plan.authority().is()) {
            days.push(self.day(
                authority,
                end,
                self.lang.of("Fin du mandat", "End of the term of office").to_owned(),
                self.title(authority).text,
            ));
        }
        days
    }

    fn day(&self, of: Entity<'_>, when: When, title: String, detail: String) -> Event {
        let authority = self.plan.authority().is().map(|of| self.title(of).text).unwrap_or_default();
        Event::new(&of.path(), &authority, when.last, title, detail)
    }
}
