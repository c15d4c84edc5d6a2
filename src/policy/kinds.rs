//! What a policy may speak of: kinds of things, the facts of each, their types, and what an absence means. Pure data: one row a fact,
//! both spellings. `facts.rs` fetches each; no other file names one.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::diagnostic::{Lang, suggest};
use crate::language::concepts::{authority, decision, goal, money, owner, risk, sheet};
use crate::language::{AUDIENCE, COMPETENCES, Concept, E_SERVICES, Mode, Type, Typed, WordRow};

/// A kind of things.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Kind {
    Strategy,
    Authority,
    Diagnosis,
    /// A goal or an action.
    Sheet,
    Goal,
    Action,
    Owner,
    Axis,
    Partner,
    Risk,
    Continuity,
    Milestone,
    Indicator,
    Reading,
    Dependency,
    Budget,
    Amount,
    Funding,
    /// Year × section.
    Line,
    FiscalYear,
    /// Owner × quarter.
    Workload,
    Authorisation,
    Revision,
    Credit,
    Decision,
    Annex,
    Citation,
    Theme,
    MustHave,
    Barrier,
    Term,
    Reference,
    Figure,
    Waiver,
}

/// A list of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Words {
    AuthorityKind,
    Nature,
    Progress,
    Role,
    ActorKind,
    Post,
    Readiness,
    Audience,
    Level,
    MilestoneNature,
    Section,
    Spending,
    FundingStatus,
    AiRisk,
    Competence,
    EService,
    Channel,
    Authorised,
    DecisionKind,
    Result,
    Grade,
    Priority,
}

/// The type of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ty {
    /// True or false.
    Yes,
    /// × 1 000 000.
    Number,
    /// In cents; its mark is not said.
    Money,
    MoneyHt,
    MoneyTtc,
    /// Of 1, × 1 000 000.
    Share,
    /// Full-time equivalents, × 1 000 000.
    Fte,
    /// In days since 1970.
    Date,
    Period,
    Duration,
    Year,
    Quarter,
    Text,
    Word(Words),
    Thing(Kind),
    List(Item),
    /// `[]`, and what could not be typed.
    Any,
}

/// What a list holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Item {
    Word(Words),
    Thing(Kind),
    Year,
    Any,
}

impl Item {
    pub fn ty(self) -> Ty {
        match self {
            Item::Word(words) => Ty::Word(words),
            Item::Thing(kind) => Ty::Thing(kind),
            Item::Year => Ty::Year,
            Item::Any => Ty::Any,
        }
    }
}

/// One fact of a kind of things.
#[derive(Debug)]
pub struct FactRow {
    pub fact: Fact,
    pub kind: Kind,
    pub en: &'static str,
    pub fr: &'static str,
    pub ty: Ty,
    /// May it be absent? A list, and a yes, never is.
    pub optional: bool,
    pub mode: Mode,
}

