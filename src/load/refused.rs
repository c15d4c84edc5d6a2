//! Why a file, or a `use`, brings nothing: the words.

use std::ops::Range;

use super::{LARGEST, LARGEST_PLAN, LIBRARIES, MOST_FILES, Unread, library};
use crate::diagnostic::{Diagnostic, Rule, Say, rules, suggest};
use crate::say;
use crate::text::{SourceId, Span};

/// Why a file has no text: which code, what is wrong and where in it, what to do.
pub struct Refused {
    pub rule: &'static Rule,
    pub message: Say,
    pub help: Say,
    /// For a file that was read and is no text: as much as can be shown, and where the trouble is.
    pub spoilt: Option<(String, Range<u32>)>,
}

impl Refused {
    /// Where the file is asked for.
    pub fn at(&self, span: Span) -> Diagnostic {
        Diagnostic::new(self.rule, span, self.message.clone(), self.help.clone())
    }

    /// At the place of the trouble; the `use` that asks for the file is shown too.
    pub fn inside(&self, id: SourceId, asked: Option<Span>) -> Diagnostic {
        let place = self.spoilt.as_ref().map_or(0..0, |(_, place)| place.clone());
        let diagnostic = self.at(Span::new(id, place.start, place.end));
        match asked {
            Some(asked) => diagnostic.label(asked, say!("utilisé ici"; "used here")),
            None => diagnostic,
        }
    }
}

/// For a file whose bytes are no text in UTF-8.
pub fn not_utf8(shown: &str, bytes: &[u8], valid: usize) -> Refused {
    let said = |message, spoilt| Refused { rule: &rules::NOT_UTF8, message, help: save_as_utf8(), spoilt: Some(spoilt) };
    // The marks that other encodings begin with; that of UTF-32 begins with that of UTF-16.
    let mark = match bytes {
        [0xFF, 0xFE, 0, 0, ..] | [0, 0, 0xFE, 0xFF, ..] => Some("UTF-32"),
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => Some("UTF-16"),
        _ => None,
    };
    if let Some(mark) = mark {
        return said(say!("« {shown} » est enregistré en {mark}."; "\"{shown}\" is saved as {mark}.", shown, mark), (String::new(), 0..0));
    }
    let line = memchr::memchr_iter(b'\n', &bytes[..valid]).count() + 1;
    // The line of the trouble and the next one: a reader needs no more.
    let end = memchr::memchr_iter(b'\n', &bytes[valid..]).nth(1).map_or(bytes.len(), |end| valid + end);
    let start = if bytes.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len() } else { 0 };
    let text = String::from_utf8_lossy(&bytes[start..end]).into_owned();
    let place = (valid - start) as u32;
    said(
        say!("« {shown} » n'est pas un texte en UTF-8 (premier caractère illisible : ligne {line})."; "\"{shown}\" is not UTF-8 text (first unreadable character: line {line}).", shown, line),
        (text, place..place + char::REPLACEMENT_CHARACTER.len_utf8() as u32),
    )
}

/// What Windows writes before a text in UTF-8.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

pub fn plan_too_large(shown: &str) -> Refused {
    let most = LARGEST_PLAN >> 20;
    Refused {
        rule: &rules::TOO_LARGE,
        message: say!("Avec « {shown} », les fichiers du plan dépassent {most} Mo ensemble."; "With \"{shown}\" the plan's files exceed {most} MB together.", shown, most),
        help: say!("Vérifiez que ces fichiers sont bien ceux d'un plan."; "Check that these files are those of a plan."),
        spoilt: None,
    }
}

pub fn too_many(span: Span) -> Diagnostic {
    Diagnostic::new(
        &rules::TOO_LARGE,
        span,
        say!("Ce plan utilise plus de {most} fichiers ; celui-ci et les suivants ne sont pas lus."; "This plan uses more than {most} files; this one and those that follow are not read.", most = MOST_FILES),
        say!("Rassemblez ses axes en moins de fichiers."; "Gather its axes in fewer files."),
    )
}

pub fn outside(written: &str, span: Span) -> Diagnostic {
    let message = match written.trim() {
        "" => say!("Cette ligne ne nomme aucun fichier."; "This line names no file."),
        _ => {
            say!("« {written} » n'est pas un fichier `.dsl` du dossier du plan."; "\"{written}\" is no `.dsl` file of the plan's folder.", written)
        }
    };
    let bare = written.trim();
    if bare.strip_prefix("std.").is_some_and(|name| library(name).is_some()) {
        let help = say!("Une bibliothèque s'écrit sans guillemets : `utiliser {bare}`."; "A library is written without quotes: `use {bare}`.", bare);
        return Diagnostic::new(&rules::USE_OUTSIDE, span, message, help).fix(
            say!("Retirer les guillemets"; "Remove the quotes"),
            span,
            bare,
        );
    }
    Diagnostic::new(
        &rules::USE_OUTSIDE,
        span,
        message,
        say!("Utilisez un fichier `.dsl` placé sous le dossier du plan, par un chemin relatif : `axes/usagers.dsl`."; "Use a `.dsl` file below the plan's folder, by a relative path: `axes/usagers.dsl`."),
    )
}

