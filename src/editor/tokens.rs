//! What each word of a text is, for an editor that colours it.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::analysis::Analysis;
use crate::language::{Concept, ITEMS, OF_PACK, OF_THRESHOLD, PolicyWord, Row, STATEMENTS, is_policy, policy_word};
use crate::plan::{Entity, Spelt, alone, lower_words, references_in};
use crate::syntax::expression::{self, is_fold, is_link};
use crate::syntax::statement::{Sentence, sentences};
use crate::syntax::{Part, PartKind, cut, parse_chunk};
use crate::text::SourceId;

/// The kinds, by the names that editors know them by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Opens something: `objectif`.
    Keyword,
    /// Gives a value: `pilote`.
    Field,
    /// One of a list of words, or a small word between two values.
    Word,
    Sheet,
    Level,
    Actor,
    Milestone,
    /// Any other name.
    Name,
    Text,
    Number,
    Note,
    Sign,
    /// What a policy counts or sums.
    Fold,
}

impl Kind {
    pub const ALL: [Kind; 13] = [
        Kind::Keyword,
        Kind::Field,
        Kind::Word,
        Kind::Sheet,
        Kind::Level,
        Kind::Actor,
        Kind::Milestone,
        Kind::Name,
        Kind::Text,
        Kind::Number,
        Kind::Note,
        Kind::Sign,
        Kind::Fold,
    ];

    fn of(concept: Concept) -> Kind {
        match concept {
            Concept::Goal | Concept::Action => Kind::Sheet,
            Concept::Axis => Kind::Level,
            Concept::Milestone => Kind::Milestone,
            other if crate::language::concepts::owner::ACTORS.contains(&other) => Kind::Actor,
            _ => Kind::Name,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// On one line.
    pub range: Range<usize>,
    pub kind: Kind,
    /// The thing is defined here.
    pub defines: bool,
    /// The thing is the library's.
    pub library: bool,
    /// Documentation, and no other note.
    pub printed: bool,
}

/// Those of a source that touch a range of it, in the order of the text; none lies on another.
pub fn tokens(analysis: &Analysis, source: SourceId, within: Range<usize>) -> Vec<Token> {
    let text = analysis.sources.get(source).text.as_str();
    let mut all = Tokens { text, names: names(analysis, source, &within), found: Vec::new() };
    let mut end = 0;
    for chunk in cut(text) {
        let range = chunk.range.clone();
        // Notes may stand between two items.
        if range.start >= end {
            all.notes(end..range.start);
        }
        end = range.end;
        if range.end < within.start || within.end < range.start {
            continue;
        }
        match is_policy(&text[range.clone()]) {
            true => all.policy(range, &[ITEMS, &[PolicyWord::Off]].concat()),
            false => all.item(range.clone(), range.start, true),
        }
    }
    all.notes(end.min(text.len())..text.len());
    let mut found = all.found;
    // Where the text is damaged, a place may be another one's.
    let sound = |range: &Range<usize>| !range.is_empty() && text.get(range.clone()).is_some_and(|words| !words.contains(['\n', '\r']));
    found.retain(|token| sound(&token.range) && token.range.start < within.end && within.start < token.range.end);
    found.sort_by_key(|token| (token.range.start, token.range.end));
    let mut last = 0;
    found.retain(|token| {
        let free = token.range.start >= last;
        last = if free { token.range.end } else { last };
        free
    });
    found
}

/// What the names in a range of a source stand for, by where they begin; and whether they are defined there.
fn names<'a>(analysis: &'a Analysis, source: SourceId, within: &Range<usize>) -> FxHashMap<u32, (u32, Entity<'a>, bool)> {
    let plan = &analysis.plan;
    let mut names = FxHashMap::default();
    for (part, placed) in (0u32..).zip(&plan.parts) {
        let next = plan.parts.get(part as usize + 1).filter(|next| next.source == source).map_or(u32::MAX, |next| next.base);
        if placed.source != source || within.end < placed.base as usize || (next as usize) < within.start {
            continue;
        }
        names.extend(references_in(plan, part).map(|(span, entity)| (span.start, (span.end, entity, false))));
        let defined = plan.entities_of(part).filter_map(|entity| Some((entity.name_span()?, entity)));
        names.extend(defined.map(|(span, entity)| (span.start, (span.end, entity, true))));
    }
    names
}

struct Tokens<'a> {
    text: &'a str,
    names: FxHashMap<u32, (u32, Entity<'a>, bool)>,
    found: Vec<Token>,
}

impl Tokens<'_> {
    fn push(&mut self, range: Range<usize>, kind: Kind) {
        self.found.push(Token { range, kind, defines: false, library: false, printed: false });
    }

