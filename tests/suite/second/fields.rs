//! How what a plan writes becomes a value: by the type of the fact and its mode. Said and not written is absent; of the world and not
//! written, or not to be read, is unknown.

use jiff::ToSpan;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use strategy::language::{Concept, Mode, WordRow};
use strategy::plan::{Entity, Grain, Joint, Money, Seen, Tax, TimeUnit, Value as Cell, When, guess};
use strategy::policy::judge::Cause;
use strategy::policy::kinds::{FACTS, Fact, FactRow, Item, Kind, Ty, Words};

use super::things::Things;
use super::value::{Atom, Many, Mark, Maybe, Number, Said, Value, Why, duration, number_of, plain};

/// A fact of one thing that is being read.
pub struct Reading<'t, 'p> {
    pub things: &'t Things<'p>,
    pub row: &'static FactRow,
    pub at: u32,
}

pub fn is_money(ty: Ty) -> bool {
    matches!(ty, Ty::Money | Ty::MoneyHt | Ty::MoneyTtc)
}

/// A value of the type that is not known: an amount is no less than nothing.
pub fn unknown(ty: Ty, why: Why) -> Value {
    match ty {
        Ty::Yes => Value::Truth(Said::unknown(why)),
        Ty::Text => Value::Text(Maybe::Unknown(why)),
        Ty::Period => Value::Period(Number::unknown(None, why.clone()), Number::unknown(None, why)),
        Ty::List(_) => Value::Many(Many { items: Vec::new(), open: Said::unknown(why) }),
        Ty::Word(_) | Ty::Thing(_) => Value::One(Maybe::Unknown(why)),
        ty => Value::Number(Number::unknown(is_money(ty).then_some(0), why)),
    }
}

/// A value of what is not there: a list of it is empty, and it does nothing.
pub fn absent(ty: Ty) -> Value {
    match ty {
        Ty::Yes => Value::Truth(Said::of(false)),
        Ty::Text => Value::Text(Maybe::Absent),
        Ty::Period => Value::Period(Number::absent(), Number::absent()),
        Ty::List(_) => Value::Many(Many::closed(Vec::new())),
        Ty::Word(_) | Ty::Thing(_) => Value::One(Maybe::Absent),
        _ => Value::Number(Number::absent()),
    }
}

pub fn number_of_word(text: &str, rows: &[WordRow]) -> Atom {
    let spelt = |row: &WordRow, same: &dyn Fn(&str) -> bool| same(row.en) || same(row.fr) || row.also.iter().any(|word| same(word));
    let at = rows.iter().position(|row| row.en == text || row.fr == text);
    let at = at.or_else(|| rows.iter().position(|row| spelt(row, &|word| plain(word) == plain(text))));
    at.map_or(Atom::Own, |at| Atom::Word(at as i32))
}

pub fn days_of(when: When) -> Number {
    let (mut first, mut last) = (when.first, when.last);
    if when.about {
        // `about 2027`: the year before and the year after may be meant; of a day, half a month.
        let margin = match when.grain {
            Grain::Day => 15.days(),
            Grain::Month => 1.months(),
            Grain::Quarter => 3.months(),
            Grain::Semester => 6.months(),
            Grain::Year => 1.years(),
        };
        (first, last) = (first.checked_sub(margin).expect("a day"), last.checked_add(margin).expect("a day"));
    }
    Number::between(Some(number_of(first)), Some(number_of(last)))
}

pub fn scaled(value: Decimal, by: i64) -> i128 {
    (value * Decimal::from(by)).round().to_i128().expect("a number that fits")
}

pub fn mark_of(money: Money) -> Mark {
    match money.tax {
        Tax::Ht => Mark::Ht,
        Tax::Ttc => Mark::Ttc,
        Tax::Unsaid | Tax::Mixed => Mark::Unsaid,
    }
}

impl Reading<'_, '_> {
    pub fn why(&self) -> Why {
        Why::from([Cause::Fact(self.row.fact, self.at)])
    }

    pub fn unknown(&self) -> Value {
        unknown(self.row.ty, self.why())
    }

    pub fn absent(&self) -> Value {
        absent(self.row.ty)
    }

    /// Nothing is written. `guessed`: what a line that could not be read may hold instead.
    pub fn unwritten(&self, entity: Entity<'_>, guessed: u8) -> Value {
        if self.row.mode == Mode::Fact || entity.may_hold(guessed) { self.unknown() } else { self.absent() }
    }

