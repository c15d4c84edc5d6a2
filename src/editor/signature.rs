//! How a phrase of a policy goes on: what each of its places takes, and which one is being written.

use super::policy::{Around, inside};
use crate::analysis::Analysis;
use crate::diagnostic::{Lang, suggest};
use crate::language::{PolicyWord, policy_word};
use crate::syntax::expression::{Scanned, scanned};
use crate::text::SourceId;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    pub label: String,
    /// What it says, in a sentence.
    pub help: String,
    /// Each is a part of the label; and what it takes.
    pub parameters: Vec<(String, String)>,
    /// The one that is being written.
    pub active: u32,
}

/// The words that a phrase begins with, and those before each place behind the first.
pub struct Form {
    pub fr: (&'static str, &'static [(&'static str, &'static str)]),
    pub en: (&'static str, &'static [(&'static str, &'static str)]),
    pub help_fr: &'static str,
    pub help_en: &'static str,
}

/// Phrases of expressions: the word that joins, and what is due behind it.
pub const FORMS: &[Form] = &[
    Form {
        fr: ("nombre de", &[("", "CHOSE"), ("telle que", "CONDITION")]),
        en: ("count of", &[("", "THING"), ("where", "CONDITION")]),
        help_fr: "Combien il y en a.",
        help_en: "How many there are.",
    },
    Form {
        fr: ("somme de", &[("", "VALEUR"), ("pour", "CHOSE"), ("telle que", "CONDITION")]),
        en: ("sum of", &[("", "VALUE"), ("for", "THING"), ("where", "CONDITION")]),
        help_fr: "La somme d'une valeur de chacune.",
        help_en: "The sum of a value of each.",
    },
    Form {
        fr: ("minimum de", &[("", "VALEUR"), ("pour", "CHOSE"), ("telle que", "CONDITION")]),
        en: ("earliest of", &[("", "VALUE"), ("for", "THING"), ("where", "CONDITION")]),
        help_fr: "La plus petite, ou la première.",
        help_en: "The smallest, or the first.",
    },
    Form {
        fr: ("maximum de", &[("", "VALEUR"), ("pour", "CHOSE"), ("telle que", "CONDITION")]),
        en: ("latest of", &[("", "VALUE"), ("for", "THING"), ("where", "CONDITION")]),
        help_fr: "La plus grande, ou la dernière.",
        help_en: "The greatest, or the last.",
    },
    Form {
        fr: ("part de", &[("", "CHOSE"), ("telle que", "CONDITION")]),
        en: ("share of", &[("", "THING"), ("where", "CONDITION")]),
        help_fr: "Quelle part d'entre elles.",
        help_en: "What share of them.",
    },
    Form {
        fr: ("liste de", &[("", "CHOSE"), ("telle que", "CONDITION")]),
        en: ("list of", &[("", "THING"), ("where", "CONDITION")]),
        help_fr: "Celles qui remplissent la condition.",
        help_en: "Those that meet the condition.",
    },
    Form {
        fr: ("toute", &[("", "CHOSE"), ("parmi", "LISTE"), ("telle que", "CONDITION"), ("vérifie", "CONDITION")]),
        en: ("every", &[("", "THING"), ("in", "LIST"), ("where", "CONDITION"), ("satisfies", "CONDITION")]),
        help_fr: "Vrai si chacune vérifie la condition.",
        help_en: "True if each meets the condition.",
    },
    Form {
        fr: ("existe", &[("", "CHOSE"), ("telle que", "CONDITION")]),
        en: ("exists", &[("", "THING"), ("where", "CONDITION")]),
        help_fr: "Vrai s'il y en a une, ou si la valeur est écrite.",
        help_en: "True if there is one, or if the value is written.",
    },
    Form {
        fr: ("aucune", &[("", "CHOSE"), ("telle que", "CONDITION")]),
        en: ("no", &[("", "THING"), ("where", "CONDITION")]),
        help_fr: "Vrai s'il n'y en a pas.",
        help_en: "True if there is none.",
    },
    Form {
        fr: ("si", &[("", "CONDITION"), ("alors", "VALEUR"), ("sinon", "VALEUR")]),
        en: ("if", &[("", "CONDITION"), ("then", "VALUE"), ("else", "VALUE")]),
        help_fr: "L'une ou l'autre valeur.",
        help_en: "One value or the other.",
    },
    Form {
        fr: ("jours-francs", &[("(", "DATE"), (",", "DATE)")]),
        en: ("clear-days", &[("(", "DATE"), (",", "DATE)")]),
        help_fr: "Les jours entre deux dates, sans compter ni l'une ni l'autre.",
        help_en: "The days between two dates, neither of them counted.",
    },
];

