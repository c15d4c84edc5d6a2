//! The sheet of a goal or of an action.

use super::super::model::{Cell, Column, Fact, Inline, Part, Rich, Row, RowKind, Sheet, Table, Title};
use super::super::words::W;
use super::totals::{FundingLine, UNSPLIT};
use super::years::YearRow;
use super::{Build, in_a_row, joined, lines, lower, row};
use crate::budget;
use crate::check::Lacks;
use crate::document::prose::{prose, run_on};
use crate::language::Concept;
use crate::language::concepts::indicator::{self, reading};
use crate::language::concepts::money::{FundingStatus, TOTAL, funder, line};
use crate::language::concepts::plan::announces;
use crate::language::concepts::sheet as rows;
use crate::language::concepts::sheet::status;
use crate::language::{ConceptRow, Type, Word};
use crate::plan::{Depend, Grain, Moment, Period, Section as Of, Seen, Share, Value, When, show_figure};
use crate::plan::{Entity, Figure, Given, GoalId, Money, decimal};
use crate::schedule::{Slot, Source};
use rust_decimal::Decimal;

impl Build<'_> {
    pub fn sheet(&self, goal: Entity<'_>) -> Sheet {
        let id = goal.goal_id();
        let top = goal.holder().is_none();
        // An action's amounts are a few: they stand among its facts.
        let budget = if top { self.budget_part(goal) } else { self.budget_unread(goal) };
        let drawn = [self.indicators_part(goal), budget, self.funding_part(goal)];
        Sheet {
            id: format!("g{}", id.0),
            number: self.number_of(id).to_owned(),
            level: if top { 2 } else { 3 },
            title: self.title(goal),
            head: self.sheet_head(goal, top),
            prose: self.prose(goal),
            parts: drawn.into_iter().flatten().collect(),
            facts: self.funding_fact(goal).into_iter().chain(self.sheet_facts(goal)).chain(self.singles(goal)).collect(),
            more: self.several(goal).into_iter().chain(self.remarks([goal])).collect(),
            actions: goal.actions().map(|action| self.sheet(action)).collect(),
        }
    }

    // --- from the table ---------------------------------------------------------------------------------------------

    /// Every field that has no place of its own, in the order of the table.
    pub fn facts(&self, entity: Entity<'_>) -> Vec<Fact> {
        self.facts_but(entity, &[])
    }

    /// The same without those that are told elsewhere.
    pub fn facts_but(&self, entity: Entity<'_>, told: &[u8]) -> Vec<Fact> {
        let fields = (0u8..).zip(entity.concept_row().fields).filter(|(at, row)| !row.drawn && !told.contains(at));
        fields.filter_map(|(at, _)| self.plain_fact(entity, at)).collect()
    }

    pub fn plain_fact(&self, entity: Entity<'_>, at: u8) -> Option<Fact> {
        let label = entity.concept_row().fields[at as usize].label_in(self.lang);
        self.noted_value(entity, at).map(|value| Fact { label, value })
    }

    /// The same with what is said beside it.
    pub fn noted_value(&self, entity: Entity<'_>, at: u8) -> Option<Rich> {
        let mut value = self.field_value(entity, at)?;
        value.extend(self.note(entity, at));
        Some(value)
    }

    /// Markdown as a run of text.
    fn run_on(&self, markdown: &str) -> Rich {
        run_on(&prose(markdown, self.lang))
    }

    /// What is said beside a field, below it.
    pub fn note(&self, entity: Entity<'_>, at: u8) -> Rich {
        let said = entity.note(at).map(|note| self.run_on(&note)).unwrap_or_default();
        if said.is_empty() { Rich::new() } else { vec![Inline::Break, Inline::Emph { content: said }] }
    }

    /// A field's value, a hole where it is missing, nothing where nothing is due.
    pub fn field_value(&self, entity: Entity<'_>, at: u8) -> Option<Rich> {
        match entity.seen(at) {
            // How many more are announced than written.
            Some(seen) if entity.is(Concept::Announces) && at == announces::COUNT.at && self.lacks(entity, Lacks::Announced) => {
                let mut value = self.value(seen);
                value.extend([Inline::text(" "), self.hole()]);
                Some(value)
            }
            Some(seen) => Some(self.value(seen)),
            None if self.lacks(entity, Lacks::Field(entity.concept(), at)) => Some(vec![self.hole()]),
            None => None,
        }
    }

    fn value(&self, seen: Seen<'_>) -> Rich {
        match (seen.cell.value, seen.row.of) {
            (Value::Unknown | Value::Undefined, _) => vec![self.hole()],
            (Value::Effort(_, share), _) => match seen.target() {
                Some(owner) => joined([self.owner_short(owner), Inline::text(self.fte(share))], "\u{a0}"),
                None => vec![self.hole()],
            },
            (Value::Name(_) | Value::Depend(..), _) => match seen.target() {
                Some(owner) if owner.is_actor() => vec![self.owner_short(owner)],
                Some(goal) if goal.is_sheet() => vec![self.reference(goal)],
                Some(other) => vec![self.titled(other)],
                None => vec![self.hole()],
            },
            (Value::List(..), of) => {
                // Sentences stand on lines of their own.
                let between = if matches!(of, Type::Texts) { Inline::Break } else { Inline::text(", ") };
                let mut out = Rich::new();
                for member in seen.members() {
                    if !out.is_empty() {
                        out.push(between.clone());
                    }
                    out.extend(self.value(member));
                }
                out
            }
            // A word of the language, or one like it, is written with hyphens, and printed without.
            (Value::Text, Type::Tags) if !seen.written().starts_with(['"', '«', '“']) => {
                vec![Inline::text(self.text(&seen.text().replace('-', " ")))]
            }
            (Value::Text, _) => vec![address(&seen.text()).unwrap_or_else(|| Inline::text(self.text(&seen.text())))],
            (Value::Word(_), _) => vec![Inline::text(upper(&seen.show(self.lang).replace('-', " ")))],
            (_, Type::Date | Type::Period) => vec![Inline::whole(seen.show(self.lang))],
            _ => vec![Inline::text(seen.show(self.lang))],
        }
    }

    /// `0,4 ETP`
    fn fte(&self, share: Decimal) -> String {
        format!("{}\u{a0}{}", decimal(share, self.lang), self.lang.of("ETP", "FTE"))
    }

    /// What is said beside what a part of the document of its own shows.
    pub fn remarks<'e>(&self, things: impl IntoIterator<Item = Entity<'e>>) -> Option<Part> {
        let mut text = Vec::new();
        for thing in things {
            self.remarks_in(thing, &mut text);
        }
        (!text.is_empty()).then(|| Part { label: self.w(W::Remarks).to_owned(), text, ..Part::default() })
    }

    fn remarks_in(&self, thing: Entity<'_>, out: &mut Vec<Rich>) {
        /// These print their own words.
        const SAID: &[Concept] =
            &[Concept::Strategy, Concept::Axis, Concept::Goal, Concept::Action, Concept::Milestone, Concept::Indicator];
        let row = thing.concept_row();
        let said = if SAID.contains(&thing.concept()) { Rich::new() } else { run_on(&self.prose(thing)) };
        if !said.is_empty() {
            out.push(led(format!("{}{}", row.label_in(self.lang), self.colon()), said));
        }
        // An indicator is a row of a table: what stands beside any of its fields has no place there.
        let apart = |at: u8| row.fields[usize::from(at)].drawn || thing.is(Concept::Indicator);
        for (at, note) in thing.notes().filter(|(at, _)| apart(*at) && !thing.is(Concept::Axis)) {
            let label = row.fields[usize::from(at)].label_in(self.lang);
            out.push(led(format!("{label}{}", self.colon()), self.run_on(&note)));
        }
        let sheet = |child: &Entity<'_>| matches!(child.concept(), Concept::Axis | Concept::Goal | Concept::Action);
        for child in thing.children().filter(|child| child.concept_row().drawn && !sheet(child)) {
            self.remarks_in(child, out);
        }
    }

    /// A table for each kind of thing in a block that has no place of its own.
    pub fn parts(&self, entity: Entity<'_>) -> Vec<Part> {
        let rows = entity.concept_row().children().filter(|row| !row.drawn);
        rows.filter_map(|row| self.part(entity.all(row.concept).collect(), row)).collect()
    }

    /// Things of one kind: a table where they say little, else a list of facts each.
    pub fn part(&self, things: Vec<Entity<'_>>, of: &'static ConceptRow) -> Option<Part> {
        /// No more columns beside the title.
        const COLUMNS: usize = 4;
        if things.is_empty() {
            return None;
        }
        // A column for each field that one of them has.
        let shown = |at: &u8| things.iter().any(|thing| self.field_value(*thing, *at).is_some());
        let fields: Vec<u8> = (0..of.fields.len() as u8).filter(shown).collect();
        let holds = things.iter().any(|thing| thing.children().next().is_some());
        let tables = if fields.len() > COLUMNS || holds {
            things.iter().map(|thing| self.card(*thing, &fields)).collect()
        } else {
            vec![self.columns(&things, of, &fields)]
        };
        Some(Part { label: of.several_in(self.lang), tables, ..Part::default() })
    }

    fn columns(&self, things: &[Entity<'_>], of: &'static ConceptRow, fields: &[u8]) -> Table {
        let titled = of.is_called();
        let mut head: Vec<Cell> = titled.then(|| Cell::text(of.label_in(self.lang))).into_iter().collect();
        head.extend(fields.iter().map(|at| Cell::text(of.fields[*at as usize].label_in(self.lang))));
        if head.is_empty() {
            head.push(Cell::text(of.label_in(self.lang)));
        }
        let line = |thing: &Entity<'_>| {
            let value = |at: &u8| self.noted_value(*thing, *at).unwrap_or_else(|| vec![Inline::text("–")]);
            let mut cells: Vec<Rich> = titled.then(|| self.label(*thing)).into_iter().chain(fields.iter().map(value)).collect();
            let said = run_on(&self.prose(*thing));
            match cells.first_mut() {
                Some(first) if !said.is_empty() => first.extend([Inline::Break, Inline::Emph { content: said }]),
                Some(_) => {}
                None => cells.push(said),
            }
            row(cells.into_iter().map(Cell::new).collect())
        };
        let rows: Vec<Row> = things.iter().map(line).collect();
        // As wide as what it holds, within limits: a text of a sentence gets more than a word.
        let longest = |at: usize| {
            let cells = rows.iter().map(|row| &row.cells[at]);
            cells.chain([&head[at]]).map(|cell| plain(&cell.content).chars().count()).max().unwrap_or(0)
        };
        let columns = (0..head.len()).map(|at| Column::Text { weight: (longest(at) / 6).clamp(3, 14) as u8 }).collect();
        Table { dense: true, columns, head: vec![head], rows }
    }

    /// One thing: its title, then a line for each fact, and for what it holds.
    fn card(&self, thing: Entity<'_>, fields: &[u8]) -> Table {
        let of = thing.concept_row();
        let mut title = if of.is_called() { self.label(thing) } else { vec![Inline::text(of.label_in(self.lang))] };
        let said = run_on(&self.prose(thing));
        if !said.is_empty() {
            title.extend([Inline::Break, Inline::Emph { content: said }]);
        }
        let mut rows = Vec::new();
        for at in fields {
            if let Some(value) = self.noted_value(thing, *at) {
                rows.push(row(vec![Cell::text(of.fields[*at as usize].label_in(self.lang)), Cell::new(value)]));
            }
        }
        for child in thing.children() {
            rows.push(row(vec![Cell::text(child.concept_row().label_in(self.lang)), Cell::new(self.within(child))]));
        }
        let columns = vec![Column::Text { weight: 3 }, Column::Text { weight: 8 }];
        Table { dense: false, columns, head: vec![vec![Cell::text(of.label_in(self.lang)), Cell::new(title)]], rows }
    }

    /// What an axis says of itself: all its fields are written out.
    pub fn axis_facts(&self, axis: Entity<'_>) -> Vec<Fact> {
        let fields = (0u8..).zip(axis.concept_row().fields).filter(|(at, row)| !row.drawn || axis.seen(*at).is_some());
        fields.filter_map(|(at, _)| self.plain_fact(axis, at)).chain(self.status_fact(axis)).collect()
    }

    /// Something within something else, in one run: `Site indisponible ; gravité : forte ; parade : …`.
    pub fn within(&self, thing: Entity<'_>) -> Rich {
        let of = thing.concept_row();
        let mut out = if of.is_called() { self.label(thing) } else { Rich::new() };
        let mut add = |more: Rich, before: &str| {
            if !out.is_empty() {
                out.push(Inline::text(before));
            }
            out.extend(more);
        };
        let said = run_on(&self.prose(thing));
        if !said.is_empty() {
            add(vec![Inline::Emph { content: said.clone() }], " – ");
        }
        let (then, colon) = self.lang.of(("\u{202f}; ", "\u{a0}: "), ("; ", ": "));
        let mut is_called = of.is_called() && said.is_empty();
        for (at, field) in (0u8..).zip(of.fields) {
            if let Some(mut value) = self.noted_value(thing, at) {
                if let (Type::Word(_), Some(Inline::Text { text })) = (field.of, value.first_mut()) {
                    *text = lower(text);
                }
                let label = lower(&field.label_in(self.lang));
                let yes = thing.seen(at).is_some_and(|seen| seen.cell.value == Value::Answer(true)) && thing.note(at).is_none();
                // What the language reads without a word is read so in print.
                match field.head.map(|lead| lead.word) {
                    Some(None) => add(value, if is_called { colon } else { then }),
                    Some(Some(Word::On)) => add([vec![Inline::text("(")], value, vec![Inline::text(")")]].concat(), " "),
                    Some(Some(_)) | None if yes => add(vec![Inline::text(label)], then),
                    Some(Some(_)) | None => add(led(format!("{label}{}", self.colon()), value), then),
                }
                is_called = false;
            }
        }
        for child in thing.children() {
            add(led(format!("{}{}", lower(&child.concept_row().label_in(self.lang)), self.colon()), self.within(child)), then);
        }
        out
    }

    // --- facts ------------------------------------------------------------------------------------------------------

    /// Who, when, for how much, and who follows it: the same places on each sheet. At the `top` of a page each is labelled.
    pub fn sheet_head(&self, goal: Entity<'_>, top: bool) -> Vec<Fact> {
        let owner = if top { self.owner_line(goal) } else { self.owner_cell(goal) };
        let mut calendar = self.calendar_line(goal);
        if let Some(status) = goal.progress() {
            calendar.push(Inline::text(format!(", {}", lower(self.status(status)))));
        }
        // On an action's one line, a service, dates and an amount are known for what they are.
        let fact = |word: W, value: Rich| Fact { label: if top { self.w(word).to_owned() } else { String::new() }, value };
        let mut head = vec![fact(W::Owner, owner), fact(W::Calendar, calendar), fact(W::Cost, self.cost_line(goal))];
        head.extend(self.plain_fact(goal, rows::ELECTED.at));
        head
    }

    /// `484 000 €, fonctionnement`, `355 000 €, dont 40 000 € d’investissement`
    fn cost_line(&self, goal: Entity<'_>) -> Rich {
        // A budget that is there and could not be read is told in its own part.
        let missing = self.lacks(goal, Lacks::Child(Concept::Budget)) && goal.budget().is().is_none_or(|budget| !budget.broken());
        let Some(cost) = self.cost(goal) else {
            return vec![if missing { self.hole() } else { Inline::text(self.w(W::NoCost)) }];
        };
        let [investment, operating] = Of::BOTH.map(|of| budget::cost(goal, Some(of)));
        let mut line = vec![Inline::Strong { content: vec![Inline::text(self.euros(cost))] }];
        let rest = match (investment.is_zero(), operating.is_zero()) {
            (true, true) => String::new(),
            (true, false) => format!(", {}{}", lower(self.w(W::Operating)), self.only_year(goal)),
            (false, true) => format!(", {}{}", lower(self.w(W::Investment)), self.only_year(goal)),
            (false, false) => {
                let investment = self.euros(investment);
                self.lang.of(format!(", dont {investment} d’investissement"), format!(", of which {investment} investment"))
            }
        };
        line.push(Inline::text(rest));
        if missing {
            line.extend([Inline::text(" "), self.hole()]);
        }
        line
    }

    /// ` en 2028`, of what costs something in one year and one section alone: there is nothing more to say of its amounts.
    fn only_year(&self, sheet: Entity<'_>) -> String {
        let years = self.cost_by_year(sheet, None);
        match years.keys().next() {
            Some(year) if years.len() == 1 && *year != UNSPLIT && self.in_one_section(sheet) => {
                self.lang.of(format!(" en {year}"), format!(" in {year}"))
            }
            _ => String::new(),
        }
    }

    fn in_one_section(&self, sheet: Entity<'_>) -> bool {
        Of::BOTH.iter().filter(|of| !self.cost_by_year(sheet, Some(**of)).is_empty()).count() == 1
    }

    fn sheet_facts(&self, goal: Entity<'_>) -> Vec<Fact> {
        let mut facts = Vec::new();
        for (at, row) in (0u8..).zip(goal.concept_row().fields) {
            if at == rows::OWNER.at || at == rows::PERIOD.at || at == rows::ELECTED.at {
                continue;
            } else if at == rows::DEPENDS.at {
                facts.extend(self.links(goal));
            } else if !row.drawn {
                facts.extend(self.plain_fact(goal, at));
            }
        }
        if goal.holder().is_some() && self.only_year(goal).is_empty() {
            facts.extend(self.budget_facts(goal));
        }
        facts.extend(self.status_fact(goal));
        if self.lacks(goal, Lacks::Child(Concept::Indicator)) {
            facts.push(self.fact(W::Indicator, vec![self.hole()]));
        }
        facts
    }

    /// How it went, a line each: `reporté, mars 2027 : Marché infructueux`. One bare word stands at the head of the sheet already.
    pub fn status_fact(&self, entity: Entity<'_>) -> Option<Fact> {
        let all: Vec<Entity<'_>> = entity.all(Concept::Status).collect();
        let bare = |one: &Entity<'_>| one.is_given(status::PROGRESS).is_some() && one.present().count_ones() == 1;
        if all.is_empty() || (entity.is_sheet() && all.len() == 1 && all.iter().all(bare)) {
            return None;
        }
        let line = |one: &Entity<'_>| {
            let value = |at: u8| self.noted_value(*one, at);
            let mut line = value(status::PROGRESS.at).unwrap_or_else(|| vec![self.hole()]);
            for (at, before) in [(status::ON.at, ", "), (status::BECAUSE.at, self.colon())] {
                if let Some(value) = value(at) {
                    line.push(Inline::text(before));
                    line.extend(value);
                }
            }
            line
        };
        Some(self.fact(W::Status, lines(all.iter().map(line))))
    }

    /// Milestones, what it waits for, and what waits for it.
    fn links(&self, goal: Entity<'_>) -> Vec<Fact> {
        let mut facts = Vec::new();
        let milestones = self.milestone_lines(goal);
        if !milestones.is_empty() {
            facts.push(self.fact(W::Milestones, lines(milestones)));
        }
        let depends: Vec<Rich> = goal.depends().map(|depend| self.depend_line(&depend)).collect();
        // Something that could not be read is awaited too.
        let written = goal.members(rows::DEPENDS).count();
        if written > 0 {
            let unread = (depends.len() < written).then(|| vec![self.hole()]);
            let depends = depends.into_iter().chain(unread);
            // In an action's sheet one goes on behind the other.
            let told = if goal.is_action() { in_a_row(depends, &Inline::text(self.lang.of("\u{202f}; ", "; "))) } else { lines(depends) };
            facts.push(self.fact(W::DependsOn, told));
        }
        let mut who: Vec<GoalId> = self.awaited_by[goal.goal_id().at()].clone();
        who.dedup();
        if !who.is_empty() {
            facts.push(self.fact(W::AwaitedBy, joined(who.into_iter().map(|who| self.short_reference(self.goal_at(who))), ", ")));
        }
        facts
    }

    fn owner_line(&self, goal: Entity<'_>) -> Rich {
        match goal.owner() {
            Given::Is(owner) => vec![self.owner_text(owner)],
            _ => vec![self.hole_or_dash(goal, Lacks::Field(goal.concept(), rows::OWNER.at))],
        }
    }

    /// For a narrow column: the acronym if there is one.
    pub fn owner_cell(&self, goal: Entity<'_>) -> Rich {
        match goal.owner() {
            Given::Is(owner) => vec![self.owner_short(owner)],
            _ => self.owner_line(goal),
        }
    }

    /// The dates, with where they come from, and the duration.
    fn calendar_line(&self, goal: Entity<'_>) -> Rich {
        let mut line = self.dates(goal);
        match self.analysis.calendar.slot(goal.goal_id()) {
            Some(Slot { source: Source::Actions, .. }) => {
                line.push(Inline::text(self.lang.of(", d’après ses actions", ", from its actions")));
            }
            Some(Slot { source: Source::Placed, .. }) => {
                line.push(Inline::text(self.lang.of(", après ce dont il dépend", ", after what it depends on")));
            }
            _ => {}
        }
        if let Some(duration) = goal.duration().is() {
            let duration = duration.show(self.lang).replace(' ', "\u{a0}");
            line.push(Inline::text(self.lang.of(format!("\u{202f}; durée\u{a0}: {duration}"), format!("; duration: {duration}"))));
        }
        line
    }

    /// `janvier 2027 – juin 2028`, with "(dates calculées)" where nobody wrote them; a hole where there are none.
    pub fn dates(&self, goal: Entity<'_>) -> Rich {
        let id = goal.goal_id();
        let mut out = match self.analysis.calendar.slot(id) {
            Some(slot) => {
                let computed = slot.source != Source::Given;
                // What is written otherwise than as two dates is printed as it is written.
                let own = goal.seen(rows::PERIOD.at).filter(|seen| !computed && !matches!(seen.cell.value, Value::Period(..)));
                let mut dates = match own {
                    Some(seen) => vec![Inline::text(self.text(&seen.show(self.lang)))],
                    None => vec![Inline::whole(self.span_text(slot.start, slot.end))],
                };
                if computed {
                    dates.push(Inline::whole(format!(" ({})", self.w(W::ComputedDates))));
                }
                dates
            }
            None => vec![self.hole_or_dash(goal, Lacks::Dates)],
        };
        // A period and a duration: both are printed, though they contradict each other.
        if let (Some(slot), Some(period)) = (self.analysis.calendar.slot(id), goal.period().is())
            && slot.source != Source::Given
        {
            out.push(Inline::text(format!(" ({})", Period::show(&period, self.lang))));
        }
        let unread = self.lacks(goal, Lacks::Dates);
        if unread && self.analysis.calendar.slot(id).is_some() {
            out.extend([Inline::text(" "), self.hole()]);
        }
        if self.analysis.graph.knots[id.at()].is_some() && self.analysis.calendar.slot(id).is_none() {
            out.push(Inline::text(format!(" ({})", lower(self.w(W::InLoop)))));
        }
        out
    }

    /// Computed days that bound whole months are written as months.
    fn span_text(&self, start: When, end: When) -> String {
        let months = start.grain == Grain::Day && end.grain == Grain::Day && start.first.day() == 1 && end.last == end.last.last_of_month();
        let (start, end) = match months {
            true => (When { grain: Grain::Month, ..start }, When { grain: Grain::Month, ..end }),
            false => (start, end),
        };
        let bound = |when: When| when.show(self.lang).replace(' ', "\u{a0}");
        let (start, end) = (bound(start), bound(end));
        if start == end { start } else { format!("{start} – {end}") }
    }

    /// A date, its day bound to its month.
    pub fn moment(&self, when: When) -> String {
        let text = when.show(self.lang);
        if when.grain == Grain::Month || when.grain == Grain::Year { text } else { text.replacen(' ', "\u{a0}", 1) }
    }

    // --- dependencies -----------------------------------------------------------------------------------------------

    /// `1.2 Identité (jalon « Ouverture », décembre 2027)`
    pub fn depend_line(&self, depend: &Depend<'_>) -> Rich {
        vec![self.reference(depend.goal()), Inline::text(format!(" ({})", self.depend_detail(depend)))]
    }

    /// `fin, décembre 2027, plus 3 mois : mars 2028`
    pub fn depend_detail(&self, depend: &Depend<'_>) -> String {
        let what = self.depend_what(depend);
        let awaited = |depend: &Depend<'_>| self.analysis.calendar.awaited(depend).map(|when| self.moment(when));
        let undelayed = Depend { delay: None, ..*depend };
        let mut text = match awaited(&undelayed) {
            Some(when) => format!("{what}, {when}"),
            None => format!("{what}, {}", self.lang.of("date inconnue", "date unknown")),
        };
        if let Some(delay) = depend.delay {
            let delay = delay.show(self.lang).replace(' ', "\u{a0}");
            text += &self.lang.of(format!(", plus {delay}"), format!(", plus {delay}"));
            if let Some(when) = awaited(depend) {
                text += &format!("{}{when}", self.colon());
            }
        }
        text
    }

    /// `fin`, `début`, `jalon « Ouverture »`
    pub fn depend_what(&self, depend: &Depend<'_>) -> String {
        let what = self.awaited_what(depend);
        match depend.waits {
            Moment::Start => what,
            Moment::End => what + self.lang.of(", pour la fin seulement", ", for the end only"),
            Moment::Milestone(own) => {
                let title = plain(&self.label(own));
                what + &self
                    .lang
                    .of(format!(", pour le jalon «\u{a0}{title}\u{a0}» seulement"), format!(", for the milestone \"{title}\" only"))
            }
        }
    }

    fn awaited_what(&self, depend: &Depend<'_>) -> String {
        if depend.is_milestone() {
            let title = plain(&self.label(depend.on));
            self.lang.of(format!("jalon «\u{a0}{title}\u{a0}»"), format!("milestone \"{title}\""))
        } else if depend.start {
            self.lang.of("début", "start").to_owned()
        } else {
            self.lang.of("fin", "end").to_owned()
        }
    }

    // --- money ------------------------------------------------------------------------------------------------------

    fn budget_part(&self, goal: Entity<'_>) -> Option<Part> {
        let mut part = Part::default();
        if goal.budget().is().is_some_and(|budget| budget.broken()) {
            part.text
                .push(vec![self.hole(), Inline::text(self.lang.of(" un montant n’a pas pu être lu.", " an amount could not be read."))]);
        }
        let beside = goal.budget().is().map(|budget| self.beside_amounts(budget)).unwrap_or_default();
        let whole = self.cost_by_year(goal, None);
        if whole.is_empty() && !beside.is_empty() {
            part.notes = beside;
            return Some(part);
        }
        if whole.is_empty() {
            // A budget that is not there at all is a fact's hole.
            return (!part.text.is_empty()).then_some(part);
        }
        part.notes = beside;
        part.notes.extend(self.budget_note(goal));
        // One amount is told by the head.
        if !self.only_year(goal).is_empty() {
            return (!part.text.is_empty() || !part.notes.is_empty()).then_some(part);
        }
        let years: Vec<i16> = whole.keys().copied().collect();
        let mut rows = Vec::new();
        for section in Of::BOTH {
            let amounts = self.cost_by_year(goal, Some(section));
            if !amounts.is_empty() {
                rows.push(YearRow::new(vec![Inline::text(section.show(self.lang))], amounts));
            }
        }
        // What is not split by section is in the total only.
        if rows.len() != 1 {
            rows.push(YearRow::new(vec![Inline::text(self.w(W::Total))], whole).kind(RowKind::Total));
        }
        part.tables = self.year_tables(&format!("{} ({})", self.w(W::Cost), self.in_currency()), 90, &years, &rows);
        part.tables.iter_mut().for_each(|table| table.dense = true);
        Some(part)
    }

    /// Of an action: that an amount could not be read, and what is said beside its amounts.
    fn budget_unread(&self, action: Entity<'_>) -> Option<Part> {
        let budget = action.budget().is()?;
        let text = self.lang.of(" un montant n’a pas pu être lu.", " an amount could not be read.");
        let text = if budget.broken() { vec![vec![self.hole(), Inline::text(text)]] } else { Vec::new() };
        let notes = self.beside_amounts(budget);
        (!text.is_empty() || !notes.is_empty()).then(|| Part { text, notes, ..Part::default() })
    }

    /// An action's amounts, a fact each section: `60 000 € en 2027, 20 000 € par an de 2028 à 2030`.
    fn budget_facts(&self, action: Entity<'_>) -> Vec<Fact> {
        let mut facts = Vec::new();
        for section in Of::BOTH {
            let years: Vec<(i16, Money)> = self.cost_by_year(action, Some(section)).into_iter().collect();
            let mut said: Vec<String> = Vec::new();
            let mut at = 0;
            while at < years.len() {
                let (first, money) = years[at];
                let alike = |next: &usize| years[*next].1 == money && i32::from(years[*next].0) == i32::from(first) + (*next - at) as i32;
                let end = (at + 1..years.len()).take_while(alike).count() + at;
                let (last, money) = (years[end].0, self.euros(money));
                said.push(match () {
                    () if first == UNSPLIT => format!("{money} ({})", lower(self.w(W::Unsplit))),
                    () if first == last => self.lang.of(format!("{money} en {first}"), format!("{money} in {first}")),
                    () => self.lang.of(format!("{money} par an de {first} à {last}"), format!("{money} a year from {first} to {last}")),
                });
                at = end + 1;
            }
            if !said.is_empty() {
                facts.push(Fact { label: section.show(self.lang).to_owned(), value: vec![Inline::text(said.join(", "))] });
            }
        }
        // What is split by nothing.
        if let (Some(money), true) = (self.cost_by_year(action, None).get(&UNSPLIT), facts.is_empty()) {
            facts.push(self.fact(W::Cost, vec![Inline::text(format!("{} ({})", self.euros(*money), lower(self.w(W::Unsplit))))]));
        }
        facts
    }

    /// No more things of one kind than this stand in lines of text; more make a table.
    const FEW: usize = 2;

    fn kinds<'e>(&self, sheet: Entity<'e>, few: bool) -> Vec<(&'static ConceptRow, Vec<Entity<'e>>)> {
        let rows = sheet.concept_row().children().filter(|row| !row.drawn);
        let all = rows.map(|row| (row, sheet.all(row.concept).collect::<Vec<_>>()));
        all.filter(|(_, things)| !things.is_empty() && (things.len() <= Self::FEW) == few).collect()
    }

    /// A risk or two of a sheet, a line each.
    fn singles(&self, sheet: Entity<'_>) -> Vec<Fact> {
        let kinds = self.kinds(sheet, true).into_iter();
        kinds
            .flat_map(|(row, things)| things.into_iter().map(|thing| Fact { label: row.label_in(self.lang), value: self.within(thing) }))
            .collect()
    }

    fn several(&self, sheet: Entity<'_>) -> Vec<Part> {
        self.kinds(sheet, false).into_iter().filter_map(|(row, things)| self.part(things, row)).collect()
    }

    /// What a budget or an envelope says beside its table: what it is spent on, what is in no total, what was paid.
    pub fn beside_amounts(&self, budget: Entity<'_>) -> Vec<Rich> {
        let mut out = Vec::new();
        let currency = self.plan.currency();
        for (line, section) in budget.lines_of_money() {
            let section = section.show(self.lang);
            let foreign = line.members(line::AMOUNTS).filter(|seen| seen.money().is_some_and(|money| money.currency != currency));
            for seen in foreign {
                let shown = seen.show(self.lang);
                out.push(vec![Inline::text(self.lang.of(
                    format!("{section}, {shown}\u{a0}: dans une autre monnaie, hors des totaux."),
                    format!("{section}, {shown}: in another currency, in no total."),
                ))]);
            }
            if let Some(nature) = self.noted_value(line, line::NATURE.at) {
                let years: Vec<String> = line.members(line::AMOUNTS).map(|seen| seen.show(self.lang)).collect();
                out.push(led(format!("{section} ({}){}", years.join(", "), self.colon()), nature));
            }
        }
        // The whole that is said beside its parts, or in another currency.
        let lumped = budget::own_lumps(budget).iter().any(|lump| lump.line == budget.id);
        for (at, field) in (0u8..).zip(budget.concept_row().fields) {
            if (at != TOTAL.at || !lumped)
                && let Some(value) = self.noted_value(budget, at)
            {
                out.push(led(format!("{}{}", field.label_in(self.lang), self.colon()), value));
            }
        }
        out
    }

    /// Where the amounts come from, when they are not all the sheet's own.
    fn budget_note(&self, goal: Entity<'_>) -> Option<Rich> {
        let costed: Vec<Entity<'_>> = goal.actions().filter(|action| self.cost(*action).is_some()).collect();
        if costed.is_empty() {
            return None;
        }
        let list = joined(costed.iter().map(|action| self.short_reference(*action)), ", ");
        let mut note = if !goal.budget().is_absent() {
            let parts: Money = costed.iter().filter_map(|action| self.cost(*action)).sum();
            // All of it is told by the actions that follow.
            if Some(parts) == self.cost(goal) {
                return None;
            }
            let one = costed.len() == 1;
            let parts = self.euros(parts);
            let text = match one {
                true => self.lang.of(
                    format!("Dont {parts} détaillés dans la fiche de l’action "),
                    format!("Of which {parts} told in the sheet of action "),
                ),
                false => self.lang.of(
                    format!("Dont {parts} détaillés dans les fiches des actions "),
                    format!("Of which {parts} told in the sheets of actions "),
                ),
            };
            vec![Inline::text(text)]
        } else if costed.len() == 1 {
            vec![Inline::text(self.lang.of("Budget de son action ", "The budget of its action "))]
        } else {
            vec![Inline::text(self.lang.of("Somme des budgets de ses actions ", "Sum of the budgets of its actions "))]
        };
        note.extend(list);
        note.push(Inline::text("."));
        Some(note)
    }

    /// One funder or two, read whole, stand in a line: `DSIL 60 000 € (acquis)`, and what is left to the authority.
    fn funding_fact(&self, goal: Entity<'_>) -> Option<Fact> {
        goal.funding().is().filter(|funding| !funding.broken())?;
        let lines = self.funding_lines(goal);
        let plain = |line: &FundingLine<'_>| line.money.is_some() && line.status.is().is_some() && self.facts(line.line).is_empty();
        if lines.is_empty() || lines.len() > Self::FEW || !lines.iter().all(plain) {
            return None;
        }
        let mut told = Rich::new();
        for FundingLine { line, status, money } in &lines {
            if !told.is_empty() {
                told.push(Inline::text(", "));
            }
            told.push(self.titled(*line));
            let share = line.is_given(funder::SHARE).filter(|share| matches!(share, Share::Percent(..)));
            let share = share.and_then(|share| self.share_text(share)).map(|text| format!(", {text}")).unwrap_or_default();
            let status = status.is().map_or("", |status| self.funding_status(status));
            told.push(Inline::whole(format!("\u{a0}: {}", self.euros(money.unwrap_or_default()))));
            told.push(Inline::text(format!(" ({}{share})", lower(status))));
        }
        let (funded, cost) = (budget::funding(goal), budget::complete(goal).then(|| budget::cost(goal, None))?);
        let (own, sure) = (self.euros(cost - funded.total()), self.euros(cost - funded.sure()));
        told.push(Inline::text(match funded.sure() == funded.total() {
            true => self.lang.of(format!("\u{202f}; autofinancement\u{a0}: {own}"), format!("; own share: {own}")),
            false => self.lang.of(
                format!("\u{202f}; autofinancement\u{a0}: {own} si tout est obtenu, {sure} avec les seuls acquis"),
                format!("; own share: {own} if all is obtained, {sure} with what is secured"),
            ),
        }));
        Some(Fact { label: Concept::Funding.row().label_in(self.lang), value: told })
    }

    pub fn funding_status(&self, status: FundingStatus) -> &'static str {
        self.w(match status {
            FundingStatus::Secured => W::Secured,
            FundingStatus::Sought => W::Sought,
            FundingStatus::Refused => W::Refused,
            FundingStatus::Received => W::Received,
        })
    }

    fn funding_part(&self, goal: Entity<'_>) -> Option<Part> {
        let funding = match goal.funding() {
            Given::Is(funding) => funding,
            Given::Absent | Given::Unknown => return None,
        };
        if self.funding_fact(goal).is_some() {
            return None;
        }
        let mut part = Part::default();
        let lines = self.funding_lines(goal);
        if lines.is_empty() || funding.broken() {
            part.text.push(vec![self.hole()]);
        }
        if lines.is_empty() {
            return Some(part);
        }
        let complete = budget::complete(goal);
        let mut rows = Vec::new();
        rows.extend(lines.iter().map(|line| self.funder_row(line)));
        let funded = budget::funding(goal);
        // What could not be read may pay a part: then nobody knows what is left.
        let cost = (complete && !funding.broken()).then(|| budget::cost(goal, None));
        let (own, sure) = (cost.map(|cost| cost - funded.total()), cost.map(|cost| cost - funded.sure()));
        let mut total = |label: &str, money: Option<Money>| {
            let missing = || if self.lacks.is_empty() { Inline::text("–") } else { self.hole() };
            let amount = money.map_or_else(|| Cell::new(vec![missing()]), |money| Cell::text(self.amount(money)));
            rows.push(Row { kind: RowKind::Total, cells: vec![Cell::text(label).spanning(2), amount] });
        };
        if lines.len() > 1 {
            total(self.w(W::FundingTotal), Some(funded.total()));
        }
        // Where all is secured, both are one.
        let label = if funded.sure() == funded.total() { W::OwnShareAlone } else { W::OwnShare };
        total(self.w(label), own);
        if let Some(sure) = sure.filter(|_| funded.sure() != funded.total()) {
            let label = format!("{}{}", self.w(W::OwnShareSecured), self.colon());
            part.notes.push(vec![Inline::text(label), Inline::whole(self.euros(sure)), Inline::text(".")]);
        }
        part.tables.push(self.funders_table(rows));
        Some(part)
    }

    /// A funder with what is said of it, how sure it is, and what it pays.
    pub fn funder_row(&self, FundingLine { line, status, money }: &FundingLine<'_>) -> Row {
        let mut source = vec![self.titled(*line)];
        let share = line.is_given(funder::SHARE).and_then(|share| self.share_text(share));
        source.extend(share.map(|text| Inline::text(format!(", {text}"))));
        let status = match status {
            Given::Is(status) => vec![Inline::text(self.funding_status(*status))],
            Given::Absent | Given::Unknown => vec![self.hole_or_dash(*line, Lacks::Field(Concept::Funder, funder::STATUS.at))],
        };
        // What is refused, or in another currency, is printed and in no sum.
        let said = line.is_given(funder::SHARE).and_then(|share| match share {
            Share::Money(money) => Some(format!("({})", self.euros(money))),
            Share::Percent(..) => None,
        });
        let amount = match (money, said) {
            (Some(money), _) => Cell::text(self.amount(*money)),
            (None, Some(said)) => Cell::text(said),
            (None, None) if line.is_given(funder::STATUS) == Some(FundingStatus::Refused) => Cell::text("–"),
            (None, None) => Cell::new(vec![self.hole()]),
        };
        for Fact { label, value } in self.facts(*line) {
            source.extend([Inline::Break, Inline::text(format!("{label}{}", self.colon()))]);
            source.extend(value);
        }
        row(vec![Cell::new(source), Cell::new(status), amount])
    }

    pub fn funders_table(&self, rows: Vec<Row>) -> Table {
        let columns = vec![Column::Text { weight: 1 }, Column::Short, Column::Amount];
        let mut head = self.head(&[W::Funder, W::Status]);
        head[0].push(Cell::text(format!("{} ({})", self.w(W::Amount), self.in_currency())));
        Table { dense: true, columns, head, rows }
    }

    // --- milestones and indicators ----------------------------------------------------------------------------------

    /// `Ouverture au public, décembre 2027`
    pub fn milestone_line(&self, milestone: Entity<'_>) -> Rich {
        let mut line = self.label(milestone);
        line.push(Inline::text(", "));
        line.extend(self.milestone_date(milestone));
        line
    }

    /// A line each, with what is said of it.
    fn milestone_lines(&self, goal: Entity<'_>) -> Vec<Rich> {
        let line = |milestone: Entity<'_>| {
            let mut line = self.milestone_line(milestone);
            let content = run_on(&self.prose(milestone));
            if !content.is_empty() {
                line.extend([Inline::text(self.colon()), Inline::Emph { content }]);
            }
            for Fact { label, value } in self.facts(milestone) {
                // "Attribution du marché ; nature : Attribution" says it twice.
                if plain(&line).to_lowercase().starts_with(&plain(&value).to_lowercase()) {
                    continue;
                }
                line.push(Inline::text(format!("\u{202f}; {}{}", lower(&label), self.colon())));
                line.extend(value);
            }
            line
        };
        goal.milestones().map(line).collect()
    }

    fn indicators_part(&self, goal: Entity<'_>) -> Option<Part> {
        let mut rows: Vec<Row> = goal.indicators().map(|indicator| row(self.indicator_cells(indicator))).collect();
        if rows.is_empty() {
            return None;
        }
        let mut part = Part::default();
        let mut columns =
            vec![Column::Text { weight: 13 }, Column::Text { weight: 5 }, Column::Text { weight: 5 }, Column::Text { weight: 5 }];
        let mut head = self.head(&[W::Indicator, W::Baseline, W::Measures, W::Target]);
        // A column of dashes says nothing; what is measured, and where from, has its room.
        if goal.indicators().all(|indicator| indicator.all(Concept::Measured).next().is_none()) {
            columns.remove(MEASURES);
            columns[0] = Column::Text { weight: 17 };
            rows.iter_mut().map(|row| &mut row.cells).chain(&mut head).for_each(|cells| drop(cells.remove(MEASURES)));
        }
        part.tables.push(Table { dense: true, columns, head, rows });
        Some(part)
    }

    /// `12 %`, `1 800 personnes`; a hole where it is not said what is counted.
    pub fn reading_of(&self, indicator: Entity<'_>, of: Entity<'_>) -> Rich {
        let unit = indicator.text(indicator::UNIT).map(|unit| self.text(&unit));
        let (Some(value), Some(seen)) = (of.is_given(reading::VALUE), of.seen(reading::VALUE.at)) else { return vec![self.hole()] };
        let text = self.text(&show_figure(seen, unit.as_deref(), self.lang));
        let text = if value.reading().is_some() { text.replacen(' ', "\u{a0}", 1) } else { text };
        let mut out = vec![Inline::text(text)];
        if self.lacks(indicator, Lacks::Field(Concept::Indicator, indicator::UNIT.at)) && value.is_bare() {
            out.extend([Inline::text(" "), self.hole()]);
        }
        out
    }

    /// When a reading is of, as it is written.
    pub fn reading_date(&self, of: Entity<'_>) -> Option<String> {
        let seen = of.seen(reading::ON.at).filter(|seen| !seen.is_unread())?;
        let when = of.is_given(reading::ON).filter(|when| when.start == when.end && matches!(seen.cell.value, Value::Period(..)));
        Some(when.map_or_else(|| self.text(&seen.show(self.lang)), |when| self.moment(when.start)))
    }

    /// What is measured and where from, baseline, measures, target.
    pub fn indicator_cells(&self, entity: Entity<'_>) -> Vec<Cell> {
        let unit = entity.text(indicator::UNIT).map(|unit| self.text(&unit));
        let reading = |of: Entity<'_>| {
            if of.is_given(reading::VALUE).is_none() {
                return vec![self.hole()];
            }
            let mut out = self.reading_of(entity, of);
            match of.seen(reading::ON.at) {
                Some(seen) if !seen.is_unread() => {
                    let when = self.reading_date(of).unwrap_or_else(|| self.text(&seen.show(self.lang)));
                    out.extend([Inline::text(" "), Inline::whole(format!("({when})"))]);
                }
                Some(_) => out.extend([Inline::text(" "), self.hole()]),
                None if of.is(Concept::Target) && self.lacks(entity, Lacks::TargetDate) => out.extend([Inline::text(" "), self.hole()]),
                None => {}
            }
            if let Some(source) = of.text(reading::SOURCE) {
                let label = reading::SOURCE.row().label_in(self.lang).to_lowercase();
                out.extend([Inline::Break, Inline::text(format!("{label}{}{}", self.colon(), self.text(&source)))]);
            }
            out
        };
        // A trajectory has several targets.
        let one = |concept: Concept| match entity.all(concept).map(reading).collect::<Vec<_>>() {
            all if all.is_empty() => vec![self.hole_or_dash(entity, Lacks::Child(concept))],
            all => lines(all),
        };
        let measured: Vec<Entity<'_>> = entity.all(Concept::Measured).collect();
        let measures = if measured.is_empty() { vec![Inline::text("–")] } else { lines(measured.into_iter().map(reading)) };
        let mut title = self.label(entity);
        let content = run_on(&self.prose(entity));
        if !content.is_empty() {
            title.extend([Inline::Break, Inline::Emph { content }]);
        }
        // The unit stands with the values; what else is said of it stands under its title.
        let mut more = Rich::new();
        for (at, row) in (0u8..).zip(entity.concept_row().fields).filter(|(at, _)| *at != indicator::UNIT.at) {
            if let Some(value) = self.field_value(entity, at) {
                let label = row.label_in(self.lang);
                let label = if more.is_empty() { label } else { lower(&label) };
                more.extend((!more.is_empty()).then(|| Inline::text(self.lang.of("\u{202f}; ", "; "))));
                more.extend(led(format!("{label}{}", self.colon()), value));
            }
        }
        if !more.is_empty() {
            title.push(Inline::Break);
            title.extend(more);
        }
        let counted = entity.children().filter_map(|child| child.is_given(reading::VALUE)).any(Figure::is_bare);
        if let (Some(unit), false) = (&unit, counted) {
            let label = indicator::UNIT.row().label_in(self.lang);
            title.extend([Inline::Break, Inline::text(format!("{label}{}{unit}", self.colon()))]);
        }
        vec![Cell::new(title), Cell::new(one(Concept::Baseline)), Cell::new(measures), Cell::new(one(Concept::Target))]
    }

    /// The title of a milestone or an indicator, or its name: either will do.
    pub fn label(&self, entity: Entity<'_>) -> Rich {
        match (self.title(entity), entity.name()) {
            (Title { hole: true, .. }, Some(name)) if !self.lacks(entity, Lacks::Title) => vec![Inline::text(name)],
            (Title { hole: true, text }, _) => vec![Inline::Hole { text }],
            (Title { text, .. }, _) => vec![Inline::text(text)],
        }
    }
}

