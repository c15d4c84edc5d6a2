//! Another name for a thing, wherever it is named; or why not.

use rayon::prelude::*;

use super::at::{Thing, at, unquoted};
use super::policy_names;
use super::references::{Mention, mentions};
use super::test_plan::TestPlan;
use crate::analysis::Analysis;
use crate::diagnostic::Say;
use crate::language::{Concept, Slot};
use crate::plan::{Entity, Placed, alone, lower};
use crate::say;
use crate::syntax::{PartKind, cut, parse_chunk, tokens};
use crate::text::names::canonical;
use crate::text::typography::shortened;
use crate::text::{SourceId, Span};

/// The name at an offset, which may be changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Renaming {
    pub span: Span,
    pub name: String,
}

/// May the name there be changed? Nothing where no name stands.
pub fn renaming(analysis: &Analysis, source: SourceId, offset: u32) -> Result<Option<Renaming>, Say> {
    if let Some(test) = TestPlan::at(analysis, source, offset) {
        let found = renaming(&test.analysis, test.source, test.offset)?;
        return Ok(found.and_then(|found| Some(Renaming { span: test.asked(found.span)?, ..found })));
    }
    if let Some(called) = policy_names::at(analysis, source, offset) {
        policy_names::may_change(analysis, &called)?;
        return Ok(Some(Renaming { span: called.span, name: analysis.sources.slice(called.span).to_owned() }));
    }
    let Some((span, entity)) = named(analysis, source, offset) else { return Ok(None) };
    may_change(analysis, entity)?;
    Ok(Some(Renaming { span, name: analysis.sources.slice(span).to_owned() }))
}

/// In: a name for the thing at an offset. Out: what is to be written instead, place by place, in the order of the files and of the text;
/// or why the name cannot be taken.
pub fn rename(analysis: &Analysis, source: SourceId, offset: u32, name: &str) -> Result<Vec<(Span, String)>, Say> {
    if let Some(test) = TestPlan::at(analysis, source, offset) {
        // What stands in the way is told where the author finds it.
        let told = |span: Span| match test.analysis.sources.get(span.source).library {
            true => place(&test.analysis, span),
            false => place(analysis, test.told_at(span)),
        };
        let edits = changed(&test.analysis, test.source, test.offset, name, &told)?;
        return Ok(test.renamed(edits, name.trim()));
    }
    if let Some(called) = policy_names::at(analysis, source, offset) {
        let name = name.trim();
        may_be_a_name(name)?;
        return policy_names::renamed(analysis, &called, name);
    }
    changed(analysis, source, offset, name, &|span| place(analysis, span))
}

/// A file and a line, for a message.
type Place = (String, u32);

fn place(analysis: &Analysis, span: Span) -> Place {
    (analysis.sources.get(span.source).name.clone(), analysis.sources.start(span).line)
}

/// The name of something in a plan. `told`: where a message says that something stands.
fn changed(
    analysis: &Analysis,
    source: SourceId,
    offset: u32,
    name: &str,
    told: &(dyn Fn(Span) -> Place + Sync),
) -> Result<Vec<(Span, String)>, Say> {
    let Some((_, entity)) = named(analysis, source, offset) else {
        return Err(say!("Il n'y a pas de nom ici."; "There is no name here."));
    };
    may_change(analysis, entity)?;
    let name = name.trim();
    may_be_a_name(name)?;
    let old = entity.name().unwrap_or_default();
    if canonical(old) == canonical(name) {
        return Ok(Vec::new());
    }
    if let Some(other) = taken(entity, name) {
        return Err(clash(analysis, other, name, told));
    }
    // A second spelling of it, or its title, stays as it is.
    let edits: Vec<(Span, String)> =
        mentions(analysis, entity).into_iter().filter_map(|mention| edit(analysis, mention, old, name)).collect();
    misread(analysis, &edits, name, told).map_or(Ok(edits), Err)
}

