//! What a council would miss: one list, which `check` says and the document marks.
//!
//! A hole is a row of the table that is wanted and not written; and a few that rest on more than one row: dates, money, what
//! measures a goal. One that could not be read is a hole of the document too; its message has been told already.

use super::title_years::years_of;
use super::{Facts, called};
use crate::diagnostic::{By, Diagnostic, Lang, Mend, Rule, Say, Subject, rules, two};
use crate::language::concepts::indicator::{self, reading};
use crate::language::concepts::plan::announces::{self, Counted};
use crate::language::concepts::{sheet, strategy};
use crate::language::{Concept, Help, Keyword, Label, Row, Slot, Type, label_of};
use crate::plan::{Entity, EntityId, Figure, Given, Seen, guess};
use crate::say;
use crate::text::{SourceId, Span};

/// One thing that is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hole {
    /// Of what; of the plan itself where nothing is declared that would say it.
    pub entity: Option<EntityId>,
    pub lacks: Lacks,
    /// It was written and could not be read, or rests on what could not be: reported already.
    pub told: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lacks {
    Title,
    /// A field of the concept, by its number.
    Field(Concept, u8),
    /// A block, or a line of its own.
    Child(Concept),
    /// Neither written nor computed.
    Dates,
    /// No goal in the whole plan.
    Goals,
    /// A plan with no strategy.
    Strategy,
    /// Whose strategy it is.
    Authority,
    /// The date of a target.
    TargetDate,
    /// Some of what is announced.
    Announced,
}

/// What the strategy and the plan as a whole lack.
pub fn of_plan(facts: &Facts<'_>) -> Vec<Hole> {
    let plan = facts.plan;
    let mut holes = Vec::new();
    let mut hole = |entity: Option<EntityId>, lacks, told| holes.push(Hole { entity, lacks, told });
    match plan.strategy() {
        None => {
            hole(None, Lacks::Strategy, false);
            for row in [strategy::PERIOD.at, strategy::SPONSOR.at, strategy::LEAD.at] {
                hole(None, Lacks::Field(Concept::Strategy, row), true);
            }
            hole(None, Lacks::Child(Concept::Envelope), true);
            if !matches!(plan.authority(), Given::Is(_)) {
                hole(None, Lacks::Authority, true);
            }
        }
        Some(strategy) => {
            let envelope = match strategy.child(Concept::Envelope) {
                Given::Is(envelope) if envelope.broken() => Given::Unknown,
                Given::Is(envelope) if !envelope.has_money() => Given::Absent,
                other => other,
            };
            if envelope.is().is_none() {
                hole(Some(strategy.id), Lacks::Child(Concept::Envelope), envelope.is_unknown());
            }
            if plan.authority().is().is_none() {
                hole(Some(strategy.id), Lacks::Authority, plan.authority().is_unknown());
            }
            for announces in strategy.all(Concept::Announces) {
                if falls_short(announces) {
                    hole(Some(announces.id), Lacks::Announced, false);
                }
            }
        }
    }
    // An axis with no goal says so itself.
    if plan.goals.is_empty() {
        let told =
            plan.axes().next().is_some() || plan.strategy().is_none() || plan.parts.iter().any(|placed| !placed.part.astray.is_empty());
        hole(plan.strategies.first().copied(), Lacks::Goals, told);
    }
    holes
}