/// The place of the measures among an indicator's columns.
const MEASURES: usize = 2;

/// A link, of what is a mail address or that of a page, and nothing else.
pub fn address(text: &str) -> Option<Inline> {
    let text = text.trim();
    let odd = |c: char| c.is_whitespace() || c.is_control() || "<>\"".contains(c);
    if text.contains(odd) {
        return None;
    }
    if text.strip_prefix("https://").or(text.strip_prefix("http://")).is_some_and(|rest| rest.contains('.')) {
        return Some(Inline::Link { href: text.to_owned(), content: vec![Inline::whole(text)] });
    }
    let mail = text.split_once('@').is_some_and(|(who, host)| !who.is_empty() && host.contains('.') && !host.contains('@'));
    // It may go on the next line before its @.
    let shown = text.replacen('@', "\u{200b}@", 1);
    (mail && !text.contains(|c| "?&%,;".contains(c)))
        .then(|| Inline::Link { href: format!("mailto:{text}"), content: vec![Inline::whole(shown)] })
}

/// A label and what follows it, as one run where both are texts.
pub fn led(label: String, mut value: Rich) -> Rich {
    match value.first_mut() {
        Some(Inline::Text { text }) => *text = label + text,
        _ => value.insert(0, Inline::text(label)),
    }
    value
}

