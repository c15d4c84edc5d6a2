//! `use std.roles`, `use "axes/usagers.dsl"`.

use crate::language::declaring::*;

concept! {
    Use = "use" | "utiliser", in [None],
    "Brings in a library (`std.roles`) or another file of the plan (`\"axes/usagers.dsl\"`, relative to this file)." |
    "Apporte une bibliothèque (`std.roles`) ou un autre fichier du plan (`\"axes/usagers.dsl\"`, relatif à ce fichier).",
    flat(), undocumented(), drawn();

    WHAT: Library = "what" | "quoi", "The library or the file." | "La bibliothèque ou le fichier.", head(), drawn();
}
