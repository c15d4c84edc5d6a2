//! Columns of values, and what is done with them: intervals, four truths, words, lists. The tables are those of the specification.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::suggest;

/// The four truths, in the order of `or`.
pub const FALSE: u8 = 0;
/// Open because of a fact that is not known.
pub const UNKNOWN: u8 = 1;
/// Open between dates that are only coarse, amounts that are ranges, or on a least of nothing: the benefit of the doubt.
pub const DOUBTFUL: u8 = 2;
pub const TRUE: u8 = 3;

pub fn or(a: u8, b: u8) -> u8 {
    a.max(b)
}

/// The order of `and` is false, doubtful, unknown, true.
pub fn and(a: u8, b: u8) -> u8 {
    not(or(not(a), not(b)))
}

pub fn not(a: u8) -> u8 {
    match a {
        FALSE => TRUE,
        TRUE => FALSE,
        open => open,
    }
}

pub fn truth(value: bool) -> u8 {
    if value { TRUE } else { FALSE }
}

/// What stands for a word or a thing that is not there, is not known, or is none of the list.
pub const NOBODY: i32 = -1;
pub const UNKNOWN_ID: i32 = -2;
pub const OTHER: i32 = -3;

/// No bound that way.
pub const LOWEST: i64 = i64::MIN;
pub const HIGHEST: i64 = i64::MAX;

/// The state of a number.
pub mod state {
    /// It rests on a fact that is not known.
    pub const UNKNOWN: u8 = 1;
    /// The least of nothing.
    pub const NOTHING: u8 = 2;
    pub const ABSENT: u8 = 4;
}

/// A number as it is known: from one value to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Num {
    pub low: i64,
    pub high: i64,
    pub state: u8,
}

impl Num {
    pub const ABSENT: Num = Num { low: 0, high: 0, state: state::ABSENT };
    pub const UNKNOWN: Num = Num { low: LOWEST, high: HIGHEST, state: state::UNKNOWN };
    pub const NOTHING: Num = Num { low: LOWEST, high: HIGHEST, state: state::NOTHING };

    pub fn point(value: i64) -> Num {
        Num { low: value, high: value, state: 0 }
    }

    pub fn from(low: i64, high: i64) -> Num {
        Num { low, high, state: 0 }
    }

    pub fn is_absent(self) -> bool {
        self.state & state::ABSENT != 0
    }

    pub fn is_unknown(self) -> bool {
        self.state & state::UNKNOWN != 0
    }

    /// Why a comparison that its bounds leave open is open.
    fn open(self, other: Num) -> u8 {
        match self.state | other.state {
            // Whatever a fact turns out to be, nothing is before the least of nothing, nor after it.
            state if state & state::NOTHING != 0 => DOUBTFUL,
            state if state & (state::UNKNOWN | state::ABSENT) != 0 => UNKNOWN,
            _ => DOUBTFUL,
        }
    }

    pub fn less(self, other: Num) -> u8 {
        if (self.state | other.state) & (state::ABSENT | state::NOTHING) != 0 {
            return self.open(other);
        }
        match () {
            _ if self.high < other.low => TRUE,
            _ if self.low >= other.high => FALSE,
            _ => self.open(other),
        }
    }

    pub fn at_most(self, other: Num) -> u8 {
        not(other.less(self))
    }

    pub fn same(self, other: Num) -> u8 {
        match () {
            _ if self.is_absent() || other.is_absent() => FALSE,
            _ if (self.state | other.state) & state::NOTHING != 0 => DOUBTFUL,
            _ if self.high < other.low || other.high < self.low => FALSE,
            _ if self.low == self.high && other.low == other.high => TRUE,
            _ => self.open(other),
        }
    }

    fn with(self, other: Num, low: i64, high: i64) -> Num {
        Num { low, high, state: self.state | other.state }
    }

    pub fn plus(self, other: Num) -> Num {
        self.with(other, add(self.low, other.low, LOWEST), add(self.high, other.high, HIGHEST))
    }

