//! `strategy explain CODE|NAME [PLAN] --on NAME`

use clap::{Arg, ArgMatches, Command};

use super::rules::{read, whole};
use super::{CLEAN, Common, completions, plan, print, terminal};
use crate::analysis::{Analysis, SOME_DAY};
use crate::diagnostic::Lang;
use crate::language::plain;
use crate::load::World;
use crate::policy::judge::{Set, day, whole_library};
use crate::rules::{Asked, Found, find, not_found, on, page};

pub fn command(lang: Lang) -> Command {
    let [plan, stdin_filename] = plan::arguments(lang, false);
    Command::new("explain")
        .about(lang.of(
            "Explique une règle : ce qu'elle demande, pourquoi, un exemple, comment y remédier",
            "Explains a rule: what it asks, why, an example, how to mend it",
        ))
        .arg(
            Arg::new("code")
                .value_name(lang.of("CODE|NOM", "CODE|NAME"))
                .required(true)
                .add(completions::rules())
                .help(lang.of("Le code ou le nom d'une règle : ART-07, E0301", "The code or the name of a rule: ART-07, E0301")),
        )
        .arg(plan.help(
            lang.of(
                "Le plan : comment il règle cette règle, et ce qu'elle y dit",
                "The plan: how it sets this rule, and what it says there",
            ),
        ))
        .arg(stdin_filename)
        .arg(Arg::new("on").long("on").value_name(lang.of("NOM", "NAME")).add(completions::names()).help(lang.of(
            "Une chose du plan : chaque ligne de la règle, avec ce qu'elle y vaut",
            "A thing of the plan: each line of the policy, with what it is there",
        )))
}

pub fn run(common: &Common, arguments: &ArgMatches) -> u8 {
    let word = arguments.get_one::<String>("code").map_or("", String::as_str);
    let thing = arguments.get_one::<String>("on");
    let analysis = match thing {
        Some(_) => whole(common, arguments).map(Some),
        None => read(common, arguments),
    };
    let analysis = match analysis {
        Ok(analysis) => analysis,
        Err(code) => return code,
    };
    let lang = analysis.as_ref().map_or_else(|| common.speak(), |analysis| common.language(analysis));
    let library = whole_library();
    let found = find(word, &library, analysis.as_ref());
    if let Found::Nothing(near) = found {
        return unknown(common, word, near.as_deref(), lang);
    }
    let text = match (thing, &analysis) {
        (Some(thing), Some(analysis)) => match of_one(common, &found, &library, analysis, thing, lang) {
            Ok(text) => text,
            Err(code) => return code,
        },
        _ => plain(&page(&found, &Asked { library: &library, analysis: analysis.as_ref(), lang, heading: "##" }).unwrap_or_default()),
    };
    print(&told(&text, lang)).err().unwrap_or(CLEAN)
}

/// No line is longer than the terminal's; in French none begins with a sign that belongs to the word before it.
fn told(text: &str, lang: Lang) -> String {
    const HELD: &str = "\u{e000}";
    const SIGNS: [char; 6] = [':', ';', '!', '?', '»', '%'];
    if lang == Lang::En {
        return terminal::wrapped(text);
    }
    let held = SIGNS
        .iter()
        .fold(text.replace("« ", &format!("«{HELD}")), |text, sign| text.replace(&format!(" {sign}"), &format!("{HELD}{sign}")));
    terminal::wrapped(&held).replace(HELD, " ")
}

/// A policy asked about one thing.
fn of_one(common: &Common, found: &Found, library: &Set, analysis: &Analysis, thing: &str, lang: Lang) -> Result<String, u8> {
    let found = match found {
        Found::Retired(_, new) => find(new, library, Some(analysis)),
        other => other.clone(),
    };
    let (set, at) = match found {
        Found::InPlan(at) => (&*analysis.judgement.set, at),
        Found::InLibrary(at) => (library, at),
        _ => {
            return Err(common.fail(lang.of(
                "--on ne va qu'avec une règle ; c'est un contrôle du compilateur, qui lit le texte entier.",
                "--on goes with a policy only; this is a check of the compiler, which reads the whole text.",
            )));
        }
    };
    let today = day(common.disk.today().unwrap_or(SOME_DAY));
    on(analysis, set, at, today, thing, lang).map_err(|told| common.fail(terminal::wrapped(&told).trim_end()))
}

fn unknown(common: &Common, word: &str, near: Option<&str>, lang: Lang) -> u8 {
    let mut text = not_found(word, near, lang);
    text += lang.of("\nPour les voir toutes : strategy rules", "\nTo see them all: strategy rules");
    common.fail(&text)
}
