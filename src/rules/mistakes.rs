//! The plans of `examples/mistakes/`: each shows what the compiler says of some mistakes, and names them in its first line.

/// Each by its name, and its text.
pub static MISTAKES: &[(&str, &str)] = &[
    ("a-definir.dsl", include_str!("../../examples/mistakes/a-definir.dsl")),
    ("accolade-de-trop.dsl", include_str!("../../examples/mistakes/accolade-de-trop.dsl")),
    ("accolade-oubliee.dsl", include_str!("../../examples/mistakes/accolade-oubliee.dsl")),
    ("argent.dsl", include_str!("../../examples/mistakes/argent.dsl")),
    ("boucle.dsl", include_str!("../../examples/mistakes/boucle.dsl")),
    ("budget.dsl", include_str!("../../examples/mistakes/budget.dsl")),
    ("dates.dsl", include_str!("../../examples/mistakes/dates.dsl")),
    ("english.dsl", include_str!("../../examples/mistakes/english.dsl")),
    ("fautes-de-frappe.dsl", include_str!("../../examples/mistakes/fautes-de-frappe.dsl")),
    ("guillemets.dsl", include_str!("../../examples/mistakes/guillemets.dsl")),
    ("hors-objectif.dsl", include_str!("../../examples/mistakes/hors-objectif.dsl")),
    ("montants.dsl", include_str!("../../examples/mistakes/montants.dsl")),
    ("noms-en-double.dsl", include_str!("../../examples/mistakes/noms-en-double.dsl")),
    ("oublis.dsl", include_str!("../../examples/mistakes/oublis.dsl")),
    ("plan-vide.dsl", include_str!("../../examples/mistakes/plan-vide.dsl")),
    ("regles.dsl", include_str!("../../examples/mistakes/regles.dsl")),
    ("sans-strategie.dsl", include_str!("../../examples/mistakes/sans-strategie.dsl")),
    ("sens.dsl", include_str!("../../examples/mistakes/sens.dsl")),
    ("use.dsl", include_str!("../../examples/mistakes/use.dsl")),
    ("valeurs.dsl", include_str!("../../examples/mistakes/valeurs.dsl")),
    ("word.dsl", include_str!("../../examples/mistakes/word.dsl")),
];
