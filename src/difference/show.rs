//! What changed, told: in the terminal, for a merge request, for another program.

use std::fmt::Write;

use serde_json::{Value, json};

use super::{Change, Difference, Follows, Kind, PolicyChange, Told, Turn, more, title_of};
use crate::analysis::Analysis;
use crate::diagnostic::Lang;
use crate::language::Concept;
use crate::plan::{Money, Section, decimal, shapes};
use crate::syntax::readable;
use crate::text::{in_a_comment, shape};

const VERSION: u32 = 2;

/// No more lines of findings, holes or dates that follow.
const MOST: usize = 12;

/// One change in a sentence, without what it is about.
fn sentence(change: &Change, lang: Lang) -> String {
    let label = change.field.as_ref().map_or("", |(_, label)| label.as_str());
    let (old, new) = (short(&change.old), short(&change.new));
    let arrow = || match (old.is_empty(), new.is_empty()) {
        (true, _) => lang.of(format!("{new} (n'y était pas)"), format!("{new} (new)")),
        (_, true) => lang.of(format!("{old} (n'y est plus)"), format!("{old} (taken out)")),
        _ => format!("{old} → {new}"),
    };
    let of = |fr: &str, en: &str| lang.of(format!("{fr} : {}", arrow()), format!("{en}: {}", arrow()));
    // What came or went, and which part of the thing it is; what a whole sheet is about, or what an axis holds. What else is called stands above.
    let is_told = matches!(change.about.concept, Concept::Goal | Concept::Action | Concept::Axis);
    let whole = |word: &str, value: &str| match (label.is_empty(), value.is_empty() || (label.is_empty() && !is_told)) {
        (true, true) => word.to_owned(),
        (true, false) => lang.of(format!("{word} : {value}"), format!("{word}: {value}")),
        (false, true) => lang.of(format!("{word} : {label}"), format!("{word}: {label}")),
        (false, false) => lang.of(format!("{word} : {label} «\u{a0}{value}\u{a0}»"), format!("{word}: {label} \"{value}\"")),
    };
    let more = change.more.map_or_else(String::new, |more| format!(" ({})", signed(more, lang)));
    match change.kind {
        Kind::Added => whole(lang.of("ajout", "added"), &new),
        Kind::Dropped => whole(lang.of("retrait", "dropped"), &old),
        Kind::Waiver if label.is_empty() && old.is_empty() => whole(lang.of("ajout", "added"), ""),
        Kind::Waiver if label.is_empty() => whole(lang.of("retrait", "dropped"), ""),
        Kind::Renamed => of("nom", "name"),
        Kind::Moved => of("déplacé", "moved"),
        Kind::Split => lang.of(format!("scindé en {new}"), format!("split into {new}")),
        Kind::Merged => lang.of(format!("réunit {old}"), format!("merges {old}")),
        // Of a part, which has no name: which part.
        Kind::Retitled if label.is_empty() => of("titre", "title"),
        Kind::Reworded => {
            let how = match (old.is_empty(), new.is_empty()) {
                (true, _) => lang.of("ajout", "added"),
                (_, true) => lang.of("retrait", "taken out"),
                _ => lang.of("réécriture", "reworded"),
            };
            match label.is_empty() {
                true => lang.of(format!("texte : {how}"), format!("text: {how}")),
                false => lang.of(format!("remarque sur « {label} » : {how}"), format!("remark on \"{label}\": {how}")),
            }
        }
        Kind::Dependency => match (old.is_empty(), new.is_empty()) {
            (true, _) => lang.of(format!("attend désormais {new}"), format!("waits now for {new}")),
            (false, false) => lang.of(format!("attend {old} → {new}"), format!("waits for {old} → {new}")),
            _ => lang.of(format!("n'attend plus {old}"), format!("waits no more for {old}")),
        },
        Kind::Money => {
            // Whose it is stands before what is no budget of a sheet.
            let whose = change.field.as_ref().filter(|(name, _)| *name != "budget").map_or_else(String::new, |_| format!("{label}, "));
            let what = change.of.map_or_else(String::new, |of| format!("{whose}{}", of.show(lang)));
            of(&what, &what) + &more
        }
        Kind::Funding => of(label, label) + &more,
        Kind::Rescheduled | Kind::Retitled | Kind::HandedOver | Kind::Target | Kind::Status | Kind::Waiver | Kind::Value => {
            of(label, label) + &slip(change.days, change.months, lang)
        }
    }
}

