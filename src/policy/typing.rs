//! From what is written to what is run: every word gets its meaning, every expression its type.
//!
//! In: a policy as it is written, the thresholds, the names of themes, what the plan sets. Out: the typed policy, or why there is none.
//! A wrong policy is an error in its own text, even if no plan triggers it. One mistake, one message: what has no type is silent.

use rustc_hash::FxHashMap;

use super::kinds::{Fact, FactRow, Item, Kind, Ty, Words, both_spellings, bound, singular};
use super::proof::{Key, key, proves};
use super::typed::{Change, ChangeWhat, Clause, Const, Label, Node, Order, Take, Threshold, Var, Walk, What, Words as Said};
use super::written::{self, Both, EditWhat, PolicyText};
use crate::diagnostic::{Diagnostic, Lang, Rule, Say, rules, suggest, two};
use crate::language::numbered;
use crate::say;
use crate::syntax::expression::{self, At, Day, Expr, Fold, From, Literal, Op, Piece, Range, Shown, Step, Tax, Unit};
use crate::text::{SourceId, Span};

/// What is known before any policy is read.
pub struct Known<'a> {
    pub thresholds: &'a [Threshold],
    /// The names of themes, must-haves and barriers, folded: of the library and of the plan.
    pub names: &'a FxHashMap<(Kind, String), String>,
}

