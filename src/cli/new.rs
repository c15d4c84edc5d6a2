//! `strategy new DIR --kind commune|epci|departement|region [--set KEY=VALUE]…` and `strategy new DIR --sample N --seed S`

use std::io::{BufRead, IsTerminal, Write};
use std::path::{Path, PathBuf};

use clap::builder::PossibleValue;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::{CLEAN, Common, FAILED, terminal, write};
use crate::diagnostic::Lang;
use crate::load::{Around, PLAN, World, around, begin};
use crate::sample::sample;
use crate::starter::{Answers, Kind, Refused, SETTINGS, fact, facts, files, is_for_the_top, quoted, repository};

/// More goals than this would make files that `check` refuses to read.
const MOST: u64 = 1_000_000;

pub fn command(lang: Lang) -> Command {
    let kinds = Kind::ALL.map(|kind| match kind {
        Kind::Departement => PossibleValue::new(kind.code()).alias("département"),
        Kind::Region => PossibleValue::new(kind.code()).alias("région"),
        Kind::Commune | Kind::Epci => PossibleValue::new(kind.code()),
    });
    Command::new("new")
        .about(lang.of("Écrit un premier plan dans un nouveau dossier", "Writes a first plan into a new folder"))
        .arg(
            Arg::new("dir")
                .value_name(lang.of("DOSSIER", "FOLDER"))
                .required(true)
                .value_parser(value_parser!(PathBuf))
                .help(lang.of("Dossier à créer", "Folder to create")),
        )
        .arg(
            Arg::new("kind")
                .long("kind")
                .value_name(lang.of("SORTE", "KIND"))
                .value_parser(kinds)
                .hide_possible_values(true)
                .conflicts_with("sample")
                .help(lang.of(
                    "commune, epci, departement ou region : la sorte de collectivité ; les questions se posent dans le terminal",
                    "commune, epci, departement or region: the kind of authority; the questions are asked in the terminal",
                )),
        )
        .arg(
            Arg::new("set")
                .long("set")
                .value_name(lang.of("MOT=VALEUR", "KEY=VALUE"))
                .action(ArgAction::Append)
                .conflicts_with("sample")
                .help(lang.of(
                    format!("Une réponse, sans question ; l'option se répète. Mots : {}", keys(lang)),
                    format!("An answer, without a question; it repeats. Keys: {}", keys(lang)),
                )),
        )
        .arg(Arg::new("git").long("git").action(ArgAction::SetTrue).conflicts_with("sample").help(lang.of(
            "Avec ce qu'il faut à git : contrôle avant chaque commit, chaînes GitLab et GitHub, différences lisibles",
            "With what git needs: a check before each commit, GitLab and GitHub pipelines, differences that read well",
        )))
        .arg(
            Arg::new("sample")
                .long("sample")
                .value_name("N")
                .value_parser(value_parser!(u64).range(0..=MOST))
                .help(lang.of("Plutôt un plan de synthèse de N objectifs, pour essayer", "Rather a synthetic plan of N goals, for tries")),
        )
        .arg(
            Arg::new("seed")
                .long("seed")
                .value_name("S")
                .default_value("1")
                .hide_default_value(true)
                .value_parser(value_parser!(u64))
                .help(lang.of("La même graine donne le même plan ; sinon 1", "The same seed gives the same plan; else 1")),
        )
}

fn keys(lang: Lang) -> String {
    facts().map(|fact| fact.key(lang)).collect::<Vec<_>>().join(", ")
}

pub fn run(common: &Common, arguments: &ArgMatches) -> u8 {
    let Some(dir) = arguments.get_one::<PathBuf>("dir") else { return FAILED };
    let made = match free(common, dir) {
        Ok(()) => match arguments.get_one::<u64>("sample") {
            Some(count) => synthetic(common, dir, *count, arguments.get_one::<u64>("seed").copied().unwrap_or(1)),
            None => first(common, dir, arguments),
        },
        Err(code) => Err(code),
    };
    made.err().unwrap_or(CLEAN)
}

