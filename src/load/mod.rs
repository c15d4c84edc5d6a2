//! L4. From a root file to all the texts of a plan. The world is behind one trait, so that an editor's unsaved
//! buffers, a test's texts and a disk are read alike.
//! Invariant: nothing outside the plan's folder is read, and a file that cannot be read is a diagnostic.

mod disk;
mod find;
mod kept;
mod knots;
mod library;
mod lineage;
mod memory;
mod past;
mod refused;
mod repository;
mod revision;

use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

pub use disk::{Disk, Identity};
pub use find::{Finder, Ground, Listing, PLAN, nearest_plan, plans_above};
use kept::{Held, Read};
pub use kept::{Kept, holds_policies};
pub use library::{LIBRARIES, library};
pub use lineage::Lineage;
pub use memory::Memory;
pub use past::{Fork, Past, commits, fork, is_partial, provenance, staged, tags, whole_name};
use refused::{Refused, cycle, not_utf8, outside, plan_too_large, refusal, too_many, unknown_library};
pub use repository::{Around, around, begin};
pub use revision::{NoRevision, Revision};

use jiff::civil::Date;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::diagnostic::{Diagnostic, rules};
use crate::plan::{Standing, UseTarget};
use crate::text::{Source, SourceId, Sources, Span};

/// A text of more bytes than this is refused: 100 000 goals make 25 MB.
pub const LARGEST: u64 = 64 << 20;

/// No more bytes in all the files of a plan.
const LARGEST_PLAN: u64 = 256 << 20;
/// No more files in a plan.
const MOST_FILES: usize = 10_000;

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
    Denied,
    /// The system's own number for the reason.
    Other(i32),
}

/// What a plan is read from. Paths are absolute or relative to the working directory, without `..` inside the folder.
pub trait World: Sync {
    fn read(&self, path: &Path) -> Result<Vec<u8>, Unread>;
    /// The folder that a plan's files may not leave.
    fn boundary(&self, root: &Path) -> PathBuf;
    /// Where a path leads once every link is followed; itself where there are no links.
    fn real(&self, path: &Path) -> PathBuf {
        path.to_owned()
    }
    /// The path as people are shown it.
    fn display(&self, path: &Path) -> String;
    /// The day on which the plan is judged; none where nobody says.
    fn today(&self) -> Option<Date> {
        None
    }
    /// A text that stands in the place of a library's: of who works at the library itself.
    fn library(&self, _: &str) -> Option<String> {
        None
    }
    /// A number that a file's text keeps as long as it stays the same; none where that is not known without reading it.
    fn stamp(&self, _: &Path) -> Option<u64> {
        None
    }
}

#[derive(Default)]
pub struct Loaded {
    pub sources: Sources,
    /// The path of each source that is a file; none for the library's.
    pub paths: Vec<Option<PathBuf>>,
    /// What the items of the files say, in the order of the files and of the text.
    pub standing: Vec<Standing>,
    /// A `use` brought nothing: names may be missing for that reason.
    pub incomplete: bool,
    pub diagnostics: Vec<Diagnostic>,
    /// The root file could not be read at all.
    pub unread: bool,
}

/// Breadth first: the files that one file uses are read, parsed and lowered side by side. What was kept of an earlier run is taken
/// again where the text is the same.
pub fn load(world: &dyn World, root: &Path, kept: &mut Kept) -> Loaded {
    let boundary = world.boundary(root);
    let real_boundary = world.real(&boundary);
    let real_folder = world.real(root.parent().unwrap_or(Path::new("")));
    let mut load = Load {
        world,
        kept,
        boundary,
        real_boundary,
        real_folder,
        loaded: Loaded::default(),
        known: FxHashMap::default(),
        reals: FxHashMap::default(),
        bytes: 0.into(),
        edges: Vec::new(),
    };
    let wanted = Wanted { name: world.display(root), path: Some(root.to_owned()), real: world.real(root), asked: None };
    let text = load.read(&wanted);
    load.loaded.unread = text.is_err();
    load.files(wanted, text);
    load.kept.forget_unused();
    load.loaded
}

