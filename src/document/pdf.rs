//! Typst in the process. The only place that knows Typst.
//!
//! In: the bundle. Out: a PDF/UA-1 file, and PDF/A-2a where it has a date; the same bytes for the same bundle.

use std::cell::Cell;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{LazyLock, Once};

use typst::diag::{FileError, FileResult, SourceDiagnostic, Warned};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World, WorldExt};
use typst_kit::fonts::{FontStore, embedded};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use super::bundle::{Bundle, FONTS, MAIN};
use super::{Failure, Pdf, unkept};

/// Layout nests as deep as the document does; a thread's usual stack is small in a debug build.
const STACK: usize = 32 << 20;

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

pub fn compile(bundle: &Bundle) -> Result<Pdf, Failure> {
    quieten();
    AT_WORK.fetch_add(1, Ordering::Relaxed);
    let done = compile_apart(bundle);
    AT_WORK.fetch_sub(1, Ordering::Relaxed);
    done
}

/// How many documents are in the making.
static AT_WORK: AtomicUsize = AtomicUsize::new(0);

thread_local! {
    /// This thread is Typst's.
    static QUIET: Cell<bool> = const { Cell::new(false) };
}

/// Should Typst break off, that is told in our words, without its trace: on the thread that it is given, and on those that it shares. What
/// breaks off elsewhere is told as ever.
fn quieten() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let usual = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |broken| {
            let shared = rayon::current_thread_index().is_some() && AT_WORK.load(Ordering::Relaxed) > 0;
            if !shared && !QUIET.get() {
                usual(broken);
            }
        }));
    });
}

fn compile_apart(bundle: &Bundle) -> Result<Pdf, Failure> {
    std::thread::scope(|scope| {
        let work = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, || {
            QUIET.set(true);
            compile_here(bundle)
        });
        match work.map(|work| work.join()) {
            Ok(Ok(result)) => result,
            Ok(Err(_)) => Err(Failure::Typst("Typst stopped unexpectedly".to_owned())),
            Err(error) => Err(Failure::Io("thread".to_owned(), error)),
        }
    })
}

fn compile_here(bundle: &Bundle) -> Result<Pdf, Failure> {
    let world = Files::new(bundle)?;
    let said = |errors: &[SourceDiagnostic]| Failure::Typst(errors.iter().map(|error| world.say(error)).collect::<Vec<_>>().join("\n"));
    let Warned { output, .. } = typst::compile::<PagedDocument>(&world);
    let document = output.map_err(|errors| said(&errors))?;
    // What Typst keeps for a second run is not for us: the pages alone make the file.
    typst::comemo::evict(0);
    let mut warnings: Vec<_> = bundle.warning.iter().cloned().collect();
    let mut kept = bundle.standards;
    let bytes = loop {
        match typst_pdf::pdf(&document, &options(standards(kept))) {
            Ok(bytes) => break bytes,
            // A document that a standard refuses is still a document.
            Err(errors) => {
                let Some((last, others)) = kept.split_last() else { return Err(said(&errors)) };
                let why = errors.first().map(|error| error.message.to_string()).unwrap_or_default();
                warnings.push(unkept(last.1, &why));
                kept = others;
            }
        }
    };
    Ok(Pdf { bytes, pages: Some(document.pages().len()), warnings })
}

fn standards(kept: &[(&str, &str)]) -> PdfStandards {
    let known = kept.iter().filter_map(|(name, _)| match *name {
        "ua-1" => Some(PdfStandard::Ua_1),
        "a-2a" => Some(PdfStandard::A_2a),
        _ => None,
    });
    PdfStandards::new(&known.collect::<Vec<_>>()).unwrap_or_default()
}

/// Nothing of the machine or of the moment: the template sets the date, if any.
fn options(standards: PdfStandards) -> PdfOptions {
    let creator = format!("{} {}", env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION"));
    PdfOptions { creator: Smart::Custom(Some(creator)), timestamp: None, standards, ..PdfOptions::default() }
}

/// The bundle as Typst's world: nothing else can be read.
struct Files<'a> {
    bundle: &'a Bundle,
    main: Source,
    fonts: FontStore,
}

impl<'a> Files<'a> {
    fn new(bundle: &'a Bundle) -> Result<Files<'a>, Failure> {
        let mut fonts = FontStore::new();
        for (_, bytes) in bundle.files.iter().filter(|(path, _)| path.starts_with(FONTS) && path.ends_with(".otf")) {
            for font in Font::iter(Bytes::new(bytes.to_vec())) {
                let info = font.info().clone();
                fonts.push((font, info));
            }
        }
        fonts.extend(embedded());
        let absent = || Failure::Typst(format!("{MAIN} is not in the bundle"));
        let path = VirtualPath::new(MAIN).map_err(|_| absent())?;
        let text = bundle.file(MAIN).and_then(|bytes| std::str::from_utf8(bytes).ok()).ok_or_else(absent)?;
        let main = Source::new(RootedPath::new(VirtualRoot::Project, path).intern(), text.to_owned());
        Ok(Files { bundle, main, fonts })
    }

    fn bytes(&self, id: FileId) -> FileResult<&[u8]> {
        let path = id.vpath().get_without_slash();
        let known = matches!(id.root(), VirtualRoot::Project).then(|| self.bundle.file(path)).flatten();
        known.ok_or_else(|| FileError::NotFound(path.into()))
    }

    /// `main.typ:12: unknown variable: x`
    fn say(&self, error: &SourceDiagnostic) -> String {
        let place = error.span.id().and_then(|id| {
            let source = self.source(id).ok()?;
            let line = source.lines().byte_to_line(self.range(error.span)?.start)?;
            Some(format!("{}:{}: ", id.vpath().get_without_slash(), line + 1))
        });
        let hints: String = error.hints.iter().map(|hint| format!("\n  {}", hint.v)).collect();
        format!("{}{}{hints}", place.unwrap_or_default(), error.message)
    }
}

impl World for Files<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() {
            return Ok(self.main.clone());
        }
        let text = std::str::from_utf8(self.bytes(id)?).map_err(|_| FileError::InvalidUtf8)?;
        Ok(Source::new(id, text.to_owned()))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.bytes(id).map(|bytes| Bytes::new(bytes.to_vec()))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.font(index)
    }

    /// No clock.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::glyphs;

    /// `glyphs.txt` promises what the fonts hold, no more.
    #[test]
    fn the_table_of_glyphs_is_the_fonts() {
        let bundle = crate::document::bundle(&crate::document::document(&crate::analysis::testing::plan(""), &Default::default()));
        let files = Files::new(&bundle).expect("a bundle has its template");
        let fonts: Vec<Font> = (0..).map_while(|at| files.font(at)).collect();
        let held = |code: u32| fonts.iter().any(|font| font.info().coverage.contains(code));
        let printable = |c: u32| char::from_u32(c).is_some_and(|c| !c.is_control()) && !(0xE000..=0xF8FF).contains(&c) && c < 0xF0000;
        let (mut promised, mut more) = (0, 0);
        for code in (0..0x2FFFF).filter(|code| printable(*code)) {
            match (char::from_u32(code).is_some_and(glyphs::known), held(code)) {
                (true, held) => {
                    assert!(held, "U+{code:04X} is promised and in no font");
                    promised += 1;
                }
                (false, held) => more += usize::from(held),
            }
        }
        // Fonts also list a few characters for which they draw the empty box.
        assert!(promised > 7_000 && more < 50, "{promised} promised, {more} more held: make glyphs.txt again");
    }
}
