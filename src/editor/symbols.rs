//! What a file holds, as a tree.

use crate::analysis::Analysis;
use crate::diagnostic::{Lang, suggest};
use crate::language::{Concept, Slot};
use crate::plan::Entity;
use crate::policy::judge::own_policies;
use crate::policy::written::{PolicyText, Step, Written};
use crate::text::{SourceId, Span};

/// What a [`Symbol`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    Of(Concept),
    Pack,
    Policy,
    Threshold,
}

#[derive(Debug, Clone)]
pub struct Symbol {
    pub sort: Sort,
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
    let mut found: Vec<Symbol> = roots.filter_map(|entity| symbol(entity, lang)).collect();
    found.extend(policies(analysis, lang).into_iter().filter(|symbol| symbol.whole.source == source));
    found.sort_by_key(|symbol| symbol.whole.start);
    found
}

/// The packs with their policies, the policies and the thresholds of a plan's own files.
fn policies(analysis: &Analysis, lang: Lang) -> Vec<Symbol> {
    let own = |span: &Span| !analysis.sources.get(span.source).library;
    let spoken = analysis.plan.parts.iter().any(|placed| placed.part.policy.is_some() && !analysis.sources.get(placed.source).library);
    if !spoken {
        return Vec::new();
    }
    let written: Written = own_policies(&analysis.plan);
    let made = |sort: Sort, whole: Span, name: &Step, title: &str| Symbol {
        sort,
        name: name.word.clone(),
        title: Some(title.to_owned()).filter(|title| !title.is_empty()),
        whole: closed(analysis, whole),
        place: Span::new(whole.source, name.at.start, name.at.end),
        children: Vec::new(),
        within: None,
    };
    let policy = |policy: &PolicyText| {
        let made = made(Sort::Policy, policy.whole, &policy.name, policy.title.of(lang));
        Symbol { name: policy.code.as_ref().map_or(made.name, |code| code.word.clone()), ..made }
    };
    let pack = |(number, pack): (usize, &crate::policy::written::PackText)| {
        let within = Some(if pack.title.is_empty() { pack.name.word.clone() } else { pack.title.clone() });
        let inner = written.policies.iter().filter(|policy| policy.pack == Some(number));
        let children = inner.map(policy).map(|symbol| Symbol { within: within.clone(), ..symbol }).collect();
        Symbol { children, ..made(Sort::Pack, pack.whole, &pack.name, &pack.title) }
    };
    let packs = written.packs.iter().enumerate().map(pack);
    let alone = written.policies.iter().filter(|policy| policy.pack.is_none()).map(policy);
    let thresholds = written.thresholds.iter().map(|one| made(Sort::Threshold, one.whole, &one.name, &one.title));
    packs.chain(alone).chain(thresholds).filter(|symbol| own(&symbol.whole)).collect()
}

/// With the brace that closes its block.
fn closed(analysis: &Analysis, whole: Span) -> Span {
    let brace = analysis.sources.get(whole.source).text[whole.end as usize..].starts_with('}');
    Span::new(whole.source, whole.start, whole.end + u32::from(brace))
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
        let Some(rank) = rank(&sought, name, title) else { continue };
        if let Some(one) = flat(entity, Vec::new(), lang) {
            found.push((rank, one));
        }
    }
    for mut one in policies(analysis, lang) {
        let inner = std::mem::take(&mut one.children);
        for one in std::iter::once(one).chain(inner) {
            // A policy is found by its name as well as by its code.
            let name = format!("{} {}", suggest::fold(&one.name), suggest::fold(analysis.sources.slice(one.place)));
            found.extend(rank(&sought, Some(name), one.title.as_deref().map(suggest::fold)).map(|rank| (rank, one)));
        }
    }
    found.sort_by_key(|(rank, _)| *rank);
    found.truncate(MOST);
    found.into_iter().map(|(_, symbol)| symbol).collect()
}

/// How well a name or a title fits what is sought: the best is the least.
fn rank(sought: &str, name: Option<String>, title: Option<String>) -> Option<u8> {
    let place = |text: Option<String>| text.and_then(|text| text.find(sought));
    match (place(name), place(title)) {
        (Some(0), _) => Some(0),
        (_, Some(0)) => Some(1),
        (Some(_), _) => Some(2),
        (None, Some(_)) => Some(3),
        (None, None) => None,
    }
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
    Some(Symbol { sort: Sort::Of(row.concept), name, title, whole, place: entity.place(), children, within })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::testing;

    fn shown(symbols: &[Symbol], depth: usize, out: &mut String) {
        for symbol in symbols {
            let title = symbol.title.as_deref().unwrap_or("-");
            let sort = format!("{:?}", symbol.sort);
            let sort = sort.trim_start_matches("Of(").trim_end_matches(')');
            out.push_str(&format!("{}{} {sort} {title}\n", "  ".repeat(depth), symbol.name));
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

    const RULES: &str = "seuil plancher \"Plancher\" {\n  à partir du 2026-01-01: 3 €\n}\nrecueil maison \"Règles de la maison\" {\n  règle des-mesures {\n    code POL-01\n    titre fr \"Des mesures\" en \"Measures\"\n  }\n}\nrègle seule {\n  titre fr \"Seule\"\n}\n";

    #[test]
    fn policies_are_told_as_the_text_holds_them() {
        let analysis = testing::plan(&format!("{RULES}pilote o \"O\"\n"));
        let all = symbols(&analysis, SourceId(0), Lang::Fr);
        let mut out = String::new();
        shown(&all, 0, &mut out);
        assert_eq!(
            out,
            "plancher Threshold Plancher\nmaison Pack Règles de la maison\n  POL-01 Policy Des mesures\nseule Policy Seule\no Owner O\n"
        );
        sound(&all);
        let text = &analysis.sources.get(SourceId(0)).text;
        assert!(text[all[1].whole.range()].ends_with("}\n}"), "with its block");
        for words in ["pol-01", "des-mes", "des mesures"] {
            let found = found_in(&analysis, words, Lang::Fr);
            assert_eq!(found.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["POL-01"], "{words}");
        }
    }

    #[test]
    fn ranges_hold_in_every_cut_text() {
        let whole = format!("axis x \"X\" {{\n{GOALS}\n}}\nowner o \"O\"\n{RULES}");
        for end in (0..=whole.len()).filter(|end| whole.is_char_boundary(*end)) {
            sound(&symbols(&testing::plan(&whole[..end]), SourceId(0), Lang::Fr));
        }
    }
}
