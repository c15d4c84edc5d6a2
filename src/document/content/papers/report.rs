//! What the council hears each year: what is done, late, moved; what was paid; whether the indicators are on their way; what is asked of
//! it. All as of the day of the document.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::super::super::model::{Cell, Column, Inline, Number, Part, Piece, Rich, Row, RowKind, Table};
use super::super::super::words::W;
use super::super::calendar::Beside;
use super::super::progress::State;
use super::super::sheet::plain;
use super::super::years::YearRow;
use super::super::{Build, Strand, joined, lower, row};
use crate::budget;
use crate::diagnostic::Lang;
use crate::language::Concept;
use crate::language::concepts::decision::{self, DecisionKind};
use crate::language::concepts::goal::milestone;
use crate::language::concepts::indicator::reading;
use crate::language::concepts::money::authorisation::Authorised;
use crate::language::concepts::sheet::status;
use crate::plan::{Entity, Money, When};

/// As many drawings as a page takes.
const DRAWN: usize = 24;

impl<'a> Build<'a> {
    /// `changed`: what the plan says otherwise than before, in a few lines.
    pub fn report(&self, changed: Vec<Rich>) -> (String, Vec<Piece>) {
        let title = self.lang.of("Bilan annuel", "Annual report").to_owned();
        let day = self.date.map(|day| self.moment(When::day(day)));
        let below = match &day {
            Some(day) => self.lang.of(
                format!("{} – situation au {day}", self.strategy_title().text),
                format!("{} – as at {day}", self.strategy_title().text),
            ),
            None => self.strategy_title().text,
        };
        let mut pieces = vec![self.opening(&title, vec![Inline::text(below)])];
        pieces.extend(self.told_later());
        pieces.extend(self.report_in_numbers());
        let mut section = |fr: &str, en: &str, rest: Vec<Piece>| {
            if !rest.is_empty() {
                pieces.push(self.heading(fr, en));
                pieces.extend(rest);
            }
        };
        section("Depuis un an", "Since last year", self.since_last_year());
        let changed = if changed.is_empty() { Vec::new() } else { vec![Piece::Lines { items: changed }] };
        section("Ce que le plan dit autrement", "What the plan says otherwise", changed);
        section("Ce qui est en retard ou arrêté", "What is late or stopped", self.late());
        section("Axe par axe", "Axis by axis", self.axis_by_axis());
        section("Indicateurs", "Indicators", self.indicators_so_far());
        section("Risques de ce qui reste à faire", "Risks of what is left to do", self.risks_now());
        section("Argent", "Money", self.money_so_far());
        section("Ce qui est demandé à l’assemblée", "What is asked of the council", vec![Piece::Lines { items: self.asked_by_report() }]);
        section("Toutes les actions", "All actions", self.all_states());
        (title, pieces)
    }