fn slip(days: Option<i64>, months: Option<i64>, lang: Lang) -> String {
    let Some(days) = days.filter(|days| *days != 0) else { return String::new() };
    let months = months.filter(|months| *months != 0);
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
    if about.title.is_empty() {
        kind
    } else if about.path == about.title {
        format!("{kind} {title}")
    } else {
        format!("{kind} {title} ({})", short(&about.path))
    }
}

fn counts(difference: &Difference, lang: Lang) -> String {
    // A waiver, a funder, a figure that came or went as a whole has no old value or no new one, and is no field of something.
    let count = |is: &dyn Fn(&Change) -> bool| difference.changes.iter().filter(|change| is(change)).count();
    let whole = |change: &Change| change.kind == Kind::Waiver && change.field.is_none();
    let added = count(&|change| change.kind == Kind::Added || (whole(change) && change.old.is_empty()));
    let dropped = count(&|change| change.kind == Kind::Dropped || (whole(change) && change.new.is_empty()));
    let others = difference.changes.len() - added - dropped;
    let policies = difference.policies.len();
    let s = |count: usize| if count > 1 { "s" } else { "" };
    let mut told = match lang {
        Lang::Fr => format!("{others} changement{}, {added} ajout{}, {dropped} retrait{}", s(others), s(added), s(dropped)),
        Lang::En => format!("{others} change{}, {added} added, {dropped} dropped", if others == 1 { "" } else { "s" }),
    };
    if policies > 0 {
        told += &lang.of(format!(", {policies} dans les règles"), format!(", {policies} in the policies"));
    }
    told
}

/// What follows under a label, a line each; no more than some.
fn lists(difference: &Difference, lang: Lang) -> Vec<(&'static str, Vec<String>)> {
    let told = |all: &[Told]| all.iter().map(|one| short(&one.words)).collect::<Vec<_>>();
    let rule = |one: &PolicyChange| {
        let called = match one.title == one.code || one.title.is_empty() {
            true => one.code.clone(),
            false => lang.of(format!("«\u{a0}{}\u{a0}» ({})", one.title, one.code), format!("\"{}\" ({})", one.title, one.code)),
        };
        let gone = lang.of("n'est plus appliquée", "is in force no more");
        let what = match (one.what.is_empty(), one.old.is_empty(), one.new.is_empty()) {
            (true, true, _) => one.new.clone(),
            (true, false, true) => lang.of(format!("{} : plus maintenant", one.old), format!("{}: no more", one.old)),
            (true, false, false) => format!("{} → {}", one.old, one.new),
            (false, _, true) => format!("{}{} {} ({gone})", one.what, lang.of(" :", ":"), one.old),
            (false, true, _) => format!("{}{} {}", one.what, lang.of(" :", ":"), one.new),
            (false, false, false) => format!("{}{} {} → {}", one.what, lang.of(" :", ":"), one.old, one.new),
        };
        let turn = one.turn.map_or_else(String::new, |turn| format!(" ({})", turn.word(lang)));
        short(&format!("{called}, {what}{turn}"))
    };
    let follow = |one: &Follows| {
        let title = lang.of(format!("«\u{a0}{}\u{a0}»", one.about.title), format!("\"{}\"", one.about.title));
        let (old, new) = (&one.old, &one.new);
        let end = lang.of(format!("{title}, fin : {old} → {new}"), format!("{title}, end: {old} → {new}"));
        short(&end) + &slip(Some(one.days), None, lang)
    };
    let all = [
        (lang.of("Dates qui suivent", "Dates that follow"), difference.follow.iter().map(follow).collect()),
        (lang.of("Règles", "Policies"), difference.policies.iter().map(rule).collect()),
        (lang.of("Constats nouveaux", "New findings"), told(&difference.gained)),
        (lang.of("Constats disparus", "Findings gone"), told(&difference.lost)),
        (lang.of("Champs remplis", "Holes filled"), told(&difference.filled)),
        (lang.of("Champs à compléter, nouveaux", "New holes"), told(&difference.opened)),
    ];
    let some = all.into_iter().filter(|(_, lines): &(&str, Vec<String>)| !lines.is_empty());
    some.map(|(label, mut lines)| {
        let count = lines.len();
        if count > MOST {
            lines.truncate(MOST);
            lines.push(lang.of(format!("… et {} autres", count - MOST), format!("… and {} more", count - MOST)));
        }
        (label, lines)
    })
    .collect()
}

