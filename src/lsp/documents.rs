//! The texts that the editor holds, and the disk seen through them.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use gen_lsp_types::{Position, Range, Uri};
use serde::Deserialize;

use super::uri;
use crate::load::{Disk, Ground, LARGEST, Listing, Unread, World, plans_above};
use crate::text::LineIndex;

pub struct Document {
    pub version: i32,
    pub text: String,
    /// When the text became what it is, on the documents' clock.
    changed: u64,
}

/// One edit: a whole text or, with a range, a part of it.
#[derive(Deserialize)]
pub struct Change {
    pub range: Option<Range>,
    pub text: String,
}

/// Open documents by path. One that is no file (`untitled:…`) has its address for a path, which is not absolute.
#[derive(Default)]
pub struct Documents {
    open: HashMap<PathBuf, Document>,
    /// How the editor spells an address: kept when it closes a document, so that what is published there can be cleared.
    spelt: HashMap<PathBuf, Uri>,
    /// Goes on with every change of a text or of the files: no two texts have one stamp.
    clock: u64,
    /// When files may have changed last.
    files: u64,
    told: Told,
}

/// What the disk told since files may have changed: asking it costs more than all the rest of an analysis.
#[derive(Default)]
struct Told {
    real: Mutex<HashMap<PathBuf, PathBuf>>,
    boundary: Mutex<HashMap<PathBuf, PathBuf>>,
    above: Mutex<HashMap<PathBuf, Vec<PathBuf>>>,
    exists: Mutex<HashMap<PathBuf, bool>>,
}

/// What is known for a path, or what `ask` says.
fn known<T: Clone>(table: &Mutex<HashMap<PathBuf, T>>, path: &Path, ask: impl FnOnce() -> T) -> T {
    let mut table = table.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = table.get(path) {
        return known.clone();
    }
    let told = ask();
    table.insert(path.to_owned(), told.clone());
    told
}

impl Documents {
    /// Out: another address under which the same file was known, which the newest spelling replaces.
    pub fn open(&mut self, uri: Uri, version: i32, text: String, disk: &Disk) -> Option<Uri> {
        let path = path_of(&uri, disk);
        let changed = self.tick();
        self.open.insert(path.clone(), Document { version, text, changed });
        self.spelt.insert(path, uri.clone()).filter(|old| *old != uri)
    }

    /// A spelling that another one replaced closes nothing.
    pub fn close(&mut self, uri: &Uri, disk: &Disk) {
        let path = path_of(uri, disk);
        if self.spelt.get(&path) == Some(uri) {
            self.open.remove(&path);
        }
    }

    pub fn get(&self, path: &Path) -> Option<&Document> {
        self.open.get(path)
    }

    /// A document whose text is about to change.
    pub fn get_mut(&mut self, path: &Path) -> Option<&mut Document> {
        let changed = self.tick();
        let document = self.open.get_mut(path)?;
        document.changed = changed;
        Some(document)
    }

    /// Files may have come, gone or changed: nothing that the disk told holds any more.
    pub fn files_changed(&mut self) {
        self.files = self.tick();
        self.told = Told::default();
    }

    fn tick(&mut self) -> u64 {
        self.clock += 1;
        self.clock
    }

    pub fn paths(&self) -> impl Iterator<Item = &PathBuf> {
        self.open.keys()
    }

    pub fn uri(&self, path: &Path) -> Uri {
        self.spelt.get(path).cloned().unwrap_or_else(|| Uri(uri::from_path(path)))
    }
}

pub fn path_of(uri: &Uri, disk: &Disk) -> PathBuf {
    uri::to_path(&uri.0).map_or_else(|| PathBuf::from(&uri.0), |path| disk.absolute(&path))
}

impl Document {
    /// Applies one change. A range past the text's end, or upside down, is brought back into it.
    pub fn change(&mut self, change: Change) {
        let Some(range) = change.range else {
            self.text = change.text;
            return;
        };
        let lines = LineIndex::new(&self.text);
        let offset = |position: Position| lines.offset_of_utf16(&self.text, position.line, position.character) as usize;
        let (start, end) = (offset(range.start), offset(range.end));
        self.text.replace_range(start.min(end)..start.max(end), &change.text);
    }
}

/// The disk, with the open documents in front of it.
pub struct Overlay<'a> {
    pub disk: &'a Disk,
    pub documents: &'a Documents,
    pub folders: &'a [PathBuf],
}

impl World for Overlay<'_> {
    fn read(&self, path: &Path) -> Result<Vec<u8>, Unread> {
        match self.documents.get(path) {
            Some(document) if document.text.len() as u64 > LARGEST => Err(Unread::TooLarge(document.text.len() as u64)),
            Some(document) => Ok(document.text.clone().into_bytes()),
            // What an unsaved document uses lies nowhere.
            None if !path.is_absolute() => Err(Unread::NotFound),
            None => self.disk.read(path),
        }
    }

    fn boundary(&self, root: &Path) -> PathBuf {
        if !root.is_absolute() {
            return root.parent().unwrap_or(Path::new("")).to_owned();
        }
        known(&self.documents.told.boundary, root, || self.disk.boundary(root))
    }

    fn real(&self, path: &Path) -> PathBuf {
        if !path.is_absolute() {
            return path.to_owned();
        }
        known(&self.documents.told.real, path, || self.disk.real(path))
    }

    fn stamp(&self, path: &Path) -> Option<u64> {
        Some(self.documents.get(path).map_or(self.documents.files, |document| document.changed))
    }

    fn display(&self, path: &Path) -> String {
        let below = self.folders.iter().filter_map(|folder| path.strip_prefix(folder).ok()).filter(|below| !below.as_os_str().is_empty());
        let below = below.min_by_key(|below| below.as_os_str().len());
        below.unwrap_or(path).to_string_lossy().replace('\\', "/")
    }
}

