//! Goals, the actions that reach them, and their milestones.

use super::sheet;
use crate::language::declaring::*;

concept! {
    Goal = "goal" | "objectif", in [None, Some(Concept::Axis)],
    "A goal: owner, period, budget, indicator, and the actions that reach it. It stands in an axis, or at the margin of a plan with none." |
    "Un objectif : pilote, période, budget, indicateur, et les actions qui y mènent. Il se tient dans un axe, ou hors de tout axe.",
    named(Slot::Either), titled(Slot::Due), drawn();
    fields &sheet::FIELDS
}

pub mod action {
    use super::sheet;
    use crate::language::declaring::*;

    concept! {
        Action = "action" | "action", in [None, Some(Concept::Axis), Some(Concept::Goal)],
        "An action sheet, with the same fields as a goal. Within a goal its budget is a part of the goal's; it may also stand in an axis, or alone." |
        "Une fiche-action, avec les mêmes champs qu'un objectif. Dans un objectif, son budget est une part du sien ; elle peut aussi se tenir dans un axe, ou seule.",
        named(Slot::Either), titled(Slot::Due), drawn();
        fields &sheet::FIELDS
    }
}

pub mod milestone {
    use crate::language::declaring::*;

    words! {
        /// What a milestone is.
        MilestoneNature {
            GoLive "go-live" | "mise-en-service" + "ouverture", Decision "decision" | "décision", Delivery "delivery" | "livraison",
            Review "review" | "bilan" + "revue", Tender "tender" | "consultation", Award "award" | "attribution",
            ImpactAssessment "dpia" | "aipd" + "analyse-d-impact", RightsAssessment "fria" | "aifd", RiskAnalysis "risk-analysis" | "analyse-de-risques",
            Attestation "attestation" | "attestation" + "homologation", Declaration "declaration" | "déclaration", Audit "audit" | "audit",
            Archiving "archiving" | "archivage", StaffOpinion "staff-opinion" | "avis-cst" + "avis-f3sct", Handover "handover" | "passation",
        }
    }

    concept! {
        Milestone = "milestone" | "jalon", in [Some(Concept::Goal), Some(Concept::Action)],
        "A visible result on a date: `milestone ouverture \"Ouverture au public\" on 2027-12`." |
        "Un résultat visible à une date : `jalon ouverture \"Ouverture au public\" au 2027-12`.",
        named(Slot::Either), local(), titled(Slot::Due), drawn();

        ON: Date = "date" | "date", "When it is reached." | "Quand il est atteint.", led_optional(Word::On), wanted(), drawn();
        VISIBLE: Flag = "visible" | "visible", "The public sees it." | "Le public le voit.", label("Seen by the public", "Vu du public");
        NATURE: MilestoneNature = "nature" | "nature", "What kind of milestone it is." | "De quelle nature il est.";
    }
}
