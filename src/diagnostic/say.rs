use std::sync::Arc;

/// The two languages of messages and documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Lang {
    #[default]
    Fr,
    En,
}

impl Lang {
    pub fn parse(text: &str) -> Option<Lang> {
        match text {
            "fr" => Some(Lang::Fr),
            "en" => Some(Lang::En),
            _ => None,
        }
    }

    pub fn code(self) -> &'static str {
        self.of("fr", "en")
    }

    pub fn other(self) -> Lang {
        self.of(Lang::En, Lang::Fr)
    }

    pub fn of<T>(self, fr: T, en: T) -> T {
        match self {
            Lang::Fr => fr,
            Lang::En => en,
        }
    }
}

/// Something that a sentence speaks of: an amount, a date, a name. Each language writes it in its own way.
pub trait Spoken: Send + Sync {
    fn spoken(&self, lang: Lang) -> String;
}

/// Sentences as data: what they say in each language, and what they speak of. They become words when they are shown, in one language.
#[derive(Clone, Default)]
pub struct Say {
    sentences: Vec<Sentence>,
    /// The language that the plan is written in, where that is known: what stands between backquotes is to be written there.
    plan: Option<Lang>,
}

#[derive(Clone)]
struct Sentence {
    fr: &'static str,
    en: &'static str,
    names: &'static [&'static str],
    values: Arc<[Arc<dyn Spoken>]>,
}

impl Say {
    /// For [`say!`](crate::say), which holds the names to the sentences.
    pub fn new<const N: usize>(fr: &'static str, en: &'static str, names: &'static [&'static str], values: [Arc<dyn Spoken>; N]) -> Say {
        Say { sentences: vec![Sentence { fr, en, names, values: Arc::new(values) }], plan: None }
    }

    /// One value alone.
    pub fn of(value: impl Argument) -> Say {
        Say::new("{value}", "{value}", &["value"], [value.argument()])
    }

    pub fn is_empty(&self) -> bool {
        self.sentences.is_empty()
    }

    /// Adds a sentence, after a space.
    pub fn and(mut self, more: Say) -> Say {
        self.sentences.extend(more.sentences);
        self
    }

    /// Said to the author of a plan in this language.
    pub fn to_plan(self, lang: Lang) -> Say {
        Say { plan: Some(lang), ..self }
    }

    /// The words in one language; what is to be written in the plan, in the plan's own.
    pub fn show(&self, lang: Lang) -> String {
        match self.plan {
            Some(plan) if plan != lang => written_as(&self.words(lang), &self.words(plan)),
            Some(_) | None => self.words(lang),
        }
    }

    fn words(&self, lang: Lang) -> String {
        let mut text = String::new();
        for sentence in &self.sentences {
            if !text.is_empty() {
                text.push(' ');
            }
            sentence.write(lang, &mut text);
        }
        text
    }
}

impl Sentence {
    fn write(&self, lang: Lang, text: &mut String) {
        let mut rest = lang.of(self.fr, self.en);
        while let Some(at) = rest.find(['{', '}']) {
            text.push_str(&rest[..at]);
            let behind = &rest[at + 1..];
            // A brace written twice is a brace.
            if behind.starts_with(['{', '}']) && behind.as_bytes()[0] == rest.as_bytes()[at] {
                text.push_str(&behind[..1]);
                rest = &behind[1..];
                continue;
            }
            let (name, after) = behind.split_once('}').unwrap_or((behind, ""));
            let value = self.names.iter().position(|known| *known == name).map(|at| self.values[at].spoken(lang));
            rest = quote(text, &value.unwrap_or_default(), after);
        }
        text.push_str(rest);
    }
}

