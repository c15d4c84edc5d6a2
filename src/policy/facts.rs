//! From the store, the calendar, the workload, the ledger and the graph to columns: one arm a fact, each the same number as in the
//! document. A column is built when it is first asked for, and shared.

use std::ops::Range;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use rustc_hash::FxHashMap;

use super::column::{Data, FALSE, HIGHEST, LOWEST, Lists, NOBODY, Num, Nums, OTHER, TRUE, Txt, UNKNOWN, UNKNOWN_ID, state, truth};
use super::days;
use super::grounds::Grounds;
use super::kinds::{FACTS, Fact, Kind, Words};
use super::rows::{PartnerRow, Rows};
use crate::budget;
use crate::diagnostic::suggest;
use crate::language::concepts::{authority, decision, goal, indicator, money, owner, plan as papers, risk, sheet, strategy, waiver};
use crate::language::{Concept, Mode, numbered};
use crate::plan::{Entity, Figure, Given, GoalId, Joint, Money, Section, Seen, Tax, TimeUnit, Value, When, guess};
use crate::text::names::canonical;

/// The plan as policies see it.
pub struct World<'a> {
    pub facts: &'a Grounds<'a>,
    pub rows: Rows,
    pub today: i64,
    pub(super) columns: Vec<OnceLock<Arc<Data>>>,
    costs: OnceLock<Vec<[Money; 3]>>,
    /// Of each sheet: is there a line of its budget, or of its actions', that could not be read?
    pub(super) unsure: OnceLock<Vec<bool>>,
    /// Texts as they are searched.
    pub(super) folded: Vec<OnceLock<Arc<Data>>>,
    all: Vec<OnceLock<Arc<Lists>>>,
    names: OnceLock<FxHashMap<(Kind, String), i32>>,
    /// Names of the library that the plan has not, by the order in which they were asked for.
    pub(super) absent: Mutex<Vec<(Kind, String)>>,
}

/// An amount of which nothing is known.
const SOME_MONEY: Num = Num { low: 0, ..Num::UNKNOWN };

/// The numbers of names that a plan has not, from here down.
const ABSENT_NAMES: i32 = -1000;