/// A variable: its names, and what is proved by its truth.
struct Bound {
    names: Vec<String>,
    ty: Ty,
    optional: bool,
    proofs: [Vec<Key>; 2],
    /// A parameter's value stands for it.
    value: Option<Node>,
    /// It has no name of its own: it is called by its kind.
    by_kind: Option<[&'static str; 2]>,
    /// What a `let` names, where it is a path: to prove one is to prove the other.
    path: Option<Key>,
}

pub struct Typer<'a> {
    known: &'a Known<'a>,
    source: SourceId,
    /// The language that the policy is written in.
    lang: Lang,
    bound: Vec<Bound>,
    /// Those that may be named: a quantifier's is forgotten behind it.
    visible: Vec<Var>,
    proved: Vec<Key>,
    pub diagnostics: Vec<Diagnostic>,
    /// What the words mean that are no author's own, in English and in French, where somebody asks for it.
    pub told: Option<Vec<(Span, [&'static str; 2])>>,
}

/// What is run of a policy: its typed parts.
pub struct Typed {
    pub parameters: Vec<(Step, Ty, Vec<Step>)>,
    pub applies: Vec<Node>,
    pub each: Option<Walk>,
    pub clauses: Vec<Clause>,
    pub at: Vec<Node>,
    pub show: Vec<Label>,
    pub message: Both<Vec<Said>>,
    pub help: Both<Vec<Said>>,
    pub change: Option<Change>,
}

/// No more variables in a policy: each is a bit.
const MOST: usize = 64;

impl<'a> Typer<'a> {
    pub fn new(known: &'a Known<'a>, source: SourceId, lang: Lang) -> Typer<'a> {
        Typer { known, source, lang, bound: Vec::new(), visible: Vec::new(), proved: Vec::new(), diagnostics: Vec::new(), told: None }
    }

    /// `values`: what the plan sets instead of a parameter's own value.
    pub fn policy(&mut self, text: &PolicyText, values: &[(String, Expr, SourceId)]) -> Typed {
        let mut parameters = Vec::new();
        for parameter in &text.parameters {
            self.own_name(&parameter.name);
            let set = values.iter().find(|(name, ..)| named(&parameter.name, &parameter.also, name));
            let own = self.constant(&parameter.value, None);
            let ty = own.ty;
            let value = match set {
                Some((_, expr, source)) => self.setting(expr, *source, ty).unwrap_or(own),
                None => own,
            };
            let names = [&parameter.name].into_iter().chain(&parameter.also).map(|step| suggest::fold(&step.word)).collect();
            self.bind(names, value.ty, false, Some(value));
            parameters.push((parameter.name.clone(), ty, parameter.also.clone()));
        }
        let applies: Vec<Node> = text
            .applies
            .iter()
            .map(|line| {
                let node = self.condition(line);
                self.proved.extend(proves(&node, true));
                node
            })
            .collect();
        // What is set before `each` is known may be used in what is gone through: no `let` is.
        let each = text.each.as_ref().and_then(|range| self.walk(range));
        let mut clauses = Vec::new();
        let (mut required, mut last) = (0, Vec::new());
        let mut sure = self.proved.clone();
        for clause in &text.clauses {
            clauses.push(match clause {
                written::Clause::Let(name, value) => {
                    self.own_name(name);
                    let node = self.expr(value, None);
                    let var = self.bind(vec![suggest::fold(&name.word)], node.ty, node.optional, None);
                    if let Some(bound) = self.bound.get_mut(usize::from(var)) {
                        bound.proofs = [proves(&node, false), proves(&node, true)];
                        bound.path = key(&node);
                    }
                    Clause::Let(var, node)
                }
                written::Clause::Where(line) => {
                    let node = self.condition(line);
                    let proofs = self.proofs(&node, true);
                    self.proved.extend(proofs.iter().cloned());
                    sure.extend(proofs);
                    Clause::Where(node)
                }
                written::Clause::Require(line) => {
                    let node = self.condition(line);
                    let proofs = self.proofs(&node, true);
                    self.proved.extend(proofs);
                    (required, last) = (required + 1, self.proofs(&node, false));
                    Clause::Require(node)
                }
            });
        }
        // In a finding, what `where` proves is there, and what makes the one requirement false.
        self.proved = sure;
        if required == 1 {
            self.proved.extend(last);
        }
        let at = text.at.iter().map(|place| self.place(place)).collect();
        let show = text.show.iter().filter_map(|(shown, texts)| self.label(shown, texts)).collect();
        let message = self.both(&text.message);
        let help = self.both(&text.help);
        let change = text.edit.as_ref().and_then(|edit| self.change(edit));
        Typed { parameters, applies, each, clauses, at, show, message, help, change }
    }

    pub fn span(&self, at: At) -> Span {
        Span::new(self.source, at.start, at.end)
    }

    /// A value of its own: of a threshold.
    pub fn constant_of(&mut self, expr: &Expr) -> (Ty, Option<Const>) {
        let node = self.constant(expr, None);
        let value = match node.what {
            What::Const(value) => Some(value),
            _ => None,
        };
        (node.ty, value)
    }

    fn setting(&mut self, expr: &Expr, source: SourceId, ty: Ty) -> Option<Node> {
        let own = std::mem::replace(&mut self.source, source);
        let node = self.constant(expr, Some(ty));
        let fits = alike(node.ty, ty);
        if !fits && node.ty != Ty::Any {
            let (wanted, got) = (called(ty), called(node.ty));
            self.report(
                &rules::POLICY_SETTING,
                expr.at,
                say!("Ce paramètre est {wanted} ; ceci est {got}."; "This parameter is {wanted}; this is {got}.", wanted, got),
                say!("Écrivez {wanted}."; "Write {wanted}.", wanted = called(ty)),
            );
        }
        self.source = own;
        fits.then_some(node)
    }

    // --- names ------------------------------------------------------------------------------------------------------

    fn bind(&mut self, names: Vec<String>, ty: Ty, optional: bool, value: Option<Node>) -> Var {
        let var = self.bound.len().min(MOST - 1) as Var;
        if self.bound.len() < MOST {
            self.bound.push(Bound { names, ty, optional, proofs: [Vec::new(), Vec::new()], value, by_kind: None, path: None });
            self.visible.push(var);
        }
        var
    }

    fn tell(&mut self, at: At, words: [&'static str; 2]) {
        let span = Span::new(self.source, at.start, at.end);
        if let Some(told) = &mut self.told {
            told.push((span, words));
        }
    }

    fn find(&self, word: &str) -> Option<Var> {
        let folded = suggest::fold(word);
        self.visible.iter().rev().copied().find(|var| self.bound[usize::from(*var)].names.contains(&folded))
    }

    /// An author's own name may not be a kind, a root or another name.
    fn own_name(&mut self, name: &Step) {
        let folded = suggest::fold(&name.word);
        let taken = bound(&name.word).is_some() || root(&folded).is_some() || self.find(&name.word).is_some();
        let valid = name.word.starts_with(char::is_alphabetic) && !name.word.contains(|c: char| c.is_whitespace() || c == '.');
        if taken || !valid {
            let word = name.word.clone();
            self.report(
                &rules::NAME_TAKEN,
                name.at,
                match valid {
                    true => say!("« {word} » désigne déjà une chose du plan ou de la règle."; "\"{word}\" already names a thing of the plan or of the policy.", word),
                    false => say!("« {word} » n'est pas un nom."; "\"{word}\" is no name.", word),
                },
                say!("Choisissez un autre nom, par exemple `nb-{word}`."; "Choose another name, for instance `nb-{word}`.", word = name.word.clone()),
            );
        }
    }

    fn report(&mut self, rule: &'static Rule, at: At, message: Say, help: Say) {
        self.diagnostics.push(Diagnostic::new(rule, Span::new(self.source, at.start, at.end), message, help));
    }

    fn spelt(&self, row: &'static FactRow) -> &'static str {
        row.name(self.lang)
    }

    // --- conditions -------------------------------------------------------------------------------------------------

    fn condition(&mut self, expr: &Expr) -> Node {
        let node = self.expr(expr, Some(Ty::Yes));
        self.truth(node)
    }

    fn truth(&mut self, node: Node) -> Node {
        if !matches!(node.ty, Ty::Yes | Ty::Any) {
            let got = called(node.ty);
            self.report(
                &rules::UNLIKE,
                node.at,
                say!("Une condition est vraie ou fausse ; ceci est {got}."; "A condition is true or false; this is {got}.", got),
                say!("Comparez-le à quelque chose : `= …`, `est …`, ou écrivez `existe …`."; "Compare it with something: `= …`, `is …`, or write `exists …`."),
            );
            return Node::nothing(node.at);
        }
        self.present(node)
    }

    fn proofs(&self, node: &Node, truth: bool) -> Vec<Key> {
        let mut found = proves(node, truth);
        if let What::Var(var) = node.what {
            found.extend(self.bound[usize::from(var)].proofs[usize::from(truth)].iter().cloned());
        }
        // What a `let` names is proved with it.
        let more: Vec<Key> = found
            .iter()
            .filter_map(|known| match (known.base, known.steps.is_empty()) {
                (super::proof::Base::Var(var), true) => self.bound.get(usize::from(var)).and_then(|bound| bound.path.clone()),
                _ => None,
            })
            .collect();
        found.extend(more);
        found
    }

    fn under<T>(&mut self, proofs: Vec<Key>, run: impl FnOnce(&mut Self) -> T) -> T {
        let before = self.proved.len();
        self.proved.extend(proofs);
        let value = run(self);
        self.proved.truncate(before);
        value
    }

    /// A value that is needed: what may be absent must have been proved.
    fn present(&mut self, node: Node) -> Node {
        if !node.optional {
            return node;
        }
        let path = self.written_path(&node);
        let missing = self.first_absent(&node);
        self.report(
            &rules::MAY_BE_ABSENT,
            node.at,
            say!("`{missing}` peut manquer."; "`{missing}` may be absent.", missing),
            say!("Ajoutez au-dessus `lorsque existe {path}`."; "Add above: `where exists {path}`.", path),
        );
        Node { optional: false, ..node }
    }

    /// The first step of a path that may be absent.
    fn first_absent(&self, node: &Node) -> String {
        match &node.what {
            What::Field(base, _) | What::Take(base, _) if base.optional => self.first_absent(base),
            _ => self.written_path(node),
        }
    }

    fn written_path(&self, node: &Node) -> String {
        match &node.what {
            What::Var(var) => self.bound.get(usize::from(*var)).map_or(String::new(), |bound| {
                let at = if self.lang == Lang::Fr { bound.names.len().saturating_sub(1) } else { 0 };
                bound.names.get(at).cloned().unwrap_or_default()
            }),
            What::Root(kind) => self.lang.of(kind.row().fr[0], kind.row().en[0]).to_owned(),
            What::Field(base, fact) => {
                format!("{}.{}", self.written_path(base), self.spelt(&super::kinds::FACTS[*fact as usize]))
            }
            What::Take(base, take) => format!("{}.{}", self.written_path(base), take.spelling(self.lang)),
            _ => String::new(),
        }
    }

    // --- expressions ------------------------------------------------------------------------------------------------

    /// `wanted`: the type of the other side, by which a bare word and a bare number are read.
    fn expr(&mut self, expr: &Expr, wanted: Option<Ty>) -> Node {
        let at = expr.at;
        match &expr.node {
            expression::Node::Literal(literal) => self.literal(at, literal, wanted),
            expression::Node::Text(text) => made(at, Ty::Text, What::Const(Const::Text(text.clone()))),
            expression::Node::Path(steps) => self.path(at, steps, wanted),
            expression::Node::List(members) => self.list(at, members, wanted),
            expression::Node::Call(name, arguments) => self.call(at, name, arguments),
            expression::Node::Not(inner) => {
                let inner = self.condition(inner);
                over(at, Ty::Yes, vec![&inner], What::Not(Box::new(inner.clone())))
            }
            expression::Node::Negative(inner) => {
                let inner = self.expr(inner, wanted);
                let inner = self.present(inner);
                self.quantity(&inner);
                over(at, inner.ty, vec![&inner], What::Negative(Box::new(inner.clone())))
            }
            expression::Node::Binary(op, op_at, left, right) => self.binary(at, *op, *op_at, left, right, wanted),
            expression::Node::If(cond, then, other) => {
                let cond = self.condition(cond);
                let (yes, no) = (self.proofs(&cond, true), self.proofs(&cond, false));
                let then = self.under(yes, |typer| typer.expr(then, wanted));
                let other = self.under(no, |typer| typer.expr(other, wanted.or(Some(then.ty))));
                let ty = self.same(&then, &other, at);
                let optional = then.optional || other.optional;
                let vars = cond.vars | then.vars | other.vars;
                Node { at, ty, optional, vars, what: What::If(Box::new([cond, then, other])) }
            }
            expression::Node::Exists(path) => {
                let node = self.expr(path, None);
                self.exists(at, node)
            }
            expression::Node::Known(path) => {
                let node = self.expr(path, None);
                over(at, Ty::Yes, vec![&node], What::Known(Box::new(node.clone())))
            }
            expression::Node::Some(range) => self.quantifier(at, range, What::Some),
            expression::Node::No(range) => self.quantifier(at, range, What::No),
            expression::Node::Every(range, body) => {
                let (before, visible) = (self.proved.len(), self.visible.len());
                let walk = self.walk(range);
                let body = self.condition(body);
                self.proved.truncate(before);
                self.visible.truncate(visible);
                let Some(walk) = walk else { return Node::nothing(at) };
                let vars = walk.vars() | body.vars & !(1 << walk.var);
                Node { at, ty: Ty::Yes, optional: false, vars, what: What::Every(Box::new(walk), Box::new(body)) }
            }
            expression::Node::Fold(fold, range) => self.fold(at, *fold, range, None),
            expression::Node::Measure(fold, value, range) => self.fold(at, *fold, range, Some(value)),
            expression::Node::Whole(fold, inner) => self.whole(at, *fold, inner),
            expression::Node::Damaged => Node::nothing(at),
        }
    }

    fn exists(&mut self, at: At, node: Node) -> Node {
        let list = matches!(node.ty, Ty::List(_));
        if !list && !node.optional && node.ty != Ty::Any && !self.was_optional(&node) {
            let path = self.written_path(&node);
            self.report(
                &rules::SAYS_NOTHING,
                at,
                say!("Ce test est toujours vrai : `{path}` existe toujours, même si rien n'est écrit."; "This test is always true: `{path}` always exists, even where nothing is written.", path),
                say!("Pour savoir s'il est renseigné : `connu {path}`."; "To ask whether it is known: `known {path}`.", path = self.written_path(&node)),
            );
            return Node::nothing(at);
        }
        over(at, Ty::Yes, vec![&node], What::Exists(Box::new(node.clone())))
    }

    /// It may be absent by its type, though it was proved.
    fn was_optional(&self, node: &Node) -> bool {
        match &node.what {
            What::Field(base, fact) => super::kinds::FACTS[*fact as usize].optional || self.was_optional(base),
            What::Take(base, _) => self.was_optional(base),
            What::Var(var) => self.bound.get(usize::from(*var)).is_some_and(|bound| bound.optional),
            What::Root(kind) => *kind == Kind::Diagnosis,
            _ => false,
        }
    }

    fn quantifier(&mut self, at: At, range: &Range, make: impl FnOnce(Box<Walk>) -> What) -> Node {
        let (before, visible) = (self.proved.len(), self.visible.len());
        let walk = self.walk(range);
        self.proved.truncate(before);
        self.visible.truncate(visible);
        let Some(walk) = walk else { return Node::nothing(at) };
        Node { at, ty: Ty::Yes, optional: false, vars: walk.vars(), what: make(Box::new(walk)) }
    }

    /// What is gone through could not be made out, and that is told: what is asked of it is no second mistake.
    fn unread(&mut self, range: &Range) -> Option<Walk> {
        let name = range.name.as_ref().unwrap_or(&range.kind);
        self.bind(vec![suggest::fold(&name.word)], Ty::Any, false, None);
        None
    }

    /// What is gone through; its variable stays visible, and what its filter proves proved, until the caller forgets them.
    fn walk(&mut self, range: &Range) -> Option<Walk> {
        let Some(item) = bound(&range.kind.word) else {
            self.no_kind(&range.kind);
            return self.unread(range);
        };
        if let Some(words) = both_spellings(&range.kind.word) {
            self.tell(range.kind.at, words);
        }
        let Some(source) = self.source_of(range, item) else { return self.unread(range) };
        let item = match source.ty {
            // `fiche f parmi fiche.amont` and `action a parmi …`: what the list holds, if it is of that kind.
            Ty::List(Item::Any) => item,
            Ty::List(held) if fits(held, item) => held_or(held, item),
            Ty::Any => return self.unread(range),
            _ => {
                let (kind, got) = (range.kind.word.clone(), called(source.ty));
                self.report(
                    &rules::LIST_WANTED,
                    source.at,
                    say!("Une liste de « {kind} » est attendue ; ceci est {got}."; "A list of \"{kind}\" is wanted; this is {got}.", kind, got),
                    say!("Écrivez le chemin d'une liste : des contributeurs, des jalons, des actions…"; "Write the path of a list: contributors, milestones, actions…"),
                );
                return self.unread(range);
            }
        };
        let names: Vec<String> = match &range.name {
            Some(name) => {
                self.own_name(name);
                vec![suggest::fold(&name.word)]
            }
            None => singular(item_named(item, range)).map(suggest::fold).to_vec(),
        };
        if range.name.is_none() && self.find(&names[0]).is_some() {
            let kind = range.kind.word.clone();
            let short: String = kind.chars().take(1).collect();
            self.report(
                &rules::KIND_TWICE,
                range.kind.at,
                say!("« {kind} » désigne déjà ce qui est jugé."; "\"{kind}\" already names what is judged.", kind),
                say!("Donnez à la seconde son nom : `{kind} {short}2`, et dites `{short}2` partout où vous parlez d'elle ; « {kind} » reste ce qui est jugé.";
                     "Give the second its name: `{kind} {short}2`, and say `{short}2` wherever you speak of it; \"{kind}\" stays what is judged.", kind = range.kind.word.clone(), short),
            );
            return None;
        }
        let var = self.bind(names, item.ty(), false, None);
        if let (None, Some(bound)) = (&range.name, self.bound.get_mut(usize::from(var))) {
            bound.by_kind = Some(singular(item_named(item, range)));
        }
        let filter = range.filter.as_ref().map(|filter| {
            let node = self.condition(filter);
            let proofs = self.proofs(&node, true);
            self.proved.extend(proofs);
            node
        });
        Some(Walk { at: range.at, var, item, source, filter })
    }

    fn source_of(&mut self, range: &Range, item: Item) -> Option<Node> {
        let at = range.at;
        match (&range.source, item) {
            (From::All, Item::Thing(kind)) => Some(made(at, Ty::List(Item::Thing(kind)), What::All(kind))),
            (From::All, Item::Word(words)) => {
                Some(made(at, Ty::List(item), What::Const(Const::Words((0..words.rows().len() as i32).collect()))))
            }
            (From::All, Item::Year | Item::Any) => {
                self.report(
                    &rules::LIST_WANTED,
                    at,
                    say!("De quelles années s'agit-il ?"; "Which years?"),
                    say!("Écrivez `année parmi stratégie.années`."; "Write `year in strategy.years`."),
                );
                None
            }
            (From::In(list), _) => {
                let node = self.expr(list, Some(Ty::List(item)));
                Some(node)
            }
            (From::Of(path), _) => {
                let base = self.expr(path, None);
                let Ty::Thing(kind) = base.ty else {
                    if base.ty != Ty::Any {
                        let got = called(base.ty);
                        self.report(
                            &rules::LIST_WANTED,
                            base.at,
                            say!("« de » veut une chose du plan ; ceci est {got}."; "\"of\" wants a thing of the plan; this is {got}.", got),
                            say!("Pour parcourir une liste, écrivez `parmi`."; "To go through a list, write `in`."),
                        );
                    }
                    return None;
                };
                let lists: Vec<&'static FactRow> =
                    kind.facts().filter(|row| matches!(row.ty, Ty::List(held) if exactly(held, item))).collect();
                match lists.as_slice() {
                    [one] => Some(self.field(at, base, one)),
                    [] => {
                        let (thing, kind) = (called(base.ty), range.kind.word.clone());
                        self.report(
                            &rules::NO_SUCH_FIELD,
                            at,
                            capital(say!("{thing} n'a pas de liste de « {kind} »."; "{thing} has no list of \"{kind}\".", thing, kind)),
                            say!("Écrivez `parmi` et le chemin d'une liste."; "Write `in` and the path of a list."),
                        );
                        None
                    }
                    several => {
                        let path = self.written_path(&base);
                        let lists: Vec<String> = several.iter().map(|row| format!("`{path}.{}`", self.spelt(row))).collect();
                        let lists = lists.join(", ");
                        self.report(
                            &rules::LIST_WANTED,
                            at,
                            say!("Il y a plusieurs listes possibles : {lists}."; "There are several such lists: {lists}.", lists),
                            say!("Écrivez `parmi` et l'une d'elles."; "Write `in` and one of them."),
                        );
                        None
                    }
                }
            }
        }
    }

    fn no_kind(&mut self, step: &Step) {
        let names = super::kinds::KINDS.iter().flat_map(|row| row.en.iter().chain(&row.fr).copied());
        let near = suggest::nearest(&step.word, names);
        let word = step.word.clone();
        let help = match near {
            Some(near) => say!("Vouliez-vous dire `{near}` ?"; "Did you mean `{near}`?", near),
            None => {
                say!("Par exemple : `objectif`, `action`, `fiche`, `pilote`, `jalon`, `décision`."; "For instance: `goal`, `action`, `sheet`, `owner`, `milestone`, `decision`.")
            }
        };
        self.report(
            &rules::NO_SUCH_FIELD,
            step.at,
            say!("« {word} » n'est pas une chose du plan."; "\"{word}\" is no thing of a plan.", word),
            help,
        );
    }

    fn fold(&mut self, at: At, fold: Fold, range: &Range, value: Option<&Expr>) -> Node {
        let (before, visible) = (self.proved.len(), self.visible.len());
        let walk = self.walk(range);
        let value = value.map(|value| {
            let node = self.expr(value, None);
            self.present(node)
        });
        self.proved.truncate(before);
        self.visible.truncate(visible);
        let Some(walk) = walk else { return Node::nothing(at) };
        let ty = match (fold, &value) {
            (Fold::Count, _) => Ty::Number,
            (Fold::Share, _) => Ty::Share,
            (Fold::List, _) => Ty::List(walk.item),
            (_, Some(value)) => self.folded(fold, value),
            (_, None) => {
                self.report(
                    &rules::LIST_WANTED,
                    at,
                    say!("De quoi faut-il la somme, le minimum ou le maximum ?"; "The sum, the least or the greatest of what?"),
                    say!("Écrivez `somme de montant.valeur pour montant de l'objectif`."; "Write `sum of amount.value for amount of goal`."),
                );
                Ty::Any
            }
        };
        let vars = walk.vars() | value.as_ref().map_or(0, |value| value.vars & !(1 << walk.var));
        Node { at, ty, optional: false, vars, what: What::Fold(fold, Box::new(walk), value.map(Box::new)) }
    }

    /// The type of a sum, a least or a greatest.
    fn folded(&mut self, fold: Fold, value: &Node) -> Ty {
        let good = match fold {
            Fold::Sum => value.ty.is_quantity() && value.ty != Ty::Duration,
            _ => value.ty.is_ordered(),
        };
        if !good && value.ty != Ty::Any {
            let got = called(value.ty);
            self.report(
                &rules::UNLIKE,
                value.at,
                say!("Ceci est {got} : cela ne s'additionne ni ne se compare."; "This is {got}: it is neither added up nor compared.", got),
                say!("Écrivez un nombre, un montant, une date ou une année."; "Write a number, an amount, a date or a year."),
            );
            return Ty::Any;
        }
        value.ty
    }

    /// `nombre de objectif.équipe`
    fn whole(&mut self, at: At, fold: Fold, inner: &Expr) -> Node {
        let list = self.expr(inner, None);
        let Ty::List(item) = list.ty else {
            if list.ty != Ty::Any {
                let got = called(list.ty);
                self.report(
                    &rules::LIST_WANTED,
                    list.at,
                    say!("Une liste est attendue ; ceci est {got}."; "A list is wanted; this is {got}.", got),
                    say!("Écrivez le chemin d'une liste : des contributeurs, des jalons, des actions…"; "Write the path of a list: contributors, milestones, actions…"),
                );
            }
            return Node::nothing(at);
        };
        let visible = self.visible.len();
        let var = self.bind(vec![String::new()], item.ty(), false, None);
        self.visible.truncate(visible);
        let element = Node { at, ty: item.ty(), optional: false, vars: 1 << var, what: What::Var(var) };
        let ty = match fold {
            Fold::Count => Ty::Number,
            Fold::List => list.ty,
            Fold::Share => Ty::Any,
            _ => self.folded(fold, &element),
        };
        let value = matches!(fold, Fold::Sum | Fold::Least | Fold::Greatest).then(|| Box::new(element));
        let vars = list.vars;
        let walk = Walk { at, var, item, source: list, filter: None };
        Node { at, ty, optional: false, vars, what: What::Fold(fold, Box::new(walk), value) }
    }

    fn call(&mut self, at: At, name: &Step, arguments: &[Expr]) -> Node {
        let folded = suggest::fold(&name.word);
        if let (true, [a, b]) = (["clear-days", "jours-francs"].contains(&folded.as_str()), arguments) {
            let [a, b] = [a, b].map(|one| {
                let node = self.expr(one, Some(Ty::Date));
                let node = self.present(node);
                self.wants(&node, Ty::Date);
                node
            });
            self.tell(name.at, ["clear-days", "jours-francs"]);
            return over(at, Ty::Number, vec![&a, &b], What::ClearDays(Box::new(a.clone()), Box::new(b.clone())));
        }
        let word = name.word.clone();
        self.report(
            &rules::NO_SUCH_FIELD,
            name.at,
            say!("Il n'y a pas de fonction « {word} »."; "There is no function \"{word}\".", word),
            say!("La seule est `jours-francs(date, date)`."; "The only one is `clear-days(date, date)`."),
        );
        Node::nothing(at)
    }

    // --- operators --------------------------------------------------------------------------------------------------

    fn binary(&mut self, at: At, op: Op, op_at: At, left: &Expr, right: &Expr, wanted: Option<Ty>) -> Node {
        match op {
            Op::And | Op::Or => {
                let left = self.condition(left);
                let proofs = self.proofs(&left, op == Op::And);
                let right = self.under(proofs, |typer| typer.condition(right));
                let what = match op {
                    Op::And => What::And(Box::new(left.clone()), Box::new(right.clone())),
                    _ => What::Or(Box::new(left.clone()), Box::new(right.clone())),
                };
                over(at, Ty::Yes, vec![&left, &right], what)
            }
            Op::Equal | Op::Unequal => self.equal(at, op == Op::Unequal, left, right),
            Op::Less | Op::AtMost | Op::More | Op::AtLeast | Op::Before | Op::After => self.order(at, op, op_at, left, right),
            Op::In | Op::NotIn => self.member(at, op == Op::NotIn, left, right),
            Op::Contains => self.contains(at, left, right),
            Op::Plus | Op::Minus => self.sum(at, op, left, right, wanted),
            Op::Times | Op::Divide => self.product(at, op, left, right),
            Op::Otherwise => {
                let left = self.expr(left, wanted);
                let right = self.expr(right, Some(left.ty));
                let ty = self.same(&left, &right, at);
                let vars = left.vars | right.vars;
                let optional = right.optional;
                Node { at, ty, optional, vars, what: What::Otherwise(Box::new(left), Box::new(right)) }
            }
            Op::InForce => {
                let left = self.expr(left, None);
                let day = self.expr(right, Some(Ty::Date));
                let day = self.present(day);
                self.wants(&day, Ty::Date);
                match left.what {
                    What::InForce(number, None) => over(at, left.ty, vec![&day], What::InForce(number, Some(Box::new(day.clone())))),
                    What::Nothing => Node::nothing(at),
                    _ => {
                        self.report(
                            &rules::UNLIKE,
                            left.at,
                            say!("« au » demande un seuil de la loi, qui a des dates."; "\"on\" wants a threshold of law, which has dates."),
                            say!("Déclarez-le : `seuil nom {{ à partir du 2026-01-01: … }}`."; "Declare it: `threshold name {{ from 2026-01-01: … }}`."),
                        );
                        Node::nothing(at)
                    }
                }
            }
        }
    }

    /// Two sides, a bare word or number read by the other's type.
    fn sides(&mut self, left: &Expr, right: &Expr) -> (Node, Node) {
        if self.is_bare(left) && !self.is_bare(right) {
            let right = self.expr(right, None);
            let left = self.expr(left, Some(right.ty));
            return (left, right);
        }
        let left = self.expr(left, None);
        let right = self.expr(right, Some(left.ty));
        (left, right)
    }

    /// A word or a number that has no type of its own.
    fn is_bare(&self, expr: &Expr) -> bool {
        match &expr.node {
            expression::Node::Literal(Literal::Number { .. }) => true,
            expression::Node::Path(steps) => steps.len() == 1 && self.meaning(&steps[0].word).is_none(),
            expression::Node::List(members) => members.first().is_none_or(|first| self.is_bare(first)),
            expression::Node::Negative(inner) => self.is_bare(inner),
            _ => false,
        }
    }

    fn equal(&mut self, at: At, negated: bool, left: &Expr, right: &Expr) -> Node {
        if let expression::Node::Path(steps) = &right.node
            && let [one] = steps.as_slice()
            && ["vide", "empty"].contains(&suggest::fold(&one.word).as_str())
        {
            self.tell(one.at, ["empty", "vide"]);
            let list = self.expr(left, None);
            if !matches!(list.ty, Ty::List(_) | Ty::Any) {
                let got = called(list.ty);
                self.report(
                    &rules::LIST_WANTED,
                    list.at,
                    say!("Seule une liste peut être vide ; ceci est {got}."; "Only a list can be empty; this is {got}.", got),
                    say!("Pour savoir s'il est écrit : `n'existe pas …`."; "To ask whether it is written: `not exists …`."),
                );
                return Node::nothing(at);
            }
            let empty = over(at, Ty::Yes, vec![&list], What::Empty(Box::new(list.clone())));
            return if negated { over(at, Ty::Yes, vec![&empty], What::Not(Box::new(empty.clone()))) } else { empty };
        }
        let (left, right) = self.sides(left, right);
        self.same(&left, &right, at);
        over(at, Ty::Yes, vec![&left, &right], What::Same(negated, Box::new(left.clone()), Box::new(right.clone())))
    }

    fn order(&mut self, at: At, op: Op, op_at: At, left: &Expr, right: &Expr) -> Node {
        let (left, right) = self.sides(left, right);
        let (left, right) = (self.present(left), self.present(right));
        if left.ty == Ty::Any || right.ty == Ty::Any || self.same(&left, &right, at) == Ty::Any {
            return Node::nothing(at);
        }
        if !left.ty.is_ordered() {
            let got = called(left.ty);
            self.report(
                &rules::UNLIKE,
                op_at,
                say!("Cela n'a ni avant ni après : {got}."; "That has no before and no after: {got}.", got),
                say!("Écrivez `=`, `est` ou `parmi`."; "Write `=`, `is` or `in`."),
            );
            return Node::nothing(at);
        }
        let order = match op {
            Op::Less | Op::Before => Order::Less,
            Op::AtMost => Order::AtMost,
            Op::More | Op::After => Order::More,
            _ => Order::AtLeast,
        };
        over(at, Ty::Yes, vec![&left, &right], What::Order(order, Box::new(left.clone()), Box::new(right.clone())))
    }

    fn member(&mut self, at: At, negated: bool, left: &Expr, right: &Expr) -> Node {
        let (left, right) = if self.is_bare(left) && !self.is_bare(right) {
            let right = self.expr(right, None);
            let wanted = match right.ty {
                Ty::List(item) => item.ty(),
                Ty::Period => Ty::Date,
                other => other,
            };
            (self.expr(left, Some(wanted)), right)
        } else {
            let left = self.expr(left, None);
            let wanted = item_of(left.ty).map(Ty::List);
            let right = self.expr(right, wanted);
            (left, right)
        };
        match (left.ty, right.ty) {
            (Ty::Any, _) | (_, Ty::Any) => Node::nothing(at),
            (ty, Ty::List(item)) if item == Item::Any || alike(ty, item.ty()) => {
                over(at, Ty::Yes, vec![&left, &right], What::Member(negated, Box::new(left.clone()), Box::new(right.clone())))
            }
            (Ty::Date, Ty::Period) => {
                let (left, right) = (self.present(left), self.present(right));
                let within = over(at, Ty::Yes, vec![&left, &right], What::Within(Box::new(left.clone()), Box::new(right.clone())));
                if negated { over(at, Ty::Yes, vec![&within], What::Not(Box::new(within.clone()))) } else { within }
            }
            (Ty::Text, Ty::Text) => {
                let (left, right) = (self.present(left), self.present(right));
                let holds = over(at, Ty::Yes, vec![&left, &right], What::Holds(Box::new(right.clone()), Box::new(left.clone())));
                if negated { over(at, Ty::Yes, vec![&holds], What::Not(Box::new(holds.clone()))) } else { holds }
            }
            (one, other) => {
                self.unlike(at, one, other);
                Node::nothing(at)
            }
        }
    }

    fn contains(&mut self, at: At, left: &Expr, right: &Expr) -> Node {
        let left = self.expr(left, None);
        match left.ty {
            Ty::Text => {
                let right = self.expr(right, Some(Ty::Text));
                let (left, right) = (self.present(left), self.present(right));
                self.wants(&right, Ty::Text);
                over(at, Ty::Yes, vec![&left, &right], What::Holds(Box::new(left.clone()), Box::new(right.clone())))
            }
            Ty::List(item) => {
                let right = self.expr(right, Some(item.ty()));
                if !alike(item.ty(), right.ty) {
                    self.unlike(at, left.ty, right.ty);
                }
                over(at, Ty::Yes, vec![&left, &right], What::Member(false, Box::new(right.clone()), Box::new(left.clone())))
            }
            Ty::Any => Node::nothing(at),
            other => {
                let right = self.expr(right, None);
                self.unlike(at, other, right.ty);
                Node::nothing(at)
            }
        }
    }

    fn sum(&mut self, at: At, op: Op, left: &Expr, right: &Expr, wanted: Option<Ty>) -> Node {
        let left_first = !self.is_bare(left);
        let (left, right) = match left_first {
            true => {
                let left = self.expr(left, wanted.filter(|_| self.is_bare(left)));
                let expect = if matches!(left.ty, Ty::Date | Ty::Year) { None } else { Some(left.ty) };
                let right = self.expr(right, expect);
                (left, right)
            }
            false => self.sides(left, right),
        };
        let (left, right) = (self.present(left), self.present(right));
        let boxes = |left: &Node, right: &Node| (Box::new(left.clone()), Box::new(right.clone()));
        let (a, b) = boxes(&left, &right);
        match (left.ty, right.ty) {
            (Ty::Any, _) | (_, Ty::Any) => Node::nothing(at),
            (Ty::Date, Ty::Duration) | (Ty::Year, Ty::Duration) => {
                over(at, left.ty, vec![&left, &right], What::Shift(op == Op::Minus, a, b))
            }
            (Ty::Date, Ty::Date) if op == Op::Minus => over(at, Ty::Duration, vec![&left, &right], What::Days(a, b)),
            (one, other) if one.is_quantity() && alike(one, other) => {
                let what = if op == Op::Plus { What::Plus(a, b) } else { What::Minus(a, b) };
                over(at, one, vec![&left, &right], what)
            }
            (one, other) => {
                self.unlike(at, one, other);
                Node::nothing(at)
            }
        }
    }

    fn product(&mut self, at: At, op: Op, left: &Expr, right: &Expr) -> Node {
        let (left, right) = (self.expr(left, None), self.expr(right, None));
        let (left, right) = (self.present(left), self.present(right));
        let factor = |ty: Ty| matches!(ty, Ty::Number | Ty::Share);
        let (a, b) = (Box::new(left.clone()), Box::new(right.clone()));
        let parts = vec![&left, &right];
        match (op, left.ty, right.ty) {
            (_, Ty::Any, _) | (_, _, Ty::Any) => Node::nothing(at),
            (Op::Times, one, other) if one.is_quantity() && one != Ty::Duration && factor(other) => over(at, one, parts, What::Times(a, b)),
            (Op::Times, one, other) if factor(one) && other.is_quantity() && other != Ty::Duration => {
                over(at, other, parts, What::Times(b, a))
            }
            (Op::Divide, Ty::Number, Ty::Number) => over(at, Ty::Number, parts, What::Divide(a, b)),
            (Op::Divide, one, other) if alike(one, other) && one.is_quantity() && one != Ty::Duration => {
                over(at, Ty::Share, parts, What::Ratio(a, b))
            }
            (Op::Divide, one, Ty::Number) if one.is_quantity() => over(at, one, parts, What::Divide(a, b)),
            (_, one, other) => {
                self.unlike(at, one, other);
                Node::nothing(at)
            }
        }
    }

    /// The type of two that must be of one.
    fn same(&mut self, left: &Node, right: &Node, at: At) -> Ty {
        match (left.ty, right.ty) {
            (Ty::Any, other) | (other, Ty::Any) => other,
            (one, other) if alike(one, other) => one,
            (one, other) if one.is_money() && other.is_money() => {
                self.taxes_differ(left, right);
                Ty::Any
            }
            (one, other) => {
                self.unlike(at, one, other);
                Ty::Any
            }
        }
    }

    /// Two amounts of which one says that it is with tax, or without, and the other does not say the same: that one is underlined.
    fn taxes_differ(&mut self, left: &Node, right: &Node) {
        let (open, other) = if left.ty == Ty::Money { (left, right) } else { (right, left) };
        let (take, mark) = if other.ty == Ty::MoneyHt { ("ht", two("HT", "without tax")) } else { ("ttc", two("TTC", "with tax")) };
        if open.ty != Ty::Money {
            self.report(
                &rules::TAX_MARK,
                open.at,
                say!("Un montant HT se compare à un montant TTC."; "An amount without tax is compared with one with tax."),
                say!("Mettez `.{take}` derrière celui-ci."; "Put `.{take}` behind this one.", take),
            );
            return;
        }
        let span = Span::new(self.source, open.at.start, open.at.end);
        let mut found = Diagnostic::new(
            &rules::TAX_MARK,
            span,
            say!("Ce montant ne dit pas s'il est HT ou TTC ; celui auquel il se compare est {mark}.";
                 "This amount does not say whether tax is in it; the one that it is compared with is {mark}.", mark = mark.clone()),
            say!("Mettez `.{take}` derrière lui : il sera compté {mark}."; "Put `.{take}` behind it: it will be counted {mark}.", take, mark),
        );
        if matches!(open.what, What::Field(..) | What::Var(_)) {
            let after = Span::new(self.source, open.at.end, open.at.end);
            found = found.fix(say!("Écrire `.{take}`"; "Write `.{take}`", take), after, format!(".{take}"));
        }
        self.diagnostics.push(found);
    }

    fn wants(&mut self, node: &Node, ty: Ty) {
        if !alike(node.ty, ty) {
            let (wanted, got) = (called(ty), called(node.ty));
            self.report(
                &rules::UNLIKE,
                node.at,
                say!("Ici {wanted} est attendu ; ceci est {got}."; "Here {wanted} is wanted; this is {got}.", wanted, got),
                say!("Écrivez {wanted}."; "Write {wanted}.", wanted = called(ty)),
            );
        }
    }

    fn quantity(&mut self, node: &Node) {
        if !node.ty.is_quantity() && node.ty != Ty::Any {
            self.wants(node, Ty::Number);
        }
    }

    fn unlike(&mut self, at: At, one: Ty, other: Ty) {
        let (left, right) = (called(one), called(other));
        if one.is_money() && other.is_money() {
            self.report(
                &rules::TAX_MARK,
                at,
                capital(say!("{left} se compare à {right}."; "{left} is compared with {right}.", left, right)),
                say!("Écrivez `.ht` ou `.ttc` derrière le montant qui ne le dit pas."; "Write `.ht` or `.ttc` behind the amount that does not say it."),
            );
            return;
        }
        if (other == Ty::Number && one.is_ordered()) || (one == Ty::Number && other.is_ordered()) {
            let ty = if one == Ty::Number { other } else { one };
            let example = example(ty);
            self.report(
                &rules::MISSING_UNIT,
                at,
                say!("Un nombre seul est comparé à {ty} : il manque l'unité."; "A bare number is compared with {ty}: the unit is missing.", ty = called(ty)),
                say!("Écrivez par exemple `{example}`."; "Write for instance `{example}`.", example),
            );
            return;
        }
        self.report(
            &rules::UNLIKE,
            at,
            capital(say!("{left} et {right} ne vont pas ensemble."; "{left} and {right} do not go together.", left, right)),
            say!("À gauche {left}, à droite {left} aussi."; "On the left {left}, on the right {left} too.", left = called(one)),
        );
    }

    // --- values -----------------------------------------------------------------------------------------------------

    fn literal(&mut self, at: At, literal: &Literal, wanted: Option<Ty>) -> Node {
        let number = |ty: Ty, value: i64| made(at, ty, What::Const(Const::Number(value, value)));
        match *literal {
            Literal::Number { scaled } => match wanted {
                Some(Ty::Year) => number(Ty::Year, scaled / 1_000_000),
                Some(Ty::Date) => match year_days((scaled / 1_000_000) as i16) {
                    Some((first, last)) => made(at, Ty::Date, What::Const(Const::Number(first, last))),
                    None => number(Ty::Number, scaled),
                },
                Some(Ty::List(Item::Year)) => number(Ty::Year, scaled / 1_000_000),
                _ => number(Ty::Number, scaled),
            },
            Literal::Share { scaled } => number(Ty::Share, scaled),
            Literal::Fte { scaled } => number(Ty::Fte, scaled),
            Literal::Money { cents, tax } => number(
                match tax {
                    Tax::None => Ty::Money,
                    Tax::Ht => Ty::MoneyHt,
                    Tax::Ttc => Ty::MoneyTtc,
                },
                cents,
            ),
            Literal::Duration { count, unit } => number(Ty::Duration, duration(count, unit)),
            Literal::Date(day) => match (wanted, day) {
                (Some(Ty::Quarter), Day::Quarter { year, quarter }) => number(Ty::Quarter, i64::from(year) * 4 + i64::from(quarter) - 1),
                _ => match days(day) {
                    Some((first, last)) => made(at, Ty::Date, What::Const(Const::Number(first, last))),
                    None => Node::nothing(at),
                },
            },
        }
    }

    fn constant(&mut self, expr: &Expr, wanted: Option<Ty>) -> Node {
        // A parameter's own words are typed by what they are compared with: a list of words by the first list that has them all.
        if let expression::Node::List(members) = &expr.node {
            return self.words(expr.at, members, wanted);
        }
        if let (expression::Node::Path(steps), Some(Ty::Word(_))) = (&expr.node, wanted) {
            return self.path(expr.at, steps, wanted);
        }
        if let expression::Node::Path(steps) = &expr.node
            && let [one] = steps.as_slice()
            && let Some(item) = word_lists(self.known, &one.word).first()
        {
            return self.path(expr.at, steps, Some(item.ty()));
        }
        self.expr(expr, wanted)
    }

    /// A list of bare words with no type wanted: the one list of words that holds them all.
    fn words(&mut self, at: At, members: &[Expr], wanted: Option<Ty>) -> Node {
        if let Some(Ty::List(_)) = wanted {
            return self.list(at, members, wanted);
        }
        let bare: Option<Vec<&str>> = members
            .iter()
            .map(|member| match &member.node {
                expression::Node::Path(steps) if steps.len() == 1 => Some(steps[0].word.as_str()),
                _ => None,
            })
            .collect();
        let Some(bare) = bare.filter(|bare| !bare.is_empty()) else { return self.list(at, members, wanted) };
        let lists = word_lists(self.known, bare[0]);
        let best = lists.iter().max_by_key(|item| bare.iter().filter(|word| word_lists(self.known, word).contains(item)).count());
        self.list(at, members, best.map(|item| Ty::List(*item)))
    }

    fn list(&mut self, at: At, members: &[Expr], wanted: Option<Ty>) -> Node {
        let mut item = match wanted {
            Some(Ty::List(item)) => Some(item),
            _ => None,
        };
        let nodes: Vec<Node> = members
            .iter()
            .map(|member| {
                let wanted = item.filter(|item| *item != Item::Any).map_or(Some(Ty::Year), |item| Some(item.ty()));
                let node = self.expr(member, wanted);
                item = item.or(item_of(node.ty));
                node
            })
            .collect();
        let Some(item) = item else {
            return made(at, Ty::List(Item::Any), What::Const(Const::Words(Vec::new())));
        };
        let mut words = Vec::new();
        let mut names = Vec::new();
        for node in &nodes {
            match &node.what {
                What::Const(Const::Word(word)) => words.push(*word),
                What::Const(Const::Number(low, _)) => words.push(*low as i32),
                What::Const(Const::Named(_, name)) => names.push(name.clone()),
                What::Nothing => {}
                _ => self.report(
                    &rules::UNLIKE,
                    node.at,
                    say!("Une liste entre crochets ne contient que des mots et des années."; "A list between brackets holds words and years only."),
                    say!("Pour plusieurs chemins, écrivez plusieurs conditions."; "For several paths, write several conditions."),
                ),
            }
        }
        let value = match item {
            Item::Thing(kind) => Const::Names(kind, names),
            _ => Const::Words(words),
        };
        made(at, Ty::List(item), What::Const(value))
    }

    /// What a first word means, apart from what is wanted.
    fn meaning(&self, word: &str) -> Option<Meaning> {
        if let Some(var) = self.find(word) {
            return Some(Meaning::Var(var));
        }
        if let Some(meaning) = root(&suggest::fold(word)) {
            return Some(meaning);
        }
        let threshold = |threshold: &Threshold| [&threshold.name].into_iter().chain(&threshold.also).any(|name| suggest::same(name, word));
        if let Some(at) = self.known.thresholds.iter().position(threshold) {
            return Some(Meaning::Threshold(at));
        }
        match bound(word) {
            Some(Item::Thing(kind)) if [kind.row().en[1], kind.row().fr[1]].iter().any(|many| suggest::same(many, word)) => {
                Some(Meaning::All(kind))
            }
            _ => None,
        }
    }

    fn path(&mut self, at: At, steps: &[Step], wanted: Option<Ty>) -> Node {
        let first = &steps[0];
        let meaning = self.meaning(&first.word);
        let words = match meaning {
            Some(Meaning::Var(var)) => self.bound[usize::from(var)].by_kind,
            Some(Meaning::Root(_) | Meaning::Mandate | Meaning::Today) => root_words(&first.word),
            Some(Meaning::All(kind)) => root_words(&first.word).or(Some([kind.row().en[1], kind.row().fr[1]])),
            Some(Meaning::Threshold(_)) | None => None,
        };
        if let Some(words) = words {
            self.tell(first.at, words);
        }
        let mut node = match meaning {
            Some(Meaning::Var(var)) => {
                let bound = &self.bound[usize::from(var)];
                match &bound.value {
                    Some(value) => Node { at: first.at, ..value.clone() },
                    None => {
                        let (ty, optional) = (bound.ty, bound.optional);
                        let node = Node { at: first.at, ty, optional, vars: 1 << var, what: What::Var(var) };
                        self.unless_proved(node)
                    }
                }
            }
            Some(Meaning::Root(kind)) => {
                let node = made(first.at, Ty::Thing(kind), What::Root(kind));
                let node = Node { optional: kind == Kind::Diagnosis, ..node };
                self.unless_proved(node)
            }
            Some(Meaning::Mandate) => {
                let authority = made(first.at, Ty::Thing(Kind::Authority), What::Root(Kind::Authority));
                made(first.at, Ty::Period, What::Field(Box::new(authority), Fact::AuthorityMandate))
            }
            Some(Meaning::Today) => made(first.at, Ty::Date, What::Today),
            Some(Meaning::All(kind)) => made(first.at, Ty::List(Item::Thing(kind)), What::All(kind)),
            Some(Meaning::Threshold(at)) => made(first.at, self.known.thresholds[at].ty, What::InForce(at, None)),
            None => return self.bare(at, steps, wanted),
        };
        for step in &steps[1..] {
            let whole = At { start: first.at.start, end: step.at.end };
            node = self.step(whole, node, step);
        }
        Node { at, ..node }
    }

    fn step(&mut self, at: At, base: Node, step: &Step) -> Node {
        let folded = suggest::fold(&step.word);
        let words = match (base.ty, folded.as_str()) {
            (Ty::Thing(kind), _) if kind.fact(&step.word).is_some() => kind.fact(&step.word).map(|row| [row.en, row.fr]),
            (Ty::Period, "start" | "debut") => Some(["start", "début"]),
            (Ty::Period, "end" | "fin") => Some(["end", "fin"]),
            (Ty::Date, "year" | "annee") => Some(["year", "année"]),
            (Ty::Date, "quarter" | "trimestre") => Some(["quarter", "trimestre"]),
            _ => None,
        };
        if let Some(words) = words {
            self.tell(step.at, words);
        }
        let take = |take: Take, ty: Ty, base: Node| {
            let (vars, optional) = (base.vars, base.optional);
            Node { at, ty, optional, vars, what: What::Take(Box::new(base), take) }
        };
        match (base.ty, folded.as_str()) {
            (Ty::Any, _) => Node::nothing(at),
            (Ty::Thing(kind), _) if kind.fact(&step.word).is_some() => {
                let row = kind.fact(&step.word).expect("just found");
                self.field(at, base, row)
            }
            (Ty::Period, "start" | "debut") => take(Take::Start, Ty::Date, base),
            (Ty::Period, "end" | "fin") => take(Take::End, Ty::Date, base),
            (Ty::Date, "year" | "annee") => take(Take::Year, Ty::Year, base),
            (Ty::Date, "quarter" | "trimestre") => take(Take::Quarter, Ty::Quarter, base),
            (Ty::Money | Ty::MoneyHt | Ty::MoneyTtc, "ht") => take(Take::Ht, Ty::MoneyHt, base),
            (Ty::Money | Ty::MoneyHt | Ty::MoneyTtc, "ttc") => take(Take::Ttc, Ty::MoneyTtc, base),
            (ty, _) => {
                self.no_field(ty, step);
                Node::nothing(at)
            }
        }
    }

    fn field(&mut self, at: At, base: Node, row: &'static FactRow) -> Node {
        let optional = base.optional || row.optional;
        // A list hangs on what it is of: of nothing, it is empty.
        let optional = optional && !matches!(row.ty, Ty::List(_));
        let node = Node { at, ty: row.ty, optional, vars: base.vars, what: What::Field(Box::new(base), row.fact) };
        self.unless_proved(node)
    }

    fn unless_proved(&self, node: Node) -> Node {
        let proved = node.optional && key(&node).is_some_and(|key| self.proved.contains(&key));
        Node { optional: node.optional && !proved, ..node }
    }

    fn no_field(&mut self, ty: Ty, step: &Step) {
        let names: Vec<&'static str> = match ty {
            Ty::Thing(kind) => kind.facts().flat_map(|row| [row.fr, row.en]).collect(),
            Ty::Period => vec!["début", "fin", "start", "end"],
            Ty::Date => vec!["année", "trimestre", "year", "quarter"],
            Ty::Money => vec!["ht", "ttc"],
            _ => Vec::new(),
        };
        let own: Vec<&'static str> = match ty {
            Ty::Thing(kind) => kind.facts().map(|row| self.spelt(row)).collect(),
            _ => names.clone(),
        };
        let near = suggest::nearest(&step.word, own.iter().copied()).or_else(|| suggest::nearest(&step.word, names.iter().copied()));
        let (thing, word) = (called(ty), step.word.clone());
        let message = say!("{thing} n'a pas de « {word} »."; "{thing} has no \"{word}\".", thing, word);
        match near {
            Some(near) => {
                let span = Span::new(self.source, step.at.start, step.at.end);
                let help = say!("Vouliez-vous dire `{near}` ?"; "Did you mean `{near}`?", near);
                let found = Diagnostic::new(&rules::NO_SUCH_FIELD, span, capital(message), help);
                self.diagnostics.push(found.fix(say!("Écrire `{near}`"; "Write `{near}`", near), span, near));
            }
            None => {
                let list = own.iter().take(12).map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
                let help = match own.is_empty() {
                    true => say!("Rien ne peut suivre."; "Nothing can follow."),
                    false => say!("Ce qui peut suivre : {list}…"; "What may follow: {list}…", list),
                };
                self.report(&rules::NO_SUCH_FIELD, step.at, capital(message), help);
            }
        }
    }

    /// A word of a list, or the name of a theme: by what is wanted.
    fn bare(&mut self, at: At, steps: &[Step], wanted: Option<Ty>) -> Node {
        let word = &steps[0];
        let wanted = match wanted {
            Some(Ty::List(item)) => Some(item.ty()),
            other => other,
        };
        match (wanted, steps.len()) {
            (Some(Ty::Word(words)), 1) => match numbered(&word.word, words.rows()) {
                Some(number) => {
                    let row = &words.rows()[usize::from(number)];
                    // The names of roles are names.
                    if words != Words::Role {
                        self.tell(word.at, [row.en, row.fr]);
                    }
                    made(at, Ty::Word(words), What::Const(Const::Word(i32::from(number))))
                }
                None => {
                    self.no_word(word, words);
                    Node::nothing(at)
                }
            },
            (Some(Ty::Thing(kind @ (Kind::Theme | Kind::MustHave | Kind::Barrier))), 1) => {
                match self.known.names.get(&(kind, suggest::fold(&word.word))) {
                    Some(name) => made(at, Ty::Thing(kind), What::Const(Const::Named(kind, name.clone()))),
                    None => {
                        let names = self.known.names.keys().filter(|(known, _)| *known == kind).map(|(_, name)| name.as_str());
                        let near = suggest::nearest(&word.word, names);
                        let (said, kind) = (word.word.clone(), called(Ty::Thing(kind)));
                        let help = match near.map(str::to_owned) {
                            Some(near) => say!("Vouliez-vous dire `{near}` ?"; "Did you mean `{near}`?", near),
                            None => {
                                say!("Déclarez-le dans le plan, ou choisissez un nom de la bibliothèque."; "Declare it in the plan, or choose a name of the library.")
                            }
                        };
                        self.report(
                            &rules::UNKNOWN_VALUE,
                            word.at,
                            say!("« {said} » n'est le nom d'aucun {kind} connu."; "\"{said}\" is the name of no known {kind}.", said, kind),
                            help,
                        );
                        Node::nothing(at)
                    }
                }
            }
            (Some(Ty::Thing(kind)), 1) => {
                self.no_name_of_a_plan(word, kind);
                Node::nothing(at)
            }
            (Some(Ty::Yes), 1) if ["oui", "yes"].contains(&word.word.as_str()) => {
                self.tell(word.at, ["yes", "oui"]);
                made(at, Ty::Yes, What::Const(Const::Truth(true)))
            }
            (Some(Ty::Any), _) => Node::nothing(at),
            _ => {
                let names: Vec<String> = self.visible.iter().flat_map(|var| self.bound[usize::from(*var)].names.clone()).collect();
                let roots = ROOTS.iter().map(|(name, _)| *name);
                let near = suggest::nearest(&word.word, names.iter().map(String::as_str).chain(roots)).map(str::to_owned);
                let said = word.word.clone();
                let help = match near {
                    Some(near) => say!("Vouliez-vous dire `{near}` ?"; "Did you mean `{near}`?", near),
                    None => {
                        say!("Nommez ce que la règle juge, `stratégie`, `collectivité`, un paramètre ou un `soit`."; "Name what the policy judges, `strategy`, `authority`, a parameter or a `let`.")
                    }
                };
                self.report(
                    &rules::NO_SUCH_FIELD,
                    word.at,
                    say!("« {said} » ne désigne rien ici."; "\"{said}\" names nothing here.", said),
                    help,
                );
                Node::nothing(at)
            }
        }
    }

    /// `objectif.pilote = DSI`: a policy holds for any plan, and names nothing of one.
    fn no_name_of_a_plan(&mut self, word: &Step, kind: Kind) {
        let said = word.word.clone();
        let role = Words::Role.rows().iter().find(|row| suggest::same(row.fr, &said)).filter(|_| kind == Kind::Owner);
        let help = match role {
            Some(role) => say!("Écrivez `.rôle est {role}` derrière ce qui est à gauche, à la place de `= {said}`.";
                               "Write `.role is {role}` behind what is on the left, in place of `= {said}`.", role = role.fr, said = said.clone()),
            None => say!("Comparez ce qui en est dit : `.titre contient \"…\"`."; "Compare what is said of it: `.title contains \"…\"`."),
        };
        self.report(
            &rules::NO_SUCH_FIELD,
            word.at,
            say!("« {said} » est un nom d'un plan ; une règle vaut pour tous les plans."; "\"{said}\" is a name of one plan; a policy holds for any plan.", said),
            help,
        );
    }

    fn no_word(&mut self, word: &Step, words: Words) {
        let spellings = || words.rows().iter().flat_map(|row| [row.fr, row.en].into_iter().chain(row.also.iter().copied()));
        let near = suggest::nearest(&word.word, spellings());
        let (said, list) = (word.word.clone(), two(words.one(Lang::Fr), words.one(Lang::En)));
        let message = say!("« {said} » n'est pas {list}."; "\"{said}\" is not {list}.", said, list);
        let known = words.rows().iter().map(|row| format!("`{}`", row.spelling(self.lang))).collect::<Vec<_>>().join(", ");
        let help = match near {
            Some(near) => say!("Vouliez-vous dire `{near}` ?"; "Did you mean `{near}`?", near),
            None => say!("Les mots possibles : {known}."; "The words that may stand here: {known}.", known),
        };
        let span = Span::new(self.source, word.at.start, word.at.end);
        let mut found = Diagnostic::new(&rules::UNKNOWN_VALUE, span, message, help);
        if let Some(near) = near {
            found = found.fix(say!("Écrire `{near}`"; "Write `{near}`", near), span, near);
        }
        self.diagnostics.push(found);
    }

    // --- places, messages, changes ----------------------------------------------------------------------------------

    fn place(&mut self, expr: &Expr) -> Node {
        self.expr(expr, None)
    }

    fn label(&mut self, shown: &Shown, texts: &Both<Vec<Piece>>) -> Option<Label> {
        match shown {
            Shown::Place(expr) => {
                let place = self.expr(expr, None);
                // Where there is nothing to show, no label is.
                let proofs = key(&place).map(|key| key.with_way().collect()).unwrap_or_default();
                let texts = self.under(proofs, |typer| typer.both(texts));
                Some(Label::Place(place, texts))
            }
            Shown::Each(range) => {
                let (before, visible) = (self.proved.len(), self.visible.len());
                let walk = self.walk(range);
                let texts = if walk.is_some() { self.both(texts) } else { Both::default() };
                self.proved.truncate(before);
                self.visible.truncate(visible);
                walk.map(|walk| Label::Each(walk, texts))
            }
        }
    }

    fn both(&mut self, both: &Both<Vec<Piece>>) -> Both<Vec<Said>> {
        let before = self.diagnostics.len();
        let fr = self.pieces(&both.fr);
        let said = self.diagnostics.len() > before;
        let after = self.diagnostics.len();
        let en = self.pieces(&both.en);
        // One text for both, or the same mistake in both: once.
        if said && both.fr == both.en {
            self.diagnostics.truncate(after);
        }
        Both { fr, en }
    }

    fn pieces(&mut self, pieces: &[Piece]) -> Vec<Said> {
        pieces
            .iter()
            .map(|piece| match piece {
                Piece::Words(words) => Said::Text(words.clone()),
                Piece::Hole(expr, forms) => {
                    let node = self.expr(expr, None);
                    let node = if matches!(node.ty, Ty::List(_)) { node } else { self.present(node) };
                    if node.ty == Ty::Yes {
                        self.report(
                            &rules::UNLIKE,
                            node.at,
                            say!("Un message ne montre pas une condition."; "A message does not show a condition."),
                            say!("Montrez une valeur : un nom, une date, un montant."; "Show a value: a name, a date, an amount."),
                        );
                    }
                    if forms.is_some() && !matches!(node.ty, Ty::Number | Ty::Any) {
                        self.wants(&node, Ty::Number);
                    }
                    Said::Value(node, forms.clone())
                }
            })
            .collect()
    }

    fn change(&mut self, edit: &written::EditText) -> Option<Change> {
        let what = match &edit.what {
            EditWhat::Remove(path) => ChangeWhat::Remove(self.expr(path, None)),
            EditWhat::Write(path, value) => {
                let target = self.expr(path, None);
                let value = self.expr(value, Some(target.ty));
                self.same(&target, &value, edit.at);
                ChangeWhat::Write(target, value)
            }
            EditWhat::Add(texts, path) => {
                let texts = self.both(texts);
                ChangeWhat::Add(texts, self.expr(path, None))
            }
        };
        Some(Change { safe: edit.safe, what })
    }
}

/// What a first word of a path means.
enum Meaning {
    Var(Var),
    Root(Kind),
    Mandate,
    Today,
    All(Kind),
    Threshold(usize),
}

const ROOTS: &[(&str, u8)] = &[
    ("strategy", 0),
    ("strategie", 0),
    ("authority", 1),
    ("collectivite", 1),
    ("mandate", 2),
    ("mandat", 2),
    ("diagnosis", 3),
    ("diagnostic", 3),
    ("today", 4),
    ("ce-jour", 4),
    ("glossary", 5),
    ("glossaire", 5),
];

/// A root in English and in French.
fn root_words(word: &str) -> Option<[&'static str; 2]> {
    let folded = suggest::fold(word);
    const WORDS: [[&str; 2]; 6] = [
        ["strategy", "stratégie"],
        ["authority", "collectivité"],
        ["mandate", "mandat"],
        ["diagnosis", "diagnostic"],
        ["today", "ce-jour"],
        ["glossary", "glossaire"],
    ];
    ROOTS.iter().find(|(name, _)| *name == folded).map(|(_, number)| WORDS[usize::from(*number)])
}

fn root(folded: &str) -> Option<Meaning> {
    ROOTS.iter().find(|(name, _)| *name == folded).map(|(_, number)| match number {
        0 => Meaning::Root(Kind::Strategy),
        1 => Meaning::Root(Kind::Authority),
        2 => Meaning::Mandate,
        3 => Meaning::Root(Kind::Diagnosis),
        4 => Meaning::Today,
        _ => Meaning::All(Kind::Term),
    })
}

impl Walk {
    /// The variables that it reads from outside.
    pub fn vars(&self) -> u64 {
        self.source.vars | self.filter.as_ref().map_or(0, |filter| filter.vars & !(1 << self.var))
    }
}

impl Take {
    pub fn spelling(self, lang: Lang) -> &'static str {
        match self {
            Take::Start => lang.of("début", "start"),
            Take::End => lang.of("fin", "end"),
            Take::Year => lang.of("année", "year"),
            Take::Quarter => lang.of("trimestre", "quarter"),
            Take::Ht => "ht",
            Take::Ttc => "ttc",
        }
    }
}

