//! `strategy history [PLAN]`, `strategy blame NAME [PLAN]`: a plan's life in git.

use std::path::Path;

use clap::{Arg, ArgMatches, Command};
use serde_json::json;

use super::check::unread;
use super::{CLEAN, Common, plan, print};
use crate::analysis::{Analysis, analyse};
use crate::diagnostic::{Lang, Severity, suggest};
use crate::difference::blame;
use crate::language::concepts::sheet::status::Progress;
use crate::load::{Past, Revision, commits, tags};
use crate::plan::Entity;

pub fn history_command(lang: Lang) -> Command {
    Command::new("history")
        .about(lang.of(
            "Dit la vie d'un plan par ses versions : coût, constats, manques, avancement",
            "Tells a plan's life by its versions: cost, findings, holes, progress",
        ))
        .arg(plan::argument(lang))
        .arg(format(lang))
}

pub fn blame_command(lang: Lang) -> Command {
    Command::new("blame")
        .about(lang.of(
            "Dit quel enregistrement git a changé en dernier chaque champ d'un élément",
            "Says which git commit changed each field of a thing last",
        ))
        .arg(Arg::new("name").value_name(lang.of("NOM", "NAME")).required(true).help(lang.of(
            "Un nom du plan : un objectif, une action, un pilote ; guichet.ouverture pour un jalon",
            "A name of the plan: a goal, an action, an owner; guichet.ouverture for a milestone",
        )))
        .arg(plan::argument(lang))
        .arg(format(lang))
}

fn format(lang: Lang) -> Arg {
    Arg::new("format")
        .long("format")
        .value_name("human|json")
        .value_parser(["human", "json"])
        .hide_possible_values(true)
        .help(lang.of("Forme des résultats", "Form of the results"))
}

fn wants_json(arguments: &ArgMatches) -> bool {
    arguments.get_one::<String>("format").is_some_and(|form| form == "json")
}

// --- history --------------------------------------------------------------------------------------------------------------

/// What is counted of one version.
struct Version {
    name: String,
    past: Option<Past>,
    sheets: usize,
    done: usize,
    abandoned: usize,
    cost: String,
    euros: serde_json::Value,
    errors: usize,
    warnings: usize,
    holes: usize,
}

pub fn history(common: &Common, arguments: &ArgMatches) -> u8 {
    let root = match plan::on_disk(common, arguments) {
        Ok(root) => root,
        Err(code) => return code,
    };
    let tags = match tags(&common.disk, &root) {
        Ok(tags) => tags,
        Err(why) => return unread(common, &root, "HEAD", &why),
    };
    let now = analyse(&common.disk, &root);
    let lang = common.language(&now);
    let mut versions: Vec<Version> = Vec::new();
    for (name, past) in tags {
        if let Ok(world) = Revision::of(&common.disk, &root, &past.id) {
            versions.push(version(&analyse(&world, world.root()), name, Some(past), lang));
        }
    }
    versions.push(version(&now, lang.of("aujourd'hui", "today").to_owned(), None, lang));
    let told = if wants_json(arguments) { history_json(&versions) } else { history_text(&versions, lang) };
    if versions.len() == 1 && !wants_json(arguments) {
        common.note(lang.of(
            "Aucune étiquette git ne garde de version : `git tag adoption` en fait une de ce qui est enregistré.",
            "No git tag keeps a version: `git tag adoption` makes one of what is committed.",
        ));
    }
    print(&told).err().unwrap_or(CLEAN)
}

fn version(analysis: &Analysis, name: String, past: Option<Past>, lang: Lang) -> Version {
    let of = |wanted: Progress| analysis.plan.sheets().filter(|sheet| sheet.progress() == Some(wanted)).count();
    let cost = analysis.ledger.asked(None);
    Version {
        name,
        past,
        sheets: analysis.plan.goals.len(),
        done: of(Progress::Done),
        abandoned: of(Progress::Abandoned),
        cost: cost.show(lang),
        euros: cost.json(),
        errors: analysis.count(Severity::Error),
        warnings: analysis.count(Severity::Warning),
        holes: analysis.holes.len(),
    }
}

fn history_text(versions: &[Version], lang: Lang) -> String {
    let head = lang.of(
        ["version", "date", "fiches", "terminées", "abandonnées", "coût", "erreurs", "avertissements", "à compléter"],
        ["version", "date", "sheets", "done", "abandoned", "cost", "errors", "warnings", "to complete"],
    );
    let mut rows: Vec<Vec<String>> = vec![head.iter().map(|word| (*word).to_owned()).collect()];
    for one in versions {
        let date = one.past.as_ref().map_or_else(|| "–".to_owned(), |past| past.date.to_string());
        let counts = [one.sheets, one.done, one.abandoned].map(|count| count.to_string());
        let wrong = [one.errors, one.warnings, one.holes].map(|count| count.to_string());
        let row = [vec![one.name.clone(), date], counts.to_vec(), vec![one.cost.clone()], wrong.to_vec()].concat();
        rows.push(row);
    }
    table(&rows)
}