/// What the entities of one part lack, in the order of the text.
pub fn of_part(facts: &Facts<'_>, part: u32) -> Vec<Hole> {
    let plan = facts.plan;
    let mut holes = Vec::new();
    if plan.parts.get(part as usize).is_some_and(|placed| plan.sources.get(placed.source).library) {
        return holes;
    }
    let mut given_up: Option<Entity<'_>> = None;
    for entity in plan.entities_of(part) {
        // A second strategy is one too many: that is its message.
        if entity.is(Concept::Strategy) && plan.strategies.first() != Some(&entity.id) {
            continue;
        }
        // What is given up, or is somebody else's work, lacks nothing; nor does anything in it.
        let within = |whole: Entity<'_>| whole.whole().start <= entity.head().start && entity.head().end <= whole.whole().end;
        let mut idle = given_up.is_some_and(within);
        let work = entity.is_sheet() || entity.is(Concept::Axis);
        if work && (entity.is_abandoned() || entity.is_outside()) {
            (idle, given_up) = (true, given_up.filter(|whole| within(*whole)).or(Some(entity)));
        }
        let mut hole = |lacks, told| {
            if told || !idle {
                holes.push(Hole { entity: Some(entity.id), lacks, told });
            }
        };
        let row = entity.concept_row();
        if row.title != Slot::None && !entity.has_title() && (row.title == Slot::Due || entity.name().is_none()) {
            match entity.title() {
                Given::Is(_) => {}
                title => hole(Lacks::Title, title.is_unknown()),
            }
        }
        // What is neither written nor wanted, as most fields are, is no matter.
        let mut fields = entity.present() | entity.concept().wanted();
        while fields != 0 {
            let at = fields.trailing_zeros() as u8;
            fields &= fields - 1;
            let field = &row.fields[usize::from(at)];
            match entity.seen(at) {
                None if field.wanted && !row.lenient && !answered(entity, at) => {
                    let told = lost_behind(facts, entity, at) || (field.head.is_none() && guessed(entity, field.of));
                    hole(Lacks::Field(entity.concept(), at), told);
                }
                // The author says that it is not known yet. Dates are looked at as a whole.
                Some(seen) if seen.members().any(Seen::is_undefined) => {
                    if !dated(entity, at) {
                        hole(Lacks::Field(entity.concept(), at), false);
                    }
                }
                // It was written, and what it says is not known.
                Some(seen) if seen.is_unread() && ((field.wanted && !row.lenient) || stands_alone(entity, at)) => {
                    hole(Lacks::Field(entity.concept(), at), true)
                }
                None | Some(_) => {}
            }
        }
        match entity.concept() {
            Concept::Goal | Concept::Action => {
                for (lacks, told) in of_sheet(facts, entity) {
                    hole(lacks, told);
                }
            }
            Concept::Funding if entity.funders().next().is_none() => hole(Lacks::Child(Concept::Funder), entity.broken()),
            // Those of the strategy rest on the whole plan.
            Concept::Announces if !entity.parent().is_some_and(|parent| parent.is(Concept::Strategy)) && falls_short(entity) => {
                hole(Lacks::Announced, false);
            }
            Concept::Indicator => {
                for (lacks, told) in of_indicator(entity) {
                    hole(lacks, told);
                }
            }
            _ => {}
        }
    }
    holes
}

/// How many of something are announced, and how many are written: in what holds the line, or in the whole plan.
pub fn announced(announces: Entity<'_>) -> Option<(u64, u64)> {
    let (count, what) = (announces.is_given(announces::COUNT)?, announces.is_given(announces::WHAT)?);
    let concept = match what {
        Counted::Axes => Concept::Axis,
        Counted::Goals => Concept::Goal,
        Counted::Actions => Concept::Action,
        Counted::Indicators => Concept::Indicator,
    };
    let holder = announces.parent().filter(|parent| !parent.is(Concept::Strategy));
    let written = match holder {
        Some(holder) => holder.inner().filter(|entity| entity.is(concept)).count(),
        None => announces.plan.all(concept).count(),
    };
    Some((count, written as u64))
}

/// Is less written than is announced?
fn falls_short(announces: Entity<'_>) -> bool {
    announced(announces).is_some_and(|(count, written)| written < count)
}

/// `3 actions`
pub fn what_is_announced(announces: Entity<'_>) -> Say {
    let count = announces.is_given(announces::COUNT).unwrap_or_default();
    let row = announces.is_given(announces::WHAT).and_then(|what| announces::WHAT.row().words().get(what as usize));
    let words = |lang: Lang| {
        let word = row.map_or("", |row| row.spelling(lang));
        let word = if count > 1 { word } else { word.trim_end_matches('s') };
        format!("{count} {}", if count == 1 && word == "axe" && lang == Lang::En { "axis" } else { word })
    };
    Say::of(two(words(Lang::Fr), words(Lang::En)))
}