fn made(at: At, ty: Ty, what: What) -> Node {
    Node { at, ty, optional: false, vars: 0, what }
}

fn over(at: At, ty: Ty, parts: Vec<&Node>, what: What) -> Node {
    let vars = parts.iter().fold(0, |vars, part| vars | part.vars);
    Node { at, ty, optional: false, vars, what }
}

fn called(ty: Ty) -> impl crate::diagnostic::Argument {
    two(ty.called(Lang::Fr), ty.called(Lang::En))
}

/// A sentence begins with a capital.
fn capital(say: Say) -> Say {
    let (mut fr, mut en) = (say.show(Lang::Fr), say.show(Lang::En));
    for text in [&mut fr, &mut en] {
        if let Some(first) = text.chars().next() {
            text.replace_range(..first.len_utf8(), &first.to_uppercase().to_string());
        }
    }
    Say::of(two(fr, en))
}

fn named(name: &Step, also: &[Step], word: &str) -> bool {
    [name].into_iter().chain(also).any(|step| suggest::same(&step.word, word))
}

/// May two values of these types be compared?
pub fn alike(one: Ty, other: Ty) -> bool {
    match (one, other) {
        (Ty::Any, _) | (_, Ty::Any) => true,
        (Ty::Thing(a), Ty::Thing(b)) => a.base() == b.base(),
        (Ty::List(a), Ty::List(b)) => a == Item::Any || b == Item::Any || alike(a.ty(), b.ty()),
        (a, b) => a == b,
    }
}

