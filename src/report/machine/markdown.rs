//! A comment for a merge request: the counts, what is found, what is missing.

use super::{Told, each, plain, severity};
use crate::analysis::Analysis;
use crate::diagnostic::{Lang, Severity};
use crate::report::policies::counts;
use crate::text::in_a_comment;

/// No more findings stand in one comment; the rest is counted.
const MOST: usize = 50;

/// `only`: a line on which findings are shown, where not all are.
pub fn markdown(analyses: &[Analysis], lang: Option<Lang>, only: Option<&str>) -> String {
    let comment = each(analyses, lang).map(|(analysis, lang, told)| one(analysis, &told, lang)).collect::<Vec<_>>().join("\n");
    match only {
        Some(only) => format!("{comment}\n{}\n", escaped(only)),
        None => comment,
    }
}

fn one(analysis: &Analysis, told: &[Told<'_>], lang: Lang) -> String {
    let open: Vec<&Told<'_>> = told.iter().filter(|told| told.waived.is_none()).collect();
    let of = |severity| open.iter().filter(|told| told.rule.severity == severity).count();
    let (errors, warnings, advice) = (of(Severity::Error), of(Severity::Warning), of(Severity::Advice));
    let title = analysis.plan.strategy().map_or_else(|| "…".to_owned(), |strategy| strategy.titled().into_owned());
    let mut out = format!("### {}\n\n", escaped(&title));
    out += &match lang {
        Lang::Fr => {
            format!("**Erreurs : {errors}** · Avertissements : {warnings} · Conseils : {advice} · À compléter : {}\n", analysis.holes.len())
        }
        Lang::En => format!("**Errors: {errors}** · Warnings: {warnings} · Advice: {advice} · To complete: {}\n", analysis.holes.len()),
    };
    let judged = counts(analysis, lang);
    if !analysis.judgement.verdicts.is_empty() {
        out += &format!("\n{}\n", escaped(judged.trim()));
    }
    if open.is_empty() {
        return out;
    }
    out += lang.of(
        "\n| | Règle | Où | Constat | Que faire |\n|---|---|---|---|---|\n",
        "\n| | Rule | Where | Finding | What to do |\n|---|---|---|---|---|\n",
    );
    for told in open.iter().take(MOST) {
        let sign = lang.of(
            severity(told.rule.severity, ["erreur", "avertissement", "conseil"]),
            severity(told.rule.severity, ["error", "warning", "advice"]),
        );
        let place = format!("{}:{}", told.place.file(), told.place.line);
        out += &format!("| {sign} | {} | {} | {} | {} |\n", told.rule.id, escaped(&place), escaped(&told.message), escaped(&told.help));
    }
    if let Some(more) = open.len().checked_sub(MOST).filter(|more| *more > 0) {
        out += &lang.of(
            format!("\n… et {more} autres : `strategy check` les montre.\n"),
            format!("\n… and {more} more: `strategy check` shows them.\n"),
        );
    }
    out
}

/// Words, and no Markdown nor HTML, on one line.
fn escaped(text: &str) -> String {
    in_a_comment(&plain(text))
}
