//! What may be asked, and the answers. A plan is read anew for each: an answer is true of the files as they are.

use std::path::Path;

use serde_json::{Map, Value as Json, json};

use crate::analysis::{Analysis, SOME_DAY, analyse, analyse_whole};
use crate::diagnostic::Lang;
use crate::difference::{self, difference};
use crate::document::{self, Form, graph};
use crate::export;
use crate::language::concepts::sheet::status::Progress;
use crate::language::{Type, Typed, plain};
use crate::load::{Revision, World};
use crate::plan::{Entity, GoalId, reach};
use crate::policy::judge::{day, whole_library};
use crate::report;
use crate::rules::{self, Asked as Page, Found, find, not_found, page};
use crate::show::{self, What, board};
use crate::text::shape;

/// One question: its name and what it is, in French and in English; what it takes; the shape of its answer where that is told.
pub struct Question {
    pub name: &'static str,
    pub about: [&'static str; 2],
    pub takes: &'static [Takes],
    pub shape: Option<fn() -> Json>,
    answer: fn(&Asked<'_>) -> Result<Json, String>,
}

/// An argument, always a text.
pub struct Takes {
    pub name: &'static str,
    pub about: [&'static str; 2],
    pub required: bool,
    /// No other than these, where there are any.
    pub words: &'static [&'static str],
}

/// What an answer is made from.
pub struct Asked<'a> {
    pub world: &'a dyn World,
    pub root: &'a Path,
    /// Without it the plan's own.
    pub lang: Option<Lang>,
    pub arguments: &'a Map<String, Json>,
}

const fn takes(name: &'static str, required: bool, fr: &'static str, en: &'static str) -> Takes {
    Takes { name, about: [fr, en], required, words: &[] }
}

pub const QUESTIONS: &[Question] = &[
    Question {
        name: "check",
        about: [
            "Les constats sur le plan, règle par règle : ce qui est faux, pourquoi, que faire ; et ce que chaque règle en dit",
            "The findings on the plan, rule by rule: what is wrong, why, what to do; and what became of each policy",
        ],
        takes: &[],
        shape: Some(report::schema),
        answer: check,
    },
    Question {
        name: "goals",
        about: [
            "Les objectifs et les actions du plan : nom, titre, responsable, dates, coût, avancement",
            "The plan's goals and actions: name, title, owner, dates, cost, progress",
        ],
        takes: &[takes(
            "owner",
            false,
            "Seulement ceux de ce responsable, par son nom dans le plan",
            "Only those of this owner, by its name in the plan",
        )],
        shape: None,
        answer: goals,
    },
    Question {
        name: "thing",
        about: [
            "Tout ce que le plan dit d'une chose qui a un nom : un objectif, un pilote, un indicateur, une décision…",
            "All that the plan says of a thing that has a name: a goal, an owner, an indicator, a decision…",
        ],
        takes: &[takes("name", true, "Le nom, comme dans le plan", "The name, as in the plan")],
        shape: None,
        answer: thing,
    },
    Question {
        name: "show",
        about: [
            "Le budget par année et financeur, la charge par pilote et trimestre, ou le calendrier ; avec why, les lignes du plan derrière un chiffre",
            "The budget by year and funder, the load by owner and quarter, or the schedule; with why, the lines of the plan behind a figure",
        ],
        takes: &[
            Takes {
                name: "what",
                about: ["Ce qu'on veut voir", "What is to be seen"],
                required: true,
                words: &["budget", "load", "schedule"],
            },
            takes(
                "why",
                false,
                "Une case par ses mots, par exemple « 2027 investissement » : elle seule, avec ses lignes",
                "A cell by its words, for instance \"2027 investment\": it alone, with its lines",
            ),
        ],
        shape: Some(show::schema),
        answer: tables,
    },
    Question {
        name: "graph",
        about: ["Qui attend quoi : toutes les fiches et toutes les attentes", "What waits for what: all sheets and all waits"],
        takes: &[],
        shape: Some(document::graph_schema),
        answer: whole_graph,
    },
    Question {
        name: "paths",
        about: [
            "Ce dont une fiche dépend, de près ou de loin, et ce qui dépend d'elle ; avec to, le plus court chemin entre deux fiches",
            "What a sheet rests on, near or far, and what rests on it; with to, the shortest way between two sheets",
        ],
        takes: &[
            takes("from", true, "Le nom d'une fiche", "The name of a sheet"),
            takes("to", false, "Le nom d'une autre", "The name of another"),
        ],
        shape: None,
        answer: paths,
    },
    Question {
        name: "explain",
        about: [
            "Une règle : ce qu'elle demande, pourquoi, ses textes, comment y remédier ; avec on, ce qu'elle vaut sur une chose du plan",
            "A rule: what it asks, why, its texts, how to mend it; with on, what it says of one thing of the plan",
        ],
        takes: &[
            takes("code", true, "Le code ou le nom d'une règle : ART-07, E0301", "The code or the name of a rule: ART-07, E0301"),
            takes("on", false, "Le nom d'une chose du plan", "The name of a thing of the plan"),
        ],
        shape: None,
        answer: explain,
    },
    Question {
        name: "diff",
        about: [
            "Ce qui a changé depuis une révision git, ou entre deux : fiches, dates, argent, responsables, règles, constats",
            "What changed since a git revision, or between two: sheets, dates, money, owners, policies, findings",
        ],
        takes: &[
            takes("from", false, "La révision d'avant ; HEAD sans elle", "The revision before; HEAD without it"),
            takes("to", false, "Celle d'après ; sans elle, le plan tel qu'il est", "The one after; without it the plan as it is"),
        ],
        shape: Some(difference::schema),
        answer: changed,
    },
];

/// In: a question's name and what it is asked with. Out: its answer, or in words why there is none.
pub fn answer(name: &str, asked: &Asked<'_>) -> Result<Json, String> {
    let speak = asked.lang.unwrap_or(Lang::En);
    let Some(question) = QUESTIONS.iter().find(|question| question.name == name) else {
        return Err(speak.of(format!("aucune question ne s'appelle « {name} »."), format!("no question is called \"{name}\".")));
    };
    for (key, value) in asked.arguments {
        let Some(takes) = question.takes.iter().find(|takes| takes.name == key) else {
            return Err(speak.of(format!("« {name} » ne prend pas « {key} »."), format!("\"{name}\" does not take \"{key}\".")));
        };
        match value.as_str() {
            None => return Err(speak.of(format!("« {key} » attend un texte."), format!("\"{key}\" takes a text."))),
            Some(word) if !takes.words.is_empty() && !takes.words.contains(&word) => {
                let words = takes.words.join(", ");
                return Err(speak
                    .of(format!("« {key} » attend un de ces mots : {words}."), format!("\"{key}\" takes one of these words: {words}.")));
            }
            Some(_) => {}
        }
    }
    if let Some(takes) = question.takes.iter().find(|takes| takes.required && !asked.arguments.contains_key(takes.name)) {
        let key = takes.name;
        return Err(speak.of(format!("« {name} » attend « {key} »."), format!("\"{name}\" takes \"{key}\".")));
    }
    (question.answer)(asked)
}

impl Question {
    /// The JSON Schema of what it takes.
    pub fn input(&self, lang: Lang) -> Json {
        let property = |takes: &Takes| {
            let mut shape = if takes.words.is_empty() { shape::text() } else { json!({ "type": "string", "enum": takes.words }) };
            shape::merge(&mut shape, json!({ "description": lang.of(takes.about[0], takes.about[1]) }));
            (takes.name, shape)
        };
        let optional: Vec<&str> = self.takes.iter().filter(|takes| !takes.required).map(|takes| takes.name).collect();
        shape::object(self.takes.iter().map(property), &optional)
    }
}

impl Asked<'_> {
    fn argument(&self, name: &str) -> Option<&str> {
        self.arguments.get(name).and_then(Json::as_str)
    }

