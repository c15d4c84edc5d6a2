//! Every fact of every thing, read anew: what the plan writes of it, and what the calendar, the ledger, the load and the graph compute.

use strategy::language::Concept;
use strategy::language::concepts::{
    authority, decision, goal, indicator, money, owner, plan as papers, risk, sheet, strategy as whole, waiver,
};
use strategy::plan::{Entity, Figure, Given, GoalId, Moment, Value as Cell, When, guess};
use strategy::policy::kinds::{Fact, Item, Kind, Ty, Words};
use strategy::workload::asks;

use super::fields::{Reading, days_of, number_of_word, row_of, scaled, unknown};
use super::money::own_money;
use super::things::{Partner, Things, counts, is_sheet, upwards};
use super::value::{Atom, Maybe, Number, Said, Value, Why, plain};

/// Facts that are one field of the thing's own.
pub fn field_of(fact: Fact) -> Option<u8> {
    Some(match fact {
        Fact::StrategyPeriod => whole::PERIOD.at,
        Fact::StrategyLead => whole::LEAD.at,
        Fact::StrategySponsor => whole::SPONSOR.at,
        Fact::StrategyReview => whole::REVIEW.at,
        Fact::AuthorityNature => authority::KIND.at,
        Fact::AuthorityPopulation => authority::POPULATION.at,
        Fact::AuthorityAgents => authority::AGENTS.at,
        Fact::AuthorityCountry => authority::COUNTRY.at,
        Fact::AuthorityMandate => authority::MANDATE.at,
        Fact::AuthorityCompetences => authority::COMPETENCES.at,
        Fact::AuthorityEServices => authority::E_SERVICES.at,
        Fact::AuthorityReceipts => authority::RECEIPTS.at,
        Fact::AuthorityWebsite => authority::WEBSITE.at,
        Fact::AuthorityNoWebsite => authority::NO_WEBSITE.at,
        Fact::AuthorityAlgorithms => authority::ALGORITHMS.at,
        Fact::AuthorityAi => authority::AI.at,
        Fact::AuthorityCyberCover => authority::CYBER_COVER.at,
        Fact::AuthorityTransmission => authority::TRANSMISSION.at,
        Fact::AuthorityPublicity => authority::PUBLICITY.at,
        Fact::DiagnosisDate => papers::diagnosis::ON.at,
        Fact::SheetOwner => sheet::OWNER.at,
        Fact::SheetContributors => sheet::CONTRIBUTORS.at,
        Fact::SheetServes => sheet::SERVES.at,
        Fact::SheetOutside => sheet::OUTSIDE.at,
        Fact::SheetPeriod => sheet::PERIOD.at,
        Fact::SheetDuration => sheet::DURATION.at,
        Fact::SheetBenefits => sheet::BENEFITS.at,
        Fact::SheetPurchase => sheet::PURCHASE.at,
        Fact::SheetPpi => sheet::PPI.at,
        Fact::SheetNature => sheet::NATURE.at,
        Fact::SheetPriority => sheet::PRIORITY.at,
        Fact::SheetThemes => sheet::THEMES.at,
        Fact::SheetAudience => sheet::AUDIENCE.at,
        Fact::SheetStrengthens => sheet::STRENGTHENS.at,
        Fact::SheetAddresses => sheet::ADDRESSES.at,
        Fact::SheetPrepares => sheet::PREPARES.at,
        Fact::SheetPersonalData => sheet::PERSONAL_DATA.at,
        Fact::SheetSensitiveData => sheet::SENSITIVE_DATA.at,
        Fact::SheetAiRisk => sheet::AI_RISK.at,
        Fact::SheetLicence => sheet::LICENCE.at,
        Fact::SheetHosting => sheet::HOSTING.at,
        Fact::OwnerNature => owner::KIND.at,
        Fact::OwnerPost => owner::POST.at,
        Fact::OwnerArrival => owner::ARRIVAL.at,
        Fact::OwnerCost => owner::COST.at,
        Fact::OwnerReadiness => owner::READINESS.at,
        Fact::OwnerPermanent => owner::PERMANENT.at,
        Fact::OwnerPartOf => owner::PART_OF.at,
        Fact::RiskLikelihood => risk::LIKELIHOOD.at,
        Fact::RiskImpact => risk::IMPACT.at,
        Fact::RiskMitigation => risk::MITIGATION.at,
        Fact::RiskOwner => risk::OWNER.at,
        Fact::ContinuityOwner => papers::continuity::OWNER.at,
        Fact::ContinuityMeans => papers::continuity::MEANS.at,
        Fact::MilestoneDate => goal::milestone::ON.at,
        Fact::MilestoneNature => goal::milestone::NATURE.at,
        Fact::MilestoneVisible => goal::milestone::VISIBLE.at,
        Fact::IndicatorThemes => indicator::THEMES.at,
        Fact::IndicatorUnit => indicator::UNIT.at,
        Fact::IndicatorSource => indicator::SOURCE.at,
        Fact::IndicatorFrequency => indicator::FREQUENCY.at,
        Fact::ReadingDate => indicator::reading::ON.at,
        Fact::BudgetFctva => money::FCTVA.at,
        Fact::FundingStatus => money::funder::STATUS.at,
        Fact::FundingPublic => money::funder::PUBLIC.at,
        Fact::AuthorisationNature => money::authorisation::KIND.at,
        Fact::AuthorisationDate => money::authorisation::ON.at,
        Fact::RevisionDate => money::revised::ON.at,
        Fact::RevisionDecision => money::revised::BY.at,
        Fact::DecisionNature => decision::KIND.at,
        Fact::DecisionResult => decision::RESULT.at,
        Fact::DecisionConvened => decision::CONVENED.at,
        Fact::DecisionUrgent => decision::URGENT.at,
        Fact::DecisionSecondCall => decision::SECOND_CALL.at,
        Fact::DecisionInOffice => decision::IN_OFFICE.at,
        Fact::DecisionPresent => decision::PRESENT.at,
        Fact::DecisionRepresented => decision::REPRESENTED.at,
        Fact::DecisionTransmitted => decision::TRANSMITTED.at,
        Fact::DecisionReceived => decision::RECEIVED.at,
        Fact::DecisionPublished => decision::PUBLISHED.at,
        Fact::DecisionAmount => decision::AMOUNT.at,
        Fact::DecisionAnnexes => decision::ANNEX.at,
        Fact::DecisionBy => decision::BY.at,
        Fact::ReferenceGrade => decision::reference::GRADE.at,
        Fact::ReferenceChecked => decision::reference::CHECKED.at,
        Fact::FigureDate => papers::figure::ON.at,
        Fact::FigureSource => papers::figure::SOURCE.at,
        Fact::WaiverUntil => waiver::UNTIL.at,
        Fact::WaiverBecause => waiver::BECAUSE.at,
        Fact::WaiverBy => waiver::BY.at,
        _ => return None,
    })
}