/// The spellings of a kind: one and several, in English and in French.
pub struct KindRow {
    pub kind: Kind,
    pub en: [&'static str; 2],
    pub fr: [&'static str; 2],
    pub feminine: bool,
}

macro_rules! facts {
    ($($kind:ident { $($fact:ident $en:literal | $fr:literal: $ty:expr, $optional:ident $mode:ident;)* })*) => {
        /// Every fact that a policy may read.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u16)]
        pub enum Fact { $($($fact),*),* }

        /// In the order of [`Fact`].
        pub static FACTS: &[FactRow] = &[$($(
            FactRow { fact: Fact::$fact, kind: Kind::$kind, en: $en, fr: $fr, ty: $ty, optional: facts!(@$optional), mode: Mode::$mode }
        ),*),*];
    };
    (@must) => { false };
    (@may) => { true };
}

use Item as I;
use Kind::*;
use Ty::{List, Thing, Word};

facts! {
    Strategy {
        StrategyTitle "title" | "titre": Ty::Text, may Said;
        StrategyPeriod "period" | "période": Ty::Period, may Said;
        StrategyLead "lead" | "chef-de-file": Thing(Owner), may Said;
        StrategySponsor "sponsor" | "parrain": Thing(Owner), may Said;
        StrategyEnvelope "envelope" | "enveloppe": Ty::Money, may Said;
        StrategyTrajectory "trajectory" | "trajectoire": Ty::Money, may Said;
        StrategyAsked "asked" | "demandé": Ty::Money, must Computed;
        StrategyInvestment "investment" | "investissement": Ty::Money, must Computed;
        StrategyAdopted "adopted" | "adoption": Ty::Date, must Fact;
        StrategyYears "years" | "années": List(I::Year), must Computed;
        StrategyReview "review" | "revue": Ty::Duration, may Said;
        StrategyAnnexes "annexes" | "annexes": List(I::Thing(Annex)), must Said;
        StrategyRisks "risks" | "risques": List(I::Thing(Risk)), must Said;
    }
    Authority {
        AuthorityTitle "title" | "titre": Ty::Text, may Said;
        AuthorityNature "kind" | "nature": Word(Words::AuthorityKind), must Fact;
        AuthorityPopulation "population" | "population": Ty::Number, must Fact;
        AuthorityAgents "agents" | "agents": Ty::Number, must Fact;
        AuthorityCountry "country" | "pays": Ty::Text, may Said;
        AuthorityMandate "mandate" | "mandat": Ty::Period, must Fact;
        AuthorityCompetences "competences" | "compétences": List(I::Word(Words::Competence)), must Fact;
        AuthorityEServices "e-services" | "téléservices": List(I::Word(Words::EService)), must Fact;
        AuthorityReceipts "receipts" | "recettes": Ty::Money, must Fact;
        AuthorityWebsite "website" | "site": Ty::Text, may Said;
        AuthorityNoWebsite "no-website" | "sans-site": Ty::Yes, must Said;
        AuthorityAlgorithms "algorithms" | "algorithmes": Ty::Yes, must Fact;
        AuthorityAi "ai" | "ia": Ty::Yes, must Fact;
        AuthorityCyberCover "cyber-cover" | "assurance-cyber": Ty::Yes, must Fact;
        AuthorityTransmission "transmission" | "transmission": Word(Words::Channel), must Fact;
        AuthorityPublicity "publicity" | "publicité": Word(Words::Channel), must Fact;
    }
    Diagnosis {
        DiagnosisTitle "title" | "titre": Ty::Text, may Said;
        DiagnosisDate "date" | "date": Ty::Date, must Fact;
        DiagnosisFigures "figures" | "chiffres": List(I::Thing(Figure)), must Said;
    }
    Sheet {
        SheetName "name" | "nom": Ty::Text, may Said;
        SheetTitle "title" | "titre": Ty::Text, may Said;
        SheetText "text" | "texte": Ty::Text, must Computed;
        SheetOwner "owner" | "pilote": Thing(Owner), may Said;
        SheetContributors "contributors" | "contributeurs": List(I::Thing(Owner)), must Said;
        SheetTeam "team" | "équipe": List(I::Thing(Owner)), must Computed;
        SheetPartners "partners" | "partenaires": List(I::Thing(Partner)), must Said;
        SheetAxis "axis" | "axe": Thing(Axis), may Said;
        SheetParent "parent" | "parent": Thing(Sheet), may Said;
        SheetActions "actions" | "actions": List(I::Thing(Action)), must Said;
        SheetServes "serves" | "sert": List(I::Thing(Sheet)), must Said;
        SheetOutside "outside" | "hors-plan": Ty::Yes, must Said;
        SheetPeriod "period" | "période": Ty::Period, may Said;
        SheetStart "start" | "début": Ty::Date, must Computed;
        SheetEnd "end" | "fin": Ty::Date, must Computed;
        SheetYears "years" | "années": List(I::Year), must Computed;
        SheetDuration "duration" | "durée": Ty::Duration, may Said;
        SheetStatus "status" | "état": Word(Words::Progress), may Said;
        SheetBenefits "benefits" | "bénéfices": Ty::Date, must Fact;
        SheetMilestones "milestones" | "jalons": List(I::Thing(Milestone)), must Said;
        SheetContinuous "continuous" | "continu": Ty::Yes, must Said;
        SheetDepends "depends" | "dépendances": List(I::Thing(Dependency)), must Said;
        SheetUpstream "upstream" | "amont": List(I::Thing(Sheet)), must Computed;
        SheetDownstream "downstream" | "aval": List(I::Thing(Sheet)), must Computed;
        SheetCritical "critical" | "critique": Ty::Yes, must Computed;
        SheetSlack "slack" | "marge": Ty::Duration, must Computed;
        SheetCutPoint "cut-point" | "passage-obligé": Ty::Yes, must Computed;
        SheetHanging "hanging" | "suspendues": Ty::Number, must Computed;
        SheetBudget "budget" | "budget": Thing(Budget), may Said;
        SheetAmounts "amounts" | "montants": List(I::Thing(Amount)), must Said;
        SheetCost "cost" | "coût": Ty::Money, must Computed;
        SheetInvestment "investment" | "investissement": Ty::Money, must Computed;
        SheetOperating "operating" | "fonctionnement": Ty::Money, must Computed;
        SheetFundings "fundings" | "financements": List(I::Thing(Funding)), must Said;
        SheetPurchase "purchase" | "achat": Ty::Money, may Said;
        SheetEffort "effort" | "effort": Ty::Fte, must Computed;
        SheetLoadDip "load-dip" | "creux": Ty::Fte, may Said;
        SheetPpi "ppi" | "ppi": Ty::Yes, must Said;
        SheetNature "nature" | "nature": Word(Words::Nature), may Said;
        SheetPriority "priority" | "priorité": Word(Words::Priority), may Said;
        SheetThemes "themes" | "thèmes": List(I::Thing(Theme)), must Said;
        SheetAudience "audience" | "publics": List(I::Word(Words::Audience)), must Said;
        SheetStrengthens "strengthens" | "renforce": List(I::Thing(MustHave)), must Said;
        SheetAddresses "addresses" | "lève": List(I::Thing(Barrier)), must Said;
        SheetPrepares "prepares" | "prépare": List(I::Thing(Owner)), must Said;
        SheetIndicators "indicators" | "indicateurs": List(I::Thing(Indicator)), must Said;
        SheetRisks "risks" | "risques": List(I::Thing(Risk)), must Said;
        SheetContinuity "continuity" | "continuité": Thing(Continuity), may Said;
        SheetPersonalData "personal-data" | "données-personnelles": Ty::Yes, must Fact;
        SheetSensitiveData "sensitive-data" | "données-sensibles": Ty::Yes, must Fact;
        SheetAiRisk "ai-risk" | "risque-ia": Word(Words::AiRisk), must Fact;
        SheetLicence "licence" | "licence": Ty::Text, may Said;
        SheetHosting "hosting" | "hébergement": Ty::Text, may Said;
    }
    Owner {
        OwnerName "name" | "nom": Ty::Text, may Said;
        OwnerTitle "title" | "titre": Ty::Text, may Said;
        OwnerRole "role" | "rôle": Word(Words::Role), may Said;
        OwnerNature "kind" | "nature": Word(Words::ActorKind), may Said;
        OwnerPost "post" | "poste": Word(Words::Post), may Said;
        OwnerArrival "arrival" | "arrivée": Ty::Date, may Said;
        OwnerCost "cost" | "coût": Ty::Money, may Said;
        OwnerReadiness "readiness" | "préparation": Word(Words::Readiness), may Said;
        OwnerPermanent "permanent" | "permanent": Ty::Yes, must Said;
        OwnerPartOf "part-of" | "relève-de": Thing(Owner), may Said;
        OwnerNamed "named" | "nommé": Ty::Yes, must Computed;
        OwnerSheets "sheets" | "fiches": List(I::Thing(Sheet)), must Computed;
        OwnerContributes "contributes" | "contribue": List(I::Thing(Sheet)), must Computed;
    }
    Axis {
        AxisTitle "title" | "titre": Ty::Text, may Said;
        AxisBare "bare" | "nu": Ty::Yes, must Computed;
        AxisGoals "goals" | "objectifs": List(I::Thing(Goal)), must Said;
        AxisSheets "sheets" | "fiches": List(I::Thing(Sheet)), must Said;
    }
    Partner {
        PartnerTitle "title" | "titre": Ty::Text, may Said;
        PartnerAgreement "agreement" | "convention": Ty::Yes, must Said;
    }
    Risk {
        RiskTitle "title" | "titre": Ty::Text, may Said;
        RiskLikelihood "likelihood" | "probabilité": Word(Words::Level), may Said;
        RiskImpact "impact" | "gravité": Word(Words::Level), may Said;
        RiskMitigation "mitigation" | "parade": Ty::Text, may Said;
        RiskOwner "owner" | "pilote": Thing(Owner), may Said;
    }
    Continuity {
        ContinuityOwner "owner" | "pilote": Thing(Owner), may Said;
        ContinuityMeans "means" | "moyens": Ty::Text, may Said;
    }
    Milestone {
        MilestoneTitle "title" | "titre": Ty::Text, may Said;
        MilestoneDate "date" | "date": Ty::Date, must Fact;
        MilestoneNature "nature" | "nature": Word(Words::MilestoneNature), may Said;
        MilestoneVisible "visible" | "visible": Ty::Yes, must Said;
        MilestoneSheet "sheet" | "fiche": Thing(Sheet), must Said;
    }
    Indicator {
        IndicatorTitle "title" | "titre": Ty::Text, may Said;
        IndicatorThemes "themes" | "thèmes": List(I::Thing(Theme)), must Said;
        IndicatorBaseline "baseline" | "départ": Thing(Reading), may Said;
        IndicatorTarget "target" | "cible": Thing(Reading), may Said;
        IndicatorMeasures "measures" | "mesures": List(I::Thing(Reading)), must Said;
        IndicatorUnit "unit" | "unité": Ty::Text, may Said;
        IndicatorSource "source" | "source": Ty::Text, may Said;
        IndicatorFrequency "frequency" | "fréquence": Ty::Text, may Said;
        IndicatorSheet "sheet" | "fiche": Thing(Sheet), must Said;
    }
    Reading {
        ReadingValue "value" | "valeur": Ty::Number, may Said;
        ReadingDate "date" | "date": Ty::Date, may Said;
    }
    Dependency {
        DependencySheet "sheet" | "fiche": Thing(Sheet), must Said;
        DependencyTarget "target" | "cible": Thing(Sheet), must Said;
        DependencyMoment "moment" | "moment": Ty::Date, must Computed;
        DependencyAwaited "awaited" | "attendu": Ty::Date, must Computed;
        DependencyRedundant "redundant" | "superflue": Ty::Yes, must Computed;
    }
    Budget {
        BudgetSheet "sheet" | "fiche": Thing(Sheet), must Said;
        BudgetFctva "fctva" | "fctva": Ty::Yes, must Said;
        BudgetAmounts "amounts" | "montants": List(I::Thing(Amount)), must Said;
    }
    Amount {
        AmountYear "year" | "année": Ty::Year, must Said;
        AmountSection "section" | "section": Word(Words::Section), must Said;
        AmountValue "value" | "valeur": Ty::Money, must Said;
        AmountSheet "sheet" | "fiche": Thing(Sheet), must Said;
        AmountNature "nature" | "nature": Word(Words::Spending), may Said;
        AmountFctva "fctva" | "fctva": Ty::Yes, must Said;
    }
    Funding {
        FundingSource "source" | "source": Ty::Text, must Said;
        FundingValue "value" | "valeur": Ty::Money, must Computed;
        FundingStatus "status" | "état": Word(Words::FundingStatus), may Said;
        FundingPublic "public" | "public": Ty::Yes, must Fact;
        FundingSection "section" | "section": Word(Words::Section), may Said;
        FundingSheet "sheet" | "fiche": Thing(Sheet), must Said;
    }
    Line {
        LineYear "year" | "année": Ty::Year, must Said;
        LineSection "section" | "section": Word(Words::Section), must Said;
        LineAsked "asked" | "demandé": Ty::Money, must Computed;
        LineAllotted "allotted" | "alloué": Ty::Money, may Said;
        LineAmounts "amounts" | "montants": List(I::Thing(Amount)), must Computed;
    }
    FiscalYear {
        FiscalYearYear "year" | "année": Ty::Year, must Said;
        FiscalYearAsked "asked" | "demandé": Ty::Money, must Computed;
        FiscalYearInvestment "investment" | "investissement": Ty::Money, must Computed;
        FiscalYearReceived "funded" | "financé": Ty::Money, must Computed;
        FiscalYearTrajectory "trajectory" | "trajectoire": Ty::Money, may Said;
    }
    Workload {
        WorkloadOwner "owner" | "pilote": Thing(Owner), must Said;
        WorkloadQuarter "quarter" | "trimestre": Ty::Quarter, must Said;
        WorkloadAsked "asked" | "demandée": Ty::Fte, must Computed;
        WorkloadCapacity "capacity" | "capacité": Ty::Fte, must Fact;
        WorkloadSheets "sheets" | "fiches": List(I::Thing(Sheet)), must Computed;
    }
    Authorisation {
        AuthorisationTitle "title" | "titre": Ty::Text, may Said;
        AuthorisationNature "kind" | "nature": Word(Words::Authorised), may Said;
        AuthorisationTotal "total" | "total": Ty::Money, must Fact;
        AuthorisationCredits "credits" | "crédits": List(I::Thing(Credit)), must Said;
        AuthorisationSheet "sheet" | "fiche": Thing(Sheet), may Said;
        AuthorisationDate "date" | "date": Ty::Date, may Said;
        AuthorisationRevisions "revisions" | "révisions": List(I::Thing(Revision)), must Said;
    }
    Revision {
        RevisionDate "date" | "date": Ty::Date, may Said;
        RevisionDecision "decision" | "décision": Thing(Decision), may Said;
    }
    Credit {
        CreditYear "year" | "année": Ty::Year, must Said;
        CreditValue "value" | "valeur": Ty::Money, must Said;
    }
    Decision {
        DecisionTitle "title" | "titre": Ty::Text, may Said;
        DecisionNature "kind" | "nature": Word(Words::DecisionKind), may Said;
        DecisionResult "result" | "résultat": Word(Words::Result), may Said;
        DecisionSession "session" | "séance": Ty::Date, must Fact;
        DecisionConvened "convened" | "convocation": Ty::Date, must Fact;
        DecisionUrgent "urgent" | "urgence": Ty::Yes, must Said;
        DecisionSecondCall "second-call" | "seconde-convocation": Ty::Yes, must Said;
        DecisionInOffice "in-office" | "en-exercice": Ty::Number, must Fact;
        DecisionPresent "present" | "présents": Ty::Number, must Fact;
        DecisionRepresented "represented" | "représentés": Ty::Number, must Fact;
        DecisionVoting "voting" | "votants": Ty::Number, must Computed;
        DecisionFor "votes-for" | "voix-pour": Ty::Number, must Fact;
        DecisionAgainst "votes-against" | "voix-contre": Ty::Number, must Fact;
        DecisionAbstentions "abstentions" | "abstentions": Ty::Number, must Fact;
        DecisionNotVoting "not-voting" | "sans-vote": Ty::Number, must Computed;
        DecisionTransmitted "transmitted" | "transmission": Ty::Date, may Said;
        DecisionReceived "received" | "réception": Ty::Date, may Said;
        DecisionPublished "published" | "publication": Ty::Date, may Said;
        DecisionAmount "amount" | "montant": Ty::Money, may Said;
        DecisionAnnexes "annexes" | "annexes": List(I::Thing(Annex)), must Said;
        DecisionCitations "citations" | "visas": List(I::Thing(Citation)), must Said;
        DecisionBy "by" | "par": List(I::Thing(Owner)), must Said;
    }
    Annex {
        AnnexTitle "title" | "titre": Ty::Text, may Said;
    }
    Citation {
        CitationText "text" | "texte": Ty::Text, must Said;
        CitationArticle "article" | "article": Ty::Yes, must Computed;
        CitationDecision "decision" | "décision": Thing(Decision), must Said;
    }
    Theme {
        ThemeTitle "title" | "titre": Ty::Text, may Said;
        ThemeName "name" | "nom": Ty::Text, may Said;
    }
    MustHave {
        MustHaveTitle "title" | "titre": Ty::Text, may Said;
        MustHaveName "name" | "nom": Ty::Text, may Said;
    }
    Barrier {
        BarrierTitle "title" | "titre": Ty::Text, may Said;
        BarrierName "name" | "nom": Ty::Text, may Said;
    }
    Term {
        TermTitle "title" | "titre": Ty::Text, may Said;
        TermTheme "theme" | "thème": Thing(Theme), may Computed;
    }
    Reference {
        ReferenceTitle "title" | "titre": Ty::Text, may Said;
        ReferenceGrade "grade" | "sûreté": Word(Words::Grade), may Said;
        ReferenceChecked "checked" | "vérifié": Ty::Date, may Said;
    }
    Figure {
        FigureTitle "title" | "titre": Ty::Text, may Said;
        FigureValue "value" | "valeur": Ty::Number, may Said;
        FigureDate "date" | "date": Ty::Date, may Said;
        FigureSource "source" | "source": Ty::Text, may Said;
    }
    Waiver {
        WaiverRule "rule" | "règle": Ty::Text, must Said;
        WaiverUntil "until" | "échéance": Ty::Date, may Said;
        WaiverBecause "because" | "motif": Ty::Text, may Said;
        WaiverBy "by" | "par": List(I::Thing(Owner)), must Said;
    }
}

macro_rules! kinds {
    ($($kind:ident $one_en:literal $many_en:literal | $one_fr:literal $many_fr:literal $gender:ident;)*) => {
        /// In the order of [`Kind`].
        pub static KINDS: &[KindRow] = &[$(
            KindRow { kind: Kind::$kind, en: [$one_en, $many_en], fr: [$one_fr, $many_fr], feminine: kinds!(@$gender) }
        ),*];
    };
    (@f) => { true };
    (@m) => { false };
}

kinds! {
    Strategy "strategy" "strategies" | "stratégie" "stratégies" f;
    Authority "authority" "authorities" | "collectivité" "collectivités" f;
    Diagnosis "diagnosis" "diagnoses" | "diagnostic" "diagnostics" m;
    Sheet "sheet" "sheets" | "fiche" "fiches" f;
    Goal "goal" "goals" | "objectif" "objectifs" m;
    Action "action" "actions" | "action" "actions" f;
    Owner "owner" "owners" | "pilote" "pilotes" m;
    Axis "axis" "axes" | "axe" "axes" m;
    Partner "partner" "partners" | "partenaire" "partenaires" m;
    Risk "risk" "risks" | "risque" "risques" m;
    Continuity "continuity" "continuities" | "continuité" "continuités" f;
    Milestone "milestone" "milestones" | "jalon" "jalons" m;
    Indicator "indicator" "indicators" | "indicateur" "indicateurs" m;
    Reading "reading" "readings" | "relevé" "relevés" m;
    Dependency "dependency" "dependencies" | "dépendance" "dépendances" f;
    Budget "budget" "budgets" | "budget" "budgets" m;
    Amount "amount" "amounts" | "montant" "montants" m;
    Funding "funding" "fundings" | "financement" "financements" m;
    Line "line" "lines" | "ligne" "lignes" f;
    FiscalYear "fiscal-year" "fiscal-years" | "exercice" "exercices" m;
    Workload "workload" "workloads" | "charge" "charges" f;
    Authorisation "authorisation" "authorisations" | "autorisation" "autorisations" f;
    Revision "revision" "revisions" | "révision" "révisions" f;
    Credit "credit" "credits" | "crédit" "crédits" m;
    Decision "decision" "decisions" | "décision" "décisions" f;
    Annex "annex" "annexes" | "annexe" "annexes" f;
    Citation "citation" "citations" | "visa" "visas" m;
    Theme "theme" "themes" | "thème" "thèmes" m;
    MustHave "must-have" "must-haves" | "incontournable" "incontournables" m;
    Barrier "barrier" "barriers" | "frein" "freins" m;
    Term "term" "terms" | "terme" "termes" m;
    Reference "reference" "references" | "référence" "références" f;
    Figure "figure" "figures" | "chiffre" "chiffres" m;
    Waiver "waiver" "waivers" | "dérogation" "dérogations" f;
}

/// The roles of `std.roles`, by their names there.
static ROLES: &[WordRow] = &[
    WordRow { en: "dgs", fr: "dgs", also: &[] },
    WordRow { en: "dga", fr: "dga", also: &[] },
    WordRow { en: "dgo", fr: "dgo", also: &[] },
    WordRow { en: "cdo", fr: "cdo", also: &[] },
    WordRow { en: "dsi", fr: "dsi", also: &[] },
    WordRow { en: "com", fr: "com", also: &[] },
    WordRow { en: "drh", fr: "drh", also: &[] },
    WordRow { en: "daf", fr: "daf", also: &[] },
    WordRow { en: "dpo", fr: "dpo", also: &[] },
    WordRow { en: "rssi", fr: "rssi", also: &[] },
];

static SECTIONS: &[WordRow] =
    &[WordRow { en: "investment", fr: "investissement", also: &[] }, WordRow { en: "operating", fr: "fonctionnement", also: &[] }];

impl Words {
    pub fn rows(self) -> &'static [WordRow] {
        fn of<T: Typed>() -> &'static [WordRow] {
            match T::TYPE {
                Type::Word(rows) => rows,
                _ => &[],
            }
        }
        match self {
            Words::AuthorityKind => of::<authority::AuthorityKind>(),
            Words::Channel => of::<authority::Channel>(),
            Words::Nature => of::<sheet::Nature>(),
            Words::Progress => of::<sheet::status::Progress>(),
            Words::Priority => of::<sheet::Priority>(),
            Words::AiRisk => of::<sheet::AiRisk>(),
            Words::ActorKind => of::<owner::ActorKind>(),
            Words::Post => of::<owner::Post>(),
            Words::Readiness => of::<owner::Readiness>(),
            Words::Level => of::<risk::Level>(),
            Words::MilestoneNature => of::<goal::milestone::MilestoneNature>(),
            Words::Spending => of::<money::Spending>(),
            Words::FundingStatus => of::<money::FundingStatus>(),
            Words::Authorised => of::<money::authorisation::Authorised>(),
            Words::DecisionKind => of::<decision::DecisionKind>(),
            Words::Result => of::<decision::Result>(),
            Words::Grade => of::<decision::reference::Grade>(),
            Words::Role => ROLES,
            Words::Audience => AUDIENCE,
            Words::Section => SECTIONS,
            Words::Competence => COMPETENCES,
            Words::EService => E_SERVICES,
        }
    }

