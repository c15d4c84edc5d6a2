//! What was read, kept by its text: an editor's next run parses the items that changed and no other.

use std::hash::{Hash, Hasher};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, OnceLock};

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHasher};

use super::LIBRARIES;
use crate::language::{Concept, is_policy, of_the_plan};
use crate::plan::{Part, UseTarget, alone, lower};
use crate::syntax::{Chunk, cut, parse_chunk};
use crate::text::{Source, SourceId};

/// The files of the last run, by where they really are.
#[derive(Default)]
pub struct Kept {
    files: FxHashMap<PathBuf, Arc<Read>>,
    /// Those of this run.
    next: FxHashMap<PathBuf, Arc<Read>>,
}

/// One file: its text, and what each of its items says.
pub struct Read {
    pub source: Arc<Source>,
    pub stamp: Option<u64>,
    pub held: Vec<Held>,
}

/// One item of a file.
pub struct Held {
    pub range: Range<usize>,
    chunk: Chunk,
    pub part: Arc<Part>,
    /// Does it ask for another file?
    pub uses: bool,
}

impl Kept {
    /// The file as it was read, if it has the same stamp still.
    pub fn stamped(&self, real: &Path, stamp: u64) -> Option<Arc<Read>> {
        self.files.get(real).filter(|read| read.stamp == Some(stamp)).cloned()
    }

    pub fn keep(&mut self, real: PathBuf, read: Arc<Read>) {
        self.next.insert(real, read);
    }

    /// Files that the plan does not use any more are forgotten.
    pub fn forget_unused(&mut self) {
        self.files = std::mem::take(&mut self.next);
    }

    /// Reads a text, item by item; an item that an earlier text of the file has is not read again.
    pub fn read(&self, real: &Path, source: Source, stamp: Option<u64>) -> Arc<Read> {
        let before = self.files.get(real);
        if let Some(same) =
            before.filter(|before| before.stamp == stamp && before.source.text == source.text && before.source.name == source.name)
        {
            return same.clone();
        }
        let held = items(&source.text, before.map(|before| (before.source.text.as_str(), before.held.as_slice())));
        Arc::new(Read { source: Arc::new(source), stamp, held })
    }
}

fn items(text: &str, before: Option<(&str, &[Held])>) -> Vec<Held> {
    let known: FxHashMap<u64, &Held> =
        before.iter().flat_map(|(old, held)| held.iter().map(|held| (fingerprint(&old[held.range.clone()], &held.chunk), held))).collect();
    let old = before.map_or("", |(old, _)| old);
    let read = |chunk: Chunk| {
        let range = chunk.range.clone();
        let item = &text[range.clone()];
        let chunk = alone(&chunk);
        let same = |held: &&&Held| {
            held.chunk.unbalanced == chunk.unbalanced && held.chunk.too_deep == chunk.too_deep && old[held.range.clone()] == *item
        };
        let found = if known.is_empty() { None } else { known.get(&fingerprint(item, &chunk)).filter(same) };
        match found {
            Some(held) => Held { range, chunk, part: held.part.clone(), uses: held.uses },
            None => {
                let part = part_of(item, &chunk);
                let uses = !part.uses.is_empty() || part.use_unread();
                Held { range, chunk, part: Arc::new(part), uses }
            }
        }
    };
    let chunks = cut(text);
    if text.len() < 1 << 16 { chunks.into_iter().map(read).collect() } else { chunks.into_par_iter().with_min_len(8).map(read).collect() }
}

/// The files and libraries that a text asks for, where it asks for a file at all: only what names one needs to be read.
pub fn asked(text: &str) -> Vec<UseTarget> {
    let asks = |text: &str| memchr::memmem::find(text.as_bytes(), b".dsl").is_some();
    if !asks(text) {
        return Vec::new();
    }
    let chunks = cut(text).into_iter().filter(|chunk| asks(&text[chunk.range.clone()]));
    chunks.flat_map(|chunk| part_of(&text[chunk.range.clone()], &alone(&chunk)).uses.into_iter().map(|item| item.target)).collect()
}

/// Does a text say that it is a strategy?
pub fn holds_strategy(text: &str) -> bool {
    cut(text)
        .iter()
        .any(|chunk| part_of(&text[chunk.range.clone()], &alone(chunk)).entities.iter().any(|row| row.concept == Concept::Strategy))
}

/// Does a text hold policies, thresholds or settings?
pub fn holds_policies(text: &str) -> bool {
    cut(text).iter().any(|chunk| is_policy(&text[chunk.range.clone()]))
}

/// What an item says. Of one that holds policies, the plan itself reads at most the `use` that it begins with.
fn part_of(item: &str, chunk: &Chunk) -> Part {
    let policy = is_policy(item);
    let own = if policy { of_the_plan(item) } else { item };
    let own_chunk = Chunk { range: 0..own.len(), too_deep: chunk.too_deep.filter(|_| !policy), unbalanced: chunk.unbalanced && !policy };
    let (tree, shape) = parse_chunk(SourceId(0), own, &own_chunk);
    let mut part = lower(own, &tree);
    part.diagnostics.splice(0..0, shape);
    part.policy = policy.then_some(item.len() as u32);
    part
}

fn fingerprint(item: &str, chunk: &Chunk) -> u64 {
    let mut hasher = FxHasher::default();
    (item, chunk.unbalanced, chunk.too_deep).hash(&mut hasher);
    hasher.finish()
}

/// The library, each file of it read once a process, when a plan first asks for it.
static READ: LazyLock<Vec<OnceLock<Arc<Read>>>> = LazyLock::new(|| LIBRARIES.iter().map(|_| OnceLock::new()).collect());

/// A library by the name of its source: `std/roles.dsl`. It is there: the name was made from it.
pub fn library(shown: &str) -> Arc<Read> {
    let name = shown.trim_start_matches("std/").trim_end_matches(".dsl");
    let known = LIBRARIES.iter().position(|(known, _)| *known == name);
    let read = |at: usize| {
        let source = Source::new(shown, LIBRARIES[at].1.to_owned(), true);
        let held = items(&source.text, None);
        Arc::new(Read { source: Arc::new(source), stamp: Some(0), held })
    };
    known.map_or_else(
        || Arc::new(Read { source: Arc::new(Source::new(shown, String::new(), true)), stamp: None, held: Vec::new() }),
        |at| READ[at].get_or_init(|| read(at)).clone(),
    )
}
