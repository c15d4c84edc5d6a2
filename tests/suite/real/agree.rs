//! Does what the plan says agree with what the document says? By their words: case, accents and blanks apart.

use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

/// A text as its words: `12 500 €` is `12500`, `€`.
pub fn tokens(text: &str) -> Vec<String> {
    let plain: Vec<char> = text.nfd().filter(|c| !('\u{300}'..'\u{370}').contains(c)).flat_map(char::to_lowercase).collect();
    let digit = |at: usize| plain.get(at).is_some_and(char::is_ascii_digit);
    let mut tokens: Vec<String> = Vec::new();
    let (mut word, mut grouped) = (String::new(), false);
    for (at, c) in plain.iter().copied().enumerate() {
        let number = at > 0 && digit(at - 1) && word.chars().next().is_some_and(|first| first.is_ascii_digit());
        // `12 500`: one to three digits, and then groups of three.
        let group = matches!(c, ' ' | '\u{a0}' | '\u{202f}')
            && word.bytes().all(|c| c.is_ascii_digit())
            && ((1..=3).contains(&word.len()) || grouped)
            && (1..=3).all(|next| digit(at + next))
            && !digit(at + 4);
        grouped = group || (grouped && c.is_ascii_digit());
        // `m2`, `o1`: letters and digits are words apart.
        if c.is_alphanumeric() && word.chars().next_back().is_some_and(|last| last.is_ascii_digit() != c.is_ascii_digit()) {
            tokens.push(std::mem::take(&mut word));
        }
        if c.is_alphanumeric() {
            word.push(c);
        } else if number && matches!(c, '.' | ',') && digit(at + 1) {
            word.push('.');
        } else if !group {
            tokens.extend((!word.is_empty()).then(|| std::mem::take(&mut word)));
            tokens.extend("%€£$".contains(c).then(|| c.to_string()));
        }
    }
    tokens.extend((!word.is_empty()).then_some(word));
    tokens
        .into_iter()
        .map(|token| if token.contains('.') { token.trim_end_matches('0').trim_end_matches('.').to_owned() } else { token })
        .collect()
}

pub fn is_number(token: &str) -> bool {
    token.starts_with(|c: char| c.is_ascii_digit())
}

/// Where one list of words stands in another.
pub fn position(of: &[String], within: &[String]) -> Option<usize> {
    (!of.is_empty()).then(|| within.windows(of.len()).position(|words| words == of)).flatten()
}

/// The table of equivalences: `outside = partner: why`, a line each.
pub struct Words(pub Vec<(Vec<String>, Vec<String>)>);

impl Words {
    pub fn read(text: &str) -> Result<Words, String> {
        let row = |line: &str| {
            let (words, reason) =
                line.split_once(": ").filter(|(_, reason)| !reason.trim().is_empty()).ok_or(format!("no reason: {line}"))?;
            let (theirs, ours) = words.split_once(" = ").ok_or(format!("no two words: {line}"))?;
            _ = reason;
            Ok((tokens(theirs), tokens(ours)))
        };
        text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')).map(row).collect::<Result<_, String>>().map(Words)
    }

    /// A text in its own words and, row after row, in ours; each with the row.
    fn variants(&self, text: &[String]) -> Vec<(Vec<String>, Option<usize>)> {
        let mut all = vec![(text.to_vec(), None)];
        for (row, (theirs, ours)) in self.0.iter().enumerate() {
            if let Some(at) = position(theirs, text) {
                let mut other = text.to_vec();
                other.splice(at..at + theirs.len(), ours.iter().cloned());
                all.push((other, Some(row)));
            }
        }
        all
    }
}

/// A fact of the export, and which of its words a leaf has claimed.
#[derive(Debug)]
pub struct Fact {
    /// The number of its entity.
    pub entity: usize,
    /// `name`, `title`, `concept`, `note`, or the keyword of a field.
    pub field: String,
    /// `start`, `end`, `now`, `before`, or its number in a list; `2.start`.
    pub step: String,
    pub json: Value,
    pub words: Vec<String>,
    pub covered: Vec<bool>,
    pub claimed: bool,
}

impl Fact {
    pub fn new(entity: usize, field: &str, step: String, json: Value) -> Fact {
        let mut words = Vec::new();
        scalars(&json, "", &mut words);
        Fact { entity, field: field.to_owned(), step, covered: vec![false; words.len()], words, json, claimed: false }
    }

    /// The first and last year of an amount by year.
    fn years(&self) -> Option<(i64, i64)> {
        self.json.get("first").and_then(Value::as_i64).zip(self.json.get("last").and_then(Value::as_i64))
    }

    /// Is it the one meant by `[2]`, `[2015]`, `.start`?
    pub fn is_at(&self, step: &str) -> bool {
        match (self.years(), step.parse::<i64>()) {
            (Some((first, last)), Ok(year)) if year >= 1900 => (first..=last).contains(&year),
            _ => self.step.split('.').any(|own| own == step),
        }
    }

