//! The list of rules: a table in the terminal, JSON with a version, CSV with a row a rule.

use serde_json::{Value as Json, json};

use super::catalogue::{Row, Source, State};
use super::of;
use crate::diagnostic::{Lang, Severity};
use crate::policy::written::severity_word;
use crate::syntax::readable;
use crate::text::in_a_spreadsheet;
use crate::text::shape::{count, list, object, one_of, or_none, text, text_or_none, whole};

const VERSION: u32 = 1;

/// Below this width each rule is told in lines of its own.
const WIDE: usize = 80;
const GAP: &str = "  ";
/// What a title gets at least.
const TITLE: usize = 24;

/// A table a pack: code, severity, name and title, and what became of it where a plan is given. No line is wider than `width`.
pub fn human(rows: &[Row], lang: Lang, width: usize) -> String {
    let mut packs: Vec<&str> = Vec::new();
    for row in rows {
        if !packs.contains(&row.pack.as_str()) {
            packs.push(&row.pack);
        }
    }
    let mut out = String::new();
    for pack in packs {
        let of_pack: Vec<&Row> = rows.iter().filter(|row| row.pack == pack).collect();
        out += &format!("{} ({})\n", headed(pack, lang), of_pack.len());
        out += &if width >= WIDE { wide(&of_pack, lang, width) } else { narrow(&of_pack, lang, width) };
        out.push('\n');
    }
    let policies = rows.iter().filter(|row| row.pack != "compiler").count();
    let rules = rows.len() - policies;
    let counted = lang.of(
        format!("{policies} règles écrites et {rules} contrôles du compilateur. Pour l'un d'eux : strategy explain CODE"),
        format!("{policies} policies and {rules} checks of the compiler. For one of them: strategy explain CODE"),
    );
    for line in folded(&counted, width) {
        out += &format!("{line}\n");
    }
    out
}

fn headed(pack: &str, lang: Lang) -> String {
    match pack {
        "compiler" => lang.of("Le compilateur", "The compiler").to_owned(),
        "" => lang.of("Sans recueil", "In no pack").to_owned(),
        pack => pack.to_owned(),
    }
}

/// What became of it: its outcome, and how the plan set it.
fn became(row: &Row, lang: Lang) -> String {
    // That the compiler finds nothing goes without saying.
    let told = row.outcome.as_ref().filter(|outcome| row.pack != "compiler" || outcome.findings > 0);
    let outcome = told.map_or("", |outcome| of(&outcome.text, lang));
    match row.state {
        State::Off => lang.of("désactivée par le plan", "switched off by the plan").to_owned(),
        State::Set => format!("{outcome} · {}", lang.of("réglée par le plan", "set by the plan")),
        State::Library | State::InForce => outcome.to_owned(),
    }
}

fn wide(rows: &[&Row], lang: Lang, width: usize) -> String {
    let cells =
        rows.iter().map(|row| [row.code.clone(), severity_word(row.severity, lang).to_owned(), row.name.clone()].map(|cell| clean(&cell)));
    let cells: Vec<[String; 3]> = cells.collect();
    let head = [lang.of("code", "code"), lang.of("gravité", "severity"), lang.of("nom", "name")];
    let widest = |at: usize| cells.iter().map(|cells| length(&cells[at])).chain([length(head[at])]).max().unwrap_or(0);
    let fixed = [widest(0), widest(1), widest(2)];
    let rest = width.saturating_sub(fixed.iter().map(|fixed| fixed + GAP.len()).sum());
    // Where a long name leaves no place beside it, the title stands below.
    let beside = rest >= TITLE;
    let mut out = String::new();
    for (row, cells) in rows.iter().zip(&cells) {
        let mut lines = folded(&clean(of(&row.title, lang)), if beside { rest } else { width - 4 });
        let told = became(row, lang);
        if !told.is_empty() {
            lines.extend(folded(&format!("→ {}", clean(&told)), if beside { rest } else { width - 4 }));
        }
        let first: String = cells.iter().zip(fixed).map(|(cell, wide)| padded(cell, wide) + GAP).collect();
        if !beside {
            out += &format!("{}\n", first.trim_end());
        }
        let indent = " ".repeat(if beside { length(&first) } else { 4 });
        for (at, line) in lines.iter().enumerate() {
            let before = if beside && at == 0 { &first } else { &indent };
            out += &format!("{before}{line}\n");
        }
    }
    out
}

fn narrow(rows: &[&Row], lang: Lang, width: usize) -> String {
    let mut out = String::new();
    for row in rows {
        let told = became(row, lang);
        let head = [row.code.as_str(), severity_word(row.severity, lang), row.name.as_str()].map(clean).join(" · ");
        for line in folded(&head, width) {
            out += &format!("{line}\n");
        }
        for text in [of(&row.title, lang), &told].into_iter().filter(|text| !text.is_empty()) {
            for line in folded(&clean(text), width.saturating_sub(2)) {
                out += &format!("  {line}\n");
            }
        }
    }
    out
}

fn length(text: &str) -> usize {
    text.chars().count()
}

fn padded(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(length(text))))
}

/// The words in lines no longer than this; one that is longer is broken.
fn folded(text: &str, width: usize) -> Vec<String> {
    let width = width.max(8);
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        if !line.is_empty() && length(&line) + 1 + length(word) > width {
            lines.push(std::mem::take(&mut line));
        }
        let mut rest: Vec<char> = word.chars().collect();
        while line.is_empty() && rest.len() > width {
            lines.push(rest.drain(..width).collect());
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.extend(rest);
    }
    lines.push(line);
    lines
}

