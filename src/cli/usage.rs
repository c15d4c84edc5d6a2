//! Says in French, too, what is wrong with a command line.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::terminal::tell;
use super::{CLEAN, FAILED};
use crate::diagnostic::Lang;

/// `--lang en` or `--lang=en` among the arguments, before they are read properly.
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
        .unwrap_or_default()
}

pub fn explain(error: &clap::Error, lang: Lang) -> u8 {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        return super::print(&error.render().to_string()).map_or_else(|code| code, |()| CLEAN);
    }
    if lang == Lang::En || error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        tell(error.render().to_string().trim_end());
        return FAILED;
    }
    let context = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let argument = context(ContextKind::InvalidArg);
    let said = match error.kind() {
        ErrorKind::UnknownArgument => format!("l'option « {argument} » n'existe pas."),
        ErrorKind::InvalidSubcommand => format!("la commande « {} » n'existe pas.", context(ContextKind::InvalidSubcommand)),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let (value, known) = (context(ContextKind::InvalidValue), context(ContextKind::ValidValue));
            match (value.as_str(), known.as_str()) {
                ("", _) => format!("il manque une valeur après « {argument} »."),
                (_, "") => format!("« {value} » ne convient pas pour « {argument} »."),
                _ => format!("« {value} » ne convient pas pour « {argument} » ; valeurs possibles : {known}."),
            }
        }
        ErrorKind::MissingRequiredArgument => format!("il manque : {argument}."),
        ErrorKind::MissingSubcommand => {
            "il manque une commande : check, build, export, import, fmt, schema, reference, new ou lsp.".to_owned()
        }
        ErrorKind::ArgumentConflict => format!("« {argument} » ne va pas avec les autres options données."),
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues | ErrorKind::TooFewValues => {
            format!("« {argument} » n'a pas le bon nombre de valeurs.")
        }
        _ => error.render().to_string().trim().to_owned(),
    };
    let near = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue].map(context).join("");
    tell(&format!("erreur : {said}"));
    if !near.is_empty() {
        tell(&format!("Vouliez-vous dire « {near} » ?"));
    }
    tell("Pour l'aide : strategy --help");
    FAILED
}