    /// An item of a plan, or the plan of a test: its places are counted from `base`. `known`: its names are the plan's own.
    fn item(&mut self, range: Range<usize>, base: usize, known: bool) {
        let item = &self.text[range.clone()];
        let chunks = cut(item);
        for chunk in chunks {
            let (start, text) = (base + chunk.range.start, &item[chunk.range.clone()]);
            let (tree, _) = parse_chunk(SourceId(0), text, &alone(&chunk));
            let (part, words) = lower_words(text, &tree);
            for word in &words {
                let range = start + word.span.start as usize..start + word.span.end as usize;
                self.push(range, kind_of(word.what));
            }
            let mut last = 0;
            for id in 0..tree.count() {
                for written in tree.parts(id) {
                    self.notes(start + last..start + written.start as usize);
                    last = last.max(written.end as usize);
                    self.part(written, start, known);
                }
            }
            self.notes(start + last..start + text.len());
            if !known {
                let defined = part.entities.iter().filter_map(|row| Some((row.name.written()?, row.concept)));
                for (name, concept) in defined {
                    let range = start + name.start as usize..start + name.end as usize;
                    self.found.push(Token { range, kind: Kind::of(concept), defines: true, library: false, printed: false });
                }
            }
        }
    }

    fn part(&mut self, part: &Part, base: usize, known: bool) {
        let range = base + part.start as usize..base + part.end as usize;
        match part.kind {
            PartKind::Text => self.push(range, Kind::Text),
            PartKind::Literal => self.push(range, Kind::Number),
            PartKind::Range | PartKind::Plus | PartKind::Minus => self.push(range, Kind::Sign),
            PartKind::Comma | PartKind::Colon => {}
            PartKind::Word if known => self.named(range),
            PartKind::Word => {}
        }
    }

    /// A name, or the two halves of `guichet.ouverture`.
    fn named(&mut self, range: Range<usize>) {
        let mut at = range.start;
        while at < range.end {
            let Some((end, entity, defines)) = self.names.get(&(at as u32)).copied() else { return };
            let library = entity.plan.sources.get(entity.place().source).library;
            self.found.push(Token { range: at..end as usize, kind: Kind::of(entity.concept()), defines, library, printed: false });
            at = end as usize + 1;
        }
    }

    /// The notes of a stretch in which there is nothing else.
    fn notes(&mut self, range: Range<usize>) {
        let mut at = range.start;
        while let Some(start) = self.text.get(at..range.end).and_then(|rest| rest.find("//")).map(|found| at + found) {
            let end = self.text[start..range.end].find(['\n', '\r']).map_or(range.end, |end| start + end);
            let printed = self.text[start..].starts_with("///");
            let words = start..start + self.text[start..end].trim_end().len();
            self.found.push(Token { range: words, kind: Kind::Note, defines: false, library: false, printed });
            at = end;
        }
    }

    // --- policies -----------------------------------------------------------------------------------------------------

    fn policy(&mut self, range: Range<usize>, wanted: &[PolicyWord]) {
        let mut last = range.start;
        for sentence in sentences(self.text, range.clone()) {
            self.notes(last..sentence.words.start);
            last = sentence.block.as_ref().map_or(sentence.words.end, |block| block.end);
            self.sentence(&sentence, wanted);
        }
        self.notes(last.min(range.end)..range.end);
    }

    fn sentence(&mut self, sentence: &Sentence, wanted: &[PolicyWord]) {
        let words = &self.text[sentence.words.clone()];
        let start = sentence.words.start;
        let keyword = policy_word(words, wanted);
        let mut behind = 0;
        if let Some((_, length)) = keyword {
            behind = length;
            self.push(start..start + length, Kind::Keyword);
        }
        let names = keyword.is_some_and(|(word, _)| {
            matches!(word, PolicyWord::Policy | PolicyWord::Pack | PolicyWord::Threshold | PolicyWord::Parameter | PolicyWord::Let)
        });
        self.expression(start + behind..sentence.words.end, names);
        let Some(block) = sentence.block.clone() else { return };
        match keyword.map(|(word, _)| word) {
            Some(PolicyWord::Flags | PolicyWord::Passes | PolicyWord::Undecided | PolicyWord::Aside) => {
                self.item(block.clone(), block.start, false);
            }
            Some(PolicyWord::Pack) => self.policy(block, OF_PACK),
            Some(PolicyWord::Threshold) => self.policy(block, OF_THRESHOLD),
            // `use … with { … }`
            None => self.policy(block, &[PolicyWord::Off, PolicyWord::Because, PolicyWord::Severity]),
            Some(_) => self.policy(block, STATEMENTS),
        }
    }

    /// `names`: its first word is a name that is defined here.
    fn expression(&mut self, range: Range<usize>, names: bool) {
        let text = &self.text[range.clone()];
        let mut first = names;
        let mut dot = false;
        for token in expression::scanned(text) {
            let (here, written) = (range.start + token.start..range.start + token.end, &text[token.range()]);
            let kind = match token.kind {
                expression::Scanned::Number => Kind::Number,
                expression::Scanned::Quoted | expression::Scanned::OpenQuote => Kind::Text,
                expression::Scanned::Sign | expression::Scanned::Open | expression::Scanned::Close => Kind::Sign,
                expression::Scanned::Word if dot => Kind::Field,
                expression::Scanned::Word if first => Kind::Name,
                expression::Scanned::Word if is_fold(written) => Kind::Fold,
                expression::Scanned::Word if is_link(written) || matches!(written, "fr" | "en") => Kind::Word,
                expression::Scanned::Word => Kind::Name,
            };
            let defines = first && token.kind == expression::Scanned::Word;
            dot = written == ".";
            first = false;
            if !matches!(token.kind, expression::Scanned::Open | expression::Scanned::Close) && !dot {
                self.found.push(Token { range: here, kind, defines, library: false, printed: false });
            }
        }
        // A statement over several lines may hold notes.
        self.notes_among(range);
    }