/// Dates, money and what measures it.
fn of_sheet(facts: &Facts<'_>, goal: Entity<'_>) -> Vec<(Lacks, bool)> {
    let mut lacks = Vec::new();
    let slot = facts.calendar.slot(goal.goal_id());
    let unread = |goal: Entity<'_>| !undated(goal) && (goal.period().is_unknown() || goal.duration().is_unknown());
    if slot.is_none() {
        // In a loop nothing can be placed, and the loop is told.
        let loops = facts.graph.knots[goal.goal_id().at()].is_some();
        let actions = goal.actions().any(|action| unread(action) || facts.graph.knots[action.goal_id().at()].is_some());
        // An action's own missing date is its own message, if it has tried to give one.
        let tried =
            goal.period().is_absent() && goal.duration().is_absent() && goal.actions().any(|action| action.duration().is().is_some());
        // Dates that are counted from what has none: that is the hole.
        let counted = goal.seen(sheet::PERIOD.at).is_some_and(|seen| seen.is_relative());
        lacks.push((Lacks::Dates, unread(goal) || loops || actions || tried || counted || goal.may_hold(guess::LITERAL)));
    } else if unread(goal) {
        lacks.push((Lacks::Dates, true));
    }
    if goal.holder().is_some() {
        if goal.budget().is().is_some_and(|budget| budget.broken()) {
            lacks.push((Lacks::Child(Concept::Budget), true));
        }
        return lacks;
    }
    let whole = |goal: Entity<'_>| match goal.budget() {
        Given::Is(budget) if budget.broken() => Given::Unknown,
        Given::Is(budget) if !budget.has_money() => Given::Absent,
        Given::Is(_) => Given::Is(()),
        Given::Unknown => Given::Unknown,
        Given::Absent => Given::Absent,
    };
    let own = whole(goal);
    let parts = || goal.actions().map(whole);
    let budget = match (own, goal.budget().is_absent()) {
        (Given::Absent, true) if parts().any(|part| part.is().is_some()) => Given::Is(()),
        (Given::Absent, true) if parts().any(|part| part.is_unknown()) => Given::Unknown,
        (own, _) => own,
    };
    if budget.is().is_none() {
        lacks.push((
            Lacks::Child(Concept::Budget),
            budget.is_unknown() || goal.may_hold(guess::BLOCK) || lost_block_behind(facts, goal, Concept::Budget),
        ));
    }
    let measured = |goal: Entity<'_>| goal.indicators().next().is_some();
    if !goal.is_action() && !measured(goal) && !goal.actions().any(measured) {
        let lost = goal.may_hold(guess::BLOCK)
            || goal.lost(Concept::Indicator)
            || goal.actions().any(|action| action.lost(Concept::Indicator) || action.may_hold(guess::BLOCK));
        lacks.push((Lacks::Child(Concept::Indicator), lost || lost_block_behind(facts, goal, Concept::Indicator)));
    }
    lacks
}

fn of_indicator(entity: Entity<'_>) -> Vec<(Lacks, bool)> {
    let mut lacks = Vec::new();
    let broken = entity.broken();
    for concept in [Concept::Baseline, Concept::Target] {
        match entity.child(concept) {
            // What the author leaves open is a hole of the line.
            Given::Is(child) if child.seen(reading::VALUE.at).is_some_and(Seen::is_undefined) => {}
            Given::Is(child) if child.get(reading::VALUE).is_unknown() => lacks.push((Lacks::Child(concept), true)),
            Given::Is(_) => {}
            other => lacks.push((Lacks::Child(concept), other.is_unknown() || broken)),
        }
    }
    // Of a trajectory each value has its date.
    let undated = |target: &Entity<'_>| {
        target.get(reading::VALUE).is().is_some() && target.seen(reading::ON.at).is_none_or(|on| on.is_unread() && !on.is_undefined())
    };
    if let Some(target) = entity.all(Concept::Target).find(undated) {
        lacks.push((Lacks::TargetDate, !target.get(reading::ON).is_absent()));
    }
    // A bare number counts something.
    let counts = entity.children().filter_map(|child| child.is_given(reading::VALUE)).any(Figure::is_bare);
    if counts && entity.get(indicator::UNIT).is_absent() {
        lacks.push((Lacks::Field(Concept::Indicator, indicator::UNIT.at), broken));
    }
    lacks
}

