//! `strategy build [PLAN] [-o OUT]`

mod dress;
mod wanted;

use std::io;
use std::path::{Path, PathBuf};

use clap::builder::NonEmptyStringValueParser;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::check::{look, unread, verdict};
use super::diff::version;
use super::{CLEAN, Common, completions, plan, print, progress, watch, write};
use crate::analysis::{Analysis, analyse};
use crate::diagnostic::{Lang, Severity};
use crate::document::{
    Annexed, Bundle, Failure, Identity, Kind, Pdf, Wish, Workbook, annexes, bundle, bundle_of, compile_with, csv, days, diary, document,
    finance_books, markdown, markdown_of, missing, paper, sheet_books, xlsx,
};
use crate::language::Concept;
use crate::load::{Revision, World, provenance};
use crate::report::{human, summary};
use dress::dress;
use wanted::{Form, Wanted};

pub fn command(lang: Lang) -> Command {
    Command::new("build")
        .about(lang.of("Met en page le document que l'assemblée vote", "Lays out the document that the council votes"))
        .args(plan::arguments(lang, false))
        .arg(Arg::new("output").short('o').long("output").value_name(lang.of("SORTIE", "OUT")).value_parser(value_parser!(PathBuf)).help(
            lang.of(
                "Le fichier à écrire (pour csv, le dossier) ; sinon ici, au nom du dossier du plan",
                "The file to write (for csv, the folder); else here, named after the plan's folder",
            ),
        ))
        .arg(
            Arg::new("format").long("format").value_name("FORMAT").value_parser(Form::ALL.map(Form::name)).hide_possible_values(true).help(
                lang.of(
                    "pdf, markdown, xlsx, csv ou ics ; sinon d'après la sortie. xlsx et csv : sheets et finance ; ics : un agenda",
                    "pdf, markdown, xlsx, csv or ics; else after OUT. xlsx and csv: sheets and finance; ics: a diary",
                ),
            ),
        )
        .arg(Arg::new("document").long("document").value_name("DOCUMENT").value_parser(NonEmptyStringValueParser::new()).help(lang.of(
            "Lequel : strategy (par défaut), deliberation, note, sheets, finance, report ou amendment",
            "Which one: strategy (the default), deliberation, note, sheets, finance, report or amendment",
        )))
        .arg(
            Arg::new("only")
                .long("only")
                .value_name(lang.of("FICHE", "SHEET"))
                .value_parser(NonEmptyStringValueParser::new())
                .add(completions::sheets())
                .help(
                    lang.of("Avec sheets : une seule fiche, par son nom ou son numéro", "With sheets: one of them, by its name or number"),
                ),
        )
        .arg(
            Arg::new("owner")
                .long("owner")
                .value_name(lang.of("PILOTE", "OWNER"))
                .value_parser(NonEmptyStringValueParser::new())
                .add(completions::owners())
                .help(lang.of("Avec sheets : celles d'un pilote", "With sheets: those of an owner")),
        )
        .arg(Arg::new("rev").long("rev").value_name("REV").help(lang.of(
            "Le plan tel qu'il était dans cette révision git, sans toucher aux fichiers",
            "The plan as it was in that git revision, without touching the files",
        )))
        .arg(Arg::new("against").long("against").value_name(lang.of("AVANT", "BEFORE")).help(lang.of(
            "Avec amendment ou report : le plan voté, un fichier, un dossier ou une révision git",
            "With amendment or report: the plan as voted, a file, a folder or a git revision",
        )))
        .arg(
            Arg::new("draft")
                .long("draft")
                .action(ArgAction::SetTrue)
                .help(lang.of("Imprime un document de travail malgré les erreurs", "Prints a working document in spite of errors")),
        )
        .arg(watch::argument(lang).conflicts_with_all(["rev", "emit"]))
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
    watch::watched(common, arguments, std::slice::from_ref(&root), || once(common, arguments, root.clone()))
}