/// Facts that are things of the block of another.
fn block_of(fact: Fact) -> Option<Concept> {
    Some(match fact {
        Fact::DiagnosisFigures => Concept::Figure,
        Fact::SheetActions => Concept::Action,
        Fact::SheetMilestones => Concept::Milestone,
        Fact::SheetIndicators => Concept::Indicator,
        Fact::SheetRisks => Concept::Risk,
        Fact::SheetBudget => Concept::Budget,
        Fact::SheetContinuity => Concept::Continuity,
        Fact::IndicatorBaseline => Concept::Baseline,
        Fact::IndicatorMeasures => Concept::Measured,
        Fact::AuthorisationRevisions => Concept::Revised,
        _ => return None,
    })
}

fn is_title(fact: Fact) -> bool {
    let name = format!("{fact:?}");
    name.ends_with("Title") || fact == Fact::FundingSource
}

fn is_name(fact: Fact) -> bool {
    format!("{fact:?}").ends_with("Name")
}

fn is_actor(entity: Entity<'_>) -> bool {
    matches!(entity.concept(), Concept::Owner | Concept::Body | Concept::Partner)
}

/// The fact of the thing of that number of its kind.
pub fn read(things: &Things<'_>, fact: Fact, at: u32) -> Value {
    let reading = Reading { things, row: row_of(fact), at };
    match reading.row.kind {
        Kind::Amount | Kind::Line | Kind::FiscalYear | Kind::Credit | Kind::Budget | Kind::Funding => return own_money(&reading),
        Kind::Dependency => return of_dependency(&reading),
        Kind::Workload => return of_load(&reading),
        Kind::Citation => return of_citation(&reading),
        Kind::Partner => return of_partner(&reading),
        Kind::Authority if things.plan.authority().is_unknown() => return reading.unknown(),
        _ => {}
    }
    if let Some(value) = of_strategy(&reading) {
        return value;
    }
    let Some(entity) = things.entity(reading.row.kind, at) else {
        return if row_of(fact).mode == strategy::language::Mode::Said { reading.absent() } else { reading.unknown() };
    };
    if reading.row.kind == Kind::Owner && !is_actor(entity) && (field_of(fact).is_some() || fact == Fact::OwnerRole) {
        // The authority may own, but has no fields of an actor; and it stays.
        return if fact == Fact::OwnerPermanent { Value::Truth(Said::of(true)) } else { reading.absent() };
    }
    if let Some(key) = field_of(fact) {
        let value = reading.field(entity, key);
        // Who decides may be a text: it is somebody.
        if let (Fact::DecisionBy | Fact::WaiverBy, Value::Many(mut many)) = (fact, value.clone()) {
            let texts = entity.seen(key).into_iter().flat_map(|seen| seen.members()).filter(|one| one.cell.value == Cell::Text);
            many.items.extend(texts.map(|_| Atom::Own));
            return Value::Many(many);
        }
        return value;
    }
    // A budget that says no amount is none.
    if let (Fact::SheetBudget, Given::Is(budget)) = (fact, entity.budget()) {
        return match (budget.has_money(), budget.broken()) {
            (true, _) => Value::One(Maybe::Is(reading.thing(budget))),
            (false, true) => reading.unknown(),
            (false, false) => reading.absent(),
        };
    }
    if let Some(concept) = block_of(fact) {
        return if matches!(reading.row.ty, Ty::List(_)) { reading.children(entity, concept) } else { reading.child(entity, concept) };
    }
    if is_title(fact) {
        return title_of(&reading, entity);
    }
    if is_name(fact) {
        return Value::Text(entity.name().map_or(Maybe::Absent, |name| Maybe::Is(name.to_owned())));
    }
    match reading.row.kind {
        Kind::Sheet => of_sheet(&reading, entity),
        Kind::Owner => of_owner(&reading, entity),
        Kind::Authorisation => own_money(&reading),
        Kind::Decision => of_decision(&reading, entity),
        _ => of_others(&reading, entity),
    }
}

