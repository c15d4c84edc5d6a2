//! A value where it stands: as it is written, shown, counted, and as the type that the code works with.

use std::borrow::Cow;

use super::store::{Cell, Joint, Value};
use super::value::{self, Delay, Figure, Money, Period, Share, When};
use super::view::Entity;
use crate::diagnostic::Lang;
use crate::language::{self, FieldRow, Typed, Words};
use crate::text::Span;

/// A value where it stands.
#[derive(Clone, Copy)]
pub struct Seen<'a> {
    pub entity: Entity<'a>,
    pub row: &'static FieldRow,
    pub cell: &'a Cell,
}

impl<'a> Seen<'a> {
    pub fn span(self) -> Span {
        self.entity.span_of(self.cell.span)
    }

    /// As it stands in the text.
    pub fn written(self) -> &'a str {
        self.entity.slice(self.cell.span)
    }

    /// The words of a text; what is written, of anything else.
    pub fn text(self) -> Cow<'a, str> {
        let written = self.entity.slice(self.cell.span);
        match self.cell.value {
            Value::Text | Value::Library => value::said(written).into(),
            _ => Cow::Borrowed(written),
        }
    }

    /// What a name stands for, if that is known.
    pub fn target(self) -> Option<Entity<'a>> {
        let (Value::Name(number) | Value::Depend(number, ..) | Value::Effort(number, _) | Value::After(number, _)) = self.cell.value else {
            return None;
        };
        self.reference(number)
    }

    /// What another reference of its part stands for.
    pub fn reference(self, number: u32) -> Option<Entity<'a>> {
        let plan = self.entity.plan;
        let id = plan.parts[self.entity.id.part as usize].targets.get(number as usize).copied().flatten()?;
        Some(Entity { plan, id })
    }

    /// Could it, or a member of it, not be read, or does a name in it stand for nothing?
    pub fn is_unread(self) -> bool {
        match self.cell.value {
            Value::Unknown | Value::Undefined => true,
            Value::Name(_) | Value::Depend(..) | Value::Effort(..) | Value::After(..) => self.target().is_none(),
            Value::List(..) => self.members().any(Seen::is_unread),
            Value::Pair(..) => self.both().into_iter().flatten().any(Seen::is_unread),
            _ => false,
        }
    }

    /// The members of a list; of one value, itself.
    pub fn members(self) -> impl Iterator<Item = Seen<'a>> + Clone {
        let cells = match self.cell.value {
            Value::List(first, count) => &self.entity.part().items[first as usize..(first + count) as usize],
            _ => std::slice::from_ref(self.cell),
        };
        cells.iter().map(move |cell| Seen { cell, ..self })
    }

    /// Does the author say that it is not known yet, or not whole?
    /// Written, but not to be read.
    pub fn is_unreadable(self) -> bool {
        self.cell.value == Value::Unknown || self.is_undefined()
    }

    pub fn is_undefined(self) -> bool {
        match self.cell.value {
            Value::Pair(..) => self.both().into_iter().flatten().any(Seen::is_undefined),
            value => value == Value::Undefined,
        }
    }

    /// The two values that one is made of.
    pub fn both(self) -> Option<[Seen<'a>; 2]> {
        let Value::Pair(_, at) = self.cell.value else { return None };
        let [first, second] = &self.entity.part().pairs[at as usize];
        Some([Seen { cell: first, ..self }, Seen { cell: second, ..self }])
    }

    /// What holds now, where one value stands instead of another.
    pub fn now(self) -> Seen<'a> {
        match (self.cell.value, self.both()) {
            (Value::Pair(Joint::Instead, _), Some([now, _])) => now,
            _ => self,
        }
    }

    /// A date, written or counted from something that has one.
    pub fn when(self) -> Option<When> {
        self.counted(0)
    }

    /// `steps`: how many dates it has been counted from already. Dates that are counted from each other are none.
    fn counted(self, steps: u32) -> Option<When> {
        /// No date is counted from more, one from another.
        const MOST: u32 = 16;
        let seen = self.now();
        match seen.cell.value {
            Value::Date(day) => Some(day.when()),
            Value::After(_, delay) if steps < MOST => {
                let moment = seen.target()?.last_moment()?;
                Some(moment.counted(steps + 1)?.plus(delay))
            }
            Value::Period(_, end, ..) => Some(end.when()),
            Value::Pair(Joint::Ends, _) => seen.both()?[1].counted(steps + 1),
            _ => None,
        }
    }

    /// Is a date in it counted from another one?
    pub fn is_relative(self) -> bool {
        match self.cell.value {
            Value::After(..) => true,
            Value::Pair(..) => self.both().into_iter().flatten().any(Seen::is_relative),
            _ => false,
        }
    }

    /// The first and the last year of an amount, and whether it is one for all of them.
    pub fn years(self) -> Option<(i16, i16, bool)> {
        match (self.cell.value, self.both()) {
            (Value::Amount(first, last, _, mark), _) => Some((first, last, mark.in_all())),
            (Value::Pair(..), Some([low, _])) => low.years(),
            _ => None,
        }
    }

    /// An amount, or the range that it lies in.
    pub fn money(self) -> Option<Money> {
        let one = |value: Value| match value {
            Value::Money(amount, mark) | Value::ShareOfMoney(amount, mark) | Value::Amount(_, _, amount, mark) => {
                Some(Money::of(amount, mark))
            }
            _ => None,
        };
        match (self.cell.value, self.both()) {
            (Value::Pair(Joint::Range, _), Some([low, high])) => Some(Money { high: one(high.cell.value)?.high, ..one(low.cell.value)? }),
            (value, _) => one(value),
        }
    }

    pub fn show(self, lang: Lang) -> String {
        value::show(self, lang)
    }

    pub fn json(self) -> serde_json::Value {
        value::json(self)
    }
}