    pub fn open(&self) -> Said {
        Said::unknown(self.why())
    }

    pub fn many(&self, items: Vec<Atom>, open: bool) -> Value {
        Value::Many(Many { items, open: if open { self.open() } else { Said::of(false) } })
    }

    /// An amount, with its mark; `whole`: all of it could be read.
    pub fn money(&self, money: Money, whole: bool) -> Value {
        let (low, high) = (scaled(money.low, 100), scaled(money.high, 100));
        let number = if whole { Number::between(Some(low), Some(high)) } else { Number::unknown(Some(low), self.why()) };
        Value::Number(number.marked(mark_of(money), self.why()))
    }

    /// One field, by the type of the fact.
    pub fn field(&self, entity: Entity<'_>, key: u8) -> Value {
        let seen = entity.seen(key);
        match self.row.ty {
            Ty::Word(_) => self.word(entity, seen),
            Ty::Date => self.date(entity, seen),
            Ty::Period => self.period(entity, seen),
            Ty::Number => self.whole_number(entity, seen),
            Ty::Money => self.amount(entity, seen),
            Ty::Text => self.text(entity, seen),
            Ty::Yes => self.yes(entity, seen),
            Ty::Duration => self.duration(entity, seen),
            Ty::Thing(_) => self.target(entity, seen),
            Ty::List(Item::Thing(kind)) => self.targets(entity, seen, kind),
            Ty::List(Item::Word(words)) => self.words(entity, seen, words),
            other => panic!("no field has this type: {other:?}"),
        }
    }

    fn word(&self, entity: Entity<'_>, seen: Option<Seen<'_>>) -> Value {
        match seen.map(|seen| seen.now().cell.value) {
            None => self.unwritten(entity, guess::NAME),
            Some(Cell::Word(number)) => Value::One(Maybe::Is(Atom::Word(i32::from(number)))),
            Some(Cell::Text) => Value::One(Maybe::Is(Atom::Own)),
            Some(_) => self.unknown(),
        }
    }

    fn words(&self, entity: Entity<'_>, seen: Option<Seen<'_>>, words: Words) -> Value {
        let Some(seen) = seen else { return self.unwritten(entity, guess::NAME) };
        let read: Vec<Seen<'_>> = seen.members().filter(|member| member.cell.value == Cell::Text).collect();
        let items = read.iter().map(|member| number_of_word(&member.text(), words.rows())).collect();
        self.many(items, read.len() < seen.members().count())
    }

    pub fn date(&self, entity: Entity<'_>, seen: Option<Seen<'_>>) -> Value {
        let Some(seen) = seen.map(Seen::now) else { return self.unwritten(entity, guess::LITERAL) };
        match (seen.cell.value, seen.when()) {
            // Of several days, any may be meant.
            (Cell::Period(from, to, ..), _) => {
                let [from, to] = [from, to].map(|end| days_of(When { about: false, ..end.when() }));
                Value::Number(Number::between(from.low, to.high))
            }
            (_, Some(when)) => Value::Number(days_of(when)),
            _ => self.unknown(),
        }
    }

