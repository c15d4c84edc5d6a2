//! The keywords of policies, settings and thresholds: a table of their own, since what stands behind them is read by another road.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::diagnostic::{Lang, suggest};

/// A keyword of a policy, and where it stands.
#[derive(Debug, PartialEq, Eq)]
pub struct PolicyRow {
    pub word: PolicyWord,
    pub en: &'static [&'static str],
    pub fr: &'static [&'static str],
    help_en: &'static str,
    help_fr: &'static str,
}

macro_rules! rows {
    ($($word:ident = $($en:literal)+ | $($fr:literal)+, $help_en:literal | $help_fr:literal;)*) => {
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum PolicyWord { $($word),* }

        /// In the order of [`PolicyWord`].
        pub static POLICY_ROWS: &[PolicyRow] = &[$(
            PolicyRow { word: PolicyWord::$word, en: &[$($en),+], fr: &[$($fr),+], help_en: $help_en, help_fr: $help_fr }
        ),*];
    };
}

rows! {
    Policy = "policy" | "règle", "A judgement that the plan is checked against." | "Un jugement que l'on porte sur le plan.";
    Pack = "pack" | "recueil", "Policies that go together: its conditions and sources hold for each." |
        "Des règles qui vont ensemble : ses conditions et ses sources valent pour chacune.";
    Threshold = "threshold" | "seuil", "A value that the law sets, with its dates." | "Une valeur que fixe la loi, avec ses dates.";
    Also = "also" | "aussi", "A second spelling of the name." | "Une autre écriture du nom.";
    Code = "code" | "code", "Its code: stable, never used again." | "Son code : stable, jamais repris.";
    Title = "title" | "titre", "What it asks for, in a sentence." | "Ce qu'elle demande, en une phrase.";
    Why = "why" | "pourquoi", "Why it matters." | "Pourquoi c'est important.";
    Severity = "severity" | "gravité", "`error`, `warning` or `advice`." | "`erreur`, `avertissement` ou `conseil`.";
    Source = "source" | "source", "The reference that it rests on, and where in it." | "La référence dont elle vient, et l'endroit.";
    Parameter = "parameter" | "paramètre", "A value that a plan may set otherwise: `parameter margin = 6 months`." |
        "Une valeur qu'un plan peut régler : `paramètre marge = 6 mois`.";
    Applies = "applies if" | "applicable si", "When it has an object at all." | "Quand elle a un objet.";
    Each = "each" | "chaque", "What is judged, one after the other." | "Ce que l'on juge, un à un.";
    Let = "let" | "soit", "A name for a value: `let delivery = earliest of milestone.date for milestone of goal`." |
        "Un nom pour une valeur : `soit livraison = minimum de jalon.date pour jalon de l'objectif`.";
    Where = "where" | "lorsque", "Which of them are judged." | "Lesquels on juge.";
    Require = "require" | "exige", "What must hold." | "Ce qui doit être vrai.";
    At = "at" | "sur", "What a finding underlines." | "Ce que souligne un constat.";
    Show = "show" | "montre", "What else it shows." | "Ce qu'il montre aussi.";
    Message = "message" | "message", "What is said of a finding." | "Ce que dit un constat.";
    Help = "help" | "aide", "What to do about it." | "Ce qu'il faut faire.";
    Fix = "fix" | "corrige", "A change of the plan that is always right." | "Une correction du plan toujours juste.";
    Suggest = "suggest" | "propose", "A change of the plan to be read over." | "Une correction du plan à relire.";
    Flags = "flags" | "signale", "A plan in which it finds these." | "Un plan où elle les trouve.";
    Passes = "passes" | "accepte", "A plan in which it finds nothing." | "Un plan où elle ne trouve rien.";
    Undecided = "undecided" | "indécis", "A plan in which it cannot be decided." | "Un plan où elle ne peut être décidée.";
    Aside = "aside" | "sans-objet", "A plan in which it has no object." | "Un plan où elle est sans objet.";
    Since = "from" | "à partir du", "From a day on: `from 2026-01-01: 216 k€ HT`." | "À compter d'un jour : `à partir du 2026-01-01: 216 k€ HT`.";
    Until = "until" | "jusqu'au", "Not known after that day." | "Inconnue après ce jour.";
    Off = "off" | "désactive", "Switches a policy off: `off ART-03 because \"…\"`." | "Désactive une règle : `désactive ART-03 motif \"…\"`.";
    Because = "because" | "motif", "Why." | "Pourquoi.";
}

/// What stands at the margin.
pub const ITEMS: &[PolicyWord] = &[PolicyWord::Policy, PolicyWord::Pack, PolicyWord::Threshold];

/// What stands in a policy.
pub const STATEMENTS: &[PolicyWord] = &[
    PolicyWord::Also,
    PolicyWord::Code,
    PolicyWord::Title,
    PolicyWord::Why,
    PolicyWord::Severity,
    PolicyWord::Source,
    PolicyWord::Parameter,
    PolicyWord::Applies,
    PolicyWord::Each,
    PolicyWord::Let,
    PolicyWord::Where,
    PolicyWord::Require,
    PolicyWord::At,
    PolicyWord::Show,
    PolicyWord::Message,
    PolicyWord::Help,
    PolicyWord::Fix,
    PolicyWord::Suggest,
    PolicyWord::Flags,
    PolicyWord::Passes,
    PolicyWord::Undecided,
    PolicyWord::Aside,
];

/// What stands in a pack.
pub const OF_PACK: &[PolicyWord] =
    &[PolicyWord::Also, PolicyWord::Source, PolicyWord::Parameter, PolicyWord::Applies, PolicyWord::Policy, PolicyWord::Why];

