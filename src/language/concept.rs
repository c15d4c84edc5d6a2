//! What a concept is: one declaration, from which everything that knows the language follows.
//!
//! A *concept* is something that a plan holds: an axis, a budget, a milestone. It has a head (its name, its title, values on
//! the keyword's own line) and a block of *fields* (a keyword and a value) and of other concepts. Rows are plain data;
//! [`concept!`] writes a row and, from the same line, the typed [`Key`] by which the code asks for the value.

use std::marker::PhantomData;
use std::sync::LazyLock;

use super::concepts::{CONCEPTS, Concept};
use super::types::{Type, Typed, WordRow};
use super::words::Word;
use crate::diagnostic::{By, Lang, Say, two};
use crate::say;

/// A statement with a value: `owner CDO`, `period 2027 .. 2028`.
pub struct FieldRow {
    /// The usual spelling first, then those also read.
    pub en: &'static [&'static str],
    pub fr: &'static [&'static str],
    /// What documents and cards call it; the keyword itself where it is empty.
    label_en: &'static str,
    label_fr: &'static str,
    pub of: Type,
    /// What a name may stand for.
    pub names: &'static [Concept],
    pub repeats: bool,
    /// A council misses it where it is not written: then it is a hole.
    pub wanted: bool,
    /// It stands on the keyword's own line, behind this word if there is one.
    pub head: Option<Lead>,
    /// A part of the document of its own shows it; the rest stands among the facts of its sheet.
    pub drawn: bool,
    pub mode: Mode,
    /// A text of the author's own may stand for a word of its list.
    pub open: bool,
    pub help_en: &'static str,
    pub help_fr: &'static str,
}

/// How a value of the head is led in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Lead {
    pub word: Option<Word>,
    pub optional: bool,
}

/// Where a value comes from, and what its absence means (policy-language, "absent, unknown, doubtful").
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// The plan is closed about itself: not written is absent.
    Said,
    /// The plan is open about the world: not written is unknown.
    Fact,
    /// Never written: the calendar, the ledger or the graph knows it.
    Computed,
}

/// Something that a plan holds.
pub struct ConceptRow {
    pub concept: Concept,
    /// No spelling: its statement begins with a text.
    pub en: &'static [&'static str],
    pub fr: &'static [&'static str],
    label_en: &'static str,
    label_fr: &'static str,
    /// Where its statement may stand: the margin of a file (`None`), the blocks of these.
    pub within: &'static [Option<Concept>],
    pub repeats: bool,
    pub name: Slot,
    pub title: Slot,
    /// A block may follow.
    pub block: bool,
    /// Documentation before it is printed.
    pub documented: bool,
    /// Its name holds within its parent only: `guichet.ouverture` from elsewhere.
    pub local: bool,
    /// A council misses none of its fields: a level that only holds others.
    pub lenient: bool,
    pub drawn: bool,
    pub fields: &'static [FieldRow],
    pub help_en: &'static str,
    pub help_fr: &'static str,
}

/// Is there a name, or a title, in a head?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slot {
    None,
    /// One may be left out where the other stands.
    Either,
    Due,
}

