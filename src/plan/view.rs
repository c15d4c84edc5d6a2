//! How the rest of the house looks at a plan: an [`Entity`], and its values by typed keys.

use std::borrow::Cow;

use super::model::{GoalId, Plan};
use super::seen::{Datum, Seen};
use super::store::{Cell, EntityId, EntityRow, Given, Joint, Local, MARGIN, Part, Title, Value, Waits};
use super::value::{self, Amount, Delay, Period, Section, When};
use crate::diagnostic::{Lang, Say, Subject, suggest};
use crate::language::{self, Concept, ConceptRow, Key, Typed, concepts};
use crate::say;
use crate::text::typography::shortened;
use crate::text::{Span, Spanned};

/// Something that the plan holds.
#[derive(Clone, Copy)]
pub struct Entity<'a> {
    pub plan: &'a Plan,
    pub id: EntityId,
}

impl PartialEq for Entity<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl std::fmt::Debug for Entity<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?} {}", self.concept(), self.path())
    }
}

impl Plan {
    /// The innermost thing that is written there, and its field that is.
    pub fn subject_at(&self, place: Span) -> Option<Subject> {
        let holds = |span: Span| span.source == place.source && span.start <= place.start && place.end <= span.end;
        let parts = (0u32..).zip(&self.parts).filter(|(_, placed)| placed.source == place.source && placed.base <= place.start);
        let (part, _) = parts.max_by_key(|(_, placed)| placed.base)?;
        let entity = self.entities_of(part).filter(|entity| holds(entity.whole())).last()?;
        let fields = (0u8..).zip(entity.concept_row().fields);
        let field =
            fields.filter(|(at, _)| entity.seen(*at).is_some_and(|seen| holds(seen.span()))).map(|(_, row)| row.spelling(Lang::En)).next();
        Some(Subject { concept: entity.concept_row().spelling(Lang::En), place: entity.keyword(), field })
    }
}

