//! THE table. A new field is one row here and one field of the plan.

use super::Word;
use crate::diagnostic::Lang;

/// What a keyword means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Concept {
    Use,
    Strategy,
    Authority,
    Owner,
    Axis,
    Goal,
    Action,
    Language,
    AuthorityOf,
    Period,
    Sponsor,
    Lead,
    Envelope,
    Kind,
    Population,
    Agents,
    Mandate,
    Assembly,
    Website,
    Contact,
    OwnedBy,
    Contributors,
    Partners,
    ElectedSponsor,
    Duration,
    DependsOn,
    Budget,
    Investment,
    Operating,
    Funding,
    Milestone,
    Indicator,
    Baseline,
    Target,
    Measured,
    Unit,
    DataSource,
    Frequency,
    Status,
}

/// Where a statement may stand: at the left margin of a file, or in the block of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    Root,
    Strategy,
    Authority,
    Owner,
    Axis,
    Goal,
    Action,
    /// The lines of a `budget` or an `envelope`.
    Amounts,
    Funding,
    Indicator,
}

/// What follows the keyword.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// `"Titre" { … }`
    TitledBlock,
    /// `name "Titre" { … }`; the block opens the given place.
    NamedBlock(Place),
    /// `{ … }`
    Block(Place),
    /// A library (`std.roles`) or a file (`"axes/usagers.dsl"`).
    Library,
    Text,
    Name,
    Names,
    Dependencies,
    /// One of these words.
    OneOf(&'static [Word]),
    Number,
    Period,
    Duration,
    /// `2027: 120 k€, 2028 .. 2030: 35 k€`
    YearAmounts,
    /// `name "Titre" on DATE`
    NamedDate,
    /// `12 % on 2026-06`
    ValueOnDate,
}

pub struct Row {
    pub concept: Concept,
    /// The usual spelling first, then those also read.
    pub en: &'static [&'static str],
    pub fr: &'static [&'static str],
    pub within: &'static [Place],
    pub shape: Shape,
    pub repeats: bool,
    pub help_en: &'static str,
    pub help_fr: &'static str,
}

use Place as P;
use Shape as S;

const SHEET: &[Place] = &[P::Goal, P::Action];

