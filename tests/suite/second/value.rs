//! Values as the specification has them: four truths by its tables, intervals, words, things, lists; and why one is not known.

use std::collections::BTreeSet;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use strategy::policy::judge::Cause;
use strategy::policy::kinds::Kind;

/// The facts for want of which something is open.
pub type Why = BTreeSet<Cause>;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Truth {
    True,
    False,
    /// `?`: open because of a fact.
    Unknown,
    /// `~`: open between values that are only coarse, or on a least of nothing.
    Doubtful,
}

use Truth::{Doubtful as D, False as F, True as T, Unknown as U};

/// The rows and the columns of the tables: true, false, unknown, doubtful.
const AND: [[Truth; 4]; 4] = [[T, F, U, D], [F, F, F, F], [U, F, U, D], [D, F, D, D]];
const OR: [[Truth; 4]; 4] = [[T, T, T, T], [T, F, U, D], [T, U, U, D], [T, D, D, D]];
const NOT: [Truth; 4] = [F, T, U, D];
/// `where` → `require`; pass is true, a finding false.
const REQUIRED: [[Truth; 4]; 4] = [[T, F, U, T], [T, T, T, T], [T, U, U, T], [T, T, T, T]];

/// A truth, and where it is unknown for want of what.
#[derive(Debug, Clone, PartialEq)]
pub struct Said {
    pub truth: Truth,
    pub why: Why,
}

impl Said {
    pub fn of(truth: bool) -> Said {
        Said::open(if truth { T } else { F })
    }

    pub fn open(truth: Truth) -> Said {
        Said { truth, why: Why::new() }
    }

    pub fn unknown(why: Why) -> Said {
        Said { truth: U, why }
    }

    pub fn is(&self, truth: Truth) -> bool {
        self.truth == truth
    }

    fn by(table: &[[Truth; 4]; 4], a: &Said, b: &Said) -> Said {
        let truth = table[a.truth as usize][b.truth as usize];
        let mut why = Why::new();
        if truth == U {
            [a, b].into_iter().filter(|one| one.truth == U).for_each(|one| why.extend(one.why.iter().copied()));
        }
        Said { truth, why }
    }

    pub fn and(&self, other: &Said) -> Said {
        Said::by(&AND, self, other)
    }

    pub fn or(&self, other: &Said) -> Said {
        Said::by(&OR, self, other)
    }

    pub fn not(self) -> Said {
        Said { truth: NOT[self.truth as usize], why: self.why }
    }

    /// What a requirement makes of something, where the conditions before it are so.
    pub fn requires(&self, require: &Said) -> Said {
        let passes = |said: &Said| REQUIRED[self.truth as usize][said.truth as usize];
        match passes(require) {
            // Where it holds anyway, it does not matter whether it is asked.
            U => {
                let mut why = Why::new();
                [self, require].into_iter().filter(|one| one.truth == U).for_each(|one| why.extend(one.why.iter().copied()));
                Said { truth: U, why }
            }
            truth => Said::open(truth),
        }
    }
}

/// Is an amount with or without tax?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    Unsaid,
    Ht,
    Ttc,
}

/// An ordered value, from its lower bound to its upper one; none that way.
#[derive(Debug, Clone, PartialEq)]
pub struct Number {
    pub absent: bool,
    pub low: Option<i128>,
    pub high: Option<i128>,
    /// It rests on a fact that is not known.
    pub unknown: bool,
    /// The least of nothing.
    pub nothing: bool,
    pub why: Why,
    pub mark: Mark,
    /// The fields for want of whose mark it has none.
    pub unmarked: Why,
}

const MOST: i128 = i64::MAX as i128 - 1;

impl Number {
    pub fn between(low: Option<i128>, high: Option<i128>) -> Number {
        Number { absent: false, low, high, unknown: false, nothing: false, why: Why::new(), mark: Mark::Unsaid, unmarked: Why::new() }
    }

    pub fn point(value: i128) -> Number {
        Number::between(Some(value), Some(value))
    }

    pub fn absent() -> Number {
        Number { absent: true, ..Number::point(0) }
    }

    pub fn nothing() -> Number {
        Number { nothing: true, ..Number::between(None, None) }
    }

    pub fn unknown(least: Option<i128>, why: Why) -> Number {
        Number { unknown: true, why, ..Number::between(least, None) }
    }

    pub fn marked(self, mark: Mark, own: Why) -> Number {
        Number { mark, unmarked: if mark == Mark::Unsaid { own } else { Why::new() }, ..self }
    }