impl<'a> Entity<'a> {
    pub(super) fn part(self) -> &'a Part {
        &self.plan.parts[self.id.part as usize].part
    }

    fn row(self) -> &'a EntityRow {
        &self.part().entities[self.id.at as usize]
    }

    /// Does its part hold anything of that concept? Where it does not, no block need be gone through.
    fn near(self, concept: Concept) -> bool {
        self.part().kinds & (1 << concept as u128) != 0
    }

    fn here(self, at: u32) -> Entity<'a> {
        Entity { plan: self.plan, id: EntityId { part: self.id.part, at } }
    }

    pub fn concept(self) -> Concept {
        self.row().concept
    }

    pub fn concept_row(self) -> &'static ConceptRow {
        self.concept().row()
    }

    pub fn is(self, concept: Concept) -> bool {
        self.concept() == concept
    }

    // --- places -----------------------------------------------------------------------------------------------------

    pub fn span_of(self, local: Local) -> Span {
        let placed = &self.plan.parts[self.id.part as usize];
        Span::new(placed.source, placed.base + local.start, placed.base + local.end)
    }

    pub(super) fn slice(self, local: Local) -> &'a str {
        self.plan.sources.slice(self.span_of(local))
    }

    /// Keyword, name and title.
    pub fn head(self) -> Span {
        self.span_of(self.row().head)
    }

    pub fn keyword(self) -> Span {
        self.span_of(self.row().keyword)
    }

    /// With its block.
    pub fn whole(self) -> Span {
        let row = self.row();
        self.span_of(Local::new(row.head.start, row.end.max(row.head.end)))
    }

    /// The place to point at: the name, else the whole head.
    pub fn place(self) -> Span {
        self.name_span().unwrap_or(self.head())
    }

    // --- its head ---------------------------------------------------------------------------------------------------

    pub fn name_span(self) -> Option<Span> {
        self.row().name.written().map(|name| self.span_of(name))
    }

    pub fn name(self) -> Option<&'a str> {
        self.row().name.written().map(|name| self.slice(name))
    }

    /// Unknown where none could be read; absent where it has no words.
    pub fn title(self) -> Given<Cow<'a, str>> {
        match self.row().title {
            Title::Absent => Given::Absent,
            Title::Unknown => Given::Unknown,
            Title::Written => {
                let title = value::said(self.slice(self.row().title_span));
                if title.trim().is_empty() { Given::Absent } else { Given::Is(title.into()) }
            }
        }
    }

    /// Is there a title or a name to call it by?
    pub fn is_called(self) -> bool {
        self.has_title() || self.name().is_some()
    }

    /// Has it a title with words in it? Cheaper than to read it.
    pub fn has_title(self) -> bool {
        let blank = |c: char| c.is_whitespace() || matches!(c, '"' | '«' | '»' | '“' | '”');
        self.row().title == Title::Written && self.slice(self.row().title_span).trim_matches(blank).chars().any(crate::syntax::readable)
    }

    /// The title, or the name, or `…`.
    pub fn titled(self) -> Cow<'a, str> {
        self.title().is().or(self.name().map(Cow::Borrowed)).unwrap_or(Cow::Borrowed("…"))
    }

    /// The name, or the title, or `…`.
    pub fn named(self) -> Cow<'a, str> {
        self.name().map_or_else(|| self.titled(), Cow::Borrowed)
    }

    /// In a message: its name as it is written, or its title where it has none.
    pub fn shown(self) -> Say {
        match self.name() {
            Some(name) => say!("`{name}`"; "`{name}`", name = shortened(name)),
            None => say!("« {title} »"; "\"{title}\"", title = shortened(&self.titled())),
        }
    }

    /// How it is called where it is meant: its title, and its name if that is an acronym.
    pub fn called(self, _: Lang) -> String {
        let title = self.titled();
        match self.acronym() {
            Some(acronym) if !title.split(|c: char| !c.is_alphanumeric()).any(|word| word == acronym) => format!("{title} ({acronym})"),
            Some(_) | None => title.into_owned(),
        }
    }

    /// A name in capitals, of few letters. `MAIRE` is a word in capitals, and its title says it: no acronym.
    pub fn acronym(self) -> Option<&'a str> {
        let short = |name: &&str| name.chars().all(|c| c.is_uppercase() || c.is_numeric()) && name.chars().count() <= 8;
        self.name().filter(short).filter(|name| !is_word(name, &self.titled()))
    }

    /// How it is named from elsewhere: `socle`, `socle.ouverture`, or by its title where it has no name.
    pub fn path(self) -> String {
        let own = self.named().into_owned();
        match self.parent() {
            Some(parent) if self.concept_row().local || self.name().is_none() => format!("{}.{own}", parent.path()),
            _ => own,
        }
    }

    /// Markdown of the `///` lines before it.
    pub fn doc(self) -> Option<String> {
        let (first, end) = self.row().docs;
        self.doc_lines(first, end)
    }

    /// Those before its fields, by their numbers.
    pub fn notes(self) -> impl Iterator<Item = (u8, String)> {
        let own = self.part().noted.iter().filter(move |(entity, ..)| *entity == self.id.at);
        own.filter_map(move |(_, at, first, end)| Some((*at, self.doc_lines(*first, *end)?)))
    }

    /// Those before one field.
    pub fn note(self, at: u8) -> Option<String> {
        let notes: Vec<String> = self.notes().filter(|(field, _)| *field == at).map(|(_, note)| note).collect();
        (!notes.is_empty()).then(|| notes.join("\n\n"))
    }

    fn doc_lines(self, first: u32, end: u32) -> Option<String> {
        let lines: Vec<&str> = self.part().docs[first as usize..end as usize]
            .iter()
            .map(|line| {
                let line = self.slice(Local::new(line.start + 3, line.end)).trim_end();
                line.strip_prefix(' ').unwrap_or(line)
            })
            .collect();
        (!lines.is_empty()).then(|| lines.join("\n"))
    }

    /// Every line of prose, before it and before its fields, and where it stands.
    pub fn prose_lines(self) -> impl Iterator<Item = (Span, &'a str)> {
        let own = self.part().noted.iter().filter(move |(entity, ..)| *entity == self.id.at).map(|(_, _, first, end)| (*first, *end));
        let lines =
            std::iter::once(self.row().docs).chain(own).flat_map(move |(first, end)| &self.part().docs[first as usize..end as usize]);
        lines.map(move |line| (self.span_of(*line), self.slice(Local::new(line.start + 3, line.end))))
    }

    // --- the tree ---------------------------------------------------------------------------------------------------

    pub fn parent(self) -> Option<Entity<'a>> {
        let parent = self.row().parent;
        (parent != MARGIN).then(|| self.here(parent))
    }

    pub fn children(self) -> Siblings<'a> {
        Siblings { first: self, at: self.id.at + 1, end: self.row().next }
    }

    /// All that stands in its block, and in the blocks within.
    pub fn inner(self) -> impl Iterator<Item = Entity<'a>> {
        (self.id.at + 1..self.row().next).map(move |at| self.here(at))
    }

    pub fn all(self, concept: Concept) -> impl Iterator<Item = Entity<'a>> + Clone {
        self.children().filter(move |child| child.is(concept))
    }

    /// The one child of that concept.
    pub fn child(self, concept: Concept) -> Given<Entity<'a>> {
        match self.all(concept).next() {
            Some(child) => Given::Is(child),
            None if self.row().lost & (1 << concept as u128) != 0 => Given::Unknown,
            None => Given::Absent,
        }
    }

    /// Was one of that concept written here that could not be read?
    pub fn lost(self, concept: Concept) -> bool {
        self.row().lost & (1 << concept as u128) != 0
    }

    /// Does its block hold a line with no known keyword, and in it something of this kind?
    pub fn may_hold(self, guess: u8) -> bool {
        self.row().guesses & guess != 0
    }

    /// A line of its block could not be read, or a value in it: nothing counted in it is whole.
    pub fn broken(self) -> bool {
        let unread = |cell: &Cell| match cell.value {
            Value::Unknown => true,
            Value::List(first, count) => {
                self.part().items[first as usize..(first + count) as usize].iter().any(|item| item.value == Value::Unknown)
            }
            _ => false,
        };
        let own = |entity: Entity<'a>| entity.row().broken || entity.cells().any(unread);
        self.part().broken && (own(self) || self.children().any(own))
    }

    // --- its values -------------------------------------------------------------------------------------------------

    fn cells(self) -> impl Iterator<Item = &'a Cell> {
        let row = self.row();
        self.part().cells[row.first_cell as usize..(row.first_cell + row.present.count_ones()) as usize].iter()
    }

    /// A bit for each field that was written.
    pub fn present(self) -> u64 {
        self.row().present
    }

    /// A field's cell, by its number.
    pub fn seen(self, at: u8) -> Option<Seen<'a>> {
        let cell = self.part().cell(self.id.at, at)?;
        Some(Seen { entity: self, row: &self.concept_row().fields[at as usize], cell })
    }

    pub fn get<T: Datum>(self, key: Key<T>) -> Given<T::Out<'a>> {
        debug_assert!(std::ptr::eq(key.rows, self.concept_row().fields), "a key of another concept: {:?}", self.concept());
        match self.seen(key.at) {
            None => Given::Absent,
            Some(seen) if matches!(seen.cell.value, Value::Unknown | Value::Undefined) => Given::Unknown,
            Some(seen) => T::of(seen).map_or(Given::Unknown, Given::Is),
        }
    }

    /// The value, where it could be read.
    pub fn is_given<T: Datum>(self, key: Key<T>) -> Option<T::Out<'a>> {
        self.get(key).is()
    }

    pub fn text<T: Typed>(self, key: Key<T>) -> Option<Cow<'a, str>> {
        self.seen(key.at).filter(|seen| matches!(seen.cell.value, Value::Text | Value::Library)).map(Seen::text)
    }

    pub fn spanned<T: Datum>(self, key: Key<T>) -> Option<Spanned<T::Out<'a>>> {
        let span = self.seen(key.at)?.span();
        self.is_given(key).map(|value| Spanned::new(value, span))
    }

    /// The members of a list.
    pub fn members<T: Typed>(self, key: Key<T>) -> impl Iterator<Item = Seen<'a>> + Clone {
        self.seen(key.at).into_iter().flat_map(Seen::members)
    }

    // --- goals and actions ------------------------------------------------------------------------------------------

    /// Its number among the goals and actions of the plan.
    pub fn goal_id(self) -> GoalId {
        GoalId(self.plan.parts[self.id.part as usize].first_goal + self.row().ordinal)
    }
}