/// Who answers for a goal answers for its actions, unless they say who does.
fn answered(entity: Entity<'_>, at: u8) -> bool {
    let owned = |goal: Entity<'_>| !goal.owner().is_absent();
    entity.is(Concept::Action) && at == sheet::OWNER.at && entity.parent().filter(|goal| goal.is(Concept::Goal)).is_some_and(owned)
}

/// Is it one of the fields that give a sheet its dates?
fn dated(entity: Entity<'_>, at: u8) -> bool {
    std::ptr::eq(entity.concept_row().fields, sheet::PERIOD.rows) && (at == sheet::PERIOD.at || at == sheet::DURATION.at)
}

/// Does the author say that its dates are not known yet?
fn undated(goal: Entity<'_>) -> bool {
    [sheet::PERIOD.at, sheet::DURATION.at].iter().any(|at| goal.seen(*at).is_some_and(Seen::is_undefined))
}

/// Is an unread value of this field a hole of its own? Dates, amounts and the strategy's frame are looked at as a whole.
fn stands_alone(entity: Entity<'_>, at: u8) -> bool {
    match entity.concept() {
        Concept::Use | Concept::Investment | Concept::Operating | Concept::Strategy => false,
        Concept::Goal | Concept::Action => at != sheet::PERIOD.at && at != sheet::DURATION.at,
        Concept::Baseline | Concept::Target | Concept::Measured => at == reading::ON.at && !entity.is(Concept::Target),
        _ => true,
    }
}

/// May a line with no known keyword be what is missing?
fn guessed(entity: Entity<'_>, of: Type) -> bool {
    match of {
        Type::Name
        | Type::Names
        | Type::People
        | Type::Dependencies
        | Type::Word(_)
        | Type::Words(_)
        | Type::Library
        | Type::Flag
        | Type::Answer
        | Type::Efforts
        | Type::Tags => entity.may_hold(guess::NAME),
        Type::Text | Type::Texts => entity.may_hold(guess::TEXT),
        Type::Number
        | Type::Date
        | Type::Period
        | Type::Duration
        | Type::Amounts
        | Type::Capacities
        | Type::Share
        | Type::Value
        | Type::Money
        | Type::Every
        | Type::Votes => entity.may_hold(guess::LITERAL),
    }
}

/// A line that stands at the margin just behind the part probably belongs to its last entity of that kind.
fn lost_behind(facts: &Facts<'_>, entity: Entity<'_>, at: u8) -> bool {
    astray_behind(facts, entity, Row::Field(entity.concept(), at))
}

fn lost_block_behind(facts: &Facts<'_>, entity: Entity<'_>, concept: Concept) -> bool {
    astray_behind(facts, entity, Row::Concept(concept.row()))
}

fn astray_behind(facts: &Facts<'_>, entity: Entity<'_>, row: Row) -> bool {
    let plan = facts.plan;
    let source = plan.parts[entity.id.part as usize].source;
    let behind =
        plan.parts[entity.id.part as usize + 1..].iter().take_while(|placed| placed.source == source && placed.part.entities.is_empty());
    let spelt = row.spelling(Lang::En);
    behind.flat_map(|placed| &placed.part.astray).any(|astray| astray.spelling(Lang::En) == spelt)
}