impl FieldRow {
    pub const fn new(
        en: &'static [&'static str],
        fr: &'static [&'static str],
        of: Type,
        help_en: &'static str,
        help_fr: &'static str,
    ) -> FieldRow {
        FieldRow {
            en,
            fr,
            label_en: "",
            label_fr: "",
            of,
            names: &[],
            repeats: false,
            wanted: false,
            head: None,
            drawn: false,
            mode: Mode::Said,
            open: false,
            help_en,
            help_fr,
        }
    }

    pub const fn label(mut self, en: &'static str, fr: &'static str) -> FieldRow {
        (self.label_en, self.label_fr) = (en, fr);
        self
    }

    pub const fn names(mut self, concepts: &'static [Concept]) -> FieldRow {
        self.names = concepts;
        self
    }

    pub const fn repeats(mut self) -> FieldRow {
        self.repeats = true;
        self
    }

    pub const fn wanted(mut self) -> FieldRow {
        self.wanted = true;
        self
    }

    pub const fn head(mut self) -> FieldRow {
        self.head = Some(Lead { word: None, optional: false });
        self
    }

    /// In the head if something is left there.
    pub const fn head_optional(mut self) -> FieldRow {
        self.head = Some(Lead { word: None, optional: true });
        self
    }

    pub const fn led_by(mut self, word: Word) -> FieldRow {
        self.head = Some(Lead { word: Some(word), optional: false });
        self
    }

    pub const fn led_optional(mut self, word: Word) -> FieldRow {
        self.head = Some(Lead { word: Some(word), optional: true });
        self
    }

    pub const fn drawn(mut self) -> FieldRow {
        self.drawn = true;
        self
    }

    pub const fn or_text(mut self) -> FieldRow {
        self.open = true;
        self
    }

    pub const fn fact(mut self) -> FieldRow {
        self.mode = Mode::Fact;
        self
    }

    pub const fn computed(mut self) -> FieldRow {
        self.mode = Mode::Computed;
        self
    }

    pub fn spelling(&self, lang: Lang) -> &'static str {
        lang.of(self.fr[0], self.en[0])
    }

    pub fn help(&self, lang: Lang) -> &'static str {
        lang.of(self.help_fr, self.help_en)
    }

    /// `Élu référent` of `élu-référent`, unless the row says otherwise.
    pub fn label_in(&self, lang: Lang) -> String {
        labelled(lang.of(self.label_fr, self.label_en), self.spelling(lang))
    }

    /// May it have several members, with commas between them?
    pub fn is_list(&self) -> bool {
        matches!(self.of, Type::Names | Type::People | Type::Dependencies | Type::Tags | Type::Texts | Type::Efforts | Type::Words(_))
    }

    /// The words of a list of values, if it has one.
    pub fn words(&self) -> &'static [WordRow] {
        match self.of {
            Type::Word(words) | Type::Words(words) => words,
            _ => &[],
        }
    }
}

impl std::fmt::Debug for FieldRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.en[0])
    }
}

impl ConceptRow {
    pub const fn new(concept: Concept, within: &'static [Option<Concept>], fields: &'static [FieldRow]) -> ConceptRow {
        assert!(fields.len() <= 64, "a concept has at most 64 fields: one bit each");
        ConceptRow {
            concept,
            en: &[],
            fr: &[],
            label_en: "",
            label_fr: "",
            within,
            repeats: true,
            name: Slot::None,
            title: Slot::None,
            block: true,
            documented: true,
            local: false,
            lenient: false,
            drawn: false,
            fields,
            help_en: "",
            help_fr: "",
        }
    }