    /// Made of these, from one bound to the other.
    fn made(low: Option<i128>, high: Option<i128>, of: &[&Number]) -> Number {
        let clamp = |end: i128| end.clamp(-MOST, MOST);
        let mut made = Number::between(low.map(clamp), high.map(clamp));
        for one in of {
            assert!(!one.absent, "what may be absent was reckoned with");
            made.unknown |= one.unknown;
            made.nothing |= one.nothing;
            made.why.extend(one.why.iter().copied());
        }
        made
    }

    fn is_point(&self) -> bool {
        self.low.is_some() && self.low == self.high
    }

    /// Why a comparison is open that the bounds leave open.
    fn open(&self, other: &Number) -> Said {
        if self.nothing || other.nothing || !(self.unknown || other.unknown) {
            return Said::open(D);
        }
        Said::unknown(self.why.union(&other.why).copied().collect())
    }

    pub fn less(&self, other: &Number) -> Said {
        assert!(!self.absent && !other.absent, "what may be absent was compared");
        if self.nothing || other.nothing {
            return Said::open(D);
        }
        match (self.low, self.high, other.low, other.high) {
            (_, Some(high), Some(low), _) if high < low => Said::of(true),
            (Some(low), _, _, Some(high)) if low >= high => Said::of(false),
            _ => self.open(other),
        }
    }

    pub fn same(&self, other: &Number) -> Said {
        if self.absent || other.absent {
            return Said::of(false);
        }
        if self.nothing || other.nothing {
            return Said::open(D);
        }
        let apart = |one: &Number, two: &Number| matches!((one.high, two.low), (Some(high), Some(low)) if high < low);
        if apart(self, other) || apart(other, self) {
            return Said::of(false);
        }
        if self.is_point() && other.is_point() { Said::of(true) } else { self.open(other) }
    }

    pub fn plus(&self, other: &Number) -> Number {
        let sum = |a: Option<i128>, b: Option<i128>| Some(a? + b?);
        Number::made(sum(self.low, other.low), sum(self.high, other.high), &[self, other])
    }

    pub fn negative(&self) -> Number {
        let negative = |end: Option<i128>| end.map(|end| -end);
        Number { low: negative(self.high), high: negative(self.low), ..self.clone() }
    }

    /// The factor is in millionths.
    pub fn times(&self, factor: &Number) -> Number {
        self.by_ends(factor, |a, b| match (a, b) {
            (End::Is(0), _) | (_, End::Is(0)) => Some(End::Is(0)),
            (End::Is(a), End::Is(b)) => Some(End::Is(rounded(a * b, 1_000_000))),
            (a, b) => Some(if a.is_negative() == b.is_negative() { End::Highest } else { End::Lowest }),
        })
    }

    /// The quotient in millionths. By what may be nothing, it may be anything.
    pub fn divided(&self, by: &Number) -> Number {
        if by.low.is_none_or(|low| low <= 0) && by.high.is_none_or(|high| high >= 0) {
            return Number::made(None, None, &[self, by]);
        }
        self.by_ends(by, |a, b| match (a, b) {
            (End::Is(a), End::Is(b)) => Some(End::Is(rounded(a * 1_000_000, b))),
            (End::Is(_), _) => Some(End::Is(0)),
            (a, End::Is(b)) => Some(if a.is_negative() == (b < 0) { End::Highest } else { End::Lowest }),
            // Whatever it is lies between what the other ends make.
            _ => None,
        })
    }

    fn by_ends(&self, other: &Number, of: impl Fn(End, End) -> Option<End>) -> Number {
        let ends = |one: &Number| [one.low.map_or(End::Lowest, End::Is), one.high.map_or(End::Highest, End::Is)];
        let mut all = Vec::new();
        for a in ends(self) {
            for b in ends(other) {
                all.extend(of(a, b));
            }
        }
        let (low, high) = (all.iter().min().expect("four ends"), all.iter().max().expect("four ends"));
        Number::made(low.bound(), high.bound(), &[self, other])
    }

    /// The one or the other: it is open which.
    pub fn either(&self, other: &Number, open: &Said) -> Number {
        if self.absent != other.absent {
            // Not even whether there is one is known.
            return Number::unknown(None, open.why.clone());
        }
        let same = |a: &Number, b: &Number| (a.low, a.high, a.unknown, a.nothing) == (b.low, b.high, b.unknown, b.nothing);
        if self.absent || (same(self, other) && !self.unknown) {
            let mut one = self.clone();
            one.mark_either(self, other, open);
            return one;
        }
        let low = self.low.zip(other.low).map(|(a, b)| a.min(b));
        let high = self.high.zip(other.high).map(|(a, b)| a.max(b));
        let mut made = Number::made(low, high, &[self, other]);
        if open.is(U) && !same(self, other) {
            made.unknown = true;
            made.why.extend(open.why.iter().copied());
        }
        made.mark_either(self, other, open);
        made
    }

