//! One thing at a time: the typed tree of a policy read by recursion, variables in a map, lists by loops.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;

use strategy::policy::judge::{Cause, Outcome};
use strategy::policy::kinds::{Fact, Item, Kind, Ty};
use strategy::policy::typed::{Clause, Const, Node, Order, Policy, Take, Threshold, Var, Walk, What};
use strategy::syntax::expression::Fold;

use super::facts::{of_atom, of_nobody, read};
use super::things::Things;
use super::value::{Atom, Many, Mark, Maybe, Number, Said, Truth, Value, Why, day_after, day_of, duration, months_and_days, plain};

pub struct Second<'p> {
    pub things: Things<'p>,
    pub thresholds: &'p [Threshold],
    /// The day of the judgement, in days since 1970.
    pub today: i64,
    known: RefCell<HashMap<(Fact, u32), Value>>,
    /// Something was doubtful: what is unknown beside it does not show.
    pub doubted: Cell<bool>,
}

type Variables = HashMap<Var, Value>;

/// What is said of a plan by a policy.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged {
    pub outcome: Outcome,
    pub not_for: Option<usize>,
    pub judged: usize,
    /// What is found, undecided, doubtful: a thing, a word or a year; none of the plan as a whole.
    pub found: Vec<Option<Atom>>,
    pub open: usize,
    pub doubtful: usize,
    pub why: Why,
}

