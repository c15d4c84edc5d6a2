//! L7. The command line. The only room that knows clap; one file a command.
//! Invariant: findings and results on standard output, the rest on standard error; exit 0 clean (warnings allowed),
//! 1 findings of severity error, 2 usage, input/output or internal.

mod baseline;
mod build;
mod check;
mod completions;
mod diff;
mod explain;
mod export;
mod fmt;
mod graph;
mod import;
mod lsp;
mod manners;
#[cfg(feature = "mcp")]
mod mcp;
mod new;
mod past;
mod plan;
mod progress;
mod reference;
mod rules;
mod schema;
mod show;
mod terminal;
mod test;
mod usage;
mod watch;
mod write;

use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::analysis::Analysis;
use crate::diagnostic::Lang;
use crate::load::Disk;
use crate::policy::judge::date_of;

pub const CLEAN: u8 = 0;
pub const FINDINGS: u8 = 1;
pub const FAILED: u8 = 2;

/// What every command is told.
pub struct Common {
    /// `--lang`; without it each plan's own language holds.
    pub lang: Option<Lang>,
    /// Where neither the command line nor a plan names a language.
    pub locale: Lang,
    pub color: bool,
    pub quiet: bool,
    pub disk: Disk,
}

impl Common {
    /// The language of what is said outside any plan.
    pub fn speak(&self) -> Lang {
        self.lang.unwrap_or(self.locale)
    }

    /// The language in which a plan is spoken of.
    pub fn language(&self, analysis: &Analysis) -> Lang {
        self.lang.or(analysis.plan.language()).unwrap_or(self.locale)
    }

    /// A word on standard error, unless `-q`.
    pub fn note(&self, text: &str) {
        if !self.quiet {
            terminal::say(text);
        }
    }

    /// Lines on standard error as they are, to be copied; unless `-q`.
    pub fn lines(&self, text: &str) {
        if !self.quiet {
            terminal::tell(text);
        }
    }

    /// A failure that is no finding: on standard error, whatever `-q` says.
    pub fn fail(&self, text: &str) -> u8 {
        terminal::say(&self.speak().of(format!("erreur : {text}"), format!("error: {text}")));
        FAILED
    }
}

/// The form of words for one, or for several: `counted(2, "constat", "constats")`.
fn counted(count: usize, one: &str, several: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { several })
}

pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args: Vec<OsString> = args.into_iter().collect();
    if completions::answered(&args, command) {
        return ExitCode::SUCCESS;
    }
    // The language of the help is needed before the arguments are read.
    let lang = usage::language_of(&args);
    let matches = match command(lang).try_get_matches_from(&args) {
        Ok(matches) => matches,
        Err(error) => return ExitCode::from(usage::explain(&error, &args, lang)),
    };
    let Ok(disk) = Disk::new() else {
        terminal::tell(lang.of("erreur : le dossier courant n'existe plus.", "error: the current folder no longer exists."));
        return ExitCode::from(FAILED);
    };
    let Some((name, arguments)) = matches.subcommand() else { return ExitCode::from(FAILED) };
    // The day of the judgement: the one that is asked for, else today.
    disk.as_of(match arguments.try_get_one::<String>("as-of").ok().flatten() {
        Some(written) => match written.parse::<jiff::civil::Date>() {
            Ok(day) => day,
            Err(_) => {
                terminal::tell(&lang.of(
                    format!("erreur : « {written} » n'est pas un jour ; écrivez par exemple --as-of 2027-01-31."),
                    format!("error: \"{written}\" is no day; write for instance --as-of 2027-01-31."),
                ));
                return ExitCode::from(FAILED);
            }
        },
        None => today(),
    });
    let common = Common {
        lang: arguments.get_one::<String>("lang").and_then(|lang| Lang::parse(lang)),
        locale: terminal::locale(),
        color: terminal::colours(arguments.get_one::<String>("color").map(String::as_str)),
        quiet: arguments.get_flag("quiet"),
        disk,
    };
    match name {
        "history" | "blame" => progress::begin(&common, lang.of("Lecture des versions du plan", "Reading the plan's versions")),
        "test" => progress::begin(&common, lang.of("Essai des règles", "Trying the policies")),
        "diff" | "export" | "show" | "graph" | "fmt" | "import" | "explain" | "rules" => progress::reads(&common),
        // The others ask, answer or watch, and say themselves what they are at.
        _ => {}
    }
    let code = match name {
        "check" => check::run(&common, arguments),
        "build" => build::run(&common, arguments),
        "diff" => diff::run(&common, arguments),
        "history" => past::history(&common, arguments),
        "blame" => past::blamed(&common, arguments),
        "export" => export::run(&common, arguments),
        "show" => show::run(&common, arguments),
        "graph" => graph::run(&common, arguments),
        "fmt" => fmt::run(&common, arguments),
        "import" => import::run(&common, arguments),
        "schema" => schema::run(&common, arguments),
        "reference" => reference::run(&common, arguments),
        "rules" => rules::run(&common, arguments),
        "explain" => explain::run(&common, arguments),
        "test" => test::run(&common, arguments),
        "new" => new::run(&common, arguments),
        "completions" => completions::run(arguments),
        "man" => manners::man(&common, arguments, command(lang)),
        "doctor" => manners::doctor(&common),
        "lsp" => lsp::run(&common, arguments),
        #[cfg(feature = "mcp")]
        "mcp" => mcp::run(common, arguments),
        "help" => help(arguments, lang),
        _ => FAILED,
    };
    progress::end();
    ExitCode::from(code)
}

