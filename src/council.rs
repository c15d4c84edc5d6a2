//! L5. The way to the vote, counted back from a sitting: what this kind of authority has to do by which day, on which text that rests and how
//! sure it is, and what of it the plan shows already. The delays and the texts are those of the library (`std.law.council`,
//! `std.law.public-money`); nothing here knows a number of the law.

use std::sync::LazyLock;

use jiff::civil::Date;
use jiff::{Span, ToSpan};

use crate::analysis::{Analysis, analyse};
use crate::diagnostic::Lang;
use crate::language::concepts::authority::{self, AuthorityKind};
use crate::language::concepts::decision::reference::{self, Grade};
use crate::language::concepts::decision::{self, DecisionKind, Result as Outcome};
use crate::language::concepts::goal::milestone;
use crate::language::{Concept, Date as Day, Key};
use crate::load::Memory;
use crate::plan::{Entity, Period, Plan, When};
use crate::policy::judge::{date_of, months_and_days, number_of as number};

/// What the plan shows of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Ready,
    Missing,
    /// It hangs on a fact that the plan does not tell.
    Undecided,
    /// Nothing in a plan can show it.
    ByHand,
}

impl State {
    pub fn code(self) -> &'static str {
        match self {
            State::Ready => "ready",
            State::Missing => "missing",
            State::Undecided => "undecided",
            State::ByHand => "by_hand",
        }
    }

    pub fn show(self, lang: Lang) -> &'static str {
        match self {
            State::Ready => lang.of("prêt", "ready"),
            State::Missing => lang.of("manque", "missing"),
            State::Undecided => lang.of("non décidé", "undecided"),
            State::ByHand => lang.of("à faire", "to do"),
        }
    }
}

/// A text of law, how sure it is, and when it was checked.
#[derive(Debug, Clone, PartialEq)]
pub struct Basis {
    pub title: String,
    pub grade: &'static str,
    pub checked: String,
}

#[derive(Debug, Clone)]
pub struct Step {
    pub code: &'static str,
    pub title: String,
    /// From that day on, where there is one.
    pub from: Option<Date>,
    /// On that day at the latest.
    pub by: Option<Date>,
    /// How the days are counted.
    pub rule: String,
    pub state: State,
    /// What is there, or what is missing.
    pub told: String,
    pub bases: Vec<Basis>,
}

/// In: an analysis, sound or not, the day of the sitting, and the language. Out: the steps, in the order of their days; those without one
/// after the sitting, as they follow.
pub fn steps(analysis: &Analysis, sitting: Date, lang: Lang) -> Vec<Step> {
    let council = Council { analysis, plan: &analysis.plan, law: law(), sitting, lang };
    let mut steps: Vec<Step> = Vec::new();
    steps.push(council.opinion());
    steps.extend(council.debate());
    steps.push(council.papers());
    steps.push(council.convened());
    steps.push(council.money());
    steps.push(council.sitting());
    steps.sort_by_key(|step| step.by);
    steps.extend([council.transmitted(), council.published(), council.minutes(), council.appeal()]);
    steps
}

/// The days on which a sitting of the plan is known: those of its adoption.
pub fn known_sitting(plan: &Plan) -> Option<Date> {
    sat(plan.adoption()?).map(|period| period.start.first)
}

/// When it sat, or sits: its sitting, else its date.
fn sat(act: Entity<'_>) -> Option<Period> {
    act.is_given(decision::SESSION).or(act.is_given(decision::ON))
}

/// What the library says of the law: it is read once a process.
pub fn law() -> &'static Analysis {
    static LAW: LazyLock<Analysis> =
        LazyLock::new(|| analyse(&Memory::one("use std.law.council\nuse std.law.duties\nuse std.law.public-money\n"), Memory::root()));
    &LAW
}

/// The letter that an act prints behind a text.
pub fn grade(of: Option<Grade>) -> &'static str {
    match of {
        Some(Grade::A) => "A",
        Some(Grade::B) => "B",
        Some(Grade::G) => "G",
        Some(Grade::Unsure) | None => "?",
    }
}

struct Council<'a> {
    analysis: &'a Analysis,
    plan: &'a Plan,
    law: &'static Analysis,
    sitting: Date,
    lang: Lang,
}

/// How long before the sitting; in clear days, neither of its ends is one of them.
struct Notice {
    /// From the last day of sending to the sitting.
    days: Option<i64>,
    clear: bool,
    names: &'static [&'static str],
    /// The stricter of two is taken, for want of a fact.
    unsure: bool,
}

