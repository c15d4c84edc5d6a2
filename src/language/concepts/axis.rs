//! A strand of the strategy.

use crate::language::declaring::*;

concept! {
    Axis = "axis" | "axe", in [None],
    "A strand of the strategy; it holds goals. Three to six are usual." |
    "Un axe de la stratégie ; il contient des objectifs. Trois à six sont d'usage.",
    named(Slot::Due), titled(Slot::Due), documented(), drawn();

    ELECTED: Text = "elected-sponsor" | "élu-référent" "élu référent",
        "The elected member who follows it." | "L'élu qui le suit.";
}