fn named(analysis: &Analysis, source: SourceId, offset: u32) -> Option<(Span, Entity<'_>)> {
    match at(analysis, source, offset)? {
        (span, Thing::Entity(entity)) => entity.name().is_some().then(|| (inner(analysis, span, source, offset), entity)),
        (_, Thing::Keyword(..) | Thing::File(_) | Thing::Value(_)) => None,
    }
}

/// Without the quotes of a name that stands between some.
fn inner(analysis: &Analysis, span: Span, source: SourceId, offset: u32) -> Span {
    let bare = unquoted(analysis.sources.slice(span));
    let inner = Span::new(span.source, span.start + bare.start as u32, span.start + bare.end as u32);
    if inner.contains(source, offset) { inner } else { span }
}

fn may_change(analysis: &Analysis, entity: Entity<'_>) -> Result<(), Say> {
    let defined = entity.name_span().map(|span| analysis.sources.get(span.source));
    match defined {
        Some(source) if source.library => {
            let (name, file) = (shortened(entity.name().unwrap_or_default()), &source.name);
            Err(
                say!("`{name}` vient de la bibliothèque ({file}) : son nom ne se change pas ici."; "`{name}` comes from the library ({file}): its name is not changed here.", name, file),
            )
        }
        Some(_) => match library_s(analysis, entity) {
            Some(file) => {
                let name = shortened(entity.name().unwrap_or_default());
                Err(
                    say!("`{name}` tient la place du `{name}` de la bibliothèque ({file}) : sous un autre nom, les règles ne le reconnaîtraient plus."; "`{name}` stands for the library's `{name}` ({file}): under another name the policies would not know it any more.", name, file),
                )
            }
            None => Ok(()),
        },
        None => Ok(()),
    }
}

/// The library's file that defines the same name of the same kind, which the plan's own takes the place of.
fn library_s<'a>(analysis: &'a Analysis, entity: Entity<'_>) -> Option<&'a str> {
    let name = entity.name().map(canonical).filter(|_| !entity.concept_row().local)?;
    let alike = |other: &Entity<'_>| other.is(entity.concept()) || (other.is_actor() && entity.is_actor());
    let same = |other: &Entity<'_>| alike(other) && other.name().is_some_and(|other| canonical(other) == name);
    let source = |other: Entity<'_>| analysis.sources.get(other.place().source);
    analysis.plan.entities().filter(same).map(source).find(|source| source.library).map(|source| source.name.as_str())
}

fn may_be_a_name(name: &str) -> Result<(), Say> {
    let (words, wrong) = tokens(name);
    let one = matches!(words.as_slice(), [word] if word.kind == PartKind::Word && word.end as usize == name.len()) && wrong.is_none();
    if one && !name.contains('.') && reads_as(name) {
        return Ok(());
    }
    let shown = shortened(name);
    Err(match name.is_empty() {
        true => say!("Il manque le nouveau nom."; "The new name is missing."),
        false => {
            say!("« {shown} » ne peut être un nom : un nom commence par une lettre, puis viennent des lettres, des chiffres, `-` ou `_`, sans espace."; "\"{shown}\" cannot be a name: a name begins with a letter, followed by letters, digits, `-` or `_`, without blanks.", shown)
        }
    })
}

/// Is it read as a name where one is due?
fn reads_as(name: &str) -> bool {
    let read = read(&format!("axe x \"X\" {{\n  objectif {name} \"T\" {{\n  }}\n}}\n"));
    read.is_some_and(|(part, wrong)| wrong.is_empty() && part.entities.get(1).is_some_and(|row| row.name.written().is_some()))
}

/// What has that name where this one's holds.
fn taken<'a>(entity: Entity<'a>, name: &str) -> Option<Entity<'a>> {
    let name = canonical(name);
    let same = |other: &Entity<'a>| *other != entity && other.name().is_some_and(|other| canonical(other) == name);
    let plan = entity.plan;
    // `guichet.portail` is a milestone of it or an action: no two of them have one name.
    let holder = entity.parent().filter(|parent| entity.concept_row().local || parent.is_sheet());
    let beside = holder.and_then(|parent| parent.children().find(same));
    if entity.concept_row().local {
        return beside;
    }
    let everywhere = |other: &Entity<'a>| other.concept_row().name != Slot::None && !other.concept_row().local;
    beside.or_else(|| plan.entities().find(|other| everywhere(other) && (same(other) || is_also(*other, &name))))
}

