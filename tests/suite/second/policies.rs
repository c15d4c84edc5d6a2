//! Policies by chance that type: every path leads to a fact of the table, what may be absent is guarded, every operator gets what it
//! takes; in either language.

use std::collections::HashMap;
use std::sync::LazyLock;

use strategy::policy::kinds::{FactRow, Item, KINDS, Kind, Ty, Words};

use crate::suite::support::Random;

/// Values of law, in several types, with a beginning, changes and an end.
pub const THRESHOLDS: &str = "seuil seuil-argent \"Argent\" {\n  à partir du 2026-06-01: 40 k€\n  à partir du 2028-01-01: 90 k€\n  jusqu'au 2029-12-31\n}\n\
    threshold seuil-ht \"HT\" {\n  from 2027-01-01: 90 k€ HT\n  from 2027-07-01: 216 k€ HT\n}\n\
    threshold seuil-part \"Part\" {\n  from 2026-01-01: 20 %\n  until 2028-06-30\n}\n\
    seuil seuil-jour \"Jour\" {\n  à partir du 2026-01-01: 2027-04-15\n  à partir du 2028-01-01: 2028-04-30\n}\n\
    seuil seuil-nombre \"Nombre\" {\n  à partir du 2027-03-01: 3 500\n}\n";

const IN_FORCE: [(&str, Ty); 5] = [
    ("seuil-argent", Ty::Money),
    ("seuil-ht", Ty::MoneyHt),
    ("seuil-part", Ty::Share),
    ("seuil-jour", Ty::Date),
    ("seuil-nombre", Ty::Number),
];

/// A step of a path: a fact, or a part of a value.
#[derive(Clone, Copy)]
enum Step {
    Fact(&'static FactRow),
    Part(&'static str, Ty),
}

impl Step {
    fn ty(self) -> Ty {
        match self {
            Step::Fact(row) => row.ty,
            Step::Part(_, ty) => ty,
        }
    }
}

fn parts(ty: Ty) -> &'static [(&'static str, Ty)] {
    match ty {
        Ty::Period => &[("start|début", Ty::Date), ("end|fin", Ty::Date)],
        Ty::Date => &[("year|année", Ty::Year), ("quarter|trimestre", Ty::Quarter)],
        Ty::Money => &[("ht", Ty::MoneyHt), ("ttc", Ty::MoneyTtc)],
        _ => &[],
    }
}

/// Of what is only named, no field is asked.
fn is_named_only(kind: Kind) -> bool {
    matches!(kind, Kind::Theme | Kind::MustHave | Kind::Barrier)
}

/// The paths of up to two facts and a part of a value, by the kind that they begin with.
static PATHS: LazyLock<HashMap<Kind, Vec<Vec<Step>>>> = LazyLock::new(|| {
    let mut all = HashMap::new();
    for kind in KINDS.iter().map(|row| row.kind) {
        let mut paths: Vec<Vec<Step>> = Vec::new();
        for first in kind.facts() {
            paths.push(vec![Step::Fact(first)]);
            if let Ty::Thing(next) = first.ty
                && !is_named_only(next)
            {
                paths.extend(next.facts().map(|second| vec![Step::Fact(first), Step::Fact(second)]));
            }
        }
        for at in 0..paths.len() {
            let last = paths[at].last().expect("a step").ty();
            for (name, ty) in parts(last) {
                paths.push(paths[at].iter().copied().chain([Step::Part(name, *ty)]).collect());
            }
        }
        all.insert(kind, paths);
    }
    all
});

struct Variable {
    name: String,
    ty: Ty,
    optional: bool,
}

pub struct Author {
    random: Random,
    french: bool,
    variables: Vec<Variable>,
    /// Paths, and ways to them, that are there for sure.
    proved: Vec<String>,
    names: usize,
}

/// The same seed makes the same policy.
pub fn policy(seed: u64) -> String {
    let mut random = Random::new(seed.wrapping_mul(13) + 5);
    let french = random.below(2) == 0;
    let mut author = Author { random, french, variables: Vec::new(), proved: Vec::new(), names: 0 };
    author.whole(&format!("p{seed}"))
}