/// What a plan writes brings no control sequence to the terminal.
fn clean(text: &str) -> String {
    text.chars().filter(|c| readable(*c) && *c != '\n').collect()
}

/// The JSON Schema of what [`json`] writes.
pub fn schema() -> Json {
    let severity = || one_of(&[Severity::Error, Severity::Warning, Severity::Advice].map(Severity::name));
    let source = object(
        [
            ("name", text()),
            ("title", text()),
            ("locator", text()),
            ("grade", text_or_none()),
            ("checked", text_or_none()),
            ("law", json!({ "type": "boolean" })),
        ],
        &[],
    );
    let parameter = object(
        [("name", text()), ("also", list(text())), ("value", text()), ("set", json!({ "type": "boolean" })), ("label", text())],
        &[],
    );
    let outcome = object(
        [
            ("outcome", one_of(&["found", "waived", "met", "undecided", "aside"])),
            ("findings", count()),
            ("waived", count()),
            ("text", text()),
        ],
        &[],
    );
    let rule = object(
        [
            ("code", text()),
            ("name", text()),
            ("also", list(text())),
            ("severity", severity()),
            ("default_severity", severity()),
            ("title", text()),
            ("why", text()),
            ("source", list(source)),
            ("grade", text_or_none()),
            ("pack", text()),
            ("parameters", list(parameter)),
            ("state", one_of(&[State::Library, State::InForce, State::Set, State::Off].map(State::code))),
            ("outcome", or_none(outcome)),
        ],
        &[],
    );
    let shape = object([("version", json!({ "const": VERSION })), ("rules", list(rule))], &[]);
    whole("The rules of `strategy rules --format json`", [], shape)
}

/// Version 1: `{"version", "rules": [ROW…]}`. Titles and reasons in the language; all the rest is the same in both.
pub fn json(rows: &[Row], lang: Lang) -> String {
    let rules: Vec<Json> = rows.iter().map(|row| rule(row, lang)).collect();
    serde_json::to_string_pretty(&json!({ "version": VERSION, "rules": rules })).unwrap_or_default()
}

fn rule(row: &Row, lang: Lang) -> Json {
    let source = |source: &Source| {
        json!({
            "name": source.name, "title": source.title, "locator": source.locator, "grade": source.grade,
            "checked": source.checked, "law": source.law,
        })
    };
    let parameters = row
        .parameters
        .iter()
        .map(|one| json!({ "name": one.name, "also": one.also, "value": one.value, "set": one.set, "label": of(&one.label, lang) }));
    let outcome = row.outcome.as_ref().map(|outcome| {
        json!({ "outcome": outcome.code, "findings": outcome.findings, "waived": outcome.waived, "text": of(&outcome.text, lang) })
    });
    json!({
        "code": row.code,
        "name": row.name,
        "also": row.also,
        "severity": row.severity.name(),
        "default_severity": row.own_severity.name(),
        "title": of(&row.title, lang),
        "why": of(&row.why, lang),
        "source": row.sources.iter().map(source).collect::<Vec<_>>(),
        "grade": row.grade,
        "pack": row.pack,
        "parameters": parameters.collect::<Vec<_>>(),
        "state": row.state.code(),
        "outcome": outcome,
    })
}

/// A row a rule. Several values stand in one cell, `; ` between them.
pub fn csv(rows: &[Row], lang: Lang) -> csv::Result<Vec<u8>> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record([
        "code",
        "name",
        "severity",
        "default_severity",
        "title",
        "pack",
        "source",
        "grade",
        "checked",
        "parameters",
        "state",
        "outcome",
        "findings",
        "waived",
    ])?;
    for row in rows {
        let joined = |texts: Vec<String>| texts.join("; ");
        let place = |source: &Source| {
            if source.locator.is_empty() { source.title.clone() } else { format!("{}, {}", source.title, source.locator) }
        };
        let outcome = row.outcome.as_ref();
        let count = |of: &dyn Fn(&super::Outcome) -> usize| outcome.map_or(String::new(), |outcome| of(outcome).to_string());
        let record = [
            row.code.clone(),
            row.name.clone(),
            row.severity.name().to_owned(),
            row.own_severity.name().to_owned(),
            of(&row.title, lang).to_owned(),
            row.pack.clone(),
            joined(row.sources.iter().map(place).collect()),
            row.grade.unwrap_or_default().to_owned(),
            joined(row.sources.iter().filter_map(|source| source.checked.clone()).collect()),
            joined(row.parameters.iter().map(|one| format!("{}: {}", one.name, one.value)).collect()),
            row.state.code().to_owned(),
            outcome.map_or("", |outcome| outcome.code).to_owned(),
            count(&|outcome| outcome.findings),
            count(&|outcome| outcome.waived),
        ];
        writer.write_record(record.map(in_a_spreadsheet))?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_folded_and_none_is_lost() {
        assert_eq!(folded("un deux trois quatre", 9), ["un deux", "trois", "quatre"]);
        assert_eq!(folded("abcdefghijkl", 8), ["abcdefgh", "ijkl"]);
        assert_eq!(folded("", 8), [""]);
    }
}
