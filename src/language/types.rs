//! What a value may be. Each type is read, shown and written as JSON by its own file in `plan/value/`.

use crate::diagnostic::Lang;

/// The type of a field's value.
#[derive(Clone, Copy)]
pub enum Type {
    /// `"…"`
    Text,
    /// The name of something.
    Name,
    /// Several names.
    Names,
    /// Several names or texts.
    People,
    /// What is waited for: `identite, socle start + 3 months`.
    Dependencies,
    /// One of these words.
    Word(&'static [WordRow]),
    /// Several of these words.
    Words(&'static [WordRow]),
    /// A whole number, with no unit.
    Number,
    /// A day, a month, a quarter or a year.
    Date,
    /// From one date to another, or one alone.
    Period,
    Duration,
    /// Amounts by year: `2027: 120 k€, 2028 .. 2030: 35 k€`.
    Amounts,
    /// An amount, or a percentage of a cost.
    Share,
    /// What an indicator shows: a number or a percentage.
    Value,
    /// A library or a file.
    Library,
    /// An amount, of no year.
    Money,
    /// Nothing: the keyword says it all.
    Flag,
    /// `yes` or `no`; the keyword alone is yes.
    Answer,
    /// How often: `every year`, `every 3 months`.
    Every,
    /// Who gives how much time: `CDO 0.4 fte, DSI 0.8 fte`.
    Efforts,
    /// How much time there is, by year: `2027: 1.5 fte, 2028 .. 2030: 2 fte`.
    Capacities,
    /// Several texts.
    Texts,
    /// Several words of the author's own, or texts: `urbanisme, "vie scolaire"`.
    Tags,
    /// How many for, against, abstaining: `for 30, against 3, abstentions 2`.
    Votes,
}

/// A type by its Rust name, so that a field's declaration gives both.
pub trait Typed {
    const TYPE: Type;
}

macro_rules! types {
    ($($name:ident),* $(,)?) => {$(
        #[doc = concat!("The marker of [`Type::", stringify!($name), "`].")]
        pub struct $name;
        impl Typed for $name {
            const TYPE: Type = Type::$name;
        }
    )*};
}
types!(
    Flag,
    Answer,
    Every,
    Efforts,
    Capacities,
    Texts,
    Tags,
    Votes,
    Text,
    Name,
    Names,
    People,
    Dependencies,
    Number,
    Date,
    Period,
    Duration,
    Amounts,
    Share,
    Value,
    Library,
    Money
);

/// The marker of several words of a list.
pub struct Several<T>(std::marker::PhantomData<T>);

impl<T: Typed> Typed for Several<T> {
    const TYPE: Type = match T::TYPE {
        Type::Word(words) => Type::Words(words),
        other => other,
    };
}

/// A word that a field may hold.
pub struct WordRow {
    pub en: &'static str,
    pub fr: &'static str,
    /// Also read.
    pub also: &'static [&'static str],
}

impl WordRow {
    pub fn spelling(&self, lang: Lang) -> &'static str {
        lang.of(self.fr, self.en)
    }
}

/// A list of words as an enumeration: its rows, and a value by its number.
pub trait Words: Typed + Copy {
    fn numbered(number: u8) -> Self;
}

/// `enum Status { Planned "planned" | "prévu", … }`, with its rows.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($word:ident $en:literal | $fr:literal $(+ $also:literal)*),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $($word),* }

        impl $crate::language::Typed for $name {
            const TYPE: $crate::language::Type = $crate::language::Type::Word(&[
                $($crate::language::WordRow { en: $en, fr: $fr, also: &[$($also),*] }),*
            ]);
        }

        impl $crate::language::Words for $name {
            fn numbered(number: u8) -> $name {
                [$($name::$word),*][number as usize]
            }
        }
    };
}

pub(crate) use words;
