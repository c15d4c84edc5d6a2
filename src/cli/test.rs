//! `strategy test [PATH…]`

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::{CLEAN, Common, FINDINGS, paths, print};
use crate::diagnostic::Lang;
use crate::policy::judge::library_at;
use crate::trial::{Report, run as try_out};

pub fn command(lang: Lang) -> Command {
    Command::new("test")
        .about(lang.of("Essaie les règles sur leurs propres plans d'essai", "Runs the tests of policies"))
        .arg(
            Arg::new("path").value_name(lang.of("FICHIER", "PATH")).value_parser(value_parser!(PathBuf)).num_args(0..).help(
                lang.of("Des fichiers de règles, ou des dossiers ; sinon ce dossier", "Files of policies, or folders; else this folder"),
            ),
        )
        .arg(Arg::new("mutate").long("mutate").action(ArgAction::SetTrue).help(lang.of(
            "Abîme chaque règle d'une façon à la fois : un essai doit s'en apercevoir",
            "Damages each policy in one way at a time: a test must notice",
        )))
}

pub fn run(common: &Common, arguments: &ArgMatches) -> u8 {
    let lang = common.speak();
    let mut named = paths(arguments, "path");
    if named.is_empty() {
        named.push(PathBuf::from("."));
    }
    let mut files = Vec::new();
    for path in &named {
        let path = common.disk.absolute(path);
        if let Some(folder) = path.ancestors().find(|above| above.file_name().is_some_and(|name| name == "stdlib")) {
            common.disk.with_libraries(folder.to_owned());
        }
        collect(&path, &mut files);
    }
    files.sort();
    if files.is_empty() {
        return common.fail(lang.of("aucun fichier de règles n'a été trouvé là.", "no file of policies was found there."));
    }
    let mutate = arguments.get_flag("mutate");
    let mut all = Total::default();
    for file in &files {
        let report = try_out(&common.disk, file, mutate);
        if report.policies == 0 && report.diagnostics.is_empty() {
            continue;
        }
        if let Err(code) = print(&told(&report, &common.disk.display(file), lang, mutate)) {
            return code;
        }
        all.add(&report);
    }
    if all.policies == 0 && all.unreadable == 0 {
        return common.fail(lang.of("aucune règle n'a été trouvée là.", "no policy was found there."));
    }
    match print(&all.text(lang, mutate)) {
        Err(code) => code,
        Ok(()) if all.failed > 0 || all.unreadable > 0 => FINDINGS,
        Ok(()) => CLEAN,
    }
}

use crate::load::World;

/// The files of policies below a path: those whose text says so.
fn collect(path: &Path, files: &mut Vec<PathBuf>) {
    if path.is_dir() {
        let Ok(entries) = std::fs::read_dir(path) else { return };
        for entry in entries.flatten() {
            let hidden = entry.file_name().to_string_lossy().starts_with('.');
            if !hidden {
                collect(&entry.path(), files);
            }
        }
    } else if path.extension().is_some_and(|extension| extension == "dsl")
        && std::fs::read_to_string(path).is_ok_and(|text| crate::load::holds_policies(&text))
    {
        files.push(path.to_owned());
    }
}

#[derive(Default)]
struct Total {
    policies: usize,
    unreadable: usize,
    tests: usize,
    failed: usize,
    mutants: usize,
    killed: usize,
}

impl Total {
    fn add(&mut self, report: &Report) {
        self.policies += report.policies;
        self.unreadable += report.diagnostics.len();
        self.tests += report.trials.len();
        self.failed += report.trials.iter().filter(|trial| !trial.passed).count();
        self.mutants += report.mutants.len();
        self.killed += report.mutants.iter().filter(|mutant| mutant.killed).count();
    }

    fn text(&self, lang: Lang, mutate: bool) -> String {
        let Total { policies, tests, failed, mutants, killed, .. } = self;
        let passed = tests - failed;
        let s = |count: usize| if count > 1 { "s" } else { "" };
        let many = if *policies == 1 { "policy" } else { "policies" };
        let plural = if *tests == 1 { "" } else { "s" };
        let mut text = lang.of(
            format!("{policies} règle{} · {tests} essai{} : {passed} réussi{}, {failed} en échec", s(*policies), s(*tests), s(passed)),
            format!("{policies} {many} · {tests} test{plural}: {passed} passed, {failed} failed"),
        );
        if mutate {
            let alive = mutants - killed;
            text += &lang.of(
                format!(" · {mutants} mutants : {killed} repérés, {alive} passés inaperçus"),
                format!(" · {mutants} mutants: {killed} killed, {alive} alive"),
            );
        }
        text + "\n"
    }
}

fn told(report: &Report, file: &str, lang: Lang, mutate: bool) -> String {
    let mut text = format!("{file}\n");
    let place = |span: crate::text::Span| {
        let source = report.analysis.sources.get(span.source);
        format!("{}:{}", source.name, source.lines.line_of(span.start) + 1)
    };
    for found in &report.diagnostics {
        let at = if library_at(found.span().source).is_some() { String::new() } else { place(found.span()) };
        text += &format!("  {} {at} {} {}\n", found.rule.id, found.message.show(lang), found.help.show(lang));
    }
    let mut by: BTreeMap<usize, (&str, Vec<&crate::trial::Trial>)> = BTreeMap::new();
    let mut order: Vec<&str> = Vec::new();
    for trial in &report.trials {
        let at = order.iter().position(|known| *known == trial.policy).unwrap_or_else(|| {
            order.push(&trial.policy);
            order.len() - 1
        });
        by.entry(at).or_insert_with(|| (&trial.policy, Vec::new())).1.push(trial);
    }
    for (policy, trials) in by.values() {
        let passed = trials.iter().filter(|trial| trial.passed).count();
        let mark = if passed == trials.len() { "✓" } else { "✗" };
        text += &format!("  {mark} {policy} {passed}/{}\n", trials.len());
        for trial in trials.iter().filter(|trial| !trial.passed) {
            text += &lang.of(
                format!("      {} : attendu « {} », obtenu « {} »\n", place(trial.span), trial.wanted, trial.got),
                format!("      {}: wanted \"{}\", got \"{}\"\n", place(trial.span), trial.wanted, trial.got),
            );
            for error in &trial.errors {
                text += &lang
                    .of(format!("        le plan d'essai est fautif : {error}\n"), format!("        the test plan is wrong: {error}\n"));
            }
        }
    }
    if mutate {
        for mutant in report.mutants.iter().filter(|mutant| !mutant.killed) {
            let source = report.analysis.sources.slice(mutant.span);
            text += &lang.of(
                format!("  mutant inaperçu : {} ({})\n", mutant.key(source), place(mutant.span)),
                format!("  mutant alive: {} ({})\n", mutant.key(source), place(mutant.span)),
            );
        }
    }
    text
}
