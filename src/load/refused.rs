//! Why a file, or a `use`, brings nothing: the words.

use super::{LARGEST, LARGEST_PLAN, LIBRARIES, MOST_FILES, Unread};
use crate::diagnostic::{Code, Diagnostic, Say, codes, suggest};
use crate::say;
use crate::text::Span;

/// Why a file has no text: which code, what is wrong and where in it, what to do.
pub struct Refused {
    pub code: &'static Code,
    pub message: Say,
    pub help: Say,
}

impl Refused {
    pub fn at(&self, span: Span) -> Diagnostic {
        Diagnostic::new(self.code, span, self.message.clone(), self.help.clone())
    }
}

pub fn plan_too_large(shown: &str) -> Refused {
    let most = LARGEST_PLAN >> 20;
    Refused {
        code: &codes::TOO_LARGE,
        message: say!("Avec « {shown} », les fichiers du plan dépassent {most} Mo ensemble."; "With \"{shown}\" the plan's files exceed {most} MB together."),
        help: say!("Vérifiez que ces fichiers sont bien ceux d'un plan."; "Check that these files are those of a plan."),
    }
}

pub fn too_many(span: Span) -> Diagnostic {
    Diagnostic::new(
        &codes::TOO_LARGE,
        span,
        say!("Ce plan utilise plus de {MOST_FILES} fichiers ; celui-ci et les suivants ne sont pas lus."; "This plan uses more than {MOST_FILES} files; this one and those that follow are not read."),
        say!("Rassemblez ses axes en moins de fichiers."; "Gather its axes in fewer files."),
    )
}

pub fn outside(written: &str, span: Span) -> Diagnostic {
    Diagnostic::new(
        &codes::USE_OUTSIDE,
        span,
        say!("« {written} » n'est pas un fichier `.dsl` du dossier du plan."; "\"{written}\" is no `.dsl` file of the plan's folder."),
        say!("Utilisez un fichier `.dsl` placé sous le dossier du plan, par un chemin relatif : `axes/usagers.dsl`."; "Use a `.dsl` file below the plan's folder, by a relative path: `axes/usagers.dsl`."),
    )
}

pub fn unknown_library(name: &str, span: Span) -> Diagnostic {
    let names: Vec<String> = LIBRARIES.iter().map(|(name, _)| format!("std.{name}")).collect();
    let diagnostic = Diagnostic::new(
        &codes::UNKNOWN_LIBRARY,
        span,
        say!("Il n'y a pas de bibliothèque de ce nom."; "There is no library of that name."),
        say!("Bibliothèques connues : {}. Un fichier du plan s'écrit entre guillemets : `utiliser \"axes/usagers.dsl\"`.", names.join(", ");
             "Known libraries: {}. A file of the plan is written between quotes: `use \"axes/usagers.dsl\"`.", names.join(", ")),
    );
    match suggest::nearest(&format!("std.{name}"), names.iter().map(String::as_str)) {
        Some(near) => diagnostic.here(say!("vouliez-vous dire `{near}` ?"; "did you mean `{near}`?")).fix(
            say!("Écrire `{near}`"; "Write `{near}`"),
            span,
            near,
        ),
        None => diagnostic,
    }
}

pub fn cycle(span: Span, back: &[Span]) -> Diagnostic {
    let mut diagnostic = Diagnostic::new(
        &codes::USE_CYCLE,
        span,
        say!("Ces fichiers s'appellent en rond."; "These files use each other in a circle."),
        say!("Retirez cette ligne : un fichier déjà utilisé par le plan n'a pas à l'être de nouveau."; "Remove this line: a file that the plan already uses needs no second use."),
    )
    .here(say!("revient à un fichier qui mène ici"; "comes back to a file that leads here"));
    for through in back {
        diagnostic = diagnostic.label(*through, say!("appelle le suivant"; "uses the next one"));
    }
    diagnostic
}

pub fn save_as_utf8() -> Say {
    say!("Enregistrez-le en UTF-8 : dans VS Code, cliquez sur le codage en bas à droite ; dans le Bloc-notes, « Enregistrer sous »."; "Save it as UTF-8: in VS Code click the encoding at the bottom right; in Notepad use \"Save as\".")
}

pub fn refusal(shown: &str, why: Unread) -> Refused {
    let (code, message, help) = match why {
        Unread::NotFound => (
            &codes::CANNOT_READ,
            say!("Le fichier « {shown} » est introuvable."; "The file \"{shown}\" cannot be found."),
            say!("Vérifiez le nom et le dossier."; "Check the name and the folder."),
        ),
        Unread::Directory => (
            &codes::CANNOT_READ,
            say!("« {shown} » est un dossier, pas un fichier."; "\"{shown}\" is a folder, not a file."),
            say!("Indiquez le fichier racine du plan, par exemple `{shown}/plan.dsl`."; "Name the plan's root file, for instance `{shown}/plan.dsl`."),
        ),
        Unread::Special => (
            &codes::CANNOT_READ,
            say!("« {shown} » n'est pas un fichier ordinaire."; "\"{shown}\" is not an ordinary file."),
            say!("Indiquez un fichier de texte."; "Name a text file."),
        ),
        Unread::Outside => (
            &codes::USE_OUTSIDE,
            say!("« {shown} » mène hors du dossier du plan."; "\"{shown}\" leads out of the plan's folder."),
            say!("Copiez le fichier dans le dossier du plan."; "Copy the file into the plan's folder."),
        ),
        Unread::TooLarge(bytes) => {
            let (size, most) = (bytes >> 20, LARGEST >> 20);
            (
                &codes::TOO_LARGE,
                say!("« {shown} » pèse {size} Mo ; la limite est de {most} Mo."; "\"{shown}\" has {size} MB; the limit is {most} MB."),
                say!("Vérifiez que c'est bien un plan, ou répartissez-le en plusieurs fichiers."; "Check that it is a plan, or spread it over several files."),
            )
        }
        Unread::Denied => (
            &codes::CANNOT_READ,
            say!("Vous n'avez pas le droit de lire « {shown} »."; "You have no right to read \"{shown}\"."),
            say!("Demandez l'accès à ce fichier."; "Ask for access to this file."),
        ),
        Unread::Other(number) => (
            &codes::CANNOT_READ,
            say!("« {shown} » ne peut pas être lu (erreur {number} du système)."; "\"{shown}\" cannot be read (system error {number})."),
            say!("Vérifiez le chemin et vos droits."; "Check the path and your rights."),
        ),
    };
    Refused { code, message, help }
}