    /// What a word of it is, in a sentence.
    pub fn one(self, lang: Lang) -> &'static str {
        let (fr, en) = match self {
            Words::AuthorityKind => ("une nature de collectivité", "a kind of authority"),
            Words::Channel => ("un canal", "a channel"),
            Words::Nature => ("une nature de travail", "a kind of work"),
            Words::Progress => ("un état", "a status"),
            Words::Priority => ("une priorité", "a priority"),
            Words::AiRisk => ("une classe de risque", "a class of risk"),
            Words::ActorKind => ("une nature d'acteur", "a kind of actor"),
            Words::Post => ("un état de poste", "a state of a post"),
            Words::Readiness => ("un état de préparation", "a readiness"),
            Words::Level => ("un niveau", "a level"),
            Words::MilestoneNature => ("une nature de jalon", "a kind of milestone"),
            Words::Spending => ("une nature de dépense", "a kind of spending"),
            Words::FundingStatus => ("un état de financement", "a status of funding"),
            Words::Authorised => ("une nature d'autorisation", "a kind of authorisation"),
            Words::DecisionKind => ("une nature de décision", "a kind of decision"),
            Words::Result => ("un résultat", "a result"),
            Words::Grade => ("une sûreté", "a grade"),
            Words::Role => ("un rôle", "a role"),
            Words::Audience => ("un public", "an audience"),
            Words::Section => ("une section", "a section"),
            Words::Competence => ("une compétence", "a competence"),
            Words::EService => ("un téléservice", "an e-service"),
        };
        lang.of(fr, en)
    }
}