/// Is a name in capitals a word: one that its title says in small letters, or a long one that the title's letters do not spell in order?
fn is_word(name: &str, title: &str) -> bool {
    /// Acronyms of more letters spell their title.
    const SHORT: usize = 4;
    let bare = |word: &str| suggest::fold(word).trim_end_matches(['s', 'x', 'e']).to_owned();
    let (own, letters) = (bare(name), name.chars().count());
    let said = |word: &str| {
        word != name
            && word.len() > 2
            && (bare(word) == own || (letters > SHORT && bare(word).starts_with(&own[..own.len().min(SHORT + 1)])))
    };
    if title.split(|c: char| !c.is_alphanumeric()).any(said) {
        return true;
    }
    let title = suggest::fold(title);
    let mut rest = title.chars();
    letters > SHORT && suggest::fold(name).chars().any(|letter| !rest.any(|c| c == letter))
}

/// The entities of one block.
#[derive(Clone, Copy)]
pub struct Siblings<'a> {
    first: Entity<'a>,
    at: u32,
    end: u32,
}

impl<'a> Iterator for Siblings<'a> {
    type Item = Entity<'a>;

    fn next(&mut self) -> Option<Entity<'a>> {
        if self.at >= self.end {
            return None;
        }
        let here = self.first.here(self.at);
        self.at = here.row().next;
        Some(here)
    }
}

