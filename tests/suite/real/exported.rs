//! What a plan says, flat: its things, their facts, and what `check` finds.

use serde_json::Value;
use strategy::analysis::Analysis;
use strategy::diagnostic::Severity;
use strategy::export;
use strategy::plan::Entity;
use strategy::text::Span;

use super::agree::{Fact, Words, ends, parts, position, tokens};
use super::facts::{Leaf, filled};
use super::map::{Line, Place, Said};

/// The export of a plan, flat.
pub struct Exported {
    /// Path and concept, in the order of the text.
    pub entities: Vec<(String, String)>,
    /// What each stands in.
    pub parents: Vec<Option<usize>>,
    pub facts: Vec<Fact>,
    /// Fields that the author says are open: entity and keyword.
    pub open: Vec<(usize, String)>,
    pub findings: Vec<Found>,
}

pub struct Found {
    pub code: &'static str,
    pub error: bool,
    /// What it lies in, outermost first.
    pub within: Vec<usize>,
}

impl Exported {
    pub fn of(analysis: &Analysis) -> Exported {
        let json: Value = serde_json::from_str(&export::json(analysis)).expect("JSON");
        let mut exported =
            Exported { entities: Vec::new(), parents: Vec::new(), facts: Vec::new(), open: Vec::new(), findings: Vec::new() };
        let mut spans = Vec::new();
        let library = |source| analysis.sources.get(source).library;
        let tops = analysis.plan.entities().filter(|entity| entity.parent().is_none() && !library(entity.whole().source));
        for (json, entity) in json["entities"].as_array().expect("a list").iter().zip(tops) {
            exported.add(json, entity, None, &mut spans);
        }
        for found in &analysis.diagnostics {
            let at = found.span();
            let within = |(number, whole): (usize, &Span)| {
                (whole.source == at.source && whole.start <= at.start && at.start < whole.end.max(whole.start + 1)).then_some(number)
            };
            let within = spans.iter().enumerate().filter_map(within).collect();
            exported.findings.push(Found { code: found.rule.id, error: found.severity() == Severity::Error, within });
        }
        exported
    }

    fn add(&mut self, json: &Value, entity: Entity<'_>, parent: Option<usize>, spans: &mut Vec<Span>) {
        let number = self.entities.len();
        let text = |key: &str| json[key].as_str().unwrap_or_default().to_owned();
        assert_eq!(json["name"].as_str(), entity.name(), "the export and the plan are in one order");
        self.entities.push((text("path"), text("concept")));
        self.parents.push(parent);
        spans.push(entity.whole());
        for key in ["name", "title"] {
            self.facts.extend(json[key].is_string().then(|| Fact::new(number, key, String::new(), json[key].clone())));
        }
        let doc = json["doc"].as_str().map(str::to_owned);
        let notes = json["notes"].as_object().into_iter().flatten().filter_map(|(_, note)| note.as_str().map(str::to_owned));
        for sentence in doc.into_iter().chain(notes).flat_map(|note| sentences(&note)) {
            self.facts.push(Fact::new(number, "note", String::new(), sentence.into()));
        }
        for (field, value) in json["fields"].as_object().into_iter().flatten() {
            let mut steps = Vec::new();
            parts(value, "", &mut steps);
            self.facts.extend(steps.into_iter().map(|(step, one)| Fact::new(number, field, step, one)));
        }
        for open in json["undefined"].as_array().into_iter().flatten() {
            self.open.push((number, open.as_str().unwrap_or_default().to_owned()));
        }
        for (json, child) in json["children"].as_array().expect("a list").iter().zip(entity.children()) {
            self.add(json, child, Some(number), spans);
        }
    }

    /// By its path or, where there is one only, by what it is.
    pub fn entity(&self, path: &str) -> Option<usize> {
        let mut kind = self.entities.iter().enumerate().filter(|(_, (_, concept))| concept == path).map(|(at, _)| at);
        let alone = kind.next().filter(|_| kind.next().is_none());
        self.entities.iter().position(|(own, _)| own == path).or(alone)
    }

    pub fn path(&self, entity: usize) -> &str {
        &self.entities[entity].0
    }
}

/// A note in its sentences, so that each has its fact.
fn sentences(note: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    let chars: Vec<char> = note.chars().collect();
    for (at, c) in chars.iter().enumerate() {
        let stop = match c {
            '.' | '!' | '?' => chars.get(at + 1).is_none_or(|next| next.is_whitespace()),
            '\n' => chars.get(at + 1).is_some_and(|next| ['\n', '-', '*', '|'].contains(next)),
            _ => false,
        };
        all.last_mut().expect("one").push(*c);
        if stop {
            all.push(String::new());
        }
    }
    all.into_iter().filter(|sentence| !tokens(sentence).is_empty()).collect()
}

/// A line that holds: the row of the table of words that it took.
type Holds = Result<Option<usize>, String>;

