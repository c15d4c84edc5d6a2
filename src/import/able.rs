//! What the language takes today, asked of the table and of the compiler itself: a field that comes into the language is used
//! from that day on, and what is in it in another form than the one tried here stays text.

use std::cell::RefCell;

use rustc_hash::FxHashMap;

use crate::analysis::analyse;
use crate::diagnostic::Lang;
use crate::language::{Concept, Place, Row, Slot, inside, rows_in};
use crate::load::Memory;
use crate::syntax::{Statement, Written, quoted};

pub struct Able {
    /// Plans are written in it.
    pub lang: Lang,
    tried: RefCell<FxHashMap<(Concept, Concept, String), bool>>,
}

/// The name that a tried plan declares.
pub const SOMEBODY: &str = "somebody";

impl Able {
    pub fn new(lang: Lang) -> Able {
        Able { lang, tried: RefCell::default() }
    }

    /// What may begin a line there, by its English keyword.
    pub fn row(&self, place: Place, english: &str) -> Option<Row> {
        rows_in(place).find(|row| row.spelling(Lang::En) == english)
    }

    /// The keyword as it is written in the plan's language, if it may stand there.
    pub fn keyword(&self, place: Place, english: &str) -> Option<&'static str> {
        self.row(place, english).map(|row| row.spelling(self.lang))
    }

    /// May this stand in the block of that, or at the margin?
    pub fn holds(&self, place: Place, concept: Concept) -> bool {
        concept.row().within.contains(&place)
    }

    /// May the margin declare it by a name and a title?
    pub fn declares(&self, concept: Concept) -> bool {
        let row = concept.row();
        self.holds(None, concept) && row.name == Slot::Due && row.title == Slot::Due && row.children().next().is_none()
    }

    /// Does a plan with this statement in the block of that have no error for it, where [`SOMEBODY`] names an owner?
    pub fn takes(&self, place: Concept, statement: &Statement) -> bool {
        self.takes_naming(Concept::Owner, place, statement)
    }

    /// The same where it names something else that the margin declares.
    pub fn takes_naming(&self, named: Concept, place: Concept, statement: &Statement) -> bool {
        let mut written = Written::default();
        written.add(statement);
        let key = (named, place, written.text);
        if let Some(known) = self.tried.borrow().get(&key) {
            return *known;
        }
        let taken = self.plan_with(named, place, statement).is_some_and(|text| !analyse(&Memory::one(text), Memory::root()).has_errors());
        self.tried.borrow_mut().insert(key, taken);
        taken
    }

    /// The smallest plan where such a block stands.
    fn plan_with(&self, named: Concept, place: Concept, statement: &Statement) -> Option<String> {
        let mut inner = opened(place, "last", self.lang).with(vec![statement.clone()]);
        for (at, outer) in way_to(place)?.into_iter().enumerate() {
            inner = opened(outer, &format!("outer-{at}"), self.lang).with(vec![inner]);
        }
        let mut written = Written::default();
        if place != Concept::Strategy {
            written.add(&opened(Concept::Strategy, "", self.lang));
        }
        written.add(&opened(named, SOMEBODY, self.lang));
        written.add(&inner);
        Some(written.text)
    }
}

/// `axis NAME "title"`: the head of a concept, as much of it as it has.
pub fn head(concept: Concept, name: &str, title: &str, lang: Lang) -> String {
    let row = concept.row();
    let mut words = row.spelling(lang).to_owned();
    if row.name != Slot::None {
        words.push(' ');
        words.push_str(name);
    }
    if row.title != Slot::None {
        words.push(' ');
        words.push_str(&quoted(title));
    }
    words
}

fn opened(concept: Concept, name: &str, lang: Lang) -> Statement {
    Statement::new(head(concept, name, "x", lang))
}

/// The concepts around one, from the inside to the margin; the shortest way there is.
fn way_to(place: Concept) -> Option<Vec<Concept>> {
    let mut ways: Vec<Vec<Concept>> = inside(None).map(|row| vec![row.concept]).collect();
    let mut at = 0;
    while let Some(way) = ways.get(at).cloned() {
        let last = *way.last()?;
        if last == place {
            return Some(way.into_iter().rev().skip(1).collect());
        }
        let further = last.row().children().filter(|row| ways.iter().all(|known| known.last() != Some(&row.concept)));
        let further: Vec<Vec<Concept>> = further.map(|row| way.iter().copied().chain([row.concept]).collect()).collect();
        ways.extend(further);
        at += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_compiler_says_what_it_takes() {
        for lang in [Lang::Fr, Lang::En] {
            let able = Able::new(lang);
            let owner = able.keyword(Some(Concept::Action), "owner").expect("a field of actions");
            assert!(able.takes(Concept::Action, &Statement::new(format!("{owner} {SOMEBODY}"))));
            assert!(!able.takes(Concept::Action, &Statement::new(format!("{owner} nobody"))));
            assert!(!able.takes(Concept::Action, &Statement::new("zzz")));
            assert!(able.takes(
                Concept::Strategy,
                &Statement::new(format!("{} {SOMEBODY}", able.keyword(Some(Concept::Strategy), "lead").expect("a field")))
            ));
            assert_eq!(able.keyword(Some(Concept::Action), "zzz"), None);
        }
    }
}