/// Is it a second spelling of a theme, a barrier, a must-have?
fn is_also(entity: Entity<'_>, name: &str) -> bool {
    use crate::language::concepts::plan::also::ALSO;
    matches!(entity.concept(), Concept::Theme | Concept::MustHave | Concept::Barrier)
        && entity.members(ALSO).any(|seen| canonical(&seen.text()) == name)
}

fn clash(analysis: &Analysis, other: Entity<'_>, name: &str, told: &(dyn Fn(Span) -> Place + Sync)) -> Say {
    let place = other.place();
    let (file, line) = told(place);
    let (name, kind) = (shortened(name), other.concept_row().one());
    match analysis.sources.get(place.source).library {
        true => {
            say!("`{name}` est déjà {kind} de la bibliothèque ({file}) : choisissez un autre nom."; "`{name}` is already {kind} of the library ({file}): choose another name.", name, kind, file)
        }
        false => {
            say!("`{name}` est déjà {kind} ({file}, ligne {line}) : choisissez un autre nom."; "`{name}` is already {kind} ({file}, line {line}): choose another name.", name, kind, file, line)
        }
    }
}

fn edit(analysis: &Analysis, mention: Mention, old: &str, name: &str) -> Option<(Span, String)> {
    let written = analysis.sources.slice(mention.span);
    if canonical(written) == canonical(old) {
        return Some((mention.span, name.to_owned()));
    }
    // Between quotes, where a name was due.
    let bare = crate::syntax::plain(written);
    (canonical(&bare) == canonical(old)).then(|| (mention.span, written.replacen(bare.trim(), name, 1)))
}

/// Is a line read otherwise with the new name? `dépend de fin`, where `fin` is a word of the language. Only the items that change are
/// read again.
fn misread<'a>(analysis: &'a Analysis, edits: &[(Span, String)], name: &str, told: &(dyn Fn(Span) -> Place + Sync)) -> Option<Say> {
    let plan = &analysis.plan;
    let before = |source: SourceId, at: u32| edits.partition_point(|(span, _)| (span.source, span.start) < (source, at));
    let touched = |(at, placed): (usize, &'a Placed)| {
        let next = plan.parts.get(at + 1).filter(|next| next.source == placed.source).map(|next| next.base);
        let text = &plan.sources.get(placed.source).text;
        let end = next.unwrap_or(text.len() as u32);
        // They stand in the order of the files and of the text.
        let own = &edits[before(placed.source, placed.base)..before(placed.source, end)];
        (!own.is_empty()).then(|| (placed, &text[placed.base as usize..end as usize], own))
    };
    let touched: Vec<_> = plan.parts.iter().enumerate().filter_map(touched).collect();
    touched.par_iter().find_map_first(|(placed, text, own)| {
        let mut item = (*text).to_owned();
        for (span, name) in own.iter().rev() {
            item.replace_range((span.start - placed.base) as usize..(span.end - placed.base) as usize, name);
        }
        // A sound item is known as it was read; of another, what is wrong in it has to stay the same.
        let same = read(&item).is_some_and(|(after, telling)| match telling.is_empty() && placed.part.diagnostics.is_empty() {
            true => alike(&placed.part, &after),
            false => read(text).is_some_and(|(before, told)| told == telling && alike(&before, &after)),
        });
        if same {
            return None;
        }
        let (first, _) = own.first()?;
        let (file, line) = told(*first);
        let name = shortened(name);
        Some(
            say!("`{name}` est un mot de la langue : {file}, vers la ligne {line}, se lirait autrement. Choisissez un autre nom."; "`{name}` is a word of the language: {file}, near line {line}, would be read otherwise. Choose another name.", name, file, line),
        )
    })
}