impl Kind {
    pub fn row(self) -> &'static KindRow {
        &KINDS[self as usize]
    }

    /// The kind whose numbers and facts it shares.
    pub fn base(self) -> Kind {
        match self {
            Goal | Action => Sheet,
            other => other,
        }
    }

    /// Is every one of these one of those?
    pub fn is(self, other: Kind) -> bool {
        self == other || (other == Sheet && self.base() == Sheet)
    }

    pub fn facts(self) -> impl Iterator<Item = &'static FactRow> {
        FACTS.iter().filter(move |row| row.kind == self.base())
    }

    /// The fact that is spelt so, in either language, blind to case and accents.
    pub fn fact(self, word: &str) -> Option<&'static FactRow> {
        let (kind, folded) = (self.base(), suggest::fold(word));
        BY_NAME.get(&folded)?.iter().map(|at| &FACTS[*at]).find(|row| row.kind == kind)
    }

    pub fn one(self, lang: Lang) -> String {
        let row = self.row();
        match lang {
            Lang::Fr => format!("{} {}", if row.feminine { "une" } else { "un" }, row.fr[0]),
            Lang::En => format!("{} {}", if row.en[0].starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" }, row.en[0]),
        }
    }
}

static BY_NAME: LazyLock<FxHashMap<String, Vec<usize>>> = LazyLock::new(|| {
    let mut map: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for (at, row) in FACTS.iter().enumerate() {
        let mut names = vec![suggest::fold(row.en), suggest::fold(row.fr)];
        names.dedup();
        names.into_iter().for_each(|name| map.entry(name).or_default().push(at));
    }
    map
});