struct Load<'w> {
    world: &'w dyn World,
    kept: &'w mut Kept,
    boundary: PathBuf,
    real_boundary: PathBuf,
    /// Where the root file lies.
    real_folder: PathBuf,
    loaded: Loaded,
    /// The sources by where they really are, so that two links to one file are one file; the library's by their name.
    known: FxHashMap<PathBuf, SourceId>,
    /// Where each path that was asked for really is: asking the disk costs more than the rest of a `use`.
    reals: FxHashMap<PathBuf, PathBuf>,
    /// How much was read so far.
    bytes: AtomicU64,
    /// Which file uses which, and where it says so.
    edges: Vec<(SourceId, Span, SourceId)>,
}

/// A text to be read: its name, its path (none for the library's), where it really is (its name, for the library's), and
/// the `use` that asks for it first (none for the root).
struct Wanted {
    name: String,
    path: Option<PathBuf>,
    real: PathBuf,
    asked: Option<Span>,
}

/// A text that may have been read before, or why there is none.
type Text = Result<Fresh, Box<Refused>>;

enum Fresh {
    New(String),
    Known(Arc<Read>),
}

/// A library or a file, and the `use` that asks for it.
struct Asked {
    target: UseTarget,
    span: Span,
}

impl Load<'_> {
    fn files(&mut self, root: Wanted, text: Text) {
        let mut level = vec![(root, text)];
        while !level.is_empty() {
            let first = self.loaded.sources.len();
            for (at, (wanted, _)) in level.iter().enumerate() {
                self.known.insert(wanted.real.clone(), SourceId((first + at) as u16));
                self.loaded.paths.push(wanted.path.clone());
            }
            let (world, kept) = (self.world, &*self.kept);
            let read = |(at, (wanted, text)): (usize, (Wanted, Text))| {
                let id = SourceId((first + at) as u16);
                match text {
                    Ok(Fresh::Known(read)) => (wanted, read, None),
                    Ok(Fresh::New(text)) => {
                        let source = Source::new(wanted.name.clone(), text, wanted.path.is_none());
                        let stamp = wanted.path.as_deref().and_then(|path| world.stamp(path));
                        let read = kept.read(&wanted.real, source, stamp);
                        (wanted, read, None)
                    }
                    Err(refused) => {
                        let found = refused.inside(id, wanted.asked);
                        let shown = refused.spoilt.map_or(String::new(), |(text, _)| text);
                        let source = Arc::new(Source::new(wanted.name.clone(), shown, false));
                        (wanted, Arc::new(Read { source, stamp: None, held: Vec::new() }), Some(found))
                    }
                }
            };
            let done: Vec<_> = level.into_par_iter().enumerate().map(read).collect();
            let mut uses = Vec::new();
            for (wanted, read, refused) in done {
                let id = self.loaded.sources.add(read.source.clone());
                self.loaded.incomplete |= refused.is_some();
                self.loaded.diagnostics.extend(refused);
                for Held { range, part, uses: asks, .. } in &read.held {
                    let base = range.start as u32;
                    if *asks {
                        self.loaded.incomplete |= part.use_unread();
                        uses.extend(part.uses.iter().map(|item| Asked {
                            target: item.target.clone(),
                            span: Span::new(id, base + item.span.start, base + item.span.end),
                        }));
                    }
                    self.loaded.standing.push(Standing { part: part.clone(), source: id, base });
                }
                self.kept.keep(wanted.real, read);
            }
            level = self.next_level(&uses);
        }
        self.cycles();
    }

    /// The files that these `use`s name and that are not known yet, read.
    fn next_level(&mut self, uses: &[Asked]) -> Vec<(Wanted, Text)> {
        let mut wanted: Vec<Wanted> = Vec::new();
        let mut numbers: FxHashMap<PathBuf, usize> = FxHashMap::default();
        let mut asked: Vec<(Span, Result<SourceId, usize>)> = Vec::new();
        for item in uses {
            let Some((name, path)) = self.target(item) else { continue };
            let real = match &path {
                Some(path) => self.reals.entry(path.clone()).or_insert_with(|| self.world.real(path)).clone(),
                None => PathBuf::from(&name),
            };
            let target = match self.known.get(&real) {
                Some(id) => Ok(*id),
                None => Err(*numbers.entry(real.clone()).or_insert_with(|| {
                    wanted.push(Wanted { name, path, real, asked: Some(item.span) });
                    wanted.len() - 1
                })),
            };
            asked.push((item.span, target));
        }
        let room = MOST_FILES.saturating_sub(self.loaded.sources.len());
        if let Some((span, _)) = asked.iter().find(|(_, target)| target.is_err_and(|at| at >= room)) {
            self.refuse(too_many(*span));
        }
        wanted.truncate(room);

        let texts: Vec<Text> = wanted.par_iter().map(|wanted| self.read(wanted)).collect();
        let mut level = Vec::new();
        let mut ids = Vec::new();
        for (wanted, text) in wanted.into_iter().zip(texts) {
            let next = SourceId((self.loaded.sources.len() + level.len()) as u16);
            ids.push(match text {
                Err(refused) if refused.spoilt.is_none() => Err((wanted.name, refused)),
                // What is no text is a file of the plan all the same: its trouble has a place in it.
                text => {
                    level.push((wanted, text));
                    Ok(next)
                }
            });
        }
        for (span, target) in asked {
            match target.or_else(|at| ids.get(at).map_or(Err(None), |id| id.as_ref().copied().map_err(Some))) {
                Ok(id) => self.edges.push((span.source, span, id)),
                Err(Some((name, refused))) if refused.rule == &rules::USE_OUTSIDE => self.refuse(outside(name, span)),
                Err(Some((_, refused))) => self.refuse(refused.at(span)),
                Err(None) => {}
            }
        }
        level
    }

    /// A `use` that brings nothing.
    fn refuse(&mut self, diagnostic: Diagnostic) {
        self.loaded.incomplete = true;
        self.loaded.diagnostics.push(diagnostic);
    }

    /// What a `use` names, or nothing once it has been reported why.
    fn target(&mut self, item: &Asked) -> Option<(String, Option<PathBuf>)> {
        match &item.target {
            UseTarget::Library(name) => {
                if library(name).is_some() || self.world.library(name).is_some() {
                    return Some((format!("std/{name}.dsl"), None));
                }
                self.refuse(unknown_library(name, item.span));
                None
            }
            UseTarget::File(written) => {
                let from = self.loaded.paths[item.span.source.0 as usize].as_deref();
                let path = from.and_then(|from| within(&self.boundary, from, written));
                if path.is_none() {
                    self.refuse(outside(written, item.span));
                }
                path.map(|path| (self.world.display(&path), Some(path)))
            }
        }
    }

    /// Files that use each other in a circle are reported once a knot, by its shortest way round.
    fn cycles(&mut self) {
        let uses: Vec<(usize, usize)> = self.edges.iter().map(|(user, _, used)| (usize::from(user.0), usize::from(used.0))).collect();
        for circle in knots::circles(self.loaded.sources.len(), &uses) {
            let way: Vec<Span> = circle.way.iter().map(|at| self.edges[*at].1).collect();
            self.loaded.diagnostics.extend(cycle(&way, circle.knot));
        }
    }

    /// The text of a file, or why there is none.
    fn read(&self, wanted: &Wanted) -> Text {
        let shown = &wanted.name;
        let Some(path) = &wanted.path else {
            let name = shown.trim_start_matches("std/").trim_end_matches(".dsl");
            if let Some(text) = self.world.library(name) {
                return Ok(Fresh::New(text));
            }
            return Ok(Fresh::Known(kept::library(shown)));
        };
        if let Some(read) = self.world.stamp(path).and_then(|stamp| self.kept.stamped(&wanted.real, stamp)) {
            return Ok(Fresh::Known(read));
        }
        if !belongs(&wanted.real, &self.real_folder, &self.real_boundary) {
            return Err(Box::new(refusal(shown, Unread::Outside)));
        }
        let mut bytes = self.world.read(path).map_err(|why| Box::new(refusal(shown, why)))?;
        let before = self.bytes.fetch_add(bytes.len() as u64, Ordering::Relaxed);
        if before + bytes.len() as u64 > LARGEST_PLAN {
            return Err(Box::new(plan_too_large(shown)));
        }
        if bytes.len() as u64 > LARGEST {
            return Err(Box::new(refusal(shown, Unread::TooLarge(bytes.len() as u64))));
        }
        break_lines(&mut bytes);
        match String::from_utf8(bytes) {
            Ok(text) => Ok(Fresh::New(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))),
            Err(error) => Err(Box::new(not_utf8(shown, error.as_bytes(), error.utf8_error().valid_up_to()))),
        }
    }
}

