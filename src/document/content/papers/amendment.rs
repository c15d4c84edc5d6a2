//! What changes in a plan that was voted: each change with what it was and what it becomes, why, and who is touched; the cost; the numbers,
//! which never shift.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::super::super::model::{Cell, Column, Inline, Part, Piece, Rich, Row, RowKind, Table};
use super::super::super::words::W;
use super::super::changes::{Change, Field, changes};
use super::super::totals::UNSPLIT;
use super::super::years::YearRow;
use super::super::{Build, Wish, joined, lower, row};
use super::numbers::{sorted, stable};
use crate::analysis::Analysis;
use crate::diagnostic::Lang;
use crate::difference::{Pairs, pairs};
use crate::language::Concept;
use crate::language::concepts::decision::{self, DecisionKind};
use crate::language::concepts::money::funder;
use crate::language::concepts::sheet::status;
use crate::plan::{Entity, EntityId, Money, Section as Of};
use crate::text::{Run, words};

/// In: the plan as it was voted, and as it is to be. Out: the paper's title and what it holds.
pub fn amendment(old: &Analysis, new: &Analysis, wish: &Wish) -> (String, Vec<Piece>) {
    Amended::new(old, new, wish).pieces()
}

/// The same in a few lines, for the yearly report.
pub fn amended_in_lines(old: &Analysis, new: &Analysis, wish: &Wish) -> Vec<Rich> {
    Amended::new(old, new, wish).in_lines()
}

struct Amended<'o, 'n> {
    old: Build<'o>,
    new: Build<'n>,
    pairs: Pairs<'o, 'n>,
    all: Vec<Change<'o, 'n>>,
    /// The same by sheet, in the order of their numbers.
    blocks: Vec<Block<'o, 'n>>,
    /// How many more tell only what has happened: no council votes them.
    followed: usize,
    /// The numbers that the plan's own order gives.
    anew: Vec<String>,
}

/// All that changes of one sheet, or of what is no part of any.
#[derive(Default)]
struct Block<'o, 'n> {
    old: Option<Entity<'o>>,
    new: Option<Entity<'n>>,
    rows: Vec<Field>,
}

impl<'o, 'n> Amended<'o, 'n> {
    fn new(old: &'o Analysis, new: &'n Analysis, wish: &Wish) -> Amended<'o, 'n> {
        let (mut old, mut new) = (Build::new(old, wish.date), Build::new(new, wish.date));
        old.lang = new.lang;
        let pairs = pairs(old.plan, new.plan);
        let numbers = stable(&old, &new, &pairs);
        let anew = std::mem::replace(&mut new.numbers, numbers);
        let (mut all, mut followed) = (Vec::new(), 0);
        for mut change in changes(&pairs, &old, &new) {
            if change.new.is_some_and(tells_what_was) || change.old.is_some_and(tells_what_was) {
                followed += 1;
                continue;
            }
            let before = change.fields.len();
            change.fields.retain(|field| !field.paid);
            followed += before - change.fields.len();
            if before == 0 || !change.fields.is_empty() {
                all.push(change);
            }
        }
        let mut amended = Amended { old, new, pairs, all, blocks: Vec::new(), followed, anew };
        amended.blocks = amended.blocks();
        amended
    }

