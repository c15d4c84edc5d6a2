//! The packs of the library, and what each is called in both languages.

use crate::diagnostic::Lang;
use crate::load::LIBRARIES;
use crate::policy::judge::{ALWAYS, library_at, pack_title};
use crate::policy::typed::Policy;

/// A pack of the library.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pack {
    /// The words after `std.`: `policies.law`.
    pub library: &'static str,
    /// Its last word: what its page is called.
    pub name: &'static str,
    title: &'static str,
}

/// What the packs are called in English; in French they say it themselves.
const ENGLISH: &[(&str, &str)] = &[
    ("completeness", "What the plan lacks"),
    ("transition", "Making the digital transition work"),
    ("structure", "The structure of the plan"),
    ("law", "Duties of law"),
    ("finance", "Public money"),
    ("council", "Deliberations"),
];

/// Every pack, in the order of the library.
pub fn packs() -> impl Iterator<Item = Pack> {
    LIBRARIES.iter().filter_map(|(library, _)| {
        let name = library.strip_prefix("policies.")?;
        Some(Pack { library, name, title: pack_title(library)? })
    })
}

/// The pack of the library that a policy is in.
pub fn pack_of(policy: &Policy) -> Option<Pack> {
    let (library, _) = library_at(policy.head.source)?;
    packs().find(|pack| pack.library == library)
}

impl Pack {
    pub fn title(self, lang: Lang) -> &'static str {
        let english = ENGLISH.iter().find(|(name, _)| *name == self.name).map(|(_, title)| *title);
        lang.of(self.title, english.unwrap_or(self.title))
    }

    /// It is in force in every plan, used or not.
    pub fn is_always(self) -> bool {
        self.library == ALWAYS
    }

    /// The line of a plan that brings it in, as far as its settings.
    pub fn brought_in(self, lang: Lang) -> String {
        format!("{} std.{}", lang.of("utiliser", "use"), self.library)
    }
}
