//! `strategy fmt [PATH…]`

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::check::look;
use super::{CLEAN, Common, FAILED, FINDINGS, paths, plan, print, terminal, write};
use crate::analysis::analyse;
use crate::diagnostic::Lang;
use crate::load::{Finder, World};
use crate::plan::format;
use crate::policy::judge::{Set, whole_library};
use crate::policy::translated;
use crate::report::human;
use crate::text::unified;

pub fn command(lang: Lang) -> Command {
    let flag = |name: &'static str| Arg::new(name).long(name).action(ArgAction::SetTrue);
    Command::new("fmt")
        .about(lang.of("Met en forme les fichiers d'un plan, ou les traduit", "Lays out a plan's files, or translates them"))
        .arg(Arg::new("path").value_name(lang.of("CHEMIN", "PATH")).num_args(0..).value_parser(value_parser!(PathBuf)).help(lang.of(
            "Fichier racine ou dossier : tout le plan ; un autre fichier : lui seul ; - : l'entrée standard ; sinon le plan.dsl le plus proche en remontant",
            "Root file or folder: the whole plan; another file: that one; -: standard input; else the nearest plan.dsl upward",
        )))
        .arg(flag("check").help(lang.of(
            "N'écrit rien : nomme les fichiers à mettre en forme, et sort avec le code 1 s'il y en a",
            "Writes nothing: names the files to be laid out, and exits with 1 if there are any",
        )))
        .arg(flag("diff").help(lang.of("N'écrit rien : montre ce qui changerait", "Writes nothing: shows what would change")))
        .arg(plan::stdin_filename(lang))
        .arg(
            Arg::new("lang")
                .long("lang")
                .value_name("fr|en")
                .value_parser(["fr", "en"])
                .hide_possible_values(true)
                .help(lang.of("Récrit tous les mots-clés dans cette langue", "Rewrites all keywords in this language")),
        )
}

/// How a file is to be dealt with, and what became of those before it.
struct Run<'a> {
    common: &'a Common,
    /// Messages are in it.
    speak: Lang,
    check: bool,
    diff: bool,
    changed: usize,
    same: usize,
    code: u8,
    /// Read where a text is put into another language.
    library: OnceCell<Set>,
}

pub fn run(common: &Common, arguments: &ArgMatches) -> u8 {
    let named = paths(arguments, "path");
    let flag = |name: &str| arguments.get_flag(name);
    let mut run = Run {
        common,
        speak: common.speak(),
        check: flag("check"),
        diff: flag("diff"),
        changed: 0,
        same: 0,
        code: CLEAN,
        library: OnceCell::new(),
    };
    if named.iter().any(|path| path.as_os_str() == "-") {
        if named.len() > 1 {
            return common.fail(run.speak.of("« - » ne va pas avec d'autres fichiers.", "`-` does not go with other files."));
        }
        let name = arguments.get_one::<PathBuf>("stdin-filename");
        return run.standard_input(&name.map_or_else(|| plan::STDIN.to_owned(), |name| common.disk.display(&common.disk.absolute(name))));
    }
    let mut finder = Finder::new(&common.disk);
    let mut wanted = Vec::new();
    if named.is_empty() {
        match plan::nearest(common, &mut finder) {
            Ok(root) => wanted.push((root.clone(), root)),
            Err(code) => return code,
        }
    }
    for path in &named {
        let roots = plan::at(&common.disk, &mut finder, path);
        wanted.extend(roots.into_iter().map(|root| (common.disk.absolute(path), root)));
    }
    plan::told(common, &finder);
    let (mut analyses, mut done) = (HashMap::new(), HashSet::new());
    for (path, root) in wanted {
        let (speak, plan) = match analyses.entry(root.clone()).or_insert_with(|| files(common, &root)) {
            Ok(found) => found,
            Err(code) => {
                run.code = run.code.max(*code);
                continue;
            }
        };
        run.speak = *speak;
        // A root, or a folder that holds it, is the whole plan; another path is what it names of it.
        let whole = root.starts_with(&path);
        let named = |file: &Path| common.disk.identity(file) == common.disk.identity(&path) || file.starts_with(&path);
        for file in plan.iter().filter(|file| whole || named(file)) {
            // By its path: a file that was written is another one for the disk.
            if done.insert(common.disk.real(file))
                && let Err(code) = run.file(file)
            {
                run.code = run.code.max(code);
            }
        }
    }
    run.summary();
    run.code
}

