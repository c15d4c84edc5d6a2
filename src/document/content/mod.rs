//! Analysis → [`Document`]. Reads what the analysis knows and writes it in the document's language; adds nothing up
//! that the ledger has added up already.

mod axis;
mod calendar;
mod changes;
mod chapters;
mod conformity;
mod dependencies;
mod drawings;
mod essential;
mod front;
mod holes;
mod indicators;
mod money;
mod owners;
mod papers;
pub mod plain;
mod progress;
mod sheet;
mod totals;
mod years;

pub use drawings::{Form, calendar_svg, graph, graph_schema, graph_svg};
pub use holes::missing;
pub use papers::{Kind, annexes, paper};

use jiff::civil::Date;
use rust_decimal::{Decimal, RoundingStrategy};
use rustc_hash::{FxHashMap, FxHashSet};

use super::model::{Block, Cell, Chapter, Document, Fact, Identity, Inline, Part, Rich, Row, RowKind, Section, Title, VERSION};
use super::prose::printed;
use super::words::{self, W};
use crate::analysis::Analysis;
use crate::check::{self, Lacks};
use crate::diagnostic::Lang;
use crate::language::Concept;
use crate::language::concepts::layout::{self, Chapter as Omitted};
use crate::language::concepts::sheet::status::Progress;
use crate::language::concepts::strategy::{self, Currency};
use crate::plan::{Datum, Entity, EntityId, Given, GoalId, Money, Plan, When, decimal};

/// No more goals and actions than this make a small plan.
const SMALL: usize = 14;

/// Titles of more characters than this are whole on their sheet only.
const IN_A_CELL: usize = 120;

/// What is asked of a document.
#[derive(Debug, Clone, Default)]
pub struct Wish {
    /// Marks the document as a working one.
    pub draft: bool,
    /// The date of the document; without one it carries none.
    pub date: Option<Date>,
    /// Of the sheets, only that one, by its name or its number.
    pub only: Option<String>,
    /// Of the sheets, only those of an owner, by its name.
    pub owner: Option<String>,
    /// How many pages the annexes of an act have, where they were laid out before it.
    pub annexed: Annexed,
    /// The git revision that it is made from, and whether the text was changed since.
    pub revision: Option<(String, bool)>,
}

/// The pages of the documents that an act is voted with.
#[derive(Debug, Clone, Copy, Default)]
pub struct Annexed {
    pub strategy: Option<usize>,
    pub finance: Option<usize>,
}

/// In: an analysis, sound or not. Out: the whole document; what the plan does not say is a hole in it.
pub fn document(analysis: &Analysis, wish: &Wish) -> Document {
    let build = Build::new(analysis, wish.date);
    let missing = build.missing();
    let mut chapters = vec![build.roadmap(), build.dependencies(), build.money_and_votes(), build.indicators(), build.owners()];
    chapters.extend([build.governance(), build.conformity()]);
    chapters.retain(|chapter| !build.omits_chapter(chapter.id));
    chapters.extend([build.words_explained(&chapters), build.more()]);
    if wish.draft && !missing.is_empty() {
        chapters.push(build.missing_chapter(&missing));
    }
    chapters.retain(|chapter| !build.omits_chapter(chapter.id));
    let mut before = vec![build.situation(), build.frame()];
    before.retain(|chapter| !build.omits_chapter(chapter.id));
    for chapters in [&mut before, &mut chapters] {
        chapters.retain(|chapter| !chapter.sections.is_empty() || !chapter.intro.is_empty());
    }
    Document {
        cover: build.cover(wish.draft, missing.len()),
        contents_depth: if build.plan.goals.len() <= 80 && !build.is_small() { 2 } else { 1 },
        compact: build.is_small(),
        essential: build.essential(),
        foreword: build.plan.strategy().map(|strategy| build.prose(strategy)).unwrap_or_default(),
        reading: if build.omits(Omitted::Reading) { Vec::new() } else { build.reading() },
        before,
        axes: build.strands.iter().enumerate().map(|(at, strand)| build.axis(at, strand)).collect(),
        chapters,
        holes: missing.len(),
        identity: build.identity(build.strategy_title().text, wish),
    }
}