/// Is a list of `held` one in which an author finds `item`s?
fn fits(held: Item, item: Item) -> bool {
    match (held, item) {
        (Item::Thing(held), Item::Thing(item)) => held.base() == item.base(),
        (held, item) => held == item || item == Item::Any,
    }
}

/// The narrower of both kinds of sheets.
fn held_or(held: Item, item: Item) -> Item {
    if item == Item::Thing(Kind::Sheet) { held } else { item }
}

/// What the variable is called by: the kind that the author wrote.
fn item_named(item: Item, range: &Range) -> Item {
    bound(&range.kind.word).unwrap_or(item)
}

fn exactly(held: Item, item: Item) -> bool {
    match (held, item) {
        (Item::Thing(held), Item::Thing(item)) => held == item,
        (held, item) => held == item,
    }
}

fn item_of(ty: Ty) -> Option<Item> {
    match ty {
        Ty::Word(words) => Some(Item::Word(words)),
        Ty::Thing(kind) => Some(Item::Thing(kind)),
        Ty::Year => Some(Item::Year),
        _ => None,
    }
}

/// The lists of words that hold a word: those of the language, and the names of themes, must-haves, barriers.
fn word_lists(known: &Known<'_>, word: &str) -> Vec<Item> {
    const ALL: &[Words] = &[
        Words::Audience,
        Words::Role,
        Words::Nature,
        Words::MilestoneNature,
        Words::AuthorityKind,
        Words::Spending,
        Words::EService,
        Words::Competence,
        Words::Progress,
        Words::FundingStatus,
        Words::AiRisk,
        Words::Post,
        Words::Readiness,
        Words::Level,
        Words::Section,
        Words::DecisionKind,
    ];
    let things = [Kind::MustHave, Kind::Theme, Kind::Barrier];
    let folded = suggest::fold(word);
    let named = things.into_iter().filter(|kind| known.names.contains_key(&(*kind, folded.clone()))).map(Item::Thing);
    let listed = ALL.iter().filter(|words| numbered(word, words.rows()).is_some()).map(|words| Item::Word(*words));
    listed.chain(named).collect()
}

