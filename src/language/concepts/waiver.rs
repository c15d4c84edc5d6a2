//! What is not done as a policy asks, and who stands for it.

use super::owner::ACTORS;
use crate::language::declaring::*;

/// What a finding may be about.
const THINGS: &[Concept] = &[
    Concept::Goal,
    Concept::Action,
    Concept::Axis,
    Concept::Milestone,
    Concept::Owner,
    Concept::Body,
    Concept::Partner,
    Concept::Authority,
    Concept::Decision,
    Concept::Authorisation,
];

fields! {
    RULE: Tags = "rule" | "règle", "The policy, by its code or its name." | "La règle, par son code ou par son nom.", head();
    ON: Names = "about" | "pour", "What the finding is about; without it, all of the policy's findings." |
        "Ce dont parle le constat ; sans cela, tous les constats de la règle.", led_optional(Word::Concerning), label("About", "Pour"), names(THINGS);
    BECAUSE: Text = "because" | "motif", "Why." | "Pourquoi.";
    BY: People = "by" | "par", "Who decides it, and answers for it." | "Qui en décide, et en répond.", names(ACTORS);
    UNTIL: Date = "until" | "échéance", "Until when it holds." | "Jusqu'à quand elle vaut.", label("Until", "Jusqu'au");
}

concept! {
    Waiver = "waive" | "dérogation" "déroge à", in [None],
    "A finding that somebody accepts for a time: `waive ART-07 on guichet { because \"…\" by conseil until 2028-12 }`. Not for what the law asks: `acknowledge`." |
    "Un constat que quelqu'un assume pour un temps : `dérogation ART-07 pour guichet { motif \"…\" par conseil échéance 2028-12 }`. Pas pour ce que la loi exige : `écart-assumé`.",
    label("Waiver", "Dérogation");
    fields &FIELDS
}

pub mod acknowledged {
    use super::FIELDS;
    use crate::language::declaring::*;

    concept! {
        Acknowledged = "acknowledge" | "écart-assumé" "écart assumé", in [None],
        "A duty of law that is not met yet, known and answered for." | "Une obligation légale qui n'est pas encore remplie, connue et assumée.",
        label("Acknowledged gap", "Écart assumé");
        fields &FIELDS
    }
}
