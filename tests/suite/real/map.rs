//! `tests/real/NAME.map`: a line a fact, where the plan says it. A plain text:
//!
//! ```text
//! @short = "a long path of the export"
//! LEAF -> ENTITY FIELD                 the field says what the leaf says; `concept` is what it is, `parent` what it stands in
//! LEAF -> ENTITY FIELD = WORD          … by another word, which words.txt has
//! LEAF -> ENTITY FIELD as "TEXT"       … in the language of the document
//! LEAF ~> ENTITY "WORDS"               it is prose: the words of a note of that thing
//! LEAF -> ENTITY sound                 it is true that there is nothing to say against it: so `check` thinks
//! LEAF -- REASON                       a null: the document does not say; or an `id` that only the YAML needs
//! expect[0] = CODE at ENTITY           `check` says so, there
//! expect[0] = no CODE at ENTITY        it does not; `nothing at ENTITY`: it says nothing there
//! expect[0] = policy: REASON           the business of a policy
//! + ENTITY FIELD: REASON               what the plan says and no leaf does
//! ```

#[derive(Debug, Clone, PartialEq)]
pub enum Said {
    /// In a field, by the leaf's own words.
    Own,
    Word(String),
    Text(String),
}

#[derive(Debug, Clone, PartialEq)]
pub enum Place {
    Field {
        entity: String,
        field: String,
        said: Said,
    },
    Note {
        entity: String,
        words: String,
    },
    /// `check` has nothing to say there: a leaf that is `true`.
    Sound {
        entity: String,
    },
    /// Neither a field nor a note: a null, or an `id` of the YAML that nothing in the plan is called by.
    Nowhere,
}

#[derive(Debug)]
pub struct Line {
    pub number: usize,
    pub leaf: String,
    pub place: Place,
}

#[derive(Debug, PartialEq)]
pub enum Finding {
    Code(String, Vec<String>),
    /// No finding, of this code or of any.
    None(Option<String>, Vec<String>),
    Policy,
}

#[derive(Debug)]
pub struct Invented {
    pub number: usize,
    pub entities: Vec<String>,
    pub field: String,
}

#[derive(Debug, Default)]
pub struct Map {
    pub lines: Vec<Line>,
    pub findings: Vec<(usize, Finding)>,
    pub invented: Vec<Invented>,
}

/// What stands between quotes is one word.
fn words(text: &str) -> Result<Vec<String>, String> {
    let mut words = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let (word, left) = match rest.strip_prefix('"') {
            Some(quoted) => quoted.split_once('"').ok_or("a quote is not closed")?,
            None => rest.split_once(' ').unwrap_or((rest, "")),
        };
        let (comma, left) = left.strip_prefix(',').map_or(("", left), |left| (",", left));
        words.push(format!("{word}{comma}"));
        rest = left.trim_start();
    }
    Ok(words)
}

/// `a, b, c`
fn list(words: &[String]) -> Vec<String> {
    words.iter().map(|word| word.trim_end_matches(',').to_owned()).collect()
}

impl Map {
    pub fn read(text: &str) -> Result<Map, String> {
        let mut map = Map::default();
        let mut short: Vec<(String, String)> = Vec::new();
        for (at, line) in text.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let number = at + 1;
            map.line(number, line, &mut short).map_err(|error| format!("line {number}: {error}: {line}"))?;
        }
        Ok(map)
    }

    fn line(&mut self, number: usize, line: &str, short: &mut Vec<(String, String)>) -> Result<(), String> {
        let long = |short: &[(String, String)], path: &str| {
            let known = |(name, _): &&(String, String)| {
                path.strip_prefix(name.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('.') || rest.starts_with('#'))
            };
            short
                .iter()
                .filter(known)
                .max_by_key(|(name, _)| name.len())
                .map_or(path.to_owned(), |(name, long)| path.replacen(name, long, 1))
        };
        if let Some((name, path)) = line.strip_prefix('@').and_then(|line| line.split_once(" = ")) {
            let path = words(path)?.concat();
            short.push((format!("@{}", name.trim()), long(short, &path)));
        } else if let Some(rest) = line.strip_prefix("+ ") {
            let (thing, reason) = rest.split_once(": ").ok_or("what is invented has a reason")?;
            let words = words(thing)?;
            let (field, entities) = words.split_last().filter(|(_, entities)| !entities.is_empty()).ok_or("no entity and field")?;
            if reason.trim().is_empty() {
                return Err("what is invented has a reason".to_owned());
            }
            let entities = list(entities).iter().map(|entity| long(short, entity)).collect();
            self.invented.push(Invented { number, entities, field: field.clone() });
        } else if let Some(rest) = line.strip_prefix("expect[") {
            let (at, found) = rest.split_once("] = ").ok_or("no number or no finding")?;
            let at = at.parse().map_err(|_| "no number")?;
            let places = |places: &str| words(places).map(|words| list(&words).iter().map(|place| long(short, place)).collect());
            let finding = match found.split_once(" at ") {
                _ if found.starts_with("policy: ") => Finding::Policy,
                Some(("nothing", place)) => Finding::None(None, places(place)?),
                Some((code, place)) => match code.strip_prefix("no ") {
                    Some(code) => Finding::None(Some(code.to_owned()), places(place)?),
                    None => Finding::Code(code.to_owned(), places(place)?),
                },
                None => return Err("neither a code, nor `nothing at`, nor a policy with its reason".to_owned()),
            };
            self.findings.push((at, finding));
        } else if let Some((leaf, rest)) = line.split_once(" -> ") {
            let said = words(rest)?;
            let said: Vec<&str> = said.iter().map(String::as_str).collect();
            let (entity, field, said) = match said.as_slice() {
                [entity, "sound"] => {
                    let place = Place::Sound { entity: long(short, entity) };
                    self.lines.push(Line { number, leaf: leaf.trim().to_owned(), place });
                    return Ok(());
                }
                [entity, field] => (entity, field, Said::Own),
                [entity, field, "=", word] => (entity, field, Said::Word((*word).to_owned())),
                [entity, field, "as", text] => (entity, field, Said::Text((*text).to_owned())),
                _ => return Err("no entity and field".to_owned()),
            };
            let place = Place::Field { entity: long(short, entity), field: (*field).to_owned(), said };
            self.lines.push(Line { number, leaf: leaf.trim().to_owned(), place });
        } else if let Some((leaf, rest)) = line.split_once(" ~> ") {
            let said = words(rest)?;
            let [entity, words] = said.as_slice() else { return Err("no entity and words".to_owned()) };
            let place = Place::Note { entity: long(short, entity), words: words.clone() };
            self.lines.push(Line { number, leaf: leaf.trim().to_owned(), place });
        } else if let Some((leaf, reason)) = line.split_once(" -- ") {
            if reason.trim().is_empty() {
                return Err("no reason".to_owned());
            }
            self.lines.push(Line { number, leaf: leaf.trim().to_owned(), place: Place::Nowhere });
        } else {
            return Err("neither `->`, nor `~>`, nor `--`".to_owned());
        }
        Ok(())
    }
}