/// What a binder goes through: `action`, `objectifs`, `année`, `public`.
pub fn bound(word: &str) -> Option<Item> {
    static NAMES: LazyLock<FxHashMap<String, Item>> = LazyLock::new(|| {
        let kinds = KINDS.iter().flat_map(|row| row.en.iter().chain(&row.fr).map(|name| (suggest::fold(name), Item::Thing(row.kind))));
        let years = ["year", "years", "année", "années"].map(|name| (suggest::fold(name), Item::Year));
        let words = [
            (&["audience", "audiences", "public", "publics"][..], Words::Audience),
            (&["role", "roles", "rôle", "rôles"], Words::Role),
            (&["e-service", "e-services", "téléservice", "téléservices"], Words::EService),
            (&["competence", "competences", "compétence", "compétences"], Words::Competence),
        ];
        let words = words.into_iter().flat_map(|(names, words)| names.iter().map(move |name| (suggest::fold(name), Item::Word(words))));
        let more = [("atout", Item::Thing(MustHave)), ("atouts", Item::Thing(MustHave)), ("barriere", Item::Thing(Barrier))];
        kinds.chain(years).chain(words).chain(more.map(|(name, item)| (name.to_owned(), item))).collect()
    });
    NAMES.get(suggest::fold(word).as_str()).copied()
}

