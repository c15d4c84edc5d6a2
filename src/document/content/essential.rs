//! The plan on one page: what it costs and when, what is decided, the dates and the figures to remember.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::super::model::{Cell, Column, Essential, Inline, Number, Part, Rich, Row, RowKind, Table};
use super::super::words::W;
use super::sheet::plain;
use super::totals::UNSPLIT;
use super::{Build, IN_A_CELL, Strand, row, shortened};
use crate::budget::{self, Tally};
use crate::figure::{self, Bar, Columns, Fill, Mark, Pen, Scale, Sign, brief, columns, strip};
use crate::language::Concept;
use crate::language::concepts::authority::{self, AuthorityKind};
use crate::language::concepts::decision;
use crate::language::concepts::goal::milestone;
use crate::language::concepts::layout;
use crate::language::concepts::money::authorisation::{self, Authorised};
use crate::language::concepts::strategy;
use crate::plan::{Entity, EntityId, Money, Section as Of, When};
use rust_decimal::prelude::ToPrimitive;
use rustc_hash::FxHashMap;

/// The calendar's column in the table of axes, in millimetres.
const STRIP: f64 = 56.0;

impl<'a> Build<'a> {
    pub fn essential(&self) -> Essential {
        Essential {
            title: self.w(W::Essential).to_owned(),
            lead: self.lead(),
            numbers: self.numbers(),
            axes: self.axes_table(),
            left: self.plan_columns(74.0, 34.0).into_iter().chain(self.decides()).collect(),
            right: self.dates_to_keep().into_iter().chain(self.measures_to_keep()).collect(),
        }
    }

    /// `Une ville plus simple. 5 axes, 16 objectifs et 46 actions, de septembre 2026 à mars 2032.`
    fn lead(&self) -> Rich {
        let actions = self.plan.sheets().filter(|sheet| sheet.is_action()).count();
        let goals = self.plan.goals.len() - actions;
        let axes = self.strands.iter().filter(|strand| strand.axis.is_some()).count();
        let counted = [(axes, W::Axis, W::Axes), (goals, W::Goal, W::Goals), (actions, W::Action, W::Actions)];
        let counted: Vec<String> =
            counted.into_iter().filter(|(count, ..)| *count > 0).map(|(count, one, more)| self.many(count, one, more)).collect();
        let mut lead = Rich::new();
        let wanted = self.plan.strategy().and_then(|strategy| strategy.text(strategy::VISION).or_else(|| strategy.text(strategy::MOTTO)));
        if let Some(wanted) = wanted {
            let wanted = self.text(&wanted);
            let stop = if wanted.ends_with(['.', '!', '?', '…']) { "" } else { "." };
            lead.extend([Inline::text(format!("{wanted}{stop}")), Inline::Break]);
        }
        let last = counted.len().saturating_sub(1);
        for (at, text) in counted.iter().enumerate() {
            let before = match at {
                0 => "",
                _ if at == last => self.lang.of(" et ", " and "),
                _ => ", ",
            };
            lead.push(Inline::text(format!("{before}{text}")));
        }
        if !counted.is_empty() {
            lead.push(Inline::text(self.lang.of(" ; ", "; ")));
        }
        lead.push(Inline::text(self.lang.of("période : ", "period: ")));
        lead.extend(self.period_text());
        lead.push(Inline::text("."));
        lead
    }

    /// All that funding plans bring.
    pub fn funded_in_all(&self) -> Tally {
        budget::sources(self.plan).tally(None, None, None)
    }

