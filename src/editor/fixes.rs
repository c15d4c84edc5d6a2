//! What an author may do about what is found here: each change that a finding offers, and to stand for what a policy found.

use std::ops::Range;

use crate::analysis::Analysis;
use crate::diagnostic::{Diagnostic, Lang};
use crate::language::concepts::waiver;
use crate::language::{Concept, Word, spellings};
use crate::plan::Entity;
use crate::policy::judge::Finding;
use crate::policy::typed::Policy;
use crate::text::{SourceId, Span};

#[derive(Debug, Clone)]
pub struct Fix<'a> {
    pub title: String,
    /// What goes, and what comes in its place.
    pub change: (Span, String),
    pub of: &'a Diagnostic,
    /// Right whatever the author meant.
    pub safe: bool,
}

/// Those of what is found in a range of a source, in the order of the findings; the best of each first.
pub fn fixes(analysis: &Analysis, source: SourceId, range: Range<u32>, lang: Lang) -> Vec<Fix<'_>> {
    let here = |found: &&Diagnostic| {
        let span = found.span();
        span.source == source && span.start <= range.end && range.start <= span.end
    };
    let mut fixes = Vec::new();
    for found in analysis.diagnostics.iter().filter(here) {
        for edit in &found.edits {
            let change = analysis.plan.written(&edit.mend);
            if is_own(analysis, change.0) {
                fixes.push(Fix { title: edit.title.show(lang), change, of: found, safe: edit.safe });
            }
        }
        if let Some((policy, finding)) = judged(analysis, found)
            && let Some(change) = waived(analysis, policy, finding, source)
        {
            let code = &policy.code;
            let title = match policy.is_law() {
                true => lang.of(
                    format!("Reconnaître cet écart à {code}, et en répondre"),
                    format!("Acknowledge this gap from {code}, and answer for it"),
                ),
                false => lang.of(format!("Déroger à {code} ici"), format!("Waive {code} here")),
            };
            let left =
                lang.of(" (restent à écrire : motif, décideur, échéance)", " (still to be written: reason, who decides, until when)");
            let title = title + left;
            fixes.push(Fix { title, change, of: found, safe: false });
        }
    }
    fixes
}

/// A file of the plan: the library is not the author's to change.
pub fn is_own(analysis: &Analysis, span: Span) -> bool {
    analysis.paths.get(usize::from(span.source.0)).is_some_and(Option::is_some)
}

/// The policy that found it, and what it found.
fn judged<'a>(analysis: &'a Analysis, found: &Diagnostic) -> Option<(&'a Policy, &'a Finding)> {
    let judgement = &analysis.judgement;
    judgement.verdicts.iter().find_map(|verdict| {
        let policy = judgement.policy(verdict);
        let own = |finding: &&Finding| finding.waived.is_none() && finding.diagnostic.span() == found.span();
        (policy.code == found.rule.id).then(|| verdict.findings.iter().find(own).map(|finding| (policy, finding)))?
    })
}