impl<'a> World<'a> {
    /// `today`: the day of the judgement, in days since 1970.
    pub fn new(facts: &'a Grounds<'a>, today: i64) -> World<'a> {
        World::with(Rows::of(facts), facts, today)
    }

    pub(super) fn with(rows: Rows, facts: &'a Grounds<'a>, today: i64) -> World<'a> {
        World {
            rows,
            facts,
            today,
            columns: FACTS.iter().map(|_| OnceLock::new()).collect(),
            costs: OnceLock::new(),
            unsure: OnceLock::new(),
            folded: FACTS.iter().map(|_| OnceLock::new()).collect(),
            all: super::kinds::KINDS.iter().map(|_| OnceLock::new()).collect(),
            names: OnceLock::new(),
            absent: Mutex::default(),
        }
    }

    pub fn fact(&self, fact: Fact) -> Arc<Data> {
        self.columns[fact as usize].get_or_init(|| Arc::new(self.column(fact))).clone()
    }

    fn column(&self, fact: Fact) -> Data {
        self.rows_of(fact, 0..self.rows.count(self.facts, FACTS[fact as usize].kind) as u32)
    }

    /// The same, of texts without capitals and accents.
    pub fn folded(&self, fact: Fact) -> Arc<Data> {
        self.folded[fact as usize].get_or_init(|| Arc::new(self.fact(fact).folded())).clone()
    }

    /// All of a kind, as a list of one row.
    pub fn all(&self, kind: Kind) -> Arc<Lists> {
        self.all[kind as usize]
            .get_or_init(|| {
                let mut lists = Lists::new();
                let open = kind == Kind::Authority && self.facts.plan.authority().is_unknown();
                lists.push(self.rows.all(self.facts, kind).into_iter(), open);
                Arc::new(lists)
            })
            .clone()
    }

    /// The row of a theme, a must-have or a barrier by a name of it; of none of the plan's, where the plan has it not.
    pub fn named(&self, kind: Kind, name: &str) -> i32 {
        let names = self.names.get_or_init(|| {
            let mut names = FxHashMap::default();
            for kind in [Kind::Theme, Kind::MustHave, Kind::Barrier] {
                for (at, id) in (0i32..).zip(self.rows.things(kind)) {
                    for name in names_of(self.facts.plan.entity(*id)) {
                        names.entry((kind, name)).or_insert(at);
                    }
                }
            }
            names
        });
        names.get(&(kind, suggest::fold(name))).copied().unwrap_or(OTHER)
    }

    /// The same; of a name that the plan has not, a number of its own, so that it can be missed by name.
    pub fn thing(&self, kind: Kind, name: &str) -> i32 {
        match self.named(kind, name) {
            OTHER => {
                let mut absent = self.absent.lock().unwrap_or_else(PoisonError::into_inner);
                let known = absent.iter().position(|(known, other)| *known == kind && other == name);
                let at = known.unwrap_or_else(|| {
                    absent.push((kind, name.to_owned()));
                    absent.len() - 1
                });
                ABSENT_NAMES - at as i32
            }
            row => row,
        }
    }

    /// The kind and the name of such a number.
    pub fn absent_name(&self, id: i32) -> Option<(Kind, String)> {
        let absent = self.absent.lock().unwrap_or_else(PoisonError::into_inner);
        absent.get(usize::try_from(ABSENT_NAMES - id).ok()?).cloned()
    }

    /// The values of a fact for some things of its kind, one behind the other. What does not rest on the thing's own part alone
    /// ([`rests`]) is always asked for all of them.
    pub(super) fn rows_of(&self, fact: Fact, rows: Range<u32>) -> Data {
        let row = &FACTS[fact as usize];
        let count = rows.len();
        let at = || rows.clone();
        let number = || 0..count as i32;
        let entity = |at: u32| self.rows.entity(self.facts, row.kind, at);
        // What a field says. Of an authority that the plan has not, nothing is said, and no fact is known.
        let said = row.mode == Mode::Said && !(row.kind == Kind::Authority && self.facts.plan.authority().is_unknown());
        let (no_id, no_num) = if said { (NOBODY, Num::ABSENT) } else { (UNKNOWN_ID, Num::UNKNOWN) };
        let (no_truth, no_text) = if said { (FALSE, Txt::Absent) } else { (UNKNOWN, Txt::Unknown) };
        let ids = |of: &dyn Fn(Entity<'_>) -> i32| Data::Id(at().map(|at| entity(at).map_or(no_id, of)).collect());
        let nums = |of: &dyn Fn(Entity<'_>) -> Num| Data::Num(Nums::of(at().map(|at| entity(at).map_or(no_num, of))));
        let truths = |of: &dyn Fn(Entity<'_>) -> u8| Data::Truth(at().map(|at| entity(at).map_or(no_truth, of)).collect());
        let texts = |of: &dyn Fn(Entity<'_>) -> Txt| Data::Text(at().map(|at| entity(at).map_or(no_text.clone(), of)).collect());
        let lists = |of: &dyn Fn(Entity<'_>) -> (Vec<i32>, bool)| {
            let mut lists = Lists::new();
            for at in at() {
                let (items, open) = entity(at).map_or((Vec::new(), !said), of);
                lists.push(items.into_iter(), open);
            }
            Data::List(Arc::new(lists), number().collect())
        };
        let title = |entity: Entity<'_>| match entity.title() {
            Given::Is(title) => Txt::Is(title.into()),
            Given::Absent => entity.name().map_or(Txt::Absent, |name| Txt::Is(name.into())),
            Given::Unknown => Txt::Unknown,
        };
        let name = |entity: Entity<'_>| entity.name().map_or(Txt::Absent, |name| Txt::Is(name.into()));
        let mode = row.mode;
        // Fields of the entity's own, by their numbers.
        let word = |key: u8| ids(&|entity| word_of(entity, key, mode));
        let date = |key: u8| nums(&|entity| date_of(entity, key, mode));
        let number_in = |key: u8| nums(&|entity| number_of(entity, key, mode));
        let money = |key: u8| self.monies(rows.clone(), row.kind, &|entity| money_of(entity, key, mode));
        let text = |key: u8| texts(&|entity| text_of(entity, key));
        let yes = |key: u8| truths(&|entity| yes_of(entity, key, mode));
        let target = |key: u8| ids(&|entity| self.target_of(entity, key, mode));
        let targets = |key: u8, kind: Kind| lists(&|entity| self.targets_of(entity, key, kind, mode));
        let words = |key: u8, words: Words| lists(&|entity| words_of(entity, key, words, mode));
        let children = |concept: &'static [Concept]| lists(&|entity| self.children_of(entity, concept));
        let child = |concept: Concept| {
            ids(&|entity| match entity.child(concept) {
                Given::Is(child) => self.row(child),
                Given::Unknown => UNKNOWN_ID,
                Given::Absent if entity.may_hold(guess::BLOCK) => UNKNOWN_ID,
                Given::Absent => NOBODY,
            })
        };
        let parent = || ids(&|entity| entity.parent().filter(|parent| parent.is_sheet()).map_or(NOBODY, |parent| self.row(parent)));
        match fact {
            Fact::StrategyTitle
            | Fact::AuthorityTitle
            | Fact::DiagnosisTitle
            | Fact::SheetTitle
            | Fact::OwnerTitle
            | Fact::AxisTitle
            | Fact::RiskTitle
            | Fact::MilestoneTitle
            | Fact::IndicatorTitle
            | Fact::AuthorisationTitle
            | Fact::DecisionTitle
            | Fact::AnnexTitle
            | Fact::ThemeTitle
            | Fact::MustHaveTitle
            | Fact::BarrierTitle
            | Fact::TermTitle
            | Fact::ReferenceTitle
            | Fact::FigureTitle => texts(&title),
            Fact::SheetName | Fact::OwnerName | Fact::ThemeName | Fact::MustHaveName | Fact::BarrierName => texts(&name),

            Fact::StrategyPeriod => self.periods(&[self.facts.plan.strategy()], strategy::PERIOD.at, mode),
            Fact::StrategyLead => target(strategy::LEAD.at),
            Fact::StrategySponsor => target(strategy::SPONSOR.at),
            Fact::StrategyEnvelope => self.one_money(self.envelope(Concept::Envelope)),
            Fact::StrategyTrajectory => self.one_money(self.envelope(Concept::Trajectory)),
            Fact::StrategyAsked => self.one_money(self.asked(self.facts.ledger.asked(None))),
            Fact::StrategyInvestment => self.one_money(self.asked(self.facts.ledger.asked(Some(Section::Investment)))),
            Fact::StrategyAdopted => Data::Num(Nums::of(std::iter::once(self.adoption()))),
            Fact::StrategyYears => {
                let unread = |strategy: Entity<'_>| is_unread(strategy, strategy::PERIOD.at, guess::LITERAL);
                let open = self.facts.plan.period().is_none() && self.facts.plan.strategy().is_some_and(unread);
                let mut lists = Lists::new();
                lists.push(self.plan_years().into_iter(), open);
                Data::List(Arc::new(lists), vec![0])
            }
            Fact::StrategyReview => nums(&|entity| duration_of(entity, strategy::REVIEW.at)),
            Fact::StrategyAnnexes => self.one_list(self.rows.things(Kind::Annex).iter().enumerate().map(|(at, _)| at as i32).collect()),
            Fact::StrategyRisks => self.one_list(self.rows.all(self.facts, Kind::Risk)),

            Fact::AuthorityNature => word(authority::KIND.at),
            Fact::AuthorityPopulation => number_in(authority::POPULATION.at),
            Fact::AuthorityAgents => number_in(authority::AGENTS.at),
            Fact::AuthorityCountry => text(authority::COUNTRY.at),
            Fact::AuthorityMandate => self.periods(&[self.facts.plan.authority().is()], authority::MANDATE.at, mode),
            Fact::AuthorityCompetences => words(authority::COMPETENCES.at, Words::Competence),
            Fact::AuthorityEServices => words(authority::E_SERVICES.at, Words::EService),
            Fact::AuthorityReceipts => money(authority::RECEIPTS.at),
            Fact::AuthorityWebsite => text(authority::WEBSITE.at),
            Fact::AuthorityNoWebsite => yes(authority::NO_WEBSITE.at),
            Fact::AuthorityAlgorithms => yes(authority::ALGORITHMS.at),
            Fact::AuthorityAi => yes(authority::AI.at),
            Fact::AuthorityCyberCover => yes(authority::CYBER_COVER.at),
            Fact::AuthorityTransmission => word(authority::TRANSMISSION.at),
            Fact::AuthorityPublicity => word(authority::PUBLICITY.at),

            Fact::DiagnosisDate => date(papers::diagnosis::ON.at),
            Fact::DiagnosisFigures => children(&[Concept::Figure]),

            Fact::SheetText => texts(&|entity| {
                if entity.title().is_unknown() {
                    return Txt::Unknown;
                }
                let parts = [entity.titled().into_owned(), entity.doc().unwrap_or_default()];
                Txt::Is(parts.join("\n").into())
            }),
            Fact::SheetOwner => target(sheet::OWNER.at),
            Fact::SheetContributors => targets(sheet::CONTRIBUTORS.at, Kind::Owner),
            Fact::SheetTeam => lists(&|entity| self.team(entity)),
            Fact::SheetPartners => {
                let mut lists = Lists::new();
                for (own, sheet) in self.rows.partners_of.iter().zip(self.facts.plan.sheets()) {
                    let unread = sheet.seen(sheet::PARTNERS.at).is_none() && sheet.may_hold(guess::NAME);
                    lists.push(own.iter().copied().filter(|at| *at >= 0), unread || own.iter().any(|at| *at < 0));
                }
                Data::List(Arc::new(lists), number().collect())
            }
            Fact::SheetAxis => ids(&|entity| {
                let mut above = entity.parent();
                while let Some(one) = above {
                    if one.is(Concept::Axis) {
                        return self.row(one);
                    }
                    above = one.parent();
                }
                NOBODY
            }),
            Fact::SheetParent | Fact::MilestoneSheet | Fact::IndicatorSheet | Fact::BudgetSheet | Fact::AuthorisationSheet => parent(),
            Fact::FundingSheet => ids(&|entity| entity.parent().and_then(Entity::parent).map_or(NOBODY, |sheet| self.row(sheet))),
            Fact::SheetActions => children(&[Concept::Action]),
            Fact::SheetServes => targets(sheet::SERVES.at, Kind::Sheet),
            Fact::SheetOutside => yes(sheet::OUTSIDE.at),
            Fact::SheetPeriod => {
                let sheets: Vec<Option<Entity<'_>>> = at().map(entity).collect();
                self.periods(&sheets, sheet::PERIOD.at, mode)
            }
            Fact::SheetStart => self.bound(|slot| (!slot.open[0]).then_some(slot.start)),
            Fact::SheetEnd => self.bound(|slot| (!slot.open[1]).then_some(slot.end)),
            Fact::SheetYears => {
                let mut lists = Lists::new();
                for goal in self.facts.plan.goal_ids() {
                    match self.facts.calendar.slot(goal) {
                        Some(slot) => {
                            let (from, to) = (i32::from(slot.start.first.year()), i32::from(slot.end.last.year()));
                            lists.push(from..=to.min(from + 200), false);
                        }
                        None => lists.push(std::iter::empty(), true),
                    }
                }
                Data::List(Arc::new(lists), number().collect())
            }
            Fact::SheetDuration => nums(&|entity| duration_of(entity, sheet::DURATION.at)),
            Fact::SheetStatus => ids(&|entity| match entity.all(Concept::Status).last() {
                Some(last) => word_of(last, sheet::status::PROGRESS.at, Mode::Said),
                None if entity.lost(Concept::Status) => UNKNOWN_ID,
                None => NOBODY,
            }),
            Fact::SheetBenefits => date(sheet::BENEFITS.at),
            Fact::SheetMilestones => children(&[Concept::Milestone]),
            Fact::SheetContinuous => truths(&|entity| match entity.spell() {
                Some(spell) => truth(spell.continuous),
                None if entity.seen(sheet::PERIOD.at).is_some() || entity.may_hold(guess::LITERAL) => UNKNOWN,
                None => FALSE,
            }),
            Fact::SheetDepends => {
                let mut lists = Lists::new();
                for goal in self.facts.plan.goal_ids() {
                    let own = self.facts.reach().dependencies_of(goal).filter(|at| self.rows.binds(self.facts, *at));
                    let unread = is_unread(self.facts.plan.goal(goal), sheet::DEPENDS.at, guess::NAME);
                    lists.push(own.map(|at| at as i32), unread);
                }
                Data::List(Arc::new(lists), number().collect())
            }
            Fact::SheetUpstream => self.closure(|goal| self.facts.reach().upstream(goal).map(|goal| goal.0).collect()),
            Fact::SheetDownstream => self.closure(|goal| self.facts.reach().downstream(goal).map(|goal| goal.0).collect()),
            Fact::SheetCritical => Data::Truth(
                self.facts
                    .plan
                    .goal_ids()
                    .map(|goal| match self.facts.slack().slack(goal) {
                        Some(days) => truth(days <= 0),
                        None => UNKNOWN,
                    })
                    .collect(),
            ),
            Fact::SheetSlack => {
                let slack = |goal: GoalId| self.facts.slack().slack(goal).map_or(Num::UNKNOWN, Num::point);
                Data::Num(Nums::of(self.facts.plan.goal_ids().map(slack)))
            }
            Fact::SheetCutPoint => {
                Data::Truth(self.facts.plan.goal_ids().map(|goal| truth(self.facts.reach().is_cut_point(goal))).collect())
            }
            Fact::SheetHanging => {
                let hanging = |goal: GoalId| Num::point(i64::from(self.facts.reach().hanging(goal)) * 1_000_000);
                Data::Num(Nums::of(self.facts.plan.goal_ids().map(hanging)))
            }
            // An empty one says nothing.
            Fact::SheetBudget => ids(&|entity| match entity.budget() {
                Given::Is(budget) if budget.has_money() => self.row(budget),
                Given::Is(budget) if budget.broken() => UNKNOWN_ID,
                Given::Unknown => UNKNOWN_ID,
                Given::Absent if entity.may_hold(guess::BLOCK) => UNKNOWN_ID,
                Given::Is(_) | Given::Absent => NOBODY,
            }),
            Fact::SheetAmounts => {
                let mut lists = Lists::new();
                for (goal, sheet) in self.facts.plan.goal_ids().zip(self.facts.plan.sheets()) {
                    let own = |goal: GoalId| {
                        let (from, to) = self.rows.amounts_of[goal.at()];
                        from as i32..to as i32
                    };
                    let open = self.unsure()[goal.at()];
                    match sheet.budget().is_absent() && !sheet.is_action() {
                        true => lists.push(sheet.actions().flat_map(|action| own(action.goal_id())), open),
                        false => lists.push(own(goal), open),
                    }
                }
                Data::List(Arc::new(lists), number().collect())
            }
            Fact::SheetCost => self.costs(0, rows),
            Fact::SheetInvestment => self.costs(1, rows),
            Fact::SheetOperating => self.costs(2, rows),
            Fact::SheetFundings => lists(&|entity| match entity.funding() {
                Given::Is(funding) => (funding.funders().map(|line| self.row(line)).collect(), funding.broken()),
                Given::Unknown => (Vec::new(), true),
                Given::Absent => (Vec::new(), entity.may_hold(guess::BLOCK)),
            }),
            Fact::SheetPurchase => money(sheet::PURCHASE.at),
            Fact::SheetEffort => nums(&|entity| {
                let asked = crate::workload::asks(entity).iter().map(|ask| ask.effort.0).sum();
                let unread = |sheet: Entity<'_>| is_unread(sheet, sheet::EFFORT.at, guess::NAME);
                let parts = entity.actions().filter(|action| action.is_counted());
                let whole = !entity.is_counted() || !std::iter::once(entity).chain(parts).any(unread);
                if whole { Num::point(asked) } else { Num { low: asked, ..Num::UNKNOWN } }
            }),
            Fact::SheetLoadDip => nums(&|entity| match entity.seen(sheet::LOAD_DIP.at) {
                None if entity.may_hold(guess::NAME) => Num::UNKNOWN,
                None => Num::ABSENT,
                Some(seen) if seen.is_unread() => Num::UNKNOWN,
                Some(seen) => seen
                    .members()
                    .map(|member| match member.cell.value {
                        Value::Effort(_, share) => Num::point(millionths(share)),
                        _ => Num::UNKNOWN,
                    })
                    .fold(Num::point(0), Num::plus),
            }),
            Fact::SheetPpi => yes(sheet::PPI.at),
            Fact::SheetNature => word(sheet::NATURE.at),
            Fact::SheetPriority => word(sheet::PRIORITY.at),
            Fact::SheetThemes => targets(sheet::THEMES.at, Kind::Theme),
            Fact::SheetAudience => words(sheet::AUDIENCE.at, Words::Audience),
            Fact::SheetStrengthens => targets(sheet::STRENGTHENS.at, Kind::MustHave),
            Fact::SheetAddresses => targets(sheet::ADDRESSES.at, Kind::Barrier),
            Fact::SheetPrepares => targets(sheet::PREPARES.at, Kind::Owner),
            Fact::SheetIndicators => children(&[Concept::Indicator]),
            Fact::SheetRisks => children(&[Concept::Risk]),
            Fact::SheetContinuity => child(Concept::Continuity),
            Fact::SheetPersonalData => yes(sheet::PERSONAL_DATA.at),
            Fact::SheetSensitiveData => yes(sheet::SENSITIVE_DATA.at),
            Fact::SheetAiRisk => word(sheet::AI_RISK.at),
            Fact::SheetLicence => text(sheet::LICENCE.at),
            Fact::SheetHosting => text(sheet::HOSTING.at),

            Fact::OwnerRole => ids(&|entity| {
                if entity.is(Concept::Authority) {
                    return NOBODY;
                }
                match entity.get(owner::ROLE) {
                    Given::Is(role) => role.name().map_or(UNKNOWN_ID, role_of),
                    Given::Unknown => UNKNOWN_ID,
                    // A name of its own that is no role says nothing of one.
                    Given::Absent => entity.name().map(role_of).filter(|role| *role != OTHER).unwrap_or(NOBODY),
                }
            }),
            Fact::OwnerNature => actor(&ids, |entity| word_of(entity, owner::KIND.at, mode)),
            Fact::OwnerPost => actor(&ids, |entity| word_of(entity, owner::POST.at, mode)),
            Fact::OwnerReadiness => actor(&ids, |entity| word_of(entity, owner::READINESS.at, mode)),
            Fact::OwnerPartOf => actor(&ids, |entity| self.target_of(entity, owner::PART_OF.at, mode)),
            Fact::OwnerArrival => nums(&|entity| if is_actor(entity) { date_of(entity, owner::ARRIVAL.at, mode) } else { Num::ABSENT }),
            Fact::OwnerCost => self.monies(rows.clone(), row.kind, &|entity| {
                if is_actor(entity) { money_of(entity, owner::COST.at, mode) } else { (Num::ABSENT, 0) }
            }),
            Fact::OwnerPermanent => truths(&|entity| if is_actor(entity) { yes_of(entity, owner::PERMANENT.at, mode) } else { TRUE }),
            Fact::OwnerNamed => truths(&|entity| truth(self.rows.is_named(self.facts, entity))),
            Fact::AxisBare => truths(&|entity| {
                let says = entity.present() != 0 || entity.doc().is_some() || entity.children().next().is_some();
                if says {
                    FALSE
                } else if entity.may_hold(guess::BLOCK) {
                    UNKNOWN
                } else {
                    TRUE
                }
            }),
            Fact::OwnerSheets => self.reversed(count, |sheet| (vec![self.target_of(sheet, sheet::OWNER.at, Mode::Said)], false)),
            Fact::OwnerContributes => self.reversed(count, |sheet| self.targets_of(sheet, sheet::CONTRIBUTORS.at, Kind::Owner, Mode::Said)),

            Fact::AxisGoals => lists(&|entity| self.inner(entity, |sheet| sheet.is(Concept::Goal))),
            Fact::AxisSheets => lists(&|entity| self.inner(entity, |sheet| sheet.is_sheet())),

            Fact::PartnerTitle => Data::Text(
                self.rows
                    .partners
                    .iter()
                    .map(|partner| match partner {
                        PartnerRow::Text(text, _) => Txt::Is(text.as_str().into()),
                        PartnerRow::Actor(id) => title(self.facts.plan.entity(*id)),
                    })
                    .collect(),
            ),
            Fact::PartnerAgreement => Data::Truth(
                self.rows
                    .partners
                    .iter()
                    .map(|partner| match partner {
                        PartnerRow::Actor(id) if is_actor(self.facts.plan.entity(*id)) => {
                            match self.facts.plan.entity(*id).seen(owner::AGREEMENT.at).map(|seen| seen.cell.value) {
                                Some(Value::Text) => TRUE,
                                None if !self.facts.plan.entity(*id).may_hold(guess::TEXT) => FALSE,
                                _ => UNKNOWN,
                            }
                        }
                        _ => FALSE,
                    })
                    .collect(),
            ),

            Fact::RiskLikelihood => word(risk::LIKELIHOOD.at),
            Fact::RiskImpact => word(risk::IMPACT.at),
            Fact::RiskMitigation => text(risk::MITIGATION.at),
            Fact::RiskOwner => target(risk::OWNER.at),
            Fact::ContinuityOwner => target(papers::continuity::OWNER.at),
            Fact::ContinuityMeans => text(papers::continuity::MEANS.at),

            Fact::MilestoneDate => date(goal::milestone::ON.at),
            Fact::MilestoneNature => word(goal::milestone::NATURE.at),
            Fact::MilestoneVisible => yes(goal::milestone::VISIBLE.at),

            Fact::IndicatorThemes => targets(indicator::THEMES.at, Kind::Theme),
            Fact::IndicatorBaseline => child(Concept::Baseline),
            Fact::IndicatorTarget => ids(&|entity| match entity.all(Concept::Target).last() {
                Some(last) => self.row(last),
                None if entity.lost(Concept::Target) => UNKNOWN_ID,
                None => NOBODY,
            }),
            Fact::IndicatorMeasures => children(&[Concept::Measured]),
            Fact::IndicatorUnit => text(indicator::UNIT.at),
            Fact::IndicatorSource => text(indicator::SOURCE.at),
            Fact::IndicatorFrequency => text(indicator::FREQUENCY.at),
            Fact::ReadingValue => nums(&|entity| figure_of(entity, indicator::reading::VALUE.at)),
            Fact::ReadingDate => date(indicator::reading::ON.at),

            Fact::DependencySheet => self.dependencies(|one| one.waits.0 as i32),
            Fact::DependencyTarget => self.dependencies(|one| one.on.0 as i32),
            Fact::DependencyMoment => self.moments(false),
            Fact::DependencyAwaited => self.moments(true),
            Fact::DependencyRedundant => Data::Truth((0..count).map(|at| truth(self.facts.reach().is_redundant(at))).collect()),

            Fact::BudgetFctva => yes(money::FCTVA.at),
            Fact::BudgetAmounts => lists(&|entity| match entity.parent().filter(|sheet| sheet.is_sheet()) {
                Some(sheet) => {
                    let (from, to) = self.rows.amounts_of[sheet.goal_id().at()];
                    ((from as i32..to as i32).collect(), entity.broken() || entity.has_foreign())
                }
                None => (Vec::new(), true),
            }),

            Fact::AmountYear => Data::Num(Nums::of(self.rows.amounts.iter().map(|amount| match amount.years {
                Some((first, last)) => Num::from(i64::from(first), i64::from(last)),
                None => Num::UNKNOWN,
            }))),
            Fact::AmountSection => Data::Id(self.rows.amounts.iter().map(|amount| amount.section.map_or(UNKNOWN_ID, section)).collect()),
            Fact::AmountValue => self.money_column(self.rows.amounts.iter().map(|amount| (num_of(amount.money), mark_of(amount.money)))),
            Fact::AmountSheet => Data::Id(self.rows.amounts.iter().map(|amount| amount.goal.0 as i32).collect()),
            Fact::AmountNature => Data::Id(
                self.rows
                    .amounts
                    .iter()
                    .map(|amount| {
                        let line = self.facts.plan.entity(amount.line);
                        let own = matches!(line.concept(), Concept::Investment | Concept::Operating);
                        if own { word_of(line, money::line::NATURE.at, mode) } else { NOBODY }
                    })
                    .collect(),
            ),
            Fact::AmountFctva => Data::Truth(
                self.rows
                    .amounts
                    .iter()
                    .map(|amount| {
                        let budget = self.facts.plan.goal(amount.goal).budget().is();
                        budget.map_or(UNKNOWN, |budget| yes_of(budget, money::FCTVA.at, mode))
                    })
                    .collect(),
            ),

            Fact::FundingSource => texts(&title),
            Fact::FundingValue => self.fundings(rows),
            Fact::FundingStatus => word(money::funder::STATUS.at),
            Fact::FundingPublic => yes(money::funder::PUBLIC.at),
            Fact::FundingSection => ids(&|entity| match entity.seen(money::funder::SHARE.at).map(|seen| seen.cell.value) {
                Some(Value::ShareOf(_, Some(of))) => section(of),
                Some(Value::Unknown | Value::Undefined) => UNKNOWN_ID,
                _ => NOBODY,
            }),

            Fact::LineYear => Data::Num(Nums::of(self.rows.lines.iter().map(|(_, year)| Num::point(i64::from(*year))))),
            Fact::LineSection => Data::Id(self.rows.lines.iter().map(|(of, _)| section(*of)).collect()),
            Fact::LineAsked => self.money_column(self.rows.lines.iter().map(|key| {
                let asked = self.facts.ledger.lines.get(key).map_or(Money::ZERO, |line| line.asked);
                (self.asked_num(asked), mark_of(asked))
            })),
            Fact::LineAllotted => {
                self.money_column(self.rows.lines.iter().map(|key| match self.facts.ledger.lines.get(key).and_then(|line| line.allotted) {
                    Some(_) if self.facts.plan.envelope().is().is_some_and(repeats) => (SOME_MONEY, 0),
                    Some(amount) => (num_of(amount.money), mark_of(amount.money)),
                    None if self.allots_unread() => (SOME_MONEY, 0),
                    None => (Num::ABSENT, 0),
                }))
            }
            Fact::LineAmounts => {
                // Those that make what is asked: an action's are no part of it where its goal has a budget of its own.
                let mut by: FxHashMap<(crate::plan::EntityId, u32, i16), i32> = FxHashMap::default();
                for (at, amount) in (0i32..).zip(&self.rows.amounts) {
                    if let (Some(written), Some((year, _))) = (amount.amount, amount.years) {
                        by.insert((written.line, written.at, year), at);
                    }
                }
                let mut lists = Lists::new();
                for key in &self.rows.lines {
                    let entries = self.facts.ledger.lines.get(key).into_iter().flat_map(|line| &line.entries);
                    let row = |entry: &budget::Entry| by.get(&(entry.amount.line, entry.amount.at, key.1)).copied();
                    let mut own: Vec<(Decimal, i32)> = entries.filter_map(|entry| Some((entry.amount.money.high, row(entry)?))).collect();
                    own.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
                    lists.push(own.into_iter().map(|(_, at)| at), self.unsure_budgets());
                }
                Data::List(Arc::new(lists), number().collect())
            }

            Fact::FiscalYearYear => Data::Num(Nums::of(self.rows.years.iter().map(|year| Num::point(i64::from(*year))))),
            Fact::FiscalYearAsked => self.years_of(&|year| self.asked_in(year, None)),
            Fact::FiscalYearInvestment => self.years_of(&|year| self.asked_in(year, Some(Section::Investment))),
            Fact::FiscalYearReceived => self.years_of(&|year| {
                let cells = self.facts.sources().cells.iter().filter(|((of, _, _), _)| *of == Some(year));
                cells.map(|(_, tally)| tally.total()).sum()
            }),
            Fact::FiscalYearTrajectory => self.money_column(self.rows.years.iter().map(|year| self.trajectory(*year))),

            Fact::WorkloadOwner => {
                Data::Id(self.facts.load().cells.iter().map(|cell| self.row(self.facts.plan.entity(cell.owner))).collect())
            }
            Fact::WorkloadQuarter => Data::Num(Nums::of(
                self.facts.load().cells.iter().map(|cell| Num::point(i64::from(cell.year) * 4 + i64::from(cell.quarter) - 1)),
            )),
            Fact::WorkloadAsked => Data::Num(Nums::of(self.facts.load().cells.iter().map(|cell| Num::point(cell.asked.0)))),
            Fact::WorkloadCapacity => Data::Num(Nums::of(
                self.facts.load().cells.iter().map(|cell| cell.capacity.map_or(Num::UNKNOWN, |capacity| Num::point(capacity.0))),
            )),
            Fact::WorkloadSheets => {
                let mut lists = Lists::new();
                for cell in &self.facts.load().cells {
                    lists.push(cell.sheets.iter().map(|share| share.goal.0 as i32), false);
                }
                Data::List(Arc::new(lists), number().collect())
            }

            Fact::AuthorisationNature => word(money::authorisation::KIND.at),
            Fact::AuthorisationTotal => self.money_column(self.rows.authorisations.iter().map(|one| match one.now().total {
                Some(total) if total.currency == self.facts.plan.currency() => (num_of(total), mark_of(total)),
                _ => (SOME_MONEY, 0),
            })),
            Fact::AuthorisationCredits => {
                let mut lists = Lists::new();
                for (at, one) in (0u32..).zip(&self.rows.authorisations) {
                    let own = self.rows.credits.iter().enumerate().filter(|(_, credit)| credit.authorisation == at);
                    lists.push(own.map(|(at, _)| at as i32), !one.now().unsplit.is_zero());
                }
                Data::List(Arc::new(lists), number().collect())
            }
            Fact::AuthorisationDate => date(money::authorisation::ON.at),
            Fact::AuthorisationRevisions => children(&[Concept::Revised]),
            Fact::RevisionDate => date(money::revised::ON.at),
            Fact::RevisionDecision => target(money::revised::BY.at),
            Fact::CreditYear => Data::Num(Nums::of(self.rows.credits.iter().map(|credit| Num::point(i64::from(credit.year))))),
            Fact::CreditValue => self.money_column(self.rows.credits.iter().map(|credit| (num_of(credit.money), mark_of(credit.money)))),

            Fact::DecisionNature => word(decision::KIND.at),
            Fact::DecisionResult => word(decision::RESULT.at),
            Fact::DecisionSession => nums(&|entity| match date_of(entity, decision::SESSION.at, Mode::Said) {
                session if session.is_absent() => date_of(entity, decision::ON.at, mode),
                session => session,
            }),
            Fact::DecisionConvened => date(decision::CONVENED.at),
            Fact::DecisionUrgent => yes(decision::URGENT.at),
            Fact::DecisionSecondCall => yes(decision::SECOND_CALL.at),
            Fact::DecisionInOffice => number_in(decision::IN_OFFICE.at),
            Fact::DecisionPresent => number_in(decision::PRESENT.at),
            Fact::DecisionRepresented => number_in(decision::REPRESENTED.at),
            Fact::DecisionVoting => nums(&|entity| {
                number_of(entity, decision::PRESENT.at, Mode::Fact).plus(number_of(entity, decision::REPRESENTED.at, Mode::Fact))
            }),
            Fact::DecisionFor => nums(&|entity| votes_of(entity, 0)),
            Fact::DecisionAgainst => nums(&|entity| votes_of(entity, 1)),
            Fact::DecisionAbstentions => nums(&|entity| votes_of(entity, 2)),
            Fact::DecisionNotVoting => nums(&|entity| match number_of(entity, decision::NOT_VOTING.at, Mode::Said) {
                none if none.is_absent() => Num::point(0),
                some => some,
            }),
            Fact::DecisionTransmitted => date(decision::TRANSMITTED.at),
            Fact::DecisionReceived => date(decision::RECEIVED.at),
            Fact::DecisionPublished => date(decision::PUBLISHED.at),
            Fact::DecisionAmount => money(decision::AMOUNT.at),
            Fact::DecisionAnnexes => targets(decision::ANNEX.at, Kind::Annex),
            Fact::DecisionCitations => {
                let mut lists = Lists::new();
                for at in at() {
                    let own = self.rows.citations.iter().enumerate().filter(|(_, citation)| citation.decision == at);
                    let unread = entity(at).is_some_and(|entity| is_unread(entity, decision::BASIS.at, guess::NAME | guess::TEXT));
                    lists.push(own.map(|(at, _)| at as i32), unread);
                }
                Data::List(Arc::new(lists), number().collect())
            }
            Fact::DecisionBy => lists(&|entity| self.deciders_of(entity, decision::BY.at)),
            Fact::CitationText => Data::Text(self.rows.citations.iter().map(|citation| Txt::Is(citation.text.as_str().into())).collect()),
            Fact::CitationArticle => Data::Truth(self.rows.citations.iter().map(|citation| truth(cites_article(&citation.text))).collect()),
            Fact::CitationDecision => Data::Id(self.rows.citations.iter().map(|citation| citation.decision as i32).collect()),

            Fact::TermTheme => ids(&|entity| {
                let title = suggest::fold(&entity.titled());
                let themes = self.rows.things(Kind::Theme).iter().map(|id| self.facts.plan.entity(*id));
                let mut means =
                    themes.filter(|theme| suggest::fold(&theme.titled()) == title || names_of(*theme).any(|name| name == title));
                means.next().map_or(NOBODY, |theme| self.row(theme))
            }),
            Fact::ReferenceGrade => word(decision::reference::GRADE.at),
            Fact::ReferenceChecked => date(decision::reference::CHECKED.at),
            Fact::FigureValue => nums(&|entity| figure_of(entity, papers::figure::VALUE.at)),
            Fact::FigureDate => date(papers::figure::ON.at),
            Fact::FigureSource => text(papers::figure::SOURCE.at),
            Fact::WaiverRule => {
                texts(&|entity| entity.members(waiver::RULE).next().map_or(Txt::Unknown, |seen| Txt::Is(seen.text().into())))
            }
            Fact::WaiverUntil => date(waiver::UNTIL.at),
            Fact::WaiverBecause => text(waiver::BECAUSE.at),
            Fact::WaiverBy => lists(&|entity| self.deciders_of(entity, waiver::BY.at)),
        }
    }

    // --- helpers of several facts -----------------------------------------------------------------------------------

    fn row(&self, entity: Entity<'_>) -> i32 {
        self.rows.row(entity.id).map_or(UNKNOWN_ID, |at| at as i32)
    }

    fn target_of(&self, entity: Entity<'_>, key: u8, mode: Mode) -> i32 {
        match entity.seen(key) {
            None => missing(entity, guess::NAME, mode, NOBODY, UNKNOWN_ID),
            Some(seen) => match seen.target() {
                Some(target) => self.row(target),
                None => UNKNOWN_ID,
            },
        }
    }

    fn targets_of(&self, entity: Entity<'_>, key: u8, kind: Kind, mode: Mode) -> (Vec<i32>, bool) {
        let Some(seen) = entity.seen(key) else {
            return (Vec::new(), mode == Mode::Fact || entity.may_hold(guess::NAME));
        };
        let mut open = false;
        let mut found = Vec::new();
        for member in seen.members() {
            match member.target() {
                Some(target) => {
                    // A list of sheets may hold an axis: it is none.
                    let same = super::rows::kind_of(target.concept()) == Some(kind.base());
                    let given_up = kind.base() == Kind::Sheet && !self.rows.has(kind, self.row(target) as u32);
                    if same && !given_up {
                        found.push(self.row(target));
                    }
                }
                None if member.cell.value == Value::Text => {}
                None => open = true,
            }
        }
        (found, open)
    }

    /// The same of those who decide: a text is somebody too.
    fn deciders_of(&self, entity: Entity<'_>, key: u8) -> (Vec<i32>, bool) {
        let (mut found, open) = self.targets_of(entity, key, Kind::Owner, Mode::Said);
        let texts = entity.seen(key).into_iter().flat_map(Seen::members).filter(|member| member.cell.value == Value::Text);
        found.extend(texts.map(|_| OTHER));
        (found, open)
    }

    fn children_of(&self, entity: Entity<'_>, concepts: &[Concept]) -> (Vec<i32>, bool) {
        let kind = concepts.first().and_then(|concept| super::rows::kind_of(*concept));
        let inner = entity.children().filter(|child| concepts.contains(&child.concept())).map(|child| self.row(child));
        let there = inner.filter(|at| *at >= 0 && kind.is_none_or(|kind| self.rows.has(kind, *at as u32))).collect();
        let lost = concepts.iter().any(|concept| entity.lost(*concept));
        (there, lost || entity.may_hold(guess::BLOCK))
    }

    fn inner(&self, entity: Entity<'_>, wanted: impl Fn(Entity<'_>) -> bool) -> (Vec<i32>, bool) {
        let found = entity.inner().filter(|one| wanted(*one)).map(|one| self.row(one)).filter(|at| self.rows.has(Kind::Sheet, *at as u32));
        (found.collect(), entity.lost(Concept::Goal) || entity.may_hold(guess::BLOCK))
    }

    /// Owner and contributors, its actions' too, each once.
    fn team(&self, entity: Entity<'_>) -> (Vec<i32>, bool) {
        let mut found: Vec<i32> = Vec::new();
        let mut open = false;
        for sheet in std::iter::once(entity).chain(entity.actions().filter(|action| !action.is_given_up())) {
            match self.target_of(sheet, sheet::OWNER.at, Mode::Said) {
                NOBODY => {}
                UNKNOWN_ID => open = true,
                owner => found.push(owner),
            }
            let (contributors, more) = self.targets_of(sheet, sheet::CONTRIBUTORS.at, Kind::Owner, Mode::Said);
            found.extend(contributors);
            open |= more;
        }
        let mut seen = rustc_hash::FxHashSet::default();
        found.retain(|one| seen.insert(*one));
        (found, open)
    }

    /// By whom it names, the sheets; `of`: whom, and whether it may be more.
    fn reversed(&self, count: usize, of: impl Fn(Entity<'_>) -> (Vec<i32>, bool)) -> Data {
        let mut by: Vec<Vec<i32>> = vec![Vec::new(); count];
        let mut open = false;
        for (at, sheet) in (0i32..).zip(self.facts.plan.sheets()) {
            if !self.rows.has(Kind::Sheet, at as u32) {
                continue;
            }
            let (named, more) = of(sheet);
            open |= more;
            for one in named {
                match one {
                    NOBODY => {}
                    one if one < 0 => open = true,
                    one => by[one as usize].push(at),
                }
            }
        }
        let mut lists = Lists::new();
        by.into_iter().for_each(|own| lists.push(own.into_iter(), open));
        Data::List(Arc::new(lists), (0..count as i32).collect())
    }

    fn closure(&self, of: impl Fn(GoalId) -> Vec<u32>) -> Data {
        let mut lists = Lists::new();
        let mut total = 0usize;
        for goal in self.facts.plan.goal_ids() {
            let mut all = of(goal);
            all.sort_unstable();
            total += all.len();
            // No plan of people is so knotted; what is left is told to be open.
            let room = total < 50_000_000;
            lists.push(all.into_iter().filter(|at| room && self.rows.has(Kind::Sheet, *at)).map(|at| at as i32), !room);
        }
        Data::List(Arc::new(lists), (0..self.facts.plan.goals.len() as i32).collect())
    }

    fn bound(&self, of: impl Fn(&crate::schedule::Slot) -> Option<When>) -> Data {
        let one = |goal: GoalId| self.facts.calendar.slot(goal).and_then(&of).map_or(Num::UNKNOWN, num_of_when);
        Data::Num(Nums::of(self.facts.plan.goal_ids().map(one)))
    }

    fn periods(&self, entities: &[Option<Entity<'_>>], key: u8, mode: Mode) -> Data {
        let (mut start, mut end) = (Nums::default(), Nums::default());
        for entity in entities {
            let [from, to] = match entity {
                Some(entity) => period_of(*entity, key, mode),
                None if mode == Mode::Said => [Num::ABSENT; 2],
                None => [Num::UNKNOWN; 2],
            };
            start.push(from);
            end.push(to);
        }
        Data::Period(start, end)
    }

    fn one_list(&self, items: Vec<i32>) -> Data {
        let mut lists = Lists::new();
        lists.push(items.into_iter(), false);
        Data::List(Arc::new(lists), vec![0])
    }

    fn one_money(&self, (num, mark): (Num, u8)) -> Data {
        self.money_column(std::iter::once((num, mark)))
    }

    fn money_column(&self, values: impl Iterator<Item = (Num, u8)>) -> Data {
        let mut nums = Nums::default();
        let mut marks = Vec::new();
        for (num, mark) in values {
            nums.push(num);
            marks.push(mark);
        }
        nums.mark = marks.iter().any(|mark| *mark != 0).then_some(marks);
        Data::Num(nums)
    }

    fn monies(&self, rows: Range<u32>, kind: Kind, of: &dyn Fn(Entity<'_>) -> (Num, u8)) -> Data {
        let entity = |at: u32| self.rows.entity(self.facts, kind, at);
        self.money_column(rows.map(|at| entity(at).map_or((Num { low: 0, ..Num::UNKNOWN }, 0), of)))
    }

    /// What is asked, where a budget could not be read: at least that.
    fn asked_num(&self, money: Money) -> Num {
        let num = num_of(money);
        if self.unsure_budgets() { Num { high: HIGHEST, state: state::UNKNOWN, ..num } } else { num }
    }

    fn asked(&self, money: Money) -> (Num, u8) {
        (self.asked_num(money), mark_of(money))
    }

    fn asked_in(&self, year: i16, of: Option<Section>) -> Money {
        let there = |key: &&(Section, i16)| key.1 == year && of.is_none_or(|of| key.0 == of);
        self.rows.lines.iter().filter(there).filter_map(|key| self.facts.ledger.lines.get(key)).map(|line| line.asked).sum()
    }

    fn years_of(&self, of: &dyn Fn(i16) -> Money) -> Data {
        self.money_column(self.rows.years.iter().map(|year| {
            let money = of(*year);
            (self.asked_num(money), mark_of(money))
        }))
    }

    fn envelope(&self, concept: Concept) -> (Num, u8) {
        let Some(strategy) = self.facts.plan.strategy() else { return (Num::ABSENT, 0) };
        match strategy.child(concept) {
            Given::Absent if !strategy.may_hold(guess::BLOCK) => (Num::ABSENT, 0),
            Given::Absent | Given::Unknown => (SOME_MONEY, 0),
            Given::Is(envelope) => {
                let by_year = budget::own_amounts(envelope).into_iter().map(|amount| amount.money.times(amount.years().count()));
                let money: Money = by_year.chain(budget::own_lumps(envelope).into_iter().map(|lump| lump.money)).sum();
                let num = num_of(money);
                let whole = !envelope.broken() && !envelope.has_foreign() && !repeats(envelope);
                let num = if whole { num } else { Num { high: HIGHEST, state: state::UNKNOWN, ..num } };
                (num, mark_of(money))
            }
        }
    }

    fn trajectory(&self, year: i16) -> (Num, u8) {
        let Some(strategy) = self.facts.plan.strategy() else { return (Num::ABSENT, 0) };
        let trajectory = match strategy.child(Concept::Trajectory) {
            Given::Is(trajectory) => trajectory,
            Given::Absent if !strategy.may_hold(guess::BLOCK) => return (Num::ABSENT, 0),
            Given::Absent | Given::Unknown => return (SOME_MONEY, 0),
        };
        let own: Vec<Money> = budget::own_amounts(trajectory)
            .into_iter()
            .filter(|amount| amount.years().contains(&year))
            .map(|amount| amount.money)
            .collect();
        let whole = !trajectory.broken() && !trajectory.has_foreign() && !repeats(trajectory);
        if own.is_empty() {
            return (if whole { Num::ABSENT } else { SOME_MONEY }, 0);
        }
        let money: Money = own.into_iter().sum();
        let num = num_of(money);
        (if whole { num } else { Num { high: HIGHEST, state: state::UNKNOWN, ..num } }, mark_of(money))
    }

    /// Could not all that the council allots be read?
    fn allots_unread(&self) -> bool {
        self.facts.plan.strategy().is_some_and(|strategy| match strategy.child(Concept::Envelope) {
            Given::Is(envelope) => envelope.broken() || envelope.has_foreign(),
            Given::Unknown => true,
            Given::Absent => strategy.may_hold(guess::BLOCK),
        })
    }

    /// The day on which it is adopted: by the decision that adopts it.
    fn adoption(&self) -> Num {
        let adopts = |entity: &Entity<'_>| entity.is_given(decision::KIND) == Some(decision::DecisionKind::Adoption);
        let decisions = self.rows.things(Kind::Decision).iter().map(|id| self.facts.plan.entity(*id));
        decisions.into_iter().find(adopts).map_or(Num::UNKNOWN, |decision| date_of(decision, decision::ON.at, Mode::Fact))
    }

    /// The years of its period.
    fn plan_years(&self) -> Vec<i32> {
        match self.facts.plan.period() {
            Some(period) => {
                let (from, to) = (i32::from(period.start.first.year()), i32::from(period.end.last.year()));
                (from..=to.min(from + 200)).collect()
            }
            None => self.rows.years.iter().map(|year| i32::from(*year)).collect(),
        }
    }

    pub fn unsure(&self) -> &[bool] {
        self.unsure.get_or_init(|| self.facts.plan.sheets().map(unsure).collect())
    }

    /// Is there a budget that counts, of which not all could be read? Then the totals of the plan are at least what is known.
    fn unsure_budgets(&self) -> bool {
        let all = self.facts.plan.sheets().zip(self.unsure());
        all.filter(|(_, unsure)| **unsure).any(|(sheet, _)| sheet.holder().is_none() && sheet.is_counted())
    }

    /// What each sheet costs: in all, for investment, for operating; of all of them read once for every fact that asks.
    fn cost_of(&self, sheet: Entity<'_>, all: bool) -> [Money; 3] {
        match all {
            true => self.costs.get_or_init(|| self.facts.plan.sheets().map(budget::costs).collect())[sheet.goal_id().at()],
            false => budget::costs(sheet),
        }
    }

    fn costs(&self, of: usize, rows: Range<u32>) -> Data {
        let all = rows.len() == self.facts.plan.goals.len();
        self.money_column(rows.map(|at| {
            let sheet = self.facts.plan.goal(GoalId(at));
            let cost = self.cost_of(sheet, all)[of];
            let num = num_of(cost);
            let num = if self.unsure()[at as usize] { Num { high: HIGHEST, state: state::UNKNOWN, ..num } } else { num };
            (num, mark_of(cost))
        }))
    }

    /// What some lines of funding bring: those of a sheet share its cost out.
    fn fundings(&self, rows: Range<u32>) -> Data {
        let lines = self.rows.things(Kind::Funding);
        let all = rows.len() == lines.len();
        let mut values: Vec<(Num, u8)> = vec![(Num { low: 0, ..Num::UNKNOWN }, 0); rows.len()];
        let mut last: Option<GoalId> = None;
        for at in rows.clone() {
            let funding = self.facts.plan.entity(lines[at as usize]).parent();
            let Some(sheet) = funding.and_then(Entity::parent).filter(|sheet| sheet.is_sheet()) else { continue };
            if last.replace(sheet.goal_id()) == Some(sheet.goal_id()) {
                continue;
            }
            let (unsure, costs) = (self.unsure()[sheet.goal_id().at()], self.cost_of(sheet, all));
            for (line, money) in budget::funded_of(sheet, |section| costs[section.map_or(0, |of| of as usize + 1)]) {
                let no = line.is_given(money::funder::STATUS) == Some(money::FundingStatus::Refused);
                let money = if no { budget::refused(sheet, line) } else { money };
                if let (Some(at), Some(money)) = (self.rows.row(line.id).filter(|at| rows.contains(at)), money) {
                    let of_cost = matches!(line.seen(money::funder::SHARE.at).map(|seen| seen.cell.value), Some(Value::ShareOf(..)));
                    let whole = !unsure || !of_cost || line.is_given(money::funder::OF).is_some();
                    let num = num_of(money);
                    let num = if whole { num } else { Num { high: HIGHEST, state: state::UNKNOWN, ..num } };
                    values[(at - rows.start) as usize] = (num, mark_of(money));
                }
            }
        }
        self.money_column(values.into_iter())
    }

    fn dependencies(&self, of: impl Fn(&crate::plan::Dependency) -> i32) -> Data {
        Data::Id(self.facts.reach().dependencies().iter().map(of).collect())
    }

    /// The moment of what waits; or the one that is waited for, its delay included.
    fn moments(&self, awaited: bool) -> Data {
        let plan = self.facts.plan;
        Data::Num(Nums::of(self.facts.reach().dependencies().iter().map(|one| {
            let Some(depend) = plan.goal(one.waits).depend(one.at) else { return Num::UNKNOWN };
            let when = if awaited {
                self.facts.calendar.awaited(&depend)
            } else {
                let slot = self.facts.calendar.slot(one.waits);
                match depend.waits {
                    crate::plan::Moment::Start => slot.filter(|slot| !slot.open[0]).map(|slot| slot.start),
                    crate::plan::Moment::End => slot.filter(|slot| !slot.open[1]).map(|slot| slot.end),
                    crate::plan::Moment::Milestone(own) => own.is_given(goal::milestone::ON),
                }
            };
            when.map_or(Num::UNKNOWN, num_of_when)
        })))
    }
}

/// What a fact of a thing rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rests {
    /// On the part of the plan that holds the thing, and on what the names in it stand for.
    Part,
    /// On dates and dependencies anywhere in the plan.
    Order,
    /// On values anywhere in the plan.
    Plan,
    /// On texts anywhere in the plan as well.
    Texts,
}

pub(super) fn rests(fact: Fact) -> Rests {
    match fact {
        Fact::PartnerTitle | Fact::CitationText | Fact::CitationArticle | Fact::TermTheme => Rests::Texts,
        Fact::StrategyAsked
        | Fact::StrategyInvestment
        | Fact::StrategyYears
        | Fact::StrategyAdopted
        | Fact::StrategyAnnexes
        | Fact::StrategyRisks
        | Fact::SheetPartners
        | Fact::SheetAmounts
        | Fact::OwnerNamed
        | Fact::OwnerSheets
        | Fact::OwnerContributes
        | Fact::DecisionCitations
        | Fact::AuthorisationTotal
        | Fact::AuthorisationCredits
        | Fact::BudgetAmounts => Rests::Plan,
        Fact::SheetStart
        | Fact::SheetEnd
        | Fact::SheetYears
        | Fact::SheetDepends
        | Fact::SheetUpstream
        | Fact::SheetDownstream
        | Fact::SheetCritical
        | Fact::SheetSlack
        | Fact::SheetCutPoint
        | Fact::SheetHanging => Rests::Order,
        fact if FACTS[fact as usize].kind == Kind::Dependency => Rests::Order,
        fact if is_made_of_values(FACTS[fact as usize].kind) => Rests::Plan,
        _ => Rests::Part,
    }
}

/// Are the things of a kind no blocks of the plan, but made of what its blocks say?
pub(super) fn is_made_of_values(kind: Kind) -> bool {
    use Kind::{Amount, Citation, Credit, Dependency, FiscalYear, Line, Partner, Workload};
    matches!(kind, Partner | Dependency | Amount | Line | FiscalYear | Workload | Credit | Citation)
}

/// Does a budget or an envelope give a year of a section twice? That is told; which of them is meant nobody knows.
fn repeats(budget: Entity<'_>) -> bool {
    if budget.amounts().nth(1).is_none() {
        return false;
    }
    let years = |amounts: &mut dyn Iterator<Item = crate::plan::Amount>| amounts.map(|amount| amount.years().count()).sum::<usize>();
    years(&mut budget.amounts()) != years(&mut budget::own_amounts(budget).into_iter())
}

/// A line of its budget, or of its actions', could not be read.
pub fn unsure(sheet: Entity<'_>) -> bool {
    let own = |sheet: Entity<'_>| match sheet.budget() {
        Given::Is(budget) => budget.broken() || budget.has_foreign() || repeats(budget),
        Given::Unknown => true,
        Given::Absent => sheet.may_hold(guess::BLOCK),
    };
    own(sheet) || (sheet.budget().is_absent() && sheet.actions().filter(|action| action.is_counted()).any(own))
}

/// Is a field there that could not be read, or not known, or a line that may be it?
fn is_unread(entity: Entity<'_>, key: u8, guessed: u8) -> bool {
    entity.seen(key).map_or(entity.may_hold(guessed), Seen::is_unread)
}

fn missing<T>(entity: Entity<'_>, guessed: u8, mode: Mode, absent: T, unknown: T) -> T {
    if mode == Mode::Fact || entity.may_hold(guessed) { unknown } else { absent }
}

/// What makes a column of words or things.
type Column<'c> = dyn Fn(&dyn Fn(Entity<'_>) -> i32) -> Data + 'c;