impl<'p> Second<'p> {
    pub fn new(things: Things<'p>, thresholds: &'p [Threshold], today: i64) -> Second<'p> {
        Second { things, thresholds, today, known: RefCell::default(), doubted: Cell::new(false) }
    }

    pub fn judge(&self, policy: &Policy) -> Judged {
        let mut judged =
            Judged { outcome: Outcome::Aside, not_for: None, judged: 0, found: Vec::new(), open: 0, doubtful: 0, why: Why::new() };
        let mut applies = Said::of(true);
        for (at, line) in policy.applies.iter().enumerate() {
            let said = self.eval(line, &mut Variables::new()).truth();
            match said.truth {
                Truth::False => return Judged { not_for: Some(at), ..judged },
                Truth::Unknown => {
                    let why = applies.why.union(&said.why).copied().collect();
                    applies = Said::unknown(why);
                }
                Truth::True | Truth::Doubtful => {}
            }
        }
        // What is judged, a row each; and whether there may be more.
        let mut rows: Vec<(Option<Atom>, Variables)> = Vec::new();
        let mut more = Said::of(false);
        match &policy.each {
            None => rows.push((None, Variables::new())),
            Some(walk) => {
                let many = self.eval(&walk.source, &mut Variables::new()).many();
                more = many.open;
                for atom in many.items {
                    let variables = Variables::from([(walk.var, of_atom(walk.item, &atom))]);
                    rows.push((Some(atom), variables));
                }
            }
        }
        let mut why = Why::new();
        for (atom, mut variables) in rows {
            let Some(said) = self.judge_one(policy, &mut variables) else { continue };
            judged.judged += 1;
            match said.truth {
                Truth::False => judged.found.push(atom),
                Truth::Unknown => {
                    judged.open += 1;
                    // The first hundred tell why; of the others it is told how many they are.
                    if judged.open <= 100 {
                        why.extend(said.why);
                    }
                }
                Truth::Doubtful => judged.doubtful += 1,
                Truth::True => {}
            }
        }
        let undecided = judged.open > 0 || more.is(Truth::Unknown);
        if more.is(Truth::Unknown) {
            why.extend(more.why);
        }
        judged.outcome = match () {
            _ if applies.is(Truth::Unknown) && (undecided || !judged.found.is_empty()) => {
                why.extend(applies.why);
                Outcome::Undecided
            }
            _ if !judged.found.is_empty() => Outcome::Found,
            _ if undecided => Outcome::Undecided,
            _ if judged.judged == 0 => Outcome::Aside,
            _ => Outcome::Met,
        };
        judged.why = why;
        judged
    }

    /// What becomes of one: nothing, where a `where` leaves it out before anything was asked of it.
    fn judge_one(&self, policy: &Policy, variables: &mut Variables) -> Option<Said> {
        let mut wheres = Said::of(true);
        let mut said = Said::of(true);
        let mut held = true;
        for clause in &policy.clauses {
            // Each is judged where those above it hold.
            if !held {
                break;
            }
            match clause {
                Clause::Let(var, node) => {
                    let value = self.eval(node, variables);
                    variables.insert(*var, value);
                }
                Clause::Where(node) => {
                    wheres = wheres.and(&self.eval(node, variables).truth());
                    if wheres.is(Truth::False) {
                        break;
                    }
                }
                Clause::Require(node) => {
                    let require = self.eval(node, variables).truth();
                    held = !require.is(Truth::False);
                    said = heavier(said, wheres.requires(&require), &wheres, &require);
                }
            }
        }
        if wheres.is(Truth::False) && said.is(Truth::True) { None } else { Some(said) }
    }

    /// The facts that were read, and are not known.
    pub fn unknown_facts(&self) -> Vec<(Fact, u32)> {
        self.known.borrow().iter().filter(|(_, value)| !is_known(value)).map(|(fact, _)| *fact).collect()
    }

    /// Somebody tells a fact: one of the values that it may have by what is known.
    pub fn tell(&self, fact: Fact, at: u32) {
        let number = |number: Number| {
            let value = number.low.or(number.high).unwrap_or(20_900);
            Number { mark: if number.mark == Mark::Unsaid { Mark::Ht } else { number.mark }, ..Number::point(value) }
        };
        let told = match self.fact(fact, at) {
            Value::Truth(_) => Value::Truth(Said::of(at.is_multiple_of(2))),
            Value::Number(value) => Value::Number(number(value)),
            Value::Text(_) => Value::Text(Maybe::Is("CGCT".to_owned())),
            Value::Period(from, to) => Value::Period(number(from), number(to)),
            Value::One(_) => match super::fields::row_of(fact).ty {
                Ty::Thing(kind) => {
                    let first = self.things.all(kind).first().copied();
                    Value::One(first.map_or(Maybe::Absent, |at| Maybe::Is(Atom::Thing(super::things::base(kind), at))))
                }
                _ => Value::One(Maybe::Is(Atom::Word(0))),
            },
            Value::Many(many) => Value::Many(Many::closed(many.items)),
        };
        self.known.borrow_mut().insert((fact, at), told);
    }

    fn fact(&self, fact: Fact, at: u32) -> Value {
        if let Some(known) = self.known.borrow().get(&(fact, at)) {
            return known.clone();
        }
        let value = read(&self.things, fact, at);
        self.known.borrow_mut().insert((fact, at), value.clone());
        value
    }

    fn eval(&self, node: &Node, variables: &mut Variables) -> Value {
        let value = self.evaluated(node, variables);
        if matches!(&value, Value::Truth(said) if said.is(Truth::Doubtful)) {
            self.doubted.set(true);
        }
        value
    }

    fn evaluated(&self, node: &Node, variables: &mut Variables) -> Value {
        let number = |value: Number| Value::Number(value);
        let truth = |said: Said| Value::Truth(said);
        match &node.what {
            What::Const(value) => self.constant(node.ty, value),
            What::Var(var) => variables[var].clone(),
            What::Root(kind) => match kind {
                Kind::Diagnosis if self.things.entities_of(Kind::Diagnosis).is_empty() => Value::One(Maybe::Absent),
                kind => Value::One(Maybe::Is(Atom::Thing(*kind, 0))),
            },
            What::Today => number(Number::point(i128::from(self.today))),
            What::All(kind) => {
                let items = self.things.all(*kind).into_iter().map(|at| Atom::Thing(super::things::base(*kind), at)).collect();
                let unread = *kind == Kind::Authority && self.things.plan.authority().is_unknown();
                Value::Many(Many { items, open: if unread { Said::unknown(Why::new()) } else { Said::of(false) } })
            }
            What::Field(base, fact) => match self.eval(base, variables) {
                Value::One(Maybe::Is(Atom::Thing(_, at))) => self.fact(*fact, at),
                Value::One(Maybe::Is(Atom::Stranger(..))) => of_nobody(*fact, Some(Why::new())),
                Value::One(Maybe::Unknown(why)) => of_nobody(*fact, Some(why)),
                Value::One(_) => of_nobody(*fact, None),
                other => panic!("no thing: {other:?}"),
            },
            What::Take(base, take) => {
                // An amount that is without tax by its type is so.
                let value = match (self.eval(base, variables), base.ty) {
                    (Value::Number(amount), Ty::MoneyHt) => Value::Number(amount.marked(Mark::Ht, Why::new())),
                    (Value::Number(amount), Ty::MoneyTtc) => Value::Number(amount.marked(Mark::Ttc, Why::new())),
                    (value, _) => value,
                };
                number(taken(*take, value))
            }
            What::Not(inner) => truth(self.truth(inner, variables).not()),
            What::And(a, b) => {
                let first = self.truth(a, variables);
                truth(if first.is(Truth::False) { first } else { first.and(&self.truth(b, variables)) })
            }
            What::Or(a, b) => {
                let first = self.truth(a, variables);
                truth(if first.is(Truth::True) { first } else { first.or(&self.truth(b, variables)) })
            }
            What::If(three) => self.choice(three, variables),
            What::Order(order, a, b) => {
                let (a, b) = (self.number(a, variables), self.number(b, variables));
                truth(match order {
                    Order::Less => a.less(&b),
                    Order::More => b.less(&a),
                    Order::AtMost => b.less(&a).not(),
                    Order::AtLeast => a.less(&b).not(),
                })
            }
            What::Same(negated, a, b) => {
                let same = same(self.eval(a, variables), self.eval(b, variables));
                truth(if *negated { same.not() } else { same })
            }
            What::Member(negated, element, list) => {
                let (element, many) = (self.eval(element, variables), self.eval(list, variables).many());
                let member = member(element, &many);
                truth(if *negated { member.not() } else { member })
            }
            What::Within(day, period) => {
                let day = self.number(day, variables);
                let Value::Period(from, to) = self.eval(period, variables) else { panic!("no period") };
                truth(day.less(&from).not().and(&to.less(&day).not()))
            }
            What::Holds(text, part) => {
                let (text, part) = (self.eval(text, variables).text(), self.eval(part, variables).text());
                truth(both_texts(text, part, |text, part| text.contains(part)))
            }
            What::Empty(list) => truth(self.eval(list, variables).many().some().not()),
            What::Exists(path) => truth(exists(&self.eval(path, variables))),
            What::Known(path) => truth(Said::of(is_known(&self.eval(path, variables)))),
            What::Negative(inner) => number(self.number(inner, variables).negative()),
            What::Plus(a, b) => number(self.number(a, variables).plus(&self.number(b, variables))),
            What::Minus(a, b) | What::Days(a, b) => {
                let (a, b) = (self.number(a, variables), self.number(b, variables));
                number(a.plus(&b.negative()))
            }
            What::ClearDays(a, b) => {
                // From the day after the first to the day before the second.
                let (a, b) = (self.number(a, variables), self.number(b, variables));
                let between = b.plus(&a.negative()).plus(&Number::point(-1));
                number(between.ends(|days| days * 1_000_000))
            }
            What::Times(a, b) => number(self.number(a, variables).times(&self.number(b, variables))),
            What::Divide(a, b) if a.ty == Ty::Duration => {
                let (whole, by) = (self.number(a, variables), self.number(b, variables));
                number(part_of_duration(&whole, &by))
            }
            What::Divide(a, b) | What::Ratio(a, b) => number(self.number(a, variables).divided(&self.number(b, variables))),
            What::Shift(back, day, by) => {
                let (of_year, day, by) = (day.ty == Ty::Year, self.number(day, variables), self.number(by, variables));
                number(shifted(&day, &if *back { turned(&by) } else { by }, of_year))
            }
            What::Otherwise(a, b) => {
                let (first, second) = (self.eval(a, variables), self.eval(b, variables));
                match first {
                    Value::Number(Number { absent: true, .. }) | Value::Text(Maybe::Absent) | Value::One(Maybe::Absent) => second,
                    Value::Period(from, to) if from.absent && to.absent => second,
                    first => first,
                }
            }
            What::Some(walk) => truth(self.some(walk, None, variables)),
            What::No(walk) => truth(self.some(walk, None, variables).not()),
            What::Every(walk, body) => truth(self.some(walk, Some(body), variables).not()),
            What::Fold(fold, walk, value) => self.fold(*fold, walk, value.as_deref(), variables),
            What::InForce(at, day) => {
                let day = day.as_ref().map_or(Number::point(i128::from(self.today)), |day| self.number(day, variables));
                number(self.in_force(*at, &day))
            }
            What::Nothing => panic!("what has no type is not run"),
        }
    }

    fn truth(&self, node: &Node, variables: &mut Variables) -> Said {
        self.eval(node, variables).truth()
    }

    fn number(&self, node: &Node, variables: &mut Variables) -> Number {
        self.eval(node, variables).number()
    }

    fn constant(&self, ty: Ty, value: &Const) -> Value {
        let named = |kind: Kind, name: &str| match self.things.named(kind, name) {
            Some(at) => Atom::Thing(kind, at),
            None => Atom::Stranger(kind, name.to_owned()),
        };
        match value {
            Const::Truth(value) => Value::Truth(Said::of(*value)),
            Const::Number(low, high) => {
                let mark = match ty {
                    Ty::MoneyHt => Mark::Ht,
                    Ty::MoneyTtc => Mark::Ttc,
                    _ => Mark::Unsaid,
                };
                Value::Number(Number::between(Some((*low).into()), Some((*high).into())).marked(mark, Why::new()))
            }
            Const::Word(word) => Value::One(Maybe::Is(Atom::Word(*word))),
            Const::Named(kind, name) => Value::One(Maybe::Is(named(*kind, name))),
            Const::Text(text) => Value::Text(Maybe::Is(text.clone())),
            Const::Words(words) => {
                let atom = |word: &i32| if ty == Ty::List(Item::Year) { Atom::Year((*word).into()) } else { Atom::Word(*word) };
                Value::Many(Many::closed(words.iter().map(atom).collect()))
            }
            Const::Names(kind, names) => Value::Many(Many::closed(names.iter().map(|name| named(*kind, name)).collect())),
        }
    }

    fn choice(&self, [cond, then, other]: &[Node; 3], variables: &mut Variables) -> Value {
        let cond = self.truth(cond, variables);
        match cond.truth {
            Truth::True => return self.eval(then, variables),
            Truth::False => return self.eval(other, variables),
            Truth::Unknown | Truth::Doubtful => {}
        }
        let (yes, no) = (self.eval(then, variables), self.eval(other, variables));
        match (yes, no) {
            (Value::Truth(yes), Value::Truth(no)) if yes.truth == no.truth && (cond.is(Truth::Doubtful) || !yes.is(Truth::Unknown)) => {
                Value::Truth(yes.or(&no))
            }
            (Value::Truth(yes), Value::Truth(no)) => Value::Truth(cond.and(&yes).or(&cond.clone().not().and(&no))),
            (Value::Number(yes), Value::Number(no)) => Value::Number(yes.either(&no, &cond)),
            (Value::Text(yes), Value::Text(no)) => Value::Text(one_of(yes, no, cond.why)),
            (Value::One(yes), Value::One(no)) => Value::One(one_of(yes, no, cond.why)),
            (Value::Period(a, b), Value::Period(c, d)) => Value::Period(a.either(&c, &cond), b.either(&d, &cond)),
            (Value::Many(yes), Value::Many(no)) => {
                if yes.items == no.items && yes.open.truth == no.open.truth {
                    return Value::Many(Many { items: yes.items, open: yes.open.or(&no.open) });
                }
                let items = yes.items.iter().filter(|item| no.items.contains(item)).cloned().collect();
                let open = cond.or(&yes.open).or(&no.open);
                Value::Many(Many { items, open })
            }
            other => panic!("two of one type: {other:?}"),
        }
    }

    /// What a threshold is on a day: on each of the days that it may be.
    fn in_force(&self, at: usize, day: &Number) -> Number {
        let threshold = &self.thresholds[at];
        let least = super::fields::is_money(threshold.ty).then_some(0);
        let none = || Number::unknown(least, Why::from([Cause::Threshold(at as u32)]));
        if day.nothing {
            return Number { unknown: day.unknown, why: day.why.clone(), ..Number::nothing() };
        }
        let on = |day: i128| {
            let over = threshold.until.is_some_and(|until| day > i128::from(until));
            let value = threshold.values.iter().rev().find(|(from, _)| i128::from(*from) <= day);
            match value {
                Some((_, Const::Number(low, high))) if !over => Number::between(Some((*low).into()), Some((*high).into())),
                _ => none(),
            }
        };
        // Nothing changes before the first of its days, or after the last.
        let changes = threshold.values.iter().map(|(from, _)| *from).chain(threshold.until.map(|until| until + 1));
        let (earliest, latest) = changes.fold((i32::MAX, i32::MIN), |(low, high), day| (low.min(day), high.max(day)));
        let first = day.low.unwrap_or(i128::MIN).max(i128::from(earliest) - 1).min(day.high.unwrap_or(i128::MAX));
        let last = day.high.unwrap_or(i128::MAX).min(i128::from(latest)).max(first);
        let open = if day.unknown { Said::unknown(day.why.clone()) } else { Said::open(Truth::Doubtful) };
        let all: Vec<Number> = (first..=last).map(on).collect();
        let mut value = all[0].clone();
        for now in &all[1..] {
            if *now != value {
                value = value.either(now, &open);
            }
        }
        // What is missing is the day, if there is a value on some of those that it may be.
        if day.unknown && all.iter().any(|value| !value.unknown) {
            value.why = if value.unknown { day.why.clone() } else { Why::new() };
        }
        value
    }

    /// Is there one that passes? `body`: one that fails it.
    fn some(&self, walk: &Walk, body: Option<&Node>, variables: &mut Variables) -> Said {
        let many = self.eval(&walk.source, variables).many();
        let mut said = many.open.clone();
        for item in &many.items {
            let passes = self.with(walk, item, variables, |second, variables| {
                let passes = second.filtered(walk, variables);
                match body {
                    Some(body) if !passes.is(Truth::False) => passes.and(&second.truth(body, variables).not()),
                    _ => passes,
                }
            });
            said = said.or(&passes);
        }
        said
    }

    fn filtered(&self, walk: &Walk, variables: &mut Variables) -> Said {
        walk.filter.as_ref().map_or(Said::of(true), |filter| self.truth(filter, variables))
    }

    fn with<T>(&self, walk: &Walk, item: &Atom, variables: &mut Variables, run: impl FnOnce(&Self, &mut Variables) -> T) -> T {
        let before = variables.insert(walk.var, of_atom(walk.item, item));
        let value = run(self, variables);
        match before {
            Some(before) => variables.insert(walk.var, before),
            None => variables.remove(&walk.var),
        };
        value
    }

    fn fold(&self, fold: Fold, walk: &Walk, value: Option<&Node>, variables: &mut Variables) -> Value {
        let many = self.eval(&walk.source, variables).many();
        let mut members: Vec<(&Atom, Said, Option<Number>)> = Vec::new();
        for item in &many.items {
            let (passes, number) = self.with(walk, item, variables, |second, variables| {
                let passes = second.filtered(walk, variables);
                let wanted = value.filter(|_| !passes.is(Truth::False));
                let number = wanted.map(|value| second.number(value, variables));
                (passes, number)
            });
            members.push((item, passes, number));
        }
        match fold {
            Fold::List => {
                let mut items: Vec<Atom> = Vec::new();
                let mut open = many.open.clone();
                for (item, passes, _) in members {
                    match passes.truth {
                        Truth::True if !items.contains(item) => items.push(item.clone()),
                        Truth::True | Truth::False => {}
                        Truth::Unknown | Truth::Doubtful => open = open.or(&passes),
                    }
                }
                Value::Many(Many { items, open })
            }
            Fold::Count | Fold::Share => {
                let sure = members.iter().filter(|(_, passes, _)| passes.is(Truth::True)).count() as i128;
                let most = members.iter().filter(|(_, passes, _)| !passes.is(Truth::False)).count() as i128;
                let all = members.len() as i128;
                let share = |of: i128| super::value::rounded(of * 1_000_000, all);
                let closed = many.open.is(Truth::False);
                let mut number = match fold {
                    Fold::Count => Number::between(Some(sure * 1_000_000), closed.then_some(most * 1_000_000)),
                    _ if !closed => Number::between(Some(0), Some(1_000_000)),
                    _ if all == 0 => Number::nothing(),
                    _ => Number::between(Some(share(sure)), Some(share(most))),
                };
                let open = members.iter().map(|(_, passes, _)| passes).chain([&many.open]);
                for one in open.filter(|one| one.is(Truth::Unknown)) {
                    number.unknown = true;
                    number.why.extend(one.why.iter().copied());
                }
                Value::Number(number)
            }
            Fold::Sum => {
                let mut sum = Number::point(0);
                for (_, passes, number) in &members {
                    let number = number.as_ref();
                    match passes.truth {
                        Truth::False => {}
                        Truth::True => sum = sum.plus(number.expect("a value")),
                        Truth::Unknown | Truth::Doubtful => {
                            sum = sum.plus(&Number::point(0).either(number.expect("a value"), passes));
                        }
                    }
                }
                if !many.open.is(Truth::False) {
                    let rest = match many.open.truth {
                        Truth::Unknown => Number::unknown(Some(0), many.open.why.clone()),
                        _ => Number::between(Some(0), None),
                    };
                    sum = sum.plus(&rest);
                }
                Value::Number(sum)
            }
            Fold::Least => {
                Value::Number(least(members.into_iter().filter_map(|(_, passes, number)| Some((passes, number?))).collect(), &many.open))
            }
            Fold::Greatest => {
                let turned = members.into_iter().filter_map(|(_, passes, number)| Some((passes, number?.negative()))).collect();
                Value::Number(least(turned, &many.open).negative())
            }
        }
    }
}

