//! Whole things to be filled in: a goal, an action, an indicator, funding, a decision.

use crate::diagnostic::Lang;
use crate::language::concepts::{decision, indicator, sheet};
use crate::language::{Concept, FieldRow, Word, named};

/// What may be written as a whole, and its text in a language, with places to fill: `${1:…}`.
type Form = (Concept, fn(Lang) -> String);

pub fn forms() -> [Form; 6] {
    [
        (Concept::Goal, |lang| sheet(Concept::Goal, lang)),
        (Concept::Action, |lang| sheet(Concept::Action, lang)),
        (Concept::Indicator, indicator),
        (Concept::Funding, funding),
        (Concept::Decision, decision),
        (Concept::Budget, budget),
    ]
}

fn word(concept: Concept, lang: Lang) -> &'static str {
    concept.row().spelling(lang)
}

fn field(row: &FieldRow, lang: Lang) -> &'static str {
    row.spelling(lang)
}

fn sheet(concept: Concept, lang: Lang) -> String {
    let (name, title) = lang.of(("nom", "Titre"), ("name", "Title"));
    let undefined = lang.of("à définir", "to define");
    let keyword = word(concept, lang);
    let lines = [
        format!("{keyword} ${{1:{name}}} \"${{2:{title}}}\" {{"),
        format!("\t{} ${{3:{}}}", field(sheet::OWNER.row(), lang), lang.of("CDO", "CDO")),
        format!("\t{} ${{4:2027-01 .. 2028-12}}", field(sheet::PERIOD.row(), lang)),
        format!("\t{} {{", word(Concept::Budget, lang)),
        format!("\t\t{} ${{5:2027: 10 k€}}", word(Concept::Investment, lang)),
        "\t}".to_owned(),
        format!("\t{} \"${{6:{}}}\" {{", word(Concept::Indicator, lang), lang.of("Ce que l'on mesure", "What is measured")),
        format!("\t\t{} ${{7:{undefined}}}", word(Concept::Baseline, lang)),
        format!("\t\t{} ${{8:{undefined}}}", word(Concept::Target, lang)),
        "\t}".to_owned(),
        "}".to_owned(),
    ];
    lines.join("\n")
}

fn indicator(lang: Lang) -> String {
    let on = named(Word::On, lang);
    let lines = [
        format!("{} \"${{1:{}}}\" {{", word(Concept::Indicator, lang), lang.of("Ce que l'on mesure", "What is measured")),
        format!(
            "\t{} \"${{2:{}}}\"",
            field(indicator::SOURCE.row(), lang),
            lang.of("D'où vient le chiffre", "Where the figure comes from")
        ),
        format!("\t{} ${{3:12 %}} {on} ${{4:2027-01}}", word(Concept::Baseline, lang)),
        format!("\t{} ${{5:80 %}} {on} ${{6:2030}}", word(Concept::Target, lang)),
        "}".to_owned(),
    ];
    lines.join("\n")
}

fn funding(lang: Lang) -> String {
    let sought = lang.of("sollicité", "sought");
    let lines = [
        format!("{} {{", word(Concept::Funding, lang)),
        format!("\t\"${{1:{}}}\" ${{2:40 %}} ${{3:{sought}}}", lang.of("Financeur", "Funder")),
        "}".to_owned(),
    ];
    lines.join("\n")
}

fn decision(lang: Lang) -> String {
    let kind = lang.of("adoption", "adoption");
    let lines = [
        format!(
            "{} ${{1:{}}} \"${{2:{}}}\" {} ${{3:2026-12-14}} {{",
            word(Concept::Decision, lang),
            lang.of("vote", "vote"),
            lang.of("Adoption de la stratégie", "Adoption of the strategy"),
            named(Word::On, lang)
        ),
        format!("\t{} ${{4:{kind}}}", field(decision::KIND.row(), lang)),
        "}".to_owned(),
    ];
    lines.join("\n")
}

fn budget(lang: Lang) -> String {
    let lines = [
        format!("{} {{", word(Concept::Budget, lang)),
        format!("\t{} ${{1:2027: 10 k€}}", word(Concept::Investment, lang)),
        format!("\t{} ${{2:2028: 5 k€}}", word(Concept::Operating, lang)),
        "}".to_owned(),
    ];
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::testing;
    use crate::diagnostic::Severity;

    /// A form as an editor leaves it where nothing is filled in.
    fn filled(form: &str) -> String {
        let mut out = String::new();
        let mut rest = form;
        while let Some((before, behind)) = rest.split_once("${") {
            let (place, after) = behind.split_once('}').unwrap();
            out += before;
            out += place.split_once(':').unwrap().1;
            rest = after;
        }
        (out + rest).replace('\t', "  ")
    }

    #[test]
    fn a_form_is_right_as_it_stands() {
        for lang in [Lang::Fr, Lang::En] {
            for (concept, form) in forms() {
                let text = filled(&form(lang));
                let around = match concept {
                    Concept::Goal | Concept::Decision => text.clone(),
                    Concept::Funding => format!("goal g \"G\" {{\n budget {{\n investment 2027: 3 k€\n }}\n{text}\n}}\n"),
                    _ => format!("goal g \"G\" {{\n{text}\n}}\n"),
                };
                let plan = format!("use std.roles\nstrategy \"S\" {{\n period 2026-09 .. 2032-12\n}}\n{around}\n");
                let analysis = testing::plan(&plan);
                let wrong: Vec<_> = analysis.diagnostics.iter().filter(|found| found.severity() == Severity::Error).collect();
                assert!(wrong.is_empty(), "{lang:?} {concept:?}\n{plan}\n{wrong:#?}");
                assert!(analysis.plan.all(concept).next().is_some());
            }
        }
    }
}
