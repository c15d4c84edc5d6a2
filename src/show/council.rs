//! The way to the vote, as a table and as a text for people.

use super::{Board, Both, Column, Row, Table, Value, What};
use crate::council::{Basis, Step};
use crate::diagnostic::Lang;
use crate::plan::When;

pub const COLUMNS: [Column; 8] = [
    Column::text("step", "Étape", "Step"),
    Column::text("title", "Ce qui est à faire", "What is to be done"),
    Column::text("from", "À partir du", "From"),
    Column::text("by", "Au plus tard", "At the latest"),
    Column::text("state", "État", "State"),
    Column::text("told", "Ce qui est là, ou manque", "What is there, or missing"),
    Column::text("rule", "Règle", "Rule"),
    Column::text("basis", "Textes", "Texts"),
];

/// In: the steps, in one language. Out: the same as a table.
pub fn council(steps: &[Step]) -> Board {
    let day = |date: Option<jiff::civil::Date>| date.map_or(Value::None, |date| Value::Moment(When::day(date), false));
    let row = |step: &Step| Row {
        values: vec![
            Value::Text(step.code.to_owned()),
            Value::Text(step.title.clone()),
            day(step.from),
            day(step.by),
            Value::Text(step.state.code().to_owned()),
            Value::Text(step.told.clone()),
            Value::Text(step.rule.clone()),
            Value::Text(texts(&step.bases)),
        ],
        names: vec![step.code.to_owned()],
        lines: Vec::new(),
        total: false,
    };
    let title = Both { fr: "Chemin jusqu'au vote", en: "The way to the vote" };
    let rows = steps.iter().map(row).collect();
    Board { what: What::Council, tables: vec![Table { code: "steps", title, columns: COLUMNS.to_vec(), keys: 1, rows, detail: false }] }
}

/// `CGCT, article L2121-12 (A, vérifié le 2026-11-20)`
fn texts(bases: &[Basis]) -> String {
    bases.iter().map(|basis| format!("{} [{}, {}]", basis.title, basis.grade, basis.checked)).collect::<Vec<_>>().join("; ")
}

/// A step below the other: its day, what it is, whether it is ready; then what is there, the rule and its texts. Not folded to the
/// terminal's width.
pub fn human_of_council(steps: &[Step], sitting: When, lang: Lang) -> String {
    let mut out = lang.of(format!("Séance du {}\n", sitting.show(lang)), format!("Sitting of {}\n", sitting.show(lang)));
    for step in steps {
        let when = match (step.from, step.by) {
            (Some(from), Some(by)) if from != by => {
                let (from, by) = (When::day(from).show(lang), When::day(by).show(lang));
                lang.of(format!("du {from} au {by}"), format!("from {from} to {by}"))
            }
            (_, Some(by)) if step.code == "sitting" => {
                lang.of(format!("le {}", When::day(by).show(lang)), format!("on {}", When::day(by).show(lang)))
            }
            (_, Some(by)) => {
                let by = When::day(by).show(lang);
                lang.of(format!("le {by} au plus tard"), format!("on {by} at the latest"))
            }
            (_, None) => lang.of("ensuite", "then").to_owned(),
        };
        out.push_str(&format!("\n{} – {when} – {}\n", step.title, step.state.show(lang)));
        out.push_str(&format!("  {}\n", step.told));
        out.push_str(&format!("  {} : {}\n", lang.of("règle", "rule"), step.rule).replace(" : ", lang.of(" : ", ": ")));
        for basis in &step.bases {
            let Basis { title, grade, checked } = basis;
            out.push_str(
                &lang.of(format!("  {title} [{grade}, vérifié le {checked}]\n"), format!("  {title} [{grade}, checked on {checked}]\n")),
            );
        }
    }
    out.push_str(lang.of(
        "\nA : le texte a été lu ; B : source secondaire ; G : connaissance générale, à vérifier ; ? : incertain.\n",
        "\nA: the text was read; B: a secondary source; G: general knowledge, to be checked; ?: unsure.\n",
    ));
    out
}