/// What stands in a threshold.
pub const OF_THRESHOLD: &[PolicyWord] = &[PolicyWord::Source, PolicyWord::Since, PolicyWord::Until, PolicyWord::Also];

impl PolicyWord {
    pub fn row(self) -> &'static PolicyRow {
        &POLICY_ROWS[self as usize]
    }

    pub fn spelling(self, lang: Lang) -> &'static str {
        lang.of(self.row().fr[0], self.row().en[0])
    }

    pub fn help(self, lang: Lang) -> &'static str {
        lang.of(self.row().help_fr, self.row().help_en)
    }
}

/// The keyword that a text begins with, of those that may stand there, and how many bytes it takes. Blind to case and accents.
pub fn policy_word(text: &str, wanted: &[PolicyWord]) -> Option<(PolicyWord, usize)> {
    // Folding may change the number of bytes: words are compared one by one.
    let words: Vec<(usize, &str)> = words_of(text).take(3).collect();
    (1..=words.len()).rev().find_map(|count| {
        let (last, word) = words[count - 1];
        let end = last + word.len();
        let spelt = words[..count].iter().map(|(_, word)| suggest::fold(word)).collect::<Vec<_>>().join(" ");
        let found = BY_SPELLING.get(&spelt)?.iter().find(|word| wanted.contains(word))?;
        Some((*found, end))
    })
}

/// How many lines of a text of policies begin with a French keyword, less those that begin with an English one.
pub fn policies_lean(text: &str) -> i32 {
    let all: Vec<PolicyWord> = POLICY_ROWS.iter().map(|row| row.word).collect();
    let lean = |line: &str| {
        let line = line.trim_start();
        let Some((word, end)) = policy_word(line, &all) else {
            return i32::from(line.starts_with("utiliser ")) - i32::from(line.starts_with("use "));
        };
        let spelt = suggest::fold(&line[..end]);
        let is = |spellings: &[&str]| spellings.iter().any(|spelling| suggest::fold(spelling) == spelt);
        i32::from(is(word.row().fr)) - i32::from(is(word.row().en))
    };
    text.lines().map(lean).sum()
}

/// The words at the beginning of a text, an elided one with its mark.
fn words_of(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let inner = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '\'' | '’' | '\u{300}'..='\u{36f}');
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = &text[at..];
        let gap = rest.len() - rest.trim_start_matches([' ', '\t', '\u{a0}', '\u{202f}']).len();
        let word = &rest[gap..];
        let length = word.find(|c: char| !inner(c)).unwrap_or(word.len());
        let start = at + gap;
        at = start + length;
        (length > 0).then(|| (start, &text[start..start + length]))
    })
}

/// Does an item hold policies, thresholds or settings? What begins it decides.
pub fn is_policy(item: &str) -> bool {
    let start = first_words(item);
    // Most items begin with none of these letters.
    if !start.starts_with(['p', 'P', 'r', 'R', 't', 'T', 's', 'S', 'u', 'U']) {
        return false;
    }
    match policy_word(start, ITEMS) {
        Some((PolicyWord::Policy | PolicyWord::Pack | PolicyWord::Threshold, _)) => true,
        _ => settings_of(start).is_some(),
    }
}

/// What stands before the first word of an item: notes and blanks are passed over.
fn first_words(item: &str) -> &str {
    let mut rest = item.trim_start();
    while rest.starts_with("//") {
        rest = rest.split_once('\n').map_or("", |(_, rest)| rest).trim_start();
    }
    rest
}

/// `use std.policies.law with {`: how many bytes stand before `with`.
pub fn settings_of(start: &str) -> Option<usize> {
    let line = start.lines().next()?;
    let word = line.split_whitespace().next()?;
    if !["use", "utiliser"].contains(&word) {
        return None;
    }
    ["with", "avec"].iter().find_map(|with| {
        line.match_indices(with).map(|(at, _)| at).find(|at| {
            let behind = line[at + with.len()..].trim_start();
            line[..*at].ends_with(char::is_whitespace) && (behind.is_empty() || behind.starts_with('{'))
        })
    })
}

/// How much of an item's text the plan itself reads: the `use` of `use … with { … }`, and nothing of a policy.
pub fn of_the_plan(item: &str) -> &str {
    let start = first_words(item);
    let before = item.len() - start.len();
    settings_of(start).map_or("", |at| &item[..before + at])
}

static BY_SPELLING: LazyLock<FxHashMap<String, Vec<PolicyWord>>> = LazyLock::new(|| {
    let mut map: FxHashMap<String, Vec<PolicyWord>> = FxHashMap::default();
    for row in POLICY_ROWS {
        for spelling in row.en.iter().chain(row.fr) {
            let words = map.entry(suggest::fold(spelling)).or_default();
            if !words.contains(&row.word) {
                words.push(row.word);
            }
        }
    }
    map
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keywords_of_several_words_in_both_languages() {
        for (at, row) in POLICY_ROWS.iter().enumerate() {
            assert_eq!(row.word as usize, at);
        }
        for (text, word, rest) in [
            ("applies if authority", PolicyWord::Applies, " authority"),
            ("applicable si existe x", PolicyWord::Applies, " existe x"),
            ("à partir du 2026-01-01: 1 €", PolicyWord::Since, " 2026-01-01: 1 €"),
            ("jusqu’au 2027-12-31", PolicyWord::Until, " 2027-12-31"),
            ("Règle a {", PolicyWord::Policy, " a {"),
        ] {
            let all: Vec<PolicyWord> = POLICY_ROWS.iter().map(|row| row.word).collect();
            let (found, end) = policy_word(text, &all).expect(text);
            assert_eq!((found, &text[end..]), (word, rest));
        }
    }
}