fn title_of(reading: &Reading<'_, '_>, entity: Entity<'_>) -> Value {
    match entity.title() {
        Given::Is(title) => Value::Text(Maybe::Is(title.into_owned())),
        Given::Absent => Value::Text(entity.name().map_or(Maybe::Absent, |name| Maybe::Is(name.to_owned()))),
        Given::Unknown => reading.unknown(),
    }
}

fn points(items: impl Iterator<Item = u32>, kind: Kind) -> Vec<Atom> {
    items.map(|at| Atom::Thing(kind, at)).collect()
}

fn years(from: i16, to: i16) -> Vec<Atom> {
    (from..=to).map(|year| Atom::Year(i128::from(year))).collect()
}

/// What is told of the strategy as a whole.
fn of_strategy(reading: &Reading<'_, '_>) -> Option<Value> {
    let (things, plan) = (reading.things, reading.things.plan);
    Some(match reading.row.fact {
        Fact::StrategyYears => match plan.period() {
            Some(period) => reading.many(years(period.start.first.year(), period.end.last.year()), false),
            None => {
                let unread = |strategy: Entity<'_>| match strategy.seen(whole::PERIOD.at) {
                    Some(seen) => seen.is_unread(),
                    None => strategy.may_hold(guess::LITERAL),
                };
                let own = things.years.iter().map(|year| Atom::Year(i128::from(*year))).collect();
                reading.many(own, plan.strategy().is_some_and(unread))
            }
        },
        Fact::StrategyAnnexes => reading.many(points(things.all(Kind::Annex).into_iter(), Kind::Annex), false),
        Fact::StrategyRisks => reading.many(points(things.all(Kind::Risk).into_iter(), Kind::Risk), false),
        Fact::StrategyAdopted => {
            let kind = |entity: &Entity<'_>| entity.is_given(decision::KIND);
            let mut decisions = plan.all(Concept::Decision);
            match decisions.find(|one| kind(one) == Some(decision::DecisionKind::Adoption)) {
                Some(one) => reading.date(one, one.seen(decision::ON.at)),
                None => reading.unknown(),
            }
        }
        Fact::StrategyEnvelope | Fact::StrategyTrajectory | Fact::StrategyAsked | Fact::StrategyInvestment => own_money(reading),
        _ => return None,
    })
}

