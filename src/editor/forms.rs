//! Whole things to be filled in: a goal, an action, an indicator, funding, a decision.

use crate::diagnostic::Lang;
use crate::language::concepts::{decision, indicator, sheet};
use crate::language::{Concept, FieldRow, Word, named};
use crate::plan::Section;

/// What a form is to fit into.
#[derive(Debug, Clone, Default)]
pub struct Setting {
    pub lang: Lang,
    /// That of what is around, as it is written there, and its first and last year.
    pub period: Option<String>,
    pub years: Option<(i16, i16)>,
    /// Where a budget is a part of another: a section of that.
    pub section: Option<Section>,
}

/// What may be written as a whole, and its text, with places to fill: `${1:…}`.
type Form = (Concept, fn(&Setting) -> String);

pub fn forms() -> [Form; 6] {
    [
        (Concept::Goal, |setting| sheet(Concept::Goal, setting)),
        (Concept::Action, |setting| sheet(Concept::Action, setting)),
        (Concept::Indicator, indicator),
        (Concept::Funding, funding),
        (Concept::Decision, decision),
        (Concept::Budget, budget),
    ]
}

impl Setting {
    /// The first and the last year to write: a plan is written for what comes.
    fn years(&self) -> (i16, i16) {
        self.years.unwrap_or((2027, 2028))
    }

    fn undefined(&self) -> &'static str {
        self.lang.of("à définir", "to define")
    }

    /// The lines of a budget; a part of another has an amount that only its author knows.
    fn amounts(&self, first: usize) -> Vec<String> {
        let (from, to) = self.years();
        let row = |section: Section| match section {
            Section::Investment => word(Concept::Investment, self.lang),
            Section::Operating => word(Concept::Operating, self.lang),
        };
        match self.section {
            Some(section) => vec![format!("{} ${{{first}:{}}}", row(section), self.undefined())],
            None => vec![
                format!("{} ${{{first}:{from}: 10 k€}}", row(Section::Investment)),
                format!("{} ${{{}:{to}: 5 k€}}", row(Section::Operating), first + 1),
            ],
        }
    }
}

fn word(concept: Concept, lang: Lang) -> &'static str {
    concept.row().spelling(lang)
}

fn field(row: &FieldRow, lang: Lang) -> &'static str {
    row.spelling(lang)
}

fn sheet(concept: Concept, setting: &Setting) -> String {
    let (lang, undefined, (from, to)) = (setting.lang, setting.undefined(), setting.years());
    let period = setting.period.clone().unwrap_or_else(|| if from == to { from.to_string() } else { format!("{from}-01 .. {to}-12") });
    // A goal is a part of no other's budget.
    let part = if concept == Concept::Action { setting.clone() } else { Setting { section: None, ..setting.clone() } };
    let amount = part.amounts(5).swap_remove(0);
    let (name, title) = lang.of(("nom", "Titre"), ("name", "Title"));
    let keyword = word(concept, lang);
    let lines = [
        format!("{keyword} ${{1:{name}}} \"${{2:{title}}}\" {{"),
        format!("\t{} ${{3:{}}}", field(sheet::OWNER.row(), lang), lang.of("CDO", "CDO")),
        format!("\t{} ${{4:{period}}}", field(sheet::PERIOD.row(), lang)),
        format!("\t{} {{", word(Concept::Budget, lang)),
        format!("\t\t{amount}"),
        "\t}".to_owned(),
        format!("\t{} \"${{6:{}}}\" {{", word(Concept::Indicator, lang), lang.of("Ce que l'on mesure", "What is measured")),
        format!("\t\t{} ${{7:{undefined}}}", word(Concept::Baseline, lang)),
        format!("\t\t{} ${{8:{undefined}}}", word(Concept::Target, lang)),
        "\t}".to_owned(),
        "}".to_owned(),
    ];
    lines.join("\n")
}

fn indicator(setting: &Setting) -> String {
    let (lang, (from, to)) = (setting.lang, setting.years());
    let on = named(Word::On, lang);
    let lines = [
        format!("{} \"${{1:{}}}\" {{", word(Concept::Indicator, lang), lang.of("Ce que l'on mesure", "What is measured")),
        format!(
            "\t{} \"${{2:{}}}\"",
            field(indicator::SOURCE.row(), lang),
            lang.of("D'où vient le chiffre", "Where the figure comes from")
        ),
        format!("\t{} ${{3:12 %}} {on} ${{4:{from}-01}}", word(Concept::Baseline, lang)),
        format!("\t{} ${{5:80 %}} {on} ${{6:{to}}}", word(Concept::Target, lang)),
        "}".to_owned(),
    ];
    lines.join("\n")
}

fn funding(setting: &Setting) -> String {
    let lang = setting.lang;
    let sought = lang.of("sollicité", "sought");
    let lines = [
        format!("{} {{", word(Concept::Funding, lang)),
        format!("\t\"${{1:{}}}\" ${{2:40 %}} ${{3:{sought}}}", lang.of("Financeur", "Funder")),
        "}".to_owned(),
    ];
    lines.join("\n")
}

fn decision(setting: &Setting) -> String {
    let lang = setting.lang;
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

fn budget(setting: &Setting) -> String {
    let lines: String = setting.amounts(1).iter().map(|line| format!("\n\t{line}")).collect();
    format!("{} {{{lines}\n}}", word(Concept::Budget, setting.lang))
}

/// A form as an editor leaves it where nothing is filled in.
#[cfg(test)]
pub fn filled(form: &str) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::testing;
    use crate::diagnostic::Severity;

    #[test]
    fn a_form_is_right_as_it_stands() {
        for lang in [Lang::Fr, Lang::En] {
            for (concept, form) in forms() {
                let text = filled(&form(&Setting { lang, ..Setting::default() }));
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
