//! What can be read in two ways: `and` and `or` between the same two brackets, and two comparisons in a row.
//!
//! In: the flat row of a term. Out: what is wrong with it. A condition behind `where` ends with the brackets around it, so its `and` is of
//! the same level as an `or` before it.

use std::ops::Range;

use pest::iterators::Pair;

use super::words::{short, word_of};
use super::wrong::Wrong;
use crate::diagnostic::rules;
use crate::say;
use crate::syntax::parse::Rule;

/// The first operator that is not like those before it.
pub fn mixed(term: Pair<Rule>, text: &str) -> Option<Wrong> {
    let (first, other) = other_than(term, &mut None)?;
    let (one, two) = (&text[first.clone()], &text[other.clone()]);
    let wrong = Wrong::new(
        other,
        say!("« {one} » et « {two} » se mélangent : on ne sait pas lequel s'applique en premier."; "\"{one}\" and \"{two}\" are mixed: nobody knows which applies first.", one, two),
        say!("Mettez des parenthèses, ou une condition par ligne."; "Use parentheses, or a line each."),
    );
    Some(wrong.rule(&rules::AND_OR_MIXED).label(first, say!("il est mêlé à celui-ci"; "it is mixed with this one")))
}

/// The first `and` or `or`, and the first that is not the same.
fn other_than(term: Pair<Rule>, first: &mut Option<(Rule, Range<usize>)>) -> Option<(Range<usize>, Range<usize>)> {
    for pair in term.into_inner() {
        let rule = pair.as_rule();
        let found = match rule {
            Rule::and | Rule::or => {
                let place = pair.as_span().start()..pair.as_span().end();
                match first {
                    Some((known, at)) if *known != rule => Some((at.clone(), place)),
                    Some(_) => None,
                    None => {
                        *first = Some((rule, place));
                        None
                    }
                }
            }
            Rule::exists | Rule::no | Rule::every | Rule::aggregate => {
                pair.into_inner().filter(|inner| inner.as_rule() == Rule::term).find_map(|inner| other_than(inner, first))
            }
            // What stands before `then` and before `else` ends there.
            Rule::choice => {
                pair.into_inner().filter(|inner| inner.as_rule() == Rule::term).last().and_then(|inner| other_than(inner, first))
            }
            _ => None,
        };
        if found.is_some() {
            return found;
        }
    }
    None
}

/// `a < b < c`.
pub fn two_comparisons(term: Pair<Rule>, text: &str) -> Option<Wrong> {
    let (mut before, mut either): (Option<Range<usize>>, bool) = (None, false);
    for pair in term.clone().into_inner() {
        let place = pair.as_span().start()..pair.as_span().end();
        match (pair.as_rule(), before.take()) {
            (Rule::compare, Some(first)) => {
                let or_follows = term.into_inner().any(|pair| pair.as_rule() == Rule::or);
                return Some(in_a_row(text, first, place, either || or_follows));
            }
            (Rule::compare, None) => before = Some(place),
            (Rule::and, _) => {}
            (Rule::or, _) => either = true,
            (_, known) => before = known,
        }
    }
    None
}

fn in_a_row(text: &str, first: Range<usize>, second: Range<usize>, either: bool) -> Wrong {
    let wrong = Wrong::new(
        second.clone(),
        say!("Deux comparaisons se suivent : on ne sait ce qui est comparé à quoi."; "Two comparisons follow each other: nobody knows what is compared with what."),
        say!("Écrivez deux conditions jointes par `et`, la donnée du milieu dans chacune : `fiche.coût > 10 k€ et fiche.coût < 20 k€`. Si la première est dans un `nombre de`, mettez ce compte entre parenthèses."; "Write two conditions joined by `and`, the value in the middle in each: `sheet.cost > 10 k€ and sheet.cost < 20 k€`. Where the first is within a `number of`, put that count in parentheses."),
    );
    let wrong = wrong.rule(&rules::TWO_COMPARISONS).label(first.clone(), say!("la première est ici"; "the first one is here"));
    let ordered = |place: &Range<usize>| matches!(&text[place.clone()], "<" | ">" | "<=" | ">=" | "≤" | "≥");
    if either || !ordered(&first) || !ordered(&second) {
        return wrong;
    }
    let middle = text[first.end..second.start].trim();
    let and = word_of(text, "et", "and");
    wrong.fix(
        say!("Répéter `{middle}` après `{and}`"; "Repeat `{middle}` after `{and}`", middle = short(middle), and),
        second.start..second.start,
        format!("{and} {middle} "),
    )
}
