//! What a file holds, as a tree.

use super::at::Item;
use crate::analysis::Analysis;
use crate::diagnostic::Lang;
use crate::language::{Concept, row};
use crate::plan::{AuthorityId, AxisId, GoalId, OwnerId};
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

/// The items of one source, in the order of the text.
pub fn symbols(analysis: &Analysis, source: SourceId, lang: Lang) -> Vec<Symbol> {
    let plan = &analysis.plan;
    let tree = Outline { analysis, source, lang };
    let axes = plan.axes.iter().enumerate().filter_map(|(at, axis)| {
        let goals = axis.goals.iter().filter_map(|goal| tree.goal(*goal)).collect();
        tree.symbol(Item::Axis(AxisId(at as u32)), goals)
    });
    let mut symbols: Vec<Symbol> = std::iter::once(Item::Strategy)
        .chain((0..plan.authorities.len() as u32).map(|at| Item::Authority(AuthorityId(at))))
        .chain((0..plan.owners.len() as u32).map(|at| Item::Owner(OwnerId(at))))
        .filter_map(|item| tree.symbol(item, Vec::new()))
        .chain(axes)
        .collect();
    symbols.sort_by_key(|symbol| symbol.whole.start);
    symbols
}

struct Outline<'a> {
    analysis: &'a Analysis,
    source: SourceId,
    lang: Lang,
}

impl Outline<'_> {
    fn goal(&self, id: GoalId) -> Option<Symbol> {
        let goal = self.analysis.plan.goal(id);
        let actions = goal.actions.iter().filter_map(|action| self.goal(*action));
        let milestones = (0..goal.sheet.milestones.len()).filter_map(|at| self.symbol(Item::Milestone(id, at), Vec::new()));
        let indicators = (0..goal.sheet.indicators.len()).filter_map(|at| self.symbol(Item::Indicator(id, at), Vec::new()));
        self.symbol(Item::Goal(id), actions.chain(milestones).chain(indicators).collect())
    }

    fn symbol(&self, item: Item, mut children: Vec<Symbol>) -> Option<Symbol> {
        let plan = &self.analysis.plan;
        let header = item.header(plan).filter(|header| header.span.source == self.source)?;
        let concept = item.concept(plan);
        let mut title = header.title.as_ref().map(|title| title.value.clone()).filter(|title| !title.trim().is_empty());
        let name = match (header.name, item) {
            (Some(name), _) => self.analysis.sources.slice(name.0).to_owned(),
            // A milestone without a name is known by its title.
            (None, Item::Milestone(..) | Item::Indicator(..)) if title.is_some() => title.take().unwrap_or_default(),
            _ => row(concept).spelling(self.lang).to_owned(),
        };
        children.sort_by_key(|child| child.whole.start);
        let whole = children.iter().fold(header.whole.to(header.place()), |whole, child| whole.to(child.whole));
        Some(Symbol { concept, name, title, whole, place: header.place(), children })
    }
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