/// What all the parts need: the analysis, the language, and the number of each goal.
struct Build<'a> {
    analysis: &'a Analysis,
    plan: &'a Plan,
    lang: Lang,
    strands: Vec<Strand<'a>>,
    /// `1.2` for what stands in an axis, `1.2.3` for an action of a goal.
    numbers: Vec<String>,
    /// Who waits for each goal.
    awaited_by: Vec<Vec<GoalId>>,
    /// What is missing, and of what.
    lacks: FxHashSet<(Option<EntityId>, Lacks)>,
    /// The day of the document, if it has one.
    date: Option<Date>,
    /// The dated milestones in the order of their dates: their numbers in the roadmap are their places, from 1.
    marks: Vec<Entity<'a>>,
    numbered: FxHashMap<EntityId, usize>,
    /// Whom the plan names, be it in a sheet, a decision or a risk.
    used: FxHashSet<EntityId>,
    /// What the author chooses of the look.
    layout: Option<Entity<'a>>,
    /// What the plan's own names stand for.
    named: FxHashMap<&'a str, EntityId>,
    /// For the yearly report: what the plan said when it was voted, where that version is at hand.
    voted: Option<progress::Voted>,
}

impl<'a> Build<'a> {
    fn new(analysis: &'a Analysis, date: Option<Date>) -> Build<'a> {
        let plan = &analysis.plan;
        let mut numbers = vec![String::new(); plan.goals.len()];
        let strands = strands(plan);
        for (a, strand) in strands.iter().enumerate() {
            for (g, goal) in strand.sheets.iter().enumerate() {
                numbers[goal.goal_id().at()] = format!("{}.{}", a + 1, g + 1);
                for (n, action) in goal.actions().enumerate() {
                    numbers[action.goal_id().at()] = format!("{}.{}.{}", a + 1, g + 1, n + 1);
                }
            }
        }
        let mut awaited_by = vec![Vec::new(); plan.goals.len()];
        for goal in plan.sheets() {
            for depend in goal.depends() {
                awaited_by[depend.goal().goal_id().at()].push(goal.goal_id());
            }
        }
        let lacks = analysis.holes.iter().map(|hole| (hole.entity, hole.lacks)).collect();
        let marks = calendar::marks(plan);
        let numbered = marks.iter().zip(1..).map(|(milestone, number)| (milestone.id, number)).collect();
        let named =
            plan.entities().filter(|entity| !entity.concept_row().local).filter_map(|entity| Some((entity.name()?, entity.id))).collect();
        Build {
            analysis,
            plan,
            lang: analysis.language(),
            strands,
            numbers,
            awaited_by,
            lacks,
            date,
            marks,
            numbered,
            used: used(plan),
            layout: plan.all(Concept::Layout).next(),
            named,
            voted: None,
        }
    }

    /// What a document of this title says of itself.
    fn identity(&self, title: String, wish: &Wish) -> Identity {
        let authors: Vec<String> = self.plan.authority().is().map(|authority| self.title(authority).text).into_iter().collect();
        Identity {
            version: VERSION,
            lang: self.lang.code(),
            region: self.lang.of("FR", "GB"),
            words: words::for_template(self.lang),
            date: wish.date.map(|date| [date.year(), i16::from(date.month()), i16::from(date.day())]),
            draft: wish.draft,
            accent: self.layout.and_then(check::accent),
            running: shortened(&title, 90),
            foot: authors.first().map(|name| shortened(name, 90)).unwrap_or_default(),
            colophon: self.colophon(wish),
            authors,
            title,
        }
    }

    fn colophon(&self, wish: &Wish) -> String {
        let version = self.version().map(|version| format!("Version {version} · ")).unwrap_or_default();
        let made = |day| self.lang.of(format!("établi le {day} · "), format!("made on {day} · "));
        let day = self.date.map(|day| made(self.moment(When::day(day)))).unwrap_or_default();
        let version = version + &day;
        let fingerprint = self.analysis.sources.fingerprint();
        let revision = wish.revision.as_ref().map_or_else(String::new, |(revision, changed)| match changed {
            false => self.lang.of(format!(" · révision {revision}"), format!(" · revision {revision}")),
            true => self.lang.of(format!(" · révision {revision}, modifiée depuis"), format!(" · revision {revision}, changed since")),
        });
        let made = format!("{revision} · strategy {}", env!("CARGO_PKG_VERSION"));
        self.lang.of(
            format!("{version}Empreinte du texte du plan\u{a0}: {fingerprint}{made}"),
            format!("{version}Fingerprint of the plan’s text: {fingerprint}{made}"),
        )
    }

    /// What the author calls this version of the plan.
    fn version(&self) -> Option<String> {
        Some(self.text(&self.plan.strategy()?.text(strategy::VERSION)?))
    }

    /// A plan of few sheets, with titles of usual length: no page is opened for what fills a part of one.
    pub fn is_small(&self) -> bool {
        let usual = |sheet: Entity<'_>| sheet.titled().chars().count() <= IN_A_CELL;
        self.plan.goals.len() <= SMALL && self.plan.sheets().all(usual)
    }

    /// Did the author leave that out?
    fn omits(&self, chapter: Omitted) -> bool {
        self.layout.is_some_and(|of| of.members(layout::OMIT).any(|seen| Omitted::of(seen) == Some(chapter)))
    }

    fn omits_chapter(&self, id: &str) -> bool {
        match id {
            "situation" => self.omits(Omitted::Diagnosis),
            "dependencies" => self.omits(Omitted::Dependencies),
            "indicators" => self.omits(Omitted::Indicators),
            "owners" => self.omits(Omitted::Owners),
            "governance" => self.omits(Omitted::Governance),
            "words" => self.omits(Omitted::Glossary),
            _ => false,
        }
    }

    // --- words and texts --------------------------------------------------------------------------------------------

    fn w(&self, word: W) -> &'static str {
        word.of(self.lang)
    }