/// When a goal or an action takes place, as far as it is written.
#[derive(Debug, Clone, Copy)]
pub struct Spell {
    pub start: Option<When>,
    pub end: Option<When>,
    /// It goes on all the time, or comes again and again.
    pub continuous: bool,
    /// A date in it is counted from another one.
    pub relative: bool,
}

/// A moment of a goal or an action.
#[derive(Clone, Copy)]
pub enum Moment<'a> {
    Start,
    End,
    /// One of its milestones.
    Milestone(Entity<'a>),
}

/// What a goal or an action waits for.
#[derive(Clone, Copy)]
pub struct Depend<'a> {
    pub on: Entity<'a>,
    /// Its start; else its end, or the milestone itself.
    pub start: bool,
    pub delay: Option<Delay>,
    /// What of the one that depends waits for it.
    pub waits: Moment<'a>,
    /// Its place among the goal's dependencies.
    pub at: u32,
    pub span: Span,
}

impl<'a> Depend<'a> {
    pub fn is_milestone(&self) -> bool {
        self.on.is(Concept::Milestone)
    }

    /// The goal or action that is waited for, or whose milestone is.
    pub fn goal(&self) -> Entity<'a> {
        if self.is_milestone() { self.on.parent().unwrap_or(self.on) } else { self.on }
    }
}

