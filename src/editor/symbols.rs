//! What a file holds, as a tree.

use crate::analysis::Analysis;
use crate::diagnostic::Lang;
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
}

/// What one source holds that has a name or a title, in the order of the text.
pub fn symbols(analysis: &Analysis, source: SourceId, lang: Lang) -> Vec<Symbol> {
    let plan = &analysis.plan;
    let parts = (0u32..).zip(&plan.parts).filter(|(_, placed)| placed.source == source);
    let roots = parts.flat_map(|(part, _)| plan.entities_of(part).filter(|entity| entity.parent().is_none()));
    roots.filter_map(|entity| symbol(entity, lang)).collect()
}

/// Nothing for a line of a budget or of a funding plan.
fn symbol(entity: Entity<'_>, lang: Lang) -> Option<Symbol> {
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
    let children: Vec<Symbol> = entity.children().filter_map(|child| symbol(child, lang)).collect();
    let whole = children.iter().fold(entity.whole().to(entity.place()), |whole, child| whole.to(child.whole));
    Some(Symbol { concept: row.concept, name, title, whole, place: entity.place(), children })
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
