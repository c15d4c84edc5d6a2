//! `strategy build [PLAN] [-o OUT.pdf]`

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};

use clap::builder::NonEmptyStringValueParser;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::check::{look, verdict};
use super::{CLEAN, Common, plan, print, write};
use crate::analysis::{Analysis, analyse};
use crate::diagnostic::{Lang, Severity};
use crate::document::{Bundle, Failure, Kind, Pdf, Wish, bundle, bundle_of, compile_with, document, missing, paper};
use crate::load::World;
use crate::report::{human, summary};

/// The document that is built unless another is asked for.
const STRATEGY: &str = "strategy";

pub fn command(lang: Lang) -> Command {
    Command::new("build")
        .about(lang.of("Met en page le document que l'assemblée vote", "Lays out the document that the council votes"))
        .args(plan::arguments(lang, false))
        .arg(
            Arg::new("output")
                .short('o')
                .long("output")
                .value_name(lang.of("FICHIER.pdf", "FILE.pdf"))
                .value_parser(value_parser!(PathBuf))
                .help(lang.of(
                    "Le PDF à écrire ; sinon ici, au nom du dossier du plan",
                    "The PDF to write; else here, named after the plan's folder",
                )),
        )
        .arg(Arg::new("document").long("document").value_name("DOCUMENT").value_parser(NonEmptyStringValueParser::new()).help(lang.of(
            "Lequel : strategy (par défaut), deliberation, note, sheets ou finance",
            "Which one: strategy (the default), deliberation, note, sheets or finance",
        )))
        .arg(
            Arg::new("only").long("only").value_name(lang.of("FICHE", "SHEET")).value_parser(NonEmptyStringValueParser::new()).help(
                lang.of("Avec sheets : une seule fiche, par son nom ou son numéro", "With sheets: one of them, by its name or number"),
            ),
        )
        .arg(
            Arg::new("owner")
                .long("owner")
                .value_name(lang.of("PILOTE", "OWNER"))
                .value_parser(NonEmptyStringValueParser::new())
                .help(lang.of("Avec sheets : celles d'un pilote", "With sheets: those of an owner")),
        )
        .arg(
            Arg::new("draft")
                .long("draft")
                .action(ArgAction::SetTrue)
                .help(lang.of("Imprime un document de travail malgré les erreurs", "Prints a working document in spite of errors")),
        )
        .arg(
            Arg::new("typst")
                .long("typst")
                .value_name(lang.of("COMMANDE", "COMMAND"))
                .value_parser(value_parser!(PathBuf))
                .help(lang.of("Une commande typst, au lieu du Typst intégré", "A typst command, in place of the built-in one")),
        )
        .arg(
            Arg::new("emit")
                .long("emit")
                .value_names(["typst", lang.of("DOSSIER", "FOLDER")])
                .num_args(2)
                .value_parser(NonEmptyStringValueParser::new())
                .help(lang.of("Écrit dans un dossier les fichiers que Typst lit", "Writes the files that Typst reads into a folder")),
        )
}

pub fn run(common: &Common, arguments: &ArgMatches) -> u8 {
    let root = match plan::root(common, arguments) {
        Ok(root) => root,
        Err(code) => return code,
    };
    let wanted = match Wanted::read(common, arguments, &root) {
        Ok(wanted) => wanted,
        Err(code) => return code,
    };
    let analysis = analyse(&common.disk, &root);
    let lang = common.language(&analysis);
    let draft = arguments.get_flag("draft");
    if analysis.unread || (analysis.has_errors() && !draft) {
        if let Err(code) = print(&human(&analysis, look(common, lang))) {
            return code;
        }
        common.note(&summary(std::slice::from_ref(&analysis), lang));
        if !analysis.unread {
            common.note(lang.of(
                "Aucun document écrit ; avec --draft, un document de travail marque ce qui manque.",
                "No document written; with --draft a working document marks what is missing.",
            ));
        }
        return verdict(std::slice::from_ref(&analysis), false);
    }
    let text = |name: &str| arguments.get_one::<String>(name).cloned();
    let wish = Wish { draft, date: common.disk.today(), only: text("only"), owner: text("owner") };
    let bundle = match wanted.kind {
        None => bundle(&document(&analysis, &wish)),
        Some(kind) => {
            let paper = paper(&analysis, kind, &wish);
            if paper.pieces.is_empty() {
                let asked = wish.only.as_ref().or(wish.owner.as_ref()).map(String::as_str).unwrap_or_default();
                return common.fail(&lang.of(
                    format!("aucune fiche pour « {asked} » : donnez le nom ou le numéro d'une fiche, ou le nom d'un pilote."),
                    format!("no sheet for \"{asked}\": give the name or number of a sheet, or the name of an owner."),
                ));
            }
            bundle_of(&paper)
        }
    };
    if let Err(code) = wanted.harmless(common, lang, &analysis, &bundle) {
        return code;
    }
    findings(common, lang, analysis.count(Severity::Error), analysis.count(Severity::Warning));
    holes(common, lang, &missing(&analysis));
    match wanted.make(common, lang, &bundle) {
        Ok(()) => CLEAN,
        Err(code) => code,
    }
}