/// A waiver of one finding, its reason and the rest marked as to be defined: behind the plan's others, or at the end of this file.
/// None where the thing has no name to be called by, or where a waiver of it stands already and is to be filled in.
fn waived(analysis: &Analysis, policy: &Policy, finding: &Finding, source: SourceId) -> Option<(Span, String)> {
    let plan = &analysis.plan;
    let about = match finding.entity.map(|id| plan.entity(id)) {
        None => None,
        Some(entity) if entity.is(Concept::Strategy) => None,
        Some(entity) => Some(name_of(entity)?),
    };
    let waives = |entity: &Entity<'_>| matches!(entity.concept(), Concept::Waiver | Concept::Acknowledged);
    let thing = finding.entity.map(|id| plan.entity(id).whole());
    let holds = |target: Entity<'_>| thing.is_some_and(|thing| target.whole().contains(thing.source, thing.start));
    let covers = |waiver: &Entity<'_>| {
        waiver.members(waiver::RULE).any(|rule| policy.is_called(&rule.text()))
            && (waiver.seen(waiver::ON.at).is_none() || waiver.members(waiver::ON).any(|on| on.target().is_some_and(holds)))
    };
    if plan.entities().filter(waives).any(|waiver| covers(&waiver)) {
        return None;
    }
    let last = plan.entities().filter(waives).map(Entity::whole).filter(|whole| is_own(analysis, *whole)).last();
    let source = last.map_or(source, |whole| whole.source);
    let text = &plan.sources.get(source).text;
    let lang = plan.written_in(source);
    let word = policy.waiver().row().spelling(lang);
    let about = about.map_or(String::new(), |name| format!(" {} {name}", spellings(Word::Concerning, lang)[0]));
    let undefined = lang.of("à définir", "to define");
    let lines = [waiver::BECAUSE.row(), waiver::BY.row(), waiver::UNTIL.row()].map(|row| row.spelling(lang));
    let width = lines.iter().map(|word| word.chars().count()).max().unwrap_or_default();
    let body: String = lines.iter().map(|word| format!("  {word:width$} {undefined}\n")).collect();
    let block = format!("{word} {code}{about} {{\n{body}}}", code = policy.code);
    let (span, block) = match last {
        Some(whole) => (whole.after(), format!("\n\n{block}")),
        None => {
            let end = text.len() as u32;
            let before = if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
            (Span::new(source, end, end), format!("{before}\n{block}\n"))
        }
    };
    Some((span, plan.sources.get(source).broken(&block)))
}

/// By its own name; what has none is its sheet's, as far as a waiver of the sheet covers it.
fn name_of(entity: Entity<'_>) -> Option<String> {
    match is_named(entity) && waiver::ON.rows[usize::from(waiver::ON.at)].names.contains(&entity.concept()) {
        true => Some(entity.path()),
        false if entity.is_sheet() => None,
        false => name_of(entity.parent()?),
    }
}

