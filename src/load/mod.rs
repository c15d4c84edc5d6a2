//! L4. From a root file to all the texts of a plan. The world is behind one trait, so that an editor's unsaved
//! buffers, a test's texts and a disk are read alike.
//! Invariant: nothing outside the plan's folder is read, and a file that cannot be read is a diagnostic.

mod disk;
mod library;

use std::path::{Component, Path, PathBuf};

pub use disk::Disk;
pub use library::{LIBRARIES, library};

use crate::diagnostic::{Diagnostic, Say, codes, suggest};
use crate::plan::{Items, UseItem, UseTarget, declare};
use crate::say;
use crate::syntax::{File, parse};
use crate::text::{Source, SourceId, Sources, Span};

/// A text of more bytes than this is refused: 100 000 goals make 25 MB.
pub const LARGEST: u64 = 64 << 20;

/// Why a file cannot be had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unread {
    NotFound,
    Directory,
    /// Not an ordinary file: a device, a pipe.
    Special,
    /// A link that leads out of the plan's folder.
    Outside,
    TooLarge(u64),
    Other(String),
}

/// What a plan is read from. Paths are absolute or relative to the working directory, without `..` inside the folder.
pub trait World {
    fn read(&self, path: &Path) -> Result<Vec<u8>, Unread>;
    /// The folder that a plan's files may not leave.
    fn boundary(&self, root: &Path) -> PathBuf;
    /// The path as people are shown it.
    fn display(&self, path: &Path) -> String;
}

#[derive(Default)]
pub struct Loaded {
    pub sources: Sources,
    /// The path of each source that is a file; none for the library's.
    pub paths: Vec<Option<PathBuf>>,
    pub files: Vec<File>,
    pub items: Items,
    pub diagnostics: Vec<Diagnostic>,
    /// The root file could not be read at all.
    pub unread: bool,
}

pub fn load(world: &dyn World, root: &Path) -> Loaded {
    let mut load = Load { world, boundary: world.boundary(root), loaded: Loaded::default(), stack: Vec::new() };
    match load.read_file(root) {
        Ok(text) => {
            load.file(world.display(root), Some(root.to_owned()), text);
        }
        Err((code, message, help, at)) => {
            load.loaded.unread = true;
            load.loaded.sources.add(Source::new(world.display(root), String::new(), false));
            load.loaded.paths.push(Some(root.to_owned()));
            let place = at.map_or_else(Say::default, |at| at);
            load.loaded.diagnostics.push(Diagnostic::new(code, Span::new(SourceId(0), 0, 0), message.and(place), help));
        }
    }
    load.loaded
}

struct Load<'w> {
    world: &'w dyn World,
    boundary: PathBuf,
    loaded: Loaded,
    /// The files being read, outermost first, with the `use` that leads to the next one.
    stack: Vec<(String, Option<Span>)>,
}

