//! Budgets, envelopes and funding plans.

use super::super::item::*;
use super::super::literal;
use super::super::read::Reader;
use super::super::value::{Amount, Grain, Section, Share};
use super::{Declare, Statement};
use crate::diagnostic::{Diagnostic, Lang, codes};
use crate::language::{Concept, Place, Word};
use crate::say;
use crate::syntax::PartKind;
use crate::text::{Span, Spanned};

impl<'a> Declare<'a> {
    pub(super) fn budget(&mut self, statement: &Statement<'a>) -> Budget {
        let mut budget = Budget { span: self.keyword(statement), amounts: Vec::new(), damaged: self.tree.node(statement.node).damaged };
        self.arguments(statement, |_| Some(()));
        let children = self.children(statement).count();
        let fields = self.fields(statement, Place::Amounts);
        budget.damaged |= fields.len() < children;
        for field in &fields {
            let section = if field.row.concept == Concept::Investment { Section::Investment } else { Section::Operating };
            let complete = self.arguments(field, |reader| year_amounts(reader, section, &mut budget.amounts));
            budget.damaged |= complete.is_none();
        }
        self.years_twice(&mut budget);
        budget
    }

    pub(super) fn years_twice(&mut self, budget: &mut Budget) {
        // Two ranges that overlap are one mistake, however many years they share.
        let mut twice: Vec<(Span, Span)> = Vec::new();
        let mut kept: Vec<Amount> = Vec::with_capacity(budget.amounts.len());
        for amount in std::mem::take(&mut budget.amounts) {
            match kept.iter().find(|other| other.year == amount.year && other.section == amount.section) {
                None => kept.push(amount),
                Some(first) if twice.contains(&(first.span, amount.span)) => {}
                Some(first) => {
                    twice.push((first.span, amount.span));
                    let (year, section) = (amount.year, amount.section);
                    budget.damaged = true;
                    self.report(
                        Diagnostic::new(
                            &codes::YEAR_TWICE,
                            amount.span,
                            say!("{} : l'année {year} reçoit deux montants.", section.show(Lang::Fr); "{}: the year {year} has two amounts.", section.show(Lang::En)),
                            say!("Gardez-en un, ou écrivez leur somme."; "Keep one, or write their sum."),
                        )
                        .here(say!("le second"; "the second"))
                        .label(first.span, say!("le premier"; "the first")),
                    );
                }
            }
        }
        budget.amounts = kept;
    }

    pub(super) fn funding(&mut self, statement: &Statement<'a>) -> Funding {
        let mut funding = Funding { span: self.keyword(statement), lines: Vec::new(), damaged: self.tree.node(statement.node).damaged };
        self.arguments(statement, |_| Some(()));
        for node in self.children(statement) {
            let parts = self.tree.parts(node);
            match parts.first() {
                Some(part) if part.kind == PartKind::Text => {
                    // A funder is the keyword of its own line.
                    let line = Statement { node, row: statement.row, parts, words: 0, sound: true, block: true };
                    match self.funding_line(&line) {
                        Some(line) => funding.lines.push(line),
                        None => funding.damaged = true,
                    }
                }
                _ => {
                    funding.damaged = true;
                    self.statement(node, parts, Place::Funding, true);
                }
            }
        }
        funding
    }

    pub(super) fn funding_line(&mut self, statement: &Statement<'a>) -> Option<FundingLine> {
        let quiet = self.tree.node(statement.node).damaged;
        let parts = self.tree.parts(statement.node);
        let first = self.span(parts[0].start, parts[0].end);
        let mut reader = Reader {
            text: self.text,
            source: self.source,
            row: statement.row,
            keyword: first,
            parts,
            at: 0,
            quiet,
            diagnostics: Vec::new(),
        };
        let line = funding_line(&mut reader);
        self.diagnostics.append(&mut reader.diagnostics);
        line
    }
}

/// `"DSIL" 60 k€ secured`.
fn funding_line(reader: &mut Reader<'_>) -> Option<FundingLine> {
    let source = reader.text()?;
    let share = share(reader)?;
    let status = reader.take_word(&[Word::Secured, Word::Sought]);
    Some(FundingLine { source, share, status })
}

/// `60 k€`, `40 %`, `40 % of investment`.
fn share(reader: &mut Reader<'_>) -> Option<Spanned<Share>> {
    let percent = reader.peek().filter(|part| part.kind == PartKind::Literal).and_then(|part| {
        let (value, rest) = literal::number(reader.written(part)).ok()?;
        (rest == "%").then(|| (value, reader.span(part)))
    });
    let Some((value, span)) = percent else {
        return reader.money().map(|money| money.map(Share::Money));
    };
    reader.at += 1;
    let mut section = None;
    if reader.take_word(&[Word::Of]).is_some() {
        reader.take_word(&[Word::The]);
        section = match reader.take_word(&[Word::Investment, Word::Operating, Word::Total]) {
            Some(Word::Investment) => Some(Section::Investment),
            Some(Word::Operating) => Some(Section::Operating),
            Some(_) => None,
            None => {
                reader.missing(say!("`investissement`, `fonctionnement` ou `total`"; "`investment`, `operating` or `total`"));
                return None;
            }
        };
    }
    Some(Spanned::new(Share::Percent(value, section), span))
}

/// `2027: 120 k€, 2028 .. 2030: 35 k€`, an amount a year.
fn year_amounts(reader: &mut Reader<'_>, section: Section, amounts: &mut Vec<Amount>) -> Option<()> {
    loop {
        let first = year(reader)?;
        let last = match reader.take(PartKind::Range) {
            Some(_) => year(reader)?,
            None => first,
        };
        if reader.take(PartKind::Colon).is_none() {
            reader.missing(say!("`:` entre l'année et le montant"; "`:` between year and amount"));
            return None;
        }
        let money = reader.money()?;
        if last.value < first.value {
            let (from, to) = (first.value, last.value);
            reader.report(Diagnostic::new(
                &codes::END_BEFORE_START,
                first.span.to(last.span),
                say!("De {from} à {to} : la fin vient avant le début."; "From {from} to {to}: the end comes before the start."),
                say!("Écrivez `{to} .. {from}`."; "Write `{to} .. {from}`."),
            ));
            return None;
        }
        for year in first.value..=last.value {
            amounts.push(Amount { section, year, money: money.value, span: first.span.to(money.span) });
        }
        if reader.take(PartKind::Comma).is_none() || reader.peek().is_none() {
            return Some(());
        }
    }
}

fn year(reader: &mut Reader<'_>) -> Option<Spanned<i16>> {
    if let Some(part) = reader.peek().filter(|part| part.kind == PartKind::Literal) {
        let (span, written) = (reader.span(part), reader.written(part));
        if let Some(refusal) = literal::no_year(written) {
            reader.refused(refusal, span);
            reader.at = reader.parts.len();
            return None;
        }
    }
    let (when, span) = reader.date()?;
    if when.grain == Grain::Year {
        return Some(Spanned::new(when.first.year(), span));
    }
    let (written, year) = (&reader.text[span.range()], when.first.year());
    reader.report(
        Diagnostic::new(
            &codes::NOT_A_DATE,
            span,
            say!("Un budget se donne par année, et non pour « {written} »."; "A budget goes by year, not for \"{written}\"."),
            say!("Écrivez `{year}`."; "Write `{year}`."),
        )
        .fix(say!("Écrire `{year}`"; "Write `{year}`"), span, year.to_string()),
    );
    None
}
