//! `strategy reference [WORD]`

use clap::{Arg, ArgMatches, Command};

use super::{CLEAN, Common, print, terminal};
use crate::diagnostic::Lang;
use crate::language::{manual, pages, plain};

pub fn command(lang: Lang) -> Command {
    Command::new("reference")
        .about(lang.of("Explique les mots du langage, ou l'un d'eux", "Explains the words of the language, or one of them"))
        .arg(
            // `depends on` is two words, with quotes or without.
            Arg::new("word").value_name(lang.of("MOT", "WORD")).num_args(0..).help(lang.of(
                "Un mot-clé ou une valeur, en français ou en anglais ; tous, s'il n'y en a pas",
                "A keyword or a value, in French or in English; all of them without it",
            )),
        )
}

pub fn run(common: &Common, arguments: &ArgMatches) -> u8 {
    let lang = common.speak();
    let words: Vec<&str> = arguments.get_many::<String>("word").into_iter().flatten().map(String::as_str).collect();
    if words.is_empty() {
        return show(&manual(lang));
    }
    let word = words.join(" ");
    match pages(&word, lang) {
        Ok(pages) => show(&pages),
        Err(near) => {
            let mut text = lang.of(format!("« {word} » n'est pas un mot du langage."), format!("\"{word}\" is no word of the language."));
            if let Some(near) = near {
                text += &lang.of(format!(" Vouliez-vous dire « {near} » ?"), format!(" Did you mean \"{near}\"?"));
            }
            text += lang.of("\nPour les voir tous : strategy reference", "\nTo see them all: strategy reference");
            common.fail(&text)
        }
    }
}

fn show(markdown: &str) -> u8 {
    print(&terminal::wrapped(&plain(markdown))).err().unwrap_or(CLEAN)
}