    fn numbers(&self) -> Vec<Number> {
        let number = |value: Rich, label: &str, detail: Option<String>| Number { value, label: label.to_owned(), detail };
        let text = |text: String| vec![Inline::text(text)];
        let mut numbers = Vec::new();
        let asked = self.asked();
        let cost = self.w(W::TotalCost);
        if self.asks() {
            let investment = self.millions(self.analysis.ledger.asked(Some(Of::Investment)));
            let detail = self.lang.of(format!("dont {investment} d’investissement"), format!("of which {investment} investment"));
            numbers.push(number(text(self.millions(asked)), cost, Some(detail)));
        } else {
            numbers.push(number(vec![self.no_amount()], cost, None));
        }
        match self.allotted(None) {
            None => numbers.push(number(vec![self.hole()], self.w(W::Envelope), None)),
            Some(allotted) if allotted.is_zero() => {}
            Some(allotted) => {
                let balance = allotted - asked;
                let detail = match balance.surely_negative() {
                    true => self.lang.of(
                        format!("dépassée de {}", self.euros(balance.map(|value| -value))),
                        format!("exceeded by {}", self.euros(balance.map(|value| -value))),
                    ),
                    false => format!("{}{}{}", super::lower(self.w(W::Balance)), self.colon(), self.euros(balance)),
                };
                numbers.push(number(text(self.millions(allotted)), self.w(W::Envelope), Some(detail)));
            }
        }
        let funded = self.funded_in_all();
        if !funded.total().is_zero() {
            let sought = (!funded.sought.is_zero()).then(|| {
                let sought = self.euros(funded.sought);
                self.lang.of(format!("{sought} de plus sollicités"), format!("{sought} more sought"))
            });
            numbers.push(number(text(self.millions(funded.sure())), self.w(W::SecuredFunding), sought));
        }
        let sheets: Vec<Entity<'_>> = self.plan.sheets().filter(|sheet| sheet.actions().next().is_none()).collect();
        let mut owners: Vec<EntityId> = sheets.iter().filter_map(|sheet| sheet.owner().is()).map(|owner| owner.id).collect();
        owners.sort_unstable();
        owners.dedup();
        let without = sheets.iter().filter(|sheet| self.owner_missing(**sheet)).count();
        let detail = match without {
            0 => None,
            1 => Some(self.lang.of("1 fiche sans pilote".to_owned(), "1 sheet without an owner".to_owned())),
            _ => Some(self.lang.of(format!("{without} fiches sans pilote"), format!("{without} sheets without an owner"))),
        };
        let all_actions = sheets.iter().all(|sheet| sheet.is_action());
        let what = if all_actions { self.many(sheets.len(), W::Action, W::Actions) } else { self.many(sheets.len(), W::Sheet, W::Sheets) };
        let label = match (owners.len() < 2, owners.len() == 1) {
            (true, one) => self.lang.of(format!("pilote, pour {what}"), format!("owner{}, for {what}", if one { "" } else { "s" })),
            (false, _) => self.lang.of(format!("pilotes, pour {what}"), format!("owners, for {what}")),
        };
        numbers.push(number(text(owners.len().to_string()), &label, detail));
        numbers
    }

    fn axes_table(&self) -> Option<Part> {
        if self.strands.is_empty() {
            return None;
        }
        let scale = self.scale();
        let asked = self.asked();
        let mut columns = vec![Column::Short, Column::Text { weight: 1 }, Column::Amount, Column::Amount, Column::Amount, Column::Amount];
        let mut head = self.head(&[W::Number, W::Axis, W::Goals, W::Actions]);
        head[0].push(Cell::text(format!("{} ({})", self.w(W::Cost), self.thousand())));
        head[0].push(Cell::text(self.w(W::Share)));
        if let Some(scale) = &scale {
            columns.push(Column::Drawing { width: STRIP });
            // For the eye: each bar's dates are told by the drawing below.
            head[0].push(Cell::new(vec![Inline::text(self.w(W::Calendar)), Inline::Drawing { figure: scale.head(STRIP) }]));
        }
        let mut rows = Vec::new();
        let (mut goals, mut actions) = (0, 0);
        for (at, strand) in self.strands.iter().enumerate() {
            let own = strand.sheets.iter().filter(|sheet| !sheet.is_action()).count();
            let count = strand.all().count() - own;
            goals += own;
            actions += count;
            let title = shortened(&self.strand_title(strand).text, IN_A_CELL);
            let cost = self.strand_cost(strand, None);
            let mut cells = vec![
                Cell::new(vec![Inline::Strong { content: vec![Inline::text((at + 1).to_string())] }]),
                Cell::new(vec![Inline::Ref { to: format!("a{at}"), text: title }]),
                Cell::text(own.to_string()),
                Cell::text(count.to_string()),
                Cell::text(cost.map_or_else(|| "–".to_owned(), |cost| self.thousands(cost))),
                Cell::text(cost.map_or_else(|| "–".to_owned(), |cost| self.percent(cost, asked))),
            ];
            cells.extend(scale.as_ref().map(|scale| Cell::new(self.axis_strip(strand, scale))));
            rows.push(row(cells));
        }
        let mut total = vec![
            Cell::text(""),
            Cell::text(self.w(W::Total)),
            Cell::text(goals.to_string()),
            Cell::text(actions.to_string()),
            Cell::text(if self.asks() { self.thousands(asked) } else { "–".to_owned() }),
            Cell::text(self.percent(asked, asked)),
        ];
        total.extend(scale.map(|_| Cell::text("")));
        rows.push(Row { kind: RowKind::Total, cells: total });
        let table = Table { dense: true, columns, head, rows };
        Some(Part { label: self.w(W::AxesAtAGlance).to_owned(), tables: vec![table], notes: self.uncosted(), ..Part::default() })
    }