/// From a stored value to the type that the code works with.
pub trait Datum: Typed {
    type Out<'a>;
    fn of(seen: Seen<'_>) -> Option<Self::Out<'_>>;
}

macro_rules! datum {
    ($($of:ty => $out:ty, $pattern:pat, $seen:ident => $value:expr;)*) => {$(
        impl Datum for $of {
            type Out<'a> = $out;
            fn of($seen: Seen<'_>) -> Option<Self::Out<'_>> {
                match $seen.cell.value {
                    $pattern => Some($value),
                    _ => None,
                }
            }
        }
    )*};
}

datum! {
    language::Text => Cow<'a, str>, Value::Text, seen => seen.text();
    language::Number => u64, Value::Number(number), _seen => number;
    language::Duration => Delay, Value::Duration(delay), _seen => delay;
    language::Answer => bool, Value::Answer(answer), _seen => answer;
    language::Every => Delay, Value::Every(delay), _seen => delay;
}

impl Datum for language::Name {
    type Out<'a> = Entity<'a>;
    fn of(seen: Seen<'_>) -> Option<Entity<'_>> {
        seen.target()
    }
}

impl Datum for language::Share {
    type Out<'a> = Share;
    fn of(seen: Seen<'_>) -> Option<Share> {
        match seen.cell.value {
            Value::ShareOf(percent, section) => Some(Share::Percent(percent, section)),
            _ => seen.money().map(Share::Money),
        }
    }
}

impl Datum for language::Date {
    type Out<'a> = When;
    fn of(seen: Seen<'_>) -> Option<When> {
        seen.when()
    }
}

impl Datum for language::Money {
    type Out<'a> = Money;
    fn of(seen: Seen<'_>) -> Option<Money> {
        seen.money()
    }
}

impl Datum for language::Value {
    type Out<'a> = Figure;
    fn of(seen: Seen<'_>) -> Option<Figure> {
        let reading = |seen: Seen<'_>| match seen.cell.value {
            Value::Reading(reading) => Some(reading),
            _ => None,
        };
        match (seen.cell.value, seen.both()) {
            (Value::Reading(one), _) => Some(Figure::Number(one)),
            (Value::Pair(..), Some([low, high])) => Some(Figure::Range(reading(low)?, reading(high)?)),
            (Value::Answer(answer), _) => Some(Figure::Answer(answer)),
            (Value::Text, _) => Some(Figure::Text),
            _ => None,
        }
    }
}

impl Datum for language::Period {
    type Out<'a> = Period;
    fn of(seen: Seen<'_>) -> Option<Period> {
        let seen = seen.now();
        let span = seen.span();
        let (start, end, first, last) = match seen.cell.value {
            Value::Period(start, end, first, last) => (start, end, first, last),
            Value::Pair(..) => {
                let [start, end] = seen.both()?;
                return Some(Period { start: start.when()?, end: end.when()?, start_span: start.span(), end_span: end.span() });
            }
            _ => return None,
        };
        Some(Period {
            start: start.when(),
            end: end.when(),
            start_span: Span::new(span.source, span.start, span.start + u32::from(first)),
            end_span: Span::new(span.source, span.end - u32::from(last), span.end),
        })
    }
}

impl<T: Words> Datum for T {
    type Out<'a> = T;
    fn of(seen: Seen<'_>) -> Option<T> {
        match seen.cell.value {
            Value::Word(number) => Some(T::numbered(number)),
            _ => None,
        }
    }
}
