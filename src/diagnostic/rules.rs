//! Every rule: a code and a name that never change, a severity, a title, and why it matters. What lists, explains or prints rules
//! reads this registry.
//! E… stops a build, W… is a hole that the council should know of, A… is advice.
//! Hundreds: 00 files, 01 shape of the text, 02 values, 03 names, 04 dependencies, 05 dates, 06 money, 07 gaps, 09 policies.

use std::sync::{LazyLock, Mutex, PoisonError};

use rustc_hash::FxHashMap;

use super::Severity::{self, Error, Warning};

#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    pub id: &'static str,
    pub name: &'static str,
    pub severity: Severity,
    /// Its name in French, where it has one.
    name_fr: Option<&'static str>,
    title_fr: &'static str,
    title_en: &'static str,
    why_fr: &'static str,
    why_en: &'static str,
}

impl Rule {
    /// Its name as a reader of that language has it.
    pub fn called(&self, lang: super::Lang) -> &'static str {
        lang.of(self.name_fr.unwrap_or(self.name), self.name)
    }

    /// In two or three words.
    pub fn title(&self, lang: super::Lang) -> &'static str {
        lang.of(self.title_fr, self.title_en)
    }

    pub fn why(&self, lang: super::Lang) -> &'static str {
        lang.of(self.why_fr, self.why_en)
    }
}

/// What a rule that a plan or a library writes says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Written {
    pub id: String,
    /// In French, then in English.
    pub name: [String; 2],
    pub severity: Severity,
    /// In French, then in English.
    pub title: [String; 2],
    pub why: [String; 2],
}

/// The rule of a policy. Those that say the same are one: they live as long as the process, like the compiler's own.
pub fn of_policy(written: &Written) -> &'static Rule {
    static KNOWN: LazyLock<Mutex<FxHashMap<Written, &'static Rule>>> = LazyLock::new(Mutex::default);
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(rule) = known.get(written) {
        return rule;
    }
    let kept = |text: &str| -> &'static str { Box::leak(text.to_owned().into_boxed_str()) };
    let rule: &'static Rule = Box::leak(Box::new(Rule {
        id: kept(&written.id),
        name: kept(&written.name[1]),
        name_fr: Some(kept(&written.name[0])),
        severity: written.severity,
        title_fr: kept(&written.title[0]),
        title_en: kept(&written.title[1]),
        why_fr: kept(&written.why[0]),
        why_en: kept(&written.why[1]),
    }));
    known.insert(written.clone(), rule);
    rule
}

/// Codes that are policies now, and never used again: what each became.
pub static RETIRED: &[(&str, &str)] = &[
    ("E0601", "FIN-01"),
    ("E0602", "FIN-06"),
    ("W0701", "CPL-01"),
    ("W0702", "CPL-02"),
    ("W0703", "CPL-03"),
    ("W0704", "CPL-04"),
    ("W0705", "CPL-05"),
    ("W0706", "CPL-06"),
    ("W0707", "CPL-07"),
    ("W0708", "CPL-08"),
    ("W0709", "CPL-09"),
];

macro_rules! rules {
    ($($name:ident = $id:literal $kebab:literal $severity:ident, $title_fr:literal | $title_en:literal, $fr:literal, $en:literal;)*) => {
        $(pub static $name: Rule = Rule {
            id: $id, name: $kebab, name_fr: None, severity: $severity, title_fr: $title_fr, title_en: $title_en, why_fr: $fr, why_en: $en,
        };)*
        /// All of them, in the order of their numbers.
        pub static ALL: &[&Rule] = &[$(&$name),*];
    };
}