/// What the command line asks for, once it makes sense.
struct Wanted<'a> {
    output: Option<PathBuf>,
    folder: Option<PathBuf>,
    typst: Option<&'a PathBuf>,
    /// None for the strategy itself.
    kind: Option<Kind>,
}

impl<'a> Wanted<'a> {
    fn read(common: &Common, arguments: &'a ArgMatches, root: &Path) -> Result<Wanted<'a>, u8> {
        let speak = common.speak();
        let mut emit = arguments.get_many::<String>("emit").into_iter().flatten();
        if let Some(kind) = emit.next().filter(|kind| *kind != "typst") {
            return Err(common.fail(&speak.of(
                format!("« {kind} » ne convient pas pour « --emit » ; écrivez : --emit typst DOSSIER"),
                format!("\"{kind}\" does not suit --emit; write: --emit typst FOLDER"),
            )));
        }
        let folder = emit.next().map(PathBuf::from);
        let asked = arguments.get_one::<String>("document").map(String::as_str);
        let kind = Kind::ALL.into_iter().find(|kind| asked == Some(kind.name()));
        if let Some(asked) = asked.filter(|asked| *asked != STRATEGY && kind.is_none()) {
            let names: Vec<&str> = std::iter::once(STRATEGY).chain(Kind::ALL.map(Kind::name)).collect();
            let names = names.join(", ");
            return Err(common.fail(&speak.of(
                format!("« {asked} » n'est pas un document ; --document prend : {names}."),
                format!("\"{asked}\" is no document; --document takes: {names}."),
            )));
        }
        let selects = ["only", "owner"].into_iter().find(|name| arguments.contains_id(name));
        if let Some(name) = selects.filter(|_| kind != Some(Kind::Sheets)) {
            return Err(common.fail(&speak.of(
                format!("--{name} choisit des fiches ; ajoutez --document sheets."),
                format!("--{name} chooses sheets; add --document sheets."),
            )));
        }
        let output = match arguments.get_one::<PathBuf>("output") {
            None if folder.is_some() => None,
            None => Some(named_after(root, kind)),
            Some(path) => Some(path.clone()),
        };
        let typst = arguments.get_one::<PathBuf>("typst");
        let Some(path) = &output else { return Ok(Wanted { output, folder, typst, kind }) };
        if path.is_dir() {
            let path = path.display();
            return Err(common.fail(&speak.of(
                format!("« {path} » est un dossier ; -o attend un fichier en .pdf."),
                format!("\"{path}\" is a folder; -o takes a .pdf file."),
            )));
        }
        if !path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("pdf")) {
            let path = path.display();
            return Err(common.fail(&speak.of(
                format!("« {path} » : le nom du document doit finir par .pdf."),
                format!("\"{path}\": the document's name must end with .pdf."),
            )));
        }
        let beside = path.parent().filter(|beside| !beside.as_os_str().is_empty());
        if let Some(beside) = beside.filter(|beside| !beside.is_dir()) {
            let beside = beside.display();
            return Err(
                common.fail(&speak.of(format!("le dossier « {beside} » n'existe pas."), format!("there is no folder \"{beside}\".")))
            );
        }
        if typst.is_none() && cfg!(not(feature = "pdf")) {
            return Err(common.fail(speak.of(
                "cette version n'a pas Typst en elle : indiquez une commande avec --typst COMMANDE, ou écrivez les fichiers avec --emit typst DOSSIER.",
                "this build has no Typst in it: name a command with --typst COMMAND, or write the files with --emit typst FOLDER.",
            )));
        }
        Ok(Wanted { output, folder, typst, kind })
    }

    fn harmless(&self, common: &Common, lang: Lang, analysis: &Analysis, bundle: &Bundle) -> Result<(), u8> {
        let emitted = self.folder.iter().flat_map(|folder| bundle.files.iter().map(|(name, _)| folder.join(name)));
        write::harmless(common, lang, analysis, self.output.iter().cloned().chain(emitted))
    }