/// A word that joins what stands on either side of it; the first spelling of a language is the usual one.
pub struct Joint {
    pub fr: &'static [&'static str],
    pub en: &'static [&'static str],
    pub help: (&'static str, &'static str),
}

#[rustfmt::skip]
pub const JOINTS: &[Joint] = &[
    Joint { fr: &["telle que", "tel que", "tels que", "telles que"], en: &["where"], help: ("Celles seulement qui remplissent la condition.", "Those only that meet the condition.") },
    Joint { fr: &["parmi", "dans"], en: &["in"], help: ("L'une des valeurs de la liste, ou ce que l'on parcourt.", "One of the values of the list, or what is gone through.") },
    Joint { fr: &["n'est pas"], en: &["is not"], help: ("Vrai si les deux valeurs diffèrent.", "True if the two values differ.") },
    Joint { fr: &["est"], en: &["is"], help: ("Vrai si les deux valeurs sont les mêmes.", "True if the two values are the same.") },
    Joint { fr: &["contient"], en: &["contains"], help: ("Vrai si la liste a cette valeur.", "True if the list has this value.") },
    Joint { fr: &["avant"], en: &["before"], help: ("Vrai si la première date vient plus tôt.", "True if the first date is the earlier one.") },
    Joint { fr: &["après"], en: &["after"], help: ("Vrai si la première date vient plus tard.", "True if the first date is the later one.") },
    Joint { fr: &["et"], en: &["and"], help: ("Vrai si les deux conditions le sont.", "True if both conditions are.") },
    Joint { fr: &["ou"], en: &["or"], help: ("Vrai si l'une des deux conditions l'est.", "True if one of the two conditions is.") },
    Joint { fr: &["non"], en: &["not"], help: ("Vrai si la condition ne l'est pas.", "True if the condition is not.") },
    Joint { fr: &["vérifie"], en: &["satisfies"], help: ("La condition que chacune doit remplir.", "The condition that each must meet.") },
    Joint { fr: &["alors"], en: &["then"], help: ("La valeur si la condition est vraie.", "The value if the condition is true.") },
    Joint { fr: &["sinon"], en: &["else", "otherwise"], help: ("La valeur si rien d'autre n'est connu ou vrai.", "The value if nothing else is known or true.") },
    Joint { fr: &["pour"], en: &["for"], help: ("Ce dont on prend la valeur, l'un après l'autre.", "What the value is taken of, one after the other.") },
];

/// Statements with more than one place.
const STATEMENTS: &[(PolicyWord, Form)] = &[
    (
        PolicyWord::Source,
        Form {
            fr: ("source", &[("", "RÉFÉRENCE"), ("\"", "ENDROIT\"")]),
            en: ("source", &[("", "REFERENCE"), ("\"", "PLACE\"")]),
            help_fr: "Le texte dont vient la règle, et l'endroit.",
            help_en: "The text that the policy rests on, and where in it.",
        },
    ),
    (
        PolicyWord::Parameter,
        Form {
            fr: ("paramètre", &[("", "NOM"), ("=", "VALEUR")]),
            en: ("parameter", &[("", "NAME"), ("=", "VALUE")]),
            help_fr: "Une valeur qu'un plan peut régler.",
            help_en: "A value that a plan may set.",
        },
    ),
    (
        PolicyWord::Let,
        Form {
            fr: ("soit", &[("", "NOM"), ("=", "VALEUR")]),
            en: ("let", &[("", "NAME"), ("=", "VALUE")]),
            help_fr: "Un nom pour une valeur.",
            help_en: "A name for a value.",
        },
    ),
    (
        PolicyWord::Each,
        Form {
            fr: ("chaque", &[("", "CHOSE"), ("parmi", "LISTE")]),
            en: ("each", &[("", "THING"), ("in", "LIST")]),
            help_fr: "Ce que l'on juge, un à un.",
            help_en: "What is judged, one after the other.",
        },
    ),
];