fn actor(ids: &Column<'_>, of: impl Fn(Entity<'_>) -> i32) -> Data {
    ids(&|entity| if is_actor(entity) { of(entity) } else { NOBODY })
}

/// The authority may own too, but has no fields of an actor.
fn is_actor(entity: Entity<'_>) -> bool {
    matches!(entity.concept(), Concept::Owner | Concept::Body | Concept::Partner)
}

fn word_of(entity: Entity<'_>, key: u8, mode: Mode) -> i32 {
    match entity.seen(key).map(|seen| seen.now().cell.value) {
        None => missing(entity, guess::NAME, mode, NOBODY, UNKNOWN_ID),
        Some(Value::Word(number)) => i32::from(number),
        Some(Value::Text) => OTHER,
        Some(_) => UNKNOWN_ID,
    }
}

fn words_of(entity: Entity<'_>, key: u8, words: Words, mode: Mode) -> (Vec<i32>, bool) {
    match entity.seen(key) {
        None => (Vec::new(), mode == Mode::Fact || entity.may_hold(guess::NAME)),
        Some(seen) => {
            let known = |member: Seen<'_>| numbered(&member.text(), words.rows()).map_or(OTHER, i32::from);
            (seen.members().filter(|member| member.cell.value == Value::Text).map(known).collect(), seen.is_unread())
        }
    }
}