fn once(common: &Common, arguments: &ArgMatches, root: PathBuf) -> u8 {
    let wanted = match Wanted::read(common, arguments, &root) {
        Ok(wanted) => wanted,
        Err(code) => return code,
    };
    let revision = arguments.get_one::<String>("rev").map(String::as_str);
    let analysis = match revision.map(|revision| Revision::of(&common.disk, &root, revision)) {
        None => analyse(&common.disk, &root),
        Some(Ok(world)) => analyse(&world, world.root()),
        Some(Err(why)) => return unread(common, &root, revision.unwrap_or_default(), &why),
    };
    let lang = common.language(&analysis);
    if revision.is_some() && analysis.plan.all(Concept::Layout).next().is_some() {
        common.note(lang.of(
            "Le texte est celui de la révision ; l'image et le modèle de la maison sont ceux du dossier d'aujourd'hui.",
            "The text is that of the revision; the picture and the house's template are those of today's folder.",
        ));
    }
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
    let wish = Wish {
        draft,
        date: common.disk.today(),
        only: text("only"),
        owner: text("owner"),
        revision: provenance(&common.disk, &root, revision),
        ..Wish::default()
    };
    let before = match arguments.get_one::<String>("against").map(|named| version(common, &root, named)).transpose() {
        Ok(before) => before,
        Err(code) => return code,
    };
    if let Some(before) = before.as_ref().filter(|before| before.unread || before.has_errors()) {
        common.note(&human(before, look(common, lang)));
        return common.fail(lang.of(
            "la version d'avant a des erreurs : rien ne peut lui être comparé.",
            "the version before has errors: nothing can be compared with it.",
        ));
    }
    let annexed = match annexed(common, lang, (&analysis, &root), &wanted, &wish) {
        Ok(annexed) => annexed,
        Err(code) => return code,
    };
    let wish = Wish { annexed, ..wish };
    let mut product = match product(common, lang, (&analysis, before.as_ref()), &wanted, &wish) {
        Ok(product) => product,
        Err(code) => return code,
    };
    if let Product::Pages(bundle) = &mut product
        && let Err(code) = dress(common, lang, &analysis, &root, bundle, wanted.kind.is_some())
    {
        return code;
    }
    if let Err(code) = write::harmless(common, lang, &analysis, wanted.paths(&product)) {
        return code;
    }
    findings(common, lang, analysis.count(Severity::Error), analysis.count(Severity::Warning));
    if !matches!(product, Product::Files(_)) {
        holes(common, lang, &missing(&analysis));
    }
    match make(common, lang, &wanted, &product) {
        Ok(()) => CLEAN,
        Err(code) => code,
    }
}

/// An act says how many pages its annexes have: they are laid out first, as they will be.
fn annexed(common: &Common, lang: Lang, (analysis, root): (&Analysis, &Path), wanted: &Wanted<'_>, wish: &Wish) -> Result<Annexed, u8> {
    let mut annexed = Annexed::default();
    if wanted.kind != Some(Kind::Deliberation) || wanted.form != Form::Pdf || wanted.output.is_none() {
        return Ok(annexed);
    }
    for kind in annexes(analysis) {
        let mut bundle = match kind {
            Some(kind) => bundle_of(&paper(analysis, kind, wish, None)),
            None => bundle(&document(analysis, wish)),
        };
        dress(common, lang, analysis, root, &mut bundle, kind.is_some())?;
        let pages = compiled(common, lang, wanted, &bundle)?.pages;
        match kind {
            Some(_) => annexed.finance = pages,
            None => annexed.strategy = pages,
        }
    }
    Ok(annexed)
}

fn compiled(common: &Common, lang: Lang, wanted: &Wanted<'_>, bundle: &Bundle) -> Result<Pdf, u8> {
    progress::begin(common, lang.of("Mise en page du document", "Laying out the document"));
    let pdf = match wanted.typst {
        Some(typst) => compile_with(typst, bundle),
        None => compile_here(bundle),
    };
    pdf.map_err(|failure| common.fail(&why(&failure, wanted.typst, lang)))
}

/// What is made, before any of it is written.
enum Product {
    /// To be laid out on pages.
    Pages(Bundle),
    /// A text that prints what pages would.
    Text(String),
    /// Without pages or holes: a name below the output's, empty for the output itself.
    Files(Vec<(String, Vec<u8>)>),
}

