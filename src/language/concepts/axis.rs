//! A strand of the strategy.

use super::sheet;
use crate::language::declaring::*;

concept! {
    Axis = "axis" | "axe", in [None],
    "A strand of the strategy; it holds goals, or actions. Three to six are usual." |
    "Un axe de la stratégie ; il contient des objectifs, ou des actions. Trois à six sont d'usage.",
    named(Slot::Either), titled(Slot::Due), lenient(), drawn();
    fields &sheet::FIELDS
}