/// Nothing outside policies and settings.
pub fn signature(analysis: &Analysis, source: SourceId, offset: u32, lang: Lang) -> Option<Signature> {
    let inside = inside(analysis, source, offset)?;
    if let Around::Settings(_) = inside.around {
        let begun = inside.begun.clone()?;
        return setting(analysis, &inside.text[begun], lang);
    }
    if let Around::Setting(policy) = &inside.around {
        let line = inside.begun.clone().map_or("", |begun| &inside.text[begun]);
        return setting(analysis, &format!("{policy} {line}"), lang);
    }
    let (word, _) = inside.keyword?;
    let (_, behind) = inside.behind()?;
    let tongue = super::policy::tongue(analysis, source);
    let inner = phrase(behind);
    if let Some((form, from)) = inner {
        return Some(shown(form, &behind[from..], tongue, lang));
    }
    let (_, form) = STATEMENTS.iter().find(|(known, _)| *known == word)?;
    Some(shown(form, behind, tongue, lang))
}

/// The innermost phrase that a text ends in, and where what is behind its first words begins.
fn phrase(text: &str) -> Option<(&'static Form, usize)> {
    let tokens: Vec<_> = scanned(text).collect();
    let mut depth = 0;
    for at in (0..tokens.len()).rev() {
        let token = tokens[at];
        match token.kind {
            Scanned::Close => depth += 1,
            Scanned::Open if depth > 0 => depth -= 1,
            Scanned::Word if depth == 0 => {
                let next = tokens.get(at + 1).copied();
                for form in FORMS {
                    for (opens, _) in [form.fr, form.en] {
                        let mut words = opens.split(' ');
                        let first = words.next().is_some_and(|word| suggest::same(word, &text[token.range()]));
                        let second = words.next().is_none() || next.is_some_and(|next| joins(&text[next.range()]));
                        let end = if opens.contains(' ') { next.map_or(token.end, |next| next.end) } else { token.end };
                        if first && second && end < text.len() {
                            return Some((form, end));
                        }
                    }
                }
            }
            _ => {}
        }
    }
    None
}

/// `de`, `des`, `d'`, `of`.
fn joins(word: &str) -> bool {
    matches!(word, "de" | "des" | "du" | "d" | "of")
}

fn shown(form: &Form, behind: &str, tongue: Lang, lang: Lang) -> Signature {
    let (opens, places) = tongue.of(form.fr, form.en);
    let mut label = opens.to_owned();
    for (lead, place) in places {
        let gap = if matches!(*lead, "(" | ",") { "" } else { " " };
        label += &match lead.is_empty() {
            true => format!(" {place}"),
            false if *lead == "\"" => format!(" \"{place}"),
            false if *lead == "(" => format!("({place}"),
            false => format!("{gap}{lead} {place}"),
        };
    }
    // The last joining word that is written tells the place.
    let both = form.fr.1.iter().zip(form.en.1).enumerate();
    let written = |lead: &str| !lead.is_empty() && holds(behind, lead);
    let active = both.filter(|(_, ((fr, _), (en, _)))| written(fr) || written(en)).map(|(at, _)| at).next_back().unwrap_or_default();
    let parameters = places.iter().map(|(_, place)| (place.trim_matches(['"', ')']).to_owned(), String::new())).collect();
    Signature { label, help: lang.of(form.help_fr, form.help_en).to_owned(), parameters, active: active as u32 }
}

