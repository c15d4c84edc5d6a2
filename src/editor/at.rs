//! What stands at an offset of a source: a keyword, something that the plan holds, a file, or a value.

use std::path::{Component, Path};

use super::statement::Item;
use crate::analysis::Analysis;
use crate::language::Row;
use crate::plan::{Entity, Plan, Seen, Value, references_in};
use crate::syntax::{Part, PartKind};
use crate::text::{SourceId, Span};

pub enum Thing<'a> {
    /// And what it opens, if that is known by neither name nor title.
    Keyword(Row, Option<Entity<'a>>),
    /// Where it is defined, or where it is meant.
    Entity(Entity<'a>),
    /// A file of the plan, named by a `use`.
    File(SourceId),
    Value(Seen<'a>),
}

/// In: any offset, inside the text or not. Out: the thing there with the words that were pointed at.
pub fn at(analysis: &Analysis, source: SourceId, offset: u32) -> Option<(Span, Thing<'_>)> {
    let item = Item::at(analysis, source, offset)?;
    let statement = item.way(offset).1.filter(|statement| offset <= item.tree.node(statement.node).end)?;
    let plan = &analysis.plan;
    let part = part_at(plan, source, offset);
    let words = item.tree.parts(statement.node);
    if let Some((row, count)) = statement.keyword
        && let Some([first, .., last] | [first @ last]) = words.get(..count)
        && offset <= last.end
    {
        let span = Span::new(source, first.start, last.end);
        let mut nameless = part.into_iter().flat_map(|part| plan.entities_of(part));
        return Some((span, Thing::Keyword(row, nameless.find(|entity| entity.keyword() == span && is_nameless(*entity)))));
    }
    let (word, part) = (word_at(words, offset)?, part?);
    if word.kind == PartKind::Word
        && let Some((span, entity)) = named(plan, part, source, offset)
    {
        return Some((span, Thing::Entity(entity)));
    }
    let thing = match (value(plan, part, source, offset), word.kind) {
        (Some(seen), PartKind::Text) if seen.cell.value == Value::Library => Thing::File(used(analysis, source, &seen.text())?),
        (Some(seen), _) => Thing::Value(seen),
        (None, PartKind::Text) => Thing::Entity(titled(plan, part, source, offset)?),
        (None, _) => return None,
    };
    Some((Span::new(source, word.start, word.end), thing))
}

/// The word that holds the offset; between two that touch, the second.
fn word_at(words: &[Part], offset: u32) -> Option<&Part> {
    words.iter().rev().find(|word| word.start <= offset && offset <= word.end)
}

/// The part of the plan at an offset: they stand in the order of the files and of the text.
fn part_at(plan: &Plan, source: SourceId, offset: u32) -> Option<u32> {
    let after = plan.parts.partition_point(|placed| (placed.source, placed.base) <= (source, offset));
    let at = after.checked_sub(1).filter(|at| plan.parts[*at].source == source)?;
    u32::try_from(at).ok()
}

/// What a name at the offset stands for: elsewhere, or here.
fn named(plan: &Plan, part: u32, source: SourceId, offset: u32) -> Option<(Span, Entity<'_>)> {
    let here = |span: Span| span.contains(source, offset);
    let meant = references_in(plan, part).find(|(span, _)| here(*span));
    meant.or_else(|| plan.entities_of(part).find_map(|entity| entity.name_span().filter(|name| here(*name)).map(|name| (name, entity))))
}

/// What has no name is known by its title.
fn titled(plan: &Plan, part: u32, source: SourceId, offset: u32) -> Option<Entity<'_>> {
    let known_by_it = |entity: &Entity<'_>| entity.name().is_none() && entity.title().is().is_some();
    plan.entities_of(part).find(|entity| entity.head().contains(source, offset) && known_by_it(entity))
}

fn is_nameless(entity: Entity<'_>) -> bool {
    entity.name().is_none() && entity.title().is_absent()
}

fn value(plan: &Plan, part: u32, source: SourceId, offset: u32) -> Option<Seen<'_>> {
    let here = |seen: &Seen<'_>| seen.span().contains(source, offset);
    plan.entities_of(part).flat_map(values).filter(here).flat_map(Seen::members).find(here)
}

/// Every value of something that was written, in the order of the table.
pub fn values(entity: Entity<'_>) -> impl Iterator<Item = Seen<'_>> {
    (0u8..).take(entity.concept_row().fields.len()).filter_map(move |at| entity.seen(at))
}

/// What stands between the quotes of some words, by its place in them; all of what stands between none.
pub fn unquoted(words: &str) -> std::ops::Range<usize> {
    let bare = words.trim_matches(['"', '«', '»', '“', '”', ' ', '\u{a0}', '\u{202f}']);
    let start = bare.as_ptr() as usize - words.as_ptr() as usize;
    start..start + bare.len()
}

/// The source that `use "written"` brings in, if it could be read.
pub fn used(analysis: &Analysis, source: SourceId, written: &str) -> Option<SourceId> {
    let from = analysis.paths.get(usize::from(source.0))?.as_ref()?;
    let mut path = from.parent()?.to_owned();
    for component in Path::new(&written.replace('\\', "/")).components() {
        match component {
            Component::Normal(part) => path.push(part),
            Component::CurDir => {}
            Component::ParentDir => {
                path.pop();
            }
            Component::RootDir | Component::Prefix(_) => return None,
        }
    }
    let known = analysis.paths.iter().position(|known| known.as_ref() == Some(&path))?;
    u16::try_from(known).ok().map(SourceId)
}

/// A path as seen from a folder, with `/`: as a `use` names it.
pub fn relative(folder: &Path, path: &Path) -> String {
    let (own, theirs): (Vec<Component<'_>>, Vec<Component<'_>>) = (folder.components().collect(), path.components().collect());
    let common = own.iter().zip(&theirs).take_while(|(a, b)| a == b).count();
    let up = own[common..].iter().map(|_| "..".to_owned());
    let down = theirs[common..].iter().map(|part| part.as_os_str().to_string_lossy().into_owned());
    up.chain(down).collect::<Vec<_>>().join("/")
}