/// The messages: one for each hole of a sheet or of the strategy, one for all that anything smaller lacks.
pub fn diagnostics(facts: &Facts<'_>, holes: &[Hole]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for group in holes.chunk_by(|a, b| a.entity == b.entity) {
        let open: Vec<&Hole> = group.iter().filter(|hole| !hole.told).collect();
        let small = |entity: &Entity<'_>| !matches!(entity.concept(), Concept::Goal | Concept::Action | Concept::Strategy);
        match group[0].entity.map(|id| facts.plan.entity(id)).filter(small) {
            Some(entity) if open.len() > 1 => {
                let lacks: Vec<Lacks> = open.iter().map(|hole| hole.lacks).collect();
                let list = By(move |lang| lacks.iter().map(|lacks| lacks.label(lang).to_lowercase()).collect::<Vec<_>>().join(", "));
                let called = thing(entity);
                let code = if entity.is(Concept::Indicator) { &rules::INDICATOR_INCOMPLETE } else { &rules::MISSING_FIELD };
                found.push(
                    Diagnostic::new(
                        code,
                        entity.place(),
                        say!("{called} : il manque {list}."; "{called}: {list} missing.", called, list),
                        say!("Complétez ce qui manque. {help}"; "Fill in what is missing. {help}", help = Help(Row::Concept(entity.concept_row()))),
                    )
                    .about(Subject {
                        concept: entity.concept_row().spelling(Lang::En),
                        place: entity.keyword(),
                        field: None,
                    }),
                );
            }
            _ => found.extend(open.iter().filter_map(|hole| hole.diagnostic(facts))),
        }
    }
    found
}

impl Hole {
    /// What `check` says of it; nothing where it has been told already.
    pub fn diagnostic(&self, facts: &Facts<'_>) -> Option<Diagnostic> {
        if self.told {
            return None;
        }
        let Some(id) = self.entity else {
            return Some(Diagnostic::new(
                &rules::NO_STRATEGY,
                Span::new(SourceId(0), 0, 0),
                say!("Ce plan ne déclare aucune stratégie."; "This plan declares no strategy."),
                say!("Ajoutez dans ce fichier : `stratégie \"Titre\" {{`, sa collectivité, sa période et son enveloppe, puis `}}`."; "Add to this file: `strategy \"Title\" {{`, its authority, period and envelope, then `}}`."),
            ));
        };
        let entity = facts.plan.entity(id);
        let (code, message, help) = self.words(entity)?;
        let left_open = self.left_open(entity).map(Seen::span);
        let place = left_open.unwrap_or(if entity.is(Concept::Strategy) { entity.head() } else { entity.place() });
        let (concept, into) = (entity.concept_row().spelling(Lang::En), entity.keyword());
        let field = self.lacks.keyword();
        let diagnostic = Diagnostic::new(code, place, message, help).about(Subject { concept, place: into, field });
        Some(diagnostic)
    }