    /// `Libellé : ` with the space that French puts before a colon.
    fn colon(&self) -> &'static str {
        self.lang.of("\u{a0}: ", ": ")
    }

    fn hole(&self) -> Inline {
        Inline::Hole { text: self.w(W::Hole).to_owned() }
    }

    /// A text of the plan, on one line, in its language's typography.
    fn text(&self, text: &str) -> String {
        let line: Vec<&str> = text.split(|c: char| c.is_ascii_whitespace()).filter(|word| !word.is_empty()).collect();
        let line = line.join(" ");
        printed(&line, self.lang)
    }

    /// The title of something; a hole with its name if it has none.
    fn title(&self, entity: Entity<'_>) -> Title {
        match entity.title() {
            Given::Is(title) => Title { text: self.text(&title), hole: false },
            Given::Absent | Given::Unknown => {
                let hole = self.w(W::Hole);
                let text = entity.name().map_or_else(|| hole.to_owned(), |name| format!("{hole} ({name})"));
                Title { text, hole: true }
            }
        }
    }

    /// What the chapter of a strand is called.
    fn strand_title(&self, strand: &Strand<'_>) -> Title {
        let kinds = (strand.sheets.iter().any(|sheet| sheet.is_action()), strand.sheets.iter().any(|sheet| !sheet.is_action()));
        match strand.axis {
            Some(axis) => self.title(axis),
            None => {
                let word = match kinds {
                    (true, true) => W::GoalsAndActions,
                    (true, false) => W::Actions,
                    (false, _) => W::Goals,
                };
                Title { text: self.w(word).to_owned(), hole: false }
            }
        }
    }

    /// A title as a run of text.
    fn titled(&self, entity: Entity<'_>) -> Inline {
        let Title { text, hole } = self.title(entity);
        if hole { Inline::Hole { text } } else { Inline::Text { text } }
    }

    fn strategy_title(&self) -> Title {
        match self.plan.strategy() {
            Some(strategy) => self.title(strategy),
            None => Title { text: format!("{} {}", self.w(W::Strategy), self.w(W::Hole)), hole: true },
        }
    }

    /// What is said of something; the plan's own names in it are told as the document calls what they stand for.
    fn prose(&self, entity: Entity<'_>) -> Vec<Block> {
        let mut blocks = entity.doc().map(|doc| super::prose::prose(&doc, self.lang)).unwrap_or_default();
        super::prose::renamed(&mut blocks, &|name| self.called(name));
        blocks
    }

    /// `action 1.2.2`, leading there, for a name of the plan's text.
    fn called(&self, name: &str) -> Option<Inline> {
        let entity = self.plan.entity(*self.named.get(name)?);
        let lead = |word: W| lower(self.w(word));
        match entity.concept() {
            Concept::Goal | Concept::Action => {
                let (id, word) = (entity.goal_id(), if entity.is_action() { W::Action } else { W::Goal });
                Some(Inline::Ref { to: format!("g{}", id.0), text: format!("{}\u{a0}{}", lead(word), self.number_of(id)) })
            }
            Concept::Axis => {
                let at = self.strands.iter().position(|strand| strand.axis == Some(entity))?;
                Some(Inline::Ref { to: format!("a{at}"), text: format!("{}\u{a0}{}", lead(W::Axis), at + 1) })
            }
            _ if entity.is_actor() => entity.acronym().is_none().then(|| self.titled(entity)),
            _ => None,
        }
    }

    /// The place of the strand that a sheet stands in.
    fn strand_of(&self, sheet: Entity<'_>) -> Option<usize> {
        let axis = std::iter::successors(Some(sheet), |one| one.parent()).find(|one| one.is(Concept::Axis));
        self.strands.iter().position(|strand| strand.axis == axis)
    }

    /// Is it in the list of what is missing?
    fn lacks(&self, entity: Entity<'_>, lacks: Lacks) -> bool {
        self.lacks.contains(&(Some(entity.id), lacks))
    }

    /// A hole where it is missing; else a dash.
    fn hole_or_dash(&self, entity: Entity<'_>, lacks: Lacks) -> Inline {
        if self.lacks(entity, lacks) { self.hole() } else { Inline::text("–") }
    }

    // --- who and what -----------------------------------------------------------------------------------------------

    fn goal_at(&self, id: GoalId) -> Entity<'a> {
        self.plan.goal(id)
    }

    fn number_of(&self, id: GoalId) -> &str {
        &self.numbers[id.at()]
    }

    /// `1.2 Guichet numérique unique`, leading to its sheet.
    fn reference(&self, goal: Entity<'_>) -> Inline {
        let (id, title) = (goal.goal_id(), self.title(goal));
        Inline::Ref { to: format!("g{}", id.0), text: format!("{}\u{a0}{}", self.number_of(id), shortened(&title.text, IN_A_CELL)) }
    }

    /// `1.2`, leading to its sheet.
    fn short_reference(&self, goal: Entity<'_>) -> Inline {
        let id = goal.goal_id();
        Inline::Ref { to: format!("g{}", id.0), text: self.number_of(id).to_owned() }
    }

    /// `Direction des systèmes d'information (DSI)` where the name is an acronym that the title does not hold.
    fn owner_text(&self, owner: Entity<'_>) -> Inline {
        let Title { text, hole } = self.title(owner);
        match owner.acronym() {
            _ if hole => Inline::Hole { text },
            Some(acronym) if !text.split(|c: char| !c.is_alphanumeric()).any(|word| word == acronym) => {
                Inline::Text { text: format!("{text} ({acronym})") }
            }
            _ => Inline::Text { text },
        }
    }

    /// The acronym alone, or the title.
    fn owner_short(&self, owner: Entity<'_>) -> Inline {
        owner.acronym().map_or_else(|| self.owner_text(owner), Inline::text)
    }

    fn status(&self, status: Progress) -> &'static str {
        self.w(match status {
            Progress::Planned => W::Planned,
            Progress::Running => W::Running,
            Progress::Done => W::Done,
            Progress::Abandoned => W::Abandoned,
            Progress::Suspended => W::Suspended,
            Progress::Postponed => W::Postponed,
        })
    }

    // --- money ------------------------------------------------------------------------------------------------------

    /// `120 000 €`
    fn euros(&self, money: Money) -> String {
        let currency = if money.is_zero() { self.plan.currency() } else { money.currency };
        Money { currency, ..money }.show(self.lang)
    }

    /// `120 000`, for a column in the plan's currency; both digits of the cents where there are some.
    fn amount(&self, money: Money) -> String {
        let mut text = money.number(self.lang);
        if money.about {
            text = format!("~\u{a0}{text}");
        }
        if let Some(tax) = money.tax.show(self.lang) {
            text += &format!("\u{a0}{tax}");
        }
        text
    }

    /// `5,37 M€`, `404,5 k€`, `950 €`: for a figure to remember; the table beside it is exact.
    fn millions(&self, money: Money) -> String {
        let most = money.high.abs();
        let (by, unit, places) = match () {
            () if most >= Decimal::from(1_000_000) => (Decimal::from(1_000_000), self.lang.of("M", "m"), 2),
            () if most >= Decimal::from(10_000) => (Decimal::from(1_000), "k", 1),
            () => return self.euros(money),
        };
        let rounded = |value: Decimal| (value / by).round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero);
        let scaled = Money { low: rounded(money.low), high: rounded(money.high), ..money };
        let number = |value: Decimal| {
            let text = decimal(value, self.lang);
            let point = self.lang.of(',', '.');
            // As many decimals in each: `5,50`.
            match (places, text.split_once(point)) {
                (1, _) => text,
                (_, None) => format!("{text}{point}00"),
                (_, Some((_, rest))) if rest.len() < 2 => format!("{text}0"),
                _ => text,
            }
        };
        let text = match scaled.is_range() {
            true => format!("{} {} {}", number(scaled.low), self.lang.of("à", "to"), number(scaled.high)),
            false => number(scaled.low),
        };
        let about = if money.about { "~\u{a0}" } else { "" };
        let sign = money_sign(self.plan.currency());
        self.lang.of(format!("{about}{text}\u{a0}{unit}{sign}"), format!("{about}{sign}{text}{unit}"))
    }

    /// `404,5`: thousands, for a drawing or a narrow column.
    fn thousands(&self, money: Money) -> String {
        let rounded = |value: Decimal| (value / Decimal::ONE_THOUSAND).round_dp_with_strategy(1, RoundingStrategy::MidpointAwayFromZero);
        let one = |value: Decimal| decimal(rounded(value).normalize(), self.lang);
        match money.is_range() {
            _ if money.is_zero() => "–".to_owned(),
            true => format!("{} {} {}", one(money.low), self.lang.of("à", "to"), one(money.high)),
            false => one(money.low),
        }
    }

    /// `k€`
    fn thousand(&self) -> String {
        let sign = money_sign(self.plan.currency());
        self.lang.of(format!("k{sign}"), format!("{sign}k"))
    }

    /// `en euros`, for the head of a column.
    fn in_currency(&self) -> &'static str {
        match self.plan.currency() {
            Currency::Eur => self.w(W::InEuros),
            Currency::Gbp => self.lang.of("en livres sterling", "in pounds"),
            Currency::Chf => self.lang.of("en francs suisses", "in Swiss francs"),
            Currency::Usd => self.lang.of("en dollars", "in US dollars"),
            Currency::Cad => self.lang.of("en dollars canadiens", "in Canadian dollars"),
        }
    }

    fn amount_cell(&self, money: Option<Money>) -> Cell {
        Cell::text(money.map_or_else(|| "–".to_owned(), |money| self.amount(money)))
    }

    /// A dash of nothing.
    fn percent(&self, part: Money, whole: Money) -> String {
        part.percent_of(whole, self.lang).unwrap_or_else(|| "–".to_owned())
    }

    fn chapter(&self, id: &'static str, title: W) -> Chapter {
        Chapter { id, title: self.w(title).to_owned(), intro: Vec::new(), sections: Vec::new() }
    }

    fn fact(&self, label: W, value: Rich) -> Fact {
        Fact { label: self.w(label).to_owned(), value }
    }

    fn head(&self, words: &[W]) -> Vec<Vec<Cell>> {
        vec![words.iter().map(|word| Cell::text(self.w(*word))).collect()]
    }
}