pub fn unknown_library(name: &str, span: Span) -> Diagnostic {
    let names: Vec<String> = LIBRARIES.iter().map(|(name, _)| format!("std.{name}")).collect();
    let diagnostic = Diagnostic::new(
        &rules::UNKNOWN_LIBRARY,
        span,
        say!("Il n'y a pas de bibliothèque de ce nom."; "There is no library of that name."),
        say!("Bibliothèques connues : {names}. Un fichier du plan s'écrit entre guillemets : `utiliser \"axes/usagers.dsl\"`."; "Known libraries: {names}. A file of the plan is written between quotes: `use \"axes/usagers.dsl\"`.", names = names.join(", ")),
    );
    match suggest::nearest(&format!("std.{name}"), names.iter().map(String::as_str)) {
        Some(near) => diagnostic.here(say!("vouliez-vous dire `{near}` ?"; "did you mean `{near}`?", near)).fix(
            say!("Écrire `{near}`"; "Write `{near}`", near),
            span,
            near,
        ),
        None => diagnostic,
    }
}

/// More places than this of one circle tell nobody more.
const MOST_SHOWN: usize = 20;

/// One circle of files: its uses from the file that was read first, the last of which leads back to it; and how many
/// files its knot ties up.
pub fn cycle(way: &[Span], knot: usize) -> Option<Diagnostic> {
    let (last, way) = way.split_last()?;
    let mut help = say!("Retirez cette ligne : un fichier déjà utilisé par le plan n'a pas à l'être de nouveau."; "Remove this line: a file that the plan already uses needs no second use.");
    let files = way.len() + 1;
    if files > MOST_SHOWN {
        help = help.and(say!("Ce tour passe par {files} fichiers ; les premiers sont montrés."; "This circle goes through {files} files; the first are shown.", files));
    }
    if knot > files {
        help = help.and(say!("Ce tour est le plus court de {knot} fichiers qui s'appellent les uns les autres."; "This circle is the shortest among {knot} files that use each other.", knot));
    }
    let mut diagnostic = Diagnostic::new(
        &rules::USE_CYCLE,
        *last,
        say!("Ces fichiers s'appellent en rond."; "These files use each other in a circle."),
        help,
    )
    .here(say!("revient à un fichier qui mène ici"; "comes back to a file that leads here"));
    for through in way.iter().take(MOST_SHOWN - 1) {
        diagnostic = diagnostic.label(*through, say!("appelle le suivant"; "uses the next one"));
    }
    Some(diagnostic)
}

fn save_as_utf8() -> Say {
    say!("Enregistrez-le en UTF-8 : dans VS Code, cliquez sur le codage en bas à droite ; dans le Bloc-notes, « Enregistrer sous »."; "Save it as UTF-8: in VS Code click the encoding at the bottom right; in Notepad use \"Save as\".")
}

pub fn refusal(shown: &str, why: Unread) -> Refused {
    let (rule, message, help) = match why {
        Unread::NotFound => (
            &rules::CANNOT_READ,
            say!("Le fichier « {shown} » est introuvable."; "The file \"{shown}\" cannot be found.", shown),
            say!("Vérifiez le nom et le dossier."; "Check the name and the folder."),
        ),
        Unread::Directory => (
            &rules::CANNOT_READ,
            say!("« {shown} » est un dossier, pas un fichier."; "\"{shown}\" is a folder, not a file.", shown),
            say!("Indiquez le fichier racine du plan, par exemple `{shown}/plan.dsl`."; "Name the plan's root file, for instance `{shown}/plan.dsl`.", shown),
        ),
        Unread::Special => (
            &rules::CANNOT_READ,
            say!("« {shown} » n'est pas un fichier ordinaire."; "\"{shown}\" is not an ordinary file.", shown),
            say!("Indiquez un fichier de texte."; "Name a text file."),
        ),
        Unread::Outside => (
            &rules::USE_OUTSIDE,
            say!("« {shown} » mène hors du dossier du plan."; "\"{shown}\" leads out of the plan's folder.", shown),
            say!("Copiez le fichier dans le dossier du plan."; "Copy the file into the plan's folder."),
        ),
        Unread::TooLarge(bytes) => {
            let (size, most) = (bytes >> 20, LARGEST >> 20);
            (
                &rules::TOO_LARGE,
                say!("« {shown} » pèse {size} Mo ; la limite est de {most} Mo."; "\"{shown}\" has {size} MB; the limit is {most} MB.", shown, size, most),
                say!("Vérifiez que c'est bien un plan, ou répartissez-le en plusieurs fichiers."; "Check that it is a plan, or spread it over several files."),
            )
        }
        Unread::Denied => (
            &rules::CANNOT_READ,
            say!("Vous n'avez pas le droit de lire « {shown} »."; "You have no right to read \"{shown}\".", shown),
            say!("Demandez l'accès à ce fichier."; "Ask for access to this file."),
        ),
        Unread::Other(number) => (
            &rules::CANNOT_READ,
            say!("« {shown} » ne peut pas être lu (erreur {number} du système)."; "\"{shown}\" cannot be read (system error {number}).", shown, number),
            say!("Vérifiez le chemin et vos droits."; "Check the path and your rights."),
        ),
    };
    Refused { rule, message, help, spoilt: None }
}