type Refused = (&'static crate::diagnostic::Code, Say, Say, Option<Say>);

impl Load<'_> {
    fn file(&mut self, name: String, path: Option<PathBuf>, text: String) {
        let library = path.is_none();
        let key = path.as_ref().map_or_else(|| name.clone(), |path| path.to_string_lossy().into_owned());
        let id = self.loaded.sources.add(Source::new(name, text, library));
        self.loaded.paths.push(path.clone());
        let text = &self.loaded.sources.get(id).text;
        let (file, mut found) = parse(id, text);
        let (mut items, more) = declare(&file, text);
        found.extend(more);
        self.loaded.diagnostics.append(&mut found);
        self.loaded.files.push(file);
        let uses = std::mem::take(&mut items.uses);
        self.loaded.items.append(items);
        self.stack.push((key, None));
        for item in uses {
            self.stack.last_mut().expect("just pushed").1 = Some(item.span);
            self.use_item(&item, path.as_deref());
        }
        self.stack.pop();
    }

    fn use_item(&mut self, item: &UseItem, from: Option<&Path>) {
        match &item.target {
            UseTarget::Library(name) => match library(name) {
                Some((name, text)) => {
                    let shown = format!("std/{name}.dsl");
                    if !self.known(&shown) {
                        self.file(shown, None, text.to_owned());
                    }
                }
                None => {
                    let names: Vec<String> = LIBRARIES.iter().map(|(name, _)| format!("std.{name}")).collect();
                    let mut diagnostic = Diagnostic::new(
                        &codes::UNKNOWN_LIBRARY,
                        item.span,
                        say!("Il n'y a pas de bibliothèque de ce nom."; "There is no library of that name."),
                        say!("Bibliothèques connues : {}. Un fichier du plan s'écrit entre guillemets : `utiliser \"axes/usagers.dsl\"`.", names.join(", ");
                             "Known libraries: {}. A file of the plan is written between quotes: `use \"axes/usagers.dsl\"`.", names.join(", ")),
                    );
                    if let Some(near) = suggest::nearest(&format!("std.{name}"), names.iter().map(String::as_str)) {
                        diagnostic = diagnostic.here(say!("vouliez-vous dire `{near}` ?"; "did you mean `{near}`?")).fix(
                            say!("Écrire `{near}`"; "Write `{near}`"),
                            item.span,
                            near,
                        );
                    }
                    self.loaded.diagnostics.push(diagnostic);
                }
            },
            UseTarget::File(written) => self.use_file(written, item.span, from),
        }
    }

    fn use_file(&mut self, written: &str, span: Span, from: Option<&Path>) {
        let outside = || {
            Diagnostic::new(
                &codes::USE_OUTSIDE,
                span,
                say!("« {written} » sort du dossier du plan."; "\"{written}\" leaves the plan's folder."),
                say!("Utilisez un fichier placé sous le dossier du plan, par un chemin relatif : `axes/usagers.dsl`."; "Use a file below the plan's folder, by a relative path: `axes/usagers.dsl`."),
            )
        };
        let Some(path) = from.and_then(|from| within(&self.boundary, from, written)) else {
            self.loaded.diagnostics.push(outside());
            return;
        };
        let key = path.to_string_lossy().into_owned();
        if let Some(at) = self.stack.iter().position(|(open, _)| *open == key) {
            return self.cycle(at, span);
        }
        if self.loaded.paths.iter().flatten().any(|known| *known == path) || self.loaded.sources.len() >= Sources::MOST {
            return;
        }
        match self.read_file(&path) {
            Ok(text) => self.file(self.world.display(&path), Some(path), text),
            Err((code, ..)) if code == &codes::USE_OUTSIDE => self.loaded.diagnostics.push(outside()),
            Err((code, message, help, at)) => {
                let message = message.and(at.unwrap_or_default());
                self.loaded.diagnostics.push(Diagnostic::new(code, span, message, help));
            }
        }
    }

    fn known(&self, name: &str) -> bool {
        self.loaded.sources.iter().any(|(_, source)| source.library && source.name == name)
    }

    fn cycle(&mut self, first: usize, span: Span) {
        let mut diagnostic = Diagnostic::new(
            &codes::USE_CYCLE,
            span,
            say!("Ces fichiers s'appellent en rond."; "These files use each other in a circle."),
            say!("Retirez cette ligne : un fichier déjà utilisé par le plan n'a pas à l'être de nouveau."; "Remove this line: a file that the plan already uses needs no second use."),
        )
        .here(say!("revient à un fichier en cours de lecture"; "comes back to a file being read"));
        for (_, through) in &self.stack[first..self.stack.len() - 1] {
            if let Some(through) = through {
                diagnostic = diagnostic.label(*through, say!("appelle le suivant"; "uses the next one"));
            }
        }
        self.loaded.diagnostics.push(diagnostic);
    }

    /// The text of a file, or why there is none: code, what, what to do, and where in the file.
    fn read_file(&self, path: &Path) -> Result<String, Refused> {
        let shown = self.world.display(path);
        let bytes = self.world.read(path).map_err(|why| refusal(&shown, why))?;
        if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
            return Err((
                &codes::NOT_UTF8,
                say!("« {shown} » est enregistré en UTF-16."; "\"{shown}\" is saved as UTF-16."),
                save_as_utf8(),
                None,
            ));
        }
        match String::from_utf8(bytes) {
            Ok(text) => Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)),
            Err(error) => {
                let at = error.utf8_error().valid_up_to();
                let before = &error.as_bytes()[..at];
                let line = memchr::memchr_iter(b'\n', before).count() + 1;
                Err((
                    &codes::NOT_UTF8,
                    say!("« {shown} » n'est pas un texte en UTF-8."; "\"{shown}\" is not UTF-8 text."),
                    save_as_utf8(),
                    Some(say!("Premier caractère illisible : ligne {line}."; "First unreadable character: line {line}.")),
                ))
            }
        }
    }
}