    fn make(&self, common: &Common, lang: Lang, bundle: &Bundle) -> Result<(), u8> {
        if let Some(folder) = &self.folder {
            bundle.write(folder, write::whole).map_err(|error| common.fail(&write::unwritten(folder, &error, lang)))?;
            let shown = folder.display();
            common.note(&lang.of(
                format!("{shown} : typst compile {shown}/main.typ --font-path {shown}/fonts"),
                format!("{shown}: typst compile {shown}/main.typ --font-path {shown}/fonts"),
            ));
        }
        let Some(output) = &self.output else { return Ok(()) };
        let pdf = match self.typst {
            Some(typst) => compile_with(typst, bundle),
            None => compile_here(bundle),
        };
        let pdf = pdf.map_err(|failure| common.fail(&told(&failure, self.typst, lang)))?;
        write::whole(output, &pdf.bytes).map_err(|error| common.fail(&write::unwritten(output, &error, lang)))?;
        for warning in &pdf.warnings {
            common.note(&format!("{}{}", lang.of("avertissement : ", "warning: "), warning.show(lang)));
        }
        let shown = output.display();
        common.note(&match pdf.pages {
            Some(pages) => lang.of(
                format!("{shown} : {pages} page{}.", if pages > 1 { "s" } else { "" }),
                format!("{shown}: {pages} page{}.", if pages == 1 { "" } else { "s" }),
            ),
            None => lang.of(format!("{shown} : écrit."), format!("{shown}: written.")),
        });
        Ok(())
    }
}

/// `montreval.pdf`, here, for a plan in a folder `montreval`.
fn named_after(root: &Path, kind: Option<Kind>) -> PathBuf {
    let mut name = root.parent().and_then(Path::file_name).map_or(OsString::from("strategy"), OsString::from);
    name.push(kind.map_or_else(String::new, |kind| format!("-{}", kind.name())));
    name.push(".pdf");
    PathBuf::from(name)
}

#[cfg(feature = "pdf")]
fn compile_here(bundle: &Bundle) -> Result<Pdf, Failure> {
    crate::document::compile(bundle)
}

#[cfg(not(feature = "pdf"))]
fn compile_here(_: &Bundle) -> Result<Pdf, Failure> {
    Err(Failure::Typst("no Typst in this build".to_owned()))
}

/// One line of what the check has to say; `strategy check` says it whole.
fn findings(common: &Common, lang: Lang, errors: usize, warnings: usize) {
    let (s, plural) = (|count: usize| if count > 1 { "s" } else { "" }, |count: usize| if count == 1 { "" } else { "s" });
    let mut counts = Vec::new();
    if errors > 0 {
        counts.push(lang.of(format!("{errors} erreur{}", s(errors)), format!("{errors} error{}", plural(errors))));
    }
    if warnings > 0 {
        counts.push(lang.of(format!("{warnings} avertissement{}", s(warnings)), format!("{warnings} warning{}", plural(warnings))));
    }
    if !counts.is_empty() {
        let counts = counts.join(", ");
        let them = if errors + warnings > 1 { lang.of("les montre", "shows them") } else { lang.of("le montre", "shows it") };
        common.note(&lang.of(format!("{counts} : strategy check {them}."), format!("{counts}: strategy check {them}.")));
    }
}

/// How many holes the document marks, and which: all of them in a draft's list, the first ones here.
fn holes(common: &Common, lang: Lang, missing: &[String]) {
    const SHOWN: usize = 20;
    let (count, s, plural) = (missing.len(), if missing.len() > 1 { "s" } else { "" }, if missing.len() == 1 { "" } else { "s" });
    if count == 0 {
        return;
    }
    common.note(&lang.of(
        format!("{count} élément{s} marqué{s} [À COMPLÉTER] dans le document :"),
        format!("{count} item{plural} marked [TO BE COMPLETED] in the document:"),
    ));
    for line in missing.iter().take(SHOWN) {
        common.note(&format!("  - {line}"));
    }
    if count > SHOWN {
        let more = count - SHOWN;
        common.note(
            &lang.of(
                format!("  … et {more} de plus : strategy check les montre."),
                format!("  … and {more} more: strategy check shows them."),
            ),
        );
    }
}

fn told(failure: &Failure, typst: Option<&PathBuf>, lang: Lang) -> String {
    match (failure, typst) {
        (Failure::Io(_, error), Some(typst)) if error.kind() == io::ErrorKind::NotFound => {
            let typst = typst.display();
            lang.of(format!("la commande « {typst} » est introuvable."), format!("there is no command \"{typst}\"."))
        }
        (Failure::Io(what, error), _) => {
            let why = write::reason(error, lang);
            lang.of(format!("« {what} » : {why}."), format!("\"{what}\": {why}."))
        }
        (Failure::Nothing, typst) => {
            let typst = typst.map_or("typst".into(), |typst| typst.to_string_lossy());
            lang.of(
                format!("« {typst} » s'est terminé sans erreur, mais n'a pas écrit de PDF."),
                format!("\"{typst}\" ended without an error, but wrote no PDF."),
            )
        }
        (Failure::Typst(said), Some(typst)) => {
            let typst = typst.display();
            lang.of(format!("« {typst} » n'a pas fait de PDF :\n{said}"), format!("\"{typst}\" made no PDF:\n{said}"))
        }
        (Failure::Typst(said), None) => lang.of(format!("Typst n'a pas fait de PDF :\n{said}"), format!("Typst made no PDF:\n{said}")),
    }
}
