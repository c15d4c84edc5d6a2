//! The one writer of edits: what is to be changed, as a thought, becomes a text in the place of another.

use super::model::Plan;
use super::view::Entity;
use crate::diagnostic::{Lang, Mend};
use crate::language::{Row, rows_in};
use crate::text::Span;

impl Plan {
    /// In: a change of this plan. Out: which text goes, and what comes in its place.
    pub fn written(&self, mend: &Mend) -> (Span, String) {
        let (span, text) = self.words(mend);
        (span, self.sources.get(span.source).broken(&text))
    }

    fn words(&self, mend: &Mend) -> (Span, String) {
        match mend {
            Mend::Replace { span, text } => (*span, text.clone()),
            Mend::Insert { into, field, value } => match self.entities().find(|entity| entity.keyword() == *into) {
                Some(entity) => {
                    let row = rows_in(Some(entity.concept())).find(|row| row.spelling(Lang::En) == *field);
                    let keyword = row.map_or(*field, |row| row.spelling(self.spelt_in(entity)));
                    self.inserted(entity, &format!("{keyword} {value}"))
                }
                None => (into.after(), String::new()),
            },
            Mend::Add { into, line } => match self.entities().find(|entity| entity.keyword() == *into) {
                Some(entity) => self.inserted(entity, line),
                None => (into.after(), String::new()),
            },
        }
    }

    /// A line in the block of something; with the block, where it has none.
    fn inserted(&self, entity: Entity<'_>, line: &str) -> (Span, String) {
        let whole = entity.whole();
        let text = &self.sources.get(whole.source).text;
        let indent_of = |at: usize| {
            let first = text[..at].rfind('\n').map_or(0, |end| end + 1);
            &text[first..first + (text[first..].len() - text[first..].trim_start_matches([' ', '\t']).len())]
        };
        let outer = indent_of(whole.start as usize);
        let written = &text[whole.range()];
        // Its own block ends where it ends; what has none gets one.
        let behind = &text[entity.head().end as usize..whole.end.max(entity.head().end) as usize];
        match written.rfind('}').filter(|_| behind.contains('{')) {
            Some(brace) => {
                let brace = whole.start as usize + brace;
                let line_start = text[..brace].rfind('\n').map_or(0, |end| end + 1);
                let own_line = text[line_start..brace].trim().is_empty();
                let inner = written.lines().skip(1).find(|line| !line.trim().is_empty() && line.trim() != "}");
                let indent = inner.map_or(format!("{outer}  "), |line| line[..line.len() - line.trim_start().len()].to_owned());
                let at = if own_line { line_start } else { brace };
                let before = if own_line { "" } else { "\n" };
                let behind = if own_line { "" } else { outer };
                let place = Span::new(whole.source, at as u32, at as u32);
                (place, format!("{before}{indent}{line}\n{behind}"))
            }
            None => (entity.head().after(), format!(" {{\n{outer}  {line}\n{outer}}}")),
        }
    }

    /// The language of its keyword; where both spell it alike, the plan's.
    fn spelt_in(&self, entity: Entity<'_>) -> Lang {
        let written = self.sources.slice(entity.keyword());
        let is = |lang: Lang| Row::Concept(entity.concept_row()).spellings(lang).iter().any(|known| known.eq_ignore_ascii_case(written));
        match (is(Lang::Fr), is(Lang::En)) {
            (true, false) => Lang::Fr,
            (false, true) => Lang::En,
            (true, true) | (false, false) => self.language().unwrap_or_default(),
        }
    }
}