    /// It has a mark where both have the same.
    fn mark_either(&mut self, one: &Number, other: &Number, open: &Said) {
        self.mark = if one.mark == other.mark { one.mark } else { Mark::Unsaid };
        self.unmarked = one.unmarked.union(&other.unmarked).copied().collect();
        if one.mark != other.mark {
            self.unmarked.extend(open.why.iter().copied());
        }
    }

    /// Is there more to it than that it is unknown?
    pub fn has_known_part(&self) -> bool {
        !self.unknown || self.high.is_some() || self.low.is_some_and(|low| low != 0)
    }

    /// Both ends, where they are days.
    pub fn ends(&self, of: impl Fn(i128) -> i128) -> Number {
        Number { low: self.low.map(&of), high: self.high.map(of), mark: Mark::Unsaid, unmarked: Why::new(), ..self.clone() }
    }
}

/// One end of an interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum End {
    Lowest,
    Is(i128),
    Highest,
}

impl End {
    fn is_negative(self) -> bool {
        self < End::Is(0)
    }

    fn bound(self) -> Option<i128> {
        match self {
            End::Is(value) => Some(value),
            End::Lowest | End::Highest => None,
        }
    }
}

/// To the nearest; what lies in the middle, away from nothing.
pub fn rounded(value: i128, by: i128) -> i128 {
    let (size, of) = (value.abs(), by.abs());
    let whole = size / of + i128::from(2 * (size % of) >= of);
    if (value < 0) == (by < 0) { whole } else { -whole }
}

/// A word, a thing, a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Atom {
    Word(i32),
    /// A word of the author's own: it is like no other.
    Own,
    /// By its kind (goals and actions are sheets) and its number there.
    Thing(Kind, u32),
    Year(i128),
    /// A theme, a must-have or a barrier that the plan has not.
    Stranger(Kind, String),
}

impl Atom {
    pub fn is(&self, other: &Atom) -> bool {
        self != &Atom::Own && self == other
    }
}

#[derive(Debug, Clone, PartialEq)]
pub enum Maybe<T> {
    Absent,
    Unknown(Why),
    Is(T),
}

/// A list, and whether it may hold more than is known: no, it may for want of a fact, it may by doubt.
#[derive(Debug, Clone, PartialEq)]
pub struct Many {
    pub items: Vec<Atom>,
    pub open: Said,
}

impl Many {
    pub fn closed(items: Vec<Atom>) -> Many {
        Many { items, open: Said::of(false) }
    }

    pub fn some(&self) -> Said {
        if self.items.is_empty() { self.open.clone() } else { Said::of(true) }
    }
}

#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Truth(Said),
    Number(Number),
    Text(Maybe<String>),
    Period(Number, Number),
    One(Maybe<Atom>),
    Many(Many),
}

impl Value {
    pub fn truth(self) -> Said {
        match self {
            Value::Truth(said) => said,
            other => panic!("no truth: {other:?}"),
        }
    }

    pub fn number(self) -> Number {
        match self {
            Value::Number(number) => number,
            other => panic!("no number: {other:?}"),
        }
    }

    pub fn many(self) -> Many {
        match self {
            Value::Many(many) => many,
            other => panic!("no list: {other:?}"),
        }
    }

    pub fn text(self) -> Maybe<String> {
        match self {
            Value::Text(text) => text,
            other => panic!("no text: {other:?}"),
        }
    }
}

/// Case and accents aside.
pub fn plain(text: &str) -> String {
    let bare = |c: char| match c {
        'à' | 'â' | 'ä' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' => 'i',
        'ô' | 'ö' => 'o',
        'ù' | 'û' | 'ü' => 'u',
        'ç' => 'c',
        '’' => '\'',
        other => other,
    };
    text.to_lowercase().chars().map(bare).collect::<String>().replace('œ', "oe")
}

const FIRST: Date = date(1970, 1, 1);

pub fn day_of(number: i128) -> Date {
    FIRST.checked_add(i64::try_from(number).expect("a day").days()).expect("a day of the calendar")
}

pub fn number_of(day: Date) -> i128 {
    i128::from(day.duration_since(FIRST).as_hours() / 24)
}

/// A duration as the typed tree has it: its months and its days.
pub fn months_and_days(duration: i128) -> (i128, i128) {
    let days = i128::from(duration as i32);
    ((duration - days) / (1 << 32), days)
}

pub fn duration(months: i128, days: i128) -> i128 {
    (months << 32) + days
}

/// So long after a day, the months first.
pub fn day_after(day: i128, duration: i128) -> i128 {
    let (months, days) = months_and_days(duration);
    let moved = day_of(day).checked_add((months as i64).months()).expect("a day of the calendar");
    number_of(moved) + days
}
