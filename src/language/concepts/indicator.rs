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
    THEMES: Names = "themes" | "thèmes" "thème", "What it is about: themes of `std.themes`, or the plan's own." |
        "De quoi il s'agit : thèmes de `std.themes`, ou ceux du plan.", names(&[Concept::Theme]), repeats();
}

/// What all three readings say.
pub mod reading {
    use crate::language::declaring::*;

    fields! {
        VALUE: Value = "value" | "valeur", "The value: `12 %`, `over 18 months`, `8 .. 10 \"families\"`, `-40 %`, `yes`, or a text." |
            "La valeur : `12 %`, `plus de 18 mois`, `8 .. 10 \"familles\"`, `-40 %`, `oui`, ou un texte.", head(), drawn();
        ON: Period = "date" | "date", "When it was, or will be: a date, or a period." | "Quand c'était, ou ce sera : une date, ou une période.",
            led_optional(Word::On), drawn();
        SOURCE: Text = "source" | "source", "Where the value comes from." | "D'où vient la valeur.", drawn();
    }
}

pub mod baseline {
    use super::reading;
    use crate::language::declaring::*;

    concept! {
        Baseline = "baseline" | "départ", in [Some(Concept::Indicator)],
        "The value at the start, and when it was measured." | "La valeur de départ, et sa date.", once(), drawn();
        fields &reading::FIELDS
    }
}

pub mod target {
    use super::reading;
    use crate::language::declaring::*;

    concept! {
        Target = "target" | "cible", in [Some(Concept::Indicator)],
        "The value to reach, and by when. It repeats: a trajectory." | "La valeur à atteindre, et pour quand. Se répète : une trajectoire.", drawn();
        fields &reading::FIELDS
    }
}

pub mod measured {
    use super::reading;
    use crate::language::declaring::*;

    concept! {
        Measured = "measured" | "mesure", in [Some(Concept::Indicator)],
        "A value seen on the way." | "Une valeur constatée en chemin.", drawn();
        fields &reading::FIELDS
    }
}