fn date_of(entity: Entity<'_>, key: u8, mode: Mode) -> Num {
    match entity.seen(key) {
        None => missing(entity, guess::LITERAL, mode, Num::ABSENT, Num::UNKNOWN),
        Some(seen) => match (seen.now().cell.value, seen.when()) {
            (Value::Period(start, end, ..), _) => Num::from(days::number(start.when().first), days::number(end.when().last)),
            (_, Some(when)) => num_of_when(when),
            _ => Num::UNKNOWN,
        },
    }
}

fn period_of(entity: Entity<'_>, key: u8, mode: Mode) -> [Num; 2] {
    let Some(seen) = entity.seen(key).map(Seen::now) else {
        return [missing(entity, guess::LITERAL, mode, Num::ABSENT, Num::UNKNOWN); 2];
    };
    // It goes on without a start or an end: that is said, and no date.
    let endless = Num::from(LOWEST, HIGHEST);
    match seen.cell.value {
        Value::Period(start, end, ..) => [num_of_when(start.when()), num_of_when(end.when())],
        Value::Continuous | Value::Every(_) => [endless; 2],
        Value::Pair(Joint::Ends, _) => seen.both().map_or([Num::UNKNOWN; 2], |both| {
            both.map(|end| match end.when() {
                Some(when) => num_of_when(when),
                None if end.cell.value == Value::Open => endless,
                None => Num::UNKNOWN,
            })
        }),
        _ => [Num::UNKNOWN; 2],
    }
}

