//! What changed, told: in the terminal, for a merge request, for another program.

use std::fmt::Write;

use serde_json::{Value, json};

use super::{Change, Difference, Kind, more, title_of};
use crate::analysis::Analysis;
use crate::diagnostic::Lang;
use crate::plan::{Money, Section, decimal, shapes};
use crate::syntax::readable;
use crate::text::{in_a_comment, shape};

const VERSION: u32 = 1;

/// No more of a list of codes or holes stands on a line.
const MOST: usize = 12;

/// One change in a sentence, without what it is about.
fn sentence(change: &Change, lang: Lang) -> String {
    let label = change.field.as_ref().map_or_else(String::new, |(_, label)| first_small(label));
    let (old, new) = (short(&change.old), short(&change.new));
    let arrow = || match (old.is_empty(), new.is_empty()) {
        (true, _) => lang.of(format!("{new} (nouveau)"), format!("{new} (new)")),
        (_, true) => lang.of(format!("{old} (retiré)"), format!("{old} (taken out)")),
        _ => format!("{old} → {new}"),
    };
    let of = |fr: &str, en: &str| lang.of(format!("{fr} : {}", arrow()), format!("{en}: {}", arrow()));
    match change.kind {
        Kind::Added => lang.of("ajouté".to_owned(), "added".to_owned()),
        Kind::Dropped => lang.of("retiré".to_owned(), "dropped".to_owned()),
        Kind::Renamed => of("nom", "name"),
        Kind::Moved => of("déplacé", "moved"),
        Kind::Split => lang.of(format!("scindé en {new}"), format!("split into {new}")),
        Kind::Merged => lang.of(format!("réunit {old}"), format!("merges {old}")),
        Kind::Retitled => of("titre", "title"),
        Kind::Reworded if label.is_empty() => lang.of("texte réécrit".to_owned(), "text reworded".to_owned()),
        Kind::Reworded => lang.of(format!("remarque sur « {label} » réécrite"), format!("remark on \"{label}\" reworded")),
        Kind::Dependency => match (old.is_empty(), new.is_empty()) {
            (true, _) => lang.of(format!("attend désormais {new}"), format!("waits now for {new}")),
            _ => lang.of(format!("n'attend plus {old}"), format!("waits no more for {old}")),
        },
        Kind::Money => {
            let (year, section) = change.year.map_or((0, String::new()), |(year, section)| (year, section.show(lang).to_lowercase()));
            let more = change.more.map_or_else(String::new, |more| format!(" ({})", signed(more, lang)));
            // The envelope's amounts stand under the strategy.
            let whose = change.field.as_ref().filter(|(name, _)| *name == "envelope").map_or_else(String::new, |_| format!("{label}, "));
            let what = format!("{whose}{section} {year}");
            format!("{}{more}", of(&what, &what))
        }
        Kind::Rescheduled => format!("{}{}", of(&label, &label), slip(change, lang)),
        Kind::HandedOver | Kind::Funding | Kind::Target | Kind::Status | Kind::Waiver | Kind::Value => of(&label, &label),
    }
}

fn slip(change: &Change, lang: Lang) -> String {
    let Some(days) = change.days.filter(|days| *days != 0) else { return String::new() };
    let months = change.months.filter(|months| *months != 0);
    let count = months.unwrap_or(days).abs();
    let shown = decimal(count.into(), lang);
    let unit = if months.is_some() { lang.of("mois", "month") } else { lang.of("jour", "day") };
    let s = if count > 1 && unit != "mois" { "s" } else { "" };
    match days > 0 {
        true => lang.of(format!(" ({shown} {unit}{s} plus tard)"), format!(" ({shown} {unit}{s} later)")),
        false => lang.of(format!(" ({shown} {unit}{s} plus tôt)"), format!(" ({shown} {unit}{s} earlier)")),
    }
}

fn signed(money: Money, lang: Lang) -> String {
    let shown = money.show(lang);
    if money.high > rust_decimal::Decimal::ZERO { format!("+{shown}") } else { shown }
}

/// `Pilote` within a sentence; an acronym stays as it is.
fn first_small(label: &str) -> String {
    let mut chars = label.chars();
    match (chars.next(), chars.clone().next()) {
        (Some(first), second) if second.is_none_or(|second| !second.is_uppercase()) => first.to_lowercase().chain(chars).collect(),
        _ => label.to_owned(),
    }
}