fn of_sheet(reading: &Reading<'_, '_>, entity: Entity<'_>) -> Value {
    let (things, grounds, at) = (reading.things, reading.things.grounds, reading.at);
    let goal = GoalId(at);
    let slot = grounds.calendar.slot(goal);
    let day = |when: Option<When>| when.map_or_else(|| reading.unknown(), |when| Value::Number(days_of(when)));
    let sheets = |all: Vec<GoalId>| {
        let mut all: Vec<u32> = all.into_iter().map(|goal| goal.0).filter(|at| things.stays(Kind::Sheet, *at)).collect();
        all.sort_unstable();
        reading.many(points(all.into_iter(), Kind::Sheet), false)
    };
    match reading.row.fact {
        Fact::SheetText => match entity.title() {
            Given::Unknown => reading.unknown(),
            _ => Value::Text(Maybe::Is(format!("{}\n{}", entity.titled(), entity.doc().unwrap_or_default()))),
        },
        Fact::SheetTeam => team(reading, entity),
        Fact::SheetPartners => {
            let own = &things.partners_of[at as usize];
            let unread = entity.seen(sheet::PARTNERS.at).is_none() && entity.may_hold(guess::NAME);
            reading.many(points(own.iter().flatten().copied(), Kind::Partner), unread || own.iter().any(Option::is_none))
        }
        Fact::SheetAxis => match upwards(entity).find(|one| one.is(Concept::Axis)) {
            Some(axis) => Value::One(Maybe::Is(reading.thing(axis))),
            None => reading.absent(),
        },
        Fact::SheetParent => parent_of(reading, entity),
        Fact::SheetStart => day(slot.filter(|slot| !slot.open[0]).map(|slot| slot.start)),
        Fact::SheetEnd => day(slot.filter(|slot| !slot.open[1]).map(|slot| slot.end)),
        Fact::SheetYears => match slot {
            Some(slot) => reading.many(years(slot.start.first.year(), slot.end.last.year()), false),
            None => reading.many(Vec::new(), true),
        },
        Fact::SheetStatus => match entity.all(Concept::Status).last() {
            Some(last) => match last.seen(sheet::status::PROGRESS.at).map(|seen| seen.now().cell.value) {
                Some(Cell::Word(number)) => Value::One(Maybe::Is(Atom::Word(i32::from(number)))),
                _ => reading.unknown(),
            },
            None if entity.lost(Concept::Status) => reading.unknown(),
            None => reading.absent(),
        },
        Fact::SheetContinuous => match (entity.seen(sheet::PERIOD.at), entity.spell()) {
            (_, Some(spell)) => Value::Truth(Said::of(spell.continuous)),
            (None, _) if !entity.may_hold(guess::LITERAL) => Value::Truth(Said::of(false)),
            _ => reading.unknown(),
        },
        Fact::SheetDepends => {
            let own = grounds.reach().dependencies_of(goal).filter(|at| things.binds(*at));
            let unread = match entity.seen(sheet::DEPENDS.at) {
                Some(seen) => seen.is_unread(),
                None => entity.may_hold(guess::NAME),
            };
            reading.many(points(own.map(|at| at as u32), Kind::Dependency), unread)
        }
        Fact::SheetUpstream => sheets(grounds.reach().upstream(goal).collect()),
        Fact::SheetDownstream => sheets(grounds.reach().downstream(goal).collect()),
        Fact::SheetCritical => match grounds.slack().slack(goal) {
            Some(days) => Value::Truth(Said::of(days <= 0)),
            None => reading.unknown(),
        },
        Fact::SheetSlack => match grounds.slack().slack(goal) {
            Some(days) => Value::Number(Number::point(i128::from(days))),
            None => reading.unknown(),
        },
        Fact::SheetCutPoint => Value::Truth(Said::of(grounds.reach().is_cut_point(goal))),
        Fact::SheetHanging => Value::Number(Number::point(1_000_000 * i128::from(grounds.reach().hanging(goal)))),
        Fact::SheetEffort => {
            let sum: i64 = asks(entity).iter().map(|ask| ask.effort.0).sum();
            let unread = |sheet: Entity<'_>| match sheet.seen(sheet::EFFORT.at) {
                Some(seen) => seen.is_unread(),
                None => sheet.may_hold(guess::NAME),
            };
            let parts = || entity.actions().filter(|action| counts(*action));
            let whole = !counts(entity) || !(unread(entity) || parts().any(unread));
            let sum = i128::from(sum);
            Value::Number(if whole { Number::point(sum) } else { Number::unknown(Some(sum), reading.why()) })
        }
        Fact::SheetLoadDip => match entity.seen(sheet::LOAD_DIP.at) {
            None => reading.unwritten(entity, guess::NAME),
            Some(seen) if seen.is_unread() => reading.unknown(),
            Some(seen) => {
                let share = |cell: Cell| match cell {
                    Cell::Effort(_, share) => scaled(share, 1_000_000),
                    other => panic!("no share of a post: {other:?}"),
                };
                Value::Number(Number::point(seen.members().map(|member| share(member.cell.value)).sum()))
            }
        },
        Fact::SheetAmounts | Fact::SheetCost | Fact::SheetInvestment | Fact::SheetOperating | Fact::SheetFundings => own_money(reading),
        other => panic!("no such fact of a sheet: {other:?}"),
    }
}