    fn axis_strip(&self, strand: &Strand<'_>, scale: &Scale) -> Rich {
        let drawn: Vec<(Entity<'_>, Bar)> = strand.sheets.iter().filter_map(|sheet| Some((*sheet, self.bar(*sheet)?))).collect();
        if drawn.is_empty() {
            return vec![Inline::text("–")];
        }
        // All axes stand on one page.
        let room = 80.0 / self.strands.len() as f64;
        let phrase =
            |(sheet, _): &(Entity<'_>, Bar)| format!("{}{}{}. ", self.number_of(sheet.goal_id()), self.colon(), plain(&self.dates(*sheet)));
        let lead = self.lang.of("Calendrier de chaque objectif. ", "Calendar of each goal. ").to_owned();
        let alt = brief(
            std::iter::once(lead).chain(drawn.iter().map(phrase)),
            self.lang.of("La suite est dans les fiches.", "The rest is in the sheets."),
        );
        let bars: Vec<Bar> = drawn.iter().map(|(_, bar)| *bar).collect();
        vec![Inline::Drawing { figure: strip(&bars, scale, STRIP, (room, 1.9), alt.trim_end().to_owned()) }]
    }

    /// How many goals the total does not count.
    pub fn uncosted(&self) -> Vec<Rich> {
        let uncosted = budget::counted(self.plan).filter(|goal| self.cost(*goal).is_none()).count();
        let text = match uncosted {
            0 => return Vec::new(),
            1 => self.lang.of(
                "1 objectif n’a aucun montant : le coût total ne le compte pas.".to_owned(),
                "1 goal has no amount: the total cost does not count it.".to_owned(),
            ),
            _ => self.lang.of(
                format!("{uncosted} objectifs n’ont aucun montant : le coût total ne les compte pas."),
                format!("{uncosted} goals have no amount: the total cost does not count them."),
            ),
        };
        vec![vec![Inline::text(self.text(&text))]]
    }

    // --- by year ----------------------------------------------------------------------------------------------------

    /// Asked by year and section against the envelope, over the whole plan.
    pub fn plan_columns(&self, width: f64, height: f64) -> Option<Part> {
        let ledger = &self.analysis.ledger;
        let mut years: BTreeMap<i16, [Money; 2]> = BTreeMap::new();
        let mut allotted: BTreeMap<i16, Money> = BTreeMap::new();
        for ((of, year), line) in &ledger.lines {
            years.entry(*year).or_default()[*of as usize] += line.asked;
            if let Some(amount) = line.allotted {
                *allotted.entry(*year).or_default() += amount.money;
            }
        }
        let part = self.columns_of(&years, &allotted, Columns { width, height })?;
        Some(Part { label: self.w(W::SpentByYear).to_owned(), ..part })
    }

    /// Of one axis.
    pub fn axis_columns(&self, strand: &Strand<'_>) -> Option<Part> {
        let mut years: BTreeMap<i16, [Money; 2]> = BTreeMap::new();
        for sheet in strand.sheets.iter().filter(|sheet| sheet.is_counted()) {
            for of in Of::BOTH {
                for (year, money) in self.cost_by_year(*sheet, Some(of)) {
                    years.entry(year).or_default()[of as usize] += money;
                }
            }
        }
        let look = Columns { width: super::calendar::UPRIGHT, height: 24.0 };
        let part = self.columns_of(&years, &BTreeMap::new(), look)?;
        Some(Part { caption: Some(self.w(W::AxisMoney).to_owned()), ..part })
    }

    fn columns_of(&self, years: &BTreeMap<i16, [Money; 2]>, allotted: &BTreeMap<i16, Money>, look: Columns) -> Option<Part> {
        let sum = |of: &[Money; 2]| of[0] + of[1];
        if years.values().all(|of| sum(of).is_zero()) {
            return None;
        }
        let name = |year: i16| if year == UNSPLIT { self.w(W::Unsplit).to_owned() } else { year.to_string() };
        let thousands = |money: Money| (money.high.to_f64().unwrap_or_default()) / 1000.0;
        let all: Vec<figure::Column> = years
            .iter()
            .map(|(year, of)| figure::Column {
                name: name(*year),
                investment: thousands(of[0]),
                operating: thousands(of[1]),
                allotted: allotted.get(year).map(|money| thousands(*money)),
                sum: self.thousands(sum(of)),
            })
            .collect();
        let unit = self.lang.of(format!("en milliers ({})", self.thousand()), format!("in thousands ({})", self.thousand()));
        let swatch = |fill| Mark::Swatch(fill, Pen::Edge);
        let mut signs = Vec::new();
        let spent = |at: usize| years.values().any(|of| !of[at].is_zero());
        if spent(0) {
            signs.push(Sign { mark: swatch(Fill::Accent), words: self.w(W::Investment).to_owned() });
        }
        if spent(1) {
            signs.push(Sign { mark: swatch(Fill::Hatch), words: self.w(W::Operating).to_owned() });
        }
        if !allotted.is_empty() {
            signs.push(Sign { mark: Mark::Level(Pen::Allotted), words: self.w(W::Envelope).to_owned() });
        }
        let lead = self.lang.of(
            format!("Colonnes par année, investissement et fonctionnement empilés, {unit}. "),
            format!("Columns by year, operating on top of investment, {unit}. "),
        );
        let phrase = |(year, of): (&i16, &[Money; 2])| {
            let (asked, investment) = (self.thousands(sum(of)), self.thousands(of[0]));
            let envelope = allotted.get(year).map(|money| self.thousands(*money));
            let envelope =
                envelope.map(|text| self.lang.of(format!(", enveloppe {text}"), format!(", envelope {text}"))).unwrap_or_default();
            let part = match of[0].is_zero() {
                true => self.lang.of("sans investissement".to_owned(), "no investment".to_owned()),
                false => self.lang.of(format!("dont investissement {investment}"), format!("of which investment {investment}")),
            };
            self.lang.of(format!("{} : {asked}, {part}{envelope}. ", name(*year)), format!("{}: {asked}, {part}{envelope}. ", name(*year)))
        };
        let rest = self.lang.of("La suite est dans la table.", "The rest is in the table.");
        let alt = brief(std::iter::once(lead).chain(years.iter().map(phrase)), rest).trim_end().to_owned();
        let say = |value: f64| {
            rust_decimal::Decimal::try_from(value)
                .map_or_else(|_| String::new(), |value| crate::plan::decimal(value.normalize(), self.lang))
        };
        Some(Part { figures: vec![columns(&all, look, (&unit, say), &signs, alt)], ..Part::default() })
    }

    // --- dates ------------------------------------------------------------------------------------------------------

    /// The decisions and what is marked visible, then what most wait for: so many at most, milestones one a half-year, by date.
    pub fn dates_chosen(&self, most: usize) -> Vec<Entity<'a>> {
        let asked: Vec<Entity<'a>> =
            self.layout.into_iter().flat_map(|of| of.members(layout::DATES)).filter_map(|seen| seen.target()).collect();
        if !asked.is_empty() {
            return asked;
        }
        let mut waited: FxHashMap<EntityId, usize> = FxHashMap::default();
        for depend in self.plan.sheets().flat_map(|sheet| sheet.depends()) {
            *waited.entry(depend.on.id).or_default() += 1;
        }
        struct Candidate<'a> {
            of: Entity<'a>,
            when: When,
            first: bool,
            waited: usize,
        }
        let mut all: Vec<Candidate<'a>> = Vec::new();
        for milestone in &self.marks {
            let Some(when) = milestone.is_given(milestone::ON) else { continue };
            let first = milestone.seen(milestone::VISIBLE.at).is_some();
            all.push(Candidate { of: *milestone, when, first, waited: waited.get(&milestone.id).copied().unwrap_or(0) });
        }
        for decision in self.plan.all(Concept::Decision) {
            let Some(period) = decision.is_given(decision::ON) else { continue };
            all.push(Candidate { of: decision, when: period.whole(), first: true, waited: 0 });
        }
        all.sort_by_key(|one| (!one.first, std::cmp::Reverse(one.waited), one.when.last));
        let half = |date: Date| (date.year(), date.month() > 6);
        let mut chosen: Vec<Candidate<'a>> = Vec::new();
        for one in all {
            // What the council votes is never left out for a milestone of the same months.
            let alone = || chosen.iter().all(|other| half(other.when.last) != half(one.when.last));
            if chosen.len() < most && (one.of.is(Concept::Decision) || alone()) {
                chosen.push(one);
            }
        }
        chosen.sort_by_key(|one| (one.when.last, one.when.first));
        chosen.into_iter().map(|one| one.of).collect()
    }