    pub fn negative(self) -> Num {
        let flip = |value: i64| match value {
            LOWEST => HIGHEST,
            HIGHEST => LOWEST,
            value => -value,
        };
        Num { low: flip(self.high), high: flip(self.low), state: self.state }
    }

    pub fn minus(self, other: Num) -> Num {
        self.plus(other.negative())
    }

    /// A number in millionths makes a part of it.
    pub fn times(self, factor: Num) -> Num {
        self.corners(factor, |a, b| match (a, b) {
            (0, _) | (_, 0) => 0,
            (a, b) if is_endless(a) || is_endless(b) => endless((a < 0) == (b < 0)),
            (a, b) => scaled(i128::from(a) * i128::from(b), 1_000_000),
        })
    }

    /// By what may be nothing, it may be anything: no fact is missing for that.
    pub fn divided(self, by: Num) -> Num {
        if by.low <= 0 && by.high >= 0 {
            return self.with(by, LOWEST, HIGHEST);
        }
        self.corners(by, |a, b| match (a, b) {
            (_, b) if is_endless(b) => 0,
            (a, b) if is_endless(a) => endless((a < 0) == (b < 0)),
            (a, b) => scaled(i128::from(a) * 1_000_000, i128::from(b)),
        })
    }

    fn corners(self, other: Num, of: impl Fn(i64, i64) -> i64) -> Num {
        let all = [of(self.low, other.low), of(self.low, other.high), of(self.high, other.low), of(self.high, other.high)];
        self.with(other, all.into_iter().min().unwrap_or(0), all.into_iter().max().unwrap_or(0))
    }

    /// The one or the other, it is not known which; `open`: why.
    pub fn hull(self, other: Num, open: u8) -> Num {
        if self == other {
            return self;
        }
        if self.is_absent() != other.is_absent() {
            // Not even whether there is one is known.
            return Num::UNKNOWN;
        }
        let unknown = if open == UNKNOWN { state::UNKNOWN } else { 0 };
        self.with(other, self.low.min(other.low), self.high.max(other.high)).marked(unknown)
    }

    pub fn marked(self, state: u8) -> Num {
        Num { state: self.state | state, ..self }
    }
}

fn is_endless(end: i64) -> bool {
    end == LOWEST || end == HIGHEST
}

fn endless(upwards: bool) -> i64 {
    if upwards { HIGHEST } else { LOWEST }
}

fn add(a: i64, b: i64, endless: i64) -> i64 {
    if a == endless || b == endless { endless } else { a.saturating_add(b) }
}

/// A quotient, rounded to the nearest; ties away from zero.
fn scaled(value: i128, by: i128) -> i64 {
    if by == 0 {
        return 0;
    }
    let half = by.abs() / 2;
    let whole = if (value < 0) == (by < 0) { (value.abs() + half) / by.abs() } else { -((value.abs() + half) / by.abs()) };
    whole.clamp(i128::from(i64::MIN + 1), i128::from(i64::MAX - 1)) as i64
}

/// Numbers, a row each. What all rows share is left out: `high` where all are points, `state` where all are known.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Nums {
    pub low: Vec<i64>,
    pub high: Option<Vec<i64>>,
    pub state: Option<Vec<u8>>,
    /// Of money: 1 without tax, 2 with tax, 0 not said.
    pub mark: Option<Vec<u8>>,
}

impl Nums {
    pub fn of(nums: impl Iterator<Item = Num>) -> Nums {
        let mut out = Nums::default();
        for num in nums {
            out.push(num);
        }
        out
    }

    pub fn push(&mut self, num: Num) {
        let at = self.low.len();
        self.low.push(num.low);
        if let Some(high) = &mut self.high {
            high.push(num.high);
        } else if num.high != num.low {
            let mut high = self.low[..at].to_vec();
            high.push(num.high);
            self.high = Some(high);
        }
        if let Some(state) = &mut self.state {
            state.push(num.state);
        } else if num.state != 0 {
            let mut state = vec![0; at];
            state.push(num.state);
            self.state = Some(state);
        }
    }