    fn work(&self) -> impl Iterator<Item = Entity<'a>> {
        self.strands.iter().flat_map(|strand| self.work_of(strand))
    }

    fn states(&self, of: impl Iterator<Item = Entity<'a>>) -> Vec<(Entity<'a>, State)> {
        of.map(|sheet| (sheet, self.state(sheet))).collect()
    }

    /// The plan tells facts of later days than the report is of: its states are those of that day, what was paid and measured is not.
    fn told_later(&self) -> Option<Piece> {
        let day = self.date?;
        let of = |concept: Concept, at: u8| {
            let whens = self.plan.all(concept).filter_map(move |one| one.seen(at).and_then(|seen| seen.when()));
            whens.filter(move |when| day < when.first).max_by_key(|when| when.first)
        };
        let last = [of(Concept::Status, status::ON.at), of(Concept::Measured, reading::ON.at)]
            .into_iter()
            .flatten()
            .max_by_key(|when| when.first)?;
        let (day, last) = (self.moment(When::day(day)), self.moment(last));
        let warned = self.sentence(
            format!("À vérifier : ce bilan est arrêté au {day}, et le plan dit déjà des faits plus récents ({last}). Les états sont ceux du {day} ; les paiements et les mesures sont tous donnés."),
            format!("To check: this report is as at {day}, and the plan tells later facts already ({last}). States are those of {day}; payments and measures are all given."),
        );
        Some(Piece::Lines { items: vec![vec![Inline::Strong { content: warned }]] })
    }

    // --- one page ---------------------------------------------------------------------------------------------------

    fn report_in_numbers(&self) -> Vec<Piece> {
        let states = self.states(self.work());
        let count = |fits: &dyn Fn(State) -> bool| states.iter().filter(|(_, state)| fits(*state)).count();
        let of_all = |count: usize| vec![Inline::text(format!("{count}\u{a0}/\u{a0}{}", states.len()))];
        let number =
            |value: Rich, fr: &str, en: &str, detail: Option<String>| Number { value, label: self.lang.of(fr, en).to_owned(), detail };
        let done = count(&|state| state == State::Done);
        let late = count(&State::is_late);
        let moved = count(&|state| matches!(state, State::Postponed | State::Suspended));
        let given_up = count(&|state| state == State::Abandoned);
        // What is past its end may be under way, or nothing may be said of it.
        let past = |said: &dyn Fn(Option<Entity<'a>>) -> bool| {
            states.iter().filter(|(sheet, state)| *state == State::Overdue && said(self.status_on(*sheet, self.date))).count()
        };
        let (past_unsaid, past_running) = (
            past(&|status| status.is_none()),
            past(&|status| status.is_some_and(|status| status.is_given(status::PROGRESS) == Some(status::Progress::Running))),
        );
        let running = count(&|state| state == State::Running) + past_running;
        let moved_detail = (given_up > 0).then(|| {
            self.lang.of(format!("et {given_up} {}", self.many_state(State::Abandoned, given_up)), format!("and {given_up} given up"))
        });
        let mut numbers = vec![
            number(
                of_all(done),
                "actions terminées",
                "actions done",
                Some(self.lang.of(format!("{running} en cours"), format!("{running} under way"))),
            ),
            number(
                vec![Inline::text(late.to_string())],
                "en retard",
                "late",
                (past_unsaid > 0).then(|| {
                    self.lang.of(format!("dont {past_unsaid} sans état renseigné"), format!("{past_unsaid} of them with no status"))
                }),
            ),
            number(
                vec![Inline::text(moved.to_string())],
                if moved > 1 { "reportées ou suspendues" } else { "reportée ou suspendue" },
                "postponed or suspended",
                moved_detail,
            ),
        ];
        let (paid, planned) = (self.paid(), self.planned_so_far());
        if self.asks() {
            let detail = (!planned.is_zero()).then(|| {
                let share = self.percent(paid, planned);
                match self.voted {
                    Some(_) => self
                        .lang
                        .of(format!("{share} de ce qui était voté, années closes"), format!("{share} of what was voted, closed years")),
                    None => self
                        .lang
                        .of(format!("{share} de ce qui était prévu, années closes"), format!("{share} of what was planned, closed years")),
                }
            });
            let value = if self.any_paid() { vec![Inline::text(self.millions(paid))] } else { vec![Inline::text("–")] };
            let detail =
                if self.any_paid() { detail } else { Some(self.lang.of("aucun paiement déclaré", "no payment told").to_owned()) };
            numbers.push(number(value, "payés", "paid", detail));
        }
        let mut lines: Vec<Rich> = Vec::new();
        let (ways, unmeasured, unmeasured_and_due) = self.ways();
        let on_way = ways.iter().filter(|(_, on_way)| *on_way).count();
        let due = match unmeasured_and_due {
            0 => String::new(),
            count => self.lang.of(format!(", dont {count} à l’échéance passée"), format!(", {count} of them past their due date")),
        };
        if !ways.is_empty() || unmeasured > 0 {
            lines.push(self.sentence(
                format!("Indicateurs : {on_way} sur leur trajectoire, {} en retard, {unmeasured} sans mesure{due}.", ways.len() - on_way),
                format!("Indicators: {on_way} on their way, {} behind, {unmeasured} not measured{due}.", ways.len() - on_way),
            ));
        }
        let unsaid = count(&|state| state == State::Unsaid) + past_unsaid;
        if unsaid > 0 {
            lines.push(match unsaid {
                1 => self.sentence(
                    "Une action aurait dû commencer et n’a aucun état dans le plan : le bilan ne peut rien en dire.",
                    "One action should have begun and has no status in the plan: the report can say nothing of it.",
                ),
                _ => self.sentence(
                    format!("{unsaid} actions auraient dû commencer et n’ont aucun état dans le plan : le bilan ne peut rien en dire."),
                    format!("{unsaid} actions should have begun and have no status in the plan: the report can say nothing of them."),
                ),
            });
        }
        vec![Piece::Numbers { items: numbers }, Piece::Lines { items: lines }]
    }

    /// Of each indicator that has a measure: is it on its way? And how many have none, and should have reached their target.
    fn ways(&self) -> (Vec<(Entity<'a>, bool)>, usize, usize) {
        let (mut ways, mut unmeasured, mut due) = (Vec::new(), 0, 0);
        for indicator in self.plan.sheets().flat_map(|sheet| sheet.indicators().collect::<Vec<_>>()) {
            if indicator.all(Concept::Measured).next().is_none() {
                unmeasured += 1;
                due += usize::from(self.is_past(self.last_target(indicator)));
            } else if let Some(on_way) = self.series(indicator).and_then(|series| series.on_its_way()) {
                ways.push((indicator, on_way));
            }
        }
        (ways, unmeasured, due)
    }

    // --- since last year --------------------------------------------------------------------------------------------

    /// Statuses, milestones, decisions and measures of the twelve months before the day.
    fn since_last_year(&self) -> Vec<Piece> {
        let Some(day) = self.date else { return Vec::new() };
        let Ok(before) = day.checked_sub(jiff::Span::new().years(1)) else { return Vec::new() };
        let within = |when: Option<When>| when.filter(|when| when.last > before && when.first <= day);
        let mut found: Vec<(When, Rich)> = Vec::new();
        for sheet in self.plan.sheets() {
            for one in sheet.all(Concept::Status) {
                let (Some(on), Some(progress)) = (within(one.is_given(status::ON)), one.is_given(status::PROGRESS)) else { continue };
                let mut line = vec![self.reference(sheet), Inline::text(self.colon())];
                line.push(Inline::text(lower(self.status(progress))));
                if let Some(because) = one.text(status::BECAUSE) {
                    line.push(Inline::text(format!(" ({})", lower(&self.text(&because)))));
                }
                found.push((on, line));
            }
            for indicator in sheet.indicators() {
                for measured in indicator.all(Concept::Measured) {
                    let on = measured.is_given(reading::ON).map(|period| period.whole());
                    let Some(on) = within(on) else { continue };
                    let mut line = vec![self.short_reference(sheet), Inline::text(" ")];
                    line.extend(self.label(indicator));
                    line.push(Inline::text(self.colon()));
                    line.extend(self.reading_of(indicator, measured));
                    found.push((on, line));
                }
            }
        }
        for one in self.plan.all(Concept::Decision) {
            let on = one.is_given(decision::ON).map(|period| period.whole());
            let Some(on) = within(on) else { continue };
            let mut line = self.label(one);
            if let Some(result) = self.field_value(one, decision::RESULT.at) {
                line.push(Inline::text(format!("{}{}", self.colon(), lower(&plain(&result)))));
            }
            found.push((on, line));
        }
        if found.is_empty() {
            return vec![Piece::Lines {
                items: vec![self.sentence(
                    "Rien de daté : ni état, ni mesure, ni décision des douze derniers mois.",
                    "Nothing dated: no status, measure or decision of the last twelve months.",
                )],
            }];
        }
        found.sort_by_key(|(on, _)| (on.last, on.first));
        let rows = found.into_iter().map(|(on, line)| row(vec![Cell::text(self.moment(on)), Cell::new(line)])).collect();
        let columns = vec![Column::Short, Column::Text { weight: 1 }];
        let head = vec![vec![Cell::text(self.w(W::Date)), Cell::text(self.lang.of("Ce qui s’est passé", "What happened"))]];
        vec![Piece::Part { part: Part { tables: vec![Table { dense: true, columns, head, rows }], ..Part::default() } }]
    }

    // --- late -------------------------------------------------------------------------------------------------------

    fn late(&self) -> Vec<Piece> {
        let stopped = |state: State| state.is_late() || matches!(state, State::Postponed | State::Suspended | State::Abandoned);
        let mut rows: Vec<Row> = Vec::new();
        for (sheet, state) in self.states(self.work()).into_iter().filter(|(_, state)| stopped(*state)) {
            let mut said = vec![Inline::text(self.state_told(sheet, state))];
            let status = self.status_on(sheet, self.date);
            if let Some(because) = status.and_then(|status| status.text(status::BECAUSE)) {
                said.push(Inline::text(format!("{}{}", self.colon(), lower(&self.text(&because)))));
            }
            let holds: Vec<Inline> = self.held_back(sheet).map(|waiting| self.short_reference(waiting)).collect();
            let holds = if holds.is_empty() { vec![Inline::text("–")] } else { joined(holds, ", ") };
            rows.push(row(vec![
                Cell::new(vec![self.reference(sheet)]),
                Cell::new(self.owner_cell(sheet)),
                Cell::new(self.dates_held_and_proposed(sheet)),
                Cell::new(said),
                Cell::new(holds),
            ]));
        }
        if rows.is_empty() {
            return vec![Piece::Lines { items: vec![self.sentence("Rien.", "Nothing.")] }];
        }
        let columns = vec![
            Column::Text { weight: 10 },
            Column::Text { weight: 3 },
            Column::Text { weight: 8 },
            Column::Text { weight: 8 },
            Column::Text { weight: 4 },
        ];
        let head = vec![vec![
            Cell::text(self.w(W::Sheet)),
            Cell::text(self.w(W::Owner)),
            Cell::text(self.w(W::Calendar)),
            Cell::text(self.w(W::Status)),
            Cell::text(self.lang.of("Fait attendre", "Keeps waiting")),
        ]];
        vec![Piece::Part { part: Part { tables: vec![Table { dense: true, columns, head, rows }], ..Part::default() } }]
    }

    /// Who cannot go on: what is awaited of the sheet has not come. A start that is waited for has, once the work is said to be under way.
    fn held_back(&self, sheet: Entity<'a>) -> impl Iterator<Item = Entity<'a>> {
        let begun = self.status_on(sheet, self.date).and_then(|status| status.is_given(status::PROGRESS));
        let begun = begun.is_some_and(|progress| progress != status::Progress::Planned);
        let mut waiting: Vec<Entity<'a>> = self.awaited_by[sheet.goal_id().at()].iter().map(|id| self.goal_at(*id)).collect();
        waiting.retain(|one| {
            let waits = one.depends().any(|depend| depend.goal() == sheet && !(depend.start && begun));
            waits && !matches!(self.state(*one), State::Done | State::Abandoned)
        });
        waiting.dedup();
        waiting.into_iter()
    }

    /// Its dates as they were voted, and those that the plan has now.
    fn dates_held_and_proposed(&self, sheet: Entity<'a>) -> Rich {
        let (mut told, now) = (self.dates_held(sheet), self.dates(sheet));
        if plain(&told) != plain(&now) {
            let lead = self.lang.of("proposé\u{a0}: ", "proposed: ");
            told.extend([Inline::Break, Inline::Emph { content: [vec![Inline::text(lead)], now].concat() }]);
        }
        told
    }

    // --- axis by axis -----------------------------------------------------------------------------------------------

    fn axis_by_axis(&self) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for (at, strand) in self.strands.iter().enumerate() {
            pieces.push(Piece::Heading { level: 2, text: self.axis_heading(at, strand) });
            pieces.push(Piece::Lines { items: self.axis_so_far(strand) });
            if let Some(part) = self.axis_calendar(strand, Beside::Actual) {
                let done = strand.all().any(|sheet| self.actual(sheet).is_some());
                let (fr, en) = match (self.voted.is_some(), done) {
                    (true, true) => ("Prévu, tel qu’il a été voté, et réalisé.", "Planned, as it was voted, and done."),
                    (false, true) => ("Prévu et réalisé.", "Planned and done."),
                    (true, false) => (
                        "Prévu, tel qu’il a été voté ; le plan ne date encore rien de ce qui s’est fait.",
                        "Planned, as it was voted; the plan dates nothing yet of what was done.",
                    ),
                    (false, false) => (
                        "Prévu ; le plan ne date encore rien de ce qui s’est fait.",
                        "Planned; the plan dates nothing yet of what was done.",
                    ),
                };
                let caption = self.lang.of(
                    format!("{fr} Les mêmes dates et états sont dans la table de toutes les actions."),
                    format!("{en} The same dates and statuses are in the table of all actions."),
                );
                pieces.push(Piece::Part { part: Part { caption: Some(caption), ..part } });
            }
        }
        pieces
    }

    pub fn axis_heading(&self, at: usize, strand: &Strand<'_>) -> String {
        let title = self.strand_title(strand).text;
        if strand.axis.is_none() { title } else { format!("{}\u{a0}{} – {title}", self.w(W::Axis), at + 1) }
    }

    fn axis_so_far(&self, strand: &Strand<'a>) -> Vec<Rich> {
        let states = self.states(self.work_of(strand));
        let counts: Vec<String> = [
            State::Done,
            State::Running,
            State::Planned,
            State::Overdue,
            State::NotBegun,
            State::Postponed,
            State::Suspended,
            State::Abandoned,
            State::Unsaid,
        ]
        .into_iter()
        .filter_map(|state| {
            let here = || states.iter().filter(|(_, of)| *of == state);
            let running = |sheet: Entity<'a>| {
                let status = self.status_on(sheet, self.date);
                status.is_some_and(|status| status.is_given(status::PROGRESS) == Some(status::Progress::Running))
            };
            let running = here().filter(|(sheet, _)| state == State::Overdue && running(*sheet)).count();
            let running = match running {
                0 => String::new(),
                count => self.lang.of(format!(", dont {count} en cours"), format!(", {count} of them under way")),
            };
            let count = here().count();
            (count > 0).then(|| format!("{count} {}{running}", self.many_state(state, count)))
        })
        .collect();
        let mut lines = vec![self.sentence(format!("Actions : {}.", counts.join(", ")), format!("Actions: {}.", counts.join(", ")))];
        if states.is_empty() {
            lines.clear();
        }
        let goals = || strand.sheets.iter().copied().filter(|sheet| sheet.is_counted());
        let cost: Money = goals().map(|sheet| budget::cost(sheet, None)).sum();
        if !cost.is_zero() {
            let paid: Money = goals().map(budget::paid).sum();
            let any = goals().any(|sheet| !budget::spent(sheet).is_empty());
            let cost_told = self.euros(cost);
            lines.push(match any {
                true => self.sentence(
                    format!("Argent : {} payés sur {cost_told}.", self.euros(paid)),
                    format!("Money: {} paid of {cost_told}.", self.euros(paid)),
                ),
                false => self.sentence(
                    format!("Argent : aucun paiement déclaré, sur {cost_told}."),
                    format!("Money: no payment told, of {cost_told}."),
                ),
            });
        }
        let indicators: Vec<Entity<'_>> = strand.all().flat_map(|sheet| sheet.indicators().collect::<Vec<_>>()).collect();
        if !indicators.is_empty() {
            let measured = indicators.iter().filter(|one| one.all(Concept::Measured).next().is_some()).count();
            let way = indicators.iter().filter(|one| self.series(**one).and_then(|series| series.on_its_way()) == Some(true)).count();
            let all = indicators.len();
            lines.push(self.sentence(
                match (measured, way) {
                    (0, _) => format!("Indicateurs : aucune mesure, sur {all}."),
                    (1, 0) => format!("Indicateurs : 1 mesuré sur {all}, en retard sur sa trajectoire."),
                    (1, _) => format!("Indicateurs : 1 mesuré sur {all}, sur sa trajectoire."),
                    (_, 0) => format!("Indicateurs : {measured} mesurés sur {all}, aucun sur sa trajectoire."),
                    (_, 1) => format!("Indicateurs : {measured} mesurés sur {all}, dont 1 sur sa trajectoire."),
                    _ => format!("Indicateurs : {measured} mesurés sur {all}, dont {way} sur leur trajectoire."),
                },
                format!("Indicators: {measured} of {all} measured, {way} of them on their way."),
            ));
        }
        lines
    }

    /// What is past its end is told with what is known of it: `en cours, échéance dépassée`.
    fn state_told(&self, sheet: Entity<'a>, state: State) -> String {
        if state != State::Overdue {
            return self.state_word(state).to_owned();
        }
        let known = self.status_on(sheet, self.date).and_then(|status| status.is_given(status::PROGRESS));
        let told = known.map_or_else(|| self.state_word(State::Unsaid).to_owned(), |progress| lower(self.status(progress)));
        format!("{told}, {}", self.state_word(state))
    }

    fn many_state(&self, state: State, count: usize) -> String {
        let word = self.state_word(state);
        match (self.lang, state, count > 1) {
            (Lang::Fr, State::Done | State::Postponed | State::Suspended | State::Abandoned, true) => format!("{word}s"),
            (Lang::Fr, State::Overdue, _) => "à l’échéance dépassée".to_owned(),
            (Lang::Fr, State::NotBegun, true) => "pas commencées, début dépassé".to_owned(),
            (Lang::Fr, State::Unsaid, _) => "sans état renseigné".to_owned(),
            _ => word.to_owned(),
        }
    }

    // --- indicators -------------------------------------------------------------------------------------------------

    fn indicators_so_far(&self) -> Vec<Piece> {
        let all: Vec<(Entity<'a>, Entity<'a>)> =
            self.plan.sheets().flat_map(|sheet| sheet.indicators().map(move |indicator| (sheet, indicator)).collect::<Vec<_>>()).collect();
        let mut rows = Vec::new();
        let mut gallery = Vec::new();
        let scale = self.measured_years();
        for (sheet, indicator) in &all {
            let last = last_measure(*indicator);
            let told = match last {
                Some(of) => vec![Inline::text(self.dated_value(*indicator, of))],
                None => vec![Inline::Emph { content: vec![Inline::text(self.lang.of("pas de mesure", "not measured"))] }],
            };
            let target = self.last_target(*indicator);
            let verdict = match self.series(*indicator).and_then(|series| series.on_its_way()) {
                _ if last.is_none() => match self.is_past(target) {
                    true => self.lang.of("✗ échéance passée", "✗ due date past").to_owned(),
                    false => "–".to_owned(),
                },
                Some(true) => self.lang.of("✓ sur la trajectoire", "✓ on its way").to_owned(),
                Some(false) => self.lang.of("✗ en retard", "✗ behind").to_owned(),
                None => self.lang.of("ne se compare pas", "cannot be compared").to_owned(),
            };
            let baseline = indicator.all(Concept::Baseline).next();
            let value = |of: Option<Entity<'_>>| of.map_or_else(|| "–".to_owned(), |of| self.dated_value(*indicator, of));
            rows.push(row(vec![
                Cell::new(vec![self.short_reference(*sheet)]),
                Cell::new(self.label(*indicator)),
                Cell::text(value(baseline)),
                Cell::new(told),
                Cell::text(value(target)),
                Cell::text(verdict),
            ]));
            let drawn = last.and_then(|_| self.drawn(*indicator, &scale?));
            gallery.extend(drawn.map(|figure| self.picture(*sheet, *indicator, figure)));
        }
        if rows.is_empty() {
            return Vec::new();
        }
        gallery.truncate(DRAWN);
        let columns = vec![
            Column::Short,
            Column::Text { weight: 6 },
            Column::Text { weight: 4 },
            Column::Text { weight: 4 },
            Column::Text { weight: 4 },
            Column::Text { weight: 3 },
        ];
        let head = vec![vec![
            Cell::text(self.w(W::Sheet)),
            Cell::text(self.w(W::Indicator)),
            Cell::text(self.w(W::Baseline)),
            Cell::text(self.lang.of("Dernière mesure", "Last measure")),
            Cell::text(self.w(W::Target)),
            Cell::text(self.w(W::Result)),
        ]];
        let note = self.sentence(
            "Sur la trajectoire : la dernière mesure atteint ce que donne, à sa date, la droite entre le départ et les cibles.",
            "On its way: the last measure reaches what the straight line from the baseline to the targets gives on its date.",
        );
        let mut pieces = Vec::new();
        if !gallery.is_empty() {
            pieces.push(Piece::Part { part: Part { gallery, ..Part::default() } });
        }
        pieces.push(Piece::Part {
            part: Part { tables: vec![Table { dense: true, columns, head, rows }], notes: vec![note], ..Part::default() },
        });
        pieces
    }

    /// Should a target be reached by the day of the report?
    fn is_past(&self, target: Option<Entity<'_>>) -> bool {
        let due = target.and_then(|target| target.is_given(reading::ON)).map(|on| on.end.last);
        due.zip(self.date).is_some_and(|(due, today)| due < today)
    }

    // --- risks ------------------------------------------------------------------------------------------------------

    /// The risks of what is still to be done.
    fn risks_now(&self) -> Vec<Piece> {
        let left = |sheet: Entity<'a>| !matches!(self.state(sheet), State::Done | State::Abandoned);
        self.risks_of(left).map(|part| Piece::Part { part }).into_iter().collect()
    }

    // --- money ------------------------------------------------------------------------------------------------------

    fn any_paid(&self) -> bool {
        budget::counted(self.plan).any(|goal| !budget::spent(goal).is_empty())
    }

    fn paid(&self) -> Money {
        budget::counted(self.plan).map(budget::paid).sum()
    }

    /// What was planned for the years that are over on the day, with the one that ends on it.
    fn planned_so_far(&self) -> Money {
        let open = self.open_year();
        self.held_to().into_iter().filter(|(year, _)| *year < open).map(|(_, money)| money).sum()
    }

    /// The first year that is not over on the day.
    fn open_year(&self) -> i16 {
        self.date.and_then(|day| day.tomorrow().ok()).map_or(i16::MAX, Date::year)
    }

    /// What was voted for each year; where that is not known, what the plan asks.
    fn held_to(&self) -> BTreeMap<i16, Money> {
        self.voted.as_ref().map_or_else(|| self.planned_by_year(), |voted| voted.planned.clone())
    }

    fn money_so_far(&self) -> Vec<Piece> {
        if !self.asks() {
            return vec![Piece::Lines { items: vec![vec![self.no_amount()]] }];
        }
        let (held, now) = (self.held_to(), self.planned_by_year());
        let mut paid = BTreeMap::new();
        for goal in budget::counted(self.plan) {
            for (year, money) in budget::spent(goal) {
                *paid.entry(year).or_insert(Money::default()) += money;
            }
        }
        let mut years: Vec<i16> = held.keys().chain(now.keys()).chain(paid.keys()).copied().collect();
        years.sort_unstable();
        years.dedup();
        let of = |of: &BTreeMap<i16, Money>, year: i16| of.get(&year).copied().unwrap_or_default();
        // Only of a year that is over is it known what was not paid.
        let open = self.open_year();
        let closed: BTreeMap<i16, Money> =
            years.iter().filter(|year| **year < open).map(|year| (*year, of(&held, *year) - of(&paid, *year))).collect();
        let coming: Money = now.iter().filter(|(year, _)| **year >= open).map(|(_, money)| *money).sum();
        let word = |fr: &str, en: &str| vec![Inline::text(self.lang.of(fr, en).to_owned())];
        let of_held = if self.voted.is_some() { word("Voté", "Voted") } else { word("Prévu", "Planned") };
        let mut rows = vec![YearRow::new(of_held, held.clone())];
        if held != now {
            rows.push(YearRow::new(word("Proposé", "Proposed"), now));
        }
        if self.any_paid() {
            rows.push(YearRow::new(word("Payé", "Paid"), paid));
            if !closed.is_empty() {
                rows.push(YearRow::new(word("Non payé, années closes", "Not paid, closed years"), closed).kind(RowKind::Total));
            }
        }
        let tables = self.year_tables(self.in_currency(), 60, &years, &rows);
        let mut notes = Vec::new();
        if !self.any_paid() {
            notes.push(self.sentence("Aucun paiement n’est déclaré dans le plan.", "No payment is told in the plan."));
        }
        if !coming.is_zero() && open != i16::MAX {
            let coming = self.euros(coming);
            notes.push(self.sentence(format!("Prévu à partir de {open} : {coming}."), format!("Planned from {open} on: {coming}.")));
        }
        let mut pieces = vec![Piece::Part { part: Part { tables, notes, ..Part::default() } }];
        if let Some(part) = self.funding_plan() {
            pieces.push(Piece::Part { part: Part { label: self.w(W::FundingPlan).to_owned(), ..part } });
        }
        let mut rows: Vec<Row> = Vec::new();
        for (at, strand) in self.strands.iter().enumerate() {
            let goals = || strand.sheets.iter().copied().filter(|sheet| sheet.is_counted());
            let cost: Money = goals().map(|sheet| budget::cost(sheet, None)).sum();
            let paid: Money = goals().map(budget::paid).sum();
            if cost.is_zero() && paid.is_zero() {
                continue;
            }
            rows.push(self.money_row(self.axis_name(at), cost, paid, RowKind::Body));
        }
        if !self.any_paid() {
            return pieces.into_iter().chain(self.authorised_so_far()).collect();
        }
        if rows.len() > 1 {
            rows.push(self.money_row(vec![Inline::text(self.w(W::Total))], self.asked(), self.paid(), RowKind::Total));
        }
        let columns = vec![Column::Text { weight: 1 }, Column::Amount, Column::Amount, Column::Amount, Column::Amount];
        let head = vec![vec![
            Cell::text(self.w(W::Axis)),
            Cell::text(self.lang.of("Prévu en tout", "Planned in all")),
            Cell::text(self.lang.of("Payé", "Paid")),
            Cell::text(self.lang.of("Part", "Share")),
            Cell::text(self.lang.of("Reste", "Left")),
        ]];
        pieces.push(Piece::Part { part: Part { tables: vec![Table { dense: false, columns, head, rows }], ..Part::default() } });
        pieces.extend(self.authorised_so_far());
        pieces
    }

    fn authorised_so_far(&self) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for (fr, en, kind) in [
            ("Autorisations de programme", "Authorisations of programme", Authorised::Programme),
            ("Autorisations d’engagement", "Authorisations of commitment", Authorised::Commitment),
        ] {
            if let Some(part) = self.authorised(kind) {
                pieces.push(Piece::Part { part: Part { label: self.lang.of(fr, en).to_owned(), ..part } });
            }
        }
        pieces
    }

    fn money_row(&self, label: Rich, cost: Money, paid: Money, kind: RowKind) -> Row {
        let cells = vec![
            Cell::new(label),
            Cell::text(self.amount(cost)),
            Cell::text(self.amount(paid)),
            Cell::text(self.percent(paid, cost)),
            Cell::text(self.amount(cost - paid)),
        ];
        Row { kind, cells }
    }

    // --- what is asked, and all states ------------------------------------------------------------------------------

    /// As the decision on the report says it; else to take note of it, and to decide of what moved.
    fn asked_by_report(&self) -> Vec<Rich> {
        let of_report = |one: &Entity<'_>| one.is_given(decision::KIND) == Some(DecisionKind::Review);
        let review = || self.plan.all(Concept::Decision).filter(of_report);
        let day = |one: &Entity<'_>| one.is_given(decision::ON).map(|period| period.end.last);
        // The next one, else the last.
        let next = review().filter(|one| day(one) >= self.date).min_by_key(day).or(review().max_by_key(day));
        let written: Vec<Rich> = next
            .into_iter()
            .flat_map(|one| one.members(decision::ARTICLES))
            .zip(1..)
            .map(|(seen, number)| vec![Inline::text(format!("{number}. {}", self.text(&seen.text())))])
            .collect();
        if !written.is_empty() {
            return written;
        }
        let mut lines = vec![self.sentence("1. Prendre acte du présent bilan.", "1. Note this report.")];
        let moved: Vec<String> = self
            .states(self.work())
            .iter()
            .filter(|(_, state)| matches!(state, State::Postponed | State::Suspended | State::Abandoned))
            .map(|(sheet, state)| format!("{} ({})", self.number_of(sheet.goal_id()), self.state_word(*state)))
            .collect();
        let revision = self.plan.all(Concept::Decision).filter(|one| one.is_given(decision::KIND) == Some(DecisionKind::Revision));
        let revision = revision.filter(|one| day(one) >= self.date).min_by_key(day);
        let on = revision.and_then(|one| one.is_given(decision::ON)).map(|on| self.moment(on.whole()));
        let on = on.map_or_else(String::new, |on| self.lang.of(format!(" le {on}"), format!(" on {on}")));
        if !moved.is_empty() || revision.is_some() {
            let what = if moved.is_empty() {
                String::new()
            } else {
                let moved = moved.join(", ");
                self.lang.of(
                    format!(", dont ce qui est reporté, suspendu ou abandonné : {moved}"),
                    format!(", with what is postponed, suspended or given up: {moved}"),
                )
            };
            lines.push(self.sentence(
                format!("2. Se prononcer{on} sur la modification de la stratégie{what}."),
                format!("2. Decide{on} on the amendment of the strategy{what}."),
            ));
        }
        lines
    }

    fn all_states(&self) -> Vec<Piece> {
        let mut rows: Vec<Row> = Vec::new();
        for (at, strand) in self.strands.iter().enumerate() {
            rows.push(Row { kind: RowKind::Group, cells: vec![Cell::text(self.axis_heading(at, strand)).spanning(5)] });
            for sheet in strand.all() {
                let state = self.state(sheet);
                let mut told = match (state, sheet.actions().count()) {
                    // Nothing is said of a goal itself: its actions tell.
                    (State::Unsaid | State::Overdue, all) if all > 0 && self.status_on(sheet, self.date).is_none() => {
                        let done = sheet.actions().filter(|action| self.state(*action) == State::Done).count();
                        vec![Inline::text(
                            self.lang.of(format!("actions terminées\u{a0}: {done} sur {all}"), format!("actions done: {done} of {all}")),
                        )]
                    }
                    _ => vec![Inline::text(self.state_told(sheet, state))],
                };
                let on = self.status_on(sheet, self.date).and_then(|status| status.is_given(status::ON));
                told.extend(on.map(|on| Inline::text(format!(" ({})", self.moment(on)))));
                if self.voted.as_ref().is_some_and(|voted| !voted.dates.contains_key(&sheet.id)) {
                    told.push(Inline::text(self.lang.of(" – ajout proposé", " – to be added")));
                }
                let passed: Vec<Entity<'_>> = sheet.milestones().collect();
                let until = |one: &&Entity<'_>| one.is_given(milestone::ON).zip(self.date).is_some_and(|(on, day)| on.last < day);
                let past = passed.iter().filter(until).count();
                let milestones = match passed.len() {
                    0 => "–".to_owned(),
                    all => self.lang.of(format!("{past}\u{a0}sur\u{a0}{all}"), format!("{past}\u{a0}of\u{a0}{all}")),
                };
                let paid = budget::spent(sheet);
                let paid = if paid.is_empty() { "–".to_owned() } else { self.amount(paid.into_values().sum()) };
                rows.push(row(vec![
                    Cell::new(vec![self.reference(sheet)]),
                    Cell::new(self.dates_held_and_proposed(sheet)),
                    Cell::new(told),
                    Cell::text(milestones),
                    Cell::text(paid),
                ]));
            }
        }
        if rows.len() == self.strands.len() {
            return Vec::new();
        }
        let gone = self.voted.iter().flat_map(|voted| &voted.gone);
        rows.extend(gone.map(|sheet| {
            let state = self.lang.of("suppression proposée", "to be taken out");
            row(vec![Cell::text(sheet), Cell::text("–"), Cell::text(state), Cell::text("–"), Cell::text("–")])
        }));
        let columns =
            vec![Column::Text { weight: 6 }, Column::Text { weight: 4 }, Column::Text { weight: 4 }, Column::Short, Column::Amount];
        let head = vec![vec![
            Cell::text(self.w(W::Sheet)),
            Cell::text(self.w(W::Calendar)),
            Cell::text(self.w(W::Status)),
            Cell::text(self.lang.of("Jalons à la date passée", "Milestones past their date")),
            Cell::text(self.lang.of("Payé", "Paid")),
        ]];
        vec![Piece::Part { part: Part { tables: vec![Table { dense: true, columns, head, rows }], ..Part::default() } }]
    }
}

fn last_measure<'e>(indicator: Entity<'e>) -> Option<Entity<'e>> {
    let on = |of: &Entity<'e>| of.is_given(reading::ON).map(|when| when.end.last);
    indicator.all(Concept::Measured).max_by_key(on)
}