/// Can it be named from elsewhere: by its own name, and behind that of what holds it?
fn is_named(entity: Entity<'_>) -> bool {
    entity.name().is_some() && (!entity.concept_row().local || entity.parent().is_none_or(is_named))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::testing::plan;

    /// The titles of what is offered at some words, and the text after the one that is chosen.
    fn offered(text: &str, at: &str, lang: Lang) -> (Vec<String>, Vec<String>) {
        let analysis = plan(text);
        let start = text.find(at).expect("those words") as u32;
        let fixes = fixes(&analysis, SourceId(0), start..start + at.len() as u32, lang);
        let done = fixes.iter().map(|fix| {
            let mut after = text.to_owned();
            after.replace_range(fix.change.0.range(), &fix.change.1);
            after
        });
        (fixes.iter().map(|fix| fix.title.clone()).collect(), done.collect())
    }

    const PLAN: &str = "utiliser std.roles\nutiliser std.policies.structure\nutiliser std.policies.law\nstratégie \"S\" {\n  période 2027 .. 2030\n}\ncollectivité v \"V\"\naxe x \"X\" {\n  objectif g \"G\" {\n    pilote DSY\n    jalon \"Fin\" au 2031\n  }\n}\n";

    #[test]
    fn what_a_finding_offers_and_to_stand_for_it() {
        let (titles, done) = offered(PLAN, "DSY", Lang::En);
        assert_eq!(titles.first().map(String::as_str), Some("Write `DSI`"), "{titles:?}");
        assert!(done[0].contains("pilote DSI\n"));
        let (titles, done) = offered(PLAN, "g \"G\"", Lang::Fr);
        let at = titles.iter().position(|title| title.starts_with("Déroger à CPL-02 ici")).unwrap_or_else(|| panic!("{titles:?}"));
        assert!(titles[at].ends_with("(restent à écrire : motif, décideur, échéance)"));
        let block = "}\n\ndérogation CPL-02 pour g {\n  motif    à définir\n  par      à définir\n  échéance à définir\n}\n";
        assert!(done[at].ends_with(block), "{}", done[at]);
        // The finding is waived, and what is left to be written is told once.
        let codes = |text: &str| {
            plan(text)
                .diagnostics
                .iter()
                .map(|found| found.rule.id)
                .filter(|code| ["CPL-02", "E0916", "STR-07", "W0711"].iter().any(|one| code.starts_with(one)))
                .collect::<Vec<_>>()
        };
        let before = codes(PLAN);
        let mut now = codes(&done[at]);
        assert_eq!(now.pop(), Some("W0711"), "of the waiver");
        assert_eq!(now.len(), before.len() - 1, "{now:?}");
        let filled = done[at]
            .replace("motif    à définir", "motif \"Plus tard\"")
            .replace("par      à définir", "par DGS")
            .replace("échéance à définir", "échéance 2028");
        assert_eq!(codes(&filled).len(), before.len() - 1, "{:?}", codes(&filled));
        // The next one stands behind it.
        let (titles, again) = offered(&filled, "g \"G\"", Lang::Fr);
        let at = titles.iter().position(|title| title.starts_with("Déroger à")).expect("another finding of the goal");
        assert!(again[at].contains("échéance 2028\n}\n\ndérogation "), "{}", again[at]);
        // No second one where one stands that does not hold yet.
        let begun = format!("{PLAN}\ndérogation CPL-02 pour g {{\n}}\n");
        let (titles, _) = offered(&begun, "g \"G\"", Lang::Fr);
        assert!(titles.iter().all(|title| !title.starts_with("Déroger à CPL-02")), "{titles:?}");
    }

    #[test]
    fn a_keyword_is_meant_in_the_language_of_the_words_around() {
        let fixed = |text: &str, at: &str| offered(text, at, Lang::En);
        for (text, at, wanted) in [
            ("strategy \"S\" {\n  budget {\n  }\n}\n", "budget", "Write `envelope`"),
            ("stratégie \"S\" {\n  budget {\n  }\n}\n", "budget", "Write `enveloppe`"),
            ("axis x \"X\" {\n  goal g \"G\" {\n    responsable CDO\n  }\n}\n", "responsable", "Write `owner`"),
            ("action a \"A\" {\n  owner CDO\n  date 2027\n}\n", "date", "Write `period`"),
        ] {
            let (titles, done) = fixed(text, at);
            assert_eq!(titles.first().map(String::as_str), Some(wanted), "{text}");
            let word = wanted.trim_start_matches("Write `").trim_end_matches('`');
            assert_eq!(done[0], text.replacen(at, word, 1));
            let analysis = plan(text);
            let found = analysis.diagnostics.iter().find(|found| !found.edits.is_empty()).unwrap();
            assert!(found.help.show(Lang::En).contains(word) && found.labels[0].text.show(Lang::Fr).contains(word), "{found:#?}");
        }
    }

    #[test]
    fn the_law_is_not_waived_and_lines_end_as_they_did() {
        let text = PLAN.replace("DSY", "DSI").replace("  jalon", "  données-personnelles oui\r\n    jalon");
        let (titles, done) = offered(&text, "objectif g \"G\" {\n    pilote DSI\n    données-personnelles oui", Lang::Fr);
        let law = titles
            .iter()
            .position(|title| title.starts_with("Reconnaître cet écart à LEG-RGPD-02"))
            .unwrap_or_else(|| panic!("{titles:?}"));
        assert!(done[law].contains("\r\nécart-assumé LEG-RGP"), "{}", done[law]);
        assert!(done[law].contains(" pour g {\r\n  motif    à définir\r\n"), "{}", done[law]);
    }

    #[test]
    fn what_has_no_name_is_not_waived_by_a_wrong_one() {
        let text = PLAN.replace("objectif g \"G\"", "objectif \"G\"");
        let (titles, done) = offered(&text, "objectif \"G\"", Lang::Fr);
        for (title, after) in titles.iter().zip(&done) {
            assert!(!after.contains(" pour ") || !title.starts_with("Déroger"), "{title}");
        }
    }
}