/// Whom the plan's own text names.
fn used(plan: &Plan) -> FxHashSet<EntityId> {
    let own = plan.entities().filter(|entity| !plan.sources.get(entity.head().source).library);
    let named = |entity: Entity<'_>| -> Vec<EntityId> {
        let written = (0..64u8).filter(move |at| entity.present() & 1 << at != 0).filter_map(move |at| entity.seen(at));
        written.flat_map(|seen| seen.members().chain(std::iter::once(seen))).filter_map(|seen| seen.target()).map(|of| of.id).collect()
    };
    own.flat_map(named).collect()
}

fn money_sign(currency: Currency) -> &'static str {
    match currency {
        Currency::Eur => "€",
        Currency::Gbp => "£",
        Currency::Chf => "CHF",
        Currency::Usd => "$",
        Currency::Cad => "$CA",
    }
}

/// An axis and its goals and actions; or those that stand in none.
struct Strand<'a> {
    axis: Option<Entity<'a>>,
    sheets: Vec<Entity<'a>>,
}

impl<'a> Strand<'a> {
    /// Its goals and actions, and the actions within each.
    fn all(&self) -> impl Iterator<Item = Entity<'a>> {
        self.sheets.iter().flat_map(|sheet| std::iter::once(*sheet).chain(sheet.actions()))
    }
}