fn alike(before: &crate::plan::Part, after: &crate::plan::Part) -> bool {
    before.same_facts(after) && before.references.len() == after.references.len()
}

/// An item as it is read alone, and the rules of what is wrong in it; nothing where the text is not one item.
fn read(text: &str) -> Option<(crate::plan::Part, Vec<&'static str>)> {
    let chunks = cut(text);
    let [chunk] = chunks.as_slice() else { return None };
    let item = &text[chunk.range.clone()];
    let (tree, shape) = parse_chunk(SourceId(0), item, &alone(chunk));
    let part = lower(item, &tree);
    let rules = shape.iter().chain(&part.diagnostics).map(|found| found.rule.id).collect();
    Some((part, rules))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::testing;
    use crate::diagnostic::Lang;

    const PLAN: &str = "utiliser std.roles\npilote cia \"CIAS\"\naxe x \"X\" {\n  /// Après `guichet.fin`.\n  objectif suite \"Suite\" {\n    pilote cia\n    dépend de guichet.fin\n  }\n  objectif guichet \"G\" {\n    pilote CDO\n    jalon fin \"Fin\" au 2027-12\n    action portail \"P\"\n  }\n}\n";

    fn renamed(word: &str, name: &str) -> Result<String, String> {
        let analysis = testing::plan(PLAN);
        let offset = PLAN.find(word).unwrap() as u32;
        let edits = rename(&analysis, SourceId(0), offset, name).map_err(|why| why.show(Lang::Fr))?;
        let mut text = PLAN.to_owned();
        edits.iter().rev().for_each(|(span, name)| text.replace_range(span.range(), name));
        Ok(text)
    }

    #[test]
    fn a_name_changes_everywhere_and_nothing_else_does() {
        assert_eq!(renamed("guichet \"", "accueil").unwrap(), PLAN.replace("guichet", "accueil"));
        assert_eq!(
            renamed("fin \"", "livraison").unwrap(),
            PLAN.replace("guichet.fin", "guichet.livraison").replace("fin \"", "livraison \"")
        );
        assert_eq!(renamed("cia\n", "équipe-2").unwrap(), PLAN.replace("cia", "équipe-2"));
        assert_eq!(renamed("guichet \"", "guichet").unwrap(), PLAN);
    }

    #[test]
    fn a_name_that_cannot_be_taken_is_refused_with_its_reason() {
        let why = |word: &str, name: &str| renamed(word, name).unwrap_err();
        assert_eq!(why("guichet \"", "suite"), "`suite` est déjà un objectif (plan.dsl, ligne 5) : choisissez un autre nom.");
        assert_eq!(why("fin \"", "portail"), "`portail` est déjà une action (plan.dsl, ligne 12) : choisissez un autre nom.");
        assert_eq!(why("cia \"", "DSI"), "`DSI` est déjà un pilote de la bibliothèque (std/roles.dsl) : choisissez un autre nom.");
        assert_eq!(why("CDO\n", "chef"), "`CDO` vient de la bibliothèque (std/roles.dsl) : son nom ne se change pas ici.");
        for wrong in ["deux mots", "1er", "a.b", "", "a\"b", "a{", "été,"] {
            assert!(why("guichet \"", wrong).contains("nom"), "{wrong}");
        }
        assert_eq!(why("axe", "a"), "Il n'y a pas de nom ici.");
    }

    #[test]
    fn what_may_be_renamed_is_told_with_its_place() {
        let analysis = testing::plan(PLAN);
        let at = |word: &str| renaming(&analysis, SourceId(0), PLAN.find(word).unwrap() as u32);
        assert_eq!(at("guichet.fin\n").unwrap().unwrap().name, "guichet");
        assert_eq!(at("objectif").unwrap(), None);
        assert_eq!(at("2027-12").unwrap(), None);
        assert!(at("CDO\n").is_err());
    }
}