    /// When a milestone or a decision is, in words.
    pub fn date_told(&self, one: Entity<'_>) -> Rich {
        match one.concept() {
            Concept::Milestone => self.milestone_date(one),
            _ => self.field_value(one, decision::ON.at).unwrap_or_default(),
        }
    }

    fn dates_to_keep(&self) -> Option<Part> {
        const MOST: usize = 8;
        let chosen = self.dates_chosen(MOST);
        let rows: Vec<Row> = chosen
            .iter()
            .map(|one| {
                let date = self.date_told(*one);
                let sheet = std::iter::successors(Some(*one), |of| of.parent()).find(|of| of.is_sheet());
                let sheet = sheet.map_or_else(|| Inline::text("–"), |sheet| self.short_reference(sheet));
                row(vec![Cell::new(date), Cell::new(self.label(*one)), Cell::new(vec![sheet])])
            })
            .collect();
        let columns = vec![Column::Text { weight: 4 }, Column::Text { weight: 8 }, Column::Short];
        let table = Table { dense: true, columns, head: self.head(&[W::Date, W::Milestone, W::Sheet]), rows };
        (!chosen.is_empty()).then(|| Part { label: self.w(W::DatesToKeep).to_owned(), tables: vec![table], ..Part::default() })
    }

    // --- what is decided --------------------------------------------------------------------------------------------