fn save_as_utf8() -> Say {
    say!("Enregistrez-le en UTF-8 : dans VS Code, cliquez sur le codage en bas à droite ; dans le Bloc-notes, « Enregistrer sous »."; "Save it as UTF-8: in VS Code click the encoding at the bottom right; in Notepad use \"Save as\".")
}

fn refusal(shown: &str, why: Unread) -> Refused {
    let code = &codes::CANNOT_READ;
    match why {
        Unread::NotFound => (
            code,
            say!("Le fichier « {shown} » est introuvable."; "The file \"{shown}\" cannot be found."),
            say!("Vérifiez le nom et le dossier."; "Check the name and the folder."),
            None,
        ),
        Unread::Directory => (
            code,
            say!("« {shown} » est un dossier, pas un fichier."; "\"{shown}\" is a folder, not a file."),
            say!("Indiquez le fichier racine du plan, par exemple `{shown}/plan.dsl`."; "Name the plan's root file, for instance `{shown}/plan.dsl`."),
            None,
        ),
        Unread::Special => (
            code,
            say!("« {shown} » n'est pas un fichier ordinaire."; "\"{shown}\" is not an ordinary file."),
            say!("Indiquez un fichier de texte."; "Name a text file."),
            None,
        ),
        Unread::Outside => (
            &codes::USE_OUTSIDE,
            say!("« {shown} » sort du dossier du plan."; "\"{shown}\" leaves the plan's folder."),
            Say::default(),
            None,
        ),
        Unread::TooLarge(bytes) => {
            let (size, most) = (bytes >> 20, LARGEST >> 20);
            (
                &codes::TOO_LARGE,
                say!("« {shown} » pèse {size} Mo ; la limite est de {most} Mo."; "\"{shown}\" has {size} MB; the limit is {most} MB."),
                say!("Vérifiez que c'est bien un plan, ou répartissez-le en plusieurs fichiers."; "Check that it is a plan, or spread it over several files."),
                None,
            )
        }
        Unread::Other(reason) => (
            code,
            say!("« {shown} » ne peut pas être lu ({reason})."; "\"{shown}\" cannot be read ({reason})."),
            say!("Vérifiez vos droits sur ce fichier."; "Check your rights on this file."),
            None,
        ),
    }
}

/// The path that `written` names in a file `from`, if it stays below `boundary`. Backslashes are read as slashes.
fn within(boundary: &Path, from: &Path, written: &str) -> Option<PathBuf> {
    let written = written.replace('\\', "/");
    if written.is_empty() || written.starts_with('/') || written.contains(':') {
        return None;
    }
    let mut path = from.parent().unwrap_or(Path::new("")).to_owned();
    for component in Path::new(&written).components() {
        match component {
            Component::Normal(part) => path.push(part),
            Component::CurDir => {}
            Component::ParentDir => {
                if !path.pop() || !path.starts_with(boundary) {
                    return None;
                }
            }
            Component::RootDir | Component::Prefix(_) => return None,
        }
    }
    path.starts_with(boundary).then_some(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_stays_in_its_folder() {
        let path = |written| within(Path::new("/town/plan"), Path::new("/town/plan/axes/a.dsl"), written);
        assert_eq!(path("b.dsl"), Some(PathBuf::from("/town/plan/axes/b.dsl")));
        assert_eq!(path("../owners.dsl"), Some(PathBuf::from("/town/plan/owners.dsl")));
        assert_eq!(path("..\\owners.dsl"), Some(PathBuf::from("/town/plan/owners.dsl")));
        for out in ["../../secret", "../../plan2/x", "/etc/passwd", "C:\\x", "", "../../../../../../etc/passwd"] {
            assert_eq!(path(out), None, "{out}");
        }
    }
}