    fn pieces(&self) -> (String, Vec<Piece>) {
        let new = &self.new;
        let act = new.plan.all(Concept::Decision).filter(|one| one.is_given(decision::KIND) == Some(DecisionKind::Revision)).last();
        let title = new.lang.of("Modification de la stratégie", "Amendment of the strategy").to_owned();
        let mut pieces = vec![new.opening(&title, vec![Inline::text(new.strategy_title().text)])];
        let known = |act: Entity<'n>| {
            let told = |fr: &str, en: &str, at: u8| new.field_value(act, at).map(|value| new.told(fr, en, value));
            let sitting = if act.seen(decision::SESSION.at).is_some() { decision::SESSION.at } else { decision::ON.at };
            let all = [
                told("Séance du", "Sitting of", sitting),
                told("Convocation", "Convened on", decision::CONVENED.at),
                told("Rapporteur", "Reported by", decision::REPORTED.at),
            ];
            all.into_iter().flatten().collect::<Vec<_>>()
        };
        let known = act.map(known).unwrap_or_default();
        if !known.is_empty() {
            pieces.push(Piece::Facts { items: known });
        }
        pieces.push(new.heading("Ce qui change", "What changes"));
        pieces.push(Piece::Lines { items: self.in_lines() });
        if self.all.is_empty() {
            return (title, pieces);
        }
        pieces.extend(self.cost());
        pieces.push(new.heading("Changement par changement", "Change by change"));
        let how = new.sentence(
            "À gauche le texte voté, à droite celui qui le remplace. Ce qui disparaît est barré et dit « supprimé » ; ce qui arrive est souligné et dit « ajouté ».",
            "On the left the text as voted, on the right what takes its place. What goes is struck and said to be \"taken out\"; what comes is underlined and said to be \"added\".",
        );
        pieces.push(Piece::Lines { items: vec![how] });
        for block in &self.blocks {
            pieces.extend(self.block(block));
        }
        pieces.extend(self.concordance());
        let of_both = |sheet: &Entity<'n>| self.pairs.was.contains_key(&sheet.id);
        let renumbered = new.plan.sheets().filter(of_both).any(|sheet| new.number_of(sheet.goal_id()) != self.anew[sheet.goal_id().at()]);
        pieces.push(new.heading("Articles proposés", "Proposed articles"));
        for (at, content) in self.articles(act).into_iter().enumerate() {
            pieces.push(new.article(at, content));
        }
        pieces.push(new.heading("Texte consolidé", "Consolidated text"));
        pieces.push(Piece::Lines {
            items: vec![match renumbered {
                false => new.sentence("La stratégie ainsi modifiée est annexée en entier.", "The strategy as amended is annexed in full."),
                true => new.sentence(
                "La stratégie ainsi modifiée est annexée en entier ; ses fiches y suivent l’ordre de la dernière colonne de la table de concordance.",
                "The strategy as amended is annexed in full; its sheets follow there the order of the last column of the table of numbers.",
                ),
            }],
        });
        (title, pieces)
    }

    // --- in a few lines ---------------------------------------------------------------------------------------------

    fn in_lines(&self) -> Vec<Rich> {
        let (old, new) = (&self.old, &self.new);
        if self.all.is_empty() && self.followed == 0 {
            return vec![
                new.sentence("Rien ne change : les deux versions disent la même chose.", "Nothing changes: both versions say the same."),
            ];
        }
        let counted = |count: usize, fr: &str, en: &str| match new.lang {
            Lang::Fr => format!("{count} {fr}{}", if count > 1 { "s" } else { "" }),
            Lang::En => format!("{count} {en}"),
        };
        let moved = self.moved();
        let mut lines = vec![new.sentence(format!("Fiches : {}.", self.named_sheets()), format!("Sheets: {}.", self.named_sheets()))];
        if moved > 0 {
            lines.push(new.sentence(
                format!(
                    "Calendrier : {} à une autre date.",
                    if moved > 1 { format!("{moved} fiches finissent") } else { "une fiche finit".to_owned() }
                ),
                format!(
                    "Calendar: {} on another date.",
                    if moved > 1 { format!("{moved} sheets end") } else { "one sheet ends".to_owned() }
                ),
            ));
        }
        let (before, after) = (old.asked(), new.asked());
        lines.push(match before == after {
            true => new.sentence(format!("Coût : inchangé ({}).", new.euros(after)), format!("Cost: unchanged ({}).", new.euros(after))),
            false => {
                let (one, other, by) = (new.euros(before), new.euros(after), self.signed(after - before));
                new.sentence(format!("Coût : de {one} à {other} ({by})."), format!("Cost: from {one} to {other} ({by})."))
            }
        });
        if let (Some(before), Some(after)) = (old.allotted(None), new.allotted(None)) {
            lines.push(match before == after {
                true => new.sentence(
                    format!("Enveloppe : inchangée ({}).", new.euros(after)),
                    format!("Envelope: unchanged ({}).", new.euros(after)),
                ),
                false => {
                    let (one, other, by) = (new.euros(before), new.euros(after), self.signed(after - before));
                    new.sentence(format!("Enveloppe : de {one} à {other} ({by})."), format!("Envelope: from {one} to {other} ({by})."))
                }
            });
        }
        lines.extend(self.funding_in_a_line());
        let left = |build: &Build<'_>| build.asked() - build.funded_in_all().total();
        let (before, after) = (left(old), left(new));
        if before != after {
            let (one, other, by) = (new.euros(before), new.euros(after), self.signed(after - before));
            lines.push(new.sentence(
                format!("À la charge de la collectivité, si tous les financements sont obtenus : de {one} à {other} ({by})."),
                format!("Left to the authority, if all funding is obtained: from {one} to {other} ({by})."),
            ));
        }
        let elsewhere: usize =
            self.blocks.iter().filter(|block| block.old.is_none() && block.new.is_none()).map(|block| block.rows.len()).sum();
        if elsewhere > 0 {
            lines.push(new.sentence(
                format!("Hors des fiches : {}.", counted(elsewhere, "changement", "")),
                format!("Outside the sheets: {}.", counted(elsewhere, "", "changes")),
            ));
        }
        if self.followed > 0 {
            let count = self.followed;
            lines.push(new.sentence(
                format!(
                    "S’y ajoute ce qui s’est passé depuis le vote (états, mesures, paiements, décisions : {count}), qui ne se vote pas."
                ),
                format!(
                    "Besides, what has happened since the vote (statuses, measures, payments, decisions: {count}), which is not voted."
                ),
            ));
        }
        lines
    }

    /// What others pay, where that is no longer the same, and which of them answered: money that nobody votes, and that is missing.
    fn funding_in_a_line(&self) -> Option<Rich> {
        /// No more are named.
        const MOST: usize = 5;
        let (old, new) = (&self.old, &self.new);
        let (before, after) = (old.funded_in_all(), new.funded_in_all());
        if before.total() == after.total() && before.sure() == after.sure() {
            return None;
        }
        let answered = new.plan.all(Concept::Funder).filter_map(|line| {
            let now = line.is_given(funder::STATUS)?;
            let was = self.pairs.was.get(&line.id).and_then(|was| was.is_given(funder::STATUS));
            (was.is_some() && was != Some(now)).then(|| format!("{} : {}", line.titled(), lower(new.funding_status(now))))
        });
        let answered: Vec<String> = answered.take(MOST).collect();
        let answered = if answered.is_empty() { String::new() } else { format!(" ({})", answered.join(", ")) };
        let (one, other, by) = (new.euros(before.total()), new.euros(after.total()), self.signed(after.total() - before.total()));
        let (was, now) = (new.euros(before.sure()), new.euros(after.sure()));
        Some(new.sentence(
            format!("Financements, acquis ou sollicités : de {one} à {other} ({by}){answered} ; acquis : de {was} à {now}."),
            format!("Funding, secured or sought: from {one} to {other} ({by}){answered}; secured: from {was} to {now}."),
        ))
    }

    /// `1.1 et 2.2.1 modifiées, 1.2.2 ajoutée, 2.1.2 supprimée`
    fn named_sheets(&self) -> String {
        /// No more are named; the rest is counted.
        const MOST: usize = 20;
        let new = &self.new;
        let listed = |numbers: Vec<&str>, fr: &str, en: &str| {
            let count = numbers.len();
            let mut told: Vec<&str> = numbers;
            told.truncate(MOST);
            let more = count - told.len();
            let and = new.lang.of("et", "and");
            let told = match (told.split_last(), more) {
                (Some((last, before)), 0) if !before.is_empty() => format!("{} {and} {last}", before.join(", ")),
                (_, 0) => told.join(", "),
                _ => format!("{} {and} {more} {}", told.join(", "), new.lang.of("autres", "more")),
            };
            match (count, new.lang) {
                (0, _) => None,
                (1, _) | (_, Lang::En) => Some(format!("{told} {}", new.lang.of(fr, en))),
                (_, Lang::Fr) => Some(format!("{told} {fr}s")),
            }
        };
        let blocks = |fits: fn(&Block<'_, '_>) -> bool| self.blocks.iter().filter(move |block| fits(block));
        let number = |block: &'_ Block<'o, 'n>| match (block.new, block.old) {
            (Some(now), _) => new.number_of(now.goal_id()).to_owned(),
            (None, Some(before)) => self.old.number_of(before.goal_id()).to_owned(),
            (None, None) => String::new(),
        };
        let all: [Vec<String>; 3] = [
            blocks(|block| block.old.is_some() && block.new.is_some()).map(number).collect(),
            blocks(|block| block.old.is_none() && block.new.is_some()).map(number).collect(),
            blocks(|block| block.old.is_some() && block.new.is_none()).map(number).collect(),
        ];
        let words = [("modifiée", "changed"), ("ajoutée", "added"), ("supprimée", "taken out")];
        let told: Vec<String> =
            all.iter().zip(words).filter_map(|(numbers, (fr, en))| listed(numbers.iter().map(String::as_str).collect(), fr, en)).collect();
        if told.is_empty() { new.lang.of("aucune ne change", "none changes").to_owned() } else { told.join(", ") }
    }

    fn signed(&self, money: Money) -> String {
        let told = self.new.euros(money);
        if money.low > rust_decimal::Decimal::ZERO { format!("+{told}") } else { told }
    }

    /// How many sheets of both versions end on another day.
    fn moved(&self) -> usize {
        let end = |build: &Build<'_>, sheet: Entity<'_>| build.analysis.calendar.slot(sheet.goal_id()).map(|slot| slot.end);
        let both = self.new.plan.sheets().filter_map(|sheet| Some((self.pairs.was.get(&sheet.id)?, sheet)));
        both.filter(|(before, after)| before.is_sheet() && end(&self.old, **before) != end(&self.new, *after)).count()
    }

    // --- money ------------------------------------------------------------------------------------------------------

    /// By year and section: what it was, what it is, and the difference. Nothing where no amount differs.
    fn cost(&self) -> Vec<Piece> {
        let new = &self.new;
        let by_year = |build: &Build<'_>, section: Option<Of>| -> BTreeMap<i16, Money> {
            let ledger = &build.analysis.ledger;
            let lines = ledger.lines.iter().filter(|((of, _), _)| Some(*of) == section);
            let mut years: BTreeMap<i16, Money> = lines.map(|((_, year), line)| (*year, line.asked)).collect();
            for (_, lump) in ledger.lumps.iter().filter(|(_, lump)| lump.section == section) {
                *years.entry(UNSPLIT).or_default() += lump.money;
            }
            years
        };
        let add = |rows: &mut Vec<YearRow>, years: &mut Vec<i16>, word: &str, before: BTreeMap<i16, Money>, after: BTreeMap<i16, Money>| {
            let all: Vec<i16> = before.keys().chain(after.keys()).copied().collect();
            let of = |years: &BTreeMap<i16, Money>, year: i16| years.get(&year).copied().unwrap_or_default();
            let difference: BTreeMap<i16, Money> = all.iter().map(|year| (*year, of(&after, *year) - of(&before, *year))).collect();
            years.extend(all);
            let label = |fr: &str, en: &str| vec![Inline::text(format!("{word}, {}", new.lang.of(fr, en)))];
            rows.push(YearRow::new(label("voté", "as voted"), before));
            rows.push(YearRow::new(label("modifié", "as amended"), after));
            rows.push(YearRow::new(label("écart", "difference"), difference).kind(RowKind::Total));
        };
        let mut rows: Vec<YearRow> = Vec::new();
        let mut years: Vec<i16> = Vec::new();
        let mut together = [BTreeMap::new(), BTreeMap::new()];
        for section in [Some(Of::Investment), Some(Of::Operating), None] {
            let (before, after) = (by_year(&self.old, section), by_year(new, section));
            for (sum, of) in together.iter_mut().zip([&before, &after]) {
                of.iter().for_each(|(year, money)| *sum.entry(*year).or_insert(Money::default()) += *money);
            }
            if before == after {
                continue;
            }
            add(
                &mut rows,
                &mut years,
                section.map_or(new.lang.of("Sans section", "In no section"), |section| section.show(new.lang)),
                before,
                after,
            );
        }
        // With what does not change: the whole cost, which the first lines tell.
        let [before, after] = together;
        if !rows.is_empty() && before != after {
            add(&mut rows, &mut years, new.lang.of("Ensemble", "Together"), before, after);
        }
        if rows.is_empty() {
            return Vec::new();
        }
        years.sort_unstable();
        years.dedup();
        let tables = new.year_tables(new.in_currency(), 110, &years, &rows);
        vec![new.heading("Ce que cela coûte", "What it costs"), Piece::Part { part: Part { tables, ..Part::default() } }]
    }

    // --- change by change -------------------------------------------------------------------------------------------

    /// In the order of the new plan, what is gone after it; last what is in no sheet.
    fn blocks(&self) -> Vec<Block<'o, 'n>> {
        let mut blocks: Vec<Block<'o, 'n>> = Vec::new();
        let mut rest = Block::default();
        let mut place: FxHashMap<(bool, EntityId), usize> = FxHashMap::default();
        for change in &self.all {
            let holder_of_new = change.new.and_then(holder);
            let holder_of_old = change.old.and_then(holder);
            // Of a sheet that is added or removed, it says all.
            let whole = match (holder_of_new, holder_of_old) {
                (Some(of), _) => !self.pairs.was.contains_key(&of.id),
                (None, Some(of)) => !self.pairs.is.contains_key(&of.id),
                (None, None) => false,
            };
            let key = match (holder_of_new, holder_of_old) {
                (Some(of), _) => (true, of.id),
                (None, Some(of)) => match self.pairs.is.get(&of.id) {
                    Some(now) => (true, now.id),
                    None => (false, of.id),
                },
                (None, None) => {
                    rest.rows.extend(self.rows(change));
                    continue;
                }
            };
            let at = *place.entry(key).or_insert_with(|| {
                let (old, new) = match key {
                    (true, id) => (self.pairs.was.get(&id).copied(), Some(self.new.plan.entity(id))),
                    (false, id) => (Some(self.old.plan.entity(id)), None),
                };
                blocks.push(Block { old, new, rows: Vec::new() });
                blocks.len() - 1
            });
            if !whole {
                let rows = self.rows(change);
                blocks[at].rows.extend(rows);
            }
        }
        // In the order of their numbers.
        let number = |block: &Block<'_, '_>| {
            let number = block.new.map(|new| self.new.number_of(new.goal_id())).or(block.old.map(|old| self.old.number_of(old.goal_id())));
            number.map(sorted).unwrap_or_default()
        };
        blocks.sort_by_key(number);
        if !rest.rows.is_empty() {
            blocks.push(rest);
        }
        blocks
    }

    /// A thing's fields; of one that comes or goes, all that it says in one row.
    fn rows(&self, change: &Change<'o, 'n>) -> Vec<Field> {
        let lead = |build: &Build<'_>, entity: Entity<'_>| {
            let kind = entity.concept_row().label_in(build.lang);
            // The sheet itself needs no name in its own block.
            if holder(entity) == Some(entity) {
                return String::new();
            }
            let kind = match entity.parent().filter(|parent| !entity.is_called() && !parent.is_called()) {
                Some(parent) => format!("{}, {}", parent.concept_row().label_in(build.lang), lower(&kind)),
                None => kind,
            };
            match entity.is_called() {
                true => format!("{kind} «\u{a0}{}\u{a0}»", entity.titled()),
                false => kind,
            }
        };
        match (change.old, change.new) {
            (_, Some(new)) if change.old.is_some() => {
                let lead = lead(&self.new, new);
                let labelled = |field: &Field| {
                    let label = if lead.is_empty() { field.label.clone() } else { format!("{lead} – {}", lower(&field.label)) };
                    Field { label, ..field.clone() }
                };
                change.fields.iter().map(labelled).collect()
            }
            // What stands in something that comes or goes is told with it.
            (None, Some(new)) if new.parent().is_some_and(|parent| !parent.is_sheet() && !self.pairs.was.contains_key(&parent.id)) => {
                Vec::new()
            }
            (Some(old), None) if old.parent().is_some_and(|parent| !parent.is_sheet() && !self.pairs.is.contains_key(&parent.id)) => {
                Vec::new()
            }
            (None, Some(new)) => vec![Field::new(lead(&self.new, new), String::new(), told(&self.new, new))],
            (Some(old), None) => vec![Field::new(lead(&self.old, old), told(&self.old, old), String::new())],
            _ => Vec::new(),
        }
    }

    fn block(&self, block: &Block<'o, 'n>) -> Vec<Piece> {
        let new = &self.new;
        let mut pieces = Vec::new();
        let (title, state) = match (block.old, block.new) {
            (Some(_), Some(now)) => (format!("{}\u{a0} {}", new.number_of(now.goal_id()), new.title(now).text), None),
            (None, Some(now)) => (
                format!("{}\u{a0} {}", new.number_of(now.goal_id()), new.title(now).text),
                Some(new.lang.of("fiche ajoutée", "sheet added")),
            ),
            (Some(before), None) => {
                let number = self.old.number_of(before.goal_id());
                (format!("{number}\u{a0} {}", self.old.title(before).text), Some(new.lang.of("fiche supprimée", "sheet taken out")))
            }
            (None, None) => (new.lang.of("Hors des fiches", "Outside the sheets").to_owned(), None),
        };
        pieces.push(Piece::Heading { level: 2, text: state.map_or(title.clone(), |state| format!("{title} – {state}")) });
        let mut rows: Vec<Row> = block.rows.iter().map(|field| self.side_by_side(field)).collect();
        let whole = match (block.old, block.new) {
            (Some(before), None) => Some((self.old.told_whole(before), false)),
            (None, Some(now)) => Some((new.told_whole(now), true)),
            _ => None,
        };
        if let Some(((told, parts), comes)) = whole {
            let field = |(label, told): (String, String)| if comes { Field::new(label, "", told) } else { Field::new(label, told, "") };
            rows.extend(told.into_iter().map(|one| self.side_by_side(&field(one))));
            pieces.extend(parts.into_iter().map(|part| Piece::Part { part }));
        }
        let columns = vec![Column::Text { weight: 3 }, Column::Text { weight: 6 }, Column::Text { weight: 6 }];
        let head = vec![vec![
            Cell::text(new.lang.of("Ce qui change", "What changes")),
            Cell::text(new.lang.of("Texte voté", "As voted")),
            Cell::text(new.lang.of("Texte modifié", "As amended")),
        ]];
        if !rows.is_empty() {
            let part = Part { tables: vec![Table { dense: true, columns, head, rows }], ..Part::default() };
            // The table first, then what the new sheet draws.
            let at = 1.min(pieces.len());
            pieces.insert(at, Piece::Part { part });
        }
        if block.old.is_none() && block.new.is_none() {
            return pieces;
        }
        let mut facts = vec![new.told("Motif", "Reason", self.reason(block))];
        let touched = self.touched(block);
        if !touched.is_empty() {
            facts.push(new.told("Qui attend cette fiche", "Who waits for this sheet", joined(touched, ", ")));
        }
        pieces.push(Piece::Facts { items: facts });
        pieces
    }

    fn side_by_side(&self, field: &Field) -> Row {
        let (gone, come) = self.new.lang.of(("supprimé", "ajouté"), ("taken out", "added"));
        let (mut left, mut right) = (Rich::new(), Rich::new());
        let mark = |out: &mut Rich, word: &str, text: String, inline: fn(String) -> Inline| {
            let (before, inner, after) = blanks(&text);
            out.push(Inline::text(format!("{before}[{word}{}", self.new.colon())));
            out.push(inline(inner));
            out.push(Inline::text(format!("]{after}")));
        };
        let [olds, news] = match field.whole {
            false => words(&field.old, &field.new),
            true => {
                let run = |run: Run, text: &str| if text.is_empty() { Vec::new() } else { vec![(run, text.to_owned())] };
                [run(Run::Gone, &field.old), run(Run::Come, &field.new)]
            }
        };
        for (run, text) in olds {
            match run {
                Run::Gone => mark(&mut left, gone, text, |text| Inline::Gone { text }),
                Run::Same | Run::Come => left.push(Inline::text(text)),
            }
        }
        for (run, text) in news {
            match run {
                Run::Come => mark(&mut right, come, text, |text| Inline::Come { text }),
                Run::Same | Run::Gone => right.push(Inline::text(text)),
            }
        }
        let or_dash = |rich: Rich| if rich.is_empty() { vec![Inline::text("–")] } else { rich };
        row(vec![Cell::text(&field.label), Cell::new(or_dash(left)), Cell::new(or_dash(right))])
    }

    /// What its last status gives as the reason; else room to write it.
    fn reason(&self, block: &Block<'o, 'n>) -> Rich {
        let status = block.new.and_then(|sheet| sheet.all(Concept::Status).last());
        match status.and_then(|status| status.text(status::BECAUSE)) {
            Some(because) => vec![Inline::text(self.new.text(&because))],
            None => {
                let lead = self
                    .new
                    .lang
                    .of("non donné dans le plan, à écrire avant le vote : ", "not given in the plan, to be written before the vote: ");
                vec![Inline::text(self.new.text(lead)), Inline::text(" "), Inline::Blank { letters: 28 }]
            }
        }
    }

    fn touched(&self, block: &Block<'o, 'n>) -> Vec<Inline> {
        match (block.new, block.old) {
            (Some(sheet), _) => {
                self.new.awaited_by[sheet.goal_id().at()].iter().map(|id| Inline::text(self.new.number_of(*id).to_owned())).collect()
            }
            (None, Some(sheet)) => {
                self.old.awaited_by[sheet.goal_id().at()].iter().map(|id| Inline::text(self.old.number_of(*id).to_owned())).collect()
            }
            (None, None) => Vec::new(),
        }
    }

    // --- numbers and articles ---------------------------------------------------------------------------------------

    /// Nothing where every number stays in its place.
    fn concordance(&self) -> Vec<Piece> {
        let new = &self.new;
        let mut rows: Vec<(Vec<(u32, u32)>, Row)> = Vec::new();
        for sheet in new.plan.sheets() {
            let (number, anew) = (new.number_of(sheet.goal_id()), &self.anew[sheet.goal_id().at()]);
            let voted = self.pairs.was.get(&sheet.id).filter(|before| before.is_sheet()).map(|before| self.old.number_of(before.goal_id()));
            if voted == Some(number) && number == anew {
                continue;
            }
            let state = match voted {
                None => new.lang.of("ajoutée", "added"),
                Some(voted) if voted != number => new.lang.of("déplacée", "moved"),
                Some(_) => new.lang.of("maintenue", "kept"),
            };
            let cells = vec![
                Cell::text(voted.unwrap_or("–")),
                Cell::text(number),
                Cell::text(new.title(sheet).text),
                Cell::text(state),
                Cell::text(anew.as_str()),
            ];
            rows.push((sorted(number), row(cells)));
        }
        for sheet in self.old.plan.sheets().filter(|sheet| !self.pairs.is.contains_key(&sheet.id)) {
            let number = self.old.number_of(sheet.goal_id());
            let state = new.lang.of("supprimée ; son numéro n’est pas réattribué", "taken out; its number is not given again");
            let cells =
                vec![Cell::text(number), Cell::text("–"), Cell::text(self.old.title(sheet).text), Cell::text(state), Cell::text("–")];
            rows.push((sorted(number), row(cells)));
        }
        if rows.is_empty() {
            return Vec::new();
        }
        rows.sort_by(|(one, _), (other, _)| one.cmp(other));
        let rows = rows.into_iter().map(|(_, row)| row).collect();
        let columns = vec![Column::Short, Column::Short, Column::Text { weight: 6 }, Column::Text { weight: 3 }, Column::Short];
        let head = vec![vec![
            Cell::text(new.lang.of("Voté", "As voted")),
            Cell::text(new.lang.of("Modifié", "As amended")),
            Cell::text(new.w(W::Sheet)),
            Cell::text(new.lang.of("Sort", "Fate")),
            Cell::text(new.lang.of("Texte consolidé", "Consolidated")),
        ]];
        let note = new.sentence(
            "Les fiches qui n’y figurent pas gardent partout leur numéro.",
            "The sheets that are not named here keep their number everywhere.",
        );
        let part = Part { tables: vec![Table { dense: true, columns, head, rows }], notes: vec![note], ..Part::default() };
        vec![new.heading("Concordance des numéros", "Table of numbers"), Piece::Part { part }]
    }

    /// `, adoptée par la délibération n° 2026-71 du 17 décembre 2026`, where the old plan tells.
    fn adopted(&self) -> String {
        let (old, new) = (&self.old, &self.new);
        let Some(act) = new.adoption().or(old.adoption()) else { return String::new() };
        let number = act.text(decision::NUMBER).map(|number| format!(" n°\u{a0}{number}")).unwrap_or_default();
        let on = act.is_given(decision::ON).map(|on| new.moment(on.whole()));
        match on {
            Some(on) => {
                new.lang.of(format!(", adoptée par la délibération{number} du {on},"), format!(", adopted by act{number} of {on},"))
            }
            None => String::new(),
        }
    }

    /// As the decision of the revision writes them; else as such an act has them.
    fn articles(&self, act: Option<Entity<'n>>) -> Vec<Rich> {
        let new = &self.new;
        let written: Vec<Rich> = act
            .into_iter()
            .flat_map(|act| act.members(decision::ARTICLES))
            .map(|seen| vec![Inline::text(new.text(&seen.text()))])
            .collect();
        if !written.is_empty() {
            return written;
        }
        let (before, after) = (self.old.asked(), new.asked());
        let (title, adopted) = (self.old.strategy_title().text, self.adopted());
        let mut articles = vec![new.sentence(
            format!("Modifier la stratégie « {title} »{adopted} comme il est dit ci-dessus ; fiches : {}.", self.named_sheets()),
            format!("Amend \"{title}\"{adopted} as it is said above; sheets: {}.", self.named_sheets()),
        )];
        if let (Some(one), Some(other)) = (self.old.allotted(None), new.allotted(None))
            && one != other
        {
            let (one, other) = (new.euros(one), new.euros(other));
            articles.push(new.sentence(
                format!("Prendre acte que l’enveloppe passe de {one} à {other}."),
                format!("Note that the envelope goes from {one} to {other}."),
            ));
        }
        if before != after {
            let (one, other) = (new.euros(before), new.euros(after));
            articles.push(new.sentence(
                format!("Prendre acte que la dépense prévue passe de {one} à {other}, sous réserve des crédits inscrits chaque année."),
                format!("Note that the planned expense goes from {one} to {other}, subject to the credits entered each year."),
            ));
        }
        articles.push(new.carried_out());
        articles
    }
}

