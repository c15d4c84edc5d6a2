//! The language's own library, in the language: it passes through the same road as a plan.

/// Every library: the words after `std.`, and its text.
pub static LIBRARIES: &[(&str, &str)] = &[
    ("roles", include_str!("../../stdlib/roles.dsl")),
    ("barriers", include_str!("../../stdlib/barriers.dsl")),
    ("must-haves", include_str!("../../stdlib/must-haves.dsl")),
    ("themes", include_str!("../../stdlib/themes.dsl")),
];

pub fn library(name: &str) -> Option<(&'static str, &'static str)> {
    LIBRARIES.iter().find(|(known, _)| *known == name).copied()
}