/// Owner and contributors, those of its actions too, each once.
fn team(reading: &Reading<'_, '_>, entity: Entity<'_>) -> Value {
    let mut items: Vec<Atom> = Vec::new();
    let mut open = false;
    let parts = entity.actions().filter(|action| reading.things.stays(Kind::Sheet, reading.things.number(*action)));
    for one in std::iter::once(entity).chain(parts) {
        let own = reading_as(reading, Fact::SheetOwner).field(one, sheet::OWNER.at);
        let many = reading_as(reading, Fact::SheetContributors).field(one, sheet::CONTRIBUTORS.at).many();
        match own {
            Value::One(Maybe::Is(owner)) => items.push(owner),
            Value::One(Maybe::Unknown(_)) => open = true,
            _ => {}
        }
        open |= !many.open.is(super::value::Truth::False);
        items.extend(many.items);
    }
    let mut once: Vec<Atom> = Vec::new();
    for item in items {
        if !once.contains(&item) {
            once.push(item);
        }
    }
    reading.many(once, open)
}

/// The same thing's other fact.
fn reading_as<'t, 'p>(reading: &Reading<'t, 'p>, fact: Fact) -> Reading<'t, 'p> {
    Reading { things: reading.things, row: row_of(fact), at: reading.at }
}

fn parent_of(reading: &Reading<'_, '_>, entity: Entity<'_>) -> Value {
    match entity.parent().filter(|parent| is_sheet(*parent)) {
        Some(parent) => Value::One(Maybe::Is(reading.thing(parent))),
        None => Value::One(Maybe::Absent),
    }
}