/// What is gone through, in both languages and in the number that it is written in: `objectifs` is `goals`.
pub fn both_spellings(word: &str) -> Option<[&'static str; 2]> {
    let item = bound(word)?;
    let [one_en, one_fr] = singular(item);
    let many: [&str; 2] = match item {
        Item::Thing(kind) => [kind.row().en[1], kind.row().fr[1]],
        Item::Year => ["years", "années"],
        Item::Word(Words::Audience) => ["audiences", "publics"],
        Item::Word(Words::Role) => ["roles", "rôles"],
        Item::Word(Words::EService) => ["e-services", "téléservices"],
        Item::Word(Words::Competence) => ["competences", "compétences"],
        Item::Word(_) | Item::Any => return None,
    };
    let is_one = [one_en, one_fr, "atout", "barrière"].iter().any(|one| suggest::same(one, word));
    Some(if is_one { [one_en, one_fr] } else { many })
}

/// Is it feminine in French, and does it mean several?
pub fn gender(word: &str) -> Option<(bool, bool)> {
    let [_, french] = both_spellings(word)?;
    let several = matches!(bound(word)?, Item::Thing(kind) if kind.row().fr[0] != french)
        || french.ends_with('s') && !KINDS.iter().any(|row| row.fr[0] == french);
    let feminine = match bound(word)? {
        Item::Thing(kind) => kind.row().feminine,
        Item::Year | Item::Word(Words::Competence) => true,
        Item::Word(_) | Item::Any => false,
    };
    Some((feminine, several))
}