const ORDERED: [Ty; 8] = [Ty::Number, Ty::Money, Ty::MoneyHt, Ty::Share, Ty::Fte, Ty::Date, Ty::Year, Ty::Quarter];

impl Author {
    fn chance(&mut self, of: usize) -> bool {
        self.random.below(of) == 0
    }

    fn w<'s>(&self, both: &'s str) -> &'s str {
        match both.split_once('|') {
            Some((en, fr)) => {
                if self.french {
                    fr
                } else {
                    en
                }
            }
            None => both,
        }
    }

    fn one(&mut self, of: &[&str]) -> String {
        let at = self.random.below(of.len());
        self.w(of[at]).to_owned()
    }

    fn fresh(&mut self, what: &str) -> String {
        self.names += 1;
        format!("{what}{}", self.names)
    }

    fn whole(&mut self, name: &str) -> String {
        let mut out = format!("{} {name} {{\n", self.w("policy|règle"));
        out += &format!("  {} \"T\"\n  {} {}\n", self.w("title|titre"), self.w("severity|gravité"), self.w("warning|avertissement"));
        if self.chance(3) {
            let line = self.condition(1);
            out += &format!("  {} {line}\n", self.w("applies if|applicable si"));
        }
        if !self.chance(8) {
            let (binder, variable) = self.judged();
            out += &format!("  {} {binder}\n", self.w("each|chaque"));
            self.variables.push(variable);
        }
        let lines = 1 + self.random.below(4);
        for at in 0..lines {
            match self.random.below(4) {
                _ if at + 1 == lines => out += &self.line("require|exige"),
                0 => {
                    let (name, value, variable) = self.named_value();
                    out += &format!("  {} {name} = {value}\n", self.w("let|soit"));
                    self.variables.push(variable);
                }
                1 => out += &self.line("require|exige"),
                _ => out += &self.line("where|lorsque"),
            }
        }
        out += "  message \"M\"\n}\n";
        out
    }

    fn line(&mut self, keyword: &str) -> String {
        // What one line proves, those below need not ask.
        if self.chance(3)
            && let Some((path, _)) = self.optional_path(&|_| true)
        {
            let line = format!("  {} {} {path}\n", self.w(keyword), self.w("exists|existe"));
            self.prove(&path);
            return line;
        }
        let condition = self.condition(3);
        format!("  {} {condition}\n", self.w(keyword))
    }

    fn prove(&mut self, path: &str) {
        let ends = path.char_indices().filter(|(_, c)| *c == '.').map(|(at, _)| at).chain([path.len()]);
        let ways: Vec<String> = ends.map(|end| path[..end].to_owned()).collect();
        self.proved.extend(ways);
    }

    fn kind_word(&self, item: Item) -> Option<&'static str> {
        let of = |en: &'static str, fr: &'static str| if self.french { fr } else { en };
        Some(match item {
            Item::Thing(kind) => of(kind.row().en[0], kind.row().fr[0]),
            Item::Year => of("year", "année"),
            Item::Word(Words::Audience) => of("audience", "public"),
            Item::Word(Words::Role) => of("role", "rôle"),
            Item::Word(Words::EService) => of("e-service", "téléservice"),
            Item::Word(Words::Competence) => of("competence", "compétence"),
            _ => return None,
        })
    }

    /// What is judged, and its variable.
    fn judged(&mut self) -> (String, Variable) {
        let name = self.fresh("v");
        if self.chance(8)
            && let Some((list, item)) = self.list_path()
            && let Some(word) = self.kind_word(item)
        {
            let binder = format!("{word} {name} {} {list}", self.w("in|parmi"));
            return (binder, Variable { name, ty: item.ty(), optional: false });
        }
        const USUAL: [Kind; 12] = [
            Kind::Sheet,
            Kind::Goal,
            Kind::Action,
            Kind::Owner,
            Kind::Milestone,
            Kind::Decision,
            Kind::Line,
            Kind::Funding,
            Kind::Amount,
            Kind::Dependency,
            Kind::Budget,
            Kind::Authorisation,
        ];
        let kind = if self.chance(2) { USUAL[self.random.below(USUAL.len())] } else { KINDS[self.random.below(KINDS.len())].kind };
        let word = self.kind_word(Item::Thing(kind)).expect("every kind has a word");
        (format!("{word} {name}"), Variable { name, ty: Ty::Thing(kind), optional: false })
    }

    /// A name for a value, be it one that may be absent.
    fn named_value(&mut self) -> (String, String, Variable) {
        let name = self.fresh("l");
        if self.chance(5)
            && let Some((path, ty)) = self.optional_path(&|_| true)
        {
            return (name.clone(), path, Variable { name, ty, optional: true });
        }
        if self.chance(4)
            && let Some((text, item)) = self.list_of(2)
        {
            return (name.clone(), text, Variable { name, ty: Ty::List(item), optional: false });
        }
        if self.chance(5) {
            let condition = self.condition(2);
            return (name.clone(), format!("({condition})"), Variable { name, ty: Ty::Yes, optional: false });
        }
        let ty = ORDERED[self.random.below(ORDERED.len())];
        let value = self.value(ty, 2, false);
        (name.clone(), value, Variable { name, ty, optional: false })
    }

    // --- paths ------------------------------------------------------------------------------------------------------

    /// All paths to such a value, each with whether it may be absent there.
    fn paths(&self, wanted: &dyn Fn(Ty) -> bool) -> Vec<(String, Ty, bool)> {
        let mut found = Vec::new();
        let roots = [
            ("strategy|stratégie", Kind::Strategy, false),
            ("authority|collectivité", Kind::Authority, false),
            ("diagnosis|diagnostic", Kind::Diagnosis, true),
        ];
        let roots = roots.map(|(name, kind, optional)| (self.w(name).to_owned(), Ty::Thing(kind), optional));
        let variables = self.variables.iter().map(|variable| (variable.name.clone(), variable.ty, variable.optional));
        for (base, ty, optional) in roots.into_iter().chain(variables) {
            let optional = optional && !self.proved.contains(&base);
            if wanted(ty) {
                found.push((base.clone(), ty, optional));
            }
            for (name, part) in parts(ty).iter().filter(|(_, part)| wanted(*part)) {
                let path = format!("{base}.{}", self.w(name));
                let optional = optional && !self.proved.contains(&path);
                found.push((path, *part, optional));
            }
            let Ty::Thing(kind) = ty else { continue };
            if is_named_only(kind) {
                continue;
            }
            for steps in PATHS[&kind].iter().filter(|steps| wanted(steps.last().expect("a step").ty())) {
                let (mut path, mut may) = (base.clone(), optional);
                for step in steps {
                    let (name, own) = match step {
                        Step::Fact(row) => (if self.french { row.fr } else { row.en }, row.optional),
                        Step::Part(name, _) => (self.w(name), false),
                    };
                    path = format!("{path}.{name}");
                    may = (may || own) && !matches!(step.ty(), Ty::List(_)) && !self.proved.contains(&path);
                }
                found.push((path, steps.last().expect("a step").ty(), may));
            }
        }
        found
    }

    fn path(&mut self, wanted: &dyn Fn(Ty) -> bool, optional: bool) -> Option<(String, Ty)> {
        let all: Vec<(String, Ty, bool)> = self.paths(wanted).into_iter().filter(|(.., may)| *may == optional).collect();
        // What the policy is about more often than the rest.
        let (own, others): (Vec<_>, Vec<_>) = all.into_iter().partition(|(path, ..)| path.starts_with(['v', 'l']));
        let from = if own.is_empty() || (!others.is_empty() && self.chance(4)) { others } else { own };
        let at = self.random.below(from.len());
        from.into_iter().nth(at).map(|(path, ty, _)| (path, ty))
    }

    fn optional_path(&mut self, wanted: &dyn Fn(Ty) -> bool) -> Option<(String, Ty)> {
        self.path(wanted, true)
    }

    fn list_path(&mut self) -> Option<(String, Item)> {
        let (path, ty) = self.path(&|ty| matches!(ty, Ty::List(_)), false)?;
        match ty {
            Ty::List(item) => Some((path, item)),
            _ => None,
        }
    }

    // --- lists that are gone through --------------------------------------------------------------------------------

    /// `action v3 in goal.actions where (…)`, its item; the variable is in scope while `inner` runs.
    fn walk<T>(&mut self, depth: usize, filter: Option<bool>, inner: impl FnOnce(&mut Self, &str, Item) -> T) -> (String, T, Item) {
        let name = self.fresh("v");
        let (mut text, item, bare) = loop {
            let (source, item) = match self.random.below(4) {
                0 | 1 => match self.list_path() {
                    Some((path, item)) => (Some(path), item),
                    None => continue,
                },
                2 if self.chance(4) => (Some(self.word_list()), Item::Word(Words::Audience)),
                _ => {
                    let kinds = [
                        Kind::Sheet,
                        Kind::Goal,
                        Kind::Action,
                        Kind::Owner,
                        Kind::Milestone,
                        Kind::Amount,
                        Kind::Decision,
                        Kind::Dependency,
                        Kind::Funding,
                    ];
                    (None, Item::Thing(kinds[self.random.below(kinds.len())]))
                }
            };
            let Some(word) = self.kind_word(item) else { continue };
            match source {
                Some(source) => break (format!("{word} {name} {} {source}", self.w("in|parmi")), item, false),
                None => break (format!("{word} {name}"), item, true),
            }
        };
        let before = (self.variables.len(), self.proved.len());
        self.variables.push(Variable { name: name.clone(), ty: item.ty(), optional: false });
        if filter.unwrap_or_else(|| bare || self.random.below(3) > 0) || bare {
            let joined = self.random.below(4) == 0;
            let mut condition = self.filter(&name, item, depth);
            if joined {
                let more = self.condition(depth.saturating_sub(1));
                condition = format!("({condition}) {} ({more})", self.w("and|et"));
            }
            text += &format!(" {} ({condition})", self.w("where|tel que"));
        }
        let value = inner(self, &name, item);
        self.variables.truncate(before.0);
        self.proved.truncate(before.1);
        (text, value, item)
    }

    /// Often what joins a member with what is around it, or asks of the member itself.
    fn filter(&mut self, name: &str, item: Item, depth: usize) -> String {
        let own = |path: &str| path == name || path.starts_with(&format!("{name}."));
        let mine: Vec<(String, Ty, bool)> =
            self.paths(&|ty| matches!(ty, Ty::Word(_) | Ty::Thing(_) | Ty::List(_))).into_iter().filter(|(path, ..)| own(path)).collect();
        if self.chance(2) && !mine.is_empty() && item != Item::Year {
            let (path, ty, may) = mine[self.random.below(mine.len())].clone();
            let others = |author: &Self, wanted: &dyn Fn(Ty) -> bool| -> Vec<(String, Ty, bool)> {
                author.paths(wanted).into_iter().filter(|(path, ..)| !own(path)).collect()
            };
            match ty {
                Ty::List(item) => {
                    let elements = others(self, &|ty| alike(ty, item.ty()));
                    if !elements.is_empty() {
                        let (element, ..) = &elements[self.random.below(elements.len())];
                        return format!("{element} {} {path}", self.w("in|parmi"));
                    }
                }
                ty => {
                    let lists = others(self, &|list| matches!(list, Ty::List(held) if alike(held.ty(), ty)));
                    if !lists.is_empty() && self.chance(2) {
                        let (list, ..) = &lists[self.random.below(lists.len())];
                        return format!("{path} {} {list}", self.w("in|parmi"));
                    }
                    let same: Vec<_> = others(self, &|other| alike(other, ty)).into_iter().filter(|(.., other)| !(may && *other)).collect();
                    if !same.is_empty() {
                        let (other, ..) = &same[self.random.below(same.len())];
                        return format!("{path} = {other}");
                    }
                }
            }
        }
        self.condition(depth.saturating_sub(1))
    }

    fn word_list(&mut self) -> String {
        let words = ["elected|élus", "deciders|décideurs", "staff|agents", "unions|syndicats", "citizens|usagers"];
        let first = self.random.below(words.len());
        let some: Vec<&str> = words[first..].iter().take(3).map(|both| self.w(both)).collect();
        format!("[{}]", some.join(", "))
    }

    fn list_of(&mut self, depth: usize) -> Option<(String, Item)> {
        let (walk, (), item) = self.walk(depth, Some(true), |_, _, _| ());
        Some((format!("{} {walk}", self.w("list of|liste de")), item))
    }

    // --- values -----------------------------------------------------------------------------------------------------

    fn constant(&mut self, ty: Ty) -> Option<String> {
        Some(match ty {
            Ty::Number => self.one(&["0", "1", "2", "3", "3 500", "50", "1,5"]),
            Ty::Money => self.one(&["0 €", "20 k€", "90 000 €", "216 k€"]),
            Ty::MoneyHt => self.one(&["90 k€ HT", "216 k€ HT"]),
            Ty::MoneyTtc => self.one(&["100 k€ TTC"]),
            Ty::Share => self.one(&["20 %", "50 %", "100 %"]),
            Ty::Fte => self.one(&["0,5 fte|0,5 etp", "1 fte|1 etp"]),
            Ty::Date => self.one(&["2027-03", "2027-06-15", "2028-Q2|2028-T2", "2029-01-01", "2031-12"]),
            Ty::Duration => {
                self.one(&["6 months|6 mois", "10 days|10 jours", "2 years|2 ans", "5 clear days|5 jours francs", "3 weeks|3 semaines"])
            }
            Ty::Text => self.one(&["\"France\"", "\"fiche\"", "\"AP\"", "\"é\"", "\"L2121\""]),
            Ty::Word(words) => {
                let rows = words.rows();
                let row = &rows[self.random.below(rows.len())];
                (if self.french { row.fr } else { row.en }).to_owned()
            }
            Ty::Thing(Kind::Theme) => {
                self.one(&["accessibility|accessibilité", "open-data|données-ouvertes", "training|formation", "ai|ia"])
            }
            Ty::Thing(Kind::MustHave) => self.one(&["versatility|polyvalence", "ubiquity|ubiquité"]),
            Ty::Thing(Kind::Barrier) => self.one(&["silos", "culture"]),
            _ => return None,
        })
    }

    /// A value of the type that is there; `bare`: a word or a number may stand there by itself.
    fn value(&mut self, ty: Ty, depth: usize, bare: bool) -> String {
        for _ in 0..12 {
            let made = match self.random.below(12) {
                0..=3 => self.path(&|other| other == ty, false).map(|(path, _)| path),
                4 => self.optional_path(&|other| other == ty).and_then(|(path, _)| {
                    let other = self.constant(ty)?;
                    Some(format!("({path} {} {other})", self.w("otherwise|à défaut")))
                }),
                5 | 10 | 11 if depth > 0 => self.folded(ty, depth - 1),
                6 if depth > 0 => self.reckoned(ty, depth - 1),
                7 if depth > 0 && self.chance(2) => {
                    let (cond, then, other) =
                        (self.condition(depth - 1), self.value(ty, depth - 1, false), self.value(ty, depth - 1, false));
                    let [si, alors, sinon] = ["if|si", "then|alors", "else|sinon"].map(|word| self.w(word).to_owned());
                    Some(format!("({si} ({cond}) {alors} {then} {sinon} {other})"))
                }
                8 => self.in_force(ty, depth),
                _ if bare || !matches!(ty, Ty::Word(_) | Ty::Thing(_)) => self.constant(ty),
                _ => None,
            };
            if let Some(made) = made {
                return made;
            }
        }
        match ty {
            Ty::Year => self.w("today.year|ce-jour.année").to_owned(),
            Ty::Quarter => self.w("today.quarter|ce-jour.trimestre").to_owned(),
            Ty::Date => self.w("today|ce-jour").to_owned(),
            ty => self.constant(ty).expect("a type with constants"),
        }
    }

    fn in_force(&mut self, ty: Ty, depth: usize) -> Option<String> {
        let (name, _) = IN_FORCE.iter().find(|(_, of)| *of == ty)?;
        if depth == 0 || self.chance(3) {
            return Some((*name).to_owned());
        }
        let day = self.path(&|ty| ty == Ty::Date, false)?.0;
        Some(format!("({name} {} {day})", self.w("on|au")))
    }

    fn folded(&mut self, ty: Ty, depth: usize) -> Option<String> {
        match ty {
            Ty::Number if self.chance(2) => {
                let (list, _) = self.list_path()?;
                Some(format!("({} {list})", self.w("count of|nombre de")))
            }
            Ty::Number | Ty::Share if self.chance(2) || ty == Ty::Share => {
                let (walk, (), _) = self.walk(depth, Some(true), |_, _, _| ());
                let fold = if ty == Ty::Number { "count of|nombre de" } else { "share of|part de" };
                Some(format!("({} {walk})", self.w(fold)))
            }
            Ty::Number | Ty::Money | Ty::Fte | Ty::Date | Ty::Year => {
                let fold = match ty {
                    Ty::Date | Ty::Year => self.one(&["earliest of|minimum de", "latest of|maximum de"]),
                    _ => self.one(&["sum of|somme de", "sum of|somme de", "min of|min de", "max of|max de"]),
                };
                for _ in 0..6 {
                    let (walk, measure, _) = self.walk(depth, None, |author, name, _| {
                        let own = |path: &str| path == name || path.starts_with(&format!("{name}."));
                        let all: Vec<_> =
                            author.paths(&|other| other == ty).into_iter().filter(|(path, _, may)| own(path) && !may).collect();
                        let at = author.random.below(all.len());
                        all.into_iter().nth(at).map(|(path, ..)| path)
                    });
                    if let Some(measure) = measure {
                        return Some(format!("({fold} {measure} {} {walk})", self.w("for|pour")));
                    }
                }
                None
            }
            _ => None,
        }
    }

    fn reckoned(&mut self, ty: Ty, depth: usize) -> Option<String> {
        let value = |author: &mut Self, ty: Ty| author.value(ty, depth, false);
        Some(match (ty, self.random.below(4)) {
            (Ty::Number, 0) => {
                let (from, to) = (value(self, Ty::Date), value(self, Ty::Date));
                format!("{}({from}, {to})", self.w("clear-days|jours-francs"))
            }
            (Ty::Number | Ty::Money | Ty::Fte | Ty::MoneyHt, 1) => {
                let (a, b) = (value(self, ty), value(self, Ty::Number));
                format!("({a} / {b})")
            }
            (Ty::Number | Ty::Money | Ty::Fte | Ty::MoneyHt, 2) => {
                let (a, b) = (value(self, ty), value(self, Ty::Share));
                // The other way round, a share of a number is a share.
                if ty == Ty::Number || self.chance(2) { format!("({a} * {b})") } else { format!("({b} * {a})") }
            }
            (Ty::Number | Ty::Money | Ty::Fte | Ty::Share | Ty::MoneyHt, 3) => {
                let (a, b) = (value(self, ty), value(self, ty));
                let sign = self.one(&["+", "-"]);
                format!("({a} {sign} {b})")
            }
            (Ty::Share, _) => {
                let of = [Ty::Money, Ty::Fte][self.random.below(2)];
                let (a, b) = (value(self, of), value(self, of));
                format!("({a} / {b})")
            }
            (Ty::Date, 0) => {
                let (day, from, to) = (value(self, Ty::Date), value(self, Ty::Date), value(self, Ty::Date));
                format!("({day} + ({from} - {to}) / 2)")
            }
            (Ty::Date, _) => {
                let (day, by) = (value(self, Ty::Date), self.constant(Ty::Duration)?);
                let sign = self.one(&["+", "-"]);
                format!("({day} {sign} {by})")
            }
            (Ty::Year, _) => {
                let (year, by) = (self.path(&|ty| ty == Ty::Year, false)?.0, self.one(&["1 year|1 an", "2 years|2 ans"]));
                let sign = self.one(&["+", "-"]);
                format!("({year} {sign} {by})")
            }
            (Ty::Number | Ty::Money | Ty::Fte | Ty::MoneyHt, _) => {
                let a = value(self, ty);
                format!("(-{a})")
            }
            _ => return None,
        })
    }

    // --- conditions -------------------------------------------------------------------------------------------------

    /// A condition, with no operator outside of parentheses but a comparison.
    fn condition(&mut self, depth: usize) -> String {
        for _ in 0..12 {
            let made = match self.random.below(if depth > 0 { 16 } else { 9 }) {
                0..=2 => Some(self.ordered(depth)),
                3 => self.equal(depth),
                4 => self.among(depth),
                5 => self.path(&|ty| ty == Ty::Yes, false).map(|(path, _)| path),
                6 => match self.random.below(4) {
                    0 => self.list_path().map(|(list, _)| format!("{list} {}", self.w("is empty|est vide"))),
                    1 => self.list_path().map(|(list, _)| format!("{list} {}", self.w("is not empty|n'est pas vide"))),
                    2 => self.list_path().map(|(list, _)| format!("{} {list}", self.w("exists|existe"))),
                    _ => self.optional_path(&|_| true).map(|(path, _)| format!("{} {path}", self.w("exists|existe"))),
                },
                7 => {
                    let optional = self.chance(2);
                    self.path(&|ty| !matches!(ty, Ty::Thing(_)), optional).map(|(path, _)| format!("{} {path}", self.w("known|connu")))
                }
                8 => self.text_or_period(),
                9 | 10 => {
                    let first = self.condition(depth - 1);
                    let second = self.condition(depth - 1);
                    let word = self.one(&["and|et", "or|ou"]);
                    Some(format!("({first}) {word} ({second})"))
                }
                11 => {
                    let inner = self.condition(depth - 1);
                    Some(format!("{} ({inner})", self.w("not|non")))
                }
                12 => self.guarded(depth - 1),
                13 if self.chance(3) => {
                    let (cond, then, other) = (self.condition(depth - 1), self.condition(depth - 1), self.condition(depth - 1));
                    let [si, alors, sinon] = ["if|si", "then|alors", "else|sinon"].map(|word| self.w(word).to_owned());
                    Some(format!("{si} ({cond}) {alors} ({then}) {sinon} ({other})"))
                }
                _ => Some(self.quantified(depth - 1)),
            };
            if let Some(made) = made {
                return made;
            }
        }
        self.ordered(0)
    }

    fn ordered(&mut self, depth: usize) -> String {
        let ty = ORDERED[self.random.below(ORDERED.len())];
        let (a, b) = (self.value(ty, depth.saturating_sub(1), false), self.value(ty, depth.saturating_sub(1), false));
        let words: &[&str] = if ty == Ty::Date { &["<", "<=", ">", ">=", "before|avant", "after|après"] } else { &["<", "<=", ">", ">="] };
        let word = self.one(words);
        format!("{a} {word} {b}")
    }

    fn equal(&mut self, depth: usize) -> Option<String> {
        let optional = self.chance(2);
        let wanted = |ty: Ty| !matches!(ty, Ty::List(_) | Ty::Duration | Ty::MoneyTtc);
        let (path, ty) = self.path(&wanted, optional)?;
        let word = self.one(&["=", "<>", "is|est", "is not|n'est pas"]);
        let other = match ty {
            Ty::Thing(_) | Ty::Period | Ty::Yes => match self.constant(ty) {
                Some(constant) if self.chance(2) => constant,
                _ => self.path(&|other| alike(other, ty), false)?.0,
            },
            ty => self.value(ty, depth.saturating_sub(1), true),
        };
        Some(format!("{path} {word} {other}"))
    }

    fn among(&mut self, depth: usize) -> Option<String> {
        let word = self.one(&["in|parmi", "not in|hors de"]);
        if self.chance(3) {
            let optional = self.chance(2);
            let (path, ty) = self.path(&|ty| matches!(ty, Ty::Word(_)), optional)?;
            let (one, two) = (self.constant(ty)?, self.constant(ty)?);
            return Some(format!("{path} {word} [{one}, {two}]"));
        }
        let (list, item) = self.list_path()?;
        let element = match item {
            Item::Year => self.value(Ty::Year, depth.saturating_sub(1), false),
            item => match self.constant(item.ty()) {
                Some(constant) if self.chance(2) => constant,
                _ => {
                    let optional = self.chance(2);
                    self.path(&|ty| alike(ty, item.ty()), optional)?.0
                }
            },
        };
        Some(if self.chance(4) {
            format!("{list} {} {element}", self.w("contains|contient")).replace("not in", "in")
        } else {
            format!("{element} {word} {list}")
        })
    }

    fn text_or_period(&mut self) -> Option<String> {
        if self.chance(2) {
            let (text, part) = (self.path(&|ty| ty == Ty::Text, false)?.0, self.constant(Ty::Text)?);
            return Some(format!("{text} {} {part}", self.w("contains|contient")));
        }
        let (day, period) = (self.value(Ty::Date, 1, false), self.path(&|ty| ty == Ty::Period, false)?.0);
        let word = self.one(&["in|dans", "not in|hors de"]);
        Some(format!("{day} {word} {period}"))
    }

    /// What may be absent, behind a guard.
    fn guarded(&mut self, depth: usize) -> Option<String> {
        let (path, _) = self.optional_path(&|ty| ORDERED.contains(&ty) || matches!(ty, Ty::Thing(_) | Ty::Text))?;
        let before = self.proved.len();
        self.prove(&path);
        let inner = self.condition(depth);
        self.proved.truncate(before);
        Some(if self.chance(2) {
            format!("({} {path}) {} ({inner})", self.w("exists|existe"), self.w("and|et"))
        } else {
            format!("({} ({} {path})) {} ({inner})", self.w("not|non"), self.w("exists|existe"), self.w("or|ou"))
        })
    }

    fn quantified(&mut self, depth: usize) -> String {
        match self.random.below(4) {
            0 => self.closure(depth).unwrap_or_else(|| self.ordered(0)),
            1 => {
                let (walk, body, _) = self.walk(depth, None, |author, _, _| author.condition(depth));
                format!("{} {walk} {} ({body})", self.w("every|tout"), self.w("satisfies|vérifie"))
            }
            2 => {
                let (walk, (), _) = self.walk(depth, Some(true), |_, _, _| ());
                format!("{} {walk}", self.w("no|aucun"))
            }
            _ => {
                let (walk, (), _) = self.walk(depth, Some(true), |_, _, _| ());
                format!("{} {walk}", self.w("exists a|existe un"))
            }
        }
    }

    /// Of all that a sheet rests on, or that rests on it: one that passes, and comes before or after something.
    fn closure(&mut self, depth: usize) -> Option<String> {
        let sheet = |ty: Ty| matches!(ty, Ty::Thing(Kind::Sheet | Kind::Goal | Kind::Action));
        let list = self.path(&sheet, false)?.0 + "." + &self.one(&["upstream|amont", "upstream|amont", "downstream|aval"]);
        let (name, ty) = (self.fresh("v"), [Ty::Date, Ty::Money, Ty::Number][self.random.below(3)]);
        let outside = self.value(ty, depth, false);
        let before = (self.variables.len(), self.proved.len());
        self.variables.push(Variable { name: name.clone(), ty: Ty::Thing(Kind::Sheet), optional: false });
        let mut lines = Vec::new();
        if self.chance(2) {
            lines.push(self.condition(depth));
        }
        let own: Vec<String> = match ty {
            Ty::Date => ["start|début", "end|fin", "benefits|bénéfices"].map(|fact| self.w(fact).to_owned()).to_vec(),
            Ty::Money => vec![self.w("cost|coût").to_owned()],
            _ => vec![self.w("hanging|suspendues").to_owned()],
        };
        let (fact, word) = (self.random.below(own.len()), self.one(&["<", "<=", ">", ">="]));
        let own = format!("{name}.{}", own[fact]);
        lines.push(if self.chance(2) { format!("{own} {word} {outside}") } else { format!("{outside} {word} {own}") });
        if self.chance(3) {
            lines.push(self.condition(0));
        }
        self.variables.truncate(before.0);
        self.proved.truncate(before.1);
        let lines: Vec<String> = lines.into_iter().map(|line| format!("({line})")).collect();
        let filter = lines.join(&format!(" {} ", self.w("and|et")));
        let (word, tail) = match self.random.below(4) {
            0 => (self.w("no|aucune").to_owned(), String::new()),
            1 => {
                let body = self.condition(0);
                (self.w("every|toute").to_owned(), format!(" {} ({body})", self.w("satisfies|vérifie")))
            }
            _ => (self.w("exists a|existe une").to_owned(), String::new()),
        };
        Some(format!(
            "{word} {} {name} {} {list} {} ({filter}){tail}",
            self.w("sheet|fiche"),
            self.w("in|parmi"),
            self.w("where|telle que")
        ))
    }
}

fn alike(one: Ty, other: Ty) -> bool {
    let base = |ty: Ty| if matches!(ty, Ty::Thing(Kind::Goal | Kind::Action)) { Ty::Thing(Kind::Sheet) } else { ty };
    base(one) == base(other)
}