fn of_owner(reading: &Reading<'_, '_>, entity: Entity<'_>) -> Value {
    let things = reading.things;
    let by_sheet = |names: &dyn Fn(Entity<'_>) -> (Vec<Atom>, bool)| {
        let me = reading.thing(entity);
        let (mut items, mut open) = (Vec::new(), false);
        for at in things.all(Kind::Sheet) {
            let (named, more) = names(things.plan.goal(GoalId(at)));
            open |= more;
            items.extend(named.iter().filter(|one| **one == me).map(|_| Atom::Thing(Kind::Sheet, at)));
        }
        reading.many(items, open)
    };
    match reading.row.fact {
        Fact::OwnerRole => {
            let role = |name: &str| Value::One(Maybe::Is(number_of_word(name, Words::Role.rows())));
            match entity.get(owner::ROLE) {
                Given::Is(known) => known.name().map_or_else(|| reading.unknown(), role),
                Given::Unknown => reading.unknown(),
                // A town may give its service the name of the role; any other name tells none.
                Given::Absent => match entity.name().map(role) {
                    Some(Value::One(Maybe::Is(Atom::Own))) | None => Value::One(Maybe::Absent),
                    Some(role) => role,
                },
            }
        }
        Fact::OwnerNamed => {
            let named = things.named.contains(&entity.id) || things.plan.mentioned.contains(&entity.id);
            Value::Truth(Said::of(named))
        }
        Fact::OwnerSheets => by_sheet(&|sheet| match reading_as(reading, Fact::SheetOwner).field(sheet, sheet::OWNER.at) {
            Value::One(Maybe::Is(owner)) => (vec![owner], false),
            Value::One(Maybe::Unknown(_)) => (Vec::new(), true),
            _ => (Vec::new(), false),
        }),
        Fact::OwnerContributes => by_sheet(&|sheet| {
            // Whoever contributes is named, be it the authority.
            let many = reading_as(reading, Fact::SheetContributors).field(sheet, sheet::CONTRIBUTORS.at).many();
            let open = !many.open.is(super::value::Truth::False);
            (many.items, open)
        }),
        other => panic!("no such fact of an owner: {other:?}"),
    }
}

fn of_decision(reading: &Reading<'_, '_>, entity: Entity<'_>) -> Value {
    let things = reading.things;
    let number = |key: u8| reading.whole_number(entity, entity.seen(key)).number();
    match reading.row.fact {
        // The session, or the day of the decision where none is told.
        Fact::DecisionSession => match entity.seen(decision::SESSION.at) {
            None if entity.may_hold(guess::LITERAL) => reading.unknown(),
            None => reading.date(entity, entity.seen(decision::ON.at)),
            seen => reading.date(entity, seen),
        },
        Fact::DecisionVoting => {
            let fact = |key: u8| match entity.seen(key) {
                None => Number::unknown(None, reading.why()),
                Some(_) => number(key),
            };
            Value::Number(fact(decision::PRESENT.at).plus(&fact(decision::REPRESENTED.at)))
        }
        Fact::DecisionNotVoting => match entity.seen(decision::NOT_VOTING.at) {
            None if entity.may_hold(guess::LITERAL) => reading.unknown(),
            None => Value::Number(Number::point(0)),
            seen => reading.whole_number(entity, seen),
        },
        Fact::DecisionFor | Fact::DecisionAgainst | Fact::DecisionAbstentions => {
            match entity.seen(decision::VOTES.at).map(|seen| seen.cell.value) {
                Some(Cell::Votes(yes, no, abstained)) => {
                    let votes = match reading.row.fact {
                        Fact::DecisionFor => yes,
                        Fact::DecisionAgainst => no,
                        _ => abstained,
                    };
                    Value::Number(Number::point(1_000_000 * i128::from(votes)))
                }
                _ => reading.unknown(),
            }
        }
        Fact::DecisionCitations => {
            let own = (0u32..).zip(&things.citations).filter(|(_, (decision, _))| *decision == reading.at).map(|(at, _)| at);
            let unread = match entity.seen(decision::BASIS.at) {
                Some(seen) => seen.is_unread(),
                None => entity.may_hold(guess::NAME | guess::TEXT),
            };
            reading.many(points(own, Kind::Citation), unread)
        }
        other => panic!("no such fact of a decision: {other:?}"),
    }
}