fn number_of(entity: Entity<'_>, key: u8, mode: Mode) -> Num {
    match entity.seen(key).map(|seen| seen.now().cell.value) {
        None => missing(entity, guess::LITERAL, mode, Num::ABSENT, Num::UNKNOWN),
        Some(Value::Number(number)) => Num::point(i64::try_from(number).unwrap_or(i64::MAX / 1_000_000).saturating_mul(1_000_000)),
        Some(_) => Num::UNKNOWN,
    }
}

fn money_of(entity: Entity<'_>, key: u8, mode: Mode) -> (Num, u8) {
    match entity.seen(key) {
        None => (missing(entity, guess::LITERAL, mode, Num::ABSENT, Num { low: 0, ..Num::UNKNOWN }), 0),
        Some(seen) => match seen.now().money().filter(|money| money.currency == entity.plan.currency()) {
            Some(money) => (num_of(money), mark_of(money)),
            None => (Num { low: 0, ..Num::UNKNOWN }, 0),
        },
    }
}

fn text_of(entity: Entity<'_>, key: u8) -> Txt {
    match entity.seen(key) {
        None if entity.may_hold(guess::TEXT) => Txt::Unknown,
        None => Txt::Absent,
        Some(seen) => match seen.cell.value {
            Value::Text => Txt::Is(seen.text().into()),
            _ => Txt::Unknown,
        },
    }
}