impl Council<'_> {
    // --- what is known ----------------------------------------------------------------------------------------------

    fn kind(&self) -> Option<AuthorityKind> {
        self.plan.authority().is()?.is_given(authority::KIND)
    }

    fn population(&self) -> Option<i64> {
        use rust_decimal::prelude::ToPrimitive;
        self.plan.authority().is()?.is_given(authority::POPULATION).and_then(|number| number.to_i64())
    }

    /// What the plan says of this very sitting.
    fn act(&self) -> Option<Entity<'_>> {
        self.plan.adoption().filter(|act| sat(*act).is_none_or(|on| on.start.first <= self.sitting && self.sitting <= on.end.last))
    }

    /// In its own unit.
    fn threshold(&self, name: &str, day: Date) -> Option<i64> {
        self.law.judgement.set.threshold(name, number(day))
    }

    /// Of a delay, on the day of the sitting: its months and its days.
    fn delay(&self, name: &str) -> Option<Span> {
        let (months, days) = months_and_days(self.threshold(name, self.sitting)?);
        Some(Span::new().months(months).days(days))
    }

    /// As many days as the library says; none where it says nothing, and then the step says so.
    fn days(&self, name: &str) -> Option<i64> {
        self.delay(name).map(|delay| i64::from(delay.get_days()))
    }

    fn texts(&self, names: &[&str]) -> Vec<Basis> {
        let named = |name: &&str| self.law.plan.all(Concept::Reference).find(|of| of.name() == Some(*name));
        let basis = |of: Entity<'_>| Basis {
            title: of.titled().into_owned(),
            grade: grade(of.is_given(reference::GRADE)),
            checked: of.is_given(reference::CHECKED).map(|when| when.first.to_string()).unwrap_or_default(),
        };
        names.iter().filter_map(named).map(basis).collect()
    }

    fn of(&self, fr: impl Into<String>, en: impl Into<String>) -> String {
        self.lang.of(fr.into(), en.into())
    }

    fn day(&self, date: Date) -> String {
        When::day(date).show(self.lang)
    }

    /// The papers go out so long before.
    fn notice(&self) -> Notice {
        let clear = |days: Option<i64>, names: &'static [&'static str], unsure: bool| Notice { days, clear: true, names, unsure };
        let large = |names, unsure| clear(self.days("délai-des-grandes-communes"), names, unsure);
        let report = |names| Notice { days: self.days("délai-des-rapports"), clear: false, names, unsure: false };
        match (self.kind(), self.is_under("population-de-la-note")) {
            (Some(AuthorityKind::Commune), Some(true)) => {
                clear(self.days("délai-des-petites-communes"), &["cgct-l2121-11", "ce-13-octobre-1993"], false)
            }
            (Some(AuthorityKind::Commune), under) => large(&["cgct-l2121-12", "ce-13-octobre-1993"], under.is_none()),
            (Some(AuthorityKind::Departement), _) => report(&["cgct-l3121-19"]),
            (Some(AuthorityKind::Region), _) => report(&["cgct-l4132-18"]),
            // The delay is that of its largest commune, which the plan does not name.
            (Some(_), _) => large(&["cgct-l5211-1", "cgct-l2121-12", "ce-13-octobre-1993"], true),
            (None, _) => large(&["cgct-l2121-12", "ce-13-octobre-1993"], true),
        }
    }

    /// Has the authority fewer inhabitants than a threshold? None where one of the two is not known.
    fn is_under(&self, threshold: &str) -> Option<bool> {
        let from = self.threshold(threshold, self.sitting)?;
        Some(self.population()?.saturating_mul(MILLION) < from)
    }

    fn is_territorial(&self) -> bool {
        matches!(self.kind(), Some(AuthorityKind::Departement | AuthorityKind::Region))
    }

    fn last_day(&self, notice: &Notice) -> Option<Date> {
        self.sitting.checked_sub(notice.days?.days()).ok()
    }

    // --- the steps --------------------------------------------------------------------------------------------------

    fn opinion(&self) -> Step {
        let by = self.last_day(&self.notice());
        let given = self.plan.all(Concept::Decision).filter(|one| one.is_given(decision::KIND) == Some(DecisionKind::Opinion));
        let given: Vec<Entity<'_>> = given.collect();
        let planned = self
            .plan
            .sheets()
            .flat_map(|sheet| sheet.milestones().collect::<Vec<_>>())
            .find(|one| one.is_given(milestone::NATURE) == Some(milestone::MilestoneNature::StaffOpinion));
        let (state, told) = match (given.first(), planned) {
            (Some(one), _) => {
                let on = one.is_given(decision::ON).map(|period| period.end.last);
                let when = on.map(|on| format!(", {}", self.day(on))).unwrap_or_default();
                let title = one.titled();
                match (on, one.is_given(decision::RESULT)) {
                    (Some(on), _) if by.is_some_and(|by| on > by) => (
                        State::Missing,
                        self.of(
                            format!("« {title} »{when} : après l'envoi des pièces"),
                            format!("\"{title}\"{when}: after the papers are sent"),
                        ),
                    ),
                    (_, Some(Outcome::Favourable)) => {
                        (State::Ready, self.of(format!("« {title} »{when}, favorable"), format!("\"{title}\"{when}, favourable")))
                    }
                    (_, Some(Outcome::Unfavourable)) => (
                        State::Ready,
                        self.of(
                            format!("« {title} »{when}, défavorable : à dire au conseil"),
                            format!("\"{title}\"{when}, unfavourable: to be told to the council"),
                        ),
                    ),
                    _ => (
                        State::Missing,
                        self.of(
                            format!("« {title} »{when} : le résultat n'est pas écrit"),
                            format!("\"{title}\"{when}: the result is not written"),
                        ),
                    ),
                }
            }
            (None, Some(one)) => {
                let when = one.is_given(milestone::ON).map(|when| format!(", {}", when.show(self.lang))).unwrap_or_default();
                let title = one.titled();
                (
                    State::Missing,
                    self.of(
                        format!("prévu : « {title} »{when} ; l'avis n'est pas rendu"),
                        format!("planned: \"{title}\"{when}; no opinion is given yet"),
                    ),
                )
            }
            (None, None) => {
                (State::Missing, self.of("aucune décision `nature avis` dans le plan", "no decision `kind opinion` in the plan"))
            }
        };
        Step {
            code: "opinion",
            title: self.of("Avis du comité social territorial", "Opinion of the staff committee"),
            from: None,
            by,
            rule: self.of(
                "si le plan change l'organisation : avant l'envoi des pièces au conseil",
                "where the plan changes the organisation: before the papers go to the council",
            ),
            state,
            told,
            bases: self.texts(&["cgfp-l253-5", "decret-2021-571"]),
        }
    }

    /// The budget that the plan's first credits can still enter, and the debate before it; none for a small commune.
    fn debate(&self) -> Option<Step> {
        if self.kind() == Some(AuthorityKind::Commune) && self.is_under("population-du-débat") == Some(true) {
            return None;
        }
        let limit = if self.is_territorial() { "limite-du-budget-territorial" } else { "limite-du-budget-communal" };
        let of_year = |year: i16| self.threshold(limit, Date::new(year, 1, 1).ok()?).map(date_of);
        let here = of_year(self.sitting.year()).filter(|limit| self.sitting <= *limit);
        let budget = here.or_else(|| of_year(self.sitting.year() + 1))?;
        let ahead = self.days("avance-du-débat")?;
        let opens = budget.checked_sub(ahead.days()).ok();
        let authorisations = self.plan.all(Concept::Authorisation).count();
        let told = match authorisations {
            0 => self.of(
                "le plan n'ouvre aucune autorisation ; ses engagements pluriannuels s'y présentent",
                "the plan opens no authorisation; what it commits over several years is presented there",
            ),
            1 => self.of("l'autorisation du plan s'y présente", "the plan's authorisation is presented there"),
            _ => self.of(
                format!("les {authorisations} autorisations du plan s'y présentent"),
                format!("the plan's {authorisations} authorisations are presented there"),
            ),
        };
        Some(Step {
            code: "debate",
            title: self.of("Débat d'orientation budgétaire", "Debate on budget orientations"),
            from: opens,
            by: Some(budget),
            rule: self.of(
                format!("dans les {ahead} jours avant le vote du budget, le {} au plus tard", self.day(budget)),
                format!("within {ahead} days before the budget is voted, on {} at the latest", self.day(budget)),
            ),
            state: State::ByHand,
            told,
            bases: self.texts(&["cgct-l2312-1", "cgct-l1612-2"]),
        })
    }

    fn papers(&self) -> Step {
        let notice = self.notice();
        let errors = self.analysis.has_errors();
        let holes = self.analysis.holes.len();
        let (state, told) = match (errors, holes) {
            (true, _) => (
                State::Missing,
                self.of("le plan a des erreurs : strategy check les montre", "the plan has errors: strategy check shows them"),
            ),
            (_, 0) => (State::Ready, self.of("note et stratégie : aucun trou", "note and strategy: no hole")),
            (_, 1) => (State::Missing, self.of("un trou [À COMPLÉTER] dans les documents", "one hole [TO BE COMPLETED] in the documents")),
            (_, holes) => (
                State::Missing,
                self.of(
                    format!("{holes} trous [À COMPLÉTER] dans les documents"),
                    format!("{holes} holes [TO BE COMPLETED] in the documents"),
                ),
            ),
        };
        let report = !notice.clear;
        Step {
            code: "papers",
            title: match report {
                true => self.of("Rapport et stratégie, envoyés aux conseillers", "Report and strategy, sent to the councillors"),
                false => self.of(
                    "Note de synthèse et stratégie, envoyées aux conseillers",
                    "Explanatory note and strategy, sent to the councillors",
                ),
            },
            from: None,
            by: self.last_day(&notice),
            rule: self.counted(&notice),
            state,
            told,
            bases: self.texts(notice.names),
        }
    }

    fn counted(&self, notice: &Notice) -> String {
        let Some(days) = notice.days else {
            return self.of("le délai n'est pas connu à cette date", "the delay is not known on that day");
        };
        let rule = match notice.clear {
            // From a day to the next but one lies one clear day.
            true => {
                let days = days - 1;
                let (s, many) = (if days > 1 { "s" } else { "" }, if days == 1 { "" } else { "s" });
                self.of(
                    format!("{days} jour{s} franc{s} : ni le jour de l'envoi ni celui de la séance ne comptent"),
                    format!("{days} clear day{many}: neither the day of sending nor that of the sitting counts"),
                )
            }
            false => self.of(
                format!("{days} jour{} avant la séance", if days > 1 { "s" } else { "" }),
                format!("{days} day{} before the sitting", if days == 1 { "" } else { "s" }),
            ),
        };
        match notice.unsure {
            true => self.of(
                format!("{rule} ; le plus long délai, faute de savoir s'il s'applique (population, ou plus grande commune)"),
                format!("{rule}; the longer delay, for want of knowing whether it applies (population, or the largest commune)"),
            ),
            false => rule,
        }
    }

    fn convened(&self) -> Step {
        let notice = self.notice();
        let by = self.last_day(&notice);
        let written = self.act().and_then(|act| act.is_given(decision::CONVENED)).map(|when| when.last);
        let (state, told) = match written {
            Some(on) if by.is_some_and(|by| on <= by) => {
                (State::Ready, self.of(format!("convoqué le {}", self.day(on)), format!("convened on {}", self.day(on))))
            }
            Some(on) => (
                State::Missing,
                self.of(format!("convoqué le {} : trop tard", self.day(on)), format!("convened on {}: too late", self.day(on))),
            ),
            None if notice.unsure => {
                (State::Undecided, self.of("la date n'est pas écrite dans la décision", "the date is not written in the decision"))
            }
            None => (
                State::Missing,
                self.of(
                    "la date n'est pas écrite : `convoqué le …` dans la décision",
                    "the date is not written: `convened …` in the decision",
                ),
            ),
        };
        Step {
            code: "convened",
            title: self.of("Convocation et ordre du jour", "Convocation and agenda"),
            from: None,
            by,
            rule: self.counted(&notice),
            state,
            told,
            bases: self.texts(notice.names),
        }
    }

    fn money(&self) -> Step {
        let notice = self.notice();
        let asked = self.analysis.ledger.asked(None);
        let allotted = self.plan.envelope().is().is_some();
        let (state, told) = match (asked.is_zero(), allotted) {
            (true, _) => (State::Missing, self.of("aucun montant dans le plan", "no amount in the plan")),
            (false, false) => (
                State::Missing,
                self.of(
                    format!("{} demandés, sans enveloppe", asked.show(self.lang)),
                    format!("{} asked, with no envelope", asked.show(self.lang)),
                ),
            ),
            (false, true) => (
                State::Ready,
                self.of(
                    format!("{} demandés, dans une enveloppe", asked.show(self.lang)),
                    format!("{} asked, within an envelope", asked.show(self.lang)),
                ),
            ),
        };
        Step {
            code: "money",
            title: self.of("Annexe financière, vue en commission", "Financial annex, seen by the committee"),
            from: None,
            by: self.last_day(&notice),
            rule: self.of(
                "avec les pièces ; la commission se réunit avant, selon le règlement intérieur",
                "with the papers; the committee sits before, as the rules of procedure have it",
            ),
            state,
            told,
            bases: self.texts(&["cgct-l2311-3"]),
        }
    }

    fn sitting(&self) -> Step {
        let act = self.plan.adoption();
        let on = act.and_then(sat);
        let (state, told) = match (act, on) {
            (None, _) => {
                (State::Missing, self.of("le plan n'a pas de décision `nature adoption`", "the plan has no decision `kind adoption`"))
            }
            (Some(_), Some(on)) if !(on.start.first <= self.sitting && self.sitting <= on.end.last) => {
                let written = on.start.show(self.lang);
                (
                    State::Missing,
                    self.of(format!("le plan dit une autre date : {written}"), format!("the plan says another date: {written}")),
                )
            }
            (Some(act), _) => match act.seen(decision::REPORTED.at).is_some() {
                true => {
                    (State::Ready, self.of("décision et rapporteur écrits dans le plan", "decision and rapporteur written in the plan"))
                }
                false => (State::Missing, self.of("le rapporteur n'est pas écrit", "the rapporteur is not written")),
            },
        };
        Step {
            code: "sitting",
            title: self.of("Séance : débat et vote", "Sitting: debate and vote"),
            from: Some(self.sitting),
            by: Some(self.sitting),
            rule: self.of(
                "quorum des membres en exercice présents, majorité des voix exprimées",
                "quorum of the members in office present, majority of the votes cast",
            ),
            state,
            told,
            bases: self.texts(match self.kind() {
                Some(AuthorityKind::Departement | AuthorityKind::Region) => &[],
                Some(AuthorityKind::Epci | AuthorityKind::Metropole | AuthorityKind::Syndicat) => {
                    &["cgct-l5211-1", "cgct-l2121-17", "cgct-l2121-20"]
                }
                _ => &["cgct-l2121-17", "cgct-l2121-20"],
            }),
        }
    }

    fn transmitted(&self) -> Step {
        self.binding(
            "transmitted",
            decision::TRANSMITTED,
            self.of("Transmission au contrôle de légalité", "Sending to the control of legality"),
        )
    }

    fn published(&self) -> Step {
        self.binding("published", decision::PUBLISHED, self.of("Publication de l'acte", "Publication of the act"))
    }

    /// One of the two things without which the act does not bind.
    fn binding(&self, code: &'static str, key: Key<Day>, title: String) -> Step {
        let (state, told) = match self.act().and_then(|act| act.is_given(key)) {
            Some(on) => (State::Ready, on.show(self.lang)),
            None => (State::ByHand, self.of("après la séance", "after the sitting")),
        };
        let rule = self.of("l'acte n'est exécutoire qu'une fois transmis et publié", "the act binds only once it is sent and published");
        let names: &[&str] = if self.is_territorial() { &[] } else { &["cgct-l2131-1"] };
        Step { code, title, from: Some(self.sitting), by: None, rule, state, told, bases: self.texts(names) }
    }

    fn minutes(&self) -> Step {
        Step {
            code: "minutes",
            title: self.of("Procès-verbal de la séance", "Minutes of the sitting"),
            from: Some(self.sitting),
            by: None,
            rule: self.of(
                "publié dans la semaine qui suit son adoption, à la séance suivante",
                "published within a week of its adoption, at the next sitting",
            ),
            state: State::ByHand,
            told: self.of("après la séance", "after the sitting"),
            bases: self.texts(if self.is_territorial() { &[] } else { &["cgct-l2121-15"] }),
        }
    }

    fn appeal(&self) -> Step {
        let published = self.act().and_then(|act| act.is_given(decision::PUBLISHED)).map(|when| when.last);
        let delay = self.delay("délai-du-recours");
        let by = published.zip(delay).and_then(|(on, delay)| on.checked_add(delay).ok());
        let told = match by {
            Some(by) => self.of(format!("ouvert jusqu'au {}", self.day(by)), format!("open until {}", self.day(by))),
            None => self.of("court à partir de la publication", "runs from publication on"),
        };
        Step {
            code: "appeal",
            title: self.of("Délai de recours", "Time for appeal"),
            from: published,
            by,
            rule: match delay.map(|delay| delay.get_months()) {
                Some(months) => self.of(format!("{months} mois après la publication"), format!("{months} months after publication")),
                None => self.of("le délai n'est pas connu à cette date", "the delay is not known on that day"),
            },
            state: if by.is_some() { State::Ready } else { State::ByHand },
            told,
            bases: self.texts(&["cja-r421-1"]),
        }
    }
}

/// A number of the library's thresholds is in millionths.
const MILLION: i64 = 1_000_000;