impl Build<'_> {
    /// All that a sheet says: labels and texts, then what is drawn or tabled.
    fn told_whole(&self, of: Entity<'_>) -> (Vec<(String, String)>, Vec<Part>) {
        let sheet = self.sheet(of);
        let facts = self.sheet_head(of, true).into_iter().chain(sheet.facts);
        let mut told: Vec<(String, String)> = facts
            .map(|fact| {
                (if fact.label.is_empty() { self.w(W::Sheet).to_owned() } else { fact.label }, super::super::sheet::plain(&fact.value))
            })
            .collect();
        told.push((self.lang.of("Texte", "Text").to_owned(), super::super::sheet::plain(&crate::document::prose::run_on(&sheet.prose))));
        told.retain(|(_, told)| !told.is_empty());
        (told, sheet.parts.into_iter().chain(sheet.more).collect())
    }
}

/// A status, a measure, a decision: they tell what has happened, and the yearly report prints them.
fn tells_what_was(entity: Entity<'_>) -> bool {
    let mut above = std::iter::successors(Some(entity), |one| one.parent());
    above.any(|one| matches!(one.concept(), Concept::Status | Concept::Measured | Concept::Decision))
}

/// The sheet that something stands in, or is.
fn holder(entity: Entity<'_>) -> Option<Entity<'_>> {
    std::iter::successors(Some(entity), |one| one.parent()).find(|one| one.is_sheet())
}

/// All that a thing says, in one run.
fn told(build: &Build<'_>, entity: Entity<'_>) -> String {
    let told = super::super::sheet::plain(&build.within(entity));
    if told.trim().is_empty() { entity.concept_row().label_in(build.lang) } else { told }
}

/// A text between its blanks.
fn blanks(text: &str) -> (String, String, String) {
    let inner = text.trim();
    let start = text.len() - text.trim_start().len();
    (text[..start].to_owned(), inner.to_owned(), text[start + inner.len()..].to_owned())
}