#[rustfmt::skip]
pub static TABLE: &[Row] = &[
    Row { concept: Concept::Use, en: &["use"], fr: &["utiliser"], within: &[P::Root], shape: S::Library, repeats: true,
        help_en: "Brings in a library (`std.roles`) or another file of the plan (`\"axes/usagers.dsl\"`, relative to this file).",
        help_fr: "Apporte une bibliothèque (`std.roles`) ou un autre fichier du plan (`\"axes/usagers.dsl\"`, relatif à ce fichier)." },
    Row { concept: Concept::Strategy, en: &["strategy"], fr: &["stratégie"], within: &[P::Root], shape: S::TitledBlock, repeats: true,
        help_en: "The strategy itself: its title, authority, period, lead and envelope. One for a plan.",
        help_fr: "La stratégie elle-même : titre, collectivité, période, direction et enveloppe. Une seule par plan." },
    Row { concept: Concept::Authority, en: &["authority"], fr: &["collectivité"], within: &[P::Root], shape: S::NamedBlock(P::Authority), repeats: true,
        help_en: "The local authority: its kind, population, agents, mandate.",
        help_fr: "La collectivité : nature, population, agents, mandat." },
    Row { concept: Concept::Owner, en: &["owner"], fr: &["pilote"], within: &[P::Root], shape: S::NamedBlock(P::Owner), repeats: true,
        help_en: "Declares somebody who can own or contribute: a direction, a service, an outside body. `std.roles` brings the usual ones.",
        help_fr: "Déclare qui peut piloter ou contribuer : une direction, un service, un organisme extérieur. `std.roles` apporte les plus courants." },
    Row { concept: Concept::Axis, en: &["axis"], fr: &["axe"], within: &[P::Root], shape: S::NamedBlock(P::Axis), repeats: true,
        help_en: "A strand of the strategy; it holds goals. Three to six are usual.",
        help_fr: "Un axe de la stratégie ; il contient des objectifs. Trois à six sont d'usage." },
    Row { concept: Concept::Goal, en: &["goal"], fr: &["objectif"], within: &[P::Axis], shape: S::NamedBlock(P::Goal), repeats: true,
        help_en: "A goal of an axis: owner, period, budget, indicator, and the actions that reach it.",
        help_fr: "Un objectif d'un axe : pilote, période, budget, indicateur, et les actions qui y mènent." },
    Row { concept: Concept::Action, en: &["action"], fr: &["action"], within: &[P::Goal], shape: S::NamedBlock(P::Action), repeats: true,
        help_en: "An action sheet of a goal, with the same fields as a goal. Its budget is a part of the goal's.",
        help_fr: "Une fiche-action d'un objectif, avec les mêmes champs. Son budget est une part de celui de l'objectif." },

    Row { concept: Concept::Language, en: &["language"], fr: &["langue"], within: &[P::Strategy], shape: S::OneOf(&[Word::Fr, Word::En]), repeats: false,
        help_en: "The language of the documents and, unless --lang says otherwise, of the messages.",
        help_fr: "La langue des documents et, sauf option --lang, des messages." },
    Row { concept: Concept::AuthorityOf, en: &["authority"], fr: &["collectivité"], within: &[P::Strategy], shape: S::Name, repeats: false,
        help_en: "The authority whose strategy this is.",
        help_fr: "La collectivité qui porte la stratégie." },
    Row { concept: Concept::Period, en: &["period"], fr: &["période"], within: &[P::Strategy, P::Goal, P::Action], shape: S::Period, repeats: false,
        help_en: "From when to when: `2027-01 .. 2028-06`. A day, a month, a quarter (`2027-T2`) or a year each.",
        help_fr: "De quand à quand : `2027-01 .. 2028-06`. Un jour, un mois, un trimestre (`2027-T2`) ou une année de chaque côté." },
    Row { concept: Concept::Sponsor, en: &["sponsor"], fr: &["parrain"], within: &[P::Strategy], shape: S::Name, repeats: false,
        help_en: "Who carries the strategy before the deciders.",
        help_fr: "Qui porte la stratégie devant les décideurs." },
    Row { concept: Concept::Lead, en: &["lead"], fr: &["chef-de-file"], within: &[P::Strategy], shape: S::Name, repeats: false,
        help_en: "Who leads the strategy: the CDO or, better, the general management.",
        help_fr: "Qui dirige la stratégie : le CDO ou, mieux, la direction générale." },
    Row { concept: Concept::Envelope, en: &["envelope"], fr: &["enveloppe"], within: &[P::Strategy], shape: S::Block(P::Amounts), repeats: false,
        help_en: "What the council allots, by section and year. The budgets draw on it.",
        help_fr: "Ce que le conseil alloue, par section et par année. Les budgets s'y imputent." },

    Row { concept: Concept::Kind, en: &["kind"], fr: &["nature"], within: &[P::Authority], repeats: false,
        shape: S::OneOf(&[Word::Commune, Word::Epci, Word::Metropole, Word::Departement, Word::Region, Word::Syndicat]),
        help_en: "The kind of authority.", help_fr: "La nature de la collectivité." },
    Row { concept: Concept::Population, en: &["population"], fr: &["population"], within: &[P::Authority], shape: S::Number, repeats: false,
        help_en: "Inhabitants; many legal duties depend on it.", help_fr: "Nombre d'habitants ; beaucoup d'obligations en dépendent." },
    Row { concept: Concept::Agents, en: &["agents"], fr: &["agents"], within: &[P::Authority], shape: S::Number, repeats: false,
        help_en: "Agents, in full-time equivalents.", help_fr: "Nombre d'agents, en équivalents temps plein." },
    Row { concept: Concept::Mandate, en: &["mandate"], fr: &["mandat"], within: &[P::Authority], shape: S::Period, repeats: false,
        help_en: "The term of the council in office.", help_fr: "Le mandat de l'assemblée en place." },
    Row { concept: Concept::Assembly, en: &["assembly"], fr: &["assemblée"], within: &[P::Authority], shape: S::Text, repeats: false,
        help_en: "What the council is called.", help_fr: "Le nom de l'assemblée délibérante." },
    Row { concept: Concept::Website, en: &["website"], fr: &["site"], within: &[P::Authority], shape: S::Text, repeats: false,
        help_en: "The address of the website.", help_fr: "L'adresse du site." },

    Row { concept: Concept::Contact, en: &["contact"], fr: &["contact"], within: &[P::Owner], shape: S::Text, repeats: false,
        help_en: "Who to ask.", help_fr: "À qui s'adresser." },

    Row { concept: Concept::OwnedBy, en: &["owner"], fr: &["pilote"], within: SHEET, shape: S::Name, repeats: false,
        help_en: "The one owner who answers for it.", help_fr: "Le pilote, un seul, qui en rend compte." },
    Row { concept: Concept::Contributors, en: &["contributors"], fr: &["contributeurs"], within: SHEET, shape: S::Names, repeats: false,
        help_en: "The directions that take part.", help_fr: "Les directions qui y participent." },
    Row { concept: Concept::Partners, en: &["partners"], fr: &["partenaires"], within: SHEET, shape: S::Names, repeats: false,
        help_en: "Outside bodies: names of owners, or texts.", help_fr: "Organismes extérieurs : noms de responsables déclarés, ou textes." },
    Row { concept: Concept::ElectedSponsor, en: &["elected-sponsor"], fr: &["élu-référent", "élu référent"], within: &[P::Axis, P::Goal, P::Action], shape: S::Text, repeats: false,
        help_en: "The elected member who follows it.", help_fr: "L'élu qui le suit." },
    Row { concept: Concept::Duration, en: &["duration"], fr: &["durée"], within: SHEET, shape: S::Duration, repeats: false,
        help_en: "How long, instead of a period: it is then placed after what it depends on.",
        help_fr: "La durée, à la place d'une période : le calendrier le place alors après ce dont il dépend." },
    Row { concept: Concept::DependsOn, en: &["depends on"], fr: &["dépend de", "dépend d'", "dépend du"], within: SHEET, shape: S::Dependencies, repeats: true,
        help_en: "What must have ended before: goals, actions, milestones (`identite.ouverture`); also `socle start`, `socle + 3 months`.",
        help_fr: "Ce qui doit être terminé avant : objectifs, actions, jalons (`identite.ouverture`) ; aussi `socle début`, `socle + 3 mois`." },
    Row { concept: Concept::Budget, en: &["budget"], fr: &["budget"], within: SHEET, shape: S::Block(P::Amounts), repeats: false,
        help_en: "What it costs, by section and year.", help_fr: "Ce que cela coûte, par section et par année." },
    Row { concept: Concept::Investment, en: &["investment"], fr: &["investissement"], within: &[P::Amounts], shape: S::YearAmounts, repeats: true,
        help_en: "Capital spending by year: equipment, licences owned, studies that lead to works.",
        help_fr: "Dépenses d'investissement par année : équipements, licences acquises, études suivies de travaux." },
    Row { concept: Concept::Operating, en: &["operating"], fr: &["fonctionnement"], within: &[P::Amounts], shape: S::YearAmounts, repeats: true,
        help_en: "Operating spending by year: subscriptions, maintenance, training, pay.",
        help_fr: "Dépenses de fonctionnement par année : abonnements, maintenance, formation, personnel." },
    Row { concept: Concept::Funding, en: &["funding"], fr: &["financement"], within: SHEET, shape: S::Block(P::Funding), repeats: false,
        help_en: "Who pays: `\"DSIL\" 60 k€ secured`, `\"FEDER\" 40 % of investment sought`.",
        help_fr: "Qui paie : `\"DSIL\" 60 k€ acquis`, `\"FEDER\" 40 % de investissement sollicité`." },
    Row { concept: Concept::Milestone, en: &["milestone"], fr: &["jalon"], within: SHEET, shape: S::NamedDate, repeats: true,
        help_en: "A visible result on a date: `milestone ouverture \"Ouverture au public\" on 2027-12`.",
        help_fr: "Un résultat visible à une date : `jalon ouverture \"Ouverture au public\" au 2027-12`." },
    Row { concept: Concept::Indicator, en: &["indicator"], fr: &["indicateur"], within: SHEET, shape: S::NamedBlock(P::Indicator), repeats: true,
        help_en: "What tells whether the goal is reached: a baseline, a target, measures.",
        help_fr: "Ce qui dit si l'objectif est atteint : valeur de départ, cible, mesures." },
    Row { concept: Concept::Status, en: &["status"], fr: &["état"], within: SHEET, repeats: false,
        shape: S::OneOf(&[Word::Planned, Word::Running, Word::Done, Word::Abandoned]),
        help_en: "How far it is.", help_fr: "Où il en est." },

    Row { concept: Concept::Baseline, en: &["baseline"], fr: &["départ"], within: &[P::Indicator], shape: S::ValueOnDate, repeats: false,
        help_en: "The value at the start, and when it was measured.", help_fr: "La valeur de départ, et sa date." },
    Row { concept: Concept::Target, en: &["target"], fr: &["cible"], within: &[P::Indicator], shape: S::ValueOnDate, repeats: false,
        help_en: "The value to reach, and by when.", help_fr: "La valeur à atteindre, et pour quand." },
    Row { concept: Concept::Measured, en: &["measured"], fr: &["mesure"], within: &[P::Indicator], shape: S::ValueOnDate, repeats: true,
        help_en: "A value seen on the way.", help_fr: "Une valeur constatée en chemin." },
    Row { concept: Concept::Unit, en: &["unit"], fr: &["unité"], within: &[P::Indicator], shape: S::Text, repeats: false,
        help_en: "What a bare number counts: `unit \"foyers\"`.", help_fr: "Ce que compte un nombre sans unité : `unité \"foyers\"`." },
    Row { concept: Concept::DataSource, en: &["source"], fr: &["source"], within: &[P::Indicator], shape: S::Text, repeats: false,
        help_en: "Where the figure comes from.", help_fr: "D'où vient le chiffre." },
    Row { concept: Concept::Frequency, en: &["frequency"], fr: &["fréquence"], within: &[P::Indicator], shape: S::Text, repeats: false,
        help_en: "How often it is measured.", help_fr: "À quel rythme il est mesuré." },
];