impl Exported {
    /// Does a line hold?
    pub fn line(&mut self, line: &Line, leaf: &Leaf, all: &[Leaf], words: &Words) -> Holds {
        match (&line.place, &leaf.text) {
            (Place::Nowhere, Some(_)) if !leaf.path.ends_with(".id") => Err("the document says it: it is no null".to_owned()),
            (Place::Nowhere, _) => Ok(None),
            (Place::Sound { entity }, text) => self.sound(self.meant(entity, leaf, all)?, text.as_deref()),
            (Place::Note { entity, words }, Some(_)) => self.note(self.meant(entity, leaf, all)?, words),
            (Place::Note { .. }, None) => Err("it is a null: nothing to say in a note".to_owned()),
            (Place::Field { entity, field, .. }, None) => self.open_field(self.meant(entity, leaf, all)?, field),
            (Place::Field { entity, field, said }, Some(text)) => match field.as_str() {
                "concept" => self.concept(self.meant(entity, leaf, all)?, text, said, words),
                "parent" => self.stands_in(self.meant(entity, leaf, all)?, text),
                _ => self.field(self.meant(entity, leaf, all)?, field, text, said, words),
            },
        }
    }

    fn meant(&self, template: &str, leaf: &Leaf, all: &[Leaf]) -> Result<usize, String> {
        let path = filled(template, &leaf.path, all)?;
        self.entity(&path).ok_or_else(|| format!("nothing is called {path}"))
    }

    /// A null may be an open field.
    fn open_field(&mut self, entity: usize, field: &str) -> Holds {
        let open = self.open.iter().position(|open| (open.0, open.1.as_str()) == (entity, field));
        self.open.swap_remove(open.ok_or("it is a null, and the field is not open")?);
        Ok(None)
    }

    fn sound(&self, entity: usize, text: Option<&str>) -> Holds {
        let found: Vec<&str> = self.findings.iter().filter(|found| found.within.contains(&entity)).map(|found| found.code).collect();
        match (text, found.is_empty()) {
            (Some("true"), true) => Ok(None),
            (Some("true"), false) => Err(format!("{} there", found.join(", "))),
            _ => Err("only what is `true` may be sound".to_owned()),
        }
    }

    fn note(&mut self, entity: usize, prose: &str) -> Holds {
        let prose = tokens(prose);
        let mut found = false;
        for note in self.facts.iter_mut().filter(|fact| fact.entity == entity && fact.field == "note") {
            if let Some(at) = position(&prose, &note.words) {
                note.covered[at..at + prose.len()].iter_mut().for_each(|covered| *covered = true);
                note.claimed = true;
                found = true;
            }
        }
        if found { Ok(None) } else { Err("no note of it has these words".to_owned()) }
    }

    fn stands_in(&self, entity: usize, text: &str) -> Holds {
        match self.parents[entity].map(|parent| self.path(parent)) {
            Some(parent) if parent == text => Ok(None),
            parent => Err(format!("it stands in {}", parent.unwrap_or("nothing"))),
        }
    }

    fn concept(&self, entity: usize, text: &str, said: &Said, words: &Words) -> Holds {
        let concept = &self.entities[entity].1;
        let mut fact = Fact::new(entity, "concept", String::new(), concept.clone().into());
        let told = fact.says(text, words).filter(|_| *said == Said::Own);
        told.ok_or_else(|| format!("it is a {concept}, not {text}"))
    }

    /// `members`, `period.end`, `credits[2015]`
    fn field(&mut self, entity: usize, field: &str, text: &str, said: &Said, words: &Words) -> Holds {
        let (key, steps) = field.find(['.', '[']).map_or((field, ""), |at| field.split_at(at));
        let steps: Vec<&str> = steps.split(['.', '[', ']']).filter(|step| !step.is_empty()).collect();
        let none = Words(Vec::new());
        let (said, table, mut row) = match said {
            Said::Own => (text, words, None),
            Said::Text(other) => (other.as_str(), &none, None),
            // That something is so may be said by any word.
            Said::Word(word) if text == "true" => (word.as_str(), &none, None),
            Said::Word(word) => {
                let row = words.0.iter().position(|(theirs, ours)| (theirs, ours) == (&tokens(text), &tokens(word)));
                (word.as_str(), &none, Some(row.ok_or_else(|| format!("words.txt has no `{text} = {word}`"))?))
            }
        };
        let meant = |fact: &&mut Fact| (fact.entity, fact.field.as_str()) == (entity, key) && steps.iter().all(|step| fact.is_at(step));
        let mut facts: Vec<&mut Fact> = self.facts.iter_mut().filter(meant).collect();
        if facts.is_empty() {
            return Err(format!("there is no {field}"));
        }
        let is_end = |fact: &&mut Fact| fact.step.ends_with("start") || fact.step.ends_with("end");
        let agrees = if facts.iter().all(is_end) && !steps.iter().any(|step| ["start", "end"].contains(step)) {
            // Of a period both ends, and no other.
            let (start, end) = ends(said);
            let due = usize::from(!start.is_empty()) + usize::from(!end.is_empty());
            let own = |fact: &Fact| if fact.step.ends_with("start") { start.clone() } else { end.clone() };
            facts.len() == due && facts.iter_mut().all(|fact| fact.says(&own(fact), table).is_some())
        } else {
            let taken: Vec<Option<usize>> = facts.iter_mut().filter_map(|fact| fact.says(said, table)).collect();
            row = row.or(taken.iter().copied().flatten().next());
            !taken.is_empty()
        };
        let shown: Vec<String> = facts.iter().map(|fact| fact.json.to_string()).collect();
        if agrees { Ok(row) } else { Err(format!("{field} says {}, not {said}", shown.join(", "))) }
    }
}
