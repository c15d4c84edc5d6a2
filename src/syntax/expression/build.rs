//! From what the grammar has recognised to the tree. It gives a flat row of operands and operators; which binds first is said here.

use std::cell::RefCell;

use pest::iterators::{Pair, Pairs};
use pest::pratt_parser::{Assoc, ConstPrattParser, Op as Pratt};

use super::read::Ground;
use super::words::is_link;
use super::wrong::{Wrong, no_thing};
use super::{At, Expr, Fold, From, Literal, Node, Op, Range, Shown, Step, Tax, Unit, levels, literal};
use crate::syntax::parse::Rule;
use crate::syntax::quote;

/// The loosest first; all from the left.
static PRATT: ConstPrattParser<Rule, 9> = ConstPrattParser::new_const([
    (Pratt::infix(Rule::or, Assoc::Left), true),
    (Pratt::infix(Rule::and, Assoc::Left), true),
    (Pratt::prefix(Rule::not), true),
    (Pratt::infix(Rule::compare, Assoc::Left), true),
    (Pratt::infix(Rule::add, Assoc::Left), true),
    (Pratt::infix(Rule::mul, Assoc::Left), true),
    (Pratt::infix(Rule::otherwise, Assoc::Left), true),
    (Pratt::infix(Rule::in_force, Assoc::Left), true),
    (Pratt::prefix(Rule::neg), true),
]);

pub struct Reader<'a> {
    text: &'a str,
    ground: Ground<'a>,
    /// The first thing that the grammar lets through and that says nothing.
    wrong: RefCell<Option<Wrong>>,
}

