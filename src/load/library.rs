//! The language's own library, in the language: it passes through the same road as a plan.

/// Every library: the words after `std.`, and its text.
pub static LIBRARIES: &[(&str, &str)] = &[
    ("roles", include_str!("../../stdlib/roles.dsl")),
    ("barriers", include_str!("../../stdlib/barriers.dsl")),
    ("must-haves", include_str!("../../stdlib/must-haves.dsl")),
    ("themes", include_str!("../../stdlib/themes.dsl")),
    ("law.duties", include_str!("../../stdlib/law/duties.dsl")),
    ("law.public-money", include_str!("../../stdlib/law/public-money.dsl")),
    ("law.council", include_str!("../../stdlib/law/council.dsl")),
    ("policies.completeness", include_str!("../../stdlib/policies/completeness.dsl")),
    ("policies.transition", include_str!("../../stdlib/policies/transition.dsl")),
    ("policies.structure", include_str!("../../stdlib/policies/structure.dsl")),
    ("policies.law", include_str!("../../stdlib/policies/law.dsl")),
    ("policies.finance", include_str!("../../stdlib/policies/finance.dsl")),
    ("policies.council", include_str!("../../stdlib/policies/council.dsl")),
];

pub fn library(name: &str) -> Option<(&'static str, &'static str)> {
    LIBRARIES.iter().find(|(known, _)| *known == name).copied()
}