/// Who or what a member of a list of people is.
#[derive(Clone, Copy)]
pub enum Person<'a> {
    Entity(Entity<'a>),
    Text(Seen<'a>),
}

/// A goal or an action.
impl<'a> Entity<'a> {
    pub fn is_action(self) -> bool {
        self.is(Concept::Action)
    }

    /// Is it a goal or an action?
    pub fn is_sheet(self) -> bool {
        matches!(self.concept(), Concept::Goal | Concept::Action)
    }

    /// The goal that an action is a part of.
    pub fn holder(self) -> Option<Entity<'a>> {
        self.parent().filter(|parent| parent.is_sheet())
    }

    /// Given up: its holes are nobody's, and nothing is asked for it.
    pub fn is_abandoned(self) -> bool {
        self.progress() == Some(concepts::sheet::status::Progress::Abandoned)
    }

    /// Itself, and the goal and the axis that it stands in.
    fn and_above(self) -> impl Iterator<Item = Entity<'a>> {
        std::iter::successors(Some(self), |one| one.parent()).filter(|one| one.is_sheet() || one.is(Concept::Axis))
    }

    /// Is it given up, or a part of what is?
    pub fn is_given_up(self) -> bool {
        self.near(Concept::Status) && self.and_above().any(Entity::is_abandoned)
    }

    /// Somebody else's work?
    pub fn is_outside(self) -> bool {
        self.seen(concepts::sheet::OUTSIDE.at).is_some()
    }

    /// Is it in the sums: neither given up, nor somebody else's work, nor a part of such?
    pub fn is_counted(self) -> bool {
        self.and_above().all(|one| !one.is_abandoned() && !one.is_outside())
    }

    /// How far it is: the last that is said of it.
    pub fn progress(self) -> Option<concepts::sheet::status::Progress> {
        if !self.near(Concept::Status) {
            return None;
        }
        self.all(Concept::Status).last()?.is_given(concepts::sheet::status::PROGRESS)
    }

    pub fn owner(self) -> Given<Entity<'a>> {
        self.get(concepts::sheet::OWNER)
    }

    /// May it own or decide: a post, a service, a committee, a partner, an authority?
    pub fn is_actor(self) -> bool {
        concepts::owner::ACTORS.contains(&self.concept())
    }

    pub fn contributors(self) -> impl Iterator<Item = Seen<'a>> + Clone {
        self.members(concepts::sheet::CONTRIBUTORS).filter(|seen| seen.target().is_some())
    }

    pub fn partners(self) -> impl Iterator<Item = Person<'a>> + Clone {
        self.members(concepts::sheet::PARTNERS).filter_map(|seen| match seen.cell.value {
            Value::Text => Some(Person::Text(seen)),
            _ => seen.target().map(Person::Entity),
        })
    }

    /// From one date to another; absent where one of them is not written.
    pub fn period(self) -> Given<Period> {
        match self.get(concepts::sheet::PERIOD) {
            Given::Unknown if self.seen(concepts::sheet::PERIOD.at).is_some_and(|seen| !seen.is_unread()) => Given::Absent,
            given => given,
        }
    }

    /// The start and the end that its `period` writes, where they are written.
    pub fn bounds(self) -> [Option<Spanned<When>>; 2] {
        let Some(seen) = self.seen(concepts::sheet::PERIOD.at).map(Seen::now) else { return [None, None] };
        if let Some(period) = <language::Period as Datum>::of(seen) {
            return [Some(Spanned::new(period.start, period.start_span)), Some(Spanned::new(period.end, period.end_span))];
        }
        seen.both().map_or([None, None], |both| both.map(|end| end.when().map(|when| Spanned::new(when, end.span()))))
    }

    /// What its `period` says, with or without a start and an end.
    pub fn spell(self) -> Option<Spell> {
        let seen = self.seen(concepts::sheet::PERIOD.at)?.now();
        let (start, end, continuous) = match seen.cell.value {
            Value::Continuous | Value::Every(_) => (None, None, true),
            Value::Period(start, end, ..) => (Some(start.when()), Some(end.when()), false),
            Value::Pair(Joint::Ends, _) => {
                let [start, end] = seen.both()?;
                (start.when(), end.when(), false)
            }
            _ => return None,
        };
        Some(Spell { start, end, continuous, relative: seen.is_relative() })
    }

    /// The value that tells when it is reached: its date, or its period.
    pub fn last_moment(self) -> Option<Seen<'a>> {
        match self.concept() {
            Concept::Decision => self.seen(concepts::decision::ON.at),
            Concept::Milestone => self.seen(concepts::goal::milestone::ON.at),
            Concept::Goal | Concept::Action => self.seen(concepts::sheet::PERIOD.at),
            _ => None,
        }
    }

    pub fn duration(self) -> Given<Delay> {
        self.get(concepts::sheet::DURATION)
    }

    pub fn actions(self) -> impl Iterator<Item = Entity<'a>> + Clone {
        self.all(Concept::Action)
    }

    pub fn milestones(self) -> impl Iterator<Item = Entity<'a>> + Clone {
        self.all(Concept::Milestone)
    }

    pub fn indicators(self) -> impl Iterator<Item = Entity<'a>> + Clone {
        self.all(Concept::Indicator)
    }

    pub fn budget(self) -> Given<Entity<'a>> {
        self.child(Concept::Budget)
    }

    pub fn funding(self) -> Given<Entity<'a>> {
        self.child(Concept::Funding)
    }

    pub fn depends(self) -> impl Iterator<Item = Depend<'a>> + Clone {
        self.members(concepts::sheet::DEPENDS).zip(0..).filter_map(|(seen, at)| {
            let Value::Depend(_, start, delay, waits) = seen.cell.value else { return None };
            let waits = match waits {
                Waits::Start => Moment::Start,
                Waits::End => Moment::End,
                Waits::Milestone(number) => Moment::Milestone(seen.reference(number)?),
            };
            Some(Depend { on: seen.target()?, start, delay, waits, at, span: seen.span() })
        })
    }

    /// The dependency of that number.
    pub fn depend(self, at: u32) -> Option<Depend<'a>> {
        self.depends().find(|depend| depend.at == at)
    }
}

