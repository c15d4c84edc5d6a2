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
    Sponsor "Élu référent" "Elected sponsor";
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
    Investment "Investissement" "Investment";
    Operating "Fonctionnement" "Operating";
    Funder "Financeur" "Funder";
    Amount "Montant" "Amount";
    Secured "Acquis" "Secured";
    Sought "Sollicité" "Sought";
    StatusUnknown "Non précisé" "Not stated";
    Together "Ensemble" "Together";
    FundingTotal "Total des financements" "Total funding";
    OwnShare "Autofinancement si tout est obtenu" "Own share if all is obtained";
    OwnShareAlone "Autofinancement" "Own share";
    OwnShareSecured "Autofinancement avec les seuls financements acquis" "Own share with secured funding only";
    Milestones "Jalons" "Milestones";
    Indicator "Indicateur" "Indicator";
    Indicators "Indicateurs" "Indicators";
    Baseline "Départ" "Baseline";
    Measures "Mesures" "Measures";
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
    Finding "Constat" "Finding";
    Findings "Constats" "Findings";
    OneStoodFor "Écart assumé" "Gap answered for";
    StoodFor "Écarts assumés" "Gaps answered for";
    OneUndecided "Non décidée" "Undecided";
    Undecided "Non décidées" "Undecided";
    OneMet "Respectée" "Met";
    Met "Respectées" "Met";
    DutiesMet "Obligations respectées" "Duties fulfilled";
    Aside "Sans objet" "Aside";
    Waivers "Dérogations et écarts assumés" "Waivers and acknowledged gaps";
    Reason "Motif" "Reason";
    DecidedBy "Décidée par" "Decided by";
    Until "Échéance" "Until";
    LegendComputed "Dates calculées" "Computed dates";
    LegendMilestone "Jalon" "Milestone";
    LegendActual "Réalisé" "Done so far";
    Essential "L’essentiel" "The plan on one page";
    AxesAtAGlance "Les axes, ce qu’ils coûtent et quand" "The axes, what they cost and when";
    SpentByYear "Dépense par année" "Spending by year";
    DatesToKeep "Dates à retenir" "Dates to keep in mind";
    Decides "Ce que l’assemblée décide" "What the council decides";
    ToBeMeasured "Ce qui sera mesuré" "What will be measured";
    SecuredFunding "Financements acquis" "Secured funding";
    ToChange "Ce que l’axe doit changer" "What the axis is to change";
    AxisCalendar "Calendrier de l’axe. Les mêmes dates et les jalons sont dans les fiches." "Calendar of the axis. The same dates and the milestones are in the sheets.";
    AxisMoney "Coût de l’axe par année. Les mêmes montants sont dans la trajectoire financière." "Cost of the axis by year. The same amounts are in the financial plan.";
    RoadmapCaption "Une barre par objectif\u{202f}; les losanges portent le numéro du jalon dans la table qui suit." "A bar a goal; the diamonds bear the number of the milestone in the table that follows.";
    RoadmapCaptionOfAll "Une barre par fiche\u{202f}; les losanges portent le numéro du jalon dans la table qui suit." "A bar a sheet; the diamonds bear the number of the milestone in the table that follows.";
    RoadmapCaptionBare "Une barre par objectif. Les mêmes dates sont dans les fiches." "A bar a goal. The same dates are in the sheets.";
    RoadmapCaptionBareOfAll "Une barre par fiche. Les mêmes dates sont dans les fiches." "A bar a sheet. The same dates are in the sheets.";
    MilestonesByDate "Jalons, par date" "Milestones, by date";
    Milestone "Jalon" "Milestone";
    Date "Date" "Date";
    Sheet "Fiche" "Sheet";
    Sheets "Fiches" "Sheets";
    By "En" "By";
    Measure "Mesure" "Measure";
    OtherIndicators "Autres indicateurs" "Other indicators";
    TrajectoriesIntro "Du cercle (départ) au losange (cible)\u{a0}: la trajectoire prévue, en tirets. Point plein et trait plein\u{a0}: ce qui a été mesuré. L’échelle part de zéro." "From the circle (baseline) to the diamond (target): the way planned, dashed. Filled dot and solid line: what was measured. The scale starts from zero.";
    GraphCaption "De gauche à droite\u{a0}: ce qui, par lui-même, n’attend rien, puis ce qui l’attend. Trait plein\u{a0}: une fin ou un jalon est attendu\u{202f}; tirets\u{a0}: un début. Cadre épais\u{a0}: objectif. La table qui suit dit chaque attente et sa date." "From left to right: what waits for nothing, then what waits for it. Solid line: an end or a milestone is awaited; dashes: a start. Thick frame: goal. The table that follows tells each wait and its date.";
    DependenciesIntro "Une ligne par dépendance\u{a0}: ce qui doit être atteint, et pour quand. Sans autre précision, c’est la fin qui est attendue. La marge est le temps entre ce qui est attendu et ce qui attend\u{202f}; un tiret\u{a0}: les dates ne permettent pas de la compter." "A row a dependency: what must have come, and by when. Unless told otherwise, the end is awaited. The margin is the time between what is awaited and what waits; a dash: the dates do not allow to count it.";
    EachWait "Ce que chacun attend" "What each one waits for";
    Margin "Marge" "Margin";
    LoadByHalfYear "Charge par semestre" "Load by half-year";
    LoadInFte "Charge et capacité, en équivalents temps plein" "Load and capacity, in full-time equivalents";
    LoadNote "Nombre de fiches pilotées en cours dans le semestre\u{202f}; plus la case est foncée, plus la charge est forte. Un objectif qui a des actions n’est pas compté\u{a0}: ce sont elles." "How many sheets are led at a time in the half-year; the darker, the heavier. A goal that has actions is not counted: they are.";
    LoadInFteNote "Ce que demandent les seules fiches qui disent un effort, puis, après la barre, ce que chacun peut donner\u{a0}: moyennes du semestre. Les autres fiches demandent aussi du temps, que le plan ne dit pas." "What is asked by the sheets that tell an effort, then, behind the stroke, what each one can give: means of the half-year. The other sheets ask for time too, which the plan does not tell.";
    LoadOver "Case foncée\u{a0}: plus est demandé que donné." "Dark: more is asked than can be given.";
    WhoAnswers "Qui répond de quoi" "Who answers for what";
    Afterwards "Après le plan" "After the plan";
    NoCost "sans coût propre" "no cost of its own";
    Situation "Situation et ambition" "Situation and ambition";
    Governance "Gouvernance, décisions et risques" "Governance, decisions and risks";
    Risks "Risques" "Risks";
    Risk "Risque" "Risk";
    WordsExplained "Glossaire, sigles et annexes" "Glossary, acronyms and annexes";
    Glossary "Glossaire" "Glossary";
    Acronyms "Sigles" "Acronyms";
    Acronym "Sigle" "Acronym";
    Term "Terme" "Term";
    Meaning "Sens" "Meaning";
    Frame "La collectivité et le plan" "The authority and the plan";
    Fact "Élément" "Item";
    Value "Valeur" "Value";
    Reading "Lire ce document" "How to read this document";
    ReadingOrder "L’essentiel tient sur une page. Chaque axe s’ouvre par une page, puis chaque objectif a sa fiche, suivie de ses actions. Les numéros mènent aux fiches\u{202f}; les sigles des services sont expliqués à la fin." "The plan stands on one page first. Each axis opens with a page, then each goal has its sheet, with its actions after it. Numbers lead to the sheets; the services’ acronyms are explained at the end.";
    ReadingSmall "L’essentiel tient sur une page. Chaque objectif a ensuite sa fiche, suivie de ses actions. Les numéros mènent aux fiches\u{202f}; les sigles sont expliqués à la fin." "The plan stands on one page first. Then each goal has its sheet, with its actions after it. Numbers lead to the sheets; acronyms are explained at the end.";
    ReadingMoney "Le coût d’un objectif comprend celui de ses actions\u{202f}: il ne s’y ajoute pas." "The cost of a goal holds that of its actions: it is not added to it.";
    ReadingFigures "Les chiffres des figures se lisent aussi dans les tableaux\u{202f}; leurs couleurs sont doublées d’une trame ou d’une forme." "The figures of a drawing are read in the tables too; its colours are doubled by a hatch or a shape.";
    Law "Obligations légales" "Legal duties";
    UnsureLaw "Textes incertains ou à venir" "Unsure or coming texts";
    OtherPolicies "Autres règles" "Other policies";
    Duty "Obligation" "Duty";
    Reference "Référence" "Reference";
    Answer "Réponse" "Answer";
}

/// Those that the template writes, by the name that it knows them by.
pub fn for_template(lang: Lang) -> BTreeMap<&'static str, &'static str> {
    [("contents", W::Contents), ("page", W::Page), ("foreword", W::Foreword), ("reading", W::Reading), ("draft", W::DraftHeader)]
        .into_iter()
        .map(|(name, word)| (name, word.of(lang)))
        .collect()
}