    pub const fn words(mut self, en: &'static [&'static str], fr: &'static [&'static str]) -> ConceptRow {
        (self.en, self.fr) = (en, fr);
        self
    }

    pub const fn help(mut self, en: &'static str, fr: &'static str) -> ConceptRow {
        (self.help_en, self.help_fr) = (en, fr);
        self
    }

    pub const fn label(mut self, en: &'static str, fr: &'static str) -> ConceptRow {
        (self.label_en, self.label_fr) = (en, fr);
        self
    }

    pub const fn once(mut self) -> ConceptRow {
        self.repeats = false;
        self
    }

    pub const fn named(mut self, slot: Slot) -> ConceptRow {
        self.name = slot;
        self
    }

    pub const fn titled(mut self, slot: Slot) -> ConceptRow {
        self.title = slot;
        self
    }

    pub const fn flat(mut self) -> ConceptRow {
        self.block = false;
        self
    }

    pub const fn local(mut self) -> ConceptRow {
        self.local = true;
        self
    }

    pub const fn lenient(mut self) -> ConceptRow {
        self.lenient = true;
        self
    }

    pub const fn undocumented(mut self) -> ConceptRow {
        self.documented = false;
        self
    }

    pub const fn drawn(mut self) -> ConceptRow {
        self.drawn = true;
        self
    }

    /// The keyword; for what begins with a text, its label.
    pub fn spelling(&self, lang: Lang) -> &'static str {
        lang.of(self.fr.first().unwrap_or(&self.label_fr), self.en.first().unwrap_or(&self.label_en))
    }

    /// Has it a name or a title?
    pub fn is_called(&self) -> bool {
        self.name != Slot::None || self.title != Slot::None
    }

    pub fn help_in(&self, lang: Lang) -> &'static str {
        lang.of(self.help_fr, self.help_en)
    }

    pub fn label_in(&self, lang: Lang) -> String {
        labelled(lang.of(self.label_fr, self.label_en), self.spelling(lang))
    }

    /// `un jalon`, `une instance`: within a sentence.
    pub fn one(&'static self) -> Say {
        let feminine = matches!(
            self.concept,
            Concept::Strategy
                | Concept::Authority
                | Concept::Body
                | Concept::Action
                | Concept::Decision
                | Concept::Reference
                | Concept::Envelope
                | Concept::Target
                | Concept::Measured
                | Concept::Continuity
                | Concept::Annex
                | Concept::Trajectory
                | Concept::Waiver
        );
        let label = By(|lang| self.label_in(lang).to_lowercase());
        let vowel = self.label_in(Lang::En).to_lowercase().starts_with(['a', 'e', 'i', 'o', 'u']) && self.concept != Concept::Use;
        let article = two(if feminine { "une" } else { "un" }, if vowel { "an" } else { "a" });
        say!("{article} {label}"; "{article} {label}", article, label)
    }

    /// `Risques`: what a heading over several says.
    pub fn several_in(&self, lang: Lang) -> String {
        let one = self.label_in(lang);
        // What links to a paper is called by a verb.
        if matches!(self.concept, Concept::See | Concept::Under | Concept::Replaces | Concept::Continues) {
            return one;
        }
        match lang {
            Lang::Fr => one
                .split(' ')
                .map(|word| if word.ends_with(['s', 'x']) { word.to_owned() } else { format!("{word}s") })
                .collect::<Vec<_>>()
                .join(" "),
            Lang::En => match (one.strip_suffix('y'), one.strip_suffix("sis")) {
                (Some(stem), _) => format!("{stem}ies"),
                (_, Some(stem)) => format!("{stem}ses"),
                _ if one.ends_with('s') => one,
                _ => one + "s",
            },
        }
    }

    /// The concepts that may stand in its block.
    pub fn children(&self) -> impl Iterator<Item = &'static ConceptRow> {
        inside(Some(self.concept))
    }

    /// The fields of its block, or of its head.
    pub fn fields_in(&self, head: bool) -> impl Iterator<Item = (u8, &'static FieldRow)> {
        let written = move |(_, row): &(u8, &'static FieldRow)| row.mode != Mode::Computed && row.head.is_some() == head;
        (0u8..).zip(self.fields).filter(written)
    }
}

/// The concepts that may stand at a place: the margin of a file, or a block.
pub fn inside(place: Option<Concept>) -> impl Iterator<Item = &'static ConceptRow> {
    CONCEPTS.iter().copied().filter(move |row| row.within.contains(&place))
}

/// Of each concept, a bit for each field that is wanted.
static WANTED: LazyLock<Vec<u64>> = LazyLock::new(|| {
    let wanted = |row: &&ConceptRow| {
        let fields = (0..).zip(row.fields).filter(|(_, field)| field.wanted && !row.lenient);
        fields.fold(0, |bits, (at, _): (u32, _)| bits | 1 << at)
    };
    CONCEPTS.iter().map(wanted).collect()
});