/// Does a text hold a joining word, outside brackets? `telle que` is `tel que` and `telles que` as well.
fn holds(text: &str, lead: &str) -> bool {
    if matches!(lead, "(" | "," | "=" | "\"") {
        return text.contains(lead);
    }
    let first = lead.split(' ').next().unwrap_or(lead);
    let mut depth = 0;
    scanned(text).any(|token| {
        match token.kind {
            Scanned::Open => depth += 1,
            Scanned::Close => depth -= 1,
            Scanned::Word => {
                let word = suggest::fold(&text[token.range()]);
                return depth == 0
                    && (word == suggest::fold(first) || (first == "telle" && matches!(word.as_str(), "tel" | "tels" | "telles")));
            }
            _ => {}
        }
        false
    })
}

/// `ART-07 marge = 6 mois`: what may be set of the policy.
fn setting(analysis: &Analysis, line: &str, lang: Lang) -> Option<Signature> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let (off, code) = match words.as_slice() {
        [first, rest @ ..] if policy_word(first, &[PolicyWord::Off]).is_some() => (true, rest.first().copied()),
        [code, ..] => (false, Some(*code)),
        [] => return None,
    };
    let set = &analysis.judgement.set;
    let policy = set.policies.iter().find(|policy| code.is_some_and(|code| policy.is_called(code)));
    let title = policy.map_or_else(String::new, |policy| policy.title.of(lang).clone());
    if off {
        let (code, why) = (lang.of("RÈGLE", "POLICY"), lang.of("\"RAISON\"", "\"REASON\""));
        let label = lang.of(format!("désactive {code} motif {why}"), format!("off {code} because {why}"));
        let active = u32::from(words.len() > 2 || (words.len() == 2 && line.ends_with(' ')));
        return Some(Signature {
            label,
            help: title,
            parameters: vec![(code.to_owned(), String::new()), (why.to_owned(), String::new())],
            active,
        });
    }
    let policy = policy?;
    let parameters: Vec<(String, String)> =
        policy.parameters.iter().map(|one| (format!("{} = {}", one.name, one.written), one.label.of(lang).clone())).collect();
    let named = words.get(1).and_then(|word| policy.parameters.iter().position(|one| one.name == *word));
    let list: Vec<&str> = parameters.iter().map(|(label, _)| label.as_str()).collect();
    (!list.is_empty()).then(|| Signature {
        label: format!("{} {}", policy.code, list.join(" | ")),
        help: title,
        parameters: parameters.clone(),
        active: named.unwrap_or_default() as u32,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::testing;

    fn at(line: &str) -> Option<(String, u32)> {
        let text = format!("règle r {{\n  chaque objectif\n  {line}\n}}\n");
        let analysis = testing::plan(&text);
        let offset = text.find(line).unwrap() + line.len();
        signature(&analysis, SourceId(0), offset as u32, Lang::Fr).map(|found| (found.label, found.active))
    }

    #[test]
    fn the_phrase_that_is_being_written() {
        let sum = "somme de VALEUR pour CHOSE telle que CONDITION".to_owned();
        assert_eq!(at("exige somme de "), Some((sum.clone(), 0)));
        assert_eq!(at("exige somme de montant.valeur pour "), Some((sum.clone(), 1)));
        assert_eq!(at("exige (somme de montant.valeur pour montant tel que "), Some((sum, 2)));
        assert_eq!(at("exige jours-francs("), Some(("jours-francs(DATE, DATE)".to_owned(), 0)));
        assert_eq!(at("exige jours-francs(a, "), Some(("jours-francs(DATE, DATE)".to_owned(), 1)));
        assert_eq!(at("soit x = si a > 3 alors "), Some(("si CONDITION alors VALEUR sinon VALEUR".to_owned(), 1)));
        assert_eq!(at("source "), Some(("source RÉFÉRENCE \"ENDROIT\"".to_owned(), 0)));
        assert_eq!(at("titre "), None);
    }

    #[test]
    fn every_place_is_a_part_of_its_label() {
        for form in FORMS.iter().chain(STATEMENTS.iter().map(|(_, form)| form)) {
            for lang in [Lang::Fr, Lang::En] {
                let found = shown(form, "", lang, lang);
                assert!(found.parameters.iter().all(|(place, _)| found.label.contains(place.as_str())), "{}", found.label);
            }
        }
    }
}