impl Ground for Overlay<'_> {
    fn is_file(&self, path: &Path) -> bool {
        self.documents.get(path).is_some() || known(&self.documents.told.exists, path, || path.is_file())
    }

    fn is_work_tree(&self, folder: &Path) -> bool {
        self.disk.is_work_tree(folder)
    }

    fn is_top(&self, folder: &Path) -> bool {
        self.folders.iter().any(|known| known == folder) || self.disk.is_top(folder)
    }

    fn list(&self, folder: &Path, most: usize) -> Listing {
        self.disk.list(folder, most)
    }
}

impl Overlay<'_> {
    /// Every `plan.dsl` that may use a file, the nearest first.
    pub fn plans_above(&self, path: &Path) -> Vec<PathBuf> {
        if !path.is_absolute() {
            return Vec::new();
        }
        known(&self.documents.told.above, path, || plans_above(self, path))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// From a line and column to another: what takes their place.
    type Edit<'a> = ((u32, u32), (u32, u32), &'a str);

    fn after(text: &str, changes: &[Edit<'_>]) -> String {
        let mut document = Document { version: 0, text: text.to_owned(), changed: 0 };
        for ((line, character), (end_line, end_character), text) in changes {
            let (start, end) = (Position { line: *line, character: *character }, Position { line: *end_line, character: *end_character });
            document.change(Change { range: Some(Range { start, end }), text: (*text).to_owned() });
        }
        document.text
    }

    #[test]
    fn edits_count_in_utf16_and_follow_one_another() {
        assert_eq!(after("é 😀 x", &[((0, 5), (0, 6), "y")]), "é 😀 y");
        assert_eq!(after("a\nb\n", &[((0, 1), (0, 1), "1"), ((1, 0), (2, 0), "")]), "a1\n");
        assert_eq!(after("a\r\nb\r\n", &[((0, 1), (1, 0), "")]), "ab\r\n");
        assert_eq!(after("a\r\nb", &[((0, 1), (0, 1), "\r\nc")]), "a\r\nc\r\nb");
        assert_eq!(after("a\rb\rc", &[((2, 0), (2, 1), "C"), ((1, 1), (2, 0), "")]), "a\rbC");
        assert_eq!(after("", &[((0, 0), (0, 0), "x")]), "x");
    }

    #[test]
    fn stale_ranges_are_brought_back() {
        assert_eq!(after("ab\ncd", &[((0, 99), (1, 99), "-")]), "ab-");
        assert_eq!(after("ab", &[((7, 0), (9, 9), "-")]), "ab-");
        assert_eq!(after("abc", &[((0, 2), (0, 1), "-")]), "a-c");
        assert_eq!(after("a\r\nb", &[((0, 9), (0, 9), "-")]), "a-\r\nb", "never between the two halves of a line break");
        assert_eq!(after("😀", &[((0, 1), (0, 1), "-")]), "😀-", "never between the two halves of a character");
        assert_eq!(after("a", &[((u32::MAX, u32::MAX), (u32::MAX, u32::MAX), "-")]), "a-");
    }

    #[test]
    fn a_whole_text_takes_the_place() {
        let mut document = Document { version: 0, text: "old".to_owned(), changed: 0 };
        document.change(Change { range: None, text: "new".to_owned() });
        assert_eq!(document.text, "new");
    }

    #[test]
    fn a_stamp_is_of_one_text() {
        let disk = Disk::new().unwrap();
        let path = disk.absolute(Path::new("nowhere/plan.dsl"));
        let uri = Uri(uri::from_path(&path));
        let mut documents = Documents::default();
        let stamp = |documents: &Documents| Overlay { disk: &disk, documents, folders: &[] }.stamp(&path);
        let mut seen = vec![stamp(&documents)];
        documents.open(uri.clone(), 1, "a".to_owned(), &disk);
        documents.files_changed();
        seen.push(stamp(&documents));
        assert_eq!(seen[1], stamp(&documents), "an unchanged text keeps its stamp");
        documents.get_mut(&path).unwrap().change(Change { range: None, text: "b".to_owned() });
        seen.push(stamp(&documents));
        documents.close(&uri, &disk);
        documents.files_changed();
        seen.push(stamp(&documents));
        documents.files_changed();
        seen.push(stamp(&documents));
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), 5, "{seen:?}");
    }

    #[test]
    fn what_the_disk_told_holds_until_files_change() {
        let folder = tempfile::tempdir().unwrap();
        let (disk, mut documents) = (Disk::new().unwrap(), Documents::default());
        let (plan, axis) = (folder.path().join("plan.dsl"), folder.path().join("axis.dsl"));
        let folders = [folder.path().to_owned()];
        let above = |documents: &Documents| Overlay { disk: &disk, documents, folders: &folders }.plans_above(&axis);
        assert!(above(&documents).is_empty());
        std::fs::write(&plan, "").unwrap();
        assert!(above(&documents).is_empty());
        documents.files_changed();
        assert_eq!(above(&documents), [plan]);
    }
}