/// The year, or that there is none, and the section; empty where it is of all; what is asked for before and after, and how much more.
type MoneyRow = ([String; 2], [String; 3]);

/// What is asked for before and after, and how much more: by year and section; then each section that changed, and all of it.
fn money(difference: &Difference, lang: Lang) -> Vec<MoneyRow> {
    let told = |old: Money, new: Money| [old.show(lang), new.show(lang), signed(more(old, new), lang)];
    let of = |section: Section| section.show(lang).to_lowercase();
    let of_year = |year: Option<i16>| year.map_or_else(|| lang.of("sans année", "no year").to_owned(), |year| year.to_string());
    let rows = difference.money.iter().map(|one| {
        ([of_year(one.year), one.section.map_or_else(|| lang.of("sans section", "no section").to_owned(), of)], told(one.old, one.new))
    });
    let sections = Section::BOTH.into_iter().zip(&difference.sections);
    let sections = sections.filter(|(section, (old, new))| old != new || difference.money.iter().any(|one| one.section == Some(*section)));
    let sections = sections.map(|(section, (old, new))| ([String::new(), of(section)], told(*old, *new)));
    rows.chain(sections).chain([([String::new(), String::new()], told(difference.total.0, difference.total.1))]).collect()
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
    if difference.changes_money() {
        let _ = write!(out, "\n{}\n", lang.of("Argent, par an et par section", "Money, by year and section"));
        for ([year, section], [old, new, more]) in money(difference, lang) {
            let all = lang.of("en tout", "in all");
            let what = match (year.is_empty(), section.is_empty()) {
                (true, true) => all.to_owned(),
                (true, false) => format!("{section}, {all}"),
                (false, _) => format!("{year} {section}"),
            };
            let _ = writeln!(out, "  {what}{} {old} → {new} ({more})", lang.of(" :", ":"));
        }
    }
    for (label, lines) in lists(difference, lang) {
        let _ = write!(out, "\n{label}\n");
        for line in lines {
            let _ = writeln!(out, "  {line}");
        }
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
    if difference.changes_money() {
        let _ = write!(
            out,
            "\n| {} |\n|---|---|---:|---:|---:|\n",
            lang.of("Année | Section | Avant | Après | Écart", "Year | Section | Before | After | Change")
        );
        for ([year, section], [old, new, more]) in money(difference, lang) {
            let year = if year.is_empty() { lang.of("en tout", "in all") } else { &year };
            let _ = writeln!(out, "| {year} | {section} | {old} | {new} | {more} |");
        }
    }
    for (label, lines) in lists(difference, lang) {
        let _ = write!(out, "\n**{label}**\n\n");
        for line in lines {
            let _ = writeln!(out, "- {}", in_a_comment(&line));
        }
    }
    out
}

/// The JSON Schema of what [`json`] writes.
pub fn schema() -> Value {
    let whole_number = || json!({ "type": ["integer", "null"] });
    let told = || shape::list(shape::object([("key", shape::text()), ("text", shape::text())], &[]));
    let money = || shape::link("money value");
    let data = || shape::link("any value");
    let change = shape::object(
        [
            ("kind", shape::one_of(&Kind::ALL.map(Kind::name))),
            ("concept", shape::text()),
            ("path", shape::text()),
            ("title", shape::text()),
            ("field", shape::text_or_none()),
            ("old", shape::text()),
            ("new", shape::text()),
            ("old_value", data()),
            ("new_value", data()),
            ("days", whole_number()),
            ("first_year", whole_number()),
            ("last_year", whole_number()),
            ("section", shape::text_or_none()),
            ("more", shape::or_none(money())),
            ("file", shape::text()),
            ("line", shape::count()),
        ],
        &[],
    );
    let both = || [("old", money()), ("new", money())];
    let year = [("year", whole_number()), ("section", shape::text_or_none())];
    let pair = |one: &'static str, other: &'static str| shape::object([(one, told()), (other, told())], &[]);
    let texts = |names: &[&'static str]| names.iter().map(|name| (*name, shape::text())).collect::<Vec<_>>();
    let follows = texts(&["path", "title", "old", "new"]).into_iter().chain([
        ("old_value", shape::link("date value")),
        ("new_value", shape::link("date value")),
        ("days", json!({ "type": "integer" })),
    ]);
    let turn = shape::or_none(shape::one_of(&[Turn::Weakened, Turn::Tightened].map(Turn::name)));
    let policy = texts(&["code", "title", "what", "old", "new"]).into_iter().chain([("turn", turn)]);
    let all = [
        ("version", json!({ "const": VERSION })),
        ("changes", shape::list(change)),
        ("money", shape::list(shape::object(year.into_iter().chain(both()), &[]))),
        ("sections", shape::list(shape::object([("section", shape::text())].into_iter().chain(both()), &[]))),
        ("total", shape::object(both(), &[])),
        ("findings", pair("gained", "lost")),
        ("holes", pair("filled", "opened")),
        ("follow", shape::list(shape::object(follows, &[]))),
        ("policies", shape::list(shape::object(policy, &[]))),
    ];
    let shapes: Vec<(String, Value)> = shapes().collect();
    let one = || {
        let known = shapes.iter().map(|(name, _)| shape::link(name));
        known.chain([json!({ "type": ["string", "boolean", "integer", "null"] })]).collect::<Vec<_>>()
    };
    let any = json!({ "anyOf": one().into_iter().chain([shape::list(json!({ "anyOf": one() }))]).collect::<Vec<_>>() });
    let shapes = shapes.iter().cloned().chain([("any value".to_owned(), any)]);
    shape::whole("What changed, as `strategy diff --format json` writes it", shapes, shape::object(all, &[]))
}

/// Version 2. `old` and `new` are words for people, in the language of the plan; `old_value` and `new_value` the same as data, as the
/// export writes it. Money in euros as texts, days as numbers.
pub fn json(difference: &Difference) -> String {
    let change = |change: &Change| {
        let section = change.of.map(|of| of.section.show(Lang::En).to_lowercase());
        json!({
            "kind": change.kind.name(),
            "concept": change.about.concept.row().spelling(Lang::En),
            "path": change.about.path,
            "title": change.about.title,
            "field": change.field.as_ref().map(|(field, _)| *field),
            "old": change.old,
            "new": change.new,
            "old_value": change.values[0],
            "new_value": change.values[1],
            "days": change.days,
            "first_year": change.of.map(|of| of.first),
            "last_year": change.of.map(|of| of.last),
            "section": section,
            "more": change.more.map(Money::json),
            "file": change.place.0,
            "line": change.place.1,
        })
    };
    let money: Vec<Value> = difference
        .money
        .iter()
        .map(|one| {
            let section = one.section.map(|section| section.show(Lang::En).to_lowercase());
            json!({ "year": one.year, "section": section, "old": one.old.json(), "new": one.new.json() })
        })
        .collect();
    let told = |all: &[Told]| all.iter().map(|one| json!({ "key": one.key, "text": one.words })).collect::<Vec<_>>();
    let follows = |one: &Follows| json!({ "path": one.about.path, "title": one.about.title, "old": one.old, "new": one.new, "old_value": one.values[0].json(), "new_value": one.values[1].json(), "days": one.days });
    let policy = |one: &PolicyChange| {
        json!({
            "code": one.code, "title": one.title, "what": one.what, "old": one.old, "new": one.new,
            "turn": one.turn.map(Turn::name),
        })
    };
    let report = json!({
        "version": VERSION,
        "changes": difference.changes.iter().map(change).collect::<Vec<_>>(),
        "money": money,
        "sections": Section::BOTH.into_iter().zip(&difference.sections).map(|(section, (old, new))| {
            json!({ "section": section.show(Lang::En).to_lowercase(), "old": old.json(), "new": new.json() })
        }).collect::<Vec<_>>(),
        "total": { "old": difference.total.0.json(), "new": difference.total.1.json() },
        "findings": { "gained": told(&difference.gained), "lost": told(&difference.lost) },
        "holes": { "filled": told(&difference.filled), "opened": told(&difference.opened) },
        "follow": difference.follow.iter().map(follows).collect::<Vec<_>>(),
        "policies": difference.policies.iter().map(policy).collect::<Vec<_>>(),
    });
    serde_json::to_string_pretty(&report).unwrap_or_default() + "\n"
}