fn yes_of(entity: Entity<'_>, key: u8, mode: Mode) -> u8 {
    match entity.seen(key).map(|seen| seen.cell.value) {
        None => missing(entity, guess::NAME, mode, FALSE, UNKNOWN),
        Some(Value::Flag) => TRUE,
        Some(Value::Answer(answer)) => truth(answer),
        Some(_) => UNKNOWN,
    }
}

fn duration_of(entity: Entity<'_>, key: u8) -> Num {
    match entity.seen(key).map(|seen| seen.cell.value) {
        None if entity.may_hold(guess::LITERAL) => Num::UNKNOWN,
        None => Num::ABSENT,
        Some(Value::Duration(delay) | Value::Every(delay)) => {
            let unit = match delay.unit {
                TimeUnit::Day => crate::syntax::expression::Unit::Days,
                TimeUnit::Week => crate::syntax::expression::Unit::Weeks,
                TimeUnit::Month => crate::syntax::expression::Unit::Months,
                TimeUnit::Year => crate::syntax::expression::Unit::Years,
            };
            Num::point(super::typing::duration(i64::from(delay.count), unit))
        }
        Some(_) => Num::UNKNOWN,
    }
}

fn figure_of(entity: Entity<'_>, key: u8) -> Num {
    let Some(seen) = entity.seen(key) else {
        return if entity.may_hold(guess::LITERAL) { Num::UNKNOWN } else { Num::ABSENT };
    };
    match <crate::language::Value as crate::plan::Datum>::of(seen) {
        Some(Figure::Number(reading)) => Num::point(millionths(reading.value)),
        Some(Figure::Range(low, high)) => Num::from(millionths(low.value), millionths(high.value)),
        Some(Figure::Answer(answer)) => Num::point(i64::from(answer) * 1_000_000),
        Some(Figure::Text) | None => Num::UNKNOWN,
    }
}