    /// Other rows in the place of some.
    fn put(&mut self, rows: Range<usize>, fresh: Nums) {
        let (own, new) = (self.low.len(), fresh.low.len());
        let put_u8 = |own_part: &mut Option<Vec<u8>>, fresh: Option<Vec<u8>>| {
            if own_part.is_some() || fresh.is_some() {
                own_part.get_or_insert_with(|| vec![0; own]).splice(rows.clone(), fresh.unwrap_or_else(|| vec![0; new]));
            }
        };
        put_u8(&mut self.state, fresh.state);
        put_u8(&mut self.mark, fresh.mark);
        if self.high.is_some() || fresh.high.is_some() {
            let low = &self.low;
            let high = fresh.high.unwrap_or_else(|| fresh.low.clone());
            self.high.get_or_insert_with(|| low.clone()).splice(rows.clone(), high);
        }
        self.low.splice(rows, fresh.low);
    }

    pub fn get(&self, at: usize) -> Num {
        let low = self.low[at];
        Num { low, high: self.high.as_ref().map_or(low, |high| high[at]), state: self.state.as_ref().map_or(0, |state| state[at]) }
    }

    pub fn mark(&self, at: usize) -> u8 {
        self.mark.as_ref().map_or(0, |mark| mark[at])
    }

    /// Every row is a value that is known.
    pub fn is_plain(&self) -> bool {
        self.high.is_none() && self.state.is_none()
    }

    pub fn len(&self) -> usize {
        self.low.len()
    }
}

/// A text, or why there is none.
#[derive(Debug, Clone, PartialEq)]
pub enum Txt {
    Absent,
    Unknown,
    Is(Arc<str>),
}

/// Lists, a row each.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Lists {
    /// Where each begins, and where the last ends.
    pub first: Vec<u32>,
    pub items: Vec<i32>,
    /// Rows that may hold more than is known: for want of a fact, or by doubt.
    pub open: Option<Vec<u8>>,
}

impl Lists {
    pub fn new() -> Lists {
        Lists { first: vec![0], ..Lists::default() }
    }

    pub fn push(&mut self, items: impl Iterator<Item = i32>, open: bool) {
        self.push_open(items, if open { UNKNOWN } else { FALSE });
    }

    /// `open`: false, or why it may hold more.
    pub fn push_open(&mut self, items: impl Iterator<Item = i32>, open: u8) {
        self.items.extend(items);
        let rows = self.first.len() - 1;
        self.first.push(self.items.len() as u32);
        match &mut self.open {
            Some(all) => all.push(open),
            None if open != FALSE => {
                let mut all = vec![FALSE; rows];
                all.push(open);
                self.open = Some(all);
            }
            None => {}
        }
    }

    /// The rows of others in the place of some.
    fn put(&mut self, rows: Range<usize>, fresh: &Lists) {
        let count = self.first.len() - 1;
        let (from, to) = (self.first[rows.start], self.first[rows.end]);
        self.items.splice(from as usize..to as usize, fresh.items.iter().copied());
        let added = fresh.items.len() as u32;
        for first in &mut self.first[rows.end + 1..] {
            *first = *first - to + from + added;
        }
        self.first.splice(rows.start + 1..rows.end + 1, fresh.first[1..].iter().map(|first| first + from));
        if self.open.is_some() || fresh.open.is_some() {
            let new = || vec![FALSE; fresh.first.len() - 1];
            self.open.get_or_insert_with(|| vec![FALSE; count]).splice(rows, fresh.open.clone().unwrap_or_else(new));
        }
    }

    pub fn of(&self, row: usize) -> &[i32] {
        &self.items[self.first[row] as usize..self.first[row + 1] as usize]
    }

    pub fn open(&self, row: usize) -> u8 {
        self.open.as_ref().map_or(FALSE, |open| open[row])
    }
}

/// The values of a column.
#[derive(Debug, Clone)]
pub enum Data {
    Truth(Vec<u8>),
    Num(Nums),
    /// Words, by their numbers in their list; things, by their rows.
    Id(Vec<i32>),
    Text(Vec<Txt>),
    Period(Nums, Nums),
    /// Each row is a row of these lists; or none, or an unknown one.
    List(Arc<Lists>, Vec<i32>),
}

