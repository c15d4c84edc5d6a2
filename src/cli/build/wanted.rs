//! What the command line asks `build` for, once it makes sense.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::Product;
use crate::cli::Common;
use crate::document::Kind;

/// The document that is built unless another is asked for.
const STRATEGY: &str = "strategy";

/// What comes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Pdf,
    Markdown,
    Xlsx,
    Csv,
    Ics,
}

impl Form {
    pub const ALL: [Form; 5] = [Form::Pdf, Form::Markdown, Form::Xlsx, Form::Csv, Form::Ics];

    pub fn name(self) -> &'static str {
        match self {
            Form::Pdf => "pdf",
            Form::Markdown => "markdown",
            Form::Xlsx => "xlsx",
            Form::Csv => "csv",
            Form::Ics => "ics",
        }
    }

    /// What its file's name ends with; none where it is a folder.
    fn ending(self) -> Option<&'static str> {
        match self {
            Form::Markdown => Some("md"),
            Form::Csv => None,
            Form::Pdf | Form::Xlsx | Form::Ics => Some(self.name()),
        }
    }

    /// As the name of a file tells.
    fn of(path: &Path) -> Option<Form> {
        let ending = path.extension()?.to_str()?;
        Form::ALL.into_iter().find(|form| form.ending().is_some_and(|known| known.eq_ignore_ascii_case(ending)))
    }
}

pub struct Wanted<'a> {
    pub output: Option<PathBuf>,
    /// Where the files go that Typst reads.
    pub folder: Option<PathBuf>,
    pub typst: Option<&'a PathBuf>,
    /// None for the strategy itself.
    pub kind: Option<Kind>,
    pub form: Form,
}