/// Is it, all links followed, in the plan's folder and in no hidden one? A token in `.git/config` is nobody's plan.
fn belongs(real: &Path, folder: &Path, boundary: &Path) -> bool {
    let hidden = |below: &Path| below.components().any(|part| part.as_os_str().to_string_lossy().starts_with('.'));
    let below = real.strip_prefix(folder).or_else(|_| real.strip_prefix(boundary));
    below.is_ok_and(|below| !hidden(below))
}

/// A carriage return alone ends a line too, as some old files have it. No byte moves.
fn break_lines(bytes: &mut [u8]) {
    let lone: Vec<usize> = memchr::memchr_iter(b'\r', bytes).filter(|at| bytes.get(at + 1) != Some(&b'\n')).collect();
    for at in lone {
        bytes[at] = b'\n';
    }
}

/// The path that `written` names in a file `from`, if it stays below `boundary`. Backslashes are read as slashes.
fn within(boundary: &Path, from: &Path, written: &str) -> Option<PathBuf> {
    let written = written.replace('\\', "/");
    if !written.ends_with(".dsl") || written.starts_with('/') || written.contains(':') {
        return None;
    }
    let mut path = from.parent().unwrap_or(Path::new("")).to_owned();
    for component in Path::new(&written).components() {
        match component {
            // Hidden folders hold what is nobody's plan: a token in `.git/config`, for one.
            Component::Normal(part) if part.to_string_lossy().starts_with('.') => return None,
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
    fn every_kind_of_line_end() {
        for (text, expected) in [("a\r\nb\r\n", "a\r\nb\r\n"), ("a\rb\r", "a\nb\n"), ("a\r\r\n", "a\n\r\n"), ("a\n", "a\n")] {
            let mut bytes = text.as_bytes().to_vec();
            break_lines(&mut bytes);
            assert_eq!(bytes, expected.as_bytes());
        }
    }

    #[test]
    fn a_plan_stays_in_its_folder() {
        let path = |written| within(Path::new("/town/plan"), Path::new("/town/plan/axes/a.dsl"), written);
        assert_eq!(path("b.dsl"), Some(PathBuf::from("/town/plan/axes/b.dsl")));
        assert_eq!(path("../owners.dsl"), Some(PathBuf::from("/town/plan/owners.dsl")));
        assert_eq!(path("..\\owners.dsl"), Some(PathBuf::from("/town/plan/owners.dsl")));
        for out in [
            "../../secret.dsl",
            "../../plan2/x.dsl",
            "/etc/passwd",
            "/x.dsl",
            "C:\\x.dsl",
            "",
            "../../etc/passwd",
            "../.git/config",
            "../.git/x.dsl",
            "x.txt",
        ] {
            assert_eq!(path(out), None, "{out}");
        }
    }
}