/// Of two requirements the one that weighs more: a finding, what is undecided, what is doubtful.
fn heavier(one: Said, other: Said, wheres: &Said, require: &Said) -> Said {
    let doubtful = other.is(Truth::True)
        && !wheres.is(Truth::False)
        && (wheres.is(Truth::Doubtful) && !require.is(Truth::True) || require.is(Truth::Doubtful));
    let other = if doubtful { Said::open(Truth::Doubtful) } else { other };
    let weight = |said: &Said| match said.truth {
        Truth::False => 3,
        Truth::Unknown => 2,
        Truth::Doubtful => 1,
        Truth::True => 0,
    };
    match (one.truth, other.truth) {
        (Truth::Unknown, Truth::Unknown) => Said::unknown(one.why.union(&other.why).copied().collect()),
        _ if weight(&other) > weight(&one) => other,
        _ => one,
    }
}

/// The least of some values, each with whether it is one of them.
fn least(members: Vec<(Said, Number)>, open: &Said) -> Number {
    let members: Vec<(Said, Number)> = members.into_iter().filter(|(passes, _)| !passes.is(Truth::False)).collect();
    if members.is_empty() && open.is(Truth::False) {
        return Number::nothing();
    }
    // No greater than the greatest value of any that is one of them for sure.
    let high = members.iter().filter(|(passes, _)| passes.is(Truth::True)).filter_map(|(_, number)| number.high).min();
    let reaches = |number: &Number| number.low.is_none_or(|low| high.is_none_or(|high| low < high));
    let mut made = Number::between(high, high);
    for (passes, number) in members.iter().filter(|(_, number)| reaches(number)) {
        let made_low = made.low.unwrap_or(i128::MAX);
        made.low = number.low.map(|low| low.min(made_low));
        if number.low.is_none() {
            made.low = Some(i128::MIN);
        }
        made.unknown |= number.unknown || passes.is(Truth::Unknown);
        made.nothing |= number.nothing;
        made.why.extend(number.why.iter().chain(passes.why.iter()).copied());
    }
    if !open.is(Truth::False) {
        made.low = Some(i128::MIN);
        made.unknown |= open.is(Truth::Unknown);
        made.why.extend(open.why.iter().copied());
    }
    Number { low: made.low.filter(|low| *low != i128::MIN), ..made }
}