/// Nothing is written over: the folder is not there yet, or empty but for what is hidden.
fn free(common: &Common, dir: &Path) -> Result<(), u8> {
    let speak = common.speak();
    if dir.as_os_str().is_empty() {
        return Err(common.fail(speak.of("le nom du dossier est vide.", "the name of the folder is empty.")));
    }
    let visible = |name: std::ffi::OsString| !name.to_string_lossy().starts_with('.');
    let occupied = dir.read_dir().is_ok_and(|entries| entries.flatten().any(|entry| visible(entry.file_name())));
    if occupied || std::fs::symlink_metadata(dir).is_ok_and(|_| !dir.is_dir()) {
        let shown = dir.display();
        return Err(common.fail(&speak.of(
            format!("« {shown} » existe déjà et n'est pas un dossier vide ; choisissez un autre nom."),
            format!("\"{shown}\" exists and is no empty folder; choose another name."),
        )));
    }
    Ok(())
}

fn synthetic(common: &Common, dir: &Path, count: u64, seed: u64) -> Result<(), u8> {
    let files = sample(count as usize, seed).files();
    let number = files.len();
    written(common, dir, &files)?;
    let shown = dir.display();
    common.note(&common.speak().of(
        format!("{number} fichiers écrits. Pour les contrôler : strategy check {shown}/plan.dsl"),
        format!("{number} files written. To check them: strategy check {shown}/plan.dsl"),
    ));
    Ok(())
}

fn written(common: &Common, dir: &Path, files: &[(String, String)]) -> Result<(), u8> {
    write::folder(dir, files).map_err(|error| common.fail(&write::unwritten(dir, &error, common.speak())))
}

/// A first plan, from what is answered.
fn first(common: &Common, dir: &Path, arguments: &ArgMatches) -> Result<(), u8> {
    let lang = common.speak();
    let mut answers = Answers::default();
    let given: Vec<&String> = arguments.get_many::<String>("set").into_iter().flatten().collect();
    for set in &given {
        give(&mut answers, set, lang).map_err(|why| common.fail(&why))?;
    }
    let asking = given.is_empty() && std::io::stdin().is_terminal() && std::io::stderr().is_terminal();
    let (input, output) = (std::io::stdin(), std::io::stderr());
    let mut conversation = Conversation { input: input.lock(), output, lang };
    let mut kind = arguments.get_one::<String>("kind").and_then(|kind| Kind::parse(kind));
    if kind.is_none() && asking {
        kind = conversation.kind();
    }
    let Some(kind) = kind else {
        return Err(common.fail(lang.of(
            "il manque la sorte de collectivité : --kind commune, epci, departement ou region (ou --sample N, pour un plan de synthèse).",
            "the kind of authority is missing: --kind commune, epci, departement or region (or --sample N, for a synthetic plan).",
        )));
    };
    if asking {
        conversation.facts(&mut answers);
    }
    let plan = files(kind, &answers, lang);
    match arguments.get_flag("git") {
        false => written(common, dir, &plan)?,
        true => with_git(common, dir, plan, lang)?,
    }
    let shown = dir.display();
    let open: Vec<&str> = facts().filter(|fact| !answers.has(fact)).map(|fact| fact.key(lang)).collect();
    common.note(&lang.of(format!("Plan écrit dans {shown}."), format!("Plan written into {shown}.")));
    if !open.is_empty() {
        let open = open.join(", ");
        common.note(&lang.of(format!("Restent à définir : {open}."), format!("Left to define: {open}.")));
    }
    let typed = quoted(&shown.to_string());
    common.note(&lang.of(
        format!("Ensuite : strategy check {typed}, puis strategy build {typed} --draft"),
        format!("Next: strategy check {typed}, then strategy build {typed} --draft"),
    ));
    Ok(())
}