/// Words that authors try and that are no keywords, with the one that they mean: for "did you mean" only.
#[rustfmt::skip]
pub static MEANT: &[(&str, Concept, Lang)] = &[
    ("responsable", Concept::OwnedBy, Lang::Fr), ("chef", Concept::OwnedBy, Lang::Fr), ("porteur", Concept::OwnedBy, Lang::Fr), ("manager", Concept::OwnedBy, Lang::En), ("leader", Concept::OwnedBy, Lang::En),
    ("echeance", Concept::Period, Lang::Fr), ("date", Concept::Period, Lang::Fr), ("dates", Concept::Period, Lang::Fr), ("calendrier", Concept::Period, Lang::Fr), ("debut", Concept::Period, Lang::Fr),
    ("fin", Concept::Period, Lang::Fr), ("time", Concept::Period, Lang::En), ("deadline", Concept::Period, Lang::En), ("start", Concept::Period, Lang::En), ("end", Concept::Period, Lang::En),
    ("cout", Concept::Budget, Lang::Fr), ("montant", Concept::Budget, Lang::Fr), ("cost", Concept::Budget, Lang::En), ("budget", Concept::Envelope, Lang::Fr), ("plafond", Concept::Envelope, Lang::Fr),
    ("partenaire", Concept::Partners, Lang::Fr), ("contributeur", Concept::Contributors, Lang::Fr), ("projet", Concept::Action, Lang::Fr), ("chantier", Concept::Action, Lang::Fr),
    ("tache", Concept::Action, Lang::Fr), ("project", Concept::Action, Lang::En), ("task", Concept::Action, Lang::En), ("kpi", Concept::Indicator, Lang::En), ("habitants", Concept::Population, Lang::Fr),
    ("effectif", Concept::Agents, Lang::Fr), ("objective", Concept::Goal, Lang::En), ("orientation", Concept::Goal, Lang::Fr), ("besoin", Concept::DependsOn, Lang::Fr),
    ("apres", Concept::DependsOn, Lang::Fr), ("after", Concept::DependsOn, Lang::En), ("statut", Concept::Status, Lang::Fr), ("import", Concept::Use, Lang::En), ("inclure", Concept::Use, Lang::Fr),
];