/// A column over the rows of a frame; `single`: one value for all of them.
#[derive(Debug, Clone)]
pub struct Col {
    pub data: Arc<Data>,
    pub single: bool,
}

impl Col {
    pub fn new(data: Data) -> Col {
        Col { data: Arc::new(data), single: false }
    }

    pub fn single(data: Data) -> Col {
        Col { data: Arc::new(data), single: true }
    }

    fn at(&self, row: usize) -> usize {
        if self.single { 0 } else { row }
    }

    pub fn truth(&self, row: usize) -> u8 {
        match &*self.data {
            Data::Truth(values) => values[self.at(row)],
            _ => UNKNOWN,
        }
    }

    pub fn num(&self, row: usize) -> Num {
        match &*self.data {
            Data::Num(nums) => nums.get(self.at(row)),
            _ => Num::UNKNOWN,
        }
    }

    /// Of money: 1 without tax, 2 with tax, 0 not said.
    pub fn mark(&self, row: usize) -> u8 {
        self.nums().map_or(0, |nums| nums.mark(self.at(row)))
    }

    pub fn nums(&self) -> Option<&Nums> {
        match &*self.data {
            Data::Num(nums) => Some(nums),
            _ => None,
        }
    }

    pub fn id(&self, row: usize) -> i32 {
        match &*self.data {
            Data::Id(ids) => ids[self.at(row)],
            Data::Num(nums) => match nums.get(self.at(row)) {
                num if num.is_absent() => NOBODY,
                num if num.low == num.high => num.low as i32,
                _ => UNKNOWN_ID,
            },
            _ => UNKNOWN_ID,
        }
    }

    pub fn text(&self, row: usize) -> Txt {
        match &*self.data {
            Data::Text(texts) => texts[self.at(row)].clone(),
            _ => Txt::Unknown,
        }
    }

    /// The members of a row, and whether there may be more: no, for want of a fact, by doubt.
    pub fn list(&self, row: usize) -> (&[i32], u8) {
        match &*self.data {
            Data::List(lists, pick) => match pick[self.at(row)] {
                NOBODY => (&[], FALSE),
                row if row < 0 => (&[], UNKNOWN),
                row => (lists.of(row as usize), lists.open(row as usize)),
            },
            _ => (&[], UNKNOWN),
        }
    }

    /// The rows of another frame: `map` says of which row here each is.
    pub fn gather(&self, map: &[u32]) -> Col {
        if self.single {
            return self.clone();
        }
        Col::new(self.data.gather(map))
    }
}

impl Data {
    /// Texts without capitals and accents, to be searched.
    pub fn folded(&self) -> Data {
        let fold = |text: &Txt| match text {
            Txt::Is(text) => Txt::Is(suggest::fold(text).into()),
            other => other.clone(),
        };
        match self {
            Data::Text(texts) => Data::Text(texts.iter().map(fold).collect()),
            other => other.clone(),
        }
    }

    pub fn gather(&self, map: &[u32]) -> Data {
        fn pick<T: Clone>(values: &[T], map: &[u32]) -> Vec<T> {
            map.iter().map(|at| values[*at as usize].clone()).collect()
        }
        let nums = |nums: &Nums| Nums {
            low: pick(&nums.low, map),
            high: nums.high.as_ref().map(|high| pick(high, map)),
            state: nums.state.as_ref().map(|state| pick(state, map)),
            mark: nums.mark.as_ref().map(|mark| pick(mark, map)),
        };
        match self {
            Data::Truth(values) => Data::Truth(pick(values, map)),
            Data::Num(values) => Data::Num(nums(values)),
            Data::Id(values) => Data::Id(pick(values, map)),
            Data::Text(values) => Data::Text(pick(values, map)),
            Data::Period(start, end) => Data::Period(nums(start), nums(end)),
            Data::List(lists, rows) => Data::List(lists.clone(), pick(rows, map)),
        }
    }