/// The plan and what git and the forges read: in a repository of its own, or where the one that it lies in has them read.
fn with_git(common: &Common, dir: &Path, plan: Vec<(String, String)>, lang: Lang) -> Result<(), u8> {
    let (shown, real) = (dir.display(), common.disk.real(&common.disk.absolute(dir)));
    let here = match around(&real).map_err(|why| super::check::unread(common, &real.join(PLAN), "HEAD", &why))? {
        None => {
            written(common, dir, &repository(lang, "").into_iter().chain(plan).collect::<Vec<_>>())?;
            begin(dir, SETTINGS).map_err(|why| {
                common.fail(&lang.of(
                    format!("le plan est écrit, mais le dépôt git n'a pas pu être commencé ; git dit : {why}."),
                    format!("the plan is written, but the git repository could not be begun; git says: {why}."),
                ))
            })?;
            common.note(&lang.of(format!("Dépôt git commencé dans {shown}."), format!("Git repository begun in {shown}.")));
            real
        }
        Some(around) => {
            written(common, dir, &plan)?;
            joined(common, &real, &around, lang)?;
            common.disk.real(&around.top)
        }
    };
    let top = quoted(&common.disk.display(&here));
    common.note(&lang.of(
        format!("À taper une fois, pour que chaque commit soit contrôlé : `cd {top} && pre-commit install` (sans ce programme : `pipx install pre-commit`)"),
        format!("To be typed once, so that each commit is checked: `cd {top} && pre-commit install` (without that program: `pipx install pre-commit`)"),
    ));
    Ok(())
}

/// Adds what git and the forges read to a repository that is there. Nothing is written over: what is to be added is said.
fn joined(common: &Common, dir: &Path, around: &Around, lang: Lang) -> Result<(), u8> {
    let top = common.disk.real(&around.top);
    let within = dir.strip_prefix(&top).unwrap_or(Path::new("")).to_string_lossy().replace('\\', "/");
    let shown = common.disk.display(dir);
    common.note(&lang.of(format!("{shown} est déjà dans un dépôt git."), format!("{shown} is in a git repository already.")));
    for (name, text) in repository(lang, &within) {
        let path = if is_for_the_top(&name) { &top } else { dir }.join(&name);
        if path.exists() {
            let (shown, add) = (common.disk.display(&path), text.strip_prefix("repos:\n").unwrap_or(&text));
            common.note(&lang.of(
                format!("{shown} existe déjà et reste tel quel. À y ajouter :"),
                format!("{shown} exists and stays as it is. To be added to it:"),
            ));
            common.lines(&format!("\n{add}"));
            continue;
        }
        let made = path.parent().map_or(Ok(()), std::fs::create_dir_all).and_then(|()| write::fresh(&path, text.as_bytes()));
        made.map_err(|error| common.fail(&write::unwritten(&path, &error, lang)))?;
        let shown = common.disk.display(&path);
        common.note(&lang.of(format!("{shown} : écrit."), format!("{shown}: written.")));
    }
    let settings = quoted(&common.disk.seen_from(&around.settings, &dir.join(SETTINGS)));
    let top = quoted(&common.disk.display(&top));
    common.note(&lang.of(
        format!("À taper une fois, pour des différences qui se lisent : `git -C {top} config --add include.path {settings}`"),
        format!("To be typed once, for differences that read well: `git -C {top} config --add include.path {settings}`"),
    ));
    Ok(())
}

/// One `--set`.
fn give(answers: &mut Answers, set: &str, lang: Lang) -> Result<(), String> {
    let Some((key, value)) = set.split_once('=') else {
        return Err(lang.of(format!("« {set} » : écrivez --set MOT=VALEUR."), format!("\"{set}\": write --set KEY=VALUE.")));
    };
    let key = key.trim();
    let fact = fact(key, lang).map_err(|near| {
        let near =
            near.map_or(String::new(), |near| lang.of(format!(" Vouliez-vous dire « {near} » ?"), format!(" Did you mean \"{near}\"?")));
        let keys = keys(lang);
        lang.of(
            format!("--set ne connaît pas le mot « {key} ».{near} Mots connus : {keys}."),
            format!("--set knows no key \"{key}\".{near} Known keys: {keys}."),
        )
    })?;
    if answers.has(fact) {
        return Err(lang.of(format!("--set {key} est donné deux fois."), format!("--set {key} is given twice.")));
    }
    answers.give(fact, value, lang).map_err(|Refused(why)| {
        let example = fact.example(lang);
        lang.of(
            format!("--set {key} : {why} Par exemple : {key}=\"{example}\""),
            format!("--set {key}: {why} For instance: {key}=\"{example}\""),
        )
    })
}