/// The day by the machine's clock.
fn today() -> jiff::civil::Date {
    let seconds = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(0, |since| since.as_secs());
    date_of((seconds / 86_400) as i64)
}

fn command(lang: Lang) -> Command {
    let commands = [
        new::command(lang),
        check::command(lang),
        build::command(lang),
        diff::command(lang),
        past::history_command(lang),
        past::blame_command(lang),
        show::command(lang),
        graph::command(lang),
        export::command(lang),
        fmt::command(lang),
        import::command(lang),
        schema::command(lang),
        reference::command(lang),
        rules::command(lang),
        explain::command(lang),
        test::command(lang),
        lsp::command(lang),
        #[cfg(feature = "mcp")]
        mcp::command(lang),
        completions::command(lang),
        manners::man_command(lang),
        manners::doctor_command(lang),
        Command::new("help").about(lang.of("Explique une commande, ou les nomme toutes", "Explains a command, or names them all")).arg(
            Arg::new("command")
                .value_name(lang.of("COMMANDE", "COMMAND"))
                .help(lang.of("Une commande, par exemple check", "A command, for instance check")),
        ),
    ];
    let root = Command::new("strategy")
        .bin_name("strategy")
        .version(env!("CARGO_PKG_VERSION"))
        .about(lang.of(
            "Compile et contrôle la stratégie numérique d'une collectivité.",
            "Compiles and checks a local authority's digital strategy.",
        ))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .term_width(terminal::width())
        .subcommand_value_name(lang.of("COMMANDE", "COMMAND"))
        .subcommand_help_heading(lang.of("Commandes ", "Commands"))
        .args(common_arguments(lang))
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .display_order(COMMON + 8)
                .action(ArgAction::Version)
                .help(lang.of("Affiche la version", "Prints the version")),
        );
    spoken(root, lang).subcommands(commands.map(|command| spoken(command, lang)))
}

/// The help page in the language: clap's own words are English, and in French a blank stands before a colon.
fn spoken(command: Command, lang: Lang) -> Command {
    let template =
        lang.of("{about-with-newline}\nUtilisation : {usage}\n\n{all-args}", "{about-with-newline}\nUsage: {usage}\n\n{all-args}");
    command
        .help_template(template)
        .disable_help_flag(true)
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .display_order(COMMON + 9)
                .action(ArgAction::Help)
                .help(lang.of("Affiche cette aide", "Prints this help")),
        )
        .mut_args(|arg| {
            let heading = if arg.is_positional() { lang.of("Arguments ", "Arguments") } else { lang.of("Options ", "Options") };
            arg.help_heading(heading)
        })
}

/// `strategy help`, `strategy help check`: the page that `--help` shows.
fn help(arguments: &ArgMatches, lang: Lang) -> u8 {
    let named = arguments.get_one::<String>("command").map(OsString::from);
    let asked: Vec<OsString> = [Some("strategy".into()), named, Some("--help".into())].into_iter().flatten().collect();
    command(lang).try_get_matches_from(&asked).err().map_or(FAILED, |error| usage::explain(&error, &asked, lang))
}

/// What every command takes stands behind its own options.
const COMMON: usize = 900;

fn common_arguments(lang: Lang) -> [Arg; 4] {
    [
        Arg::new("lang")
            .display_order(COMMON)
            .long("lang")
            .value_name("fr|en")
            .value_parser(["fr", "en"])
            .hide_possible_values(true)
            .global(true)
            .help(lang.of("Langue des messages ; sinon celle du plan", "Language of the messages; else the plan's")),
        Arg::new("color")
            .display_order(COMMON + 1)
            .long("color")
            .value_name("auto|always|never")
            .value_parser(["auto", "always", "never"])
            .hide_possible_values(true)
            .global(true)
            .help(lang.of("Couleurs dans le terminal", "Colours in the terminal")),
        Arg::new("quiet")
            .display_order(COMMON + 2)
            .short('q')
            .long("quiet")
            .action(ArgAction::SetTrue)
            .global(true)
            .help(lang.of("Rien d'autre que les résultats", "Nothing but the results")),
        Arg::new("as-of")
            .display_order(COMMON + 3)
            .long("as-of")
            .value_name("DATE")
            .global(true)
            .help(lang.of("Le jour où l'on juge ; sinon aujourd'hui", "The day of the judgement; else today")),
    ]
}

fn paths(arguments: &ArgMatches, name: &str) -> Vec<PathBuf> {
    arguments.get_many::<PathBuf>(name).into_iter().flatten().cloned().collect()
}

/// Standard output. A reader that closed its end (`| head`) is no failure; results that are lost are one.
fn print(text: &str) -> Result<(), u8> {
    progress::end();
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            terminal::tell("erreur : la sortie standard ne peut pas être écrite / error: standard output cannot be written");
            Err(FAILED)
        }
        _ => Ok(()),
    }
}
