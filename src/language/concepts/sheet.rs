//! The fields of a sheet: what an axis, a goal and an action may say.

use super::owner::ACTORS;
use crate::language::declaring::*;

words! {
    /// How much it matters.
    Priority { High "high" | "haute" + "forte" + "élevée", Medium "medium" | "moyenne", Low "low" | "basse" + "faible" }
}

words! {
    /// What kind of work it is.
    Nature {
        Technical "technical" | "technique", Organisation "organisation" | "organisation", Change "change" | "conduite-du-changement" + "changement",
        Dialogue "dialogue" | "dialogue-social" + "dialogue",
    }
}

words! {
    /// The classes of risk of a system of artificial intelligence.
    AiRisk {
        None "none" | "aucun", Minimal "minimal" | "minimal", Limited "limited" | "limité", High "high" | "élevé" + "haut",
        Prohibited "prohibited" | "interdit",
    }
}

fields! {
    OWNER: Name = "owner" | "pilote", "The one owner who answers for it." | "Le pilote, un seul, qui en rend compte.",
        names(ACTORS), wanted(), drawn();
    CONTRIBUTORS: People = "contributors" | "contributeurs",
        "Who takes part: names of actors, or texts." | "Qui y participe : noms d'acteurs déclarés, ou textes.", names(ACTORS);
    PARTNERS: People = "partners" | "partenaires",
        "Outside bodies: names of actors, or texts." | "Organismes extérieurs : noms d'acteurs déclarés, ou textes.", names(ACTORS);
    ELECTED: Text = "elected-sponsor" | "élu-référent" "élu référent" "élue référente",
        "The elected member who follows it." | "L'élu qui le suit.";
    PERIOD: Period = "period" | "période",
        "From when to when: `2027-01 .. 2028-06`. A day, a month, a quarter (`2027-Q2`) or a year each." |
        "De quand à quand : `2027-01 .. 2028-06`. Un jour, un mois, un trimestre (`2027-T2`) ou une année de chaque côté.", drawn();
    DURATION: Duration = "duration" | "durée",
        "How long, instead of a period: it is then placed after what it depends on." |
        "La durée, à la place d'une période : le calendrier le place alors après ce dont il dépend.", drawn();
    DEPENDS: Dependencies = "depends on" | "dépend de" "dépend d'" "dépend du",
        "What must have ended before: goals, actions, milestones (`identite.ouverture`); also `socle start`, `socle + 3 months`." |
        "Ce qui doit être terminé avant : objectifs, actions, jalons (`identite.ouverture`) ; aussi `socle début`, `socle + 3 mois`.",
        names(&[Concept::Goal, Concept::Action, Concept::Milestone]), repeats(), drawn();
    SERVES: Names = "serves" | "sert", "Axes or goals that it serves besides the one that it stands in." |
        "Les axes ou objectifs qu'il sert, outre celui où il est écrit.", names(&[Concept::Axis, Concept::Goal]), repeats();
    LINKED: Names = "linked with" | "lié à" "liée à" "lié au" "liée au", "What it has to do with; nothing waits." | "Ce avec quoi il a à voir ; rien n'attend.",
        label("Linked with", "Lié à"), names(&[Concept::Axis, Concept::Goal, Concept::Action]), repeats();
    ADDRESSES: Names = "addresses" | "lève" "traite", "The barriers that it lowers: those of `std.barriers`, or the plan's own." |
        "Les freins qu'il lève : ceux de `std.barriers`, ou ceux du plan.", label("Barriers lowered", "Freins levés"), names(&[Concept::Barrier]), repeats();
    STRENGTHENS: Names = "strengthens" | "renforce", "The must-haves that it strengthens: those of `std.must-haves`, or the plan's own." |
        "Les atouts qu'il renforce : ceux de `std.must-haves`, ou ceux du plan.", label("Must-haves strengthened", "Atouts renforcés"), names(&[Concept::MustHave]), repeats();
    THEMES: Names = "themes" | "thèmes" "thème", "What it is about: themes of `std.themes`, or the plan's own." |
        "De quoi il s'agit : thèmes de `std.themes`, ou ceux du plan.", names(&[Concept::Theme]), repeats();
    EFFORT: Efforts = "effort" | "charge", "Who works on it, and how much: `CDO 0.4 fte, DSI 0.8 fte`." |
        "Qui y travaille, et combien : `CDO 0,4 etp, DSI 0,8 etp`.", names(ACTORS), repeats();
    LOAD_DIP: Efforts = "load dip" | "creux", "What the change costs in productivity while it runs: `load dip DSI 0.2 fte`." |
        "Ce que le changement coûte en productivité pendant qu'il dure : `creux DSI 0,2 etp`.", label("Productivity dip", "Baisse de productivité"), names(ACTORS), repeats();
    PREPARES: Names = "prepares" | "prépare", "Whom it prepares for the change." | "Qui il prépare au changement.", names(ACTORS), repeats();
    AUDIENCE: Tags = "audience" | "public" "publics", "Whose habits change: `agents, syndicats`." | "Qui change d'habitudes : `agents, syndicats`.", repeats();
    PLACES: Tags = "places" | "lieux" "lieu", "Where it takes place." | "Où il se déroule.", repeats();
    NATURE: Nature = "nature" | "nature", "What kind of work it is." | "De quelle nature est le travail.", or_text();
    PRIORITY: Priority = "priority" | "priorité", "How much it matters." | "Son importance.";
    BENEFITS: Date = "benefits from" | "bénéfices dès", "When the benefit begins." | "Quand les bénéfices commencent.",
        label("Benefits from", "Bénéfices dès");
    PURCHASE: Money = "purchase" | "achat", "What is bought, for the rules of procurement." | "Ce qui est acheté, pour les règles de la commande publique.";
    PERSONAL_DATA: Answer = "personal-data" | "données-personnelles" "données personnelles", "Does it handle personal data?" |
        "Traite-t-il des données personnelles ?", fact();
    SENSITIVE_DATA: Answer = "sensitive-data" | "données-sensibles" "données sensibles", "Does it handle sensitive data?" |
        "Traite-t-il des données sensibles ?", fact();
    AI_RISK: AiRisk = "ai-risk" | "risque-ia" "risque ia", "The class of risk of the artificial intelligence in it." |
        "La classe de risque de l'intelligence artificielle qu'il contient.", label("AI risk", "Risque IA"), fact();
    OUTSIDE: Flag = "outside" | "hors-plan" "hors plan", "Somebody else's work: waited for and printed, in no sum." |
        "Le travail de quelqu'un d'autre : attendu et imprimé, dans aucun total.", label("Outside the plan", "Hors plan");
    RESTRICTED: Flag = "restricted" | "diffusion-restreinte" "restreint", "Not in what is published." | "Absent de ce qui est publié.";
    PPI: Flag = "ppi" | "ppi", "In the multi-year investment plan." | "Inscrit au plan pluriannuel d'investissement.", label("In the investment plan", "Inscrit au PPI");
    LICENCE: Text = "licence" | "licence", "The licence under which its data are opened." | "La licence sous laquelle ses données sont ouvertes.";
    HOSTING: Text = "hosting" | "hébergement", "Where its data are kept: a country." | "Où ses données sont hébergées : un pays.", label("Hosting", "Hébergement");
    START: Date = "start" | "début", "When it starts, as written or placed." | "Quand il commence, écrit ou calculé.", computed(), drawn();
    END: Date = "end" | "fin", "When it ends, as written or placed." | "Quand il finit, écrit ou calculé.", computed(), drawn();
    COST: Money = "cost" | "coût", "What it costs in all." | "Ce qu'il coûte en tout.", computed(), drawn();
}

pub mod status {
    use crate::language::declaring::*;

    words! {
        /// How far a goal or an action is.
        Progress {
            Planned "planned" | "prévu" + "prévue" + "à-venir", Running "running" | "en-cours" + "engagé" + "engagée", Done "done" | "terminé" + "terminée" + "réalisé" + "réalisée",
            Abandoned "abandoned" | "abandonné" + "abandonnée", Suspended "suspended" | "suspendu" + "suspendue", Postponed "postponed" | "reporté" + "reportée",
        }
    }

    concept! {
        Status = "status" | "état" "statut", in [Some(Concept::Axis), Some(Concept::Goal), Some(Concept::Action)],
        "How far it is: `status running`, `status postponed on 2027-03 \"Marché infructueux\"`. It repeats; the last one counts." |
        "Où il en est : `état en-cours`, `état reporté au 2027-03 \"Marché infructueux\"`. Se répète ; le dernier compte.",
        flat(), drawn();

        PROGRESS: Progress = "progress" | "avancement", "How far." | "Où il en est.", head();
        ON: Date = "date" | "date", "Since when." | "Depuis quand.", led_optional(Word::On);
        BECAUSE: Text = "reason" | "motif", "Why." | "Pourquoi.", head_optional();
    }
}
