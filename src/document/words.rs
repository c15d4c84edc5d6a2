//! The words that the document writes itself, in both languages, from one table.

use std::collections::BTreeMap;

use crate::diagnostic::Lang;

macro_rules! words {
    ($($word:ident $fr:literal $en:literal;)*) => {
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum W { $($word),* }

        impl W {
            pub fn of(self, lang: Lang) -> &'static str {
                match self { $(W::$word => lang.of($fr, $en)),* }
            }
        }
    };
}

// French, English. The French has its no-break spaces already.
words! {
    Hole "[À COMPLÉTER]" "[TO BE COMPLETED]";
    Contents "Sommaire" "Contents";
    Page "page" "page";
    Foreword "Avant-propos" "Foreword";
    Summary "Synthèse" "Summary";
    DraftTitle "Document de travail — éléments à compléter" "Working document — to be completed";
    DraftHeader "Document de travail" "Working document";
    Strategy "Stratégie" "Strategy";
    Number "N°" "No.";
    Axis "Axe" "Axis";
    Axes "Axes" "Axes";
    Goal "Objectif" "Goal";
    Goals "Objectifs" "Goals";
    Action "Action" "Action";
    Actions "Actions" "Actions";
    GoalOrAction "Objectif ou action" "Goal or action";
    Unsplit "Non réparti" "Not split";
    Refused "Refusé" "Refused";
    Received "Reçu" "Received";
    GoalsAndActions "Objectifs et actions" "Goals and actions";
    Authority "Collectivité" "Authority";
    Assembly "Assemblée" "Assembly";
    Period "Période" "Period";
    Mandate "Mandat" "Term of office";
    Website "Site" "Website";
    Sponsor "Parrain" "Sponsor";
    Lead "Chef de file" "Lead";
    Owner "Pilote" "Owner";
    Calendar "Calendrier" "Calendar";
    Status "État" "Status";
    Planned "Prévu" "Planned";
    Running "En cours" "Running";
    Done "Terminé" "Done";
    Remarks "Remarques" "Remarks"; More "Autres éléments du plan" "More of the plan";
    Abandoned "Abandonné" "Abandoned"; Suspended "Suspendu" "Suspended"; Postponed "Reporté" "Postponed";
    ComputedDates "dates calculées" "computed dates";
    Budget "Budget" "Budget";
    InEuros "en euros" "in euros";
    Cost "Coût" "Cost";
    TotalCost "Coût total" "Total cost";
    Envelope "Enveloppe" "Envelope";
    Balance "Solde" "Balance";
    Asked "Demandé" "Asked";
    Share "Part" "Share";
    Total "Total" "Total";
    AllYears "Total" "Total";
    Year "Année" "Year";
    Section "Section" "Section";
    Investment "Investissement" "Investment";
    Operating "Fonctionnement" "Operating";
    Funding "Financement" "Funding";
    Funder "Financeur" "Funder";
    Amount "Montant" "Amount";
    Secured "Acquis" "Secured";
    Sought "Sollicité" "Sought";
    StatusUnknown "Non précisé" "Not stated";
    FundingTotal "Total des financements" "Total funding";
    OwnShare "Autofinancement si tout est obtenu" "Own share if all is obtained";
    OwnShareSecured "Autofinancement avec les seuls financements acquis" "Own share with secured funding only";
    Milestones "Jalons" "Milestones";
    Indicator "Indicateur" "Indicator";
    Indicators "Indicateurs" "Indicators";
    Baseline "Départ" "Baseline";
    Measures "Mesures" "Measures";
    LastMeasure "Dernière mesure" "Last measure";
    Target "Cible" "Target";
    DependsOn "Dépend de" "Depends on";
    AwaitedBy "Attendu par" "Awaited by";
    Roadmap "Feuille de route" "Roadmap";
    Money "Trajectoire financière" "Financial plan";
    Dependencies "Dépendances" "Dependencies";
    Owners "Pilotes et contributeurs" "Owners and contributors";
    Missing "Éléments à compléter" "Missing items";
    MissingItem "À compléter" "To be completed";
    Where "Où" "Where";
    WaitsFor "Attend" "Waits for";
    Available "Attendu pour" "Expected";
    Start "Début prévu" "Planned start";
    Remark "Observation" "Remark";
    TooEarly "Début trop tôt" "Starts too early";
    InLoop "Boucle de dépendances" "Loop of dependencies";
    ContributesTo "Contribue à" "Contributes to";
    Contact "Contact" "Contact";
    PartnerOf "Partenaire de" "Partner of";
    ByYear "Demande et enveloppe, par année et par section" "Asked and allotted, by year and section";
    ByAxisSection "Par axe et par section" "By axis and section";
    ByAxisYear "Par axe et par année, sections réunies" "By axis and year, both sections";
    Trace "détail par objectif" "detail by goal";
    FundingPlan "Plan de financement" "Funding plan";
    Conformity "Conformité aux règles" "Conformity to the policies";
    Policy "Règle" "Policy";
    WhatItAsks "Ce qu’elle demande" "What it asks";
    Result "Résultat" "Result";
    Findings "Constats" "Findings";
    StoodFor "Écarts assumés" "Gaps answered for";
    Undecided "Non décidées" "Undecided";
    Met "Respectées" "Met";
    Aside "Sans objet" "Aside";
    Waivers "Dérogations et écarts assumés" "Waivers and acknowledged gaps";
    Reason "Motif" "Reason";
    DecidedBy "Décidée par" "Decided by";
    Until "Jusqu’au" "Until";
    LegendGoal "Objectif" "Goal";
    LegendAction "Action" "Action";
    LegendComputed "Dates calculées (contour en tirets)" "Computed dates (dashed outline)";
    LegendMilestone "Jalon" "Milestone";
}

/// Those that the template writes, by the name that it knows them by.
pub fn for_template(lang: Lang) -> BTreeMap<&'static str, &'static str> {
    [
        ("contents", W::Contents),
        ("page", W::Page),
        ("foreword", W::Foreword),
        ("summary", W::Summary),
        ("draft", W::DraftHeader),
        ("actions", W::Actions),
    ]
    .into_iter()
    .map(|(name, word)| (name, word.of(lang)))
    .collect()
}
