//! The fields of a sheet: what a goal and an action may say.

use crate::language::declaring::*;

words! {
    /// How far a goal or an action is.
    Status {
        Planned "planned" | "prévu", Running "running" | "en-cours", Done "done" | "terminé", Abandoned "abandoned" | "abandonné",
    }
}

fields! {
    OWNER: Name = "owner" | "pilote", "The one owner who answers for it." | "Le pilote, un seul, qui en rend compte.",
        names(&[Concept::Owner]), wanted(), drawn();
    CONTRIBUTORS: Names = "contributors" | "contributeurs",
        "The directions that take part." | "Les directions qui y participent.", names(&[Concept::Owner]);
    PARTNERS: People = "partners" | "partenaires",
        "Outside bodies: names of owners, or texts." | "Organismes extérieurs : noms de responsables déclarés, ou textes.",
        names(&[Concept::Owner]);
    ELECTED: Text = "elected-sponsor" | "élu-référent" "élu référent",
        "The elected member who follows it." | "L'élu qui le suit.";
    PERIOD: Period = "period" | "période",
        "From when to when: `2027-01 .. 2028-06`. A day, a month, a quarter (`2027-Q2`) or a year each." |
        "De quand à quand : `2027-01 .. 2028-06`. Un jour, un mois, un trimestre (`2027-T2`) ou une année de chaque côté.", drawn();
    DURATION: Duration = "duration" | "durée",
        "How long, instead of a period: it is then placed after what it depends on." |
        "La durée, à la place d'une période : le calendrier le place alors après ce dont il dépend.", drawn();
    STATUS: Status = "status" | "état", "How far it is." | "Où il en est.";
    DEPENDS: Dependencies = "depends on" | "dépend de" "dépend d'" "dépend du",
        "What must have ended before: goals, actions, milestones (`identite.ouverture`); also `socle start`, `socle + 3 months`." |
        "Ce qui doit être terminé avant : objectifs, actions, jalons (`identite.ouverture`) ; aussi `socle début`, `socle + 3 mois`.",
        names(&[Concept::Goal, Concept::Action, Concept::Milestone]), repeats(), drawn();
    START: Date = "start" | "début", "When it starts, as written or placed." | "Quand il commence, écrit ou calculé.", computed(), drawn();
    END: Date = "end" | "fin", "When it ends, as written or placed." | "Quand il finit, écrit ou calculé.", computed(), drawn();
    COST: Money = "cost" | "coût", "What it costs in all." | "Ce qu'il coûte en tout.", computed(), drawn();
}
