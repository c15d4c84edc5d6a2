//! What may go wrong.

use crate::language::declaring::*;

words! {
    /// How likely, or how grave.
    Level { Low "low" | "faible", Medium "medium" | "moyenne" + "moyen", High "high" | "forte" + "fort" + "élevée" + "élevé" }
}

concept! {
    Risk = "risk" | "risque", in [Some(Concept::Strategy), Some(Concept::Axis), Some(Concept::Goal), Some(Concept::Action)],
    "What may go wrong, how likely and how grave it is, and what is done about it." |
    "Ce qui peut mal tourner, sa probabilité, sa gravité, et la parade.",
    label("Risk", "Risque"), titled(Slot::Due);

    LIKELIHOOD: Level = "likelihood" | "probabilité", "How likely it is." | "Sa probabilité.", wanted();
    IMPACT: Level = "impact" | "gravité", "How grave it would be." | "Sa gravité.", wanted();
    MITIGATION: Text = "mitigation" | "parade", "What is done about it." | "Ce que l'on fait pour l'éviter ou le réduire.", wanted();
    OWNER: Name = "owner" | "pilote", "Who follows it." | "Qui le suit.", names(super::owner::ACTORS);
}