fn of_others(reading: &Reading<'_, '_>, entity: Entity<'_>) -> Value {
    let things = reading.things;
    let inner = |wanted: &dyn Fn(Entity<'_>) -> bool| {
        let sheets = things.all(Kind::Sheet).into_iter().filter(|at| {
            let sheet = things.plan.goal(GoalId(*at));
            wanted(sheet) && upwards(sheet).skip(1).any(|above| above == entity)
        });
        reading.many(points(sheets, Kind::Sheet), entity.lost(Concept::Goal) || entity.may_hold(guess::BLOCK))
    };
    match reading.row.fact {
        Fact::AxisBare => {
            let says = entity.present() != 0 || entity.doc().is_some() || entity.children().next().is_some();
            let truth = if says {
                Said::of(false)
            } else if entity.may_hold(guess::BLOCK) {
                reading.open()
            } else {
                Said::of(true)
            };
            Value::Truth(truth)
        }
        Fact::AxisGoals => inner(&|sheet| sheet.is(Concept::Goal)),
        Fact::AxisSheets => inner(&|_| true),
        Fact::MilestoneSheet | Fact::IndicatorSheet => parent_of(reading, entity),
        Fact::IndicatorTarget => match entity.all(Concept::Target).last() {
            Some(last) => Value::One(Maybe::Is(reading.thing(last))),
            None if entity.lost(Concept::Target) => reading.unknown(),
            None => reading.absent(),
        },
        Fact::ReadingValue => figure(reading, entity, indicator::reading::VALUE.at),
        Fact::FigureValue => figure(reading, entity, papers::figure::VALUE.at),
        Fact::TermTheme => {
            let means = plain(&entity.titled());
            let same = |theme: &Entity<'_>| {
                let also = theme.members(papers::also::ALSO).map(|seen| seen.text().into_owned());
                let names = theme.name().map(str::to_owned).into_iter().chain(also).chain([theme.titled().into_owned()]);
                names.into_iter().any(|name| plain(&name) == means)
            };
            let themes = things.entities_of(Kind::Theme).iter().map(|id| things.plan.entity(*id));
            let found = themes.filter(same).map(|theme| Maybe::Is(reading.thing(theme))).next();
            Value::One(found.unwrap_or(Maybe::Absent))
        }
        Fact::WaiverRule => {
            let rule = entity.members(waiver::RULE).next();
            rule.map_or_else(|| reading.unknown(), |rule| Value::Text(Maybe::Is(rule.text().into_owned())))
        }
        other => panic!("no such fact: {other:?}"),
    }
}

/// A figure as a number: yes is one, no is none.
fn figure(reading: &Reading<'_, '_>, entity: Entity<'_>, key: u8) -> Value {
    let Some(seen) = entity.seen(key) else { return reading.unwritten(entity, guess::LITERAL) };
    let number = |value: rust_decimal::Decimal| Some(scaled(value, 1_000_000));
    match <strategy::language::Value as strategy::plan::Datum>::of(seen) {
        Some(Figure::Number(one)) => Value::Number(Number::between(number(one.value), number(one.value))),
        Some(Figure::Range(from, to)) => Value::Number(Number::between(number(from.value), number(to.value))),
        Some(Figure::Answer(answer)) => Value::Number(Number::point(1_000_000 * i128::from(answer))),
        Some(Figure::Text) | None => reading.unknown(),
    }
}

fn of_dependency(reading: &Reading<'_, '_>) -> Value {
    let (grounds, at) = (reading.things.grounds, reading.at as usize);
    let one = grounds.reach().dependencies()[at];
    let depend = reading.things.plan.goal(one.waits).depend(one.at).expect("a dependency of the plan");
    let sheet = |goal: GoalId| Value::One(Maybe::Is(Atom::Thing(Kind::Sheet, goal.0)));
    let day = |when: Option<When>| when.map_or_else(|| reading.unknown(), |when| Value::Number(days_of(when)));
    match reading.row.fact {
        Fact::DependencySheet => sheet(one.waits),
        Fact::DependencyTarget => sheet(one.on),
        Fact::DependencyAwaited => day(grounds.calendar.awaited(&depend)),
        Fact::DependencyMoment => {
            let slot = grounds.calendar.slot(one.waits);
            day(match depend.waits {
                Moment::Start => slot.filter(|slot| !slot.open[0]).map(|slot| slot.start),
                Moment::End => slot.filter(|slot| !slot.open[1]).map(|slot| slot.end),
                Moment::Milestone(own) => own.is_given(goal::milestone::ON),
            })
        }
        _ => Value::Truth(Said::of(grounds.reach().is_redundant(at))),
    }
}