fn example(ty: Ty) -> &'static str {
    match ty {
        Ty::Money => "20 k€",
        Ty::MoneyHt => "216 k€ HT",
        Ty::MoneyTtc => "216 k€ TTC",
        Ty::Share => "60 %",
        Ty::Fte => "0,5 etp",
        Ty::Duration => "6 mois",
        _ => "2027-03",
    }
}

/// A duration as a number: months above, days below.
pub fn duration(count: i64, unit: Unit) -> i64 {
    let count = count.clamp(-100_000, 100_000);
    match unit {
        Unit::Days => count,
        // Neither the first day nor the last one counts.
        Unit::ClearDays => count + 1,
        Unit::Weeks => count * 7,
        Unit::Months => count << 32,
        Unit::Years => (count * 12) << 32,
    }
}

/// Its months and its days.
pub fn months_and_days(duration: i64) -> (i64, i64) {
    let days = i64::from(duration as i32);
    ((duration - days) >> 32, days)
}

fn number_of(date: jiff::civil::Date) -> i64 {
    super::days::number(date)
}

fn days(day: Day) -> Option<(i64, i64)> {
    use crate::plan::When;
    let when = match day {
        Day::Quarter { year, quarter } => When::quarter(year, quarter as i8),
        Day::Month { year, month } => When::month(year, month as i8),
        Day::Day { year, month, day } => jiff::civil::Date::new(year, month as i8, day as i8).ok().map(When::day),
    }?;
    Some((number_of(when.first), number_of(when.last)))
}

/// The days of a date that is written, or of a year.
pub fn days_of(expr: &Expr) -> Option<(i64, i64)> {
    match expr.node {
        expression::Node::Literal(Literal::Date(day)) => days(day),
        expression::Node::Literal(Literal::Number { scaled }) => year_days((scaled / 1_000_000) as i16),
        _ => None,
    }
}

fn year_days(year: i16) -> Option<(i64, i64)> {
    let when = crate::plan::When::year(year)?;
    Some((number_of(when.first), number_of(when.last)))
}