/// One line of it, and nothing that a terminal or a page takes for something else.
fn short(text: &str) -> String {
    const LONGEST: usize = 160;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let line: String = line.chars().filter(|c| readable(*c)).collect();
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

/// What changes stand under: `Objectif « Guichet » (guichet)`.
fn heading(change: &Change, lang: Lang) -> String {
    let about = &change.about;
    let kind = about.concept.row().label_in(lang);
    let title = lang.of(format!("« {} »", short(&about.title)), format!("\"{}\"", short(&about.title)));
    if about.path == about.title { format!("{kind} {title}") } else { format!("{kind} {title} ({})", short(&about.path)) }
}

fn counts(difference: &Difference, lang: Lang) -> String {
    let of = |kind: Kind| difference.changes.iter().filter(|change| change.kind == kind).count();
    let (added, dropped) = (of(Kind::Added), of(Kind::Dropped));
    let others = difference.changes.len() - added - dropped;
    let s = |count: usize| if count > 1 { "s" } else { "" };
    match lang {
        Lang::Fr => format!("{others} changement{}, {added} ajout{}, {dropped} retrait{}", s(others), s(added), s(dropped)),
        Lang::En => format!("{others} change{}, {added} added, {dropped} dropped", s(others)),
    }
}

fn list(words: &[String]) -> String {
    let more = if words.len() > MOST { format!(", … ({})", words.len()) } else { String::new() };
    words.iter().take(MOST).map(|word| short(word)).collect::<Vec<_>>().join(", ") + &more
}

/// Each with its words, where there are any.
fn others(difference: &Difference, lang: Lang) -> Vec<(String, &[String])> {
    let all: [(&str, &str, &[String]); 6] = [
        ("Constats nouveaux", "New findings", &difference.gained),
        ("Constats disparus", "Findings gone", &difference.lost),
        ("Champs remplis", "Holes filled", &difference.filled),
        ("Champs à compléter, nouveaux", "New holes", &difference.opened),
        ("Règles affaiblies", "Policies weakened", &difference.weakened),
        ("Règles rétablies", "Policies restored", &difference.restored),
    ];
    all.into_iter().filter(|(.., words)| !words.is_empty()).map(|(fr, en, words)| (lang.of(fr, en).to_owned(), words)).collect()
}

/// The year and the section; what is asked for before and after, and how much more.
type MoneyRow = (Option<(i16, String)>, [String; 3]);

/// What is asked for before and after, and how much more: by year and section; then, with none, in all.
fn money(difference: &Difference, lang: Lang) -> Vec<MoneyRow> {
    let told = |old: Money, new: Money| [old.show(lang), new.show(lang), signed(more(old, new), lang)];
    let of = |year: i16, section: Section| Some((year, section.show(lang).to_lowercase()));
    let rows = difference.money.iter().map(|(year, section, old, new)| (of(*year, *section), told(*old, *new)));
    rows.chain([(None, told(difference.total.0, difference.total.1))]).collect()
}

/// For the terminal.
pub fn text(difference: &Difference, lang: Lang) -> String {
    if difference.is_empty() {
        return lang
            .of("Rien ne change : les deux versions disent la même chose.\n", "Nothing changes: both versions say the same.\n")
            .to_owned();
    }
    let mut out = counts(difference, lang) + "\n";
    let mut last = String::new();
    for change in &difference.changes {
        let heading = heading(change, lang);
        if heading != last {
            let _ = write!(out, "\n{heading}\n");
            last = heading;
        }
        let _ = writeln!(out, "  {}", sentence(change, lang));
    }
    if !difference.money.is_empty() {
        let _ = write!(out, "\n{}\n", lang.of("Argent, par an et par section", "Money, by year and section"));
        for (of, [old, new, more]) in money(difference, lang) {
            let what = of.map_or_else(|| lang.of("en tout", "in all").to_owned(), |(year, section)| format!("{year} {section}"));
            let _ = writeln!(out, "  {what} : {old} → {new} ({more})");
        }
    }
    for (label, words) in others(difference, lang) {
        let _ = write!(out, "\n{label}{} {}\n", lang.of(" :", ":"), list(words));
    }
    out
}

/// For a merge request.
pub fn markdown(difference: &Difference, new: &Analysis, lang: Lang) -> String {
    let mut out = format!("### {}\n\n", in_a_comment(&short(&title_of(&new.plan))));
    if difference.is_empty() {
        return out + &text(difference, lang);
    }
    let _ = writeln!(out, "{}", counts(difference, lang));
    let mut last = String::new();
    for change in &difference.changes {
        let heading = heading(change, lang);
        if heading != last {
            let _ = write!(out, "\n**{}**\n\n", in_a_comment(&heading));
            last = heading;
        }
        let _ = writeln!(out, "- {}", in_a_comment(&sentence(change, lang)));
    }
    if !difference.money.is_empty() {
        let _ = write!(
            out,
            "\n| {} |\n|---|---|---:|---:|---:|\n",
            lang.of("Année | Section | Avant | Après | Écart", "Year | Section | Before | After | Change")
        );
        for (of, [old, new, more]) in money(difference, lang) {
            let what = of.map_or_else(|| format!("{} |", lang.of("en tout", "in all")), |(year, section)| format!("{year} | {section}"));
            let _ = writeln!(out, "| {what} | {old} | {new} | {more} |");
        }
    }
    for (label, words) in others(difference, lang) {
        let _ = write!(out, "\n**{label}**{} {}\n", lang.of(" :", ":"), in_a_comment(&list(words)));
    }
    out
}

/// The JSON Schema of what [`json`] writes.
pub fn schema() -> Value {
    let whole_number = || json!({ "type": ["integer", "null"] });
    let texts = || shape::list(shape::text());
    let money = || shape::link("money value");
    let change = shape::object(
        [
            ("kind", shape::one_of(&Kind::ALL.map(Kind::name))),
            ("concept", shape::text()),
            ("path", shape::text()),
            ("title", shape::text()),
            ("field", shape::text_or_none()),
            ("old", shape::text()),
            ("new", shape::text()),
            ("days", whole_number()),
            ("year", whole_number()),
            ("section", shape::text_or_none()),
            ("more", shape::or_none(money())),
            ("file", shape::text()),
            ("line", shape::count()),
        ],
        &[],
    );
    let both = || [("old", money()), ("new", money())];
    let year = [("year", json!({ "type": "integer" })), ("section", shape::text())];
    let pair = |one: &'static str, other: &'static str| shape::object([(one, texts()), (other, texts())], &[]);
    let all = [
        ("version", json!({ "const": VERSION })),
        ("changes", shape::list(change)),
        ("money", shape::list(shape::object(year.into_iter().chain(both()), &[]))),
        ("total", shape::object(both(), &[])),
        ("findings", pair("gained", "lost")),
        ("holes", pair("filled", "opened")),
        ("policies", pair("weakened", "restored")),
    ];
    shape::whole("What changed, as `strategy diff --format json` writes it", shapes(), shape::object(all, &[]))
}

/// Version 1. Money in euros as texts, dates as they are written in the language, days as numbers.
pub fn json(difference: &Difference) -> String {
    let change = |change: &Change| {
        let (year, section) = change.year.map_or((None, None), |(year, section)| (Some(year), Some(section.show(Lang::En).to_lowercase())));
        json!({
            "kind": change.kind.name(),
            "concept": change.about.concept.row().spelling(Lang::En),
            "path": change.about.path,
            "title": change.about.title,
            "field": change.field.as_ref().map(|(field, _)| *field),
            "old": change.old,
            "new": change.new,
            "days": change.days,
            "year": year,
            "section": section,
            "more": change.more.map(Money::json),
            "file": change.place.0,
            "line": change.place.1,
        })
    };
    let money: Vec<Value> = difference
        .money
        .iter()
        .map(|(year, section, old, new)| json!({ "year": year, "section": section.show(Lang::En).to_lowercase(), "old": old.json(), "new": new.json() }))
        .collect();
    let report = json!({
        "version": VERSION,
        "changes": difference.changes.iter().map(change).collect::<Vec<_>>(),
        "money": money,
        "total": { "old": difference.total.0.json(), "new": difference.total.1.json() },
        "findings": { "gained": difference.gained, "lost": difference.lost },
        "holes": { "filled": difference.filled, "opened": difference.opened },
        "policies": { "weakened": difference.weakened, "restored": difference.restored },
    });
    serde_json::to_string_pretty(&report).unwrap_or_default() + "\n"
}
