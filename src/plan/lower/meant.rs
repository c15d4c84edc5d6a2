//! Which keyword a line begins with, or was meant to begin with. What it says instead is reported here, and read as what was meant where
//! that is plain.

use super::{Lower, Statement, local};
use crate::diagnostic::{By, Diagnostic, Lang, Say, rules, suggest};
use crate::language::{
    Concept, ConceptRow, Found, Keyword, Place, Places, Row, Slot, Type, find, find_phrase, inside, is_other_word, rows_in,
};
use crate::plan::read::begins_statement;
use crate::plan::spelling::{Spelled, Spelt, lang_at_start};
use crate::plan::store::{Local, Part, guess};
use crate::say;
use crate::syntax::{Block, NodeId, PartKind};
use crate::text::typography::shortened;

impl<'a> Lower<'a> {
    /// A comma at the end of a line, or a `;`, before a keyword: the list was over.
    pub(super) fn runaway_comma(&self, parts: &[crate::syntax::Part], place: Place) -> Option<usize> {
        parts.windows(2).enumerate().find_map(|(at, two)| {
            let ends = two[0].kind == PartKind::Comma
                && (self.slice(local(&two[0])) == ";" || self.text[two[0].end as usize..two[1].start as usize].contains('\n'));
            (ends && begins_statement(self.text, &parts[at + 1..], place)).then_some(at)
        })
    }