fn of_load(reading: &Reading<'_, '_>) -> Value {
    let cell = &reading.things.grounds.load().cells[reading.at as usize];
    match reading.row.fact {
        Fact::WorkloadOwner => Value::One(Maybe::Is(reading.thing(reading.things.plan.entity(cell.owner)))),
        Fact::WorkloadQuarter => Value::Number(Number::point(4 * i128::from(cell.year) + i128::from(cell.quarter) - 1)),
        Fact::WorkloadAsked => Value::Number(Number::point(i128::from(cell.asked.0))),
        Fact::WorkloadCapacity => match cell.capacity {
            Some(capacity) => Value::Number(Number::point(i128::from(capacity.0))),
            None => reading.unknown(),
        },
        _ => reading.many(points(cell.sheets.iter().map(|share| share.goal.0), Kind::Sheet), false),
    }
}

fn of_citation(reading: &Reading<'_, '_>) -> Value {
    let (decision, text) = &reading.things.citations[reading.at as usize];
    match reading.row.fact {
        Fact::CitationText => Value::Text(Maybe::Is(text.clone())),
        Fact::CitationArticle => Value::Truth(Said::of(cites(text))),
        _ => Value::One(Maybe::Is(Atom::Thing(Kind::Decision, *decision))),
    }
}

/// `article L2121-12`, `art. 35`, `L. 2311-1-1`: is a place of the text named?
fn cites(text: &str) -> bool {
    let text = plain(text);
    let words: Vec<&str> = text.split(|c: char| c.is_whitespace() || ",(.)".contains(c)).filter(|word| !word.is_empty()).collect();
    let begins = |word: &str| word.chars().next().is_some_and(|c| c.is_ascii_digit());
    (0..words.len()).any(|at| {
        let next = words.get(at + 1).copied();
        let code = words[at].strip_prefix(['l', 'r', 'd', 'a']);
        ["art", "arts", "article", "articles"].contains(&words[at]) && next.is_some()
            || code.is_some_and(|rest| begins(rest) || (rest.is_empty() && next.is_some_and(begins)))
    })
}

fn of_partner(reading: &Reading<'_, '_>) -> Value {
    let plan = reading.things.plan;
    match (&reading.things.partners[reading.at as usize], reading.row.fact) {
        (Partner::Text(text), Fact::PartnerTitle) => Value::Text(Maybe::Is(text.clone())),
        (Partner::Actor(id), Fact::PartnerTitle) => title_of(reading, plan.entity(*id)),
        (Partner::Actor(id), _) if is_actor(plan.entity(*id)) => match plan.entity(*id).seen(owner::AGREEMENT.at) {
            None if !plan.entity(*id).may_hold(guess::TEXT) => Value::Truth(Said::of(false)),
            Some(seen) if seen.cell.value == Cell::Text => Value::Truth(Said::of(true)),
            _ => reading.unknown(),
        },
        _ => Value::Truth(Said::of(false)),
    }
}

/// What stands for a member of a list in a variable.
pub fn of_atom(item: Item, atom: &Atom) -> Value {
    match (item, atom) {
        (Item::Year, Atom::Year(year)) => Value::Number(Number::point(*year)),
        _ => Value::One(Maybe::Is(atom.clone())),
    }
}

/// Of a thing that is not known, or of none.
pub fn of_nobody(fact: Fact, why: Option<Why>) -> Value {
    match why {
        Some(why) => unknown(row_of(fact).ty, why),
        None => super::fields::absent(row_of(fact).ty),
    }
}