impl<'a> Reader<'a> {
    pub fn new(text: &'a str, ground: Ground<'a>) -> Reader<'a> {
        Reader { text, ground, wrong: RefCell::new(None) }
    }

    pub fn wrong(self) -> Option<Wrong> {
        self.wrong.into_inner()
    }

    pub fn first(&self, mut pairs: Pairs<Rule>) -> Expr {
        self.one(&mut pairs)
    }

    fn one(&self, pairs: &mut Pairs<Rule>) -> Expr {
        pairs.next().map_or(Expr { at: self.ground.at(0..0), node: Node::Damaged }, |pair| self.operand(pair))
    }

    /// Paths, one after a comma.
    pub fn all(&self, pairs: Pairs<Rule>) -> Vec<Expr> {
        self.items(pairs).collect()
    }

    pub fn binder_of(&self, mut pairs: Pairs<Rule>) -> Range {
        let damaged = || Range::damaged(Expr { at: self.ground.at(0..0), node: Node::Damaged });
        pairs.next().map_or_else(damaged, |binder| self.range(binder, None))
    }

    pub fn shown(&self, pairs: Pairs<Rule>) -> Vec<Shown> {
        let shown = |pair: Pair<Rule>| {
            let mut inner = pair.into_inner();
            let first = inner.next()?;
            Some(match first.as_rule() {
                Rule::path => Shown::Place(self.operand(first)),
                _ => {
                    let filter = inner.next();
                    if let Some(wrong) = filter.clone().and_then(|filter| levels::mixed(filter, self.text)) {
                        self.refuse(wrong);
                    }
                    Shown::Each(self.range(first, filter))
                }
            })
        };
        pairs.filter(|pair| pair.as_rule() == Rule::shown).filter_map(shown).collect()
    }

    /// What a hole shows, and its two forms.
    pub fn hole(&self, mut pairs: Pairs<Rule>) -> (Expr, Option<(String, String)>) {
        let shown = self.one(&mut pairs);
        let mut form = || pairs.next().filter(|pair| pair.as_rule() == Rule::form).map(|pair| pair.as_str().to_owned());
        let forms = form().and_then(|one| Some((one, form()?)));
        (shown, forms)
    }

    /// What stands between two brackets, or alone: either `and`s or `or`s.
    fn level(&self, term: Pair<Rule>) -> Expr {
        if let Some(wrong) = levels::mixed(term.clone(), self.text) {
            self.refuse(wrong);
        }
        self.term(term)
    }

    fn term(&self, term: Pair<Rule>) -> Expr {
        if let Some(wrong) = levels::two_comparisons(term.clone(), self.text) {
            self.refuse(wrong);
        }
        self.row(term.into_inner())
    }

    fn row(&self, row: Pairs<Rule>) -> Expr {
        PRATT
            .map_primary(|operand| self.operand(operand))
            .map_prefix(|operator, operand| {
                let at = self.at(&operator).to(operand.at);
                let operand = Box::new(operand);
                Expr { at, node: if operator.as_rule() == Rule::not { Node::Not(operand) } else { Node::Negative(operand) } }
            })
            .map_infix(|left, operator, right| Expr {
                at: left.at.to(right.at),
                node: Node::Binary(op(&operator), self.at(&operator), Box::new(left), Box::new(right)),
            })
            .parse(row)
    }

    fn operand(&self, pair: Pair<Rule>) -> Expr {
        let at = self.at(&pair);
        let rule = pair.as_rule();
        let node = match rule {
            Rule::term => return self.level(pair),
            Rule::measure => return self.row(pair.into_inner()),
            Rule::path => return self.path(pair),
            Rule::paren => self.inner(pair).node,
            Rule::source_in => return self.inner(pair),
            Rule::negative => Node::Negative(Box::new(self.items(pair.into_inner()).next().unwrap_or(Expr { at, node: Node::Damaged }))),
            Rule::day => self.literal(&pair, literal::day(pair.as_str())),
            Rule::quantity => self.quantity(pair),
            Rule::said => Node::Text(quote::plain(pair.as_str())),
            Rule::list => Node::List(self.items(pair.into_inner()).collect()),
            Rule::call => {
                let mut inner = pair.into_inner();
                inner.next().map_or(Node::Damaged, |name| Node::Call(self.step(&name), self.items(inner).collect()))
            }
            Rule::choice => {
                let mut terms = pair.into_inner().filter(|pair| pair.as_rule() == Rule::term);
                match (terms.next(), terms.next(), terms.next()) {
                    // The last ends with what stands around: it is of the same level.
                    (Some(condition), Some(yes), Some(no)) => {
                        Node::If(Box::new(self.level(condition)), Box::new(self.level(yes)), Box::new(self.term(no)))
                    }
                    _ => Node::Damaged,
                }
            }
            Rule::known => Node::Known(Box::new(self.inner(pair))),
            Rule::absent => Node::Not(Box::new(Expr { at, node: Node::Exists(Box::new(self.inner(pair))) })),
            Rule::exists | Rule::no => {
                let mut inner = pair.into_inner();
                match inner.next() {
                    Some(path) if path.as_rule() == Rule::path => Node::Exists(Box::new(self.path(path))),
                    Some(binder) => {
                        let range = Box::new(self.range(binder, inner.next()));
                        if rule == Rule::no { Node::No(range) } else { Node::Some(range) }
                    }
                    None => Node::Damaged,
                }
            }
            Rule::every => {
                let mut inner = pair.into_inner().filter(|pair| pair.as_rule() != Rule::w_satisfies);
                match (inner.next(), inner.next(), inner.next()) {
                    (Some(binder), Some(filter), Some(body)) => {
                        Node::Every(Box::new(self.range(binder, Some(filter))), Box::new(self.term(body)))
                    }
                    (Some(binder), Some(body), None) => Node::Every(Box::new(self.range(binder, None)), Box::new(self.term(body))),
                    _ => Node::Damaged,
                }
            }
            Rule::aggregate => self.aggregate(pair.into_inner()),
            _ => Node::Damaged,
        };
        Expr { at, node }
    }

    fn aggregate(&self, mut inner: Pairs<Rule>) -> Node {
        let (Some(word), Some(of)) = (inner.next(), inner.next()) else { return Node::Damaged };
        let fold = match word.as_rule() {
            Rule::count => Fold::Count,
            Rule::sum => Fold::Sum,
            Rule::least => Fold::Least,
            Rule::greatest => Fold::Greatest,
            Rule::share => Fold::Share,
            _ => Fold::List,
        };
        match of.as_rule() {
            Rule::measure => {
                let measure = self.operand(of);
                let mut over = inner.filter(|pair| pair.as_rule() != Rule::w_for);
                match over.next() {
                    Some(binder) => Node::Measure(fold, Box::new(measure), Box::new(self.range(binder, over.next()))),
                    None => Node::Damaged,
                }
            }
            Rule::list | Rule::path => Node::Whole(fold, Box::new(self.operand(of))),
            _ => Node::Fold(fold, Box::new(self.range(of, inner.next()))),
        }
    }

    /// A binder, and the condition that follows it.
    fn range(&self, binder: Pair<Rule>, filter: Option<Pair<Rule>>) -> Range {
        let at = self.at(&binder);
        let mut range = Range { at, kind: Step { word: String::new(), at }, name: None, source: From::All, filter: None };
        for pair in binder.into_inner() {
            match pair.as_rule() {
                Rule::kind => range.kind = self.step(&pair),
                Rule::own_name => range.name = Some(self.step(&pair)),
                Rule::source_in => range.source = From::In(self.operand(pair)),
                _ => range.source = From::Of(self.operand(pair)),
            }
        }
        if let Some(filter) = filter {
            let filter = self.term(filter);
            range.at = at.to(filter.at);
            range.filter = Some(filter);
        }
        range
    }

    fn path(&self, pair: Pair<Rule>) -> Expr {
        let steps: Vec<Step> = pair.clone().into_inner().map(|step| self.step(&step)).collect();
        let (Some(first), Some(last)) = (steps.first(), steps.last()) else {
            return Expr { at: self.at(&pair), node: Node::Damaged };
        };
        let at = first.at.to(last.at);
        if steps.len() == 1 && is_link(&first.word) {
            let span = pair.as_span();
            self.refuse(no_thing(self.text, span.end() - first.word.len()..span.end()));
        }
        Expr { at, node: Node::Path(steps) }
    }

    fn quantity(&self, pair: Pair<Rule>) -> Node {
        let mut parts = pair.clone().into_inner();
        let digits = parts.next().map_or("", |digits| digits.as_str());
        let unit = parts.next();
        let read = match unit.as_ref().map(|unit| (unit.as_rule(), unit.as_str())) {
            None => literal::number(digits).map(|scaled| Literal::Number { scaled }),
            Some((Rule::hundredth, _)) => literal::percent(digits).map(|scaled| Literal::Share { scaled }),
            Some((Rule::fte, _)) => literal::millionths(digits).map(|scaled| Literal::Fte { scaled }),
            Some((Rule::money_sign, sign)) => literal::cents(digits, sign).map(|cents| Literal::Money {
                cents,
                tax: match parts.next().map(|tax| tax.as_str()) {
                    Some("HT") => Tax::Ht,
                    Some(_) => Tax::Ttc,
                    None => Tax::None,
                },
            }),
            Some((_, unit)) => literal::whole(digits, 0).map(|count| Literal::Duration {
                count,
                unit: match unit {
                    _ if unit.starts_with("clear") || unit.ends_with("franc") || unit.ends_with("francs") => Unit::ClearDays,
                    "day" | "days" | "jour" | "jours" => Unit::Days,
                    "week" | "weeks" | "semaine" | "semaines" => Unit::Weeks,
                    "month" | "months" | "mois" => Unit::Months,
                    _ => Unit::Years,
                },
            }),
        };
        self.literal(&pair, read)
    }

    fn literal(&self, pair: &Pair<Rule>, read: Result<Literal, literal::Refused>) -> Node {
        match read {
            Ok(literal) => Node::Literal(literal),
            Err((message, help)) => {
                self.refuse(Wrong::new(pair.as_span().start()..pair.as_span().end(), message, help));
                Node::Damaged
            }
        }
    }

    /// The one expression of a pair.
    fn inner(&self, pair: Pair<Rule>) -> Expr {
        self.first(pair.into_inner())
    }

    /// The expressions of a list.
    fn items<'i>(&'i self, pairs: Pairs<'i, Rule>) -> impl Iterator<Item = Expr> + 'i {
        let mark = |rule: Rule| matches!(rule, Rule::next | Rule::close_list | Rule::close_paren | Rule::neg | Rule::EOI);
        pairs.filter(move |pair| !mark(pair.as_rule())).map(|pair| self.operand(pair))
    }

    fn step(&self, pair: &Pair<Rule>) -> Step {
        Step { word: pair.as_str().to_owned(), at: self.at(pair) }
    }

    fn at(&self, pair: &Pair<Rule>) -> At {
        let span = pair.as_span();
        self.ground.at(span.start()..span.end())
    }

    fn refuse(&self, wrong: Wrong) {
        self.wrong.borrow_mut().get_or_insert(wrong);
    }
}

fn op(operator: &Pair<Rule>) -> Op {
    let written = operator.as_str();
    match operator.as_rule() {
        Rule::or => Op::Or,
        Rule::and => Op::And,
        Rule::otherwise => Op::Otherwise,
        Rule::in_force => Op::InForce,
        Rule::add if written == "+" => Op::Plus,
        Rule::add => Op::Minus,
        Rule::mul if matches!(written, "*" | "×") => Op::Times,
        Rule::mul => Op::Divide,
        _ => match written {
            "=" | "est" | "is" => Op::Equal,
            "<" => Op::Less,
            ">" => Op::More,
            "<=" | "≤" => Op::AtMost,
            ">=" | "≥" => Op::AtLeast,
            "in" | "parmi" | "dans" => Op::In,
            "contient" | "contains" => Op::Contains,
            "avant" | "before" => Op::Before,
            "après" | "apres" | "apre\u{300}s" | "after" => Op::After,
            _ if written.starts_with("not") || written.starts_with("hors") => Op::NotIn,
            _ => Op::Unequal, // `!=`, `≠`, `<>`, `is not`, `n'est pas`
        },
    }
}