    /// A keyword alone on its line, and its value on the next one, which begins with no keyword: the parts of both.
    pub(super) fn broken_line(&self, node: NodeId, next: NodeId, place: Place) -> Option<&'a [crate::syntax::Part]> {
        let (first, second) = (self.tree.node(node), self.tree.node(next));
        let (own, other) = (self.tree.parts(node), self.tree.parts(next));
        // Most lines hold more than a keyword, and end here.
        if own.len() > 2 || first.block != Block::None || first.damaged || second.damaged || other.is_empty() {
            return None;
        }
        let written = |part: &crate::syntax::Part| (part.kind == PartKind::Word).then(|| self.slice(local(part)));
        let found = |parts: &[crate::syntax::Part]| match parts {
            [] => None,
            [first, rest @ ..] => written(first).map(|word| find(word, rest.first().and_then(written), place)),
        };
        let Some(Found::Here(row, words)) = found(own).filter(|_| own.iter().all(|part| part.kind == PartKind::Word)) else { return None };
        let takes = match row {
            Row::Field(..) => true,
            Row::Concept(row) => row.name != Slot::None || row.title != Slot::None || row.fields_in(true).next().is_some(),
        };
        // `annonce "Annonce du plan"` below `jalon` is a name and a title, though the name is a keyword elsewhere.
        let named = matches!(row, Row::Concept(row) if row.name != Slot::None && row.title != Slot::None)
            && matches!(other, [name, title, ..] if name.kind == PartKind::Word && title.kind == PartKind::Text);
        let keyword = || match found(other) {
            Some(Found::Here(row, _) | Found::Elsewhere(row, _)) => !named || takes_text(row),
            Some(Found::Unknown(_)) | None => false,
        };
        (takes && words == own.len() && !keyword()).then(|| self.tree.parts_of_both(node, next)).flatten()
    }

    /// The statement's row, or nothing once it has been reported why.
    pub(super) fn known(&mut self, node: NodeId, parts: &'a [crate::syntax::Part], place: Place, block: bool) -> Option<Statement<'a>> {
        let damaged = self.tree.node(node).damaged;
        let Some(first) = parts.first() else {
            self.mentioned(node, parts);
            return None;
        };
        if first.kind == PartKind::Text
            && let Some(row) = inside(place).find(|row| row.en.is_empty())
        {
            return Some(Statement { node, row: Row::Concept(row), place, parts, words: 0, sound: !damaged, block });
        }
        if first.kind == PartKind::Text
            && let Some((row, words)) = self.by_shape(node, parts, place)
        {
            let found = shortened(self.slice(local(first)));
            let diagnostic = Diagnostic::new(
                &rules::UNKNOWN_KEYWORD,
                self.place_of(local(first)),
                say!("Une ligne commence par un mot-clé, et non par « {found} »."; "A line starts with a keyword, not with \"{found}\".", found),
                keywords_of(place),
            );
            return Some(self.shaped(node, parts, place, block, diagnostic, (row, words)));
        }
        if let Some(rest) = self.numbered(parts, place) {
            if !damaged {
                let number = self.slice(local(first));
                let span = self.place_of(local(first));
                self.report(
                    Diagnostic::new(
                        &rules::UNKNOWN_KEYWORD,
                        span,
                        say!("Une ligne commence par un mot-clé, et non par « {number} »."; "A line starts with a keyword, not with \"{number}\".", number),
                        say!("Retirez « {number} » : les lignes du plan ne portent ni numéro ni puce."; "Remove \"{number}\": the lines of a plan bear no number and no bullet.", number),
                    )
                    .fix(say!("Retirer « {number} »"; "Remove \"{number}\"", number), span, ""),
                );
            }
            return self.known(node, rest, place, block).map(|statement| Statement { sound: false, ..statement });
        }
        if first.kind == PartKind::Literal && self.when_said(node, parts, place) {
            return None;
        }
        if first.kind != PartKind::Word {
            if !damaged {
                let span = Local::new(self.tree.node(node).start, self.tree.node(node).end);
                let found = shortened(self.slice(span));
                self.report(Diagnostic::new(
                    &rules::UNKNOWN_KEYWORD,
                    self.place_of(span),
                    say!("Une ligne commence par un mot-clé, et non par « {found} »."; "A line starts with a keyword, not with \"{found}\".", found),
                    keywords_of(place),
                ));
            }
            self.mentioned(node, parts);
            return None;
        }
        let written = self.slice(local(first));
        let second = parts.get(1).filter(|part| part.kind == PartKind::Word).map(|part| self.slice(local(part)));
        let span = local(first);
        let found = find(written, second, place);
        let here = matches!(found, Found::Here(..));
        if !here && self.when_said(node, parts, place) {
            self.mentioned(node, parts);
            return None;
        }
        if !here && let Some((row, spelling, words)) = self.phrase(parts, place) {
            let whole = span.to(local(&parts[words - 1]));
            let shown = shortened(self.slice(whole));
            let diagnostic = Diagnostic::new(
                &rules::UNKNOWN_KEYWORD,
                self.place_of(whole),
                say!("Le mot-clé « {shown} » n'existe pas."; "There is no keyword \"{shown}\".", shown),
                Say::default(),
            );
            return self.meant(node, parts, place, block, diagnostic, Some((row, spelling, whole)));
        }
        match found {
            Found::Here(row, words) => {
                if damaged {
                    self.mentioned(node, parts);
                }
                if let Some(spelled) = &mut self.words {
                    spelled.push(Spelled { span: Local::new(first.start, parts[words - 1].end), what: Spelt::Keyword(row) });
                }
                Some(Statement { node, row, place, parts, words, sound: !damaged, block })
            }
            Found::Elsewhere(row, near) => {
                let diagnostic = self.misplaced(span, row, place);
                if near.is_none() {
                    self.astray(row);
                }
                self.meant(node, parts, place, block, diagnostic, near.map(|(row, spelling)| (row, spelling, span)))
            }
            Found::Unknown(near) => {
                // `education "…" {` is no `duration`: a field has no block, and most have no text.
                let opens = block && self.tree.node(node).block != Block::None;
                let titled = parts.get(1).is_some_and(|part| part.kind == PartKind::Text);
                let near = near.filter(|(row, _)| matches!(row, Row::Concept(_)) || !(opens || (titled && !takes_text(*row))));
                let shown = shortened(written);
                let diagnostic = Diagnostic::new(
                    &rules::UNKNOWN_KEYWORD,
                    self.place_of(span),
                    say!("Le mot-clé « {shown} » n'existe pas."; "There is no keyword \"{shown}\".", shown),
                    keywords_of(place),
                );
                // `étape pose "Pose" au 2027-12` is no `état`.
                let has_text = parts.iter().take(3).any(|part| part.kind == PartKind::Text);
                let field = near.as_ref().is_none_or(|(row, _)| match row {
                    Row::Field(..) => true,
                    Row::Concept(row) => row.title == Slot::None && has_text,
                });
                if field && let Some((row, words)) = self.by_shape(node, parts, place) {
                    return Some(self.shaped(node, parts, place, block, diagnostic, (row, words)));
                }
                let near = near.map(|(row, spelling)| {
                    // `dépend dee socle`: the second word is the one that is wrong.
                    let second_meant = second.is_some_and(|second| suggest::nearest(second, spelling.split(' ').skip(1)).is_some());
                    let words = if spelling.contains(' ') && second_meant { 2 } else { 1 };
                    (row, spelling, Local::new(first.start, parts[words - 1].end))
                });
                self.meant(node, parts, place, block, diagnostic, near)
            }
        }
    }

    /// `chef de file SGM`: several words that mean one keyword.
    fn phrase(&self, parts: &[crate::syntax::Part], place: Place) -> Option<(Row, &'static str, usize)> {
        let words: Vec<&str> =
            parts.iter().take(4).take_while(|part| part.kind == PartKind::Word).map(|part| self.slice(local(part))).collect();
        // `porteur du projet SGM`: of the words, the last is the name.
        let all = parts.iter().take_while(|part| part.kind == PartKind::Word).count();
        let small = |word: &&str| ["de", "du", "des", "d'", "of"].contains(&suggest::fold(word).as_str());
        find_phrase(&words, place).or_else(|| {
            let (first, second) = (words.first()?, words.get(1).filter(|word| small(word) && all > 2)?);
            match find(first, None, place) {
                Found::Elsewhere(_, near) | Found::Unknown(near) => {
                    near.map(|(row, spelling)| (row, spelling, all - 1)).filter(|_| second.len() <= 3)
                }
                Found::Here(..) => None,
            }
        })
    }

    /// Where a keyword is missing or unknown: the one concept that takes these words and every line of this block, and how many of the
    /// words are no part of its own. `"axes/usagers.dsl"`, `inventaire "Inventaire" au 2027-12`, `project guichet "Guichet" {`.
    fn by_shape(&self, node: NodeId, parts: &[crate::syntax::Part], place: Place) -> Option<(&'static ConceptRow, usize)> {
        let block = self.tree.node(node).block != Block::None;
        if block && matches!(parts, [word] if word.kind == PartKind::Word) {
            let bare = |row: &&'static ConceptRow| row.name == Slot::None && row.title == Slot::None && row.block && !row.en.is_empty();
            let mut rows = inside(place).filter(bare).filter(|row| self.holds(row.concept, node));
            return rows.next().filter(|_| rows.next().is_none()).map(|row| (row, 1));
        }
        let text = parts.iter().take(3).position(|part| part.kind == PartKind::Text)?;
        let behind = parts.get(text + 1);
        if parts[..text].iter().any(|part| part.kind != PartKind::Word) {
            return None;
        }
        // Of the words before the title one may be a name, and one a keyword.
        let head = |row: &ConceptRow| match (row.name, text) {
            (_, 0) if row.name != Slot::Due => Some(0),
            (Slot::Due | Slot::Either, 1) => Some(0),
            (Slot::None, 1) | (Slot::Due | Slot::Either, 2) => Some(1),
            _ => None,
        };
        let file = self.slice(local(&parts[text])).contains(".dsl");
        let fits = |row: &ConceptRow| match row.fields_in(true).find_map(|(_, field)| field.head?.word.filter(|_| behind.is_some())) {
            Some(word) => {
                let written = behind.filter(|part| part.kind == PartKind::Word).map(|part| self.slice(local(part)));
                written.is_some_and(|written| crate::language::word(written, &[word]).is_some())
            }
            None if row.concept == Concept::Use => file && !block && behind.is_none(),
            None => row.title != Slot::None && row.block && block && behind.is_none() && self.holds(row.concept, node),
        };
        let rows: Vec<(&'static ConceptRow, usize)> =
            inside(place).filter(|row| fits(row)).filter_map(|row| head(row).map(|words| (row, words))).collect();
        // Of several, the one that every plan has.
        let usual = || rows.iter().filter(|(row, _)| row.drawn);
        match rows.as_slice() {
            [one] => Some(*one),
            _ if usual().count() == 1 => usual().next().copied(),
            _ => None,
        }
    }

    /// Can every line of this block stand in the block of this concept?
    fn holds(&self, concept: Concept, node: NodeId) -> bool {
        /// What so many lines leave open, more will not tell.
        const MOST: usize = 30;
        let mut lines =
            self.tree.children(node).map(|child| self.tree.parts(child)).filter(|parts| !parts.is_empty()).take(MOST).peekable();
        lines.peek().is_some() && lines.all(|parts| begins_statement(self.text, parts, Some(concept)))
    }

    /// `3 pilote DSI`, `1.2 pilote DSI`, `o pilote DSI`: what stands behind a number, or behind a letter that was a bullet in its font.
    fn numbered(&self, parts: &'a [crate::syntax::Part], place: Place) -> Option<&'a [crate::syntax::Part]> {
        let [first, rest @ ..] = parts else { return None };
        let written = self.slice(local(first));
        let number = match first.kind {
            PartKind::Literal => written.len() <= 8 && written.bytes().all(|b| b.is_ascii_digit() || b == b'.'),
            PartKind::Word => written.len() == 1,
            PartKind::Minus | PartKind::Plus | PartKind::Range => true,
            PartKind::Text | PartKind::Comma | PartKind::Colon => false,
        };
        (number && rest.first().is_some_and(|next| next.kind == PartKind::Word) && begins_statement(self.text, rest, place)).then_some(rest)
    }

    /// What a line without a known keyword may have been.
    pub(super) fn guesses(&self, node: NodeId, parts: &[crate::syntax::Part]) -> u8 {
        let block = if self.tree.node(node).block == Block::None { 0 } else { guess::BLOCK };
        parts.iter().fold(block, |bits, part| {
            bits | match part.kind {
                PartKind::Word => guess::NAME,
                PartKind::Literal => guess::LITERAL,
                PartKind::Text => guess::TEXT,
                PartKind::Comma | PartKind::Range | PartKind::Colon | PartKind::Plus | PartKind::Minus => 0,
            }
        })
    }

    /// A line that can be this only, whatever its keyword: reported, and read so; `words` of it stand where the keyword should.
    fn shaped(
        &mut self,
        node: NodeId,
        parts: &'a [crate::syntax::Part],
        place: Place,
        block: bool,
        mut diagnostic: Diagnostic,
        (row, words): (&'static ConceptRow, usize),
    ) -> Statement<'a> {
        let word = Keyword(Row::Concept(row));
        diagnostic.help = match words {
            0 => say!("Écrivez `{word}` devant."; "Write `{word}` before it.", word),
            _ => say!("Écrivez `{word}`."; "Write `{word}`.", word),
        };
        if self.tree.node(node).damaged {
            self.mentioned(node, parts);
        } else {
            self.report(diagnostic.here(say!("lu comme `{word}`"; "read as `{word}`", word)));
        }
        Statement { node, row: Row::Concept(row), place, parts, words, sound: false, block }
    }

    /// A wrong keyword: reported, and read as the one that was meant, if there is one.
    fn meant(
        &mut self,
        node: NodeId,
        parts: &'a [crate::syntax::Part],
        place: Place,
        block: bool,
        mut diagnostic: Diagnostic,
        near: Option<(Row, &'static str, Local)>,
    ) -> Option<Statement<'a>> {
        if let Some((row, spelling, wrong)) = near {
            // `budget` in a `strategy` is an `envelope`.
            let spelling =
                if is_other_word(self.slice(wrong)) { self.tongue().map_or(spelling, |lang| row.spelling(lang)) } else { spelling };
            diagnostic.labels[0].span = self.place_of(wrong);
            diagnostic.help = say!("Écrivez `{spelling}`."; "Write `{spelling}`.", spelling);
            // `responsable : SGM`: the sign goes too.
            let value = parts.iter().find(|part| part.start >= wrong.end).filter(|part| part.kind == PartKind::Colon);
            let value = value.and_then(|sign| parts.iter().find(|part| part.start >= sign.end));
            let (place, text) = match value {
                Some(value) => (Local::new(wrong.start, value.start), format!("{spelling} ")),
                None => (wrong, spelling.to_owned()),
            };
            diagnostic = diagnostic.here(say!("vouliez-vous dire `{spelling}` ?"; "did you mean `{spelling}`?", spelling)).fix(
                say!("Écrire `{spelling}`"; "Write `{spelling}`", spelling),
                self.place_of(place),
                text,
            );
        }
        if !self.tree.node(node).damaged {
            self.report(diagnostic);
        }
        let Some((row, _, wrong)) = near else {
            self.ghosts(node);
            return None;
        };
        self.mentioned(node, parts);
        let words = parts.iter().take_while(|part| part.end <= wrong.end).count().max(1);
        debug_assert!(row.places().contains(&place));
        Some(Statement { node, row, place, parts, words, sound: false, block })
    }

    /// The language of the keywords around: of the block's or, where both have it, of the first that tells.
    fn tongue(&self) -> Option<Lang> {
        let around = self.around.map(|node| self.tree.parts(node)).and_then(<[_]>::first);
        around.and_then(|word| lang_at_start(self.slice(local(word)))).or_else(|| lang_at_start(self.text))
    }

    fn misplaced(&self, span: Local, row: Row, place: Place) -> Diagnostic {
        let written = self.slice(span);
        let place = match place {
            Some(concept) => {
                let around = Keyword(Row::Concept(concept.row()));
                say!("dans un bloc `{around}`"; "in the block of `{around}`", around)
            }
            None => say!("à la marge d'un fichier"; "at the margin of a file"),
        };
        Diagnostic::new(
            &rules::MISPLACED_KEYWORD,
            self.place_of(span),
            say!("`{written}` n'a pas sa place {place}."; "`{written}` does not belong {place}.", written, place),
            say!("Sa place : {places}."; "It belongs in: {places}.", places = Places(row)),
        )
    }

    /// A statement of another place belongs to the last thing before it that may hold it: that lacks it no more.
    fn astray(&mut self, row: Row) {
        let places = row.places();
        let bit = match row {
            Row::Concept(row) => Some(row.concept),
            Row::Field(..) => None,
        };
        let Part { entities, .. } = &mut self.part;
        let holder = entities.iter_mut().rev().find(|other| places.contains(&Some(other.concept)));
        match (holder, bit) {
            (Some(holder), Some(concept)) => holder.lost |= 1 << concept as u128,
            (Some(holder), None) => holder.broken = true,
            (None, _) => {}
        }
        self.part.astray.push(row);
    }

    /// The names declared by a statement that stands nowhere, and by what it holds; and all that it names.
    pub(super) fn ghosts(&mut self, node: NodeId) {
        let mut waiting = vec![node];
        while let Some(node) = waiting.pop() {
            let parts = self.tree.parts(node);
            match parts {
                [keyword, name, ..] if keyword.kind == PartKind::Word && name.kind == PartKind::Word => self.part.ghosts.push(local(name)),
                // `ARCH "Archives"`: the keyword is missing.
                [name, title, ..] if name.kind == PartKind::Word && title.kind == PartKind::Text => self.part.ghosts.push(local(name)),
                _ => {}
            }
            self.mentioned(node, parts);
            waiting.extend(self.tree.children(node));
        }
    }

    /// The words of a line that could not be read name what they name.
    pub(super) fn mentioned(&mut self, node: NodeId, parts: &[crate::syntax::Part]) {
        self.part.mentions.extend(parts.iter().skip(1).filter(|part| part.kind == PartKind::Word).map(local));
        let node = self.tree.node(node);
        let from = parts.last().map_or(node.start, |last| last.end).min(node.end);
        if !node.damaged {
            return;
        }
        let rest = &self.text[from as usize..node.end as usize];
        let mut start = None;
        for (at, c) in rest.char_indices().chain([(rest.len(), ' ')]) {
            let word = c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
            match (start, word) {
                (None, true) => start = Some(at),
                (Some(first), false) => {
                    let word = Local::new(from + first as u32, from + at as u32);
                    self.part.mentions.push(word);
                    self.part.ghosts.push(word);
                    start = None;
                }
                _ => {}
            }
        }
    }
}

/// May a text follow the keyword at once?
fn takes_text(row: Row) -> bool {
    match row {
        Row::Concept(row) => row.title != Slot::None && row.name != Slot::Due,
        Row::Field(concept, at) => matches!(concept.row().fields[at as usize].of, Type::Text | Type::Texts | Type::Tags | Type::People),
    }
}

fn keywords_of(place: Place) -> Say {
    let by_text = inside(place).find(|row| row.en.is_empty());
    if let Some(row) = by_text {
        let example = move |lang: Lang| row.help_in(lang).split(" : ").last().unwrap_or("").split(": ").last().unwrap_or("").to_owned();
        return say!("Ici, chaque ligne nomme un financeur : {example}"; "Here each line names a funder: {example}", example = By(example));
    }
    let list = move |lang: Lang| {
        let words: Vec<String> = rows_in(place).map(|row| format!("`{}`", row.spelling(lang))).collect();
        words.join(", ")
    };
    say!("Ici, une ligne peut commencer par : {list}."; "Here a line may start with: {list}.", list = By(list))
}