/// The row of a concept.
pub fn row(concept: Concept) -> &'static Row {
    TABLE.iter().find(|row| row.concept == concept).expect("every concept has a row: tests/spec asserts it")
}

impl Row {
    pub fn spelling(&self, lang: Lang) -> &'static str {
        lang.of(self.fr[0], self.en[0])
    }

    pub fn help(&self, lang: Lang) -> &'static str {
        lang.of(self.help_fr, self.help_en)
    }
}

impl Place {
    /// The keyword whose block this is, if it is one.
    pub fn concept(self) -> Option<Concept> {
        match self {
            Place::Root => None,
            Place::Strategy => Some(Concept::Strategy),
            Place::Authority => Some(Concept::Authority),
            Place::Owner => Some(Concept::Owner),
            Place::Axis => Some(Concept::Axis),
            Place::Goal => Some(Concept::Goal),
            Place::Action => Some(Concept::Action),
            Place::Amounts => Some(Concept::Budget),
            Place::Funding => Some(Concept::Funding),
            Place::Indicator => Some(Concept::Indicator),
        }
    }
}

impl Concept {
    /// The place that this keyword's block opens.
    pub fn opens(self) -> Option<Place> {
        match (self, row(self).shape) {
            (_, Shape::NamedBlock(place) | Shape::Block(place)) => Some(place),
            (Concept::Strategy, _) => Some(Place::Strategy),
            _ => None,
        }
    }
}