    fn period(&self, entity: Entity<'_>, seen: Option<Seen<'_>>) -> Value {
        let Some(seen) = seen.map(Seen::now) else { return self.unwritten(entity, guess::LITERAL) };
        let endless = Number::between(None, None);
        match seen.cell.value {
            Cell::Period(from, to, ..) => Value::Period(days_of(from.when()), days_of(to.when())),
            Cell::Continuous | Cell::Every(_) => Value::Period(endless.clone(), endless),
            Cell::Pair(Joint::Ends, _) => {
                let end = |end: Seen<'_>| match (end.when(), end.cell.value) {
                    (Some(when), _) => days_of(when),
                    (None, Cell::Open) => Number::between(None, None),
                    (None, _) => Number::unknown(None, self.why()),
                };
                let [from, to] = seen.both().expect("two ends").map(end);
                Value::Period(from, to)
            }
            _ => self.unknown(),
        }
    }

    pub fn whole_number(&self, entity: Entity<'_>, seen: Option<Seen<'_>>) -> Value {
        match seen.map(|seen| seen.now().cell.value) {
            None => self.unwritten(entity, guess::LITERAL),
            Some(Cell::Number(number)) => Value::Number(Number::point(i128::from(number) * 1_000_000)),
            Some(_) => self.unknown(),
        }
    }

    fn amount(&self, entity: Entity<'_>, seen: Option<Seen<'_>>) -> Value {
        let Some(seen) = seen else { return self.unwritten(entity, guess::LITERAL) };
        match seen.now().money() {
            Some(money) if money.currency == self.things.plan.currency() => self.money(money, true),
            _ => self.unknown(),
        }
    }

    fn text(&self, entity: Entity<'_>, seen: Option<Seen<'_>>) -> Value {
        match seen {
            None => self.unwritten(entity, guess::TEXT),
            Some(seen) if seen.cell.value == Cell::Text => Value::Text(Maybe::Is(seen.text().into_owned())),
            Some(_) => self.unknown(),
        }
    }

    fn yes(&self, entity: Entity<'_>, seen: Option<Seen<'_>>) -> Value {
        match seen.map(|seen| seen.cell.value) {
            None => self.unwritten(entity, guess::NAME),
            Some(Cell::Flag) => Value::Truth(Said::of(true)),
            Some(Cell::Answer(answer)) => Value::Truth(Said::of(answer)),
            Some(_) => self.unknown(),
        }
    }

    fn duration(&self, entity: Entity<'_>, seen: Option<Seen<'_>>) -> Value {
        match seen.map(|seen| seen.cell.value) {
            None => self.unwritten(entity, guess::LITERAL),
            Some(Cell::Duration(delay) | Cell::Every(delay)) => {
                let count = i128::from(delay.count);
                Value::Number(Number::point(match delay.unit {
                    TimeUnit::Day => duration(0, count),
                    TimeUnit::Week => duration(0, 7 * count),
                    TimeUnit::Month => duration(count, 0),
                    TimeUnit::Year => duration(12 * count, 0),
                }))
            }
            Some(_) => self.unknown(),
        }
    }

    pub fn thing(&self, entity: Entity<'_>) -> Atom {
        let kind = self.things.kind(entity).expect("a thing that policies know");
        Atom::Thing(kind, self.things.number(entity))
    }

    pub fn target(&self, entity: Entity<'_>, seen: Option<Seen<'_>>) -> Value {
        match seen {
            None => self.unwritten(entity, guess::NAME),
            Some(seen) => seen.target().map_or_else(|| self.unknown(), |target| Value::One(Maybe::Is(self.thing(target)))),
        }
    }

    /// What a list of names holds, and whether it may hold more.
    pub fn targets(&self, entity: Entity<'_>, seen: Option<Seen<'_>>, kind: Kind) -> Value {
        let Some(seen) = seen else { return self.unwritten(entity, guess::NAME) };
        let (mut items, mut open) = (Vec::new(), false);
        for member in seen.members() {
            match member.target() {
                Some(target) => {
                    let known = self.things.kind(target) == Some(super::things::base(kind));
                    // Only what is given up is in no list: whoever is named is there.
                    let there = super::things::base(kind) != Kind::Sheet || self.things.stays(kind, self.things.number(target));
                    if known && there {
                        items.push(self.thing(target));
                    }
                }
                None => open |= member.cell.value != Cell::Text,
            }
        }
        self.many(items, open)
    }

    /// The things of its block.
    pub fn children(&self, entity: Entity<'_>, concept: Concept) -> Value {
        let there = entity.children().filter(|child| child.is(concept));
        let kind = |child: &Entity<'_>| self.things.kind(*child).expect("a thing that policies know");
        let items =
            there.filter(|child| self.things.stays(kind(child), self.things.number(*child))).map(|child| self.thing(child)).collect();
        self.many(items, entity.lost(concept) || entity.may_hold(guess::BLOCK))
    }

    /// The one thing of its block.
    pub fn child(&self, entity: Entity<'_>, concept: Concept) -> Value {
        match entity.children().find(|child| child.is(concept)) {
            Some(child) => Value::One(Maybe::Is(self.thing(child))),
            None if entity.lost(concept) || entity.may_hold(guess::BLOCK) => self.unknown(),
            None => self.absent(),
        }
    }
}

pub fn row_of(fact: Fact) -> &'static FactRow {
    FACTS.iter().find(|row| row.fact == fact).expect("every fact has a row")
}