/// Words of the language that stand for several: they are printed as they are read.
const SIGLES: &[&str] = &["AE", "AI", "AIFD", "AIPD", "AP", "CST", "DPIA", "EPCI", "FRIA", "IA", "IaaS", "PaaS", "PPI", "SaaS"];

/// A word of the language, as the first of a cell.
fn upper(text: &str) -> String {
    let read =
        |word: &str| SIGLES.iter().find(|sigle| sigle.eq_ignore_ascii_case(word)).map_or(word.to_owned(), |sigle| (*sigle).to_owned());
    let text: Vec<String> = text.split(' ').map(read).collect();
    let text = text.join(" ");
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// The words of a run, without its looks.
pub fn plain(content: &[Inline]) -> String {
    content
        .iter()
        .map(|inline| match inline {
            Inline::Text { text }
            | Inline::Hole { text }
            | Inline::Code { text }
            | Inline::Whole { text }
            | Inline::Gone { text }
            | Inline::Come { text }
            | Inline::Ref { text, .. } => text.clone(),
            Inline::Emph { content } | Inline::Strong { content } | Inline::Link { content, .. } => plain(content),
            Inline::Break => " ".to_owned(),
            Inline::Drawing { .. } | Inline::Blank { .. } => String::new(),
        })
        .collect()
}