fn same(a: Value, b: Value) -> Said {
    match (a, b) {
        (Value::Truth(a), Value::Truth(b)) => a.and(&b).or(&a.clone().not().and(&b.clone().not())),
        (Value::Number(a), Value::Number(b)) => a.same(&b),
        (Value::Text(a), Value::Text(b)) => both_texts(a, b, |a, b| a == b),
        (Value::One(a), Value::One(b)) => match (a, b) {
            (Maybe::Absent, _) | (_, Maybe::Absent) => Said::of(false),
            (Maybe::Is(a), Maybe::Is(b)) => Said::of(a.is(&b)),
            (Maybe::Unknown(one), Maybe::Unknown(two)) => Said::unknown(one.union(&two).copied().collect()),
            (Maybe::Unknown(why), _) | (_, Maybe::Unknown(why)) => Said::unknown(why),
        },
        (Value::Period(a, b), Value::Period(c, d)) => a.same(&c).and(&b.same(&d)),
        other => panic!("two of one type: {other:?}"),
    }
}

fn both_texts(a: Maybe<String>, b: Maybe<String>, of: impl Fn(&str, &str) -> bool) -> Said {
    match (a, b) {
        (Maybe::Absent, _) | (_, Maybe::Absent) => Said::of(false),
        (Maybe::Is(a), Maybe::Is(b)) => Said::of(of(&plain(&a), &plain(&b))),
        (Maybe::Unknown(one), Maybe::Unknown(two)) => Said::unknown(one.union(&two).copied().collect()),
        (Maybe::Unknown(why), _) | (_, Maybe::Unknown(why)) => Said::unknown(why),
    }
}