    /// The policy that judges what is missing, where it is no more than that: by its code.
    pub fn judged_by(&self) -> Option<&'static str> {
        match self.lacks {
            Lacks::Field(Concept::Strategy, at) if at == strategy::PERIOD.at => Some("CPL-07"),
            Lacks::Authority => Some("CPL-09"),
            _ => None,
        }
    }

    /// What may be written there, ready to be done: with what the policy says.
    pub fn offers(&self, facts: &Facts<'_>, mut diagnostic: Diagnostic) -> Diagnostic {
        let Some(id) = self.entity else { return diagnostic };
        let entity = facts.plan.entity(id);
        let into = entity.keyword();
        if self.lacks == Lacks::Authority {
            for authority in facts.plan.authorities() {
                diagnostic = diagnostic.label(authority.place(), say!("déclarée ici"; "declared here"));
                if let Some(name) = authority.name() {
                    let field = strategy::AUTHORITY.row().spelling(Lang::En);
                    diagnostic = diagnostic
                        .edit(say!("Choisir `{name}`"; "Choose `{name}`", name), Mend::Insert { into, field, value: name.to_owned() });
                }
            }
        }
        if let (Lacks::Field(Concept::Strategy, at), Some((first, last))) = (self.lacks, years_of(&entity.titled()))
            && at == strategy::PERIOD.at
        {
            let value = format!("{first} .. {last}");
            let field = strategy::PERIOD.row().spelling(Lang::En);
            diagnostic = diagnostic.edit(
                say!("Prendre les années du titre : `{value}`"; "Take the years of the title: `{value}`", value),
                Mend::Insert { into, field, value },
            );
        }
        diagnostic
    }

    /// The place of the hole, where the author says that it is one.
    fn left_open<'a>(&self, entity: Entity<'a>) -> Option<Seen<'a>> {
        match self.lacks {
            Lacks::Field(_, at) => entity.seen(at),
            Lacks::Dates if undated(entity) => [sheet::PERIOD.at, sheet::DURATION.at].into_iter().find_map(|at| entity.seen(at)),
            _ => None,
        }
    }

    /// Nothing for what a policy of `std.policies.completeness` judges.
    fn words(&self, entity: Entity<'_>) -> Option<(&'static Rule, Say, Say)> {
        let called = thing(entity);
        // What the author has left open is said in the author's words.
        if let Some(label) = self.left_open(entity).map(|seen| By(|lang| seen.row.label_in(lang).to_lowercase())) {
            return Some((
                &rules::TO_DEFINE,
                say!("{called} : « {label} » reste à définir."; "{called}: \"{label}\" is still to be defined.", called, label),
                say!("Remplacez `à définir` par la valeur dès qu'elle est connue ; d'ici là, le document marque la place."; "Replace `to define` by the value once it is known; until then the document marks the place."),
            ));
        }
        let words = match self.lacks {
            Lacks::Title => (
                &rules::WITHOUT_TITLE,
                say!("{called} n'a pas de titre."; "{called} has no title.", called),
                say!("Écrivez-le entre guillemets après le nom ; le document l'imprime."; "Write it between quotes after the name; the document prints it."),
            ),
            Lacks::Field(Concept::Strategy, at) if at == strategy::PERIOD.at => return None,
            Lacks::Field(Concept::Goal | Concept::Action, at) if at == sheet::OWNER.at => return None,
            Lacks::Dates | Lacks::Authority | Lacks::Child(Concept::Budget | Concept::Envelope) => return None,
            Lacks::Child(Concept::Indicator) => return None,
            Lacks::Field(concept, at) => {
                let row = Row::Field(concept, at);
                let (label, word, help) = (Label(row), Keyword(row), Help(row));
                let help = if concept.row().fields[at as usize].head.is_some() {
                    say!("Complétez la ligne. {help}"; "Complete the line. {help}", help)
                } else {
                    say!("Ajoutez une ligne `{word}`. {help}"; "Add a `{word}` line. {help}", word, help)
                };
                (&rules::MISSING_FIELD, say!("{called} : il manque « {label} »."; "{called}: \"{label}\" is missing.", called, label), help)
            }
            Lacks::Child(concept) => {
                let row = Row::Concept(concept.row());
                let code = if entity.is(Concept::Indicator) { &rules::INDICATOR_INCOMPLETE } else { &rules::MISSING_FIELD };
                (
                    code,
                    say!("{called} : il manque « {label} »."; "{called}: \"{label}\" is missing.", called, label = Label(row)),
                    Say::of(Help(row)),
                )
            }
            Lacks::Announced => {
                let (_, written) = announced(entity).unwrap_or_default();
                (
                    &rules::COUNT_DIFFERS,
                    say!("Annoncé : {what} ; écrit : {written}."; "Announced: {what}; written: {written}.", what = what_is_announced(entity), written),
                    say!("Écrivez-les, ou corrigez le nombre annoncé."; "Write them, or correct the number announced."),
                )
            }
            Lacks::TargetDate => (
                &rules::INDICATOR_INCOMPLETE,
                say!("{called} : la cible n'a pas de date."; "{called}: the target has no date.", called),
                say!("Dites pour quand : `cible 80 % au 2029-12`."; "Say by when: `target 80 % on 2029-12`."),
            ),
            Lacks::Goals | Lacks::Strategy => (
                &rules::NO_GOAL,
                say!("Ce plan n'a aucun objectif."; "This plan has no goal."),
                say!("Ajoutez un axe, et dans cet axe un `objectif`."; "Add an axis and, in it, a `goal`."),
            ),
        };
        Some(words)
    }
}