impl<'a> Wanted<'a> {
    pub fn read(common: &Common, arguments: &'a ArgMatches, root: &Path) -> Result<Wanted<'a>, u8> {
        let speak = common.speak();
        let fail = |fr: String, en: String| Err(common.fail(&speak.of(fr, en)));
        let mut emit = arguments.get_many::<String>("emit").into_iter().flatten();
        if let Some(kind) = emit.next().filter(|kind| *kind != "typst") {
            return fail(
                format!("« {kind} » ne convient pas pour « --emit » ; écrivez : --emit typst DOSSIER"),
                format!("\"{kind}\" does not suit --emit; write: --emit typst FOLDER"),
            );
        }
        let folder = emit.next().map(PathBuf::from);
        let asked = arguments.get_one::<String>("document").map(String::as_str);
        let kind = Kind::ALL.into_iter().find(|kind| asked == Some(kind.name()));
        if let Some(asked) = asked.filter(|asked| *asked != STRATEGY && kind.is_none()) {
            let names: Vec<&str> = std::iter::once(STRATEGY).chain(Kind::ALL.map(Kind::name)).collect();
            let names = names.join(", ");
            return fail(
                format!("« {asked} » n'est pas un document ; --document prend : {names}."),
                format!("\"{asked}\" is no document; --document takes: {names}."),
            );
        }
        let selects = ["only", "owner"].into_iter().find(|name| arguments.contains_id(name));
        if let Some(name) = selects.filter(|_| kind != Some(Kind::Sheets)) {
            return fail(
                format!("--{name} choisit des fiches ; ajoutez --document sheets."),
                format!("--{name} chooses sheets; add --document sheets."),
            );
        }
        match (kind, arguments.contains_id("against")) {
            (Some(Kind::Amendment), false) => {
                return fail(
                    "une modification se lit contre le plan voté : ajoutez --against et son dossier.".to_owned(),
                    "an amendment is read against the plan as voted: add --against and its folder.".to_owned(),
                );
            }
            (Some(Kind::Amendment | Kind::Report), _) | (_, false) => {}
            (_, true) => {
                return fail(
                    "--against compare deux versions : ajoutez --document amendment ou --document report.".to_owned(),
                    "--against compares two versions: add --document amendment or --document report.".to_owned(),
                );
            }
        }
        let typst = arguments.get_one::<PathBuf>("typst");
        let output = arguments.get_one::<PathBuf>("output");
        let format = arguments.get_one::<String>("format");
        let format = format.and_then(|format| Form::ALL.into_iter().find(|form| form.name() == format));
        let form = format.or_else(|| Form::of(output?)).unwrap_or(Form::Pdf);
        let name = form.name();
        if form != Form::Pdf && (typst.is_some() || folder.is_some()) {
            let option = if typst.is_some() { "--typst" } else { "--emit" };
            return fail(
                format!("{option} sert aux PDF et ne va pas avec le format {name}."),
                format!("{option} is for PDFs and does not go with the format {name}."),
            );
        }
        match (form, kind) {
            (Form::Xlsx | Form::Csv, kind) if !matches!(kind, Some(Kind::Finance | Kind::Sheets)) => {
                return fail(
                    format!("le format {name} est celui de deux documents : ajoutez --document finance ou --document sheets."),
                    format!("the format {name} is that of two documents: add --document finance or --document sheets."),
                );
            }
            (Form::Ics, Some(_)) => {
                return fail(
                    "le format ics donne les dates de la stratégie : il va sans --document.".to_owned(),
                    "the format ics gives the dates of the strategy: it goes without --document.".to_owned(),
                );
            }
            _ => {}
        }
        let output = match output {
            None if folder.is_some() => None,
            None => Some(named_after(root, kind, form)),
            Some(path) => Some(path.clone()),
        };
        let wanted = Wanted { output, folder, typst, kind, form };
        let Some(path) = &wanted.output else { return Ok(wanted) };
        let shown = path.display();
        match form.ending() {
            None if path.exists() && !path.is_dir() => {
                return fail(
                    format!("« {shown} » est un fichier ; le format csv écrit un dossier de tableaux."),
                    format!("\"{shown}\" is a file; the format csv writes a folder of tables."),
                );
            }
            Some(ending) if path.is_dir() => {
                return fail(
                    format!("« {shown} » est un dossier ; -o attend un fichier en .{ending}."),
                    format!("\"{shown}\" is a folder; -o takes a .{ending} file."),
                );
            }
            Some(ending) if !path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case(ending)) => {
                return fail(
                    format!("« {shown} » : le nom du document doit finir par .{ending}."),
                    format!("\"{shown}\": the document's name must end with .{ending}."),
                );
            }
            _ => {}
        }
        let beside = path.parent().filter(|beside| !beside.as_os_str().is_empty());
        if let Some(beside) = beside.filter(|beside| !beside.is_dir()) {
            let beside = beside.display();
            return fail(format!("le dossier « {beside} » n'existe pas."), format!("there is no folder \"{beside}\"."));
        }
        if form == Form::Pdf && typst.is_none() && cfg!(not(feature = "pdf")) {
            return fail(
                "cette version n'a pas Typst en elle : indiquez une commande avec --typst COMMANDE, ou écrivez les fichiers avec --emit typst DOSSIER.".to_owned(),
                "this build has no Typst in it: name a command with --typst COMMAND, or write the files with --emit typst FOLDER.".to_owned(),
            );
        }
        Ok(wanted)
    }

    /// Every file that is to be written, in the order of the product.
    pub fn paths<'p>(&'p self, product: &'p Product) -> Box<dyn Iterator<Item = PathBuf> + 'p> {
        let output = || self.output.iter();
        match product {
            Product::Pages(bundle) => {
                let emitted = self.folder.iter().flat_map(|folder| bundle.files.iter().map(|(name, _)| folder.join(name.as_ref())));
                Box::new(output().cloned().chain(emitted))
            }
            Product::Text(_) => Box::new(output().cloned()),
            Product::Files(files) => Box::new(output().flat_map(move |output| {
                files.iter().map(move |(name, _)| if name.is_empty() { output.clone() } else { output.join(name) })
            })),
        }
    }
}

/// `montreval.pdf`, here, for a plan in a folder `montreval`.
fn named_after(root: &Path, kind: Option<Kind>, form: Form) -> PathBuf {
    let mut name = root.parent().and_then(Path::file_name).map_or(OsString::from(STRATEGY), OsString::from);
    name.push(kind.map_or_else(String::new, |kind| format!("-{}", kind.name())));
    if let Some(ending) = form.ending() {
        name.push(format!(".{ending}"));
    }
    PathBuf::from(name)
}