impl Concept {
    /// A bit for each field that a council misses.
    pub fn wanted(self) -> u64 {
        WANTED[self as usize]
    }

    pub fn row(self) -> &'static ConceptRow {
        CONCEPTS[self as usize]
    }
}

fn labelled(label: &str, keyword: &str) -> String {
    if !label.is_empty() {
        return label.to_owned();
    }
    let mut chars = keyword.chars().map(|c| if c == '-' { ' ' } else { c });
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// How the code asks for a field: its number, and the type of its value.
pub struct Key<T> {
    pub at: u8,
    /// The rows that the number counts: a key of another concept is a mistake of ours.
    pub rows: &'static [FieldRow],
    of: PhantomData<fn() -> T>,
}

impl<T: Typed> Key<T> {
    pub const fn new(at: u8, rows: &'static [FieldRow]) -> Key<T> {
        Key { at, rows, of: PhantomData }
    }

    pub fn row(self) -> &'static FieldRow {
        &self.rows[self.at as usize]
    }
}

impl<T> Clone for Key<T> {
    fn clone(&self) -> Key<T> {
        *self
    }
}

impl<T> Copy for Key<T> {}

/// A set of fields: `KEY: Type = "english" "also" | "français", "Help." | "Aide." [, mark…];`, each a row and a typed key.
macro_rules! fields {
    ($($key:ident: $of:ty = $($en:literal)+ | $($fr:literal)+, $help_en:literal | $help_fr:literal $(, $mark:ident($($value:expr),*))*;)*) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        #[repr(u8)]
        enum FieldNumber { $($key),* }
        const FIELD_COUNT: usize = [$(stringify!($key)),*].len();
        // A named place: rows are known by where they stand.
        pub static FIELDS: [$crate::language::FieldRow; FIELD_COUNT] = [$(
            $crate::language::FieldRow::new(&[$($en),+], &[$($fr),+], <$of as $crate::language::Typed>::TYPE, $help_en, $help_fr)
                $(.$mark($($value),*))*
        ),*];
        $(pub static $key: $crate::language::Key<$of> = $crate::language::Key::new(FieldNumber::$key as u8, &FIELDS);)*
    };
}

/// One concept: its keyword in both languages, where it stands, its help, marks, and its fields (or a shared set of them).
macro_rules! concept {
    ($name:ident = $($en:literal)* | $($fr:literal)*, in [$($place:expr),*], $($rest:tt)*) => {
        $crate::language::concept::concept! { $name = $($en)* | $($fr)*, at &[$($place),*], $($rest)* }
    };
    ($name:ident = $($en:literal)* | $($fr:literal)*, at $places:expr, $help_en:literal | $help_fr:literal
        $(, $mark:ident($($value:expr),*))*; fields $fields:expr) => {
        pub static ROW: $crate::language::ConceptRow = $crate::language::ConceptRow::new($crate::language::Concept::$name, $places, $fields)
            .words(&[$($en),*], &[$($fr),*]).help($help_en, $help_fr)$(.$mark($($value),*))*;
    };
    ($name:ident = $($en:literal)* | $($fr:literal)*, at $places:expr, $help_en:literal | $help_fr:literal
        $(, $mark:ident($($value:expr),*))*; $($rows:tt)*) => {
        $crate::language::concept::fields! { $($rows)* }
        $crate::language::concept::concept! {
            $name = $($en)* | $($fr)*, at $places, $help_en | $help_fr $(, $mark($($value),*))*; fields &FIELDS
        }
    };
}

/// The list of all concepts, each in a module of its own.
macro_rules! concepts {
    ($($file:ident::$name:ident),* $(,)?) => {
        /// What a statement that holds others is.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum Concept { $($name),* }

        /// Every row, in the order of [`Concept`].
        pub static CONCEPTS: &[&$crate::language::ConceptRow] = &[$(&$file::ROW),*];
    };
}

pub(crate) use {concept, concepts, fields};