/// Is it one of a list: is one of the list the same, or may the list hold more?
fn member(element: Value, many: &Many) -> Said {
    match element {
        Value::Number(number) => {
            if number.absent {
                return Said::of(false);
            }
            let year = |item: &Atom| match item {
                Atom::Year(year) => number.same(&Number::point(*year)),
                other => panic!("no year: {other:?}"),
            };
            let rest = match many.open.truth {
                Truth::False => Said::of(false),
                _ if number.unknown => many.open.or(&Said::unknown(number.why.clone())),
                _ => many.open.clone(),
            };
            many.items.iter().map(year).fold(rest, |said, one| said.or(&one))
        }
        Value::One(Maybe::Absent) | Value::One(Maybe::Is(Atom::Own)) => Said::of(false),
        Value::One(Maybe::Is(atom)) if many.items.iter().any(|item| item.is(&atom)) => Said::of(true),
        Value::One(Maybe::Is(_)) => many.open.clone(),
        Value::One(Maybe::Unknown(_)) if many.items.is_empty() && many.open.is(Truth::False) => Said::of(false),
        Value::One(Maybe::Unknown(why)) => Said::unknown(why).or(&many.open),
        other => panic!("no element: {other:?}"),
    }
}

/// Is something there: a list that holds something, a yes that is said.
fn exists(value: &Value) -> Said {
    let there = |number: &Number| match number {
        Number { absent: true, .. } => Said::of(false),
        number if !number.has_known_part() => Said::unknown(number.why.clone()),
        _ => Said::of(true),
    };
    match value {
        Value::Truth(said) => said.clone(),
        Value::Number(number) => there(number),
        Value::Text(Maybe::Absent) | Value::One(Maybe::Absent) => Said::of(false),
        Value::Text(Maybe::Unknown(why)) | Value::One(Maybe::Unknown(why)) => Said::unknown(why.clone()),
        Value::Text(Maybe::Is(_)) | Value::One(Maybe::Is(_)) => Said::of(true),
        Value::Period(from, to) => match (from.absent && to.absent, from.unknown && to.unknown) {
            (true, _) => Said::of(false),
            (_, true) => Said::unknown(from.why.union(&to.why).copied().collect()),
            _ => Said::of(true),
        },
        Value::Many(many) => many.some(),
    }
}