    fn notes_among(&mut self, range: Range<usize>) {
        let mut gaps: Vec<Range<usize>> = Vec::new();
        let mut at = range.start;
        for token in expression::scanned(&self.text[range.clone()]) {
            gaps.push(at..range.start + token.start);
            at = range.start + token.end;
        }
        gaps.push(at..range.end);
        gaps.into_iter().for_each(|gap| self.notes(gap));
    }
}

fn kind_of(what: Spelt) -> Kind {
    match what {
        Spelt::Keyword(Row::Concept(_)) => Kind::Keyword,
        Spelt::Keyword(Row::Field(..)) => Kind::Field,
        Spelt::Word(_) | Spelt::Counted { .. } | Spelt::Listed(_) | Spelt::Undefined | Spelt::Quarter => Kind::Word,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::testing;

    fn shown(text: &str) -> Vec<(&str, Kind)> {
        let analysis = testing::plan(text);
        let found = tokens(&analysis, SourceId(0), 0..text.len());
        assert!(found.windows(2).all(|two| two[0].range.end <= two[1].range.start), "{found:?}");
        found.iter().map(|token| (&text[token.range.clone()], token.kind)).collect()
    }

    #[test]
    fn every_word_of_a_plan_has_its_kind() {
        let text = "utiliser std.roles\n/// Doc.\naxe x \"X\" { // note\n  objectif g \"G\" {\n    pilote CDO\n    état en-cours\n    dépend de h.fin + 3 mois\n    budget {\n      investissement 2027: 3 k€\n    }\n  }\n  objectif h \"H\" {\n    jalon fin \"F\" au 2027-12\n  }\n}\n// fin\n";
        let found = shown(text);
        for wanted in [
            ("/// Doc.", Kind::Note),
            ("axe", Kind::Keyword),
            ("x", Kind::Level),
            ("\"X\"", Kind::Text),
            ("// note", Kind::Note),
            ("objectif", Kind::Keyword),
            ("g", Kind::Sheet),
            ("pilote", Kind::Field),
            ("CDO", Kind::Actor),
            ("en-cours", Kind::Word),
            ("dépend de", Kind::Field),
            ("h", Kind::Sheet),
            ("fin", Kind::Milestone),
            ("investissement", Kind::Keyword),
            ("2027", Kind::Number),
            ("3 k€", Kind::Number),
            ("// fin", Kind::Note),
        ] {
            assert!(found.contains(&wanted), "{wanted:?} in {found:?}");
        }
        let library: Vec<bool> = {
            let analysis = testing::plan(text);
            let of = |word: &str| text.find(word).unwrap();
            let found = tokens(&analysis, SourceId(0), of("CDO")..of("CDO") + 3);
            found.iter().map(|token| token.library).collect()
        };
        assert_eq!(library, [true]);
    }

    #[test]
    fn a_policy_and_the_plans_of_its_tests() {
        let text = "règle r {\n  titre fr \"T\" // note\n    en \"T\"\n  chaque objectif\n  exige objectif.coût > 3 k€ et nombre de objectif.actions >= 2\n  signale {\n    axe x \"X\" {\n    }\n  }\n}\n";
        let found = shown(text);
        for wanted in [
            ("règle", Kind::Keyword),
            ("r", Kind::Name),
            ("titre", Kind::Keyword),
            ("\"T\"", Kind::Text),
            ("// note", Kind::Note),
            ("coût", Kind::Field),
            (">", Kind::Sign),
            ("et", Kind::Word),
            ("nombre", Kind::Fold),
            ("signale", Kind::Keyword),
            ("axe", Kind::Keyword),
            ("x", Kind::Level),
        ] {
            assert!(found.contains(&wanted), "{wanted:?} in {found:?}");
        }
    }

    #[test]
    fn a_cut_text_has_sound_tokens() {
        let text =
            "/// é\naxe x \"X\" {\n objectif g « G » {\n  dépend de h\n }\n}\nrègle r {\n exige a > \"b\n signale {\n axe z\n }\n}\n";
        for end in (0..=text.len()).filter(|end| text.is_char_boundary(*end)) {
            let analysis = testing::plan(&text[..end]);
            let found = tokens(&analysis, SourceId(0), 0..end);
            assert!(found.iter().all(|token| text.get(token.range.clone()).is_some_and(|words| !words.contains('\n'))), "{end} {found:?}");
        }
    }
}
