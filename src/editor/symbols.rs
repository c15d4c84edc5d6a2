//! What a file holds, as a tree.

use crate::analysis::Analysis;
use crate::diagnostic::{Lang, suggest};
use crate::language::{Concept, Slot};
use crate::plan::Entity;
use crate::text::{SourceId, Span};

#[derive(Debug, Clone)]
pub struct Symbol {
    pub concept: Concept,
    /// Never empty.
    pub name: String,
    pub title: Option<String>,
    /// With its block; holds `place` and the children.
    pub whole: Span,
    pub place: Span,
    pub children: Vec<Symbol>,
    /// What holds it, by title or name.
    pub within: Option<String>,
}

/// What one source holds that has a name or a title, in the order of the text.
pub fn symbols(analysis: &Analysis, source: SourceId, lang: Lang) -> Vec<Symbol> {
    let plan = &analysis.plan;
    let parts = (0u32..).zip(&plan.parts).filter(|(_, placed)| placed.source == source);
    let roots = parts.flat_map(|(part, _)| plan.entities_of(part).filter(|entity| entity.parent().is_none()));
    roots.filter_map(|entity| symbol(entity, lang)).collect()
}

/// No more symbols of all files at once.
const MOST: usize = 500;

/// What a plan's own files hold whose name or title holds the words, accents or not: those that begin so first. Without children.
pub fn found_in(analysis: &Analysis, words: &str, lang: Lang) -> Vec<Symbol> {
    let sought = suggest::fold(words.trim());
    let own = |entity: &Entity<'_>| !analysis.sources.get(entity.head().source).library;
    let mut found: Vec<(u8, Symbol)> = Vec::new();
    for entity in analysis.plan.entities().filter(own) {
        let (name, title) = (entity.name().map(suggest::fold), entity.title().is().map(|title| suggest::fold(&title)));
        let place = |text: &Option<String>| text.as_ref().and_then(|text| text.find(&sought));
        let rank = match (place(&name), place(&title)) {
            (Some(0), _) => 0,
            (_, Some(0)) => 1,
            (Some(_), _) => 2,
            (None, Some(_)) => 3,
            (None, None) => continue,
        };
        if let Some(one) = flat(entity, Vec::new(), lang) {
            found.push((rank, one));
        }
    }
    found.sort_by_key(|(rank, _)| *rank);
    found.truncate(MOST);
    found.into_iter().map(|(_, symbol)| symbol).collect()
}

/// Nothing for a line of a budget or of a funding plan.
fn symbol(entity: Entity<'_>, lang: Lang) -> Option<Symbol> {
    flat(entity, entity.children().filter_map(|child| symbol(child, lang)).collect(), lang)
}

fn flat(entity: Entity<'_>, children: Vec<Symbol>, lang: Lang) -> Option<Symbol> {
    let row = entity.concept_row();
    if row.name == Slot::None && !(row.title == Slot::Due && row.block) {
        return None;
    }
    let mut title = entity.title().is().map(|title| title.into_owned());
    let name = match entity.name() {
        Some(name) => name.to_owned(),
        // What needs no name is known by its title.
        None if row.name == Slot::Either && title.is_some() => title.take().unwrap_or_default(),
        None => row.spelling(lang).to_owned(),
    };
    let whole = children.iter().fold(entity.whole().to(entity.place()), |whole, child| whole.to(child.whole));
    let within = entity.parent().map(|parent| parent.titled().into_owned());
    Some(Symbol { concept: row.concept, name, title, whole, place: entity.place(), children, within })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::testing;

    fn shown(symbols: &[Symbol], depth: usize, out: &mut String) {
        for symbol in symbols {
            let title = symbol.title.as_deref().unwrap_or("-");
            out.push_str(&format!("{}{} {:?} {title}\n", "  ".repeat(depth), symbol.name, symbol.concept));
            shown(&symbol.children, depth + 1, out);
        }
    }

    fn sound(symbols: &[Symbol]) {
        for symbol in symbols {
            let (whole, place) = (symbol.whole, symbol.place);
            assert!(whole.start <= place.start && place.end <= whole.end && !symbol.name.is_empty(), "{symbol:?}");
            assert!(symbol.children.iter().all(|child| whole.start <= child.whole.start && child.whole.end <= whole.end), "{symbol:?}");
            sound(&symbol.children);
        }
    }

    const GOALS: &str = "goal g \"G\" {\n milestone m \"M\" on 2028\n milestone \"Nameless\" on 2029\n action a \"A\" {\n  indicator i \"I\" {\n  target 3\n }\n }\n}\ngoal h \"H\" {}";

    #[test]
    fn the_tree_follows_the_text() {
        let analysis = testing::goals(GOALS);
        let symbols = symbols(&analysis, SourceId(0), Lang::En);
        let mut out = String::new();
        shown(&symbols, 0, &mut out);
        assert_eq!(
            out,
            "strategy Strategy S\nx Axis X\n  g Goal G\n    m Milestone M\n    Nameless Milestone -\n    a Action A\n      i Indicator I\n  h Goal H\n"
        );
        sound(&symbols);
        let text = &analysis.sources.get(SourceId(0)).text;
        assert!(text[symbols[1].whole.range()].ends_with("{}\n}"), "with its block");
        assert_eq!(&text[symbols[1].place.range()], "x");
    }

    #[test]
    fn ranges_hold_in_every_cut_text() {
        let whole = format!("axis x \"X\" {{\n{GOALS}\n}}\nowner o \"O\"\n");
        for end in (0..=whole.len()).filter(|end| whole.is_char_boundary(*end)) {
            sound(&symbols(&testing::plan(&whole[..end]), SourceId(0), Lang::Fr));
        }
    }
}