/// Is it known what it is, or that there is none?
fn is_known(value: &Value) -> bool {
    match value {
        Value::Truth(said) => !said.is(Truth::Unknown),
        Value::Number(number) => !number.unknown,
        Value::Text(text) => !matches!(text, Maybe::Unknown(_)),
        Value::One(one) => !matches!(one, Maybe::Unknown(_)),
        Value::Period(from, to) => !from.unknown && !to.unknown,
        Value::Many(many) => !many.open.is(Truth::Unknown),
    }
}

/// Of two values the one or the other: only what both are is known.
fn one_of<T: PartialEq>(one: Maybe<T>, other: Maybe<T>, cond: Why) -> Maybe<T> {
    let why = |one: &Maybe<T>| match one {
        Maybe::Unknown(why) => why.clone(),
        _ => Why::new(),
    };
    if one == other && !matches!(one, Maybe::Unknown(_)) {
        return one;
    }
    Maybe::Unknown([why(&one), why(&other), cond].into_iter().flatten().collect())
}

/// The rate of VAT on what a town buys, in millionths.
const VAT: i128 = 200_000;

fn taken(take: Take, value: Value) -> Number {
    match (take, value) {
        (Take::Start, Value::Period(from, _)) => from,
        (Take::End, Value::Period(_, to)) => to,
        (Take::Year, Value::Number(day)) => day.ends(|day| i128::from(day_of(day).year())),
        (Take::Quarter, Value::Number(day)) => day.ends(|day| {
            let day = day_of(day);
            i128::from(day.year()) * 4 + i128::from((day.month() - 1) / 3)
        }),
        (Take::Ht | Take::Ttc, Value::Number(number)) => {
            let wanted = if take == Take::Ht { Mark::Ht } else { Mark::Ttc };
            let with_tax = Number::point(1_000_000 + VAT);
            match number.mark {
                _ if number.absent => number,
                own if own == wanted => number,
                Mark::Ttc => number.divided(&with_tax).marked(wanted, Why::new()),
                Mark::Ht => number.times(&with_tax).marked(wanted, Why::new()),
                Mark::Unsaid => {
                    let why = number.why.union(&number.unmarked).copied().collect();
                    Number::unknown(Some(0), why).marked(wanted, Why::new())
                }
            }
        }
        (take, value) => panic!("{take:?} of {value:?}"),
    }
}