fn votes_of(entity: Entity<'_>, at: usize) -> Num {
    match entity.seen(decision::VOTES.at).map(|seen| seen.cell.value) {
        Some(Value::Votes(yes, no, abstained)) => Num::point(i64::from([yes, no, abstained][at]) * 1_000_000),
        _ => Num::UNKNOWN,
    }
}

fn num_of_when(when: When) -> Num {
    let (first, last) = when.reach();
    Num::from(days::number(first), days::number(last))
}

fn num_of(money: Money) -> Num {
    Num::from(cents(money.low), cents(money.high))
}

fn mark_of(money: Money) -> u8 {
    match money.tax {
        Tax::Ht => 1,
        Tax::Ttc => 2,
        Tax::Unsaid | Tax::Mixed => 0,
    }
}

/// Rounded to the cent.
pub fn cents(value: Decimal) -> i64 {
    bounded((value.saturating_mul(Decimal::ONE_HUNDRED)).round().to_i64())
}

fn millionths(value: Decimal) -> i64 {
    bounded((value.saturating_mul(Decimal::from(1_000_000))).round().to_i64())
}

fn bounded(value: Option<i64>) -> i64 {
    value.unwrap_or(HIGHEST - 1).clamp(LOWEST + 1, HIGHEST - 1)
}