/// Questions and answers. Where the answers end, what is left is left out.
struct Conversation<R, W> {
    input: R,
    output: W,
    lang: Lang,
}

impl<R: BufRead, W: Write> Conversation<R, W> {
    fn tell(&mut self, text: &str) {
        let _ = write!(self.output, "{}", terminal::wrapped(text));
    }

    fn prompt(&mut self, text: &str) {
        let _ = write!(self.output, "{text}");
        let _ = self.output.flush();
    }

    fn line(&mut self) -> Option<String> {
        let mut line = Vec::new();
        let read = self.input.read_until(b'\n', &mut line).ok()?;
        (read > 0).then(|| String::from_utf8_lossy(&line).trim().to_owned())
    }

    fn kind(&mut self) -> Option<Kind> {
        loop {
            self.tell(self.lang.of("Quelle sorte de collectivité ?", "Which kind of authority?"));
            self.prompt("(commune, epci, departement, region) > ");
            let line = self.line()?;
            if let Some(kind) = Kind::parse(&line) {
                return Some(kind);
            }
        }
    }

    fn facts(&mut self, answers: &mut Answers) {
        let number = facts().count();
        self.tell(&self.lang.of(
            format!("{number} questions. Entrée sans réponse laisse un trou, que le plan marque « à définir »."),
            format!("{number} questions. Enter without an answer leaves a hole, which the plan marks \"to define\"."),
        ));
        for (at, fact) in (1..).zip(facts()) {
            let (question, why, example) = (fact.question(self.lang), fact.why(self.lang), fact.example(self.lang));
            self.tell(&format!("\n{at}/{number}  {question}"));
            self.tell(why);
            loop {
                self.prompt(&self.lang.of(format!("(par exemple : {example}) > "), format!("(for instance: {example}) > ")));
                let Some(line) = self.line() else { return };
                match answers.give(fact, &line, self.lang) {
                    Ok(()) => break,
                    Err(Refused(refused)) => self.tell(&refused),
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What was asked, and the plan's texts one after the other.
    fn talked(lines: &str) -> (String, String) {
        let mut conversation = Conversation { input: lines.as_bytes(), output: Vec::new(), lang: Lang::Fr };
        let mut answers = Answers::default();
        conversation.facts(&mut answers);
        let text = files(Kind::Commune, &answers, Lang::Fr).into_iter().map(|(_, text)| text).collect();
        (String::from_utf8(conversation.output).unwrap(), text)
    }

    #[test]
    fn an_answer_is_asked_again_until_it_can_be_read() {
        let (asked, plan) = talked("Ville de \"Montreval\"\nbeaucoup\n62 400\n\n2026-03 .. 2032-03\n\n\n\n\npeut-être\noui\n");
        assert!(plan.contains("\"Ville de 'Montreval'\"") && plan.contains("2026-03 .. 2032-03"), "{plan}");
        assert!(plan.contains("62 400") && plan.contains("agents      à définir") && plan.contains("chef-de-file CDO"), "{plan}");
        assert!(asked.contains("par oui ou par non"), "{asked}");
        let last = facts().position(|fact| fact.key(Lang::En) == "dsi").unwrap();
        assert_eq!(
            asked.matches("(par exemple : ").count(),
            last + 1 + 2,
            "two answers were refused, and the last question had none: {asked}"
        );
    }

    #[test]
    fn where_the_answers_end_the_rest_is_left_out() {
        let (asked, plan) = talked("");
        assert_eq!(asked.matches(" > ").count(), 1, "{asked}");
        assert!(plan.contains("population  à définir"), "{plan}");
    }

    #[test]
    fn the_kind_is_asked_until_it_is_one() {
        let kind = |lines: &str| Conversation { input: lines.as_bytes(), output: Vec::new(), lang: Lang::Fr }.kind();
        assert_eq!(kind("ville\nRégion\n"), Some(Kind::Region));
        assert_eq!(kind("ville\n"), None);
    }
}