/// The language of a plan, and its files.
fn files(common: &Common, root: &Path) -> Result<(Lang, Vec<PathBuf>), u8> {
    let analysis = analyse(&common.disk, root);
    let speak = common.language(&analysis);
    if analysis.unread {
        terminal::tell(human(&analysis, look(common, speak)).trim_end());
        return Err(FAILED);
    }
    Ok((speak, analysis.paths.into_iter().flatten().collect()))
}

impl Run<'_> {
    fn standard_input(mut self, name: &str) -> u8 {
        let bytes = match plan::standard_input(self.common) {
            Ok(bytes) => bytes,
            Err(code) => return code,
        };
        let Ok(text) = String::from_utf8(bytes) else { return self.not_a_text(name) };
        let done = self.text(name, &text).and_then(|new| if self.writes() { print(new.as_deref().unwrap_or(&text)) } else { Ok(()) });
        done.map_or_else(|code| code, |()| self.code)
    }

    fn file(&mut self, path: &Path) -> Result<(), u8> {
        let name = self.common.disk.display(path);
        let bytes = std::fs::read(path).map_err(|error| {
            let why = write::reason(&error, self.speak);
            self.common
                .fail(&self.speak.of(format!("« {name} » ne peut pas être lu : {why}."), format!("\"{name}\" cannot be read: {why}.")))
        })?;
        let Ok(text) = String::from_utf8(bytes) else { return Err(self.not_a_text(&name)) };
        match self.text(&name, &text)? {
            Some(new) if self.writes() => write::whole(path, new.as_bytes())
                .map_err(|error| self.common.fail(&write::unwritten(Path::new(&name), &error, self.speak))),
            _ => Ok(()),
        }
    }

    /// Neither `--check` nor `--diff`.
    fn writes(&self) -> bool {
        !self.check && !self.diff
    }

    /// The text laid out, if that changes it; shown as the options have it.
    fn text(&mut self, name: &str, text: &str) -> Result<Option<String>, u8> {
        let translated = self.common.lang.and_then(|lang| translated(text, lang, self.library.get_or_init(whole_library)));
        let formatted = format(translated.as_deref().unwrap_or(text), self.common.lang);
        if !formatted.kept.is_empty() {
            self.kept(name, &formatted.kept);
            self.code = self.code.max(FINDINGS);
        }
        if formatted.text == text {
            self.same += 1;
            return Ok(None);
        }
        self.changed += 1;
        if self.check {
            self.code = self.code.max(FINDINGS);
            // A difference names its file itself.
            if !self.diff {
                print(&format!("{name}\n"))?;
            }
        }
        if self.diff {
            print(&unified(name, text, &formatted.text))?;
        }
        Ok(Some(formatted.text))
    }

    fn not_a_text(&self, name: &str) -> u8 {
        self.common.fail(&self.speak.of(
            format!("« {name} » n'est pas du texte en UTF-8 : il reste tel quel. Enregistrez-le en UTF-8."),
            format!("\"{name}\" is no UTF-8 text: it is left as it is. Save it as UTF-8."),
        ))
    }

    /// What could not be read was left as it stands.
    fn kept(&self, name: &str, kept: &[Range<usize>]) {
        let place =
            |lines: &Range<usize>| if lines.len() > 1 { format!("{}-{}", lines.start, lines.end - 1) } else { lines.start.to_string() };
        let more = if kept.len() > MOST_SHOWN { ", …" } else { "" };
        let places = kept.iter().take(MOST_SHOWN).map(place).collect::<Vec<_>>().join(", ") + more;
        let one = kept.len() == 1 && kept[0].len() == 1;
        terminal::tell(&if one {
            self.speak.of(
                format!("{name} : la ligne {places} reste telle quelle, car elle contient une erreur ; strategy check la montre."),
                format!("{name}: line {places} is left as it is, since it holds a mistake; strategy check shows it."),
            )
        } else {
            self.speak.of(
                format!(
                    "{name} : les lignes {places} restent telles quelles, car elles contiennent des erreurs ; strategy check les montre."
                ),
                format!("{name}: lines {places} are left as they are, since they hold mistakes; strategy check shows them."),
            )
        });
    }

    fn summary(&self) {
        let (changed, same) = (self.changed, self.same);
        let (fr, en) = if self.writes() { ("mis en forme", "laid out") } else { ("à mettre en forme", "to be laid out") };
        if changed + same > 0 {
            let (files_fr, files_en) = if changed > 1 { ("fichiers", "files") } else { ("fichier", "file") };
            self.common.note(
                &self.speak.of(
                    format!("{changed} {files_fr} {fr}, {same} déjà en forme."),
                    format!("{changed} {files_en} {en}, {same} already so."),
                ),
            );
        }
    }
}

/// No more places in one message.
const MOST_SHOWN: usize = 10;