    /// Does it say so? Then these words of it are claimed, and the row of the table that it took is given.
    pub fn says(&mut self, text: &str, table: &Words) -> Option<Option<usize>> {
        let said = tokens(text);
        for (words, row) in table.variants(&said) {
            if self.says_words(text, &words) {
                return Some(row);
            }
        }
        None
    }

    fn says_words(&mut self, text: &str, words: &[String]) -> bool {
        if is_date(&self.json) {
            let (about, written) = match text.split_once(' ') {
                Some(("about" | "environ" | "vers", rest)) => (true, rest),
                _ => (false, text),
            };
            let Some((first, last)) = days(written) else { return false };
            let same = self.json["first"] == first.as_str() && self.json["last"] == last.as_str() && self.json["about"] == about;
            self.claimed |= same;
            self.covered.iter_mut().for_each(|covered| *covered |= same);
            return same;
        }
        if self.json.is_object() {
            // A number, a unit, a sign: each word stands somewhere in it.
            if words.is_empty() || !words.iter().all(|word| self.words.contains(word)) {
                return false;
            }
            self.words.iter().zip(&mut self.covered).for_each(|(own, covered)| *covered |= words.contains(own));
        } else {
            let Some(at) = position(words, &self.words) else { return false };
            self.covered[at..at + words.len()].iter_mut().for_each(|covered| *covered = true);
        }
        self.claimed = true;
        true
    }

    /// Words that no leaf has: numbers, and what is longer than an article.
    pub fn more(&self) -> Vec<&str> {
        let free = self.words.iter().zip(&self.covered).filter(|(_, covered)| !**covered);
        free.map(|(word, _)| word.as_str()).filter(|word| is_number(word) || *word == "%" || word.chars().count() > 3).collect()
    }
}

/// Every word of a value; of what is true or false, what is true.
fn scalars(json: &Value, key: &str, words: &mut Vec<String>) {
    match json {
        Value::Null | Value::Bool(false) => {}
        Value::Bool(true) if key == "percent" => words.push("%".to_owned()),
        Value::Bool(true) => words.extend(tokens(if key.is_empty() { "true" } else { key })),
        Value::Number(number) => words.extend(tokens(&number.to_string())),
        Value::String(text) if key == "bound" && text == "exactly" => {}
        Value::String(text) => words.extend(tokens(text)),
        Value::Array(all) => all.iter().for_each(|one| scalars(one, key, words)),
        Value::Object(all) => {
            // The years of an amount are where it stands, and what is counted has the date that it comes to.
            let years = all.contains_key("first") && !all.contains_key("grain");
            let aside = |key: &str| (years && ["first", "last"].contains(&key)) || (key == "date" && all.contains_key("after"));
            all.iter().filter(|(key, _)| !aside(key)).for_each(|(key, one)| scalars(one, key, words));
        }
    }
}

pub fn is_date(json: &Value) -> bool {
    json.get("grain").is_some()
}

/// `2015-11-23`, `2015-11`, `2015`: its first and last day.
pub fn days(text: &str) -> Option<(String, String)> {
    let text = text.trim();
    let mut parts = text.split('-');
    let year: i16 = parts.next().filter(|year| year.len() == 4)?.parse().ok()?;
    let part = |part: Option<&str>| part.map(|part| part.parse::<i8>().ok().filter(|_| part.len() == 2).ok_or(())).transpose().ok();
    let (month, day) = (part(parts.next())?, part(parts.next())?);
    if parts.next().is_some() {
        return None;
    }
    let first = jiff::civil::Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).ok()?;
    let last = match (month, day) {
        (_, Some(_)) => first,
        (Some(_), None) => first.last_of_month(),
        (None, None) => first.last_of_year(),
    };
    Some((first.to_string(), last.to_string()))
}

/// `2014 .. 2020`, `2022-2025`, `2020-02-13/2020-02-14`, or one date for both.
pub fn ends(text: &str) -> (String, String) {
    let years = |text: &str| text.len() == 9 && text.as_bytes()[4] == b'-' && text.bytes().filter(u8::is_ascii_digit).count() == 8;
    let (start, end) = match text.split_once("..").or_else(|| text.split_once('/')) {
        Some(ends) => ends,
        None if years(text) => (&text[..4], &text[5..]),
        None => (text, text),
    };
    (start.trim().to_owned(), end.trim().to_owned())
}

/// A value in its parts, each with its steps: the members of a list, the ends of a period, what is now and what was before.
pub fn parts(json: &Value, step: &str, all: &mut Vec<(String, Value)>) {
    let within = |key: &str| if step.is_empty() { key.to_owned() } else { format!("{step}.{key}") };
    match json {
        Value::Array(list) => list.iter().enumerate().for_each(|(at, one)| parts(one, &within(&at.to_string()), all)),
        Value::Object(object) if object.keys().all(|key| ["start", "end", "now", "before"].contains(&key.as_str())) => {
            object.iter().filter(|(_, one)| !one.is_null()).for_each(|(key, one)| parts(one, &within(key), all));
        }
        one => all.push((step.to_owned(), one.clone())),
    }
}