rules! {
    CANNOT_READ = "E0001" "cannot-read" Error, "Fichier illisible" | "File that cannot be read",
        "Un plan se lit en entier ou pas du tout : sans ce fichier, aucun contrôle ne serait fiable.",
        "A plan is read whole or not at all: without this file no check could be trusted.";
    NOT_UTF8 = "E0002" "not-utf8" Error, "Codage inattendu" | "Unexpected encoding",
        "Dans un autre codage, les accents et le signe € seraient lus de travers.",
        "In another encoding the accents and the € sign would be misread.";
    TOO_LARGE = "E0003" "too-large" Error, "Texte trop volumineux" | "Text too large",
        "Un texte de cette taille n'est pas une stratégie écrite à la main, et personne ne pourrait le relire.",
        "A text of this size is no strategy written by hand, and nobody could read it again.";
    TOO_DEEP = "E0004" "too-deep" Error, "Blocs trop imbriqués" | "Blocks nested too deep",
        "Au-delà de quelques niveaux, un bloc dans un bloc n'a plus de sens pour un plan.",
        "Past a few levels, a block within a block means nothing in a plan.";
    USE_OUTSIDE = "E0005" "use-outside" Error, "Fichier hors du plan" | "File outside the plan",
        "Un plan reçu d'un tiers doit pouvoir être contrôlé sans risque : il ne lit que ses propres fichiers.",
        "A plan from a stranger must be safe to check: it reads its own files only.";
    USE_CYCLE = "E0006" "use-cycle" Error, "Fichiers qui s'appellent en rond" | "Files that use each other in a circle",
        "Deux fichiers qui s'appellent l'un l'autre n'ont pas d'ordre de lecture.",
        "Two files that use each other have no reading order.";
    UNKNOWN_LIBRARY = "E0007" "unknown-library" Error, "Bibliothèque inconnue" | "Unknown library",
        "Ce que la bibliothèque devait apporter manque à tout le plan.",
        "What the library was to bring is missing from the whole plan.";
    TOO_MANY = "E0008" "too-many-messages" Error, "Trop de messages" | "Too many messages",
        "Au-delà, les messages se répètent ou découlent des premiers.",
        "Past that, messages repeat or follow from the first ones.";
    TOO_MANY_WARNINGS = "W0009" "too-many-warnings" Warning, "Trop d'avertissements" | "Too many warnings",
        "Un plan à ses débuts a beaucoup d'oublis : les premiers suffisent pour commencer.",
        "A plan at its beginnings has many gaps: the first ones are enough to begin with.";

    UNREADABLE_LINE = "E0101" "unreadable-line" Error, "Ligne illisible" | "Unreadable line",
        "Ce que dit cette ligne ne peut être ni contrôlé ni imprimé.",
        "What this line says can be neither checked nor printed.";
    TEXT_NOT_CLOSED = "E0102" "text-not-closed" Error, "Texte non fermé" | "Text not closed",
        "Sans le guillemet fermant, on ne sait pas où le texte s'arrête.",
        "Without the closing quote nobody knows where the text ends.";
    BLOCK_NOT_CLOSED = "E0103" "block-not-closed" Error, "Bloc non fermé" | "Block not closed",
        "Sans l'accolade fermante, on ne sait pas ce qui appartient à ce bloc.",
        "Without the closing brace nobody knows what belongs to this block.";
    STRAY_BRACE = "E0104" "stray-brace" Error, "Accolade de trop" | "Stray brace",
        "Une accolade de trop ferme un bloc qui n'existe pas ; la suite pourrait être rangée au mauvais endroit.",
        "A brace too many closes a block that does not exist; what follows could end in the wrong place.";
    UNKNOWN_KEYWORD = "E0105" "unknown-keyword" Error, "Mot-clé inconnu" | "Unknown keyword",
        "Un mot inconnu ne serait ni contrôlé ni imprimé, et rien ne doit se perdre en silence.",
        "An unknown word would be neither checked nor printed, and nothing may be lost in silence.";
    MISPLACED_KEYWORD = "E0106" "misplaced-keyword" Error, "Mot-clé mal placé" | "Misplaced keyword",
        "Placé ici, ce mot ne se rattache à rien.",
        "Placed here, this word belongs to nothing.";
    MISSING_PART = "E0107" "missing-part" Error, "Élément manquant" | "Missing part",
        "Sans cet élément, la ligne est incomplète.",
        "Without it the line is incomplete.";
    UNEXPECTED_PART = "E0108" "unexpected-part" Error, "Élément de trop" | "Unexpected part",
        "Ce qui n'est pas compris ne serait ni contrôlé ni imprimé.",
        "What is not understood would be neither checked nor printed.";
    GIVEN_TWICE = "E0109" "given-twice" Error, "Donné deux fois" | "Given twice",
        "Entre deux valeurs, l'outil ne choisit pas à la place de l'auteur.",
        "Between two values the tool does not choose for the author.";
    UNEXPECTED_BLOCK = "E0110" "unexpected-block" Error, "Bloc inattendu" | "Unexpected block",
        "Le contenu de ce bloc ne serait ni contrôlé ni imprimé.",
        "What this block holds would be neither checked nor printed.";

    NOT_A_DATE = "E0201" "not-a-date" Error, "Date illisible" | "Not a date",
        "Une date lue de travers fausserait le calendrier.",
        "A misread date would falsify the calendar.";
    MISSING_UNIT = "E0202" "missing-unit" Error, "Unité manquante" | "Missing unit",
        "120 peut être 120 €, 120 k€ ou 120 jours : l'unité fait partie de la valeur.",
        "120 may be 120 €, 120 k€ or 120 days: the unit belongs to the value.";
    NOT_AN_AMOUNT = "E0203" "not-an-amount" Error, "Montant illisible" | "Not an amount",
        "Un montant lu de travers fausserait tous les totaux.",
        "A misread amount would falsify every total.";
    UNKNOWN_VALUE = "E0204" "unknown-value" Error, "Valeur inconnue" | "Unknown value",
        "Seules les valeurs de la liste ont un sens pour les contrôles.",
        "Only the values of the list mean something to the checks.";
    NOT_A_NUMBER = "E0205" "not-a-number" Error, "Nombre illisible" | "Not a number",
        "Un nombre lu de travers fausserait les contrôles.",
        "A misread number would falsify the checks.";
    YEAR_TWICE = "E0206" "year-twice" Error, "Année donnée deux fois" | "Year given twice",
        "Deux montants pour la même année et la même section : on ne sait lequel compter.",
        "Two amounts for the same year and section: nobody knows which one counts.";

    DIMENSIONS_DIFFER = "E0207" "dimensions-differ" Error, "Valeurs de nature différente" | "Values of different kinds",
        "Des valeurs qui ne se comparent pas ne disent pas si l'on avance.",
        "Values that cannot be compared do not tell whether there is progress.";
    RELATIVE_TO_NOTHING = "W0208" "relative-to-nothing" Warning, "Cible relative à rien" | "Target relative to nothing",
        "Moins 40 % de rien ne se vérifie pas.",
        "Minus 40% of nothing cannot be verified.";
    MEASURES_DIFFER = "W0209" "measures-differ" Warning, "Deux mesures différentes" | "Two different measures",
        "Deux chiffres pour un même fait : le lecteur n'en croira aucun.",
        "Two figures for one fact: the reader will believe neither.";
    NAMED_TWICE = "W0210" "named-twice" Warning, "Nommé deux fois" | "Named twice",
        "Un double est un oubli, ou la place de quelqu'un d'autre.",
        "A double is a slip, or the place of somebody else.";
    COUNT_DIFFERS = "W0211" "count-differs" Warning, "Nombre annoncé différent" | "Announced number differs",
        "Le conseil vote ce qui est écrit, et retient ce qui est annoncé.",
        "The council votes what is written, and remembers what is announced.";

    NEAR_WORD = "W0212" "near-word" Warning, "Mot presque connu" | "Word that is nearly known",
        "Une règle qui cherche `agents` ne voit pas `agentss` : elle jugerait un autre plan que le vôtre.",
        "A policy that looks for `staff` does not see `staf`: it would judge another plan than yours.";
    UNKNOWN_NAME = "E0301" "unknown-name" Error, "Nom inconnu" | "Unknown name",
        "Un renvoi vers ce qui n'existe pas ne mène nulle part.",
        "A reference to what does not exist leads nowhere.";
    DEFINED_TWICE = "E0302" "defined-twice" Error, "Nom défini deux fois" | "Name defined twice",
        "Un nom désigne une seule chose, dans tous les fichiers du plan.",
        "A name stands for one thing only, in all the files of a plan.";
    WRONG_KIND = "E0303" "wrong-kind" Error, "Nom d'une autre nature" | "Name of another kind",
        "Le nom existe, mais désigne autre chose que ce qui est attendu ici.",
        "The name exists, but stands for something other than what is expected here.";
    NO_STRATEGY = "E0304" "no-strategy" Error, "Pas de stratégie" | "No strategy",
        "Sans déclaration de stratégie, il n'y a ni période, ni enveloppe, ni document à voter.",
        "Without a strategy there is no period, no envelope and no document to vote.";

    DEPENDENCY_CYCLE = "E0401" "dependency-cycle" Error, "Dépendances en boucle" | "Dependencies in a loop",
        "Dans une boucle, chacun attend l'autre : rien ne peut commencer.",
        "In a loop each waits for the other: nothing can start.";
    STARTS_TOO_EARLY = "E0402" "starts-too-early" Error, "Début trop précoce" | "Start too early",
        "Le calendrier promet un travail dont la base n'existera pas encore.",
        "The calendar promises work whose ground will not exist yet.";

    WAITS_FOR_ABANDONED = "W0404" "waits-for-abandoned" Warning, "Attend un travail abandonné" | "Waits for abandoned work",
        "Ce qui est abandonné ne finira jamais, et ce qui l'attend ne commencera pas.",
        "What is abandoned never ends, and what waits for it never starts.";
    DATES_IN_A_CIRCLE = "E0403" "dates-in-a-circle" Error, "Dates en rond" | "Dates in a circle",
        "Des dates qui se comptent l'une à partir de l'autre ne sont jamais connues.",
        "Dates that are counted from each other are never known.";

    END_BEFORE_START = "E0501" "end-before-start" Error, "Fin avant le début" | "End before start",
        "Une période qui finit avant de commencer n'a pas de durée.",
        "A period that ends before it starts has no length.";
    OUTSIDE_PERIOD = "E0502" "outside-period" Error, "Hors de la période" | "Outside the period",
        "Ce qui sort de la période n'est pas couvert par ce que le conseil vote.",
        "What lies outside the period is not covered by what the council votes.";

    OUTSIDE_GOAL = "E0503" "outside-goal" Error, "Hors de l'objectif" | "Outside the goal",
        "Un objectif n'est pas atteint tant que ses actions courent : les deux calendriers se contredisent.",
        "A goal is not reached while its actions run: the two calendars contradict each other.";

    TARGET_TOO_SOON = "E0504" "target-too-soon" Error, "Cible avant le départ" | "Target before the baseline",
        "Une cible se juge sur ce qui suit la valeur de départ.",
        "A target is judged by what comes after the baseline.";
    TITLE_YEARS = "W0505" "title-years" Warning, "Années du titre" | "Years of the title",
        "Le titre est ce que l'on cite : il doit dire la période qui est votée.",
        "The title is what is quoted: it must tell the period that is voted.";
    ADOPTION_BEFORE_OPINION = "W0506" "adoption-before-opinion" Warning, "Adoption avant l'avis" | "Adoption before the opinion",
        "Un vote pris sans l'avis qu'il demande peut être annulé.",
        "A vote taken without the opinion that it needs may be annulled.";
    BEFORE_ADOPTION = "W0507" "before-adoption" Warning, "Avant l'adoption" | "Before the adoption",
        "Ce qui commence avant le vote n'a pas été décidé par ce vote.",
        "What begins before the vote was not decided by it.";
    MONEY_OUTSIDE_WORK = "W0508" "money-outside-work" Warning, "Argent hors du calendrier" | "Money outside the calendar",
        "Une dépense sans travail la même année ne pourra pas être engagée.",
        "Spending without work in that year cannot be committed.";

    ACTIONS_OVER_GOAL = "E0603" "actions-over-goal" Error, "Actions au-delà de l'objectif" | "Actions over their goal",
        "Le budget d'un objectif contient celui de ses actions : les parts ne peuvent dépasser le tout.",
        "A goal's budget contains that of its actions: the parts cannot exceed the whole.";
    SHARE_OF_NOTHING = "W0604" "share-of-nothing" Warning, "Part de rien" | "Share of nothing",
        "Une part de rien ne finance rien : le plan de financement promet de l'argent qui ne viendra pas.",
        "A share of nothing pays nothing: the funding plan promises money that will not come.";

    OVER_ITS_BASE = "E0605" "over-its-base" Error, "Au-delà de l'assiette" | "Over its base",
        "Un financeur ne paie pas plus que la dépense qu'il soutient.",
        "A funder does not pay more than the spending that it supports.";
    OTHER_CURRENCY = "W0606" "other-currency" Warning, "Autre monnaie" | "Other currency",
        "Deux monnaies ne s'additionnent pas sans un taux et une date.",
        "Two currencies are not added without a rate and a date.";
    TAXES_MIXED = "W0607" "taxes-mixed" Warning, "HT et TTC mêlés" | "With and without VAT",
        "Un total de montants HT et TTC n'est ni l'un ni l'autre.",
        "A total of amounts with and without VAT is neither.";
    CREDITS_DIFFER = "W0608" "credits-differ" Warning, "Crédits et autorisation" | "Credits and authorisation",
        "Les crédits de paiement couvrent l'autorisation, ni plus ni moins.",
        "The payment credits cover the authorisation, no more and no less.";
    TOTAL_NOT_SPLIT = "W0609" "total-not-split" Warning, "Total non réparti" | "Total not split",
        "Un budget se vote par section et par année : ce total n'y entre pas.",
        "A budget is voted by section and by year: this total enters none.";

    WITHOUT_TITLE = "W0710" "without-title" Warning, "Titre manquant" | "Missing title",
        "Le document imprime ce titre : sans lui, personne ne sait de quoi il s'agit.",
        "The document prints this title: without it nobody knows what it is about.";
    MISSING_FIELD = "W0711" "missing-field" Warning, "Champ manquant" | "Missing field",
        "Le document laisse ici une place vide : le conseil voterait un plan incomplet.",
        "The document leaves an empty place here: the council would vote an incomplete plan.";
    INDICATOR_INCOMPLETE = "W0712" "indicator-incomplete" Warning, "Indicateur incomplet" | "Incomplete indicator",
        "Sans départ ni cible datée, un indicateur ne dit pas si l'objectif est atteint.",
        "With no baseline and no dated target, an indicator does not tell whether the goal was reached.";
    TO_DEFINE = "W0714" "to-define" Warning, "À définir" | "To be defined",
        "L'auteur sait que cette place est vide ; le conseil doit le savoir aussi.",
        "The author knows that this place is empty; the council should know it too.";
    LOOK_REFUSED = "W0715" "look-refused" Warning, "Présentation refusée" | "Look refused",
        "Une couleur trop pâle ou une image que rien ne décrit écarte une partie des lecteurs.",
        "A colour that is too pale, or a picture that nothing describes, keeps some readers out.";
    WIDE_TABLE = "W0716" "wide-table" Warning, "Tableau trop large" | "Table too wide",
        "Une page n'en tient pas les colonnes : il est imprimé ligne par ligne, ce qui se lit moins bien.",
        "A page does not hold its columns: it is printed row by row, which reads less well.";
    NO_GOAL = "W0713" "no-goal" Warning, "Aucun objectif" | "No goal",
        "Une stratégie sans objectif n'engage à rien.",
        "A strategy with no goal commits to nothing.";

    NO_SUCH_FIELD = "E0901" "no-such-field" Error, "Donnée inconnue dans une règle" | "Unknown fact in a policy",
        "Une règle qui lit une donnée qui n'existe pas ne jugerait jamais rien.",
        "A policy that reads a fact which does not exist would never judge anything.";
    UNLIKE = "E0902" "unlike" Error, "Grandeurs différentes" | "Unlike quantities",
        "Deux choses de nature différente ne se comparent pas : la règle se tairait ou se tromperait.",
        "Two things of different kinds cannot be compared: the policy would be silent or wrong.";
    MAY_BE_ABSENT = "E0903" "may-be-absent" Error, "Donnée qui peut manquer" | "Fact that may be absent",
        "Ce qui n'est pas écrit ne se compare pas : la règle doit dire ce qu'elle fait quand la donnée manque.",
        "What is not written cannot be compared: the policy must say what it does where the fact is missing.";
    SAYS_NOTHING = "E0904" "says-nothing" Error, "Condition qui ne dit rien" | "Condition that says nothing",
        "Une condition toujours vraie donne l'illusion d'un contrôle.",
        "A condition that is always true gives the illusion of a check.";
    AND_OR_MIXED = "E0905" "and-or-mixed" Error, "« et » et « ou » mêlés" | "\"and\" and \"or\" mixed",
        "Deux lecteurs liraient deux règles différentes.",
        "Two readers would read two different policies.";
    UNREADABLE_CONDITION = "E0906" "unreadable-condition" Error, "Condition illisible" | "Unreadable condition",
        "Une règle qui ne se lit pas n'est pas appliquée.",
        "A policy that cannot be read is not applied.";
    NAME_TAKEN = "E0907" "name-taken" Error, "Mot déjà pris" | "Word already taken",
        "Un mot qui désigne deux choses rend la règle trompeuse.",
        "A word that names two things makes the policy misleading.";
    TAX_MARK = "E0908" "tax-mark" Error, "HT ou TTC non dit" | "With or without tax not said",
        "Un seuil hors taxes comparé à un montant toutes taxes se trompe d'un cinquième.",
        "A threshold without tax compared with an amount with tax is wrong by a fifth.";
    TOO_COSTLY = "E0909" "too-costly" Error, "Règle trop coûteuse" | "Policy too costly",
        "Une règle qui compare tout à tout bloquerait l'éditeur et le contrôle sur un grand plan.",
        "A policy that compares everything with everything would block the editor and the check on a large plan.";
    UNSURE_SOURCE = "E0910" "unsure-source" Error, "Source incertaine" | "Unsure source",
        "Une obligation dont les sources se contredisent ne peut pas bloquer un plan.",
        "A duty about which sources disagree cannot stop a plan.";
    TWO_COMPARISONS = "E0911" "two-comparisons" Error, "Deux comparaisons de suite" | "Two comparisons in a row",
        "`a < b < c` se lit de deux façons.",
        "`a < b < c` can be read in two ways.";
    KIND_TWICE = "E0912" "kind-twice" Error, "Deux fois la même chose" | "The same kind twice",
        "Sans nom propre, on ne sait plus de laquelle des deux la règle parle.",
        "Without a name of its own, nobody knows which of the two the policy speaks of.";
    LIST_WANTED = "E0913" "list-wanted" Error, "Liste attendue" | "A list is wanted",
        "On ne compte, n'additionne et ne parcourt que des listes.",
        "Only lists can be counted, added up and gone through.";
    POLICY_INCOMPLETE = "E0914" "policy-incomplete" Error, "Règle incomplète" | "Incomplete policy",
        "Sans titre, gravité, exigence et message, une règle ne peut ni juger ni s'expliquer.",
        "Without a title, severity, requirement and message, a policy can neither judge nor explain itself.";
    POLICY_SETTING = "E0915" "policy-setting" Error, "Réglage de règle invalide" | "Invalid policy setting",
        "Un réglage qui ne s'applique pas laisse croire que la règle a été adaptée.",
        "A setting that does not apply lets people believe that the policy was adapted.";
    WAIVER = "E0916" "waiver" Error, "Dérogation sans effet" | "Waiver without effect",
        "Une dérogation sans motif, sans auteur, expirée ou sans objet cache un constat que personne n'assume.",
        "A waiver with no reason, no author, past its date or about nothing hides a finding that nobody stands for.";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_and_names_are_unique_and_well_formed() {
        let mut seen = std::collections::HashSet::new();
        for rule in ALL {
            let letter = match rule.severity {
                Error => 'E',
                Warning => 'W',
                Severity::Advice => 'A',
            };
            assert!(rule.id.starts_with(letter) && rule.id[1..].chars().all(|c| c.is_ascii_digit()), "{}", rule.id);
            assert!(rule.name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'), "{}", rule.name);
            assert!(seen.insert(rule.id) && seen.insert(rule.name), "{} twice", rule.id);
            assert!([rule.title_fr, rule.title_en].iter().all(|title| !title.is_empty() && !title.ends_with('.')), "{}", rule.id);
            assert!(rule.why_fr.ends_with('.') && rule.why_en.ends_with('.'), "{}", rule.id);
        }
    }
}