/// What stands between backquotes as the other language has it; the rest stays.
fn written_as(text: &str, other: &str) -> String {
    let (own, theirs): (Vec<&str>, Vec<&str>) = (text.split('`').collect(), other.split('`').collect());
    if own.len() != theirs.len() {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for (at, (own, theirs)) in own.into_iter().zip(theirs).enumerate() {
        match at % 2 {
            0 => out.push_str(own),
            // A number stays as the language of the message has it.
            _ if own.replace(',', ".") == theirs.replace(',', ".") => out += &format!("`{own}`"),
            _ => {
                article(&mut out, theirs);
                out += &format!("`{theirs}`");
            }
        }
    }
    out
}

/// `a goal`, `an objectif`: the article of a word that was another one.
fn article(text: &mut String, word: &str) {
    let vowel = word.to_lowercase().starts_with(['a', 'e', 'é', 'i', 'o', 'u']);
    if let Some(before) = text.strip_suffix(" an ").or_else(|| text.strip_suffix(" a ")) {
        text.truncate(before.len());
        text.push_str(if vowel { " an " } else { " a " });
    }
}

/// Adds a value. Between quotes it brings none of its own: no quote stands twice. Out: what follows it.
fn quote<'a>(text: &mut String, value: &str, after: &'a str) -> &'a str {
    let pairs = [('"', '"'), ('«', '»'), ('“', '”')];
    let inner = pairs.iter().find_map(|(open, close)| value.strip_prefix(*open)?.strip_suffix(*close));
    let inner = inner.map(|inner| inner.trim_matches([' ', '\u{a0}', '\u{202f}'])).filter(|inner| !inner.is_empty()).unwrap_or(value);
    if text.ends_with("« ") && after.starts_with(" »") {
        let inner = inner.replace(['\u{a0}', '\u{202f}'], " ").replace("« ", "“").replace(" »", "”");
        text.push_str(&paired(&inner.replace('«', "“").replace('»', "”"), '“', '”'));
    } else if let (true, Some(rest)) = (text.ends_with('"'), after.strip_prefix('"')) {
        if inner.contains('"') {
            *text += &format!("{}\"", paired(inner, '‘', '’'));
            return rest;
        }
        text.push_str(inner);
    } else {
        text.push_str(value);
    }
    after
}

/// Straight quotes as those that stand within other quotes.
fn paired(text: &str, open: char, close: char) -> String {
    let mut opens = false;
    let mut quote = || {
        opens ^= true;
        if opens { open } else { close }
    };
    text.chars().map(|c| if c == '"' { quote() } else { c }).collect()
}

impl PartialEq for Say {
    fn eq(&self, other: &Say) -> bool {
        [Lang::Fr, Lang::En].into_iter().all(|lang| self.show(lang) == other.show(lang))
    }
}

impl Eq for Say {}

impl std::fmt::Debug for Say {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?} / {:?}", self.show(Lang::Fr), self.show(Lang::En))
    }
}

impl Spoken for Say {
    fn spoken(&self, lang: Lang) -> String {
        self.show(lang)
    }
}

impl Spoken for String {
    fn spoken(&self, _: Lang) -> String {
        self.clone()
    }
}

macro_rules! spoken_as_written {
    ($($of:ty),*) => {$(
        impl Spoken for $of {
            fn spoken(&self, _: Lang) -> String {
                self.to_string()
            }
        }
    )*};
}
spoken_as_written!(char, u8, u16, u32, u64, usize, i8, i16, i32, i64, rust_decimal::Decimal);

/// Words that the two languages write each in its own way.
#[derive(Clone)]
pub struct Two(pub String, pub String);

pub fn two(fr: impl Into<String>, en: impl Into<String>) -> Two {
    Two(fr.into(), en.into())
}

impl Spoken for Two {
    fn spoken(&self, lang: Lang) -> String {
        lang.of(&self.0, &self.1).clone()
    }
}

/// What the language says of a row, as a function of the language.
#[derive(Clone)]
pub struct By<F>(pub F);

impl<F: Fn(Lang) -> String + Send + Sync> Spoken for By<F> {
    fn spoken(&self, lang: Lang) -> String {
        self.0(lang)
    }
}

/// `Élément de la phrase` with a small first letter: for what stands within a sentence.
#[derive(Clone)]
pub struct Within(pub Say);

impl Spoken for Within {
    fn spoken(&self, lang: Lang) -> String {
        let text = self.0.show(lang);
        let mut chars = text.chars();
        chars.next().map(|first| first.to_lowercase().chain(chars).collect()).unwrap_or_default()
    }
}

/// What may be given to a sentence.
pub trait Argument {
    fn argument(&self) -> Arc<dyn Spoken>;
}

impl<T: Spoken + Clone + 'static> Argument for T {
    fn argument(&self) -> Arc<dyn Spoken> {
        Arc::new(self.clone())
    }
}

impl Argument for str {
    fn argument(&self) -> Arc<dyn Spoken> {
        Arc::new(self.to_owned())
    }
}

/// Do two sentences speak of these names, and of no other, and quote as much of a plan? Asked when the program is built.
pub const fn speaks_of(fr: &str, en: &str, names: &[&str]) -> bool {
    backquotes(fr.as_bytes()) == backquotes(en.as_bytes())
        && names_known(fr.as_bytes(), names)
        && names_known(en.as_bytes(), names)
        && names_used(fr.as_bytes(), en.as_bytes(), names)
}

const fn backquotes(text: &[u8]) -> usize {
    let (mut at, mut count) = (0, 0);
    while at < text.len() {
        count += (text[at] == b'`') as usize;
        at += 1;
    }
    count
}

