//! The changes of a plan that a policy offers, as the one writer of edits takes them.

use super::kinds::FactRow;
use crate::diagnostic::{Diagnostic, Lang, Mend};
use crate::plan::{Entity, Plan};
use crate::say;
use crate::text::Span;

/// What goes with a member of a list, or with a statement: its comma, or its whole line where nothing else stands on it.
pub fn removed(plan: &Plan, span: Span, member: bool) -> Span {
    let text = &plan.sources.get(span.source).text;
    let (start, end) = (span.start as usize, span.end as usize);
    let blanks = |c: char| matches!(c, ' ' | '\t' | '\u{a0}' | '\u{202f}');
    let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let line_end = text[end..].find('\n').map_or(text.len(), |at| end + at + 1);
    if member {
        let behind = text[end..].trim_start_matches(blanks);
        if let Some(rest) = behind.strip_prefix(',') {
            let next = rest.trim_start_matches(|c: char| blanks(c) || matches!(c, '\n' | '\r'));
            return Span::new(span.source, span.start, (text.len() - next.len()) as u32);
        }
        let before = text[..start].trim_end_matches(|c: char| blanks(c) || matches!(c, '\n' | '\r'));
        if let Some(rest) = before.strip_suffix(',') {
            return Span::new(span.source, rest.len() as u32, span.end);
        }
        // The only one: its statement goes.
        return Span::new(span.source, line_start as u32, line_end as u32);
    }
    let alone = text[line_start..start].trim().is_empty() && text[end..line_end].trim().is_empty();
    if alone { Span::new(span.source, line_start as u32, line_end as u32) } else { span }
}

/// A field's value in the place of what it says now, or a line with it.
pub fn written(entity: Entity<'_>, row: &'static FactRow, value: &str, lang: Lang, diagnostic: Diagnostic) -> Diagnostic {
    let fields = (0u8..).zip(entity.concept_row().fields);
    let spelt = |field: &crate::language::FieldRow| {
        field.en[0] == row.en || field.fr[0] == row.fr || row.written().is_some_and(|(_, own)| std::ptr::eq(own, field))
    };
    let known = fields.into_iter().find(|(_, field)| spelt(field));
    let title = say!("Écrire `{value}`"; "Write `{value}`", value = value.to_owned());
    if let Some((at, field)) = known {
        return match entity.seen(at) {
            Some(seen) => diagnostic.edit(title, Mend::Replace { span: seen.span(), text: value.to_owned() }),
            None => diagnostic.edit(title, Mend::Insert { into: entity.keyword(), field: field.en[0], value: value.to_owned() }),
        };
    }
    // What is a statement of its own: `état abandonné`.
    let child = entity.concept_row().children().find(|child| child.en.first() == Some(&row.en) || child.fr.first() == Some(&row.fr));
    match child {
        Some(child) => {
            let line = format!("{} {value}", child.spelling(lang));
            match entity.children().filter(|own| own.is(child.concept)).last() {
                Some(last) => diagnostic.edit(title, Mend::Replace { span: last.whole(), text: line }),
                None => diagnostic.edit(title, Mend::Add { into: entity.keyword(), line }),
            }
        }
        None => diagnostic,
    }
}

/// Lines of the policy's own words, in the block of something. What gives a list that is there already comes behind its last member.
pub fn added(entity: Entity<'_>, line: &str, diagnostic: Diagnostic) -> Diagnostic {
    let fields = (0u8..).zip(entity.concept_row().fields);
    let given = fields.filter(|(_, field)| field.is_list()).find_map(|(at, field)| {
        let keyword = field.en.iter().chain(field.fr).find(|word| line.strip_prefix(**word).is_some_and(|rest| rest.starts_with(' ')))?;
        Some((entity.seen(at)?, line[keyword.len()..].trim_start()))
    });
    if let Some((seen, more)) = given {
        let title = say!("Ajouter `{more}`"; "Add `{more}`", more = more.to_owned());
        return match seen.members().last() {
            // What cannot be read is not made longer.
            Some(last) if !seen.is_unreadable() && !last.is_unreadable() => {
                diagnostic.edit(title, Mend::Replace { span: last.span().after(), text: format!(", {more}") })
            }
            _ => diagnostic,
        };
    }
    let title = say!("Ajouter `{line}`"; "Add `{line}`", line = line.to_owned());
    diagnostic.edit(title, Mend::Add { into: entity.keyword(), line: line.to_owned() })
}