    /// How many rows.
    pub fn len(&self) -> usize {
        match self {
            Data::Truth(values) => values.len(),
            Data::Num(nums) | Data::Period(nums, _) => nums.len(),
            Data::Id(ids) => ids.len(),
            Data::Text(texts) => texts.len(),
            Data::List(_, rows) => rows.len(),
        }
    }

    /// Do some of its rows say what all of another's do?
    pub fn says(&self, rows: Range<usize>, other: &Data) -> bool {
        let same = |own: &Nums, other: &Nums| {
            rows.clone().zip(0..).all(|(at, there)| own.get(at) == other.get(there) && own.mark(at) == other.mark(there))
        };
        rows.len() == other.len()
            && match (self, other) {
                (Data::Truth(own), Data::Truth(other)) => own[rows] == other[..],
                (Data::Num(own), Data::Num(other)) => same(own, other),
                (Data::Id(own), Data::Id(other)) => own[rows] == other[..],
                (Data::Text(own), Data::Text(other)) => own[rows] == other[..],
                (Data::Period(start, end), Data::Period(from, to)) => same(start, from) && same(end, to),
                (Data::List(own, picks), Data::List(other, others)) => {
                    picks[rows].iter().zip(others).all(|(at, there)| match (usize::try_from(*at), usize::try_from(*there)) {
                        (Ok(at), Ok(there)) => own.of(at) == other.of(there) && own.open(at) == other.open(there),
                        _ => at == there,
                    })
                }
                _ => false,
            }
    }

    /// Other rows in the place of some. Of lists, each row is one: as facts have them.
    pub fn put(&mut self, rows: Range<usize>, fresh: Data) {
        match (self, fresh) {
            (Data::Truth(own), Data::Truth(fresh)) => drop(own.splice(rows, fresh)),
            (Data::Num(own), Data::Num(fresh)) => own.put(rows, fresh),
            (Data::Id(own), Data::Id(fresh)) => drop(own.splice(rows, fresh)),
            (Data::Text(own), Data::Text(fresh)) => drop(own.splice(rows, fresh)),
            (Data::Period(start, end), Data::Period(from, to)) => {
                start.put(rows.clone(), from);
                end.put(rows, to);
            }
            (Data::List(own, picks), Data::List(fresh, _)) => {
                Arc::make_mut(own).put(rows, &fresh);
                *picks = (0..own.first.len() as i32 - 1).collect();
            }
            // One fact has one form.
            (own, fresh) => *own = fresh,
        }
    }

    /// The same things by other numbers.
    pub fn renumber(&mut self, of: impl Fn(i32) -> i32) {
        let all = |ids: &mut [i32]| ids.iter_mut().filter(|id| **id >= 0).for_each(|id| *id = of(*id));
        match self {
            Data::Id(ids) => all(ids),
            Data::List(lists, _) => all(&mut Arc::make_mut(lists).items),
            Data::Truth(_) | Data::Num(_) | Data::Text(_) | Data::Period(..) => {}
        }
    }