/// The other way: so many months and so many days before.
fn turned(by: &Number) -> Number {
    let back = |by: i128| {
        let (months, days) = months_and_days(by);
        duration(-months, -days)
    };
    Number { low: by.high.map(back), high: by.low.map(back), ..by.clone() }
}

/// A day, or a year, so long after another: from any day that it may be, by any duration.
fn shifted(day: &Number, by: &Number, of_year: bool) -> Number {
    let moved = |day: i128, by: i128| if of_year { day + months_and_days(by).0.div_euclid(12) } else { day_after(day, by) };
    let end = |day: Option<i128>, greatest: bool| {
        let (one, other) = (moved(day?, by.low?), moved(day?, by.high?));
        Some(if greatest { one.max(other) } else { one.min(other) })
    };
    let mut made = Number::between(end(day.low, false), end(day.high, true));
    made.unknown = day.unknown || by.unknown;
    made.nothing = day.nothing || by.nothing;
    made.why = day.why.union(&by.why).copied().collect();
    made
}

/// Months are shared out as months, days as days.
fn part_of_duration(whole: &Number, by: &Number) -> Number {
    let parted = |part: fn((i128, i128)) -> i128| whole.ends(|end| part(months_and_days(end))).divided(by);
    let (months, days) = (parted(|(months, _)| months), parted(|(_, days)| days));
    let end = |months: Option<i128>, days: Option<i128>| Some(duration(months?, days?));
    Number { low: end(months.low, days.low), high: end(months.high, days.high), ..days }
}
