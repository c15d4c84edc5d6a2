//! The very files that Typst reads, in the process or not.

use std::borrow::Cow;
use std::io;
use std::path::Path;

use rustc_hash::FxHashSet;
use serde_json::Value;

use super::glyphs;
use super::model::{Document, Paper};
use crate::diagnostic::Say;
use crate::figure;

/// The template's file.
pub const MAIN: &str = "main.typ";
/// The data's file, which the template reads.
pub const DATA: &str = "strategy.json";
/// What the colours need of it: read apart, as the whole is large.
const COLOURS: &str = "colours.json";
/// The folder of the fonts.
pub const FONTS: &str = "fonts";

const STRATEGY: &[u8] = include_bytes!("../../stdlib/documents/main.typ");
const PAPER: &[u8] = include_bytes!("../../stdlib/documents/paper.typ");

/// What both stand on.
const FILES: &[(&str, &[u8])] = &[
    ("look.typ", include_bytes!("../../stdlib/documents/look.typ")),
    ("figure.typ", include_bytes!("../../stdlib/documents/figure.typ")),
    ("page.typ", include_bytes!("../../stdlib/documents/page.typ")),
    ("parts.typ", include_bytes!("../../stdlib/documents/parts.typ")),
    ("fonts/Inter-Regular.otf", figure::REGULAR),
    ("fonts/Inter-Bold.otf", figure::BOLD),
    ("fonts/Inter-Italic.otf", include_bytes!("../../stdlib/documents/fonts/Inter-Italic.otf")),
    ("fonts/OFL.txt", include_bytes!("../../stdlib/documents/fonts/OFL.txt")),
];

/// Everything that a document is made from.
pub struct Bundle {
    /// Paths with `/`, and what they hold.
    pub files: Vec<(Cow<'static, str>, Cow<'static, [u8]>)>,
    /// Characters that had to be replaced.
    pub warning: Option<Say>,
    /// The standards to keep, as Typst calls them; with each a name for people. An archive takes no document without a date.
    pub standards: &'static [(&'static str, &'static str)],
}

/// Access for all, and an archive that keeps it.
const DATED: &[(&str, &str)] = &[("ua-1", "PDF/UA-1"), ("a-2a", "PDF/A-2a")];
const UNDATED: &[(&str, &str)] = &[("ua-1", "PDF/UA-1")];

/// In: a strategy. Out: its files, whose texts can all be printed.
pub fn bundle(document: &Document) -> Bundle {
    // A document is structs, strings and finite numbers: it always has a JSON form.
    whole(STRATEGY, serde_json::to_value(document).unwrap_or_default(), document.identity.date.is_some())
}

/// The same of a paper.
pub fn bundle_of(paper: &Paper) -> Bundle {
    let mut data = serde_json::to_value(paper).unwrap_or_default();
    let mut here = FxHashSet::default();
    places(&data, &mut here);
    unlinked(&mut data, &here);
    whole(PAPER, data, paper.identity.date.is_some())
}

/// The places that something may lead to.
fn places(data: &Value, out: &mut FxHashSet<String>) {
    match data {
        Value::Object(fields) => {
            out.extend(fields.get("id").and_then(Value::as_str).map(str::to_owned));
            fields.values().for_each(|field| places(field, out));
        }
        Value::Array(items) => items.iter().for_each(|item| places(item, out)),
        _ => {}
    }
}

/// What leads to a sheet that is in another document is a text here.
fn unlinked(data: &mut Value, here: &FxHashSet<String>) {
    match data {
        Value::Object(fields) => {
            let led = fields.get("to").and_then(Value::as_str).is_some_and(|to| !here.contains(to));
            if led && fields.get("kind").is_some_and(|kind| kind == "ref") {
                fields.insert("kind".to_owned(), "text".into());
            } else if led {
                fields.insert("to".to_owned(), Value::Null);
            }
            fields.values_mut().for_each(|field| unlinked(field, here));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| unlinked(item, here)),
        _ => {}
    }
}

fn whole(main: &'static [u8], mut data: Value, dated: bool) -> Bundle {
    let lost = glyphs::printable(&mut data);
    let text = |data: &Value| {
        let mut json = serde_json::to_vec(data).unwrap_or_default();
        json.push(b'\n');
        json
    };
    let colours = match data.get("accent") {
        Some(accent) => serde_json::json!({ "accent": accent }),
        None => serde_json::json!({}),
    };
    let mut files = vec![(Cow::Borrowed(MAIN), Cow::Borrowed(main))];
    files.extend(FILES.iter().map(|(path, bytes)| (Cow::Borrowed(*path), Cow::Borrowed(*bytes))));
    files.push((Cow::Borrowed(COLOURS), Cow::Owned(text(&colours))));
    files.push((Cow::Borrowed(DATA), Cow::Owned(text(&data))));
    Bundle { files, warning: glyphs::warning(&lost), standards: if dated { DATED } else { UNDATED } }
}

impl Bundle {
    /// Puts a file in: a picture, or one of an authority's own template in the place of ours. The data are ours alone.
    pub fn put(&mut self, path: &str, bytes: Vec<u8>) {
        if path == DATA || path == COLOURS {
            return;
        }
        self.files.retain(|(known, _)| known != path);
        self.files.push((Cow::Owned(path.to_owned()), Cow::Owned(bytes)));
    }

    pub fn file(&self, path: &str) -> Option<&[u8]> {
        self.files.iter().find(|(known, _)| known == path).map(|(_, bytes)| bytes.as_ref())
    }

    /// Writes every file below a folder, which is made if needed. `write` says how one file is written.
    pub fn write(&self, folder: &Path, write: impl Fn(&Path, &[u8]) -> io::Result<()>) -> io::Result<()> {
        for (path, bytes) in &self.files {
            let path = folder.join(path.as_ref());
            if let Some(parent) = path.parent() {
                std::fs::create_dir_all(parent)?;
            }
            write(&path, bytes)?;
        }
        Ok(())
    }
}