fn section(of: Section) -> i32 {
    match of {
        Section::Investment => 0,
        Section::Operating => 1,
    }
}

fn role_of(name: &str) -> i32 {
    numbered(name, Words::Role.rows()).map_or(OTHER, i32::from)
}

/// The names of a theme, folded: its own, and its other spellings.
fn names_of(entity: Entity<'_>) -> impl Iterator<Item = String> + '_ {
    let also = entity.members(papers::also::ALSO).map(|seen| suggest::fold(&canonical(&seen.text())));
    entity.name().map(|name| suggest::fold(&canonical(name))).into_iter().chain(also)
}

/// `article L2121-12`, `art. 35`, `L. 2311-1-1`: does a citation name the place in its text?
fn cites_article(text: &str) -> bool {
    let folded = suggest::fold(text);
    let words: Vec<&str> =
        folded.split(|c: char| c.is_whitespace() || matches!(c, ',' | '(' | ')' | '.')).filter(|word| !word.is_empty()).collect();
    let numbered = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    words.iter().enumerate().any(|(at, word)| {
        let next = words.get(at + 1).is_some_and(|next| numbered(next));
        let letter = word.strip_prefix(['l', 'r', 'd', 'a']).is_some_and(|rest| numbered(rest) || (rest.is_empty() && next));
        letter || (matches!(*word, "art" | "article" | "articles" | "arts") && words.get(at + 1).is_some())
    })
}
