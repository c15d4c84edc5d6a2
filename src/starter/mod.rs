//! L6. A first plan for a new author: the facts that decide most rules, asked in plain words, and the files that are written from them.
//! Invariant: what was not answered is a hole that the plan marks itself; the plan has no error, and is laid out.

mod aims;
mod facts;
mod files;
mod repository;

pub use facts::{Answers, FACTS, Fact, Refused, fact, facts};
pub use files::files;
pub use repository::{SETTINGS, is_for_the_top, quoted, repository};

use crate::diagnostic::Lang;

/// The kinds of authority for which there is a first plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Commune,
    Epci,
    Departement,
    Region,
}

impl Kind {
    pub const ALL: [Kind; 4] = [Kind::Commune, Kind::Epci, Kind::Departement, Kind::Region];

    /// As the language spells it in English, where it has no accents.
    pub fn code(self) -> &'static str {
        match self {
            Kind::Commune => "commune",
            Kind::Epci => "epci",
            Kind::Departement => "departement",
            Kind::Region => "region",
        }
    }

    pub fn parse(text: &str) -> Option<Kind> {
        let text = crate::diagnostic::suggest::fold(text);
        Kind::ALL.into_iter().find(|kind| kind.code() == text)
    }

    /// What its council is called.
    fn assembly(self) -> &'static str {
        match self {
            Kind::Commune => "conseil municipal",
            Kind::Epci => "conseil communautaire",
            Kind::Departement => "conseil départemental",
            Kind::Region => "conseil régional",
        }
    }
}

/// Words in both languages.
type Both = (&'static str, &'static str);

fn of(two: Both, lang: Lang) -> &'static str {
    lang.of(two.0, two.1)
}