fn product(
    common: &Common,
    lang: Lang,
    (analysis, before): (&Analysis, Option<&Analysis>),
    wanted: &Wanted<'_>,
    wish: &Wish,
) -> Result<Product, u8> {
    let nothing = || {
        common.fail(&match wish.only.as_ref().or(wish.owner.as_ref()) {
            Some(asked) => lang.of(
                format!("aucune fiche pour « {asked} » : donnez le nom ou le numéro d'une fiche, ou le nom d'un pilote."),
                format!("no sheet for \"{asked}\": give the name or number of a sheet, or the name of an owner."),
            ),
            None => lang
                .of("le plan n'a ni objectif ni action : il n'y a aucune fiche.", "the plan has no goal and no action: there is no sheet.")
                .to_owned(),
        })
    };
    let unwritten = |why: String| {
        common.fail(&lang.of(format!("le classeur ne peut pas être écrit : {why}."), format!("the workbook cannot be written: {why}.")))
    };
    Ok(match wanted.form {
        Form::Ics => {
            let (title, events) = days(analysis, wish);
            Product::Files(vec![(String::new(), diary(&title, &events, wish.date, analysis.language()).into_bytes())])
        }
        Form::Xlsx | Form::Csv => {
            let (identity, books): (Identity, Workbook) = match wanted.kind {
                Some(Kind::Sheets) => sheet_books(analysis, wish),
                _ => finance_books(analysis, wish),
            };
            if books.grids.is_empty() {
                return Err(nothing());
            }
            Product::Files(match wanted.form {
                Form::Csv => csv(&books).map_err(|error| unwritten(error.to_string()))?,
                _ => vec![(String::new(), xlsx(&books, &identity).map_err(|error| unwritten(error.to_string()))?)],
            })
        }
        Form::Pdf | Form::Markdown => {
            let pages = wanted.form == Form::Pdf;
            let Some(kind) = wanted.kind else {
                let document = document(analysis, wish);
                return Ok(if pages { Product::Pages(bundle(&document)) } else { Product::Text(markdown(&document)) });
            };
            let paper = paper(analysis, kind, wish, before);
            if paper.pieces.is_empty() {
                return Err(nothing());
            }
            if pages { Product::Pages(bundle_of(&paper)) } else { Product::Text(markdown_of(&paper)) }
        }
    })
}

fn make(common: &Common, lang: Lang, wanted: &Wanted<'_>, product: &Product) -> Result<(), u8> {
    let written = |path: &Path, bytes: &[u8]| write::whole(path, bytes).map_err(|error| common.fail(&write::unwritten(path, &error, lang)));
    let told = |output: &Path| {
        let shown = output.display();
        common.note(&lang.of(format!("{shown} : écrit."), format!("{shown}: written.")));
    };
    let bundle = match (product, &wanted.output) {
        (Product::Pages(bundle), _) => bundle,
        (_, None) => return Ok(()),
        (Product::Text(text), Some(output)) => {
            written(output, text.as_bytes())?;
            told(output);
            return Ok(());
        }
        (Product::Files(files), Some(output)) => {
            if wanted.form == Form::Csv {
                std::fs::create_dir_all(output).map_err(|error| common.fail(&write::unwritten(output, &error, lang)))?;
            }
            for (path, (_, bytes)) in wanted.paths(product).zip(files) {
                written(&path, bytes)?;
            }
            told(output);
            return Ok(());
        }
    };
    if let Some(folder) = &wanted.folder {
        bundle.write(folder, write::whole).map_err(|error| common.fail(&write::unwritten(folder, &error, lang)))?;
        let shown = folder.display();
        common.note(&lang.of(
            format!("{shown} : typst compile {shown}/main.typ --font-path {shown}/fonts"),
            format!("{shown}: typst compile {shown}/main.typ --font-path {shown}/fonts"),
        ));
    }
    let Some(output) = &wanted.output else { return Ok(()) };
    let pdf = compiled(common, lang, wanted, bundle)?;
    written(output, &pdf.bytes)?;
    for warning in &pdf.warnings {
        common.note(&format!("{}{}", lang.of("avertissement : ", "warning: "), warning.show(lang)));
    }
    let shown = output.display();
    match pdf.pages {
        Some(pages) => common.note(&lang.of(
            format!("{shown} : {pages} page{}.", if pages > 1 { "s" } else { "" }),
            format!("{shown}: {pages} page{}.", if pages == 1 { "" } else { "s" }),
        )),
        None => told(output),
    }
    Ok(())
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

fn why(failure: &Failure, typst: Option<&PathBuf>, lang: Lang) -> String {
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