/// The singular words of what is bound: `objectif` of `objectifs`.
pub fn singular(item: Item) -> [&'static str; 2] {
    match item {
        Item::Thing(kind) => [kind.row().en[0], kind.row().fr[0]],
        Item::Year => ["year", "année"],
        Item::Word(Words::Audience) => ["audience", "public"],
        Item::Word(Words::Role) => ["role", "rôle"],
        Item::Word(Words::EService) => ["e-service", "téléservice"],
        Item::Word(Words::Competence) => ["competence", "compétence"],
        Item::Word(_) | Item::Any => ["", ""],
    }
}

impl Ty {
    /// The type in a sentence: `une date`, `an amount of money`.
    pub fn called(self, lang: Lang) -> String {
        let (fr, en) = match self {
            Ty::Yes => ("un oui ou un non", "a yes or a no"),
            Ty::Number => ("un nombre", "a number"),
            Ty::Money => ("un montant", "an amount"),
            Ty::MoneyHt => ("un montant HT", "an amount without tax"),
            Ty::MoneyTtc => ("un montant TTC", "an amount with tax"),
            Ty::Share => ("une part", "a share"),
            Ty::Fte => ("un temps de travail", "a working time"),
            Ty::Date => ("une date", "a date"),
            Ty::Period => ("une période", "a period"),
            Ty::Duration => ("une durée", "a duration"),
            Ty::Year => ("une année", "a year"),
            Ty::Quarter => ("un trimestre", "a quarter"),
            Ty::Text => ("un texte", "a text"),
            Ty::Word(words) => return words.one(lang).to_owned(),
            Ty::Thing(kind) => return kind.one(lang),
            Ty::List(_) => ("une liste", "a list"),
            Ty::Any => ("une valeur", "a value"),
        };
        lang.of(fr, en).to_owned()
    }