impl Lacks {
    /// The English keyword of what is missing, where one would say it.
    fn keyword(self) -> Option<&'static str> {
        match self {
            Lacks::Field(concept, at) => Some(Row::Field(concept, at).spelling(Lang::En)),
            Lacks::Child(concept) => Some(Row::Concept(concept.row()).spelling(Lang::En)),
            Lacks::Dates => Some(sheet::PERIOD.row().spelling(Lang::En)),
            Lacks::Authority => Some(strategy::AUTHORITY.row().spelling(Lang::En)),
            Lacks::TargetDate => Some("on"),
            Lacks::Title | Lacks::Goals | Lacks::Strategy | Lacks::Announced => None,
        }
    }

    /// In two words.
    pub fn label(self, lang: Lang) -> String {
        match self {
            Lacks::Title => lang.of("Titre", "Title").to_owned(),
            Lacks::Field(concept, at) => label_of(Row::Field(concept, at), lang),
            Lacks::Child(concept) => label_of(Row::Concept(concept.row()), lang),
            Lacks::Dates => lang.of("Calendrier", "Calendar").to_owned(),
            Lacks::Goals => lang.of("aucun objectif n’est déclaré", "no goal is declared").to_owned(),
            Lacks::Strategy => lang.of("Titre", "Title").to_owned(),
            Lacks::Authority => lang.of("Collectivité", "Authority").to_owned(),
            Lacks::TargetDate => lang.of("Date de la cible", "Date of the target").to_owned(),
            Lacks::Announced => lang.of("Ce qui est annoncé", "What is announced").to_owned(),
        }
    }
}

