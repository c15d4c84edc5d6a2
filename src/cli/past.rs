//! `strategy history [PLAN]`, `strategy blame NAME [PLAN]`: a plan's life in git.

use std::path::Path;

use clap::{Arg, ArgMatches, Command};
use jiff::civil::Date;
use serde_json::{Value, json};

use super::check::unread;
use super::{CLEAN, Common, completions, plan, print, terminal};
use crate::analysis::{Analysis, analyse, read_only};
use crate::diagnostic::{Lang, Severity};
use crate::difference::{Version as VersionOfPlan, Versions, blame};
use crate::language::Concept;
use crate::language::concepts::decision::{self, Result as DecisionResult};
use crate::language::concepts::sheet::status::Progress;
use crate::load::{Disk, Ground, Lineage, NoRevision, Past, Revision, commits, is_partial, tags};
use crate::plan::shapes;
use crate::text::shape;

/// Of both forms for programs.
const VERSION: u32 = 1;

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
        .arg(Arg::new("name").value_name(lang.of("NOM", "NAME")).required(true).add(completions::names()).help(lang.of(
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
    let (now, called) = match latest(common, &root) {
        Ok(latest) => latest,
        Err(why) => return unread(common, &root, "HEAD", &why),
    };
    let lang = common.language(&now);
    let mut kept = tags;
    let partial = is_partial(&common.disk, &root);
    match adopted(&common.disk, &root, &now) {
        Ok(Adopted { versions, before }) => {
            let known: Vec<String> = kept.iter().map(|(_, past)| past.id.clone()).collect();
            kept.extend(versions.into_iter().filter(|(_, past)| !known.contains(&past.id)));
            for name in before {
                if partial {
                    common.note(&lang.of(
                        format!("La décision « {name} » est d'avant ce que contient cette copie du dépôt."),
                        format!("The decision \"{name}\" is from before what this copy of the repository holds."),
                    ));
                    continue;
                }
                common.note(&lang.of(
                    format!("La décision « {name} » est d'avant le premier enregistrement git : son texte n'y est pas."),
                    format!("The decision \"{name}\" is from before the first git commit: its text is not there."),
                ));
            }
        }
        Err(why) => return unread(common, &root, "HEAD", &why),
    }
    kept.sort_by_key(|(_, past)| past.date);
    let mut versions: Vec<Version> = Vec::new();
    for (name, past) in kept {
        if let Ok(world) = Revision::of(&common.disk, &root, &past.id) {
            versions.push(version(&analyse(&world, world.root()), name, Some(past), lang));
        }
    }
    versions.push(version(&now, called.map_or_else(|| lang.of("aujourd'hui", "today").to_owned(), str::to_owned), None, lang));
    let told = if wants_json(arguments) { history_json(&versions) } else { history_text(&versions, lang) };
    if partial {
        common.note(lang.of(
            "Cette copie partielle du dépôt manque peut-être d'étiquettes et de versions ; `git fetch --unshallow --tags` apporte le reste.",
            "This shallow clone may lack tags and versions; `git fetch --unshallow --tags` brings the rest.",
        ));
    } else if versions.len() == 1 && !wants_json(arguments) {
        common.note(lang.of(
            "Ni étiquette git ni décision adoptée ne dit quelles versions comptent : `git tag adoption` garde ce qui est enregistré.",
            "Neither a git tag nor an adopted decision says which versions count: `git tag adoption` keeps what is committed.",
        ));
    }
    print(&told).err().unwrap_or(CLEAN)
}

/// The plan as it is now, and what that version is called where its files are not written out: what was committed last.
fn latest(common: &Common, root: &Path) -> Result<(Analysis, Option<&'static str>), NoRevision> {
    if common.disk.is_file(root) {
        return Ok((analyse(&common.disk, root), None));
    }
    let world = Revision::of(&common.disk, root, "HEAD")?;
    Ok((analyse(&world, world.root()), Some("HEAD")))
}

/// What the decisions that adopted or revised the plan say of its versions.
#[derive(Default)]
struct Adopted {
    /// What stood in the repository on the day of each, by the decision's title.
    versions: Vec<(String, Past)>,
    /// Those that are older than all that stands there.
    before: Vec<String>,
}

fn adopted(disk: &Disk, root: &Path, now: &Analysis) -> Result<Adopted, NoRevision> {
    let votes = now.plan.all(Concept::Decision).filter(|one| one.is_given(decision::RESULT) == Some(DecisionResult::Adopted));
    let dated: Vec<(String, Date)> =
        votes.filter_map(|one| Some((one.titled().into_owned(), one.is_given(decision::ON)?.end.last))).collect();
    if dated.is_empty() {
        return Ok(Adopted::default());
    }
    let commits = commits(disk, root)?;
    let mut adopted = Adopted::default();
    for (name, day) in dated {
        match commits.iter().find(|past| past.date <= day) {
            Some(past) => adopted.versions.push((name, past.clone())),
            None => adopted.before.push(name),
        }
    }
    Ok(adopted)
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
    let table = table(&rows);
    let widest = table.lines().map(|line| line.chars().count()).max().unwrap_or(0);
    match terminal::room().is_some_and(|room| widest > room) {
        false => table,
        true => rows[1..].iter().map(|row| stacked(&rows[0], row, lang)).collect::<Vec<_>>().join("\n"),
    }
}

/// A version whose columns do not fit side by side: a line each.
fn stacked(head: &[String], row: &[String], lang: Lang) -> String {
    let cells = head.iter().zip(row).skip(1).map(|(word, cell)| format!("  {word}{} {cell}\n", lang.of(" :", ":")));
    terminal::wrapped(&row[0]) + &cells.collect::<String>()
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
    serde_json::to_string_pretty(&json!({ "version": VERSION, "versions": rows.collect::<Vec<_>>() })).unwrap_or_default() + "\n"
}

/// The JSON Schema of what `history --format json` writes.
pub fn history_schema() -> Value {
    let counts = ["sheets", "done", "abandoned", "errors", "warnings", "holes"].map(|key| (key, shape::count()));
    let named = [
        ("version", shape::text()),
        ("commit", shape::text_or_none()),
        ("date", shape::text_or_none()),
        ("cost", shape::link("money value")),
    ];
    let version = shape::object(counts.into_iter().chain(named), &[]);
    let all = [("version", json!({ "const": VERSION })), ("versions", shape::list(version))];
    shape::whole("A plan's life, as `strategy history --format json` writes it", shapes(), shape::object(all, &[]))
}

/// The JSON Schema of what `blame --format json` writes.
pub fn blame_schema() -> Value {
    let commit = ["commit", "date", "author", "summary"].map(|key| (key, shape::text_or_none()));
    let field = shape::object(["key", "field", "value"].map(|key| (key, shape::text())).into_iter().chain(commit), &[]);
    let all = [("version", json!({ "const": VERSION })), ("name", shape::text()), ("fields", shape::list(field))];
    shape::whole("Who changed what last, as `strategy blame --format json` writes it", [], shape::object(all, &[]))
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
    let Some(thing) = now.named(name) else { return unknown(common, &now, name) };
    let lineage = match Lineage::of(&common.disk, &root) {
        Ok(lineage) => lineage,
        Err(why) => return unread(common, &root, "HEAD", &why),
    };
    let past = &lineage.commits;
    let rows = blame(thing, &InGit { common, root: &root, lineage: &lineage }, lang);
    let told = if wants_json(arguments) {
        let rows = rows.iter().map(|row| {
            let commit = row.since.and_then(|at| past.get(at));
            json!({
                "key": row.key, "field": row.label, "value": row.value,
                "commit": commit.map(|past| &past.id), "date": commit.map(|past| past.date.to_string()),
                "author": commit.map(|past| &past.author), "summary": commit.map(|past| &past.summary),
            })
        });
        serde_json::to_string_pretty(&json!({ "version": VERSION, "name": thing.path(), "fields": rows.collect::<Vec<_>>() }))
            .unwrap_or_default()
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
        terminal::wrapped(&out)
    };
    let code = print(&told).err().unwrap_or(CLEAN);
    if rows.iter().filter_map(|row| row.since).any(|at| lineage.cut[at]) {
        common.note(&terminal::wrapped(lang.of(
            "Cette copie du dépôt est partielle : ce qu'elle attribue à son plus ancien enregistrement peut dater d'avant. `git fetch --unshallow` apporte le reste.",
            "This copy of the repository is partial: what it gives to its oldest commit may be older. `git fetch --unshallow` brings the rest.",
        )));
    }
    code
}

/// The versions of a plan in a git repository.
struct InGit<'c> {
    common: &'c Common,
    root: &'c Path,
    lineage: &'c Lineage,
}

impl Versions for InGit<'_> {
    fn parents(&self, of: Option<usize>) -> Vec<usize> {
        of.map_or_else(|| self.lineage.head(), |at| self.lineage.parents[at].clone())
    }

    fn read(&self, number: usize) -> Option<VersionOfPlan> {
        let world = Revision::of(&self.common.disk, self.root, &self.lineage.commits[number].id).ok()?;
        let (plan, files) = read_only(&world, world.root());
        Some(VersionOfPlan { plan, files })
    }

    fn same(&self, one: usize, other: usize, file: &Path) -> bool {
        self.lineage.same(one, other, file)
    }
}

fn unknown(common: &Common, analysis: &Analysis, name: &str) -> u8 {
    common.fail(&analysis.not_named(name, common.speak()))
}

fn one_line(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let line: String = line.chars().filter(|c| !c.is_control()).collect();
    match line.char_indices().nth(100) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}
