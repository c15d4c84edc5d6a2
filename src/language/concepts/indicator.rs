//! What tells whether a goal is reached.

use crate::language::declaring::*;

concept! {
    Indicator = "indicator" | "indicateur", in [Some(Concept::Goal), Some(Concept::Action)],
    "What tells whether the goal is reached: a baseline, a target, measures." |
    "Ce qui dit si l'objectif est atteint : valeur de départ, cible, mesures.",
    named(Slot::Either), local(), titled(Slot::Either), drawn();

    UNIT: Text = "unit" | "unité", "What a bare number counts: `unit \"households\"`." | "Ce que compte un nombre sans unité : `unité \"foyers\"`.", drawn();
    SOURCE: Text = "source" | "source", "Where the figure comes from." | "D'où vient le chiffre.", drawn();
    JUDGE: Name = "measured by" | "mesuré par" "jugé par", "Who measures it, or judges." | "Qui le mesure, ou en juge.",
        label("Measured by", "Mesuré par"), names(super::owner::ACTORS), drawn();
    FREQUENCY: Text = "frequency" | "fréquence", "How often it is measured." | "À quel rythme il est mesuré.", drawn();
}

/// What all three readings say.
pub mod reading {
    use crate::language::declaring::*;

    fields! {
        VALUE: Value = "value" | "valeur", "The value." | "La valeur.", head(), drawn();
        ON: Date = "date" | "date", "When it was, or will be." | "Quand elle l'était, ou le sera.", led_optional(Word::On), drawn();
    }
}

pub mod baseline {
    use super::reading;
    use crate::language::declaring::*;

    concept! {
        Baseline = "baseline" | "départ", in [Some(Concept::Indicator)],
        "The value at the start, and when it was measured." | "La valeur de départ, et sa date.", once(), flat(), drawn();
        fields &reading::FIELDS
    }
}

pub mod target {
    use super::reading;
    use crate::language::declaring::*;

    concept! {
        Target = "target" | "cible", in [Some(Concept::Indicator)],
        "The value to reach, and by when." | "La valeur à atteindre, et pour quand.", once(), flat(), drawn();
        fields &reading::FIELDS
    }
}

pub mod measured {
    use super::reading;
    use crate::language::declaring::*;

    concept! {
        Measured = "measured" | "mesure", in [Some(Concept::Indicator)],
        "A value seen on the way." | "Une valeur constatée en chemin.", flat(), drawn();
        fields &reading::FIELDS
    }
}
