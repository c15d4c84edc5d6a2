//! Findings in sentences, for whoever listens to them: no drawing, no column, one thing after the other.

use super::{Told, each, plain, severity};
use crate::analysis::Analysis;
use crate::diagnostic::{Lang, Severity};

pub fn narrated(analyses: &[Analysis], lang: Option<Lang>) -> String {
    each(analyses, lang).map(|(_, lang, told)| one(&told, lang)).collect::<Vec<_>>().join("\n")
}

fn one(told: &[Told<'_>], lang: Lang) -> String {
    let open: Vec<&Told<'_>> = told.iter().filter(|told| told.waived.is_none()).collect();
    let mut out = String::new();
    for (wanted, fr, en) in [
        (Severity::Error, ["erreur", "erreurs"], ["error", "errors"]),
        (Severity::Warning, ["avertissement", "avertissements"], ["warning", "warnings"]),
        (Severity::Advice, ["conseil", "conseils"], ["piece of advice", "pieces of advice"]),
    ] {
        let count = open.iter().filter(|told| told.rule.severity == wanted).count();
        if count > 0 {
            out += &format!("{count} {}. ", lang.of(fr, en)[usize::from(count > 1)]);
        }
    }
    if open.is_empty() {
        out += lang.of("Rien à signaler.", "Nothing to report.");
    }
    let mut out = out.trim_end().to_owned() + "\n";
    for (number, told) in (1..).zip(&open) {
        let kind = lang.of(
            severity(told.rule.severity, ["Erreur", "Avertissement", "Conseil"]),
            severity(told.rule.severity, ["Error", "Warning", "Advice"]),
        );
        let (count, file, line) = (open.len(), plain(told.place.file()), told.place.line);
        out += &match lang {
            Lang::Fr => format!("\nConstat {number} sur {count}. {kind} {}, fichier {file}, ligne {line}.\n", told.rule.id),
            Lang::En => format!("\nFinding {number} of {count}. {kind} {}, file {file}, line {line}.\n", told.rule.id),
        };
        let said = |lead: &str, text: &str| if text.is_empty() { String::new() } else { format!("{lead}{}\n", spoken(text, lang)) };
        out += &said("", &told.message);
        out += &said(lang.of("Pourquoi : ", "Why: "), told.rule.why(lang));
        out += &said(lang.of("Que faire : ", "What to do: "), &told.help);
        for (text, place) in told.others.iter().filter(|(text, _)| !text.is_empty()) {
            let (file, line) = (plain(place.file()), place.line);
            out += &lang.of(
                format!("Voir aussi {file}, ligne {line} : {}.\n", spoken(text, lang)),
                format!("See also {file}, line {line}: {}.\n", spoken(text, lang)),
            );
        }
    }
    out
}

/// Signs that a voice would spell out, or pass over, are words or nothing: guillemets go with the blanks within them.
fn spoken(text: &str, lang: Lang) -> String {
    let plain = plain(text).replace(['\u{a0}', '\u{202f}'], " ").replace('`', "").replace("..", lang.of(" à ", " to "));
    plain.replace("« ", "").replace(" »", "").replace(['«', '»'], "").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_leave_no_blank_behind() {
        assert_eq!(spoken("« Dossiers en ligne », cible : `2027 .. 2028`", Lang::Fr), "Dossiers en ligne, cible : 2027 à 2028");
        assert_eq!(spoken("«\u{a0}Guichet\u{a0}» dure 2027 .. 2028.", Lang::En), "Guichet dure 2027 to 2028.");
    }
}