    fn plan(&self) -> Analysis {
        analyse(self.world, self.root)
    }

    fn language(&self, analysis: &Analysis) -> Lang {
        self.lang.unwrap_or(analysis.language())
    }

    /// The sheet of that name.
    fn sheet<'a>(&self, analysis: &'a Analysis, name: &str) -> Result<Entity<'a>, String> {
        let lang = self.language(analysis);
        let named = analysis.named(name).ok_or_else(|| analysis.not_named(name, lang))?;
        let is_sheet = analysis.plan.sheets().any(|sheet| sheet.id == named.id);
        is_sheet.then_some(named).ok_or_else(|| {
            lang.of(format!("« {name} » n'est ni un objectif ni une action."), format!("\"{name}\" is neither a goal nor an action."))
        })
    }
}

fn parsed(text: &str) -> Json {
    serde_json::from_str(text).unwrap_or_default()
}

fn check(asked: &Asked<'_>) -> Result<Json, String> {
    Ok(parsed(&report::json(&[asked.plan()], asked.lang)))
}

fn goals(asked: &Asked<'_>) -> Result<Json, String> {
    let analysis = asked.plan();
    let owner = asked.argument("owner");
    // The roles of a library own too.
    if let Some(name) = owner
        && !analysis.plan.owners().any(|one| one.path() == name)
    {
        return Err(analysis.not_named(name, asked.language(&analysis)));
    }
    let wanted = |sheet: &Entity<'_>| owner.is_none_or(|owner| sheet.owner().is().is_some_and(|own| own.path() == owner));
    let rows: Vec<Json> = analysis.plan.sheets().filter(wanted).map(|sheet| row(&analysis, sheet)).collect();
    Ok(json!({ "goals": rows }))
}