/// Columns wide enough for what they hold; words to the left, numbers to the right.
fn table(rows: &[Vec<String>]) -> String {
    let width = |at: usize| rows.iter().map(|row| row[at].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..rows[0].len()).map(width).collect();
    let mut out = String::new();
    for row in rows {
        let cells = row.iter().zip(&widths).enumerate().map(|(at, (cell, width))| {
            let gap = " ".repeat(width - cell.chars().count());
            if at < 2 { format!("{cell}{gap}") } else { format!("{gap}{cell}") }
        });
        out += cells.collect::<Vec<_>>().join("  ").trim_end();
        out.push('\n');
    }
    out
}

fn history_json(versions: &[Version]) -> String {
    let rows = versions.iter().map(|one| {
        json!({
            "version": one.name,
            "commit": one.past.as_ref().map(|past| &past.id),
            "date": one.past.as_ref().map(|past| past.date.to_string()),
            "sheets": one.sheets, "done": one.done, "abandoned": one.abandoned,
            "cost": one.euros,
            "errors": one.errors, "warnings": one.warnings, "holes": one.holes,
        })
    });
    serde_json::to_string_pretty(&json!({ "version": 1, "versions": rows.collect::<Vec<_>>() })).unwrap_or_default() + "\n"
}

// --- blame ----------------------------------------------------------------------------------------------------------------

pub fn blamed(common: &Common, arguments: &ArgMatches) -> u8 {
    let root = match plan::on_disk(common, arguments) {
        Ok(root) => root,
        Err(code) => return code,
    };
    let now = analyse(&common.disk, &root);
    let lang = common.language(&now);
    let name = arguments.get_one::<String>("name").map_or("", String::as_str);
    let Some(thing) = named(&now, name) else { return unknown(common, &now, name) };
    let past = match commits(&common.disk, &root) {
        Ok(past) => past,
        Err(why) => return unread(common, &root, "HEAD", &why),
    };
    let at = |number: usize| past.get(number).and_then(|commit| version_of(common, &root, commit));
    let rows = blame(&now, thing, at, lang);
    let told = if wants_json(arguments) {
        let rows = rows.iter().map(|row| {
            let commit = row.since.and_then(|at| past.get(at));
            json!({
                "field": row.label, "value": row.value,
                "commit": commit.map(|past| &past.id), "date": commit.map(|past| past.date.to_string()),
                "author": commit.map(|past| &past.author), "summary": commit.map(|past| &past.summary),
            })
        });
        serde_json::to_string_pretty(&json!({ "version": 1, "name": thing.path(), "fields": rows.collect::<Vec<_>>() })).unwrap_or_default()
            + "\n"
    } else {
        let mut out = format!("{}\n", thing.called(lang));
        for row in &rows {
            let commit = row.since.and_then(|at| past.get(at));
            let who = match commit {
                Some(past) => format!("{} {} {}, {}", past.date, past.short(), one_line(&past.author), one_line(&past.summary)),
                None => lang.of("pas encore enregistré".to_owned(), "not committed yet".to_owned()),
            };
            out += &format!("  {}{} {}\n      {who}\n", row.label.to_lowercase(), lang.of(" :", ":"), one_line(&row.value));
        }
        out
    };
    print(&told).err().unwrap_or(CLEAN)
}

fn version_of(common: &Common, root: &Path, commit: &Past) -> Option<Analysis> {
    let world = Revision::of(&common.disk, root, &commit.id).ok()?;
    Some(analyse(&world, world.root()))
}

fn named<'a>(analysis: &'a Analysis, name: &str) -> Option<Entity<'a>> {
    let own = |entity: &Entity<'_>| !analysis.sources.get(entity.head().source).library;
    let mut all = analysis.plan.entities().filter(own).filter(|entity| entity.name().is_some());
    all.find(|entity| entity.path() == name || (!entity.concept_row().local && entity.name() == Some(name)))
}

fn unknown(common: &Common, analysis: &Analysis, name: &str) -> u8 {
    let names: Vec<String> = analysis.plan.entities().filter(|entity| entity.name().is_some()).map(Entity::path).collect();
    let near = suggest::nearest(name, names.iter().map(String::as_str).take(5_000));
    let (fr, en) =
        near.map_or((String::new(), String::new()), |near| (format!(" Vouliez-vous dire `{near}` ?"), format!(" Did you mean `{near}`?")));
    common.fail(
        &common
            .speak()
            .of(format!("le plan n'a rien qui s'appelle « {name} ».{fr}"), format!("nothing in the plan is called \"{name}\".{en}")),
    )
}

fn one_line(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let line: String = line.chars().filter(|c| !c.is_control()).collect();
    match line.char_indices().nth(100) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}
