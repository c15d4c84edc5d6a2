//! L1. The words of the language: one declaration a concept, both spellings, one line of help each.
//! Invariant: no keyword is written in the code anywhere else.

mod concept;
pub mod concepts;
mod lookup;
mod manual;
mod policies;
mod tags;
mod types;
mod words;

pub use concept::{ConceptRow, FieldRow, Key, Lead, Mode, Slot, inside};
pub use concepts::{CONCEPTS, Concept};
pub use lookup::{Found, Help, Keyword, Label, Place, Places, Row, all_rows, begins, find, find_phrase, is_other_word, label_of, rows_in};
pub use manual::{manual, pages, plain};
pub use policies::{
    ITEMS, OF_PACK, OF_THRESHOLD, POLICY_ROWS, PolicyRow, PolicyWord, STATEMENTS, is_policy, of_the_plan, policies_lean, policy_word,
    settings_of,
};
pub use tags::{AUDIENCE, COMPETENCES, E_SERVICES};
pub use types::{
    Amounts, Answer, Capacities, Date, Dependencies, Duration, Efforts, Every, Flag, Library, Money, Name, Names, Number, People, Period,
    Several, Share, Tags, Text, Texts, Type, Typed, Value, Votes, WordRow, Words,
};
pub use words::{ROLES, Word, named, named_one, numbered, phrase, spellings, word};

/// What a file of `concepts/` declares with.
mod declaring {
    pub(super) use super::concept::{concept, fields};
    pub(super) use super::types::words;
    pub(super) use super::{
        Amounts, Answer, Capacities, Concept, Date, Dependencies, Duration, Efforts, Every, Flag, Library, Money, Name, Names, Number,
        People, Period, Several, Share, Slot, Tags, Text, Texts, Value, Votes, Word,
    };
}