fn row(analysis: &Analysis, sheet: Entity<'_>) -> Json {
    let slot = analysis.calendar.slot(sheet.goal_id());
    json!({
        "name": sheet.path(),
        "title": sheet.titled(),
        "kind": sheet.concept_row().spelling(Lang::En).to_lowercase(),
        "owner": sheet.owner().is().map(Entity::path),
        "start": slot.map(|slot| slot.start.first.to_string()),
        "end": slot.map(|slot| slot.end.last.to_string()),
        "cost": crate::budget::cost(sheet, None).json(),
        "progress": sheet.progress().map(word),
        "line": analysis.sources.start(sheet.head()).line,
        "file": analysis.sources.get(sheet.head().source).name,
    })
}

/// `running`
fn word(progress: Progress) -> &'static str {
    let Type::Word(rows) = Progress::TYPE else { return "" };
    rows.get(progress as usize).map_or("", |row| row.en)
}

fn thing(asked: &Asked<'_>) -> Result<Json, String> {
    let analysis = asked.plan();
    let name = asked.argument("name").unwrap_or_default();
    let named = analysis.named(name).ok_or_else(|| analysis.not_named(name, asked.language(&analysis)))?;
    Ok(export::thing(&analysis, named))
}

fn tables(asked: &Asked<'_>) -> Result<Json, String> {
    let analysis = asked.plan();
    let what = match asked.argument("what") {
        Some("load") => What::Load,
        Some("budget") => What::Budget,
        _ => What::Schedule,
    };
    let (board, lang) = (board(&analysis, what), asked.language(&analysis));
    let Some(cell) = asked.argument("why") else { return Ok(parsed(&show::json(&analysis, &board, None))) };
    match show::why(&board, cell, lang) {
        Ok(found) => Ok(parsed(&show::json(&analysis, &board, Some(&found)))),
        Err(none) => Err(none.told(cell, lang).join(" ")),
    }
}

fn whole_graph(asked: &Asked<'_>) -> Result<Json, String> {
    Ok(parsed(&graph(&asked.plan(), Form::Json)))
}

fn paths(asked: &Asked<'_>) -> Result<Json, String> {
    let analysis = asked.plan();
    let from = asked.sheet(&analysis, asked.argument("from").unwrap_or_default())?;
    let reach = reach(&analysis.plan, &analysis.graph);
    let path = |id: GoalId| Json::from(analysis.plan.goal(id).path());
    let Some(to) = asked.argument("to") else {
        return Ok(json!({
            "from": from.path(),
            "upstream": reach.upstream(from.goal_id()).map(path).collect::<Vec<_>>(),
            "downstream": reach.downstream(from.goal_id()).map(path).collect::<Vec<_>>(),
        }));
    };
    let to = asked.sheet(&analysis, to)?;
    let way = |one: Entity<'_>, other: Entity<'_>| {
        reach.way(one.goal_id(), other.goal_id()).map(|way| way.into_iter().map(path).collect::<Vec<_>>())
    };
    Ok(json!({ "from": from.path(), "to": to.path(), "rests_on": way(from, to), "bears": way(to, from) }))
}

fn explain(asked: &Asked<'_>) -> Result<Json, String> {
    let analysis = analyse_whole(asked.world, asked.root);
    let (lang, library) = (asked.language(&analysis), whole_library());
    let word = asked.argument("code").unwrap_or_default();
    let mut found = find(word, &library, Some(&analysis));
    if let (Found::Retired(_, new), Some(_)) = (&found, asked.argument("on")) {
        found = find(new, &library, Some(&analysis));
    }
    let text = match (&found, asked.argument("on")) {
        (Found::Nothing(near), _) => return Err(not_found(word, near.as_deref(), lang)),
        (Found::InPlan(at), Some(name)) => {
            rules::on(&analysis, &analysis.judgement.set, *at, day(asked.world.today().unwrap_or(SOME_DAY)), name, lang)?
        }
        (Found::InLibrary(at), Some(name)) => {
            rules::on(&analysis, &library, *at, day(asked.world.today().unwrap_or(SOME_DAY)), name, lang)?
        }
        (_, Some(_)) => {
            return Err(lang.of(
                "« on » ne va qu'avec une règle écrite ; c'est un contrôle du compilateur.".to_owned(),
                "\"on\" goes with a policy only; this is a check of the compiler.".to_owned(),
            ));
        }
        (_, None) => plain(&page(&found, &Page { library: &library, analysis: Some(&analysis), lang, heading: "##" }).unwrap_or_default()),
    };
    Ok(json!({ "code": word, "text": text }))
}

fn changed(asked: &Asked<'_>) -> Result<Json, String> {
    let now = asked.plan();
    let lang = asked.language(&now);
    let at = |name: &str| {
        let world = Revision::of(asked.world, asked.root, name)
            .map_err(|why| why.told(&asked.root.file_name().unwrap_or_default().to_string_lossy(), name, lang))?;
        Ok::<Analysis, String>(analyse(&world, world.root()))
    };
    let before = at(asked.argument("from").unwrap_or("HEAD"))?;
    let after = asked.argument("to").map_or(Ok(now), at)?;
    Ok(parsed(&difference::json(&difference(&before, &after, lang))))
}