const fn names_known(text: &[u8], names: &[&str]) -> bool {
    let mut at = 0;
    while at < text.len() {
        if text[at] == b'{' || text[at] == b'}' {
            if at + 1 < text.len() && text[at + 1] == text[at] {
                at += 2;
                continue;
            }
            let mut known = false;
            let mut n = 0;
            while n < names.len() {
                known |= holds(text, at, names[n].as_bytes());
                n += 1;
            }
            if !known {
                return false;
            }
            while text[at] != b'}' {
                at += 1;
            }
        }
        at += 1;
    }
    true
}

const fn names_used(fr: &[u8], en: &[u8], names: &[&str]) -> bool {
    let mut n = 0;
    while n < names.len() {
        let (mut used, mut at) = (false, 0);
        while at < fr.len() || at < en.len() {
            used |= holds(fr, at, names[n].as_bytes()) || holds(en, at, names[n].as_bytes());
            at += 1;
        }
        if !used {
            return false;
        }
        n += 1;
    }
    true
}

/// Does `{name}` stand there?
const fn holds(text: &[u8], at: usize, name: &[u8]) -> bool {
    if at + name.len() + 1 >= text.len() || text[at] != b'{' || text[at + name.len() + 1] != b'}' {
        return false;
    }
    let mut k = 0;
    while k < name.len() {
        if text[at + 1 + k] != name[k] {
            return false;
        }
        k += 1;
    }
    true
}

/// `say!("… {title} …"; "… {title} …", title, cost = goal.cost)`: a [`Say`], French first, and what it speaks of.
#[macro_export]
macro_rules! say {
    ($fr:literal; $en:literal $(, $name:ident $(= $value:expr)?)* $(,)?) => {{
        const _: () = assert!(
            $crate::diagnostic::speaks_of($fr, $en, &[$(stringify!($name)),*]),
            "a sentence speaks of what it is not given, or is given what it does not speak of"
        );
        #[allow(unused_imports)]
        use $crate::diagnostic::Argument as _;
        $crate::diagnostic::Say::new($fr, $en, &[$(stringify!($name)),*], [$($crate::say!(@ $name $(= $value)?)),*])
    }};
    (@ $name:ident) => { $name.argument() };
    (@ $name:ident = $value:expr) => { $value.argument() };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_written_when_it_is_shown() {
        let (title, count) = ("Guichet", 3);
        let said =
            say!("« {title} » : {count} {{ {unit} }}."; "\"{title}\": {count} {{ {unit} }}.", title, count, unit = two("jours", "days"));
        assert_eq!(said.show(Lang::Fr), "« Guichet » : 3 { jours }.");
        assert_eq!(said.clone().and(say!("Fin."; "End.")).show(Lang::En), "\"Guichet\": 3 { days }. End.");
        assert_eq!(Within(said).spoken(Lang::Fr), "« Guichet » : 3 { jours }.");
    }

    #[test]
    fn what_is_to_be_written_is_in_the_language_of_the_plan() {
        let said = say!("Ajoutez `pilote` ({count})."; "Add `owner` ({count}).", count = 1).to_plan(Lang::En);
        assert_eq!(said.show(Lang::Fr), "Ajoutez `owner` (1).");
        assert_eq!(said.show(Lang::En), "Add `owner` (1).");
        let said = say!("Ajoutez un `objectif`."; "Add a `goal`.").to_plan(Lang::Fr);
        assert_eq!(said.show(Lang::En), "Add an `objectif`.");
        assert!(!speaks_of("`a`", "a", &[]), "each language quotes as much");
    }

    #[test]
    fn no_quote_stands_twice() {
        let said = |found: &str| say!("Pas « {found} »."; "Not \"{found}\".", found);
        assert_eq!(said("\"DSIL\"").show(Lang::Fr), "Pas « DSIL ».");
        assert_eq!(said("\"DSIL\"").show(Lang::En), "Not \"DSIL\".");
        assert_eq!(said("« DSIL »").show(Lang::Fr), "Pas « DSIL ».");
        assert_eq!(said("\"DSIL\" 3 k€").show(Lang::En), "Not \"‘DSIL’ 3 k€\".");
        assert_eq!(said("a « b »").show(Lang::Fr), "Pas « a “b” ».");
    }

    #[test]
    fn what_a_sentence_speaks_of_is_held_to_what_it_is_given() {
        assert!(speaks_of("{a} {{x}}", "b {b} {a}", &["a", "b"]));
        for (fr, en, names) in [("{a}", "", &[][..]), ("", "", &["a"]), ("{a", "", &["a"]), ("{ab}", "", &["a"]), ("a}", "", &["a"])] {
            assert!(!speaks_of(fr, en, names), "{fr}");
        }
    }
}