    /// Has it a before and an after?
    pub fn is_ordered(self) -> bool {
        self.is_quantity() || matches!(self, Ty::Date | Ty::Year | Ty::Quarter)
    }

    /// Can it be added to another of its kind?
    pub fn is_quantity(self) -> bool {
        matches!(self, Ty::Number | Ty::Money | Ty::MoneyHt | Ty::MoneyTtc | Ty::Share | Ty::Fte | Ty::Duration)
    }

    pub fn is_money(self) -> bool {
        matches!(self, Ty::Money | Ty::MoneyHt | Ty::MoneyTtc)
    }

    /// Values that are intervals.
    pub fn is_number(self) -> bool {
        self.is_ordered()
    }
}

impl FactRow {
    pub fn name(&self, lang: Lang) -> &'static str {
        lang.of(self.fr, self.en)
    }

    /// The statement of the plan that gives it, if there is one.
    pub fn written(&self) -> Option<(Concept, &'static crate::language::FieldRow)> {
        let concept = match self.kind {
            Strategy => Concept::Strategy,
            Authority => Concept::Authority,
            Diagnosis => Concept::Diagnosis,
            Sheet | Goal | Action => Concept::Goal,
            Owner => Concept::Owner,
            Milestone => Concept::Milestone,
            Funding => Concept::Funder,
            Authorisation => Concept::Authorisation,
            Decision => Concept::Decision,
            Reading => Concept::Target,
            _ => return None,
        };
        let wanted = match self.fact {
            Fact::SheetBenefits => "benefits from",
            Fact::DecisionInOffice => "in office",
            Fact::DecisionFor | Fact::DecisionAgainst | Fact::DecisionAbstentions => "votes",
            _ => self.en,
        };
        concept.row().fields.iter().find(|field| field.en[0] == wanted).map(|field| (concept, field))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_stands_at_its_number_and_no_word_means_two_facts() {
        for (at, row) in FACTS.iter().enumerate() {
            assert_eq!(row.fact as usize, at);
            for word in [row.en, row.fr] {
                let same = FACTS.iter().filter(|other| other.kind == row.kind && [other.en, other.fr].contains(&word)).count();
                assert_eq!(same, 1, "{:?}.{word}", row.kind);
            }
            assert!(!row.optional || !matches!(row.ty, Ty::List(_) | Ty::Yes), "{row:?}");
        }
        for (at, row) in KINDS.iter().enumerate() {
            assert_eq!(row.kind as usize, at);
        }
    }

    #[test]
    fn of_a_kind_finds_one_list_or_the_author_is_asked_which() {
        // `owner`s and `sheet`s of a sheet have more than one list: `in` is written there.
        let several: Vec<(Kind, Item)> = FACTS
            .iter()
            .filter_map(|row| match row.ty {
                Ty::List(item) => Some((row.kind, item)),
                _ => None,
            })
            .collect();
        let twice: Vec<_> = several.iter().filter(|one| several.iter().filter(|other| other == one).count() > 1).collect();
        let known =
            [(Kind::Sheet, Item::Thing(Kind::Owner)), (Kind::Sheet, Item::Thing(Kind::Sheet)), (Kind::Owner, Item::Thing(Kind::Sheet))];
        assert!(twice.iter().all(|one| known.contains(one)), "{twice:?}");
    }
}