/// A budget, an envelope, and their lines.
impl<'a> Entity<'a> {
    /// The lines of a budget, an envelope or savings, with their sections.
    pub fn lines_of_money(self) -> impl Iterator<Item = (Entity<'a>, Section)> + use<'a> {
        self.children().filter_map(|line| match line.concept() {
            Concept::Investment => Some((line, Section::Investment)),
            Concept::Operating => Some((line, Section::Operating)),
            _ => None,
        })
    }

    /// Is an amount of it in another currency than the plan's? Then its sums are not whole.
    pub fn has_foreign(self) -> bool {
        let currency = self.plan.currency();
        let foreign = |seen: Seen<'a>| seen.money().is_some_and(|money| money.currency != currency);
        self.lines_of_money().any(|(line, _)| line.members(concepts::money::line::AMOUNTS).any(foreign))
    }

    /// Does it give an amount, of whatever kind?
    pub fn has_money(self) -> bool {
        self.seen(concepts::money::TOTAL.at).is_some()
            || self.lines_of_money().any(|(line, _)| line.members(concepts::money::line::AMOUNTS).next().is_some())
    }

    /// The amounts by year of a budget or an envelope that could be read, in the order of the text: those in the plan's currency.
    pub fn amounts(self) -> impl Iterator<Item = Amount> + use<'a> {
        let currency = self.plan.currency();
        self.lines_of_money().flat_map(move |(line, section)| {
            line.members(concepts::money::line::AMOUNTS).zip(0..).filter_map(move |(seen, at)| {
                let ((first, last, false), money) = (seen.years()?, seen.money()?) else { return None };
                (money.currency == currency).then_some(Amount { section, first, last, money, line: line.id, at })
            })
        })
    }

    /// Where an amount of one of its lines, or of any other, is written.
    pub fn span_of_amount(self, amount: &Amount) -> Span {
        let line = Entity { plan: self.plan, id: amount.line };
        line.members(concepts::money::line::AMOUNTS).nth(amount.at as usize).map_or(line.keyword(), Seen::span)
    }

    /// The lines of a funding plan.
    pub fn funders(self) -> impl Iterator<Item = Entity<'a>> + Clone {
        self.all(Concept::Funder)
    }
}