    /// The articles of the plan's adoption, or those that an adoption of such a plan has.
    pub fn decided_articles(&self) -> Vec<Rich> {
        let written = self.written_articles();
        if written.is_empty() { self.usual_articles() } else { written }
    }

    fn decides(&self) -> Option<Part> {
        Some(Part { label: self.w(W::Decides).to_owned(), list: self.decided_articles(), ..Part::default() })
    }

    /// The decision by which the plan is adopted, if it is written.
    pub fn adoption(&self) -> Option<Entity<'a>> {
        self.plan.adoption()
    }

    pub fn written_articles(&self) -> Vec<Rich> {
        let articles = self.adoption().into_iter().flat_map(|act| act.members(decision::ARTICLES));
        articles.map(|seen| vec![Inline::text(self.text(&seen.text()))]).collect()
    }

    pub fn usual_articles(&self) -> Vec<Rich> {
        let text = |fr: String, en: String| vec![Inline::text(self.text(&self.lang.of(fr, en)))];
        let title = self.strategy_title().text;
        let mut list = vec![text(
            format!("Approuver « {title} », dans sa version annexée à la délibération."),
            format!("Approve \"{title}\", as annexed to the act."),
        )];
        if let Some(allotted) = self.allotted(None).filter(|allotted| !allotted.is_zero()) {
            let (allotted, asked) = (self.euros(allotted), self.euros(self.asked()));
            list.push(text(
                format!("Prendre acte de l’enveloppe de {allotted}, pour une dépense prévue de {asked}, sous réserve des crédits inscrits chaque année."),
                format!("Note the envelope of {allotted}, for a planned spending of {asked}, subject to each year’s appropriations."),
            ));
        }
        // An authorisation is opened by the act that it names: it has an article there.
        let adoption = self.adoption();
        let opened = |one: &Entity<'a>| adoption.is_some() && one.is_given(authorisation::BY) == adoption;
        for one in self.plan.all(Concept::Authorisation).filter(opened) {
            let title = self.title(one).text;
            let Some(total) = one.is_given(authorisation::TOTAL) else { continue };
            let total = self.euros(total);
            let (fr, en) = match one.is_given(authorisation::KIND) {
                Some(Authorised::Commitment) => ("l’autorisation d’engagement", "the commitment authorisation"),
                Some(Authorised::Programme) | None => ("l’autorisation de programme", "the programme authorisation"),
            };
            list.push(text(
                format!("Ouvrir {fr} « {title} » de {total}, dont les crédits de paiement sont répartis par année à l’annexe financière."),
                format!("Open {en} \"{title}\" of {total}, whose payment credits by year stand in the financial annex."),
            ));
        }
        let sought = self.funded_in_all().sought;
        if !sought.is_zero() {
            let sought = self.euros(sought);
            let who = match self.plan.authority().is().and_then(|authority| authority.is_given(authority::KIND)) {
                Some(AuthorityKind::Commune) => "le maire",
                Some(_) => "le président",
                None => "l’exécutif",
            };
            list.push(text(
                format!("Autoriser {who} à solliciter {sought} de financements et à signer les actes qui s’y rapportent."),
                format!("Authorise the executive to seek {sought} of funding and to sign what that calls for."),
            ));
        }
        list.push(text("Entendre un bilan chaque année.".into(), "Hear a report each year.".into()));
        list
    }

    // --- what is measured -------------------------------------------------------------------------------------------

    /// One an axis, of its dearest goal; then of the next dearest; so many at most, in the order of the axes.
    pub fn dearest_indicators(&self, most: usize) -> Vec<(Entity<'a>, Entity<'a>)> {
        let asked = self.layout.into_iter().flat_map(|of| of.members(layout::INDICATORS)).filter_map(|seen| seen.target());
        let asked: Vec<(Entity<'a>, Entity<'a>)> =
            asked.filter_map(|one| Some((one.parent().filter(|sheet| sheet.is_sheet())?, one))).collect();
        if !asked.is_empty() {
            return asked;
        }
        let mut ranked: Vec<(usize, usize, usize)> = Vec::new();
        let mut found: Vec<(Entity<'a>, Entity<'a>)> = Vec::new();
        for (axis, strand) in self.strands.iter().enumerate() {
            let mut sheets: Vec<Entity<'a>> = strand.sheets.clone();
            sheets.sort_by_key(|sheet| std::cmp::Reverse(self.cost(*sheet).unwrap_or_default().high));
            // Of each goal its first, or the first of its actions.
            let of = sheets.iter().filter_map(|sheet| {
                let own = std::iter::once(*sheet).chain(sheet.actions());
                own.flat_map(|sheet| sheet.indicators().map(move |one| (sheet, one)))
                    .find(|(_, one)| one.all(Concept::Target).next().is_some())
            });
            for (rank, pair) in of.enumerate() {
                ranked.push((rank, axis, found.len()));
                found.push(pair);
            }
        }
        ranked.sort_unstable();
        let mut chosen: Vec<(usize, usize)> = ranked.into_iter().take(most).map(|(_, axis, at)| (axis, at)).collect();
        chosen.sort_unstable();
        chosen.into_iter().map(|(_, at)| found[at]).collect()
    }

    fn measures_to_keep(&self) -> Option<Part> {
        const MOST: usize = 6;
        let rows: Vec<Vec<Cell>> =
            self.dearest_indicators(MOST).into_iter().map(|(sheet, indicator)| self.indicator_row(sheet, indicator)).collect();
        (!rows.is_empty()).then(|| Part {
            label: self.w(W::ToBeMeasured).to_owned(),
            tables: vec![self.indicator_table(rows, true)],
            ..Part::default()
        })
    }
}