/// `L'objectif « Guichet »`; of anything else its label and what it is called, or what holds it where it is called nothing.
fn thing(entity: Entity<'_>) -> Say {
    if let Some(holder) = entity.parent().filter(|_| !entity.is_called()) {
        let (holder, row) = (thing(holder), entity.concept_row());
        return say!("{holder}, {label}"; "{holder}, {label}", holder, label = By(|lang| row.label_in(lang).to_lowercase()));
    }
    match entity.concept() {
        Concept::Goal | Concept::Action => called(entity),
        Concept::Strategy => say!("La stratégie"; "The strategy"),
        Concept::Axis => {
            let title = entity.titled();
            say!("L'axe « {title} »"; "The axis \"{title}\"", title)
        }
        Concept::Indicator => {
            let title = entity.titled();
            say!("L'indicateur « {title} »"; "The indicator \"{title}\"", title)
        }
        _ => {
            let (row, title) = (entity.concept_row(), entity.titled());
            let label = By(|lang| row.label_in(lang));
            match entity.is_called() {
                true => say!("{label} « {title} »"; "{label} \"{title}\"", label, title),
                false => Say::of(label),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::testing::{found, goals, plan};
    use crate::language::Concept;

    fn count(name: &str, body: &str) -> usize {
        found(&goals(&format!("goal a \"A\" {{\n{body}\n}}")), name).len()
    }

    #[test]
    fn owners() {
        assert_eq!(count("CPL-01", ""), 1);
        assert_eq!(count("CPL-01", "owner DSI"), 0);
        assert_eq!(count("CPL-01", "owner DSY"), 0, "an unknown owner has its own message");
        assert_eq!(count("CPL-01", "owner DSI\naction b \"B\" {\n}"), 0, "who answers for a goal answers for its actions");
        assert_eq!(count("CPL-01", "action b \"B\" {\n}"), 2);
        assert_eq!(count("CPL-01", "status abandoned\naction b \"B\" {\n}"), 0, "nor does anything in it");
    }

    #[test]
    fn dates() {
        assert_eq!(count("CPL-02", ""), 1);
        assert_eq!(count("CPL-02", "period 2027"), 0);
        assert_eq!(count("CPL-02", "duration 3 months"), 0);
        assert_eq!(count("CPL-02", "period 2027-13"), 0, "an unreadable date has its own message");
        assert_eq!(count("CPL-02", "action b \"B\" {\nperiod 2027\n}"), 0, "its actions date it");
        assert_eq!(count("CPL-02", "action b \"B\" {\n}"), 2);
        let unplaced = plan("strategy \"S\" {\n}\naxis x \"X\" {\ngoal a \"A\" {\nduration 3 months\n}\n}\n");
        assert_eq!(found(&unplaced, "CPL-02").len(), 1, "nothing places it");
    }

    #[test]
    fn budgets() {
        assert_eq!(count("CPL-03", ""), 1);
        assert_eq!(count("CPL-03", "budget {\n}"), 1, "an empty one says nothing");
        assert_eq!(count("CPL-03", "budget {\noperating 2027: 0 €\n}"), 0);
        assert_eq!(count("CPL-03", "budget {\noops\n}"), 0);
        assert_eq!(count("CPL-03", "action b \"B\" {\nbudget {\noperating 2027: 1 €\n}\n}"), 0);
    }

    #[test]
    fn indicators() {
        assert_eq!(count("CPL-04", ""), 1);
        assert_eq!(count("CPL-04", "action b \"B\" {\nindicator i \"I\" {\n}\n}"), 0);
        let incomplete = |body: &str| count("indicator-incomplete", &format!("indicator i \"I\" {{\n{body}\n}}"));
        assert_eq!(incomplete(""), 1, "one message for all that it lacks");
        assert_eq!(incomplete("baseline 1 % on 2026\ntarget 80 %"), 1, "no date");
        assert_eq!(incomplete("baseline 1 on 2026\ntarget 80 on 2029\nunit \"homes\""), 0);
        assert_eq!(incomplete("baseline 1 % on 2026\ntarget 80 % on 2029"), 0);
        assert_eq!(incomplete("baseline 1 % on 2026\ntarget many"), 0, "unreadable is not absent");
    }

    #[test]
    fn a_line_without_a_name_is_called_by_what_holds_it_and_is_open_once() {
        let open = goals("goal a \"A\" {\nindicator i \"I\" {\nbaseline to define\ntarget 80 % on to define\n}\n}");
        let messages: Vec<String> = found(&open, "to-define").into_iter().map(|seen| seen.message).collect();
        assert_eq!(
            messages,
            ["L'indicateur « I », départ : « valeur » reste à définir.", "L'indicateur « I », cible : « date » reste à définir."]
        );
        let measures = [Concept::Indicator, Concept::Baseline, Concept::Target];
        let of_it = open.holes.iter().filter(|hole| hole.entity.is_some_and(|id| measures.contains(&open.plan.entity(id).concept())));
        assert_eq!(of_it.count(), 2, "{:?}", open.holes);
    }

    #[test]
    fn the_frame() {
        assert_eq!(found(&plan("axis x \"X\" {\n}\n"), "no-strategy").len(), 1);
        let two = "strategy \"S\" {\n}\nauthority a \"A\" {\n}\nauthority b \"B\" {\n}\n";
        assert_eq!(found(&plan(two), "CPL-09").len(), 1);
        let bare = plan("strategy \"S\" {\n}\n");
        for name in ["CPL-07", "CPL-08", "CPL-09", "no-goal"] {
            assert_eq!(found(&bare, name).len(), 1, "{name}");
        }
        assert_eq!(found(&bare, "missing-field").len(), 2, "sponsor and lead");
        assert!(found(&plan("strategy \"S\" {\nperiod oops\n}\n"), "CPL-07").is_empty(), "unreadable is not absent");
    }

    #[test]
    fn titles() {
        let text = "strategy \"\" {\n}\naxis a \"\" {\ngoal g \"   \" {\naction x \"\" {\n}\n}\n}\n";
        assert_eq!(found(&plan(text), "without-title").len(), 4);
        assert_eq!(found(&plan("axis a {\n}\n"), "without-title").len(), 0, "a title that is not there has its own message");
    }
}
