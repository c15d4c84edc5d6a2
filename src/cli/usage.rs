//! What is wrong with a command line, in the language of who typed it.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::terminal::{self, locale};
use super::{CLEAN, FAILED, command};
use crate::diagnostic::{Lang, suggest};

/// `--lang en` or `--lang=en` among the arguments, before they are read properly; else that of the surroundings.
pub fn language_of(args: &[OsString]) -> Lang {
    let words: Vec<&str> = args.iter().filter_map(|arg| arg.to_str()).collect();
    words
        .iter()
        .enumerate()
        .find_map(|(at, word)| match word.strip_prefix("--lang") {
            Some("") => words.get(at + 1).and_then(|lang| Lang::parse(lang)),
            Some(rest) => rest.strip_prefix('=').and_then(Lang::parse),
            None => None,
        })
        .unwrap_or_else(locale)
}

pub fn explain(error: &clap::Error, args: &[OsString], lang: Lang) -> u8 {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        return super::print(&error.render().to_string()).map_or_else(|code| code, |()| CLEAN);
    }
    if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        terminal::tell(error.render().to_string().trim_end());
        return FAILED;
    }
    let context = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let tell = |text: &str| terminal::tell(terminal::wrapped(text).trim_end());
    let commands: Vec<String> = command(lang).get_subcommands().map(|command| command.get_name().to_owned()).collect();
    let argument = context(ContextKind::InvalidArg);
    let mut near = context(ContextKind::SuggestedArg) + &context(ContextKind::SuggestedValue);
    let said = match error.kind() {
        ErrorKind::UnknownArgument if argument.starts_with('-') => {
            lang.of(format!("l'option « {argument} » n'existe pas."), format!("there is no option \"{argument}\"."))
        }
        ErrorKind::UnknownArgument => lang.of(format!("« {argument} » est de trop."), format!("\"{argument}\" is one too many.")),
        ErrorKind::InvalidSubcommand => {
            let typed = context(ContextKind::InvalidSubcommand);
            near = suggest::nearest(&typed, commands.iter().map(String::as_str)).unwrap_or_default().to_owned();
            lang.of(format!("la commande « {typed} » n'existe pas."), format!("there is no command \"{typed}\"."))
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let (value, known) = (context(ContextKind::InvalidValue), context(ContextKind::ValidValue));
            match (value.as_str(), known.as_str()) {
                ("", _) => {
                    lang.of(format!("il manque une valeur après « {argument} »."), format!("a value is missing after \"{argument}\"."))
                }
                (_, "") => lang
                    .of(format!("« {value} » ne convient pas pour « {argument} »."), format!("\"{value}\" does not suit \"{argument}\".")),
                _ => lang.of(
                    format!("« {value} » ne convient pas pour « {argument} » ; valeurs possibles : {known}."),
                    format!("\"{value}\" does not suit \"{argument}\"; possible values: {known}."),
                ),
            }
        }
        ErrorKind::MissingRequiredArgument => lang.of(format!("il manque : {argument}."), format!("missing: {argument}.")),
        ErrorKind::MissingSubcommand => {
            let commands = commands.join(", ");
            lang.of(format!("il manque une commande : {commands}."), format!("a command is missing: {commands}."))
        }
        ErrorKind::ArgumentConflict if argument == context(ContextKind::PriorArg) => {
            lang.of(format!("« {argument} » est donné deux fois."), format!("\"{argument}\" is given twice."))
        }
        ErrorKind::ArgumentConflict => {
            let other = context(ContextKind::PriorArg);
            lang.of(format!("« {argument} » ne va pas avec « {other} »."), format!("\"{argument}\" does not go with \"{other}\"."))
        }
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues | ErrorKind::TooFewValues => {
            lang.of(format!("« {argument} » n'a pas le bon nombre de valeurs."), format!("\"{argument}\" has a wrong number of values."))
        }
        _ => error.render().to_string().trim().trim_start_matches("error: ").to_owned(),
    };
    tell(&lang.of(format!("erreur : {said}"), format!("error: {said}")));
    if !near.is_empty() {
        tell(&lang.of(format!("Vouliez-vous dire « {near} » ?"), format!("Did you mean \"{near}\"?")));
    }
    let about = args.iter().skip(1).filter_map(|arg| arg.to_str()).find(|arg| commands.iter().any(|command| command == arg));
    let help = about.map_or("strategy help".to_owned(), |about| format!("strategy help {about}"));
    tell(&lang.of(format!("Pour l'aide : {help}"), format!("For help: {help}")));
    FAILED
}
