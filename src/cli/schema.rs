//! `strategy schema [NAME]`

use clap::{Arg, ArgMatches, Command};
use serde_json::Value;

use super::{CLEAN, Common, baseline, past, print};
use crate::diagnostic::{Lang, suggest};
use crate::difference;
use crate::document;
use crate::export;
use crate::import;
use crate::report;
use crate::rules;
use crate::show;

type Schema = fn() -> Value;

/// Every JSON of ours: the command that writes it, and its schema. `sarif`, `gitlab` and `rdjson` are others' and have schemas of theirs.
const SCHEMAS: [(&str, Schema); 10] = [
    ("export", export::schema),
    ("check", report::schema),
    ("baseline", baseline::schema),
    ("rules", rules::schema),
    ("show", show::schema),
    ("graph", document::graph_schema),
    ("diff", difference::schema),
    ("history", past::history_schema),
    ("blame", past::blame_schema),
    ("import", import::schema),
];

pub fn command(lang: Lang) -> Command {
    Command::new("schema")
        .about(lang.of("Affiche le schéma JSON de ce qu'une commande écrit", "Prints the JSON Schema of what a command writes"))
        .arg(Arg::new("name").value_name(lang.of("COMMANDE", "COMMAND")).default_value("export").hide_default_value(true).help(lang.of(
            "export (par défaut), check, baseline, rules, show, graph, diff, history, blame ou import",
            "export (the default), check, baseline, rules, show, graph, diff, history, blame or import",
        )))
}

pub fn run(common: &Common, arguments: &ArgMatches) -> u8 {
    let name = arguments.get_one::<String>("name").map_or("export", String::as_str);
    let Some((_, schema)) = SCHEMAS.iter().find(|(known, _)| *known == name) else {
        let names = SCHEMAS.map(|(name, _)| name);
        let near = suggest::nearest(name, names);
        let (fr, en) = near.map_or((String::new(), String::new()), |near| {
            (format!(" Vouliez-vous dire « {near} » ?"), format!(" Did you mean \"{near}\"?"))
        });
        let all = names.join(", ");
        return common.fail(&common.speak().of(
            format!("aucun schéma ne s'appelle « {name} ».{fr} Il y en a pour : {all}."),
            format!("no schema is called \"{name}\".{en} There are schemas for: {all}."),
        ));
    };
    let text = serde_json::to_string_pretty(&schema()).unwrap_or_default();
    print(&(text + "\n")).err().unwrap_or(CLEAN)
}