    /// The values of things, by their rows here; of nobody, and of one who is not known, what stands for it: `unknown`, of a number.
    pub fn of(&self, ids: &[i32], unknown: Num) -> Data {
        if ids.iter().all(|id| *id >= 0) {
            let map: Vec<u32> = ids.iter().map(|id| *id as u32).collect();
            return self.gather(&map);
        }
        fn pick<T: Clone>(values: &[T], ids: &[i32], absent: T, unknown: T) -> Vec<T> {
            ids.iter()
                .map(|id| match *id {
                    NOBODY | OTHER => absent.clone(),
                    id if id < 0 => unknown.clone(),
                    id => values[id as usize].clone(),
                })
                .collect()
        }
        let nums = |nums: &Nums| {
            let mut out = Nums::of(ids.iter().map(|id| match *id {
                NOBODY | OTHER => Num::ABSENT,
                id if id < 0 => unknown,
                id => nums.get(id as usize),
            }));
            out.mark = nums.mark.as_ref().map(|mark| pick(mark, ids, 0, 0));
            out
        };
        match self {
            Data::Truth(values) => Data::Truth(pick(values, ids, FALSE, UNKNOWN)),
            Data::Num(values) => Data::Num(nums(values)),
            Data::Id(values) => Data::Id(pick(values, ids, NOBODY, UNKNOWN_ID)),
            Data::Text(values) => Data::Text(pick(values, ids, Txt::Absent, Txt::Unknown)),
            Data::Period(start, end) => Data::Period(nums(start), nums(end)),
            Data::List(lists, rows) => Data::List(lists.clone(), pick(rows, ids, NOBODY, UNKNOWN_ID)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tables of the specification, row by row.
    #[test]
    fn the_four_truths() {
        let (t, f, u, d) = (TRUE, FALSE, UNKNOWN, DOUBTFUL);
        for (a, row) in [(t, [t, f, u, d]), (f, [f, f, f, f]), (u, [u, f, u, d]), (d, [d, f, d, d])] {
            assert_eq!([t, f, u, d].map(|b| and(a, b)), row, "and {a}");
        }
        for (a, row) in [(t, [t, t, t, t]), (f, [t, f, u, d]), (u, [t, u, u, d]), (d, [t, d, d, d])] {
            assert_eq!([t, f, u, d].map(|b| or(a, b)), row, "or {a}");
        }
        assert_eq!([t, f, u, d].map(not), [f, t, u, d]);
    }

    #[test]
    fn intervals_are_compared_as_far_as_they_are_known() {
        let point = Num::point;
        let known_part = Num { low: 10, high: HIGHEST, state: state::UNKNOWN };
        assert_eq!(point(1).less(point(2)), TRUE);
        assert_eq!(point(2).less(point(2)), FALSE);
        assert_eq!(point(9).less(known_part), TRUE, "what is passed by the known part is passed");
        assert_eq!(point(11).less(known_part), UNKNOWN);
        assert_eq!(Num::from(1, 31).less(Num::from(15, 20)), DOUBTFUL, "a coarse date has the benefit of the doubt");
        assert_eq!(Num::from(1, 31).at_most(Num::from(31, 40)), TRUE);
        assert_eq!(Num::NOTHING.less(point(1)), DOUBTFUL);
        assert_eq!((Num::NOTHING.less(Num::UNKNOWN), Num::NOTHING.same(Num::UNKNOWN)), (DOUBTFUL, DOUBTFUL));
        assert_eq!(Num::ABSENT.same(point(0)), FALSE);
        assert_eq!(known_part.plus(point(5)), Num { low: 15, high: HIGHEST, state: state::UNKNOWN });
        assert_eq!(point(-4).times(Num::point(500_000)), point(-2));
        assert_eq!(point(10).minus(known_part), Num { low: LOWEST, high: 0, state: state::UNKNOWN });
        assert_eq!(known_part.times(Num::point(500_000)).low, 5);
        // A product and a quotient are known as far as both ends are.
        assert_eq!(known_part.times(point(-2_000_000)), Num { low: LOWEST, high: -20, state: state::UNKNOWN });
        assert_eq!(Num::UNKNOWN.times(point(0)), Num { low: 0, high: 0, state: state::UNKNOWN });
        let share = point(10).divided(Num { low: 2, ..known_part });
        assert_eq!((share.low, share.high), (0, 5_000_000), "what it is divided by has no upper bound");
        assert_eq!(point(10).divided(point(0)).less(point(1)), DOUBTFUL, "no fact is missing");
    }

    #[test]
    fn a_column_keeps_only_what_its_rows_need() {
        let nums = Nums::of([Num::point(1), Num::from(2, 3), Num::UNKNOWN].into_iter());
        assert_eq!((nums.get(0), nums.get(1), nums.get(2)), (Num::point(1), Num::from(2, 3), Num::UNKNOWN));
        assert!(Nums::of([1, 2].into_iter().map(Num::point)).is_plain());
    }
}