/// One for each axis, then one for what stands in none.
fn strands(plan: &Plan) -> Vec<Strand<'_>> {
    let of_axis = |axis: Entity<'_>| axis.children().filter(|child| child.is_sheet()).map(|child| child.id).collect::<Vec<_>>();
    let sheets = |ids: Vec<EntityId>| ids.into_iter().map(|id| plan.entity(id)).collect();
    let mut strands: Vec<Strand<'_>> = plan.axes().map(|axis| Strand { axis: Some(axis), sheets: sheets(of_axis(axis)) }).collect();
    let sheets: Vec<Entity<'_>> = plan.sheets().filter(|sheet| sheet.parent().is_none()).collect();
    if !sheets.is_empty() {
        strands.push(Strand { axis: None, sheets });
    }
    strands
}

fn section(title: impl Into<String>, part: Part) -> Section {
    Section { title: title.into(), wide: false, part }
}

/// The same on a page that is wider than high.
fn wide(title: impl Into<String>, part: Part) -> Section {
    Section { wide: true, ..section(title, part) }
}

fn row(cells: Vec<Cell>) -> Row {
    Row { kind: RowKind::Body, cells }
}

/// Runs joined by a separator.
fn joined(items: impl IntoIterator<Item = Inline>, separator: &str) -> Rich {
    in_a_row(items.into_iter().map(|item| vec![item]), &Inline::text(separator))
}

/// Lines one under the other.
fn lines(items: impl IntoIterator<Item = Rich>) -> Rich {
    in_a_row(items, &Inline::Break)
}

/// One behind the other.
fn in_a_row(items: impl IntoIterator<Item = Rich>, between: &Inline) -> Rich {
    let mut out = Rich::new();
    for item in items {
        if !out.is_empty() {
            out.push(between.clone());
        }
        out.extend(item);
    }
    out
}

fn lower(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_lowercase().chain(chars).collect()).unwrap_or_default()
}

/// The first characters of a text, at a word's end, with `…` if there were more.
fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut: String = text.chars().take(most).collect();
    let end = cut.rfind(' ').filter(|end| *end > most / 2).unwrap_or(cut.len());
    format!("{}…", cut[..end].trim_end())
}

#[cfg(test)]
mod tests;
