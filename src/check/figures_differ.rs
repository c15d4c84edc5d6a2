//! Two figures of one thing, of one date and scope, that differ: two sources of one fact.

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::Facts;
use crate::diagnostic::{Diagnostic, Lang, Say, rules, suggest, two};
use crate::language::Concept;
use crate::language::concepts::plan::figure;
use crate::plan::{Entity, EntityId, Figure, Seen, show_figure};
use crate::say;

pub fn check(facts: &Facts<'_>, out: &mut Vec<Diagnostic>) {
    let mut known: FxHashMap<Thing, Entity<'_>> = FxHashMap::default();
    for second in facts.plan.all(Concept::Figure) {
        let Some(first) = Thing::of(second).and_then(|thing| known.insert(thing, second)) else { continue };
        let (Some((seen, one)), Some((other, two))) = (value(first), value(second)) else { continue };
        // Of texts, what they say.
        if one == two && (one != Figure::Text || seen.text() == other.text()) {
            continue;
        }
        let (title, one, two) = (second.titled(), words(seen), words(other));
        out.push(
            Diagnostic::new(
                &rules::MEASURES_DIFFER,
                second.place(),
                say!("« {title} » a deux valeurs : {one} ; {two}."; "\"{title}\" has two values: {one}; {two}.", title, one, two),
                say!("Gardez celui qui est vérifié, ou dites de chacun sa date et sa `source`."; "Keep the one that is verified, or tell the date and the `source` of each."),
            )
            .label(first.place(), say!("l'autre valeur"; "the other value")),
        );
    }
}

/// What a figure is of: a title in a block, of a scope, at a date.
#[derive(PartialEq, Eq, Hash)]
struct Thing(Option<EntityId>, String, Option<String>, Option<(Date, Date)>);

impl Thing {
    /// Nothing where a part of it could not be read: it may be another.
    fn of(figure: Entity<'_>) -> Option<Thing> {
        if figure.get(figure::ON).is_unknown() || figure.get(figure::SCOPE).is_unknown() {
            return None;
        }
        let title = suggest::fold(&figure.title().is()?);
        let scope = figure.text(figure::SCOPE).map(|scope| suggest::fold(&scope));
        let date = figure.is_given(figure::ON).map(|on| (on.start.first, on.end.last));
        Some(Thing(figure.parent().map(|parent| parent.id), title, scope, date))
    }
}

fn value(figure: Entity<'_>) -> Option<(Seen<'_>, Figure)> {
    Some((figure.seen(figure::VALUE.at)?, figure.is_given(figure::VALUE)?))
}

fn words(seen: Seen<'_>) -> Say {
    Say::of(two(show_figure(seen, None, Lang::Fr), show_figure(seen, None, Lang::En)))
}

#[cfg(test)]
mod tests {
    use crate::analysis::testing::{found, plan};

    #[test]
    fn two_figures_of_one_thing() {
        let count = |lines: &str| found(&plan(&format!("strategy \"S\" {{\n{lines}\n}}\n")), "measures-differ").len();
        assert_eq!(found(&plan("figure \"Founders\" 5\nfigure \"Founders\" 3\n"), "measures-differ").len(), 1, "at the margin");
        assert_eq!(count("figure \"Founders\" 5\nfigure \"founders\" 3"), 1);
        assert_eq!(count("figure \"Founders\" 5 on 2015\nfigure \"Founders\" 3 on 2015"), 1);
        assert_eq!(count("figure \"Founders\" \"a few\"\nfigure \"Founders\" \"many\""), 1);
        assert_eq!(count("figure \"Founders\" 5\nfigure \"Founders\" 5"), 0);
        assert_eq!(count("figure \"Founders\" 5 on 2015\nfigure \"Founders\" 3 on 2016"), 0, "they may have left");
        assert_eq!(count("figure \"Users\" 60 % {\nscope \"town\"\n}\nfigure \"Users\" 40 % {\nscope \"country\"\n}"), 0);
        assert_eq!(count("figure \"Founders\" 5 on 2015-13\nfigure \"Founders\" 3 on 2015-14"), 0, "what cannot be read is told once");
        assert_eq!(count("figure \"Founders\" 5\ndiagnosis \"D\" {\nfigure \"Founders\" 3\n}"), 0, "of two things");
    }
}
